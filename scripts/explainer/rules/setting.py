"""What a setting of ``mkdocs.yml`` may be: the parts of which the lists of them are made."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..text import icons
from ..text.words import did_you_mean
from ..topic.mkdocs_yml import FromEnvironment
from ..topic.roles import Key

LONGEST = 250  # so that `explainer diff` shows all of it

_PATH = r"(?!/|.*\.\.|.*//)[\w./-]+\."
_PICTURE = re.compile(rf"{_PATH}(png|jpe?g|webp|gif|svg)")


class Wrong(NamedTuple):
    """What is wrong with a value or a part of it: the keys that lead to the part, what it is (if
    nothing, that the value will not do), and how to fix it."""

    key: Key
    message: str
    help: str
    given: Any = ""


class Setting(NamedTuple):
    """What a key may have: what is wrong with a value, if anything; what to write; whether it has
    to be there; whether it is a table with keys of its own; whether it has one value alone."""

    wrongs: Callable[[Any], Iterator[Wrong]]
    help: str
    required: bool = False
    table: bool = False
    fixed: bool = False


def setting(fits: Callable[[Any], bool], help: str, required: bool = False) -> Setting:
    """A setting whose value will do as a whole or not."""

    def wrongs(value: Any) -> Iterator[Wrong]:
        if not fits(value):
            yield Wrong((), "", help, value)

    return Setting(wrongs, help, required)


def only(value: Any, written: str, required: bool = True) -> Setting:
    """A setting with one value that works here."""
    made = setting(lambda given: same(given, value), f"write {written}", required)
    return made._replace(fixed=True)


def table(required: bool = False) -> Setting:
    made = setting(lambda value: isinstance(value, dict), "write a table, a key a line", required)
    return made._replace(table=True)


def listed(wrong: Callable[[Any], tuple[str, str] | None], help: str) -> Setting:
    """A setting that is a list, each item of which has nothing wrong: what it is, how to fix it."""

    def wrongs(value: Any) -> Iterator[Wrong]:
        if value is not None and type(value) is not list:
            yield Wrong((), "", help, value)
        for i, item in enumerate(value if type(value) is list else ()):
            if found := wrong(item):
                yield Wrong((i,), *found, item)

    return Setting(wrongs, help)


def entries(fields: dict[str, Setting], help: str) -> Setting:
    """A setting that is a list of entries, each with all of some fields."""

    def wrongs(value: Any) -> Iterator[Wrong]:
        if value is not None and type(value) is not list:
            yield Wrong((), "", help, value)
        for i, item in enumerate(value if type(value) is list else ()):
            if not isinstance(item, dict) or item.keys() != fields.keys():
                yield Wrong((i,), "", help, item)
                continue
            for name, field in fields.items():
                for found in field.wrongs(item[name]):
                    yield found._replace(key=(i, name, *found.key))

    return Setting(wrongs, help)


def same(a: Any, b: Any) -> bool:
    """Equal, and of one type: to Python 1 is True."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return bool(a == b)


def plain(value: Any) -> bool:
    """Whether MkDocs takes it for a text, and readers see it as it is written here."""
    return value is None or (
        type(value) is str
        and len(value) <= LONGEST
        and (not value or re.search(r"\w", value) is not None)
        and not re.search("[<>]", value)
        and html.unescape(value) == value
    )


def address(value: Any) -> bool:
    """Whether it is the https address of a site, or that from the environment."""
    if isinstance(value, FromEnvironment):
        value = value.default
    if value is None or value == "":
        return True
    try:
        parts = urlsplit(value) if type(value) is str else None
        return bool(
            parts
            and parts.scheme == "https"
            and re.fullmatch(r"([\w-]+\.)+[^\W\d_][\w-]+(:\d+)?", parts.netloc)
            and (parts.port is None or parts.port)
            and not (parts.query or parts.fragment)
            and re.fullmatch(r"(/[\w~@.-]*[\w~-])*/?", parts.path, re.ASCII)
        )
    except ValueError:
        return False


def is_link(value: Any) -> bool:
    """Whether it is an https address, or one for mail, that is written here."""
    mail = re.fullmatch(r"mailto:[\w.+-]+@[\w.-]+\.\w+", str(value))
    return type(value) is str and bool(value) and (bool(mail) or address(value))


TEXT = setting(
    plain,
    f'write plain words, at most {LONGEST} letters, without < > and &…;, in "quotation marks"',
)
NAME = setting(lambda value: bool(value) and plain(value), TEXT.help)
LABEL = setting(  # Material writes it into an attribute as it is
    lambda value: bool(value) and plain(value) and '"' not in value,
    f"{TEXT.help}; without quotation marks in it",
)
LINK = setting(is_link, "write an address that begins with https://, or mailto: and one for mail")
PICTURE = setting(
    lambda value: type(value) is str and bool(_PICTURE.fullmatch(value)),
    "write the path of a picture in content/, for instance assets/logo.png",
)


def _icon_wrongs(value: Any) -> Iterator[Wrong]:
    if type(value) is not str:
        yield Wrong((), "", "write an icon's name, for instance material/magnify", value)
    elif not re.fullmatch(r"[\w-]+(/[\w-]+)+", value) or not icons.is_file(value):
        near = (name for name in icons.files() if name.partition("/")[0] == value.partition("/")[0])
        help = did_you_mean(value, near, "take one of Material's, for instance material/magnify")
        yield Wrong((), f"there is no icon {value[:60]}", help, value)


ICON = Setting(_icon_wrongs, "write the name of an icon of Material, as material/weather-night")


def file_of(ending: str, what: str) -> Callable[[Any], tuple[str, str] | None]:
    """What is wrong with the path of a file of content/ of some ending."""

    def wrong(value: Any) -> tuple[str, str] | None:
        if type(value) is str and re.fullmatch(_PATH + ending, value):
            return None
        if re.match("[a-z]+:|//", str(value)):
            message = f"{what} of another host are not asked for: its owner would see who reads"
            return message, f"put the file into content/, and write its path: looks/own.{ending}"
        return "", f"write paths of files in content/, for instance looks/own.{ending}"

    return wrong


def known(item: Any, works: Iterable[str], refused: dict[str, str], what: str) -> Any:
    """What is wrong with a name that is to be one of those that work."""
    if type(item) is not str:
        return f"this is no {what}", "write its name alone"
    if item in refused:
        return f"the {what} {item} cannot work here: {refused[item]}", "remove it"
    works = tuple(works)
    if item not in works:
        help = did_you_mean(item, works, f"remove it; those that work are {', '.join(works)}")
        return f"there is no {what} {item[:60]}", help
    return None
