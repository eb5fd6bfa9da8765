"""A text with its characters folded, and exact words found in it, with their places in the text as
it was read."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from .folding import WORD, clusters, inside_word, straight
from .spans import Span

OPENING = "([{«‹\"'“‘„‚»›「"
CLOSING = ")]}»›\"'”’“‘«‹」"
_RUN = re.compile(r"\S+")
_UNEVEN = re.compile(r"[^\S ]|  ")  # white space that is more than one plain space


class Folded:
    """The paragraphs of a ``source``, folded, one a line: that is the ``text``. ``origin`` has for
    each of its characters where it is in the source."""

    def __init__(self, source: str, paragraphs: list[Span]):
        self.source, self.paragraphs = source, paragraphs
        self._fold()

    def _fold(self) -> None:
        """Set ``text`` and ``origin``."""
        pieces: list[str] = []
        origin = array("I")

        def as_it_is(words: str, at: int) -> bool:
            """Nearly all words, and paragraphs, fold character for character."""
            if "\xad" in words or not unicodedata.is_normalized("NFC", words):
                return False
            pieces.append(straight(words))
            origin.extend(range(at, at + len(words)))
            return True

        for number, (start, end) in enumerate(self.paragraphs):
            if number:
                pieces.append("\n")
                origin.append(start)
            whole = self.source[start:end]
            if not _UNEVEN.search(whole) and as_it_is(whole, start):
                continue
            gap = 0
            for word in _RUN.finditer(whole):
                if gap:
                    pieces.append(" ")
                    origin.append(start + gap)
                gap = word.end()
                if not as_it_is(word.group(), at := start + word.start()):
                    for piece, offset in clusters(word.group()):
                        piece = straight(piece)
                        pieces.append(piece)
                        origin.extend([at + offset] * len(piece))
        self.text = "".join(pieces)
        origin.append(self.paragraphs[-1].end if self.paragraphs else 0)
        self.origin = origin

    @cached_property
    def index(self) -> dict[str, array[int]]:
        """Where each word of the folded text begins, so that a search need not read all of it."""
        index: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for word in WORD.finditer(self.text):
            index[word.group()].append(word.start())
        return dict(index)

    def occurrences(self, words: str) -> Iterator[int]:
        """Where folded ``words`` are in the folded text.

        A word inside ``words`` is whole, so its places in the index are the only candidates; the
        rarest has fewest."""
        inner = [w for w in WORD.finditer(words) if w.start() > 0 and w.end() < len(words)]
        if inner:
            places = ((self.index.get(w.group(), ()), w.start()) for w in inner)
            candidates, offset = min(places, key=lambda place: len(place[0]))
            for at in candidates:
                if at >= offset and self.text.startswith(words, at - offset):
                    yield at - offset
            return
        at = self.text.find(words)
        while at >= 0:
            yield at
            at = self.text.find(words, at + 1)

    def _clean_edges(self, start: int, end: int) -> bool:
        """Whether words begin and end where whole words do, with the punctuation attached to them:
        else a letter, digit or full stop dropped at either end would go unnoticed."""
        text = self.text

        def clean(beside: str, at: int, marks: str) -> bool:
            return not beside or beside.isspace() or (beside in marks and not inside_word(text, at))

        return clean(text[start - 1 : start], start - 1, OPENING) and clean(
            text[end : end + 1], end, CLOSING
        )

    def chains(
        self, parts: list[str], before: str, after: str
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        """The parts in order within one paragraph, the first right after ``before``, the last right
        before ``after``.

        From the last part back to the first only those places are kept from which the rest can
        follow, so that no number of parts and places makes the search long."""
        folded, last = self.text, len(parts[-1])
        places = {
            part: [at for at in self.occurrences(part) if self._clean_edges(at, at + len(part))]
            for part in set(parts)
        }

        def past_space(at: int) -> int:
            return at + folded.startswith(" ", at)

        rest = [[at for at in places[parts[-1]] if folded.startswith(after, past_space(at + last))]]
        for part in reversed(parts[:-1]):
            follows = rest[0]
            rest.insert(0, [at for at in places[part] if self._following(follows, at + len(part))])
        rest[0] = [
            at
            for at in rest[0]
            if folded.endswith(before, 0, at - folded.startswith(" ", max(at - 1, 0)))
        ]

        def chains(i: int, found: list[int]) -> Iterator[tuple[tuple[int, int], ...]]:
            for at in found:
                stop = at + len(parts[i])
                if i + 1 == len(parts):
                    yield ((at, stop),)
                else:
                    for more in chains(i + 1, self._following(rest[i + 1], stop)):
                        yield ((at, stop), *more)

        return chains(0, rest[0])

    def _following(self, places: list[int], stop: int) -> list[int]:
        """The first few of ``places`` after ``stop`` in its paragraph."""
        first = bisect_right(places, stop)
        line_end = self.text.find("\n", stop)
        return [at for at in places[first : first + 2] if line_end < 0 or at < line_end]

    def span(self, start: int, end: int) -> Span:
        """Offsets in the text for offsets in the folded text, with a last soft hyphen or accent."""
        stop = self.origin[end - 1] + 1
        following = self.origin[end] if end < len(self.origin) else len(self.source)
        while stop < following and (
            unicodedata.combining(self.source[stop]) or self.source[stop] == "\xad"
        ):
            stop += 1
        return Span(self.origin[start], stop)
