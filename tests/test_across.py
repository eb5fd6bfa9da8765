"""Pages in another language than a source: what places, offices and times are called there. What
sentences may say of one another is in tests/across, and tried in test_denials.py."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from explainer.commands.across import across, called_across
from explainer.commands.statements import differences, of_record
from explainer.rules.translated import likely_wrong
from explainer.text.dimensions import says_dimension
from explainer.text.exactness import in_words_of
from explainer.text.exonyms import called_elsewhere, is_a_place, is_called_so
from explainer.text.office_words import left_out, unsaid
from explainer.text.times_alike import is_the_other, moves_alike, says_rate, says_time
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, TESTS, run

RULES = (
    "known-names",
    "known-to-the-sources",
    "offices-held",
    "offices-borne-out",
    "amounts-in-prose",
    "numbers-in-prose",
    "described-as-named",
)

PLACES = [
    ("Der Kölner Rat tagt.", "en", "cologne"),
    ("In Köln und München.", "fr", "cologne munich"),
    ("Das Weiße Haus und die Vereinten Nationen.", "en", "white house united nations"),
    ("Niedersachsens Polizei", "en", "lower saxony"),
    ("la Commission européenne à Bruxelles", "en", "european commission brussels"),
    ("los sevillanos y el río Rin", "en", "seville rhine"),
    ("En Nueva York y Londres", "de", "new york london"),
    ("le Rhin à Strasbourg", "de", "rhein straßburg"),
    ("The Danube in Vienna", "es", "danubio viena"),
    ("españoles y alemanes", "en", "spanish german"),
]


@pytest.mark.parametrize(("text", "tag", "words"), PLACES)
def test_places_have_their_names_in_the_language_of_the_pages(text, tag, words):
    assert {*words.split()} <= called_elsewhere(text, tag)


def test_another_place_is_another():
    assert is_called_so("Cologne", "Köln") and not is_called_so("Munich", "Köln")
    assert is_called_so("Köln", "Der Kölner Rat")
    assert not called_elsewhere("Das Haus am Meer ist schwarz.", "en")
    assert is_a_place("Lower Saxony") and not is_a_place("Aldheim")


# An office on pages, their language, a sentence of a source, and the word that nothing there has.
OFFICES = [
    ("President of the Kommunalbund", "en", "die Präsidentin des Kommunalbunds", ""),
    ("Head of social affairs", "en", "Der Kölner Sozialdezernent", ""),
    ("Head of health", "en", "Der Kölner Sozialdezernent", "health"),
    ("Minister of the interior", "en", "die Präsidentin des Kommunalbunds", "minister"),
    ("Federal Ministry of the Interior", "en", "Das Bundesinnenministerium", ""),
    ("Mayor of Lyon", "en", "le maire de Lyon", ""),
    ("Spokeswoman for the prefecture", "en", "la porte-parole de la préfecture", ""),
    ("Judge", "en", "la porte-parole de la préfecture", "judge"),
    ("Minister of finance", "en", "la consejera de Hacienda", ""),
    ("Mayor", "en", "la alcaldesa", ""),
    ("Bürgermeisterin", "de", "la alcaldesa", ""),
    ("Leiterin der Sortieranlage", "de", "la directrice du tri", ""),
    ("Innenministerin", "de", "the minister of the interior", ""),
    ("Directrice de l'hôpital", "fr", "the head of the hospital", ""),
    ("Alcaldesa", "es", "die Bürgermeisterin", ""),
    ("Alcaldesa", "es", "die Lehrerin", "alcaldesa"),
    ("Boatbuilder", "en", "der Bootsbauer", ""),
]


@pytest.mark.parametrize(("title", "tag", "text", "word"), OFFICES)
def test_offices_mean_the_same(title, tag, text, word):
    assert next(iter(unsaid(title, tag, (text,))), "") == word


def test_a_deputy_is_no_head():
    assert left_out("President", "en", ("Die Vizepräsidentin Anna Roth",)) == "deputy"
    assert left_out("Mayor", "en", ("l'adjointe au maire, Anna Roth",)) == "deputy"
    assert left_out("Former minister", "en", ("die ehemalige Ministerin Roth",)) == ""
    assert left_out("Minister", "en", ("die ehemalige Ministerin Roth",)) == "former"
    assert left_out("President", "en", ("Die Präsidentin Anna Roth",)) == ""


def test_times_mean_the_same():
    assert says_time("autumn", "im herbst") and says_time("fall", "en otoño")
    assert not says_time("autumn", "im sommer")
    assert says_rate("day", "chaque jour") and not says_rate("day", "chaque semaine")
    assert is_the_other("last summer", ("im nächsten sommer",))
    assert not is_the_other("next summer", ("im nächsten sommer",))
    assert not is_the_other("last summer", ("im sommer",))
    assert is_the_other("next week", ("la semaine dernière",))


@pytest.mark.parametrize(
    ("words", "text", "alike"),
    [
        ("this year", "hat die stadt in diesem jahr ausgegeben", True),
        ("this year", "hat die stadt im letzten jahr ausgegeben", False),
        ("this year", "la ville a dépensé cette année", True),
        ("this year", "en este año", True),
        ("this week", "in diesem jahr", False),
        ("last friday", "am letzten freitag", True),
        ("last friday", "vendredi dernier", True),
        ("last friday", "el viernes pasado", True),
        ("last friday", "am nächsten freitag", False),
        ("last friday", "am letzten montag", False),
        ("every monday", "jeden montag", True),
        ("every monday", "todos los lunes", True),
        ("for the second time", "zum zweiten mal", True),
        ("for the second time", "pour la troisième fois", False),
        ("repeatedly", "hat das wiederholt verlangt", True),
        ("repeatedly", "à plusieurs reprises", True),
        ("repeatedly", "hat das verlangt", False),
    ],
)
def test_times_that_move_are_known_in_another_language(words, text, alike):
    assert moves_alike(words, text) == alike


@pytest.mark.parametrize(
    ("noun", "text", "said"),
    [
        ("length", "the front line is about 1,200 kilometres long", True),
        ("Höhe", "der turm ist 40 meter hoch", True),
        ("largeur", "la route est large de 6 mètres", True),
        ("profundidad", "el pozo es 12 metros profundo", True),
        ("weight", "the bell weighs two tonnes", True),
        ("age", "die 40 jahre alte brücke", True),
        ("length", "die brücke ist 40 meter lang", True),
        ("length", "the tower is 40 metres high", False),
        ("height", "the front line is 1,200 kilometres long", False),
        ("cost", "the front line is 1,200 kilometres long", False),
    ],
)
def test_a_dimension_is_said_by_its_adjective(noun, text, said):
    assert says_dimension(noun, text.split()) == said


def test_how_exact_a_number_is_is_told_in_the_language_of_the_pages():
    assert in_words_of("en", "near", "knapp die") == "just under"
    assert in_words_of("en", "near", "nearly") == "nearly"
    assert in_words_of("de", "near", "just under") == "knapp"
    assert in_words_of("fr", "least", "mindestens") == "au moins"
    assert in_words_of("es", "least", "more than") == "más de"


def _chair(title: str, affiliation: str) -> tuple[str, dict[str, Any]]:
    text = "Der Vorsitzende des Ukrainischen Vereins, Oleh Bondarenko, kam aus der Ukraine."
    mention = {"name": "Oleh Bondarenko", "mention": "Oleh Bondarenko,", "description": "Spoke."}
    person = {"id": "one", "job_title": title, "affiliation": affiliation, **mention}
    bodies = [
        {"id": "verein", "name": "Ukrainian Association", "type": "club", "description": "D."}
        | {"alternate_names": ["Ukrainischen Vereins"], "mention": "Ukrainischen Vereins,"},
        {"id": "ukraine", "name": "Ukraine", "type": "state", "description": "D."}
        | {"mention": "Ukraine."},
    ]
    return text, {"people": [person], "organisations": bodies}


@pytest.mark.parametrize(
    ("title", "refused"),
    [("Chair of the Ukrainian Association", False), ("Chair of Ukraine", True)],
)
def test_an_office_of_a_body_is_none_of_the_state_in_its_name(tmp_path, title, refused):
    text, facts = _chair(title, "verein")
    said = [one for one in _problems(tmp_path, facts, text) if one.startswith("offices-held")]
    assert bool(said) == refused, said


def test_numbers_of_both_languages_are_compared_by_value_and_fields_set_apart(tmp_path):
    text = (
        "In Lindenau leben derzeit 1.340 Menschen aus Polen, die Miete kostet 6,2 Millionen Euro."
    )
    figure = {"id": "one", "label": "People from Poland", "value": 1340, "value_text": "1.340"}
    figure |= {"unit": "Menschen", "measure": "people who live there", "evidence": text}
    figure |= {"population": "people from Poland", "inferred": ["measure", "population"]}
    site = _site(tmp_path, {"figures": [figure]}, text)
    (said,) = of_record(site, "one")
    lines = differences(site, said)
    assert [one for one in lines if "only the clause has" in one] == [
        "only the clause has: 6,2 Millionen"
    ]
    assert not [one for one in lines if "only the statement has" in one and "1.340" in one]
    assert across(site, said).startswith(
        "“People from Poland · Menschen · people who live there · people from Poland” — “In Lind"
    )


GERMAN = (
    "Der Kölner Sozialdezernent Jürgen Brandt sprach am Dienstag. Annegret Vollmer, die Präsidentin"
    " des Kommunalbunds, kam auch. Die Stadt braucht jeden dritten Platz noch im nächsten Sommer."
)


def _site(root: Path, facts: dict[str, Any], text: str, tag: str = "de") -> Site:
    """A site with records of a source in another language than the pages: English."""
    for folder in ("seeds/facts", "seeds/sources", "content"):
        (root / folder).mkdir(parents=True)
    settings = (TESTS / "topics/rain/seeds/settings.yml").read_text("utf-8")
    (root / "seeds/settings.yml").write_text(f"{settings}language: en\n", "utf-8")
    (root / "content/index.md").write_text(
        "---\ntitle: T\ndescription: D\n---\n\n# Home\n", "utf-8"
    )
    record = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(f"{text}\n".encode()).hexdigest())
    (root / "seeds/sources/one.txt").write_text(f"{text}\n", "utf-8")
    (root / "seeds/sources/one.yml").write_text(record, "utf-8")
    (root / "seeds/facts/one.yml").write_text(json.dumps({"source": "one", **facts}), "utf-8")
    topic, faults = load(root)
    assert not faults, faults
    return Site(topic)


def _problems(root: Path, facts: dict[str, Any], text: str = GERMAN, tag: str = "de") -> list[str]:
    """What the rules say of records of a source in another language than the pages: English."""
    site = _site(root, facts, text, tag)
    likely = [f"likely wrong: {why}" for _, why in likely_wrong(site)]
    return [f"{p.rule}: {p.message}" for p in run(site, *RULES)] + likely


def _person(job_title: str, name: str = "Jürgen Brandt") -> dict[str, Any]:
    own = {"id": "one", "name": name, "description": "Spoke.", "job_title": job_title}
    return {"people": [{**own, "mention": name}]}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Head of social affairs in Cologne", ""),
        ("Sozialdezernent", ""),
        ("Head of social affairs in Munich", "known-to-the-sources"),
        ("Mayor of Cologne", "offices-borne-out"),
        ("Head of finance in Cologne", "offices-borne-out"),
    ],
)
def test_the_office_of_somebody_in_the_language_of_the_pages(title, said, tmp_path):
    found = _problems(tmp_path, _person(title))
    assert bool(found) == bool(said) and all(one.startswith(said) for one in found), found


def test_a_reviewer_is_asked_what_an_office_means(tmp_path):
    _problems(tmp_path, _person("Boatbuilder"))
    asked = [*called_across(Site(load(tmp_path)[0]), "one")]
    assert asked == ["job_title: does “Der Kölner Sozialdezernent” mean “Boatbuilder”?"]


def test_the_president_of_a_body(tmp_path):
    title = "President of the Kommunalbund"
    assert _problems(tmp_path, _person(title, "Annegret Vollmer")) == []


def _named(name: str, *others: str) -> dict[str, Any]:
    own = {"id": "one", "name": name, "description": "-", "alternate_names": others}
    return {"people": [{**own, "mention": "Annegret Vollmer"}]}


@pytest.mark.parametrize(("name", "fits"), [("Annegrete Volmer", True), ("Anna Roth", False)])
def test_a_person_has_no_other_name_but_in_its_spelling(name, fits, tmp_path):
    assert (not _problems(tmp_path, _named(name, "Annegret Vollmer"))) == fits


def _place(name: str, *others: str) -> dict[str, Any]:
    own = {"id": "c", "name": name, "alternate_names": others, "type": "office", "description": "-"}
    return {"organisations": [{**own, "mention": "Kölner"}]}


@pytest.mark.parametrize(
    ("names", "fits"),
    [
        (("Cologne", "Köln", "Kölner"), True),
        (("Cologne", "Kölner"), True),
        (("Munich", "Köln", "Kölner"), False),
        (("Cologne City Council", "Paris", "Kölner"), False),
    ],
)
def test_a_record_may_have_a_name_in_the_language_of_the_pages(names, fits, tmp_path):
    found = _problems(tmp_path, _place(*names))
    assert (not any(one.startswith("known-names") for one in found)) == fits, found


@pytest.mark.parametrize(
    ("statement", "fits"),
    [
        ("The city needs every third place next summer.", True),
        ("Next summer the city will need one place in three.", True),
        ("The city needs every fourth place next summer.", False),
        ("The city needed every third place last summer.", False),
        ("The city needs every third place in the autumn.", False),
    ],
)
def test_times_and_parts_in_the_language_of_the_pages(statement, fits, tmp_path):
    words = GERMAN.rpartition(". ")[2]
    claim = {"id": "c", "statement": statement, "kind": "fact", "as_of": "not_stated"}
    assert (not _problems(tmp_path, {"claims": [{**claim, "evidence": words}]})) == fits


# A sentence of a source with two states, and what may be said of it, or not.
TWO = [
    (
        "de",
        "Polen fordert von Deutschland eine Entschädigung.",
        ("Polen", "Deutschland"),
        (
            "Poland demands compensation from Germany.",
            "Poland asks Germany for compensation.",
            "Germany is asked for compensation by Poland.",
            "Germany may have to pay Poland.",
        ),
        ("Germany demands compensation from Poland.", "Poland is asked to pay by Germany."),
    ),
    (
        "de",
        "Polen zahlt Deutschland eine Entschädigung.",
        ("Polen", "Deutschland"),
        ("Poland pays Germany compensation.", "Germany receives compensation from Poland."),
        ("Germany pays Poland compensation.",),
    ),
    (
        "fr",
        "La Pologne accuse l'Allemagne de lenteur.",
        ("Pologne", "Allemagne"),
        ("Poland accuses Germany of being slow.", "Germany was accused by Poland."),
        ("Germany accuses Poland of being slow.",),
    ),
    (
        "es",
        "Polonia ha demandado ayuda a Alemania.",
        ("Polonia", "Alemania"),
        ("Poland has demanded help from Germany.",),
        ("Germany has demanded help from Poland.",),
    ),
]


@pytest.mark.parametrize(("tag", "words", "names", "right", "wrong"), TWO)
def test_who_does_it_to_whom_in_another_language(tag, words, names, right, wrong, tmp_path):
    states = zip(("Poland", "Germany"), names, strict=True)
    bodies = [
        {"id": own.lower(), "name": own, "alternate_names": [theirs], "type": "state"}
        | {"description": "-", "mention": theirs}
        for own, theirs in states
    ]
    for i, statement in enumerate((*right, *wrong)):
        claim = {"id": "c", "statement": statement, "kind": "fact", "as_of": "not_stated"}
        facts = {"organisations": bodies, "claims": [{**claim, "evidence": words}]}
        found = _problems(tmp_path / str(i), facts, words, tag)
        told = any("does here what is done to them" in one for one in found)
        assert told == (statement in wrong), (statement, found)


def test_a_page_may_quote_the_words_themselves(tmp_path):
    quoted = "Vollmer said: “Ein Waffenstillstand bringt niemanden nach Hause”."
    words = "„Ein Waffenstillstand bringt niemanden nach Hause“, sagte Vollmer."
    claim = {"id": "c", "statement": quoted, "kind": "claim", "as_of": "not_stated"}
    found = _problems(tmp_path, {"claims": [{**claim, "evidence": words}]}, words)
    assert not [one for one in found if one.startswith("likely wrong")]
