"""Each thing once: how often the built pages say the same, and how much the pages say in all."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from sys import intern

from ..text.folding import WORD, fold
from ..topic.model import Quote
from ..topic.site import Site

MOST_PAGES = 4  # may have the words of one quotation
_SHORT = 3  # words: fewer are too little to tell a quotation by

# What does not count: what only the ear hears, the notes below a page, the index of
# records, and what was corrected: nobody is to be kept from that by a bound.
_HIDDEN = re.compile(r'<span class="vh">[^<]*</span>|<(script|style)\b.*?</\1>', re.S)
_CONTENT = '<article class="md-content__inner'  # Material's: beside it are menus and contents
_NOTES = re.compile(r'<(?:details class="notes"|div class="footnote")')
_LISTS = re.compile(r'<div class="block (?:record-index|corrections)">.*?</div>', re.S)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = r"""(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[\w.%-]+))"""
# What is no word of a page in its Markdown: its head, notes and their signs, addresses, attributes,
# and blocks of facts that are yet to be filled in.
_UNSEEN = re.compile(
    r"\A---\n.*?\n---\n|^\[\^[^\]\n]+\]:.*(?:\n(?:    .*|$))*|\[\^[^\]\n]+\]|\]\([^()\n]*\)"
    rf"|\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}|\{{\{{[^\n]*\}}\}}",
    re.M | re.S,
)


def said_in(body: str) -> list[str]:
    """The words of a page that count: not those that only the ear hears, nor an index's or
    a correction's."""
    shown = _LISTS.sub(" ", _HIDDEN.sub(" ", body))
    words = WORD.findall(fold(html.unescape(_TAG.sub(" ", shown))).casefold())
    return [*map(intern, words)]  # which are few on many pages


def said_on(page: str) -> list[str]:
    """The words that count of a page in Markdown. The bound on all pages (most_words) is on these,
    so that it can be told before they are built, to the word."""
    return said_in(_UNSEEN.sub(" ", page))


class Once:
    """What the built pages say, page by page; and how many words each has in Markdown."""

    def __init__(self, site: Site):
        self.site, self.words, self.counts = site, dict[str, list[str]](), dict[str, int]()

    def count(self, path: str, text: str) -> None:
        """Take in a page's Markdown, as it is staged."""
        self.counts[path] = len(said_on(text))

    def read(self, name: str, text: str) -> None:
        """Take in a page."""
        start = max(text.find("<main"), text.find(_CONTENT), 0)
        main = text[start : text.find("</main>")]
        notes = _NOTES.search(main)
        self.words[name] = said_in(main[: notes.start() if notes else len(main)])

    def faults(self) -> Iterator[str]:
        """What is said too often or too long."""
        total, most = sum(self.counts.values()), self.site.topic.settings.most_words
        if total > most:
            longest = sorted(self.counts, key=lambda path: -self.counts[path])[:3]
            named = ", ".join(f"{path} ({self.counts[path]:,})" for path in longest)
            yield (
                f"the pages have {total:,} words together, without notes, index and corrections,"
                f" {total - most:,f} too many: the settings allow {most:,f} (most_words); say each"
                " thing once, or raise it in seeds/settings.yml, over 10,000 with the reason under"
                f" bounds_raised; the longest are {named}"
            )
        for quote, pages in self.too_often():
            yield (
                f'{pages[0]}: the words of "{quote.id}" are on {len(pages)} pages'
                f" ({', '.join(pages)}), and may be on {MOST_PAGES}: link to the quotation in"
                " place of its words"
            )

    def too_often(self) -> Iterator[tuple[Quote, list[str]]]:
        """The quotations of which the words are on too many pages, each with these."""
        begins = {
            name: set(zip(*(words[i:] for i in range(_SHORT)), strict=False))
            for name, words in self.words.items()
        }
        texts = dict[str, str]()
        for quote in self.site.topic.of_kind("quotes"):
            pages = [*self._having(quote, begins, texts)]
            if len(pages) > MOST_PAGES:
                yield quote, pages

    def _having(
        self, quote: Quote, begins: dict[str, set[tuple[str, ...]]], texts: dict[str, str]
    ) -> Iterator[str]:
        """The pages that have the words of a quotation's first piece."""
        placed = self.site.evidence.of(quote.id, "text")
        words = WORD.findall(fold(placed[0].exact).casefold()) if placed else []
        if len(words) < _SHORT:
            return
        for name, said in self.words.items():
            if tuple(words[:_SHORT]) in begins[name]:
                if name not in texts:
                    texts[name] = f" {' '.join(said)} "
                if f" {' '.join(words)} " in texts[name]:
                    yield name
