"""The sealing of a source."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..text.tongue import looks_like
from ..topic.files import Files
from ..topic.settings import NEW_SOURCE


class SealError(Exception):
    """Why a text cannot be sealed, for people."""


def seal(root: Path, name: str) -> str:
    """Write a source text's sha256 into its record; start the record if there is none. Returns what
    was done. Raises SealError where the file is no text, or has no words."""
    path, record = f"seeds/sources/{name}.txt", root / f"seeds/sources/{name}.yml"
    faults: list[str] = []
    read = Files(root, lambda path, line, *said: faults.append(f"{path}:{line}: {'; '.join(said)}"))
    if not (found := read.text(path)):
        raise SealError("\n".join(faults))
    text, raw = found
    if not re.search(r"\w", text):
        raise SealError(f"{path} is empty: put the words of the source there")
    digest = hashlib.sha256(raw).hexdigest()
    if not record.exists():
        language = looks_like(text) or "en"
        record.write_text(NEW_SOURCE.format(digest=digest, language=language), "utf-8")
        return f"started seeds/sources/{name}.yml; fill in what the source states about itself"
    old = record.read_text("utf-8")
    new, count = re.subn(r"(?m)^sha256:.*$", f"sha256: {digest}", old)
    if not count:
        new = old.rstrip("\n") + f"\nsha256: {digest}\n"
    if new == old:
        return f"seeds/sources/{name}.yml: sealed already"
    record.write_text(new, "utf-8")
    return f"seeds/sources/{name}.yml: sealed the text as it is now"
