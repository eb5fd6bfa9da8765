"""The rule on what readers are told of words that are set aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..text.adjectives import has_adjective
from ..text.clauses import cautions_in
from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Names
from ..text.polarity import without_limits
from ..text.quantities import find_quantities, readable
from ..text.spans import Span
from ..text.speech import SAYS, pronouns_in, speech
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation, Person
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.problems import Problem
from ..topic.settings import SetAside
from ..topic.site import Site, kept
from ..topic.topic import SourceText
from .common import WORDS, describe, label_of, names_of, of_class, turn_of
from .dropped import as_long, says_so
from .own_words import written_language
from .registry import rule
from .turns import speakers_of
from .voices import agents_names, in_cases, named_before, themselves, without_article

_FEW = 8  # words: of fewer a note may be as short as it likes
_MANY = 3  # are counted; one and two may be said otherwise
_RATIO = 2  # numbers
_TIMES = 5  # a note has one word for so many
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_ACCUSES = re.compile(r"\b(?:accus|alleg|suspect|charged? with|beschuldig|vorgeworfen)\w*", re.I)
_TELLS = re.compile(
    r"\b(?:according|by \w+'s (?:account|count)|puts?|accus\w*|alleg\w*|suspect\w*"
    r"|charge[sd]?|laut|zufolge|selon)\b",
    re.I,
)
_NOTHING_DENIED = ", and denies nothing"
_THINGS = frozenset("it its itself es".split())  # pronouns of no person
_WORD = re.compile(r"[\w'-]+")
_DENIES = re.compile(r"(?i)\b(?:cannot|nor)\b|n't\b")
# How a note may say that something is not.
_DENIED = re.compile(
    r"(?i)n't\b|\b(?:cannot|nor|unless|silen\w+|unsaid|unclear|open|lack\w*|fail\w*|refus\w*|den(?:y|ie)\w*|reject\w*|instead|rather"
    r"|only|until|stop\w*|end\w*|miss\w*|short|too|against|away|un\w{4,}|fehl\w*|schw(?:eig|ieg)\w*|offen|unklar|ablehn\w*|lehnt\w*"
    r"|statt|außer|manqu\w*|refus\w*|sauf|tait|taire|tû|calla\w*|abiert[oa]|ouverte?)\b"
)
# A question that hopes for a yes denies nothing (is it not?, n'est-ce pas ?), if the note has it
# asked: asks whether it is.
_ASKS = re.compile(
    r"(?i)(?:,\s(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)(?:n't)?\s\w+"
    r"(?:\snot)?|n'est-ce\spas|nicht\s?(?:wahr)?|oder(?:\snicht)?|¿?(?:no|verdad|no\ses\sverdad))"
    r"\s?\?)\W*$"
)
_WHETHER = re.compile(r"(?i)\b(?:whether|asks? if|ob|si)\b")
# Behind what a body is: whose, where or for what.
_WHOSE = re.compile(r" (?:of|for|on|in|at|für|der|des|von|im|de|du|del|des|pour|para|sur|d')\\b")
_BODIES = frozenset(
    "institute council ministry company commission committee board agency office union party court"
    " university bank parliament government authority federation association foundation centre"
    " center organisation organization group institut rat ministerium unternehmen kommission"
    " ausschuss vorstand behörde amt partei gericht universität regierung verband stiftung verein"
    " zentrum bund conseil ministère entreprise société comité agence bureau parti tribunal cour"
    " université banque parlement gouvernement autorité fédération fondation centre instituto"
    " consejo ministerio empresa comisión comité agencia oficina partido tribunal universidad banco"
    " parlamento gobierno autoridad federación asociación fundación centro ayuntamiento"
    " junta".split()
)
_UNLIKELY = re.compile(
    r"(?i)\b(?:unlikely|improbable|unwahrscheinlich\w*|peu probable|improbables?)\b"
)
_ACCORDING = re.compile(r"\b(?:according to|zufolge|laut|selon)\b", re.I)


@rule(whole=True)
def aside_as_said(site: Site) -> Iterator[Problem]:
    """The note on a sentence or a clause that is set aside has every number in figures and the name
    of everybody in it, and names nobody whom its sentences do not, by name or by a pronoun; it
    keeps that somebody is accused, that something is according to somebody, that it is unlikely or
    that it is not; of more than a few words it says more than a few. The note on a ratio has its
    figures, and says whose they are. What is set aside as a repetition has no number and no name
    that no record has, and few words."""
    names = agents_names(site)
    for source in site.topic.sources.values():
        for i, item, placed in site.evidence.aside_meant[source.id]:
            if message := _wrong(site, source, item, placed, names):
                at = f"{_NOTHING_DENIED} ({describe(source, placed.spans[0].start)})"
                message = message.replace(_NOTHING_DENIED, at)
                yield Problem(
                    source.where.path,
                    source.where.line("set_aside", i, "note"),
                    message,
                    "tell readers in the note what these words say, or record them",
                    item.note,
                    item.exact,
                )


def _wrong(site: Site, source: SourceText, item: SetAside, placed: Placed, names: Names) -> str:
    """All that is wrong with words that are set aside, at once; empty if nothing is."""
    if item.note == NOT_STATED:
        return "the note is still to be written"
    passages, note = source.passages, fold(item.note)
    span = Span(placed.spans[0].start, placed.spans[-1].end)
    places = passages.sentences_of(span)
    around = fold(passages.text[places[0].start : places[-1].end])
    words = around if item.what == "sentence" else fold(passages.text[span.start : span.end])
    own, spoken = themselves(site), speech(passages.language)
    within = {m.whose for m in names.within(words, spoken)} - own
    turn = turn_of(site, [placed])
    own |= set(speakers_of(site, label_of(*turn))) if turn else set()
    wrong = [
        f'the note names "{who}", whom these words do not'
        for who in dict.fromkeys(m.whose for m in names.within(note, spoken) if m.whose not in own)
        if not (_named(site, who, around) or _is_meant(site, item, placed, who, names))
    ]
    if item.reason == "repetition" and (new := _unrecorded(site, source, within, span)):
        wrong.append(f'this is no repetition: no record has "{new}"')
    if item.what not in ("sentence", "clause"):
        left = [_number_untold(item, note), _whose_untold(site, source, item, span, note)]
        return "; ".join(filter(None, (*wrong, _all_left_out(filter(None, left)))))
    numbers = {*_DIGITS.findall(note)}
    left = [f'"{number}"' for number in _DIGITS.findall(words) if number not in numbers]
    if in_words := _left_out(words, passages.language, note, written_language(site)):
        left.append(f'"{in_words}"')
    called = {m.whose: words[m.start : m.end] for m in names.within(words, spoken)}
    left += [
        f'"{who}"{_by_another_name(site, who, called[who])}'
        for who in sorted(within)
        if not _named(site, who, note)
    ]
    left.append(_told_as_more(words, note, passages.language, site))
    wrong.append(_all_left_out(filter(None, dict.fromkeys(left))))
    many = len(WORDS.findall(words))
    if many > _FEW and len(WORDS.findall(note)) * _TIMES < many:
        wrong.append("the note says too little of so many words")
    return "; ".join(filter(None, wrong))


def _by_another_name(site: Site, who: str, called: str) -> str:
    """How words call a body that its name does not; empty where that is its name."""
    record = site.topic.records[who]
    other = isinstance(record, Organisation) and called.lower() not in fold(record.name).lower()
    return f', whom the words call "{called}"' if other else ""


def _all_left_out(some: Iterable[str]) -> str:
    """Says all that a note leaves out; empty if that is nothing."""
    return f"the note leaves out {', and '.join(left)}" if (left := [*some]) else ""


def _is_meant(site: Site, item: SetAside, placed: Placed, who: str, names: Names) -> bool:
    """Whether somebody may be meant by a pronoun in words that are set aside, or beside a quotation
    that is (he added): of people who does something in the nearest sentence before in which a
    person does; of bodies the one that the sentence before is about (its report)."""
    agent, passages = site.topic.records[who], site.topic.sources[placed.source].passages
    said = pronouns_in(placed.exact, passages.language)
    if isinstance(agent, Person):
        meant = item.what == "quotation" or said.keys() - _THINGS
        return bool(meant and named_before(site, placed, agent, names))
    first = bisect_left(passages.sentences, passages.sentence_at(placed.spans[0].start))
    if not said or not first or not isinstance(agent, Agent):
        return False
    place = passages.sentences[first - 1]
    before = fold(passages.text[place.start : place.end])
    found = [
        m
        for m in names.within(before, speech(passages.language))
        if not isinstance(site.topic.records[m.whose], Person)
    ]
    doing = [m.whose for m in found if m.how in ("subject", "speaks")]
    about = {*(doing[:1] or (m.whose for m in found))}
    return who in about if found else _named(site, who, before)


def _told_as_more(words: str, note: str, language: Language, site: Site) -> str:
    """Which words a note leaves out without which it says more than what is set aside."""
    if _ACCUSES.search(words) and not _ACCUSES.search(note):
        return "that this is an accusation"
    if _ACCORDING.search(words) and not (SAYS.search(note) or _TELLS.search(note)):
        return "according to whom this is"
    hedged = _UNLIKELY.search(note) or cautions_in(note, written_language(site))[1]
    if _UNLIKELY.search(words) and not hedged:
        return "that this is only unlikely"
    word = _denies(words, language)
    told = not word or _denial_told(words, note, language, site)
    return "" if told else f'"{word}"{_NOTHING_DENIED}'


def _number_untold(item: SetAside, note: str) -> str:
    """What is wrong with the note on a ratio in figures (2.4-to-1): that it has it not. An age or
    a year may be told by what it is of."""
    some = _DIGITS.findall(fold(item.exact))
    if item.what != "number" or item.reason == "not_a_quantity" or len(some) < _RATIO:
        return ""
    told = {*_DIGITS.findall(note)}
    left = next((one for one in some if one not in told), "")
    return f'"{left}"' if left else ""


def _whose_untold(site: Site, source: SourceText, item: SetAside, span: Span, note: str) -> str:
    """What is wrong with the note on a ratio that somebody in its sentence says: that it tells
    nobody."""
    ratio = len(_DIGITS.findall(fold(item.exact))) >= _RATIO and item.reason != "not_a_quantity"
    if item.what != "number" or not ratio or _TELLS.search(note):
        return ""
    for place in source.passages.sentences_of(span):
        text = as_long(source.passages, Span(place.start, place.end))
        sentence = Sentence(text, agents_names(site), source.passages.language)
        at = Span(span.start - place.start, span.end - place.start)
        for who in (m.whose for m in sentence.sayers() if says_so(sentence, m, *at)):
            if who in site.topic.records and not _named(site, who, note):
                name = getattr(site.topic.records[who], "name", who)
                return f"who says so, {name}"
    return ""


def _denies(words: str, language: Language) -> str:
    """The first word by which a text denies something; empty if there is none."""
    told = (
        w
        for w in _WORD.findall(without_limits(words))
        if w.lower() in language.negations or _DENIES.search(w)
    )
    return next(told, "")


def _denial_told(words: str, note: str, language: Language, site: Site) -> bool:
    """Whether a note says that something is not; of a question that hopes for a yes, that it is
    asked."""
    some = language.negations | written_language(site).negations
    asked = _ASKS.search(words) and _WHETHER.search(note)
    return bool(asked or _said(some, note) or _DENIED.search(note))


def _left_out(words: str, language: Language, note: str, own: Language) -> str:
    """The number in letters that a note leaves out of words set aside: of both and a pair nobody
    need say that they are two. Empty where the note has another in its place, of which the rule on
    numbers says that it is none of these."""
    said = {q.text: q.values for q in find_quantities(readable(words, language), language)}
    told = {q.text: q.values for q in find_quantities(readable(note, own), own)}
    for text, values in said.items():
        counts = text.isalpha() and any(isinstance(v, Decimal) and v >= _MANY for v in values)
        if counts and not any(values & some for some in told.values()):
            known = [*said.values()]
            return text if all(any(some & v for v in known) for some in told.values()) else ""
    return ""


def _said(some: frozenset[str], text: str) -> bool:
    """Whether a text has one of some words."""
    return not some.isdisjoint(WORDS.findall(text.lower()))


def _named(site: Site, who: str, text: str) -> bool:
    """Whether a text names somebody, with an article or without, in capitals or small letters, or
    by their office or role; a body also by what it is, where no other is one (the institute)."""
    record = site.topic.records[who]
    title = fold(getattr(record, "job_title", None) or "").lower()
    some = names_of(record) if isinstance(record, Agent) else []
    if getattr(record, "type", "") == "state" and any(has_adjective(name, text) for name in some):
        return True
    some = [*map(without_article, some), *_short_names(site).get(who, ())]
    some = in_cases(site, some) if not isinstance(record, Person) else some
    return any(stands_in(name.lower(), text.lower()) for name in [*some, title] if name)


@kept()
def _short_names(site: Site) -> dict[str, set[str]]:
    """By organisation the words of its name for what it is, of which no other is one."""
    bodies = of_class(site, Organisation)
    found = {one.id: {w for n in names_of(one)[:-1] for w in _kinds(n)} for one in bodies}
    held = Counter(word for some in found.values() for word in some)
    return {id: {word for word in some if held[word] == 1} for id, some in found.items()}


def _kinds(name: str) -> Iterator[str]:
    """The words of a name by which it may be for what it is: the last before whose or where it is,
    or the first (Institute of Straits, Conseil régional)."""
    before = without_article(_WHOSE.split(name)[0]).split()
    for word in {before[0], before[-1]} if before else ():
        if word.lower() in _BODIES:
            yield word


def _unrecorded(site: Site, source: SourceText, named: set[str], span: Span) -> str:
    """The first number or name of some words that is in no record's words; empty if all are."""
    held = [
        fold(placed.exact)
        for name in site.topic.records
        for placed in site.evidence.of(name)
        if not site.topic.records[name].draft
    ]
    numbers = [n for n in source.passages.numbers if span.start <= n.start and n.end <= span.end]
    parts = [fold(source.passages.text[n.start : n.end]) for n in numbers]
    for part in parts:
        if not any(stands_in(part, text) for text in held):
            return part
    if new := next((w for w in sorted(named) if not any(_named(site, w, t) for t in held)), ""):
        return new
    known = {stem for text in held for stem in _stems(text)}
    words = _stems(source.passages.text[span.start : span.end])
    new_words = {stem: word for stem, word in words.items() if stem not in known}
    return next(iter(new_words.values()), "") if len(new_words) * 3 > len(words) else ""


def _stems(text: str) -> dict[str, str]:
    """The longer words of a text, by their stems."""
    return {w.lower()[:6]: w for w in WORDS.findall(fold(text)) if len(w) > 4}
