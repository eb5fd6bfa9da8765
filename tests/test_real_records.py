"""The records of this repository, one by one, and what becomes of the site without any one of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest
from explainer.rules.registry import check
from explainer.topic.problems import Problem, as_text
from explainer.topic.site import Site
from sites import REAL, narrowed, run, topic, whole

RECORDS = topic(REAL).records
BY_ITSELF = (
    "exact-words",
    "quoted-in-source",
    "speaker-given",
    "pieces-together",
    "whose-words",
    "numbers-read",
    "whole-rows",
    "whole-conflicts",
    "real-dates",
)
TOGETHER = (
    "known-ids",
    "told-apart",
    "quotations-in-prose",
    "numbers-in-prose",
    "copied-words",
    "everything-shown",
)


@cache
def together(rule: str) -> dict[tuple[str, int], list[Problem]]:
    """What a rule that looks at all records at once says, by file and line."""
    found = defaultdict(list)
    for problem in run(whole(REAL), rule):
        found[problem.path, problem.line].append(problem)
    return found


def lines_of(name: str) -> set[tuple[str, int]]:
    where = topic(REAL).where[name]

    def below(mark):
        if isinstance(mark, int):
            return (yield mark)
        yield mark.line
        for inner in mark.inner.values():
            yield from below(inner)

    return {(where.path, line) for line in below(where.lines)}


@pytest.mark.parametrize("rule", BY_ITSELF)
@pytest.mark.parametrize("name", RECORDS)
def test_record(name, rule):
    assert not (said := run(narrowed(topic(REAL), RECORDS[name]), rule)), as_text(said)


@pytest.mark.parametrize("rule", TOGETHER)
@pytest.mark.parametrize("name", RECORDS)
def test_record_among_the_others(name, rule):
    said = [problem for place in lines_of(name) for problem in together(rule).get(place, ())]
    assert not said, as_text(said)


# --- removal --------------------------------------------------------------------------------------

# What may go without any sentence, quotation, number, id or page missing it, and why that is as it
# should be. The list is exact: a record that is missed after all must not stand here.
_ROW = "its words serve other records too; the row is what the editors ask of them"
_POSITION = (
    "a position drawn from words that a quotation, a claim or another position rests on as well"
)
_TERM = "a word explained; the sentence serves other records too"
_SAME_SENTENCE = "one of several records of the same sentence, each saying something else of it"
_NAMED = "named in the article, but speaks, holds and does nothing that a record names"
HARMLESS = {
    "compare-who-wants-it": _ROW,
    "compare-how-close": _ROW,
    "compare-agreed-in-anchorage": _ROW,
    "compare-concessions": _ROW,
    "compare-ukraine-gains": _ROW,
    "compare-ukraine-gives-up": _ROW,
    "compare-russia-gains": _ROW,
    "compare-russia-gives-up": _ROW,
    "compare-what-follows": _ROW,
    "compare-who-watches": _ROW,
    "rubio-territory": _POSITION,
    "ukraine-ceasefire": _POSITION,
    "russia-ceasefire": _POSITION,
    "russia-peace-deal": _POSITION,
    "russia-nato": _POSITION,
    "russia-armed-forces": _POSITION,
    "rubio-concessions": _POSITION,
    "term-artillery": _TERM,
    "term-csis": _TERM,
    "term-icc": _TERM,
    "term-land-swapping": _TERM,
    "term-truth-social": _TERM,
    "ambushed-zelensky": _SAME_SENTENCE,
    "oval-office-exchange": _SAME_SENTENCE,
    "csis-study-published": _SAME_SENTENCE,
    "land-swapping-remark": _SAME_SENTENCE,
    "trump-shares-post": _SAME_SENTENCE,
    "nato": _NAMED,
    "margaret-brennan": _NAMED,
}


def without(name: str) -> list[Problem]:
    """What is found when a record is gone, and what was said of its correction with it."""
    read = topic(REAL)
    gone = {name, *(c.id for c in read.of_kind("corrections") if c.record == name)}
    left = {i: record for i, record in read.records.items() if i not in gone}
    kept = {
        field: {i: value for i, value in getattr(read, field).items() if i not in gone}
        for field in ("kinds", "where")
    }
    return check(Site(replace(read, records=left, **kept)))


@pytest.mark.parametrize("name", RECORDS)
def test_no_record_can_go_unnoticed(name):
    said = without(name)
    if name in HARMLESS or topic(REAL).kinds[name] == "corrections":  # `explainer diff` owes those
        assert not said, f"{name} is missed after all; take it off the list:\n{as_text(said)}"
    else:
        assert said, (
            f'nothing misses "{name}": should it be there? If so, list it as harmless, with the'
            " reason"
        )


def test_the_list_of_harmless_records_names_records():
    assert set(HARMLESS) <= set(RECORDS) and all(HARMLESS.values())


# Quotations whose attributing words name nobody, or the one who asks as well: whose they are a
# human has to see.
BY_PRONOUN = {"rubio-both-sides-concessions", "rubio-long-ways-off"}
ASKS = {("rubio-things-happened", "margaret-brennan")}


@pytest.mark.parametrize(
    "name", [n for n in RECORDS if topic(REAL).kinds[n] == "quotes" and n not in BY_PRONOUN]
)
def test_no_quotation_changes_hands(name):
    read = topic(REAL)
    field = "shared_by" if read.records[name].kind == "shared" else "speaker"
    for other in (p.id for p in read.of_kind("people")):
        if other != getattr(read.records[name], field) and (name, other) not in ASKS:
            changed = read.records[name].model_copy(update={field: other})
            said = {
                p.rule for p in check(Site(replace(read, records=read.records | {name: changed})))
            }
            assert said & {"whose-words", "who-says-so"}, f"{name} could be given to {other}"
