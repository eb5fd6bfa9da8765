"""Words for times that mean the same, in the languages of the sources: autumn and Herbst, daily and
chaque jour, next and kommenden. Those of all languages count at once, as in ``amounts``."""

from __future__ import annotations

import re
from functools import cache

from .weekdays import WEEKDAYS

# Each line has words for one time; those in another language than a page's are found in German
# words too: Spätsommer.
_ALIKE = r"""
spring|(?:früh)?frühling\w*|frühjahr\w*|printemps|primavera
summer(?:time)?|(?:hoch|spät)?sommer\w*|été|verano
autumn|(?:spät)?herbst\w*|automne|otoño
winter|winter\w*|hiver|invierno
yesterday|gestern|hier|ayer
tomorrow|morgen|demain|mañana
tonight|heute abend|heute nacht|ce soir|cette nuit|esta noche
midnight|mitternacht|minuit|medianoche
noon|midday|mittags?|midi|mediodía
dawn|morgengrauen|tagesanbruch|aube|amanecer|alba|madrugada
dusk|abenddämmerung|dämmerung|crépuscule|anochecer|atardecer
weekends?|wochenenden?|wochenendes|week-ends?|fin de semana|fines de semana
overnight|über nacht|in der nacht|nachts|dans la nuit|pendant la nuit|durante la noche|por la noche
"""
_RATES = {
    "hour": r"hourly|(?:per|an|each|every) hour|stündlich\w*|(?:pro|je|jede) stunde|par heure"
    r"|(?:chaque|de l') ?heure|(?:por|a la|cada) hora",
    "day": r"daily|(?:per|a|each|every) day|täglich\w*|(?:pro|am|je|jeden) tag|par jour|chaque jour"
    r"|quotidien\w*|(?:por|al|cada) día|diari\w+|todos los días|tous les jours",
    "week": r"weekly|(?:per|a|each|every) week|wöchentlich\w*|(?:pro|in der|je|jede) woche"
    r"|par semaine|chaque semaine|hebdomadaire\w*|(?:por|a la|cada) semana|semanal\w*",
    "month": r"monthly|(?:per|a|each|every) month|monatlich\w*|(?:pro|im|je|jeden) monat|par mois"
    r"|chaque mois|mensuel\w*|(?:por|al|cada) mes|mensual\w*",
    "year": r"yearly|annual\w*|(?:per|a|each|every) year|jährlich\w*|(?:pro|im|je|jedes) jahr"
    r"|par an|chaque année|annuel\w*|(?:por|al|cada) año|anual\w*",
}
_NEXT = (
    r"next|coming|nächste[nrsm]?|kommende[nrsm]?|prochaine?s?|à venir|próxim[oa]s?|que viene"
    r"|entrante"
)
_LAST = (
    r"last|past|previous|letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|dernière?s?|derniers?"
    r"|passée?s?|pasad[oa]s?|últim[oa]s?"
)
_WAYS = re.compile(rf"\b(?:(?P<next>{_NEXT})|(?P<last>{_LAST}))\b", re.I)
_UNITS = {
    "week": "weeks?|wochen?|semaines?|semanas?",
    "month": "months?|monate?[ns]?|mois|mes|meses",
    "year": "years?|jahre?[ns]?|ans?|années?|años?",
}
_FAR = 12  # characters between such a word and what it is of


# What moves with the day on which it is read, in parts that each language puts in its own order.
_PARTS = (
    r"this|diese[nmrs]?|cette|ce|este|esta",
    r"next|this coming|nächste[nmrs]?|kommende[nmrs]?|prochaine?s?|próxim[oa]s?|que viene",
    r"last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?|derni(?:er|ère)s?|passée?"
    r"|pasad[oa]s?|últim[oa]s?",
    r"every|each|jede[nmrs]?|chaque|tous les|toutes les|cada|todos los|todas las|los|le",
    r"second|2nd|zweite[nmrs]?|deuxième|seconde?|segunda",
    r"third|3rd|dritte[nmrs]?|troisième|tercera",
    r"fourth|4th|vierte[nmrs]?|quatrième|cuarta",
    r"fifth|5th|fünfte[nmrs]?|cinquième|quinta",
    r"sixth|6th|sechste[nmrs]?|sixième|sexta",
)
_OF_THESE = (
    r"years?|jahr(?:es)?|années?|ans?|años?",
    r"months?|monats?|mois|mes(?:es)?",
    r"weeks?|wochen?|semaines?|semanas?",
    r"weekends?|wochenendes?|week-ends?|fin(?:es)? de semana",
    r"times?|mal|fois|vez",
    *(f"(?:{'|'.join(names.split())})s?" for names in WEEKDAYS),
)
_AGAIN = (
    r"repeatedly|(?:time and |again and )again|constantly|over and over"
    r"|wiederholt\w*|immer wieder|mehrfach|mehrmals|ständig"
    r"|à (?:plusieurs|maintes) reprises|sans cesse|constamment|à répétition"
    r"|repetidamente|reiteradamente|una y otra vez|constantemente|repetidas (?:veces|ocasiones)"
)


def moves_alike(words: str, text: str) -> bool:
    """Whether a text of any language says a time that moves with the reader as some words do: in
    diesem Jahr, for this year; wiederholt, for repeatedly."""
    if re.fullmatch(_AGAIN, words, re.I):
        return bool(re.search(rf"(?i)\b(?:{_AGAIN})\b", text))
    how = next((one for one in _PARTS if re.search(rf"(?i)\b(?:{one})\b", words)), "")
    what = next((one for one in _OF_THESE if re.search(rf"(?i)\b(?:{one})\b", words)), "")
    either = rf"(?:{how})\s(?:{what})|(?:{what})\s(?:{how})"
    return bool(how and what and re.search(rf"(?i)\b(?:{either})\b", text))


def says_time(word: str, text: str) -> bool:
    """Whether a text has a word for a time, or one that means the same."""
    word = "autumn" if word == "fall" else word  # which falls in other texts
    return bool((found := _alike(word)) and found.search(text))


def says_rate(unit: str, text: str) -> bool:
    """Whether a text says how often in any words: daily, for an English name of the unit, day."""
    return unit in _RATES and bool(re.search(rf"\b(?:{_RATES[unit]})\b", text, re.I))


def is_the_other(words: str, texts: tuple[str, ...]) -> bool:
    """Whether words have next where texts have last of the same season, week, month or year, and
    never next; or the contrary."""
    own = _WAYS.search(words)
    named = next((one for one in _named() if one.search(words)), None) if own else None
    if own is None or named is None:
        return False
    there = {
        way.lastgroup
        for text in texts
        for noun in named.finditer(text)
        for way in _WAYS.finditer(text, max(noun.start() - _FAR, 0), noun.end() + _FAR)
    }
    return bool(there) and own.lastgroup not in there


@cache
def _alike(word: str) -> re.Pattern[str] | None:
    lines = (re.compile(rf"(?<!\w)(?:{line})(?!\w)", re.I) for line in _ALIKE.split("\n") if line)
    return next((line for line in lines if line.fullmatch(word)), None)


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    seasons = _ALIKE.strip().split("\n")[:4]
    return (
        *(re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.I) for one in (*seasons, *_UNITS.values())),
    )
