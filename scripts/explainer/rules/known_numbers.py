"""What the records that editors cite know of numbers and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial
from operator import attrgetter

from ..text.days import Dated, Day, day_of, find_dates
from ..text.folding import fold
from ..text.languages import Language, language
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity, Value
from ..text.units import is_measure, unit_behind, unit_lists, units_in
from ..text.words import stands_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from ..topic.record import Record
from ..topic.roles import DATE, NUMBER, OUTSIDE, OWN, REFERS, SOURCE, values
from ..topic.site import Site, kept
from .common import sentences_around, source_of
from .own_words import OwnWords, without_signs, written_language

_SCALES = (3, 6, 9, 12)  # zeros that a number may take from another: from 1.8 to 4.6 million
_EXACT = {
    "exact": "exact",
    "at_least": "least",
    "more_than": "least",
    "at_most": "most",
    "less_than": "most",
    "about": "about",
}
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # as records have dates
_A_SOURCE = "article|report|source|Artikel|Bericht|Quelle|rapport|artículo|informe|fuente"
_IS_OF = (
    "is|was|of|about|dated|published|from|in|on|appeared|came out|ist|war|vom|von|erschien(?:en)?"
    "|am|im|est|du|de|daté|paru|publié|le|en|es|fue|del|el|publicado|apareció"
)
_EACH = re.compile(r"\b(?:an?|per|each|every)\b", re.IGNORECASE)  # in a year: in one year


@dataclass(frozen=True)
class Known:
    """What a record, or other words, know of numbers and dates: the ``words`` themselves, those
    around them, the ``quantities`` and ``days`` in them, every unit that is named,
    and the quantities around that are ``bounded``: with words on how exact they are."""

    words: str
    around: str
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    units: frozenset[int] = frozenset()
    bounded: tuple[Quantity, ...] = ()

    @cached_property
    def together(self) -> list[frozenset[int]]:
        """What is counted together in the words around: killed, wounded and captured."""
        return unit_lists(self.around)

    @cached_property
    def around_lower(self) -> str:
        """The words around in small letters, for words that begin a sentence here."""
        return self.around.lower()

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


class Reader:
    """What is known of every record of a site, each read once."""

    def __init__(self, site: Site):
        self.site, self.language = site, written_language(site)
        self._known: dict[str, Known] = {}
        self._said: dict[str, Known] = {}
        self._days: dict[str, tuple[Day, ...]] = {}
        self._texts: dict[str, tuple[str, tuple[Dated, ...]]] = {}

    def of(self, own: OwnWords) -> Iterator[Known]:
        """What a text may draw on, one after another: of all records of a site, which some may draw
        on, most need not be read."""
        yield from map(self._words, own.words)
        if self._is_of_all(own):
            yield self._settings
        yield from (self._record(name) for name in dict.fromkeys(own.records))

    def _is_of_all(self, own: OwnWords) -> bool:
        """Whether a text is said of the whole site, or of a source."""
        topic = self.site.topic
        about = [topic.settings_where, *(source.where for source in topic.sources.values())]
        return any(own.path == where.path for where in about)

    def dates(self, own: OwnWords) -> Iterator[Day]:
        """The dates that a text may draw on; a heading also on what its section cites and shows,
        who or what somebody is on the records that name them, and what is said of a source on the
        day of that source."""
        for words in own.words:
            yield from _days_in(readable(words, self.language), self.language)
            if _ISO.fullmatch(words):
                yield day_of(words)
        yield from self._of_sources(own)
        yield from self._settings.days if self._is_of_all(own) else ()
        names = [*own.records, *self._sections.get((own.path, own.text), ())]
        if own.records and self.site.topic.records[own.records[0]].only_names:
            names += self._naming.get(own.records[0], ())
        for name in dict.fromkeys(names):
            if name not in self._days:
                self._days[name] = _days_of(self.site, name, self.language)
            yield from self._days[name]

    def _of_sources(self, own: OwnWords) -> Iterator[Day]:
        """Of a sentence on the source of a fact that it cites: the day of that source, and the days
        of the week that it names, which are counted from that day."""
        if not (own.shown and own.records and self._called.search(own.text)):
            return
        records = (self.site.topic.records[name] for name in own.records)
        for source in {s.id: s for r in records if (s := source_of(self.site, r))}.values():
            if source.record.issued != NOT_STATED:
                yield day_of(source.record.issued)
            text = readable(source.passages.text, source.passages.language)
            for day in _days_in(text, source.passages.language):
                if not (day.year or day.month or day.day):
                    yield day

    @cached_property
    def _called(self) -> re.Pattern[str]:
        """What says of which day a source is: the article is of Thursday 21 August."""
        labels = {source.record.label for source in self.site.topic.sources.values()}
        either = "|".join(re.escape(label.split(" ", 1)[-1]) for label in labels)
        return re.compile(
            rf"(?i)\b(?:{either}|{_A_SOURCE})(?:,? (?:{_IS_OF}))+ (?:[^\W\d]+[,.]? ){{0,3}}\d"
        )

    def asked(self, own: OwnWords) -> list[Known]:
        """What a question may draw on besides."""
        return [self._record(name) for name in self.answered_by(own)]

    def answered_by(self, own: OwnWords) -> list[str]:
        """What is cited in the answer to a question that cites nothing: in the section of a
        heading, under the title of a note, a fold or a tab, in the paragraph behind it."""
        if not own.shown or own.records or not own.text.endswith("?"):
            return []
        return self._sections.get((own.path, own.text), [])

    @cached_property
    def _sections(self) -> dict[tuple[str, str], list[str]]:
        """What is cited below each heading, and shown on its page, and what below each question,
        by its file and words."""
        found: dict[tuple[str, str], list[str]] = {}
        for page in self.site.outlines.values():
            below: list[str] = []
            before = ""
            for paragraph in page.paragraphs:
                if paragraph.level:
                    below = [name for block in page.blocks for name in block.ids]
                    found[page.page.file, paragraph.text] = below
                cites = [name for name in paragraph.cites if name in self.site.topic.records]
                below += cites
                for asks in {before, paragraph.over} if cites else ():
                    if asks.endswith("?") and found.get((page.page.file, asks)) is not below:
                        found.setdefault((page.page.file, asks), []).extend(cites)
                before = paragraph.text
        return found

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        """The published records that name each record."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, record in self.site.topic.records.items():
            for value in values(record, REFERS) if not record.draft else ():
                found[value.value].append(name)
        return found

    def _words(self, words: str) -> Known:
        if words not in self._said:
            self._said[words] = _in_texts([(words, self.language)])
        return self._said[words]

    def _record(self, name: str) -> Known:
        if name not in self._known:
            self._known[name] = _of_record(self.site, name, self.language)
        return self._known[name]

    @cached_property
    def _settings(self) -> Known:
        """What is said of the whole site may name its bounds: half of the words are quoted."""
        numbers = [v.value for v in values(self.site.topic.settings, NUMBER)]
        days = [day_of(v.value) for v in values(self.site.topic.settings, DATE)]
        # A bound is named with what is below it: about half.
        return Known(
            "",
            "",
            tuple(_quantity(n, bound=b) for n in numbers for b in ("about", "most")),
            (*days,),
        )

    def text(self, own: OwnWords) -> tuple[str, tuple[Dated, ...]]:
        """A text as its reader sees it, and the dates in it; without the names of agents and terms
        that a source has letter for letter, a programme's Sunday is no date, its 60 no number; and
        without names in code and addresses."""
        if own.text not in self._texts:
            text = readable(without_signs(own.text, own.signs), self.language)
            if self._names:
                text = self._names.sub(lambda m: "\0" * len(m[0]), text)
            self._texts[own.text] = text, find_dates(text, self.language)
        return self._texts[own.text]

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        mistaken = {
            name
            for name in map(partial(readable, language=self.language), self._names_of_sources())
            if re.search(r"[^\W\d_]{3}", name)
            and (find_quantities(name, self.language) or find_dates(name, self.language))
        }
        longest_first = sorted(mistaken, key=lambda name: (-len(name), name))
        either = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def _names_of_sources(self) -> Iterator[str]:
        """What records that only name something say of it letter for letter as their source."""
        for name, record in self.site.topic.records.items():
            if record.only_names and not record.draft:
                places = self.site.evidence.placed[name].values()
                words = " ".join(fold(placed.exact) for placed in places)
                for value in values(record, OWN):
                    if stands_in(fold(value.value), words):
                        yield value.value


@kept()
def reader_of(site: Site) -> Reader:
    """The reader of a site, for the rules that ask it one after another."""
    return Reader(site)


def _of_record(site: Site, name: str, marks: Language) -> Known:
    """What a record knows: its words and those on what is outside the sources, its dates, and the
    value of a figure."""
    record = site.topic.records[name]
    known = _in_texts(_texts_of(site, name, marks))
    around = readable(" ".join(sentences_around(site, name)), marks)
    years = (day.year for day in _own_dates(record) if day.year)
    quantities = [*known.quantities, *(_quantity(Decimal(year)) for year in years)]
    near = [around]
    if isinstance(record, Figure):
        quantities += _of_figure(record, known, marks)
        near += [readable(v.value, marks) for v in values(record, OWN)]
    units = known.units.union(*map(units_in, near))
    bounded = tuple(filter(attrgetter("bound"), find_quantities(around, marks)))
    days = _days_of(site, name, marks)
    return Known(known.words, around, (*quantities,), days, units, bounded)


def _texts_of(site: Site, name: str, marks: Language) -> Iterator[tuple[str, Language]]:
    """A record's words of sources, and those on what is outside them, each with its language."""
    for placed in site.evidence.of(name):
        yield placed.exact, site.topic.sources[placed.source].passages.language
    for _, value, _ in values(site.topic.records[name], OUTSIDE, SOURCE):
        if isinstance(value, str):
            yield value, marks


def _own_dates(record: Record) -> list[Day]:
    return [day_of(value) for _, value, _ in values(record, DATE) if value != NOT_STATED]


def _days_of(site: Site, name: str, marks: Language) -> tuple[Day, ...]:
    """The dates of a record, and those in its words and around them."""
    texts = ((readable(text, tag), tag) for text, tag in _texts_of(site, name, marks))
    said = (day for one in texts for day in _days_in(*one))
    around = readable(" ".join(sentences_around(site, name)), marks)
    return (*_fuller(said, _own_dates(site.topic.records[name])), *_days_in(around, marks))


def _fuller(said: Iterable[Day], dates: list[Day]) -> Iterator[Day]:
    """The dates of a record, those that its words say, and where one says more of another, both:
    the Friday of an evidence and the year of a date."""
    yield from dates
    for day in said:
        yield day
        yield from (both for other in dates if (both := day.with_(other)))


def _in_texts(texts: Iterable[tuple[str, Language]]) -> Known:
    """What texts know, each in its language."""
    words = ""
    quantities: list[Quantity] = []
    days: list[Day] = []
    for written, marks in texts:
        text = readable(written, marks)
        words += f" {text}"
        days += _days_in(text, marks)
        for quantity in find_quantities(text, marks):
            quantities += quantity, *quantity.parts
        units_of_one = {unit_behind(text, each.end()) for each in _EACH.finditer(text)}
        quantities += (_quantity(Decimal(1), unit=u) for u in units_of_one if is_measure(u))
    return Known(words.strip(), "", (*quantities,), (*days,), units_in(words))


def _days_in(text: str, marks: Language) -> Iterator[Day]:
    return (day for dated in find_dates(text, marks) for day in dated.days)


def _quantity(value: Decimal, bound: str = "", unit: int | None = None) -> Quantity:
    return Quantity(0, 0, "", frozenset([value]), bound=bound, unit=unit)


def _of_figure(figure: Figure, known: Known, marks: Language) -> Iterator[Quantity]:
    """The value of a figure, with its unit and how exact it is; and the 1 of 3-to-1."""
    unit = readable(figure.unit, marks)
    percent = any(q.percent for q in find_quantities(f"1 {unit}; {figure.value_text}", marks))
    measure = next((u for u in units_in(unit) if is_measure(u)), None)
    numbers = [n for n in (figure.value, figure.value_max) if n is not None]
    read = [_quantity(n)._replace(text=f"{n:f}") for n in numbers]
    if len(numbers) == 2:
        read += find_quantities("–".join(f"{n:f}" for n in numbers), language("en"))
    for one in find_quantities(readable(figure.value_text, marks), marks):
        if not any(
            figure.value == value * 10**zeros
            for value in one.values
            if isinstance(value, Decimal)
            for zeros in _SCALES
        ):
            read += one, *one.parts
    for one in read:
        its = measure if one.unit is None else one.unit
        yield one._replace(percent=percent, bound=_EXACT.get(figure.qualifier, ""), unit=its)
    if known.words.endswith(unit) or figure.value_text.replace("-", " ").endswith(unit):
        # A number alone, which no range is made of: 1 to 3 is not 3-to-1.
        yield from (q._replace(text="") for q in find_quantities(unit, marks))
