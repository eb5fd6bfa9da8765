"""Entries that set words aside, to paste: with the words that place them and a note to write."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..text.printed import Printed
from ..text.spans import Span
from ..topic.evidence import Placed, place_in
from ..topic.fieldtypes import LONGEST
from ..topic.record import Selector
from ..topic.settings import SetAside
from ..topic.site import Site
from ..topic.topic import SourceText

_ENOUGH = (6, 12)  # words, of a sentence to find it by
_OFTEN = 200  # times that words appear, from which on nobody looks for what tells them apart
_BOUND = "max_share_set_aside: in seeds/settings.yml"
_BESIDE = 12  # words at most, that tell apart those which appear more than once


def entry(
    source: SourceText, words: Span, what: str, like: SetAside | None = None, reason: str = ""
) -> str:
    """The entry for some words, with a reason, or that and the words to search by of one that it is
    ``like``; empty where no words place it."""
    passages = source.passages
    inside = [*passages.words_in(*words)]
    some = [Span(words.start, inside[n - 1].end) for n in _ENOUGH if n < len(inside)]
    for span in [*(some if what == "sentence" else ()), words]:
        wide = passages.widened(*span) if what != "clause" else span
        exact = passages.words(*wide)
        if len(exact) > LONGEST or passages.text.count(exact) > _OFTEN:
            continue
        for beside in _beside(source, wide):
            fields = {"exact": exact, **beside}
            placed = place_in(source, Selector.model_validate(fields))
            if isinstance(placed, Placed) and placed.spans[0].start == wide.start:
                return "  - " + "    ".join(_lines(source, fields, words, what, like, reason))
    return ""


def _beside(source: SourceText, words: Span) -> Iterator[dict[str, str]]:
    """Nothing, then ever more of the words right before, then of those right after."""
    yield {}
    passages = source.passages
    around = next(p for p in passages.paragraphs[::-1] if p.start <= words.start)
    for first in [*passages.words_in(around.start, words.start)][: -_BESIDE - 1 : -1]:
        yield {"prefix": passages.words(first.start, words.start)}
    for last in [*passages.words_in(words.end, around.end)][:_BESIDE]:
        yield {"suffix": passages.words(words.end, last.end)}


def _lines(
    source: SourceText,
    fields: dict[str, str],
    words: Span,
    what: str,
    like: SetAside | None,
    reason: str,
) -> Iterator[str]:
    reason = reason or (like.reason if like else "background")
    if what == "number" and Printed(source.passages, words).no_quantity():
        reason = "not_a_quantity"
    for key, value in fields.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
    yield f"what: {what}\n"
    yield f"reason: {reason}\n"
    yield "note: \n"
    if like and like.keywords:
        yield f"keywords: [{', '.join(like.keywords)}]\n"


class Room:
    """How many words may be set aside yet, of all sources together."""

    def __init__(self, site: Site):
        sources = site.topic.sources.values()
        all_words = sum(source.passages.count_words() for source in sources)
        bound = site.topic.settings.max_share_set_aside
        aside = sum(s.passages.count_words(*w) for s in sources for w in site.aside[s.id].spans)
        self.left = self.most = int(bound * all_words) - aside
        self.wanted = 0  # words of which nothing is recorded

    def short(self) -> str:
        """That not all words that are wanted may be set aside; empty where they may."""
        if self.wanted <= self.most:
            return ""
        return f"of {self.wanted} words without a record here, {max(self.most, 0)} may be set aside"

    def full(self, count: int, path: str) -> str:
        """Why so many words may not be set aside."""
        if self.left < 0:
            many = "1 word too many is" if self.left == -1 else f"{-self.left} words too many are"
            return f"{many} set aside already (see set_aside: in {path}, and {_BOUND})"
        of = f" (of {self.wanted} without a record)" if self.wanted > count else ""
        return (
            f"its {count} words{of} would have to be set aside, and {self.left} may be ({_BOUND})"
        )

    def takes(self, source: SourceText, words: Span) -> bool:
        """Whether some words may be set aside besides those that were asked for before."""
        count = source.passages.count_words(*words)
        fits = count <= self.left
        self.left -= count if fits else 0
        return fits
