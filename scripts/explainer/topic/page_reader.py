"""The files of pages into the model: their front matter, and what is below it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .files import Files
from .fitting import Fitting
from .slips import one_of_two
from .topic import Page, PageMeta
from .yaml import Location, Tags

MAX_PAGE_BYTES = 200_000  # MkDocs takes long over a longer one
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.M)
_NO_FRONT_MATTER = re.compile(r"(?:---\n)?((?:[a-z]+:.*\n)+)(?:---\n)?")
_FRONT_MATTER = re.compile(r"---\n(.*?)\n---(?:\n|$)", re.S)


class PageReader(Fitting):
    """Makes pages of files, and problems of what is wrong with them."""

    def __init__(self, tags: Tags, files: Files):
        super().__init__(tags)
        self.files = files

    def pages(self, paths: Iterable[str]) -> dict[str, Page]:
        pages = {page.path: page for page in map(self.page, paths) if page}
        for path in sorted(pages):
            other = path.removesuffix(".md") + "/index.md"
            if other in pages:
                what = f"content/{other} has the same address"
                help = "give one of the two another name"
                self.minor_problem(f"content/{path}", 0, what, help)
        return pages

    def page(self, path: str) -> Page | None:
        read = self.files.text(path)
        if not read:
            return None
        if len(read[1]) > MAX_PAGE_BYTES:
            what = f"the page is larger than {MAX_PAGE_BYTES} bytes"
            self.problem(path, 0, what, "divide it")
            return None
        text = self.of_two(path, read[0].replace("\r\n", "\n").replace("\r", "\n"))
        match = _FRONT_MATTER.match(text)
        if not match:
            help = "begin with --- , title: …, description: …, --- on lines of their own"
            self.minor_problem(path, 1, "the page has no front matter", help)
            match = _NO_FRONT_MATTER.match(text)
        head, body = (text[: match.end()], text[match.end() :]) if match else ("", text)
        data, where = (
            self.parse(match[1], path, 1 + text.startswith("---"))
            if match
            else ({}, Location(path, 1))
        )
        told = len(self.problems)
        meta = self.model(PageMeta, data, where)
        if not match:  # of which enough is said
            self.minor -= len(self.problems) - told
            del self.problems[told:]
        if meta is None:
            return None
        name, first_line = path.removeprefix("content/"), head.count("\n") + 1
        return Page(name, meta, body, first_line, path, where)

    def of_two(self, path: str, text: str) -> str:
        """A page with one of each two changes that were not brought together."""
        if conflict := _CONFLICT.search(text):
            what = "two changes of these lines were not brought together"
            help = "keep one of the two, and remove the lines of <<<<<<<, ======= and >>>>>>>"
            line = text.count("\n", 0, conflict.start())
            self.minor_problem(path, line + 1, what, help)
            while conflict and (meant := one_of_two(text, text.count("\n", 0, conflict.start()))):
                text = meant
                conflict = _CONFLICT.search(text)
        return text
