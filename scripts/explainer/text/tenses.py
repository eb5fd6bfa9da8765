"""Whether words tell of what was or of what is to come."""

from __future__ import annotations

import re
from datetime import date

from .clauses import cautions
from .days import Dated, day_of, find_dates
from .languages import Language
from .quantities import readable
from .speech import SAYS
from .words import when_needed

# German verbs in -te, as which other languages have nouns: el puente, la route.
_TE = (
    r"(?!(?:heute|seite|kosten|weiter\w*|unter|hinter|später|letzte\w|nächste\w|erste\w|mitte|bitte"
    r"|(?:zwei|drit|vier|fünf|sechs|sieb|ach|neun|zehn)te\w)\b)"
    r"(?-i:[a-zäöüß]{3,}te[nr]?)"  # nouns have a capital
)
# Words of what was, in every listed language; where there is neither, nobody knows.
_PAST = (
    r"(?i)\b(?:was|were|had|did|has|have|(?!(?:need|seed|feed|speed|indeed|hundred)\b)[a-z]{2,}ed"
    r"|came|went|fell|rose|began|took|gave|made|left|met|held|won|lost|broke|hit|struck|found|fled"
    r"|sank|drove|led|saw|ran|brought|sent|built|grew|shut|burnt|wurden?|war(?:en)?|hatten?"
    r"|(?:kam|ging|fiel|starb|begann|stand|fand|gab)(?:en)?|était|étaient|avait|avaient|fut"
    r"|(?:a|ont|est|sont) (?:été |pas |déjà )?\w+(?:é|i|u|rt|is)e?s?"
    r"|\w+(?:ó|aron|ieron)|fue|fueron|era|había|ha \w+[dt]o)\b"
)
_ANY_PAST = when_needed(_PAST)
_PARTICIPLE = r"(?:\w*ge\w+|(?:be|ver|er|ent|zer|miss)\w+)(?:t|en)|\w+iert"
_HAS = (
    rf"\b(?:hat|haben)\b(?=[^,;:.!?]* (?<! zu )(?:{_PARTICIPLE})\W*(?:$|[,;:.!?]))"  # hat verlangt
)
_GERMAN_PAST = when_needed(rf"{_PAST}|\b{_TE}\b|{_HAS}")
# A clause beside: the trial, which began in May, resumes.
_ASIDE = re.compile(
    r"(?:^\W*|,\s)(?:(?:in|an|mit|bei|für|by|to|of) )?(?:who|which|whose|where|der|die|das|den"
    r"|dem|dessen|deren|wo|qui|que|dont|où|quien|cuy[oa]|donde)\s[^,;:]*(?=,)"
)
# Before a noun it tells of no time: the rejected plan.
_QUALITY = re.compile(r"(?i)\b(?:the|an?|its|his|her|their) [a-z]{2,}ed (?=[a-z])")
_ASKING = re.compile(r"(?i)forder|verlang")  # which says something, and is of a price too
_WORDS = re.compile(r"[^\W\d_]+")
_FEW = 3  # words without which a clause has no verb


def dated_to_come(text: str, value: str, issued: str, language: Language) -> bool:
    """Whether a text printed on the day ``issued`` gives a later date with its year, in whatever
    tense (ab dem 1. Januar 2025 verlangen sie mehr); without its year, where nothing in its clause
    is said to be past (the board meets on 3 December)."""
    least = min(len(value), len(issued))
    if value[:least] <= issued[:least]:
        return False
    if len(value) == 4:
        return bool(re.search(rf"(?<![\w.,]){value}(?![\w%]|[.,]\d)", text))
    plain, wanted = readable(text, language), day_of(value)._replace(weekday=None)
    for dated in find_dates(plain, language):
        for day in dated.days:
            if day.month is None and day.weekday is not None:
                there = _is_next(day.weekday, value, issued)
            else:
                there = wanted.within(day._replace(year=day.year or wanted.year))
            if there and (day.year or not is_past(clause_of(plain, dated, language), language)):
                return True
    return False


def _is_next(weekday: int, value: str, issued: str) -> bool:
    """Whether a date is the next of some day of the week behind the day of a source."""
    try:
        day, printed = date.fromisoformat(value), date.fromisoformat(issued)
    except ValueError:  # a month, or no day of the calendar
        return False
    return day.weekday() == weekday and 0 < (day - printed).days <= 7


def clause_of(text: str, dated: Dated, language: Language) -> str:
    """The clause of a text that a date is in; all of the text where the date is alone in it."""
    marks = cautions(language)
    if marks is None:
        return text
    begins = [begin.start() for begin in marks.boundary.finditer(text, 0, dated.start)]
    begin, stop = begins[-1] if begins else 0, marks.boundary.search(text, dated.end)
    words = text[dated.start : dated.end]
    clause, whole = (
        _ASIDE.sub(lambda aside: aside[0] if words in aside[0] else "", some)
        for some in (text[begin : stop.start() if stop else len(text)], text)
    )
    return clause if len(_WORDS.findall(clause.replace(words, " "))) >= _FEW else whole


def without_asides(text: str) -> str:
    """A text without clauses beside, which are of another time: who led it until 2019."""
    return _ASIDE.sub("", text)


def past_in(language: Language) -> re.Pattern[str]:
    """Words of what was, in a language."""
    return _GERMAN_PAST() if language.code == "de" else _ANY_PAST()


def is_past(text: str, language: Language) -> bool:
    """Whether a text tells of what was, by another word than one of saying."""
    text = _QUALITY.sub(" ", text)
    said = {match.start() for match in SAYS.finditer(text) if not _ASKING.match(match.group())}
    return any(match.start() not in said for match in past_in(language).finditer(text))
