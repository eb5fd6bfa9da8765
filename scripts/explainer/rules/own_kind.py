"""What kind of number a name says that a figure's is, against what its own clause says: up or down,
for or against, how much or how many, a price or a duration."""

from __future__ import annotations

import re
from functools import cached_property

from ..text.counting import Counting
from ..text.languages import Language
from ..text.naming import FITTING, NO_COUNTS, Naming, measured_as, words_like
from ..text.number_row import words_of
from ..text.things import is_nobody
from ..text.units import is_measure, is_time, unit_of, units_in
from ..text.words import are_forms
from .own_clause import OwnClause
from .own_number import MULTIPLE
from .own_time import WORD

_CHANGED = 4  # words before a number in which "to" or "by" stands
_JUST = 3  # and a verb that says that it is how much something changed
_OWNER = re.compile(r"^[^\W\d_]+['’]s\s")
_BALLOT = re.compile(  # where somebody is for or against something
    r"(?i)vot|ballot|poll|survey|support|oppos|petition|signature|favou?r|stimm|abgeordnete|antrag"
    r"|umfrage|befragt|unterschrift|sprach|voix|élus|pétition|sondage|referend|encuesta|firmas"
    r"|diputad|councillors"
)
_AMOUNT = re.compile(r"(?i)höhe de[rs] ")  # how much it is, and not how high
_EVERY = re.compile(r"(?i)(?:every|jede[rnsm]?) [^\W\d_]+$")  # jeder vierte is a part of all
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\s’]\d{3})+")  # too many for a share
_THAN = re.compile(r"\W*$|\W*(?:than|als|que?)\b|[.,;:]")
_BEHIND = 20  # characters behind a number in which it is more than something
_BOUND = 12  # characters behind "more" in which it is a bound of another number


# With it a name says what a multiple is of: the price against that of a year ago.
_AGAINST = re.compile(
    r"(?i)\b(?:against|compared|than|as|change|rise|gegenüber|als|wie|anstieg|änderung|contre|rapport"
    r"|que|hausse|évolution|frente|comparación|subida|cambio|of|von|before|vor|avant|antes|earlier)\b"
)


class OwnKind(OwnClause):
    """What kind of number a figure's is."""

    def _first(self, text: str) -> re.Match[str] | None:
        """The first word of a name that is no article and joins nothing."""
        light = self._row.articles | self._row.of
        return next((m for m in WORD.finditer(text) if m[0].lower() not in light), None)

    @property
    def _is_share(self) -> bool:
        one = self.own.one
        return one.share or one.percent or _EVERY.match(self._printed()) is not None

    def _units(self, unit: str) -> frozenset[int]:
        return units_in(unit) or units_in(" ".join(self.own.one.heads))

    def _measured(self, unit: str) -> str:
        """How the number is measured, by itself or by its figure's unit; empty if it counts."""
        own = measured_as(self.own.one.unit)
        return own or next(filter(None, map(measured_as, self._units(unit))), "")

    def _is_count(self, unit: str) -> bool:
        """Whether the number certainly counts people or things."""
        one, named = self.own.one, {*unit.lower().split()}
        if named and named <= NO_COUNTS:
            return False
        before = (o.heads & one.heads for o in self.others if o.headed and o.unit is None)
        words = {*one.heads, *unit.split()}
        some = any(is_nobody(w) or unit_of(w) is not None for w in words) or any(before)
        nouns = one.headed and not NO_COUNTS & one.heads
        return not (self._is_share or self._measured(unit)) and (nouns or some)

    def _other_count(self, text: str, unit: str) -> str:
        """A number of things, or a share, that this is not."""
        here, first, said = self._here, self._first(text), self._printed()
        word, kind = first[0] if first else "", self._measured(unit)
        if words_like(here.count).fullmatch(word):
            named = {unit_of(w) for w in self._head(text)}
            if self._is_share:
                return f'"{said}" is a share, and no number of them'
            if kind and not named & ({self.own.one.unit} | units_in(unit)):
                return f'"{said}" is measured, and no number of them'
        counts = self._is_count(unit) or kind not in ("", "money")
        counts = counts or not (self._is_share or _THOUSANDS.fullmatch(said) is None)
        if words_like(here.share).fullmatch(word) and counts:
            return f'"{said}" is a number, and no share'
        return ""

    def _other_measure(self, text: str, unit: str) -> str:
        """A price, a duration, a length that this is not."""
        plain, kind = _OWNER.sub("", text), self._measured(unit)
        lead = next(iter(self._head(plain)), "")
        if any(are_forms(lead, head) for head in self.own.one.heads):
            return ""
        aged = words_like(f"{self._here.aged}|{self._there.aged}")
        if _AMOUNT.match(plain):
            return ""
        for what, table in (*self._here.kinds.items(), ("money", self._here.money)):
            asked = words_like(table).match(plain)
            if not asked and not words_like(table).fullmatch(lead):
                continue
            young = kind == "time" and aged.fullmatch(lead) and not aged.search(self.own.text)
            if self.own.may_be_age and (aged.fullmatch(lead) or not self.own.one.age):
                return ""
            unfit = kind not in ("", *FITTING[what]) or self._is_count(unit) or self.own.one.age
            if MULTIPLE.search(self._printed()):  # the double of a price is none
                unfit = not _AGAINST.search(plain)
            if self._is_share:
                unfit = bool(asked) and not lead  # how long, of one in six
            if unfit or (young and unit_of("year") not in self._units(unit)):
                counts = self.own.counts or unit
                return f'"{self._printed()}" is no {lead or plain.lower()}: it counts "{counts}"'
        return ""

    def _other_average(self, text: str) -> str:
        """An average of which the sentence says nothing, what is so of what is only expected, or
        all of what is an average."""
        here, there = self._here, self._there
        found = words_like(here.average).search(text)
        if found and words_like(there.average).search(self.own.text):
            found = None
        for table, opposite in ((here.actual, there.forecast), (here.total, there.average)):
            if words_like(opposite).search(self.region):
                found = found or words_like(table).search(text)
        return f'the sentence does not say "{found[0]}" of "{self._printed()}"' if found else ""

    def _contrary(self, text: str) -> str:
        """A word for the contrary of what the own clause says: a fall, where it rose."""
        here, there, region = self._here, self._there, self.region
        negations = self.own.language.negations | self.written.negations
        if any(word in negations for word in words_of(f"{region} {text}", self.own.language)):
            return ""
        behind = self.own.text[self.own.one.end : self.own.one.region.end]
        pairs = zip(here.contraries, there.contraries, strict=True)
        text = self._unbounded(text)
        for n, (ours, theirs) in enumerate(pairs):
            more = (here.more, here.less) if n == 0 else ("", "")
            said = [words_like(one).search(region) for one in theirs]
            if n == 0:
                near = " ".join(behind.split()[:_JUST])
                some = (there.more, there.less)
                said = [s or words_like(e).search(near) for s, e in zip(said, some, strict=True)]
            named = [
                words_like("|".join(filter(None, e))).search(text)
                for e in zip(ours, more, strict=True)
            ]
            for one, other in ((0, 1), (1, 0)):
                word, told = named[one], said[other]
                if word and told and not (named[other] or said[one]):
                    return f'the sentence says "{told[0]}" of this number, and this "{word[0]}"'
        return ""

    def _unbounded(self, text: str) -> str:
        """A name without "less" and "more" where they are a bound of a number or make a word the
        most: less than thirty years, the youngest in French."""
        numbers = "|".join(map(re.escape, self.written.numbers))
        more = f"{self._here.more}|{self._here.less}"
        bound = rf"(?:{more}) (?:than|als|de|que) (?=\d|(?:{numbers})\b)"
        most = r"(?:le|la|les|los|las|el) (?:plus|moins|más|menos)\b"
        return re.sub(rf"(?i)\b(?:{bound}|{most})", "", text)

    def _no_change(self, text: str) -> str:
        """A rise or a fall as what it came to, as how long it took or as another number's."""
        text = self._unbounded(text)
        here, own, first = self._here, self.own, self._first(text)
        changes = words_like("|".join((*here.contraries[0], here.more, here.less)))
        if first and (self._how_changed == "none" or not changes.fullmatch(first[0])):
            return self._change_of_others(first[0]) if self._told and self._has_verb else ""
        if not first:
            return ""
        if own.one.unit is not None and is_time(own.one.unit) and self._how_much:
            return f'"{self._printed()}" is how long it took, and not the change'
        level = words_like(f"{here.more}|{here.less}").fullmatch(first[0])  # lower reserves
        if (
            self._how_changed == "to"
            and not level
            and not words_like(here.to).search(text, first.end())
        ):
            return f'"{self._printed()}" is what it came to, and not the change'
        return ""

    def _only_change(self, text: str) -> str:
        """What something came to, of how much it changed."""
        here = self._here
        some = [one for two in here.contraries for one in two]
        named = words_like("|".join((*some, here.more, here.less, here.change))).search(text)
        content = self._content(text)
        verb = self._changed[0].split()[0] if self._changed else ""
        same = verb and any(are_forms(word, verb) for word in content)
        told = any(unit_of(w) is None for w in content) and all(map(self._places, content))
        clause = any(word in self._row.begins for word in words_of(text, self.written))
        if self._how_changed == "by" and told and not (named or same or clause):
            return f'"{self._printed()}" is how much it changed, and this names no change'
        return ""

    @property
    def _changed(self) -> re.Match[str] | None:
        """The word of the own clause by which something rises, falls or comes to be so much, or of
        the one before, where the own clause only goes on with it: and so came to 61%."""
        there, start = self._there, self.own.one.region.start
        changes = words_like("|".join((*there.contraries[0], there.moves)))
        found = changes.search(self.region)
        if found or not self._goes_on:
            return found
        return changes.search(self.own.text[:start])

    @cached_property
    def _how_changed(self) -> str:
        """Whether the number is how much something changed (by), what it came to or from (to),
        neither as far as can be told, or whether its clause says of no change (none)."""
        there, own = self._there, self.own
        before = own.text[own.one.region.start : own.span.start]
        near = words_of(before, own.language)[: -_CHANGED - 1 : -1]
        if self._more_behind:
            return "by"
        if not self._changed or not near:
            return "none"
        moved = words_like(there.moves).fullmatch(self._changed[0])
        came = f"{there.to}|{there.by}" if moved else there.to
        tables = (came, "(?!)" if moved else there.by, "|".join(there.contraries[0]))
        likes = [words_like(table) for table in tables]
        to, by, at = (next((i for i, w in enumerate(near) if p.fullmatch(w)), 9) for p in likes)
        if to < min(by, at, _JUST):
            return "to"
        amount = min(by, at) < min(to, _JUST) and (own.one.percent or by < at or by == 0)
        return "by" if amount else ""

    @property
    def _how_much(self) -> bool:
        """Whether another number of the clause measures something else than time."""
        here = (o for o in self.others if self._is_here(o.start) and is_measure(o.unit))
        return any(not is_time(o.unit or 0) for o in here)

    @property
    def _more_behind(self) -> bool:
        """Whether right behind the number it is more, or less, than something."""
        behind = self.own.text[self.own.span.end : self.own.one.region.end]
        near = " ".join(behind.split()[:_JUST])
        found = words_like(f"{self._there.more}|{self._there.less}").search(near)
        at = self.own.span.end + 1 + (found.end() if found else 0)
        if found and not _THAN.match(near, found.end()):
            return False
        return found is not None and not any(at <= o.start < at + _BOUND for o in self.numbers)

    def _change_of_others(self, word: str) -> str:
        """A rise or a fall, a loss, of which the sentence says one of others alone."""
        here, there = self._here, self._there
        for n, (ours, theirs) in enumerate(zip(here.contraries, there.contraries, strict=True)):
            for side in (0, 1):
                more = not n and words_like((here.more, here.less)[side]).fullmatch(word)
                if not more and not words_like(ours[side]).fullmatch(word):
                    continue
                found = words_like(theirs[side]).finditer(self.own.text)
                places = [] if more else [m.start() for m in found]
                places += [] if n else self._behind_numbers((there.more, there.less)[side])
                owners = [self._owner(place) for place in places]
                if owners and all(owners) and owners[0]:
                    return self._of(word, owners[0])
        return ""

    def _behind_numbers(self, expression: str) -> list[int]:
        """Where words are right behind a number, as more of something: 30 more than."""
        places = (m.start() for m in words_like(expression).finditer(self.own.text))
        return [p for p in places if any(0 < p - o.end < _BEHIND for o in self.numbers)]

    def _other_vote(self, text: str) -> str:
        """For, where the own number is against, and the other way round; of the same thing."""
        here, there = self._here, self._there
        if not _BALLOT.search(self.own.text):
            return ""
        ours = self._side(text, here, self._row, self.written)
        theirs = self._side(self._own_side, there, self.own.row, self.own.language)
        against = self._against_another
        if ours and ours[0] == "against" and self._own_side is self.region and against:
            return f'"{self._printed()}" is the other side: "{against}" stands before another'
        if ours and not theirs and self._has_verb and self._is_third:
            return f'"{self._printed()}" is neither for nor against in the sentence'
        if ours and not theirs and self._is_whole:
            return f'"{self._printed()}" counts all, and not those "{ours[2]}"'
        if not ours or not theirs or ours[0] == theirs[0]:
            return ""
        alike = not ours[1] or not theirs[1] or are_forms(ours[1], theirs[1])
        return f'the sentence says "{theirs[2]}" of this number, and this "{ours[2]}"' * alike

    @property
    def _is_third(self) -> bool:
        """Whether both sides of a vote are those of other numbers: two were away."""
        regions = [self.own.text[slice(*o.region)] for o in self.others]
        sides = (self._there.aim, self._there.against)
        return all(any(words_like(side).search(one) for one in regions) for side in sides)

    @cached_property
    def _own_side(self) -> str:
        """The own clause, or the word right before the number: 11 for it, and against 8."""
        before = words_of(self.own.text[: self.own.span.start], self.own.language)[-1:]
        against = words_like(self._there.against)
        return before[0] if before and against.fullmatch(before[0]) else self.region

    @property
    def _against_another(self) -> str:
        """The word right before another number of a vote by which it is the other side."""
        against = re.search(rf"\b(?:{self._there.against})\s(?=\d)", self.region, re.IGNORECASE)
        return against[0].strip() if against else ""

    def _side(
        self, text: str, table: Naming, row: Counting, language: Language
    ) -> tuple[str, str, str] | None:
        """The side that a text names, what it is for or against, and the word for that."""
        found = [
            (side, match)
            for side, words in (("aim", table.aim), ("against", table.against))
            for match in words_like(words).finditer(text)
        ]
        if len({side for side, _ in found}) != 1:
            return None
        side, match = found[-1]
        behind = words_of(text[match.end() :], language)[:_JUST]
        behind = [w for w in behind if len(w) > _JUST and row.is_word(w)]
        if re.match(r"\s*\d", text[match.end() :]):
            return None if side == "against" else (side, "", match[0])
        return side, behind[0] if behind else "", match[0]
