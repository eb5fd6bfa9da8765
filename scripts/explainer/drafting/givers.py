"""Who gives a number, in a sentence read as a row of signs: nobody where it may be another."""

from __future__ import annotations

import re

from .sentence import ASIDE, OF, Found, Row

# Verbs of those who give a number by finding it out, in every listed language.
_COUNTS = frozenset(
    "counted counts recorded registered measured estimated estimates logged tallied zählte zählt"
    " registrierte registriert verzeichnete schätzte schätzt erfasste compté recensé dénombré"
    " enregistré estime estimé mesuré contó registró contabilizó estimó estima calculó"
    " midió".split()
)
_WHO_COUNTS = re.compile(rf"(?P<who>[NRO]){OF}{ASIDE}(?:,r)?[ab~]*$")
# Where the words between a verb of saying and a number begin with somebody else.
_ANOTHERS = re.compile(r",r|[;q]|c[dxXma]{0,3}[NRO]")
# What may stand before a verb of saying that ends a sentence: it cost £3, Mayor Adams said.
_CLOSES = re.compile(
    rf",(?:R{OF},)?[dxXma]{{0,3}}(?P<who>[NROH]){OF}{ASIDE}(?:,[^,;:.qHVr]{{1,30}},)?[ab~]*$"
)


def givers(row: Row, at: int) -> list[Found]:
    """The words that say whose the number at ``at`` is, those of each who may be meant."""
    if counted := _counted(row, at):
        return [counted]
    said = [f for verb in row.verbs(0, at) if (f := _says(row, verb, at))]
    closing = [f for verb in row.verbs(at, len(row.tokens)) if (f := _closes(row, verb, at))]
    return [*said[-1:], *closing[-1:], *row.according()]


def _counted(row: Row, at: int) -> Found | None:
    """Who counted it: the agency, which counted 40."""
    for verb in range(max(at - 4, 0), at):
        if row.tokens[verb].low in _COUNTS and re.fullmatch(
            "[dxXma!~p]*", row.signs[verb + 1 : at]
        ):
            match = _WHO_COUNTS.search(row.signs[:verb])
            return row.found(match.start("who"), verb) if match else None
    return None


def _says(row: Row, verb: int, at: int) -> Found | None:
    """Who says before it what it is a part of: X said that; not: X told Y, who owns 40, to go."""
    who = row.subject(verb)
    between = row.signs[verb + 2 : at]  # behind a comma: sagte, der Rat, der 40 zählte
    another = _ANOTHERS.search(between) or (row.grammar.nouns_up and ",d" in between)
    if who is None or another or row.only_perhaps(0, verb, at):
        return None
    return row.found(who, verb)


def _closes(row: Row, verb: int, at: int) -> Found | None:
    """Who says it at the end: …, X said; …, said X on Monday."""
    match = _CLOSES.search(row.signs[:verb])
    who = match.start("who") if match else None
    before = row.signs[:verb]
    if re.search(",b$" if who is not None else ",[ab~]*$", before):  # X, …, a indiqué la mairie
        behind = row.behind(verb)
        who = who if behind is None else behind
    if who is None or min(who, verb) < at or re.search("[VGq;:]", row.signs[at : min(who, verb)]):
        return None
    rest = re.fullmatch(rf"{OF}[pdxXa]{{0,6}}[.!]?", row.signs[max(who, verb) + 1 :])
    return row.found(who, verb) if rest else None
