"""What a cell of a table says, read as a sentence: the head of its row, that of its column, and it
itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.folding import fold
from ..text.html import CITES, SPACE
from ..text.quantities import find_quantities
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Organisation
from ..topic.apparatus import Reference
from ..topic.model import Figure, Term
from ..topic.problems import Problem
from ..topic.site import Site
from .belonging import related
from .common import names_of, of_class, sentences_around
from .credited import voices_of
from .own_words import OwnWords, listed, own_words, written_language
from .registry import rule
from .voices import spoken_names, themselves

_WHO = re.compile(
    r"\b(?:who|whose|says?|said|according to|sources?|counted by|estimated by|stated by|wer|wessen"
    r"|sagt|laut|quellen?|nach angaben|angaben|qui|selon|sources?|quién|quien|según|fuentes?)\b",
    re.I,
)
_STEM = 5  # letters that a people and its country have in common
_WORD = re.compile(r"[^\W\d_]{3,}")


def cells_read(site: Site, own: OwnWords) -> Iterator[OwnWords]:
    """The cells of a row, each behind the head of its row and that of its column, with what it
    cites, or if it cites nothing, what its row does; the heads themselves are no cells, nor is a
    cell that says who says so."""
    for over, label, cell, cites in cells(site, own):
        if not (_WHO.search(over) or _WHO.search(label)):
            yield own._replace(text=f"{label} | {over} | {cell}", records=cites)


class Cell(NamedTuple):
    """A cell of a table: the heads of its column and of its row, its words and what is cited."""

    over: str
    label: str
    cell: str
    cites: list[str]


def cells(site: Site, own: OwnWords) -> Iterator[Cell]:
    """The cells of a row but the first, each with what it cites, or what its row does."""
    row = SPACE.sub(" ", own.shown).split(" | ") if own.heads and own.records else []
    for i, cell in enumerate(row[1:], 1):
        over = own.heads[max(i - len(row), -len(own.heads))]
        cites = [n for n in CITES.findall(cell) if n in site.topic.records] or own.records
        label, words = (CITES.sub("", one).strip() for one in (row[0], cell))
        yield Cell(over, label, words, cites)


@rule(whole=False)
def cells_as_headed(site: Site) -> Iterator[Problem]:
    """In a table whose cells have the number of a figure, who is named under a heading such as "Who
    says so" is one who does, and a country or body at the head of the row is one whom the number
    counts, who says so, or whom the source's sentence names."""
    language, names = written_language(site), spoken_names(site)
    for own in own_words(site):
        for over, label, cell, cites in cells(site, own):
            records = [site.topic.records[name] for name in cites]
            figures = [one for one in records if isinstance(one, Figure)]
            if not figures or any(isinstance(one, Reference) for one in records):
                continue
            who = _WHO.search(over) or _WHO.search(label)
            text = cell if who else label
            text = fold(text)
            told = [m for m in Sentence(text, names, language).mentions if m.how != "owns"]
            if who:
                those = figures
                wrong = [text[m.start : m.end] for m in told if not _says(site, m.whose, those)]
                wrong += [one for one in _terms_named(site, text) if not _named(site, one, those)]
                message = "does not say this number, as far as the facts cited here tell"
                help = "name whoever the fact has as saying it"
            else:
                values = {v for q in find_quantities(cell, language) for v in q.values}
                those = [one for one in figures if one.value in values]
                wrong = [text[m.start : m.end] for m in told if not _counted(site, m.whose, those)]
                wrong += [one for one in _terms_named(site, text) if not _named(site, one, those)]
                message = "are not those whom the number beside counts, nor who says so"
                help = "name at the head of the row whom it counts, as the fact has it"
            if wrong and those:
                named = f'"{wrong[-1]}" {message} ({listed(cites)})'
                yield own.problem(named, help, own.text[:160])


def _says(site: Site, who: str, figures: list[Figure]) -> bool:
    allowed = {who for one in figures for who in voices_of(site, one.id)} | themselves(site)
    return any(related(site, who, one) for one in allowed)


def _counted(site: Site, who: str, figures: list[Figure]) -> bool:
    """Whether somebody may be whom some numbers count."""
    agent = site.topic.records.get(who)
    if not isinstance(agent, Organisation) or _says(site, who, figures):
        return True
    return _named(site, " ".join(names_of(agent)), figures)


def _terms_named(site: Site, text: str) -> list[str]:
    """The terms in a text that are names."""
    terms = (one.term for one in of_class(site, Term) if one.term[:1].isupper())
    return [one for one in terms if stands_in(fold(one), text)]


def _named(site: Site, name: str, figures: list[Figure]) -> bool:
    """Whether somebody is named in what some numbers are said to count, or in the sentences that
    have them."""
    words = " ".join(
        f"{one.label} {one.measure} {one.population} {' '.join(sentences_around(site, one.id))}"
        for one in figures
    )
    return bool(_stems(words) & _stems(name))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(fold(text)))
