"""The rule on who says what a fact has, where a sentence before names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from ..text.described import described_says
from ..text.folding import fold
from ..text.mentions import Names
from ..text.mood import indirect
from ..text.passages import Passages
from ..text.said_so import a_body_gives, pronoun_says, reported, says_so, thereby
from ..text.sentences import Sentence as Place
from ..text.spans import Cover, Span
from ..text.spoken import by_description
from ..text.voices import OTHER, Sentence
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation, Person
from ..topic.evidence import Placed
from ..topic.model import Comparison, Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import Key, Mark, values
from ..topic.site import Site
from .attribution import in_own_voice, number_of, own_quotations, part_of, stated
from .belonging import belongs, is_person, may_be_of, related, says_it
from .common import names_of
from .means import (
    INFER,
    OF_ONE,
    Told,
    another_body,
    another_does,
    beside_it,
    by_what_they_are,
    no_person,
    no_pronoun_for,
)
from .named_behind import named_behind
from .pronouns import fits
from .registry import rule
from .reported import german, last_by_mood, opens_a_report
from .voices import agents_names, another_since, is_named, not_whom, prose

_IT = re.compile(r"\b(?:it|they|es|its|their)\b", re.I)


@rule(whole=False)
def attribution_resolved(site: Site) -> Iterator[Problem]:
    """Where resolved_from says who gives a number or a statement, its words name them, and stand in
    the nearest sentence before in which a person does something. A pronoun gives it (she said), and
    means them; if several, that is marked as inferred. So it is where what they are gives it (der
    CDU-Mann, el departamento): the last so named; and where only its mood says that it is
    somebody's (it would cost £3): they are the last who said something before in the paragraph. It
    may be so according to what is told before (demnach, the study): they are the last who did
    something. What only the head of a body says is not the body's; what its spokesman says is.
    Who is only described (a former head said) may be the first named behind it who says something,
    if that is marked as inferred."""
    said = own_quotations(site)
    for name, record in site.topic.records.items():
        if record.draft or isinstance(record, Quote):
            continue
        for part, holder in _parts(record):
            resolved = site.evidence.of(name, *part, "resolved_from")
            inferred = "speaker" in getattr(holder, "inferred", ())
            if inferred and not getattr(holder, "resolved_from", ()):
                message = "nothing here says from which words it is inferred who says so"
                help = "add resolved_from: with the words that name them"
                yield site.problem(name, (*part, "inferred"), message, help)
            if resolved and (wrong := _wrong(site, name, part, resolved, inferred, said)):
                yield site.problem(name, (*part, "resolved_from"), *wrong)
            elif not resolved:
                unsure = _right_before(site, name, part) or _by_mood(site, name, part)
                unsure = unsure or _who_belongs(site, name, part)
                yield from [site.problem(name, *unsure)] if unsure else ()


def _parts(record: Record) -> Iterator[tuple[Key, object]]:
    """The parts of a record that may be ascribed each to somebody: it, or its cells."""
    yield (), record
    if isinstance(record, Comparison):
        yield from ((("cells", option), cell) for option, cell in record.cells.items())


def _wrong(
    site: Site,
    name: str,
    part: Key,
    resolved: list[Placed],
    inferred: bool,
    said: dict[tuple[str, str], Cover],
) -> Told | None:
    """What is wrong with the words that say who gives what a part of a record has."""
    found = values(site.topic.records[name], Mark.OWN_VOICE)
    agents = [site.topic.records.get(v.value) for v in found if part_of(v.key) == part]
    known = [agent for agent in agents if isinstance(agent, Agent) and not agent.draft]
    wrote = "; ".join(placed.exact for placed in resolved)
    if not agents:
        return "this is ascribed to nobody", "add attribution: with their id, or remove it", wrote
    own = _own_sentences(site, name, part)
    for source, some in groupby(own, lambda one: one[0]):
        passages, places = site.topic.sources[source].passages, [place for _, place in some]
        text = " ".join(prose(passages, place, []) for place in places)
        names = agents_names(site)
        read = [Sentence(prose(passages, at, []), names, passages.language) for at in places]
        for who in known:
            here = any(one in text for one in names_of(who))
            wrong = (_no_pronoun_of(who, one, passages) for one in read if here)
            if no_pronoun := next(filter(None, wrong), None):
                return no_pronoun
            naming = next((p for p in resolved if is_named(who, p) and p.source == source), None)
            words = number_of(site, name) or stated(site, name, part)
            if naming and in_own_voice(who.id, words, said):
                return None
            if naming and (described := next(filter(None, map(described_says, read)), "")):
                return named_behind(site, who, passages, places, naming, inferred, described)
            if naming:
                return _not_theirs(site, who, passages, places, naming, inferred)
            if not here:
                return f'these words do not name "{who.id}"', "take the words that do", wrote
    return None


def _right_before(site: Site, name: str, part: Key) -> tuple[Key, str, str, str] | None:
    """What is wrong where a pronoun gives what a part of a record has, and somebody to whom it is
    ascribed is named in the sentence right before alone, which need not be whom it means."""
    found = values(site.topic.records[name], Mark.OWN_VOICE)
    agents = [(v.key, site.topic.records.get(v.value)) for v in found if part_of(v.key) == part]
    people = [(k, who) for k, who in agents if isinstance(who, Agent) and not who.draft]
    own = _own_sentences(site, name, part) if people else []
    if not own:
        return None
    (source, place), places = own[0], [one for _, one in own]
    passages = site.topic.sources[source].passages
    sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
    here, said = " ".join(prose(passages, one, []) for one in places), pronoun_says(sentence)
    for key, who in people:
        if wrong := _no_pronoun_of(who, sentence, passages):
            return key, *wrong
    people = [(k, who) for k, who in people if not any(stands_in(n, here) for n in names_of(who))]
    number = bisect_left(passages.sentences, place) if people else 0
    if not number:
        return None
    start, end, paragraph, nth = passages.sentences[number - 1]
    words = passages.words(start, end)
    naming = Placed(source, paragraph, nth, nth, words, "", "", (Span(start, end),))
    before = Sentence(
        prose(passages, passages.sentences[number - 1], []), agents_names(site), passages.language
    )
    doing = {mention.whose for mention in before.doing()}
    for key, who in people if said else ():
        body = not isinstance(who, Person) and (who.id in doing or _IT.match(said))
        if is_named(who, naming) and not body:
            wrong = another_since(site, who, passages, places, naming, said, False)
            if wrong:
                return key, *wrong
    return None


def _no_pronoun_of(who: Agent, sentence: Sentence, passages: Passages) -> Told | None:
    """What is wrong where the pronoun by which somebody says a sentence, and nobody named does,
    cannot mean ``who``."""
    said = "" if sentence.sayers() else pronoun_says(sentence)
    if said and isinstance(who, Organisation) and OF_ONE.search(said):
        return no_person(who, said)
    if said and isinstance(who, Person) and not fits(said, who, passages.folded):
        return not_whom(who, said, passages.folded, [])
    return None


def _by_mood(site: Site, name: str, part: Key) -> tuple[Key, str, str, str] | None:
    """What is wrong where a German sentence reports by its mood what somebody says whom the last
    before in the paragraph names, and it is ascribed to somebody else of whom that is told."""
    found = values(site.topic.records[name], Mark.OWN_VOICE)
    ours = [v for v in found if part_of(v.key) == part and "attribution" in v.key]
    if not ours:
        return None
    names = agents_names(site)
    for source, place in _own_sentences(site, name, part):
        passages = site.topic.sources[source].passages
        own = Sentence(prose(passages, place, []), names, passages.language)
        if not (german(own) and indirect(own.text)) or says_so(own):
            return None
        sayers = _last_before(passages, place, names)
        if any(related(site, one, v.value) for one in sayers for v in ours):
            return None
        for v in ours if sayers else ():
            told = any(m.whose == v.value and m.how == "subject" for m in own.mentions)
            if told:
                message = f'this reports what "{min(sayers)}" says, not "{v.value}"'
                help = "ascribe it to them, with resolved_from: and inferred: [speaker]"
                return v.key, message, help, own.text
    return None


def _who_belongs(site: Site, name: str, part: Key) -> tuple[Key, str, str, str] | None:
    """What is wrong where a body is ascribed what only a person who belongs to it says, and not as
    who speaks for it."""
    found = values(site.topic.records[name], Mark.OWN_VOICE)
    ours = [v for v in found if part_of(v.key) == part and "attribution" in v.key]
    bodies = [
        (v.key, who)
        for v in ours
        if isinstance(who := site.topic.records.get(v.value), Organisation) and not who.draft
    ]
    sayers, read = set[str](), list[Sentence]()
    for source, place in _own_sentences(site, name, part) if bodies else ():
        passages = site.topic.sources[source].passages
        read.append(Sentence(prose(passages, place, []), agents_names(site), passages.language))
        doing = {m.whose for m in read[-1].subjects() if not pronoun_says(read[-1])}
        sayers |= says_it(read[-1]) or doing
    if not sayers or not all(is_person(site, one) for one in sayers) or len(ours) > 1:
        return None
    if any(a_body_gives(one) or thereby(one) for one in read):
        return None
    for key, who in bodies:
        theirs = [one for one in sayers if who.id in belongs(site, one)]
        if theirs and not any(may_be_of(site, theirs[0], who.id, one) for one in read):
            message = f'"{theirs[0]}" says so in the sentence of these words, not "{who.id}"'
            return key, message, f'ascribe it to "{theirs[0]}"', read[0].text
    return None


def _last_before(passages: Passages, place: Place, names: Names) -> set[str]:
    """Those who say something in the nearest sentence before in the paragraph in which some do."""
    first = bisect_left(passages.sentences, place)
    for before in passages.sentences[max(first - 8, 0) : first][::-1]:
        if before.paragraph != place.paragraph:
            break
        sentence = Sentence(prose(passages, before, []), names, passages.language)
        if sayers := opens_a_report(sentence):
            return sayers
    return set()


def _own_sentences(site: Site, name: str, part: Key) -> list[tuple[str, Place]]:
    """The sentence of a number, or those of the evidence, each with its source: where the number is
    in a sentence that is a quotation and no more, who says it is told in the others."""
    if not part and name in site.evidence.numbers:
        source, number = site.evidence.numbers[name]
        passages = site.topic.sources[source].passages
        place = passages.sentence_at(number.start)
        if re.search(r"\w", prose(passages, place, []).replace(OTHER, "")):
            return [(source, place)]
    return [
        (placed.source, place)
        for placed in site.evidence.of(name, *part, "evidence")
        for place in site.topic.sources[placed.source].passages.sentences_of(
            Span(placed.spans[0].start, placed.spans[-1].end)
        )
    ]


def _not_theirs(
    site: Site, who: Agent, passages: Passages, own: list[Place], naming: Placed, inferred: bool
) -> Told | None:
    """What is wrong where words before name somebody who is not the one that says so."""
    names = agents_names(site)
    read = [Sentence(prose(passages, place, []), names, passages.language) for place in own]
    said = next(filter(None, map(pronoun_says, read)), "")
    if said:
        wrong = no_pronoun_for(who, said)
        wrong = wrong or another_since(site, who, passages, own, naming, said, inferred)
        return wrong or (None if inferred else beside_it(site, who, passages, read, said))
    if isinstance(who, Organisation) and any(map(a_body_gives, read)):
        return another_body(site, who, passages, own, naming, inferred)
    if called := next(filter(None, map(by_description, read)), ""):
        return by_what_they_are(site, who, passages, own, naming, called, inferred)
    if any(map(thereby, read)):
        return another_does(site, who, passages, own, naming)
    if sayers := set().union(*map(says_it, read)):
        message = f'"{min(sayers)}" says so in the sentence of these words, not "{who.id}"'
        return message, f'ascribe it to "{min(sayers)}", and remove resolved_from:', read[0].text
    if not any(map(reported, read)):
        message = f'no word of "{read[0].text[:60].strip()} …" has somebody say so'
        help = "add the words that have them say so to evidence:; or, if the source says it itself,"
        return message, f"{help} remove attribution: and resolved_from:", fold(naming.exact)
    if not inferred:
        message = "no pronoun in the sentence of these words says so"
        return message, INFER, fold(naming.exact)
    last = bisect_left(passages.sentences, own[0])
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    same = naming.paragraph == own[0].paragraph
    for number in range(last - 1, at - 1, -1) if same else ():
        place = passages.sentences[number]
        sentence = Sentence(prose(passages, place, []), names, passages.language)
        told = pronoun_says(sentence)
        if told and number > at and not sentence.sayers():  # X laughed. “No,” she said. It cost £3
            return another_since(site, who, passages, [place], naming, told, True)
        if sayers := opens_a_report(sentence):
            if any(related(site, one, who.id) for one in sayers):
                return None
            if not (says_it(sentence) or german(sentence)):
                continue  # who takes a stand may say more, and so may who spoke before
            message = f'the last before who says something is "{min(sayers)}", not "{who.id}"'
            return message, "check who says so", passages.words(place.start, place.end)[:160]
    if same and last_by_mood(site, passages, own[0], who, names) == at:
        return None
    message = f'these words do not have "{who.id}" say something before'
    help = "take words that do"
    help += "" if any(map(german, read)) else ", or ascribe it to the source"
    return message, help, fold(naming.exact)
