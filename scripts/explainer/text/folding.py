"""The folded form in which words are compared.

Matching folds only white space, Unicode NFC, curly against straight quotation marks and
apostrophes, and soft hyphens. Everything else (case, digits, signs, dashes, every other mark) must
be the source's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

STRAIGHT_MARKS = {ord(c): '"' for c in "“”„‟"} | {ord(c): "'" for c in "‘’‚‛"} | {0xAD: None}
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The folded form of some words, as ``Passages`` folds a source."""
    return " ".join(unicodedata.normalize("NFC", text).translate(STRAIGHT_MARKS).split())


def clusters(word: str) -> Iterator[tuple[str, int]]:
    """The pieces of a word that Unicode composes into one, with where each begins."""
    start = 0
    for i in range(1, len(word) + 1):
        cluster = word[start:i]
        if (
            i == len(word)
            or len(cluster) == 64
            or nfc(cluster + word[i]) == nfc(cluster) + nfc(word[i])
        ):
            yield nfc(cluster), start
            start = i


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def inside_word(text: str, at: int) -> bool:
    """Whether what is at ``at`` (an apostrophe, as in "don't") is inside a word."""
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
