"""The staged Markdown is the interface: other engines than MkDocs build the same pages from it.

MkDocs with Material is the gate of every build. ProperDocs with Material and Zensical are the ways
on, for when MkDocs or Material can no longer be used. Here both build what ``explainer build``
stages, with the same ``mkdocs.yml`` and ``overrides/``, and what a reader gets is compared with the
site that ``mkdocs build`` makes, page by page: text, headings, anchors, links and edit links.

Not part of the ordinary run: it installs the engines into environments of their own, outside the
repository.

    make setup && .venv/bin/python -m pytest -m engines
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

import pytest

pytestmark = pytest.mark.engines
ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "https://example.github.io/explainer/"
ENVIRONMENT = {
    "SITE_URL": ADDRESS,
    "SOURCE_DATE_EPOCH": "1756000000",
    "EXPLAINER_REPOSITORY": "https://github.com/example/explainer",
    "NO_MKDOCS_2_WARNING": "1",
}
# For each engine: what is installed, how it builds, and what links in blocks of HTML are relative
# to. MkDocs leaves such links as they are, so they must be relative to the page's address; Zensical
# takes them from the page's file.
ENGINES = {
    "properdocs": (
        [
            "properdocs==1.6.7",
            "mkdocs-material==9.8.1",
            "pydantic",
            "pillow",
            "selectolax",
            "tinycss2",
        ],
        ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        "page",
    ),
    "zensical": (
        ["zensical==0.0.73"],
        ["zensical", "build", "--strict", "-f", "plain.yml"],
        "file",
    ),
}
# Zensical runs no plugin and has a base of its own: its skip link, its search, its script, styles
# of Material beside ours and not below them, no buttons to edit and to view. What is in the article
# is the same; ProperDocs differs in nothing.
ARTICLE = "md-content__inner"


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
    def __init__(self, address: str, article: bool):
        super().__init__()
        self.address = address
        self.article, self.reads, self.depth = article, not article, 0
        self.text: list[str] = []
        self.titles: list[str] = []
        self.headings: list[list[str]] = []
        self.anchors: list[str] = []
        self.links: list[list[str]] = []
        self.head: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "article" and (self.depth or ARTICLE in given.get("class", "")):
            self.depth, self.reads = self.depth + 1, True
        if not self.reads or "md-content__button" in given.get("class", ""):
            return
        if (name := given.get("id")) and name != "__skip":  # Zensical's own
            self.anchors.append(name)
        if tag == "a" and "href" in given:
            self.links.append([urljoin(self.address, given["href"]), ""])
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append([tag, given.get("id", ""), ""])
        for name in ("href", "src", "action"):
            if name in given and tag not in ("a",):
                self.head.append(
                    (f"{tag} {given.get('rel', '')}".strip(), urljoin(self.address, given[name]))
                )
        if tag == "meta" and given.get("name", given.get("property")):
            self.head.append((given.get("name") or given["property"], given.get("content", "")))
        if tag not in ("meta", "link", "br", "hr", "img", "input", "wbr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "article" and self.depth:
            self.depth -= 1
            self.reads = self.depth > 0 or not self.article
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words or not self.reads or "script" in self.open or "style" in self.open:
            return
        if "title" in self.open and "svg" not in self.open:
            self.titles.append(words)
            return
        self.text.append(words)
        if "a" in self.open and self.links:
            self.links[-1][1] = f"{self.links[-1][1]} {words}".strip()
        if self.open and any(h in self.open for h in ("h1", "h2", "h3", "h4")):
            self.headings[-1][2] = f"{self.headings[-1][2]} {words}".strip()


def seen(site: Path, path: Path, article: bool = False) -> Seen:
    """One built page as a reader gets it, or only what is in its article."""
    name = path.relative_to(site).as_posix()
    reader = _Reader(urljoin(ADDRESS, name.removesuffix("index.html")), article)
    reader.feed(path.read_text("utf-8"))
    edit = [address for address, _ in reader.links if "/edit/" in address or "/blob/" in address]
    text = " ".join(reader.text).split()
    return Seen(
        " ".join(reader.titles),
        text,
        [tuple(h) for h in reader.headings],
        reader.anchors,
        [tuple(x) for x in reader.links],
        edit,
        reader.head,
    )  # type: ignore[misc]


@pytest.fixture(scope="module", autouse=True)
def asked_for(request: pytest.FixtureRequest) -> None:
    """``-m "not browser"`` and the like must not install engines: only who names them runs this."""
    if "engines" not in request.config.getoption("-m"):
        pytest.skip("run by pytest -m engines")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site; ``plain.yml`` is its ``mkdocs.yml`` without the plugin, which the other
    engines have not installed.
    """
    root = tmp_path_factory.mktemp("engines") / "explainer"
    for name in ("seeds", "content", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    (root / "build/docs").mkdir(parents=True)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    plain = settings.replace("plugins: [explainer]", "plugins: []")
    assert plain != settings
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    (root / "plain.yml").write_text(plain, "utf-8")
    return root


def build(root: Path, target: str, links: str, *commands: list[str]) -> dict[str, Seen]:
    """Run commands, and put the site that they build into a folder of its own; gives every page."""
    environment = os.environ | ENVIRONMENT | {"EXPLAINER_LINKS": links}
    for command in commands:
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    site = (root / "site").rename(root / target)
    return {p.relative_to(site).as_posix(): seen(site, p) for p in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a wheel, made of a copy."""
    copy = tmp_path_factory.mktemp("wheel") / "explainer"
    for name in ("scripts", "overrides", "requirements"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("*.egg-info"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", copy.parent, copy], check=True)
    return next(copy.parent.glob("*.whl"))


@pytest.fixture(scope="module")
def gate(root: Path) -> dict[str, Seen]:
    """What MkDocs with Material makes of it: the site as published, staged by the plugin."""
    return build(root, "site-gate", "page", [sys.executable, "-m", "mkdocs", "build", "--strict"])


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest,
    root: Path,
    gate: dict[str, Seen],
    wheel: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, dict[str, Seen]]:
    """Another engine, installed into an environment of its own, and what it makes of them."""
    packages, command, links = ENGINES[request.param]
    place = tmp_path_factory.mktemp(request.param) / "venv"
    venv.create(place, with_pip=True)
    install = [place / "bin/pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *packages], check=True)
    # Of this project they need the Markdown extension, ProperDocs the plugin too.
    subprocess.run([*install, "--no-deps", wheel], check=True)
    stage = [sys.executable, "-m", "explainer", "build"]
    engine = [str(place / "bin" / command[0]), *command[1:]]
    return request.param, build(root, f"site-{request.param}", links, stage, engine)


def differences(
    there: dict[str, Seen], here: dict[str, Seen]
) -> dict[tuple[str, str], tuple[Any, Any]]:
    """What differs: (page, what) with what only one and only the other has."""
    found: dict[tuple[str, str], tuple[Any, Any]] = {}
    if there.keys() != here.keys():
        found["", "pages"] = (
            sorted(there.keys() - here.keys()),
            sorted(here.keys() - there.keys()),
        )
    for page in sorted(there.keys() & here.keys()):
        for what, a, b in zip(Seen._fields, there[page], here[page], strict=False):
            if a != b:
                found[page, what] = _changed(a, b) if isinstance(a, list) else (a, b)
    return found


def _changed(a: list[Any], b: list[Any]) -> tuple[list[Any], list[Any]]:
    """What appears in one list only, in order; what changed its place is in both."""
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [x for tag, i, j, _, _ in blocks if tag != "equal" for x in a[i:j]], [
        x for tag, _, _, i, j in blocks if tag != "equal" for x in b[i:j]
    ]


def test_the_pages_are_the_same(engine: tuple[str, dict[str, Seen]], root: Path) -> None:
    article = engine[0] == "zensical"
    there, here = (
        {
            p.relative_to(site).as_posix(): seen(site, p, article)
            for p in sorted(site.rglob("*.html"))
        }
        for site in (root / "site-gate", root / f"site-{engine[0]}")
    )
    assert there["index.html"].text and differences(there, here) == {}


def test_properdocs_builds_the_same_bytes(engine: tuple[str, dict[str, Seen]], root: Path) -> None:
    if engine[0] != "properdocs":
        pytest.skip("Zensical has another script, another search and Material's own styles")
    gate, here = (
        {p.relative_to(s): p.read_bytes() for p in s.rglob("*") if p.is_file()}
        for s in (root / "site-gate", root / "site-properdocs")
    )
    assert gate.keys() == here.keys() and [p for p in gate if gate[p] != here[p]] == []


def test_the_comparison_sees_what_differs(gate: dict[str, Seen]) -> None:
    """A page with one word, one address and one anchor changed is told from the page."""
    page = gate["index.html"]
    assert page.text and page.headings and page.anchors and page.links and page.edit and page.head
    changed = page._replace(
        text=[*page.text[:-1], "other"],
        links=[("https://example.org/", "x"), *page.links[1:]],
        anchors=page.anchors[1:],
    )
    assert {what for _, what in differences(gate, gate | {"index.html": changed})} == {
        "text",
        "links",
        "anchors",
    }
    assert not differences(gate, gate)
