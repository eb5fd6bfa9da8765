"""The rules on names: of people and organisations, and what pages call other things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from ..text.folding import fold, look
from ..text.offices import describes
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation, Person
from ..topic.apparatus import Reference
from ..topic.model import Term
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site, at
from ..topic.yaml import Location
from .across import alike_across
from .common import WORDS, names_of, of_class, published_agents
from .registry import rule
from .voices import in_cases

_ALIKE = 0.8  # how like two spellings of one name are, from 0 to 1


@rule(whole=False)
def no_shared_names(site: Site) -> Iterator[Problem]:
    """A name, an alternate one too, is that of one person or organisation: it is not what another
    is called, nor the last word of another person's name. No term has a form of another."""
    yield from _shared_terms(site)
    called: dict[str, list[str]] = defaultdict(list)  # by each name, in full
    for agent in published_agents(site):
        for _, name in _names(agent):
            called[_plain(name)].append(agent.id)
    last: dict[str, list[str]] = defaultdict(list)  # people, by the last word of their name
    for agent in published_agents(site):
        if isinstance(agent, Person) and not describes(fold(agent.name)):
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


def _shared_terms(site: Site) -> Iterator[Problem]:
    """The forms of terms that another term has too."""
    seen: dict[str, str] = {}
    terms = [term for term in of_class(site, Term) if not term.draft]
    forms: list[tuple[Term, Key, str]] = [(t, ("term",), t.term) for t in terms]
    forms += [
        (t, ("alternate_names", i), n) for t in terms for i, n in enumerate(t.alternate_names)
    ]
    for term, key, form in forms:
        if (first := seen.setdefault(look(form), term.id)) != term.id:
            path, line = at(site, first)
            message = f'"{first}" is called so too'
            help = f"change that one, {path}:{line}, and remove this; or give each form to one term"
            yield site.problem(term.id, key, message, help, form)


@rule(whole=True)
def known_names(site: Site) -> Iterator[Problem]:
    """A name is in a source or a reference, or made of forms of their words. An alternate one may
    also be another spelling of the name, its initials or what they stand for, or have the name
    beside words of a source. What a source calls itself (its label) need not be in it. Where a
    source is in another language than the pages, so may a name in theirs beside one that the source
    has: Cologne and Köln; not that of another place."""
    texts = [source.passages.folded.casefold() for source in site.topic.sources.values()]
    for reference in of_class(site, Reference):
        said = (reference.title, reference.publisher, reference.author or "", reference.confirms)
        texts.append(fold(" ".join(said)).casefold())
    known = {word for text in texts for word in WORDS.findall(text)}
    labels = {fold(source.record.label).casefold() for source in site.topic.sources.values()}
    for agent in published_agents(site):
        own = _plain(agent.name)
        if fold(agent.name).casefold() in labels:
            continue
        for key, name in _names(agent):
            plain = _plain(name)
            alternate = key != ("name",) and _another_form(plain, own, known)
            formed = key == ("name",) and all(_among(word, known) for word in WORDS.findall(plain))
            cases = in_cases(site, [plain]) if isinstance(agent, Organisation) else [plain]
            there = any(stands_in(form, text) for form in cases for text in texts)
            if not (alternate or formed or there or alike_across(site, agent, name)):
                yield site.problem(
                    agent.id,
                    key,
                    "this name is in no source and no reference",
                    "write the name as the source has it; a reference that has it may be recorded",
                    name,
                )


def _another_form(name: str, own: str, known: set[str]) -> bool:
    """Whether an alternate name is its own one's initials, or has a word of it, or a form of one,
    beside known words."""
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


@rule(whole=False)
def labels_told_apart(site: Site) -> Iterator[Problem]:
    """What pages call two sources, two options or two topics is not the same, nor does it look the
    same; of two sources it differs by more than a letter. No source is called as a person is."""
    settings, where = site.topic.settings, site.topic.settings_where
    options = [(("options", i, "label"), o.label) for i, o in enumerate(settings.options)]
    marks = [(("options", i, "mark"), o.mark) for i, o in enumerate(settings.options)]
    topics = [(("topics", name), label) for name, label in settings.topics.items()]
    for labels in (options, marks, topics):
        for i, (key, label) in enumerate(labels):
            same = (other for _, other in labels[:i] if look(other) == look(label))
            yield from (_alike(where, key, label, other) for other in islice(same, 1))
    yield from _sources_told_apart(site)


def _sources_told_apart(site: Site) -> Iterator[Problem]:
    people = [n for p in of_class(site, Person) if not p.draft for n in names_of(p)]
    before: list[str] = []
    for source in site.topic.sources.values():
        label = source.record.label
        alike = [other for other in before if _one_slip(other, label)]
        alike += [name for name in people if look(name) == look(_plain(label))]
        yield from (_alike(source.where, ("label",), label, other) for other in alike[:1])
        before.append(label)


def _alike(where: Location, key: Key, label: str, other: str) -> Problem:
    message = f'"{label}" and "{other}" cannot be told apart'
    help = "call each something else, so that readers know which one is meant"
    return Problem(where.path, where.line(*key), message, help, "", label)


def _one_slip(one: str, other: str) -> bool:
    """Whether two labels look the same, or differ by one letter of a long word."""
    if look(one) == look(other):
        return True
    pairs = list(zip_longest(_plain(one).split(), _plain(other).split(), fillvalue=""))
    differ = [pair for pair in pairs if look(pair[0]) != look(pair[1])]
    if len(differ) != 1 or not all(len(w) > 5 and w.isalpha() for w in differ[0]):
        return False
    (a, b) = sorted(map(look, differ[0]), key=len)
    start = next((i for i, pair in enumerate(zip(a, b, strict=False)) if len({*pair}) > 1), len(a))
    return b[start + 1 :] in (a[start:], a[start + 1 :]) or (
        a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    )


def _plain(name: str) -> str:
    """A name as it is compared: folded, without its article and its capital letters."""
    return fold(name).casefold().removeprefix("the ")
