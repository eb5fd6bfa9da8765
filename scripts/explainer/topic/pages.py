"""The editors' pages taken apart: paragraphs with their citations, and blocks of facts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ..text.markdown import CITATION, FENCE
from .blocks import PLAIN_BLOCKS, Block, listings, read_block
from .problems import Problem
from .topic import Page, Topic

_EXPRESSION = re.compile(r"\s*\{\{(.*)\}\}\s*")

# Code, tags, escaped brackets, the addresses of links and whole pictures: a citation in one of them
# is none.
_NO_CITATION = re.compile(
    r"(?<!`)(`{1,9})(?!`)[^\n]*?(?<!`)\1(?!`)|<[^<>]*>|\\.|\]\([^()]*\)|!\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
)

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")


class Paragraph(NamedTuple):
    """A paragraph, list item, table row or heading of prose, with the ids it cites."""

    text: str
    line: int
    cites: tuple[str, ...]
    heading: bool


@dataclass
class Outline:
    """What a page is made of. ``parts`` are its lines of Markdown and its blocks, in order."""

    page: Page
    parts: list[tuple[int, str] | Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        return [part for part in self.parts if isinstance(part, Block)]

    def cited(self) -> list[str]:
        """The ids cited on the page, once each, in order."""
        return list(dict.fromkeys(c for p in self.paragraphs for c in p.cites))


def outline(page: Page, topic: Topic) -> Outline:
    """One page's parts; faults in its expressions are kept in ``problems``."""
    result = Outline(page)
    lines: list[tuple[int, str]] = []
    fenced = ""

    def close() -> None:
        if lines:
            text = " ".join(t.strip() for _, t in lines)
            cites = CITATION.findall(_NO_CITATION.sub("", text))
            result.paragraphs.append(
                Paragraph(
                    text, lines[0][0], tuple(cites), lines[0][1].startswith("#") and not fenced
                )
            )
            lines.clear()

    for number, line in enumerate(page.body.split("\n"), page.first_line):
        fence = FENCE.fullmatch(line)
        if fence and (not fenced or fenced == line.rstrip()):
            close()
            fenced = "" if fenced else fence.group(1)
        elif not fenced and ("{{" in line or "{%" in line):
            close()
            match = _EXPRESSION.fullmatch(line)
            block = (
                read_block(match.group(1), number, page, topic)
                if match
                else "an expression stands on a line of its own"
            )
            if isinstance(block, Block):
                result.parts.append(block)
                continue
            name = next(
                (name for name in (*listings(), *PLAIN_BLOCKS) if re.search(rf"\b{name}\b", line)),
                "quotes",
            )
            example = 'quotes(speaker="some-id")' if name == "quotes" else f"{name}()"
            result.problems.append(
                Problem(
                    page.file,
                    number,
                    f"this expression cannot be used: {block}",
                    f"write, on a line of its own, a block such as {{{{ {example} }}}}",
                    "expressions",
                    line.strip()[:120],
                )
            )
            line = ""
        else:  # what is in code is read too, so the rules on words and numbers hold there
            item = _ITEM.match(line) and (
                not lines or _ITEM.match(lines[0][1])
            )  # a list does not begin within a paragraph
            if (
                not line.strip()
                or line.startswith("#")
                or item
                or line.lstrip().startswith(("|", "<"))
            ):
                close()
            if line.strip():
                lines.append((number, line))
            if line.startswith("#"):
                close()
        result.parts.append((number, line))
    close()
    return result
