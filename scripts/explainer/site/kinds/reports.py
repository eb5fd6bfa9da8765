"""What the source reports, in our words: events, positions, claims, rows of the comparison."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any, TypeVar

from ...topic.blocks import Block
from ...topic.model import Claim, Comparison, Event, Position
from ...topic.record import Record
from ..catalog import Catalog, Cut, Kind, Views
from ..labels import shorten

# In the order in which a picture names them.
STANCES = ("for", "was_for", "appears_for", "against", "conditional", "unclear", "appears_dropped")


def stances(catalog: Catalog, r: Record) -> dict[str, str]:
    """What readers call the stances; of a record that rests on one source it is named."""
    source = catalog.source_label(r)
    names = (*STANCES, "against_by_source")
    return {name: catalog.words(f"stance_{name}", source=source) for name in names}


class Events(Kind[Event]):
    # no linked data: search engines want to know of an event where it is, to go there
    name = "events"

    def summary(self, r: Event) -> str:
        when, basis = self.words.date(r.date), self.words(f"basis_{r.date_basis}")
        when = self.words("expected_for", date=when) if r.status == "expected" else when
        return when + (f" ({basis})" if basis else "")

    def view(self, r: Event, views: Views) -> dict[str, Any]:
        return {
            "date": self.words.date(r.date),
            "datetime": r.date,
            "precision": {4: "year", 7: "month", 10: "day"}[len(r.date)],
            "date_basis": self.words(f"basis_{r.date_basis}"),
            "date_basis_id": r.date_basis,
        }

    def choices(self, v: View) -> dict[str, list[Any]]:
        return {"subject": v.subjects, "party": v.participants}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        items = sorted(items, key=lambda v: (v.datetime, v.status == "expected"))
        return {"items": items, "filters": self.filters(items, "party")}

    def search(self, r: Event) -> tuple[list[str], str, str]:
        """Readers search for what happened on a day, so its date is one of its names."""
        _, _, words = super().search(r)
        when = self.words.date(r.date)
        return [when], f"{when}. {r.description}", words


S = TypeVar("S", Position, Claim)


class _Statements(Kind[S]):
    """What positions and claims have in common."""

    date_field, search_fields = "as_of", ("statement",)

    def summary(self, r: S) -> str:
        others: list[str] = [who for who in r.attribution if who != getattr(r, "holder", None)]
        what, words = self.what(r), self.words
        said = words("in_source", what=what, source=self.catalog.source_label(r))
        if others:
            names = words.listed([*map(self.catalog.mid_sentence_name, others)])
            said = words("according_to_summary", what=what, whom=names)
        elif r.attribution:
            said = words("in_own_words", what=what)
        as_of = self.date(r)
        return said + (f"; {words('as_of', date=as_of)}" if as_of else "")

    def what(self, r: S) -> str:
        """What it is, within a sentence."""
        return self.label_of(r).lower()

    def view(self, r: S, views: Views) -> dict[str, Any]:
        """The day for which the whole site holds need not be said of each."""
        return {"as_of": "" if r.as_of == self.topic.as_of else self.date(r)}


class Positions(_Statements[Position]):
    name = "positions"

    def title(self, r: Position, cut: Cut = shorten) -> str:
        return f"{self.catalog.name(r.holder)}{self.words('colon')}{cut(r.statement, 80)}"

    def names(self, r: Position) -> list[str]:
        """Readers search for somebody and what it is about, which its statement need not repeat."""
        return [f"{self.catalog.name(r.holder)}: {self.catalog.labels[r.topic]}"]

    def what(self, r: Position) -> str:
        return self.words("position_of", whom=self.catalog.mid_sentence_name(r.holder))

    def view(self, r: Position, views: Views) -> dict[str, Any]:
        return super().view(r, views) | {"stance_label": stances(self.catalog, r)[r.stance]}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        return grid(items) if block.name == "matrix" else {}


def grid(items: list[View]) -> dict[str, Any]:
    """Positions as a table: parties and topics in their order, and what each cell has."""
    parties = list({v.holder.id: v.holder for v in items}.values())
    rows = [
        View(
            topic=topic,
            cells=[
                [v for v in items if (v.holder.id, v.topic.id) == (party.id, topic.id)]
                for party in parties
            ],
        )
        for topic in {v.topic.id: v.topic for v in items}.values()
    ]
    return {"parties": parties, "rows": rows}


class Claims(_Statements[Claim]):
    name = "claims"
    title_field, title_length = "statement", 90

    def label_of(self, r: Claim) -> str:
        return self.words(f"claim_{r.kind}")


class Comparisons(Kind[Comparison]):
    name, title_field = "comparisons", "question"

    def search(self, r: Comparison) -> tuple[list[str], str, str]:
        """Its own words are what stands in its cells, each under its option."""
        names, _, words = super().search(r)
        options = [(o.label, r.cells[o.id].statement) for o in self.catalog.options]
        return names, " ".join(f"{label}: {said}" for label, said in options if said), words

    def view(self, r: Comparison, views: Views) -> dict[str, Any]:
        def cell(option: View) -> View:
            c = r.cells[option.id]
            return View(
                option=option,
                statement=c.statement,
                not_stated=c.not_stated,
                kind_label=self.words(f"claim_{c.kind}") if c.kind else "",
                attribution=views.links(c.attribution),
                evidence=views.places(r.id, "cells", option.id, "evidence"),
                resolved_from=views.places(r.id, "cells", option.id, "resolved_from"),
                inferred=c.inferred,
            )

        return {"cells": [cell(option) for option in self.catalog.options]}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        """A row without a statement says its question, and has no cells to look through."""
        silent = [v for v in items if all(cell.not_stated for cell in v.cells)]
        told = [v for v in items if v not in silent]
        return {"options": self.catalog.options, "told": told, "silent": silent}
