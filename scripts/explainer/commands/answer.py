"""Takes an answer to a brief: every record of it is held to the rules as if it were published, and
what holds is kept as a draft."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ..drafting.answer import read_answer
from ..drafting.aside import Aside
from ..drafting.draft import Drafted
from ..drafting.draft_file import head
from ..drafting.taking import Refused, Taken, Taking
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.topic import SourceText
from ..topic.yaml import Tree
from .as_published import on_one_line, records_of, told_of

MAX_ANSWER = 2_000_000


class Checked(NamedTuple):
    """What holds of an answer, as drafts, and what does not."""

    drafted: Drafted
    kept: int
    refused: list[Refused]


def take_answer(
    root: Path,
    source: SourceText,
    known: Mapping[str, Record],
    text: str,
    taken: Iterable[str] = (),
    before: str = "",
) -> Checked:
    """The records of an answer that the source bears out; ``known``: those of the site; ``taken``:
    ids that none may have; ``before``: what stays of the file."""
    taking = Taking(source, known, taken)
    taking.take(read_answer(text))
    kept, refused = _that_hold(root, source.id, taking.taken, before)
    refused = [*taking.refused, *refused]
    aside = [Aside(exact, reason, on_one_line(note)) for exact, reason, note in taking.aside]
    left = [f"# left out, {on_one_line(f'{r.what}: {r.why}')}\n" for r in refused]
    drafted = Drafted(_file(source.id, kept, draft=True) + "".join(left), aside, [])
    return Checked(drafted, len(kept), refused)


def _that_hold(
    root: Path, name: str, taken: list[Taken], before: str
) -> tuple[list[Taken], list[Refused]]:
    """The records of which no rule says anything, were they published; whoever names one that is
    left out is left out too."""
    refused: list[Refused] = []
    with records_of(root, name, before) as site:
        while taken:
            written = _file(name, taken, draft=False)
            wrong = _by_record(written, told_of(site, name, written), taken)
            if not wrong:
                break
            refused += [
                Refused(f"{one.kind} {one.id}", f"{p.message}; {p.help}", p.nearest)
                for one, p in wrong
            ]
            out = {one.id for one, _ in wrong}
            taken = [one for one in taken if one.id not in out]
    return taken, refused


def _by_record(
    written: str, problems: Iterable[Problem], taken: list[Taken]
) -> list[tuple[Taken, Problem]]:
    """The first problem of each record that has one."""
    by_id = {one.id: one for one in taken}
    starts, found = list[tuple[int, str]](), dict[str, Problem]()
    for number, line in enumerate(written.split("\n"), 1):
        if line.startswith("  - id: "):
            starts.append((number, line.removeprefix("  - id: ")))
    for problem in problems:
        before = [id for number, id in starts if number <= problem.line]
        if before:
            found.setdefault(before[-1], problem)
    return [(by_id[id], problem) for id, problem in found.items()]


def _file(source: str, taken: list[Taken], draft: bool) -> str:
    """The text of a file of facts with some records."""
    lines = [head(source)]
    for kind in dict.fromkeys(one.kind for one in taken):
        lines.append(f"{kind}:\n")
        for one in (one for one in taken if one.kind == kind):
            lines.append(f"  - id: {one.id}\n")
            lines += ["    draft: true\n"] if draft else []
            lines += [f"    {key}: {_written(value)}\n" for key, value in one.fields.items()]
    return "".join(lines)


def _written(value: Tree) -> str:
    return json.dumps(value, ensure_ascii=False)
