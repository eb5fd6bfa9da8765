"""The Markdown extensions of a site: those that its pages are read with, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..text.markdown import EXTENSIONS
from .setting import Setting, Wrong, plain, same

# Lays the pages out, and does nothing to their words; it comes behind all others.
LAYOUT = "explainer"

# These read the beginnings of blocks one after the other, in the order in which they are named.
_IN_ORDER = ("admonition", "pymdownx.details", "pymdownx.tabbed")

_OTHER_SIGNS = "it changes signs behind the checks, which read them as they are written"
_OTHER_MARKS = "its marks are read by nothing here: emphasis is *words*, **words** or ==words=="
_CODE = "code is shown as it is written: colours need styles that the policy on a page forbids"
_FILES = "it brings in files that nothing has checked"

# Those of Material's manual, and of Python-Markdown, that have no place here.
REFUSED = {
    "codehilite": _CODE,
    "extra": "its parts are named one by one here, so that each is read as on the site",
    "fenced_code": "MkDocs has it already",
    "material.extensions.preview": "what a link leads to is loaded by navigation.instant.preview",
    "meta": "the head of a page is read by the build",
    "nl2br": "the ends of lines have no meaning in a paragraph here",
    "pymdownx.arithmatex": "MathJax and KaTeX, which draw formulas, come from other hosts",
    "pymdownx.b64": _FILES,
    "pymdownx.betterem": _OTHER_MARKS,
    "pymdownx.caret": _OTHER_MARKS,
    "pymdownx.critic": "a change of words is shown by the page of corrections",
    "pymdownx.extra": "its parts are named one by one here, so that each is read as on the site",
    "pymdownx.highlight": _CODE,
    "pymdownx.inlinehilite": _CODE,
    "pymdownx.keys": _OTHER_MARKS,
    "pymdownx.magiclink": "a link says where it leads: [words](https://…)",
    "pymdownx.smartsymbols": _OTHER_SIGNS,
    "pymdownx.snippets": _FILES,
    "pymdownx.superfences": "fences of its kinds run code; fenced code works without it",
    "pymdownx.tilde": _OTHER_MARKS,
    "smarty": _OTHER_SIGNS,
    "wikilinks": "a link to a fact is [words](fact:id)",
}
_OTHER = "pages are read without it, and it might make other words of them"

# What each of those that are needed does, for docs/MATERIAL.md.
DOES = {
    "abbr": "abbreviations, explained where one points at them",
    "admonition": "notes: !!! note",
    "attr_list": "classes and ids: {.lede}",
    "def_list": "lists of terms",
    "footnotes": "citations: [^id]",
    "md_in_html": "Markdown within HTML",
    "tables": "tables",
    "toc": "headings that one can link to",
    "pymdownx.details": "folds: ??? note",
    "pymdownx.emoji": "icons, which the build puts into the page: :material-check:",
    "pymdownx.mark": "marked words: ==words==",
    "pymdownx.tabbed": 'tabs: === "Words"',
    "pymdownx.tasklist": "lists of tasks: - [x] words",
    LAYOUT: "lays out the notes and the questions of the first page",
}


def _wrongs(value: Any) -> Iterator[Wrong]:
    if type(value) is not list:
        yield Wrong((), "", MARKDOWN.help, value)
        return
    found: list[str] = []
    for i, item in enumerate(value):
        for name, options in item.items() if isinstance(item, dict) else [(item, None)]:
            name = str(name)
            if name in found:
                yield Wrong((i,), f"the extension {name} is here twice", "keep one of the two")
            elif name not in EXTENSIONS and name != LAYOUT:
                reason = REFUSED.get(name, _OTHER)
                what = f"the extension {name[:60]} cannot work here: {reason}"
                yield Wrong((i,), what, "remove it", name)
            elif not _as_read(name, options):
                what = f"pages are not read with these options of {name}"
                yield Wrong((i,), what, f"write {_written(name)}", options)
            found.append(name)
    if missing := [name for name in (*EXTENSIONS, LAYOUT) if name not in found]:
        what = f"pages are read with {', '.join(missing)}, and here that is missing"
        yield Wrong((), what, f"write {'; '.join(map(_written, missing))}")
    if [name for name in found if name in _IN_ORDER] != [n for n in _IN_ORDER if n in found] or (
        LAYOUT in found[:-1]
    ):
        what = "the extensions are read in another order here"
        help = f"put {', '.join(_IN_ORDER)} in this order, and {LAYOUT} at the end"
        yield Wrong((), what, help)


def _as_read(name: str, options: Any) -> bool:
    """Whether options are those that pages are read with, but for words for the links back from
    notes, and a sign beside headings that is not shown."""
    if not isinstance(options, dict | None):
        return False
    options = dict(options or {})
    if name == "footnotes":
        title = options.pop("BACKLINK_TITLE", "Back {}")
        if not plain(title) or not re.fullmatch(r"[^{}]*\{\}[^{}]*", title or ""):
            return False
    if name == "toc" and options.get("permalink") is False:
        options.pop("permalink")
    return same(options, EXTENSIONS.get(name, {}))


def _written(name: str) -> str:
    """How an extension is written in mkdocs.yml."""
    tag = "!!python/name:" if name == "pymdownx.emoji" else ""
    lines = [
        f"{key}: {'true' if value is True else f'{tag}{value}'}"
        for key, value in EXTENSIONS.get(name, {}).items()
    ]
    if name == "footnotes":
        lines.append("as you like, BACKLINK_TITLE: some words with {}")
    return f"- {name}" + (f": and below it {' and '.join(lines)}" if lines else "")


MARKDOWN = Setting(_wrongs, "write a list of the extensions in docs/MATERIAL.md, each once", True)
