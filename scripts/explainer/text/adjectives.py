"""The adjectives of names of states: Norwegian of Norway, finnisch of Finnland."""

from __future__ import annotations

import re
from functools import cache

from .cldr_places import CLDR_PLACES

# What may end such a name that its adjectives have not, and what these have there, in the languages
# of the sources.
_OF_A_NAME = (r"[aeioy]+$", r"(?:land|ain|en)$")
_ENDS = (
    r"i?ans?|e?ans?|i|is|n|ns|ese|ish|ic|er|ers|isch\w*|sch\w*|i?en(?:ne)?s?|ais(?:es?)?"
    r"|ains?(?:es?)?|es(?:es?|as?)?|[oa]s?|i?an[oa]s?|d?[eé]s(?:es?|as?)?|qu?es?"
)
_LEAST = 3  # letters that a name and its adjective share
# Those that are made in another way.
_OTHERS = {
    "france": "french",
    "frankreich": "französisch",
    "spain": "spanish",
    "greece": "greek",
    "denmark": "danish",
    "netherlands": "dutch",
    "switzerland": "swiss",
    "wales": "welsh",
    "ireland": "irish",
    "turkey": "turkish",
    "united states": "american us",
    "united kingdom": "british uk",
    "germany": "german",
    "deutschland": "deutsch",
    "allemagne": "allemand",
    "alemania": "alemán alemana",
    "norway": "norwegian",
    "peru": "peruvian",
    "poland": "polish",
    "finland": "finnish",
}


@cache
def _adjective(name: str) -> re.Pattern[str] | None:
    others = "|".join(rf"{re.escape(one)}\w*" for one in _OTHERS.get(name, "").split())
    stems = {re.sub(end, "", name) for end in (*_OF_A_NAME, r"$")}
    some = "|".join(map(re.escape, (one for one in stems if len(one) >= _LEAST)))
    made = rf"(?:{some})(?:{_ENDS})" if some else ""
    either = "|".join(filter(None, (made, others)))
    return re.compile(rf"(?i)\b(?:{either})\b") if either else None


def has_adjective(name: str, text: str) -> bool:
    """Whether a text has the adjective of the name of a state."""
    found = _adjective(name.casefold())
    return found is not None and found.search(text) is not None


@cache
def of_a_state(word: str) -> bool:
    """Whether a word is the adjective of a state, and not its name."""
    rows = [row.split(" / ") for row in CLDR_PLACES.strip().split("\n")]
    names = {name.casefold() for row in rows for name in row} | _OTHERS.keys()
    begin = word.casefold()[:_LEAST]
    near = (name for name in names if name.startswith(begin) or name in _OTHERS)
    return word.casefold() not in names and any(has_adjective(name, word) for name in near)
