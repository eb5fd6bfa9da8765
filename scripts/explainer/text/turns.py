"""Speech without quotation marks: the turns of a transcript (a name and a colon) and posts with the
name and handle of who wrote them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .languages import Language
from .spans import Span
from .speech import speech


class Turn(NamedTuple):
    """What somebody said or posted: the words that name them, and each paragraph's words."""

    label: Span
    words: Span
    posted: bool = False


_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*"
_LABEL = re.compile(
    rf"(?P<label>{_NAME}(?:,?[ \u00a0](?:{_NAME}|de|la|le|du|des|del|von|van|der|den|of|the|and|y"
    r"|et|und|[(\[][^()\[\]\n]{1,60}[)\]])){0,6})"
    r"(?:, (?:the |la |le |el |die |der )?[a-zß-ÿ][\w’'-]*(?: [\w’'-]+){0,5})?"
    r"[ \u00a0\u202f]?:[ \u00a0\u202f\n]+(?=\S)"
)
_LINE = re.compile(r"(?<=\n)[ \t]*(?=\S)")
_SIGNED = re.compile(r"[—–-]{1,2} ?(?P<label>[^\W\d_][^@()\n]{1,60} ?\(@\w{2,30}\)[^\n]{0,40})$")
_HEADED = re.compile(r"(?P<label>[^\W\d_][^@()\n:]{1,60} ?\(?@\w{2,30}\)?[^\n.!?]{0,40})$")
# What stands before a colon in a text that is no transcript.
_NO_SPEAKERS = frozenset(
    "note update correction warning photo picture image video source breaking watch listen read"
    " more fact myth related caption advertisement exclusive analysis opinion hinweis korrektur"
    " foto quelle bild achtung légende crédit mise erratum nota foto fuente aviso".split()
)


def turns_of(text: str, paragraphs: list[Span], language: Language) -> list[Turn]:
    """The turns of a transcript, in order; none where what stands before colons may be headings.

    Two paragraphs, or lines, begin with a name in capitals, or three with any name; one name comes
    again, or somebody says I or asks. A paragraph without a name goes on with the turn before where
    most have one and another turn follows."""
    begun = [(i, m) for i, p in enumerate(paragraphs) for m in _labels(text, p)]
    if not _is_transcript(text, [m for _, m in begun], language):
        return []
    found: list[Turn] = []
    for n, (i, match) in enumerate(begun):
        following, after = begun[n + 1] if n + 1 < len(begun) else (len(paragraphs), None)
        end = after.start() if after and following == i else paragraphs[i].end
        label = Span(*match.span("label"))
        found.append(Turn(label, Span(match.end(), _trimmed(text, match.end(), end))))
        if after and 2 * len({i for i, _ in begun}) >= len(paragraphs):
            found += [
                Turn(label, p) for p in paragraphs[i + 1 : following] if text[p.start] not in "(["
            ]
    return [turn for turn in found if turn.words.start < turn.words.end]


def _labels(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    """The names before a colon at the start of a paragraph and of its lines."""
    lines = _LINE.finditer(text, paragraph.start + 1, paragraph.end)
    starts = [paragraph.start, *(line.end() for line in lines)]
    for start in starts:
        match = _LABEL.match(text, start, paragraph.end)
        if match and not _NO_SPEAKERS & set(re.findall(r"\w+", match["label"].lower())):
            yield match


def _is_transcript(text: str, labels: list[re.Match[str]], language: Language) -> bool:
    names = Counter(match["label"] for match in labels)
    capitals = sum(count for name, count in names.items() if name.isupper())
    if capitals < 2 and len(labels) < 3:
        return False
    if max(names.values()) > 1:
        return len(names) > 1
    first = speech(language).first_person
    said = [text[m.end() : m.end() + 300].partition("\n")[0] for m in labels]
    return len(names) > 1 and any(first.search(words) or "?" in words for words in said)


def posts_of(text: str, paragraphs: list[Span]) -> Iterator[Turn]:
    """Posts with a signature, — Name (@handle) and maybe a date, behind them or as a paragraph of
    its own; or with such a line before them."""
    taken = -1
    for i, p in enumerate(paragraphs):
        lines = text[p.start : p.end].splitlines(keepends=True)
        last = p.end - len(lines[-1]) if lines else p.start
        signed = _SIGNED.match(text, last, p.end) or _SIGNED.search(text, last, p.end)
        if signed:
            own = Span(p.start, _trimmed(text, p.start, signed.start()))
            if own.start < own.end:
                yield Turn(Span(*signed.span("label")), own, posted=True)
            elif i and i - 1 != taken:
                yield Turn(Span(*signed.span("label")), paragraphs[i - 1], posted=True)
            taken = i
            continue
        first = lines[0].rstrip() if lines else ""
        headed = _HEADED.match(text, p.start, p.start + len(first))
        if headed:
            rest = Span(p.start + len(lines[0]), p.end)
            if rest.start < rest.end:
                yield Turn(Span(*headed.span("label")), rest, posted=True)
                taken = i
            elif i + 1 < len(paragraphs):
                yield Turn(Span(*headed.span("label")), paragraphs[i + 1], posted=True)
                taken = i + 1


def _trimmed(text: str, start: int, end: int) -> int:
    """Where words end, without the white space behind them."""
    return start + len(text[start:end].rstrip())
