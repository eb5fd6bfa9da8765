"""The model into pages: {path below build/docs: Markdown}. Pure: nothing is read from or written to disk but templates.

Every page of ``content/`` becomes a page of the same path. Its blocks become HTML from ``templates/`` (escaped there),
its ``[^id]`` footnotes get their text, its ``fact:`` links their addresses. Addresses are relative, so that the site
works below any path.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace as View
from typing import Any, NamedTuple
from urllib.parse import quote as percent

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .checks import quoted_share, unlike, unlike_in
from .content import CITATION, FACT_LINK, Block, Outline, Site
from .evidence import Placed, placed_where
from .load import Where
from .model import NOT_STATED, Record
from .problems import Problem

KIND_LABELS = {
    "people": "Person", "organisations": "Organisation", "quotes": "Quotation", "figures": "Number", "events": "Event",
    "positions": "Position", "claims": "Statement", "comparisons": "Comparison", "conflicts": "Conflict", "terms": "Term",
    "references": "Reference", "corrections": "Correction",
}  # fmt: skip
CLAIM_LABELS = {"fact": "Reported as fact", "claim": "Claim", "analysis": "Analysis", "characterisation": "Characterisation"}
STANCES = {"for": "For", "against": "Against", "conditional": "On conditions", "unclear": "Unclear"}
QUALIFIERS = {"exact": "", "at_least": "at least", "at_most": "at most", "about": "about"}
LEVELS = {"stated_by": "Stated by", "claimed_by": "Claimed by", "estimated_by": "Estimated by", "reported_by": "Reported by"}
BASES = {"stated": "", "inferred": "date inferred", "reference": "date known from elsewhere"}


class Setting(NamedTuple):
    """Where the site will live; every part may be empty. It comes from the environment (see ``build``)."""

    site_url: str = ""
    site_name: str = ""
    repository: str = ""
    branch: str = "main"
    revision: str = "main"
    links: str = "page"  # what links in blocks are relative to: the page's address, or (Zensical) the page's file


def render(site: Site, setting: Setting, book: Book | None = None) -> dict[str, str]:
    """All pages as Markdown."""
    return dict(pages(book or Book(site, setting)))


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Each page's path and Markdown, one at a time: all of a large site as text would need twice the memory."""
    return ((path, _page(book, parts)) for path, parts in book.site.outlines.items())


def page_url(path: str) -> str:
    """A page's address below the site's root: people.md is people/."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return stem + "/" if stem else ""


def relative(path: str, target: str) -> str:
    """The address of ``target`` (below the root, with its #anchor) as a link from the page ``path``."""
    address, _, anchor = target.partition("#")
    base = page_url(path)
    if address == base and anchor:
        return "#" + anchor
    link = posixpath.relpath("/" + address, "/" + base) + ("/" if not address or address.endswith("/") else "")
    return link + ("#" + anchor if anchor else "")


def date_text(value: str | None) -> str:
    """An ISO date with its precision, for people."""
    if not value or value == NOT_STATED:
        return "date not stated"
    if len(value) == 10:
        day = date.fromisoformat(value)
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}" if len(value) == 7 else value


_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def stated(value: str | None, otherwise: str = "not stated") -> str:
    """A value that may be not_stated, for people."""
    return otherwise if value in (None, NOT_STATED) else str(value)


class Book:
    """What all pages share: titles, addresses and lists by person."""

    def __init__(self, site: Site, setting: Setting):
        self.site, self.topic, self.setting = site, site.topic, setting
        self.labels = {o.id: o.label for o in self.topic.settings.options} | dict(self.topic.settings.topics)
        self.options = [View(number=i, **o.model_dump()) for i, o in enumerate(self.topic.settings.options, 1)]
        self.shared: dict[str, list[str]] = defaultdict(list)
        for quote in self.topic.of_kind("quotes"):
            if quote.shared_by:
                self.shared[quote.shared_by].append(quote.id)
        self.by_agent: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, record in self.topic.records.items():
            if record.draft:
                continue
            for field in fields_of(type(record), "speaker author holder attribution participants"):
                value = getattr(record, field)
                for agent in value if isinstance(value, tuple) else (value,):
                    if agent and name not in self.by_agent[agent][self.topic.kinds[name]]:
                        self.by_agent[agent][self.topic.kinds[name]].append(name)
        self.aliases: dict[str, list[str]] = defaultdict(list)
        for old, new in self.topic.redirects.items():
            self.aliases[new].append(old)
        self.person_pages = {p.page.meta.person: path for path, p in site.outlines.items() if p.page.meta.person}
        self.block_pages = {b.name: path for path, p in site.outlines.items() for b in p.blocks}
        self.order = {name: i for i, name in enumerate(self.topic.records)}
        self.titles = {name: self._title(record) for name, record in self.topic.records.items()}

    @property
    def imprint(self) -> str:
        """The site's name and date, as citations give them."""
        name = self.setting.site_name or self.topic.settings.question
        return f"{name}{_stop(name)} Explainer, as of {date_text(self.topic.settings.as_of)}."

    def name(self, agent: str | None) -> str:
        record = self.topic.records.get(agent or "")
        return getattr(record, "name", None) or stated(agent)

    def within(self, agent: str | None) -> str:
        """A name within a sentence: the Kremlin, not The Kremlin."""
        name = self.name(agent)
        return "the " + name[4:] if name.startswith("The ") else name

    def _title(self, record: Any) -> str:
        match self.topic.kinds[record.id]:
            case "people" | "organisations":
                return record.name
            case "quotes":
                words = " … ".join(p.exact.rstrip(",") for p in self.site.evidence.of(record.id, "text"))
                who = self.name(record.speaker) if record.speaker else f"Post shared by {self.name(record.shared_by)}"
                return f"{who}: “{shorten(words, 70)}”"
            case "figures":
                return f"{record.value_text}{_unit(record)}: {record.label}"
            case "positions":
                return f"{self.name(record.holder)}: {shorten(record.statement, 80)}"
            case "claims":
                return shorten(record.statement, 90)
            case "comparisons":
                return record.question
            case "terms":
                return record.term
            case "corrections":
                return shorten(record.what, 90)
        return record.title

    def address(self, name: str) -> str:
        """A record's address below the root; empty if nothing shows it."""
        home = self.site.homes.get(name)
        return f"{page_url(home)}#{name}" if home else ""

    def absolute(self, address: str) -> str:
        return posixpath.join(self.setting.site_url, address) if self.setting.site_url else address

    def edit_url(self, where: Where) -> str:
        return f"{self.setting.repository}/blob/{self.setting.revision}/{where.path}#L{where.line()}" if self.setting.repository else ""

    def report_url(self, name: str, address: str) -> str:
        if not self.setting.repository:
            return ""
        return f"{self.setting.repository}/issues/new?template=report-a-problem.yml&fact={name}&page={percent(self.absolute(address), safe='')}"

    def ledger_address(self, source: str, paragraph: int, sentence: int) -> str:
        page = self.block_pages.get("ledger")
        return f"{page_url(page)}#{source}.p{paragraph}.s{sentence}" if page else ""

    def kind_label(self, record: Any) -> str:
        kind = self.topic.kinds[record.id]
        return CLAIM_LABELS[record.kind] if kind == "claims" else KIND_LABELS[kind]

    def warnings(self, name: str, among: Any) -> list[str]:
        """Figures shown beside this one that it must not be compared with."""
        figure: Any = self.topic.records[name]
        if self.topic.kinds[name] != "figures":
            return []
        others = [self.topic.records[n] for n in sorted(among, key=self.order.__getitem__) if n != name and self.topic.kinds[n] == "figures"]
        return [
            f"Not like for like with “{other.label}”: {_and(differ)} differ{'s' if len(differ) == 1 else ''}."  # type: ignore[attr-defined]
            for other in others if (differ := unlike_in(figure, other))  # type: ignore[arg-type]
        ]

    def summary(self, record: Any) -> str:
        """Who says so, how, and as of when: one line of plain text."""
        match self.topic.kinds[record.id]:
            case "quotes":
                via = f" on {self.within(record.said_via)}" if record.said_via != NOT_STATED else ", venue not stated"
                when = date_text(record.date_said) + (f" ({BASES[record.date_basis]})" if BASES[record.date_basis] and record.date_said != NOT_STATED else "")
                if record.kind == "shared":
                    author = record.author_description or self.within(record.author)
                    return f"written by {author}, shared by {self.within(record.shared_by)}{via}, {when}"
                return f"{self.name(record.speaker)}{via}, {when}"
            case "figures":
                chain = ", as reported by ".join(self.within(a) for a in record.attribution)
                as_of = f"; as of {date_text(record.as_of)}" if record.as_of != NOT_STATED else "; date not stated"
                return f"{LEVELS[record.attribution_level].lower()} {chain}{as_of}"
            case "events":
                basis = f" ({BASES[record.date_basis]})" if BASES[record.date_basis] else ""
                return f"{'expected for' if record.status == 'expected' else ''} {date_text(record.date)}{basis}".strip()
            case "claims" | "positions":
                who = _and([self.within(a) for a in record.attribution]) if record.attribution else ""
                label = CLAIM_LABELS[record.kind].lower() if self.topic.kinds[record.id] == "claims" else f"position of {self.within(record.holder)}"
                as_of = f"; as of {date_text(record.as_of)}" if record.as_of != NOT_STATED else ""
                return label + (f", according to {who}" if who else f" in {self._source_label(record)}") + as_of
            case "references":
                return ", ".join(filter(None, (record.author, record.publisher, "no date" if record.issued == NOT_STATED else date_text(record.issued))))
            case "terms":
                return record.definition
            case "conflicts":
                return record.difference
            case "people" | "organisations":
                return record.description
        return ""

    def _source_label(self, record: Record) -> str:
        source = self.topic.source_of(record)
        return self.topic.sources[source].record.label if source in self.topic.sources else "the source"

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
                    found[placed.source, sentence.paragraph, sentence.number].append((name, str(key[0])))
        return found


def _unit(figure: Any) -> str:
    """A figure's unit after its number; a ratio has it in the number itself."""
    return "" if figure.unit.startswith("to ") else f" {figure.unit}"


@cache
def fields_of(kind: type[Record], names: str) -> tuple[str, ...]:
    """Those of some fields that a kind of record has; asking a record for one that it has not is slow."""
    return tuple(name for name in names.split() if name in kind.model_fields)


def shorten(text: str, length: int) -> str:
    """A text cut at a word, with an ellipsis."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


# --- views ---------------------------------------------------------------------------------------------------------


class _Views:
    """Records as templates see them, with addresses from one page."""

    def __init__(self, book: Book, path: str):
        self.book, self.path, self.site, self.topic = book, path, book.site, book.topic

    def link(self, name: str | None, label: str | None = None) -> View | None:
        if not name or name == NOT_STATED:
            return None
        option = next((o for o in self.book.options if o.id == name), None)
        label = label or self.book.titles.get(name) or self.book.labels.get(name, name)
        url = relative(self.path, a) if (a := self.book.address(name)) else ""
        return View(id=name, label=label, url=url, mark=option.mark if option else "", number=option.number if option else 0)

    def links(self, names: Any) -> list[View]:
        return [link for name in names if (link := self.link(name))]

    def place(self, placed: Placed) -> View:
        address = self.book.ledger_address(placed.source, placed.paragraph, placed.sentence)
        return View(words=placed.exact, where=placed_where(placed), url=relative(self.path, address) if address else "", source=self.topic.sources[placed.source].record.label)

    def places(self, name: str, *key: str | int) -> list[View]:
        return [self.place(p) for p in self.site.evidence.of(name, *key)]

    def of(self, name: str, home: bool = False, among: Any = ()) -> View:
        """One record's view; ``among``: the ids of figures that it is shown beside."""
        record: Any = self.topic.records[name]
        kind, book = self.topic.kinds[name], self.book
        address = book.address(name)
        view = View(
            id=name, kind=kind, kind_label=book.kind_label(record), title=book.titles[name], url=relative(self.path, address) if address else "",
            home=home, edit_url=book.edit_url(self.topic.where[name]), report_url=book.report_url(name, address), note=record.note or "", summary=book.summary(record),
            evidence=self.places(name, "evidence"), references=self.links(record.references), subjects=[self.link(s) for s in record.subjects],
            filters=" ".join(_tokens(record)), aliases=book.aliases[name] if home else (),
        )  # fmt: skip
        getattr(self, "_" + kind, lambda r, v, a: None)(record, view, among)
        return view

    def _people(self, r: Any, v: View, among: Any) -> None:
        has = self.book.by_agent[r.id]
        page = self.book.person_pages.get(r.id)
        v.__dict__.update(
            name=r.name, job_title=r.job_title or "", affiliation=self.link(r.affiliation), description=r.description, alternate_names=r.alternate_names,
            quotes=[self.link(q, self.book.titles[q].partition(": ")[2]) for q in has["quotes"]], shared=self.links(self.book.shared[r.id]), positions=[self.of(p) for p in has["positions"] if self.topic.records[p].holder == r.id],  # type: ignore[attr-defined]
            figures=self.links(has["figures"]), page=View(id=r.id, label=r.name, url=relative(self.path, page_url(page))) if page and page != self.path else None,
        )  # fmt: skip

    def _organisations(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(name=r.name, type_label=r.type.capitalize(), description=r.description, parent=self.link(r.parent), alternate_names=r.alternate_names)

    def _quotes(self, r: Any, v: View, among: Any) -> None:
        parts = [p.exact for p in self.site.evidence.of(r.id, "text")]
        v.__dict__.update(
            parts=parts, quote_kind=r.kind, speaker=self.link(r.speaker), author=self.link(r.author), shared_by=self.link(r.shared_by),
            said_via=self.link(r.said_via), reported_by=self.link(r.reported_by), author_description=r.author_description or "",
            attributed_by=self.places(r.id, "attributed_by"), date=date_text(r.date_said), datetime="" if r.date_said == NOT_STATED else r.date_said,
            date_basis=BASES[r.date_basis] if r.date_said != NOT_STATED else "",
            cite=" … ".join(f"“{p}”" for p in parts) + f" {v.summary}; quoted in {self.book._source_label(r)}. {self.book.imprint} {self.book.absolute(v.url and self.book.address(r.id))}",
        )  # fmt: skip

    def _figures(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(
            label=r.label, value_text=r.value_text, unit_shown=_unit(r), qualifier=r.qualifier, qualifier_label=QUALIFIERS[r.qualifier], number=float(r.value),
            number_max=float(r.value_max) if r.value_max is not None else None, unit=r.unit, measure=r.measure, population=r.population,
            period=stated(r.period), as_of=date_text(r.as_of), attribution=self.links(r.attribution), attribution_label=LEVELS[r.attribution_level],
            warnings=self.book.warnings(r.id, among), picture="ratio" if _RATIO.search(r.value_text) and r.value <= 20 else "",
        )  # fmt: skip

    def _events(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(
            title=r.title, description=r.description, date=date_text(r.date), datetime=r.date, precision={4: "year", 7: "month", 10: "day"}[len(r.date)],
            date_text=r.date_text or "", date_basis=BASES[r.date_basis], status=r.status, participants=self.links(r.participants),
        )  # fmt: skip

    def _positions(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(
            holder=self.link(r.holder), topic=self.link(r.topic), stance=r.stance, stance_label=STANCES[r.stance], statement=r.statement,
            attribution=self.links(r.attribution), as_of="" if r.as_of == NOT_STATED else date_text(r.as_of),
        )  # fmt: skip

    def _claims(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(
            statement=r.statement, claim_kind=r.kind, claim_label=CLAIM_LABELS[r.kind], attribution=self.links(r.attribution),
            about=self.links(r.about), as_of="" if r.as_of == NOT_STATED else date_text(r.as_of),
        )  # fmt: skip

    def _comparisons(self, r: Any, v: View, among: Any) -> None:
        v.question = r.question
        v.cells = [
            View(
                option=option, statement=cell.statement or "", not_stated=cell.not_stated, kind_label=CLAIM_LABELS.get(cell.kind or "", ""),
                attribution=self.links(cell.attribution), evidence=self.places(r.id, "cells", option.id),
            )
            for option in self.book.options for cell in [r.cells[option.id]]
        ]  # fmt: skip

    def _conflicts(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(title=r.title, between=[self.of(b) for b in r.between], difference=r.difference)

    def _terms(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(term=r.term, definition=r.definition, alternate_names=r.alternate_names)

    def _references(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(title=r.title, publisher=r.publisher, author=r.author or "", issued="no date" if r.issued == NOT_STATED else date_text(r.issued), href=r.URL or "", confirms=r.confirms, reference_kind=r.kind)

    def _corrections(self, r: Any, v: View, among: Any) -> None:
        v.__dict__.update(date=date_text(r.date), datetime=r.date, what=r.what, before=r.before or "", after=r.after or "", record=self.link(r.record), correction_kind=r.kind)

    # --- blocks that are more than a list of records -------------------------------------------------------------

    def quotes_context(self, items: list[View]) -> dict[str, Any]:
        groups: dict[str, list[View]] = defaultdict(list)
        for item in items:
            groups[item.speaker.label if item.speaker else "Posts shared by others"].append(item)
        return {
            "groups": [View(title=title, items=some, url=some[0].speaker.url if some[0].speaker else "") for title, some in groups.items()],
            "filters": _filters(items, {"Speaker": lambda v: [v.speaker or v.shared_by], "Programme": lambda v: [v.said_via], "Subject": lambda v: v.subjects}),
        }

    def events_context(self, items: list[View]) -> dict[str, Any]:
        items.sort(key=lambda v: (v.datetime, v.status == "expected"))
        return {"items": items, "filters": _filters(items, {"Party": lambda v: v.participants})}

    def figures_context(self, items: list[View]) -> dict[str, Any]:
        by_unit: dict[str, list[View]] = defaultdict(list)
        for item in items:
            if not item.picture:
                by_unit[item.unit].append(item)
        charts = []
        for unit, some in by_unit.items():
            largest = max(item.number for item in some)
            if len(some) > 1 and largest > 10:
                for item in some:
                    item.picture = "bar"
                bars = [View(label=i.label, value_text=i.value_text, number=i.number, qualifier=i.qualifier, share=i.number / largest, url=i.url,
                             note=f"{i.measure}; {i.population}; {'period ' if i.period == 'not stated' else ''}{i.period}; {i.attribution_label.lower()} {_and([a.label for a in i.attribution])}") for i in some]  # fmt: skip
                differ = {d for a, b, ds in unlike(self.topic.records[i.id] for i in some) for d in ds}  # type: ignore[misc]
                warning = f"Not like for like: {_and([d for d in ('measure', 'population', 'period') if d in differ])} differ{'s' if len(differ) == 1 else ''}." if differ else ""
                charts.append(View(title=f"Counted in {unit}", unit="", warning=warning, bars=bars))
        return {"charts": charts}

    def matrix_context(self, items: list[View]) -> dict[str, Any]:
        parties = list({v.holder.id: v.holder for v in items}.values())
        topics = list({v.topic.id: v.topic for v in items}.values())
        rows = [View(topic=t, cells=[[v for v in items if v.holder.id == p.id and v.topic.id == t.id] for p in parties]) for t in topics]
        return {"parties": parties, "rows": rows}

    def comparison_context(self, items: list[View]) -> dict[str, Any]:
        return {"options": self.book.options}

    def sources_context(self, _: list[View]) -> dict[str, Any]:
        items = []
        for source in self.topic.sources.values():
            r = source.record
            fields = [("Title", r.title), ("Author", r.author), ("Publisher", r.publisher), ("Published", r.issued), ("Address", r.URL), ("Language", _LANGUAGES.get(r.language.split("-")[0], r.language))]
            items.append(View(
                id=source.id, home=True, url=f"#{source.id}", edit_url=self.book.edit_url(source.where), report_url=self.book.report_url(source.id, f"{page_url(self.path)}#{source.id}"),
                label=r.label, aliases=(), title=shorten(r.label[:1].upper() + r.label[1:], 90), kind_label="Source", fields=[(n, stated(v)) for n, v in fields], note=r.note or "",
                rights=r.rights, sha256=source.sha256, relies_on=self.links(r.relies_on), share=f"{quoted_share(self.site, source):.0%}",
            ))  # fmt: skip
        return {"items": items}

    def ledger_context(self, _: list[View]) -> dict[str, Any]:
        sources = []
        for source in self.topic.sources.values():
            passages = source.passages
            spans = sorted(span for n, places in self.site.evidence.placed.items() if not self.topic.records[n].draft for p in places.values() if p.source == source.id for span in p.spans)
            aside = [(match.spans[0], item) for item in source.record.set_aside for match in passages.find(item.exact, item.prefix, item.suffix)[:1]]
            paragraphs: dict[int, list[View]] = defaultdict(list)
            for s in passages.sentences:
                used = self.book.in_sentence.get((source.id, s.paragraph, s.number), [])
                words = passages.words_in(s.start, s.end)
                share = sum(any(a < w.end and w.start < b for a, b in spans) for w in words) / max(len(words), 1)
                items = [item for span, item in aside if s.start <= span.start < s.end]
                state = "quoted" if any(f == "text" for _, f in used) else "used" if used else "set_aside"
                paragraphs[s.paragraph].append(View(
                    id=f"{source.id}.p{s.paragraph}.s{s.number}", number=s.number, state=state, state_label=_STATES[state], words=len(words), share=share,
                    facts=self.links(dict.fromkeys(n for n, _ in used)), aside=[View(what=i.what, reason=i.reason.replace("_", " "), note=i.note) for i in items],
                ))  # fmt: skip
            sources.append(View(id=source.id, label=source.record.label, paragraphs=[View(number=n, sentences=some) for n, some in paragraphs.items()]))
        return {"sources": sources, "states": [View(state=k, label=v) for k, v in _STATES.items()]}

    def counts_context(self, _: list[View]) -> dict[str, Any]:
        return {"counts": [View(label=label, value=value, note=note) for label, value, note in counts(self.site)]}

    def downloads_context(self, _: list[View]) -> dict[str, Any]:
        from .export import downloads

        return {"files": [View(label=label, url=relative(self.path, path), format=path.rpartition(".")[2].upper()) for path, label in downloads(self.topic)]}

    def cite_context(self, _: list[View]) -> dict[str, Any]:
        page, address = self.topic.pages[self.path].meta.title, self.book.absolute(page_url(self.path))
        text = self.book.imprint if page_url(self.path) == "" else f"{page}{_stop(page)} {self.book.imprint}"
        title, as_of = text.rpartition(" Explainer, as of")[0], self.topic.settings.as_of
        key = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        bibtex = as_bibtex(key, {"title": title, "year": as_of[:4], "note": f"Explainer as of {as_of}", "url": address if self.book.setting.site_url else ""})
        return {"text": f"{text} {address}".strip(), "bibtex": Markup(html.escape(bibtex))}

    def index_context(self, _: list[View]) -> dict[str, Any]:
        kinds: dict[str, list[View]] = defaultdict(list)
        for name in self.site.homes:
            kinds[self.topic.kinds[name]].append(View(title=self.book.titles[name], url=relative(self.path, self.book.address(name))))
        return {"groups": [View(label=kind.capitalize(), items=sorted(kinds[kind], key=lambda v: v.title.casefold())) for kind in KIND_LABELS if kinds[kind]]}


def _stop(title: str) -> str:
    """The full stop after a title that does not end in a mark of its own."""
    return "" if title[-1:] in "?!." else "."


def as_bibtex(key: str, fields: dict[str, str]) -> str:
    """An entry of BibTeX; nothing in a field can end it or be a command of TeX."""
    safe = {name: " ".join(value.translate(_TEX).split()) for name, value in fields.items() if value}
    return f"@misc{{{key},\n" + ",\n".join(f"  {name} = {{{value}}}" for name, value in safe.items()) + "\n}"


_TEX = str.maketrans("{}\\", "()/")
_LANGUAGES = {"en": "English", "de": "German", "fr": "French"}
_RATIO = re.compile(r"\d\D{1,9}\d+$")
_STATES = {"quoted": "Quoted", "used": "Used here", "set_aside": "Set aside, with a reason"}


def _tokens(record: Any) -> list[str]:
    fields = {"speaker": "speaker", "shared_by": "speaker", "said_via": "programme", "subjects": "subject", "participants": "party"}
    tokens = []
    for field in fields_of(type(record), " ".join(fields)):
        name, value = fields[field], getattr(record, field)
        tokens += [f"{name}-{v}" for v in (value if isinstance(value, tuple) else (value,)) if v and v != NOT_STATED]
    return tokens


def _filters(items: list[View], by: dict[str, Any]) -> list[View]:
    """The choices by which readers may filter: only those that leave something out."""
    filters = []
    for label, get in by.items():
        found: dict[str, View] = {}
        for item in items:
            for link in get(item):
                if link:
                    token = f"{label.lower()}-{link.id}"
                    found.setdefault(token, View(token=token, label=link.label, count=0)).count += 1
        options = list(found.values()) if len(found) <= 8 else [option for option in found.values() if option.count > 1]
        if len(options) > 1:
            filters.append(View(label=label, options=options))
    return filters


def counts(site: Site) -> list[tuple[str, int | str, str]]:
    """What this build checked: (what, how many, a note)."""
    topic = site.topic
    sources = topic.sources.values()
    strings = sum(len(p) for name, p in site.evidence.placed.items() if not topic.records[name].draft)
    share = max((quoted_share(site, s) for s in sources), default=0)
    numbers = sum(len(s.passages.numbers) for s in sources)
    return [
        ("source text" if len(topic.sources) == 1 else "source texts", len(topic.sources), "each sealed with a checksum"),
        ("sentences", sum(len(s.passages.sentences) for s in sources), "each used by a fact or set aside with a reason"),
        ("quoted passages", sum(len(s.passages.quoted) for s in sources), "each a quotation here or set aside with a reason"),
        ("numbers in the text", numbers, "each recorded or set aside with a reason"),
        ("records", sum(not r.draft for r in topic.records.values()), "people, quotations, numbers, events and the rest"),
        ("passages checked word for word", strings, "evidence, quotations and the words that attribute them"),
        ("share of words published", f"{share:.0%}", f"of the source's words; at most {topic.settings.max_share_quoted:.0%} is allowed"),
    ]  # fmt: skip


# --- pages ---------------------------------------------------------------------------------------------------------


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_one_line)


def _one_line(value: Any) -> Any:
    """A record's words on one line: on a line of their own, three backticks would be a code fence to Markdown."""
    return " ".join(value.split()) if type(value) is str else value


def _block_html(book: Book, path: str, block: Block, level: int) -> str:
    """A block's HTML, without blank lines, so that Markdown leaves it alone; its headings begin at ``level``."""
    views = _Views(book, path)
    home = block.arguments.get("anchors", True)
    among = set(block.ids)
    items = [views.of(name, home, among) for name in block.ids]
    more = getattr(views, f"{block.name}_context", lambda _: {})(items)
    text = _environment().get_template(f"{block.name}.html").render({"items": items, "level": level, **more})
    text = "\n".join(line for line in text.splitlines() if line.strip())
    return _HREF.sub(lambda m: f'href="{_from_file(path, m.group(1))}', text) if book.setting.links == "file" else text


_HREF = re.compile(r'href="(?![#/]|[a-z][a-z0-9+.-]*:)([^"#]*)')


def _from_file(path: str, link: str) -> str:
    """A link that is relative to a page's address, relative to its file in ``build/docs`` instead."""
    target = posixpath.normpath(posixpath.join("/", page_url(path), link))
    return posixpath.relpath(target, posixpath.join("/", posixpath.dirname(path))) + ("/" if link.endswith("/") else "")


def _page(book: Book, parts: Outline) -> str:
    path, page = parts.page.path, parts.page
    views = _Views(book, path)
    lines: list[str] = []
    level = 2
    for part in parts.parts:
        if isinstance(part, Block):
            lines += ["", _block_html(book, path, part, level), ""]
        else:
            if heading := re.match(r"(#{1,5}) ", part[1]):
                level = len(heading.group(1)) + 1
            lines.append(FACT_LINK.sub(lambda m: "](" + markdown_link(book, path, m.group(1)) + ")" + _term_title(book, m.group(1)), part[1]))
    cited = parts.cited()
    notes = [_footnote(views, name, set(cited)) for name in cited]
    repository = book.setting.repository
    meta = {
        "title": page.meta.title,
        "description": page.meta.description,
        "contents": page.meta.contents,
        "edit_url": f"{repository}/edit/{book.setting.branch}/{page.file}" if repository else "",
        "report_url": book.report_url("", page_url(path)),
        "image": book.absolute(f"assets/cards/{card_name(path)}.png") if book.setting.site_url else "",
        "jsonld": _json_for_script(jsonld(book, parts)),
    }
    front = yaml.dump(meta, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{front}---\n" + "\n".join([*lines, "", *notes]).rstrip("\n") + "\n"


def problem_page(problems: list[Problem], counted: str) -> str:
    """Problems as a page of their own, for the live preview."""
    return _environment().get_template("problems.html").render(problems=problems, counted=counted)


def card_name(path: str) -> str:
    """The name of a page's sharing picture."""
    return path.removesuffix(".md").replace("/", "-")


def markdown_link(book: Book, path: str, name: str) -> str:
    """A record's address as a Markdown link from a page: to the page's file, which every engine turns into an address."""
    home = book.site.homes.get(name)
    return f"{posixpath.relpath(home, posixpath.dirname(path) or '.')}#{name}" if home else ""


def _term_title(book: Book, name: str) -> str:
    """What makes a link to a term show the term's meaning on the spot (Python-Markdown's attr_list)."""
    if book.topic.kinds.get(name) != "terms":
        return ""
    return f'{{.term title="{markdown_escape(book.summary(book.topic.records[name]))}"}}'


_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&!|~^#:=\"$]")


def markdown_escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))


def _footnote(views: _Views, name: str, cited: set[str]) -> str:
    """The text of a citation: the source's words, who said them and as of when, where they stand."""
    book, record = views.book, views.topic.records[name]
    escape = markdown_escape
    if views.topic.kinds[name] == "references":
        r: Any = record
        sources = [source.record.label for source in views.topic.sources.values()]
        label = f"Background, not from {escape(sources[0]) if len(sources) == 1 else 'the sources'}" if r.kind == "background" else "Elsewhere"
        text = f"<span class=\"fn-kind\">{label}</span> {escape(r.title)}. {escape(book.summary(r))}. {escape(r.confirms)}"
    else:
        places = [views.place(p) for p in (book.site.evidence.of(name, "text") or book.site.evidence.of(name))]
        words = " ".join(f"<q>{escape(p.words)}</q>" for p in places)
        where = escape("; ".join(dict.fromkeys(p.where for p in places)))
        source = f" ({escape(places[0].source)}, {where})" if places else ""
        said = book.summary(record)
        said = escape(said[:1].upper() + said[1:]).removesuffix("." if not source else "")
        text = f"<span class=\"fn-kind\">{escape(book.kind_label(record))}</span> {words} {said}{source}."
        text += "".join(f" <strong>{escape(w)}</strong>" for w in book.warnings(name, cited))
    if link := markdown_link(book, views.path, name):
        text += f" [The record]({link}){{.fn-record}}"
    return f"[^{name}]: {text}"


# --- linked data ---------------------------------------------------------------------------------------------------


def _json_for_script(data: Any) -> str:
    """JSON that can stand inside a script element: nothing in it can end the element (HTML standard, 4.12.1.3)."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def jsonld(book: Book, parts: Outline) -> dict[str, Any]:
    """A page as schema.org: an article of background, based on the sources, with the records that are at home on it."""
    topic, path = book.topic, parts.page.path

    def thing(name: str) -> dict[str, Any] | None:
        record: Any = topic.records[name]
        base = {"@id": book.absolute(book.address(name))}
        match topic.kinds[name]:
            case "people":
                return base | {"@type": "Person", "name": record.name, "jobTitle": record.job_title, "description": record.description}
            case "organisations":
                return base | {"@type": "Organization", "name": record.name, "description": record.description}
            case "quotes":
                words = " […] ".join(p.exact for p in book.site.evidence.of(name, "text"))
                speaker = record.speaker or record.author
                kind = "Organization" if topic.kinds.get(speaker) == "organisations" else "Person"
                who = {"@type": kind, "name": (not record.speaker and record.author_description) or book.name(speaker)}
                said = None if record.date_said == NOT_STATED else record.date_said
                return base | {"@type": "Quotation", "text": words, "spokenByCharacter" if record.kind == "spoken" else "author": who, "dateCreated": said}
            case "figures":
                return base | {"@type": "Observation", "name": record.label, "value": float(record.value), "unitText": record.unit, "measurementMethod": record.measure}
            case "events":
                return base | {"@type": "Event", "name": record.title, "startDate": record.date, "description": record.description}
            case "terms":
                return base | {"@type": "DefinedTerm", "name": record.term, "description": record.definition}
        return None

    home = [t for name in book.site.at_home[path] if (t := thing(name))]
    sources = [{"@type": "NewsArticle" if s.record.type == "article-newspaper" else "CreativeWork", "name": s.record.label, **({"url": s.record.URL} if s.record.URL != NOT_STATED else {})} for s in topic.sources.values()]
    named = dict.fromkeys([*parts.cited(), *book.site.at_home[path]])
    references = [{"@type": "CreativeWork", "name": r.title, "publisher": r.publisher, **({"url": r.URL} if r.URL else {})} for n in named if topic.kinds[n] == "references" for r in [topic.records[n]]]  # type: ignore[attr-defined]
    method = book.block_pages.get("corrections")
    article: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "BackgroundNewsArticle", "headline": parts.page.meta.title, "description": parts.page.meta.description,
        "url": book.absolute(page_url(path)), "temporalCoverage": topic.settings.as_of, "isBasedOn": sources, "citation": [*sources, *references],
        "correctionsPolicy": book.absolute(page_url(method)) if method else None, "hasPart": home,
    }  # fmt: skip
    if any(b.name == "downloads" for b in parts.blocks):
        from .export import downloads

        files = [{"@type": "DataDownload", "contentUrl": book.absolute(p), "name": label} for p, label in downloads(topic)]
        article["hasPart"] = [*home, {"@type": "Dataset", "name": f"{topic.settings.question} – records", "description": "Every record with the words it rests on.", "isBasedOn": sources, "distribution": files}]
    return _without_none(article)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v not in (None, [], "")}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
