"""Marks and words that, one after another, took some part of the way through the square of their
length or worse, or might."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

UNITS = [
    "\r",
    "\n",
    "a\r",
    " ",
    "a",
    "A. ",
    ".",
    ". ",
    "…",
    "'a' ",
    "' ",
    "'",
    '"',
    "“",
    "”",
    "„",
    "«",
    "“a” ",
    "‘a ",
    "‘a’ ",
    "a’ ",
    "1",
    "1,",
    "1,111",
    "1 ",
    "one two ",
    "twenty-",
    "2 million ",
    "million ",
    "\xad",
    "e\u0301",
    "[",
    "]",
    "[a]",
    "](",
    "](a",
    "[a](",
    "![",
    "[a](b",
    "[a](b)",
    "\\[",
    "\\",
    "<",
    "<a",
    "<a ",
    "</a",
    "<a>",
    "<b></b>",
    "<!--",
    "<a x=",
    '<a "',
    "{",
    "}",
    "{:",
    "{.a}",
    "`",
    "``",
    " `",
    "```\n",
    "~~~",
    "&",
    "&#",
    "&amp;",
    "[^",
    "[^a",
    "[^a]",
    "](fact:",
    "|",
    "-|",
    "- ",
    "# ",
    "(",
    "((",
    "() ",
    "{{",
    "}}",
    "\n\na",
    "the ",
    "- [",
    "[,",
    "a:\n ",
    "\n \n",
    "*",
    "_",
    "$",
    "1-to-1 ",
    "8–9 ",
    "a@",
    "<https://",
    '"(',
    ' "a',
    'title="',
    '<a title="',
    " […] ",
    "the […] ",
]


def repeated(base: Path, root: Path, unit: str, length: int) -> str:
    """A new site's folder, ``base``, copied to ``root`` with one thing again and again in its
    source, in a page and in the fields of a fact, ``length`` characters; gives these."""
    for part in ("seeds", "content"):
        shutil.copytree(base / part, root / part)
    many = f"a {unit * (length // len(unit))}. *"
    source, record = (root / "seeds/sources/river-1998.txt", root / "seeds/sources/river-1998.yml")
    source.write_text(f"{source.read_text('utf-8')}\n\n{many}\n", "utf-8", newline="")
    record.write_text(
        re.sub(
            "(?m)^sha256: .*$",
            f"sha256: {hashlib.sha256(source.read_bytes()).hexdigest()}",
            record.read_text("utf-8"),
        ),
        "utf-8",
    )
    (root / "content/x.md").write_text(
        f"---\ntitle: x\ndescription: x\n---\n{many}\n", "utf-8", newline=""
    )
    words = json.dumps(many[:4999], ensure_ascii=False)
    (root / "seeds/facts/x.yml").write_text(
        f"claims:\n  - id: x\n    kind: fact\n    statement: {words}\n    note: {words}\n   "
        f" evidence: {words}\n",
        "utf-8",
    )
    return many
