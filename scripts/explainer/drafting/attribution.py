"""Who says what in a source, by rules alone: whom it names, and by which words it ascribes each
quotation.

The rules are for English; the quotations of another language are found, but nobody to whom they
belong. What they get right and wrong is measured in ``tests/drafts``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..text.folding import fold
from ..text.spans import Span
from ..topic.model import Organisation, Person, Record
from ..topic.topic import SourceText


def _forms(regular: str, other: str) -> str:
    """The forms of regular verbs, and other words as they are, as alternatives of a regular
    expression.
    """
    return "|".join(
        [
            (
                v[:-1] + "(?:e[sd]?|ing)"
                if v[-1] == "e"
                else v[:-1] + "(?:y|ie[sd]|ying)"
                if v[-1] == "y"
                else v + "(?:s|ed|ing)?"
            )
            for v in regular.split()
        ]
        + other.split("/")
    )


_SAY = _forms(
    "acknowledge add admit agree announce answer argue ask assert boast call claim comment complain"
    " conclude confess confirm continue counter declare demand denounce deny describe disagree"
    " dismiss emphasise end estimate exclaim explain frame insist joke maintain mention note object"
    " observe praise predict promise protest recall recount remark remember repeat reply report"
    " respond shout state stress suggest threaten urge vow warn whisper",
    "says?/said/saying/tells?/told/telling/writes?/wrote/written/writing/reads?/reading/cries/cried/thinks/thought/goes"
    " on/went on/began/begins/puts? it/spoke of/speaks of/found/finds/tweet(?:s|ed)",
)


_SHARE = _forms(
    "share repost retweet circulate publish print forward distribute",
    r"hand(?:ed|s) (?:out|round)/pass(?:ed|es) (?:on|round)/reads? (?:\w+ ){0,3}?(?:aloud|out)",
)


_PAPERS = "article|book|diary|document|leaflet|letter|memo|message|note|pamphlet|petition|poem|post|poster|report|sheet|statement|study|telegram|tweet"


_TITLES = (
    r"(?:Secretary of State|(?:Vice[ -]|Deputy )?President|(?:Prime |Deputy |Foreign |First"
    r" )?Minister|Secretary|Chancellor|Senator|Governor|Mayor|General|Colonel|Captain|Major|Admiral|Professor|Judge|Justice|Chairman"
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


MONTHS, DAYS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec",
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
)


SMALL = (  # no names, although they begin a sentence
    "I|A|After|All|Although|An|And|As|At|Because|Before|But|By|Despite|During|Each|Even|Few|For|From|He|Her|His|How|However|If|In|It|Its|Last|Later|Many|More|Most|My|No|None|Not|Of|On|Once|One|Only|Or|Our|She|Since|So"
    f"|Some|Such|Than|That|The|Their|Then|There|These|They|This|Those|Though|To|Under|Until|We|What|When|Where|Which|While|Who|Why|With|Yet|You|Your|According|{MONTHS}|{DAYS}"
)


_WOMAN, _MAN = (
    r"Mrs|Ms|Miss|Lady|Dame|Queen|Princess|queen|mother|wife|\w*woman",
    r"Mr|Sir|Lord|King|Prince|Pope|king|father|husband|\w*[^o]man",
)


_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"


NAME = rf"(?:[{_UP}]\.(?=\s?[{_UP}])|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Capt|Col|St)\.|[{_UP}](?:[\w-]|[’'](?!s\b)(?=\w))*)"


THE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w-]+[’']s)\s"


_NAMED = re.compile(
    rf"\b{THE}(?P<role>(?:[\w’'-]+\s){{0,2}}?(?:{_PEOPLE}|{_BODIES}))\b(?!-|[’']s?\s(?:{_PEOPLE}|{_BODIES}))|(?<![\w\0])(?!(?:{SMALL})\b)(?:"
    rf"(?P<body>(?:{NAME}\s)*?(?:{_HEADS})\b(?:\s(?:of|for)\s(?:the\s)?{NAME}(?:(?:,?\sand)?\s{NAME})*)?|[A-Z]{{2,5}}\b(?!\s{NAME}))|(?P<office>{_TITLES}\sof\s{NAME})"
    rf"|(?P<run>(?:(?:{NAME}\s)??{_TITLES}(?:\s|$))?{NAME}(?:\s(?:(?:the|de|von|van|der|la)\s)?{NAME})*))"
)


_SAYS, _SHARES, _TITLE, PAPER, _HE = (
    re.compile(rf"\b(?:{p})")
    for p in (
        rf"(?:{_SAY})\b",
        rf"(?:{_SHARE})\b",
        _TITLES,
        rf"(?:{_PAPERS})\b",
        r"(?:[Hh]e|[Ss]he|[Tt]hey)\b",
    )
)


_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|(?<!according"
    rf" )to|with|from|by|between|against|for|on|in|at|under|near|about|towards?|over|like|than)\s(?:{THE})?$",
    re.I,
)


_AT_CLAUSE = re.compile(
    r"(?:^|[.!?,;:\n\0\"”’—–]|\b(?:and|but|as|when|while|that|because|if|where|[Aa]ccording"
    r" to))\s*(?:[Tt]he\s)?$"
)


_DOES = re.compile(
    rf",?\swho\b|\sof\s[^.,]{{2,30}}?\s(?:asked|told|said)\b|\s(?:(?:has|had|have|also|\w+ly)\s){{0,2}}(?:{_SAY}|\w+ed|met|came|put|took|saw)\b"
)


_TO_VERB = re.compile(
    r"(?:[\s,]+(?:has|have|had|would|will|could|did|does|also|then|later|once|soon|only|often|again|\w+ly))*\s*$"
)


_NOUN_FORM = re.compile(r"\b(?:the|an?|its|his|her|their|this|of|been|was|were|being|be)\s$")


_BY_WHOM = re.compile(
    r"\b(?:according to|(?:words|reaction|answer|reply|verdict|view|opinion) of)\s(?:the\s)?", re.I
)


_STOP = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<![A-Z])[.!?](?=\s+\0*[A-Z]|\s*$|\s*\0)"
)


@dataclass(eq=False)
class Agent:
    """Somebody or something that may speak. ``id`` is set where it is recorded, or once it is
    drafted.
    """

    name: str
    kind: str
    at: Span
    title: str = ""
    she: bool | None = None
    id: str = ""


class Mention(NamedTuple):
    start: int
    end: int
    agent: Agent
    subject: bool  # not after a preposition, not in the genitive
    acts: bool  # begins a clause, or a verb follows


@dataclass(frozen=True)
class Said:
    """Who said it, by which words, and what a human must still decide; for what was shared, who
    shared it.
    """

    who: Agent
    words: Span
    verb: str = ""
    decide: str = ""
    shared: bool = False
    author: str = ""


class Reading:
    """A source as read for who is named in it, and who says what; ``known`` records are recognised
    by their names.
    """

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        self.source, self.known, self.passages, self.text = (
            source,
            known,
            source.passages,
            source.passages.text,
        )
        self.starts = [p.start for p in self.passages.paragraphs]
        self.outer: list[Span] = []
        pieces, at = [], 0
        for span in self.passages.quoted:  # what is quoted is not searched for who says it
            if span.start < span.end and (not self.outer or span.start > self.outer[-1].end):
                self.outer.append(span)
                stop = min(span.end + 1, self._paragraph(span.start).end)
                pieces += [
                    self.text[at : span.start - 1],
                    re.sub(r"[^\r\n]", "\0", self.text[span.start - 1 : stop]),
                ]
                at = stop
        self.plain = "".join(pieces) + self.text[at:]
        self.agents: dict[str, Agent] = {}
        for name, record in known.items():
            if isinstance(record, (Person, Organisation)):
                agent = Agent(
                    record.name,
                    "people" if isinstance(record, Person) else "organisations",
                    Span(0, 0),
                    id=name,
                )
                for other in (
                    record.name,
                    *record.alternate_names,
                    *record.name.split()[-1:][: isinstance(record, Person)],
                ):
                    self.agents.setdefault(looked_up(other), agent)
        self.mentions: list[Mention] = []
        self.english = source.record.language.split("-")[0] == "en"
        if self.english:
            self._find_mentions()
        self.mention_starts = [m.start for m in self.mentions]

    def _paragraph(self, at: int) -> Span:
        return self.passages.paragraphs[max(bisect_right(self.starts, at) - 1, 0)]

    # --- who is named -----------------------------------------------------------------------------

    def _agent(self, key: str, name: str, kind: str, at: Span, title: str = "") -> Agent:
        return self.agents.setdefault(looked_up(key), Agent(name, kind, at, title))

    def _find_mentions(self) -> None:
        """Names, and those who go by their office, in order; a last name or a title means whom it
        meant first.
        """
        found = list(_NAMED.finditer(self.plain))
        alone = {_TITLE.sub("", m["run"]).strip() for m in found if m["run"]}
        previous: Mention | None = None
        for match in found:
            words, at, (start, end) = (
                " ".join(match.group().split()),
                Span(*match.span()),
                match.span(),
            )
            before, after = self.plain[max(0, start - 40) : start], self.plain[end : end + 40]
            does, the = _DOES.match(after), re.search(r"\b[Tt]he\s$", before)
            in_apposition = (
                previous
                and re.fullmatch(r"(?:\sof\s[a-z]+)?,?\s", self.plain[previous.end : start])
                and self.agents.get(looked_up(previous.agent.name.split()[-1])) is previous.agent
                and previous.agent.kind == "people"
            )
            if match["role"]:
                noun = words.split()[-1]
                agent = self.agents.get(looked_up(words)) or self._agent(
                    noun, words, "people" if re.fullmatch(_PEOPLE, noun) else "organisations", at
                )
            elif match["body"] or match["office"]:
                agent = self._agent(
                    words,
                    f"The {words}" if match["office"] else words,
                    "people" if match["office"] else "organisations",
                    at,
                )
            else:
                title = [*_TITLE.finditer(words)][-1:]
                name = words[title[0].end() :].strip() if title else words
                parts, called = name.split(), words[: title[0].end()] if title else ""
                likely = (
                    1 < len(parts) < 5
                    and not the
                    and not re.search(r"\sthe\s", name)
                    and (
                        does
                        or in_apposition
                        or parts[-1] in alone
                        or re.search(rf"\b(?:{_PEOPLE}),?\s$", before)
                    )
                )
                says = (
                    re.match(rf"\s(?:(?:has|had|also|\w+ly)\s){{0,2}}(?:{_SAY})\b", after)
                    or re.search(rf"\0,?\s(?:{_SAY})\s$", before)
                    or re.search(rf"(?:{_BY_WHOM.pattern})$", before, re.I)
                )
                if known := self.agents.get(looked_up(name or called)):
                    agent = known
                elif name and the and says and not title:
                    agent = self._agent(name, f"The {name}", "organisations", at)
                elif title or likely or says:
                    kind = (
                        "organisations"
                        if not title and re.search(r"\sthe\s|^[A-Z]{3,}\b", name)
                        else "people"
                    )  # CBS Face the Nation
                    agent = self._agent(
                        name or called, name or f"The {called}", kind, at, called if name else ""
                    )
                    self.agents.setdefault(looked_up(parts[-1] if parts else called), agent)
                else:
                    continue
                if title:
                    self.agents.setdefault(looked_up(called), agent)
                if (
                    previous
                    and in_apposition
                    and self.agents[looked_up(previous.agent.name.split()[-1])] is not agent
                ):
                    self.agents[looked_up(previous.agent.name.split()[-1])] = agent
                    self.mentions[-1] = previous._replace(agent=agent)
            if agent.she is None and (
                sex := re.search(rf"\b(?:(?P<she>{_WOMAN})|(?:{_MAN}))\b", words)
            ):
                agent.she = bool(sex["she"])
            joined = previous and self.plain[previous.end : start] in (" and ", ", ", ", and ")
            subject = (
                not re.match(r"[’']", after)
                and not _AFTER_PREPOSITION.search(before)
                and not (joined and previous and not previous.subject)
            )
            previous = Mention(
                start,
                end,
                agent,
                subject,
                bool(
                    subject
                    and (
                        does
                        or re.match(r"\s(?:has|have|had|is|was|will|would)\b", after)
                        or _AT_CLAUSE.search(before)
                    )
                ),
            )
            self.mentions.append(previous)

    def _between(self, low: int, high: int) -> list[Mention]:
        return self.mentions[
            bisect_left(self.mention_starts, low) : bisect_left(self.mention_starts, high)
        ]

    def _pronoun(self, word: str, at: int, last: Agent | None) -> Agent | None:
        """Whom a pronoun means: who acts in this paragraph; else who spoke last; else the nearest
        who fits.
        """
        she = {"she": True, "he": False}.get(word.lower())
        i = bisect_left(self.mention_starts, at)
        near = self.mentions[max(0, i - 30) : i][::-1]
        here = [m.agent for m in near if m.acts and m.start >= self._paragraph(at).start]
        for agent in (
            *here,
            *filter(None, [last]),
            *(m.agent for m in near if m.acts),
            *(m.agent for m in near if m.subject),
        ):
            if she is None or (agent.kind == "people" and agent.she in (None, she)):
                agent.she = agent.she if she is None else she
                return agent
        return None

    # --- who said it ------------------------------------------------------------------------------

    def _subject(
        self, verb: re.Match[str], low: int, after: bool, last: Agent | None
    ) -> Said | None:
        """Whose a verb is: what stands before it from ``low`` on; or, after a quotation, right
        behind it.
        """
        (start, end), plain = verb.span(), self.plain

        def meant(pronoun: str, at: int, words: Span) -> Said | None:
            agent = self._pronoun(pronoun, at, last)
            return (
                Said(agent, words, verb.group(), f'is "{pronoun}" {agent.name}?') if agent else None
            )

        if after:  # said the baker, said he
            if pronoun := re.compile(r"\s(he|she|they)\b").match(plain, end):
                return meant(pronoun[1], start, Span(start, pronoun.end()))
            found = self._between(end, end + 8)[:1]
            if found and plain[end : found[0].start].strip() in ("", "the"):
                return Said(found[0].agent, Span(start, found[0].end), verb.group())
            if phrase := re.compile(
                rf"\s({THE}(?:(?!(?:of|on|in|at|from|with|who|for|to|outside)\b)[\w’'-]+\s?){{1,4}})"
            ).match(plain, end):
                words = phrase[1].strip()
                return Said(
                    self._agent(
                        words.split()[-1],
                        words,
                        "people",
                        Span(phrase.start(1), phrase.start(1) + len(words)),
                    ),
                    Span(start, phrase.start(1) + len(words)),
                    verb.group(),
                )
        stop = low + _TO_VERB.search(plain[low:start]).start()  # type: ignore[union-attr]
        lead, before = plain[low:stop], [m for m in self._between(low, start) if m.end <= start]
        if pronoun := re.search(r"\b(he|she|they|it|I)$", lead, re.I):
            return meant(pronoun[1], low + pronoun.start(), Span(low + pronoun.start(), end))
        near = [
            m
            for m in before
            if m.subject
            and re.fullmatch(
                r"|\s(?:of|for|at|on|outside|in)\s[^,.;]{1,30}|,[^,.;]{1,60},?", plain[m.end : stop]
            )
        ]
        if near and (near[-1].end == stop or not lead.endswith((",", " and"))):
            return Said(near[-1].agent, Span(near[-1].start, end), verb.group())
        if not before and (phrase := re.search(rf"\b({THE}(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)$", lead)):
            at = low + phrase.start()
            if PAPER.search(phrase[1]):
                owner = meant("it", at, Span(at, end))
                return owner and replace(owner, decide=f"is this by {owner.who.name}?")
            return Said(
                self._agent(phrase[1].split()[-1], phrase[1], "people", Span(at, stop)),
                Span(at, end),
                verb.group(),
                "who or what is this?",
            )
        subjects = sorted(
            [(m.start, m.agent) for m in before if m.subject]
            + [(low + p.start(), p.group()) for p in _HE.finditer(lead)],
            key=lambda s: s[0],
        )
        if not subjects:
            return None
        at, who = subjects[0 if re.search(r"(?:,|\band|\bor)$", lead) else -1]
        return (
            meant(who, at, Span(at, end))
            if isinstance(who, str)
            else Said(who, Span(at, end), verb.group())
        )

    def _verbs(self, low: int, high: int) -> list[re.Match[str]]:
        return [
            v
            for v in _SAYS.finditer(self.plain, low, high)
            if not _NOUN_FORM.search(self.plain[max(0, v.start() - 9) : v.start()])
        ]

    def _by_whom(self, low: int, high: int) -> Said | None:
        """According to the surveyor; was the reaction of Huxley."""
        for phrase in _BY_WHOM.finditer(self.plain, low, high):
            if found := self._between(phrase.start(), phrase.end() + 1)[:1]:
                return Said(found[0].agent, Span(phrase.start(), found[0].end), "according to")
        return None

    def _after(self, part: Span, high: int, last: Agent | None) -> Said | None:
        """The words right after a quotation that say whose it is."""
        low = min(part.end + 1, high)
        if self.text[part.end - 1] not in ",?!…—–-" and not re.compile(
            r"[,;]|\s?[—–-]|\s[a-z]"
        ).match(self.plain, low):
            return None
        high = min([high, *(m.start() for m in _STOP.finditer(self.plain, low, high))])
        for verb in self._verbs(low, min(high, low + 90))[:1]:
            said = self._subject(verb, low, not self.plain[low : verb.start()].strip(" ,"), last)
            if said and said.words.start - low < 40:
                return said
        return self._by_whom(low, high)

    def _leading(
        self, at: int, low: int, last: Agent | None, same: Said | None = None
    ) -> Said | None:
        """The words before a quotation that say whose it is, or who passed it on; ``same``: of one
        before in the sentence.
        """
        verbs, paper = self._verbs(low, at), PAPER.search(self.plain, low, at)
        for share in [*_SHARES.finditer(self.plain, low, at)][::-1]:
            own = (
                verbs
                and verbs[-1].start() >= share.end()
                and not re.search(r"\b(?:that|which|it)\s$", self.plain[low : verbs[-1].start()])
            )
            aloud = re.search("aloud|out|repost", share.group())
            said = self._subject(share, low, False, last) or same
            if said and not own and (aloud or (paper and paper.start() >= share.end())):
                by = re.search(
                    rf"(?:{_PAPERS})\s(?:from|by)\s((?:an?|the|some|[A-Z])[^,.:]*?)(?:\s(?:that|which|who)\b|[,.:]|$)",
                    self.plain[share.end() : at],
                )
                theirs = not by and aloud and aloud.group() == "repost" and not paper
                return replace(
                    said,
                    verb="wrote" if theirs else share.group(),
                    decide="shared, or their own words?" if theirs else said.decide,
                    shared=not theirs,
                    author=by[1] if by and len(by[1].split()) < 8 else "",
                )
        for verb in reversed(verbs):
            if said := self._subject(verb, low, False, last) or same:
                return replace(said, verb=verb.group())
        if said := self._by_whom(low, at):
            return said
        named = (
            [m for m in self._between(low, at) if m.subject]
            if self.plain[low:at].rstrip().endswith(":")
            else []
        )
        return (
            Said(named[0].agent, Span(*named[0][:2]), decide="are these their words?")
            if named
            else None
        )

    def _quotations(self) -> Iterator[tuple[list[Span], Said | None, bool]]:
        """What is quoted (in parts, where it runs over paragraphs or the words that attribute it
        break it off), who says it, and whether it may be no quotation at all.
        """
        parts: list[Span] = []
        said: Said | None = None
        last: Said | None = None
        scare = False
        for i, span in enumerate(self.outer):
            paragraph, before = (
                self._paragraph(span.start),
                self.outer[i - 1] if i else Span(-2, -2),
            )
            same, here = (
                before.start >= paragraph.start,
                self.passages.sentence_at(span.start).start,
            )
            gap = self.plain[before.end + 1 : span.start - 1] if same else ""
            broken = (
                said
                and same
                and before.end < said.words.start
                and said.words.end < span.start
                and len(gap) < 160
                and not self._verbs(said.words.end, span.start - 1)
            )
            if (i and before.end == self._paragraph(before.start).end) or (
                broken
                and not _STOP.search(gap.rstrip()[:-1])
                and gap.rstrip()[-1:] in (",", ".", "—", "–", "-")
            ):
                parts.append(span)
                continue
            if parts:
                yield parts, said, scare
            low, speaker = (
                max(here, paragraph.start, before.end + 1 if same else 0),
                last.who if last else None,
            )
            high = min(
                self.outer[i + 1].start - 1 if i + 1 < len(self.outer) else paragraph.end,
                paragraph.end,
            )
            opens, words, within = (
                not self.plain[low : span.start - 1].strip(" \0—–-"),
                self.text[span.start : span.end].split(),
                last if same and before.start >= here else None,
            )
            said = None
            if self.english:
                said = (
                    (self._after(span, high, speaker) if opens else None)
                    or self._leading(span.start - 1, low, speaker, within)
                    or self._after(span, high, speaker)
                )
            upper = (
                self.passages.paragraphs[bisect_left(self.starts, paragraph.start) - 1]
                if paragraph.start > self.starts[0]
                else paragraph
            )
            if (
                not said
                and opens
                and span.start - 1 == paragraph.start
                and self.text[upper.end - 1] == ":"
                and self.english
            ):
                said = self._leading(
                    upper.end, self.passages.sentence_at(upper.end - 1).start, speaker
                )
            if (
                not said
                and last
                and (opens or re.fullmatch(r",?\s(?:and|but|or)\b[^.]*", gap))
                and before.start >= upper.start
            ):
                said = replace(
                    last,
                    decide=f"carried over from the quotation before: is it {last.who.name}?",
                    shared=False,
                )
            determined = re.search(
                r"\b(?:the|an?|its|his|her|their|these|this|so-called|\w+[’']s)\s$",
                self.plain[low : span.start - 1],
                re.I,
            ) and re.compile(r".\s\w").match(self.text, span.end)
            titled = (
                len(words) > 1
                and all(w[:1].isupper() or len(w) < 4 for w in words)
                and words[-1][-1].isalnum()
            )
            scare = (len(words) <= 3 and bool(determined)) or (
                not opens and (titled or (not said and len(words) <= 4))
            )
            parts, said = [span], None if scare else said
            last = said or last
        if parts:
            yield parts, said, scare


def looked_up(name: str) -> str:
    """A name as it is looked up: without its article, small or capital letters alike."""
    return re.sub(r"^(?:the|an?)\s", "", fold(name).casefold())
