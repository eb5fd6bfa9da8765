"""The JSON Schemas that editors' tools use say the same as the model that the build uses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from explainer.commands.manual import manual
from explainer.commands.schema import reference, schemas
from explainer.topic.fieldtypes import NOT_STATED
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.settings import Settings, Source
from explainer.topic.yaml import parse_yaml as _build
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from sites import REAL, ROOT, SITES, TESTS

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schemas().items()}
FILES = [path for root in SITES.values() for path in sorted((root / "seeds").rglob("*.yml"))]
BAD_FILES = sorted((TESTS / "bad").rglob("seeds/**/*.yml"))


class Core(yaml.SafeLoader):
    """A reading like that of YAML 1.2's core schema, which editors' tools use: numbers, true,
    false, null; no dates.
    """


Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)",
        "-+.0123456789",
    ),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )
# PyYAML's own way with whole numbers reads 010 as eight and 1:30 as ninety.
Core.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _, node: int(node.value, 0 if node.value[:2] in ("0x", "0o") else 10),
)
Core.add_constructor(
    "tag:yaml.org,2002:float", lambda _, node: float(node.value.replace(".inf", "inf"))
)


def as_text(path: Path) -> Any:
    """A file as the build reads it: every scalar the text that was written."""
    return _build(path.read_text("utf-8-sig"), 1)[0]


def as_core(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8-sig"), Core)


READINGS = {"as text": as_text, "as YAML 1.2": as_core}


def schema_of(path: Path) -> str:
    return (
        "settings"
        if path.name == "settings.yml"
        else "source"
        if path.parent.name == "sources"
        else "facts"
    )


@cache
def validator(name: str, record: str = "") -> Draft202012Validator:
    schema = SCHEMAS[name]
    return Draft202012Validator(
        {"$ref": f"#/$defs/{record}", "$defs": schema["$defs"]} if record else schema
    )


def model_accepts(model: type, data: Any) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def records(data: Any) -> Iterator[tuple[str, Any]]:
    """Each record of a file of facts, with its kind and with the source that the file names."""
    for kind, items in data.items():
        if kind in KINDS:
            yield from ((kind, item) for item in items or ())


def both(kind: str, item: Any) -> tuple[bool, bool]:
    """What the schema and what the model say of a record."""
    return validator("facts", KINDS[kind].__name__).is_valid(item), model_accepts(KINDS[kind], item)


def test_the_schemas_and_the_reference_are_those_of_the_model():
    for name, text in schemas().items():
        assert (ROOT / "schemas" / name).read_text("utf-8") == text, "run `explainer schema`"
        Draft202012Validator.check_schema(json.loads(text))
    assert (ROOT / "docs/RECORDS.md").read_text("utf-8") == reference(), "run `explainer schema`"
    assert (ROOT / "docs/MATERIAL.md").read_text("utf-8") == manual(), "run `explainer schema`"


def test_the_files_of_this_repository_name_their_schema():
    for path in sorted((ROOT / "seeds").rglob("*.yml")):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert (
            named
            and (path.parent / named[1]).resolve()
            == ROOT / f"schemas/{schema_of(path)}.schema.json"
        ), path


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_both_accept_every_good_file(path, reading):
    errors = list(validator(schema_of(path)).iter_errors(READINGS[reading](path)))
    assert not errors, "\n".join(f"{error.json_path}: {error.message}" for error in errors)


@pytest.mark.parametrize("reading", READINGS)
def test_both_accept_every_real_record(reading):
    count = 0
    for path in (path for path in FILES if schema_of(path) == "facts"):
        for kind, item in records(READINGS[reading](path)):
            assert validator("facts", KINDS[kind].__name__).is_valid(item), item["id"]
    for path in (path for path in FILES if schema_of(path) == "facts"):
        for kind, item in records(as_text(path)):
            assert both(kind, item) == (True, True), item["id"]
            count += 1
    assert count >= len(load(SITES[REAL])[0].records)


@pytest.mark.parametrize("path", BAD_FILES, ids=lambda path: str(path.relative_to(TESTS / "bad")))
def test_both_say_the_same_of_every_bad_case(path):
    """A fault of shape is one to both; what only a comparison with the source can tell is none to
    either.
    """
    try:
        data = as_text(path)
    except Exception:
        assert path.parts[-4] in ("load-yaml", "all-at-once")
        return
    name = schema_of(path)
    if name != "facts":
        assert validator(name).is_valid(data) == model_accepts(
            Settings if name == "settings" else Source, data
        )
    elif isinstance(data, dict):
        for kind, item in records({k: v for k, v in data.items() if isinstance(v, list)}):
            schema, model = both(kind, item)
            assert schema == model, (item, schema, model)
        shaped = all(
            kind in (*KINDS, "source")
            and (kind == "source" or isinstance(items, list) or items == "")
            for kind, items in data.items()
        )
        fine = shaped and all(model_accepts(KINDS[kind], item) for kind, item in records(data))
        assert validator("facts").is_valid(data) == fine
    else:
        assert not validator("facts").is_valid(data)


def test_the_bad_cases_hold_faults_of_shape():
    """Else the test above could agree on nothing but good input."""
    verdicts = [
        both(kind, item)
        for kind, item in records(as_text(TESTS / "bad/load-model/seeds/facts/bad.yml"))
    ]
    assert len(verdicts) >= 8 and set(verdicts) == {(False, False)}


# --- shapes changed one way at a time -------------------------------------------------------------

WRONG = {
    "no id": {"id": ["Capital", "spa ce", "", "ü", "a" * 81, "a_b"]},
    "no date": {
        "date": ["17 August", "2025-13", "2025-08-32", "2025-8", "25", "", "2025-08-17T00:00"]
    },
    "no choice": {
        "kind": ["opinion", ""],
        "stance": ["pro"],
        "status": ["happening"],
        "type": ["person"],
        "qualifier": ["exactly"],
        "attribution_level": ["said_by"],
        "date_basis": ["guessed"],
    },
    "no words": {
        "evidence": [
            [],
            "",
            [""],
            {},
            {"exact": ""},
            {"exact": "a", "exakt": "b"},
            [{"prefix": "a"}],
            [[]],
        ],
        "text": [[], "", {"exact": ""}],
        "attributed_by": [[], ""],
    },
    "no number": {
        "value": [
            "many",
            "",
            "1,000",
            "1e3e3",
            "NaN",
            "Infinity",
            "1_000",
            " 5 ",
            "--5",
            "５",
            [],
            {},
        ],
        "value_max": ["many", ""],
    },
    "no address": {"URL": ["javascript:alert()", "www.example.org", "https://a b", ""]},
    "no flag": {"draft": ["yes", "1", "tRUE", "", [], {}]},
    "no text": {
        "note": ["", [], {}],
        "statement": ["", ["a"]],
        "title": [""],
        "name": ["", {}],
        "value_text": [""],
        "label": [""],
    },
    "no ids": {
        "attribution": ["A B", ["a", "B C"], {}],
        "subjects": ["A B", [""]],
        "references": ["A B"],
        "between": ["", []],
        "about": [["ü"]],
        "participants": ["A"],
    },
    "no cells": {
        "cells": [
            "",
            [],
            {"wall": {"statement": "x", "colour": "red"}},
            {"A B": {"not_stated": "true"}},
            {"wall": {"evidence": [""]}},
        ]
    },
}
RIGHT = {
    "one of a list": {
        "evidence": [
            "Words.",
            ["Words."],
            {"exact": "Words."},
            [{"exact": "Words.", "prefix": "a", "source": "b"}, "More."],
        ],
        "attribution": ["a", ["a", "b"]],
        "subjects": ["a"],
    },
    "a date": {"date": ["2025", "2025-08", "2025-08-17"], "as_of": [NOT_STATED, "2025"]},
    "a number": {"value": ["5", "-5", "0.5", "400000", "2.4", "1e3", ".5", "0x10"]},
    "a flag": {"draft": ["true", "False"]},
}


def samples() -> Iterator[tuple[str, dict[str, Any]]]:
    """Two records of each kind of this repository, and those of the small site, as the build reads
    them.
    """
    seen: dict[str, int] = {}
    for path in FILES:
        if schema_of(path) == "facts" and (
            path.is_relative_to(SITES[REAL] / "seeds") or path.is_relative_to(SITES["rain"])
        ):
            for kind, item in records(as_text(path)):
                seen[kind] = seen.get(kind, 0) + 1
                if seen[kind] <= 2:
                    yield kind, item
    assert set(seen) == set(KINDS)


SAMPLES = list(samples())


@pytest.mark.parametrize(
    ("kind", "item"), SAMPLES, ids=[f"{kind}: {item['id']}" for kind, item in SAMPLES]
)
def test_both_refuse_every_wrong_shape(kind, item):
    assert both(kind, item) == (True, True)
    for name, field in KINDS[kind].model_fields.items():
        without = {key: value for key, value in item.items() if key != name}
        needed = field.is_required() and name not in KINDS[kind].follows
        assert both(kind, without) == (not needed, not field.is_required()), f"without {name}"
    assert both(kind, item | {"colour": "red"}) == (False, False)
    for other in ([item], "words", "", None, []):
        assert both(kind, other) == (False, False), other
    tried = 0
    for what, fields in WRONG.items():
        for name in fields.keys() & KINDS[kind].model_fields.keys():
            for value in fields[name]:
                schema, model = both(kind, item | {name: value})
                assert schema == model, (
                    f"{name}: {value!r} ({what}): the schema says {schema}, the model says {model}"
                )
                tried += not model
    assert tried > 3


@pytest.mark.parametrize(
    ("kind", "item"), SAMPLES, ids=[f"{kind}: {item['id']}" for kind, item in SAMPLES]
)
def test_both_accept_every_right_shape(kind, item):
    for what, fields in RIGHT.items():
        for name in fields.keys() & KINDS[kind].model_fields.keys():
            for value in fields[name]:
                if (name == "date" and kind == "corrections") or name != "date" or "date" in item:
                    assert both(kind, item | {name: value}) == (True, True), (
                        f"{name}: {value!r} ({what})"
                    )


@pytest.mark.parametrize(("name", "model"), [("settings", Settings), ("source", Source)])
def test_both_judge_settings_and_sources_alike(name, model):
    good = as_text(next(path for path in FILES if schema_of(path) == name))
    assert validator(name).is_valid(good) and model_accepts(model, good)
    changed = [{key: value for key, value in good.items() if key != gone} for gone in good]
    changed += [
        good | {"colour": "red"},
        good | {"as_of": "soon"},
        good | {"max_share_quoted": "2"},
        good | {"max_share_quoted": "-1"},
        good | {"max_share_quoted": "half"},
    ]
    changed += [
        good | {"options": [{"id": "a"}]},
        good | {"topics": {"A B": "x"}},
        good | {"sha256": "abc"},
        good | {"language": "English"},
        good | {"type": "song"},
    ]
    changed += [
        good | {"set_aside": [{"exact": "a", "what": "word", "reason": "repetition", "note": "x"}]},
        good | {"URL": "ftp://a"},
        good | {"issued": "today"},
        good | {"relies_on": "A B"},
    ]
    verdicts = set()
    for data in changed:
        assert validator(name).is_valid(data) == model_accepts(model, data), {
            str(item) for item in data.items()
        } ^ {str(item) for item in good.items()}
        verdicts.add(model_accepts(model, data))
    assert verdicts == {True, False}


@pytest.mark.parametrize("written", ["412", "3.5", "true", "No", "1998"])
def test_an_editor_takes_unquoted_what_the_check_takes(written):
    item = f"id: c\ndate: 2025-08-17\nrecord: flood\nwhat: x\nbefore: {written}\nafter: 4\n"
    text, core = _build(item, 1)[0], yaml.load(item, Core)
    assert model_accepts(KINDS["corrections"], text)
    assert validator("facts", "Correction").is_valid(core)
    assert validator("facts", "Selector").is_valid(yaml.load(f"exact: {written}", Core))
    if written.isdigit():
        item = item.replace("id: c", f"id: {written}").replace("flood", written)
        assert model_accepts(KINDS["corrections"], _build(item, 1)[0])
        assert validator("facts", "Correction").is_valid(yaml.load(item, Core))


# What one tool or another reads as a number, a truth, a date, nothing, and not as text.
SPELLINGS = """
5 -5 +5 05 010 0x10 0o17 0b11 0x7E9 1_000 1,000 1.000 1.10 .5 -.5 5. 0.5 1e3 1E3 1e-3 1.5e3 1e99
.inf -.inf 12:30 1:30:00 190:20:30 2025 2025.0 2.025e3 +2025 2025-08 2025-8 2025-08-17
2025-08-17T00:00:00Z 20250817 99999 999 yes Yes YES no NO on Off y N true True TRUE tRUE false
False FALSE null Null NULL ~ not_stated 123456789012345678 1234567890123456789 0.1234567 5% 5km =
<<
""".split()


@pytest.mark.parametrize(
    "field", ["value", "label", "id", "as_of", "draft", "qualifier", "inferred"]
)
def test_an_editor_and_the_check_say_the_same_of_each_spelling(field):
    """Unquoted, in each kind of field: the editor's tool by YAML 1.2 and the schema, the check by
    what is written."""
    good = next(item for kind, item in SAMPLES if kind == "figures")
    verdicts = {}
    for written in SPELLINGS:
        text, core = _build(f"x: {written}\n", 1)[0]["x"], yaml.load(f"x: {written}\n", Core)["x"]
        editor = validator("facts", "Figure").is_valid(good | {field: core})
        check = model_accepts(KINDS["figures"], good | {field: text})
        verdicts[written] = editor, check
    assert {w: v for w, v in verdicts.items() if v[0] != v[1]} == {}
    assert len({check for _, check in verdicts.values()}) == 2 or field in ("qualifier", "inferred")


@pytest.mark.parametrize("field", ["max_share_quoted", "most_words", "question", "as_of"])
def test_so_they_do_of_the_settings(field):
    good = as_text(next(path for path in FILES if schema_of(path) == "settings"))
    for written in SPELLINGS:
        text, core = _build(f"x: {written}\n", 1)[0]["x"], yaml.load(f"x: {written}\n", Core)["x"]
        editor = validator("settings").is_valid(good | {field: core})
        assert editor == model_accepts(Settings, good | {field: text}), written


def test_a_number_is_the_same_however_it_is_written():
    good = next(item for kind, item in SAMPLES if kind == "figures")
    for written, value in (
        (".5", "0.5"),
        ("1e3", "1000"),
        ("0x10", "16"),
        ("+5", "5"),
        ("5.", "5"),
    ):
        figure = KINDS["figures"].model_validate(good | {"value": written})
        assert figure.value == Decimal(value), written
