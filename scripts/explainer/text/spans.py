"""Places in a text, and the union of some of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a source's text, in code points, end exclusive (W3C TextPositionSelector)."""

    start: int
    end: int


class Cover:
    """The union of some spans, and what of another span it covers."""

    def __init__(self, spans: Iterable[Span]):
        self.spans: list[Span] = []
        for start, end in sorted(spans):
            if self.spans and start <= self.spans[-1].end:
                self.spans[-1] = Span(self.spans[-1].start, max(end, self.spans[-1].end))
            else:
                self.spans.append(Span(start, end))

    def covers_middle_of(self, span: Span) -> bool:
        """Whether the middle of ``span`` is covered; quotation marks at its edges need not be."""
        middle = (span.start + span.end) // 2
        i = bisect_right(self.spans, (middle, 1 << 60)) - 1
        return i >= 0 and self.spans[i].start <= middle < self.spans[i].end

    def holds(self, span: Span) -> bool:
        """Whether all of ``span`` is covered."""
        i = bisect_right(self.spans, (span.start, 1 << 60)) - 1
        return i >= 0 and self.spans[i].end >= span.end

    def common(self, others: Iterable[Span]) -> list[Span]:
        """What is covered of some spans."""
        found = []
        for start, end in others:
            first = max(bisect_left(self.spans, (start,)) - 1, 0)
            for a, b in islice(self.spans, first, bisect_left(self.spans, (end,))):
                if start < b:
                    found.append(Span(max(a, start), min(b, end)))
        return found

    def touches(self, span: Span) -> bool:
        """Whether any of ``span`` is covered."""
        i = bisect_left(self.spans, (span.end,)) - 1
        return i >= 0 and self.spans[i].end > span.start


def joined(words: Iterable[Span]) -> Iterator[Span]:
    """Words that follow one another, with at most a character between them, as one."""
    begun: Span | None = None
    for word in sorted(words):
        if begun and word.start <= begun.end + 1:
            begun = Span(begun.start, word.end)
        else:
            if begun:
                yield begun
            begun = word
    if begun:
        yield begun
