"""What a reviewer reads of pages in another language than a source: each statement beside its
clause, and what somebody's office is translated from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.across import named_only_across
from ..rules.common import names_of, sentences_of_words
from ..rules.own_words import written_language
from ..text.folding import fold
from ..text.office_words import meant_elsewhere
from ..text.words import stands_in
from ..topic.agents import Person
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
    text = said.text.replace(f" {NOT_STATED}", "")
    return f"“{text}” — “{' […] '.join(words)}”" if said.text and words else ""


def offices_across(site: Site, said: Statement) -> Iterator[str]:
    """What the words beside the name of each person of a statement, in sources in other languages
    alone, have to mean for their job_title to be right."""
    own = written_language(site).code
    for name in said.whose[:1]:
        person = site.topic.records.get(name)
        if isinstance(person, Person) and person.job_title and person.job_title in said.text:
            for text in named_only_across(site, name):
                if stands_in(fold(person.job_title), text):
                    break
                if words := _beside(text, names_of(person), own):
                    yield f"job_title: does “{words}” mean “{person.job_title}”?"
                    break


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
