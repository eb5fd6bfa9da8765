"""A first fault hides no other: of two faults in one record, one page, one file or two files, one
check names both, and nothing that only follows from them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from explainer.topic.problems import Problem
from PIL import Image
from sites import SITES, copied, problems

FIGURES, QUOTES = "seeds/facts/figures.yml", "seeds/facts/quotes.yml"
STATEMENTS, SOURCE = "seeds/facts/statements.yml", "seeds/sources/rain-report.yml"
SETTINGS, PAGE = "seeds/settings.yml", "content/index.md"
HEAD = "## Everything"


class Fault(NamedTuple):
    """What is written in the place of what in a file, and what is said of it: the rule and the
    beginning of its message."""

    path: str
    old: str
    new: str
    rule: str
    message: str


def line(path: str, old: str, new: str, rule: str, message: str) -> Fault:
    return Fault(path, f"    {old}\n", f"    {new}\n" if new else "", rule, message)


def above(text: str, rule: str, message: str) -> Fault:
    """A paragraph more on the page."""
    return Fault(PAGE, HEAD, f"{text}\n\n{HEAD}", rule, message)


RAIN = "evidence: The weather office said on Monday that 40 litres of rain fell in one night."
FACT = {
    "an id of nobody": line(
        FIGURES, "attribution: [weather-office]", "attribution: [wether-office]",
        "known-ids", 'there is no record "wether-office"'),
    "words that are not in the source": line(
        FIGURES, RAIN, RAIN.replace("night", "nigth"), "exact-words", "the words are not in"),
    "a date": line(FIGURES, "as_of: 2021-07-12", "as_of: Monday", "load", '"as_of" is not a date'),
    "a number": line(FIGURES, "value: 40", "value: forty", "load", '"value" is not a number'),
    "a choice": line(
        FIGURES, "qualifier: exact", "qualifier: around", "load", '"qualifier" cannot be'),
    "a field misspelt": line(
        FIGURES, "population: the town", "populaton: the town",
        "load", 'there is no field "populaton"'),
    "a field missing": line(FIGURES, "unit: litres", "", "load", '"unit" is missing'),
    "a field that nobody knows": line(
        FIGURES, "attribution_level: stated_by", "attribution_level: stated_by\n    colour: blue",
        "load", 'there is no field "colour"'),
    "another source": line(
        FIGURES, "label: Rain in the night", "source: rian-report\n    label: Rain in the night",
        "known-ids", 'there is no source "rian-report"'),
    "a number of nobody": line(
        FIGURES, 'value_text: "40"', 'value_text: "40"\n    note: It took 77 hours.',
        "numbers-in-prose", 'the number "77" is in no fact'),
    "a tab": line(
        FIGURES, "period: not_stated", "", "load", "this is not YAML: this line is indented")
    ._replace(new="\tperiod: not_stated\n"),
    "a colon": line(
        FIGURES, "measure: rain", "measure: rain: all of it", "load", "this is not YAML: a colon"),
    "an id that is none": Fault(
        FIGURES, "- id: rain-in-one-night", "- id: Rain in one night", "load", '"id" is not an id'),
}  # fmt: skip
ON_A_PAGE = {
    "no citation": above(
        "The sky was grey and the town was wet.", "cite-every-paragraph", "this paragraph cites"),
    "a quotation of nobody": above(
        "They said “no more rain”.[^dry-again]", "quotations-in-prose", "the words in quotation"),
    "a number of nobody": above(
        "It fell in 77 hours.[^dry-again]", "numbers-in-prose", 'the number "77"'),
    "an id of nothing": above(
        "It is dry.[^dry-agn]", "citations", 'there is no record "dry-agn"'),
    "a picture without words": above(
        "![](rain.png)[^dry-again]", "files-shown", "the picture rain.png has no words"),
    "a picture of another name": above(
        "![The rain](rian.png)[^dry-again]", "no-dead-links", "there is no rian.png"),
    "a link to nothing": above(
        "See [the page](gone.md).[^dry-again]", "no-dead-links", "there is no gone.md"),
    "a block of nothing": above(
        '{{ quotes(ids=["nobody-said"]) }}', "valid-blocks", "this expression cannot be used"),
    "no title": Fault(PAGE, "title: Was", "titel: Was", "load", 'there is no field "titel"'),
    "two changes": Fault(
        PAGE, "{{ terms() }}", "<<<<<<< main\n{{ terms() }}\n=======\nTerms\n>>>>>>> mine",
        "load", "two changes of these lines"),
    "a record on no page": Fault(
        PAGE, "{{ conflicts() }}\n", "", "every-record-shown", 'no page shows "warning-or-sponge"'),
}  # fmt: skip
OF_A_SITE = {
    "a fact": FACT["a choice"],
    "a tab": FACT["a tab"],
    "a page": ON_A_PAGE["a quotation of nobody"],
    "a speaker": line(QUOTES, "speaker: director", "speaker: directr", "known-ids", "there is no"),
    "one id twice": Fault(
        QUOTES, "- id: build-the-wall", "- id: night-of-rain", "load", 'the id "night-of-rain" is'),
    "a kind": Fault(STATEMENTS, "claims:\n", "claim:\n", "load", 'there is no kind of record "cla'),
    "an event": line(STATEMENTS, "status: happened", "status: over", "load", '"status" cannot be'),
    "a cell": Fault(
        STATEMENTS, "        kind: fact", "        kind: tale", "load", '"kind" under wall'),
    "a correction": line(STATEMENTS, "date: 2021-07-14", "date: today", "load", '"date" is not'),
    "a language": Fault(
        SOURCE, "language: en", "language: English", "load", '"language" has not the form'),
    "a seal": Fault(SOURCE, "sha256: 44", "sha256: 45", "sealed-sources", "seeds/sources/rain-re"),
    "words set aside": Fault(
        SOURCE, "exact: sponge", "exact: spunge", "needless-set-aside", "the words are not in"),
    "settings": Fault(SETTINGS, "0.95", "95%", "load", '"max_share_quoted" is not a number'),
    "topics": Fault(
        SETTINGS, "topics:\n  flood: The flood", "topics: The flood", "load", "topics is not a"),
}  # fmt: skip


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """The site with a picture that a page shows."""
    root, picture = copied(SITES["rain"], tmp_path), io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    (root / "content/rain.png").write_bytes(picture.getvalue())
    page = root / PAGE
    shown = f"![Rain on the town](rain.png)[^dry-again]\n\n{HEAD}"
    page.write_text(page.read_text("utf-8").replace(HEAD, shown), "utf-8")
    assert problems(root) == []
    return root


def told(root: Path, *faults: Fault) -> list[Problem]:
    """What is said of the site with some faults, which is then as it was."""
    before = {path: (root / path).read_text("utf-8") for path in {fault.path for fault in faults}}
    for fault in faults:
        text = (root / fault.path).read_text("utf-8")
        assert fault.old in text, fault
        (root / fault.path).write_text(text.replace(fault.old, fault.new, 1), "utf-8")
    found = problems(root)
    for path, text in before.items():
        (root / path).write_text(text, "utf-8")
    return found


def differing(found: list[Problem], faults: tuple[Fault, ...]) -> Iterator[str]:
    """What is not said of each of some faults once, and what is said besides."""
    left = list(found)
    for fault in faults:
        of_it = [p for p in left if p.rule == fault.rule and p.message.startswith(fault.message)]
        if of_it:
            left.remove(of_it[0])
        else:
            yield f"not named: {fault.message}"
    yield from (f"besides: {p.path}:{p.line}: {p.message}" for p in left)


@pytest.mark.parametrize("faults", [FACT, ON_A_PAGE], ids=["in one record", "on one page"])
def test_of_two_faults_both_are_named_and_nothing_else(rain: Path, faults: dict) -> None:
    wrong = {
        names: differs
        for names in combinations(faults, 2)
        if (differs := [*differing(told(rain, *(some := tuple(faults[n] for n in names))), some)])
    }
    assert wrong == {} and len(faults) > 10


@pytest.mark.parametrize("name", OF_A_SITE)
def test_one_mistake_is_one_problem(rain: Path, name: str) -> None:
    assert [*differing(told(rain, OF_A_SITE[name]), (OF_A_SITE[name],))] == []


def test_faults_in_all_files_are_named_at_once(rain: Path) -> None:
    faults = tuple(OF_A_SITE.values())
    assert [*differing(told(rain, *faults), faults)] == []


def test_words_of_an_editor_are_no_sign_for_what_cannot_be_read(rain: Path) -> None:
    """A fault is told whatever words it is in: nobody writes what stands for a field unread."""
    page = rain / PAGE
    said = 'A word.[^(unread)] {{ figures(ids=["(unread)"]) }} ![x](images/(unread).png)'
    page.write_text(page.read_text("utf-8") + f"\n\n{said}\n", "utf-8")
    assert [p for p in problems(rain) if p.path == PAGE]
    for doubted in ('{{ figures(ids=["(unread)"]) }}', "A word.[^(unread)]"):
        page.write_text(page.read_text("utf-8").replace(said, doubted), "utf-8")
        assert [p for p in problems(rain) if p.path == PAGE], doubted
        page.write_text(page.read_text("utf-8").replace(doubted, said), "utf-8")
