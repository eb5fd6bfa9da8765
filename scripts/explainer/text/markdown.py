"""Markdown as the site has it, made into HTML, with the project's own syntax to be found again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple
from unicodedata import normalize
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify, slugify_unicode
from markdown.inlinepatterns import InlineProcessor

from .html import BLOCK, CITED, CITES, END, FACT

CITATION = re.compile(r"\[\^([^\[\]\s]*)\]")

FACT_LINK = re.compile(r"\]\(fact:([^()\s]*)\)")

# What MkDocs adds by itself, then what mkdocs.yml names; a test holds the two together.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes")

# A block of facts is HTML on lines of its own.
BLOCK_LINES = f"\n\n<div id={BLOCK}></div>\n\n"

MOST_MARKS = 1000  # in a paragraph; Python-Markdown takes the square of it

MOST_HEADINGS = 500  # of a page, with the lines that may underline one; likewise

# Python reads no number of more than 4,300 digits; no character has more than seven.
_HUGE_REFERENCE = re.compile(r"&#0*(?:\d{8,}|[xX]0*[0-9a-fA-F]{7,})")

MOST_OPEN = 30  # tags without an end in a page, likewise

_HEADING = re.compile(r"(?m)^ {0,3}(?:#|=+ *$|-+ *$)")

_OPEN_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")

_MARKS = re.compile(r"[\[\]`*_<&!\\]")


class Rendered(NamedTuple):
    """A page's HTML; the links and footnotes that it defines apart; and the numbers before items
    of its lists in place of which others are printed."""

    html: str
    links: list[str]
    notes: list[str]
    numbers: list[str]


class _Citation(InlineProcessor):
    """A citation, where Python-Markdown reads a footnote, as words that can be found again."""

    def __init__(self, notes: _Notes):
        super().__init__(r"\[\^([^\]]*)\]", notes.md)
        self.notes = notes

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:
        if m.group(1) in self.notes.footnotes:
            return f"{CITED}{m.group(1)}{CITED}", m.start(), m.end()
        return None, None, None


class _Notes(FootnoteExtension):
    """Footnotes without their texts, which the build writes; those that a page writes are kept."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.inlinePatterns.register(_Citation(self), "footnote", 175)

    def reset(self) -> None:
        super().reset()
        self.written: list[str] = []

    def setFootnote(self, id: str, text: str) -> None:
        self.written.append(id)
        super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: Any) -> None:
        return None


class _Ordered(OListProcessor):
    """Ordered lists, with the numbers that were written before items and are not printed."""

    def __init__(self, parser: BlockParser, other: list[str]):
        super().__init__(parser)
        self.other = other

    def run(self, parent: Element, blocks: list[str]) -> None:
        before = self.lastChild(parent)
        if before is None or before.tag not in self.SIBLING_TAGS:
            before = parent if parent.tag in self.SIBLING_TAGS else Element(self.TAG)
        found = (self.CHILD_RE.match(line) for line in blocks[0].split("\n"))
        for place, match in enumerate(filter(None, found), len(before) + 1):
            if match[2] and (before.tag == "ul" or match[2] not in ("1.", f"{place}.")):
                self.other.append(match[2])
        super().run(parent, blocks)


class _Unordered(_Ordered, UListProcessor):
    """Lists without numbers, likewise."""


def _slug(words: str, separator: str) -> str:
    """A heading's id, which footnotes have no part in. Python-Markdown's own has no letters but
    those of the Latin alphabet; where it would lose more than it keeps, all letters stay."""
    words = CITES.sub("", words)
    letters = [c.isascii() for c in normalize("NFKD", words) if c.isalpha()]
    return (slugify if 2 * sum(letters) >= len(letters) else slugify_unicode)(words, separator)


@cache
def _markdown() -> tuple[Markdown, _Notes, list[str]]:
    notes, numbers = _Notes(), list[str]()
    replaced = {"footnotes": notes, "toc": TocExtension(slugify=_slug)}
    markdown = Markdown(extensions=[replaced.get(name, name) for name in EXTENSIONS])
    for name, priority, processor in (("olist", 40, _Ordered), ("ulist", 30, _Unordered)):
        markdown.parser.blockprocessors.register(
            processor(markdown.parser, numbers), name, priority
        )
    return markdown, notes, numbers


def render(text: str) -> Rendered:
    """The HTML of a page's Markdown, where each id cited in it has a footnote. A citation is
    its id between two characters CITED, the address of a link to a record begins with FACT, and
    the last paragraph, in place of which the build puts the texts of the footnotes, is END.

    RecursionError if the text is nested too deeply for Python-Markdown."""
    markdown, notes, numbers = _markdown()
    markdown.reset()
    numbers.clear()
    notes.footnotes.update(dict.fromkeys(CITATION.findall(text), ""))
    try:
        html = markdown.convert(FACT_LINK.sub(rf"]({FACT}\1)", f"{text}\n\n{END}"))
    except RecursionError:  # in the midst of a list: this reader is of no use any more
        _markdown.cache_clear()
        raise
    links = [url for url, _ in markdown.references.values()]
    return Rendered(html, links, notes.written, list(numbers))


def excess(text: str) -> Iterator[tuple[int, str]]:
    """What would take Python-Markdown too long, or could not be read: its offset and kind."""
    for match in _HUGE_REFERENCE.finditer(text):
        yield match.start(), "reference"
    squares = 0
    for match in re.finditer(r"(?:[^\n]+\n?)++", text):
        marks = len(_MARKS.findall(match.group()))
        squares += marks**2
        if marks > MOST_MARKS or squares > 4 * MOST_MARKS**2:
            yield match.start(), "marks" if marks > MOST_MARKS else "page"
            break
    for kind, most, pattern in (
        ("headings", MOST_HEADINGS, _HEADING),
        ("tags", MOST_OPEN, _OPEN_TAG),
    ):
        for match in islice(pattern.finditer(text), most, most + 1):
            yield match.start(), kind
