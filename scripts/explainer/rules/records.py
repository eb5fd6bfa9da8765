"""The rules on records and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..text.folding import fold
from ..text.words import did_you_mean
from ..topic.model import NOT_STATED, Comparison, Reference
from ..topic.problems import Problem
from ..topic.site import Site, at
from .common import AGENT_KINDS, of_class
from .registry import rule

_LINKS: dict[str, tuple[str, ...]] = {
    "speaker": AGENT_KINDS,
    "author": AGENT_KINDS,
    "shared_by": AGENT_KINDS,
    "said_via": ("organisations",),
    "reported_by": AGENT_KINDS,
    "affiliation": ("organisations",),
    "parent": ("organisations",),
    "holder": AGENT_KINDS,
    "attribution": AGENT_KINDS,
    "participants": AGENT_KINDS,
    "about": AGENT_KINDS,
    "references": ("references",),
    "relies_on": (*AGENT_KINDS, "references"),
}


@rule(whole=False)
def known_ids(site: Site) -> Iterator[Problem]:
    """Every id that a record, a page or a source names exists and is of the right kind, and is no
    draft unless a draft names it; subjects, topics and options stand in the settings.
    """
    topic = site.topic
    named = {o.id for o in topic.settings.options} | set(topic.settings.topics)

    def wrong(name: str, kinds: tuple[str, ...], draft: bool = False) -> tuple[str, str] | None:
        kind = topic.kinds.get(name)
        if not kind and topic.whole and name in topic.redirects:
            return f'"{name}" was removed', f"name {topic.redirects[name]}"
        if kind and topic.records[name].draft and not draft:
            return (
                f'"{name}" is a draft and cannot be named',
                "decide on the draft, and take draft: true away",
            )
        if kind in kinds or (not kinds and kind) or topic.is_unreadable(name):
            return None
        if kind:
            return (
                f'"{name}" is one of the {kind}, not of the {" or ".join(kinds)}',
                "name a record of the right kind",
            )
        known = [i for i, k in topic.kinds.items() if not kinds or k in kinds]
        return f'there is no record "{name}"', did_you_mean(name, known)

    for name, record in topic.records.items():
        where = partial(at, site, name)
        fields = [
            (f, getattr(record, f))
            for f in _LINKS
            if hasattr(record, f) and not (f == "author" and isinstance(record, Reference))
        ]
        fields += [(f, getattr(record, f)) for f in ("between", "record") if hasattr(record, f)]
        for field, value in fields:
            for i, other in enumerate(value if isinstance(value, tuple) else (value,)):
                if field == "record" and other in topic.redirects:
                    continue  # what was corrected stays on record, whatever became of it
                if other not in (None, NOT_STATED) and (
                    fault := wrong(other, _LINKS.get(field, ()), record.draft)
                ):
                    yield Problem(*where(field, i), *fault)
        for field in ("topic", "subjects"):
            value = getattr(record, field, ())
            for i, other in enumerate(value if isinstance(value, tuple) else (value,)):
                if topic.whole and other not in named:
                    yield Problem(
                        *where(field, i),
                        f'there is no topic "{other}" in the settings',
                        did_you_mean(other, named),
                    )
        if isinstance(record, Comparison):
            for option, cell in record.cells.items():
                for other in cell.attribution:
                    if fault := wrong(other, AGENT_KINDS, record.draft):
                        yield Problem(*where("cells", option, "attribution"), *fault)
    for page in topic.pages.values():
        if page.meta.person and (fault := wrong(page.meta.person, ("people",))):
            yield Problem(page.file, page.where.line("person"), *fault)
    for old, new in topic.redirects.items():
        if fault := wrong(new, ()):
            yield Problem(*at(site, old, "to"), *fault)
    for source in topic.sources.values():
        for i, other in enumerate(source.record.relies_on):
            if fault := wrong(other, _LINKS["relies_on"]):
                yield Problem(source.where.path, source.where.line("relies_on", i), *fault)


@rule(whole=False)
def whole_rows(site: Site) -> Iterator[Problem]:
    """A row of the comparison has a cell for each option, each with a statement and its evidence,
    or not_stated: true.
    """
    options = [o.id for o in site.topic.settings.options]
    for row in of_class(site, Comparison):
        if site.topic.whole and sorted(row.cells) != sorted(options):
            yield Problem(
                *at(site, row.id, "cells"),
                f"the cells are {', '.join(row.cells) or 'none'}, the options"
                f" {', '.join(options) or 'none'}",
                "write one cell for each option of seeds/settings.yml",
            )
        for option, cell in row.cells.items():
            if cell.not_stated and (cell.statement or cell.evidence):
                yield Problem(
                    *at(site, row.id, "cells", option),
                    "the cell says something and not_stated too",
                    "keep one of the two",
                )
            elif not cell.not_stated and not (cell.statement and cell.evidence):
                yield Problem(
                    *at(site, row.id, "cells", option),
                    "the cell has no statement with evidence",
                    "add statement: and evidence:, or not_stated: true",
                )


@rule(whole=False)
def whole_conflicts(site: Site) -> Iterator[Problem]:
    """A conflict names two or more different records."""
    for conflict in site.topic.of_kind("conflicts"):
        if len(set(conflict.between)) < 2:
            yield Problem(
                *at(site, conflict.id, "between"),
                "a conflict is between two or more records",
                "name them by their ids",
            )


@rule(whole=False)
def decided(site: Site) -> Iterator[Problem]:
    """No placeholder of a draft is published: own words that are not_stated, a date 0000, a range
    that ends before it begins.
    """
    for name, record in site.topic.records.items():
        if record.draft:
            continue
        for field in (
            "name",
            "title",
            "description",
            "statement",
            "definition",
            "label",
            "unit",
            "measure",
            "population",
        ):
            if getattr(record, field, None) == NOT_STATED:
                yield Problem(
                    *at(site, name, field),
                    f"{field} is still to be decided",
                    "say it in your own words, or give the record draft: true again",
                )
        if getattr(record, "date", None) == "0000":
            yield Problem(
                *at(site, name, "date"),
                "the date is still to be decided",
                "write the year, month or day, as exactly as it is known",
            )
        if getattr(record, "value_max", None) is not None and record.value_max <= record.value:  # type: ignore[attr-defined]
            yield Problem(
                *at(site, name, "value_max"),
                "the range ends before it begins",
                "value is the lower end, value_max the upper",
            )


@rule(whole=True)
def told_apart(site: Site) -> Iterator[Problem]:
    """No two people, organisations, figures, events, terms, conflicts or rows of the comparison
    have the same name, so that search can tell them apart.
    """
    seen: dict[tuple[str, str], str] = {}
    for name, record in site.topic.records.items():
        for field in ("name", "label", "title", "term", "question"):
            if (value := getattr(record, field, None)) and site.topic.kinds[name] != "references":
                first = seen.setdefault((site.topic.kinds[name], fold(value)), name)
                if first != name:
                    yield Problem(
                        *at(site, name, field),
                        f'"{first}" is called the same',
                        "make the two names different",
                    )
