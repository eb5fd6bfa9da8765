"""What a page or a record may say of itself without a fact: what it counts of its own, and on a
page that need not cite, numbers, dates and a quoted word that have nothing to do with the topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Names
from ..text.quantity import Quantity
from ..text.units import PEOPLE, is_measure, unit_of
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.model import Figure
from ..topic.pages import Outline
from ..topic.roles import OWN, Mark, having, values
from ..topic.site import Site, kept
from .cited import sentences_cited
from .common import WORDS, of_class
from .own_words import OwnWords, quotations_in, written_language
from .voices import agents_names

_OF_NO_TOPIC = frozenset(
    "the and for with what that this from not need have has are was its all both side sides end set"
    " time way who whom which how when where does did means being people more than one two"
    " und der die das ein eine mit von les des une est pour dans".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)
_OTHERS = re.compile(
    r"(?i)\b(?:they|them|their|he|him|his|she|her|sie|ihr|ihnen|ils?|elles?|leurs?)\b"
)
_COUNTED = re.compile(
    r" (?:[\w-]+ )?(words?|sentences?|paragraphs?|pages?|questions?|quotations?|articles?|texts?"
    r"|sources?|Artikel|Quellen|Texte|textes|artículos|fuentes)(?![\w-])"
)
_OF_A_PAGE = frozenset("word sentence paragraph question quotation".split())


def about_itself(site: Site, own: OwnWords) -> bool:
    """Whether a text is of a page that need not cite (uncited_pages), and has no party, word or
    name of the topic: what it says, it says of itself."""
    page = own.path.removeprefix("content/")
    if page == own.path or page not in site.topic.settings.uncited_pages or own.records:
        return False
    if _OTHERS.search(own.text):
        return False
    names, language = agents_names(site), written_language(site)
    return not _names_somebody(own.text, names, language) and not any(
        word.lower()[:6] in _of_the_topic(site) or _is_a_name(site, word) or _is_counted(word)
        for word in WORDS.findall(fold(own.text))
    )


def _names_somebody(text: str, names: Names, language: Language) -> bool:
    return bool(Sentence(fold(text), names, language).mentions)


def _is_a_name(site: Site, word: str) -> bool:
    """Whether a source has a word only with a capital letter: Alaska, but not Friday."""
    if len(word) < 3 or not word[0].isupper() or word.lower() in _DAYS:
        return False
    texts = [source.passages.folded for source in site.topic.sources.values()]
    return any(stands_in(word, text) for text in texts) and not any(
        stands_in(word.lower(), text) for text in texts
    )


def _is_counted(word: str) -> bool:
    """Whether a word is a kind of people or things that numbers count: soldiers, casualties."""
    unit = unit_of(word)
    return unit is not None and unit != PEOPLE and not is_measure(unit)


@kept()
def _of_the_topic(site: Site) -> frozenset[str]:
    """How the words of the settings and of what numbers count begin, and kinds of people."""
    texts = [str(v.value) for v in values(site.topic.settings, OWN)]
    figures = of_class(site, Figure)
    counted = (*having(Figure, Mark.COUNTED), "label")
    texts += [str(getattr(figure, field)) for figure in figures for field in counted]
    words = {word.lower() for text in texts for word in WORDS.findall(fold(text))}
    return frozenset(w[:6] for w in words - _OF_NO_TOPIC - _DAYS if len(w) > 2 and w.isalpha())


def may_be_ones_own(site: Site, quantity: Quantity) -> bool:
    """Whether a number of such a page is no figure's."""
    return quantity.values.isdisjoint(_numbers(site))


@kept()
def _numbers(site: Site) -> frozenset[object]:
    """The values of the figures, but for small ones, which count anything."""
    numbers = ((f.value, f.value_max) for f in of_class(site, Figure))
    return frozenset(n for pair in numbers for n in pair if n is not None and n > 12)


def counts_its_own(site: Site, quantity: Quantity, text: str, own: OwnWords) -> bool:
    """Whether a number counts the words, sentences, paragraphs, pages, questions or quotations of
    its own page or record, or the site's sources, and rightly."""
    match = _COUNTED.match(text, quantity.end)
    if not match or quantity.bound or quantity.percent:
        return False
    what = match[1].rstrip("s")
    page = site.outlines.get(own.path.removeprefix("content/"))
    if what == "page":
        counts = {len(site.outlines)}
    elif what not in _OF_A_PAGE:
        counts = {len(site.topic.sources)}
    elif page:
        counts = {*_on_page(site, page, what)}
    else:
        counts = {*_in_record(site, own, what)} if own.path.startswith("seeds/facts/") else set()
    return any(Decimal(n) in quantity.values for n in counts)


def _on_page(site: Site, page: Outline, what: str) -> Iterator[int]:
    """How many of something a page has, and each of its sections."""
    sections: list[int] = [0]
    for paragraph in page.paragraphs:
        if paragraph.level:
            sections.append(0)
            sections[-1] += (
                what == "question" and paragraph.level > 1 and paragraph.text.endswith("?")
            )
        elif what == "word":
            sections[-1] += len(WORDS.findall(paragraph.text))
        elif what == "paragraph":
            sections[-1] += bool(paragraph.text)
        elif what == "sentence":
            sections[-1] += len([*sentences_cited(site, paragraph.shown)])
        elif what == "quotation":
            sections[-1] += len(quotations_in(site, paragraph.text))
    if what == "quotation":
        kinds = site.topic.kinds
        yield sum(kinds[i] == "quotes" for block in page.blocks for i in block.ids)
    yield sum(sections)
    yield from sections


def _in_record(site: Site, own: OwnWords, what: str) -> Iterator[int]:
    """How many words or sentences the passages of a record have, or the words quoted in them."""
    for placed in site.evidence.of(own.records[0]) if own.records else ():
        passages = site.topic.sources[placed.source].passages
        if what == "sentence":
            yield len({s.start for span in placed.spans for s in passages.sentences_of(span)})
        elif what == "word":
            yield sum(passages.count_words(*span) for span in placed.spans)
            for quoted in passages.quoted:
                if any(span.start <= quoted.start < span.end for span in placed.spans):
                    yield passages.count_words(*quoted)
        elif what == "quotation":
            inside = [
                q for q in passages.quoted if any(s.start <= q.start < s.end for s in placed.spans)
            ]
            yield len(inside)
