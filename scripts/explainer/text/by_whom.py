"""By whom something was done, in English: paid by the insurers; and who is said to have done it,
with the same form of the verb: the council paid. What has no such form is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .voices import Sentence

_VERB = r"(?P<verb>[a-z]+(?:ed|aid|ilt|ade|ought|aught|eld|old|ent|ost|ound|eft))"
_NO_NAME = r"(?:in|on|at|for|to|from|with|and|or|but|who|which|that|after|before|since|as|while)\b"
_BY = re.compile(
    rf"\b{_VERB}\sby\s(?:(?P<the>the|an?|its|his|her|their|our)\s)?(?P<who>(?:(?!{_NO_NAME})[\w'’-]+\s?){{1,4}})"
)
_NO_OBJECT = rf"{_NO_NAME}|(?:by|again|early|late|soon|there|here|of|up|down|out|off)\b"
# One after another, and not what one does; and what is by a time, a means or so much.
_NO_DEED = frozenset("followed preceded accompanied surrounded joined increased reduced".split())
_BEFORE = re.compile(r"(?:\s(?:has|had|have|also|later|then|itself|\w+ly))*\s(?=[a-z])")
# Bodies that are called by no wider word, and so are none that a source calls otherwise.
_BODIES = (
    "council|city|town|government|ministry|state|police|court|mayor|minister|president|governor"
    "|university|school|hospital|army|church|parliament|province|county|taxpayers|residents"
)
_BODY = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s)?(?P<head>{_BODIES})(?=\s)")
_PRONOUN = re.compile(r"\b(?:it|he|she|they)(?=\s)")
_STOP = frozenset("the a an and or of in on at for to from with by its his her their".split())
_ALIKE = 4  # letters in which words begin that may be of one stem


class Doer(NamedTuple):
    """Who does something: the verb, the words for them, and whose name that is, if anybody's."""

    verb: str
    words: str
    whose: str
    named: bool = False


def done_by(sentence: Sentence) -> Iterator[Doer]:
    """Those by whom something is done."""
    for found in _BY.finditer(sentence.text):
        if found["verb"] in _NO_DEED or not (found["the"] or found["who"][:1].isupper()):
            continue
        start = found.start("who")
        whose = next((m.whose for m in sentence.mentions if m.start == start), "")
        yield Doer(found["verb"], found["who"], whose, found["who"][:1].isupper())


def doing(sentence: Sentence, verb: str) -> Iterator[Doer]:
    """Those who are said to do something by the form of a verb that the passive has too."""
    ends = [(m.end, m.whose, sentence.text[m.start : m.end]) for m in sentence.subjects()]
    ends += [(m.end("head"), "", m["head"]) for m in _BODY.finditer(sentence.text)]
    for found in _PRONOUN.finditer(sentence.text):
        before = [one for one in ends if one[0] < found.start()]
        ends += [(found.end(), *max(before)[1:])] if before else []
    for end, whose, words in ends:
        gap = _BEFORE.match(sentence.text, end)
        if gap and re.match(rf"{verb}\b(?!\s(?:{_NO_OBJECT}))(?=\s\w)", sentence.text[gap.end() :]):
            yield Doer(verb, words, whose)
    yield from (one for one in done_by(sentence) if one.verb == verb)


def times_of(text: str, verb: str) -> int:
    """How often a text has a form of a verb."""
    return len(re.findall(rf"\b{verb}\b", text, re.I))


def share_a_word(one: str, text: str) -> bool:
    """Whether a text has a word of some that says something, in whatever form."""
    words = {w[:_ALIKE] for w in re.findall(r"[\w]+", one.lower()) if w not in _STOP}
    return not words.isdisjoint(w[:_ALIKE] for w in re.findall(r"[\w]+", text.lower()))
