"""What used to take a second save: that all of one mistake is told at the first, once, with what
mends it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from explainer.commands.build import check_site, deployment
from explainer.commands.cli import _in_order
from explainer.commands.diff import diff
from explainer.commands.review import review
from explainer.topic.problems import Problem
from sites import FIXED, append, committed, copied, problems, replaced

STATEMENTS, PEOPLE = "seeds/facts/statements.yml", "seeds/facts/agents.yml"
FACTS, PAGE = "seeds/facts/facts.yml", "content/index.md"
FERRY = "seeds/sources/ferry.yml"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A small site, committed."""
    return committed(copied(FIXED["ferry"], tmp_path / "site"))


def more(root: Path, text: str) -> None:
    """Further records, in a file of their own."""
    (root / "seeds/facts/further.yml").write_text(text, "utf-8")


def told(root: Path, *parts: str) -> list[Problem]:
    """The problems that have each of some words."""
    return [p for p in problems(root) if all(one in f"{p.message} {p.help}" for one in parts)]


def summary(root: Path) -> str:
    checked = check_site(root)
    return review(diff(root, "HEAD"), checked.problems, deployment(checked.mkdocs))


# --- whom nothing records yet -------------------------------------------------------------------

POSITION = """positions:
  - id: shepherd-on-the-bridge
    holder: {id}
    topic: bridge
    stance: against_by_source
    statement: Against it, the article says.
    attribution: [{id}]
    evidence: On Sunday he shared a Chirp post from a shepherd.
"""


def test_who_is_named_and_has_no_record_is_one_problem_with_the_record(ferry: Path) -> None:
    append(ferry / "seeds/sources/ferry.txt", "\n\nRuth Adair of the Straits Club is against it.\n")
    words = "Ruth Adair of the Straits Club is against it."
    text = POSITION.format(id="ruth-adair").replace(
        "On Sunday he shared a Chirp post from a shepherd.", words
    )
    more(ferry, text)
    (one,) = told(ferry, '"ruth-adair"', "there is no record")
    assert "under people: in seeds/facts/agents.yml" in one.help and "line 7 too" in one.help
    (record,) = yaml.safe_load(one.paste)
    assert record == {
        "id": "ruth-adair",
        "name": "Ruth Adair",
        "description": None,
        "mention": "Ruth Adair",
    }
    filled = one.paste.replace("description: ", "description: A member of the club.")
    replaced(ferry / PEOPLE, "organisations:\n", f"{filled}organisations:\n")
    assert not told(ferry, "ruth-adair", "there is no record")
    assert not any(p.path == PEOPLE and p.rule != "every-record-shown" for p in problems(ferry))


def test_a_body_without_a_record_is_offered_as_one(ferry: Path) -> None:
    append(ferry / "seeds/sources/ferry.txt", "\n\nThe Straits Club is against it.\n")
    more(ferry, POSITION.format(id="straits-club"))
    (one,) = told(ferry, '"straits-club"', "there is no record")
    (record,) = yaml.safe_load(one.paste)
    assert record["name"] == "Straits Club" and record["type"] is None


def test_an_id_with_a_slip_offers_no_record(ferry: Path) -> None:
    more(ferry, POSITION.format(id="lindqvist"))
    found = told(ferry, '"lindqvist"', "there is no record")
    assert [(p.help, p.paste) for p in found] == [("did you mean tomas-lindqvist?", "")] * 2


def test_what_a_page_says_of_whom_nothing_records_only_follows(rain: Path) -> None:
    replaced(rain / STATEMENTS, "holder: mayor", "holder: harbour-club")
    replaced(
        rain / PAGE,
        "It was 40 litres.",
        "It was 40 litres.\n\nThe mayor warned.[^mayor-on-the-flood]",
    )
    assert {p.path for p in told(rain, "mayor-on-the-flood")} <= {STATEMENTS}


# --- a field by another name ----------------------------------------------------------------------


OTHER_NAMES = [
    (STATEMENTS, "holder", "who"),
    (STATEMENTS, "topic", "subject"),
    (STATEMENTS, "stance", "position"),
    (STATEMENTS, "question", "title"),
    (STATEMENTS, "definition", "meaning"),
    (STATEMENTS, "term", "name"),
    ("seeds/facts/quotes.yml", "speaker", "who"),
    ("seeds/facts/quotes.yml", "text", "quote"),
    ("seeds/facts/figures.yml", "label", "title"),
]


def test_a_field_is_known_by_what_it_means(rain: Path) -> None:
    for path, field, wrote in OTHER_NAMES:
        replaced(rain / path, f"    {field}: ", f"    {wrote}: ")
    assert sorted((p.message, p.help) for p in problems(rain)) == sorted(
        (f'there is no field "{wrote}" here', f"did you mean {field}?")
        for _, field, wrote in OTHER_NAMES
    )


def test_a_field_that_a_kind_has_not_is_not_suggested(rain: Path) -> None:
    replaced(rain / STATEMENTS, "topic: flood", "topic: flood\n    subject: flood")
    (one,) = told(rain, '"subject"')
    assert one.help == "did you mean subjects?"


# --- whom a pronoun means -------------------------------------------------------------------------


def test_whom_a_pronoun_means_is_given_the_line_that_says_so(ferry: Path) -> None:
    claim = """claims:
  - id: long-way
    statement: A bridge is a long way off, Okonjo said.
    kind: claim
    evidence: “We’re still a long way off,” she added.
"""
    more(ferry, claim)
    (one,) = told(ferry, "do not name", "okonjo")
    assert yaml.safe_load(one.paste) == {
        "attribution": ["clara-okonjo"],
        "resolved_from": "Okonjo told Harbour Radio.",
    }
    more(ferry, claim + one.paste)
    assert {p.rule for p in problems(ferry) if "further" in p.path} <= {"every-record-shown"}


def test_a_note_may_name_whom_the_pronoun_means(ferry: Path) -> None:
    before = "“More than anybody thinks,” Okonjo said."
    replaced(ferry / "seeds/sources/ferry.txt", before, f"{before} Later she ate an apple.")
    entry = "  - exact: Later she ate an apple.\n    what: sentence\n    reason: off_topic\n"
    append(ferry / FERRY, f"{entry}    note: Okonjo ate an apple.\n")
    assert not [p for p in problems(ferry) if p.rule == "aside-as-said"]
    replaced(ferry / FERRY, "Okonjo ate", "Lindqvist ate")
    assert [p.rule for p in problems(ferry) if "whom these words do not" in p.message]


# --- notes of what is set aside -------------------------------------------------------------------


def aside(root: Path, sentence: str, note: str) -> list[Problem]:
    """What is said of the note on a sentence that is set aside."""
    append(root / "seeds/sources/ferry.txt", f"\n\n{sentence}\n")
    entry = f"  - exact: {sentence}\n    what: sentence\n    reason: background\n    note: {note}\n"
    append(root / FERRY, entry)
    rules = ("aside-as-said", "as-sure-as-said", "not-turned-round")
    return [p for p in problems(root) if p.rule in rules and p.path == FERRY]


def test_a_word_that_a_note_does_not_deny_is_named_with_its_place(ferry: Path) -> None:
    (one,) = aside(ferry, "The pier wasn’t painted in spring.", "The pier was painted in spring.")
    assert '"wasn\'t"' in one.message and "paragraph 9, sentence 1" in one.message


def test_a_note_is_no_surer_than_what_it_sets_aside(ferry: Path) -> None:
    aside(ferry, "The crew is expected to paint the pier.", "The crew painted the pier.")
    aside(ferry, "The cook is expected to paint the boat.", "The cook was to paint the boat.")
    aside(ferry, "The cook appeared to have left the boat.", "The cook left the boat.")
    found = aside(ferry, "The crew appeared to have left the pier.", "The crew had left, it seems.")
    assert [(p.rule, p.wrote) for p in found] == [
        ("as-sure-as-said", "The crew painted the pier."),
        ("as-sure-as-said", "The cook left the boat."),
    ]


def test_the_note_on_a_ratio_says_whose_it_is(ferry: Path) -> None:
    said = "In winter, islanders outnumber guests by 7-to-1, Lindqvist said."
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{said}\n")
    entry = "  - exact: 7-to-1,\n    what: number\n    reason: background\n    note: {note}\n"
    append(ferry / FERRY, entry.format(note="Islanders to guests, 7-to-1."))
    (one,) = (p for p in problems(ferry) if p.rule == "aside-as-said")
    assert one.message == "the note leaves out who says so, Tomas Lindqvist"
    replaced(ferry / FERRY, "Islanders to guests, 7-to-1.", "Lindqvist put it at 7-to-1.")
    assert not [p for p in problems(ferry) if p.rule == "aside-as-said"]


def test_a_ratio_is_not_called_by_what_stands_by_another(ferry: Path) -> None:
    said = "Norrey has a 3-to-1 lead in goats and a 2-to-1 lead in hens, Lindqvist said."
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{said}\n")
    names = {
        "hens": ("Lead in hens", "lead in hens"),
        "half": ("Lead in hens", "lead in goats"),
        "goats": ("Goats for each of theirs", "lead in goats"),
        "lead": ("Lead of Norrey", "lead"),
    }
    more(
        ferry,
        "figures:\n"
        + "".join(
            f"  - id: {id}\n    label: {label}\n    value: 3\n    value_text: 3-to-1\n"
            "    unit: to 1\n"
            f"    measure: {measure}\n    population: Norrey\n    as_of: not_stated\n"
            f"    attribution: [tomas-lindqvist]\n    evidence: {said}\n"
            for id, (label, measure) in names.items()
        ),
    )
    found = [p for p in problems(ferry) if p.rule == "counted-as-said"]
    assert [p.wrote for p in found] == ["Lead in hens", "lead in hens", "Lead in hens"]
    assert {p.message for p in found} == {'"hens" is said of "2-to-1" in the sentence'}


def test_an_entry_that_is_replaced_is_one_problem(ferry: Path) -> None:
    replaced(ferry / FERRY, "what: clause", "what: sentences")
    found = [p for p in problems(ferry) if p.path == FERRY]
    assert [p.rule for p in found] == ["needless-set-aside"] and "what: clause" in found[0].paste


@pytest.mark.parametrize(
    ("what", "reason", "meant"),
    [
        ("sentences", "scare_quotes", "quotation"),  # its reason is for a quotation alone
        ("words", "title_of_a_work", "quotation"),
        ("clauses", "not_a_quantity", "number"),
        ("words", "background", "clause"),
        ("quotes", "repetition", "quotation"),
    ],
)
def test_what_is_meant_to_be_set_aside(ferry: Path, what: str, reason: str, meant: str) -> None:
    replaced(ferry / FERRY, "what: clause", f"what: {what}")
    replaced(ferry / FERRY, "reason: background", f"reason: {reason}")
    (told,) = [p for p in problems(ferry) if p.path == FERRY and p.rule == "load"]
    assert (told.message, told.help) == (
        f'"what" under set_aside cannot be "{what}"',
        f"did you mean {meant}?",
    )


# --- corrections and redirects --------------------------------------------------------------------


def corrected(root: Path, before: str, after: str) -> list[Problem]:
    """What is owed for a figure that is about and no more at least, with a correction."""
    replaced(root / FACTS, "qualifier: at_least", "qualifier: about")
    more(
        root,
        "corrections:\n  - id: of-passengers\n    date: 2030-01-01\n    record: passengers-so-far\n"
        f"    what: It was less sure.\n    before: {before}\n    after: {after}\n",
    )
    return diff(root, "HEAD").owed


def test_a_correction_with_a_wrong_before_is_told_what_it_must_be(ferry: Path) -> None:
    assert [p for p in corrected(ferry, "at_least", "about") if "further" in p.path] == []
    replaced(ferry / "seeds/facts/further.yml", "before: at_least", "before: exact")
    (one,) = diff(ferry, "HEAD").owed
    assert (one.path, one.line) == ("seeds/facts/further.yml", 6)
    assert yaml.safe_load(one.paste) == {"before": "at_least", "after": "about"}


def test_a_turned_redirect_owes_nothing_else_but_what_changed(rain: Path) -> None:
    committed(rain)
    replaced(rain / STATEMENTS, "  - id: mayor-on-the-flood\n", "  - id: mayor-and-flood\n")
    append(rain / STATEMENTS, "  - {id: mayor-and-flood, to: mayor-on-the-flood}\n")
    assert diff(rain, "HEAD").owed == []
    replaced(rain / STATEMENTS, "stance: unclear", "stance: against")
    (one,) = diff(rain, "HEAD").owed
    assert "record: mayor-and-flood" in one.paste and "redirect" not in one.help
    assert (
        len([p for p in _in_order(check_site(rain), "HEAD") if "from the new id" in p.message]) == 1
    )


# --- terms, quotations and what only a person can tell --------------------------------------------


def test_a_term_that_is_there_already_is_named_with_its_line(rain: Path) -> None:
    again = "  - {id: dyke, term: Wall, definition: A bank., mention: wall}\n"
    replaced(rain / STATEMENTS, "references:\n", f"{again}references:\n")
    (one,) = told(rain, "term-wall")
    line = (rain / STATEMENTS).read_text("utf-8").split("\n").index("  - id: term-wall") + 1
    assert one.message == '"term-wall" is called so too' and f"{STATEMENTS}:{line}" in one.help


def test_a_word_that_judges_in_a_definition_has_a_help_of_its_own(rain: Path) -> None:
    replaced(rain / STATEMENTS, "Stones that keep", "A betrayal of the mayor, stones that keep")
    (one,) = (p for p in problems(rain) if p.rule == "judging-words-borne-out")
    assert "what the word means" in one.help and "under references:" in one.help
    replaced(rain / STATEMENTS, "How rain is measured.", "A wall is a betrayal, it says.")
    replaced(
        rain / STATEMENTS,
        "    mention: wall\n",
        "    mention: wall\n    references: [ref-rainfall]\n",
    )
    assert not [p for p in problems(rain) if p.rule == "judging-words-borne-out"]


def test_a_sentence_that_cites_another_quotation_is_one_problem(ferry: Path) -> None:
    said = "Okonjo said of a bridge: “We’re still a long way off”.[^lindqvist-severe-delays]"
    append(ferry / PAGE, f"\n{said}\n")
    found = [p for p in problems(ferry) if p.rule in ("quotations-in-prose", "option-as-said")]
    assert [p.rule for p in found] == ["quotations-in-prose"]


def test_a_day_that_no_words_give_is_before_the_reviewer(ferry: Path) -> None:
    replaced(ferry / FACTS, "as_of: not_stated", "as_of: 2020-05-17")
    assert "no word around these gives as&#95;of&#58; 2020-05-17" in summary(ferry)
    replaced(ferry / FACTS, "as_of: 2020-05-17", "as_of: not_stated")
    assert "no word around these gives" not in summary(ferry)


def test_a_cell_that_is_silent_of_a_position_is_before_the_reviewer(ferry: Path) -> None:
    more(
        ferry,
        "comparisons:\n  - id: who-is-for-it\n    question: Who wants it?\n    cells:\n"
        + "".join(f"      {one}:\n        not_stated: true\n" for one in _options(ferry)),
    )
    assert "and these are recorded&#58;" in summary(ferry)


def _options(root: Path) -> list[str]:
    settings = yaml.safe_load((root / "seeds/settings.yml").read_text("utf-8"))
    return [one["id"] for one in settings["options"]]


BOTH = (
    "Vane has ignored the warnings that he would lose his post if he did not step back, and went on"
    " to sail on Friday night after the talks in Port Ellis."
)
CUT = """events:
  - id: sailing
    title: Vane goes on to sail
    description: Vane went on to sail, the article says.
    date: not_stated
    date_basis: not_stated
    status: happened
    evidence: Vane […] went on to sail on Friday night after the talks in Port Ellis.
"""


def test_of_two_verbs_with_one_subject_both_are_offered_with_all_that_follows(ferry: Path) -> None:
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{BOTH}\n")
    whole = BOTH.partition(" and went")[0]
    aside_clause = f"  - exact: {whole}\n    what: clause\n    reason: background\n"
    append(ferry / FERRY, f"{aside_clause}    note: Vane took no heed of warnings.\n")
    more(ferry, CUT)
    found = problems(ferry)
    assert not [p for p in found if p.rule == "no-dropped-negation"]
    (cut,) = [p for p in found if p.rule == "whole-clauses"]
    assert BOTH in cut.paste and '"would"' in cut.message
    (aside,) = [p for p in found if p.rule == "needless-set-aside"]
    assert aside.help.startswith("with the whole clause that is offered to sailing, remove it")
    settings = (ferry / "seeds/settings.yml").read_text("utf-8")
    share = next(line for line in settings.split("\n") if "max_share_quoted" in line)
    replaced(ferry / "seeds/settings.yml", share, "max_share_quoted: 0.3")
    (cut,) = [p for p in problems(ferry) if p.rule == "whole-clauses"]
    assert "write max_share_quoted: 0." in cut.help
    replaced(ferry / "seeds/settings.yml", "max_share_quoted: 0.3", share)
    replaced(ferry / "seeds/facts/further.yml", CUT.split("\n")[-2] + "\n", cut.paste)
    replaced(ferry / FERRY, f"{aside_clause}    note: Vane took no heed of warnings.\n", "")
    left = {p.rule for p in problems(ferry)}
    assert not {"whole-clauses", "needless-set-aside", "no-dropped-negation"} & left


@pytest.mark.parametrize(
    ("old", "new", "pays"),
    [
        ("measure: passengers carried", "measure: passengers and crew", False),
        ("population: the ferry", "population: the ferries", False),
        ("period: since the service began", "period: since 2022", False),
        ("unit: people", "unit: journeys", False),
        ("label: Ferry passengers so far", "label: Passengers so far", True),
    ],
)
def test_better_words_pay_for_nothing_that_a_number_counts(
    ferry: Path, old: str, new: str, pays: bool
) -> None:
    replaced(ferry / FACTS, f"    {old}\n", f"    {new}\n")
    (one, *_) = diff(ferry, "HEAD").owed
    assert ("kind: wording" in one.instead) == pays
    entry = "corrections:\n  - {id: better, date: 2030-01-01, record: passengers-so-far,"
    more(ferry, f"{entry} kind: wording, what: Worded better.}}\n")
    assert (not diff(ferry, "HEAD").owed) == pays


@pytest.mark.parametrize("name", ["term-of-old", "of-old"])
def test_an_id_that_a_redirect_has_is_told_what_it_was_of(rain: Path, name: str) -> None:
    append(rain / STATEMENTS, f"  - {{id: {name}, to: mayor-on-the-flood}}\n")
    term = "    term: Sponge\n    definition: What takes up water.\n    mention: sponge\n"
    more(rain, f"terms:\n  - id: {name}\n{term}")
    (taken,) = [p for p in problems(rain) if "is taken already" in p.message]
    older = "glossary entry" if name.startswith("term-") else "record"
    assert f"that was of an older {older};" in taken.help


@pytest.mark.parametrize(
    ("mention", "passes"),
    [
        ("Straits Club", True),
        ("Straits Club,", True),
        ("Straits Clu", False),
        ("traits Club", False),
    ],
)
def test_the_mark_behind_a_name_need_not_be_written(
    ferry: Path, mention: str, passes: bool
) -> None:
    append(
        ferry / "seeds/sources/ferry.txt", "\n\nA painting hangs in the Straits Club, they say.\n"
    )
    term = "    term: Straits Club\n    definition: A room for talks.\n"
    more(ferry, f'terms:\n  - id: term-club\n{term}    mention: "{mention}"\n')
    wrong = [p for p in problems(ferry) if p.path.endswith("further.yml")]
    assert ("exact-words" in {p.rule for p in wrong}) != passes


@pytest.mark.parametrize(
    ("definition", "passes"),
    [
        ("An alliance of Norwegian and other states.", True),
        ("What the Norwegian and the French law calls a club.", True),
        ("An alliance of states, as in the Skagerrak.", False),
        ("A club that is in Norway alone.", False),
    ],
)
def test_the_adjective_of_a_state_tells_of_no_event(
    ferry: Path, definition: str, passes: bool
) -> None:
    words = "The Norwegian and French crews sailed to Norway over the Skagerrak."
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{words} They have a club.\n")
    title = "The Norwegian and French crews reach Norway over the Skagerrak"
    event = f"    title: {title}\n    description: They came there.\n    date: 2020\n"
    event += f"    date_basis: inferred\n    status: happened\n    evidence: {words}\n"
    term = f"    term: Club\n    definition: {definition}\n    mention: club\n"
    more(ferry, f"events:\n  - id: crews\n{event}terms:\n  - id: term-club\n{term}")
    assert (not [p for p in problems(ferry) if p.rule == "described-as-named"]) == passes


def test_words_that_are_set_aside_are_no_fact_to_cite(ferry: Path) -> None:
    words = "The wooden benches on the upper deck were painted green, which it calls cheerful."
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{words}\n")
    entry = f"  - exact: {words}\n    what: sentence\n    reason: background\n"
    append(ferry / FERRY, f"{entry}    note: Benches were painted green.\n")
    line = "\n\nThe article says that the benches on the deck were painted green.[^clara-okonjo]\n"
    append(ferry / PAGE, line)
    (told,) = [p for p in problems(ferry) if p.rule == "said-by-the-source"]
    assert f"set aside at {FERRY}:" in told.help and "not from it" not in told.help
    replaced(ferry / PAGE, line, "\n\nThe article says that gulls sing.[^clara-okonjo]\n")
    (told,) = [p for p in problems(ferry) if p.rule == "said-by-the-source"]
    assert "set aside" not in told.help


def test_a_name_in_words_that_judge_and_cite_nothing_is_one_problem(ferry: Path) -> None:
    line = (
        "\n\nNot every sentence is quoted here; the rest is told in words of our own, and takes in"
        " painted benches, gulls, a long row of sheep behind a wall, {}and a humiliating row.\n"
    )
    append(ferry / PAGE, line.format(""))
    assert not [p for p in problems(ferry) if p.path == PAGE and "judg" in p.rule]
    replaced(ferry / PAGE, line.format(""), line.format("what Okonjo wants, "))
    (told,) = [
        p for p in problems(ferry) if p.rule in ("named-and-cited", "judging-words-borne-out")
    ]
    assert told.rule == "named-and-cited" and "say it without the name" in told.help
    assert "Okonjo" in told.wrote


def test_a_word_that_judges_is_in_the_excerpt(ferry: Path) -> None:
    far = "She asked for a bridge after a meeting with the mayor, and told the radio so on Sunday, "
    far += "when it was raining, at the end of an interview of some length, "
    append(ferry / PAGE, f"\n\n{far}in a humiliating way.[^okonjo-changed-course]\n")
    told = [p for p in problems(ferry) if p.rule == "judging-words-borne-out"]
    assert told and all("humiliating" in p.wrote and p.wrote.startswith("… ") for p in told)


@pytest.mark.parametrize(("date", "passes"), [("{month}", True), ("March 1999", False)])
def test_the_month_of_the_site_may_stand_in_a_description(
    ferry: Path, date: str, passes: bool
) -> None:
    checked = check_site(ferry)
    own = datetime.date.fromisoformat(checked.site.topic.settings.as_of)
    words = date.format(month=own.strftime("%B %Y"))
    new = f"---\ntitle: Of a number\ndescription: A number of {words}.\n---\n\n# Of a number\n\n"
    (ferry / "content/number.md").write_text(
        f"{new}It is known.[^lindqvist-severe-delays]\n", "utf-8"
    )
    wrong = [p for p in problems(ferry) if p.rule == "dates-in-prose" and "number.md" in p.path]
    assert (not wrong) == passes


def test_pages_that_tell_the_rest_are_asked_for_when_it_becomes_a_record(ferry: Path) -> None:
    words = "The wooden benches on the upper deck were painted green in the spring of that year."
    append(ferry / "seeds/sources/ferry.txt", f"\n\n{words}\n")
    entry = f"  - exact: {words}\n    what: sentence\n    reason: background\n"
    entry += "    note: Benches were painted green.\n"
    append(ferry / FERRY, entry)
    rest = "Not every clause is quoted; the rest is told in our words. It includes benches."
    append(ferry / PAGE, f"\n\n{rest} Gulls rest here, and our words are plain.\n")
    committed(ferry)
    assert "told in our words alone?" not in summary(ferry)
    replaced(ferry / FERRY, entry, "")
    claim = "statement: Benches were painted.\n    kind: fact\n    evidence: "
    more(ferry, f"claims:\n  - id: benches\n    {claim}{words}\n")
    asked = [one for one in summary(ferry).split("\n") if "told in our words alone?" in one]
    assert len(asked) == 1 and "It includes benches" in asked[0] and "Gulls" not in asked[0]


def test_only_sentences_on_all_quotations_are_asked_for_one_a_line(ferry: Path) -> None:
    append(ferry / PAGE, "\n\nAll quotations are here. Each number has its place.\n")
    append(ferry / PAGE, "\n\nA link there leads to all that is said, and to a citation.\n")
    append(ferry / PAGE, "\n\nNot every clause is quoted.\n")
    committed(ferry)
    entry = "  - exact: “severe delays”\n    what: quotation\n    reason: scare_quotes\n"
    append(ferry / FERRY, f"{entry}    note: Two words of warning.\n")
    asked = [one for one in summary(ferry).split("\n") if "is it still so" in one]
    assert any("All quotations are here." in one for one in asked)
    assert any("Each number has its place." in one for one in asked)
    assert not any("A link there" in one or "Not every" in one for one in asked)
