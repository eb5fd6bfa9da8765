"""What differs between two readings of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .topic import Topic


def published(topic: Topic) -> dict[str, Any]:
    return {name: record for name, record in topic.records.items() if not record.draft}


def differing_fields(before: Any, after: Any) -> Any:
    old, new = (
        before.model_dump(mode="json", exclude_none=True),
        after.model_dump(mode="json", exclude_none=True),
    )
    for field in dict.fromkeys([*old, *new]):
        a, b = old.get(field), new.get(field)
        if field == "cells":  # a row has several; only the one that changed is of interest
            yield from _differing(
                *({f"cells.{option}": cell for option, cell in cells.items()} for cells in (a, b))
            )
        elif field == "set_aside":
            yield from _differing(
                *(
                    {
                        f"set aside, {i['what']}: {i['exact']}": f"{i['reason']}: {i['note']}"
                        for i in items
                    }
                    for items in (a, b)
                )
            )
        elif a != b:
            yield field, plain(a), plain(b)


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What of two tables differs: name, before, after."""
    return (
        (name, plain(before.get(name)), plain(after.get(name)))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    )


def plain(value: Any) -> str:
    if isinstance(value, dict):
        return (
            plain(value["exact"])
            if "exact" in value
            else "; ".join(
                f"{k}: {plain(v)}" for k, v in value.items() if v not in (False, [], None)
            )
        )
    if isinstance(value, list):
        return " | ".join(plain(v) for v in value)
    return "" if value is None else str(value)
