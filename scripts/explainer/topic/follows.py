"""Fields of a record that need not be written, since others, or the source, say them beyond doubt:
of a turn of a transcript the words that name its speaker, and its evidence; the speaker of a number
in it; a unit that is a sign of the number. They are then read as if they had been written, and are
held to every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..text.folding import fold
from ..text.mentions import Names
from ..text.passages import Passages
from ..text.said_so import others_say
from ..text.turns import Turn
from ..text.voices import Sentence
from .evidence import Placed, place_in
from .model import Quote
from .record import Selector
from .topic import SourceText
from .yaml import Tree

_SIGN = re.compile(r"[$£€¥₹]|%")
_OPENING = 6  # words of a turn that tell its label from others
_Turn = tuple[Passages, Turn]


def followed(
    kind: str, item: dict[str, Tree], quotes: Iterable[Tree], sources: Mapping[str, SourceText]
) -> dict[str, Any]:
    """What follows for a record, as it is written, of some kind: of fields that it has not, what
    they would have. ``quotes`` are the quotations of its file."""
    found: dict[str, Any] = {}
    if kind == "figures" and "unit" not in item:
        signs = _SIGN.findall(str(item.get("value_text", "")))
        found |= {"unit": signs[0]} if len({*signs}) == 1 else {}
    if kind == "figures" and "attribution" not in item and (turn := _turn(item, sources)):
        told = Sentence(fold(_exact(item, "evidence")), Names(()), turn[0].language)
        if others_say(told):
            return found  # they told us that 40: of whom it is asks a decision
        own = [q for q in quotes if isinstance(q, dict) and _turn(q, sources, "text") == turn]
        who = {str(q["speaker"]) for q in own if q.get("speaker") and "reported_by" not in q}
        found |= {"attribution": who.pop()} if len(who) == 1 else {}
    missing = Quote.follows - item.keys()
    if kind == "quotes" and missing and (turn := _turn(item, sources, "text")):
        passages, (label, words, posted) = turn
        one = not posted and passages.text.find("\n\n", label.start, words.end) < 0
        whole = passages.text[label.start : words.end]
        colon = whole.find(":") + 1
        opening = " ".join(whole[colon:].split()[:_OPENING])
        name = {"exact": whole[:colon]} | {"suffix": opening}
        for field in missing if one else ():
            found[field] = whole if field == "evidence" else name
    return found


def _first(item: Mapping[str, Any], field: str) -> dict[str, Any]:
    """The first words of a field, as a selector."""
    words = item.get(field)
    words = words[0] if isinstance(words, list) and words else words
    return words if isinstance(words, dict) else {"exact": words}


def _exact(item: Mapping[str, Any], field: str) -> str:
    return str(_first(item, field).get("exact", ""))


def _turn(
    item: Mapping[str, Any], sources: Mapping[str, SourceText], field: str = "evidence"
) -> _Turn | None:
    """The turn of a transcript, or the post, that the first words of a field are in."""
    own = str(item.get("source") or (next(iter(sources)) if len(sources) == 1 else ""))
    some = _first(item, field)
    exact, source = some.get("exact"), sources.get(str(some.get("source", own)))
    if not (source and source.passages.turns and isinstance(exact, str) and exact):
        return None
    sides: dict[str, Any] = {k: v for k, v in some.items() if k in Selector.model_fields}
    placed = place_in(source, Selector.model_construct(**sides | {"highlight": ()}))
    turn = source.passages.turn_at(placed.spans[0]) if isinstance(placed, Placed) else None
    return (source.passages, turn) if turn else None
