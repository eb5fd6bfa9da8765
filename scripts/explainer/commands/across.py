"""What a reviewer reads of pages in another language than a source: each statement beside its
clause, and what names and offices are translated from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.across import in_other_languages, named_only_across
from ..rules.common import names_of, sentences_of_words
from ..rules.own_words import written_language
from ..text.folding import fold
from ..text.office_words import meant_elsewhere
from ..text.words import stands_in
from ..topic.agents import Agent, Person
from ..topic.fieldtypes import NOT_STATED
from ..topic.site import Site
from .statements import Statement

_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]*[ ,]+){1,4}$")
_BEHIND = re.compile(r"^, (?:[^\W\d_][\w'’-]* ?){1,6}(?=[,.])")


def across(site: Site, said: Statement) -> str:
    """What is said of words in another language, and these words; empty where they are in the same
    or nothing is said."""
    own = written_language(site).code
    words = list[str]()
    for placed in said.placed:
        if site.topic.sources[placed.source].passages.language.code != own:
            words += sentences_of_words(site, [placed]) if said.whole else [fold(placed.exact)]
    words = [one for one in dict.fromkeys(words) if not any(one in w and one != w for w in words)]
    text = " · ".join(one for one in said.fields or (said.text,) if one != NOT_STATED)
    return f"“{text}” — “{' […] '.join(words)}”" if said.text and words else ""


def called_across(site: Site, name: str) -> Iterator[str]:
    """What only a person can tell of somebody whom sources in other languages name: whether a name
    that no source has is theirs, and whether the words beside it mean their job_title."""
    agent, own = site.topic.records.get(name), written_language(site).code
    if not isinstance(agent, Agent) or not any(in_other_languages(site)):
        return
    texts = [source.passages.folded for source in site.topic.sources.values()]
    there = [n for n in names_of(agent) if any(stands_in(n, text) for text in texts)]
    if there and fold(agent.name) not in there:
        yield f"name: does “{there[0]}” mean “{agent.name}”?"
    title = agent.job_title if isinstance(agent, Person) else ""
    said = named_only_across(site, name) if title else ()
    if title and not any(stands_in(fold(title), text) for text in said):
        words = (_beside(text, names_of(agent), own) for text in said)
        if found := next(filter(None, words), ""):
            yield f"job_title: does “{found}” mean “{title}”?"


def _beside(text: str, names: list[str], own: str) -> str:
    """The words right before or behind a name that may say what somebody is: those that have a word
    for an office, else those before."""
    for name in names:
        at = text.find(name)
        found = (
            [_BEFORE.search(text[:at]), _BEHIND.match(text[at + len(name) :])] if at >= 0 else []
        )
        words = [one.group().strip(" ,") for one in found if one]
        held = (one for one in words if meant_elsewhere(frozenset(one.split()), own))
        if words:
            return next(held, words[0])
    return ""
