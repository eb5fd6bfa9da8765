"""Every quantity in what editors write: a wider way of looking for numbers than ``find_numbers``.

It finds fractions, multiples and ordinals too, in the words of all listed languages and in whatever
characters, and with each number what belongs to it: its sign, percent, unit, and the words that say
how exact it is. Two numbers that make one (2/3, 3:2, 10 to 20) are one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import cache
from typing import NamedTuple

from .characters import as_read, is_a_number, plain_letters
from .languages import Language
from .numbers import Reading, find_numbers, percent_behind, read_number
from .numerals import find_numerals
from .units import currency_before, is_a_unit, unit_behind
from .wider_words import Tables, all_at_once

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


class _Patterns(NamedTuple):
    wider: re.Pattern[str]  # named groups say what kind each is
    counted: tuple[str, ...]
    minus: re.Pattern[str]
    joined: re.Pattern[str]
    before: re.Pattern[str]
    idioms: re.Pattern[str] | None
    plain: dict[str, str]  # words by their plain letters
    words: frozenset[str]
    pieces: re.Pattern[str]


_LONGEST = 60  # characters of two numbers that may make one
_FRACTION_ENDS = r"""
    (?=\ (?:of|were|was|are|is|had|have|has|died|did|more|less|fewer|higher|lower|larger|smaller|as)
    \b|\ ?[.,;:!?)]|$)
"""


def _any_of(words: Iterable[str]) -> str:
    """Any of some words, the longest first; a ``readable`` text has its accents composed."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})"


@cache
def _patterns(language: Language) -> _Patterns:
    numbers, wider = all_at_once(language)
    of_one = _any_of(wider.one)
    to = _any_of(numbers.to)
    cardinals = _any_of([*numbers.numbers, *numbers.scales, *numbers.after])
    tens = _any_of(word for word, n in numbers.numbers.items() if n in range(20, 100, 10))
    small = _any_of([*numbers.numbers, *numbers.after])
    flags = re.VERBOSE | re.IGNORECASE
    number = rf"(?:\d[\d.,]{{0,20}}+|{cardinals})"
    ordinary = _any_of([*wider.nth])
    pieces = _any_of(
        [*numbers.numbers, *numbers.scales, *numbers.after, *numbers.joins, "und", "ein"]
    )
    counted = "|".join(f"(?P<c{i}>{words})" for i, words in enumerate(wider.counted))
    expression = rf"""
        (?<!\w)(?:
            (?P<share>(?P<top>\d{{1,3}}|{small}|{of_one})[ -](?P<part>{_any_of(wider.shares)})
                (?!\w)(?P<ends>{_FRACTION_ENDS})?)
            | (?P<one_in>(?<!no\ )(?<!any\ )(?<!some\ )(?<!every\ )one
                \ (?:in|out\ of|(?:in|of)\ every)\ (?P<every>\d{{1,3}}|{cardinals}))
            | (?P<fold>{number}[ -]?{_any_of(wider.folds)}s?)
            | (?P<nth>{tens}[ -](?:{ordinary}|first|second)|{ordinary})
            | (?P<digits_nth>\d{{1,9}}+(?:st|nd|rd|th))
            | (?-x:{counted})
            | (?P<glued>(?:{pieces}){{2,12}}+)
        )(?!\w)
        | (?P<other>[^\x00-\x7f¼-¾⅐-⅞])
    """
    bounds = "|".join(f"(?P<{how}>{'|'.join(words)})" for how, words in wider.bounds.items())
    own = all_at_once(language).wider.idioms
    words = [
        *numbers.numbers, *numbers.scales, *numbers.after, *wider.nth, *wider.shares, *wider.months,
        *(w for w in wider.counted if w.isalpha()), *wider.weekdays,
    ]  # fmt: skip
    return _Patterns(
        re.compile(expression, flags),
        tuple(wider.counted.values()),
        re.compile(rf"(?:\b{_any_of(wider.minus)}[ -]|[-−–]\ ?[$€£¥])$", flags),
        re.compile(
            rf"""(?P<ratio>\ ?[/⁄∕÷∶]\ ?|:|[-–]{to}[-–]|\ (?:out\ of|(?:in|of)\ every)\ )
            | (?P<range>[-–—‑]|\ {to}\ (?:(?:a|the)\ )?)
            | (?P<point>\ {_any_of(wider.point)}\ )
            | (?P<other>\ ?[×✕÷]\ ?|\ ?x\ ?|\ plus\ |\ times\ |\ ?\+\ ?|[.,'’·])
            | (?P<space>\ )""",
            flags,
        ),
        re.compile(
            rf"(?:\b(?:{bounds})\ (?:(?:an?|the|one|those|these|his|her|their|all)\ )?"
            r"|(?P<sign>[<>≤≥~≈+])\ ?)[$€£¥₽]?$",
            re.IGNORECASE,
        ),
        re.compile("|".join(f"(?<![^\\W_])(?:{e})" for e in own)) if own else None,
        {plain_letters(word).lower(): word for word in words},
        frozenset(words),
        re.compile(pieces, re.IGNORECASE),
    )


def readable(text: str, language: Language) -> str:
    """A text as its reader sees it, with a word for a number in plain letters (nínety, ɴɪɴᴇᴛʏ,
    n i n e t y): what ``find_quantities`` and ``find_dates`` read."""
    patterns = _patterns(language)

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.lower() in patterns.words else patterns.plain.get(_letters(word), word)

    text = as_read(text)
    if not text.isascii():
        text = re.sub(
            r"[^\s,.;:!?()“”„‘’«»-]*[^\s\x00-\x7f“”„‘’«»–—…][^\s,.;:!?()“”„‘’«»-]*", plain, text
        )
    return re.sub(
        r"(?<![^\s(])(?:[A-Za-z][ .·*_-]){2,20}[A-Za-z](?![^\W_])",
        lambda match: patterns.plain.get(re.sub("[^a-z]", "", match[0].lower()), match[0]),
        text,
    )


def _letters(word: str) -> str:
    return plain_letters(word).lower()


def find_quantities(text: str, language: Language) -> list[Quantity]:
    """The quantities of a ``readable`` text, in their order."""
    patterns = _patterns(language)
    masked = _masked(text, patterns)
    found = sorted(
        (*_cardinals(masked, language), *_wider(masked, language), *_numerals(masked)),
        key=lambda q: (q.start, -q.end),
    )
    return [*_joined(text, _apart(found), language)]


def _masked(text: str, patterns: _Patterns) -> str:
    """A text with nothing where an idiom is that says no number."""
    if _COUNTED_OFF.search(text):
        text = _NEXT.sub(lambda m: "\0" * len(m[0]), text)
    if not patterns.idioms:
        return text
    return patterns.idioms.sub(lambda m: "\0" * len(m[0]), text)


# The first …, the second …, the third: what is counted off is no number of anything.
_COUNTED_OFF = re.compile(r"\bfirst\b.*\bsecond\b", re.IGNORECASE | re.DOTALL)
_NEXT = re.compile(
    r"\b(?:the|a|and) (?:third|fourth|fifth)(?= (?:is|was|are|were|one)\b)", re.IGNORECASE
)


def _cardinals(text: str, language: Language) -> Iterator[Quantity]:
    numbers = all_at_once(language).numbers
    other_groups = rf"[-−+]?\d{{1,3}}(?:{re.escape(numbers.decimal)}\d{{3}})+"
    for match in find_numbers(text, numbers):
        # 400.000 is four hundred thousand to many readers: it is only as it is printed.
        grouped = re.fullmatch(other_groups, match.group())
        value = match.group() if grouped else _value(match.group(), numbers)
        yield Quantity(*match.span(), match.group(), frozenset([value]))


def _value(printed: str, numbers: Language) -> Value:
    reading = read_number(printed, numbers)
    if reading is None:
        return printed.lower()
    return reading.value if reading.maximum is None else reading


def _wider(text: str, language: Language) -> Iterator[Quantity]:
    """Fractions, multiples, ordinals and single signs."""
    tables, patterns = all_at_once(language), _patterns(language)
    for match in patterns.wider.finditer(text):
        kind = match.lastgroup or ""
        if kind == "other" and not is_a_number(match.group()):
            continue
        in_words = kind not in ("digits_nth", "glued")
        read = frozenset(_wide_values(match, kind, tables, patterns))
        if kind != "glued" or read:
            yield Quantity(*match.span(), match.group(), read, in_words=in_words)


def _wide_values(
    match: re.Match[str], kind: str, tables: Tables, patterns: _Patterns
) -> Iterator[Value]:
    numbers, wider = tables
    printed = match.group().lower()
    if kind == "share":
        top, part = match["top"].lower(), match["part"].lower()
        several = Decimal(1) if top in wider.one else _value(top, numbers)
        if isinstance(several, Decimal):
            yield round(several * _exactly(wider.shares[part]), 6)
        if top in wider.one and part in wider.nth and match["ends"] is None:
            yield Decimal(wider.nth[part])  # a third meeting
    elif kind == "fold":
        yield _value(_stem(printed, numbers), numbers)
    elif kind == "nth":
        *tens, last = re.split("[ -]", printed)
        number = wider.nth.get(last) or {"first": 1, "second": 2}[last]
        yield Decimal(number + sum(numbers.numbers.get(ten, 0) for ten in tens))
    elif kind == "one_in":
        every = _value(match["every"].lower(), numbers)
        yield _ratio(Decimal(1), every) if isinstance(every, Decimal) else printed
    elif kind == "digits_nth":
        yield Decimal(printed[:-2])
    elif kind == "glued":
        words = " ".join(m[0] for m in patterns.pieces.finditer(printed))
        read = _value(words, numbers)
        if isinstance(read, Decimal):
            yield read
    else:  # one of those counted, or a single sign
        value = patterns.counted[int(kind[1:])] if kind != "other" else ""
        yield Decimal(value) if value else printed


def _stem(printed: str, numbers: Language) -> str:
    """The number in front of -fold."""
    if digits := re.match(r"\d+(?:[.,]\d+)*", printed):
        return digits.group()
    words = [*numbers.numbers, *numbers.scales, *numbers.after]
    return next(w for w in sorted(words, key=len, reverse=True) if printed.startswith(w))


def _exactly(share: str) -> Decimal:
    """A share that was rounded, as near as a Decimal gets: a third of 1."""
    return Decimal(1) / round(1 / Decimal(share))


def _numerals(text: str) -> Iterator[Quantity]:
    for span, value in find_numerals(text):
        printed = text[span.start : span.end]
        read: frozenset[Value] = frozenset([Decimal(value) if value else printed.lower()])
        yield Quantity(*span, printed, read, in_words=value is not None)


def _apart(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Of quantities that overlap, the longer; of equally long ones, what both can mean."""
    last: Quantity | None = None
    for one in found:
        if last is None or one.start >= last.end:
            if last:
                yield last
            last = one
        elif (one.start, one.end) == (last.start, last.end):
            last = last._replace(values=last.values | one.values)
        elif one.end - one.start > last.end - last.start:
            last = one
    if last:
        yield last


def _joined(text: str, found: Iterator[Quantity], language: Language) -> Iterator[Quantity]:
    last: Quantity | None = None
    for one in found:
        one = _signed(text, one, language)
        if last is not None:
            together = _together(text, last, one, language)
            if together:
                last = together
                continue
            yield _complete(text, last, language)
        last = one
    if last is not None:
        yield _complete(text, last, language)


def _together(text: str, one: Quantity, two: Quantity, language: Language) -> Quantity | None:
    """Two quantities as the one that they make, None where they stand apart."""
    if two.start - one.end > 12 or two.end - one.start > _LONGEST:
        return None
    between = text[one.end : two.start]
    match = _patterns(language).joined.fullmatch(between)
    how = match.lastgroup if match else ""
    if not how:
        return None
    digits = one.text[-1:].isdecimal() and two.text[:1].isdecimal()
    years = re.fullmatch(r"[12]\d{3}", one.text) and re.fullmatch(r"[12]\d{3}", two.text)
    if (how == "space" and (not digits or re.fullmatch(r"[12]\d{3}", one.text))) or (
        years and how == "range"
    ):
        return None
    if re.fullmatch("[.,'’]", between) and not digits:
        return None
    if how == "range" and text[max(one.start - 6, 0) : one.start].lower().endswith(
        ("from ", "von ", "de ")
    ):
        return None  # it rose from 12 to 30
    text_of_both = text[one.start : two.end]
    numbers = all_at_once(language).numbers
    values: set[Value] = {text_of_both.lower()}
    a, b = (next(iter(q.values)) if len(q.values) == 1 else "" for q in (one, two))
    parts: tuple[Quantity, ...] = ()
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        if how == "range":
            read = _value(text_of_both.replace(between, "–"), numbers)
            pair = read if isinstance(read, Reading) else Reading(a, b)
            if pair.maximum is not None and pair.value < pair.maximum:
                values.add(pair)
                parts = (
                    one._replace(values=frozenset([pair.value])),
                    _complete(text, two, language),
                )
            elif " " in between or re.search(r"\w", between):
                values.add(_ratio(a, b))
        elif how == "ratio":
            values.add(_ratio(a, b))
        elif how == "point" and b == b.to_integral() and a == a.to_integral():
            values.add(Decimal(f"{a:f}.{b:f}"))
    return Quantity(one.start, two.end, text_of_both, frozenset(values), parts)


def _ratio(a: Decimal, b: Decimal) -> Value:
    try:
        return round(a / b, 6)
    except (DivisionByZero, InvalidOperation):
        return ""


def _signed(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the minus before it, written as a word or before a currency."""
    if not _WORD_OR_SIGN.match(text, max(one.start - 2, 0), one.start):
        return one
    match = _patterns(language).minus.search(text, max(one.start - 12, 0), one.start)
    if not match:
        return one
    values = frozenset(-v if isinstance(v, Decimal) else f"-{v}" for v in one.values)
    return one._replace(
        start=match.start(), text=text[match.start() : one.end], values=values, parts=()
    )


_SAME = re.compile(r"(?:st|nd|rd|th|s)\b")
_GLUED = re.compile(r"[^\W\d_]+|\s(?:bn|tn|mn|mln|lakh|crore|[kKmMbBtT])(?![\w.’'-])")
_AFTER = re.compile(
    r"(?P<least>\ ?\+|[ -]plus\b|(?:\ \w+)?\ (?:or\ (?:more|over|above|longer)|at\ least)\b)"
    r"|(?P<most>(?:\ \w+)?\ or\ (?:less|fewer|under)\b|(?:\ \w+)?\ at\ (?:the\ )?most\b)"
    r"|(?P<about>(?:\ \w+)?\ or\ so\b|-odd\b)",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = {
    "<": "most",
    "≤": "most",
    ">": "least",
    "≥": "least",
    "+": "least",
    "~": "about",
    "≈": "about",
}
_WORD_OR_SIGN = re.compile(r"[^\W\d] |.?[^\w\s,;:!?()]|\w\.? ")
# Prepositions too, before a small number that measures nothing.
_OR_PREPOSITIONS = frozenset(
    "over under above below about around some beyond über unter gut rund quelque up up·to".split()
)
_TIME = 8  # the first units are those of time


def _complete(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the percent, unit, letters and words of exactness beside it."""
    numbers = all_at_once(language).numbers
    unit, _ = unit_behind(text, one.end)
    if (currency := currency_before(text, one.start)) is not None:
        unit = currency
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
        match = _patterns(language).before.search(text, max(one.start - 30, 0), one.start)
    if match and (sign := match["sign"]):
        return _SIGNS[sign]
    if match:
        word = re.sub(r"\W.*", "", match.group().strip().lower())
        value = next(iter(one.values))
        small = isinstance(value, Decimal) and abs(value) < 13
        time = one.unit is not None and one.unit < _TIME
        if word not in _OR_PREPOSITIONS or not (
            (small and one.unit is None) or (word in ("over", "über") and time)
        ):
            return match.lastgroup or ""
    after = _AFTER.match(text, one.end)
    return (after.lastgroup or "") if after else ""
