"""What is wrong with a site, as a list with links, in the page that a reviewer reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..site.catalog import Deployment
from ..topic.problems import Problem
from .diff_words import counted
from .markdown import Links, fenced, marked_words, safe, within

_MOST_PROBLEMS = 300


def problems_page(problems: Sequence[Problem], deployment: Deployment) -> str:
    """The summary where there is nothing to compare: the site cannot be read."""
    return "\n".join(within(list(to_fix(problems, Links(deployment)))))


def to_fix(problems: Sequence[Problem], links: Links) -> Iterator[str]:
    """The list of what is wrong, each with its line, what to do and what to paste; nothing where
    nothing is."""
    if problems:
        yield f"### To fix: {counted(len(problems), 'problem')}\n"
    for p in problems[:_MOST_PROBLEMS]:
        yield "\n".join(problem_lines(p, links))
    if len(problems) > _MOST_PROBLEMS:
        yield f"- and {len(problems) - _MOST_PROBLEMS} more"
    if problems:
        yield ""


def problem_lines(problem: Problem, links: Links) -> Iterator[str]:
    """One problem as an item of a list."""
    yield f"- {links.to(problem.path, problem.line)}: {safe(problem.message)}  "
    alike = {*problem.wrote.casefold().split()} & {*problem.nearest.casefold().split()}
    if problem.nearest and problem.wrote and not alike:
        yield f"  written: {safe(problem.wrote)}; the words: {safe(problem.nearest)}  "
    elif problem.nearest:
        where = f" ({safe(problem.nearest_at)})" if problem.nearest_at else ""
        yield f"  written and nearest: {marked_words(problem.wrote, problem.nearest)}{where}  "
    elif problem.wrote:
        yield f"  written: {safe(problem.wrote)}  "
    yield f"  **{safe(problem.help)}**"
    if problem.paste:
        yield f"\n{fenced(problem.paste, '  ')}"
    if problem.instead:
        when, _, lines = problem.instead.partition("\n")
        yield f"\n  **{safe(when)}**\n\n{fenced(lines, '  ')}"
