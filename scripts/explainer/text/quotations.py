"""Passages between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from .languages import Language
from .spans import Span


class _Marks(NamedTuple):
    closing: dict[str, str]  # the marks that may close what each mark opens
    always: frozenset[str]  # open wherever they are: they close nothing and are no apostrophe
    any: re.Pattern[str]


class _Open(NamedTuple):
    """A mark that is not closed yet, and where the words behind it begin."""

    mark: str
    begin: int


def quotations(text: str, paragraphs: list[Span], language: Language) -> Iterator[Span]:
    """Passages between quotation marks, without the marks.

    A mark that might close or be an apostrophe too opens after white space, a bracket, a dash or
    another mark. A passage still open at the end of a paragraph goes on in the next if that one
    begins with the same mark (the convention for quotations over several paragraphs); each
    paragraph's part is a passage of its own."""
    marks = _marks(language)
    carried = ""
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        opened: list[_Open] = []
        if carried and text[paragraph.start] == carried:
            opened.append(_Open(carried, paragraph.start + 1))
        yield from _closed(text, paragraph, marks, opened)
        carried = ""
        for mark, begin in opened:
            if mark not in "'‘" or (following and text[following.start] == mark):
                carried = mark
                yield Span(begin, paragraph.end)
                break


@cache
def _marks(language: Language) -> _Marks:
    closing: dict[str, str] = {}
    for pair in language.quotes:
        closing[pair[0]] = closing.get(pair[0], "") + pair[1]
    always = frozenset(closing) - {*"".join(closing.values()), *"'‘‚"}
    return _Marks(closing, always, re.compile(f"[{re.escape(''.join(language.quotes))}]"))


def _closed(text: str, paragraph: Span, marks: _Marks, opened: list[_Open]) -> Iterator[Span]:
    """The passages that end in a paragraph; what is still open behind it is left in ``opened``."""
    start, end = paragraph
    for match in marks.any.finditer(text, start + len(opened), end):
        at, char = match.start(), match.group()
        inner = len(opened) - 1
        while (
            inner > 0
            and opened[inner].mark in "'‘"
            and char not in marks.closing[opened[inner].mark]
        ):
            inner -= 1  # an apostrophe ('90s, 'em), if this closes the mark around it
        outer = opened[inner].mark if opened else ""
        if outer and char in marks.closing[outer] and _closes(text, at, end, outer):
            yield Span(opened[inner].begin, at)
            del opened[inner:]
        elif (
            char in marks.closing
            and (char in marks.always or _opens(text, at, start, end))
            and all(mark != char for mark, _ in opened)
        ):
            opened.append(_Open(char, at + 1))


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (
        not before.isalnum()
        and before not in ".,!?;:%"
        and (not after.isspace() or text[at] in '«»"„')
    )


def _closes(text: str, at: int, end: int, opening: str) -> bool:
    """Whether a closing mark closes. The apostrophe is one too: it closes before no letter, and not
    after the s of a plural while a mark after punctuation is still to come before the next opening
    one."""
    if text[at] not in "'’":
        return True
    if at + 1 < end and text[at + 1].isalnum():
        return False
    if text[at - 1] in ".,!?…;:–—":
        return True
    others = f"|{opening}" if opening != text[at] else ""
    closing = re.compile(rf"(?<=[.,!?…])['’](?![^\W_]){others}")
    following = closing.search(text, at + 1, min(end, at + 1000))
    return not following or following.group() == opening != text[at]
