"""The index that search reads."""

from __future__ import annotations

from typing import Any

from .catalog import Catalog
from .page_entries import entry, page_entries


def search_entries(catalog: Catalog) -> list[dict[str, Any]]:
    """One entry a record, and one a page and a section of it: k kind, t title, n other names, the
    number as printed and an event's date, w its own words, e the source's words that it rests on
    and its date, u address. What somebody said is a quotation's own, so that the quotation comes
    before whatever else rests on that sentence. People and numbers come first, then other records,
    answers, other parts of pages: where two entries fit as well, the order decides.
    """
    order = {kind.name: place for place, kind in enumerate(catalog.classes)}
    entries = []
    for name in sorted(catalog.site.homes, key=lambda n: order[catalog.topic.kinds[n]]):
        record, kind = catalog.topic.records[name], catalog.kind_of(name)
        entries.append(
            entry(
                kind.label_of(record),
                catalog.titles[name],
                *kind.search(record),
                catalog.address(name),
            )
        )
    return [*entries, *sorted(page_entries(catalog), key=lambda one: one["k"] != "Answer")]
