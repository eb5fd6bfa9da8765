"""The rule on who does what to whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from ..text.by_whom import Doer, doing, done_by, share_a_word, times_of
from ..text.done_to import Deed, crossed, deeds, is_same_verb
from ..text.folding import fold
from ..text.languages import Language
from ..text.polarity import is_meta, stem
from ..text.relations import Named, Relation, forms, relations
from ..text.together import together
from ..text.voices import Sentence
from ..topic.problems import Problem
from ..topic.roles import REFERS, values
from ..topic.site import Site, kept
from .answered import resting_answers
from .belonging import belongs
from .beside import resting_beside
from .own_words import written_language
from .registry import rule
from .rests import Said, resting
from .rows import resting_in_rows
from .voices import agents_names

Found = dict[Relation, list[Named]]

_SAID = {
    "does": 'here "{who}" does what "{other}" does in the words that this rests on ({word})',
    "whom": 'here "{who}" has done to them what "{other}" has in the words it rests on ({word})',
    "whose": 'here "{who}" has what is that of "{other}" in the words that this rests on ({word})',
}
# What each of two does when the other does.
_BOTH_WAYS = frozenset(
    "meet meets met join joined joins fight fights fought marry married trifft traf getroffen"
    " rencontre rencontré rencontra encontró conoció épousé".split()
)
_VERB_BETWEEN = ("en", "fr", "es")  # the subject and its object
_BEHIND = 'this says "{word} {how} {who}", and the words that it rests on "{word} {how} {other}"'
_TELLS = {*map(stem, "tell tells told inform informed assure assured warn warned remind".split())}
_WARNS, _THREATEN = {*map(stem, ("warn", "warned"))}, {*map(stem, ("threaten", "threat"))}
_TO = re.compile(r"\b(?:for|to|against|on)\s(?:the\s)?$", re.I)
_ASKS = {*map(stem, "ask asked press pressed question questioned interview interviewed".split())}


@rule(whole=False)
def done_by_the_same(site: Site) -> Iterator[Problem]:
    """Who does something, to whom it is done, and whose, to, from or against whom something is,
    where a name stands right beside the word for it, is not somebody else in the words that it
    rests on, where one stands right beside the same word. Nobody is told what no fact cited has
    them told."""
    language = written_language(site)
    of_some = resting_in_rows(site), resting_beside(site), resting_answers(site)
    for said in chain(resting(site), *of_some):
        told = _relations(site, fold(said.marked), language)
        if is_meta(said.text):
            continue
        ours, same = _deeds(site, said, language)
        if deed := _exchanged(site, ours, same):
            yield said.own.problem(
                f'here "{deed.who}" does to "{deed.whom}" what "{deed.whom}" does to "{deed.who}"'
                f" in the words that this rests on ({deed.verb})",
                "say who does what to whom as these words have it",
                said.text[:160],
            )
            continue
        if turned := _turned(site, said, language):
            word, who, other = turned
            yield said.own.problem(
                f'the words that this rests on have "{word}" the other way round: here "{who}" does'
                f' it, there "{other}"',
                "say who does what to whom as these words have it",
                said.text[:160],
            )
            continue
        if doer := _done_by_another(site, said, language):
            yield said.own.problem(
                f'here this is done by "{doer[1].words.strip()}", and in the words that it rests on'
                f' by "{doer[0].words.strip()}" ({doer[0].verb})',
                "say who did it as these words have it, or cite the fact that says this",
                said.text[:160],
            )
            continue
        agreed = {stem(one.verb) for one in ours if one in same}
        told = {key: some for key, some in told.items() if key[1] not in agreed}
        if not told:
            continue
        theirs = _all(site, said.rests.around)
        if who := _told_another(site, said, told, theirs):
            yield said.own.problem(
                f'no fact cited here has this told to "{who}"',
                "say whom the words have it told to, or leave it out",
                said.text[:160],
            )
        if found := _another(site, said, told, theirs, language):
            (how, _), word, who, other = found
            message = _SAID.get(how, _BEHIND).format(how=how, who=who, other=other, word=word)
            help = "say who does what as these words have it, or cite the fact that says this"
            yield said.own.problem(message, help, said.text[:160])


def _another(
    site: Site, said: Said, told: Found, theirs: Found, language: Language
) -> tuple[Relation, str, str, str] | None:
    """A relation, its word, who is named there in a text, and who in the words it rests on; not
    where these have the word for somebody whom it does not stand beside."""
    rests = said.rests
    around = tuple(text for text, _ in rests.around)
    ours = _all(site, ((text, language) for text in rests.own))
    stated = _all(site, ((text, language) for text in rests.stated))
    beside = {
        m.whose
        for text, tag in (*rests.around, *((text, language) for text in rests.own))
        for m in together(Sentence(fold(text), agents_names(site), tag))
    }
    for key, some in told.items():
        both = [*ours.get(key, ()), *theirs.get(key, ())]
        others = {who for named in (*both, *stated.get(key, ())) for who in named.who}
        for who, word in ((who, named.word) for named in some if both for who in named.who):
            if not any(_one(site, who, other) for other in (*others, *beside)):
                there, texts = (theirs, around) if key in theirs else (ours, rests.own)
                if sum(form == key[1] for t in texts for form in forms(fold(t))) == len(there[key]):
                    return key, word, who, min(others)
    return None


def _turned(site: Site, said: Said, language: Language) -> tuple[str, str, str] | None:
    """A verb of which whoever does it, and to whom, have changed places; in German either may
    stand first."""
    if language.code not in _VERB_BETWEEN or said.own.text.endswith("?"):
        return None
    names = agents_names(site)
    around = [Sentence(fold(t), names, tag) for t, tag in said.rests.around if tag == language]
    found = crossed(Sentence(fold(said.marked), names, language), around)
    return None if found is None or found[0] in _BOTH_WAYS else found


def _done_by_another(site: Site, said: Said, language: Language) -> tuple[Doer, Doer] | None:
    """By whom something is done in the words cited, and who does it in a text, that does not name
    them; where these words have the verb only once, and of nobody else."""
    if language.code != "en":
        return None
    names, ours = agents_names(site), Sentence(fold(said.marked), agents_names(site), language)
    around = " ".join(fold(text) for text, tag in said.rests.around if tag.code == "en")
    for by in done_by(Sentence(around, names, language)):
        if times_of(around, by.verb) > 1 or share_a_word(by.words, ours.text):
            continue
        for one in doing(ours, by.verb):
            unknown = by.named or by.whose  # of whom a text may speak as of the council
            theirs = by.whose and one.whose and _one(site, one.whose, by.whose)
            own = (Sentence(fold(words), names, language) for words in said.rests.own)
            stated = any(share_a_word(one.words, o.words) for s in own for o in doing(s, by.verb))
            if not (theirs or stated) and (one.whose or not unknown):
                return by, one
    return None


def _deeds(site: Site, said: Said, language: Language) -> tuple[list[Deed], list[Deed]]:
    """What one does to another in a text, and in the words it rests on, by the text's verbs."""
    names = agents_names(site)
    ours = [*deeds(Sentence(fold(said.marked), names, language))]
    theirs = [
        Deed(deed.who, deed.whom, one.verb)
        for text, tag in (said.rests.around if ours else ())
        for deed in deeds(Sentence(fold(text), names, tag))
        for one in ours
        if is_same_verb(one.verb, deed.verb)
    ]
    return ours, theirs


def _exchanged(site: Site, ours: list[Deed], theirs: list[Deed]) -> Deed | None:
    """What one does to another in a text, and the other to the one in the words it rests on."""
    for one in ours:
        same = [other for other in theirs if other.verb == one.verb]
        as_there = any(_one(site, one.who, other.who) for other in same)
        crossed = (o for o in same if o.who == one.whom and o.whom == one.who)
        if one.verb not in _BOTH_WAYS and not as_there and any(crossed):
            return one
    return None


def _told_another(site: Site, said: Said, told: Found, theirs: Found) -> str:
    """Somebody who is told something in a text, and in no fact cited: none is about them, and its
    sentences have nobody told by that word, nor them asking."""
    around = {form for text, _ in said.rests.around for form in forms(fold(text))}
    for (how, word), names in told.items():
        if how == "whom" and word in _TELLS - around:
            asking = [
                w for one, key in theirs.items() if one[1] in _ASKS for m in key for w in m.who
            ]
            about = [
                v.value
                for name in (() if said.own.aside else said.own.records)
                for v in values(site.topic.records[name], REFERS)
            ]
            if word in _WARNS:
                about += _threatened(site, said)
            for who in (who for named in names for who in named.who):
                if not any(_one(site, who, other) for other in (*about, *asking)):
                    return who
    return ""


def _threatened(site: Site, said: Said) -> Iterator[str]:
    """Those for whom a threat is, in the sentences of the facts cited."""
    for text, language in said.rests.around:
        if _THREATEN & {*forms(fold(text))}:
            for one in Sentence(fold(text), agents_names(site), language).mentions:
                if _TO.search(fold(text)[: one.start]):
                    yield one.whose


def _all(site: Site, texts: Iterable[tuple[str, Language]]) -> Found:
    found: Found = defaultdict(list)
    for text, language in texts:
        for key, names in _relations(site, fold(text), language).items():
            found[key] += names
    return found


@kept(4096)
def _relations(site: Site, text: str, language: Language) -> Found:
    return relations(Sentence(text, agents_names(site), language))


def _one(site: Site, who: str, other: str) -> bool:
    """Whether two are one, or belong to one."""
    return bool({*belonging(site, who)} & {*belonging(site, other)})


def belonging(site: Site, who: str) -> Iterator[str]:
    """Somebody, and all that they belong to."""
    seen = [who]
    while seen[-1:] and (more := belongs(site, seen[-1])) and more[0] not in seen:
        seen += more
    yield from seen
