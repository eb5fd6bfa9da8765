"""Numbers as texts print them: found in running text, and read as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import normalize, numeric

from .languages import LANGUAGES, Language
from .multiples import read_multiple
from .no_quantities import quantities_alone
from .spans import Span
from .words import one_of

_SPACES = " \u00a0\u202f\u2009"
_FINE = _SPACES[1:]  # between digits they only group
_LONGEST = 200  # characters; a million trillion trillion … would be more than a Decimal holds
_DASHES = "-‐‑–—"
_FRACTIONS = "¼-¾⅐-⅞"
_GLUED = frozenset("p mph kph km kg cm mm ft".split())  # units written to digits
_SIGNS = "[$€£¥₹₽₴₺₪₩₿¢₦₱₫₵₸]"
_MONEY = rf"(?-i:(?:[A-Z]{{0,3}}{_SIGNS}|[A-Z]{{3}}\ |Rs\.?\ )\ ?)"


class Reading(NamedTuple):
    """What a printed number means; ``maximum`` only where it is a range."""

    value: Decimal
    maximum: Decimal | None = None


class _Patterns:
    """What there is of a printed number: the percent sign or word behind it, one number, what
    joins two, a part of a whole (one in five), any number in a text, and the words and digits that
    make one. Each is long, and compiled when it is first asked for."""

    percent: re.Pattern[str]
    leads: re.Pattern[str]
    single: re.Pattern[str]
    between: re.Pattern[str]
    share: re.Pattern[str]
    anywhere: re.Pattern[str]
    tokens: re.Pattern[str]

    def __init__(self, **expressions: str):
        self._expressions = expressions

    def __getattr__(self, name: str) -> re.Pattern[str]:
        compiled = re.compile(self._expressions[name], re.IGNORECASE | re.VERBOSE)
        setattr(self, name, compiled)
        return compiled


def _digits(language: Language) -> str:
    """Digits as a language groups them, with decimals or a fraction."""
    point, mark = re.escape(language.decimal), re.escape(language.thousands)
    # Where the mark is a space, or a full stop that is as good as one, any space is as good. In
    # English two numbers may follow one another.
    spaces = _FINE if language.code == "en" or language.decimal == "." else _SPACES
    india = r"\d{1,2} (?:,\d{2})+ ,\d{3} (?!\d) (?:\.\d+)?" if mark == "," else "(?!)"
    mark = rf"(?:{'' if language.thousands.isspace() else f'{mark}|'}[{spaces}’'٬])"
    return rf"""
        \d{{1,3}} (?:{mark}\d{{3}})+ (?!\d) (?:[{point}٫]\d+)?          # 1,234,567.8
        | {india}                                                       # 12,34,567
        | (?:\d+ [{_SPACES}]?)? [{_FRACTIONS}]                          # 2½
        | \d+ [ -] [1-9]/[2-9] (?![\d/])                              # 3 1/2
        | \d+ (?:[{point}٫]\d+)?
    """


def _words(language: Language) -> str:
    """Number words, also several that make one."""
    numbers = language.numbers
    scales, after = _either(language.scales), _either(language.after)
    space = f"[{_DASHES}{_SPACES}]"
    ten = {word for word, number in numbers.items() if number in range(20, 100, 10)}
    tens, no_ten = _either(ten), _either(numbers.keys() - ten)
    small = _either([*(w for w, number in numbers.items() if 0 < number < 20), *language.after])
    hundreds = _either(w for w, n in numbers.items() if n in range(100, 1000, 100))
    joins = rf"(?:{_either(language.joins)} {space})?"
    below = rf"(?:{tens} (?:{space} {joins} {small}\b)? | {no_ten})"  # fifty-one
    word = rf"(?: (?:{hundreds} {space} {joins})? {below})"
    scaled = rf"(?: {space} {scales}\b)"
    more = rf"(?: {space} {joins} {_either([*numbers, *language.after])} \b {scaled}* )*"
    alone = _either([s for s in language.scales if s not in language.several])
    # Half a million; one million, two hundred and fifty; a hundred and two. Two and three are two.
    return rf"""
        \b (?: {_either(language.parts)} {space} {scales}
        | (?: (?P<alone>{alone}) | {after}(?={scaled}) | {_glued(language)} | {word} )
          (?: (?:{scaled}+ | (?(alone)|(?!))) {more} )? ) \b
    """


def _glued(language: Language) -> str:
    """Numbers in one word: zweihundertfünfzigtausend; anderthalb, zweieinhalb."""
    if not language.glue:
        return "(?!)"
    own = LANGUAGES[language.code]  # no other words are glued to these, where all are looked for
    unit = _either([*own.numbers, *(w for w in own.after if len(w) < 5)])
    hundred = rf"(?:{unit}?hundert(?:(?:{language.glue})?{unit})?|{unit})"
    return rf"""
        anderthalbe? | {unit}einhalbe?
        | {hundred}?tausend(?:(?:{language.glue})?{hundred})?
        | {unit}?hundert(?:(?:{language.glue})?{unit})?
    """


@cache
def _patterns(language: Language) -> _Patterns:
    """The expressions for one language. They are read without their white space and comments."""
    scales, after = _either(language.scales), _either(language.after)
    suffixes, to = _either(language.suffixes), _either(language.to)
    space, dash = f"[{_SPACES}]", f"[{_DASHES}]"
    digits, words = _digits(language), _words(language)
    scaled = rf"(?: [{_DASHES}{_SPACES}]? {scales}\b)"
    behind_digits = rf"""
        {space}? {_either(s for s in language.suffixes if len(s) > 1)}\b  # 1.2bn, 4,8 Mio
    """
    mixed = rf"(?:{space} (?:[^\W\d_]+{space})? {_either(language.mixed)} (?![\w]|\ of\b|\ des?\b))"
    one = rf"""(?: (?:{digits})
        (?:{behind_digits} | {suffixes}\b | {space}?{suffixes}(?=\ ?{_SIGNS}) | {scaled}*)
        (?:{mixed} {scaled}*)?
        | (?:{words}|{after}) (?:{mixed} {scaled}*)? )"""
    percent = rf"{space}? {_either(language.percent)}"
    between = rf"""
        (?P<ratio> {dash} {to} {dash} | :)                              # 3-to-1
        | {space} (?:{to}|{_either(language.ands)}) {space}             # 10 to 20, 10 and 20
        | {space}? [–—-] {space}?                                       # 10-20
    """
    glued = _either(_GLUED - language.suffixes.keys())
    around = rf"""(?:\.? (?:{percent} | {space}?(?:{_SIGNS}|EUR\b)) | (?<=[oOdD])\.  # 4,8 Mio. €
        | (?<=\d){glued}\b)?                                                # 20p, 40mph
    """
    single = rf"""
        (?P<sign>[-−+]|{language.minus})? {_MONEY}? (?P<sign1>[-−])? (?P<number>{one}) {around}
        (?P<below>{language.below})? {around}
    """
    small = _either(w for w, n in language.numbers.items() if n < 101)
    every = rf"(?:\d{{{{1,3}}}}(?![\d.,:]\d|\d)|{small}|{_either(['hundred', 'thousand'])})"
    share = (
        rf"(?P<part>\d+|{after}|{small})(?:{space}[^\W\d_]+)? {space}IN{space} (?P<every>{every})\b"
    )
    share = share.replace("{{", "{").replace("}}", "}")
    begins = {
        normalize(form, word)[0]
        for table in (language.numbers, language.after, language.scales, language.parts)
        for word in (*table, *language.several, *language.between)
        for form in ("NFC", "NFD")
    } | {"a", "m", "n"}
    no_time = r"(?!\ (?:second|minute|hour|day|week|month|year|night|decade)s?\b)"
    digit = _either(w for w, n in language.numbers.items() if 1 < n < 10)
    ten = _either(w for w, n in language.numbers.items() if n in (10, 100))
    few = rf"(?:[3-9](?![\d.,:]\d|\d)|10|100|{digit}|{ten})"
    shared = rf"""
        (?: (?:[2-9]|{digit}) (?:{space}[^\W\d_]+)? {space}{_either(language.every)}{space} {few}\b
          (?:{language.every_ends})
        | (?:1|{after})(?:{space}[^\W\d_]+)? {space}{_either(language.shared)}{space} {every}\b
        | (?:[2-9]|{digit}) (?:{space}[^\W\d_]+)? {space}{_either(language.shared)}{space}
          (?:10|100|{ten}|hundred)\b ) (?![.,:]?\d) {no_time}
    """
    anywhere = rf"""
        (?:(?=[\d{_FRACTIONS}+−-]) | \b(?=[{"".join(sorted(begins))}]))  # most places need no more
        (?: (?<={_SIGNS}) (?:{digits}) {space}? {suffixes}\b            # $5m
        | (?<![\w.,]) (?:{digits}) {space}? {suffixes} (?=\ ?{_SIGNS})    # 5 M€
        | (?<![\w.,]) {shared}                                          # one in five
        | (?: (?<!\w)(?:{language.minus}) | (?<![\w.,])[-−+] )? (?:{digits})
            (?: {behind_digits} | (?:{dash} {to} {dash} (?:{digits}))? {scaled}* )
            (?: {mixed} {scaled}* | {language.below} )?
        | \b {_either(language.several)} \b                             # millions
        | (?P<minus> (?<!\w)(?:{language.minus}) )? (?: {words} | (?(minus){after}\b|(?!)) )
            (?: {mixed} {scaled}* | {language.below} )?
        | \b {after} {mixed} {scaled}*
        | \b (?:{language.counts_one}) )
    """
    whole_word = "" if language.glue else r"(?<![^\W\d_])"
    tokens = rf"""
        (?<=\d) {space}? {suffixes} (?![^\W\d_])
        | {whole_word} {_either([*language.numbers, *language.scales, *language.after])}
        | [1-9]/[2-9] | [{_FRACTIONS}] | \d[\d.,’'٬٫{_SPACES}]*\d(?!/) | \d(?!/)
    """
    leads = rf"{_either(language.between)} {space}"
    share_of = share.replace("IN", _either(language.shares))
    return _Patterns(
        percent=rf"{percent} (?!\w)",
        leads=leads,
        single=single,
        between=between,
        share=share_of,
        anywhere=anywhere,
        tokens=tokens,
    )


@cache
def any_of_words(words: tuple[str, ...]) -> str:
    """An expression for any of some words, for one that is not read without its white space."""
    return _either(words)


def _either(words: Iterable[str]) -> str:
    """Any of some words, the longest first, with accents composed or not; nothing where none is."""
    found = one_of(form for word in words for form in (word, normalize("NFD", word)))
    return re.sub(r"\\[ -]", f"[{_DASHES}{_SPACES}]", found)


def every_number(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Every run of digits and every number word: 3-to-1, 1 million, −5 and millions."""
    return _patterns(language).anywhere.finditer(text)


def find_numbers(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The numbers of a text that can be quantities: no time of day, no number of a report."""
    return quantities_alone(text, every_number(text, language))


def percent_behind(text: str, at: int, language: Language) -> str:
    """The percent sign or word at some place of a text, if there is one."""
    sign = _patterns(language).percent.match(text, at)
    return sign.group() if sign else ""


def read_number(printed: str, language: Language, ratio: bool = False) -> Reading | None:
    """What a printed number means (million, thousands separators, 2.4-to-1, number words,
    percentages, ranges, one in five); None if it is none, in a language whose marks are not known
    too. 7:45 is a time of day, unless it is said to be a ``ratio``."""
    printed = normalize("NFC", printed.strip()[: _LONGEST + 1])
    words = re.sub(rf"[{_DASHES}{_SPACES}]", " ", printed.lower())
    if share := language.fractions.get(words.removeprefix("a ").removeprefix("one ")):
        return Reading(Decimal(share))
    if not language.known or len(printed) > _LONGEST:
        return None
    if not (sides := _sides(printed, language)):
        return _share(printed, language) or _multiple(words, language)
    if not ratio and _CLOCK.fullmatch(printed):
        return None
    first, second, how = sides
    if second is None:
        return Reading(first)
    if how == "ratio":  # rounded to as many places as a record may have
        return Reading(round(first / second, 6)) if second else None
    if first > second and first < 0:
        first, second = second, first  # 5 to 10 below zero
    return Reading(first, second) if first < second else None  # 5-4 is a score or a vote


def _share(printed: str, language: Language) -> Reading | None:
    """A part of a whole: one in five."""
    match = _patterns(language).share.fullmatch(printed)
    if not match:
        return None
    part, every = (_value(match[name], language) for name in ("part", "every"))
    return Reading(round(part / every, 6)) if part < every else None


def _multiple(words: str, language: Language) -> Reading | None:
    """A multiple or a part in words: twice, au tiers."""

    def plain(number: str) -> Decimal | None:
        sides = _sides(number, language)
        return sides[0] if sides and sides[1] is None else None

    value = read_multiple(words, language.code, plain)
    return None if value is None else Reading(value)


def read_score(printed: str, language: Language) -> tuple[Decimal, Decimal] | None:
    """The two sides of a score or a vote: 5-4, 3 to 1, 2:1; None where there are no two."""
    sides = _sides(normalize("NFC", printed.strip()), language) if language.known else None
    if not sides or re.match(_SIGNS, printed):
        return None
    first, second, _ = sides
    if second is None:
        return None
    whole = all(one == one.to_integral() for one in (first, second))
    return (first, second) if whole else None


def lent_scale(text: str, number: Span, language: Language) -> tuple[str, Decimal]:
    """The word that a number of a text takes from one behind it, and by how much that multiplies:
    million, of 1.8 in from 1.8 to 4.6 million; empty and 1 where it takes none."""
    none, own = ("", Decimal(1)), text[number.start : number.end]
    other = _TO_ANOTHER.match(text, number.end)
    if not (other and FROM.search(text, max(number.start - 9, 0), number.start)):
        return none
    if re.search(r"[^\W\d_]|%", own):
        return none
    one, bare, scaled = (
        read_number(some, language)
        for some in (own, other["other"], other["other"] + other["scale"])
    )
    if not (one and bare and scaled and one.value and bare.value) or one.maximum is not None:
        return none
    by, low, high = scaled.value / bare.value, *sorted((one.value, bare.value))
    return (other["scale"], by) if by >= 1000 and high <= _ALIKE * low else none


FROM = re.compile(r"\b(?:from|von|de|du|desde)\s$", re.IGNORECASE)  # from 14 to 9
_TO_ANOTHER = re.compile(
    r"\s(?:to|auf|à|a|hasta)\s(?:[$€£¥]\s?)?(?P<other>\d+(?:[.,]\d+)?\s?)(?P<scale>[^\W\d_]+)"
)
_ALIKE = 100  # by how much two numbers of one scale may differ
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d")


def _sides(printed: str, language: Language) -> tuple[Decimal, Decimal | None, str] | None:
    """The number printed, the one behind it where there are two, and how they are joined."""
    patterns = _patterns(language)
    leads = patterns.leads.match(printed)
    one = patterns.single.match(printed, leads.end() if leads else 0)
    if not one:
        return None
    first, negative = _value(one["number"], language), _is_negative(one)
    if one.end() == len(printed):
        return -first if negative else first, None, ""
    between = patterns.between.match(printed, one.end())
    two = patterns.single.match(printed, between.end()) if between else None
    if not between or not two or two.end() < len(printed):
        return None
    second = _value(two["number"], language)
    scale = re.search(r"[^\W\d_]+$", two["number"])
    by = (_scale(scale.group().lower(), language) or 1) if scale else 1
    in_words = re.search(r"[^\W\d_]", one["number"])
    if not in_words or first < second / by < min(by, 1000):
        first *= by  # "1 to 2 million", "five to six thousand": 1 million, five thousand too
    if two["below"]:  # 5 to 10 degrees below zero
        negative = True
    second = -second if _is_negative(two) else second
    return -first if negative else first, second, between.lastgroup or ""


def _is_negative(one: re.Match[str]) -> bool:
    return (one["sign"] or "+").strip() != "+" or bool(one["sign1"] or one["below"])


def _scale(word: str, language: Language) -> int | None:
    return language.scales.get(word) or language.suffixes.get(word)


def _value(printed: str, language: Language) -> Decimal:
    text = re.sub(rf"(?<=[^\W\d_])[{_DASHES}](?=[^\W\d_])", " ", printed.lower())
    text, share = _with_halves(text, language), Decimal(1)
    for words, part in language.parts.items():
        if text.startswith(words + " "):
            text, share = text[len(words) :], Decimal(part)
    # what is above the last thousand or million, what is below, and what came last
    total, group, last = Decimal(0), Decimal(0), Decimal(1)
    for token in _patterns(language).tokens.findall(text):
        token = re.sub(rf"[{_DASHES}]", "-", token.strip())
        scale = _scale(token, language)
        if not scale:
            own = _unscaled(token, language)
            group += own * (last if 0 < own < 1 and total and not group else 1)
        elif scale < 1000:
            group = (group or Decimal(1)) * scale
        elif group or not total:
            total, group, last = total + (group or Decimal(1)) * scale, Decimal(0), Decimal(scale)
        else:
            total, last = total * scale, last * scale
    return (total + group) * share


_SIGN_OF = {"0.5": "½", "0.25": "¼", "0.75": "¾", "0.333333": "⅓", "0.666667": "⅔"}


def _with_halves(text: str, language: Language) -> str:
    """A number with the sign of a fraction for the words that say it: two ½."""
    if language.glue:
        text = re.sub("einhalbe?", " ½", text.replace("anderthalb", "ein ½"))
    for words, share in language.mixed.items():
        if text.endswith(" " + words) or f" {words} " in text:
            return text.replace(words, _SIGN_OF[share])
    return text


def _unscaled(token: str, language: Language) -> Decimal:
    """A number word, a sign for a fraction, or digits."""
    if token in language.numbers:
        return Decimal(language.numbers[token])
    if "/" in token:
        return round(Decimal(token[0]) / int(token[2]), 6)
    if token[0].isdigit():
        plain = re.sub(rf"[{_SPACES}’'٬]", "", token.replace(language.thousands, ""))
        return Decimal(plain.replace(language.decimal, ".").replace("٫", "."))
    if re.fullmatch(f"[{_FRACTIONS}]", token):
        return round(Decimal(numeric(token)), 6)
    dashed = token.replace(" ", "-")  # quatre vingt: dashes are spaces here
    return Decimal(language.after.get(token, language.numbers.get(dashed, 0)))
