"""What of a figure's name is another number's by its place: the whole for a part and a part for the
whole, what was so before for what came after, what stands beside another number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..text.counted import Counted
from ..text.languages import Language
from ..text.naming import PREPOSITIONS, measured_as, words_like
from ..text.number_row import words_of
from ..text.units import is_measure, unit_of, units_in
from ..text.weekdays import weekdays_in
from ..text.when import how_said
from ..text.words import are_forms
from ..topic.fieldtypes import NOT_STATED
from .own_clause import OF_WHICH
from .own_kind import OwnKind
from .own_time import WORD, time_of

_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
_DATED = re.compile(r"(?: [^\W\d]+){0,2} (?:in|im Jahre?|en) ((?:1[5-9]|20)\d\d)\b")
_PAST = re.compile(
    r"(?i)\b(?:(?:last|previous) year|year before|vorjahr\w*|(?:letzte|vorige|vergangene)[nsm]? jahr"
    r"|an(?:née)? (?:dernier|dernière|précédente?|passée?)|año (?:pasado|anterior))"
)
_THAN = re.compile(
    r"(?i)\b(?:than|als|que|qu|compared (?:with|to)|gegenüber|par rapport à|frente al?)\W"
    r"(?:(?:in|im|the|dem|el|l)\W)?$"
)
_APART = 6  # words between two numbers of which one comes from the other
_NEAR = 2  # words before a number in which "from" or "to" stands
_MODAL = 3  # words before a verb in which another stands that says how it is so: had to close
_THREE = 3
_MAY = re.compile(  # who may, and need not, do something
    r"\b(?:could|can|may|might|entitled|allowed|eligible|k[öo]nn\w*|d[üu]rf\w*|berechtigt\w*"
    r"|pouv\w+|peu(?:t|vent)|pod\w+|pued\w+)\b"
)
_COMPARED = frozenset("up down compared".split())
_UNTIL = frozenset("until till bis jusqu hasta".split())
_STANDS = frozenset("that those celle celui ceux celles diejenige diejenigen jene".split())


class OwnPart(OwnKind):
    """What of a name is another number's by its place."""

    # --- the whole and its parts ------------------------------------------------------------------

    def _whole_for_part(self, text: str) -> str:
        """All of them, where the own number is a part: all branches, of six of the 14."""
        whole, every = self._whole, words_like(self._here.every)
        found = every.search(text)
        if whole is None or not found or self._denies(text):
            return ""
        words = [w for w in self._content(text) if not every.fullmatch(w)]
        heads = [w for w in words if any(are_forms(w, h) for h in whole.heads | whole.rest)]
        others = [w for w in words if w not in heads]
        known = all(self._places(w) for w in others)
        in_whole = is_measure(whole.unit) and bool(others)
        if not (heads or in_whole) or not known or any(self._is_own(w) for w in others):
            return ""
        return f'"{self._printed()}" is a part of "{self._printed(whole)}", and not "{found[0]}"'

    def _part_for_whole(self, text: str) -> str:
        """What only a part did, of all: branches that close, of the 14 of which six do."""
        own, at = self.own.one, self._index
        parts = [o for o in self.numbers if o.part_of == at]
        if not parts or self._denies(text) or self._compares(text):
            return ""
        for word in self._content(text):
            if any(are_forms(word, head) for head in own.heads | own.rest):
                continue
            places = self._places(word)
            if places and all(own.end <= p < own.region.end and self._does(p) for p in places):
                return f'"{word}" is said of "{self._printed(parts[0])}", a part of it'
        return ""

    def _does(self, place: int) -> bool:
        """Whether the word at a place is a verb by its look, or behind one: had to close."""
        words = [w for w, p in self.own.words if p < place][-_MODAL:]
        word = next((w for w, p in self.own.words if p == place), "")
        if not self.own.text[place].islower():
            return False
        return self._is_verb(word, place) or any(w in self.own.row.verbs for w in words)

    # --- before and after -------------------------------------------------------------------------

    @cached_property
    def _moved(self) -> str:
        """Whether the number is what something came from or what it came to; empty if neither."""
        to, one = words_like(self._there.to), self.own.one
        order = sorted(self.numbers, key=lambda n: n.start)
        at = order.index(one)
        for first, last in ((at, at + 1), (at - 1, at)):
            if first < 0 or last >= len(order):
                continue
            ahead = self._before(order[first].start)
            between = words_of(
                self.own.text[order[first].end : order[last].start], self.own.language
            )
            came = any(to.fullmatch(w) for w in between[-_NEAR:])
            begins = any(w in self._there.since.split() for w in ahead[-_NEAR:])
            stops = any(w in self.own.row.joins | self.own.row.begins for w in between)
            if came and begins and len(between) <= _APART and not stops:
                return "from" if first == at else "to"
        return ""

    def _before(self, place: int) -> list[str]:
        return words_of(self.own.text[:place].replace("’", " ").replace("'", " "), self.own.language)

    def _other_end(self, text: str) -> str:
        """What was so after, of what it came from; or before, of what it came to."""
        here = self._here
        table = {"from": here.after, "to": here.former}.get(self._moved, "(?!)")
        change = words_like("|".join((*here.contraries[0], here.more, here.less, here.change)))
        for match in words_like(table).finditer(text):
            word = match[0].lower()
            behind = [w for w in self._content(text[match.end() :])][:1]
            joins = word in PREPOSITIONS or word in self._row.begins
            apart = joins and behind and not change.fullmatch(behind[0])
            said = words_like(re.escape(word)).search(self.own.text)
            until = words_of(text[: match.start()], self.written)[-1:]
            if not (apart or said or _UNTIL.intersection(until)):
                end = {"from": "from which", "to": "to which"}[self._moved]
                return f'"{self._printed()}" is the number {end} it went, and not "{match[0]}"'
        return ""

    def _other_year(self, text: str) -> str:
        """A year that stands right behind another number, or of what it is compared with."""
        own = _DATED.match(self.own.text, self.own.span.end)
        others = (_DATED.match(self.own.text, o.end) for o in self.numbers if o is not self.own.one)
        theirs = {found[1] for found in others if found}
        here = self._here
        change = words_like("|".join((*here.contraries[0], here.more, here.less, here.change)))
        for match in _YEAR.finditer(text):
            year = match[0]
            if own and year != own[1] and year in theirs:
                return f'"{year}" is not of "{self._printed()}" in the sentence'
            places = [m.start() for m in re.finditer(year, self.own.text)]
            hows = {how_said(self.own.text, p) for p in places}
            if hows == {"since"} and self._moved == "to" and how_said(text, match.start()) in ("in", ""):
                return f'"{self._printed()}" is what it came to since {year}'
            compared = hows == {"than"}
            plain = how_said(text, match.start()) not in ("than", "since")
            if compared and plain and not change.search(text):
                return f'the sentence only compares "{self._printed()}" with {year}'
        places = [m.start() for m in _PAST.finditer(self.own.text)]
        compared = places and all(_THAN.search(self.own.text[:p]) for p in places)
        if compared and (found := _PAST.search(text)) and not change.search(text):
            return f'the sentence only compares "{self._printed()}" with "{found[0]}"'
        return ""

    # --- beside another number --------------------------------------------------------------------

    def _other_unit(self, text: str, unit: str) -> str:
        """A measure as what is counted, where the figure counts something else: minutes, of 19
        goals."""
        head, some = self._head(text), units_in(unit)
        kind = unit_of(head[0]) if head else None
        counts = [w for w in self._content(unit) if unit_of(w) is None or not is_measure(unit_of(w))]
        if not is_measure(kind) or not counts or unit == NOT_STATED or self.own.may_be_age or self._is_share:
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
        here, theirs = self._here, list[tuple[str, Counted]]()
        skip = words_like("|".join((here.count, here.total, here.money, here.share)))
        mine = [w for w in self._content(text) if any(are_forms(w, head) for head in self._counts)]
        owned = list[str]()
        for word in self._content(text):
            if time_of(word) is not None or any(weekdays_in(word)):
                continue
            if self._is_alike(word):
                owned.append(word)
                continue
            inside = any(map(self._is_here, self._places(word)))
            here = inside and not self.own.one.headed
            if skip.fullmatch(word) or self._is_neutral(word, bool(mine)):
                continue
            if word in mine and not here:
                continue
            other = self._theirs(word)
            theirs += [(word, other)] if other and not inside else []
            owned += [word] if not other or inside else []
        if parts := [one for one in theirs if self._is_part(one[1])]:
            return self._of(*parts[0])
        verbs = [(word, other) for word, other in theirs if self._is_verb_there(word)]
        if self._own_side_in(text):
            return ""
        if verbs and all(map(self._is_noun, owned)) and self._says_own(True):
            return self._of(*verbs[0])
        others = len(theirs) > len(verbs) and not owned
        if others and self._head(text) and (self._says_own(False) or self._is_counted(theirs)):
            return self._of(*theirs[0])
        return self._behind_same(text) or self._of_another(text) or self._compound(text)

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
        row, found = self._row if language == self.written else self.own.row, list[tuple[str, str]]()
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

    @property
    def _is_from(self) -> bool:
        """Whether the own clause only says from which number something came: up from 9,650."""
        before = self._before(self.own.span.start)[-_NEAR:]
        since = any(w in self._there.since.split() for w in before)
        compared = _COMPARED.intersection(self._before(self.own.span.start)[-_THREE:])
        return since and not self._has_verb and bool(compared or not self._changed)

    def _is_neutral(self, word: str, counts: bool) -> bool:
        """Whether a word of a name says of no number that it is the one: what another counts, beside
        what this one does (minutes between the goals); of what a share is; a subject that this
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

    # --- what makes a name no certain one ---------------------------------------------------------

    def _is_own(self, word: str) -> bool:
        places = self._places(word)
        return bool(places) and any(map(self._is_here, places)) and self._theirs(word) is None

    def _denies(self, text: str) -> bool:
        words = words_of(text, self.written)
        some = any(w in self.written.negations for w in words) or "n't" in text
        return some or _MAY.search(text) is not None

    def _compares(self, text: str) -> bool:
        """Whether a name speaks of another number too: more than, before, of which."""
        some = words_like(f"{self._here.more}|{self._here.less}|{self._here.former}|than|als|que ce")
        return some.search(text) is not None

    def _is_change(self, text: str) -> bool:
        here = self._here
        change = words_like("|".join((*here.contraries[0], here.change)))
        return change.search(text) is not None
