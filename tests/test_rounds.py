"""What an editor in a hurry writes, and that one look at the checks is enough for all of it: what
is given to paste holds, and what is said of it is said of what was meant."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from explainer.commands.build import check_site
from explainer.commands.cli import _in_order, main
from explainer.commands.diff import diff
from explainer.commands.review import review
from explainer.drafting.draft import draft
from explainer.site.catalog import Deployment
from explainer.text.days import day_beside
from explainer.text.languages import language
from explainer.topic.load import load
from explainer.topic.problems import Problem
from sites import FIXED, append, committed, copied, problems, replaced

SOURCE, FIGURES = "seeds/sources/rain-report.yml", "seeds/facts/figures.yml"
STATEMENTS, QUOTES = "seeds/facts/statements.yml", "seeds/facts/quotes.yml"
PAGE = "content/index.md"
HEAD = """type: report
title: not_stated
author: not_stated
publisher: The Tarrow Gazette
issued: {day}
URL: not_stated
label: the second report
language: en
rights: Written for these tests.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A small site, committed."""
    return committed(copied(FIXED["ferry"], tmp_path / "site"))


def of(found: list[Problem], *rules: str) -> list[Problem]:
    return [problem for problem in found if problem.rule in rules]


# --- a source of another day ----------------------------------------------------------------------


def second(root: Path, day: str, event: str) -> None:
    """A second source, and an event of it on a day."""
    for path in (root / "seeds/facts").glob("*.yml"):
        path.write_text(f"source: rain-report\n{path.read_text('utf-8')}", "utf-8")
    text = root / "seeds/sources/second.txt"
    voted = "The town council of Tarrow voted for a new wall on Tuesday."
    text.write_text(f"{voted} The mill is shut.\n", "utf-8")
    mill = "{exact: The mill, what: sentence, reason: off_topic, note: Of a mill.}"
    text.with_suffix(".yml").write_text(f"{HEAD.format(day=day)}set_aside: [{mill}]\n", "utf-8")
    (told,) = of(problems(root), "sealed-sources")
    append(text.with_suffix(".yml"), told.paste)
    (root / "seeds/facts/second.yml").write_text(
        "source: second\nevents:\n  - id: vote\n    title: A vote\n    description: The council"
        f" voted for a wall.\n    date: {event}\n    date_text: Tuesday\n    date_basis: inferred\n"
        f"    status: happened\n    evidence: {voted}\n",
        "utf-8",
    )


def test_a_source_of_a_later_day_asks_for_no_other_date(rain: Path) -> None:
    before = problems(rain)
    second(rain, "2023-05-03", "2023-05-02")
    topic, _ = load(rain)
    assert problems(rain) == before == []
    assert (topic.settings.as_of, topic.as_of) == ("2021-07-12", "2023-05-03")
    checked = check_site(rain)
    assert checked.problems == [] and '"as_of": "2023-05-03"' in _facts(rain)


def _facts(root: Path) -> str:
    assert main(["build", "--root", str(root)]) == 0
    return (root / "build/docs/data/facts.json").read_text("utf-8")


def test_a_date_after_that_of_its_source_is_told_all_the_same(rain: Path) -> None:
    second(rain, "2023-05-03", "2023-05-09")
    assert [p.message for p in of(problems(rain), "site-dated")] == [
        "2023-05-09 is after 2023-05-03, when the source was published"
    ]
    replaced(rain / STATEMENTS, "date: 2021-07-12", "date: 2022-07-11")
    (told,) = (p for p in of(problems(rain), "valid-dates") if p.path == STATEMENTS)
    assert "2021-07-12, the date for which sources hold that state none" in told.message
    assert f"issued: in {SOURCE}, or as_of:" in told.help


def test_of_a_source_without_a_day_the_settings_are_asked_for_it(rain: Path) -> None:
    second(rain, "not_stated", "2023-05-02")
    (told,) = of(problems(rain), "valid-dates")
    assert "issued: in seeds/sources/second.yml" in told.help


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A wall for Tarrow\n\nBy Ann Lee, Gazette, 3 March 2026\n\nIt rained on 2 May 2024.", 1),
        ("It rained on 3 March 2026.\n\nThe council met.", 0),
        ("3 March 2026\n\nIt rained.\n\nUpdated 4 March 2026", 0),
        ("March 2026\n\nIt rained.", 0),
        ("It rained.\n\nTarrow, 3 March 2026", 1),
    ],
)
def test_the_day_of_a_text_is_what_a_line_beside_it_says(text: str, day: bool) -> None:
    assert day_beside(text, language("en")) == ("2026-03-03" if day else "")


def test_a_text_without_a_record_is_offered_its_day_and_no_event_of_it(rain: Path) -> None:
    text = rain / "seeds/sources/second.txt"
    text.write_text("By Ann Lee, 3 March 2026\n\nThe council met on Monday.\n", "utf-8")
    told = next(p for p in problems(rain) if p.message == "the source has no record")
    assert yaml.safe_load(told.paste)["issued"].isoformat() == "2026-03-03"
    text.with_suffix(".yml").write_text(told.paste, "utf-8")
    source = load(rain)[0].sources["second"]
    drafts = yaml.safe_load(draft(source, {}, (), "", set()).text)
    assert [str(event["date"]) for event in drafts["events"]] == ["2026-03-02"]


def test_a_text_of_which_nothing_is_recorded_is_one_problem(rain: Path) -> None:
    text = rain / "seeds/sources/second.txt"
    text.write_text("The council met.\n\nIt has 7 members. Nobody left.\n", "utf-8")
    text.with_suffix(".yml").write_text(HEAD.format(day="2021-07-12"), "utf-8")
    told = of(problems(rain), "no-unused-clause", "no-unrecorded-number")
    assert [p.message for p in told] == [
        "nothing uses any sentence of this source yet"
    ] and "set 9 of its 9 words aside at most" in told[0].help.replace("  ", " ")


# --- what is set aside ----------------------------------------------------------------------------

MISSED = ("no-unused-clause", "no-unrecorded-number", "no-unrecorded-quotation")


def aside(root: Path, entries: str, note: str) -> None:
    append(root / SOURCE, entries.replace("note: \n", f"note: {note}\n"))


def test_entries_that_set_aside_what_is_left_over_hold_as_they_are_given(rain: Path) -> None:
    append(rain / "seeds/sources/rain-report.txt", "\n\nIt rained on two hills and on two roofs.\n")
    record = "id: hills, statement: It rained., kind: fact, evidence: It rained on two hills"
    (rain / "seeds/facts/more.yml").write_text(f"claims:\n  - {{{record}}}\n", "utf-8")
    told = of(problems(rain), *MISSED)
    assert {p.message.partition(" (")[0] for p in told} == {
        "nothing uses these words of a sentence",
        'no record has the number "two"',
    }
    for problem in told:
        aside(rain, problem.paste, "It rained on two roofs and hills.")
    assert not of(problems(rain), *MISSED, "needless-set-aside", "load")


def test_no_more_is_offered_than_may_be_set_aside(rain: Path) -> None:
    places = ("hill", "dyke", "green", "hill", "moor", "roof")
    sentences = [f"Sheep graze on the {place} of the town." for place in places]
    append(rain / "seeds/sources/rain-report.txt", f"\n\n{' '.join(sentences)}\n")
    told = of(problems(rain), "no-unused-clause")
    offered = [bool(problem.paste) for problem in told]
    assert len(told) == 6 and 0 < sum(offered) < 6
    assert all(("make room under set_aside" in p.help) != bool(p.paste) for p in told)


def test_what_is_left_of_an_entry_keeps_its_words_to_search_by(rain: Path) -> None:
    sentence = "The quay has lamps, and the harbour master keeps a small dog in his hut."
    append(rain / "seeds/sources/rain-report.txt", f"\n\n{sentence}\n")
    aside = "{exact: The quay, what: sentence, reason: off_topic, note: A dog., keywords: [hound]}"
    append(rain / SOURCE, f"  - {aside}\n")
    record = "id: lamps, statement: It has lamps., kind: fact, evidence: 'The quay has lamps,'"
    (rain / "seeds/facts/more.yml").write_text(f"claims:\n  - {{{record}}}\n", "utf-8")
    (told,) = of(problems(rain), "needless-set-aside")
    (entry,) = yaml.safe_load(told.paste)
    assert entry == {
        "exact": "and the harbour master keeps a small dog in his hut.",
        "what": "clause",
        "reason": "off_topic",
        "note": None,
        "keywords": ["hound"],
    }


@pytest.mark.parametrize("exact", ["The town calls teh", "The town calls the meadow a “spong"])
def test_a_note_is_held_to_the_words_that_were_meant(rain: Path, exact: str) -> None:
    replaced(rain / SOURCE, "exact: The town calls the", f"exact: {json.dumps(exact)}")
    (slip,) = problems(rain)
    assert slip.rule == "needless-set-aside" and slip.paste.startswith("  - exact: ")
    replaced(rain / SOURCE, "note: A name for a meadow.", "note: It has 77 sheep.")
    replaced(rain / SOURCE, f"  - exact: {json.dumps(exact)}\n", slip.paste)
    told = {(p.rule, p.message) for p in problems(rain)}
    replaced(rain / SOURCE, slip.paste, f"  - exact: {json.dumps(exact)}\n")
    assert told and told <= {(p.rule, p.message) for p in problems(rain)}


def test_a_note_on_words_of_which_nothing_is_known_is_not_judged(rain: Path) -> None:
    replaced(rain / SOURCE, "exact: The town calls the", "exact: Nobody wrote any of this")
    replaced(rain / SOURCE, "note: A name for a meadow.", "note: It has 77 sheep.")
    assert {p.rule for p in problems(rain)} <= {"needless-set-aside", *MISSED}


def test_entries_below_a_list_that_says_it_is_empty_are_read(rain: Path) -> None:
    replaced(rain / SOURCE, "set_aside:\n", "set_aside: []\n")
    (told,) = problems(rain)
    assert told.help == "remove the [] behind the colon" and told.line == 13


# --- where something is shown, and what is gone ---------------------------------------------------


def test_a_list_of_another_source_is_not_the_place_of_a_record(rain: Path) -> None:
    ids = ["rain-in-one-night", "rise-of-the-river"]
    replaced(rain / PAGE, "{{ figures() }}", f"{{{{ figures(ids={json.dumps(ids)}) }}}}")
    replaced(rain / PAGE, "{{ events() }}", '{{ events(ids=["night-of-rain"]) }}')
    second(rain, "2023-05-03", "2023-05-02")
    (told,) = of(problems(rain), "every-record-shown")
    assert told.paste == '{{ events(ids=["vote"]) }}'
    replaced(rain / "seeds/facts/second.yml", "source: second\n", "source: rain-report\n")
    (told,) = of(problems(rain), "every-record-shown")
    assert told.paste == '{{ events(ids=["night-of-rain", "vote"]) }}'


def test_a_block_with_an_id_misspelt_is_given_whole(rain: Path) -> None:
    replaced(rain / PAGE, "{{ events() }}", '{{ events(ids=["night-of-rian"]) }}')
    (told,) = of(problems(rain), "valid-blocks")
    assert told.paste == '{{ events(ids=["night-of-rain"]) }}'


def test_lines_that_one_redirect_mends_are_one_problem(rain: Path) -> None:
    entry = "  - {id: correction-2, record: dry-again, date: 2021-07-15, what: It was plainer.}\n"
    replaced(rain / STATEMENTS, "redirects:\n", f"{entry}redirects:\n")
    committed(rain)
    replaced(rain / STATEMENTS, "  - id: dry-again\n", "  - id: now-dry\n")
    checked = check_site(rain)
    lines = [p.line for p in checked.problems if "there is no record" in p.message]
    assert len(lines) > 2
    told = [p for p in _in_order(checked, "HEAD") if "is gone with this change" in p.message]
    (gone,) = (p for p in told if "redirects: " in p.help)
    first, *older = gone.paste.splitlines()
    assert first == "  - {id: dry-again, to: now-dry}" and older
    assert all(line.endswith(", to: now-dry}") for line in older)
    assert "; what is below the first in the place of line" in gone.help
    append(rain / STATEMENTS, f"{first}\n")
    (told,) = (p for p in problems(rain) if p.message.startswith('"dry-again" is now '))
    assert told.paste.splitlines() == older


def test_a_redirect_that_leads_the_wrong_way_is_told_so(rain: Path) -> None:
    committed(rain)
    replaced(rain / STATEMENTS, "  - id: term-wall\n", "  - id: wall-of-stone\n")
    append(rain / STATEMENTS, "  - {id: wall-of-stone, to: term-wall}\n")
    turned = "write - {id: term-wall, to: wall-of-stone}"
    assert [turned in p.help for p in problems(rain) if "is taken" in p.message] == [True]
    (rain / "seeds/facts/a.yml").write_text(
        "redirects:\n  - {id: wall-of-stone, to: term-wall}\n", "utf-8"
    )
    replaced(rain / STATEMENTS, "  - {id: wall-of-stone, to: term-wall}\n", "")
    told = [p for p in _in_order(check_site(rain), "HEAD") if "from the new id" in p.message]
    assert [p.help for p in told] == [f"{turned} in its place"]


@pytest.mark.parametrize("written", ["  - old-one: dry-again\n", "  - old-one: {to: dry-again}\n"])
def test_a_redirect_written_as_a_pair_is_read_as_it_was_meant(rain: Path, written: str) -> None:
    append(rain / STATEMENTS, written)
    topic, found = load(rain)
    assert topic.redirects["old-one"] == "dry-again"
    assert [p.help for p in found] == ["write - {id: old-one, to: dry-again}"]


def test_redirects_written_as_a_table_are_read_each(rain: Path) -> None:
    replaced(
        rain / STATEMENTS, "  - id: dry\n    to: dry-again\n", "  dry: dry-again\n  wet: dry\n"
    )
    topic, found = load(rain)
    assert topic.redirects == {"dry": "dry-again", "wet": "dry"} and len(found) == 3


# --- corrections ----------------------------------------------------------------------------------


def test_a_correction_among_the_redirects_is_led_to_its_list(rain: Path) -> None:
    entry = "  - {id: correction-2, record: dry-again, date: 2021-07-15, what: It was plainer.}\n"
    append(rain / STATEMENTS, entry)
    (told,) = problems(rain)
    line = (rain / STATEMENTS).read_text("utf-8").split("\n").index("corrections:") + 1
    assert f"that is here already, line {line}" in told.help
    replaced(rain / STATEMENTS, entry, f"corrections:\n{entry}")
    (told,) = problems(rain)
    assert f"put what is below this line under line {line}" in told.help


def test_a_number_is_corrected_by_one_entry_that_says_it_as_printed(ferry: Path) -> None:
    topic, _ = load(ferry)
    figure = next(f for f in topic.of_kind("figures") if f.value_text != f"{f.value:f}")
    path = ferry / topic.where[figure.id].path
    replaced(path, f"    value: {figure.value}", "    value: 77")
    replaced(path, figure.value_text, "77 of them")
    (owed,) = diff(ferry, "HEAD").owed
    (entry,) = yaml.safe_load(owed.paste)
    assert (entry["before"], entry["after"]) == (figure.value_text, "77 of them")


def test_nothing_is_owed_for_a_number_whose_words_are_still_to_be_mended(ferry: Path) -> None:
    topic, _ = load(ferry)
    figure = topic.of_kind("figures")[0]
    path = ferry / topic.where[figure.id].path
    replaced(path, f"    value: {figure.value}", "    value: 77")
    found = check_site(ferry).problems
    assert found and diff(ferry, "HEAD").owed and not diff(ferry, "HEAD", found).owed


# --- names, numbers and dates ---------------------------------------------------------------------


def test_a_name_is_given_the_line_that_places_it(rain: Path) -> None:
    replaced(rain / STATEMENTS, "    mention: wall\n", "")
    (told,) = problems(rain)
    assert told.paste == '    mention: "wall"\n'
    append(rain / STATEMENTS, "terms:\n  - {term: Sponge, definition: It holds water.}\n")
    told = next(p for p in problems(rain) if p.message == "nothing places this in a source")
    assert told.paste == '    mention: "sponge"\n'


def test_a_name_that_stands_in_several_places_is_given_none(rain: Path) -> None:
    replaced(rain / STATEMENTS, "    mention: wall\n", "")
    replaced(rain / STATEMENTS, "term: Wall", "term: The")
    assert [p.paste for p in of(problems(rain), "named-in-source")] == [""]


def test_what_is_no_name_of_anybody_is_not_taken_for_a_record(rain: Path) -> None:
    replaced(rain / QUOTES, "author: not_stated", "author: a night of rain")
    (told,) = (p for p in problems(rain) if '"author" is not an id' in p.message)
    assert "did you mean" not in told.help and "not_stated" in told.help


@pytest.mark.parametrize(
    ("written", "help"),
    [("7/12", "12 July or 7 December"), ("7/17", "17 July"), ("17/7", "17 July")],
)
def test_a_date_in_digits_is_told_as_one(rain: Path, written: str, help: str) -> None:
    replaced(rain / PAGE, "It was 40 litres.", f"It was 40 litres on {written}.")
    (told,) = of(problems(rain), "numbers-in-prose")
    assert told.message.startswith(f'"{written}" is read as a number') and help in told.help


def test_a_part_of_a_whole_is_told_as_a_number(rain: Path) -> None:
    replaced(rain / PAGE, "It was 40 litres.", "It was 3/4 of 40 litres.")
    told = of(problems(rain), "numbers-in-prose")
    assert told and not any("month" in p.help for p in told)


def test_two_numbers_that_are_one_are_named_where_another_is_missed(rain: Path) -> None:
    said = "In those 9 hours 7 boats sank."
    append(rain / "seeds/sources/rain-report.txt", f"\n\n{said}\n")
    figures = yaml.safe_load((rain / FIGURES).read_text("utf-8"))["figures"][:1] * 2
    more = [
        f | {"id": f"boats-{i}", "value": 7, "value_text": "7", "unit": "boats", "evidence": said}
        for i, f in enumerate(figures)
    ]
    text = yaml.safe_dump({"figures": more}, default_flow_style=False)
    (rain / "seeds/facts/boats.yml").write_text(text, "utf-8")
    (told,) = of(problems(rain), "no-unrecorded-number")
    assert '"9"' in told.message
    assert told.help.startswith('give it to boats-0 or boats-1, which both have "7" here, or ')


@pytest.mark.parametrize(
    ("said", "wrote", "hold"),
    [
        ("said on Monday that 40", "at_least", "exact"),
        ("estimated that 40", "at_most", "about"),
        ("said that more than 40", "exact", "more_than"),
    ],
)
def test_how_exact_a_number_is_is_told_as_its_sentence_has_it(
    rain: Path, said: str, wrote: str, hold: str
) -> None:
    for path in (rain / "seeds").rglob("*.*"):
        text = path.read_text("utf-8").replace("said on Monday that 40", said)
        path.write_text(text, "utf-8")
    replaced(rain / FIGURES, "qualifier: exact", f"qualifier: {wrote}")
    told = of(problems(rain), "exact-as-said")
    assert told[0].help == f"write {hold}, as the sentence does"


def test_a_choice_with_a_slip_is_read_as_it_was_meant(rain: Path) -> None:
    replaced(rain / SOURCE, "what: sentence", "what: sentences")
    (told,) = problems(rain)
    assert told.help == "did you mean sentence?"
    replaced(rain / SOURCE, "exact: The town calls the", "exact: The river rose")
    found = {p.rule: p.message for p in problems(rain)}
    assert found["needless-set-aside"].startswith("this sentence is used by rise-of-the-river")


def test_what_would_make_room_is_named_and_no_more_than_that(rain: Path) -> None:
    sentences = (
        "Sheep graze here. Goats graze on a hill behind the town with their young. Cows graze"
    )
    sentences += " on all the meadows by the river and on the green in the middle of the town."
    append(rain / "seeds/sources/rain-report.txt", f"\n\n{sentences}\n")
    for exact in ("Sheep graze", "Goats graze", "Cows graze"):
        entry = (
            f"{{exact: {exact}, what: sentence, reason: off_topic, note: Of animals that graze.}}"
        )
        append(rain / SOURCE, f"  - {entry}\n")
    (told,) = of(problems(rain), "share-set-aside")
    first = int(told.help.partition("enough: line ")[2].split()[0])
    excess = int(told.message.partition("set aside, ")[2].split()[0])
    words = int(told.help.partition("enough: line ")[2].split("(")[1].split()[0])
    lines = (rain / SOURCE).read_text("utf-8").split("\n")
    assert words >= excess and "The town calls" in lines[first - 1]
    assert f"line {told.line}" not in told.help
    bound = told.paste.split("\n")[0]
    reason = "bounds_raised:\n  max_share_set_aside: animals\n"
    replaced(rain / "seeds/settings.yml", "bounds_raised:\n", f"{bound}\n{reason}")
    assert of(problems(rain), "bounds-raised")[0].message == "this is no reason"
    replaced(rain / "seeds/settings.yml", "aside: animals", "aside: animals are off the topic")
    assert not of(problems(rain), "share-set-aside") and not of(problems(rain), "bounds-raised")


def test_what_is_left_of_a_new_source_is_drafted_until_something_uses_all(ferry: Path) -> None:
    """First all of it, with what may be set aside; then what no record has, with who is named."""
    text = ferry / "seeds/sources/second.txt"
    first, second = "The new wall is 40 metres long.", "It cost 7 million pounds, Ann Lee said."
    text.write_text(f"{first} {second}\n", "utf-8")
    text.with_suffix(".yml").write_text(HEAD.format(day="2021-07-12"), "utf-8")
    assert [id for kind, id in _drafted(ferry) if kind == "figures"] == ["metres", "pounds"]
    claim = f"{{id: long, statement: It is long., kind: fact, evidence: {first}}}"
    facts = f"source: second\nclaims:\n  - {claim}\n"
    (ferry / "seeds/facts/second.yml").write_text(facts, "utf-8")
    assert _drafted(ferry) == [("people", "ann-lee"), ("figures", "pounds")]
    (ferry / "seeds/facts/second.yml").write_text(
        facts.replace(first, f"{first} {second}"), "utf-8"
    )
    assert _drafted(ferry) == []


def test_no_more_is_offered_to_be_set_aside_than_may_be(ferry: Path) -> None:
    """For what is over there is no entry: it has to be recorded."""
    append(ferry / "seeds/settings.yml", "max_share_set_aside: 0.33\n")
    text = ferry / "seeds/sources/second.txt"
    lines = [f"{colour} stones lay around {'here and there ' * 9}." for colour in ("Red", "Blue")]
    lines += [f"{line.replace('stones', 'reeds')}" for line in lines]
    text.write_text(" ".join(lines), "utf-8")
    text.with_suffix(".yml").write_text(HEAD.format(day="2021-07-12"), "utf-8")
    page = review(diff(ferry, "HEAD"), [], Deployment())
    _, _, rest = page.partition("to be set aside: ")
    entries, over, rest = rest.partition("Record these too:")
    told = next(p.help for p in problems(ferry) if "nothing uses any sentence" in p.message)
    (may, words) = map(int, re.findall(r"set (\d+) of its (\d+) words", told)[0])
    left = rest.partition("```yaml\n")[2].partition("```")[0].splitlines()
    each = words // len(lines)
    assert over and may < words and entries.count("- exact:") == may // each
    assert len(left) == len(lines) - may // each


def _drafted(root: Path) -> list[tuple[str, str]]:
    """The kinds and ids of the drafts in the summary of a change."""
    page = review(diff(root, "HEAD"), [], Deployment())
    block = page.partition("<details><summary>Draft records")[2].partition("```yaml\n")[2]
    drafts = yaml.safe_load(block.partition("```")[0]) or {}
    drafts.pop("source", None)
    return [(kind, one["id"]) for kind, some in drafts.items() for one in some]


def test_words_of_another_source_are_told_with_the_line_that_says_whose_they_are(
    rain: Path,
) -> None:
    second(rain, "2023-05-03", "2023-05-02")
    path = rain / "seeds/facts/second.yml"
    replaced(path, "source: second\n", "source: rain-report\n")
    (told,) = problems(rain)
    assert told.message.endswith('the source "rain-report", but in "second"')
    replaced(path, "    title: A vote\n", f"    title: A vote\n{told.paste}")
    assert problems(rain) == []
    path.write_text(path.read_text("utf-8").partition("\n")[2].replace(told.paste, ""), "utf-8")
    (told,) = problems(rain)
    path.write_text(told.paste + path.read_text("utf-8"), "utf-8")
    assert problems(rain) == []


def test_a_day_that_cannot_be_read_is_the_only_fault_of_what_rests_on_it(rain: Path) -> None:
    second(rain, "2023-05-03", "2023-05-02")
    replaced(rain / "seeds/sources/second.yml", "2023-05-03", "3/5/2023")
    (told,) = problems(rain)
    assert told.message == '"issued" is not a date: "3/5/2023"'
    replaced(rain / "seeds/sources/second.yml", "3/5/2023", "[2023-05-03]")
    (told,) = problems(rain)
    assert told.line == 5 or '"issued"' in told.message


def test_a_list_where_one_text_belongs_is_told_as_one(rain: Path) -> None:
    replaced(rain / SOURCE, "author: not_stated", "author: [Ann Lee]")
    (told,) = problems(rain)
    assert (told.message, told.help) == (
        '"author" is a list, and one text belongs here',
        "write author: Ann Lee",
    )


def test_a_field_misspelt_on_a_line_that_is_no_yaml_is_told_with_it(rain: Path) -> None:
    replaced(rain / STATEMENTS, "    definition: Stones that", "    defintion: Stones: they")
    helps = [p.help for p in problems(rain)]
    assert "did you mean definition?" in helps and len(helps) == 2


def test_a_body_that_its_source_does_not_name_may_be_the_text_itself(rain: Path) -> None:
    body = "{id: report, name: The report, type: media, description: The text., mention: river}"
    body = f"organisations:\n  - {body}\n"
    (rain / "seeds/facts/report.yml").write_text(body, "utf-8")
    replaced(rain / FIGURES, "attribution: [weather-office]", "attribution: [report]")
    assert not of(problems(rain), "attribution-named-nearby")
    replaced(rain / SOURCE, "label: the report", "label: the text")
    told = of(problems(rain), "attribution-named-nearby")
    assert told[0].help.endswith(f"of the text itself, write label: The report in {SOURCE}")
