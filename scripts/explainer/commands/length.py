"""How long the pages are, told before they are built: the bound most_words, at its line."""

from __future__ import annotations

import math
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from ..rules import paste
from ..rules.once import MOST_PAGES, Once, said_on
from ..rules.registry import check
from ..site.catalog import Catalog
from ..site.pages import render
from ..text.folding import WORD, fold
from ..text.passages import Passages
from ..text.words import stands_in
from ..topic.load import load
from ..topic.mkdocs_yml import read_mkdocs_yml
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import OWN, SOURCE, values
from ..topic.site import Site
from ..topic.topic import Topic
from .build import Checked, deployment
from .diff import DiffError, extract

_ROUND = 500  # to which a number of words is rounded up
_A_WORD = 7  # words of pages a word of a short source: its records, notes, ledger and page
_LEAST = 5  # the same, where nothing is said of it on a page of its own


def staged(catalog: Catalog) -> dict[str, list[str]]:
    """The words of each page of a site without a problem."""
    return {path: said_on(text) for path, text in render(catalog)}


def staged_words(catalog: Catalog) -> int:
    """How many words the pages of a site without a problem have."""
    return sum(map(len, staged(catalog).values()))


def of_source(passages: Passages) -> int:
    """How many words of pages a new source may take, with a page of its own."""
    return _A_WORD * passages.count_words()


def needed(staged: int, more: int) -> Decimal:
    """How many words the pages will have at most, rounded up, of which so many are staged and more
    come with new sources, with room for as many again."""
    return Decimal(math.ceil((staged + 2 * more) / _ROUND) * _ROUND)


def too_long(checked: Checked, base: str) -> list[Problem]:
    """That the pages have, or with what a change adds will have, more words than the settings
    allow: else only the build would say so. While the site has problems of its own its pages cannot
    be counted, but those of the revision can, and what is more is counted about. Nothing where git
    does not know the revision, or the site of it has problems."""
    topic, often, new = checked.site.topic, list[Problem](), list[str]()
    with _revision(topic.root, base) as old:
        grown = [*_grown(old, topic)] if old else []
        if not checked.problems:
            once = Once(checked.site)
            once.words = staged(Catalog(checked.site, deployment(checked.mkdocs)))
            words = sum(map(len, once.words.values()))
            room = needed(words, 0)
            often = [_too_often(checked.site, base, *one) for one in once.too_often()]
        else:
            new = [name for name in topic.sources if old and name not in old.sources]
            more = sum(_LEAST * topic.sources[name].passages.count_words() for name in new)
            may_be = sum(of_source(topic.sources[name].passages) for name in new)
            more = more or sum(count for count, *_ in grown)
            before = _staged_of(old) if old and more > 0 else 0
            words = before + more if before else 0
            room = needed(before, may_be or more)
    most, where = topic.settings.most_words, topic.settings_where
    if words <= most:
        return often
    have = f"with {' and '.join(new)} the pages will have" if new else "the pages have"
    about = "about " if checked.problems else ""
    message = f"{have} {about}{words:,} words together, {words - most:,f} too many"
    message += f": {most:,f} are allowed"
    help = "say each thing once, here or elsewhere; or put this into seeds/settings.yml, in the"
    help += " place of the lines there, and tell readers why"
    longest = max(grown, default=(0, "", 0))
    at = longest[1:] if longest[0] > 0 and not new else (where.path, where.line("most_words"))
    lines = paste.bounds(topic.settings, {"most_words": room})
    return [*often, Problem(*at, message, help, "length-of-pages")._replace(paste=lines)]


def _grown(old: Topic, new: Topic) -> Iterator[tuple[int, str, int]]:
    """How many words each page and each record that a change touches has more than before, about,
    with its file and the first line that is new."""
    for path, page in new.pages.items():
        before = old.pages[path].body if path in old.pages else ""
        if page.body != before:
            more = len(said_on(page.body)) - len(said_on(before))
            yield more, page.file, page.first_line + _first_new(before, page.body)
    for name, record in new.records.items():
        was = old.records.get(name)
        if record != was and not record.draft:
            more = _words_of(record) - (_words_of(was) if was else 0)
            yield more, new.where[name].path, new.where[name].line()


def _first_new(before: str, after: str) -> int:
    """The number, from 0, of the first line of a text that is not in another."""
    known = {*before.split("\n")}
    return next((i for i, line in enumerate(after.split("\n")) if line not in known), 0)


def _words_of(record: Record) -> int:
    texts = (v.value for v in values(record, OWN, SOURCE))
    return sum(len(WORD.findall(text)) for text in texts if isinstance(text, str))


def _too_often(site: Site, base: str, quote: Quote, pages: list[str]) -> Problem:
    """Says that the words of a quotation are on too many pages: at the line that a change adds."""
    words = fold(site.evidence.of(quote.id, "text")[0].exact).casefold().strip(" .,;:!?")
    places = [
        (parts.page.file, parts.line(paragraph))
        for path, parts in site.outlines.items()
        for paragraph in parts.paragraphs
        if path in pages and stands_in(words, fold(paragraph.text).casefold())
    ]
    new = (at for at in places if at[1] in _added(site.topic.root, base, at[0]))
    where, line = next(new, places[-1] if places else (f"content/{pages[-1]}", 0))
    others = (
        name
        for name in site.topic.records
        if name != quote.id and site.topic.kinds[name] in ("claims", "positions", "events")
        if any(words in fold(p.exact).casefold() for p in site.evidence.of(name))
    )
    other, last = next(others, ""), max(WORD.findall(words), key=len)
    cite = f"cite [^{other}] and write" if other else "link to it:"
    return Problem(
        where,
        line,
        f'the words of "{quote.id}" are on {len(pages)} pages ({", ".join(pages)}), and may be on'
        f" {MOST_PAGES}",
        f"say it here without its words, {cite} [{last}](fact:{quote.id})",
        "each-thing-once",
        words,
    )


def _added(root: Path, base: str, file: str) -> set[int]:
    """The lines of a file that a revision has not."""
    command = ["git", "-C", str(root), "show", f"{base}:./{file}"]
    done = subprocess.run(command, capture_output=True, check=False)
    old = {*done.stdout.decode(errors="replace").splitlines()}
    lines = (root / file).read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line not in old}


@contextmanager
def _revision(root: Path, base: str) -> Iterator[Topic | None]:
    """The topic of a revision, with its files; nothing where it cannot be read whole."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            extract(root, base, Path(folder))
        except DiffError:
            yield None
            return
        topic, faults = load(Path(folder))
        yield None if faults else topic


def _staged_of(topic: Topic) -> int:
    """How many words the pages of a topic have; none where it has problems."""
    mkdocs = read_mkdocs_yml(topic.root)[0]
    site = Site(topic, mkdocs)
    return 0 if check(site) else staged_words(Catalog(site, deployment(mkdocs)))
