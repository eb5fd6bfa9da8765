"""The rules on sources: what is used of them, set aside, sealed and published."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..text.bounds import left_over
from ..text.printed import Printed
from ..text.spans import Cover, Span
from ..topic.evidence import MENTION, Fault, Placed, attributes, place_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.problems import Problem
from ..topic.record import Selector
from ..topic.site import Site
from ..topic.topic import SourceText
from .asides import Room, entry
from .common import WORDS, describe, waiting
from .left_out import no_more_told
from .numbers import meant, number_spans
from .offered import fault_of, stated_in
from .quotations import quotation_aside
from .registry import rule

_NO_WORDS = {"keywords": ()}  # to search by
_NAMED = 3  # records that are named of those which use something


@rule(whole=True)
def no_unused_clause(site: Site) -> Iterator[Problem]:
    """Every clause of a source is in the words of a record that says something, but for at most
    three words in a row, or is set aside with a reason, alone or with its sentence. A person, an
    organisation or a term only names what a sentence is about."""
    placed = site.evidence.placed.values()
    new = site.topic.sources.keys() - {p.source for some in placed for p in some.values()}
    new = new if len(new) < len(site.topic.sources) else set()
    room, found = Room(site), list[tuple[SourceText, Span, Cover]]()
    for source in site.topic.sources.values():
        covered = Cover([*site.saying[source.id].spans, *site.aside[source.id].spans])
        named = Cover(site.spans()[source.id])
        if source.id in new and not source.record.set_aside:
            yield _all_unused(source, room)
            continue
        for sentence in source.passages.sentences:
            span = Span(sentence.start, sentence.end)
            # In a row of asterisks there are no words.
            if site.unused[source.id].touches(span) and any(source.passages.words_in(*span)):
                found.append((source, span, named))
                continue
            found += ((source, run, named) for run in left_over(source.passages, span, covered))
    room.wanted = sum(source.passages.count_words(*run) for source, run, _ in found)
    for source, run, named in found:
        yield _unused(site, source, run, named, room)


def _all_unused(source: SourceText, room: Room) -> Problem:
    """Says that nothing uses any words of a new source."""
    may = max(min(room.left, source.passages.count_words()), 0)
    message = "nothing uses any sentence of this source yet"
    help = (
        f"record what it says in a file seeds/facts/{source.id}.yml, and set {may} of its"
        f" {source.passages.count_words()} words aside at most: the summary of the check has drafts"
        f" of both to paste (explainer draft {source.id} writes them)"
    )
    return Problem(source.path, 1, message, help)


def _unused(site: Site, source: SourceText, words: Span, named: Cover, room: Room) -> Problem:
    """Says that nothing uses some words, a sentence or a part of one, with the entry that sets them
    aside, where there is room for it besides all that come before."""
    sentence = source.passages.sentence_at(words.start)
    whole = (sentence.start, sentence.end) == words
    what = "sentence" if whole else "clause"
    text, lines, short = source.passages.words(*words), "", room.short()
    if room.takes(source, words):
        lines = entry(source, words, what)
    naming = any(named.touches(word) for word in source.passages.words_in(*words))
    uses = "only a person, an organisation or a term uses" if naming else "nothing uses"
    covers = ", and the evidence of those covers nothing" if naming else ""
    fact = "a fact with the whole clause as evidence"
    records = ", ".join([fact, *(_held(source, words) if whole else ())])
    aside = f"put this under set_aside: in {source.where.path}, with a note that tells readers"
    aside += " what these words say"
    aside += f" ({short})" if short else ""
    if not lines:
        count = source.passages.count_words(*words)
        aside = f"make room under set_aside: {room.full(count, source.where.path)}"
    problem = Problem(
        source.path,
        source.passages.line_at(words.start),
        f"{uses} {'this sentence' if whole else 'these words of a sentence'}"
        f" ({describe(source, words.start)}){covers}",
        f"{waiting(site, source, words)}record {records}; or {aside}",
        "",
        text if len(text) <= 160 or what == "clause" else f"{text[:160]} …",
    )
    return problem._replace(paste=lines)


def _held(source: SourceText, words: Span) -> Iterator[str]:
    """What has to be recorded of a sentence apart: its numbers, its quotations."""
    passages, inside = source.passages, Cover([words])
    spans = inside.common(passages.numbers)
    dates = [span for span in spans if Printed(passages, span).no_quantity() == "a date"]
    numbers = [passages.text[a:b] for a, b in spans if (a, b) not in dates]
    if dates:
        yield "its date as an event"
    if numbers:
        yield f"{' and '.join(numbers)} as {'a figure' if len(numbers) == 1 else 'figures'}"
    if inside.common(passages.quoted):
        yield "the words in quotation marks as a quotation"


@rule(whole=True)
def needless_set_aside(site: Site) -> Iterator[Problem]:
    """What is set aside is in the source, is what it is said to be, and no record uses it, but to
    say whom a pronoun means. Of a clause all words are set aside that no record has, without a
    gap."""
    said = _stated(site)
    spans = {
        "quotation": site.spans("text"),
        "sentence": said,
        "clause": said,
        "number": number_spans(site),
    }
    for source in site.topic.sources.values():
        used = {what: Cover(found[source.id]) for what, found in spans.items()}
        aside: dict[str, list[Span]] = {what: [] for what in used}
        aside["clause"] = aside["sentence"]
        meant = {i: placed for i, _, placed in site.evidence.aside_meant[source.id]}
        for i, (item, found) in enumerate(site.evidence.aside[source.id]):
            line = source.where.line("set_aside", i)
            whole = _set_aside_whole(source, item.what, meant[i]) if i in meant else []
            touched = (used[item.what].touches(w) or _again(w, aside[item.what]) for w in whole)
            if any(touched):
                yield _needless(site, source, i, whole)
            elif isinstance(found, Fault):
                near = (found.nearest, describe(source, found.at) if found.at >= 0 else "")
                help = found.help.removesuffix(", or cite another source")
                told = found.message, help, "", item.exact, *near
                instead = _in_its_place(source, item.what, found) if i in meant else ""
                yield Problem(source.where.path, line, *told)._replace(paste=instead)
            elif not whole:
                message = f"there is no {item.what} in what is set aside"
                help = "set aside a whole one, or change what:"
                yield Problem(source.where.path, line, message, help, "", item.exact)
            aside[item.what] += whole


def _stated(site: Site) -> dict[str, list[Span]]:
    """The words of records that say something, by source, but for those which only name whom a
    pronoun means: what else their sentence says may be set aside. Of words that are no whole clause
    those that are offered for them."""
    found: dict[str, list[Span]] = {name: [] for name in site.topic.sources}
    for name, places in site.evidence.placed.items():
        record = site.topic.records[name]
        for key, placed in places.items():
            if not (record.draft or record.only_names or {"resolved_from", MENTION} & {*key}):
                found[placed.source].extend(stated_in(site, key, placed))
    return found


def _in_its_place(source: SourceText, what: str, fault: Fault) -> str:
    """The line with the words that were meant by some that are set aside; of a sentence, where they
    would not do, with its first."""
    near = fault.nearest and Selector.model_validate({"exact": fault.nearest})
    if near and isinstance(place_in(source, near), Placed):
        return f"  - exact: {json.dumps(fault.nearest, ensure_ascii=False)}\n"
    if not fault.meant:
        return ""
    sentence = source.passages.sentence_at(fault.meant[0].start)
    whole = Span(sentence.start, sentence.end)
    lines = entry(source, whole, "sentence") if what == "sentence" else ""
    return lines.partition("    what:")[0]


def _needless(site: Site, source: SourceText, number: int, whole: list[Span]) -> Problem:
    """Says what uses words that are set aside, and what to put in the place of the entry."""
    item, placed = site.evidence.aside[source.id][number]
    users = _users(site, source, item.what, Cover(whole))
    by = f"used by {', '.join(users[:_NAMED])}" if users else "set aside already"
    by += f" and {len(users) - _NAMED} more" if len(users) > _NAMED else ""
    left = "".join(_left_of_it(site, source, number, whole)) if users else ""
    help = "put this in its place, with a note on these words" if left else "remove it"
    help = _offered_to(site, users) + help
    if isinstance(placed, Placed) and "what: clause" not in left:
        help += "".join(no_more_told(site, source, number, placed))
    if users and item.keywords and "keywords:" not in left:
        help += f"; its keywords: may go to {users[-1]}"
    line = source.where.line("set_aside", number)
    message = f"this {item.what} is {by}"
    problem = Problem(source.where.path, line, message, help, "", item.exact)
    return problem._replace(paste=left)


def _users(site: Site, source: SourceText, what: str, words: Cover) -> list[str]:
    """The records that have some words, or their number."""
    found, field = [], ("text",) if what == "quotation" else ()
    for name, record in site.topic.records.items():
        places = [
            (key, placed)
            for key, placed in site.evidence.placed[name].items()
            if placed.source == source.id and key[: len(field)] == field
            if not {"resolved_from", MENTION} & {*key}
        ]
        says = not (record.draft or (record.only_names and what != "quotation"))
        stated = (span for one in places for span in stated_in(site, *one))
        if says and any(map(words.touches, stated)):
            found.append(name)
    return found


def _offered_to(site: Site, users: list[str]) -> str:
    """What comes before the help where a record of some is offered the whole clause."""
    for name in users:
        for key, placed in site.evidence.placed[name].items():
            if not attributes(key) and fault_of(site, key, placed):
                return f"with the whole clause that is offered to {name}, "
    return ""


def _left_of_it(site: Site, source: SourceText, number: int, whole: list[Span]) -> Iterator[str]:
    """Entries for what would be left over of words that are set aside."""
    passages, item = source.passages, source.record.set_aside[number]
    if any("reason" in d.words and d.path == source.where.path for d in site.topic.doubts):
        item = item.model_copy(update={"reason": "background"})  # whose own cannot be read
    others = [
        span
        for i, (_, placed) in enumerate(site.evidence.aside[source.id])
        for span in (placed.spans if i != number and isinstance(placed, Placed) else ())
    ]
    covered = Cover([*_stated(site)[source.id], *site.saying[source.id].spans, *others])
    runs = (
        [r for w in whole for r in left_over(passages, w, covered)] if item.what != "number" else []
    )
    known = Cover([*number_spans(site)[source.id], *meant(site, source), *others, *runs])
    numbers = [n for n in Cover(whole).common(passages.numbers) if not known.touches(n)]
    for n, run in enumerate(runs):
        yield entry(source, run, "clause", item if n == 0 else item.model_copy(update=_NO_WORDS))
    for one in numbers:
        yield entry(source, one, "number")
    if item.what in ("sentence", "clause"):
        others += (Span(run.start, run.end) for run in runs)
        quoted = Cover([*site.spans("text")[source.id], *others])
        for one in Cover(whole).common(passages.quoted):
            alone = [w for w in passages.words_in(*one) if not quoted.covers_middle_of(w)]
            if alone:
                like = item if not (runs or numbers) else None
                yield quotation_aside(site, source, Span(alone[0].start, alone[-1].end), like)


def _set_aside_whole(source: SourceText, what: str, placed: Placed) -> list[Span]:
    """The sentences, quotation or numbers that some words of a source set aside."""
    span, passages = Span(placed.spans[0].start, placed.spans[-1].end), source.passages
    if what == "clause":
        return [span] if len(placed.spans) == 1 else []
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
        known = source.record.sha256
        if source.sha256 != known:
            line = source.where.line("sha256" if known else "rights")
            message = f"{source.path} is not {'the text that was ' if known else ''}sealed"
            help = (
                "restore the text; or, if it was changed on purpose, put this in the line's place"
                if known
                else "put this line into the record: from then on the text cannot change unnoticed"
            )
            problem = Problem(source.where.path, line, message, help)
            yield problem._replace(paste=f"sha256: {source.sha256}\n")


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
