"""A figure's number in its sentence, and of which number the words of a name are said there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..text.counted import Counted, counted
from ..text.counting import COUNTING, Counting
from ..text.languages import Language
from ..text.naming import NAMING, PREPOSITIONS, Naming, words_like
from ..text.number_row import FATES, words_of
from ..text.units import PEOPLE, is_currency, is_measure, unit_of
from ..text.words import are_forms
from .own_number import OwnNumber
from .own_time import WORD, time_of

_TITLE = re.compile(r"([^\W\d_]+) (?:of|von|de|d['’]) ?(?:[^\W\d_]+ ){0,2}[$€£]?$", re.I)
_NEAR = 40  # characters before a number in which it is that
_WHOLE = 3  # words before the number of a whole, of which others are parts
_WHO = frozenset("those ceux celles".split())  # and not them: those waiting
OF_WHICH = re.compile(  # before a number that is a part of one before
    r"(?i)\b(?:(?:of|among) (?:which|whom|them)|including|davon|darunter|von denen|dont|y compris"
    r"|de l[oa]s (?:que|cuales)|entre ell[oa]s|incluid[oa]s)\b"
)
_DONT = frozenset("dont cuales".split())
_COMPARES = re.compile(r"(?i)\b(?:as|than|wie|als|comme|que|como)\b")
_THERE = frozenset("there dort là allí ahí".split())
_OWNERS = frozenset(
    "its their his her ihr ihre ihrer ihren sein seine seiner seinen son sa ses leur leurs su"
    " sus".split()
)
_AGAINST = frozenset("than als que compared gegenüber statt frente instead".split())
_ASKS = frozenset("how wie combien cuánto cuánta cuántos ce lo was".split())


@dataclass(frozen=True)
class OwnClause:
    """A figure's number in its sentence; ``written`` is the language of its names."""

    own: OwnNumber
    written: Language

    @cached_property
    def numbers(self) -> tuple[Counted, ...]:
        return counted(self.own.text, self.own.language, self.own.span)

    @cached_property
    def region(self) -> str:
        return self.own.text[slice(*self.own.one.region)]

    @cached_property
    def _there(self) -> Naming:
        return NAMING[self.own.language.code]

    @cached_property
    def _here(self) -> Naming:
        return NAMING[self.written.code]

    @cached_property
    def _row(self) -> Counting:
        return COUNTING[self.written.code]

    @cached_property
    def others(self) -> list[Counted]:
        """The other numbers that count something of their own: not that of which this is a part,
        and not its own parts."""
        one, at = self.own.one, self._index
        some = ((n, o) for n, o in enumerate(self.numbers) if not self._is_idiom(o))
        return [o for n, o in some if o is not one and n != one.part_of and o.part_of != at]

    def _is_idiom(self, one: Counted) -> bool:
        """Whether a number is one in a manner of speaking: its best result in a decade."""
        return self.own.text[one.start : one.end].lower() in (
            "a decade",
            "a century",
            "a fortnight",
        )

    @cached_property
    def _titles(self) -> dict[int, Counted]:
        """The nouns that a number is joined to by "of", and which: a profit of £2m."""
        found = dict[int, Counted]()
        for one in self.numbers:
            ahead = _TITLE.search(self.own.text[max(one.start - _NEAR, 0) : one.start])
            apart = not one.headed and not self._is_here(one.start)
            if ahead and (one.percent or is_measure(one.unit) or apart):
                found[max(one.start - _NEAR, 0) + ahead.start(1)] = one
        return found

    @cached_property
    def _index(self) -> int:
        return self.numbers.index(self.own.one)

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """The words of the sentence that may be nouns, adjectives or verbs, with their places."""
        own = self.own
        return [(w, p) for w, p in own.words if len(w) > 1 and not w.isdigit() and self._says(p, w)]

    def _says(self, place: int, word: str) -> bool:
        row = self.own.row
        up = row.nouns_up and self.own.text[place].isupper() and place > 0
        return up or row.is_word(word)

    def _places(self, word: str) -> list[int]:
        """Where the sentence has a word, or another for the same people."""
        kind = unit_of(word)
        same = kind is not None and kind != PEOPLE and not is_measure(kind)
        return [
            place
            for other, place in self._words
            if (same and unit_of(other) == kind) or (len(other) > 2 and are_forms(word, other))
        ]

    def _is_here(self, place: int) -> bool:
        region = self.own.one.region
        return region.start <= place < region.end

    def _owner(self, place: int) -> Counted | None:
        """The other number of whose noun a place is, or in whose clause alone."""
        own = self.own.one
        if (titled := self._titles.get(place)) is not None:
            return titled if any(titled is other for other in self.others) else None
        word = next((word for word, at in self.own.words if at == place), "")
        for other in self.others:
            between = any(other.end <= n.start < place for n in self.numbers if n is not other)
            near = other.end <= place < other.region.end and not between
            if near and other.headed and word in other.heads:
                return other
        if own.region.start <= place < own.region.end:
            return None
        regions = (o for o in self.others if o.region.start <= place < o.region.end)
        return next(regions, None)

    def _theirs(self, word: str) -> Counted | None:
        """The other number of which alone the sentence says a word; None where it has not that
        word, or says it of this number or of all."""
        if any(are_forms(word, head) for head in self._counts):
            return None
        owners = [self._owner(place) for place in self._places(word)]
        if any(
            o and self._is_shared(p, o) for o, p in zip(owners, self._places(word), strict=True)
        ):
            return None
        return owners[0] if owners and all(owners) else None

    def _is_shared(self, place: int, other: Counted) -> bool:
        """Whether a place is in the subject of a clause before, of which the own clause, without a
        subject, goes on to say something: the team scored twice and has 40 points."""
        one, at = self.own.one, next((i for i, w in enumerate(self.own.words) if w[1] == place), 0)
        word = self.own.words[at][0] if self.own.words else ""
        if one.percent and other.percent and word in other.heads | other.rest:
            return self._is_against and not one.rest  # 52% of the votes, against 42% for him
        first = min((o.start for o in self.numbers if o.region == other.region), default=0)
        ahead = place < first <= self.own.one.region.start
        noun = at > 0 and self.own.words[at - 1][0] in self.own.row.articles
        noun = noun or not self._is_verb(word, place)
        there = any(w in _THERE and self._is_here(p) for w, p in self.own.words)
        first = next((p for w, p in self._words), 0)
        between = self.own.text[other.end : max(self.own.span.start, other.end)]
        plain = noun or len(self._clause) < 2  # of whom two badly
        near = not any(other.end <= o.start < one.start for o in self.numbers)
        near = near and not (self._has_noun and word in other.heads)  # cars, among them 12 buses
        if plain and near and place < one.region.start and OF_WHICH.search(between):
            return True
        if word in other.heads and other.headed:  # of the 27 accused, 5; 260 times, as 135 calls
            behind = self.own.text[self.own.span.end : max(other.start, self.own.span.end)]
            part = self._whole is other and not (is_measure(one.unit) or self._has_noun)
            if part or (not one.headed and _COMPARES.search(behind)):
                return True
        return ahead and noun and (self._goes_on or (there and place == first))

    @cached_property
    def _is_against(self) -> bool:
        """Whether the own clause sets the number against one before: against 42%, compared with."""
        against, region = words_like(self._there.against), self.own.one.region
        before = (w for w, p in self.own.words if region.start <= p < self.own.span.start)
        return any(against.fullmatch(word) or word in _AGAINST for word in before)

    @cached_property
    def _has_noun(self) -> bool:
        """Whether a noun stands by the number, and no mere verb: 12 buses, but nine died."""
        heads, did = self.own.one.heads, words_like(self._there.did)
        verbs = bool(heads) and not self.own.row.nouns_up and all(map(did.fullmatch, heads))
        return self.own.one.headed and not verbs

    @cached_property
    def _goes_on(self) -> bool:
        """Whether before the number the own clause has nothing but a verb or a participle."""
        own, start = self.own, self.own.one.region.start
        before = [(w, p) for w, p in own.words if start <= p < own.span.start]
        before = [(w, p) for w, p in before if not any(o.start <= p < o.end for o in self.numbers)]
        if start == 0 or self._is_against:
            return False
        nouns = [p for w, p in before if self._says(p, w)]
        if not nouns:
            part = self.own.one.part_of  # six of its 14
            end = self.numbers[part].end if part >= 0 else own.span.end
            owned = any(w in _OWNERS and start <= p < end for w, p in own.words)
            return owned or not (self._has_verb or self.own.one.told)
        articles = any(w in own.row.articles for w, _ in before)
        return not articles and len(nouns) == 1 and own.text[nouns[0]].islower()

    @cached_property
    def _counts(self) -> set[str]:
        """What the number counts: where no noun stands by it, no verb of another clause."""
        one, did = self.own.one, words_like(self._there.did)
        if one.headed and not self._has_noun:  # nine died, of the cows before
            before = (o for o in self.others if o.headed and o.end <= one.start)
            plain = [o for o in before if not (o.percent or is_measure(o.unit))]
            some = {head for o in plain for head in o.heads if unit_of(head) not in FATES}
            return one.heads | one.rest | some
        if one.headed:
            return one.heads | one.rest
        ahead = _TITLE.search(self.own.text[max(one.start - _NEAR, 0) : one.start])
        if ahead and one.unit is None and self._is_here(one.start - len(ahead[0])):
            return {ahead[1].lower()}  # a workforce of 5,900
        kept = {h for o in self.numbers if o.headed and not o.percent for h in o.heads}
        verbs = {
            word
            for word, place in self.own.words
            if did.fullmatch(word) and self.own.text[place].islower() and not self._is_here(place)
        }
        elsewhere = {
            word
            for word, place in self.own.words
            if any(o.region.start <= place < o.region.end for o in self.others)
            and not (self._is_here(place) or any(self._is_shared(place, o) for o in self.others))
        }
        return (one.heads | one.rest) - (verbs - kept) - (elsewhere - kept)

    @cached_property
    def _clause(self) -> list[tuple[str, int, bool]]:
        """The words of the own clause that may be nouns or verbs and are not what it counts, with
        their places and whether they are behind a preposition."""
        own, row, found, governed = self.own, self.own.row, list[tuple[str, int, bool]](), False
        region, one = own.one.region, own.one
        counts = one.heads | one.rest if one.headed and not one.percent else set()
        for word, place in own.words:
            if not region.start <= place < region.end or word[0].isdigit():
                continue
            up = own.text[place].isupper() and place > 0
            if not self._says(place, word):
                light = word in row.articles | row.per or word in _WHO
                governed = word in PREPOSITIONS or (governed and light)
            elif not (word in counts or own.span.start <= place < own.span.end):
                governed = governed and (up or not (row.nouns_up or self._is_verb(word, place)))
                found.append((word, place, governed))
                governed = governed and row.nouns_up
        return found

    @cached_property
    def _told(self) -> set[str]:
        """The words by which the own clause says something: no names, no times, and nothing behind
        a preposition unless there is a verb. Where there are none it goes on with what was said
        before: 12 died in Lyon and 40 in Nantes."""
        plain = [
            (word, governed)
            for word, place, governed in self._clause
            if time_of(word) is None and not (place and self.own.text[place].isupper())
        ]
        is_so = any(w in self.own.row.verbs and self._is_here(p) for w, p in self.own.words)
        found = {word for word, governed in plain if not governed}
        return found or {word for word, governed in plain if is_so}

    def _is_between(self, word: str) -> bool:
        """Whether a word stands right before the own clause, and in that of no number: his brother,
        too, got four years."""
        start = self.own.one.region.start
        last = max((o.region.end for o in self.others if o.region.end <= start), default=start)
        return any(last <= place < start for place in self._places(word))

    def _is_alike(self, word: str) -> bool:
        """Whether the own clause has another word for what a verb says: sales, for sold; or for how
        money goes."""
        here, there = self._here, self._there
        sides = [
            two for n, two in enumerate(zip(here.contraries, there.contraries, strict=True)) if n
        ]
        tables = [(a, b) for ours, theirs in sides for a, b in zip(ours, theirs, strict=True)]
        money = is_currency(self.own.one.unit) if self.own.one.unit is not None else False
        tables += [(here.spent, there.spent)] if money else []
        return any(
            words_like(ours).fullmatch(word) and words_like(theirs).search(self.region)
            for ours, theirs in tables
        )

    @cached_property
    def _has_verb(self) -> bool:
        """Whether the own clause has a verb, as far as words look like one."""
        verbs, some = self.own.row.verbs, self._clause
        plain = any(word in verbs and self._is_here(place) for word, place in self.own.words)
        return plain or any(self._is_verb(word, place) for word, place, _ in some)

    @cached_property
    def _has_subject(self) -> bool:
        """Whether the own clause has a noun of its own of which it says something; where it has
        none (and cost £3, but it fell) that is of the clause before."""
        nouns, at = self.own.row.nouns_up, self.own.span.start
        before = (p for w, p in self.own.words if w in self.own.row.verbs and self._is_here(p))
        if self._told and not any(p < at for p in (*before, *(p for _, p, _ in self._clause))):
            return True  # the number itself: 130 hectares were lost
        some = [w for w, p, governed in self._clause if not (governed or self._is_verb(w, p))]
        if nouns or any(self.own.text[p].isupper() for w, p, _ in self._clause if w in some):
            return bool(some)
        words = [w for w, _, governed in self._clause if not governed]
        return bool(some) and (len(words) > 1 or not self.own.one.headed) and words[0] in some

    def _is_verb(self, word: str, place: int) -> bool:
        """Whether a word looks like a verb: where nouns have capitals any but these and what stands
        before one."""
        if self.own.row.nouns_up:
            behind = self.own.text[place + len(word) :].lstrip(" ")[:1]
            return self.own.text[place].islower() and not behind.isupper()
        return words_like(self._there.did).fullmatch(word) is not None

    @cached_property
    def _whole(self) -> Counted | None:
        """The number of which this one counts a part: six of its 14; of the 51, 29."""
        if self.own.one.part_of >= 0:
            return self.numbers[self.own.one.part_of]
        ahead = words_of(
            self.own.text[self.own.one.region.start : self.own.span.start], self.own.language
        )
        before = [o for o in self.numbers if o.end <= self.own.one.region.start]
        if before and OF_WHICH.search(self.own.text[before[-1].end : self.own.span.start]):
            return before[-1]
        if before and before[-1].headed and any(w in self.own.row.they | _DONT for w in ahead):
            return before[-1]
        first = self.numbers[0]
        head = words_of(self.own.text[: first.start], self.own.language)
        of = words_like(self._there.of_all)
        begins = 0 < len(head) <= _WHOLE and of.fullmatch(head[0])
        counts = first.headed and not first.percent and not is_measure(first.unit)
        return first if begins and counts and first is not self.own.one else None

    @cached_property
    def _is_whole(self) -> bool:
        """Whether the number is the whole of which another counts a part: of the 23, 19."""
        own, at = self.own, self._index
        if any(o.part_of == at for o in self.numbers):
            return True
        head = words_of(own.text[: own.span.start], own.language)
        of = words_like(self._there.of_all)
        return (
            own.one.headed
            and not own.one.percent
            and at + 1 < len(self.numbers)
            and 0 < len(head) <= _WHOLE
            and of.fullmatch(head[0]) is not None
        )

    def _printed(self, other: Counted | None = None) -> str:
        one = other or self.own.span
        return self.own.text[one.start : one.end]

    def _of(self, word: str, other: Counted) -> str:
        """A word of a name, and of which number it is."""
        counts = f', "{self._printed()}" counts "{self.own.counts}"' if self.own.counts else ""
        return f'"{word}" is said of "{self._printed(other)}" in the sentence{counts}'

    def _content(self, text: str) -> list[str]:
        """The words of a name that may be nouns, adjectives or verbs."""
        words = (m for m in WORD.finditer(text) if not m[0].isdigit() and len(m[0]) > 2)
        up = self._row.nouns_up
        return [
            m[0].lower()
            for m in words
            if self._row.is_word(m[0].lower()) or (up and m[0][0].isupper())
        ]

    def _head(self, text: str) -> list[str]:
        """What a name begins with, up to what it is of or who does it: not how many, or more."""
        row, here, found = self._row, self._here, list[str]()
        if (
            words_of(text, self.written)[:1]
            and words_of(text, self.written)[0] in row.begins | _ASKS
        ):
            return []  # what they pay, how far it is
        table = "|".join((here.count, here.share, here.average, here.total, here.more, here.less))
        skip = words_like("|".join((table, *here.contraries[0])))
        for match in WORD.finditer(text):
            word = match[0].lower()
            up = row.nouns_up and match[0][0].isupper() and match.start() > 0
            if skip.fullmatch(word) or word in row.articles or word.isdigit():
                continue
            if up or row.is_word(word):
                found += [word] if len(word) > 2 else []
            elif found:
                break
        return found
