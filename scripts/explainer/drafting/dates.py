"""The dates of a source, as far as its words and its day of issue tell them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from ..text.days import FEAST, OF_A_FEAST, Day, find_dates, lines_beside
from ..text.spans import Span
from ..text.told_years import told_years
from ..text.weekdays import is_habit
from ..topic.fieldtypes import NOT_STATED
from ..topic.topic import SourceText

_YEAR = re.compile(
    r"(?i)\b(?:in|since|until|by|after|before|from|im jahr|seit|bis|depuis|en|desde|hasta|dès)\s"
    r"(1[5-9]\d\d|20\d\d)\b(?![,.]?\d|%|-|\s?[$€£])"
)
# Before a day that heads a sentence: On, But on, In a statement on.
_HEADS = re.compile(
    r"(?i)\W*(?:(?:and|but|und|aber|et|mais|y|pero)\W+)?(?:(?:in|at|speaking|during|to|im|bei|dans|lors"
    r"|en|durante)\b[^,.;:]*?)?(?:(?:on|late on|early on|am|le|ce|el|este)\W+)?"
)
_AFTER = re.compile(
    r"(?i)\b(?:after|before|since|nach|vor|seit|après|avant|depuis|tras|después|antes)\b"
)
# Between a verb of saying and its day: said in London on, told reporters on.
_BESIDE = (
    r"(?i)(?: (?:in|at|to|via|through|during|im|auf|bei|gegenüber|à|au|sur|dans|en|al?)"
    r" [^,.;:\0]{2,40}?)?(?: (?:on|late|early|am|le|ce|el|este)){0,2} ?"
)
_TOLD = re.compile(rf"(?: [^,.;:\0]{{2,40}}?)?{_BESIDE[4:]}")
_SAID = re.compile(_BESIDE)
_A_PAPER = re.compile(r"[A-Z]\w+ on (?:Sunday|Saturday)\b")


_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40},?\s[^–—\n-]{0,40}[-–—]{1,2}\s")


# What stands before a day that is with it all of a sentence: Jaén, 12 de octubre.
_PLACE = re.compile(r"\s*[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){0,3},\s(?:(?:el|den|le|on)\s)?")


class Found(NamedTuple):
    """A date in the text: where, its words, and the date as far as it can be told, or nothing."""

    start: int
    end: int
    words: str
    date: str
    stated: bool
    weekday: bool = False  # whether it names one
    year_told: bool = False  # by words beside it: last year


def on_one_line(text: str) -> str:
    """A text with a plain space for each character of white space, at the same offsets."""
    return re.sub(r"\s", " ", text)


class Dates:
    """The dates of a source, told with the help of its day of issue, or of that for which the site
    holds."""

    def __init__(self, source: SourceText, as_of: str = ""):
        self.source = source
        issued = source.record.issued
        self.issued = as_of if issued == NOT_STATED and len(as_of) == 10 else issued
        self.text = source.passages.text
        dateline = _DATELINE.match(self.text[:120])
        self.dateline = dateline.end() if dateline else 0  # where the text itself begins
        self.beside = [line.span() for line in lines_beside(self.text)]
        self.found = self._find()
        self.untold = 0

    def _find(self) -> list[Found]:
        text, found = self.text, list[Found]()
        plain, language = on_one_line(text), self.source.passages.language
        years = told_years(plain, language, self.issued)
        for told in years:
            when = self._of_year(told.day, told.day.year or 0)
            words = " ".join(text[told.start : told.end].split())
            found.append(Found(told.start, told.end, words, when, False, year_told=True))
        for dated in find_dates(plain, language):
            if any(told.start <= dated.start < told.end for told in years):
                continue
            weekday = any(day.weekday is not None for day in dated.days)
            named = weekday and self._is_a_name(dated.start, dated.end)
            named = named or (weekday and is_habit(plain, dated.start, dated.end))
            if not named and not self._is_a_paper(dated.start):
                words = " ".join(text[dated.start : dated.end].split())
                when, stated = self._when(dated.days[0]) if len(dated.days) == 1 else ("", False)
                found.append(Found(dated.start, dated.end, words, when, stated, weekday))
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

    def _is_a_name(self, start: int, end: int) -> bool:
        """Whether a day of the week is a part of the name of a feast or a body: Good Friday, the
        Monday Club, le Journal du Dimanche."""
        text, before = self.text, self.text[max(start - 12, 0) : start]
        if FEAST.search(before) or OF_A_FEAST.match(text, end):
            return True
        if self.source.passages.language.code in ("fr", "es"):  # where days are in small letters
            place = self.source.passages.sentence_at(start).start
            return text[start].isupper() and any(c.isalnum() for c in text[place:start])
        return bool(re.search(r"\b[Tt]he $", before) and re.match(r" [A-Z]", text[end : end + 2]))

    def _when(self, day: Day) -> tuple[str, bool]:
        """A date as precisely as it can be told, and whether the words alone tell it."""
        issued = self.issued
        known = re.fullmatch(r"\d{4}(-\d\d){0,2}", issued)
        if day.month is None:
            if day.weekday is None or len(issued) != 10 or not known:
                return str(day.year or ""), bool(day.year)
            issue = date.fromisoformat(issued)
            return (issue - timedelta((issue.weekday() - day.weekday) % 7)).isoformat(), False
        if day.year or not known:
            return self._of_year(day, day.year) if day.year else "", bool(day.year)
        years = [self._of_year(day, int(issued[:4]) + more) for more in (-1, 0, 1)]
        return self._nearest([when for when in years if when]), False

    def _of_year(self, day: Day, year: int) -> str:
        """A day or month of a year; empty where that has no such day."""
        try:
            told = date(year, day.month or 1, day.day or 1)
        except ValueError:
            return f"{year:04}-{day.month:02}"
        fits = not day.day or day.weekday in (None, told.weekday())
        return told.isoformat()[: 10 if day.day else 7] if fits else ""

    def _nearest(self, some: list[str]) -> str:
        """Of the same day or month of several years, the one nearest to the day of issue."""
        issued = self.issued
        if len(issued) == 4:
            return next((when for when in some if when[:4] == issued), "")
        months = int(issued[:4]) * 12 + int(issued[5:7])
        return min(some, key=lambda w: abs(int(w[:4]) * 12 + int(w[5:7]) - months), default="")

    def told(self, found: Found, coming: bool | None) -> str:
        """The date of what is said to be to come, to be past, or neither (None): of a day of the
        week or of a month, the next one, the last one, or the nearest."""
        issued, when = self.issued, found.date
        if found.stated or found.year_told or coming is None:
            return when
        if len(issued) < 7 or len(when) < 7:
            return when
        if found.weekday:
            later = coming and len(issued) == 10 and when <= issued
            alone = later and not any(c.isdigit() for c in found.words)
            return (date.fromisoformat(when) + timedelta(7 * alone)).isoformat()
        this = issued[: len(when)]
        year = int(when[:4]) + (coming and when < this) - (not coming and when > this)
        return f"{year:04}{when[4:]}" if when[4:] != "-02-29" else when

    def is_after_issue(self, when: str) -> bool:
        """Whether a date is later than the day of issue, as far as both tell."""
        issued = self.issued
        least = min(len(when), len(issued))
        return issued != NOT_STATED and when[:least] > issued[:least]

    def heads(self, found: Found) -> bool:
        """Whether a date stands in the dateline before a text (BELLMOOR, May 7 -), or with a place
        in a sentence of their own, or is its day in a line beside it: By Anna Bell, 7 May 2026."""
        own = found.date == self.issued
        beside = own and any(a <= found.start < b for a, b in self.beside)
        sentence = self.source.passages.sentence_at(found.start)
        place = _PLACE.fullmatch(self.text, sentence.start, found.start)
        alone = place and not self.text[found.end : sentence.end].strip(" .–—-")
        return bool(beside or alone or found.end <= self.dateline)

    def at(self, offset: int) -> Found | None:
        """The date that a number is a part of."""
        return next((f for f in self.found if f.start <= offset < f.end), None)

    def said(self, low: int, high: int, said: Span, verb: str, plain: str) -> Found | None:
        """The date between two offsets that is of the saying: in its words or right beside them;
        ``verb`` is how it is said."""
        beside = _TOLD if verb in ("told", "tells", "asked") else _SAID
        for found in self.found:
            if not low <= found.start < high or plain[found.start] == "\0":
                continue
            before, behind = plain[low : found.start], plain[said.end : found.start]
            if found.start < said.start:
                alone = re.fullmatch(r",? ?", plain[found.end : said.start])
                of_it = bool(alone and _HEADS.fullmatch(before) and not _AFTER.search(before))
            else:
                of_it = found.start < said.end or bool(beside.fullmatch(behind))
            if of_it and not self.is_after_issue(found.date):
                return found
        return None

    def notes(self) -> list[str]:
        """What an editor should be told."""
        if not self.untold:
            return []
        days = f"{self.untold} date{'' if self.untold == 1 else 's'}"
        if self.issued == NOT_STATED:
            return [
                f"issued: is not stated in the record of the source, so {days} could not be told"
                " and got no event; fill it in if you know it, and draft anew"
            ]
        return [f"{days} could not be told and got no event"]
