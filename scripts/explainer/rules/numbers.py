"""The rules on numbers in records and sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..text.languages import language
from ..text.numbers import read_number
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..text.words import beside_a_month
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.roles import PRINTED, having
from ..topic.site import Site
from .common import describe, set_aside
from .registry import rule


@rule(whole=False)
def value_as_printed(site: Site) -> Iterator[Problem]:
    """A figure's value_text appears in its evidence, not inside a longer number, and reads as its
    value (and value_max)."""
    for name, record in site.topic.records.items():
        placed = site.evidence.of(name, "evidence")
        for field in having(type(record), PRINTED) if placed else ():
            printed = getattr(record, field)
            reading = read_number(printed, site.topic.sources[placed[0].source].passages.language)
            if name not in site.evidence.numbers:
                yield site.problem(
                    name,
                    (field,),
                    f"{field} is not in the evidence as a whole number",
                    "copy the number as the source prints it, and let the evidence hold it",
                    printed,
                    placed[0].exact,
                )
            elif reading is None:
                yield site.problem(
                    name,
                    (field,),
                    f'"{printed}" cannot be read as a number',
                    "write just the number, with its million, percent or to-1",
                    printed,
                )
            elif isinstance(record, Figure) and reading != (record.value, record.value_max):
                yield site.problem(
                    name,
                    ("value",),
                    f'value does not agree with {field}: "{printed}" reads as'
                    f" {_range(reading.value, reading.maximum)}",
                    "fix the one that is wrong; a range has value_max too",
                    _range(record.value, record.value_max),
                )


def _range(value: Decimal, maximum: Decimal | None) -> str:
    return f"{value:f}" + (f" to {maximum:f}" if maximum is not None else "")


@rule(whole=True)
def no_unrecorded_number(site: Site) -> Iterator[Problem]:
    """Every number in a source is a figure's value_text, or dates an event in whose evidence it
    stands, or is set aside, by itself or with its sentence."""
    used = number_spans(site)
    for source in site.topic.sources.values():
        covered = Cover([*used[source.id], *set_aside(site, source, "number")])
        for number in source.passages.numbers:
            if not covered.covers_middle_of(number):
                sentence = source.passages.sentence_at(number.start)
                context = source.passages.words(
                    max(sentence.start, number.start - 40), min(sentence.end, number.end + 40)
                )
                yield Problem(
                    source.path,
                    source.passages.line_at(number.start),
                    f'no record has the number "{source.passages.text[number.start : number.end]}"'
                    f" ({describe(source, number.start)})",
                    "make it a figure, or set it aside with what: number, a reason and a note",
                    "",
                    context,
                )


def number_spans(site: Site) -> dict[str, list[Span]]:
    """The numbers that records account for: value_text of figures, and what dates an event in its
    evidence: its date_text, the year of its date, and, where no date_text is given, the day."""
    found: dict[str, list[Span]] = defaultdict(list)
    for name, (source, span) in site.evidence.numbers.items():
        if not site.topic.records[name].draft:
            found[source].append(span)
    for event in site.topic.of_kind("events"):
        words = re.compile(r"\s+".join(map(re.escape, (event.date_text or "\0").split())))
        year, _, day = (*event.date.split("-"), "", "")[:3]
        dates = {int(part) for part in (year, "" if event.date_text else day) if part}
        for placed in site.evidence.of(event.id):
            passages = site.topic.sources[placed.source].passages
            for span in placed.spans:
                found[placed.source] += [
                    Span(*match.span()) for match in words.finditer(passages.text, *span)
                ]
                first = bisect_left(passages.numbers, (span.start,))
                last = bisect_left(passages.numbers, (span.end,))
                found[placed.source] += [
                    number
                    for number in passages.numbers[first:last]
                    if _dates(passages, number, dates)
                ]
    return found


def _dates(passages: Passages, number: Span, dates: set[int]) -> bool:
    """Whether a number is the year or the day of a date."""
    printed = passages.text[number.start : number.end]
    if not printed.isdecimal() or int(printed) not in dates:
        return False
    # A day appears beside its month, and other things are counted too.
    day = len(printed) < 3 and passages.language is language("en")
    return not day or beside_a_month(passages.text, number, 3)
