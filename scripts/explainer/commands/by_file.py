"""A built site whose pages open by a double click: links to a folder lead to the page in it.

A server gives a folder's page for its address; a file manager lists the folder. The preview of a
pull request is a folder that somebody has downloaded."""

from __future__ import annotations

import re
from pathlib import Path

# The path of a link below the site: what has a scheme has a colon.
_LINK = re.compile(r"""(\s(?:href|action)=["']|content="0; url=)([^"'#?:]+)(?=["'#?])""")


def lead_to_files(site: Path) -> int:
    """Change the links in all pages of a built site; gives how many pages there are."""
    pages = [path for path in site.rglob("*.html") if path.is_file() and not path.is_symlink()]
    for path in pages:
        path.write_text(_LINK.sub(_to_file, path.read_text("utf-8")), "utf-8")
    return len(pages)


def _to_file(link: re.Match[str]) -> str:
    path = link[2]
    if path.startswith("/") or path.rpartition("/")[2] not in ("", ".", ".."):
        return link.group()
    return f"{link[1]}{path.rstrip('/')}/index.html"
