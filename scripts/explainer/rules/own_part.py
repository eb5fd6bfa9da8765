"""What of a figure's name is another number's by its place: the whole for a part and a part for the
whole, what was so before for what came after."""

from __future__ import annotations

import re
from functools import cached_property

from ..text.naming import PREPOSITIONS, words_like
from ..text.number_row import words_of
from ..text.units import is_measure
from ..text.when import how_said
from ..text.words import are_forms
from .own_kind import OwnKind

_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
_DATED = re.compile(r"(?: [^\W\d]+){0,2} (?:in|im Jahre?|en) ((?:1[5-9]|20)\d\d)\b")
_PAST = re.compile(
    r"(?i)\b(?:(?:last|previous) year|year before|vorjahr\w*"
    r"|(?:letzte|vorige|vergangene)[nsm]? jahr"
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
        return words_of(
            self.own.text[:place].replace("’", " ").replace("'", " "), self.own.language
        )

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
            if (
                hows == {"since"}
                and self._moved == "to"
                and how_said(text, match.start()) in ("in", "")
            ):
                return f'"{self._printed()}" is what it came to since {year}'
            compared = hows == {"than"}
            plain = how_said(text, match.start()) not in ("than", "since")
            if compared and plain and not change.search(text):
                return f'the sentence only compares "{self._printed()}" with {year}'
        places = [m.start() for m in _PAST.finditer(self.own.text)]
        only = places and all(_THAN.search(self.own.text[:p]) for p in places)
        if only and (found := _PAST.search(text)) and not change.search(text):
            return f'the sentence only compares "{self._printed()}" with "{found[0]}"'
        return ""

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
        some = words_like(
            f"{self._here.more}|{self._here.less}|{self._here.former}|than|als|que ce"
        )
        return some.search(text) is not None

    @property
    def _is_from(self) -> bool:
        """Whether the own clause only says from which number something came: up from 9,650."""
        before = self._before(self.own.span.start)[-_NEAR:]
        since = any(w in self._there.since.split() for w in before)
        compared = _COMPARED.intersection(self._before(self.own.span.start)[-_THREE:])
        return since and not self._has_verb and bool(compared or not self._changed)

    def _is_change(self, text: str) -> bool:
        here = self._here
        change = words_like("|".join((*here.contraries[0], here.change)))
        return change.search(text) is not None
