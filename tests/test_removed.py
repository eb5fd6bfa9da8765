"""What a change says that takes a record out, or that repeats one: what to do is told at the first
save, by what still has the words, and holds once it is done."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from explainer.commands.build import build_site, check_site
from explainer.commands.cli import _in_order, main
from explainer.commands.diff import diff
from explainer.commands.length import too_long
from explainer.commands.review import review
from explainer.commands.spelling import _one_off
from explainer.drafting.draft import draft
from explainer.rules.once import Once
from explainer.site.catalog import Deployment
from explainer.text.adjectives import has_adjective
from explainer.text.languages import language
from explainer.text.polarity import denied, without_limits
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import FIXED, append, committed, copied, problems, replaced, run

FACTS, SOURCE = "seeds/facts/facts.yml", "seeds/sources/ferry.yml"
RAIN = "seeds/sources/rain-report.yml"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A small site, committed."""
    return committed(copied(FIXED["ferry"], tmp_path / "site"))


def cut(root: Path, name: str) -> None:
    """Take a record out of the file of facts."""
    path = root / FACTS
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"  - id: {name}\n(?:   .*\n)*", "", text), "utf-8")
    assert path.read_text("utf-8") != text


def compared(root: Path, *parts: str) -> list[Problem]:
    """The problems beside what was committed that have some words."""
    some = _in_order(check_site(root), "HEAD")
    return [p for p in some if all(part in f"{p.message} {p.help}" for part in parts)]


# --- a record that is gone ------------------------------------------------------------------------


def test_no_record_of_other_words_is_offered_for_one_that_is_gone(ferry: Path) -> None:
    """Whatever its id: another number is no replacement."""
    append(ferry / "content/index.md", "\nIt has carried 1 million.[^passengers-so-far]\n")
    committed(ferry)
    cut(ferry, "passengers-so-far")
    told = compared(ferry, '"passengers-so-far" is gone')
    assert told and not any("bridge-passengers" in f"{p.help}{p.paste}" for p in told)


def test_what_a_correction_said_of_a_record_that_is_gone_stands(ferry: Path) -> None:
    entry = (
        "  - {id: carried, date: 2020-05-20, record: passengers-so-far, what: It was 1 million.}\n"
    )
    replaced(ferry / FACTS, "corrections:\n", f"corrections:\n{entry}")
    assert not problems(ferry)
    committed(ferry)
    cut(ferry, "passengers-so-far")
    lead = "redirects:\n  - {id: passengers-so-far, to: bridge-passengers}\n"
    (ferry / "seeds/facts/redirects.yml").write_text(lead, "utf-8")
    assert not [p for p in problems(ferry) if p.path == FACTS and "1 million" in p.message]


def test_a_new_correction_of_what_is_gone_has_no_number_of_nobody(ferry: Path) -> None:
    cut(ferry, "passengers-so-far")
    lead = "redirects:\n  - {id: passengers-so-far, to: bridge-passengers}\n"
    entry = "  - {id: carried, date: 2020-05-20, record: passengers-so-far, what: It was NUMBER.}\n"
    path = ferry / "seeds/facts/redirects.yml"
    for number, faults in (("1 million", 0), ("7 million", 1), ("not so", 0)):
        path.write_text(f"{lead}corrections:\n{entry.replace('NUMBER', number)}", "utf-8")
        told = [p for p in diff(ferry, "HEAD").owed if "nor in what stands" in p.message]
        assert len(told) == faults


def test_an_old_correction_waits_for_a_new_one_and_stays(ferry: Path) -> None:
    entry = "  - id: carried\n    date: 2020-05-20\n    record: passengers-so-far\n"
    entry += "    what: It was 1 million.\n"
    replaced(ferry / FACTS, "corrections:\n", f"corrections:\n{entry}")
    committed(ferry)
    path = ferry / FACTS
    text = path.read_text("utf-8")
    start, end = text.index("    value: 1000000"), text.index("  - id: bridge-passengers")
    other = text[text.index("    value: 400000") : text.index("  - id: guests-to-islanders")]
    path.write_text(text[:start] + other + text[end:], "utf-8")
    (told,) = [p for p in compared(ferry, '"1 million"') if p.path == FACTS]
    assert told.help.startswith("leave this as it is: it holds once a new correction of passengers")
    new = entry.replace("carried", "again").replace("what: It was 1 million.", "what: Of another.")
    new = f"{new}    before: 1 million\n    after: 400,000\n"
    replaced(ferry / FACTS, "corrections:\n", f"corrections:\n{new}")
    assert not [p for p in compared(ferry, '"1 million"') if p.path == FACTS]


def test_what_rests_on_a_quotation_that_is_gone_is_told_what_to_do_once(ferry: Path) -> None:
    append(ferry / "content/index.md", "\nShe said “severe delays”.[^lindqvist-severe-delays]\n")
    append(ferry / FACTS, "")
    position = """  - id: okonjo-time
    holder: clara-okonjo
    topic: bridge
    stance: for
    statement: She said that it takes time.
    attribution: [clara-okonjo]
    evidence: “Our goal here is a bridge, and a bridge takes time,”
"""
    replaced(ferry / FACTS, "positions:\n", f"positions:\n{position}")
    committed(ferry)
    cut(ferry, "lindqvist-severe-delays")
    (told,) = [p for p in compared(ferry, "-delays") if p.path == "content/index.md"]
    assert told.help.startswith("no quotation record has its words any more: take")
    assert "cite lindqvist-land" in told.help and told.help.endswith("or put it back")


def test_what_cannot_be_set_aside_is_told_with_how_many_words(rain: Path) -> None:
    """Before a note is asked for."""
    append(rain / "seeds/settings.yml", "max_share_set_aside: 0.33\n")
    committed(rain)
    sentences = " ".join(f"The {one} is far away from the sea." for one in ("hill", "moor", "dyke"))
    append(rain / "seeds/sources/rain-report.txt", f"\n\n{sentences}\n")
    told = [p for p in problems(rain) if p.rule == "no-unused-clause"]
    full = [p for p in told if not p.paste]
    assert all("of 24 words without a record" in p.help for p in told if p.paste) and full
    assert re.search(
        r"its 8 words \(of 24 .*\) would have to be set aside, and \d may be", full[0].help
    )
    for one in ("hill", "moor", "dyke"):
        entry = f"exact: The {one} is far, what: sentence, reason: background, note: A {one}."
        append(rain / RAIN, f"  - {{{entry}}}\n")
    append(rain / "seeds/sources/rain-report.txt", "\n\nNobody lives on the moor or the hill.\n")
    (told, *_) = [p for p in problems(rain) if p.rule == "no-unused-clause"]
    assert "too many is set aside already (see set_aside: in" in told.help


def test_a_date_that_rested_on_what_is_gone_is_told_so(ferry: Path) -> None:
    agents = ferry / "seeds/facts/agents.yml"
    text = agents.read_text("utf-8")
    start = text.index("  - id: harbour-radio")
    where = text.index("    description: ", start)
    line = text[where : text.index("\n", where) + 1]
    agents.write_text(text.replace(line, f"{line.rstrip()[:-1]}, on 17 May 2020.\n"), "utf-8")
    assert not problems(ferry)
    committed(ferry)
    for name in ("okonjo-takes-time", "sunday-interviews"):
        cut(ferry, name)
    (told,) = [p for p in compared(ferry, "17 May 2020") if "agents" in p.path]
    assert 'May 2020" rested on "okonjo-takes-time", which is gone with this' in told.message
    assert told.help.startswith("put it back, or leave ")


# --- notes ----------------------------------------------------------------------------------------


def aside(root: Path, sentence: str, note: str) -> list[str]:
    append(root / "seeds/sources/rain-report.txt", f"\n\n{sentence}\n")
    entry = f"  - exact: {sentence.rstrip('.')}\n    what: sentence\n    reason: background\n"
    append(root / RAIN, f"{entry}    note: {note}\n")
    return [p.message for p in problems(root) if p.rule in ("aside-as-said", "not-turned-round")]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("The library lends no more than five books.", "It lends at most five books."),
        ("The wall is not more than five metres high.", "It is five metres high at most."),
        ("No fewer than five boats came.", "At least five boats came."),
    ],
)
def test_a_limit_is_no_denial(rain: Path, sentence: str, note: str) -> None:
    assert aside(rain, sentence, note) == []


def test_a_denial_is_one_beside_a_limit_too(rain: Path) -> None:
    said = "The library does not lend more than five books to a child."
    assert any('"not", and denies' in m for m in aside(rain, said, "It lends five books a child."))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nicht mehr als drei", "de"),
        ("pas plus de trois", "fr"),
        ("ne pèse pas plus d'un kilo", "fr"),
        ("no más de tres", "es"),
        ("no later than May", "en"),
    ],
)
def test_limits_of_all_languages(text: str, code: str) -> None:
    marks = language(code)
    assert denied(text, marks) == () and without_limits(text) != text


@pytest.mark.parametrize(
    "text", ["no more than a rumour", "no longer a ship", "not more than that"]
)
def test_what_limits_no_amount_denies(text: str) -> None:
    assert without_limits(text) == text


def test_all_that_a_note_leaves_out_is_told_at_once(rain: Path) -> None:
    (told,) = aside(
        rain, "The mayor said that 14 boats and 15 carts came to the town.", "Some came."
    )
    assert all(part in told for part in ('"14"', '"15"', "(mayor)"))


@pytest.mark.parametrize(
    ("name", "text", "has"),
    [
        ("Ukraine", "the Ukrainian military", True),
        ("Russia", "Russian losses", True),
        ("Russland", "russische Truppen", True),
        ("Ukraine", "l'armée ukrainienne", True),
        ("China", "Chinese ships", True),
        ("France", "French ships", True),
        ("Iran", "iron and Iraqi oil", False),
        ("India", "indeed", False),
        ("Austria", "Australian", False),
    ],
)
def test_an_adjective_counts_as_the_name(name: str, text: str, has: bool) -> None:
    assert has_adjective(name, text) is has


# --- the same words twice -------------------------------------------------------------------------


def test_a_part_of_a_quotation_is_no_other(ferry: Path) -> None:
    again = """  - id: takes-time
    text: a bridge takes time,
    kind: spoken
    speaker: clara-okonjo
    attributed_by: Okonjo told Harbour Radio.
    said_via: harbour-radio
    date_said: 2020-05-17
    evidence: “Our goal here is a bridge, and a bridge takes time,” Okonjo told Harbour Radio.
"""
    replaced(ferry / FACTS, "quotes:\n", f"quotes:\n{again}")
    (told,) = [p for p in problems(ferry) if p.rule == "quoted-once"]
    assert told.message == '"okonjo-takes-time" has these words among its own already'


def test_where_it_was_said_is_given_as_a_line(ferry: Path) -> None:
    replaced(ferry / FACTS, "said_via: chirp", "said_via: not_stated")
    (told,) = [p for p in problems(ferry) if p.rule == "said-where-stated"]
    assert told.paste == "    said_via: chirp\n" and "not_stated" not in told.help
    replaced(
        ferry / FACTS,
        'a Chirp post from a shepherd:"\n    said_via: not_stated\n',
        f'a Chirp post from a shepherd:"\n{told.paste}',
    )
    assert not [p for p in problems(ferry) if p.rule == "said-where-stated"]


def test_words_that_attribute_are_those_beside_the_quotation(ferry: Path) -> None:
    replaced(ferry / FACTS, "attributed_by: she added.", "attributed_by: Okonjo told the Island")
    (told,) = [p for p in problems(ferry) if "not in the source" in p.message]
    assert told.paste == '    attributed_by: "she added."\n' and not told.nearest


def test_a_number_is_one_word_of_a_run(rain: Path) -> None:
    append(rain / "seeds/sources/rain-report.txt", "\n\nIt said that 14,000 books had been lost.\n")
    said = "The weather office said that 14,000 books had been lost.[^rain-in-one-night]"
    append(rain / "content/index.md", f"\n{said}\n")
    assert not [p for p in problems(rain) if p.rule == "no-copied-words"]
    append(
        rain / "seeds/sources/rain-report.txt",
        "\n\nOne of 14,000 books had been lost in the town.\n",
    )
    append(
        rain / "content/index.md", "\nOne of 14,000 books had been lost in the town.[^dry-again]\n"
    )
    (told,) = [p for p in problems(rain) if p.rule == "no-copied-words"]
    assert told.wrote == "one of 14,000 books had been lost in the town"


def test_a_quotation_on_too_many_pages_is_told_where_it_is_added(ferry: Path) -> None:
    words = "\nShe said that “We’re still a long way off”.[^okonjo-long-way-off]\n"
    for page in ("people", "timeline", "record", "compared", "search"):
        append(ferry / f"content/{page}.md", words)
    checked = check_site(ferry)
    assert checked.problems == []
    (told,) = too_long(checked, "HEAD")
    lines = (ferry / told.path).read_text("utf-8").split("\n")
    assert lines[told.line - 1] == words.strip() and "(fact:okonjo-long-way-off)" in told.help


def test_pages_that_grow_too_long_are_told_at_what_grew_at_the_first_save(ferry: Path) -> None:
    """To the word that the build counts; and about, while something else is to be mended."""
    once = Once(check_site(ferry).site)
    build_site(ferry)
    for path in once.site.outlines:
        once.count(path, (ferry / "build/docs" / path).read_text("utf-8"))
    have, settings = sum(once.counts.values()), ferry / "seeds/settings.yml"
    append(settings, f"most_words: {have + 5}\n")
    committed(ferry)
    four = "\nThis page is short.[^okonjo-takes-time]\n"  # whose note is no word of it
    append(ferry / "content/record.md", four)
    assert too_long(check_site(ferry), "HEAD") == []
    append(ferry / "content/record.md", "\nWhoever reads this page may go back soon.\n")
    line = (ferry / "content/record.md").read_text("utf-8").split("\n").index(four.strip()) + 1
    (told,) = too_long(check_site(ferry), "HEAD")
    assert (told.path, told.line) == ("content/record.md", line)
    assert told.message.startswith(f"the pages have {have + 12:,} words together, 7 too many")
    assert told.paste.startswith("most_words: ")
    append(ferry / "content/index.md", "\nShe said “no such words”.\n")
    checked = check_site(ferry)
    (told,) = too_long(checked, "HEAD")
    assert checked.problems and f"have about {have + 17:,} words" in told.message
    claim = f"  - id: more\n    kind: claim\n    statement: {'So it is. ' * 20}\n"
    git = ["git", "-C", str(ferry), "checkout", "-q", "--", "content"]
    subprocess.run(git, check=True)
    replaced(ferry / FACTS, "claims:\n", f"claims:\n{claim}    evidence: no such words\n")
    (told,) = too_long(check_site(ferry), "HEAD")
    lines = (ferry / told.path).read_text("utf-8").split("\n")
    assert "id: more" in lines[told.line - 1]


def test_of_a_sentence_that_others_use_the_quotation_alone_is_set_aside(ferry: Path) -> None:
    """What is offered for the sentence passes."""
    cut(ferry, "okonjo-takes-time")
    words = "“Our goal here is a bridge, and a bridge takes time,” Okonjo told Harbour Radio."
    claim = "  - id: told-radio\n    kind: claim\n    statement: It takes time.\n"
    claim += f"    attribution: [clara-okonjo]\n    evidence: {words}\n"
    replaced(ferry / FACTS, "claims:\n", f"claims:\n{claim}")
    entry = "  - exact: Okonjo told Harbour Radio.\n    what: sentence\n    reason: background\n"
    replaced(ferry / SOURCE, "set_aside:\n", f"set_aside:\n{entry}    note: A bridge.\n")
    rules = "needless-set-aside", "no-unrecorded-quotation", "no-unused-clause"
    (told,) = run(Site(load(ferry)[0]), *rules)
    last = told.paste[told.paste.rindex("  - exact:") :]
    assert "what: quotation" in last and "a bridge takes time" in last
    filled = told.paste.replace("note: ", "note: A bridge takes time.")
    replaced(ferry / SOURCE, f"{entry}    note: A bridge.\n", filled)
    assert run(Site(load(ferry)[0]), *rules) == []


def test_a_quotation_that_is_gone_repeats_what_a_record_has(ferry: Path) -> None:
    cut(ferry, "lindqvist-severe-delays")
    (told,) = [p for p in compared(ferry) if p.rule == "no-unrecorded-quotation"]
    assert "reason: repetition" in told.paste and "the only quotation that has" in told.message
    cut(ferry, "okonjo-anybody-thinks")
    reasons = [
        p.paste.partition("reason: ")[2].split()[0]
        for p in problems(ferry)
        if p.rule in ("no-unrecorded-quotation", "no-unused-clause") and "anybody" in p.wrote
    ]
    assert reasons and {*reasons} == {"background"}


CHANGED = {
    "words of a quotation": (
        "text: Our goal here is a bridge, and a bridge takes time,",
        "text: Our goal here is a bridge,",
        True,
    ),
    "one passage of two": (
        "",  # below
        "text: Our goal here is a bridge, and a bridge takes time,",
        True,
    ),
    "a statement": ("statement: A bridge would probably", "statement: It would probably", True),
    "a statement of a cell": ("statement: It would probably", "statement: It probably would", True),
    "a list of names": (
        "participants: [clara-okonjo, jo-vane, tomas-lindqvist]",
        "participants: [clara-okonjo, tomas-lindqvist]",
        False,
    ),
    "a name": ("holder: tomas-lindqvist", "holder: clara-okonjo", False),
    "a stance": ("stance: against", "stance: for", False),
    "a date": ("date: 2020-05-18", "date: 2020-05-19", False),
    "a list of records": (
        "[lindqvist-land, land-for-road]",
        "[lindqvist-land, open-in-storms]",
        False,
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_each_entry_that_is_offered_passes_when_it_is_pasted(ferry: Path, name: str) -> None:
    """And that for better words only where no number, date, name or stance changed."""
    old, new, words = CHANGED[name]
    facts = ferry / FACTS
    if name == "one passage of two":
        plain = "text: Our goal here is a bridge, and a bridge takes time,"
        both = "Our goal here is a bridge, and a bridge takes time,", "We’re still a long way off,"
        old = f"text: {json.dumps(both, ensure_ascii=False)}"
        replaced(facts, plain, old)
        committed(ferry)
    replaced(facts, old, new)
    (owed,) = diff(ferry, "HEAD").owed
    assert bool(owed.instead) == words
    if name == "one passage of two":
        assert f'before: "{" […] ".join(both)}"' in owed.paste
        assert f'after: "{new[6:]}"' in owed.paste
    if name == "a list of names":
        assert 'before: "Clara Okonjo, Jo Vane, Tomas Lindqvist"' in owed.paste
    before, text = {*problems(ferry)}, facts.read_text("utf-8")
    for entry in (owed.paste.replace("what: ", "what: Mended."), owed.instead.partition("\n")[2]):
        if entry:
            facts.write_text(text.replace("corrections:\n", f"corrections:\n{entry}"), "utf-8")
            assert {(p.rule, p.message) for p in problems(ferry)} <= {
                (p.rule, p.message) for p in before
            }
            assert not diff(ferry, "HEAD").owed


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("since her meeting with Mayor Tomas Lindqvist of Norrey in Port Ellis on Friday", True),
        ("A storm stopped the ferry on Friday night and after the meeting in Port Ellis", False),
    ],
)
def test_words_of_another_record_in_a_correction_are_copied(
    ferry: Path, after: str, told: bool
) -> None:
    entry = "  - id: new\n    date: 2026-01-02\n    record: open-in-storms\n    what: Mended.\n"
    replaced(ferry / FACTS, "corrections:\n", f"corrections:\n{entry}    after: {after}\n")
    assert ("no-copied-words" in {p.rule for p in problems(ferry)}) == told


def test_a_record_by_another_id_owes_its_redirect_alone(ferry: Path) -> None:
    """Not a correction of what names it, nor of one that it replaces."""
    facts = ferry / FACTS
    text = facts.read_text("utf-8").replace("lindqvist-land", "keeps-land")
    facts.write_text(text, "utf-8")
    (owed,) = diff(ferry, "HEAD").owed
    assert owed.paste == "  - {id: lindqvist-land, to: keeps-land}\n"
    facts.write_text(text.replace("[keeps-land, ", "[open-in-storms, "))
    assert len(diff(ferry, "HEAD").owed) == 2


# --- and more of what took two saves --------------------------------------------------------------


def test_a_cell_that_says_who_says_it_is_a_report(rain: Path) -> None:
    rows = "The mayor | The mayor said that it was a warning", "The mayor | It is wet"
    for row in rows:
        table = f"\n\n| who | what |\n| --- | --- |\n| {row}[^mayor-on-the-flood] |\n"
        append(rain / "content/index.md", table)
    told = [p.wrote for p in problems(rain) if p.rule == "speech-quoted"]
    assert told == ["It is wet"]


def test_a_date_hides_no_citation_that_carries_nothing(rain: Path) -> None:
    append(rain / "content/index.md", "\nThe mayor was away on Tuesday.[^mayor]\n")
    rules = {p.rule for p in problems(rain) if "Tuesday" in p.wrote}
    assert {"dates-in-prose", "named-and-cited"} <= rules


def test_a_link_to_a_fact_is_told_to_be_no_citation(rain: Path) -> None:
    append(rain / "content/index.md", "\nThe mayor [warned](fact:a-warning) the town.\n")
    assert any("only leads to a fact and cites none" in p.help for p in problems(rain))


def test_a_term_without_an_id_is_offered_one_like_its_neighbours(rain: Path) -> None:
    term = "  - name: Summit\n    definition: A meeting of many.\n    mention: town\n"
    replaced(rain / "seeds/facts/statements.yml", "terms:\n", f"terms:\n{term}")
    assert any(p.help.endswith("for instance term-summit") for p in problems(rain))


def test_how_exact_a_number_is_is_told_once(ferry: Path, tmp_path: Path) -> None:
    replaced(ferry / FACTS, "qualifier: about", "qualifier: more_then")
    (told,) = [p for p in problems(ferry) if p.path == FACTS]
    assert told.help == "write about, as the sentence does"
    checked = check_site(ferry)
    page = review(diff(ferry, "HEAD"), checked.problems, Deployment())
    (line,) = [line for line in page.split("\n") if line.startswith("  written:")]
    assert "~~" not in line and "<del>" not in line


def test_every_sunday_is_no_date(rain: Path) -> None:
    text = "The mill is shut on Sundays. The inn is shut every Monday. The boat left on Friday."
    (rain / "seeds/sources/second.txt").write_text(f"{text}\n", "utf-8")
    (told,) = [p for p in problems(rain) if p.message == "the source has no record"]
    (rain / "seeds/sources/second.yml").write_text(told.paste, "utf-8")
    made = draft(load(rain)[0].sources["second"], {}, (), "2021-07-12", set()).text
    assert "date_text: Friday" in made and "Sundays" not in made and "date_text: Monday" not in made


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("recieve", "receive", True),
        ("bridg", "bridge", True),
        ("almost", "most", False),
        ("editor", "mediator", False),
        ("bridqe", "bridge", True),
    ],
)
def test_a_word_is_offered_only_for_a_slip(word: str, other: str, near: bool) -> None:
    assert _one_off(word, other) is near


def test_a_correction_prints_a_month_in_words(ferry: Path) -> None:
    entry = (
        "  - id: when\n    date: 2020-05-20\n    record: bridge-passengers\n    what: The month.\n"
    )
    entry += "    before: 2020-03\n    after: 2020-04\n"
    replaced(ferry / FACTS, "corrections:\n", f"corrections:\n{entry}")
    append(ferry / "content/record.md", "")
    assert main(["build", "--root", str(ferry)]) == 0
    pages = "".join(p.read_text("utf-8") for p in (ferry / "build/docs").rglob("*.md"))
    assert "<del>March 2020</del>" in pages
