"""What each sentence of a page cites, and what the words at a place of it may draw on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.html import CITES, SPACE
from ..text.sentences import sentences_of_paragraph
from ..text.spans import Span
from ..text.voices import OTHER
from ..topic.apparatus import Reference
from ..topic.model import Conflict, Figure
from ..topic.site import Site
from .own_words import OwnWords, quotations_in, written_language

_WORD = re.compile(rf"[^\W{OTHER}]")
_SENTENCE_END = re.compile(r"[.!?…][\W_]*\s(?=[^\w\s]*[^\Wa-z])")


class Cited(NamedTuple):
    """A sentence of a paragraph's words: the words, the same with a sign in place of each letter of
    a quotation, what is cited there, and behind which character of it each is."""

    text: str
    marked: str
    cites: list[str]
    places: list[int]


def sentences_cited(site: Site, shown: str) -> Iterator[Cited]:
    """The sentences of a paragraph, as its readers see it, with what each cites."""
    text, cited = _without_signs(shown)
    quoted = quotations_in(site, text)
    masked = masked_at(text, quoted)
    behind = [at for at, _ in cited]
    for place in _divided(site, masked, _with_ends(text, masked, quoted, behind), behind):
        here = [(at, name) for at, name in cited if place.start <= at < place.end + 1]
        cites, places = [name for _, name in here], [at + 1 - place.start for at, _ in here]
        yield Cited(text[place.start : place.end], masked[place.start : place.end], cites, places)


def _with_ends(text: str, masked: str, quoted: Iterable[Span], cited: Iterable[int]) -> str:
    """A text with signs for its quotations, and the mark in which one ends that is cited right
    behind, as a sentence does; a quotation that its sentence goes on behind ends none."""
    read, behind = [*masked], {*cited}
    for start, end in quoted:
        last = text[start:end].rstrip()[-1:]  # « … . » has a space behind it
        if end in behind and last and last in ".!?…":
            read[end - 1] = last
    return "".join(read)


def _divided(site: Site, masked: str, read: str, cited: list[int]) -> Iterator[Span]:
    """The sentences of a text with signs for its quotations; one that is a quotation alone goes on
    with what stands behind it (“Why?” X asked), unless that cites something too."""
    before = Span(0, 0)
    places = sentences_of_paragraph(read, Span(0, len(read)), 1, written_language(site))
    for start, end, *_ in places:
        alone = OTHER in masked[slice(*before)] and not _WORD.search(masked, *before)
        if alone and bisect_left(cited, start) == bisect_left(cited, end + 1):
            start = before.start
        elif before.end:
            yield before
        before = Span(start, end)
    if before.end:
        yield before


def masked_at(text: str, spans: Iterable[Span]) -> str:
    """A text with a sign in place of each character in some spans, which may lie in each other."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            pieces += text[at : max(start, at)], OTHER * (end - max(start, at))
            at = end
    return "".join((*pieces, text[at:]))


def _without_signs(shown: str) -> tuple[str, list[tuple[int, str]]]:
    """A paragraph's words, and behind which character of them each id is cited."""
    pieces = CITES.split(SPACE.sub(" ", shown))  # words and ids, in turn
    text = ""
    cited: list[tuple[int, str]] = []
    for i, piece in enumerate(pieces):
        if i % 2:
            cited.append((len(text.rstrip()) - 1, piece))
        else:
            text += piece.lstrip() if text[-1:] in ("", " ") else piece
    return text.rstrip(), cited


def by_sentence(site: Site, own: OwnWords) -> Iterator[OwnWords]:
    """A text in parts: each of its sentences, which may draw on what it cites itself, or where it
    cites nothing that says something, on all that the paragraph cites."""
    if len(own.records) < 2 or not own.shown:
        yield own
        return
    for part in sentences_cited(site, own.shown):
        cites = [name for name in part.cites if name in site.topic.records]
        says = any(says_something(site, name) for name in cites)
        yield own._replace(text=part.text, records=cites if says else own.records)


def before_figures(site: Site, own: OwnWords) -> Iterator[OwnWords]:
    """The words of a sentence right before each of its citations that are of figures: what they say
    of a number is of theirs. Each may draw on those cited there."""
    pieces = CITES.split(SPACE.sub(" ", own.shown))
    text, cites = pieces[0], list[str]()
    for i in range(1, len(pieces), 2):
        cites.append(pieces[i])
        following = pieces[i + 1]
        if following.strip(" ,.;:") or i + 2 == len(pieces):
            if any(isinstance(site.topic.records[one], Figure) for one in cites):
                yield own._replace(text=_SENTENCE_END.split(text)[-1], records=cites)
            text, cites = following, []


def says_something(site: Site, name: str) -> bool:
    """Whether a record is more than a name, a term, a conflict or a work elsewhere."""
    record = site.topic.records.get(name)
    return record is not None and not (
        record.only_names or isinstance(record, (Conflict, Reference))
    )
