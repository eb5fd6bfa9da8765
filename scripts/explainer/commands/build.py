"""Load, check, render and export, stage: the one order in which a site is made."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ..rules.of_one import said_of_one
from ..rules.registry import check
from ..rules.settings import known_settings, unknown_settings
from ..rules.speakers import lines_that_attribute
from ..rules.undated import undated
from ..rules.unread import without_replaced
from ..site.catalog import Catalog, Deployment
from ..site.counts import counts
from ..topic.agents import Agent
from ..topic.fieldtypes import NOT_STATED
from ..topic.figures import unlike
from ..topic.load import load
from ..topic.mkdocs_yml import MkdocsYml, read_mkdocs_yml
from ..topic.model import Figure, Quote
from ..topic.problems import Problem, in_order
from ..topic.record import Record
from ..topic.roles import OWN, Mark, values
from ..topic.site import Site, at
from ..topic.topic import Topic
from .stage import stage

# The id of somebody, where a message is about them and not about the id.
_OF_SOMEBODY = re.compile(
    r'(?<!\bid )(?<!\brecord )(?<!\bshows )(?<!\boffice )(?<!\bsays )"([a-z0-9-]+)"'
    r"(?! is (?:a draft|the id|taken))"
)


class Checked(NamedTuple):
    """A site, the problems found, notes that are no problems (drafts left, numbers not to be
    compared), and MkDocs' settings."""

    site: Site
    problems: list[Problem]
    notes: list[str]
    mkdocs: MkdocsYml


_NOWHERE = "the words are not in the source"


def check_site(root: Path) -> Checked:
    """Load and check a site."""
    mkdocs, wrong = read_mkdocs_yml(root)
    topic, faults = load(root)
    site = Site(topic, mkdocs)
    found = [*wrong, *_with_lines(site, _but_qualifiers(faults, told := check(site)))]
    found += _beside(site, told)
    problems = in_order(_as_told(topic, problem) for problem in without_replaced(site, found))
    if not problems and not site.evidence.placed:
        problems = [
            Problem(
                "seeds",
                0,
                "nothing was checked: there is no record here",
                "record a first fact in seeds/facts/",
                "load",
            )
        ]
    return Checked(site, problems, list(_notes(site)), mkdocs)


def _with_lines(site: Site, faults: list[Problem]) -> Iterator[Problem]:
    """Faults, of a quotation of which it is not said whose it is with the lines that say so."""
    quotes = {at(site, quote.id): quote for quote in site.topic.of_class(Quote)}
    for problem in faults:
        quote = quotes.get((problem.path, problem.line))
        if quote and problem.message == '"attributed_by" is missing':
            problem = problem._replace(paste=lines_that_attribute(site, quote))
        yield problem


def _but_qualifiers(faults: list[Problem], told: list[Problem]) -> list[Problem]:
    """Faults, but not those of how exact a number is where a rule says what its sentence has."""
    known = {(p.path, p.line) for p in told if p.rule == "exact-as-said"}
    return [p for p in faults if (p.path, p.line) not in known or '"qualifier"' not in p.message]


def _beside(site: Site, told: list[Problem]) -> Iterator[Problem]:
    """Problems, of words that attribute a quotation and are nowhere with those beside it."""
    quotes = {at(site, q.id, "attributed_by"): q for q in site.topic.of_class(Quote)}
    for p in told:
        quote = quotes.get((p.path, p.line)) if p.message.startswith(_NOWHERE) else None
        if quote and (lines := lines_that_attribute(site, quote)):
            help = "put this in its place: the words beside the quotation"
            if quote.resolved_from:
                lines = lines.partition("\n")[0] + "\n"
            p = p._replace(help=help, nearest="", nearest_at="", paste=lines)
        yield p


def _as_told(topic: Topic, problem: Problem) -> Problem:
    """A problem in the file that an editor sees, with the names of people and organisations that it
    speaks of, not their ids alone."""

    def named(match: re.Match[str]) -> str:
        agent = topic.records.get(match[1])
        return f'"{agent.name}" ({match[1]})' if isinstance(agent, Agent) else match[0]

    path = topic.actual.get(problem.path, problem.path)
    return problem._replace(path=path, message=_OF_SOMEBODY.sub(named, problem.message))


def check_settings(root: Path) -> list[Problem]:
    """Check ``mkdocs.yml`` alone, as far as that goes: quick, and enough to let MkDocs open it."""
    mkdocs, wrong = read_mkdocs_yml(root)
    name = known_settings.__name__.replace("_", "-")
    return in_order([*wrong, *(p._replace(rule=name) for p in unknown_settings(mkdocs))])


def build_site(root: Path, address: str | None = None) -> tuple[Checked, list[str]]:
    """Check a site and, if there is no problem, stage its pages and data; returns what changed.
    ``address`` is where a preview shows it. Raises StageError."""
    from ..site.cards import unwritten
    from ..site.data import export  # templates and pictures, of which a check needs nothing
    from ..site.pages import render

    checked = check_site(root)
    if checked.problems:
        return checked, []
    checked.notes.extend(unwritten(checked.site))
    catalog = Catalog(checked.site, deployment(checked.mkdocs, address))
    pages = ((path, text.encode()) for path, text in render(catalog))
    return checked, stage(chain(pages, export(catalog)), root / "build" / "docs")


def deployment(mkdocs: MkdocsYml, address: str | None = None) -> Deployment:
    """Where the site will live: its name, address, author and copyright are those of
    ``mkdocs.yml``. SOURCE_DATE_EPOCH, the last commit's time, says when it was last changed.

    EXPLAINER_REPOSITORY (https://github.com/owner/name), EXPLAINER_BRANCH (for edit links) and
    EXPLAINER_REVISION (for links to a line) are set by the workflow; without them there are no such
    links. EXPLAINER_LINKS=file is for an engine that resolves links in HTML from the page's file,
    as Zensical does."""
    get = os.environ.get
    url = mkdocs.site_url if address is None else address
    branch = get("EXPLAINER_BRANCH") or "main"
    return Deployment(
        url.rstrip("/") + "/" if url else "",
        mkdocs.site_name,
        get("EXPLAINER_REPOSITORY", "").rstrip("/"),
        branch,
        get("EXPLAINER_REVISION") or branch,
        get("EXPLAINER_LINKS") or "page",
        author=str(mkdocs.keys.get("site_author") or ""),
        rights=str(mkdocs.keys.get("copyright") or ""),
        changed=_day(get("SOURCE_DATE_EPOCH", "")),
    )


def _day(seconds: str) -> str:
    """The day of a time in seconds since 1970, in UTC; empty where there is none."""
    return str(datetime.fromtimestamp(int(seconds), UTC).date()) if seconds.isdecimal() else ""


def _notes(site: Site) -> Iterator[str]:
    topic = site.topic
    for name, record in topic.records.items():
        if record.draft:
            where = topic.where[name]
            said = topic.kinds[name] != "quotes" or any(
                getattr(record, field, None) for field in ("speaker", "shared_by")
            )
            missing = [] if said else ["it has no speaker yet"]
            if unwritten := list(dict.fromkeys(_unwritten(record))):
                missing.append(f"to be written: {', '.join(unwritten)}")
            left = f" ({'; '.join(missing)})" if missing else ""
            yield f"{where.path}:{where.line()}: draft, left to decide: {name}{left}"
    for path, line, told in undated(site):
        yield f"{path}:{line}: {told}"
    for path, line, text in said_of_one(site):
        yield f"{path}:{line}: this speaks of one source, and there are several: {text[:120]}"
    by_unit: dict[str, dict[str, None]] = {}
    fields: dict[str, dict[str, None]] = {}
    for a, b, differ in unlike_on_pages(site):
        by_unit.setdefault(a.unit, {}).update({a.id: None, b.id: None})
        fields.setdefault(a.unit, {}).update(dict.fromkeys(differ))
    for unit, names in by_unit.items():
        together = " and ".join((", ".join([*names][:-1]), [*names][-1]))
        differing = ", ".join(fields[unit])
        yield f"not like for like, shown with a warning in one chart: {together} ({differing})"


def _unwritten(record: Record) -> Iterator[str]:
    """The fields of a draft that wait for an editor's words."""
    for _, value, spec in values(record):
        if spec.role is OWN and value == NOT_STATED and Mark.UNSTATED not in spec.marks:
            yield spec.name


def unlike_on_pages(site: Site) -> Iterator[tuple[Figure, Figure, list[str]]]:
    """The numbers that must not be compared, as the pages list them, with what differs."""
    blocks = (block for parts in site.outlines.values() for block in parts.blocks)
    lists = (block.ids for block in blocks if block.name == "figures")
    return unlike(site.topic.of_kind("figures"), lists)


def summary(checked: Checked) -> str:
    """What was checked, counted, and how many problems."""
    counted = ", ".join(f"{value} {label}" for label, value, _ in counts(checked.site))
    number = len(checked.problems)
    return f"{counted}, {number} problem{'' if number == 1 else 's'}"
