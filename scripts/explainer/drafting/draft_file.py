"""The file of facts that a draft is written to: its records, their ids and names, as YAML."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..text.folding import look
from ..text.spans import Span
from ..topic.files import MAX_BYTES
from ..topic.record import Record
from .placing import Words

Field = Words | list[Words]
_HEAD = """\
# yaml-language-server: $schema=../../schemas/facts.schema.json
# Drafts. Decide what is marked, fix the rest, and remove each draft: true.
source: {source}
"""
_PLAIN = re.compile(r"[A-Za-z0-9][\w-]*", re.A)  # YAML that needs no quotation marks
_DECIDE = {  # what no rule can know, field by field
    "type": "which type?",
    "description": "in your own words; or is there nothing to record?",
    "author": "whose words are they?",
    "label": "what is it, in a few words?",
    "measure": "what is counted?",
    "population": "who or what is counted?",
    "period": "over what time?",
    "as_of": "for which date?",
    "title": "in your own words",
    "status": "did it happen?",
}


def head(source: str) -> str:
    """How a file of drafts begins."""
    return _HEAD.format(source=source)


class DraftFile:
    """The records drafted so far. No id or name in it is one of the ``known`` records'."""

    def __init__(self, known: Mapping[str, Record]):
        self.used = Counter(
            look(value)
            for record in known.values()
            for name in ("name", "label", "title")
            if (value := getattr(record, name, ""))
        )
        self.ids = set(known)
        self.records = defaultdict[str, list[str]](list)
        self.left: list[str] = []
        self.spans: list[Span] = []  # of the text, which drafts have
        self.numbers: list[Span] = []  # that no figure can hold

    def unused(self, words: str) -> str:
        """Words, with a number where they, or others that look the same, are used already."""
        shown = look(words)
        self.used[shown] += 1
        return words if self.used[shown] == 1 else self.unused(f"{words} ({self.used[shown]})")

    def _new_id(self, words: str, otherwise: str) -> str:
        ascii = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", ascii.lower().replace("'", ""))[:60].strip("-")
        name = stem = stem or otherwise
        while name in self.ids:
            name = re.sub(r" \((\d+)\)", r"-\1", self.unused(stem))
        self.ids.add(name)
        return name

    def add(
        self, kind: str, words: str, fields: Mapping[str, Field], decide: Mapping[str, str]
    ) -> str:
        """Write a record, without its empty fields, and return its id, made from ``words``."""
        name = self._new_id(words, kind)
        lines = [f"  - id: {name}", "    draft: true"]
        for key, value in fields.items():
            if value:
                plain = _PLAIN.fullmatch(str(value))
                shown = value if plain else json.dumps(value, ensure_ascii=False)
                mark = decide[key] if key in decide else _DECIDE.get(key)
                # On a line of its own: behind an editor's words it would be taken for a part of
                # them.
                lines += [f"    # decide, {key}: {mark}"] if mark else []
                lines.append(f"    {key}: {shown}")
        self.records[kind].append("\n".join(lines))
        return name

    def yaml(self, source: str) -> str:
        lines, size = list[str](), 0
        for kind in ("people", "organisations", "quotes", "figures", "events"):
            lines += [f"{kind}:"] if self.records[kind] else []
            for record in self.records[kind]:
                size += len(record.encode()) + 1
                if size < MAX_BYTES - 100_000:
                    lines.append(record)
                else:
                    self.left.append(f"the file would be too large: {record.splitlines()[0]}")
        for words in self.left[:500]:
            # Joiners cut out of their words cannot be seen, and the loader cannot read them.
            visible = "".join(c for c in words if unicodedata.category(c) != "Cf")
            lines.append(f"# left out, {visible}")
        return head(source) + "".join(f"{line}\n" for line in lines)
