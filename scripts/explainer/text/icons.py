"""The icons that come with Material for MkDocs, by the names that its manual gives them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import material

TEMPLATES = Path(material.__file__).parent / "templates"
FOLDER = TEMPLATES / ".icons"


@cache
def _index() -> dict[str, dict[str, dict[str, str]]]:
    """Material's own index, which takes a moment: of icons and of emoji."""
    from material.extensions.emoji import twemoji

    index: dict[str, dict[str, dict[str, str]]] = twemoji({}, None)
    return index


def known(name: str) -> str:
    """What ``:name:`` is in Markdown: ``icon``, which comes with Material; ``emoji``, whose picture
    is on another host; or nothing."""
    index = _index()
    found = index["emoji"].get(name)
    if found is None:
        return "emoji" if name in index["aliases"] else ""
    return "icon" if "path" in found else "emoji"


def marks() -> Iterable[str]:
    """The names of all icons, as Markdown has them."""
    return (name for name, one in _index()["emoji"].items() if "path" in one)


def is_file(name: str) -> bool:
    """Whether there is an icon of the name that settings have, ``material/weather-night``."""
    return (FOLDER / f"{name}.svg").is_file()


@cache
def files() -> tuple[str, ...]:
    """The names of all icons, as settings have them."""
    paths = FOLDER.rglob("*.svg")
    return tuple(sorted(p.relative_to(FOLDER).with_suffix("").as_posix() for p in paths))
