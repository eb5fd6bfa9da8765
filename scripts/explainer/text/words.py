"""Words as whole words, near names, and numbers beside the name of a month."""

from __future__ import annotations

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches


def beside_a_month(text: str, number: tuple[int, int], letters: int = 20) -> bool:
    """Whether the name of a month, or its first few ``letters``, is right beside a number."""
    beside = text[max(number[0] - 12, 0) : number[0]] + "|" + text[number[1] : number[1] + 14]
    return any(month[:letters] in beside for month in month_name[1:])


def one_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first; for none, one that matches nothing.
    German numbers such as einundzwanzig, which are most of all number words, are put together of
    their halves: an expression takes as long to compile as it is."""
    tails: dict[str, list[str]] = defaultdict(list)
    others = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        head, joint, tail = word.partition("und")
        if head and tail:
            tails[re.escape(head + joint)].append(re.escape(tail))
        else:
            others.append(re.escape(word))
    heads: dict[str, list[str]] = defaultdict(list)
    for head, some in tails.items():
        heads["|".join(some)].append(head)
    joined = [f"(?:{'|'.join(some)})(?:{behind})" for behind, some in heads.items()]
    return f"(?:{'|'.join([*joined, *others]) or '(?!)'})"


def stands_in(words: str, others: str) -> bool:
    """Whether folded words are in others as whole words and whole numbers."""
    at = others.find(words)
    while at >= 0:
        before, after = others[max(at - 2, 0) : at], others[at + len(words) : at + len(words) + 2]
        if not (
            before[-1:].isalnum()
            or after[:1].isalnum()
            or re.fullmatch(r"\d[.,]", before)
            or re.fullmatch(r"[.,]\d", after)
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
    """A suggestion for a name that nobody knows; ``otherwise`` where none is near."""
    near = get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]}?" if near else otherwise
