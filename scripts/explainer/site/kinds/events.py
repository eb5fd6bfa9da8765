"""Events, and the timeline that shows them."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any

from ...topic.blocks import Block
from ...topic.model import Event
from ..catalog import Kind, Views
from ..labels import BASES, date_text
from .filters import filters


class Events(Kind[Event]):
    name, label, json_type = "events", "Event", "Event"

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
            "participants": views.links(r.participants),
        }

    def choices(self, v: View) -> dict[str, list[Any]]:
        return {"subject": v.subjects, "party": v.participants}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        items = sorted(items, key=lambda v: (v.datetime, v.status == "expected"))
        return {"items": items, "filters": filters(self, items, "party")}

    def thing(self, r: Event) -> dict[str, Any]:
        return {"name": r.title, "startDate": r.date, "description": r.description}

    def search(self, r: Event) -> tuple[list[str], str, str]:
        """Readers search for what happened on a day, so its date is one of its names."""
        _, _, words = super().search(r)
        when = date_text(r.date)
        return [when], f"{when}. {r.description}", words
