"""A clause of time with a subject and a past verb of its own tells of what was, whatever the clause
before it only expects."""

from __future__ import annotations

from pathlib import Path

import pytest
from explainer.text.languages import language
from explainer.text.time_clauses import clauses_of_time, tells_what_was
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import run
from test_told_years import site_of

WAS = [
    ("en", "They are expected to meet on Monday,", "just months after the mayors ambushed him."),
    ("en", "He may resign", "after the council voted against the bridge."),
    ("en", "She is likely to come,", "two weeks before the ferry sank."),
    ("en", "She is likely to come back,", "when the council was still against it."),
    ("de", "Sie sollen sich treffen,", "kurz nachdem die Räte ihn gedemütigt hatten."),
    ("de", "Er dürfte kommen,", "nachdem der Rat gegen die Brücke stimmte."),
    ("fr", "Ils peuvent se voir,", "deux mois après que les maires l’ont humilié."),
    ("es", "Puede venir el lunes,", "dos meses después de que los alcaldes lo humillaron."),
]
NO = [
    ("en", "He would resign", "after the council voted against the bridge."),
    ("en", "He was expected to resign", "after the council voted against the bridge."),
    ("en", "They are expected to meet", "after the planned talks in Norrey."),
    ("en", "They are expected to meet", "after the talks planned in Norrey."),
    ("en", "They are expected to meet", "after they have voted."),
    ("en", "They are expected to say", "when they met."),
    ("en", "They are expected to meet", "after meeting the mayor."),
    ("en", "They are expected to meet,", "and ambushed him."),
    ("en", "He may come,", "if the council voted against it."),
    ("de", "Er würde gehen,", "nachdem der Rat gegen die Brücke stimmte."),
    ("de", "Sie sollen kommen,", "nachdem der Rat gestimmt hat."),
    ("fr", "Il pourrait partir,", "après que le conseil a voté."),
    ("fr", "Il doit partir,", "après que le conseil aura voté."),
    ("es", "Podría irse,", "después de que el consejo votó."),
    ("es", "Puede irse,", "después de que el consejo haya votado."),
]


@pytest.mark.parametrize(("tag", "before", "words"), WAS, ids=[" ".join(row[1:]) for row in WAS])
def test_a_clause_of_time_tells_what_was(tag: str, before: str, words: str) -> None:
    assert tells_what_was(f"{before} ", words, language(tag))
    text = f"{before} {words}"
    found = [text[a:b] for a, b in clauses_of_time(text, language(tag))]
    assert found == [words.rstrip(".")]


@pytest.mark.parametrize(("tag", "before", "words"), NO, ids=[" ".join(row[1:]) for row in NO])
def test_what_may_be_to_come_does_not(tag: str, before: str, words: str) -> None:
    assert not tells_what_was(f"{before} ", words, language(tag))
    assert not [*clauses_of_time(f"{before} {words}", language(tag))]


AHEAD = "Reed and Vane are expected to meet Lind on Monday at the hall, "
BEFORE = "just months after the mayors ambushed Lind in a loud, shouting talk inside the mill."


@pytest.mark.parametrize(
    ("title", "words", "status", "date", "rules"),
    [
        ("A shouting talk with Lind inside the mill", BEFORE, "happened", "2024", []),
        ("A shouting talk with Lind inside the mill", AHEAD + BEFORE, "happened", "2024", []),
        ("Reed and Vane are to meet Lind", AHEAD + BEFORE, "expected", "2025-02-10", []),
        ("Reed and Vane are to meet Lind", AHEAD, "expected", "2025-02-10", []),
        ("Reed and Vane met Lind", AHEAD + BEFORE, "happened", "2024", ["status-borne-out"]),
        ("Reed and Vane met Lind at the hall", AHEAD, "happened", "2024", ["status-borne-out"]),
        ("A shouting talk inside the mill", BEFORE, "expected", "2025", ["status-borne-out"]),
        ("A shouting talk inside the mill", BEFORE, "happened", "2024-12-02", ["dates-worked-out"]),
    ],
)
def test_both_clauses_of_a_sentence_agree_what_is_to_come(
    tmp_path: Path, title: str, words: str, status: str, date: str, rules: list[str]
) -> None:
    site_of(tmp_path, AHEAD + BEFORE, [date], status=status)
    facts = tmp_path / "seeds/facts/facts.yml"
    old = facts.read_text("utf-8")
    new = old.replace("title: It came", f"title: {title}").replace(AHEAD + BEFORE, words.strip())
    facts.write_text(new, "utf-8")
    site = Site(load(tmp_path)[0])
    asked = "status-borne-out", "dates-worked-out", "no-dropped-negation", "whole-clauses"
    assert [p.rule for p in run(site, *asked)] == rules


STOPPED = "The armies had agreed to stop firing in June, but that ceasefire broke down after a day."
BEGINS = "Repairs will begin only when a ceasefire has been agreed, Reed said in January."


@pytest.mark.parametrize(
    ("title", "words", "rules"),
    [
        ("A ceasefire breaks down", STOPPED, []),
        ("The ceasefire broke down", STOPPED, []),
        ("Reed says when repairs will begin", BEGINS, []),
        ("Repairs begin", BEGINS, ["status-borne-out"]),
        (
            "The council meets",
            "The council will meet in June, and Reed came.",
            ["status-borne-out"],
        ),
    ],
)
def test_an_event_is_what_its_title_tells_of_its_words(
    tmp_path: Path, title: str, words: str, rules: list[str]
) -> None:
    site_of(tmp_path, words, ["2024"], status="happened")
    facts = tmp_path / "seeds/facts/facts.yml"
    facts.write_text(facts.read_text("utf-8").replace("title: It came", f"title: {title}"), "utf-8")
    assert [p.rule for p in run(Site(load(tmp_path)[0]), "status-borne-out")] == rules
