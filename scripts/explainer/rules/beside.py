"""What rests on words without being a sentence that cites them: headings, titles, what is said of
words set aside, and sentences on a work elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.languages import Language
from ..text.sentences import sentences_of_paragraph
from ..text.spans import Span
from ..topic.apparatus import Reference
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Conflict, Event, Figure
from ..topic.pages import Outline
from ..topic.roles import OUTSIDE, OWN, values
from ..topic.site import Site, at, kept
from .cited import masked_at, says_something, sentences_cited
from .common import of_class
from .own_name import CALLED
from .own_number import own_number
from .own_words import OwnWords, own_words, quotations_in, written_language
from .rests import Rests, Said, of_records

_ELSEWHERE = re.compile(r"^\W*(?:Not|Nicht|Pas|Hors)\b[^:,;]*[:,;]\s*")  # Not from the article:


@kept()
def resting_beside(site: Site) -> tuple[Said, ...]:
    """Each of them, with what it rests on: a heading on what is cited below it, a title on its
    record, a note on the words set aside with their sentence. Questions say nothing."""
    found = (*_headings(site), *resting_titles(site), *_of_set_aside(site), *_on_works(site))
    found = (*found, *_names_of_numbers(site))
    return (*(said for said in found if not said.text.rstrip().endswith("?")),)


def _headings(site: Site) -> Iterator[Said]:
    for own, cites in heading_cites(site):
        if names := tuple(n for n in cites if says_something(site, n)):
            marked = masked_at(own.text, quotations_in(site, own.text))
            yield Said(own, own.text, marked, of_records(site, names), False)


def heading_cites(site: Site) -> Iterator[tuple[OwnWords, tuple[str, ...]]]:
    """The headings of the pages, each with all that is cited below it before the next."""
    by_place = {(own.path, own.text): own for own in own_words(site) if own.shown}
    for page in site.outlines.values():
        for text, cites in _sections(page):
            if own := by_place.get((page.page.file, text)):
                yield own, cites


def _sections(page: Outline) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The headings of a page, with all that is cited below each before the next."""
    heading, cites = "", dict[str, None]()
    for paragraph in page.paragraphs:
        if paragraph.level:
            yield heading, (*cites,)
            heading, cites = paragraph.text, dict.fromkeys(paragraph.cites)
        else:
            cites |= dict.fromkeys(paragraph.cites)
    yield heading, (*cites,)


@kept()
def resting_titles(site: Site) -> tuple[Said, ...]:
    """Each title of an event or a conflict, with what it rests on."""
    return (*_titles(site),)


def _titles(site: Site) -> Iterator[Said]:
    for name, record in site.topic.records.items():
        if isinstance(record, (Event, Conflict)) and not record.draft:
            text = record.title
            names = record.between if isinstance(record, Conflict) else (name,)
            rests = of_records(site, (*names,))._replace(own=())
            own = OwnWords(*at(site, name, "title"), text, [name])
            yield Said(own, text, masked_at(text, quotations_in(site, text)), rests, False)


_SINCE = re.compile(r"\b(?:since|ago|until|seit|bis|depuis|desde|hasta|jusqu)\b", re.I)


def _names_of_numbers(site: Site) -> Iterator[Said]:
    """What a figure is called and what it measures, with its number's own clause; not from when or
    until when something is so, which is told of it in other words."""
    for record in of_class(site, Figure):
        around = () if record.draft else _own_clause(site, record)
        for field in CALLED if around else ():
            text = getattr(record, field)
            concluded = text == NOT_STATED or field in record.inferred
            if not (concluded or _SINCE.search(text)):
                rests = Rests((*((*one, False) for one in around),), around, around, ())
                words = OwnWords(*at(site, record.id, field), text, [record.id])
                yield Said(words, text, masked_at(text, quotations_in(site, text)), rests, False)


def _own_clause(site: Site, figure: Figure) -> tuple[tuple[str, Language], ...]:
    """The clause of a figure's number; its sentence where it is no plain one (a third)."""
    if own := own_number(site, figure):
        return ((own.text[slice(*own.one.region)], own.language),)
    source, span = site.evidence.numbers.get(figure.id, ("", Span(0, 0)))
    if not source:
        return ()
    passages = site.topic.sources[source].passages
    place = passages.sentence_at(span.start)
    return ((fold(passages.text[place.start : place.end]), passages.language),)


@kept()
def resting_aside(site: Site) -> tuple[Said, ...]:
    """Each sentence on words that are set aside, with these alone."""
    return tuple(
        said._replace(
            rests=said.rests._replace(words=said.rests.words[:1], exact=said.rests.exact[:1])
        )
        for said in _of_set_aside(site)
        if said.own.aside and not said.text.rstrip().endswith("?")
    )


def _of_set_aside(site: Site) -> Iterator[Said]:
    """What sources' records say of words set aside, beside their sentences."""
    sources = {s.where.path: s.passages.language for s in site.topic.sources.values()}
    for own in own_words(site):
        if own.words and own.records and own.path in sources:
            around = (*((text, sources[own.path]) for text in own.words),)
            rests = Rests((*((*one, False) for one in around),), around, around, ())
            yield from _sentences(site, own, rests)


def _on_works(site: Site) -> Iterator[Said]:
    """Sentences that rest on a work elsewhere, or on one and facts."""
    language = written_language(site)
    for own in own_words(site):
        for part in sentences_cited(site, own.shown) if own.shown and own.records else ():
            cites = tuple(n for n in part.cites if n in site.topic.records)
            works = [r for n in cites if isinstance(r := site.topic.records[n], Reference)]
            if works:
                told = [v.value for w in works for v in values(w, OUTSIDE, OWN)]
                facts = of_records(site, tuple(n for n in cites if says_something(site, n)))
                more = (*((text, language) for text in told),)
                rests = facts._replace(
                    words=(*facts.words, *((*one, False) for one in more)),
                    around=(*facts.around, *more),
                    exact=(*facts.exact, *more),
                )
                text, marked = (_ELSEWHERE.sub("", some) for some in (part.text, part.marked))
                yield Said(own, text, marked, rests, False)


def _sentences(site: Site, own: OwnWords, rests: Rests) -> Iterator[Said]:
    masked = masked_at(own.text, quotations_in(site, own.text))
    whole = Span(0, len(own.text))
    for a, b, *_ in sentences_of_paragraph(masked, whole, 1, written_language(site)):
        yield Said(own, own.text[a:b], masked[a:b], rests, False)
