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
    r"(?<!\\)(?<![^\\]`)(`{1,9}).+?(?<!`)\1(?!`)|<[^<>]*>"
    r"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
)
_ADDRESS = re.compile(r"(?<![\w/.@-])(?:https?://|www\.)[^\s<>)\[\]]*[\w/]", re.I)
# Marks of other sites, and of Material with extensions that are refused: what readers see of them,
# and what to write.
_RAW: dict[str, tuple[str, str]] = {
    r"~~[^~\s](?:[^~]*[^~\s])?~~": (
        "words are not struck out",
        "remove the marks; what was wrong is said in a correction",
    ),
    r"(?<=\w)~\w{1,9}~(?!~)": ("nothing is set lower by them", "write H<sub>2</sub>O"),
    r"(?<=\w)\^\w{1,9}\^(?!\^)": ("nothing is set higher by them", "write m<sup>2</sup>"),
    r"(?<!\{)\+\+[a-z][\w-]*(?:\+[a-z][\w-]*)*\+\+": (
        "they are no keys",
        "write <kbd>Ctrl</kbd> for each key",
    ),
    r"\{==|==\}": ("the braces stay", "write ==words== without them"),
    r"\$\$|(?<![\w$\\])\$(?=[^\s$\d])[^$]*[\\^_][^$]*\$(?!\w)": (
        "formulas are not drawn",
        "say it in words, or with <sup> and <sub>",
    ),
    r"\[\[[^\[\]]+\]\]": ("they are no link", "write [words](page.md), or [words](fact:id)"),
    r"^/{3,} *\w[\w-]*": ("they make no caption", "write <figcaption> in a <figure markdown>"),
    r"^ *:{3,} *(?:\w.*)?": ("it is no note", "write !!! note, and indent its words by 4 spaces"),
    r"^-+8<-+.*": ("no other file is put in here", "write its words here"),
    r"^ *[•‣◦●▪▫■□·∙]\s+\S": ("it is no list", "begin each item with - and a space"),
    r"^ *(?:[-*+]|\d{1,9}[.)])\s+\[\](?=\s)": (
        "it is no box to tick",
        "write - [ ] with a space between the brackets, or - [x] for what is done",
    ),
    r"^ *\d{1,3}\)\s+\S": ("it is no list", "write 1. and a space, behind an empty line"),
}
_RAW_MARKS = {re.compile(pattern): said for pattern, said in _RAW.items()}
_CODE_SIGN = re.compile(r"(?<!`)`#!\w+ ")
_OPTIONS = re.compile(r" {0,3}(?:`{3,}|~{3,}) *[\w+-]* +[\w-]+=")
_NOTE = re.compile(r"(?P<indent> *)(?:!!!|\?\?\?\+?|===[!+]{0,2}) *[\w\"].*")
_STEP = 4  # spaces by which a list in a list is indented

Slip = tuple[int, str, str, str]  # the line, what is wrong, how to fix it, what was written


@rule(whole=False)
def lines_as_meant(site: Site) -> Iterator[Problem]:
    """What looks like a list, a list in a list, a note with words, a link, a key, a formula or
    struck words on a line of a page is one: a list begins behind an empty line, one within it and
    the words of a note are indented by four spaces, and an address alone is no link."""
    for page in site.outlines.values():
        for line, message, help, wrote in _slips(page):
            yield Problem(page.page.file, line, message, help, "", wrote.strip()[:120])


def _slips(page: Outline) -> Iterator[Slip]:
    fence, base, before, code = "", -1, "", False  # base: the indent of the list of a line
    note = -1  # how far the words of a note begun above are indented
    for number, line in enumerate(page.lines, page.page.first_line):
        if note >= 0 and line.strip():
            if not line.startswith(" " * note):
                message = "this is not in the note, fold or tab begun above"
                yield (
                    number,
                    message,
                    f"indent its words by {_STEP} spaces more than its mark",
                    line,
                )
            note = -1
        if not fence and _OPTIONS.match(line):
            message = "this is not read as code: what is behind its language is not known here"
            yield number, message, "write ``` and the language alone", line
        elif opened := _FENCE.match(line):
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
            if begun := _NOTE.fullmatch(line):
                note = len(begun["indent"]) + _STEP
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
    """Addresses that are no links, and marks that are not read, outside code."""
    words = _CODE.sub(" ", line)
    if address := _ADDRESS.search(words):
        message = "this address is no link: readers see it as it is"
        help = f"write <{address.group()}>, or [some words](the address of a reference)"
        yield number, message, help, address.group()
    for marks, (seen, help) in _RAW_MARKS.items():
        if found := marks.search(words):
            message = f"readers see these marks as they are: {seen}"
            yield number, message, help, found.group()
    if sign := _CODE_SIGN.search(line):
        message = "readers see these marks as they are: code has no colours"
        yield number, message, "write the code alone", sign.group()
