"""Faults that the model finds, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .apparatus import Correction
from .fieldtypes import DIGITS, NOT_STATED
from .meant import date_meant, field_meant, id_offered, ids_in
from .model import KINDS, Cell
from .record import Selector
from .roles import KEY, SOURCE, SOURCE_ID, TOPIC, having, specs
from .settings import Option, SetAside, aside_meant

# What Pydantic adds to a location where a field takes one of several things.
_UNION_PARTS = {"str", "Selector", "tuple", "constrained-str", "function-before", "literal"}
# The fields that hold records of their own.
INNER: dict[str, type[BaseModel]] = {"set_aside": SetAside, "options": Option, "cells": Cell}

_FOR_A_DAY = "write 2025-08-17 for a day"
_A_DATE = re.compile(r"write \d{4}(?:-\d\d)?(?!\S)")
# What a pattern has in it: what a text is not that does not fit, and how to write it.
_FORMS = {
    r"\d{4}-": ("a whole day", "write it as 2025-08-17"),
    r"\d{4}": ("a date", f"{_FOR_A_DAY}, else 2025-08 or 2025, as exactly as it is known"),
    "a-z0-9-": ("an id", "ids have small letters a-z, digits and hyphens"),
    "https?": ("a web address", "write the whole address, beginning with https://"),
}

_OF_WORDS = {name for kind in KINDS.values() for name in having(kind, SOURCE)}
_SAME = 0.8  # from where on a field is another one with a slip
_COMPARE = "compare it with another record of its kind"
Keys = tuple[str | int, ...]


def in_words(
    error: ValidationError,
    model: type[BaseModel],
    given: Mapping[str, Any] = MappingProxyType({}),
    meant: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[tuple[Keys, str, str]]:
    """Each fault of a record that does not fit its model: the keys that lead to it, what is wrong,
    how to fix it. ``given`` are the fields of the record, ``meant`` those that it should not have,
    each with that which was meant."""
    faults = error.errors(include_url=False, include_context=True)
    items = {fault["loc"][0] for fault in faults if len(fault["loc"]) > 1}
    told = [
        _one_in_words(fault, tuple(fault["loc"]), model)[1]
        for fault in faults
        if fault["type"] == "extra_forbidden"
    ]
    for fault in faults:
        if fault["type"] in ("tuple_type", "too_long") and fault["loc"][0] in items:
            continue  # a single item, of which it is said what is wrong with it
        if fault["type"] == "missing" and (
            fault["loc"][-1] in meant.values() or f"did you mean {fault['loc'][-1]}?" in told
        ):
            continue  # it is there, by a name that is misspelt
        if fault["type"] == "literal_error" and fault["ctx"]["expected"] == f"'{NOT_STATED}'":
            continue  # the other thing that may be here has its own fault
        keys = tuple(
            part
            for part in fault["loc"]
            if not (isinstance(part, str) and ("[" in part or part in _UNION_PARTS))
        )
        what, help = _one_in_words(fault, keys, model)
        inner = INNER.get(str(keys[0])) if keys[1:] else None
        if fault["type"] == "literal_error" and inner is SetAside and keys[-1] == "what":
            reason = given[str(keys[0])][keys[1]].get("reason")
            help = (
                f"did you mean {near}?" if (near := aside_meant(fault["input"], reason)) else help
            )
        if fault["type"] == "extra_forbidden" and len(keys) == 1:
            field = str(keys[0])
            others = [one for one in model.model_fields if one not in given]
            if field in meant:
                help = f"did you mean {meant[field]}?"
            elif not get_close_matches(field, model.model_fields, 1, _SAME):
                help = f"the other fields are: {', '.join(others)}"
        yield keys, what, help


def _one_in_words(fault: ErrorDetails, keys: Keys, model: type[BaseModel]) -> tuple[str, str]:
    names = [part for part in keys if isinstance(part, str)]
    key = names[-1] if names else ""
    name = key or model.__name__.lower()
    where = f" under {names[-2]}" if len(names) > 1 else ""
    if len(keys) > 1:
        model = INNER.get(str(keys[0]), model)
    if fault["type"] == "extra_forbidden" and names[-2:-1] and names[-2] in _OF_WORDS:
        model = Selector
    fields = model.model_fields
    role = specs(model)[key].role if key in fields else None
    refers = bool(role and (role.refers or role in (TOPIC, SOURCE_ID)))
    known = f"the fields are: {', '.join(fields)}"
    described = fields[key].description if key in fields else None
    match fault["type"]:
        case "missing":
            id = id_offered(model, fault["input"]) if role is KEY else ""
            help = described or f'add a line "{key}: …"'
            return f'"{key}" is missing', _with_choices(help, fields, key, id)
        case "extra_forbidden":
            near = field_meant(key, fields)
            help = f"did you mean {near}?" if near else known
            return f'there is no field "{name}" here{where}', help
        case "literal_error":
            return f'"{name}"{where} cannot be "{fault["input"]}"', _to_choose(fault, fields, key)
        case "string_too_short" | "too_short":
            return _not_of_form(r"\S", fault, name, described, refers)
        case "string_pattern_mismatch":
            what, help = _not_of_form(fault["ctx"]["pattern"], fault, name, described, refers)
            if model is Correction and key == "date":
                help = f"write the day of the change: {date.today().isoformat()}"
            return what, _or_left_open(help, _or_not_stated(fields, key))
        case "model_type" | "dict_type":
            if fault["input"] == NOT_STATED and NOT_STATED in fields:
                help = f"write it as a field of its own, below {name}: {NOT_STATED}: true"
                return f"{name}: {NOT_STATED} is not read", help
            if get_origin(fields[key].annotation if key in fields else None) is dict:
                return f"{name} is not a table", f"write under it, indented, name: …; {described}"
            return f"{name} is not a record", f"write its fields one a line; {known}"
        case "string_type" if isinstance(fault["input"], list):
            one = str(fault["input"][0]) if len(fault["input"]) == 1 else "…"
            return f'"{name}" is a list, and one text belongs here', f"write {name}: {one}"
        case "less_than_equal" | "greater_than_equal":
            than = f"more than {most}" if (most := fault["ctx"].get("le")) is not None else ""
            than = than or f"less than {fault['ctx'].get('ge')}"
            return f'"{name}" is {than}', described or _COMPARE
    what = fault["msg"].removeprefix("Value error, ")
    if what == DIGITS:
        return f'"{name}" is not a number: "{fault["input"]}"', f"{DIGITS}: {_as_digits(fault)}"
    return f'"{name}" does not fit: {what[:1].lower()}{what[1:]}', described or _COMPARE


def _to_choose(fault: ErrorDetails, fields: Mapping[str, FieldInfo], key: str) -> str:
    """What may be written in the place of a word that is none of those that may be."""
    small, described = str(fault["input"]).strip().lower(), fields[key].description
    if small in choices(fields[key].annotation):
        return f"write {small}"
    if near := get_close_matches(small, choices(fields[key].annotation), 1, _SAME):
        return f"did you mean {near[0]}?"
    expected = fault["ctx"]["expected"]
    help = f"choose one of: {expected}{_or_not_stated(fields, key)}"
    meant = [c for c in expected.split("'")[1::2] if f"{c}: " in str(described)]
    return f"{help} ({described})" if meant else help


def _as_digits(fault: ErrorDetails) -> str:
    digits = re.sub(r"[^0-9.-]", "", str(fault["input"]))
    return digits if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", digits) else "400000, or 2.4"


def _as_ids(form: str, written: str, refers: bool) -> str:
    """How some words would be written as an id, or as a list of them; of records that there are,
    where they refer to such."""
    if form != "a-z0-9-":
        return ""
    ids = ids_in(written)
    if len(ids) > 1:
        return f"; several are a list in square brackets: [{', '.join(ids)}]"
    return f", for instance {'that of ' if refers else ''}{ids[0]}" if ids else ""


def _with_choices(help: str, fields: Mapping[str, FieldInfo], key: str, example: str) -> str:
    """What a field is, with what may be written in it where its description does not say so."""
    if example:
        return f"{help.removesuffix('.')}, for instance {example}"
    may = [*dict.fromkeys(choices(fields[key].annotation))] if key in fields else []
    left = [choice for choice in may if f"{choice}: " not in help and choice not in help.split()]
    left = [choice for choice in left if choice != NOT_STATED or NOT_STATED not in help]
    if left == [NOT_STATED]:
        return f"{help.removesuffix('.')}; {NOT_STATED} if the source does not say"
    return f"{help} Choose one of: {', '.join(may)}" if left else help


def _or_not_stated(fields: Mapping[str, FieldInfo], key: str) -> str:
    """What may be written of what a source leaves open."""
    may = key in fields and NOT_STATED in choices(fields[key].annotation)
    return f"; {NOT_STATED} if the source does not say" if may else ""


def _or_left_open(help: str, left_open: str) -> str:
    """How to fix a field, with what may be written of what a source leaves open: of a date that
    first, since what stands first is copied."""
    if left_open and (help.startswith(_FOR_A_DAY) or _A_DATE.match(help)):
        said = help.removeprefix("write ")
        return f"{NOT_STATED}, unless the source gives the date; if it does, {said}"
    return help + left_open


def choices(annotation: Any) -> Iterator[str]:
    """The words of which one may be written in a field."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for part in get_args(annotation):
            yield from choices(part)


def _not_of_form(
    pattern: str, fault: ErrorDetails, name: str, described: str | None, refers: bool
) -> tuple[str, str]:
    if pattern == r"\S":
        return f'"{name}" is empty', described or "write something, or remove the line"
    written = fault["input"]
    if written == "":
        return f'"{name}" is empty', f"remove the line, or write: {described or 'something'}"
    for part, (what, help) in _FORMS.items():
        if part in pattern:
            said = f'"{name}" is not {what}: "{written}"'
            if what in (_FORMS[r"\d{4}"][0], _FORMS[r"\d{4}-"][0]) and (day := date_meant(written)):
                return said, f"write {day}"
            return said, help + _as_ids(part, str(written), refers)
    what = f'"{name}" has not the form that it should have: "{written}"'
    return what, described or _COMPARE
