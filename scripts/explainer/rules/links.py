"""The rule on what links say of where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.html import Link, Paragraph
from ..text.voices import Names, Sentence
from ..topic.model import Agent, Reference
from ..topic.problems import Problem
from ..topic.site import Site
from .common import of_class
from .own_words import written_language
from .registry import rule
from .voices import agents_names, related


@rule(whole=False)
def links_as_named(site: Site) -> Iterator[Problem]:
    """A link to a record of a person or organisation names no other in its words, a link's title
    names nobody, and an address elsewhere is shown itself or is that of a source or a reference. No
    heading takes the id of a record, to which its address would lead."""
    names, addresses = agents_names(site), _addresses(site)
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            for message, help, words in _wrong(site, paragraph, names, addresses):
                yield Problem(
                    parts.page.file, parts.line(paragraph), message, help, "", words[:120]
                )


def _wrong(
    site: Site, paragraph: Paragraph, names: Names, addresses: set[str]
) -> Iterator[tuple[str, str, str]]:
    by_itself = re.sub(r"\W+", "-", paragraph.text.lower()).strip("-")  # the id of its words
    if paragraph.id in site.topic.records and paragraph.id != by_itself:
        message = f'"{paragraph.id}" is the id of a record'
        yield message, "give the heading another id, or none", paragraph.text
    for link in paragraph.links:
        name = link.address.removeprefix("fact:")
        if name != link.address and (other := _another(site, name, link.words, names)):
            message = f'this link leads to "{name}" and names "{other}"'
            yield message, "name whom it leads to, or lead to whom it names", link.words
        if named := _mentioned(site, link.title, names):
            message = f'the title of this link names "{named[0]}", and nothing can be cited there'
            yield message, "remove the title, or say it in the text with a citation", link.title
        if _is_elsewhere(link) and link.address.rstrip("/") not in addresses:
            message = "this leads to a page elsewhere that is in no reference"
            help = (
                "record it under references: and cite it; what readers see there cannot be checked"
            )
            yield message, help, link.address


def _addresses(site: Site) -> set[str]:
    works = [record.URL for record in of_class(site, Reference)]
    sources = [source.record.URL for source in site.topic.sources.values()]
    return {str(url).rstrip("/") for url in (*works, *sources) if url}


def _is_elsewhere(link: Link) -> bool:
    """Whether a link leads out of the site, and its words do not show where."""
    plain = link.address.lower()
    return plain.startswith(("http://", "https://")) and not link.shows_where


def _mentioned(site: Site, text: str, names: Names) -> list[str]:
    return [m.whose for m in Sentence(fold(text), names, written_language(site)).mentions]


def _another(site: Site, name: str, words: str, names: Names) -> str:
    """Somebody else than the one whose record a link leads to, if its words name only others."""
    if not isinstance(site.topic.records.get(name), Agent):
        return ""
    named = _mentioned(site, words, names)
    return named[0] if named and not any(related(site, who, name) for who in named) else ""
