"""Addresses, and texts as pages have them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ..text.folding import fold
from ..topic.evidence import Placed


def page_url(path: str) -> str:
    """A page's address below the site's root: people.md is people/."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return stem + "/" if stem else ""


def shorten(text: str, length: int) -> str:
    """A text cut at a word, with an ellipsis."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def heading_of(label: str) -> str:
    """The heading over a source: what pages call it, with a capital, and cut where it is long."""
    return shorten(label[:1].upper() + label[1:], 90)


def final_stop(title: str) -> str:
    """The full stop after a title that does not end in a mark of its own."""
    return "" if title[-1:] in "?!." else "."


def card_path(path: str) -> str:
    """A page's sharing picture, below the root."""
    return f"assets/cards/{path.removesuffix('.md')}.png"


def plain_number(value: Decimal) -> int | float:
    """A number for programs: whole, or with its decimals."""
    return int(value) if value == value.to_integral_value() else float(value)


_BEGUN, _ENDED = "\ue000", "\ue001"  # no source has these


def marked(placed: Placed, escape: Callable[[str], str]) -> str:
    """The words of a passage, each piece escaped, with those that decide marked."""
    if not placed.highlight:
        return escape(placed.exact)
    exact, decisive = fold(placed.exact), "|".join(map(re.escape, map(fold, placed.highlight)))
    if len(exact) != len(placed.exact):  # folding composes and drops letters: their places move
        return escape(placed.exact)
    begun = re.sub(decisive, lambda m: f"{_BEGUN}{placed.exact[slice(*m.span())]}{_ENDED}", exact)
    text, at = "", 0
    for sign in begun:  # the source's own letters, with the signs between them
        text += sign if sign in (_BEGUN, _ENDED) else placed.exact[at]
        at += sign not in (_BEGUN, _ENDED)
    return escape(text).replace(_BEGUN, "<mark>").replace(_ENDED, "</mark>")


_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&!|~^#:=\"$]")


def markdown_escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))
