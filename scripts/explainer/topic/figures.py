"""Which numbers must not be compared with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from ..text.units import units_in
from .model import Figure
from .roles import Mark, having

_JOINED = re.compile(r",?\s+(?:and|or|und|oder|et|ou)\s+|,\s*")


def counted(figure: Figure) -> list[str]:
    """What a figure counts together: killed, wounded and captured are three."""
    return [part for part in _JOINED.split(figure.measure) if part]


def unlike(
    figures: Iterable[Figure], together: Iterable[Collection[str]] = ()
) -> Iterator[tuple[Figure, Figure, list[str]]]:
    """Pairs of figures that readers would compare unless they are told that they must not, with
    what differs: measure, population or period. ``together`` are the ids of those that are listed
    beside each other; those of one unit are set side by side there."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.unit].append(figure)
    lists = [*map(frozenset, together)]
    for unit, some in by_unit.items():
        for a, b in combinations(some, 2):
            beside = not is_ratio(unit) and any({a.id, b.id} <= ids for ids in lists)
            if (beside or comparable(a, b)) and (differ := unlike_in(a, b)):
                yield a, b, differ


_PERCENT = re.compile(r"%|per ?cent|prozent|pour ?cent|por ?ciento")


_TIMES = ("times", "mal", "fois", "veces")
_MULTIPLE = re.compile(
    r"\b(?:once|twice|thrice|(?:double|triple|treble)\w*|\w+fold|\w+fach\w*|doppel\w*|verdoppel\w*"
    r"|doble|triple|duplic\w+|triplic\w+|doublé?\w*)\b"
)


def is_part(figure: Figure) -> bool:
    """Whether a number is a part in words, of what its unit names: a third, of islanders."""
    whole = re.search(r"\d|%", figure.value_text) or _PERCENT.search(figure.value_text.casefold())
    every = re.match(r"(?:jede[rnsm]?|every|chaque|cada)\b", figure.value_text.casefold())
    return 0 < figure.value < 1 and not (whole or every)


def unit_beside(figure: Figure) -> str:
    """The unit to be shown behind a figure's value_text; empty where that has it already, by sign
    or word: £1m, 0.5 percent, 3-to-1."""
    printed, unit = figure.value_text.casefold(), figure.unit
    words = unit.casefold().split()
    said = is_ratio(unit) or (words and all(word in printed.split() for word in words))
    said = said or bool(unit.casefold() in _TIMES and _MULTIPLE.search(printed))  # twice
    said = said or bool(_PERCENT.fullmatch(unit.casefold()) and _PERCENT.search(printed))
    return "" if said or units_in(unit) & units_in(printed) else unit


def comparable(a: Figure, b: Figure) -> bool:
    """Whether readers would set two figures side by side: in one unit, they count the same thing,
    among others. An advantage in men and one in guns nobody takes for two of a kind."""
    return a.unit == b.unit and not {*counted(a)}.isdisjoint(counted(b))


def is_ratio(unit: str) -> bool:
    """Whether a number of this unit has its unit in it: 5-to-1."""
    return unit.startswith("to ")


def unlike_in(a: Figure, b: Figure) -> list[str]:
    """In what two figures of one unit differ, so that they must not be compared."""
    return [f for f in having(Figure, Mark.ALIKE) if getattr(a, f) != getattr(b, f)]
