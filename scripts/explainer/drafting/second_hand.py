"""Who is quoted within a turn of a transcript, by the words of the turn: X told me, “…”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..text.folding import fold
from ..text.offices import describes
from ..text.passages import Passages
from ..text.spans import Span
from ..text.turns import Turn
from .attribution import Reading
from .mentions import PEOPLE
from .tokens import Agent, looked_up


class Quoted(NamedTuple):
    """What is quoted in a turn, the words that say whose it is, and whose."""

    turn: Turn
    words: Span
    by: Span
    who: Agent


def quoted_in_turns(reading: Reading) -> Iterator[Quoted]:
    """Each quotation within a turn of which the turn says whose it is; each turn is read as a text
    of its own."""
    passages = reading.passages
    for turn in reading.turns.values():
        inside = (q for q in passages.marked if turn.words.start <= q.start < turn.words.end)
        if turn.posted or not any(map(passages.quoted_in_turn, inside)):
            continue
        own = Passages(passages.text[slice(*turn.words)], passages.language.code)
        read = Reading(replace(reading.source, passages=own), reading.known)
        at = turn.words.start
        for one in read.quotations():
            said = one.said
            if not said or said.shared or said.who.kind != PEOPLE or len(one.parts) > 1:
                continue
            named, name = _moved(said.who.at, at), said.who.name
            if (
                describes(fold(name))
                or not name[0].isupper()
                or not said.who.last_name[0].isupper()
            ):
                continue  # the union's president, my mother
            known = reading.agents.get(looked_up(name)) or reading.by_last_name(name.split())
            who = known or reading.agent(name, name, PEOPLE, named)
            who.title = who.title or said.who.title
            if not said.resolved:
                yield Quoted(turn, _moved(one.parts[0], at), _moved(said.words, at), who)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
