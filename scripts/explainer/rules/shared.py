"""The rule on words that somebody shared."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.spans import Cover, Span
from ..text.words import stands_in
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import Key, Mark, values
from ..topic.site import Site
from .belonging import related
from .common import names_of, of_class, sentences_of_words
from .registry import rule


@rule(whole=False)
def shared_not_said(site: Site) -> Iterator[Problem]:
    """Words that somebody shared are not ascribed to whoever shared them. Evidence that has such
    words has those too, as their own piece or in it, that say who shared whose. The author of a
    shared quotation is named in the sentence of the words that attribute it."""
    shared = [q for q in of_class(site, Quote) if q.kind == "shared" and not q.draft]
    covers = [(q, _covers(site, q, "text"), _covers(site, q, "attributed_by")) for q in shared]
    for quote in shared:
        yield from _author_unnamed(site, quote)
    for name, record in site.topic.records.items():
        if record.draft or isinstance(record, Quote):
            continue
        for part, pieces in _parts(site, name).items():
            for quote, text, telling in covers:
                if any(
                    text[p.source].touches(s) for p in pieces if p.source in text for s in p.spans
                ):
                    yield from _wrong(site, name, record, part, pieces, quote, telling)


def _author_unnamed(site: Site, quote: Quote) -> Iterator[Problem]:
    author = site.topic.records.get(quote.author or "")
    said = [*site.evidence.of(quote.id, "attributed_by")]
    said += site.evidence.of(quote.id, "resolved_from")
    if isinstance(author, Agent) and said:
        near = "\n".join(fold(text) for text in sentences_of_words(site, said))
        if not any(stands_in(one, near) for one in names_of(author)):
            yield site.problem(
                quote.id,
                ("author",),
                f'the sentence that attributes these words does not name "{author.id}"',
                "write author: not_stated and author_description: with the source's words",
            )


def _covers(site: Site, quote: Quote, field: str) -> dict[str, Cover]:
    found: dict[str, list[Span]] = {}
    for placed in site.evidence.of(quote.id, field):
        found.setdefault(placed.source, []).extend(placed.spans)
    return {source: Cover(spans) for source, spans in found.items()}


def _parts(site: Site, name: str) -> dict[Key, list[Placed]]:
    """The pieces of evidence of a record, or of each of its cells."""
    parts: dict[Key, list[Placed]] = {}
    for key, placed in site.evidence.placed[name].items():
        if "evidence" in key:
            parts.setdefault(key[: key.index("evidence")], []).append(placed)
    return parts


def _wrong(
    site: Site,
    name: str,
    record: Record,
    part: Key,
    pieces: list[Placed],
    quote: Quote,
    telling: dict[str, Cover],
) -> Iterator[Problem]:
    """What is wrong with a part of a record that has words that were shared."""
    sharer, author = quote.shared_by or "", quote.author or ""
    for key, who, _ in values(record, Mark.OWN_VOICE):
        if (
            key[: len(part)] == part
            and related(site, who, sharer)
            and not related(site, who, author)
        ):
            yield site.problem(
                name,
                key,
                f'"{sharer}" only shared these words, and did not say them',
                "ascribe them to their author, or say in the statement that they were shared",
                quote.text[0].exact,
            )
            return
    if not any(
        telling[p.source].touches(s) for p in pieces if p.source in telling for s in p.spans
    ):
        yield site.problem(
            name,
            (*part, "evidence"),
            "these words were shared, and nothing here says by whom",
            "begin with the words that say who shared whose",
            quote.text[0].exact,
        )
