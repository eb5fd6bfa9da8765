"""Settings that cannot be read, with others in their place that allow all that there is: of what
follows from them nothing is said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import get_args

from .fieldtypes import NOT_STATED
from .model import Comparison
from .record import Record
from .roles import DATE, TOPIC, values
from .settings import Bound, Option, Settings


def allowing(
    settings: Settings, unread: Collection[str], records: dict[str, Record], pages: Iterable[str]
) -> Settings:
    """The settings with values that allow all that there is, in place of those that cannot be
    read: every topic and option that records name, no bounds."""
    if not unread:
        return settings
    named = {v.value for r in records.values() for v in values(r) if v.spec.role is TOPIC}
    rows = (row for row in records.values() if isinstance(row, Comparison))
    sides = dict.fromkeys(name for row in rows for name in row.cells)
    days = (v.value for r in records.values() for v in values(r) if v.spec.role is DATE)
    allowed = {
        "as_of": max((day for day in days if day != NOT_STATED), default=settings.as_of),
        "topics": {name: name for name in named} | settings.topics,
        "options": (*_as_named(settings.options, [*sides]),),
        "max_share_quoted": Decimal(1),
        "max_share_set_aside": Decimal(1),
        "most_words": Decimal(10**9),
        "bounds_raised": dict.fromkeys(_raised(settings), _NO_REASON) | settings.bounds_raised,
        "uncited_pages": dict.fromkeys(pages, "?"),
    }
    return settings.model_copy(update={n: v for n, v in allowed.items() if n in unread})


_NO_REASON = "the reason that is written here cannot be read"


def _raised(settings: Settings) -> Iterator[str]:
    """The bounds that the settings raise."""
    usual = Settings.model_validate({"question": "?", "as_of": "0000"})
    for name in get_args(Bound):
        if getattr(settings, name) > getattr(usual, name):
            yield name


def _as_named(options: Iterable[Option], sides: Collection[str]) -> Iterator[Option]:
    """Options by the names that records have for them: one of another name may be any of those that
    are not there."""
    here = [*options]
    left = [name for name in sides if name not in {option.id for option in here}]
    for option in here:
        known = option.id in sides or not left
        yield option if known else option.model_copy(update={"id": left.pop(0)})
    for i, name in enumerate(left):
        yield Option(id=name, label=name, mark=chr(ord("a") + i % 26), description=name)
