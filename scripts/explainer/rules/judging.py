"""The rule on words that judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.adjectives import has_adjective
from ..text.ascribing import ascribed, bears_out
from ..text.folding import fold
from ..text.judging import JUDGING, WINNING, is_of_things, is_untold
from ..text.mentions import Mention
from ..text.polarity import stem, stems
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Agent, Organisation
from ..topic.apparatus import Reference
from ..topic.model import Term
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, SOURCE, values
from ..topic.site import Site, kept
from .belonging import is_person
from .cited import by_sentence, masked_at
from .common import WORDS, excerpt, names_of, of_class, sentences_around
from .own_words import OwnWords, own_words, quotations_in, written_language
from .registry import rule
from .voices import agents_names

# What somebody has to do with is not said of them: reports on the accused, gegen den Verurteilten.
_OF_OTHERS = re.compile(
    r"\b(?:of|on|about|over|against|for|with|sobre|del?|contra|con|über|gegen|von|mit|für|sur|contre"
    r"|avec|pour) (?:(?:the|an?|el|las?|los|der|den|dem|die|das|les?|une?|du|des) )?\w+",
    re.I,
)


@rule(whole=False)
def judging_words_borne_out(site: Site) -> Iterator[Problem]:
    """A word that judges (betrayed, evasive, lied, admitted) is not the editors', in what cites or
    names somebody, and in a heading: it appears in the sentences of the facts that it rests on, or
    in quotation marks. A heading, a title and a paragraph without a citation rest on what their
    page cites. So is a word that ascribes an act or a judgement to somebody (convicted, disgraced),
    in what says who they are and right beside their name, or it appears where they are named. What
    a term means may be said in any word, in a definition that names nobody."""
    yield from _ascribing(site)
    names, language = agents_names(site), written_language(site)
    headings = {
        (page.page.file, part.text)
        for page in site.outlines.values()
        for part in page.paragraphs
        if part.level
    }
    for own in own_words(site):
        if not (JUDGING.search(own.text) or WINNING.search(own.text)):
            continue
        named = own.records or Sentence(fold(own.text), names, language).mentions
        if not named and (own.path, own.text) not in headings:
            continue
        if _defines(site, own):
            continue
        for part in by_sentence(site, own):
            text = masked_at(part.text, quotations_in(site, part.text))
            found = [m for m in JUDGING.finditer(text) if not is_of_things(text, m.end())]
            won = [] if text.rstrip().endswith("?") else WINNING.finditer(text)
            found += [m for m in won if not is_untold(text, m.start())]
            known = frozenset[str]().union(*(_said(site, name) for name in _rests_on(site, part)))
            known |= {one for words in own.words for one in stems(words)}
            for match in found:
                words = WORDS.findall(match.group())
                several = {*stems(match.group())} if len(words) > 1 else set[str]()
                if not (known & {*map(stem, (match.group(), *words))} and several <= known):
                    message = f'"{match.group()}" judges, and no fact cited here has it'
                    yield own.problem(message, _help(site, own), excerpt(text, *match.span()))


def _defines(site: Site, own: OwnWords) -> bool:
    """Whether it is what a term means, and names no person, body or state: the word judges, and
    nobody is judged."""
    term = site.topic.records.get(own.records[0]) if own.records else None
    if not isinstance(term, Term) or own.text != term.definition or own.shown:
        return False
    states = (s.name for s in of_class(site, Organisation) if s.type == "state")
    return not (
        Sentence(fold(own.text), agents_names(site), written_language(site)).mentions
        or any(has_adjective(name, own.text) for name in states)
    )


def _help(site: Site, own: OwnWords) -> str:
    """What to write in the place of a word that judges."""
    about = site.topic.records.get(own.records[0]) if own.records else None
    if isinstance(about, Term) and site.topic.where[about.id].path == own.path:
        return (
            "say what the word means wherever it is used, and name nobody in it; or name under"
            " references: a work that explains it with this word, in its confirms: or quotes:"
        )
    return (
        "say what happened in a plain word (said, did not answer, gave up), or quote who judges so"
    )


def _rests_on(site: Site, own: OwnWords) -> list[str]:
    """The records that a text may take its words from."""
    if own.records or not own.path.startswith("content/"):
        return own.records
    return [
        name
        for outline in site.outlines.values()
        if outline.page.file == own.path
        for name in (*outline.cited(), *(i for block in outline.blocks for i in block.ids))
        if name in site.topic.records
    ]


@kept(4096)
def _said(site: Site, name: str) -> frozenset[str]:
    """The words of all that a record rests on."""
    return frozenset(one for text in _texts(site, name) for one in stems(text))


def _texts(site: Site, name: str) -> list[str]:
    """A source's sentences that a record rests on; of a work elsewhere, and a term, all that is
    said of it."""
    found = values(site.topic.records[name], OUTSIDE, ELSEWHERE, SOURCE)
    more = (fold(v.value) for v in found if isinstance(v.value, str))
    return [*sentences_around(site, name), *more]


def _ascribing(site: Site) -> Iterator[Problem]:
    """Words that ascribe an act or a judgement to somebody, and are borne out by nothing."""
    names, language = agents_names(site), written_language(site)
    files = {site.topic.where[one.id].path for one in of_class(site, Agent)}
    tags = {language, *(source.passages.language for source in site.topic.sources.values())}
    for own in own_words(site):
        if not (own.path in files or own.shown) or not ascribed(own.text, language):
            continue
        text = fold(masked_at(own.text, quotations_in(site, own.text)))
        people = [m for m in Sentence(text, names, language).mentions if is_person(site, m.whose)]
        itself = own.records[:1] if own.path in files else []
        for word, row in ascribed(_OF_OTHERS.sub(" ", text), language):
            whose = {m.whose for m in people if _beside(text, word, m)}
            whose |= {one for one in itself if isinstance(site.topic.records[one], Agent)}
            known = (one for who in whose for one in _of_them(site, who))
            rests = (one for name in own.records for one in _texts(site, name))
            if whose and not any(
                bears_out(t, row, tag) for t in (*own.words, *known, *rests) for tag in tags
            ):
                yield own.problem(
                    f'"{word}" is in no words that name "{min(whose)}", nor in what this rests on',
                    "leave it out, or cite the fact or the reference that says so",
                    own.text[:160],
                )
                break


def _beside(text: str, word: str, mention: Mention) -> bool:
    """Whether a word is right before somebody's name, or right behind it: was convicted, X."""
    ahead = re.search(rf"{re.escape(word)}(?: [\w-]+){{0,2}} $", text[: mention.start])
    behind = re.match(rf",?(?: [\w'-]+){{0,4}} {re.escape(word)}", text[mention.end :])
    return bool(ahead or behind)


@kept(256)
def _of_them(site: Site, who: str) -> list[str]:
    """The paragraphs of sources in which somebody is named, with those beside each, and what
    references say that name them."""
    agent, found = site.topic.records[who], list[str]()
    names = names_of(agent) if isinstance(agent, Agent) else []
    for source in site.topic.sources.values():
        rows = source.passages.folded.split("\n")
        named = [i for i, row in enumerate(rows) if any(stands_in(name, row) for name in names)]
        found += [row for i in named for row in rows[max(i - 1, 0) : i + 2]]
    works = (
        " ".join(fold(v.value) for v in values(work, OUTSIDE, ELSEWHERE))
        for work in of_class(site, Reference)
    )
    return found + [text for text in works if any(stands_in(name, text) for name in names)]
