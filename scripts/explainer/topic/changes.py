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
        if field == "set_aside":
            yield from _differing(*map(_reasons, (a, b)))
        elif (one := _table(field, a)) and (other := _table(field, b)):
            yield from _differing(one, other)  # of several only what changed is of interest
        elif a != b:
            yield field, plain(a), plain(b)


def all_fields(record: Frozen, removed: bool = False) -> Iterator[tuple[str, str, str]]:
    """Each field that a record which came, or went, has: its name, before and after in words."""
    data: dict[str, Any] = _filled(record.model_dump(mode="json", exclude_none=True))
    for field, value in data.items():
        parts = {field: value}
        if field == "cells":
            parts = {
                f"cells.{option}.{name}": part
                for option, cell in value.items()
                for name, part in cell.items()
            }
        elif field == "set_aside":
            parts = _reasons(value)
        for name, part in parts.items():
            text = plain(part)
            yield (name, text, "") if removed else (name, "", text)


def _filled(value: Any) -> Any:
    """A table without its empty fields; what is as it mostly is stays in it."""
    if isinstance(value, list):
        return [_filled(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _filled(one) for key, one in value.items() if one not in ([], {}, False)}


def _table(field: str, value: Any) -> dict[str, Any]:
    """A table, or a list of things with ids, by the name of each of its parts; empty if it is
    none."""
    if isinstance(value, list) and all(isinstance(item, dict) and "id" in item for item in value):
        value = {item["id"]: item for item in value}
    return {f"{field}.{name}": v for name, v in value.items()} if isinstance(value, dict) else {}


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
    return "" if value in (None, {}) else "true" if value is True else str(value)
