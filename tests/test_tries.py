"""Ways round the promises, by kind, with their honest neighbours: tests/tries/README.md."""

from __future__ import annotations

import shutil
import sys
import tempfile
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import explainer.commands
import pytest
from explainer.rules.corrections import owed
from explainer.rules.registry import RULES
from explainer.topic.load import load
from explainer.topic.mkdocs_yml import MkdocsYml, read_mkdocs_yml
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import SITES, TESTS, copied, problems, read_yaml, topic

SKELETON = Path(explainer.commands.__file__).parent / "skeleton"
FILES = sorted((TESTS / "tries").glob("*.yml"))
TRIES = [(path.stem, one) for path in FILES for one in read_yaml(path)]
MANY = 12  # at a time
# What these rules stop may change how the lines behind it are read.
MARKS = {"safe-markup", "no-raw-marks", "lines-as-meant", "plain-characters", "load"}
MARKS |= {"load-pages", "load-characters"}


def base(root: Path) -> Path:
    """The ferry's seeds and pages with the settings of a new site."""
    copied(SITES["ferry"], root)
    shutil.copy(SKELETON / "mkdocs.yml", root)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    head, _, nav = settings.partition("nav:\n")
    nav = nav.replace("method.md", "record.md")
    settings = f"{head}nav:\n{nav}".replace("How high did the river rise?", "A ferry or a bridge?")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    return root


def edit_file(path: Path, edit: dict[str, Any]) -> None:
    if "write" in edit:
        path.write_text(edit["write"], "utf-8")
    elif "base64" in edit:
        path.write_bytes(b64decode(edit["base64"]) * edit.get("times", 1))
    elif "append" in edit:
        path.write_text(path.read_text("utf-8") + edit["append"], "utf-8")
    else:
        old, new = edit["replace"]
        text = path.read_text("utf-8")
        assert old in text, f"{edit['file']} has no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")


@contextmanager
def edited(root: Path, edits: list[dict[str, Any]]) -> Iterator[None]:
    """The site with some edits, which are undone at the end: copying it takes longer than most
    tries."""
    paths = {root / edit["file"] for edit in edits}
    before = {path: path.read_bytes() if path.exists() else None for path in paths}
    folders = [f for path in paths for f in path.parents if not f.exists()]
    try:
        for edit in edits:
            path = root / edit["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            edit_file(path, edit)
        yield
    finally:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        for folder in sorted({*folders}, reverse=True):
            folder.rmdir()


def name_of(one: dict[str, Any]) -> str:
    return str(one.get("try") or one.get("neighbour"))


@cache
def unchanged() -> MkdocsYml:
    """The settings that most tries leave as they are: PyYAML takes longer for them than the rules
    for the rest.
    """
    with tempfile.TemporaryDirectory() as folder:
        return read_mkdocs_yml(base(Path(folder)))[0]


def found_by(root: Path, edits: list[dict[str, Any]], wanted: set[str]) -> list[Problem]:
    """What reading a site and some rules, or all of them, find: a try needs only those named."""
    mkdocs, wrong = settings_of(root, edits)
    read, faults = load(root)
    site = Site(read, mkdocs)
    rules = [rule for rule in RULES if not wanted or rule.name in wanted]
    found = (
        problem._replace(rule=rule.name)
        for rule in rules
        if read.whole or not rule.whole
        for problem in rule.run(site)
    )
    return [*wrong, *faults, *found]


def settings_of(root: Path, edits: list[dict[str, Any]]) -> tuple[MkdocsYml, list[Problem]]:
    if any("mkdocs" in edit["file"] for edit in edits):
        return read_mkdocs_yml(root)
    return unchanged(), []


def outcome(one: dict[str, Any], root: Path) -> tuple[str, str]:
    """What became of a try or a neighbour: stopped, passed …, and what was said."""
    wanted = wanted_by(one)
    with edited(root, one["edits"]):
        found = found_by(root, one["edits"], wanted)
        if one.get("diff"):
            found = [*found, *owed(topic("ferry"), load(root)[0])]
    rules, said = (
        {problem.rule for problem in found},
        "; ".join(f"{p.path}:{p.line}: {p.message} ({p.rule})" for p in found),
    )
    if "neighbour" in one:
        return ("false alarm" if found else "neighbour passed"), said
    if "not_catchable" in one:
        return ("stopped after all" if found else "not catchable"), said
    return ("stopped" if rules & wanted else "GOT THROUGH"), said


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Iterator[Path]:
    """The site of the tries, for all of them; each leaves it as it was."""
    root = base(tmp_path_factory.mktemp("tries"))
    before = files_of(root)
    yield root
    assert files_of(root) == before


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() if path.is_file() else b"" for path in root.rglob("*")}


def test_the_site_of_the_tries_is_good(root):
    assert problems(root) == []


def wanted_by(one: dict[str, Any]) -> set[str]:
    """The rules of which one must stop a try."""
    wanted = one.get("stopped_by", ())
    return {wanted} if isinstance(wanted, str) else set(wanted)


def adds_to(one: dict[str, Any]) -> str:
    """The page to which a neighbour, or a try of what is said in prose, adds something, if it does
    only that."""
    edits, wanted = one["edits"], wanted_by(one)
    if one.get("diff") or "not_catchable" in one or wanted & MARKS:
        return ""
    pages = {edit["file"] if edit["file"].startswith("content/") else "" for edit in edits}
    return pages.pop() if len(pages) == 1 and all("append" in edit for edit in edits) else ""


def together(what: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The neighbours or the tries of a kind that only add to one page, a few at a time: rules look
    at all of a page at once."""
    pairs = [pair for pair in TRIES if what in pair[1]]
    for (kind, page), some in groupby(pairs, key=lambda pair: (pair[0], adds_to(pair[1]))):
        ones = [one for _, one in some]
        for i in range(0, len(ones), MANY) if page else ():
            yield f"{kind}: {name_of(ones[i])}", ones[i : i + MANY]


ALONE = [(kind, one) for kind, one in TRIES if not adds_to(one)]


@pytest.mark.parametrize(
    "one", [pytest.param(one, id=f"{kind}: {name_of(one)}") for kind, one in ALONE]
)
def test_a_try_is_stopped_and_its_neighbour_passes(one, root):
    what, said = outcome(one, root)
    assert what in ("stopped", "neighbour passed", "not catchable"), f"{what}: {said}"


def on_its_own_lines(ones: list[dict[str, Any]], root: Path) -> Iterator[bool]:
    """Of tries that add to one page whether a rule that must stop it says so on its own lines."""
    path = ones[0]["edits"][0]["file"]
    edits = [edit for one in ones for edit in one["edits"]]
    end = (root / path).read_text("utf-8").count("\n")
    with edited(root, edits):
        found = found_by(root, edits, set().union(*map(wanted_by, ones)))
    told = {(p.rule, p.line) for p in found if p.path == path}
    for one in ones:
        begin, end = end, end + sum(edit["append"].count("\n") for edit in one["edits"])
        lines = range(begin + 2, end + 1)
        yield any((rule, line) in told for rule in wanted_by(one) for line in lines)


@pytest.mark.parametrize("ones", [pytest.param(ones, id=name) for name, ones in together("try")])
def test_tries_are_stopped_on_their_lines_or_each_alone(ones, root):
    for one, stopped in zip(ones, on_its_own_lines(ones, root), strict=True):
        if not stopped:
            what, said = outcome(one, root)
            assert what == "stopped", f"{name_of(one)}: {what}: {said}"


@pytest.mark.parametrize(
    "ones", [pytest.param(ones, id=name) for name, ones in together("neighbour")]
)
def test_neighbours_pass_together_or_each_alone(ones, root):
    edits = [edit for one in ones for edit in one["edits"]]
    if outcome({"neighbour": "all", "edits": edits}, root)[1]:
        for one in ones:
            assert outcome(one, root) == ("neighbour passed", ""), name_of(one)


def test_every_try_is_told_apart_and_says_why():
    names = Counter(name_of(one) for _, one in TRIES)
    assert [name for name, times in names.items() if times > 1] == []
    for _, one in TRIES:
        assert ("try" in one) == bool(one.get("stopped_by") or one.get("not_catchable"))
        assert len(str(one.get("not_catchable", "a reason of words")).split()) >= 4


def table() -> str:
    """How many were tried, stopped, not catchable; and false alarms, by kind."""
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = base(Path(folder))
        for kind, one in TRIES:
            counts.setdefault(kind, Counter())[outcome(one, root)[0]] += 1
    columns = list(dict.fromkeys(what for some in counts.values() for what in some))
    rows = [["kind", *columns]] + [[k, *(str(c[w]) for w in columns)] for k, c in counts.items()]
    total = sum(counts.values(), Counter())
    rows.append(["all", *(str(total[w]) for w in columns)])
    return "\n".join(" | ".join(row) for row in rows)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
