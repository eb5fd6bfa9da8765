"""What a build checked, and the files that it offers."""

from __future__ import annotations

from collections import Counter

from ..text.bounds import SHORT, Clauses
from ..text.spans import Span
from ..topic.site import Site
from ..topic.topic import Page
from .catalog import Catalog


def counts(site: Site) -> list[tuple[str, int | str, str]]:
    """What this build checked: (what, how many, a note)."""
    topic = site.topic
    sources = topic.sources.values()
    strings = sum(
        len(p) for name, p in site.evidence.placed.items() if not topic.records[name].draft
    )
    prose = max((site.shares[source.id].prose for source in sources), default=0)
    everything = max((site.shares[source.id].all for source in sources), default=0)
    numbers = sum(len(s.passages.numbers) for s in sources)
    uncited = [
        (topic.pages[path], why)
        for path, why in topic.settings.uncited_pages.items()
        if path in topic.pages
    ]
    return [
        (
            "source text" if len(topic.sources) == 1 else "source texts",
            len(topic.sources),
            "sealed with a checksum",
        ),
        ("sentences", sum(len(s.passages.sentences) for s in sources), "each in the ledger"),
        *_clauses(site),
        (
            "quoted passages",
            sum(len(s.passages.quoted) for s in sources),
            "each quoted here or set aside",
        ),
        ("numbers in the text", numbers, "each recorded or set aside"),
        ("records", sum(not r.draft for r in topic.records.values()), "of all kinds"),
        ("passages checked word for word", strings, "evidence, quotations, attributions"),
        (
            "share of its own prose published",
            f"{prose:.0%}",
            f"at most {topic.settings.max_share_quoted:.0%} is allowed; with what people say in it,"
            f" {everything:.0%} of all words",
        ),
        *_raised(site),
        *([("pages that need not cite", len(uncited), _reasons(uncited))] if uncited else []),
    ]


def _clauses(site: Site) -> list[tuple[str, int | str, str]]:
    """How many clauses of the sources are in evidence, set aside, and neither."""
    found = Counter[str]()
    for name, source in site.topic.sources.items():
        said, aside = site.saying[name], site.aside[name]
        for sentence in source.passages.sentences:
            for clause in Clauses(source.passages, Span(sentence.start, sentence.end)):
                words = [*source.passages.words_in(*clause)]
                left = [w for w in words if not (said.touches(w) or aside.touches(w))]
                apart = sum(aside.touches(w) for w in words)
                state = "aside" if 2 * apart > len(words) else "evidence"
                found["neither" if len(left) > SHORT else state] += 1
    return [
        ("clauses in evidence", found["evidence"], "in the words that a fact rests on"),
        ("clauses set aside", found["aside"], "each with a reason and a note"),
        ("clauses in neither", found["neither"], "of more than three words; there must be none"),
    ]


def _raised(site: Site) -> list[tuple[str, int | str, str]]:
    """The bounds that are higher than is usual, each with the reason why."""
    why = site.topic.settings.bounds_raised
    called = {name: "share of prose" if "share" in name else "words of all pages" for name in why}
    said = "; ".join(f"{called[name]}: {reason.rstrip('.')}" for name, reason in why.items())
    what = "bound raised" if len(why) == 1 else "bounds raised"
    return [(what, len(why), said)] if why else []


def _reasons(pages: list[tuple[Page, str]]) -> str:
    """Why each of some pages need not cite."""
    return "; ".join(f"{page.meta.title}: {why.rstrip('.')}" for page, why in pages)


# What readers know some kinds as.
_CALLED = {"figures": "numbers", "conflicts": "differences", "claims": "statements"}


def downloads(catalog: Catalog) -> list[tuple[str, str]]:
    """The files offered to readers: (path below the root, what is in it)."""
    kinds = [kind for kind in catalog.kinds if catalog.topic.of_kind(kind)]
    return [
        ("data/facts.json", "Everything"),
        *((f"data/{kind}.csv", _CALLED.get(kind, kind).capitalize()) for kind in kinds),
        ("data/sources.csl.json", "Sources"),
        ("data/sources.bib", "Sources"),
        ("data/feed.xml", "Corrections and additions"),
    ]
