"""The index that search reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..text.html import Paragraph
from ..topic.model import NOT_STATED
from .catalog import Book
from .labels import date_text, page_url


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
    for path, parts in book.site.outlines.items():
        if path == "search.md":
            continue
        title, url = parts.page.meta.title, page_url(path)
        sections: list[tuple[str, str, list[str]]] = [("", title, [])]
        names = []
        for paragraph in parts.paragraphs:
            text = paragraph.text.replace(" | ", " ")
            if paragraph.level == 2:
                sections.append((f"#{paragraph.id}", text, []))
            elif paragraph.level == 1:
                names += [text] if text != title else []
            elif not _is_way(paragraph):
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


def _is_way(paragraph: Paragraph) -> bool:
    """Whether it is an item of a list of pages, which have entries of their own."""
    address, words = paragraph.links[0] if paragraph.links else ("", "")
    return paragraph.tag == "li" and bool(
        re.fullmatch(r"[^:]*\.md(#.*)?", address)
        and re.match(rf"{re.escape(words)}(:|$)", paragraph.text)
    )


def _entry(
    kind: str, title: str, names: list[str], words: str, rest: str, address: str
) -> dict[str, Any]:
    """What is empty is left out, but for the home page's address."""
    return {
        key: value
        for key, value in {"k": kind, "t": title, "n": names, "w": words, "e": rest}.items()
        if value
    } | {"u": address}
