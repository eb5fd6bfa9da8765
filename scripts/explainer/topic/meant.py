"""What was meant by something that does not fit, where that is beyond doubt: a date in words, an id
with capitals, a field's name with a slip. All else that is wrong with it is then said at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from pydantic import BaseModel

from ..text.days import find_dates
from ..text.languages import LANGUAGES
from ..text.words import meant
from .roles import CHANGE, CHOICE, DATE, KEY, NUMBER, OUTSIDE, OWN, SOURCE, specs
from .yaml import Tree

Keys = tuple[str | int, ...]

SAME = 0.8  # from where on a choice is meant for another
_IN_DIGITS = re.compile(r"([12]\d{3})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
_SHORT_YEAR = re.compile(r"(\d{1,2}[/.]\d{1,2}[/.])(\d\d)")  # 17/8/25
_SEVERAL = re.compile(r",|;|&|\s(?:and|und|et|y)\s")
_SAYING = (OWN, CHANGE, OUTSIDE, SOURCE)  # of whose words an id may be made
_EITHER_FIRST = re.compile(r"(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}")  # 3/4/2025

# What editors call a field, and the fields that may be meant by it, first that which is likelier.
_OTHER_NAMES = {
    "subject": "topic subjects",
    "topic": "subjects",
    "about": "topic subjects",
    "who": "speaker holder attribution participants name",
    "person": "speaker holder attribution name",
    "party": "holder attribution",
    "by": "speaker author attribution",
    "said_by": "speaker attribution",
    "according_to": "attribution",
    "title": "name label term question job_title",
    "heading": "title label question",
    "name": "term label title",
    "label": "term title question",
    "quote": "text",
    "quotation": "text",
    "words": "text evidence exact",
    "text": "statement definition description difference exact",
    "says": "statement",
    "claim": "statement",
    "position": "stance",
    "meaning": "definition",
    "explanation": "definition description note",
    "description": "definition statement difference",
    "definition": "description",
    "statement": "description difference",
    "summary": "description statement",
    "number": "value",
    "printed": "value_text",
    "counts": "measure",
    "passage": "evidence",
    "proof": "evidence",
    "when": "date date_said as_of issued",
    "day": "date date_said as_of issued",
    "date": "date_said as_of issued",
    "where": "said_via",
    "type": "kind what",
    "kind": "type what",
    "role": "job_title",
    "office": "job_title",
    "organisation": "affiliation",
    "aliases": "alternate_names",
    "link": "URL",
    "comment": "note",
}


def field_meant(written: str, missing: Collection[str]) -> str:
    """The one of a kind's fields that are ``missing`` from a record, that a name which is none of
    its fields stands for, by meaning or else by spelling; empty where it is like none."""
    name = written.casefold().replace("-", "_")
    some = (other for other in _OTHER_NAMES.get(name, "").split() if other in missing)
    by_parts = {other.replace("_", "-"): other for other in missing}
    return next(some, "") or by_parts.get(meant(name.replace("_", "-"), by_parts), "")


def date_meant(written: Tree) -> str:
    """The date that some words give, as it is written in records; empty where they leave a doubt:
    a weekday alone, a month without its year, 3/4/2025."""
    text = written.strip() if isinstance(written, str) else ""
    if (short := _SHORT_YEAR.fullmatch(text)) and int(short[2]) <= date.today().year % 100:
        text = f"{short[1]}20{short[2]}"
    if match := _IN_DIGITS.fullmatch(text):
        year, *rest = match.groups()
        return "-".join([year, *(f"{int(part):02}" for part in rest if part)])
    if (match := _EITHER_FIRST.fullmatch(text)) and match[1] != match[2]:
        return ""
    found = {
        day
        for language in LANGUAGES.values()
        for dated in find_dates(text, language)
        if dated.end - dated.start == len(text)
        for day in dated.days
    }
    dates = {(d.year, d.month, d.day) for d in found}
    if len(dates) != 1:
        return ""
    year, month, day = dates.pop()
    if not (year and month):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def is_beyond_doubt(keys: Keys, data: dict[str, Tree], record: BaseModel) -> bool:
    """Whether what is in a field of a record, to which the keys lead, is what was meant by what its
    ``data`` have there."""
    value: Any = record
    written: Any = data
    for key in keys[:-1]:
        written = _inside(written, key)
        value = (
            _inside(value, key) if isinstance(value, (tuple, dict)) else getattr(value, str(key))
        )
    field = (
        str(keys[-1]) if keys and isinstance(value, BaseModel) and isinstance(written, dict) else ""
    )
    spec = specs(type(value)).get(field) if isinstance(value, BaseModel) else None
    written, value = (written.get(field), getattr(value, field)) if spec else ("", "")
    if not spec or not isinstance(written, str):
        return False
    if spec.role is DATE:
        return str(value) == date_meant(written)
    if spec.role is NUMBER:
        return re.fullmatch(r"-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?", written.strip()) is not None
    if spec.role is CHOICE:
        return bool(get_close_matches(written.strip().lower(), [str(value)], 1, SAME))
    return len(keys) == 1 and spec.role is KEY and re.search(r"[A-Za-z]", written) is not None


def _inside(values: Any, key: str | int) -> Any:
    """What a list or table has by a number or name; None where it has nothing."""
    if isinstance(values, (list, tuple)):
        return values[key] if isinstance(key, int) and key < len(values) else None
    return values.get(key) if isinstance(values, dict) else None


def as_id(text: str) -> str:
    """Some words as an id."""
    plain = normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f’']", "", plain)).strip("-")


def ids_in(text: str) -> list[str]:
    """The ids that some words may be, of one record or of several: Anna Bell, the mayor and X."""
    return [one for part in _SEVERAL.split(text) if (one := as_id(part))]


def id_offered(model: type[BaseModel], data: Mapping[str, Any]) -> str:
    """An id for a record that has none, of the first of the words in it; empty if it has none."""
    needed = [f for f, info in model.model_fields.items() if info.is_required()]
    fields = [f for role in _SAYING for f in needed if specs(model)[f].role is role]
    written = {field_meant(name, [f for f in fields if f not in data]): data[name] for name in data}
    said = (data.get(field, written.get(field)) for field in fields)
    slugs = (as_id(one) for one in said if isinstance(one, str))
    if model.__name__ == "Term":
        slugs = (one and f"term-{one.removeprefix('term-')}" for one in slugs)
    return next((re.sub(r"(.{3,40})(?:-.*|$)", r"\1", one) for one in slugs if one), "")
