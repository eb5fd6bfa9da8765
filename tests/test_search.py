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

import pytest
import yaml
from explainer.site.catalog import Catalog, Deployment
from explainer.site.pages import render
from explainer.site.search import search_entries
from explainer.topic.site import Site
from markdown import Markdown
from pages import FILES, ROOT, Built, Element, showing
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
PARTS = ("Answer", "Page", "Section", "From the rest of the article", "Source")
ASSETS = sorted(p for p in (ROOT / "overrides").rglob("*") if p.suffix in (".js", ".css"))

# Asks the search's worker each query, as Material's box does; gives what it answers of each: what
# is said of the hits, and [address, kind, title] of the first thirty, none where nothing matched.
ASK_ALL = r"""async (queries) => {
  const worker = new Worker(new URL("assets/search.js", __md_scope)), found = [];
  const read = (html) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  const plain = (html) => read(html.replace(/<[^>]+>/g, ""));
  const says = ([{ title }]) => JSON.parse(read(title.match(/data-told="([^"]*)"/)[1]));
  const asked = (type, data) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = failed;
    worker.postMessage({ type, data });
  });
  if ((await asked(0, {})).type !== 1) throw new Error("the worker is not ready");
  for (const query of queries) {
    const { items, suggest } = (await asked(2, query)).data;
    const told = items.length ? says(items[0]) : {};
    const hits = told.none ? [] : items.slice(0, 30).map(([{ location, title }]) => {
      const [, kind, text] = title.match(/<span class="tag">(.*?)<\/span> <b>(.*?)<\/b>/);
      return [location, plain(kind).split(":")[0], plain(text)];
    });
    found.push({ hits, suggest, ...told });
  }
  worker.terminate();
  return found;
}"""


def ask(tab, queries: list[str]) -> list[list[list[str]]]:
    """The hits of each query."""
    return [answer["hits"] for answer in tab.evaluate(ASK_ALL, queries)]


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


def test_every_source_is_in_the_search_as_its_card_tells_of_it(site, server, facts, entries):
    found = {entry["u"]: entry for entry in entries if entry["k"] == PARTS[4]}
    page = showing("sources")
    assert found.keys() == {f"{page}#{source['id']}" for source in facts["sources"]}
    card = Built(site, server).page(page).text
    for entry in found.values():
        told = f"{entry['t']} {entry['w']} {entry['e']}"
        assert {word for word in told.split() if word not in card} == set()


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
    """As the built pages have them: the title, and the headings of levels 2 and 3 that an editor
    wrote, with anchors and words.
    """
    built, wanted = Built(site, server), {}
    for url in FILES:
        if url != "search/":
            wanted[url] = yaml.safe_load(FILES[url].read_text("utf-8").split("---\n")[1])["title"]
            wanted |= {
                f"{url}#{h['id']}": h
                for level in ("h2", "h3")
                for h in built.page(url).one("main").all(level)
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
        == [
            token["id"] for section in page["children"] for token in [section, *section["children"]]
        ]
        == [
            "how-high-was-the-river-the-lake",
            "a-part-of-it",
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
    assert first["w"] == "It rose in one night, they say."
    assert parts["more/#a-part-of-it"]["w"] == "an item & its_name"
    assert parts["more/#taken_1"]["w"] == "One Two a cell another # no heading"
    assert "w" not in parts["more/#twice"] and parts["more/#twice"]["k"] == "Section"
    assert (parts["more/"]["n"], parts["more/"]["e"]) == (["The page"], "Opening words.")


def test_whatever_a_reader_types_the_record_comes_first(search_tab, facts, entries):
    kinds = {entry["u"]: entry["k"] for entry in entries if entry["k"] in PARTS}
    kinds |= {
        place(record): label(kind, record) for kind in [*KINDS, "claims"] for record in facts[kind]
    }
    queries = typed(facts, entries)
    assert len(queries) > len(entries)
    wrong = []
    for (query, wanted), hits in zip(
        queries, ask(search_tab, [q for q, _ in queries]), strict=True
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
    ((first, *_),) = ask(ferry_tab, [query])
    assert first[0] == wanted


QUESTIONS = {
    "what did okonjo say": "#what-did-okonjo-say-on-sunday",
    "What did Okonjo say on Sunday": "#what-did-okonjo-say-on-sunday",
    "what is the difference between a ferry and a bridge": "compared/",
    "ferry vs bridge": "compared/",
    "is there a bridge now?": "",
    "what is a ferry-boat": "record/#term-ferry",
    "what's a sound": "record/#term-strait",
    "how many passengers so far": "record/#passengers-so-far",
    "how many islanders would cross": "record/#bridge-passengers",
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
    "do islanders have to give up land": "record/#land-for-road",
    "who is Vane?": "people/#jo-vane",
    "who is lindqwist": "people/#tomas-lindqvist",
    "lindqvsit": "people/#tomas-lindqvist",
    "bridge zebra giraffe": "record/#bridge-passengers",
    "what is Chirp": "people/#chirp",
    "what is the mayor's office": "people/#mayors-office",
    "corrections": "record/#corrections",
    "corrections page": "record/#corrections",
    "what does a sound mean exactly": "record/#term-strait",
    "mayors offise": "people/#mayors-office",
    "how busy would the bridge be": "record/#bridge-passengers",
}

# Numbers in every spelling, names in other alphabets and spellings, slips of a letter or two, what
# is told and not quoted, two names or a name and what it is about.
QUERIES = {
    "400k": "record/#bridge-passengers",
    "400 000": "record/#bridge-passengers",
    "400.000": "record/#bridge-passengers",
    "four hundred thousand": "record/#bridge-passengers",
    "400 thousand passengers": "record/#bridge-passengers",
    "1m": "record/#passengers-so-far",
    "1,000,000": "record/#passengers-so-far",
    "one million": "record/#passengers-so-far",
    "a million passengers": "record/#passengers-so-far",
    "2.4 to one": "record/#guests-to-islanders",
    "2.4:1": "record/#guests-to-islanders",
    "2.4-1 guests": "record/#guests-to-islanders",
    "Lindkwist": "people/#tomas-lindqvist",
    "Линдквист": "people/#tomas-lindqvist",
    "Маро": "people/#ines-maro",
    "Lyndqvyst": "people/#tomas-lindqvist",
    "Klara Okonyo": "people/#clara-okonjo",
    "feri": "record/#term-ferry",
    "frery": "record/#term-ferry",
    "passangerz": "record/#term-passengers",
    "chrip": "people/#chirp",
    "why doesn't okonjo want a ferry": "#why-does-okonjo-want-a-bridge-first",
    "why isnt there a bridge": "#why-does-okonjo-want-a-bridge-first",
    "who's vane": "people/#jo-vane",
    "okonjo bridge": "compared/#okonjo-bridge",
    "lindqvist meadows": "compared/#lindqvist-land",
    "does lindqvist give up land": "compared/#lindqvist-land",
    "sheep": "record/#ferry.p8.s2",
    "did the sheep matter": "record/#ferry.p8.s2",
    "ferryboat passengers": "record/#passengers-so-far",
    "did the storm stop the ferries": "timeline/#storm-stops-ferry",
    "when did the storm stop the ferry": "timeline/#storm-stops-ferry",
    "how much is the bridge used in a year": "record/#bridge-passengers",
    "words ascribed to somebody else": "record/#correction-of-delays",
    "swapped": "record/#okonjo-changed-course",
    "okonjo on the ferry": "compared/#okonjo-ferry",
    "severe delay": "quotes/#lindqvist-severe-delays",
    "quiet": "quotes/#shepherd-our-quiet",
    "two point four to one": "record/#guests-to-islanders",
    "15/05/2020": "timeline/#port-ellis-meeting",
    "5/15/2020": "timeline/#port-ellis-meeting",
    "2020-05-15": "timeline/#port-ellis-meeting",
    "2.4 times as many guests": "record/#guests-to-islanders",
    "transport minister": "people/#clara-okonjo",
    "who is the mayor of norrey": "people/#tomas-lindqvist",
    "summit okonjo lindqvist": "timeline/#port-ellis-meeting",
    "how long did the meeting last": "timeline/#port-ellis-meeting",
    "isn't a ferry enough": "record/#term-ferry",
    "okonjo timeline": "timeline/",
    "lindqvist quotes": "quotes/",
    "what does lindqvist demand": "compared/#lindqvist-land",
    "lindqvist refuses": "compared/#lindqvist-land",
    "who opposes giving up land": "compared/#lindqvist-land",
    "does okonjo support a ferry": "compared/#okonjo-ferry",
    "what does the transport minister want": "compared/#okonjo-bridge",
    "what did okonjo say about the ferry": "compared/#okonjo-ferry",
    "contradictions": "record/#conflict-land",
    "inconsistent accounts of land": "record/#conflict-land",
    "upcoming talks": "#what-was-to-come-next",
    "is there a bridge": "",
    "where was the meeting": "timeline/#port-ellis-meeting",
    "storm halted ferries": "timeline/#storm-stops-ferry",
}

# Words spelt as they sound, or in two where they are one; somebody beside whom they belong to;
# words that say little; two names that might be one thing.
AS_IT_SOUNDS = {
    "clara ocongo": "people/#clara-okonjo",
    "mr lindkuist": "people/#tomas-lindqvist",
    "tchirp": "people/#chirp",
    "pasenchers": "record/#term-passengers",
    "streight": "record/#term-strait",
    "norrie ferry company": "people/#ferry-company",
    "institute straits": "people/#institute-of-straits",
    "inter views": "timeline/#sunday-interviews",
    "live stock": "record/#ferry.p8.s2",
    "transport dept": "people/#transport-ministry",
    "transport ministry vane": "people/#jo-vane",
    "which station is harbour radio": "people/#harbour-radio",
    "will lindqvist drop the meadows": "compared/#lindqvist-land",
    "does lindqvist forget the meadows": "compared/#lindqvist-land",
    "is a ferry the same as a bridge": "compared/",
    "is a ferry the same as a ferryboat": "record/#term-ferry",
    "sheep again": "record/#ferry.p8.s2",
}

# Of whom words are quoted, and of whom not; an office; so many for every one.
IN_OTHER_WORDS = {
    "what did vane say in her own words": "people/#jo-vane",
    "did vane say anything herself": "people/#jo-vane",
    "what did lindqvist say in his own words": "quotes/#lindqvist-severe-delays",
    "okonjo's vice minister": "people/#jo-vane",
    "2.4 guests for every islander": "record/#guests-to-islanders",
}

# Words to search by, which no page has: of a record, a page, a section and a note.
KEYWORDS = {
    "traffic forecast": "record/#bridge-passengers",
    "how busy would it be": "record/#bridge-passengers",
    "trafic forecast": "record/#bridge-passengers",
    "pros and cons": "compared/",
    "okonjo motives": "#why-does-okonjo-want-a-bridge-first",
    "agenda": "#what-was-to-come-next",
    "what will the ferry do": "#what-was-to-come-next",  # though a ferry is a term here
    "farm animals": "record/#ferry.p8.s2",
}

# Words that are nowhere and are no slips of those that are: what is left is looked for.
STRANGE = {
    "bridges": ("", ""),
    "bridal": ("bridal", "none"),
    "berry": ("berry", "none"),
    "gaol": ("gaol", "none"),  # a word of its own, no goal
    "stirm giraffe": ("stirm giraffe", "none"),  # a guess, beside what is nowhere
    "sheepa": ("sheepa", "none"),
    "norway": ("norway", "none"),
    "what is norway": ("what is norway", "none"),
    "bridge norway": ("norway", "bridge"),
    "does okonjo want norway": ("norway", "does okonjo want"),
}

# What is asked of a site itself is led to the page that says it: with this block.
ITSELF = {
    "which article is this based on": "sources",
    "who wrote the text": "sources",
    "how old is this story": "sources",
    "is this true": "counts",
    "can i trust this": "counts",
    "how do i cite this": "counts",
    "contact": "counts",
}


def test_what_is_asked_of_the_site_itself(search_tab):
    found = ask(search_tab, list(ITSELF))
    first = {query: hits[0][0].partition("#")[0] for query, hits in zip(ITSELF, found, strict=True)}
    assert first == {query: showing(block) for query, block in ITSELF.items()}


def test_somebody_stands_for_the_body_they_belong_to(ferry_tab, search_tab, entries):
    """Beside another word; and an entry names the body by its title."""
    titles = {entry["t"] for entry in entries}
    bodies = {entry["t"]: entry["b"] for entry in entries if "b" in entry}
    assert bodies and set(bodies.values()) <= titles
    alone, beside = ask(ferry_tab, ["vane", "vane bridge"])
    ministry = "people/#transport-ministry"
    assert ministry in [hit[0] for hit in beside] and ministry not in [hit[0] for hit in alone]


def test_words_to_search_by_lead_to_what_they_are_of(ferry_tab):
    """And are not shown."""
    found = ask(ferry_tab, list(KEYWORDS))
    first = [hits[0][0] if hits else None for hits in found]
    assert dict(zip(KEYWORDS, first, strict=True)) == KEYWORDS
    text = ferry_tab.evaluate(
        """async (pages) => (await Promise.all(pages.map(async (page) =>
        (await fetch(new URL(page, __md_scope))).text()))).join("")""",
        ["", "compared/", "record/"],
    )
    assert "Bridge passengers" in text and "traffic forecast" not in text and "agenda" not in text


def test_a_word_that_is_nowhere_is_taken_for_no_other(ferry_tab):
    found = ferry_tab.evaluate(ASK_ALL, list(STRANGE))
    for (query, (strange, rest)), answer in zip(STRANGE.items(), found, strict=True):
        nothing = f"Nothing here matches “{strange}”." if strange else ""
        assert answer["said"].startswith(nothing), answer["said"]
        assert bool(answer["hits"]) == (rest != "none"), query
        if rest not in ("", "none"):
            assert f" for {rest}" in answer["said"], answer["said"]


@pytest.mark.parametrize(
    "queries", [QUERIES, AS_IT_SOUNDS, IN_OTHER_WORDS], ids=["typed", "sounds", "others"]
)
def test_words_as_readers_type_them(ferry_tab, queries):
    found = ask(ferry_tab, list(queries))
    first = [hits[0][0] if hits else None for hits in found]
    assert dict(zip(queries, first, strict=True)) == queries


def spelt(number: float) -> list[str]:
    """A number as people type it."""
    ways = [f"{number:,}", f"{number:,}".replace(",", " "), str(number)]
    for name, by in {"k": 10**3, " thousand": 10**3, "m": 10**6, " million": 10**6}.items():
        if number >= by and not number % by:
            ways.append(f"{number // by}{name}")
    return ways


def test_a_number_is_found_in_every_spelling(search_tab, facts):
    """The number first of which it is the value; where it is the value of several, one of them."""
    values = {place(r): r["value"] for r in facts["figures"] if isinstance(r.get("value"), int)}
    asked = [(way, number) for number in {*values.values()} for way in spelt(number)]
    found = ask(search_tab, [way for way, _ in asked])
    for (way, number), hits in zip(asked, found, strict=True):
        assert hits and values.get(hits[0][0]) == number, way


def slips(name: str) -> list[str]:
    """A name with one letter left out, doubled, exchanged with the next, or other."""
    at = len(name) // 2
    before, letter, after = name[:at], name[at], name[at + 1 :]
    swapped = before + after[0] + letter + after[1:]
    return [before + after, before + letter * 2 + after, swapped, before + "x" + after]


def test_a_name_is_found_with_a_slip_of_a_letter(search_tab, facts):
    people = {r["name"].split()[-1]: place(r) for r in facts["people"]}
    asked = [(slip, name) for name in people if len(name) > 4 for slip in slips(name)]
    assert asked
    found = ask(search_tab, [slip for slip, _ in asked])
    wrong = [
        slip
        for (slip, name), hits in zip(asked, found, strict=True)
        if not hits or hits[0][0] != people[name]
    ]
    assert wrong == []


def test_somebody_and_what_it_is_about_find_where_they_stand(search_tab, facts, entries):
    """Asked for by name and row of the table, a position of just that holder and row is first; a
    correction or another's work is so for none.
    """
    rows = {entry["u"]: entry["n"][0] for entry in entries if entry["k"] == "Position"}
    assert rows
    found = ask(search_tab, [row.replace(":", "") for row in rows.values()])
    for row, hits in zip(rows.values(), found, strict=True):
        assert rows.get(hits[0][0]) == row, (row, hits[0])


def test_what_somebody_wants_is_a_position_of_theirs(search_tab, entries):
    """In the words that readers have for wanting."""
    holders = {entry["t"].split(": ")[0] for entry in entries if entry["k"] == "Position"}
    ways = ("what does {} demand", "{} demands", "does {} support this")
    asked = [(way.format(holder), holder) for holder in holders for way in ways]
    assert asked
    for (query, holder), hits in zip(
        asked, ask(search_tab, [query for query, _ in asked]), strict=True
    ):
        assert hits[0][1] == "Position" and hits[0][2].startswith(f"{holder}: "), (query, hits[0])


def test_corrections_and_other_works_come_last(search_tab, facts, entries):
    """Where what was asked for is not their own title."""
    names = [r["name"] for kind in ("people", "organisations") for r in facts[kind]]
    for name, hits in zip(names, ask(search_tab, names), strict=True):
        assert hits[0][1] not in ("Correction", "Reference"), name
        kinds = [kind for _, kind, _ in hits]
        if "Correction" in kinds and "Answer" in kinds:
            assert kinds.index("Answer") < kinds.index("Correction"), name


def test_questions_as_readers_ask_them(ferry_tab):
    found = ask(ferry_tab, list(QUESTIONS))
    assert {
        query: hits[0][0] if hits else None for query, hits in zip(QUESTIONS, found, strict=True)
    } == QUESTIONS


def test_every_question_finds_its_answer_first(search_tab, entries):
    """Also without its mark, in small letters, and without its last word; where two questions are
    asked in the same words, both come first.
    """
    answers = [entry for entry in entries if entry["k"] == "Answer"]
    for typed_as in (
        str,
        lambda t: t.rstrip("?").lower(),
        lambda t: t.rpartition(" ")[0] if t.count(" ") > 3 else t,
    ):
        found = ask(search_tab, [typed_as(entry["t"]) for entry in answers])
        for entry, hits in zip(answers, found, strict=True):
            begun = f"{fold(typed_as(entry['t']))} "
            same = {e["u"] for e in entries if f"{fold(e['t'])} ".startswith(begun)}
            assert entry["u"] in same
            assert {address for address, *_ in hits[: len(same)]} == same, typed_as(entry["t"])


def test_the_events_of_a_day_come_first_all_of_them(search_tab, facts):
    days = {event["date"] for event in facts["events"] if len(event["date"]) == 10}
    assert days
    found = ask(search_tab, [f"{date.fromisoformat(d):%-d %B %Y}" for d in days])
    for day, hits in zip(days, found, strict=True):
        that_day = [place(event) for event in facts["events"] if event["date"] == day]
        assert sorted(address for address, *_ in hits[: len(that_day)]) == sorted(that_day)


def test_what_is_not_there_is_said_plainly(ferry_tab):
    """And in marks: no address and no title is markup."""
    for query in ("zzz", "2.5", "<img src=x onerror=alert(1)>", "…", "asdfgh"):
        (answer,) = ferry_tab.evaluate(ASK_ALL, [query])
        assert answer["hits"] == []
        assert answer["said"].startswith(f"Nothing here matches “{query}”.")


def test_it_is_said_where_not_every_word_was_found(ferry_tab):
    for query, said in {
        "bridge zebra giraffe": r"Nothing here matches “zebra giraffe”\. \d+ results for bridge",
        "bridge sheep": r"1 result for bridge sheep, not with every word",
        "clara okonjo sheep": r"\d+ results for clara okonjo sheep, none with every word",
        "pasengers": r"Nothing here matches “pasengers”\. \d+ results for passengers",
        "okonjo": r"\d+ results for okonjo",
        "clara okonjo zebra": r"Nothing here matches “zebra”\. \d+ results for clara okonjo",
    }.items():
        (answer,) = ferry_tab.evaluate(ASK_ALL, [query])
        assert re.fullmatch(said, answer["said"]), answer["said"]


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
    yield tab
    context.close()


def test_search_needs_no_topic():
    """The script and the stylesheet work for another topic: no id of this one appears in them."""
    ids = [name for name in topic(REAL).records if name.count("-") > 1]
    text = "".join(path.read_text("utf-8") for path in ASSETS)
    assert ids and text and own_words(text) == []
    assert [name for name in ids if re.search(rf"(?<![\w-]){name}(?![\w-])", text)] == []
