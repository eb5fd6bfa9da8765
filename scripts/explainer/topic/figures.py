"""Which numbers must not be compared with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from ..text.units import units_in
from .model import Figure
from .roles import Mark, having


def unlike(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure, list[str]]]:
    """Pairs of figures in one unit that must not be compared, with what differs: measure,
    population or period.

    In two units nobody would compare them; in one unit readers do, unless they are told."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.unit].append(figure)
    for some in by_unit.values():
        for a, b in combinations(some, 2):
            if differ := unlike_in(a, b):
                yield a, b, differ


def unit_beside(figure: Figure) -> str:
    """The unit to be shown behind a figure's value_text; empty where that has it already, by sign
    or word: £1m, 0.5 percent, 3-to-1."""
    printed, unit = figure.value_text.casefold(), figure.unit
    words = unit.casefold().split()
    said = unit.startswith("to ") or (words and all(word in printed.split() for word in words))
    return "" if said or units_in(unit) & units_in(printed) else unit


def unlike_in(a: Figure, b: Figure) -> list[str]:
    """In what two figures of one unit differ, so that they must not be compared."""
    if a.unit != b.unit:
        return []
    return [f for f in having(Figure, Mark.ALIKE) if getattr(a, f) != getattr(b, f)]
