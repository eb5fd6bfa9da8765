"""Amounts without a number: after weeks, for a year, last month, daily; and seasons.

Only words that measure time where they appear are found: "days of the week" are no amount, nor is
"a spring" a season. As with numbers, the words of all languages listed here count at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .units import unit_of
from .words import under_letters


class Amount(NamedTuple):
    """An amount in a text: its words, and the unit in which it is measured; ``rate`` where it is
    how often: day for daily."""

    text: str
    unit: int | None
    rate: str = ""


class Season(NamedTuple):
    """A season in a text: its words, its name, and its months in the north."""

    text: str
    name: str
    months: tuple[int, ...]


_SEVERAL = (
    r"seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries"
    r"|generations|Minuten|Stunden|Tagen?|Nächten?|Wochen|Monaten?|Jahren?|Jahrzehnten?"
    r"|Jahrhunderten?"
    r"|heures|jours|nuits|semaines|mois|années|ans|décennies|siècles"
)
_ONE = (
    r"hour|day|week|month|year|decade|century|Stunde|Tag|Woche|Monat|Jahr|Jahrzehnt|Jahrhundert"
    r"|heure|jour|semaine|année|an|siècle"
)
_HOW_MANY = (
    r"(?:(?:the|die|den|les|ces)\s)?(?:(?:many|several|some|a\sfew|few|long|whole|entire|recent"
    r"|past"
    r"|last|coming|next|following|previous|only|just|mere|viele|einige|mehrere|wenige|wenigen"
    r"|letzten"
    r"|nächsten|vergangenen|plusieurs|quelques|longs|longues|derniers|dernières)\s)"
)
_BEFORE = (
    r"for|after|within|in|over|during|through|throughout|since|until|lasting|lasts?|lasted|takes?"
    r"|took|spent|under|beyond|nach|seit|binnen|innerhalb\svon|über|während|vor|depuis|pendant"
    r"|après"
    r"|durant|dans"
)
_BEHIND = r"later|ago|earlier|long|passed|on\send|before|after|lang|später|zuvor|plus\stard|durant"
_AMOUNTS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w-])(?:{_BEFORE})\s(?:{_HOW_MANY}*)(?P<unit>{_SEVERAL})(?!\sof\sthe\s(?:week|month"
        r"|year)|\w)",
        rf"(?<![\w-]){_HOW_MANY}(?P<unit>{_SEVERAL})(?!\w)",
        rf"(?<![\w-])(?P<unit>{_SEVERAL})\s(?:{_BEHIND})(?!\w)",
        rf"(?<![\w-])(?P<unit>{_SEVERAL})\sof\s(?!the\s(?:week|month|year)\b)",
        rf"(?<![\w-])(?:an?|one)\s(?:entire|whole|full|long)\s(?P<unit>{_ONE})(?!\w)",
        rf"(?<![\w-])(?P<unit>{_ONE})s?-(?:long|old)(?!\w)",
        rf"(?<![\w-])(?:{_BEFORE}|of)\s(?:an?|one|another|ein(?:e[mrn]?)?|une?)\s(?:whole\s"
        rf"|entire\s)?"
        rf"(?P<unit>{_ONE})(?!\w)",
        rf"(?<![\w-])(?:an?|one|une?)\s(?P<unit>{_ONE})\s(?:{_BEHIND})(?!\w)",
        r"(?<![\w-])(?:last|next|previous|the\sfollowing|the\scoming|the\spast)\s"
        r"(?P<unit>week|month|year|decade|century)(?!\w)",
    )
]
_UNITS = re.compile(rf"\b(?:{under_letters(f'{_SEVERAL}|{_ONE}')})s?\b", re.IGNORECASE)
_RATES = re.compile(
    r"(?<![\w-])(?:(?P<hour>hourly|stündlich)|(?P<day>daily|täglich)|(?P<week>weekly|wöchentlich)"
    r"|(?P<month>monthly|monatlich)|(?P<year>yearly|annual(?:ly)?|jährlich)"
    r"|(?:per|each|every)\s(?P<each>hour|day|week|month|year))(?!\w)"
    r"|(?<=[a-z]{3}s)\san?\s(?P<a>hour|day|week|month|year)(?!\w)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?<![\w-])(?:overnight|yesterday|tomorrow|tonight|midnight|noon|midday|dawn|dusk|weekends?"
    r"|gestern|morgens|mitternacht|hier soir|demain|minuit|midi)(?!\w)",
    re.IGNORECASE,
)
_SEASONS = {
    "spring": (3, 4, 5, 6),
    "summer": (6, 7, 8, 9),
    "autumn": (9, 10, 11, 12),
    "winter": (12, 1, 2, 3),
}
_NAMED = {
    "primavera": "spring",
    "verano": "summer",
    "otoño": "autumn",
    "invierno": "winter",
    "frühling": "spring",
    "frühjahr": "spring",
    "sommer": "summer",
    "herbst": "autumn",
    "fall": "autumn",
    "printemps": "spring",
    "été": "summer",
    "automne": "autumn",
    "hiver": "winter",
}
_SEASON = re.compile(
    r"(?<![\w-])(?:(?:in|since|until|till|by|during|through|over|throughout|last|this|next|that"
    r"|early"
    r"|late|every|each|mid|of|im|seit|bis|letzten|nächsten|kommenden|vergangenen|diesen|diesem|cet"
    r"|en|au|dès|prochain|desde|hasta|durante|este|próximo|pasado)[\s-]"
    r"(?:(?:the|early|late|mid|next|last|coming|dem|den|nächsten|kommenden|letzten|vergangenen|le|el"
    r"|próximo|pasado|l['’])[\s-]?)*"
    r"(?P<season>spring|summer|autumn|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne"
    r"|hiver|primavera|verano|otoño|invierno)(?:\s(?:prochain|dernier|passé|próximo|pasado))?"
    r"|(?:last|this|next|early|late|in\sthe|since\sthe)\s(?P<fall>fall))(?!\w)",
    re.IGNORECASE,
)
# How much of something, without a number: not the superlative (the most, am meisten).
_SHARE = re.compile(
    r"(?<!\bthe )(?<!\bat )(?<!\bits )(?<!\bfar )\bmost (?:of\b|(?:\w+ ){0,2}?\w{3,}s\b)"
    r"|\b(?:mostly|predominantly|overwhelmingly|(?:nearly|almost|virtually) all|the bulk of)\b"
    r"|(?<!\bam )\b(?:die|der|den) (?:aller)?meisten\b|\b(?:überwiegend|größtenteils"
    r"|mehrheitlich|(?:fast|beinahe|nahezu) alle[rn]?|(?:ein|der) Großteil)\b"
    r"|\b(?:la plupart d\w*|majoritairement|(?:presque|quasiment) tou(?:s|tes)"
    r"|la (?:majeure|plus grande) partie d\w*)\b"
    r"|\b(?:la mayor parte de|mayoritariamente|casi tod[oa]s)\b",
    re.IGNORECASE,
)


def find_shares(text: str) -> Iterator[str]:
    """The words of a text for how much of something it is: most of, mostly, nearly all."""
    yield from (match.group() for match in _SHARE.finditer(text))


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts of time in a text that has no number for them."""
    for pattern in _AMOUNTS if _UNITS.search(text) else ():
        for match in pattern.finditer(text):
            unit = unit_of(match["unit"])
            yield Amount(match["unit"] if unit is None else match.group(), unit)
    for match in _RATES.finditer(text):
        yield Amount(match.group(), None, match["each"] or match["a"] or match.lastgroup or "")
    for match in _TIMES.finditer(text):
        yield Amount(match.group(), None)


def find_seasons(text: str) -> Iterator[Season]:
    """The seasons in a text, where they say when something was."""
    for match in _SEASON.finditer(text):
        name = (match["season"] or match["fall"]).lower()
        yield Season(match.group(), name, _SEASONS[_NAMED.get(name, name)])
