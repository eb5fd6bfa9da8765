"""The rule on whom a pronoun that begins a sentence of a page means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.spans import Span
from ..text.speech import begins_with_somebody
from ..text.voices import Sentence
from ..topic.agents import Person
from ..topic.apparatus import Reference
from ..topic.model import Position
from ..topic.problems import Problem
from ..topic.roles import REFERS, values
from ..topic.site import Site
from .belonging import is_person, related
from .cited import says_something, sentences_cited
from .common import sentences_around
from .own_words import OwnWords, listed, own_words, written_language
from .people import offices_of
from .pronouns import fits
from .registry import rule
from .voices import agents_names

_NEAR = 3  # characters between an office and the name of who has it: the minister, X
_HELP = (
    "write the name of the one whom the fact is about in place of the pronoun, or cite a fact on"
    " the one who is named before it"
)


@rule(whole=False)
def pronouns_as_cited(site: Site) -> Iterator[Problem]:
    """A sentence that begins with he or she, behind one that names one person alone, cites a fact
    on that person: one that refers to them or to a body of theirs, or in the sentence of whose
    words they are named. Where it names whom the fact is on, that is left to the reader."""
    for own in own_words(site):
        if not own.shown or not own.records:
            continue
        before = ""
        for part in sentences_cited(site, own.shown):
            said, before = before, fold(part.marked)
            pronoun = begins_with_somebody(before, written_language(site))
            if who := _the_one(site, said, pronoun) if said and pronoun else "":
                yield from _of_another(site, own, part.text, part.cites, who, pronoun)


def _of_another(
    site: Site, own: OwnWords, text: str, cites: list[str], who: str, pronoun: str
) -> Iterator[Problem]:
    """The problem of a sentence whose pronoun means somebody of whom nothing that it cites is, and
    that cites a fact on another person."""
    records = [site.topic.records[name] for name in cites]
    cited = [one.id for one in records if says_something(site, one.id)]
    if not cited or any(isinstance(one, Reference) for one in records):
        return
    theirs = {v.value for one in records for v in values(one, REFERS) if is_person(site, v.value)}
    about = theirs.union(*(_about(site, one) for one in cited))
    named = Sentence(fold(text), agents_names(site), written_language(site)).mentions
    if not theirs or any(related(site, who, one) for one in about):
        return
    if theirs.isdisjoint(one.whose for one in named):
        message = f'"{pronoun}" reads as "{who}" here, and the fact cited is on somebody else'
        yield own.problem(f"{message} ({listed(cited)})", _HELP, text[:160])


def _the_one(site: Site, text: str, pronoun: str) -> str:
    """The only person whom a sentence speaks of, if a pronoun fits: who does something there, by a
    name, and before whom nobody else is spoken of. Else nothing."""
    language = written_language(site)
    sentence = Sentence(text, agents_names(site), language)
    people = [one for one in sentence.mentions if is_person(site, one.whose)]
    person = site.topic.records[people[0].whose] if people else None
    if len({one.whose for one in people}) != 1 or not isinstance(person, Person):
        return ""
    first = next((one for one in people if one.how == "subject"), None)
    if first is None or not fits(pronoun, person, text):
        return ""
    offices = (Span(*match.span()) for match in offices_of(site).finditer(text))
    another = any(b <= first.start - _NEAR or a >= first.end + _NEAR for a, b in offices)
    return "" if another or _SOMEBODY.search(text) else person.id


# Somebody without a name of the records: another one may be meant.
_SOMEBODY = re.compile(
    r"(?i)\b(?:he|she|him|his|her|er|ihn|ihm|ihr|il|elle|lui|él|ella|who|whom|whose|somebody|someone"
    r"|reporter|supporter|man|woman|author|aide|mann|frau|homme|femme|hombre|mujer)\b"
)


# Before somebody with whom another does something.
_WITH = re.compile(
    r"(?i)\b(?:with|alongside|met|meets|mit|neben|traf|avec|rencontré|con|junto a)\s[^,.;:]{0,30}$"
)


def _about(site: Site, name: str) -> set[str]:
    """Those whom a record is about: to whom it refers, and who is named in the sentences of its
    words; of a position not those whom its holder only meets there."""
    record = site.topic.records[name]
    found = {v.value for v in values(record, REFERS)}
    language = written_language(site)
    for text in sentences_around(site, name):
        for one in Sentence(text, agents_names(site), language).mentions:
            if not (isinstance(record, Position) and _WITH.search(text[: one.start])):
                found.add(one.whose)
    return found
