"""The rule on two things of which each is said to be the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from ..text.folding import fold
from ..text.polarity import stems
from ..topic.problems import Problem
from ..topic.site import Site
from .beside import resting_beside
from .registry import rule
from .rests import resting

_WORDS = r"(?:(?:[^\W\d_][\w'-]*)\s){1,4}"
_JOINT = re.compile(
    rf"({_WORDS})(?:instead of|rather than|than|anstelle von|statt|als|au lieu de|plutôt que"
    rf"|en vez de|que)\s((?:[^\W\d_][\w'-]*\s?){{1,4}})"
)
_NUMBER = re.compile(r"(?<![\w.,])(\d[\d.,]*(?:-to-\d+)?)(?![\w%])((?:[ -]+[^\W\d_][\w'-]*){1,5})")

Two = tuple[frozenset[str], frozenset[str]]


@rule(whole=False)
def not_exchanged(site: Site) -> Iterator[Problem]:
    """Of two numbers, each is said of what it is said of in the words that these rest on, and not
    of what the other is; and so are two things with "instead of", "rather than" or "than" between
    them."""
    for said in (*resting(site), *resting_beside(site)):
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


@lru_cache(4096)
def _two(text: str) -> dict[tuple[str, ...], Two]:
    """What stands beside each of two numbers, by both, and before and behind a joint; without what
    is beside both."""
    found: dict[tuple[str, ...], Two] = {}
    numbers = {m[1]: frozenset(stems(m[2])) for m in _NUMBER.finditer(text)}
    for one, other in combinations(sorted(numbers), 2):
        found[one, other] = numbers[one], numbers[other]
    for match in _JOINT.finditer(text):
        found["one", "the other"] = frozenset(stems(match[1])[-2:]), frozenset(stems(match[2]))
    return {key: (a - b, b - a) for key, (a, b) in found.items()}
