"""Names in a text, whose each is, and whether it does something there or is spoken to or about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .characters import SIGNS
from .folding import WORD
from .languages import LANGUAGES
from .offices import HELD_BY, OFFICE_OF, SPOKEN_FOR, TRADE, describes
from .speech import Speech, speech

_JOINS = re.compile(r",?\s*(?:and|or|und|oder|et|ou)?\s*(?:the |die |den |le |la |les )?")
_ONE = re.compile(r"\b(?:an?|ein|eine|einen|une?)\s$", re.I)  # a name that says what something is
_DOING = re.compile(rf"(?:^\W*|[.!?{''.join(SIGNS)}]\s)[A-Z][a-z]+ing\s(?:the\s)?$")
# What may be between a name and a word of saying: hat am Abend auch erklärt, a pour sa part promis.
_BEFORE_SAYING = (
    r"\s(?:has |had |have |(?:has |had |have )?(?:also |later |then |since |repeatedly )"
    r"|(?:a|ont|avait|avaient) (?:(?:aussi|également|ensuite|toutefois|cependant|d'ailleurs|déjà"
    r"|alors"
    r"|depuis|notamment|en outre|par ailleurs|pour (?:sa|leur) part|de (?:son|leur) côté) )*"
    r"|(?:hat|hatte|haben|hatten) (?:[\w-]+ ){0,4}?"
    r"|(?:también |además )?(?:ha |han |había |habían )(?:también |además )?|(?:también|además) )?"
)


# A German name has the -s of a genitive: Brackwassers Angaben.
_GENITIVE = re.compile(r"(?<=[^\W\d_]{3})(?<![sxzß])s(?!\w)")


class Mention(NamedTuple):
    """A name in a text, and whose it is; ``how``: it is the subject, owns something (X's), speaks
    (according to X), or is spoken to or about (aside)."""

    start: int
    end: int
    whose: str
    how: str


class Names:
    """Names and whose each is, to be found in texts as whole words."""

    def __init__(self, names: Iterable[tuple[str, str]]):
        self._whose: dict[str, str] = {}
        self._lengths: dict[str, list[int]] = {}  # of names, by their first words, longest first
        first_words: dict[str, set[int]] = defaultdict(set)
        for name, whose in names:
            if words := WORD.findall(name):
                self._whose.setdefault(name, whose)
                first_words[words[0]].add(len(name))
        for word, lengths in first_words.items():
            self._lengths[word] = sorted(lengths, reverse=True)
        self._found: dict[tuple[str, int], list[Mention]] = {}

    def within(self, text: str, words: Speech) -> list[Mention]:
        """Every name of a folded text, the longest at each place; what was found is kept."""
        if (text, id(words)) not in self._found:
            self._found[text, id(words)] = self._within(text, words)
        return self._found[text, id(words)]

    def _within(self, text: str, words: Speech) -> list[Mention]:
        found: list[Mention] = []
        german = speech(LANGUAGES["de"])
        for word in WORD.finditer(text):
            start = word.start()
            if found and start < found[-1].end:
                continue
            called = word.group()
            if called not in self._lengths and called.endswith("s") and words is german:
                called = called[:-1]
            for length in self._lengths.get(called, ()):
                end = start + length
                whose = self._whose.get(text[start:end])
                owns = whose is not None and words is german and _GENITIVE.match(text, end)
                if whose is not None and (owns or not text[end : end + 1].isalnum()):
                    how = "owns" if owns else _how(text, start, end, words)
                    joined = found and _JOINS.fullmatch(text, found[-1].end, start)
                    if how == "subject" and joined and found[-1].how == "aside":
                        says = says_next(text[end:], words)  # On X, Y says
                        # the head of X, Y, says
                        says = says or says_next(text[end:].removeprefix(","), words)
                        # said the head of X, Y
                        head = heads_it(text, found[-1], start, words)
                        how = how if says or head is not None else "aside"
                    found.append(Mention(start, end, whose, how))
                    break
        return found


def heads_it(text: str, body: Mention, start: int, words: Speech) -> int | None:
    """Where the words begin that say what office somebody named at ``start`` has in a body named
    right before: the head of X, Y; None where there are none, or where these are spoken to."""
    office = OFFICE_OF.search(text, 0, body.start) if text[body.end : start] == ", " else None
    return office.start() if office and not words.aside.search(text[: office.start()]) else None


def _how(text: str, start: int, end: int, words: Speech) -> str:
    before = text[max(start - 60, 0) : start]
    if re.match(r"'s\b|'(?=\s)", text[end:]):
        return "owns"
    if TRADE.match(text, end):
        return "aside"
    if _DOING.search(before) and re.match(r"[^,.;:]{0,40},", text[end:]):
        return "aside"  # Sentencing X, the judge said
    one = text[end:].startswith(" ") and not describes(text[start:end])
    one = one and not (_ONE.fullmatch(before) and before[:1].isupper())  # A firm opens its books
    if words.asked.search(before) or (one and _ONE.search(before)):
        return "aside"
    spoken_for = SPOKEN_FOR.search(before)
    if words.by.search(before) or (
        spoken_for and not words.aside.search(before[: spoken_for.start()])
    ):
        return "speaks"
    aside = words.aside.search(before) and not HELD_BY.search(before)
    return "aside" if aside else "subject"


@cache
def _right_behind(says: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE_SAYING}(?:{says})", re.I)


def says_next(behind: str, words: Speech) -> bool:
    """Whether a word of saying is right behind a name."""
    return bool(_right_behind(words.says.pattern).match(behind))
