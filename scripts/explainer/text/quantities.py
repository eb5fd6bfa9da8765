"""Every quantity in what editors write: a wider way of looking for numbers than ``find_numbers``.

It finds fractions, multiples and ordinals too, in the words of all listed languages and in whatever
characters, and with each number what belongs to it: its sign, percent, unit, and the words that say
how exact it is. Two numbers that make one (2/3, 3:2, 10 to 20) are one quantity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import cache, lru_cache
from typing import NamedTuple

from .characters import as_read, is_a_number, plain_letters
from .languages import KEPT, Language
from .no_quantities import DIGITS_AMISS
from .numbers import Reading, every_number, lent_scale, read_number
from .numerals import find_numerals
from .quantity import Quantity, Value, complete, signed
from .spans import Span
from .wider_words import Shares, Tables, all_at_once
from .words import one_of, when_needed


class _Patterns(NamedTuple):
    wider: re.Pattern[str]  # named groups say what kind each is
    joined: re.Pattern[str]
    idioms: re.Pattern[str] | None
    plain: dict[str, str]  # words by their plain letters
    words: frozenset[str]
    pieces: Callable[[], re.Pattern[str]]


_LONGEST = 60  # characters of two numbers that may make one
_FRACTION_ENDS = r"""
    (?=\ (?:of|were|was|are|is|had|have|has|died|did|more|less|fewer|higher|lower|larger|smaller|as)
    \b|\ ?[.,;:!?)]|$)
"""


@cache
def _patterns(language: Language) -> _Patterns:
    numbers, wider = all_at_once(language)
    of_one = one_of(wider.one)
    to = one_of(numbers.to)
    cardinals = one_of([*numbers.numbers, *numbers.scales, *numbers.after])
    tens = one_of(word for word, n in numbers.numbers.items() if n in range(20, 100, 10))
    small = one_of([*numbers.numbers, *numbers.after])
    flags = re.VERBOSE | re.IGNORECASE
    number = rf"(?:\d[\d.,]{{0,20}}+|{cardinals})"
    ordinary = one_of([*wider.nth])
    pieces = one_of(
        [*numbers.numbers, *numbers.scales, *numbers.after, *numbers.joins, "und", "ein"]
    )
    counted = "|".join(wider.counted)
    expression = rf"""
        (?<!\w)(?:
            (?P<share>(?P<top>\d{{1,3}}|{small}|{of_one})[ -](?P<part>{one_of(wider.shares)})
                (?!\w)(?P<ends>{_FRACTION_ENDS})?)
            | (?P<one_in>(?<!no\ )(?<!any\ )(?<!some\ )(?<!every\ )one
                \ (?:in|out\ of|(?:in|of)\ every)\ (?P<every>\d{{1,3}}|{cardinals}))
            | (?P<fold>{number}[ -]?{one_of(wider.folds)}s?)
            | (?P<nth>{tens}[ -](?:{ordinary}|first|second)|{ordinary})
            | (?P<digits_nth>\d{{1,9}}+(?:st|nd|rd|th))
            | (?P<counted>(?-x:{counted}))
            | (?P<glued>(?:{pieces}){{2,12}}+)
        )(?!\w)
        | (?P<other>[^\x00-\x7f¼-¾⅐-⅞])"""
    own = all_at_once(language).wider.idioms
    words = [
        *numbers.numbers, *numbers.scales, *numbers.after, *wider.nth, *wider.shares, *wider.months,
        *(w for w in wider.counted if w.isalpha()), *wider.weekdays,
    ]  # fmt: skip
    return _Patterns(
        re.compile(expression, re.VERBOSE),  # of small letters: twice as quick as in any case
        re.compile(
            rf"""(?P<ratio>\ ?[/⁄∕÷∶]\ ?|:|[-–]{to}[-–]|\ (?:out\ of|(?:in|of)\ every)\ )
            | (?P<range>[-–—‑]|\ {to}\ (?:(?:a|the)\ )?)
            | (?P<point>\ {one_of(wider.point)}\ )
            | (?P<other>\ ?[×✕÷]\ ?|\ ?x\ ?|\ plus\ |\ times\ |\ ?\+\ ?|[.,'’·])
            | (?P<space>\ )""",
            flags,
        ),
        re.compile(rf"(?<![^\W_])(?:{'|'.join(own)})") if own else None,
        {plain_letters(word).lower(): word for word in words},
        frozenset(words),
        when_needed(pieces, re.IGNORECASE),
    )


@lru_cache(KEPT)
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


@lru_cache(KEPT)
def find_quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """The quantities of a ``readable`` text, in their order."""
    patterns = _patterns(language)
    masked = _masked(text, patterns)
    found = sorted(
        (*_cardinals(masked, language), *_wider(masked, language), *_numerals(masked)),
        key=lambda q: (q.start, -q.end),
    )
    joined = (*_joined(text, _apart(found), language),)
    return (*(_scaled(text, one, language) for one in joined),) if _FROM_TO(text) else joined


def _scaled(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity, with the scale of another behind it if it takes that: from 1.8 to 4.6 million."""
    by = lent_scale(text, Span(one.start, one.end), all_at_once(language).numbers)[1]
    values = (v * by if isinstance(v, Decimal) else v for v in one.values)
    return one._replace(values=frozenset(values)) if by > 1 else one


def _masked(text: str, patterns: _Patterns) -> str:
    """A text with nothing where an idiom is that says no number."""
    text = _PER_CENT.sub(lambda m: "\0" * len(m[0]), text)
    text = DIGITS_AMISS.sub(lambda m: "\0" * len(m[0]), text)
    if _COUNTED_OFF.search(text):
        text = _NEXT.sub(lambda m: "\0" * len(m[0]), text)
    if not patterns.idioms:
        return text
    return patterns.idioms.sub(lambda m: "\0" * len(m[0]), text)


_FROM_TO = re.compile(r"\b(?:from|von|de|du|desde)\s[$€£¥]?\d", re.IGNORECASE).search


# No hundred of anything, but what the number before it is in.
_PER_CENT = re.compile(r"\b(?:pour cent|por ciento)\b", re.IGNORECASE)

# The first …, the second …, the third: what is counted off is no number of anything.
_COUNTED_OFF = re.compile(r"\bfirst\b.*\bsecond\b", re.IGNORECASE | re.DOTALL)
_NEXT = re.compile(
    r"\b(?:the|a|and) (?:third|fourth|fifth)(?= (?:is|was|are|were|one)\b)", re.IGNORECASE
)


# More than one of them, and nobody says how many.
_SEVERAL = re.compile(
    "hundreds|thousands|(?:m|b|tr)illions|dozens|hunderte|tausende|(?:m|b)illionen|milliarden"
    "|milliards",
    re.IGNORECASE,
)


def _cardinals(text: str, language: Language) -> Iterator[Quantity]:
    numbers = all_at_once(language).numbers
    other_groups = rf"[-−+]?\d{{1,3}}(?:{re.escape(numbers.decimal)}\d{{3}})+"
    for match in every_number(text, numbers):
        # 400.000 is four hundred thousand to many readers: it is only as it is printed.
        printed = match.group()
        as_printed = re.fullmatch(other_groups, printed) or _SEVERAL.fullmatch(printed)
        value = printed.lower() if as_printed else _value(printed, numbers)
        yield Quantity(*match.span(), match.group(), frozenset([value]))


def _value(printed: str, numbers: Language) -> Value:
    reading = read_number(printed, numbers)
    if reading is None:
        return printed.lower()
    return reading.value if reading.maximum is None else reading


def _wider(text: str, language: Language) -> Iterator[Quantity]:
    """Fractions, multiples, ordinals and single signs."""
    tables, patterns = all_at_once(language), _patterns(language)
    for match in patterns.wider.finditer(_small(text)):
        kind = match.lastgroup or ""
        if kind == "other" and not is_a_number(match.group()):
            continue
        in_words = kind not in ("digits_nth", "glued")
        read = frozenset(_wide_values(match, kind, tables, patterns))
        if kind != "glued" or read:
            printed = text[match.start() : match.end()]
            yield Quantity(*match.span(), printed, read, in_words=in_words)


def _small(text: str) -> str:
    """A text in small letters, each in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
    return small.replace("ı", "i").replace("ſ", "s")


def _wide_values(
    match: re.Match[str], kind: str, tables: Tables, patterns: _Patterns
) -> Iterator[Value]:
    numbers, wider = tables
    printed = match.group().lower()
    match kind:
        case "share":
            yield from _share(match, tables)
        case "fold":
            yield _value(_stem(printed, numbers), numbers)
        case "nth":
            *tens, last = re.split("[ -]", printed)
            number = wider.nth.get(last) or {"first": 1, "second": 2}[last]
            yield Decimal(number + sum(numbers.numbers.get(ten, 0) for ten in tens))
        case "one_in":
            every = _value(match["every"].lower(), numbers)
            yield _ratio(Decimal(1), every) if isinstance(every, Decimal) else printed
        case "digits_nth":
            yield Decimal(printed[:-2])
        case "glued":
            words = " ".join(m[0] for m in patterns.pieces().finditer(printed))
            if isinstance(read := _value(words, numbers), Decimal):
                yield read
        case "counted":
            value = _counted(match, wider.counted)
            yield Decimal(value) if value else printed
        case _:
            yield printed


def _counted(match: re.Match[str], words: Shares) -> str:
    """What words for a number say: those of the first expression that fits. Groups for each would
    make looking for all of them several times as slow."""
    fits = (
        value for word, value in words.items() if _alone(word).match(match.string, match.start())
    )
    return next(fits)


@cache
def _alone(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?!\w)")


def _share(match: re.Match[str], tables: Tables) -> Iterator[Value]:
    """So many thirds; of one, where nothing shows that it is a part, the third one too."""
    wider = tables.wider
    top, part = match["top"].lower(), match["part"].lower()
    several = Decimal(1) if top in wider.one else _value(top, tables.numbers)
    if isinstance(several, Decimal):
        # Shares are listed rounded: of a third, three are one.
        yield round(several / round(1 / Decimal(wider.shares[part])), 6)
    if top in wider.one and part in wider.nth and match["ends"] is None:
        yield Decimal(wider.nth[part])


def _stem(printed: str, numbers: Language) -> str:
    """The number in front of -fold."""
    if digits := re.match(r"\d+(?:[.,]\d+)*", printed):
        return digits.group()
    words = [*numbers.numbers, *numbers.scales, *numbers.after]
    return next(w for w in sorted(words, key=len, reverse=True) if printed.startswith(w))


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
        one = signed(text, one, language)
        if last is not None:
            together = _together(text, last, one, language)
            if together:
                last = together
                continue
            yield complete(text, last, language)
        last = one
    if last is not None:
        yield complete(text, last, language)


_YEAR = re.compile(r"[12]\d{3}")
_FROM = re.compile(r"\b(?:from|von|de) $", re.IGNORECASE)  # it rose from 12 to 30


def _together(text: str, one: Quantity, two: Quantity, language: Language) -> Quantity | None:
    """Two quantities as the one that they make, None where they stand apart."""
    if not (how := _how_joined(text, one, two, language)):
        return None
    printed = text[one.start : two.end]
    a, b = (next(iter(q.values)) if len(q.values) == 1 else "" for q in (one, two))
    both = Quantity(one.start, two.end, printed, frozenset([printed.lower()]))
    if re.fullmatch(r"\d{1,3}(?: \d{3})+", printed):  # 1 400 000, however they are divided
        return both._replace(values=frozenset([Decimal(printed.replace(" ", ""))]))
    if not (isinstance(a, Decimal) and isinstance(b, Decimal)):
        return both
    value: Value = printed.lower()
    if how == "point" and (a, b) == (a.to_integral(), b.to_integral()):
        value = Decimal(f"{a:f}.{b:f}")
    elif how == "ratio":
        value = _ratio(a, b)
    elif how == "range":
        between = text[one.end : two.start]
        read = _value(printed.replace(between, "–"), all_at_once(language).numbers)
        value = read if isinstance(read, Reading) else Reading(a, b)
        if value.maximum is not None and value.value < value.maximum:
            first = one._replace(values=frozenset([value.value]))
            both = both._replace(parts=(first, complete(text, two, language)))
        else:  # 3 to 1, but not the score of a match, 5-4
            value = _ratio(a, b) if re.search(r"\w", between) else printed.lower()
    return both._replace(values=both.values | {value})


def _how_joined(text: str, one: Quantity, two: Quantity, language: Language) -> str:
    """In which way two quantities make one; empty where they stand apart."""
    if two.start - one.end > 12 or two.end - one.start > _LONGEST:
        return ""
    match = _patterns(language).joined.fullmatch(text, one.end, two.start)
    how = (match.lastgroup or "") if match else ""
    year = _YEAR.fullmatch(one.text)
    if how == "range" and (
        (year and _YEAR.fullmatch(two.text)) or _FROM.search(text, max(one.start - 6, 0), one.start)
    ):
        return ""
    digits = one.text[-1:].isdecimal() and two.text[:1].isdecimal()
    if how == "space":
        return how if digits and not year else ""
    return how if digits or text[one.end : two.start] not in set(".,'’") else ""


def _ratio(a: Decimal, b: Decimal) -> Value:
    try:
        return round(a / b, 6)
    except (DivisionByZero, InvalidOperation):
        return ""


_LESS = re.compile(
    r"(?i)(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!\bpas )(?<!\bnicht )\b"
    r"(?:(?:less|fewer|lower|smaller|shorter) than|under|below|south of|weniger als|unter"
    r"|moins d(?:es?\b|['’])|menos de)(?!\w)"
)


def says_less(text: str) -> bool:
    """Whether words before a number leave the number itself out: fewer than 40, unter 40."""
    return bool(_LESS.search(text))
