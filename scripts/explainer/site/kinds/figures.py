"""Numbers, and the charts that show several of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...text.printed import Printed
from ...text.quantity import words_on_exactness
from ...topic.blocks import Block
from ...topic.fieldtypes import NOT_STATED
from ...topic.figures import comparable, counted, is_part, is_ratio, unit_beside, unlike_in
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
        unit = self._unit(r)
        return f"{r.value_text} {unit}".rstrip() + f"{self.words('colon')}{r.label}"

    def _unit(self, r: Figure) -> str:
        """The unit to be shown behind the number, with the scale that it takes from another there:
        million pounds, of 1.8 in from 1.8 to 4.6 million pounds."""
        unit = self.words.counted(r.value_text, unit_beside(r))
        unit = self.words("share_of", unit=unit) if unit and is_part(r) else unit
        source, span = self.evidence.numbers.get(r.id, ("", None))
        scale = Printed(self.topic.sources[source].passages, span).scale if span else ""
        return f"{scale} {unit}".strip()

    def _printed_qualifier(self, r: Figure) -> str:
        """How exact the number is, in the source's own word beside it: knapp, nearly; in that of
        the site where the source has it elsewhere."""
        source, span = self.evidence.numbers.get(r.id, ("", None))
        if r.qualifier == "exact" or not span:
            return self._qualifier(r)
        passages = self.topic.sources[source].passages
        place = passages.sentence_at(span.start)
        text = re.sub(r"\s", " ", passages.text[place.start : place.end])
        start, end = span.start - place.start, span.end - place.start
        words = words_on_exactness(text, start, end, passages.language)
        return words or self._qualifier(r)

    def _qualifier(self, r: Figure) -> str:
        """How exact the number is, in the site's words: "about" is the site's word where a source
        says that it is somebody's estimate, and is not said beside who made that."""
        if (r.qualifier, r.attribution_level) == ("about", "estimated_by"):
            return self.words("an_estimate")
        return self.words(f"qualifier_{r.qualifier}")

    def _level(self, r: Figure) -> str:
        """What comes before those who say it; the source itself only says that it is estimated."""
        labels = {source.record.label.casefold() for source in self.topic.sources.values()}
        agents = [self.topic.records.get(one) for one in r.attribution]
        itself = all(getattr(one, "name", "").casefold() in labels for one in agents)
        nobodys = itself and r.attribution_level == "estimated_by"
        return self.words("level_stated_by" if nobodys else f"level_{r.attribution_level}")

    @staticmethod
    def _within(label: str) -> str:
        """A label within a sentence; a noun before a colon keeps its capital (Angabe:)."""
        return label if label.endswith(":") else label.lower()

    def summary(self, r: Figure) -> str:
        names = map(self.catalog.mid_sentence_name, r.attribution)
        chain = self.words("chain").join(names) or self.catalog.source_label(r)
        as_of = self.date(r)
        return f"{self._within(self._level(r))} {chain}" + (
            f"; {self.words('as_of', date=as_of)}" if as_of else ""
        )

    def view(self, r: Figure, views: Views) -> dict[str, Any]:
        stated = self.catalog.stated
        itself = {} if r.attribution else {"attribution": [*self._itself(r, views)]}
        return itself | {
            "qualifier_label": self._qualifier(r),
            "qualifier_printed": self._printed_qualifier(r),
            "unit_beside": self._unit(r),
            "number": plain_number(r.value),
            "number_text": self.words.number(r.value),
            "period": stated(r.period),
            **{
                name: self.words("inferred", what=stated(getattr(r, name))) for name in r.worked_out
            },
            "as_of": self.words.date(r.as_of),
            "attribution_label": self._level(r),
            "attribution_within": self._within(self._level(r)),
            "counts": counted(r),
            "facts": [*self._facts(r)],
            "apart": False,
            "picture": "ratio" if is_ratio(r.unit) and 0 < r.value <= 20 else "",
        }

    def _itself(self, r: Figure, views: Views) -> Iterator[View]:
        """The source itself, as who says what nobody in it is said to say."""
        for place in views.places(r.id, "evidence")[:1]:
            yield View(id="", label=place.source, url=place.url, mark="", number=0)

    def warnings(self, r: Figure, among: Collection[str]) -> list[str]:
        """Which figures shown beside this one count the same of others, or over another time: one
        warning. What else is in its unit nobody compares, unless a chart shows it."""
        others = (self.topic.records[n] for n in sorted(among, key=self.catalog.order.__getitem__))
        found = [
            (other.label, differ)
            for other in others
            if isinstance(other, Figure) and comparable(r, other)
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
            who = f"{v.attribution_within} {names}"
            v.counted = f"{v.measure}; {v.population}; {period}; {who}"
        ids = {v.id for v in some}
        records: list[Figure] = [r for r in self.topic.of_kind(self.name) if r.id in ids]
        differ = {field for a, b in combinations(records, 2) for field in unlike_in(a, b)}
        shown = [field for field in having(Figure, Mark.ALIKE) if field in differ]
        warning = self.words("unlike", differ=self._differing(shown)) if shown else ""
        for v in some:
            v.apart = bool(warning)  # the table beside it has what its card would say again
            v.warnings = [] if warning else v.warnings
        parts = [*dict.fromkeys(part for v in some for part in v.counts)]
        shared = any(sum(part in v.counts for v in some) > 1 for part in parts)
        return View(
            title=self.words("counted_in", unit=unit),
            warning=warning,
            items=some,
            parts=parts if shared else [],  # nothing that all but one lack: no ticks to compare
        )

    def _differing(self, fields: Sequence[str]) -> str:
        what = [self.words(f"alike_{field}") for field in fields]
        return self.words("differ_in", what=self.words.listed(what))

    def _facts(self, r: Figure) -> Iterator[tuple[str, str]]:
        """What its card says of what a number counts: nothing that is not stated, and nothing that
        the label says already."""
        for name, label in _FIELDS.items():
            value = getattr(r, name)
            if value == NOT_STATED:
                continue
            value = self.words.date(value) if name == "as_of" else value
            if value.lower() not in r.label.lower():
                shown = self.words("inferred", what=value) if name in r.inferred else value
                yield self.words(label), shown

    def thing(self, r: Figure) -> dict[str, Any]:
        return super().thing(r) | {"value": float(plain_number(r.value))}

    def names(self, r: Figure) -> list[str]:
        return [r.value_text, r.label]


_FIELDS = {
    "measure": "what_is_counted",
    "population": "of_whom",
    "period": "over_what_time",
    "as_of": "as_of_heading",
}


def _drawn(some: list[View]) -> bool:
    """Whether numbers of one unit can be bars of one chart; a bar has one length."""
    return (
        len(some) > 1
        and max(v.number for v in some) > 10
        and all(v.value_max is None and v.number >= 0 for v in some)
    )
