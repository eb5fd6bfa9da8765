"""Some of them and all of them: words for a part of some things, and for the whole of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .folding import fold
from .languages import KEPT
from .polarity import stems

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|ein|eine[rs]?|zwei|drei|vier|fünf"
    r"|sechs|sieben|acht|neun|zehn|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|uno|dos|tres"
    r"|cuatro|cinco|seis|siete|ocho|nueve|diez)"
)
_PART = re.compile(
    rf"\b(?:(?:some|most|many|several|(?:a )?few|half|parts?|(?:a )?(?:third|quarter|majority"
    rf"|minority))(?: of| in)?|{_NUMBER} (?:of|in))(?: the| these| those| its| their| all)*\s"
    r"|\b(?:einige[rn]?|manche[rn]?|mehrere[rn]?|viele[rn]?|wenige[rn]?|die meisten|ein Teil"
    rf"|die Hälfte|eine Mehrheit|die Mehrheit|{_NUMBER} (?:von|der))(?: der| von| den| dieser)*\s"
    rf"|\b(?:certaine?s|plusieurs|quelques|la plupart d\w*|(?:la|une) (?:majorité|moitié|partie)"
    rf"(?: d\w*)?|une partie d\w*|beaucoup d\w*|{_NUMBER} (?:des|sur))(?: les| ces| la| l')*\s?"
    r"|\b(?:algun[oa]s|varios|varias|much[oa]s|poc[oa]s|(?:la|una) (?:mayoría|mitad|parte) de(?:l)?"
    rf"|la mayor parte de|parte de|{_NUMBER} de)(?: los| las| la| el| est[oa]s)*\s",
    re.I,
)
_WHOLE = re.compile(
    rf"\b(?:all|every|each|none|no|the whole|the entire)(?: single| member)?(?: of)?"
    rf"(?: the| these| its| their)?(?: {_NUMBER})?\s"
    rf"|\b(?:alle[rn]?|jede[rsmn]?|sämtliche[rn]?|keine?[rsmn]?|kein)(?: der| die| dieser)?"
    rf"(?: {_NUMBER})?\s"
    rf"|\b(?:tous|toutes)(?: les| ces| ses)?(?: {_NUMBER})?\s|\b(?:chaque|chacune? des|aucune?"
    r"(?: des)?)\s"
    rf"|\b(?:todos|todas)(?: los| las| sus)?(?: {_NUMBER})?\s|\b(?:cada(?: un[oa] de l[oa]s)?"
    r"|ning[uú]n[oa]?(?: de l[oa]s)?)\s",
    re.I,
)
_THEY_ALL = re.compile(
    r"\b([^\W\d_]{3,}) (?:(?:will|have|had|were|are|was|sind|waren|wurden|haben|werden|bleiben"
    r"|sont|ont|seront|están|fueron) )?(?:all|allesamt|sämtlich|tous|toutes|tod[oa]s)\b",
    re.I,
)
# Of these "all" says less: not all, nearly all, all but two.
_NOT_ALL = re.compile(
    r"\b(?:not|nearly|almost|virtually|hardly|nicht|fast|beinahe|nahezu|kaum|pas|presque|no|casi)"
    r"\s(?:quite\s)?$",
    re.I,
)
_BUT = re.compile(
    r"\b(?:but|except|bis auf|außer|sauf|hormis|salvo|excepto|menos|nothing|above all|vor allem"
    r"|at all|after all|in all)\b",
    re.I,
)
_FAR = 40  # characters behind such a word in which that stands of which it is
_FEW = 3  # words of it


class Amount(NamedTuple):
    """A word for how many there are, and the stems of the first words of what."""

    word: str
    of: tuple[str, ...]


@lru_cache(KEPT)
def parts_in(text: str) -> tuple[Amount, ...]:
    """What a text says of a part of some things."""
    return (*_amounts(_PART, fold(text)),)


@lru_cache(KEPT)
def wholes_in(text: str) -> tuple[Amount, ...]:
    """What a text says of all of some things, or of none of them."""
    text = fold(text)
    if _BUT.search(text):
        return ()
    they = (Amount(m.group(), stems(m[1])) for m in _THEY_ALL.finditer(text))
    return (*_amounts(_WHOLE, text), *they)


def _amounts(pattern: re.Pattern[str], text: str) -> Iterator[Amount]:
    for match in pattern.finditer(text):
        behind = re.split(r"[,.;:!?()]", text[match.end() : match.end() + _FAR])[0]
        if not _NOT_ALL.search(text[: match.start()]):
            yield Amount(match.group().strip(), stems(behind)[:_FEW])
