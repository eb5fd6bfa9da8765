"""The rule on who is said to speak by an office or a trade alone: her lawyer, the judge."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.roles_named import may_be, roles_saying
from ..text.voices import Sentence
from ..topic.agents import Agent
from ..topic.apparatus import Reference
from ..topic.problems import Problem
from ..topic.roles import OWN, REFERS, values
from ..topic.site import Site, kept
from .belonging import belongs
from .cited import Cited, says_something, sentences_cited
from .common import names_of, sentences_around
from .credited import voices_of
from .own_words import listed, own_words, written_language
from .registry import rule
from .voices import agents_names


@rule(whole=False)
def roles_of_speakers(site: Site) -> Iterator[Problem]:
    """Who is said on a page to say something by an office or a trade alone (the judge said, her
    lawyer said) has it in words on whoever says so by the facts cited in the sentence: in their
    sentences, in another that names them, or in a record of them."""
    for own in own_words(site):
        parts = sentences_cited(site, own.shown) if own.shown and own.records else ()
        for part in parts:
            cites = [name for name in part.cites if says_something(site, name)]
            works = any(isinstance(site.topic.records.get(n), Reference) for n in part.cites)
            if not cites or works or part.text.endswith("?"):
                continue
            if word := _another(site, part, cites):
                yield own.problem(
                    f'"{word}" is said to say so, and no word on who says it has them be that'
                    f" ({listed(cites)})",
                    "name whoever the fact names, or cite what this one says",
                    part.text[:160],
                )


def _another(site: Site, part: Cited, cites: list[str]) -> str:
    """The word for somebody who is said to say something and does not; empty if there is none."""
    text = fold(part.marked)
    mentions = Sentence(text, agents_names(site), written_language(site)).mentions
    for role, word, end in roles_saying(text):
        named = any(0 <= m.start - end <= 2 or m.start < end <= m.end for m in mentions)
        if not (named or may_be(role, " ".join(_on_speakers(site, tuple(cites))))):
            return word
    return ""


@kept(4096)
def _on_speakers(site: Site, cites: tuple[str, ...]) -> tuple[str, ...]:
    """All texts on those who say what some records have."""
    found = [text for name in cites for text in sentences_around(site, name)]
    for name in cites:
        found += [v.value for v in values(site.topic.records[name], OWN)]
        for placed in site.evidence.of(name, "resolved_from"):
            passages = site.topic.sources[placed.source].passages
            for place in passages.sentences_of(placed.spans[0]):
                found.append(fold(passages.text[place.start : place.end]))
        referred = (v.value for v in values(site.topic.records[name], REFERS))
        for who in {*voices_of(site, name), *referred}:
            found += _on(site, who)
    return (*found,)


@kept(4096)
def _on(site: Site, who: str) -> tuple[str, ...]:
    """All texts on somebody: their record, those they belong to, and the sentences that name
    them."""
    record = site.topic.records.get(who)
    if not isinstance(record, Agent):
        return ()
    records = [record, *(site.topic.records[one] for one in belongs(site, who))]
    found = [v.value for one in records for v in values(one, OWN)]
    names = [*names_of(record)]
    for source in site.topic.sources.values():
        for place in source.passages.sentences:
            text = fold(source.passages.text[place.start : place.end])
            if any(name in text for name in names):
                found.append(text)
    return (*found,)
