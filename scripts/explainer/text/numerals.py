"""Numbers in letters: Roman numerals in capitals, and letters that are taken for digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .spans import Span
from .units import unit_behind

_ROMAN = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
# Letters that are taken for digits, and Roman numerals.
_LIKE_DIGITS = re.compile(
    r"(?<![\w.,])(?=[\dIlOo,.]*[IlO])[\dIlOo]{1,3}(?:[,.][\dIlOo]{3})+\b|\b[IlO\d]?[O0]{2,}\b"
)
_NUMERAL = re.compile(r"(?<![\w.-])[IVXLCDM]{2,15}(?![\w-])")
_NAMED = re.compile(
    r"(?:\b[A-Z][\w’'.-]*|\b(?:chapter|part|volume|book|section|article|title|act|scene|appendix"
    r"|annex"
    r"|table|figure|type|phase|class|grade|level|stage|kapitel|teil|band|chapitre|partie|tome)s?) $"
)
_NO_NAME = re.compile(
    r"(?:\b(?:[A-Z]\w+(?:ed|ing|ly)|About|Over|Some|Another|In|Of|The|These|Those|All|Than|Only"
    r"|Under"
    r"|At|By|Around|With|For|And|But|Or|From|To|Up|Were|Was|Are|Is|On|After|Before|Lost|Dead)) $"
)


def find_numerals(text: str) -> Iterator[tuple[Span, int | None]]:
    """Where letters say a number, and which; None for letters that only look like digits.

    A Roman numeral behind a name or a part of a work is a part of that name: Charles III, World
    War II, chapter IV. One letter is none, since I is a pronoun; up to three with a C, D, L or M
    are one only before a unit, since most are abbreviations."""
    for match in _LIKE_DIGITS.finditer(text):
        digits = re.sub("[Oo]", "0", re.sub("[Il]", "1", match.group()))
        if digits != match.group():
            yield Span(*match.span()), None
    for match in _NUMERAL.finditer(text):
        value = _roman(match.group())
        if value and not _is_name(text, match, value):
            yield Span(*match.span()), value


def _is_name(text: str, match: re.Match[str], value: int) -> bool:
    """Whether a Roman numeral numbers a list (IV. or (II)), is letters of a name (CLI, DC), or
    belongs to the name before it."""
    if not match.start() or (text[match.start() - 1] == "(" and text.startswith(")", match.end())):
        return True
    if len(match.group()) < 4 and not set(match.group()) <= set("IVX"):
        return unit_behind(text, match.end()) is None
    before = text[max(match.start() - 30, 0) : match.start()]
    return value < 100 and bool(_NAMED.search(before)) and not _NO_NAME.search(before)


def _roman(numeral: str) -> int:
    """The value of a Roman numeral; 0 for letters that make none."""
    if not re.fullmatch(_ROMAN, numeral):
        return 0
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
