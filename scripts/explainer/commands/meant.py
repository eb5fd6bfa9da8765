"""Whom the pronouns of a statement and of its clause may mean: every one who fits is named, since
only a reader can tell which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..rules.belonging import is_person
from ..rules.own_words import written_language
from ..rules.pronouns import fits
from ..rules.voices import agents_names
from ..text.folding import fold
from ..text.languages import Language
from ..text.speech import ANYBODY, MAN, SPEAKER, THING, WOMAN, kind_of, pronouns_in
from ..text.voices import Sentence
from ..topic.agents import Agent, Person
from ..topic.evidence import Placed
from ..topic.site import Site

_MOST_NAMES = 3  # of whom a pronoun may mean
_FITTING = {MAN: "he", WOMAN: "she"}


def in_clause(site: Site, placed: Sequence[Placed], whose: Sequence[str]) -> str:
    """The pronouns of some words of sources with those who are named before each, in its sentence
    or the one before, ``whose`` the words are first for we and us; empty where there are none."""
    found: dict[str, list[str]] = {}
    for one in placed:
        passages = site.topic.sources[one.source].passages
        start = one.spans[0].start
        here = passages.sentence_at(start)
        begin = passages.sentence_at(here.start - 2).start if here.number > 1 else here.start
        before, lead = (
            fold(passages.text[a:b]) for a, b in ((begin, here.start), (here.start, start))
        )
        for pronoun, names in _meant(site, before, lead, one.exact, passages.language, whose):
            found[pronoun] = [*dict.fromkeys([*found.get(pronoun, ()), *names])]
    return _told(site, found)


def in_statement(site: Site, text: str, whose: Sequence[str]) -> str:
    """The pronouns of what editors say with those who are named before each, or else ``whose`` the
    words are that it rests on."""
    return _told(site, dict(_meant(site, "", "", text, written_language(site), whose)))


def _told(site: Site, found: dict[str, list[str]]) -> str:
    """Pronouns with the same meaning together: he, his (X or Y); she (nobody named before it)."""
    by_meaning: dict[str, list[str]] = {}
    for pronoun, some in found.items():
        names = (getattr(site.topic.records[one], "name", one) for one in some[:_MOST_NAMES])
        meaning = " or ".join(names) or "nobody named before it"
        by_meaning.setdefault(meaning, []).append(pronoun)
    return "; ".join(f"{', '.join(some)} ({meaning})" for meaning, some in by_meaning.items())


def _meant(
    site: Site, before: str, lead: str, text: str, language: Language, whose: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """The pronouns of some words that may mean somebody, and whom: of those named in their sentence
    before them, or if none of these fits, in the sentence ``before``, or ``whose`` they are. A
    pronoun for a thing means no person, and is left out where no body is named before it."""
    text = fold(text)
    near = Sentence(f"{lead}{text}", agents_names(site), language).mentions
    far = [one.whose for one in Sentence(before, agents_names(site), language).mentions]
    for pronoun, at in pronouns_in(text, language).items():
        kind = kind_of(pronoun, language)
        named = [one.whose for one in near if one.end <= at + len(lead)]
        places: Sequence[Sequence[str]] = (named, far) if kind == THING else (named, far, whose)
        if kind == SPEAKER:
            places = (whose,)
        each = (_fitting(site, kind, some, text) for some in places)
        found = next(filter(None, each), [])
        if found or kind != THING:
            yield pronoun, found


def _fitting(site: Site, kind: str, some: Iterable[str], text: str) -> list[str]:
    """Those whom a pronoun may mean, each once: a person for he and she, a body for it."""
    agents = (site.topic.records.get(one) for one in dict.fromkeys(some))
    found = [one for one in agents if isinstance(one, Agent)]
    people = [one for one in found if isinstance(one, Person)]
    if kind == THING:
        return [one.id for one in found if not is_person(site, one.id)]
    if kind in _FITTING:
        return [one.id for one in people if fits(_FITTING[kind], one, text)]
    return [one.id for one in (people if kind in (SPEAKER, ANYBODY) and people else found)]
