"""The rule on what gives a site its own look, and whose it is: the pictures, style sheets, scripts
and the author that ``mkdocs.yml`` names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from ..text.folding import fold
from ..text.words import did_you_mean
from ..topic.agents import Agent
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site
from .common import names_of, of_class
from .registry import rule
from .settings import setting_problem, unknown_settings
from .works import says_nothing

_MOST = 20  # faults of a file; who has more fixes some first

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_STRING = r"""(?:"[^"\n]*"|'[^'\n]*')"""
_URL = re.compile(rf"(?i)\b(?:url|src)\(\s*({_STRING}|[^)]{{0,999}})\s*\)|@import\b[^;]{{0,99}}")

# What stands between the marks that end a declaration or begin a block.
_PIECE = re.compile(rf"((?:{_STRING}|[^;{{}}\"'])++)([;{{}}]|\Z)")
_DECLARED = re.compile(r"\s*(?P<name>[\w-]+)\s*:(?P<value>.*)", re.S)

# Where a style sheet has a name between quotation marks, and no words; and where it has words.
_NAMES = re.compile(r"(--md-[\w-]*)?font(-family)?|grid(-template)?(-areas)?|src")
_WORDS = re.compile(r"content|quotes|list-style(-type)?|text-(emphasis(-style)?|overflow)|hyph.*")

# A picture within a style sheet: an icon of paths, in which nothing is written.
_ICON = re.compile(
    r"data:image/svg\+xml(;charset=[\w-]+)?,(?!.*<(text|title|desc|foreign|image))", re.S
)

# What ``content:`` may be: nothing that readers would see or hear as words.
_NO_WORDS = re.compile(
    rf"(?i)(none|normal|(no-)?(open|close)-quote|{_STRING}|[\s/])*(!important)?\s*"
)


@rule(whole=True)
def own_look(site: Site) -> Iterator[Problem]:
    """The pictures, style sheets and scripts that mkdocs.yml names are files of content/ or
    overrides/. A style sheet writes no words and loads nothing from elsewhere, none of them names
    somebody, and the author of the site, whom citations name, is a plain name and nobody of its
    records."""
    refused = {problem.line for problem in unknown_settings(site.mkdocs)}
    for key, path in site.mkdocs.files:
        if site.mkdocs.where.line(*key) in refused:
            continue
        folders = [site.topic.root / name for name in ("content", "overrides")]
        if path not in site.topic.assets and not (folders[1] / path).is_file():
            alike = [name for name in site.topic.assets if Path(name).suffix == Path(path).suffix]
            help = did_you_mean(path, alike, "put the file into content/")
            yield _said(site, key, "this is no file of content/", help, path)
        elif path in site.topic.assets and path.endswith((".css", ".js")):
            text = (folders[0] / path).read_text("utf-8", "replace")
            for at, message, help in islice(_faults(site, path, text), _MOST):
                line = text.count("\n", 0, at) + 1
                yield Problem(f"content/{path}", line, message, help)
    author = site.mkdocs.keys.get("site_author")
    if isinstance(author, str):
        who = _somebody(site, author)
        if who or not says_nothing(site, author):
            wrong = (
                f"{who} is one of whom the site tells" if who else "this says more than a name does"
            )
            help = "name who makes the site, or remove the line"
            yield _said(site, ("site_author",), wrong, help, author)


def _said(site: Site, key: Key, message: str, help: str, given: str) -> Problem:
    return setting_problem(site.mkdocs, key, message, help, given)


def _faults(site: Site, path: str, text: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong in a style sheet or script: where, what, how to fix it."""
    if who := _somebody(site, text):
        help = "say it on a page"
        yield text.find(who.split()[0]), f"{who} is named, and nothing can be cited here", help
    if path.endswith(".css"):
        yield from _in_styles(text)


def _in_styles(text: str) -> Iterator[tuple[int, str, str]]:
    """What a style sheet may not do. Where it is not read as it should be, nothing more is said."""
    text = _COMMENT.sub(_blank, text)
    closed = re.sub(_STRING, _blank, text)
    if (at := text.find("\\")) >= 0:
        yield at, "an escape may hide what a style sheet says", "write the character itself"
        return
    if found := re.search("[\"']", closed):
        yield found.start(), "this quotation mark is not closed on its line", "close it"
        return
    for match in _URL.finditer(text):
        address = unquote((match[1] or "").strip("\"' "))
        if not _ICON.match(address):
            what = "a style sheet loads no file, and writes nothing in a picture"
            help = "draw an icon of paths: url('data:image/svg+xml,…'); show pictures on a page"
            yield match.start(), what, help
    words = _URL.sub(_blank, text)
    for piece in _PIECE.finditer(words):
        declared = _DECLARED.match(piece[1]) if piece[2] != "{" else None
        if declared and _writes(declared["name"].lower(), declared["value"]):
            at = piece.start() + declared.start("name")
            yield at, "a style sheet writes no words", "write them on a page"
    for match in re.finditer(
        r"(?i)url\(|@counter-style|\bcounter-(?:reset|set|increment)\b", words
    ):
        yield match.start(), "this is not known to be harmless in a style sheet", "remove it"


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _writes(name: str, value: str) -> bool:
    """Whether a declaration puts words onto a page."""
    strings = "".join(re.findall(_STRING, value))
    if name == "content" and not _NO_WORDS.fullmatch(value):
        return True
    if _WORDS.fullmatch(name) and "var(" in value.lower():
        return True
    return re.search(r"\w", strings) is not None and not _NAMES.fullmatch(name)


def _somebody(site: Site, text: str) -> str:
    """Whoever of the records a text names by a whole name."""
    folded = fold(text)
    names = (name for agent in of_class(site, Agent) for name in names_of(agent) if " " in name)
    return next((n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", folded)), "")
