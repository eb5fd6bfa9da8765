"""What a build checked, and the files that it offers."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from ..text.bounds import SHORT, Clauses
from ..text.spans import Span
from ..topic.site import Site
from ..topic.topic import Page
from ..topic.words import Words, words_of
from .catalog import Catalog


def counts(site: Site, words: Words | None = None) -> list[tuple[str, int | str, str]]:
    """What this build checked: (what, how many, a note), in the words of a language or English."""
    topic, words = site.topic, words or words_of("en")
    sources = topic.sources.values()
    strings = sum(
        len(p) for name, p in site.evidence.placed.items() if not topic.records[name].draft
    )
    prose = max((site.shares[source.id].prose for source in sources), default=Decimal(0))
    everything = max((site.shares[source.id].all for source in sources), default=Decimal(0))
    numbers = sum(len(s.passages.numbers) for s in sources)
    uncited = [
        (topic.pages[path], why)
        for path, why in topic.settings.uncited_pages.items()
        if path in topic.pages
    ]
    return [
        (
            words("count_source" if len(topic.sources) == 1 else "count_sources"),
            len(topic.sources),
            words("count_sources_note"),
        ),
        _row(words, "sentences", sum(len(s.passages.sentences) for s in sources)),
        *(_row(words, state, count) for state, count in _clauses(site)),
        _row(words, "quoted", sum(len(s.passages.quoted) for s in sources)),
        _row(words, "numbers", numbers),
        _row(words, "records", sum(not r.draft for r in topic.records.values())),
        _row(words, "passages", strings),
        (
            words("count_share"),
            words.percent(prose),
            words(
                "count_share_note",
                bound=words.percent(topic.settings.max_share_quoted),
                all=words.percent(everything),
            ),
        ),
        *_raised(site, words),
        *([(words("count_uncited"), len(uncited), _reasons(uncited))] if uncited else []),
    ]


def _row(words: Words, what: str, number: int) -> tuple[str, int | str, str]:
    return words(f"count_{what}"), number, words(f"count_{what}_note")


def _clauses(site: Site) -> list[tuple[str, int]]:
    """How many clauses of the sources are in evidence, set aside, and neither."""
    found = Counter[str]()
    for name, source in site.topic.sources.items():
        said, aside = site.saying[name], site.aside[name]
        for sentence in source.passages.sentences:
            for clause in Clauses(source.passages, Span(sentence.start, sentence.end)):
                if said.holds(clause) and not aside.touches(clause):
                    found["evidence"] += 1  # as most are
                    continue
                words = [*source.passages.words_in(*clause)]
                left = [w for w in words if not (said.touches(w) or aside.touches(w))]
                apart = sum(aside.touches(w) for w in words)
                state = "aside" if 2 * apart > len(words) else "evidence"
                found["neither" if len(left) > SHORT else state] += 1
    return [(state, found[state]) for state in ("evidence", "aside", "neither")]


def _raised(site: Site, words: Words) -> list[tuple[str, int | str, str]]:
    """The bounds that are higher than is usual, each with the reason why."""
    why = site.topic.settings.bounds_raised
    said = "; ".join(f"{words(f'bound_{name}')}: {text.rstrip('.')}" for name, text in why.items())
    what = "count_raised_one" if len(why) == 1 else "count_raised"
    return [(words(what), len(why), said)] if why else []


def _reasons(pages: list[tuple[Page, str]]) -> str:
    """Why each of some pages need not cite."""
    return "; ".join(f"{page.meta.title}: {why.rstrip('.')}" for page, why in pages)


def downloads(catalog: Catalog) -> list[tuple[str, str]]:
    """The files offered to readers: (path below the root, what is in it)."""
    kinds, words = catalog.kinds, catalog.words
    some = [name for name in kinds if catalog.topic.of_kind(name)]
    return [
        ("data/facts.json", words("file_everything")),
        *((f"data/{name}.csv", kinds[name].several("file")) for name in some),
        *(
            (f"data/{name}.{end}", words(f"file_{name}"))
            for name in ("sources", "site")
            for end in ("csl.json", "bib", "ris")
        ),
        ("data/feed.xml", words("file_feed")),
    ]
