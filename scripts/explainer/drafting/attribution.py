"""Who says what in a source, by rules alone: to whom, by which words, it ascribes quotations.

The rules are for English; the quotations of another language are found, but nobody to whom they
belong. What they get right and wrong is measured in ``tests/drafts``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..text.spans import Span
from . import english
from .mentions import Agent, Mention, Mentions

_Match = re.Match[str]
_Who = tuple[int, Agent | str]  # where somebody is named, or the pronoun is, and who or which


@dataclass(frozen=True)
class Said:
    """Who said, or shared, something, by which words, and what a human must still decide."""

    who: Agent
    words: Span
    verb: str = ""
    decide: str = ""
    shared: bool = False
    author: str = ""


@dataclass
class Quotation:
    """What is quoted, and who says it."""

    parts: list[Span]  # several, where paragraphs or the words that attribute it divide it
    said: Said | None
    doubtful: bool  # may be no quotation at all


class Reading(Mentions):
    """A source as read for who is named in it, and who says what."""

    def _verbs(self, low: int, high: int) -> list[_Match]:
        return [
            verb
            for verb in english.SAYS.finditer(self.plain, low, high)
            if not english.NOUN_FORM.search(self.plain[max(0, verb.start() - 9) : verb.start()])
        ]

    def _by_pronoun(self, pronoun: str, words: Span, verb: str, last: Agent | None) -> Said | None:
        agent = self.pronoun(pronoun, words.start, last)
        return Said(agent, words, verb, f'is "{pronoun}" {agent.name}?') if agent else None

    def _subject_behind(self, verb: _Match, last: Agent | None) -> Said | None:
        """Who follows a verb right after a quotation: said the baker, said he."""
        (start, end), says = verb.span(), verb.group()
        if pronoun := english.HE_BEHIND.match(self.plain, end):
            return self._by_pronoun(pronoun[1], Span(start, pronoun.end()), says, last)
        for found in self.between(end, end + 8)[:1]:
            if self.plain[end : found.start].strip() in ("", "the"):
                return Said(found.agent, Span(start, found.end), says)
        if phrase := english.SOMEBODY_BEHIND.match(self.plain, end):
            words = phrase[1].strip()
            at = Span(phrase.start(1), phrase.start(1) + len(words))
            agent = self.agent(words.split()[-1], words, "people", at)
            return Said(agent, Span(start, at.end), says)
        return None

    def _subject_before(self, verb: _Match, low: int, last: Agent | None) -> Said | None:
        """Who is named before a verb, from ``low`` on."""
        (start, end), says = verb.span(), verb.group()
        lead = english.TO_VERB.sub("", self.plain[low:start], count=1)
        if pronoun := english.HE_BEFORE.search(lead):
            return self._by_pronoun(pronoun[1], Span(low + pronoun.start(), end), says, last)
        named = [m for m in self.between(low, start) if m.end <= start]
        if not named and (phrase := english.SOMEBODY_BEFORE.search(lead)):
            at = Span(low + phrase.start(), low + len(lead))
            return self._unnamed(phrase[1], at, verb, last)
        if not (found := self._nearest([m for m in named if m.subject], low, lead)):
            return None
        words, who = Span(found[0], end), found[1]
        if isinstance(who, str):
            return self._by_pronoun(who, words, says, last)
        return Said(who, words, says)

    def _unnamed(self, phrase: str, at: Span, verb: _Match, last: Agent | None) -> Said | None:
        """Whom a phrase such as "his old friend" means; for "the letter", whose it is."""
        words = Span(at.start, verb.end())
        if english.PAPER.search(phrase):
            owner = self._by_pronoun("it", words, verb.group(), last)
            return owner and replace(owner, decide=f"is this by {owner.who.name}?")
        agent = self.agent(phrase.split()[-1], phrase, "people", at)
        return Said(agent, words, verb.group(), "who or what is this?")

    def _nearest(self, subjects: list[Mention], low: int, lead: str) -> _Who | None:
        """Whoever is right before a verb; else the last before it, or the first in a list."""
        stop = low + len(lead)
        near = [m for m in subjects if english.ASIDE.fullmatch(self.plain[m.end : stop])]
        if near and (near[-1].end == stop or not lead.endswith((",", " and"))):
            return near[-1].start, near[-1].agent
        found: list[_Who] = [(m.start, m.agent) for m in subjects]
        found += [(low + p.start(), p.group()) for p in english.HE.finditer(lead)]
        found.sort(key=lambda candidate: candidate[0])
        if not found:
            return None
        return found[0 if re.search(r"(?:,|\band|\bor)$", lead) else -1]

    def by_whom(self, low: int, high: int) -> Said | None:
        """According to the surveyor; was the reaction of Huxley."""
        for phrase in english.BY_WHOM.finditer(self.plain, low, high):
            for found in self.between(phrase.start(), phrase.end() + 1)[:1]:
                return Said(found.agent, Span(phrase.start(), found.end), "according to")
        return None

    def _after(self, part: Span, high: int, last: Agent | None) -> Said | None:
        """The words right after a quotation that say whose it is."""
        low = min(part.end + 1, high)
        goes_on = re.match(r"[,;]|\s?[—–-]|\s[a-z]", self.plain[low : low + 2])
        if self.text[part.end - 1] not in ",?!…—–-" and not goes_on:
            return None
        stop = english.STOP.search(self.plain, low, high)
        high = stop.start() if stop else high
        for verb in self._verbs(low, min(high, low + 90))[:1]:
            if self.plain[low : verb.start()].strip(" ,"):
                said = self._subject_before(verb, low, last)
            else:
                said = self._subject_behind(verb, last)
            if said and said.words.start - low < 40:
                return said
        return self.by_whom(low, high)

    def leading(self, at: int, low: int, last: Agent | None, same: Said | None) -> Said | None:
        """The words before a quotation that attribute it; else those of the ``same`` sentence."""
        if shared := self._shared(at, low, last, same):
            return shared
        for verb in reversed(self._verbs(low, at)):
            if said := self._subject_before(verb, low, last) or same:
                return replace(said, verb=verb.group())
        if said := self.by_whom(low, at):
            return said
        if self.plain[low:at].rstrip().endswith(":"):
            for start, end, agent, subject, _ in self.between(low, at):
                if subject:
                    return Said(agent, Span(start, end), decide="are these their words?")
        return None

    def _shared(self, at: int, low: int, last: Agent | None, same: Said | None) -> Said | None:
        """Who passed on what is quoted at ``at``, and from whom."""
        paper = english.PAPER.search(self.plain, low, at)
        for share in reversed(list(english.SHARES.finditer(self.plain, low, at))):
            said = self._subject_before(share, low, last) or same
            aloud = re.search("aloud|out|repost", share.group())
            passed_on = aloud or (paper and paper.start() >= share.end())
            if not said or not passed_on or self._says_more(share, low, at):
                continue
            by = english.FROM_WHOM.search(self.plain[share.end() : at])
            if aloud and aloud.group() == "repost" and not by and not paper:
                doubt = "shared, or their own words?"
                return replace(said, verb="wrote", decide=doubt, shared=False, author="")
            author = by[1] if by and len(by[1].split()) < 8 else ""
            return replace(said, verb=share.group(), shared=True, author=author)
        return None

    def _says_more(self, share: _Match, low: int, at: int) -> bool:
        """Whether whoever shared something then speaks too: not so in "a post that says"."""
        last = self._verbs(low, at)[-1:]
        return any(
            verb.start() >= share.end()
            and not re.search(r"\b(?:that|which|it)\s$", self.plain[low : verb.start()])
            for verb in last
        )

    def quotations(self) -> Iterator[Quotation]:
        """What is quoted, in order; read one by one, since the caller may add agents meanwhile."""
        quotation: Quotation | None = None
        last: Said | None = None
        for i, span in enumerate(self.outer):
            if quotation and self._goes_on(quotation, span):
                quotation.parts.append(span)
                continue
            if quotation:
                yield quotation
            place = _Place(self, i)
            said = self._whose(place, last)
            doubtful = self._doubtful(place, bool(said))
            quotation = Quotation([span], None if doubtful else said, doubtful)
            last = quotation.said or last
        if quotation:
            yield quotation

    def _goes_on(self, quotation: Quotation, span: Span) -> bool:
        """Whether a quotation goes on with ``span`` after a paragraph's end, or after "he said"."""
        before, said = quotation.parts[-1], quotation.said
        if before.end == self.paragraph(before.start).end:
            return True
        if not said or before.start < self.paragraph(span.start).start:
            return False
        gap = self.plain[before.end + 1 : span.start - 1]
        return (
            before.end < said.words.start
            and said.words.end < span.start
            and len(gap) < 160
            and gap.rstrip().endswith((",", ".", "—", "–", "-"))
            and not english.STOP.search(gap.rstrip()[:-1])
            and not self._verbs(said.words.end, span.start - 1)
        )

    def _whose(self, place: _Place, last: Said | None) -> Said | None:
        """Who says what is quoted: by the words around it, or whoever says the one before."""
        said = self._by_words_around(place, last) if self.english else None
        if said or not last:
            return said
        before, start = place.before, place.span.start - 1
        joined = place.same_paragraph and re.fullmatch(
            r",?\s(?:and|but|or)\b[^.]*", self.plain[before.end + 1 : start]
        )
        above = self.paragraph(place.paragraph.start - 1)
        if (place.opens or joined) and before.start >= above.start:
            doubt = f"carried over from the quotation before: is it {last.who.name}?"
            return replace(last, decide=doubt, shared=False)
        return None

    def _by_words_around(self, place: _Place, last: Said | None) -> Said | None:
        span, speaker, start = place.span, last.who if last else None, place.span.start - 1
        said = (
            (self._after(span, place.high, speaker) if place.opens else None)
            or self.leading(start, place.low, speaker, last if place.same_sentence else None)
            or self._after(span, place.high, speaker)
        )
        if said or not place.opens or start != place.paragraph.start:
            return said
        end = self.paragraph(start - 1).end  # of the paragraph above
        if self.text[end - 1] != ":":
            return None
        return self.leading(end, self.passages.sentence_at(end - 1).start, speaker, None)

    def _doubtful(self, place: _Place, said: bool) -> bool:
        """Whether the marks may be scare quotes, or be there for the title of a work."""
        (start, end), words = place.span, self.text[slice(*place.span)].split()
        if (
            len(words) <= 3
            and english.DETERMINED.search(self.plain[place.low : start - 1])
            and re.match(r".\s\w", self.text[end : end + 3])
        ):
            return True
        if place.opens:
            return False
        titled = (
            len(words) > 1
            and all(w[:1].isupper() or len(w) < 4 for w in words)
            and words[-1][-1].isalnum()
        )
        return titled or (not said and len(words) <= 4)


class _Place:
    """Where something is quoted, and the words around it that may say whose it is."""

    def __init__(self, reading: Reading, i: int):
        outer, passages = reading.outer, reading.passages
        self.span, self.before = outer[i], outer[i - 1] if i else Span(-2, -2)
        self.paragraph = reading.paragraph(self.span.start)
        sentence = max(passages.sentence_at(self.span.start).start, self.paragraph.start)
        self.same_paragraph = self.before.start >= self.paragraph.start
        self.same_sentence = self.before.start >= sentence
        self.low = max(sentence, self.before.end + 1 if self.same_paragraph else 0)
        following = outer[i + 1].start - 1 if i + 1 < len(outer) else self.paragraph.end
        self.high = min(following, self.paragraph.end)
        lead = reading.plain[self.low : self.span.start - 1]
        self.opens = not lead.strip(" \0—–-")  # nothing precedes it in its sentence
