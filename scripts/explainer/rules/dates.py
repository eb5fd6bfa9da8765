"""The rule on dates."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date

from ..topic.model import NOT_STATED, Event, Fact, Quote
from ..topic.problems import Problem
from ..topic.roles import DATE, Key, values
from ..topic.site import Site
from ..topic.yaml import Where
from .registry import rule


@rule(whole=False)
def real_dates(site: Site) -> Iterator[Problem]:
    """Dates are days of the calendar, and agree with the year, month, day and day of the week that
    a date_text gives (in English). Nothing had happened or been said after the date that the
    settings give; a date known from a reference names one.
    """
    topic = site.topic
    for record, where in [
        *((record, topic.where[name]) for name, record in topic.records.items()),
        *((source.record, source.where) for source in topic.sources.values()),
        (topic.settings, topic.settings_where),
    ]:
        for key, value, spec in values(record):
            if spec.role is not DATE or value == NOT_STATED:
                continue
            if not _in_calendar(value):
                message = f"there is no day {value}"
                yield Problem(where.path, where.line(*key), message, "mend the date")
            elif isinstance(record, Fact) and topic.whole and not record.draft:
                yield from _too_late(record, key, value, topic.settings.as_of, where)
        if isinstance(record, Event) and record.date_text:
            if wrong := _other_date(record.date_text, record.date):
                yield Problem(
                    where.path,
                    where.line("date_text"),
                    f"the date {record.date} is not {wrong}",
                    "mend date, or date_text",
                    "",
                    record.date_text,
                )
        if isinstance(record, (Quote, Event)) and record.date_basis == "reference":
            if not record.references and not record.draft:
                yield Problem(
                    where.path,
                    where.line("date_basis"),
                    "no reference gives this date",
                    "add references:, or say how else it is known",
                )


def _in_calendar(value: str) -> bool:
    """Whether a date of the model's pattern, when it is a whole one, is a day that there is."""
    try:
        return len(value) < 10 or bool(date.fromisoformat(value))
    except ValueError:
        return False


def _too_late(record: Fact, key: Key, value: str, newest: str, where: Where) -> Iterator[Problem]:
    """The problem of a date after that for which the site holds; what is expected may be."""
    if isinstance(record, Event) and record.status == "expected":
        return
    if value[: len(newest)] > newest[: len(value)]:
        yield Problem(
            where.path,
            where.line(*key),
            f"{value} is after {newest}, the date for which the site holds",
            "mend the date, or as_of in seeds/settings.yml; what was to come is expected",
        )


def _other_date(text: str, value: str) -> str:
    """A year, month or day of the week in words that a date, with the precision it has, does not
    have; empty if there is none.
    """
    said = set(re.findall(r"\w+", text))
    months = {
        month
        for month in month_name[1:]
        if month in said or month[:3] in said or (month == "September" and "Sept" in said)
    }
    days = {day for day in day_name if day in said or day[:3] in said}
    years = {word for word in said if re.fullmatch(r"[12]\d{3}", word)}
    if years and value[:4] not in years:
        return min(years)
    if months and len(value) > 4 and month_name[int(value[5:7])] not in months:
        return min(months)
    if (
        months
        and len(value) == 10
        and (numbers := {word for word in said if re.fullmatch(r"[0-3]?\d", word)})
        and not {value[8:], str(int(value[8:]))} & numbers
    ):
        return min(numbers)
    if days and len(value) == 10 and _in_calendar(value):
        return "" if day_name[date.fromisoformat(value).weekday()] in days else min(days)
    return ""
