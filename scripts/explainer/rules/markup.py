"""The rule on markup: what in the editors' Markdown could run, load from elsewhere or disturb the
page is refused.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import accumulate

from ..text.characters import refused
from ..text.markdown import FACT_LINK, FENCE, HUGE_REFERENCE, LONGEST_TAG, brackets
from ..topic.blocks import Block
from ..topic.problems import Problem
from ..topic.site import Site
from .registry import rule

SAFE_TAGS = frozenset(
    "a abbr b br caption cite dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins"
    " kbd li mark ol p s section small span strong sub summary sup table tbody td tfoot th thead"
    " time tr ul var wbr".split()
)

SAFE_ATTRIBUTES = frozenset(
    "alt cite class colspan datetime dir height href hreflang id lang markdown open rowspan scope"
    " src title width".split()
)

SAFE_CLASSES = frozenset(
    "as-of background lede notice quiet search-here ways".split()
)  # what the stylesheet has for pages

_VOID = frozenset("br hr img wbr".split())
_SAFE_URL = re.compile(r"(https?://|mailto:)|[^:]*$|[^:]*[/?#]", re.I)
_MOST_FAULTS = 50  # of one page; who has more mends some first
_MOST_MARKS = 1000  # in a paragraph; MkDocs takes the square of it

_AUTOLINK = re.compile(
    r"<(https?://[^<>\s\"'=]+|[\w.+-]{1,64}@[\w.-]{1,255})>"
)  # not within HTML, where it is a tag

_WHOLE_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")


@rule(whole=False)
def safe_markup(site: Site) -> Iterator[Problem]:
    """Markdown in content/ and nothing that could run, load from elsewhere or disturb the page: a
    safe set of HTML tags and attributes, each closed, and links to http, https, mailto, fact: or a
    file beside it. Code is no exception: what one reader of Markdown takes for code another does
    not.
    """
    for parts in site.outlines.values():
        lines = ["" if isinstance(part, Block) else str(part[1]) for part in parts.parts]
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        found = sorted(_unsafe("\n".join(lines)))
        for offset, what, help in found[:_MOST_FAULTS]:
            row = bisect_right(starts, offset) - 1
            yield Problem(
                parts.page.file,
                parts.page.first_line + row,
                what,
                help,
                "",
                lines[row].strip()[:120],
            )


def _unsafe(text: str) -> Iterator[tuple[int, str, str]]:
    """What in a page's Markdown may not be published: its offset, what it is, and how to mend it."""
    for match in HUGE_REFERENCE.finditer(text):
        yield match.start(), "there is no character of this number", "write the character itself"
    text = HUGE_REFERENCE.sub(lambda m: " " * len(m.group()), text)
    yield from _unsafe_tags(text)
    yield from _unsafe_addresses(text)
    for match in re.finditer(r"\{[^{}]*\}?", text):
        if not re.fullmatch(r"\{:?(\s*[.#][\w-]+)+\s*\}", match.group()):
            yield (
                match.start(),
                "braces may hold only a class or an id",
                "write {.class} or {#id}; write a brace in text as &#123;",
            )
        for name in re.findall(r"\.([\w-]+)", match.group()):
            yield from ((match.start(), *fault) for fault in _unsafe_classes(name))
    for match in re.finditer(r"&#?\w{1,40};?", text):
        char = html.unescape(match.group())
        if char != match.group() and (not char or any(refused(char))):
            yield (
                match.start(),
                f"{match.group()} stands for a character that cannot be seen",
                "take it away",
            )
    for match in re.finditer(r"(?:[^\n]+\n?)++", text):
        if len(re.findall(r"[\[\]`*_<&!\\]", match.group())) > _MOST_MARKS:
            yield (
                match.start(),
                f"this paragraph has more than {_MOST_MARKS} marks of Markdown",
                "divide it",
            )
    fence = ""
    for match in re.finditer(r"(?m)^.*$", text):
        if ":" in match.group() and "-" in match.group() and not match.group().strip(" \t>|:-"):
            yield (
                match.start(),
                "a table's columns cannot be aligned",
                "take the colons away; the site has one way to set tables",
            )
        if (mark := FENCE.fullmatch(match.group())) and (
            not fence or fence == match.group().rstrip()
        ):
            fence, opened = "" if fence else mark.group(1), match.start()
    if fence:
        yield opened, "a code fence is not closed", "close it with the same marks"


def _unsafe_tags(text: str) -> Iterator[tuple[int, str, str]]:
    unclosed: list[tuple[str, int]] = []
    for match in re.finditer(r"<(?=[A-Za-z/!?])", text):
        at = match.start()
        if not unclosed and _AUTOLINK.match(text, at):
            continue
        tag = _WHOLE_TAG.match(text, at, at + LONGEST_TAG)
        if not tag:
            yield (
                at,
                "this HTML is not closed on its line, or is a comment or declaration",
                "write < as &lt; or close the tag on the same line",
            )
            continue
        parser = _Tag()
        parser.feed(tag.group())
        if parser.name not in SAFE_TAGS:
            yield (
                at,
                (
                    f"the HTML tag <{(parser.name or tag.group()[1:-1])[:20]}> is not allowed in"
                    " content"
                ),
                f"use Markdown, or one of: {', '.join(sorted(SAFE_TAGS))}",
            )
            continue
        for name, value in parser.attributes:
            if name not in SAFE_ATTRIBUTES:
                yield (
                    at,
                    f'the HTML attribute "{name[:20]}" is not allowed in content',
                    f"take it away; the attributes are: {', '.join(sorted(SAFE_ATTRIBUTES))}",
                )
            elif name == "class":
                yield from ((at, *fault) for fault in _unsafe_classes(value or ""))
            elif name in ("href", "src", "cite"):
                yield from (
                    (at, *fault) for fault in _unsafe_address(value or "", loads=name == "src")
                )
        if parser.closes:
            if not unclosed or unclosed.pop()[0] != parser.name:
                yield (
                    at,
                    f"</{parser.name}> closes no <{parser.name}>",
                    "close tags in the order in which they were opened, or take it away",
                )
                return
        elif parser.name not in _VOID:
            unclosed.append((parser.name, at))
    for name, at in unclosed:
        yield at, f"<{name}> is never closed", f"write </{name}> where it ends"


def _unsafe_classes(names: str) -> Iterator[tuple[str, str]]:
    """Classes by which words would look like a record, or would not be seen."""
    for name in names.split():
        if name not in SAFE_CLASSES:
            yield (
                f'the class "{name[:20]}" is not allowed in content',
                f"take it away; the classes are: {', '.join(sorted(SAFE_CLASSES))}",
            )


def _unsafe_addresses(text: str) -> Iterator[tuple[int, str, str]]:
    pictures = {
        close
        for escapes in (True, False)
        for opening, close in brackets(text, escapes)
        if text[opening - 1 : opening] == "!"
    }
    for match in re.finditer(r"\]\(\s*<?([^)>]{0,300})", text):
        if not FACT_LINK.match(text, match.start()):
            address = re.split(r"\s[\"'(]", match.group(1))[0]
            yield from (
                (match.start(1), *fault)
                for fault in _unsafe_address(address, loads=match.start() in pictures)
            )
    for match in re.finditer(
        r"\]:\s{0,100}<?(\S{0,300})", text
    ):  # [name]: address, for [words][name] and pictures alike
        yield from (
            (match.start(1), *fault) for fault in _unsafe_address(match.group(1), loads=True)
        )


def _unsafe_address(address: str, loads: bool) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"[\x00-\x20\x7f-\xa0]", "", html.unescape(html.unescape(address)))
    # Markdown may take a backslash away, a browser reads it as a slash.
    if any(
        not _SAFE_URL.match(read) or read.startswith("//")
        for read in (plain.replace("\\", "/"), plain.replace("\\", ""))
    ):
        yield (
            f'the address "{plain[:60]}" is not allowed',
            (
                "link with http://, https:// or mailto:, with [words](fact:id), or to a page beside"
                " this one"
            ),
        )
    elif loads and re.match(r"(?i)[a-z][a-z0-9+.-]*:", plain.replace("\\", "")):
        yield (
            "pictures are not loaded from elsewhere, and links are not defined apart",
            (
                "put the picture into content/ and name it without an address; write a link as"
                " [words](https://…)"
            ),
        )


class _Tag(HTMLParser):
    """One tag's name, attributes, and whether it closes."""

    name = ""
    closes = False
    attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, attrs

    def handle_endtag(self, tag: str) -> None:
        self.name, self.closes = tag, True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
