"""Drafts that an editor does not want, as entries to set aside."""

from __future__ import annotations

from collections.abc import Iterator

from ..drafting.aside import UNDECIDED, Aside, set_aside
from ..drafting.mentions import Mentions
from ..drafting.placing import Placing
from ..text.spans import Cover, Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event, Figure, Quote
from ..topic.record import Named
from ..topic.site import Site
from ..topic.topic import SourceText


def drafts_aside(site: Site, source: SourceText, ids: list[str]) -> Iterator[Aside]:
    """All that is to be set aside once some drafts are gone: each sentence and clause that no other
    record has; where another has the sentence, the quotation or the number alone."""
    placing = Placing(Mentions(source, {}))
    others = [id for id in site.topic.records if id not in ids]
    kept = [span for id in others for span in _saying(site, source, id)]
    yield from set_aside(source, placing, kept, [*_numbers(source)])
    covered = Cover(kept)
    for id in ids:
        for sentence in _sentences(source, _saying(site, source, id)):
            if any(map(covered.covers_middle_of, source.passages.words_in(*sentence))):
                yield from _alone(site, source, placing, id, covered)
                break


def _numbers(source: SourceText) -> Iterator[Span]:
    """The numbers that are set aside already, and of which nobody wrote a note."""
    for item in source.record.set_aside:
        if item.what == "number" and item.note in UNDECIDED:
            for place in source.passages.find(item.exact, item.prefix, item.suffix):
                yield Span(place[0].start, place[-1].end)


def _alone(
    site: Site, source: SourceText, placing: Placing, id: str, kept: Cover
) -> Iterator[Aside]:
    """The quotation or the number of a draft by itself, where its words are those of a record that
    is kept."""
    record, told = site.topic.records[id], NOT_STATED
    if isinstance(record, Quote):
        spans = [span for placed in site.evidence.of(id, "text") for span in placed.spans]
        what, reason = "quotation", "background"
    elif isinstance(record, Figure) and id in site.evidence.numbers:
        spans, what, reason = [site.evidence.numbers[id][1]], "number", "background"
        told = _told(record)
    elif isinstance(record, Event):
        spans = [n for n in source.passages.numbers for s in _saying(site, source, id) if _in(n, s)]
        spans = [n for n in spans if source.passages.text[slice(*n)] in (record.date_text or "")]
        what, reason = "number", "not_a_quantity"
    else:
        return
    for span in spans:
        exact = placing.words(span) if kept.touches(span) else None
        if exact:
            yield Aside(exact, reason, what=what, told=told)


def _told(figure: Figure) -> str:
    """The note of a number that a draft has the unit of: 28 days; else that none is written."""
    unit, printed = figure.unit, figure.value_text
    if unit == NOT_STATED or not unit[:1].isalpha() or "%" in printed:
        return NOT_STATED
    words = printed if unit in printed.split() else f"{printed} {unit}"
    return f"{words[:1].upper()}{words[1:]}."


def _in(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _saying(site: Site, source: SourceText, id: str) -> list[Span]:
    """The words of a source that a record rests on, but for those that only name somebody."""
    if isinstance(site.topic.records[id], Named):
        return []
    places = (*site.evidence.of(id), *site.evidence.of(id, "text"))
    return [span for placed in places if placed.source == source.id for span in placed.spans]


def _sentences(source: SourceText, spans: list[Span]) -> list[Span]:
    """The sentences that some words are in, each once."""
    found = [Span(s.start, s.end) for span in spans for s in source.passages.sentences_of(span)]
    return list(dict.fromkeys(found))
