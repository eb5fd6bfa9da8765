"""The rules on what is said of people and organisations in their own records, and of works."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..text.adjectives import of_a_state
from ..text.folding import fold
from ..text.quantities import find_quantities
from ..text.speech import speech
from ..text.words import stands_in, stem
from ..topic.agents import Agent, Organisation, Person
from ..topic.apparatus import Reference
from ..topic.evidence import MENTION
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event, Figure, Term
from ..topic.problems import Problem
from ..topic.record import Named, Record
from ..topic.roles import DATE, ELSEWHERE, OUTSIDE, OWN, values
from ..topic.site import Site, kept
from .across import named_only_across
from .belonging import is_person, related
from .common import WORDS, names_of, of_class, sentences_around, sentences_of_words
from .known_dates import dates_in
from .own_words import written_language
from .people import OFFICES, says_of
from .registry import rule
from .voices import agents_names, themselves

_NAME = re.compile(r"(?<![.!?:] )\b[^\W\da-zà-ÿ_]\w{3,}")
_SMALL = 12  # numbers up to it are of anything
_DAY = re.compile(r"(?<!\d)(20\d\d|19\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


@rule(whole=False)
def described_as_named(site: Site) -> Iterator[Problem]:
    """What only a mention places is described by itself: its description names no other person or
    organisation but one to which it belongs, or with which a sentence of a source or a reference
    names it; a definition says nothing of a person, and where it is only ours, without a reference,
    it names nobody and no date, number or place of the topic. The evidence of a person is in words
    that name them, or their own."""
    names, language, own = agents_names(site), written_language(site), themselves(site)
    for record in of_class(site, Named):
        if record.draft or record.evidence:
            continue
        for key, text, _ in values(record, OWN):
            who, of_topic = "", ""
            if isinstance(record, Term):
                who = says_of(site, text, names, language)
                of_topic = "" if who or record.references else _of_topic(site, record, text)
            if isinstance(record, Agent):
                found = [m.whose for m in names.within(fold(text), speech(language))]
                who = next((w for w in found if w not in own and not _known(site, record, w)), "")
            if who:
                yield site.problem(
                    record.id,
                    key,
                    f'no words of this record say anything of "{who}"',
                    "leave them out, or rest it on evidence that names them",
                    text,
                )
            elif of_topic:
                yield site.problem(
                    record.id,
                    key,
                    f'this definition is ours, and tells of the topic: "{of_topic}"',
                    "say what the word means, whatever happened here; or name a reference, in"
                    " references:, whose words this rests on",
                    text,
                )
    for person in of_class(site, Person):
        pieces = site.evidence.of(person.id, "evidence")
        if pieces and not person.draft and not _in_words(site, person):
            message, help = (
                "these words neither name this person nor are theirs",
                "take some that do",
            )
            yield site.problem(person.id, ("evidence",), message, help, pieces[0].exact)


def _of_topic(site: Site, term: Term, text: str) -> str:
    """What a definition has of the topic: a person, what a body that is not the term itself does, a
    number or the year of a fact, or a name in the title of an event, where that is no adjective of
    a state (American), which tells of no event; empty if there is nothing."""
    names, language = agents_names(site), written_language(site)
    plain, own = fold(text), fold(" ".join((term.term, *term.alternate_names)))
    for one in names.within(plain, speech(language)):
        if is_person(site, one.whose):
            return plain[one.start : one.end]
    if (who := says_of(site, text, names, language, anybody=True)) and not any(
        stands_in(name, own) or stands_in(own, fold(name))
        for agent in of_class(site, Agent)
        if agent.id == who
        for name in names_of(agent)
    ):
        return who
    numbers = {f.value for f in of_class(site, Figure) if not f.draft}
    for found in find_quantities(plain, language):
        if not numbers.isdisjoint(found.values) and any(
            isinstance(v, Decimal) and v > _SMALL for v in found.values
        ):
            return plain[found.start : found.end]
    days = {v for e in of_class(site, Event) if not e.draft for _, v, _ in values(e, DATE)}
    for year, month, _ in dates_in(plain):
        said = "-".join(f"{part:02}" for part in (year, month) if part) if year else ""
        if said and any(day.startswith(said) for day in days):
            return said
    titles = (e.title for e in of_class(site, Event) if not e.draft)
    told = {w for title in titles for w in _NAME.findall(fold(title)[1:])}
    found_names = (w for w in _NAME.findall(plain[1:]) if w in told and w not in own)
    return next((w for w in found_names if not of_a_state(w)), "")


@kept(2)
def _places(site: Site, sentences: int) -> tuple[str, ...]:
    """Every so many sentences in a row of each paragraph of the sources, folded, and what each
    reference says."""
    found = []
    for source in site.topic.sources.values():
        text, rows = source.passages.text, source.passages.sentences
        for i, s in enumerate(rows):
            last = rows[min(i + sentences, len(rows)) - 1]
            last = last if last.paragraph == s.paragraph else s
            found.append(fold(text[s.start : last.end]))
    for work in of_class(site, Reference):
        said = (v.value for v in values(work, OUTSIDE, ELSEWHERE))
        found.append(" ".join(map(fold, said)))
    return tuple(found)


@kept(2)
def _having(site: Site, sentences: int) -> dict[str, list[int]]:
    """The numbers of these places by the words in them that are of some agent's name: to look
    through all of them for each agent would take a hundred times as long for ten times the facts.
    """
    parts = {word for one in of_class(site, Agent) for n in names_of(one) for word in _words_of(n)}
    found: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(_places(site, sentences)):
        for word in parts.intersection(_words_of(place)):
            found[word].append(number)
    return found


_ALPHANUMERIC = re.compile(r"[^\W_]+")


def _words_of(text: str) -> list[str]:
    return _ALPHANUMERIC.findall(text)


def _known(site: Site, one: Agent, other: str) -> bool:
    """Whether an agent belongs to another, or is named with them."""
    return related(site, one.id, other) or _together(site, one, site.topic.records[other])


def _with(site: Site, one: Agent, sentences: int) -> list[str]:
    """The places in which somebody is named."""
    places, among = _places(site, sentences), _having(site, sentences)
    rarest = {n: min((among[w] for w in _words_of(n)), key=len, default=[]) for n in names_of(one)}
    found = {i for n, some in rarest.items() for i in some if stands_in(n, places[i])}
    named = [places[i] for i in sorted(found)]
    return [*named, *sentences_of_words(site, site.evidence.of(one.id, MENTION))]


def _together(site: Site, one: Agent, other: Record) -> bool:
    """Whether two agents are named in one place."""
    names = names_of(other) if isinstance(other, Agent) else []
    return any(stands_in(name, text) for text in _with(site, one, 2) for name in names)


def _in_words(site: Site, person: Person) -> bool:
    """Whether the evidence of a person is near their name, or is their own words."""
    near = "\n".join(sentences_around(site, person.id))
    if any(stands_in(name, near) for name in names_of(person)):
        return True
    spans = [s for p in site.evidence.of(person.id, "evidence") for s in p.spans]
    own = [
        s
        for quote in site.topic.of_kind("quotes")
        if person.id in (quote.speaker, quote.author)
        for placed in site.evidence.of(quote.id, "text")
        for s in placed.spans
    ]
    return any(a.start < b.end and b.start < a.end for a in spans for b in own)


@rule(whole=False)
def offices_held(site: Site) -> Iterator[Problem]:
    """An office (president, minister …) is that of whoever is named with it in a sentence, a
    reference or a name of theirs, and of no state to which they do not belong. The organisation of
    a person is named with them in one, or has a word of their office; that of an organisation is
    named with it, or in its name. No state belongs to a state, and nothing to itself."""
    for person in of_class(site, Person):
        if person.draft:
            continue
        with_them = _with(site, person, 1)
        title = {stem(w) for w in WORDS.findall(fold(person.job_title or "")) if len(w) > 3}
        with_them += [fold(name) for name in person.alternate_names]
        held = [w for w in OFFICES if stem(w) in title and " " not in w]
        if named_only_across(site, person.id):
            held = []  # offices-borne-out asks for what means the same
        for word in held:
            if not any(stem(word) in map(stem, WORDS.findall(text)) for text in with_them):
                message = f'no sentence names this person with the office "{word}"'
                help = "write the office that a source gives them, or leave it out"
                yield site.problem(person.id, ("job_title",), message, help, person.job_title or "")
                break
        place = site.topic.records.get(person.affiliation or "")
        if elsewhere := _of_another(site, person):
            message = f'this office is of "{elsewhere}", to which this person does not belong'
            help = "write the office that a source gives, or the affiliation: that has it"
            yield site.problem(person.id, ("job_title",), message, help, person.job_title or "")
        if isinstance(place, Organisation):
            of_title = {stem(w) for n in names_of(place) for w in WORDS.findall(n)} & title
            if not (of_title or _together(site, person, place)):
                message = f'no sentence names this person with "{place.id}"'
                help = "write the organisation that a source gives, or leave it out"
                yield site.problem(person.id, ("affiliation",), message, help)
    for one in of_class(site, Organisation):
        parent = site.topic.records.get(one.parent or "")
        if not isinstance(parent, Organisation) or one.draft:
            continue
        message, help = "", "write the organisation that a source gives, or remove parent:"
        if one.type == "state" and parent.type == "state":
            message, help = "a state belongs to no other", "remove parent:"
        elif one.id in _chain(site, parent.id):
            message = "this would belong to itself"
        elif not (_shared_stems(one, parent) or _together(site, one, parent)):
            message = f'no sentence names this with "{parent.id}"'
        if message:
            yield site.problem(one.id, ("parent",), message, help)


def _of_another(site: Site, person: Person) -> str:
    """The organisation that an office names and to which its holder does not belong; empty if there
    is none."""
    left = _without_names(site, fold(person.job_title or ""))
    title = {stem(w) for w in WORDS.findall(left) if w[0].isupper()}
    own, so = _chain(site, person.affiliation or ""), fold(person.job_title or "").lower()
    called = re.compile(rf"(?:{'|'.join(map(re.escape, names_of(person)))})\s*")
    if so and any(stands_in(so, called.sub("", t).lower()) for t in _with(site, person, 1)):
        return ""  # as a source has it: Mayor X of Y
    for one in of_class(site, Organisation):
        words = [w for name in (one.name, *one.alternate_names) for w in WORDS.findall(fold(name))]
        long = {stem(w) for w in words if len(w) > 4 and w[0].isupper()}
        state = one.type == "state" and not one.draft and one.id not in own
        if state and long & title:
            return one.id
    return ""


def _without_names(site: Site, title: str) -> str:
    """An office without the names of bodies that are in it, the longest first: the chair of the
    Swiss Association holds no office of Switzerland."""
    bodies = (one for one in of_class(site, Organisation) if one.type != "state")
    names = {fold(name) for one in bodies for name in names_of(one)}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        title = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", title)
    return title


def _chain(site: Site, name: str) -> list[str]:
    """An organisation, and those to which it belongs, one above the other."""
    found: list[str] = []
    while isinstance(one := site.topic.records.get(name), Organisation) and name not in found:
        found.append(name)
        name = one.parent or ""
    return found


def _shared_stems(one: Agent, other: Agent) -> set[str]:
    """The stems of words that are in names of both: a land and the army of its people."""
    some, others = (
        {stem(w) for n in names_of(agent) for w in WORDS.findall(n) if len(w) > 3}
        for agent in (one, other)
    )
    return some & others


@rule(whole=False)
def works_borne_out(site: Site) -> Iterator[Problem]:
    """The day in the address of a reference is the one on which it was issued; who wrote and
    published it says nothing of a person; background names nobody of the topic. Where a conflict
    has words of its own, they are in a paragraph of those of a record that it is between, or beside
    one."""
    names, language = agents_names(site), written_language(site)
    for work in of_class(site, Reference):
        day = None if work.draft else _DAY.search(work.URL or "")
        if day and work.issued != NOT_STATED:
            dated = f"{day[1]}-{day[3]}-{day[4]}"
            if dated[: len(work.issued)] != work.issued:
                message = f"the address has the day {dated}"
                yield site.problem(work.id, ("issued",), message, "fix issued, or the address")
        for key, value, spec in values(work) if not work.draft else ():
            if spec.role not in (OUTSIDE, ELSEWHERE):
                continue
            who = ""
            if work.kind == "background":
                found = (m.whose for m in names.within(fold(value), speech(language)))
                who = next((w for w in found if is_person(site, w)), "")
            if key[0] == "author" or key[0] == "publisher":
                who = who or says_of(site, value, names, language)
            if who:
                message = f'this says something of "{who}"'
                help = (
                    "leave them out; what a work says of them is kind: corroboration, in confirms:"
                )
                yield site.problem(work.id, key, message, help, value)
    for conflict in site.topic.of_kind("conflicts"):
        own = site.evidence.of(conflict.id, "evidence")
        others = [p for name in conflict.between for p in site.evidence.of(name)]
        for placed in own if others and not conflict.draft else ():
            if not any(
                p.source == placed.source and abs(p.paragraph - placed.paragraph) <= 1
                for p in others
            ):
                message = "these words are beside none of the records that it is between"
                help = "take those in which the source remarks on the difference"
                yield site.problem(conflict.id, ("evidence",), message, help, placed.exact)
