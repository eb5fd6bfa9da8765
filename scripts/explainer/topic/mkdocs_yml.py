"""``mkdocs.yml``, read without running anything: MkDocs itself makes Python objects of its tags.

Of its tags only ``!ENV`` is known, in both of MkDocs' forms (``!ENV NAME`` and ``!ENV [NAME, …,
default]``), for the variables of a build; and the two with which Material's manual puts icons into
pages, which are read as the names of parts of Material that they are. The file is read twice:
strictly, as every other YAML file, for faults and the lines of keys; and by the parser that MkDocs
uses, for what it means there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import yaml

from .load import load_yaml
from .problems import Problem
from .roles import Key
from .yaml import Location, Tags

NAME, OTHER_NAME = "mkdocs.yml", "mkdocs.yaml"  # MkDocs takes either
MAX_BYTES = 50_000

# What a build knows of where it runs (commands/build.py). Any other variable may be a secret.
VARIABLES = (
    "SITE_URL",
    "EXPLAINER_REPOSITORY",
    "EXPLAINER_BRANCH",
    "EXPLAINER_REVISION",
    "EXPLAINER_LINKS",
)

# Material's index of icons, and what puts one into a page.
_ICONS = ("material.extensions.emoji.twemoji", "material.extensions.emoji.to_svg")
_NAMED = "tag:yaml.org,2002:python/name:"

# Where readers' words are. A site's author is nobody of its sources, and is left out.
_WORDS: tuple[Key, ...] = (
    ("site_name",),
    ("site_description",),
    ("copyright",),
    ("repo_name",),
    ("theme", "palette", "toggle", "name"),
    ("extra", "base_note"),
    ("extra", "social", "name"),
    ("extra", "alternate", "name"),
    ("markdown_extensions", "footnotes", "BACKLINK_TITLE"),
)

_FILES: tuple[Key, ...] = (
    ("theme", "logo"),
    ("theme", "favicon"),
    ("extra_css",),
    ("extra_javascript",),
)

# The years of a copyright and the version of a licence are no numbers that a source gives.
_YEARS = re.compile(r"(?<=©) ?\d{4}([-–]\d{4})?\b|(?<=\bCC BY)(-[A-Z]{2})* \d\.\d\b")


class FromEnvironment(str):
    """What an !ENV stands for here and now, with how it was written and its default."""

    written: str
    default: Any


class Link(NamedTuple):
    """A line of the menu or the footer: where it is, its words (none where the page's title is
    taken), and where it leads: in the menu to a page's file, or a section to all of its pages', in
    the footer to an address."""

    key: Key
    text: str
    targets: tuple[str, ...]
    section: bool = False

    def pages(self, known: Container[str]) -> list[str]:
        """Of the pages that are known those to which it leads."""
        files = self.targets if self.key[0] == "nav" else _files_at(*self.targets)
        return [file for file in files if file in known]


class MkdocsYml(NamedTuple):
    """Every key as MkDocs takes it, with its line, and the name and address that it gives the
    site."""

    keys: dict[Any, Any]
    where: Location
    site_name: str = ""
    site_url: str = ""

    @property
    def texts(self) -> Iterator[tuple[Key, str]]:
        """The words that readers find on every page, links of the menu and the footer aside."""
        for path in _WORDS:
            for key, text in _at(self.keys, path):
                if isinstance(text, str):
                    text = _YEARS.sub("", text) if key == ("copyright",) else text
                    yield key, text.replace("{}", "")

    @property
    def files(self) -> Iterator[tuple[Key, str]]:
        """The files of content/ that give the site its look, by their paths there."""
        for path in _FILES:
            yield from ((key, to) for key, to in _at(self.keys, path) if isinstance(to, str))

    @property
    def elsewhere(self) -> Iterator[str]:
        """The icons and addresses of the links to other sites."""
        for name in ("icon", "link"):
            yield from (str(value) for _, value in _at(self.keys, ("extra", "social", name)))

    @property
    def menu(self) -> Iterator[Link]:
        """The lines of the menu; what is no such line is left out."""
        yield from _menu(self.keys.get("nav"), ("nav",))

    @property
    def footer(self) -> Iterator[Link]:
        """The links of the footer; what is none is left out."""
        extra = self.keys.get("extra")
        links = extra.get("footer_links") if isinstance(extra, dict) else None
        for i, item in enumerate(links if isinstance(links, list) else ()):
            label, url = (
                (item.get(k) for k in ("label", "url")) if isinstance(item, dict) else ("",) * 2
            )
            if isinstance(label, str) and isinstance(url, str):
                yield Link(("extra", "footer_links", i), label, (url,))


NO_SETTINGS = MkdocsYml({}, Location(NAME, 1))


def read_mkdocs_yml(root: Path) -> tuple[MkdocsYml, list[Problem]]:
    """What a site's ``mkdocs.yml`` says, and what is wrong in it; a site without it has no name."""
    path = root / NAME
    if wrong := _no_file(root):
        return NO_SETTINGS, [Problem(*wrong, "load")]
    if not path.exists():
        return NO_SETTINGS, []
    tree, where, problems = load_yaml(root, NAME, _tags())
    if problems:
        return NO_SETTINGS, problems
    try:
        keys = _as_mkdocs(path.read_bytes()) or tree
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        what = f"MkDocs cannot read this: {' '.join(str(error).split())[:200]}"
        return NO_SETTINGS, [Problem(NAME, 1, what, 'put texts in "quotation marks"', "load")]
    if not isinstance(keys, dict):
        help = "begin with site_name: …"
        return NO_SETTINGS, [Problem(NAME, 1, "there are no settings here", help, "load")]
    name, url = keys.get("site_name") or "", keys.get("site_url") or ""
    address = _address(url) if isinstance(url, str) else ""
    if not name:
        help = "write site_name: …"
        problems = [Problem(NAME, where.line("site_name"), "the site has no name", help, "load")]
    if address is None:
        what, help = f'"{url}" is no address', "begin with https://, or leave it empty"
        problems.append(Problem(NAME, where.line("site_url"), what, help, "load"))
    return MkdocsYml(keys, where, str(name), address or ""), problems


def _tags() -> Tags:
    return {"!ENV": _from_environment} | {_NAMED + name: partial(_named, name) for name in _ICONS}


def _named(name: str, value: Any) -> str:
    """What a tag that names a part of Material stands for: its name."""
    if value:
        raise ValueError(f"!!python/name:{name} takes no value", "remove what is behind it")
    return name


def _no_file(root: Path) -> tuple[str, int, str, str] | None:
    """Why there is no file of settings to be read: its name, what is wrong, how to fix it."""
    path = root / NAME
    if os.path.lexists(root / OTHER_NAME):
        help = f"write them into {NAME}, and remove this"
        return OTHER_NAME, 0, f"the settings of a site are in {NAME}", help
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        return NAME, 0, "this is no file", "put the file itself here"
    if path.exists() and path.stat().st_size > MAX_BYTES:
        return NAME, 0, f"the file is larger than {MAX_BYTES} bytes", "shorten it"
    return None


def _at(value: Any, path: Key, key: Key = ()) -> Iterator[tuple[Key, Any]]:
    """What some keys lead to, with all of them; what is in a list, each."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from _at(item, path, (*key, i))
    elif not path:
        yield key, value
    elif isinstance(value, dict) and path[0] in value:
        yield from _at(value[path[0]], path[1:], (*key, path[0]))


def _menu(items: Any, key: Key) -> Iterator[Link]:
    for i, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, str):
            yield Link((*key, i), "", (item,))
        for title, value in item.items() if isinstance(item, dict) else ():
            if isinstance(title, str) and isinstance(value, list):
                inner = list(_menu(value, (*key, i, title)))
                pages = tuple(p for link in inner if not link.section for p in link.targets)
                yield Link((*key, i, title), title, pages, True)
                yield from inner
            elif isinstance(title, str) and isinstance(value, str):
                yield Link((*key, i, title), title, (value,))


def _files_at(url: str) -> tuple[str, ...]:
    """The files of content/ of which one may have an address of the site."""
    path = url.partition("#")[0]
    if path in ("", ".", "./"):
        return ("index.md",)
    return (f"{path[:-1]}.md", f"{path}index.md") if path.endswith("/") else ()


def _address(text: str) -> str | None:
    """An address that ends in a slash, as MkDocs makes it; None if it is no address."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if text and not (parts.scheme and parts.netloc):
        return None
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return urlunsplit(parts._replace(path=path)) if text else ""


class _Loader(yaml.SafeLoader):
    """PyYAML's parser in Python, as MkDocs has it: the one in C might read a file otherwise."""

    def named(self, node: yaml.Node) -> str:
        return node.tag.removeprefix(_NAMED)

    def environment(self, node: yaml.Node) -> FromEnvironment:
        if isinstance(node, yaml.SequenceNode):
            return _from_environment(self.construct_sequence(node, deep=True))
        return _from_environment(node.value)


def _as_mkdocs(raw: bytes) -> Any:
    """What MkDocs takes the file for, in the environment as it is now."""
    node = _composed(raw)
    return _Loader("").construct_document(node) if node else None


@lru_cache(4)
def _composed(raw: bytes) -> yaml.Node | None:
    """The file taken apart, which one build asks for three times."""
    return yaml.compose(raw, Loader=_Loader)


_Loader.add_constructor("!ENV", _Loader.environment)
for _icon in _ICONS:
    _Loader.add_constructor(_NAMED + _icon, _Loader.named)


def _from_environment(value: Any) -> FromEnvironment:
    """The first of some variables that is set, or else the default: what MkDocs makes of !ENV."""
    names: list[Any] = value if isinstance(value, list) else [value]
    if not names or not names[0] or not all(isinstance(name, str) for name in names[:-1] or names):
        raise ValueError("!ENV does not name a variable", "write !ENV [NAME, default]")
    *names, default = names if len(names) > 1 else [*names, None]
    if unknown := next((name for name in names if name not in VARIABLES), ""):
        raise ValueError(
            f"!ENV {unknown} is no variable that a build knows",
            f"the variables are {', '.join(VARIABLES)}",
        )
    found = FromEnvironment(next((os.environ[n] for n in names if n in os.environ), default or ""))
    found.written, found.default = f"!ENV [{', '.join([*names, repr(default or '')])}]", default
    return found
