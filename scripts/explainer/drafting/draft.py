"""A first draft of a source's records, by rules alone: quotations, numbers, names and dates.

Each record has ``draft: true`` and each field that no rule can know a ``# decide`` comment; all
words are the source's exactly, and can be placed in it. What the rules get right and wrong is
measured in ``tests/drafts``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from ..text.numbers import find_numbers, read_number
from ..text.sentences import Sentence
from ..text.spans import Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Organisation
from ..topic.record import Record
from ..topic.topic import SourceText
from . import english
from .attribution import Quotation, Reading, Said
from .draft_file import DraftFile, Field
from .mentions import Agent, looked_up
from .placing import Placing, Words


def draft(source: SourceText, known: Mapping[str, Record]) -> str:
    """The text of a file of facts, with what the rules find; ``known`` records are used again."""
    return _Draft(source, known).written()


class _Draft(Reading):
    """The records drafted from what was read."""

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        super().__init__(source, known)
        self.language = self.passages.language
        self.placing = Placing(self)
        self.file = DraftFile(known)
        self.itself = ""  # the id of the organisation that represents the source

    def written(self) -> str:
        speakers: dict[Span, Said | None] = {}
        for quotation in self.quotations():
            self._quote(quotation)
            speakers |= dict.fromkeys(quotation.parts, quotation.said)
        dates = list(english.DATE.finditer(self.plain))
        self._figures(dates, speakers)
        self._events(dates)
        for mention in self.mentions:
            if not re.match(english.THE, mention.agent.name):
                self._id(mention.agent)
        return self.file.yaml(self.source.id)

    # --- people and organisations -----------------------------------------------------------------

    def _id(self, agent: Agent) -> str:
        """The id of somebody's record, drafted at the first use; empty where no words place it."""
        named = self._named(agent)
        if not agent.id and (words := named or self.placing.words(*self._clauses(agent.at))):
            fields: dict[str, Field] = {
                "name": self.file.unused(agent.name[0].upper() + agent.name[1:]),
                "type": "other" if agent.kind == "organisations" else "",
                "job_title": agent.title,
                "description": NOT_STATED,
                "mention" if named else "evidence": words,
            }
            agent.id = self.file.add(agent.kind, agent.name, fields, {})
        return agent.id

    def _named(self, agent: Agent) -> Words | None:
        """The place of a name, where its words are the name and nothing else."""
        start, end = agent.at
        at = self.text.find(agent.name, start, end)
        if at < 0 and looked_up(self.text[start:end]) != looked_up(agent.name):
            return None
        words = self.placing.words(Span(at, at + len(agent.name)) if at >= 0 else agent.at)
        exact = words["exact"] if isinstance(words, dict) else words or ""
        alone = re.sub(r"[’']s$|[.,;:!?]+$", "", exact)
        return words if looked_up(alone) == looked_up(agent.name) else None

    def _clauses(self, span: Span) -> list[Span]:
        """The whole clause around some words, and the words alone if no record can hold it."""
        return [self.placing.clause(span), span]

    def _source_itself(self) -> str:
        """The organisation that represents the source and says what it ascribes to nobody."""
        label = self.source.record.label
        for name, record in self.known.items():
            if (
                isinstance(record, Organisation)
                and looked_up(record.name) == looked_up(label)
                and record.source in (None, self.source.id)
            ):
                return name
        if not self.itself:
            spans = [Span(s.start, s.end) for s in self.passages.sentences]
            first = next((s for s in spans if self.placing.words(s)), spans[0])
            name = f"{label} ({self.source.id})" if looked_up(label) in self.agents else label
            self.itself = self._id(Agent(name, "organisations", first))
        return self.itself

    # --- quotations -------------------------------------------------------------------------------

    def _quote(self, quotation: Quotation) -> None:
        first, said = quotation.parts[0], quotation.said
        who = self._id(said.who) if said else ""
        opening = self.text[first.start : first.end].split()
        texts, by = self._texts(quotation.parts), self._attributed_by(first, said)
        if not texts or not by:
            words = " ".join(opening)[:80]
            self.file.left.append(f"a quotation whose words cannot be told apart: {words}")
            return
        sentence = self.passages.sentence_at(said.words.start if said else first.start)
        day = english.DATE.search(self.plain, sentence.start, sentence.end)
        when = self._when(day) if day else ""
        venue = self._venue(said) if said else ""
        fields: dict[str, Field] = {
            "text": texts,
            **self._voice(said, who),
            "attributed_by": by,
            "said_via": venue or NOT_STATED,
            "date_said": when if len(when) > 4 else NOT_STATED,
            "evidence": self._evidence(first, said) or texts[0],
        }
        decide = self._doubts(quotation, who)
        if venue:
            decide["said_via"] = "was it said there?"
        if day:
            decide["date_said"] = f'the source says "{" ".join(day.group().split())}"'
        called = said.who.last_name if said else "quotation"
        self.file.add("quotes", f"{called} {' '.join(opening[:4])}", fields, decide)

    def _texts(self, parts: list[Span]) -> list[Words]:
        """The words quoted, in pieces that a record can hold; none, if one cannot be placed."""
        pieces = [(piece, part) for part in parts for piece in self._pieces(part)]
        texts = [self.placing.words(piece, within=part) for piece, part in pieces]
        return [text for text in texts if text] if all(texts) else []

    def _pieces(self, span: Span) -> list[Span]:
        words = [m.span() for m in re.compile(r"\S+").finditer(self.text, *span)]
        runs = [words[i : i + 400] for i in range(0, len(words), 400)]
        return [Span(run[0][0], run[-1][1]) for run in runs]

    def _attributed_by(self, first: Span, said: Said | None) -> Words | None:
        """The words that say whose a quotation is; else those around it, for a human to choose."""
        low = max(first.start - 3, 0), max(first.start - 2, 0)
        spans = [said.words] if said else self.placing.around(*low)[1:]
        return self.placing.words(*spans, *self._pieces(first))

    def _doubts(self, quotation: Quotation, who: str) -> dict[str, str]:
        decide = {}
        if quotation.doubtful:
            decide["text"] = "scare quotes, or the title of a work? then set it aside instead"
        if quotation.said:
            decide["speaker"] = decide["shared_by"] = quotation.said.decide
        if not who:
            decide["kind"] = "whose words are these? add speaker:"
            decide["attributed_by"] = "which words say whose?"
        return decide

    def _evidence(self, first: Span, said: Said | None) -> Words | None:
        """A quotation with the words that attribute it, if they are near; else without them."""
        near = []
        if said and self.paragraph(said.words.start) == self.paragraph(first.start):
            start, end = min(first.start - 1, said.words.start), max(first.end + 1, said.words.end)
            near = self._clauses(Span(start, end)) if end - start < 400 else []
        return self.placing.words(*near, first)

    def _voice(self, said: Said | None, who: str) -> dict[str, Field]:
        """Who speaks or writes, or who passes on whose words."""
        if said and who and said.shared:
            author = self.agents.get(looked_up(said.author)) if said.author[:1].isupper() else None
            return {
                "kind": "shared",
                "author": (author and self._id(author)) or NOT_STATED,
                "author_description": "" if author else said.author,
                "shared_by": who,
            }
        return {"kind": "written" if said and self._is_written(said) else "spoken", "speaker": who}

    def _is_written(self, said: Said) -> bool:
        sentence = self.passages.sentence_at(said.words.start)
        high = min(sentence.end, said.words.start + 200)
        paper = english.PAPER.search(self.plain, sentence.start, high)
        return bool(paper or re.match(r"wr|tweet|publ|read", said.verb))

    def _venue(self, said: Said) -> str:
        """The id of the body to which, or on whose programme, it was said."""
        end = said.words.end
        high = min(end + 60, self.paragraph(end).end)
        match = english.VENUE.search(self.plain, said.words.start, high)
        if not match or re.search(r"[\0.:;]", self.plain[end : match.start()]):
            return ""
        name = match["name"]
        agent = self.agents.get(looked_up(name))
        if agent.kind == "people" if agent else not (match["told"] or match["of"]):
            return ""
        return self._id(agent or self.agent(name, name, "organisations", Span(*match.span("name"))))

    # --- numbers ----------------------------------------------------------------------------------

    def _figures(self, dates: list[re.Match[str]], speakers: Mapping[Span, Said | None]) -> None:
        """A figure for each number that is no part of a date."""
        starts = [d.start() for d in dates]
        for number in find_numbers(self.text, self.language):
            at = number.start()
            i, q = bisect_right(starts, at) - 1, bisect_right(self.outer, (at, 1 << 60)) - 1
            if i < 0 or at >= dates[i].end():
                inside = q >= 0 and at < self.outer[q].end
                self._figure(number, speakers.get(self.outer[q]) if inside else None)

    def _figure(self, number: re.Match[str], inside: Said | None) -> None:
        start, end = self._extent(number)
        printed = " ".join(self.text[start:end].split())
        sentence = self.passages.sentence_at(start)
        before = self.text[max(sentence.start, start - 25) : start]
        counted = english.COUNTED.match(self.text, end)
        what = " ".join(counted.group().split()) if counted else ""
        said = inside or self._number_said(start, sentence)
        words = self.placing.words(*self.placing.around(start, end))
        who = self._id(said.who) if said else ""
        values = self._values(printed)
        if (
            not values
            or not words
            or self._is_part(start, end, before)
            or (not what and re.search(r"[Tt]he\s$", before))
            or not (who := who or self._source_itself())
        ):
            near = self.text[max(0, start - 25) : end + 25]
            self.file.left.append(f"a number: {' '.join(near.split())}")
            return
        verb, doubt = (said.verb, said.decide) if said else ("", "")
        name = f"{printed} {what}".strip()
        fields: dict[str, Field] = {
            "label": self.file.unused(name),
            "value": f"{values[0]:f}",
            "value_max": f"{values[1]:f}" if values[1:] else "",
            "value_text": printed,
            "qualifier": _qualifier(before),
            "unit": _unit(printed, what),
            "measure": what or NOT_STATED,
            **dict.fromkeys(("population", "period", "as_of"), NOT_STATED),
            "attribution": who,
            "attribution_level": _level(verb),
            "evidence": words,
        }
        self.file.add("figures", name, fields, {"attribution": doubt or "do they say so?"})

    def _extent(self, number: re.Match[str]) -> Span:
        """The whole number printed there: with currency, scale, percent, the end of a range."""
        start, end = number.span()
        if self.text[start - 1 : start] in tuple("$€£¥"):
            start -= 1
        between = self.text[max(0, start - 8) : start].lower().endswith("between ")
        following = re.compile(r"%|[^\S\n]?[–—-]?[\w.,’']*\w%?").finditer(self.text, end, end + 50)
        for word in list(following)[:4]:
            printed = self.text[start : word.end()]
            if read_number(printed, self.language) and (between or " and " not in printed):
                end = word.end()
        return Span(start, end)

    def _values(self, printed: str) -> list[Decimal]:
        """The value, and the other end of a range; nothing where a record cannot hold them."""
        values = [v for v in read_number(printed, self.language) or () if v is not None]
        return values if all(abs(v) < 10**18 and v == round(v, 6) for v in values) else []

    def _is_part(self, start: int, end: int, before: str) -> bool:
        """Whether a number is only a part of a word, or of another number."""
        numbers = find_numbers(self.text[start : end + 40], self.language)
        return bool(
            re.search(r"[\w.,$€£+−-]$", before)
            or re.match(r"[\w%-]|[.,]\w", self.text[end : end + 2])
            or any(n.start() < end - start < n.end() for n in numbers)
        )

    def _number_said(self, at: int, sentence: Sentence) -> Said | None:
        """Who gives a number, by the words of its sentence."""
        if not self.english:
            return None
        low, high = max(sentence.start, at - 1000), min(sentence.end, at + 1000)
        return self.by_whom(low, at) or self.leading(high, low, None, None)

    # --- dates ------------------------------------------------------------------------------------

    def _events(self, dates: list[re.Match[str]]) -> None:
        """An event for the fullest date that each sentence gives: Tuesday, 12 May 2026."""
        in_sentence = defaultdict[int, list[re.Match[str]]](list)
        for match in dates:
            in_sentence[self.passages.sentence_at(match.start()).start].append(match)
        for some in in_sentence.values():
            self._event(max(some, key=lambda m: (bool(m["month"]), bool(m["y"] or m["year"]))))

    def _event(self, match: re.Match[str]) -> None:
        sentence, when = self.passages.sentence_at(match.start()), self._when(match)
        # An editor's words must hold no quotation marks or numbers, so a title takes none over.
        said = self.plain[sentence.start : sentence.end]
        words = re.findall(r"(?<![^\s])[^\W\d_]+(?![^\s,.;:])", said)
        scales = self.language.scales
        words = [w for w in words if w.lower() not in scales and not read_number(w, self.language)]
        title = " ".join(words[:5]) or "something happened"
        expected = english.EXPECTED.search(self.plain, sentence.start, sentence.end)
        if evidence := self.placing.words(*self.placing.around(*match.span())):
            fields: dict[str, Field] = {
                "title": self.file.unused(title),
                "description": NOT_STATED,
                "date": when or "0000",
                "date_text": " ".join(match.group().split()),
                "date_basis": "stated" if match["y"] or match["year"] else "inferred",
                "status": "expected" if expected else "happened",
                "evidence": evidence,
            }
            decide = {} if when else {"date": "which date?"}
            self.file.add("events", f"event {title}", fields, decide)

    def _when(self, match: re.Match[str]) -> str:
        """A date as precisely as it can be told, with the help of the day of issue; else empty."""
        issued, year = self.source.record.issued, match["y"] or match["year"] or ""
        if match["week"] and len(issued) == 10 and issued[0].isdigit():
            day = date.fromisoformat(issued)
            weekday = english.DAYS.split("|").index(match["week"])
            return (day - timedelta((day.weekday() - weekday) % 7)).isoformat()
        if not match["month"]:
            return year
        year = year or issued[:4]
        if not year.isdigit():
            return ""
        months = [m[:3] for m in english.MONTHS.split("|")]
        month = months.index(match["month"][:3]) + 1
        try:
            return date(int(year), month, int(match["day"] or match["d"] or 0)).isoformat()
        except ValueError:
            return f"{year}-{month:02}"


def _qualifier(before: str) -> str:
    forms = english.QUALIFIERS.items()
    return next((name for name, form in forms if form.search(before)), "exact")


def _unit(printed: str, what: str) -> str:
    if sign := re.search("[$€£¥]|%|per ?cent|-to-", printed):
        words = {"%": "percent", "per cent": "percent", "-to-": "to 1"}
        return words.get(sign.group(), sign.group())
    return what.split()[-1] if what else NOT_STATED


def _level(verb: str) -> str:
    """How surely a number is given, by the verb of whoever gives it."""
    if "estimat" in verb:
        return "estimated_by"
    return "claimed_by" if re.match("claim|accord", verb) else "stated_by"
