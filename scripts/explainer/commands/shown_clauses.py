"""The clauses that a statement rests on, shown to a reviewer with a sentence around each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.spans import Cover, Span, joined
from ..text.speech import pronouns_in
from ..topic.evidence import Placed
from ..topic.site import Site
from .markdown import piece, safe


def clauses(site: Site, placed: Sequence[Placed]) -> Iterator[str]:
    """Some clauses in bold within their sentences, those of sentences beside each other together;
    with the sentence before, too, where a clause has a pronoun, whose name may be there."""
    by_source: dict[str, list[Placed]] = {}
    for one in placed:
        by_source.setdefault(one.source, []).append(one)
    for source, some in by_source.items():
        passages = site.topic.sources[source].passages
        bold = Cover(span for one in some for span in one.spans)
        shown = {s for span in bold.spans for s in passages.sentences_of(span)}
        for one in some:
            first = passages.sentence_at(one.spans[0].start)
            if first.number > 1 and pronouns_in(one.exact, passages.language):
                shown.add(passages.sentence_at(first.start - 2))
        for place in joined(Span(s.start, s.end) for s in shown):
            yield _sentences(site, source, place, bold)


def _sentences(site: Site, source: str, place: Span, bold: Cover) -> str:
    passages, label = site.topic.sources[source].passages, site.topic.sources[source].record.label
    text, at = "", place.start
    for start, end in bold.common([place]):
        text += f"{piece(passages.text[at:start])}<b>{piece(passages.text[start:end])}</b>"
        at = end
    text += piece(passages.text[at : place.end])
    first, last = passages.sentence_at(place.start), passages.sentence_at(place.end - 1)
    to = f" to {last.number}" if last != first else ""
    return (
        f"{text} <i>({safe(label)}, paragraph {first.paragraph}, sentence {first.number}{to})</i>"
    )
