"""What the source reports, in our words: events, positions, claims, rows of the comparison."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any, TypeVar

from ...topic.blocks import Block
from ...topic.model import Claim, Comparison, Event, Position
from ...topic.record import Record
from ..catalog import Catalog, Cut, Kind, Views
from ..labels import BASES, date_text, join_and, shorten

_CLAIMS = {
    "fact": "Stated as fact",
    "claim": "Claim",
    "analysis": "Analysis",
    "characterisation": "Choice of words",
}

STANCES = {
    "for": "For",
    "was_for": "Was for it",
    "appears_for": "Appears to be for it",
    "against": "Against",
    "conditional": "On conditions",
    "unclear": "No clear yes or no",
    "appears_dropped": "Appears to have dropped it",
}


def stances(catalog: Catalog, r: Record) -> dict[str, str]:
    """What readers call the stances; of a record that rests on one source it is named."""
    return STANCES | {"against_by_source": f"Against, by {catalog.source_label(r)}’s account"}


class Events(Kind[Event]):
    # no linked data: search engines want to know of an event where it is, to go there
    name, label = "events", "Event"

    def summary(self, r: Event) -> str:
        expected = "expected for " if r.status == "expected" else ""
        basis = f" ({BASES[r.date_basis]})" if BASES[r.date_basis] else ""
        return f"{expected}{date_text(r.date)}{basis}"

    def view(self, r: Event, views: Views) -> dict[str, Any]:
        return {
            "date": date_text(r.date),
            "datetime": r.date,
            "precision": {4: "year", 7: "month", 10: "day"}[len(r.date)],
            "date_basis": BASES[r.date_basis],
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
        when = date_text(r.date)
        return [when], f"{when}. {r.description}", words


S = TypeVar("S", Position, Claim)


class _Statements(Kind[S]):
    """What positions and claims have in common."""

    date_field, search_fields = "as_of", ("statement",)

    def summary(self, r: S) -> str:
        others: list[str] = [who for who in r.attribution if who != getattr(r, "holder", None)]
        said = f" in {self.catalog.source_label(r)}"
        if others:
            said = f", according to {join_and([*map(self.catalog.mid_sentence_name, others)])}"
        elif r.attribution:
            said = ", in their own words"
        as_of = self.date(r)
        return self.what(r) + said + (f"; as of {as_of}" if as_of else "")

    def what(self, r: S) -> str:
        """What it is, within a sentence."""
        return self.label_of(r).lower()

    def view(self, r: S, views: Views) -> dict[str, Any]:
        """The day for which the whole site holds need not be said of each."""
        return {"as_of": "" if r.as_of == self.topic.settings.as_of else self.date(r)}


class Positions(_Statements[Position]):
    name, label = "positions", "Position"

    def title(self, r: Position, cut: Cut = shorten) -> str:
        return f"{self.catalog.name(r.holder)}: {cut(r.statement, 80)}"

    def what(self, r: Position) -> str:
        return f"position of {self.catalog.mid_sentence_name(r.holder)}"

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
    name, label, plural = "claims", "Statement", "statements"
    title_field, title_length = "statement", 90

    def label_of(self, r: Claim) -> str:
        return _CLAIMS[r.kind]


class Comparisons(Kind[Comparison]):
    name, label, title_field = "comparisons", "Comparison", "question"

    def view(self, r: Comparison, views: Views) -> dict[str, Any]:
        def cell(option: View) -> View:
            c = r.cells[option.id]
            return View(
                option=option,
                statement=c.statement,
                not_stated=c.not_stated,
                kind_label=_CLAIMS[c.kind] if c.kind else "",
                attribution=views.links(c.attribution),
                evidence=views.places(r.id, "cells", option.id),
            )

        return {"cells": [cell(option) for option in self.catalog.options]}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        return {"options": self.catalog.options}
