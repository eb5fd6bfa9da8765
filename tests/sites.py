"""The sites that the tests of the rules work on: this repository's own, and small ones in
tests/topics.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from pydoc import locate
from typing import Any

import markdown
import yaml
from explainer.commands.build import check_site
from explainer.commands.new import new
from explainer.commands.theme import OWN, STYLESHEET
from explainer.commands.theme import look as look_of
from explainer.rules.interface import Look
from explainer.rules.registry import RULES
from explainer.text.markdown import EXTENSIONS, OF_MKDOCS
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from explainer.topic.topic import Topic
from forked import build

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
REAL = "the site of this repository"
# Small sites that are test data: what is expected of them may be written by hand.
FIXED = {path.name: path for path in sorted((TESTS / "topics").iterdir()) if path.is_dir()}
# Of the real site nothing is written by hand, so another one can take its place.
SITES = {REAL: Path(os.environ.get("EXPLAINER_SITE", ROOT))} | FIXED
_BY_NAME = {rule.name: rule for rule in RULES}
_ASKED = [*RULES]

# The record of a text of which nothing is known.
PLAIN_SOURCE = """type: document
title: not_stated
author: not_stated
publisher: not_stated
issued: not_stated
URL: not_stated
label: the text
language: {tag}
rights: Written for these tests.
provenance: Written for these tests.
sha256: {sha256}
"""


def read_yaml(path: Path) -> Any:
    """A file of YAML, by PyYAML's parser in C: tables of tests are long."""
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def topic(name: str) -> Topic:
    """A site read once; it must have no faults."""
    read, faults = load(SITES[name])
    assert not faults, faults
    return read


@cache
def whole(name: str) -> Site:
    return Site(topic(name))


def own_words(text: str) -> list[str]:
    """Words of the real topic in a text which should know no topic: its people, by their
    full and last names, its states, and the sides that it compares. A name that is a word as well,
    and is used as one in the text, is none.
    """
    read = topic(REAL)
    named = [person.name for person in read.of_kind("people")]
    named += [state.name for state in read.of_kind("organisations") if state.type == "state"]
    known = {*named, *(name.split()[-1] for name in named)}
    known = {k for k in known if not re.search(rf"(?<![\w-]){re.escape(k.lower())}(?![\w-])", text)}
    sides = {option.label for option in read.settings.options}
    assert named and known
    one = "|".join([*map(re.escape, known), *(f"(?i:{re.escape(side)})" for side in sides)])
    return re.findall(rf"\b(?:{one})\b", text)


def narrowed(read: Topic, record) -> Site:
    """A site of one record and no pages, for rules that look at a record by itself; agents stay, as
    whose_words names them.
    """
    agents = {i: r for i, r in read.records.items() if read.kinds[i] in ("people", "organisations")}
    return Site(replace(read, records=agents | {record.id: record}, pages={}))


def run(site: Site, *names: str) -> list[Problem]:
    """What some rules say of a site."""
    return [problem._replace(rule=name) for name in names for problem in _BY_NAME[name].run(site)]


def first_problem(site: Site) -> Problem | None:
    """What the first rule that finds something says: enough to know that something is missed. Asked
    first is what found something the last times.
    """
    for rule in [*_ASKED]:
        if problem := next(iter(rule.run(site)), None):
            _ASKED.remove(rule)
            _ASKED.insert(0, rule)
            return problem
    return None


def without(read: Topic, name: str) -> Site:
    """The site when a record is gone, and what was said of its correction with it."""
    gone = {name, *(c.id for c in read.of_kind("corrections") if c.record == name)}
    left = {i: record for i, record in read.records.items() if i not in gone}
    kept = {
        field: {i: value for i, value in getattr(read, field).items() if i not in gone}
        for field in ("kinds", "where")
    }
    return Site(replace(read, records=left, **kept))


def others(read: Topic, name: str) -> Iterator[str]:
    """The people whose words a quotation might be said to be, and is not."""
    quote = read.records[name]
    yield from (
        p.id for p in read.of_kind("people") if p.id not in (quote.speaker, quote.shared_by)
    )


def may_be_given_to(read: Topic, name: str, other: str) -> bool:
    """Whether nothing is said where a quotation is given to somebody else."""
    field = "shared_by" if read.records[name].kind == "shared" else "speaker"
    changed = read.records[name].model_copy(update={field: other})
    site = Site(replace(read, records=read.records | {name: changed}))
    return not run(
        site,
        "quotation-attribution",
        "attribution-named-nearby",
        "speaker-named",
        "turns-of-their-speakers",
    )


def built_by_mkdocs(name: str, folder: Path, address: str, nav: str) -> Path:
    """A fixed site in the folder that `explainer new` makes; gives the folder of its pages."""
    new(folder)
    for part in ("content", "seeds"):
        shutil.rmtree(folder / part)
    copied(FIXED[name], folder)
    config = folder / "mkdocs.yml"
    config.write_text(re.sub(r"(?ms)^nav:.*", f"nav:\n{nav}", config.read_text("utf-8")), "utf-8")
    write_its_language(folder)
    repository = f"https://github.com/example/{name}"
    done = build(folder, SITE_URL=address, EXPLAINER_REPOSITORY=repository)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def write_its_language(root: Path) -> None:
    """Set the look of a site in the language of its pages, as an editor is told to."""
    config = root / "mkdocs.yml"
    language = f"language: {load(root)[0].written_in}"
    text = re.sub(r"(?m)^(  )language: .*", rf"\1{language}", config.read_text("utf-8"))
    config.write_text(text, "utf-8")


def look(root: Path, built: Path) -> Look:
    """What the pages of a site may have of its look, the stylesheet as it was built."""
    material = Path(str(files("material"))) / "templates"
    folders = [p for p in (root / "overrides", OWN, material) if p.is_dir()]
    made = (STYLESHEET, "assets/site.js", "assets/search.js")
    written = {name: (built / name).read_bytes() for name in made}
    return look_of(folders, load(root)[0].written_in, written)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def copied(source: Path, target: Path) -> Path:
    """A copy of a site's seeds and content."""
    for folder in ("seeds", "content"):
        if (source / folder).is_dir():
            shutil.copytree(source / folder, target / folder, dirs_exist_ok=True)
    return target


def committed(root: Path) -> Path:
    """A site's folder, with all that is in it committed."""
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", "-C", str(root), *arguments], check=True)
    return root


def replaced(path: Path, old: str, new: str) -> None:
    """Write a file with some words of it, the first of these, in place of others."""
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def problems(root: Path) -> list[Problem]:
    return check_site(root).problems


def as_published(body: str) -> str:
    """The HTML that MkDocs makes of a page's Markdown, with the extensions of ``mkdocs.yml`` (but
    for the one that lays a page out).
    """
    configs = {
        name: {key: locate(value) if isinstance(value, str) else value for key, value in of.items()}
        for name, of in EXTENSIONS.items()
    }
    names = list(dict.fromkeys((*OF_MKDOCS, *EXTENSIONS)))
    return markdown.markdown(body, extensions=names, extension_configs=configs)


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
