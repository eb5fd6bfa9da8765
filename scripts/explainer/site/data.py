"""The model into data: {path below build/docs: bytes}.

Pure: JSON, CSV, a feed, CSL-JSON, BibTeX and RIS, pictures for sharing. ``data/facts.json`` is the
public record of everything and an interface: a top-level list for each kind of record, each record
with its ``evidence`` placed. What is added to it is added beside what is there."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ..topic.evidence import MENTION, Placed
from ..topic.record import Record
from ..topic.site import Site
from .bibliography import bibtex, ris
from .cards import page_card
from .catalog import Catalog
from .citations import page_items, source_item
from .feeds import feed
from .labels import card_path, plain_number
from .moved import moved_pages
from .search import search_entries


def export(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Each data file's path and content, one at a time."""
    topic = catalog.topic
    first = (
        f'{{\n"schema_version": 1,\n"question": {_line(topic.settings.question)},\n"as_of":'
        f" {_line(topic.as_of)},\n"
        f'"revision": {_line(catalog.revision)},\n'
    )
    facts = [_list("sources", (_source(catalog.site, name) for name in topic.sources))]
    for kind in catalog.kinds:
        shown = [r for r in topic.of_kind(kind) if not getattr(r, "unseen", False)]
        # One at a time: as data all at once would need several times the memory.
        table = _Table()
        facts.append(_list(kind, (table.noted(_record(catalog, record)) for record in shown)))
        if shown:
            yield f"data/{kind}.csv", table.csv()
    settings = topic.settings  # what the ids in positions, comparisons and subjects mean
    facts.append(
        _list("options", ({**option.model_dump(), "evidence": []} for option in settings.options))
    )
    facts.append(
        _list(
            "topics",
            (
                {"id": name, "label": label, "evidence": []}
                for name, label in settings.topics.items()
            ),
        )
    )
    facts.append(
        _list(
            "redirects",
            (
                {"id": old, "to": new, "url": catalog.absolute(catalog.address(new))}
                for old, new in topic.redirects.items()
            ),
        )
    )
    yield "data/facts.json", b"".join((first.encode(), b",\n".join(facts), b"\n}\n"))
    del facts, table
    yield from moved_pages(catalog)
    yield "data/search.json", _json(search_entries(catalog))
    # Material's script asks for an index of pages; ours is by fact, and comes with the first query.
    yield "search/search_index.json", _json({"config": {"lang": ["en"]}, "docs": []})
    yield "data/feed.xml", feed(catalog)
    sources = [source_item(name, source.record) for name, source in topic.sources.items()]
    for name, items in (("sources", sources), ("site", [*page_items(catalog)])):
        yield f"data/{name}.csl.json", _json(items)
        yield f"data/{name}.bib", "".join(f"{bibtex(item)}\n\n" for item in items).encode()
        yield f"data/{name}.ris", "".join(map(ris, items)).encode()
    for path, parts in catalog.site.outlines.items():
        yield card_path(path), page_card(catalog.site, parts)
    for path, file in topic.assets.items():
        yield path, file.read_bytes()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _list(name: str, records: Iterable[Any]) -> bytes:
    """One list of the facts, a record a line: a change shows where it is, and json's fast encoder,
    which cannot indent, does it."""
    return f'"{name}": [\n'.encode() + b",\n".join(_line(r).encode() for r in records) + b"\n]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _placed(placed: Placed) -> dict[str, Any]:
    """W3C Web Annotation: TextQuoteSelector and TextPositionSelector, with the numbers that people
    use."""
    return {
        "source": placed.source,
        "paragraph": placed.paragraph,
        "sentence": placed.sentence,
        "sentence_end": placed.sentence_end,
        "exact": placed.exact,
        "prefix": placed.prefix,
        "suffix": placed.suffix,
        "positions": [{"start": a, "end": b} for a, b in placed.spans],
        **({"highlight": list(placed.highlight)} if placed.highlight else {}),
    }


def _record(catalog: Catalog, record: Record) -> dict[str, Any]:
    """A record as it is, with its words placed, its address on the site and where it is kept."""
    data = record.model_dump(mode="json", exclude={"draft"}, exclude_none=True)
    data |= {f: plain_number(value) for f, value in record if isinstance(value, Decimal)}
    places = catalog.site.evidence.placed[record.id]
    for (*path, last), placed in places.items():
        inner: Any = data
        for step in path:
            inner = inner[step]
        inner[last] = _placed(placed)
    if data.pop(MENTION, None):  # a place: the name is in it, and no words beside it
        named = (placed._replace(prefix="", suffix="") for placed in places.values())
        data |= {"evidence": [_placed(placed) for placed in named], MENTION: True}
    data.setdefault("evidence", [_placed(p) for p in places.values()])
    where = catalog.topic.where[record.id]
    return data | {
        "url": catalog.absolute(catalog.address(record.id)),
        "path": where.path,
        "line": where.line(),
    }


def _source(site: Site, name: str) -> dict[str, Any]:
    source = site.topic.sources[name]
    sentences = source.passages.sentences
    return {
        "id": name,
        **source.record.model_dump(mode="json", exclude={"set_aside"}, exclude_none=True),
        "evidence": [],
        "paragraphs": len(source.passages.paragraphs),
        "sentences": len(sentences),
        "share_quoted": round(float(site.shares[source.id].all), 4),
        "share_of_own_prose": round(float(site.shares[source.id].prose), 4),
        "set_aside": [
            {
                "what": item.what,
                "reason": item.reason,
                "note": item.note,
                "keywords": list(item.keywords),
                "paragraph": placed.paragraph,
                "sentence": placed.sentence,
                "sentence_end": placed.sentence_end,
            }
            for item, placed in site.evidence.aside[name]
            if isinstance(placed, Placed)
        ],
    }


class _Table:
    """Records as a table: lists joined, and nothing that a spreadsheet would take for a formula,
    whichever of , ; | and tab it divides cells at (OWASP, CSV injection)."""

    def __init__(self) -> None:
        self.columns: dict[str, None] = {}
        self.rows: list[list[str]] = []  # one that came before a column ends before it

    def noted(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record as it is, once it has its row."""
        self.columns |= dict.fromkeys(record)
        self.rows.append([_cell(record.get(column, "")) for column in self.columns])
        return record

    def csv(self) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        for row in self.rows:
            writer.writerow(row + [""] * (len(self.columns) - len(row)))
        return ("\ufeff" + out.getvalue()).encode()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = " | ".join(
            (
                f"{v['exact']} ({v['source']}, paragraph {v['paragraph']}, sentence"
                f" {v['sentence']})"
                if isinstance(v, dict)
                else str(v)
            )
            for v in value
        )
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return _FORMULA.sub("'", str(value))


# Where a spreadsheet would begin a formula, whatever mark it takes for the end of a cell. A
# negative number is none.
_FORMULA = re.compile(
    r"""(?:^|(?<=[,;|\t\r\n]))(?=[\s"']*[=+\-@＝＋－＠])"""
    r"(?!\s*-\d+(?:[.,]\d+)*\s*%?\s*(?:$|[;|\t\r\n]))|^(?=[\t\r\n])"
)
