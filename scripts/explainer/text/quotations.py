"""Passages between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from .languages import Language
from .spans import Span


def quotations(text: str, paragraphs: list[Span], marks: Language) -> Iterator[Span]:
    """Passages between quotation marks, without the marks.

    A mark that might close or be an apostrophe too opens after white space, a bracket, a dash or
    another mark. A passage still open at the end of a paragraph goes on in the next if that one
    begins with the same mark (the convention for quotations over several paragraphs); each
    paragraph's part is a passage of its own.
    """
    pairs, always, any_mark = _quotation_marks(marks.quotes)
    carried = ""
    for (start, end), following in zip_longest(paragraphs, paragraphs[1:]):
        open_marks: list[tuple[str, int]] = []
        if carried:
            if text[start] == carried:
                open_marks.append((carried, start + 1))
            carried = ""
        for match in any_mark.finditer(text, start + len(open_marks), end):
            at, char = match.start(), match.group()
            inner = len(open_marks) - 1
            while (
                inner > 0
                and open_marks[inner][0] in "'‘"
                and char not in pairs[open_marks[inner][0]]
            ):
                # what is still open there was an apostrophe ('90s, 'em) if this closes the mark
                # around it
                inner -= 1
            if (
                open_marks
                and char in pairs[open_marks[inner][0]]
                and _closes(text, at, end, open_marks[inner][0])
            ):
                yield Span(open_marks[inner][1], at)
                del open_marks[inner:]
            elif (
                char in pairs
                and (char in always or _opens(text, at, start, end))
                and not any(mark == char for mark, _ in open_marks)
            ):
                open_marks.append((char, at + 1))
        for mark, begin in open_marks:
            if mark not in "'‘" or (following and text[following.start] == mark):
                carried = mark
                yield Span(begin, end)
                break


@cache
def _quotation_marks(quotes: tuple[str, ...]) -> tuple[dict[str, str], str, re.Pattern[str]]:
    """The marks that may close what each mark opens; those that open wherever they stand, since
    they close nothing in this language and are no apostrophe; and any mark at all.
    """
    pairs = {mark: "".join(pair[1] for pair in quotes if pair[0] == mark) for mark, _ in quotes}
    always = "".join(set(pairs) - set("".join(pairs.values())) - set("'‘‚"))
    return pairs, always, re.compile(f"[{re.escape(''.join(quotes))}]")


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
    one.
    """
    if text[at] not in "'’":
        return True
    if at + 1 < end and text[at + 1].isalnum():
        return False
    if text[at - 1] in ".,!?…;:–—":
        return True
    following = re.compile(
        r"(?<=[.,!?…])['’](?![^\W_])" + (f"|{opening}" if opening != text[at] else "")
    ).search(text, at + 1, min(end, at + 1000))
    return not following or following.group() == opening != text[at]
