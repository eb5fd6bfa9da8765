"""What several rules share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.folding import fold
from ..text.offices import describes
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..text.turns import Turn
from ..text.words import as_in
from ..topic.agents import Agent, Person
from ..topic.evidence import Placed
from ..topic.record import Named, Record
from ..topic.site import Site
from ..topic.topic import R, SourceText

WORDS = re.compile(r"\w+")


def of_class(site: Site, kind: type[R]) -> list[R]:
    """The records of a class, drafts too."""
    return site.topic.of_class(kind)


def published_agents(site: Site) -> Iterator[Agent]:
    """Everybody who can speak, hold a position or be the source of a number."""
    return (agent for agent in of_class(site, Agent) if not agent.draft)


def set_aside(site: Site, source: SourceText, what: str) -> list[Span]:
    """The spans that a source's record sets aside as ``what``; a sentence and a clause with the
    numbers and quotations in it."""
    own = (
        span
        for item, placed in site.evidence.aside[source.id]
        if item.what == what
        for span in (placed.spans if isinstance(placed, Placed) else placed.meant)
    )
    return [*own, *site.aside[source.id].spans]


def source_of(site: Site, record: Record) -> SourceText | None:
    """The source that has a record's words, or else is said to; None where there is none."""
    placed = site.evidence.of(record.id)
    name = placed[0].source if placed else site.topic.source_of(record)
    return site.topic.sources.get(name or "")


def sentences_around(site: Site, name: str) -> Iterator[str]:
    """The sentences of a source, folded, that a record's words are in."""
    yield from sentences_of_words(site, site.evidence.of(name))


def sentences_of_words(site: Site, words: Iterable[Placed]) -> Iterator[str]:
    """The sentences of a source, folded, that some words are in."""
    for placed in words:
        passages = site.topic.sources[placed.source].passages
        sentences = passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end))
        yield fold(passages.text[sentences[0].start : sentences[-1].end])


def having_words(site: Site, words: str) -> list[str]:
    """The facts that may be cited for some folded words: quotations first, then those with the
    shortest evidence that has them."""
    found = []
    for name, record in site.topic.records.items():
        if record.draft or record.only_names:
            continue
        texts = [fold(p.exact) for p in site.evidence.of(name) if as_in(words, [fold(p.exact)])]
        if texts:
            quote = site.topic.kinds[name] == "quotes"
            found.append((not quote, min(map(len, texts)), name))
    return [name for *_, name in sorted(found)]


def describe(source: SourceText, offset: int) -> str:
    sentence = source.passages.sentence_at(offset)
    return (
        f"{source.path}:{source.passages.line_at(offset)}, paragraph {sentence.paragraph}, sentence"
        f" {sentence.number}"
    )


def excerpt(text: str, start: int, end: int, most: int = 160) -> str:
    """As much of a text, from its beginning, as ``most`` characters; from before the words that it
    is about, where these stand behind that."""
    if end <= most:
        return text[:most]
    head = text.rfind(" ", 0, max(start - most // 2, 0)) + 1
    return f"… {text[head : head + most]}"


def waiting(site: Site, source: SourceText, span: Span, kind: str = "") -> str:
    """What to tell of a draft whose words hold some words of a source, of one of a ``kind`` first;
    empty where there is none."""
    found = [
        name
        for name, record in site.topic.records.items()
        if record.draft and not isinstance(record, Named)
        for placed in (*site.evidence.of(name), *site.evidence.of(name, "text"))
        if placed.source == source.id and Cover(placed.spans).touches(span)
    ]
    if not found:
        return ""
    name = min(found, key=lambda one: site.topic.kinds[one] != kind)
    where = site.topic.where[name]
    return f'decide on the draft "{name}" ({where.path}:{where.line()}), or '


def turn_of(site: Site, placed: list[Placed]) -> tuple[Passages, Turn] | None:
    """The one turn or post that all of some words are in."""
    found = {
        (one.source, site.topic.sources[one.source].passages.turn_at(span))
        for one in placed
        for span in one.spans
    }
    if len(found) != 1:
        return None
    source, turn = found.pop()
    return (site.topic.sources[source].passages, turn) if turn else None


def label_of(passages: Passages, turn: Turn) -> str:
    """The words that say whose a turn is, folded."""
    return fold(passages.text[turn.label.start : turn.label.end])


def names_of(agent: Agent) -> list[str]:
    """Every name of an agent, folded, and the last word of the first. What only says what a person
    is (Spokeswoman for the council) has no last name: the council is the council. In a sentence it
    begins in a small letter."""
    names = [fold(name) for name in (agent.name, *agent.alternate_names)]
    last = names[0].split()[-1]
    if isinstance(agent, Person) and describes(names[0]):
        last = names[0][:1].lower() + names[0][1:]
    return [name for name in [*names, last] if WORDS.search(name)]
