"""Labels, dates and addresses, in words."""

from __future__ import annotations

import posixpath
from datetime import date
from typing import Any

from ..topic.model import NOT_STATED

KIND_LABELS = {
    "people": "Person",
    "organisations": "Organisation",
    "quotes": "Quotation",
    "figures": "Number",
    "events": "Event",
    "positions": "Position",
    "claims": "Statement",
    "comparisons": "Comparison",
    "conflicts": "Conflict",
    "terms": "Term",
    "references": "Reference",
    "corrections": "Correction",
}


CLAIM_LABELS = {
    "fact": "Reported as fact",
    "claim": "Claim",
    "analysis": "Analysis",
    "characterisation": "Characterisation",
}


STANCES = {
    "for": "For",
    "against": "Against",
    "conditional": "On conditions",
    "unclear": "No clear yes or no",
}


QUALIFIERS = {"exact": "", "at_least": "at least", "at_most": "at most", "about": "about"}


LEVELS = {
    "stated_by": "Stated by",
    "claimed_by": "Claimed by",
    "estimated_by": "Estimated by",
    "reported_by": "Reported by",
}


BASES = {"stated": "", "inferred": "date inferred", "reference": "date from another report"}


def page_url(path: str) -> str:
    """A page's address below the site's root: people.md is people/."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return stem + "/" if stem else ""


def relative(path: str, target: str) -> str:
    """The address of ``target`` (below the root, with its #anchor) as a link from the page
    ``path``.
    """
    address, _, anchor = target.partition("#")
    base = page_url(path)
    if address == base and anchor:
        return "#" + anchor
    link = posixpath.relpath("/" + address, "/" + base) + (
        "/" if not address or address.endswith("/") else ""
    )
    return link + ("#" + anchor if anchor else "")


def date_text(value: str | None) -> str:
    """An ISO date with its precision, for people."""
    if not value or value == NOT_STATED:
        return "date not stated"
    if len(value) == 10:
        day = date.fromisoformat(value)
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}" if len(value) == 7 else value


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


def unit_shown(figure: Any) -> str:
    """A figure's unit after its number; a ratio has it in the number itself."""
    return "" if figure.unit.startswith("to ") else f" {figure.unit}"


def all_of(words: list[str]) -> str:
    return (
        words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
    )


def stop(title: str) -> str:
    """The full stop after a title that does not end in a mark of its own."""
    return "" if title[-1:] in "?!." else "."


def card_path(path: str) -> str:
    """A page's sharing picture, below the root."""
    return f"assets/cards/{path.removesuffix('.md')}.png"
