"""Characters that a reviewer cannot see, and words that mix alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# The last two places of each plane are no characters.
_NONE = "".join(f"{chr(end - 2)}{chr(end - 1)}" for end in range(0x20000, 0x120000, 0x10000))

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    f"\U000e0000-\U000e0fff{_NONE}]"
)

_ACCENTED = re.compile(r"[^\w\s\x00-\x7f]{17,}")

# Letters that look like Latin ones.
_OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff]")
_MIXED = re.compile(f"[A-Za-z]{_OTHER.pattern}|{_OTHER.pattern}[A-Za-z]")
_NO_LETTER = re.compile(r"[\W\d_]")


def refused(text: str) -> Iterator[tuple[int, str, str]]:
    """Characters that a reviewer cannot see, and words that mix alphabets (look-alike letters):
    the line, what is wrong there, how to fix it.
    """
    letters = "".join(set(text))  # few; most texts give no cause to look through them
    if _UNSEEN.search(letters):
        yield from _unseen(text)
    for match in _ACCENTED.finditer(text):
        if sum(map(bool, map(unicodedata.combining, match.group()))) > 16:
            what = "a letter has more than sixteen marks on it"
            yield _line(text, match.start()), what, "take them away"
    if _OTHER.search(letters):
        yield from _mixed(text)


def _unseen(text: str) -> Iterator[tuple[int, str, str]]:
    """Zero-width joiners are let pass between letters of scripts that are written with them."""
    for match in _UNSEEN.finditer(text):
        char, at = match.group(), match.start()
        beside = text[at - 1 : at], text[at + 1 : at + 2]
        if char not in "\u200c\u200d" or min(beside) < "\u0590":
            name = unicodedata.name(char, "control character").lower()
            what = f"the character U+{ord(char):04X} ({name}) cannot be seen"
            yield _line(text, at), what, "take it away"


def _mixed(text: str) -> Iterator[tuple[int, str, str]]:
    end = 0
    for match in _MIXED.finditer(text):
        start = match.start()
        if start >= end:
            before = _NO_LETTER.split(text[max(start - 40, 0) : start])[-1]
            behind = _NO_LETTER.split(text[start : start + 40], maxsplit=1)[0]
            end = start + len(behind)
            what = f'the word "{before}{behind}" mixes letters of two alphabets'
            yield _line(text, start), what, "write it with the letters of one alphabet"


def _line(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
