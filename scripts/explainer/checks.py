"""The rules on records and sources. One rule, one generator; its docstring is the rule in words.

Rules read the model and know no topic. They yield Problems and print nothing. The rules on the
editors' pages are in ``prose`` and ``markup``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import partial
from itertools import combinations, islice, pairwise
from typing import Any, NamedTuple

from .content import ALL_WORDS, NAMING, Site
from .evidence import Fault, Placed
from .languages import language
from .load import SourceText, Where
from .model import NOT_STATED, Comparison, Figure, Quote, Record, Reference
from .numbers import read_number
from .passages import GAP, Cover, Passages, Span, fold
from .problems import Problem, in_order


class Rule(NamedTuple):
    """A rule. One that needs the ``whole`` site is not run while some file cannot be read."""

    name: str
    text: str
    whole: bool
    run: Callable[[Site], Iterator[Problem]]


RULES: list[Rule] = []
_WORDS = re.compile(r"\w+")
_AGENT = ("people", "organisations")


def rule(
    whole: bool,
) -> Callable[[Callable[[Site], Iterator[Problem]]], Callable[[Site], Iterator[Problem]]]:
    """Add a generator to the rules; its name and docstring are the rule's."""

    def add(run: Callable[[Site], Iterator[Problem]]) -> Callable[[Site], Iterator[Problem]]:
        RULES.append(Rule(run.__name__.replace("_", "-"), (run.__doc__ or "").strip(), whole, run))
        return run

    return add


def check(site: Site) -> list[Problem]:
    """Every problem that any rule finds, in the order of files and lines."""
    return in_order(
        problem._replace(rule=one.name)
        for one in RULES
        if site.topic.whole or not one.whole
        for problem in one.run(site)
    )


def at(site: Site, name: str, *key: str | int) -> tuple[str, int]:
    """The file and line of a record's field."""
    where = site.topic.where[name]
    return where.path, where.line(*key)


# --- words ----------------------------------------------------------------------------------------


@rule(whole=False)
def exact_words(site: Site) -> Iterator[Problem]:
    """Every text, evidence and attributed_by stands in its source word for word, once, as whole
    words with their punctuation; white space, Unicode composition, the shape of quotation marks and
    soft hyphens aside. A date_text or author_description stands in the sentences that those words
    are in.
    """
    told: set[str] = set()  # the files of which it was said that they do not name their source
    for name, key, selector, fault in site.evidence.faults:
        if fault.source is None:
            if not site.topic.sources or site.topic.where[name].path in told:
                # no source can be read, which is the fault to mend, or this was said of this file
                continue
            told.add(site.topic.where[name].path)
        elif (
            fault.source not in site.topic.sources
            and (site.topic.root / f"seeds/sources/{fault.source}.yml").is_file()
        ):
            continue  # that source cannot be read, which is the fault to mend
        source = site.topic.sources.get(fault.source or "")
        place = _place(source, fault.at) if source and fault.at >= 0 else ""
        yield Problem(
            *at(site, name, *key),
            fault.message,
            fault.help,
            "",
            selector.exact,
            fault.nearest,
            place,
        )
    for name, record in site.topic.records.items():
        for field in ("date_text", "author_description"):
            words = (
                getattr(record, field, None)
                if site.evidence.placed[name] and not record.draft
                else None
            )
            if words and (
                words != words.strip()
                or not any(stands_in(fold(words), s) for s in _sentences_of(site, name))
            ):
                yield Problem(
                    *at(site, name, field),
                    f"{field} does not stand in the sentences of this record's evidence",
                    "copy the source's words, or cite the sentence that has them",
                    "",
                    words,
                )


@rule(whole=False)
def nothing_turned_round(site: Site) -> Iterator[Problem]:
    """What […] leaves out is not just the word that turns a sentence round (not, no, never …): of
    six words or fewer none is one, nor are they part of one.
    """
    for name, places in site.evidence.placed.items():
        for key, placed in places.items():
            passages = site.topic.sources[placed.source].passages
            for a, b in pairwise(placed.spans):
                left = fold(passages.text[a.end : b.start])
                words = re.findall(r"\w+", left.lower())
                if len(words) <= 6 and (
                    passages.language.negations & set(words) or re.search(r"n't\b", left)
                ):
                    yield Problem(
                        *at(site, name, *key),
                        f'{GAP} leaves out "{left}", without which these words may say the'
                        " contrary",
                        "keep the words",
                        "",
                        placed.exact,
                    )


@rule(whole=False)
def quoted_in_source(site: Site) -> Iterator[Problem]:
    """The text of a spoken, written or shared quotation stands inside quotation marks in the
    source.
    """
    for quote in _of(site, Quote):
        for i, placed in enumerate(site.evidence.of(quote.id, "text")):
            start, end = placed.spans[0].start, placed.spans[-1].end
            quoted = site.topic.sources[placed.source].passages.quotation_at(start, end)
            if not quoted or quoted.start > start or quoted.end < end:
                yield Problem(
                    *at(site, quote.id, "text", i),
                    "these words do not stand inside one pair of quotation marks in the source",
                    "take the outer marks away; quote only what the source quotes, and make it a"
                    " claim otherwise",
                    "",
                    placed.exact,
                )


@rule(whole=True)
def every_quotation(site: Site) -> Iterator[Problem]:
    """All that a source puts in quotation marks is the text of a quotation, or set aside as a
    quotation or with its sentence.
    """
    used = site.spans("text")
    for source in site.topic.sources.values():
        covered = Cover([*used[source.id], *_aside(site, source, "quotation")])
        for passage in source.passages.quoted:
            if left := [w for w in source.passages.words_in(*passage) if not covered.has(w)]:
                yield Problem(
                    source.path,
                    source.passages.line_at(left[0].start),
                    f"no record has this quotation ({_place(source, left[0].start)})",
                    "make it a quote, or set it aside with what: quotation, a reason and a note",
                    "",
                    source.passages.words(left[0].start, left[-1].end),
                )


@rule(whole=False)
def speaker_given(site: Site) -> Iterator[Problem]:
    """A spoken or written quotation has a speaker. A shared one has an author and somebody who
    shared it, two different things, and no speaker.
    """
    for quote in _of(site, Quote):
        here = partial(at, site, quote.id)
        if quote.kind != "shared":
            if not quote.speaker and not quote.draft:
                yield Problem(
                    *here(),
                    f'"{quote.id}" has no speaker',
                    "add a line speaker: with the id of a person or organisation",
                )
            if quote.author or quote.shared_by:
                yield Problem(
                    *here("author" if quote.author else "shared_by"),
                    "only what was shared has an author and a sharer",
                    "use speaker:, or kind: shared",
                )
            continue
        if quote.speaker:
            yield Problem(
                *here("speaker"),
                "what somebody shared is not their own words",
                "take speaker: away; use author: and shared_by:",
            )
        if not (quote.author and quote.shared_by):
            missing = "sharer" if quote.author else "author"
            yield Problem(
                *here(),
                f'"{quote.id}" was shared, but its {missing} is missing',
                "add author: (an id or not_stated) and shared_by:",
            )
        elif quote.author == quote.shared_by:
            yield Problem(
                *here("shared_by"),
                "author and sharer are the same",
                "use kind: written and speaker:",
            )


@rule(whole=False)
def pieces_together(site: Site) -> Iterator[Problem]:
    """The pieces of a quotation follow one another, and the words that attribute it stand in the
    same paragraph or a neighbour.
    """
    for quote in _of(site, Quote):
        text = site.evidence.of(quote.id, "text")
        for placed in site.evidence.of(quote.id, "attributed_by"):
            if text and (
                placed.source != text[0].source
                or not any(abs(placed.paragraph - t.paragraph) <= 1 for t in text)
            ):
                message = (
                    f"these words stand in paragraph {placed.paragraph}, the quotation in paragraph"
                    f" {text[0].paragraph}"
                )
                yield Problem(
                    *at(site, quote.id, "attributed_by"),
                    message,
                    "attribute a quotation by words in the same paragraph or a neighbour",
                    "",
                    placed.exact,
                )
        for i, (a, b) in enumerate(pairwise(text), 1):
            if a.source != b.source or b.spans < a.spans or b.paragraph > a.paragraph + 1:
                help = "give the pieces in their order; make two quotations of what was said apart"
                yield Problem(
                    *at(site, quote.id, "text", i),
                    "these words do not follow those of the piece before",
                    help,
                    "",
                    b.exact,
                )


@rule(whole=False)
def whose_words(site: Site) -> Iterator[Problem]:
    """The words that attribute a quotation name nobody else instead, nor, where they name no
    person, those right beside them; where they say that somebody shared it, it is a shared one.
    """
    names: dict[str, list[tuple[str, str]]] = defaultdict(
        list
    )  # the last word of a name, to the names and whose they are
    for agent in (a for kind in _AGENT for a in site.topic.of_kind(kind)):
        for name in _names(agent):
            names[_WORDS.findall(name)[-1]].append((name, agent.id))
    for quote in _of(site, Quote):
        where, shared = at(site, quote.id, "attributed_by"), quote.kind == "shared"
        text, said = site.evidence.of(quote.id, "text"), site.evidence.of(quote.id, "attributed_by")
        beside = " ".join(
            _beside(site.topic.sources[placed.source].passages, placed, text) for placed in said
        )
        who = quote.shared_by if shared else quote.speaker
        for words in (
            fold(" ".join(placed.exact for placed in said)),
            beside,
        ):  # what they say themselves counts first
            named = {
                whose
                for word in _WORDS.findall(words)
                for name, whose in names.get(word, ())
                if stands_in(name, words)
            }
            if others := sorted(n for n in named if site.topic.kinds[n] == "people"):
                break
        if others and who and who not in named:
            yield Problem(
                *where,
                f"these words, or those right beside them, name {', '.join(others)}, not {who}",
                "check whose words these are",
                "",
                beside,
            )
        words = " ".join(placed.exact for placed in said)
        sharing = (
            site.topic.sources[said[0].source].passages.language.sharing
            & set(_WORDS.findall(words.lower()))
            if said
            else set()
        )
        if sharing and not shared and not quote.draft:
            help = (
                "use kind: shared, with author: and shared_by:; leave the word out with […] where"
                " they added words of their own"
            )
            yield Problem(
                *where,
                f'"{min(sharing)}" says that somebody passed on the words of somebody else',
                help,
                "",
                words,
            )


@rule(whole=True)
def who_says_so(site: Site) -> Iterator[Problem]:
    """Those to whom a record ascribes something (speaker, holder, attribution), who took part in it
    or whom it is about, and where and through whom it was said: they, or somebody who belongs to
    them, are named near its words, in the paragraph of some of them or the one before or after.
    They need not be for what stands in their own quotation, nor the source itself. A claim of kind
    claim says whose it is.
    """
    topic = site.topic
    themselves = {fold(source.record.label).casefold() for source in topic.sources.values()}
    names: dict[str, list[str]] = defaultdict(list)
    for agent in (a for kind in _AGENT for a in topic.of_kind(kind)):
        for one in {
            agent.id,
            getattr(agent, "affiliation", None),
            getattr(agent, "parent", None),
        } - {None}:
            names[one] += _names(agent)
    said: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quote in topic.of_kind("quotes"):
        for placed in site.evidence.of(quote.id, "text"):
            said[quote.speaker or quote.author, placed.source] += placed.spans
    theirs = {key: Cover(spans) for key, spans in said.items()}
    paragraphs = {
        name: source.passages.folded.split("\n") for name, source in topic.sources.items()
    }
    for name, record in topic.records.items():
        if record.draft:
            continue
        ascribed = [
            ((field,), agent)
            for field in ("speaker", "holder", "said_via", "reported_by")
            if (agent := getattr(record, field, None))
        ]
        ascribed += [
            ((field, i), agent)
            for field in ("attribution", "participants", "about")
            for i, agent in enumerate(getattr(record, field, ()))
        ]
        ascribed += [
            (("cells", option, "attribution"), agent)
            for option, cell in getattr(record, "cells", {}).items()
            for agent in cell.attribution
        ]
        evidence = site.evidence.of(name)
        near = {
            (placed.source, number)
            for placed in evidence
            for number in range(placed.paragraph - 2, placed.paragraph + 1)
        }
        words = "\n".join(
            paragraphs[source][number]
            for source, number in sorted(near)
            if 0 <= number < len(paragraphs[source])
        )
        for key, agent in ascribed:
            if (
                not near
                or topic.kinds.get(agent) not in _AGENT
                or topic.records[agent].draft
                or fold(topic.records[agent].name).casefold() in themselves
            ):  # type: ignore[attr-defined]
                continue
            own = any(
                (agent, p.source) in theirs and theirs[agent, p.source].touches(span)
                for p in evidence
                for span in p.spans
            ) and key[0] in ("holder", "attribution", "cells")
            if not own and not any(stands_in(one, words) for one in names[agent]):
                yield Problem(
                    *at(site, name, *key),
                    f'nothing near these words names "{agent}"',
                    "check who says so; if it is right, add the words that name them to the"
                    " evidence, or the name used there to alternate_names",
                )
        said_by_nobody = (
            [("kind",)]
            if topic.kinds[name] == "claims" and record.kind == "claim" and not record.attribution
            else []
        )  # type: ignore[attr-defined]
        said_by_nobody += [
            ("cells", option, "kind")
            for option, cell in getattr(record, "cells", {}).items()
            if cell.kind == "claim" and not cell.attribution
        ]
        for key in said_by_nobody:
            yield Problem(
                *at(site, name, *key),
                "a claim of kind claim is somebody's",
                "add attribution: with their id, or choose another kind",
            )


@rule(whole=True)
def every_sentence(site: Site) -> Iterator[Problem]:
    """Every sentence of a source is touched by the words of a record that says something, or set
    aside with a reason. A person, an organisation or a term only names what a sentence is about.
    """
    used = site.spans(*ALL_WORDS, but=NAMING)
    for source in site.topic.sources.values():
        covered = Cover([*used[source.id], *_aside(site, source, "sentence")])
        for sentence in source.passages.sentences:
            words = [
                *source.passages.words_in(sentence.start, sentence.end)
            ]  # none in a row of asterisks
            if words and not any(map(covered.has, words)):
                text = source.passages.words(sentence.start, sentence.end)
                yield Problem(
                    source.path,
                    source.passages.line_at(sentence.start),
                    f"nothing uses this sentence ({_place(source, sentence.start)})",
                    "record a fact with words of it as evidence, or set it aside with what:"
                    " sentence, a reason and a note",
                    "",
                    text if len(text) <= 160 else f"{text[:160]} …",
                )


@rule(whole=True)
def needless_set_aside(site: Site) -> Iterator[Problem]:
    """What is set aside is in the source, is what it is said to be, and no record uses it."""
    texts, saying, numbers = (
        site.spans("text"),
        site.spans(*ALL_WORDS, but=NAMING),
        _number_spans(site),
    )
    for source in site.topic.sources.values():
        passages = source.passages
        candidates = {"quotation": passages.quoted, "number": passages.numbers}
        used = {
            "quotation": Cover(texts[source.id]),
            "sentence": Cover(saying[source.id]),
            "number": Cover(numbers[source.id]),
        }
        aside: dict[str, set[tuple[int, int]]] = {what: set() for what in used}
        for i, (item, placed) in enumerate(site.evidence.aside[source.id]):
            line = source.where.line("set_aside", i)
            if isinstance(placed, Fault):
                yield Problem(
                    source.where.path,
                    line,
                    placed.message,
                    placed.help,
                    "",
                    item.exact,
                    placed.nearest,
                    _place(source, placed.at) if placed.at >= 0 else "",
                )
                continue
            span = Span(placed.spans[0].start, placed.spans[-1].end)
            inside = (
                passages.sentences_of(span)
                if item.what == "sentence"
                else [c for c in candidates[item.what] if c[0] < span.end and span.start < c[1]]
            )
            whole = (
                [(span.start, span.end)]
                if item.what == "quotation"
                else [(c[0], c[1]) for c in inside]
            )
            if not inside:
                yield Problem(
                    source.where.path,
                    line,
                    f"there is no {item.what} in what is set aside",
                    "set aside a whole one, or change what:",
                    "",
                    item.exact,
                )
            elif any(used[item.what].touches(Span(*w)) or w in aside[item.what] for w in whole) or (
                item.what == "quotation"
                and any(a < span.end and span.start < b for a, b in aside["quotation"])
            ):
                yield Problem(
                    source.where.path,
                    line,
                    f"this {item.what} is used by a record, or set aside already",
                    "take it away",
                    "",
                    item.exact,
                )
            aside[item.what].update(whole)


# --- numbers --------------------------------------------------------------------------------------


@rule(whole=False)
def numbers_read(site: Site) -> Iterator[Problem]:
    """A figure's value_text stands in its evidence, not inside a longer number, and reads as its
    value (and value_max).
    """
    for figure in _of(site, Figure):
        placed = site.evidence.of(figure.id, "evidence")
        if not placed:
            continue
        marks = site.topic.sources[placed[0].source].passages.language
        if figure.id not in site.evidence.numbers:
            yield Problem(
                *at(site, figure.id, "value_text"),
                "value_text does not stand in the evidence as a whole number",
                "copy the number as the source prints it, and let the evidence hold it",
                "",
                figure.value_text,
                placed[0].exact,
            )
            continue
        reading = read_number(figure.value_text, marks)
        if reading is None:
            yield Problem(
                *at(site, figure.id, "value_text"),
                f'"{figure.value_text}" cannot be read as a number',
                "write just the number, with its million, percent or to-1",
                "",
                figure.value_text,
            )
        elif reading != (figure.value, figure.value_max):
            said = f"{reading.value:f}" + (
                f" to {reading.maximum:f}" if reading.maximum is not None else ""
            )
            wrote = f"{figure.value:f}" + (
                f" to {figure.value_max:f}" if figure.value_max is not None else ""
            )
            yield Problem(
                *at(site, figure.id, "value"),
                f'value does not agree with value_text: "{figure.value_text}" reads as {said}',
                "mend the one that is wrong; a range has value_max too",
                "",
                wrote,
            )


@rule(whole=True)
def every_number(site: Site) -> Iterator[Problem]:
    """Every number in a source is a figure's value_text, or dates an event in whose evidence it
    stands, or is set aside, by itself or with its sentence.
    """
    used = _number_spans(site)
    for source in site.topic.sources.values():
        covered = Cover([*used[source.id], *_aside(site, source, "number")])
        for number in source.passages.numbers:
            if not covered.has(number):
                sentence = source.passages.sentence_at(number.start)
                context = source.passages.words(
                    max(sentence.start, number.start - 40), min(sentence.end, number.end + 40)
                )
                yield Problem(
                    source.path,
                    source.passages.line_at(number.start),
                    f'no record has the number "{source.passages.text[number.start : number.end]}"'
                    f" ({_place(source, number.start)})",
                    "make it a figure, or set it aside with what: number, a reason and a note",
                    "",
                    context,
                )


def unlike(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure, list[str]]]:
    """Pairs of figures in one unit that must not be compared, with what differs: measure,
    population or period.

    In two units nobody would compare them; in one unit readers do, unless they are told.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.unit].append(figure)
    for some in by_unit.values():
        for a, b in combinations(some, 2):
            if differ := unlike_in(a, b):
                yield a, b, differ


def unlike_in(a: Figure, b: Figure) -> list[str]:
    """In what two figures of one unit differ, so that they must not be compared."""
    return [
        f
        for f in ("measure", "population", "period")
        if a.unit == b.unit and getattr(a, f) != getattr(b, f)
    ]


# --- records --------------------------------------------------------------------------------------

_LINKS: dict[str, tuple[str, ...]] = {
    "speaker": _AGENT,
    "author": _AGENT,
    "shared_by": _AGENT,
    "said_via": ("organisations",),
    "reported_by": _AGENT,
    "affiliation": ("organisations",),
    "parent": ("organisations",),
    "holder": _AGENT,
    "attribution": _AGENT,
    "participants": _AGENT,
    "about": _AGENT,
    "references": ("references",),
    "relies_on": (*_AGENT, "references"),
}


@rule(whole=False)
def known_ids(site: Site) -> Iterator[Problem]:
    """Every id that a record, a page or a source names exists and is of the right kind, and is no
    draft unless a draft names it; subjects, topics and options stand in the settings.
    """
    topic = site.topic
    named = {o.id for o in topic.settings.options} | set(topic.settings.topics)

    def wrong(name: str, kinds: tuple[str, ...], draft: bool = False) -> tuple[str, str] | None:
        kind = topic.kinds.get(name)
        if not kind and topic.whole and name in topic.redirects:
            return f'"{name}" was removed', f"name {topic.redirects[name]}"
        if kind and topic.records[name].draft and not draft:
            return (
                f'"{name}" is a draft and cannot be named',
                "decide on the draft, and take draft: true away",
            )
        if kind in kinds or (not kinds and kind) or topic.unread(name):
            return None
        if kind:
            return (
                f'"{name}" is one of the {kind}, not of the {" or ".join(kinds)}',
                "name a record of the right kind",
            )
        known = [i for i, k in topic.kinds.items() if not kinds or k in kinds]
        return f'there is no record "{name}"', did_you_mean(name, known)

    for name, record in topic.records.items():
        where = partial(at, site, name)
        fields = [
            (f, getattr(record, f))
            for f in _LINKS
            if hasattr(record, f) and not (f == "author" and isinstance(record, Reference))
        ]
        fields += [(f, getattr(record, f)) for f in ("between", "record") if hasattr(record, f)]
        for field, value in fields:
            for i, other in enumerate(value if isinstance(value, tuple) else (value,)):
                if field == "record" and other in topic.redirects:
                    continue  # what was corrected stays on record, whatever became of it
                if other not in (None, NOT_STATED) and (
                    fault := wrong(other, _LINKS.get(field, ()), record.draft)
                ):
                    yield Problem(*where(field, i), *fault)
        for field in ("topic", "subjects"):
            value = getattr(record, field, ())
            for i, other in enumerate(value if isinstance(value, tuple) else (value,)):
                if topic.whole and other not in named:
                    yield Problem(
                        *where(field, i),
                        f'there is no topic "{other}" in the settings',
                        did_you_mean(other, named),
                    )
        if isinstance(record, Comparison):
            for option, cell in record.cells.items():
                for other in cell.attribution:
                    if fault := wrong(other, _AGENT, record.draft):
                        yield Problem(*where("cells", option, "attribution"), *fault)
    for page in topic.pages.values():
        if page.meta.person and (fault := wrong(page.meta.person, ("people",))):
            yield Problem(page.file, page.where.line("person"), *fault)
    for old, new in topic.redirects.items():
        if fault := wrong(new, ()):
            yield Problem(*at(site, old, "to"), *fault)
    for source in topic.sources.values():
        for i, other in enumerate(source.record.relies_on):
            if fault := wrong(other, _LINKS["relies_on"]):
                yield Problem(source.where.path, source.where.line("relies_on", i), *fault)


@rule(whole=False)
def whole_rows(site: Site) -> Iterator[Problem]:
    """A row of the comparison has a cell for each option, each with a statement and its evidence,
    or not_stated: true.
    """
    options = [o.id for o in site.topic.settings.options]
    for row in _of(site, Comparison):
        if site.topic.whole and sorted(row.cells) != sorted(options):
            yield Problem(
                *at(site, row.id, "cells"),
                f"the cells are {', '.join(row.cells) or 'none'}, the options"
                f" {', '.join(options) or 'none'}",
                "write one cell for each option of seeds/settings.yml",
            )
        for option, cell in row.cells.items():
            if cell.not_stated and (cell.statement or cell.evidence):
                yield Problem(
                    *at(site, row.id, "cells", option),
                    "the cell says something and not_stated too",
                    "keep one of the two",
                )
            elif not cell.not_stated and not (cell.statement and cell.evidence):
                yield Problem(
                    *at(site, row.id, "cells", option),
                    "the cell has no statement with evidence",
                    "add statement: and evidence:, or not_stated: true",
                )


@rule(whole=False)
def whole_conflicts(site: Site) -> Iterator[Problem]:
    """A conflict names two or more different records."""
    for conflict in site.topic.of_kind("conflicts"):
        if len(set(conflict.between)) < 2:
            yield Problem(
                *at(site, conflict.id, "between"),
                "a conflict is between two or more records",
                "name them by their ids",
            )


@rule(whole=False)
def real_dates(site: Site) -> Iterator[Problem]:
    """Dates are days of the calendar, and agree with the year, month, day and day of the week that
    a date_text gives (in English). Nothing had happened or been said after the date that the
    settings give; a date known from a reference names one.
    """
    records: list[tuple[Any, Where]] = [
        (record, site.topic.where[name]) for name, record in site.topic.records.items()
    ]
    records += [(source.record, source.where) for source in site.topic.sources.values()]
    for record, where in [*records, (site.topic.settings, site.topic.settings_where)]:
        for field in ("date", "date_said", "as_of", "issued"):
            value = getattr(record, field, None)
            if isinstance(value, str) and value != NOT_STATED and len(value) == 10:
                try:
                    date.fromisoformat(value)
                except ValueError:
                    yield Problem(
                        where.path, where.line(field), f"there is no day {value}", "mend the date"
                    )
        if (text := getattr(record, "date_text", None)) and (
            wrong := _other_date(text, record.date)
        ):
            yield Problem(
                where.path,
                where.line("date_text"),
                f"the date {record.date} is not {wrong}",
                "mend date, or date_text",
                "",
                text,
            )
        if getattr(record, "draft", True):
            continue
        newest = site.topic.settings.as_of
        happened = ("date",) if getattr(record, "status", "") == "happened" else ()
        for field in ("date_said", *happened):
            value = getattr(record, field, None) or NOT_STATED
            if (
                site.topic.whole
                and value != NOT_STATED
                and value[: len(newest)] > newest[: len(value)]
            ):
                yield Problem(
                    where.path,
                    where.line(field),
                    f"{value} is after {newest}, the date for which the site holds",
                    "mend the date, or as_of in seeds/settings.yml; what was to come is expected",
                )
        if getattr(record, "date_basis", "") == "reference" and not record.references:
            yield Problem(
                where.path,
                where.line("date_basis"),
                "no reference gives this date",
                "add references:, or say how else it is known",
            )


def _other_date(text: str, value: str) -> str:
    """A year, month or day of the week in words that a date, with the precision it has, does not
    have; empty if there is none.
    """
    said = set(re.findall(r"\w+", text))
    months = {
        month
        for month in month_name[1:]
        if month in said or month[:3] in said or (month == "September" and "Sept" in said)
    }
    days = {day for day in day_name if day in said or day[:3] in said}
    years = {word for word in said if re.fullmatch(r"[12]\d{3}", word)}
    if years and value[:4] not in years:
        return min(years)
    if months and len(value) > 4 and month_name[int(value[5:7])] not in months:
        return min(months)
    if (
        months
        and len(value) == 10
        and (numbers := {word for word in said if re.fullmatch(r"[0-3]?\d", word)})
        and not {value[8:], str(int(value[8:]))} & numbers
    ):
        return min(numbers)
    try:
        return (
            min(days)
            if days
            and len(value) == 10
            and day_name[date.fromisoformat(value).weekday()] not in days
            else ""
        )
    except ValueError:
        return ""


@rule(whole=False)
def decided(site: Site) -> Iterator[Problem]:
    """No placeholder of a draft is published: own words that are not_stated, a date 0000, a range
    that ends before it begins.
    """
    for name, record in site.topic.records.items():
        if record.draft:
            continue
        for field in (
            "name",
            "title",
            "description",
            "statement",
            "definition",
            "label",
            "unit",
            "measure",
            "population",
        ):
            if getattr(record, field, None) == NOT_STATED:
                yield Problem(
                    *at(site, name, field),
                    f"{field} is still to be decided",
                    "say it in your own words, or give the record draft: true again",
                )
        if getattr(record, "date", None) == "0000":
            yield Problem(
                *at(site, name, "date"),
                "the date is still to be decided",
                "write the year, month or day, as exactly as it is known",
            )
        if getattr(record, "value_max", None) is not None and record.value_max <= record.value:  # type: ignore[attr-defined]
            yield Problem(
                *at(site, name, "value_max"),
                "the range ends before it begins",
                "value is the lower end, value_max the upper",
            )


@rule(whole=True)
def told_apart(site: Site) -> Iterator[Problem]:
    """No two people, organisations, figures, events, terms, conflicts or rows of the comparison
    have the same name, so that search can tell them apart.
    """
    seen: dict[tuple[str, str], str] = {}
    for name, record in site.topic.records.items():
        for field in ("name", "label", "title", "term", "question"):
            if (value := getattr(record, field, None)) and site.topic.kinds[name] != "references":
                first = seen.setdefault((site.topic.kinds[name], fold(value)), name)
                if first != name:
                    yield Problem(
                        *at(site, name, field),
                        f'"{first}" is called the same',
                        "make the two names different",
                    )


# --- sources --------------------------------------------------------------------------------------


@rule(whole=False)
def sealed_sources(site: Site) -> Iterator[Problem]:
    """A source's text is the one that was sealed: its sha256 stands in its record."""
    for source in site.topic.sources.values():
        if source.sha256 != source.record.sha256:
            yield Problem(
                source.where.path,
                source.where.line("sha256"),
                f"{source.path} is not the text that was sealed",
                "`explainer diff` shows what changed; restore it, or seal it again on purpose:"
                f" explainer seal {source.id}",
            )


@rule(whole=True)
def share_quoted(site: Site) -> Iterator[Problem]:
    """The site publishes no more of a source's words than the settings allow (max_share_quoted);
    never the whole.
    """
    bound = site.topic.settings.max_share_quoted
    for source in site.topic.sources.values():
        share = site.shares[source.id]
        if share > bound or share == 1:
            words = source.passages.count_words()
            over = f", {math.ceil((share - bound) * words)} words too many" if share > bound else ""
            yield Problem(
                source.where.path,
                1,
                f"the site would publish {share:.1%} of the words of {source.path}{over}; the bound"
                f" is {bound:.0%}, and never the whole",
                "shorten evidence to the words that carry the fact, with […] where words can be"
                " left out",
            )


# --- what the rules share -------------------------------------------------------------------------


def _of(site: Site, kind: type) -> Iterator:
    return (r for r in site.topic.records.values() if isinstance(r, kind))


def _aside(site: Site, source: SourceText, what: str) -> list[Span]:
    """The spans that a source's record sets aside as ``what``; a sentence with the numbers and
    quotations in it.
    """
    spans: list[Span] = []
    for item, placed in site.evidence.aside[source.id]:
        if isinstance(placed, Placed) and item.what == what:
            spans += placed.spans
        elif isinstance(placed, Placed) and item.what == "sentence":
            spans += [
                Span(s.start, s.end)
                for span in placed.spans
                for s in source.passages.sentences_of(span)
            ]
    return spans


def _sentences_of(site: Site, name: str) -> Iterator[str]:
    """The sentences of a source, folded, that a record's words are in."""
    for placed in site.evidence.of(name):
        passages = site.topic.sources[placed.source].passages
        sentences = passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end))
        yield fold(passages.text[sentences[0].start : sentences[-1].end])


def _number_spans(site: Site) -> dict[str, list[Span]]:
    """The numbers that records account for: value_text of figures, and what dates an event in its
    evidence: its date_text, the year of its date, and, where no date_text is given, the day.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for figure in site.topic.of_kind("figures"):
        if place := site.evidence.numbers.get(figure.id):
            found[place[0]].append(place[1])
    for event in site.topic.of_kind("events"):
        words = re.compile(r"\s+".join(map(re.escape, (event.date_text or "\0").split())))
        year, _, day = (*event.date.split("-"), "", "")[:3]
        dates = {int(part) for part in (year, "" if event.date_text else day) if part}
        for placed in site.evidence.of(event.id):
            passages = site.topic.sources[placed.source].passages
            for span in placed.spans:
                found[placed.source] += [
                    Span(*match.span()) for match in words.finditer(passages.text, *span)
                ]
                for number in passages.numbers[
                    bisect_left(passages.numbers, (span.start,)) : bisect_left(
                        passages.numbers, (span.end,)
                    )
                ]:
                    printed = passages.text[number.start : number.end]
                    day = len(printed) < 3 and passages.language is language(
                        "en"
                    )  # a day stands beside its month, and other things are counted too
                    if (
                        printed.isdecimal()
                        and int(printed) in dates
                        and (not day or beside_a_month(passages.text, number, 3))
                    ):
                        found[placed.source].append(number)
    return found


def beside_a_month(text: str, number: tuple[int, int], letters: int = 20) -> bool:
    """Whether the name of a month, or its first few ``letters``, stands right before or behind a
    number.
    """
    beside = text[max(number[0] - 12, 0) : number[0]] + "|" + text[number[1] : number[1] + 14]
    return any(month[:letters] in beside for month in month_name[1:])


def _place(source: SourceText, offset: int) -> str:
    sentence = source.passages.sentence_at(offset)
    return (
        f"{source.path}:{source.passages.line_at(offset)}, paragraph {sentence.paragraph}, sentence"
        f" {sentence.number}"
    )


def _names(agent: Record) -> list[str]:
    names = [fold(name) for name in (agent.name, *agent.alternate_names)]  # type: ignore[attr-defined]
    return [name for name in [*names, names[0].split()[-1]] if _WORDS.search(name)]


def _beside(passages: Passages, placed: Placed, quoted: list[Placed]) -> str:
    """The words that attribute a quotation, folded, with the word on either side of them in their
    sentence that is not quoted; and with all up to the quotation where it follows.
    """
    start, end = placed.spans[0].start, placed.spans[-1].end
    sentences = passages.sentences_of(Span(start, end))
    before, after = (
        [*passages.words_in(sentences[0].start, start)][-1:],
        islice(passages.words_in(end, sentences[-1].end), 1),
    )
    sides = [w for w in (*before, *after) if not passages.quotation_at(*w)]
    follows = [
        q.spans[0].start
        for q in quoted
        if q.paragraph == placed.paragraph and q.spans[0].start > start
    ]
    end = max(end, min(follows, default=end))
    return fold(
        passages.text[min([start, *(w.start for w in sides)]) : max([end, *(w.end for w in sides)])]
    )


def stands_in(words: str, others: str) -> bool:
    """Whether folded words stand in others as whole words and whole numbers."""
    at = others.find(words)
    while at >= 0:
        before, after = others[max(at - 2, 0) : at], others[at + len(words) : at + len(words) + 2]
        if not (
            before[-1:].isalnum()
            or after[:1].isalnum()
            or re.fullmatch(r"\d[.,]", before)
            or re.fullmatch(r"[.,]\d", after)
        ):
            return True
        at = others.find(words, at + 1)
    return False


def did_you_mean(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1, 0.6)
    return f"did you mean {near[0]}?" if near else "check how it is written where it is recorded"
