"""What was meant where that is beyond doubt, and what is said at once for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from explainer.commands.build import check_site
from explainer.topic.meant import date_meant, id_offered
from explainer.topic.model import KINDS
from explainer.topic.problems import Problem
from sites import problems, replaced

FIGURES, QUOTES = "seeds/facts/figures.yml", "seeds/facts/quotes.yml"


def at(root: Path, path: str, text: str) -> list[Problem]:
    """The problems of a line."""
    lines = (root / path).read_text("utf-8").split("\n")
    line = next(n for n, one in enumerate(lines, 1) if text in one)
    return [p for p in problems(root) if (p.path, p.line) == (path, line)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("17 August 2025", "2025-08-17"),
        ("August 17, 2025", "2025-08-17"),
        ("17. August 2025", "2025-08-17"),
        ("17 août 2025", "2025-08-17"),
        ("2025/8/7", "2025-08-07"),
        ("17.8.2025", "2025-08-17"),
        ("17/8/25", "2025-08-17"),
        ("17/8/98", ""),
        ("3/4/25", ""),
        ("June 2025", "2025-06"),
        ("2025-08-17T10:00", "2025-08-17"),
        ("3/4/2025", ""),  # the third of April, or the fourth of March
        ("Monday", ""),
        ("17 August", ""),
        ("in August 2025 or so", ""),
        ("last week", ""),
    ],
)
def test_a_date_in_words_is_read_where_it_is_one(written: str, meant: str) -> None:
    assert date_meant(written) == meant


def test_a_date_in_words_is_held_against_the_source_at_once(rain: Path) -> None:
    replaced(rain / FIGURES, "as_of: 2021-07-12", "as_of: 12 July 2019")
    told = at(rain, FIGURES, "as_of: 12 July 2019")
    assert {p.rule for p in told} > {"dates-borne-out", "load"}
    assert any(p.help.startswith("write 2019-07-12") for p in told)
    replaced(rain / FIGURES, "as_of: 12 July 2019", "as_of: 12 July 2021")
    assert [p.rule for p in problems(rain)] == ["load"]


def test_a_record_with_an_id_that_is_none_is_told_to_be_shown(rain: Path) -> None:
    """By the id that is offered; also where it has none, or one that is taken."""
    index = rain / "content/index.md"
    replaced(index, "{{ figures() }}", '{{ figures(ids=["rise-of-the-river"]) }}')
    for written, offered in (
        ("- id: Rain_in one night", "rain-in-one-night"),
        ("- id: director", "director-2"),
        ("- source: rain-report", "rain-in-the-night"),
    ):
        replaced(rain / FIGURES, "- id: rain-in-one-night", written)
        told = {p.message: p for p in problems(rain)}
        assert f'no page shows "{offered}"' in told, told
        named = [p for p in told.values() if p.rule == "load"]
        assert offered in named[0].help or "taken already" in named[0].message
        replaced(rain / FIGURES, written, "- id: rain-in-one-night")


def test_an_id_is_offered_of_words_that_say_what_it_is() -> None:
    written = {"evidence": "It rose.", "label": "Rain of the night, in litres", "note": "It’s wet."}
    assert id_offered(KINDS["figures"], written) == "rain-of-the-night-in-litres"
    assert id_offered(KINDS["people"], {"name": "Zoë O’Neill"}) == "zoe-oneill"
    assert id_offered(KINDS["people"], {}) == ""


def test_somebodys_name_is_read_as_their_id(rain: Path) -> None:
    """And all else is told that is wrong with it then, in the same round."""
    replaced(rain / FIGURES, "attribution: [weather-office]", "attribution: Weather Office")
    (told,) = problems(rain)
    assert told.help.startswith("did you mean weather-office?")
    replaced(rain / FIGURES, "attribution: Weather Office", "attribution: The Mayor")
    rules = [p.rule for p in problems(rain)]
    assert rules.count("load") == 1 and "attribution-named-nearby" in rules


def test_somebody_unknown_is_told_also_where_another_id_cannot_be_read(rain: Path) -> None:
    replaced(rain / QUOTES, "speaker: director", "speaker: direktor")
    replaced(rain / FIGURES, "- id: rain-in-one-night", "- id: rain_in_one_night")
    assert 'there is no record "direktor"' in {p.message for p in problems(rain)}


def test_a_field_by_another_name_is_held_to_the_rules(rain: Path) -> None:
    replaced(rain / FIGURES, "    label: Rain", "    Note: It took 77 nights.\n    label: Rain")
    told = at(rain, FIGURES, "Note:")
    assert {p.rule for p in told} == {"load", "numbers-in-prose"}


def test_what_is_not_there_hides_nothing_of_its_record(rain: Path) -> None:
    source = "seeds/sources/rain-report.yml"
    entry = "  - {exact: no such words of it, what: sentence, note: It is not.}\n"
    replaced(rain / source, "set_aside:\n", f"set_aside:\n{entry}")
    assert {p.rule for p in at(rain, source, "no such words of it")} == {
        "load",
        "needless-set-aside",
    }


def test_whose_words_a_quotation_is_can_be_pasted(rain: Path) -> None:
    """Where nothing says so, the words beside it."""
    text = (rain / QUOTES).read_text("utf-8")
    lines = text.split("\n")
    line = next(one for one in lines if "attributed_by:" in one)
    (rain / QUOTES).write_text(text.replace(f"{line}\n", "", 1), "utf-8")
    (told,) = check_site(rain).problems
    assert told.message == '"attributed_by" is missing'
    number = lines.index(line)
    kept = [*lines[:number], told.paste.rstrip(), *lines[number + 1 :]]
    (rain / QUOTES).write_text("\n".join(kept), "utf-8")
    assert problems(rain) == []


@pytest.mark.parametrize(
    ("fields", "pasted"),
    [
        ("term: meadow, evidence: Meadow", "    mention: meadow\n"),
        ("term: Sponge, evidence: the sponges", "    mention: sponge\n"),
        ("term: A river, alternate_names: [river], mention: RIVER", "    mention: river\n"),
    ],
)
def test_a_name_is_given_as_the_source_has_it(rain: Path, fields: str, pasted: str) -> None:
    path = rain / "seeds/facts/more.yml"
    path.write_text(f"terms:\n  - {{id: a-term, definition: It is one., {fields}}}\n", "utf-8")
    (told,) = (p for p in problems(rain) if p.rule == "exact-words")
    assert told.paste == pasted


def test_words_that_stand_in_several_places_come_with_those_before_them(rain: Path) -> None:
    text = rain / "seeds/sources/rain-report.txt"
    text.write_text(text.read_text("utf-8") + "\n\nThe river rose. The gauge fell. A river rose.\n")
    path = rain / "seeds/facts/more.yml"
    path.write_text(
        "terms:\n  - {id: gauge, term: River, definition: It flows., mention: river}\n", "utf-8"
    )
    (told,) = (p for p in problems(rain) if p.rule == "exact-words")
    path.write_text(
        f"terms:\n  - id: gauge\n    term: River\n    definition: It flows.\n{told.paste}", "utf-8"
    )
    assert not [p for p in problems(rain) if p.rule == "exact-words"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("seeds/facts/quotes.yml", "seeds/facts/New quotes.yml"),
        ("seeds/facts/quotes.yml", "seeds/facts/quotes.yaml"),
        ("seeds/sources/rain-report.yml", "seeds/sources/Rain-Report.yml"),
        ("content/index.md", "content/Index.md"),
    ],
)
def test_a_file_with_another_name_is_read_all_the_same(rain: Path, old: str, new: str) -> None:
    (rain / old).rename(rain / new)
    (told,) = check_site(rain).problems
    assert told.path == new and told.message == "this file name cannot be used"
    assert told.help.endswith(Path(new.lower().replace(" ", "-").replace(".yaml", ".yml")).name)


def test_what_is_inferred_is_offered_only_where_it_will_do(rain: Path) -> None:
    replaced(rain / FIGURES, "measure: rain", "measure: snow in metres")
    told = [p for p in at(rain, FIGURES, "snow in metres") if p.rule == "counted-as-said"]
    assert [p.help for p in told] == ["write what the sentence says"]
    replaced(rain / FIGURES, "measure: snow in metres", "measure: downpour")
    told = [p for p in at(rain, FIGURES, "downpour") if p.rule == "counted-as-said"]
    assert [p.help.endswith("say so with a line inferred: [measure]") for p in told] == [True]
    replaced(rain / FIGURES, "measure: downpour", "measure: downpour\n    inferred: [measure]")
    assert not at(rain, FIGURES, "measure: downpour")


MORE = (
    "  - id: another\n    statement: It took 77 nights.\n    kind: fact\n"
    "    evidence: The river rose by two metres.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  - id", "- id", "this record is indented otherwise than those above it"),
        ("  - id", "      - id", "this record is indented otherwise than those above it"),
        ("It took 77 nights.", '"It "took" 77 nights', "never closed"),
        ("It took 77 nights.", '"It "took" 77 nights."', "has the same marks in it"),
        ("It took 77 nights.", "'It's 77 nights.'", "has the same marks in it"),
    ],
)
def test_a_record_with_a_slip_of_yaml_is_held_to_the_rules(
    rain: Path, old: str, new: str, message: str
) -> None:
    facts = rain / "seeds/facts/statements.yml"
    lines = MORE.replace(old, new)
    if old == "  - id":  # all of it is as far in as its hyphen
        lines = "".join(f"{new[:-4]}{line[2:]}\n" for line in MORE.splitlines())
    replaced(facts, "positions:\n", f"{lines}positions:\n")
    told = [p for p in problems(rain) if p.path.endswith("statements.yml")]
    assert any(message in p.message for p in told), told
    assert any('"77"' in p.message and p.rule == "numbers-in-prose" for p in told), told


def test_names_in_a_row_are_a_list_of_ids(rain: Path) -> None:
    facts = rain / "seeds/facts/statements.yml"
    replaced(facts, "[weather-office]\n", "The mayor and Weather office\n")
    told = [p for p in problems(rain) if "participants" in p.message]
    assert [p.help.partition("brackets: ")[2] for p in told] == ["[mayor, weather-office]"]


def test_cells_beside_the_fields_of_a_row_are_read_as_its_cells(rain: Path) -> None:
    facts = rain / "seeds/facts/statements.yml"
    head, _, rest = facts.read_text("utf-8").partition("    cells:\n")
    cells, _, behind = rest.partition("conflicts:\n")
    cells = "".join(f"{line[2:]}\n" for line in cells.splitlines())
    facts.write_text(f"{head}{cells}conflicts:\n{behind}", "utf-8")
    (told,) = problems(rain)
    assert "stands beside the fields" in told.message and told.help.startswith("put a line cells:")


def test_a_sentence_that_no_record_leaves_to_be_told_is_taken_from_its_page(rain: Path) -> None:
    index = rain / "content/index.md"
    index.write_text(index.read_text("utf-8") + '\n\n{{ told(sentences=["3.1"]) }}\n', "utf-8")
    claim = "id: a-name, statement: It has a name., kind: fact"
    (rain / "seeds/facts/more.yml").write_text(
        f"claims:\n  - {{{claim}, evidence: The town calls the meadow a “sponge”.}}\n", "utf-8"
    )
    told = [p for p in problems(rain) if p.rule == "needless-set-aside"]
    assert 'take "3.1" out of told() at content/index.md:' in told[-1].help


def test_a_choice_with_capitals_is_what_was_meant(rain: Path) -> None:
    replaced(rain / QUOTES, "kind: shared", "kind: Shared")
    (told,) = problems(rain)
    assert told.help == "write shared"
    replaced(rain / QUOTES, "    author: not_stated\n", "")
    assert {p.help for p in problems(rain)} > {"write shared"}


def test_words_that_do_not_name_the_speaker_come_with_some_that_do(rain: Path) -> None:
    replaced(rain / QUOTES, "attributed_by: The mayor called\n", "attributed_by: called it\n")
    (told,) = (p for p in check_site(rain).problems if p.rule == "speaker-named")
    assert told.message == 'these words do not name "The mayor" (mayor)'
    assert told.paste == '    attributed_by: "The mayor called it"\n'
    replaced(rain / QUOTES, "    attributed_by: called it\n", told.paste)
    assert problems(rain) == []
