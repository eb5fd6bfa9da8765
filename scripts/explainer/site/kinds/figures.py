"""Numbers, and the charts that show several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.blocks import Block
from ...topic.fieldtypes import NOT_STATED
from ...topic.figures import unlike, unlike_in
from ...topic.model import Figure
from ...topic.roles import Mark, having
from ..catalog import Cut, Kind, Views
from ..labels import date_text, join_and, plain_number, shorten, stated

QUALIFIERS = {
    "exact": "",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "about": "about",
}

LEVELS = {
    "stated_by": "According to",
    "claimed_by": "Claimed by",
    "estimated_by": "Estimated by",
    "reported_by": "Reported by",
}


class Figures(Kind[Figure]):
    name, label, plural, json_type = "figures", "Number", "numbers", "Observation"
    json_fields: ClassVar = {
        "name": "label",
        "value": "value",
        "unitText": "unit",
        "measurementMethod": "measure",
    }
    date_field, search_fields = "as_of", ("measure", "population")

    def title(self, r: Figure, cut: Cut = shorten) -> str:
        unit = "" if _in_number(r) else f" {r.unit}"
        return f"{r.value_text}{unit}: {r.label}"

    def summary(self, r: Figure) -> str:
        chain = ", as reported by ".join(map(self.catalog.mid_sentence_name, r.attribution))
        as_of = "date not stated" if r.as_of == NOT_STATED else f"as of {date_text(r.as_of)}"
        return f"{LEVELS[r.attribution_level].lower()} {chain}; {as_of}"

    def view(self, r: Figure, views: Views) -> dict[str, Any]:
        return {
            # "about" is the site's word where a source says that it is somebody's estimate
            "qualifier_label": (
                "an estimate"
                if (r.qualifier, r.attribution_level) == ("about", "estimated_by")
                else QUALIFIERS[r.qualifier]
            ),
            "number": plain_number(r.value),
            "number_text": f"{r.value.normalize():,f}",
            "period": stated(r.period),
            **{name: f"{stated(getattr(r, name))} (inferred)" for name in r.inferred},
            "as_of": date_text(r.as_of),
            "attribution_label": LEVELS[r.attribution_level],
            "apart": False,
            "picture": "ratio" if _in_number(r) and 0 < r.value <= 20 else "",
        }

    def warnings(self, r: Figure, among: Collection[str]) -> list[str]:
        """Figures shown beside this one that it must not be compared with."""
        others = (self.topic.records[n] for n in sorted(among, key=self.catalog.order.__getitem__))
        return [
            f"Not like for like with “{other.label}”: {_differing(differ)}"
            for other in others
            if isinstance(other, Figure) and (differ := unlike_in(r, other))
        ]

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        by_unit: dict[str, list[View]] = defaultdict(list)
        for v in items:
            if not v.picture:
                by_unit[v.unit].append(v)
        charts = [self._chart(unit, some) for unit, some in by_unit.items() if _drawn(some)]
        return {"charts": charts}

    def _chart(self, unit: str, some: list[View]) -> View:
        """Numbers of one unit as bars, or, where they count different things, side by side."""
        largest = max(v.number for v in some)
        for v in some:
            v.picture, v.share = "bar", v.number / largest
            period = f"{'period ' if v.period == 'not stated' else ''}{v.period}"
            who = f"{v.attribution_label.lower()} {join_and([a.label for a in v.attribution])}"
            v.counted = f"{v.measure}; {v.population}; {period}; {who}"
        ids = {v.id for v in some}
        pairs = unlike(r for r in self.topic.of_kind(self.name) if r.id in ids)
        differ = {field for _, _, fields in pairs for field in fields}
        shown = [field for field in having(Figure, Mark.ALIKE) if field in differ]
        warning = f"Not like for like: {_differing(shown)}" if shown else ""
        for v in some:
            v.apart = bool(warning)  # the table beside it has what its card would say again
            v.warnings = [] if warning else v.warnings
        return View(title=f"Counted in {unit}", warning=warning, items=some)

    def thing(self, r: Figure) -> dict[str, Any]:
        return super().thing(r) | {"value": float(plain_number(r.value))}

    def names(self, r: Figure) -> list[str]:
        return [r.value_text, r.label]


def _in_number(r: Figure) -> bool:
    """Whether a number has its unit in it, as a ratio has: 5-to-1."""
    return r.unit.startswith("to ")


_ALIKE = {"measure": "what is counted", "population": "of whom", "period": "over what time"}


def _differing(fields: Sequence[str]) -> str:
    return f"they differ in {join_and([_ALIKE.get(field, field) for field in fields])}."


def _drawn(some: list[View]) -> bool:
    """Whether numbers of one unit can be bars of one chart; a bar has one length."""
    return (
        len(some) > 1
        and max(v.number for v in some) > 10
        and all(v.value_max is None and v.number >= 0 for v in some)
    )
