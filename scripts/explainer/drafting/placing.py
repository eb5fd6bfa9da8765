"""Words that place a record in its source: they, or they with those beside them, appear once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from ..text.bounds import Clauses
from ..text.clauses import condition_left_out, left_out
from ..text.folded import CLOSING, OPENING
from ..text.folding import fold, inside_word
from ..text.passages import GAP
from ..text.spans import Span
from .mentions import Mentions

Words = str | dict[str, str]  # as evidence is written: bare, or with a prefix and a suffix


class Placing:
    """Finds words that can be placed in the source of ``reading``."""

    def __init__(self, reading: Mentions):
        self.reading, self.passages = reading, reading.passages
        self.text = reading.text
        self.counts = Counter(re.findall(r"\w+", self.passages.folded))

    def words(self, *choices: Span, within: Span | None = None) -> Words | None:
        """The first of some spans, in whole words, that can be placed and lies ``within``."""
        for choice in choices:
            start, end = span = self._widened(choice)
            exact = " ".join(self.text[start:end].split())
            inside = not within or within.start <= start <= end <= within.end
            if inside and self._is_evidence(span, exact) and (words := self._distinct(span, exact)):
                return words
        return None

    def evidence(self, *choices: Span, clause: bool = True) -> Words | None:
        """The first of some spans that a record may rest on; else the first that can be placed."""
        return self.whole(*choices, clause=clause) or self.words(*choices)

    def whole(self, *choices: Span, clause: bool = True) -> Words | None:
        """The first of some spans that is whole clauses, with all that turns what they say round.
        What is no ``clause`` says whose words are beside it."""
        wide = (choice for choice in choices if self._is_whole(self._widened(choice), clause))
        return self.words(*wide)

    def _is_whole(self, span: Span, clause: bool) -> bool:
        return not (
            Clauses(self.passages, span).fault((span,), clause)
            or left_out(self.passages, (span,))
            or (clause and condition_left_out(self.passages, *span))
        )

    def _widened(self, span: Span) -> Span:
        low, high = self.reading.paragraph(span.start)
        start, end = span.start, min(span.end, high)
        while start > low and self._is_attached(start - 1, OPENING):
            start -= 1
        while end < high and self._is_attached(end, CLOSING):
            end += 1
        return Span(start, end)

    def _is_attached(self, at: int, marks: str) -> bool:
        char = self.text[at]
        return not char.isspace() and (char not in marks or inside_word(self.text, at))

    def _is_evidence(self, span: Span, exact: str) -> bool:
        """Whether a record can hold these words, and they break into no quotation."""
        raw = self.text[span.start : span.end]
        tight = Span(span.end - len(raw.lstrip()), span.start + len(raw.rstrip()))
        fits = 0 < len(exact) <= 5000 and GAP not in exact
        return fits and not self.passages.splits_quotation((tight,))

    def _is_unique(self, exact: str) -> bool:
        bare = re.findall(r"\w+", fold(exact))
        once = any(self.counts[word] == 1 for word in bare)
        return once or (len(bare) > 2 and len(self.passages.find(exact)) == 1)

    def _distinct(self, span: Span, exact: str) -> Words | None:
        """Words with as many of those beside them as it takes to make them unique, if any."""
        if self._is_unique(exact):
            return exact
        (start, end), (low, high) = span, self.reading.paragraph(span.start)
        gaps = ("", " ")
        for reach in (40, 400, 4000):
            before = self.text[max(low, start - reach) : start].split()
            after = self.text[end : min(high, end + reach)].split()
            # The outermost word may be cut off.
            prefix = " ".join(before[start - reach > low :])
            suffix = " ".join(after[: len(after) - (end + reach < high)])
            for behind in ("", suffix):
                sides = {side: w for side, w in (("prefix", prefix), ("suffix", behind)) if w}
                forms = {fold(prefix + a + exact + b + behind) for a in gaps for b in gaps}
                if sides and sum(len(self.passages.slices(form)) for form in forms) == 1:
                    return {"exact": exact, **sides}
        return None

    def clause(self, span: Span, clause: bool = True) -> Span:
        """The whole clause around some words of one sentence."""
        return Clauses(self.passages, span).widened((span,), clause)

    def around(self, start: int, end: int) -> list[Span]:
        """Spans around some words, the best first: their sentence, then ever less of it."""
        sentence, outer = self.passages.sentence_at(start), self.reading.outer
        i = bisect_right(outer, (start, 1 << 60)) - 1
        low, high = outer[i] if i >= 0 else Span(0, -1)
        if start >= high:
            low, high = high + 1, outer[i + 1].start - 1 if i + 1 < len(outer) else sentence.end
        low, high = max(sentence.start, low), min(sentence.end, high)
        spans = [  # the second splits no quotation
            Span(sentence.start, sentence.end),
            Span(low, high),
            self.clause(Span(start, end)),
            Span(max(low, start - 60), min(high, end + 60)),
            Span(start, end),
        ]
        return [s for s in spans if s.end - s.start < 400 and s.start <= start and end <= s.end]
