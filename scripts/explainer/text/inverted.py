"""A word of saying before a name: whether it is theirs (“…,” said X; Dazu sagte X), or has somebody
else say something of them (Y said X was late)."""

from __future__ import annotations

import re

from .characters import SIGNS
from .speech import Speech
from .words import when_needed

_SIGNS = "".join(SIGNS)
# Behind a word of saying, whoever is told of by whoever said it (X said Y and Z were late), and
# does not say it (“…,” said Y. “…,” said Y, was …): a verb of theirs follows without a comma.
_TOLD_OF = re.compile(
    rf"(?:\s(?!(?:as|when|while|who|that|because|after|before|if|since|als|wie|während)\b)"
    rf"[^\s,;:.!?{_SIGNS}]+){{0,6}}?\s(?:is|are|was|were|has|had|have|will|would|can|could|may"
    r"|might|must|should|does|did|do|isn't|aren't|wasn't|weren't|hasn't|hadn't|won't|wouldn't"
    r"|didn't"
    r"|can't|couldn't|sei(?:en)?|habe|hätten?|werden?|würden?|wäre[nt]?|könnten?|könne|müssten?"
    r"|müsse"
    r"|solle|wolle|dürfe)\b"
)
_SAID_HERE = re.compile(
    r"\b(?:said|says|adds|added|sagt|sagte|meinte?)\s(?:[\w'’.-]+\s){0,3}$", re.I
)
# In German, behind what opens a sentence the verb stands before its subject: Daraufhin sagte X, …
_OPENED = when_needed(
    r"^\W*(?:Daraufhin|Darauf|Dazu|Dabei|Dagegen|Zudem|Auch|Außerdem|Zuvor|Später|Gestern|Heute"
    r"|Dann"
    r"|Danach|Allerdings|Hingegen|Zugleich|Gleichzeitig|Ebenso|Dennoch|Trotzdem|Ferner|Zunächst"
    r"|Schließlich|Abschließend|(?:Am|Im|In|Bei|Beim|Nach|Vor|Zum|Zur|Gegenüber|Auf"
    r"|An)\s[^,;:.!?]{2,60}?)"
    r"\s(?P<said>[^,;:.!?]{2,60}?)\s(?:(?:der|die|das|Frau|Herr|[A-ZÄÖÜ][\w-]+)\s){0,3}$"
)


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether a sentence has somebody else say something of whoever is named between two places."""
    said = _SAID_HERE.search(text, 0, start)
    if not said or re.search(f"[{_SIGNS}]\\W*$", text[: said.start()]):
        return False
    return bool(_TOLD_OF.match(text, end))


def opens_with_saying(text: str, start: int, words: Speech) -> bool:
    """Whether a German sentence has no more than an opening and a word of saying before a name."""
    found = _OPENED().match(text[:start])
    says = words.says.match(text, found.start("said")) if found else None
    return bool(found and says and says.end() == found.end("said"))
