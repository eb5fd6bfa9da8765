"""A Problem is what an editor is told; this file is the one place that says how it looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to fix.

    ``path`` is relative to the site's root, ``line`` counts from 1 (0: the whole file), ``message``
    says what is wrong, ``help`` how to fix it. ``wrote`` and ``nearest`` hold the words that
    differ, ``nearest_at`` where the nearest are."""

    path: str
    line: int
    message: str
    help: str
    rule: str = ""
    wrote: str = ""
    nearest: str = ""
    nearest_at: str = ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems once each, in the order of files, lines and the numbers in what they say: sentence 2
    before sentence 10."""

    def key(problem: Problem) -> tuple[object, ...]:
        # At most four digits: numbers of sentences, and none that takes long to read.
        words = re.split(r"(?<!\d)(\d{1,4})(?!\d)", problem.message)
        said = [
            (words[0], 0),
            *((b, int(a)) for a, b in zip(words[1::2], words[2::2], strict=True)),
        ]
        return problem.path, problem.line, [part for one in said for part in one[::-1]], problem[3:]

    return sorted(set(problems), key=key)


def as_text(problems: Iterable[Problem]) -> str:
    """For a terminal: a line that editors' tools can click, then the words, then the help."""
    blocks = []
    for problem in map(_on_lines, problems):
        rows = [f"{problem.path}:{problem.line}: {problem.message}"]
        if problem.wrote:
            rows.append(f"    wrote    {problem.wrote}")
        if problem.nearest:
            rows.append(f"    nearest  {problem.nearest}    {problem.nearest_at}".rstrip())
        rows.append(f"    help     {problem.help}")
        blocks.append("\n".join(rows))
    return "\n".join(blocks)


def _on_lines(problem: Problem) -> Problem:
    """Without line ends and control characters: logs and terminals take some for commands."""

    def printable(text: str) -> str:
        chars = (" " if c.isspace() and not c.isprintable() else c for c in text)
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in chars)

    path, line, *words = problem
    return Problem(printable(path), line, *map(printable, words))


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, one a problem, so that each appears on its line of the diff.

    The escapes are those of actions/toolkit ``command.ts``: a contributor's words cannot start a
    command of their own."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::error file={value(p.path)},line={max(p.line, 1)},title={value(p.rule or 'explainer')}"
        f"::{data(_sentence(p))}"
        for p in problems
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with the fields of Problem."""
    return json.dumps([p._asdict() for p in problems], ensure_ascii=False, indent=1)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _sentence(problem: Problem) -> str:
    nearest = f'\nnearest: "{problem.nearest}" ({problem.nearest_at})' if problem.nearest else ""
    wrote = f'\nwrote: "{problem.wrote}"' if problem.wrote else ""
    return f"{problem.message}{wrote}{nearest}\n{problem.help}"
