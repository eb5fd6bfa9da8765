"""Records of whole texts, each with everybody who may be said to say it and everybody who may not:
people, bodies and the source itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from sites import run
from test_wrong_speakers import BOATS, problems_of, site_of

FOLDER = Path(__file__).parent / "whose_words"
RULES = (
    "quotation-attribution",
    "attribution-named-nearby",
    "speaker-named",
    "claim-attributed",
    "attribution-kept",
    "attribution-told",
    "attribution-resolved",
    "said-by-another",
)


class Row(NamedTuple):
    """A text, a record of it, with who is said to say it, and whether that is right."""

    text: dict[str, Any]
    record: dict[str, Any]
    whose: dict[str, Any]
    right: bool


def _rows() -> Iterator[Row]:
    for file in sorted(FOLDER.glob("*.yml")):
        for text in yaml.safe_load(file.read_text("utf-8")):
            for record in text["records"]:
                for right in (True, False):
                    some = record.get("right" if right else "wrong", ())
                    yield from (Row(text, record, whose, right) for whose in some)


def _facts(row: Row) -> dict[str, Any]:
    """The people and bodies of a text, and one record of it."""
    facts: dict[str, Any] = {
        kind: [
            {"id": id, "name": name, "description": "D.", "mention": _first(row.text["text"], name)}
            for id, name in row.text.get(key, {}).items()
        ]
        for kind, key in (("people", "people"), ("organisations", "bodies"))
    }
    for body in facts["organisations"]:
        body["type"] = "other"
    record = row.record
    if "quote" in record:
        via = dict.fromkeys(("said_via", "date_said"), "not_stated")
        quote = {"text": record["quote"], "kind": "spoken", "evidence": record["quote"], **via}
        facts["quotes"] = [{"id": "it", **quote, **row.whose}]
    elif "number" in record:
        number = {**BOATS, "value_text": record["number"], "evidence": record["evidence"]}
        if not row.whose:
            del number["attribution_level"]
        facts["figures"] = [{"id": "it", **number, **row.whose}]
    else:
        claim = {"statement": record["claim"], "kind": "claim", "evidence": record["evidence"]}
        facts["claims"] = [{"id": "it", **claim, **row.whose}]
    return facts


def _first(text: str, name: str) -> dict[str, str]:
    """Where a text first has a name."""
    start = text.index(name)
    before = text[:start].split("\n")[-1].split()
    behind = text[start + len(name) :].split()[0]
    found = {"exact": name, "suffix": behind}
    return {**found, "prefix": before[-1]} if before else found


def _name(row: Row) -> str:
    kinds = ("quote", "number", "claim")
    what = next(row.record[kind] for kind in kinds if kind in row.record)
    whose = " ".join(str(value)[:20] for value in row.whose.values())
    return f"{row.text['language']} {'+' if row.right else '-'} {what[:30]} {whose}"


@pytest.mark.parametrize("row", [*_rows()], ids=_name)
def test_whose_words_a_record_may_have(row, tmp_path):
    said = problems_of(tmp_path, row.text["language"], row.text["text"], _facts(row), *RULES)
    assert (said == "") is row.right, said


OPTIONS = "options:\n" + "".join(
    f"  - {{id: {one}, label: {one}, mark: {mark}, description: D.}}\n"
    for one, mark in (("ja", "○"), ("no", "●"))
)
TEXTS = [
    text
    for file in sorted(FOLDER.glob("*.yml"))
    for text in yaml.safe_load(file.read_text("utf-8"))
    if any("claim" in record for record in text["records"])
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text['language']} {text['text'][:20]}")
def test_a_cell_is_held_as_a_claim_is(text, tmp_path):
    rows = [row for row in _rows() if row.text == text and "claim" in row.record]
    facts = {**_facts(rows[0]), "comparisons": [_row(i, row) for i, row in enumerate(rows)]}
    del facts["claims"]
    site = site_of(tmp_path, text["language"], text["text"], facts, OPTIONS)
    lines = (tmp_path / "seeds/facts/facts.yml").read_text("utf-8").splitlines()
    said = {
        next(line for line in lines[: p.line + 1][::-1] if line.startswith('"id"')): p.message
        for p in run(site, *RULES)
    }
    wrong = [
        (row.record["claim"], row.whose, said.get(f'"id": "row-{i}",', ""))
        for i, row in enumerate(rows)
        if (f'"id": "row-{i}",' in said) is row.right
    ]
    assert wrong == []


def _row(number: int, row: Row) -> dict[str, Any]:
    """A row of the comparison, in which a cell has a claim."""
    cell = {"statement": row.record["claim"], "kind": "claim", "evidence": row.record["evidence"]}
    cells = {"ja": {**cell, **row.whose}, "no": {"not_stated": True}}
    return {"id": f"row-{number}", "question": "Q?", "cells": cells}
