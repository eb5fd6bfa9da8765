"""A page as linked data (schema.org, JSON-LD), for search engines and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..topic.fieldtypes import NOT_STATED
from ..topic.pages import Outline
from .catalog import Catalog
from .counts import downloads
from .labels import page_url


def json_for_script(data: Any) -> str:
    """JSON that can appear inside a script element: nothing in it can end the element (HTML
    standard, 4.12.1.3)."""
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def jsonld(catalog: Catalog, parts: Outline) -> dict[str, Any]:
    """A page as schema.org: an article of background, based on the sources, with the records that
    are at home on it."""
    topic, path = catalog.topic, parts.page.path
    home = catalog.site.at_home[path]

    def things(names: Iterable[str], cited: bool) -> list[dict[str, Any]]:
        return [
            {
                "@id": None if cited else catalog.absolute(catalog.address(name)),
                **kind.thing(topic.records[name]),
            }
            for name in names
            if (kind := catalog.kind_of(name)).json_type and kind.cited == cited
        ]

    sources = [
        {
            "@type": "NewsArticle" if s.record.type == "article-newspaper" else "CreativeWork",
            "name": s.record.label,
            "url": None if s.record.URL == NOT_STATED else s.record.URL,
        }
        for s in topic.sources.values()
    ]
    pieces = things(home, cited=False)
    if any(b.name == "downloads" for b in parts.blocks):
        files = [
            {"@type": "DataDownload", "contentUrl": catalog.absolute(p), "name": label}
            for p, label in downloads(catalog)
        ]
        pieces.append(
            {
                "@type": "Dataset",
                "name": catalog.words("dataset_name", question=topic.settings.question),
                "description": catalog.words("dataset_description"),
                "isBasedOn": sources,
                "distribution": files,
            }
        )
    method = catalog.block_pages.get("corrections")
    article = {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": parts.page.meta.title,
        "description": parts.page.meta.description,
        "url": catalog.absolute(page_url(path)),
        "temporalCoverage": topic.settings.as_of,
        "isBasedOn": sources,
        "citation": [*sources, *things(dict.fromkeys([*parts.cited(), *home]), cited=True)],
        "correctionsPolicy": catalog.absolute(page_url(method)) if method else None,
        "hasPart": pieces,
    }
    stated: dict[str, Any] = _without_none(article)
    return stated


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v not in (None, [], "")}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
