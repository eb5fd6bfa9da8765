"""How much of a finished topic an editor wrote, where its source was drafted first."""

from __future__ import annotations

from pathlib import Path

import pytest
from edited import TOPICS, edited, table
from explainer.rules.registry import check
from explainer.topic.load import load
from explainer.topic.site import Site


@pytest.mark.parametrize("name", TOPICS)
def test_an_editor_writes_fewer_than_five_lines_a_record(name):
    made = edited(TOPICS[name], name)
    assert made.records > 10 and made.per_record < 5, made.lines


@pytest.mark.parametrize("name", ["court", "council-de", "fire-es"])
def test_the_finished_topics_are_sound(name):
    topic, problems = load(TOPICS[name])
    assert not problems and not check(Site(topic))
    assert not any(record.draft for record in topic.records.values())


def test_a_topic_without_drafts_is_all_written(tmp_path, monkeypatch):
    """What is counted is counted: were nothing drafted, every line would be an editor's."""
    monkeypatch.setattr("edited.draft", lambda *_, **__: _Nothing())
    assert edited(TOPICS["court"], "court").per_record > 7


class _Nothing:
    text, aside = "{}", ()


def test_the_readme_states_what_is_measured():
    readme = (Path(__file__).parent / "drafts/README.md").read_text("utf-8")
    assert table() in readme, "the table is out of date; run python tests/test_draft.py"
