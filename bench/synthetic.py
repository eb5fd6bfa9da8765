"""Synthetic topics of any size, for tests and benchmark alike: whole sites that ``explainer check``
passes.

Everything follows from a seed. The words are made of syllables, as unevenly spread as those of a
natural text (Zipf), so that a search meets common and rare words alike; each source has a language
and a style of quotation marks, and who speaks is called "Speaker AB". Every sentence, quotation and
number of a source is used by a fact, or set aside.

    python bench/synthetic.py DIR --facts 1000 --sources 10
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
# Records a page and files of facts: so that no page passes 300 KiB of HTML, and no file the bounds
# of the reader.
PER_PAGE = {
    "people": 20,
    "organisations": 60,
    "quotes": 40,
    "figures": 40,
    "events": 60,
    "claims": 60,
    "positions": 60,
    "terms": 80,
    "conflicts": 40,
    "comparisons": 30,
}
PER_FILE = 500
SENTENCES, LINES = 350, 1500  # a page of the ledger, and of the index of all records
_PLAIN = re.compile(r"[^\W_](?:[^:#\[\]{}\n]*[^\s:#\[\]{}])?")
SHARES = {
    "quotes": 0.52,
    "figures": 0.14,
    "events": 0.1,
    "claims": 0.1,
    "positions": 0.04,
    "terms": 0.03,
    "comparisons": 0.01,
    "conflicts": 0.01,
}


class Tongue(NamedTuple):
    """What the sentences of a language are made with: its common words, how it attributes, measures
    and dates.
    """

    common: tuple[str, ...]
    syllables: tuple[str, ...]
    said: str
    claimed: str
    measured: str
    months: tuple[str, ...]
    thousands: str
    decimal: str
    pairs: tuple[tuple[str, str], ...]
    inside: bool  # whether the comma appears inside the marks


TONGUES = {
    "en": Tongue(
        tuple(
            "the of and to in that is was for on with as at by from it had were which their has"
            " been this who an are they".split()
        ),
        tuple(
            "ba co da fer gan hol jer kin lam mo ner pel quor ras sten tor ul ver wick yar".split()
        ),
        "{who} said on {where}",
        "{who} announced",
        "came to {number} {unit} in {period}, {source} estimated",
        tuple(
            "January February March April May June July August September October November"
            " December".split()
        ),
        ",",
        ".",
        (("“", "”"), ("‘", "’"), ('"', '"'), ("«", "»")),
        True,
    ),
    "de": Tongue(
        tuple(
            "der die und den von das mit sich des auf für ist im dem als auch es an werden"
            " aus er hat dass sie nach wird bei einer um".split()
        ),
        tuple(
            "ber schau kel ding mer fal rau tig ung lein gör hüt wen zar pfi kno rand eich moos"
            " tel".split()
        ),
        "sagte {who} bei {where}",
        "{who} erklärte",
        "erreichte {number} {unit} im {period}, schätzte {source}",
        tuple(
            "Januar Februar März April Mai Juni Juli August September Oktober November"
            " Dezember".split()
        ),
        ".",
        ",",
        (("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹")),
        False,
    ),
    "fr": Tongue(
        tuple(
            "de la le et les des en un du une que est pour qui dans par plus au sur se ce"
            " avec sont il son comme ou".split()
        ),
        tuple(
            "bel cha dou fré gui jol lam mon nère pou quel rin sève tau vri gnon lieu pré soi"
            " dé".split()
        ),
        "a dit {who} sur {where}",
        "{who} a annoncé",
        "a atteint {number} {unit} en {period}, a estimé {source}",
        tuple(
            "janvier février mars avril mai juin juillet août septembre octobre novembre"
            " décembre".split()
        ),
        "\u202f",
        ",",
        (("«\u00a0", "\u00a0»"), ("“", "”"), ("«\u202f", "\u202f»")),
        False,
    ),
}
# Words that the checks read as numbers, or that end no sentence, may not come up by chance; nor,
# above, those that turn or weaken what is said (not, would), without which none may be cited.
_TAKEN = frozenset(
    "cent cents mille deux dix six sept huit neuf onze douze trois zwei drei vier acht neun zehn"
    " elf two ten six".split()
)


class Topic(NamedTuple):
    """What was written: the folder, the ids by kind, and the selector of each quotation's words by
    its id.
    """

    root: Path
    ids: dict[str, list[str]]
    quotations: dict[str, str]


class Words:
    """The words of one language, drawn as unevenly as in a natural text."""

    def __init__(self, tag: str, random: Random, size: int = 4000):
        self.tongue, self.random = TONGUES[tag], random
        made = dict.fromkeys(self.tongue.common)
        maker = Random(f"{tag}-{size}")  # the same vocabulary whatever is drawn from it
        while len(made) < size:
            word = "".join(maker.choices(self.tongue.syllables, k=maker.choice((2, 2, 2, 3))))
            if word not in _TAKEN:
                made[word] = None
        self.words = list(made)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(size)))

    def some(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))


def code(number: int) -> str:
    """AA, AB … ZZ, AAA: a label's letters, never a single one (that would be an initial), never a
    digit (a number).
    """
    letters = ""
    number += 26
    while number >= 0:
        letters = chr(65 + number % 26) + letters
        number = number // 26 - 1
    return letters


def label(number: int) -> str:
    """aaaa, abab …: a label that is nobody's name."""
    return 2 * code(number).lower()


def write(
    root: Path,
    facts: int = 100,
    sources: int = 1,
    seed: int = 1,
    languages: tuple[str, ...] = ("en", "de", "fr"),
    pages: bool = True,
) -> Topic:
    """Write a site of ``facts`` records over ``sources`` sources into the folder ``root``."""
    return _Writer(root, sources, seed, languages).mixed(facts).finish(pages)


def write_long(
    root: Path, words: int = 200_000, quotations: int = 1000, seed: int = 1, language: str = "en"
) -> Topic:
    """Write a site with one source of so many words and quotations; claims rest on the paragraphs
    between them.
    """
    return _Writer(root, 1, seed, (language,)).long(words, quotations).finish(True)


class _Source:
    """A source at work: its paragraphs, and what is set aside of it."""

    def __init__(self, number: int, tag: str, random: Random):
        self.id, self.tag = f"source-{code(number).lower()}", tag
        self.length = 0  # words
        self.words = Words(tag, random)
        self.tongue = TONGUES[tag]
        self.marks = self.tongue.pairs[number // len(TONGUES) % len(self.tongue.pairs)]
        self.paragraphs: list[str] = []
        self.set_aside: list[dict[str, Any]] = []

    def add(self, paragraph: str) -> None:
        self.paragraphs.append(paragraph)
        self.length += len(paragraph.split())

    def quoted(self, text: str) -> str:
        return self.marks[0] + text + self.marks[1]


class _Writer:
    def __init__(self, root: Path, sources: int, seed: int, languages: tuple[str, ...]):
        self.root, self.random = root, Random(seed)
        self.own = Words("en", Random(seed + 1))
        self.sources = [
            _Source(n, languages[n % len(languages)], self.random) for n in range(sources)
        ]
        for n, source in enumerate(self.sources):  # no source may be published whole
            preface = f"Preface {code(n)} {source.words.some(4)}."
            source.add(preface)
            self.aside(source, preface, f"It only opens the source {code(n)}.")
        self.records: dict[str, list[dict[str, Any]]] = {
            kind: [] for kind in ("people", "organisations", *SHARES)
        }
        self.quotations: dict[str, str] = {}
        self.turn = -1

    # --- records ----------------------------------------------------------------------------------

    def mixed(self, facts: int) -> _Writer:
        """Records of every kind, spread over the sources in turn."""
        people = max(2, facts // 50)
        organisations = max(2, facts // 100)
        for i in range(organisations):
            self.organisation(i)
        for i in range(people):
            self.person(i)
        left = facts - people - organisations
        makers = {
            "quotes": self.quote,
            "figures": self.figure,
            "events": self.event,
            "positions": self.position,
            "terms": self.term,
            "comparisons": self.comparison,
            "conflicts": self.conflict,
            "claims": self.claim,
        }
        wanted = {kind: max(1, int(left * share)) for kind, share in SHARES.items()}
        wanted["claims"] += left - sum(wanted.values())
        for kind in (
            "claims",
            *(k for k in wanted if k != "claims"),
        ):  # a conflict names claims, so these come first
            for i in range(wanted[kind]):
                makers[kind](i)
        return self

    def long(self, words: int, quotations: int) -> _Writer:
        """Quotations, and between them paragraphs on which claims rest."""
        for i in range(max(2, quotations // 50)):
            self.organisation(i)
        for i in range(max(2, quotations // 50)):
            self.person(i)
        source = self.sources[0]
        for i in range(quotations):
            self.quote(i)
            due = words * (i + 1) // quotations
            while (missing := due - source.length) > 0:
                self.filler(
                    source, max(20, min(missing, 90))
                )  # a few words alone might stand elsewhere too
        return self

    def source(self) -> _Source:
        """The sources in turn."""
        self.turn += 1
        return self.sources[self.turn % len(self.sources)]

    def add(self, into: str, identity: str, source: _Source, /, **fields: Any) -> None:
        self.records[into].append(
            {"id": identity, **({"source": source.id} if len(self.sources) > 1 else {}), **fields}
        )

    def sentence(self, source: _Source, words: str, rest: int = 11) -> str:
        """A paragraph of one sentence, whole, on which a fact rests: such words, then some more."""
        sentence = f"{words[:1].upper()}{words[1:]} {source.words.some(rest)}."
        source.add(sentence)
        return sentence

    def naming(self, source: _Source, name: str, words: str) -> str:
        """A sentence that only names something: nothing is said of it, so it is set aside."""
        sentence = self.sentence(source, words)
        self.aside(source, sentence, f"It only names {name} and says nothing of it.")
        return sentence

    def aside(self, source: _Source, words: str, note: str) -> None:
        """Set whole sentences of a source aside."""
        source.set_aside.append(
            {"exact": words, "what": "sentence", "reason": "background", "note": note}
        )

    def statement(self, words: int = 12) -> str:
        text = self.own.some(words)
        return text[:1].upper() + text[1:] + "."

    def organisation(self, i: int) -> None:
        source = self.source()
        name, rest = f"Programme {code(i)}", source.words.some(6)
        self.naming(source, name, f"{name} {rest}")
        self.add(
            "organisations",
            f"programme-{code(i).lower()}",
            source,
            name=name,
            type="programme",
            description=self.statement(),
            mention={"exact": name, "suffix": rest},
        )

    def person(self, i: int) -> None:
        source = self.source()
        name, rest = f"Speaker {code(i)}", source.words.some(6)
        self.naming(source, name, f"{name} {rest}")
        self.add(
            "people",
            f"speaker-{code(i).lower()}",
            source,
            name=name,
            job_title="Speaker",
            description=self.statement(),
            mention={"exact": name, "suffix": rest},
        )

    def quote(self, i: int) -> None:
        source = self.source()
        tongue = source.tongue
        person, programme = (
            self.random.choice(self.records["people"]),
            self.random.choice(self.records["organisations"]),
        )
        text = source.words.some(self.random.randint(6, 16))
        if source.tag == "en" and source.marks[0] == "“" and i % 5 == 0:
            text += " it’s what we don’t " + source.words.some(
                2
            )  # apostrophes, curly as the marks are
        text = text[:1].upper() + text[1:] + ("," if tongue.inside else "")
        said = (
            tongue.said.format(who=person["name"], where=programme["name"])
            + " "
            + source.words.some(self.random.randint(13, 21))
            + "."
        )
        between = " " if tongue.inside else ", "
        source.add(f"{source.quoted(text)}{between}{said}")
        name = f"quote-{i}"
        straight = (
            text.replace("’", "'") if i % 10 == 0 else text
        )  # editors type what their keyboard has
        self.quotations[name] = straight
        self.add(
            "quotes",
            name,
            source,
            text=straight,
            kind="spoken",
            speaker=person["id"],
            attributed_by=said,
            said_via=programme["id"],
            date_said=f"2025-01-{1 + i % 28:02}",
            subjects=[f"topic-{1 + i % 9}"],
            evidence=straight,
        )

    def figure(self, i: int) -> None:
        source = self.source()
        tongue = source.tongue
        value, printed = self.number(i, tongue)
        organisation = self.random.choice(self.records["organisations"])
        unit = source.words.words[200 + i // 12 % 300]
        what = f"{source.words.some(3)} {label(i)}"
        period = self.random.choice(tongue.months)
        words = f"{what} " + tongue.measured.format(
            number=printed, unit=unit, period=period, source=organisation["name"]
        )
        sentence = self.sentence(source, words)
        self.add(
            "figures",
            f"figure-{i}",
            source,
            label=f"Reading {label(i)} of {self.own.some(3)}",
            value=value,
            value_text=printed,
            qualifier=("exact", "about")[i % 2],
            unit=f"{unit} {label(i // 12)}",
            measure=f"measure of {self.own.words[60 + i % 4]}",
            population=f"all of {self.own.words[80 + i % 3]}",
            inferred=["unit", "measure", "population"],
            period=period,
            as_of="not_stated",
            attribution=[organisation["id"]],
            attribution_level="estimated_by",
            subjects=[f"topic-{1 + i % 9}"],
            evidence=sentence,
        )

    def number(self, i: int, tongue: Tongue) -> tuple[str, str]:
        whole = self.random.randint(10, 9_999_999)
        if i % 4 == 0:
            return f"{whole % 100}.{i % 9 + 1}", f"{whole % 100}{tongue.decimal}{i % 9 + 1}"
        return str(whole), f"{whole:,}".replace(",", tongue.thousands)

    def event(self, i: int) -> None:
        source = self.source()
        month, year = i % 12, 1990 + i % 35
        person = self.random.choice(self.records["people"])
        date = f"{source.tongue.months[month]} {year}"
        words = f"{person['name']} {source.words.some(6)} {date} {source.words.some(2)}"
        sentence = self.sentence(source, words)
        self.add(
            "events",
            f"event-{i}",
            source,
            title=f"Event {label(i)} of {self.own.some(3)}",
            description=self.statement(14),
            date=f"{year}-{month + 1:02}",
            date_text=date,
            date_basis="stated",
            status="happened",
            participants=[person["id"]],
            subjects=[f"topic-{1 + i % 9}"],
            evidence=sentence,
        )

    def position(self, i: int) -> None:
        source = self.source()
        person = self.random.choice(self.records["people"])
        words = f"{person['name']} {source.words.some(9)}"
        sentence = self.sentence(source, words)
        self.add(
            "positions",
            f"position-{i}",
            source,
            holder=person["id"],
            topic=f"topic-{1 + i % 9}",
            stance=("for", "against_by_source", "unclear")[i % 3],
            statement=self.statement(),
            evidence=sentence,
        )

    def claim(self, i: int) -> None:
        source, kind = self.source(), ("fact", "claim", "analysis", "characterisation")[i % 4]
        person = self.random.choice(self.records["people"]) if kind == "claim" else None
        words = source.words.some(9 if person else 10)
        if person:
            words = f"{source.tongue.claimed.format(who=person['name'])} {words}"
        sentence = self.sentence(source, words)
        whose = {"attribution": [person["id"]]} if person else {}
        self.add(
            "claims",
            f"claim-{i}",
            source,
            statement=self.statement(14),
            kind=kind,
            **whose,
            subjects=[f"topic-{1 + i % 9}"],
            evidence=sentence,
        )

    def term(self, i: int) -> None:
        source = self.source()
        words = f"{source.words.some(3)} {code(i)} {source.words.some(3)}"
        words = words[:1].upper() + words[1:]
        sentence = self.naming(source, code(i), words)
        self.add(
            "terms",
            f"term-{i}",
            source,
            term=f"Term {code(i)}",
            definition=self.statement(14),
            evidence=sentence,
        )

    def comparison(self, i: int) -> None:
        source = self.source()
        sentence = self.sentence(source, source.words.some(10))
        self.add(
            "comparisons",
            f"comparison-{i}",
            source,
            question=f"Question {label(i)} about {self.own.some(4)}?",
            cells={
                "one": {"statement": self.statement(), "kind": "fact", "evidence": sentence},
                "other": {"not_stated": True},
            },
        )

    def conflict(self, i: int) -> None:
        claims = self.records["claims"]
        self.records["conflicts"].append(
            {
                "id": f"conflict-{i}",
                "title": f"Conflict {label(i)} of {self.own.some(3)}",
                "between": [
                    claims[i * 2 % len(claims)]["id"],
                    claims[(i * 2 + 1) % len(claims)]["id"],
                ],
                "difference": self.statement(),
            }
        )

    def filler(self, source: _Source, words: int) -> None:
        """A paragraph between the quotations: a claim rests on its sentences; every fifth is set
        aside, since not all of a source may be published, nor most of it set aside."""
        many = max(words // 18, 1)  # and none so short that its words stand elsewhere too
        lengths = [words // many + (i < words % many) for i in range(many)]
        sentences = [s[:1].upper() + s[1:] + "." for s in map(source.words.some, lengths)]
        source.add(" ".join(sentences))
        claims = self.records["claims"]
        if (len(claims) + len(source.set_aside)) % 5 == 0:
            self.aside(source, " ".join(sentences), self.statement(words // 4))
        else:
            self.add(
                "claims",
                f"claim-{len(claims)}",
                source,
                statement=self.statement(14),
                kind="analysis",
                evidence=sentences,
            )

    # --- files ------------------------------------------------------------------------------------

    def finish(self, pages: bool) -> Topic:
        for source in self.sources:
            text = "\n\n".join(source.paragraphs) + "\n"
            self.put(f"seeds/sources/{source.id}.txt", text)
            record = {
                "type": "report",
                "title": f"Source {source.id}",
                "author": "not_stated",
                "publisher": "not_stated",
                "issued": "2025-01",
                "URL": "not_stated",
                "label": f"the {source.id.replace('-', ' ')}",
                "language": source.tag,
                "rights": "Made for measuring; nobody’s.",
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "set_aside": source.set_aside,
            }
            self.put(
                f"seeds/sources/{source.id}.yml",
                "".join(f"{k}: {_yaml(v)}\n" for k, v in record.items() if v),
            )
        for kind, records in self.records.items():
            for start in range(0, len(records), PER_FILE):
                self.put(
                    f"seeds/facts/{kind}-{start // PER_FILE}.yml",
                    f"{kind}:\n" + "\n".join(_item(r) for r in records[start : start + PER_FILE]),
                )
        topics = {f"topic-{n}": f"Topic {label(n)}" for n in range(1, 10)}
        options = [
            {"id": "one", "label": "One", "mark": "▮", "description": "The one."},
            {"id": "other", "label": "Other", "mark": "■", "description": "The other."},
        ]
        settings = {
            "question": "What do these sources say?",
            "as_of": "2025-01",
            "options": options,
            "topics": topics,
            "max_share_quoted": 0.99,
            "most_words": 10_000_000,
            "bounds_raised": {
                "max_share_quoted": "made to be measured, with nearly all recorded",
                "most_words": "made to be measured, with many records",
            },
            "cite_every_paragraph": ["index.md"],
        }
        self.put("seeds/settings.yml", "".join(f"{k}: {_yaml(v)}\n" for k, v in settings.items()))
        ids = {kind: [r["id"] for r in records] for kind, records in self.records.items()}
        if pages:
            self.pages(ids)
            self.engine()
        return Topic(self.root, ids, self.quotations)

    def pages(self, ids: dict[str, list[str]]) -> None:
        """A page for each speaker, and lists in pages of a bounded length."""
        lists = {
            kind: some for kind, some in ids.items() if some and kind not in ("people", "quotes")
        }
        self.ways = ["people", *lists, "sources", "search"]
        self.cited = f"[^{ids['quotes'][0]}]"  # what each list of links cites
        self.home(ids)
        self.people(ids["people"])
        for kind, some in lists.items():
            self.lists(kind, _parts(some, PER_PAGE[kind]))
        sentences = sum(
            paragraph.count(".") for source in self.sources for paragraph in source.paragraphs
        )
        self.page(
            "sources.md",
            "Sources",
            "{{ sources() }}\n\n{{ downloads() }}\n\n"
            + self.divided("ledger", sentences // SENTENCES + 1),
        )
        every = self.divided("index", sum(map(len, ids.values())) // LINES + 1)
        self.page(
            "search.md",
            "Search",
            "\n".join(f"- [{way.capitalize()}]({way}.md){self.cited}" for way in self.ways[:-1])
            + f"\n\n{every}",
        )

    def home(self, ids: dict[str, list[str]]) -> None:
        statements = [
            f"{self.statement(14)[:-1]}.[^{name}]"
            for kind in ("claims", "quotes", "figures", "events")
            for name in ids[kind][:3]
        ]
        links = "\n".join(f"- [{way.capitalize()}]({way}.md){self.cited}" for way in self.ways)
        self.page(
            "index.md",
            "What do these sources say?",
            "\n\n".join(statements) + f"\n\n{links}\n\n{{{{ cite() }}}}",
        )

    def people(self, names: list[str]) -> None:
        """For each speaker a page with the card, the positions and the quotations, and further
        pages where these are many.
        """
        spoken: dict[str, list[str]] = defaultdict(list)
        for quote in self.records["quotes"]:
            spoken[quote["speaker"]].append(quote["id"])
        holders = {r["holder"] for r in self.records["positions"]}
        for name in names:
            parts = _parts(spoken[name], PER_PAGE["quotes"])
            links = "\n".join(
                f"- [Part {label(n)}]({name}{'' if n == 1 else f'-{n}'}.md){self.cited}"
                for n in range(1, len(parts) + 1)
                if len(parts) > 1
            )
            quotes = (
                [f'{{{{ quotes(speaker="{name}") }}}}']
                if len(parts) == 1
                else [f"{{{{ quotes(ids={json.dumps(some)}) }}}}" for some in parts]
            )
            card = [f'{{{{ people(ids=["{name}"]) }}}}']
            if name in holders:
                card.append(f'{{{{ positions(holder="{name}", anchors=false) }}}}')
            title = _title(name)
            self.page(
                f"people/{name}.md", title, "\n\n".join([*card, links, *quotes[:1]]), person=name
            )
            for n, block in enumerate(quotes[1:], 2):
                self.page(
                    f"people/{name}-{n}.md", f"{title}, part {label(n)}", f"{links}\n\n{block}"
                )
        self.page(
            "people.md",
            "People",
            "\n".join(f"- [{_title(n)}](people/{n}.md){self.cited}" for n in names),
        )

    def lists(self, kind: str, parts: list[list[str]]) -> None:
        """The records of a kind on one page, or on as many as it has parts."""
        block = "comparison" if kind == "comparisons" else kind
        title = kind.capitalize()
        if len(parts) == 1:
            self.page(f"{kind}.md", title, f"{self.statement()}{self.cited}\n\n{{{{ {block}() }}}}")
            return
        numbered = [(n, f"{title}, part {label(n)}", part) for n, part in enumerate(parts, 1)]
        self.page(
            f"{kind}.md",
            title,
            "\n".join(f"- [{of}]({kind}/{n}.md){self.cited}" for n, of, _ in numbered),
        )
        for n, of, part in numbered:
            chosen = f"{{{{ {block}(ids={json.dumps(part)}) }}}}"
            self.page(f"{kind}/{n}.md", of, f"{self.statement()}{self.cited}\n\n{chosen}")

    def divided(self, block: str, parts: int) -> str:
        """A block, or links to the pages on which it appears in parts."""
        if parts == 1:
            return f"{{{{ {block}() }}}}"
        for n in range(1, parts + 1):
            self.page(
                f"{block}/{n}.md",
                f"The {block}, part {label(n)}",
                f'{{{{ {block}(part="{n} of {parts}") }}}}',
            )
        return "\n".join(
            f"- [The {block}, part {label(n)}]({block}/{n}.md){self.cited}"
            for n in range(1, parts + 1)
        )

    def page(self, path: str, title: str, body: str, person: str = "") -> None:
        meta = f"title: {title}\ndescription: {title}, made for measuring.\n" + (
            f"person: {person}\n" if person else ""
        )
        self.put(f"content/{path}", f"---\n{meta}---\n\n# {title}\n\n{body}\n")

    def engine(self) -> None:
        """MkDocs' settings: the skeleton's, with a short navigation; the look of this repository,
        copied.
        """
        settings = (
            (ROOT / "scripts/explainer/commands/skeleton/mkdocs.yml")
            .read_text("utf-8")
            .partition("\nnav:")[0]
        )
        settings = settings.replace("How high did the river rise?", "What do these sources say?")
        nav = "".join(
            f"  - {title}: {path}\n"
            for title, path in [
                ("Home", "index.md"),
                *((w.capitalize(), f"{w}.md") for w in self.ways if w != "search"),
            ]
        )
        settings = settings.replace("language: en", f"language: {self.sources[0].tag}")
        self.put("mkdocs.yml", f"{settings}\nnav:\n{nav}")
        (self.root / "overrides").mkdir(exist_ok=True)  # the look is that of the package
        self.put("build/docs/.gitkeep", "")

    def put(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _parts(items: list[str], size: int) -> list[list[str]]:
    return [items[i : i + size] for i in range(0, len(items), size)]


def _item(record: dict[str, Any]) -> str:
    return "  - " + "\n    ".join(f"{key}: {_yaml(value)}" for key, value in record.items()) + "\n"


def _yaml(value: Any) -> str:
    """A value on one line: plain where YAML allows it, as editors write; else JSON, also YAML."""
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description="Write a synthetic topic that `explainer check` passes."
    )
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--facts", type=int, default=1000)
    arguments.add_argument("--sources", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument(
        "--words",
        type=int,
        default=0,
        help="one source of so many words instead, with --facts quotations",
    )
    given = arguments.parse_args()
    topic = (
        write_long(given.folder, given.words, given.facts, given.seed)
        if given.words
        else write(given.folder, given.facts, given.sources, given.seed)
    )
    print(f"{topic.root}: {sum(map(len, topic.ids.values()))} records")


if __name__ == "__main__":
    main()
