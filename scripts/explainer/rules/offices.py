"""Whether an office keeps the word that makes another of it: deputy mayor, acting director."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ..text.folding import fold
from ..text.languages import Language
from ..text.lessened import is_beside, kinds_of, office_key, was_so, whole, words_of_offices
from ..text.speech import speech
from ..topic.agents import Person
from ..topic.apparatus import Reference
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, values
from ..topic.site import Site, kept
from .cited import masked_at
from .common import of_class
from .own_words import own_words, quotations_in, written_language
from .registry import rule
from .voices import agents_names


class _Office(NamedTuple):
    """The office of somebody in a text: its word, what makes another of it, and all of it."""

    who: str
    word: str
    kinds: frozenset[str]
    full: str


@rule(whole=False)
def offices_whole(site: Site) -> Iterator[Problem]:
    """Whoever every sentence calls by an office with a word that makes another of it (deputy,
    acting, former, elect, co-, stellvertretend, par intérim, suplente) is called so in their record
    and in what editors write; of somebody who was it, "was" says that it is former."""
    only = _only_lessened(site)
    for person in of_class(site, Person) if only else ():
        title = fold(person.job_title or "") if not person.draft else ""
        for word in words_of_offices(title):
            told = _Office(person.id, word.group(), kinds_of(title, *word.span()), title)
            if full := _lost(only, told):
                yield site.problem(person.id, ("job_title",), *_said(told, full), title)
                break
    language = written_language(site)
    for own in own_words(site) if only else ():
        text = fold(masked_at(own.text, quotations_in(site, own.text)))
        for told in _offices_in(site, text, language):
            if full := _lost(only, told):
                yield own.problem(*_said(told, full), own.text[:120])
                break


def _said(told: _Office, full: str) -> tuple[str, str]:
    message = f'every sentence that calls this person so says "{full}", and not "{told.word}"'
    return message, f'write the office whole: "{full}"'


def _lost(only: dict[tuple[str, str], _Office], told: _Office) -> str:
    """The office that a text leaves a word out of; empty if it does not."""
    there = only.get((told.who, office_key(told.word)))
    return there.full if there and not there.kinds & told.kinds else ""


@kept()
def _only_lessened(site: Site) -> dict[tuple[str, str], _Office]:
    """By person and office those that no source and no reference gives without a word that makes
    another of it; with all such words, and as it stands first."""
    texts = [
        (source.passages.text[place.start : place.end], source.passages.language)
        for source in site.topic.sources.values()
        for place in source.passages.sentences
    ]
    for work in of_class(site, Reference):
        told = (v.value for v in values(work, OUTSIDE, ELSEWHERE))
        texts += [(text, written_language(site)) for text in told]
    found = defaultdict[tuple[str, str], list[_Office]](list)
    for text, language in texts:
        for one in _offices_in(site, fold(text), language):
            found[one.who, office_key(one.word)].append(one)
    return {
        key: some[0]._replace(kinds=frozenset().union(*(one.kinds for one in some)))
        for key, some in found.items()
        if all(one.kinds for one in some)
    }


def _offices_in(site: Site, text: str, language: Language) -> Iterator[_Office]:
    """The words of a folded text that are said of a person as an office is; all words that stand
    so, since only those are asked for that something makes another of."""
    names = [
        m
        for m in agents_names(site).within(text, speech(language))
        if isinstance(site.topic.records.get(m.whose), Person)
    ]
    for word in words_of_offices(text) if names else ():
        at = word.span()
        for name in names:
            if is_beside(text, at, (name.start, name.end)):
                kinds = kinds_of(text, *at)
                if was_so(text[name.end : at[0]]):
                    kinds |= {"former"}
                yield _Office(name.whose, word.group(), kinds, whole(text, *at))
