"""What goes with the facts: terms explained, conflicts, works elsewhere, and what was changed."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.blocks import Block
from ...topic.evidence import MENTION
from ...topic.model import Conflict, Correction, Reference, Term
from ..catalog import Kind, Views
from ..labels import date_text, markdown_escape


class Terms(Kind[Term]):
    name, label, json_type = "terms", "Term", "DefinedTerm"
    json_fields: ClassVar = {"name": "term", "description": "definition"}
    title_field, summary_field, search_fields = "term", "definition", ("definition",)
    explains = True

    def footnote(self, r: Term, views: Views, cited: Collection[str]) -> str:
        """A definition is the editors' own, whatever the source uses the word for."""
        escape, titles = markdown_escape, self.catalog.titles
        after = (
            f", after {'; '.join(titles[name] for name in r.references)}" if r.references else ""
        )
        where = [
            views.place(p) for p in [*self.evidence.of(r.id), *self.evidence.of(r.id, MENTION)]
        ]
        used = "; ".join(f"{p.source}, {p.where}" for p in where)
        return (
            f'<span class="fn-kind">{self.label}</span> {escape(r.definition)} Our'
            f" definition{escape(after)}. The word is used in {escape(used)}."
        )


class Conflicts(Kind[Conflict]):
    name, label = "conflicts", "Conflict"
    summary_field, search_fields = "difference", ("difference",)

    def view(self, r: Conflict, views: Views) -> dict[str, Any]:
        """The records between which it is, each with its title whole."""
        between = [*map(views.of, r.between)]
        for v in between:
            record, kind = self.topic.records[v.id], self.catalog.kind_of(v.id)
            v.in_full = kind.title(record, lambda text, _: text)
        return {"between": between}


class References(Kind[Reference]):
    name, label, json_type, cited = "references", "Reference", "CreativeWork", True
    json_fields: ClassVar = {"name": "title", "publisher": "publisher", "url": "URL"}
    date_field, search_fields = "issued", ("confirms",)

    def summary(self, r: Reference) -> str:
        return ", ".join(filter(None, (r.author, r.publisher, self._issued(r))))

    def _issued(self, r: Reference) -> str:
        return self.date(r) or "no date"

    def view(self, r: Reference, views: Views) -> dict[str, Any]:
        return {"issued": self._issued(r)}

    def footnote(self, r: Reference, views: Views, cited: Collection[str]) -> str:
        escape, sources = markdown_escape, [*self.topic.sources.values()]
        kind = "Another report"
        if r.kind == "background":
            one = len(sources) == 1
            kind = (
                f"Background, not from {escape(sources[0].record.label) if one else 'the sources'}"
            )
        return (
            f'<span class="fn-kind">{kind}</span> {escape(r.title)}. {escape(self.summary(r))}.'
            f" {escape(r.confirms)}"
        )


class Corrections(Kind[Correction]):
    name, label, date_field = "corrections", "Correction", "date"
    title_field, title_length = "what", 90

    def view(self, r: Correction, views: Views) -> dict[str, Any]:
        return {"date": date_text(r.date), "datetime": r.date}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        """The newest first."""
        return {"items": sorted(items, key=lambda v: str(v.datetime), reverse=True)}
