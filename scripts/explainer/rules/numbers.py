"""The rules on numbers in records and sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from ..text.languages import language
from ..text.numbers import read_number
from ..text.spans import Cover, Span
from ..text.words import beside_a_month
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.site import Site, at
from .common import describe, of_class, set_aside
from .registry import rule


@rule(whole=False)
def numbers_read(site: Site) -> Iterator[Problem]:
    """A figure's value_text stands in its evidence, not inside a longer number, and reads as its
    value (and value_max).
    """
    for figure in of_class(site, Figure):
        placed = site.evidence.of(figure.id, "evidence")
        if not placed:
            continue
        marks = site.topic.sources[placed[0].source].passages.language
        if figure.id not in site.evidence.numbers:
            yield Problem(
                *at(site, figure.id, "value_text"),
                "value_text does not stand in the evidence as a whole number",
                "copy the number as the source prints it, and let the evidence hold it",
                "",
                figure.value_text,
                placed[0].exact,
            )
            continue
        reading = read_number(figure.value_text, marks)
        if reading is None:
            yield Problem(
                *at(site, figure.id, "value_text"),
                f'"{figure.value_text}" cannot be read as a number',
                "write just the number, with its million, percent or to-1",
                "",
                figure.value_text,
            )
        elif reading != (figure.value, figure.value_max):
            said = f"{reading.value:f}" + (
                f" to {reading.maximum:f}" if reading.maximum is not None else ""
            )
            wrote = f"{figure.value:f}" + (
                f" to {figure.value_max:f}" if figure.value_max is not None else ""
            )
            yield Problem(
                *at(site, figure.id, "value"),
                f'value does not agree with value_text: "{figure.value_text}" reads as {said}',
                "mend the one that is wrong; a range has value_max too",
                "",
                wrote,
            )


@rule(whole=True)
def every_number(site: Site) -> Iterator[Problem]:
    """Every number in a source is a figure's value_text, or dates an event in whose evidence it
    stands, or is set aside, by itself or with its sentence.
    """
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
    evidence: its date_text, the year of its date, and, where no date_text is given, the day.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for figure in site.topic.of_kind("figures"):
        if place := site.evidence.numbers.get(figure.id):
            found[place[0]].append(place[1])
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
                for number in passages.numbers[
                    bisect_left(passages.numbers, (span.start,)) : bisect_left(
                        passages.numbers, (span.end,)
                    )
                ]:
                    printed = passages.text[number.start : number.end]
                    day = len(printed) < 3 and passages.language is language(
                        "en"
                    )  # a day stands beside its month, and other things are counted too
                    if (
                        printed.isdecimal()
                        and int(printed) in dates
                        and (not day or beside_a_month(passages.text, number, 3))
                    ):
                        found[placed.source].append(number)
    return found
