"""The built site as files: links, headings, heads, linked data, downloads, feed, edit links; under
a name and at the root.
"""

from __future__ import annotations

import csv
import io
import json
import re
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from bibliographies import bibtex_entries, ris_records
from explainer.topic.model import KINDS
from explainer.topic.record import Fact
from forked import build
from pages import FILES, PAGES, ROOT, Built, Element, called, showing
from sites import REAL, topic

BASE = "https://example.github.io/explainer/"
REPOSITORY = "https://github.com/example/explainer"
LISTS = [kind for kind in KINDS if kind != "redirects"]
ATOM = "{http://www.w3.org/2005/Atom}"
each_page = pytest.mark.parametrize("url", PAGES, ids=called)
each_file = pytest.mark.parametrize("url", [*PAGES, "404.html"], ids=called)


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    """The site as the workflow builds it for a project's address."""
    return Built(site, BASE)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as `make site` builds it on an editor's machine: no address, no repository."""
    target = tmp_path_factory.mktemp("plain") / "site"
    ours = ("SITE_URL", "EXPLAINER_REPOSITORY", "EXPLAINER_BRANCH", "EXPLAINER_REVISION")
    done = build(ROOT, "--site-dir", str(target), **dict.fromkeys(ours))
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(target, "http://127.0.0.1/")


@pytest.fixture(scope="module")
def facts(site: Path) -> dict:
    return json.loads((site / "data/facts.json").read_text("utf-8"))


def records(facts: dict) -> list[tuple[str, dict]]:
    return [(kind, record) for kind in LISTS for record in facts[kind]]


# --- pages ----------------------------------------------------------------------------------------


def test_every_page_of_content_is_built_and_no_other(built, plain):
    assert sorted(built.urls()) == sorted(plain.urls()) == sorted([*PAGES, "404.html"])


@each_file
def test_every_link_and_anchor_leads_somewhere(built, url):
    assert built.dead_links(url) == []


@each_file
def test_every_link_and_anchor_leads_somewhere_at_the_root_too(plain, url):
    assert plain.dead_links(url) == []


def test_dead_links_are_found(tmp_path):
    """The instrument of the two tests above: each of these links is dead."""
    bad = [
        "gone/",
        "#gone",
        "there.html#gone",
        "",
        "/elsewhere/",
        "../",
        "javascript:x()",
        "https:///path",
        "there",
    ]
    (tmp_path / "there.html").write_text('<p id="a"></p>')
    (tmp_path / "index.html").write_text(
        "".join(f'<a href="{link}">x</a>\n' for link in bad)
        + '<a href="there.html#a">x</a><p aria-labelledby="b"></p>'
    )
    site = Built(tmp_path, BASE)
    assert len(site.dead_links("")) == len(bad) + 1


@each_file
def test_ids_are_unique(built, url):
    ids = [e["id"] for e in built.page(url) if "id" in e.attributes]
    assert [name for name in ids if ids.count(name) > 1] == []
    assert "" not in ids


@each_file
def test_headings_begin_with_one_h1_and_skip_no_level(built, url):
    headings = built.page(url).all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(h.tag[1]) for h in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert [
        h.text for h, a, b in zip(headings[1:], levels, levels[1:], strict=False) if b > a + 1
    ] == []
    assert [h.line for h in headings if not h.text] == []


@each_file
def test_landmarks_and_language(built, url):
    """Header, main part and footer once each; and every navigation has a name of its own."""
    page = built.page(url)
    assert page.one("html")["lang"] == "en"
    for tag in ("header", "main", "footer"):
        assert len(page.all(tag)) == 1
    names = [nav["aria-label"] for nav in page.all("nav")]
    assert len(set(names)) == len(names) >= 2


@each_page
def test_each_footnote_has_the_words_of_its_record(built, facts, url):
    by_id = {record["id"]: record for _, record in records(facts)}
    page = built.page(url)
    for note in page.all("li"):
        if note.get("id").startswith("fn:"):
            record = by_id[note["id"].removeprefix("fn:")]
            shown = [folded(q.text) for q in note.all("q")]
            words = [] if record.get("mention") else record.get("text") or record["evidence"]
            assert shown == [folded(p["exact"]) for p in words]
            assert (
                shown
                or record.get("definition", "?") in note.text
                or record.get("title", "?") in note.text
                or record.get("difference", "?") in note.text
            )
            link = note.one("a", **{"class": "fn-record"})
            assert urljoin(BASE + url, link["href"]) == record["url"]


def property_of(page: Element, name: str) -> str:
    found = [m for m in page.all("meta") if name in (m.get("property"), m.get("name"))]
    assert len(found) == 1, f"{len(found)} of {name}"
    return found[0]["content"]


@each_page
def test_the_head_has_what_search_and_sharing_need(built, site, url):
    page = built.page(url)
    front = yaml.safe_load(FILES[url].read_text("utf-8").split("---")[1])
    assert front["title"] in page.one("title").text
    assert (
        property_of(page, "description")
        == property_of(page, "og:description")
        == front["description"]
    )
    assert property_of(page, "og:title") == front["title"]
    assert page.one("link", rel="canonical")["href"] == property_of(page, "og:url") == BASE + url
    assert property_of(page, "twitter:card") == "summary_large_image"
    image = property_of(page, "og:image")
    assert image.startswith(BASE)
    said = property_of(page, "og:image:alt")  # the picture has the answer, or else the description
    bold = next((p.all("strong")[:1] for p in page.one("main").all("p") if p.all("strong")), [])
    assert said.startswith(front["title"])
    assert front["description"] in said or (bold and bold[0].text[:40] in said)
    picture = (site / image.removeprefix(BASE)).read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and picture[16:24] == (1200).to_bytes(4, "big") + (
        630
    ).to_bytes(4, "big")


def test_titles_descriptions_and_pictures_are_each_pages_own(built, site):
    pages = [built.page(url) for url in PAGES]
    for values in (
        [p.one("title").text for p in pages],
        [property_of(p, "description") for p in pages],
        [property_of(p, "og:image") for p in pages],
    ):
        assert len(set(values)) == len(PAGES)
    pictures = [(site / property_of(p, "og:image").removeprefix(BASE)).read_bytes() for p in pages]
    assert len(set(pictures)) == len(PAGES)


def test_without_an_address_nothing_pretends_to_have_one(plain):
    for url in PAGES:
        page = plain.page(url)
        assert page.all("link", rel="canonical") == []
        assert [m for m in page.all("meta") if m.get("property") in ("og:url", "og:image")] == []
        linked = json.loads(page.one("script", type="application/ld+json").content[0])
        assert "example" not in json.dumps(linked)


# --- linked data ----------------------------------------------------------------------------------


def linked_data(page: Element) -> dict:
    script = page.one("script", type="application/ld+json")
    return json.loads("".join(script.content))


@each_page
def test_linked_data_is_an_article_based_on_the_sources(built, facts, url):
    data = linked_data(built.page(url))
    assert data["@context"] == "https://schema.org" and data["@type"] == "BackgroundNewsArticle"
    assert data["url"] == BASE + url
    assert data["headline"] == property_of(built.page(url), "og:title")
    assert [s["name"] for s in data["isBasedOn"]] == [s["label"] for s in facts["sources"]]
    policy = data["publisher"]["correctionsPolicy"]
    assert policy.startswith(BASE) and data["publisher"]["url"] == BASE
    policy = built.page(policy.removeprefix(BASE).partition("#")[0])
    assert any("orrection" in h.text for h in policy.all("h1", "h2"))
    assert data["image"] == property_of(built.page(url), "og:image")
    assert "dateModified" not in data or date.fromisoformat(data["dateModified"])
    cited = {
        r["title"]
        for r in facts["references"]
        if built.page(url).all("li", id=f"fn:{r['id']}") or built.page(url).all(id=r["id"])
    }
    assert {c["name"] for c in data["citation"]} == cited | {s["label"] for s in facts["sources"]}


def test_linked_data_has_each_record_once_with_its_address(built, facts):
    """Works are parts of a page, all else is mentioned; an event without a place is neither, since
    search engines take one for an invitation."""
    pages = [linked_data(built.page(url)) for url in PAGES]
    works, others = (
        [part for page in pages for part in page.get(name, [])] for name in ("hasPart", "mentions")
    )
    assert {part["@type"] for part in works} == {"Quotation", "Dataset"}
    parts = works + others
    assert "Event" not in {part["@type"] for part in parts}
    types = {
        "people": "Person",
        "organisations": "Organization",
        "quotes": "Quotation",
        "figures": "Observation",
        "terms": "DefinedTerm",
    }
    for kind, name in types.items():
        assert sorted(p["@id"] for p in parts if p["@type"] == name) == sorted(
            r["url"] for r in facts[kind]
        ), kind
    said = {p["@id"]: p for p in parts if p["@type"] == "Quotation"}
    for quote in facts["quotes"]:
        part = said[quote["url"]]
        assert part["text"] == " […] ".join(p["exact"] for p in quote["text"])
        names = {r["id"]: r["name"] for r in [*facts["people"], *facts["organisations"]]}
        who = part.get("spokenByCharacter") or part["author"]
        assert who["name"] == (
            names[quote["speaker"]]
            if "speaker" in quote
            else quote.get("author_description") or names[quote["author"]]
        )
    (data,) = [p for p in parts if p["@type"] == "Dataset"]
    assert BASE + "data/facts.json" in [d["contentUrl"] for d in data["distribution"]]
    assert data["isBasedOn"] and 50 <= len(data["description"]) <= 5000


# --- sitemap, 404, feed ---------------------------------------------------------------------------


def test_the_sitemap_lists_every_page(site):
    tree = ElementTree.parse(site / "sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert sorted(e.text for e in tree.iter(space + "loc")) == [BASE + url for url in PAGES]
    assert all(date.fromisoformat(e.text) for e in tree.iter(space + "lastmod"))


@pytest.mark.parametrize(
    "missing", ["gone", "gone/", "people/gone/deep/er.html", "quotes/gone", "data/gone.json"]
)
def test_whatever_is_not_there_gives_a_page_whose_links_work_from_there(built, server, missing):
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(server + missing)
    assert answer.value.code == 404
    body = answer.value.read().decode()
    assert "This page is not here" in body
    here = urljoin(BASE, missing)
    for target in re.findall(r'(?:href|src|action)="([^"]+)"', body):
        where = urlsplit(urljoin(here, target))
        if where.netloc == "example.github.io" and not target.startswith("#"):
            assert built._fault(where.geturl()) == "", target


def check_atom(content: bytes) -> list[ElementTree.Element]:
    """What RFC 4287 requires of a feed; gives its entries."""
    feed = ElementTree.fromstring(content)
    assert feed.tag == ATOM + "feed"
    entries = feed.findall(ATOM + "entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(ATOM + name)
            assert found.text and found.text.strip(), name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(ATOM + "updated"))
        date.fromisoformat(element.findtext(ATOM + "updated")[:10])
        assert urlsplit(element.findtext(ATOM + "id")).scheme
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    ids = [e.findtext(ATOM + "id") for e in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert entry.findtext(ATOM + "content")
    return entries


def test_the_feed_is_atom_and_has_every_correction(site, facts):
    content = (site / "data/feed.xml").read_bytes()
    assert len(check_atom(content)) == len(facts["corrections"])
    selves = [
        e for e in ElementTree.fromstring(content).findall(ATOM + "link") if e.get("rel") == "self"
    ]
    assert [e.get("href") for e in selves] == [BASE + "data/feed.xml"]


@each_file
def test_each_page_names_the_feed(built, url):
    feed = built.page(url).one("link", rel="alternate feed", type="application/atom+xml")
    assert urljoin(BASE + url.replace("404.html", ""), feed["href"]) == BASE + "data/feed.xml"


# --- downloads ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LISTS)
def test_tables_have_every_record_and_no_formula(site, facts, kind):
    path = site / f"data/{kind}.csv"
    assert path.exists() == bool(facts[kind])
    if not facts[kind]:
        return
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [r["id"] for r in facts[kind]]
    assert {column for row in rows for column in row} == {field for r in facts[kind] for field in r}
    assert all(None not in row and None not in row.values() for row in rows), (
        "a row has more or fewer cells than the head"
    )
    assert [
        cell
        for row in rows
        for cell in row.values()
        if cell.lstrip()[:1] in ("=", "+", "@") or re.match(r"\s*-(?!\d)", cell)
    ] == []


def test_sources_and_pages_are_there_for_reference_managers(site, facts):
    sources = [s["id"] for s in facts["sources"]]
    for name, length in (("sources", len(sources)), ("site", len(PAGES))):
        csl = json.loads((site / f"data/{name}.csl.json").read_text("utf-8"))
        keys = [item["id"] for item in csl]
        assert len(set(keys)) == length and "not_stated" not in json.dumps(csl)
        assert [*bibtex_entries((site / f"data/{name}.bib").read_text("utf-8"))] == keys
        records = ris_records((site / f"data/{name}.ris").read_bytes().decode())
        assert [record["ID"] for record in records] == keys
        assert [record["TI"] for record in records] == [item["title"] for item in csl]
        assert sources == keys or {item["URL"] for item in csl} == {BASE + url for url in PAGES}


@each_page
def test_each_page_can_be_cited(built, url):
    page, published = built.page(url), topic(REAL).settings.published
    assert [e["content"] for e in page.all("meta", name="dcterms.issued")] == [published] * bool(
        published
    )
    assert property_of(page, "og:type") == "website"  # of article Zotero makes one of a journal
    for element in (e for e in page.all("code") if e.text.startswith("@")):
        (fields,) = bibtex_entries("".join(element.content)).values()
        assert fields["url"] == BASE + url and fields["title"] and fields["urldate"] == ""


# --- facts.json -----------------------------------------------------------------------------------


def test_facts_have_a_list_for_each_kind(facts):
    assert isinstance(facts["schema_version"], int) and facts["question"] and facts["as_of"]
    for kind in [*KINDS, "sources"]:
        assert isinstance(facts[kind], list), kind
    ids = [record["id"] for _, record in records(facts)]
    assert len(set(ids)) == len(ids) > 0


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph of a text begins and ends: they are parted by empty lines."""
    return [m.span() for m in re.finditer(r"\S(?:.*\S)?(?:\n[^\n]*\S[^\n]*)*", text)]


def folded(text: str) -> str:
    return " ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


def test_every_passage_stands_where_it_is_said_to_stand(facts, built):
    """Read here without the explainer's own matcher: a paragraph by its empty lines, the words by
    their positions.
    """
    texts = {
        s["id"]: (ROOT / f"seeds/sources/{s['id']}.txt").read_text("utf-8")
        for s in facts["sources"]
    }
    anchors = {e.get("id") for url in PAGES for e in built.page(url)}
    seen = 0
    for kind, record in records(facts):
        passages = [*record["evidence"], *record.get("text", ()), *record.get("attributed_by", ())]
        passages += [p for cell in record.get("cells", {}).values() for p in cell["evidence"]]
        assert record["evidence"] or not issubclass(KINDS[kind], Fact), record["id"]
        for p in passages:
            assert {"source", "paragraph", "sentence", "exact", "prefix", "suffix"} <= p.keys()
            text = texts[p["source"]]
            start, end = paragraphs(text)[p["paragraph"] - 1]
            parts = [folded(part) for part in re.split(r"\s*\[…\]\s*", p["exact"])]
            assert [folded(text[at["start"] : at["end"]]) for at in p["positions"]] == parts
            places = [(at["start"], at["end"]) for at in p["positions"]]
            assert places == sorted(places)
            assert start <= places[0][0] and places[-1][1] <= end, (
                f"{record['id']}: not in paragraph {p['paragraph']}"
            )
            assert folded(p["prefix"]) in folded(text[: places[0][0]]) and folded(
                p["suffix"]
            ) in folded(text[places[-1][1] :])
            for number in range(p["sentence"], p["sentence_end"] + 1):
                assert f"{p['source']}.p{p['paragraph']}.s{number}" in anchors, record["id"]
            seen += 1
    assert seen > len(facts["quotes"])


def test_the_sentence_of_a_passage_lists_its_record_in_the_ledger(facts, built):
    lines = {
        line["id"]: [urljoin(BASE + url, a["href"]) for a in line.all("a")]
        for url in PAGES
        for ledger in built.page(url).all("ol", **{"class": "ledger-text"})
        for line in ledger.all()
        if line.get("id")
    }
    assert lines
    for _kind, record in records(facts):
        for p in record["evidence"]:
            links = lines[f"{p['source']}.p{p['paragraph']}.s{p['sentence']}"]
            assert record["url"] in links, record["id"]


def test_every_record_has_its_address_on_the_site_and_shows_its_passages_there(facts, built):
    for kind, record in records(facts):
        assert record["url"].startswith(BASE), record["id"]
        url, _, anchor = record["url"].removeprefix(BASE).partition("#")
        assert anchor == record["id"]
        text = built.page(url).one(id=anchor).text
        shown = [*record.get("text", ())] or [
            p for p in record["evidence"] if kind not in ("comparisons",)
        ]
        shown += [
            p for cell in record.get("cells", {}).values() for p in cell["evidence"]
        ] + record.get("attributed_by", [])
        for p in shown if not record.get("mention") else ():
            assert folded(p["exact"]) in folded(text), f"{record['id']}: {p['exact']}"


# --- links back to the files ----------------------------------------------------------------------


@each_page
def test_edit_this_page_leads_to_the_file_that_a_person_edits(built, url):
    (link,) = [a for a in built.page(url).all("a") if a.text == "Edit this page"]
    path = link["href"].removeprefix(f"{REPOSITORY}/edit/main/")
    assert ROOT / path == FILES[url]


def test_every_fact_links_to_its_own_line(built, facts):
    lines: dict[str, list[str]] = {}
    for kind, record in records(facts):
        if kind == "corrections":  # which stay as they were published
            continue
        url, _, anchor = record["url"].removeprefix(BASE).partition("#")
        links = [
            a["href"] for a in built.page(url).one(id=anchor).all("a") if a.text.startswith("Edit")
        ]
        assert links == [f"{REPOSITORY}/blob/main/{record['path']}#L{record['line']}"], record["id"]
        if record["path"] not in lines:
            lines[record["path"]] = (ROOT / record["path"]).read_text("utf-8").splitlines()
        assert re.fullmatch(
            rf"\s*-?\s*id: [\"']?{record['id']}[\"']?", lines[record["path"]][record["line"] - 1]
        )


def test_report_a_problem_fills_in_the_form(built, facts):
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/report-a-problem.yml").read_text("utf-8"))
    fields = {part.get("id") for part in form["body"]}
    pages = {url: built.page(url) for url in PAGES}
    links = [
        (url, a["href"])
        for url, page in pages.items()
        for a in page.all("a")
        if a.text.startswith("Report a problem") and a["href"] != "#report-a-problem"
    ]
    addresses = {record["id"]: record["url"] for _, record in records(facts)}
    addresses |= {s["id"]: f"{BASE}{showing('sources')}#{s['id']}" for s in facts["sources"]}
    asked = set()
    for _, link in links:
        assert link.startswith(f"{REPOSITORY}/issues/new?")
        query = parse_qs(urlsplit(link).query, strict_parsing=True, keep_blank_values=True)
        assert (ROOT / ".github/ISSUE_TEMPLATE" / query.pop("template")[0]).is_file()
        assert query.keys() <= fields
        if fact := query["fact"][0]:
            assert query["page"] == [addresses[fact]]
            asked.add(fact)
    assert {url for url, _ in links} == set(PAGES)
    assert asked >= {r["id"] for kind, r in records(facts) if kind != "corrections"}


def test_without_a_repository_there_are_no_links_to_one(plain):
    for url in plain.urls():
        links = [a for a in plain.page(url).all("a") if a.text.startswith(("Edit", "Report"))]
        assert [a["href"] for a in links if not a["href"].startswith("#")] == []
        assert [
            a["href"]
            for a in plain.page(url).all("a")
            if urlsplit(a["href"]).netloc == "github.com"
        ] == []


def test_nothing_of_the_theme_is_published_that_no_page_uses(built):
    files = {
        p.relative_to(built.folder).as_posix()
        for p in (built.folder / "assets").rglob("*")
        if p.is_file()
    }
    assert {f for f in files if not f.startswith("assets/cards/")} == {
        *(f"assets/{p.name}" for p in (ROOT / "overrides/assets").iterdir() if p.is_file()),
        "assets/site.css",
        *(f for f in files if re.fullmatch(r"assets/javascripts/bundle\.\w+\.min\.js", f)),
    }
