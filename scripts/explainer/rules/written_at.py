"""Where what a built page says is written: in a page of content/, or in a record."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.built_html import Run
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site, at

_HELP = (
    (
        "no record cited here has the number",
        "cite the fact that has this number right behind it: [^id], or say it without the number",
    ),
    (
        "no record cited here has the words",
        "quote words of a fact that is cited there, letter for letter, or remove the marks",
    ),
)
_ELSE = "write it in another way, or leave it out"


class Fault(str):
    """A line on what is wrong in a built page, for a log: page:line: what. ``path`` and ``line``
    are where it is written, as far as that is known, and ``what`` is wrong."""

    path = ""
    line = 0
    what = ""

    def problem(self) -> Problem | None:
        """What an editor is told; None where it is not known where it is written."""
        if not self.path:
            return None
        page = self.partition(":")[0]
        help = next((help for begins, help in _HELP if self.what.startswith(begins)), _ELSE)
        help += f" (only the built page shows this: {page})"
        return Problem(self.path, self.line, self.what, help, "published")


def fault(
    site: Site, page: str, line: int, what: str, parts: Outline | None, runs: Iterable[Run]
) -> Fault:
    """A fault on a line of a built page (0: none), the words of which are ``runs``, with where it
    is written: the first paragraph of content/ that is these words, or the record in whose card
    they are."""
    found = Fault(f"{page}:{line}: {what}")
    found.what = what
    here = [run for run in runs if run.line == line] if line else []
    texts = {run.text for run in here}
    if parts:
        for paragraph in parts.paragraphs:
            words = paragraph.text
            if words and (words in texts or (not line and f'"{words[:80]}"' in what)):
                found.path, found.line = parts.page.file, parts.line(paragraph)
                return found
    names = (name for run in here for name in reversed(run.ids) if name in site.topic.records)
    if name := next(names, ""):
        found.path, found.line = at(site, name)
    return found


def told(faults: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Faults as editors are told of them, each once: those of which it is known where they are
    written, and the lines on the others."""
    problems, others = dict[Problem, None](), list[str]()
    for one in faults:
        problem = one.problem() if isinstance(one, Fault) else None
        if problem:
            problems[problem] = None
        else:
            others.append(one)
    return [*problems], others
