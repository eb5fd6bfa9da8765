"""The editors' pages taken apart: paragraphs with their citations, and the blocks of facts put in
by one-line expressions.

An expression is a single call with literal arguments, such as ``{{ quotes(speaker="some-id") }}``.
It is parsed, never run: there are no variables, attributes, loops or filters that a sandbox would
have to fence in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from .evidence import Evidence
from .load import Page, Topic
from .passages import Cover, Span
from .problems import Problem

CITATION = re.compile(r"\[\^([^\[\]\s]*)\]")
FACT_LINK = re.compile(r"\]\(fact:([^()\s]*)\)")
_EXPRESSION = re.compile(r"\s*\{\{(.*)\}\}\s*")
# What Python-Markdown takes for the fence of a code block; anything more on the line makes it words
# that readers see.
FENCE = re.compile(r"(~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*)[ ]*")
# Code, tags, escaped brackets, the addresses of links and whole pictures: a citation in one of them
# is none.
_NO_CITATION = re.compile(
    r"(?<!`)(`{1,9})(?!`)[^\n]*?(?<!`)\1(?!`)|<[^<>]*>|\\.|\]\([^()]*\)|!\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")

ALL_WORDS = (
    "evidence",
    "text",
    "attributed_by",
    "cells",
)  # the fields in which a record has words of a source
NAMING = frozenset(
    {"people", "organisations", "terms"}
)  # the kinds that name what a sentence is about, and say nothing of it
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


class Paragraph(NamedTuple):
    """A paragraph, list item, table row or heading of prose, with the ids it cites."""

    text: str
    line: int
    cites: tuple[str, ...]
    heading: bool


@dataclass
class Outline:
    """What a page is made of. ``parts`` are its lines of Markdown and its blocks, in order."""

    page: Page
    parts: list[tuple[int, str] | Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        return [part for part in self.parts if isinstance(part, Block)]

    def cited(self) -> list[str]:
        """The ids cited on the page, once each, in order."""
        return list(dict.fromkeys(c for p in self.paragraphs for c in p.cites))


class Site:
    """A topic with its words placed and its pages taken apart: what every rule and every page is
    made from.
    """

    def __init__(self, topic: Topic):
        self.topic = topic
        self.evidence = Evidence(topic)
        self.outlines = {path: outline(page, topic) for path, page in topic.pages.items()}
        self._spans: dict[tuple[tuple[str, ...], frozenset[str]], dict[str, list[Span]]] = {}
        self.homes: dict[str, str] = {}
        self.second_homes: list[tuple[str, str, int]] = []
        for path, parts in self.outlines.items():
            for block in parts.blocks:
                for name in block.ids if block.arguments.get("anchors", True) else ():
                    if name in self.homes:
                        self.second_homes.append((name, path, block.line))
                    self.homes.setdefault(name, path)

    def spans(self, *fields: str, but: frozenset[str] = frozenset()) -> dict[str, list[Span]]:
        """The spans of the named fields of all published records but those of some kinds, by
        source; worked out once.
        """
        if (fields, but) not in self._spans:
            found: dict[str, list[Span]] = {name: [] for name in self.topic.sources}
            for name, places in self.evidence.placed.items():
                if not self.topic.records[name].draft and self.topic.kinds[name] not in but:
                    for key, placed in places.items():
                        if key[0] in fields:
                            found[placed.source].extend(placed.spans)
            self._spans[fields, but] = found
        return self._spans[fields, but]

    def paragraphs(self, ledger: Block) -> dict[str, list[int]]:
        """The paragraphs that a ledger shows, by source: those of one source or of all, or those
        that begin in a part of their sentences.
        """
        names = (
            [ledger.arguments["source"]]
            if "source" in ledger.arguments
            else list(self.topic.sources)
        )
        shown: dict[str, list[int]] = {}
        sentences = [
            (name, s)
            for name in names
            if name in self.topic.sources
            for s in self.topic.sources[name].passages.sentences
        ]
        for name, sentence in part_of(sentences, ledger):
            if sentence.number == 1:
                shown.setdefault(name, []).append(sentence.paragraph)
        return shown

    @cached_property
    def ledgers(self) -> dict[tuple[str, int], list[tuple[str, int]]]:
        """For each paragraph of a source, the pages that have it in a ledger, with the ledger's
        line.
        """
        found: dict[tuple[str, int], list[tuple[str, int]]] = {}
        for path, parts in self.outlines.items():
            for block in parts.blocks:
                if block.name == "ledger":
                    for name, paragraphs in self.paragraphs(block).items():
                        for paragraph in paragraphs:
                            found.setdefault((name, paragraph), []).append((path, block.line))
        return found

    @cached_property
    def covered(self) -> dict[str, Cover]:
        """The words of each source that lie inside some published record's words."""
        return {name: Cover(spans) for name, spans in self.spans(*ALL_WORDS).items()}

    @cached_property
    def shares(self) -> dict[str, Decimal]:
        """The share of each source's words that lie inside some published record's words, from 0 to
        1; prefix and suffix, which the data publish, count beside them.
        """
        counts = {name: source.passages.count_words for name, source in self.topic.sources.items()}
        beside: dict[str, set[str]] = {name: set() for name in counts}
        for name, places in self.evidence.placed.items():
            if not self.topic.records[name].draft:
                for placed in places.values():
                    beside[placed.source] |= {placed.prefix, placed.suffix}
        return {
            name: (
                Decimal(
                    sum(count(*span) for span in self.covered[name].spans)
                    + sum(len(words.split()) for words in beside[name])
                )
                / max(count(), 1)
            )
            for name, count in counts.items()
        }

    @cached_property
    def at_home(self) -> dict[str, list[str]]:
        """The records that are at home on each page, in the order of the files."""
        found: dict[str, list[str]] = {path: [] for path in self.outlines}
        for name in self.topic.records:
            if home := self.homes.get(name):
                found[home].append(name)
        return found


def part_of(items: list[Any], block: Block) -> list[Any]:
    """The part ("2 of 5") of some items that a block shows; one that names no part shows all."""
    number, _, parts = block.arguments.get("part", "1 of 1").partition(" of ")
    return items[
        len(items) * (int(number) - 1) // int(parts) : len(items) * int(number) // int(parts)
    ]


def outline(page: Page, topic: Topic) -> Outline:
    """One page's parts; faults in its expressions are kept in ``problems``."""
    result = Outline(page)
    lines: list[tuple[int, str]] = []
    fenced = ""

    def close() -> None:
        if lines:
            text = " ".join(t.strip() for _, t in lines)
            cites = CITATION.findall(_NO_CITATION.sub("", text))
            result.paragraphs.append(
                Paragraph(
                    text, lines[0][0], tuple(cites), lines[0][1].startswith("#") and not fenced
                )
            )
            lines.clear()

    for number, line in enumerate(page.body.split("\n"), page.first_line):
        fence = FENCE.fullmatch(line)
        if fence and (not fenced or fenced == line.rstrip()):
            close()
            fenced = "" if fenced else fence.group(1)
        elif not fenced and ("{{" in line or "{%" in line):
            close()
            match = _EXPRESSION.fullmatch(line)
            block = (
                _block(match.group(1), number, page, topic)
                if match
                else "an expression stands on a line of its own"
            )
            if isinstance(block, Block):
                result.parts.append(block)
                continue
            name = next(
                (name for name in (*LISTINGS, *PLAIN_BLOCKS) if re.search(rf"\b{name}\b", line)),
                "quotes",
            )
            example = 'quotes(speaker="some-id")' if name == "quotes" else f"{name}()"
            result.problems.append(
                Problem(
                    page.file,
                    number,
                    f"this expression cannot be used: {block}",
                    f"write, on a line of its own, a block such as {{{{ {example} }}}}",
                    "expressions",
                    line.strip()[:120],
                )
            )
            line = ""
        else:  # what is in code is read too, so the rules on words and numbers hold there
            item = _ITEM.match(line) and (
                not lines or _ITEM.match(lines[0][1])
            )  # a list does not begin within a paragraph
            if (
                not line.strip()
                or line.startswith("#")
                or item
                or line.lstrip().startswith(("|", "<"))
            ):
                close()
            if line.strip():
                lines.append((number, line))
            if line.startswith("#"):
                close()
        result.parts.append((number, line))
    close()
    return result


def _block(expression: str, line: int, page: Page, topic: Topic) -> Block | str:
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
        if one not in chosen and not topic.unread(one):
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
