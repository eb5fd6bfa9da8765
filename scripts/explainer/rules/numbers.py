"""The rules on numbers in records and sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..text.multiples import in_two_ways
from ..text.numbers import read_number
from ..text.passages import Passages
from ..text.printed import Printed
from ..text.spans import Cover, Span
from ..text.words import beside_a_month
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure, Quote
from ..topic.problems import Problem
from ..topic.roles import PRINTED, having
from ..topic.site import Site
from ..topic.topic import SourceText
from .asides import entry
from .common import describe, of_class, set_aside, turn_of, waiting
from .registry import rule


@rule(whole=False)
def value_as_printed(site: Site) -> Iterator[Problem]:
    """A figure's value_text appears in its evidence, not inside a longer number, and reads as its
    value (and value_max; of a score, value_against), by the marks of the source's language. It is
    no date, no time of day and no number of a report, and no end of a range."""
    for name, record in site.topic.records.items():
        placed = site.evidence.of(name, "evidence")
        for field in having(type(record), PRINTED) if placed else ():
            printed = getattr(record, field)
            if name not in site.evidence.numbers:
                yield site.problem(
                    name,
                    (field,),
                    f"{field} is not in the evidence as a whole number",
                    "copy the number as the source prints it, and let the evidence hold it",
                    printed,
                    _as_the_source_prints_it(site, name),
                )
            elif fault := _misread(site, name, printed):
                where, message, help = fault
                wrote = _range(record.value, record.value_max) if where == "value" else printed
                yield site.problem(name, (where or field,), message, help, wrote)


def _as_the_source_prints_it(site: Site, name: str) -> str:
    """The number in a figure's evidence that reads as its value, or is the only one there; empty
    where none is meant plainly."""
    record = site.topic.records[name]
    found = []
    for placed in site.evidence.of(name, "evidence"):
        passages = site.topic.sources[placed.source].passages
        places = Cover(placed.spans)
        found += [passages.text[a:b] for a, b in passages.numbers if places.touches(Span(a, b))]
        language = passages.language
    assert isinstance(record, Figure)
    alike = [n for n in found if (r := read_number(n, language)) and r.value == record.value]
    some = alike or (found if len(found) == 1 else [])
    return some[0] if some else ""


def _misread(site: Site, name: str, printed: str) -> tuple[str, str, str] | None:
    """What is wrong with a figure whose printed number is in its evidence: the field (empty for
    the printed number), what it is, how to fix it."""
    source, span = site.evidence.numbers[name]
    passages, record = site.topic.sources[source].passages, site.topic.records[name]
    if not passages.language.known:
        tag = site.topic.sources[source].record.language
        message = f'the checks do not know how the language "{tag}" prints numbers'
        return "", message, "fix language: of the source; or set the number aside"
    around = Printed(passages, span)
    if what := "" if record.draft else around.no_quantity():
        return "", f'"{printed}" is {what}, and no quantity', "make it an event, or set it aside"
    assert isinstance(record, Figure)
    reading = around.reading()
    score = None if record.draft and record.value_against is None else around.score()
    if score or record.value_against is not None:
        if (record.value, record.value_against) == score and record.value_max is None:
            return None
        if not score:
            help = "remove value_against; or write both sides as value_text, as in 14 votes to nine"
            return "value_against", f'"{printed}" is no score or vote here', help
        message = f'value does not agree with value_text: "{printed}" is a score or a vote'
        sides = f"write value: {score[0]:f} and value_against: {score[1]:f}"
        return "value", message, sides
    if reading is None and in_two_ways(printed):
        help = "record its number alone, with times as its unit; or set it aside"
        return "", f'"{printed}" may be read in two ways', help
    if reading is None:
        help = "write just the number, with its million, percent or to-1"
        return "", f'"{printed}" cannot be read as a number', help
    if reading.maximum is not None and around.are_two():
        return "", f'"{printed}" is two numbers here, and no range', "make two figures of them"
    if reading != (record.value, record.value_max):
        message = f'value does not agree with value_text: "{printed}" reads as {_range(*reading)}'
        return "value", message, "fix the one that is wrong; a range has value_max too"
    if record.draft:
        return None
    if record.qualifier == "exact" and reading.maximum is None and (whole := around.end_of()):
        help = "take the whole range, with value_max; or say at_least or at_most"
        return "", f'"{printed}" is one end of the range "{whole}"', help
    return None


def _range(value: Decimal, maximum: Decimal | None) -> str:
    return f"{value:f}" + (f" to {maximum:f}" if maximum is not None else "")


@rule(whole=True)
def no_unrecorded_number(site: Site) -> Iterator[Problem]:
    """Every number in a source is a figure's value_text, or dates an event in whose evidence it
    stands, or is set aside, by itself or with its sentence. Of a sentence that nothing uses this is
    said with the sentence."""
    used = number_spans(site)
    for source in site.topic.sources.values():
        unused = site.unused[source.id].spans
        known = *used[source.id], *set_aside(site, source, "number"), *meant(site, source)
        covered = Cover([*known, *unused])
        for number in source.passages.numbers:
            if not covered.covers_middle_of(number):
                sentence = source.passages.sentence_at(number.start)
                context = source.passages.words(
                    max(sentence.start, number.start - 40), min(sentence.end, number.end + 40)
                )
                dated = Printed(source.passages, number).no_quantity() == "a date"
                twice = _twice(site, source, Span(sentence.start, sentence.end))
                problem = Problem(
                    source.path,
                    source.passages.line_at(number.start),
                    f'no record has the number "{source.passages.text[number.start : number.end]}"'
                    f" ({describe(source, number.start)})",
                    f"{waiting(site, source, number, 'figures')}{twice}make it"
                    f" {'an event of that date' if dated else 'a figure'}, or put this under"
                    f" set_aside: in {source.where.path}, with a note that has the number",
                    "",
                    context,
                )
                yield problem._replace(paste=entry(source, number, "number"))


def _twice(site: Site, source: SourceText, sentence: Span) -> str:
    """That two figures have one number of a sentence, of which one may mean another there."""
    found = defaultdict[Span, list[str]](list)
    for name, (where, span) in site.evidence.numbers.items():
        if where == source.id and sentence.start <= span.start < sentence.end:
            found[span].append(name)
    for (start, end), names in found.items():
        if names[1:]:
            words = source.passages.text[start:end]
            return f'give it to {" or ".join(names)}, which both have "{words}" here, or '
    return ""


def number_spans(site: Site) -> dict[str, list[Span]]:
    """The numbers that records account for: value_text of figures, and what dates an event in its
    evidence: its date_text, the year of its date, and, where no date_text is given, the day."""
    found: dict[str, list[Span]] = defaultdict(list)
    for name, (source, span) in site.evidence.numbers.items():
        if not site.topic.records[name].draft:
            found[source].append(span)
    for quote in of_class(site, Quote):  # a post's date, where it is signed
        turn = None if quote.draft else turn_of(site, site.evidence.of(quote.id, "text"))
        if turn and turn[1].posted and quote.date_said != NOT_STATED:
            dates = {int(part) for part in quote.date_said.split("-")}
            source, label = site.evidence.of(quote.id, "text")[0].source, Cover([turn[1].label])
            signed = (number for number in turn[0].numbers if label.touches(number))
            found[source] += [number for number in signed if _says(turn[0], number, dates)]
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


def meant(site: Site, source: SourceText) -> Iterator[Span]:
    """The numbers that figures mean whose value_text is not in their evidence, which is the fault
    to fix: those that read as the value, else all in the evidence."""
    passages = source.passages
    for figure in of_class(site, Figure):
        if figure.id in site.evidence.numbers or figure.draft:
            continue
        places = Cover(
            span
            for placed in site.evidence.of(figure.id, "evidence")
            for span in (placed.spans if placed.source == source.id else ())
        )
        inside = [number for number in passages.numbers if places.touches(number)]
        readings = [read_number(passages.text[a:b], passages.language) for a, b in inside]
        alike = [n for n, r in zip(inside, readings, strict=True) if r and r.value == figure.value]
        yield from alike or inside


def _says(passages: Passages, number: Span, dates: set[int]) -> bool:
    """Whether a number is one of some."""
    printed = passages.text[number.start : number.end]
    return printed.isdecimal() and int(printed) in dates


def _dates(passages: Passages, number: Span, dates: set[int]) -> bool:
    """Whether a number is the year or the day of a date."""
    printed = passages.text[number.start : number.end]
    if not _says(passages, number, dates):
        return False
    # A day appears beside its month, and other things are counted too.
    day = len(printed) < 3 and passages.language.code == "en"
    return not day or beside_a_month(passages.text, number, 3)
