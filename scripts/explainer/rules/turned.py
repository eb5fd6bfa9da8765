"""The rules on what says the contrary of what it rests on, or is surer than that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ..text.folding import fold
from ..text.languages import Language
from ..text.left_open import left_open, tells_openly
from ..text.polarity import (
    Scope,
    clauses,
    denials,
    denied,
    done,
    improbable,
    is_denied_of,
    is_meta,
    is_negative,
    is_open,
    is_turned,
    is_unsure,
    refused,
    roots,
    stem,
    stems,
    weakened,
)
from ..text.refusals import without_twice
from ..topic.problems import Problem
from ..topic.site import Site
from .answered import resting_answers
from .beside import resting_aside, resting_beside, resting_titles
from .denied import affirmed, rendered
from .not_yet import only_asked, only_planned
from .own_words import written_language
from .registry import rule
from .rests import Rests, Said, resting
from .wanted import of_demands

# Words for what a message asks for, in the language that the editors write.
_DENYING = {
    "en": "not, without, rules out",
    "de": "lehnt ab, bestreitet, schließt aus",
    "fr": "refuse, nie, exclut",
    "es": "rechaza, niega, descarta",
}
_HEDGING = {
    "en": "probably, appears to, may",
    "de": "wahrscheinlich, offenbar, könnte",
    "fr": "probablement, semble, pourrait",
    "es": "probablemente, parece, podría",
}
_ANSWER = re.compile(r"(?:(yes|ja|oui)|(no|nein|non))\b(?!\s\w)", re.I)
_IF = re.compile(r"\b(?:if|unless|whether|wenn|falls|ob|si)\b", re.I)
_WOULD = re.compile(r"\b(?:would|würden?|\w+r(?:ait|aient|ía|ían))\b")
_MISSING = frozenset(
    "without no ohne kein keine keinen keiner keinem sans aucun aucune sin ningún ninguna".split()
)
_WITHOUT = frozenset("without ohne sans sin".split())
_WITH = re.compile(
    r"\b(?:with|mit|avec|con|(?:there (?:is|was|are|were)|gab es|es gab|il y a|hay|hubo)(?= an?\b"
    r"| ein| un))((?: [\w-]+){1,3})"
)
# It begins not with this, but with that: the verb itself is not denied.
_INSTEAD = re.compile(
    r"\b(with|by|in|on|at|from|to|of|for|mit|von|in|auf|aus|avec|par|dans|de|con|por|en)\s[^,;]{1,40},"
    r"\s(?:but|sondern|mais|sino)\s\1\b"
)
# They have not the same where the words say that they have another.
_NOT_THE_SAME = re.compile(
    r"\b(?:not (?:\w+ ){0,2}the same|pas (?:le|la|les) mêmes?"
    r"|nicht (?:(?:der|die|das|den|dem) ?selbe\w*|gleich\w*)"
    r"|no (?:\w+ )?(?:el|la|los|las) mism\w+)\b",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:another|others?|differ\w*|autres?|différ\w*|andere\w*|unterschied\w*|otr[oa]s?"
    r"|distint\w*)\b",
    re.I,
)
_SOME = 3  # words in common by which a clause is said again, whatever its first word


@rule(whole=False)
def not_turned_round(site: Site) -> Iterator[Problem]:
    """What the words of a fact deny (will not, no one, without) is not said in our words as if it
    were so, and what they say is not denied: in a record by its evidence, on a page by the facts
    cited in the sentence. It may be denied in any words: refuses, rules out, far from."""
    language = written_language(site)
    for said in (*resting(site), *resting_beside(site), *resting_answers(site)):
        if word := _told_of_what_is_open(said):
            yield said.own.problem(
                f'what this rests on says "{word}", and this tells it as said',
                f'keep "{word}", or say in other words that it is not said',
                said.text[:160],
            )
        elif word := affirmed(said, language) or _affirms(said, language):
            yield said.own.problem(
                f'what this rests on says "{word}", and this does not',
                f'say it with "{word}" too, or in words that deny it: {_say(_DENYING, language)}',
                said.text[:160],
            )
        elif word := _denies(said, language):
            yield said.own.problem(
                f'"{word}" denies here what the words say that this rests on',
                "say it as they do, or cite the fact that denies it",
                said.text[:160],
            )


@rule(whole=False)
def as_sure_as_said(site: Site) -> Iterator[Problem]:
    """What the words of a fact hold for no more than likely (likely, appeared to, may) is not said
    in our words as if it were sure, nor what they only expect, plan or ask for as if it were done:
    in a record by its evidence, on a page by the facts cited in the sentence, in the note on words
    that are set aside by these."""
    language = written_language(site)
    for said in (*resting(site), *resting_aside(site), *resting_answers(site)):
        yield from _surer(site, said, language)
    for said in resting_titles(site):
        record = site.topic.records[said.own.records[0]]
        if not said.text.rstrip().endswith("?"):
            yield from _surer(site, said, language, getattr(record, "status", ""))


def _surer(site: Site, said: Said, language: Language, status: str = "") -> Iterator[Problem]:
    """What is wrong with a text that is surer than what it rests on; ``status`` is that of the
    event that it is the title of: what is expected may be told in the present."""
    if word := only_planned(said, language, status == "happened"):
        yield said.own.problem(
            f'what this rests on says "{word}", and this tells it as done',
            f'keep "{word}", or say in other words that it was still to come or asked for',
            said.text[:160],
        )
    elif (word := only_asked(said, language)) and not of_demands(site, said.own.led):
        yield said.own.problem(
            f'what this rests on says "{word}", and this tells it as promised',
            f'keep "{word}", or say in other words that it was asked for',
            said.text[:160],
        )
    elif status == "expected" or is_unsure(said.text) or is_meta(said.text):
        return
    elif word := _left(said, language, weakened, _weakly):
        yield said.own.problem(
            f'what this rests on says "{word}", and this is sure',
            f'keep "{word}", or say it in other words: {_say(_HEDGING, language)}',
            said.text[:160],
        )


def _say(words: Mapping[str, str], language: Language) -> str:
    return words.get(language.code, words["en"])


def _affirms(said: Said, language: Language) -> str:
    """The word that denies what a text says as if it were so; empty if there is none."""
    found = (_part_affirms(said._replace(text=part), language) for part in said.text.split(";"))
    return next(filter(None, found), "")


def _told_of_what_is_open(said: Said) -> str:
    """The word by which the words cited leave something open that a text has them say; empty if
    there is none."""
    if tells_openly(said.text) or is_meta(said.text):
        return ""
    told = {*stems(said.text)}
    found = (one for words, _ in said.rests.exact for one in left_open(words))
    return next((word for word, some in found if len(some & told) >= min(2, len(some)) > 0), "")


def _part_affirms(said: Said, language: Language) -> str:
    if is_meta(said.text):
        return ""
    if is_negative(said.text):
        return _refuses_the_refused(said)
    words = said.rests.words
    if (answer := _ANSWER.match(said.text)) and answer[1] and said.states:
        all_turned = bool(words) and all(is_turned(one) for one, *_ in words)
        return next((s.word for one, tag, _ in words for s in denied(one, tag)), "") * all_turned
    would = any(map(_WOULD.search, (text for text, *_ in words)))  # and so do these words
    text = _WOULD.sub(" ", said.text) if would else said.text
    return "" if is_open(text) else _left(said, language, denied, _strongly)


def _refuses_the_refused(said: Said) -> str:
    """The word that denies in the words cited what a text tells in a word that may deny itself: did
    not rule it out, and ruled it out."""
    told = frozenset(stems(said.text))
    for words, tag in said.rests.exact:
        for scope in denied(words, tag):
            kept = ("–" if {*stems(w)} & {*scope.stems} else w for w in said.text.split())
            left = " ".join(kept)  # marked, or "not enough, X said" would read as "not X said"
            if _strongly(scope, told) and not is_negative(left):
                return scope.word
    return ""


Find = Callable[[str, Language], tuple[Scope, ...]]


def _left(
    said: Said, language: Language, find: Find, alike: Callable[[Scope, frozenset[str]], bool]
) -> str:
    """The word that denies or weakens what a text says, and has not itself."""
    told, rests = frozenset(stems(said.text)), said.rests
    if find is denied:
        rests = _without_twice(rests)
    else:
        told |= {*done(said.text)}
    words = [(text, tag) for text, tag, _ in rests.words]
    scopes = [scope for one in words for scope in find(*one)]
    if said.states and scopes and all(find(*one) for one in words):
        held = {one for scope in scopes for one in scope.stems}
        marked = all(highlighted for *_, highlighted in rests.words)
        most = 2 * len(held) >= len({one for text, _ in words for one in stems(text)})
        if most and (marked or held & told):
            return scopes[0].word
    sure = {
        one
        for some in (*words, *((text, language) for text in rests.own))
        if not find(*some)
        for one in stems(some[0])
    }
    if find is denied:  # a hedge may be of another clause of them
        words += [(text, tag) for text, tag in rests.exact if (text, tag) not in words]
    words += [(text, language) for text in (rests.stated if find is denied else rests.own)]
    return next(
        (
            scope.word
            for some in words
            for scope in find(*some)
            if alike(scope, told) or (find is denied and _as_there(scope, said.text))
            if scope.stems[0] not in sure
        ),
        "",
    )


def _without_twice(rests: Rests) -> Rests:
    words = tuple((without_twice(text), tag, marked) for text, tag, marked in rests.words)
    exact = tuple((without_twice(text), tag) for text, tag in rests.exact)
    return rests._replace(words=words, exact=exact)


def _shares(stems_of: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether of some stems others are two, or all."""
    common = {*stems_of} & {*others}
    return len(common) >= min(2, len(stems_of), len(others))


def _as_there(scope: Scope, text: str) -> bool:
    """Whether a text has what is missing in the words cited: with an agreement, without one."""
    found = (m for m in _WITH.finditer(text) if scope.word in _MISSING)
    return any(scope.stems[0] in stems(match[1]) for match in found)


def _without_what_is_there(said: Said, language: Language) -> str:
    """The word by which a text has something be missing that the words cited have there: readers
    without a car, with one."""
    around = [one for one in said.rests.around if _WITH.search(one[0])]
    for scope in denied(said.marked, language) if around else ():
        if scope.word in _WITHOUT and scope.stems:
            there = any(scope.stems[0] in stems(m[1]) for a, _ in around for m in _WITH.finditer(a))
            missing = (one for some in said.rests.around for one in denied(*some))
            if there and not any(scope.stems[0] in one.stems for one in missing):
                return scope.word
    return ""


def _strongly(scope: Scope, told: frozenset[str]) -> bool:
    """Whether a text says what is denied: its first word and one more, or most of its words."""
    common = sum(one in told for one in scope.stems)
    return (scope.stems[0] in told and common >= min(2, len(scope.stems))) or (
        common >= _SOME and 4 * common >= 3 * len(scope.stems)
    )


def _weakly(scope: Scope, told: frozenset[str]) -> bool:
    """Whether a text says what is only likely: one of its first two words and another."""
    common = told.intersection(scope.stems)
    return bool({*scope.stems[:2]} & common) and len(common) >= min(2, len(scope.stems))


def _denies(said: Said, language: Language) -> str:
    """The word by which a text denies what the words say that it rests on."""
    around = said.rests.around
    if tells_openly(said.text) and any(left_open(words) for words, _ in around):
        return ""
    if _NOT_THE_SAME.search(said.text) and any(_ANOTHER.search(words) for words, _ in around):
        return ""
    if (answer := _ANSWER.match(said.text)) and answer[2]:
        turned = any(is_turned(words) for words, _ in around)
        return "" if turned or not said.states else answer[2]
    if word := _without_what_is_there(said, language):
        return word
    words = [text for text, *_ in (said.rests.words if said.states else said.rests.exact)]
    straight = bool(words) and not any(map(is_turned, words))
    verb = refused(said.marked) if straight else None
    before = said.marked[: verb.start()] if verb else ""
    if verb and not is_turned(before) and not _IF.search(before):
        return fold(verb.group()).strip()
    for scope in denials(said.marked, language) if not _INSTEAD.search(said.marked) else ():
        if stem(scope.word) in {one for words, _ in around for one in roots(stems(words))}:
            continue  # they deny it by the same word: disagreement, and disagreed
        near = [(c, words) for words, tag in around for c in clauses(words, tag)]
        said_not = roots(scope.stems)
        having = [(c, words) for c, words in near if said_not[0] in roots(stems(c))]
        if any(is_denied_of(c, said_not) for c, _ in having) or rendered(scope.stems, said):
            continue
        listed = (one for words, tag in around for one in denied(words, tag))
        if any(said_not[0] in roots(one.stems) for one in listed):
            continue  # will not give up land, abandon its plans or …
        scarcely = (one.stems for some in around for one in improbable(*some))
        if any(_shares(one, scope.stems) for one in scarcely):
            continue
        told = {one for text in said.rests.stated for one in stems(text)}
        said_so = (told.union(stems(words)) for _, words in having)
        again = (stems(c) for c, _ in near if not having and not is_turned(c, said_not))
        if any(
            _strongly(scope._replace(stems=said_not), frozenset(roots(some)))
            for some in (*said_so, *again)
        ):
            return scope.word
    return ""
