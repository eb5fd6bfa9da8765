"""A kind of record is known to pages and data by its class in ``site/kinds`` and nothing else: here
one is made up, with its model, its class and its template, and is everywhere at once.
"""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest
from explainer.site import pages
from explainer.site.catalog import Catalog, Deployment, Kind, Views
from explainer.site.data import export
from explainer.site.labels import plain_number
from explainer.site.pages import render
from explainer.topic.blocks import PLAIN_BLOCKS, listings
from explainer.topic.load import load
from explainer.topic.model import KINDS, Term
from explainer.topic.record import Record
from explainer.topic.site import Site
from explainer.topic.words import words_of
from jinja2 import ChoiceLoader, DictLoader
from sites import SITES, copied, whole

DEPLOYMENT = Deployment("https://rain.example.org/", "The rain")
TEMPLATE = """{% from "macros.html" import foot %}
{% for v in items %}
<article class="card document"{% if v.home %} id="{{ v.id }}"{% endif %}>
<h{{ level }}>{{ v.term }}</h{{ level }}><p>{{ v.length }} letters, one of {{ documents }}</p>
{{ foot(v) -}}
</article>
{% endfor %}
"""
PAGE = """---
title: The rain
description: What the report says.
---

# The rain

It was heavy.[^the-report] This says [the report](fact:the-report).

{{ documents() }}

{{ index() }}

{{ downloads() }}
"""
RECORD = """documents:
  - id: the-report
    term: The rain report
    definition: What the weather office wrote of the night.
    evidence: The weather office said on Monday
"""


class Document(Term):
    """A kind of record that the model does not have."""


class Documents(Kind[Document]):
    name, label, json_type = "documents", "Document", "DigitalDocument"
    title_field, summary_field, search_fields = "term", "definition", ("definition",)
    json_fields: ClassVar = {"name": "term", "abstract": "definition"}

    def view(self, r: Document, views: Views) -> dict[str, Any]:
        return {"length": len(r.definition)}

    def context(self, items, block) -> dict[str, Any]:
        return {"documents": len(items)}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The small site with a record of a kind that only the model knows."""
    monkeypatch.setitem(KINDS, "documents", Document)
    copied(SITES["rain"], tmp_path)
    (tmp_path / "seeds/facts/documents.yml").write_text(RECORD, "utf-8")
    (tmp_path / "content/index.md").write_text(PAGE, "utf-8")
    topic, faults = load(tmp_path)
    assert not faults, faults
    return Site(topic)


@pytest.fixture
def made(site: Site, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The pages and data of that site, with the kind's class and template."""
    monkeypatch.setattr(Catalog, "classes", (*Catalog.classes, Documents))
    environment = pages._environment(words_of("en"))
    loader = ChoiceLoader([DictLoader({"documents.html": TEMPLATE}), environment.loader])
    monkeypatch.setattr(environment, "loader", loader)
    catalog = Catalog(site, DEPLOYMENT)
    return dict(render(catalog)) | {p: c for p, c in export(catalog) if not p.endswith(".png")}


def test_a_kind_without_a_class_is_named_with_what_to_write(site: Site) -> None:
    with pytest.raises(NotImplementedError) as raised:
        Catalog(site, DEPLOYMENT)
    assert '"documents"' in str(raised.value)
    for where in ("site/kinds/", "Catalog.classes", "site/templates/documents.html"):
        assert where in str(raised.value)


def test_a_new_kind_is_on_its_page(made: dict[str, Any]) -> None:
    page = made["index.md"]
    assert '<article class="card document" id="the-report">' in page
    assert "<p>43 letters, one of 1</p>" in page
    assert "in the report" in page and "<summary>The words" in page
    assert "[the report](index.md#the-report)" in page
    note = page.partition("[^the-report]: ")[2]
    assert note.startswith('<span class="fn-kind">Document</span> <q>The weather office said on')
    assert "– What the weather office wrote of the night" in note


def test_a_new_kind_is_in_the_index_and_among_the_files(made: dict[str, Any]) -> None:
    page = made["index.md"]
    assert '<section aria-label="Documents">' in page
    assert '<li><a href="#the-report">The rain report</a></li>' in page
    assert '<a href="data/documents.csv">Documents</a>' in page


def test_a_new_kind_is_in_the_search_index(made: dict[str, Any]) -> None:
    (entry,) = [e for e in json.loads(made["data/search.json"]) if e["k"] == "Document"]
    assert entry == {
        "k": "Document",
        "t": "The rain report",
        "w": "What the weather office wrote of the night.",
        "e": "The weather office said on Monday",
        "u": "#the-report",
    }


def test_a_new_kind_is_in_the_data(made: dict[str, Any]) -> None:
    (record,) = json.loads(made["data/facts.json"])["documents"]
    assert record["term"] == "The rain report"
    assert record["url"] == "https://rain.example.org/#the-report"
    assert record["evidence"][0]["exact"] == "The weather office said on Monday"
    assert record["evidence"][0]["positions"] == [{"start": 0, "end": 33}]
    (row,) = csv.DictReader(io.StringIO(made["data/documents.csv"].decode("utf-8-sig")))
    assert row["term"] == "The rain report"


def test_a_new_kind_is_linked_data(made: dict[str, Any]) -> None:
    (line,) = [x for x in made["index.md"].splitlines() if x.startswith("jsonld:")]
    thing = json.dumps(
        {
            "@id": "https://rain.example.org/#the-report",
            "@type": "DigitalDocument",
            "name": "The rain report",
            "abstract": "What the weather office wrote of the night.",
        },
        separators=(",", ":"),
    )
    assert thing in line


def test_every_kind_has_one_class_and_every_block_a_template() -> None:
    kinds = [name for name, model in KINDS.items() if issubclass(model, Record)]
    assert sorted(one.name for one in Catalog.classes) == sorted(kinds)
    templates = set(pages._environment(words_of("en")).list_templates())
    assert {f"{block}.html" for block in (*listings(), *PLAIN_BLOCKS)} <= templates


def test_what_templates_read_as_title_and_kind_is_the_records_own() -> None:
    site = whole("lake")
    views = Views(Catalog(site, DEPLOYMENT), "record.md")
    read = {"title": 0, "kind": 0}
    for name, record in site.topic.records.items():
        for field in read:
            if hasattr(record, field):
                assert getattr(views.of(name), field) == getattr(record, field)
                read[field] += 1
    assert all(read.values())


def test_a_link_is_relative_to_the_page_or_to_its_file() -> None:
    site = whole("lake")
    page, file = (
        Views(Catalog(site, Deployment(links=links)), "people/warden.md")
        for links in ("page", "file")
    )
    addresses = ("record/#a", "data/facts.json", "", "people/warden/#b", "people/")
    assert [page.href(a) for a in addresses] == [
        "../../record/#a",
        "../../data/facts.json",
        "../../",
        "#b",
        "../",
    ]
    assert [file.href(a) for a in addresses] == [
        "../record/#a",
        "../data/facts.json",
        "../",
        "#b",
        "./",
    ]


@pytest.mark.parametrize(
    ("value", "plain"), [("3", "3"), ("3.0", "3"), ("2.4", "2.4"), ("-1500000", "-1500000")]
)
def test_a_number_for_programs_is_whole_where_it_can_be(value: str, plain: str) -> None:
    assert json.dumps(plain_number(Decimal(value))) == plain
