"""What was read: sources, records and pages, with where each of them is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import Field

from ..text.passages import Passages
from ..text.tongue import language_of
from .fieldtypes import NOT_STATED, Flag, Frozen, Keyword, Own, PersonId, SomeOf, Text
from .problems import Problem
from .record import Record
from .roles import CHOICE
from .settings import Settings, Source
from .yaml import Location

R = TypeVar("R", bound=Record)
SETTINGS = Location("seeds/settings.yml")


@dataclass(frozen=True)
class SourceText:
    """A source: its record, its text made searchable, its files."""

    id: str
    record: Source
    passages: Passages
    path: str
    where: Location
    sha256: str


class PageMeta(Frozen):
    """A content page's front matter; ``section_keywords`` are by the anchors of its sections."""

    title: Own
    description: Own
    contents: Annotated[Flag, CHOICE] = False
    person: PersonId | None = None
    keywords: SomeOf[Keyword] = ()
    section_keywords: dict[Text, SomeOf[Keyword]] = Field({})


@dataclass(frozen=True)
class Page:
    """A page of ``content/``: its path there, its front matter, its Markdown."""

    path: str
    meta: PageMeta
    body: str
    first_line: int  # of the body
    file: str
    where: Location  # of the front matter


def bare(word: str) -> str:
    """A word of a message without the marks around it."""
    return word.strip("\"'():,.")


class Doubt(NamedTuple):
    """A field that does not fit: its file and line, the lines of what it is a field of, and the
    words by which rules speak of it: its name, and what is in its place."""

    path: str
    line: int
    first: int
    last: int
    words: frozenset[str]


@dataclass(frozen=True)
class Topic:
    """Everything that was read. ``whole`` is false where something could not be, so that rules
    which need the whole (unknown ids, what is left out) do not add noise to the real fault;
    ``unreadable_ids`` are what may be an id in a file that could not be read. ``doubtful`` are the
    fields of records that did not fit, and have something else in their place, ``doubts`` where
    all such are; ``made_up`` are the ids of records whose own is taken, with these; ``actual``
    are the names of files that are read by a better one."""

    root: Path
    settings: Settings
    sources: dict[str, SourceText]
    records: dict[str, Record]
    kinds: dict[str, str]
    where: dict[str, Location]
    pages: dict[str, Page]
    redirects: dict[str, str]
    assets: dict[str, Path] = field(default_factory=dict)
    whole: bool = True
    unreadable_ids: frozenset[str] = frozenset()
    settings_where: Location = SETTINGS
    doubtful: dict[str, frozenset[str]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    made_up: dict[str, str] = field(default_factory=dict)
    actual: dict[str, str] = field(default_factory=dict)

    def is_doubted(self, problem: Problem) -> bool:
        """Whether something is said of a field that does not fit, which is fault enough."""
        said = {*map(bare, problem.message.split())}
        return any(
            doubt.path == problem.path
            and doubt.first <= problem.line <= doubt.last
            and (doubt.line == problem.line or not doubt.words.isdisjoint(said))
            for doubt in self.doubts
        )

    @cached_property
    def as_of(self) -> str:
        """The date for which the site holds: that of the settings, which is that of sources that
        state none, or that of the newest source, where it is later."""
        issued = (source.record.issued for source in self.sources.values())
        return max([self.settings.as_of, *(day for day in issued if day != NOT_STATED)])

    @cached_property
    def written_in(self) -> str:
        """The language in which editors write: what the settings say, else that of the sources, of
        several the one that the pages look like, else English."""
        tags = [*dict.fromkeys(source.record.language for source in self.sources.values()), "en"]
        if self.settings.language or len(tags) < 3:
            return self.settings.language or tags[0]
        found = language_of(" ".join(page.body for page in self.pages.values()))
        return next((tag for tag in tags if tag.split("-")[0].lower() == found), tags[0])

    def is_unreadable(self, name: str) -> bool:
        """Whether there is such an id, but in what cannot be read: that is fault enough."""
        return name in self.unreadable_ids or (
            name in self.where and name not in self.records and name not in self.redirects
        )

    def of_class(self, kind: type[R]) -> list[R]:
        """The records of a class, drafts too; looked for once."""
        if kind not in self._of_class:
            self._of_class[kind] = [r for r in self.records.values() if isinstance(r, kind)]
        return self._of_class[kind]

    @cached_property
    def _of_class(self) -> dict[type[Record], list[Any]]:
        return {}

    def of_kind(self, kind: str) -> list[Any]:
        """The records of one kind that may be published, in the order of files and lines."""
        return self._of_kind.get(kind, [])

    @cached_property
    def _of_kind(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for name, record in self.records.items():
            if not record.draft:
                found.setdefault(self.kinds[name], []).append(record)
        return found

    def with_value(self, kind: str, name: str) -> dict[str, list[Any]]:
        """The records of a kind by what one field has: a page a person need not look at all."""
        if (kind, name) not in self._with_value:
            found = self._with_value[kind, name] = {}
            for record in self.of_kind(kind):
                value = getattr(record, name, None)
                for one in dict.fromkeys(value if isinstance(value, tuple) else (value,)):
                    found.setdefault(one, []).append(record)
        return self._with_value[kind, name]

    @cached_property
    def _with_value(self) -> dict[tuple[str, str], dict[str, list[Any]]]:
        return {}

    def source_of(self, record: Record, own: str | None = None) -> str | None:
        """The source of a record's words; None where none is named and there are several."""
        only = next(iter(self.sources)) if len(self.sources) == 1 else None
        return own or record.source or only
