"""The rules on two things of which each is said to be the other, or both where one of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from ..text.folding import fold
from ..text.languages import KEPT
from ..text.polarity import is_negative, stem, stems
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.roles import OWN, values
from ..topic.site import Site, at, kept
from .beside import resting_beside
from .common import of_class
from .own_words import OwnWords
from .registry import rule
from .rests import Said, of_records, resting

_WORDS = r"(?:(?:[^\W\d_][\w'-]*)\s){1,4}"
_JOINT = re.compile(
    rf"({_WORDS})(?:instead of|rather than|than|anstelle von|statt|als|au lieu de|plutôt que"
    rf"|en vez de|que)\s((?:[^\W\d_][\w'-]*\s?){{1,4}})"
)
_PREFERS = re.compile(
    rf"\b(?:prefer\w*|favou?r\w*)\s({_WORDS}?)(?:to|over|rather than|instead of)"
    r"\s((?:[^\W\d_][\w'-]*\s?){1,4})"
)
_LESS = re.compile(r"\b(?:less|fewer|least|worse|not|no|never|hardly|against)\b|n't\b", re.I)
_FEWER = re.compile(r"\b(?:less|fewer)\s$")
_NUMBER = re.compile(r"(?<![\w.,])(\d[\d.,]*(?:-to-\d+)?)(?![\w%])((?:[ -]+[^\W\d_][\w'-]*){1,5})")
_AND = {"and": "and", "und": "and", "et": "and", "or": "or", "oder": "or", "ou": "or"}
_LISTED = re.compile(rf"(?=\b([^\W\d_]{{4,}})\s({'|'.join(_AND)})\s([^\W\d_]{{4,}})\b)", re.I)
# With these an "and" says as much as an "or": the choice between the two.
_EITHER = re.compile(
    r"\b(?:between|both|either|whether|choice|choos\w*|chose\w*|alternativ\w*|question\w*|zwischen"
    r"|sowohl|entweder|ob|wahl|entre|soit|choix|if|may|might|can|could|any|every|each)\b",
    re.I,
)

Two = tuple[frozenset[str], frozenset[str]]


@rule(whole=False)
def not_exchanged(site: Site) -> Iterator[Problem]:
    """Of two numbers, each is said of what it is said of in the words that these rest on, and not
    of what the other is; and so are two things with "instead of", "rather than" or "than" between
    them, or of which one is preferred to the other."""
    for said in (*resting(site), *resting_beside(site), *_of_figures(site)):
        ours = _two(fold(said.marked))
        theirs = [_two(fold(text)) for text, _ in said.rests.around] if ours else []
        for words, (one, other) in ours.items():
            there = [two for some in theirs for key, two in some.items() if key == words]
            crossed = any(one & b and other & a for a, b in there)
            if crossed and not any(one & a and other & b for a, b in there):
                yield said.own.problem(
                    f"each of these is said here of what the other is ({' and '.join(words)})",
                    "say of each what the words have that this rests on",
                    said.text[:160],
                )
                break


@rule(whole=False)
def and_or_as_there(site: Site) -> Iterator[Problem]:
    """Two words beside an "and" or an "or" have it between them in the words that this rests on,
    where these have the same two; not where something is denied or left open, in which both may say
    the same."""
    for said in (*resting(site), *resting_beside(site), *_of_figures(site)):
        ours = _listed(fold(said.marked))
        if not ours or _EITHER.search(said.marked) or is_negative(said.text):
            continue
        around = [fold(text) for text, _ in said.rests.around]
        theirs = {both for text in around for both in _listed(text)}
        pairs = {pair: joint for pair, joint in ours if (pair, joint) not in theirs}
        for text in around if pairs else ():
            if _EITHER.search(text) or is_negative(text):
                continue
            if found := next((joint for pair, joint in _listed(text) if pair in pairs), ""):
                message = f'what this rests on has "{found}" between these two'
                help = f'write "{found}", or name the two apart'
                yield said.own.problem(message, help, said.text[:160])
                break


@kept()
def _of_figures(site: Site) -> tuple[Said, ...]:
    """What figures say they count, which are no sentences."""
    found = []
    for figure in of_class(site, Figure):
        rests = of_records(site, (figure.id,))
        for key, text, _ in values(figure, OWN) if not figure.draft else ():
            if not text.rstrip().endswith("."):
                own = OwnWords(*at(site, figure.id, *key), text, [figure.id])
                found.append(Said(own, text, text, rests, False))
    return (*found,)


@lru_cache(4096)
def _two(text: str) -> dict[tuple[str, ...], Two]:
    """What stands beside each of two numbers, by both, and before and behind a joint; without what
    is beside both."""
    found: dict[tuple[str, ...], Two] = {}
    numbers = {m[1]: frozenset(stems(m[2])) for m in _NUMBER.finditer(text)}
    for a, b in combinations(sorted(numbers), 2):
        found[a, b] = numbers[a], numbers[b]
    for match in _JOINT.finditer(text):
        less = _FEWER.search(match[1])
        before, after = stems(_FEWER.sub("", match[1]))[-2:], stems(match[2])
        one, other = (after, before) if less else (before, after)
        found["one", "the other"] = frozenset(one), frozenset(other)
    for match in () if _LESS.search(text) else _PREFERS.finditer(text):
        found["one", "the other"] = frozenset(stems(match[1])), frozenset(stems(match[2]))
    return {key: (a - b, b - a) for key, (a, b) in found.items()}


@lru_cache(KEPT)
def _listed(text: str) -> frozenset[tuple[frozenset[str], str]]:
    """The pairs of words of a text with an "and" or an "or" between them, and which it is."""
    return frozenset(
        (frozenset((stem(m[1]), stem(m[3]))), _AND[m[2].lower()]) for m in _LISTED.finditer(text)
    )
