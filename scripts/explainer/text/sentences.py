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
    r"(?<=[^\s])[^\S\r\n]*(?:\r\n|\r|\n)\s*(?=[•◦▪‣*]\s)|(?<![.!?…。！？])[.!?…。"
    r"！？]++[\"'”’“»«)\]]*+(?=\s++[\"'“‘„«»(\[–—-]*+\s*+[^\W_])|[。！？]+[」』”]*"
)

_NEXT, _BEFORE = re.compile(r"\W{0,50}(\w)"), re.compile(r"[\w.]*$")


def sentences_of_paragraph(
    text: str, paragraph: Span, number: int, language: Language
) -> Iterator[Sentence]:
    """A sentence ends at . ! ? …, with the marks that close it, before white space and a capital or
    a digit; an item of a list begins one."""
    start, count = paragraph.start, 0
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if text[end.start()].isspace():  # before an item
            if not text[start : end.start()].strip():
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
    if len(before) == 1 and before.isalpha():
        return before not in "iàyo"  # J
    word = WORD.match(text, following.start(1)) if following else None
    if word is None or len(before) > 2 or not before.isdigit():
        return False
    return word.group().lower() in language.ordinals  # am 3. Oktober
