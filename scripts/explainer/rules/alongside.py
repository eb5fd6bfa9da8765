"""The rule on who or what is named together in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.voices import OTHER, Sentence
from ..text.wider_words import WIDER
from ..text.words import stands_in
from ..topic.agents import Agent, Person
from ..topic.apparatus import Reference
from ..topic.model import Event
from ..topic.problems import Problem
from ..topic.roles import values
from ..topic.site import Site, kept
from .belonging import is_person, related
from .cited import says_something, sentences_cited
from .common import WORDS, names_of, of_class, sentences_around
from .own_words import own_words, written_language
from .registry import rule
from .voices import agents_names

_NAME = (
    r"(?:(?:[Tt]he|[Dd](?:er|ie|as)|[Ll][ea]s?)\s)?"
    r"[A-Z][\w.-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.-]*)*"
)
_AND = r"(?:and|or|und|oder|et|ou|y|e)"
_LIST = re.compile(rf"{_NAME}(?:,\s{_NAME})*,?\s{_AND}\s{_NAME}")
_JOINED = re.compile(rf",?\s{_AND}\s|,\s")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Dd](?:er|ie|as)|[Ll][ea]s?)\s")
_TIMES = {word for one in WIDER.values() for word in (*one.months, *one.weekdays)}
# Where an event was, and who else was there.
_THERE = re.compile(
    r"\b(?:at|in|in the presence of|alongside|together with|joined by|accompanied by)\s(?:the\s)?$"
)


@rule(whole=False)
def named_together(site: Site) -> Iterator[Problem]:
    """Of those whom a sentence names in one list (X, Y and Z), all are named in the sentences of
    the facts it cites, or these facts are about them, if one of them is; and where an event was,
    and who was there, is named there too."""
    names, language = agents_names(site), written_language(site)
    for own in own_words(site):
        for part in sentences_cited(site, own.shown) if own.shown and own.records else ():
            records = [site.topic.records.get(name) for name in part.cites]
            cites = tuple(name for name in part.cites if says_something(site, name))
            if not cites or any(isinstance(one, Reference) for one in records):
                continue
            sentence = Sentence(fold(part.marked), names, language)
            events = all(isinstance(site.topic.records[name], Event) for name in cites)
            wrong = _stranger(site, sentence, cites) or (
                events and _elsewhere(site, sentence, cites)
            )
            if wrong:
                yield own.problem(
                    f'no fact cited here has "{wrong}" with these',
                    "name those whom the facts name, or cite the fact that has them",
                    part.text[:160],
                )


def _stranger(site: Site, sentence: Sentence, cites: tuple[str, ...]) -> str:
    """The first of a list who is named nowhere in what is cited, where another of it is."""
    for items in lists_of(sentence.text):
        known = [_known(site, sentence, item, cites) for item in items]
        if any(known) and not all(known):
            return items[known.index(False)][0]
    return ""


def lists_of(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """The lists of names in a folded text (X, Y and Z): each name, and where it is."""
    for found in _LIST.finditer(text):
        if OTHER in found.group():
            continue
        items, at = [], found.start()
        for item in _JOINED.split(found.group()):
            at = text.index(item, at)
            items.append((_ARTICLE.sub("", item), at, at + len(item)))
        yield items


def _known(
    site: Site, sentence: Sentence, item: tuple[str, int, int], cites: tuple[str, ...]
) -> bool:
    name, start, end = item
    named = [m for m in sentence.mentions if start <= m.start and m.end <= end]
    if any(m.how == "owns" for m in named):
        return True  # X's minister is somebody else
    who = [m.whose for m in named]
    if not who and all(word.lower() in _TIMES for word in WORDS.findall(name)):
        return True  # which is for the rules on dates
    if any(name.lower() in title for title in _offices(site)):
        return True
    begins = not who and (not start or sentence.text[:start].endswith((". ", ": ", "; ")))
    return begins or any(_told(site, cite, name, *who) for cite in cites)


@kept()
def _offices(site: Site) -> tuple[str, ...]:
    return (*(fold(one.job_title).lower() for one in of_class(site, Person) if one.job_title),)


def _told(site: Site, cite: str, name: str, *who: str) -> bool:
    """Whether the sentences of a record, or its own words, name somebody, or it is about them."""
    text, about = _texts(site, cite)
    agents = [site.topic.records[one] for one in who]
    named = [name, *(n for one in agents if isinstance(one, Agent) for n in names_of(one))]
    return any(stands_in(one, text) for one in named) or any(
        related(site, one, other) for one in who for other in about
    )


@kept(4096)
def _texts(site: Site, name: str) -> tuple[str, frozenset[str]]:
    found = [*values(site.topic.records[name])]
    texts = [fold(v.value) for v in found if isinstance(v.value, str)]
    about = frozenset(v.value for v in found if v.spec.role and v.spec.role.refers)
    return "\n".join((*sentences_around(site, name), *texts)), about


def _elsewhere(site: Site, sentence: Sentence, cites: tuple[str, ...]) -> str:
    """A body at which, or with which, an event is said to be, and which nothing cited names."""
    for mention in sentence.mentions:
        there = _THERE.search(sentence.text[: mention.start])
        if there and mention.how != "owns" and not is_person(site, mention.whose):
            name = sentence.text[mention.start : mention.end]
            if not any(stands_in(name, _texts(site, cite)[0]) for cite in cites):
                return name
    return ""
