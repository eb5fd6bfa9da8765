"""Who says something and is only described there: a former head of a mission said."""

from __future__ import annotations

import re

from .said_so import pronoun_says
from .voices import Sentence

_A = r"(?P<who>(?:an?|one|ein|eine|un|une|una)\s"
_AHEAD = re.compile(
    rf"(?i)(?:^|[,;:]\s){_A}(?:[\w'’-]+\s){{1,9}}?)(?:(?:has|had|hat|hatte|a|ha)\s)?$"
)
_BEHIND = re.compile(rf"(?i)\s{_A}[^,.;:!?\0]{{3,70}})")


def described_says(sentence: Sentence) -> str:
    """The words that describe, without a name, who says what a sentence has; empty where they are
    named, or nobody says it."""
    if sentence.sayers() or pronoun_says(sentence):
        return ""
    for said in sentence.words.says.finditer(sentence.text):
        found = _AHEAD.search(sentence.text[: said.start()])
        if found := found or _BEHIND.match(sentence.text, said.end()):
            return found["who"].strip()
    return ""
