"""The sites under examples/ are whole: checked, staged and built as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from explainer.commands.build import check_site
from explainer.commands.new import new
from explainer.text.built_html import runs_of
from explainer.topic.problems import as_text
from explainer.topic.words import words_of
from forked import build
from playwright.sync_api import expect
from sites import ROOT, copied

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if (path / "seeds").is_dir())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_has_no_problem_and_every_shape(example):
    checked = check_site(example)
    assert as_text(checked.problems) == ""
    topic = checked.site.topic
    passages = next(iter(topic.sources.values())).passages
    assert passages.count_words() >= 600
    assert passages.language.code != "en"
    assert any(turn.posted for turn in passages.turns)
    assert any(not turn.posted for turn in passages.turns)
    for kind in ("quotes", "figures", "events", "conflicts", "positions", "claims"):
        assert topic.of_kind(kind), kind


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with the look of a new site, as its README says."""
    site = tmp_path_factory.mktemp("example") / "site-of-example"
    new(site)
    for part in ("content", "seeds"):
        for path in sorted((site / part).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    copied(EXAMPLES[0], site)
    (site / "mkdocs.yml").write_bytes((EXAMPLES[0] / "mkdocs.yml").read_bytes())
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site / "site"


def test_an_example_is_built(built):
    page = (built / "index.html").read_text("utf-8")
    assert '<html lang="fr"' in page and "l’Institut des eaux" in page


def test_nothing_is_said_in_another_language(built):
    """No label of the English table is in the pages, where the French one has other words."""
    english, french = words_of("en").table, words_of("fr").table
    labels = {
        text
        for key, text in english.items()
        if isinstance(text, str) and "{" not in text and text != french[key] and len(text) > 4
    } - {text for text in french.values() if isinstance(text, str)}
    for path in sorted(built.rglob("*.html")):
        runs = {run.text.strip() for run in runs_of(path.read_text("utf-8"))}
        assert not runs & labels, path
    for script in ("site.js", "search.js"):
        text = (built / "assets" / script).read_text("utf-8")
        assert french["copied" if script == "site.js" else "search_lost"] in text
        assert english["copying_not_allowed"] not in text and english["search_lost"] not in text


def test_search_and_dialogs_speak_the_language_of_the_site(built, serve, tabs):
    words = words_of("fr")
    with serve(built) as address:
        tab = tabs("", address=address)
        tab.locator("a.footnote-ref").first.click()
        tab.get_by_role("button", name=words("close"), exact=True).click()
        box = tab.locator(".md-search__input")
        box.click()
        box.press_sequentially("digue")
        said = words("search_found", number="[number]", query="digue")
        pattern = re.escape(said).replace(re.escape("[number]"), r"\d+")
        expect(tab.locator(".md-search-result__meta")).to_have_text(re.compile(pattern))
        kinds = set(tab.locator("a.md-search-result__link .tag").all_inner_texts())
        french = {text for key, text in words.table.items() if key.startswith(("kind_", "search_"))}
        assert kinds and {kind.split(" :")[0].split(": ")[0] for kind in kinds} <= french


def test_the_look_is_in_the_language_of_the_pages(tmp_path):
    copied(EXAMPLES[0], tmp_path)
    settings = (EXAMPLES[0] / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("language: fr", "language: en"), "utf-8")
    assert [problem.message for problem in check_site(tmp_path).problems] == [
        'the pages are written in "fr", and this says "en"'
    ]


def test_the_day_of_a_transcript_is_that_of_the_words_before_it(tmp_path):
    copied(EXAMPLES[0], tmp_path)
    facts = tmp_path / "seeds/facts/faits.yml"
    text = facts.read_text("utf-8")
    facts.write_text(text.replace("date_said: 2026-03-10", "date_said: 2026-03-11"), "utf-8")
    said = {p.message for p in check_site(tmp_path).problems if p.rule == "dates-worked-out"}
    assert said == {"no word of the sentence gives the day 2026-03-11"}
