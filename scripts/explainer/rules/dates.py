"""The rule on dates."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..topic.model import NOT_STATED
from ..topic.problems import Problem
from ..topic.site import Site
from ..topic.yaml import Location
from .registry import rule


@rule(whole=False)
def real_dates(site: Site) -> Iterator[Problem]:
    """Dates are days of the calendar, and agree with the year, month, day and day of the week that
    a date_text gives (in English). Nothing had happened or been said after the date that the
    settings give; a date known from a reference names one.
    """
    records: list[tuple[Any, Location]] = [
        (record, site.topic.where[name]) for name, record in site.topic.records.items()
    ]
    records += [(source.record, source.where) for source in site.topic.sources.values()]
    for record, where in [*records, (site.topic.settings, site.topic.settings_where)]:
        for field in ("date", "date_said", "as_of", "issued"):
            value = getattr(record, field, None)
            if isinstance(value, str) and value != NOT_STATED and len(value) == 10:
                try:
                    date.fromisoformat(value)
                except ValueError:
                    yield Problem(
                        where.path, where.line(field), f"there is no day {value}", "mend the date"
                    )
        if (text := getattr(record, "date_text", None)) and (
            wrong := _other_date(text, record.date)
        ):
            yield Problem(
                where.path,
                where.line("date_text"),
                f"the date {record.date} is not {wrong}",
                "mend date, or date_text",
                "",
                text,
            )
        if getattr(record, "draft", True):
            continue
        newest = site.topic.settings.as_of
        happened = ("date",) if getattr(record, "status", "") == "happened" else ()
        for field in ("date_said", *happened):
            value = getattr(record, field, None) or NOT_STATED
            if (
                site.topic.whole
                and value != NOT_STATED
                and value[: len(newest)] > newest[: len(value)]
            ):
                yield Problem(
                    where.path,
                    where.line(field),
                    f"{value} is after {newest}, the date for which the site holds",
                    "mend the date, or as_of in seeds/settings.yml; what was to come is expected",
                )
        if getattr(record, "date_basis", "") == "reference" and not record.references:
            yield Problem(
                where.path,
                where.line("date_basis"),
                "no reference gives this date",
                "add references:, or say how else it is known",
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
    try:
        return (
            min(days)
            if days
            and len(value) == 10
            and day_name[date.fromisoformat(value).weekday()] not in days
            else ""
        )
    except ValueError:
        return ""
