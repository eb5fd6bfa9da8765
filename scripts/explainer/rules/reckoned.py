"""What a page may reckon from the facts that it cites: days between two dates, a weekend, and how
many take part or are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from ..text.days import day_of
from ..text.folding import fold
from ..text.languages import Language
from ..text.quantities import find_quantities
from ..text.quantity import Quantity
from ..text.units import PEOPLE
from ..topic.agents import Organisation, Person
from ..topic.model import Event, Figure, Position, Quote
from ..topic.record import Record
from ..topic.roles import DATE, values
from ..topic.site import Site

_APART = re.compile(
    r"\s(days?|weeks?|months?)\s(?:after|later|before|earlier|apart|passed|between)\b"
)
_WEEKEND = re.compile(r"\b(?:that|the|this|at the|over the)\sweekend\b(?!s)", re.I)
_MEDIA = re.compile(r"\s(?:\w+\s)?(?:networks|broadcasters|stations|channels|outlets|papers)\b")
_PEOPLE = re.compile(r"\s(?:men|women|people|leaders|politicians|presidents)\b")
_THE_TWO = re.compile(r"\s(?:met|meet|spoke|talked|agreed|sat|stood|had met|were|are)\b")
_CITED = re.compile(r"\s(?:\w+\s)?(?:numbers|figures|estimates|counts)\b")
_SOURCES = re.compile(r"\s(?:\w+\s)?sources\b")
_PARTIES = re.compile(
    r"\s(?:sides|parties|capitals|governments|countries|states|nations|neighbours|armies)\b"
)
# Behind a number: what is counted, and a colon; before one: all of what stands before.
_LISTED = re.compile(r"(?:,?\s[\w'’-]+){1,12}?:\s")
_ALL = re.compile(r"\b(?:all|of (?:the|these|those)|these|those)\s$", re.I)
_COMMA = re.compile(r",\s")
_LAST = re.compile(r",?\s(?:and|or|nor)\s")
# Items with commas between them, and one more behind a last word of joining.
_RUN = re.compile(r"(?:[^,.;:!?]+,\s)+?[^,.;:!?]+?,?\s(?:and|or|nor)\s")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_QUOTED = re.compile(r"\s(?:\w+\s)?(?:quotations|quotes|remarks|statements)\b")


def without_reckoned(site: Site, cites: list[str], text: str, language: Language) -> str:
    """A text without what it may reckon from the records that it cites, in whose place nothing is
    a number."""
    for start, end in sorted(_reckoned(site, cites, text, language), reverse=True):
        text = f"{text[:start]}\0{text[end:]}"
    return text


def reckoned(site: Site, cites: list[str], text: str, language: Language) -> Iterator[str]:
    """The words of a text that it may reckon from the records that it cites."""
    for start, end in _reckoned(site, cites, text, language):
        yield text[start:end]


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
    months = {abs(a - b) for a, b in combinations(_months(site, cites), 2)}
    counts = (
        (_MEDIA, {sum(map(_is_media, some)) for some in parties}),
        (_PEOPLE, {sum(isinstance(one, Person) for one in some) for some in parties}),
        (_THE_TWO, {sum(isinstance(one, Person) for one in some) for some in parties} & {2}),
        (_CITED, {len(figures)}),
        (_PARTIES, {len(_states(site, records))}),
        (_SOURCES, {len({one.attribution for one in figures})}),
        (_QUOTED, {sum(isinstance(one, Quote) for one in records)}),
    )
    for quantity in find_quantities(text, language) if records else ():
        whole = {int(v) for v in quantity.values if isinstance(v, Decimal) and v == int(v)}
        if quantity.bound or quantity.percent or not whole or max(whole) > 99:
            continue
        if match := _APART.match(text, quantity.end):
            step = 7 if match[1].startswith("week") else 1
            if match[1].startswith("month"):
                if whole & months:
                    yield quantity.start, match.end()
            elif whole & {days // step for days in between if days % step == 0}:
                yield quantity.start, match.end()
        elif any(kind.match(text, quantity.end) and whole & many - {0, 1} for kind, many in counts):
            yield quantity.start, quantity.end


def _is_media(agent: object) -> bool:
    return isinstance(agent, Organisation) and agent.type == "media"


def _states(site: Site, records: list[Record]) -> set[str]:
    """The states whose positions are among some records, or that take part in events of them."""
    named = [one.holder for one in records if isinstance(one, Position)]
    named += [who for one in records if isinstance(one, Event) for who in one.participants]
    agents = ((name, site.topic.records.get(name)) for name in named)
    return {n for n, one in agents if isinstance(one, Organisation) and one.type == "state"}


def _months(site: Site, cites: list[str]) -> set[int]:
    """The months of the dates of the records that are cited, counted on from year to year."""
    days = (
        day_of(value)
        for name in cites
        for _, value, _ in values(site.topic.records[name], DATE)
        if isinstance(value, str) and value[:1].isdigit()
    )
    return {12 * day.year + day.month for day in days if day.year and day.month}


def _days(site: Site, cites: list[str]) -> set[tuple[int, int, int]]:
    """The whole dates of the records that are cited."""
    return {
        (day.year, day.month, day.day)
        for name in cites
        for _, value, _ in values(site.topic.records[name], DATE)
        if isinstance(value, str) and value[:1].isdigit()
        for day in (day_of(value),)
        if day.year and day.month and day.day and day.weekday is not None
    }


def counts_a_list(quantity: Quantity, text: str, paragraph: str, items: int) -> bool:
    """Whether a small number in words counts what is listed behind it and a colon (three things: a,
    b and c), the items of a list below it, or, behind "all", what is listed before it."""
    many = {int(v) for v in quantity.values if isinstance(v, Decimal) and v == int(v)}
    plain = quantity.text.isalpha() and not (quantity.bound or quantity.percent)
    if not (plain and len(many) == 1 and 1 < (count := min(many)) < 13):
        return False
    if items == count and quantity.unit in (None, PEOPLE):
        return True
    behind = _LISTED.match(text, quantity.end)
    if behind and quantity.unit in (None, PEOPLE):
        return count == _items(fold(text[behind.end() :]))
    if quantity.unit is None and count > 2 and _ALL.search(text[: quantity.start]):
        before = fold(paragraph).partition(fold(text))[0] + fold(text[: quantity.start])
        return any(len(_COMMA.findall(run.group())) == count - 2 for run in _RUN.finditer(before))
    return False


def _items(text: str) -> int:
    """How many things a text lists, up to the end of its sentence; none if it is no list."""
    text = _SENTENCE_END.split(text)[0]
    if ";" in text:
        return text.rstrip("; ").count(";") + 1
    joined = len(_LAST.findall(text))
    return len(_COMMA.findall(_LAST.sub(" & ", text))) + joined + 1 if joined else 0
