"""A Problem is what an editor is told; this file is the one place that says how it looks."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_ANNOTATIONS = 10  # of a step, that GitHub shows beside lines


class Problem(NamedTuple):
    """One thing to fix.

    ``path`` is relative to the site's root, ``line`` counts from 1 (0: the whole file), ``message``
    says what is wrong, ``help`` how to fix it. ``wrote`` and ``nearest`` hold the words that
    differ, ``nearest_at`` where the nearest are; ``paste`` is text that mends it once it is put in
    its place, in lines; ``instead`` is other such text, below a line that says when to take it."""

    path: str
    line: int
    message: str
    help: str
    rule: str = ""
    wrote: str = ""
    nearest: str = ""
    nearest_at: str = ""
    paste: str = ""
    instead: str = ""


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


def changed_first(problems: Iterable[Problem], changed: Iterable[str]) -> list[Problem]:
    """Problems of some files before all others, each of the two in order."""
    files = set(changed)
    return sorted(in_order(problems), key=lambda problem: problem.path not in files)


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
        rows += (f"    paste    {line}" for line in filter(None, problem.paste.split("\n")))
        when, _, lines = problem.instead.partition("\n")
        rows += [f"    or       {when}"] if when else []
        rows += (f"    paste    {line}" for line in filter(None, lines.split("\n")))
        blocks.append("\n".join(rows))
    return "\n".join(blocks)


def _on_lines(problem: Problem) -> Problem:
    """Without line ends and control characters: logs and terminals take some for commands."""

    def printable(text: str) -> str:
        chars = (" " if c.isspace() and not c.isprintable() else c for c in text)
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in chars)

    path, line, *words = problem
    paste, instead = (
        "\n".join(map(printable, text.split("\n"))) for text in (problem.paste, problem.instead)
    )
    plain = Problem(printable(path), line, *map(printable, words))
    return plain._replace(paste=paste, instead=instead)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, one a problem, so that each appears on its line of the diff.

    GitHub shows ten a step; of what comes behind that, a log has no file and no line. So where
    there are more, the tenth says how many and where, and the summary has them all. The escapes are
    those of actions/toolkit ``command.ts``: a contributor's words cannot start a command."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    several = list(problems)
    shown = several if len(several) <= _ANNOTATIONS else several[: _ANNOTATIONS - 1]
    lines = [
        f"::error file={value(p.path)},line={max(p.line, 1)},title={value(p.rule or 'explainer')}"
        f"::{data(_sentence(p))}"
        for p in shown
    ]
    if left := several[len(shown) :]:
        files = Counter(p.path for p in left)
        where = ", ".join(f"{path} ({number})" for path, number in files.items())
        message = f"and {len(left)} more: {where}\nThe summary of this check has all of them."
        lines.append(f"::error title={len(left)} more problems::{data(message)}")
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with the fields of Problem."""
    return json.dumps([p._asdict() for p in problems], ensure_ascii=False, indent=1)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _sentence(problem: Problem) -> str:
    at = f" ({problem.nearest_at})" if problem.nearest_at else ""
    nearest = f'\nnearest: "{problem.nearest}"{at}' if problem.nearest else ""
    wrote = f'\nwrote: "{problem.wrote}"' if problem.wrote else ""
    paste = f"\n{problem.paste}" if problem.paste else ""
    instead = f"\n{problem.instead}" if problem.instead else ""
    return f"{problem.message}{wrote}{nearest}\n{problem.help}{paste}{instead}"
