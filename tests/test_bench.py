"""The benchmark's own parts: synthetic topics are whole sites without a problem, and what is
committed agrees.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from explainer.commands.build import Checked, check_site

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module", autouse=True)
def bench():
    """The modules in ``bench/``, which are no package."""
    sys.path.insert(0, str(ROOT / "bench"))
    yield
    sys.path.remove(str(ROOT / "bench"))


def module(name: str):
    return importlib.import_module(name)


def text_of(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text("utf-8")
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def assert_whole(checked: Checked, topic, facts: int, sources: int) -> None:
    """A synthetic topic has no problem, and records of each kind."""
    assert checked.problems == []
    assert len(checked.site.topic.records) == sum(map(len, topic.ids.values())) == facts
    assert len(checked.site.topic.sources) == sources
    assert all(
        topic.ids[kind]
        for kind in (
            "people",
            "organisations",
            "quotes",
            "figures",
            "events",
            "claims",
            "positions",
            "terms",
            "comparisons",
            "conflicts",
        )
    )


@pytest.mark.parametrize(("facts", "sources", "seed"), [(100, 1, 1), (100, 100, 3)])
def test_a_synthetic_topic_has_no_problem(
    tmp_path: Path, facts: int, sources: int, seed: int
) -> None:
    topic = module("synthetic").write(tmp_path / "site", facts, sources, seed)
    assert_whole(check_site(topic.root), topic, facts, sources)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_style_of_quotation_marks_comes_up(tmp_path: Path, language: str) -> None:
    synthetic = module("synthetic")
    topic = synthetic.write(tmp_path / "site", 200, 12, 7, (language,))
    checked = check_site(topic.root)
    assert checked.problems == []
    texts = [s.passages.text for s in checked.site.topic.sources.values()]
    for opening, closing in synthetic.TONGUES[language].pairs:
        assert any(opening in text and closing in text for text in texts), (opening, closing)
    assert {s.record.language for s in checked.site.topic.sources.values()} == {language}


def test_a_long_source_has_no_problem(tmp_path: Path) -> None:
    topic = module("synthetic").write_long(tmp_path / "site", 20_000, 100)
    checked = check_site(topic.root)
    assert checked.problems == []
    [source] = checked.site.topic.sources.values()
    assert 20_000 <= len(source.passages.text.split()) < 20_200
    assert len(topic.quotations) == len(source.passages.quoted) == 100


def test_one_seed_one_topic(tmp_path: Path) -> None:
    write = module("synthetic").write
    one, again, other = (
        write(tmp_path / name, 100, 3, seed)
        for name, seed in (("one", 1), ("again", 1), ("other", 2))
    )
    assert text_of(one.root) == text_of(again.root)
    assert text_of(one.root / "seeds") != text_of(other.root / "seeds")


def test_a_wrong_word_in_a_synthetic_topic_is_found(tmp_path: Path) -> None:
    """The topics pass because they are right, not because nothing is looked at."""
    topic = module("synthetic").write(tmp_path / "site", 100, 1)
    path = topic.root / "seeds/facts/quotes-0.yml"
    text = path.read_text("utf-8")
    words = topic.quotations["quote-3"]
    wrong = module("workers").misspelt(words)
    assert wrong != words and words in text
    path.write_text(text.replace(words, wrong), "utf-8")
    problems = check_site(topic.root).problems
    assert "exact-words" in {p.rule for p in problems}
    assert any(p.nearest for p in problems)


def test_a_large_topic_has_no_problem_and_no_page_of_it_grows_beyond_bounds(tmp_path: Path) -> None:
    """However many facts: pages by person, lists, ledger and index in parts; and each place of a
    fact in the ledger is found.
    """
    from explainer.commands.build import build_site

    topic = module("synthetic").write(tmp_path / "site", 1600, 12, 4)
    checked, _ = build_site(topic.root)
    assert_whole(checked, topic, 1600, 12)
    docs = topic.root / "build/docs"
    pages = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
    assert len(pages) > 40
    sizes = {path: len(text.encode()) for path, text in pages.items()}
    assert max(sizes.values()) < 300 * 1024, max(sizes, key=sizes.get)
    cells = {
        path: set(re.findall(r'id="(source-[a-z]+\.p\d+\.s\d+)"', text))
        for path, text in pages.items()
    }
    parts = {path: some for path, some in cells.items() if some}
    assert len(parts) > 3 and all(path.startswith("ledger/") for path in parts)
    assert (
        sum(map(len, parts.values()))
        == len(set().union(*parts.values()))
        == sum(len(s.passages.sentences) for s in checked.site.topic.sources.values())
    )
    links = [
        (path, cell)
        for text in pages.values()
        for path, cell in re.findall(r"ledger/(\d+)/#(source-[a-z]+\.p\d+\.s\d+)", text)
    ]
    assert len(links) > 1500 and all(cell in parts[f"ledger/{number}.md"] for number, cell in links)
    assert (
        sum(text.count("<li><a href=") for path, text in pages.items() if path.startswith("index/"))
        == 1600
    )


@pytest.fixture(scope="module")
def results() -> dict:
    """The figures of the last full run, which `make bench` writes; until there is one, nothing can
    disagree with it.
    """
    if not (ROOT / "bench/results.json").exists():
        pytest.skip("make bench has not been run in full yet")
    return json.loads((ROOT / "bench/results.json").read_text("utf-8"))


def test_the_table_is_that_of_the_results(results: dict) -> None:
    assert (ROOT / "bench/RESULTS.md").read_text("utf-8") == module("bench").markdown(results)


def test_the_costs_are_those_of_the_results(results: dict) -> None:
    page = (ROOT / "docs/COSTS.md").read_text("utf-8")
    assert page == module("costs").page(results)
    assert module("costs").figures(results)["month"] in page


def test_the_plot_is_that_of_the_results(results: dict) -> None:
    text = (ROOT / "bench/growth.svg").read_text("utf-8")
    assert text == module("plot").growth(results["curve"])
    root = ElementTree.fromstring(text)
    points = [e for e in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(points) == 2 * len(results["curve"])


def test_each_row_says_what_it_is_compared_with(results: dict) -> None:
    rows, parts = results["rows"], module("parts")
    assert {*parts.PARTS} <= {r["part"] for r in rows} <= {*parts.PARTS, *parts.APART}
    assert {r["who"] for r in rows} <= {"reader", "editor", "reviewer", "engineer", "machine"}
    for row in rows:
        assert row["against"] or row["limit"] is not None or row["unit"].startswith("KiB"), row
        reached = None if None in (row["limit"], row["value"]) else row["value"] <= row["limit"]
        assert row["met"] == reached, row
    assert not {"/", "\\"} & set("".join(results["machine"].values())), "no path of a machine"


def test_a_run_of_one_part_keeps_the_rows_of_the_others(results: dict) -> None:
    bench, parts = module("bench"), module("parts")
    new = {"part": "check", **parts.row("editor", "explainer check", 0.5, "s", "x", 0.8)}
    rows = bench.kept([new], ["check"])
    assert [r for r in rows if r["part"] == "check"] == [new]
    assert len(rows) == 1 + len([r for r in results["rows"] if r["part"] != "check"])
    assert all(r["measured"] for r in rows if r["part"] != "check")
    assert [r["part"] for r in rows] == sorted(
        (r["part"] for r in rows), key=[*parts.PARTS, *parts.APART].index
    )
