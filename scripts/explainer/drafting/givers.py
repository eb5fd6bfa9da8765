"""Who gives a number, in a sentence read as a row of signs: nobody where it may be another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..text.mood import indirect
from ..text.spans import Span
from .draft_file import Field
from .meaning import Said
from .records import Records
from .sentence import ASIDE, OF, Found, Row

# Verbs of those who give a number by finding it out, in every listed language.
_COUNTS = frozenset(
    "counted counts recorded registered measured estimated estimates logged tallied zählte zählt"
    " registrierte registriert verzeichnete schätzte schätzt erfasste compté recensé dénombré"
    " enregistré estime estimé mesuré contó registró contabilizó estimó estima calculó"
    " midió".split()
)
# Verbs of those who reckon with so many, which need not stand right by the number.
_RECKONS = frozenset(
    "rechnet rechnete kalkuliert erwartet erwartete expects reckons forecasts prévoit espera"
    " prevé".split()
)
# Verbs of those who ask for so much, and do not say that it is so.
_ASKS = frozenset(
    "demands demanded asks asked urges urged verlangt verlangte fordert forderte gefordert"
    " aufgefordert demande demandé exige exigé pide pidió exigió".split()
)
# Behind them a number is of what somebody is charged with: admitted two counts.
_PLEADS = frozenset("admits admitted denies denied gestand admet avoué admis admitió".split())
# What reports do that give a number.
_FINDS = frozenset(
    "found finds shows showed suggests suggested concluded counted estimated estimates said says"
    " put zählte zählt ergab zeigt nennt nannte estime évalue montre chiffre recense calcula cifra"
    " muestra estima concluye".split()
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
    if counted := _counted(row, at) or _found_out(row, at):
        return [counted]
    said = [f for verb in row.verbs(0, at) if (f := _says(row, verb, at))]
    closing = [f for verb in row.verbs(at, len(row.tokens)) if (f := _closes(row, verb, at))]
    return [*said[-1:], *closing[-1:], *row.according()]


def _found_out(row: Row, at: int) -> Found | None:
    """Whose report found it: a study by the institute found that 40."""
    match = re.match("[dxXm]{0,3}Ppd?(?P<who>[NO])(?=[xV])", row.signs)
    if not match or match.end() >= at or row.tokens[match.end()].low not in _FINDS:
        return None
    another = re.search("[VGq;:]|c[dxXma]{0,3}[NRO]V", row.signs[match.end() + 1 : at])
    return None if another else row.found(match.start("who"), match.end())


def _counted(row: Row, at: int) -> Found | None:
    """Who counted it: the agency, which counted 40."""
    for verb in range(max(at - 7, 0), at):
        reckons = row.tokens[verb].low in _RECKONS
        if reckons and not re.search("[VGNROHq;:,cr]", row.signs[verb + 1 : at]):
            match = _WHO_COUNTS.search(row.signs[:verb])
            return row.found(match.start("who"), verb) if match else None
        if verb < at - 4:
            continue
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
    quoted = who is not None and re.search("q,?$", row.signs[:who])  # “…,” she says, and orders 2
    asks = row.tokens[verb].low in _ASKS
    asks |= row.tokens[verb].low in _PLEADS and re.fullmatch("[dxXma]*", between[:-1]) is not None
    if who is None or another or quoted or asks or row.only_perhaps(0, verb, at):
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
    if who is None and row.grammar.no_pronoun and re.search(",[ab~]*$", before):
        alone = re.fullmatch(r"[pdxXa]{0,6}[.!]?", row.signs[verb + 1 :])
        return row.alone(verb) if alone and not re.search("[VGq;:]", row.signs[at:verb]) else None
    if who is None or min(who, verb) < at or re.search("[VGq;:]", row.signs[at : min(who, verb)]):
        return None
    behind_it = row.signs[max(who, verb) + 1 :]
    paper = "pd?[xX]?P(?:[cr][^;:q]*)?"  # X said in a report that it published on Tuesday
    rest = re.fullmatch(rf"{OF}[pdxXa]{{0,6}}(?:{paper}|,[^VGNROHq;:]*)?[.!]?", behind_it)
    return row.found(who, verb) if rest else None


def goes_on(draft: Records, at: int, speakers: Mapping[Span, Said | None]) -> Said | None:
    """Whoever is quoted in the sentence right before that of a number, where the sentence reports
    in its mood what somebody says, and names nobody: „…“, sagte X. Das koste 3 Euro."""
    number = draft.sentence(at)
    own, before = draft.sentences[number], draft.sentences[max(number - 1, 0)]
    german = draft.grammar and draft.grammar.nouns_up
    if not german or not number or not indirect(draft.plain[own.start : own.end]):
        return None
    some = [s for s in speakers.values() if s and before.start <= s.words.start < before.end]
    same = draft.paragraph(before.start) == draft.paragraph(at)
    if not same or len({id(said.who) for said in some}) != 1 or draft.people_between(*own):
        return None
    return replace(some[-1], resolved=some[-1].resolved or some[-1].words, inferred=True)


def named_before(draft: Records, said: Said | None, at: int) -> dict[str, Field]:
    """The words of a sentence before that name whoever gives a number, where its own do not."""
    if not said or not said.resolved or draft.sentence(said.resolved.start) == draft.sentence(at):
        return {}
    words = draft.placing.words(*draft.clauses(said.resolved)) or ""
    draft.cover(words)
    return {"resolved_from": words, "inferred": "speaker" if said.inferred else ""}
