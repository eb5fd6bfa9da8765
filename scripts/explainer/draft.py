"""A first draft of a source's records, by rules alone: who is quoted with what, the numbers, the names, the dates.

Each record has ``draft: true`` and each field that no rule can know a ``# decide`` comment; all words stand in the
source exactly, once. What the rules get right and wrong is measured in ``tests/drafts``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from .load import MAX_BYTES, SourceText
from .model import NOT_STATED, Organisation, Person, Record
from .numbers import find_numbers, read_number
from .passages import _CLOSING, _OPENING, GAP, Span, _inside, fold

# --- English. Another language needs these tables; without them its quotations are drafted with no speaker. -------------


def _forms(regular: str, other: str) -> str:
    """The forms of regular verbs, and other words as they are, as alternatives of a regular expression."""
    return "|".join([v[:-1] + "(?:e[sd]?|ing)" if v[-1] == "e" else v[:-1] + "(?:y|ie[sd]|ying)" if v[-1] == "y" else v + "(?:s|ed|ing)?" for v in regular.split()] + other.split("/"))


_SAY = _forms(
    "acknowledge add admit agree announce answer argue ask assert boast call claim comment complain conclude confess confirm continue counter declare demand denounce deny describe disagree dismiss emphasise end "
    "estimate exclaim explain frame insist joke maintain mention note object observe praise predict promise protest recall recount remark remember repeat reply report respond shout state stress suggest threaten urge vow warn whisper",
    "says?/said/saying/tells?/told/telling/writes?/wrote/written/writing/reads?/reading/cries/cried/thinks/thought/goes on/went on/began/begins/puts? it/spoke of/speaks of/found/finds/tweet(?:s|ed)",
)
_SHARE = _forms("share repost retweet circulate publish print forward distribute", r"hand(?:ed|s) (?:out|round)/pass(?:ed|es) (?:on|round)/reads? (?:\w+ ){0,3}?(?:aloud|out)")
_PAPERS = "article|book|diary|document|leaflet|letter|memo|message|note|pamphlet|petition|poem|post|poster|report|sheet|statement|study|telegram|tweet"
_TITLES = (
    r"(?:Secretary of State|(?:Vice[ -]|Deputy )?President|(?:Prime |Deputy |Foreign |First )?Minister|Secretary|Chancellor|Senator|Governor|Mayor|General|Colonel|Captain|Major|Admiral|Professor|Judge|Justice|Chairman"
    r"|Director|Bishop|Pope|King|Queen|Prince|Princess|Lord|Lady|Sir|Dame|Miss|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Capt|Col)\b\.?)(?![\w’'-])"
)
_PEOPLE = (
    r"\w*(?:man|woman|person|keeper|maker|worker|holder|ologist|icist)|author|baker|bishop|botanist|captain|chief|clerk|coach|critic|deputy|director|doctor|driver|economist|editor|engineer|farmer|father|governor|guard"
    "|historian|husband|inspector|judge|king|lawyer|leader|manager|master|mayor|minister|mother|neighbour|nurse|officer|official|organisers?|owner|philosopher|poet|president|priest|professor|queen|reporter|resident"
    "|sailor|scientist|secretary|senator|singer|soldier|student|supporter|surveyor|teacher|traveller|wife|witness|writer"
)
_BODIES = "administration|agency|army|association|authority|bank|board|club|commission|committee|company|council|court|department|government|hospital|ministry|military|newspaper|opposition|party|police|union|university"
_HEADS = (
    "Academy|Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Church|Club|College|Commission|Committee|Company|Congress|Corporation|Council|Court|Department|Federation|Foundation|Fund|Gazette"
    "|Government|Guardian|Herald|Hospital|House|Independent|Institut(?:e|ion)|Library|Ministry|Museum|News|Office|Organi[sz]ation|Parliament|Party|Police|Post|Press|Radio|School|Senate|Society|Television|Times|Union|University"
)
_MONTHS, _DAYS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec", "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SMALL = (  # no names, although they begin a sentence
    "I|A|After|All|Although|An|And|As|At|Because|Before|But|By|Despite|During|Each|Even|Few|For|From|He|Her|His|How|However|If|In|It|Its|Last|Later|Many|More|Most|My|No|None|Not|Of|On|Once|One|Only|Or|Our|She|Since|So"
    f"|Some|Such|Than|That|The|Their|Then|There|These|They|This|Those|Though|To|Under|Until|We|What|When|Where|Which|While|Who|Why|With|Yet|You|Your|According|{_MONTHS}|{_DAYS}"
)
_WOMAN, _MAN = r"Mrs|Ms|Miss|Lady|Dame|Queen|Princess|queen|mother|wife|\w*woman", r"Mr|Sir|Lord|King|Prince|Pope|king|father|husband|\w*[^o]man"
_QUALIFIERS = {
    "at_most": r"at most|up to|(?:fewer|less) than|under|below|no more than|as many as",
    "at_least": r"at least|more than|over|surpass\w*|exceed\w*|above|no (?:fewer|less) than|upwards of",
    "about": r"about|around|roughly|some|nearly|almost|approximately|(?:an )?estimated(?: that)?|circa",
}
_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_NAME = rf"(?:[{_UP}]\.(?=\s?[{_UP}])|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Capt|Col|St)\.|[{_UP}](?:[\w-]|[’'](?!s\b)(?=\w))*)"
_THE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w-]+[’']s)\s"
_NAMED = re.compile(
    rf"\b{_THE}(?P<role>(?:[\w’'-]+\s){{0,2}}?(?:{_PEOPLE}|{_BODIES}))\b(?!-|[’']s?\s(?:{_PEOPLE}|{_BODIES}))|(?<![\w\0])(?!(?:{_SMALL})\b)(?:"
    rf"(?P<body>(?:{_NAME}\s)*?(?:{_HEADS})\b(?:\s(?:of|for)\s(?:the\s)?{_NAME}(?:(?:,?\sand)?\s{_NAME})*)?|[A-Z]{{2,5}}\b(?!\s{_NAME}))|(?P<office>{_TITLES}\sof\s{_NAME})"
    rf"|(?P<run>(?:(?:{_NAME}\s)??{_TITLES}(?:\s|$))?{_NAME}(?:\s(?:(?:the|de|von|van|der|la)\s)?{_NAME})*))"
)
_SAYS, _SHARES, _TITLE, _PAPER, _HE = (re.compile(rf"\b(?:{p})") for p in (rf"(?:{_SAY})\b", rf"(?:{_SHARE})\b", _TITLES, rf"(?:{_PAPERS})\b", r"(?:[Hh]e|[Ss]he|[Tt]hey)\b"))
_AFTER_PREPOSITION = re.compile(rf"\b(?:of|(?<!according )to|with|from|by|between|against|for|on|in|at|under|near|about|towards?|over|like|than)\s(?:{_THE})?$", re.I)
_AT_CLAUSE = re.compile(r"(?:^|[.!?,;:\n\0\"”’—–]|\b(?:and|but|as|when|while|that|because|if|where|[Aa]ccording to))\s*(?:[Tt]he\s)?$")
_DOES = re.compile(rf",?\swho\b|\sof\s[^.,]{{2,30}}?\s(?:asked|told|said)\b|\s(?:(?:has|had|have|also|\w+ly)\s){{0,2}}(?:{_SAY}|\w+ed|met|came|put|took|saw)\b")
_TO_VERB = re.compile(r"(?:[\s,]+(?:has|have|had|would|will|could|did|does|also|then|later|once|soon|only|often|again|\w+ly))*\s*$")
_NOUN_FORM = re.compile(r"\b(?:the|an?|its|his|her|their|this|of|been|was|were|being|be)\s$")
_BY_WHOM = re.compile(r"\b(?:according to|(?:words|reaction|answer|reply|verdict|view|opinion) of)\s(?:the\s)?", re.I)
_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<![A-Z])[.!?](?=\s+\0*[A-Z]|\s*$|\s*\0)")
_NOUNS = re.compile(r"(?:\s(?!(?:of|in|on|at|to|for|from|with|by|and|or|the|an?|that|have|has|had|were|was|are|is|would|will|could|who|which|during|after|before|since|than|as)\b)[^\W\d_][\w’'-]*){1,3}")
_DATE = re.compile(
    rf"(?:(?<![\w.,$€£-])(?P<d>\d{{1,2}})\s|\b)(?P<month>{_MONTHS})\b(?:\.?\s(?P<day>\d{{1,2}})\b(?![,.]?\d))?(?:,?\s(?P<y>[12]\d{{3}})\b(?![,.]?\d))?|\b(?P<week>{_DAYS})\b|\b(?:last|next|this)\s(?:week|month|year)\b"
    r"|(?:(?<=\b[Ii]n\s)|(?<=since\s)|(?<=until\s)|(?<=by\s)|(?<=his\s)|(?<=her\s)|(?<=whose\s)|(?<=the\s)|(?<=after\s)|(?<=before\s)|(?<=from\s)|(?<=of\s))(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.]?\d|%|-)"
)
_VENUE = re.compile(rf"(?:\bon\s(?P<of>{_NAME}[’']s\s)|(?:(?P<told>told\s(?:the\s)?)|\bon\s|\binterviews?\swith\s)(?!(?:{_SMALL})\b))(?P<name>{_NAME}(?:\s(?:(?:of|the)\s)*{_NAME})*)")
_EXPECTED = re.compile(r"\b(?:will|would|expected|is to|are to|plans?|next)\b")
_PLAIN = re.compile(r"[A-Za-z0-9][\w-]*", re.A)  # YAML that needs no quotation marks
_DECIDE = {  # what no rule can know, field by field
    "type": "which type?", "description": "in your own words; or is there nothing to record?", "author": "whose words are they?", "label": "what is it, in a few words?", "unit": "of what?", "measure": "what is counted?",
    "population": "who or what is counted?", "period": "over what time?", "as_of": "for which date?", "title": "in your own words", "status": "did it happen?",
}  # fmt: skip


def draft(source: SourceText, known: Mapping[str, Record]) -> str:
    """The text of a file of facts with a draft of each record that the rules find. ``known`` records are used again."""
    return _Draft(source, known).yaml()


@dataclass(eq=False)
class _Agent:
    """Somebody or something that may speak. ``id`` is set where it is recorded, or once it is drafted."""

    name: str
    kind: str
    at: Span
    title: str = ""
    she: bool | None = None
    id: str = ""


class _Mention(NamedTuple):
    start: int
    end: int
    agent: _Agent
    subject: bool  # not after a preposition, not in the genitive
    acts: bool  # begins a clause, or a verb follows


@dataclass(frozen=True)
class _Said:
    """Who said it, by which words, and what a human must still decide; for what was shared, who shared it."""

    who: _Agent
    words: Span
    verb: str = ""
    decide: str = ""
    shared: bool = False
    author: str = ""


class _Draft:
    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        self.source, self.known, self.passages, self.text = source, known, source.passages, source.passages.text
        self.counts = Counter(re.findall(r"\w+", self.passages.folded))
        self.used = Counter(value for record in known.values() for name in ("name", "label", "title") if (value := getattr(record, name, "")))
        self.ids, self.records, self.left, self.itself = set(known), defaultdict[str, list[str]](list), list[str](), ""
        self.starts = [p.start for p in self.passages.paragraphs]
        self.outer: list[Span] = []
        pieces, at = [], 0
        for span in self.passages.quoted:  # what is quoted is not searched for who says it
            if span.start < span.end and (not self.outer or span.start > self.outer[-1].end):
                self.outer.append(span)
                stop = min(span.end + 1, self._paragraph(span.start).end)
                pieces += [self.text[at : span.start - 1], re.sub(r"[^\r\n]", "\0", self.text[span.start - 1 : stop])]
                at = stop
        self.plain = "".join(pieces) + self.text[at:]
        self.agents: dict[str, _Agent] = {}
        for name, record in known.items():
            if isinstance(record, (Person, Organisation)):
                agent = _Agent(record.name, "people" if isinstance(record, Person) else "organisations", Span(0, 0), id=name)
                for other in (record.name, *record.alternate_names, *record.name.split()[-1:][: isinstance(record, Person)]):
                    self.agents.setdefault(_key(other), agent)
        self.mentions: list[_Mention] = []
        self.english = source.record.language.split("-")[0] == "en"
        if self.english:
            self._find_mentions()
        self.mention_starts = [m.start for m in self.mentions]

    def _paragraph(self, at: int) -> Span:
        return self.passages.paragraphs[max(bisect_right(self.starts, at) - 1, 0)]

    # --- who is named ----------------------------------------------------------------------------------------------

    def _agent(self, key: str, name: str, kind: str, at: Span, title: str = "") -> _Agent:
        return self.agents.setdefault(_key(key), _Agent(name, kind, at, title))

    def _find_mentions(self) -> None:
        """Names, and those who go by their office, in order; a last name or a title means whom it meant first."""
        found = list(_NAMED.finditer(self.plain))
        alone = {_TITLE.sub("", m["run"]).strip() for m in found if m["run"]}
        previous: _Mention | None = None
        for match in found:
            words, at, (start, end) = " ".join(match.group().split()), Span(*match.span()), match.span()
            before, after = self.plain[max(0, start - 40) : start], self.plain[end : end + 40]
            does, the = _DOES.match(after), re.search(r"\b[Tt]he\s$", before)
            in_apposition = previous and re.fullmatch(r"(?:\sof\s[a-z]+)?,?\s", self.plain[previous.end : start]) and self.agents.get(_key(previous.agent.name.split()[-1])) is previous.agent and previous.agent.kind == "people"
            if match["role"]:
                noun = words.split()[-1]
                agent = self.agents.get(_key(words)) or self._agent(noun, words, "people" if re.fullmatch(_PEOPLE, noun) else "organisations", at)
            elif match["body"] or match["office"]:
                agent = self._agent(words, f"The {words}" if match["office"] else words, "people" if match["office"] else "organisations", at)
            else:
                title = [*_TITLE.finditer(words)][-1:]
                name = words[title[0].end() :].strip() if title else words
                parts, called = name.split(), words[: title[0].end()] if title else ""
                likely = 1 < len(parts) < 5 and not the and not re.search(r"\sthe\s", name) and (does or in_apposition or parts[-1] in alone or re.search(rf"\b(?:{_PEOPLE}),?\s$", before))
                says = re.match(rf"\s(?:(?:has|had|also|\w+ly)\s){{0,2}}(?:{_SAY})\b", after) or re.search(rf"\0,?\s(?:{_SAY})\s$", before) or re.search(rf"(?:{_BY_WHOM.pattern})$", before, re.I)
                if known := self.agents.get(_key(name or called)):
                    agent = known
                elif name and the and says and not title:
                    agent = self._agent(name, f"The {name}", "organisations", at)
                elif title or likely or says:
                    kind = "organisations" if not title and re.search(r"\sthe\s|^[A-Z]{3,}\b", name) else "people"  # CBS Face the Nation
                    agent = self._agent(name or called, name or f"The {called}", kind, at, called if name else "")
                    self.agents.setdefault(_key(parts[-1] if parts else called), agent)
                else:
                    continue
                if title:
                    self.agents.setdefault(_key(called), agent)
                if previous and in_apposition and self.agents[_key(previous.agent.name.split()[-1])] is not agent:
                    self.agents[_key(previous.agent.name.split()[-1])] = agent
                    self.mentions[-1] = previous._replace(agent=agent)
            if agent.she is None and (sex := re.search(rf"\b(?:(?P<she>{_WOMAN})|(?:{_MAN}))\b", words)):
                agent.she = bool(sex["she"])
            joined = previous and self.plain[previous.end : start] in (" and ", ", ", ", and ")
            subject = not re.match(r"[’']", after) and not _AFTER_PREPOSITION.search(before) and not (joined and previous and not previous.subject)
            previous = _Mention(start, end, agent, subject, bool(subject and (does or re.match(r"\s(?:has|have|had|is|was|will|would)\b", after) or _AT_CLAUSE.search(before))))
            self.mentions.append(previous)

    def _between(self, low: int, high: int) -> list[_Mention]:
        return self.mentions[bisect_left(self.mention_starts, low) : bisect_left(self.mention_starts, high)]

    def _pronoun(self, word: str, at: int, last: _Agent | None) -> _Agent | None:
        """Whom a pronoun means: who acts in this paragraph; else who spoke last; else the nearest who fits."""
        she = {"she": True, "he": False}.get(word.lower())
        i = bisect_left(self.mention_starts, at)
        near = self.mentions[max(0, i - 30) : i][::-1]
        here = [m.agent for m in near if m.acts and m.start >= self._paragraph(at).start]
        for agent in (*here, *filter(None, [last]), *(m.agent for m in near if m.acts), *(m.agent for m in near if m.subject)):
            if she is None or agent.kind == "people" and agent.she in (None, she):
                agent.she = agent.she if she is None else she
                return agent
        return None

    # --- who said it -----------------------------------------------------------------------------------------------

    def _subject(self, verb: re.Match[str], low: int, after: bool, last: _Agent | None) -> _Said | None:
        """Whose a verb is: what stands before it from ``low`` on; or, after a quotation, right behind it."""
        (start, end), plain = verb.span(), self.plain

        def meant(pronoun: str, at: int, words: Span) -> _Said | None:
            agent = self._pronoun(pronoun, at, last)
            return _Said(agent, words, verb.group(), f'is "{pronoun}" {agent.name}?') if agent else None

        if after:  # said the baker, said he
            if pronoun := re.compile(r"\s(he|she|they)\b").match(plain, end):
                return meant(pronoun[1], start, Span(start, pronoun.end()))
            found = self._between(end, end + 8)[:1]
            if found and plain[end : found[0].start].strip() in ("", "the"):
                return _Said(found[0].agent, Span(start, found[0].end), verb.group())
            if phrase := re.compile(rf"\s({_THE}(?:(?!(?:of|on|in|at|from|with|who|for|to|outside)\b)[\w’'-]+\s?){{1,4}})").match(plain, end):
                words = phrase[1].strip()
                return _Said(self._agent(words.split()[-1], words, "people", Span(phrase.start(1), phrase.start(1) + len(words))), Span(start, phrase.start(1) + len(words)), verb.group())
        stop = low + _TO_VERB.search(plain[low:start]).start()  # type: ignore[union-attr]
        lead, before = plain[low:stop], [m for m in self._between(low, start) if m.end <= start]
        if pronoun := re.search(r"\b(he|she|they|it|I)$", lead, re.I):
            return meant(pronoun[1], low + pronoun.start(), Span(low + pronoun.start(), end))
        near = [m for m in before if m.subject and re.fullmatch(r"|\s(?:of|for|at|on|outside|in)\s[^,.;]{1,30}|,[^,.;]{1,60},?", plain[m.end : stop])]
        if near and (near[-1].end == stop or not lead.endswith((",", " and"))):
            return _Said(near[-1].agent, Span(near[-1].start, end), verb.group())
        if not before and (phrase := re.search(rf"\b({_THE}(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)$", lead)):
            at = low + phrase.start()
            if _PAPER.search(phrase[1]):
                owner = meant("it", at, Span(at, end))
                return owner and replace(owner, decide=f"is this by {owner.who.name}?")
            return _Said(self._agent(phrase[1].split()[-1], phrase[1], "people", Span(at, stop)), Span(at, end), verb.group(), "who or what is this?")
        subjects = sorted([(m.start, m.agent) for m in before if m.subject] + [(low + p.start(), p.group()) for p in _HE.finditer(lead)], key=lambda s: s[0])
        if not subjects:
            return None
        at, who = subjects[0 if re.search(r"(?:,|\band|\bor)$", lead) else -1]
        return meant(who, at, Span(at, end)) if isinstance(who, str) else _Said(who, Span(at, end), verb.group())

    def _verbs(self, low: int, high: int) -> list[re.Match[str]]:
        return [v for v in _SAYS.finditer(self.plain, low, high) if not _NOUN_FORM.search(self.plain[max(0, v.start() - 9) : v.start()])]

    def _by_whom(self, low: int, high: int) -> _Said | None:
        """According to the surveyor; was the reaction of Huxley."""
        for phrase in _BY_WHOM.finditer(self.plain, low, high):
            if found := self._between(phrase.start(), phrase.end() + 1)[:1]:
                return _Said(found[0].agent, Span(phrase.start(), found[0].end), "according to")
        return None

    def _after(self, part: Span, high: int, last: _Agent | None) -> _Said | None:
        """The words right after a quotation that say whose it is."""
        low = min(part.end + 1, high)
        if self.text[part.end - 1] not in ",?!…—–-" and not re.compile(r"[,;]|\s?[—–-]|\s[a-z]").match(self.plain, low):
            return None
        high = min([high, *(m.start() for m in _STOP.finditer(self.plain, low, high))])
        for verb in self._verbs(low, min(high, low + 90))[:1]:
            said = self._subject(verb, low, not self.plain[low : verb.start()].strip(" ,"), last)
            if said and said.words.start - low < 40:
                return said
        return self._by_whom(low, high)

    def _leading(self, at: int, low: int, last: _Agent | None, same: _Said | None = None) -> _Said | None:
        """The words before a quotation that say whose it is, or who passed it on; ``same``: of one before in the sentence."""
        verbs, paper = self._verbs(low, at), _PAPER.search(self.plain, low, at)
        for share in [*_SHARES.finditer(self.plain, low, at)][::-1]:
            own = verbs and verbs[-1].start() >= share.end() and not re.search(r"\b(?:that|which|it)\s$", self.plain[low : verbs[-1].start()])
            aloud = re.search("aloud|out|repost", share.group())
            said = self._subject(share, low, False, last) or same
            if said and not own and (aloud or paper and paper.start() >= share.end()):
                by = re.search(rf"(?:{_PAPERS})\s(?:from|by)\s((?:an?|the|some|[A-Z])[^,.:]*?)(?:\s(?:that|which|who)\b|[,.:]|$)", self.plain[share.end() : at])
                theirs = not by and aloud and aloud.group() == "repost" and not paper
                return replace(said, verb="wrote" if theirs else share.group(), decide="shared, or their own words?" if theirs else said.decide, shared=not theirs, author=by[1] if by and len(by[1].split()) < 8 else "")
        for verb in reversed(verbs):
            if said := self._subject(verb, low, False, last) or same:
                return replace(said, verb=verb.group())
        if said := self._by_whom(low, at):
            return said
        named = [m for m in self._between(low, at) if m.subject] if self.plain[low:at].rstrip().endswith(":") else []
        return _Said(named[0].agent, Span(*named[0][:2]), decide="are these their words?") if named else None

    def _quotations(self) -> Iterator[tuple[list[Span], _Said | None, bool]]:
        """What is quoted (in parts, where it runs over paragraphs or the words that attribute it break it off), who says
        it, and whether it may be no quotation at all."""
        parts: list[Span] = []
        said: _Said | None = None
        last: _Said | None = None
        scare = False
        for i, span in enumerate(self.outer):
            paragraph, before = self._paragraph(span.start), self.outer[i - 1] if i else Span(-2, -2)
            same, here = before.start >= paragraph.start, self.passages.sentence_at(span.start).start
            gap = self.plain[before.end + 1 : span.start - 1] if same else ""
            broken = said and same and before.end < said.words.start and said.words.end < span.start and len(gap) < 160 and not self._verbs(said.words.end, span.start - 1)
            if i and before.end == self._paragraph(before.start).end or broken and not _STOP.search(gap.rstrip()[:-1]) and gap.rstrip()[-1:] in (",", ".", "—", "–", "-"):
                parts.append(span)
                continue
            if parts:
                yield parts, said, scare
            low, speaker = max(here, paragraph.start, before.end + 1 if same else 0), last.who if last else None
            high = min(self.outer[i + 1].start - 1 if i + 1 < len(self.outer) else paragraph.end, paragraph.end)
            opens, words, within = not self.plain[low : span.start - 1].strip(" \0—–-"), self.text[span.start : span.end].split(), last if same and before.start >= here else None
            said = None
            if self.english:
                said = (self._after(span, high, speaker) if opens else None) or self._leading(span.start - 1, low, speaker, within) or self._after(span, high, speaker)
            upper = self.passages.paragraphs[bisect_left(self.starts, paragraph.start) - 1] if paragraph.start > self.starts[0] else paragraph
            if not said and opens and span.start - 1 == paragraph.start and self.text[upper.end - 1] == ":" and self.english:
                said = self._leading(upper.end, self.passages.sentence_at(upper.end - 1).start, speaker)
            if not said and last and (opens or re.fullmatch(r",?\s(?:and|but|or)\b[^.]*", gap)) and before.start >= upper.start:
                said = replace(last, decide=f"carried over from the quotation before: is it {last.who.name}?", shared=False)
            determined = re.search(r"\b(?:the|an?|its|his|her|their|these|this|so-called|\w+[’']s)\s$", self.plain[low : span.start - 1], re.I) and re.compile(r".\s\w").match(self.text, span.end)
            titled = len(words) > 1 and all(w[:1].isupper() or len(w) < 4 for w in words) and words[-1][-1].isalnum()
            scare = len(words) <= 3 and bool(determined) or not opens and (titled or not said and len(words) <= 4)
            parts, said = [span], None if scare else said
            last = said or last
        if parts:
            yield parts, said, scare

    # --- words that stand once -------------------------------------------------------------------------------------

    def _words(self, *choices: Span, within: Span = Span(0, 1 << 60)) -> str | dict[str, str] | None:
        """The first of some spans, widened to whole words, that can be placed; with what tells it from its likes. None of
        it lies outside ``within``."""
        text = self.text
        for start, end in choices:
            low, high = self._paragraph(start)
            end = min(end, high)
            while start > low and not text[start - 1].isspace() and (text[start - 1] not in _OPENING or _inside(text, start - 1)):
                start -= 1
            while end < high and not text[end].isspace() and (text[end] not in _CLOSING or _inside(text, end)):
                end += 1
            exact, raw = " ".join(text[start:end].split()), text[start:end]
            tight = Span(end - len(raw.lstrip()), start + len(raw.rstrip()))
            if not exact or len(exact) > 5000 or GAP in exact or start < within.start or end > within.end or self.passages.splits_quotation((tight,)):
                continue
            bare = re.findall(r"\w+", fold(exact))
            if any(self.counts[w] == 1 for w in bare) or len(bare) > 2 and len(self.passages.find(exact)) == 1:
                return exact
            for reach in (40, 400, 4000):
                before, after = text[max(low, start - reach) : start].split(), text[end : min(high, end + reach)].split()
                prefix, suffix = " ".join(before[start - reach > low :]), " ".join(after[: len(after) - (end + reach < high)])
                for sides in ({"prefix": prefix}, {"prefix": prefix, "suffix": suffix}):
                    joined = [fold(prefix + a + exact + b + sides.get("suffix", "")) for a in (" ", "") for b in (" ", "")]
                    if any(sides.values()) and sum(len(self.passages.slices(one)) for one in {*joined}) == 1:
                        return {"exact": exact} | {side: words for side, words in sides.items() if words}
        return None

    def _around(self, start: int, end: int) -> list[Span]:
        """The sentence around some words; else its part that splits no quotation; else the nearest words; else they alone."""
        sentence, i = self.passages.sentence_at(start), bisect_right(self.outer, (start, 1 << 60)) - 1
        before = self.outer[i] if i >= 0 else Span(0, -1)
        low, high = (before.start, before.end) if start < before.end else (before.end + 1, min([sentence.end, *(q.start - 1 for q in self.outer[i + 1 : i + 2])]))
        low, high = max(sentence.start, low), min(sentence.end, high)
        spans = [Span(sentence.start, sentence.end), Span(low, high), Span(max(low, start - 60), min(high, end + 60)), Span(start, end)]
        return [s for s in spans if s.end - s.start < 400 and s.start <= start and end <= s.end]

    # --- records ---------------------------------------------------------------------------------------------------

    def _unused(self, words: str) -> str:
        """Words, with a number where they are used already."""
        self.used[words] += 1
        return words if self.used[words] == 1 else self._unused(f"{words} ({self.used[words]})")

    def _add(self, into: str, words: str, fields: dict[str, Any], **decide: str) -> str:
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
        name = stem = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or into
        while name in self.ids:
            name = re.sub(r" \((\d+)\)", r"-\1", self._unused(stem))
        self.ids.add(name)
        lines = [f"  - id: {name}", "    draft: true"]
        for key, value in fields.items():
            if value not in ("", None):
                mark = decide.get(key, _DECIDE.get(key))
                lines.append(f"    {key}: {value if re.fullmatch(_PLAIN, str(value)) else json.dumps(value, ensure_ascii=False)}" + (f"  # decide: {mark}" if mark else ""))
        self.records[into].append("\n".join(lines))
        return name

    def _id(self, agent: _Agent) -> str:
        """The id of somebody's record, drafted at the first use; empty where no words can be its evidence."""
        if not agent.id and (words := self._words(agent.at)):
            name, type = self._unused(agent.name[0].upper() + agent.name[1:]), "other" if agent.kind == "organisations" else ""
            agent.id = self._add(agent.kind, agent.name, {"name": name, "type": type, "job_title": agent.title, "description": NOT_STATED, "evidence": words})
        return agent.id

    def _source_itself(self) -> str:
        """The organisation that stands for the source, as the one who says what it ascribes to nobody."""
        label = self.source.record.label
        for name, record in self.known.items():
            if isinstance(record, Organisation) and _key(record.name) == _key(label) and record.source in (None, self.source.id):
                return name
        if not self.itself:
            first = next((s for s in self.passages.sentences if self._words(Span(s.start, s.end))), self.passages.sentences[0])
            self.itself = self._id(_Agent(label if _key(label) not in self.agents else f"{label} ({self.source.id})", "organisations", Span(first.start, first.end)))
        return self.itself

    def _quote(self, parts: list[Span], said: _Said | None, scare: bool) -> None:
        first, who = parts[0], self._id(said.who) if said else ""
        texts = [self._words(piece, within=part) for part in parts for piece in self._pieces(part)]
        by = self._words(*([said.words] if said else self._around(max(first.start - 3, 0), max(first.start - 2, 0))[1:]), *self._pieces(first))
        if not all(texts) or not texts or not by:
            self.left.append(f"a quotation whose words cannot be told apart: {' '.join(self.text[first.start : first.end].split())[:80]}")
            return
        at = said.words.start if said else first.start
        sentence, together = self.passages.sentence_at(at), said and self._paragraph(at) == self._paragraph(first.start)
        whole = Span(min(first.start - 1, at), max(first.end + 1, said.words.end)) if said and together else first
        written = said and (re.match(r"wr|tweet|publ|read", said.verb) or _PAPER.search(self.plain, sentence.start, min(sentence.end, at + 200)))
        venue, day = self._venue(said) if said else "", _DATE.search(self.plain, sentence.start, sentence.end)
        when, fields, decide = self._when(day) if day else "", {"text": texts}, said.decide if said else ""
        if said and who and said.shared:
            author = self.agents.get(_key(said.author)) if said.author[:1].isupper() else None
            fields |= {"kind": "shared", "author": author and self._id(author) or NOT_STATED, "author_description": "" if author else said.author, "shared_by": who}
        else:
            fields |= {"kind": "written" if written else "spoken", "speaker": who}
        fields |= {"attributed_by": by, "said_via": venue or NOT_STATED, "date_said": when if len(when) > 4 else NOT_STATED}
        fields["evidence"] = self._words(*[whole][: whole.end - whole.start < 400], first) or texts[0]
        self._add(
            "quotes", f"{said.who.name.split()[-1] if said else 'quotation'} {' '.join(self.text[first.start : first.end].split()[:4])}", fields, speaker=decide, shared_by=decide,
            text="scare quotes, or the title of a work? then set it aside instead" if scare else "", kind="" if who else "whose words are these? add speaker:",
            attributed_by="" if who else "which words say whose?", said_via="was it said there?" if venue else "", date_said=f'the source says "{" ".join(day.group().split())}"' if day else "",
        )  # fmt: skip

    def _pieces(self, span: Span) -> list[Span]:
        """A passage without the white space around it, in pieces that a record can hold."""
        words = [m.span() for m in re.compile(r"\S+").finditer(self.text, *span)]
        return [Span(words[i][0], words[min(i + 400, len(words)) - 1][1]) for i in range(0, len(words), 400)]

    def _venue(self, said: _Said) -> str:
        match = _VENUE.search(self.plain, said.words.start, min(said.words.end + 60, self._paragraph(said.words.end).end))
        agent = self.agents.get(_key(match["name"])) if match else None
        if not match or re.search(r"[\0.:;]", self.plain[said.words.end : match.start()]) or (agent.kind == "people" if agent else not (match["told"] or match["of"])):
            return ""
        return self._id(agent or self._agent(match["name"], match["name"], "organisations", Span(*match.span("name"))))

    def _when(self, match: re.Match[str]) -> str:
        """A date with the precision it has, seen from the day of issue if that is stated; empty where it cannot be told."""
        issued, month, year = self.source.record.issued, match["month"], match["y"] or match["year"]
        if match["week"] and len(issued) == 10 and issued[0].isdigit():
            day = date.fromisoformat(issued)
            return (day - timedelta((day.weekday() - _DAYS.split("|").index(match["week"])) % 7)).isoformat()
        if not month or not (year or issued[:4].isdigit()):
            return year or ""
        number = [m[:3] for m in _MONTHS.split("|")].index(month[:3]) + 1
        try:
            return date(int(year or issued[:4]), number, int(match["day"] or match["d"] or 0)).isoformat()
        except ValueError:
            return f"{year or issued[:4]}-{number:02}"

    def _figure(self, match: re.Match[str], inside: _Said | None) -> None:
        start, end = self._extent(match)
        printed, sentence = " ".join(self.text[start:end].split()), self.passages.sentence_at(start)
        before, what = self.text[max(sentence.start, start - 25) : start], " ".join(found.group().split()) if (found := _NOUNS.match(self.text, end)) else ""
        values = [v for v in read_number(printed, self.passages.language) or () if v is not None]
        values = values if all(abs(v) < 10**18 and v == round(v, 6) for v in values) else []  # what a record can hold
        touched = re.search(r"[\w.,$€£+−-]$", before) or re.compile(r"[\w%-]|[.,]\w").match(self.text, end)
        touched = touched or any(n.start() < end - start < n.end() for n in find_numbers(self.text[start : end + 40], self.passages.language))
        low, high = max(sentence.start, start - 1000), min(sentence.end, start + 1000)
        said = inside or (self._by_whom(low, start) or self._leading(high, low, None) if self.english else None)
        words, who = self._words(*self._around(start, end)), self._id(said.who) if said else ""
        if not values or not words or touched or not what and re.search(r"[Tt]he\s$", before) or not (who or self._source_itself()):
            self.left.append(f"a number: {' '.join(self.text[max(0, start - 25) : end + 25].split())}")
            return
        sign, name = re.search("[$€£¥]|%|per ?cent|-to-", printed), f"{printed} {what}".strip()
        unit = {"%": "percent", "per cent": "percent", "-to-": "to 1"}.get(sign.group(), sign.group()) if sign else what.split()[-1] if what else NOT_STATED
        level = "estimated_by" if said and "estimat" in said.verb else "claimed_by" if said and re.match("claim|accord", said.verb) else "stated_by"
        fields = {"label": self._unused(name), "value": f"{values[0]:f}", "value_max": f"{values[1]:f}" if values[1:] else "", "value_text": printed}
        fields["qualifier"] = next((q for q, form in _QUALIFIERS.items() if re.search(rf"\b(?:{form})\s$", before, re.I)), "exact")
        fields |= {"unit": unit, "measure": what or NOT_STATED, "population": NOT_STATED, "period": NOT_STATED, "as_of": NOT_STATED, "attribution": who or self._source_itself(), "attribution_level": level, "evidence": words}
        self._add("figures", name, fields, attribution=said and said.decide or "do they say so?")

    def _extent(self, match: re.Match[str]) -> Span:
        """The whole printed number that begins there, with its currency, its scale, percent, the other end of a range."""
        start, end = match.start() - (self.text[match.start() - 1 : match.start()] in tuple("$€£¥")), match.end()
        between = self.text[max(0, start - 8) : start].lower().endswith("between ")
        for word in [*re.compile(r"%|[^\S\n]?[–—-]?[\w.,’']*\w%?").finditer(self.text, end, min(len(self.text), end + 50))][:4]:
            printed = self.text[start : word.end()]
            if read_number(printed, self.passages.language) and (between or " and " not in printed):
                end = word.end()
        return Span(start, end)

    def _event(self, match: re.Match[str]) -> None:
        sentence, when = self.passages.sentence_at(match.start()), self._when(match)
        # Quotation marks and numbers must not stand in an editor's words, so a title takes none over.
        plain = [w for w in re.findall(r"(?<![^\s])[^\W\d_]+(?![^\s,.;:])", self.plain[sentence.start : sentence.end]) if not read_number(w, self.passages.language) and w.lower() not in self.passages.language.scales]
        title, expected = " ".join(plain[:5]) or "something happened", _EXPECTED.search(self.plain, sentence.start, sentence.end)
        if words := self._words(*self._around(*match.span())):
            fields = {"title": self._unused(title), "description": NOT_STATED, "date": when or "0000", "date_text": " ".join(match.group().split()), "date_basis": "stated" if match["y"] or match["year"] else "inferred"}
            self._add("events", f"event {title}", fields | {"status": "expected" if expected else "happened", "evidence": words}, date="" if when else "which date?")

    def yaml(self) -> str:
        speakers: dict[Span, _Said | None] = {}
        for parts, said, scare in self._quotations():
            self._quote(parts, said, scare)
            speakers |= dict.fromkeys(parts, said)
        dates = list(_DATE.finditer(self.plain))
        starts = [d.start() for d in dates]
        for number in find_numbers(self.text, self.passages.language):
            i, q = bisect_right(starts, number.start()) - 1, bisect_right(self.outer, (number.start(), 1 << 60)) - 1
            if i < 0 or number.start() >= dates[i].end():
                self._figure(number, speakers.get(self.outer[q]) if q >= 0 and number.start() < self.outer[q].end else None)
        for i, match in enumerate(dates):
            if not i or self.passages.sentence_at(starts[i - 1]) != self.passages.sentence_at(match.start()):
                self._event(match)
        for mention in self.mentions:
            if not re.match(_THE, mention.agent.name):
                self._id(mention.agent)
        lines, size = ["# yaml-language-server: $schema=../../schemas/facts.schema.json", "# Drafted by rules. Decide what is marked, mend the rest, and take each draft: true away.", f"source: {self.source.id}"], 0
        for kind in ("people", "organisations", "quotes", "figures", "events"):
            lines += [f"{kind}:"] if self.records[kind] else []
            for record in self.records[kind]:
                if (size := size + len(record.encode()) + 1) < MAX_BYTES - 100_000:
                    lines.append(record)
                else:
                    self.left.append(f"the file would be too large: {record.splitlines()[0]}")
        # Cut out of their words, joiners that cannot be seen would make the file unreadable to the loader.
        left = ("".join(c for c in words if unicodedata.category(c) != "Cf") for words in self.left[:500])
        return "\n".join([*lines, *(f"# left out, {words}" for words in left)]) + "\n"


def _key(name: str) -> str:
    """A name as it is looked up: without its article, small or capital letters alike."""
    return re.sub(r"^(?:the|an?)\s", "", fold(name).casefold())
