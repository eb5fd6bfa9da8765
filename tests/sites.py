"""The sites that the tests of the rules work on: this repository's own, and small ones in
tests/topics.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from explainer.commands.build import check_site
from explainer.rules.registry import RULES
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from explainer.topic.topic import Topic

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
REAL = "the site of this repository"
SITES = {REAL: ROOT} | {
    path.name: path for path in sorted((TESTS / "topics").iterdir()) if path.is_dir()
}
_BY_NAME = {rule.name: rule for rule in RULES}


@cache
def topic(name: str) -> Topic:
    """A site read once; it must have no faults."""
    read, faults = load(SITES[name])
    assert not faults, faults
    return read


@cache
def whole(name: str) -> Site:
    return Site(topic(name))


def narrowed(read: Topic, record) -> Site:
    """A site of one record and no pages, for rules that look at a record by itself; agents stay, as
    whose_words names them.
    """
    agents = {i: r for i, r in read.records.items() if read.kinds[i] in ("people", "organisations")}
    return Site(replace(read, records=agents | {record.id: record}, pages={}))


def run(site: Site, *names: str) -> list[Problem]:
    """What some rules say of a site."""
    return [problem._replace(rule=name) for name in names for problem in _BY_NAME[name].run(site)]


def copied(source: Path, target: Path) -> Path:
    """A copy of a site's seeds and content."""
    for folder in ("seeds", "content"):
        if (source / folder).is_dir():
            shutil.copytree(source / folder, target / folder, dirs_exist_ok=True)
    return target


def problems(root: Path) -> list[Problem]:
    return check_site(root).problems


# --- changes of one character ---------------------------------------------------------------------

# Letters, digits and marks that look the same or nearly so, of other alphabets and of one's own.
LOOK_ALIKE = dict(
    zip(
        "aceijopsxyhABCEHIKMOPTXYSZ0123456789.,;:!?-–—()’'\"“”…%",
        "асеіјорѕхуһАВСЕНІКМОРТХУЅΖО１２３４５６７８９․‚;∶ǃʔ‐‒―❨❩ʼ′″❝❞⋯٪",
        strict=False,
    )
)
OWN_LOOK_ALIKE = {
    "l": "I1|",
    "I": "l1|",
    "1": "lI",
    "O": "0",
    "0": "O",
    "o": "0",
    "S": "5",
    "5": "S",
    "B": "8",
    "8": "B",
    "Z": "2",
    "2": "Z",
}
SIGNS = "-‐‑–—−+±"


def changes(text: str) -> Iterator[tuple[str, str]]:
    """Every change of one character of a text: what kind it is, and the text changed."""
    for i, char in enumerate(text):
        before, after = text[:i], text[i + 1 :]
        for other in {char.swapcase(), char.upper(), char.lower()} - {char}:
            yield "case", before + other + after
        if char.isdigit():
            for other in "0123456789".replace(char, ""):
                yield "digit", before + other + after
        if char in SIGNS:
            for other in SIGNS.replace(char, ""):
                yield "sign", before + other + after
        for other in LOOK_ALIKE.get(char, "") + OWN_LOOK_ALIKE.get(char, ""):
            yield "look-alike", before + other + after
        yield "deletion", before + after
        yield "doubling", before + char + char + after
        if after:
            yield "swap", before + after[0] + char + after[1:]
