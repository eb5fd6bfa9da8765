"""Records as templates see them: plain values and links that are relative to one page."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from types import SimpleNamespace as View
from typing import Any

from markupsafe import Markup

from ..topic.blocks import Block, part_of
from ..topic.evidence import Placed, placed_where
from ..topic.figures import unlike
from ..topic.model import NOT_STATED, Record
from .catalog import Book
from .citations import as_bibtex
from .counts import counts, downloads
from .labels import (
    BASES,
    CLAIM_LABELS,
    KIND_LABELS,
    LEVELS,
    QUALIFIERS,
    STANCES,
    all_of,
    date_text,
    page_url,
    relative,
    shorten,
    stated,
    stop,
)


class RecordView(View):
    """A record's own fields, and what templates need besides: that counts before a field of the
    same name.
    """

    def __init__(self, record: Record, **more: Any):
        super().__init__(**more)
        self.__dict__["record_"] = record

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["record_"], name)


class Views:
    """Records as templates see them, with addresses from one page."""

    def __init__(self, book: Book, path: str):
        self.book, self.path, self.site, self.topic = book, path, book.site, book.topic

    def link(self, name: str | None, label: str | None = None) -> View | None:
        if not name or name == NOT_STATED:
            return None
        option = next((o for o in self.book.options if o.id == name), None)
        label = label or self.book.titles.get(name) or self.book.labels.get(name, name)
        url = relative(self.path, a) if (a := self.book.address(name)) else ""
        return View(
            id=name,
            label=label,
            url=url,
            mark=option.mark if option else "",
            number=option.number if option else 0,
        )

    def links(self, names: Any) -> list[View]:
        return [link for name in names if (link := self.link(name))]

    def place(self, placed: Placed) -> View:
        address = self.book.ledger_address(placed.source, placed.paragraph, placed.sentence)
        return View(
            words=placed.exact,
            where=placed_where(placed),
            url=relative(self.path, address) if address else "",
            source=self.topic.sources[placed.source].record.label,
        )

    def places(self, name: str, *key: str | int) -> list[View]:
        return [self.place(p) for p in self.site.evidence.of(name, *key)]

    def of(self, name: str, home: bool = False, among: Any = ()) -> View:
        """One record's view; ``among``: the ids of figures that it is shown beside."""
        record: Any = self.topic.records[name]
        kind, book = self.topic.kinds[name], self.book
        address = book.address(name)
        view = RecordView(
            record,
            kind=kind,
            kind_label=book.kind_label(record),
            title=book.titles[name],
            url=relative(self.path, address) if address else "",
            home=home,
            edit_url=book.edit_url(self.topic.where[name]),
            report_url=book.report_url(name, address),
            summary=book.summary(record),
            evidence=self.places(name, "evidence"),
            references=self.links(record.references),
            subjects=self.links(record.subjects),
            filters=" ".join(_tokens(record)),
            aliases=book.aliases[name] if home else (),
        )
        view.__dict__.update(getattr(self, "_" + kind, lambda r, v, among: {})(record, view, among))
        return view

    def _people(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        has, titles = self.book.by_agent[r.id], self.book.titles
        page = self.book.person_pages.get(r.id)
        return {
            "affiliation": self.link(r.affiliation),
            "figures": self.links(has["figures"]),
            "shared": self.links(self.book.shared[r.id]),
            "quotes": [self.link(q, titles[q].partition(": ")[2]) for q in has["quotes"]],
            "positions": [
                self.of(p) for p in has["positions"] if self.topic.records[p].holder == r.id
            ],  # type: ignore[attr-defined]
            "page": (
                View(id=r.id, label=r.name, url=relative(self.path, page_url(page)))
                if page and page != self.path
                else None
            ),
        }

    def _organisations(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {"type_label": r.type.capitalize(), "parent": self.link(r.parent)}

    def _quotes(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        parts = [p.exact for p in self.site.evidence.of(r.id, "text")]
        words = " … ".join(f"“{p}”" for p in parts)
        return {
            "parts": parts,
            "quote_kind": r.kind,
            "attributed_by": self.places(r.id, "attributed_by"),
            **{
                field: self.link(getattr(r, field))
                for field in ("speaker", "author", "shared_by", "said_via", "reported_by")
            },
            "date": date_text(r.date_said),
            "datetime": stated(r.date_said, ""),
            "date_basis": BASES[r.date_basis] if r.date_said != NOT_STATED else "",
            "cite": (
                f"{words} {v.summary}; quoted in {self.book.source_label(r)}. {self.book.imprint}"
                f" {self.book.absolute(v.url and self.book.address(r.id))}"
            ),
        }

    def _figures(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "qualifier_label": QUALIFIERS[r.qualifier],
            "number": float(r.value),
            "number_text": f"{r.value.normalize():,f}",
            "period": stated(r.period),
            "as_of": date_text(r.as_of),
            "attribution": self.links(r.attribution),
            "attribution_label": LEVELS[r.attribution_level],
            "warnings": self.book.warnings(r.id, among),
            "picture": "ratio" if r.unit.startswith("to ") and 0 < r.value <= 20 else "",
        }

    def _events(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "date": date_text(r.date),
            "datetime": r.date,
            "precision": {4: "year", 7: "month", 10: "day"}[len(r.date)],
            "date_basis": BASES[r.date_basis],
            "participants": self.links(r.participants),
        }

    def _positions(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "holder": self.link(r.holder),
            "topic": self.link(r.topic),
            "stance_label": STANCES[r.stance],
            **self._said(r),
        }

    def _claims(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "claim_kind": r.kind,
            "claim_label": CLAIM_LABELS[r.kind],
            "about": self.links(r.about),
            **self._said(r),
        }

    def _said(self, r: Any) -> dict[str, Any]:
        return {
            "attribution": self.links(r.attribution),
            "as_of": "" if r.as_of == NOT_STATED else date_text(r.as_of),
        }

    def _comparisons(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        def cell(option: View) -> View:
            c = r.cells[option.id]
            return View(
                option=option,
                statement=c.statement,
                not_stated=c.not_stated,
                kind_label=CLAIM_LABELS.get(c.kind, ""),
                attribution=self.links(c.attribution),
                evidence=self.places(r.id, "cells", option.id),
            )

        return {"cells": list(map(cell, self.book.options))}

    def _conflicts(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        between = [self.of(b) for b in r.between]
        for view in between:
            view.in_full = self.book.in_full(view.id)
        return {"between": between}

    def _references(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "issued": "no date" if r.issued == NOT_STATED else date_text(r.issued),
            "reference_kind": r.kind,
        }

    def _corrections(self, r: Any, v: View, among: Any) -> dict[str, Any]:
        return {
            "date": date_text(r.date),
            "datetime": r.date,
            "record": self.link(r.record),
            "correction_kind": r.kind,
        }

    # --- blocks that are more than a list of records ----------------------------------------------

    def quotes_context(self, items: list[View], block: Block) -> dict[str, Any]:
        groups: dict[str, list[View]] = defaultdict(list)
        for item in items:
            groups[
                item.speaker.label if item.speaker else "Shared, but written by somebody else"
            ].append(item)
        return {
            "groups": [
                View(title=title, items=some, url=some[0].speaker.url if some[0].speaker else "")
                for title, some in groups.items()
            ],
            "filters": _filters(
                items,
                {
                    "speaker": lambda v: [v.speaker or _SHARED],
                    "programme": lambda v: [v.said_via],
                    "subject": lambda v: v.subjects,
                },
            ),
        }

    def events_context(self, items: list[View], block: Block) -> dict[str, Any]:
        items.sort(key=lambda v: (v.datetime, v.status == "expected"))
        return {"items": items, "filters": _filters(items, {"party": lambda v: v.participants})}

    def figures_context(self, items: list[View], block: Block) -> dict[str, Any]:
        by_unit: dict[str, list[View]] = defaultdict(list)
        for item in items:
            if not item.picture:
                by_unit[item.unit].append(item)
        charts = []
        for unit, some in by_unit.items():
            largest = max(item.number for item in some)
            if (
                len(some) > 1
                and largest > 10
                and not any(item.value_max is not None or item.number < 0 for item in some)
            ):  # a bar has one length
                for item in some:
                    item.picture = "bar"
                bars = [
                    View(
                        label=i.label,
                        value_text=i.value_text,
                        number_text=i.number_text,
                        qualifier=i.qualifier,
                        share=i.number / largest,
                        url=i.url,
                        note=(
                            f"{i.measure}; {i.population};"
                            f" {'period ' if i.period == 'not stated' else ''}{i.period};"
                            f" {i.attribution_label.lower()}"
                            f" {all_of([a.label for a in i.attribution])}"
                        ),
                    )
                    for i in some
                ]
                differ = {
                    d for a, b, ds in unlike(self.topic.records[i.id] for i in some) for d in ds
                }  # type: ignore[misc]
                warning = (
                    "Not like for like:"
                    f" {all_of([d for d in ('measure', 'population', 'period') if d in differ])}"
                    f" differ{'s' if len(differ) == 1 else ''}."
                    if differ
                    else ""
                )
                charts.append(
                    View(title=f"Counted in {unit}", warning=warning, bars=bars, items=some)
                )
        return {"charts": charts}

    def matrix_context(self, items: list[View], block: Block) -> dict[str, Any]:
        parties = list({v.holder.id: v.holder for v in items}.values())
        topics = list({v.topic.id: v.topic for v in items}.values())
        rows = [
            View(
                topic=t,
                cells=[
                    [v for v in items if v.holder.id == p.id and v.topic.id == t.id]
                    for p in parties
                ],
            )
            for t in topics
        ]
        return {"parties": parties, "rows": rows}

    def comparison_context(self, items: list[View], block: Block) -> dict[str, Any]:
        return {"options": self.book.options}

    def sources_context(self, _: list[View], block: Block) -> dict[str, Any]:
        items = []
        for source in self.topic.sources.values():
            r = source.record
            issued = r.issued if r.issued == NOT_STATED else date_text(r.issued)
            fields = {
                "Title": r.title,
                "Author": r.author,
                "Publisher": r.publisher,
                "Date": issued,
                "Address": r.URL,
            }
            missing = ", ".join(
                name.lower() for name, value in fields.items() if value == NOT_STATED
            )
            items.append(
                View(
                    id=source.id,
                    home=True,
                    url=f"#{source.id}",
                    edit_url=self.book.edit_url(source.where),
                    report_url=self.book.report_url(
                        source.id, f"{page_url(self.path)}#{source.id}"
                    ),
                    label=r.label,
                    aliases=(),
                    title=shorten(r.label[:1].upper() + r.label[1:], 90),
                    kind_label="Source",
                    note=r.note or "",
                    rights=r.rights,
                    relies_on=self.links(r.relies_on),
                    fields=[(name, value) for name, value in fields.items() if value != NOT_STATED],
                    missing=missing,
                    language=_LANGUAGES.get(r.language.split("-")[0], r.language),
                    share=f"{self.site.shares[source.id]:.0%}",
                )
            )
        return {"items": items}

    def ledger_context(self, _: list[View], block: Block) -> dict[str, Any]:
        shown = self.site.paragraphs(block)
        sources = []
        for name, numbers in shown.items():
            source, covered = self.topic.sources[name], self.site.covered[name]
            paragraphs: dict[int, list[View]] = {number: [] for number in numbers}
            for s in source.passages.sentences:
                if s.paragraph not in paragraphs:
                    continue
                place = (name, s.paragraph, s.number)
                used, words = (
                    self.book.in_sentence.get(place, []),
                    [*source.passages.words_in(s.start, s.end)],
                )
                state = (
                    "quoted"
                    if any(f == "text" for _, f in used)
                    else "used"
                    if used
                    else "set_aside"
                )
                paragraphs[s.paragraph].append(
                    View(
                        id=f"{name}.p{s.paragraph}.s{s.number}",
                        number=s.number,
                        state=state,
                        state_label=_STATES[state],
                        words=len(words),
                        share=sum(map(covered.touches, words)) / max(len(words), 1),
                        facts=self.links(dict.fromkeys(n for n, _ in used)),
                        aside=[
                            View(what=i.what, reason=i.reason.replace("_", " "), note=i.note)
                            for i in self.book.set_aside.get(place, ())
                        ],
                    )
                )
            sources.append(
                View(
                    id=name,
                    label=source.record.label,
                    paragraphs=[View(number=n, sentences=some) for n, some in paragraphs.items()],
                )
            )
        return {"sources": sources, "legend": [View(state=k, label=v) for k, v in _LEGEND.items()]}

    def counts_context(self, _: list[View], block: Block) -> dict[str, Any]:
        return {
            "counts": [
                View(label=label, value=value, note=note)
                for label, value, note in counts(self.site)
            ]
        }

    def downloads_context(self, _: list[View], block: Block) -> dict[str, Any]:
        return {
            "files": [
                View(
                    label=label,
                    url=relative(self.path, path),
                    format=path.rpartition(".")[2].upper(),
                )
                for path, label in downloads(self.topic)
            ]
        }

    def cite_context(self, _: list[View], block: Block) -> dict[str, Any]:
        page, address = (
            self.topic.pages[self.path].meta.title,
            self.book.absolute(page_url(self.path)),
        )
        text = (
            self.book.imprint
            if page_url(self.path) == ""
            else f"{page}{stop(page)} {self.book.imprint}"
        )
        title, as_of = text.rpartition(" Explainer, as of")[0], self.topic.settings.as_of
        key = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        bibtex = as_bibtex(
            key,
            {
                "title": title,
                "year": as_of[:4],
                "note": f"Explainer as of {as_of}",
                "url": address if self.book.setting.site_url else "",
            },
        )
        return {"text": f"{text} {address}".strip(), "bibtex": Markup(html.escape(bibtex))}

    def index_context(self, _: list[View], block: Block) -> dict[str, Any]:
        order = list(KIND_LABELS)
        names = sorted(
            self.site.homes,
            key=lambda n: (order.index(self.topic.kinds[n]), self.book.titles[n].casefold()),
        )
        groups: dict[str, list[View]] = defaultdict(list)
        for name in part_of(names, block):
            groups[self.topic.kinds[name].capitalize()].append(
                View(title=self.book.titles[name], url=relative(self.path, self.book.address(name)))
            )
        return {"groups": [View(label=label, items=items) for label, items in groups.items()]}


_LANGUAGES = {"en": "English", "de": "German", "fr": "French"}


_STATES = {
    "quoted": "A quotation",
    "used": "Reported in our words",
    "set_aside": "Set aside, with a reason",
}


_LEGEND = {
    "quoted": "Words shown on this site",
    "used": "The rest of a sentence that is used",
    "set_aside": _STATES["set_aside"],
}


_SHARED = View(id="shared", label="Somebody else, shared")  # whoever shared a post did not speak it


def _tokens(record: Any) -> list[str]:
    fields = {
        "speaker": "speaker",
        "said_via": "programme",
        "subjects": "subject",
        "participants": "party",
    }
    tokens = ["speaker-shared"] if getattr(record, "shared_by", None) else []
    for field, name in fields.items():
        value = getattr(record, field, None)
        tokens += [
            f"{name}-{v}"
            for v in (value if isinstance(value, tuple) else (value,))
            if v and v != NOT_STATED
        ]
    return tokens


def _filters(items: list[View], by: dict[str, Any]) -> list[View]:
    """The choices by which readers may filter: only those that leave something out."""
    filters = []
    for name, get in by.items():
        found: dict[str, View] = {}
        for item in items:
            for link in get(item):
                if link:
                    token = f"{name}-{link.id}"
                    found.setdefault(token, View(token=token, label=link.label, count=0)).count += 1
        options = (
            list(found.values())
            if len(found) <= 8
            else [option for option in found.values() if option.count > 1]
        )
        if len(options) > 1:
            filters.append(
                View(label={"programme": "Place"}.get(name, name.capitalize()), options=options)
            )  # a platform is no programme
    return filters
