"""What the tables of a language hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Numbers = Mapping[str, int]
Shares = Mapping[str, str]  # decimals as text, so that they become exact Decimals


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language. Each exists once, so two are the same only if they are one.

    ``counts_one``, ``minus`` and ``below`` are regular expressions, read without white space."""

    quotes: tuple[str, ...]  # pairs, opening mark first
    code: str = ""
    thousands: str = ","
    decimal: str = "."
    known: bool = True  # whether CLDR has its marks: numbers of another cannot be read
    numbers: Numbers = field(default_factory=dict)
    scales: Numbers = field(default_factory=dict)  # words that multiply, such as million
    several: tuple[str, ...] = ()  # so many and no number: millions; a scale only behind a number
    after: Numbers = field(default_factory=dict)  # numbers mostly behind another: twenty-one
    counts_one: str = "(?!)"  # where a word of ``after`` is a number by itself: one person
    joins: tuple[str, ...] = ()  # may come between the parts of a number: two hundred and six
    glue: str = ""  # joins the parts of numbers in one word: zweihundertundfünfzig
    parts: Shares = field(default_factory=dict)  # shares of a scale: half a million
    mixed: Shares = field(default_factory=dict)  # behind a number: two and a half
    suffixes: Numbers = field(default_factory=dict)  # scales right behind digits: 3bn
    fractions: Shares = field(default_factory=dict)  # can be recorded, but are not looked for
    percent: tuple[str, ...] = ("%",)
    to: tuple[str, ...] = ("to",)
    between: tuple[str, ...] = ()  # before a range that is joined by ``ands``
    ands: tuple[str, ...] = ()
    minus: str = "(?!)"  # before a number: minus nine
    below: str = "(?!)"  # behind one: nine degrees below zero
    shares: tuple[str, ...] = ()  # between a part and its whole: one in five
    shared: tuple[str, ...] = ()  # those of them that nearly always are no two numbers
    every: tuple[str, ...] = ()  # those that never are: three of every four
    every_ends: str = ""  # what must be behind that, for another noun makes it two numbers
    abbreviations: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()  # verbs for passing on somebody else's words
    negations: frozenset[str] = frozenset()  # without them a sentence may say the contrary
    ordinals: frozenset[str] = frozenset()  # follow a number whose full stop ends no sentence
