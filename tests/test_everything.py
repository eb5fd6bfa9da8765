"""A small site with one of everything, tests/topics/lake: drafts, removed ids, corrections, each
kind and each block.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from uuid import UUID
from xml.etree import ElementTree

import pytest
from explainer.site.catalog import Catalog, Deployment
from explainer.site.data import export
from explainer.site.pages import render
from explainer.topic.blocks import PLAIN_BLOCKS, listings
from explainer.topic.model import KINDS
from explainer.topic.site import Site
from pages import Built
from sites import built_by_mkdocs, own_words, topic, whole
from test_site import check_atom

DEPLOYMENT = Deployment(
    "https://lake.example.org/all/",
    "The lake",
    "https://github.com/example/lake",
    "main",
    "0123abc",
)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """All pages and data."""
    site = whole("lake")
    catalog = Catalog(site, DEPLOYMENT)
    return {path: text.encode() for path, text in render(catalog)} | dict(export(catalog))


def test_it_has_one_of_everything():
    site = whole("lake")
    topic = site.topic
    assert {topic.kinds[r.id] for r in topic.records.values() if not r.draft} == set(KINDS) - {
        "redirects"
    }
    assert topic.redirects and any(r.draft for r in topic.records.values())
    assert {b.name for parts in site.outlines.values() for b in parts.blocks} == {
        *listings(),
        *PLAIN_BLOCKS,
    }


def test_a_draft_stands_nowhere(made):
    assert [
        name
        for name, content in made.items()
        if b"not-decided" in content or b"This is a draft" in content
    ] == []


def test_the_feed_has_corrections_and_additions_newest_first(made):
    entries = check_atom(made["data/feed.xml"])
    assert [e.findtext(ATOM + "title") for e in entries] == [
        "Addition: The swans were added & the bathers kept.",
        "Correction: The boats were left out.",
    ]
    assert (
        entries[1].findtext(ATOM + "content")
        == "The boats were left out. Before: about 30 bathers After: about 30 bathers and boats"
    )
    assert [e.find(ATOM + "link").get("href") for e in entries] == [
        "https://lake.example.org/all/#bathers-and-swans",
        "https://lake.example.org/all/#heads-on-monday",
    ]
    assert (
        ElementTree.fromstring(made["data/feed.xml"]).findtext(ATOM + "updated")
        == "2020-05-07T00:00:00Z"
    )


def test_the_feed_without_an_address_is_atom_too():
    assert len(check_atom(dict(export(Catalog(whole("lake"), Deployment())))["data/feed.xml"])) == 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built by MkDocs in the folder that `explainer new` makes."""
    nav = "  - Home: index.md\n  - The warden: people/warden.md\n  - The record: record.md\n"
    folder = tmp_path_factory.mktemp("lake") / "site"
    return Built(built_by_mkdocs("lake", folder, DEPLOYMENT.site_url, nav), DEPLOYMENT.site_url)


def test_its_links_lead_somewhere(built):
    """All but those to a search page, which this site does not have."""
    dead = [
        line
        for url in built.urls()
        for line in built.dead_links(url)
        if "'search/'" not in line and "/search/'" not in line
    ]
    assert dead == []


def test_a_removed_id_still_leads_to_the_record_that_stands_for_it(built, made):
    """In a card and in a table."""
    redirects = json.loads(made["data/facts.json"])["redirects"]
    assert {r["to"] for r in redirects} == {"heads-on-monday", "warden-for-opening"}
    for redirect in redirects:
        url, _, anchor = redirect["url"].removeprefix(built.base).partition("#")
        assert anchor == redirect["to"]
        assert built.page(url).one(id=anchor).all(id=redirect["id"]), redirect["id"]


def test_signs_that_mean_something_elsewhere_are_shown_as_they_are(built):
    text = built.page("record/").text
    assert "A note with <angle brackets>, *stars* and a | bar." in text
    assert "The water of lakes, *measured*" in text


def test_nothing_on_its_pages_comes_from_the_real_topic(built):
    pages = " ".join(built.page(url).text for url in built.urls())
    assert own_words(pages) == []
    assert re.findall(r"\barticles?\b", pages, re.IGNORECASE) == [], "its source is a report"


def test_a_feed_without_an_address_has_ids_of_its_own():
    """Each is a URN that stays the same while the site's name and the entry's id do."""
    catalog = Catalog(whole("lake"), Deployment())
    ids = [e.findtext(ATOM + "id") for e in check_atom(dict(export(catalog))["data/feed.xml"])]
    assert [UUID(one).urn for one in ids] == ids and len(set(ids)) == len(ids) == 2
    other = Catalog(whole("lake"), Deployment(site_name="Another lake"))
    others = check_atom(dict(export(other))["data/feed.xml"])
    assert not {*ids} & {e.findtext(ATOM + "id") for e in others}


def test_a_correction_of_a_label_reads_as_readers_read_it():
    read = topic("lake")
    changed = read.records["correction-of-monday"].model_copy(
        update={"record": "council-against-opening", "before": "unclear", "after": "was_for"}
    )
    site = Site(replace(read, records=read.records | {changed.id: changed}))
    feed = dict(export(Catalog(site, DEPLOYMENT)))["data/feed.xml"]
    said = [e.findtext(ATOM + "content") for e in check_atom(feed)]
    assert "The boats were left out. Before: No clear yes or no After: Was for it" in said
