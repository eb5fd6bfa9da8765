"""A page as linked data (schema.org, JSON-LD), for search engines and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..topic.fieldtypes import NOT_STATED
from ..topic.pages import Outline
from ..topic.settings import Source
from .catalog import Catalog, Views, organisation
from .citations import licence_address
from .counts import downloads
from .labels import card_path, page_url


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
    are at home on it. What is a work is a part of it, all else is mentioned. Without an address of
    the site, links are relative to the page."""
    topic, path, to = catalog.topic, parts.page.path, catalog.deployment
    home, views = catalog.site.at_home[path], Views(catalog, path)

    def address(below: str) -> str:
        return catalog.absolute(below) if to.site_url else views.href(below)

    def things(names: Iterable[str], cited: bool, work: bool = True) -> list[dict[str, Any]]:
        return [
            {
                "@id": None if cited else address(catalog.address(name)),
                **kind.thing(topic.records[name]),
            }
            for name in names
            if (kind := catalog.kind_of(name)).json_type
            and (kind.cited, kind.work) == (cited, work)
        ]

    sources = [_source(source.record) for source in topic.sources.values()]
    pieces = things(home, cited=False)
    if any(b.name == "downloads" for b in parts.blocks):
        files = [
            {"@type": "DataDownload", "contentUrl": address(p), "name": label}
            for p, label in downloads(catalog)
        ]
        pieces.append(
            {
                "@type": "Dataset",
                "name": catalog.words("dataset_name", question=topic.settings.question),
                "description": catalog.words("dataset_description"),
                "license": licence_address(catalog),
                "isBasedOn": sources,
                "distribution": files,
            }
        )
    corrections = catalog.block_pages.get("corrections")
    article = {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": parts.page.meta.title,
        "description": parts.page.meta.description,
        "url": address(page_url(path)),
        "image": address(card_path(path)),
        "datePublished": topic.settings.published,
        "dateModified": _corrected(catalog, path),
        "license": licence_address(catalog),
        "publisher": {
            "@type": "Organization",
            "name": to.site_name or topic.settings.question,
            "url": address(""),
            "correctionsPolicy": address(page_url(corrections)) if corrections else None,
        },
        "temporalCoverage": topic.as_of,
        "isBasedOn": sources,
        "citation": [*sources, *things(dict.fromkeys([*parts.cited(), *home]), cited=True)],
        "mentions": things(home, cited=False, work=False),
        "hasPart": pieces,
    }
    stated: dict[str, Any] = _without_none(article)
    return stated


def _source(r: Source) -> dict[str, Any]:
    """A source as schema.org, as far as it says itself what it is."""
    known = {name: value for name, value in r if value != NOT_STATED}
    return {
        "@type": "NewsArticle" if r.type == "article-newspaper" else "CreativeWork",
        "name": known.get("title", r.label),
        "url": known.get("URL"),
        "datePublished": known.get("issued"),
        "publisher": organisation(known.get("publisher")),
    }


def _corrected(catalog: Catalog, path: str) -> str | None:
    """The day on which something on a page was last put right or added."""
    topic, homes = catalog.topic, catalog.site.homes
    told = (c for c in topic.of_kind("corrections") if not c.unseen)
    days = (c.date for c in told if homes.get(topic.redirects.get(c.record, c.record)) == path)
    return max(days, default=None)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v not in (None, [], "")}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
