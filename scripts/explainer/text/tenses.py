"""Whether words tell of what was or of what is to come."""

from __future__ import annotations

import re

from .clauses import cautions
from .days import Dated, day_of, find_dates
from .languages import Language
from .quantities import readable
from .speech import SAYS

# Words of what was, in every listed language; where there is neither, nobody knows.
PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|has|have|(?!(?:need|seed|feed|speed|indeed|hundred)\b)[a-z]{2,}ed"
    r"|came|went|fell|rose|began|took|gave|made|left|met|held|won|lost|broke|hit|struck|found|fled"
    r"|sank|drove|led|saw|ran|brought|sent|built|grew|shut|burnt|wurden?|war(?:en)?|hatten?"
    r"|(?!(?:heute|seite|kosten)\b)(?-i:[a-zäöüß]{3,}te[nr]?)"  # nouns have a capital
    r"|(?:kam|ging|fiel|starb|begann|stand|fand|gab)(?:en)?|était|étaient|avait|avaient|fut"
    r"|(?:a|ont|est|sont) (?:été |pas |déjà )?\w+(?:é|i|u|rt|is)e?s?"
    r"|\w+(?:ó|aron|ieron)|fue|fueron|era|había|ha \w+[dt]o)\b"
)
# Before a noun it tells of no time: the rejected plan.
_QUALITY = re.compile(r"(?i)\b(?:the|an?|its|his|her|their) [a-z]{2,}ed (?=[a-z])")
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
            if not wanted.within(day._replace(year=day.year or wanted.year)):
                continue
            if day.year or not _is_past(_clause(plain, dated, language)):
                return True
    return False


def _clause(text: str, dated: Dated, language: Language) -> str:
    """The clause of a text that a date is in; all of the text where the date is alone in it."""
    words = cautions(language)
    if words is None:
        return text
    ends = [end.end() for end in words.boundary.finditer(text, 0, dated.start)]
    begin, stop = ends[-1] if ends else 0, words.boundary.search(text, dated.end)
    clause = text[begin : stop.start() if stop else len(text)]
    rest = clause.replace(text[dated.start : dated.end], " ")
    return clause if len(_WORDS.findall(rest)) >= _FEW else text


def _is_past(text: str) -> bool:
    text = _QUALITY.sub(" ", text)
    said = {match.start() for match in SAYS.finditer(text)}
    return any(match.start() not in said for match in PAST.finditer(text))
