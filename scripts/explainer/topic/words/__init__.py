"""What pages and data say of their own, in the language of the site: one table a language.

The tables have the same keys; what one lacks is an error of the build, never English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ...text.languages import language
from ..evidence import Placed
from ..fieldtypes import NOT_STATED
from ..yaml import parse_yaml

_FOLDER = Path(__file__).parent
# Languages that are written from right to left, by their first subtag (Unicode CLDR).
_NARROW = "\u202f"  # between two marks, which would be one to the eye: storm.””
_LEFTWARDS = frozenset("ar arc ckb dv fa he khw ks mzn nqo pnb ps sd ug ur yi".split())

_KIND = re.compile(r"kind_|search_(?:answer|section|page|rest|source)$")


class LabelMissing(LookupError):
    """The table of a language lacks something that pages say."""


def languages() -> list[str]:
    """The languages in which pages can be."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


def direction(tag: str) -> str:
    """In which direction a language is written: ltr or rtl."""
    return "rtl" if tag.split("-")[0].lower() in _LEFTWARDS else "ltr"


@cache
def words_of(tag: str) -> Words:
    """The words of a language, for a BCP 47 tag; LabelMissing where it has no table."""
    return Words(tag)


class Words:
    """The words of one language: ``words("key", name=…)`` is a label with its names filled in."""

    def __init__(self, tag: str):
        self.tag = tag
        file = _FOLDER / f"{tag.split('-')[0].lower()}.yml"
        if not file.is_file():
            raise LabelMissing(f'there are no labels in the language "{tag}"')
        table, _ = parse_yaml(file.read_text("utf-8"), 1)
        assert isinstance(table, dict)
        self.table: dict[str, Any] = table

    def __call__(self, key: str, **names: object) -> str:
        try:
            text = str(self.table[key])
        except KeyError:
            raise LabelMissing(f'the label "{key}" is missing in {self.tag}') from None
        return text.format(**names) if names else text

    @cached_property
    def search(self) -> dict[str, Any]:
        """What the search of pages knows of the language: its table in ``search/``, the names of
        months, and the kinds of entries by what readers call them."""
        file = _FOLDER / "search" / f"{self.tag.split('-')[0].lower()}.yml"
        table, _ = parse_yaml(file.read_text("utf-8"), 1)
        assert isinstance(table, dict)
        kinds = {
            str(self.table[key]): key.partition("_")[2] for key in self.table if _KIND.match(key)
        }
        return table | {"months": self("months").lower(), "colon": self("colon"), "kinds": kinds}

    def date(self, value: str | None) -> str:
        """An ISO date with its precision, for people."""
        if not value or value == NOT_STATED:
            return self("date_not_stated")
        months = self("months").split()
        if len(value) == 10:
            day = datetime.date.fromisoformat(value)
            return self(
                "date",
                weekday=self("weekdays").split()[day.weekday()],
                day=self("first_day") if day.day == 1 else day.day,
                month=months[day.month - 1],
                year=day.year,
            )
        if len(value) == 7:
            return self("month_and_year", month=months[int(value[5:]) - 1], year=value[:4])
        return value

    def short_date(self, value: str) -> str:
        """An ISO date for a picture, where there is little room."""
        if len(value) < 10:
            return self.date(value)
        day = datetime.date.fromisoformat(value)
        return self(
            "short_date",
            weekday=self("short_weekdays").split()[day.weekday()],
            day=day.day,
            month=self("short_months").split()[day.month - 1],
        )

    def short_day(self, day: datetime.date) -> str:
        """A day and its month, for an axis."""
        return self("short_day", day=day.day, month=self("short_months").split()[day.month - 1])

    def number(self, value: Decimal) -> str:
        """A number with the marks of the language."""
        marks = language(self.tag)
        signs = {",": marks.thousands, ".": marks.decimal}
        return "".join(signs.get(sign, sign) for sign in f"{value.normalize():,f}")

    def percent(self, share: Decimal) -> str:
        """A share of one, in percent."""
        return self("percent", number=f"{share * 100:.0f}")

    def quoted(self, words: str) -> str:
        """Words in the language's quotation marks; with a narrow space beside a mark of theirs."""
        before, _, behind = self("quotation").partition("{words}")
        if behind[:1] == words[-1:]:
            words += _NARROW
        return self("quotation", words=f"{_NARROW * (before[-1:] == words[:1])}{words}")

    @property
    def opening(self) -> str:
        """The language's opening quotation mark."""
        return self("quotation")[0]

    def unquoted(self, words: str) -> str:
        """Words without the quotation marks around them."""
        before, _, behind = self("quotation").partition("{words}")
        return words.removeprefix(before).removesuffix(behind)

    def listed(self, several: Sequence[str], how: str = "and") -> str:
        """Words as a list in a sentence: a, b and c."""
        if len(several) < 2:
            return "".join(several)
        return self(how, some=", ".join(several[:-1]), last=several[-1])

    def within(self, name: str) -> tuple[str, str]:
        """A name within a sentence: its article in small letters with the space behind it, or
        nothing, and the rest: the, Kremlin."""
        articles = self("articles").split()
        article, space, rest = name.partition(" ")
        if rest and article in articles:
            return article.lower() + space, rest
        elided, mark, rest = name.partition("’")
        if rest and f"{elided}{mark}" in articles:
            return f"{elided.lower()}{mark}", rest
        return "", name

    def counted(self, printed: str, unit: str) -> str:
        """A unit behind a printed number, with the word between them: millions d’euros."""
        behind = self("of_behind")
        if not unit or not behind or not re.search(rf"{behind}$", printed, re.IGNORECASE):
            return unit
        return self("of_before_vowel" if unit[0].lower() in "aeiouyéèêh" else "of") + unit

    def places_said(self) -> re.Pattern[str]:
        """What says a place in a text, whatever its case."""
        forms = (re.sub(r"\\{\w+\\}", r"\\d+", re.escape(self(key))) for key in ("places", "place"))
        return re.compile("|".join(forms), re.IGNORECASE)

    def place(self, placed: Placed) -> str:
        """Where words stand: paragraph 5, sentences 1 to 2."""
        names = {"paragraph": placed.paragraph, "sentence": placed.sentence}
        if placed.sentence == placed.sentence_end:
            return self("place", **names)
        return self("places", last=placed.sentence_end, **names)


__all__ = ["LabelMissing", "Words", "direction", "languages", "words_of"]
