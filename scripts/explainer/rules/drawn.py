"""What records give to whatever cites them, words and numbers, and what a text has beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import Any

from ..text.folding import shown
from ..text.numbers import every_number, read_number
from ..text.spans import Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.roles import (
    ABOUT_SOURCE,
    CHANGE,
    DATE,
    ELSEWHERE,
    FORMER,
    NUMBER,
    OUTSIDE,
    PRINTED,
    REFERS,
    SOURCE,
    Mark,
    values,
)
from ..topic.site import Site
from ..topic.words import words_of
from .own_words import quotations_in, written_language

# What is said of what appears outside the sources: rules of its own hold it.
_APART = (OUTSIDE, ELSEWHERE, CHANGE, FORMER)
_WORDS = re.compile(r"\d+(?:[.,]\d+)+|\w+")  # 14,000 is one
_MARKS = '“”„‟«»「」『』《》〈〉〝〞〟❝❞⟪⟫≪≫"'
_QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")
_ANY_MARK = re.compile(f"[{_MARKS}'‘’‚‛‹›]")
_CUT = re.compile(r"\[?(?:…|\.\.\.)\]?")  # shown() makes three full stops of one ellipsis
_ADDRESS = re.compile(r"https?://[^\s“”\"<>]*|[\w./-]*#[\w./-]+")


def plain_words(text: str) -> list[str]:
    """The words of a text as readers see them, whatever their case and the marks between them."""
    return _WORDS.findall(shown(text).casefold())


def words_in(text: str) -> str:
    """These words in one text, with a space before and after each."""
    return f" {' '.join(plain_words(text))} "


def _dated(value: str) -> set[int]:
    return {int(part) for part in value.split("-") if part.isdecimal()}


def _titles(site: Site) -> Iterator[str]:
    """What no two records of a kind have alike: readers know a record by it."""
    for record in site.topic.records.values():
        for _, value, _ in values(record, Mark.UNIQUE):
            if isinstance(value, str):
                yield value


class Drawn:
    """What each record gives: its words in the sources, and the numbers in them, in its values and
    in its dates. Of what is said on what appears outside the sources the words themselves count."""

    def __init__(self, site: Site):
        self.records, self._site = site.topic.records, site
        self._language = written_language(site)
        placed = (place for some in site.evidence.placed.values() for place in some.values())
        words = words_of(site.topic.written_in)
        self._places = {words.place(place).lower() for place in placed}
        self._place = words.places_said()
        self._titles = set(map(words_in, _titles(site)))
        issued = (source.record.issued for source in site.topic.sources.values())
        self._always: set[Any] = set[Any]().union(
            *map(_dated, (site.topic.settings.as_of, *issued))
        )
        # As citations have it, and only so: its parts are no numbers that a record has.
        self._published = site.topic.settings.published or "\0"
        self.published = tuple(name for name, r in self.records.items() if not r.draft)
        self._about = cache(self._about_of)
        self._words, self._numbers = cache(self._words_of), cache(self._numbers_of)
        self.faults = lru_cache(4096)(self._faults)

    def _about_of(self, name: str) -> set[str]:
        """A record and those that it refers to."""
        ids = (v.value for v in values(self.records[name], REFERS))
        return {name, *(one for one in ids if one in self.records)}

    def _words_of(self, name: str) -> str:
        said = [placed.exact for placed in self._site.evidence.shown(name)]
        for _, value, _ in values(self.records[name], SOURCE, PRINTED, *_APART):
            if isinstance(value, str):
                said.append(value)
        return "|".join(map(words_in, said))

    def _numbers_of(self, name: str) -> set[Any]:
        texts = [placed.exact for placed in self._site.evidence.shown(name)]
        texts.append(getattr(self.records[name], "unit", ""))  # to 1, of 3-to-1
        found: set[Any] = set()
        for _, value, spec in values(self.records[name]):
            if spec.role is DATE and value != NOT_STATED:
                found |= _dated(value)
            elif spec.role is NUMBER:
                found.add(value)
            elif spec.role in (PRINTED, SOURCE, *_APART) and isinstance(value, str):
                texts.append(value)
        return found.union(*(self._reading(m) for text in texts for m in self._found(shown(text))))

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        """The numbers of a text; "one" is most of all a word, and the rules on prose ask for it."""
        found = every_number(text, self._language)
        return (number for number in found if number.group().lower() not in self._language.after)

    def _reading(self, number: re.Match[str]) -> set[Any]:
        """The value of a number, and how it is printed."""
        reading = read_number(number.group(), self._language)
        return {number.group().lower()} | ({reading.value} if reading else set[Any]())

    def _faults(
        self, text: str, names: tuple[str, ...], quoted: bool = False, listed: bool = False
    ) -> tuple[str, ...]:
        """Quotations and numbers that none of some records has; all of the text is a quotation if
        it is ``quoted``. What is ``listed`` is of all records, and has the numbers of lists in it.
        """
        text = _ADDRESS.sub("", shown(text)).replace(self._published, "")
        spans = [Span(0, len(text))] if quoted else self._quoted(text)
        faults = [
            f'no record cited here has the words in quotation marks: "{piece.strip()[:80]}"'
            for start, end in spans
            for piece in _CUT.split(text[start:end])
            if not self._has(words_in(piece), names, listed)
        ]
        kept = "" if listed else _without(text, spans)
        kept = self._place.sub(
            lambda m: "" if m.group().lower() in self._places else m.group(), kept
        )
        for match in self._found(kept):
            numbers, known = self._reading(match), map(self._numbers, self._known(names))
            if not any(map(numbers.intersection, (self._always, *known))):
                faults.append(f'no record cited here has the number "{match.group()}": {kept[:80]}')
        return tuple(faults)

    def _known(self, names: tuple[str, ...]) -> set[str]:
        return set[str]().union(*(self._about(name) for name in names if name in self.records))

    def _has(self, words: str, names: tuple[str, ...], listed: bool) -> bool:
        """Whether some words are those of records, or of anything that lists may show."""
        return (
            not words.strip()
            or words in self._titles
            or any(words in self._words(name) for name in self._known(names))
            or (listed and any(words in text for text in self._listed))
        )

    @cached_property
    def _listed(self) -> list[str]:
        """What lists may quote: the words of all records and sources, and what is said of those."""
        sources = self._site.topic.sources.values()
        about = (value for s in sources for _, value, _ in values(s.record, ABOUT_SOURCE))
        texts = (*(source.passages.text for source in sources), *map(str, about))
        return [*map(words_in, texts), *map(self._words, self.published)]

    def _quoted(self, text: str) -> list[Span]:
        """The words in any pair of quotation marks."""
        if not _ANY_MARK.search(text):
            return []
        found = set(quotations_in(self._site, text))
        return sorted(found | {Span(*match.span(1)) for match in _QUOTED.finditer(text)})

    def unquoted(self, text: str) -> str:
        """A text without what is in quotation marks, in whose place nothing is a word."""
        text = shown(text)
        return _without(text, self._quoted(text))


def _without(text: str, spans: list[Span]) -> str:
    """A text with a mark in place of each of some spans, of which one may be in another."""
    kept, after = "", 0
    for start, end in spans:
        if end > after:
            kept, after = f"{kept}{text[after : max(start, after)]} \0 ", end
    return kept + text[after:]
