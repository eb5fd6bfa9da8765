"""The marks of Material's manual that a page of content/ may have, read for their words.

Notes, folds, tabs, lists of tasks and icons are made of elements, classes and identifiers that no
editor may write. Here Python-Markdown reads them as it does on the site, and leaves out what they
have for the look alone: what is left is held to the same rules as any HTML of a page."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.details import DetailsProcessor
from pymdownx.emoji import RE_EMOJI
from pymdownx.tabbed import TabbedProcessor
from pymdownx.tasklist import RE_CHECKBOX
from pymdownx.util import escape_chars

from . import icons
from .html import MADE

# The types of notes and folds that Material has a sign for. Its "quote" would show own words as
# somebody's.
TYPES = tuple(
    "note abstract info tip success question warning failure danger bug example quote".split()
)
REFUSED_TYPE = "quote"
_BESIDE = {"inline", "end"}  # where a note stands

Made = list[Element]


class _Kept:
    """Keeps each element that a processor makes: where words begin one, it is the last of its
    parent then."""

    made: Made
    begins: re.Pattern[str]

    def run(self, parent: Element, blocks: list[str]) -> None:
        begins = self.begins.search(blocks[0])
        super().run(parent, blocks)  # type: ignore[misc]
        if begins and parent[-1] not in self.made:
            self.made.append(parent[-1])


class _Notes(_Kept, AdmonitionProcessor):
    """Notes: !!! note."""

    begins = AdmonitionProcessor.RE


class _Folds(_Kept, DetailsProcessor):  # type: ignore[misc]
    """Folds: ??? note."""

    begins = DetailsProcessor.START


class _Tabs(_Kept, TabbedProcessor):  # type: ignore[misc]
    """Tabs: === "Words"."""

    begins = TabbedProcessor.START


class _Tasks(Treeprocessor):
    """Lists of tasks (- [x] words) without their boxes."""

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            first = item if item.text else next(iter(item), item)
            match = RE_CHECKBOX.match(first.text or "")
            if match and first.tag in ("li", "p"):
                first.text = match["line"]


class _Icon(InlineProcessor):
    """Icons (:material-check:), of which readers hear nothing. The names of emoji are kept: their
    pictures would be loaded from another host."""

    def __init__(self, md: Markdown, emoji: list[str]):
        super().__init__(RE_EMOJI, md)
        self.emoji = emoji

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:
        known = icons.known(m[1])
        if known == "emoji":
            self.emoji.append(m[1])
        return Element("span") if known == "icon" else m[1], m.start(), m.end()


class _Plain(Treeprocessor):
    """Notes, folds and tabs without what they have for the look: a note's title and a tab's label,
    which stands before the words of the tab here, have the class MADE."""

    def __init__(self, md: Markdown, marks: Marks):
        super().__init__(md)
        self.marks = marks

    def run(self, root: Element) -> None:
        for box in self.marks.boxes:
            classes = box.attrib.pop("class", "").split()
            if box.attrib.pop("data-tabs", ""):
                _tabs(box)
                continue
            self.marks.types += [
                name for name in classes if name not in {*TYPES, *_BESIDE, "admonition"}
            ] or [REFUSED_TYPE] * (REFUSED_TYPE in classes)
            if len(box) and box[0].get("class") == "admonition-title":
                box[0].set("class", MADE)


def _tabs(box: Element) -> None:
    *inputs, labels, content = box
    for one in (*inputs, labels):
        box.remove(one)
    content.attrib.clear()
    for label, words in zip([*labels], content, strict=True):
        label.attrib.clear()
        label.set("class", MADE)
        words.attrib.clear()
        words.insert(0, label)


class Marks(Extension):
    """Reads these marks, as the extensions that it replaces do. Of the last page read it keeps the
    ``types`` that no note or fold may have, and the ``emoji``."""

    replaces = ("pymdownx.details", "pymdownx.emoji", "pymdownx.tabbed", "pymdownx.tasklist")

    def extendMarkdown(self, md: Markdown) -> None:
        self.boxes: Made = []
        self.types: list[str] = []
        self.emoji: list[str] = []
        md.registerExtension(self)
        escape_chars(md, [":"])
        tabs = _Tabs(md.parser, {"alternate_style": True, "slugify": None})
        # In the order in which mkdocs.yml has them, of the priority that all three have there.
        for processor in (_Notes(md.parser), _Folds(md.parser), tabs):
            processor.made = self.boxes
            md.parser.blockprocessors.register(processor, type(processor).__name__, 105)
        md.treeprocessors.register(_Tasks(md), "tasks", 25)
        md.treeprocessors.register(_Plain(md, self), "plain", 1)
        md.inlinePatterns.register(_Icon(md, self.emoji), "emoji", 75)

    def reset(self) -> None:
        for kept in (self.boxes, self.types, self.emoji):
            kept.clear()
