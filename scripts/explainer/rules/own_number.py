"""What the sentence of a figure says of its own number, and not of another: what it counts, over
what time, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..text.counted import Counted, at, counted
from ..text.counting import COUNTING, Counting
from ..text.days import Dated
from ..text.languages import Language
from ..text.number_row import words_of
from ..text.printed import dates_of
from ..text.quantities import readable
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.units import PEOPLE, is_measure, is_time, unit_of, units_in
from ..text.words import are_forms
from ..topic.model import Figure
from ..topic.site import Site

_BEFORE, _BEHIND = 1200, 800  # characters of a sentence: enough, whatever its length
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_STRONG = re.compile(r"[;:!?()“”„«»\"–—…]|(?<!\d)\.|\.(?!\d)")
_YEARLY = {  # words that say how often, by a word for the time
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "stündlich": "Stunde",
    "täglich": "Tag",
    "wöchentlich": "Woche",
    "monatlich": "Monat",
    "jährlich": "Jahr",
    "diario": "día",
    "diarios": "día",
    "semanal": "semana",
    "mensual": "mes",
    "anual": "año",
    "anuales": "año",
    "quotidien": "jour",
    "hebdomadaire": "semaine",
    "mensuel": "mois",
    "annuel": "an",
    "annuels": "an",
}
_OF_THEM = frozenset("including darunter davon dont incluidos incluidas".split())  # some of these
_WHEN = frozenset("when als quand lorsque cuando où".split())
_DONE = re.compile(  # behind a participle, or "in" and it: built in, fundado en
    r"(?:^|\s)(?:\w+ed|built|made|born|set|ge\w+(?:t|en)|\w+iert|\w+(?:é|ée|és|ées|uit|uite)"
    r"|\w+[ai]d[oa]s?)(?:\s\w{2,3})?$"
)
_TO_ONE = re.compile(r"[- ](?:to|zu|à|a)[- ](?:1|one|eins|un|uno)$", re.I)
_DAY, _MONTH, _YEAR = (unit_of(word) for word in ("day", "month", "year"))


@dataclass(frozen=True)
class OwnNumber:
    """A figure's number in its sentence, as a ``readable`` text."""

    text: str
    language: Language
    row: Counting
    span: Span
    one: Counted

    @cached_property
    def words(self) -> list[tuple[str, int]]:
        """The words of the sentence, in small letters, with their places."""
        return [(m[0].lower(), m.start()) for m in _WORD.finditer(self.text)]

    @cached_property
    def others(self) -> list[Counted]:
        found = counted(self.text, self.language, self.span)
        return [one for one in found if one is not self.one]

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        return dates_of(self.text, self.language)

    # --- what it counts ---------------------------------------------------------------------------

    def wrong_unit(self, unit: str) -> str:
        """What is wrong with a unit that the sentence has, but does not count with this number."""
        one = self.one
        if _TO_ONE.search(self._printed):
            other = next((w for w in self._content(unit) if self._has(w)), "")
            return f'"{self._printed}" is a ratio, and no number of "{other}"' if other else ""
        if not (self._said or one.age):
            return ""
        unit, per = self._divided(unit)
        words = [word for word in self._content(unit) if self._has(word)]
        counted = [word for word in words if self._is_counted(word)]
        for word in words:
            if word not in counted and not self._goes_on(word, bool(counted)):
                return f'"{word}" is not what "{self._printed}" counts in the sentence'
        if words and not counted and one.headed and one.heads:
            return f'"{words[0]}" only goes on with what "{self._printed}" counts'
        return self._wrong_rate(per)

    @cached_property
    def _said(self) -> set[str]:
        """The words that say what this number counts, and those that go on with them."""
        return self.one.heads | self.one.told | self.one.rest

    @cached_property
    def _kinds(self) -> set[int | None]:
        """The units that this number counts."""
        one = self.one
        kinds = {*units_in(" ".join(one.heads if one.headed else self._said))}
        kinds |= {unit for word in one.told if (unit := unit_of(word)) is not None}
        kinds |= units_in(re.sub(r"[\d.,]+", " ", self._printed))  # 20p, 90mm
        more = (_YEAR, one.age), (unit_of("%"), one.percent), (one.unit, is_measure(one.unit))
        return kinds | {unit for unit, holds in more if holds}

    def _is_counted(self, word: str) -> bool:
        """Whether a word of a unit is among what this number counts. Whoever it counts are people,
        unless the sentence has people of another number."""
        if (kind := unit_of(word)) == PEOPLE and not self._people_elsewhere():
            return True
        heads = self.one.heads if self.one.headed else self._said
        return kind in self._kinds or any(are_forms(word, head) for head in heads)

    def _goes_on(self, word: str, counted: bool) -> bool:
        """Whether a word goes on with what is counted, or stands in the clause of a number without
        a noun, of which another word is ``counted``."""
        if any(are_forms(word, other) for other in self.one.rest):
            return True
        region = self.text[slice(*self.one.region)]
        said = words_of(region, self.language) if counted and not self.one.headed else []
        return any(are_forms(word, other) for other in said)

    def _divided(self, unit: str) -> tuple[str, str]:
        """A unit, and what it is counted by: miles, and hour."""
        words = unit.split()
        at = next((i for i, w in enumerate(words) if i and w.lower() in self.row.per), len(words))
        return " ".join(words[:at]), " ".join(words[at:])

    def _wrong_rate(self, per: str) -> str:
        """What is wrong with what a unit is counted by: miles per road."""
        for word in self._content(per):
            if _time(word) is not None:
                if wrong := self.wrong_period(word):
                    return wrong
            elif self._has(word) and not any(are_forms(word, w) for w in self.one.rest):
                return f'"{word}" is not what "{self._printed}" is counted by in the sentence'
        return ""

    @property
    def _printed(self) -> str:
        return self.text[self.span.start : self.span.end]

    def _content(self, text: str) -> list[str]:
        """The words of what an editor writes that may be nouns, or are units."""
        words = [w for w in words_of(text, self.language) if len(w) > 1 and w not in self.row.per]
        found = [w for w in words if unit_of(w) is not None or (len(w) > 2 and self.row.is_word(w))]
        return found or [word for word in words if len(word) > 2]

    def _has(self, word: str) -> bool:
        """Whether the sentence has a word, or another for the same unit."""
        if (kind := unit_of(word)) is not None and kind in units_in(self.text):
            return True
        said = (part for other, _ in self.words for part in {other, *re.split("[-‐‑]", other)})
        return any(are_forms(word, other) for other in said if len(other) > 1)

    def _people_elsewhere(self) -> bool:
        """Whether the sentence says people of others than this number counts."""
        persons = any(not is_measure(unit) for unit in units_in(" ".join(self._said)))
        if not self.one.headed or persons or PEOPLE not in units_in(self.text):
            return False
        before = words_of(self.text[: self.span.start], self.language)[-3:]
        return not any(word in _OF_THEM | self.row.they for word in before)  # among them, dont

    def wrong_measure(self, measure: str) -> str:
        """What is wrong with a measure that names only what other numbers of the sentence count,
        or what became of those."""
        one, said = self.one, self._said
        if not said or one.percent:
            return ""
        own = units_in(" ".join(said))
        claimed = set[int]().union(*(units_in(" ".join(o.heads | o.told)) for o in self.others))
        for word in self._content(measure):
            kind = unit_of(word)
            if (
                kind is not None
                and kind != PEOPLE
                and kind in claimed - own
                and not is_measure(kind)
            ):
                return f'"{word}" is said of another number of the sentence'
        if one.share or is_measure(one.unit):
            return ""
        words = [w for w in self._content(measure) if self._has(w)]
        theirs = {head for other in self.others for head in other.heads}
        theirs.update(
            w for o in self.others for w in words_of(self.text[o.start : o.end], self.language)
        )
        if words and all(
            any(are_forms(w, head) for head in theirs) and not any(are_forms(w, s) for s in said)
            for w in words
        ):
            return f'"{words[0]}" is what another number of the sentence counts'
        return ""

    @cached_property
    def counts(self) -> str:
        """The words that this number counts, as they stand in the sentence; empty if none do."""
        heads = [(w, place) for w, place in self.words if w in self.one.heads and self.one.headed]
        behind = [one for one in heads if one[1] >= self.span.end] or heads
        return " ".join(self.text[place : place + len(word)] for word, place in behind[:3])

    # --- over what time ---------------------------------------------------------------------------

    def wrong_period(self, period: str) -> str:
        """What is wrong with a period of which the sentence says nothing, or says it elsewhere than
        in the clause of this number."""
        for word in _WORD.findall(period):
            kind = _time(word)
            places = [*self._places(word.lower(), kind)]
            if not places:
                if kind is not None and not self._dated_by(kind):
                    return f'"{word}" is not what the sentence counts'
                continue
            if all(self._is_apart(place) for place in places):
                return f'"{word}" is said elsewhere in the sentence than of this number'
        return ""

    def says_time(self, period: str) -> bool:
        """Whether the sentence has the time that a period names, in whatever words: weekly."""
        kinds = [kind for word in _WORD.findall(period) if (kind := _time(word)) is not None]
        return bool(kinds) and all(any(self._places("", kind)) for kind in kinds)

    def _places(self, word: str, kind: int | None) -> Iterator[int]:
        """Where a sentence has a word of a period, or another for the same time."""
        year = re.fullmatch(r"[12]\d{3}", word)
        if not (year or kind is not None or (len(word) > 2 and self.row.is_word(word))):
            return
        for other, place in self.words:
            same = other == word or (
                not year and len(other) > 2 and word and are_forms(word, other)
            )
            if same or (kind is not None and _time(other) == kind):
                yield place

    def _dated_by(self, kind: int) -> bool:
        """Whether a date of the sentence is of a day, a month or a year."""
        days = [day for dated in self.dates for day in dated.days]
        if kind == _DAY:
            return any(day.day or day.weekday is not None for day in days)
        return any(day.month if kind == _MONTH else kind == _YEAR and day.year for day in days)

    def _is_apart(self, at: int) -> bool:
        """Whether a place is in another clause than the number, which has a time of its own or is
        divided from it by more than a comma."""
        region = self.one.region
        if region.start <= at < region.end:
            return False
        own = [word for word, place in self.words if region.start <= place < region.end]
        timed = any(_time(word) is not None for word in own) or any(
            region.start <= dated.start < region.end for dated in self.dates
        )
        between = self.text[min(at, region.end) : max(at, region.start)]
        begins = self.row.begins - _OF_THEM
        begun = any(word in begins for word in words_of(between, self.language))
        return timed or begun or bool(_STRONG.search(between))

    # --- as of when -------------------------------------------------------------------------------

    def wrong_year(self, value: str) -> str:
        """What is wrong with a date of another year than that of the number, which its clause says,
        or of one that the sentence says only of something else."""
        own = [d for d in self.dates if self._is_own(d)]
        years = {day.year for dated in own for day in dated.days if day.year}
        year = int(value[:4])
        if years:
            said = self.text[own[0].start : own[0].end]
            return "" if year in years else f'the sentence says "{said}" of this number'
        others = [d for d in self.dates if any(day.year == year for day in d.days)]
        if others and all(self._is_of_others(dated) for dated in others):
            return f"the sentence does not say {year} of this number"
        return ""

    def _is_own(self, dated: Dated) -> bool:
        """Whether a date is that of a number: behind it in its clause, at the head of that or of
        the sentence, or right before a clause that begins with when."""
        region, before = self.one.region, self.text[: dated.start]
        if dated.start >= region.end or self._is_bygone(before, self._right_before(dated)):
            return False
        if dated.start >= self.span.end:
            return True
        gap = words_of(self.text[dated.end : region.start], self.language)
        if dated.end <= region.start and len(gap) == 1 and gap[0] in _WHEN:
            return True
        start = region.start if dated.start >= region.start else 0
        head = words_of(self.text[start : dated.start], self.language)
        between = self.text[dated.end : region.start]
        nouns = [word for word in head if self.row.is_word(word)]
        return len(nouns) <= 1 and not (self._numbers_in(dated) or _STRONG.search(between))

    def _right_before(self, dated: Dated) -> bool:
        """Whether a date stands right before a clause that begins with when."""
        words = words_of(self.text[dated.end : self.one.region.start], self.language)
        return dated.end <= self.one.region.start and len(words) == 1 and words[0] in _WHEN

    def _numbers_in(self, dated: Dated) -> bool:
        """Whether another number stands between a date and this one."""
        return any(dated.end <= other.start < self.span.start for other in self.others)

    def _is_bygone(self, before: str, when: bool) -> bool:
        """Whether words before a date say that it is that of something else: since, until, built
        in."""
        words = words_of(before, self.language)[-1:]
        if when or not words:
            return False
        return words[0] in self.row.since or bool(_DONE.search(before.rstrip().lower()))

    def _is_of_others(self, dated: Dated) -> bool:
        """Whether a date of a sentence is not that of a number outside whose clause it stands."""
        if self._is_bygone(self.text[: dated.start], False):
            return True
        if any(o.region.start <= dated.start < o.region.end for o in self.others):
            return True
        behind = self.text[self.one.region.end : dated.end]
        return dated.start >= self.one.region.end and not SAYS.search(behind)


def _time(word: str) -> int | None:
    """The unit of time that a word names or says how often; None for any other."""
    unit = unit_of(_YEARLY.get(word.lower(), word))
    return unit if unit is not None and is_time(unit) else None


def own_number(site: Site, figure: Figure) -> OwnNumber | None:
    """The number of a figure in its sentence; None where it has no place or no language."""
    if figure.id not in site.evidence.numbers:
        return None
    source, span = site.evidence.numbers[figure.id]
    passages = site.topic.sources[source].passages
    row = COUNTING.get(passages.language.code)
    if row is None:
        return None
    sentence = passages.sentence_at(span.start)
    start = max(sentence.start, span.start - _BEFORE)
    end = max(min(sentence.end, span.end + _BEHIND), span.end)
    plain = " ".join(re.split(r"\s", passages.text[start:end]))
    text, language = readable(plain, passages.language), passages.language
    own = Span(span.start - start, span.end - start)
    if len(text) != len(plain):  # as where letters and their accents are composed
        own = Span(*(len(readable(f"{plain[:at]}0", language)) - 1 for at in own))
    one = at(text, language, own)
    return OwnNumber(text, language, row, own, one) if one else None
