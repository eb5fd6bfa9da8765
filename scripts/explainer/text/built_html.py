"""The words of a built page, as readers see or hear them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from .as_browser import read_page
from .html import BLOCKS, SPACE, VOID, shown_by


class Run(NamedTuple):
    """Words of a built page that readers see or hear as one: those of a block, or of an attribute.

    ``tag`` is the element that they are in, or the attribute's name; ``ids`` and ``classes`` are
    those of all elements around, outermost first; ``cites`` and ``links`` the footnotes and the
    fragments that a link in them leads to. Words in <q> have quotation marks here."""

    tag: str
    text: str
    cites: tuple[str, ...]
    links: tuple[str, ...]
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    within: tuple[str, ...]  # the names of the elements around
    line: int


# Attributes that say nothing to readers. The words of any other are read.
_SILENT = frozenset(
    "class href src id lang rel type width height charset property media dir name cite datetime"
    " hreflang colspan rowspan scope open defer hidden for role tabindex method action"
    " autocomplete autocapitalize spellcheck maxlength disabled loading decoding itemprop itemscope"
    " itemtype inputmode enterkeyhint sizes reversed low high max min optimum viewbox fill stroke"
    " preserveaspectratio cx cy r rx ry x y x1 x2 y1 y2 dx dy d points transform fill-opacity"
    " fill-rule stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity opacity"
    " text-anchor font-size font-weight focusable xmlns http-equiv headers style aria-hidden"
    " aria-current aria-pressed aria-expanded aria-controls aria-labelledby required"
    " checked".split()
)

# What is read by itself though it is in words: the summary that a link to a record opens, and the
# name of the way back from a note.
_APART = {"term", "footnote-backref"}

_FOR_MATERIAL = ("data-md-", "data-tabs")  # where its script finds its parts

_READ = BLOCKS | {"script"}

# What meta elements of these names say is for browsers alone.
_FOR_BROWSERS = {"viewport", "theme-color", "color-scheme"}


class Built:
    """Is told of a page (``Reads``) and keeps the ``runs`` of words in it. Outside blocks of facts
    they are divided as ``Reader`` divides a page of content/."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._open: list[str] = []
        self._around: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((), ())]  # ids, classes
        self._words: list[str] = []
        self._cites: list[str] = []
        self._links: list[str] = []
        self._stands_for: list[str] = []  # abbreviations of the words
        self._rows = self._facts = 0  # where they began, in elements open, or nothing
        self._script = ""  # of which kind the script is that is open
        self._line = 1

    def _keep(self, tag: str, text: str, cites: Iterable[str], links: Iterable[str]) -> None:
        where = *self._around[-1], tuple(self._open), self._line
        self.runs.append(Run(tag, text, tuple(cites), tuple(links), *where))

    def _end_block(self) -> None:
        text = SPACE.sub(" ", "".join(self._words)).strip()
        if self._script and self._open[-1:] == ["script"]:
            self._keep_script(text)
        elif text or self._cites:
            tag = next((tag for tag in reversed(self._open) if tag in _READ), "")
            self._keep(tag, text, self._cites, self._links)
            for words in dict.fromkeys(self._stands_for):
                self._keep("abbr", words, self._cites, ())
        self._words, self._cites, self._links, self._stands_for = [], [], [], []

    def _keep_script(self, text: str) -> None:
        """Linked data as they are; what Material's script is told to show; of a script nothing, as
        it is one of those that the project knows word for word (``rules.built``)."""
        if self._script == "application/ld+json":
            self._keep("script", text, (), ())
        elif self._script == "application/json":
            try:
                shown = json.loads(text or "{}")["translations"].values()
            except (ValueError, KeyError, AttributeError):  # a template, or nobody's settings
                shown = [text]
            for said in shown:
                self._keep("script", str(said), (), ())

    def start(self, tag: str, given: dict[str, str], line: int) -> None:
        self._line = line
        classes = given["class"].split() if "class" in given else []
        self._divide(tag)
        if tag == "script":
            self._script = given.get("type", "text/javascript")
        self._rows += tag == "tr"
        if tag == "q":
            self._words.append("“")
        if "#" in given.get("href", ""):
            self._links.append(given["href"].partition("#")[2])
        if tag not in VOID:
            ids, around = inside = self._around[-1]
            self._open.append(tag)
            if "id" in given or classes:
                ids = (*ids, given["id"]) if "id" in given else ids
                inside = ids, (*around, *classes)
            self._around.append(inside)
            if "block" in classes and not self._facts:
                self._facts = len(self._open)
        if given.keys() <= _SILENT:
            return
        if tag != "meta" or not ("http-equiv" in given or given.get("name") in _FOR_BROWSERS):
            self._attributes(tag, given, bool(self._facts or _APART & set(classes)))

    def _divide(self, tag: str) -> None:
        """What the beginning of an element puts between words."""
        if tag in _READ and (self._facts or not self._rows):
            self._end_block()
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" | ")
        elif tag in BLOCKS or tag == "br":
            self._words.append(" ")

    def _attributes(self, tag: str, given: dict[str, str], apart: bool) -> None:
        for name, value in given.items():
            if tag == "abbr" and name == "title" and not apart:
                self._stands_for.append(SPACE.sub(" ", value).strip())
            elif name in ("alt", "title") and not apart:
                self._words.append(f" {shown_by(tag, name, value)} ")
            elif name not in _SILENT and not name.startswith(_FOR_MATERIAL) and value.strip():
                self._keep(name, value, (), ())

    def end(self, tag: str, line: int) -> None:
        self._line = line
        self._rows -= tag == "tr" and self._rows > 0
        if tag == "q":
            self._words.append("”")
        if tag in _READ and (self._facts or not self._rows):
            self._end_block()
        if tag in self._open:
            self._close(len(self._open) - 1 - self._open[::-1].index(tag))

    def _close(self, place: int) -> None:
        del self._open[place:], self._around[place + 1 :]
        if self._facts > place:
            self._facts = 0

    def words(self, said: str) -> None:
        note = self._open[-1:] == ["a"] and self._around[-1][1][-1:] == ("footnote-ref",)
        if note and said.isdecimal():
            self._cites.append(self._links.pop().partition("fn:")[2])
        else:
            self._words.append(said)

    def whole(self) -> list[Run]:
        """All runs, once there is no more to be told."""
        self._end_block()
        return self.runs


def runs_of(page: str) -> list[Run]:
    """The words of a whole page, as a browser has it."""
    built = Built()
    read_page(page, built)
    return built.whole()


class Pieces(HTMLParser):
    """The ``runs`` of what need be no whole page, as what a template has between its expressions:
    no element in it is moved or left out."""

    def __init__(self, text: str):
        super().__init__()
        self._built = Built()
        self.feed(text)
        self.close()
        self.runs = self._built.whole()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._built.start(tag, {name: value or "" for name, value in reversed(attrs)}, 0)

    def handle_endtag(self, tag: str) -> None:
        self._built.end(tag, 0)

    def handle_data(self, data: str) -> None:
        self._built.words(data)
