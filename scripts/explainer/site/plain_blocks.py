"""The blocks that list no records: sources, the ledger, counts, files, a citation, an index."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from types import SimpleNamespace as View
from typing import Any

from markupsafe import Markup

from ..text.sentences import Sentence
from ..text.spans import Span
from ..topic.blocks import Block, part_of, places_told
from ..topic.evidence import MENTION
from ..topic.fieldtypes import NOT_STATED
from ..topic.topic import SourceText
from .bibliography import bibtex
from .catalog import Views
from .citations import page_citation, page_item, source_citation
from .counts import counts, downloads
from .labels import heading_of, page_url

Context = dict[str, Any]
_LEGEND = ("quoted", "decisive", "set_aside", "used")


def _sources(views: Views, block: Block) -> Context:
    return {"items": [_source(views, source) for source in views.topic.sources.values()]}


def _source(views: Views, source: SourceText) -> View:
    r, catalog, words = source.record, views.catalog, views.catalog.words
    fields = {
        words("source_title"): r.title,
        words("source_author"): r.author,
        words("source_publisher"): r.publisher,
        words("source_date"): r.issued if r.issued == NOT_STATED else words.date(r.issued),
        words("source_address"): r.URL,
    }
    shares = views.site.shares[source.id]
    return View(
        id=source.id,
        home=True,
        url=f"#{source.id}",
        edit_url=catalog.edit_url(source.where),
        report_url=catalog.report_url(source.id, f"{page_url(views.path)}#{source.id}"),
        label=r.label,
        aliases=(),
        heading=heading_of(r.label),
        note=r.note,
        provenance=r.provenance,
        rights=r.rights,
        files=_files(views, "sources"),
        cite=source_citation(catalog, source.id),
        relies_on=views.links(r.relies_on),
        fields=[(name, value) for name, value in fields.items() if value != NOT_STATED],
        missing=", ".join(n.lower() for n, value in fields.items() if value == NOT_STATED),
        language=words.table["languages"].get(r.language.split("-")[0], r.language),
        share=words(
            "share_of_prose", prose=words.percent(shares.prose), all=words.percent(shares.all)
        ),
    )


def _ledger(views: Views, block: Block) -> Context:
    sources = []
    for name, numbers in views.site.paragraphs(block).items():
        source = views.topic.sources[name]
        paragraphs: dict[int, list[View]] = {number: [] for number in numbers}
        for sentence in source.passages.sentences:
            if sentence.paragraph in paragraphs:
                paragraphs[sentence.paragraph].append(_sentence(views, source, sentence))
        sources.append(
            View(
                id=name,
                label=source.record.label,
                paragraphs=[View(number=n, sentences=some) for n, some in paragraphs.items()],
            )
        )
    decisive = any(cover.spans for cover in views.site.highlighted.values())
    words = views.catalog.words
    legend = {k: words(f"legend_{k}") for k in _LEGEND if decisive or k != "decisive"}
    return {"sources": sources, "legend": legend}


def _sentence(views: Views, source: SourceText, s: Sentence) -> View:
    place = (source.id, s.paragraph, s.number)
    words, covered = [*source.passages.words_in(s.start, s.end)], views.site.covered[source.id]
    apart, decisive = views.site.aside[source.id], views.site.highlighted[source.id]

    def state_of(word: Span) -> str:
        if covered.touches(word):
            return "decisive" if decisive.touches(word) else "quoted"
        return "aside" if apart.touches(word) else "between"

    states = [*map(state_of, words)]
    used = views.catalog.sentences.records.get(place, [])
    fields = {field for _, field in used}
    state = "used" if fields - {MENTION} else "set_aside"
    if "text" in fields:
        state = "quoted"
    return View(
        id=f"{source.id}.p{s.paragraph}.s{s.number}",
        number=s.number,
        state=state,
        state_label=views.catalog.words(f"state_{state}"),
        words=len(words),
        segments=[*_segments(states)],
        facts=[_of_kind(views, name) for name in dict.fromkeys(name for name, _ in used)],
        aside=[
            View(
                what=item.what,
                told=item.what in ("sentence", "clause"),
                reason=views.catalog.words(f"reason_{item.reason}"),
                note=item.note,
            )
            for item, _ in views.catalog.sentences.set_aside.get(place, ())
        ],
    )


def _of_kind(views: Views, name: str) -> View | None:
    """A link to a record that says of what kind it is."""
    if link := views.link(name):
        link.kind = views.catalog.kind_of(name).label_of(views.topic.records[name])
    return link


def _segments(states: list[str]) -> Iterator[View]:
    """The runs of a sentence's words in one state: which, and where each begins and how long it is,
    in percent of the sentence."""
    at, percent = 0, 100 / max(len(states), 1)
    for state, run in groupby(states):
        length = len([*run])
        if state != "aside":  # which is the ground that they are drawn on
            yield View(state=state, start=at * percent, length=length * percent)
        at += length


def _told(views: Views, block: Block) -> Context:
    """What is told of sentences that no record has, in their order, each with its place."""
    source = views.site.told_of(block)
    items = []
    for name in places_told(block.arguments):
        paragraph, sentence = map(int, name.split("."))
        notes = views.catalog.sentences.notes_of(source, paragraph, sentence)
        address = views.catalog.ledger_address(source, paragraph, sentence)
        items.append(View(notes=notes, place=name, url=views.href(address) if address else ""))
    return {"items": items, "label": views.topic.sources[source].record.label}


def _counts(views: Views, block: Block) -> Context:
    return {"counts": counts(views.site, views.catalog.words)}


def _downloads(views: Views, block: Block) -> Context:
    return {
        "files": [
            View(label=label, url=views.href(path), format=path.rpartition(".")[2].upper())
            for path, label in downloads(views.catalog)
        ]
    }


def _cite(views: Views, block: Block) -> Context:
    catalog, path = views.catalog, views.path
    return {
        "text": page_citation(catalog, path),
        "bibtex": Markup(html.escape(bibtex(page_item(catalog, path), visited=True))),
        "files": _files(views, "site"),
    }


def _files(views: Views, name: str) -> list[View]:
    """What cites something for other programs, each by the name of its format."""
    formats = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "csl.json"}
    return [
        View(label=label, url=views.href(f"data/{name}.{end}")) for label, end in formats.items()
    ]


def _index(views: Views, block: Block) -> Context:
    kinds, titles = views.topic.kinds, views.catalog.titles
    order = {kind: place for place, kind in enumerate(views.catalog.kinds)}
    names = sorted(views.site.homes, key=lambda n: (order[kinds[n]], titles[n].casefold()))
    groups: dict[str, list[View]] = defaultdict(list)
    for name in part_of(names, block):
        groups[views.catalog.kinds[kinds[name]].several("list")].append(
            View(title=titles[name], url=views.to_record(name))
        )
    return {"groups": [View(label=label, items=items) for label, items in groups.items()]}


CONTEXTS: dict[str, Callable[[Views, Block], Context]] = {
    "sources": _sources,
    "ledger": _ledger,
    "told": _told,
    "counts": _counts,
    "downloads": _downloads,
    "cite": _cite,
    "index": _index,
}
