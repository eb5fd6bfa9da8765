"""Two texts side by side: which words are gone, and which are new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST = 4000  # words that are compared one by one; longer texts are shown whole, one by the other
_BESIDE = 15  # words that stay on either side of a change, where others are left out


class Words(NamedTuple):
    """Words that both texts have, or that are ``gone``, or ``new``; or an ellipsis (``left``)
    for how many of those that both have are left out."""

    what: str
    text: str


# A citation is a word of its own, and so is an id in the list of a block: else what is changed
# beside one would take it along. A date, a number of several words and a full name are read as one,
# and so are shown as one.
_WORD = re.compile(
    r"""
    \[\^[^\]\s]*\]\s*
    | "[a-z0-9.-]+"\s*
    | (?<!\S) \d{1,2}\.?\s+[^\W\d_]{3,}\.?\s+\d{4}(?!\d) (?:(?!\[\^)\S)*\s*
    | (?<!\S) [^\w\s]?\d[\d.,]*
      (?:\s(?:\d{3}(?!\d)|(?:hundred|thousand|million|billion|trillion|milliard|mille|mil\b)\w*))+
      (?:(?!\[\^)\S)*\s*
    | (?<!\S) (?-i:[A-ZÀ-Þ])[\w’'.-]*(?:\s+(?-i:[A-ZÀ-Þ])[\w’'-]*)+ (?:(?!\[\^)\S)*\s*
    | (?:(?!\[\^|"[a-z0-9.-]+")\S)+\s*
    | \S\s*
    """,
    re.X | re.I,
)


def changed_words(before: str, after: str) -> list[Words]:
    """Two texts as one: their words in order, with the spaces behind them. What stands between
    white space is a word, so that a changed mark is seen with its word; nothing of what changed is
    ever left out."""
    old, new = (_WORD.findall(" ".join(text.split())) for text in (before, after))
    if not old or not new or max(len(old), len(new)) > _MOST:
        return [Words(w, "".join(t)) for w, t in (("gone", old), ("new", new)) if t]
    plain, again = ([word.strip() for word in words] for words in (old, new))
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, plain, again, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Words("both", "".join(new[k:m])))
        else:
            parts = (("gone", old[i:j]), ("new", new[k:m]))
            found += [Words(what, "".join(words)) for what, words in parts if words]
    return found


def shortened(words: list[Words]) -> Iterator[Words]:
    """The same with long stretches that both texts have left out, but for the words beside a
    change."""
    for i, (what, text) in enumerate(words):
        some = _WORD.findall(text)
        ahead, behind = (_BESIDE if i else 0), (_BESIDE if i + 1 < len(words) else 0)
        left = len(some) - ahead - behind
        if what != "both" or left <= _BESIDE:
            yield Words(what, text)
            continue
        if ahead:
            yield Words(what, "".join(some[:ahead]))
        yield Words("left", str(left))
        if behind:
            yield Words(what, "".join(some[-behind:]))
