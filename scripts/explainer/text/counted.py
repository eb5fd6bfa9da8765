"""What the numbers of a sentence count: the nouns that stand by each, or those before that it goes
on counting, as far as that can be told without understanding the sentence.

    The ferry carried [1,200] passengers and [85] cars; [two] were new.

1,200 counts passengers and no ferry, 85 cars, and two the cars before it. Where no noun stands by
a number any may be meant that it can be said of: the toll rose to 40."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from .counting import COUNTING, NO_NOUNS, Counting
from .languages import KEPT, Language
from .number_row import FATES, LONGEST, Row, Token
from .numbers import percent_behind
from .printed import SCORES
from .spans import Span
from .speech import SAYS
from .units import is_measure, is_time, unit_of

_EACH = frozenset("/ la le el l’ l'".split())  # 5 euros le litre
_AT, _THE = (
    frozenset("à a in".split()),
    frozenset("la l’ l' der".split()),
)  # à l'heure, in der Woche
_THAN = frozenset("than as als que como".split())
_WHOLE = frozenset("out den les los las entre".split())
_OF = frozenset("of von der des de d’ d' du del".split())
_THAT = frozenset("that dass que qu’ qu'".split())
_MORE = frozenset("more other further additional weitere andere autres otros otras".split())
_FOR = frozenset("for pour para".split())  # two for 3 euros: no part of these
_ENDS = frozenset('.,;:!?()[]{}“”„«»‹›"–—…•|/')
_AHEAD = 12  # words behind "and" in which a number shows that it joins two
_NEAR = 4  # words between a noun and another number that may count what is joined to it


@dataclass
class Counted:
    """What a number counts: ``heads`` are the words that say it, ``rest`` goes on with them (of
    water an hour), ``told`` is what is said of them right there (were injured). ``headed`` is a
    number with a noun beside it; ``they`` are some of others (three of them). ``region`` is where
    the words of its own clause are."""

    start: int
    end: int
    percent: bool = False
    unit: int | None = None
    share: bool = False
    age: bool = False
    part_of: int = -1  # the place of the number of which it is a part
    headed: bool = False
    they: bool = False
    heads: set[str] = field(default_factory=set)
    rest: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    region: Span = field(default_factory=lambda: Span(0, 0))


@lru_cache(KEPT)
def counted(text: str, language: Language, own: Span) -> tuple[Counted, ...]:
    """What each number of a ``readable`` sentence counts; ``own`` is one that is a number in any
    case. Empty in a language without a row."""
    row = COUNTING.get(language.code)
    return (*_Sentence(text, language, row, own).numbers,) if row else ()


def at(text: str, language: Language, own: Span) -> Counted | None:
    """What the number at some place of a sentence counts."""
    found = counted(text, language, own)
    return next((one for one in found if one.start < own.end and own.start < one.end), None)


class _Sentence(Row):
    """What each number of a sentence counts."""

    def __init__(self, text: str, language: Language, row: Counting, own: Span):
        super().__init__(text, language, row, own)
        self.numbers: list[Counted] = []
        self.ends: dict[int, int] = {}  # where the noun of a number ends, with what is joined to it
        for n in range(len(self.found)):
            self.numbers.append(self._phrase(n))
        for n in range(len(self.found)):
            self._look_round(n)
            self.numbers[n].region = self._region(n)

    # --- what stands by a number ------------------------------------------------------------------

    def _phrase(self, n: int) -> Counted:
        """What stands by a number."""
        one, row, i = self.found[n], self.row, self._behind(n)
        share = any(isinstance(v, Decimal) and 0 < v < 1 for v in one.values) and not one.percent
        if self._word(i) in _MORE and i + 1 < len(self.tokens) and self._is_plural(i + 1):
            i += 1  # four more sheep
        here = Counted(one.start, one.end, one.percent, one.unit, share, self._is_age(n, i))
        if here.age:
            return here
        first = i
        if share or self._word(i) in row.of or self.text[one.end :].startswith(" out of "):
            i = self._whole(i)
            if self._word(i) in row.they:  # three of them
                here.they, here.told = True, self._told(i + 1)
                return here
            joined = self._word(first) not in _FOR
            if (
                joined and i < len(self.tokens) and self.tokens[i].number > n
            ):  # half of the 42 passengers
                here.part_of = self.tokens[i].number
                return here
        inside = {self.tokens[k].word for k in range(*self.places[n]) if self._is_score(k)}
        only_one = one.values == {Decimal(1)} or one.text.lower() in row.articles | row.per
        words, end = self._noun(i, not only_one)
        if words and NO_NOUNS.issuperset(words):  # instead of the 14 planned
            here.rest = {*words}
            return here
        noun = bool(words) and (only_one or share or any(map(self._is_plural, range(i, end))))
        measured = one.percent or self._is_glued(n) or self._is_money(one)
        here.headed = bool(noun or inside or measured)
        if i > first and not here.headed:  # 14 de ancho
            here.rest = {*words}
            return here
        if not here.headed:  # 17 were injured, 31 needed help
            here.told = self._told(i)
            return here
        here.heads = {*words, *inside}
        self.ends[n] = end = self._joined(here, end, n)
        here.rest = self._rest(end, n) | {token.word for token in self._hyphened(n)}
        here.told = self._told(end)
        return here

    def _behind(self, n: int) -> int:
        """The place behind a number and its percent or currency."""
        i, one = self.places[n][1], self.found[n]
        percent = one.end + len(percent_behind(self.text, one.end, self.language))
        while i < len(self.tokens) and self.tokens[i].start < percent:
            i += 1
        while self._word(i) in ("-", ".") and self.tokens[i].start == self.tokens[i - 1].end:
            i += 1
        return i + (self._word(i) in ("€", "$", "£"))

    def _whole(self, i: int) -> int:
        """The place behind the words that join a part and its whole: of the town's."""
        row = self.row
        while self._word(i) in row.of | row.articles | _WHOLE or self._word(i).endswith(
            ("'s", "’s")
        ):
            i += 1
        return i

    def _hyphened(self, n: int) -> list[Token]:
        """The words that hang on a number: a 40-year-old."""
        end = self.places[n][1]
        stop = re.match(r"[\w‐‑-]*", self.text[self.found[n].end :])
        last = self.found[n].end + (stop.end() if stop else 0)
        return [t for t in self.tokens[end : end + LONGEST] if t.end <= last and t.word.isalpha()]

    def _is_age(self, n: int, i: int) -> bool:
        """Whether a number between commas, behind a name, is an age."""
        first = self.places[n][0]
        if first < 2 or not self.tokens[first - 2].up or self._word(i) not in (",", ")", "."):
            return False
        whole = {v for v in self.found[n].values if isinstance(v, Decimal) and 0 < v < 120}
        return self.tokens[first - 1].word in (",", "(") and bool(whole)

    def _joined(self, here: Counted, end: int, n: int) -> int:
        """Where a noun ends with what is joined to it and has no number of its own: men and
        women."""
        if self._word(end) not in self.row.joins:
            return end
        if self._counts_soon(end, n):
            return end
        words, behind = self._noun(end + 1)
        plural = any(self._is_plural(i) for i in range(end + 1, behind))
        here.heads |= {*words} if plural else set()
        return behind if plural else end

    def _counts_soon(self, i: int, n: int) -> bool:
        """Whether another number stands right behind a word that joins."""
        return any(token.number > n for token in self.tokens[i : i + 1 + _NEAR])

    def _rest(self, i: int, n: int) -> set[str]:
        """What goes on with a noun: of water, an hour, am Tag und Person."""
        row, words = self.row, set[str]()
        of = row.of & _OF
        while (
            self._word(i) in of | row.per
            or (words and self._word(i) in row.joins and not self._counts_soon(i, n))
            or (self._word(i) in _EACH)
            or self._is_by_time(i)
        ):
            while self._word(i) and not self._is_word(i) and self._word(i) not in _ENDS - {"/"}:
                i += 1
            first = i
            while self._is_word(i) and i - first < LONGEST:
                words.add(self.tokens[i].word)
                i += 1
            if i == first:
                break
        return words

    def _is_by_time(self, i: int) -> bool:
        """Whether a time that something is counted by begins: à la seconde, in der Stunde."""
        time = unit_of(self._word(i + 2)) if self._word(i) in _AT else None
        return time is not None and self._word(i + 1) in _THE and is_time(time)

    def _told(self, i: int) -> set[str]:
        """What is said of a noun right behind it: the first word, and those that say what became
        of people: were killed, wounded and captured."""
        words: set[str] = set()
        while i < len(self.tokens):
            token = self.tokens[i]
            if self._is_word(i):
                words |= {token.word} if not words or unit_of(token.word) in FATES else set()
            elif token.word in self.row.joins or token.word == ",":
                after = self._word(i + 1 + (self._word(i + 1) in self.row.joins))
                if not words or unit_of(after) not in FATES:
                    break
            elif token.word not in self.row.verbs or token.number >= 0:
                break
            i += 1
        return words

    # --- what is counted elsewhere ----------------------------------------------------------------

    def _look_round(self, n: int) -> None:
        """Complete what a number counts by those beside it and by the words before it."""
        here = self.numbers[n]
        if here.part_of >= 0:
            whole = self.numbers[here.part_of]
            here.headed, here.heads = whole.headed, {*whole.heads}
            here.rest, here.told = {*whole.rest}, {*whole.told}
            return
        following = self.numbers[n + 1] if n + 1 < len(self.numbers) else None
        if following and self._nothing_between(n):
            if here.headed:
                here.told |= following.told  # 14 people and 3 dogs were killed
            else:
                here.heads |= following.heads
                here.rest |= following.rest
                here.percent = here.percent or following.percent
                here.unit = following.unit if here.unit is None else here.unit
                here.headed = following.headed and bool(following.heads)
        if here.headed or here.age:
            return
        here.heads |= here.told | self._before(n)

    def _nothing_between(self, n: int) -> bool:
        """Whether two numbers stand beside each other, with nothing that is said of the first."""
        first = self.places[n][1]
        skip = len(self.numbers[n].heads) if self.numbers[n].headed else 0
        between = self.tokens[first + skip : self.places[n + 1][0]]
        words = [t.word for t in between]
        joined = any(w in self.row.joins or w in ("to", "auf", "bis", "à", "a") for w in words)
        return (
            joined
            and len(words) <= _NEAR
            and not any(self._is_word(i) for i in range(first + skip, self.places[n + 1][0]))
        )

    def _before(self, n: int) -> set[str]:
        """The words before a number without a noun that it may count: those that were counted, a
        measure only where nothing is said of the number (12 months, up from 8); else any but those
        behind a preposition: the number of boats in the bay rose to 40."""
        here, words = self.numbers[n], set[str]()
        first = self.places[n][0]
        begins = self._begins(first)
        no_part = set[str]()  # a part is none of a measure
        for other in self.numbers[:n]:
            if is_measure(other.unit) and (here.share or here.told or here.heads):
                no_part |= other.heads
            elif not other.percent:
                words |= other.heads | {word for word in other.told if SCORES.fullmatch(word)}
        own = self._subjects(max(self._since(n), self._told_from(n)), first, here.they)
        if words and (begins or not own):
            return words
        several = here.they or (begins and not here.share)
        words |= (own or self._subjects(self._told_from(n), first, several)) - no_part
        if not words and n + 1 < len(self.numbers) and not is_measure(self.numbers[n + 1].unit):
            words |= self.numbers[n + 1].heads  # only 12 came, though 90 guests had been invited
        return words

    def _told_from(self, n: int) -> int:
        """Where what somebody says begins before a number of some of them, who are not those who
        say it: its spokesman said that 20 of them were shut."""
        that = [i for i in range(self.places[n][0]) if self._word(i) in _THAT]
        said = that and SAYS.search(self.text, 0, self.tokens[that[-1]].start)
        return that[-1] if said and self.numbers[n].they else 0

    def _begins(self, i: int) -> bool:
        """Whether a number begins its clause: and at least 17 were injured."""
        while i > 0 and not self._parts(i - 1):
            i -= 1
            if self._is_word(i) or self.tokens[i].number >= 0:
                return False
        return True

    def _since(self, n: int) -> int:
        """Where the clause of a number begins."""
        i, last = self.places[n][0], self.places[n - 1][1] if n else 0
        while i > last and not self._parts(i - 1, joins=n > 0):
            i -= 1
        return i

    def _parts(self, i: int, joins: bool = True) -> bool:
        """Whether a word or mark stands between two clauses, or two numbers that are joined; more
        than so many is no clause."""
        word, row = self._word(i), self.row
        if word in _THAN and i + 1 < len(self.tokens) and self.tokens[i + 1].number >= 0:
            return False
        return word in _ENDS or word in row.begins or (joins and word in row.joins)

    def _subjects(self, first: int, last: int, several: bool = False) -> set[str]:
        """The words of a part of a sentence that are behind no preposition; ``several`` only those
        that look like more than one."""
        row, words, governed, seen = self.row, set[str](), False, False
        for i in range(first, last):
            word = self.tokens[i].word
            if self._is_word(i):
                seen = True
                if not governed and (not several or row.nouns_up or self._is_plural(i)):
                    words.add(word)
            elif word in row.of and not (row.nouns_up and word == "an" and not seen):
                continue
            elif word in row.others:
                governed, seen = True, False
            elif word in row.articles | row.per:
                governed = governed and not seen
            else:
                governed, seen = False, False
        return words

    # --- its own clause ---------------------------------------------------------------------------

    def _region(self, n: int) -> Span:
        """Where the words of a number's own clause are: up to a mark, a word that begins another
        clause, or one that joins one with another number."""
        first, last = self.places[n]
        last = max(last, self.ends.get(n, 0))
        while last < len(self.tokens) and not self._divides(last, n):
            last += 1
        while first > 0 and not self._divides(first - 1, n):
            first -= 1
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _divides(self, i: int, n: int) -> bool:
        """Whether a word or mark stands between two clauses, as seen from a number."""
        word, row = self._word(i), self.row
        if word in _ENDS:
            return word != "/"
        if word in row.joins:
            some = self.tokens[i : i + _AHEAD] if i >= self.places[n][1] else self.tokens[:i]
            return any(t.number >= 0 and t.number != n for t in some)
        return word not in row.since and not self.tokens[i].date and self._parts(i, joins=False)
