"""What each sentence in our words rests on: words of the facts that it cites, or of its record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.languages import Language
from ..text.sentences import sentences_of_paragraph
from ..text.spans import Span
from ..topic.apparatus import Reference
from ..topic.evidence import Placed
from ..topic.model import Comparison, Conflict, Event
from ..topic.record import Record
from ..topic.roles import OWN, Key, Mark, values
from ..topic.site import Site, at, kept
from .cited import Cited, masked_at, says_something, sentences_cited
from .own_words import OwnWords, own_words, quotations_in, written_language


class Rests(NamedTuple):
    """What a text rests on: the words that decide, each with its language and whether they are
    highlighted; all the sentences that these are in; all that is cited of them; and in our
    words what records of the same sentences state, and those say that are cited; and whether all
    that is cited are events still to come."""

    words: tuple[tuple[str, Language, bool], ...]
    around: tuple[tuple[str, Language], ...]
    exact: tuple[tuple[str, Language], ...]
    stated: tuple[str, ...]
    own: tuple[str, ...] = ()
    expected: bool = False


class Said(NamedTuple):
    """A sentence in our words: where it stands, itself, the same with signs for its quotations,
    what it rests on, and whether it is of a field that states what the words beneath it say."""

    own: OwnWords
    text: str
    marked: str
    rests: Rests
    states: bool


@kept()
def resting(site: Site) -> tuple[Said, ...]:
    """Each sentence that rests on words of a source: those of records, and those of pages that
    cite. Questions say nothing."""
    return (*_in_records(site), *_on_pages(site))


def _in_records(site: Site) -> Iterator[Said]:
    language = written_language(site)
    for name, record in site.topic.records.items():
        for key, value, spec in values(record, OWN) if not record.draft else ():
            if not value.rstrip().endswith("."):
                continue  # a label or a title is no sentence
            rests = _of_record(site, name, key)
            if rests is None:
                continue
            masked = masked_at(value, quotations_in(site, value))
            own = OwnWords(*at(site, name, *key), value, [name])
            for a, b, *_ in sentences_of_paragraph(masked, Span(0, len(value)), 1, language):
                if not masked[a:b].rstrip().endswith("?"):
                    yield Said(own, value[a:b], masked[a:b], rests, Mark.STATES in spec.marks)


def _on_pages(site: Site) -> Iterator[Said]:
    for own in own_words(site):
        if own.shown and own.records:
            yield from resting_on(site, own, sentences_cited(site, own.shown))


def resting_on(site: Site, own: OwnWords, parts: Iterable[Cited]) -> Iterator[Said]:
    """Of some sentences of a paragraph those that cite words of a source, with these."""
    for part in parts:
        cites = [n for n in part.cites if says_something(site, n)]
        elsewhere = any(isinstance(site.topic.records.get(n), Reference) for n in part.cites)
        if cites and not elsewhere and not part.text.endswith("?"):
            rests = of_records(site, tuple(dict.fromkeys(cites)))
            before = f"{own.led} " if own.led else ""
            yield Said(own, before + part.text, before + part.marked, rests, False)


@kept(4096)
def _of_record(site: Site, name: str, key: Key) -> Rests | None:
    """What a field of a record rests on: the evidence of the record, or of the cell it is in; of a
    conflict, all that it is between."""
    record = site.topic.records[name]
    if isinstance(record, Conflict):
        return of_records(site, record.between)
    cell = key[:2] if isinstance(record, Comparison) else ()
    if cell and cell[0] != "cells":
        return None
    pieces = site.evidence.of(name, *cell, "evidence")
    rests = _rests(site, pieces, (name, key)) if pieces else None
    return rests._replace(expected=_is_to_come(record)) if rests else None


@kept(4096)
def of_records(site: Site, names: tuple[str, ...]) -> Rests:
    """What a sentence of a page rests on."""
    rests = _rests(site, [placed for name in names for placed in site.evidence.of(name)])
    records = [site.topic.records[name] for name in names if name in site.topic.records]
    own = (v.value for record in records for v in values(record, OWN))
    expected = bool(records) and all(map(_is_to_come, records))
    return rests._replace(own=(*own,), expected=expected)


def _is_to_come(record: Record) -> bool:
    return isinstance(record, Event) and record.status == "expected"


def _rests(site: Site, pieces: list[Placed], but: tuple[str, Key] = ("", ())) -> Rests:
    words, around = [], dict[tuple[str, Language], None]()
    stated = dict[str, None]()
    for placed in pieces:
        passages = site.topic.sources[placed.source].passages
        text = " ".join(placed.highlight) or placed.exact
        words.append((text, passages.language, bool(placed.highlight)))
        for span in placed.spans:
            for place in passages.sentences_of(span):
                around[passages.text[place.start : place.end], passages.language] = None
                others = _stated(site).get((placed.source, place.start), ())
                stated |= dict.fromkeys(text for where, text in others if where != but)
    exact = (
        (placed.exact, site.topic.sources[placed.source].passages.language) for placed in pieces
    )
    return Rests((*words,), (*around,), (*exact,), (*stated,))


@kept()
def _stated(site: Site) -> dict[tuple[str, int], list[tuple[tuple[str, Key], str]]]:
    """What records state of each sentence of a source, in our words, and where they do."""
    found: dict[tuple[str, int], list[tuple[tuple[str, Key], str]]] = defaultdict(list)
    for name, record in site.topic.records.items():
        for key, value, _ in values(record, Mark.STATES) if not record.draft else ():
            if value:
                cell = key[:2] if isinstance(record, Comparison) else ()
                for placed in site.evidence.of(name, *cell, "evidence"):
                    passages = site.topic.sources[placed.source].passages
                    for place in passages.sentences_of(placed.spans[0]):
                        found[placed.source, place.start].append(((name, key), value))
    return found
