"""What a number counts, how exactly, over what time and as of when: many sentences of four
languages, each with what is right and what must be refused (printed/counts.txt); and what it is
called (printed/measures.txt)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest
from explainer.rules.own_number import OwnNumber
from explainer.text.counted import at
from explainer.text.counting import COUNTING
from explainer.text.languages import LANGUAGES
from explainer.text.numbers import read_number
from explainer.text.passages import Passages
from explainer.text.printed import Printed
from explainer.text.spans import Span
from explainer.text.words import are_forms
from explainer.topic.load import load
from explainer.topic.model import Figure
from explainer.topic.site import Site
from explainer.topic.topic import Topic
from sites import PLAIN_SOURCE, SITES, TESTS, run

INFERRED = ("unit", "measure", "population")
RULES = {"qualifier": "exact-as-said", "as_of": "dates-borne-out"}


class Row(NamedTuple):
    tag: str
    text: str
    printed: str
    field: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


def _rows() -> list[Row]:
    folder, rows = Path(__file__).parent / "printed", []
    texts = [(folder / name).read_text("utf-8") for name in ("counts.txt", "measures.txt")]
    for line in "".join(texts).splitlines():
        if not line.startswith("#"):
            tag, sentence, printed, field, *values = line.split(" | ")
            right, wrong = (tuple(v for v in cell.split("; ") if v != "-") for cell in values)
            rows.append(Row(tag, sentence, printed, field, right, wrong))
    return rows


ROWS = _rows()


def _values(row: Row) -> dict[str, object]:
    at = row.text.index(row.printed)
    span, language = Span(at, at + len(row.printed)), LANGUAGES[row.tag]
    if score := Printed(Passages(row.text, row.tag), span).score():
        return {"value": float(score[0]), "value_against": float(score[1])}
    reading = read_number(row.printed, language)
    if reading is None:  # a part of the words that are a number: Drittel
        reading = read_number(f"ein {row.printed}", language)
    assert reading, row
    return {"value": float(reading[0])} | ({"value_max": float(reading[1])} if reading[1] else {})


def _figures(tag: str, rows: list[Row]) -> list[dict[str, object]]:
    """A figure for each of what may or may not stand in a field of the rows."""
    return [
        {
            "id": f"n{n}-{i}-{len(inferred)}",
            "label": f"A number, {n} {i} {len(inferred)}",
            **_values(row),
            "value_text": row.printed,
            "qualifier": "exact",
            **dict.fromkeys(("unit", "measure", "population", "period", "as_of"), "not_stated"),
            row.field: value,
            "inferred": inferred,
            "attribution": "town",
            "attribution_level": "stated_by",
            "evidence": row.text,
        }
        for n, row in enumerate(rows)
        for i, value in enumerate((*row.right, *row.wrong))
        for inferred in ([], [row.field])
        if not inferred or (row.field in INFERRED and value != "not_stated")
    ]


def refused(tag: str, folder: Path) -> set[tuple[str, str, str, str, bool]]:
    """What the rules refuse of all values of the rows of a language: the sentence, the number, the
    field, the value and whether it is marked as inferred."""
    rows = [row for row in ROWS if row.tag == tag]
    for part in ("seeds/sources", "seeds/facts", "content"):
        (folder / part).mkdir(parents=True)
    raw = "\n\n".join(["Town", *dict.fromkeys(row.text for row in rows)]).encode()
    sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(raw).hexdigest())
    sealed = sealed.replace("issued: not_stated", "issued: 2024-12-12")
    (folder / "seeds/sources/text.txt").write_bytes(raw)
    (folder / "seeds/sources/text.yml").write_text(sealed, "utf-8")
    town = {"id": "town", "name": "Town", "type": "office", "description": "A", "mention": "Town"}
    facts = {"organisations": [town], "figures": _figures(tag, rows)}
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (folder / "seeds/facts/facts.yml").write_text(text, "utf-8")
    (folder / "seeds/settings.yml").write_text("question: Q?\nas_of: 2024-12-12\n", "utf-8")
    (folder / "content/index.md").write_text("---\ntitle: Q\ndescription: D\n---\n\n# Q\n", "utf-8")
    read, faults = load(folder)
    assert not faults, faults
    site = Site(read)
    problems = run(site, "counted-as-said", "exact-as-said", "dates-borne-out")
    lines = {(problem.rule, problem.line) for problem in problems}
    return {
        (row.text, row.printed, row.field, value, bool(inferred))
        for n, row in enumerate(rows)
        for i, value in enumerate((*row.right, *row.wrong))
        for inferred in (0, 1)
        if f"n{n}-{i}-{inferred}" in read.where
        if (
            RULES.get(row.field, "counted-as-said"),
            read.where[f"n{n}-{i}-{inferred}"].line(row.field),
        )
        in lines
    }


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str, str, bool]]:
    tags = {row.tag for row in ROWS}
    return {one for tag in tags for one in refused(tag, tmp_path_factory.mktemp(tag))}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.tag} {r.printed} {r.field} {r.text[:30]}")
def test_only_what_a_number_counts_may_be_said_of_it(row, stopped):
    """What is right passes, as it is or as inferred; what is wrong passes neither way."""
    ways = (False, True) if row.field in INFERRED else (False,)

    def hows(value: str) -> list[bool]:
        return [(row.text, row.printed, row.field, value, how) in stopped for how in ways]

    assert [value for value in row.right if all(hows(value))] == []
    assert [value for value in row.wrong if not all(hows(value))] == []


def _other_units(read: Topic, figure: Figure) -> Iterator[str]:
    """Every other word of a figure's sentence, but for what the number itself is printed with."""
    source, span = Site(read).evidence.numbers[figure.id]
    passages = read.sources[source].passages
    sentence = passages.sentence_at(span.start)
    own = re.findall(r"[^\W\d_]{3,}", f"{figure.unit} {figure.value_text}")
    for word in sorted(
        {*re.findall(r"[^\W\d_]{4,}", passages.text[sentence.start : sentence.end])}
    ):
        if not any(are_forms(word, other) for other in own):
            yield word


@pytest.mark.parametrize("name", ["digue", "council", "rain", "two-sources"])
def test_no_other_word_of_its_sentence_is_the_unit_of_a_number(name):
    read, _ = load(SITES[name] if name in SITES else TESTS.parent / "examples" / name)
    passing = []
    for figure in read.of_kind("figures"):
        line = read.where[figure.id].line("unit")
        for word in _other_units(read, figure):
            inferred = tuple(field for field in figure.inferred if field != "unit")
            own = figure.model_copy(update={"unit": word, "inferred": inferred})
            site = Site(replace(read, records=read.records | {figure.id: own}))
            if line not in {problem.line for problem in run(site, "counted-as-said")}:
                passing.append((figure.value_text, word))
    assert passing == []


@pytest.mark.parametrize("name", ["digue", "lake", "bruecke", "ferry", "pier"])
def test_no_name_of_another_number_of_its_sentence_is_that_of_a_number(name):
    """The label or the measure of another figure of one sentence is refused, unless one of the two
    says as much as the other, or no more than what a ratio is of."""
    read, _ = load(SITES[name] if name in SITES else TESTS.parent / "examples" / name)
    numbers = Site(read).evidence.numbers
    passing = []
    for one, other in permutations(read.of_kind("figures"), 2):
        (source, span), (another, place) = numbers[one.id], numbers[other.id]
        passages = read.sources[source].passages
        together = passages.sentence_at(span.start) == passages.sentence_at(place.start)
        if source != another or not together or one.unit == "to 1":
            continue
        for field in ("label", "measure"):
            mine, theirs = getattr(one, field), getattr(other, field)
            if {*mine.split()} <= {*theirs.split()} or {*theirs.split()} <= {*mine.split()}:
                continue
            own = one.model_copy(update={field: theirs})
            site = Site(replace(read, records=read.records | {one.id: own}))
            line = read.where[one.id].line(field)
            if line not in {problem.line for problem in run(site, "counted-as-said")}:
                passing.append((one.value_text, theirs))
    assert passing == []


@pytest.mark.parametrize(
    "tag, text, printed, changed",
    [
        ("en", "The level rose from 45 to 610 metres.", "45 to 610", True),
        ("de", "Der Preis ist von 45 auf 610 Euro gestiegen.", "45 auf 610", True),
        ("fr", "Le débit est passé de 45 à 610 litres.", "45 à 610", True),
        ("es", "El caudal pasó de 45 a 610 litros.", "45 a 610", True),
        ("en", "Children from 4 to 16 years came.", "4 to 16", False),
        ("de", "Er kostet von 45 bis 610 Euro.", "45 bis 610", False),
        ("fr", "La colonie accueille les enfants de 4 à 16 ans.", "4 à 16", False),
        ("es", "Vinieron niños de 4 a 16 años, y la cuota subió.", "4 a 16", False),
    ],
)
def test_what_went_from_so_many_to_so_many_is_no_range(tag, text, printed, changed):
    language, at_ = LANGUAGES[tag], text.index(printed)
    span = Span(at_, at_ + len(printed))
    one = at(text, language, span)
    assert one is not None
    assert OwnNumber(text, language, COUNTING[tag], span, one).changed() == changed
