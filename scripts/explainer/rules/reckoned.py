"""What a page may reckon from the facts that it cites: days between two dates, a weekend, and how
many take part or are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from ..text.days import day_of
from ..text.languages import Language
from ..text.quantities import find_quantities
from ..topic.model import Event, Figure, Organisation, Person, Quote
from ..topic.roles import DATE, values
from ..topic.site import Site

_APART = re.compile(r"\s(days?|weeks?)\s(?:after|later|before|earlier|apart|passed|between)\b")
_WEEKEND = re.compile(r"\b(?:that|the|this|at the|over the)\sweekend\b(?!s)", re.I)
_MEDIA = re.compile(r"\s(?:\w+\s)?(?:networks|broadcasters|stations|channels|outlets|papers)\b")
_PEOPLE = re.compile(r"\s(?:men|women|people|leaders|politicians|presidents)\b")
_THE_TWO = re.compile(r"\s(?:met|meet|spoke|talked|agreed|sat|stood|had met|were|are)\b")
_CITED = re.compile(r"\s(?:\w+\s)?(?:numbers|figures|estimates)\b")
_SOURCES = re.compile(r"\s(?:\w+\s)?sources\b")
_QUOTED = re.compile(r"\s(?:\w+\s)?(?:quotations|quotes|remarks|statements)\b")


def without_reckoned(site: Site, cites: list[str], text: str, language: Language) -> str:
    """A text without what it may reckon from the records that it cites, in whose place nothing is
    a number."""
    for start, end in sorted(_reckoned(site, cites, text, language), reverse=True):
        text = f"{text[:start]}\0{text[end:]}"
    return text


def _reckoned(
    site: Site, cites: list[str], text: str, language: Language
) -> Iterator[tuple[int, int]]:
    """Where a text says what follows from the records that it cites."""
    found = [date(*day) for day in _days(site, cites)]
    if any(day.weekday() > 4 for day in found):
        yield from (match.span() for match in _WEEKEND.finditer(text))
    records = [site.topic.records[name] for name in dict.fromkeys(cites)]
    figures = [one for one in records if isinstance(one, Figure)]
    parties = [
        [site.topic.records[who] for who in one.participants if who in site.topic.records]
        for one in records
        if isinstance(one, Event)
    ]
    between = {abs((a - b).days) for a, b in combinations(found, 2)}
    counts = (
        (_MEDIA, {sum(map(_is_media, some)) for some in parties}),
        (_PEOPLE, {sum(isinstance(one, Person) for one in some) for some in parties}),
        (_THE_TWO, {sum(isinstance(one, Person) for one in some) for some in parties} & {2}),
        (_CITED, {len(figures)}),
        (_SOURCES, {len({one.attribution for one in figures})}),
        (_QUOTED, {sum(isinstance(one, Quote) for one in records)}),
    )
    for quantity in find_quantities(text, language) if records else ():
        whole = {int(v) for v in quantity.values if isinstance(v, Decimal) and v == int(v)}
        if quantity.bound or quantity.percent or not whole or max(whole) > 99:
            continue
        if match := _APART.match(text, quantity.end):
            step = 7 if match[1].startswith("week") else 1
            if whole & {days // step for days in between if days % step == 0}:
                yield quantity.start, match.end()
        elif any(kind.match(text, quantity.end) and whole & many - {0, 1} for kind, many in counts):
            yield quantity.start, quantity.end


def _is_media(agent: object) -> bool:
    return isinstance(agent, Organisation) and agent.type == "media"


def _days(site: Site, cites: list[str]) -> set[tuple[int, int, int]]:
    """The whole dates of the records that are cited."""
    return {
        (day.year, day.month, day.day)
        for name in cites
        for _, value, spec in values(site.topic.records[name])
        if spec.role is DATE and isinstance(value, str) and value[:1].isdigit()
        for day in (day_of(value),)
        if day.year and day.month and day.day and day.weekday is not None
    }
