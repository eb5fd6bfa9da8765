"""Citing the site, its pages and its sources: in words, and for other programs. Real ones are tried
by ``bench/citations.py``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bibliographies import as_printed, bibtex_entries, ris_records
from explainer.commands.build import deployment
from explainer.site.bibliography import Item, bibtex, ris
from explainer.site.catalog import Catalog, Deployment
from explainer.site.citations import (
    imprint,
    licence,
    licence_address,
    page_citation,
    page_item,
    page_items,
    source_citation,
    source_item,
)
from explainer.topic.mkdocs_yml import NO_SETTINGS
from explainer.topic.settings import Source
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import read_yaml, whole

HARD = read_yaml(Path(__file__).parent / "attacks/citations.yml")
RECORD = {
    "type": "article-newspaper",
    "title": "Rain",
    "author": "not_stated",
    "publisher": "The Rain & Wind",
    "issued": "1998-03-05",
    "URL": "https://example.org/a_b?x=1%20&y={q}#z",
    "label": "the report",
    "language": "en",
    "rights": "Written for these tests.",
}
COMMIT = "0123456789abcdef" * 2 + "01234567"
KNOWN = Deployment(
    site_url="https://example.org/rain/",
    site_name="Rain & wind",
    revision=COMMIT,
    author="Rain Board and Town Council",
    rights="Our words: CC BY-SA 4.0. The report's words remain its publisher's.",
    changed="1998-04-02",
)


def one_line(text: str) -> str:
    return " ".join(text.split())


def entry(item: Item, **how: bool) -> dict[str, str]:
    (fields,) = bibtex_entries(bibtex(item, **how)).values()
    return fields


def record(item: Item) -> dict[str, str]:
    (fields,) = ris_records(ris(item))
    return fields


def catalog(to: Deployment = KNOWN, name: str = "lake", **said: str) -> Catalog:
    made = Catalog(whole(name), to)
    made.topic = replace(made.topic, settings=made.topic.settings.model_copy(update=said))
    return made


# --- what is hard to write down -------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["article-newspaper", "report", "interview", "webpage"])
@pytest.mark.parametrize("stated", HARD, ids=lambda stated: repr(stated["title"][:20]))
def test_what_is_hard_to_write_is_read_again(stated, kind):
    item = source_item("key", Source(**{**RECORD, **stated, "type": kind}))
    title = one_line(item["title"])
    fields, lines = entry(item), record(item)
    assert as_printed(fields["title"]) == lines["TI"] == title
    names = item.get("author", [])
    for name in names:
        whole_name = one_line(name.get("literal") or stated["author"])
        printed = as_printed(fields["author"])
        if "literal" in name:
            assert printed == whole_name and fields["author"].startswith("{")
            assert lines["AU"] == whole_name.replace(",", " ").replace("  ", " ") + ","
        else:
            assert sorted(printed.replace(",", "").split()) == sorted(
                whole_name.replace(",", "").split()
            )
    assert bool(names) == ("author" in fields) == ("AU" in lines)


TEXTS = st.text("ab \\{}%&$#_~^`<>|\"'-,@=\n\r\u2028éЖ—", min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_any_text_is_read_again(title, author):
    item = {"id": "key", "type": "report", "title": title, "author": [{"literal": author}]}
    fields, lines = entry(item), record(item)
    assert as_printed(fields["title"]) == one_line(title)
    assert as_printed(fields["author"]) == one_line(author)
    assert lines["TI"] == one_line(title)


def test_signs_that_latex_would_join_stay_apart():
    fields = entry({"id": "key", "type": "report", "title": "-- --- '' ,,"})
    assert fields["title"] == "{-{}- -{}-{}- '{}' ,{},}"


def test_an_address_is_as_it_is_but_for_braces():
    item = source_item("key", Source(**RECORD))
    assert entry(item)["url"] == "https://example.org/a_b?x=1%20&y=%7Bq%7D#z"
    assert record(item)["UR"] == item["URL"] == RECORD["URL"]


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("author", "family", "name", "in_bibtex", "in_ris"),
    [
        (
            "Jan van der Meer",
            "van der Meer",
            {"family": "van der Meer", "given": "Jan"},
            "van der Meer, Jan",
            "van der Meer, Jan",
        ),
        (
            "de la Cruz, María",
            "de la Cruz",
            {"family": "de la Cruz", "given": "María"},
            "de la Cruz, María",
            "de la Cruz, María",
        ),
        ("Mao Liang", "Mao", {"family": "Mao", "given": "Liang"}, "Mao, Liang", "Mao, Liang"),
        ("Voltaire", "Voltaire", {"family": "Voltaire"}, "Voltaire", "Voltaire"),
        (
            "Rosa Sand and Stone",
            "Sand and Stone",
            {"family": "Sand and Stone", "given": "Rosa"},
            "{Sand and Stone}, Rosa",
            "Sand and Stone, Rosa",
        ),
        ("Ann Li", None, {"literal": "Ann Li"}, "{Ann Li}", "Ann Li,"),
        (
            "Smith, Li and Sons",
            None,
            {"literal": "Smith, Li and Sons"},
            "{Smith, Li and Sons}",
            "Smith Li and Sons,",
        ),
    ],
)
def test_a_name_is_whole_or_a_persons(author, family, name, in_bibtex, in_ris):
    item = source_item("key", Source(**{**RECORD, "author": author, "author_family": family}))
    assert item["author"] == [name]
    assert entry(item)["author"] == in_bibtex
    assert record(item)["AU"] == in_ris


# --- sources --------------------------------------------------------------------------------------


def test_a_newspaper_is_what_its_article_is_part_of():
    item = source_item("key", Source(**RECORD))
    assert item["container-title"] == item["publisher"] == "The Rain & Wind"
    assert bibtex(item).startswith("@article{key,") and entry(item)["journal"] == (
        "{The Rain \\& Wind}"
    )
    assert (entry(item)["date"], entry(item)["year"]) == ("1998-03-05", "1998")
    lines = record(item)
    assert (lines["TY"], lines["T2"], lines["PY"]) == ("NEWS", "The Rain & Wind", "1998")
    assert lines["DA"] == "1998/03/05/"


@pytest.mark.parametrize(
    ("issued", "parts", "day"), [("1998", [1998], "1998///"), ("1998-03", [1998, 3], "1998/03//")]
)
def test_a_date_has_the_precision_it_has(issued, parts, day):
    item = source_item("key", Source(**{**RECORD, "issued": issued}))
    assert item["issued"] == {"date-parts": [parts]}
    assert entry(item)["date"] == issued and record(item)["DA"] == day


def test_a_source_that_states_nothing_is_cited_by_its_label():
    stated = ("title", "author", "publisher", "issued", "URL")
    item = source_item("key", Source(**{**RECORD, **dict.fromkeys(stated, "not_stated")}))
    assert item == {
        "id": "key",
        "type": "article-newspaper",
        "title": "[the report]",
        "language": "en",
    }
    assert bibtex(item) == "@misc{key,\n  key = {{[the report]}},\n  title = {{[the report]}}\n}"
    assert record(item)["TI"] == "[the report]"


def test_a_source_without_an_address_is_cited_as_this_site_quotes_it():
    made = catalog(name="rain", published="1998-03-30")
    (name,) = made.topic.sources
    address = f"https://example.org/rain/{made.address(name)}"
    assert source_citation(made, name) == (
        f"[{made.labels[name]}]. Quoted in: {imprint(made)} {address}"
    )


def test_a_source_with_an_address_is_cited_with_it():
    made = catalog()
    (name,) = made.topic.sources
    source = made.topic.sources[name].record
    cited = source_citation(made, name)
    assert cited.endswith(f" Accessed ____. {source.URL}") and "Quoted in" not in cited
    assert all(said in cited for said in (source.title, made.words.date(source.issued)))


# --- the site and its pages -----------------------------------------------------------------------


def test_a_page_is_cited_with_all_that_is_known():
    made = catalog(published="1998-03-30")
    (path,) = [p for p in made.topic.pages if p != "index.md"][:1]
    title = made.topic.pages[path].meta.title
    as_of = made.words.date(made.topic.settings.as_of)
    address = f"https://example.org/rain/{path.removesuffix('.md')}/"
    ours = "Last changed 1998-04-02. Revision 0123456789ab. CC BY-SA 4.0."
    assert page_citation(made, path) == (
        f"Rain Board and Town Council. {title}. Rain & wind. Explainer, as of {as_of}. Published"
        f" 1998-03-30. {ours} Accessed ____. {address}"
    )
    item = page_item(made, path)
    assert (item["type"], item["title"]) == ("webpage", title)
    assert item["container-title"] == "Rain & wind" and item["URL"] == address
    assert item["author"] == [{"literal": "Rain Board and Town Council"}]
    assert item["issued"] == {"date-parts": [[1998, 3, 30]]}
    assert item["version"] == "1998-04-02, 0123456789ab" and item["note"] == "CC BY-SA 4.0"
    fields = entry(item, visited=True)
    assert bibtex(item).startswith("@online{") and fields["organization"] == "{Rain \\& wind}"
    assert fields["urldate"] == "" and "urldate" not in entry(item)
    home = page_item(made, "index.md")
    assert home["title"] == "Rain & wind" and "container-title" not in home


def test_what_is_not_known_is_not_said():
    made = catalog(Deployment())
    as_of, question = made.words.date(made.topic.settings.as_of), made.topic.settings.question
    assert page_citation(made, "index.md") == (
        f"{question} Explainer, as of {as_of}. Accessed ____."
    )
    assert {*page_item(made, "index.md")} == {"id", "type", "title", "language"}


def test_each_page_has_a_key_of_its_own_that_bibtex_takes():
    for name in ("Дождь", "Ça & là: {1998}", "..."):
        keys = [item["id"] for item in page_items(catalog(KNOWN._replace(site_name=name)))]
        assert len({*keys}) == len(keys) == len(whole("lake").topic.pages)
        assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)


@pytest.mark.parametrize(
    ("rights", "short", "address"),
    [
        ("Words: CC BY 4.0, but for quotations", "CC BY 4.0", "licenses/by/4.0/"),
        ("CC BY-NC-ND 3.0", "CC BY-NC-ND 3.0", "licenses/by-nc-nd/3.0/"),
        ("CC0 1.0", "CC0 1.0", "publicdomain/zero/1.0/"),
        ("© 1998 Rain Board, all rights reserved", None, ""),
        ("", "", ""),
    ],
)
def test_a_licence_is_known_by_its_short_name(rights, short, address):
    made = catalog(KNOWN._replace(rights=rights))
    assert licence(made) == (rights if short is None else short)
    assert licence_address(made) == (address and f"https://creativecommons.org/{address}")


@pytest.mark.parametrize(
    ("seconds", "day"), [("891475200", "1998-04-02"), ("", ""), ("soon", ""), (None, "")]
)
def test_the_day_of_the_last_change_is_that_of_the_last_commit(monkeypatch, seconds, day):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if seconds is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert deployment(NO_SETTINGS).changed == day
