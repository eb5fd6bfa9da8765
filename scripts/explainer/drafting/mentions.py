"""Whom an English source names: people and bodies, by their names, offices and roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..text.folding import fold
from ..text.spans import Span
from ..topic.model import Organisation, Person
from ..topic.record import Record
from ..topic.topic import SourceText
from . import english


@dataclass(eq=False)
class Agent:
    """Somebody or something that may speak; ``id`` is that of its record, once there is one."""

    name: str
    kind: str
    at: Span
    title: str = ""
    she: bool | None = None
    id: str = ""

    @property
    def last_name(self) -> str:
        return self.name.split()[-1]


class Mention(NamedTuple):
    start: int
    end: int
    agent: Agent
    subject: bool  # not after a preposition, not in the genitive
    acts: bool  # begins a clause, or a verb follows


class _Words(NamedTuple):
    """Words that may name somebody, and a little of what is right before and right after."""

    words: str
    at: Span
    before: str
    after: str


class Mentions:
    """A source as read for who is named in it; ``known`` records are recognised by their names."""

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        self.source, self.known = source, known
        self.passages, self.text = source.passages, source.passages.text
        self.english = source.record.language.split("-")[0] == "en"
        self._paragraph_starts = [p.start for p in self.passages.paragraphs]
        self.outer: list[Span] = []  # the quotations that lie in no other
        for span in self.passages.quoted:
            if span.start < span.end and (not self.outer or span.start > self.outer[-1].end):
                self.outer.append(span)
        self.plain = self._without_quotations()
        self.agents: dict[str, Agent] = {}
        for id, record in known.items():
            if isinstance(record, (Person, Organisation)):
                self._recognise(id, record)
        self.mentions: list[Mention] = []
        self._alone: set[str] = set()  # names that appear with nothing but a title
        if self.english:
            self._find_mentions()
        self._mention_starts = [m.start for m in self.mentions]

    def _without_quotations(self) -> str:
        """The text with nothing to read in its quotations, which do not say who says them."""
        pieces, at = list[str](), 0
        for span in self.outer:
            stop = min(span.end + 1, self.paragraph(span.start).end)
            hidden = re.sub(r"[^\r\n]", "\0", self.text[span.start - 1 : stop])
            pieces += [self.text[at : span.start - 1], hidden]
            at = stop
        return "".join([*pieces, self.text[at:]])

    def _recognise(self, id: str, record: Person | Organisation) -> None:
        names, kind = [record.name, *record.alternate_names], "organisations"
        if isinstance(record, Person):
            names, kind = [*names, *record.name.split()[-1:]], "people"
        agent = Agent(record.name, kind, Span(0, 0), id=id)
        for name in names:
            self.agents.setdefault(looked_up(name), agent)

    def paragraph(self, at: int) -> Span:
        """The paragraph in which an offset lies, or which it follows."""
        return self.passages.paragraphs[max(bisect_right(self._paragraph_starts, at) - 1, 0)]

    def between(self, low: int, high: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, low) : bisect_left(starts, high)]

    def agent(self, key: str, name: str, kind: str, at: Span, title: str = "") -> Agent:
        """Whom ``key`` has meant so far, or else somebody new."""
        return self.agents.setdefault(looked_up(key), Agent(name, kind, at, title))

    def _find_mentions(self) -> None:
        """Names, offices and roles, in order; a last name or a title means whom it meant first."""
        found = list(english.NAMED.finditer(self.plain))
        self._alone = {english.TITLE.sub("", m["run"]).strip() for m in found if m["run"]}
        for match in found:
            start, end = match.span()
            before, after = self.plain[max(0, start - 40) : start], self.plain[end : end + 40]
            named = _Words(" ".join(match.group().split()), Span(start, end), before, after)
            if agent := self._meant(match, named):
                if agent.she is None and (sex := english.SEX.search(named.words)):
                    agent.she = bool(sex["she"])
                self.mentions.append(self._mention(named, agent))

    def _meant(self, match: re.Match[str], named: _Words) -> Agent | None:
        words = named.words
        if match["role"]:
            noun = words.split()[-1]
            kind = "people" if english.PERSON.fullmatch(noun) else "organisations"
            return self.agents.get(looked_up(words)) or self.agent(noun, words, kind, named.at)
        if match["office"]:
            return self.agent(words, f"The {words}", "people", named.at)
        if match["body"]:
            return self.agent(words, words, "organisations", named.at)
        return self._by_name(named)

    def _by_name(self, named: _Words) -> Agent | None:
        """Whom a run of capitalised words means; nobody, where it may be a place or a thing."""
        end = max((t.end() for t in english.TITLE.finditer(named.words)), default=0)
        title, name = named.words[:end], named.words[end:].strip()
        beside = self._in_apposition_to(named.at.start)
        agent = self.agents.get(looked_up(name or title))
        agent = agent or self._newly_named(title, name, named, beside is not None)
        if agent and title:
            self.agents.setdefault(looked_up(title), agent)
        if agent and beside and beside.agent is not agent:  # the captain, Anna Bell, is one person
            self.agents[looked_up(beside.agent.last_name)] = agent
            self.mentions[-1] = beside._replace(agent=agent)
        return agent

    def _in_apposition_to(self, at: int) -> Mention | None:
        """The person just before, known by role alone, whose name may follow at ``at``."""
        for mention in self.mentions[-1:]:
            agent, gap = mention.agent, self.plain[mention.end : at]
            alone = agent.kind == "people" and self.agents.get(looked_up(agent.last_name)) is agent
            if alone and re.fullmatch(r"(?:\sof\s[a-z]+)?,?\s", gap):
                return mention
        return None

    def _newly_named(self, title: str, name: str, named: _Words, apposed: bool) -> Agent | None:
        """Somebody new, if the words around the name tell that it speaks or is a person."""
        before, after = named.before, named.after
        the = re.search(r"\b[Tt]he\s$", before)
        says = english.SAYS_AFTER_NAME.match(after) or english.SAID_BEFORE_NAME.search(before)
        if the and says and not title:
            return self.agent(name, f"The {name}", "organisations", named.at)
        if not (title or says or (not the and self._like_a_person(name, named, apposed))):
            return None
        body = not title and re.search(r"\sthe\s|^[A-Z]{3,}\b", name)  # CBS Face the Nation
        kind, office = "organisations" if body else "people", title if name else ""
        agent = self.agent(name or title, name or f"The {title}", kind, named.at, office)
        self.agents.setdefault(looked_up(name.split()[-1] if name else title), agent)
        return agent

    def _like_a_person(self, name: str, named: _Words, apposed: bool) -> bool:
        parts = name.split()
        if not 1 < len(parts) < 5 or "the" in parts[1:-1]:
            return False
        beside = english.DOES.match(named.after) or english.PERSON_BEFORE.search(named.before)
        return bool(apposed or parts[-1] in self._alone or beside)

    def _mention(self, named: _Words, agent: Agent) -> Mention:
        genitive = named.after.startswith(("’", "'"))
        subject = not genitive and not english.AFTER_PREPOSITION.search(named.before)
        for previous in self.mentions[-1:]:
            if self.plain[previous.end : named.at.start] in (" and ", ", ", ", and "):
                subject = subject and previous.subject
        does = english.DOES.match(named.after) or english.IS_OR_HAS.match(named.after)
        acts = subject and bool(does or english.AT_CLAUSE.search(named.before))
        return Mention(*named.at, agent, subject, acts)

    def pronoun(self, word: str, at: int, last: Agent | None) -> Agent | None:
        """Who acts in this paragraph; else who spoke last; else the nearest whom the word fits."""
        she = {"she": True, "he": False}.get(word.lower())
        i = bisect_left(self._mention_starts, at)
        near = self.mentions[max(0, i - 30) : i][::-1]
        acting = [m for m in near if m.acts]
        paragraph = self.paragraph(at)
        for agent in (
            *(m.agent for m in acting if m.start >= paragraph.start),
            *([last] if last else []),
            *(m.agent for m in acting),
            *(m.agent for m in near if m.subject),
        ):
            if she is None:
                return agent
            if agent.kind == "people" and agent.she in (None, she):
                agent.she = she
                return agent
        return None


def looked_up(name: str) -> str:
    """A name as it is looked up: without its article, small or capital letters alike."""
    return re.sub(r"^(?:the|an?)\s", "", fold(name).casefold())
