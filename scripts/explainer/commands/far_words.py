"""The words of a statement that nothing it rests on has, in any form: arrested, where the facts
cited have a meeting. No rule, since many are fair; a reviewer reads these first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..rules.cited import masked_at
from ..rules.common import names_of, of_class, sentences_of_words
from ..rules.own_words import quotations_in, written_language
from ..rules.voices import agents_names
from ..text.amounts import find_shares
from ..text.days import find_dates
from ..text.deeds import deeds_in
from ..text.folding import fold
from ..text.polarity import LIGHT, done, stem, stems
from ..text.quantities import find_quantities, readable
from ..text.spans import Span
from ..text.speech import SAYS, speech
from ..text.voices import OTHER
from ..text.words import are_forms
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.roles import OWN, REFERS, values
from ..topic.site import Site, kept
from ..topic.words import words_of

_MOST, _MOST_NEW = 5, 8
_WORD = re.compile(r"[^\W\d_]{4,}")
# What says little of itself, and how editors speak of what a source says.
_FAINT = frozenset(
    "article report source site page reader name mention word account statement passage quote"
    " quoted quotes call ask tell answer reply give gave given say saying reason assume include"
    " including included"
    " nothing nobody none neither once never flatly though although instead otherwise another other"
    " without because while since until during between against after before behind like only again"
    " also later earlier first last next then make made take took become became able people office"
    " held hold keep probably cannot differ shortly afterwards went goes mean meant today".split()
)

_SAYING = frozenset("article says said report source according adds added told".split())
# Words that make it fewer, or less sure, though they are among the commonest.
_NARROWS = frozenset(
    "most some nearly almost only part mostly several half about fast beinahe nur einige meisten"
    " manche teils etwa presque seulement quelques plupart environ certains casi sólo solo algunos"
    " mayoría parte unos".split()
)
_OTHER_HALF = re.compile(r"\b(?:but|although|though|aber|doch|obwohl|mais|bien que|pero|aunque)\b")
_WHILE = frozenset("then both only every each most more under over from into same".split())


def far_words(site: Site, text: str, placed: Sequence[Placed], near: Iterable[str]) -> list[str]:
    """The first words of a text that neither the sentences of some words have, in a form or in a
    word that news has for them, nor other texts ``near``. None of a text that asks or names nobody,
    or of one in another language than its words."""
    own = written_language(site)
    if text.rstrip().endswith("?") or not _in_own_language(site, placed):
        return []
    beside = " ".join((*sentences_of_words(site, placed), *map(fold, near)))
    known = {word.lower() for word in _WORD.findall(beside)} | _called(site)
    begun, alike = {*stems(beside), *done(beside)}, _kindred(site)
    known_alike = {one for word in known for one in alike.get(stem(word), ())}
    named = agents_names(site).within(fold(text), speech(own))
    if not named:
        return []
    plain = readable(masked_at(text, quotations_in(site, text)), own)
    told = [(one.start, one.end) for one in find_quantities(plain, own)]
    told += [(one.start, one.end) for one in find_dates(plain, own)]
    plain = masked_at(plain, map(Span._make, told))
    said = dict.fromkeys(_WORD.findall(fold(plain.replace(OTHER, " "))))
    far = [
        word
        for word in said
        if not (
            {word.lower(), word.lower().removesuffix("s")} & (LIGHT | _FAINT | own.negations)
            or SAYS.fullmatch(word)
            or {stem(word), *done(word)} & (begun | known_alike)
            or any(are_forms(word, other) for other in known)
        )
    ]
    return far[:_MOST]


class _Forms:
    """The words of a text, to be found again in another form."""

    def __init__(self, text: str):
        self.words = {word.lower() for word in _WORD.findall(text)}
        self._begun = {*stems(text), *done(text)}

    def begin(self, word: str) -> bool:
        """Whether one begins as another word does, or is that verb in the past."""
        return bool({stem(word.split()[0]), *done(word)} & self._begun)

    def have(self, word: str) -> bool:
        """Whether one is another word, in any form."""
        known = word.lower() in self.words or self.begin(word)
        return known or any(are_forms(word, other) for other in self.words)


def _unquoted(site: Site, text: str) -> str:
    """A text in the editors' words as it is read, without what it quotes."""
    own = written_language(site)
    return masked_at(readable(fold(text), own), quotations_in(site, text)).replace(OTHER, " ")


def _in_own_language(site: Site, placed: Sequence[Placed]) -> bool:
    """Whether words of sources are all in the language in which editors write."""
    languages = {site.topic.sources[p.source].passages.language.code for p in placed}
    return languages == {written_language(site).code}


def new_words(site: Site, text: str, before: str, placed: Sequence[Placed]) -> list[str]:
    """The words of a text that neither it had ``before`` nor the sentences of some words have, in
    any form: because, artillery, agreed. Names, numbers and days are told elsewhere; a text in
    another language than its words has all that is new."""
    own = _in_own_language(site, placed)
    known = _Forms(" ".join((fold(before), *(sentences_of_words(site, placed) if own else ()))))
    light = LIGHT if before else LIGHT | _FAINT
    return [
        word
        for word in dict.fromkeys(_WORD.findall(_unquoted(site, text)))
        if word.lower() not in _names(site) | _SAYING
        if word.lower() not in light or word.lower() in _WHILE
        if not known.have(word)
    ][:_MOST_NEW]


def new_deeds(site: Site, text: str, before: str, placed: Sequence[Placed]) -> list[str]:
    """What somebody is said to do to another, or how much of something it is, in words that neither
    a text had ``before`` nor the very clauses of its words have: agreed, walked out, most of. What
    only another clause of the same sentence has is none of theirs. None of a text in another
    language than its words, or that asks."""
    if text.rstrip().endswith("?") or not _in_own_language(site, placed):
        return []
    cited = fold(" ".join((before, *(p.exact for p in placed))))
    known, plain = _Forms(cited), _unquoted(site, text)
    found = dict.fromkeys((*deeds_in(plain), *find_shares(plain)))
    return [deed for deed in found if deed.lower() not in cited.lower() and not known.have(deed)]


def dropped_words(site: Site, text: str, before: str, placed: Sequence[Placed]) -> list[str]:
    """The words that a text had ``before`` and has no more in any form, and that the clauses of its
    words have: nearly, most, the storm of “without a storm warning”; and the “but” with
    which its other half began. Names, numbers and days are told elsewhere."""
    own = _in_own_language(site, placed)
    now, cited = _Forms(fold(text)), " ".join(sentences_of_words(site, placed)) if own else ""
    there = _Forms(cited)
    gone = [
        word
        for word in dict.fromkeys(_WORD.findall(_unquoted(site, before)))
        if word.lower() not in _names(site) | _SAYING
        if word.lower() not in LIGHT or word.lower() in _NARROWS
        if not now.have(word)
        if word.lower() in there.words or there.begin(word)
    ]
    halves = (set(_OTHER_HALF.findall(fold(one).lower())) for one in (before, text))
    had, has = halves
    return [*(f"what stood behind “{word}”" for word in sorted(had) if not has), *gone][:_MOST_NEW]


def words_about(site: Site, name: str) -> Iterator[str]:
    """What editors say in a record that is cited, and of whom it refers to."""
    record = site.topic.records[name]
    yield from (v.value for v in values(record, OWN))
    for other in (v.value for v in values(record, REFERS)):
        if other in site.topic.records:
            yield from (v.value for v in values(site.topic.records[other], OWN))


@kept()
def _names(site: Site) -> frozenset[str]:
    """The words of the names of people and organisations."""
    names = (name for agent in of_class(site, Agent) for name in names_of(agent))
    return frozenset(word.lower() for name in names for word in _WORD.findall(fold(name)))


@kept()
def _called(site: Site) -> frozenset[str]:
    """The words by which pages call somebody, what is at issue, and sources: titles, not facts."""
    settings = site.topic.settings
    texts = [*settings.topics.values(), *(option.label for option in settings.options)]
    texts += [source.record.label for source in site.topic.sources.values()]
    return _names(site) | {word.lower() for text in texts for word in _WORD.findall(fold(text))}


@kept()
def _kindred(site: Site) -> dict[str, set[str]]:
    """By the stem of a word, the stems of those that news has for it."""
    table, found = words_of(site.topic.settings.language or "en").search, dict[str, set[str]]()
    for group in (*table.get("kindred", ()), *table.get("instead", ())):
        some = {stem(word) for word in str(group).split()}
        for one in some:
            found.setdefault(one, set()).update(some)
    return found
