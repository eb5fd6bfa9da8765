"""Words that mean the contrary of each other: strengthen and weaken, easy and difficult. Only such
pairs as are seldom both true of one thing; what begins and ends, say, does both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from .languages import KEPT
from .polarity import LIGHT, stem

# Each line has words on the one side and on the other, whatever their endings.
_PAIRS = """
strengthen reinforce bolster / weaken undermine
right correct / wrong incorrect
difficult hard tough / easy easily simple effortless
gain win won / lose lost forfeit
accept embrace welcome / reject refuse
abandon drop ditch / embrace adopt retain
rise rose risen increase grow grew grown climb / fall fell fallen decrease shrink sink sank sunk
above / below
repeated always often constantly / once never rarely seldom
openly public / secretly secret private
succeed success successful / fail failure unsuccessful
allow permit / forbid forbade forbidden ban
include / exclude
buy bought purchase / sell sold
mandatory compulsory obligatory / optional voluntary
clear precise straightforward / vague unclear evasive
leave left / arrive stay
support back / oppose fought
agree / disagree
safe / dangerous unsafe
rich / poor
cheap / expensive costly
quick fast swift / slow
true / false untrue
friend ally / enemy foe
legal lawful / illegal unlawful
guilty / innocent
convict / acquit
build built / destroy demolish
praise / criticise criticize condemn
majority / minority
optimistic / pessimistic
long-held longstanding / lately recently newly
temporary / permanent
voluntarily willingly / unwillingly forcibly
stärken stärkt / schwächen schwächt
richtig / falsch
schwierig schwer / leicht einfach
gewinnen gewinnt gewann gewonnen / verlieren verliert verlor verloren
akzeptiert akzeptieren / abgelehnt
steigen steigt stieg gestiegen / sinken sinkt sank gesunken
erlauben erlaubt / verbieten verbietet verboten
öffentlich / geheim heimlich
wiederholt immer / selten einmal nie
kaufen kauft gekauft / verkaufen verkauft
billig / teuer
renforcer renforcé / affaiblir affaibli
facile / difficile
gagner gagné / perdre perdu
accepter accepté / refuser refusé
augmenter augmenté / baisser baissé diminuer
permettre permis / interdire interdit
souvent toujours / rarement jamais
fortalecer fortaleció / debilitar debilitó
fácil / difícil
ganar ganó / perder perdió
aceptar aceptó / rechazar rechazó
gesperrt / geöffnet freigegeben
stays-closed / open opens opened reopen
stays-closed / geöffnet öffnet öffnete öffnen
stays-closed / ouvert ouverte ouvre rouvre
stays-closed / abierto abierta abre reabre
aumentar aumentó subir / bajar bajó disminuir
permitir permitió / prohibir prohibió
"""
# These are so only of the same word behind them: more favourable, less favourable.
_BESIDE = """
more / less fewer
most / least
first / last
best / worst
better / worse
high higher / low lower
early earlier / late later
big bigger large larger / small smaller
well / poorly badly ill
both / one
all / some
continue / stop cease halt
open / close shut
begin began begun start / end finish
mehr / weniger
beide / eine
erste ersten / letzte letzten
plus / moins
premier première / dernier dernière
más / menos
primer primera / último última
"""
# What stays closed, in the words of a language, is read as one word: what closes may open as well.
_STAYS_CLOSED = re.compile(
    r"\b(?:remain|stay|keep|kept|bleib|blieb|rest|permane|sig[ou]|qued)\w*(?: [\w'-]+){0,3}?"
    r" (closed|shut|geschlossen|fermée?s?|cerrad[oa]s?)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR = 4  # words that say something, on either side of a word


class Word(NamedTuple):
    """A word of a text that has a contrary: where it is, itself and its stem, the stems of the
    words near it that say something, and that of the first of them behind it."""

    start: int

    word: str
    stem: str
    near: frozenset[str]
    behind: str


@cache
def _tables() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The stems of the contraries of each stem, of either list."""
    tables = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for table, lines in zip(tables, (_PAIRS, _BESIDE), strict=True):
        for line in lines.strip().split("\n"):
            one, other = ({*map(stem, side.split())} for side in line.split("/"))
            for side, contrary in ((one, other), (other, one)):
                for word in side:
                    table[word] |= contrary
    return tables


@lru_cache(KEPT)
def having_contrary(text: str) -> tuple[Word, ...]:
    """The words of a folded text that are in the lists here."""
    closed = {found.start(1) for found in _STAYS_CLOSED.finditer(text)}
    words = [part for found in _WORD.finditer(text) for part in _parts(found)]
    words = [(at, "stays-closed" if at in closed else word) for at, word in words]
    forms = [stem(word).replace("our", "or") for _, word in words]
    far, beside = _tables()
    found = []
    for i, one in enumerate(forms):
        if one in far or one in beside:
            says = [word not in LIGHT for _, word in words]
            before = [*compress(forms[:i], says)][-_NEAR:]
            behind = [*compress(forms[i + 1 :], says[i + 1 :])][:_NEAR]
            near = frozenset((*before, *behind))
            found.append(Word(*words[i], one, near, behind[0] if behind else ""))
    return tuple(found)


def _parts(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """A word, in its parts if it has a hyphen and is not in the lists as it is, with its place."""
    word = found.group().lower()
    if stem(word) in _tables()[0]:
        yield found.start(), word
    else:
        yield from ((found.start() + m.start(), m.group()) for m in re.finditer(r"[^-]+", word))


def contraries_in(said: Word, text: str) -> Iterator[Word]:
    """The words of a text that mean the contrary of one of another, said of the same thing."""
    far, beside = _tables()
    for one in having_contrary(text):
        same = one.stem in beside.get(said.stem, ()) and said.behind and one.behind == said.behind
        if same or (one.stem in far.get(said.stem, ()) and one.near & said.near):
            yield one
