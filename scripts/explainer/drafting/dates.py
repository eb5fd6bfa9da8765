"""The dates of a source, as far as its words and its day of issue tell them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from ..text.days import Day, find_dates
from ..topic.fieldtypes import NOT_STATED
from ..topic.topic import SourceText

_YEAR = re.compile(
    r"(?i)\b(?:in|since|until|by|after|before|from|im jahr|seit|bis|depuis|en|desde|hasta|dès)\s"
    r"(1[5-9]\d\d|20\d\d)\b(?![,.]?\d|%|-|\s?[$€£])"
)
_A_PAPER = re.compile(r"[A-Z]\w+ on (?:Sunday|Saturday)\b")


_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40},?\s[^–—\n-]{0,40}[-–—]{1,2}\s")


class Found(NamedTuple):
    """A date in the text: where, its words, and the date as far as it can be told, or nothing."""

    start: int
    end: int
    words: str
    date: str
    stated: bool


def on_one_line(text: str) -> str:
    """A text with a plain space for each character of white space, at the same offsets."""
    return re.sub(r"\s", " ", text)


class Dates:
    """The dates of a source, told with the help of its day of issue."""

    def __init__(self, source: SourceText):
        self.source = source
        self.text = source.passages.text
        dateline = _DATELINE.match(self.text[:120])
        self.dateline = dateline.end() if dateline else 0  # where the text itself begins
        self.found = self._find()
        self.untold = 0

    def _find(self) -> list[Found]:
        text, found = self.text, list[Found]()
        for dated in find_dates(on_one_line(text), self.source.passages.language):
            if not self._is_a_paper(dated.start):
                words = " ".join(text[dated.start : dated.end].split())
                when, stated = self._when(dated.days[0]) if len(dated.days) == 1 else ("", False)
                found.append(Found(dated.start, dated.end, words, when, stated))
        taken = [(f.start, f.end) for f in found]
        for match in _YEAR.finditer(text):
            if not any(a <= match.start(1) < b for a, b in taken):
                found.append(Found(match.start(1), match.end(1), match[1], match[1], True))
        return sorted(found)

    def _is_a_paper(self, at: int) -> bool:
        """Whether a day of the week is a part of a name: the Mail on Sunday."""
        before = self.text[max(at - 40, 0) : at + 8]
        paper = list(_A_PAPER.finditer(before))
        named = paper and re.search(r"\b[Tt]he [A-Z][\w ]*$", before[: paper[-1].start() + 1])
        return bool(named)

    def _when(self, day: Day) -> tuple[str, bool]:
        """A date as precisely as it can be told, and whether the words alone tell it."""
        issued = self.source.record.issued
        known = re.fullmatch(r"\d{4}(-\d\d){0,2}", issued)
        if day.month is None:
            if day.weekday is None or len(issued) != 10 or not known:
                return str(day.year or ""), bool(day.year)
            issue = date.fromisoformat(issued)
            return (issue - timedelta((issue.weekday() - day.weekday) % 7)).isoformat(), False
        year = day.year or (int(issued[:4]) if known else 0)
        if not year:
            return "", False
        try:
            if day.day:
                told = date(year, day.month, day.day)
                fits = day.weekday in (None, told.weekday())
                return told.isoformat() if fits else "", bool(day.year)
        except ValueError:
            pass
        return f"{year:04}-{day.month:02}", bool(day.year)

    def told(self, found: Found, coming: bool) -> str:
        """The date of what is to come, or of what was: where the words give no year, or only a day
        of the week, the next one, or the last."""
        issued = self.source.record.issued
        day = issued[: len(found.date)]
        if found.stated or len(issued) != 10 or len(found.date) < 7:
            return found.date
        weekday = len(found.date) == 10 and not any(c.isdigit() for c in found.words)
        if (found.date > day) == coming or (found.date == day and not (coming and weekday)):
            return found.date
        if coming and weekday:
            return (date.fromisoformat(found.date) + timedelta(7)).isoformat()
        year = int(found.date[:4]) + (1 if coming else -1)
        other = f"{year:04}{found.date[4:]}"
        return other if not other.endswith("-02-29") else found.date

    def heads(self, found: Found) -> bool:
        """Whether a date stands in the dateline before a text: BELLMOOR, May 7 -"""
        return found.end <= self.dateline

    def at(self, offset: int) -> Found | None:
        """The date that a number is a part of."""
        return next((f for f in self.found if f.start <= offset < f.end), None)

    def within(self, low: int, high: int, plain: str) -> Found | None:
        """The first date between two offsets that is not hidden in ``plain``, as quotations are."""
        return next(
            (f for f in self.found if low <= f.start < high and plain[f.start] != "\0"), None
        )

    def notes(self) -> list[str]:
        """What an editor should be told."""
        if not self.untold:
            return []
        days = f"{self.untold} date{'' if self.untold == 1 else 's'}"
        if self.source.record.issued == NOT_STATED:
            return [
                f"issued: is not stated in the record of the source, so {days} could not be told"
                " and got no event; fill it in if you know it, and draft anew"
            ]
        return [f"{days} could not be told and got no event"]
