"""Paragraphs that say nothing by themselves: words that lead to a list, a table or what is below a
term, and the head of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from ..text.html import Paragraph

Cites = Callable[[Paragraph], bool]


def only_leads(paragraphs: Sequence[Paragraph], at: int, cites: Cites) -> bool:
    """Whether a paragraph, which cites nothing itself, only leads to what does: behind a colon to a
    list or a table, each item or row of which ``cites``, or leads on to a list within; or as the
    head of such a table, or a term with what it is below."""
    first, start = paragraphs[at], at + 1
    if first.cites or first.heads:
        return False
    if first.tag == "tr":
        begins = at == 0 or paragraphs[at - 1].tag != "tr"
        return begins and _all(paragraphs, start, cites, lambda one: one.tag == "tr")
    if first.tag == "dt" or (first.tag == "li" and first.text.endswith(":")):
        return _all(paragraphs, start, cites, lambda one: _is_under(one, first))
    if first.tag == "li" or not first.text.endswith(":"):
        return False
    if paragraphs[start : start + 1] and paragraphs[start].tag == "tr":  # which is its head
        return _all(paragraphs, start + 1, cites, lambda one: one.tag == "tr")
    return _all(paragraphs, start, cites, lambda one: one.tag == "li")


def lead_of(paragraphs: Sequence[Paragraph], at: int) -> str:
    """The words before the list that an item is of; empty where there are none."""
    while at >= 0 and paragraphs[at].tag == "li":
        at -= 1
    return paragraphs[at].text if at >= 0 and paragraphs[at].text.endswith(":") else ""


def _is_under(one: Paragraph, first: Paragraph) -> bool:
    return one.tag != "dt" and one.over == first.text


def _all(
    paragraphs: Sequence[Paragraph], start: int, cites: Cites, of: Callable[[Paragraph], bool]
) -> bool:
    some = [*takewhile(lambda i: of(paragraphs[i]), range(start, len(paragraphs)))]
    return bool(some) and all(
        cites(paragraphs[i]) or (paragraphs[i].tag == "li" and only_leads(paragraphs, i, cites))
        for i in some
    )
