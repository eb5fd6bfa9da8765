"""A first draft of a source's records, by rules alone: quotations, numbers, names and dates.

Each record has ``draft: true`` and each field that no rule can know a ``# decide`` comment; all
words are the source's exactly, and can be placed in it. What the rules get right and wrong is
measured in ``tests/drafts``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ..text.folding import fold
from ..text.languages import language
from ..text.spans import Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Quote
from ..topic.record import Record
from ..topic.topic import SourceText
from .aside import Aside, set_aside
from .attribution import Quotation
from .dates import Dates
from .dates import Found as Dated
from .draft_file import Field
from .events import draft_events
from .figures import draft_figures
from .grammar import NAME, PAPER
from .meaning import Said
from .mentions import ORGANISATIONS, PEOPLE
from .placing import Words
from .records import Records
from .second_hand import Quoted, quoted_in_turns
from .tokens import Agent, looked_up

_ON_A_PROGRAMME = re.compile(r"\bon\s[A-Z][\w-]*[’']s\s((?:[A-Z][\w-]*\s?)+)(?=[,.]|\s[a-z]|$)")


_THIS_IS = re.compile(
    r"\b[Tt]his is ((?:[A-Z][\w’'-]* ?){1,4}) (?:on|from)"
    r" (?=(?:[A-Z]\w* )?(?:Radio|TV|FM|Channel|BBC)\b)"
)
# Behind a quotation of something written: …, heißt es in der Mitteilung.
_IT_READS = re.compile(
    r"(?i)[\s,”“\"»«]*((?:so )?(?:heißt|hieß) es\b[^,.;:]*|(?:peut-on lire|lit-on)\b[^,.;:]*"
    r"|se (?:lee|leía|podía leer)\b[^,.;:]*|reads? (?:the|an?)\b[^,.;:]*)"
)


class Drafted(NamedTuple):
    """The text of a file of facts, what may be set aside, what an editor should be told, and which
    words of the source the drafts have."""

    text: str
    aside: list[Aside]
    notes: list[str]
    published: Sequence[Span] = ()


def draft(
    source: SourceText,
    known: Mapping[str, Record],
    used: Iterable[Span] = (),
    as_of: str = "",
    taken: Iterable[str] = (),
    pages: str = "",
) -> Drafted:
    """What the rules find in a source; ``known`` records are used again, and not drafted anew.
    ``used``: what of the text records have already; ``as_of``: the day for which the site holds,
    from which days are counted where that of the source is not stated; ``taken``: ids that no draft
    may have; ``pages``: the language of the site's pages, where that may be another than the
    source's: what editors would have to translate is not drafted."""
    return _Draft(source, known, as_of, taken, pages).drafted(used)


class _Draft(Records):
    """The records drafted from what was read."""

    def __init__(
        self,
        source: SourceText,
        known: Mapping[str, Record],
        as_of: str,
        taken: Iterable[str],
        pages: str,
    ):
        super().__init__(source, known, taken)
        self.translated = bool(pages) and language(pages) != language(source.record.language)
        self.dates = Dates(source, as_of)
        self.recorded = {
            tuple(fold(text.exact) for text in record.text)
            for record in known.values()
            if isinstance(record, Quote)
        }

    def drafted(self, used: Iterable[Span]) -> Drafted:
        speakers: dict[Span, Said | None] = {}
        for quotation in self.quotations():
            self._quote(quotation)
            speakers |= dict.fromkeys(quotation.parts, quotation.said)
        for one in quoted_in_turns(self):
            self._second_hand(one)
        draft_figures(self, speakers, self.dates)
        draft_events(self, self.dates)
        author = looked_up(self.source.record.author)
        for agent in dict.fromkeys(t.whose for t in self.tokens if t.whose):
            if looked_up(agent.name) == author:
                continue  # who wrote it is in the record of the source
            several = len(agent.name.split()) > 1 or self._is_told_first(agent)
            if agent.kind == PEOPLE or (agent.kind and several):
                self.id_of(agent)
        aside = set_aside(self.source, self.placing, [*self.file.spans, *used], self.file.numbers)
        if self.translated:
            aside = [one._replace(told=NOT_STATED) for one in aside]
        text = self.file.yaml(self.source.id)
        return Drafted(text, aside, self.dates.notes(), self.file.published)

    def _is_told_first(self, agent: Agent) -> bool:
        """Whether a body is what the first sentence, behind a headline, tells of: Der Städtebund
        hat …"""
        before = self.plain[: agent.at.start].rpartition("\n")[2]
        first = self.passages.sentence_at(agent.at.start)
        return first.paragraph <= 2 and first.number == 1 and len(before.split()) < 2

    # --- quotations -------------------------------------------------------------------------------

    def _quote(self, quotation: Quotation) -> None:
        first, said = quotation.parts[0], quotation.said
        opening = self.text[first.start : first.end].split()
        texts, by = self._texts(quotation.parts), self._attributed_by(first, quotation.by)
        if texts and tuple(_exact(t) for t in texts) in self.recorded:
            return
        who = self.id_of(said.who) if said else ""
        if not texts or not by:
            words = " ".join(opening)[:80]
            self.file.left.append(f"a quotation whose words cannot be told apart: {words}")
            return
        day = self._day_of(said, first) if said else None
        self.said_on |= {day.start} if day else set()
        when = day.date if day else ""
        venue = self._venue(said) if said else ""
        resolved = said and said.resolved and self.placing.words(*self.clauses(said.resolved))
        evidence = self._evidence(first, said, by) or texts[0]
        fields: dict[str, Field] = {
            "text": texts,
            **self._voice(said, who),
            "attributed_by": by,
            "resolved_from": resolved or "",
            "inferred": "speaker" if said and said.inferred else "",
            "said_via": venue or NOT_STATED,
            "date_said": when if len(when) > 4 else NOT_STATED,
            "evidence": evidence,
        }
        decide = self._doubts(quotation, who)
        if venue:
            decide["said_via"] = "was it said there?"
        if day:
            decide["date_said"] = f'the source says "{day.words}"'
        called = said.who.last_name if said else "quotation"
        self.file.add("quotes", f"{called} {' '.join(opening[:4])}", fields, decide)
        self.cover(evidence, *texts, by, resolved or [])

    def _second_hand(self, one: Quoted) -> None:
        """A quotation within a turn, as the turn's speaker reports it."""
        whole = next(span for span, turn in self.turns.items() if turn == one.turn)
        teller, sentence = self.turn_said(whole), self.passages.sentence_at(one.by.start)
        text, by = self.placing.words(one.words), self.placing.evidence(one.by, clause=False)
        evidence = self.placing.evidence(Span(sentence.start, sentence.end), one.turn.words)
        if not teller or teller.who == one.who or not (text and by and evidence):
            return
        if (_exact(text),) in self.recorded:
            return
        fields: dict[str, Field] = {
            "text": [text],
            "kind": "spoken",
            "speaker": self.id_of(one.who),
            "attributed_by": by,
            "said_via": NOT_STATED,
            "date_said": NOT_STATED,
            "reported_by": self.id_of(teller.who),
            "evidence": evidence,
        }
        opening = self.text[slice(*one.words)].split()[:4]
        self.file.add("quotes", f"{one.who.last_name} {' '.join(opening)}", fields, {})
        self.cover(evidence, text, by)

    def _day_of(self, said: Said, first: Span) -> Dated | None:
        """The date of a saying, where its sentence has that right beside it; of a turn, the only
        day that the paragraph before the first turn names."""
        turn = self.turn_of(first)
        if turn and not turn.posted:
            begin = min(t.label.start for t in self.turns.values() if not t.posted)
            paragraph = self.paragraph(begin - 1) if begin else Span(0, 0)
            some = [f for f in self.dates.found if paragraph.start <= f.start < paragraph.end]
            return some[0] if len(some) == 1 and len(some[0].date) == 10 else None
        sentence = self.passages.sentence_at(said.words.start)
        return self.dates.said(*sentence[:2], said.words, said.verb, self.plain)

    def _texts(self, parts: list[Span]) -> list[Words]:
        """The words quoted, in pieces that a record can hold; none, if one cannot be placed."""
        pieces = [(piece, part) for part in parts for piece in self._pieces(part)]
        texts = [self.placing.words(piece, within=part) for piece, part in pieces]
        return [text for text in texts if text] if all(texts) else []

    def _pieces(self, span: Span) -> list[Span]:
        words = [m.span() for m in re.compile(r"\S+").finditer(self.text, *span)]
        runs = [words[i : i + 400] for i in range(0, len(words), 400)]
        return [Span(run[0][0], run[-1][1]) for run in runs]

    def _attributed_by(self, first: Span, by: Span | None) -> Words | None:
        """The words that say whose a quotation is; else those around it, for a human to choose."""
        end = self.passages.sentence_at(first.start).end
        if not by and (reads := _IT_READS.match(self.text, first.end, end)):
            by = Span(*reads.span(1))
        low = max(first.start - 3, 0), max(first.start - 2, 0)
        spans = [by, self.placing.clause(by, False)] if by else self.placing.around(*low)[1:]
        around = self.placing.evidence(*spans, clause=False)
        return around or self.placing.words(*self._pieces(first))

    def _doubts(self, quotation: Quotation, who: str) -> dict[str, str]:
        decide = {}
        if quotation.doubtful:
            decide["text"] = "scare quotes, or the title of a work? then set it aside instead"
        if not who:
            names = " or ".join(quotation.candidates)
            maybe = f" (of those named near: {names})" if names else ""
            decide["kind"] = f"whose words are these? add speaker:{maybe}"
            decide["attributed_by"] = "" if quotation.by else "which words say whose?"
        return decide

    def _evidence(self, first: Span, said: Said | None, by: Words) -> Field | None:
        """A quotation with the words that attribute it, if they are near; else without them. Of a
        post, both."""
        if said and self.turn_of(first) and said.words.start > first.end:
            post = self.placing.words(first)
            return [post, by] if post else None
        near = []
        if said and self.paragraph(said.words.start) == self.paragraph(first.start):
            start, end = min(first.start - 1, said.words.start), max(first.end + 1, said.words.end)
            near = self.clauses(Span(start, end)) if end - start < 400 else []
        sentence = self.passages.sentence_at(first.start)
        whole = [self.placing.clause(first), Span(sentence.start, sentence.end)]
        return self.placing.evidence(*near, *whole, first)

    def _voice(self, said: Said | None, who: str) -> dict[str, Field]:
        """Who speaks or writes, or who passes on whose words."""
        if said and who and said.shared:
            author = self.agents.get(looked_up(said.author)) if said.author[:1].isupper() else None
            return {
                "kind": "shared",
                "author": (author and author.kind and self.id_of(author)) or NOT_STATED,
                "author_description": "" if author else said.author,
                "shared_by": who,
            }
        return {"kind": "written" if said and self._is_written(said) else "spoken", "speaker": who}

    def _is_written(self, said: Said) -> bool:
        """Whether the verb is one of writing, or it was in a letter, a post, a statement."""
        if not self.grammar:
            return False
        if self.grammar.written.match(said.verb):
            return True
        row = self.row(self.sentence(said.words.start))
        high = min(row.tokens[-1].end, said.words.end + 200) if row.tokens else said.words.end
        paper = re.search(rf"p[dxXa]{{0,3}}{PAPER}", row.signs)
        return bool(paper or self.grammar.written.search(self.plain, said.words.start, high))

    def _venue(self, said: Said) -> str:
        """The id of the body to which, or of the programme on which, it was said; of a turn, of
        the one that the first turn, or the words before it, name."""
        if not said.verb:
            programme = self._its_programme
            return self.id_of(programme) if programme else ""
        row = self.row(self.sentence(said.words.start))
        behind = [t for t in row.tokens if t.start >= said.words.end]
        at = 1 if behind and behind[0].sign == "d" else 0
        agent = behind[at].whose if len(behind) > at and behind[at].sign == NAME else None
        if said.verb in ("told", "tells") and agent and agent.kind == ORGANISATIONS:
            return self.id_of(agent)
        high = min(said.words.end + 60, row.tokens[-1].end if row.tokens else 0)
        match = _ON_A_PROGRAMME.search(self.plain, said.words.end, high)
        if not match or re.search(r"[\0.:;]", self.plain[said.words.end : match.start()]):
            return ""
        name = match[1].strip()
        start = match.start(1)
        programme = self.agent(name, name, ORGANISATIONS, Span(start, start + len(name)))
        return self.id_of(programme) if programme.kind == ORGANISATIONS else ""

    @cached_property
    def _its_programme(self) -> Agent | None:
        """The programme of which a transcript's first turn, or the words before it, say that it is:
        this is Breakwater on Radio Lornay."""
        first = min((t for t in self.turns.values() if not t.posted), default=None)
        match = _THIS_IS.search(self.text, 0, first.words.end) if first else None
        if not match:
            return None
        name, start = match[1].strip(), match.start(1)
        who = self.agent(name, name, ORGANISATIONS, Span(start, start + len(name)))
        who.roles.add("programme")
        return who


def _exact(words: Words) -> str:
    return fold(words if isinstance(words, str) else words["exact"])
