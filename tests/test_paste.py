"""What an editor is given to paste: put in its place, with its one gap filled, it owes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
import yaml
from explainer.rules import paste
from explainer.rules.corrections import owed
from explainer.topic.apparatus import Correction
from explainer.topic.problems import Problem
from explainer.topic.record import Record
from explainer.topic.roles import specs
from explainer.topic.topic import Topic
from sites import FIXED, REAL, topic

LONG = " ".join(f"word{i}" for i in range(200))


def other(value: object) -> object:
    """Something else of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Decimal):
        return value + 1
    if isinstance(value, str):
        return f"no {value} any more" if " " in value else f"{value}-x"
    if isinstance(value, tuple) and value:
        return (*value[1:], other(value[-1]))
    if isinstance(value, dict):
        first = next(iter(value))
        cell = value[first]
        return value | {first: cell.model_copy(update={"statement": "Quite another answer."})}
    return value


def changed(record: Record) -> Iterator[tuple[str, Record]]:
    """A record with each of its fields changed, one at a time, that owes a correction."""
    for field, spec in specs(type(record)).items():
        value = getattr(record, field)
        if not spec.free and field not in ("id", "source", "draft") and other(value) != value:
            yield field, record.model_copy(update={field: other(value)})


def entered(read: Topic, problem: Problem, now: Record) -> Topic:
    """The site with the record as it is now, and what was given to paste."""
    for item in yaml.safe_load(problem.paste):
        item["date"] = str(item["date"])
        entry = Correction.model_validate(item | {"what": "It was wrong."})
        read = replace(
            read,
            records=read.records | {entry.id: entry},
            kinds=read.kinds | {entry.id: "corrections"},
            where=read.where | {entry.id: read.where[now.id]},
        )
    return read


@pytest.mark.parametrize("name", [REAL, *FIXED])
def test_a_correction_given_to_paste_is_all_that_a_changed_field_owes(name: str) -> None:
    old, tried = topic(name), Counter[tuple[str, str]]()
    for record in old.records.values():
        if isinstance(record, Correction) or record.draft:
            continue
        for field, now in changed(record):
            tried[old.kinds[record.id], field] += 1
            if tried[old.kinds[record.id], field] > 3:  # records of a kind are alike
                continue
            new = replace(old, records=old.records | {record.id: now})
            (problem,) = owed(old, new)
            assert "what: \n" in problem.paste, (record.id, field)
            left = [*owed(old, entered(new, problem, now))]
            assert not left, (record.id, field, problem.paste, left)
    assert tried


def test_two_fields_that_changed_are_said_in_two_entries() -> None:
    old = topic("ferry")
    record = next(r for r in old.of_kind("figures"))
    update = {"qualifier": "about", "label": "Another mark", "attribution": ("water-authority",)}
    now = record.model_copy(update=update)
    new = replace(old, records=old.records | {record.id: now})
    (problem,) = owed(old, new)
    assert problem.paste.count("- id: ") == sum(getattr(record, f) != v for f, v in update.items())
    assert not [*owed(old, entered(new, problem, now))]


@pytest.mark.parametrize("at", [0, 100, 199])
def test_of_a_long_text_the_part_is_given_that_changed(at: int) -> None:
    after = LONG.replace(f"word{at}", "another", 1) if at != 199 else f"{LONG} another"
    ((a, b),) = paste.changes([LONG], [after])
    assert len(a) < 200 and a in LONG and b in after and "another" in b


def test_what_is_gone_is_given_a_redirect_to_what_has_its_words() -> None:
    old = topic("ferry")
    record = next(r for r in old.of_kind("quotes"))
    renamed = record.model_copy(update={"id": "by-another-name"})
    records = {n: r for n, r in old.records.items() if n != record.id} | {renamed.id: renamed}
    new = replace(old, records=records, kinds=old.kinds | {renamed.id: "quotes"})
    found = [p for p in owed(old, new) if p.paste.startswith("  - {id: ")]
    assert [p.paste for p in found] == [f"  - {{id: {record.id}, to: by-another-name}}\n"]


def test_what_nothing_stands_for_is_given_a_redirect_to_fill_in() -> None:
    old = topic("ferry")
    gone = "storm-stops-ferry"
    new = replace(old, records={n: r for n, r in old.records.items() if n != gone})
    (found,) = [p.paste for p in owed(old, new) if p.paste.startswith("  - {id: ")]
    assert found == f"  - {{id: {gone}, to: the-record-that-replaces-it}}\n"
