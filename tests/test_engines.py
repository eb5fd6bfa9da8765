"""The staged Markdown is the interface: other engines than MkDocs build the same pages from it.

MkDocs with Material is the gate of every build. ProperDocs with Material and Zensical are the ways on, for when MkDocs
or Material can no longer be used. Here all three build the same staged Markdown with the same ``mkdocs.yml`` and
``overrides/``, and what a reader gets is compared, page by page: text, headings, anchors, links and edit links.

Not part of the ordinary run: it installs the engines into environments of their own, outside the repository.

    make setup && .venv/bin/python -m pytest -m engines
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

import pytest

pytestmark = pytest.mark.engines
ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "https://example.github.io/explainer/"
ENVIRONMENT = {"SITE_URL": ADDRESS, "EXPLAINER_REPOSITORY": "https://github.com/example/explainer", "NO_MKDOCS_2_WARNING": "1"}
# What is installed for each engine, and how it builds; Zensical takes its target from the settings alone.
ENGINES = {
    "properdocs": (["properdocs==1.6.7", "mkdocs-material==9.8.1"], ["properdocs", "build", "--strict"]),
    "zensical": (["zensical==0.0.73"], ["zensical", "build"]),
}
# Every difference from MkDocs + Material that a reader's browser can see, with its reason: (page, what, there, here).
KNOWN: dict[str, dict[tuple[str, str], tuple[Any, Any, str]]] = {"properdocs": {}, "zensical": {}}


class Seen(NamedTuple):
    """What a reader gets of one page; addresses are absolute."""

    title: str
    text: list[str]
    headings: list[tuple[str, str, str]]
    anchors: list[str]
    links: list[tuple[str, str]]
    edit: list[str]
    head: list[tuple[str, str]]


class _Reader(HTMLParser):
    def __init__(self, address: str):
        super().__init__()
        self.address = address
        self.text: list[str] = []
        self.titles: list[str] = []
        self.headings: list[list[str]] = []
        self.anchors: list[str] = []
        self.links: list[list[str]] = []
        self.head: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if name := given.get("id"):
            self.anchors.append(name)
        if tag == "a" and "href" in given:
            self.links.append([urljoin(self.address, given["href"]), ""])
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append([tag, given.get("id", ""), ""])
        for name in ("href", "src", "action"):
            if name in given and tag not in ("a",):
                self.head.append((f"{tag} {given.get('rel', '')}".strip(), urljoin(self.address, given[name])))
        if tag == "meta" and given.get("name", given.get("property")):
            self.head.append((given.get("name") or given["property"], given.get("content", "")))
        if tag not in ("meta", "link", "br", "hr", "img", "input", "wbr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words or "script" in self.open or "style" in self.open:
            return
        if "title" in self.open and "svg" not in self.open:
            self.titles.append(words)
            return
        self.text.append(words)
        if "a" in self.open and self.links:
            self.links[-1][1] = f"{self.links[-1][1]} {words}".strip()
        if self.open and any(h in self.open for h in ("h1", "h2", "h3", "h4")):
            self.headings[-1][2] = f"{self.headings[-1][2]} {words}".strip()


def seen(site: Path, path: Path) -> Seen:
    """One built page as a reader gets it."""
    name = path.relative_to(site).as_posix()
    reader = _Reader(urljoin(ADDRESS, name.removesuffix("index.html")))
    reader.feed(path.read_text("utf-8"))
    edit = [address for address, _ in reader.links if "/edit/" in address or "/blob/" in address]
    text = " ".join(reader.text).split()
    return Seen(" ".join(reader.titles), text, [tuple(h) for h in reader.headings], reader.anchors, [tuple(x) for x in reader.links], edit, reader.head)  # type: ignore[misc]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with its pages staged, and ``mkdocs.yml`` without the hook that would stage them."""
    root = tmp_path_factory.mktemp("engines") / "explainer"
    for name in ("seeds", "content", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("\n")
    assert sum(line.startswith("hooks:") for line in settings) == 1
    (root / "mkdocs.yml").write_text("\n".join(line for line in settings if not line.startswith(("hooks:", "watch:"))), "utf-8")
    done = subprocess.run([sys.executable, "-m", "explainer", "build", "--root", str(root)], env=os.environ | ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def build(root: Path, target: str, command: list[str]) -> dict[str, Seen]:
    """Build the staged pages with an engine into a folder of its own; gives every page."""
    shutil.rmtree(root / "site", ignore_errors=True)
    done = subprocess.run([*command, "-f", "mkdocs.yml"], cwd=root, env=os.environ | ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    site = (root / "site").rename(root / target)
    return {p.relative_to(site).as_posix(): seen(site, p) for p in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def gate(staged: Path) -> dict[str, Seen]:
    """What MkDocs with Material makes of them."""
    return build(staged, "site-gate", [sys.executable, "-m", "mkdocs", "build", "--strict"])


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, staged: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Seen]]:
    """Another engine, installed into an environment of its own, and what it makes of them."""
    packages, command = ENGINES[request.param]
    place = tmp_path_factory.mktemp(request.param) / "venv"
    venv.create(place, with_pip=True)
    subprocess.run([place / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return request.param, build(staged, f"site-{request.param}", [str(place / "bin" / command[0]), *command[1:]])


def differences(there: dict[str, Seen], here: dict[str, Seen]) -> dict[tuple[str, str], tuple[Any, Any]]:
    """What differs: (page, what) with what only one and only the other has."""
    found: dict[tuple[str, str], tuple[Any, Any]] = {}
    if there.keys() != here.keys():
        found["", "pages"] = (sorted(there.keys() - here.keys()), sorted(here.keys() - there.keys()))
    for page in sorted(there.keys() & here.keys()):
        for what, a, b in zip(Seen._fields, there[page], here[page]):
            if a != b:
                only = ([x for x in a if x not in b], [x for x in b if x not in a]) if isinstance(a, list) else (a, b)
                found[page, what] = only if only != ([], []) else (a, b)
    return found


def test_the_pages_are_the_same(engine: tuple[str, dict[str, Seen]], gate: dict[str, Seen]) -> None:
    name, pages = engine
    found = differences(gate, pages)
    known = {key: (there, here) for key, (there, here, _) in KNOWN[name].items()}
    assert found == known


def test_the_comparison_sees_what_differs(gate: dict[str, Seen]) -> None:
    """A page with one word, one address and one anchor changed is told from the page."""
    page = gate["index.html"]
    assert page.text and page.headings and page.anchors and page.links and page.edit and page.head
    changed = page._replace(text=[*page.text[:-1], "other"], links=[("https://example.org/", "x"), *page.links[1:]], anchors=page.anchors[1:])
    assert {what for _, what in differences(gate, gate | {"index.html": changed})} == {"text", "links", "anchors"}
    assert not differences(gate, gate)
