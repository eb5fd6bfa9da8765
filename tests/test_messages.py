"""What an editor is told: that it is true, names what to change, and how."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace as replace_in
from pathlib import Path

import pytest
import yaml
from explainer.commands.build import check_site
from explainer.commands.cli import _in_order, main
from explainer.text.tongue import language_of
from explainer.topic.evidence import MENTION, selectors
from explainer.topic.fieldtypes import NOT_STATED
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.problems import Problem
from explainer.topic.settings import Source
from explainer.topic.site import Site
from explainer.topic.wording import INNER, choices, in_words
from pydantic import BaseModel, ValidationError
from sites import FIXED, REAL, ROOT, SITES, committed, copied, problems, run, topic
from test_roles import changed


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
    hill += ", and have done so since the abbey had its monks and its garden of herbs, and nobody"
    hill += " counts them, for all that is said of flocks and herds in the books of the old town."
    note = f'{{exact: "{hill}", what: sentence, reason: off_topic, note: On the hill.}}'
    (sources / "hill.txt").write_text(f"{hill}\n\nNobody counts them.\n", "utf-8")
    (sources / "hill.yml").write_text(f"{record}set_aside:\n  - {note}\n", "utf-8")
    read, faults = load(rain)
    assert faults == []
    found = run(Site(read), "share-set-aside")
    assert [(p.path, "; of this source, 9" in p.message) for p in found] == [
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


def test_the_name_of_another_is_never_offered_as_a_mention(tmp_path: Path) -> None:
    ferry = copied(FIXED["ferry"], tmp_path)
    file = ferry / "seeds/facts/agents.yml"
    replace(
        file,
        "organisations:",
        "  - id: friend\n    name: A shepherd of Lindqvist\n    description: Wrote a post.\n"
        "    mention: a shepherd of Lindqvist\norganisations:",
    )
    told = only(run(Site(load(ferry)[0]), "exact-words"), "exact-words")
    assert told.paste == '    mention: "a shepherd:"\n'
    replace(file, "name: A shepherd of Lindqvist", "name: Paul Sand")
    replace(file, "mention: a shepherd of Lindqvist", "mention: Lindqvist")
    told = only(run(Site(load(ferry)[0]), "exact-words"), "exact-words")
    assert (told.paste, told.help[:21]) == ("", "leave this record out")


def test_a_date_is_told_to_be_left_open_before_it_is_to_be_written(rain: Path) -> None:
    """What stands first is copied."""
    replace(rain / "seeds/facts/figures.yml", "as_of: 2021-07-12", "as_of: Monday")
    (told,) = (p for p in load(rain)[1] if '"as_of" is not a date' in p.message)
    assert told.help.startswith("not_stated, unless the source gives the date; if it does, 2025")


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


def test_a_number_in_a_note_is_held_against_the_words_set_aside(rain: Path) -> None:
    """Not against the 40 of a record; and it is said what these words have."""
    with (rain / "seeds/sources/rain-report.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nSeven sheep graze.\n")
    entry = "exact: Seven sheep, what: sentence, reason: off_topic, note: There are 40 sheep."
    replace(
        rain / "seeds/sources/rain-report.yml", "set_aside:\n", f"set_aside:\n  - {{{entry}}}\n"
    )
    told = only(problems(rain), "numbers-in-prose")
    assert told.message == 'the words set aside here say "Seven", and the note says "40"'
    assert "aside-as-said" not in {p.rule for p in problems(rain)}


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


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("[^measured]", "did you mean never-measured-more, which has the words quoted here?"),
        ("", "cite the fact whose words they are right behind them: [^never-measured-more]"),
    ],
)
def test_the_fact_is_named_that_has_the_words_quoted(rain: Path, written: str, help: str) -> None:
    with (rain / "content/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\nThe director said “We have never measured more”.{written}\n")
    (told,) = problems(rain)
    assert told.help == help


def test_a_record_without_a_place_is_given_the_line_to_paste(rain: Path) -> None:
    index = rain / "content/index.md"
    ids = [record.id for record in load(rain)[0].of_kind("figures")]
    assert len(ids) > 1
    replace(index, "{{ figures() }}", f'{{{{ figures(ids=["{ids[0]}"]) }}}}')
    told = [p for p in problems(rain) if p.rule == "every-record-shown"]
    others = ", ".join(f'"{name}"' for name in ids[1:-1])
    assert [p.message for p in told] == [
        f'no page shows {others} and "{ids[-1]}"' if others else f'no page shows "{ids[-1]}"'
    ]
    assert "to the list at content/index.md:" in told[0].help
    replace(index, f'{{{{ figures(ids=["{ids[0]}"]) }}}}', told[0].paste)
    assert not [p for p in problems(rain) if p.rule == "every-record-shown"]


def test_a_renamed_record_is_no_cascade(rain: Path) -> None:
    """Each place that names it is told once, with its new id, and nothing that follows from it."""
    replace(rain / "seeds/facts/agents.yml", "id: director", "id: the-director")
    told = problems(rain)
    assert told and {p.help for p in told} == {"did you mean the-director?"}
    index = rain / "content/index.md"
    replace(index, "{{ figures() }}", '{{ figures(ids=["no-such-number"]) }}')
    assert [p.rule for p in problems(rain) if p not in told] == ["valid-blocks"]


def test_an_address_from_the_root_is_told_as_seen_from_the_page(rain: Path) -> None:
    with (rain / "content/index.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [the start](/index/).[^dry-again]\n")
    assert only(problems(rain), "no-dead-links").help.endswith(": index.md")


# --- records and files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message", "help"),
    [
        (
            "attribution: [weather-office]",
            "attribution: weather-office, mayor",
            '"attribution" is not an id: "weather-office, mayor"',
            "ids have small letters a-z, digits and hyphens; several are a list in square brackets:"
            " [weather-office, mayor]",
        ),
        (
            "attribution: [weather-office]",
            "attribution: [The Mayor]",
            '"attribution" is not an id: "The Mayor"',
            "did you mean mayor?",
        ),
        (
            "value: 40",
            "value: 40,000",
            '"value" is not a number: "40,000"',
            "write digits, with a point before decimals and nothing else: 40000",
        ),
    ],
)
def test_a_field_that_does_not_fit_is_one_problem_in_plain_words(
    rain: Path, old: str, new: str, message: str, help: str
) -> None:
    facts = sorted((rain / "seeds/facts").glob("*.yml"))
    path = next(path for path in facts if old in path.read_text("utf-8"))
    replace(path, old, new)
    told = only(problems(rain), "load")
    assert (told.message, told.help) == (message, help)


def test_all_that_is_wrong_with_a_record_is_said_at_once(rain: Path) -> None:
    """A field that does not fit hides nothing else, and what rests on it is no fault of its own."""
    facts = rain / "seeds/facts"
    replace(facts / "figures.yml", "    value: 40", "    value: 40,0")
    replace(facts / "figures.yml", "    unit: litres", "    units: litres")
    (facts / "more.yml").write_text(
        "claims:\n  - id: again\n    statement: It took 77 hours.\n    kind: fakt\n"
        "    as_of: today\n    evidence: no such words\n",
        "utf-8",
    )
    told = sorted((p.path.rpartition("/")[2], p.rule) for p in problems(rain))
    assert told == sorted(
        [
            *[("figures.yml", "load")] * 2,
            *[("more.yml", "load")] * 2,
            ("more.yml", "exact-words"),
            ("more.yml", "numbers-in-prose"),
        ]
    )


@pytest.mark.parametrize("cell", ["not_stated", "{statement: not_stated}"])
def test_a_cell_that_is_not_stated_is_told_how_to_say_so(tmp_path: Path, cell: str) -> None:
    root = copied(SITES["ferry"], tmp_path)
    row = next(r for r in load(root)[0].of_kind("comparisons"))
    options = [*row.cells]
    facts = root / load(root)[0].where[row.id].path
    text = facts.read_text("utf-8")
    start = text.index(f"id: {row.id}\n")
    head, cells = text[:start], text[start:]
    last = rf"(?m)^( +){options[-1]}:.*\n(?:\1 +.*\n)+"
    cells = re.sub(last, rf"\1{options[-1]}: {cell}\n", cells, count=1)
    facts.write_text(head + cells, "utf-8")
    told = [p for p in problems(root) if "not_stated" in p.message]
    assert len(told) == 1 and "not_stated: true" in told[0].help, problems(root)


@pytest.mark.parametrize(
    ("exact", "help"),
    [
        ("“The town calls the meadow a “sponge”.”", "remove the quotation marks around"),
        ("The town ... a “sponge”.", "write […] where words are left out"),
    ],
)
def test_words_that_are_not_the_sources_are_told_why(rain: Path, exact: str, help: str) -> None:
    claim = f"id: a-sponge, statement: A sponge., kind: fact, evidence: '{exact}'"
    (rain / "seeds/facts/more.yml").write_text(f"claims:\n  - {{{claim}}}\n", "utf-8")
    assert only(problems(rain), "exact-words").help.startswith(help)


# --- a source in the browser ----------------------------------------------------------------------

TEXT = "The gates of the mill are of oak and were made for it by the town, and that is all of it.\n"


def test_a_text_alone_is_given_its_record_and_the_record_its_seal(rain: Path) -> None:
    text, record = (rain / f"seeds/sources/second.{ending}" for ending in ("txt", "yml"))
    text.write_text(TEXT, "utf-8")
    told, others = only(problems(rain), "load"), {p.rule for p in problems(rain)}
    assert told.message == "the source has no record" and "language: en\n" in told.paste
    # what else is to be done for it is said with it, and not a save later
    assert {"provenance-stated", "no-unused-clause", "exact-words"} <= others
    record.write_text(told.paste, "utf-8")
    assert {p.rule for p in problems(rain)} >= {"provenance-stated", "no-unused-clause"}
    record.write_text(re.sub("sha256:.*\n", "", told.paste), "utf-8")
    (seal,) = (p for p in problems(rain) if p.rule == "sealed-sources")
    assert seal.paste in told.paste and "no-unused-clause" in {p.rule for p in problems(rain)}
    text.write_text(f"{TEXT}\n", "utf-8")
    record.write_text(told.paste, "utf-8")
    changed = only(problems(rain), "sealed-sources")
    assert "restore the text" in changed.help and changed.paste != seal.paste
    assert not any("explainer" in p.help for p in (told, seal, changed))


def test_the_language_of_a_text_is_told_where_it_is_clear(rain: Path) -> None:
    german = "Das Haus ist mit dem Hof und der Scheune nicht zu sehen, und die Leute sind da.\n"
    text, record = (rain / f"seeds/sources/second.{ending}" for ending in ("txt", "yml"))
    text.write_text(german, "utf-8")
    told = only(problems(rain), "load")
    assert "language: de\n" in told.paste
    record.write_text(told.paste.replace("language: de", "language: en"), "utf-8")
    assert only(problems(rain), "language-known").help.startswith("write language: de")
    text.write_text("Ja, und nein.\n", "utf-8")  # too little to tell by
    record.write_text(told.paste.replace("language: de", "language: en"), "utf-8")
    assert "language-known" not in {p.rule for p in problems(rain)}


@pytest.mark.parametrize("words", [b"", b" \n\n", b"caf\xe9 and more\n"])
def test_no_text_is_no_source(rain: Path, words: bytes, capsys: pytest.CaptureFixture) -> None:
    (rain / "seeds/sources/second.txt").write_bytes(words)
    (told,) = problems(rain)
    assert told.path == "seeds/sources/second.txt"
    assert main(["seal", "second", "--root", str(rain)]) == 1
    assert "seeds/sources/second.txt" in capsys.readouterr().err
    assert not (rain / "seeds/sources/second.yml").exists()


def test_what_is_not_sealed_is_not_drafted_and_leaves_nothing(
    rain: Path, capsys: pytest.CaptureFixture
) -> None:
    (rain / "seeds/sources/second.txt").write_text("Bellmoor 3, Skelby 1 (May 2020).\n", "utf-8")
    before = sorted((rain / "seeds").rglob("*"))
    assert main(["draft", "second", "--root", str(rain)]) != 0
    assert "explainer seal second" in capsys.readouterr().err
    assert sorted((rain / "seeds").rglob("*")) == before


def test_the_language_of_a_few_sentences_of_sport_is_plain() -> None:
    sport = (
        "Bellmoor beat Skelby 3-1 at home on Saturday. Lena Brodeur scored twice before half-time."
        " Her team had lost four games in a row. Skelby pulled one back late on. Coach Ines Maro"
        " praised her players. They play Norrey next week. Tickets cost £12."
    )
    assert language_of(sport) == "en"
    assert language_of("Bellmoor 3, Skelby 1.") == ""


def test_another_source_takes_nothing_from_what_is_told_of_the_first(tmp_path: Path) -> None:
    root = copied(SITES[REAL], tmp_path)
    shutil.copy(SITES[REAL] / "mkdocs.yml", root)
    if not any("told(" in p.read_text("utf-8") for p in (root / "content").glob("*.md")):
        pytest.skip("no page tells of sentences")
    (root / "seeds/sources/a-first.txt").write_text(TEXT, "utf-8")
    told = only(problems(root), "load")
    (root / "seeds/sources/a-first.yml").write_text(told.paste, "utf-8")
    assert "valid-blocks" not in {p.rule for p in problems(root)}


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


def test_what_the_guide_shows_of_pages_passes_when_pasted(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    root = copied(SITES[REAL], tmp_path)
    shutil.copy(SITES[REAL] / "mkdocs.yml", root)
    (question,) = re.findall(r"(?m)^    (## .*\?)\n\n    (.+)$", guide)
    with (root / "content/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n{question[0]}, again?\n\n{question[1]}\n\n[More](questions.md)\n")
    (front,) = re.findall(r"(?ms)^       ---\n.*?^       # .*?$", guide)
    lines = "\n".join(line[7:] for line in front.split("\n"))
    (root / "content/questions.md").write_text(f"{lines}\n\n{question[1]}\n", "utf-8")
    assert problems(root) == []


def test_notes_that_repeat_the_source_are_to_be_reworded_and_raise_no_bound(rain: Path) -> None:
    more = [
        "The boat to the island was late again",
        "and the school stayed open for all of the week",
    ]
    text = rain / "seeds/sources/rain-report.txt"
    text.write_text(text.read_text("utf-8") + f"\n{', '.join(more)}.\n", "utf-8")
    record = rain / "seeds/sources/rain-report.yml"
    entry = "  - exact: {}\n    what: clause\n    reason: off_topic\n    note: {}\n"
    entries = (entry.format(words, f"{words} too.") for words in (f"{more[0]},", f"{more[1]}."))
    record.write_text(record.read_text("utf-8") + "".join(entries), "utf-8")
    replace(rain / "seeds/settings.yml", "max_share_quoted: 0.95", "max_share_quoted: 0.7")
    problem = only(problems(rain), "share-published")
    assert problem.path == "seeds/sources/rain-report.yml"
    assert "our own words that repeat the source" in problem.message
    assert problem.wrote in more and problem.help.startswith("say it in other words here")
    assert not problem.paste


def test_words_to_search_by_that_repeat_the_source_are_told_at_their_line(tmp_path: Path) -> None:
    rain = copied(SITES["rain"], tmp_path)
    shutil.copytree(ROOT / "tests/bad/share-repeated/seeds", rain / "seeds", dirs_exist_ok=True)
    source = rain / "seeds/sources/rain-report.yml"
    note = "On the hill behind the town a flock was seen."
    replace(source, f"note: {note}", f"note: Of some animals seen.\n    keywords: [{note}]")
    (line,) = (i for i, text in enumerate(source.read_text().split("\n"), 1) if note in text)
    problem = only(problems(rain), "share-repeated")
    assert (problem.path, problem.line) == ("seeds/sources/rain-report.yml", line)


@pytest.mark.parametrize("bound, least", [("0.5", "0.88"), ("0.87", "0.88")])
def test_of_a_bound_the_least_is_named_that_passes(rain: Path, bound: str, least: str) -> None:
    settings = rain / "seeds/settings.yml"
    replace(settings, "max_share_quoted: 0.95", f"max_share_quoted: {bound}")
    problem = only(problems(rain), "share-published")
    assert problem.paste.startswith(f"max_share_quoted: {least}\n")
    replace(settings, f"max_share_quoted: {bound}", problem.paste.split("\n")[0])
    assert not problems(rain)


@pytest.mark.parametrize(
    ("words", "mark", "kept"),
    [
        (
            "The council opened the bridge, weeks after the flood took the old walls away.",
            "",
            "The council opened the bridge,",
        ),
        ("The council opened the bridge after a long, staggering, noisy row in its hall.", "", ""),
        (
            "The council opened the bridge, weeks after the flood took the old walls away.",
            "the flood took the old walls",
            "",
        ),
        (
            "The council opened the bridge, and the old walls fell into the river that night.",
            "",
            "",
        ),
        ("The council opened the bridge, or the old walls fell into the river that night.", "", ""),
        ("The council opened the bridge, if the old walls fell into the river that night.", "", ""),
        ("The council met at noon, weeks after the crane opened the old walls for all.", "", ""),
    ],
)
def test_on_which_clause_a_record_could_rest_alone_is_said(
    rain: Path, words: str, mark: str, kept: str
) -> None:
    """Where the rest could be set aside, and nothing in it is marked."""
    text = rain / "seeds/sources/rain-report.txt"
    text.write_text(f"{text.read_text('utf-8')}\n{words}\n", "utf-8")
    claim = (
        f"claims:\n  - id: opened\n    statement: It opened.\n    evidence:\n      exact: {words}\n"
    )
    claim += f"      highlight: {mark}\n" if mark else ""
    (rain / "seeds/facts/more.yml").write_text(claim, "utf-8")
    replace(rain / "seeds/settings.yml", "max_share_quoted: 0.95", "max_share_quoted: 0.82")
    (help,) = (p.help for p in problems(rain) if p.rule == "share-published")
    assert help.startswith("put this into seeds/settings.yml, in the place of the line")
    assert (
        (f"rest this on “{kept}” alone, and set “" in help) if kept else ("alone, and" not in help)
    )


def test_what_is_too_much_is_told_where_the_change_added_it(rain: Path) -> None:
    text = rain / "seeds/sources/rain-report.txt"
    words = "The council opened the bridge after a long, staggering, noisy row in its hall."
    new = "The walls fell in May."
    text.write_text(f"{text.read_text('utf-8')}\n{words} {new}\n", "utf-8")
    claim = "claims:\n  - {id: %s, statement: It was so., evidence: '%s'}\n"
    (rain / "seeds/facts/more.yml").write_text(claim % ("opened", words), "utf-8")
    committed(rain)
    (rain / "seeds/facts/new.yml").write_text(claim % ("fell", new), "utf-8")
    replace(rain / "seeds/settings.yml", "max_share_quoted: 0.95", "max_share_quoted: 0.62")
    checked = check_site(rain)
    (plain,) = (p for p in checked.problems if p.rule == "share-published")
    assert plain.path == "seeds/facts/more.yml"
    (told,) = (p for p in _in_order(checked, "HEAD") if p.rule == "share-published")
    assert told.path == "seeds/facts/new.yml" and "opened (" in told.help


@pytest.mark.parametrize("printed", ["41", "4 litres", "fourty"])
def test_a_number_whose_figure_is_to_be_mended_is_not_to_be_set_aside(
    rain: Path, printed: str
) -> None:
    """Neither by itself nor in what is given to paste: it would be used once the figure is
    mended."""
    record = rain / "seeds/sources/rain-report.yml"
    replace(
        record,
        "set_aside:\n",
        "set_aside:\n  - {exact: The weather office said on, what: sentence, reason: off_topic,"
        " note: It rained 40 litres.}\n",
    )
    replace(rain / "seeds/facts/figures.yml", 'value_text: "40"', f"value_text: '{printed}'")
    found = problems(rain)
    only(found, "value-as-printed")
    assert "no-unrecorded-number" not in {p.rule for p in found}
    assert "40" not in only(found, "needless-set-aside").paste


def slips(words: str) -> set[str]:
    """Some words with what hurried editors do to them."""
    parts = words.split()
    cuts = {" ".join(parts[a:b]) for a, b in ((1, None), (0, -1), (1, -1), (2, None), (0, 3))}
    letters = {words.replace("e", "3", 1), words.replace(" the ", " teh ", 1), f"“{words}”"}
    return {w for w in cuts | letters | {words.strip('“”"„«» ,.')} if w} - {words}


@pytest.mark.parametrize("name", FIXED)
def test_words_that_are_offered_pass_when_pasted(name: str) -> None:
    read, offered = replace_in(topic(name), pages={}), 0
    rules = ("exact-words", "whole-clauses", "no-dropped-negation")
    for id, record in read.records.items():
        for key, selector in selectors(record) if not record.draft else ():
            plain = changed(record, (*key, "highlight"), []) if selector.highlight else record
            for wrong in slips(selector.exact) if key[0] != MENTION else ():
                slip = replace_in(read, records={id: changed(plain, (*key, "exact"), wrong)})
                told = [p for p in run(Site(slip), *rules) if p.wrote == wrong and p.nearest]
                for problem in told[:1]:
                    mended = changed(plain, (*key, "exact"), problem.nearest)
                    left = run(Site(replace_in(read, records={id: mended})), *rules)
                    assert not [p for p in left if p.wrote == problem.nearest], (wrong, problem)
                    offered += 1
    assert offered > 20 or name == "two-sources"


# --- what an answer may cite, what a field may hold -----------------------------------------------


@pytest.mark.parametrize(
    "answer, told",
    [
        ("Rain fell for a night: 40 litres.", "perhaps [^rain-in-one-night], which has most"),
        ("The mayor grazes 20 sheep on the hill.", "set aside at seeds/sources/rain-report.yml:"),
        ("It cost 900 pounds.", "cite the fact it comes from in the same sentence"),
        ("Rain fell for a night: 40 litres.[^a-warning]", "perhaps [^rain-in-one-night], which"),
        ("Rain fell for a night: 41 litres.", "cite the fact it comes from in the same sentence"),
    ],
)
def test_an_answer_that_cites_nothing_is_told_what_has_its_words(
    rain: Path, answer: str, told: str
) -> None:
    text = rain / "seeds/sources/rain-report.txt"
    text.write_text(
        text.read_text("utf-8") + "\nThe sheep graze on the hill, 20 of them.\n", "utf-8"
    )
    record = rain / "seeds/sources/rain-report.yml"
    entry = "  - exact: The sheep graze on\n    what: sentence\n    reason: off_topic\n"
    note = "    note: It has 20 sheep.\n"
    record.write_text(record.read_text("utf-8") + entry + note, "utf-8")
    page = rain / "content/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n## How much was it?\n\n{answer}\n", "utf-8")
    helps = [p.help for p in problems(rain) if p.rule == "numbers-in-prose"]
    assert helps and all(told in help for help in helps), helps


def chosen() -> Iterator[tuple[type[BaseModel], str, list[str]]]:
    """Each field of records, sources and settings that has choices."""
    for model in dict.fromkeys([*KINDS.values(), *INNER.values(), Source]):
        for name, field in model.model_fields.items():
            words = [c for c in choices(field.annotation) if c != NOT_STATED]
            if words and name != "inferred":  # names of fields
                yield model, name, words


@pytest.mark.parametrize(("model", "name", "words"), [*chosen()], ids=str)
def test_a_choice_that_is_missing_or_wrong_is_told_with_what_each_means(
    model: type[BaseModel], name: str, words: list[str]
) -> None:
    for data in ({}, {name: "something-else"}):
        told = list[str]()
        try:
            model.model_validate(data)
        except ValidationError as error:
            told = [help for keys, _, help in in_words(error, model) if keys == (name,)]
        required = model.model_fields[name].is_required() or data
        assert bool(told) == bool(required)
        for help in told:
            assert not [word for word in words if f"{word}: " not in help], help


def test_a_quotation_without_a_date_is_told_that_it_needs_no_basis(rain: Path) -> None:
    quotes = rain / "seeds/facts/quotes.yml"
    date = re.search(r"(?m)^    date_said: .*\n", quotes.read_text("utf-8"))
    assert date
    replace(quotes, date[0], "    date_said: not_stated\n    date_basis: reference\n")
    told = [p for p in problems(rain) if "basis" in p.message]
    assert [p.help for p in told] == ["remove the line"]


@pytest.mark.parametrize("words", ["Photo", "a picture", "Bild 2"])
def test_a_picture_whose_words_say_only_that_it_is_one_needs_others(rain: Path, words: str) -> None:
    (rain / "content/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    index = rain / "content/index.md"
    before = index.read_text("utf-8")
    for said, told in ((words, True), ("The bank of the river", False)):
        index.write_text(f"{before}\n![{said}](a.png) [^ref-rainfall]\n", "utf-8")
        found = run(Site(load(rain)[0]), "files-shown")
        assert any("no words for those who cannot see it" in p.message for p in found) == told


def test_the_language_that_a_text_was_read_in_is_offered(rain: Path) -> None:
    replace(rain / "seeds/sources/rain-report.yml", "language: en\n", "")
    (told,) = (p for p in load(rain)[1] if p.message == '"language" is missing')
    assert told.paste == "language: en\n"


def test_a_text_with_marks_is_offered_in_others(rain: Path) -> None:
    facts = rain / "seeds/facts/statements.yml"
    replace(facts, "statement: The", 'statement: It said: "no": The')
    told = [p.help for p in load(rain)[1] if "this is not YAML" in p.message]
    assert any('statement: \'It said: "no": The' in help for help in told), told


def test_who_is_only_in_a_reference_gets_no_record(rain: Path) -> None:
    facts, people = rain / "seeds/facts/statements.yml", rain / "seeds/facts/people.yml"
    text = facts.read_text("utf-8")
    facts.write_text(re.sub(r"(?m)^(    confirms: )", r"\1Ida Marsh measured it. ", text), "utf-8")
    people.write_text("people: [{id: marsh, name: Ida Marsh, description: Measures.}]\n", "utf-8")
    told = only(run(Site(load(rain)[0]), "named-in-source"), "named-in-source")
    assert (told.message, told.paste) == ('no source names "Ida Marsh"', "")
    assert told.help.endswith("name them on a page, and cite [^ref-rainfall]")


def test_the_works_that_have_a_day_are_named(rain: Path) -> None:
    facts, quotes = rain / "seeds/facts/statements.yml", rain / "seeds/facts/quotes.yml"
    text = facts.read_text("utf-8")
    facts.write_text(re.sub(r"(?m)^(    confirms: )", r"\1Of 12 July 2021. ", text), "utf-8")
    date = re.search(r"(?m)^    date_said: .*\n", quotes.read_text("utf-8"))
    assert date
    replace(quotes, date[0], "    date_said: 2021-07-12\n    date_basis: reference\n")
    told = [p for p in problems(rain) if p.message == "no reference gives this date"]
    assert [p.help.rpartition(": ")[2] for p in told] == ["ref-rainfall"]


def test_a_name_far_from_all_others_is_not_taken_for_one(rain: Path) -> None:
    replace(
        rain / "seeds/facts/figures.yml", "attribution: [weather-office]", "attribution: [kreis]"
    )
    told = [p for p in problems(rain) if 'no record "kreis"' in p.message]
    assert told and not any("did you mean" in p.help for p in told)
