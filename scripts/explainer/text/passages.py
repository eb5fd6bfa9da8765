"""A source as numbered paragraphs, sentences and quoted passages, and exact words found in it.

Near matches are found for suggestions alone, by another function, and never pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from heapq import nlargest
from itertools import chain, islice

from .folded import Folded
from .folding import STRAIGHT_MARKS, WORD, fold
from .languages import Language, language
from .numbers import find_numbers
from .quotations import quotations
from .sentences import Sentence, sentences_of_paragraph
from .spans import Cover, Span
from .turns import Turn, posts_of, turns_of

GAP = "[…]"
MOST_PARTS = 10  # of words divided by […]
_HEADLINE = 40  # words are no headline any more, if they are more
_A_NAME = 3  # words: so few may all have a slip
_ALIKE = 0.8  # from where on words are others with a slip
_BESIDE = 0.1  # by how much words of a paragraph nearby count as nearer
_RUN = re.compile(r"\S+")
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
        self._folded = Folded(text, self.paragraphs)
        self.folded = self._folded.text

    # --- exact words ------------------------------------------------------------------------------

    @property
    def vocabulary(self) -> Collection[str]:
        """The words of the folded text, each once."""
        return self._folded.index.keys()

    def find(
        self, exact: str, prefix: str | None = None, suffix: str | None = None, limit: int = 2
    ) -> list[tuple[Span, ...]]:
        """Where ``exact`` is, right after ``prefix`` and right before ``suffix``; at most ``limit``
        places. Parts divided by […], a space on either side of it, are in one paragraph, in order;
        each has a span of its own."""
        parts = fold(exact).split(f" {GAP} ")
        if not all(parts) or len(parts) > MOST_PARTS:
            return []
        chains = self._folded.chains(parts, fold(prefix or ""), fold(suffix or ""))
        return [tuple(self._folded.span(a, b) for a, b in chain) for chain in islice(chains, limit)]

    def slices(self, words: str) -> list[Span]:
        """Every place of ``words``, whole words or not: to tell why ``find`` found nothing."""
        folded = fold(words)
        places = self._folded.occurrences(folded) if folded else ()
        return [self._folded.span(at, at + len(folded)) for at in places]

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
        known = asked & self._folded.index.keys()
        if not known and len(asked) <= _A_NAME:  # a slip in each of its words
            known = {w for a in asked for w in get_close_matches(a, self._folded.index, 1, _ALIKE)}
        for word in known:
            places = self._folded.index[word]
            for at in islice(places, 200):
                sentence = bisect_right(self._sentence_starts, self._folded.origin[at]) - 1
                votes[sentence] += 1 / len(places)
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
