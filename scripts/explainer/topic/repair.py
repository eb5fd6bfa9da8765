"""A record that does not fit its model, made to fit, so that all else that is wrong with it is said
at once and not a save later.

What is put in the place of what was written is never published: the fault is a problem, and with a
problem nothing is. What rules say of that field, and of what rests on it, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from .apparatus import Correction, Redirect
from .fieldtypes import NOT_STATED
from .meant import SAME, as_id, date_meant, field_meant, id_offered, ids_in
from .model import KINDS
from .roles import CHOICE, DATE, KEY, NUMBER, PRINTED, SOURCE, SOURCE_ID, TOPIC, parts, specs
from .settings import SetAside, aside_meant
from .wording import Keys, choices
from .yaml import Tree

Model = TypeVar("Model", bound=BaseModel)


_UNSTATED = re.compile(r"not[ -]?stated|not_ stated", re.I)


def unstated(data: Tree | None) -> list[str]:
    """The fields of a record that say not_stated, but not as it is written; they do then."""
    fields = data if isinstance(data, dict) else {}
    found = [f for f, v in fields.items() if isinstance(v, str) and _UNSTATED.fullmatch(v)]
    fields.update(dict.fromkeys(found, NOT_STATED))
    return found


def renamed(model: type[BaseModel], data: dict[str, Tree]) -> dict[str, str]:
    """The fields of a record that its model has not, each with the missing one it stands for."""
    found: dict[str, str] = {}
    for field in (one for one in data if one not in model.model_fields):
        missing = [f for f in model.model_fields if f not in data and f not in found.values()]
        if near := field_meant(field, missing):
            found[field] = near
    return found


def of_another_kind(item: Tree, kind: str) -> str:
    """The kind whose fields a record has, all that it needs and no others, where it has not those
    of the kind among which it is; empty where there is none."""
    own = item.keys() if isinstance(item, dict) else set[str]()

    def fits(model: type[BaseModel]) -> bool:
        needed = {name for name, field in model.model_fields.items() if field.is_required()}
        return needed <= own <= model.model_fields.keys()

    if not own or own <= KINDS[kind].model_fields.keys():
        return ""
    return next((other for other, model in KINDS.items() if fits(model)), "")


def as_redirect(item: Tree) -> dict[str, Tree] | None:
    """A redirect that is written as - old: new, or as - old: {to: new}."""
    if not isinstance(item, dict) or len(item) != 1 or item.keys() & Redirect.model_fields.keys():
        return None
    ((old, new),) = item.items()
    to = new.get("to") if isinstance(new, dict) and len(new) == 1 else new
    return {"id": old, "to": to} if isinstance(to, str) and to else None


def repaired(model: type[Model], data: dict[str, Tree], faults: Iterable[Keys]) -> Model | None:
    """The record with something that fits in each place (the keys that lead there) where nothing
    did, as near as may be to what was written: words of a source, and ids, are left out of which
    nothing is known. None where there is nothing to put there."""
    places = [place for place in faults if place]
    fixed = _fixed(model, data, places)
    left = {
        field: _nothing(model, field)
        for field in {str(place[0]) for place in places} & fixed.keys()
        if _is_left_out(model, field, fixed[field], data.get(field, ""))
    }
    try:
        return model.model_validate(fixed).model_copy(update=left)
    except ValidationError:
        return None


def _is_left_out(model: type[BaseModel], field: str, value: Any, written: Tree) -> bool:
    """Whether a field is to hold nothing that a rule knows, where what is there was made up."""
    role = specs(model)[field].role
    if role is CHOICE:
        text = written.lower() if isinstance(written, str) else ""
        return not get_close_matches(text, [str(value)], 1, SAME)
    names = role in (SOURCE, TOPIC, SOURCE_ID) or bool(role and role.refers)
    return names and isinstance(value, str) and value in _ANYTHING


def _nothing(model: type[BaseModel], field: str) -> Any:
    """No words of a source; an id of nobody."""
    if specs(model)[field].role is SOURCE and _takes_several(model, field):
        return ()
    return (UNREAD,) if _takes_several(model, field) else UNREAD


def _takes_several(model: type[BaseModel], field: str) -> bool:
    annotation = model.model_fields[field].annotation
    return any(get_origin(one) is tuple for one in (annotation, *get_args(annotation)))


def _fixed(model: type[BaseModel], data: dict[str, Tree], places: Iterable[Keys]) -> dict[str, Any]:
    """The fields of a record, with something in the places of those that do not fit that does; one
    that may be left out is, where nothing like it does."""
    names = renamed(model, data)
    data = {names.get(field, field): value for field, value in data.items()}
    inner: dict[str, list[Keys]] = {}
    for place in places:
        if place[0] not in names:
            inner.setdefault(str(place[0]), []).append(place[1:])
    fixed: dict[str, Any] = {key: value for key, value in data.items() if key not in inner}
    for field in inner.keys() & model.model_fields.keys():
        written, info = data.get(field, ""), model.model_fields[field]
        some = [*_within(model, field, written, inner[field]), *_like(model, field, written, data)]
        role = specs(model)[field].role
        if info.is_required() or (role and role.refers):
            some += _ANYTHING
        fitting = [value for value in some if _fits(model, field, value)]
        if fitting:
            fixed[field] = fitting[0]
    return fixed


def _within(model: type[BaseModel], field: str, written: Tree, places: list[Keys]) -> Iterator[Any]:
    """A list or table in which those items are mended that do not fit. In the place of words of
    which nothing is known others are put, so that each keeps its number, and with it its line."""
    info = model.model_fields[field]
    kinds = [p for p in parts(info.annotation) if isinstance(p, type) and issubclass(p, BaseModel)]
    under: dict[str | int, list[Keys]] = {}
    for place in places:
        if place:
            under.setdefault(place[0], []).append(place[1:])

    def mended_item(key: str | int, item: Tree) -> Any:
        if isinstance(item, dict) and kinds:
            return _fixed(kinds[0], item, filter(None, under[key]))
        return next((as_id(item) for _ in "1" if isinstance(item, str) and as_id(item)), "x")

    if isinstance(written, list):
        yield [mended_item(i, item) if i in under else item for i, item in enumerate(written)]
    elif isinstance(written, dict) and kinds and get_origin(info.annotation) is not dict:
        yield _fixed(kinds[0], written, filter(None, (p for ps in under.values() for p in ps)))
    elif isinstance(written, dict):
        silent: dict[str, Tree] = {NOT_STATED: "true"}
        if kinds:
            cells = {n: mended_item(n, c) if n in under else c for n, c in written.items()}
            yield {as_id(n): c if isinstance(c, dict) else silent for n, c in cells.items()}
        else:
            yield {name: value for name, value in written.items() if name not in under}


# What fits where nothing better is known: words, an id, a date, a number, a language.
UNREAD = "\ue000unread"  # of private use: nobody writes it
_ANYTHING = (NOT_STATED, "?", "x", "0000", "1", "en", "https://example.org")


@cache
def _adapter(model: type[BaseModel], field: str) -> TypeAdapter[Any]:
    info = model.model_fields[field]
    annotated: Any = Annotated[info.annotation, info]
    return TypeAdapter(annotated)


def _fits(model: type[BaseModel], field: str, value: Any) -> bool:
    try:
        _adapter(model, field).validate_python(value)
    except ValidationError:
        return False
    return True


def _like(
    model: type[BaseModel], field: str, written: Tree, data: dict[str, Tree]
) -> Iterator[Any]:
    """What may fit a field, the nearest to what was written first."""
    role, info = specs(model)[field].role, model.model_fields[field]
    text = written if isinstance(written, str) else ""
    known = [*choices(info.annotation)]
    if info.annotation is bool:
        yield "false" if re.match("[0fn]", text.lower()) else "true"
    if role is DATE:
        yield date_meant(text)
        yield date.today().isoformat() if model is Correction else ""
    elif role and (role.refers or role in (TOPIC, SOURCE_ID)) and (ids := ids_in(text)):
        yield ids
        yield ids[0]
    if NOT_STATED in known:
        yield NOT_STATED
    elif known:
        if model is SetAside and field == "what":
            yield aside_meant(text, data.get("reason"))
        yield from get_close_matches(text.lower(), known, 1, SAME)
        yield from known[:1] if info.is_required() else ()
    if role is DATE:
        yield from re.findall(r"\b[12]\d{3}\b", text)
    elif role in (NUMBER, PRINTED):
        beside = data.get("value" if role is PRINTED else "value_text", "")
        yield from (re.sub(r"[^0-9.]", "", one) for one in (text, beside) if isinstance(one, str))
    elif role is KEY:
        yield from (as_id(text)[:80], id_offered(model, data))
