"""Who does something to whom, where two names have nothing but the verb between them: X sued Y; Y
was sued by X. The order of the two is all that tells one from the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .mentions import Mention
from .polarity import LIGHT, roots, stem
from .speech import SAYS
from .voices import Sentence

_ARTICLE = r"(?:(?:the|der|die|das|den|dem|le|la|les|el|los|las|a|al|à|au|aux) |l'){0,2}"
_AUX = r"(?:(?:has|have|had|will|would|also|later|then|a|ont|avait|ha|han|había|hat|haben) )?"
_VERB = r"(?P<verb>[^\W\d_]{4,})"
_FAR = r"[^;:.!?]{0,50}?"
_ACTIVE = re.compile(rf" {_AUX}{_VERB} {_ARTICLE}")
_PASSIVE = re.compile(
    rf"(?: [\w-]+){{0,3}}? (?:(?:is|are|was|were|been|be|being|got) (?:\w+ly )?{_VERB} {_FAR}\bby"
    rf"|(?:été|est|sont|fut|furent|était|étaient) {_VERB.replace('verb', 'fr')} {_FAR}\bpar"
    rf"|(?:fue|fueron|sido|es|son|será) {_VERB.replace('verb', 'es')} {_FAR}\bpor) {_ARTICLE}"
)
# In German the verb comes behind both.
_BY = re.compile(rf" (?:wurden?|w[ie]rd(?:en)?|worden|ist|sind)\b{_FAR}\bvo[nm] {_ARTICLE}")
_HAS = re.compile(rf" (?:hat|haben|hatten?)\b[^;:.,!?]{{0,30}}? {_ARTICLE}")
_HAS_BEFORE = re.compile(rf"\b(?:hat|haben|hatten?|[Hh]at) {_ARTICLE}$")
_LAST = re.compile(rf"[^,.;:!?]{{0,50}}? {_VERB}(?: worden| hat| haben)?(?=[.,;:!?]|$)")
_FIRST = re.compile(r"(?:^|\W)(?:Al?|Den|Dem) $")  # whom it is done to stands first
_TO_IT = re.compile(rf" (?:l[oae]s?) {_AUX}{_VERB} {_ARTICLE}")
_ALIKE = 5  # letters that the forms of a verb have in common


class Deed(NamedTuple):
    """Who does something, to whom, and the verb for it."""

    who: str
    whom: str
    verb: str


def deeds(sentence: Sentence) -> Iterator[Deed]:
    """What the sentence has one do to another."""
    for one, other in pairwise(sentence.mentions):
        if one.whose != other.whose and "owns" not in (one.how, other.how):
            deed = _deed(sentence.text, one, other)
            if deed and not (deed.verb in LIGHT or SAYS.fullmatch(deed.verb)):
                yield deed


def _deed(text: str, one: Mention, other: Mention) -> Deed | None:
    before, between = text[: one.start], text[one.end : other.start]
    behind = text[other.end :]
    if _FIRST.search(before):
        match = _TO_IT.fullmatch(between)
        return Deed(other.whose, one.whose, match["verb"]) if match else None
    if match := _PASSIVE.fullmatch(between):
        verb = match["verb"] or match["fr"] or match["es"]
        return Deed(other.whose, one.whose, verb)
    if match := _LAST.match(behind):
        if _BY.fullmatch(between):
            return Deed(other.whose, one.whose, match["verb"])
        joined = re.fullmatch(rf" {_ARTICLE}", between) and _HAS_BEFORE.search(before)
        if _HAS.fullmatch(between) or joined:
            return Deed(one.whose, other.whose, match["verb"])
    match = _ACTIVE.fullmatch(between)
    return (
        Deed(one.whose, other.whose, match["verb"]) if match and match["verb"].islower() else None
    )


def is_same_verb(one: str, other: str) -> bool:
    """Whether two words are forms of one verb, as far as their beginnings tell."""
    same = {*roots([stem(one)])} & {*roots([stem(other)])}
    short = min(len(one), len(other)) <= _ALIKE
    return bool(same) or one[: 3 if short else _ALIKE] == other[: 3 if short else _ALIKE]
