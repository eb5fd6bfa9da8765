"""The blocks of facts that one-line expressions put into a page.

An expression is a single call with literal arguments, such as ``{{ quotes(speaker="some-id") }}``. It
is parsed, never run: there are no variables, attributes, loops or filters that a sandbox would have
to fence in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from .topic import Page, Topic

# The blocks that list records: the kind, and the record's fields by which an editor may choose.
LISTINGS: dict[str, tuple[str, frozenset[str]]] = {
    "people": ("people", frozenset()),
    "organisations": ("organisations", frozenset({"type"})),
    "quotes": ("quotes", frozenset({"speaker", "said_via", "kind", "shared_by", "author"})),
    "figures": ("figures", frozenset()),
    "events": ("events", frozenset({"status", "participants"})),
    "positions": ("positions", frozenset({"holder", "topic"})),
    "matrix": ("positions", frozenset()),
    "claims": ("claims", frozenset({"kind", "about", "attribution"})),
    "comparison": ("comparisons", frozenset()),
    "conflicts": ("conflicts", frozenset()),
    "terms": ("terms", frozenset()),
    "references": ("references", frozenset({"kind"})),
    "corrections": ("corrections", frozenset({"kind"})),
}


# The other blocks, and their arguments; part="2 of 5" divides what would be too long for a page.
PLAIN_BLOCKS: dict[str, frozenset[str]] = {
    "sources": frozenset(),
    "ledger": frozenset({"source", "part"}),
    "counts": frozenset(),
    "downloads": frozenset(),
    "cite": frozenset(),
    "index": frozenset({"part"}),
}


class Block(NamedTuple):
    """A block expression: its name, its arguments, the line it stands on, and the ids of the
    records it lists.
    """

    name: str
    arguments: dict[str, Any]
    line: int
    ids: tuple[str, ...]


def part_of(items: list[Any], block: Block) -> list[Any]:
    """The part ("2 of 5") of some items that a block shows; one that names no part shows all."""
    number, _, parts = block.arguments.get("part", "1 of 1").partition(" of ")
    return items[
        len(items) * (int(number) - 1) // int(parts) : len(items) * int(number) // int(parts)
    ]


def read_block(expression: str, line: int, page: Page, topic: Topic) -> Block | str:
    """The Block that an expression stands for, or what is wrong with it."""
    if len(expression) > 1000:
        return "it is longer than 1,000 characters"
    try:
        with catch_warnings():
            simplefilter("ignore")  # 1x is a mistake to tell the editor of, not the terminal
            call = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return (
            "its quotation marks are not straight ones"
            if re.search("[“”„‘’]", expression)
            else "it is not a call with its brackets and quotation marks closed"
        )
    if (
        not isinstance(call, ast.Call)
        or not isinstance(call.func, ast.Name)
        or call.args
        or any(k.arg is None for k in call.keywords)
    ):
        return "only the name of a block with named arguments is allowed"
    name, known = call.func.id, {*LISTINGS, *PLAIN_BLOCKS}
    if name not in known:
        near = get_close_matches(name, known, 1)
        return f'there is no block "{name}"' + (
            f"; did you mean {near[0]}?" if near else f"; the blocks are {', '.join(sorted(known))}"
        )
    arguments: dict[str, Any] = {}
    for keyword in call.keywords:
        value = _literal(keyword.value)
        if value is None:
            return f"{keyword.arg} must be words in quotation marks, a list of them, true or false"
        arguments[str(keyword.arg)] = value
    if name in PLAIN_BLOCKS:
        return _plain_fault(name, arguments, topic) or Block(name, arguments, line, ())
    kind, fields = LISTINGS[name]
    if any(isinstance(value, bool) != (key == "anchors") for key, value in arguments.items()):
        return (
            "anchors is true or false, everything else words in quotation marks or a list of them"
        )
    allowed = {*fields, "ids", "subject", "anchors"}
    if unknown := sorted(set(arguments) - allowed):
        return f"{name} does not know {unknown[0]}; it knows {', '.join(sorted(allowed))}"
    chosen = tuple(_select(kind, arguments, topic))
    wanted = arguments.get("ids", ())
    for one in (wanted,) if isinstance(wanted, str) else wanted:
        if one not in chosen and not topic.is_unreadable(one):
            return (
                f'there is no "{one}" among the {kind}'
                + (" that the other arguments choose" if len(arguments) > 1 else "")
                + (", drafts aside" if one in topic.records else "")
            )
    if not chosen and topic.whole and set(arguments) - {"anchors"}:
        named = {*topic.records, *topic.settings.topics, *(o.id for o in topic.settings.options)}
        for key, value in arguments.items():
            if (
                isinstance(value, str)
                and key != "kind"
                and value not in named
                and (near := get_close_matches(value, named, 1))
            ):
                return f'there is no "{value}"; did you mean {near[0]}?'
        return f"it chooses none of the {kind}"
    return Block(name, arguments, line, chosen)


def _plain_fault(name: str, arguments: dict[str, Any], topic: Topic) -> str:
    """What is wrong with the arguments of a block that lists no records by their fields."""
    allowed = PLAIN_BLOCKS[name]
    if unknown := sorted(set(arguments) - allowed):
        return (
            f"{name} does not know {unknown[0]}; it knows {', '.join(sorted(allowed))}"
            if allowed
            else f"{name} takes no arguments"
        )
    part, source = arguments.get("part", "1 of 1"), arguments.get("source")
    match = (
        re.fullmatch(r"([1-9]\d{0,2}) of ([1-9]\d{0,2})", part) if isinstance(part, str) else None
    )
    if not match or int(match[1]) > int(match[2]):
        return 'part is written as "2 of 5", with the first number not above the second'
    if topic.whole and source is not None and source not in topic.sources:
        return (
            f"there is no source of this id; the sources are {', '.join(topic.sources) or 'none'}"
        )
    return ""


def _literal(node: ast.expr) -> Any:
    if isinstance(node, ast.Name) and node.id in ("true", "false"):
        return node.id == "true"
    if isinstance(node, ast.Constant) and isinstance(node.value, (str, bool)):
        return node.value
    if isinstance(node, ast.List) and all(
        isinstance(e, ast.Constant) and isinstance(e.value, str) for e in node.elts
    ):
        return tuple(e.value for e in node.elts)  # type: ignore[attr-defined]
    return None


def _select(kind: str, arguments: dict[str, Any], topic: Topic) -> Iterator[str]:
    """The ids of the records of a kind that an editor's arguments choose; ``ids`` gives their order
    too.
    """
    names = arguments.get("ids")
    by = {
        ("subjects" if f == "subject" else f): v
        for f, v in arguments.items()
        if f not in ("ids", "anchors")
    }
    if names is None:  # the first of the fields narrows the list without a look at every record
        field = next((f for f, v in by.items() if isinstance(v, str)), "")
        chosen = topic.with_value(kind, field).get(by[field], []) if field else topic.of_kind(kind)
    else:
        chosen = [
            topic.records[n]
            for n in ((names,) if isinstance(names, str) else names)
            if topic.kinds.get(n) == kind and not topic.records[n].draft
        ]
    for record in chosen:
        if all(_has(record, f, v) for f, v in by.items()):
            yield record.id


def _has(record: Any, name: str, wanted: Any) -> bool:
    value = getattr(record, name, None)
    have = value if isinstance(value, tuple) else (value,)
    return any(w in have for w in (wanted if isinstance(wanted, tuple) else (wanted,)))
