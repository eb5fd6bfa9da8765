"""Of several ratios in a sentence, what stands by which: 3-to-1 in sheep and 2-to-1 in goats."""

from __future__ import annotations

import re

from ..text.words import are_forms
from .own_number import OwnNumber
from .own_time import WORD

_RATIO = re.compile(r"(?i)\d[\d.,]*[- ](?:to|zu|à|a)[- ](?:1|one|eins|un|uno)\b")
_STOP = re.compile(
    r"[,;:.!?—–](?:\s|$)|\s(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o)\s(?=\D*\d)"
)


def other_ratio(text: str, own: OwnNumber) -> str:
    """What is wrong with a name of a ratio: its words stand behind another one, and none behind
    this one alone; empty if nothing is."""
    if not own.is_ratio:
        return ""
    places = [*_RATIO.finditer(own.text)]
    behind = {}
    for place, after in zip(places, [*places[1:], None], strict=True):
        end = after.start() if after else len(own.text)
        stop = _STOP.search(own.text, place.end())
        behind[place] = own.text[place.end() : min(end, stop.start() if stop else end)].strip()
    mine = next((words for place, words in behind.items() if _is_at(place, own)), "")
    if not mine:
        return ""
    said = _words(text)
    for place, words in behind.items():
        theirs = [w for w in said if _has(words, w) and not _has(mine, w)]
        if theirs and not any(_has(text, w) for w in _words(mine) if not _has(words, w)):
            number = own.text[slice(*own.span)]
            return f'"{theirs[0]}" stands by "{place.group()}", and "{number}" by "{mine}"'
    return ""


def _is_at(place: re.Match[str], own: OwnNumber) -> bool:
    return place.start() < own.span.end and own.span.start < place.end()


def _words(text: str) -> list[str]:
    return [m.group().lower() for m in WORD.finditer(text) if len(m.group()) > 3]


def _has(text: str, word: str) -> bool:
    return any(are_forms(word, other) for other in _words(text))
