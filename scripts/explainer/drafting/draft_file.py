"""The file of facts that a draft is written to: its records, their ids and names, as YAML."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, product
from string import ascii_lowercase

from ..text.folding import look
from ..text.spans import Span
from ..topic.files import MAX_BYTES
from ..topic.model import KINDS
from ..topic.record import Record
from .placing import Words

Field = Words | list[Words]
_HEAD = """\
# yaml-language-server: $schema=../../schemas/facts.schema.json
# Drafts. Decide what is marked, fix the rest, and remove each draft: true.
source: {source}
"""
_ID_LENGTH = 40
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
    """The records drafted so far. No id or name in it is one of the ``known`` records', no id one
    that is ``taken`` otherwise."""

    def __init__(self, known: Mapping[str, Record], taken: Iterable[str] = ()):
        self.used = {
            look(value)
            for record in known.values()
            for name in ("name", "label", "title")
            if (value := getattr(record, name, ""))
        }
        self.ids = {*known, *taken}
        self.records = defaultdict[str, list[str]](list)
        self.left: list[str] = []
        self.spans: list[Span] = []  # of the text, which drafts have
        self.published: list[Span] = []  # and those that only say who somebody is
        self.numbers: list[Span] = []  # that no figure can hold

    def unused(self, *choices: str) -> str:
        """The first of some words that nothing is called; else the first of them with a letter
        behind it: a number would be one that readers see."""
        lettered = (f"{choices[0]} ({letter})" for n in count(1) for letter in _letters(n))
        words = next(w for w in chain(choices, lettered) if look(w) not in self.used)
        self.used.add(look(words))
        return words

    def _new_id(self, words: str, otherwise: str) -> str:
        ascii = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", ascii.lower().replace("'", "")).strip("-")
        if len(stem) > _ID_LENGTH:  # short, and of whole words
            stem = stem[: _ID_LENGTH + 1].rpartition("-")[0] or stem[:_ID_LENGTH]
        stem = stem or otherwise
        numbered = (f"{stem}-{n}" for n in count(2))
        name = next(name for name in chain([stem], numbered) if name not in self.ids)
        self.ids.add(name)
        return name

    def add(
        self, kind: str, words: str, fields: Mapping[str, Field], decide: Mapping[str, str]
    ) -> str:
        """Write a record, without its empty fields, and return its id, made from ``words``."""
        name = self._new_id(words, kind)
        lines = [f"  - id: {name}", "    draft: true"]
        model = KINDS[kind].model_fields
        for key, value in fields.items():
            mark = decide[key] if key in decide else _DECIDE.get(key)
            if mark and not value and key == "attribution":  # the source itself, or who?
                lines.append(f"    # decide, {key}: {mark}")
            elif value and (mark or value != model[key].default):  # else it is that anyway
                plain = _PLAIN.fullmatch(str(value))
                shown = value if plain else json.dumps(value, ensure_ascii=False)
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


def _letters(length: int) -> Iterator[str]:
    """The letters behind a name that others have: b, c …, aa, ab …"""
    several = product(ascii_lowercase, repeat=length)
    return ("".join(some) for some in several if some != ("a",))
