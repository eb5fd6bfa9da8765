"""The rule on dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from ..text.days import Day, day_of, find_dates
from ..text.folding import fold
from ..text.languages import Language, language
from ..text.printed import dates_of
from ..text.quantities import readable
from ..text.tenses import dated_to_come
from ..topic.apparatus import Reference
from ..topic.fieldtypes import NOT_STATED, Frozen
from ..topic.model import Event, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Fact
from ..topic.roles import DATE, values
from ..topic.site import Site
from ..topic.yaml import Location
from .common import of_class, source_of
from .own_words import written_language
from .registry import rule

MONTHS = [
    *"January February March April May June July".split(),
    *"August September October November December".split(),
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@rule(whole=False)
def valid_dates(site: Site) -> Iterator[Problem]:
    """Dates are days of the calendar, and agree with the year, month, day and day of the week that
    a date_text gives, in any listed language. Nothing had happened or been said after the date for
    which the site holds, but for a number whose words give the date (from 1 January 2025); a date
    known from a reference names one."""
    topic = site.topic
    for record, where in [
        *((record, topic.where[name]) for name, record in topic.records.items()),
        *((source.record, source.where) for source in topic.sources.values()),
        (topic.settings, topic.settings_where),
    ]:
        for key, value, _ in values(record, DATE):
            if value == NOT_STATED:
                continue
            if not _in_calendar(value):
                message = f"there is no day {value}"
                yield Problem(where.path, where.line(*key), message, "fix the date")
            elif late := _too_late(record, value, site):
                help = f"{_later_than(record, site)}; what was to come is expected"
                yield Problem(where.path, where.line(*key), late, help)
        if isinstance(record, (Quote, Event)):
            source = topic.sources.get(topic.source_of(record) or "")
            marks = source.passages.language if source else language("en")
            yield from _known_how(record, where, marks, _having_day(site, record))


def _having_day(site: Site, record: Quote | Event) -> list[str]:
    """The ids of the references that tell of the day of a record which names none."""
    day = record.date if isinstance(record, Event) else record.date_said
    if record.date_basis != "reference" or record.references or day == NOT_STATED:
        return []
    told = (
        (one.id, found)
        for one in of_class(site, Reference)
        for dated in find_dates(one.confirms, written_language(site))
        for found in dated.days
    )
    return [*dict.fromkeys(id for id, found in told if found.day and found[:3] == day_of(day)[:3])]


def _known_how(
    record: Quote | Event, where: Location, marks: Language, having: list[str]
) -> Iterator[Problem]:
    """The problems of a date that neither its own words nor a reference bear out."""
    text = record.date_text if isinstance(record, Event) else None
    if isinstance(record, Event) and text and (wrong := _other_date(text, record.date, marks)):
        message = f"the date {record.date} is not {wrong}"
        line = where.line("date_text")
        yield Problem(where.path, line, message, "fix date, or date_text", "", text)
    if record.date_basis == "reference" and not record.references and not record.draft:
        message, help = (
            "no reference gives this date",
            "add references:, or say how else it is known",
        )
        if having:
            help = f"add references: with the work that has the day of this: {', '.join(having)}"
        if getattr(record, "date_said", "") == NOT_STATED:
            message, help = "there is no date here whose basis this could be", "remove the line"
        yield Problem(where.path, where.line("date_basis"), message, help)


def _in_calendar(value: str) -> bool:
    """Whether a date of the model's pattern, when it is a whole one, is a day that there is."""
    try:
        return len(value) < 10 or bool(date.fromisoformat(value))
    except ValueError:
        return False


def _too_late(record: Frozen, value: str, site: Site) -> str:
    """What is wrong with a date that is to come, or, in a fact, after that for which the site
    holds; empty if nothing is."""
    topic, source = site.topic, source_of(site, record) if isinstance(record, Fact) else None
    undated = source is not None and source.record.issued == NOT_STATED
    newest = topic.settings.as_of if undated else topic.as_of
    fact = isinstance(record, Fact) and not record.draft and topic.whole
    if source and any("issued" in d.words and d.path == source.where.path for d in topic.doubts):
        return ""  # which is the fault to fix
    if isinstance(record, Event) and record.status == "expected":
        return ""
    if source and isinstance(record, Figure):  # £3 from 1 January
        marks, texts = source.passages.language, [words.exact for words in record.evidence]
        if any(dated_to_come(fold(text), value, newest, marks) for text in texts):
            return ""
    if fact and value[: len(newest)] > newest[: len(value)]:
        of = "the site holds" if newest == topic.as_of else "sources hold that state none"
        return f"{value} is after {newest}, the date for which {of}"
    # A day more than today's, since it is tomorrow already somewhere.
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    return f"{value} is still to come" if value > tomorrow[: len(value)] else ""


def _later_than(record: Frozen, site: Site) -> str:
    """What to do where a date is after that for which the site holds."""
    source = source_of(site, record) if isinstance(record, Fact) else None
    if source is None or source.record.issued != NOT_STATED:
        return "fix the date"
    day = f"issued: in {source.where.path}, or as_of: in seeds/settings.yml"
    return f"fix the date; or say the day of the text, {day}"


def _other_date(text: str, value: str, language: Language) -> str:
    """The words of a date that another has, in its year, month, day or day of the week, as precise
    as that is; empty if there are none."""
    plain, wanted = readable(fold(text), language), day_of(value)
    for part in Day._fields:
        said = [
            (getattr(day, part), plain[dated.start : dated.end])
            for dated in dates_of(plain, language)
            for day in dated.days
            if getattr(day, part) is not None
        ]
        has = getattr(wanted, part)
        if said and has is not None and all(one != has for one, _ in said):
            return said[0][1]
    return ""


# A day as 8/17 or 17/8/2025: of the two numbers one may be a month.
_PARTS = 10  # of a whole, as in 3/4
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])/(0?[1-9]|[12]\d|3[01])(?:/(?:[12]\d)?\d\d)?")


def as_a_date(message: str, help: str, printed: str) -> tuple[str, str, str]:
    """What is wrong with a number, or with the date that it is: 8/17."""
    found = _DAY.fullmatch(printed)
    first, second = map(int, found.groups()) if found else (99, 99)
    if min(first, second) > 12 or first < second <= _PARTS:
        return message, help, printed
    either = {
        f"{day} {MONTHS[month - 1]}"
        for day, month in ((first, second), (second, first))
        if month <= 12
    }
    message = f'"{printed}" is read as a number; of a date, write the month by its name'
    return message, f"write {' or '.join(sorted(either))}, and cite a fact of that day", printed
