"""The rooms of the code: which package may import from which. HACKING.md draws them."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "scripts" / "explainer"
# What each room may import besides itself. Rules and pages stand side by side: what readers get
# does not depend on what is checked.
ALLOWED = {
    "text": set(),
    "topic": {"text"},
    "rules": {"text", "topic"},
    "site": {"text", "topic"},
    "drafting": {"text", "topic"},
    "commands": {"text", "topic", "rules", "site", "drafting"},
    "": {"commands"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


NAMES = frozenset(map(name_of, MODULES))


@cache
def imported(path: Path) -> set[str]:
    """The modules of the package that a file imports, below ``explainer``."""
    here = path.relative_to(PACKAGE).parent.parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name[10:] for a in node.names if a.name.startswith("explainer.")}
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = here[: len(here) - node.level + 1] + tuple((node.module or "").split("."))
            elif (node.module or "").startswith("explainer"):
                base = tuple(node.module.split(".")[1:])
            else:
                continue
            parts = ".".join(filter(None, base))
            names = {f"{parts}.{a.name}".lstrip(".") for a in node.names}
            found |= names & NAMES or {parts}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_from_those_below_it(path):
    room = (path.relative_to(PACKAGE).parent.parts or ("",))[0]
    assert {name.split(".")[0] for name in imported(path)} - {room} <= ALLOWED[room]


def test_no_two_modules_import_each_other_by_any_way_round():
    graph = {name_of(p): imported(p) for p in MODULES if p.name != "__init__.py"}
    assert len(list(TopologicalSorter(graph).static_order())) >= len(graph)


def test_every_file_stands_in_a_room():
    outside = {p.name for p in PACKAGE.glob("*.py")}
    assert outside == {"__init__.py", "__main__.py"}
    assert {p.parent.name for p in PACKAGE.glob("*/*.py")} == {room for room in ALLOWED if room}
