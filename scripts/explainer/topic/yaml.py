"""The strict YAML reader.

YAML is read event by event, before PyYAML would build anything: no anchors, aliases, tags or equal
keys, and every scalar stays the text that was written (``NO``, ``1.10`` and ``2025-08-17`` too); the
model converts where a field is a number. Depth and size are bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from ..text.characters import refused

MAX_DEPTH = 12


MAX_NODES = 150_000


class Mark(NamedTuple):
    """The line of a YAML list or table, and the marks of what is in it; a text's mark is its line,
    since there are many.
    """

    line: int
    inner: dict[str | int, Mark | int]


@dataclass(frozen=True)
class Where:
    """The file of a record and the lines of its keys."""

    path: str
    mark: Mark | int

    def line(self, *keys: str | int) -> int:
        """The line of a key, or of the nearest thing around it."""
        mark = self.mark
        for key in keys:
            if isinstance(mark, int) or key not in mark.inner:
                break
            mark = mark.inner[key]
        return mark if isinstance(mark, int) else mark.line


YAML_HELP = {
    "mapping values are not allowed": (
        "a colon and a space stand within the text, or the indentation is wrong: put the whole text"
        ' in "quotation marks", or indent the line as those above it'
    ),
    "tab character": "the line begins with a tab: indent with spaces",
    "cannot start any token": 'put the whole text in "quotation marks"',
}


# What a tag that a file may hold makes of its value. It raises ValueError(message, help).
Tags = Mapping[str, Callable[[Any], str]]


class YamlFault(Exception):
    def __init__(self, line: int, message: str, help: str):
        self.line, self.message, self.help = line, message, help


def _refuse(event: Any, line: int, count: int, depth: int) -> None:
    """Raise a YamlFault for what no file may hold."""
    if count > MAX_NODES:
        raise YamlFault(line, f"the file has more than {MAX_NODES} values", "divide it")
    if depth > MAX_DEPTH:
        raise YamlFault(
            line,
            f"lists and fields are nested more than {MAX_DEPTH} deep",
            "a record needs no more than five levels",
        )
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise YamlFault(
            line,
            "anchors (&) and aliases (*) are not allowed",
            'write the value out; put a text that begins with & or * in "quotation marks"',
        )


def parse_yaml(
    text: str, first_line: int, tags: Tags = MappingProxyType({})
) -> tuple[Any, Mark | int]:
    """YAML events into dicts, lists and strings, with the marks of all of them."""
    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    count = 0

    def node(event: Any, depth: int) -> tuple[Any, Mark | int]:
        nonlocal count
        count += 1
        line = event.start_mark.line
        _refuse(event, line, count, depth)
        if event.tag and event.tag in tags:
            make, event.tag = tags[event.tag], None
            try:
                return make(node(event, depth)[0]), line + first_line
            except ValueError as error:
                raise YamlFault(line, *error.args) from None
        if event.tag:
            raise YamlFault(
                line,
                f"tags such as {event.tag} are not allowed",
                'write the plain value; put a text that begins with ! in "quotation marks"',
            )
        if isinstance(event, yaml.ScalarEvent):
            for _, what, help in (
                refused(event.value) if event.style == '"' else ()
            ):  # "\u202e" is not seen before this
                raise YamlFault(line, what, help)
            return event.value, line + first_line
        mark = Mark(line + first_line, {})
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                value, mark.inner[len(items)] = node(item, depth + 1)
                items.append(value)
            return items, mark
        table: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            line = key.start_mark.line
            if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag:
                raise YamlFault(line, "a field's name must be plain words", "write name: value")
            if key.value in table:
                raise YamlFault(
                    line, f'the field "{key.value}" stands twice', "keep one of the two"
                )
            table[key.value], inner = node(next(events), depth + 1)
            mark.inner[key.value] = (
                line + first_line
                if isinstance(inner, int)
                else Mark(line + first_line, inner.inner)
            )
        return table, mark

    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return {}, Mark(first_line, {})
    tree, marks = node(next(events), 0)
    next(events)
    if not isinstance(extra := next(events), yaml.StreamEndEvent):
        raise YamlFault(
            extra.start_mark.line, "a second YAML document begins here", "take the line --- away"
        )
    return ({}, marks) if tree == "" else (tree, marks)
