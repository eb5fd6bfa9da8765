"""Whom a source names: people and bodies, where the words around a name tell which it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping

from ..text.given_names import sex_of
from ..text.spans import Span
from ..text.turns import Turn
from ..topic.agents import Organisation, Person
from ..topic.record import Record
from ..topic.topic import SourceText
from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .grammar import AT, BODY, NAME, OWNER, ROLE, SAYS, WHO, Grammar
from .name_words import (
    ADJECTIVES,
    CALLED_AFTER,
    FAMILY,
    FIRMS,
    FORM,
    NO_BODIES,
    NO_PEOPLE,
    PERHAPS_THINGS,
    PLEADS,
    THINGS,
    UNNAMED,
    is_given,
)
from .runs import STATES, Run, Runs
from .spanish import SPANISH
from .tokens import OWNS, SHORT, Agent, Token, looked_up, tokens

_ROLE_BEHIND = r",[xXad]{0,4}(?P<role>m)(?!V)(?:[^,;:.V]{0,8}(?P<end>[,.;:q–-])|[^,;:.]{0,8}r|p)"
_GRAMMARS = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}
# The short form of a state or a body, and no initials: U.S. Steel, not A.J. Reed.
_DOTTED = re.compile(r"[UE]\.[SNKU]\.|(?:[A-Z]\.){3,}")
PEOPLE, ORGANISATIONS = "people", "organisations"


class Mentions(Runs):
    """A source as read for who is named in it; ``known`` records are recognised by their names."""

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        self.source, self.known = source, known
        self.passages, self.text = source.passages, source.passages.text
        tag = source.record.language.split("-")[0].lower()
        self.grammar: Grammar | None = _GRAMMARS.get(tag)
        self._paragraph_starts = [p.start for p in self.passages.paragraphs]
        self.outer: list[Span] = []  # the quotations that lie in no other
        quoted = set(self.passages.quoted)
        self.turns: dict[Span, Turn] = {}  # turns and posts, without marks around them
        for turn in self.passages.turns:
            within = Span(turn.words.start + 1, turn.words.end - 1)
            self.turns[within if within in quoted else turn.words] = turn
            quoted -= {turn.words} if within in quoted else set()
        for span in sorted(quoted):
            if span.start < span.end and (not self.outer or span.start > self.outer[-1].end):
                self.outer.append(span)
        self.plain = self._without_quotations()
        self.agents: dict[str, Agent] = {}
        self._by_part: dict[str, list[Agent]] = defaultdict(list)  # by a last or a first name
        for id, record in known.items():
            if isinstance(record, (Person, Organisation)):
                self._recognise(id, record)
        self.tokens: list[Token] = []
        if self.grammar:
            self.tokens = list(tokens(self.plain, self.outer, self.grammar))
            self._name(self.grammar)
        self._token_starts = [t.start for t in self.tokens]

    def _without_quotations(self) -> str:
        """The text with nothing to read in its quotations, which do not say who says them, nor in
        the names before turns and below posts."""
        pieces, at = list[str](), 0
        for span in self.outer:
            stop = min(span.end + 1, self.paragraph(span.start).end)
            start = max(span.start - 1, 0)
            hidden = re.sub(r"[^\r\n]", "\0", self.text[start:stop])
            pieces += [self.text[at:start], hidden]
            at = stop
        plain = "".join([*pieces, self.text[at:]])
        for turn in self.turns.values():
            start, end = turn.label
            plain = (
                plain[:start] + re.sub(r"[^\r\n]", " ", plain[start : end + 1]) + plain[end + 1 :]
            )
        return plain[: len(self.text)]

    def _recognise(self, id: str, record: Person | Organisation) -> None:
        if looked_up(record.name) == looked_up(self.source.record.label):
            return  # the report that a report speaks of is another
        kind = PEOPLE if isinstance(record, Person) else ORGANISATIONS
        agent = Agent(record.name, kind, Span(0, 0), id=id)
        if isinstance(record, Person) and self.grammar:
            agent.she = sex_of(record.name.split()[0])
            agent.roles |= {w.lower() for w in (record.job_title or "").split()}
        for name in (record.name, *record.alternate_names):
            self.agents.setdefault(looked_up(name), agent)
        if kind == PEOPLE:
            self.add(agent)

    def paragraph(self, at: int) -> Span:
        """The paragraph in which an offset lies, or which it follows."""
        return self.passages.paragraphs[max(bisect_right(self._paragraph_starts, at) - 1, 0)]

    def between(self, low: int, high: int) -> list[Token]:
        """The words and marks that begin between two offsets."""
        starts = self._token_starts
        return self.tokens[bisect_left(starts, low) : bisect_left(starts, high)]

    def agent(self, key: str, name: str, kind: str, at: Span) -> Agent:
        """Whom ``key`` has meant so far, or else somebody new."""
        return self.agents.setdefault(looked_up(key), Agent(name, kind, at))

    # --- names ------------------------------------------------------------------------------------

    def _name(self, grammar: Grammar) -> None:
        """Put names in the place of the words that make one."""
        ends = {s.end for s in self.passages.sentences}
        starts = {s.start for s in self.passages.sentences}
        lower = {t.text for t in self.tokens if t.text[:1].islower()}
        runs = list(self.runs(grammar, starts, ends, lower))
        self._lasts = {run.name[-1].text for _, _, run in runs if len(run.name) > 1}
        for first, stop, run in runs:
            self._take_up(grammar, first, stop, run)
        alone = {
            run.words
            for first, stop, run in runs
            if len(run.name) == 1
            and not run.title
            and SAYS in "".join(t.sign for t in self.tokens[max(first - 1, 0) : stop + 1])
        }  # Banks said
        say = {
            run.words
            for first, stop, run in runs
            if SAYS in "".join(t.sign for t in self.tokens[stop : stop + 1])
        }  # Ma Hao said; and elsewhere only Hao
        single = {
            run.words
            for first, _, run in runs
            if len(run.name) == 1 and not run.title and self.tokens[first - 1].sign != AT
        }
        for agent in list(self.agents.values()):
            short = 1 < len(agent.name.split()) < 4 and agent.last_name not in THINGS
            named = agent.last_name in alone or (agent.name in say and agent.last_name in single)
            if not agent.kind and short and named and agent.name.split()[0] not in NO_PEOPLE:
                agent.kind = PEOPLE
        for agent in dict.fromkeys(self.agents.values()):
            if agent.kind == PEOPLE and not agent.id:
                self.add(agent)
        for first, stop, run in runs:
            if len(run.name) == 1 and not run.title and not self._by_part[looked_up(run.words)]:
                self._take_up(grammar, first, stop, run, whole=True)
        made, at = list[Token](), 0
        for first, stop, run in runs:
            sign = OWNER if run.owns else NAME
            following = self.tokens[stop].low if stop < len(self.tokens) else ""
            whose = self._meant(grammar, run, following in ("de", "des", "du", "del", "of"))
            if grammar.nouns_up and not (whose and (whose.kind or whose.id)):
                continue  # nouns, as any other
            made += self.tokens[at:first]
            made.append(Token(sign, *run.span, run.words, whose))
            at = stop
        self.tokens = made + self.tokens[at:]

    def add(self, agent: Agent) -> None:
        """Make somebody known by the whole, the last and the first name."""
        names = agent.name.split()
        if len(names) > 1:
            self.agents.setdefault(looked_up(agent.name), agent)
        titled = bool(self.grammar and self.grammar.titles.fullmatch(names[0] + " "))
        for part in dict.fromkeys((names[-1], *names[: not titled])):
            if agent not in self._by_part[looked_up(part)]:
                self._by_part[looked_up(part)].append(agent)

    def _take_up(
        self, grammar: Grammar, first: int, stop: int, run: Run, whole: bool = False
    ) -> None:
        """Keep what the words around a name tell of it."""
        words, some = run.words, run.name
        kind = self._kind(grammar, first, stop, run)
        key = looked_up(words)
        if len(some) == 1 and (kind == PEOPLE or run.title) and not run.owns:
            self._whole_names(words)
        last_of_all = whole and words in self._lasts  # of a name that is not known to be one
        waits = kind == PEOPLE and not whole
        if len(some) == 1 and (not kind or run.title or waits or last_of_all):
            return  # Mr Reed: whom it means is found when all full names are known
        agent = self.agents.setdefault(
            key, Agent(words, "", Span(some[0].start, some[-1].end - len(_owned(some[-1]))))
        )
        if agent.id:
            return
        if kind and agent.kind != ORGANISATIONS:
            agent.kind = kind
        self._titled(grammar, agent, run)
        before = self.tokens[max(first - 1, 0) : first]
        if before and before[0].sign == ROLE and self.touch(first - 1):
            agent.roles.add(before[0].low)  # the teacher Ma Hao
            held = self._is_an_office(grammar, before[0]) and not run.title
            agent.title = agent.title or (before[0].text if held else "")
        if role := self._role_behind(grammar, first, stop):
            agent.roles.add(role)
            agent.about = agent.about or self._about(grammar, stop)

    def _whole_names(self, last: str) -> None:
        """Take whoever has this last name, of which it is known to be a person's, for a person."""
        some = [a for a in self.agents.values() if a.last_name == last and len(a.name.split()) < 4]
        if len(some) == 1 and not some[0].kind and some[0].name.split()[0] not in NO_PEOPLE:
            some[0].kind = PEOPLE
            self.add(some[0])

    def _role_behind(self, grammar: Grammar, first: int, stop: int) -> str:
        """What somebody is said to be behind the name: Ma Hao, a teacher; not: In Mill Town, the
        teacher said."""
        after = self.tokens[stop : stop + 14]
        match = re.match(_ROLE_BEHIND, "".join(t.sign for t in after))
        if not match or (first and self.tokens[first - 1].sign == AT):
            return ""
        owned = any(t.low in grammar.owners for t in after[: match.start("role")])
        return "" if owned and match["end"] != "," else after[match.start("role")].low

    def _about(self, grammar: Grammar, stop: int) -> str:
        """The few words behind a name that say what somebody is: Ma Hao, a college student who."""
        after = self.tokens[stop : stop + 14]
        match = re.match(_ROLE_BEHIND, "".join(t.sign for t in after))
        assert match
        last = match.start("end") - 1 if match["end"] else match.start("role")
        words = self.plain[after[1].start : after[last].end]
        if after[1].low not in grammar.articles or len(words.split()) > 7:
            return ""
        return "" if re.search(r"[\d\0\n“”„«»'’]", words) else f"{words[:1].upper()}{words[1:]}."

    def _titled(self, grammar: Grammar, agent: Agent, run: Run) -> None:
        """Take up what a title says of somebody."""
        agent.roles |= {t.low.rstrip(".") for t in run.title}
        title = " ".join(t.text for t in run.title if self._is_an_office(grammar, t))
        if not agent.title and run.title[-1:] and run.title[-1].text.rstrip(".") not in SHORT:
            agent.title = title
        if agent.she is None:
            sexes = [grammar.is_woman(t.text) for t in run.title]
            sexes += [sex_of(agent.name.split()[0])] if len(agent.name.split()) > 1 else []
            agent.she = next((sex for sex in sexes if sex is not None), None)

    def _is_an_office(self, grammar: Grammar, token: Token) -> bool:
        """Whether a word before a name says what office or profession somebody has."""
        known = grammar.titles.fullmatch(f"{token.text} ") or grammar.is_role(token.low)
        return bool(known) and token.low not in FAMILY

    def _kind(self, grammar: Grammar, first: int, stop: int, run: Run) -> str:
        """Whether a name is somebody's or a body's, where this place tells."""
        words, last = run.words, OWNS.sub("", run.name[-1].text)
        if (
            grammar.heads.search(words)
            or FORM.search(words)
            or FIRMS.match(words)
            or (re.fullmatch(r"[A-Z]{2,5}", words) and words not in NO_BODIES and not run.title)
            or (_DOTTED.fullmatch(run.name[0].text) and len(run.name) > 1)
            or looked_up(words) == looked_up(self.source.record.publisher)
            or (run.name[0].low in grammar.bodies and len(run.name) > 1)  # Gemeinde Süderhave
        ):
            return ORGANISATIONS
        perhaps = last in PERHAPS_THINGS and self.tokens[first - 1].sign == "p"
        called = first > 0 and self.tokens[first - 1].low in CALLED_AFTER
        if last in THINGS or perhaps or called:
            return ""
        if run.title and len(run.name) < 5:
            return PEOPLE
        before, after = self.tokens[max(first - 1, 0) : first], self.tokens[stop : stop + 8]
        signs = "".join(t.sign for t in after)
        if signs.startswith(",r") and after[1].low in ("which", "dont"):
            return ORGANISATIONS
        if before and before[0].text in STATES and len(run.name) > 1 and self.touch(first - 1):
            return PEOPLE  # le procureur de la République Jean Dornac
        a_body = before and before[0].sign == BODY and before[0].text.islower()
        if a_body and self._of_an_office(first) and before[0].low in UNNAMED:
            return PEOPLE if len(run.name) > 1 else ""
        if a_body and self.touch(first - 1) and not is_given(run.name[0]):
            cut = re.match("x[,.]", "".join(t.sign for t in self.tokens[stop : stop + 2]))
            return "" if cut else ORGANISATIONS  # the charity Wexmoor Aid
        adjective = before and before[0].low in ADJECTIVES and len(run.name) == 1
        if before and before[0].sign == ROLE and self.touch(first - 1) and not adjective:
            return PEOPLE
        if len(run.name) > 1 and is_given(run.name[0]):
            return PEOPLE
        age = re.fullmatch(r"1?\d\d", after[1].text) if len(after) > 1 else None
        years = len(after) > 2 and after[2].low in ("ans", "años", "jahre", "years")
        aged = age and (re.match(r"[,(].(?:[,.;:()–-]|$)", signs) or years)  # not: Züge, 18 Prozent
        pleads = signs[:1] == "," and len(after) > 1 and after[1].low in PLEADS
        if (
            aged
            or pleads
            or (signs[:2] == f",{WHO}" and after[1].low in ("who", "whose", "whom", "quien"))
        ):
            return PEOPLE
        if len(run.name) > 1 and self._role_behind(grammar, first, stop):
            return PEOPLE  # Ma Hao, a college student
        behind = "".join(t.sign for t in self.tokens[max(first - 3, 0) : first])
        said = re.search(r"q,?V$", behind) and signs[:1] != ROLE  # “No,” said Ma Hao
        alone = re.search(r"q,?$", behind) and re.match(r"V[.,;adp]", signs)  # “No,” Ma Hao said.
        says = bool(alone) or (
            signs[:1] == SAYS and bool(after[1:]) and after[1].low in ("his", "her")
        )
        if (said or says) and 1 < len(run.name) < 4 and run.name[0].text not in NO_PEOPLE:
            return PEOPLE
        return self._apposed(first, stop, run)

    def _of_an_office(self, first: int) -> bool:
        """Whether the body before a name is that of an office: la concejala de la oposición."""
        signs = "".join(t.sign for t in self.tokens[max(0, first - 5) : first])
        return self.touch(first - 1) and bool(re.search("m[xa]?pd?B$", signs))

    def _apposed(self, first: int, stop: int, run: Run) -> str:
        """PEOPLE for a name of two words between commas behind a role: the mayor, Ma Hao, said."""
        before = "".join(t.sign for t in self.tokens[max(0, first - 9) : first])
        following = self.tokens[stop : stop + 1]
        closed = not following or following[0].sign in ",."
        more = (
            "[xa]{0,2}" if self.grammar and self.grammar.heads_first else ""
        )  # portavoz municipal
        whose = "(?:d[xXaB]{1,4})?" if self.grammar and self.grammar.nouns_up else ""  # des Vereins
        role = re.search(rf"m{more}{whose}(?:p[^,;:.q]{{1,6}}){{0,2}},$", before)
        if closed and len(run.name) > 1 and role:
            return PEOPLE
        return ""

    def _meant(self, grammar: Grammar, run: Run, cut: bool) -> Agent | None:
        """Whom a name means; nobody where it may be one of several, or no one's."""
        words = run.words
        if cut and len(run.name) == 1 and grammar.heads.fullmatch(words):
            return None  # l'Association des maires
        if len(run.name) > 1 or looked_up(words) in self.agents:
            agent = self.agents.get(looked_up(words))
            if agent or len(run.name) > 1:
                return agent
        some = self._by_part[looked_up(words)]
        if run.title:
            roles = {t.low.rstrip(".") for t in run.title}
            short = all(t.text.rstrip(".") in SHORT for t in run.title)
            fits = [a for a in some if short or a.roles & roles]
            fits = [a for a in fits if self._may_be(grammar, a, run)]
            if len(fits) == 1:
                return fits[0]
            if not some and words and words not in self._lasts:
                agent = Agent(words, PEOPLE, run.span)
                self._titled(grammar, agent, run)
                office = grammar.titles.fullmatch(f"{agent.title} ")
                if office and any(t.text.rstrip(".") not in SHORT for t in run.title):
                    agent.name = f"{agent.title} {words}".strip()  # Mayor Adams
                self.add(agent)
                return agent
            return None
        if len(some) == 1:
            return some[0]
        firsts = [
            a
            for a in dict.fromkeys(self.agents.values())
            if a.name.split()[0] == words and not some
        ]
        return firsts[0] if len(firsts) == 1 and firsts[0].kind == ORGANISATIONS else None

    def by_last_name(self, words: list[str]) -> Agent | None:
        """Whom a last name means, with a title or a first name before it or nothing."""
        assert self.grammar
        some = self._by_part[looked_up(words[-1])]
        if len(some) != 1 or len(words) == 1:
            return some[0] if len(some) == 1 else None
        first = words[0].rstrip(".").lower()
        same = first == some[0].name.split()[0].lower() or first in some[0].roles
        return some[0] if same or words[0].rstrip(".") in SHORT or not some[0].roles else None

    def _may_be(self, grammar: Grammar, agent: Agent, run: Run) -> bool:
        """Whether a title is not of the other sex than somebody is known to be."""
        sexes = {grammar.is_woman(t.text) for t in run.title} - {None}
        return agent.she is None or not sexes or agent.she in sexes


def _owned(token: Token) -> str:
    found = OWNS.search(token.text)
    return found.group() if found else ""
