"""Markdown as the site has it, made into HTML, with the project's own syntax to be found again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple
from unicodedata import normalize
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify, slugify_unicode
from markdown.inlinepatterns import InlineProcessor

from .html import BLOCK, CITED, CITES, END, FACT
from .marks import Marks

CITATION = re.compile(r"\[\^([^\[\]\s]*)\]")

FACT_LINK = re.compile(r"\]\(fact:([^()\s]*)\)")

# What mkdocs.yml names, each with its options (rules/extensions.py).
EXTENSIONS: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "abbr": {},
        "admonition": {},
        "attr_list": {},
        "def_list": {},
        "footnotes": {"USE_DEFINITION_ORDER": True},
        "md_in_html": {},
        "tables": {},
        "toc": {},
        "pymdownx.details": {},
        "pymdownx.emoji": {
            "emoji_index": "material.extensions.emoji.twemoji",
            "emoji_generator": "material.extensions.emoji.to_svg",
        },
        "pymdownx.mark": {},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.tasklist": {"custom_checkbox": True},
    }
)

# What MkDocs adds by itself, before those.
OF_MKDOCS = ("toc", "tables", "fenced_code")


# A block of facts is HTML on lines of its own.
BLOCK_LINES = f"\n\n<div id={BLOCK}></div>\n\n"

MOST_MARKS = 1000  # in a paragraph; Python-Markdown takes the square of it

MOST_HEADINGS = 500  # of a page, with the lines that may underline one; likewise

# Python reads no number of more than 4,300 digits; no character has more than seven.
_HUGE_REFERENCE = re.compile(r"&#0*(?:\d{8,}|[xX]0*[0-9a-fA-F]{7,})")

MOST_OPEN = 30  # tags without an end in a page, likewise

MOST_BOXES = 300  # notes, folds and tabs of a page, likewise

MOST_ABBREVIATIONS = 100  # of a page: all are looked for at each letter

LONGEST_EXPANSION = 150  # of an abbreviation, which each use of it repeats

_HEADING = re.compile(r"(?m)^ {0,3}(?:#|=+ *$|-+ *$)")

_OPEN_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")

_MARKS = re.compile(r"[\[\]`*_<&!\\:]|==")

_BOX = re.compile(r"(?m)^[ \t]*(?:!!!|\?\?\?|===)[+!]* ?[\w\"]")

_ABBREVIATION = re.compile(r"(?m)^\*\[[^\n]*\] ?:")

_EXPANSION = re.compile(rf"(?m)^\*\[[^\n]*\] ?: *\n? *[^\n]{{{LONGEST_EXPANSION}}}[^\n]")


class Rendered(NamedTuple):
    """A page's HTML; the links and footnotes that it defines apart; the numbers before items of its
    lists in place of which others are printed; the types of its notes and folds that there are not,
    and its pictures of emoji; and its abbreviations with what they stand for."""

    html: str
    links: list[str]
    notes: list[str]
    numbers: list[str]
    types: list[str]
    emoji: list[str]
    abbreviations: dict[str, str]


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


class _Reading(NamedTuple):
    """Python-Markdown, and what of it keeps something of a page."""

    markdown: Markdown
    notes: _Notes
    numbers: list[str]
    marks: Marks
    abbreviations: Any  # an AbbrExtension


@cache
def _markdown() -> _Reading:
    notes, numbers, marks, short = _Notes(), list[str](), Marks(), AbbrExtension()
    ours = {
        "footnotes": notes,
        "toc": TocExtension(slugify=_slug),
        "abbr": short,
        "admonition": marks,
    }
    names = dict.fromkeys((*OF_MKDOCS, *EXTENSIONS))
    markdown = Markdown(extensions=[ours.get(n, n) for n in names if n not in marks.replaces])
    for name, priority, processor in (("olist", 40, _Ordered), ("ulist", 30, _Unordered)):
        markdown.parser.blockprocessors.register(
            processor(markdown.parser, numbers), name, priority
        )
    return _Reading(markdown, notes, numbers, marks, short)


_NO_ABBREVIATIONS: Mapping[str, str] = MappingProxyType({})


def render(text: str, abbreviations: Mapping[str, str] = _NO_ABBREVIATIONS) -> Rendered:
    """The HTML of a page's Markdown, where each id cited in it has a footnote. A citation is
    its id between two characters CITED, the address of a link to a record begins with FACT, and
    the last paragraph, in place of which the build puts the texts of the footnotes, is END.
    ``abbreviations`` are those that the rest of its page defines, where the text is a part of one.

    RecursionError if the text is nested too deeply for Python-Markdown."""
    markdown, notes, numbers, marks, short = _markdown()
    short.glossary = dict(abbreviations)
    markdown.reset()
    numbers.clear()
    notes.footnotes.update(dict.fromkeys(CITATION.findall(text), ""))
    try:
        html = markdown.convert(FACT_LINK.sub(rf"]({FACT}\1)", f"{text}\n\n{END}"))
    except RecursionError:  # in the midst of a list: this reader is of no use any more
        _markdown.cache_clear()
        raise
    links = [url for url, _ in markdown.references.values()]
    return Rendered(
        html, links, notes.written, [*numbers], marks.types, marks.emoji, {**short.abbrs}
    )


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
        ("boxes", MOST_BOXES, _BOX),
        ("abbreviations", MOST_ABBREVIATIONS, _ABBREVIATION),
        ("expansion", 0, _EXPANSION),
    ):
        for match in islice(pattern.finditer(text), most, most + 1):
            yield match.start(), kind
