"""What all pages and data share: labels, addresses below the root, titles and summaries of records,
lists by person.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from types import SimpleNamespace as View
from typing import Any, NamedTuple
from urllib.parse import quote as percent

from ..topic.evidence import Placed
from ..topic.figures import unlike_in
from ..topic.model import NOT_STATED, Record, SetAside
from ..topic.site import Site
from ..topic.yaml import Location
from .labels import (
    BASES,
    CLAIM_LABELS,
    KIND_LABELS,
    LEVELS,
    all_of,
    date_text,
    page_url,
    shorten,
    stated,
    stop,
    unit_shown,
)


class Setting(NamedTuple):
    """Where the site will live; every part may be empty. It comes from the environment (see
    ``build``).
    """

    site_url: str = ""
    site_name: str = ""
    repository: str = ""
    branch: str = "main"
    revision: str = "main"
    # what links in blocks are relative to: the page's address, or (Zensical) the page's file
    links: str = "page"


class Book:
    """What all pages share: titles, addresses and lists by person."""

    def __init__(self, site: Site, setting: Setting):
        self.site, self.topic, self.setting = site, site.topic, setting
        self.labels = {o.id: o.label for o in self.topic.settings.options} | dict(
            self.topic.settings.topics
        )
        self.options = [
            View(number=i, **o.model_dump()) for i, o in enumerate(self.topic.settings.options, 1)
        ]
        self.shared: dict[str, list[str]] = defaultdict(list)
        for quote in self.topic.of_kind("quotes"):
            if quote.shared_by:
                self.shared[quote.shared_by].append(quote.id)
        self.by_agent: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, record in self.topic.records.items():
            if record.draft:
                continue
            for field in ("speaker", "author", "holder", "attribution", "participants"):
                value = getattr(record, field, None)
                for agent in value if isinstance(value, tuple) else (value,):
                    if agent and name not in self.by_agent[agent][self.topic.kinds[name]]:
                        self.by_agent[agent][self.topic.kinds[name]].append(name)
        self.aliases: dict[str, list[str]] = defaultdict(list)
        for old, new in self.topic.redirects.items():
            self.aliases[new].append(old)
        self.person_pages = {
            p.page.meta.person: path for path, p in site.outlines.items() if p.page.meta.person
        }
        self.block_pages = {b.name: path for path, p in site.outlines.items() for b in p.blocks}
        self.order = {name: i for i, name in enumerate(self.topic.records)}
        self.titles = {name: self._title(record) for name, record in self.topic.records.items()}

    @property
    def imprint(self) -> str:
        """The site's name and date, as citations give them."""
        name = self.setting.site_name or self.topic.settings.question
        return f"{name}{stop(name)} Explainer, as of {date_text(self.topic.settings.as_of)}."

    def name(self, agent: str | None) -> str:
        record = self.topic.records.get(agent or "")
        return getattr(record, "name", None) or stated(agent)

    def within(self, agent: str | None) -> str:
        """A name within a sentence: the Kremlin, not The Kremlin."""
        name = self.name(agent)
        return "the " + name[4:] if name.startswith("The ") else name

    def in_full(self, name: str) -> str:
        """A record's title with nothing of its words left out."""
        return self._title(self.topic.records[name], lambda text, _: text)

    def _title(self, record: Any, cut: Callable[[str, int], str] = shorten) -> str:
        match self.topic.kinds[record.id]:
            case "people" | "organisations":
                return record.name
            case "quotes":
                words = " … ".join(
                    p.exact.rstrip(",") for p in self.site.evidence.of(record.id, "text")
                )
                who = (
                    self.name(record.speaker)
                    if record.speaker
                    else f"Post shared by {self.name(record.shared_by)}"
                )
                return f"{who}: “{cut(words, 70)}”"
            case "figures":
                return f"{record.value_text}{unit_shown(record)}: {record.label}"
            case "positions":
                return f"{self.name(record.holder)}: {cut(record.statement, 80)}"
            case "claims":
                return cut(record.statement, 90)
            case "comparisons":
                return record.question
            case "terms":
                return record.term
            case "corrections":
                return cut(record.what, 90)
        return record.title

    def address(self, name: str) -> str:
        """A record's address below the root; empty if nothing shows it."""
        home = self.site.homes.get(name)
        return f"{page_url(home)}#{name}" if home else ""

    def absolute(self, address: str) -> str:
        return posixpath.join(self.setting.site_url, address) if self.setting.site_url else address

    def edit_url(self, where: Location) -> str:
        return (
            f"{self.setting.repository}/blob/{self.setting.revision}/{where.path}#L{where.line()}"
            if self.setting.repository
            else ""
        )

    def report_url(self, name: str, address: str) -> str:
        if not self.setting.repository:
            return ""
        return f"{self.setting.repository}/issues/new?template=report-a-problem.yml&fact={name}&page={percent(self.absolute(address), safe='')}"

    def ledger_address(self, source: str, paragraph: int, sentence: int) -> str:
        pages = self.site.ledgers.get((source, paragraph))
        return f"{page_url(pages[0][0])}#{source}.p{paragraph}.s{sentence}" if pages else ""

    def kind_label(self, record: Any) -> str:
        kind = self.topic.kinds[record.id]
        return CLAIM_LABELS[record.kind] if kind == "claims" else KIND_LABELS[kind]

    def warnings(self, name: str, among: Any) -> list[str]:
        """Figures shown beside this one that it must not be compared with."""
        figure: Any = self.topic.records[name]
        if self.topic.kinds[name] != "figures":
            return []
        others = [
            self.topic.records[n]
            for n in sorted(among, key=self.order.__getitem__)
            if n != name and self.topic.kinds[n] == "figures"
        ]
        return [
            f"Not like for like with “{other.label}”: {all_of(differ)} differ{'s' if len(differ) == 1 else ''}."  # type: ignore[attr-defined]
            for other in others
            if (differ := unlike_in(figure, other))  # type: ignore[arg-type]
        ]

    def summary(self, record: Any) -> str:
        """Who says so, how, and as of when: one line of plain text."""
        match self.topic.kinds[record.id]:
            case "quotes":
                via = (
                    f" on {self.within(record.said_via)}"
                    if record.said_via != NOT_STATED
                    else ", place not stated"
                )
                when = date_text(record.date_said) + (
                    f" ({BASES[record.date_basis]})"
                    if BASES[record.date_basis] and record.date_said != NOT_STATED
                    else ""
                )
                if record.kind == "shared":
                    author = record.author_description or self.within(record.author)
                    return (
                        f"written by {author}, shared by {self.within(record.shared_by)}{via},"
                        f" {when}"
                    )
                return f"{self.name(record.speaker)}{via}, {when}"
            case "figures":
                chain = ", as reported by ".join(self.within(a) for a in record.attribution)
                as_of = (
                    f"; as of {date_text(record.as_of)}"
                    if record.as_of != NOT_STATED
                    else "; date not stated"
                )
                return f"{LEVELS[record.attribution_level].lower()} {chain}{as_of}"
            case "events":
                basis = f" ({BASES[record.date_basis]})" if BASES[record.date_basis] else ""
                return (
                    f"{'expected for' if record.status == 'expected' else ''}"
                    f" {date_text(record.date)}{basis}".strip()
                )
            case "claims" | "positions":
                who = (
                    all_of([self.within(a) for a in record.attribution])
                    if record.attribution
                    else ""
                )
                label = (
                    CLAIM_LABELS[record.kind].lower()
                    if self.topic.kinds[record.id] == "claims"
                    else f"position of {self.within(record.holder)}"
                )
                as_of = f"; as of {date_text(record.as_of)}" if record.as_of != NOT_STATED else ""
                return (
                    label
                    + (f", according to {who}" if who else f" in {self.source_label(record)}")
                    + as_of
                )
            case "references":
                return ", ".join(
                    filter(
                        None,
                        (
                            record.author,
                            record.publisher,
                            "no date" if record.issued == NOT_STATED else date_text(record.issued),
                        ),
                    )
                )
            case "terms":
                return record.definition
            case "conflicts":
                return record.difference
            case "people" | "organisations":
                return record.description
        return ""

    def source_label(self, record: Record) -> str:
        source = self.topic.source_of(record)
        return (
            self.topic.sources[source].record.label
            if source in self.topic.sources
            else "the source"
        )

    @cached_property
    def set_aside(self) -> dict[tuple[str, int, int], list[SetAside]]:
        """For each sentence, what is set aside of it."""
        found: dict[tuple[str, int, int], list[SetAside]] = defaultdict(list)
        for name, aside in self.site.evidence.aside.items():
            for item, placed in aside:
                if isinstance(placed, Placed):
                    for sentence in range(placed.sentence, placed.sentence_end + 1):
                        found[name, placed.paragraph, sentence].append(item)
        return found

    @cached_property
    def in_sentence(self) -> dict[tuple[str, int, int], list[tuple[str, str]]]:
        """For each sentence, the records whose words touch it, with the field."""
        found: dict[tuple[str, int, int], list[tuple[str, str]]] = defaultdict(list)
        for name, places in self.site.evidence.placed.items():
            if self.topic.records[name].draft:
                continue
            for key, placed in places.items():
                passages = self.topic.sources[placed.source].passages
                for sentence in {s for span in placed.spans for s in passages.sentences_of(span)}:
                    found[placed.source, sentence.paragraph, sentence.number].append(
                        (name, str(key[0]))
                    )
        return found
