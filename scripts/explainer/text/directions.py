"""Which way a number goes: by how much something fell, to what it was raised, 12% more.

Only of a number with a sign or a word of percent, or right behind a word that says by how much or
to what; and not in a clause that has words of both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .languages import KEPT, Language
from .polarity import is_negative
from .quantities import find_quantities, readable
from .quantity import Value
from .words import under_letters

_UP = (
    r"ris(?:es?|ing|en)|rose|increas\w*|grow(?:s|n|ing|th)?|grew|climb\w*|jump(?:s|ed|ing)?"
    r"|soar\w*|surg(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|up(?! to\b)|steig(?:t|en)|stieg(?:en)?"
    r"|gestiegen|wächst|wuchs(?:en)?|gewachsen|erhöh\w*|kletter\w*|(?:an)?gehoben|zugenommen"
    r"|Anstieg|Zuwachs|augment\w*|progress\w*|grimp\w*|hausse|aument\w*|sub(?:e|en|ió|ieron|ido"
    r"|ida)|crec(?:e|en|ió|ieron|ido)"
)
_DOWN = (
    r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas\w*|declin\w*|shr[iau]nk\w*|s[iau]nk\w*"
    r"|plung\w*|slump\w*|tumbl\w*|cut(?:s|ting)?|reduc\w*|lower(?:ed|ing|s)|slash\w*|down"
    r"|sank(?:en)?|gesunken|fiel(?:en)?|fällt|gefallen|senk\w*|gesenkt|kürz\w*|gekürzt"
    r"|schrumpf\w*|geschrumpft|verringer\w*|reduzier\w*|zurückgegangen|abgenommen|Rückgang"
    r"|baiss\w*|dimin\w*|recul\w*|chut\w*|baj(?:a|an|ó|aron|ado)|ca(?:e|en|yó|yeron|ído"
    r"|ída)|disminu\w*|descen\w*|reduj\w*"
)
_WAYS = re.compile(rf"\b(?:(?P<up>{under_letters(_UP)})|(?P<down>{under_letters(_DOWN)}))\b", re.I)
# Right behind a percentage these say which way it goes; elsewhere they compare.
_COMPARED = re.compile(
    r"\W*(?:per ?cent|percent|Prozent|pour cent|por ciento|%)?\s?(?:de\s|a\s)?(?:(?P<up>more|mehr"
    r"|higher|plus|más)|(?P<down>less|fewer|lower|weniger|moins|menos))\b",
    re.I,
)
_HOW_FAR = re.compile(r"\b(?:by|to|from|um|auf|von|de|à|au|a|en|un|hasta|up|down)\W{1,2}$", re.I)
_CLAUSE = re.compile(
    r"[.!?;:](?=\s)|,\s|\s(?:while|whereas|and|but|while|after|before|because|und|aber|während"
    r"|nachdem|weil|et|mais|alors|tandis|après|parce|y|pero|mientras|tras|porque)\s"
)


_FROM = re.compile(r"\b(?:from|von|de|du|des|desde)\W{1,2}$", re.I)
_TO = re.compile(r"[^.;:,]{0,30}?\s(?:to|auf|bis|a|à|hasta)\W{1,2}", re.I)


# By how much, and to what: fell by a third, to a third; with one word on how exactly.
_BY_OR_TO = re.compile(r"\b(?:(?P<by>by|um)|(?P<to>to|auf))\s(?:[^\W\d_]+\s)?[$£€]?$", re.I)


class Way(NamedTuple):
    """A number that goes up or down, the word that says so, and that by which it is said to be by
    how much or to what, if one is."""

    value: Value
    up: bool
    word: str
    by_or_to: str = ""


@lru_cache(KEPT)
def ways(text: str, language: Language) -> tuple[Way, ...]:
    """The numbers of a text that go up or down."""
    text = readable(text, language)
    return (*_ways(text, language),)


def _ways(text: str, language: Language) -> Iterator[Way]:
    for quantity in find_quantities(text, language):
        before = text[: quantity.start].rstrip("$€£¥ ")
        start = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
        stop = _CLAUSE.search(text, quantity.end)
        how = _BY_OR_TO.search(text, 0, quantity.start)
        if how and start and not _WAYS.search(text, start, quantity.start):  # by a third, to £30
            cut = [m.end() for m in _CLAUSE.finditer(before)][-2:-1]
            start = cut[0] if cut else 0
        clause = text[start : stop.start() if stop else len(text)]
        compared = _COMPARED.match(text, quantity.end) if quantity.percent else None
        found = [*_WAYS.finditer(clause), *filter(None, [compared])]
        sides = {one.lastgroup for one in found}
        far = quantity.percent or how or _HOW_FAR.search(f"{before} ")
        rest = clause.replace(compared.group(), "") if compared else clause
        if far and len(sides) == 1 and not is_negative(_WAYS.sub("", rest)):
            word = compared["up"] or compared["down"] if compared else found[0].group()
            by_or_to = (how.lastgroup or "") if how else ""
            yield from (Way(value, sides == {"up"}, word, by_or_to) for value in quantity.values)


@lru_cache(KEPT)
def changes(text: str, language: Language) -> frozenset[tuple[Value, Value]]:
    """The two numbers of each change from one to another in a text."""
    text = readable(text, language)
    found = find_quantities(text, language)
    return frozenset(
        (first, second)
        for i, one in enumerate(found)
        if _FROM.search(text, 0, one.start)
        for other in found[i + 1 : i + 3]
        if _TO.fullmatch(text, one.end, other.start)
        for first in one.values
        for second in other.values
    )
