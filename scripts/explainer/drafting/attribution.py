"""Who says what in a source, by rules alone; nobody where the words leave a doubt.

A wrong speaker is worse than none: an editor believes a name that is there, and looks for one that
is missing. So a speaker is taken only where the row of a sentence's words allows one reading, and
otherwise those named nearby are given as candidates. What the rules get right and wrong is measured
in ``tests/drafts``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..text.spans import Span
from .grammar import QUOTED
from .meaning import Said
from .mentions import PEOPLE
from .sentence import Found, Row
from .turns import Turns


@dataclass
class Quotation:
    """What is quoted, and who says it; or who may."""

    parts: list[Span]  # several, where paragraphs or the words that attribute it divide it
    said: Said | None
    doubtful: bool  # may be no quotation at all
    by: Span | None = None  # the words that attribute it, whomever they mean
    candidates: tuple[str, ...] = ()


_SHE_SAYS = re.compile(r"H(?=[ab~]*V)|(?<=V)H")
_THE = r"\b(?:[Tt]he|[Aa]n?|[Ll]es?|[Ll]a|[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Ee]l|[Ll]os)\s$"


class Reading(Turns):
    """A source as read for who says what."""

    # --- quotations -------------------------------------------------------------------------------

    def quotations(self) -> Iterator[Quotation]:
        """What is quoted, in order; read one by one, since the caller may add agents meanwhile."""
        quotation: Quotation | None = None
        last: Said | None = None
        if self.grammar:
            self.label_turns()  # the mayor who speaks there is the mayor of the text
        for i, span in enumerate(self.outer):
            if quotation and self._goes_on(quotation, span):
                quotation.parts.append(span)
                continue
            if quotation:
                yield quotation
            self.by = None
            turn = bool(self.turn_of(span))
            said = self._whose(i, last, turn) if self.grammar else None
            by = said.words if said else self.by
            doubtful = not turn and self._doubtful(span, bool(by))
            quotation = Quotation([span], None if doubtful else said, doubtful, by)
            if not quotation.said:
                quotation.candidates = self._candidates(span, last)
            last = quotation.said or last
        if quotation:
            yield quotation

    def _candidates(self, span: Span, last: Said | None) -> tuple[str, ...]:
        """Who may say something: those named in the sentence, or else before it."""
        if not self.grammar:
            return ()
        number = self.sentence(span.start - 1)
        first, end = max(number - 1, 0), self.sentences[number].end
        if turn := self.turn_of(span):
            return tuple(dict.fromkeys(a.name for a in self.holding(turn)))[:3]
        some = [a for a, _ in self._people(self.sentences[first].start, end)]
        some += [last.who] if last else []
        rows = [self.row(i) for i in (number, first)]
        said = [(row, found) for row in rows if (found := _SHE_SAYS.search(row.signs))]
        low = said[0][0].tokens[said[0][1].start()].low if said else ""
        she = self.grammar.pronouns.get(low)  # "he" is no woman
        return tuple(dict.fromkeys(a.name for a in some if self._fits(a, she)))[:3]

    def _goes_on(self, quotation: Quotation, span: Span) -> bool:
        """Whether a quotation goes on with ``span`` after a paragraph's end, or after "he said"."""
        before, by = quotation.parts[-1], quotation.by
        if self.turn_of(before) or self.turn_of(span):
            one, two = self.turn_of(before), self.turn_of(span)
            return bool(one and two and one.label == two.label)
        if before.end == self.paragraph(before.start).end:
            return True
        if not by or before.start < self.paragraph(span.start).start:
            return False
        gap = self.plain[before.end + 1 : span.start - 1]
        i, j = self.sentence(before.start - 1), self.sentence(span.start - 1)
        if not (before.end < by.start and by.end < span.start) or len(gap) > 160:
            return False
        if i == j:
            return gap.rstrip().endswith((",", "—", "–", "-")) and not self._says_more(by, span)
        alone = self._stands_alone(j) and j in (i + 1, self.sentence(by.start) + 1)
        return alone and gap.rstrip().endswith(".") and not self._says_more(by, span)

    def _says_more(self, by: Span, span: Span) -> bool:
        row = self.row(self.sentence(by.start))
        return any(t.sign in "VG" and by.end <= t.start < span.start for t in row.tokens)

    def _stands_alone(self, number: int) -> bool:
        """Whether a sentence is nothing but what is quoted."""
        return bool(re.fullmatch(r"[.-]*(?:q[.,]*)+", self.row(number).signs))

    def _whose(self, i: int, last: Said | None, turn: bool = False) -> Said | None:
        """Who says what is quoted, by the words around it."""
        span = self.outer[i]
        if turn:
            return self.turn_said(span)
        number = self.sentence(span.start - 1)
        row = self.row(number)
        at = next(
            (k for k, t in enumerate(row.tokens) if t.sign == QUOTED and t.end > span.start), -1
        )
        if at < 0:
            return None
        if shared := self._shared(row, at, number, last):
            return shared
        opens = not row.signs[:at].strip(".-,")
        if self._stands_alone(number):
            return self._by_context(i, number, last)
        found, unsure = None, False
        if opens:
            found = row.after(at)
        else:
            found, unsure = row.leading(at)
            if not found and not unsure:
                found = row.after(at)
        if not found and not unsure and (opens or re.search(r"q[,c]*$", row.signs[:at])):
            return self._with_the_one_before(i, number, last, row, at)
        return self.who(found, number, last) if found else None

    def _with_the_one_before(
        self, i: int, number: int, last: Said | None, row: Row, at: int
    ) -> Said | None:
        """ "One" and "two", she said: both are by whoever says one of them."""
        joined = re.search(r"q(?:,|c|,c)+$", row.signs[:at])
        if last and joined and i and self.sentence(self.outer[i - 1].start - 1) == number:
            return last if last.words.start >= self.sentences[number].start else None
        return None

    def _by_context(self, i: int, number: int, last: Said | None) -> Said | None:
        """Who says a sentence that is nothing but quoted words: who does so just before."""
        start = self.outer[i].start - 1
        paragraph = self.paragraph(start)
        if self.text[self.outer[i].end - 1] in "?!" and (
            said := self._next(number, paragraph, last)
        ):
            return said
        if number == 0:
            return None
        before = self.sentences[number - 1]
        row = self.row(number - 1)
        if before.start < paragraph.start:
            ends = row.signs.endswith(":")
            return self._before_colon(number - 1, last) if ends and i else None
        if QUOTED in row.signs:
            mine = last and before.start <= last.words.start < before.end
            return last if mine and not self._followed(number, paragraph) else None
        if self._followed(number, paragraph):
            return None
        return self._added(number - 1, last) or self._beat(number - 1, last)

    def _added(self, number: int, last: Said | None) -> Said | None:
        """It had been slow, she added. “We have asked.” Who says what the sentence before has."""
        row = self.row(number)
        if not (match := re.search(r",(?:(?P<who>H)[ab~]*V|V(?P<behind>H))[ax]?\.?$", row.signs)):
            return None
        who = max(match.start("who"), match.start("behind"))
        return self.who(row.found(who, row.signs.rindex("V")), number, last)

    def _next(self, number: int, paragraph: Span, last: Said | None) -> Said | None:
        """“Is it?” Anna Bell asked: the sentence behind is only who says so."""
        if number + 1 >= len(self.sentences) or self.sentences[number + 1].start >= paragraph.end:
            return None
        row = self.row(number + 1)
        verbs = row.verbs(0, len(row.signs))
        if not verbs or QUOTED in row.signs[: verbs[0]]:
            return None
        who = row.subject(verbs[0])
        if who is None or not re.fullmatch(r"V[apd~xXNRH,]{0,6}[.,].*|V", row.signs[verbs[0] :]):
            return None
        return self.who(row.found(who, verbs[0]), number + 1, last)

    def _followed(self, number: int, paragraph: Span) -> bool:
        """Whether the sentence behind may say whose it is: that was her verdict."""
        if number + 1 >= len(self.sentences) or self.sentences[number + 1].start >= paragraph.end:
            return False
        row = self.row(number + 1)
        return row.signs[:1] in "V" or self.plain[self.sentences[number + 1].start :][:5] in (
            "That ",
            "Thus ",
            "So sa",
        )

    def _before_colon(self, number: int, last: Said | None) -> Said | None:
        row = self.row(number)
        found, _ = row.leading(len(row.signs))
        return self.who(found, number, last) if found else None

    def _beat(self, number: int, last: Said | None) -> Said | None:
        """Lindqvist laughs. “Never.” Who does something right before, and nobody else is named."""
        row = self.row(number)
        match = re.match(r"[a]?(?:R(?:p[dxXNm]{1,5})?,)?(?P<who>[NH])(?!n)", row.signs)
        span = self.sentences[number]
        if not match or len(dict.fromkeys(a for a, _ in self._people(*span))) > 1:
            return None
        if re.search("[R!]", row.signs[match.end() :]) or ("V" in row.signs and "!" in row.signs):
            return None
        token = row.tokens[match.start("who")]
        words = Span(token.start, row.tokens[-1].end)
        said = self.who(Found(match.start("who"), words, ""), number, last)
        return said if said and said.who.kind == PEOPLE else None

    # --- what is shared ---------------------------------------------------------------------------

    def _shared(self, row: Row, at: int, number: int, last: Said | None) -> Said | None:
        """Who passed on what is quoted, and from whom: she shared a post by a friend that said."""
        signs = row.signs[:at]
        share = signs.rfind("S")
        if share < 0:
            return None
        behind = signs[share + 1 :]
        aloud = re.search("aloud|out|round|on", row.tokens[share].text)
        paper = behind.find("P")
        speaks = [share + m.end(1) for m in re.finditer(r"([NROH]|c)[ab~]*V", behind)]
        others = [row.tokens[i].low not in ("that", "which") for i in speaks]
        if any(others) or (paper < 0 and not aloud):
            return None
        who = row.subject(share)
        said = self.who(row.found(who, share), number, last) if who is not None else None
        if not said:
            return None
        by = re.search(r"P(?P<by>p)(?P<whom>[^V,:rc]*)", behind)
        author = ""
        if by and by["whom"]:
            first, stop = share + 1 + by.start("whom"), share + 1 + by.end("whom")
            some = row.tokens[first:stop]
            author = self.plain[some[0].start : some[-1].end]
        return replace(said, shared=True, author=author if len(author.split()) < 8 else "")

    # --- scare quotes -----------------------------------------------------------------------------

    def _doubtful(self, span: Span, said: bool) -> bool:
        """Whether the marks may be scare quotes, or be there for the title of a work."""
        (start, end), quoted = span, self.text[slice(*span)].split()
        number = self.sentence(start - 1)
        low = self.sentences[number].start if self.sentences else 0
        before = self.plain[low : start - 1]
        opens = not before.strip(" \0—–-")
        titled = (
            len(quoted) > 1
            and all(w[:1].isupper() or len(w) < 4 for w in quoted)
            and quoted[-1][-1].isalnum()
        )
        if opens or said:
            determined = re.search(
                r"\b(?:the|le|la|der|die|das|dem|den|el|of|in|von|de)\s$", before
            )
            if re.fullmatch(r"[\w-]+", self.text[start:end]) and re.search(_THE, before):
                return bool(re.match(r".\s(?!of\b|de\b|von\b)[a-z]", self.text[end : end + 6]))
            work = re.search(r"\b(?:the|an?|his|her|their)\s(?:\w+\s){0,2}$", before)
            return titled and bool(determined or work or not said) and not opens
        return titled or len(quoted) <= 4
