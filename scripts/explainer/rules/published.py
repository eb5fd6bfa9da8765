"""The built site, read once more as readers get it, whatever wrote it: Markdown, a template, a
setting, MkDocs or an extension of it.

Two nets, neither of which has a list of fields or of the interface's words:

- **Where it comes from.** Every paragraph of a page is one that the rules on prose read in
  ``content/``, with the same words and citations, and none is missing. Every block of facts is to
  the character the one that the build staged, every note says what was staged for it, every file is
  one of the build or of ``overrides/``. What is left is the interface: it is put together of titles
  that rules have read, of the fixed words in the templates of ``overrides/`` and of the settings in
  ``mkdocs.yml``; and such fixed words, which can cite nothing, name no person of the topic, let
  nobody speak, and have no quotation, copied words or numbers but those that records have.
- **What it says.** Whatever is shown, in pages and in data, is held against the words of the
  records that are cited there, or whose card it is in: words in quotation marks, numbers, and eight
  words of a source in a row outside quotation marks. And over all files together no words of a
  source are published that no record has, nor more of its own prose than the settings allow.

All text is normalised first (``shown``). What this cannot tell: whether true words or a true number
are put to a false use, what a picture shows, what a style sheet hides, and words in a template or a
setting that name nobody and say something false all the same. What is said of references and of
corrections is held to no source; whether lists count well (6 quotations) is not looked at."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..text.built_html import Run
from ..text.folding import shown
from ..text.spans import Cover, Span, joined
from ..topic.mkdocs_yml import MkdocsYml
from ..topic.pages import Outline
from ..topic.site import Site
from ..topic.topic import SourceText
from .built import Audit
from .drawn import Drawn, plain_words
from .here import about_itself
from .interface import Interface, Look, texts
from .once import Once
from .own_words import OwnWords, own_words, without_signs
from .prose import COPIED_WORDS, long_names, without_long_names
from .prose_numbers import counted_here
from .repeated import CHANCE
from .runs import SHORT_RUN, SOURCE_WORD, Runs, runs
from .staged import BLOCK, Staged, squeezed, staged_page

_NAME = re.compile(r"[\w.:/#%?=&-]*", re.ASCII)  # an id, a file, an address, a date
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TAG = re.compile(r"<[^<>]*>")
_READABLE = frozenset((".svg", ".css", ".js", ".txt"))

Faults = Iterator[tuple[int, str]]  # the line in the built page, or 0, and what is wrong there


def published(
    site: Site, mkdocs: MkdocsYml, built: Path, staged: Path, look: Look, audit: Audit | None = None
) -> list[str]:
    """What the built pages and files say that they may not, a line each: the page, what it is, and
    where it may come from. ``staged`` is what the build wrote for MkDocs; pages are read by
    ``audit``, so that one reading does for both."""
    net = _Net(site, mkdocs, built, staged, look, audit or Audit(built))
    return list(
        dict.fromkeys([*net.files(), *net.pages(), *net.data(), *net.shares(), *net.once.faults()])
    )


def _output(path: str) -> str:
    """The file that MkDocs makes of a page of content/."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def _files(folder: Path) -> dict[str, Path]:
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix(): path for path in found}


class _Net:
    """One look at a built site. What is read of its pages and files is kept for the last part, on
    how much of the sources they have together."""

    def __init__(
        self, site: Site, mkdocs: MkdocsYml, built: Path, staged: Path, look: Look, audit: Audit
    ):
        self.site, self.built, self.staged, self.look = site, built, staged, look
        self.audit = audit
        self.address = mkdocs.site_url
        self.drawn = Drawn(site)
        self.headlines = {  # which a source may have in its text
            shown(source.record.title)
            for source in site.topic.sources.values()
            if source.passages.has_headline(source.record.title)
        }
        self.interface = Interface(site, mkdocs, look, self.drawn)
        self.runs = Runs(site)
        self.once = Once(site)
        self.own: dict[int, str] = {}  # where eight words in a row are outside quotation marks

    def files(self) -> Iterator[str]:
        """A file is a page of content/, one that the build wrote, or one of overrides/."""
        pages = {_output(path) for path in self.site.outlines}
        there, wanted = _files(self.built), _files(self.staged)
        moved = set(map(_output, self.site.topic.settings.moved_pages))
        for name, path in sorted(there.items()):
            if name in pages or name == "404.html":
                continue
            if fault := self._named(path):
                yield f"{name}: {fault}"
            known = self._known(name, path)
            if path.suffix in (".html", ".htm", ".md") and not (known and name in moved):
                yield f"{name}: no page of content/ is built as this file: remove what adds it"
            elif not known:
                yield (
                    f"{name}: the build wrote no such file, or another: remove what adds or changes"
                    " it (a plugin or a hook in mkdocs.yml, a file in overrides/)"
                )
        hidden = re.compile(r"(^|/)\.|\.md$")
        data = {name for name in wanted if not hidden.search(name)}
        for name in sorted((data | pages) - there.keys()):
            yield f"{name}: this file is not in the built site: remove what keeps it out"

    def _known(self, name: str, path: Path) -> bool:
        content = path.read_bytes()
        if name == "sitemap.xml":  # MkDocs' own: the addresses of pages, with their dates
            words = _TAG.sub(" ", content.decode("utf-8", "replace")).split()
            pages = {_output(p).removesuffix("index.html") for p in self.site.outlines}
            return all(_DAY.fullmatch(w) or w.removeprefix(self.address) in pages for w in words)
        if name == "sitemap.xml.gz":
            return gzip.decompress(content) == (self.built / "sitemap.xml").read_bytes()
        if path.suffix in _READABLE:
            self.runs.look(html.unescape(_TAG.sub(" ", content.decode("utf-8", "replace"))))
        if name in self.look.made:
            return self.look.made[name] == content
        own = (folder / name for folder in (self.staged, *self.look.folders))
        return any(file.is_file() and file.read_bytes() == content for file in own)

    def _named(self, path: Path) -> str:
        """What is wrong with the look of the site, which is the same for every topic."""
        if path.suffix not in (".css", ".js") or not path.is_file():
            return ""
        return self.interface.name_in(path.read_text("utf-8", "replace"))

    # --- pages ------------------------------------------------------------------------------------

    def pages(self) -> Iterator[str]:
        """What each page shows that was not staged or read, and what it says."""
        for path, parts in (*self.site.outlines.items(), ("", None)):
            name = _output(path) if parts else "404.html"
            try:
                text = (self.built / name).read_text("utf-8")
                runs = self.audit.runs(name, text)
                staged = staged_page((self.staged / path).read_text("utf-8")) if parts else None
                for words in staged.around if staged else ():
                    self.interface.learn(words)
            except (OSError, ValueError) as error:
                if parts:
                    yield f"{name}: this cannot be read: {error}"
                continue
            for run in runs:
                self.runs.look(run.text)
            if parts:
                self.once.read(name, text)
            found = self._around(runs)
            if parts and staged:
                found = self._page(name, runs, text, parts, staged)
            yield from (f"{name}:{line}: {what}" for line, what in found)

    def _page(
        self, name: str, runs: list[Run], text: str, parts: Outline, staged: Staged
    ) -> Faults:
        element = "main" if any("main" in run.within for run in runs) else "body"
        runs = [run for run in runs if not staged.names_citation(run)]
        main = [run for run in runs if element in run.within]
        yield from self._blocks(text, parts, staged)
        yield from self._notes(main, staged)
        yield from self._says(name, main, parts)
        rest = [run for run in runs if "block" not in run.classes and not _note(run)]
        rest = yield from self._prose(rest, element, parts, staged)
        yield from self._around(rest)

    def _around(self, runs: list[Run]) -> Faults:
        for run in runs:
            if fault := self.interface.fault(run):
                yield run.line, fault

    def _blocks(self, text: str, parts: Outline, staged: Staged) -> Faults:
        starts = [m.start() for m in re.finditer(re.escape(BLOCK), text)]
        for start in starts:
            if not any(text.startswith(block, start) for block in staged.blocks):
                line = text.count("\n", 0, start) + 1
                yield line, "this block of facts is not as it was staged: remove what changes it"
        if len(starts) != len(parts.blocks):
            yield (
                0,
                f"the page has {len(starts)} blocks of facts, {parts.page.file} has"
                f" {len(parts.blocks)}: remove what adds one or leaves one out",
            )

    def _notes(self, runs: list[Run], staged: Staged) -> Faults:
        notes: dict[str, list[Run]] = defaultdict(list)
        for run in runs:
            if name := _note(run):
                notes[name].append(run)
        for name in sorted(staged.notes.keys() - notes.keys()):
            yield 0, f"the note of {name} is missing: mkdocs.yml needs the extension footnotes"
        for name, some in notes.items():
            said = "".join(squeezed(run.text) for run in some).rstrip("↩")
            if said != staged.notes.get(name):
                yield (
                    some[0].line,
                    f"the note of {name} is not as it was staged: remove what changes it",
                )

    def _prose(
        self, runs: list[Run], main: str, parts: Outline, staged: Staged
    ) -> Generator[tuple[int, str], None, list[Run]]:
        """The runs that are neither a paragraph of the page's Markdown, nor a summary that a link
        opens, nor the page's linked data: the interface. A paragraph that no run in the element
        ``main`` has is a fault."""
        wanted = Counter((p.tag, p.text, p.cites) for p in parts.paragraphs)
        left = []
        for run in runs:
            key = run.tag, run.text, run.cites
            if main in run.within and wanted[key] > 0:
                wanted[key] -= 1
            elif not staged.has(run):
                left.append(run)
        for _, words, _ in +wanted:
            yield (
                0,
                f'these words of {parts.page.file} are not in the built page as they were read: "'
                f'{words[:80]}": remove what changes them',
            )
        return left

    def _says(self, name: str, runs: list[Run], parts: Outline) -> Faults:
        """What the blocks, notes and paragraphs of a page say that their records do not."""
        linked: dict[str, set[str]] = defaultdict(set)
        cards = [self._card(run) for run in runs]
        # A heading has its citations, and the list of the page's parts, which repeats it, has none.
        headings = {p.text: p.cites for p in parts.paragraphs if p.level}
        signs = {p.text: p.signs for p in parts.paragraphs}
        for run, card in zip(runs, cards, strict=True):
            linked[card].update(run.links)
        for run, card in zip(runs, cards, strict=True):
            if "footnote-backref" in run.classes or _for_scripts(run):
                continue
            facts, quoted = "block" in run.classes, "blockquote" in run.within
            links = (linked[card] if card else run.links) if facts else ()
            cites = run.cites or headings.get(run.text, ())
            names = *cites, *filter(None, (card, _note(run))), *sorted(links)
            own = OwnWords(parts.page.file, run.line, run.text, [])
            if names or facts or quoted or not about_itself(self.site, own):
                text = without_signs(run.text, signs.get(run.text, ()))
                if not facts and self.drawn.faults(text, names, quoted):
                    text = self._uncounted(parts.page.file, run.text, text)
                for fault in self.drawn.faults(text, names, quoted, facts and not card):
                    yield run.line, fault
            if not quoted:
                self._copied(f"{name}:{run.line}", run.text)

    def _uncounted(self, path: str, words: str, text: str) -> str:
        """A text of a page without the numbers of its paragraph that the rules on prose let it
        count or reckon."""
        for own in own_words(self.site):
            if own.shown and (own.path, own.text) == (path, words):
                for counted in counted_here(self.site, own):
                    text = re.sub(rf"(?<!\w){re.escape(shown(counted))}(?!\w)", "\0", text, count=1)
        return text

    def _card(self, run: Run) -> str:
        return next((i for i in reversed(run.ids) if i in self.drawn.records), "")

    def _copied(self, where: str, text: str) -> None:
        if text.count(" ") >= COPIED_WORDS - 1 and text not in self.headlines:
            plain = without_long_names(self.site, self.drawn.unquoted(text))
            words = re.findall(r"\w+|\0", plain.casefold())
            for some in self.runs.of_sources(words):
                self.own.setdefault(some, where)

    # --- data, and all together -------------------------------------------------------------------

    def data(self) -> Iterator[str]:
        """What the files of data say: a record, in its own words, what its words and those of the
        records that it refers to do."""
        for path in sorted((self.built / "data").glob("*")):
            name = path.relative_to(self.built).as_posix()
            try:
                text = path.read_text("utf-8")
                read = json.loads(text) if path.suffix == ".json" else None
                if path.suffix == ".csv":  # words of two cells are not words in a row
                    read = [*csv.reader(text.splitlines(keepends=True))]
            except (ValueError, csv.Error) as error:
                yield f"{name}: this cannot be read: {error}"
                continue
            if read is None:
                self.runs.look(html.unescape(_TAG.sub(" ", text)))
            for words in texts(read):
                self.runs.look(words)
            for one in _things(read):
                about = str(one.get("id") or one.get("u", "").partition("#")[2])
                if about in self.drawn.records:
                    for said in _said(one):
                        for fault in self.drawn.faults(said, (about,)):
                            yield f"{name}: {about}: {fault}"

    def shares(self) -> Iterator[str]:
        """What all of the site has of each source, whatever it is in."""
        for source in self.site.topic.sources.values():
            places, words = [*self.runs.places(source.id)], self.runs.words[source.id]
            for at, run in enumerate(runs(words, COPIED_WORDS)):
                span = Span(places[at].start, places[at + COPIED_WORDS - 1].end)
                if fault := self._run(source, span, run):
                    yield f'"{" ".join(words[at : at + COPIED_WORDS])}": {fault}'
            short = self.runs.short - self.runs.known(source.id)
            out = {
                i + n
                for i, run in enumerate(runs(words, SHORT_RUN))
                if run in short
                for n in range(SHORT_RUN)
            }
            yield from self._share(source, [place for i, place in enumerate(places) if i in out])

    def _run(self, source: SourceText, at: Span, run: int) -> str:
        """What is wrong with eight words of a source in a row, if anything is."""
        sentence = source.passages.sentence_at
        if run in self.own and sentence(at.start) == sentence(at.end - 1):
            return (
                f'words of the source "{source.id}" without quotation marks, in'
                f" {self.own[run]}: say it in other words, or quote them"
            )
        title = source.record.title if shown(source.record.title) in self.headlines else ""
        headline = [*runs(plain_words(title), COPIED_WORDS)]
        headline += (r for name in long_names(self.site) for r in runs(name, COPIED_WORDS))
        if (
            run in self.runs.long
            and run not in headline
            and not self.site.covered[source.id].touches(at)
        ):
            return (
                f'words of the source "{source.id}" that no record has: look for them in'
                " corrections, references and other fields, on pages and in mkdocs.yml"
            )
        return ""

    def _share(self, source: SourceText, published: list[Span]) -> Iterator[str]:
        """Whether too much of a source's own prose is published that no evidence has. How much
        evidence may have is a rule of its own (share-published)."""
        passages, speech = source.passages, Cover(source.passages.not_own)
        words = (Span(*m.span()) for m in SOURCE_WORD.finditer(passages.text))
        prose = sum(not speech.touches(word) for word in words)
        covered = self.site.covered[source.id]
        besides = [w for w in published if not (speech.touches(w) or covered.touches(w))]
        share = Decimal(len(besides)) / max(prose, 1)
        if share > CHANCE:
            pieces = sorted((passages.words(*run) for run in joined(besides)), key=len)[-3:]
            yield (
                f'{share:.0%} of the own prose of the source "{source.id}" is published outside'
                f" evidence, in pieces of {SHORT_RUN} to {COPIED_WORDS - 1} words, and"
                f" {CHANCE:.0%} may be: say it in other words; the longest are"
                f" {', '.join(f'“{piece}”' for piece in reversed(pieces))}"
            )


def _for_scripts(run: Run) -> bool:
    """Whether it is ids that a script reads."""
    return run.tag.startswith("data-") and all("-" in one for one in run.text.split())


def _note(run: Run) -> str:
    """The record whose note it is in; empty if it is in none, or is the way back from one."""
    attribute = run.tag in ("title", "aria-label")
    return "" if attribute else next((i[3:] for i in run.ids if i.startswith("fn:")), "")


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The records in some data: what is in a list of its own or of the whole."""
    for part in data.values() if isinstance(data, dict) else [data]:
        if isinstance(part, list):
            yield from (one for one in part if isinstance(one, dict))


def _said(value: Any) -> Iterator[str]:
    """The texts in a record's data but for ids and the words of a source."""
    if isinstance(value, str):
        if not _NAME.fullmatch(value):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _said(item)
    elif isinstance(value, dict) and "exact" not in value:
        for item in value.values():
            yield from _said(item)
