"""A quantity in a text, and what beside it belongs to it: its sign, its percent, its unit, and the
words that say how exact it is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from .exactness import compares
from .languages import Language
from .numbers import Reading, percent_behind
from .units import currency_before, is_a_unit, is_measure, is_time, unit_behind
from .wider_words import all_at_once
from .words import one_of

Value = Decimal | Reading | str  # what cannot be read is its own words, in small letters


class Quantity(NamedTuple):
    """A quantity in a text. It has several ``values`` where it can be read in several ways, and
    ``parts`` where it was made of two numbers. ``printed`` has letters behind the digits that are
    a part of the number (40k), or is empty. ``bound`` is how exact it is, by the words ``by``."""

    start: int
    end: int
    text: str
    values: frozenset[Value]
    parts: tuple[Quantity, ...] = ()
    percent: bool = False
    unit: int | None = None
    bound: str = ""
    by: str = ""
    printed: str = ""
    in_words: bool = False  # half, twice, third: no digits and no cardinal number


@cache
def _minus(language: Language) -> re.Pattern[str]:
    minus = one_of(all_at_once(language).wider.minus)
    at_least = r"(?<!\bau )(?<!\bdu )(?<!\ble )(?<!\bal )(?<!\blo )"  # au moins, al menos
    return re.compile(rf"(?:{at_least}\b{minus}[ -]|[-−–] ?[$€£¥])$", re.IGNORECASE)


# Adverbs between a word on how exact a number is and the number: ronda ya los 40.
_BY_NOW = (
    "(?:now|already|still|currently|today|ya|ahora|hoy|aún|todavía|actualmente|désormais|déjà"
    "|maintenant|encore|actuellement|aujourd['’]hui|inzwischen|mittlerweile|nun|jetzt|schon"
    "|bereits|derzeit|noch|heute|aktuell)"
)


@cache
def _before(language: Language) -> re.Pattern[str]:
    """Words on how exact a number is, right before it; the name of the group says which."""
    bounds = all_at_once(language).wider.bounds.items()
    either = "|".join(f"(?P<{how}>{'|'.join(words)})" for how, words in bounds)
    return re.compile(
        rf"(?:\b(?:{either})(?:\ |(?<=['’]))(?:{_BY_NOW}\ )?(?:(?:an?|the|one|those|these|his|her"
        r"|their|all|la|les?|die|der|den|das|eine?[nrms]?|une?|el|los|las|una)\ )?"
        r"|(?P<sign>[<>≤≥~≈+])\ ?)[$€£¥₽]?$",
        re.IGNORECASE,
    )


def signed(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the minus before it, written as a word or before a currency."""
    if not _WORD_OR_SIGN.match(text, max(one.start - 2, 0), one.start):
        return one
    match = _minus(language).search(text, max(one.start - 12, 0), one.start)
    if not match:
        return one
    values = frozenset(-v if isinstance(v, Decimal) else f"-{v}" for v in one.values)
    return one._replace(
        start=match.start(), text=text[match.start() : one.end], values=values, parts=()
    )


_SAME = re.compile(r"(?:st|nd|rd|th|s)\b")
_GLUED = re.compile(r"[^\W\d_]+|\s(?:bn|tn|mn|mln|lakh|crore|[kKmMbBtT])(?![\w.’'-])")
_AFTER = re.compile(
    r"(?P<least>\ ?\+|[ -]plus\b|(?:\ \w+)?\ (?:or\ (?:more|over|above|longer)|at\ least"
    r"|oder\ mehr|ou\ (?:plus|davantage)|o\ más)\b)"
    r"|(?P<most>(?:\ \w+)?\ (?:or\ (?:less|fewer|under)|oder\ weniger|ou\ moins|o\ menos)\b"
    r"|(?:\ \w+)?\ at\ (?:the\ )?most\b"
    r"|(?:\ \w+){0,2}\ nicht\ (?:zu\ )?über(?:steig|stieg|schreit|schritt)\w*"
    r"|(?:\ \w+){0,2}\ nicht\ (?:ganz\ )?erreich\w*)"
    r"|(?P<about>(?:\ \w+)?\ or\ so\b|-odd\b)",
    re.VERBOSE | re.IGNORECASE,
)
# Words that are a number and say that it is not counted out: une cinquantaine, una veintena.
_ROUND = re.compile(
    r"(?:diz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?$"
    r"|\b(?:decena|quincena|veintena|treintena|cuarentena|cincuentena|centenar)(?:es|s)?$",
    re.IGNORECASE,
)
_SIGNS = dict(zip("<≤>≥+~≈", "most most least least least about about".split(), strict=True))
_WORD_OR_SIGN = re.compile(r"[^\W\d] |.?[^\w\s,;:!?()]|\w\.? ")
# Prepositions too, before a small number that measures nothing.
_OR_PREPOSITIONS = frozenset(
    "over under above below about around some beyond über unter gut rund quelque".split()
)


def complete(text: str, one: Quantity, language: Language) -> Quantity:
    """A quantity with the percent, unit, letters and words of exactness beside it."""
    numbers = all_at_once(language).numbers
    unit = currency_before(text, one.start)
    if unit is None:
        unit = unit_behind(text, one.end)
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
    bound, by = _bound(text, completed, language)
    return completed._replace(bound=bound, by=by)


def _bound(text: str, one: Quantity, language: Language) -> tuple[str, str]:
    """How exact the words beside a quantity say that it is: least, most, near, about or exact; and
    these words, but for a sign."""
    match, after = None, _AFTER.match(text, one.end)
    if _WORD_OR_SIGN.match(text, max(one.start - 2, 0), one.start):
        match = _before(language).search(text, max(one.start - _FAR, 0), one.start)
    if match and not _is_preposition(match, one) and not is_placed(text, one):
        if sign := match["sign"]:
            return _SIGNS[sign], ""
        how = match.lastgroup or ""
        if (
            how in _OTHER_BOUND
            and compares(match[how])
            and _is_denied(text, match.start(), one.end)
        ):
            return _OTHER_BOUND[how], "denied"
        return how, match[how]
    if _ROUND.search(one.text):
        return "about", ""
    return (after.lastgroup or "", after.group().strip()) if after else ("", "")


def _is_denied(text: str, start: int, end: int) -> bool:
    """Whether a comparison with a number is denied, a little before or, in German, behind it."""
    before = _DENIED.search(text, max(start - _CLAUSE, 0), start)
    return bool(before or _NOT_BEHIND.match(text, end))


_FAR = 48  # characters before a number in which the words on how exact it is are
_CLAUSE = 90
_OTHER_BOUND = {"least": "most", "most": "least"}
# What denies a comparison from a little before: nobody paid more than, no debe costar más de. What
# is only left out of a count denies none: it does not include more than 40 others.
_DENIED = re.compile(
    r"(?i)\b(?:(?:not|never|nobody|no one|none|cannot|\w+n['’]t|no|kein(?:e[nrms]?)?|niemand|nie"
    r"|aucune?|personne n(?:e|['’][^\W\d_]+)|nadie|ning[uú]na?|ningún|nunca)"
    r"(?!\s(?:only|doubt|all|just|solo|sólo|seulement|nur|longer|alle|todos|más|menos|mehr|plus)\b)"
    r"(?:\s(?!(?:that|than|but|and|because|when|while|which|who|if|of|the|there|include\w*|count\w*"
    r"|cover\w*|for|since|in|on|at|within|by|from|with|over|after|before|during|depuis|pendant|en|dans"
    r"|sur|avec|seit|im|auf|mit|nach|vor|bei|für|desde|durante|hace|con|por"
    r"|que|porque|pero|y|si|del?|des?|et|mais|dass|weil|und|aber|ob|der|die|das|incluye\w*"
    r"|comprend\w*)\b)[^\W\d_]+){1,3})\s$"
)
_NOT_BEHIND = re.compile(r"(?:\s[^\W\d_]+)?\snicht(?=[.,;]|$)")  # übersteigt 6 Millionen Euro nicht


def words_on_exactness(text: str, start: int, end: int, language: Language) -> str:
    """The words beside a number of a text that say how exact it is, as they are written."""
    before = _before(language).search(text, max(start - _FAR, 0), start)
    after = None if before else _AFTER.match(text, end)
    return next((m.group().strip(" $€£¥₽-") for m in (before, after) if m), "")


def _is_preposition(match: re.Match[str], one: Quantity) -> bool:
    """Whether a word of exactness may be a preposition: about two things, over three days."""
    word = re.sub(r"\W.*", "", match.group().strip().lower())
    if word not in _OR_PREPOSITIONS:
        return False
    if one.unit is None:
        small = (isinstance(value, Decimal) and abs(value) < 13 for value in one.values)
        return all(small) and not _is_share(one)
    return word in ("over", "über") and is_time(one.unit)


def is_placed(text: str, one: Quantity) -> bool:
    """Whether the word before a small number is one of place, behind a verb of standing or moving:
    they stood around two fires."""
    small = all(isinstance(v, Decimal) and 1 <= abs(v) < 13 for v in one.values)
    measures = one.percent or (one.unit is not None and is_measure(one.unit))
    return small and not measures and bool(_PLACED.search(text, 0, one.start))


_PLACED = re.compile(
    r"(?i)\b(?:st(?:ands?|ood|anding)|s(?:its?|at|itting)|seated|gather\w*|huddl\w+|crowd\w*"
    r"|cluster\w*|walk\w*|r[au]n(?:s|ning)?|danc\w+|mov\w+|sail\w*|dr[io]v\w+|flew|wander\w*|camp\w*"
    r"|march\w*|went|st(?:eht|ehen|and|anden)|s(?:itzt|itzen|aß|aßen)|liegt?|liegen|lag(?:en)?"
    r"|f(?:ährt|ahren|uhr|uhren)|geh(?:t|en)|ging(?:en)?|läuft|laufen|lief(?:en)?|führt?e?n?"
    r"|debout|ten(?:ait|aient)|tien(?:t|nent)|rassembl\w+|réuni\w*|assis\w*|regroup\w+|massé\w*"
    r"|tourn\w+|dans(?:e|ent|ait|aient|é)|march\w+|reun\w+|sentad\w+|congreg\w+|concentr\w+"
    r"|agrup\w+|de pie|corr\w+|camin\w+|bail\w+|gir\w+|calenta\w+)\s(?:[^\W\d_]+\s)?"
    r"(?:around|about|over|under|above|below|beyond|über|unter|autour d(?:e|['’])|alrededor de"
    r"|en torno a)\s(?:(?:the|los|las|les)\s)?$"
)


def _is_share(one: Quantity) -> bool:
    """Whether a quantity is a part of something, which no preposition stands before: two-thirds."""
    return any(isinstance(v, Decimal) and 0 < v < 1 for v in one.values)
