"""Citations for other programs: CSL-JSON and BibTeX."""

from __future__ import annotations

from typing import Any

from ..topic.fieldtypes import NOT_STATED
from ..topic.settings import Source


def as_bibtex(key: str, fields: dict[str, str]) -> str:
    """An entry of BibTeX; nothing in a field can end it or be a command of TeX."""
    safe = {
        name: " ".join(value.translate(_TEX).split()) for name, value in fields.items() if value
    }
    return (
        f"@misc{{{key},\n"
        + ",\n".join(f"  {name} = {{{value}}}" for name, value in safe.items())
        + "\n}"
    )


_TEX = str.maketrans("{}\\", "()/")


def csl(name: str, r: Source) -> dict[str, Any]:
    """CSL-JSON 1.0; what is not stated is left out."""
    parts = [int(p) for p in r.issued.split("-")] if r.issued != NOT_STATED else None
    data = {
        "id": name,
        "type": r.type,
        "title": r.title,
        "author": [{"literal": r.author}],
        "publisher": r.publisher,
        "URL": r.URL,
        "language": r.language,
        "issued": {"date-parts": [parts]} if parts else None,
        "note": r.note,
    }
    return {k: v for k, v in data.items() if v not in (None, NOT_STATED, [{"literal": NOT_STATED}])}


def bibtex(name: str, r: Source) -> str:
    year = "" if r.issued == NOT_STATED else r.issued[:4]
    fields = {
        "title": r.title,
        "author": r.author,
        "publisher": r.publisher,
        "year": year,
        "url": r.URL,
        "note": r.label,
    }
    return as_bibtex(name, {k: v for k, v in fields.items() if v != NOT_STATED}) + "\n"
