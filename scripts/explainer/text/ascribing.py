"""Words that ascribe an act or a judgement to whoever they are said of (convicted, sanctioned,
disgraced), in every listed language: by what they say, since an editor's may be another language
than the source's."""

from __future__ import annotations

import re
from functools import cache

from .words import under_letters

# Each row says one thing; a word is borne out by any other of its row.
_ROWS = (
    r"convict\w*|found guilty|guilty of|sentenced|verurteilt\w*|schuldig gesprochen|condamn\w*"
    r"|coupables?|conden\w*|culpables?|vorbestraft\w*",
    r"charged with|indict\w*|prosecut\w*|on trial|stands? trial|angeklagt\w*|inculpée?s?"
    r"|mise?s? en examen|imputad[oa]s?|procesad[oa]s?",
    r"accus\w*|alleged\w*|beschuldigt\w*|vorgeworfen|mutmaßlich\w*|présumée?s?|acus(?:ad|ó|ar|ac)\w*"
    r"|presunt[oa]s?",
    r"wanted (?:by|for|man|men|in connection)|fugitives?|gesuchte[nrsm]?|gesucht|flüchtige[nrsm]?"
    r"|recherchée?s?|prófug[oa]s?|buscad[oa]s? por",
    r"jailed|imprison\w*|in (?:prison|jail)|inhaftiert\w*|eingesperrt\w*|emprisonn\w*"
    r"|encarcelad[oa]s?",
    r"arrest\w*|verhaftet\w*|festgenommen\w*|interpell\w*|detenid[oa]s?|arrestad[oa]s?",
    r"suspects?|suspected of|verdächtig\w*|soupçonn\w*|sospechos[oa]s?",
    r"under investigation|investigated|investigating|investigations?|ermittel\w*"
    r"|visée?s? par une enquête|enquête|investigad[oa]s?|investiga(?:n|ción)?",
    r"corrupt\w*|brib\w+|korrupt\w*|bestech\w*|bestochen\w*|corromp\w+|soborn\w+",
    r"sanctioned|under sanctions|sanctions?|sanktion\w*|sancion\w*",
    r"disgrac\w*|discredited|in ungnade|diskreditiert\w*|déchue?s?|discréditée?s?"
    r"|caíd[oa]s? en desgracia|desacreditad[oa]s?",
    r"controversial|contentious|divisive|umstritten\w*|controversée?s?|polémic[oa]s?|contestée?s?"
    r"|controvertid[oa]s?",
    r"embattled|beleaguered|under fire|angeschlagen\w*|fragilisée?s?|cuestionad[oa]s?",
    r"oust\w*|toppled|deposed|impeach\w*|gestürzt\w*|abgesetzt\w*|destitu\w+|renversée?s?"
    r"|derrocad[oa]s?",
    r"terroris\w+",
    r"racis\w+|rassis\w+|xenophob\w*|fremdenfeindlich\w*|xénophob\w*|xenófob\w*",
    r"fascis\w*|faschis\w+|neo-?nazis?|neonazis?",
    r"autocrat\w*|authoritarian|strongman|autokrat\w*|autoritär\w*|autoritaires?|autócrata\w*"
    r"|autoritari\w*|diktator\w*|dictat\w+|dictador\w*",
    r"radicali[sz]ed|hard-?liners?|hardliner\w*|radikal(?:e[nrsm]?|isiert\w*)",
    r"oligarch\w*|oligarqu\w*|oligarca\w*",
    r"war crim\w*|kriegsverbrech\w*|crim\w+ de (?:guerre|guerra)",
    r"fraudsters?|swindl\w+|betrüger\w*|escrocs?|estafador\w*",
    r"failed (?:politician|minister|leader|businessman|candidate)|gescheiterte[nrsm]?|ratée?s?"
    r"|fracasad[oa]s?",
    r"tainted|sulfureu\w+|skandalumwittert\w*|salpicad[oa]s? por",
)
_ANY = re.compile(rf"(?<![\w-])(?:{under_letters('|'.join(_ROWS))})(?![\w-])", re.I)


@cache
def _row(word: str) -> re.Pattern[str]:
    """The expression for the row of a word, as it is found in a text."""
    rows = (re.compile(rf"(?<![\w-])(?:{row})(?![\w-])", re.I) for row in _ROWS)
    return next(row for row in rows if row.match(word))


def ascribed(text: str) -> list[str]:
    """The words of a text that ascribe an act or a judgement to somebody."""
    return [match.group() for match in _ANY.finditer(text)]


def bears_out(text: str, word: str) -> bool:
    """Whether a text has a word, or another that says the same."""
    return bool(_row(word).search(text))
