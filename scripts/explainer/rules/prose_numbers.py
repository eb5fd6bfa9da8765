"""The rule on numbers in what editors write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any

from ..text.folding import fold
from ..text.languages import Language, language
from ..text.numbers import find_numbers, percent_sign, read_number
from ..text.words import beside_a_month, stands_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.roles import DATE, OUTSIDE, SOURCE, values
from ..topic.site import Site
from .own_words import listed, own_words, words_of, written_language
from .registry import rule


@rule(whole=True)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words comes from a fact cited in that paragraph, or
    from that record; a percentage from one that has it as a percentage.
    """
    marks = written_language(site)
    known, days = cache(partial(_numbers_of, site, marks=marks)), cache(partial(_days_of, site))
    for own in own_words(site):
        for match in find_numbers(own.text, marks):
            sign = percent_sign(match, marks)
            number = _reading(match.group(), marks), bool(sign)
            if (printed := _printed(match)) != match.group() and not any(
                stands_in(fold(printed), fold(words)) for words in words_of(site, own)
            ):
                yield own.problem(
                    f'"{printed}" is in no fact cited here as it is written ({listed(own.records)})',
                    "write the number as the source does, with its sign and scale, or as the fact"
                    " has it",
                    printed,
                )
                continue
            known_here = any(number in known(name) for name in own.records) or any(
                number in _readings(words, marks) for words in own.words
            )
            if not known_here and not (
                _day(own.text, match, marks)
                and any(number[0] in days(name) for name in own.records)
            ):
                yield own.problem(
                    f'the number "{match.group()}{sign}" is in no fact cited here'
                    f" ({listed(own.records)})",
                    "cite the fact it comes from in the same paragraph",
                    match.group() + sign,
                )


# Right behind digits: an ordinal or a decade is the same number, other letters are a scale or a
# unit (3bn, 5k, 40mph).
_SAME = re.compile(r"(?:st|nd|rd|th|s)\b")
_GLUED = re.compile(r"[^\W\d_]+|‰|\s(?:bn|tn|mn|mln|lakh|crore)\b")


def _printed(number: re.Match[str]) -> str:
    """A number as it is printed in running text, with the currency before it and the letters right
    behind its digits.
    """
    text, start, end = number.string, number.start(), number.end()
    behind = (
        None if not text[end - 1].isdigit() or _SAME.match(text, end) else _GLUED.match(text, end)
    )
    return text[
        start - (text[start - 1 : start] in tuple("$€£¥")) : behind.end() if behind else end
    ]


def _numbers_of(site: Site, name: str, marks: Language) -> set[Any]:
    """The numbers that a record gives: in its words, its value, the years of its dates and what it
    says of what stands outside the sources.
    """
    record = site.topic.records[name]
    texts = [p.exact for p in site.evidence.of(name)]
    for _, value, spec in values(record):
        if spec.role is DATE and value != NOT_STATED:
            texts.append(value[:4])
        elif spec.role is OUTSIDE or (spec.role is SOURCE and isinstance(value, str)):
            texts.append(value)
    if isinstance(record, Figure) and _words(record.value_text).endswith(_words(record.unit)):
        texts.append(record.unit)  # to 1, of 3-to-1
    known = {number for t in texts for number in _readings(t, marks)}
    if isinstance(record, Figure):
        percent = any(
            percent_sign(m, marks)
            for m in find_numbers(f"1 {record.unit}; {record.value_text}", marks)
        )
        readings = (record.value, record.value_max, _reading(record.value_text, marks))
        known |= {(v, share) for v in readings if v is not None for share in {False, percent}}
    return known


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _days_of(site: Site, name: str) -> set[Decimal]:
    """The days of the month in a record's dates."""
    return {
        Decimal(value[8:])
        for _, value, spec in values(site.topic.records[name])
        if spec.role is DATE and len(value) == 10 and value != NOT_STATED
    }


def _day(text: str, number: re.Match[str], marks: Language) -> bool:
    """Whether a number stands beside the name of a month; in a language whose months are not known
    here it may.
    """
    return marks is not language("en") or beside_a_month(text, number.span())


def _readings(text: str, marks: Language) -> set[tuple[Any, bool]]:
    """The numbers of a text, and whether each is a percentage; what is one may be cited without the
    sign too.
    """
    found = [
        (_reading(m.group(), marks), bool(percent_sign(m, marks)))
        for m in find_numbers(text, marks)
    ]
    return {*found, *((number, False) for number, _ in found)}


def _reading(printed: str, marks: Language) -> Any:
    reading = read_number(printed, marks)
    return (reading.value if reading.maximum is None else reading) if reading else printed.lower()
