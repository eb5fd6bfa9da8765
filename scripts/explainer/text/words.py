"""Words as whole words, near names, and numbers beside the name of a month."""

from __future__ import annotations

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from os.path import commonprefix

from .characters import plain_letters


def beside_a_month(text: str, number: tuple[int, int], letters: int = 20) -> bool:
    """Whether the name of a month, or its first few ``letters``, is right beside a number."""
    beside = text[max(number[0] - 12, 0) : number[0]] + "|" + text[number[1] : number[1] + 14]
    return any(month[:letters] in beside for month in month_name[1:])


def one_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first; for none, one that matches nothing.
    German numbers such as einundzwanzig, which are most of all number words, are put together of
    their halves: an expression takes as long to compile as it is. The others stand under their
    first letters, so that at most places of a text only a few are tried."""
    tails: dict[str, list[str]] = defaultdict(list)
    others = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        head, joint, tail = word.partition("und")
        if head and tail:
            tails[re.escape(head + joint)].append(re.escape(tail))
        else:
            others.append(word)
    heads: dict[str, list[str]] = defaultdict(list)
    for head, some in tails.items():
        heads["|".join(some)].append(head)
    joined = [f"(?:{'|'.join(some)})(?:{behind})" for behind, some in heads.items()]
    return f"(?:{'|'.join([*joined, *_by_letter(others)]) or '(?!)'})"


_FEW = 8  # words that need not be divided further


def _by_letter(words: Iterable[str]) -> Iterator[str]:
    """Expressions for words, the longest first, those that begin alike in one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for word in words:
        alike[word[:1]].append(word)
    for first, some in alike.items():
        if not first or len(some) == 1:
            yield from map(re.escape, some)
            continue
        begin = commonprefix(some)  # noqa: RUF071 (letter by letter is what is wanted)
        ends = [word[len(begin) :] for word in some]
        several = _by_letter(ends) if len(ends) > _FEW else map(re.escape, ends)
        yield f"{re.escape(begin)}(?:{'|'.join(several)})"


def under_letters(expression: str) -> str:
    """An expression of many words, divided by ``|``, with those under one letter that begin with
    it: what it finds stays the same, and at most places it has less to try."""
    runs: list[dict[str, list[str]]] = [{}]
    for words in _alternatives(expression):
        first = words[:1]
        if not first.isalpha() or words[1:2] in ("?", "*", "+", "{"):
            runs += {"": [words]}, {}  # before and behind it the order stays
        else:
            runs[-1].setdefault(first, []).append(words[1:])
    return "|".join(
        first + (some[0] if len(some) == 1 else f"(?:{'|'.join(some)})")
        for run in runs
        for first, some in run.items()
    )


def _alternatives(expression: str) -> Iterator[str]:
    """What an expression has on the two sides of each ``|`` that is in no brackets."""
    depth = last = 0
    for sign in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", expression):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            yield expression[last : sign.start()]
            last = sign.end()
    yield expression[last:]


def when_needed(expression: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """An expression that is long and that few topics need, compiled when it is first asked for: to
    compile those of all rules takes a third of a check."""
    return cache(partial(re.compile, expression, flags))


_GOES_ON_BEFORE, _GOES_ON_BEHIND = re.compile(r"\d[.,]"), re.compile(r"[.,]\d")  # a number


def stands_in(words: str, others: str) -> bool:
    """Whether folded words are in others as whole words and whole numbers."""
    at = others.find(words)
    while at >= 0:
        before, after = others[max(at - 2, 0) : at], others[at + len(words) : at + len(words) + 2]
        if not (
            before[-1:].isalnum()
            or after[:1].isalnum()
            or _GOES_ON_BEFORE.fullmatch(before)
            or _GOES_ON_BEHIND.fullmatch(after)
        ):
            return True
        at = others.find(words, at + 1)
    return False


def as_in(words: str, others: Iterable[str]) -> str:
    """Folded words as they stand in one of some others; a quotation that begins a sentence here, or
    there, may have another case of its first letter. Empty where they are in none."""
    begins = re.match(r"[^\W\d_](?![A-Z])", words)
    forms = (words, words[:1].swapcase() + words[1:]) if begins else (words,)
    known = [*others]
    return next((form for form in forms if any(stands_in(form, some) for some in known)), "")


def did_you_mean(
    name: str, known: Iterable[str], otherwise: str = "check how it is written where it is recorded"
) -> str:
    """A suggestion for a name that nobody knows, by the parts of both and by their letters;
    ``otherwise`` where none is near."""
    near = meant(name, known)
    return f"did you mean {near}?" if near else otherwise


_NEAR = 0.7  # kreis and kremlin are not


def meant(name: str, known: Iterable[str]) -> str:
    """The one of some names that another most probably stands for; empty where none is near."""
    names = list(known)
    shared = {other: _shared(name, other) for other in names}
    most = max(shared.values(), default=0)
    some = [other for other in names if most and shared[other] == most]
    near = get_close_matches(name, some or names, 1, 0 if some else 0.6)
    if near and not some and near[0].casefold() not in name.casefold():
        near = get_close_matches(name, near, 1, _NEAR)
    return near[0] if near else ""


def _shared(name: str, other: str) -> int:
    """How many parts of a name, between hyphens, another has too, or begins alike; none unless it
    has half of them."""
    parts, others = _parts(name), _parts(other)
    found = sum(any(_alike(part, one) for one in others) for part in parts)
    return found if 2 * found > len(parts) else 0


def _alike(part: str, other: str) -> bool:
    """Whether two parts are one, or forms of one: river, rivers."""
    long = min(len(part), len(other)) > _BEGINS
    return part == other or (long and part[:_BEGINS] == other[:_BEGINS])


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[^\w]+", name.casefold()) if len(part) > 2]


_BEGINS = 5  # letters in which forms of one word are alike
_LONG_WORD = 6  # letters, behind which an ending may be another


@lru_cache(4096)
def are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one: boat and boats, Haus and Häuser, vez and veces; or one
    ends with the other, as German words are put together."""
    one, other = _plain(one), _plain(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 4 and long.endswith(short):
        return True
    same = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    ending = 1 if same < _LONG_WORD else 2
    return same >= 3 and same >= min(_BEGINS, len(long) - 2) and same >= len(short) - ending


@lru_cache(4096)
def _plain(word: str) -> str:
    word = plain_letters(word).lower().removesuffix("'s").removesuffix("’s")
    word = re.sub("(?:ies|y)$", "i", word)
    return re.sub("ve(?=s$)", "f", re.sub("z$", "c", word))


def stem(word: str) -> str:
    """How a word begins, by which its forms are known."""
    return word.lower()[:5]
