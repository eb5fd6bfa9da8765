"""Pages in the language of the site: one table a language, and never English where one lacks."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from explainer.commands.theme import lean, spoken
from explainer.rules.registry import check
from explainer.site.catalog import Catalog, Deployment
from explainer.site.data import export
from explainer.site.pages import render
from explainer.topic import words
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.record import Record
from explainer.topic.site import Site
from explainer.topic.words import LabelMissing, Words, direction, languages, words_of
from sites import ROOT, SITES

TAGS = ["de", "en", "es", "fr"]


def names(text: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name}


def test_each_language_has_the_same_labels_with_the_same_names():
    assert languages() == TAGS
    english = words_of("en").table
    for tag in TAGS:
        table = words_of(tag).table
        assert table.keys() == english.keys(), tag
        for key, text in english.items():
            if isinstance(text, str):
                assert names(table[key]) == names(text), (tag, key)
                assert key.startswith("of") or bool(table[key]) == bool(text), (tag, key)


def test_each_kind_and_choice_has_its_label():
    for name in (name for name, kind in KINDS.items() if issubclass(kind, Record)):
        assert words_of("en")(f"kind_{name}") and words_of("en")(f"list_{name}")


def test_a_missing_label_is_an_error():
    words = Words("fr")
    del words.table["see_also"]
    with pytest.raises(LabelMissing, match='the label "see_also" is missing in fr'):
        words("see_also")
    with pytest.raises(LabelMissing, match='no labels in the language "pl"'):
        words_of("pl")


DATES = [
    ("en", "2025-08-15", "Friday 15 August 2025"),
    ("de", "2025-08-15", "Freitag, 15. August 2025"),
    ("fr", "2025-08-01", "vendredi 1er août 2025"),
    ("es", "2025-08-15", "viernes, 15 de agosto de 2025"),
    ("fr", "2025-08", "août 2025"),
    ("es", "2025", "2025"),
    ("de", "not_stated", "Datum nicht genannt"),
]


@pytest.mark.parametrize(("tag", "value", "text"), DATES)
def test_dates(tag, value, text):
    assert words_of(tag).date(value) == text


NUMBERS = [
    ("en", "1234567.5", "1,234,567.5"),
    ("de", "1234567.5", "1.234.567,5"),
    ("fr", "14000", "14\u202f000"),
    ("es", "14000", "14.000"),
    ("en-IN", "400000", "400,000"),
    ("de-CH", "14000.5", "14’000.5"),
]


@pytest.mark.parametrize(("tag", "value", "text"), NUMBERS)
def test_numbers(tag, value, text):
    assert words_of(tag).number(Decimal(value)) == text


def test_names_within_a_sentence():
    assert words_of("en").within("The Kremlin") == ("the ", "Kremlin")
    assert words_of("fr").within("La préfecture") == ("la ", "préfecture")
    assert words_of("fr").within("L’Institut des eaux") == ("l’", "Institut des eaux")
    assert words_of("de").within("Laura Roth") == ("", "Laura Roth")


def test_a_unit_behind_millions():
    french, english = words_of("fr"), words_of("en")
    assert french.counted("9 millions", "euros") == "d’euros"
    assert french.counted("Une centaine", "personnes") == "de personnes"
    assert french.counted("70", "maisons") == "maisons"
    assert words_of("es").counted("2 millones", "euros") == "de euros"
    assert english.counted("9 million", "euros") == "euros"


def test_direction():
    assert [direction(tag) for tag in ("en", "he-IL", "fa", "fr")] == ["ltr", "rtl", "rtl", "ltr"]


@pytest.mark.parametrize("tag", ["de", "es", "fr"])
def test_no_english_is_left(tag):
    """An English site with the labels of another language has none of the English ones."""
    read, _ = load(SITES["lake"])
    read.settings.__dict__["language"] = tag
    catalog = Catalog(Site(read), Deployment())
    pages = [text for _, text in render(catalog)]
    shown = re.sub(r"(?s)^---.*?---", "", "\n".join(pages))
    english, own = words_of("en").table, words_of(tag).table
    labels = {
        str(text) for key, text in english.items() if text != own[key] and "{" not in str(text)
    }
    own_words = "\n".join(page.body for page in read.pages.values())
    left = {text for text in labels if " " in text.strip() and text in shown} - {"Side by side"}
    assert not {text for text in left if text not in own_words}
    assert words_of(tag)("the_words") in shown
    assert f'lang="{read.sources["lake"].record.language}"' in shown  # the source's own words
    assert any(path == "data/search.json" for path, _ in export(catalog))


def labels(script: str) -> dict[str, str]:
    """What a script says to readers, by the keys of the labels."""
    block = re.search(r"(?ms)^ *const labels = \{\n(.*?)^ *\};", script)
    assert block
    return {key: json.loads(text) for key, text in re.findall(r'(\w+): (".*"),\n', block[1])}


def test_the_search_knows_the_same_of_every_language():
    """The tables have the same keys, and words as the search folds them."""
    english = words_of("en").search
    for tag in TAGS:
        table = words_of(tag).search
        assert table.keys() == english.keys()
        assert {*table["kinds"].values()} == {*english["kinds"].values()}
        told = [text for key, text in table.items() if key in ("asking", "numbers", "holding")]
        told += [
            *table["kindred"],
            *(w for key in ("irregular", "itself") for w in table[key].values()),
        ]
        letters = set("".join(told)) - {" "}
        assert {char for char in letters if not char.islower() or not fold_of(char)} == set()
        asking = table["asking"].split()
        assert len(asking) > 100 and len({*asking}) == len(asking), tag
        for wish in table["wishes"]:
            ask, kinds, by, *only = wish.split(" ")
            assert re.compile(ask) and float(by) > 0 and only in ([], ["only"]), wish
            assert {*kinds.split(",")} <= {*table["kinds"].values(), "home"}, wish
        script = spoken("const language = {};\n", words_of(tag))
        assert json.loads(script.removeprefix("const language = ").rstrip(";\n")) == table


def fold_of(char: str) -> bool:
    """Whether folding leaves a letter as it is: no accent."""
    return unicodedata.normalize("NFD", char) == char


@pytest.mark.parametrize("name", ["site.js", "search.js"])
def test_scripts_speak_the_language_of_the_site(name):
    script = (ROOT / "overrides/assets" / name).read_text("utf-8")
    english = labels(script)
    assert english and english == {key: words_of("en")(key) for key in english}
    for tag in TAGS:
        own = spoken(script, words_of(tag))
        assert labels(own) == {key: words_of(tag)(key) for key in english}
    before, _, behind = script.partition("const labels = {")
    rest = lean(before + behind.partition("};")[2])
    said = re.findall(r'"[A-Z][a-z]+(?: [\w’]+)+[.:]?"|\b(?:ariaLabel|textContent): "\w+"', rest)
    assert not said, "a script says this in English alone"
    words = Words("fr")
    del words.table[next(iter(english))]
    with pytest.raises(LabelMissing):
        spoken(script, words)


def test_templates_of_the_look_have_no_words_of_their_own():
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        text = re.sub(r"(?s)\{#.*?#\}|<script.*?</script>|\{%.*?%\}", "", path.read_text("utf-8"))
        shown = re.sub(r"(?s)\{\{.*?\}\}", "", text)
        assert not re.findall(r">[^<>]*[^\W\d_]{2}[^<>]*<", shown), path
        assert not re.findall(r'(?:title|aria-label|placeholder|alt)="[^"]*[^\W\d_]', shown), path
        for expression in re.findall(r"(?s)\{\{(.*?)\}\}", text):
            said = re.search(r"['\"][A-Z][a-z]+[ '\"]", expression)
            assert not said or "words(" in expression or "lang.t(" in expression, (path, expression)


def test_a_language_without_labels_is_refused():
    read, _ = load(SITES["rain"])
    read.settings.__dict__["language"] = "pl"
    told = [problem for problem in check(Site(read)) if problem.rule == "language-known"]
    assert [problem.message for problem in told] == [
        'the checks do not know the language "pl", so they cannot read these pages'
    ]


@pytest.mark.parametrize("tag", TAGS)
def test_the_commonest_words_of_a_language_are_there_once_and_in_small_letters(tag):
    file = Path(words.__file__).parent / "common" / f"{tag}.txt"
    some = file.read_text("utf-8").split()
    assert 400 <= len(some) <= 850
    assert sorted(w for w, n in Counter(some).items() if n > 1) == []
    assert [word for word in some if word != word.lower()] == []
