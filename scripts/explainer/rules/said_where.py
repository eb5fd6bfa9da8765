"""The rules on where something was said, and through whom a source has it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..text.folding import fold
from ..text.speech import speech
from ..text.words import stands_in
from ..topic.agents import Organisation
from ..topic.apparatus import Reference
from ..topic.model import Position, Quote
from ..topic.problems import Problem
from ..topic.roles import SOURCE, having
from ..topic.site import Site
from .attribution import names_by_agent, saying
from .belonging import related
from .common import label_of, of_class, turn_of
from .own_words import written_language
from .registry import rule
from .turns import speakers_of
from .voices import agents_names

_CARRIES = ("media", "programme", "platform")


@rule(whole=False)
def reporters_report(site: Site) -> Iterator[Problem]:
    """Through whom the source has a quotation (reported_by) is somebody else than whose it is and
    where it was said, and says so in its sentence: according to X; or quotes it in a turn of
    theirs. No programme or platform holds a position."""
    names = agents_names(site)
    for quote in of_class(site, Quote):
        who = quote.reported_by
        if quote.draft or not who:
            continue
        themselves = (quote.speaker, quote.author, quote.shared_by, quote.said_via)
        sayers = {m.whose for one in saying(site, names, quote.id, ()) for m in one.sayers()}
        if text := site.evidence.of(quote.id, "text"):
            passages = site.topic.sources[text[0].source].passages
            turn = passages.quoted_in_turn(text[0].spans[0])
            sayers |= {*speakers_of(site, label_of(passages, turn))} if turn else set()
        message = ""
        if who in themselves:
            message = f'"{who}" is whose words these are, or where they were said'
        elif not any(related(site, who, one) for one in sayers):
            message = f'"{who}" does not report this in its sentence'
        if message:
            help = "write who reports it (according to X), or remove reported_by:"
            yield site.problem(quote.id, ("reported_by",), message, help, who)
    for position in of_class(site, Position):
        kind = getattr(site.topic.records.get(position.holder), "type", "")
        if kind in _CARRIES[1:] and not position.draft:
            message = f'"{position.holder}" is a {kind}, on which others speak'
            yield site.problem(position.id, ("holder",), message, "name who wants it", kind)


@rule(whole=False)
def said_where_stated(site: Site) -> Iterator[Problem]:
    """Where something was said is a programme, a platform or a medium, and is named in the sentence
    of the quotation, of the words that attribute it or the one before in their paragraph, in the
    first turn of a transcript or before it, or by a reference that the record names. Where the
    words that attribute it name one, that is it."""
    names = names_by_agent(site)
    for quote in of_class(site, Quote):
        if quote.draft or not site.evidence.of(quote.id, "attributed_by"):
            continue
        via = site.topic.records.get(quote.said_via)
        named = _carriers(site, quote)
        if isinstance(via, Organisation) and via.type not in _CARRIES:
            message = f'"{via.id}" is no programme, platform or medium'
        elif named and not any(related(site, quote.said_via, one) for one in named):
            message = f'the words that attribute this name "{named[0]}"'
        elif via and not any(stands_in(n, t) for t in _where(site, quote) for n in names[via.id]):
            message = f'neither the sentence nor a reference says that this was on "{via.id}"'
        else:
            continue
        help = "write where the source has it, or not_stated; or name a reference that says it"
        lines = f"    said_via: {named[0]}\n" if named else ""
        help = "put this in its place" if named else help
        problem = site.problem(quote.id, ("said_via",), message, help, quote.said_via)
        yield problem._replace(paste=lines)


def _carriers(site: Site, quote: Quote) -> list[str]:
    """The programmes and platforms that the words name which attribute a quotation."""
    words = [fold(placed.exact) for placed in site.evidence.of(quote.id, "attributed_by")]
    own = {quote.speaker, quote.author, quote.shared_by, quote.reported_by}
    found = [
        mention.whose
        for text in words
        for mention in agents_names(site).within(text, speech(written_language(site)))
    ]
    types = {n: getattr(site.topic.records[n], "type", "") for n in found if n not in own}
    return [name for name in types if types[name] in ("programme", "platform")]


def _where(site: Site, quote: Quote) -> Iterator[str]:
    """The texts that may say where a quotation was said."""
    for field in having(Quote, SOURCE):
        for placed in site.evidence.of(quote.id, field):
            passages = site.topic.sources[placed.source].passages
            first = passages.sentence_at(placed.spans[0].start)
            rows = passages.sentences
            before = rows[max(bisect_left(rows, first) - 1, 0)]
            start = before.start if before.paragraph == first.paragraph else first.start
            last = passages.sentence_at(placed.spans[-1].end - 1)
            yield fold(passages.text[start : last.end])
    if turn := turn_of(site, site.evidence.of(quote.id, "text")):
        passages, own = turn  # what opens a transcript is said of all its turns
        opening = [t.words.end for t in passages.turns if not t.posted][:1]
        yield from (fold(passages.text[:end]) for end in opening if not own.posted)
    for name in quote.references:
        work = site.topic.records.get(name)
        if isinstance(work, Reference):
            yield fold(f"{work.title} {work.confirms}")
