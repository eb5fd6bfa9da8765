"""The rules on numbers and dates in what editors write."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from ..text.days import Day, day_of, find_dates
from ..text.folding import fold
from ..text.languages import Language, is_listed, language
from ..text.quantities import Quantity, Value, find_quantities, readable
from ..text.units import PEOPLE, is_measure, unit_behind, units_in
from ..text.words import stands_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.roles import DATE, NUMBER, OUTSIDE, OWN, SOURCE, values
from ..topic.site import Site
from .common import sentences_around
from .own_words import OwnWords, listed, own_words, written_language
from .registry import rule

_EXACT = {"exact": "exact", "at_least": "least", "at_most": "most", "about": "about"}
# What words of exactness a figure bears out, whatever its own words are.
_BORNE_OUT = {"near": {"near", "about", "most"}, "about": {"about", "near"}}
_IN_PERCENT = re.compile(
    r"%|\b(?:per ?cent|percent|share|rate|proportion|points?|prozent|anteil|pour ?cent|part|taux)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:an?|per|each|every)\b", re.IGNORECASE)  # in a year: in one year


@dataclass(frozen=True)
class Known:
    """What a record, or other words, know of numbers and dates: the ``words`` themselves, those
    around them, the ``quantities`` and ``days`` in them, and every unit that is named."""

    words: str
    around: str
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    units: frozenset[int] = frozenset()

    @cached_property
    def _by_value(self) -> dict[Value, list[Quantity]]:
        found: dict[Value, list[Quantity]] = defaultdict(list)
        for one in dict.fromkeys(q._replace(start=0, end=0) for q in self.quantities):
            for value in one.values:
                found[value].append(one)
        return found

    def alike(self, quantity: Quantity, in_percent: bool) -> Iterator[Quantity]:
        """The known quantities that are the same number. A percentage may be said as a share, and
        without its sign where the paragraph is about percentages."""
        for value in quantity.values:
            for one in self._by_value.get(value, ()):
                if quantity.percent == one.percent or (one.percent and in_percent):
                    yield one
            if type(value) is Decimal:
                other = value / 100 if quantity.percent else value * 100
                for one in self._by_value.get(other, ()):
                    if quantity.percent != one.percent:
                        yield one


class _Reader:
    """What is known of every record of a site, each read once."""

    def __init__(self, site: Site):
        self.site, self.language = site, written_language(site)
        self._known: dict[str, Known] = {}

    def of(self, own: OwnWords) -> list[Known]:
        """What a text may draw on."""
        topic = self.site.topic
        found = [self._record(name) for name in dict.fromkeys(own.records)]
        found += [_read([(words, self.language)], ()) for words in own.words]
        about = [topic.settings_where, *(source.where for source in topic.sources.values())]
        if any(own.path == where.path for where in about):
            found.append(self._settings)
        return found

    def dates(self, own: OwnWords) -> list[Day]:
        """The dates that a text may draw on; a heading also on what its section cites and shows,
        and who or what somebody is on the records that name them."""
        known = self.of(own)
        known += [self._record(name) for name in self._sections.get((own.path, own.text), ())]
        if own.records and self.site.topic.records[own.records[0]].only_names:
            known += [self._record(name) for name in self._naming.get(own.records[0], ())]
        return [day for one in known for day in one.days]

    @cached_property
    def _sections(self) -> dict[tuple[str, str], list[str]]:
        """What is cited below each heading, and shown on its page, by its file and words."""
        found: dict[tuple[str, str], list[str]] = {}
        for page in self.site.outlines.values():
            below: list[str] = []
            for paragraph in page.paragraphs:
                if paragraph.level:
                    below = [name for block in page.blocks for name in block.ids]
                    found[page.page.file, paragraph.text] = below
                below += (name for name in paragraph.cites if name in self.site.topic.records)
        return found

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        """The published records that name each record."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, record in self.site.topic.records.items():
            for value in values(record) if not record.draft else ():
                if value.spec.role and value.spec.role.refers:
                    found[value.value].append(name)
        return found

    def _record(self, name: str) -> Known:
        if name not in self._known:
            self._known[name] = _of_record(self.site, name, self.language)
        return self._known[name]

    @cached_property
    def _settings(self) -> Known:
        """What is said of the whole site may name its bounds: half of the words are quoted."""
        numbers = [v.value for v in values(self.site.topic.settings) if v.spec.role is NUMBER]
        days = [day_of(v.value) for v in values(self.site.topic.settings) if v.spec.role is DATE]
        # A bound is named with what is below it: about half.
        return Known(
            "",
            "",
            tuple(_quantity(n, bound=b) for n in numbers for b in ("about", "most")),
            (*days,),
        )

    def text(self, own: OwnWords) -> str:
        """A text as its reader sees it, without the names of agents and terms that a source has
        letter for letter: a programme's Sunday is no date, its 60 no number."""
        text = readable(own.text, self.language)
        return self._names.sub(lambda m: "\0" * len(m[0]), text) if self._names else text

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        found = set()
        for name, record in self.site.topic.records.items():
            if record.only_names and not record.draft:
                words = " ".join(fold(placed.exact) for placed in self.site.evidence.of(name))
                for value in values(record):
                    if value.spec.role is OWN and stands_in(fold(value.value), words):
                        found.add(readable(value.value, self.language))
        mistaken = [
            name
            for name in found
            if re.search(r"[^\W\d_]{3}", name)
            and (find_quantities(name, self.language) or find_dates(name, self.language))
        ]
        longest_first = sorted(mistaken, key=lambda name: (-len(name), name))
        either = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None


@lru_cache(1)
def _reader(site: Site) -> _Reader:
    """The reader of a site, for the rules that ask it one after another."""
    return _Reader(site)


def _of_record(site: Site, name: str, marks: Language) -> Known:
    """What a record knows: its words and those on what is outside the sources, its dates, and the
    value of a figure."""
    record = site.topic.records[name]
    texts = [
        (placed.exact, site.topic.sources[placed.source].passages.language)
        for placed in site.evidence.of(name)
    ]
    fields, units = [], []
    for _, value, spec in values(record):
        if spec.role is DATE and value != NOT_STATED:
            fields.append(day_of(value))
        elif spec.role is OUTSIDE or (spec.role is SOURCE and isinstance(value, str)):
            texts.append((value, marks))
        elif spec.role is OWN and isinstance(record, Figure):
            units.append(readable(value, marks))
    known = _read(texts, fields, " ".join(sentences_around(site, name)), marks)
    known = replace(known, units=known.units.union(*map(units_in, units)))
    if isinstance(record, Figure):
        known = replace(known, quantities=(*known.quantities, *_of_figure(record, known, marks)))
    years = {day.year for day in fields if day.year}
    return replace(
        known, quantities=(*known.quantities, *(_quantity(Decimal(year)) for year in sorted(years)))
    )


def _read(
    texts: list[tuple[str, Language]], fields: list[Day] | tuple[()], around: str = "",
    marks: Language | None = None,
) -> Known:  # fmt: skip
    """What texts know, each in its language, and the dates of a record's ``fields``."""
    pieces = [(readable(text, its), its) for text, its in texts]
    quantities: list[Quantity] = []
    days: list[Day] = []
    for text, its in pieces:
        for quantity in find_quantities(text, its):
            quantities += quantity, *quantity.parts
        days += (day for dated in find_dates(text, its) for day in dated.days)
        units_of_one = {unit_behind(text, each.end())[0] for each in _EACH.finditer(text)}
        quantities += (_quantity(Decimal(1), unit=u) for u in units_of_one if is_measure(u))
    together = [both for day in days for other in fields if (both := day.with_(other))]
    around = readable(around, marks) if marks else ""
    near = [day for dated in find_dates(around, marks) for day in dated.days] if marks else []
    words = " ".join(text for text, _ in pieces)
    units = units_in(words) | units_in(around)
    days = [*fields, *days, *together, *near]
    return Known(words, around, tuple(quantities), tuple(days), units)


def _quantity(value: Decimal, bound: str = "", unit: int | None = None) -> Quantity:
    return Quantity(0, 0, "", frozenset([value]), bound=bound, unit=unit)


def _of_figure(figure: Figure, known: Known, marks: Language) -> Iterator[Quantity]:
    """The value of a figure, with its unit and how exact it is; and the 1 of 3-to-1."""
    unit = readable(figure.unit, marks)
    percent = any(q.percent for q in find_quantities(f"1 {unit}; {figure.value_text}", marks))
    bound, units = _EXACT[figure.qualifier], [u for u in units_in(unit) if is_measure(u)]
    numbers = [figure.value, figure.value_max]
    own = [q for q in find_quantities(readable(figure.value_text, marks), marks)]
    read = [
        *(_quantity(n)._replace(text=f"{n:f}") for n in numbers if n is not None),
        *(q for one in own for q in (one, *one.parts)),
    ]
    for one in read:
        its = one.unit if one.unit is not None else (units[0] if units else None)
        yield one._replace(percent=percent, bound=bound, unit=its)
    if figure.value_max is not None:
        pair = find_quantities(f"{figure.value:f}–{figure.value_max:f}", language("en"))
        yield from (q._replace(percent=percent, bound=bound) for q in pair)
    if known.words.endswith(unit) or figure.value_text.replace("-", " ").endswith(unit):
        # A number alone, which no range is made of: 1 to 3 is not 3-to-1.
        yield from (q._replace(text="") for q in find_quantities(unit, marks))


@rule(whole=True)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words, in whatever words and characters, comes from a
    fact cited in that paragraph, or from that record; so do its sign, its scale, its currency and
    its unit, and a number that is made of two others. A percentage comes from one that has it as a
    percentage. "At least", "at most", "about" and their like agree with the fact's qualifier or
    its words."""
    reader = _reader(site)
    for own in own_words(site):
        text = reader.text(own)
        for dated in find_dates(text, reader.language):
            text = f"{text[: dated.start]}{chr(0) * (dated.end - dated.start)}{text[dated.end :]}"
        quantities = find_quantities(text, reader.language)
        known = reader.of(own) if quantities else []
        for quantity in quantities:
            if problem := _unknown(quantity, known, own, text, reader.language):
                yield problem


def _unknown(
    quantity: Quantity, known: list[Known], own: OwnWords, text: str, marks: Language
) -> Problem | None:
    """What is wrong with a quantity, if anything is."""
    sign = "%" if quantity.percent else ""
    printed = quantity.printed
    if printed and not any(stands_in(printed, one.words) for one in known):
        return own.problem(
            f'"{printed}" is in no fact cited here as it is written ({listed(own.records)})',
            "write the number as the source does, with its sign and scale, or as the fact has it",
            printed,
        )
    if quantity.in_words and any(
        stands_in(quantity.text.lower(), one.around.lower()) for one in known
    ):
        return None
    percent = bool(_IN_PERCENT.search(text))
    same = [(one, of) for of in known for one in of.alike(quantity, percent)]
    if not same and quantity.parts:
        same = [(one, of) for of in known for one in _both(quantity, of, percent)]
    if not same and not (quantity.parts == () and _is_a_day(quantity, known)):
        return own.problem(
            f'the number "{quantity.text}{sign}" is in no fact cited here ({listed(own.records)})',
            "cite the fact it comes from in the same paragraph",
            quantity.text + sign,
        )
    if same and not any(_counts_the_same(quantity, one, of) for one, of in same):
        return own.problem(
            f'the number "{quantity.text}" has another unit in the fact cited here'
            f" ({listed(own.records)})",
            "write the unit that the fact has, or cite the fact that has this one",
            quantity.text,
        )
    if same and quantity.bound and not any(_as_exact(quantity, one, of, marks) for one, of in same):
        return own.problem(
            f'the words beside "{quantity.text}" do not say how exact it is as the fact cited here'
            f" does ({listed(own.records)})",
            "say at least, at most, about or nothing, as the fact's qualifier or its words do",
            quantity.text,
        )
    return None


def _both(quantity: Quantity, of: Known, percent: bool) -> list[Quantity]:
    """The two numbers of a range, where one record knows both."""
    found = [
        next((one for one in of.alike(part, percent) if one.text), None) for part in quantity.parts
    ]
    return [one for one in found if one] if all(found) else []


def _is_a_day(quantity: Quantity, known: list[Known]) -> bool:
    """Whether "the 15th" is the day of a date."""
    if not re.search(r"(?i)\d(?:st|nd|rd|th)$|^[a-z -]+th$", quantity.text):
        return False
    return any(day.day in quantity.values for of in known for day in of.days)


def _counts_the_same(quantity: Quantity, one: Quantity, of: Known) -> bool:
    """Whether a known number counts what a quantity says, as far as its unit tells."""
    unit = quantity.unit
    if unit is None or unit == one.unit:
        return True
    if is_measure(unit):
        return one.unit is None and (unit in of.units or not of.words)
    return not is_measure(one.unit) and (unit == PEOPLE or unit in of.units)


def _as_exact(quantity: Quantity, one: Quantity, of: Known, marks: Language) -> bool:
    """Whether a known number is as exact as the words beside a quantity say."""
    if one.bound in _BORNE_OUT.get(quantity.bound, {quantity.bound}):
        return True
    around = find_quantities(of.around, marks)
    return any(q.bound == quantity.bound and not q.values.isdisjoint(one.values) for q in around)


@rule(whole=True)
def dates_in_prose(site: Site) -> Iterator[Problem]:
    """A date in a page or in a record's own words is one of a fact cited in that paragraph, or of
    that record: its day, its month and its day of the week are those of one date, or are in the
    source's words there."""
    reader = _reader(site)
    for own in own_words(site):
        text = reader.text(own)
        found = find_dates(text, reader.language)
        known = reader.dates(own) if found else []
        for dated in found:
            if not all(any(day.within(other) for other in known) for day in dated.days):
                printed = text[dated.start : dated.end]
                yield own.problem(
                    f'the date "{printed}" is that of no fact cited here ({listed(own.records)})',
                    "write the day, month and weekday of one date of a fact, and cite that fact",
                    printed,
                )


@rule(whole=True)
def language_known(site: Site) -> Iterator[Problem]:
    """The language that the settings name is one whose quotation marks and number words the checks
    know."""
    tag = site.topic.settings.language
    if tag and not is_listed(tag):
        where = site.topic.settings_where
        yield Problem(
            where.path,
            where.line("language"),
            f'the checks do not know the language "{tag}", so they cannot read these pages',
            "name the language of the pages, as in: en, de or fr; a line in text/languages.py adds"
            " another",
            "",
            tag,
        )
