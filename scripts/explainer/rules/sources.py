"""The rules on sources: what is used of them, set aside, sealed and published."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..text.spans import Cover, Span
from ..topic.evidence import Fault, Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.problems import Problem
from ..topic.site import Site
from ..topic.topic import SourceText
from .common import WORDS, describe, set_aside
from .numbers import number_spans
from .registry import rule


@rule(whole=True)
def no_unused_sentence(site: Site) -> Iterator[Problem]:
    """Every sentence of a source is touched by the words of a record that says something, or set
    aside with a reason. A person, an organisation or a term only names what a sentence is about."""
    used = site.spans(saying=True)
    for source in site.topic.sources.values():
        covered = Cover([*used[source.id], *set_aside(site, source, "sentence")])
        for sentence in source.passages.sentences:
            words = [
                *source.passages.words_in(sentence.start, sentence.end)
            ]  # none in a row of asterisks
            if words and not any(map(covered.covers_middle_of, words)):
                text = source.passages.words(sentence.start, sentence.end)
                yield Problem(
                    source.path,
                    source.passages.line_at(sentence.start),
                    f"nothing uses this sentence ({describe(source, sentence.start)})",
                    "record a fact with words of it as evidence, or set it aside with what:"
                    " sentence, a reason and a note",
                    "",
                    text if len(text) <= 160 else f"{text[:160]} …",
                )


@rule(whole=True)
def needless_set_aside(site: Site) -> Iterator[Problem]:
    """What is set aside is in the source, is what it is said to be, and no record uses it."""
    spans = {
        "quotation": site.spans("text"),
        "sentence": site.spans(saying=True),
        "number": number_spans(site),
    }
    for source in site.topic.sources.values():
        used = {what: Cover(found[source.id]) for what, found in spans.items()}
        aside: dict[str, list[Span]] = {what: [] for what in used}
        for i, (item, placed) in enumerate(site.evidence.aside[source.id]):
            line = source.where.line("set_aside", i)
            if isinstance(placed, Fault):
                near = (placed.nearest, describe(source, placed.at) if placed.at >= 0 else "")
                said = placed.message, placed.help, "", item.exact, *near
                yield Problem(source.where.path, line, *said)
                continue
            whole = _set_aside_whole(source, item.what, placed)
            if not whole:
                message = f"there is no {item.what} in what is set aside"
                help = "set aside a whole one, or change what:"
                yield Problem(source.where.path, line, message, help, "", item.exact)
            elif any(used[item.what].touches(w) or _again(w, aside[item.what]) for w in whole):
                message = f"this {item.what} is used by a record, or set aside already"
                yield Problem(source.where.path, line, message, "remove it", "", item.exact)
            aside[item.what] += whole


def _set_aside_whole(source: SourceText, what: str, placed: Placed) -> list[Span]:
    """The sentences, quotation or numbers that some words of a source set aside."""
    span, passages = Span(placed.spans[0].start, placed.spans[-1].end), source.passages
    if what == "sentence":
        return [Span(s.start, s.end) for s in passages.sentences_of(span)]
    inside = passages.quoted if what == "quotation" else passages.numbers
    inside = [c for c in inside if c.start < span.end and span.start < c.end]
    return [span] if inside and what == "quotation" else inside


def _again(span: Span, others: list[Span]) -> bool:
    return any(span.start < b and a < span.end for a, b in others)


@rule(whole=False)
def sealed_sources(site: Site) -> Iterator[Problem]:
    """A source's text is the one that was sealed: its sha256 appears in its record."""
    for source in site.topic.sources.values():
        if source.sha256 != source.record.sha256:
            yield Problem(
                source.where.path,
                source.where.line("sha256"),
                f"{source.path} is not the text that was sealed",
                "`explainer diff` shows what changed; restore it, or seal it again on purpose:"
                f" explainer seal {source.id}",
            )


@rule(whole=False)
def provenance_stated(site: Site) -> Iterator[Problem]:
    """A source of which neither address nor publisher nor date is stated says where the text comes
    from, in three words or more."""
    for source in site.topic.sources.values():
        r = source.record
        known = {r.URL, r.publisher, r.issued} != {NOT_STATED}
        if not known and len(WORDS.findall((r.provenance or "").replace(NOT_STATED, ""))) < 3:
            yield Problem(
                source.where.path,
                source.where.line("provenance"),
                "neither address nor publisher nor date of this source is stated",
                "add a line provenance: that says where the text comes from",
            )


@rule(whole=True)
def share_published(site: Site) -> Iterator[Problem]:
    """The site publishes no more of a source's own prose, what others say in it apart, than the
    settings allow (max_share_quoted); never the whole of its words."""
    bound = site.topic.settings.max_share_quoted
    for source in site.topic.sources.values():
        prose, everything = site.shares[source.id]
        if prose > bound or everything == 1:
            speech = sum(source.passages.count_words(*span) for span in source.passages.speech)
            words = source.passages.count_words() - speech
            over = f", {math.ceil((prose - bound) * words)} words too many" if prose > bound else ""
            yield Problem(
                source.where.path,
                1,
                f"the site would publish {prose:.1%} of the own prose of {source.path}{over}; the"
                f" bound is {bound:.0%}, and never the whole ({everything:.1%} of all words)",
                "shorten evidence to the clause that carries the fact, or share one clause among"
                " records",
            )
