"""Quotations that a change sets aside, and the sentences of pages that say that all stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.own_words import own_words
from ..text.spans import Cover, Span
from ..topic.evidence import Placed
from ..topic.site import Site

_ALL = re.compile(
    r"(?i)\b(?:every|all|each|nothing|jede\w*|alle\w*|sämtliche\w*|chaque|tou(?:te?s?|s)|cada|tod[oa]s?)"
    r"\b"
)
_QUOTED = re.compile(
    r"(?i)\b(?:quot\w+|passages?|zit(?:at|ier)\w*|wörtlich\w*|cit(?:ation|e|é)\w*|cita[sd]?\w*"
    r"|verbatim)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def newly_aside(before: Site, after: Site) -> Iterator[str]:
    """The words of quotations that are set aside now and were not."""
    for name, source in after.topic.sources.items():
        old = before.topic.sources.get(name)
        known = {old.passages.text[s.start : s.end] for s in _aside(before, name)} if old else ()
        for span in _aside(after, name):
            if (words := source.passages.text[span.start : span.end]) not in known:
                yield words


def _aside(site: Site, name: str) -> Iterator[Span]:
    alone = (p for item, p in site.evidence.aside[name] if item.what == "quotation")
    spans = [span for placed in alone if isinstance(placed, Placed) for span in placed.spans]
    gone = Cover([*site.aside[name].spans, *spans])
    return (span for span in site.topic.sources[name].passages.quoted if gone.touches(span))


def says_all(site: Site) -> Iterator[tuple[str, int, str]]:
    """The sentences of pages that say that all quotations are somewhere: file, line, words."""
    for own in own_words(site):
        for sentence in _SENTENCE.split(own.text) if own.path.startswith("content/") else ():
            if _ALL.search(sentence) and _QUOTED.search(sentence):
                yield own.path, own.problem("", "", "").line, sentence
