"""Pages from records, part by part: what is printed of a number, drawn of a figure, said in a
footnote.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from urllib.parse import urljoin

import pytest
import yaml
from explainer.rules.drawn import Drawn
from explainer.site.catalog import Catalog, Deployment, Views
from explainer.site.data import export
from explainer.site.labels import card_path, page_url
from explainer.site.pages import render
from explainer.topic.pages import Outline, outline
from explainer.topic.record import Selector
from explainer.topic.site import Site
from markdown import Markdown
from sites import topic


def page(name: str, body: str) -> str:
    """A site's home page with another body."""
    read = topic(name)
    pages = {"index.md": replace(read.pages["index.md"], body=body)}
    return dict(render(Catalog(Site(replace(read, pages=pages)), Deployment())))["index.md"]


def figure(**fields):
    """The view of a figure of the small site with some fields changed."""
    read = topic("rain")
    record = read.records["rain-in-one-night"].model_copy(update=fields)
    site = Site(replace(read, records=read.records | {record.id: record}))
    return Views(Catalog(site, Deployment()), "index.md").of(record.id)


def test_a_footnote_names_each_source_with_its_own_places() -> None:
    note = page("two-sources", "# x\n\nIt was sold.[^council]\n").partition("[^council]: ")[2]
    assert "(the gazette, paragraph 1, sentence 1) (the journal, paragraph 1, sentence 1)" in note


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1500.75", "1,500.75"),
        ("1000000", "1,000,000"),
        ("-1500000", "-1,500,000"),
        ("6.50", "6.5"),
        ("0", "0"),
    ],
)
def test_a_number_is_printed_as_it_is(value: str, printed: str) -> None:
    assert figure(value=Decimal(value)).number_text == printed


@pytest.mark.parametrize(
    ("unit", "value", "text", "picture"),
    [
        ("to 1", "2.4", "2.4-to-1", "ratio"),
        ("metres", "6.5", "6.5", ""),
        ("metres", "5", "5 to 10", ""),
        ("to 1", "30", "30-to-1", ""),
    ],
)
def test_only_a_ratio_is_drawn_as_one(unit: str, value: str, text: str, picture: str) -> None:
    assert figure(unit=unit, value=Decimal(value), value_text=text).picture == picture


@pytest.mark.parametrize(
    "fields", [{"value": Decimal(-400)}, {"value": Decimal(400), "value_max": Decimal(500)}]
)
def test_what_has_no_one_length_is_not_drawn_as_a_bar(fields: dict) -> None:
    read = topic("rain")
    one, two = (
        read.records[n].model_copy(update={"unit": "litres", "value": Decimal(300)})
        for n in ("rain-in-one-night", "rise-of-the-river")
    )

    def drawn(other) -> str:
        site = Site(replace(read, records=read.records | {one.id: one, two.id: other}))
        return dict(render(Catalog(site, Deployment())))["index.md"]

    assert '<figure class="chart">' in drawn(two) and '<figure class="chart">' not in drawn(
        two.model_copy(update=fields)
    )


def test_a_block_before_the_first_heading_of_the_home_page_opens_no_box() -> None:
    """Each second heading of the home page opens a box of its own (overrides/base.html)."""
    assert "<h2" not in page("rain", "# x\n\n{{ people() }}\n")
    assert "<h3" in page("rain", "# x\n\n## y\n\n{{ people() }}\n")


def test_no_two_pages_share_a_picture() -> None:
    assert card_path("people/mayor.md") != card_path("people-mayor.md")


@pytest.mark.parametrize(
    ("stance", "label"),
    [
        ("appears_dropped", "Appears to have dropped it"),
        ("appears_for", "Appears to be for it"),
        ("was_for", "Was for it"),
        ("against_by_source", "Against, by the"),
        ("unclear", "No clear yes or no"),
    ],
)
def test_a_stance_says_no_more_than_the_source(stance: str, label: str) -> None:
    read = topic("lake")
    record = read.of_kind("positions")[0].model_copy(update={"stance": stance})
    site = Site(replace(read, records=read.records | {record.id: record}))
    view = Views(Catalog(site, Deployment()), "index.md").of(record.id)
    assert view.stance_label.startswith(label)
    assert "account" in view.stance_label or stance != "against_by_source"


def test_who_only_speaks_for_a_body_has_its_stances() -> None:
    read = topic("lake")
    (body,) = {r.holder for r in read.of_kind("positions")} - {"warden"}
    changed = read.records["warden"].model_copy(update={"affiliation": body})
    theirs = [r for r in read.of_kind("positions") if r.holder == body]
    records = {n: r for n, r in read.records.items() if getattr(r, "holder", body) == body}
    site = Site(replace(read, records=records | {changed.id: changed}))
    view = Views(Catalog(site, Deployment()), "index.md").of(changed.id)
    assert view.held_by.id == body and [v.id for v in view.positions] == [r.id for r in theirs]


def test_what_is_told_of_a_sentence_stands_with_its_place() -> None:
    shown = page("ferry", '# x\n\n{{ told(sentences=["8.2"]) }}\n\n{{ ledger() }}\n')
    told = shown.partition('<div class="block told">')[2].partition("</div>")[0]
    assert "<li>Sheep do not matter here." in told and "the article, 8.2" in told
    assert 'href="#ferry.p8.s2"' in told and "known for its sheep" not in told


@pytest.mark.parametrize("path", ["index.md", "people/warden.md"])
def test_without_an_address_of_the_site_linked_data_is_relative_to_its_page(path: str) -> None:
    text = dict(render(Catalog(Site(topic("lake")), Deployment())))[path]
    (line,) = [x for x in text.splitlines() if x.startswith("jsonld: ")]
    data = json.loads(yaml.safe_load(line)["jsonld"])
    here = f"https://lake.example.org/{page_url(path)}"
    assert urljoin(here, data["url"]) == here
    assert urljoin(here, data["image"]) == f"https://lake.example.org/{card_path(path)}"
    for part in (*data.get("hasPart", ()), *data.get("mentions", ())):
        assert urljoin(here, part["@id"]).startswith(here)


def test_a_page_says_when_it_was_last_put_right() -> None:
    pages = dict(render(Catalog(Site(topic("lake")), Deployment())))
    days = {path: re.findall(r'"dateModified":"([^"]*)"', text) for path, text in pages.items()}
    assert {path: found for path, found in days.items() if found} == {"index.md": ["2020-05-07"]}


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("What is it?", "what-is-it"),
        ("Über die Brücke", "uber-die-brucke"),
        ("Größe", "groe"),
        ("Что известно?", "что-известно"),
        ("НАТО и NATO", "нато-и-nato"),
        ("橋はいくら", "橋はいくら"),
        ("«»", "_1"),
    ],
)
def test_a_heading_in_another_script_has_an_address_of_its_own(heading: str, anchor: str) -> None:
    written = page("rain", f"# x\n\n## {heading}[^mayor]\n\nWords.\n")
    html = Markdown(extensions=["toc", "attr_list", "footnotes"]).convert(written)
    assert f'<h2 id="{anchor}">' in html
    assert [p.id for p in _outline(f"# x\n\n## {heading}[^mayor]").paragraphs if p.level == 2] == [
        anchor
    ]


def test_two_headings_of_the_same_words_have_two_addresses() -> None:
    written = page("rain", "# x\n\n## Мост\n\nWords.\n\n## Мост\n\n## Мост {#own}\n")
    html = Markdown(extensions=["toc", "attr_list"]).convert(written)
    assert re.findall(r'<h2 id="([^"]*)"', html) == ["мост", "мост_1", "own"]


def test_a_heading_gives_way_to_the_record_of_its_words() -> None:
    """Whoever writes a page on somebody gives it their name, and so does their record's id."""
    written = page("rain", "# Mayor\n\n{{ people() }}\n\n## Mayor\n\n## Mayors\n")
    html = Markdown(extensions=["toc", "attr_list"]).convert(written)
    assert re.findall(r'<h[12] id="([^"]*)"', html) == ["mayor_0", "mayor_1_0", "mayors"]
    assert html.count('id="mayor"') == 1


def _outline(body: str) -> Outline:
    read = topic("rain")
    return outline(replace(read.pages["index.md"], body=body), read)


@pytest.mark.parametrize("inferred", [(), ("speaker",)])
def test_a_number_says_from_which_words_it_is_known_who_gives_it(inferred: tuple) -> None:
    read, words = topic("rain"), "The weather office said on Monday"
    fields = {"resolved_from": (Selector(exact=words),), "inferred": inferred}
    record = read.records["rise-of-the-river"].model_copy(update=fields)
    site = Site(replace(read, records=read.records | {record.id: record}))
    catalog = Catalog(site, Deployment())
    card = dict(render(catalog))["index.md"].partition(f'id="{record.id}"')[2]
    card = card.partition("</article>")[0]
    label = "Who that is, inferred:" if inferred else "Who that is:"
    assert f'<p class="where">{label}</p>\n<blockquote class="passage"><p>{words}</p>' in card
    data = json.loads(dict(export(catalog))["data/facts.json"])
    (told,) = (one for one in data["figures"] if one["id"] == record.id)
    assert [one["exact"] for one in told["resolved_from"]] == [words]
    assert told["inferred"] == [*inferred] and words not in told["evidence"][0]["exact"]
    assert not Drawn(site).faults(f"“{words}”", (record.id,)), "the built page may show them"
