"""The index that search reads."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from markdown import Markdown

from ..text.markdown import CITATION, bare
from ..topic.pages import Outline
from .catalog import Catalog
from .labels import page_url


def search_entries(catalog: Catalog) -> list[dict[str, Any]]:
    """One entry a record, and one a page and a section of it: k kind, t title, n other names, the
    number as printed and an event's date, w its own words, e the source's words that it rests on
    and its date, u address. What somebody said is a quotation's own, so that the quotation comes
    before whatever else rests on that sentence. People and numbers come first, then other records,
    answers, other parts of pages: where two entries fit as well, the order decides.
    """
    order = {kind.name: place for place, kind in enumerate(catalog.classes)}
    entries = []
    for name in sorted(catalog.site.homes, key=lambda n: order[catalog.topic.kinds[n]]):
        record, kind = catalog.topic.records[name], catalog.kind_of(name)
        entries.append(
            _entry(
                kind.label_of(record),
                catalog.titles[name],
                *kind.search(record),
                catalog.address(name),
            )
        )
    return [*entries, *sorted(_page_entries(catalog), key=lambda one: one["k"] != "Answer")]


def _page_entries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One entry a page, with its description and the words above its first section, and one a
    section, with its words and the title of its page, but for the home page. Readers of the search
    page are there already.
    """
    markdown = Markdown(extensions=["attr_list", "toc"])
    for path, parts in catalog.site.outlines.items():
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
