"""Words in a row that a built site has of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from sys import intern

from ..text.folding import shown
from ..text.spans import Span
from ..topic.pieces import COPIED_WORDS
from ..topic.site import Site
from .as_one import ROW, in_a_row

SHORT_RUN = 5  # words in a row that count as published wherever they are shown

SOURCE_WORD = re.compile(ROW, re.I)


def runs(words: list[str], length: int) -> Iterator[int]:
    """Each so many words in a row, as their hash: of a large site the words would take a hundred
    megabytes."""
    return map(hash, zip(*(words[i:] for i in range(length)), strict=False))


class Runs:
    """``short`` and ``long`` are the runs of the sources' words that were in what was looked at. Of
    the site's own words, which are many times as many, nothing is kept."""

    def __init__(self, site: Site):
        self.site, self.short, self.long = site, set[int](), set[int]()
        self._looked = set[int]()  # the hashes of the texts

    def look(self, text: str) -> None:
        """Take in a text of the site."""
        if (known := hash(text)) not in self._looked:
            self._looked.add(known)
            if len(words := in_a_row(text)) < SHORT_RUN:
                return
            if found := self._of_sources[SHORT_RUN].intersection(runs(words, SHORT_RUN)):
                self.short |= found  # and without a short one there is no long one
                self.long |= self._of_sources[COPIED_WORDS].intersection(runs(words, COPIED_WORDS))

    def places(self, name: str) -> Iterator[Span]:
        """Where the words of a source are."""
        text = self.site.topic.sources[name].passages.text
        return (Span(*match.span()) for match in SOURCE_WORD.finditer(text))

    def known(self, name: str) -> set[int]:
        """The short runs of a source's title and of the evidence that others are: who publishes
        these has them from there."""
        found = {*runs(in_a_row(self.site.topic.sources[name].record.title), SHORT_RUN)}
        for other in self.words.keys() - {name}:
            covered, words = self.site.covered[other], self.words[other]
            held = [covered.touches(place) for place in self.places(other)]
            inside = zip(*(held[i:] for i in range(SHORT_RUN)), strict=False)
            some = zip(runs(words, SHORT_RUN), map(all, inside), strict=True)
            found |= {run for run, whole in some if whole}
        return found

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """The words of each source."""
        return {
            name: [
                intern(shown(word).casefold()) for word in SOURCE_WORD.findall(source.passages.text)
            ]
            for name, source in self.site.topic.sources.items()
        }

    @cached_property
    def _of_sources(self) -> dict[int, frozenset[int]]:
        return {
            length: frozenset(run for words in self.words.values() for run in runs(words, length))
            for length in (SHORT_RUN, COPIED_WORDS)
        }

    def of_sources(self, words: list[str]) -> frozenset[int]:
        """The long runs of some words that a source has too."""
        return self._of_sources[COPIED_WORDS].intersection(runs(words, COPIED_WORDS))
