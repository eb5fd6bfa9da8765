"""The model into data: {path below build/docs: bytes}. Pure: JSON, CSV, a feed, CSL-JSON and
BibTeX, pictures for sharing.

``data/facts.json`` is the public record of everything and an interface: a top-level list for each
kind of record, each record with its ``evidence`` placed. What is added to it is added beside what
is there.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as xml

from markdown import Markdown
from PIL import Image, ImageDraw, ImageFont

from .book import Book, as_bibtex, card_path, date_text, page_url, shorten
from .content import CITATION, Outline, Site
from .evidence import Placed
from .markup import bare
from .model import KINDS, NOT_STATED, Source


def export(book: Book) -> Iterator[tuple[str, bytes]]:
    """Each data file's path and content, one at a time."""
    topic = book.topic
    first = (
        f'{{\n"schema_version": 1,\n"question": {_line(topic.settings.question)},\n"as_of":'
        f" {_line(topic.settings.as_of)},\n"
    )
    facts = [_list("sources", (_source(book.site, name) for name in topic.sources))]
    for kind in KINDS:
        if (
            kind != "redirects"
        ):  # a kind at a time: all of them at once would need several times the memory
            records = [_record(book, r) for r in topic.of_kind(kind)]
            facts.append(_list(kind, records))
            if records:
                yield f"data/{kind}.csv", _csv(records)
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
                {"id": old, "to": new, "url": book.absolute(book.address(new))}
                for old, new in topic.redirects.items()
            ),
        )
    )
    yield "data/facts.json", b"".join((first.encode(), b",\n".join(facts), b"\n}\n"))
    del facts, records
    yield "data/search.json", _json(search_entries(book))
    yield "data/feed.xml", feed(book)
    yield "data/sources.csl.json", _json([_csl(n, s.record) for n, s in topic.sources.items()])
    yield (
        "data/sources.bib",
        "\n".join(_bibtex(n, s.record) for n, s in topic.sources.items()).encode(),
    )
    for path, page in topic.pages.items():
        if card_path(path) not in topic.assets:  # a page may have a picture of its own
            yield (
                card_path(path),
                card(page.meta.title, topic.settings.question, topic.settings.as_of),
            )
    for path, file in topic.assets.items():
        yield path, file.read_bytes()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _list(name: str, records: Iterable[Any]) -> bytes:
    """One list of the facts, a record a line: a change shows where it is, and json's fast encoder,
    which cannot indent, does it.
    """
    return f'"{name}": [\n'.encode() + b",\n".join(_line(r).encode() for r in records) + b"\n]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _placed(placed: Placed) -> dict[str, Any]:
    """W3C Web Annotation: TextQuoteSelector and TextPositionSelector, with the numbers that people
    use.
    """
    return {
        "source": placed.source,
        "paragraph": placed.paragraph,
        "sentence": placed.sentence,
        "sentence_end": placed.sentence_end,
        "exact": placed.exact,
        "prefix": placed.prefix,
        "suffix": placed.suffix,
        "positions": [{"start": a, "end": b} for a, b in placed.spans],
    }


def _record(book: Book, record: Any) -> dict[str, Any]:
    """A record as it is, with its words placed, its address on the site and where it is kept."""
    data = record.model_dump(mode="json", exclude={"draft"}, exclude_none=True)
    for field in ("value", "value_max"):
        if field in data:
            data[field] = _number(getattr(record, field))
    for field in ("evidence", "text", "attributed_by"):
        if field in data:
            data[field] = [_placed(p) for p in book.site.evidence.of(record.id, field)]
    for option in data.get("cells", ()):
        data["cells"][option]["evidence"] = [
            _placed(p) for p in book.site.evidence.of(record.id, "cells", option)
        ]
    data.setdefault("evidence", [_placed(p) for p in book.site.evidence.of(record.id)])
    where = book.topic.where[record.id]
    return data | {
        "url": book.absolute(book.address(record.id)),
        "path": where.path,
        "line": where.line(),
    }


def _number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _source(site: Site, name: str) -> dict[str, Any]:
    source = site.topic.sources[name]
    sentences = source.passages.sentences
    return {
        "id": name,
        **source.record.model_dump(mode="json", exclude={"set_aside"}, exclude_none=True),
        "evidence": [],
        "paragraphs": len(source.passages.paragraphs),
        "sentences": len(sentences),
        "share_quoted": round(float(site.shares[source.id]), 4),
        "set_aside": [
            {
                "what": item.what,
                "reason": item.reason,
                "note": item.note,
                "paragraph": placed.paragraph,
                "sentence": placed.sentence,
                "sentence_end": placed.sentence_end,
            }
            for item, placed in site.evidence.aside[name]
            if isinstance(placed, Placed)
        ],
    }


# --- search ---------------------------------------------------------------------------------------


def search_entries(book: Book) -> list[dict[str, Any]]:
    """One entry a record, and one a page and a section of it: k kind, t title, n other names, the
    number as printed and an event's date, w its own words, e the source's words that it rests on
    and its date, u address. What somebody said is a quotation's own, so that the quotation comes
    before whatever else rests on that sentence. People and numbers come first, then other records,
    answers, other parts of pages: where two entries fit as well, the order decides.
    """
    order = {
        kind: i
        for i, kind in enumerate(
            (
                "people",
                "organisations",
                "figures",
                "quotes",
                "events",
                "terms",
                "conflicts",
                "comparisons",
                "positions",
                "claims",
                "references",
                "corrections",
            )
        )
    }
    entries = []
    for name in sorted(book.site.homes, key=lambda n: order[book.topic.kinds[n]]):
        record: Any = book.topic.records[name]
        names = [
            *getattr(record, "alternate_names", ()),
            *filter(None, [getattr(record, "value_text", None), getattr(record, "label", None)]),
        ]
        if book.topic.kinds[name] in ("people",):
            names.append(record.name.split()[-1])
        field = ("text",) if book.topic.kinds[name] == "quotes" else ()
        words = " … ".join(dict.fromkeys(p.exact for p in book.site.evidence.of(name, *field)))
        own = " ".join(
            filter(
                None,
                (
                    getattr(record, f, None)
                    for f in (
                        "statement",
                        "description",
                        "definition",
                        "difference",
                        "confirms",
                        "measure",
                        "population",
                    )
                ),
            )
        )
        dates = (getattr(record, f, None) for f in ("date", "date_said", "as_of", "issued"))
        when = next((date_text(d) for d in dates if d and d != NOT_STATED), "")
        if book.topic.kinds[name] == "events":
            names, own, when = [*names, when], f"{when}. {own}", ""
        rest = " … ".join(filter(None, ("" if field else words, when)))
        entries.append(
            _entry(
                book.kind_label(record),
                book.titles[name],
                names,
                words if field else own,
                rest,
                book.address(name),
            )
        )
    return [*entries, *sorted(_page_entries(book), key=lambda entry: entry["k"] != "Answer")]


def _page_entries(book: Book) -> Iterator[dict[str, Any]]:
    """One entry a page, with its description and the words above its first section, and one a
    section, with its words and the title of its page, but for the home page. Readers of the search
    page are there already.
    """
    markdown = Markdown(extensions=["attr_list", "toc"])
    for path, parts in book.site.outlines.items():
        if path == "search.md":
            continue
        title, url = parts.page.meta.title, page_url(path)
        sections: list[tuple[str, str, list[str]]] = [("", title, [])]
        names, headings = [], iter(_headings(markdown, parts))
        for paragraph in parts.paragraphs:
            level = (
                len(paragraph.text) - len(paragraph.text.lstrip("#")) if paragraph.heading else 0
            )
            anchor, text = (
                next(headings)
                if level
                else ("", " ".join(_CELL.sub(" ", bare(paragraph.text)).split()))
            )
            if level == 2:
                sections.append((f"#{anchor}", text, []))
            elif level == 1:
                names += [text] if text != title else []
            elif not _WAY.match(paragraph.text):
                sections[-1][2].append(text)
        for anchor, text, words in sections:
            kind = "Answer" if text.endswith("?") else "Section" if anchor else "Page"
            own, page = " ".join(filter(None, words)), "" if path == "index.md" else title
            yield _entry(
                kind,
                text,
                *(([], own, page) if anchor else (names, parts.page.meta.description, own)),
                url + anchor,
            )


_WAY = re.compile(
    r"[-*+] \[[^\[\]]*\]\([^()\s:]*\.md[^()\s]*\)(:|$)"
)  # in a list of pages, which have entries of their own
_CELL = re.compile(r"\||:?-{3,}:?(?=\s*(?:\||$))")  # what draws a table


def _headings(markdown: Markdown, parts: Outline) -> list[tuple[str, str]]:
    """The anchor and the words of each heading of a page, from Python-Markdown itself: the headings
    alone, after the other ids that the editor gave.
    """
    given = [
        f"x\n{{: #{name} }}"
        for p in parts.paragraphs
        if not p.heading
        for name in re.findall(r"\{[^{}]*#([\w-]+)[^{}]*\}", p.text)
    ]
    # With a backslash at its end a heading would be none, and those after it would get the anchors
    # of others.
    markdown.reset().convert(
        "\n\n".join(
            [
                *given,
                *(CITATION.sub("", p.text).rstrip("\\") for p in parts.paragraphs if p.heading),
            ]
        )
    )
    return [(token["id"], html.unescape(token["name"])) for token in _flat(markdown.toc_tokens)]  # type: ignore[attr-defined]


def _flat(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


def _entry(
    kind: str, title: str, names: list[str], words: str, rest: str, address: str
) -> dict[str, Any]:
    """What is empty is left out, but for the home page's address."""
    return {
        key: value
        for key, value in {"k": kind, "t": title, "n": names, "w": words, "e": rest}.items()
        if value
    } | {"u": address}


# --- tables, citations, feed ----------------------------------------------------------------------


def _csv(records: list[dict[str, Any]]) -> bytes:
    """A table: lists joined, and no cell that a spreadsheet would take for a formula (OWASP, CSV
    injection).
    """
    columns = list(dict.fromkeys(key for record in records for key in record))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(column, "")) for column in columns])
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
    text = str(value)
    return (
        "'" + text
        if isinstance(value, str)
        and (text.lstrip()[:1] in _FORMULA or text[:1] in ("\t", "\r", "\n"))
        else text
    )


_FORMULA = frozenset("=+-@＝＋－＠")


def _csl(name: str, r: Source) -> dict[str, Any]:
    """CSL-JSON 1.0; what is not stated is left out."""
    parts = [int(p) for p in r.issued.split("-")] if r.issued != NOT_STATED else None
    data = {
        "id": name,
        "type": r.type,
        "title": r.title,
        "author": [{"literal": r.author}],
        "publisher": r.publisher,
        "URL": r.URL,
        "language": r.language,
        "issued": {"date-parts": [parts]} if parts else None,
        "note": r.note,
    }
    return {k: v for k, v in data.items() if v not in (None, NOT_STATED, [{"literal": NOT_STATED}])}


def _bibtex(name: str, r: Source) -> str:
    year = "" if r.issued == NOT_STATED else r.issued[:4]
    fields = {
        "title": r.title,
        "author": r.author,
        "publisher": r.publisher,
        "year": year,
        "url": r.URL,
        "note": r.label,
    }
    return as_bibtex(name, {k: v for k, v in fields.items() if v != NOT_STATED}) + "\n"


def feed(book: Book) -> bytes:
    """Corrections and additions as an Atom feed (RFC 4287)."""
    corrections = sorted(book.topic.of_kind("corrections"), key=lambda c: c.date, reverse=True)
    base = book.setting.site_url or "urn:explainer:"
    root = xml.Element("feed", xmlns="http://www.w3.org/2005/Atom")

    def add(parent: xml.Element, tag: str, text: str = "", **attributes: str) -> xml.Element:
        element = xml.SubElement(parent, tag, attributes)
        element.text = text or None
        return element

    def day(value: str) -> str:
        return (
            (value + "-01-01")[: 10 if len(value) == 10 else None][:10] + "T00:00:00Z"
            if len(value) != 7
            else value + "-01T00:00:00Z"
        )

    name = book.setting.site_name or book.topic.settings.question
    add(root, "title", f"{name}: corrections and additions")
    add(root, "id", base)
    add(root, "updated", day(corrections[0].date if corrections else book.topic.settings.as_of))
    add(add(root, "author"), "name", name)
    if book.setting.site_url:
        add(root, "link", href=book.setting.site_url)
        add(root, "link", rel="self", href=book.absolute("data/feed.xml"))
    for correction in corrections:
        entry = add(root, "entry")
        add(entry, "title", f"{correction.kind.capitalize()}: {shorten(correction.what, 90)}")
        add(
            entry,
            "id",
            (
                f"{base}#{correction.id}"
                if not book.setting.site_url
                else book.absolute(f"#{correction.id}")
            ),
        )
        add(entry, "updated", day(correction.date))
        if book.setting.site_url and (
            address := book.address(correction.record) or book.address(correction.id)
        ):
            add(entry, "link", href=book.absolute(address))
        changed = f" Before: {correction.before}" if correction.before else ""
        add(
            entry,
            "content",
            correction.what + changed + (f" After: {correction.after}" if correction.after else ""),
        )
    return xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


# --- pictures for sharing -------------------------------------------------------------------------


@cache
def _font(size: int) -> Any:
    """Pillow's own font: part of a locked dependency, so pictures are the same everywhere and
    nothing is fetched.
    """
    return ImageFont.load_default(size)


@cache
def card(title: str, question: str, as_of: str) -> bytes:
    """A page's picture for sharing (Open Graph), 1200 by 630 pixels: its title, the question, the
    date it holds for.
    """
    image = _plain_card(question if question != title else "", as_of).copy()
    _write(image, _wrap(title, 72)[:4], 90, 72, 88, 1)
    out = io.BytesIO()
    image.save(
        out, "PNG", compress_type=3
    )  # run lengths suit flat colour: a quarter faster, hardly larger
    return out.getvalue()


@cache
def _plain_card(question: str, as_of: str) -> Image.Image:
    """What all pages' pictures have in common."""
    image = Image.new("P", (1200, 630), 0)
    image.putpalette(
        [250, 248, 243, 20, 24, 31, 90, 96, 106, 10, 104, 104, 156, 65, 12]
    )  # the site's own colours
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 600, 16), fill=3)
    draw.rectangle((600, 0, 1200, 16), fill=4)
    _write(image, _wrap(question, 36)[:2], 470, 36, 46, 2)
    _write(
        image,
        [f"As of {date_text(as_of)}. Every fact tied to the words it rests on."],
        566,
        28,
        0,
        2,
    )
    return image


def _write(
    image: Image.Image, lines: list[str], top: int, size: int, height: int, colour: int
) -> None:
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((70, top + number * height), line, fill=colour, font=_font(size))


def _wrap(text: str, size: int) -> list[str]:
    """A text in lines of at most 1,060 pixels."""
    lines: list[str] = []
    for word in text.split():
        if lines and _font(size).getlength(f"{lines[-1]} {word}") <= 1060:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
