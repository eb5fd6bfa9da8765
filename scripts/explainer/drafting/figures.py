"""The numbers of a source as drafts of figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..text.exactness import qualifiers
from ..text.folding import fold
from ..text.giving import is_given, without_counted
from ..text.languages import Language
from ..text.mentions import Names
from ..text.numbers import Reading, find_numbers, read_number
from ..text.printed import Printed, score_at
from ..text.quantities import find_quantities
from ..text.said_so import others_say
from ..text.spans import Span
from ..text.units import is_time, unit_of
from ..text.voices import Sentence
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from .called import age_of, sum_of
from .counts import MONEY, Counts
from .dates import Dates, on_one_line
from .draft_file import Field
from .givers import givers, goes_on, named_before
from .meaning import Said
from .number_words import NUMBERED, PARTS, TIMED
from .records import Records

_TWO_UNITS = re.compile(rf"%.*[{MONEY}]|[{MONEY}].*%")  # from 8% to £91 million
_A_SHARE = re.compile(r"^[\d.,]+(?:%| per ?cent) to ", re.I)  # and no share behind it
_MUCH_MORE = 3  # times the first: no range is so wide that is told of a change
_NOT_ONE = re.compile(r"(?i)\b(?:pas|ni|not|nicht|sin|sans|ohne|without)\s$")  # pas un seul bus
_ONE = re.compile(r"(?i)an?|one|une?|un[oa]?|ein\w*")
_JOINS = frozenset(
    "in of out every to and or per pour por - – — bis zu und von à et sur a y de point hundred half"
    " thousand million billion".split()
)
_BEHIND = re.compile(r"(?:[\s-](?![,.;:])[^\W\d_][\w’'-]*){1,6}")
_NAMED = 2  # words behind a number that may be enough to name it
OPENS = re.compile(  # with what a name does not end
    r"(?: (?:said|says|dit|sagte|dijo|died|étaient|était|ont|avaient|sera|seront"
    r"|an?|the|of|in|and|or|to|at|on|for|with|by|from|as|than|that|who|which|per"
    r"|der|die|das|den|dem|des|ein|eine[mnrs]?|und|oder|von|vom|im|am|pro"
    r"|les?|la|des?|du|une?|et|ou|à|au|aux|en|par|el|los|las|del|y|o|al|por|con|was|were|is|are|had|have|has|ist|sind|war|waren|est|sont|es|son))+$",
    re.I,
)


def draft_figures(draft: Records, speakers: Mapping[Span, Said | None], dates: Dates) -> None:
    """A figure for each number that is no part of a date."""
    recorded = {
        (fold(record.value_text), fold(words.exact))
        for record in draft.known.values()
        if isinstance(record, Figure)
        for words in record.evidence
    }
    end = 0
    language = draft.passages.language
    numbers = [*find_numbers(draft.text, language), *_parts(draft.text, language)]
    for number in sorted(numbers, key=lambda number: number.start()):
        if number.start() < end:
            continue  # the other end of a range
        if dated := dates.at(number.start()):
            if dates.heads(dated):
                draft.file.numbers.append(Span(dated.start, dated.end))
            continue
        q = bisect_right(draft.outer, (number.start(), 1 << 60)) - 1
        inside = q >= 0 and number.start() < draft.outer[q].end
        said = speakers.get(draft.outer[q]) if inside else None
        one = _Number(draft, number, speakers, dates)
        one.draft(said, inside, recorded)
        end = one.end


def _parts(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The parts of a whole that words without a number say: half of the boats, a third of them."""
    words = PARTS.get(language.code)
    return words.finditer(text) if words else iter(())


# Before the first of two numbers of which the second is what it came to.
_CHANGED_FROM = re.compile(
    r"(?i)\b(?:r[io]se|risen|rising|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|climb\w*|drop\w*|went"
    r"|up|down|pass(?:é|e|ent|ait)\w*|augment\w+|baiss\w+|tomb\w+|pas[óa]\w*|subi\w*|baj\w+|aument\w+"
    r"|cay\w+|creci\w+)\b[^.;:!?\d]{0,40}\b(?:from|de|du|desde) (?:[$€£¥])?$"
)


class _Number:
    """One number of the text."""

    def __init__(
        self,
        draft: Records,
        number: re.Match[str],
        speakers: Mapping[Span, Said | None],
        dates: Dates,
    ):
        self.draft_, self.text, self.speakers = draft, draft.text, speakers
        self.dates = dates
        self.language = draft.passages.language
        self.start, self.end = self._extent(number)
        self.printed = " ".join(self.text[self.start : self.end].split())
        self.sentence = draft.passages.sentence_at(self.start)
        self.score = Printed(draft.passages, Span(self.start, self.end)).score()
        self.counts = Counts(draft, Span(self.start, self.end), bool(self.score))

    def _extent(self, number: re.Match[str]) -> Span:
        """The whole number printed there: with currency, scale, percent, the end of a range."""
        start, end = number.span()
        if score := score_at(self.draft_.passages, start):
            return score
        if self.text[start - 1 : start] in tuple(MONEY):
            start -= 1
        following = re.compile(r"%|[^\S\n]?[–—-]?[\w.,’']*\w%?").finditer(self.text, end, end + 50)
        for word in list(following)[:4]:
            printed = self.text[start : word.end()]
            reading = read_number(printed, self.language)
            apart = _TWO_UNITS.search(printed) or self._are_two(start, word.end())
            apart = apart or self._is_by_so_much(start, printed, reading)
            apart = bool(apart or _CHANGED_FROM.search(self.text, max(start - 60, 0), start))
            two = reading and reading.maximum is not None and apart
            if reading and not two:
                end = word.end()
            elif not re.search(r"\d", word[0]) and word[0].strip().lower() not in _JOINS:
                break  # 5 km in 22
        return Span(start, end)

    def _is_by_so_much(self, start: int, printed: str, reading: Reading | None) -> bool:
        """Whether of two numbers the first is how much something changed, and the second what it
        came to: by 12% to 41 weeks, by £3 million to £41 million."""
        if _A_SHARE.search(printed) and not re.search(r"%|per ?cent\b", printed.partition(" ")[2]):
            return True
        by = re.search(r"\bby\s$", self.text[max(0, start - 4) : start])
        most = reading.maximum if reading else None
        return bool(reading and most and by and most >= _MUCH_MORE * reading.value)

    def _are_two(self, start: int, end: int) -> bool:
        """Whether two numbers beside each other are no range: 3 and 4."""
        passages, words = self.draft_.passages, re.escape(self.text[start:end])
        sentence = passages.sentence_at(start)
        places = re.compile(words).finditer(self.text, sentence.start, max(end, sentence.end))
        return any(Printed(passages, Span(*place.span())).are_two() for place in places)

    def draft(self, inside: Said | None, quoted: bool, recorded: set[tuple[str, str]]) -> None:
        """Write the figure; or why there is none."""
        draft = self.draft_
        around = draft.placing.around(self.start, self.end)
        words = draft.placing.whole(*(span for span in around if self._is_first(span)))
        exact = words["exact"] if isinstance(words, dict) else words or ""
        if exact and (fold(self.printed), fold(exact)) in recorded:
            return
        values = self._values()
        said = inside if quoted else self._said()
        unsure = quoted or self._may_be_said() or self._is_given()
        span = Span(self.start, self.end)
        age = age_of(draft, span)
        said = inside if age else said  # X, 34, said: the source gives the age
        who = draft.id_of(said.who) if said else ""
        if not values or not words or (said and not who) or self._is_part():
            draft.file.left.append(f"a number: {self._near()}")
            draft.file.numbers.append(Span(self.start, self.end))
            return
        names = self._names()
        what, whom = self.counts.what()
        what = what or sum_of(draft, span, self.counts.unit())
        word = self.counts.word()
        whom = whom or (word[1] if what and word and what.startswith(word[1]) else "")
        called = [f"{what[:1].upper()}{what[1:]}"] if what else []
        qualifier, level = self._qualifier(), _level(said.verb if said else "")
        decide = {}
        if estimated := Printed(draft.passages, Span(self.start, self.end)).estimated():
            level, qualifier = "estimated_by", "about" if qualifier == "exact" else qualifier
            decide["qualifier"] = f'the sentence says "{estimated}": of this number?'
        fields: dict[str, Field] = {
            "label": draft.file.unused(*called, *names),
            "value": _plain(values[0]),
            "value_max": _plain(values[1]) if values[1:] and not self.score else "",
            "value_against": _plain(values[1]) if self.score else "",
            "value_text": self.printed,
            "qualifier": qualifier,
            "unit": self.counts.unit(),
            "measure": what or NOT_STATED,
            "population": whom or NOT_STATED,
            "period": self.counts.period(),
            "as_of": NOT_STATED,
            "attribution": who,
            "attribution_level": level,
            **({} if quoted else named_before(draft, said, self.start)),
            "evidence": words,
        } | age
        if age:
            fields["label"] = draft.file.unused(str(age["label"]))
            what, whom, names = "age", "age", []
            decide["label"] = ""
        decide["unit"] = "" if fields["unit"] != NOT_STATED else "of what?"
        if not self._is_timed():
            decide |= {"period": "", "as_of": ""}  # the sentence says nothing of a time
        decide |= {"measure": ""} if what else {}
        decide |= {"population": ""} if whom else {}
        if (not said and unsure) or (quoted and self._is_told()):
            decide["attribution"] = f"does {'somebody else' if who else 'somebody'} say so?"
        draft.file.add("figures", self._thing(what), fields, decide)
        draft.cover(words)

    def _is_timed(self) -> bool:
        """Whether the sentence has a date, or a word for a time besides the number's own unit."""
        low, high = self.sentence.start, self.sentence.end
        if any(low <= found.start < high for found in self.dates.found):
            return True
        rest = self.text[low : self.start] + self.text[self.end : high]
        units = ((word, unit_of(word)) for word in re.findall(r"[^\W\d_]+", rest))
        times = [word for word, unit in units if unit is not None and is_time(unit)]
        return bool(TIMED.search(rest)) or len(times) > (self.counts.unit() in times)

    def _near(self) -> str:
        """The number with the words around it, in its sentence, none of them cut."""
        before = self.text[self.sentence.start : self.start].split(" ")
        behind = self.text[self.end : self.sentence.end].split(" ")
        return " ".join(f"{' '.join(before[-5:])}{self.printed}{' '.join(behind[:5])}".split())

    def _names(self) -> list[str]:
        """What the number may be called: it, and the words behind it up to one that opens more."""
        behind = _BEHIND.match(self.text, self.end)
        words = behind.group().split() if behind else []
        least = 1 if self.counts.word() else _NAMED  # 18 weeks
        longest = range(min(len(words), least), len(words) + 1)
        names = [OPENS.sub("", " ".join([self.printed, *words[:n]])) for n in longest]
        return [*dict.fromkeys(names)]

    def _thing(self, what: str) -> str:
        """What a number counts, for its id: homes without power; else that it is a number."""
        word = self.counts.word()
        return what or (word[1] if word else "number")

    def _values(self) -> list[Decimal]:
        """The value, and the other end of a range or side of a score; nothing where a record cannot
        hold them."""
        if self.score:
            return [*self.score]
        read = Printed(self.draft_.passages, Span(self.start, self.end)).reading()
        values = [v for v in read or () if v is not None]
        return values if all(abs(v) < 10**18 and v == round(v, 6) for v in values) else []

    def _is_first(self, span: Span) -> bool:
        """Whether the words have nothing alike before the number: a record's is the first."""
        alike = re.compile(rf"(?<!\w){re.escape(self.printed)}(?!\w)")
        return not alike.search(" ".join(self.text[span.start : self.start].split()))

    def _is_part(self) -> bool:
        """Whether a number is a date, or only a part of a word, of another number, of a name."""
        text, length = self.text[self.start : self.end + 40], self.end - self.start
        numbers = find_numbers(text, self.language)
        before = self.text[max(self.sentence.start, self.start - 25) : self.start]
        if _NOT_ONE.search(before) and _ONE.fullmatch(self.printed):
            return True
        if (
            self._is_a_name(before)
            or Printed(self.draft_.passages, Span(self.start, self.end)).no_quantity()
        ):
            return True
        return bool(
            re.search(
                rf"[\w.,+−/{re.escape(MONEY)}-]$|\w- (?:und|bis|oder) $"
                r"|\b(?:No|Nr|no|n°)[.°]?\s$|#$|\bby\sthe\s$",
                before,
            )
            or re.match(r"[\w%-]|[.,:/]\w", self.text[self.end : self.end + 2])
            or any(n.start() < length < n.end() for n in numbers)
        )

    def _is_a_name(self, before: str) -> bool:
        """Whether a number counts nothing, as a year, a telephone's, an address's, Flight 370; or
        may be metres as well as millions."""
        if re.search(r"\d\s?[mMkK]$", self.printed) and not re.match(rf"[{MONEY}]", self.printed):
            return True
        if re.fullmatch(r"\d{3}-\d{4}|\w+-[A-Z]\w+", self.printed):
            return True
        if NUMBERED.search(before):
            return True
        if self.counts.unit() != NOT_STATED or self._qualifier() != "exact":
            return False
        nouns = self.draft_.grammar and self.draft_.grammar.nouns_up
        beside = re.match(r"\s[A-ZÀ-Þ][a-zà-ÿ]+(?<!s)\b", self.text[self.end : self.end + 30])
        # Behind a name within a sentence, or before one: Boeing 737, 10 Downing Street
        named = re.search(r"\S\s[A-ZÀ-Þ][\w’'.-]*\s$", before) or beside
        return bool(re.fullmatch(r"(?:19|20)\d\d", self.printed) or (named and not nouns))

    def _qualifier(self) -> str:
        """How exact the words beside the number say that it is."""
        text = on_one_line(self.text[self.sentence.start : self.sentence.end])
        at = self.start - self.sentence.start
        for one in find_quantities(text, self.language):
            if one.start < self.end - self.sentence.start and at < one.end:
                said = sorted(qualifiers(one.bound, one.by)) if one.bound else ["exact"]
                return said[-1 if one.bound == "least" else 0]
        return "exact"

    # --- who says so ------------------------------------------------------------------------------

    def _said(self) -> Said | None:
        """Who gives a number, where its sentence says that: X said that …; …, X said."""
        draft = self.draft_
        if not draft.grammar:
            return None
        number = draft.sentence(self.start)
        row = draft.row(number)
        at = next((i for i, t in enumerate(row.tokens) if t.end > self.start), len(row.tokens))
        found = givers(row, at)
        who = [draft.who(one, number) for one in found]
        if not found:
            return goes_on(draft, self.start, self.speakers)
        if not self._is_given():
            return None  # X began with 61 boats
        agents = {id(said.who): said for said in who if said}
        return next(iter(agents.values())) if len(agents) == 1 and all(who) else None

    def _is_given(self) -> bool:
        """Whether any word of the sentence has somebody give the number: X reckons with 61."""
        text, printed = self.text[self.sentence.start : self.sentence.end], fold(self.printed)
        told = Sentence(without_counted(fold(text), printed), Names(()), self.language)
        return is_given(told, printed, self.language)

    def _is_told(self) -> bool:
        """Whether a number in a turn is of others, as its sentence says: they told us that …"""
        words = fold(self.text[self.sentence.start : self.sentence.end])
        turn = self.draft_.passages.turn_at(Span(self.start, self.end))
        return bool(turn) and others_say(Sentence(words, Names(()), self.language))

    def _may_be_said(self) -> bool:
        """Whether somebody says something in the sentence, by a verb or a preposition."""
        draft = self.draft_
        return bool(
            draft.grammar and re.search("[VGT]", draft.row(draft.sentence(self.start)).signs)
        )


def _plain(value: Decimal) -> str:
    """A number in digits, without zeros behind its point."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _level(verb: str) -> str:
    """How surely a number is given, by the verb of whoever gives it."""
    if any(word in verb for word in ("estim", "schätz", "évalu")):
        return "estimated_by"
    return "claimed_by" if verb.startswith(("claim", "behaupt")) else "stated_by"
