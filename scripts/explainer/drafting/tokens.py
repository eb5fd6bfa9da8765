"""The words and marks of a text, each with the sign of what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..text.folding import fold
from ..text.spans import Span
from .grammar import QUOTED, UP, Grammar

SHORT = frozenset(
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Capt Col Lt Sgt Rev St M Mme Mlle Sra Sr Hr Fr Sec"
    " Maj Det Cpl Insp Supt Cmdr Adm Brig Cllr Atty".split()
)
_TOKEN = re.compile(
    rf"\0+|(?:{'|'.join(sorted(SHORT))})\.(?=\s)|(?:[A-Z]\.){{2,}}|(?:[{UP}]\.)(?=\s?[{UP}])"
    r"|@\w+|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:[’'.-](?=[^\W\d_])[^\W\d_]+)*[’']?|[^\w\s]"
)
_ELIDED = re.compile(r"(?i)(?:[cdjlmnst]|qu|jusqu|lorsqu)[’'](?=\w)")
OWNS = re.compile(r"[’']s?$")
_INVERTED = re.compile(r"(?i)(.+?)-(?:t-)?(ils?|elles?)$")


class Token(NamedTuple):
    """A word or a mark of the text with its sign; for a name, whose."""

    sign: str
    start: int
    end: int
    text: str
    whose: Agent | None = None

    @property
    def low(self) -> str:
        return self.text.lower()


@dataclass(eq=False)
class Agent:
    """Somebody or something that is named; ``kind`` is empty where the text does not tell which;
    ``id`` is that of its record, once there is one."""

    name: str
    kind: str
    at: Span
    title: str = ""
    she: bool | None = None
    id: str = ""
    description: str = ""  # what it is, where that is certain
    about: str = ""  # what the words behind the name say that somebody is
    roles: set[str] = field(default_factory=set)

    @property
    def last_name(self) -> str:
        return self.name.split()[-1]


def tokens(plain: str, outer: list[Span], grammar: Grammar) -> Iterator[Token]:
    """The words and marks of a text in which quotations are hidden, each with its sign."""
    at = 0
    for phrase in [*grammar.phrases.finditer(plain), None]:
        stop = phrase.start() if phrase else len(plain)
        while at < stop and (match := _TOKEN.search(plain, at, stop)):
            at = match.end()
            if match.group()[0] == "\0":
                yield from _quoted(match, outer)
            else:
                yield from _signed(match, grammar)
        if phrase:
            yield Token(phrase.lastgroup or "", phrase.start(), phrase.end(), phrase.group())
            at = phrase.end()


def _quoted(match: re.Match[str], outer: list[Span]) -> Iterator[Token]:
    """A token for each quotation of several that touch."""
    i = bisect_right(outer, (match.start() + 1, 1 << 60)) - 1
    while 0 <= i < len(outer) and outer[i].start <= match.end():
        span = outer[i]
        start = max(span.start - 1, 0)
        if start >= match.start():
            yield Token(QUOTED, start, span.end + 1, "\0")
        i += 1


def _signed(match: re.Match[str], grammar: Grammar) -> Iterator[Token]:
    """A word with its sign, divided where two are written as one (l'élue, dit-il)."""
    start, text = match.start(), match.group()
    while elided := _ELIDED.match(text):
        part = elided.group()
        yield Token(grammar.sign(part[:-1].lower()), start, start + len(part), part)
        start, text = start + len(part), text[len(part) :]
    end = start + len(text)
    low = text.lower()
    if (inverted := _INVERTED.match(text)) and inverted[2].lower() in grammar.pronouns:
        yield Token("H", end - len(inverted[2]), end, inverted[2])
        low = inverted[1].lower()
        sign = "b" if low in ("est", "sont") else grammar.sign(low)  # s’est-il emporté
        yield Token(sign, start, start + len(low), inverted[1])
    elif not text[0].isalnum() and text[0] != "@":
        yield Token("-" if text in "–—-" else text, start, end, text)
    elif low in grammar.pronouns:
        yield Token("H", start, end, text)
    elif low in grammar.owners:
        yield Token("d", start, end, text)
    elif text in grammar.days.split() or text in grammar.months.split():
        yield Token("a", start, end, text)
    else:
        yield Token("x" if text[0].isdigit() else grammar.sign(text), start, end, text)


def looked_up(name: str) -> str:
    """A name as it is looked up: without its article, small or capital letters alike."""
    return re.sub(r"^(?:the|an?)\s", "", fold(name).casefold())
