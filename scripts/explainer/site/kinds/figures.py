"""Numbers, and the charts that show several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.blocks import Block
from ...topic.fieldtypes import NOT_STATED
from ...topic.figures import comparable, counted, is_ratio, unlike_in
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
        unit = "" if is_ratio(r.unit) else f" {r.unit}"
        return f"{r.value_text}{unit}: {r.label}"

    def summary(self, r: Figure) -> str:
        chain = ", as reported by ".join(map(self.catalog.mid_sentence_name, r.attribution))
        as_of = "" if r.as_of == NOT_STATED else f"; as of {date_text(r.as_of)}"
        return f"{LEVELS[r.attribution_level].lower()} {chain}{as_of}"

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
            "counts": counted(r),
            "facts": [*_facts(r)],
            "apart": False,
            "picture": "ratio" if is_ratio(r.unit) and 0 < r.value <= 20 else "",
        }

    def warnings(self, r: Figure, among: Collection[str]) -> list[str]:
        """Figures shown beside this one that it must not be compared with."""
        others = (self.topic.records[n] for n in sorted(among, key=self.catalog.order.__getitem__))
        return [
            f"Not like for like with “{other.label}”: {_differing(differ)}"
            for other in others
            if isinstance(other, Figure)
            and comparable(r, other)
            and (differ := unlike_in(r, other))
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
        records: list[Figure] = [r for r in self.topic.of_kind(self.name) if r.id in ids]
        differ = {field for a, b in combinations(records, 2) for field in unlike_in(a, b)}
        shown = [field for field in having(Figure, Mark.ALIKE) if field in differ]
        warning = f"Not like for like: {_differing(shown)}" if shown else ""
        for v in some:
            v.apart = bool(warning)  # the table beside it has what its card would say again
            v.warnings = [] if warning else v.warnings
        parts = [*dict.fromkeys(part for v in some for part in v.counts)]
        shared = any(sum(part in v.counts for v in some) > 1 for part in parts)
        return View(
            title=f"Counted in {unit}",
            warning=warning,
            items=some,
            parts=parts if shared else [],  # nothing that all but one lack: no ticks to compare
        )

    def thing(self, r: Figure) -> dict[str, Any]:
        return super().thing(r) | {"value": float(plain_number(r.value))}

    def names(self, r: Figure) -> list[str]:
        return [r.value_text, r.label]


def _facts(r: Figure) -> Iterator[tuple[str, str]]:
    """What its card says of what a number counts: nothing that is not stated, and nothing that the
    label says already."""
    values = {name: stated(getattr(r, name), "") for name in ("measure", "population", "period")}
    values |= {"as_of": "" if r.as_of == NOT_STATED else date_text(r.as_of)}
    for name, value in values.items():
        if value and value.lower() not in r.label.lower():
            inferred = " (inferred)" if name in r.inferred else ""
            yield _FIELDS[name], f"{value}{inferred}"


_FIELDS = {
    "measure": "What is counted",
    "population": "Of whom or what",
    "period": "Over what time",
    "as_of": "As of",
}

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
