"""What a block on a page that a change does not touch shows now of another source."""

from __future__ import annotations

from collections.abc import Iterator

from ..topic.blocks import sources_of
from ..topic.site import Site

_MOST = 8  # records that are named


def shown_too(before: Site, after: Site) -> Iterator[tuple[str, int, str, str]]:
    """Each such block: the page's file, the line, the block as it is written, and the records that
    it shows now and that are of no source of those it showed before, by their ids."""
    for path, parts in after.outlines.items():
        old = before.outlines.get(path)
        if old is None or old.page.body != parts.page.body:
            continue
        was = {block.line: block.ids for block in old.blocks}
        for block in parts.blocks:
            known = {s for n in was.get(block.line, ()) for s in _sources(before, n)}
            new = [n for n in block.ids if known and {*_sources(after, n)} - known]
            if new and block.line in was:
                line = parts.page.body.split("\n")[block.line - parts.page.first_line]
                more = f" and {len(new) - _MOST} more" if len(new) > _MOST else ""
                yield parts.page.file, block.line, line.strip(), f"{', '.join(new[:_MOST])}{more}"


def _sources(site: Site, name: str) -> frozenset[str]:
    record = site.topic.records.get(name)
    return sources_of(record, site.topic) if record else frozenset()
