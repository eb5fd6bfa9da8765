"""What goes with the facts: terms explained, conflicts, works elsewhere, and what was changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ...topic.model import Conflict, Correction, Reference, Term
from ..catalog import Cut, Kind, Views
from ..labels import date_text, markdown_escape, shorten


class Terms(Kind[Term]):
    name, label, json_type = "terms", "Term", "DefinedTerm"
    title_field, summary_field, search_fields = "term", "definition", ("definition",)

    def link_attributes(self, r: Term) -> str:
        """A link to a term shows its meaning on the spot."""
        return f'{{.term title="{markdown_escape(r.definition)}"}}'

    def thing(self, r: Term) -> dict[str, Any]:
        return {"name": r.term, "description": r.definition}


class Conflicts(Kind[Conflict]):
    name, label = "conflicts", "Conflict"
    summary_field, search_fields = "difference", ("difference",)

    def view(self, r: Conflict, views: Views) -> dict[str, Any]:
        """The records between which it is, each with its title whole."""
        between = [*map(views.of, r.between)]
        for v in between:
            v.in_full = self.catalog.kind_of(v.id).title(v.record_, lambda text, _: text)
        return {"between": between}


class References(Kind[Reference]):
    name, label = "references", "Reference"
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

    def citation(self, r: Reference) -> dict[str, Any]:
        return {"@type": "CreativeWork", "name": r.title, "publisher": r.publisher, "url": r.URL}


class Corrections(Kind[Correction]):
    name, label, date_field = "corrections", "Correction", "date"

    def title(self, r: Correction, cut: Cut = shorten) -> str:
        return cut(r.what, 90)

    def view(self, r: Correction, views: Views) -> dict[str, Any]:
        return {"date": date_text(r.date), "datetime": r.date, "record": views.link(r.record)}
