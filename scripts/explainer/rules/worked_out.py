"""The rule on dates that are worked out from a source's words, from the day that it is of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ..text.folding import fold
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event, Figure, Quote, Reference
from ..topic.problems import Problem
from ..topic.record import Fact
from ..topic.roles import DATE, OUTSIDE, REFERS, values
from ..topic.site import Site
from .common import of_class, sentences_around
from .known_dates import dates_in
from .registry import rule

_WEEKDAYS = (
    "monday montag lundi lunes lunedì maandag",
    "tuesday dienstag mardi martes martedì dinsdag",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag",
    "thursday donnerstag jeudi jueves giovedì donderdag",
    "friday freitag vendredi viernes venerdì vrijdag",
    "saturday samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)
_WEEKDAY = {name: i for i, names in enumerate(_WEEKDAYS) for name in names.split()}
# What a day is called from the day of the text: the first and the last day that it may be.
_FROM_THE_DAY = (
    (r"yesterday|gestern|ayer|ieri|gisteren", -1, -1),
    (r"today|tonight|heute|aujourd'hui|hoy|oggi|vandaag", 0, 0),
    (r"tomorrow|demain|mañana|domani", 1, 1),
    (r"last week|the past week|letzte woche|la semaine dernière", -13, -1),
    (r"next week|nächste woche|la semaine prochaine", 1, 13),
)
# A day that is counted from another, or of another week than the last.
_COUNTED = re.compile(
    r"(?i)\b(?:days?|weeks?|months?|hours?|later|earlier|ago|after|before|since|eve|night|tage?n?|wochen?"
    r"|monate?n?|stunden?|später|zuvor|vor|nach|seit|jours?|semaines?|mois|heures?|avant|après)\b"
)
_OTHER_WEEK = re.compile(
    rf"(?i)\b(?:weeks?|fortnight|ago|previous|following|next|coming|a?nother|first|wochen?|vorige\w*|nächste\w*"
    rf"|semaines?|prochaine?)\s(?:on\s|am\s)?(?:{'|'.join(_WEEKDAY)})"
)
# How many days before or after another a day is: a day after the vote.
_ONE = r"an?|one|the|einen?m?|un|une|le|la|el"
_DAYS_AWAY = re.compile(
    rf"(?i)\b(?:(?P<one>{_ONE})|(?P<two>two|zwei|deux|dos)|(?P<three>three|drei|trois|tres)|(?P<n>\d))"
    r"\s(?:(?P<day>days?|tage?n?|jours?|días?)|weeks?|wochen?|semaines?|semanas?)"
    r"\s(?:after|before|earlier|later|nach|vor|zuvor|später|danach|darauf|avant|après|plus t[aô]\w+"
    r"|antes|después)\b"
    r"|\b(?P<next>the (?:previous|following|next) day|am (?:vortag|folgetag)|tags (?:zuvor|darauf)"
    r"|la veille|le lendemain|la víspera|al día siguiente)\b"
)
_NEAR = 40  # days: so far from the day of the text what is counted may be
_Range = tuple[date, date]


@rule(whole=True)
def dates_worked_out(site: Site) -> Iterator[Problem]:
    """A day that is inferred is the one that its sentence gives, counted from the day on which the
    source was published or, where that is not stated, for which the site holds: the last Friday
    where the sentence has Friday, the next where it was expected; yesterday, last week. Where the
    sentence names no day, it is that of the site, of the source, of an event or a quotation with a
    date that does not have to be worked out and with the same people or, of a turn of a transcript,
    one that the paragraph before the first turn gives. So is the day for which a fact holds; of a
    number whose sentence has only the month it is that month."""
    days = _Days(site)
    for record in of_class(site, Fact):
        dated = isinstance(record, (Quote, Event))
        if record.draft or (dated and record.date_basis != "inferred"):
            continue
        for key, value, _ in values(record, DATE):
            if value != NOT_STATED and (wrong := days.wrong(record, value)):
                help = "work it out anew, write the month, or name a reference that has the day"
                yield site.problem(record.id, key, wrong, help, value)


class _Days:
    """The days that records are of, and how a source's words count from its own."""

    def __init__(self, site: Site):
        self.site = site
        self.known = [
            (value, self.about(record))
            for record in (*of_class(site, Quote), *of_class(site, Event))
            if not record.draft and record.date_basis != "inferred"
            for _, value, _ in values(record, DATE)
            if len(value) == 10 and value != NOT_STATED
        ]

    def about(self, record: Fact) -> set[str]:
        """Whom a record is about."""
        return {
            v for _, v, spec in values(record, REFERS) if spec.role and "people" in spec.role.kinds
        }

    def wrong(self, record: Fact, value: str) -> str:
        """What is wrong with a date; empty if nothing is."""
        topic, text = self.site.topic, " ".join(sentences_around(self.site, record.id))
        source = topic.sources.get(topic.source_of(record) or "")
        own = source.record.issued if source else NOT_STATED
        own = topic.settings.as_of if own == NOT_STATED else own
        from_day, span = _range(own), _range(value)
        if not (text and span and from_day and len(own) == 10 and len(value) > 4):
            return ""
        if any(self.in_reference(name, value) for name in record.references):
            return ""
        said = [(year, month, day) for year, month, day in dates_in(text) if month]
        if isinstance(record, Figure) and len(value) == 10 and said:
            no_day = all(day is None for _, _, day in said)
            return "the sentence gives the month, not the day" if no_day else ""
        expected = isinstance(record, Event) and record.status == "expected"
        allowed = [*_given(text, from_day[0], expected)]
        allowed += [*_days_away(text, allowed)]
        if said or any(a <= span[1] and span[0] <= b for a, b in allowed):
            return ""
        if value == own or any(value == d and self.about(record) & w for d, w in self.known):
            return ""
        if len(value) == 10 and self.of_transcript(record, value):
            return ""
        if allowed:
            days = dict.fromkeys(
                a.isoformat() if a == b else f"{a.isoformat()} to {b.isoformat()}"
                for a, b in allowed
            )
            return f"by its sentence this is of {' or '.join(days)}, counted from {own}"
        near = _COUNTED.search(text) and abs((span[0] - from_day[0]).days) <= _NEAR
        return "" if near or len(value) < 10 else f"no word of the sentence gives the day {value}"

    def of_transcript(self, record: Fact, value: str) -> bool:
        """Whether a record is of a turn, and the paragraph before the transcript gives the day."""
        for placed in self.site.evidence.of(record.id):
            passages = self.site.topic.sources[placed.source].passages
            turns = [turn for turn in passages.turns if not turn.posted]
            if not any(
                turn.label.start <= placed.spans[0].start < turn.words.end for turn in turns
            ):
                continue
            before = [p for p in passages.paragraphs if p.end <= turns[0].label.start]
            text = fold(passages.text[before[-1].start : before[-1].end]) if before else ""
            if (int(value[:4]), int(value[5:7]), int(value[8:])) in dates_in(text):
                return True
        return False

    def in_reference(self, name: str, value: str) -> bool:
        """Whether a reference is of a date or has it in words."""
        work = self.site.topic.records.get(name)
        if not isinstance(work, Reference):
            return False
        days = {
            (year, month, day)
            for _, words, _ in values(work, OUTSIDE)
            for year, month, day in dates_in(words)
        }
        parts = (int(value[:4]), int(value[5:7]), int(value[8:]) if value[8:] else None)
        return work.issued.startswith(value) or parts in days


def _given(text: str, from_day: date, expected: bool) -> Iterator[_Range]:
    """The days that words give without a date, from the first to the last that it may be."""
    for pattern, first, last in _FROM_THE_DAY:
        if re.search(rf"(?i)\b(?:{pattern})\b", text):
            yield from_day + timedelta(first), from_day + timedelta(last)
    if _OTHER_WEEK.search(text):
        return
    for word in dict.fromkeys(re.findall(r"[^\W\d_]+", text)):
        if (weekday := _WEEKDAY.get(word.lower())) is not None:
            back = (from_day.weekday() - weekday) % 7
            ahead = from_day + timedelta((7 - back) % 7)
            day = ahead if expected else from_day - timedelta(back)
            yield day, day


def _days_away(text: str, given: list[_Range]) -> Iterator[_Range]:
    """The days that are as far from some as words say: of the vote, where the figures came out on
    Tuesday, a day after it."""
    for found in _DAYS_AWAY.finditer(text):
        number = 1 if found["one"] or found["next"] else 2 if found["two"] else 3
        away = timedelta(int(found["n"] or number) * (1 if found["day"] or found["next"] else 7))
        for first, last in given:
            yield first - away, last - away
            yield first + away, last + away


def _range(value: str) -> _Range | None:
    """The first and the last day of a date as exact as it is written; None where there is none."""
    year, month = int(value[:4] if value[:4].isdecimal() else 0), int(value[5:7] or 1)
    try:
        if len(value) == 10:
            return date.fromisoformat(value), date.fromisoformat(value)
        last = month if len(value) > 4 else 12
        return date(year, month, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None
