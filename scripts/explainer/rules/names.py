"""The rules on the names of people and organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..text.folding import fold
from ..text.words import stands_in
from ..topic.model import Agent, Reference
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site
from .common import WORDS, of_class, published_agents
from .registry import rule

_ALIKE = 0.8  # how like two spellings of one name are, from 0 to 1


@rule(whole=True)
def names_of_one(site: Site) -> Iterator[Problem]:
    """A name, an alternate one too, is that of one person or organisation: it is not what another
    is called, nor the last word of another person's name.
    """
    called: dict[str, list[str]] = defaultdict(list)  # by each name, in full
    for agent in published_agents(site):
        for _, name in _names(agent):
            called[_plain(name)].append(agent.id)
    last: dict[str, list[str]] = defaultdict(list)  # people, by the last word of their name
    for agent in published_agents(site):
        if site.topic.kinds[agent.id] == "people":
            last[_plain(agent.name).split()[-1]].append(agent.id)
    for agent in published_agents(site):
        for key, name in _names(agent):
            plain = _plain(name)
            same = [*last[plain], *(called[plain] if key != ("name",) else ())]
            others = [other for other in same if other != agent.id]
            if others and agent.id not in last[plain]:
                yield site.problem(
                    agent.id,
                    key,
                    f'"{others[0]}" is called so too',
                    "remove the name from the one of the two that the source does not call so",
                    name,
                )


@rule(whole=True)
def names_known(site: Site) -> Iterator[Problem]:
    """A name is in a source or a reference, or made of forms of their words. An alternate one may
    also be another spelling of the name, its initials or what they stand for, or have the name
    beside words of a source.
    """
    texts = [source.passages.folded.casefold() for source in site.topic.sources.values()]
    for reference in of_class(site, Reference):
        said = (reference.title, reference.publisher, reference.author or "", reference.confirms)
        texts.append(fold(" ".join(said)).casefold())
    known = {word for text in texts for word in WORDS.findall(text)}
    for agent in published_agents(site):
        own = _plain(agent.name)
        for key, name in _names(agent):
            plain = _plain(name)
            alternate = key != ("name",) and _another_form(plain, own, known)
            formed = key == ("name",) and all(_among(word, known) for word in WORDS.findall(plain))
            if not (alternate or formed or any(stands_in(plain, text) for text in texts)):
                yield site.problem(
                    agent.id,
                    key,
                    "this name is in no source and no reference",
                    "write the name as the source has it; a reference that has it may be recorded",
                    name,
                )


def _another_form(name: str, own: str, known: set[str]) -> bool:
    """Whether an alternate name is its own one's initials, or has a word of it, or a form of one,
    beside known words.
    """
    words, owned = WORDS.findall(name), set(WORDS.findall(own))
    beside = all(_among(word, known | owned) for word in words)
    return _initials(name, own) or (beside and any(_among(word, owned) for word in words))


def _among(word: str, words: set[str]) -> bool:
    """Whether a word is one of some, or a form of one."""
    return word in words or any(
        SequenceMatcher(None, word, other).ratio() >= _ALIKE
        for other in words
        if other[:1] == word[:1]
    )


def _initials(*names: str) -> bool:
    """Whether one of two names is the initials of the other, small words aside or not."""
    for short, long in (names, names[::-1]):
        some = [WORDS.findall(long), [word for word in WORDS.findall(long) if len(word) > 3]]
        if short in ("".join(word[0] for word in words) for words in some if len(words) > 1):
            return True
    return False


def _names(agent: Agent) -> Iterator[tuple[Key, str]]:
    """Each name with the path of its field."""
    yield ("name",), agent.name
    yield from ((("alternate_names", i), name) for i, name in enumerate(agent.alternate_names))


def _plain(name: str) -> str:
    """A name as it is compared: folded, without its article and its capital letters."""
    return fold(name).casefold().removeprefix("the ")
