"""What an editor is told at the first save: all that is wrong, and lines that mend it. Whoever does
as told owes no third save."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from explainer.commands.cli import main
from explainer.topic.problems import Problem
from PIL import Image
from sites import FIXED, append, committed, copied, problems, replaced

CLAIM = "id: a-claim, statement: The river rose., kind: fact"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A small site, committed."""
    return committed(copied(FIXED["ferry"], tmp_path / "site"))


def of(found: list[Problem], rule: str) -> list[Problem]:
    return [problem for problem in found if problem.rule == rule]


def evidence(root: Path, words: str) -> Path:
    """A claim on some words of the report."""
    path = root / "seeds/facts/more.yml"
    path.write_text(f"claims:\n  - {{{CLAIM}, evidence: {json.dumps(words)}}}\n", "utf-8")
    return path


# --- words with a slip ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("river rose by two metres", "The river rose by two metres."),
        ("The river rose by two metres...", "The river rose by two metres."),
        ("The river rose by two metres […]", "The river rose by two metres."),
        ("the river rose by two meters", "The river rose by two metres."),
        ("The mayor called it “a warnin", "The mayor called it “a warning”"),
    ],
)
def test_words_with_a_slip_come_with_a_clause_that_will_do(
    rain: Path, written: str, meant: str
) -> None:
    evidence(rain, written)
    (told,) = of(problems(rain), "exact-words")
    assert told.nearest.startswith(meant)
    evidence(rain, told.nearest)
    assert not {"exact-words", "whole-clauses"} & {p.rule for p in problems(rain)}


def test_what_else_is_wrong_with_them_is_said_with_the_slip(rain: Path) -> None:
    evidence(rain, "office said on Monday that 40 litres of rain fell in one nigth.")
    assert {"exact-words", "attribution-kept"} <= {p.rule for p in problems(rain)}


def test_what_rests_on_words_that_are_nowhere_is_no_fault_of_its_own(rain: Path) -> None:
    path = evidence(rain, "no such words at all")
    replaced(path, "The river rose.", "The mayor left.")
    assert "people-borne-out" not in {p.rule for p in problems(rain)}


def test_words_that_yaml_reads_otherwise_are_told_to_be_quoted(rain: Path) -> None:
    evidence(rain, "mayor called it “a warning” and shared a post from a resident that said")
    (told,) = of(problems(rain), "exact-words")
    assert told.nearest.endswith("said:") and "straight marks" in told.help


def test_a_name_is_no_clause_and_a_mention(rain: Path) -> None:
    path = rain / "seeds/facts/more.yml"
    term = "id: term-meadow, term: Meadow, definition: Land with grass., evidence: meadow"
    path.write_text(f"terms:\n  - {{{term}}}\n", "utf-8")
    (told,) = of(problems(rain), "whole-clauses")
    assert told.help == "write mention: meadow in the place of evidence:"
    replaced(path, "evidence: meadow", "mention: meadow")
    assert not of(problems(rain), "whole-clauses")
    replaced(path, "mention: meadow", "mention: medow")
    assert of(problems(rain), "exact-words")[0].nearest == "meadow"


# --- what is set aside ----------------------------------------------------------------------------


def test_what_is_set_aside_and_used_has_something_to_put_in_its_place(ferry: Path) -> None:
    """The entry that is given for what is left over leaves nothing else to do."""
    source = next((ferry / "seeds/sources").glob("*.yml"))
    text = source.with_suffix(".txt")
    append(text, "\n\nThe quay has 7 lamps, and the harbour master keeps a small dog in his hut.\n")
    replaced(source, "set_aside:", "set_aside:\n" + entry("The quay has", "sentence", "Lamps: 7."))
    claim = f"claims:\n  - {{{CLAIM}, evidence: 'The quay has 7 lamps,'}}\n"
    (ferry / "seeds/facts/quay.yml").write_text(claim, "utf-8")
    (told,) = of(problems(ferry), "needless-set-aside")
    assert told.message == "this sentence is used by a-claim"
    left = yaml.safe_load(told.paste)
    assert [item["what"] for item in left] == ["clause", "number"]
    assert left[0]["exact"] == "and the harbour master keeps a small dog in his hut."
    replaced(source, entry("The quay has", "sentence", "Lamps: 7."), told.paste)
    for _ in left:
        replaced(source, "note: \n", "note: It has 7 lamps; somebody has a small dog.\n")
    rules = {p.rule for p in problems(ferry)}
    assert not rules & {"needless-set-aside", "no-unused-clause", "no-unrecorded-number", "load"}


def entry(exact: str, what: str, note: str) -> str:
    return f"  - exact: {exact}\n    what: {what}\n    reason: off_topic\n    note: {note!r}\n"


def test_a_sentence_that_nothing_uses_is_told_once_with_what_it_has(rain: Path) -> None:
    append(rain / "seeds/sources/rain-report.txt", "\n\nIt has 7 gates, and “no end”, they say.\n")
    found = [p for p in problems(rain) if p.path.endswith(".txt")]
    assert [p.rule for p in found] == ["no-unused-clause"]
    assert "7 as a figure" in found[0].help and "as a quotation" in found[0].help


# --- values ---------------------------------------------------------------------------------------


def test_not_stated_in_other_letters_is_taken_for_it(rain: Path) -> None:
    replaced(rain / "seeds/facts/quotes.yml", "said_via: not_stated", "said_via: Not stated")
    (told,) = problems(rain)
    assert told.help == "write not_stated, with _ in it"


def test_a_list_of_names_is_offered_as_the_ids_that_there_are(rain: Path) -> None:
    facts = rain / "seeds/facts/more.yml"
    facts.write_text(
        "events:\n  - {id: a-day, title: The river rises, description: It rose., date: 2021-07,"
        " date_basis: stated, status: happened, participants: 'The mayor, Weather office',"
        " evidence: The river rose by two metres.}\n",
        "utf-8",
    )
    told = next(p for p in problems(rain) if "participants" in p.message)
    assert told.help.endswith("several are a list in square brackets: [mayor, weather-office]")


def test_whose_words_they_are_is_given_to_paste(ferry: Path) -> None:
    """The words of the nearest sentence before, where that names the speaker."""
    facts = next(p for p in (ferry / "seeds/facts").glob("*.yml") if "quotes:" in p.read_text())
    text = facts.read_text("utf-8")
    resolved = re.search(r"(?m)^    resolved_from:.*\n", text)
    assert resolved, "no quotation of this site says whose it is by a pronoun"
    facts.write_text(text.replace(resolved.group(), "", 1), "utf-8")
    (told,) = of(problems(ferry), "speaker-named")
    line = text[: resolved.start()].count("\n")
    lines = facts.read_text("utf-8").split("\n")
    facts.write_text("\n".join([*lines[:line], told.paste.rstrip(), *lines[line:]]), "utf-8")
    assert problems(ferry) == []


# --- pages ----------------------------------------------------------------------------------------


def test_a_quotation_mark_alone_is_one_problem(rain: Path) -> None:
    append(rain / "content/index.md", '\nHe said “so it is" and “no more”.[^never-measured-more]\n')
    (told,) = (p for p in problems(rain) if p.path == "content/index.md")
    assert told.rule == "quotations-in-prose" and "has no partner" in told.message


def test_a_number_in_brackets_is_a_citation_that_was_meant(rain: Path) -> None:
    append(rain / "content/index.md", "\nIt is dry again.[1]\n")
    found = [p for p in problems(rain) if p.path == "content/index.md"]
    assert [p.rule for p in found] == ["citations"] and "[^id]" in found[0].help


def test_of_two_blocks_the_one_that_names_the_record_gives_way(rain: Path) -> None:
    page = "---\ntitle: More\ndescription: More.\n---\n\n# More\n\nIt is dry.[^dry-again]\n\n"
    more = rain / "content/a-page.md"
    more.write_text(page + '{{ quotes(ids=["a-warning"]) }}\n', "utf-8")
    (told,) = of(problems(rain), "every-record-shown")
    assert told.path == "content/a-page.md"
    more.write_text(page + told.paste + "\n", "utf-8")
    assert not of(problems(rain), "every-record-shown")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("!!! hint", "!!! tip"), ("??? caution Watch out", '??? warning "Watch out"')],
)
def test_a_note_of_another_name_is_given_its_own(rain: Path, written: str, meant: str) -> None:
    append(rain / "content/index.md", f"\n{written}\n\n    It is dry.[^dry-again]\n")
    (told,) = of(problems(rain), "safe-markup")
    assert told.help.startswith(f"write {meant}; ")


# --- ids that are gone ----------------------------------------------------------------------------


def check(root: Path, capsys: pytest.CaptureFixture) -> list[dict[str, str]]:
    main(["check", "--root", str(root), "--base", "HEAD", "--format", "json"])
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return found


def test_an_id_that_a_change_removes_is_told_as_gone(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    for path in (ferry / "seeds/facts").glob("*.yml"):
        text = path.read_text("utf-8")
        start = text.find("  - id: okonjo-changed-course\n")
        if start >= 0:
            end = text.index("\n  - id: ", start + 5) + 1
            path.write_text(text[:start] + text[end:], "utf-8")
    found = [p for p in check(ferry, capsys) if "okonjo-changed-course" in p["message"]]
    assert found
    for problem in found:
        assert problem["message"] == '"okonjo-changed-course" is gone with this change'
        assert "did you mean" not in problem["help"]


def test_a_record_by_another_id_owes_only_its_redirect(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    """Also where others name it: nothing that readers see has changed."""
    old, new = "okonjo-takes-time", "okonjo-asks-for-time"
    for path in [*(ferry / "seeds/facts").glob("*.yml"), *(ferry / "content").glob("*.md")]:
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    (ferry / "seeds/facts/redirects.yml").write_text(
        f"redirects:\n  - {{id: {old}, to: {new}}}\n", "utf-8"
    )
    assert main(["diff", "HEAD", "--root", str(ferry)]) == 0, capsys.readouterr().out


def test_nothing_is_owed_for_a_field_that_is_to_be_changed_again(
    ferry: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    """What its problem says comes first; and the correction once there is something to say."""
    facts = ferry / "seeds/facts/facts.yml"
    estimated = "value_text: 400,000\n    qualifier: "
    replaced(facts, f"{estimated}about", f"{estimated}exact")
    summary = ["--summary", str(tmp_path / "summary.md")]  # where the problem is told, too
    main(["diff", "HEAD", "--root", str(ferry), *summary])
    assert "nothing owed" in capsys.readouterr().out
    replaced(facts, "population: the bridge", "population: a bridge")  # which is no fault
    main(["diff", "HEAD", "--root", str(ferry), *summary])
    told = capsys.readouterr().out
    assert "its population changed" in told and "qualifier" not in told.partition("owed:")[2]


def test_a_day_that_is_none_is_told_once_with_todays_for_a_correction(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    (ferry / "seeds/facts/log.yml").write_text(
        "corrections:\n  - {id: again, date: today, record: okonjo-changed-course, what: Better.}\n"
    )
    (told,) = check(ferry, capsys)
    assert told["help"] == f"write the day of the change: {date.today().isoformat()}"
    main(["diff", "HEAD", "--root", str(ferry)])
    assert "0000" not in capsys.readouterr().out


def test_a_quotation_that_is_gone_is_told_once_with_where_it_is_quoted(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    event = "title: A study of the bridge comes out"
    replaced(facts, event, "title: Lindqvist warns of “severe delays”")
    committed(ferry)
    text = facts.read_text("utf-8")
    start = text.index("  - id: lindqvist-severe-delays\n")
    facts.write_text(text[:start] + text[text.index("\n  - id: ", start + 5) + 1 :], "utf-8")
    told = [p for p in check(ferry, capsys) if "delays" in f"{p['message']}{p['wrote']}"]
    quoted = [p for p in told if "in quotation marks" in p["message"]]
    assert len(quoted) == 1 and quoted[0]["message"].startswith('"lindqvist-severe-delays", which')
    assert quoted[0]["help"].startswith("put it back; or ") and "facts.yml:" in quoted[0]["help"]
    assert not [p for p in told if "whose words it is not" in p["message"]]


def test_a_mark_left_out_is_named(rain: Path) -> None:
    evidence(rain, "The river rose by two metres")
    (told,) = of(problems(rain), "exact-words")
    assert told.nearest == "The river rose by two metres." and "full stop" in told.help


def test_a_redirect_as_offered_is_told_to_be_filled_in(rain: Path) -> None:
    line = "redirects:\n  - {id: it-is-gone, to: the-record-that-replaces-it}\n"
    (rain / "seeds/facts/log.yml").write_text(line, "utf-8")
    (told,) = problems(rain)
    assert told.help == "put the id of a record in the place of these words"


def test_a_file_to_be_renamed_is_written_by_its_new_name(rain: Path) -> None:
    (rain / "content/A Map.png").write_bytes(b"x")
    append(rain / "content/index.md", "\n![A map of the town](</A Map.png>)[^dry-again]\n")
    (told,) = of(problems(rain), "no-dead-links")
    assert told.help.endswith(": a-map.png")


@pytest.mark.parametrize("unit", ["soldiers", "guests", "times", "visitors", "ratio"])
def test_of_a_ratio_its_unit_is_told_at_once(ferry: Path, unit: str) -> None:
    path = ferry / "seeds/facts/facts.yml"
    replaced(path, "unit: to 1", f"unit: {unit}")
    (told,) = of(problems(ferry), "counted-as-said")
    assert told.message == f'"2.4-to-1" is a ratio, and no number of "{unit}"'
    assert told.help == "write unit: to 1"
    replaced(path, f"unit: {unit}", f"unit: {told.help.removeprefix('write unit: ')}")
    assert problems(ferry) == []


def test_a_file_with_a_space_in_its_name_is_told_whole(rain: Path) -> None:
    (rain / "content/Town map.PNG").write_bytes(b"x")
    page = rain / "content/index.md"
    append(page, '\n![A map of the town](Town map.PNG "The town")\n')
    (told,) = of(problems(rain), "files-shown")
    assert told.message == "nothing says where Town map.PNG is from"
    assert told.help.endswith("rename the file town-map.png, and write that here")
    replaced(page, 'Town map.PNG "The town"', 'town-map.png "The town"')
    (rain / "content/Town map.PNG").unlink()
    Image.new("RGB", (60, 30)).save(rain / "content/town-map.png")
    (told,) = of(problems(rain), "files-shown")
    assert told.message == "nothing says where town-map.png is from" and "rename" not in told.help


def test_a_video_is_told_to_be_linked(rain: Path) -> None:
    append(rain / "content/index.md", '\n<iframe src="https://example.org/a"></iframe>\n')
    told = of(problems(rain), "safe-markup")
    assert told and told[0].help.startswith("link to the address of a reference")


def test_a_term_without_its_id_is_asked_for_its_place_too(rain: Path) -> None:
    path = rain / "seeds/facts/more.yml"
    path.write_text("terms:\n  - term: Meadow\n    definition: Land with grass.\n", "utf-8")
    told = sorted(p.message for p in problems(rain) if p.path.endswith("more.yml"))
    assert told == ['"id" is missing', "nothing places this in a source"]
    path.write_text("terms:\n  - {term: Meadow, definition: Land with grass., mention: meadow}\n")
    assert [p.message for p in problems(rain)] == ['"id" is missing']
    named = (
        "organisations:\n  - {name: Mayor, type: other, description: It rules., mention: mayor}\n"
    )
    path.write_text(named, "utf-8")  # whose id would be that of another record
    assert not [p for p in problems(rain) if "is taken already" in p.message]


def test_what_is_set_aside_too_much_is_told_where_it_is_new(
    rain: Path, capsys: pytest.CaptureFixture
) -> None:
    committed(rain)
    source = rain / "seeds/sources/rain-report.yml"
    hill = "Sheep and goats graze on the hill behind the town, and have done so for as long as"
    hill += " anybody remembers, with the herbs of the old garden of the abbey all around them."
    append(source.with_suffix(".txt"), f"\n\n{hill}\n")
    more = entry("Sheep and goats graze on", "sentence", "Animals are on the hill by the town.")
    replaced(source, "set_aside:\n", f"set_aside:\n{more}")
    (told,) = (p for p in check(rain, capsys) if p["rule"] == "share-set-aside")
    lines = source.read_text("utf-8").split("\n")
    assert "Sheep and goats" in lines[int(told["line"]) - 1]


def test_what_stands_for_a_record_that_is_gone_is_named(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    """By another id it has the same words; and a correction of it keeps its line."""
    facts = ferry / "seeds/facts/facts.yml"
    replaced(facts, "  - id: okonjo-takes-time\n", "  - id: it-takes-time\n")
    (ferry / "seeds/facts/log.yml").write_text(
        "corrections:\n  - {id: new, date: 2026-11-01, record: okonjo-takes-time, what: Better.}\n"
    )
    told = [p for p in check(ferry, capsys) if "okonjo-takes-time" in p["message"]]
    named = [p for p in told if p["path"] != "seeds/facts/log.yml" and p["rule"] == "citations"]
    assert named and all("it-takes-time" in p["help"] for p in named)
    (line,) = (p["paste"] for p in told if p["path"] == "seeds/facts/log.yml")
    assert line == "  - {id: okonjo-takes-time, to: it-takes-time}\n"
