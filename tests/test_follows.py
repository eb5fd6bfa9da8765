"""What follows beyond doubt need not be written, and is held to the rules as if it were."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, run

TEXT = """BELL: The ferry lost £3 million last year. It has 61 boats.

HILL: The engineers told us that 40% is enough.
"""
QUOTES = [
    {"id": "lost", "text": TEXT.splitlines()[0][6:], "speaker": "bell", "kind": "spoken"},
    {"id": "told", "text": TEXT.splitlines()[2][6:], "speaker": "hill", "kind": "spoken"},
]
FIGURES = [
    {
        "id": "loss",
        "label": "Loss",
        "value": 3000000,
        "value_text": "£3 million",
        "measure": "lost",
        "population": "the ferry",
        "period": "last year",
        "evidence": "The ferry lost £3 million last year.",
    }
]
EVENTS = [
    {"id": one, "title": one, "description": "D.", "evidence": "It has 61 boats.", **more}
    for one, more in {
        "bare": {"date": "2020-05", "date_text": "May"},
        "full": {"date": "2020-05", "date_text": "May 2020"},
        "other": {"date": "2020-05", "date_text": "May 2021"},
        "written": {"date": "2020", "date_text": "2020", "date_basis": "reference"},
    }.items()
]


def site(folder: Path, text: str = TEXT, **kinds: object) -> Site:
    for part in ("seeds/sources", "seeds/facts", "content"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    sealed = PLAIN_SOURCE.format(tag="en", sha256=hashlib.sha256(text.encode()).hexdigest())
    (folder / "seeds/sources/text.txt").write_text(text, "utf-8")
    (folder / "seeds/sources/text.yml").write_text(sealed, "utf-8")
    (folder / "seeds/settings.yml").write_text("question: Q?\nas_of: 2021\n", "utf-8")
    people = [
        {"id": name.lower(), "name": name, "description": "D.", "mention": f"{name.upper()}:"}
        for name in ("Bell", "Hill")
    ]
    facts = yaml.safe_dump({"people": people, **kinds}, allow_unicode=True)
    (folder / "seeds/facts/facts.yml").write_text(facts, "utf-8")
    read, faults = load(folder)
    assert not faults, faults
    return Site(read)


def test_what_follows_is_read_as_if_it_were_written(tmp_path):
    made = site(tmp_path, quotes=QUOTES, figures=FIGURES, events=EVENTS)
    lost, loss = made.topic.records["lost"], made.topic.records["loss"]
    assert lost.attributed_by[0].exact == "BELL:" and lost.evidence[0].exact.startswith("BELL: The")
    assert (lost.said_via, lost.date_said) == ("not_stated", "not_stated")
    assert (loss.unit, loss.attribution, loss.qualifier) == ("£", ("bell",), "exact")
    assert (loss.attribution_level, loss.as_of) == ("stated_by", "not_stated")
    basis = {one["id"]: made.topic.records[one["id"]].date_basis for one in EVENTS}
    assert basis == {
        "bare": "inferred",
        "full": "stated",
        "other": "inferred",
        "written": "reference",
    }


def test_what_follows_is_held_to_the_rules(tmp_path):
    about = FIGURES[0] | {"value_text": "61", "value": 61, "unit": "boats", "measure": "boats"}
    del about["period"]
    words = {"evidence": "It has 61 boats."}
    assert not [*run(site(tmp_path, quotes=QUOTES, figures=[about | words]), "exact-as-said")]
    text = TEXT.replace("61", "about 61")
    words = {"evidence": "It has about 61 boats."}
    quotes = [QUOTES[0] | {"text": text.splitlines()[0][6:]}]
    made = site(tmp_path, text, quotes=quotes, figures=[about | words])
    assert [p.line for p in run(made, "exact-as-said")] == [made.topic.where["loss"].line()]


def test_of_whom_a_number_is_that_others_told_asks_a_decision(tmp_path):
    enough = FIGURES[0] | {"value_text": "40%", "value": 40, "unit": "percent"}
    enough |= {"evidence": "The engineers told us that 40% is enough."}
    (found,) = run(site(tmp_path, quotes=QUOTES, figures=[enough]), "said-by-another")
    assert found.message == '"hill" says this number in a quotation, not the source itself'


def test_a_number_of_a_turn_of_nobody_known_is_not_the_sources_own(tmp_path):
    (found,) = run(site(tmp_path, figures=FIGURES), "said-by-another")
    assert found.message == 'this number stands in what is said behind "BELL"'


@pytest.mark.parametrize("field", ["evidence", "text"])
def test_what_does_not_follow_is_missing(field, tmp_path):
    (tmp_path / "one").mkdir()
    quotes = [{k: v for k, v in QUOTES[0].items() if k != field}]
    figures = [FIGURES[0] | ({"value_text": "3 million"} if field == "evidence" else {})]
    with pytest.raises(AssertionError, match="is missing"):
        site(tmp_path / "one", quotes=quotes, figures=figures)
