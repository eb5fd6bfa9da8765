"""YAML with faults, read as far as it can be: a line that is none is read as it was meant, or left
out, with its record if need be, so that all the others are read and checked too."""

from __future__ import annotations

import re
from typing import NamedTuple

from .slips import found, mended
from .yaml import Lines, Tags, Tree, YamlFault, parse_yaml

_MOST_SLIPS = 20  # of a file that are told at once
_FIELD = re.compile(r"(?P<inset> *)[\w-]+:(?: |$)")
_ITEM = re.compile(r"(?P<inset> *)- ")


class Salvaged(NamedTuple):
    """What a YAML text holds (None where it cannot be read), its lines, its faults, and the lines
    that were left out."""

    data: Tree | None
    lines: Lines
    faults: list[YamlFault]
    left_out: frozenset[int]


def salvaged(text: str, first_line: int, tags: Tags) -> Salvaged:
    """A text of YAML with what is wrong in it. Where tags are read, which is where more than facts
    is at stake, nothing is put in the place of what is refused."""
    faults: list[YamlFault] = []
    left_out: set[int] = set()
    last = (-1, "")
    for _ in range(_MOST_SLIPS):
        try:
            data, lines = parse_yaml(text, first_line, tags)
            return Salvaged(data, lines, faults, frozenset(left_out))
        except YamlFault as error:
            rows = text.split("\n")
            fault = error if tags else found(rows, error, first_line)
            at = min(fault.line - first_line, len(rows) - 1)
            record = _record(rows, at)
            near = range(record.start - 1, record.stop)  # what cannot be read may go on
            again = any(first_line + i in left_out for i in near)
            same = (fault.line, fault.message) == last
            if not again and (fault.line != last[0] or (fault.twice and not same)):
                faults.append(fault)
            meant = None if again or same else mended(text, fault, first_line)
            if tags or fault.hopeless:
                break
            if meant is None:
                gone = record if again else _field(rows, at, record)
                if not any(rows[i].strip() for i in gone):
                    break
                left_out.update(() if fault.twice else (first_line + i for i in gone))
                meant = "\n".join("" if i in gone else row for i, row in enumerate(rows))
            text, last = meant, (fault.line, fault.message)
    return Salvaged(None, 0, faults, frozenset(left_out))


def _record(rows: list[str], at: int) -> range:
    """The rows of the item of a list that a row is in, the outermost; of the row alone, where it is
    in none."""
    starts = [i for i, row in enumerate(rows) if _ITEM.match(row)]
    outermost = min((_inset(rows[i]) for i in starts), default=0)
    start = next((i for i in reversed(starts) if i <= at and _inset(rows[i]) == outermost), at)
    if any(row.strip() and _inset(row) < outermost for row in rows[start + 1 : at + 1]):
        return range(at, at + 1)
    return range(start, _end(rows, start))


def _field(rows: list[str], at: int, record: range) -> range:
    """The rows of a field, or of all the record, where the row begins it."""
    if at == record.start and len(record) > 1:
        return record
    return range(at, _end(rows, at) if _FIELD.match(rows[at]) else at + 1)


def _end(rows: list[str], start: int) -> int:
    """Behind the last row that is further inside than one is, or is empty."""
    inset = _inset(rows[start])
    inside = (i for i in range(start + 1, len(rows)) if rows[i].strip())
    return next((i for i in inside if _inset(rows[i]) <= inset), len(rows))


def _inset(row: str) -> int:
    return len(row) - len(row.lstrip(" "))
