"""A quantity in a text, and what beside it belongs to it: its sign, its percent, its unit, and the
words that say how exact it is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from .languages import Language
from .numbers import Reading, percent_behind
from .units import currency_before, is_a_unit, is_time, unit_behind
from .wider_words import all_at_once
from .words import one_of

Value = Decimal | Reading | str  # what cannot be read is its own words, in small letters


class Quantity(NamedTuple):
    """A quantity in a text. It has several ``values`` where it can be read in several ways, and
    ``parts`` where it was made of two numbers. ``printed`` has letters behind the digits that are
    a part of the number (40k), or is empty."""

    start: int
    end: int
    text: str
    values: frozenset[Value]
    parts: tuple[Quantity, ...] = ()
    percent: bool = False
    unit: int | None = None
    bound: str = ""
    printed: str = ""
    in_words: bool = False  # half, twice, third: no digits and no cardinal number


@cache
def _minus(language: Language) -> re.Pattern[str]:
    minus = one_of(all_at_once(language).wider.minus)
    at_least = r"(?<!\bau )(?<!\bdu )(?<!\ble )(?<!\bal )(?<!\blo )"  # au moins, al menos
    return re.compile(rf"(?:{at_least}\b{minus}[ -]|[-−–] ?[$€£¥])$", re.IGNORECASE)


@cache
def _before(language: Language) -> re.Pattern[str]:
    """Words on how exact a number is, right before it; the name of the group says which."""
    bounds = all_at_once(language).wider.bounds.items()
    either = "|".join(f"(?P<{how}>{'|'.join(words)})" for how, words in bounds)
    return re.compile(
        rf"(?:\b(?:{either})(?:\ |(?<=['’]))(?:(?:an?|the|one|those|these|his|her|their|all|la|les?"
        r"|die|der|den|das|el|los|las)\ )?"
        r"|(?P<sign>[<>≤≥~≈+])\ ?)[$€£¥₽]?$",
        re.IGNORECASE,
    )


def signed(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the minus before it, written as a word or before a currency."""
    if not _WORD_OR_SIGN.match(text, max(one.start - 2, 0), one.start):
        return one
    match = _minus(language).search(text, max(one.start - 12, 0), one.start)
    if not match:
        return one
    values = frozenset(-v if isinstance(v, Decimal) else f"-{v}" for v in one.values)
    return one._replace(
        start=match.start(), text=text[match.start() : one.end], values=values, parts=()
    )


_SAME = re.compile(r"(?:st|nd|rd|th|s)\b")
_GLUED = re.compile(r"[^\W\d_]+|\s(?:bn|tn|mn|mln|lakh|crore|[kKmMbBtT])(?![\w.’'-])")
_AFTER = re.compile(
    r"(?P<least>\ ?\+|[ -]plus\b|(?:\ \w+)?\ (?:or\ (?:more|over|above|longer)|at\ least"
    r"|oder\ mehr|ou\ (?:plus|davantage)|o\ más)\b)"
    r"|(?P<most>(?:\ \w+)?\ (?:or\ (?:less|fewer|under)|oder\ weniger|ou\ moins|o\ menos)\b"
    r"|(?:\ \w+)?\ at\ (?:the\ )?most\b)"
    r"|(?P<about>(?:\ \w+)?\ or\ so\b|-odd\b)",
    re.VERBOSE | re.IGNORECASE,
)
# Words that are a number and say that it is not counted out: une cinquantaine, una veintena.
_ROUND = re.compile(
    r"(?:diz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?$"
    r"|\b(?:decena|quincena|veintena|treintena|cuarentena|cincuentena|centenar)(?:es|s)?$",
    re.IGNORECASE,
)
_SIGNS = dict(zip("<≤>≥+~≈", "most most least least least about about".split(), strict=True))
_WORD_OR_SIGN = re.compile(r"[^\W\d] |.?[^\w\s,;:!?()]|\w\.? ")
# Prepositions too, before a small number that measures nothing.
_OR_PREPOSITIONS = frozenset(
    "over under above below about around some beyond über unter gut rund quelque".split()
)


def complete(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the percent, unit, letters and words of exactness beside it."""
    numbers = all_at_once(language).numbers
    unit = currency_before(text, one.start)
    if unit is None:
        unit = unit_behind(text, one.end)
    printed = ""
    behind = _GLUED.match(text, one.end) if text[one.end - 1].isdigit() else None
    if behind and not _SAME.match(text, one.end) and not is_a_unit(behind.group().strip()):
        printed = text[one.start : behind.end()]
    percent = bool(percent_behind(text, one.end, numbers))
    completed = one._replace(unit=unit, percent=percent, printed=printed)
    if one.parts:
        completed = completed._replace(
            parts=tuple(p._replace(unit=unit, percent=percent) for p in one.parts)
        )
    return completed._replace(bound=_bound(text, completed, language))


def _bound(text: str, one: Quantity, language: Language) -> str:
    """How exact the words beside a quantity say that it is: least, most, near, about or exact."""
    match = None
    if _WORD_OR_SIGN.match(text, max(one.start - 2, 0), one.start):
        match = _before(language).search(text, max(one.start - 30, 0), one.start)
    if match and not _is_preposition(match, one):
        return _SIGNS[sign] if (sign := match["sign"]) else match.lastgroup or ""
    if _ROUND.search(one.text):
        return "about"
    after = _AFTER.match(text, one.end)
    return (after.lastgroup or "") if after else ""


def words_on_exactness(text: str, start: int, end: int, language: Language) -> str:
    """The words beside a number of a text that say how exact it is, as they are written."""
    before = _before(language).search(text, max(start - 30, 0), start)
    after = None if before else _AFTER.match(text, end)
    return next((m.group().strip(" $€£¥₽-") for m in (before, after) if m), "")


def _is_preposition(match: re.Match[str], one: Quantity) -> bool:
    """Whether a word of exactness may be a preposition: about two things, over three days."""
    word = re.sub(r"\W.*", "", match.group().strip().lower())
    if word not in _OR_PREPOSITIONS:
        return False
    if one.unit is None:
        small = (isinstance(value, Decimal) and abs(value) < 13 for value in one.values)
        return all(small) and not _is_share(one)
    return word in ("over", "über") and is_time(one.unit)


def _is_share(one: Quantity) -> bool:
    """Whether a quantity is a part of something, which no preposition stands before: two-thirds."""
    return any(isinstance(v, Decimal) and 0 < v < 1 for v in one.values)
