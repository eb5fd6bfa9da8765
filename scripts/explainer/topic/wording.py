"""A fault that the model finds, in plain words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from .model import Cell, Option, SetAside

UNION_PARTS = {"str", "Selector", "tuple", "constrained-str", "function-before", "literal"}


def in_words(
    fault: dict[str, Any], location: tuple[Any, ...], kind: type[BaseModel], data: Any
) -> tuple[str, str]:
    """A Pydantic error as what is wrong and how to mend it."""
    name = ".".join(str(part) for part in location) or kind.__name__.lower()
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    inner = {"set_aside": SetAside, "options": Option, "cells": Cell}.get(
        str(location[0]) if len(location) > 1 else ""
    )
    fields = (inner or kind).model_fields
    described = fields[key].description if key in fields and fields[key].description else ""
    match fault["type"]:
        case "missing":
            return f'"{key}" is missing', described or f'add a line "{key}: …"'
        case "extra_forbidden":
            near = get_close_matches(key, fields, 1)
            return (
                f'there is no field "{name}" here',
                f"did you mean {near[0]}?" if near else f"the fields are: {', '.join(fields)}",
            )
        case "literal_error":
            return (
                f'"{name}" cannot be "{fault["input"]}"',
                f"choose one of: {fault['ctx']['expected']}",
            )
        case "string_pattern_mismatch" if "\\d{4}" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not a date: "{fault["input"]}"',
                "write 2025, 2025-08 or 2025-08-17, as exactly as it is known",
            )
        case "string_pattern_mismatch" if "a-z0-9-" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not an id: "{fault["input"]}"',
                "ids have small letters a-z, digits and hyphens",
            )
        case "string_too_short" | "too_short" | "string_pattern_mismatch" if (
            fault["ctx"].get("pattern", r"\S") == r"\S"
        ):
            return f'"{name}" is empty', described or "write something, or take the line away"
        case "string_pattern_mismatch" if "https?" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not a web address: "{fault["input"]}"',
                "write the whole address, beginning with https://",
            )
        case "string_pattern_mismatch":
            return (
                f'"{name}" has not the form that it should have: "{fault["input"]}"',
                described or "compare it with another record of its kind",
            )
        case "model_type" | "dict_type":
            return (
                f"{name} is not a record",
                f"write its fields one a line; the fields are: {', '.join(fields)}",
            )
    return (
        f'"{name}" does not fit: {fault["msg"].removeprefix("Value error, ")}',
        described or "compare it with another record of its kind",
    )
