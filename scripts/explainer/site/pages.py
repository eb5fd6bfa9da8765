"""The model into pages: {path below build/docs: Markdown}. Pure: nothing is read from or written to
disk but templates.

Every page of ``content/`` becomes a page of the same path. Its blocks become HTML from
``templates/`` (escaped there), its ``[^id]`` footnotes get their text, its ``fact:`` links their
addresses. Addresses are relative, so that the site works below any path."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..text.layout import marker
from ..text.markdown import FACT_LINK
from ..topic.blocks import PICTURES, Block, listings
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.words import Words, words_of
from .cards import said_by
from .catalog import Catalog, Views
from .labels import card_path, markdown_escape, page_url
from .linked_data import json_for_script, jsonld
from .pictures import DRAWN
from .plain_blocks import CONTEXTS


def render(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each page's path and Markdown, one at a time: all of a large site as text would need twice
    the memory."""
    return ((path, _page(catalog, parts)) for path, parts in catalog.site.outlines.items())


def problem_page(problems: list[Problem], counted: str) -> str:
    """Problems as a page of their own, for the live preview."""
    return (
        _environment(words_of("en"))
        .get_template("problems.html")
        .render(problems=problems, counted=counted)
    )


def _page(catalog: Catalog, parts: Outline) -> str:
    path, page = parts.page.path, parts.page
    home = path == "index.md"
    views = Views(catalog, path)
    words = catalog.words
    said = {
        "contents": words("on_this_page") if page.meta.contents else "",
        "notes": words("where_each_comes_from"),
        "search": words("search_or_ask") if "search.md" in catalog.site.outlines else "",
        "source": words("source_of_kind", number="{number}", kind="{kind}"),
    }
    lines = [marker(home, **said), ""]
    top = 3 if home else 2  # each second heading of the home page opens a box of its own
    level, named = top, _named(parts, catalog.site.at_home[path])
    for number, part in enumerate(parts.parts, page.first_line):
        if isinstance(part, Block):
            lines += ["", _block_html(views, part, level), ""]
        else:
            if heading := re.match(r"(#{1,5}) ", part[1]):
                level = max(len(heading.group(1)) + 1, top)
            line = FACT_LINK.sub(lambda m: _fact_link(views, m.group(1)), part[1])
            lines.append(line.rstrip("# ") + named[number] if number in named else line)
    cited = parts.cited()
    notes = [_footnote(views, name, set(cited)) for name in cited]
    to = catalog.deployment
    meta = {
        "title": _shown_raw(page.meta.title),
        "description": page.meta.description,
        # Material's own key. The home page has its list of questions in place of a side bar.
        "hide": [] if page.meta.contents and not home else ["toc"],
        "edit_url": f"{to.repository}/edit/{to.branch}/{page.file}" if to.repository else "",
        "report_url": catalog.report_url("", page_url(path)),
        "image": catalog.absolute(card_path(path)) if to.site_url else "",
        "published": catalog.topic.settings.published or "",
        "image_alt": said_by(catalog.site, parts) if to.site_url else "",
        "jsonld": json_for_script(jsonld(catalog, parts)),
    }
    front = yaml.dump(
        meta,
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )
    return f"---\n{front}---\n" + "\n".join([*lines, "", *notes]).rstrip("\n") + "\n"


def _shown_raw(title: str) -> str:
    """A title such that Material's templates, which escape none, show it as it is."""
    title = re.sub(r"&(?=#?\w)", "&amp;", title)  # &copy is read without a semicolon too
    return title.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _named(parts: Outline, at_home: Collection[str]) -> dict[int, str]:
    """By its line, the id of each heading that needs one written, for Python-Markdown's attr_list:
    with other letters than Latin ones, since engines make no such ids by themselves; and another
    than its words give it, where these give that of a record ``at_home`` on the page."""
    found = {}
    for heading in parts.paragraphs:
        taken = heading.level and re.sub(r"_\d+$", "", heading.id) in at_home
        if taken or (heading.level and not heading.id.isascii()):
            found[parts.line(heading)] = f"{heading.id}_0" if taken else heading.id
    lines = {line: parts.lines[line - parts.page.first_line] for line in found}
    return {
        line: f" {{#{name}}}"
        for line, name in found.items()
        if re.match(r"#{1,6} ", lines[line]) and not lines[line].rstrip().endswith("}")
    }


def _fact_link(views: Views, name: str) -> str:
    """The rest of a Markdown link to a record, after the words in brackets."""
    kind, title = views.catalog.kind_of(name), ""
    if kind.explains:  # Python-Markdown's attr_list
        summary = markdown_escape(kind.summary(views.topic.records[name]))
        title = f'{{.term title="{summary}"}}'
    return f"]({views.markdown_link(name)}){title}"


def _footnote(views: Views, name: str, cited: set[str]) -> str:
    """A citation's footnote, with a link to the record where a page shows it."""
    text = views.catalog.kind_of(name).footnote(views.topic.records[name], views, cited)
    link = views.markdown_link(name)
    return f"[^{name}]: {text}" + (
        f" [{views.catalog.words('full_entry')}]({link}){{.fn-record}}" if link else ""
    )


@cache
def _environment(words: Words) -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_one_line,
    )
    environment.globals["t"] = words
    return environment


def _one_line(value: Any) -> Any:
    """A record's words on one line: on a line of their own, three backticks would be a code fence
    to Markdown."""
    return (
        " ".join(value.split())
        if type(value) is str and ("\n" in value or "\r" in value)
        else value
    )


def _block_html(views: Views, block: Block, level: int) -> str:
    """A block's HTML, without blank lines, so that Markdown leaves it alone; its headings begin at
    ``level``."""
    items = []
    if block.name in listings():
        drawn, among = block.name in PICTURES, set(block.ids)
        items = [views.of(name, block.home, among) for name in block.ids]
        template = block.name if block.home or drawn or block.name == "matrix" else "lines"
        kind = views.catalog.kinds[listings()[block.name][0]]
        more = DRAWN[block.name](views, block, items) if drawn else kind.context(items, block)
    else:
        template, more = block.name, CONTEXTS[block.name](views, block)
    written = _environment(views.catalog.words).get_template(f"{template}.html")
    text = written.render({"items": items, "level": level, **more})
    return "\n".join(line for line in text.splitlines() if line.strip())
