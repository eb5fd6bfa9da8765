"""``mkdocs.yml``, read without running anything: MkDocs itself makes Python objects of its tags.

Of its tags only ``!ENV`` is known, in both of MkDocs' forms (``!ENV NAME`` and ``!ENV [NAME, …,
default]``). Every value stays the text that was written; every key keeps its line.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import yaml

from .load import load_yaml
from .problems import Problem
from .yaml import Mark, Where

NAME = "mkdocs.yml"

_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"


# Keys that bring settings in from elsewhere, where nobody looks for them.
_ELSEWHERE = ("INHERIT", "<<")


class MkdocsYml(NamedTuple):
    """Every key as written, with its line, and the name and address that MkDocs gives the site."""

    keys: dict[str, Any]
    where: Where
    site_name: str = ""
    site_url: str = ""


def read_mkdocs_yml(root: Path) -> tuple[MkdocsYml, list[Problem]]:
    """What a site's ``mkdocs.yml`` says, and what is wrong in it; a site without it has no name."""
    nothing = MkdocsYml({}, Where(NAME, Mark(0, {})))
    path = root / NAME
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return nothing, [_problem(0, "this is not a regular file", "put the file itself here")]
    if not path.exists():
        return nothing, []
    keys, where, problems = load_yaml(root, NAME, {"!ENV": _from_environment})
    if problems:
        return nothing, problems
    if not isinstance(keys, dict):
        return nothing, [_problem(1, "this is not a table of settings", "write name: value")]

    def wrong(key: str, message: str, help: str) -> None:
        problems.append(_problem(where.line(key), message, help))

    for key in _ELSEWHERE:
        if key in keys:
            wrong(key, f'"{key}" brings settings in from elsewhere', "write them here")
    if posixpath.normpath(_plain(keys.get("site_dir", "site"))) != "site":
        wrong("site_dir", "the site is built into the folder site only", "write site_dir: site")
    kinds = _kinds(path)
    for key in ("site_name", "site_url"):
        if kinds.get(key, _TEXT) not in (_TEXT, _NULL, "!ENV"):
            wrong(key, f"MkDocs does not take the {key} for text", 'put it in "quotation marks"')
    name = _plain(keys.get("site_name", ""))
    if not name:
        wrong("site_name", "the site has no name", "write site_name: …")
    try:
        address = _directory(_plain(keys.get("site_url", "")))
    except ValueError:
        address = ""
        wrong("site_url", "the site_url is no address", "begin with https://, or leave it empty")
    return MkdocsYml(keys, where, name, address), problems


def _problem(line: int, message: str, help: str) -> Problem:
    return Problem(NAME, line, message, help, "load")


def _plain(value: Any) -> str:
    """A value that is to be a text; empty for YAML's nothing."""
    return value if isinstance(value, str) and value not in ("~", "null", "Null", "NULL") else ""


def _directory(address: str) -> str:
    """An address that ends in a slash, as MkDocs makes it; raises ValueError if it is none."""
    parts = urlsplit(address)
    if address and not (parts.scheme and parts.netloc):
        raise ValueError
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return urlunsplit(parts._replace(path=path)) if address else ""


def _kinds(path: Path) -> dict[str, str]:
    """What YAML takes each value for: a text, a number, a list …"""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tree = yaml.compose(path.read_text("utf-8-sig"), Loader=loader)
    return {key.value: value.tag for key, value in tree.value} if tree else {}


def _from_environment(value: Any) -> str:
    """The first of some variables that is set, or else the default: what MkDocs makes of !ENV."""
    names: list[Any] = value if isinstance(value, list) else [value]
    if not names or not names[0] or not all(isinstance(name, str) for name in names):
        raise ValueError("!ENV does not name a variable", "write !ENV [NAME, default]")
    *names, default = names if len(names) > 1 else [*names, ""]
    return next((os.environ[name] for name in names if name in os.environ), default)
