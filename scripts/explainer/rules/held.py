"""What the rules on prose have read of the texts that a built site shows, word for word: what these
may draw on, and which of their numbers are held already."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from ..text.folding import shown
from ..topic.site import Site
from .own_words import OwnWords, own_words
from .prose_numbers import draws_on, held_here
from .staged import squeezed


class Held:
    """The texts in the editors' words of a site, by where they stand: a page's file, a record."""

    def __init__(self, site: Site):
        self.site = site

    @cached_property
    def _texts(self) -> dict[tuple[str, str], list[OwnWords]]:
        found: dict[tuple[str, str], list[OwnWords]] = defaultdict(list)
        for own in own_words(self.site):
            of_record = own.path.startswith("seeds/facts/") and own.records
            found[own.records[0] if of_record else own.path, squeezed(own.text)].append(own)
        return found

    @cached_property
    def _fields(self) -> dict[str, list[tuple[str, OwnWords]]]:
        found: dict[str, list[tuple[str, OwnWords]]] = defaultdict(list)
        for (where, text), some in self._texts.items():
            if some[0].path.startswith("seeds/facts/"):
                found[where].append((text, some[0]))
        return found

    def drawn_on(self, where: str, text: str) -> list[str]:
        """The records that a text of a page may draw on besides those that it cites itself: what
        its list, its table or the answer to it cites."""
        read = self._texts.get((where, squeezed(text)), [])
        return [name for own in read for name in draws_on(self.site, own)]

    def without(self, where: str, text: str, left: str) -> str:
        """What is ``left`` of a text, without the numbers and dates that those rules have read in
        it, or in a field that it has whole: in search, an office stands before what describes
        somebody."""
        whole = squeezed(text)
        read = self._texts.get((where, whole), [])[:1]
        read = read or [o for t, o in self._fields.get(where, ()) if t in whole]
        for own in read:
            for held in held_here(self.site, own):
                left = re.sub(rf"(?<!\w){re.escape(shown(held))}(?!\w)", "\0", left, count=1)
        return left
