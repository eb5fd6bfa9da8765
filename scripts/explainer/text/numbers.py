"""Numbers as texts print them: found in running text, and read as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import normalize, numeric

from .languages import Language
from .words import one_of

_SPACES = " \u00a0\u202f\u2009"
_LONGEST = 200  # characters; a million trillion trillion … would be more than a Decimal holds
_DASHES = "-‐‑–—"
_FRACTIONS = "¼-¾⅐-⅞"
_MONEY = "[$€£¥]"


class Reading(NamedTuple):
    """What a printed number means; ``maximum`` only where it is a range."""

    value: Decimal
    maximum: Decimal | None = None


class _Patterns(NamedTuple):
    """The percent sign or word behind a number, all of a printed number, any number in a text."""

    percent: re.Pattern[str]
    whole: re.Pattern[str]
    anywhere: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    """The expressions for one language. They are read without their white space and comments."""
    scales, after = _either(language.scales), _either(language.after)
    suffixes, to = _either(language.suffixes), _either(language.to)
    space, dash = f"[{_SPACES}]", f"[{_DASHES}]"
    thousands = re.escape(language.thousands) + (_SPACES if language.thousands.isspace() else "")
    point = re.escape(language.decimal)
    digits = rf"""
        \d{{1,3}} (?:[{thousands}’']\d{{3}})+ (?!\d) (?:{point}\d+)?    # 1,234,567.8
        | \d* [{_FRACTIONS}]                                            # 2½
        | \d+ (?:{point}\d+)?
    """
    word = rf"""
        {_either(language.numbers)}
        (?: [{_DASHES}\ ] {_either([*language.numbers, *language.after])} )?  # fifty-one
    """
    scaled = rf"(?: [{_DASHES}{_SPACES}] {scales}\b)"
    more = rf"(?: {space} (?:{_either(language.joins)} {space})? (?:{word}) {scaled}* )*"
    words = rf"""
        \b {_either(language.parts)} {space} {scales}\b                 # half a million
        | \b (?: {after} (?={scaled}) | {word})                          # one million
            (?:{scaled}+ {more})? \b                                     # two hundred and fifty
        | \b {scales} {scaled}* {more}\b                                # a hundred and two
    """
    behind_digits = rf"""
        {space}? {_either(s for s in language.suffixes if len(s) > 1)}\b  # 1.2bn, 4,8 Mio
    """
    one = rf"(?: (?:{digits}) (?:{behind_digits} | {suffixes}\b | {scaled}*) | {words} )"
    percent = rf"{space}? {_either(language.percent)}"
    between = rf"""
        (?: (?P<ratio> {dash} {to} {dash} | :)                          # 3-to-1
        | {space} (?:{to}|and) {space}                                  # 10 to 20, 10 and 20
        | {space}? [–—-] {space}? )                                     # 10-20
    """
    money = rf"(?:[A-Z]{{0,3}}{_MONEY})?"
    whole = rf"""
        (?P<sign>[-−+]?) {money} (?P<first>{one}) (?:{percent})?
        (?: {between} {money} (?P<second>{one}) )? (?:{percent})?
    """
    begins = {
        normalize(form, word)[0]
        for table in (language.numbers, language.after, language.scales, language.parts)
        for word in table
        for form in ("NFC", "NFD")
    }
    anywhere = rf"""
        (?=[\d{_FRACTIONS}{re.escape("".join(sorted(begins)))}+−-])     # most places need no more
        (?: (?<={_MONEY}) (?:{digits}) {space}? {suffixes}\b            # $5m
        | (?:(?<![\w.,])[-−+])? (?:{digits})
            (?: {behind_digits} | (?:{dash} {to} {dash} (?:{digits}))? {scaled}* )
        | \b {scales}s\b                                                # millions
        | {words} )
    """
    pieces = rf"{percent} (?!\w)", whole, anywhere
    return _Patterns(*(re.compile(piece, re.IGNORECASE | re.VERBOSE) for piece in pieces))


def _either(words: Iterable[str]) -> str:
    """Any of some words, the longest first, with accents composed or not; nothing where none is."""
    return one_of(form for word in words for form in (word, normalize("NFD", word)))


def find_numbers(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Every run of digits and every number word: 3-to-1, 1 million, −5 and millions."""
    return _patterns(language).anywhere.finditer(text)


def percent_sign(number: re.Match[str], language: Language) -> str:
    """The percent sign or word behind a number found in a text, if there is one."""
    return percent_behind(number.string, number.end(), language)


def percent_behind(text: str, at: int, language: Language) -> str:
    """The percent sign or word at some place of a text, if there is one."""
    sign = _patterns(language).percent.match(text, at)
    return sign.group() if sign else ""


def read_number(printed: str, language: Language) -> Reading | None:
    """What a printed number means (million, thousands separators, 2.4-to-1, number words,
    percentages, ranges); None if it is none."""
    printed = normalize("NFC", printed.strip()[: _LONGEST + 1])
    words = re.sub(rf"[{_DASHES}{_SPACES}]", " ", printed.lower())
    if share := language.fractions.get(words.removeprefix("a ").removeprefix("one ")):
        return Reading(Decimal(share))
    match = _patterns(language).whole.fullmatch(printed)
    if not match or len(printed) > _LONGEST:
        return None
    first = _value(match["first"], language)
    if match["sign"] in ("-", "−"):
        first = -first
    if not match["second"]:
        return Reading(first)
    second = _value(match["second"], language)
    if match["ratio"]:  # rounded to as many places as a record may have
        return Reading(round(first / second, 6)) if second else None
    scale = re.search(r"[^\W\d_]+$", match["second"])
    if scale and not re.search(r"[^\W\d_]", match["first"]):
        first *= _scale(scale.group().lower(), language) or 1  # "1 to 2 million": 1 million too
    return Reading(first, second) if first < second else None  # 5-4 is a score or a vote


def _scale(word: str, language: Language) -> int | None:
    return language.scales.get(word) or language.suffixes.get(word)


def _value(printed: str, language: Language) -> Decimal:
    text, share = printed.lower(), Decimal(1)
    for words, part in language.parts.items():
        if text.startswith(words + " "):
            text, share = text[len(words) :], Decimal(part)
    total = group = Decimal(0)  # what is above the last thousand or million, and what is below
    for token in re.findall(rf"[^\W\d_]+|[{_FRACTIONS}]|\d[\d.,’'\u00a0\u202f\u2009 ]*\d|\d", text):
        scale = _scale(token, language)
        if not scale:
            group += _unscaled(token, language)
        elif scale < 1000:
            group = (group or Decimal(1)) * scale
        elif group or not total:
            total, group = total + (group or Decimal(1)) * scale, Decimal(0)
        else:
            total *= scale
    return (total + group) * share


def _unscaled(token: str, language: Language) -> Decimal:
    """A number word, a sign for a fraction, or digits; nothing for any other word."""
    if token in language.numbers:
        return Decimal(language.numbers[token])
    if token[0].isdigit():
        plain = re.sub(rf"[{_SPACES}’']", "", token.replace(language.thousands, ""))
        return Decimal(plain.replace(language.decimal, "."))
    if re.fullmatch(f"[{_FRACTIONS}]", token):
        return round(Decimal(numeric(token)), 6)
    return Decimal(language.after.get(token, 0))
