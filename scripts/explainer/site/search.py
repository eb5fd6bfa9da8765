"""The index that search reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..text.html import Paragraph
from ..topic.fieldtypes import NOT_STATED
from .catalog import Catalog
from .labels import heading_of, page_url, shorten


def search_entries(catalog: Catalog) -> list[dict[str, Any]]:
    """One entry a record, and one a page and a section of it: k kind, t title, n other names, the
    number as printed and an event's date, s what else readers search it by, w its own words, e the
    source's words that it rests on and its date, b the body that somebody or something belongs to,
    u address. What somebody said is
    a quotation's own, so that the quotation comes before whatever else rests on that sentence.
    People and numbers come first, then other records, answers, other parts of pages, what is told
    but not quoted: the order decides between equals."""
    order = {kind.name: place for place, kind in enumerate(catalog.classes)}
    entries = []
    for name in sorted(catalog.site.homes, key=lambda n: order[catalog.topic.kinds[n]]):
        record, kind = catalog.topic.records[name], catalog.kind_of(name)
        title, address = catalog.titles[name], catalog.address(name)
        entry = _entry(kind.label_of(record), title, *kind.search(record), address, record.keywords)
        body = getattr(record, "affiliation", None) or getattr(record, "parent", None)
        entries.append(entry | ({"b": catalog.titles[body]} if body else {}))
    answer = catalog.words("search_answer")
    pages = sorted(_page_entries(catalog), key=lambda one: one["k"] != answer)
    return [*entries, *_source_entries(catalog), *pages, *_told_entries(catalog)]


def _source_entries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One entry a source, under the heading of its card; what it is called, who wrote and who
    published it are other names of it."""
    for name, source in catalog.topic.sources.items():
        r, address = source.record, catalog.address(name)
        if address:
            stated = [text for text in (r.title, r.author, r.publisher) if text != NOT_STATED]
            told = " ".join(filter(None, (r.note, r.provenance)))
            kind, title = catalog.words("search_source"), heading_of(r.label)
            yield _entry(kind, title, stated, told, r.rights, address, r.keywords)


def _told_entries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One entry a sentence for what it says that no record has: the notes that tell it in the
    editors' words, beside its place in the ledger."""
    for place in sorted(catalog.sentences.set_aside):
        address, notes = catalog.ledger_address(*place), catalog.sentences.notes_of(*place)
        sought = [word for item, _ in catalog.sentences.set_aside[place] for word in item.keywords]
        if address and notes:
            yield _entry(
                catalog.words("search_rest"),
                shorten(notes[0], 90),
                [],
                " ".join(notes),
                "",
                address,
                sought,
            )


def _page_entries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One entry a page, with its description and the words above its first section, and one a
    section of level 2 or 3, with its words and the title of its page, but for the home page.
    Readers of the search page are there already."""
    for path, parts in catalog.site.outlines.items():
        if path == "search.md":
            continue
        meta = parts.page.meta
        title, url = meta.title, page_url(path)
        sections: list[tuple[str, str, list[str]]] = [("", title, [])]
        names = []
        for paragraph in parts.paragraphs:
            text = _without_way(paragraph).replace(" | ", " ")
            if paragraph.level in (2, 3):
                sections.append((f"#{paragraph.id}", text, []))
            elif paragraph.level == 1:
                names += [text] if text != title else []
            elif not _is_way(paragraph):
                sections[-1][2].append(text)
        for anchor, text, words in sections:
            kind = "answer" if text.endswith("?") else "section" if anchor else "page"
            own, page = " ".join(filter(None, words)), "" if path == "index.md" else title
            yield _entry(
                catalog.words(f"search_{kind}"),
                text,
                *(([], own, page) if anchor else (names, meta.description, own)),
                url + anchor,
                meta.section_keywords.get(anchor[1:], ()) if anchor else meta.keywords,
            )


def _without_way(paragraph: Paragraph) -> str:
    """Its words without those of a link at its end that only leads on to a page: there they are
    found."""
    address, words, _ = paragraph.links[-1] if paragraph.links else ("", "", "")
    leads = paragraph.tag == "p" and re.fullmatch(r"[^:]*\.md(#.*)?", address)
    return paragraph.text.removesuffix(words).rstrip() if leads else paragraph.text


def _is_way(paragraph: Paragraph) -> bool:
    """Whether it is an item of a list of pages, which have entries of their own."""
    address, words, _ = paragraph.links[0] if paragraph.links else ("", "", "")
    return paragraph.tag == "li" and bool(
        re.fullmatch(r"[^:]*\.md(#.*)?", address)
        and re.match(rf"{re.escape(words)}(:|$)", paragraph.text)
    )


def _entry(
    kind: str,
    title: str,
    names: list[str],
    words: str,
    rest: str,
    address: str,
    sought: Iterable[str] = (),
) -> dict[str, Any]:
    """What is empty is left out, but for the home page's address."""
    fields = {"k": kind, "t": title, "n": names, "s": [*sought], "w": words, "e": rest}
    return {key: value for key, value in fields.items() if value} | {"u": address}
