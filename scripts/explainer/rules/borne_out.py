"""Whether what is known bears out a number that editors write, and what is wrong with it if not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..text.exactness import in_words_of
from ..text.languages import LANGUAGES
from ..text.quantity import Quantity, words_on_exactness
from ..text.units import PEOPLE, is_measure, units_in
from ..text.words import stands_in
from .known_numbers import Known
from .own_words import OwnWords

# What words of exactness a figure bears out, whatever its own words are.
_BORNE_OUT = {"near": {"near", "about", "most"}, "about": {"about", "near"}}
_WITHIN = (
    "(?:within|inside|in|under|less than|innerhalb von|binnen|in weniger als|en moins de|dans les)"
)
_MULTIPLE = re.compile(
    r"(?i)^(?:twice|thrice|doubl|tripl|trebl|quadrupl|quintupl|sextupl|decupl|centupl"
    r"|(?:ver)?doppel"
    r"|verdrei|vervier|verzehn)|fold$|\Bfach\w*$"
)
# More than half of them, in either word.
_MAJORITY = re.compile(r"majority|mehrheit|majorité|mayoría", re.I)
_MOST_OF = re.compile(r"\b(?:most|meisten|la plupart|mayor(?:ía| parte)|majority|mehrheit)\b", re.I)
# Only one of those counted together is named, as one of them.
_AMONG_THEM = re.compile(r"\b(?:includ|inclus|inclui|incluy|compris|darunter|einschl|mitgez)", re.I)
_ESTIMATED = re.compile(r"(?i)\b(?:estim|schätz|geschätz)")
_RATIO = re.compile(
    r"\d\s?:\s?\d|(?:\d|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|zehn|deux"
    r"|trois|dix)[-\s](?:to|zu|contre)[-\s](?:one|1|eins|un)\b"
)


def is_borne_out(quantity: Quantity, known: Iterable[Known], own: OwnWords, percent: bool) -> bool:
    """Whether one alone of what is known bears a quantity out, and not by two numbers of a range,
    which are looked at only where nothing has the same."""
    return any(
        what_is_wrong(quantity, [one], own, percent) is None
        for one in known
        if not quantity.parts or any(one.alike(quantity, percent))
    )


def what_is_wrong(
    quantity: Quantity, known: list[Known], own: OwnWords, percent: bool, written: str = "en"
) -> tuple[str, str, str] | None:
    """What is wrong with a quantity, if anything is, said to who writes in a language."""
    printed = quantity.printed
    if printed and not any(stands_in(printed, one.words) for one in known):
        return (
            f'"{printed}" is in no fact cited here as it is written',
            "write the number as the source does, with its sign and scale, or as the fact has it",
            printed,
        )
    if _is_in_the_words(quantity, known) or _is_a_day(quantity, known):
        return None
    same = _same(quantity, known, percent)
    if _MULTIPLE.search(quantity.text):  # twice is in no fact that only counts two of something
        same = [(one, of) for one, of in same if _is_a_multiple(one, of)]
    if not same:
        whole = quantity.text + ("%" if quantity.percent else "")
        return f'the number "{whole}" is in no fact cited here', taken_from(own), whole
    same = [(one, of) for one, of in same if _counts_the_same(quantity, one, of)]
    if not same:
        return (
            f'the number "{quantity.text}" has another unit in the fact cited here',
            "write the unit that the fact has, or cite the fact that has this one",
            quantity.text,
        )
    counted = units_in(own.text) if not _AMONG_THEM.search(own.text) else frozenset()
    if all(any(counted & some and some - counted for some in of.together) for _, of in same):
        return (
            f'"{quantity.text}" counts these and others together in the fact cited here',
            "name all that are counted together, or say it as the fact's label does",
            quantity.text,
        )
    if quantity.bound and not any(_as_exact(quantity, one, of, own) for one, of in same):
        return _not_as_exact(quantity, same, own, written)
    return None


def _not_as_exact(
    quantity: Quantity, same: list[tuple[Quantity, Known]], own: OwnWords, written: str
) -> tuple[str, str, str]:
    """Says which word on how exact a number is has no place beside it, and which has, in the
    language of the pages (``written``)."""
    number, said = quantity.text, _beside(quantity, own.text)
    theirs = [
        in_words_of(written, one.bound, word)
        for one, of in same
        if (word := _beside(one, of.words or of.around))
    ]
    if theirs and theirs[0].lower() != said.lower():
        message = f'in the fact cited here it is "{theirs[0]} {number}", and here "{said} {number}"'
        return message, f'write "{theirs[0]}", or another word for it', number
    message = f'"{said}" is too much beside "{number}": in the fact cited here it is without'
    return message, f'write "{number}" without it, or how exact it is as the words there do', number


def _beside(quantity: Quantity, text: str) -> str:
    """The words on how exact a quantity is, as they stand beside it in a text."""
    at = text.find(quantity.text) if quantity.text else -1
    if at < 0:
        return quantity.bound
    return words_on_exactness(text, at, at + len(quantity.text), LANGUAGES["en"])


def taken_from(own: OwnWords) -> str:
    """Where a number may come from."""
    if own.shown:
        return "cite the fact it comes from in the same sentence, or say it without the number"
    if own.path.startswith("seeds/facts/"):
        return "take a number of this record's evidence or references, or leave it out"
    return "take a number of a fact that is shown here, or leave it out"


def _is_in_the_words(quantity: Quantity, known: list[Known]) -> bool:
    """Whether a fraction, multiple or ordinal is in the source's sentence, word for word."""
    words = quantity.text.lower()
    if _MAJORITY.search(words) and any(_MOST_OF.search(one.around) for one in known):
        return True
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


def _is_a_multiple(one: Quantity, of: Known) -> bool:
    """Whether a known number is a multiple or a ratio too."""
    return one.percent or one.in_words or bool(_RATIO.search(f"{one.text} {of.words}"))


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


def _as_exact(quantity: Quantity, one: Quantity, of: Known, own: OwnWords) -> bool:
    """Whether a known number is as exact as the words beside a quantity say; what somebody
    estimates is an estimated number."""
    if quantity.bound == "about" and _ESTIMATED.search(_beside(quantity, own.text)):
        return bool(_ESTIMATED.search(f"{of.words} {of.around}"))
    if one.bound in _BORNE_OUT.get(quantity.bound, {quantity.bound}):
        return True
    if quantity.bound == "within":
        words = f"{of.words} {of.around}".lower()
        known = (text for text in (quantity.text, one.text) if text)
        either = "|".join(re.escape(text.lower()) for text in known)
        return bool(re.search(rf"\b{_WITHIN} (?:\w+ )?(?:{either})(?!\w)", words))
    return any(
        q.bound == quantity.bound and not q.values.isdisjoint(one.values) for q in of.bounded
    )
