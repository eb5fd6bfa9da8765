"""Those who speak and act: people and organisations."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any

from ...topic.model import Organisation, Person
from ..catalog import Kind, Views
from ..labels import page_url


class People(Kind[Person]):
    name, label, json_type = "people", "Person", "Person"
    title_field, summary_field, search_fields = "name", "description", ("description",)

    def view(self, r: Person, views: Views) -> dict[str, Any]:
        def having(kind: str, field: str) -> list[str]:
            return [one.id for one in self.topic.with_value(kind, field).get(r.id, ())]

        said = {*having("quotes", "speaker"), *having("quotes", "author")}
        titles, page = self.catalog.titles, self.catalog.person_pages.get(r.id)
        return {
            "affiliation": views.link(r.affiliation),
            "figures": views.links(having("figures", "attribution")),
            "shared": views.links(having("quotes", "shared_by")),
            "quotes": [
                views.link(name, titles[name].partition(": ")[2])
                for name in sorted(said, key=self.catalog.order.__getitem__)
            ],
            "positions": [views.of(name) for name in having("positions", "holder")],
            "page": (
                View(id=r.id, label=r.name, url=views.href(page_url(page)))
                if page and page != views.path
                else None
            ),
        }

    def thing(self, r: Person) -> dict[str, Any]:
        return {"name": r.name, "jobTitle": r.job_title, "description": r.description}

    def names(self, r: Person) -> list[str]:
        return [*r.alternate_names, r.name.split()[-1]]


class Organisations(Kind[Organisation]):
    name, label, json_type = "organisations", "Organisation", "Organization"
    title_field, summary_field, search_fields = "name", "description", ("description",)

    def view(self, r: Organisation, views: Views) -> dict[str, Any]:
        return {"type_label": r.type.capitalize(), "parent": views.link(r.parent)}

    def thing(self, r: Organisation) -> dict[str, Any]:
        return {"name": r.name, "description": r.description}
