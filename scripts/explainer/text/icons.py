"""The icons that come with Material for MkDocs, by the names that its manual gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import material

TEMPLATES = Path(material.__file__).parent / "templates"
FOLDER = TEMPLATES / ".icons"

# Icons that show a number, a letter, a quotation mark or a sign of reckoning, which no check reads.
_WRITES = re.compile(
    r"(?:^|[-/])(?:numeric|number|roman|dice|alpha|alphabet|letter|abjad|syllabary|format-quote|quote"
    r"|percent|equal|greater|less|plus-minus|not-equal|minus|division|multiplication|currency|cash"
    r"|counter|clock-time|one|two|three|four|five|six|seven|eight|nine|zero|(?<=solid-)\d+)(?=[-:]|$)"
)


@cache
def _index() -> dict[str, dict[str, dict[str, str]]]:
    """Material's own index, which takes a moment: of icons and of emoji."""
    from material.extensions.emoji import twemoji

    index: dict[str, dict[str, dict[str, str]]] = twemoji({}, None)
    return index


def known(name: str) -> str:
    """What ``:name:`` is in Markdown: ``icon``, which comes with Material; ``writing``, one of them
    that shows a number, a letter or a sign that is read as one; ``emoji``, whose picture is on
    another host; or nothing."""
    index = _index()
    found = index["emoji"].get(name)
    if found is None:
        return "emoji" if name in index["aliases"] else ""
    if "path" not in found:
        return "emoji"
    return "writing" if _WRITES.search(name) else "icon"


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
