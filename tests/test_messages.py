"""What an editor is told: that it is true, names what to change, and how."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import REAL, ROOT, SITES, copied, problems, run


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    return copied(SITES["rain"], tmp_path)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def only(found: list[Problem], rule: str) -> Problem:
    (problem,) = (p for p in found if p.rule == rule)
    return problem


# --- the two bounds of a source -------------------------------------------------------------------


def test_too_much_set_aside_is_said_at_the_source_with_the_highest_share(rain: Path) -> None:
    sources = rain / "seeds/sources"
    record = (sources / "rain-report.yml").read_text("utf-8").partition("set_aside:")[0]
    hill = "Sheep and goats graze on the hill behind the town"
    hill += ", and have done so since the abbey had its monks and its garden of herbs."
    note = f'{{exact: "{hill}", what: sentence, reason: off_topic, note: On the hill.}}'
    (sources / "hill.txt").write_text(f"{hill}\n\nNobody counts them.\n", "utf-8")
    (sources / "hill.yml").write_text(f"{record}set_aside:\n  - {note}\n", "utf-8")
    read, faults = load(rain)
    assert faults == []
    found = run(Site(read), "share-set-aside")
    assert [(p.path, "of this source, 89%" in p.message) for p in found] == [
        ("seeds/sources/hill.yml", True)
    ], found


def test_the_evidence_of_a_name_is_said_to_cover_nothing(rain: Path) -> None:
    people = rain / "seeds/facts/town.yml"
    people.write_text(
        "organisations:\n  - id: sponge\n    name: The sponge\n    type: other\n"
        "    description: A meadow.\n    evidence: The town calls the meadow a “sponge”.\n",
        "utf-8",
    )
    replace(
        rain / "seeds/sources/rain-report.yml",
        "exact: The town calls the",
        "exact: It is dry again.",
    )
    told = only(run(Site(load(rain)[0]), "no-unused-clause"), "no-unused-clause")
    assert told.message.startswith("only a person, an organisation or a term uses")
    people.unlink()
    told = only(run(Site(load(rain)[0]), "no-unused-clause"), "no-unused-clause")
    assert told.message.startswith("nothing uses this sentence")
    assert problems(rain)


# --- quotations and numbers -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "cited", "help"),
    [
        ("We have never measured mote", "never-measured-more", "copy them letter for letter"),
        (
            "We have never measured mote",
            "dry-again",
            "copy them letter for letter, and cite their fact",
        ),
        ("a catastrophe", "dry-again", "cite the fact whose words they are"),
    ],
)
def test_a_slip_of_a_letter_is_told_as_one(rain: Path, said: str, cited: str, help: str) -> None:
    with (rain / "content/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\nIt said “{said}”.[^{cited}]\n")
    told = only(problems(rain), "quotations-in-prose")
    assert told.help.startswith(help)
    assert ("by a letter or mark" in told.message) == (cited == "never-measured-more")


def test_a_number_in_a_note_is_not_told_to_cite(rain: Path) -> None:
    facts = rain / "seeds/facts/statements.yml"
    replace(facts, "    kind: analysis\n", "    kind: analysis\n    note: It took 77 hours.\n")
    told = only(problems(rain), "numbers-in-prose")
    assert told.path == "seeds/facts/statements.yml"
    assert told.help.startswith("take a number of this record's evidence or references")


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("indx.md", "index.md"),
        ("figures.md", "numerals.md"),
        ("rainfall.md", "numerals.md"),
        ("gone.md", "index.md"),
    ],
)
def test_a_dead_link_is_shown_the_page_that_lists_the_same(
    rain: Path, link: str, page: str
) -> None:
    (rain / "content/numerals.md").write_text(
        "---\ntitle: How much\ndescription: How much.\n---\n\n# How much rainfall\n\n"
        "{{ figures(anchors=false) }}\n",
        "utf-8",
    )
    index, settings = rain / "content/index.md", rain / "seeds/settings.yml"
    replace(index, "{{ figures() }}\n", "")
    settings.write_text(settings.read_text("utf-8") + "moved_pages: {gone.md: index.md}\n", "utf-8")
    with index.open("a", encoding="utf-8") as text:
        text.write(f"\nSee [there]({link}).\n")
    told = only(run(Site(load(rain)[0]), "no-dead-links"), "no-dead-links")
    assert told.help == f"did you mean {page}?"


# --- what CONTRIBUTING shows ----------------------------------------------------------------------


def test_each_record_that_the_guide_shows_passes_when_pasted(tmp_path: Path) -> None:
    """But for what the guide says comes next: its place on a page, and what was set aside."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = re.findall(r"(?ms)^( *)```yaml\n(.*?)^\1```$", guide)
    assert shown
    for indent, text in shown:
        root = copied(SITES[REAL], tmp_path / str(len(indent) + len(text)))
        shutil.copy(ROOT / "mkdocs.yml", root)
        lines = "".join(line.removeprefix(indent) for line in text.splitlines(True))
        (record,) = yaml.safe_load(lines)
        kind = next(k for k, model in KINDS.items() if {*record} <= {*model.model_fields})
        words = record["evidence"]["exact"]
        (source,) = (n for n, s in load(root)[0].sources.items() if s.passages.find(words))
        pasted = f"source: {source}\n{kind}:\n{lines}"
        (root / "seeds/facts/pasted.yml").write_text(pasted, "utf-8")
        left = problems(root)
        assert {p.rule for p in left} <= {"every-record-shown", "needless-set-aside"}, left
        with (root / "content/index.md").open("a", encoding="utf-8") as page:
            page.write(f'\n{{{{ {kind}(ids=["{record["id"]}"]) }}}}\n')
        for problem in left:
            if problem.rule == "needless-set-aside":
                path = root / problem.path
                source = yaml.safe_load(path.read_text("utf-8"))
                kept = [one for one in source["set_aside"] if one["exact"] != problem.wrote]
                assert len(kept) < len(source["set_aside"])
                path.write_text(yaml.safe_dump(source | {"set_aside": kept}), "utf-8")
        assert problems(root) == []
