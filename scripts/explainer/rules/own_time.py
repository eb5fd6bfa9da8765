"""Of what time the sentence of a figure says its own number, and not another: over what time, as of
when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..text.counted import Counted, counted
from ..text.counting import Counting
from ..text.days import Dated
from ..text.languages import Language
from ..text.number_row import words_of
from ..text.printed import dates_of
from ..text.relative import relative_times
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.told_years import AWAY, RELATIVE
from ..text.units import is_time, unit_of
from ..text.weekdays import weekdays_in
from ..text.when import NOW, how_said, moved_to, other_side, since_then, wrongly_said
from ..text.words import are_forms

WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_STRONG = re.compile(r"[;:!?()“”„«»\"–—…]|(?<!\d)\.|\.(?!\d)")
_BETWEEN = re.compile(r"(?i)\b(?:between|zwischen|entre)\s(?:(?:le|el|dem)\s)?$")
_AND = re.compile(r"\s(?:and|und|et|y)\s(?:(?:le|el|dem)\s)?")
_OPENING = re.compile(r"^[\s“„«‹\"]+")
YEARLY = {  # words that say how often, by a word for the time
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
OF_THEM = frozenset("including darunter davon dont incluidos incluidas".split())  # some of these
_COUNTED_BY = re.compile(
    r"\s?(?:[€$£%]|[^\W\d_]+)?\s(?:an?|per|each|every|im|pro|je|par|por|al?|le|la|l['’])\s?"
)
_WHEN = frozenset("when als quand lorsque cuando où".split())
_DONE = re.compile(  # behind a participle, or "in" and it: built in, fundado en
    r"(?:^|\s)(?:\w+ed|built|made|born|set|ge\w+(?:t|en)|\w+iert|\w+(?:é|ée|és|ées|uit|uite)"
    r"|\w+[ai]d[oa]s?)(?:\s\w{2,3})?$"
)
_ASIDE = re.compile(r"(?i),\s(?:(?:in|en|im|im jahre?)\s)?$")
_MARKS = re.compile(r"[,;:!?()]|\.(?!\d)")
_BEEN = frozenset("been sido worden".split())
_NEAR = 2  # words before a date in which what is counted stands
_HEAD = 7  # words at the head of a sentence that say when
_DAY, _MONTH, _YEAR = (unit_of(word) for word in ("day", "month", "year"))


@dataclass(frozen=True)
class OwnTime:
    """A figure's number in its sentence, as a ``readable`` text."""

    text: str
    language: Language
    row: Counting
    span: Span
    one: Counted

    @cached_property
    def words(self) -> list[tuple[str, int]]:
        """The words of the sentence, in small letters, with their places."""
        return [(m[0].lower(), m.start()) for m in WORD.finditer(self.text)]

    @cached_property
    def others(self) -> list[Counted]:
        found = counted(self.text, self.language, self.span)
        return [one for one in found if one is not self.one]

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        return dates_of(self.text, self.language)

    # --- over what time ---------------------------------------------------------------------------

    def wrong_period(self, period: str, inferred: bool = False) -> str:
        """What is wrong with a period of which the sentence says nothing, or says it elsewhere than
        in the clause of this number, which may have been so since then; what is ``inferred`` may
        be said in another clause, where the own one has no time."""
        if half := self._half_of_range(period) or self._other_relative(period):
            return f'the sentence says "{half}" of this number'
        named = {day.month for d in dates_of(period, self.language) for day in d.days if day.month}
        if self.months and not named <= self.months:
            return f'the sentence does not say "{period}" of this number'
        for match in WORD.finditer(period):
            word = match.group()
            kind = time_of(word)
            places = [*self._places(word.lower(), kind)]
            if not places:
                if kind is not None and not self._dated_by(kind):
                    return f'"{word}" is not what the sentence counts'
                continue
            region, how = self.one.region, how_said(period, match.start())
            before = [place for place in places if place < region.start]
            if before and since_then(self.text, region.start, self._ends):
                if how == "since":
                    continue
                return f'the sentence says "since" then of this number, not "{period}"'
            rate = places and all(map(self._is_anothers_rate, places))
            if rate or all(self._is_apart(place, inferred) for place in places):
                return f'"{word}" is said elsewhere in the sentence than of this number'
            near = [place for place in places if not self._is_apart(place, inferred)]
            said = {how_said(self.text, place) for place in near}
            turned = [other_side(period, match.start(), self.text, place) for place in near]
            if all(turned) or wrongly_said(how, said):
                return f'the sentence does not say "{period}" of this number'
        return ""

    def _half_of_range(self, period: str) -> str:
        """The words of a sentence from when to when something was, of which a period has only one
        end: March 2019, of between March 2019 and May 2025."""
        for first, second in pairwise(self.dates):
            ends = [self.text[one.start : one.end].lower() for one in (first, second)]
            between = _BETWEEN.search(self.text, 0, first.start)
            joined = _AND.fullmatch(self.text, first.end, second.start)
            said = [end in period.lower() for end in ends]
            if between and joined and any(said) and not all(said) and ends[0] != ends[1]:
                return self.text[between.start() : second.end]
        return ""

    def _other_relative(self, period: str) -> str:
        """The words by which the sentence tells the time of this number from its own day, where a
        period has another of the kind: last year, for this year."""
        for _, unit, how, _ in relative_times(period):
            here = [one for one in relative_times(self.text) if one[1] == unit]
            inside = [o for o in here if self.one.region.start <= o[0] < self.one.region.end]
            own = inside or [one for one in here if not self._is_apart(one[0])] or here
            if own and how not in {one[2] for one in own}:
                return own[0][3]
        return ""

    def says_time(self, period: str) -> bool:
        """Whether the sentence has the time that a period names, in whatever words: weekly."""
        kinds = [kind for word in WORD.findall(period) if (kind := time_of(word)) is not None]
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
            if same or (kind is not None and time_of(other) == kind):
                yield place

    def _dated_by(self, kind: int) -> bool:
        """Whether a date of the sentence is of a day, a month or a year."""
        days = [day for dated in self.dates for day in dated.days]
        if kind == _DAY:
            return any(day.day or day.weekday is not None for day in days)
        return any(day.month if kind == _MONTH else kind == _YEAR and day.year for day in days)

    def _is_anothers_rate(self, at: int) -> bool:
        """Whether a time is what another number is counted by, which is in another unit: um 8
        Prozent auf 214 Euro im Monat."""
        for other in self.others:
            between = self.text[other.end : at] if other.end < at else ""
            unlike = (other.unit, other.percent) != (self.one.unit, self.one.percent)
            if unlike and _COUNTED_BY.fullmatch(between):
                return other.start > self.one.start
        return False

    @property
    def _ends(self) -> int:
        """Where the words end that the clause of the number may go on with: up to what divides it
        by more than a comma."""
        end = _STRONG.search(self.text, self.one.region.end)
        return end.start() + 1 if end else len(self.text)

    def _is_apart(self, at: int, inferred: bool = False) -> bool:
        """Whether a place is in another clause than the number, which has a time of its own or is
        divided from it by more than a comma, or, where that is not ``inferred``, by a word."""
        region, at = self.one.region, self._first_of_two(at)
        if region.start <= at < region.end:
            return False
        if self._leads(at):
            return False
        own = [word for word, place in self.words if region.start <= place < region.end]
        timed = any(time_of(word) is not None for word in own) or any(
            region.start <= dated.start < region.end for dated in self.dates
        )
        if any(region.end <= one.start < at for one in self.dates) and self._is_past_a_date(at):
            return True
        between = self.text[min(at, region.end) : max(at, region.start)]
        begins = self.row.begins - OF_THEM
        begun = any(word in begins for word in words_of(between, self.language))
        return timed or (begun and not inferred) or bool(_STRONG.search(between))

    def _first_of_two(self, at: int) -> int:
        """The place of the first of two times that are joined, for the second: samedi et
        dimanche."""
        places = [place for _, place in self.words]
        i = places.index(at) if at in places else 0
        days = {*dict(weekdays_in(self.text)), *(dated.start for dated in self.dates)}
        for word, place in self.words[max(i - 3, 0) : max(i - 1, 0)] if at in days else ():
            between = self.text[place + len(word) : at]
            joined = self.row.joins.intersection(words_of(between, self.language))
            if place in days and joined and not ("," in between or _STRONG.search(between)):
                return place
        return at

    def _is_past_a_date(self, at: int) -> bool:
        """Whether a place behind a number is behind a comma behind a date: killed four and injured
        17 in May, opened on Monday."""
        dated = next(one for one in self.dates if one.start >= self.one.region.end)
        return dated.end <= at and "," in self.text[dated.end : at]

    def _leads(self, at: int) -> bool:
        """Whether a place is in the words at the head of a sentence that say when all of it was,
        and the clause of the number has no date of its own."""
        region, comma = self.one.region, self.text.find(",", at)
        between = self.text[comma + 1 : max(region.start, comma + 1)]
        head = _OPENING.sub("", self.text[:comma])
        if not at < comma < region.start or _STRONG.search(head + between):
            return False
        dated = any(region.start <= dated.start < region.end for dated in self.dates)
        begun = any(word in self.row.begins for word in words_of(between, self.language))
        return not (dated or begun) and "," not in head and len(head.split()) <= _HEAD

    # --- as of when -------------------------------------------------------------------------------

    @property
    def months(self) -> set[int]:
        """The months of the dates of the sentence."""
        return {day.month for dated in self.dates for day in dated.days if day.month}

    @cached_property
    def no_month(self) -> bool:
        """Whether a number is of the day of its source, or of none that is said: the sentence says
        a month only of what it is compared with, of what is put off to it, or of another number
        than what is so now."""
        dated = [d for d in self.dates if any(day.month for day in d.days)]
        now = NOW.search(self.text, *self.one.region)
        return bool(dated) and all(
            how_said(self.text, d.start) == "than"
            or moved_to(self.text, d.start)
            or (now and self._is_of_others(d))
            for d in dated
        )

    def _told_year(self, issued: str) -> tuple[str, int] | None:
        """The words that tell the year of a number from the year of its source, and that year: last
        year."""
        for match in RELATIVE.finditer(self.text) if issued[:4].isdecimal() else ():
            since = how_said(self.text, match.start()) in ("than", "since", "until")
            dated = Dated(*match.span(), ())
            if not since and (self._is_own(dated) or self._was_done(dated)):
                return match.group(), int(issued[:4]) + AWAY[match.lastgroup or "this"]
        return None

    def _was_done(self, dated: Dated) -> bool:
        """Whether a time says when something was done, behind a passive, for a number behind a
        comma: it was dismantled last year, at a cost of 3 million."""
        before, behind = self.text[: dated.start], self.text[dated.end : self.span.start]
        words = words_of(before, self.language)
        passive = len(words) > 1 and words[-2] in self.row.verbs | _BEEN
        begun = any(word in self.row.begins for word in words_of(behind, self.language))
        done = passive and _DONE.search(before.rstrip().lower()) and not _MARKS.search(before)
        return bool(done) and behind.startswith(",") and not (begun or _MARKS.search(behind[1:]))

    def tells(self, value: str, issued: str) -> bool:
        """Whether words tell the year of a number, and a date is that."""
        return (told := self._told_year(issued)) is not None and value == str(told[1])

    def wrong_year(self, value: str, issued: str = "") -> str:
        """What is wrong with a date of another year than that of the number, which its clause says,
        or tells from the date of its source, or of one, or a month, that the sentence says only of
        something else."""
        if told := self._told_year(issued):
            said, year = told
            return "" if int(value[:4]) == year else f'the sentence says "{said}" of this number'
        if len(value) > 4 and self.no_month and (month := int(value[5:7])) in self.months:
            return f"the sentence does not say month {month} of this number"
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

    @cached_property
    def weekdays(self) -> list[int]:
        """The days of the week, 0 for Monday, that are those of this number, without a date."""
        named = dict(weekdays_in(self.text))
        alone = (d for d in self.dates if d.start in named and not d.days[0].month)
        return [named[dated.start] for dated in alone if self._is_own(dated)]

    def _is_own(self, dated: Dated) -> bool:
        """Whether a date is that of a number: behind it in its clause, at the head of that or of
        the sentence, or right before a clause that begins with when."""
        region, before = self.one.region, self.text[: dated.start]
        if self._is_aside(dated):
            return True
        if dated.start >= region.end or self._is_bygone(before, self._right_before(dated)):
            return False
        beside = words_of(self.text[dated.end : self.span.start], self.language)
        if dated.start >= self.span.end or (
            not any(map(self.row.is_word, beside)) and dated.end > region.start
        ):
            return True
        gap = words_of(self.text[dated.end : region.start], self.language)
        if dated.end <= region.start and len(gap) == 1 and gap[0] in _WHEN:
            return True
        start = region.start if dated.start >= region.start else 0
        head = words_of(self.text[start : dated.start], self.language)
        between = self.text[dated.end : region.start]
        nouns = [word for word in head if self.row.is_word(word)]
        return len(nouns) <= 1 and not (self._numbers_in(dated) or _STRONG.search(between))

    def _is_aside(self, dated: Dated) -> bool:
        """Whether a date stands between commas in the subject of a number's clause: its last
        strike, in 1998, lasted 16 days."""
        behind = self.text[dated.end : self.span.start]
        aside = _ASIDE.search(self.text, 0, dated.start) and behind.startswith(",")
        begun = any(word in self.row.begins for word in words_of(behind, self.language))
        return bool(aside) and not (begun or _MARKS.search(behind[1:]))

    def _may_be_shared(self, dated: Dated) -> bool:
        """Whether a date may be that of two numbers before it: 4 killed and 17 hurt in May."""
        region = self.one.region
        own = any(region.start <= one.start < region.end for one in self.dates)
        between = self.text[region.end : dated.start]
        others = [one for one in self.others if region.end <= one.start < dated.start]
        joined = self.row.joins.intersection(words_of(between, self.language)[:1])
        return bool(joined) and len(others) == 1 and not (own or _MARKS.search(between))

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
        last = words_of(before, self.language)[-_NEAR:]
        if self.one.end <= len(before) and self.one.heads.intersection(last):
            return False  # 17 blessés en 2023
        if how_said(before, len(before)) in ("than", "since", "until"):
            return True
        return words[0] in self.row.since or bool(_DONE.search(before.rstrip().lower()))

    def _is_of_others(self, dated: Dated) -> bool:
        """Whether a date of a sentence is not that of a number outside whose clause it stands."""
        if self._may_be_shared(dated):
            return False
        if self._is_bygone(self.text[: dated.start], False):
            return True
        if any(o.region.start <= dated.start < o.region.end for o in self.others):
            return True
        behind = self.text[self.one.region.end : dated.end]
        return dated.start >= self.one.region.end and not SAYS.search(behind)


def time_of(word: str) -> int | None:
    """The unit of time that a word names or says how often; None for any other."""
    unit = unit_of(YEARLY.get(word.lower(), word))
    return unit if unit is not None and is_time(unit) else None
