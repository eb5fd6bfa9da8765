"""Words in GitHub's Markdown: without a meaning of their own in it, with what changed in them
marked, with links to lines, and no more than GitHub takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote as percent

from ..site.catalog import Deployment
from ..site.labels import markdown_escape
from ..text.changed import Words, changed_words, shortened
from .diff_words import counted

MOST = 900_000  # bytes of a summary, of the 1,048,576 that GitHub takes
_MARKS = {"gone": "del", "new": "ins"}


def safe(text: str) -> str:
    """Words on one line, without a meaning in Markdown or to GitHub (links, mentions)."""
    plain = markdown_escape(text).replace("@", "&#64;")
    return plain.replace("www.", "www&#46;")


def marked_words(before: str, after: str) -> str:
    """Two texts as one, with the words that are gone and those that are new marked."""
    if before.split() == after.split():
        return f"{safe(after)} (other white space)" if before != after else safe(after)
    return "".join(map(_marked, shortened(changed_words(before, after)))).strip()


def _marked(words: Words) -> str:
    if words.what == "left":
        return f"<i>… {counted(int(words.text), 'word')} …</i> "
    if tag := _MARKS.get(words.what):
        return f"<{tag}>{safe(words.text)}</{tag}> "
    return piece(words.text)


def short(revision: str) -> str:
    """A revision as people know it."""
    return revision[:10] if re.fullmatch(r"[0-9a-f]{40}", revision) else revision


class Links:
    """Links to lines of the files as they are in the change."""

    def __init__(self, deployment: Deployment):
        to = deployment
        self.base = f"{to.repository}/blob/{to.revision}" if to.repository else ""

    def to(self, path: str, line: int = 0) -> str:
        """A file's path and line, with a link where there is a repository."""
        words = safe(path) + (f", line {line}" if line else "")
        if not self.base:
            return words
        plain = "?plain=1" if line and path.endswith(".md") else ""
        return f"[{words}]({self.base}/{percent(path)}{plain}{f'#L{line}' if line else ''})"


def piece(text: str) -> str:
    """Words with the space at their ends."""
    return f"{' ' * text[:1].isspace()}{safe(text)}{' ' * text[-1:].isspace()}"


def fenced(text: str, indent: str) -> str:
    """Text to copy; the fence is longer than any in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    lines = (f"{fence}yaml", *text.rstrip("\n").split("\n"), fence)
    return "".join(f"{indent}{line}\n" for line in lines)


def within(blocks: Iterable[str]) -> Iterator[str]:
    """As many blocks as GitHub takes; of the rest, how many there are."""
    size = left = 0
    for block in blocks:
        size += len(block.encode()) + 1
        if size <= MOST:
            yield block
        else:
            left += 1
    if left:
        yield f"\n**{counted(left, 'more part')} of this summary: too long for GitHub.**"
        yield "`explainer diff` shows all of them on your own machine or in a codespace.\n"
