"""How a word of saying stands beside a name, or behind a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from .characters import SIGNS
from .words import when_needed

_SIGNS = "".join(SIGNS)
# Behind a comma or a quotation: …, a promis le préfet, X.
_SAID_BY = (
    rf"(?:[,.;:!?]|[{_SIGNS}])\s+(?:m'|(?:me|nos|le|les|nous|lui|leur)\s)?"
    r"(?:(?:a|ont|avait|ha|han|hat)\s)?"
)


_BY_WHOM = (
    r"\s(?:(?!(?:that|dass|wie|how|que|qu|and|et|und|y|to|à|a|of|de|du|des|von|with|avec)\b)"
    r"[\w'-]+,?\s){0,4}$"
)


# At the head of a sentence, for what the one before has: Das teilte X mit; Así lo dijo X.
TOLD = re.compile(
    r"\W*(?:(?:Das|Dies|Dazu|So) (?:hatte |hat )?|(?:C'est|Voilà) ce qu'(?:a|ont|avait) "
    r"|(?:Así|Eso|Esto)(?: lo)? |(?:So|Thus) )"
)


@cache
def by_whom(says: str) -> tuple[re.Pattern[str], Callable[[], re.Pattern[str]]]:
    """A word of saying before somebody: behind a comma or a quotation, and where a sentence tells
    who said what the one before has."""
    said = re.compile(rf"{_SAID_BY}(?:{says}){_BY_WHOM}", re.I)
    return said, when_needed(rf"{TOLD.pattern}(?:{says}){_BY_WHOM}", re.I)


# X had left, she said; X sei weg, sagte sie: who says it is not X by name.
_ANOTHER = re.compile(r",\s(?:he|she|they|er|sie|ils?|elles?|él|ell[ao]s?)\s(?:\w+\s)?$", re.I)


_ANOTHER_BEHIND = re.compile(
    r"\s(?:he|she|they|er|sie|él|ella)(?=[,.;:!?]|$|\s(?:on|in|at|am|im|dem|der|den|vor|el|a)\b)"
    r"|-(?:t-)?(?:il|elle)s?\b",
    re.I,
)


def says_so(says: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a name, which ends at ``start``, is followed by a word of saying before ``end``, and
    no pronoun beside that; who asks says nothing."""
    end = text.find(";", start, end) if ";" in text[start:end] else end
    found = says.search(text[:end], start)
    if found is None or found.group().lower().startswith(("ask", "frag", "demand")):
        return False
    before = text[start : found.start()]
    behind = before.endswith(", ") and _ANOTHER_BEHIND.match(text, found.end())
    return not (behind or _ANOTHER.search(before))


# An "and" right before a word of saying: y calculó que; and also said; not: and asked.
_AND = re.compile(
    r"\b(?:and|und|et|y|e)\s(?:(?:also|then|later|now|has|had|auch|jetzt|heute|hat|aussi|également|a"
    r"|también|ahora|hoy|ha)\s){0,2}(?!ask|frag|demand)",
    re.I,
)


def and_says(says: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where between two places of a text there is an "and" and a word of saying; -1 if nowhere."""
    found = (m.start() for m in _AND.finditer(text, start, end) if says.match(text, m.end(), end))
    return next(found, -1)


# Right behind a quotation any verb of these forms says it: „…“, begründete die Ministerin.
RIGHT_BEHIND = {
    "de": r"[a-zäöüß]{3,}(?:te|ten)\s(?!(?:mit|zu|in|auf|für|und|bis)\s)",
    "fr": r"(?:a|ont|avait)(?:-t-(?:il|elle))?\s\w+(?:é|i|u|it)\b|\w+-t-(?:il|elle)\b",
    "es": r"[a-záéíóúñ]{2,}(?:ó|aron|ieron)\b",
}


@cache
def by_a_role(says: str, code: str) -> re.Pattern[str]:
    """A word of saying behind a quotation, a role without an indefinite article, and a comma."""
    says += r"|(?-i:[a-zäöüß]{3,}(?:te|ten))" if code == "de" else ""
    says += rf"|(?-i:{RIGHT_BEHIND[code]})" if code == "es" else ""
    beside = r"(?:(?:a|ont|avait|ha|han|hat|has|had)\s)?"
    no = r"(?!(?:an?|ein|eine|une?|una|to|with|mit|avec|con|about|über|sobre|that|que)\s)"
    role = rf"(?:{no}[\w'’-]+\s)"
    return re.compile(rf"\s*[,.!?]*\s{beside}(?:{says})\s{role}{{1,10}}?[\w'’-]+,\s", re.I)
