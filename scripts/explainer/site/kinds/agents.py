"""Those who speak and act: people and organisations."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any, ClassVar

from ...topic.agents import Organisation, Person
from ..catalog import Kind, Views
from ..labels import page_url


class People(Kind[Person]):
    name, json_type = "people", "Person"
    json_fields: ClassVar = {"name": "name", "jobTitle": "job_title", "description": "description"}
    title_field, summary_field, search_fields = "name", "description", ("description",)

    def view(self, r: Person, views: Views) -> dict[str, Any]:
        def having(kind: str, field: str) -> list[str]:
            return [one.id for one in self.topic.with_value(kind, field).get(r.id, ())]

        # who holds no position alone may speak for a body that does
        holder, held = r.id, having("positions", "holder")
        while not held and (body := self._body(holder)):
            held = [one.id for one in self.topic.with_value("positions", "holder").get(body, ())]
            holder = body
        said = {*having("quotes", "speaker"), *having("quotes", "author")}
        titles, page = self.catalog.titles, self.catalog.person_pages.get(r.id)
        return {
            # what an office or a state is to somebody, the job says already
            "affiliation": views.link(r.affiliation) if self._beside(r) else None,
            "figures": views.links(having("figures", "attribution")),
            "shared": views.links(having("quotes", "shared_by")),
            "quotes": [
                views.link(name, titles[name].partition(self.words("colon"))[2])
                for name in sorted(said, key=self.catalog.order.__getitem__)
            ],
            "positions": [views.of(name) for name in held],
            "held_by": views.link(holder) if held and holder != r.id else None,
            "page": (
                View(id=r.id, label=r.name, url=views.href(page_url(page)))
                if page and page != views.path
                else None
            ),
        }

    def _body(self, name: str) -> str:
        """The body that somebody, or an organisation, belongs to."""
        record = self.topic.records.get(name)
        return getattr(record, "affiliation", None) or getattr(record, "parent", None) or ""

    def _beside(self, r: Person) -> bool:
        """Whether the body that somebody belongs to is named beside the job."""
        body = self.topic.records.get(r.affiliation or "")
        return not r.job_title or getattr(body, "type", "") not in ("state", "office")

    def names(self, r: Person) -> list[str]:
        return [*r.alternate_names, r.name.split()[-1]]

    def search(self, r: Person) -> tuple[list[str], str, str]:
        """Readers also look for the one who holds an office."""
        names, own, words = super().search(r)
        return names, f"{r.job_title}. {own}" if r.job_title else own, words


class Organisations(Kind[Organisation]):
    name, json_type = "organisations", "Organization"
    json_fields: ClassVar = {"name": "name", "description": "description"}
    title_field, summary_field, search_fields = "name", "description", ("description",)
