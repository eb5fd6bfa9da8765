"""Labels, dates, numbers and addresses, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from ..text.folding import fold
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED

BASES = {"stated": "", "inferred": "date inferred", "reference": "date from another report"}


def page_url(path: str) -> str:
    """A page's address below the site's root: people.md is people/."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return stem + "/" if stem else ""


def date_text(value: str | None) -> str:
    """An ISO date with its precision, for people."""
    if not value or value == NOT_STATED:
        return "date not stated"
    if len(value) == 10:
        day = date.fromisoformat(value)
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}" if len(value) == 7 else value


def short_date(value: str) -> str:
    """An ISO date for a picture, where there is little room; beside the day its weekday."""
    if len(value) < 10:
        return date_text(value)
    day = date.fromisoformat(value)
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def stated(value: str | None, otherwise: str = "not stated") -> str:
    """A value that may be not_stated, for people."""
    return otherwise if value in (None, NOT_STATED) else str(value)


def shorten(text: str, length: int) -> str:
    """A text cut at a word, with an ellipsis."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def join_and(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return (
        words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
    )


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
