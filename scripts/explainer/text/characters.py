"""Characters that a reviewer cannot see, and words that mix alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    + "\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)


_MARKS = re.compile(r"[^\w\s\x00-\x7f]{17,}")


_OTHER = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff]"
)  # letters that look like Latin ones


_MIXED = re.compile(f"[A-Za-z]{_OTHER.pattern}|{_OTHER.pattern}[A-Za-z]")


_LETTERS = re.compile(r"[^\W\d_]{0,40}")


def refused(text: str) -> Iterator[tuple[int, str, str]]:
    """Characters that a reviewer cannot see, and words that mix alphabets (look-alike letters),
    with their lines.

    Zero-width joiners are let pass between letters of scripts that are written with them.
    """
    letters = "".join(set(text))  # few; most texts give no cause to look through them
    for match in _UNSEEN.finditer(text) if _UNSEEN.search(letters) else ():
        char, at = match.group(), match.start()
        if (
            char in "\u200c\u200d"
            and 0 < at < len(text) - 1
            and min(text[at - 1], text[at + 1]) >= "\u0590"
        ):
            continue
        name = unicodedata.name(char, "control character")
        yield (
            _line(text, at),
            f"the character U+{ord(char):04X} ({name.lower()}) cannot be seen",
            "take it away",
        )
    for match in _MARKS.finditer(text):
        if sum(map(bool, map(unicodedata.combining, match.group()))) > 16:
            yield (
                _line(text, match.start()),
                "a letter has more than sixteen marks on it",
                "take them away",
            )
    end = 0
    for match in _MIXED.finditer(text) if _OTHER.search(letters) else ():
        if match.start() < end:
            continue
        before = _LETTERS.match(text[max(match.start() - 40, 0) : match.start()][::-1]).group()[
            ::-1
        ]  # type: ignore[union-attr]
        end = _LETTERS.match(text, match.start()).end()  # type: ignore[union-attr]
        yield (
            _line(text, match.start()),
            f'the word "{before}{text[match.start() : end]}" mixes letters of two alphabets',
            "write it with the letters of one alphabet",
        )


def _line(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
