"""Sentences of which no rule drafts a record, as entries to set aside."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from ..text.spans import Cover, Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.topic import SourceText
from .placing import Placing, Words

_FIRST = 6  # words are enough to find a sentence


class Aside(NamedTuple):
    """A sentence to set aside: enough of its words, the reason that is likely, and a note that
    somebody proposes, for an editor to take over."""

    exact: Words
    reason: str
    note: str = ""

    def yaml(self) -> str:
        """The entry, with its note still to be written."""
        words = self.exact if isinstance(self.exact, dict) else {"exact": self.exact}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in words.items()]
        proposed = f"  # decide: {self.note}" if self.note else ""
        lines += ["what: sentence", f"reason: {self.reason}", f"note: {NOT_STATED}{proposed}"]
        return "  - " + "\n    ".join(lines) + "\n"


def set_aside(source: SourceText, placing: Placing, drafted: list[Span]) -> list[Aside]:
    """An entry for each sentence in which nothing was drafted and nothing is set aside yet; those
    that speak of nothing new but repeat words are left for the editor to see."""
    taken = [*drafted]
    for item in source.record.set_aside:
        if item.note == NOT_STATED:  # drafted before, and nobody wrote its note
            continue
        for place in source.passages.find(item.exact, item.prefix, item.suffix):
            taken += place
    covered, found = Cover(taken), list[Aside]()
    for sentence in source.passages.sentences:
        span = Span(sentence.start, sentence.end)
        words = [*source.passages.words_in(*span)]
        if not words or covered.touches(span):
            continue
        choices = [Span(span.start, words[min(n, len(words)) - 1].end) for n in (_FIRST, 12, 400)]
        exact = placing.words(*choices)
        if exact:
            found.append(Aside(exact, "background"))
    return found


_NONE = re.compile(r"(?m)^set_aside:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$\n?")
_DRAFTED = re.compile(
    rf"(?m)^  - exact: .*\n(?:    (?:prefix|suffix): .*\n)*    what: sentence\n    reason: \w+\n"
    rf"    note: {NOT_STATED}(?:  #.*)?\n"
)


def with_aside(record: str, entries: list[Aside]) -> str:
    """A source's record, as text, with entries at the end of what it sets aside, and without those
    drafted before whose note nobody wrote."""
    record = _DRAFTED.sub("", record if record.endswith("\n") else record + "\n")
    drafted = "".join(entry.yaml() for entry in entries)
    if not drafted:
        return re.sub(r"(?m)^set_aside:[ \t]*$(?!\n[ \t]*-)", "set_aside: []", record)
    head = _NONE.search(record)
    if not head:
        return f"{record}set_aside:\n{drafted}"
    rest = re.compile(r"(?m)^(?![ \t#-]|$)").search(record, head.end())
    stop = rest.start() if rest else len(record)
    return (
        f"{record[: head.start()]}set_aside:\n{record[head.end() : stop]}{drafted}{record[stop:]}"
    )
