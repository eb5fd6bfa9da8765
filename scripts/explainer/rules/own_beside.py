"""What of a figure's name stands by another number of its sentence, and not by its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.counted import Counted
from ..text.languages import Language
from ..text.naming import PREPOSITIONS, measured_as, words_like
from ..text.number_row import words_of
from ..text.units import is_measure, unit_of, units_in
from ..text.weekdays import weekdays_in
from ..text.words import are_forms
from ..topic.fieldtypes import NOT_STATED
from .own_clause import OF_WHICH
from .own_side import OwnSide
from .own_time import WORD, time_of

_STANDS = frozenset("that those celle celui ceux celles diejenige diejenigen jene".split())


class OwnBeside(OwnSide):
    """What of a name stands by another number."""

    def _other_unit(self, text: str, unit: str) -> str:
        """A measure as what is counted, where the figure counts something else: minutes, of 19
        goals."""
        head, some = self._head(text), units_in(unit)
        kind = unit_of(head[0]) if head else None
        counts = [
            w for w in self._content(unit) if unit_of(w) is None or not is_measure(unit_of(w))
        ]
        if (
            not is_measure(kind)
            or not counts
            or unit == NOT_STATED
            or self.own.may_be_age
            or self._is_share
        ):
            return ""
        same = any(measured_as(one) == measured_as(kind) for one in {*some, self.own.one.unit})
        own = any(are_forms(head[0], w) for w in self._content(unit))
        theirs = any(o.headed and any(are_forms(head[0], h) for h in o.heads) for o in self.others)
        if same or own or not theirs or len(head) > 1:
            return ""
        return f'"{self._printed()}" counts "{unit}", and no {head[0]}'

    def _beside_another(self, text: str) -> str:
        """What a name adds to what is counted stands by another number alone, and nothing of it by
        this one, which has something else by it: seats of the mayor."""
        if self._denies(text) or self._compares(text) or self._is_change(text) or self._is_from:
            return ""
        theirs, owned = self._shared_out(text)
        if self._own_side_in(text) or any(map(self._is_between, owned)):
            return ""
        if parts := [one for one in theirs if self._is_part(one[1])]:
            return self._of(*parts[0])
        verbs = [(word, other) for word, other in theirs if self._is_verb_there(word)]
        if verbs and all(map(self._is_noun, owned)) and self._says_own(True):
            return self._of(*verbs[0])
        others = len(theirs) > len(verbs) and not owned
        if others and self._head(text) and (self._says_own(False) or self._is_counted(theirs)):
            return self._of(*theirs[0])
        return self._behind_same(text) or self._of_another(text) or self._compound(text)

    def _shared_out(self, text: str) -> tuple[list[tuple[str, Counted]], list[str]]:
        """The words of a name that another number alone has, with that, and the others; without
        those that tell of no number."""
        here, theirs, owned = self._here, list[tuple[str, Counted]](), list[str]()
        skip = words_like("|".join((here.count, here.total, here.money, here.share)))
        words = [w for w in self._content(text) if time_of(w) is None and not any(weekdays_in(w))]
        mine = [w for w in words if any(are_forms(w, head) for head in self._counts)]
        for word in words:
            inside = any(map(self._is_here, self._places(word)))
            alike = self._is_alike(word)
            light = skip.fullmatch(word) or self._is_neutral(word, bool(mine))
            counts = word in mine and (self.own.one.headed or not inside)
            if not alike and (light or counts):
                continue
            other = None if alike or inside else self._theirs(word)
            theirs += [(word, other)] if other else []
            owned += [] if other else [word]
        return theirs, owned

    def _is_part(self, other: Counted) -> bool:
        """Whether another number is a part of this one: 6 millions, of which 2 for trade."""
        between = self.own.text[self.own.span.end : max(other.start, self.own.span.end)]
        nearest = not any(self.own.span.end < o.start < other.start for o in self.numbers)
        return nearest and OF_WHICH.search(between) is not None

    def _of_another(self, text: str) -> str:
        """The same noun, of something else than in the own clause: the price of a pass, where this
        is that of a ticket."""
        own = self._owned(self.region, self.own.language)
        for noun, owner in self._owned(text, self.written):
            first = next((p for _, p in self._words), 0)  # whose all of the sentence may be
            mine = [o for n, o in own if are_forms(n, noun) and first not in self._places(owner)]
            same = any(are_forms(o, w) for o in mine for w in self._content(text))
            if mine and not same and (other := self._theirs(owner)):
                return self._of(owner, other)
        return ""

    def _owned(self, text: str, language: Language) -> list[tuple[str, str]]:
        """The nouns of a text that are of another, with that."""
        row, found = (
            self._row if language == self.written else self.own.row,
            list[tuple[str, str]](),
        )
        noun, joint = "", False
        for word in words_of(text.replace("’", " ").replace("'", " "), language):
            if word in row.of & PREPOSITIONS | {"d"}:
                joint = bool(noun)
            elif word in row.articles | {"l"}:
                continue
            elif row.is_word(word) and not word.isdigit():
                found += [(noun, word)] if joint else []
                noun, joint = word, False
            else:
                noun, joint = "", False
        return found

    def _is_counted(self, theirs: list[tuple[str, Counted]]) -> bool:
        """Whether a name begins with what another number counts, and this one is known to count
        something else: only 212 (operations), since eight surgeons were ill."""
        word, other = theirs[0]
        known = {h for o in self.others if o.headed and not o.percent for h in o.heads}
        begins = other.headed and any(are_forms(word, h) for h in other.heads)
        return begins and not self.own.one.headed and bool(self._counts & known) and self._has_verb

    def _is_noun(self, word: str) -> bool:
        """Whether the sentence has a word, and as no verb."""
        return bool(self._places(word)) and not self._is_verb_there(word)

    def _compound(self, text: str) -> str:
        """What another number counts, as the last noun of an English name: library branches."""
        head, one = self._head(text), self.own.one
        other = self._theirs(head[-1]) if len(head) > 1 and self.written.code == "en" else None
        money = measured_as(one.unit) == "money"
        if other and money and other.headed and any(are_forms(head[-1], h) for h in other.heads):
            return self._of(head[-1], other)
        return ""

    def _is_neutral(self, word: str, counts: bool) -> bool:
        """Whether a word of a name says of no number that it is the one: what another counts, next
        to what this one does (minutes between the goals); of what a share is; a subject that this
        clause goes on with, or has in a pronoun (that of the mayor)."""
        places, own = self._places(word), self.own.one
        first = next((p for w, p in self._words), 0)
        stands = any(w in _STANDS and self._is_here(p) for w, p in self.own.words)
        for other in self.others:
            noun = other.headed and not other.percent
            if noun and any(are_forms(word, h) for h in other.heads) and counts:
                return True
            if own.percent and other.percent and not own.rest and word in other.rest:
                return True
            if any(self._is_shared(place, other) for place in places):
                return True
        return stands and first in places

    def _is_verb_there(self, word: str) -> bool:
        """Whether a word is a verb by its look, wherever the sentence has it."""
        there = [(w, p) for w, p in self.own.words if p in self._places(word)]
        return bool(there) and all(
            self.own.text[p].islower() and self._is_verb(w, p) for w, p in there
        )

    def _says_own(self, verb: bool) -> bool:
        """Whether the own clause says something of its own beside what is counted: a verb, or
        something else, or on which side it is."""
        one = self.own.one
        side = words_like(f"{self._there.aim}|{self._there.against}").search(self.region)
        heads = self._counts if one.headed else set[str]()
        some = [(w, p) for w, p, _ in self._clause if not any(are_forms(w, h) for h in heads)]
        some += [(w, p) for w, p in self.own.words if w in one.rest and self._is_here(p)]
        verbs = [w for w, p in some if self._is_verb(w, p)]
        if verb and any(w in self.own.row.verbs and self._is_here(p) for w, p in self.own.words):
            return True
        return bool(side or (verbs if verb else len(some) > len(verbs))) or self._is_whole

    def _own_side_in(self, text: str) -> bool:
        """Whether a name has the side that the own clause has."""
        both = ((self._here.aim, self._there.aim), (self._here.against, self._there.against))
        return any(
            words_like(ours).search(text) and words_like(theirs).search(self.region)
            for ours, theirs in both
        )

    def _behind_same(self, text: str) -> str:
        """What stands behind a preposition by another number, where the own clause has something
        else behind it: on a kitchen, where this went on holidays."""
        own = [*self._governed(self.region, self.own.language)]
        for word, joint in self._governed(text, self.written):
            mine = [noun for noun, other in own if other == joint]
            same = any(are_forms(noun, w) for noun in mine for w in self._content(text))
            other = self._theirs(word) if mine and not same else None
            up = any(self.own.text[p].isupper() for p in self._places(word))
            capitals = not up and any(
                self.own.text[p].isupper() for n in mine for p in self._places(n)
            )
            if other and (not capitals or self.own.row.nouns_up):
                return self._of(word, other)
        return ""

    def _governed(self, text: str, language: Language) -> Iterator[tuple[str, str]]:
        """The nouns of a text that stand behind a preposition that joins no owner, with that."""
        row, joint = (self._row, "") if language == self.written else (self.own.row, "")
        for match in WORD.finditer(text):
            word = match[0].lower()
            if word in PREPOSITIONS - row.of:
                joint = word
            elif joint and not match[0].isdigit() and row.is_word(word):
                yield word, joint
                joint = ""
            elif word not in row.articles | row.per:
                joint = ""
