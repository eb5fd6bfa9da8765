"""The project's own syntax in Markdown, and a paragraph's words without markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

CITATION = re.compile(r"\[\^([^\[\]\s]*)\]")
FACT_LINK = re.compile(r"\]\(fact:([^()\s]*)\)")

# What Python-Markdown takes for the fence of a code block; anything more on the line makes it words
# that readers see.
FENCE = re.compile(r"(~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*)[ ]*")
LONGEST_TAG = 2000
TAG = re.compile(r"</?[A-Za-z][^<>]*>")

_TITLE = re.compile(
    r"(?<![\w-])(?:title|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))|(?<=\s)[\"'(](.+)[\"')]\s*$",
    re.I | re.S,
)

# Python reads no number of more than 4,300 digits; no character has more than seven.
HUGE_REFERENCE = re.compile(r"&#0*(?:\d{8,}|[xX]0*[0-9a-fA-F]{7,})")


def brackets(text: str, escapes: bool) -> Iterator[tuple[int, int]]:
    """The pairs of [ and ] that have an address behind them; with or without those written with a
    backslash.
    """
    opened: list[int] = []
    for match in re.finditer(r"\\.|[\[\]]" if escapes else r"[\[\]]", text, re.S):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() == "]" and opened:
            opening = opened.pop()
            if text.startswith("(", match.end()):
                yield opening, match.start()


def bare(text: str) -> str:
    """A paragraph's words without citations, addresses, tags and the marks of Markdown; with the
    titles of links and pictures, and with what is in code: readers see them too.
    """
    text = CITATION.sub("", HUGE_REFERENCE.sub("", text)).replace("`", "")
    kept, at = [], 0
    marks = sorted(
        mark
        for opening, close in brackets(text, True)
        for mark in (
            (opening - text.startswith("!", max(opening - 1, 0)), opening + 1, False),
            (close, close + 1, True),
        )
    )
    for start, end, closes in marks:
        kept.append(text[at:start])
        at = end
        if closes and (target := _TARGET.match(text, end)):
            kept += _titles(target.group(1))
            at = target.end()
    text = "".join([*kept, text[at:]])
    text = TAG.sub(lambda m: " ".join(_titles(m.group())), text)
    text = re.sub(r"^\s*(#+|[-*+]|\d{1,2}[.)])\s+|\{[:#.][^{}]*\}", "", text)
    return html.unescape(re.sub(r"\\(?=[^\w\s])|\*+|~~+|(?<!\w)_+|_+(?!\w)", "", text))


_TARGET = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")


def _titles(text: str) -> list[str]:
    """The words that a tag or a link's address shows when it is pointed at."""
    return [f" {next(filter(None, m.groups()), '')} " for m in _TITLE.finditer(text[:LONGEST_TAG])]
