"""The words that a change brings and nothing at hand has: a person sees at once which have a slip.

No dictionary: the words of the sources, of all that was written before, and of the tables of the
language leave few, and names, spellings of a country and terms of the topic are among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from pathlib import Path

from ..rules.own_words import and_unsure, written_language
from ..text.folding import fold
from ..topic import words
from ..topic.roles import ABOUT_SOURCE, CHANGE, ELSEWHERE, FORMER, OUTSIDE, SOUGHT, values
from ..topic.site import Site
from .markdown import Links, safe

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("s", "es", "ies", "y", "d", "ed", "ing", "ly", "n", "en", "e", "er", "nt", "ment")
_LEAST = 3  # letters that are left without an ending
_MEANT = 0.8  # from where on a word is another with a slip
_MOST = 40  # that are named
_BESIDE = (ABOUT_SOURCE, CHANGE, ELSEWHERE, FORMER, OUTSIDE, SOUGHT)


def to_spell(before: Site, after: Site, links: Links) -> Iterator[str]:
    """The new words in one line of Markdown under a heading, if there are any."""
    some = [*new_words(before, after)]
    each = [
        f"{safe(word)}{f' ({safe(near)}?)' if near else ''}: {links.to(path, line)}"
        for word, near, path, line in some[:_MOST]
    ]
    if each:
        more = f"; and {len(some) - len(each)} more" if some[len(each) :] else ""
        yield "### New words\n"
        yield f"Nothing at hand has these; are they spelt right? {'; '.join(each)}{more}\n"


def new_words(before: Site, after: Site) -> Iterator[tuple[str, str, str, int]]:
    """Each word of what editors write that no source, no work elsewhere, nothing that was written
    before and no table of the language has, also with another ending: the word, the one that is
    nearest (or nothing), and the file and line."""
    known = {*_of_language(written_language(after).code), *_vocabulary(before)}
    for source in after.topic.sources.values():
        known |= set(_words(source.passages.folded))
    known |= set(_words(" ".join(after.topic.where)))  # ids
    for record in after.topic.records.values():
        known.update(_words(" ".join(str(v.value) for v in values(record, OUTSIDE, ELSEWHERE))))
    forms = {form for word in known for form in _forms(word)}
    told = set[str]()
    for own in and_unsure(after):
        for word in _words(own.text):
            if word not in told and forms.isdisjoint(_forms(word)):
                told.add(word)
                near = [n for n in get_close_matches(word, known, 5, _MEANT) if _one_off(word, n)]
                line = own.line if isinstance(own.line, int) else own.line()
                yield word, near[0] if near else "", own.path, line


def _one_off(word: str, other: str) -> bool:
    """Whether a word is another with one letter more, fewer or another, or two that changed
    places."""
    blocks = SequenceMatcher(None, word, other, autojunk=False).get_matching_blocks()
    same, longest = sum(block.size for block in blocks), max(len(word), len(other))
    return longest - same <= 1 and abs(len(word) - len(other)) <= 1


def _vocabulary(site: Site) -> Iterator[str]:
    """All words that a site has of its own, and those of its sources."""
    for own in and_unsure(site):
        yield from _words(own.text)
    for record in site.topic.records.values():
        for value in values(record, *_BESIDE):
            yield from _words(str(value.value))
    for source in site.topic.sources.values():
        yield from _words(source.passages.folded)


@cache
def _of_language(code: str) -> frozenset[str]:
    """The words of the tables of a language, the commonest among them."""
    folder = Path(words.__file__).parent
    files = [folder / name for name in (f"{code}.yml", f"search/{code}.yml", f"common/{code}.txt")]
    texts = (file.read_text("utf-8") for file in files if file.is_file())
    return frozenset(word for text in texts for word in _words(text))


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in _WORD.finditer(fold(text).casefold()))


def _forms(word: str) -> Iterator[str]:
    """A word, and what is left of it without an ending that another form of it may have."""
    yield word
    for end in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= _LEAST:
            yield word[: -len(end)]
