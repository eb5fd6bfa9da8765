"""No wrong value passes and no right one is refused: a number of a small source recorded with each
value, in many languages (printed/figures.txt)."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from explainer.text.languages import language
from explainer.text.passages import Passages
from explainer.text.printed import Printed
from explainer.text.quantity import words_on_exactness
from explainer.text.spans import Span
from explainer.topic.load import load
from explainer.topic.site import Site
from explainer.topic.topic import Topic
from sites import PLAIN_SOURCE, run


def _rows(name: str) -> list[tuple[str, ...]]:
    text = (Path(__file__).parent / "printed" / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split(" | ")) for line in lines]


ROWS = _rows("figures.txt")
FIELDS = _rows("fields.txt")
FACTS = """organisations:
  - {id: town, name: Town, type: office, description: A town., mention: Town}
figures:
"""
FIGURE = """  - id: {name}
    label: A number, {name}
    {values}
    value_text: "{printed}"
    qualifier: {qualifier}
    unit: "{unit}"
    measure: things
    population: things
    period: not_stated
    as_of: not_stated
    attribution: town
    attribution_level: stated_by
    evidence: "{text}"
"""


def refused(folder: Path, tag: str, text: str, printed: str, values: list[str]) -> list[str]:
    """Which of some values of a number the rule on values refuses."""
    own = []
    for value in values:
        lines = f"value: {re.split('[/:]', value)[0]}"
        for sign, field in (("/", "value_max"), (":", "value_against")):
            lines += f"\n    {field}: {value.partition(sign)[2]}" if sign in value else ""
        own.append({"values": lines})
    read = figures(folder, tag, text, printed, own)
    lines = [problem.line for problem in run(Site(read), "value-as-printed")]
    starts = [read.where[f"number-{n}"].line() for n in range(len(values))]
    return [values[sum(line >= start for start in starts) - 1] for line in lines]


def figures(folder: Path, tag: str, text: str, printed: str, own: list[dict[str, str]]) -> Topic:
    """A topic with a source of one sentence and a figure of its number for each of some fields."""
    for part in ("seeds/sources", "seeds/facts", "content"):
        (folder / part).mkdir(parents=True)
    raw, facts = f"{text}\n".encode(), FACTS
    sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(raw).hexdigest())
    (folder / "seeds/sources/text.txt").write_bytes(raw)
    (folder / "seeds/sources/text.yml").write_text(sealed, "utf-8")
    for n, fields in enumerate(own):
        all_fields = {"qualifier": "exact", "unit": "things", "values": "value: 1"} | fields
        facts += FIGURE.format(name=f"number-{n}", printed=printed, text=text, **all_fields)
    (folder / "seeds/facts/facts.yml").write_text(facts, "utf-8")
    (folder / "seeds/settings.yml").write_text("question: Q?\nas_of: 2021\n", "utf-8")
    (folder / "content/index.md").write_text("---\ntitle: Q\ndescription: D\n---\n\n# Q\n", "utf-8")
    read, faults = load(folder)
    assert not faults, faults
    return read


@pytest.mark.parametrize(
    ("field", "tag", "text", "printed", "value", "right", "wrong"),
    FIELDS,
    ids=[f"{r[0]} {r[1]} {r[3]} {r[2][:30]}" for r in FIELDS],
)
def test_the_right_unit_and_bound_pass_and_no_other(
    tmp_path: Path,
    field: str,
    tag: str,
    text: str,
    printed: str,
    value: str,
    right: str,
    wrong: str,
) -> None:
    words = [*right.split(", "), *wrong.split(", ")]
    own = [{field: word, "values": f"value: {value}"} for word in words]
    read = figures(tmp_path, tag, text, printed, own)
    rule = "counted-as-said" if field == "unit" else "exact-as-said"
    lines = {problem.line for problem in run(Site(read), rule)}
    places = {w: read.where[f"number-{n}"].line(field) for n, w in enumerate(words)}
    assert [word for word in words if places[word] in lines] == wrong.split(", ")


@pytest.mark.parametrize(
    ("tag", "text", "printed", "right", "wrong"), ROWS, ids=[f"{r[0]} {r[2]}" for r in ROWS]
)
def test_the_right_value_passes_and_no_other(tmp_path, tag, text, printed, right, wrong):
    known = [right] if right != "-" else []
    assert refused(tmp_path, tag, text, printed, [*known, *wrong.split()]) == wrong.split()


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [
        ("They took 23 clocks worth an estimated 4 million pounds.", "4 million", "estimat"),
        ("They took 23 clocks worth an estimated 4 million pounds.", "23", ""),
        ("By 2030, sales are projected to reach 90 boats.", "90", "projected"),
        ("Some 90 boats were lost, the harbour office estimated.", "90", "estimat"),
        ("The 2016 interference project cost 90 pounds.", "90", ""),
    ],
)
def test_a_number_is_estimated_where_its_sentence_says_so_of_it(
    text: str, number: str, word: str
) -> None:
    at = text.index(number)
    assert Printed(Passages(text), Span(at, at + len(number))).estimated() == word


@pytest.mark.parametrize(
    ("tag", "text", "number", "printed"),
    [
        ("de", "Es kamen knapp 80 Leute.", "80", "knapp"),
        ("de", "Es kamen rund 80 Leute.", "80", "rund"),
        ("en", "Nearly 1,100 statements were read.", "1,100", "Nearly"),
        ("en", "It cost more than £300 to mend.", "300", "more than"),
        ("fr", "Près de 200 maisons sont vides.", "200", "Près de"),
        ("es", "Unas 430 viviendas están vacías.", "430", "Unas"),
        ("en", "They read 80 of them, or so.", "80", ""),
    ],
)
def test_the_words_on_how_exact_a_number_is_are_those_beside_it(tag, text, number, printed):
    start = text.index(number)
    assert words_on_exactness(text, start, start + len(number), language(tag)) == printed
