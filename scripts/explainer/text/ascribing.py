"""Words that ascribe an act or a judgement to whoever they are said of: convicted, sanctioned,
disgraced. A row says one thing in each language, since an editor may write in another than that of
the source; one word of a row is borne out by another."""

from __future__ import annotations

import re
from functools import cache

from .languages import Language

_TAGS = ("en", "de", "fr", "es")
_ROWS = (
    (
        r"convict\w*|found guilty|guilty of|sentenced",
        r"verurteilt\w*|schuldig gesprochen|vorbestraft\w*",
        r"condamn\w*|coupables?",
        r"conden\w*|culpables?",
    ),
    (
        r"charged with|indict\w*|prosecut\w*|on trial|stands? trial",
        r"angeklagt\w*|anklagen?",
        r"inculp\w*|mise?s? en examen",
        r"imputa(?:d|ci)\w*|procesad[oa]s?|acus(?:ad|ó|ar|ac)\w*",
    ),
    (
        r"accus\w*|alleged\w*",
        r"beschuldigt\w*|vorgeworfen|mutmaßlich\w*",
        r"accus\w*|présumée?s?",
        r"acus(?:ad|ó|ar|ac)\w*|presunt[oa]s?",
    ),
    (
        r"wanted (?:by|for|man|men|in connection)|fugitives?",
        r"gesucht(?:e[nrsm]?)?|flüchtige[nrsm]?",
        r"recherchée?s?|en fuite",
        r"prófug[oa]s?|buscad[oa]s? por",
    ),
    (
        r"jailed|imprison\w*|in (?:prison|jail)",
        r"inhaftiert\w*|eingesperrt\w*",
        r"emprisonn\w*|incarcér\w*",
        r"encarcelad[oa]s?",
    ),
    (
        r"arrest\w*",
        r"verhaft\w*|festgenommen\w*|festnahmen?",
        r"interpell\w*|arrestation\w*",
        r"deten(?:id|ci)\w*|arrest\w*",
    ),
    (r"suspects?|suspected of", r"verdächtig\w*", r"soupçonn\w*|suspecté\w*", r"sospechos[oa]s?"),
    (
        r"under investigation|investigat(?:ed|ing|ions?)",
        r"ermittel\w*",
        r"visée?s? par une enquête|enquête",
        r"investigad[oa]s?|investiga(?:n|ción)?",
    ),
    (
        r"corrupt\w*|brib\w+",
        r"korrupt\w*|best[eo]ch\w*",
        r"corromp\w+|corruption",
        r"corrupt\w*|soborn\w+",
    ),
    (r"sanction(?:ed|s)", r"sanktion\w*", r"sanction\w*", r"sancion\w*"),
    (
        r"disgrac\w*|discredited",
        r"in Ungnade|diskreditiert\w*",
        r"déchue?s?|discréditée?s?",
        r"caíd[oa]s? en desgracia|desacreditad[oa]s?",
    ),
    (
        r"controversial|contentious|divisive",
        r"umstritten\w*",
        r"controversée?s?|contestée?s?",
        r"polémic[oa]s?|controvertid[oa]s?",
    ),
    (
        r"embattled|beleaguered|under fire",
        r"angeschlagen\w*",
        r"fragilisée?s?",
        r"cuestionad[oa]s?",
    ),
    (
        r"oust\w*|toppled|deposed|impeach\w*",
        r"gestürzt\w*|abgesetzt\w*",
        r"destitu\w+|renversée?s?",
        r"destitu\w+|derrocad[oa]s?",
    ),
    (r"terroris\w+", r"terroris\w+", r"terroris\w+", r"terroris\w+"),
    (
        r"racis\w+|xenophob\w*",
        r"rassis\w+|fremdenfeindlich\w*",
        r"racis\w+|xénophob\w*",
        r"racis\w+|xenófob\w*",
    ),
    (
        r"fascis\w*|neo-?nazis?",
        r"faschis\w+|neonazis?",
        r"fascis\w*|néonazie?s?",
        r"fascis\w*|neonazis?",
    ),
    (
        r"autocrat\w*|authoritarian|strongman|dictat\w+",
        r"autokrat\w*|autoritär\w*|diktator\w*",
        r"autocrat\w*|autoritaires?|dictat\w+",
        r"autócrata\w*|autoritari\w*|dictador\w*",
    ),
    (
        r"radicali[sz]ed|hard-?liners?",
        r"hardliner\w*|radikalisiert\w*",
        r"radicalisée?s?",
        r"radicalizad\w*",
    ),
    (r"oligarch\w*", r"oligarch\w*", r"oligarqu\w*", r"oligarc?a\w*|oligarqu\w*"),
    (r"war crim\w*", r"kriegsverbrech\w*", r"crim\w+ de guerre", r"crim\w+ de guerra"),
    (r"fraudsters?|swindl\w+", r"betrüger\w*", r"escrocs?", r"estafador\w*"),
    (
        r"failed (?:politician|minister|leader|businessman|candidate)",
        r"gescheiterte[nrsm]?",
        r"ratée?s?",
        r"fracasad[oa]s?",
    ),
    (r"tainted", r"skandalumwittert\w*", r"sulfureu\w+", r"salpicad[oa]s? por"),
)


@cache
def _any(tag: str) -> re.Pattern[str]:
    """An expression for the words of a language, with a group for each row."""
    if tag not in _TAGS:
        return re.compile("(?!)")
    at = _TAGS.index(tag)
    groups = (f"(?P<_{i}>{row[at]})" for i, row in enumerate(_ROWS))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.I)


def ascribed(text: str, language: Language) -> list[tuple[str, str]]:
    """The words of a text that ascribe an act or a judgement to somebody, each with its row."""
    return [(m.group(), m.lastgroup or "") for m in _any(language.code).finditer(text)]


def bears_out(text: str, row: str, language: Language) -> bool:
    """Whether a text has a word of a row."""
    return any(m.lastgroup == row for m in _any(language.code).finditer(text))
