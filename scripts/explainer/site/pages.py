"""The model into pages: {path below build/docs: Markdown}. Pure: nothing is read from or written to
disk but templates.

Every page of ``content/`` becomes a page of the same path. Its blocks become HTML from
``templates/`` (escaped there), its ``[^id]`` footnotes get their text, its ``fact:`` links their
addresses. Addresses are relative, so that the site works below any path.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..text.markdown import FACT_LINK
from ..topic.blocks import Block
from ..topic.pages import Outline
from ..topic.problems import Problem
from .catalog import Book
from .labels import card_path, page_url
from .linked_data import json_for_script, jsonld
from .views import Views


def render(book: Book) -> Iterator[tuple[str, str]]:
    """Each page's path and Markdown, one at a time: all of a large site as text would need twice
    the memory.
    """
    return ((path, _page(book, parts)) for path, parts in book.site.outlines.items())


def problem_page(problems: list[Problem], counted: str) -> str:
    """Problems as a page of their own, for the live preview."""
    return _environment().get_template("problems.html").render(problems=problems, counted=counted)


def _page(book: Book, parts: Outline) -> str:
    path, page = parts.page.path, parts.page
    views = Views(book, path)
    lines: list[str] = []
    top = (
        3 if path == "index.md" else 2
    )  # each second heading of the home page opens a box of its own; a block's do not
    level = top
    for part in parts.parts:
        if isinstance(part, Block):
            lines += ["", _block_html(book, path, part, level), ""]
        else:
            if heading := re.match(r"(#{1,5}) ", part[1]):
                level = max(len(heading.group(1)) + 1, top)
            lines.append(
                FACT_LINK.sub(
                    lambda m: (
                        "]("
                        + markdown_link(book, path, m.group(1))
                        + ")"
                        + _term_title(book, m.group(1))
                    ),
                    part[1],
                )
            )
    cited = parts.cited()
    notes = [_footnote(views, name, set(cited)) for name in cited]
    repository = book.setting.repository
    meta = {
        "title": page.meta.title,
        "description": page.meta.description,
        "contents": page.meta.contents,
        "edit_url": f"{repository}/edit/{book.setting.branch}/{page.file}" if repository else "",
        "report_url": book.report_url("", page_url(path)),
        "image": book.absolute(card_path(path)) if book.setting.site_url else "",
        "jsonld": json_for_script(jsonld(book, parts)),
    }
    front = yaml.dump(
        meta,
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )
    return f"---\n{front}---\n" + "\n".join([*lines, "", *notes]).rstrip("\n") + "\n"


def markdown_link(book: Book, path: str, name: str) -> str:
    """A record's address as a Markdown link from a page: to the page's file, which every engine
    turns into an address.
    """
    home = book.site.homes.get(name)
    return f"{posixpath.relpath(home, posixpath.dirname(path) or '.')}#{name}" if home else ""


def _term_title(book: Book, name: str) -> str:
    """What makes a link to a term show the term's meaning on the spot (Python-Markdown's
    attr_list).
    """
    if book.topic.kinds.get(name) != "terms":
        return ""
    return f'{{.term title="{markdown_escape(book.summary(book.topic.records[name]))}"}}'


_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&!|~^#:=\"$]")


def markdown_escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))


def _footnote(views: Views, name: str, cited: set[str]) -> str:
    """The text of a citation: the source's words, who said them and as of when, where they stand."""
    book, record = views.book, views.topic.records[name]
    escape = markdown_escape
    if views.topic.kinds[name] == "references":
        r: Any = record
        sources = [source.record.label for source in views.topic.sources.values()]
        label = (
            f"Background, not from {escape(sources[0]) if len(sources) == 1 else 'the sources'}"
            if r.kind == "background"
            else "Another report"
        )
        text = (
            f'<span class="fn-kind">{label}</span> {escape(r.title)}. {escape(book.summary(r))}.'
            f" {escape(r.confirms)}"
        )
    else:
        places = [
            views.place(p)
            for p in book.site.evidence.of(name, "text") or book.site.evidence.of(name)
        ]
        words = " ".join(f"<q>{escape(p.words)}</q>" for p in places)
        by_source: dict[str, dict[str, None]] = {}
        for p in places:
            by_source.setdefault(p.source, {})[p.where] = None
        source = "".join(
            f" ({escape(label)}, {escape('; '.join(where))})" for label, where in by_source.items()
        )
        said = book.summary(record)
        said = escape(f"– {said}" if words else said[:1].upper() + said[1:]).removesuffix(
            "." if not source else ""
        )
        text = (
            f'<span class="fn-kind">{escape(book.kind_label(record))}</span> {words}'
            f" {said}{source}."
        )
        text += "".join(f" <strong>{escape(w)}</strong>" for w in book.warnings(name, cited))
    if link := markdown_link(book, views.path, name):
        text += f" [The full entry]({link}){{.fn-record}}"
    return f"[^{name}]: {text}"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_one_line,
    )


def _one_line(value: Any) -> Any:
    """A record's words on one line: on a line of their own, three backticks would be a code fence
    to Markdown.
    """
    return (
        " ".join(value.split())
        if type(value) is str and ("\n" in value or "\r" in value)
        else value
    )


def _block_html(book: Book, path: str, block: Block, level: int) -> str:
    """A block's HTML, without blank lines, so that Markdown leaves it alone; its headings begin at
    ``level``.
    """
    views = Views(book, path)
    home = block.arguments.get("anchors", True)
    among = set(block.ids)
    items = [views.of(name, home, among) for name in block.ids]
    more = getattr(views, f"{block.name}_context", lambda *_: {})(items, block)
    text = (
        _environment()
        .get_template(f"{block.name}.html")
        .render({"items": items, "level": level, **more})
    )
    text = "\n".join(line for line in text.splitlines() if line.strip())
    return (
        _HREF.sub(lambda m: f'href="{_from_file(path, m.group(1))}', text)
        if book.setting.links == "file"
        else text
    )


_HREF = re.compile(r'href="(?![#/]|[a-z][a-z0-9+.-]*:)([^"#]*)')


def _from_file(path: str, link: str) -> str:
    """A link that is relative to a page's address, relative to its file in ``build/docs`` instead."""
    target = posixpath.normpath(posixpath.join("/", page_url(path), link))
    return posixpath.relpath(target, posixpath.join("/", posixpath.dirname(path))) + (
        "/" if link.endswith("/") else ""
    )
