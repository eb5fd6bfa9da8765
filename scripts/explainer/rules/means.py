"""Whom a pronoun, a body or what somebody is called (she, the company, der CDU-Mann) means, which
has somebody say something whom words before name."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..text.folding import fold
from ..text.offices import HOLDS
from ..text.passages import Passages
from ..text.sentences import Sentence as Place
from ..text.voices import Sentence
from ..text.words import when_needed
from ..topic.agents import Agent, Organisation, Person
from ..topic.evidence import Placed
from ..topic.site import Site
from .belonging import SPEAKS_FOR, related
from .pronouns import fits
from .voices import EITHER, agents_names, prose

INFER = (
    "remove resolved_from:; or, if you conclude from what the source tells that they say so, add"
    " inferred: [speaker], which readers see"
)


OF_ONE = re.compile(r"\b(?:he|she|his|her|him)\b", re.I)  # English says "it" of a body


_ITSELF = re.compile(r"(?:elles?|ils?|er|sie|es|ellas?|él|ellos) ", re.I)  # the subject of a clause


Told = tuple[str, str, str]


def no_pronoun_for(who: Agent, said: str) -> Told | None:
    """What is wrong where "it" says what a person is to say, or "she" what a body is."""
    if isinstance(who, Person) and said.lower().startswith("it "):
        return f'the pronoun in these words does not mean "{who.id}"', "check who says so", said
    return no_person(who, said) if isinstance(who, Organisation) and OF_ONE.search(said) else None


def no_person(who: Agent, said: str) -> Told:
    """What is wrong where "she" says what a body is to say."""
    message = f'the pronoun in these words means a person, not "{who.id}"'
    return (message, "ascribe it to whom it means", said)


def another_does(
    site: Site, who: Agent, passages: Passages, own: list[Place], naming: Placed
) -> Told | None:
    """What is wrong where it is so according to what is told before (demnach), and words before
    name somebody, who is not the last that does something."""
    last = bisect_left(passages.sentences, own[0])
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    if at >= last or own[0].paragraph > naming.paragraph + 1:
        return "these words stand behind, or far", "take those right before", fold(naming.exact)
    for place in passages.sentences[at:last][::-1]:
        sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
        doing = [mention.whose for mention in sentence.doing()]
        if doing and who.id not in doing:
            message = f'the last before who does something is "{doing[-1]}", not "{who.id}"'
            return message, f'ascribe it to "{doing[-1]}"; or check who says so', sentence.text
        if doing:
            return None
    return None


def beside_it(
    site: Site, who: Agent, passages: Passages, read: list[Sentence], said: str
) -> Told | None:
    """What is wrong where a pronoun that gives something may mean somebody whom its own sentence
    names before it: X was not convinced: it would not last, he said."""
    for sentence in read:
        at = sentence.text.find(said)
        for one in sentence.subjects() if at >= 0 else ():
            agent = site.topic.records[one.whose]
            if one.end > at or related(site, one.whose, who.id):
                continue
            person = isinstance(agent, Person) and fits(said, agent, passages.folded)
            if person or (isinstance(agent, Organisation) and _ITSELF.match(said)):
                message = f'the pronoun may mean "{one.whose}" as well as "{who.id}"'
                return message, EITHER, sentence.text
    return None


_FEMININE = re.compile(r"(?:[Dd]ie|[Ll]a)\s")


_NO_PERSON = when_needed(
    r"(?i)\bdas\s|\b(?:company|firm|council|ministry|department|board|agency|committee|union|party"
    r"|\w*(?:firma|behörde|verwaltung|stadt|partei|gewerkschaft|kammer|verband|verein|konzern|amt)"
    r"|entreprise|société|mairie|préfecture|ministère|syndicat|association|commune"
    r"|empresa|compañía|departamento|ministerio|ayuntamiento|consejería|sindicato|asociación"
    r"|junta)\b"
)


_HEAD = when_needed(
    rf"(?i)\b(?:{HOLDS}|\w*(?:dezernent|politiker|mann|frau|innen|rätin|anwältin))\w*\b"
)


def by_what_they_are(
    site: Site,
    who: Agent,
    passages: Passages,
    own: list[Place],
    naming: Placed,
    called: str,
    inferred: bool,
) -> Told | None:
    """What is wrong where somebody says so who is told by what they are (der CDU-Mann, el
    departamento), and words before name somebody: it is the last person named whom the words fit,
    which readers are told to be concluded, or the last body."""
    if isinstance(who, Organisation):
        if _HEAD().search(called) and not SPEAKS_FOR.search(called):
            return f'"{called}" is a person, and not "{who.id}"', "ascribe it to them", called
        return another_body(site, who, passages, own, naming, inferred)
    tag = passages.language.code
    she, he = {"de": ("sie", "er"), "es": ("ella", "él"), "fr": ("elle", "il")}.get(tag, ("", ""))
    pronoun = she if _FEMININE.match(called) else he
    if _NO_PERSON().search(called) or not (
        isinstance(who, Person) and fits(pronoun, who, passages.folded)
    ):
        return f'"{called}" is not "{who.id}"', "ascribe it to whom these words mean", called
    last = bisect_left(passages.sentences, own[0])
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    if at >= last:
        return "these words stand behind", "take those of a sentence before", fold(naming.exact)
    for place in passages.sentences[at:last][::-1]:
        sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
        people = [site.topic.records[m.whose] for m in sentence.mentions]
        meant = [
            p.id for p in people if isinstance(p, Person) and fits(pronoun, p, passages.folded)
        ]
        if meant and who.id not in meant:
            message = f'"{called}" may rather be "{meant[-1]}", who is named since, than "{who.id}"'
            return message, "ascribe it to whom these words mean", sentence.text
        if meant:
            break
    return None if inferred else (f'"{called}" is no name', INFER, called)


def another_body(
    site: Site, who: Agent, passages: Passages, own: list[Place], naming: Placed, inferred: bool
) -> Told | None:
    """What is wrong where "the company" gives it, and a body named since, or beside, may be it."""
    last = bisect_left(passages.sentences, own[0])
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    if at >= last:
        return "these words stand behind", "take those of a sentence before", fold(naming.exact)
    for place in passages.sentences[at:last]:
        sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
        for one in sentence.subjects():
            body = isinstance(site.topic.records[one.whose], Organisation)
            if body and not related(site, one.whose, who.id) and not inferred:
                message = f'this may mean "{one.whose}" as well as "{who.id}"'
                return message, INFER, sentence.text
    return None
