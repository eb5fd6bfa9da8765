"""The rules on where links lead, and on what they say of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from ..text.folding import fold
from ..text.html import Link, Paragraph, refused_address
from ..text.mentions import Names
from ..text.voices import Sentence
from ..text.words import did_you_mean, meant
from ..topic.agents import Agent
from ..topic.apparatus import Reference
from ..topic.blocks import PLAIN_BLOCKS
from ..topic.files import better_name
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site
from .belonging import related
from .common import of_class
from .own_words import written_language
from .registry import rule
from .voices import agents_names

_SAME = 0.85  # of a name's letters: a slip, and no other page
_WITH_PLACES = (*PLAIN_BLOCKS, "quotes")  # blocks that have places besides those of records


@rule(whole=False)
def links_as_named(site: Site) -> Iterator[Problem]:
    """A link to a record of a person or organisation names no other in its words, a link's title
    names nobody, and an address elsewhere is shown itself or is that of a source or a reference. No
    heading takes the id of a record, to which its address would lead."""
    names, addresses = agents_names(site), _addresses(site)
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            for message, help, words in _wrong(site, paragraph, names, addresses):
                yield Problem(
                    parts.page.file, parts.line(paragraph), message, help, "", words[:120]
                )


def _wrong(
    site: Site, paragraph: Paragraph, names: Names, addresses: set[str]
) -> Iterator[tuple[str, str, str]]:
    by_itself = re.sub(r"\W+", "-", paragraph.text.lower()).strip("-")  # the id of its words
    if paragraph.id in site.topic.records and paragraph.id != by_itself:
        message = f'"{paragraph.id}" is the id of a record'
        yield message, "give the heading another id, or none", paragraph.text
    for link in paragraph.links:
        name = link.address.removeprefix("fact:")
        if name != link.address and (other := _another(site, name, link.words, names)):
            message = f'this link leads to "{name}" and names "{other}"'
            yield message, "name whom it leads to, or lead to whom it names", link.words
        if named := _mentioned(site, link.title, names):
            message = f'the title of this link names "{named[0]}", and nothing can be cited there'
            yield message, "remove the title, or say it in the text with a citation", link.title
        if _is_elsewhere(link) and link.address.rstrip("/") not in addresses:
            message = "this leads to a page elsewhere that is in no reference"
            help = (
                "record it under references: and cite it; what readers see there cannot be checked"
            )
            yield message, help, link.address


def _addresses(site: Site) -> set[str]:
    works = [record.URL for record in of_class(site, Reference)]
    sources = [source.record.URL for source in site.topic.sources.values()]
    return {str(url).rstrip("/") for url in (*works, *sources) if url}


def _is_elsewhere(link: Link) -> bool:
    """Whether a link leads out of the site, and its words do not show where."""
    plain = link.address.lower()
    return plain.startswith(("http://", "https://")) and not link.shows_where


def _mentioned(site: Site, text: str, names: Names) -> list[str]:
    return [m.whose for m in Sentence(fold(text), names, written_language(site)).mentions]


def _another(site: Site, name: str, words: str, names: Names) -> str:
    """Somebody else than the one whose record a link leads to, if its words name only others."""
    if not isinstance(site.topic.records.get(name), Agent):
        return ""
    named = _mentioned(site, words, names)
    return named[0] if named and not any(related(site, who, name) for who in named) else ""


@rule(whole=True)
def no_dead_links(site: Site) -> Iterator[Problem]:
    """A link or picture that leads to a file beside the page leads to a page of content/, a file
    there, or the data; one to a place of a page, to a heading or a record that is there."""
    pages, files = site.outlines, site.topic.assets
    for path, parts in pages.items():
        for paragraph in parts.paragraphs:
            for address in [*(one.address for one in paragraph.links), *paragraph.pictures]:
                path_part = re.split("[#?]", address)[0]
                if path_part.startswith("/") and not refused_address(address, loads=False):
                    yield _in(parts, paragraph, *_from_the_root(site, path, path_part), path_part)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), path_part))
                target = target if path_part else path
                if target in pages and (wrong := _no_place(site, target, address)):
                    yield _in(parts, paragraph, *wrong, address)
                if (
                    not path_part
                    or refused_address(address, loads=False)
                    or re.match(r"[a-z][a-z0-9+.-]*:|/", path_part, re.I)
                    or target in pages
                    or target in files
                    or target.startswith(("data/", "assets/cards/"))
                ):
                    continue
                near = _meant(site, target)
                yield _in(
                    parts,
                    paragraph,
                    f"there is no {target} in content/",
                    (
                        f"did you mean {posixpath.relpath(near, posixpath.dirname(path) or '.')}?"
                        if near
                        else "link to a page's file, such as people.md"
                    ),
                    path_part,
                )


def _no_place(site: Site, path: str, address: str) -> tuple[str, str] | None:
    """What is wrong with an address that leads to a place which its page has not, and what to do:
    where that is a record's on another page, link to the record."""
    place, parts = unquote(address.partition("#")[2]), site.outlines[path]
    name = site.topic.redirects.get(place, place)
    heads = [p.id for p in parts.paragraphs if p.level and p.id]
    written = re.search(rf"""#{re.escape(place)}\b|\bid=["']?{re.escape(place)}\b""", parts.text)
    known = not place or place in heads or site.homes.get(name) == path
    if known or written or place.startswith("__"):  # the engine's own
        return None
    message, near = f'content/{path} has nothing called "{place}"', meant(place, heads)
    if name in site.homes:
        return message, f"link to the record itself: [words](fact:{name})"
    if not near and any(block.name in _WITH_PLACES for block in parts.blocks):
        return None  # which the block may have
    return message, did_you_mean(place, heads, f"its headings are: {', '.join(heads)}")


def _from_the_root(site: Site, path: str, address: str) -> tuple[str, str]:
    """What is wrong with an address that begins with a slash, and what to write."""
    name = address.strip("/")
    known = [f for f in (name, f"{name}.md", f"{name}/index.md") if f in _files(site)]
    near = known[0] if known else _meant(site, name)
    folder, name = posixpath.split(near)
    if usable := better_name(name):  # what the file is to be called
        near = posixpath.join(folder, usable)
    link = posixpath.relpath(near, posixpath.dirname(path) or ".") if near else ""
    message = "an address that begins with / is not found where the site is in a folder"
    return message, f"write it as seen from this page{f': {link}' if link else ', as people.md'}"


def _files(site: Site) -> set[str]:
    return {*site.outlines, *site.topic.assets}


def _meant(site: Site, target: str) -> str:
    """The page or file that an address may mean that leads nowhere: where a page of this name went,
    one that lists such records or has them in a heading, or one of nearly this name."""
    if moved := site.topic.settings.moved_pages.get(target, ""):
        return moved
    stem = posixpath.basename(target).removesuffix(".md").lower()
    lists = (p for p, parts in site.outlines.items() if any(b.name == stem for b in parts.blocks))
    heads = (
        path
        for path, parts in site.outlines.items()
        if any(p.level and stem in re.findall(r"\w+", p.text.lower()) for p in parts.paragraphs)
    )
    names = [*site.outlines, *site.topic.assets]
    near = get_close_matches(target, names, 1, _SAME)
    return next(iter((*near, *lists, *heads, *get_close_matches(target, names, 1))), "")


def _in(parts: Outline, paragraph: Paragraph, message: str, help: str, wrote: str = "") -> Problem:
    return Problem(parts.page.file, parts.line(paragraph), message, help, "", wrote)
