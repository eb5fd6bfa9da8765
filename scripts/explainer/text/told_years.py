"""The year that words beside a date tell from the day on which they were written: 9 January last
year, 3. März kommenden Jahres, le 4 mai de l'an dernier."""

from __future__ import annotations

import re
from typing import NamedTuple

from .days import Day, find_dates
from .languages import Language

_YEARS = {
    "last": r"last year|(?:letzt|vorig|vergangen)e[sn] jahr(?:es)?|l['’]an (?:dernier|passé)"
    r"|l['’]année (?:dernière|passée)|d?el año pasado|d?el pasado año",
    "this": r"this year|(?:diese[sm]|laufenden) jahr(?:es)?|cette année|este año|d?el presente año",
    "next": r"next year|(?:nächst|kommend)e[sn] jahr(?:es)?|l['’]an prochain|l['’]année prochaine"
    r"|d?el año que viene|d?el (?:próximo año|año próximo)",
}
AWAY = {"last": -1, "this": 0, "next": 1}
_EITHER = "|".join(f"(?P<{name}>{words})" for name, words in _YEARS.items())
RELATIVE = re.compile(rf"(?<!\w)(?:{_EITHER})(?![\w’'])", re.I)
_BEHIND = re.compile(r",? ?(?:(?:of|in|im|des|de|en) )?")
_BEFORE = re.compile(r",? (?:(?:on|in|am|im|en|le|el) )?")


class Told(NamedTuple):
    """A date of a text and the words that tell its year, and the day with that year."""

    start: int
    end: int
    day: Day


def told_years(text: str, language: Language, written: str) -> list[Told]:
    """The dates of a ``readable`` text beside which words tell the year; ``written`` is the date
    of the text (2025, 2025-02-06). A year that a date has itself is left as it is."""
    years = [*RELATIVE.finditer(text)] if re.match(r"\d{4}", written) else []
    found = []
    for dated in find_dates(text, language) if years else ():
        day = dated.days[0]
        if len(dated.days) > 1 or day.month is None or day.year:
            continue
        for year in years:
            behind = _BEHIND.fullmatch(text, dated.end, max(year.start(), dated.end))
            before = _BEFORE.fullmatch(text, year.end(), max(dated.start, year.end()))
            if (behind and year.start() >= dated.end) or (before and dated.start >= year.end()):
                told = day._replace(year=int(written[:4]) + AWAY[year.lastgroup or "this"])
                start, end = min(dated.start, year.start()), max(dated.end, year.end())
                found.append(Told(start, end, told))
                break
    return found
