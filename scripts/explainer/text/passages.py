"""A source as numbered paragraphs, sentences and quoted passages, and exact words found in it.

Near matches are found for suggestions alone, by another function, and never pass."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from heapq import nlargest
from itertools import chain, islice

from .folding import STRAIGHT_MARKS, WORD, clusters, fold, inside_word, straight
from .languages import Language, language
from .numbers import find_numbers
from .quotations import quotations
from .sentences import Sentence, sentences_of_paragraph
from .spans import Cover, Span
from .turns import Turn, posts_of, turns_of

GAP = "[…]"
MOST_PARTS = 10  # of words divided by […]
OPENING = "([{«‹\"'“‘„‚»›「"
CLOSING = ")]}»›\"'”’“‘«‹」"
_HEADLINE = 40  # words are no headline any more, if they are more
_A_NAME = 3  # words: so few may all have a slip
_ALIKE = 0.8  # from where on words are others with a slip
_BESIDE = 0.1  # by how much words of a paragraph nearby count as nearer
_RUN = re.compile(r"\S+")
_UNEVEN = re.compile(r"[^\S ]|  ")  # white space that is more than one plain space
_PARAGRAPH = re.compile(r"\S(?:[^\r\n]|(?:\r\n|\r|\n)(?![^\S\r\n]*+(?:[\r\n]|\Z)))*+")


class Passages:
    """One source's text, made searchable.

    ``text`` is the text as it was read (any line ends); every offset that comes out of here is an
    offset into it."""

    def __init__(self, text: str, tag: str = "en"):
        self.text = text
        self.language: Language = language(tag)
        self.paragraphs = [Span(*m.span()) for m in _PARAGRAPH.finditer(text)]
        self.paragraphs = [Span(a, a + len(text[a:b].rstrip())) for a, b in self.paragraphs]
        self.sentences = [
            s
            for number, p in enumerate(self.paragraphs, 1)
            for s in sentences_of_paragraph(text, p, number, self.language)
        ]
        self._fold()

    # --- folding ----------------------------------------------------------------------------------

    def _fold(self) -> None:
        """Set ``folded``, the paragraphs one a line, and where its characters are in ``text``."""
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
            whole = self.text[start:end]
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
        self.folded = "".join(pieces)
        origin.append(self.paragraphs[-1].end if self.paragraphs else 0)
        self._origin = origin

    @cached_property
    def _index(self) -> dict[str, array[int]]:
        """Where each word of the folded text begins, so that a search need not read all of it."""
        index: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for word in WORD.finditer(self.folded):
            index[word.group()].append(word.start())
        return dict(index)

    @property
    def vocabulary(self) -> Collection[str]:
        """The words of the folded text, each once."""
        return self._index.keys()

    # --- exact words ------------------------------------------------------------------------------

    def _occurrences(self, words: str) -> Iterator[int]:
        """Where folded ``words`` are in the folded text.

        A word inside ``words`` is whole, so its places in the index are the only candidates; the
        rarest has fewest."""
        inner = [w for w in WORD.finditer(words) if w.start() > 0 and w.end() < len(words)]
        if inner:
            places = ((self._index.get(w.group(), ()), w.start()) for w in inner)
            candidates, offset = min(places, key=lambda place: len(place[0]))
            for at in candidates:
                if at >= offset and self.folded.startswith(words, at - offset):
                    yield at - offset
            return
        at = self.folded.find(words)
        while at >= 0:
            yield at
            at = self.folded.find(words, at + 1)

    def _clean_edges(self, start: int, end: int) -> bool:
        """Whether words begin and end where whole words do, with the punctuation attached to them:
        else a letter, digit or full stop dropped at either end would go unnoticed."""
        text = self.folded

        def clean(beside: str, at: int, marks: str) -> bool:
            return not beside or beside.isspace() or (beside in marks and not inside_word(text, at))

        return clean(text[start - 1 : start], start - 1, OPENING) and clean(
            text[end : end + 1], end, CLOSING
        )

    def _chains(
        self, parts: list[str], before: str, after: str
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        """The parts in order within one paragraph, the first right after ``before``, the last right
        before ``after``.

        From the last part back to the first only those places are kept from which the rest can
        follow, so that no number of parts and places makes the search long."""
        folded, last = self.folded, len(parts[-1])
        places = {
            part: [at for at in self._occurrences(part) if self._clean_edges(at, at + len(part))]
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
        line_end = self.folded.find("\n", stop)
        return [at for at in places[first : first + 2] if line_end < 0 or at < line_end]

    def find(
        self, exact: str, prefix: str | None = None, suffix: str | None = None, limit: int = 2
    ) -> list[tuple[Span, ...]]:
        """Where ``exact`` is, right after ``prefix`` and right before ``suffix``; at most ``limit``
        places. Parts divided by […], a space on either side of it, are in one paragraph, in order;
        each has a span of its own."""
        parts = fold(exact).split(f" {GAP} ")
        if not all(parts) or len(parts) > MOST_PARTS:
            return []
        chains = self._chains(parts, fold(prefix or ""), fold(suffix or ""))
        return [tuple(self._span(a, b) for a, b in chain) for chain in islice(chains, limit)]

    def slices(self, words: str) -> list[Span]:
        """Every place of ``words``, whole words or not: to tell why ``find`` found nothing."""
        folded = fold(words)
        places = self._occurrences(folded) if folded else ()
        return [self._span(at, at + len(folded)) for at in places]

    def _span(self, start: int, end: int) -> Span:
        """Offsets in the text for offsets in the folded text, with a last soft hyphen or accent."""
        stop = self._origin[end - 1] + 1
        following = self._origin[end] if end < len(self._origin) else len(self.text)
        while stop < following and (
            unicodedata.combining(self.text[stop]) or self.text[stop] == "\xad"
        ):
            stop += 1
        return Span(self._origin[start], stop)

    # --- places -----------------------------------------------------------------------------------

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def sentences_of(self, span: Span) -> list[Sentence]:
        """The sentences that a span touches."""
        first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        stop = bisect_right(self._sentence_starts, span.end - 1)
        return [s for s in self.sentences[first:stop] if s.end > span.start]

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line but the first begins."""
        return [m.end() for m in re.finditer(r"\r\n|\r|\n", self.text)]

    def line_at(self, offset: int) -> int:
        """The line of the text, from 1."""
        return bisect_right(self._line_starts, offset) + 1

    def words(self, start: int, end: int) -> str:
        """The text between two offsets on one line."""
        return " ".join(self.text[start:end].split())

    def widened(self, start: int, end: int) -> Span:
        """The same words with what is attached to them, but not over a quotation mark."""
        text = self.text

        def attached(at: int, beyond: int) -> bool:
            is_mark = text[at] in "\"“”„«»‘’'" and not text[beyond : beyond + 1].isalnum()
            return not text[at].isspace() and not is_mark

        while start > 0 and attached(start - 1, start - 2):
            start -= 1
        while end < len(text) and attached(end, end + 1):
            end += 1
        return Span(start, end)

    def words_in(self, start: int, end: int) -> Iterator[Span]:
        """The words (runs without white space that hold a letter or digit) between two offsets."""
        return (
            Span(*m.span()) for m in _RUN.finditer(self.text, start, end) if WORD.search(m.group())
        )

    def count_words(self, start: int = 0, end: int | None = None) -> int:
        """How many words there are between two offsets."""
        runs = _RUN.findall(self.text, start, len(self.text) if end is None else end)
        return sum(map(bool, map(WORD.search, runs)))

    @cached_property
    def turns(self) -> list[Turn]:
        """The turns of a transcript, and posts with a signature, in order."""
        turns = turns_of(self.text, self.paragraphs, self.language)
        return sorted([*turns, *posts_of(self.text, self.paragraphs)], key=lambda t: t.words)

    def turn_at(self, span: Span) -> Turn | None:
        """The turn or post that some words are in."""
        inside = (t for t in self.turns if t.words.start <= span.start and span.end <= t.words.end)
        return next(inside, None)

    @cached_property
    def quoted(self) -> list[Span]:
        """The passages inside quotation marks, nested ones too, without their marks, and what is
        said or posted without marks, in order."""
        return sorted({*self._marked, *(turn.words for turn in self.turns)})

    @cached_property
    def _marked(self) -> list[Span]:
        """The passages inside quotation marks, nested ones too, without their marks."""
        return list(quotations(self.text, self.paragraphs, self.language))

    @cached_property
    def numbers(self) -> list[Span]:
        """Every number, in order."""
        return [Span(*m.span()) for m in find_numbers(self.text, self.language)]

    def has_headline(self, words: str) -> bool:
        """Whether some words are a paragraph without a full stop, as a headline is, or such a one
        with words left out."""
        wanted = WORD.findall(fold(words).casefold())
        for line in self.folded.split("\n"):
            if fold(words)[-1:] in tuple(".!?…") or line[-1:] in tuple(".!?…"):
                continue
            some = WORD.findall(line.casefold())
            rest = iter(some)
            if len(some) <= _HEADLINE and all(word in rest for word in wanted):
                return True
        return False

    def whole_numbers(self, span: Span) -> bool:
        """Whether all numbers that some words touch are within them."""
        first = max(bisect_left(self.numbers, span) - 1, 0)
        touched = (n for n in islice(self.numbers, first, None) if n.end > span.start)
        for number in touched:
            if number.start >= span.end:
                break
            if number.start < span.start or number.end > span.end:
                return False
        return True

    @cached_property
    def _outer(self) -> list[Span]:
        """The quoted passages that are in no other; they do not overlap."""
        return _in_no_other(self.quoted)

    @property
    def speech(self) -> list[Span]:
        """The quoted passages that are in no other."""
        return self._outer

    @cached_property
    def marked(self) -> list[Span]:
        """The passages inside quotation marks that are in no other, in turns too."""
        return _in_no_other(sorted(self._marked))

    def quoted_in_turn(self, span: Span) -> Turn | None:
        """The turn in which some words are inside quotation marks, with others around them."""
        turn = self.turn_at(span)
        at = bisect_right(self.marked, (span.start, len(self.text))) - 1
        if not turn or at < 0 or self.marked[at].end < span.end:
            return None
        start, end = self.marked[at]
        around = self.count_words(turn.words.start, start) + self.count_words(end, turn.words.end)
        return turn if around else None

    @cached_property
    def not_own(self) -> list[Span]:
        """What is not the source's own prose: speech, and the words that say whose a turn is."""
        firsts = {turn.label: turn.words.start for turn in reversed(self.turns)}
        labels = (Span(label.start, max(label.end, at)) for label, at in firsts.items())
        return [*Cover([*self.speech, *labels]).spans]

    def quotation_at(self, start: int, end: int) -> Span | None:
        """The outermost quoted passage, the last of several, that overlaps what is between."""
        i = bisect_left(self._outer, (end,)) - 1
        return self._outer[i] if i >= 0 and self._outer[i].end > start else None

    def splits_quotation(self, spans: tuple[Span, ...]) -> bool:
        """Whether the words take one mark of a quotation and leave the other."""
        first = max(bisect_right(self.quoted, spans[0]) - 8, 0)
        for passage in islice(self.quoted, first, None):
            if passage.start > spans[-1].end:
                return False
            opening = any(s.start < passage.start <= s.end for s in spans)
            closing = any(s.start <= passage.end < s.end for s in spans)
            if (
                opening != closing
                and passage.end < len(self.text)
                and not self.text[passage.end].isspace()
                and self.sentence_at(passage.start).paragraph
                == self.sentence_at(passage.end).paragraph
            ):
                return True
        return False

    # --- nearest ----------------------------------------------------------------------------------

    def nearest(self, words: str, near: Collection[int] = ()) -> tuple[str, Span] | None:
        """The source's words nearest to ``words``, for a suggestion; never a match. Of two that are
        about as near, those of a paragraph are taken that is among those ``near``.

        Only the few sentences that share most of the rarest words are compared, and no more of them
        than a suggestion can show: a comparison takes the product of both lengths."""
        wanted = fold(words.replace(GAP, " ")[:400])
        votes: dict[int, float] = defaultdict(float)
        asked = set(WORD.findall(wanted))
        known = asked & self._index.keys()
        if not known and len(asked) <= _A_NAME:  # a slip in each of its words
            known = {w for a in asked for w in get_close_matches(a, self._index, 1, _ALIKE)}
        for word in known:
            places = self._index[word]
            for at in islice(places, 200):
                votes[bisect_right(self._sentence_starts, self._origin[at]) - 1] += 1 / len(places)
        highest, best = 0.5, None
        more, last = wanted.count(". "), len(self.sentences) - 1
        beside = (index for index in votes if self.sentences[max(index, 0)].paragraph in near)
        candidates = [nlargest(5, some, key=votes.__getitem__) for some in (beside, votes)]
        for index in dict.fromkeys(chain(*candidates)):
            start = self.sentences[max(index, 0)].start
            end = min(self.sentences[min(index + more, last)].end, start + 1500)
            words = self.text[start:end].translate(STRAIGHT_MARKS | {0xAD: " "})
            matcher = SequenceMatcher(None, wanted, words, autojunk=False)
            blocks = [block for block in matcher.get_matching_blocks() if block.size > 2]
            if not blocks:
                continue
            first, final = blocks[0], blocks[-1]
            behind = max(0, len(wanted) - final.a - final.size)
            span = self.widened(
                start + first.b - min(first.a, first.b),
                min(end, start + final.b + final.size + behind),
            )
            found = fold(self.text[span.start : span.end])
            score = SequenceMatcher(None, wanted, found, autojunk=False).ratio()
            score += _BESIDE * (self.sentences[max(index, 0)].paragraph in near)
            shared = 2 * len(asked & set(WORD.findall(found))) >= len(asked)
            if score > highest and (shared or score > _ALIKE):
                highest, best = score, span
        return (self.words(*best), best) if best else None


def _in_no_other(passages: list[Span]) -> list[Span]:
    """Those of some passages, in order, that are in no other; they do not overlap."""
    outer: list[Span] = []
    for passage in passages:
        if not outer or passage.start >= outer[-1].end:
            outer.append(passage)
    return outer
