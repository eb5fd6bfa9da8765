"""Slips of one line that make a file no YAML, and what was meant by it."""

from __future__ import annotations

import json
import re

from pydantic import BaseModel

from .model import KINDS
from .settings import Settings, Source
from .wording import INNER
from .yaml import YamlFault

_MODELS: tuple[type[BaseModel], ...] = (*KINDS.values(), *INNER.values(), Source, Settings)
_NAMES = {"source", *KINDS, *(name for model in _MODELS for name in model.model_fields)}
AGAIN = "--"  # behind a kind that a file has twice
_NEAR = 3  # lines above a fault in which it may have begun

_SLIPS = (
    (re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"), " "),
    (re.compile(r"^( *)[–—−•*·] *(?=[\w-]+:)"), r"\1- "),
    (re.compile(r"^( *)-(?=[\w-]+:)"), r"\1- "),
)
_FIELD = re.compile(r"(?P<name> *(?:- +)?[\w-]+: +)(?P<text>[^\s\"'\[{|>].*)")
_QUOTED = re.compile(r"""(?P<name> *(?:- +)?[\w-]+: +)(?P<mark>["'])(?P<text>.*)""")
_OPEN = re.compile(r" *(?:- +)?[\w-]+: +\[[^\[\]]*")
_EMPTY = re.compile(r" *[\w-]+: *\[ *\] *(?:#.*)?")
_RECORD = re.compile(r"( *)- id: ")
_NO_COLON = re.compile(r"(?P<name> *(?:- +)?(?P<field>[\w-]+)) +(?P<text>[^\s:].*)")
_BEGINS = re.compile(r" *(?:- +)?(?=[\w-]+:(?: |$))")

# Faults of which what is meant can be found above the line that YAML tells.
_NO_FIELD = re.compile(
    "a colon and a space are|this line is no field|no colon|cannot be read|indented otherwise"
    "|quotation marks of a text"
)


def found(rows: list[str], fault: YamlFault, first_line: int) -> YamlFault:
    """A fault at the line where it is, if that can be known, in words that say what it is."""
    at = min(fault.line - first_line, len(rows) - 1)
    if not _NO_FIELD.search(fault.message):
        return fault
    if (above := _emptied(rows, at)) is not None:
        message = "this is not YAML: the list is empty, [], and has entries below"
        return YamlFault(first_line + above, message, "remove the [] behind the colon")
    if wanted := _other_inset(rows, at):
        message = "this is not YAML: this record is indented otherwise than those above it"
        help = f"begin it with {len(wanted)} spaces before its hyphen, and its fields two further"
        return YamlFault(fault.line, message, help)
    for i in range(at, max(at - _NEAR, -1), -1):
        bare = _NO_COLON.fullmatch(rows[i])
        if bare and bare["field"] in _NAMES and _is_beside_a_field(rows, i, bare.start("field")):
            message = f'this is not YAML: "{bare["field"]}" has no colon'
            help = f"write {bare['field']}: {bare['text']}"
            return YamlFault(first_line + i, message, help)
    for i in range(at, -1, -1):
        if (quoted := _QUOTED.fullmatch(rows[i])) and not _is_closed(quoted):
            message = "this is not YAML: a quotation mark is opened here and never closed"
            return YamlFault(first_line + i, message, "put the same mark at the end of the text")
        if quoted and i == at and _marks_within(quoted):
            message = "this is not YAML: a text in quotation marks has the same marks in it"
            help = "put the whole text in the other marks, ' for \", or “these” into it"
            return YamlFault(first_line + i, message, help)
    return fault


def _other_inset(rows: list[str], at: int) -> str | None:
    """The spaces before the record above a row that begins one, where its own are others."""
    own = _RECORD.match(rows[at])
    above = own and next(filter(None, map(_RECORD.match, rows[:at][::-1])), None)
    return above[1] if own and above and above[1] != own[1] else None


def _shifted(rows: list[str], at: int) -> list[str] | None:
    """The rows with the record that begins at one as far in as that above it."""
    if (wanted := _other_inset(rows, at)) is None:
        return None
    inset = len(rows[at]) - len(rows[at].lstrip())
    end = at + 1
    while end < len(rows) and (not rows[end].strip() or re.match(rf" {{{inset + 1}}}", rows[end])):
        end += 1
    more = len(wanted) - inset
    moved = (" " * more + row if more > 0 else row[-more:] for row in rows[at:end])
    return [*rows[:at], *(row if row.strip() else "" for row in moved), *rows[end:]]


def _marks_within(quoted: re.Match[str]) -> str:
    """The text of a field that is put in quotation marks and has the same in it, as it was meant;
    empty where it has none."""
    mark, text = quoted["mark"], quoted["text"].rstrip()
    inside = text.removesuffix(mark)
    if not re.search(rf"(?<!\\){mark}", inside):
        return ""
    return inside if mark == "'" or text.count(mark) % 2 else text


def _is_beside_a_field(rows: list[str], at: int, inset: int) -> bool:
    """Whether a field is right above or below a row, that is indented as the row's words are: it is
    no text that goes on."""
    beside = [_BEGINS.match(row) for row in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2])]
    return any(match and len(match.group()) == inset for match in beside) or len(rows) < _NEAR


def mended(text: str, fault: YamlFault, first_line: int) -> str | None:
    """A text that is no YAML with the line of a fault as it was most probably meant; None where
    nothing is known to help."""
    rows = text.split("\n")
    number = fault.line - first_line
    if not 0 <= number < len(rows):
        return None
    if rows[number].startswith("<<<<<<< "):
        return one_of_two(text, number)
    if fault.twice:
        header = rows[number].rstrip().removesuffix(":")
        if header not in KINDS:
            return None
        rows[number] = f"{header}{AGAIN}{number}:"  # a second list of the kind
        return "\n".join(rows)
    if _EMPTY.fullmatch(rows[number]):  # and has entries below, which is the fault
        rows[number] = rows[number].partition("[")[0].rstrip()
        return "\n".join(rows)
    if shifted := _shifted(rows, number):
        return "\n".join(shifted)
    for at in dict.fromkeys((number, fault.began - first_line)):
        meant = _meant(rows, at)
        if meant != rows[at]:
            rows[at] = meant
            return "\n".join(rows)
    return None


def _emptied(rows: list[str], at: int) -> int | None:
    """The row above an item of a list that says the list is empty: set_aside: []."""
    above = next((i for i in range(at - 1, -1, -1) if rows[i].strip()), None)
    item = re.match(r" *- ", rows[at])
    return above if item and above is not None and _EMPTY.fullmatch(rows[above]) else None


def _meant(rows: list[str], at: int) -> str:
    line = written = rows[at]
    if at and line.rstrip() == "---":
        return ""
    for slip, instead in _SLIPS:
        line = slip.sub(instead, line)
    if re.match(r" *\t", line):
        return _indented(rows, at, line.replace("\t", "  "))
    if line != written:
        return line
    if (bare := _NO_COLON.fullmatch(line)) and bare["field"] in _NAMES:
        return f"{bare['name']}: {bare['text']}"
    if _OPEN.fullmatch(line):
        return f"{line}]"
    if (quoted := _QUOTED.fullmatch(line)) and not _is_closed(quoted):
        return quoted["name"] + json.dumps(quoted["text"].rstrip(), ensure_ascii=False)
    if quoted and (text := _marks_within(quoted)):
        return quoted["name"] + json.dumps(text, ensure_ascii=False)
    if (line := _indented(rows, at, written)) != written:
        return line
    if field := _FIELD.fullmatch(line):  # a colon or a sign in it
        return field["name"] + json.dumps(field["text"], ensure_ascii=False)
    return line


def _is_closed(quoted: re.Match[str]) -> bool:
    """Whether the text of a field that begins with a quotation mark ends with it."""
    return bool(re.search(rf"(?<!\\){quoted['mark']}\s*(?:#.*)?$", quoted["text"]))


def _indented(rows: list[str], at: int, line: str) -> str:
    """A field indented as the one above it, or further, where it is below that."""
    fields = ((row, _BEGINS.match(row)) for row in reversed(rows[:at]) if row.strip())
    before, above = next(((row, match) for row, match in fields if match), ("", None))
    own = _BEGINS.match(line)
    if above and own and "-" not in own.group():
        below = 2 if before.rstrip().endswith(":") else 0
        return " " * (len(above.group()) + below) + line.lstrip()
    return line


def one_of_two(text: str, number: int) -> str | None:
    """A text in which two changes were not brought together, with the first of the two, from a line
    (from 0) on; None where they have no end."""
    lines = text.split("\n")
    marks = ("=======", ">>>>>>>")
    ends = [
        next((i for i in range(number, len(lines)) if lines[i].startswith(m)), 0) for m in marks
    ]
    if not number < ends[0] < ends[1]:
        return None
    for i in (number, *range(ends[0], ends[1] + 1)):
        lines[i] = ""
    return "\n".join(lines)
