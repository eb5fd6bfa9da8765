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


_NEXT, _BEFORE, _SPACE = re.compile(r"\W{0,50}(\w)"), re.compile(r"[\w.]*$"), re.compile(r"\s*")


def sentences_of_paragraph(
    text: str, paragraph: Span, number: int, marks: Language
) -> Iterator[Sentence]:
    """A sentence ends at . ! ? …, with the marks that close it, before white space and a capital or
    a digit.

    A full stop after an abbreviation, an initial, or before a small letter ends none. An item of a
    list begins one.
    """
    start, count = paragraph.start, 0
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if text[end.start()].isspace():  # before an item
            if text[start : end.start()].strip():
                count += 1
                yield Sentence(start, end.start(), number, count)
                start = end.end()
            continue
        following = _NEXT.match(text, end.end(), paragraph.end)
        if following and following.group(1).islower():
            continue
        before = (
            _BEFORE.search(nfc(text[max(start, end.start() - 20) : end.start()])).group().lower()
        )  # type: ignore[union-attr]
        letters = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before) or (
            len(before) == 1 and before.isalpha() and before not in "iàyo"
        )  # U.S, D.C, J
        word = WORD.match(text, following.start(1)) if following else None
        ordinal = (
            before.isdigit() and len(before) < 3 and word and word.group().lower() in marks.ordinals
        )  # am 3. Oktober
        if (
            end.group()[0] == "."
            and len(end.group()) == 1
            and (before in marks.abbreviations or letters or ordinal)
        ):
            continue
        count += 1
        yield Sentence(start, end.end(), number, count)
        start = _SPACE.match(text, end.end(), paragraph.end).end()  # type: ignore[union-attr]
    if start < paragraph.end:
        yield Sentence(start, paragraph.end, number, count + 1)
