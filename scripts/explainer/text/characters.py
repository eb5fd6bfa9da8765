"""Characters that a reviewer cannot see, words that mix alphabets, and characters as readers see
them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# The last two places of each plane are no characters.
_NONE = "".join(f"{chr(end - 2)}{chr(end - 1)}" for end in range(0x20000, 0x120000, 0x10000))

# Letters (of Old Persian) that the checks put in place of quotations, and so refuse in every text.
SIGNS = ("\U000103a0", "\U000103a1")

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    f"\U000e0000-\U000e0fff{''.join(SIGNS)}{_NONE}]"
)

# What chooses between two forms of the character before it, and a Braille sign without a dot: of
# use only behind a sign or an ideograph, or beside other Braille signs.
_VARIANT = (
    "(?<![\u2000-\u2bff\u2e80-\ud7a3\U0001f000-\U0002ffff\xa9\xae])[\ufe00-\ufe0d]"
    "|(?<![\u2000-\u2bff\u2e80-\ud7a3\U0001f000-\U0002ffff\xa9\xae#*0-9])[\ufe0e\ufe0f]"
    "|(?<=[#*0-9])[\ufe0e\ufe0f](?!\u20e3)"
    "|[\u180b-\u180d\u180f](?<![\u1820-\u18aa].)"
    "|(?<![\u2800-\u28ff])\u2800(?![\u2801-\u28ff])"
)

_VARIANTS = {*"\u180b\u180c\u180d\u180f\u2800"} | {chr(c) for c in range(0xFE00, 0xFE10)}

# Unicode's Default_Ignorable_Code_Point: nothing is shown for these.
_IGNORED = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_SQUARED = re.compile(r"\b((?:[kcdm]?m)|ft|mi|yd|in)[²³]")  # m² is a unit, 9² is a number
_WHOLE = re.compile(r"[^¼-¾⅐-⅞↉]+")  # NFKC would make 21⁄2 of 2½
_OF_A_LETTER = re.compile(
    r"(?:.* )?(?:LATIN|REGIONAL).* (?:LETTER|CAPITAL|SMALL) (?:\w+ )?([A-Z])(?: WITH .+)?"
)

_ACCENTED = re.compile(r"[^\w\s\x00-\x7f]{17,}")

# Letters that look like Latin ones.
_OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff]")
_MIXED = re.compile(f"[A-Za-z]{_OTHER.pattern}|{_OTHER.pattern}[A-Za-z]")
_NO_LETTER = re.compile(r"[\W\d_]")


def refused(text: str) -> Iterator[tuple[int, str, str]]:
    """Characters that a reviewer cannot see, and words that mix alphabets (look-alike letters):
    the line, what is wrong there, how to fix it."""
    letters = "".join(set(text))  # few; most texts give no cause to look through them
    if _UNSEEN.search(letters):
        yield from _unseen(text)
    if not _VARIANTS.isdisjoint(letters):
        for match in re.finditer(_VARIANT, text):
            yield _line(text, match.start()), *_cannot_be_seen(match.group())
    for match in _ACCENTED.finditer(text):
        if sum(map(bool, map(unicodedata.combining, match.group()))) > 16:
            what = "a letter has more than sixteen marks on it"
            yield _line(text, match.start()), what, "remove them"
    if _OTHER.search(letters):
        yield from _mixed(text)


def _unseen(text: str) -> Iterator[tuple[int, str, str]]:
    """Zero-width joiners are let pass between letters of scripts that are written with them."""
    for match in _UNSEEN.finditer(text):
        char, at = match.group(), match.start()
        beside = text[at - 1 : at], text[at + 1 : at + 2]
        if char not in "\u200c\u200d" or min(beside) < "\u0590":
            yield _line(text, at), *_cannot_be_seen(char)


def _cannot_be_seen(char: str) -> tuple[str, str]:
    if char in SIGNS:
        return f"the letter U+{ord(char):04X} is kept for the checks", "remove it"
    name = unicodedata.name(char, "control character").lower()
    return f"the character U+{ord(char):04X} ({name}) cannot be seen", "remove it"


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


def as_read(text: str) -> str:
    """A text as its reader sees it: compatibility characters (ligatures, full-width letters, raised
    digits, letters of mathematics) as the plain ones, nothing that is not shown, single spaces."""
    if not text.isascii():
        text = _IGNORED.sub("", text).replace("\u2800", " ")
        text = _WHOLE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), _SQUARED.sub(r"\1", text))
    return " ".join(text.split())


@lru_cache(4096)
def plain_letters(word: str) -> str:
    """A word without accents, and with the letters that its other characters show: small capitals,
    letters in squares, letters with strokes."""
    kept = []
    for char in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(char):
            letter = None if char.isascii() else _OF_A_LETTER.fullmatch(unicodedata.name(char, ""))
            kept.append(letter[1] if letter else char)
    return "".join(kept)


def is_a_number(char: str) -> bool:
    """Whether a character says a number by itself, other than a digit: Ⅻ, 九, 🂩, 🔟."""
    return unicodedata.numeric(char, None) is not None or bool(
        unicodedata.category(char) == "So" and _NUMBERED.search(unicodedata.name(char, ""))
    )


_NUMBERED = re.compile(
    r"\b(?:DIGIT|NUMBER|NUMERAL|KEYCAP|HUNDRED|FRACTION|DIE FACE|DOMINO|MAHJONG|PLAYING CARD"
    r"|TALLY)\b"
)
