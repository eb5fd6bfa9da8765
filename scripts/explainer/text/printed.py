"""A number where it is printed: what the words around it say that it is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property, lru_cache

from .before_after import INSTEAD
from .days import Dated, Day, find_dates
from .languages import KEPT, Language
from .no_quantities import is_ratio, numbered, times_of_day
from .numbers import FROM, Reading, any_of_words, find_numbers, lent_scale, read_number, read_score
from .passages import Passages
from .spans import Cover, Span

_NEAR = 60  # characters before a number, and behind it, that say what it is

# Words of games and votes, in whose sentence two numbers are the two sides.
SCORES = re.compile(
    r"\b(?:w[oi]ns?|beat|beaten|los[es]s?|lost|defeat\w*|drew|draws?|tied?|vot(?:e[sd]?|ing)|ruled|ruling"
    r"|scor\w+|goals?|victory|gewann\w*|gewonnen|verlor\w*|siegte\w*|besiegte\w*|unentschieden|Tore?n?"
    r"|abgestimmt|stimmten?|Stimmen|Sieg|battu\w*|gagn\w+|perd\w+|victoire|match nul|voix|voté\w*"
    r"|buts?|gan(?:ó|aron|ar)|perdi\w+|empat\w+|venci\w+|victoria|votos|votó|goles)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\d{1,3}(?: ?[–—:-] ?|-?(?: to | zu | à | a )-?)\d{1,3}")
# The same with what is counted between them: 14 votes to nine, 14 voix contre 9. A side is a number
# in digits or a word.
_SIDE = r"(?:\d{1,3}(?:[., \u00a0\u202f]\d{3})*|[^\W\d_]+(?:-[^\W\d_]+)?)"
_COUNTED_SIDES = re.compile(
    rf"(?P<one>{_SIDE})(?: (?P<what>votes?|voix|Stimmen|votos?|goals?|buts?|Tore?|goles?))?"
    r"(?: ?[–—:-] ?|(?: |-)(?:to|against|zu|gegen|à|contre|contra|a)(?: |-))"
    rf"(?P<two>{_SIDE})(?![\w%]|[.,]\d| ?[$€£])",
    re.IGNORECASE,
)
# Behind a score; behind a range is what it counts.
_GOES_ON = re.compile(
    r"\W*$|[.,;:!?)]|[ -](?:to|on|in|against|over|at|after|win|victory|vote|defeat|loss|draw|by|and"
    r"|gegen|in|im|zu|am|beim|und|Sieg|contre|à|au|en|face|et|sur|contra|al|ante|y|frente)\b"
)
_YEARS = re.compile(
    r"(?:1[5-9]|20)\d\d(?:(?: ?[–—-] ?| (?:and|to|und|bis|et|à|y|a) )(?:1[5-9]|20)\d\d)?"
)
_YEAR = re.compile(r"(?<![\w.,$€£])(?:1[5-9]|20)\d\d(?![\w%]|[.,:]\d| ?[$€£%])")
_YEAR_ALONE = re.compile(
    r"\b(?:in|since|until|by|of|seit|im Jahr|bis|between|from|zwischen|von|entre|de|en|depuis|dès"
    r"|desde|hasta|années|Jahren?|años|Ende|Anfang|Mitte)(?: the year)? $",
    re.I,
)
# Behind a share a year is what it is compared with: 18 Prozent weniger als 2019.
_THAN_A_YEAR = re.compile(
    r"(?:%|prozent|per ?cent|pour cent|por ciento)[^.;:\d]{0,30} (?:than|als|que)(?: in| en)? $",
    re.I,
)

# Words in whose sentence a number is no count but an estimate.
ESTIMATED = re.compile(
    r"estimat|approximat|projected|projections?\b|forecast|schätz|vermut|estim|évalu|calcul", re.I
)
# What a number counts or is counted in, right behind it; and what comes before a sum of money.
_UNIT = re.compile(
    r"\W{0,2}(?:%|‰|[$€£¥₽₴]|(?:percent|per cent|prozent|pour cent|dollars?|euros?|pounds?|roubles?"
    r"|rubles?|hundred|thousand|million|millionen|millions|billion|milliarden?|trillion|bn|mn|tn"
    r"|k?m|kilomet\w+|met(?:er|re)s?|centimet\w+|cm|mm|miles?|feet|inch\w*|acres?|hectares?"
    r"|square|cubic|kg|kilos?|kilogram\w*|grams?|tons?|tonnes?|lit(?:re|er)s?|seconds?|minutes?"
    r"|hours?|days?|weeks?|months?|years?|stunden?|tagen?|tage|wochen?|monaten?|monate|jahren?"
    r"|jahre|people|persons?|troops?|soldiers?|civilians?|dead|killed|wounded|injured|casualties"
    r"|deaths?|votes?|degrees?|times|to one|menschen|soldaten|tote|personnes|morts)\b)"
    r"|-to-\d",
    re.I,
)
_MONEY = re.compile(r"[$€£¥₽₴]\s?$")


class Printed:
    """A number at a place of a source, with its sentence."""

    def __init__(self, passages: Passages, span: Span):
        self.passages, self.span = passages, span
        self.text = passages.words(*span)
        sentence = passages.sentence_at(span.start)
        self.start, self.end = sentence.start, max(sentence.end, span.end)
        near = max(self.start, span.start - _NEAR), min(self.end, span.end + _NEAR)
        self.before = " ".join(passages.text[near[0] : span.start].split(" "))
        self.behind = passages.text[span.end : near[1]]

    def no_quantity(self) -> str:
        """What a number is that says no quantity: a date, a time of day, the number of a report."""
        whole = self.passages.text
        if Cover(times_of_day(whole)).touches(self.span):
            return "a time of day"
        if Cover(numbered(whole)).touches(self.span):
            return "the number of something"
        counts = re.match(r"\s[^\W\d_]", self.behind)
        for found in find_dates(whole[self.start : self.end], self.passages.language):
            here = self.start + found.start <= self.span.start < self.start + found.end
            day = any(day.day or day.month for day in found.days)
            if here and day and (any(d.day for d in found.days) or not counts):
                return "a date"
        year = _YEARS.fullmatch(self.text) and not counts
        alone = _YEAR_ALONE.search(self.before) or _THAN_A_YEAR.search(self.before)
        return "a date" if year and alone else ""

    def is_ratio(self) -> bool:
        """Whether 1:10 is said to be a ratio."""
        return is_ratio(self.passages.text, self.span.start)

    def reading(self) -> Reading | None:
        """What the number means; None if it is none."""
        own = read_number(self.text, self.passages.language, self.is_ratio())
        return Reading(own.value * self._lent[1]) if own and self.scale else own

    @property
    def scale(self) -> str:
        """The word that the number takes from one behind it: million, of 1.8 in from 1.8 to 4.6
        million; empty where it takes none."""
        return self._lent[0]

    @cached_property
    def _lent(self) -> tuple[str, Decimal]:
        return lent_scale(self.passages.text, self.span, self.passages.language)

    @cached_property
    def _sentence(self) -> str:
        return self.passages.text[self.start : self.end]

    def score(self) -> tuple[Decimal, Decimal] | None:
        """The two sides, where the number is a score or a vote."""
        sides = read_score(self.text, self.passages.language)
        if not sides or not _SIDES.fullmatch(self.text):
            return self._counted_score()
        alone = ":" in self.text or _GOES_ON.match(self.behind)
        game = bool(SCORES.search(self._sentence)) and bool(alone) and not self.is_ratio()
        no_other = sides[0] >= sides[1] and not re.search("[a-z:]", self.text)
        return sides if game or no_other else self._counted_score()

    def _counted_score(self) -> tuple[Decimal, Decimal] | None:
        """The two sides, where what is counted stands between them, or the first is not less, as in
        no range."""
        found, language = _COUNTED_SIDES.fullmatch(self.text), self.passages.language
        if not found or not SCORES.search(self._sentence) or self.is_ratio():
            return None
        one, two = (read_number(found[side], language) for side in ("one", "two"))
        if not one or not two or FROM.search(self.before):
            return None
        against = re.search(r"\b(?:against|gegen|contre|contra)\b", self.text, re.IGNORECASE)
        certain = found["what"] or against or one.value >= two.value
        return (one.value, two.value) if certain else None

    def are_two(self) -> bool:
        """Whether a range that is joined by "and" has no word that makes it one."""
        language = self.passages.language
        ands, between = any_of_words(language.ands), any_of_words(language.between)
        joined = re.search(rf"\s{ands}\s", self.text, re.I)
        said = re.match(rf"{between}\s", self.text, re.I) or re.search(
            rf"\b{between}\s+$", self.before, re.I
        )
        return bool(joined) and not said

    def estimated(self) -> str:
        """The word that makes the number an estimate; empty where there is none, where another
        number comes behind it and this one before (23 clocks worth an estimated $4 million), or
        where this is what the other is instead of."""
        word = ESTIMATED.search(self._sentence)
        if not word or INSTEAD.search(self.before):
            return ""
        at, behind = self.start + word.end(), self._sentence[word.end() :]
        others = find_numbers(behind, self.passages.language) if self.span.end <= at else ()
        return "" if any(others) else word.group()

    def end_of(self) -> str:
        """The range of which the number is one end; empty where it is none."""
        language = self.passages.language
        ands, between = any_of_words(language.ands), any_of_words(language.between)
        if re.search(rf"\b{between}\s+$", self.before, re.I):
            other = re.match(rf"\s{ands}\s+(\S+(?:\s\S+)?)", self.behind, re.I)
            words = other[1].rstrip(".,;:").split() if other else []
            ends = [" ".join(words), *words[:1]] if words else []
            if any(read_number(end, language) for end in ends):
                return f"{self.text}{self.behind[: other.end()]}" if other else ""
        first = re.search(rf"\b{between}\s+([^,;:.]+)\s{ands}\s+$", self.before, re.I)
        number = first and re.match(r"\S+", first[1])
        if first and number and read_number(number.group(), language):
            return f"{first.group()}{self.text}"
        return ""


def is_amount(text: str, number: Span) -> bool:
    """Whether a number has a unit, a currency or a sign of percent."""
    beside = _UNIT.match(text, number.end) or _MONEY.search(text[: number.start][-3:])
    return bool(beside or re.search(r"[%$€£]|\w-to-", text[number.start : number.end]))


def score_at(passages: Passages, at: int) -> Span | None:
    """The score or vote whose first side begins at some place of a text, if one does."""
    found = _COUNTED_SIDES.match(passages.text, at)
    span = Span(*found.span()) if found else None
    return span if span and Printed(passages, span).score() else None


@lru_cache(KEPT)
def dates_of(text: str, language: Language) -> tuple[Dated, ...]:
    """The dates of a ``readable`` sentence, and years by themselves, in their order."""
    found = [*find_dates(text, language)]
    known = Cover([Span(d.start, d.end) for d in found])
    for match in _YEAR.finditer(text):
        alone = _YEAR_ALONE.search(text, max(match.start() - 20, 0), match.start())
        counts = re.match(r"\s[^\W\d_]+", text[match.end() :])
        if not known.touches(Span(*match.span())) and (alone or not counts):
            found.append(Dated(*match.span(), (Day(int(match[0])),)))
    return (*sorted(found),)
