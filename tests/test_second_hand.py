"""Somebody quoted within a turn of a transcript: theirs, as the speaker of the turn reports it."""

from __future__ import annotations

from pathlib import Path

import pytest
from explainer.topic.words import words_of
from test_wrong_speakers import BOATS, problems_of

RULES = (
    "quotation-attribution",
    "attribution-named-nearby",
    "speaker-named",
    "turns-of-their-speakers",
    "reporters-report",
    "said-by-another",
    "quoted-in-source",
    "quotation-order",
)
BELL, DUNN, HILL = "anna-bell", "carl-dunn", "tom-hill"
PEOPLE = {BELL: "Anna Bell", DUNN: "Carl Dunn", HILL: "Tom Hill"}
# What Anna Bell says in her turn, and how it says that Carl Dunn said something to her.
SAID = [
    ("en", "The mayor, Carl Dunn, said to me on Tuesday, “It is lost.”", "The mayor, Carl Dunn,"),
    ("en", "“It is lost,” Carl Dunn told me.", "Carl Dunn told me."),
    ("de", "Carl Dunn sagte mir am Dienstag: „It is lost.“", "Carl Dunn sagte mir am Dienstag:"),
    ("fr", "« It is lost », m’a dit le maire, Carl Dunn.", "m’a dit le maire, Carl Dunn."),
    ("es", "«It is lost», me dijo el alcalde, Carl Dunn.", "me dijo el alcalde, Carl Dunn."),
    ("es", "Carl Dunn me dijo: «It is lost».", "Carl Dunn me dijo:"),
]


def quoted(folder: Path, tag: str, said: str, by: str, who: str, via: str = "") -> str:
    """What is wrong with the quotation, given to somebody as reported by another."""
    last = "BELL: I went. Anna Bell, Tom Hill, Carl Dunn and I."
    text = f"BELL: And then. {said}\n\nHILL: And you?\n\n{last}"
    quote = {
        "id": "lost",
        "text": "It is lost",
        "kind": "spoken",
        "speaker": who,
        "attributed_by": by,
        "said_via": "not_stated",
        "date_said": "not_stated",
        "evidence": said,
    }
    before = {BELL: "went.", HILL: "Bell,", DUNN: "Hill,"}
    people = [
        {
            "id": id,
            "name": name,
            "description": "D.",
            "mention": {"exact": name, "prefix": before[id]},
        }
        for id, name in PEOPLE.items()
    ]
    facts = {"people": people, "quotes": [quote | ({"reported_by": via} if via else {})]}
    return problems_of(folder, tag, text, facts, *RULES)


@pytest.mark.parametrize(("tag", "said", "by"), SAID, ids=[f"{t} {by}" for t, _, by in SAID])
def test_who_is_quoted_in_a_turn_is_reported_by_its_speaker(tag, said, by, tmp_path):
    assert quoted(tmp_path, tag, said, by, DUNN, BELL) == ""
    assert '"anna-bell" quotes these words of "carl-dunn"' in quoted(tmp_path, tag, said, by, DUNN)
    label = {"exact": "BELL:", "suffix": "And then."}
    for words in (by, label):
        assert quoted(tmp_path, tag, said, words, BELL, DUNN)  # the other way round
        assert quoted(tmp_path, tag, said, words, DUNN, HILL)
        assert quoted(tmp_path, tag, said, words, HILL, BELL)
    assert quoted(tmp_path, tag, said, label, DUNN, BELL)


@pytest.mark.parametrize(
    ("tag", "said", "by"),
    [
        ("en", "Carl Dunn came, and I told him, “It is lost.”", "Carl Dunn came, and I told him,"),
        ("en", "I told Carl Dunn, “It is lost.”", "I told Carl Dunn,"),
        ("en", "Carl Dunn has “It is lost” on his wall.", "Carl Dunn has"),
        ("fr", "« It is lost », ai-je dit à Carl Dunn.", "ai-je dit à Carl Dunn."),
        ("de", "„It is lost“, sagte ich zu Carl Dunn.", "sagte ich zu Carl Dunn."),
        ("es", "«It is lost», le dije a Carl Dunn.", "le dije a Carl Dunn."),
    ],
)
def test_what_the_speaker_of_a_turn_says_is_of_nobody_else(tag, said, by, tmp_path):
    assert quoted(tmp_path, tag, said, by, DUNN, BELL)


def test_small_quotation_marks_in_a_turn_leave_it_its_speaker_s(tmp_path):
    label = {"exact": "BELL:", "suffix": "And then."}
    assert quoted(tmp_path, "en", "He has “It is lost” on his wall.", label, BELL) == ""


def test_an_event_told_in_a_turn_has_the_words_that_name_its_speaker(tmp_path):
    """An event is ascribed to nobody: its evidence says whose words it rests on."""
    told = "The council voted on Monday to close it."
    text = f"BELL: Good morning. It is early. {told}\n\nHILL: Why?\n\nBELL: Anna Bell asks."

    def wrong(*evidence: object) -> str:
        event = {
            "id": "vote",
            "title": "A vote",
            "description": "D.",
            "date": "2021",
            "date_basis": "stated",
            "status": "happened",
            "evidence": list(evidence),
        }
        bell = {"id": BELL, "name": "Anna Bell", "description": "D.", "mention": "Anna Bell"}
        turn = {
            "id": "turn",
            "text": f"Good morning. It is early. {told}",
            "kind": "spoken",
            "speaker": BELL,
            "attributed_by": {"exact": "BELL:", "suffix": "Good"},
            "said_via": "not_stated",
            "date_said": "not_stated",
            "evidence": told,
        }
        facts = {"people": [bell], "quotes": [turn], "events": [event]}
        return problems_of(tmp_path, "en", text, facts, "attribution-kept", "whole-clauses")

    assert '"anna-bell" says so' in wrong(told)
    assert '"anna-bell" says so' in wrong("HILL:", told)
    assert wrong({"exact": "BELL:", "suffix": "Good"}, told) == ""
    assert wrong(f"BELL: Good morning. It is early. {told}") == ""


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "The guild told us that there are 61 boats."),
        ("en", "There are 61 boats, according to the guild."),
        ("de", "Laut der Gilde gibt es 61 Boote."),
        ("fr", "La guilde affirme que le port compte 61 bateaux."),
        ("es", "El gremio dice que hay 61 barcos."),
        ("en", "We own 61 boats, and the guild said nothing."),
        ("en", "I told the guild that there are 61 boats."),
    ],
)
def test_a_number_that_a_turn_has_from_others_is_theirs_too(tag, said, tmp_path):
    own = said.startswith(("We", "I "))
    guild = next(
        word for word in ("guild", "Gilde", "guilde", "gremio") if f"{word} " in f"{said[:-1]} "
    )
    text = f"BELL: It is so. {said}\n\nHILL: Why?\n\nBELL: Anna Bell of the port and Tom Hill."

    def wrong(*who: str) -> str:
        people = [
            {"id": BELL, "name": "Anna Bell", "affiliation": "the-port"},
            {"id": HILL, "name": "Tom Hill"},
        ]
        bodies = [{"id": "the-guild", "name": guild}, {"id": "the-port", "name": "port"}]
        named = {"Anna Bell": "Anna Bell", "Tom Hill": "Tom Hill.", guild: guild}
        for one in (*people, *bodies):
            at = {"exact": "port", "prefix": "Bell of the"}
            one |= {"description": "D.", "mention": named.get(one["name"], at)}
        number = {
            **BOATS,
            "id": "boats",
            "attribution": list(who),
            "evidence": f"BELL: It is so. {said}",
        }
        bodies = [one | {"type": "other"} for one in bodies]
        facts = {"people": people, "organisations": bodies, "figures": [number]}
        return problems_of(tmp_path, tag, text, facts, "turns-of-their-speakers")

    assert wrong("the-guild", BELL) == ""
    assert bool(wrong(BELL)) is not own
    assert wrong("the-port")
    assert wrong(HILL)


@pytest.mark.parametrize("half", ["Anna Bell and Tom Hill, thank you.", "It is late."])
def test_part_of_a_turn_that_speaks_to_others_is_its_speaker_s(half, tmp_path):
    text = "HOST: Anna Bell and Tom Hill, thank you. It is late.\n\nBELL: Thank you.\n\nHOST: Oh?"

    def wrong(who: str) -> str:
        people = [
            {"id": "host", "name": "Host", "mention": {"exact": "HOST:", "suffix": "Anna"}},
            {"id": BELL, "name": "Anna Bell", "mention": "Anna Bell"},
        ]
        quote = {
            "id": "thanks",
            "text": half,
            "kind": "spoken",
            "speaker": who,
            "attributed_by": {"exact": "HOST:", "suffix": "Anna"},
            "said_via": "not_stated",
            "date_said": "not_stated",
            "evidence": half,
        }
        facts = {"people": [one | {"description": "D."} for one in people], "quotes": [quote]}
        return problems_of(tmp_path, "en", text, facts, *RULES)

    assert wrong("host") == ""
    assert wrong(BELL)


def test_all_turns_are_on_the_programme_that_the_first_names(tmp_path):
    text = "HOST: This is Breakwater. Welcome.\n\nBELL: We swim.\n\nHOST: Why?"
    quote = {
        "id": "swim",
        "text": "We swim.",
        "kind": "spoken",
        "speaker": "bell",
        "attributed_by": "BELL:",
        "said_via": "breakwater",
        "date_said": "not_stated",
        "evidence": "BELL: We swim.",
    }
    programmes = [
        {"id": name.lower(), "name": name, "type": "programme", "description": "D."}
        for name in ("Breakwater", "Newsroom")
    ]
    facts = {
        "people": [{"id": "bell", "name": "Bell", "description": "D.", "mention": "BELL:"}],
        "organisations": [one | {"mention": "Breakwater."} for one in programmes],
        "quotes": [quote],
    }
    rules = ("said-where-stated",)
    assert problems_of(tmp_path, "en", text, facts, *rules) == ""
    facts["quotes"] = [quote | {"said_via": "newsroom"}]
    assert "newsroom" in problems_of(tmp_path, "en", text, facts, *rules)


def test_two_marks_are_told_apart():
    words = words_of("en")
    assert words.quoted("She said, “No.”") == "“She said, “No.”\u202f”"
    assert words.quoted("“No” is all.") == "“\u202f“No” is all.”"
    assert words.quoted("No.") == "“No.”"
