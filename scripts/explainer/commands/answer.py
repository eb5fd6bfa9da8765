"""Takes an answer to a brief: every record of it is held to the rules as if it were published, and
what holds is kept as a draft."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ..drafting.answer import read_answer
from ..drafting.aside import Aside
from ..drafting.draft import Drafted
from ..drafting.draft_file import head
from ..drafting.taking import Refused, Taken, Taking
from ..rules.registry import check
from ..topic.load import load
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.site import Site
from ..topic.topic import SourceText
from ..topic.yaml import Tree

MAX_ANSWER = 2_000_000
# Of a record that is a draft these ask too early: for its place on a page, for what only an editor
# can decide, for room among what is published.
_LATER = {"every-record-shown", "no-placeholders", "share-published", "unique-names"}
_ANSWER = "answer-as-published"


class Checked(NamedTuple):
    """What holds of an answer, as drafts, and what does not."""

    drafted: Drafted
    kept: int
    refused: list[Refused]


def take_answer(root: Path, source: SourceText, known: Mapping[str, Record], text: str) -> Checked:
    """The records of an answer that the source bears out; ``known``: those of the site."""
    taking = Taking(source, known)
    taking.take(read_answer(text))
    kept, refused = _that_hold(root, source.id, taking.taken)
    refused = [*taking.refused, *refused]
    aside = [Aside(exact, reason, _one_line(note)) for exact, reason, note in taking.aside]
    left = [f"# left out, {_one_line(f'{r.what}: {r.why}')}\n" for r in refused]
    drafted = Drafted(_file(source.id, kept, draft=True) + "".join(left), aside, [])
    return Checked(drafted, len(kept), refused)


def _one_line(text: str) -> str:
    """A text that cannot end the comment it is in."""
    return "".join(c if c.isprintable() else " " for c in text)[:300]


def _that_hold(root: Path, name: str, taken: list[Taken]) -> tuple[list[Taken], list[Refused]]:
    """The records of which no rule says anything, were they published; whoever names one that is
    left out is left out too."""
    refused: list[Refused] = []
    with TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(root / "seeds", site / "seeds", symlinks=True)
        for draft in (site / "seeds/facts").glob("*-draft.yml"):
            draft.unlink()
        while taken:
            path = f"seeds/facts/{name}-{_ANSWER}.yml"
            written = _file(name, taken, draft=False)
            (site / path).parent.mkdir(exist_ok=True)
            (site / path).write_text(written, "utf-8")
            topic, faults = load(site)
            problems = [*faults, *(check(Site(topic)) if not faults else ())]
            wrong = _by_record(written, [p for p in problems if p.path == path], taken)
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
        if before and problem.rule not in _LATER:
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
