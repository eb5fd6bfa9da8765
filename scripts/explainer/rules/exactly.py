"""Which words of a sentence say how exact one of its numbers is."""

from __future__ import annotations

import re

from ..text.quantities import find_quantities, says_less
from ..text.quantity import Quantity, is_placed
from ..text.wider_words import all_at_once
from ..topic.model import Figure
from ..topic.site import Site
from .own_name import CALLED


def ends_in(words: tuple[str, ...], text: str) -> bool:
    """Whether a text ends in one of some words, but for an article."""
    joined = "|".join(words)
    return bool(words and re.search(rf"(?i)(?<!\w)(?:{joined})\s(?:[^\W\d_]{{1,3}}\s)?$", text))


# How often something is, or how many of some: at least once, etwa jeder vierte.
_COUNTED_TOO = (
    r"(?:once|twice|(?:\w+\s)?times?|half|every|each|one in|einmal|zweimal|\w+mal"
    r"|jede[rns]?|die hälfte|une fois|\w+\sfois|la moitié|una vez|\w+\sveces|la mitad"
    r"|une? \w+ sur|un[oa] de cada)\b"
)


_OVER = re.compile(
    r"(?i)\b(?:over|above|more than|über|mehr als|oberhalb|ab de[mn]|au-dessus|plus de|más de"
    r"|por encima)\b"
)


def other_side(figure: Figure, text: str, site: Site, source: str) -> dict[str, str]:
    """The names of a figure that have its number as a bound from the other side than its sentence:
    over, for under."""
    before = stretch(figure, text, site, source)[2]
    found = {}
    for field in CALLED:
        name = getattr(figure, field)
        under, over = says_less(before[-30:]), _OVER.search(before[-30:])
        if under and _OVER.search(name) and not says_less(name):
            found[field] = "the sentence says less than so many, and this says more"
        elif over and not under and says_less(name) and not _OVER.search(name):
            found[field] = "the sentence says more than so many, and this says less"
    return found


def stretch(figure: Figure, text: str, site: Site, source: str) -> tuple[str, list[Quantity], str]:
    """The words of a sentence around a figure's number, up to those before and behind it and the
    marks between them, but for those on how exact another is; what quantity it is, and the words
    before it."""
    passages, span = site.topic.sources[source].passages, site.evidence.numbers[figure.id][1]
    place = passages.sentence_at(span.start)
    found = find_quantities(text, passages.language)
    own = [q for q in found if figure.value in q.values]
    start, end = (own[0].start, own[0].end) if own else (0, len(text))
    if len(text) == place.end - place.start:
        start, end = span.start - place.start, span.end - place.start
        own = [q for q in found if q.start < end and start < q.end]
    before = max((q.end for q in found if q.end <= start), default=0)
    following = next((q for q in found if q.start >= end), None)
    behind = following.start if following else len(text)
    if following and following.bound:  # 900 children in less than ten minutes
        behind = end
    marks = r"[;:]" if not before else r"[,;:]"
    first = before + max((m.end() for m in re.finditer(marks, text[before:start])), default=0)
    first = start if own and is_placed(text, own[0]) else first
    last = re.search(r"[,;:]|\s(?:and|und|et|y|e)\s", text[end:behind])
    near = text[first : end + last.start() if last else behind]
    every = "|".join(
        w for some in all_at_once(passages.language).wider.bounds.values() for w in some
    )
    others = rf"(?i)(?<!\w)(?:{every})\s(?:{_COUNTED_TOO}|(?:[^\W\d_]+\s)?$)"
    cut = re.search(others, near[end - first :]) if every else None
    far = following and behind == following.start
    if cut and (far or cut.end() < len(near) - (end - first)):
        near = near[: end - first + cut.start()]
    return near, own, text[first:start]
