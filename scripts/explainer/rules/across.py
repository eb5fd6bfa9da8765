"""What rules share where pages are in another language than a source."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import partial

from ..text.exonyms import called_elsewhere, is_a_place, is_called_so
from ..text.folding import fold
from ..text.office_words import meant, meant_elsewhere, unsaid
from ..text.words import stands_in
from ..topic.agents import Agent, Person
from ..topic.site import Site, kept
from ..topic.topic import SourceText
from .common import WORDS, names_of
from .own_words import written_language


def in_other_languages(site: Site) -> Iterator[SourceText]:
    """The sources in another language than the pages."""
    own = written_language(site).code
    return (s for s in site.topic.sources.values() if s.passages.language.code != own)


@kept()
def names_across(site: Site) -> frozenset[str]:
    """The words, in small letters, by which the language of the pages calls the places and peoples
    that sources in other languages name."""
    call = partial(called_elsewhere, tag=written_language(site).code)
    return frozenset().union(*(call(s.passages.folded) for s in in_other_languages(site)))


@kept()
def _offices(site: Site) -> frozenset[int]:
    """What the words for offices and bodies mean that sources in other languages have."""
    words = (w for s in in_other_languages(site) for w in s.passages.vocabulary)
    return meant_elsewhere(frozenset(words), written_language(site).code)


def is_office_across(site: Site, word: str) -> bool:
    """Whether a word is one for an office or a body that sources in other languages have."""
    return not meant(word, written_language(site).code).isdisjoint(_offices(site))


def is_body_across(site: Site, name: str) -> bool:
    """Whether the words of a name of a body in the language of the pages mean what those of one
    sentence of a source in another do: Federal Council, and Bundesrat."""
    own = written_language(site).code
    for source in in_other_languages(site):
        if is_called_so(name, source.passages.folded):
            return True
        for text in source.passages.folded.split(". "):
            words = [w for w in name.split() if w.lower() not in called_elsewhere(text, own)]
            if all(meant(word, own) for word in words) and not unsaid(name, own, (text,)):
                return True
    return False


@kept(4096)
def named_only_across(site: Site, name: str) -> tuple[str, ...]:
    """The sentences, folded, that name the person of that id, where all are of sources in other
    languages than the pages; none where a source in their language names them too."""
    person = site.topic.records[name]
    names = names_of(person) if isinstance(person, Person) else []
    own, found = written_language(site).code, list[str]()
    for source in site.topic.sources.values():
        passages = source.passages
        if not any(stands_in(name, passages.folded) for name in names):
            continue
        if passages.language.code == own:
            return ()
        texts = (fold(passages.text[s.start : s.end]) for s in passages.sentences)
        found += (text for text in texts if any(stands_in(name, text) for name in names))
    return (*found,)


_ALIKE = 0.6  # how like the spellings of a person's name are in two languages, from 0 to 1


def alike_across(site: Site, agent: Agent, name: str) -> bool:
    """Whether a name of somebody is what the language of the pages calls them, whom a source in
    another language names by another name of theirs: not a place that is called otherwise there,
    and of a person no more than another spelling."""
    others = [other for other in (agent.name, *agent.alternate_names) if other != name]
    for source in in_other_languages(site):
        text = source.passages.folded
        there = [other for other in others if stands_in(fold(other), text)]
        if isinstance(agent, Person):
            if any(_spelt_alike(name, other) for other in there):
                return True
        else:
            places = any(map(is_a_place, (name, *there)))
            same = is_called_so(name, text) or any(is_called_so(name, one) for one in there)
            if same or (there and not places):
                return True
    return False


def _spelt_alike(name: str, other: str) -> bool:
    """Whether each word of a name is spelt much like a word of another: Yeltsin, Jelzin."""
    words, others = (WORDS.findall(fold(one).casefold()) for one in (name, other))
    return bool(words) and all(
        any(SequenceMatcher(None, word, one).ratio() >= _ALIKE for one in others) for word in words
    )
