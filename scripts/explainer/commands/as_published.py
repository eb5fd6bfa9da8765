"""What the checks say of drafts, were they published: before anybody decides on them."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..rules.registry import check
from ..topic.load import load
from ..topic.problems import Problem
from ..topic.site import Site

# Of what is a draft these ask too early: for its place on a page, for what only an editor can
# decide, for room among what is published.
_LATER = {"every-record-shown", "no-placeholders", "share-published", "unique-names"}
_DRAFT = re.compile(r"(?m)^    draft: true\n")
_LONGEST = 300  # characters of what is told in a comment


@contextmanager
def records_of(root: Path, name: str, before: str) -> Iterator[Path]:
    """A folder with the sources and records of a site, where of the drafts of a source those
    ``before`` are there that will stay."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(root / "seeds", site / "seeds", symlinks=True)
        (site / "seeds/facts").mkdir(exist_ok=True)
        (site / f"seeds/facts/{name}-draft.yml").write_text(_DRAFT.sub("", before), "utf-8")
        yield site


def without(text: str, ids: Iterable[str]) -> str:
    """A file of facts without some records, and without a kind that has none left."""
    for id in ids:
        text = re.sub(rf"(?m)^  - id: {re.escape(id)}\n(?:    .*\n)*", "", text)
    return re.sub(r"(?m)^\w+:[ \t]*\n(?=\w|#|\Z)", "", text)


def told_of(site: Path, name: str, written: str) -> list[Problem]:
    """What the checks say of the text of a file of facts, put beside the records of a ``site``."""
    path = f"seeds/facts/{name}-as-published.yml"
    (site / path).write_text(written, "utf-8")
    topic, faults = load(site)
    found = [*faults, *(check(Site(topic)) if not faults else ())]
    return [p for p in found if p.path == path and p.rule not in _LATER]


def marked(root: Path, name: str, text: str, before: str = "") -> str:
    """A file of drafts in which each field that the checks would refuse says what they would, so
    that nobody is told it only after having decided."""
    lines, notes = text.split("\n"), defaultdict[int, list[str]](list)
    with records_of(root, name, before) as site:
        numbers = [n for n, line in enumerate(lines) if not _DRAFT.fullmatch(f"{line}\n")]
        for problem in told_of(site, name, "\n".join(lines[n] for n in numbers)):
            at = numbers[problem.line - 1] if problem.line else 0
            field = re.match(r"    (\w+):", lines[at])
            if not _is_asked(lines, at):
                notes[at + (field is None)].append(
                    f"    # decide{f', {field[1]}' if field else ''}:"
                    f" {on_one_line(f'{problem.message}; {problem.help}')}"
                )
    return "\n".join(one for n, line in enumerate(lines) for one in [*notes[n], line])


def _is_asked(lines: list[str], at: int) -> bool:
    """Whether a draft asks already for what stands on a line; where that is a whole record, for
    whose words they are."""
    if field := re.match(r"    (\w+):", lines[at]):
        return lines[at - 1].startswith(f"    # decide, {field[1]}:")
    end = next(
        (n for n in range(at + 1, len(lines)) if not lines[n].startswith("    ")), len(lines)
    )
    asked = ("    # decide, kind:", "    # decide, attribution:")
    return any(line.startswith(asked) for line in lines[at:end])


def on_one_line(text: str) -> str:
    """A text that cannot end the comment it is in."""
    return "".join(c if c.isprintable() else " " for c in text)[:_LONGEST]
