"""The rules on numbers and dates in what editors write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from ..text.amounts import Amount, Season, find_amounts, find_seasons, find_shares
from ..text.days import Dated, Day, day_of
from ..text.languages import Language
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity
from ..text.times_alike import is_the_other, says_rate, says_time
from ..text.told_years import told_years
from ..text.words import stands_in
from ..topic.model import Figure, Term
from ..topic.problems import Problem
from ..topic.site import Site
from .borne_out import is_borne_out, taken_from, what_is_wrong
from .cited import before_figures, by_sentence
from .columns import cells_read
from .dates import as_a_date
from .fitting import to_cite
from .here import about_itself, counts_its_own, may_be_ones_own
from .known_numbers import Known, Reader, reader_of
from .own_words import OwnWords, and_unsure, listed, own_words
from .pointing import counts_below, points_at_what_is_there
from .reckoned import counts_a_list, reckoned, without_reckoned
from .registry import rule

_MANY = 3  # of what a note on words set aside counts, the least that these have to say
_IN_PERCENT = re.compile(
    r"%|\b(?:per ?cent|percent|share|rate|proportion|points?|prozent|anteil|pour ?cent|part|taux)",
    re.IGNORECASE,
)


@rule(whole=False)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words, in whatever words and characters, comes from a
    fact cited in its sentence, or if that cites none, in its paragraph, or from that record; right
    before the citation of a figure it is that figure's. So do its sign, its scale, its currency and
    its unit, and a number that is made of two others. A percentage comes from one that has it as a
    percentage. How many days or months are between two dates cited, how many took part, how many
    facts are cited and how many things are listed may be reckoned. A question may have the numbers
    that its answer cites: its section, what is folded under it, the paragraph behind it; a note on
    words set aside those that these have. "At least", "at most",
    "about" and their like agree with the fact's qualifier or its words."""
    reader = reader_of(site)
    for own in and_unsure(site):
        if own.aside and own.unsure:
            continue  # on words of which it is not known where they are
        text = _without_dates(*reader.text(own))
        if not find_quantities(text, reader.language):
            continue
        percent = bool(_IN_PERCENT.search(text))
        found = [*_unknown_in(site, reader, by_sentence(site, own), percent, whole=own.text)]
        if not found and len(own.records) > 1:
            found = [*_unknown_in(site, reader, before_figures(site, own), percent, last=True)]
        for cell in cells_read(site, own):
            found += _unknown_in(site, reader, [cell], _says_percent(cell), last=True)
        yield from found[:1] if own.below is not None else found


_HOW_EXACT = {
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "at_most": "at most",
}
_PERHAPS = re.compile(r"\[\^([\w-]+)\]")


def _and_how_exact(site: Site, quantity: Quantity, help: str) -> str:
    """What is to be said beside a number once the fact is cited that some help names."""
    named = _PERHAPS.search(help)
    figure = site.topic.records.get(named[1]) if named else None
    how = _HOW_EXACT.get(figure.qualifier, "") if isinstance(figure, Figure) else ""
    return f"; with it, say “{how}”" if how and not quantity.bound else ""


def _says_percent(own: OwnWords) -> bool:
    return bool(_IN_PERCENT.search(own.text))


def _unknown_in(
    site: Site,
    reader: Reader,
    parts: Iterable[OwnWords],
    percent: bool,
    last: bool = False,
    whole: str = "",
) -> Iterator[Problem]:
    """What is wrong with the quantities in some texts, or with the last one of each; ``whole`` is
    the paragraph that they are of."""
    for part in parts:
        text = _without_dates(*reader.text(part))
        if part.path.startswith("content/"):
            text = without_reckoned(site, part.records, text, reader.language)
        found = find_quantities(text, reader.language)[-1 if last else 0 :]
        free = bool(found) and about_itself(site, part)
        for quantity in found:
            if _counts_its_own(site, quantity, text, whole or text, part):
                continue
            here = _HERE.match(text, quantity.end)  # which can be counted, if with more trouble
            if free and not here and may_be_ones_own(site, quantity):
                continue
            own = part._replace(records=[]) if part.aside and not _is_few(quantity) else part
            if is_borne_out(quantity, reader.of(own), part, percent):
                continue  # by the first that does: some may draw on every record there is
            known = [*reader.of(own), *reader.asked(part)]
            if wrong := what_is_wrong(quantity, known, part, percent, reader.language.code):
                message, help, printed = as_a_date(*wrong)
                if part.shown and help == taken_from(part):
                    fits = partial(_has_it, reader, quantity, part, percent)
                    help = to_cite(site, help, part.text, "figures", fits)
                    help += _and_how_exact(site, quantity, help)
                if part.aside:
                    message, help = _not_set_aside(message, help, quantity, part, reader.language)
                else:
                    message += f" ({listed(part.records)})"
                yield part.problem(message, help, printed)


def held_here(site: Site, own: OwnWords) -> Iterator[str]:
    """The dates and numbers of a text, as it has them, which these rules hold to what they may be
    of: facts, what the text itself shows or lists, and what it reckons from the facts it cites."""
    reader = reader_of(site)
    for part in by_sentence(site, own):
        text, dates = reader.text(part)
        yield from (text[dated.start : dated.end] for dated in dates)
        text = _without_dates(text, dates)
        yield from reckoned(site, part.records, text, reader.language)
        yield from (quantity.text for quantity in find_quantities(text, reader.language))


def draws_on(site: Site, own: OwnWords) -> list[str]:
    """The records that a text may draw on: what it cites, or its list or table, or of a question,
    its answer."""
    return [*own.records, *reader_of(site).answered_by(own)]


def _counts_its_own(site: Site, quantity: Quantity, text: str, whole: str, part: OwnWords) -> bool:
    """Whether it counts what its own page, record or paragraph has; ``whole`` is the paragraph."""
    uncited = part.path.removeprefix("content/") in site.topic.settings.uncited_pages
    if (uncited or (part.shown and not part.records)) and _counts_what_is_here(quantity, text):
        return True
    return (
        counts_its_own(site, quantity, text, part)
        or counts_a_list(quantity, text, whole, part.items)
        or points_at_what_is_there(site, reader_of(site), quantity, text, whole, part)
        or counts_below(quantity, text, part.below or ())
        or _defines(site, quantity, part)
    )


def _has_it(reader: Reader, quantity: Quantity, own: OwnWords, percent: bool, name: str) -> bool:
    """Whether a record would bear a quantity out, were it cited here."""
    return is_borne_out(quantity, reader.of(own._replace(records=[name])), own, percent)


def _is_few(quantity: Quantity) -> bool:
    """Whether it is one or two in letters, by which a note counts what it tells itself."""
    return quantity.text.isalpha() and all(
        isinstance(v, Decimal) and v < _MANY for v in quantity.values
    )


def _not_set_aside(
    message: str, help: str, quantity: Quantity, own: OwnWords, language: Language
) -> tuple[str, str]:
    """What is wrong with a number in a note on words that are set aside, and how to fix it."""
    told = [q.values for q in find_quantities(own.text, language)]
    theirs = find_quantities(readable("; ".join(own.words), language), language)
    left = [one.text for one in theirs if not any(one.values & some for some in told)]
    if left and message.startswith("the number"):
        message = f'the words set aside here say "{left[0]}", and the note says "{quantity.text}"'
    message = message.replace("in no fact cited here", "not in the words set aside")
    if "in the fact cited here it is" in message:
        return message.replace("the fact cited here", "the words set aside"), help
    message = message.replace("the fact cited here", "the words set aside")
    return message, "write the numbers that these words have, and no others"


def _defines(site: Site, quantity: Quantity, part: OwnWords) -> bool:
    """Whether it is the two of a definition of ours, between whom something is."""
    record = site.topic.records[part.records[0]] if part.records else None
    defined = isinstance(record, Term) and record.definition == part.text
    return defined and quantity.text == "two" and not quantity.percent


# What a page may count of itself and its site.
_HERE = re.compile(
    r" (?:[\w-]+ )?(?:numbers?|pages?"
    r"|questions?|answers?|accounts?|views?|versions?|topics?|lists?|parts?|kinds?|sorts?|ways?|steps?"
    r"|rules?|sections?|tables?|columns?|rows?|lines?|words?|letters?|files?|records?|facts?|notes?"
    r"|sources?|links?|marks?|signs?|checks?|fields?|things|reasons?|examples?|headings?"
    r"|paragraphs?|terms?|definitions?"
    r"|sentences?|quotations?|pictures?|charts?|colou?rs?|directions?|readings?|promises?|forms?"
    r"|Seiten?|Fragen?|Teile?n?|Listen?|Arten|Wege|Schritte|Regeln?|Zeilen?|Wörter|Quellen?"
    r"|questions"
    r"|parties|listes|façons|étapes|règles|lignes|mots|sources)(?![\w-])"
)


def _counts_what_is_here(quantity: Quantity, text: str) -> bool:
    """Whether it is a small number in words of what a page itself has: ten questions."""
    small = all(isinstance(v, Decimal) and 0 < v < 13 for v in quantity.values)
    plain = quantity.text.isalpha() and not (quantity.bound or quantity.percent or quantity.unit)
    return small and plain and bool(_HERE.match(text, quantity.end))


def _without_dates(text: str, dates: Iterable[Dated]) -> str:
    """A text with nothing where its dates are, which have a rule of their own."""
    kept: list[str] = []
    at = 0
    for dated in dates:
        kept += text[at : dated.start], "\0"
        at = dated.end
    return "".join([*kept, text[at:]])


@rule(whole=False)
def amounts_in_prose(site: Site) -> Iterator[Problem]:
    """An amount of time without a number (after weeks, for a year, last month, daily) is measured
    as in the words, or the sentences around them, of a fact cited in its sentence or paragraph, or
    of that record; so is a season, or it is that of a date there, and next there is not last here.
    Words of other languages that mean the same count. Of what a figure counts no share is told
    (most of, mostly, nearly all) that no words there have, nor a part in numbers."""
    reader = reader_of(site)
    for own in own_words(site):
        text = reader.text(own)[0] if own.records else ""
        if not (any(find_amounts(text)) or any(find_seasons(text)) or any(find_shares(text))):
            continue
        for part in by_sentence(site, own):
            text = reader.text(part)[0]
            if part.shown:
                text = without_reckoned(site, part.records, text, reader.language)
            unknown = [a.text for a in find_amounts(text) if not _is_measured(a, reader.of(part))]
            unknown += [s.text for s in find_seasons(text) if not _in_season(s, reader.of(part))]
            unknown += _shares_of_figures(site, part, text, reader)
            for words in unknown:
                yield part.problem(
                    f'"{words}" is in no fact cited here ({listed(part.records)}), nor measured so',
                    "say it as the source does, or cite the fact that does",
                    words,
                )


def _shares_of_figures(site: Site, part: OwnWords, text: str, reader: Reader) -> Iterator[str]:
    """What a text that cites a figure says of how much of it something is, if nothing it rests on
    has a share."""
    shares = [*find_shares(text)]
    records = [site.topic.records[name] for name in part.records] if part.shown and shares else ()
    if any(isinstance(record, Figure) for record in records):
        known = [*reader.of(part)]
        in_words = any(any(find_shares(f"{one.words} {one.around}")) for one in known)
        in_numbers = (
            q.percent or any(_is_part(v) for v in q.values) for of in known for q in of.quantities
        )
        if not in_words and not any(in_numbers):
            yield from shares


def _is_part(value: object) -> bool:
    return isinstance(value, Decimal) and 0 < value < 1


def _is_measured(amount: Amount, known: Iterable[Known]) -> bool:
    words, some = amount.text.lower(), [*known]
    texts = (*(f"{one.words} {one.around}".lower() for one in some),)
    if amount.rate:
        around = [one.around_lower for one in some]
        return any(stands_in(words, o) or says_rate(amount.rate, o) for o in around)
    if amount.unit is None:
        last = words.split()[-1]
        return any(stands_in(last, text) or says_time(last, text) for text in texts)
    measured = any(amount.unit in one.units for one in some)
    return measured and not is_the_other(amount.text, texts)


def _in_season(season: Season, known: Iterable[Known]) -> bool:
    some = [*known]
    texts = (*(f"{one.words} {one.around}".lower() for one in some),)
    there = any(stands_in(season.name, text) or says_time(season.name, text) for text in texts)
    if there:
        return not is_the_other(season.text, texts)
    return any(day.month in season.months for one in some for day in one.days)


@rule(whole=False)
def dates_in_prose(site: Site) -> Iterator[Problem]:
    """A date in a page or in a record's own words is one of a fact cited in its sentence, or if
    that cites none, in its paragraph, or of that record: its day, its month and its day of the week
    are those of one date, or are in the source's words there; "last year" beside it counts from the
    date for which the site holds. "As of" may name the site's own, and a page's title and
    description its month."""
    reader = reader_of(site)
    for part in (p for o in own_words(site) if reader.text(o)[1] for p in by_sentence(site, o)):
        text, found = reader.text(part)
        told = told_years(text, reader.language, site.topic.as_of)
        for dated in found if not about_itself(site, part) else ():
            if _is_that_of_the_site(site, dated, text) or _is_its_month(site, dated, part):
                continue
            year = next((t for t in told if t.start <= dated.start < t.end), None)
            days = dated.days if year is None else (year.day,)
            if not all(any(map(day.within, reader.dates(part))) for day in days):
                start, end, *_ = year or dated
                printed = text[start:end]
                help = "write the day, month and weekday of one date of a fact, and cite that fact"
                if not part.shown and part.path.startswith("seeds/facts/"):
                    help = "write a date of this record's evidence or references, or leave it out"
                if part.shown:
                    fits = partial(_has_days, reader, days, part)
                    help = to_cite(site, help, part.text, "events", fits)
                yield part.problem(
                    f'the date "{printed}" is that of no fact cited here ({listed(part.records)})',
                    help,
                    printed,
                )


def _has_days(reader: Reader, days: Iterable[Day], own: OwnWords, name: str) -> bool:
    """Whether a record would bear dates out, were it cited here."""
    known = [*reader.dates(own._replace(records=[name]))]
    return all(any(map(day.within, known)) for day in days)


def _is_its_month(site: Site, dated: Dated, part: OwnWords) -> bool:
    """Whether a date is the month for which the site holds, in the title or the description of a
    page, which can cite nothing."""
    year, month, _ = day_of(site.topic.settings.as_of)[:3]
    head = part.path.startswith("content/") and not part.shown
    return head and all(day[:3] == (year, month, None) for day in dated.days)


def _is_that_of_the_site(site: Site, dated: Dated, text: str) -> bool:
    """Whether a date is said to be the one as of which the site tells all, or all that sources have
    which state none."""
    own = [day_of(value)[:3] for value in (site.topic.as_of, site.topic.settings.as_of)]
    said = text[: dated.start].lower().endswith("as of ")
    return said and all(day[:3] in own for day in dated.days)
