"""What a page says that it did not, and what reads otherwise though it is as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from ..rules.answered import answers_on
from ..rules.own_words import written_language
from ..rules.voices import agents_names
from ..site.catalog import Catalog
from ..text.folding import fold
from ..text.html import CITES, SPACE, Paragraph
from ..text.speech import SPEAKER, THING, kind_of, pronouns_in
from ..text.voices import Sentence
from ..topic.roles import OWN, having
from ..topic.site import Site
from ..topic.topic import PageMeta
from .statements import Statement, of_paragraph

_ALIKE = 0.4  # from where on a sentence is another one changed


def new_answers(before: Catalog, after: Catalog, path: str) -> Iterator[tuple[int, str]]:
    """What the file of a page answers with yes or no that it did not, with its line: no check reads
    a question."""
    old, new = (
        {one._replace(line=0): one for one in answers_on(catalog.site, path)}
        for catalog in (before, after)
    )
    for key, one in new.items():
        if key not in old:
            said = f"answers {one.word} to “{one.question}”: does the clause say so?"
            yield one.line, said


def new_fronts(before: Catalog, after: Catalog, path: str) -> Iterator[str]:
    """The title and the description of a page, where they are others than before."""
    old, new = (catalog.topic.pages.get(path) for catalog in (before, after))
    for field in having(PageMeta, OWN):
        text, was = (getattr(page.meta, field) if page else "" for page in (new, old))
        if text and text != was:
            yield f"{field}: “{text}”"


def new_sentences(before: Catalog, after: Catalog, path: str) -> Iterator[tuple[str, Statement]]:
    """The sentences of a page that were not there, or cited something else, or nothing; each with
    the one that it was made from."""
    old, new = ({_key(one.said): one.said for one in _on(c.site, path)} for c in (before, after))
    there = {said.text for said in new.values()}
    gone = [said.text for key, said in old.items() if key not in new and said.text not in there]
    for key, said in new.items():
        if key not in old and any(map(str.isalpha, said.text)):
            near = get_close_matches(said.text, gone, 1, _ALIKE)
            yield near[0] if near else "", said


def read_anew(before: Catalog, after: Catalog, path: str) -> Iterator[tuple[int, str]]:
    """The sentences of a page that are as they were, begin with a pronoun, and stand behind another
    name now; each with its line."""
    known: dict[tuple[str, tuple[str, ...]], list[_Placed]] = {}
    for one in _on(before.site, path):
        known.setdefault(_key(one.said), []).append(one)
    for one in _on(after.site, path):
        old = known.get(_key(one.said), ())
        if one.pronoun and old and not any(one.named <= was.named for was in old):
            names = after.topic.records | before.topic.records
            now, was = (
                " and ".join(sorted(str(getattr(names[n], "name", n)) for n in some)) or "nobody"
                for some in (one.named, old[0].named)
            )
            told = f"“{one.said.text}” is as it was, and {now} stands before it now, not {was}"
            yield one.line, f"{told}: does “{one.pronoun}” still mean whom it meant?"


class _Placed(NamedTuple):
    """A sentence of a page, the pronoun that it begins with, if one for people, and who is named
    last before it in its section; its line."""

    said: Statement
    pronoun: str
    named: frozenset[str]
    line: int


def _on(site: Site, path: str) -> Iterator[_Placed]:
    parts, language = site.outlines.get(path), written_language(site)
    named = frozenset[str]()
    for paragraph in _with_heads(parts.paragraphs if parts else ()):
        named = frozenset() if paragraph.level else named
        for said in of_paragraph(site, paragraph):
            text = fold(said.text)
            pronoun = next((p for p, at in pronouns_in(text, language).items() if not at), "")
            if kind_of(pronoun, language) in (THING, SPEAKER):
                pronoun = ""
            line = parts.line(paragraph) if parts and pronoun else 0
            yield _Placed(said, text[: len(pronoun)], named, line)
            mentions = Sentence(text, agents_names(site), language).mentions
            named = frozenset(one.whose for one in mentions) or named


def _with_heads(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a page, each row of a table cell by cell, behind the heads of its row and
    its column."""
    heads: list[str] = []
    for paragraph in paragraphs:
        if paragraph.tag != "tr" or not heads:
            yield paragraph
            heads = paragraph.text.split("|") if paragraph.tag == "tr" else []
            continue
        first, *cells = SPACE.sub(" ", paragraph.shown).split(" | ")
        label = CITES.sub("", first).strip()
        for i, cell in enumerate(cells, 1):
            head = heads[max(i - len(cells) - 1, -len(heads))].strip()
            over = ", ".join(filter(None, (label, head)))
            yield replace(paragraph, shown=f"{over}: {cell.strip()}" if over else cell)
        if not cells:
            yield paragraph


def _key(said: Statement) -> tuple[str, tuple[str, ...]]:
    return said.text, tuple(placed.exact for placed in said.placed)
