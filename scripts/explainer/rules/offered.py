"""The whole clause that is offered in the place of words which are none, what it would publish, and
the line to paste."""

from __future__ import annotations

import json
import math
from decimal import Decimal
from functools import lru_cache

from ..text.bounds import Clauses, are_sentences
from ..text.clauses import left_out
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..topic.evidence import MENTION, Placed, attributes, place_in
from ..topic.record import Selector
from ..topic.roles import Key
from ..topic.site import Site
from . import paste


@lru_cache(256)  # several records rest on one clause, but no large topic's are all to be kept
def _clauses(passages: Passages, span: Span) -> Clauses:
    return Clauses(passages, span)


def fault_of(site: Site, key: Key, placed: Placed) -> str:
    """What keeps some words from being a whole clause; empty if nothing does, or they need not be
    one."""
    passages = site.topic.sources[placed.source].passages
    if key[0] in (MENTION, "text") or are_sentences(passages, placed.spans):
        return ""
    clauses = _clauses(passages, Span(placed.spans[0].start, placed.spans[-1].end))
    return clauses.fault(placed.spans, not attributes(key))


def whole_of(site: Site, key: Key, placed: Placed) -> Span:
    """The shortest run of whole clauses around some words that leaves out none which turn or weaken
    them; the whole sentences, where no clause does."""
    passages = site.topic.sources[placed.source].passages
    around = Span(placed.spans[0].start, placed.spans[-1].end)
    whole = _clauses(passages, around).widened(placed.spans, not attributes(key))
    if attributes(key) or not left_out(passages, (whole,)):
        return whole
    inside = passages.sentences_of(whole)
    return Span(min(inside[0].start, whole.start), max(inside[-1].end, whole.end))


def stated_in(site: Site, key: Key, placed: Placed) -> tuple[Span, ...]:
    """The words that a record states, or would with the whole clause that is offered for them."""
    if attributes(key) or not fault_of(site, key, placed):
        return placed.spans
    return (whole_of(site, key, placed),)


def line_of(site: Site, name: str, key: Key, placed: Placed, whole: str) -> str:
    """The line of some evidence with its whole clause, to paste; empty where there are several
    pieces, or these words alone do not place it."""
    source = site.topic.sources[placed.source]
    field = key[:-1] if isinstance(key[-1], int) else key
    alone = field[-1:] == ("evidence",) and len(site.evidence.of(name, *field)) == 1
    if not alone or not isinstance(place_in(source, Selector.model_construct(exact=whole)), Placed):
        return ""
    indent = " " * (4 + 2 * len(field[:-1]))
    where = site.topic.where[name]
    written = placed.highlight or where.has(*field, "exact") or where.has(*key, "exact")
    words = json.dumps(whole, ensure_ascii=False)
    return f"{indent}  exact: {words}\n" if written else f"{indent}evidence: {words}\n"


def over_bound(site: Site, source: str, whole: Span) -> str:
    """What to do besides where some words would publish more of a source's own prose than the
    settings allow; empty where they do not."""
    bound, passages = site.topic.settings.max_share_quoted, site.topic.sources[source].passages
    count = passages.count_words
    known, speech = Cover(site.spans()[source]), Cover(passages.not_own)
    more = sum(
        not (known.touches(word) or speech.touches(word)) for word in passages.words_in(*whole)
    )
    prose = max(count() - sum(count(*span) for span in passages.not_own), 1)
    share = site.shares[source].evidence + Decimal(more) / prose
    if not more or share <= bound or share > Decimal("0.99"):
        return ""
    least = Decimal(math.ceil(share * 100)) / 100
    lines = paste.bounds(site.topic.settings, {"max_share_quoted": least}).split("\n")
    why = ", with the reason why under bounds_raised:" if len(lines) > 2 else ""
    where = site.topic.settings_where.path
    return (
        f"; the site would then publish {share:.1%} of the source's own prose, and the bound is"
        f" {bound:.0%}: write {lines[0]} in {where}{why}; or set these words aside"
    )
