"""What differs between two readings of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .fieldtypes import Frozen
from .record import Record
from .topic import Topic


def published(topic: Topic) -> dict[str, Record]:
    """The records that readers see, by id."""
    return {name: record for name, record in topic.records.items() if not record.draft}


def differing_fields(before: Frozen, after: Frozen) -> Iterator[tuple[str, str, str]]:
    """Each field in which two readings of a record differ: its name, before and after in words."""
    old, new = (r.model_dump(mode="json", exclude_none=True) for r in (before, after))
    for field in dict.fromkeys([*old, *new]):
        a, b = old.get(field, {}), new.get(field, {})
        if field == "cells":  # a row has several; only the one that changed is of interest
            tables = [{f"cells.{o}": cell for o, cell in cells.items()} for cells in (a, b)]
            yield from _differing(*tables)
        elif field == "set_aside":
            yield from _differing(*map(_reasons, (a, b)))
        elif a != b:
            yield field, plain(a), plain(b)


def all_fields(record: Frozen, removed: bool = False) -> Iterator[tuple[str, str, str]]:
    """Each field that a record which came, or went, has: its name, before and after in words."""
    data = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    for field, value in data.items():
        parts = {field: value}
        if field == "cells":
            parts = {f"cells.{option}": cell for option, cell in value.items()}
        elif field == "set_aside":
            parts = _reasons(value)
        for name, part in parts.items():
            text = plain(part)
            yield (name, text, "") if removed else (name, "", text)


def _reasons(items: list[dict[str, str]]) -> dict[str, str]:
    """What a source sets aside, and why."""
    return {f"set aside, {i['what']}: {i['exact']}": f"{i['reason']}: {i['note']}" for i in items}


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What of two tables differs: name, before, after."""
    return (
        (name, plain(before.get(name)), plain(after.get(name)))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    )


def plain(value: Any) -> str:
    """A field's value in one line."""
    if isinstance(value, dict):
        some = {k: plain(v) for k, v in value.items() if v not in (False, [], None)}
        if exact := some.pop("exact", ""):
            beside = "; ".join(f"{k}: {v}" for k, v in some.items() if k != "source")
            return f"{exact} ({beside})" if beside else exact
        return "; ".join(f"{k}: {v}" for k, v in some.items())
    if isinstance(value, list):
        return " | ".join(plain(v) for v in value)
    return "" if value in (None, {}) else str(value)
