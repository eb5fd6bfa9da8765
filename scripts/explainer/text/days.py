"""Dates as texts print them: days, months, years and days of the week, in all listed languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from .languages import KEPT, Language
from .wider_words import Tables, all_at_once
from .words import one_of

# Before a day of the week, and behind one, of which it is a part of a name.
FEAST = re.compile(
    r"\b(?:Black|Good|Bloody|Easter|Ash|Holy|Shrove|Palm|Cyber|Giving|Super|Maundy|Whit|Fat"
    r"|(?:Welt|Bild|Presse|Kurier) am) $"
)
OF_A_FEAST = re.compile(
    r" (?:de Pâques|des Cendres|gras|saint|de Pentecôte|de Ramos|de Pascua|Santo|de Gloria)\b", re.I
)


class Day(NamedTuple):
    """What is said of a date; None where nothing is. ``weekday`` is 0 for Monday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def within(self, other: Day) -> bool:
        """Whether another date says all that this one does."""
        return all(one in (None, two) for one, two in zip(self, other, strict=True))

    def with_(self, other: Day) -> Day | None:
        """Both together, None where they contradict each other."""
        pairs = [*zip(self, other, strict=True)]
        if any(a != b for a, b in pairs if a is not None and b is not None):
            return None
        return Day(*(b if a is None else a for a, b in pairs))


class Dated(NamedTuple):
    """A date found in a text: where it is, and the day, or the days where it names several."""

    start: int
    end: int
    days: tuple[Day, ...]


def day_of(value: str) -> Day:
    """What a date of a record says: 2025, 2025-08 or 2025-08-15."""
    year, month, day = (*map(int, value.split("-")), None, None)[:3]
    try:
        return Day(year, month, day, date.fromisoformat(value).weekday() if day else None)
    except ValueError:  # no day of the calendar, which another rule says
        return Day(year, month, day)


# Verbs, names and a planet as well: a month only beside a number, or where a month may be.
_MONTHS_OR_NOT = {"may", "march", "mars", "august", "mayo", "julio", "junio"}
_WHERE_A_MONTH_MAY_BE = r"""
    (?<![\w-])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Ll]ast|[Nn]ext|[Tt]his
    |[Ee]very|[Ee]arly|[Ll]ate|[Mm]id|[Aa]s\ of|end\ of|middle\ of|beginning\ of|start\ of|month\ of
    |[Tt]he|[Aa]n?|of(?=\ March)|en|de|fin|début|mi)"""


@cache
def _patterns(tables: Tables) -> tuple[re.Pattern[str], ...]:
    wider = tables.wider
    month = one_of([*wider.months, *wider.short_months])
    full = one_of(m for m in wider.months if m not in _MONTHS_OR_NOT)
    weekday = one_of(wider.weekdays)
    short = "|".join({d[:n] for d in wider.weekdays for n in (2, 3)})
    before = rf"""
        (?:(?P<weekday>\b(?:{weekday}|{short})\b)\.?,?\ (?:(?:the|den|dem|el|le|on)\ )?)?"""
    nth = one_of([*wider.nth, *_FIRST])
    tens = r"(?:(?:twenty|thirty)[ -])?"
    day = rf"(?:(?<![\w.,])[0-3]?\d(?:st|nd|rd|th|er|e|\.)?|\b{tens}{nth})"
    year = r"[12]\d{3}(?!\d|[.,:/]\d|\ ?(?:%|per\ ?cent))"
    year_behind = rf"(?:,?\ (?:of\ |de\ )?(?P<year>{year}))?"
    alike = (
        rf"(?:{day}(?:,\ |\ ?[–/-]\ ?|\ (?:to|and|or|und|bis|oder|et|ou|au|y|al|a|o)\ )(?:the\ )?)"
    )
    scale = one_of([*tables.numbers.scales, *tables.numbers.percent])
    no_count = rf"(?!\d|[.,:]\d|\ ?{scale})"
    ignoring_case = (
        r"\b(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
        r"\b(?P<day>[0-3]?\d)[./](?P<month>[0-3]?\d)[./](?P<year>[12]\d{3})\b",
        rf"""{before}(?P<days>{alike}{{0,6}}{day})\ ?(?:of\ |de\ |-)?(?:the\ )?
            (?P<month>\b{month})\b\.?{year_behind}""",
        rf"""{before}\b(?P<month>{month})\.?\ (?:the\ )?(?P<days>{alike}{{0,6}}{day}){no_count}
            (?!\ ?-?(?:{month}))(?:,?\ (?P<year>{year}))?""",
        rf"\b(?P<month>{month})\.?,?\ (?:of\ |de\ )?(?P<year>{year})",
        rf"\b(?P<month>{full})\b",
        rf"\b(?P<weekday>{weekday})s?\b",
    )
    in_this_case = (
        rf"{_WHERE_A_MONTH_MAY_BE}[ -](?P<month>May|March|mars)\b(?!['’]s|\ (?:on|for|of)\b)",
        r"\b(?P<month>August|AUGUST)\b",
    )
    return (
        *(re.compile(pattern, re.VERBOSE | re.IGNORECASE) for pattern in ignoring_case),
        *(re.compile(pattern, re.VERBOSE) for pattern in in_this_case),
    )


_A_LINE = re.compile(r"(?:\A|(?<=\n\n))[^\n]{1,160}(?<![.!?”»\"])(?=\s*(?:\n\n|\Z))")


def lines_beside(text: str) -> list[re.Match[str]]:
    """The lines of a text that are no sentences: its title, who wrote it and when."""
    return [*_A_LINE.finditer(text)]


def day_beside(text: str, language: Language) -> str:
    """The day of a text, where the lines beside its sentences give one; empty where they give none
    or several."""
    found = {
        day[:3]
        for line in lines_beside(text)
        for dated in find_dates(" ".join(line.group().split()), language)
        for day in dated.days
        if day.year and day.month and day.day
    }
    return "{:04}-{:02}-{:02}".format(*found.pop()) if len(found) == 1 else ""


@lru_cache(KEPT)
def find_dates(text: str, language: Language) -> tuple[Dated, ...]:
    """The dates of a text, in their order; the text is a ``readable`` one."""
    tables = all_at_once(language)
    if not _worth_a_look(tables).search(text):
        return ()
    taken = bytearray(len(text))
    found = []
    for pattern in _patterns(tables):
        for match in pattern.finditer(text):
            # A word before a month that may be a verb only shows that it is none.
            start = match.start() if pattern.flags & re.IGNORECASE else match.start("month")
            days = () if any(taken[start : match.end()]) else tuple(_days(match, tables))
            if days:
                taken[start : match.end()] = b"\1" * (match.end() - start)
                found.append(Dated(start, match.end(), days))
    return (*sorted(found),)


@cache
def _worth_a_look(tables: Tables) -> re.Pattern[str]:
    """What every date has: most texts have none."""
    names = [*tables.wider.months, *tables.wider.short_months, *tables.wider.weekdays]
    return re.compile(rf"(?<![^\W\d_]){one_of(names)}|\d[./-]\d", re.IGNORECASE)


def _days(match: re.Match[str], tables: Tables) -> Iterator[Day]:
    """The days that a match names; none where its month is no month."""
    said: Mapping[str, str] = {name: value or "" for name, value in match.groupdict().items()}
    name, weekdays = said.get("weekday", "").lower(), tables.wider.weekdays
    weekday = next((n for w, n in weekdays.items() if name and w.startswith(name)), None)
    if not said.get("month"):
        yield Day(weekday=weekday)
        return
    month, days = _month_and_days(said, tables)
    if 1 <= month <= 12 and all(1 <= day <= 31 for day in days):
        year = int(said.get("year") or 0) or None
        for day in days or (None,):
            yield Day(year, month, day, weekday if len(days) < 2 else None)


def _month_and_days(said: Mapping[str, str], tables: Tables) -> tuple[int, list[int]]:
    """The month that words name, 0 where it may be a verb, and the days."""
    wider, printed = tables.wider, said["month"]
    words = said.get("day") or said.get("days", "")
    if printed in ("may", "march") and not re.search(r"\d", words):
        return 0, []  # the second may follow
    month = {**wider.months, **wider.short_months}.get(printed.lower()) or int(printed)
    days: list[int] = [*_numbers(words, wider.nth)]
    return (days[0], [month]) if month > 12 and days[0] <= 12 else (month, days)  # 8/15/2025


_FIRST = {
    "first": 1,
    "second": 2,
    "erste": 1,
    "ersten": 1,
    "zweite": 2,
    "zweiten": 2,
    "premier": 1,
    "primero": 1,
    "segundo": 2,
}
_TENS = {"twenty": 20, "thirty": 30}


def _numbers(text: str, nth: Mapping[str, int]) -> Iterator[int]:
    tens = 0
    for word in re.findall(r"\d+|[^\W\d_]+", text.lower()):
        if word.isdecimal():
            yield int(word)
        elif word in _TENS:
            tens = _TENS[word]
        elif number := nth.get(word) or _FIRST.get(word):
            yield tens + number
            tens = 0
