"""The sealing of a source."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def seal(root: Path, name: str) -> str:
    """Write a source text's sha256 into its record; start the record if there is none. Returns what
    was done."""
    text, record = root / f"seeds/sources/{name}.txt", root / f"seeds/sources/{name}.yml"
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    if not record.exists():
        record.write_text(_RECORD.format(digest=digest), "utf-8")
        return f"started seeds/sources/{name}.yml; fill in what the source states about itself"
    old = record.read_text("utf-8")
    new, count = re.subn(r"(?m)^sha256:.*$", f"sha256: {digest}", old)
    if not count:
        new = old.rstrip("\n") + f"\nsha256: {digest}\n"
    if new == old:
        return f"seeds/sources/{name}.yml: sealed already"
    record.write_text(new, "utf-8")
    return f"seeds/sources/{name}.yml: sealed the text as it is now"


_RECORD = """\
# yaml-language-server: $schema=../../schemas/source.schema.json
type: article-newspaper
title: not_stated
author: not_stated
publisher: not_stated
issued: not_stated
URL: not_stated
label: the article
language: en
# provenance: where the text comes from; write this where URL, publisher and issued are not stated
rights: The words remain their publisher's; short passages are quoted here for comment.
sha256: {digest}
set_aside: []
"""
