"""The rules on exact words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..text.clauses import condition_left_out, left_out, left_unmarked
from ..text.folding import fold
from ..text.offices import describes
from ..text.passages import Passages
from ..text.spans import Cover
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation, Person
from ..topic.apparatus import Reference
from ..topic.evidence import MENTION, NOT_PLAIN, Fault, Placed, attributes, is_short
from ..topic.model import Term
from ..topic.problems import Problem
from ..topic.record import PLACE, Named, Record, Selector
from ..topic.resolve import mention_of
from ..topic.roles import SOURCE, Key, values
from ..topic.site import Site
from ..topic.topic import SourceText
from .common import describe, names_of, of_class, sentences_around
from .offered import fault_of, line_of, over_bound, whole_of
from .quoted_part import left_out_of_quotations
from .registry import rule
from .voices import in_cases

_BEFORE = 12  # words that tell which of several places is meant
_ALIKE = 0.6  # of their letters: what is highlighted was meant to be these words
_ARTICLE = 3  # letters: the, die, une
_DIGIT = re.compile(r"\d")
_GOES_ON = re.compile(  # a list of what a number counts
    r"(?:,\s[\w-]+)*,?\s(?:and|or|und|oder|et|ou)\s(?!an?\b|the\b|its\b|their\b|ein|une?\b|\d)\w"
)


@rule(whole=False)
def exact_words(site: Site) -> Iterator[Problem]:
    """Every text, evidence and attributed_by appears in its source word for word, once, as whole
    words with their punctuation; white space, Unicode composition, the shape of quotation marks and
    soft hyphens aside. A date_text or author_description appears in the sentences that those words
    are in."""
    told: set[str] = set()  # the files that do not name their source, the records with another
    for name, key, selector, fault in site.evidence.faults:
        if fault.source is None:
            if not site.topic.sources or site.topic.where[name].path in told:
                # no source can be read, which is the fault to fix, or this was said of this file
                continue
            told.add(site.topic.where[name].path)
        elif fault.elsewhere and fault.source in site.topic.sources:
            if name not in told:
                told.add(name)
                yield _of_another(site, name, key, selector, fault)
            continue
        elif fault.source not in site.topic.sources and selector.source != fault.source:
            continue  # of a record's own source known_ids says it
        elif fault.source not in site.topic.sources and _is_unread(site, fault.source):
            continue  # which is the fault to fix
        source = site.topic.sources.get(fault.source or "")
        place = describe(source, fault.at) if source and fault.at >= 0 else ""
        record, help, paste = site.topic.records[name], fault.help, ""
        if fault.source is None and fault.elsewhere:
            help, paste = "begin the file with this line", f"source: {fault.elsewhere}\n"
        near = fault.nearest
        if source and isinstance(record, Named) and is_short(key, selector):
            near, help, paste = _to_mention(site, source, record, key, selector.exact)
        elif source and fault.twice:
            paste = "".join(with_words_before(source.passages, selector.exact, str(key[0])))
            help += "; for the first of these places:" if paste else ""
        problem = site.problem(name, key, fault.message, help, selector.exact, near, place)
        yield problem._replace(paste=paste)
    yield from _verbatim(site)


def _of_another(site: Site, name: str, key: Key, selector: Selector, fault: Fault) -> Problem:
    """Says that the words of a record are those of another source, and with which line."""
    message = f'the words are not in the source "{fault.source}", but in "{fault.elsewhere}"'
    help = f"put this line into the record, or all of it into a file of {fault.elsewhere}"
    problem = site.problem(name, key, message, help, selector.exact)
    return problem._replace(paste=f"    source: {fault.elsewhere}\n")


def _to_mention(
    site: Site, source: SourceText, record: Named, key: Key, written: str
) -> tuple[str, str, str]:
    """How to place what only names somebody or something: the words nearest to those written, what
    to do, and the lines to put there. Never by the name of another; where a name says what somebody
    is, by as much of it as the source has."""
    passages, other = source.passages, _other_called(site, record, written)
    named = (first_of(passages, name) for name in _names(record))
    words = next(filter(None, named), "") or _said_to_be(passages, record)
    instead = words or ("" if other else first_of(passages, written))
    if not instead and other:
        return "", f'leave this record out: "{other}" is called so, and nothing names this one', ""
    if not instead:
        help = "write mention: with its name as the source has it, and add that to alternate_names"
        return "", help, ""
    help = f"put this in the place of {key[0]}:"
    help += "" if words else ", and add this name to alternate_names"
    near = instead if key[0] == MENTION else ""
    return near, help, "".join(with_words_before(passages, instead, MENTION))


def _said_to_be(passages: Passages, record: Named) -> str:
    """As many of the first words of a name that only says what somebody is (a supporter of X) as a
    source has; empty for any other name."""
    words = fold(record.name).split() if isinstance(record, Person) else []
    if not words or not describes(" ".join(words)):
        return ""
    heads = (" ".join(words[:i]) for i in range(len(words) - 1, 0, -1))
    some = (head for head in heads if len(head) > _ARTICLE)
    return next(filter(None, (first_of(passages, head) for head in some)), "")


def _other_called(site: Site, record: Named, words: str) -> str:
    """Another that is called by some words, which are no whole name of this one; empty if none."""
    bare = _bare(words)
    if bare in map(_bare, _names(record)):
        return ""
    known = site.topic.records.items()
    others = ((n, r) for n, r in known if r is not record and isinstance(r, Named) and not r.draft)
    return next((n for n, other in others if bare in map(_bare, _names(other))), "")


def first_of(passages: Passages, name: str) -> str:
    """A name as a source has it, whatever its capitals, where no mark is attached to it or else
    where it has it first; empty where it has none."""
    found = re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", passages.folded, re.I)
    forms = dict.fromkeys(match.group() for match in found)
    spans = sorted(span for form in forms for span in passages.slices(form))
    whole = [passages.widened(*span) for span in spans]
    bare = [span for span in spans if span in whole]
    return passages.words(*(bare or whole)[0]) if whole else ""


def with_words_before(passages: Passages, words: str, field: str) -> Iterator[str]:
    """The lines of a field with words of a source, where they stand first, and as many before them
    as tell them from all the same."""
    exact, spans = json.dumps(words, ensure_ascii=False), passages.find(words)
    if len(spans) < 2:
        yield f"    {field}: {exact if NOT_PLAIN.search(words) else words}\n"
        return
    before = [*passages.words_in(0, spans[0][0].start)]
    for first in before[: -_BEFORE - 1 : -1]:
        prefix = passages.words(first.start, before[-1].end)
        if len(passages.find(words, prefix)) == 1:
            yield f"    {field}:\n      - exact: {exact}\n"
            yield f"        prefix: {json.dumps(prefix, ensure_ascii=False)}\n"
            return


def _is_unread(site: Site, source: str) -> bool:
    return (site.topic.root / f"seeds/sources/{source}.yml").is_file()


def _verbatim(site: Site) -> Iterator[Problem]:
    """What else is a source's words: they appear in the sentences of the record's evidence."""
    for name, record in site.topic.records.items():
        for key, words, spec in values(record, SOURCE):
            if not isinstance(words, str) or record.draft or not site.evidence.placed[name]:
                continue
            if words != words.strip() or not any(
                stands_in(fold(words), s) for s in sentences_around(site, name)
            ):
                yield site.problem(
                    name,
                    key,
                    f"{spec.name} is not in the sentences of this record's evidence",
                    "copy the source's words, or cite the sentence that has them",
                    words,
                )


@rule(whole=False)
def whole_clauses(site: Site) -> Iterator[Problem]:
    """A piece of evidence is an unbroken clause with its subject, its verb and the words beside it
    that say whose it is: it begins and ends where a clause does, and so does what its one […], if
    it has one, leaves out. Words that attribute a quotation may stop before the clause does. What
    is highlighted in a piece is in it."""
    for name, places in site.evidence.placed.items():
        for key, placed in places.items() if not site.topic.records[name].draft else ():
            if key[0] == MENTION:
                continue
            marked = (words for words in placed.highlight if fold(words) not in fold(placed.exact))
            for words in marked:
                message = "these words are highlighted, and are not in the piece of evidence"
                near = _nearest_in(words, placed.exact)
                yield site.problem(name, key, message, "copy them from it", words, near)
            if key[0] == "text":
                continue
            if fault := fault_of(site, key, placed):
                span = whole_of(site, key, placed)
                passages = site.topic.sources[placed.source].passages
                whole = passages.words(*span)
                told = _no_clause(site.topic.records[name], fault, placed, whole)
                problem = site.problem(name, key, *told)
                left = [] if attributes(key) else left_out(passages, placed.spans)
                yield problem._replace(
                    message=problem.message + (f', with "{left[0]}" in it' if left else ""),
                    help=problem.help + over_bound(site, placed.source, span),
                    paste=line_of(site, name, key, placed, whole),
                )


def _nearest_in(words: str, exact: str) -> str:
    """As many words of a piece of evidence as are most like some; empty where none are."""
    asked, held = words.split(), exact.split()
    runs = [" ".join(held[i : i + len(asked)]) for i in range(len(held) - len(asked) + 1)]
    near = get_close_matches(words, runs, 1, _ALIKE)
    return near[0] if near else ""


def _no_clause(record: Record, fault: str, placed: Placed, whole: str) -> tuple[str, ...]:
    """What is told of words that are no clause: what is wrong, how to fix it, the words, and those
    of the whole clause."""
    named = isinstance(record, Named) and _bare(placed.exact) in map(_bare, _names(record))
    if named:
        help = f"write mention: {placed.exact} in the place of evidence:"
        return "this is a name, and says nothing", help, placed.exact
    help = "take the whole clause, as above; one […] may leave out a clause within it;"
    help += " only what is set aside may be less"
    help += "; a mere name is a mention:" if record.only_names else ""
    help += "; put all of it in straight marks for YAML" if NOT_PLAIN.search(whole) else ""
    return f"these words {fault}", help, placed.exact, whole


@rule(whole=False)
def named_in_source(site: Site) -> Iterator[Problem]:
    """A person, an organisation or a term has a mention or evidence, not both. A mention is its
    name or an alternate one, or words of these, as the source has them, and is not what another is
    called, if it is less than the whole name."""
    for record in site.topic.records.values():
        if not isinstance(record, Named):
            continue
        mentioned = site.evidence.of(record.id, MENTION)
        unread = record.id in site.topic.doubtful and not record.mention and not record.evidence
        if bool(record.mention) == bool(record.evidence) and not unread:
            source = site.topic.sources.get(site.topic.source_of(record) or "")
            problem = site.problem(
                record.id,
                (MENTION,) if record.mention else (),
                f'"{record.id}" has both a mention and evidence'
                if record.mention
                else f'nothing places "{record.id}" in a source',
                PLACE,
            )
            lines = mention_of(record, source) if source and not record.mention else ""
            if not lines and not record.mention and (where := _in_a_reference(site, record)):
                help = "who is only in a reference gets no record: name them on a page, and cite"
                problem = problem._replace(
                    message=f'no source names "{_names(record)[0]}"', help=f"{help} [^{where}]"
                )
            yield problem._replace(paste=lines)
        names = {_bare(name) for name in _names(record)}
        if isinstance(record, Organisation):
            names |= {_bare(name) for name in in_cases(site, names_of(record))}
        for i, placed in enumerate(mentioned):
            words = _bare(placed.exact)
            if other := _other_called(site, record, placed.exact):
                message = f'this mention is what "{other}" is called, and no whole name of this one'
                help = "take words that name this one, or leave the record out"
                yield site.problem(record.id, (MENTION, i), message, help, placed.exact)
            elif len(words) < 2 or not any(stands_in(words, name) for name in names):
                yield site.problem(
                    record.id,
                    (MENTION, i),
                    "this mention is none of its names",
                    "take only the name; or add the words to alternate_names",
                    placed.exact,
                )


def _in_a_reference(site: Site, record: Named) -> str:
    """The reference that names what is in no source; empty if there is none."""
    names = [fold(name) for name in _names(record)]
    texts = [source.passages.folded for source in site.topic.sources.values()]
    if not names or any(stands_in(name, text) for name in names for text in texts):
        return ""
    for one in of_class(site, Reference):
        said = fold(f"{one.title} {one.publisher} {one.author or ''} {one.confirms}")
        if any(stands_in(name, said) for name in names):
            return one.id
    return ""


def _bare(name: str) -> str:
    """A name without its article, its genitive and the marks attached to it."""
    folded = fold(name).casefold().strip(" .,;:!?\"'()").removesuffix("'s")
    article, _, rest = folded.partition(" ")
    return rest if rest and len(article) <= _ARTICLE else folded


def _names(record: Named) -> list[str]:
    if isinstance(record, Agent):
        return names_of(record)
    return [record.term, *record.alternate_names] if isinstance(record, Term) else []


@rule(whole=False)
def no_dropped_negation(site: Site) -> Iterator[Problem]:
    """Words of a source leave out none that turns, weakens or conditions what they say (not, no,
    likely, if …), nor what says whose they are (according to, said): in a gap, however long, or
    before them in their clause; nor a condition right before or behind them. A quotation keeps
    what turns it round, and on a page what weakens it, and a clause the condition or the bound
    right behind it (unless, until, except), or the words around it there say so; what only names
    somebody needs none of this. What is highlighted is held to the same, and has all that its
    number counts, where the sentence lists it."""
    for name, places in site.evidence.placed.items():
        record = site.topic.records[name]
        for key, placed in places.items() if not record.draft else ():
            passages = site.topic.sources[placed.source].passages
            said = key[0] == "text"
            left = left_out(passages, placed.spans, hedges=not said)
            if left and (said or not record.only_names) and key[0] != MENTION:
                if not fault_of(site, key, placed):  # whose whole clause has it
                    yield _dropped(site, name, key, placed, left[0])
            elif (said or not record.only_names) and key[0] != MENTION:
                yield from _unconditioned(site, name, key, placed)
                yield from _marked_alone(site, name, key, placed)
    yield from left_out_of_quotations(site)


def _dropped(site: Site, name: str, key: Key, placed: Placed, word: str) -> Problem:
    """The problem of words that leave out one that turns or weakens them, with those that keep
    it."""
    message = f'these words leave out "{word}", without which they may say something else'
    if key[0] == "text":
        return site.problem(
            name, key, message, "begin before it, or keep it: take the whole clause", placed.exact
        )
    span = whole_of(site, key, placed)
    whole = site.topic.sources[placed.source].passages.words(*span)
    help = "take the words that have it too, as above" + over_bound(site, placed.source, span)
    problem = site.problem(name, key, message, help, placed.exact, whole)
    return problem._replace(paste=line_of(site, name, key, placed, whole))


def _unconditioned(site: Site, name: str, key: Key, placed: Placed) -> Iterator[Problem]:
    """The problem of words whose condition no words of their part of the record have."""
    passages = site.topic.sources[placed.source].passages
    found = condition_left_out(passages, placed.spans[0].start, placed.spans[-1].end)
    others = [p for k, p in site.evidence.placed[name].items() if k[:-1] == key[:-1]]
    kept = Cover(s for p in others if p.source == placed.source for s in p.spans)
    if not attributes(key) and found and not kept.touches(found):
        yield site.problem(
            name,
            key,
            "these words leave out the condition right beside them",
            "take the words from if, unless … on too",
            placed.exact,
            passages.words(passages.sentence_at(found.start).start, found.end)[-160:],
        )


def _marked_alone(site: Site, name: str, key: Key, placed: Placed) -> Iterator[Problem]:
    """The problems of what is highlighted without the words that turn it round."""
    passages, places = site.topic.sources[placed.source].passages, Cover(placed.spans)
    marked = [
        place
        for words in placed.highlight
        for place in passages.slices(words)
        if places.touches(place)
    ]
    left = left_unmarked(passages, marked)
    for place in marked:
        text, rest = (passages.text[a:b] for a, b in (place, (place.end, placed.spans[-1].end)))
        if _DIGIT.search(text) and _GOES_ON.match(rest):
            left.append(rest.strip(" ,")[:40])
    if left:
        yield site.problem(
            name,
            (*key, "highlight"),
            f'what is highlighted leaves out "{left[0]}", without which it may say something else',
            "highlight it too",
            "; ".join(placed.highlight),
        )
