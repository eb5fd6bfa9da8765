"""The rule on answers: what stands below a question rests on something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ..text.html import Paragraph
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site
from .fitting import to_cite
from .registry import rule

_ASKS = re.compile(r"[?؟？]\s*$")  # as headings end that ask something

_HELP = (
    "cite what it rests on: [^id] of a fact or reference, or link to where the site says that it is"
    " not told"
)


@rule(whole=True)
def answers_rest_on_something(site: Site) -> Iterator[Problem]:
    """Below a heading that asks something, a paragraph cites a fact or a reference, or leads to
    where they are; or a block shows them. Pages that need not cite are left out."""
    for path, parts in site.outlines.items():
        for i, paragraph in enumerate(parts.paragraphs if path not in _uncited(site) else ()):
            if not (paragraph.level and _ASKS.search(paragraph.text)) or paragraph.cites:
                continue
            said = [p for p in _below(parts, i) if re.search(r"\w", p.text)]
            if said and not any(p.cites or p.links for p in said):
                help = to_cite(site, _HELP, said[0].text)
                message = "this answer cites nothing"
                line = parts.line(said[0])
                yield Problem(parts.page.file, line, message, help, "", said[0].text[:120])


def _uncited(site: Site) -> frozenset[str]:
    return frozenset(site.topic.settings.uncited_pages)


def _below(parts: Outline, i: int) -> Iterator[Paragraph]:
    """The paragraphs of the section of a heading, the headings within it too."""
    level = parts.paragraphs[i].level
    return takewhile(lambda p: not 0 < p.level <= level, parts.paragraphs[i + 1 :])
