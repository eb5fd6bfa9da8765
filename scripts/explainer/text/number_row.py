"""A sentence with numbers: a row of words, marks and numbers, and what can be told of each."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .counting import Counting
from .languages import Language
from .no_quantities import times_of_day
from .printed import SCORES, dates_of
from .quantities import find_quantities
from .quantity import Quantity
from .spans import Cover, Span
from .units import is_currency, unit_of

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*(?:['’]s\b)?|[^\s\w]|_")
_ELIDED = re.compile(r"[^\W\d_]+['’](?=[^\W\d_])|" + _TOKEN.pattern)
_PART = re.compile(r"[^\W\d_]+")
_OTHER = frozenset("other others autres otros otras".split())
_CURRENCY = re.compile(r"[$€£¥₽₴₹₺₪₩₿]|[A-Z]{3} ?$")
# Behind the digits of an ordinal (the 34th); in German a mark before a noun (das 34. Fest).
_ORDINAL = {
    False: re.compile(r"(?:st|nd|rd|th|e|er|[eè]re|[eè]me|nde?|\.?[ºª])(?![\w-])"),
    True: re.compile(r"\.\s(?=[^\W\d_])"),
}
LONGEST = 5  # words of a noun with its adjectives
FATES = {unit_of(word) for word in ("dead", "wounded", "missing", "captured", "refugee")}


class Token(NamedTuple):
    """A word or mark of a sentence; ``number`` is the place of the number it is of, -1 of none."""

    word: str  # in small letters
    start: int
    end: int
    up: bool
    number: int = -1
    date: bool = False


def words_of(text: str, language: Language) -> list[str]:
    """The words of a text, in small letters, one after another."""
    form = _ELIDED if language.code in ("fr", "it") else _TOKEN
    return [m[0].lower() for m in form.finditer(text) if m[0][0].isalpha()]


class Row:
    """A sentence as a row of words, marks and numbers; ``own`` is one that is a number in any
    case."""

    def __init__(self, text: str, language: Language, row: Counting, own: Span):
        self.text, self.row, self.language = text, row, language
        dates = [Span(d.start, d.end) for d in dates_of(text, language)]
        self.dates = Cover([*dates, *times_of_day(text)])
        self.found = self._quantities(own)
        self.tokens = self._read()
        self.places = self._places()

    def _quantities(self, own: Span) -> list[Quantity]:
        """The quantities that are no date, no time of day and no ordinal, which counts nothing, and
        the number that is one anyhow."""
        found, here = [], []
        for one in find_quantities(self.text, self.language):
            whole = all(isinstance(v, Decimal) and v >= 1 for v in one.values)
            if one.start < own.end and own.start < one.end:
                here.append(one)
            elif not (
                self.dates.touches(Span(one.start, one.end))
                or (one.in_words and whole)
                or _ORDINAL[self.row.nouns_up].match(self.text, one.end)
                or re.search(r"\d(?:st|nd|rd|th)$", one.text)
            ):
                found.append(one)
        words = self.text[own.start : own.end]
        if len(here) != 1:
            last = here[-1] if here else Quantity(*own, words, frozenset([words]))
            start = min(own.start, here[0].start) if here else own.start
            here = [last._replace(start=start, end=max(own.end, last.end))]
        return sorted([*found, *here], key=lambda one: one.start)

    def _read(self) -> list[Token]:
        """The words and marks; of a 40-year-old the words behind the number by themselves."""
        form = _ELIDED if self.language.code in ("fr", "it") else _TOKEN
        tokens = []
        for match in form.finditer(self.text):
            start, end = match.span()
            here = (n for n, q in enumerate(self.found) if q.start < end and start < q.end)
            number, cut = next(here, -1), end
            if number >= 0 and self.text[self.found[number].end : end][:1] in ("-", "‐", "‑"):
                cut = self.found[number].end
            parts = [(start, cut), *(m.span() for m in _PART.finditer(self.text, cut, end))]
            for first, last in parts:
                word, which = self.text[first:last], number if first == start else -1
                date = number < 0 and self.dates.touches(Span(first, last))
                tokens.append(Token(word.lower(), first, last, word[0].isupper(), which, date))
        return tokens

    def _places(self) -> list[tuple[int, int]]:
        """Where the words of each number begin and end among all."""
        places = [(len(self.tokens), 0)] * len(self.found)
        for i, token in enumerate(self.tokens):
            if token.number >= 0:
                first, last = places[token.number]
                places[token.number] = (min(first, i), max(last, i + 1))
        return places

    # --- words ------------------------------------------------------------------------------------

    def _is_word(self, i: int) -> bool:
        """Whether there is a word that may be a noun or say what is counted."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        word = token.number < 0 and not token.date and token.word[0].isalpha()
        return word and (self.row.is_word(token.word) or self._is_noun(i))

    def _is_noun(self, i: int) -> bool:
        """Whether a word that is listed is a noun by its capital, in German."""
        return self.row.nouns_up and self.tokens[i].up and i > 0 and self.tokens[i - 1].word != "."

    def _word(self, i: int) -> str:
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        return token.word if token and token.number < 0 else ""

    def _is_plural(self, i: int) -> bool:
        """Whether a word looks like several, or like a noun where nouns have capitals."""
        token, row = self.tokens[i], self.row
        if row.nouns_up:
            return token.up
        if unit_of(token.word) is not None or token.word in row.plurals:
            return True
        return len(token.word) > 3 and token.word.endswith(row.endings) and token.word[-2:] != "ss"

    def _noun(self, i: int, several: bool = True) -> tuple[list[str], int]:
        """The noun that begins at a place, with its adjectives, and where it ends."""
        words: list[str] = []
        found = False
        while self._word(i) in _OTHER:
            i += 1
        while self._is_word(i) and len(words) < LONGEST:
            plural = self._is_plural(i)
            if found and (not plural or unit_of(self.tokens[i].word) in FATES):
                break
            found = found or (plural and several)
            words.append(self.tokens[i].word)
            i += 1
        return words, i

    def _is_glued(self, n: int) -> bool:
        """Whether letters of a unit are written to the digits of a number: 40mph, 20p."""
        return any(re.search(r"\d[^\W\d_]", self.tokens[i].word) for i in range(*self.places[n]))

    def _is_money(self, one: Quantity) -> bool:
        return (
            one.unit is not None
            and is_currency(one.unit)
            and _CURRENCY.search(self.text[max(one.start - 4, 0) : one.start + 1]) is not None
        )

    def _is_score(self, i: int) -> bool:
        """Whether a word within a number says what it counts: 23 votes to 18."""
        return bool(SCORES.fullmatch(self.tokens[i].word))
