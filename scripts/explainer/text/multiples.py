"""Multiples and parts in words, where an editor has them as a number: twice, doubled, tenfold,
jeder vierte, au tiers, el doble, dos terceras partes. They are not looked for in a source; what may
be meant in two ways (half as many again, three times more) is read in none."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from .wider_words import WIDER, Wider
from .words import one_of

_HEAD = re.compile(
    r"^(?:(?:the|an?|one|das|der|die|den|dem|eine?|eine[ms]|le|la|les|un|une|el|los|las|una|al"
    r"|au|aux|du|del) |l['’])"
)
_TAIL = re.compile(
    r" (?:as (?:many|much|high|large|big|long|fast)|so (?:viele?|hoch|groß|lang|schnell))$"
)
_MORE = re.compile(  # a third more is by a third; what three times more is may be meant in two ways
    r" (?:more|less|fewer|higher|lower|mehr|weniger|höher|niedriger|de (?:plus|moins)|más|menos)$"
)
_TIMES = re.compile(  # three times alone is a number, and times its unit
    r"(?P<number>[^\W_]+) (?:times as (?:many|much|\w+)|fois plus)"
)
_EVERY = re.compile(r"(?:every|jede[rnsm]?) (?P<nth>[^\W\d_]+)")
_PARTS = re.compile(r"(?P<number>[^\W_]+ )??(?P<part>[^\W\d_]+)(?P<parts> partes?)?")
_TWO_WAYS = re.compile(
    r"\bhalf (?:as (?:many|much|\w+) )?again\b|\btimes (?:more|less|fewer|\w+er)\b"
    r"|mal (?:mehr|weniger|\w+er)\b|\bfois moins\b|\bveces (?:más|menos)\b",
    re.IGNORECASE,
)
_SMALL = 10  # dizaines, milliers: more than one of them, and nobody says how many

Read = Callable[[str], Decimal | None]


def in_two_ways(printed: str) -> bool:
    """Whether a multiple may be meant in two ways: three times more is three or four times."""
    return _TWO_WAYS.search(printed) is not None


@cache
def _folds(wider: Wider) -> re.Pattern[str]:
    return re.compile(rf"(?P<number>[^\W_]+?)[- ]?{one_of(wider.folds)}s?")


def read_multiple(words: str, code: str, read: Read) -> Decimal | None:
    """What words of small letters mean as a multiple or a part; ``read`` reads a plain number."""
    wider = WIDER.get(code)
    if wider is None or in_two_ways(words):
        return None
    plain = _TAIL.sub("", _HEAD.sub("", words, count=1))
    for word, value in wider.counted.items():
        if value and Decimal(value) < _SMALL and re.fullmatch(word, plain):
            return Decimal(value)
    folds = _folds(wider).fullmatch(plain) if wider.folds else None
    if found := folds or _TIMES.fullmatch(words):
        return read(found["number"])
    if found := _EVERY.fullmatch(words):
        seconds = code == "de" and found["nth"].startswith("zweite")
        nth = 2 if seconds else wider.nth.get(found["nth"], 0)
        return round(Decimal(1) / nth, 6) if nth else None
    found = _PARTS.fullmatch(_MORE.sub("", plain))
    return _part(found, wider, read) if found else None


def _part(found: re.Match[str], wider: Wider, read: Read) -> Decimal | None:
    """So many of a share: deux cinquièmes, dos terceras partes."""
    number = read(found["number"].strip()) if found["number"] else Decimal(1)
    share = wider.shares.get(found["part"])
    whole = round(1 / Decimal(share)) if share else 0
    if found["parts"]:
        whole = wider.nth.get(found["part"].removesuffix("s"), 0)
    return round(number / whole, 6) if number and number < whole else None
