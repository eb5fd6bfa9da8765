"""Words that make another office of one: deputy, acting, former, elect, stellvertretend, adjoint.

All languages in one table, since a page may have another than its sources."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .characters import plain_letters
from .languages import KEPT
from .roles_named import role_of

# By what they make of an office: words before it, beginnings of its own word, words behind it.
_LESSENED = {
    "deputy": (
        r"deput(?:y|ies)|vice|assistants?|associate|stellvertret\w*|zweite[rn]?|adjointe?s?"
        r"|sous|adjunt[oa]s?|teniente",
        r"deputy-?|vize-?|vice-?|sub|sous-?",
        r"adjointe?|adjunt[oa]|suplente",
    ),
    "acting": (
        r"acting|interim|caretaker|kommissarische[rnms]?",
        r"interims-?",
        r"par intérim|intérimaire|ad interim|interin[oa]|en funciones",
    ),
    "former": (
        r"former|ex|one-?time|erstwhile|ehemalige[rnms]?|frühere[rnms]?|einstige[rnms]?"
        r"|anciene?|ancien(?:ne)?|antigu[oa]|then|damalige[rnms]?",
        r"ex-?|alt-?",
        r"a\.\s?d\.|honoraire",
    ),
    "elect": (
        r"incoming|designierte[rnms]?|gewählte[rnms]?|futur[oae]?",
        r"(?!)",
        r"elect|designate|nominee|désignée?|élue?|elect[oa]|designad[oa]",
    ),
    "shared": (r"co|joint", r"co-?|ko-?|mit-?", r"(?!)"),
    "shadow": (r"shadow", r"schatten-?", r"(?!)"),
}
_TO = r"(?:(?:to|of|au|à la|du|de la|del?|des|der) (?:the )?)?"
_BETWEEN = r"(?:(?!(?:to|of|for|and|und|et|y|der|de|du|von)\s)[\w-]+ ){0,2}"
# Of whom or where somebody has an office; behind more words than a place a comma.
_OF = r" (?:of|for|in|at|von|vom|des|der|für|de|du|del|pour|para|por|à|en|d'|zu)(?<!')\s?"
_BEFORE_NAME = re.compile(
    rf"(?:[\s-](?:elect|designate|nominee|adjointe?|adjunt[oa]|suplente|interin[oa]|elect[oa]"
    rf"|par intérim|en funciones))?(?:{_OF}[^,.;:!?]{{1,60}},|{_OF}[A-ZÀ-Þ][\w-]+|,)?"
    r" (?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|M|Mme|Sr|Sra)\.? )?(?:[A-ZÀ-Þ][\w'-]+ ){0,2}"
)
_BEHIND_NAME = re.compile(
    r"(?:,|,? (?:who |der |die |qui |que |quien )?(?:is|was|has been|became|as|ist|war|wurde|als"
    r"|est|était|comme|es|era|fue|como))"
    r" (?:now )?(?:(?:the|an?|its|their|der|die|das|eine?|seine?|ihre?|le|la|une?|son|sa|el|una?|su"
    r"|[A-ZÀ-Þ][\w-]+(?:'s|s'|s)) )?(?:l')?(?:(?!(?:of|to|for|von|de|du)\s)[\w'-]+[ -]){0,3}"
)
_WAS = re.compile(r"\b(?:was|had been|once|war|früher|damals|était|fut|autrefois|era|fue)\b")
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]{3,})*")


@cache
def _before(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_LESSENED[kind][0]})[\s-](?:{_TO}{_BETWEEN}|{_BETWEEN})$", re.I)


@cache
def _begins(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_LESSENED[kind][1]})(?=\w{{4}})", re.I)


@cache
def _behind(kind: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{_LESSENED[kind][2]})(?!\w)", re.I)


@lru_cache(KEPT)
def office_key(word: str) -> str:
    """What an office is known by in all languages and forms: mayor, of Bürgermeisterin."""
    for kind in _LESSENED:
        word = _behind(kind).sub("", word)
        word = _begins(kind).sub("", word, count=1) if _begins(kind).match(word) else word
    word = word.rpartition("-")[2]
    if role := role_of(word):
        return role
    return plain_letters(word.lower().replace("ä", "e")).replace("k", "c")[:6]


def kinds_of(text: str, start: int, end: int) -> frozenset[str]:
    """What words beside the word of an office in a folded text, or its own beginning, make of it;
    none for the office itself."""
    before, word, behind = text[max(start - 60, 0) : start], text[start:end], text[end : end + 20]
    found = {
        kind
        for kind in _LESSENED
        if _before(kind).search(before)
        or _begins(kind).match(word)
        or _behind(kind).search(word)
        or _behind(kind).match(behind)
    }
    return frozenset(found)


def whole(text: str, start: int, end: int) -> str:
    """The word of an office with the words that make another of it, as they stand in a text."""
    for word in [*_WORD.finditer(text, max(start - 60, 0), end)][::-1]:
        if kinds_of(text[word.start() : end], start - word.start(), end - word.start()):
            return text[word.start() : end]
    behind = (_behind(kind).match(text, end) for kind in _LESSENED)
    return text[start : max((m.end() for m in behind if m), default=end)]


def words_of_offices(text: str) -> list[re.Match[str]]:
    """The words of a folded text that may be of an office, each as long as it is written."""
    return [*_WORD.finditer(text)]


def is_beside(text: str, office: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the word of an office in a folded text is said of a name: Mayor X, X, the mayor."""
    if office[1] <= name[0]:
        return bool(_BEFORE_NAME.fullmatch(text, office[1], name[0]))
    if name[1] <= office[0] and not re.match(r"'s?\s", text[office[1] :]):
        return bool(_BEHIND_NAME.fullmatch(text, name[1], office[0]))
    return False


def was_so(text: str) -> bool:
    """Whether a text tells by its verb that something was: he was its mayor."""
    return bool(_WAS.search(text))
