"""The rules on numbers and dates in what editors write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.days import Dated
from ..text.languages import is_listed
from ..text.quantities import find_quantities
from ..text.quantity import Quantity
from ..text.units import PEOPLE, is_measure
from ..text.words import stands_in
from ..topic.problems import Problem
from ..topic.site import Site
from .known_numbers import Known, reader_of
from .own_words import OwnWords, listed, own_words
from .registry import rule

# What words of exactness a figure bears out, whatever its own words are.
_BORNE_OUT = {"near": {"near", "about", "most"}, "about": {"about", "near"}}
_IN_PERCENT = re.compile(
    r"%|\b(?:per ?cent|percent|share|rate|proportion|points?|prozent|anteil|pour ?cent|part|taux)",
    re.IGNORECASE,
)


@rule(whole=True)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words, in whatever words and characters, comes from a
    fact cited in that paragraph, or from that record; so do its sign, its scale, its currency and
    its unit, and a number that is made of two others. A percentage comes from one that has it as a
    percentage. "At least", "at most", "about" and their like agree with the fact's qualifier or
    its words."""
    reader = reader_of(site)
    for own in own_words(site):
        text = _without_dates(*reader.text(own))
        quantities = find_quantities(text, reader.language)
        known = reader.of(own) if quantities else []
        percent = bool(quantities and _IN_PERCENT.search(text))
        for quantity in quantities:
            if problem := _unknown(quantity, known, own, percent):
                yield problem


def _without_dates(text: str, dates: Iterable[Dated]) -> str:
    """A text with nothing where its dates are, which have a rule of their own."""
    kept: list[str] = []
    at = 0
    for dated in dates:
        kept += text[at : dated.start], "\0"
        at = dated.end
    return "".join([*kept, text[at:]])


def _unknown(
    quantity: Quantity, known: list[Known], own: OwnWords, percent: bool
) -> Problem | None:
    """What is wrong with a quantity, if anything is."""
    printed, cited = quantity.printed, listed(own.records)
    if printed and not any(stands_in(printed, one.words) for one in known):
        return own.problem(
            f'"{printed}" is in no fact cited here as it is written ({cited})',
            "write the number as the source does, with its sign and scale, or as the fact has it",
            printed,
        )
    if _is_in_the_words(quantity, known) or _is_a_day(quantity, known):
        return None
    same = _same(quantity, known, percent)
    if not same:
        whole = quantity.text + ("%" if quantity.percent else "")
        return own.problem(
            f'the number "{whole}" is in no fact cited here ({cited})',
            "cite the fact it comes from in the same paragraph",
            whole,
        )
    same = [(one, of) for one, of in same if _counts_the_same(quantity, one, of)]
    if not same:
        return own.problem(
            f'the number "{quantity.text}" has another unit in the fact cited here ({cited})',
            "write the unit that the fact has, or cite the fact that has this one",
            quantity.text,
        )
    if quantity.bound and not any(_as_exact(quantity, one, of) for one, of in same):
        return own.problem(
            f'the words beside "{quantity.text}" do not say how exact it is as the fact cited here'
            f" does ({cited})",
            "say at least, at most, about or nothing, as the fact's qualifier or its words do",
            quantity.text,
        )
    return None


def _is_in_the_words(quantity: Quantity, known: list[Known]) -> bool:
    """Whether a fraction, multiple or ordinal is in the source's sentence, word for word."""
    words = quantity.text.lower()
    return quantity.in_words and any(stands_in(words, one.around_lower) for one in known)


def _same(quantity: Quantity, known: list[Known], percent: bool) -> list[tuple[Quantity, Known]]:
    """The known quantities that are the same number, each with what knows it."""
    return [(one, of) for of in known for one in of.alike(quantity, percent)] or [
        (one, of) for of in known for one in _both(quantity, of, percent)
    ]


def _both(quantity: Quantity, of: Known, percent: bool) -> list[Quantity]:
    """The two numbers of a range, where one record knows both."""
    found = [
        next((one for one in of.alike(part, percent) if one.text), None) for part in quantity.parts
    ]
    return [one for one in found if one] if all(found) else []


def _is_a_day(quantity: Quantity, known: list[Known]) -> bool:
    """Whether "the 15th" is the day of a date."""
    if not re.search(r"(?i)\d(?:st|nd|rd|th)$|^[a-z -]+th$", quantity.text):
        return False
    return any(day.day in quantity.values for of in known for day in of.days)


def _counts_the_same(quantity: Quantity, one: Quantity, of: Known) -> bool:
    """Whether a known number counts what a quantity says, as far as its unit tells."""
    unit = quantity.unit
    if unit is None or unit == one.unit:
        return True
    if is_measure(unit):
        return one.unit is None and (unit in of.units or not of.words)
    return not is_measure(one.unit) and (unit == PEOPLE or unit in of.units)


def _as_exact(quantity: Quantity, one: Quantity, of: Known) -> bool:
    """Whether a known number is as exact as the words beside a quantity say."""
    if one.bound in _BORNE_OUT.get(quantity.bound, {quantity.bound}):
        return True
    return any(
        q.bound == quantity.bound and not q.values.isdisjoint(one.values) for q in of.bounded
    )


@rule(whole=True)
def dates_in_prose(site: Site) -> Iterator[Problem]:
    """A date in a page or in a record's own words is one of a fact cited in that paragraph, or of
    that record: its day, its month and its day of the week are those of one date, or are in the
    source's words there."""
    reader = reader_of(site)
    for own in own_words(site):
        text, found = reader.text(own)
        known = reader.dates(own) if found else []
        for dated in found:
            if not all(any(day.within(other) for other in known) for day in dated.days):
                printed = text[dated.start : dated.end]
                yield own.problem(
                    f'the date "{printed}" is that of no fact cited here ({listed(own.records)})',
                    "write the day, month and weekday of one date of a fact, and cite that fact",
                    printed,
                )


@rule(whole=True)
def language_known(site: Site) -> Iterator[Problem]:
    """The language that the settings name is one whose quotation marks and number words the checks
    know."""
    tag = site.topic.settings.language
    if tag and not is_listed(tag):
        where = site.topic.settings_where
        yield Problem(
            where.path,
            where.line("language"),
            f'the checks do not know the language "{tag}", so they cannot read these pages',
            "name the language of the pages, as in: en, de or fr; a line in text/languages.py adds"
            " another",
            "",
            tag,
        )
