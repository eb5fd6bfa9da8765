"""What the checks must know of a language: its quotation marks and how it writes numbers.

Quotation marks follow Unicode CLDR's delimiters, with the other pairs in common use. A language
that is not listed gets the default; adding one is adding a line. The first part of a language tag
decides (``en`` for ``en-GB``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# So many texts for which what was found in them is kept within a process: one rule asks after
# another, and a preview at each save.
KEPT = 4096

Numbers = Mapping[str, int]
Shares = Mapping[str, str]  # decimals as text, so that they become exact Decimals


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language. Each exists once, so two are the same only if they are one."""

    quotes: tuple[str, ...]  # pairs, opening mark first
    thousands: str = ","
    decimal: str = "."
    numbers: Numbers = field(default_factory=dict)
    scales: Numbers = field(default_factory=dict)  # words that multiply, such as million
    after: Numbers = field(default_factory=dict)  # numbers only behind another: twenty-one
    joins: tuple[str, ...] = ()  # may come between the parts of a number: two hundred and six
    parts: Shares = field(default_factory=dict)  # shares of a scale: half a million
    suffixes: Numbers = field(default_factory=dict)  # scales right behind digits: 3bn
    fractions: Shares = field(default_factory=dict)  # can be recorded, but are not looked for
    percent: tuple[str, ...] = ("%",)
    to: tuple[str, ...] = ("to",)
    abbreviations: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()  # verbs for passing on somebody else's words
    negations: frozenset[str] = frozenset()  # without them a sentence may say the contrary
    ordinals: frozenset[str] = frozenset()  # follow a number whose full stop ends no sentence


def _count(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), 2)}


def _tens(words: str) -> dict[str, int]:
    return {word: number * 10 for number, word in enumerate(words.split(), 2)}


def _each(words: dict[int, str]) -> dict[str, int]:
    return {word: number for number, several in words.items() for word in several.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TENS_DE = _tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")

# "one" and its sisters are no numbers here: in running text they are nearly always an article or a
# pronoun.
LANGUAGES = {
    "en": Language(
        quotes=("“”", "‘’", '""', "''", "«»"),
        numbers=_count(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen"
        )
        | _tens("twenty thirty forty fifty sixty seventy eighty ninety")
        | {"zero": 0},
        after={"one": 1},
        joins=("and",),
        parts={
            "half a": "0.5",
            "half": "0.5",
            "a quarter of a": "0.25",
            "quarter of a": "0.25",
            "three quarters of a": "0.75",
        },
        suffixes={"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12},
        fractions={
            "half": "0.5",
            "third": "0.333333",
            "quarter": "0.25",
            "fifth": "0.2",
            "tenth": "0.1",
            "two thirds": "0.666667",
            "three quarters": "0.75",
        },
        scales=_each({12: "dozen", 100: "hundred", 1000: "thousand"})
        | _each({10**6: "million", 10**9: "billion", 10**12: "trillion"}),
        percent=("%", "percent", "per cent"),
        abbreviations=_words(
            "mr mrs ms dr prof gen sen rep gov lt col sgt st jr sr vs no nos fig inc ltd co corp"
            " etc e.g i.e a.m p.m ph.d art sec pp vol approx pop cllr hon rev jan feb mar apr jun"
            " jul aug sep sept oct nov dec"
        ),
        sharing=_words("shared reshared reposted retweeted forwarded"),
        negations=_words("not no never neither nor none nobody nothing without cannot hardly"),
    ),
    "de": Language(
        quotes=("„“", "‚‘", "»«", "›‹", '""', "„”"),
        thousands=".",
        decimal=",",
        numbers=_count(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
            " sechzehn siebzehn achtzehn neunzehn"
        )
        | _TENS_DE
        | {
            f"{unit}und{ten}": i + number
            for ten, number in _TENS_DE.items()
            for i, unit in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split(), 1)
        }
        | {"null": 0},
        parts={"eine halbe": "0.5", "ein halbes": "0.5", "halbe": "0.5", "halbes": "0.5"},
        suffixes={"tsd": 1000, "mio": 10**6, "mrd": 10**9},
        fractions={
            "hälfte": "0.5",
            "drittel": "0.333333",
            "viertel": "0.25",
            "zwei drittel": "0.666667",
            "drei viertel": "0.75",
        },
        scales=_each({12: "dutzend", 100: "hundert", 1000: "tausend"})
        | _each({10**6: "million millionen", 10**9: "milliarde milliarden"}),
        percent=("%", "prozent"),
        to=("zu", "bis"),
        abbreviations=_words(
            "dr prof hr fr nr st bzw z.b d.h u.a usw ca mio mrd vgl jan feb aug sep sept okt"
            " nov dez"
        ),
        sharing=_words("weiterverbreitete repostete retweetete"),
        negations=_words(
            "nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne niemand"
            " nichts kaum"
        ),
        ordinals=_words(
            "januar februar märz april mai juni juli august september oktober november dezember"
            " jahrhundert weltkrieg"
        ),
    ),
    "fr": Language(
        quotes=("«»", "“”", "‹›", '""'),
        thousands="\u202f",
        decimal=",",
        numbers=_count(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
        )
        | _tens("vingt trente quarante cinquante soixante")
        | {"zéro": 0, "cent": 100, "mille": 1000},
        joins=("et",),
        parts={"un demi": "0.5", "demi": "0.5"},
        scales=_each({100: "cent cents", 1000: "mille"})
        | _each({10**6: "million millions", 10**9: "milliard milliards"}),
        percent=("%", "pour cent"),
        to=("contre", "à"),
        abbreviations=_words("m mm mme dr prof st p.ex etc janv févr avr juil sept oct nov déc"),
        sharing=_words("partagé relayé retweeté repartagé"),
        negations=_words("ne pas jamais ni aucun aucune personne rien sans"),
    ),
}

_DEFAULT = Language(quotes=("«»", "“”", "„“", "„”", "‘’", "””", "「」", "『』", '""'))


def language(tag: str) -> Language:
    """The Language for a BCP 47 tag, such as ``en-GB``."""
    return LANGUAGES.get(tag.split("-")[0].lower(), _DEFAULT)


def is_listed(tag: str) -> bool:
    """Whether the language of a BCP 47 tag has a line of its own here."""
    return tag.split("-")[0].lower() in LANGUAGES
