"""How long the pages are, told before they are built: the bound most_words, at its line."""

from __future__ import annotations

import math
import re
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

from ..rules import paste
from ..rules.once import MOST_PAGES, Once, said_in
from ..rules.registry import check
from ..site.catalog import Catalog, Deployment
from ..site.pages import render
from ..text.folding import WORD, fold
from ..text.passages import Passages
from ..text.words import stands_in
from ..topic.load import load
from ..topic.mkdocs_yml import read_mkdocs_yml
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.site import Site
from .build import Checked
from .diff import DiffError, extract

_ROUND = 500  # to which a number of words is rounded up
_PRINTED = Decimal("1.04")  # words of built pages a word of staged ones: numbers of notes, labels
_A_WORD = 5  # words of pages a word of a short source: its records, notes and ledger
# What readers do not see in staged Markdown, or not as words of a page: its head, notes, addresses.
_UNSEEN = re.compile(
    r"\A---\n.*?\n---\n|^\[\^[^\]]+\]:.*(?:\n(?:    .*|$))*|\]\([^()]*\)|\{[^{}]*\}", re.M | re.S
)


def staged(catalog: Catalog) -> dict[str, list[str]]:
    """The words of each page of a site without a problem, about as the built one will have them."""
    return {path: said_in(_UNSEEN.sub(" ", text)) for path, text in render(catalog)}


def staged_words(catalog: Catalog) -> int:
    """How many words the pages of a site without a problem have, within a hundredth."""
    return sum(map(len, staged(catalog).values()))


def of_source(passages: Passages) -> int:
    """How many words of pages a new source will take, about."""
    return _A_WORD * passages.count_words()


def needed(staged: int, more: int) -> Decimal:
    """How many words the pages will have at most, rounded up, of which so many are staged and more
    come with new sources, with room for as many again."""
    return Decimal(math.ceil((staged * _PRINTED + 2 * more) / _ROUND) * _ROUND)


def too_long(checked: Checked, base: str) -> list[Problem]:
    """That the pages have, or with the sources that a change adds will have, more words than the
    settings allow: else only the built site would say so. Nothing where git does not know the
    revision, or the site of it has problems of its own."""
    topic, often = checked.site.topic, list[Problem]()
    if not checked.problems:
        once = Once(checked.site)
        once.words = staged(Catalog(checked.site, Deployment()))
        words, new = sum(map(len, once.words.values())), list[str]()
        often = [_too_often(checked.site, base, *one) for one in once.too_often()]
    else:
        new = [name for name in topic.sources if name not in _sources_at(topic.root, base)]
        words = _staged_at(topic.root, base) if new and base else 0
    more = sum(of_source(topic.sources[name].passages) for name in new) if words else 0
    if words + more <= topic.settings.most_words:
        return often
    have = f"with {' and '.join(new)} the pages will have" if new else "the pages have"
    message = f"{have} about {words + more:,} words, and {topic.settings.most_words:,f} are allowed"
    help = "say each thing once; or put this in the place of the line, and tell readers why"
    where = topic.settings_where
    problem = Problem(where.path, where.line("most_words"), message, help, "length-of-pages")
    lines = paste.bounds(topic.settings, {"most_words": needed(words, more)})
    return [*often, problem._replace(paste=lines)]


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


def _sources_at(root: Path, base: str) -> set[str]:
    """The sources of a revision."""
    command = ["git", "-C", str(root), "ls-tree", "--name-only", base, "seeds/sources/"]
    done = subprocess.run(command, capture_output=True, check=False)
    return {Path(line).stem for line in done.stdout.decode(errors="replace").splitlines()}


def _staged_at(root: Path, base: str) -> int:
    """How many words the pages of a revision have; none where they cannot be made."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            extract(root, base, Path(folder))
        except DiffError:
            return 0
        topic, faults = load(Path(folder))
        site = Site(topic, read_mkdocs_yml(Path(folder))[0])
        return 0 if faults or check(site) else staged_words(Catalog(site, Deployment()))
