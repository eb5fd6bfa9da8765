"""The sites under examples/ are whole: checked, staged and built as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from explainer.commands.build import check_site
from explainer.commands.new import new
from explainer.topic.problems import as_text
from forked import build
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


def test_an_example_is_built(tmp_path):
    """With the look of a new site, as its README says."""
    site = tmp_path / "site-of-example"
    new(site)
    for part in ("content", "seeds"):
        for path in sorted((site / part).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    copied(EXAMPLES[0], site)
    (site / "mkdocs.yml").write_bytes((EXAMPLES[0] / "mkdocs.yml").read_bytes())
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    page = Path(site / "site/index.html").read_text("utf-8")
    assert '<html lang="fr"' in page and "l’Institut des eaux" in page


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
