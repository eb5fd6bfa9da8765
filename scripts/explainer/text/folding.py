"""The folded form in which words are compared.

Matching folds only white space, Unicode NFC, curly against straight quotation marks and
apostrophes, and soft hyphens. Everything else (case, digits, signs, dashes, every other mark) must
be the source's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

STRAIGHT_MARKS = {ord(c): '"' for c in "“”„‟"} | {ord(c): "'" for c in "‘’‚‛"} | {0xAD: None}
_STRAIGHT = [(chr(mark), plain or "") for mark, plain in STRAIGHT_MARKS.items()]
WORD = re.compile(r"\w+")

# What readers do not see: Unicode's Default_Ignorable_Code_Point. The empty braille pattern, which
# is not, is a blank as well.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

# Letters of other alphabets, and of our own, that look like these.
_LOOKS = str.maketrans("аеорсухіјѕһԁԛԝӏἀαοορνικτυχɑɡıʟøł", "aeopcyxijshdqwlaaoopviktuxagilol")
_BETWEEN = re.compile(r"(?:[\s,;:'\"\u2010-\u2015-]|\.(?!\d))+(?!\d)")


def fold(text: str) -> str:
    """The folded form of some words, as ``Passages`` folds a source."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(straight(unicodedata.normalize("NFC", text)).split())


def straight(text: str) -> str:
    """A text with straight marks and no soft hyphens; str.translate takes ten times as long."""
    for mark, plain in _STRAIGHT:
        text = text.replace(mark, plain)
    return text


def shown(text: str) -> str:
    """Some words as readers see them: each letter and digit in its plain form (NFKC), without what
    is not seen, with one space between words."""
    if not text.isascii():
        seen = _UNSEEN.sub("", text)
        text = unicodedata.normalize("NFKC", seen).replace("\u2800", " ")
        if text != seen:
            text = _UNSEEN.sub("", text)
    return " ".join(text.split())


def look(name: str) -> str:
    """A name as it looks at a glance: without case, accents, spaces and marks between its words,
    and with plain letters for those that look like them."""
    parts = unicodedata.normalize("NFKD", fold(name).casefold())
    letters = "".join(char for char in parts if not unicodedata.combining(char)).translate(_LOOKS)
    return re.sub(r"(?<=[a-z])0|0(?=[a-z])", "o", _BETWEEN.sub("", letters))


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
