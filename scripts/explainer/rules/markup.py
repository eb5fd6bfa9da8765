"""The rule on markup: what in the editors' Markdown could run, load from elsewhere or disturb the
page is refused."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from ..text import icons
from ..text.characters import refused
from ..text.html import EDITORS, refused_address
from ..text.markdown import (
    LONGEST_EXPANSION,
    MOST_ABBREVIATIONS,
    MOST_BOXES,
    MOST_HEADINGS,
    MOST_MARKS,
)
from ..text.marks import REFUSED_TYPE, TYPES
from ..text.words import did_you_mean
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site
from .registry import rule

MOST_FAULTS = 50  # of one page; who has more fixes some first

_MOST_LOOKED_AT = 200  # many may be the same thing on one line

# The faults that are another rule's.
OF_CITATIONS = ("note", "leak")

_NOTE = re.compile(r"(?P<mark>!!!|\?\?\?\+?)\s*(?P<type>[\w-]+)(?P<title>.*)")
# Other names that Material has had for its types.
ALIASES = {
    **dict.fromkeys(("summary", "tldr"), "abstract"),
    **dict.fromkeys(("todo",), "info"),
    **dict.fromkeys(("hint", "important"), "tip"),
    **dict.fromkeys(("check", "done"), "success"),
    **dict.fromkeys(("help", "faq"), "question"),
    **dict.fromkeys(("caution", "attention"), "warning"),
    **dict.fromkeys(("fail", "missing"), "failure"),
    **dict.fromkeys(("error",), "danger"),
}

_FRAMES = frozenset("iframe video audio embed object frame source track".split())
_TAGS = ", ".join(sorted(EDITORS.tags - {"h1", "label"}))


@rule(whole=False)
def safe_markup(site: Site) -> Iterator[Problem]:
    """Markdown in content/ and nothing that could run, load from elsewhere or disturb the page: in
    the HTML that it becomes a safe set of tags and attributes, each closed, and links to http,
    https, mailto, fact: or a file beside it. A block quotation is put in by a block of facts, and a
    list has the numbers that it prints."""
    for page in site.outlines.values():
        told: set[tuple[int, str]] = set()
        for line, message, help in _unsafe(page):
            if (line, message) not in told and len(told) < MOST_FAULTS:
                told.add((line, message))
                wrote = page.lines[line - page.page.first_line].strip()[:120]
                yield Problem(page.page.file, line, message, help, "", wrote)


def _unsafe(page: Outline) -> Iterator[tuple[int, str, str]]:
    """What of a page may not be published: its line, what it is, and how to fix it."""
    for line, kind in page.excess:
        yield line, *_EXCESS[kind]
    starts = list(accumulate((len(line) + 1 for line in page.lines), initial=0))
    for match in () if page.excess else re.finditer(r"&#?\w{1,40};?", page.text):
        char = html.unescape(match.group())
        if char != match.group() and (not char or any(refused(char))):
            yield (
                page.page.first_line + bisect_right(starts, match.start()) - 1,
                f"{match.group()} is a character that cannot be seen",
                "remove it",
            )
    for number, (kind, name) in enumerate(page.faults[:_MOST_LOOKED_AT]):
        once = kind in ("aligned", "deep") and kind in [k for k, _ in page.faults[:number]]
        if kind in OF_CITATIONS or once:
            continue
        line = page.line_of_fault(number)
        if kind == "type" and (meant := _note_meant(page.lines[line - page.page.first_line])):
            yield line, *meant
        else:
            yield line, *said(kind, name)


def _note_meant(line: str) -> tuple[str, str] | None:
    """What is wrong with the type, or the title, of a note, and the line that was meant."""
    match = _NOTE.fullmatch(line.strip())
    if not match or match["type"] == REFUSED_TYPE:
        return None
    kind, known = match["type"], [one for one in TYPES if one != REFUSED_TYPE]
    if meant := kind if kind in known else ALIASES.get(kind):
        wrong = f'there is no note or fold of the type "{kind}"'
        title = match["title"].strip().strip('"')
        words = f' "{title}"' if title else ""
        if kind == meant:
            wrong = "the title of a note or fold goes in quotation marks"
        return wrong, f"write {match['mark']} {meant}{words}; the types are: {', '.join(known)}"
    return None


def said(kind: str, name: str) -> tuple[str, str]:
    """What a fault in the HTML is, and how to fix it."""
    if kind == "tag" and name == "blockquote":
        return (
            "a block quotation is put in by its record",
            "write {{ quotes(ids=[…], anchors=false) }}, or remove the >; a note is !!! note",
        )
    if kind == "tag" and name in _FRAMES:
        return (
            f"videos and pages of others (<{name}>) are not shown here",
            "link to the address of a reference: [words](https://…)",
        )
    if kind == "type" and name == REFUSED_TYPE:
        return (
            "this would show words of your own as somebody's: a quotation is put in by its record",
            "write {{ quotes(ids=[…]) }} at the left margin, or take another type",
        )
    if kind == "type":
        known = [one for one in TYPES if one != REFUSED_TYPE]
        otherwise = f"the types are: {', '.join(known)}; words of a title go in quotation marks"
        return f'there is no note or fold of the type "{name}"', did_you_mean(
            name, known, otherwise
        )
    if kind == "defined":
        kind = refused_address(name, loads=False) or "loads"
    name = re.sub(r"[\x00-\x20\x7f-\xa0]", "", name)[: 60 if kind == "address" else 20]
    message, help = _FAULTS[kind]
    return message.format(name=name), help.format(name=name)


_EXCESS = {
    "reference": ("there is no character of this number", "write the character itself"),
    "marks": (f"this paragraph has more than {MOST_MARKS} marks of Markdown", "divide it"),
    "page": ("from here on the page has too many marks of Markdown", "divide the page"),
    "tags": (
        "this HTML is not closed, and neither is much before it",
        "write < as &lt; or close the tag on the same line",
    ),
    "boxes": (f"this page has more than {MOST_BOXES} notes, folds and tabs", "divide it"),
    "abbreviations": (f"this page has more than {MOST_ABBREVIATIONS} abbreviations", "divide it"),
    "expansion": (
        f"what this abbreviation stands for has more than {LONGEST_EXPANSION} letters",
        "say it in a sentence of the page",
    ),
    "headings": (f"this page has more than {MOST_HEADINGS} headings or lines across", "divide it"),
}


_FAULTS = {
    "tag": ("the HTML tag <{name}> is not allowed in content", f"use Markdown, or one of: {_TAGS}"),
    "within": (
        "a browser ends the element that this <{name}> is in",
        "put it on a line of its own, outside",
    ),
    "markup": (
        "this HTML is not closed on its line, or is a comment or declaration",
        "write < as &lt; or close the tag on the same line",
    ),
    "closes": (
        "</{name}> closes no <{name}>",
        "close tags in the order in which they were opened, or remove it",
    ),
    "unclosed": ("<{name}> is never closed", "write </{name}> where it ends"),
    "deep": (
        "lists, quotations or tags are nested too deeply here",
        "write the page with less inside each other",
    ),
    "attribute": (
        'the HTML attribute "{name}" is not allowed in content',
        f"remove it; the attributes are: {', '.join(sorted(EDITORS.attributes))}",
    ),
    "class": (
        'the class "{name}" is not allowed in content',
        f"remove it; the classes are: {', '.join(sorted(EDITORS.classes or ()))}",
    ),
    "aligned": (
        "a table's columns cannot be aligned",
        "remove the colons; the site has one way to set tables",
    ),
    "number": (
        "Markdown makes an item of a list of this and does not print {name}",
        "number a list from 1.; write a year or a day with a backslash behind it: 1998\\.",
    ),
    "address": (
        'the address "{name}" is not allowed',
        "link with http://, https:// or mailto:, with [words](fact:id), or to a page beside this"
        " one",
    ),
    "loads": (
        "pictures are not loaded from elsewhere, and links are not defined apart",
        "put the picture into content/ and name it without an address; write a link as"
        " [words](https://…)",
    ),
    "linked": (
        "a link to a fact takes no class, id or title of its own",
        "write [words](fact:id) and nothing behind it",
    ),
    "braces": (
        "braces may hold only a class or an id",
        "write {{.class}} or {{#id}} behind a heading or a link, or alone on the line below a"
        " paragraph",
    ),
    "emoji": (
        "the picture of {name} would be loaded from another host",
        "write the character itself; where no picture is meant, \\: for the first colon",
    ),
    "diagram": (
        "the script that draws diagrams of Mermaid would be loaded from another host",
        "put a picture of it into content/, or say it in a table",
    ),
    "fence": ("a code fence is not closed", "close it with the same marks"),
}


# What Markdown makes something of, where it is written as it should be, or nothing does here.
_RAW = re.compile(
    r"^(?:!!!|\?\?\?\+?|===\+?) ?[\w\"]|^\[[ xX]\] |==[^=\s](?:[^=]*[^=\s])?==|^\*\[[^\]]+\]:"
    r"|(?P<icon>:(?:material|octicons|fontawesome|simple)-[\w-]+:)|\^\^[^^\s][^^]*\^\^"
    r"|\{(?:\+\+|--|~~|==|>>)|\[TOC\]|(?P<row>\| *:?-{3,}:? *(?:\||$)|(?:^|(?<=\s)):?-{3,}:? *\|)"
)


@rule(whole=False)
def no_raw_marks(site: Site) -> Iterator[Problem]:
    """No mark that Markdown does not read (an icon that there is not, !!! without a type, ^^words^^
    …) is left for readers to see; nor does a page have a second heading of the first level."""
    for page in site.outlines.values():
        first = [p for p in page.paragraphs if p.level == 1]
        for paragraph in first[1:]:
            message = "this is a second heading of the first level"
            help = "write ## for a heading below the page's own"
            yield Problem(
                page.page.file, page.line(paragraph), message, help, "", paragraph.text[:120]
            )
        shown = (p for p in page.paragraphs if p.tag != "pre")
        found = ((p, match) for p in shown if (match := _RAW.search(p.text)))
        for paragraph, match in islice(found, MOST_FAULTS):
            message, help = _NO_TABLE if match["row"] else _raw(match["icon"] or "")
            wrote = match.group()[:120]
            yield Problem(page.page.file, page.line(paragraph), message, help, "", wrote)


_NO_TABLE = (
    "readers see these marks as they are: it is no table",
    "put an empty line above its first row, and under that row alone --- for each of its columns",
)


def _raw(icon: str) -> tuple[str, str]:
    """What is wrong with a mark that readers would see, and how to fix it."""
    if icon and icons.known(icon) == "writing":
        message = f"the icon {icon} shows a number, a letter or a sign that no check reads"
        return message, "write it in words or digits, which the facts that are cited have"
    if icon:
        near = [name for name in icons.marks() if name.startswith(icon[: icon.index("-") + 2])]
        otherwise = "look it up among the icons in the manual of Material for MkDocs"
        return f"there is no icon {icon}", did_you_mean(icon, near, otherwise)
    return (
        "readers would see this mark as it is: Markdown does not read it so",
        'remove it, or write it as CONTRIBUTING has it under "Marks you can use"',
    )
