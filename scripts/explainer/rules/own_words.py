"""What editors write in their own words, and what each of these texts may draw on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ..text.languages import Language, language
from ..text.quotations import quotations
from ..text.spans import Span
from ..topic.model import Record
from ..topic.problems import Problem
from ..topic.site import Site, at

# The fields in which a record speaks in the editors' words.
OWN_WORDS = (
    "statement",
    "description",
    "definition",
    "difference",
    "title",
    "label",
    "question",
    "note",
    "name",
    "job_title",
    "term",
    "unit",
    "measure",
    "population",
    "period",
)


class OwnWords(NamedTuple):
    """A text in the editors' words: where it stands, the bare text, the records and other words it
    may draw on. A page's lines are asked for only where something is wrong.
    """

    path: str
    line: int | Callable[[], int]
    text: str
    records: list[str]
    words: tuple[str, ...] = ()

    def problem(self, message: str, help: str, wrote: str) -> Problem:
        line = self.line if isinstance(self.line, int) else self.line()
        return Problem(self.path, line, message, help, "", wrote)


def own_words(site: Site) -> Iterator[OwnWords]:
    """Each text in the editors' words on what the sources say. A page's title and description may
    draw on all that the page cites or shows, the settings and what is said of a source on all
    records, what is said of words set aside on those too.
    """
    topic = site.topic
    for parts in site.outlines.values():
        page = parts.page
        shown = [
            n
            for n in (*parts.cited(), *(i for b in parts.blocks for i in b.ids))
            if n in topic.records
        ]
        for field in ("title", "description"):
            yield OwnWords(page.file, page.where.line(field), getattr(page.meta, field), shown)
        for paragraph in parts.paragraphs:
            yield OwnWords(
                page.file,
                partial(parts.line, paragraph),
                paragraph.text,
                [c for c in paragraph.cites if c in topic.records],
            )
    published = [name for name, record in topic.records.items() if not record.draft]
    for name in published:
        record = topic.records[name]
        if topic.kinds[name] not in ("references", "corrections"):
            draws = [
                n
                for n in (name, *getattr(record, "between", ()), *record.references)
                if n in topic.records
            ]
            yield from (
                OwnWords(*at(site, name, *key), text, draws) for key, text in _statements(record)
            )
    settings, where = topic.settings, topic.settings_where
    texts = {("question",): settings.question} | {
        ("topics", name): text for name, text in settings.topics.items()
    }
    texts |= {
        ("options", i, field): getattr(option, field)
        for i, option in enumerate(settings.options)
        for field in ("label", "description")
    }
    for key, text in texts.items():
        yield OwnWords(where.path, where.line(*key), text, published)
    for source in topic.sources.values():
        for field in ("label", "rights", "note"):
            yield OwnWords(
                source.where.path,
                source.where.line(field),
                getattr(source.record, field) or "",
                published,
            )
        for i, (item, placed) in enumerate(site.evidence.aside[source.id]):
            around = tuple(
                source.passages.text[s.start : s.end]
                for span in getattr(placed, "spans", ())
                for s in source.passages.sentences_of(span)
            )
            yield OwnWords(
                source.where.path,
                source.where.line("set_aside", i, "note"),
                item.note,
                published,
                around,
            )


def words_on_others(site: Site) -> Iterator[OwnWords]:
    """What editors say of records elsewhere and of their own corrections, which may have numbers
    and words of neither source.
    """
    for kind, fields in (("references", ("title", "confirms")), ("corrections", ("what", "after"))):
        for record in site.topic.of_kind(kind):
            for field in fields:
                yield OwnWords(*at(site, record.id, field), getattr(record, field) or "", [])


def words_of(site: Site, own: OwnWords) -> Iterator[str]:
    yield from own.words
    yield from (placed.exact for name in own.records for placed in site.evidence.of(name))


def _statements(record: Record) -> Iterator[tuple[tuple[str, ...], str]]:
    for field in OWN_WORDS:
        if isinstance(value := getattr(record, field, None), str):
            yield (field,), value
    for option, cell in getattr(record, "cells", {}).items():
        if cell.statement:
            yield ("cells", option, "statement"), cell.statement


def quotations_in(site: Site, text: str) -> list[Span]:
    """The words in quotation marks, without the marks; found as in a source."""
    return sorted(quotations(text, [Span(0, len(text))], written_language(site)))


def written_language(site: Site) -> Language:
    """The language in which editors write: what the settings say, else that of the first source."""
    return (
        language(site.topic.settings.language)
        if site.topic.settings.language
        else next((s.passages.language for s in site.topic.sources.values()), language("en"))
    )


def listed(records: list[str]) -> str:
    several = list(dict.fromkeys(records))
    return (
        ", ".join([*several[:5], *([f"{len(several) - 5} more"] if len(several) > 5 else [])])
        or "none is cited"
    )
