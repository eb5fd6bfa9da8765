"""The record of somebody whom another record names by an id, and who has none yet: to paste."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.characters import plain_letters
from ..text.folding import fold
from ..text.given_names import is_given_name
from ..text.words import stands_in
from ..topic.agents import Agent
from ..topic.evidence import MENTION
from ..topic.meant import as_id
from ..topic.problems import Problem
from ..topic.roles import Spec
from ..topic.topic import Topic
from .common import names_of
from .evidence import first_of, with_words_before
from .paste import place_of

ITSELF = "the source itself needs no record: leave the line out"


def is_itself(topic: Topic, name: str) -> bool:
    """Whether an id is one of what a source is called."""
    return name in {as_id(source.record.label) for source in topic.sources.values()}


class Missing(NamedTuple):
    """An id that no record has, where somebody is to be named, and the kinds that may have it."""

    name: str
    problem: Problem
    kinds: tuple[str, ...]


def is_agent(spec: Spec) -> bool:
    """Whether a field names nobody but people and organisations."""
    kinds = spec.role.kinds if spec.role else ()
    return bool(kinds) and {*kinds} <= {"people", "organisations"}


def with_entries(topic: Topic, missing: Iterable[Missing]) -> Iterator[Problem]:
    """Of each id that names nobody one problem a file, with the record to add; as it was said where
    a record that there is seems to be meant."""
    first: dict[tuple[str, str], Missing] = {}
    others: dict[tuple[str, str], list[int]] = {}
    for one in missing:
        words = _called(topic, one.name)
        if one.problem.help.startswith("did you mean ") and not words:
            yield one.problem
        elif (key := (one.problem.path, one.name)) in first:
            others.setdefault(key, []).append(one.problem.line)
        else:
            first[key] = one
    for key, one in first.items():
        help, paste = _entry(topic, one)
        if lines := others.get(key):
            help += f"; it is named in line{'s'[: len(lines) > 1]} {', '.join(map(str, lines))} too"
        yield one.problem._replace(help=help, paste=paste)


def _called(topic: Topic, name: str) -> str:
    """The name that an id is made of, as a source has it with capitals; empty where it has none, or
    it is one of somebody who has a record."""
    words = re.compile(r"[^\w\n]{1,2}".join(map(re.escape, name.split("-"))), re.I)
    known = [n for record in topic.records.values() for n in _names(record)]
    for source in topic.sources.values():
        text = source.passages.text
        plain = plain_letters(text)
        for found in words.finditer(plain if len(plain) == len(text) else text):
            called = text[slice(*found.span())]
            if called[:1].isupper() and first_of(source.passages, called):
                return "" if any(stands_in(fold(called), other) for other in known) else called
    return ""


def _names(record: object) -> list[str]:
    return names_of(record) if isinstance(record, Agent) else []


def _entry(topic: Topic, one: Missing) -> tuple[str, str]:
    """What to do for somebody who has no record, and the record, with what is to be filled in left
    empty."""
    if is_itself(topic, one.name):
        return ITSELF, ""
    words = _called(topic, one.name)
    person = "organisations" not in one.kinds or is_given_name(words.split(" ")[0])
    kind = "people" if person and "people" in one.kinds else "organisations"
    help = f"write an id that there is, or put this under {kind}: in {place_of(topic, kind)}"
    lines = [f"  - id: {one.name}\n", f"    name: {words}\n"]
    lines += ["    type: \n"] if kind == "organisations" else []
    lines += ["    description: \n", *_mention(topic, words)]
    if kind == "organisations" and "people" in one.kinds:
        people = place_of(topic, "people")
        help += f" (who is a person, without the line type:, under people: in {people})"
    return help, "".join(lines)


def _mention(topic: Topic, called: str) -> Iterator[str]:
    for source in topic.sources.values():
        if called and (words := first_of(source.passages, called)):
            yield from with_words_before(source.passages, words, MENTION)
            if len(topic.sources) > 1:
                yield f"    source: {source.id}\n"
            return
    yield f"    {MENTION}: \n"
