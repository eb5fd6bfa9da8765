"""What editors write in their own words, and what each of these texts may draw on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import takewhile
from typing import NamedTuple

from ..text.folding import fold
from ..text.html import CITES, Paragraph
from ..text.languages import KEPT, Language, language
from ..text.quotations import quotations
from ..text.spans import Span
from ..topic.agents import Agent
from ..topic.apparatus import Correction, Reference
from ..topic.fieldtypes import NOT_STATED, Frozen
from ..topic.pages import Outline
from ..topic.pieces import is_quotation, made_of
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import (
    ABOUT_SOURCE,
    ANY_RECORD,
    CHANGE,
    DATE,
    ELSEWHERE,
    FORMER,
    OUTSIDE,
    OWN,
    SOUGHT,
    Key,
    Role,
    values,
)
from ..topic.site import Site, at, kept
from ..topic.topic import SourceText
from .common import label_of, names_of, turn_of


class OwnWords(NamedTuple):
    """A text in the editors' words: where it stands, the bare text, the records and other words it
    may draw on; on a page, the words with a sign at each citation, and those set apart by italics
    and the like. A page's lines are asked for only where something is wrong."""

    path: str
    line: int | Callable[[], int]
    text: str
    records: list[str]
    words: tuple[str, ...] = ()
    shown: str = ""
    stressed: tuple[str, ...] = ()
    led: str = ""  # of an item of a list, the words before the list: X will not:
    over: str = ""  # the words over it: before its list, of the item or the tab that it is within
    over_cites: tuple[str, ...] = ()  # what the words before its list cite, where it cites nothing
    asked: str = ""  # the question before it: right before it, over it, or of its section
    items: int = 0  # of words before a list, how many it has
    heads: tuple[str, ...] = ()  # of a row of a table, the cells over it, those of the last columns
    signs: tuple[str, ...] = ()  # words that are no prose: names in code, addresses
    below: tuple[str, ...] | None = None  # of the title of a note, a fold, a tab: what that cites
    aside: bool = False  # it is on words of a source that are set aside
    unsure: bool = False  # it rests on what is not there or cannot be read

    def problem(self, message: str, help: str, wrote: str, *nearest: str) -> Problem:
        line = self.line if isinstance(self.line, int) else self.line()
        return Problem(self.path, line, message, help, "", wrote, *nearest)


@kept()
def own_words(site: Site) -> tuple[OwnWords, ...]:
    """Each text in the editors' words on what the sources say. A page's title and description may
    draw on all that the page cites or shows, and so may its name in the menu; the settings, what is
    on every page and what is said of a source on all records, what is said of words set aside on
    those too. Kept for the rules that ask it one after another."""
    return tuple(own for own in _all_words(site) if not own.unsure)


@kept()
def and_unsure(site: Site) -> tuple[OwnWords, ...]:
    """The same, and the texts that rest on what is not there or cannot be read, for rules on what
    must at least be in some source or in some work elsewhere."""
    if not any(own.unsure for own in _all_words(site)):
        return own_words(site)
    texts = [source.passages.text for source in site.topic.sources.values()]
    texts += (text for r in site.topic.records.values() for _, text in _written(r, OUTSIDE))
    texts += (text for r in site.topic.records.values() for _, text in _written(r, ELSEWHERE))
    return tuple(
        own._replace(words=(*own.words, *texts)) if own.unsure else own for own in _all_words(site)
    )


@kept()
def _all_words(site: Site) -> tuple[OwnWords, ...]:
    published = [name for name, record in site.topic.records.items() if not record.draft]
    return (
        *_of_pages(site),
        *_of_records(site),
        *_of_every_page(site, published),
        *_of_settings_and_sources(site, published),
    )


def _of_settings_and_sources(site: Site, published: list[str]) -> Iterator[OwnWords]:
    where = site.topic.settings_where
    for key, text in _written(site.topic.settings, OWN):
        yield OwnWords(where.path, where.line(*key), text, published)
    for source in site.topic.sources.values():
        for key, text in _written(source.record, OWN):
            aside, line = key[0] == "set_aside", source.where.line(*key)
            words = _around(site, source, int(key[1])) if aside else ()
            said = OwnWords(source.where.path, line, text, published, words, aside=aside)
            yield said._replace(unsure=aside and not words)
        for key, text in _written(source.record, ABOUT_SOURCE):
            channel = _CHANNEL.findall(text) if key != ("title",) else ()
            words = (source.passages.text, *_titles(site), *channel)
            yield OwnWords(source.where.path, source.where.line(*key), text, [], words)


def _of_pages(site: Site) -> Iterator[OwnWords]:
    known = site.topic.records.keys() - site.unsure
    for parts in site.outlines.values():
        page, shown = parts.page, _shown(site, parts)
        # What is named and is not there, or a block that cannot be read, is the fault to fix.
        unsure = bool(parts.problems) or not known.issuperset((*parts.cited(), *shown))
        for key, text in _written(page.meta, OWN):
            yield OwnWords(page.file, page.where.line(*key), text, shown, unsure=unsure)
        led, before, asked, heads = "", Paragraph("", 0, "", (), (), (), ""), "", tuple[str, ...]()
        for i, paragraph in enumerate(parts.paragraphs):
            if paragraph.tag != "tr":
                heads = ()
            if not _is_item(paragraph):
                before = paragraph
                led = before.text if before.text.endswith(":") else ""
            line, cites, items = partial(parts.line, paragraph), [*paragraph.cites], 0
            if led == paragraph.text and not cites:
                listed = [*takewhile(_is_item, parts.paragraphs[i + 1 :])]
                named, within = (n for one in listed for n in one.cites), {p.text for p in listed}
                items = sum(one.over not in within for one in listed)
                cites = [*dict.fromkeys(named)]
            if paragraph.tag == "tr" and not heads and not cites:
                rows = takewhile(_is_row, parts.paragraphs[i + 1 :])
                cites = [*dict.fromkeys(name for row in rows for name in row.cites)]
            there = [name for name in cites if name in site.topic.records]
            unsure = not known.issuperset(cites)
            of_page = OwnWords(page.file, line, paragraph.text, there, unsure=unsure)
            shown_here = paragraph.shown
            if not site.topic.records.keys() >= {*paragraph.cites}:
                signs = (m for m in CITES.finditer(shown_here) if m[1] not in there)
                shown_here = _without(shown_here, signs)
            of_page = of_page._replace(shown=shown_here, stressed=paragraph.stressed)
            of_page = of_page._replace(signs=paragraph.signs)
            of_page = of_page._replace(heads=heads, below=_below(parts.paragraphs, i))
            if paragraph.tag == "tr" and not heads:
                heads = (*(cell.strip() for cell in paragraph.text.split("|")),)
            over = paragraph.over or (before.text if _is_item(paragraph) else "")
            if over == before.text and _is_item(paragraph) and not cites:
                known_there = tuple(n for n in before.cites if n in site.topic.records)
                of_page = of_page._replace(over_cites=known_there)
            of_page = of_page._replace(over=over, asked=over if over.endswith("?") else asked)
            if paragraph.level or paragraph.text.endswith("?"):
                asked = paragraph.text
            inner = paragraph.over if paragraph.over.endswith(":") else ""  # of a list in a list
            yield of_page._replace(led=(inner or led) if _is_item(paragraph) else "", items=items)


def _below(paragraphs: Sequence[Paragraph], number: int) -> tuple[str, ...] | None:
    """The facts that are cited under the title of a note, a fold or a tab; None of another
    paragraph."""
    title = paragraphs[number]
    if not title.heads or title.level:
        return None
    under = takewhile(lambda p: p.over == title.text or _is_item(p), paragraphs[number + 1 :])
    return (*dict.fromkeys(name for one in under for name in one.cites),)


def _without(text: str, parts: Iterable[re.Match[str]]) -> str:
    for part in reversed([*parts]):
        text = text[: part.start()] + text[part.end() :]
    return text


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.tag == "li"


def _is_row(paragraph: Paragraph) -> bool:
    return paragraph.tag == "tr"


def _shown(site: Site, page: Outline) -> list[str]:
    """The records that a page cites or shows."""
    named = (*page.cited(), *(i for block in page.blocks for i in block.ids))
    return [name for name in named if name in site.topic.records]


def _of_every_page(site: Site, published: list[str]) -> Iterator[OwnWords]:
    """The words of mkdocs.yml, most of which are on every page."""
    where = site.mkdocs.where
    for key, text in site.mkdocs.texts:
        yield OwnWords(where.path, where.line(*key), text, published)
    for link in (*site.mkdocs.menu, *site.mkdocs.footer):
        pages = [site.outlines[page] for page in link.pages(site.outlines)]
        shown = [name for page in pages for name in _shown(site, page)] if pages else published
        yield OwnWords(where.path, where.line(*link.key), link.text, shown)


def _of_records(site: Site) -> Iterator[OwnWords]:
    records, former = site.topic.records, _former(site)
    for name, record in records.items():
        if record.draft:
            continue
        draws = [n for n in (name, *_named(record), *record.references) if n in records]
        quoted = tuple(words for _, words in _written(record, ELSEWHERE))
        for key, text in _written(record, OWN):
            unsure = not site.unsure.isdisjoint(draws)
            yield OwnWords(*at(site, name, *key), text, draws, quoted, unsure=unsure)
        looked_up = isinstance(record, Reference) and record.URL
        for key, text in _written(record, OUTSIDE):
            words = (*quoted, *(_NUMBER.findall(text) if looked_up else ()), *_dates(record))
            yield OwnWords(*at(site, name, *key), text, [name] if looked_up else [], words)
        if isinstance(record, Correction):
            yield from _of_a_correction(site, record, former[record.record])


def _of_a_correction(
    site: Site, record: Correction, former: tuple[Correction, ...]
) -> Iterator[OwnWords]:
    """What was changed and how it reads now, in words of the record or source as it is or was. Not
    what a record still says, as which it is held to the rules already, nor what another correction
    says it said before: that is on record, and may rest on what is gone since. Of a record for
    which another stands now it may say what nothing has any more."""
    about = site.topic.redirects.get(record.record, record.record)
    if about not in site.topic.records and about not in site.topic.sources:
        return  # which is the fault to fix
    records = [about] if about in site.topic.records else []
    others = [e.before or "" for e in former if e.id != record.id and e.date >= record.date]
    own = _written(site.topic.records[about], OWN) if records else ()
    known = {*(fold(text) for _, text in own), *map(fold, others)}
    words_now = [placed.exact for placed in site.evidence.of(about)] if records else []
    before = tuple(entry.before for entry in former if entry.before)
    for key, text in _written(record, CHANGE):
        if key == ("after",) and (fold(text) in known or made_of(text, words_now)):
            continue
        words = (*_said(site, about), *before)
        if key == ("what",):  # may count what was changed, and quote what stands there now
            named = _names_for(site, record.before or "", record.after or "")
            words = (*words, record.after or "", _small_numbers(site), *named)
        if about != record.record:
            words = (*words, text)
        yield OwnWords(*at(site, record.id, *key), text, records, words)


def _names_for(site: Site, *texts: str) -> Iterator[str]:
    """The names of those whose ids are in some texts."""
    for name in (name for text in texts for name in _ID.findall(text)):
        if isinstance(agent := site.topic.records.get(name), Agent):
            yield from names_of(agent)


_ID = re.compile(r"[a-z0-9-]+")


def _dates(record: Record) -> Iterator[str]:
    return (value for _, value, _ in values(record, DATE))


# Numbers in words on a record elsewhere that anybody can look up, with what is right beside them.
_NUMBER = re.compile(r"\S*\d\S*(?:\s(?:bn|tn|mn|mln|lakh|crore)\b)?")


# The number of a channel in its name: France 24.
_CHANNEL = re.compile(r"(?<=[^\W\d_] )\d{1,2}(?=$|[,;)])")


def _former(site: Site) -> dict[str, tuple[Correction, ...]]:
    """The corrections, by the record that each is about. What they have as the words before and
    after a change is compared with what was published when a correction is added."""
    found: dict[str, tuple[Correction, ...]] = defaultdict(tuple)
    for entry in site.topic.of_kind("corrections"):
        found[entry.record] += (entry,)
    return found


def _said(site: Site, name: str) -> Iterator[str]:
    """All the words of a source or a record."""
    if source := site.topic.sources.get(name):
        yield source.passages.text
    elif record := site.topic.records.get(name):
        yield from (value for _, value, _ in values(record) if isinstance(value, str))


def _small_numbers(site: Site) -> str:
    return ", ".join(word for word, n in written_language(site).numbers.items() if n <= 12)


def words_on_others(site: Site) -> Iterator[OwnWords]:
    """What records said before they were changed, which may have numbers and words of nobody:
    compared with what was published when the correction is added. Not the source's words, which
    were those of a quotation or of evidence."""
    for name, record in site.topic.records.items():
        if not record.draft:
            for key, text in _written(record, FORMER):
                if not is_quotation(site.topic, text):
                    yield OwnWords(*at(site, name, *key), text, [])


def keywords(site: Site) -> Iterator[OwnWords]:
    """Each of the words to search by, with what its record, page or sentence may give it."""
    published = [name for name, record in site.topic.records.items() if not record.draft]
    for name in published:
        for key, text in _written(site.topic.records[name], SOUGHT):
            yield OwnWords(*at(site, name, *key), text, [name])
    for parts in site.outlines.values():
        page, texts = parts.page, tuple(p.text for p in parts.paragraphs)
        for key, text in _written(page.meta, SOUGHT):
            yield OwnWords(page.file, page.where.line(*key), text, _shown(site, parts), texts)
    for source in site.topic.sources.values():
        for key, text in _written(source.record, SOUGHT):
            words: tuple[str, ...] = (source.passages.text,)
            if key[0] == "set_aside":
                item = source.record.set_aside[int(key[1])]
                words = (item.note, *_around(site, source, int(key[1])))
            yield OwnWords(source.where.path, source.where.line(*key), text, published, words)


def _written(record: Frozen, role: Role) -> Iterator[tuple[Key, str]]:
    """The texts of one role that a record has."""
    for key, value, _ in values(record, role):
        if value != NOT_STATED:
            yield key, value


def _named(record: Frozen) -> list[str]:
    """The records that a record is about, whatever their kind."""
    return [value for _, value, _ in values(record, ANY_RECORD)]


def _titles(site: Site) -> Iterator[str]:
    """What references are called, as which a source may be known too."""
    works = (r for r in site.topic.records.values() if isinstance(r, Reference) and not r.draft)
    return (work.title for work in works)


def _around(site: Site, source: SourceText, number: int) -> tuple[str, ...]:
    """Words that a source sets aside, where they are no whole sentence, the sentences around them,
    and whose turn they are in."""
    some = ((one, p) for i, one, p in site.evidence.aside_meant[source.id] if i == number)
    for item, placed in some:
        own = () if item.what == "sentence" else (placed.exact,)
        sentences = (s for span in placed.spans for s in source.passages.sentences_of(span))
        turn = turn_of(site, [placed])
        whose = (label_of(*turn),) if turn else ()
        return (*own, *(source.passages.text[s.start : s.end] for s in sentences), *whose)
    return ()


def words_of(site: Site, own: OwnWords) -> Iterator[str]:
    yield from own.words
    yield from (placed.exact for name in own.records for placed in site.evidence.of(name))


def quotations_in(site: Site, text: str) -> list[Span]:
    """The words in quotation marks, without the marks; found as in a source."""
    return [*_quotations(text, written_language(site))]


@lru_cache(KEPT)
def _quotations(text: str, marks: Language) -> tuple[Span, ...]:
    return (*sorted(quotations(text, [Span(0, len(text))], marks)),)


def written_language(site: Site) -> Language:
    """The language in which editors write: what the settings say, else that of the first source."""
    return language(site.topic.written_in)


def without_signs(text: str, signs: Iterable[str]) -> str:
    """A text with nothing where its names in code and its addresses are."""
    for sign in sorted(signs, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(sign)}(?!\w)", "\0" * len(sign), text)
    return text


def listed(records: list[str]) -> str:
    several = list(dict.fromkeys(records))
    return (
        ", ".join([*several[:5], *([f"{len(several) - 5} more"] if len(several) > 5 else [])])
        or "none is cited"
    )
