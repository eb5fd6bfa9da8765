"""Numbers, and the charts that show several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.blocks import Block
from ...topic.fieldtypes import NOT_STATED
from ...topic.figures import unit_beside, unlike, unlike_in
from ...topic.model import Figure
from ...topic.roles import Mark, having
from ..catalog import Cut, Kind, Views
from ..labels import plain_number, shorten


class Figures(Kind[Figure]):
    name, json_type = "figures", "Observation"
    json_fields: ClassVar = {
        "name": "label",
        "value": "value",
        "unitText": "unit",
        "measurementMethod": "measure",
    }
    date_field, search_fields = "as_of", ("measure", "population")

    def title(self, r: Figure, cut: Cut = shorten) -> str:
        unit = self.words.counted(r.value_text, unit_beside(r))
        return f"{r.value_text} {unit}".rstrip() + f"{self.words('colon')}{r.label}"

    def summary(self, r: Figure) -> str:
        words, as_of = self.words, self.words.date(r.as_of)
        return words(
            "figure_summary",
            level=words(f"level_{r.attribution_level}").lower(),
            chain=words("chain").join(map(self.catalog.mid_sentence_name, r.attribution)),
            as_of=as_of if r.as_of == NOT_STATED else words("as_of", date=as_of),
        )

    def view(self, r: Figure, views: Views) -> dict[str, Any]:
        stated = self.catalog.stated
        return {
            # "about" is the site's word where a source says that it is somebody's estimate
            "qualifier_label": (
                self.words("an_estimate")
                if (r.qualifier, r.attribution_level) == ("about", "estimated_by")
                else self.words(f"qualifier_{r.qualifier}")
            ),
            "unit_beside": self.words.counted(r.value_text, unit_beside(r)),
            "number": plain_number(r.value),
            "number_text": self.words.number(r.value),
            "period": stated(r.period),
            **{name: self.words("inferred", what=stated(getattr(r, name))) for name in r.inferred},
            "as_of": self.words.date(r.as_of),
            "attribution_label": self.words(f"level_{r.attribution_level}"),
            "apart": False,
            "picture": "ratio" if _in_number(r) and 0 < r.value <= 20 else "",
        }

    def warnings(self, r: Figure, among: Collection[str]) -> list[str]:
        """Which figures shown beside this one count the same of others, or over another time: one
        warning. What else is in its unit nobody compares, unless a chart shows it."""
        others = (self.topic.records[n] for n in sorted(among, key=self.catalog.order.__getitem__))
        found = [
            (other.label, differ)
            for other in others
            if isinstance(other, Figure) and other.measure == r.measure
            if (differ := unlike_in(r, other))
        ]
        if not found:
            return []
        fields = [f for f in having(Figure, Mark.ALIKE) if any(f in d for _, d in found)]
        labels = self.words.listed([self.words.quoted(label) for label, _ in found])
        return [self.words("unlike_with", others=labels, differ=self._differing(fields))]

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
            stated = v.period != self.words("not_stated")
            period = v.period if stated else self.words("period_not_stated")
            names = self.words.listed([a.label for a in v.attribution])
            who = f"{v.attribution_label.lower()} {names}"
            v.counted = f"{v.measure}; {v.population}; {period}; {who}"
        ids = {v.id for v in some}
        pairs = unlike(r for r in self.topic.of_kind(self.name) if r.id in ids)
        differ = {field for _, _, fields in pairs for field in fields}
        shown = [field for field in having(Figure, Mark.ALIKE) if field in differ]
        warning = self.words("unlike", differ=self._differing(shown)) if shown else ""
        for v in some:
            v.apart = bool(warning)  # the table beside it has what its card would say again
            v.warnings = [] if warning else v.warnings
        return View(title=self.words("counted_in", unit=unit), warning=warning, items=some)

    def _differing(self, fields: Sequence[str]) -> str:
        what = [self.words(f"alike_{field}") for field in fields]
        return self.words("differ_in", what=self.words.listed(what))

    def thing(self, r: Figure) -> dict[str, Any]:
        return super().thing(r) | {"value": float(plain_number(r.value))}

    def names(self, r: Figure) -> list[str]:
        return [r.value_text, r.label]


def _in_number(r: Figure) -> bool:
    """Whether a number has its unit in it, as a ratio has: 5-to-1."""
    return r.unit.startswith("to ")


def _drawn(some: list[View]) -> bool:
    """Whether numbers of one unit can be bars of one chart; a bar has one length."""
    return (
        len(some) > 1
        and max(v.number for v in some) > 10
        and all(v.value_max is None and v.number >= 0 for v in some)
    )
