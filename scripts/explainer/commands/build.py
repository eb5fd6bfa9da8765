"""Load, check, render and export, stage: the one order in which a site is made."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from ..rules.registry import check
from ..site.catalog import Catalog, Deployment
from ..site.counts import counts
from ..site.data import export
from ..site.pages import render
from ..topic.figures import unlike
from ..topic.load import load
from ..topic.problems import Problem, in_order
from ..topic.site import Site
from ..topic.topic import Topic
from .stage import stage


class Checked(NamedTuple):
    """A site, the problems found, and notes that are no problems (drafts left, numbers not to be
    compared).
    """

    site: Site
    problems: list[Problem]
    notes: list[str]


def check_site(root: Path) -> Checked:
    """Load and check a site."""
    topic, faults = load(root)
    site = Site(topic)
    problems = in_order([*faults, *check(site)])
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
    return Checked(site, problems, list(_notes(topic)))


def build_site(root: Path, site_name: str = "", site_url: str = "") -> tuple[Checked, list[str]]:
    """Check a site and, if there is no problem, stage its pages and data; returns what changed.
    Raises StageError.
    """
    checked = check_site(root)
    if checked.problems:
        return checked, []
    catalog = Catalog(checked.site, deployment_from_environment(site_name, site_url))
    pages = ((path, text.encode()) for path, text in render(catalog))
    return checked, stage(chain(pages, export(catalog)), root / "build" / "docs")


def deployment_from_environment(site_name: str = "", site_url: str = "") -> Deployment:
    """Where the site will live. SITE_URL, EXPLAINER_REPOSITORY (https://github.com/owner/name),
    EXPLAINER_BRANCH (for edit links) and EXPLAINER_REVISION (for links to a line) are set by the
    workflow; without them there are no such links. EXPLAINER_LINKS=file is for an engine that
    resolves links in HTML from the page's file, as Zensical does.
    """
    get = os.environ.get
    branch = get("EXPLAINER_BRANCH") or "main"
    url = site_url or get("SITE_URL", "")
    return Deployment(
        url.rstrip("/") + "/" if url else "",
        site_name,
        get("EXPLAINER_REPOSITORY", "").rstrip("/"),
        branch,
        get("EXPLAINER_REVISION") or branch,
        get("EXPLAINER_LINKS") or "page",
    )


def _notes(topic: Topic) -> Any:
    for name, record in topic.records.items():
        if record.draft:
            where = topic.where[name]
            missing = (
                " (it has no speaker yet)"
                if topic.kinds[name] == "quotes" and not (record.speaker or record.shared_by)
                else ""
            )  # type: ignore[attr-defined]
            yield f"{where.path}:{where.line()}: draft, left to decide: {name}{missing}"
    for a, b, differ in unlike(topic.of_kind("figures")):
        yield f"not like for like, shown with a warning: {a.id} and {b.id} ({', '.join(differ)})"


def summary(checked: Checked) -> str:
    """What was checked, counted, and how many problems."""
    counted = ", ".join(f"{value} {label}" for label, value, _ in counts(checked.site))
    number = len(checked.problems)
    return f"{counted}, {number} problem{'' if number == 1 else 's'}"
