"""Who does what, to whom and whose things are in a sentence, as far as a name stands right beside
the word for it: X left, told X, X's demands, territory to X."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .languages import KEPT, LANGUAGES
from .mentions import Mention
from .polarity import LIGHT, stem
from .speech import speech
from .voices import Sentence

Relation = tuple[str, str]  # how a name stands to a word, and the stem of that word

_WORD = re.compile(r"\s?([^\W\d_][\w-]*(?:'[a-z]+)?)")
_AHEAD = re.compile(r",\s(?:who|which)(?=\s)")
# Between a name and what it does.
_AIDES = frozenset(
    "has have had having is are was were be been being will would shall should can could may might"
    " must do does did not never also just then later soon still already twice once often again"
    " always first to and able likely the capability ability going about hat hatte haben wird"
    " würde kann nicht auch a avait sera ne pas".split()
)
_BE = frozenset("is are was were be been being wird wurde wurden est sont été".split())
_PASSIVE = re.compile(r".*(?:ed|en|wn|ught|ld|ade|eft|ost|ut|é|t)$")
# What a verb is right behind the name of one, in English; else it is a noun (the CSIS report).
_VERB = re.compile(
    r".*(?:ed|s|ing)|left|met|told|put|won|lost|spoke|gave|took|made|went|saw|wrote|sent|kept|held"
    r"|paid|built|cut|set|hit|let|fell|rose|sank|grew|drew|threw|knew|began|ran|broke|chose|drove"
    r"|bought|brought|fought|sought|caught|taught|thought|led|fled|stood|lent|spent|dealt|felt"
    r"|struck|stuck|shot|sold|shut|quit|got|lay|came|became|forgot|hid|swore|tore|withdrew"
)
_LONGEST = 7
_PREPOSITION = re.compile(
    r"([^\W\d_][\w-]*)\s(to|from|for|against|with|between|on|toward|towards|über|gegen|mit|für"
    r"|zwischen|contre|avec|pour|entre)\s(?:the\s|der\s|die\s|den\s|le\s|la\s)?"
    r"(?:[A-Z][\w-]+\s){0,2}$"
)
_OF = re.compile(r"\b([a-z][\w-]*)\sof\s(?:the\s)?$")
_JOINED = re.compile(r"(?:,?\s(and|or|und|et)|,)\s(?:the\s)?")
_OBJECT = re.compile(r"\s(?:the\s|der\s|die\s|den\s|le\s|la\s)?(?:[A-Z][\w-]+\s){0,2}")
_AND = re.compile(r"\s(?:and|or|und|et)\s([^\W\d_][\w-]*)")
# What each of two does when the other does.
_BOTH_WAYS = {
    *map(stem, "meet met meeting talk speak spoke negotiate fight fought differ trade".split())
}


@lru_cache(KEPT)
def forms(text: str) -> tuple[str, ...]:
    """The stems of all words of a text."""
    return (*(stem(word) for word in re.findall(r"[^\W\d_][\w-]*", text)),)


class Named(NamedTuple):
    """Those who stand in a relation, and the word for it as it is written."""

    who: tuple[str, ...]
    word: str


def relations(sentence: Sentence) -> dict[Relation, list[Named]]:
    """Who stands in each relation: ("does", what), ("whom", what is done), ("whose", what), and of
    a preposition ("to", the word before)."""
    found: dict[Relation, list[Named]] = defaultdict(list)
    text, mentions = sentence.text, sentence.mentions
    english = sentence.words is speech(LANGUAGES["en"])

    def add(how: str, match: re.Match[str], *who: str) -> None:
        found[how, stem(match[1])].append(Named(who, match[1]))

    for i, one in enumerate(mentions):
        if one.how == "owns":
            for match in _owned(text, one.end):
                add("whose", match, one.whose)
            continue
        together = *_together(text, mentions[i::-1]), one.whose
        plain = english and len(together) == 1
        for match in _done(text, one, plain) if one.how != "owns" else ():
            add("does", match, *together)
            end = match.end(1)
            to = next((m for m in mentions if _OBJECT.fullmatch(text[end : m.start])), None)
            if to and to.how != "owns":
                add("whom", match, to.whose)
        if of := _OF.search(text[: one.start]):
            add("whose", of, one.whose, *_together(text, mentions[i:]))
        before = _PREPOSITION.search(text[: one.start])
        if before and before[1].lower() not in LIGHT:
            add(before[2], before, one.whose, *_together(text, mentions[i:]))
    return {
        (how, word): who
        for (how, word), who in found.items()
        if word not in _BOTH_WAYS or how not in ("does", "whom")
    }


def _together(text: str, mentions: list[Mention]) -> list[str]:
    """Those who are in one list (X, Y and Z) with the first of some, in either direction."""
    found, joined = list[str](), False
    for one, other in pairwise(mentions):
        first, second = sorted((one, other))
        if not (match := _JOINED.fullmatch(text[first.end : second.start])):
            break
        found.append(other.whose)
        joined = joined or bool(match[1])
    return found if joined else []


def _owned(text: str, end: int) -> Iterator[re.Match[str]]:
    """The next two words behind X's that say something."""
    at, left = end + (2 if text.startswith("'s", end) else 1), 2
    while left and (match := _WORD.match(text, at)) and match[1].islower():
        if match[1] in LIGHT:
            return
        yield match
        at, left = match.end(), left - 1


def _done(text: str, one: Mention, plain: bool) -> Iterator[re.Match[str]]:
    """The verbs right behind a name; none in the passive. ``plain``: it is that of one, in
    English."""
    before, end = "", one.end
    if who := _AHEAD.match(text, end):
        end, plain = who.end(), False
    elif one.how != "subject":
        return
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if not match or not match[1].islower():
            return
        word, end = match[1], match.end()
        if word in _AIDES or word.endswith("ly"):
            before = word if word in _AIDES else before
            continue
        if word in LIGHT or (before in _BE and _PASSIVE.match(word)):
            return
        if plain and not before and not _VERB.fullmatch(word):
            return
        yield match
        if again := _AND.match(text, end):
            yield again
        return
