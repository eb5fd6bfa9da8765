"""What the sentence of a figure says of its own number, and not of another: what it counts, over
what time, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..text.counted import Counted, alike, at, counted, dates_of, words_of
from ..text.counting import COUNTING, Counting
from ..text.days import Dated
from ..text.languages import Language
from ..text.quantities import readable
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.units import PEOPLE, is_measure, is_time, unit_of, units_in
from ..topic.model import Figure
from ..topic.site import Site

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_STRONG = re.compile(r"[.;:!?()“”„«»\"–—…]")
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
_WHEN = frozenset("when als quand lorsque cuando où".split())
_DONE = re.compile(  # behind a participle, or "in" and it: built in, fundado en
    r"(?:^|\s)(?:\w+ed|built|made|born|set|ge\w+(?:t|en)|\w+iert|\w+(?:é|ée|és|ées|uit|uite)"
    r"|\w+[ai]d[oa]s?)(?:\s\w{2,3})?$"
)
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
        one, said = self.one, one_or_more(self.one)
        if not (said or one.age):
            return ""
        first = one.heads if one.headed else said
        kinds = units_in(" ".join(first)) | ({one.unit} if is_measure(one.unit) else set())
        kinds |= ({_YEAR} if one.age else set()) | ({unit_of("%")} if one.percent else set())
        leading, (unit, per) = False, self._divided(unit)
        for word in self._content(unit):
            kind = unit_of(word)
            if kind == PEOPLE:
                if self._people_elsewhere(said):
                    return f'"{word}" are not what "{self._printed}" counts in the sentence'
                leading = True
            elif kind in kinds or any(alike(word, other) for other in first | one.told):
                leading = True
            elif any(alike(word, other) for other in said) or kind in units_in(" ".join(said)):
                continue
            elif self._has(word, kind):
                return f'"{word}" is not what "{self._printed}" counts in the sentence'
        if wrong := self._wrong_rate(per):
            return wrong
        if leading or not one.headed or not first or not [*self._content(unit)]:
            return ""
        in_sentence = [w for w in self._content(unit) if self._has(w, unit_of(w))]
        return f'"{in_sentence[0]}" only goes on with what is counted' if in_sentence else ""

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
            elif self._has(word, unit_of(word)) and not any(alike(word, w) for w in self.one.rest):
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

    def _has(self, word: str, kind: int | None) -> bool:
        """Whether the sentence has a word, or another for the same unit."""
        if kind is not None and kind in units_in(self.text):
            return True
        return any(alike(word, other) for other, _ in self.words if len(other) > 1)

    def _people_elsewhere(self, said: set[str]) -> bool:
        """Whether the sentence says people of others than this number counts."""
        own = units_in(" ".join(said))
        persons = any(not is_measure(unit) for unit in own)
        return self.one.headed and not persons and PEOPLE in units_in(self.text)

    def wrong_measure(self, measure: str) -> str:
        """What is wrong with a measure that names only what other numbers of the sentence count,
        or what became of those."""
        one, said = self.one, one_or_more(self.one)
        if not said or one.percent:
            return ""
        own = units_in(" ".join(said))
        claimed = set[int]().union(*(units_in(" ".join(o.heads | o.told)) for o in self.others))
        for word in self._content(measure):
            kind = unit_of(word)
            if kind is not None and kind != PEOPLE and kind in claimed - own and not is_measure(kind):
                return f'"{word}" is said of another number of the sentence'
        if one.share or is_measure(one.unit):
            return ""
        words = [w for w in self._content(measure) if self._has(w, unit_of(w))]
        theirs = {head for other in self.others for head in other.heads}
        theirs.update(w for o in self.others for w in words_of(self.text[o.start : o.end], self.language))
        if words and all(
            any(alike(w, head) for head in theirs) and not any(alike(w, s) for s in said)
            for w in words
        ):
            return f'"{words[0]}" is what another number of the sentence counts'
        return ""

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
            if not any(self.one.region.start <= at < self.one.region.end for at in places):
                if all(self._is_apart(at) for at in places):
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
        for other, at in self.words:
            same = other == word or (not year and len(other) > 2 and word and alike(word, other))
            if same or (kind is not None and _time(other) == kind):
                yield at

    def _dated_by(self, kind: int) -> bool:
        """Whether a date of the sentence is of a day, a month or a year."""
        days = [day for dated in self.dates for day in dated.days]
        known = {_DAY: lambda d: d.day or d.weekday is not None, _MONTH: lambda d: d.month}
        known[_YEAR] = lambda d: d.year
        return kind in known and any(known[kind](day) for day in days)

    def _is_apart(self, at: int) -> bool:
        """Whether a place is in another clause than the number, which has a time of its own or is
        divided from it by more than a comma."""
        region = self.one.region
        own = [word for word, place in self.words if region.start <= place < region.end]
        timed = any(_time(word) is not None for word in own) or any(
            region.start <= dated.start < region.end for dated in self.dates
        )
        between = self.text[min(at, region.end) : max(at, region.start)]
        begins = any(word in self.row.begins for word in words_of(between, self.language))
        return timed or begins or bool(_STRONG.search(between))


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
        words = words_of(before, self.language)[-2:]
        if when or not words:
            return False
        return words[-1] in self.row.since or bool(_DONE.search(" ".join(words)))

    def _is_of_others(self, dated: Dated) -> bool:
        """Whether a date of a sentence is not that of a number outside whose clause it stands."""
        if self._is_bygone(self.text[: dated.start], False):
            return True
        if any(o.region.start <= dated.start < o.region.end for o in self.others):
            return True
        behind = self.text[self.one.region.end : dated.end]
        return dated.start >= self.one.region.end and not SAYS.search(behind)


def one_or_more(one: Counted) -> set[str]:
    """The words that say what a number counts, those that go on with them among them."""
    return one.heads | one.told | one.rest


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
    place = passages.sentence_at(span.start)
    plain = " ".join(re.split(r"\s", passages.text[place.start : max(place.end, span.end)]))
    text = readable(plain, passages.language)
    if len(text) != len(plain):
        return None
    own = Span(span.start - place.start, span.end - place.start)
    one = at(text, passages.language, own)
    return OwnNumber(text, passages.language, row, own, one) if one else None
