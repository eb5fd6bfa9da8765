"""The rules on what is left out of sight: what is set aside, and pages that nothing leads to."""

from __future__ import annotations

import json
import math
import posixpath
import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..text.mentions import Names
from ..text.passages import Passages
from ..text.printed import is_amount
from ..text.spans import Span
from ..text.voices import Sentence
from ..topic.blocks import places_told
from ..topic.evidence import Placed
from ..topic.fieldtypes import MOST_ASIDE
from ..topic.mkdocs_yml import NAME, read_mkdocs_yml
from ..topic.problems import Problem
from ..topic.settings import ASIDE_FOR, Bound, SetAside
from ..topic.site import Site
from ..topic.topic import SourceText
from . import paste
from .registry import rule
from .voices import agents_names, prose

_NAMED = 3  # entries
MOST_SCARED = 5  # words; more are a quotation
MOST_NAMING = 3  # words; so many may be what something is called: its “peace plan”
_AS_LESS = ("scare_quotes", "title_of_a_work", "not_a_quantity")

_OF_A_NAME = re.compile(r"\b(?:its|their|his|her|the|an?|so-called)\s*$", re.I)


@rule(whole=True)
def share_set_aside(site: Site) -> Iterator[Problem]:
    """No more of the words of all sources together is set aside in sentences and clauses than the
    settings allow (max_share_set_aside)."""
    bound, counts = site.topic.settings.max_share_set_aside, site.counted_aside
    if counts and site.share_aside > bound:
        most = max(counts, key=lambda name: Fraction(counts[name][0], max(counts[name][1], 1)))
        last = max((i for i, _ in _entries(site, most)), default=0)  # who adds one adds it there
        yield too_much_aside(site, most, [last])


def too_much_aside(site: Site, name: str, new: Collection[int]) -> Problem:
    """Says that more is set aside than may be, at the first of the entries of a source that are
    ``new``, by their number: with others that make room, and the bound to raise."""
    settings, where = site.topic.settings, site.topic.sources[name].where
    aside, words = map(sum, zip(*site.counted_aside.values(), strict=True))
    excess, own = math.ceil(aside - settings.max_share_set_aside * words), site.counted_aside[name]
    entries = [(n, i) for i, n in _entries(site, name) if i not in new]
    enough = sorted(one for one in entries if one[0] >= excess)[:_NAMED]
    some = enough or sorted(entries, reverse=True)[:_NAMED]
    named = "one of these is enough: " if enough[1:] else "this is enough: "
    named = named if enough else "the longest are "
    named += ", ".join(
        f"line {where.line('set_aside', i)} ({n} words{_untold(site, name, i)})" for n, i in some
    )
    room = f", or what another does ({named})" if some else ""
    least = Decimal(math.ceil(site.share_aside * 100)) / 100
    bound = f"; or put this into {site.topic.settings_where.path}, for the lines there"
    problem = Problem(
        where.path,
        where.line("set_aside", min(new)),
        f"{site.share_aside:.1%} of the words of the sources are set aside, {excess}"
        f" word{'s' * (excess != 1)} too many with this one; the bound is"
        f" {settings.max_share_set_aside:.0%}; of this source, {own[0] / max(own[1], 1):.0%}",
        f"record what this says{room}, and remove it here" + (bound if least <= MOST_ASIDE else ""),
    )
    raised: dict[Bound, Decimal] = {"max_share_set_aside": least}
    return problem._replace(paste=paste.bounds(settings, raised if least <= MOST_ASIDE else {}))


def _untold(site: Site, name: str, number: int) -> str:
    """What to do on pages that print the note of an entry, once it is gone."""
    placed = site.evidence.aside[name][number][1]
    if not isinstance(placed, Placed):
        return ""
    return "".join(no_more_told(site, site.topic.sources[name], number, placed))


def _entries(site: Site, name: str) -> list[tuple[int, int]]:
    """The sentences and clauses that a source sets aside, by their number, with their words."""
    passages = site.topic.sources[name].passages
    found = []
    for i, (item, placed) in enumerate(site.evidence.aside[name]):
        if item.what in ("sentence", "clause"):
            own = placed.spans if isinstance(placed, Placed) else placed.meant
            spans = tuple(Span(s.start, s.end) for one in own for s in passages.sentences_of(one))
            some = spans if item.what == "sentence" else own
            found.append((i, sum(passages.count_words(*span) for span in some)))
    return found


def no_more_told(site: Site, source: SourceText, number: int, placed: Placed) -> Iterator[str]:
    """What to do where pages print the note of an entry that is gone, and its sentence has no
    other."""
    others = (
        other
        for i, (entry, other) in enumerate(site.evidence.aside[source.id])
        if i != number and entry.what in ("sentence", "clause") and isinstance(other, Placed)
    )
    if any(_beside(other, placed) for other in others):
        return
    place = f"{placed.paragraph}.{placed.sentence}"
    for parts in site.outlines.values():
        for block in parts.blocks:
            told = block.name == "told" and place in places_told(block.arguments)
            if told and site.told_of(block) == source.id:
                yield f'; and take "{place}" out of told() at {parts.page.file}:{block.line}'


def _beside(one: Placed, other: Placed) -> bool:
    """Whether two have words of one sentence."""
    same = one.paragraph == other.paragraph
    return same and one.sentence <= other.sentence <= one.sentence_end


@rule(whole=True)
def plainly_said(site: Site) -> Iterator[Problem]:
    """What is somebody's words or an amount is not set aside as less: as a word in scare quotes or
    the title of a work no quotation of more than five words, or beside which a named speaker says
    it; as no quantity no number with a unit, a currency or a sign of percent. None of these is a
    reason for a sentence or a clause."""
    names = agents_names(site)
    for source in site.topic.sources.values():
        for i, item, placed in site.evidence.aside_meant[source.id]:
            span = Span(placed.spans[0].start, placed.spans[-1].end)
            if message := _more_than_said(source, item, span, names):
                yield Problem(
                    source.where.path,
                    source.where.line("set_aside", i),
                    message,
                    "record it, or set its whole sentence aside with another reason",
                    "",
                    item.exact,
                )


def _more_than_said(source: SourceText, item: SetAside, span: Span, names: Names) -> str:
    """What is wrong with the reason for which words are set aside; empty if nothing is."""
    passages, said = source.passages, ""
    if (fits := ASIDE_FOR.get(item.reason)) and item.what != fits:
        return f"{item.reason} is a reason to set aside a {fits}, not a {item.what}"
    if item.what == "number" and item.reason == "not_a_quantity":
        inside = [n for n in passages.numbers if span.start <= n.start and n.end <= span.end]
        if any(is_amount(passages.text, number) for number in inside):
            said = "this number has a unit, and is a quantity"
    elif item.what == "quotation" and item.reason in _AS_LESS:
        for quoted in passages.quoted:
            if quoted.start < span.end and span.start < quoted.end:
                said = said or _is_speech(passages, quoted, item.reason, names)
    return said


def _is_speech(passages: Passages, quoted: Span, reason: str, names: Names) -> str:
    """Why a quotation is somebody's words; empty if it may be a word in scare quotes."""
    words = passages.count_words(*quoted)
    if reason != "title_of_a_work" and words > MOST_SCARED:
        return f"these are more than {MOST_SCARED} words, and somebody's"
    place = passages.sentence_at(quoted.start)
    sentence = Sentence(prose(passages, place, [quoted]), names, passages.language)
    said = [voice.whose for voice in sentence.voices() if voice.whose and voice.said]
    before = passages.text[max(quoted.start - 12, 0) : quoted.start - 1]
    named = words <= MOST_NAMING and _OF_A_NAME.search(before)
    return f'"{said[0]}" says these words' if said and not named else ""


@rule(whole=True)
def pages_reachable(site: Site) -> Iterator[Problem]:
    """Every page on which a record is at home or that has the ledger is in the menu of mkdocs.yml,
    or reached from there by links; where there is no mkdocs.yml, from index.md."""
    needed = {home: "records are at home" for home in site.homes.values()}
    needed |= {path: "the ledger is" for places in site.ledgers.values() for path, _ in places}
    for path in unreached(site) if needed else ():
        if path in needed:
            page = site.outlines[path].page
            message = f"nothing leads to this page, on which {needed[path]}"
            help = f"put it into nav: of {NAME}, or link to it from a page of the menu"
            problem = Problem(page.file, page.first_line, message, help)
            yield problem._replace(paste=menu_line(site, path))


def unreached(site: Site) -> list[str]:
    """The pages to which neither the menu nor another page of it leads."""
    pages = site.outlines
    reached, left = set[str](), _menu(site)
    while left:
        path = left.pop()
        if path in pages and path not in reached:
            reached.add(path)
            left += _linked(site, path)
    return sorted(pages.keys() - reached)


def menu_line(site: Site, path: str) -> str:
    """The line of the menu for a page."""
    return f"  - {json.dumps(site.outlines[path].page.meta.title, ensure_ascii=False)}: {path}\n"


def _menu(site: Site) -> list[str]:
    """The pages of the menu; all where MkDocs makes one of all, the home page without MkDocs."""
    keys = site.mkdocs.keys or read_mkdocs_yml(site.topic.root)[0].keys
    if not keys:
        return ["index.md"]
    return [*_strings(keys["nav"])] if keys.get("nav") else list(site.outlines)


def _strings(nav: Any) -> Iterator[str]:
    """The texts in a menu, however deep."""
    if isinstance(nav, str):
        yield posixpath.normpath(nav)
    elif isinstance(nav, (list, dict)):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _strings(part)


def _linked(site: Site, path: str) -> Iterator[str]:
    """The pages to which a page leads: by links to pages and facts, and from people's cards."""
    parts = site.outlines[path]
    for paragraph in parts.paragraphs:
        for address, *_ in paragraph.links:
            if address.startswith("fact:"):
                yield site.homes.get(address.removeprefix("fact:"), "")
            else:
                file = re.split("[#?]", address)[0]
                yield posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
    shown = {name for block in parts.blocks for name in block.ids}
    yield from (p for p, other in site.outlines.items() if other.page.meta.person in shown)
