"""What a record is linked with: who cites it, and what is no longer like for like with it."""

from __future__ import annotations

from collections.abc import Iterator

from ..site.catalog import Catalog
from ..topic.roles import ANY_RECORD, values
from ..topic.site import Site
from .build import unlike_on_pages


def cited_by(site: Site, name: str) -> Iterator[str]:
    """The pages that show a record, or cite it so often; and the records that name it."""
    for path, parts in site.outlines.items():
        linked = [link.address for p in parts.paragraphs for link in p.links]
        cited = [c for p in parts.paragraphs for c in p.cites]
        times = cited.count(name) + linked.count(f"fact:{name}")
        shown = any(name in block.ids for block in parts.blocks)
        if shown or times:
            yield f"content/{path} ({'shown' if shown else times})"
    for other, record in site.topic.records.items():
        if other != name and any(_refers(v.spec.role, v.value, name) for v in values(record)):
            yield other


def _refers(role: object, value: object, name: str) -> bool:
    return value == name and bool(getattr(role, "refers", False) or role is ANY_RECORD)


def alike(before: Catalog, after: Catalog, name: str) -> Iterator[tuple[str, str]]:
    """The numbers with which this one can no longer be compared, or can again."""
    pairs = []
    for site in (before.site, after.site):
        found = {}
        for a, b, differ in unlike_on_pages(site):
            if name in (a.id, b.id):
                found[b.id if a.id == name else a.id] = ", ".join(differ)
        pairs.append(found)
    old, new = pairs
    if parted := [f"{o} ({d})" for o, d in new.items() if old.get(o) != d]:
        yield "Not like for like with", "; ".join(parted)
    if joined := [o for o in old if o not in new and name in after.topic.records]:
        yield "Like for like again with", "; ".join(joined)
