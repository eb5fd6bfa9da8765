"""What a question says with its answer: Did X agree? Yes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..text.answers import answer, answered, asked
from ..text.folding import fold
from ..text.html import CITES
from ..text.speech import speech
from ..topic.site import Site, kept
from .cited import Cited, sentences_cited
from .own_words import OwnWords, own_words, written_language
from .rests import Said, resting_on
from .voices import agents_names


@kept()
def resting_answers(site: Site) -> tuple[Said, ...]:
    """What questions and their answers say together, with what it rests on."""
    return tuple(
        said for own in own_words(site) for said in resting_on(site, own, answers_cited(site, own))
    )


def answers_cited(site: Site, own: OwnWords) -> Iterator[Cited]:
    """What a yes or no in a paragraph says, each with the question before it: in the paragraph, in
    the first cell of its row, or over it. One that cites nothing has what its paragraph cites."""
    if not own.shown or not own.records:
        return
    for question, part in _answers(site, own):
        language = written_language(site)
        found = agents_names(site).within(fold(question), speech(language))
        names = [fold(question)[m.start : m.end] for m in found]
        told = answered(fold(question), part.text, names, language)
        cites = part.cites or own.records
        yield Cited(told, told, cites, [len(told)] * len(cites))


class Answer(NamedTuple):
    """A yes or no on a page: its file and line, the question, the word and what is cited."""

    path: str
    line: int
    question: str
    word: str
    cites: tuple[str, ...]


def answers_on(site: Site, path: str) -> Iterator[Answer]:
    """Each yes and no of a page, for a person to look at."""
    for own in own_words(site):
        if own.path == path and own.shown:
            for question, part in _answers(site, own):
                found = answer(part.text)
                cites = (*(part.cites or own.records),)
                told = own.problem("", "", own.text)
                yield Answer(path, told.line, f"{question}?", found[0] if found else "", cites)


def _answers(site: Site, own: OwnWords) -> Iterator[tuple[str, Cited]]:
    cells, language = own.shown.split(" | "), written_language(site)
    if len(cells) > 1:
        for question, cell in pairwise(cells):
            parts = [*sentences_cited(site, cell)]
            if parts and answer(parts[0].text) and (q := asked(CITES.sub("", question), language)):
                yield q, parts[0]
        return
    before = own.asked
    for part in sentences_cited(site, own.shown):
        question = asked(before, language)
        if question and answer(part.text):
            yield question, part
        before = part.text
