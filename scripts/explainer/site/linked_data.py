"""A page as linked data (schema.org, JSON-LD), for search engines and other programs."""

from __future__ import annotations

import json
from typing import Any

from ..topic.model import NOT_STATED
from ..topic.pages import Outline
from .catalog import Book
from .counts import downloads
from .labels import page_url


def json_for_script(data: Any) -> str:
    """JSON that can stand inside a script element: nothing in it can end the element (HTML
    standard, 4.12.1.3).
    """
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def jsonld(book: Book, parts: Outline) -> dict[str, Any]:
    """A page as schema.org: an article of background, based on the sources, with the records that
    are at home on it.
    """
    topic, path = book.topic, parts.page.path

    def thing(name: str) -> dict[str, Any] | None:
        record: Any = topic.records[name]
        base = {"@id": book.absolute(book.address(name))}
        match topic.kinds[name]:
            case "people":
                return base | {
                    "@type": "Person",
                    "name": record.name,
                    "jobTitle": record.job_title,
                    "description": record.description,
                }
            case "organisations":
                return base | {
                    "@type": "Organization",
                    "name": record.name,
                    "description": record.description,
                }
            case "quotes":
                words = " […] ".join(p.exact for p in book.site.evidence.of(name, "text"))
                speaker = record.speaker or record.author
                kind = "Organization" if topic.kinds.get(speaker) == "organisations" else "Person"
                who = {
                    "@type": kind,
                    "name": (
                        (not record.speaker and record.author_description) or book.name(speaker)
                    ),
                }
                said = None if record.date_said == NOT_STATED else record.date_said
                return base | {
                    "@type": "Quotation",
                    "text": words,
                    "spokenByCharacter" if record.kind == "spoken" else "author": who,
                    "dateCreated": said,
                }
            case "figures":
                return base | {
                    "@type": "Observation",
                    "name": record.label,
                    "value": float(record.value),
                    "unitText": record.unit,
                    "measurementMethod": record.measure,
                }
            case "events":
                return base | {
                    "@type": "Event",
                    "name": record.title,
                    "startDate": record.date,
                    "description": record.description,
                }
            case "terms":
                return base | {
                    "@type": "DefinedTerm",
                    "name": record.term,
                    "description": record.definition,
                }
        return None

    home = [t for name in book.site.at_home[path] if (t := thing(name))]
    sources = [
        {
            "@type": "NewsArticle" if s.record.type == "article-newspaper" else "CreativeWork",
            "name": s.record.label,
            **({"url": s.record.URL} if s.record.URL != NOT_STATED else {}),
        }
        for s in topic.sources.values()
    ]
    named = dict.fromkeys([*parts.cited(), *book.site.at_home[path]])
    references = [
        {
            "@type": "CreativeWork",
            "name": r.title,
            "publisher": r.publisher,
            **({"url": r.URL} if r.URL else {}),
        }
        for n in named
        if topic.kinds[n] == "references"
        for r in [topic.records[n]]
    ]  # type: ignore[attr-defined]
    method = book.block_pages.get("corrections")
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": parts.page.meta.title,
        "description": parts.page.meta.description,
        "url": book.absolute(page_url(path)),
        "temporalCoverage": topic.settings.as_of,
        "isBasedOn": sources,
        "citation": [*sources, *references],
        "correctionsPolicy": book.absolute(page_url(method)) if method else None,
        "hasPart": home,
    }
    if any(b.name == "downloads" for b in parts.blocks):
        files = [
            {"@type": "DataDownload", "contentUrl": book.absolute(p), "name": label}
            for p, label in downloads(topic)
        ]
        article["hasPart"] = [
            *home,
            {
                "@type": "Dataset",
                "name": f"{topic.settings.question} – records",
                "description": "Every record with the words it rests on.",
                "isBasedOn": sources,
                "distribution": files,
            },
        ]
    return _without_none(article)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v not in (None, [], "")}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
