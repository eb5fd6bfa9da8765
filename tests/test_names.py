"""What figures may be called (names/): right names of many wordings pass, those of another number
of the sentence, or of the contrary, are refused, and what only goes beyond the words is shown to a
reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from explainer.rules.own_beyond import OwnBeyond
from explainer.rules.own_number import OwnNumber
from explainer.text.counted import at
from explainer.text.counting import COUNTING
from explainer.text.languages import LANGUAGES
from explainer.text.quantities import readable
from explainer.text.spans import Span

FOLDER = Path(__file__).parent / "names"
TABLES = sorted(FOLDER.glob("*.txt"))


class Row(NamedTuple):
    """A name of a number: ``kind`` is right, population (a right one), swapped, look, or plain:
    right, and nothing for a reviewer to look at."""

    text: str
    printed: str
    unit: str
    kind: str
    name: str


def _rows(table: Path) -> Iterator[Row]:
    text = printed = unit = ""
    for line in table.read_text("utf-8").splitlines():
        kind, _, rest = line.partition(": ")
        if kind == "text":
            text = rest
        elif kind == "number":
            printed, _, unit = rest.partition(" | ")
        elif not line.startswith("#"):
            yield from (Row(text, printed, unit, kind, name) for name in rest.split("; "))


@cache
def _own(tag: str, text: str, printed: str) -> OwnBeyond:
    language = LANGUAGES[tag]
    text = readable(text, language)
    start = text.index(printed)
    span = Span(start, start + len(printed))
    one = at(text, language, span)
    assert one, (text, printed)
    return OwnBeyond(OwnNumber(text, language, COUNTING[tag], span, one), language)


def _wrong(tag: str, row: Row) -> str:
    field = "population" if row.kind == "population" else "label"
    return _own(tag, row.text, row.printed).wrong(row.name, field, row.unit)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_right_name_is_refused_and_each_of_another_number_is(table):
    tag = table.stem[:2]
    for row in _rows(table):
        if row.kind in ("right", "plain", "population"):
            assert _wrong(tag, row) == "", row
        elif row.kind == "swapped":
            assert _wrong(tag, row), row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_what_only_goes_beyond_the_words_is_shown_to_a_reviewer(table):
    tag = table.stem[:2]
    for row in _rows(table):
        if row.kind == "look":
            assert _own(tag, row.text, row.printed).beyond(row.name, row.unit), row
        elif row.kind == "plain":
            assert not _own(tag, row.text, row.printed).beyond(row.name, row.unit), row


def test_a_name_of_its_own_words_is_not_shown():
    text = "The council has 3,100 employees and expects to cut 240 posts over two years."
    assert _own("en", text, "240").beyond("Posts to cut", "posts") == []
    assert _own("en", text, "240").beyond("Posts of employees", "posts") == [
        '"employees" stands by "3,100"'
    ]
    assert _own("en", text, "240").beyond("Nurses to cut", "posts") == [
        '"Nurses" is not in its sentence'
    ]
