"""The built site, read once more as readers get it, whatever wrote it: Markdown, a template, a
setting, MkDocs or an extension of it.

Two nets, neither of which has a list of fields or of the interface's words:

- **Where it comes from.** Every paragraph of a page is one that the rules on prose read in
  ``content/``, with the same words and citations, and none is missing. Every block of facts is to
  the character the one that the build staged, every note says what was staged for it, every file is
  one of the build or of ``overrides/``. What is left is the interface: it is put together of titles
  that rules have read, of fixed words of the templates in ``overrides/`` and of the settings in
  ``mkdocs.yml``; and such fixed words, which can cite nothing, name nobody of the topic, quote
  nothing, copy no words of a source and have no number but those that records have.
- **What it says.** Whatever is shown, in pages and in data, is held against the words of the
  records that are cited there or whose card it is in: words in quotation marks, numbers, and eight
  words of a source in a row outside quotation marks. And over all files no more of a source's own
  prose is published than its records have and the settings allow.

All text is normalised first (``shown``). What this cannot tell: whether a true quotation or number
is put to a false use, what a picture shows, and words in a template or a setting that name nobody
and say something false all the same.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, TemplateError
from markdown.extensions.footnotes import FootnoteExtension

from ..text.folding import shown
from ..text.html import Built, Run
from ..text.numbers import find_numbers, read_number
from ..topic.evidence import placed_where
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Agent, Person, Record
from ..topic.pages import Outline
from ..topic.roles import DATE, NUMBER, OUTSIDE, OWN, PRINTED, SOURCE, Mark, values
from ..topic.site import Site
from .common import names_of
from .own_words import quotations_in, written_language
from .prose import COPIED_WORDS

_BLOCK = '<div class="block'
_TOKENS = re.compile(r"\w+|[^\w\s]")
_WORDS = re.compile(r"\w+")
_MARKS = "“”„‟«»「」『』《》〈〉〝〞〟❝❞⟪⟫\""
_QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")
_CUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_PLACE = re.compile(r"paragraph \d+, sentences? \d+(?: to \d+)?", re.I)
_ADDRESS = re.compile(r"https?://[^\s“”\"<>]*|[\w./#~-]*/[\w./#~-]*")
_SHORT_RUN = 4  # words in a row that count as published wherever they are shown


class Place(NamedTuple):
    """Where something was read: a file of the built site, and a line or nothing."""

    path: str
    line: int = 0

    def says(self, what: str) -> str:
        return f"{self.path}:{self.line}: {what}" if self.line else f"{self.path}: {what}"


def words_in(text: str) -> str:
    """The words of a text, with a space before and after each."""
    return f" {' '.join(_WORDS.findall(shown(text).casefold()))} "


class Staged(NamedTuple):
    """A page as the build wrote it: its front matter, its blocks of facts, the words of its notes
    and the summaries that its links open.
    """

    meta: dict[str, Any]
    blocks: list[str]
    notes: dict[str, str]
    summaries: set[str]


def _staged(text: str) -> Staged:
    _, front, body = text.split("---\n", 2)
    notes = {
        name: _plain(line) for name, line in re.findall(r"(?m)^\[\^([^\]\s]+)\]: (.*)$", body)
    }
    titles = re.findall(r'\{\.term title="([^"]*)"\}', body)
    return Staged(
        yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)),
        [part for part in map(str.strip, body.split("\n\n")) if part.startswith(_BLOCK)],
        notes,
        {words_in(html.unescape(title)) for title in titles},
    )


def _plain(note: str) -> str:
    """A note as the build writes it in Markdown, without addresses and elements and spaces."""
    bare = re.sub(r"\]\([^()\s]*\)|\{\.[\w-]+\}", "]", re.sub(r"<q>", "“", note.replace("</q>", "”")))
    return _squeezed(html.unescape(re.sub(r"<[^<>]*>|[\[\]]", "", bare)))


def _squeezed(text: str) -> str:
    return shown(text).replace(" ", "")


def published(
    site: Site, settings: dict[str, Any], built: Path, staged: Path, overrides: Path
) -> list[str]:
    """What the built pages and files say that they may not, a line each: the page, what it is, and
    where it may come from. ``settings`` are the keys of mkdocs.yml.
    """
    net = _Net(site, settings, built, staged, overrides)
    return list(dict.fromkeys([*net.files(), *net.pages(), *net.data(), *net.shares()]))


class _Net:
    """One look at a built site."""

    def __init__(
        self, site: Site, settings: dict[str, Any], built: Path, staged: Path, overrides: Path
    ):
        self.site, self.built, self.staged, self.overrides = site, built, staged, overrides
        self.interface = _Interface(site, settings, overrides)
        self.draws = _Draws(site)
        self.all: set[str] = set()  # all that readers get, for the share of the sources

    # --- where it comes from ----------------------------------------------------------------------

    def files(self) -> Iterator[str]:
        """A file is a page of content/, one that the build wrote, or one of overrides/."""
        known = {_output(path) for path in self.site.outlines} | {"404.html"}
        there = {p.relative_to(self.built).as_posix(): p for p in self.built.rglob("*") if not p.is_dir()}
        for name, path in sorted(there.items()):
            if name.endswith(".md") or (path.suffix in (".html", ".htm") and name not in known):
                yield f"{name}: no page of content/ is built as this file: remove what adds it"
            elif name not in known and not self._same(name, path):
                yield (
                    f"{name}: the build wrote no such file, or another: remove what adds or changes"
                    " it (a plugin or a hook in mkdocs.yml, a file in overrides/)"
                )
        wanted = {p.relative_to(self.staged).as_posix() for p in self.staged.rglob("*") if p.is_file()}
        for name in sorted((wanted - {n for n in wanted if n.endswith(".md")} | known) - there.keys()):
            if not name.rpartition("/")[2].startswith(".") and name != "404.html":
                yield f"{name}: this file is missing from the built site: remove what keeps it away"

    def _same(self, name: str, path: Path) -> bool:
        if name in ("sitemap.xml", "sitemap.xml.gz"):
            return name.endswith("gz") or self._only_addresses(path)
        content = path.read_bytes()
        own = (folder / name for folder in (self.staged, self.overrides))
        return any(file.is_file() and file.read_bytes() == content for file in own)

    def _only_addresses(self, path: Path) -> bool:
        """Whether a map of the site names nothing but pages, with their dates."""
        words = re.sub(r"<[^<>]*>", " ", path.read_text("utf-8")).split()
        pages = {_output(p).removesuffix("index.html") for p in self.site.outlines}
        day = re.compile(r"\d{4}-\d\d-\d\d")
        base = self.interface.address
        return all(day.fullmatch(w) or w.removeprefix(base) in pages for w in words)

    def pages(self) -> Iterator[str]:
        """What each page shows that was not staged or read, and what it says."""
        for path, parts in (*self.site.outlines.items(), ("", None)):
            name = _output(path) if parts else "404.html"
            try:
                text = (self.built / name).read_text("utf-8")
                staged = _staged((self.staged / path).read_text("utf-8")) if parts else None
            except (OSError, ValueError):
                continue  # the audit says so
            runs = Built(text).runs
            self.all.update(run.text for run in runs)
            yield from (f"{name}:{line}: {what}" for line, what in self._page(runs, text, parts, staged))

    def _page(
        self, runs: list[Run], text: str, parts: Outline | None, staged: Staged | None
    ) -> Iterator[tuple[int, str]]:
        left: list[Run] = []
        notes: dict[str, list[Run]] = defaultdict(list)
        facts = []
        for run in runs:
            note = next((i[3:] for i in run.ids if i.startswith("fn:")), "")
            if "block" in run.classes:
                facts.append(run)
            elif note and run.tag not in ("title", "aria-label"):
                notes[note].append(run)
            else:
                left.append(run)
        if parts and staged:
            yield from self._blocks(text, parts, staged)
            yield from self._notes(notes, staged)
            yield from self._says([r for r in runs if "main" in r.within and "footnote-backref" not in r.classes], parts)
            left = yield from self._prose(left, parts, staged)
        elif facts or notes:
            yield 0, "facts on a page without any"
        for run in left:
            if fault := self.interface.fault(run):
                yield run.line, fault

    def _blocks(self, text: str, parts: Outline, staged: Staged) -> Iterator[tuple[int, str]]:
        starts = [m.start() for m in re.finditer(re.escape(_BLOCK), text)]
        for start in starts:
            if not any(text.startswith(block, start) for block in staged.blocks):
                line = text.count("\n", 0, start) + 1
                yield line, "this block of facts is not as it was staged: remove what changes it"
        if len(starts) != len(parts.blocks):
            yield 0, f"{len(starts)} blocks of facts, and the page in content/ has {len(parts.blocks)}"

    def _notes(self, notes: dict[str, list[Run]], staged: Staged) -> Iterator[tuple[int, str]]:
        for name in staged.notes.keys() - notes.keys():
            yield 0, f"the note of {name} is missing: mkdocs.yml needs the extension footnotes"
        for name, runs in notes.items():
            said = "".join(_squeezed(run.text) for run in runs).rstrip("\u21a9")
            if said != staged.notes.get(name):
                yield runs[0].line, f"the note of {name} is not as it was staged: {runs[0].text[:80]}"

    def _prose(
        self, runs: list[Run], parts: Outline, staged: Staged
    ) -> Iterator[tuple[int, str]]:
        """The runs that are neither a paragraph of the page's Markdown nor the page's own linked
        data: the interface.
        """
        wanted = Counter((p.tag, p.text, p.cites) for p in parts.paragraphs)
        linked = words_in(staged.meta.get("jsonld", ""))
        left = []
        for run in runs:
            key = run.tag, run.text, run.cites
            if "main" in run.within and wanted[key] > 0:
                wanted[key] -= 1
            elif run.tag == "title" and "a" in run.within and words_in(run.text) in staged.summaries:
                pass
            elif run.tag == "script" and words_in(run.text) == linked:
                pass
            else:
                left.append(run)
        for _, words, _ in +wanted:
            yield 0, f"readers do not get these words of {parts.page.file}, or get others: {words[:80]}"
        return left

    # --- what it says -----------------------------------------------------------------------------

    def _says(self, runs: list[Run], parts: Outline) -> Iterator[tuple[int, str]]:
        """What the blocks, notes and paragraphs of a page say that their records do not."""
        records = self.site.topic.records
        linked: dict[str, set[str]] = defaultdict(set)
        cards = [next((i for i in reversed(run.ids) if i in records), "") for run in runs]
        for run, card in zip(runs, cards, strict=True):
            linked[card].update(link for link in run.links if link in records)
        listed = {i for block in parts.blocks for i in block.ids}
        for run, card in zip(runs, cards, strict=True):
            note = next((i[3:] for i in run.ids if i.startswith("fn:")), "")
            names = {*run.cites, *filter(None, (card, note))}
            if "block" in run.classes:
                names |= linked[card] | (set() if card else listed)
            quoted = "blockquote" in run.within
            for fault in self.draws.faults(run.text, frozenset(names), quoted):
                yield run.line, fault

    def data(self) -> Iterator[str]:
        """What the files of data say."""
        return iter(())

    def shares(self) -> Iterator[str]:
        return iter(())


def _output(path: str) -> str:
    """The file that MkDocs makes of a page of content/."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


class _Draws:
    """What records give to whatever cites them: words and numbers."""

    def __init__(self, site: Site):
        self.site, self.marks = site, written_language(site)
        topic = site.topic
        self._places = {
            placed_where(placed) for some in site.evidence.placed.values() for placed in some.values()
        }
        self._titles = {
            words_in(value)
            for record in topic.records.values()
            for _, value, spec in values(record)
            if Mark.UNIQUE in spec.marks and isinstance(value, str)
        }
        when = [topic.settings.as_of, *(s.record.issued for s in topic.sources.values())]
        self._always = {n for text in when for n in self._dated(text)}
        self.words, self.numbers, self.about = map(cache, (self._words, self._numbers, self._about))

    def _about(self, name: str) -> frozenset[str]:
        """A record and those that it refers to."""
        records = self.site.topic.records
        found = {value for _, value, spec in values(records[name]) if spec.role and spec.role.refers}
        return frozenset({name} | (found & records.keys()))

    def _words(self, name: str) -> str:
        return "|".join(words_in(placed.exact) for placed in self.site.evidence.of(name))

    def _dated(self, value: str) -> set[Decimal]:
        return {Decimal(n) for n in value.split("-") if n.isdecimal()}

    def _numbers(self, name: str) -> set[Any]:
        found: set[Any] = set()
        for _, value, spec in values(self.site.topic.records[name]):
            if spec.role is DATE and value != NOT_STATED:
                found |= self._dated(value)
            elif spec.role is NUMBER:
                found.add(value)
            elif spec.role in (PRINTED, OUTSIDE, SOURCE) and isinstance(value, str):
                found |= self.read(value)
        for placed in self.site.evidence.of(name):
            found |= self.read(placed.exact)
        return found

    def read(self, text: str) -> set[Any]:
        """The values of the numbers in a text, and how each is printed."""
        return {n for match in find_numbers(shown(text), self.marks) for n in self._reading(match)}

    def _reading(self, number: re.Match[str]) -> tuple[Any, ...]:
        reading = read_number(number.group(), self.marks)
        return (reading.value if reading else None, number.group().lower())

    def faults(self, text: str, names: frozenset[str], quoted: bool = False) -> Iterator[str]:
        """Quotations and numbers that none of some records has."""
        text = shown(text)
        known = {i for name in names for i in self.about(name) if name in self.site.topic.records}
        spans = [] if quoted else self._quoted(text)
        if quoted:
            spans = [(0, len(text))]
        kept = text
        for start, end in spans:
            for piece in _CUT.split(text[start:end]):
                words = words_in(piece)
                if words.strip() and words not in self._titles and not any(
                    words in self.words(name) for name in known
                ):
                    yield f'no record cited here has the words in quotation marks: "{piece.strip()[:80]}"'
            kept = kept.replace(text[start:end], "")
        kept = _PLACE.sub(lambda m: "" if m.group().lower() in self._places else m.group(), kept)
        for match in find_numbers(kept, self.marks):
            value, printed = self._reading(match)
            if not any(
                value in some or printed in some
                for some in (self._always, *(self.numbers(name) for name in known))
            ):
                yield f'no record cited here has the number "{match.group()}": {kept[:80]}'

    def _quoted(self, text: str) -> list[tuple[int, int]]:
        """The words in any pair of quotation marks."""
        found = {tuple(span) for span in quotations_in(self.site, text)}
        return sorted(found | {m.span(1) for m in _QUOTED.finditer(text)})


class _Interface:
    """The words around pages: which there may be, and what is wrong with one of them."""

    def __init__(self, site: Site, settings: dict[str, Any], overrides: Path):
        self.site = site
        self.address = str(settings.get("site_url") or "")
        self._known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for text in self._read():
            self._add(text, "")
        for text in _texts(settings):
            self._add(text, "mkdocs.yml")
        for path in sorted(overrides.rglob("*.html")):
            name = f"{overrides.name}/{path.relative_to(overrides).as_posix()}"
            for text in _fixed(path.read_text("utf-8")):
                self._add(text, name)
        back = str(FootnoteExtension().getConfig("BACKLINK_TITLE"))
        self._back = {back, *_texts(settings)}
        self._faults: dict[str, str] = {}
        self._people = self._names(Person)
        self._agents = self._names(Agent)

    def _names(self, kind: type[Agent]) -> re.Pattern[str]:
        agents = [r for r in self.site.topic.records.values() if isinstance(r, kind) and not r.draft]
        names = {shown(name) for agent in agents for name in names_of(agent)}
        either = "|".join(map(re.escape, sorted(names | {name.upper() for name in names})))
        return re.compile(rf"(?<!\w)(?:{either or '(?!)'})(?!\w)")

    def _read(self) -> Iterator[str]:
        """Titles, names and headings, which rules on words have read."""
        for parts in self.site.outlines.values():
            yield from (parts.page.meta.title, parts.page.meta.description)
            yield from (p.text for p in parts.paragraphs if p.level)
        topic = self.site.topic
        yield topic.settings.question
        for record in topic.records.values():
            if isinstance(record, Agent):
                yield from (record.name, *record.alternate_names)

    def _add(self, text: str, where: str) -> None:
        if tokens := tuple(_TOKENS.findall(shown(text))):
            self._known[tokens[0]].append((tokens, where))

    def fault(self, run: Run) -> str:
        """What is wrong with words around a page; empty if nothing is."""
        back = "footnote-backref" in run.classes and re.sub(r"\d+", "{}", run.text) in self._back
        address = self.address and run.tag == "content" and _ADDRESS.fullmatch(run.text)
        if back or (address and run.text.startswith(self.address)):
            return ""
        if run.text not in self._faults:
            self._faults[run.text] = self._fault_in(run.text)
        return self._faults[run.text]

    def _fault_in(self, text: str) -> str:
        pieces = self._pieces(tuple(_TOKENS.findall(shown(text))))
        if pieces is None:
            return (
                f'"{text[:80]}" is no paragraph of this page in content/, no title, and no fixed'
                " words of overrides/ or mkdocs.yml: remove what adds it"
            )
        return next((f"{self._wrong(words)} ({where})" for words, where in pieces if where and self._wrong(words)), "")

    def _pieces(self, tokens: tuple[str, ...]) -> list[tuple[str, str]] | None:
        """Known texts that make up a text one after the other, with where each is from; those that
        rules have read are preferred.
        """
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
        return best[-1][1] if best[-1] else None

    def _wrong(self, words: str) -> str:
        """What fixed words may not say: they can cite nothing."""
        return ""


def _texts(value: Any) -> Iterator[str]:
    """Every text in some settings or data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _texts(item)


def _fixed(template: str) -> Iterator[str]:
    """The words that a template has for readers, each piece between its expressions."""
    page = []
    try:
        for _, kind, value in Environment().lex(template):
            if kind == "string":
                yield from _between(value[1:-1])
            page.append(value if kind == "data" else " \0 ")
    except TemplateError:
        return
    yield from _between("".join(page))


def _between(page: str) -> Iterator[str]:
    """The words that some HTML shows, in pieces that begin and end at an expression."""
    for run in Built(page).runs:
        yield from run.text.split("\0")
