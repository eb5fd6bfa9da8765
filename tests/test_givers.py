"""Who gives a number or makes a statement, where a sentence before names them: the right one
passes, and others are refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from test_wrong_speakers import BOATS, problems_of

RULES = (
    "attribution-named-nearby",
    "attribution-resolved",
    "said-by-another",
    "claim-attributed",
    "whole-clauses",
    "attribution-kept",
    "known-names",
)


class Row(NamedTuple):
    """Sentences of a text, the last of which has 61 boats; who gives them, and the words that name
    them; whether that is marked as inferred; then others, with words that name those."""

    tag: str
    text: str
    right: tuple[str, str]
    inferred: bool
    wrong: tuple[tuple[str, str], ...]


COACH = "About half were asleep, according to Sergeant Ines Corliss of Wexmoor Police."
BELL, DUNN = "Anna Bell wept.", "Carl Dunn had gone."
LEADER, DEPUTY = "Anna Bell, the council leader, told members so.", "Her deputy, Moira Hill, left."
ROWS = [
    Row(
        "en",
        f"{COACH} Of 61 boats none was lost, she said, on the lake.",
        ("Ines Corliss", COACH),
        False,
        (),
    ),
    Row(
        "en",
        f"{BELL}\n\n{COACH} There were 61 boats, she said, on the lake.",
        ("Ines Corliss", COACH),
        False,
        (("Anna Bell", BELL),),
    ),
    Row(
        "en",
        f"{DUNN} {BELL} There were 61 boats, she said.",
        ("Anna Bell", BELL),
        False,
        (("Carl Dunn", DUNN),),
    ),
    Row(
        "en", f"{LEADER} {DEPUTY} There were 61 boats, she added.", ("Moira Hill", DEPUTY), True, ()
    ),
    Row(
        "de",
        "Anna Bell weinte. „Nein“, sagte Gerd Dorn. Es seien 61 Boote, sagte er.",
        ("Gerd Dorn", "sagte Gerd Dorn."),
        False,
        (("Anna Bell", "Anna Bell weinte."),),
    ),
    Row(
        "de",
        "Anna Bell weinte. „Nein“, sagte Gerd Dorn. Auf dem See seien 61 Boote.",
        ("Gerd Dorn", "sagte Gerd Dorn."),
        True,
        (("Anna Bell", "Anna Bell weinte."),),
    ),
    Row(
        "fr",
        "Luc Petit est parti. « Non », a dit Anne Roux. Il y a 61 bateaux, a-t-elle précisé.",
        ("Anne Roux", "a dit Anne Roux."),
        False,
        (("Luc Petit", "Luc Petit est parti."),),
    ),
    Row(
        "es",
        "Luis Gil se fue. «No», dijo Ana Ruiz. Hay 61 barcos, añadió.",
        ("Ana Ruiz", "dijo Ana Ruiz."),
        False,
        (("Luis Gil", "Luis Gil se fue."),),
    ),
    Row(  # a pronoun went on since
        "de",
        "Jan Dorn kam. Landrätin Anna Bell kritisierte den Plan. „Nein“, sagte sie. Der Kreis habe"
        " angeboten, 61 Boote zu zahlen.",
        ("Anna Bell", "Landrätin Anna Bell kritisierte den Plan."),
        True,
        (("Jan Dorn", "Jan Dorn kam."),),
    ),
    Row(
        "de",
        "Anna Bell kam. Der Leiter, Jan Dorn, wies das zurück. Es gehe weiter, sagte er. „Nie.“"
        " Die Fahrt koste weiterhin 61 Euro.",
        ("Jan Dorn", "Der Leiter, Jan Dorn, wies das zurück."),
        True,
        (("Anna Bell", "Anna Bell kam."),),
    ),
    Row(
        "de",
        "Jan Dorn kam. Das teilte Anna Bell am Mittwoch mit. Die Strecke sei 61 Kilometer lang.",
        ("Anna Bell", "Das teilte Anna Bell am Mittwoch mit."),
        True,
        (("Jan Dorn", "Jan Dorn kam."),),
    ),
    Row(
        "de",
        "Jan Dorn kam. Das sagte Landrätin Anna Bell. Der Bau verschlinge 61 Euro.",
        ("Anna Bell", "Das sagte Landrätin Anna Bell."),
        True,
        (("Jan Dorn", "Jan Dorn kam."),),
    ),
    Row(
        "fr",
        "Luc Petit vint. C’est ce qu’a annoncé Anne Roux. Le pont coûterait 61 euros.",
        ("Anne Roux", "C’est ce qu’a annoncé Anne Roux."),
        True,
        (("Luc Petit", "Luc Petit vint."),),
    ),
    Row(
        "es",
        "Luis Gil llegó. Así lo anunció Ana Ruiz. El puente costaría 61 euros.",
        ("Ana Ruiz", "Así lo anunció Ana Ruiz."),
        True,
        (("Luis Gil", "Luis Gil llegó."),),
    ),
    Row(
        "en",
        f"{BELL} “No,” said Carl Dunn. There would be 61 boats on the lake.",
        ("Carl Dunn", "said Carl Dunn."),
        True,
        (("Anna Bell", BELL),),
    ),
    *(  # according to somebody whom only a pronoun means
        Row(tag, f"{other} {words} {said}", (who, words), False, ((another, other),))
        for tag, another, other, who, words, said in (
            (
                "fr",
                "Luc Petit",
                "Luc Petit est parti.",
                "Anne Roux",
                "« Non », a déclaré mercredi Anne Roux, directrice.",
                "Selon elle, le port compte 61 bateaux.",
            ),
            (
                "fr",
                "Anne Roux",
                "Anne Roux est partie.",
                "Luc Petit",
                "« Non », a dit Luc Petit.",
                "Le port compte 61 bateaux, d’après lui.",
            ),
            (
                "en",
                "Carl Dunn",
                "Carl Dunn left.",
                "Anna Bell",
                "“No,” said Anna Bell, the coach.",
                "There are 61 boats, according to her.",
            ),
            (
                "de",
                "Karl Dorn",
                "Karl Dorn ging.",
                "Anna Bell",
                "„Nein“, sagte Anna Bell.",
                "Laut ihr sind 61 Boote dort.",
            ),
            (
                "de",
                "Anna Bell",
                "Anna Bell ging.",
                "Gerd Dorn",
                "„Nein“, sagte Gerd Dorn.",
                "Ihm zufolge sind 61 Boote dort.",
            ),
            (
                "es",
                "Luis Gil",
                "Luis Gil se fue.",
                "Ana Ruiz",
                "«No», dijo Ana Ruiz, la alcaldesa.",
                "Según ella, hay 61 barcos.",
            ),
        )
    ),
    Row(
        "de",
        "Karl Dorn ging. Anna Bell (69) sprach von einem „schwarzen Tag“. Der See verliere damit"
        " jährlich 61 Boote.",
        ("Anna Bell", "Anna Bell (69) sprach von einem"),
        True,
        (("Karl Dorn", "Karl Dorn ging."),),
    ),
]


def given_by(folder: Path, row: Row, who: str, words: str, kind: str, inferred: bool) -> str:
    """What is said of a number or a claim of the last sentence, given to somebody."""
    names = {name for one in ROWS for name, _ in (one.right, *one.wrong)}
    people = {name.lower().replace(" ", "-"): name for name in sorted(names) if name in row.text}
    id = who.lower().replace(" ", "-")
    last = row.text[
        max(row.text.rfind(f"{mark} ", 0, row.text.index("61")) for mark in ".») ") + 2 :
    ]
    fact = {
        "id": "it",
        "attribution": id,
        "evidence": last,
        **({"resolved_from": words} if words else {}),
        **({"inferred": "speaker"} if inferred else {}),
    }
    more = BOATS if kind == "figures" else {"statement": "There were boats.", "kind": "claim"}
    facts = {
        "people": [
            {"id": name, "name": called, "description": "D.", "mention": called}
            for name, called in people.items()
        ],
        kind: [fact | more],
    }
    return problems_of(folder, row.tag, row.text, facts, *RULES)


@pytest.mark.parametrize("kind", ["figures", "claims"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.tag} {row.text[-40:]}")
def test_who_a_sentence_before_names_gives_it_and_nobody_else(row, kind, tmp_path):
    assert given_by(tmp_path, row, *row.right, kind, row.inferred) == ""
    if "seien" not in row.text and "Il y a" not in row.text:  # as if a pronoun began them
        assert given_by(tmp_path, row, row.right[0], "", kind, False)
    if row.inferred:
        assert given_by(tmp_path, row, *row.right, kind, False)
    for who, words in row.wrong:
        for marked in (False, True):
            assert given_by(tmp_path, row, who, words, kind, marked), (who, marked)
            assert given_by(tmp_path, row, who, row.right[1], kind, marked), (who, marked)


@pytest.mark.parametrize("kind", ["figures", "claims"])
@pytest.mark.parametrize(
    "says", ["forderte mehr Häfen", "pochte auf mehr Häfen", "sagte nichts dazu"]
)
def test_whoever_says_something_in_a_sentence_says_what_it_reports(says, kind, tmp_path):
    before = "Anna Bell widersprach: Man habe Boote gekauft."
    text = f"{before} Karl Dorn {says}; das Angebot liege bei 61 Booten."
    row = Row("de", text, ("Karl Dorn", ""), False, (("Anna Bell", before),))
    assert given_by(tmp_path, row, "Karl Dorn", "", kind, False) == ""
    assert given_by(tmp_path, row, "Anna Bell", before, kind, True)


PLAIN = "“No,” said Carl Dunn. There were 61 boats on the lake."


@pytest.mark.parametrize("kind", ["figures", "claims"])
@pytest.mark.parametrize("inferred", [False, True])
def test_what_nobody_is_said_to_say_is_not_inferred(kind, inferred, tmp_path):
    row = Row("en", PLAIN, ("Carl Dunn", "said Carl Dunn."), inferred, ())
    assert "somebody say so" in given_by(tmp_path, row, *row.right, kind, inferred)


# Sentences with 61 boats to which somebody named in them, or before them, gives nothing.
SILENT = [
    ("en", "Carl Dunn", "“No,” he shouted on Friday before 61 boats.", "shouted"),
    ("fr", "Luc Petit", "« Non », s’est-il emporté vendredi devant 61 bateaux.", "emporté"),
    ("fr", "Luc Petit", "Il n’est tombé que 61 bateaux.", ""),
    ("fr", "Luc Petit", "Il y a 61 bateaux.", ""),
    ("de", "Karl Dorn", "Es gibt 61 Boote.", ""),
    ("en", "Carl Dunn", "Carl Dunn closed the port, where 61 boats lie.", ""),
    ("fr", "Luc Petit", "Luc Petit ferme le port, où dorment 61 bateaux.", ""),
    ("de", "Karl Dorn", "Karl Dorn schließt den Hafen, wo 61 Boote liegen.", ""),
    ("es", "Luis Gil", "Luis Gil cierra el puerto, donde hay 61 barcos.", ""),
]


@pytest.mark.parametrize(("tag", "who", "sentence", "by"), SILENT, ids=[s[2] for s in SILENT])
def test_a_number_beside_somebody_who_says_nothing_is_not_theirs(tag, who, sentence, by, tmp_path):
    before = {"en": "left.", "de": "ging.", "fr": "est parti.", "es": "se fue."}[tag]
    text = f"{who} {before} {sentence}"
    id = who.lower().replace(" ", "-")
    number = {**BOATS, "id": "it", "attribution": id, "evidence": sentence}
    quote = {
        "id": "no",
        "text": "No," if tag == "en" else "Non",
        "kind": "spoken",
        "speaker": id,
        "attributed_by": by,
        "said_via": "not_stated",
        "date_said": "not_stated",
        "evidence": sentence,
    }
    mention = {"exact": who, "suffix": before}
    people = [{"id": id, "name": who, "description": "D.", "mention": mention}]
    facts = {"people": people, "figures": [number], "quotes": [quote] if by else []}
    rules = ("attribution-named-nearby", "said-by-another")
    assert problems_of(tmp_path, tag, text, facts, *rules)


class Body(NamedTuple):
    """Sentences, the last of which has 61 boats; an organisation that gives them, another name of
    it, and the words that name it."""

    tag: str
    text: str
    name: str
    other: str
    words: str


MILL = "Mill Ltd told the town so."
BODIES = [
    Body("en", f"{MILL} According to the company, there are 61 boats.", "Mill Ltd", "", MILL),
    Body("en", f"{MILL} There are 61 boats, according to the firm.", "Mill Ltd", "", MILL),
    Body(
        "de",
        "Das teilte die Werft Nord mit. Nach Angaben des Unternehmens fahren 61 Boote.",
        "Werft Nord",
        "",
        "Das teilte die Werft Nord mit.",
    ),
    Body(
        "de",
        "Das teilte die Werft Nord mit. Nach Angaben des Unternehmens fahren 61 Boote.",
        "Werft Nord",
        "das Unternehmen",
        "",
    ),
    Body("de", "Nach Auskunft des Landkreises fahren 61 Boote.", "Landkreis", "", ""),
    Body(
        "fr",
        "Naval Sud a fermé. Selon l’entreprise, il reste 61 bateaux.",
        "Naval Sud",
        "",
        "Naval Sud a fermé.",
    ),
    Body(
        "es",
        "Naval Sur cerró. Según la empresa, quedan 61 barcos.",
        "Naval Sur",
        "",
        "Naval Sur cerró.",
    ),
]


def given_by_body(folder: Path, row: Body, words: str, inferred: bool = False) -> str:
    """What is said of a number of the last sentence, given to an organisation."""
    bodies = {"body": row.name, **({"other": "Kaikart"} if "Kaikart" in row.text else {})}
    facts = {
        "organisations": [
            {
                "id": id,
                "name": name,
                "alternate_names": [row.other] if row.other and id == "body" else [],
                "type": "company",
                "description": "D.",
                "mention": name,
            }
            for id, name in bodies.items()
        ],
        "figures": [
            {
                **BOATS,
                "id": "it",
                "attribution": "body",
                "evidence": re.split(r"(?<=[.]) ", row.text)[-1],
                **({"resolved_from": words} if words else {}),
                **({"inferred": "speaker"} if inferred else {}),
            }
        ],
    }
    return problems_of(folder, row.tag, row.text, facts, *RULES)


@pytest.mark.parametrize("row", BODIES, ids=lambda row: f"{row.tag} {row.text[-40:]} {row.other}")
def test_what_is_according_to_the_company_is_the_company_s(row, tmp_path):
    assert given_by_body(tmp_path, row, row.words) == ""
    if row.words:
        assert given_by_body(tmp_path, row, "")
        two = row._replace(text=row.text.replace(row.words, f"{row.words} Kaikart left."))
        assert "may mean" in given_by_body(tmp_path, two, row.words)
        assert given_by_body(tmp_path, two, row.words, inferred=True) == ""


def test_what_german_reports_by_its_mood_is_not_its_subject_s(tmp_path):
    text = "Das sagte Kaikart. Der Landkreis habe angeboten, 61 Boote zu zahlen."
    row = Body("de", text, "Landkreis", "", "")
    assert "other" in given_by_body(tmp_path, row, "")
    row = row._replace(text="Das sagte Kaikart. Der Landkreis rechne mit 61 Booten.")
    assert given_by_body(tmp_path, row, "") == ""


@pytest.mark.parametrize(
    "tag, text, right",
    [
        ("en", "Hill of Mill Ltd left. Hill warned that 61 boats might sink.", False),
        ("en", "Hill, the head of Mill Ltd, warned that 61 boats might sink.", False),
        ("de", "Hill von Mill Ltd ging. Hill warnte vor 61 Booten.", False),
        ("fr", "Hill, de Mill Ltd, est parti. Hill a annoncé 61 bateaux.", False),
        ("es", "Hill, de Mill Ltd, se fue. Hill anunció 61 barcos.", False),
        ("en", "Hill, of Mill Ltd, warned that 61 boats might sink.", False),
        ("en", "Hill, who speaks for Mill Ltd, warned that 61 boats might sink.", True),
        ("de", "Hill von Mill Ltd warnte vor 61 Booten.", False),
        ("de", "Hill, Sprecherin von Mill Ltd, warnte vor 61 Booten.", True),
        ("fr", "Hill, de Mill Ltd, a annoncé 61 bateaux.", False),
        ("fr", "Hill, porte-parole de Mill Ltd, a annoncé 61 bateaux.", True),
        ("es", "Hill, de Mill Ltd, anunció 61 barcos.", False),
        ("es", "Hill, portavoz de Mill Ltd, anunció 61 barcos.", True),
    ],
)
def test_what_somebody_says_is_the_employer_s_only_where_it_is_named(tag, text, right, tmp_path):
    number = {**BOATS, "id": "it", "attribution": "mill", "evidence": text[text.rindex("Hill") :]}
    hill = {"id": "hill", "name": "Hill", "affiliation": "mill", "description": "D."}
    mill = {"id": "mill", "name": "Mill Ltd", "type": "company", "description": "D."}
    facts = {
        "people": [hill | {"mention": "Hill"}],
        "organisations": [mill | {"mention": "Mill Ltd"}],
        "figures": [number],
    }
    assert (problems_of(tmp_path, tag, text, facts, *RULES) == "") == right
    facts["figures"] = [number | {"attribution": "hill"}]
    assert problems_of(tmp_path, tag, text, facts, *RULES) == ""


@pytest.mark.parametrize(
    "statement, kind, right",
    [
        ("Der Kreis hat keine Antwort.", "fact", False),
        ("Hill sagte, der Kreis habe keine Antwort.", "fact", True),
        ("Der Kreis hat keine Antwort.", "claim", True),
    ],
)
def test_what_german_reports_by_its_mood_is_no_fact(statement, kind, right, tmp_path):
    text = "Das sagte Hill. Eine Antwort habe der Kreis bis heute nicht erhalten."
    theirs = {"attribution": "hill", "resolved_from": "Das sagte Hill.", "inferred": "speaker"}
    claim = {"id": "it", "statement": statement, "kind": kind, "as_of": "not_stated"}
    facts = {
        "people": [{"id": "hill", "name": "Hill", "description": "D.", "mention": "Hill"}],
        "claims": [claim | {"evidence": text[16:]} | (theirs if kind == "claim" else {})],
    }
    found = problems_of(tmp_path, "de", text, facts, *RULES, "attribution-told")
    assert (found == "") == right, found


GIVING = (Path(__file__).parent / "printed" / "giving.txt").read_text("utf-8").split("\n[")[1:]
OFFICE = {
    "en": ("Harbour Office",),
    "de": ("Hafenamt", "Hafenamts"),
    "fr": ("Office du port",),
    "es": ("Oficina del Puerto",),
}


@pytest.mark.parametrize("part", GIVING, ids=lambda part: part[:2])
def test_who_only_does_something_gives_no_number_of_it(part, tmp_path):
    tag, rows = part[:2], [(line[0], line[2:]) for line in part[4:].splitlines() if line]
    name, *others = OFFICE[tag]
    figures = []
    for number, (_, text) in enumerate(rows):
        *before, last = re.split(r"(?<=[.]) ", text)
        words = {"exact": last, **({"prefix": before[-1]} if before else {})}
        figures.append({**BOATS, "id": f"it-{number}", "attribution": "body", "evidence": words})
    begins = rows[0][1].partition(name)[2].strip()
    body = {"id": "body", "name": name, "type": "office", "description": "D."}
    body |= {"alternate_names": others, "mention": {"exact": name, "suffix": begins}}
    text = "\n\n".join(row for _, row in rows)
    for at in range(len(figures)):
        facts = {"organisations": [body], "figures": [figures[at]]}
        found = problems_of(tmp_path, tag, text, facts, *RULES[:3])
        assert bool(found) == (rows[at][0] == "-"), (rows[at], found)


@pytest.mark.parametrize("kind", ["claims", "positions", "comparisons"])
def test_who_only_does_something_claims_nothing(kind, tmp_path):
    for text, right in [
        ("Mill Ltd runs 61 boats.", False),
        ("Mill Ltd wants 61 boats.", True),
        ("Mill Ltd runs 61 boats, it says.", True),
    ]:
        its = {"statement": "It has boats.", "attribution": "mill", "evidence": text}
        record = {"id": "it", **its, "kind": "claim"}
        if kind == "positions":
            record = {"id": "it", **its, "holder": "mill", "topic": "boats", "stance": "for"}
        if kind == "comparisons":
            record = {"id": "it", "question": "Q?", "cells": {"boats": {**its, "kind": "claim"}}}
        mill = {"id": "mill", "name": "Mill Ltd", "type": "company", "description": "D."}
        facts = {"organisations": [mill | {"mention": "Mill Ltd"}], kind: [record]}
        assert (problems_of(tmp_path, "en", text, facts, "said-by-another") == "") == right, text


@pytest.mark.parametrize(
    "tag, text, mill_says",
    [
        (
            "en",
            "Hill – 61 boats sank, according to Mill Ltd – warned that the port was full.",
            True,
        ),
        (
            "de",
            "Der Hafen – nach Angaben von Mill Ltd sind das 61 Boote – ist laut Hill voll.",
            True,
        ),
        ("de", "Der Hafen – nach Angaben von Mill Ltd alt – hat laut Hill 61 Boote.", False),
        ("en", "The port – old, according to Mill Ltd – has 61 boats, Hill said.", False),
    ],
)
def test_what_is_said_between_dashes_is_of_whoever_is_named_there(tag, text, mill_says, tmp_path):
    mill = {"id": "mill", "name": "Mill Ltd", "type": "company", "description": "D."}
    facts = {
        "people": [{"id": "hill", "name": "Hill", "description": "D.", "mention": "Hill"}],
        "organisations": [mill | {"mention": "Mill Ltd"}],
        "figures": [{**BOATS, "id": "it", "evidence": text, "attribution": "mill"}],
    }
    assert (problems_of(tmp_path, tag, text, facts, "said-by-another") == "") == mill_says
    facts["figures"] = [facts["figures"][0] | {"attribution": "hill"}]
    assert (problems_of(tmp_path, tag, text, facts, "said-by-another") == "") != mill_says
