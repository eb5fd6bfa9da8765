"""The rule on dates that are worked out from a source's words, from the day that it is of."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ..text.coming import coming_in
from ..text.days import find_dates
from ..text.folding import fold
from ..text.languages import Language
from ..text.quantities import readable
from ..text.spans import Cover, Span
from ..text.speech import SAYS
from ..text.tenses import past_in, without_asides
from ..text.told_years import told_years
from ..text.weekdays import days_before_in, near, told_days, weekdays_in
from ..topic.apparatus import Reference
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Fact
from ..topic.roles import DATE, OUTSIDE, REFERS, values
from ..topic.site import Site
from .certain import EXPECTED, tells_in_time
from .common import of_class, sentences_around, sentences_of_words
from .known_dates import dates_in, issued_of
from .own_number import own_number
from .registry import rule

# A day that is counted from another.
_COUNTED = re.compile(
    r"(?i)\b(?:days?|weeks?|months?|hours?|later|earlier|ago|after|before|since|eve|night|tage?n?|wochen?"
    r"|monate?n?|stunden?|später|zuvor|vor|nach|seit|jours?|semaines?|mois|heures?|avant|après|veille"
    r"|lendemain|días?|semanas?|mes(?:es)?|horas?|antes|después|hace)\b"
)
# The same beside a date: two days before 3 May.
_FROM_A_DATE = re.compile(
    r"(?i)\b(?:(?:days?|weeks?|months?) (?:later|earlier|before|after|ago)"
    r"|the (?:day|night) (?:before|after)|eve of"
    r"|(?:tage?n?|wochen?|monate?n?) (?:später|zuvor|vor|nach|davor|danach)|vorabend"
    r"|(?:jours?|semaines?|mois) (?:plus tard|avant|après|auparavant)|veille|lendemain"
    r"|(?:días?|semanas?|mes(?:es)?) (?:antes|después|más tarde)|víspera)\b"
)
# How many days before or after another a day is: a day after the vote.
_ONE = r"an?|one|the|einen?m?|un|une|le|la|el"
_DAYS_AWAY = re.compile(
    rf"(?i)\b(?:(?P<one>{_ONE})|(?P<two>two|zwei|deux|dos)|(?P<three>three|drei|trois|tres)|(?P<n>\d))"
    r"\s(?:(?P<day>days?|tage?n?|jours?|días?)|weeks?|wochen?|semaines?|semanas?)"
    r"\s(?:after|before|earlier|later|nach|vor|zuvor|später|danach|darauf|avant|après|plus t[aô]\w+"
    r"|antes|después)\b"
    r"|\b(?P<next>the (?:previous|following|next) day|am (?:vortag|folgetag)|tags (?:zuvor|darauf)"
    r"|la veille|le lendemain|la víspera|al día siguiente)\b"
)
_NEAR = 40  # days: so far from the day of the text what is counted may be
_Range = tuple[date, date]
_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
_CLAUSE = re.compile(r"^|[,;:]\s|\b(?:that|dass|que|whether|ob|who|which|qui)\s|\bqu['’]")
_IN = re.compile(
    r"(?i)\b(?:in|im|en|seit|since|depuis|desde)\s"
    r"(?:(?:early|late|mid|anfang|mitte|ende|de)[ -])?(\w+)"
)
_SOME_DAY = (
    r"(?:in|on|im|am|en|el|le)\s(?:(?:early|late|mid|anfang|mitte|ende)[ -])?"
    r"(?P<date>(?:\d{1,2}\.?(?:st|nd|rd|th|er)?\s(?:de\s)?)?[^\W\d_]{3,}(?:\s\d{1,2})?)(?!\w)"
)
_SAID_IN = re.compile(
    r"(?i)(?:\s(?:me|us|him|her|them|reporters|journalists|mir|uns|ihm|ihr|(?-i:[A-ZÀ-Þ])\w+)){0,2}"
    rf"\s{_SOME_DAY}"
)
_HEAD_IN = re.compile(rf"(?i)\W*{_SOME_DAY}")
_CLAUSES_END = re.compile(r"[;:.!?\0]\s*|,\s")
_FEW, _CLOSE = 3, 2  # words between the head of a clause or a verb and a day of the week
_BESIDE = re.compile(r"(?:\s(?:[A-ZÀ-Þ]\S*|\w{1,3}|reporters|journalists|late|early))*\s")


@rule(whole=True)
def dates_worked_out(site: Site) -> Iterator[Problem]:
    """A day that is inferred is the one that its sentence gives, counted from the day on which the
    source was published or, where that is not stated, for which the site holds: the last Friday
    where the sentence has Friday, the next where it was expected; yesterday, last week. Where the
    sentence names no day, it is that of the site, of the source, of an event or a quotation with a
    date that does not have to be worked out and with the same people or, of a turn of a transcript,
    one that the paragraph before the first turn gives; where its own words name a day of the week
    or a date, it is not that of the source. A day without its year is the last before the source (a
    month: one of the last two) or, where it was expected, the next; or of a year that the source
    says before. So is the day for which a fact holds: of a number whose clause, or the head of its
    sentence, has a day of the week it is that day; of one whose sentence has only the month it is
    that month."""
    days = _Days(site)
    for record in of_class(site, Fact):
        dated = isinstance(record, (Quote, Event))
        if record.draft or (dated and record.date_basis == "reference"):
            continue
        for key, value, _ in values(record, DATE):
            if value != NOT_STATED and (wrong := days.wrong(record, value)):
                help = "work it out anew, write the month, or name a reference that has the day"
                yield site.problem(record.id, key, wrong, help, value)


def undated_words(site: Site, record: Quote) -> bool:
    """Whether a quotation has a day of which no sentence of any of its words says a thing, in a
    source without a date, and no note of how it is known: for a person to look at."""
    days, value = _Days(site), record.date_said
    issued = issued_of(site, record) != NOT_STATED or record.date_basis != "inferred"
    if value == NOT_STATED or record.note or issued or days.of_transcript(record, value):
        return False
    text = " ".join(sentences_of_words(site, site.evidence.placed[record.id].values()))
    own = _range(days.day_of_source(record))
    if not (text and own) or any(weekdays_in(text)) or _COUNTED.search(text):
        return False
    return not (_said_in(text) or days.allowed(record, text, own[0]))


def _of_an_aside(record: Fact, value: str, text: str, own: str) -> str:
    """What is wrong with the year of a quotation that its sentence has only in a clause beside, of
    something else: X, who led it until 2019, said."""
    other = isinstance(record, Quote) and len(value) == 4 and value != own[:4]
    aside = other and value in text and value not in without_asides(text)
    return f"{value} is of a clause beside who says it, and not when it was said" if aside else ""


class _Days:
    """The days that records are of, and how a source's words count from its own."""

    def __init__(self, site: Site):
        self.site = site
        self.known = [
            (value, self.about(record))
            for record in (*of_class(site, Quote), *of_class(site, Event))
            if not record.draft and record.date_basis != "inferred"
            for _, value, _ in values(record, DATE)
            if len(value) == 10 and value != NOT_STATED
        ]

    def about(self, record: Fact) -> set[str]:
        """Whom a record is about."""
        return {
            v for _, v, spec in values(record, REFERS) if spec.role and "people" in spec.role.kinds
        }

    def wrong(self, record: Fact, value: str) -> str:
        """What is wrong with a date; empty if nothing is."""
        in_time = tells_in_time(self.site, record)
        sentences = in_time or [*sentences_around(self.site, record.id)]
        text = " ".join(self.unsaid(record) if isinstance(record, Quote) else sentences)
        own, span = self.day_of_source(record), _range(value)
        from_day = _range(own)
        if not (sentences and span and from_day and len(own) == 10):
            return ""
        if any(self.in_reference(name, value) for name in record.references):
            return ""
        dated = isinstance(record, (Quote, Event))
        if isinstance(record, (Quote, Event)):
            wrong = self.other_month(record, value) or self.other_year(record, value)
            if wrong := wrong or _of_an_aside(record, value, text, own):
                return wrong
            if record.date_basis == "stated":
                return ""
        if len(value) == 4:
            return ""
        said = _said_in(text)
        if isinstance(record, Figure) and len(value) == 10 and said:
            own_one = own_number(self.site, record)
            if own_one and own_one.no_month:
                return ""
            no_day = all(day is None for _, _, day in said)
            return "the sentence gives the month, not the day" if no_day else ""
        if not dated and said:
            return ""
        allowed = self.allowed(record, text, from_day[0])
        allowed += [*_days_away(text, allowed)]
        if any(a <= span[1] and span[0] <= b for a, b in allowed):
            return ""
        if any(_agrees(value, month, day) for _, month, day in said):
            return ""
        if self.is_known(record, value):
            return ""
        if allowed:
            days = dict.fromkeys(
                a.isoformat() if a == b else f"{a.isoformat()} to {b.isoformat()}"
                for a, b in allowed
            )
            return f"by its sentence this is of {' or '.join(days)}, counted from {own}"
        close = abs((span[0] - from_day[0]).days) <= _NEAR
        if said:
            words = next(self.dates_of(record, text), "")
            other = isinstance(record, Quote) and close and not self.binds(record)
            counted = _FROM_A_DATE.search(text)
            return f'the sentence says "{words}"' if words and not (other or counted) else ""
        unsaid = len(value) == 10 and not (close and _COUNTED.search(text))
        return f"no word of the sentence gives the day {value}" if unsaid else ""

    def is_known(self, record: Fact, value: str) -> bool:
        """Whether a day is that of a source whose words say of none, or one that the site has."""
        if value == self.day_of_source(record) and not self.binds(record):
            return True
        if any(value == d and self.about(record) & w for d, w in self.known):
            return True
        return len(value) == 10 and self.of_transcript(record, value)

    def day_of_source(self, record: Fact) -> str:
        """The day of a record's source; of one without, that for which the site holds."""
        issued = issued_of(self.site, record)
        return self.site.topic.settings.as_of if issued == NOT_STATED else issued

    def language(self, record: Fact) -> Language:
        source = self.site.evidence.of(record.id)[0].source
        return self.site.topic.sources[source].passages.language

    def dates_of(self, record: Fact, text: str) -> Iterator[str]:
        """The dates of a text that name a month, as it has them."""
        marks = self.language(record)
        plain = readable(text, marks)
        for dated in find_dates(plain, marks):
            if any(day.month for day in dated.days):
                yield plain[dated.start : dated.end]

    def allowed(self, record: Fact, text: str, from_day: date) -> list[_Range]:
        """The days that the words of a record give without a date: of a number those of its clause,
        if there are any."""
        own = own_number(self.site, record) if isinstance(record, Figure) else None
        if own and (days := own.weekdays):
            coming = (False, True) if EXPECTED().search(own.text) else (False,)
            found = [near(day, from_day, one) for day in days for one in coming]
            return [(day, day) for day in found]
        expected = isinstance(record, Event) and record.status == "expected"
        return [*told_days(text, from_day, expected, self.language(record).code)]

    def binds(self, record: Fact) -> bool:
        """Whether the words of a record say when it was, so that it is not of the source's day."""
        if isinstance(record, Figure):
            own = own_number(self.site, record)
            return bool(own and own.weekdays)
        if isinstance(record, Event):
            words = " ".join(fold(placed.exact) for placed in self.site.evidence.of(record.id))
            return any(weekdays_in(words)) or any(self.dates_of(record, words))
        if not isinstance(record, Quote):
            return False
        code = self.language(record).code
        return any(_told_in(text, code) for text in self.unsaid(record, "attributed_by"))

    def other_month(self, record: Quote | Event, value: str) -> str:
        """What is wrong with the day of a quotation whose sentence tells the month, and maybe the
        day, in which somebody said it: told me in May."""
        if not isinstance(record, Quote):
            return ""
        sentences = [*self.unsaid(record, "attributed_by"), *self.unsaid(record)]
        said = [
            (words, month, day)
            for words in (found for text in sentences for found in _dated_saying(text))
            for _, month, day in dates_in(words)
            if month
        ]
        other = said and not any(_agrees(value, month, day) for _, month, day in said)
        return f'the sentence says "{said[0][0]}"' if other else ""

    def unsaid(self, record: Quote, *key: str) -> Iterator[str]:
        """The sentences of a quotation's words, or of one of its fields, without what anybody says
        in them, for which a zero stands: what is said in a transcript, or where it is quoted there
        only that."""
        for placed in self.site.evidence.of(record.id, *key):
            passages = self.site.topic.sources[placed.source].passages
            speech, turns = passages.speech, {turn.words for turn in passages.turns}
            if turns:
                marked = [span for span in passages.quoted if span not in turns]
                words = (one.spans[0] for one in self.site.evidence.of(record.id, "text"))
                if all(any(a <= w.start and w.end <= b for a, b in marked) for w in words):
                    speech = Cover(marked).spans
            for place in passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end)):
                text = passages.text[place.start : place.end]
                first = max(bisect_left(speech, (place.start,)) - 1, 0)
                for span in reversed(speech[first : bisect_left(speech, (place.end,))]):
                    start, end = span.start - place.start, span.end - place.start
                    if start < len(text) and end > 0:
                        text = f"{text[: max(start, 0)]}\0{text[max(end, 0) :]}"
                yield re.sub(r"\W*\0\W*", "\0", fold(text))

    def other_year(self, record: Quote | Event, value: str) -> str:
        """What is wrong with the year of a day or a month of a record whose sentence has that
        without a year: it is the last before its source or, of what is expected, the next; or one
        that the source says before."""
        text, own = " ".join(sentences_around(self.site, record.id)), self.day_of_source(record)
        issued = issued_of(self.site, record) != NOT_STATED
        if record.date_basis == "reference" or not (issued or record.date_basis == "inferred"):
            return ""
        said = [one for one in _said_in(text) if _agrees(value, *one[1:])]
        marks = self.language(record)
        if not said or told_years(readable(text, marks), marks, own):
            return ""
        expected = isinstance(record, Event) and record.status == "expected"
        years = dict.fromkeys(year for year, _, _ in said if year)
        for _, month, day in said if not years else ():
            known = (month or 0, day or 0)
            this = (int(own[5:7]), int(own[8:]) if day else 0)
            coming = isinstance(record, Event) and coming_in(text, month, day, marks)
            ahead = expected or bool(coming)
            away = (ahead and known < this) - (not ahead and known > this)
            years[int(own[:4]) + away] = None
            # An April study is perhaps of last year; what he told me in April is not.
            before = past_in(marks).search(text) and not coming if ahead else not day
            if before and (ahead or not _in_the_month(text, month)):
                years[int(own[:4]) + away - 1] = None
        told = {year for year in self.years_before(record) if not expected or year >= min(years)}
        if int(value[:4]) in {*years} | told:
            return ""
        return f"by its sentence this is of {next(iter(years))}, counted from {own}"

    def years_before(self, record: Fact) -> Iterator[int]:
        """The years that a source says up to the paragraph of a record's words."""
        for placed in self.site.evidence.of(record.id):
            passages = self.site.topic.sources[placed.source].passages
            at = placed.spans[-1].end
            end = next((p.end for p in passages.paragraphs if p.end >= at), at)
            yield from map(int, _YEAR.findall(passages.text[:end]))

    def of_transcript(self, record: Fact, value: str) -> bool:
        """Whether a record is of a turn, and the paragraph before the transcript gives the day."""
        for placed in self.site.evidence.of(record.id):
            passages = self.site.topic.sources[placed.source].passages
            turns = [turn for turn in passages.turns if not turn.posted]
            if not any(
                turn.label.start <= placed.spans[0].start < turn.words.end for turn in turns
            ):
                continue
            before = [p for p in passages.paragraphs if p.end <= turns[0].label.start]
            text = fold(passages.text[before[-1].start : before[-1].end]) if before else ""
            if (int(value[:4]), int(value[5:7]), int(value[8:])) in dates_in(text):
                return True
        return False

    def in_reference(self, name: str, value: str) -> bool:
        """Whether a reference is of a date or has it in words."""
        work = self.site.topic.records.get(name)
        if not isinstance(work, Reference):
            return False
        days = {
            (year, month, day)
            for _, words, _ in values(work, OUTSIDE)
            for year, month, day in dates_in(words)
        }
        parts = (int(value[:4]), int(value[5:7]), int(value[8:]) if value[8:] else None)
        return work.issued.startswith(value) or parts in days


def _said_in(text: str) -> list[tuple[int | None, int, int | None]]:
    """The dates of a text that name a month, each as exactly as the text has it."""
    found = [(year, month, day) for year, month, day in dates_in(text) if month]
    days = {month for _, month, day in found if day}
    return [one for one in found if one[2] or one[1] not in days]


def _dated_saying(text: str) -> Iterator[str]:
    """The words behind a verb of saying, or at the head of its clause, that have a date: told me
    in May; on 3 May she wrote."""
    for said in SAYS.finditer(text):
        if found := _SAID_IN.match(text, said.end()):
            yield found["date"]
        before = _CLAUSES_END.split(text[: said.start()])[-1]
        if head := _HEAD_IN.match(before):
            yield head["date"]


def _in_the_month(text: str, month: int) -> bool:
    """Whether a text has something be in a month: told me in May, not the May study."""
    return any(
        (year, one) == (None, month) for year, one, _ in dates_in(" ".join(_IN.findall(text)))
    )


def _agrees(value: str, month: int | None, day: int | None) -> bool:
    """Whether a date is of a month and, where both say it, of a day."""
    return all(
        not has or said is None or int(has) == said
        for has, said in ((value[5:7], month), (value[8:], day))
    )


def _told_in(text: str, code: str) -> bool:
    """Whether a sentence without what is said, for which a zero stands, has the day of the week on
    which it was said, or yesterday: at its head, right behind what is said or beside the verb."""
    for at in (*(at for at, _ in weekdays_in(text)), *days_before_in(text, code)):
        clause = max(m.end() for m in _CLAUSE.finditer(text, 0, at))
        before, behind = text[clause:at], re.split("[,;:]", text[at:])[0]
        if len(before.split()) <= _FEW and ("\0" in before or not clause):
            return True
        says = [*SAYS.finditer(before)]
        if says and _BESIDE.fullmatch(before, says[-1].end()):
            return True
        if (verb := SAYS.search(behind)) and len(behind[: verb.start()].split()) <= _CLOSE:
            return True
    return False


def _days_away(text: str, given: list[_Range]) -> Iterator[_Range]:
    """The days that are as far from some as words say: of the vote, where the figures came out on
    Tuesday, a day after it."""
    for found in _DAYS_AWAY.finditer(text):
        number = 1 if found["one"] or found["next"] else 2 if found["two"] else 3
        away = timedelta(int(found["n"] or number) * (1 if found["day"] or found["next"] else 7))
        for first, last in given:
            yield first - away, last - away
            yield first + away, last + away


def _range(value: str) -> _Range | None:
    """The first and the last day of a date as exact as it is written; None where there is none."""
    year, month = int(value[:4] if value[:4].isdecimal() else 0), int(value[5:7] or 1)
    try:
        if len(value) == 10:
            return date.fromisoformat(value), date.fromisoformat(value)
        last = month if len(value) > 4 else 12
        return date(year, month, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None
