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


class Act(NamedTuple):
    """A verb, as its root and as written, what stands right before it, likewise, and what it goes
    on with: names as whose they are, other words as their stems."""

    verb: str
    word: str
    subject: str
    who: str
    objects: frozenset[str]


# What goes on no longer with a verb: another clause, or what is not done to anybody.
_NO_OBJECT = frozenset(
    "that who which when after before because as while if and but or than to with in at on for by"
    " against over under into about through during since until without qui que quand après avant"
    " parce comme et mais ou où à avec dans sur pour par contre sans chez quien cuando tras antes"
    " porque como y pero o con en por para contra sin".split()
)
_FROM = frozenset("from de d du des del".split())  # whose something is: a post from somebody
_AIDES = frozenset(
    "has have had will would also later then a ont avait aurait ha han había habrá".split()
)
_PART = re.compile(r"[,;:.!?()]|[^\W\d_][\w-]*(?:'[a-z]+)?")
_FAR_WORDS = 8
# Of what leaves one, one may leave too; a thing that ends ends by itself.
_EITHER = frozenset(map(stem, "leave left end ended open opened close closed".split()))


def acts(sentence: Sentence) -> Iterator[Act]:
    """The words of a sentence that may be verbs between what does something and what it does it
    to, with these."""
    parts = _parts(sentence)
    for i, (key, word, named) in enumerate(parts):
        plain = not named and len(word) > _SHORT and word.islower() and word not in LIGHT
        if plain:
            before = [one for one in parts[:i] if one[1] not in _AIDES]
            if before[-1:] == [("who", "who", False)] and before[-2:-1] == [(",", ",", False)]:
                before = before[:-2]
            if before and (before[-1][2] or _says(before[-1][1])):
                yield Act(roots([key])[0], word, *before[-1][:2], _objects(parts[i + 1 :]))


_SHORT = 3  # letters of a word that says little


def _says(word: str) -> bool:
    return len(word) > _SHORT and word.lower() not in LIGHT | _NO_OBJECT


def _parts(sentence: Sentence) -> list[tuple[str, str, bool]]:
    """The words and signs of a sentence, a name as one: its stem or whose it is, itself, and
    whether it is a name."""
    found, at = list[tuple[str, str, bool]](), 0
    for mention in (*sentence.mentions, None):
        end = mention.start if mention else len(sentence.text)
        words = (m.group() for m in _PART.finditer(sentence.text, at, end))
        found += [(stem(word.removesuffix("'s")), word, False) for word in words]
        if mention:
            found.append((mention.whose, sentence.text[mention.start : mention.end], True))
            at = mention.end
    return found


def _objects(parts: list[tuple[str, str, bool]]) -> frozenset[str]:
    found, theirs = set[str](), False
    for key, word, named in parts[:_FAR_WORDS]:
        if not (named or word[0].isalpha()) or word.lower() in _NO_OBJECT:
            break
        theirs = theirs or word.lower() in _FROM
        if not (named and theirs) and (named or _says(word)):
            found.add(key)
    return frozenset(found)


def crossed(one: Sentence, others: list[Sentence]) -> tuple[str, str, str] | None:
    """A verb of a sentence by which somebody does to another what the other does to them in one of
    some others, or something does to somebody, and whoever does it in each, as they are written
    there; at least one of the two is named."""
    named = {m.whose for m in one.mentions}
    there = [act for other in others for act in acts(other)]
    for ours in acts(one):
        same = [act for act in there if act.verb == ours.verb and ours.verb not in _EITHER]
        if any(act.subject == ours.subject for act in same):
            continue
        for act in same:
            turned = ours.subject in act.objects and act.subject in ours.objects
            if turned and {ours.subject, act.subject} & named:
                return ours.word, ours.who, act.who
    return None
