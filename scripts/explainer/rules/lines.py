"""The rule on lines of a page that Markdown does not read as they look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site
from .registry import rule

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)]) +(?=\S)")
_ACROSS = re.compile(r"[\s*_-]+")  # a line across, and no item
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_NO_TEXT = re.compile(r"\s|[#|<>!?={:*]|\[\^")  # begins a line that a list may follow at once
_CODE = re.compile(  # code, tags, and links with their words
    r"(?<!\\)(`+).+?(?<!`)\1(?!`)|<[^<>]*>"
    r"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
)
_ADDRESS = re.compile(r"(?<![\w/.@-])(?:https?://|www\.)[^\s<>)\]]*[\w/]", re.I)
_STRUCK = re.compile(r"~~[^~\s](?:[^~]*[^~\s])?~~")
_STEP = 4  # spaces by which a list in a list is indented

Slip = tuple[int, str, str, str]  # the line, what is wrong, how to fix it, what was written


@rule(whole=False)
def lines_as_meant(site: Site) -> Iterator[Problem]:
    """What looks like a list, a list in a list, a link or struck words on a line of a page is one:
    a list begins behind an empty line, one within it is indented by four spaces, and an address
    alone is no link."""
    for page in site.outlines.values():
        for line, message, help, wrote in _slips(page):
            yield Problem(page.page.file, line, message, help, "", wrote.strip()[:120])


def _slips(page: Outline) -> Iterator[Slip]:
    fence, base, before, code = "", -1, "", False  # base: the indent of the list of a line
    for number, line in enumerate(page.lines, page.page.first_line):
        if opened := _FENCE.match(line):
            if not fence:
                fence = opened[1]
                base = -1 if not line.startswith(" ") else base
            elif opened[1].startswith(fence):
                fence = ""
        elif not fence:
            item = None if _ACROSS.fullmatch(line) else _ITEM.match(line)
            if base < 0 and line.startswith(" " * _STEP) and not (before.strip() and not code):
                code = True  # an indented block of it
                before = line
                continue
            code = False
            if item:
                yield from _of_item(number, line, item, base, before)
                base = len(item["indent"]) if base < 0 else base
            elif line.strip() and not before.strip() and not line.startswith(" "):
                base = -1
            yield from _of_words(number, line)
        before = line


def _of_item(number: int, line: str, item: re.Match[str], base: int, before: str) -> Iterator[Slip]:
    """What is wrong with where an item of a list is."""
    indent = len(item["indent"])
    text = before.strip() and not _NO_TEXT.match(before)
    if base < 0 and text and indent < _STEP and item["mark"] in ("-", "*", "+", "1.", "1)"):
        message = "readers see no list here: these lines continue the paragraph above"
        yield number, message, "put an empty line before the list", line
    elif base >= 0 and indent > base and (indent - base) % _STEP:
        message = "readers see no list in a list here, but one list"
        help = f"indent it by {_STEP} spaces more than the item that it belongs to"
        yield number, message, help, line


def _of_words(number: int, line: str) -> Iterator[Slip]:
    """Addresses that are no links, and words that are not struck, outside code."""
    words = _CODE.sub(" ", line)
    if address := _ADDRESS.search(words):
        message = "this address is no link: readers see it as it is"
        help = f"write <{address.group()}>, or [some words](the address of a reference)"
        yield number, message, help, address.group()
    if struck := _STRUCK.search(words):
        message = "readers see these marks as they are: words are not struck out"
        yield (
            number,
            message,
            "remove the marks; what was wrong is said in a correction",
            struck.group(),
        )
