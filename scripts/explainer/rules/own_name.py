"""Whether a figure's measure, label and population name its own number: what they take from the
sentence is said of it, and of no other number there, and they do not say the contrary of that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.counted import Counted
from ..text.languages import Language
from ..text.naming import PREPOSITIONS, words_like
from ..text.number_row import FATES, words_of
from ..text.printed import dates_of
from ..text.quantities import readable
from ..text.units import is_measure, unit_of, units_in
from ..text.weekdays import weekdays_in
from ..text.words import are_forms
from .own_beside import OwnBeside
from .own_time import OF_THEM, WORD, YEARLY

# What a figure is called, and with it whom or what it counts: what may name another number of a
# clause, the most telling first.
CALLED = ("measure", "label")
NAMING_FIELDS = (*CALLED, "population")

_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
_JUST = 3  # words before a number in which it stands behind a preposition
_AT = {"en": "in at near", "de": "in", "fr": "à", "es": "en"}
_IN = {"en": "in at from", "de": "in aus bei nach von", "fr": "à de en", "es": "en de"}


class OwnName(OwnBeside):
    """What the names of a figure say of its number."""

    def wrong(self, text: str, field: str, unit: str, inferred: bool = False) -> str:
        """What is wrong with a measure, a label or a population; ``unit`` is
        that of its figure."""
        if field == "population":
            elsewhere = "" if inferred else self._elsewhere(text)
            found: tuple[str, ...] = (self._other_people(text), self._other_name(text), elsewhere)
        else:
            found = (
                self._other_count(text, unit),
                self._other_measure(text, unit),
                self._other_average(text),
                self._contrary(text),
                self._other_vote(text),
                self._no_change(text),
                self._only_change(text) if field == "label" else "",
                self._other_head(text),
                self._told_of_others(text),
                self._whole_for_part(text),
                self._part_for_whole(text),
                self._other_end(text),
                self._other_year(text),
                self._other_unit(text, unit),
                self._beside_another(text),
                self._other_name(text),
                self._elsewhere(text),
                self._other_time(text),
            )
        every = (self._other_fate(text), self.wrong_side(text), self._owner_of_part(text))
        return next(filter(None, (*every, *found)), "")

    def _other_fate(self, text: str) -> str:
        """What became of others."""
        own = self.own.one
        words = " ".join((self.region, *own.heads, *own.told))
        mine = {unit for unit in units_in(words) if unit in FATES}
        for word in self._content(text):
            if unit_of(word) in FATES and unit_of(word) not in mine:
                theirs = self._theirs(word)
                if theirs and (mine or self._told):
                    return self._of(word, theirs)
        return ""

    def _other_head(self, text: str) -> str:
        """What others count, or what is said of them, as the first words of a name."""
        did, head = words_like(self._there.did), self._head(text)
        if self._denies(text):
            return self._other_noun(text)
        words = [word for word in head if self._places(word)]
        if self.own.row.nouns_up and len(words) < len(head):
            return self._other_noun(text)
        theirs = [o for word in words if (o := self._theirs(word)) and self._is_of(word, o)]
        if (
            not words
            or len(theirs) < len(words)
            or not all(did.fullmatch(word) for word in head if word not in words)
        ):
            return self._other_noun(text)
        one = self.own.one
        if any(map(self._is_between, self._content(text))):
            return self._other_noun(text)
        alone = one.headed and not (one.percent or one.share or is_measure(one.unit))
        mine = [word for word, *_ in self._clause]
        said = any(are_forms(w, told) for w in self._content(text) for told in mine)
        heads = _has(theirs[0].heads, words[0])
        titled = any(place in self._titles for place in self._places(words[0]))
        if ((titled and self._has_verb) or not said) and (self._told or (alone and heads)):
            return self._of(words[0], theirs[0])
        return self._other_noun(text)

    def _is_of(self, word: str, other: Counted) -> bool:
        """Whether a word of another number's clause is not what this one goes on about as well."""
        if self._has_subject or any(are_forms(word, head) for head in other.heads):
            return True
        return any(self._is_verb(w, p) for w, p in self.own.words if p in self._places(word))

    def _other_noun(self, text: str) -> str:
        """A noun that others count, where this number has another, which the name has not."""
        one, did = self.own.one, words_like(self._there.did)
        content, head = self._content(text), self._head(text)
        if not one.headed or one.percent or one.share:
            return ""
        measured = is_measure(one.unit)
        alone = all(did.fullmatch(w) for w in head[1:])
        if measured and alone and head and (kind := unit_of(head[0])) and not is_measure(kind):
            return f'"{self._printed()}" counts "{self.own.counts}", and no {head[0]}'
        if any(are_forms(w, h) for w in content for h in self._counts):
            return ""
        for n, word in enumerate(head):
            other = next((o for o in self.others if o.headed and _has(o.heads, word)), None)
            if other is None or is_measure(other.unit) or self._theirs(word) is not other:
                continue
            if not measured or (alone and n == 0):
                return self._of(word, other)
        return ""

    def _told_of_others(self, text: str) -> str:
        """A verb of another number's clause, where the own clause has another."""
        one, did = self.own.one, words_like(self._there.did)
        content = self._content(text)
        if self._denies(text) or any(map(self._is_between, content)):
            return ""
        for word in content if self._is_whole else ():
            places = self._places(word)
            nouns = any(are_forms(word, head) for head in one.heads | one.rest)
            verbs = all(did.fullmatch(w) for w, p in self.own.words if p in places)
            part = min((o.start for o in self.numbers if o.part_of == self._index), default=0)
            apart = all(p >= one.end or p < part for p in places)
            if places and not nouns and verbs and apart:
                return f'"{word}" is said of a part of "{self._printed()}" in the sentence'
        if any(are_forms(w, told) for w in content for told in self._told):
            return ""
        asks = self.own.row.nouns_up and not self._head(text)  # was sie zahlen
        if asks or not ((self._told and self._has_verb) or one.age):
            return ""
        for word in content:
            places = self._places(word)
            there = [(w, p) for w, p in self.own.words if p in places]
            did_it = all(self.own.text[p].islower() and self._is_verb(w, p) for w, p in there)
            if did_it and not self._is_alike(word) and (theirs := self._theirs(word)):
                return self._of(word, theirs)
        return ""

    def _other_people(self, text: str) -> str:
        """Whom or what another number counts, and not only in what or of what this one is."""
        one, row = self.own.one, self.own.row
        if not one.headed or one.percent or one.share or is_measure(one.unit):
            return ""
        before = words_of(self.own.text[one.region.start : one.region.end], self.own.language)
        if self._whole or any(word in row.they | OF_THEM for word in before):
            return ""
        words = [word for word in self._head(text) if self._places(word)]
        theirs = [self._theirs(word) for word in words]
        for word, other in zip(words, theirs, strict=True) if all(theirs) else ():
            counts = other and other.headed and not (other.percent or is_measure(other.unit))
            if other and counts and _has(other.heads, word):
                ahead = words_of(self.own.text[: other.start], self.own.language)[-_JUST:]
                joined = bool(ahead) and ahead[-1] in row.joins
                if joined or not any(word in PREPOSITIONS for word in ahead):
                    return self._of(word, other)
        return ""

    def _other_name(self, text: str) -> str:
        """A place or a party of another number, where the own clause names one."""
        names = [*self._names(text)]
        for word in names:
            if self._row.nouns_up and not any(w == word for w, _ in self.own.words):
                continue
            if theirs := self._theirs(word):
                own = [*self._own_names()]
                if own and not any(are_forms(w, n) for w in own for n in self._content(text)):
                    return f'"{word}" is said of "{self._printed(theirs)}" in the sentence'
        return ""

    def _elsewhere(self, text: str) -> str:
        """A place that the sentence has not, where the own clause says another."""
        if self._row.nouns_up or self.own.row.nouns_up:
            return ""
        own = [*self._placed(self.region, self.own.language)]
        words = self._content(text)
        if not own or any(are_forms(w, name.lower()) for w in words for name in own):
            return ""
        for name in self._placed(text, self.written):
            if name not in own and not self._places(name.lower()):
                return f'the sentence says "{own[0]}" of "{self._printed()}", and not "{name}"'
        return ""

    def _placed(self, text: str, language: Language) -> Iterator[str]:
        """The names behind a preposition of place, or that are all of a text; no months or days."""
        dates = [*(d.start for d in dates_of(text, language)), *(p for p, _ in weekdays_in(text))]
        before = ""
        for match in WORD.finditer(text):
            up = match[0][0].isupper() and not match[0].isdigit() and len(match[0]) > 2
            placed = before in _AT[language.code].split()
            last = match.end() == len(text) and match.start() > 0
            if up and (placed or last) and match.start() not in dates:
                yield match[0]
            before = match[0].lower()

    def _names(self, text: str) -> Iterator[str]:
        """The words of a text that look like names: with a capital inside it, or there in the
        sentence; in German where a place is named."""
        before = ""
        for match in WORD.finditer(text):
            word, alone = match[0].lower(), match[0] == text
            counted = self._row.nouns_up and any(word in o.heads for o in self.others if o.headed)
            placed = before in _IN[self.written.code].split() or (alone and not counted)
            up = match[0][0].isupper() and (not self._row.nouns_up or placed)
            there = any(self.own.text[place].isupper() for place in self._places(word))
            if up and (match.start() > 0 or placed or there):
                yield word
            before = word

    def _own_names(self) -> Iterator[str]:
        one, region = self.own.one, self.own.one.region
        for word, place in self._words:
            inside = region.start <= place < region.end and self.own.text[place].isupper()
            if inside and not (one.headed and word in one.heads | one.rest):
                yield word

    def _other_time(self, text: str) -> str:
        """A year of another number, or a day of the week that the sentence has not."""
        for word in words_of(text, self.written):
            if word in YEARLY and (wrong := self.own.wrong_period(word)):
                return wrong
        for match in _YEAR.finditer(text):
            places = [m.start() for m in re.finditer(match[0], self.own.text)]
            dated = any(self._is_here(d.start) and d.days[0].year for d in self.own.dates)
            behind = all(place >= self.own.one.region.end for place in places)
            if (dated or behind) and places and all(map(self._owner, places)):
                return f'"{match[0]}" is not of "{self._printed()}" in the sentence'
        there = [*weekdays_in(self.own.text)]
        timed = any(self._is_here(d.start) for d in self.own.dates)
        own = {day for place, day in there if not self._owner(place)}
        if timed and self.own.weekdays:
            own = {*self.own.weekdays}
        elif timed:  # its own date, and a day at the head of the sentence, which is another's
            own -= {day for place, day in there if not self._is_here(place)}
        for _, day in weekdays_in(text):
            if (own or (timed and there)) and day not in own:
                return f'the sentence says another day of the week of "{self._printed()}"'
        ago = words_like(self._there.ago)
        if found := words_like(self._here.ago).search(text):
            places = [m.start() for m in ago.finditer(self.own.text)]
            behind = all(place >= self.own.one.region.end for place in places)
            if (timed or behind) and places and all(map(self._owner, places)):
                return f'"{found[0]}" is not of "{self._printed()}" in the sentence'
        timed = timed or bool(self.own.weekdays or ago.search(self.region))
        return self._other_month(text) if timed else ""

    def _other_month(self, text: str) -> str:
        """A month of another number, where this one is of so long ago."""
        for dated in dates_of(readable(text, self.written), self.written):
            for month in {day.month for day in dated.days if day.month}:
                alike = (d for d in self.own.dates if any(day.month == month for day in d.days))
                places = [d.start for d in alike]
                if places and all(map(self._owner, places)):
                    return f'the sentence does not say month {month} of "{self._printed()}"'
        return ""


def _has(heads: set[str], word: str) -> bool:
    """Whether a word is one of those that say what is counted, and no compound with it."""
    return any(are_forms(word, h) and _is_one_noun(word, h) for h in heads)


def _is_one_noun(one: str, other: str) -> bool:
    """Whether two forms are of one noun: surgeon and surgeons, and no surgery."""
    short = min(len(one), len(other))
    return abs(len(one) - len(other)) < _JUST and (
        one[: short - 1] == other[: short - 1] or one[0] != other[0] or not one.isascii()
    )
