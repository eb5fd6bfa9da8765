"""What goes with the facts: terms explained, conflicts, works elsewhere, and what was changed."""

from __future__ import annotations

import re
from collections.abc import Collection
from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.apparatus import Correction, Reference
from ...topic.blocks import Block
from ...topic.evidence import MENTION
from ...topic.fieldtypes import NOT_STATED
from ...topic.model import Conflict, Term
from ...topic.pieces import is_quotation
from ..catalog import Catalog, Kind, Views, organisation
from ..labels import markdown_escape
from .reports import stances


class Terms(Kind[Term]):
    name, json_type = "terms", "DefinedTerm"
    json_fields: ClassVar = {"name": "term", "description": "definition"}
    title_field, summary_field, search_fields = "term", "definition", ("definition",)
    explains = True

    def footnote(self, r: Term, views: Views, cited: Collection[str]) -> str:
        """Whose the definition is, and where the source has the word."""
        escape, source = markdown_escape, self.catalog.source_label(r)
        after = [self.topic.records[name] for name in r.references]
        works = "; ".join(f"{one.publisher}, {one.title}" for one in after)
        works = self.words("after", works=escape(works)) if works else ""
        placed = [*self.evidence.of(r.id), *self.evidence.of(r.id, MENTION)]
        places = "; ".join(dict.fromkeys(views.place(p).where for p in placed))
        ours = escape(self.words("definition_is_ours", source=source))
        return (
            f'<span class="fn-kind">{ours}</span>'
            f" {escape(r.definition)}{works}{self.words('used_in', places=escape(places))}"
        )


class Conflicts(Kind[Conflict]):
    name = "conflicts"
    summary_field, search_fields = "difference", ("difference",)

    def view(self, r: Conflict, views: Views) -> dict[str, Any]:
        """The records between which it is; where each was said on a day, in the order of time."""
        between = [*map(views.of, r.between)]
        if all(getattr(v, "datetime", "") for v in between):
            between.sort(key=lambda v: v.datetime)
        return {"between": between}


class References(Kind[Reference]):
    name, json_type = "references", "CreativeWork"
    cited = work = True
    json_fields: ClassVar = {"name": "title", "url": "URL"}
    date_field, search_fields = "issued", ("confirms",)

    def summary(self, r: Reference) -> str:
        return ", ".join(filter(None, (r.author, r.publisher, self._issued(r))))

    def search(self, r: Reference) -> tuple[list[str], str, str]:
        """Readers also look for a work by who made it."""
        names, own, words = super().search(r)
        return names, own, ", ".join(filter(None, (r.author, r.publisher, words)))

    def _issued(self, r: Reference) -> str:
        return self.date(r) or self.words("no_date")

    def thing(self, r: Reference) -> dict[str, Any]:
        return super().thing(r) | {
            "publisher": organisation(r.publisher),
            "datePublished": None if r.issued == NOT_STATED else r.issued,
        }

    def view(self, r: Reference, views: Views) -> dict[str, Any]:
        return {"issued": self._issued(r)}

    def footnote(self, r: Reference, views: Views, cited: Collection[str]) -> str:
        escape, sources = markdown_escape, [*self.topic.sources.values()]
        kind = self.words("another_report")
        if r.kind == "background":
            one = len(sources) == 1
            source = escape(sources[0].record.label) if one else self.words("the_sources")
            kind = self.words("background", source=source)
        return (
            f'<span class="fn-kind">{kind}</span> {escape(r.title)}. {escape(self.summary(r))}.'
            f" {escape(r.confirms)}"
        )


_INNER = str.maketrans("“”", "‘’")  # within quotation marks
_DATE = re.compile(r"[12]\d{3}-\d\d(?:-\d\d)?")


class Corrections(Kind[Correction]):
    name, date_field = "corrections", "date"
    title_field, title_length = "what", 90

    def view(self, r: Correction, views: Views) -> dict[str, Any]:
        about = self.topic.redirects.get(r.record, r.record)
        return {
            "date": self.words.date(r.date),
            "datetime": r.date,
            "record": views.link(about) if about else None,
            # what an id stood for is said in what
            "before": as_read(self.catalog, r, r.before)
            if r.before not in self.topic.records
            else None,
        }

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        """The newest first."""
        return {"items": sorted(items, key=lambda v: str(v.datetime), reverse=True)}


def as_read(catalog: Catalog, r: Correction, value: str | None) -> str | None:
    """How a record read before or after a correction: a stance and the like by its label, the
    source's words in quotation marks."""
    topic = catalog.topic
    record = topic.records.get(topic.redirects.get(r.record, r.record), r)
    labels = stances(catalog, record) | {
        key.partition("_")[2]: str(text)
        for key, text in catalog.words.table.items()
        if key.startswith(("level_", "qualifier_"))
    }
    if value and _DATE.fullmatch(value):
        return catalog.words.date(value)
    if value and is_quotation(topic, value) and value[:1] != catalog.words.opening:
        return catalog.words.quoted(value.translate(_INNER))
    return labels.get(value or "") or value
