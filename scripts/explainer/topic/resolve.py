"""Ids that do not fit, as those of the records, sources and topics that were meant: known once all
files are read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..text.words import meant
from .agents import Agent
from .model import KINDS
from .problems import Problem
from .record import PLACE, Record
from .repair import UNREAD
from .roles import SOURCE_ID, TOPIC, Role, specs
from .settings import Settings
from .topic import Doubt, SourceText
from .yaml import Location

_OFFERED = re.compile(r"square brackets: \[([^\[\]]*)\]$")
_LIKE = re.compile(r"[^;]*, for instance that of ([a-z0-9-]+)")


def mention_of(record: Record, source: SourceText) -> str:
    """The line that places a record, by the name it has, in its source; empty where that has no
    such words, or has them more than once."""
    called = getattr(record, "name", "") or getattr(record, "term", "")
    words = re.compile(rf"(?<!\w){re.escape(called)}(?!\w)", re.I)
    found = [match.group() for match in words.finditer(source.passages.text)] if called else []
    return f"    mention: {json.dumps(found[0], ensure_ascii=False)}\n" if len(found) == 1 else ""


class Resolver:
    """What has an id, and what may be meant by one that does not fit."""

    def __init__(
        self,
        records: Mapping[str, Record],
        kinds: Mapping[str, str],
        settings: Settings,
        sources: Mapping[str, SourceText],
        where: Mapping[str, Location],
    ):
        self.records, self.kinds, self.sources = records, kinds, sources
        self.where = where
        self.topics = {*settings.topics, *(option.id for option in settings.options)}
        self.agents = [name for name, record in records.items() if isinstance(record, Agent)]

    def of_role(self, name: str, role: Role) -> str:
        """The id that may be in a field of some role and was meant by a name; empty where there is
        none."""
        known = {n for n, kind in self.kinds.items() if kind in (role.kinds or KINDS)}
        if role in (TOPIC, SOURCE_ID):
            known = self.topics if role is TOPIC else {*self.sources}
        if role is SOURCE_ID and len(known) == 1:
            return next(iter(known))
        return name if name in known else meant(name, known)

    def of_any(self, name: str) -> str:
        """The id that was meant by a name, somebody's first."""
        known = {*self.kinds, *self.topics, *self.sources}
        return name if name in known else meant(name, self.agents) or meant(name, known)

    def of_field(self, name: str, field: str) -> str:
        """The id that may be in a field and was meant by a name, whatever record it is of."""
        some = (specs(kind).get(field) for kind in KINDS.values())
        roles = {spec.role for spec in some if spec and spec.role and spec.role.refers}
        kinds = {kind for role in roles for kind in role.kinds or KINDS}
        found = self.of_any(name)
        return found if not roles or self.kinds.get(found, "") in kinds else ""

    def told(self, problem: Problem) -> Problem:
        """A problem with the ids that there are in place of names, and of a name that nothing
        places, where it is."""
        if problem.help == PLACE:
            return problem._replace(paste=self.mention(problem))
        if found := _OFFERED.search(problem.help):
            ids = [self.of_any(one) or one for one in found[1].split(", ")]
            return problem._replace(help=f"{problem.help[: found.start(1)]}{', '.join(ids)}]")
        if found := _LIKE.search(problem.help):
            only = next(iter(self.sources)) if len(self.sources) == 1 else ""
            field = problem.message.split('"')[1:2]
            near = self.of_field(found[1], *field) or (
                only if problem.message.startswith('"source"') else ""
            )
            instead = (
                f"did you mean {near}?"
                if near
                else "record it first, or remove this: no id is like it"
            )
            return problem._replace(help=problem.help.replace(found[0], instead))
        return problem

    def mention(self, problem: Problem) -> str:
        """The line that places the record of which a problem is, by its name, if one does."""
        places = ((w.path, w.line(), name) for name, w in self.where.items())
        found = (n for *at, n in places if at == [problem.path, problem.line])
        record, only = self.records.get(next(found, "")), next(iter(self.sources), "")
        source = self.sources.get(getattr(record, "source", None) or only)
        return mention_of(record, source) if record and source else ""

    def meant(self, name: str, fields: frozenset[str]) -> Iterator[tuple[str, Any]]:
        """Of some fields of a record that do not fit, those with ids of which it is known what was
        meant, with that."""
        record = self.records[name]
        for field, spec in specs(type(record)).items():
            role, value = spec.role, getattr(record, field)
            if field in fields and role and (role.refers or role in (TOPIC, SOURCE_ID)):
                ids = value if isinstance(value, tuple) else (value,)
                found = tuple(
                    self.of_role(one, role) if isinstance(one, str) and one != UNREAD else ""
                    for one in ids
                )
                if found and all(found):
                    yield field, found if isinstance(value, tuple) else found[0]


def is_of(doubt: Doubt, where: Location, field: str) -> bool:
    """Whether a doubt is about a field of the record that is at some place."""
    return doubt.path == where.path and doubt.first == where.line() and field in doubt.words
