"""Times that are told from the day on which they were written: last year, this month, next week."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .units import is_time, unit_of

_SEASONS = frozenset(
    "season saison campaña temporada summer winter spring autumn sommer hiver été".split()
)
_BEFORE = {
    "last": "last|previous|letzte[nsmr]?|vorige[nsmr]?|vergangene[nsmr]?|pasad[oa]",
    "this": "this|diese[nsmr]?|laufende[nsmr]?|cette|ce|cet|este|esta",
    "next": "next|coming|nächste[nsmr]?|kommende[nsmr]?|próxim[oa]",
}
_BEHIND = {
    "last": "dernier|dernière|passée?|précédente?|pasad[oa]|anterior",
    "next": "prochaine?|qui vient|que viene|próxim[oa]",
}
_SIDES = {
    **{how: re.compile(rf"(?i)(?<!\w)(?:{words})\s$") for how, words in _BEFORE.items()},
    **{f"{how} ": re.compile(rf"(?i)\s(?:{words})(?!\w)") for how, words in _BEHIND.items()},
}
_WORD = re.compile(r"[^\W\d_]+")


def relative_times(text: str) -> Iterator[tuple[int, str, str, str]]:
    """The relative times of a text: where each begins, its unit, which one it is (last, this, next)
    and its words."""
    for match in _WORD.finditer(text):
        word, unit = match[0].lower(), unit_of(match[0])
        if word not in _SEASONS and (unit is None or not is_time(unit)):
            continue
        for how, form in reversed(_SIDES.items()):  # ce mois dernier is last
            behind = how.endswith(" ")
            found = form.match(text, match.end()) if behind else form.search(text[: match.start()])
            if found:
                first = match.start() if behind else found.start()
                words = text[first : found.end() if behind else match.end()]
                yield match.start(), word if unit is None else str(unit), how.strip(), words
                break
