"""The words around the pages: which there may be, and what they may not say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError
from markdown.extensions.footnotes import FootnoteExtension

from ..text.built_html import Pieces, Run
from ..text.folding import shown
from ..topic.agents import Agent, Person
from ..topic.mkdocs_yml import NAME, MkdocsYml
from ..topic.site import Site
from ..topic.words import words_of
from .common import names_of
from .drawn import Drawn

# Whose the site is, since when, and under which licence.
_RIGHTS = re.compile(r"(?:©|\( ?c ?\)|copyright)[\s\d,–-]*|\bCC (?:BY|0)[\w -]*[\d. ]*", re.I)
_TOKENS = re.compile(r"\w+|[^\w\s]")


class Look(NamedTuple):
    """What a site looks like: the folders of its own files, Material's templates with their words,
    and what a build made of both, by its name."""

    folders: Sequence[Path]
    templates: Sequence[Path] = ()
    made: Mapping[str, bytes] = MappingProxyType({})


class Interface:
    """Titles and names, which rules have read, the words of ``overrides/`` and of ``mkdocs.yml``.

    Each text around a page is put together of these, whole. None has to be listed: what a template
    shows is found in the template."""

    def __init__(self, site: Site, mkdocs: MkdocsYml, look: Look, drawn: Drawn):
        self._site, self._drawn = site, drawn
        self._address = mkdocs.site_url
        self._known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for text in _read(site):
            self._add(text, "")
        for folder in {part for path in site.outlines for part in path.split("/")[:-1]}:
            self._add(_title_of(folder), "a folder of content/")
        for text in texts(mkdocs.keys):
            for piece in {text, *_pieces_of(text)}:
                self._add(piece, NAME)
        own = (path for folder in look.folders for path in sorted(folder.rglob("*.html")))
        for path in own:
            for text in _fixed(path.read_text("utf-8")):
                self._add(text, f"overrides/{path.name}")
        for path in look.templates:  # Material's are no editor's
            for text in _fixed(path.read_text("utf-8")):
                self._add(text, "")
        for text in texts(words_of(site.topic.written_in).table):
            self._add(text, "")
        way_back = str(FootnoteExtension().getConfig("BACKLINK_TITLE"))
        self._ways_back = {way_back, *texts(mkdocs.keys)}
        self._faults: dict[str, str] = {}
        self._people, self._speaks = self._names(Person), self._names(Agent, r"\s*:")

    def _names(self, kind: type[Agent], behind: str = "") -> re.Pattern[str]:
        agents = (r for r in self._site.topic.records.values() if isinstance(r, kind))
        names = {shown(name) for agent in agents if not agent.draft for name in names_of(agent)}
        either = "|".join(map(re.escape, sorted(names | {name.upper() for name in names})))
        return re.compile(rf"(?<!\w)(?:{either or '(?!)'})(?!\w){behind}")

    def name_in(self, text: str) -> str:
        """What is wrong with a style sheet or a script: it has somebody's whole name."""
        names = (match.group() for match in self._people.finditer(shown(text)))
        name = next((name for name in names if " " in name), "")
        return f"{name} is named, and nothing can be cited here: say it on a page" if name else ""

    def learn(self, text: str) -> None:
        """Take words for known that the build puts on every page."""
        self._add(text, "the build")

    def _add(self, text: str, where: str) -> None:
        if tokens := tuple(_TOKENS.findall(shown(text))):
            self._known[tokens[0]].append((tokens, where))

    def fault(self, run: Run) -> str:
        """What is wrong with words around a page; empty if nothing is."""
        if "footnote-backref" in run.classes and (
            re.sub(r"\d+", "{}", run.text) in self._ways_back or run.text == "↩"
        ):
            return ""
        if self._is_address(run):
            return ""
        if run.text not in self._faults:
            self._faults[run.text] = self._fault_in(run.text)
        return self._faults[run.text]

    def _is_address(self, run: Run) -> bool:
        """Whether it is where the site begins, or an address in it that programs read."""
        if run.tag == "content" and self._address:
            return bool(re.fullmatch(f"{re.escape(self._address)}[\\w./-]*", run.text))
        return run.tag == "data-base" and run.text in ("/", urlsplit(self._address).path)

    def _fault_in(self, text: str) -> str:
        pieces = self._pieces(tuple(_TOKENS.findall(shown(text))))
        if pieces is None:
            return (
                f'"{text[:80]}" is no paragraph of this page in content/, no title, and no fixed'
                f" words of overrides/ or {NAME}: remove what adds it (a template, a plugin, an"
                " extension)"
            )
        fixed = ((self._wrong(words), where) for words, where in pieces if where)
        return next((f"{wrong} ({where})" for wrong, where in fixed if wrong), "")

    def _pieces(self, tokens: tuple[str, ...]) -> list[tuple[str, str]] | None:
        """Known texts that make up a text one after the other, with where each is from; those that
        rules have read are preferred."""
        best: list[tuple[int, list[tuple[str, str]]] | None] = [(0, [])] + [None] * len(tokens)
        for i, token in enumerate(tokens):
            if (reached := best[i]) is None:
                continue
            for words, where in self._known.get(token, ()):
                end = i + len(words)
                if tokens[i:end] == words:
                    fixed = reached[0] + bool(where)
                    if (other := best[end]) is None or fixed < other[0]:
                        best[end] = fixed, [*reached[1], (" ".join(words), where)]
        whole = best[-1]
        return whole[1] if whole else None

    def _wrong(self, words: str) -> str:
        """What is wrong with fixed words, which can cite nothing; empty if nothing is."""
        begin = f'"{words[:80]}"'
        if match := self._people.search(words):
            return (
                f"{begin} names {match.group()}, and can cite nothing: say it on a page, or take"
                " the title or description of a page"
            )
        if match := self._speaks.search(words):
            return f"{begin} lets {match.group()} speak, and can cite nothing: say it on a page"
        faults = self._drawn.faults(_RIGHTS.sub("", words), self._drawn.published)
        return f"{begin} can cite nothing: {faults[0]}" if faults else ""


def _read(site: Site) -> Iterator[str]:
    """Titles, names and headings, which rules on words have read, and the site's own day."""
    yield site.topic.settings.question
    yield site.topic.settings.published or ""
    for parts in site.outlines.values():
        yield from (parts.page.meta.title, parts.page.meta.description)
        yield from (paragraph.text for paragraph in parts.paragraphs if paragraph.level)
    for record in site.topic.records.values():
        if isinstance(record, Agent):
            yield from (record.name, *record.alternate_names)


def _title_of(folder: str) -> str:
    """The title that MkDocs gives a folder of pages which no menu names."""
    title = folder.replace("-", " ").replace("_", " ")
    return title.capitalize() if title == title.lower() else title


def texts(value: Any) -> Iterator[str]:
    """Every text in some settings or data, names of settings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from texts(item)


@lru_cache(256)
def _fixed(template: str) -> tuple[str, ...]:
    """The words that a template has for readers, each piece between its expressions."""
    page: list[str] = []
    found: list[str] = []
    try:
        for _, kind, value in Environment().lex(template):
            if kind == "string":
                found.extend(_pieces_of(value[1:-1]))
            page.append(value if kind == "data" else " \0 ")
    except TemplateError:  # MkDocs says so itself
        return tuple(found)
    return (*found, *_pieces_of("".join(page)))


def _pieces_of(page: str) -> Iterator[str]:
    if "<" not in page and "&" not in page:
        yield from page.split("\0")
    else:
        for run in Pieces(page).runs:
            yield from run.text.split("\0")
