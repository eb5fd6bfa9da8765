"""A page as the build staged it for MkDocs, against which the built page is held."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

import yaml

from ..text.built_html import Run
from ..text.folding import shown

BLOCK = '<div class="block'
_AROUND = (
    r'<div class="page-parts[ \w]*" data-contents="([^"]*)" data-notes="([^"]*)"'
    r' data-search="([^"]*)" data-source="([^"]*)">'
)


class Staged(NamedTuple):
    """A page as the build wrote it: its linked data, its blocks of facts, its notes, the summaries
    that its links open, what its picture for sharing says, the names of its citations, and the
    words that it puts on every page."""

    jsonld: str
    blocks: list[str]
    notes: dict[str, str]
    summaries: set[str]
    picture: str
    citations: set[str]
    around: list[str]

    def names_citation(self, run: Run) -> bool:
        """What the ear is told of a citation, just as the build has it told (``text.layout``)."""
        cites = run.classes[-1:] == ("footnote-ref",)
        return cites and run.tag == "aria-label" and run.text in self.citations

    def has(self, run: Run) -> bool:
        """Whether it is a summary that a link opens, the page's linked data, or what its picture
        for sharing says, as staged."""
        if run.tag == "content" and squeezed(run.text) == self.picture:
            return True
        if run.tag == "script":
            return squeezed(run.text) == self.jsonld
        return run.tag == "title" and "term" in run.classes and squeezed(run.text) in self.summaries


def staged_page(text: str) -> Staged:
    """A staged page, taken apart."""
    _, front, body = text.split("---\n", 2)
    meta = yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    blocks = [part for part in map(str.strip, body.split("\n\n")) if part.startswith(BLOCK)]
    notes = re.findall(r"(?m)^\[\^([^\]\s]+)\]: (.*)$", body)
    titles = re.findall(r'\{\.term title="([^"]*)"\}', body)
    *around, cited = map(html.unescape, (re.findall(_AROUND, body) or [("",) * 4])[0])
    kinds = (re.match(r'<span class="fn-kind">([^<]*)<', note) for _, note in notes)
    return Staged(
        squeezed(meta.get("jsonld", "")),
        blocks,
        {name: _plain(note) for name, note in notes},
        {squeezed(html.unescape(title)) for title in titles},
        squeezed(meta.get("image_alt", "")),
        {
            cited.format(number=number, kind=html.unescape(kind[1]))
            for number, kind in enumerate(kinds, 1)
            if kind
        },
        around,
    )


def _plain(note: str) -> str:
    """A note as the build writes it in Markdown, without addresses, elements and spaces."""
    marked = re.sub(r"<q(?: [^<>]*)?>", "“", note).replace("</q>", "”")
    bare = re.sub(r"\]\([^()\s]*\)|\{\.[\w-]+\}|<[^<>]*>|\[", "", marked)
    return squeezed(html.unescape(bare))


def squeezed(text: str) -> str:
    """A text without what cannot be seen and without spaces."""
    return shown(text).replace(" ", "")
