"""A paragraph divided into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .folding import WORD, nfc
from .languages import Language
from .spans import Span


class Sentence(NamedTuple):
    """A sentence with its paragraph's number and its own number in it, both from 1."""

    start: int
    end: int
    paragraph: int
    number: int


_END = re.compile(
    r"(?<=[^\s])[^\S\r\n]*(?:\r\n|\r|\n)\s*(?=\S)|(?<![.!?…。！？])[.!?…。"
    r"！？]++[\"'”’“»«)\]]*+(?=\s++[\"'“‘„«»(\[–—-]*+\s*+[^\W_])|[。！？]+[」』”]*"
)

# What begins a line that is an item of a list, or a turn of a transcript; and a row of a table.
_ITEM = re.compile(r"[•◦▪‣*]\s|[A-ZÀ-Þ][A-ZÀ-Þ .’'-]*:\s")
_DASHED = re.compile(r"(?:[-–—]|\d{1,2}[.)])\s")
_ROW = re.compile(r"[^\r\n]{0,400}?(?:\t|\s\|\s)")

# Where a sentence ends, as far as a few words around a place need it.
_ENDED = re.compile(r"(?<=[\w”’»)\"']{3})[.!?…]+[\"'”’»)]*\s+(?!$)")
_BEFORE_IT, _BEHIND_IT = 120, 40  # characters

_NEXT, _BEFORE = re.compile(r"\W{0,50}(\w)"), re.compile(r"[\w.]*$")


def sentences_of_paragraph(
    text: str, paragraph: Span, number: int, language: Language
) -> Iterator[Sentence]:
    """A sentence ends at . ! ? …, with the marks that close it, before white space and a capital or
    a digit; an item of a list, a row of a table and a turn on a line of its own begin one."""
    start, count = paragraph.start, 0
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if text[end.start()].isspace():  # before a line
            if not text[start : end.start()].strip() or not _begins(text, end, paragraph):
                continue
            stop = end.start()
        elif _goes_on(text, start, end, paragraph, language):
            continue
        else:
            stop = end.end()
        count += 1
        yield Sentence(start, stop, number, count)
        start = end.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Sentence(start, paragraph.end, number, count + 1)


def _begins(text: str, end: re.Match[str], paragraph: Span) -> bool:
    """Whether the line behind an end of a line is an item, a row or a turn. A dash or a number is
    one only where the line before is one too, or leads to it."""
    at = end.end()
    if _ITEM.match(text, at, paragraph.end):
        return True
    before = text[max(paragraph.start, end.start() - 400) : end.start()].splitlines()[-1].strip()
    if _ROW.match(text, at, paragraph.end):
        return bool(_ROW.match(before)) or before[-1:] in ":.!?"
    if _ROW.match(before):
        return True
    dashed = _DASHED.match(text, at, paragraph.end)
    return bool(dashed) and (before[-1:] in ":;.!?" or bool(_DASHED.match(before)))


def _goes_on(
    text: str, start: int, end: re.Match[str], paragraph: Span, language: Language
) -> bool:
    """Whether the sentence goes on behind what may be its end: before a small letter, and behind a
    full stop after an abbreviation, an initial or an ordinal number."""
    following = _NEXT.match(text, end.end(), paragraph.end)
    if following and following.group(1).islower():
        return True
    if end.group() != ".":
        return False
    before: str = _BEFORE.findall(nfc(text[max(start, end.start() - 20) : end.start()]))[0].lower()
    if before in language.abbreviations or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return True  # U.S, D.C
    if before.isdigit() and end.start() - len(before) == start:
        return True  # 1. an item of a list
    if len(before) == 1 and before.isalpha():
        return before not in "iàyo"  # J
    word = WORD.match(text, following.start(1)) if following else None
    if word is None or len(before) > 2 or not before.isdigit():
        return False
    return word.group().lower() in language.ordinals  # am 3. Oktober


def around(text: str, place: Span) -> str:
    """The words around a place, for a problem: of its sentence, from a word not far before it to
    one not far behind."""
    start, end = max(place.start - _BEFORE_IT, 0), place.end + _BEHIND_IT
    if start and (word := re.search(r"(?<=\s)\S", text[start - 1 : place.start])):
        start += word.start() - 1
    for before in _ENDED.finditer(text, start, place.start):
        start = before.end()
    behind = _ENDED.search(text, place.end - (text[place.end - 1 : place.end] == "."))
    if behind and behind.start() < end:
        return text[start : behind.end()].rstrip()
    cut = end < len(text) and not text[end].isspace()
    return text[start:end].rsplit(maxsplit=1)[0] if cut else text[start:end].strip()
