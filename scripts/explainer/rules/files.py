"""The rules on files beside the pages, and on pages that have moved."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby

from ..text.markdown import CITATION
from ..topic.blocks import Block
from ..topic.files import better_name
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site
from .registry import rule

_ADDRESS = "[^)\\s>#?]+(?: +[^)\\s>#?\"'(]+)*"  # which may have spaces in it, and a title behind it
# A picture with its words, or a link: Markdown's and HTML's, in this order.
_NAMED = re.compile(
    rf"!\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<picture>{_ADDRESS})"
    rf"|\]\(\s*<?(?P<link>{_ADDRESS})"
    r"|<(?P<tag>img|a)\b(?P<attributes>[^<>]*)>",
    re.I,
)
_ATTRIBUTE = re.compile(r"""\b(src|href|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)


@rule(whole=True)
def files_shown(site: Site) -> Iterator[Problem]:
    """Each picture and document of content/ is shown by a page, in a paragraph that cites where it
    is from, or named by mkdocs.yml; a picture has words in its place for those who cannot see
    it."""
    shown = {path for _, path in site.mkdocs.files}
    for path, parts in site.outlines.items():
        for line, text in _paragraphs(parts):
            for address, words in _files(text):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
                shown.add(target.lstrip("/"))  # from the root: no_dead_links says how to write it
                meant = _meant(site, target) if words is not None else target
                if (words is None and target not in site.topic.assets) or not meant:
                    continue
                shown.add(meant)
                at, wrote = (parts.page.file, line), address
                if not CITATION.search(text):
                    message = f"nothing says where {target} is from"
                    help = "cite the reference or the fact that it belongs to, in this paragraph"
                    name = posixpath.basename(target)
                    if " " in name and (better := better_name(name)):
                        help += f"; and rename the file {better}, and write that here"
                    yield Problem(*at, message, help, "", wrote)
                if words is not None and not (_says(words, target) and _says(words, meant)):
                    message = f"the picture {target} has no words for those who cannot see it"
                    yield Problem(*at, message, "write ![what it shows](file)", "", wrote)
    for target in sorted(site.topic.assets.keys() - shown):
        message, help = "no page shows this file", "show it in a page, or remove it"
        if target.endswith((".css", ".js")):
            message, help = "no setting names this file", "name it in mkdocs.yml, or remove it"
        yield Problem(f"content/{target}", 0, message, help)


def _meant(site: Site, target: str) -> str:
    """The file that an address of a picture leads to, or that was meant by it; the address, where
    no file is like it, and nothing for one from elsewhere."""
    if target in site.topic.assets or re.match(r"[a-z][a-z0-9+.-]*:", target, re.I):
        return target if target in site.topic.assets else ""
    return next(iter(get_close_matches(target, site.topic.assets, 1)), target)


def _paragraphs(parts: Outline) -> Iterator[tuple[int, str]]:
    """The runs of lines of a page that are not empty, with the line that each begins on."""
    lines = ((0, "") if isinstance(part, Block) else part for part in parts.parts)
    for filled, run in groupby(lines, lambda line: bool(line[1].strip())):
        some = list(run)
        if filled:
            yield some[0][0], "\n".join(text for _, text in some)


def _files(text: str) -> Iterator[tuple[str, str | None]]:
    """The addresses that a paragraph names, with the words of those that are pictures."""
    for match in _NAMED.finditer(text):
        if match["tag"]:
            named = {k.lower(): v.strip("\"'") for k, v in _ATTRIBUTE.findall(match["attributes"])}
            picture = match["tag"].lower() == "img"
            address = named.get("src" if picture else "href", "")
            yield re.split("[#?]", address)[0], named.get("alt", "") if picture else None
        elif match["picture"]:
            yield match["picture"], match["words"]
        else:
            yield match["link"], None


def _says(words: str, target: str) -> bool:
    """Whether the words in a picture's place say something, and not just its file's name."""
    name = posixpath.basename(target).partition(".")[0]
    plain = re.sub(r"[^\w]+", "-", words.strip().lower())
    told = re.search(r"[^\W\d_]{2}", words) and not _ANY_PICTURE.fullmatch(plain)
    return bool(told) and name not in (plain, plain.rpartition("-")[0])


_ANY_PICTURE = re.compile(
    r"(?:(?:an?|the|this|eine?|das|une?|la|l|der|die|una?|el)-)?(?:photo(?:graph)?|picture|image|img|pic|illustration"
    r"|graphic|screenshot|bild|foto|abbildung|grafik|imagen|gráfico|dessin|graphique)s?(?:-\d+)?-?"
)


@rule(whole=True)
def moved_pages(site: Site) -> Iterator[Problem]:
    """A page that has moved is in content/ no more, and leads to a page that is, and there to a
    heading or a record if it names one."""
    where, pages = site.topic.settings_where, site.outlines
    for old, new in site.topic.settings.moved_pages.items():
        path, _, anchor = new.partition("#")
        message = help = ""
        if not old.endswith(".md") or posixpath.normpath(f"/{old}") != f"/{old}":
            message, help = f'"{old}" is no page\'s file', "write it as people/somebody.md"
        elif old in pages:
            message, help = f"content/{old} is still there", "remove the page, or this line"
        elif path not in pages:
            message = f"there is no content/{path} to which {old} may lead"
            help = "lead to a page of content/, such as index.md"
        elif anchor and anchor not in _anchors(site, path):
            message = f'content/{path} has nothing called "{anchor}"'
            help = "take the id of a record that is at home there, or a heading's"
        if message:
            yield Problem(where.path, where.line("moved_pages", old), message, help)


def _anchors(site: Site, path: str) -> set[str]:
    """What links to a page may lead to in it."""
    headings = {paragraph.id for paragraph in site.outlines[path].paragraphs if paragraph.level}
    return headings | set(site.at_home[path])
