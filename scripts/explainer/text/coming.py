"""Whether the clause of a date has what is dated still to come: will vote on 3 December;
beschlossen, den Bus zum 1. März einzustellen.

One row a language; of a language without one nothing is found."""

from __future__ import annotations

import re
from typing import NamedTuple

from .days import find_dates
from .languages import Language
from .quantities import readable
from .tenses import clause_of, is_past
from .words import when_needed


class _Row(NamedTuple):
    """Expressions for what is to come wherever the date is in the clause, and for what is only
    where the date, or all of the clause, stands behind."""

    any: str
    behind: str
    decided: str = "(?!)"  # by what the sentence has decided or announced what a clause has


_PARTICIPLE = r"(?!(?:\w*ge\w+|(?:be|ver|er|ent|zer)\w+)e?n\b)"
_ZU = r"(?:\bzu [a-zäöüß]+e?[rl]?n\b|\b[a-zäöüß]{2,}zu[a-zäöüß]{2,}e?[rl]?n\b)"
_ROWS = {
    "en": _Row(
        r"\b(?:will|shall|(?:is|are) (?:due|set|expected|scheduled|planned|going|about) to"
        r"|(?:plans?|intends?|hopes?|aims?) to)\b(?! have\b)",
        r"(?<!\bhad )"
        r"\b(?:decided|voted|agreed|promised|pledged|vowed|planned|resolved)\b[^,;:]*?\bto [a-z]+"
        r"|\bannounced plans to\b",
    ),
    "de": _Row(
        rf"\b(?:wird|werden)\b[^,;:]* {_PARTICIPLE}[a-zäöüß]{{3,}}e?[rl]?n\b\W*$"
        r"|\b(?:will|wollen|soll|sollen)\b[^,;:]* [a-zäöüß]{3,}e?[rl]?n\b\W*$",
        "(?!)",
        r"\b(?:beschl(?:ossen?|oss|ießt|ießen)|kündigte?n?|angekündigt|plan(?:t|te|en|ten)|geplant"
        r"|verspr(?:ach|achen|icht|ochen)|droh(?:t|te|en|ten)|entschied(?:en)?|entschlossen"
        r"|vereinbarte?n?|geeinigt|vorgesehen|beabsichtigt|zugesagt|hoff(?:t|te|en|ten))\b",
    ),
    "fr": _Row(
        r"\b(?!(?:opéra|caméra|extra|ultra|infra)\b)\w{2,}r(?:a|ont)\b"
        r"|\b(?:va|vont|doit|doivent|compte|comptent) (?:\w+ )?\w+(?:er|ir|re)\b",
        r"(?<!\bavait )(?<!\bavaient )"
        r"\b(?:décidé|promis|annoncé|accepté|prévu|résolu) (?:de |d'|vouloir )\w+(?:er|ir|re)\b",
    ),
    "es": _Row(
        r"\b\w{2,}r(?:á|án)\b|\b(?:van? a|deben?) \w+(?:ar|er|ir)(?:se|l[oae]s?)?\b",
        r"(?<!\bhabía )(?<!\bhabían )"
        r"\b(?:decid|acord|anunci|promet|aprob|resolv)(?:ió|ó|ieron|aron|ido|ado)"
        r" \w+(?:ar|er|ir)(?:se|l[oae]s?)?\b",
    ),
}
_ANY, _BEHIND, _DECIDED = (
    {code: when_needed(getattr(row, part)) for code, row in _ROWS.items()}
    for part in ("any", "behind", "decided")
)
_INFINITIVE = when_needed(_ZU)


_BETWEEN = re.compile(r"[,;:!?]\s|\.\s(?=\W*[A-ZÀ-Þ])|\s(?:and|but|und|aber|et|mais|y|pero)\s")


def coming_in(text: str, month: int, day: int | None, language: Language) -> str:
    """The word by which the clause of a date without a year has what is dated still to come; empty
    where none does, or where the text has another date too, from which it may be seen."""
    if language.code not in _ROWS:
        return ""
    plain = readable(text, language)
    dates = [d for d in find_dates(plain, language) if any(one.month for one in d.days)]
    if len({one[1:3] for d in dates for one in d.days}) != 1:
        return ""
    for dated in dates:
        one = dated.days[0]
        if one.year or one.month != month or (day and one.day not in (None, day)):
            continue
        begins = [m.end() for m in _BETWEEN.finditer(plain, 0, dated.start)]
        begin, end = begins[-1] if begins else 0, _BETWEEN.search(plain, dated.end)
        clause = plain[begin : end.start() if end else len(plain)].rstrip(".")
        if found := _ANY[language.code]().search(clause):
            return found.group()
        found = _BEHIND[language.code]().search(plain[begin : dated.start])
        decided = _DECIDED[language.code]().search(plain)
        if decided and _INFINITIVE().search(clause):
            found = decided
        if found:
            return found.group()
    return ""


# Verbs in the present that say of a day of the week behind them what is planned for it.
_PLANNED = {
    "en": r"(?:re)?(?:ends?|begins?|starts?|opens?|closes?|meets?|resumes?|continues?|concludes?"
    r"|takes? place|decides?|votes?|arrives?|leaves?|returns?|expires?|goes|go)",
    "de": r"ende[nt]|enden|beginn(?:en|t)|starte[nt]|tag(?:en|t)|(?:trifft|treffen) sich"
    r"|finde[nt]|(?:er)?öffne[nt]|schließ(?:en|t)|entscheide[nt]|ber(?:ät|aten)|kommt|läuft|geht",
    "fr": r"se (?:termine|tient|réunit|réunissent|poursuit|rend)|s'(?:achève|ouvre)|(?:re)?commence"
    r"|débute|r?ouvre|ferme|a lieu|ont lieu|reprend|tranche",
    "es": r"termina|acaba|empieza|comienza|arranca|(?:se )?(?:re)?abre|cierra|se reúnen?|se celebra"
    r"|tiene lugar|concluye|finaliza|se reanuda|vuelve",
}


def weekday_to_come(text: str, language: Language) -> str:
    """The verb in the present by which the clause of a day of the week has what is told of it still
    to come (the conference ends on Friday); empty where none does."""
    planned = _PLANNED.get(language.code)
    plain = readable(text, language) if planned else ""
    for dated in find_dates(plain, language) if planned else ():
        if any(day.month is not None or day.weekday is None for day in dated.days):
            continue
        clause = clause_of(plain, dated, language)
        at = clause.find(plain[dated.start : dated.end])
        found = re.search(rf"(?i)\b(?:{planned})\b", clause[: max(at, 0)].replace("’", "'"))
        if found and not is_past(clause, language):
            return found.group()
    return ""
