"""The editors' pages taken apart: blocks of facts, and the words that readers see with their
citations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any, NamedTuple

from ..text.html import Paragraph, Reader
from ..text.markdown import BLOCK_LINES, excess, render
from ..text.voices import OTHER
from .blocks import PLAIN_BLOCKS, Block, listings, read_block
from .problems import Problem
from .topic import Page, Topic

_EXPRESSION = re.compile(r"(\s*)\{\{(.*)\}\}\s*")

# The beginning of a row of a table, up to its first words; and the number that it is given there.
_FIRST_CELL = re.compile(r"\s*\|[\s|:-]*(?=[^\s|:-])")
_CARRIED = re.compile(rf"{OTHER}(\d+){OTHER} ?")

_INSET = 4  # spaces before what is within a list, a note, a fold or a tab

_MOST_READ = 400_000  # characters of a page made into HTML again to find lines

# Faults that come behind the others, wherever in the page they are.
_APART = ("unclosed", "markup", "defined", "note", "number", "type", "emoji")


_NOT_INSET = (
    "it is HTML, which Markdown does not read within a list, a note, a fold or a tab; remove the"
    ' spaces before it, and fold it with <details markdown="1">'
)

Abbreviations = tuple[tuple[str, str], ...]  # with what they stand for


class Reading(NamedTuple):
    """What Markdown makes of some lines: paragraphs that readers see, what is not allowed, and the
    abbreviations that they define."""

    paragraphs: list[Paragraph]
    faults: list[tuple[str, str]]
    abbreviations: Abbreviations = ()


class Outline:
    """What a page is made of. ``parts`` are its lines of Markdown and its blocks, one a line of the
    file, in order; ``excess`` is what keeps the page from being made into HTML."""

    def __init__(self, page: Page, parts: list[tuple[int, str] | Block], problems: list[Problem]):
        self.page, self.parts, self.problems = page, parts, problems
        self.text = "\n".join(self.lines)
        self.excess = [
            (page.first_line + self.text.count("\n", 0, at), kind) for at, kind in excess(self.text)
        ]
        self._read: dict[tuple[int, int], Reading] = {}
        self._cuts: dict[tuple[int, int], int] = {}
        self._tables: dict[tuple[int, int], dict[int, int]] = {}
        self._abbreviations: Abbreviations = ()  # of the whole page
        self._left = _MOST_READ

    @cached_property
    def lines(self) -> list[str]:
        """The lines of Markdown; a block's is empty."""
        return ["" if isinstance(part, Block) else part[1] for part in self.parts]

    @property
    def blocks(self) -> list[Block]:
        return [part for part in self.parts if isinstance(part, Block)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self._whole.paragraphs

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What in the HTML is not allowed: its kind, and the words in question."""
        return self._whole.faults

    @cached_property
    def _whole(self) -> Reading:
        whole = Reading([], []) if self.excess else self._reading(0, len(self.parts))
        self._abbreviations = whole.abbreviations
        return whole

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(paragraph): i for i, paragraph in enumerate(self.paragraphs)}

    def cited(self) -> list[str]:
        """The ids cited on the page, once each, in order."""
        return list(dict.fromkeys(c for p in self.paragraphs for c in p.cites))

    def line(self, paragraph: Paragraph) -> int:
        """The line on which a paragraph of this page begins."""
        number = self._numbers[id(paragraph)]
        return self._line(_paragraphs, number, number)

    def line_of_fault(self, number: int) -> int:
        """The line with which one of the faults is there."""
        kind = self.faults[number][0]
        apart = kind if kind in _APART else ""

        def alike(found: Reading) -> list[tuple[str, str]]:
            return [f for f in found.faults if (f[0] if f[0] in _APART else "") == apart]

        number = len(alike(Reading([], self.faults[:number])))
        return self._line(alike, number, number + 1)

    def _line(self, of: Callable[[Reading], Sequence[Any]], number: int, same: int) -> int:
        """The line of the nth of what ``of`` takes from a reading, where so many are the same.

        Python-Markdown tells no lines. So the lines are cut in two where both halves together give
        what the whole does, and again; in what cannot be cut, its beginning is made longer."""
        start, end = 0, len(self.parts)
        while cut := self._cut(start, end):
            before = len(of(self._reading(start, cut)))
            if number < before:
                end = cut
            else:
                start, number, same = cut, number - before, same - before
        row = self._rows(start, end).get(number) if of is _paragraphs else None
        if row is not None:
            return self.page.first_line + row
        wanted = of(self._reading(start, end))[:same]
        low, high = start, end
        while high - low > 1 and self._left > 0:
            middle = (low + high) // 2
            found = of(self._reading(start, middle))
            there = len(found) > number and found[:same] == wanted
            low, high = (low, middle) if there else (middle, high)
        return self.page.first_line + (high - 1 if high - low == 1 else low)

    def _cut(self, start: int, end: int) -> int:
        """A line, best an empty one near the middle, where these lines can be cut; else 0."""
        if (start, end) not in self._cuts and self._left > 0:
            middle, whole = (start + end) // 2, self._reading(start, end)
            near = sorted(range(start + 1, end), key=lambda i: abs(i - middle))
            empty = (i for i in near if not self.lines[i].strip())
            for cut in (*islice(empty, 2), *near[:1]):
                first, second = self._reading(start, cut), self._reading(cut, end)
                if first.paragraphs + second.paragraphs == whole.paragraphs and sorted(
                    first.faults + second.faults
                ) == sorted(whole.faults):
                    self._cuts[start, end] = cut
                    break
        return self._cuts.setdefault((start, end), 0)

    def _rows(self, start: int, end: int) -> dict[int, int]:
        """The lines of the paragraphs of some lines that are rows of a table, which cannot be cut:
        each row is given its number to carry, if that changes nothing else."""
        if (start, end) not in self._tables:
            found: dict[int, int] = {}
            rows = [*map(_FIRST_CELL.match, self.lines[start:end])]
            if any(rows):
                text = "\n".join(
                    f"{row[0]}{OTHER}{i}{OTHER} {line[row.end() :]}" if row else line
                    for i, (row, line) in enumerate(zip(rows, self.lines[start:end], strict=True))
                )
                carried = _read(text, self._abbreviations).paragraphs
                plain = [replace(p, text=_CARRIED.sub("", p.text)) for p in carried]
                if plain == self._reading(start, end).paragraphs:
                    places = enumerate(_CARRIED.search(p.text) for p in carried)
                    found = {number: start + int(place[1]) for number, place in places if place}
            self._tables[start, end] = found
        return self._tables[start, end]

    def _reading(self, start: int, end: int) -> Reading:
        """Some of the lines; each such part is made into HTML only once."""
        if (start, end) not in self._read:
            text = "\n".join(
                BLOCK_LINES if isinstance(part, Block) else part[1]
                for part in self.parts[start:end]
            )
            self._left -= len(text) if end - start < len(self.parts) else 0
            self._read[start, end] = _read(text, self._abbreviations)
        return self._read[start, end]


def _paragraphs(found: Reading) -> list[Paragraph]:
    return found.paragraphs


def _read(text: str, abbreviations: Abbreviations) -> Reading:
    try:
        return _seen(text, abbreviations)
    except RecursionError:
        return Reading([], [("deep", "")])


@lru_cache(1024)
def _seen(text: str, abbreviations: Abbreviations) -> Reading:
    rendered = render(text, dict(abbreviations))
    reader = Reader(rendered.html)
    faults = [(fault.kind, fault.name) for fault in reader.faults]
    for kind, names in zip(_APART[2:], rendered[1:-1], strict=True):
        faults += [(kind, name) for name in names]
    return Reading(reader.paragraphs, faults, tuple(rendered.abbreviations.items()))


def outline(page: Page, topic: Topic) -> Outline:
    """One page's parts; faults in its expressions are kept in ``problems``."""
    parts: list[tuple[int, str] | Block] = []
    problems: list[Problem] = []
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        part: tuple[int, str] | Block = (number, line)
        if "{{" in line or "{%" in line:
            match = _EXPRESSION.fullmatch(line)
            block: Block | str = "an expression must be on a line of its own"
            if match and len(match[1].expandtabs(_INSET)) >= _INSET:
                block = _NOT_INSET
            elif match:
                block = read_block(match[2], number, page, topic)
            part = block if isinstance(block, Block) else (number, "")
            if not isinstance(block, Block):
                problems.append(_unusable(page, number, line, block))
        parts.append(part)
    return Outline(page, parts, problems)


_EXAMPLES = {
    "quotes": 'quotes(speaker="some-id")',
    "before_after": 'before_after(event="some-id")',
    "told": 'told(sentences=["8.1"])',
}


_ABSENT = re.compile(
    r'there is no "([a-z0-9-]+)" among the \w+(?:: did you mean ([a-z0-9-]+)\?)?(?=;|$)'
)


def _unusable(page: Page, number: int, line: str, why: str) -> Problem:
    names = (n for n in (*listings(), *PLAIN_BLOCKS) if re.search(rf"\b{n}\b", line))
    name = next(names, "quotes")
    example = _EXAMPLES.get(name, f"{name}()")
    help = f"write, on a line of its own, a block such as {{{{ {example} }}}}"
    paste, message = "", f"this expression cannot be used: {why}"
    found = _ABSENT.findall(why)
    if found and len(found) == why.count('there is no "'):
        sure = all(meant for _, meant in found)
        help = "put this there" if sure else "if the record is gone, put this there"
        paste = line.strip()
        for one, meant in found:  # the rest of it may stay
            gone = rf"""["']{one}["']""" + ("" if meant else r"(?:,\s*)?")
            paste = re.sub(gone, f'"{meant}"' if meant else "", paste)
        paste = re.sub(r",\s*\]", "]", paste)
    told = Problem(page.file, number, message, help, "valid-blocks", line.strip()[:120])
    return told._replace(paste=paste)
