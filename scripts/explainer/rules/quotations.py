"""The rules on quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..text.spans import Cover, Span
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.settings import SetAside
from ..topic.site import Site
from ..topic.topic import SourceText
from .asides import entry
from .common import describe, of_class, set_aside, waiting
from .registry import rule


@rule(whole=False)
def quoted_in_source(site: Site) -> Iterator[Problem]:
    """The text of a spoken, written or shared quotation appears inside quotation marks in the
    source."""
    for quote in of_class(site, Quote):
        for i, placed in enumerate(site.evidence.of(quote.id, "text")):
            start, end = placed.spans[0].start, placed.spans[-1].end
            quoted = site.topic.sources[placed.source].passages.quotation_at(start, end)
            if not quoted or quoted.start > start or quoted.end < end:
                yield site.problem(
                    quote.id,
                    ("text", i),
                    "these words are not inside one pair of quotation marks in the source",
                    "remove the outer marks; quote only what the source quotes, and make it a"
                    " claim otherwise",
                    placed.exact,
                )


@rule(whole=True)
def no_unrecorded_quotation(site: Site) -> Iterator[Problem]:
    """All that a source puts in quotation marks is the text of a quotation, or set aside as a
    quotation or with its sentence. Of a sentence that nothing uses this is said with the
    sentence."""
    used = site.spans("text")
    for source in site.topic.sources.values():
        unused = site.unused[source.id].spans
        covered = Cover([*used[source.id], *set_aside(site, source, "quotation"), *unused])
        for passage in source.passages.quoted:
            if left := [
                w for w in source.passages.words_in(*passage) if not covered.covers_middle_of(w)
            ]:
                problem = Problem(
                    source.path,
                    source.passages.line_at(left[0].start),
                    f"no record has this quotation ({describe(source, left[0].start)})",
                    f"{waiting(site, source, left[0], 'quotes')}make it a quote, or put"
                    f" this under set_aside: in {source.where.path}, with a note on it",
                    "",
                    source.passages.words(left[0].start, left[-1].end),
                )
                words = Span(left[0].start, left[-1].end)
                yield problem._replace(paste=quotation_aside(site, source, words))


def quotation_aside(
    site: Site, source: SourceText, words: Span, like: SetAside | None = None
) -> str:
    """The entry that sets some words in quotation marks aside, with the words to search by of one
    that it is ``like``: as a repetition where a record has them in its evidence."""
    told = site.saying[source.id].holds(words)
    return entry(source, words, "quotation", like, "repetition" if told else "")


@rule(whole=False)
def quoted_once(site: Site) -> Iterator[Problem]:
    """No two quotations have the same words of one place of a source, nor one of them no others
    than some of another's."""
    having: dict[tuple[tuple[str, Span], ...], str] = {}
    for quote in of_class(site, Quote):
        texts = site.evidence.of(quote.id, "text")
        words = tuple(
            (text.source, word)
            for text in texts
            for span in text.spans
            for word in site.topic.sources[text.source].passages.words_in(*span)
        )
        first = having.setdefault(words, quote.id) if words and not quote.draft else quote.id
        if first != quote.id:
            yield site.problem(
                quote.id,
                ("text",),
                f'"{first}" has these words already',
                f"cite [^{first}], and remove this record; or quote other words",
                texts[0].exact,
            )
    by_word: dict[tuple[str, Span], list[tuple[tuple[str, Span], ...]]] = defaultdict(list)
    for words in having:
        for word in words:
            by_word[word].append(words)
    for words, name in having.items():
        longer = (other for other in by_word[words[0]] if len(other) > len(words)) if words else ()
        whole = next((having[other] for other in longer if {*words} < {*other}), "")
        if whole:
            yield site.problem(
                name,
                ("text",),
                f'"{whole}" has these words among its own already',
                f"cite [^{whole}], and remove this record; or take these words out of the"
                f" longer record, and say so in a correction of {whole}; or quote other words",
                site.evidence.of(name, "text")[0].exact,
            )


@rule(whole=False)
def speaker_required(site: Site) -> Iterator[Problem]:
    """A spoken or written quotation has a speaker. A shared one has an author and somebody who
    shared it, two different things, and no speaker."""
    for quote in of_class(site, Quote):
        for field, message, help in _speaker_faults(quote):
            yield site.problem(quote.id, (field,) if field else (), message, help)


def _speaker_faults(quote: Quote) -> Iterator[tuple[str, str, str]]:
    """What is wrong with who speaks: the field (empty: the record), what it is, how to fix it."""
    if quote.kind not in ("shared", "spoken", "written"):
        return  # which is the fault to fix
    if quote.kind != "shared":
        if not quote.speaker and not quote.draft:
            help = "add a line speaker: with the id of a person or organisation"
            yield "", f'"{quote.id}" has no speaker', help
        if quote.author or quote.shared_by:
            field = "author" if quote.author else "shared_by"
            message = "only what was shared has an author and a sharer"
            yield field, message, "use speaker:, or kind: shared"
        return
    if quote.speaker:
        message = "what somebody shared is not their own words"
        yield "speaker", message, "remove speaker:; use author: and shared_by:"
    if not (quote.author and quote.shared_by):
        missing = "sharer" if quote.author else "author"
        message = f'"{quote.id}" was shared, but its {missing} is missing'
        yield "", message, "add author: (an id or not_stated) and shared_by:"
    elif quote.author == quote.shared_by:
        yield "shared_by", "author and sharer are the same", "use kind: written and speaker:"


@rule(whole=False)
def quotation_order(site: Site) -> Iterator[Problem]:
    """The pieces of a quotation follow one another, and the words that attribute it appear in the
    same paragraph or a neighbour."""
    for quote in of_class(site, Quote):
        text = site.evidence.of(quote.id, "text")
        for placed in site.evidence.of(quote.id, "attributed_by"):
            if text and (
                placed.source != text[0].source
                or not any(abs(placed.paragraph - t.paragraph) <= 1 for t in text)
            ):
                message = (
                    f"these words are in paragraph {placed.paragraph}, the quotation in paragraph"
                    f" {text[0].paragraph}"
                )
                yield site.problem(
                    quote.id,
                    ("attributed_by",),
                    message,
                    "attribute a quotation by words in the same paragraph or a neighbour",
                    placed.exact,
                )
        for i, (a, b) in enumerate(pairwise(text), 1):
            if a.source != b.source or b.spans < a.spans or b.paragraph > a.paragraph + 1:
                help = "give the pieces in their order; make two quotations of what was said apart"
                yield site.problem(
                    quote.id,
                    ("text", i),
                    "these words do not follow those of the piece before",
                    help,
                    b.exact,
                )
