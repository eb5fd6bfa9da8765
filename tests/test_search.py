"""Search in a real browser, with every record: by its title, a name, the number as printed, words
of a quotation; with every page and section by its heading. Questions as readers ask them, and what
the box does, are tried on the fixed site tests/topics/ferry, where the answers are known.

The rule that is held here: whatever is typed, a record or page whose title or name it is comes
first; then the quotation in which six words or more are in a row. Where several records carry the
very same title, name or words (NATO is an organisation and a term), they are the first hits, all of
them, in the order of the kinds that ``export.search_entries`` gives.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from explainer.site.catalog import Catalog, Deployment
from explainer.site.pages import render
from explainer.site.search import search_entries
from explainer.topic.site import Site
from markdown import Markdown
from pages import FILES, ROOT, Built, Element
from sites import REAL, own_words, topic

KINDS = {
    "people": "Person",
    "organisations": "Organisation",
    "quotes": "Quotation",
    "figures": "Number",
    "events": "Event",
    "positions": "Position",
    "comparisons": "Comparison",
    "conflicts": "Accounts differ",
    "terms": "Term",
    "references": "Reference",
    "corrections": "Correction",
}
CLAIMS = {
    "fact": "Stated as fact",
    "claim": "Claim",
    "analysis": "Analysis",
    "characterisation": "Choice of words",
}
PARTS = ("Answer", "Page", "Section", "From the rest of the article")
ASSETS = ("site.js", "search.js", "site.css")

# Types each query into the page's own search box and reads the hits it shows: [[[address, kind,
# title], …], …].
TYPE_ALL = """async (queries) => {
  const input = document.querySelector("form[data-search] input"), found = [];
  const settled = () => new Promise((done) => setTimeout(done));
  for (const query of queries) {
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await settled();
    found.push([...document.querySelectorAll(".hits ol a")].map((a) => {
      const { pathname, hash } = new URL(a.href);
      const [kind, title] = [".tag", "b"].map((one) => a.querySelector(one).textContent);
      return [pathname.replace(/^\\/explainer\\//, "") + hash, kind, title];
    }));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def facts(site: Path) -> dict:
    return json.loads((site / "data/facts.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def entries(site: Path) -> list[dict]:
    return json.loads((site / "data/search.json").read_text("utf-8"))


def place(record: dict) -> str:
    """A record's address below the site's root."""
    return record["url"].partition("/explainer/")[2]


def label(kind: str, record: dict) -> str:
    return CLAIMS[record["kind"]] if kind == "claims" else KINDS[kind]


def words_of(quote: dict) -> str:
    return " ".join(part["exact"] for part in quote["text"])


def typed(facts: dict, entries: list[dict]) -> list[tuple[str, set[str]]]:
    """What a reader might type, and the addresses of the records of which one must be the first
    hit, and all come first.
    """
    by_words: dict[str, set[str]] = {}

    def add(query: str, address: str) -> None:
        by_words.setdefault(query, set()).add(address)

    for entry in entries:
        for name in [entry["t"], *entry.get("n", [])]:
            add(name, entry["u"])
    for kind in ("people", "organisations"):
        for record in facts[kind]:
            add(record["name"], place(record))
    for record in facts["figures"]:
        add(record["value_text"], place(record))
    for quote in facts["quotes"]:
        words = words_of(quote).split()
        for start in range(
            max(1, len(words) - 5)
        ):  # every six words in a row, those in the middle too
            add(" ".join(words[start : start + 6]), place(quote))
    same = {}
    for query, addresses in by_words.items():
        same.setdefault(fold(query), set()).update(addresses)
    return [(query, same[fold(query)]) for query in by_words]


def fold(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def test_every_record_is_in_the_search(facts, entries):
    everything = sorted(place(record) for kind in [*KINDS, "claims"] for record in facts[kind])
    assert sorted(entry["u"] for entry in entries if entry["k"] not in PARTS) == everything
    assert len({entry["u"] for entry in entries}) == len(entries)


def test_what_is_told_and_not_quoted_is_in_the_search_with_its_place(facts, entries):
    told = {entry["u"]: entry["w"] for entry in entries if entry["k"] == PARTS[3]}
    for source in facts["sources"]:
        for item in source["set_aside"]:
            if item["what"] in ("sentence", "clause"):
                place = f"#{source['id']}.p{item['paragraph']}.s{item['sentence']}"
                assert any(u.endswith(place) and item["note"] in w for u, w in told.items())
    assert told


def in_block(element: Element | None) -> bool:
    return element is not None and (
        "block" in element.get("class").split() or in_block(element.parent)
    )


def uncited(element: Element) -> str:
    """The words in it without the numbers of citations, and without white space, which blocks of
    HTML have as they like.
    """
    words = (
        part if isinstance(part, str) else uncited(part)
        for part in element.content
        if isinstance(part, str) or part.tag != "sup"
    )
    return re.sub(r"\s+", "", "".join(words))


def test_every_page_and_section_is_in_the_search(site, server, entries):
    """As the built pages have them: the title, and the headings of level 2 that an editor wrote,
    with anchors and words.
    """
    built, wanted = Built(site, server), {}
    for url in FILES:
        if url != "search/":
            wanted[url] = yaml.safe_load(FILES[url].read_text("utf-8").split("---\n")[1])["title"]
            wanted |= {
                f"{url}#{h['id']}": h
                for h in built.page(url).one("main").all("h2")
                if h.get("id") not in ("", "notes") and not in_block(h)
            }
    parts = {entry["u"]: entry for entry in entries if entry["k"] in PARTS[:3]}
    assert parts.keys() == wanted.keys()
    assert "Answer" in {entry["k"] for entry in entries}
    for url, entry in parts.items():
        title = wanted[url]
        assert re.sub(r"\s+", "", entry["t"]) == (
            uncited(title) if isinstance(title, Element) else re.sub(r"\s+", "", title)
        )
        assert entry["k"] == (
            "Answer" if entry["t"].endswith("?") else "Section" if "#" in url else "Page"
        )
        shown = uncited(built.page(url.partition("#")[0]).one("main"))
        for sentence in re.split(r"(?<=[.?:])\s+", entry.get("w" if "#" in url else "e", "")):
            words = sentence.split()  # a paragraph may end without a stop, before a block
            cuts = (("".join(words[:i]), "".join(words[i:])) for i in range(len(words) + 1))
            assert any(a in shown and b in shown for a, b in cuts), sentence


def test_every_address_of_the_search_is_there(site, server, entries):
    built = Built(site, server)
    for entry in entries:
        url, _, anchor = entry["u"].partition("#")
        ids = {element.get("id") for element in built.page(url)}
        assert not anchor or anchor in ids, entry["u"]


HEADINGS = """# The [page](fact:rain-in-one-night)

Opening words.[^rain-in-one-night]

## How *high* was the `river` & the lake?[^rain-in-one-night]

It **rose** in [one night](fact:rain-in-one-night), [they say](https://example.org/x).[^rain-in-one-night]
{.note}

### A part of it

- an item &amp; its_name

## Twice

## Twice

A paragraph with an id.
{: #taken }

## Taken

| One | Two |
| --- | --- |
| a cell | `another` |

~~~
# no heading
~~~

## Über Straßen {#own-id}

## Twice ##

## 日本
"""


def test_headings_have_the_anchors_that_markdown_gives_them():
    read = topic("rain")
    pages = {
        "index.md": replace(read.pages["index.md"], body=HEADINGS),
        "more.md": replace(read.pages["index.md"], path="more.md", body=HEADINGS),
    }
    catalog = Catalog(Site(replace(read, pages=pages)), Deployment())
    markdown = Markdown(
        extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes"]
    )
    markdown.convert(dict(render(catalog))["more.md"].partition("\n---\n")[2])
    (page,) = markdown.toc_tokens
    parts = {
        entry["u"]: entry for entry in search_entries(catalog) if entry["u"].startswith("more/")
    }
    assert (
        [u.partition("#")[2] for u in parts if "#" in u]
        == [token["id"] for token in page["children"]]
        == [
            "how-high-was-the-river-the-lake",
            "twice",
            "twice_1",
            "taken_1",
            "own-id",
            "twice_2",
            "日本",
        ]
    )
    first = parts["more/#how-high-was-the-river-the-lake"]
    assert (first["k"], first["t"]) == ("Answer", "How high was the river & the lake?")
    assert first["w"] == "It rose in one night, they say. A part of it an item & its_name"
    assert parts["more/#taken_1"]["w"] == "One Two a cell another # no heading"
    assert "w" not in parts["more/#twice"] and parts["more/#twice"]["k"] == "Section"
    assert (parts["more/"]["n"], parts["more/"]["e"]) == (["The page"], "Opening words.")


def test_whatever_a_reader_types_the_record_comes_first(page, facts, entries):
    tab = page("search/")
    first = entries[0]["t"]
    tab.fill("#q-page", first)
    tab.wait_for_selector(".hits a")
    kinds = {entry["u"]: entry["k"] for entry in entries if entry["k"] in PARTS}
    kinds |= {
        place(record): label(kind, record) for kind in [*KINDS, "claims"] for record in facts[kind]
    }
    queries = typed(facts, entries)
    assert len(queries) > len(entries)
    wrong = []
    for (query, wanted), hits in zip(
        queries, tab.evaluate(TYPE_ALL, [q for q, _ in queries]), strict=False
    ):
        if not wanted <= {address for address, _, _ in hits[: len(wanted)]}:
            wrong.append(f"{query!r} gives {[h[2] for h in hits[:3]]}")
        wrong += [
            f"{query!r} calls {address} {kind}"
            for address, kind, _ in hits
            if kinds[address] != kind
        ]
    assert wrong == []


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("400,000", "record/#bridge-passengers"),
        ("400000", "record/#bridge-passengers"),
        ("2.4", "record/#guests-to-islanders"),
        ("2.4-to-1", "record/#guests-to-islanders"),
        ("2.4 to 1", "record/#guests-to-islanders"),
        ("1 million", "record/#passengers-so-far"),
        ("okonjo", "people/#clara-okonjo"),
        ("Thomas Lindquist", "people/#tomas-lindqvist"),
        ("  CLARA   okonjo ", "people/#clara-okonjo"),
        ("'severe delays'", "quotes/#lindqvist-severe-delays"),
        ("we're still a long way off", "quotes/#okonjo-long-way-off"),
        ("passengers ferry", "record/#passengers-so-far"),
        ("ferry-passengers", "record/#passengers-so-far"),
        ("NFC", "people/#ferry-company"),
    ],
)
def test_as_readers_write_it(ferry_tab, query, wanted):
    ((first, *_),) = ferry_tab.evaluate(TYPE_ALL, [query])
    assert first[0] == wanted


QUESTIONS = {
    "what did okonjo say": "#what-did-okonjo-say-on-sunday",
    "What did Okonjo say on Sunday": "#what-did-okonjo-say-on-sunday",
    "what is the difference between a ferry and a bridge": "compared/",
    "ferry vs bridge": "compared/",
    "is there a bridge now?": "",
    "what is a ferry-boat": "record/#term-ferry",
    "what's a sound": "record/#term-strait",
    "how many passengers": "record/#passengers-so-far",
    "how many islanders crossed": "record/#guests-to-islanders",
    "pasengers": "record/#term-passengers",
    "intervews": "timeline/#sunday-interviews",
    "when did they meet": "timeline/#port-ellis-meeting",
    "when did Okonjo meet Lindqvist?": "timeline/#port-ellis-meeting",
    "timeline": "timeline/",
    "15 May": "timeline/#port-ellis-meeting",
    "May 15th, 2020": "timeline/#port-ellis-meeting",
    "May 17th, 2020": "timeline/#sunday-interviews",
    "17 may": "timeline/#sunday-interviews",
    "what happened in port ellis": "#what-changed-in-port-ellis",
    "what happens next?": "#what-was-to-come-next",
    "why does okonjo want a bridge": "#why-does-okonjo-want-a-bridge-first",
    "what does norrey want": "people/tomas-lindqvist/#what-norrey-wants",
    "do islanders have to give up land": "record/#conflict-land",
    "who is Vane?": "people/#jo-vane",
    "who is lindqwist": "people/#tomas-lindqvist",
    "lindqvsit": "people/#tomas-lindqvist",
    "bridge zebra giraffe": "",
    "what is Chirp": "people/#chirp",
    "what is the mayor's office": "people/#mayors-office",
    "corrections": "record/#corrections",
}


def test_questions_as_readers_ask_them(ferry_tab):
    found = ferry_tab.evaluate(TYPE_ALL, list(QUESTIONS))
    assert {
        query: hits[0][0] if hits else None for query, hits in zip(QUESTIONS, found, strict=False)
    } == QUESTIONS


def test_every_question_finds_its_answer_first(search_tab, entries):
    """Also without its mark, in small letters, and without its last word; where two questions are
    asked in the same words, both come first.
    """
    answers = [entry for entry in entries if entry["k"] == "Answer"]
    for ask in (
        str,
        lambda t: t.rstrip("?").lower(),
        lambda t: t.rpartition(" ")[0] if t.count(" ") > 3 else t,
    ):
        found = search_tab.evaluate(TYPE_ALL, [ask(entry["t"]) for entry in answers])
        for entry, hits in zip(answers, found, strict=True):
            begun = f"{fold(ask(entry['t']))} "
            same = {e["u"] for e in entries if f"{fold(e['t'])} ".startswith(begun)}
            assert entry["u"] in same
            assert {address for address, *_ in hits[: len(same)]} == same, ask(entry["t"])


def test_the_events_of_a_day_come_first_all_of_them(search_tab, facts):
    days = {event["date"] for event in facts["events"] if len(event["date"]) == 10}
    assert days
    found = search_tab.evaluate(TYPE_ALL, [f"{date.fromisoformat(d):%-d %B %Y}" for d in days])
    for day, hits in zip(days, found, strict=True):
        that_day = [place(event) for event in facts["events"] if event["date"] == day]
        assert sorted(address for address, *_ in hits[: len(that_day)]) == sorted(that_day)


def test_it_is_said_where_not_every_word_was_found(ferry_tab):
    for query, said in {
        "bridge zebra giraffe": r"\d+ results for bridge zebra giraffe, none with every word",
        "pasengers": r"Nothing here matches “pasengers”\. \d+ results for passengers",
        "okonjo": r"\d+ results for okonjo",
    }.items():
        ferry_tab.fill("#q-page", query)
        ferry_tab.wait_for_function(
            "text => document.querySelector('.hits-count')?.textContent.includes(text)", arg=query
        )
        assert re.fullmatch(said, ferry_tab.locator(".hits-count").inner_text())
    assert [m.casefold() for m in ferry_tab.locator(".hits mark").all_inner_texts()[:1]] == [
        "okonjo"
    ]


@pytest.mark.parametrize(("path", "width"), [("", 390), ("timeline/", 1280), ("search/", 390)])
def test_no_hit_is_no_dead_end(ferry, path, width):
    """The questions of the home page are offered instead, by keyboard too."""
    tab = ferry(path, width=width)
    tab.fill("form[data-search] input", "zzzzzz")
    tab.locator(".hits ul a").first.wait_for()
    assert tab.locator(".hits ul a").count() == 5
    assert tab.locator(".hits ul .tag").all_inner_texts() == ["Answer"] * 5
    assert tab.locator("[role=status]", has_text="Nothing here matches “zzzzzz”.").count() == 1
    assert tab.locator(".hits .hits-all").count() == 0
    assert tab.locator(".hits ul a").first.bounding_box()["y"] < 700, (
        "what is offered is out of view"
    )
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/explainer/#what-changed-in-port-ellis", wait_until="load")
    assert 0 <= tab.locator(":target").bounding_box()["y"] < 700
    assert tab.locator(".hits").count() == 0 or tab.locator(".hits").is_hidden(), (
        "the hits stay over the answer"
    )


def test_the_box_has_a_label_of_one_line_on_a_phone(page):
    label = page("", width=390).locator("form[data-search] label")
    assert label.bounding_box()["height"] < 32


def test_what_is_not_there_is_said_plainly(search_tab):
    assert search_tab.evaluate(TYPE_ALL, ["zzz", "2.5", "<img src=x onerror=alert(1)>", "…"])[
        :3
    ] == [[], [], []]
    search_tab.fill("#q-page", "<img src=x>")
    assert (
        search_tab.locator(".hits p").first.inner_text()
        == "Nothing here matches “<img src=x>”. Look through the list below."
    )
    assert search_tab.locator("[role=status]", has_text="Nothing here matches").count() == 1
    search_tab.fill("#q-page", "")
    assert search_tab.locator(".hits").is_hidden()


@pytest.fixture(scope="module")
def search_tab(browser, server):
    """One tab with the search page for all queries."""
    yield from searching(browser, server)


@pytest.fixture(scope="module")
def ferry_tab(browser, ferry_server):
    """The same for the fixed site."""
    yield from searching(browser, ferry_server)


def searching(browser, address: str):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address + "search/")
    tab.fill("#q-page", "a")
    tab.wait_for_selector(".hits a, .hits p")
    yield tab
    context.close()


# Goes to each anchor of the page in turn; gives those whose element is not the target or not in
# view.
FOLLOW = """async (ids) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const lost = [];
  for (const id of ids) {
    location.hash = id;
    await frame();
    const target = document.querySelector(":target");
    const box = target ? target.getBoundingClientRect() : null;
    const out = () => !target.checkVisibility() || box.height < 1;
    const away = () => box.top < -1 || box.top > innerHeight - 24;
    if (!target || target.id !== id) lost.push(`${id} is not the target`);
    else if (out() || away()) lost.push(`${id} is at ${box.top}`);
  }
  return lost;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_every_hit_lands_on_its_record_in_view(page, entries, width):
    by_page: dict[str, list[str]] = {}
    for entry in entries:
        url, _, anchor = entry["u"].partition("#")
        by_page.setdefault(url, []).extend([anchor] if anchor else [])
    tab = page("", width=width)
    home = tab.url
    for url, ids in by_page.items():
        tab.goto(home + url)
        assert tab.evaluate(FOLLOW, ids) == [], url


def test_from_the_box_to_a_record_of_each_kind_by_keyboard(page, entries, facts):
    """Typed on the home page of a phone, an arrow key, Enter, and there it is."""
    tab = page("", width=390)
    home = tab.url
    titles = [entry["t"].casefold() for entry in entries]
    by_place = {entry["u"]: entry for entry in entries}
    followed = set()
    for kind in [*KINDS, "claims"]:
        record = next(
            (
                r
                for r in reversed(facts[kind])
                if titles.count(by_place[place(r)]["t"].casefold()) == 1
            ),
            None,
        )
        if not record:
            continue
        title = by_place[place(record)]["t"]
        tab.goto(home)
        tab.fill("form[data-search] input", title)
        tab.locator(".hits b").first.wait_for()
        assert tab.locator(".hits b").first.inner_text() == title
        assert tab.locator(".hits .tag").first.inner_text() == label(kind, record)
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/" + place(record), wait_until="load")
        target = tab.locator(":target")
        assert target.get_attribute("id") == record["id"]
        assert 0 <= target.bounding_box()["y"] < 800, kind
        followed.add(kind)
    assert followed == {kind for kind in [*KINDS, "claims"] if facts[kind]}


@pytest.mark.parametrize("how", ["Enter", "button", "See all results"])
def test_the_box_leads_to_all_results(ferry, how):
    """Enter never chooses for the reader; the search page lists every hit and says how many."""
    tab = ferry("people/", width=390)
    tab.fill("form[data-search] input", "bridge")
    tab.locator(".hits a").first.wait_for()
    shown = tab.locator(".hits li").count()
    count = tab.locator(".hits-count").inner_text()
    if how == "Enter":
        tab.keyboard.press("Enter")
    else:
        tab.locator("form[data-search] button" if how == "button" else ".hits-all").click()
    tab.wait_for_url("**/search/?q=bridge")
    tab.locator(".hits a").first.wait_for()
    number = tab.locator(".hits li").count()
    assert 12 == shown < number
    assert count == f"{number} results for bridge; the first 12:"
    assert tab.locator(".hits-count").inner_text() == f"{number} results for bridge"
    tab.fill("#q-page", "Chirp")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/?q=Chirp")
    assert tab.locator(".hits b").first.inner_text() == "Chirp"


def test_the_hits_by_arrow_keys_and_escape(ferry):
    tab = ferry("quotes/")
    box = tab.locator("form[data-search] input")
    box.fill("okonjo")
    tab.wait_for_selector(".hits a")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    assert (
        tab.evaluate("[...document.querySelectorAll('.hits a')].indexOf(document.activeElement)")
        == 1
    )
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    assert box.evaluate("e => e === document.activeElement")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    assert tab.locator(".hits").is_hidden() and box.evaluate("e => e === document.activeElement")
    box.fill("okonjo ")
    tab.locator(".hits a").first.wait_for()
    for _ in range(2 + tab.locator(".hits a").count()):
        tab.keyboard.press("Tab")
    assert tab.locator(".hits").is_hidden(), "the hits stay open when the reader has gone on"


def test_nothing_is_loaded_for_it_before_it_is_used(ferry):
    asked = (
        "performance.getEntriesByType('resource').filter((e) =>"
        " e.name.endsWith('search.json')).length"
    )
    tab = ferry("timeline/")
    assert tab.evaluate(asked) == 0
    tab.locator("form[data-search] input").focus()
    tab.wait_for_function("() => " + asked + " === 1")
    tab.locator("form[data-search] input").fill("vane")
    tab.wait_for_selector(".hits a")
    assert tab.evaluate(asked) == 1


def test_when_the_list_cannot_be_loaded_that_is_said_and_tried_again(ferry):
    tab = ferry("search/", lenient=True)
    tab.route("**/search.json", lambda route: route.abort())
    tab.reload()  # this page asks for the list at once
    tab.fill("#q-page", "vane")
    tab.get_by_text("could not be loaded").last.wait_for()
    tab.unroute("**/search.json")
    tab.fill("#q-page", "JO vane")
    assert "people/#jo-vane" in tab.locator(".hits a").first.get_attribute("href")


@pytest.mark.parametrize("path", ["search/", "search/?q=chirp", "timeline/"])
def test_what_is_typed_before_the_script_has_come_is_kept(ferry, path):
    tab = ferry()
    held = []
    tab.route("**/assets/search.js", lambda route: held.append(route))
    tab.goto(urljoin(tab.url, path))
    box = tab.locator("form[data-search] input")
    box.fill("vane")
    while not held:
        tab.wait_for_timeout(20)
    held[0].continue_()
    assert "people/#jo-vane" in tab.locator(".hits a").first.get_attribute("href")
    assert box.input_value() == "vane"


def test_a_script_that_did_not_come_is_asked_for_again(ferry):
    tab = ferry("timeline/", lenient=True)
    tab.route("**/assets/search.js", lambda route: route.abort())
    box = tab.locator("form[data-search] input")
    with tab.expect_event("requestfailed"):
        box.focus()
    tab.unroute("**/assets/search.js")
    box.blur()
    box.focus()
    box.fill("vane")
    assert "people/#jo-vane" in tab.locator(".hits a").first.get_attribute("href")


def test_an_address_with_a_query_shows_its_hits(ferry):
    tab = ferry("search/?q=400%2C000")
    assert "record/#bridge-passengers" in tab.locator(".hits a").first.get_attribute("href")
    assert tab.input_value("#q-page") == "400,000"


def test_without_javascript_the_box_leads_to_a_list_of_everything(ferry):
    tab = ferry("timeline/", javascript=False)
    tab.fill("form[role=search] input", "okonjo")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/?q=okonjo")
    assert tab.locator("noscript p").is_visible()
    links = tab.locator("main .record-index a")
    assert links.count() == len(topic("ferry").records)


def test_the_same_in_a_page_that_is_not_there(ferry):
    tab = ferry("people/gone/deep/er", status=404)
    tab.fill("#q-page", "vane")
    tab.locator(".hits a").first.click()
    tab.wait_for_url("**/people/#jo-vane")


def test_search_needs_no_topic():
    """The script and the stylesheet work for another topic: no id of this one appears in them."""
    ids = [name for name in topic(REAL).records if name.count("-") > 1]
    text = "".join((ROOT / f"overrides/assets/{name}").read_text("utf-8") for name in ASSETS)
    assert ids and own_words(text) == []
    assert [name for name in ids if re.search(rf"(?<![\w-]){name}(?![\w-])", text)] == []
