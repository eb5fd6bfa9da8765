"""An answer to a brief, as somebody wrote it: YAML or JSON, in a fence or not, with other words
around it, cut off at its end. Nothing in it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..topic.yaml import Tree, YamlFault, parse_yaml
from .brief import ASKED

SET_ASIDE = "set_aside"
_KINDS = (*ASKED, SET_ASIDE)
_FENCE = re.compile(r"^[ \t]*(```+|~~~+)[^\n]*\n(.*?)(?:^[ \t]*\1|\Z)", re.M | re.S)
_HEAD = re.compile(rf"^(?:{'|'.join(_KINDS)}):", re.M)
_NAMED = re.compile(rf"[\"'](?:{'|'.join(_KINDS)})[\"']\s*:")


class Given(NamedTuple):
    """A record of an answer: its kind and its fields."""

    kind: str
    fields: dict[str, Tree]


class Answer(NamedTuple):
    """The records of an answer, and what of it cannot be read, each with the reason."""

    records: list[Given]
    unread: list[str]


def read_answer(text: str) -> Answer:
    """The records of an answer; of what is cut off or broken, those that are whole."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    blocks = [m[2] for m in _FENCE.finditer(text) if _HEAD.search(m[2]) or _NAMED.search(m[2])]
    answer = Answer([], [])
    for block in blocks or [text]:
        bare = block.strip()
        read = _json if bare.startswith(("{", "[")) or _NAMED.search(bare) else _yaml
        for kind, item in read(block, answer.unread):
            _add(answer, kind, item)
    if not answer.records and not answer.unread:
        answer.unread.append(f"there is no list of {', '.join(_KINDS)} in it")
    return answer


def _add(answer: Answer, kind: str, item: Tree) -> None:
    if kind not in _KINDS:
        answer.unread.append(f"{kind}: an answer holds only {', '.join(_KINDS)}")
    elif isinstance(item, dict):
        answer.records.append(Given(kind, item))
    else:
        answer.unread.append(f"{kind}: this is no record: {str(item)[:80]}")


def _items(tree: Tree | None, unread: list[str]) -> Iterator[tuple[str, Tree]]:
    """The kind of each record, and the record."""
    if not isinstance(tree, dict):
        unread.append("it does not begin with a kind of record")
        return
    for kind, items in tree.items():
        for item in items if isinstance(items, list) else [items] if items else []:
            yield kind, item


# --- YAML -----------------------------------------------------------------------------------------


def _yaml(block: str, unread: list[str]) -> Iterator[tuple[str, Tree]]:
    """What a YAML document holds; if it is broken, what each of its records holds by itself."""
    head = _HEAD.search(block)
    body = block[head.start() :] if head else block
    try:
        tree = parse_yaml(body, 1)[0]
        yield from _items(tree, unread)
        return
    except YamlFault as fault:
        if not head:
            unread.append(f"it is no YAML: {fault.message}")
            return
    parts = re.split(r"(?m)^(\w+):[ \t]*$", body)
    for kind, some in zip(parts[1::2], parts[2::2], strict=True):
        for item in re.split(r"(?m)^(?=[ ]{0,4}- )", some):
            if item.strip().startswith("-"):
                yield from _one_yaml(kind, item, unread)


def _one_yaml(kind: str, item: str, unread: list[str]) -> Iterator[tuple[str, Tree]]:
    lines = item.rstrip("\n").split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip())
    while lines and len(lines) > 1 and lines[-1][: indent + 1].strip():
        lines.pop()  # prose behind the last record
    try:
        yield from _items(parse_yaml(f"{kind}:\n" + "\n".join(lines) + "\n", 1)[0], unread)
    except YamlFault as fault:
        unread.append(f"{kind}: {fault.message}: {lines[0].strip()[:80]}")


# --- JSON -----------------------------------------------------------------------------------------


def _json(block: str, unread: list[str]) -> Iterator[tuple[str, Tree]]:
    """What a JSON document holds; if it is broken, the records that are whole."""
    decoder = json.JSONDecoder()
    start = block.find("{")
    try:
        value, _ = decoder.raw_decode(block, start)
        yield from _items(_tree(value), unread)
        return
    except (ValueError, RecursionError):
        pass
    for name in _NAMED.finditer(block):
        kind = name.group().strip(" :\n\t\"'")
        at = block.find("[", name.end())
        while at >= 0 and (match := re.compile(r"[\[,]\s*(?=\{)").match(block, at)):
            try:
                value, at = decoder.raw_decode(block, match.end())
            except (ValueError, RecursionError):
                unread.append(f"{kind}: a record is cut off or broken: {block[match.end() :][:60]}")
                break
            yield kind, _tree(value)
            at = at + len(block[at:]) - len(block[at:].lstrip())


def _tree(value: Any, depth: int = 0) -> Tree:
    """A JSON value as the YAML reader would give it: scalars as texts, nothing where there is
    none."""
    if depth > 12:
        return ""
    if isinstance(value, dict):
        return {
            str(key): _tree(inner, depth + 1) for key, inner in value.items() if inner is not None
        }
    if isinstance(value, list):
        return [_tree(inner, depth + 1) for inner in value if inner is not None]
    return str(value).lower() if isinstance(value, bool) else str(value)
