"""The bounds that a new source will reach, so that they are raised with it and not a save later."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from ..rules import paste
from ..rules.left_out import MOST_SET_ASIDE
from ..rules.once import said_in
from ..rules.registry import check
from ..rules.sources import room
from ..site.catalog import Catalog
from ..site.pages import render

_ROUND = 500  # to which a number of words is rounded up
_PRINTED = Decimal("1.04")  # words of built pages a word of staged ones: numbers of notes, labels
_A_WORD = 5  # words of pages a word of a short source: its records, notes and ledger
_MAY = Decimal("0.75")  # of what may be set aside: it is set aside by whole clauses

# What readers do not see in staged Markdown, or not as words of a page: its head, notes, addresses.
_UNSEEN = re.compile(
    r"\A---\n.*?\n---\n|^\[\^[^\]]+\]:.*(?:\n(?:    .*|$))*|\]\([^()]*\)|\{[^{}]*\}", re.M | re.S
)


def room_for(before: Catalog, after: Catalog, name: str) -> str:
    """The lines of the settings that make room for a source of which nothing is recorded yet; empty
    where there is enough. How many words the pages have is counted as they were ``before``: with
    problems there are none."""
    site, settings = after.site, after.topic.settings
    raised: dict[paste.Bound, Decimal] = {}
    if (share := _least_share(after, name)) > settings.max_share_quoted:
        raised["max_share_quoted"] = room(share)
    more = _A_WORD * site.topic.sources[name].passages.count_words()
    pages = () if check(before.site) else render(before)
    staged = sum(len(said_in(_UNSEEN.sub(" ", text))) for _, text in pages)
    if (words := staged * _PRINTED + more) > settings.most_words:
        raised["most_words"] = Decimal(math.ceil((words + more) / _ROUND) * _ROUND)
    return paste.bounds(settings, raised)


def _least_share(catalog: Catalog, name: str) -> Decimal:
    """The share of a source's own prose that is published where of it is set aside what may be."""
    sources, aside = catalog.topic.sources.values(), catalog.site.aside
    words = sum(source.passages.count_words() for source in sources)
    gone = sum(s.passages.count_words(*span) for s in sources for span in aside[s.id].spans)
    passages = catalog.topic.sources[name].passages
    prose = passages.count_words() - sum(passages.count_words(*span) for span in passages.speech)
    may = max(int(MOST_SET_ASIDE * words) - gone, 0) * _MAY
    return max(prose - may, Decimal()) / max(prose, 1)
