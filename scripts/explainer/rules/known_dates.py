"""The rules on how dates are known: from a source's sentences, its own date, or a reference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import product

from ..text.days import Day, day_of, find_dates
from ..text.languages import KEPT
from ..text.quantities import readable
from ..text.told_years import told_years
from ..text.weekdays import told_days, weekdays_in
from ..text.when import moved_to
from ..text.words import one_of
from ..topic.apparatus import Reference
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Fact, Record
from ..topic.roles import DATE, OUTSIDE, Key, values
from ..topic.site import Site
from .common import sentences_around, source_of
from .dates import DAYS, MONTHS
from .own_number import own_number
from .registry import rule

# The months of the languages whose dates are read: in full and short.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner janvier enero gennaio januari janeiro jan janv",
            "february februar février febrero febbraio februari fevereiro feb févr",
            "march märz mars marzo maart março mar",
            "april avril abril aprile apr avr",
            "may mai mayo maggio mei maio",
            "june juni juin junio giugno junho jun",
            "july juli juillet julio luglio julho jul juil",
            "august août agosto augustus aug",
            "september septembre septiembre settembre setembro sept sep",
            "october oktober octobre octubre ottobre outubro oct okt",
            "november novembre noviembre novembro nov",
            "december dezember décembre diciembre dicembre dezembro dec dez déc",
        ),
        1,
    )
    for name in names.split()
}
_READ = frozenset("en de fr es it nl pt".split())
_MONTH = rf"(?P<month>{one_of(_MONTHS)})\b\.?"
_YEAR = r"(?:(?:,|\s+of|\s+de|\s+del)?\s+(?P<year>[12]\d{3})(?!\d))?"
_DAY = r"(?<!\d)(?:[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|\.|º)?"
_DAYS = rf"(?P<days>{_DAY}(?:\s*(?:,|to|and|or|bis|und|et|y|e|en|–|-)\s*{_DAY}){{0,3}})"
_A_MONTH = re.compile(rf"(?<!\w){_MONTH}{_YEAR}", re.I)
_DIGIT = re.compile(r"\d")
_FORMS = [
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_DAYS}\s*(?:of\s+|de\s+)?{_MONTH}{_YEAR}",
        rf"(?<!\w){_MONTH}\s+{_DAYS}{_YEAR}",
        rf"(?<!\w){_MONTH}{_YEAR}",
        r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>[01]\d)(?:-(?P<days>[0-3]\d))?(?![\d-])",
        r"(?<!\d)(?P<days>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>[12]\d{3})(?!\d)",
        r"(?<!\d)(?P<month>[01]?\d)/(?P<days>[0-3]?\d)/(?P<year>[12]\d{3})(?!\d)",
        r"(?<![\d-])(?P<year>[12]\d{3})(?![\d-])",
    )
]
_AS_OF = re.compile(
    rf"\b(?:as of|au|Stand)\s(?P<date>(?:\w+\s)?(?:{_MONTH}{_YEAR}|[12]\d{{3}}))", re.I
)
_COUNTS_YEARS = re.compile(
    r"year|decade|centur|jahr|\ban(?:s|née)?\b|décennie|siècle|años?|anni", re.I
)


@rule(whole=True)
def site_dated(site: Site) -> Iterator[Problem]:
    """The date of the settings is not after the newest date of a source, a reference or a fact: the
    site holds for it, or for that of the newest source, where it is later. Of no fact the date is
    after that of its source, unless it was expected."""
    topic, as_of, where = site.topic, site.topic.settings.as_of, site.topic.settings_where
    issued = (source.record.issued for source in topic.sources.values())
    known = [*_known_of_facts(site), *(day for day in issued if day != NOT_STATED)]
    if known and all(_later(as_of, value) for value in known):
        message = f"{as_of} is after {max(known)}, the newest date that anything here has"
        help = "write the date of the newest word in the sources, or record where it is from"
        yield Problem(where.path, where.line("as_of"), message, help)
    for record in (*topic.of_kind("events"), *topic.of_kind("quotes")):
        yield from _before_its_source(site, record)


def _known_of_facts(site: Site) -> Iterator[str]:
    """The dates of facts and references; what is expected has none yet."""
    for record in site.topic.records.values():
        fact = isinstance(record, (Fact, Reference)) and not _expected(record)
        if fact and not record.draft:
            yield from (value for _, value in _dates_of(record))


def _before_its_source(site: Site, record: Quote | Event) -> Iterator[Problem]:
    last = issued_of(site, record)
    for key, value in () if _expected(record) else _dates_of(record):
        if last != NOT_STATED and _later(value, last):
            message = f"{value} is after {last}, when the source was published"
            yield site.problem(
                record.id, key, message, "fix the date; what was to come is expected"
            )


@rule(whole=True)
def dates_borne_out(site: Site) -> Iterator[Problem]:
    """A date that is stated is in the sentences of the evidence; one known from a reference is in
    issued or confirms of a reference that the record names; one that is inferred is of a year that
    the sources, the references or the settings have, or is counted in years. The date for which a
    fact holds is in its sentences, or is that of the site, its source, a reference of its own, or a
    quotation or an event of its paragraph; where the sentence of a number gives its month, it is
    that; where its clause gives its year, that, and no year of another number, nor one since or
    until which something is. Where words beside a date tell its year (9 January last year), it is
    of that year."""
    known = _Known(site)
    for record in site.topic.records.values():
        if isinstance(record, Fact) and not record.draft:
            for key, value in _dates_of(record):
                if wrong := known.wrong(record, value):
                    yield site.problem(record.id, key, *wrong)
            if isinstance(record, Figure) and record.as_of == NOT_STATED:
                for sentence in sentences_around(site, record.id):
                    said = _AS_OF.search(sentence)
                    if said and not moved_to(sentence, said.start("date")):
                        message = f'the sentence says "{said[0]}"'
                        yield site.problem(
                            record.id, ("as_of",), message, "write that date", said[0]
                        )


class _Known:
    """What bears dates out: the years and days that sources, references and records have."""

    def __init__(self, site: Site):
        self.site, topic = site, site.topic
        self.years = {
            name: _years(source.passages.folded, source.record.issued)
            for name, source in topic.sources.items()
        }
        self.all_years = _years(topic.settings.as_of).union(*self.years.values())
        dated = (*topic.of_kind("events"), *topic.of_kind("references"))
        self.dated = {value for record in dated for _, value in _dates_of(record)}
        self.begun = {value[:n] for value in self.dated for n in range(len(value))}
        self.days, self.told = {topic.settings.as_of}, defaultdict[tuple[str, int], set[str]](set)
        for record in (*topic.of_kind("events"), *topic.of_kind("quotes")):
            days = {value for _, value in _dates_of(record)}
            self.days |= days
            for place in self.paragraphs(record):
                self.told[place] |= days

    def wrong(self, record: Fact, value: str) -> tuple[str, str] | None:
        """Why nothing bears a record's date out, and how to fix it."""
        sentences = [*sentences_around(self.site, record.id)]
        if not sentences or value == "0000":  # which is the fault to fix
            return None
        if other := self.told_otherwise(record, sentences, value):
            return other
        basis = record.date_basis if isinstance(record, (Quote, Event)) else ""
        stated, named = self.stated(record, sentences, value), record.references
        elsewhere = any(self.in_reference(name, value) for name in named)
        if not basis:
            help = "write the date that the words give, or name a reference that has it"
            texts = [*sentences, *self.words_of(named)]
            own = own_number(self.site, record) if isinstance(record, Figure) else None
            compared = own is not None and own.no_month
            issued = issued_of(self.site, record)
            if own and not (elsewhere or compared) and self.otherwise(texts, value):
                return f"the sentence does not say that this holds for {value}", help
            if own and not elsewhere and (wrong := own.wrong_year(value, issued)):
                return wrong, help
            told = own is not None and own.tells(value, issued)
            known = stated or elsewhere or told or self.held(record, sentences, value)
            return None if known else (f"nothing says that this holds for {value}", help)
        if basis == "stated":
            help = "cite the sentence that gives the date, or say how else it is known: inferred"
            help += " from words such as Monday, or by a reference"
            message = f"no sentence of the evidence gives the date {value}"
            return None if stated else (message, help)
        if basis == "reference":
            help = "name the reference that has it in issued or confirms, or fix the date"
            message = f"no reference named here gives the date {value}"
            return None if elsewhere or not named else (message, help)
        help = "fix the date, or name a reference that has it"
        if not self.near(record, sentences, value):
            return f"nothing here is of {value[:4]}", help
        known_day = elsewhere or stated or self.told_of(record, sentences, value)
        if isinstance(record, Quote) and not (known_day or self.in_time(record, value)):
            day = _day(value)
            of = f"no {DAYS[day.weekday()]}" if day else "no such month"
            return f"the source has {of} from which {value} could be worked out", help
        return None

    def told_otherwise(
        self, record: Fact, sentences: list[str], value: str
    ) -> tuple[str, str] | None:
        """Why a date is not of the year that words beside it tell, and how to fix it."""
        issued, source = issued_of(self.site, record), self.site.topic.source_of(record)
        if source not in self.site.topic.sources:
            return None
        marks, wanted = self.site.topic.sources[source].passages.language, day_of(value)
        for text in (readable(sentence, marks) for sentence in sentences):
            told = told_years(text, marks, issued)
            days = [day for dated in find_dates(text, marks) for day in dated.days] if told else []
            alike = [one for one in told if _same_day(one.day, wanted)]
            others = len(alike) < sum(_same_day(day, wanted) for day in days)
            if alike and not others and all(one.day.year != wanted.year for one in alike):
                said, year = text[alike[0].start : alike[0].end], alike[0].day.year
                message = f'the sentence says "{said}", and its source is of {issued}'
                return message, f"write {year}{value[4:]}"
        return None

    def paragraphs(self, record: Record) -> Iterator[tuple[str, int]]:
        """The paragraphs of sources that a record's words are in."""
        for placed in self.site.evidence.of(record.id):
            passages = self.site.topic.sources[placed.source].passages
            yield placed.source, passages.sentence_at(placed.spans[0].start).paragraph

    def stated(self, record: Fact, sentences: list[str], value: str) -> bool:
        """Whether sentences give a date; its year may be elsewhere in the source."""
        names = {placed.source for placed in self.site.evidence.of(record.id)}
        tags = {self.site.topic.sources[n].record.language.split("-")[0].lower() for n in names}
        if not tags <= _READ:
            numbers = set(map(int, re.findall(r"\d+", " ".join(sentences))))
            return {int(value[:4]), *map(int, value[8:].split())} <= numbers
        years = {year for name in names for year in self.years[name]}
        return any(_gives(sentence, value, years) for sentence in sentences)

    def otherwise(self, sentences: list[str], value: str) -> bool:
        """Whether sentences give dates of months, none of which agrees with a date."""
        said = {(y, m) for s in sentences for y, m, _ in dates_in(s) if m}
        year, month = int(value[:4]), int(value[5:7] or 0)
        years = {y for y, m in said if y and m == month}
        return bool(said) and (
            all(m != month for _, m in said) or bool(years and year not in years)
        )

    def words_of(self, references: Iterable[str]) -> Iterator[str]:
        """The words of references, and when they were published."""
        for record in (self.site.topic.records.get(name) for name in references):
            if isinstance(record, Reference):
                yield record.issued
                yield from (str(v) for _, v, _ in values(record, OUTSIDE))

    def in_reference(self, name: str, value: str) -> bool:
        """Whether a reference has a date: as its own, or in words."""
        reference = self.site.topic.records.get(name)
        if not isinstance(reference, Reference):
            return True  # that there is none is said elsewhere
        words = [str(v) for _, v, _ in values(reference, OUTSIDE)]
        years = _years(reference.issued, *words)
        return reference.issued.startswith(value) or any(_gives(w, value, years) for w in words)

    def held(self, record: Fact, sentences: list[str], value: str) -> bool:
        """Whether a date is one that the site has, or a day of the week near one, that is named."""
        issued = {issued_of(self.site, record)}
        beside = [self.told[place] for place in self.paragraphs(record)]
        known = {self.site.topic.settings.as_of}.union(issued, *beside)
        if any(_agree(value, other) for other in known - {NOT_STATED}):
            return True
        day, near = _day(value), filter(None, map(_day, self.days | issued))
        if not day or day.weekday() not in {n for s in sentences for _, n in weekdays_in(s)}:
            return False
        return any(abs((day - other).days) <= 14 for other in near)

    def in_time(self, record: Quote, value: str) -> bool:
        """Whether a day or month is one that something has, or of a day of the week or a month that
        the source names (in English)."""
        source = self.site.topic.sources.get(self.site.topic.source_of(record) or "")
        known = {self.site.topic.settings.as_of, issued_of(self.site, record)}
        if len(value) < 7 or not source or not source.record.language.startswith("en"):
            return True
        if value in self.begun or any(value[:n] in self.dated for n in range(len(value) + 1)):
            return True
        if any(_agree(value, other) for other in known - {NOT_STATED}):
            return True
        day = _day(value)
        word = DAYS[day.weekday()] if day else MONTHS[int(value[5:7]) - 1]
        return bool(re.search(rf"\b{word}\b", source.passages.folded))

    def told_of(self, record: Fact, sentences: list[str], value: str) -> bool:
        """Whether sentences tell a day by that of their source: yesterday, last night."""
        issued, source = _day(issued_of(self.site, record)), source_of(self.site, record)
        day = _day(value)
        if not (issued and day and source):
            return False
        told = told_days(" ".join(sentences), issued, False, source.passages.language.code)
        return any(first <= day <= last for first, last in told)

    def near(self, record: Fact, sentences: list[str], value: str) -> bool:
        """Whether a date is of a year that something has, or of one before or behind it."""
        references = [self.site.topic.records.get(name) for name in record.references]
        texts = [str(v) for r in references if r for _, v, _ in values(r)]
        years = self.all_years | _years(*texts)
        return any(abs(int(value[:4]) - year) <= 1 for year in years) or bool(
            _COUNTS_YEARS.search(" ".join(sentences))
        )


def _gives(text: str, value: str, years: set[int]) -> bool:
    """Whether a text gives a date as exactly as it is written; the year may be one of some."""
    year, month, day = (int(part) if part else None for part in (value[:4], value[5:7], value[8:]))
    for said_year, said_month, said_day in dates_in(text):
        whole = said_year == year or (month and said_year is None and year in years)
        if whole and month in (None, said_month) and day in (None, said_day):
            return True
    return False


@lru_cache(KEPT)
def dates_in(text: str) -> tuple[tuple[int | None, int | None, int | None], ...]:
    """The dates that words give: year, month, day, each None where they do not say it."""
    return (*_dates_in(text),)


def _dates_in(text: str) -> Iterator[tuple[int | None, int | None, int | None]]:
    forms = _FORMS if _DIGIT.search(text) else [_A_MONTH]  # the others have a digit
    for named in (match.groupdict() for form in forms for match in form.finditer(text)):
        days: list[int | None] = [*map(int, re.findall(r"\d+", named.get("days") or ""))]
        month = named.get("month") or ""
        year = int(named["year"]) if named.get("year") else None
        if days or year or month not in ("may", "march", "mar", "mars"):  # a verb, another word
            number = int(month) if month.isdecimal() else _MONTHS.get(month.lower())
            yield from product([year], [number], days or [None])


def _dates_of(record: Record) -> Iterator[tuple[Key, str]]:
    """A record's dates that are stated, with the paths of their fields."""
    return ((k, v) for k, v, _ in values(record, DATE) if v != NOT_STATED)


def _years(*texts: str) -> set[int]:
    return {int(year) for text in texts for year in re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)}


def _same_day(one: Day, wanted: Day) -> bool:
    """Whether a date of a text is of the month and day of another, as far as that has them."""
    return wanted.month in (None, one.month) and wanted.day in (None, one.day)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


def _expected(record: Record) -> bool:
    return isinstance(record, Event) and record.status == "expected"


def issued_of(site: Site, record: Record) -> str:
    source = source_of(site, record)
    return source.record.issued if source else NOT_STATED


def _later(one: str, other: str) -> bool:
    """Whether a date is after another, as far as both are exact."""
    return one[: len(other)] > other[: len(one)]


def _agree(one: str, other: str) -> bool:
    return one[: len(other)] == other[: len(one)]
