"""The rules on what is said of people: that something is cited, and is about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Names
from ..text.office_words import left_out, unsaid
from ..text.spans import Span
from ..text.voices import Sentence
from ..text.words import stands_in, stem
from ..topic.agents import Person
from ..topic.apparatus import Reference
from ..topic.model import Term
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, values
from ..topic.site import Site, kept
from .across import named_only_across
from .belonging import is_person, related
from .cited import by_sentence, masked_at
from .common import WORDS, names_of, of_class
from .own_words import own_words, quotations_in, written_language
from .registry import rule
from .voices import agents_names, in_genitive

# Behind a name and one of these, a heading or a label only says where, when or with whom.
_NO_VERB = frozenset(
    "about after against and as at before behind beside between by during for from here in into"
    " like near now of off on or over since than then there through to today towards under until"
    " up versus vs who whom whose with within without who not nor but again alone himself herself"
    " und oder in im am an auf aus bei bis für gegen mit nach ohne seit über um unter von vor zu et"
    " ou à au avec chez contre dans de depuis des du en entre par pour sans sous sur vers".split()
)

OFFICES = (
    "vice president|president|prime minister|premier|minister|chancellor|secretary of state"
    "|secretary|king|queen|senator|governor|mayor|ambassador|general|leader|director|präsident"
    "|präsidentin"
    "|kanzler|kanzlerin|minister|ministerin|bürgermeister|bürgermeisterin|président|présidente"
    "|ministre|maire"
).split("|")
_ASKS = re.compile(  # what X did
    r"(?i)(?:\b(?:what|how|why|whether|was|wie|warum|ob|ce que|comment|pourquoi)"
    r"|^(?:which|who|whom|whose|when|where|wen|wann|wo|quand|où))"
    r"\s(?:the |an? |der |die |das |le |la )?$"
)


@rule(whole=False)
def people_borne_out(site: Site) -> Iterator[Problem]:
    """Whoever is named in what editors write is named near the words of a fact cited there, or of
    that record (in their paragraph or one beside it), or they, or what they belong to, are what
    such a record is about. For a page's title and description, where these say something of
    somebody, these are the facts of the page."""
    near, names, language = _Near(site), agents_names(site), written_language(site)
    pages = {parts.page.file for parts in site.outlines.values()}
    sources = {source.where.path for source in site.topic.sources.values()}
    for own in own_words(site):
        if own.words and own.path in sources:
            continue  # a note on words that are set aside, of which aside-as-said asks
        front = own.path in pages and not own.shown  # a title or a description
        if front and not says_of(site, own.text, names, language):
            continue
        if front:
            records = site.topic.records
            own = own._replace(records=[n for n in own.records if not isinstance(records[n], Term)])
        for part in by_sentence(site, own) if own.records or front else ():
            people = (
                m.whose
                for m in Sentence(fold(part.text), names, language).mentions
                if is_person(site, m.whose)
            )
            for who in people if not part.text.endswith("?") else ():
                if not near.of(who, part.records, own.words):
                    yield own.problem(
                        f'no words near those of the facts cited here name "{who}"',
                        "cite a fact that is about them, or leave them out",
                        part.text[:120],
                    )
                    break


@rule(whole=False)
def nothing_said_of_people(site: Site) -> Iterator[Problem]:
    """Where nothing can be cited, in the settings, in mkdocs.yml and in what is said of a source
    as a whole, nothing is said of a person, other than in a question; in mkdocs.yml, the words of
    which are on every page, nor of an organisation or a state."""
    names, language = agents_names(site), written_language(site)
    uncited = {site.topic.settings_where.path, site.mkdocs.where.path}
    sources = {source.where.path for source in site.topic.sources.values()}
    uncited |= sources
    for own in own_words(site):
        may = own.path not in uncited or own.words or own.text.rstrip().endswith("?")
        anybody = own.path == site.mkdocs.where.path
        if who := "" if may else says_of(site, own.text, names, language, anybody):
            yield own.problem(
                f'this says something of "{who}", and nothing can be cited here',
                ("leave it out here, or " if own.path in sources else "ask it as a question, or ")
                + "say it on a page with a citation",
                own.text[:120],
            )


class _Near:
    """Who is named near the words of each record, worked out once."""

    def __init__(self, site: Site):
        self.site = site
        self.names = {p.id: in_genitive(site, p) for p in of_class(site, Person)}
        self._texts: dict[str, str] = {}
        self._about: dict[str, set[str]] = {}

    def of(self, who: str, records: list[str], words: tuple[str, ...]) -> bool:
        """Whether somebody is named near the words of some records, or in other words: in capitals
        too, before a turn."""
        if any(self._names(who, name) for name in records):
            return True
        names = [*self.names[who], *map(str.upper, self.names[who])]
        return any(stands_in(one, fold(text)) for text in words for one in names)

    def _names(self, who: str, name: str) -> bool:
        record = self.site.topic.records.get(name)
        if record is None or name == who or name in self.site.evidence.lost:
            return True  # words that are not there are the fault to fix
        if name not in self._texts:
            found = [*values(record)]
            self._about[name] = {v.value for v in found if v.spec.role and v.spec.role.refers}
            outside = [v.value for v in found if v.spec.role in (OUTSIDE, ELSEWHERE)]
            self._texts[name] = "\n".join((*map(fold, outside), *self._paragraphs(name)))
        text, about = self._texts[name], self._about[name]
        return any(related(self.site, who, one) for one in about) or any(
            stands_in(one, text) for one in self.names[who]
        )

    def _paragraphs(self, name: str) -> Iterator[str]:
        near = {
            (placed.source, number)
            for placed in self.site.evidence.placed.get(name, {}).values()
            for number in range(placed.paragraph - 2, placed.paragraph + 1)
        }
        for source, number in sorted(near):
            paragraphs = self._folded(source)
            if 0 <= number < len(paragraphs):
                yield paragraphs[number]

    def _folded(self, source: str) -> list[str]:
        if source not in self._split:
            self._split[source] = self.site.topic.sources[source].passages.folded.split("\n")
        return self._split[source]

    @cached_property
    def _split(self) -> dict[str, list[str]]:
        return {}


def says_of(site: Site, text: str, names: Names, language: Language, anybody: bool = False) -> str:
    """The first person, or body too, of whom a text says something: that they do or are it."""
    text = masked_at(text, quotations_in(site, text))
    for sentence in re.split(r"(?<=[.!?:;])\s", fold(text)):
        read = Sentence(sentence, names, language)
        for mention in read.mentions:
            behind = re.match(r"\s(?:\([^)]*\)\s)?([^\W\d_]+)", sentence[mention.end :])
            subject = mention.how == "subject" and (anybody or is_person(site, mention.whose))
            asks = _ASKS.search(sentence[: mention.start])
            verb = behind and behind[1].islower() and behind[1] not in _NO_VERB
            if subject and verb and not asks:
                return mention.whose
    return ""


@kept()
def offices_of(site: Site) -> re.Pattern[str]:
    """How people may be spoken of without a name: by an office that one has or a source names."""
    people = [person for person in of_class(site, Person) if not person.draft]
    titles = {fold(person.job_title) for person in people if person.job_title}
    held = {name for title in titles for name in (title, title.split(" of ")[0])}
    passages = [source.passages for source in site.topic.sources.values()]
    words = {word.lower() for one in passages for word in one.vocabulary}
    held |= {one for one in OFFICES if not words.isdisjoint((one, f"{one}s"))}
    names = "|".join(one for one in OFFICES if " " in one)
    several = re.compile(rf"(?<!\w)({names})s?(?!\w)", re.I)
    held |= {match[1].lower() for one in passages for match in several.finditer(one.folded)}
    either = "|".join(sorted(map(re.escape, held), key=lambda name: (-len(name), name))) or "(?!)"
    whose = r"(?:the|that|this|der|die|le|la|US|[A-Z]\w+(?:'s|s'|n|ch|sh|se))\s(?:[\w-]+\s)?"
    return re.compile(rf"(?<![\w-])(?i:{whose}(?:{either})s?)(?!\w|'s?\s)")


@rule(whole=False)
def offices_borne_out(site: Site) -> Iterator[Problem]:
    """What office or role somebody has is in words of a source or of a reference, and not in those
    on somebody else alone who has it. Of whom only sources in another language than the pages name,
    a word for the same is in a sentence that names them, as far as the tables of offices have it;
    what that has with the office (deputy, former) is not left out."""
    known = {stem(word) for s in site.topic.sources.values() for word in s.passages.vocabulary}
    cited = set[str]()
    for work in of_class(site, Reference):
        cited |= {stem(w) for v in values(work, OUTSIDE, ELSEWHERE) for w in _words(v.value)}
    titles = {p: p.job_title for p in of_class(site, Person) if p.job_title and not p.draft}
    holders = [(stem(word), person) for person in titles for word in _words(titles[person])]
    beside = _beside(site) if len({began for began, _ in holders}) < len(holders) else {}
    for person, title in titles.items():
        if texts := named_only_across(site, person.id):
            yield from _office_across(site, person, title, texts)
            continue
        for word in _words(title):
            began, message, help = stem(word), "", ""
            others = (other.name for had, other in holders if had == began and other != person)
            if began not in known | cited:
                message = f'"{word}" is in no source and no reference'
                help = "write the office as a source has it, or record the reference that has it"
            elif began not in cited | beside.get(person.id, {began}) and (
                other := next(others, "")
            ):
                message = f'no sentence that names them has "{word}", which {other} is'
                help = "write the office as the sentences that name them have it"
            if message:
                yield site.problem(person.id, ("job_title",), message, help, title)
                break


def _office_across(
    site: Site, person: Person, title: str, texts: tuple[str, ...]
) -> Iterator[Problem]:
    """What is wrong with the office of somebody whom only sources in other languages name, in these
    sentences."""
    own = written_language(site).code
    outside = (
        fold(v.value) for w in of_class(site, Reference) for v in values(w, OUTSIDE, ELSEWHERE)
    )
    near = {stem(word) for text in (*texts, *outside) for word in WORDS.findall(text)}
    message = help = ""
    if word := next((w for w in unsaid(title, own, texts) if stem(w) not in near), ""):
        message = f'no sentence that names them has a word for "{word}"'
        help = "write the office that these sentences give them, in the language of the pages"
    elif word := left_out(title, own, texts):
        message = f'the sentences that name them say "{word}" with this office, in their language'
        help = f"say {word} with the office, in the language of the pages"
    if message:
        yield site.problem(person.id, ("job_title",), message, help, title)


def _beside(site: Site) -> dict[str, set[str]]:
    """For each person the stems of their names, and of the sentences and turns that name them."""
    people = of_class(site, Person)
    found = {one.id: {stem(w) for n in names_of(one) for w in _words(n)} for one in people}
    names = agents_names(site)
    for source in site.topic.sources.values():
        passages = source.passages
        for place in passages.sentences:
            text = fold(passages.text[place.start : place.end])
            turn = passages.turn_at(Span(place.start, place.end))
            label = fold(passages.text[slice(*turn.label)]) if turn else ""
            read = (Sentence(part, names, passages.language) for part in (text, label) if part)
            for whose in {m.whose for one in read for m in one.mentions} & found.keys():
                found[whose] |= {stem(word) for word in _words(text)}
    return found


def _words(text: str) -> list[str]:
    return [word for word in WORDS.findall(fold(text)) if len(word) > 3]
