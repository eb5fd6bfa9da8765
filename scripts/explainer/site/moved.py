"""Pages that have moved: at each old address a page that leads on, which is in no menu and in no
search and which search engines leave out."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator

from ..topic.words import direction
from .catalog import Catalog, Views
from .labels import page_url

_POLICY = "; ".join(
    f"{name} 'none'"
    for name in ("default-src", "script-src", "style-src", "base-uri", "form-action")
)


def moved_pages(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """The files at old addresses, and their content."""
    words = catalog.words
    language = f'{words.tag}" dir="rtl' if direction(words.tag) == "rtl" else words.tag
    for old, new in catalog.topic.settings.moved_pages.items():
        path, _, anchor = new.partition("#")
        address = page_url(path) + (f"#{anchor}" if anchor else "")
        link = html.escape(Views(catalog, old).href(address))
        title = html.escape(catalog.topic.pages[path].meta.title)
        yield (
            posixpath.join(page_url(old), "index.html"),
            (
                f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
                f'<meta name="robots" content="noindex">\n<title>{title}</title>\n'
                f'<link rel="canonical" href="{link}">\n'
                f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n'
                f'<body>\n<main>\n<p>{words("has_moved")} <a href="{link}">{title}</a></p>\n'
                "</main>\n</body>\n</html>\n"
            ).encode(),
        )
