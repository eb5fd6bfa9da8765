"""What cannot be read, made readable, so that all else that is wrong with it is said at once and
not a save later: a line that is no YAML, a record that does not fit its model.

What is put in the place of what was written is never published: the fault is a problem, and with a
problem nothing is. What rules say of that field, and of what rests on it, is left out.
"""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .fieldtypes import NOT_STATED
from .roles import CHOICE, DATE, KEY, NUMBER, OWN, Role, specs
from .wording import INNER, choices
from .yaml import Tree

_ALIKE, _SAME = 0.6, 0.8  # from where on a field's name, or a choice, is meant for another


Model = TypeVar("Model", bound=BaseModel)

# Slips of one line, and what was meant.
_SLIPS = (
    (re.compile(r"^( *)\t+"), r"\1  "),
    (re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"), " "),
    (re.compile(r"^( *)[–—−•*·] *(?=[\w-]+:)"), r"\1- "),
    (re.compile(r"^( *)-(?=[\w-]+:)"), r"\1- "),
)
_FIELD = re.compile(r"(?P<name> *(?:- +)?[\w-]+: +)(?P<text>[^\s\"'\[{|>].*)")
_BEGINS = re.compile(r" *(?:- +)?(?=[\w-]+:(?: |$))")


def mended(text: str, number: int) -> str | None:
    """A text that is no YAML with the line of that number (from 0), where there is its fault, as it
    was most probably meant; None where nothing is known to help."""
    lines = text.split("\n")
    if not 0 <= number < len(lines):
        return None
    written = line = lines[number]
    for slip, meant in _SLIPS:
        line = slip.sub(meant, line)
    if number and (line == written or "\t" in written):
        line = _indented_as(lines[number - 1], line)
    if line == written and (field := _FIELD.fullmatch(line)):  # a colon or a sign in it
        line = field["name"] + json.dumps(field["text"], ensure_ascii=False)
    lines[number] = line
    return None if line == written else "\n".join(lines)


def _indented_as(before: str, line: str) -> str:
    """A field indented as the one on the line before it."""
    above, own = _BEGINS.match(before), _BEGINS.match(line)
    if above and own and "-" not in own.group():
        return " " * len(above.group()) + line.lstrip()
    return line


_UNSTATED = re.compile(r"not[ -]?stated|not_ stated", re.I)


def unstated(data: Tree | None) -> list[str]:
    """The fields of a record that say not_stated, but not as it is written; they do then."""
    fields = data if isinstance(data, dict) else {}
    found = [f for f, v in fields.items() if isinstance(v, str) and _UNSTATED.fullmatch(v)]
    fields.update(dict.fromkeys(found, NOT_STATED))
    return found


def repaired(
    model: type[Model], data: Tree | None, faults: list[tuple[str | int, ...]]
) -> Model | None:
    """The record with something that fits in each place (the keys that lead there) where nothing
    did; None where there is nothing to put there."""
    if not isinstance(data, dict):
        return None
    fields = {place[0] for place in faults if place}
    fixed: dict[str, Any] = {key: value for key, value in data.items() if key not in fields}
    for field in sorted(map(str, fields)):
        if field not in model.model_fields:
            missing = [f for f in model.model_fields if f not in data]
            name = next(iter(get_close_matches(field, missing, 1, _ALIKE)), "")
            if name:
                fixed[name] = data[field]
        elif isinstance(inner := data.get(field), dict | list):
            places = [place[1:] for place in faults if place[:1] == (field,)]
            value = _within(inner, places, INNER.get(field))
            if value is None:
                return None
            fixed[field] = value
        elif model.model_fields[field].is_required():
            value = _fitting(model, field, data.get(field, ""))
            if value is None:
                return None
            fixed[field] = value
    try:
        return model.model_validate(fixed)
    except ValidationError:
        return None


def _within(
    inner: list[Tree] | dict[str, Tree], places: list[tuple[str | int, ...]], model: Any
) -> Any:
    """A list or table of records in which those are mended that do not fit; None where that cannot
    be. Of a table, which is one of cells, the cell says nothing."""
    if isinstance(inner, dict):
        unfit = {str(place[0]) for place in places if place}
        silent: dict[str, Tree] = {NOT_STATED: "true"}
        return {_as_id(name): silent if name in unfit else cell for name, cell in inner.items()}
    items = list[Any](inner)
    for place in places:
        number, name = place if len(place) == 2 else (-1, "")
        item = items[number] if model and isinstance(number, int) and number >= 0 else None
        if not isinstance(item, dict):
            return None
        name, written = str(name), item.get(str(name), "")
        items[int(number)] = item = {k: v for k, v in item.items() if k != name}
        if name in model.model_fields:
            if (value := _fitting(model, name, written)) is None:
                return None
            item[name] = value
    return items


def _fitting(model: type[BaseModel], field: str, written: Tree) -> Any:
    """Something that fits a field, as near as may be to what was written; None where what it says
    would matter to other fields."""
    role, annotation = specs(model)[field].role, model.model_fields[field].annotation
    known = [*choices(annotation)]
    text = written if isinstance(written, str) else ""
    if NOT_STATED in known:
        return NOT_STATED
    if role is CHOICE:
        return next(iter(get_close_matches(text, known, 1, _SAME) or known), None)
    if role is DATE:
        year = re.search(r"\b[12]\d{3}\b", text)
        return year.group() if year else None
    if role is NUMBER:
        return re.sub(r"[^0-9.]", "", text) or "1"
    if role is KEY:
        return _as_id(text) or None
    if isinstance(role, Role) and role.refers and text:
        ids = [_as_id(one) for one in text.split(",")]
        return [one for one in ids if one] or None
    return NOT_STATED if role is OWN else None


def _as_id(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
