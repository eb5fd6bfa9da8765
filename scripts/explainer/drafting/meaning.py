"""Whom words mean that say who speaks: a name, a description, a pronoun; nobody where it may be one
of several."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..text.given_names import is_given_name
from ..text.spans import Span
from ..text.wrote import is_written, only_writer, writes
from ..topic.record import Record
from ..topic.topic import SourceText
from .grammar import BODY, CAPITAL, DESCRIBED, HIM, NAME, OFFICE, OWNER, PRONOUN, QUOTED
from .mentions import ORGANISATIONS, PEOPLE, Mentions
from .name_words import CALLED_SO, FAMILY
from .sentence import OFFICE_BEFORE, Found, Row, roles_of
from .tokens import Agent, Token, looked_up


@dataclass(frozen=True)
class Said:
    """Who said, or shared, something, and by which words; ``resolved``: by which words a pronoun
    means them."""

    who: Agent
    words: Span
    verb: str = ""
    resolved: Span | None = None
    inferred: bool = False  # of several whom a pronoun fits
    shared: bool = False
    author: str = ""


_HIM = {"him": False, "her": True, "lui": False, "ihm": False, "ihn": False}
_APPOSED = re.compile(".*N,(?:x,)?R(?=[,.;rp])")
_BEGINS = re.compile(r"(?:^|(?<!m)[cq;:VT.-])[dxXma]{0,3}$|^[pcaxXGTV][^;:.q]*,[dxXma]{0,3}$")

_LESS = re.compile(r"(?:vize|stellvertret|alt|ex|ehren|co|unter)(?!\W)")  # another office


class Meaning(Mentions):
    """A source as read sentence by sentence, and whom the words of one mean."""

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        super().__init__(source, known)
        self.sentences = list(self._outer_sentences())
        self._sentence_starts = [s.start for s in self.sentences]
        self._rows: dict[int, Row] = {}
        self.by: Span | None = None  # the words last found that say whose something is
        self.meant: dict[int, Agent] = {}  # whom a pronoun means, by its place
        if self.grammar:
            for i in range(len(self.sentences)):
                roles_of(self.row(i))
                self._offices(self.row(i))

    def _offices(self, row: Row) -> None:
        """Keep the office before a name between commas: the chairman of the board, Alan Prior."""
        assert self.grammar
        for match in OFFICE_BEFORE.finditer(row.signs):
            who, role = row.tokens[match.start("who")].whose, row.tokens[match.start()]
            last = row.tokens[match.start("comma") - 1]
            words = self.plain[role.start : last.end]
            det, _, office = words.partition(" ")
            held = det.lower() in self.grammar.holders and role.text.lower() not in FAMILY
            if who and not who.title and held and "\0" not in words and len(words.split()) < 9:
                who.title = " ".join(office.split())

    def _outer_sentences(self) -> Iterator[Span]:
        """The sentences, none of which ends within a quotation."""
        start = -1
        for sentence in self.passages.sentences:
            start = sentence.start if start < 0 else start
            i = bisect_right(self.outer, (sentence.end - 1, 1 << 60)) - 1
            paragraph = self.paragraph(start)
            inside = i >= 0 and self.outer[i].start < sentence.end <= self.outer[i].end
            if not inside or sentence.end >= paragraph.end:
                yield Span(start, sentence.end)
                start = -1

    def sentence(self, at: int) -> int:
        """The number of the sentence in which an offset lies."""
        return max(bisect_right(self._sentence_starts, at) - 1, 0)

    def row(self, number: int) -> Row:
        """The words of a sentence and their signs."""
        if number not in self._rows:
            assert self.grammar
            tokens = self.between(*self.sentences[number])
            self._rows[number] = Row(tokens, self.grammar)
        return self._rows[number]

    # --- whom words mean --------------------------------------------------------------------------

    def who(self, found: Found, number: int, last: Said | None = None) -> Said | None:
        """Whom the words found mean: a name, a description or a pronoun."""
        row = self.row(number)
        self.by = found.words
        several = found.verb.endswith("n")  # sagten sie, dijeron
        if found.who < 0:
            return None if several else self._pronoun(None, number, found, last, found.words.start)
        token = row.tokens[found.who]
        if token.sign == NAME:
            agent = token.whose
            if agent and not agent.kind and not agent.id:
                agent = None
            return Said(agent, found.words, found.verb) if agent else None
        if token.sign in (DESCRIBED, OFFICE, BODY):
            who = self._described(token, number)
            return Said(who, found.words, found.verb) if who else None
        assert self.grammar
        if token.sign not in (PRONOUN, HIM) or (token.low == "sie" and several):
            return None  # a letter says so; or several people
        she = self.grammar.pronouns.get(token.low, _HIM.get(token.low))
        at = found.words.start  # whoever quotes him is not he
        at = self.sentences[number].start if found.verb == "quoted" and token.sign == HIM else at
        return None if she is None else self._pronoun(she, number, found, last, at)

    def _holds(self, agent: Agent, noun: str) -> bool:
        """Whether a noun is what somebody is; in German also the end of that: die Dezernentin, of
        the Sozialdezernentin, but not the president of a vice president."""
        assert self.grammar
        joined = self.grammar.nouns_up and len(noun) > 5
        return noun in agent.roles or any(
            joined and role.endswith(noun) and not _LESS.match(role) for role in agent.roles
        )

    def _described(self, token: Token, number: int) -> Agent | None:
        """Whom a description means: who has that role, or else somebody who is nowhere named."""
        assert self.grammar
        words = self.plain[token.start : token.end]
        noun, before = token.low, self.sentences[: number + 1][-1].end
        det = words.split()[0].lower()
        person = self.grammar.is_role(noun)
        if known := self.agents.get(looked_up(words)):
            return known if known.kind else None
        everybody = dict.fromkeys(
            [*self.agents.values(), *(a for s in self._by_part.values() for a in s)]
        )
        holders = [a for a in everybody if self._holds(a, noun) and a.at.start < before]
        if not person:
            holders += [
                a for a in everybody if a.kind == ORGANISATIONS and noun in a.name.lower().split()
            ]
        if det in self.grammar.indefinite and det not in self.grammar.no_subject:
            return self._unnamed(words, person, token)
        if len(set(map(id, holders))) == 1:
            return holders[0]
        if holders or self._may_be_named(words, person, token) or det in self.grammar.no_subject:
            return None
        return self._unnamed(words, person, token)

    def _may_be_named(self, words: str, person: bool, token: Token) -> bool:
        """Whether a description may mean somebody who is named: a person of the paragraph or the
        one before, a body of the text; unless it says whose or what it is."""
        owner = words.split()[0].lower()
        assert self.grammar
        if person and owner in self.grammar.owners and owner not in ("its", "leur"):
            return any(t.sign in (NAME, OWNER) for t in self.tokens)
        if person:
            owned = re.match(r".*[’']s\b", words)
            some = [t for t in self.between(0, token.start) if t.sign in (NAME, OWNER)]
            some = [t for t in some if not t.whose or t.whose.kind != ORGANISATIONS]
            if self._of_what(token) > token.end:  # whose office is told is not the spokesman
                some = [t for t in some if t.whose and t.whose.kind and not t.whose.roles]
            return not owned and bool(some)
        named = self.grammar.heads_first and self._of_what(token) > token.end
        if token.low in CALLED_SO or named:
            return False
        some = [t for t in self.tokens if t.sign in (NAME, "n") and t.start < token.start]
        others = [t for t in some if not t.whose or t.whose.kind != PEOPLE]
        return len(words.split()) < 3 and bool(others)

    def _of_what(self, token: Token) -> int:
        """The end of a description with the body it is of: a spokesman for the harbour board."""
        row = self.row(self.sentence(token.start))
        signs = "".join(t.sign if t.start > token.start else " " for t in row.tokens)
        match = re.match(r" *(?:pd?[xX]?[NO])", signs)
        if token.sign == OFFICE:  # chambre d’agriculture; not: the company yesterday
            match = re.match(r" *p?x(?=[,.bV])", signs)
        if self.grammar and self.grammar.nouns_up and not match:  # Sprecherin der Stadtwerke
            match = re.match(r" *(?:d[NX]{1,3}|O)", signs)
        return row.tokens[match.end() - 1].end if match else token.end

    def _unnamed(self, words: str, person: bool, token: Token) -> Agent:
        assert self.grammar
        kind = PEOPLE if person else ORGANISATIONS
        more = kind == PEOPLE or self.grammar.heads_first
        end = self._of_what(token) if more else token.end
        words = " ".join(self.plain[token.start : end].split())
        first, _, rest = words.partition(" ")
        article = first.lower() in self.grammar.articles | self.grammar.holders
        if rest and article and (self.grammar.nouns_up or (person and end > token.end)):
            words = rest  # spokesman for the harbour board
        who = self.agent(words, words, kind, Span(token.start, end))
        who.roles.add(token.low)
        who.she = self.grammar.is_woman(token.text) if who.she is None else who.she
        return who

    def _pronoun(
        self, she: bool | None, number: int, found: Found, last: Said | None, at: int
    ) -> Said | None:
        """Whom a pronoun means, where the words before ``at`` name one person alone who fits."""
        assert self.grammar
        paragraph = self.paragraph(at)
        if last and found.verb in self.grammar.goes_on and self._fits(last.who, she):
            near = self.sentence(last.words.start) >= number - 2
            same = self.paragraph(last.words.start) == paragraph
            if near and same and self._only(last.who, last.words.end, at, she):
                self.meant[self.row(number).tokens[found.who].start] = last.who
                return Said(last.who, found.words, found.verb, last.resolved or last.words)
        if number and found.verb in self.grammar.goes_on:
            by = self.row(number - 1).according()  # According to X, … “…,” she added.
            said = self.who(by[0], number - 1) if len(by) == 1 else None
            self.by = found.words
            if said and self.paragraph(said.words.start) == paragraph and self._fits(said.who, she):
                self.meant[self.row(number).tokens[found.who].start] = said.who
                return Said(said.who, found.words, found.verb, said.resolved or said.words)
        first = paragraph.start
        for _ in range(2):
            people = self._people(first, at)
            fitting = [(a, s) for a, s in people if self._fits(a, she)]
            if people:
                agents = dict.fromkeys(a for a, _ in fitting)
                if len(agents) > 1:
                    wrote = self._who_wrote(list(agents), number, found, at)
                    return wrote or self._apposed_before(she, number, found, at)
            if people and fitting:
                who = next(iter(agents))
                if not (who.kind or who.id) or not self._acts(who, first, at):
                    return None
                if she is not None and who.she is None:
                    who.she = she
                named = [place for _, place in fitting if place.start not in self.meant]
                self.meant[self.row(number).tokens[found.who].start] = who
                return Said(who, found.words, found.verb, (named or [fitting[-1][1]])[-1])
            rows = map(self.row, range(self.sentence(first), self.sentence(at) + 1))
            if people and any(DESCRIBED in row.signs for row in rows):
                return None  # followed the victim home … she said
            first = self.paragraph(first - 1).start if first else 0
        return None

    def _who_wrote(self, agents: list[Agent], number: int, found: Found, at: int) -> Said | None:
        """Which of two the text tells to have written something, where what is quoted is written
        and the other only spoke."""
        language = self.passages.language
        if len(agents) != 2 or not is_written(found.verb, language):
            return None
        first = self.paragraph(at).start
        for _ in range(2):
            first = self.paragraph(first - 1).start if first else 0
        told, places = list[tuple[str, str]](), dict[str, Span]()
        for place in self.sentences[self.sentence(first) : number]:
            rows = self.row(self.sentence(place.start)).tokens
            some = [t for t in rows if t.sign in (NAME, PRONOUN)]
            for token, end in zip(some, [*(t.start for t in some[1:]), place.end], strict=False):
                who = token.whose.name if token.sign == NAME and token.whose else ""
                told.append((who, self.plain[token.end : end]))
                if who and writes(told[-1][1], language):
                    places[who] = Span(token.start, token.end)
        name = only_writer(told, language)
        one = next((a for a in agents if a.name == name and a.kind), None)
        if not one:
            return None
        self.meant[self.row(number).tokens[found.who].start] = one
        return Said(one, found.words, found.verb, places[name], inferred=True)

    def _apposed_before(self, she: bool | None, number: int, found: Found, at: int) -> Said | None:
        """Whoever alone the sentence right before, in the same paragraph, is about, if it begins
        with whose somebody they are: Su vecina, Ana Ruiz, pasó la noche allí. «…», dijo."""
        assert self.grammar
        before = number - 1
        if self.row(number).signs[:1] != QUOTED or before < 0:
            return None
        start, stop = self.sentences[before]
        row, owner = self.row(before), self.plain[start:stop].split()[0]
        match = re.match(r"R,(?P<who>N),(?!r)", row.signs)
        if not match or self.paragraph(start) != self.paragraph(at):
            return None
        who = row.tokens[match.start("who")].whose
        alone = who and {a for a, _ in self._people(start, stop)} == {who}
        if not who or not alone or owner.lower() not in self.grammar.owners:
            return None
        if not who.kind or not self._fits(who, she):
            return None
        end = row.tokens[match.start("who")].end
        self.meant[self.row(number).tokens[found.who].start] = who
        return Said(who, found.words, found.verb, Span(start, end), inferred=True)

    def _people(self, low: int, high: int) -> list[tuple[Agent, Span]]:
        """The people named or described between two offsets."""
        found = list[tuple[Agent, Span]]()
        for number in range(self.sentence(low), self.sentence(high) + 1):
            row = self.row(number)
            for i, token in enumerate(row.tokens):
                place = Span(token.start, token.end)
                if not low <= token.start < high:
                    continue
                if token.sign in (NAME, OWNER):
                    named = token.whose or Agent(token.text, "", place)
                    says = re.match("[ab~]*V", row.signs[i + 1 :])
                    described = self.plain[token.start : token.end] != token.text  # her son Carl
                    several = len(token.text.split()) > 1
                    unknown = not named.kind and (several or says or described)
                    place_name = row.signs[i - 1 : i] in ("d", "p")
                    if place_name and is_given_name(token.text.split()[0]):
                        place_name = False  # to Tom Hill
                    if named.kind == PEOPLE or (unknown and not place_name):
                        found.append((named, place))
                elif i == 0 and self._unknown(token, row):
                    found.append((Agent(token.text, "", place), place))
                elif token.start in self.meant:
                    found.append((self.meant[token.start], place))
                elif token.sign == DESCRIBED and _APPOSED.match(row.signs[: i + 2]):
                    continue  # Anna Bell, 67, a nurse, …
                elif token.sign == DESCRIBED and re.match(r"Rx?,N[,.]", row.signs[i:]):
                    continue  # el portavoz municipal, Luis Gil, …
                elif token.sign == DESCRIBED and (
                    _BEGINS.search(row.signs[:i]) or self._of_a_known_sex(token)
                ):
                    found.append((self._somebody(token, number), place))
        return found

    def people_between(self, low: int, high: int) -> list[Agent]:
        """The people named or described between two offsets."""
        return [agent for agent, _ in self._people(low, high)]

    def _unknown(self, token: Token, row: Row) -> bool:
        """Whether a word may be somebody's only name: Daoud, a baker from the south, said"""
        assert self.grammar
        some = token.sign == CAPITAL and token.low not in self.grammar.small
        return some and bool(re.match(r"X(?:,.*V|[ab~]*V)", row.signs))

    def _of_a_known_sex(self, token: Token) -> bool:
        """Whether a description says man or woman, so that a pronoun may mean them: her mother."""
        assert self.grammar
        return self.grammar.is_woman(token.text) is not None

    def _somebody(self, token: Token, number: int) -> Agent:
        """Whom a description means, somebody known or not."""
        if who := self._described(token, number):
            return who
        assert self.grammar
        words = self.plain[token.start : token.end]
        she = self.grammar.is_woman(token.text)
        return Agent(words, PEOPLE, Span(token.start, token.end), she=she)

    def _fits(self, agent: Agent, she: bool | None) -> bool:
        return agent.kind != ORGANISATIONS and (she is None or agent.she in (None, she))

    def _only(self, who: Agent, low: int, high: int, she: bool | None) -> bool:
        """Whether nobody else whom a pronoun fits is named between two offsets."""
        return all(a is who or not self._fits(a, she) for a, _ in self._people(low, high))

    def _acts(self, who: Agent, low: int, high: int) -> bool:
        """Whether somebody is more than spoken of, or spoken to, between two offsets."""
        for number in range(self.sentence(low), self.sentence(high) + 1):
            row = self.row(number)
            for i, token in enumerate(row.tokens):
                if token.sign in (NAME, DESCRIBED) and low <= token.start < high:
                    mine = token.whose is who or (
                        token.sign == DESCRIBED and self._described(token, number) is who
                    )
                    if mine and not re.search(r"p[dxXma]{0,3}$", row.signs[:i]):
                        return True
        return False
