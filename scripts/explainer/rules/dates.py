"""The rule on dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from ..text.folding import fold
from ..text.tenses import dated_to_come
from ..topic.fieldtypes import NOT_STATED, Frozen
from ..topic.model import Event, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Fact
from ..topic.roles import DATE, values
from ..topic.site import Site
from ..topic.topic import Topic
from ..topic.yaml import Location
from .registry import rule

MONTHS = [
    *"January February March April May June July".split(),
    *"August September October November December".split(),
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@rule(whole=False)
def valid_dates(site: Site) -> Iterator[Problem]:
    """Dates are days of the calendar, and agree with the year, month, day and day of the week that
    a date_text gives (in English). Nothing had happened or been said after the date that the
    settings give, but for a number whose words give the date (from 1 January 2025); a date known
    from a reference names one."""
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
            elif late := _too_late(record, value, topic):
                help = "fix the date, or as_of in seeds/settings.yml; what was to come is expected"
                yield Problem(where.path, where.line(*key), late, help)
        if isinstance(record, (Quote, Event)):
            yield from _known_how(record, where)


def _known_how(record: Quote | Event, where: Location) -> Iterator[Problem]:
    """The problems of a date that neither its own words nor a reference bear out."""
    text = record.date_text if isinstance(record, Event) else None
    if isinstance(record, Event) and text and (wrong := _other_date(text, record.date)):
        message = f"the date {record.date} is not {wrong}"
        line = where.line("date_text")
        yield Problem(where.path, line, message, "fix date, or date_text", "", text)
    if record.date_basis == "reference" and not record.references and not record.draft:
        message, help = (
            "no reference gives this date",
            "add references:, or say how else it is known",
        )
        if getattr(record, "date_said", "") == NOT_STATED:
            message, help = "there is no date here whose basis this could be", "remove the line"
        yield Problem(where.path, where.line("date_basis"), message, help)


def _in_calendar(value: str) -> bool:
    """Whether a date of the model's pattern, when it is a whole one, is a day that there is."""
    try:
        return len(value) < 10 or bool(date.fromisoformat(value))
    except ValueError:
        return False


def _too_late(record: Frozen, value: str, topic: Topic) -> str:
    """What is wrong with a date that is to come, or, in a fact, after that for which the site
    holds; empty if nothing is."""
    newest = topic.settings.as_of
    fact = isinstance(record, Fact) and not record.draft and topic.whole
    if isinstance(record, Event) and record.status == "expected":
        return ""
    source = (
        topic.sources.get(topic.source_of(record) or "") if isinstance(record, Figure) else None
    )
    if source and isinstance(record, Figure):  # £3 from 1 January
        language, texts = source.passages.language, [words.exact for words in record.evidence]
        if any(dated_to_come(fold(text), value, newest, language) for text in texts):
            return ""
    if fact and value[: len(newest)] > newest[: len(value)]:
        return f"{value} is after {newest}, the date for which the site holds"
    # A day more than today's, since it is tomorrow already somewhere.
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    return f"{value} is still to come" if value > tomorrow[: len(value)] else ""


def _other_date(text: str, value: str) -> str:
    """A year, month or day of the week in words that a date, with the precision it has, does not
    have; empty if there is none."""
    said = set(re.findall(r"\w+", text))
    months = _named(MONTHS, said)
    pairs = [(_like(r"[12]\d{3}", said), {value[:4]})]  # what is said, and what the date has
    if len(value) > 4:
        pairs.append((months, {MONTHS[int(value[5:7]) - 1]}))
    if len(value) == 10 and _in_calendar(value):
        numbers = _like(r"[0-3]?\d", said) if months else set()
        pairs.append((numbers, {value[8:], str(int(value[8:]))}))
        pairs.append((_named(DAYS, said), {DAYS[date.fromisoformat(value).weekday()]}))
    return next((min(some) for some, has in pairs if some and not some & has), "")


def _like(pattern: str, said: set[str]) -> set[str]:
    return {word for word in said if re.fullmatch(pattern, word)}


def _named(names: list[str], said: set[str]) -> set[str]:
    """The months or days of the week that words name, in full or by their short form."""
    short = {name: {name, name[:3], "Sept" if name == "September" else name} for name in names}
    return {name for name, forms in short.items() if forms & said}
