"""Paragraphs that say nothing by themselves: words that lead to a list or a table, and its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from ..text.html import Paragraph


def only_leads(
    paragraphs: Sequence[Paragraph], at: int, cites: Callable[[Paragraph], bool]
) -> bool:
    """Whether a paragraph, which cites nothing itself, only leads to what does: to a list or a
    table, behind a colon, each item or row of which ``cites``; or as the head of such a table."""
    first, behind = paragraphs[at], paragraphs[at + 1 :]
    if first.cites or first.heads:
        return False
    if first.tag == "tr":
        return _is_first(paragraphs, at) and _all(behind, "tr", cites)
    if not first.text.endswith(":"):
        return False
    if behind[:1] and behind[0].tag == "tr":
        return _all(behind[1:], "tr", cites)  # the first is its head
    return _all(behind, "li", cites)


def _is_first(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return at == 0 or paragraphs[at - 1].tag != "tr"


def _all(paragraphs: Sequence[Paragraph], tag: str, cites: Callable[[Paragraph], bool]) -> bool:
    some = [*takewhile(lambda one: one.tag == tag, paragraphs)]
    return bool(some) and all(map(cites, some))
