"""What the checks must know of a language: its quotation marks and how it writes numbers.

Quotation marks follow Unicode CLDR's delimiters, with the other pairs in common use. A language
that is not listed gets the default; adding one is adding a line. The first part of a language tag
decides (``en`` for ``en-GB``).
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """``quotes`` are pairs, opening mark first; ``numbers`` and ``scales`` map number words to what
    they stand for; ``after`` those that are numbers only behind another; ``joins`` may stand
    between the parts of one, ``parts`` are shares of a scale (half a million); ``sharing`` are
    verbs for passing on somebody else's words, ``negations`` the words without which a sentence may
    say the contrary; ``ordinals`` follow a number with a full stop that ends no sentence;
    ``suffixes`` are scales written right behind digits, ``fractions`` shares in words: they can be
    recorded, but are not looked for.
    """

    quotes: tuple[str, ...]
    thousands: str = ","
    decimal: str = "."
    numbers: dict[str, int] = {}
    scales: dict[str, int] = {}
    percent: tuple[str, ...] = ("%",)
    to: tuple[str, ...] = ("to",)
    abbreviations: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()
    after: dict[str, int] = {}
    joins: tuple[str, ...] = ()
    parts: dict[str, str] = {}
    suffixes: dict[str, int] = {}
    fractions: dict[str, str] = {}
    negations: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()


def _count(words: str, start: int = 2) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start) if word != "-"}


def _tens(words: str) -> dict[str, int]:
    return {word: number * 10 for number, word in enumerate(words.split(), 2)}


_TENS_DE = _tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


# "one" and its sisters are left out: in running text they are nearly always an article or a
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
        scales={
            "dozen": 12,
            "hundred": 100,
            "thousand": 1000,
            "million": 10**6,
            "billion": 10**9,
            "trillion": 10**12,
        },
        percent=("%", "percent", "per cent"),
        to=("to",),
        abbreviations=frozenset(
            "mr mrs ms dr prof gen sen rep gov lt col sgt st jr sr vs no nos fig inc ltd co corp"
            " etc e.g i.e a.m p.m ph.d art sec pp vol approx pop cllr hon rev jan feb mar apr jun"
            " jul aug sep sept oct nov dec".split()
        ),
        sharing=frozenset("shared reshared reposted retweeted forwarded".split()),
        negations=frozenset(
            "not no never neither nor none nobody nothing without cannot hardly".split()
        ),
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
        scales={
            "dutzend": 12,
            "hundert": 100,
            "tausend": 1000,
            "million": 10**6,
            "millionen": 10**6,
            "milliarde": 10**9,
            "milliarden": 10**9,
        },
        percent=("%", "prozent"),
        to=("zu", "bis"),
        abbreviations=frozenset(
            "dr prof hr fr nr st bzw z.b d.h u.a usw ca mio mrd vgl jan feb aug sep sept okt"
            " nov dez".split()
        ),
        sharing=frozenset("weiterverbreitete repostete retweetete".split()),
        negations=frozenset(
            "nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne niemand"
            " nichts kaum".split()
        ),
        ordinals=frozenset(
            "januar februar märz april mai juni juli august september oktober november dezember"
            " jahrhundert weltkrieg".split()
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
        scales={
            "cent": 100,
            "cents": 100,
            "mille": 1000,
            "million": 10**6,
            "millions": 10**6,
            "milliard": 10**9,
            "milliards": 10**9,
        },
        percent=("%", "pour cent"),
        to=("contre", "à"),
        abbreviations=frozenset(
            "m mm mme dr prof st p.ex etc janv févr avr juil sept oct nov déc".split()
        ),
        sharing=frozenset("partagé relayé retweeté repartagé".split()),
        negations=frozenset("ne pas jamais ni aucun aucune personne rien sans".split()),
    ),
}


_DEFAULT = Language(quotes=("«»", "“”", "„“", "„”", "‘’", "””", "「」", "『』", '""'))


def language(tag: str) -> Language:
    """The Language for a BCP 47 tag such as ``en-GB``."""
    return LANGUAGES.get(tag.split("-")[0].lower(), _DEFAULT)
