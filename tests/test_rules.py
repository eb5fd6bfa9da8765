"""Every rule against bad input: one folder of tests/bad a rule, with the exact problems expected.

A folder holds only the files in which it differs from the good site tests/topics/rain, and
expected.txt: what `explainer check` prints of it. After a change that is meant, `python
tests/test_rules.py` writes these anew; read the diff.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from explainer.commands.build import build_site
from explainer.commands.cli import main
from explainer.rules.registry import RULES, check
from explainer.topic.figures import unlike
from explainer.topic.problems import Problem, as_text, in_order
from explainer.topic.site import Site
from sites import REAL, ROOT, SITES, TESTS, copied, own_words, problems, topic, whole

BAD = sorted(path for path in (TESTS / "bad").iterdir() if path.is_dir())


def bad_site(case: Path, target: Path) -> Path:
    copied(SITES["rain"], target)
    if (case / "mkdocs.yml").is_file():
        shutil.copy(case / "mkdocs.yml", target)
    return copied(case, target)


@cache
def found_in(case: Path) -> list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        return problems(bad_site(case, Path(folder)))


def told(case: Path) -> str:
    return as_text(found_in(case)) + "\n"


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_input_gives_exactly_the_problems_expected(case):
    expected, found = (case / "expected.txt").read_text("utf-8"), told(case)
    difference = "".join(
        unified_diff(expected.splitlines(True), found.splitlines(True), "expected", "found")
    )
    assert found == expected, (
        f"tests/bad/{case.name}:\n{difference}\nwhere this is meant: python tests/test_rules.py"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_folder_of_bad_input(rule):
    case = TESTS / "bad" / rule.name
    assert case.is_dir(), f"there is no tests/bad/{rule.name} with bad input for this rule"
    assert rule.name in {p.rule for p in found_in(case)}, (
        f"nothing in tests/bad/{rule.name} breaks the rule"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_in_words_what_it_holds(rule):
    assert rule.text.endswith(".") and len(rule.text.split()) >= 6


@pytest.mark.parametrize("name", SITES)
def test_good_input_has_no_problem(name):
    assert as_text(in_order(check(whole(name)))) == ""


def test_a_site_shows_what_became_of_each_sentence(tmp_path):
    copied(SITES["rain"], tmp_path)
    page = tmp_path / "content/index.md"
    page.write_text(page.read_text("utf-8").replace("{{ ledger() }}", ""), "utf-8")
    assert [(p.rule, p.message) for p in problems(tmp_path)] == [
        ("complete-ledger", 'no page has the ledger of the source "rain-report"')
    ]


def test_pages_may_be_in_another_language_than_the_source(tmp_path):
    copied(SITES["bruecke"], tmp_path)
    page, settings = tmp_path / "content/english.md", tmp_path / "seeds/settings.yml"
    page.write_text(
        "---\ntitle: In English\ndescription: In English.\n---\n\n“Nobody” said so, and twenty"
        " did.\n",
        "utf-8",
    )
    assert {p.message.partition(" “")[0] for p in problems(tmp_path)} >= {"the quotation mark"}
    settings.write_text(settings.read_text("utf-8") + "language: en\n", "utf-8")
    found = [p.message for p in problems(tmp_path) if p.path == "content/english.md"]
    found.remove("this page cites no fact")
    assert found == [
        'the number "twenty" is in no fact cited here (none is cited)',
        "the words in quotation marks are in no fact cited here (none is cited)",
    ]


def test_problems_come_in_the_order_of_files_and_lines():
    for case in BAD:
        places = [(p.path, p.line) for p in found_in(case)]
        assert places == sorted(places), case.name


def test_all_at_once_with_status_1_and_the_last_good_pages_untouched(tmp_path, capsys):
    copied(SITES["rain"], tmp_path)
    assert build_site(tmp_path)[0].problems == []
    built = {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (tmp_path / "build/docs").rglob("*")
        if path.is_file()
    }
    assert built
    copied(TESTS / "bad/all-at-once", tmp_path)
    capsys.readouterr()
    assert main(["build", "--root", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith((TESTS / "bad/all-at-once/expected.txt").read_text("utf-8"))
    assert "the last good pages are still in build/docs" in said.err
    assert built == {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (tmp_path / "build/docs").rglob("*")
        if path.is_file()
    }


def test_a_site_of_nothing_is_no_success(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/settings.yml").write_text("question: What?\nas_of: 2021\n", "utf-8")
    assert [p.message for p in problems(tmp_path)] == [
        "nothing was checked: there is no record here"
    ]
    assert main(["check", "--root", str(tmp_path)]) == 1


# --- what is no problem, but must be noticed ------------------------------------------------------


def test_figures_not_like_for_like_are_noted(tmp_path, capsys):
    pairs = {(a.id, b.id): differ for a, b, differ in unlike(topic("bruecke").of_kind("figures"))}
    assert pairs == {}  # four figures in four units: nobody would compare them
    copied(SITES["rain"], tmp_path)
    figures = tmp_path / "seeds/facts/figures.yml"
    figures.write_text(figures.read_text("utf-8").replace("unit: metres", "unit: litres"), "utf-8")
    main(["check", "--root", str(tmp_path)])  # that two metres are no litres is told besides
    assert (
        "note: not like for like, shown with a warning in one chart: rain-in-one-night and"
        " rise-of-the-river (measure, population)\n" in capsys.readouterr().out
    )
    same = (
        figures.read_text("utf-8")
        .replace("measure: height of the river", "measure: rain")
        .replace("population: the river", "population: the town")
    )
    figures.write_text(same, "utf-8")
    main(["check", "--root", str(tmp_path)])
    assert "not like for like" not in capsys.readouterr().out


def test_a_draft_is_checked_but_neither_published_nor_counted(tmp_path, capsys):
    copied(SITES["rain"], tmp_path)
    claims = (
        "claims:\n  - id: undecided\n    statement: Nobody has decided on this.\n    kind: fact\n  "
        "  draft: true\n    evidence: The town calls the meadow a “sponge”.\n"
    )
    (tmp_path / "seeds/facts/draft.yml").write_text(claims, "utf-8")
    before, after = whole("rain"), build_site(tmp_path)[0]
    assert after.problems == []  # so the sentence set aside is still not used by any record
    assert after.notes == ["seeds/facts/draft.yml:2: draft, left to decide: undecided"]
    source = "rain-report"
    assert after.site.shares[source] == before.shares[source]
    assert "undecided" not in after.site.homes
    published = [
        path
        for path in (tmp_path / "build/docs").rglob("*")
        if path.is_file() and b"decided on this" in path.read_bytes()
    ]
    assert published == []
    (tmp_path / "seeds/facts/draft.yml").write_text(
        claims.replace("the meadow", "a meadow"), "utf-8"
    )
    assert main(["check", "--root", str(tmp_path)]) == 1  # checked all the same
    (tmp_path / "seeds/facts/draft.yml").write_text(
        claims.replace("    draft: true\n", ""), "utf-8"
    )
    # which is used now, and with it the whole of the source
    assert {p.rule for p in problems(tmp_path)} == {"needless-set-aside", "share-published"}


def test_the_whole_of_a_source_is_never_published(tmp_path):
    copied(SITES["rain"], tmp_path)
    everything = (tmp_path / "seeds/sources/rain-report.txt").read_text("utf-8").split("\n\n")
    lines = "".join(
        f"  - id: all-{i}\n    statement: All of it.\n    kind: fact\n    evidence: >-\n     "
        f" {' '.join(part.split())}\n"
        for i, part in enumerate(everything)
    )
    (tmp_path / "seeds/facts/all.yml").write_text("claims:\n" + lines, "utf-8")
    settings = tmp_path / "seeds/settings.yml"
    settings.write_text(settings.read_text("utf-8").replace("0.95", "1"), "utf-8")
    assert "share-published" in {p.rule for p in problems(tmp_path)}


def test_a_rule_that_needs_the_whole_site_waits_until_it_can_be_read(tmp_path):
    """A file that cannot be read must not give a hundred problems of what is missing without it."""
    copied(SITES["rain"], tmp_path)
    quotes = tmp_path / "seeds/facts/quotes.yml"
    quotes.write_text(
        quotes.read_text("utf-8") + "   nowhere: [\n", "utf-8"
    )  # the ids in it are cited and named elsewhere
    assert {(p.rule, p.path) for p in problems(tmp_path)} == {("load", "seeds/facts/quotes.yml")}


PLACES = ("cldr_places.py", "exonyms.py")  # what all states and many cities are called


def test_the_program_knows_no_topic():
    """None of the people of the real topic, and none of its records, appears in the program."""
    files = [
        path
        for path in sorted((ROOT / "scripts/explainer").rglob("*.*"))
        if path.suffix in (".py", ".html", ".md", ".yml") and path.name not in PLACES
    ]
    text = "\n".join(path.read_text("utf-8") for path in files)
    assert own_words(text) == []
    ids = [name for name in topic(REAL).records if name.count("-") > 1]
    assert {*re.findall(r"[\w-]+", text)}.isdisjoint(ids)


def test_site_is_a_function_of_its_files():
    """Read and checked twice, a site is the same."""
    assert check(Site(topic(REAL))) == check(Site(topic(REAL)))


if __name__ == "__main__":
    for folder in BAD:
        (folder / "expected.txt").write_text(told(folder), "utf-8")
