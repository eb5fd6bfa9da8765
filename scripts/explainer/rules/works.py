"""The rules on what is said of works: of the sources, and of references elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..text.folding import fold
from ..text.speech import speech
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation, Person
from ..topic.apparatus import Reference
from ..topic.fieldtypes import NOT_STATED
from ..topic.problems import Problem
from ..topic.roles import (
    ABOUT_SOURCE,
    DATE,
    ELSEWHERE,
    NUMBER,
    OUTSIDE,
    OWN,
    SOURCE,
    Mark,
    having,
    values,
)
from ..topic.settings import Source
from ..topic.site import Site, kept
from ..topic.topic import SourceText
from .common import WORDS, names_of, of_class, sentences_around
from .own_words import written_language
from .people import says_of
from .registry import rule
from .voices import agents_names

# In a name of a publisher or author that says something, these are; and what a name begins with.
_SAYS_MORE = re.compile(
    r"(?i)\b(?:who|whom|whose|which|that|is|are|was|were|has|have|had|not|never|always|nobody"
    r"|everybody|everything|ist|sind|war|hat|nicht|nie|immer|est|sont|était|pas|jamais)\b"
    r"|\w{3,}ed by\b|[!?“”«»]"
)
_ARTICLE = re.compile(r"(?i)^(?:the|an?|der|die|das|eine?|le|la|les|une?)\s+|^l['’]")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_VERDICT = re.compile(
    r"(?i)\b(?:true|truth|truthful|false|fake|official|real|honest|lies?|lying|liars?|biased|propaganda"
    r"|trusted|trustworthy|reliable|proven|proof|wrong|right|leaked|secret|debunked|discredited"
    r"|wahr\w*|falsch\w*|offiziell\w*|lüge\w*|vrai\w*|faux|fausse\w*|officiel\w*|mensong\w*)\b"
    r"|-winning\b"
)
# Words that any two texts share.
_SMALL = frozenset(
    "the and for not but with from that this these those which who whom whose what when where"
    " why how its his her hers him she they them their there then than has had have was were"
    " are been being will would can could may might must shall should did does done say says"
    " said all any some one also more most such into onto out over under about after before"
    " between both each other only article another copy page seen found report reports work"
    " works way very now yet der die das den dem des ein eine und oder nicht ist sind war les"
    " une est sont pas qui que aux dans pour par".split()
)
# What only somebody else can say of a site, and how it is denied.
_VOUCHED = re.compile(
    r"(?i)(?<!not )(?<!not an )(?<!un)(?<!no )\b(?:official|sponsored|endorsed|approved|verified"
    r"|certified|authori[sz]ed|fact-checked|confirmed|offiziell\w*|bestätigt\w*|geprüft\w*"
    r"|officiel\w*|confirmée?s?|vérifiée?s?)\b"
)
_REPORTS = ("article-newspaper", "article-magazine", "article-journal")
_PARTIES = ("state", "office", "forces", "court", "alliance")
_LONGEST_LABEL = 8  # words


@rule(whole=True)
def sources_as_stated(site: Site) -> Iterator[Problem]:
    """What is known of a source is what it states itself, or a reference does: its title, author
    and publisher are words of one of these, or plain names that say no more; a title that names
    somebody is words of one. Nobody of whom a news article reports is its author, no state, office,
    forces or court publishes one.
    A family name is within the author's. What pages call a source is a few words that judge
    nothing. Each on whom it relies is named in a sentence of it that says who says something."""
    elsewhere = _titles(site)
    for source in site.topic.sources.values():
        record = source.record
        said = [source.passages.folded, *elsewhere]
        for field in having(Source, ABOUT_SOURCE):
            value = getattr(record, field)
            wrong = "" if value == NOT_STATED else _not_stated(site, source, field, value, said)
            if wrong:
                help = f"write the {field} as the text or a reference has it, or {NOT_STATED}"
                line = source.where.line(field)
                yield Problem(source.where.path, line, wrong, help, "", value)
        family = record.author_family
        if family and not stands_in(fold(family), fold(record.author)):
            help = "write the part of author that is the family name, or remove the line"
            line, wrong = source.where.line("author_family"), "this is no part of the author's name"
            yield Problem(source.where.path, line, wrong, help, "", family)
        if wrong := _label(record.label):
            help, line = "call it what it is, for instance the article", source.where.line("label")
            yield Problem(source.where.path, line, wrong, help, "", record.label)
        yield from _relied_on(site, source)


def _titles(site: Site) -> list[str]:
    """What references are called and who made them, folded."""
    works = [work for work in of_class(site, Reference) if not work.draft]
    return [fold(text) for w in works for text in (w.title, w.publisher, w.author or "")]


def _not_stated(site: Site, source: SourceText, field: str, value: str, said: list[str]) -> str:
    """What is wrong with a source's title, author or publisher; empty if nothing is."""
    borne_out = any(stands_in(fold(value).strip(" ."), text) for text in said)
    if field == "title":
        named = agents_names(site).within(fold(value), speech(written_language(site)))
        fits = borne_out or (not named and says_nothing(site, value))
        return "" if fits else "this title says more than a name does, and no text here has it"
    if source.record.type in _REPORTS and (who := _reported_on(site, field, value)):
        return f'a news article is no work of "{who}", of whom it reports'
    if borne_out or plain_name(site, value):
        return ""
    return f"this is no plain name of {'an author' if field == 'author' else 'a publisher'}"


def _reported_on(site: Site, field: str, value: str) -> str:
    """The first of whom a news article can only report among some names."""
    for mention in agents_names(site).within(fold(value), speech(written_language(site))):
        agent = site.topic.records[mention.whose]
        reported = isinstance(agent, Organisation) and agent.type in _PARTIES
        if reported or (field == "author" and isinstance(agent, Person)):
            return agent.id
    return ""


def plain_name(site: Site, text: str) -> bool:
    """Whether a text names somebody or something, and says nothing of it."""
    bare = _ARTICLE.sub("", text.strip())
    starts = bare[:1].isdigit() or bare[:1] != bare[:1].lower() or bare[:1] == bare[:1].upper()
    if not (starts or _DOMAIN.match(bare)):
        return False
    return says_nothing(site, text)


def says_nothing(site: Site, text: str) -> bool:
    """Whether a text is short and without a verb, a verdict or the marks of a sentence."""
    few = len(WORDS.findall(text)) <= 20
    judges = _SAYS_MORE.search(text) or _VERDICT.search(text)
    names, language = agents_names(site), written_language(site)
    return few and not judges and not says_of(site, text, names, language, anybody=True)


def _label(label: str) -> str:
    """What is wrong with what pages call a source."""
    if judged := _VERDICT.search(label):
        return f'"{judged[0]}" passes a verdict on the source'
    if more := _SAYS_MORE.search(label):
        return f'a source is called by a few words, and "{more[0].strip()}" says more'
    return "this says too much" if len(WORDS.findall(label)) > _LONGEST_LABEL else ""


def _relied_on(site: Site, source: SourceText) -> Iterator[Problem]:
    """Those on whom a source is said to rely, but is not, or is twice."""
    passages = source.passages
    says = speech(passages.language).says
    telling = [fold(passages.text[s.start : s.end]) for s in passages.sentences]
    telling = [t for t in telling if says.search(t) or re.search("(?i)according to|laut|selon", t)]
    for i, name in enumerate(source.record.relies_on):
        agent = site.topic.records.get(name)
        if not isinstance(agent, Agent):
            continue
        if not any(stands_in(n, text) for n in names_of(agent) for text in telling):
            message = f'no sentence in which somebody says something names "{name}"'
            help, line = "remove it", source.where.line("relies_on", i)
            yield Problem(source.where.path, line, message, help, "", name)


@rule(whole=True)
def nobody_vouches(site: Site) -> Iterator[Problem]:
    """The note on every page and the copyright of the site name no person, state, office, forces,
    court or alliance of the topic but who wrote or published a source: nobody of whom it tells
    stands behind the site. No words of mkdocs.yml, the name of its author neither, say that it is
    official or confirmed."""
    known = [
        value
        for source in site.topic.sources.values()
        for value in (source.record.author, source.record.publisher, source.record.label)
    ]
    where = site.mkdocs.where
    author = site.mkdocs.keys.get("site_author")
    for key, text in (*site.mkdocs.texts, (("site_author",), str(author or ""))):
        if vouched := _VOUCHED.search(text):
            message = f'"{vouched[0]}" is for others to say of a site'
            help, line = "say what the site does", where.line(*key)
            yield Problem(where.path, line, message, help, "", text)
        if key[-1] not in ("base_note", "copyright"):
            continue
        for mention in agents_names(site).within(fold(text), speech(written_language(site))):
            name = fold(text)[mention.start : mention.end]
            agent = site.topic.records[mention.whose]
            party = not isinstance(agent, Organisation) or agent.type in _PARTIES
            if party and not any(stands_in(name, fold(value)) for value in known):
                message = f'this stands on every page and names "{mention.whose}"'
                help = "say it on a page, with a citation; here only whose the source is"
                yield Problem(where.path, where.line(*key), message, help, "", text)
                break


@rule(whole=True)
def works_as_cited(site: Site) -> Iterator[Problem]:
    """A reference is one work: its address is that of no other and of no source, its publisher and
    author are plain names, and one whose title says something of somebody has an address. It has
    to do with the record that names it: it shares a name, a date, a number or a word with it."""
    seen: dict[str, str] = {
        _address(source.record.URL): f"the source {source.id}"
        for source in site.topic.sources.values()
        if source.record.URL != NOT_STATED
    }
    names, language = agents_names(site), written_language(site)
    for work in of_class(site, Reference):
        if work.draft:
            continue
        for field in having(Reference, Mark.A_NAME):
            value = getattr(work, field)
            if value and not plain_name(site, value):
                message = f"this is no plain name of {'an' if field == 'author' else 'a'} {field}"
                yield site.problem(work.id, (field,), message, "write the name alone", value)
        if work.URL:
            other = seen.setdefault(_address(work.URL), work.id)
            if other != work.id:
                message = f"this is the address of {other}"
                yield site.problem(work.id, ("URL",), message, "cite each work once", work.URL)
        elif who := says_of(site, work.title, names, language):
            message = f'this title says something of "{who}", and nobody can look it up'
            yield site.problem(work.id, ("title",), message, "add the work's URL:", work.title)
    yield from _having_to_do(site)


def _address(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
    return f"{host}{parts.path.rstrip('/').removesuffix('/amp')}?{parts.query}".lower()


def _having_to_do(site: Site) -> Iterator[Problem]:
    """The references that have nothing to do with what names them."""
    for name, record in site.topic.records.items():
        if record.draft or not record.references:
            continue
        own = _stems_of(site, name)
        for i, other in enumerate(record.references):
            work = site.topic.records.get(other)
            if other == name:
                yield site.problem(
                    name, ("references", i), "a reference bears out others", "remove it"
                )
            elif isinstance(work, Reference) and not own & _stems_of(site, other):
                message = f'"{other}" shares no name, date, number or word with this'
                help = "name a reference that bears this out, or say in confirms: what it adds"
                yield site.problem(name, ("references", i), message, help, work.title)


@kept(512)
def _stems_of(site: Site, name: str) -> frozenset[str]:
    """What a record is about: the stems of its words, of those of its sentences and of the names of
    whom it is about."""
    found: list[str] = [*sentences_around(site, name)]
    for _, value, spec in values(site.topic.records[name]):
        agent = site.topic.records.get(value) if spec.role and spec.role.refers else None
        if isinstance(agent, Agent):
            found += names_of(agent)
        elif spec.role in (OWN, OUTSIDE, ELSEWHERE, DATE, NUMBER, SOURCE):
            found.append(str(getattr(value, "exact", value)))
    return frozenset(
        word.lower()[:5]
        for text in found
        for word in WORDS.findall(fold(text))
        if len(word) > 2 and word.lower() not in _SMALL
    )
