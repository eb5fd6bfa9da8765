"""The blocks of facts that one-line expressions put into a page.

An expression is a single call with literal arguments, such as ``{{ quotes(speaker="some-id") }}``.
It is parsed, never run: there are no variables, attributes, loops or filters that a sandbox would
have to fence in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar
from warnings import catch_warnings, simplefilter

from ..text.words import did_you_mean
from .fieldtypes import NOT_STATED, Frozen
from .model import KINDS, Conflict, Position
from .record import Record
from .roles import Mark, having
from .topic import Page, Topic

# The blocks that list the records of a kind, but are not called as it is.
_OTHERWISE = {"comparison": "comparisons", "matrix": "positions"}

# Pictures of the records of a kind, and their own arguments. A picture leads to records that are at
# home elsewhere.
PICTURES = {"stances": "positions", "before_after": "positions", "timescale": "events"}
_OF_PICTURES = {"before_after": frozenset({"event"})}
WANTED = ("for", "was_for", "appears_for")  # the stances that before_after shows

# The other blocks, and their arguments; part="2 of 5" divides what would be too long for a page.
PLAIN_BLOCKS: dict[str, frozenset[str]] = {
    "sources": frozenset(),
    "ledger": frozenset({"source", "part"}),
    "told": frozenset({"source", "sentences"}),
    "counts": frozenset(),
    "downloads": frozenset(),
    "cite": frozenset(),
    "index": frozenset({"part"}),
}

_SENTENCE = re.compile(r"[1-9]\d{0,4}\.[1-9]\d{0,3}")  # as the ledger numbers them

Argument: TypeAlias = str | bool | tuple[str, ...]
Item = TypeVar("Item")


class Block(NamedTuple):
    """A block expression, the line it is on, and the ids of the records it lists."""

    name: str
    arguments: dict[str, Any]  # an Argument each; what may be which is checked when it is read
    line: int
    ids: tuple[str, ...]

    @property
    def home(self) -> bool:
        """Whether the records that it lists are at home where it is."""
        return self.name not in PICTURES and bool(self.arguments.get("anchors", True))


class _Unusable(Exception):
    """Why an expression cannot be used, for people."""


def listings() -> dict[str, tuple[str, frozenset[str]]]:
    """The blocks that list records: the kind of each, and the fields by which one may choose."""
    return _listings(*KINDS.items())


@lru_cache(4)
def _listings(*known: tuple[str, type[Frozen]]) -> dict[str, tuple[str, frozenset[str]]]:
    models = dict(known)
    kinds = {kind: kind for kind, model in models.items() if issubclass(model, Record)}
    del kinds["comparisons"]  # rows without their table
    return {
        block: (kind, frozenset(having(models[kind], Mark.FILTER)))
        for block, kind in (kinds | _OTHERWISE | PICTURES).items()
    }


def part_of(items: list[Item], block: Block) -> list[Item]:
    """The part ("2 of 5") of some items that a block shows; one that names no part shows all."""
    number, _, parts = block.arguments.get("part", "1 of 1").partition(" of ")
    return items[
        len(items) * (int(number) - 1) // int(parts) : len(items) * int(number) // int(parts)
    ]


def read_block(expression: str, line: int, page: Page, topic: Topic) -> Block | str:
    """The Block that an expression stands for, or what is wrong with it."""
    try:
        name, arguments = _call(expression)
        if name in PLAIN_BLOCKS:
            _check_plain(name, arguments, topic)
            return Block(name, arguments, line, ())
        return Block(name, arguments, line, _listed(name, arguments, topic))
    except _Unusable as why:
        return str(why)


def _call(expression: str) -> tuple[str, dict[str, Argument]]:
    """The name of the block that an expression calls, and its arguments."""
    name, arguments = _read(expression)
    known = {*listings(), *PLAIN_BLOCKS}
    if name not in known:
        help = did_you_mean(name, known, f"the blocks are {', '.join(sorted(known))}")
        raise _Unusable(f'there is no block "{name}"; {help}')
    return name, {key: _literal(key, value) for key, value in arguments.items()}


@lru_cache(1024)
def _read(expression: str) -> tuple[str, dict[str, ast.expr]]:
    if len(expression) > 1000:
        raise _Unusable("it is longer than 1,000 characters")
    try:
        with catch_warnings():
            simplefilter("ignore")  # 1x is a mistake to tell the editor of, not the terminal
            call = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        if re.search("[“”„‘’]", expression):
            raise _Unusable("its quotation marks are not straight ones") from None
        raise _Unusable("it is not a call with its brackets and quotation marks closed") from None
    match call:
        case ast.Call(func=ast.Name(id=name), args=[]) if all(k.arg for k in call.keywords):
            return name, {str(keyword.arg): keyword.value for keyword in call.keywords}
    raise _Unusable("only the name of a block with named arguments is allowed")


def _literal(name: str, node: ast.expr) -> Argument:
    match node:
        case ast.Name(id="true" | "false"):
            return node.id == "true"
        case ast.Constant(value=str() | bool() as value):
            return value
        case ast.List():
            items = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            words = tuple(item for item in items if isinstance(item, str))
            if len(words) == len(node.elts):
                return words
    raise _Unusable(f"{name} must be words in quotation marks, a list of them, true or false")


def _check_plain(name: str, arguments: dict[str, Argument], topic: Topic) -> None:
    """The arguments of a block that lists no records by their fields."""
    _check_names(name, arguments, PLAIN_BLOCKS[name])
    part, source = arguments.get("part", "1 of 1"), arguments.get("source")
    match = re.fullmatch(r"([1-9]\d{0,2}) of ([1-9]\d{0,2})", part if isinstance(part, str) else "")
    if not match or int(match[1]) > int(match[2]):
        raise _Unusable('part is written as "2 of 5", with the first number not above the second')
    if source is not None:
        _check_source(source, topic)
    if name == "told" and not all(map(_SENTENCE.fullmatch, places_told(arguments))):
        raise _Unusable('sentences is a list such as ["8.1", "17.1"]: a paragraph and a sentence')


def _check_source(source: object, topic: Topic) -> None:
    if topic.whole and source not in topic.sources:
        known = ", ".join(topic.sources) or "none"
        raise _Unusable(f"there is no source of this id; the sources are {known}")


def sources_of(record: Record, topic: Topic) -> frozenset[str]:
    """The sources of a record's words; of a conflict those of the records that it is between."""
    if isinstance(record, Conflict):
        some = (topic.records[name] for name in record.between if name in topic.records)
        return frozenset().union(*(sources_of(one, topic) for one in some))
    return frozenset({source} if (source := topic.source_of(record)) else ())


def places_told(arguments: Mapping[str, Argument]) -> tuple[str, ...]:
    """The sentences that a block names, of which it shows what is told of them ("17.1")."""
    some = arguments.get("sentences", "")
    return (some,) if isinstance(some, str) else some if isinstance(some, tuple) else ("",)


def _check_names(block: str, arguments: dict[str, Argument], allowed: frozenset[str]) -> None:
    if unknown := sorted(arguments.keys() - allowed):
        if not allowed:
            raise _Unusable(f"{block} takes no arguments")
        known = ", ".join(sorted(allowed))
        raise _Unusable(f"{block} does not know {unknown[0]}; it knows {known}")


def _listed(name: str, arguments: dict[str, Argument], topic: Topic) -> tuple[str, ...]:
    """The ids of the records that a block lists, all checked to be there."""
    kind, fields = listings()[name]
    beside = _OF_PICTURES.get(name, frozenset()) if name in PICTURES else frozenset({"anchors"})
    if any(isinstance(value, bool) != (key == "anchors") for key, value in arguments.items()):
        raise _Unusable(
            "anchors is true or false, everything else words in quotation marks or a list of them"
        )
    _check_names(name, arguments, fields | beside | {"ids", "source", "subject"})
    for source in _as_tuple(arguments.get("source", ())):
        _check_source(source, topic)
    chosen = tuple(_select(kind, arguments, topic))
    if name == "before_after":
        chosen = _turning(chosen, arguments.get("event", ""), topic)
    ids = _as_tuple(arguments.get("ids", ()))
    absent = [str(one) for one in ids if one not in chosen and not topic.is_unreadable(str(one))]
    if absent:
        raise _Unusable("; ".join(_absent(one, kind, arguments, topic) for one in absent))
    unread = topic.unreadable_ids - topic.where.keys()
    sure = topic.whole and not unread and not any(topic.kinds[n] == kind for n in topic.doubtful)
    if not chosen and sure and arguments.keys() - {"anchors"}:
        raise _Unusable(_why_none(kind, arguments, topic))
    return chosen


def _absent(one: str, kind: str, arguments: dict[str, Argument], topic: Topic) -> str:
    """Says that an id which a block names is not among the records that it may list."""
    choosing = arguments.keys() - {"ids", "anchors"}
    others = " that the other arguments choose" if choosing else ""
    drafts = ", drafts aside" if one in topic.records else ""
    near = did_you_mean(one, (r.id for r in topic.of_kind(kind)), "")
    listed = near.removeprefix("did you mean ").rstrip("?") in _as_tuple(arguments["ids"])
    meant = "" if drafts or others or not near or listed else f": {near}"
    return f'there is no "{one}" among the {kind}{others}{drafts}{meant}'


def _turning(chosen: Iterable[str], event: Argument, topic: Topic) -> tuple[str, ...]:
    """The positions on an option that somebody wants or wanted: those that may be shown before and
    after an event. Where somebody changed, none may hold for a day on the other side of it."""
    options = {option.id for option in topic.settings.options}
    wanted: list[Position] = [
        r
        for r in topic.of_kind("positions")
        if r.id in set(chosen) and r.topic in options and r.stance in WANTED
    ]
    events = {r.id: r.date for r in topic.of_kind("events")}
    if event in events:
        changed = {r.holder for r in wanted if r.stance == "was_for"}
        for r in wanted:
            of, day = (v[: min(len(r.as_of), len(events[event]))] for v in (r.as_of, events[event]))
            late, early = r.stance == "was_for" and of > day, r.stance != "was_for" and of < day
            if r.as_of != NOT_STATED and r.holder in changed and (late or early):
                when = "after" if late else "before"
                raise _Unusable(f'"{r.id}" holds as of {r.as_of}, {when} {event}')
    elif not topic.is_unreadable(str(event)):
        known = did_you_mean(str(event), events, f"the events are {', '.join(events) or 'none'}")
        raise _Unusable(f"event is the id of the event that it is before and after; {known}")
    return tuple(r.id for r in wanted)


def _why_none(kind: str, arguments: dict[str, Argument], topic: Topic) -> str:
    """Why arguments choose nothing: most often an id in them is written wrong."""
    named = {*topic.records, *topic.settings.topics, *(o.id for o in topic.settings.options)}
    for key, value in arguments.items():
        if isinstance(value, str) and key != "kind" and value not in named:
            near = get_close_matches(value, named, 1)
            if near:
                return f'there is no "{value}"; did you mean {near[0]}?'
    return f"it chooses none of the {kind}"


def _select(kind: str, arguments: dict[str, Argument], topic: Topic) -> Iterator[str]:
    """The ids of the records that an editor's arguments choose; ``ids`` gives their order too."""
    by = {
        "subjects" if key == "subject" else key: value
        for key, value in arguments.items()
        if key not in ("ids", "anchors", "event", "source")
    }
    sources = {*_as_tuple(arguments.get("source", ()))}
    first = next((key for key, value in by.items() if isinstance(value, str)), "")
    if "ids" in arguments:
        names = [str(n) for n in _as_tuple(arguments["ids"]) if topic.kinds.get(str(n)) == kind]
        chosen = [topic.records[n] for n in names if not topic.records[n].draft]
    elif first:  # narrows the list without a look at every record
        chosen = topic.with_value(kind, first).get(str(by[first]), [])
    else:
        chosen = topic.of_kind(kind)
    for record in chosen:
        if sources and sources.isdisjoint(sources_of(record, topic)):
            continue
        if all(
            set(_as_tuple(getattr(record, key, None))) & set(_as_tuple(value))
            for key, value in by.items()
        ):
            yield record.id


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
