"""Sources that state no date, whose text has days without a year: what only a person can tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.days import find_dates
from ..topic.fieldtypes import NOT_STATED
from ..topic.site import Site
from ..topic.topic import SourceText

_SAID = 3  # days that are named


def undated(site: Site) -> Iterator[tuple[str, int, str]]:
    """Each of several sources without a date whose text has days without a year: its file, its
    line, and what is to be said. A single one is what the settings' date is of."""
    sources = [s for s in site.topic.sources.values() if s.record.issued == NOT_STATED]
    for source in sources if len(sources) > 1 else ():
        if days := _without_a_year(source):
            as_of = site.topic.settings.as_of
            said = (
                f"this source states no date, so its days without a year ({', '.join(days)}) are"
                f" counted from {as_of}, as_of: of the settings; if it is of another time, write"
                " its day here, or not_stated for theirs"
            )
            yield source.where.path, source.where.line("issued"), said


def _without_a_year(source: SourceText) -> list[str]:
    """The first days of a text that it prints without their year."""
    text, found = source.passages.text, list[str]()
    for dated in find_dates(text, source.passages.language):
        if any(d.year is None and (d.day or d.weekday is not None) for d in dated.days):
            found.append(text[dated.start : dated.end])
    return list(dict.fromkeys(found))[:_SAID]
