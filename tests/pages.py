"""The pages of this repository's site: their addresses, and their HTML taken apart for the tests
that read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from sites import REAL, SITES, topic, whole

ROOT = Path(__file__).resolve().parents[1]
CONTENT = SITES[REAL] / "content"
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Attributes that hold an address, and those that name an id of the same page.
_ADDRESSES = ("href", "src", "action", "poster", "data", "xlink:href")
_NAMES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "headers",
    "list",
)


def address(path: str) -> str:
    """The address of a page of content/ below the site's root: people.md is people/."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem + "/"


# Address -> file in content/; the home page first.
FILES = {address(p.relative_to(CONTENT).as_posix()): p for p in sorted(CONTENT.rglob("*.md"))}
PAGES = sorted(FILES)
# Addresses of pages that are gone; each leads on.
MOVED = sorted(address(path) for path in topic(REAL).settings.moved_pages)


def called(url: str) -> str:
    """A page's name in the tests' output."""
    return url or "home"


# Editors may name and divide their pages as they like; tests find a page by what is on it.


def showing(block: str) -> str:
    """The address of the page that has most of what a block lists, and has it as its home."""
    found = {
        path: sum(max(len(b.ids), 1) for b in parts.blocks if b.name == block and _at_home(b))
        for path, parts in whole(REAL).outlines.items()
    }
    assert any(found.values()), f"no page has the block {block}"
    return address(max(found, key=lambda path: found[path]))


def _at_home(block) -> bool:
    return block.arguments.get("anchors", True)


def citations() -> dict[str, int]:
    """How many citations the paragraphs of each page have, by its address."""
    return {
        address(path): sum(len(p.cites) for p in parts.paragraphs)
        for path, parts in whole(REAL).outlines.items()
    }


def explaining() -> list[str]:
    """The addresses of the pages whose prose has a word that the glossary explains."""
    words = {term.id for term in topic(REAL).of_kind("terms")}
    return [
        address(path)
        for path, parts in whole(REAL).outlines.items()
        if any(to.removeprefix("fact:") in words for p in parts.paragraphs for to, *_ in p.links)
    ]


@dataclass
class Element:
    """An element of a page, with what is in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def text(self) -> str:
        """The words in it, with single spaces."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for part in self.content:
            yield from [part] if isinstance(part, str) else part._words()

    def all(self, *tags: str, **attributes: str) -> list[Element]:
        """Every element in it with one of the tags (any, if none is given) and these attributes."""
        return [
            e
            for e in self
            if (not tags or e.tag in tags)
            and all(e.attributes.get(k) == v for k, v in attributes.items())
        ]

    def one(self, *tags: str, **attributes: str) -> Element:
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} of {tags} {attributes}"
        return found[0]

    def __iter__(self) -> Iterator[Element]:
        for part in self.content:
            if isinstance(part, Element):
                yield part
                yield from part


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("#page", {}, 0)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, {k: v or "" for k, v in attributes}, self.getpos()[0], self.here)
        self.here.content.append(element)
        if tag not in _VOID:
            self.here = element

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.here.tag == tag, (
            f"line {self.getpos()[0]}: </{tag}> where {self.here.tag} is open"
        )
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.content.append(data)


def read(path: Path) -> Element:
    """An HTML file; fails where an element is not closed."""
    return parse(path.read_text("utf-8"))


def parse(text: str) -> Element:
    """Some HTML, likewise."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.root, f"{reader.here.tag} is not closed"
    return reader.root


class Built:
    """A built site as a reader's browser has it: pages by address, read once."""

    def __init__(self, folder: Path, base: str):
        self.folder, self.base = folder, base
        self._read: dict[Path, Element] = {}

    def page(self, url: str) -> Element:
        return self.file(
            self.folder / url / "index.html" if not url.endswith(".html") else self.folder / url
        )

    def file(self, path: Path) -> Element:
        if path not in self._read:
            self._read[path] = read(path)
        return self._read[path]

    def urls(self) -> list[str]:
        """The addresses of all pages there are, 404.html too, but for those that only lead on."""
        files = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html"))
        return [
            f.removesuffix("index.html") if f.rpartition("/")[2] == "index.html" else f
            for f in files
            if f.removesuffix("index.html") not in MOVED
        ]

    def dead_links(self, url: str) -> list[str]:
        """What on a page leads nowhere: addresses within the site without a file or anchor, and ids
        that are not there.
        """
        page, here = self.page(url), urljoin(self.base, url)
        ids = {e["id"] for e in page if e.get("id")}
        dead = [
            f"{e.line}: {e.tag} {n}={e[n]!r} names no id"
            for e in page
            for n in _NAMES
            if n in e.attributes
            if not e[n].split() or not ids.issuperset(e[n].split())
        ]
        found = [(e, e[name]) for e in page for name in _ADDRESSES if name in e.attributes]
        found += [
            (e, part.split()[0])
            for e in page
            if "srcset" in e.attributes
            for part in e["srcset"].split(",")
        ]
        found += [
            (e, e["content"])
            for e in page.all("meta")
            if e.get("property") in ("og:url", "og:image")
        ]
        for element, target in found:
            fault = "is empty" if not target.strip() else self._fault(urljoin(here, target))
            if fault:
                dead.append(f"{element.line}: {element.tag} {target!r} {fault}")
        return dead

    def _fault(self, target: str) -> str:
        parts, base = urlsplit(target), urlsplit(self.base)
        if parts.scheme in ("http", "https") and parts.netloc != base.netloc:
            return "" if parts.hostname and "." in parts.hostname else "is no address"
        if parts.scheme not in ("http", "https"):
            return f"has the scheme {parts.scheme}"
        if not parts.path.startswith(base.path):
            return "leaves the site's own folder"
        path = parts.path[len(base.path) :]
        file = (
            self.folder / path / "index.html"
            if not path or path.endswith("/")
            else self.folder / path
        )
        if not file.is_file():
            return "leads to no file"
        if parts.fragment and parts.fragment not in {e.get("id") for e in self.file(file)}:
            return "leads to no anchor"
        return ""
