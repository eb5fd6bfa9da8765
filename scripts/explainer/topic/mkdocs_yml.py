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
from .yaml import Location

NAME = "mkdocs.yml"


# What YAML may take a text for; an !ENV is one.
_TEXTS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:null", "!ENV")


class MkdocsYml(NamedTuple):
    """Every key as written, with its line, and the name and address that MkDocs gives the site."""

    keys: dict[str, Any]
    where: Location
    site_name: str = ""
    site_url: str = ""


def read_mkdocs_yml(root: Path) -> tuple[MkdocsYml, list[Problem]]:
    """What a site's ``mkdocs.yml`` says, and what is wrong in it; a site without it has no name."""
    path, nothing = root / NAME, MkdocsYml({}, Location(NAME, 1))
    if not os.path.lexists(path):
        return nothing, []
    if path.is_symlink() or not path.is_file():
        return nothing, [Problem(NAME, 0, "this is no file", "put the file itself here", "load")]
    keys, where, problems = load_yaml(root, NAME, {"!ENV": _from_environment})
    if not isinstance(keys, dict):
        help = "begin with site_name: …"
        return nothing, problems or [Problem(NAME, 1, "there are no settings here", help, "load")]
    kinds, elsewhere = _kinds(path), "settings are brought in from elsewhere"
    odd = {key for key in ("site_name", "site_url") if kinds.get(key, "!ENV") not in _TEXTS}
    name, address = _plain(keys.get("site_name")), _address(_plain(keys.get("site_url")))
    folder = posixpath.normpath(_plain(keys.get("site_dir", "site")))
    wrong = (
        ("INHERIT", "INHERIT" in keys, elsewhere, "write them here"),
        ("<<", "<<" in keys, elsewhere, "write them here"),
        (
            "site_dir",
            folder != "site",
            "a site is built into the folder site",
            "write site_dir: site",
        ),
        (
            "site_name",
            "site_name" in odd,
            "MkDocs reads no text here",
            'put it in "quotation marks"',
        ),
        ("site_url", "site_url" in odd, "MkDocs reads no text here", 'put it in "quotation marks"'),
        ("site_name", not name, "the site has no name", "write site_name: …"),
        (
            "site_url",
            address is None,
            f'"{keys.get("site_url")}" is no address',
            "begin with https://, or leave it empty",
        ),
    )
    problems = [Problem(NAME, where.line(key), m, h, "load") for key, so, m, h in wrong if so]
    return MkdocsYml(keys, where, name, address or ""), problems


def _plain(value: Any) -> str:
    """A value that is to be a text; empty for YAML's nothing."""
    return value if isinstance(value, str) and value not in ("~", "null", "Null", "NULL") else ""


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
