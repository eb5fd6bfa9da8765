"""What a record says of itself that none of its words do, for a person to look at: a day that is
only the site's, and that nothing is said where a position is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.common import of_class, sentences_of_words
from ..rules.known_dates import dates_in, issued_of
from ..rules.own_words import written_language
from ..rules.voices import agents_names
from ..text.days import find_dates
from ..text.folding import fold
from ..text.speech import speech
from ..text.weekdays import weekdays_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Comparison, Event, Figure, Position
from ..topic.record import Record
from ..topic.roles import DATE, values
from ..topic.site import Site

_WHO = re.compile(r"(?i)\b(?:who|wer|wem|qui|quién(?:es)?)\b")
_NOBODY = re.compile(r"(?i)\W*(?:nobody|no one|none|niemand|keine[rs]?|personne|aucune?|nadie)\b")
_DAY = re.compile(r"(?i)\b(?:today|yesterday|tonight|heute|gestern|aujourd'hui|hier|hoy|ayer)\b")


def ungiven_days(site: Site, record: Record) -> Iterator[tuple[str, str]]:
    """The fields of a record with the day of its source, or of the site, where no sentence of its
    words gives a day; not of an event, of which the checks ask that, nor what a reference has. Of a
    figure also a month or a year, and what is more exact than the words are, whoever has it."""
    figure = isinstance(record, Figure)
    if isinstance(record, Event) or (record.references and not figure):
        return
    text = " ".join(sentences_of_words(site, site.evidence.placed.get(record.id, {}).values()))
    days = {site.topic.as_of, site.topic.settings.as_of, issued_of(site, record)}
    told = bool(any(weekdays_in(text)) or _DAY.search(fold(text)))
    given = told or any(d for *_, d in dates_in(text))
    dated = told or any(dates_in(text)) or any(find_dates(text, written_language(site)))
    for key, value, _ in values(record, DATE):
        if value == NOT_STATED:
            continue
        whole = len(value) == len("2000-01-01")
        near = any(day.startswith(value) for day in days)
        if text and ((whole and not given and (near or figure)) or (figure and near and not dated)):
            yield str(key[0]), value


def unsaid(site: Site, row: Comparison) -> Iterator[tuple[str, list[str]]]:
    """The options of which a row of the comparison says nothing, or nobody, with the positions on
    them that are recorded: of whom its question names, or of all where it asks who."""
    question = fold(row.question)
    named = {m.whose for m in agents_names(site).within(question, speech(written_language(site)))}
    for option, cell in row.cells.items():
        if cell.not_stated or _NOBODY.match(cell.statement or ""):
            found = [
                one.id
                for one in of_class(site, Position)
                if not one.draft and one.topic == option and one.stance != "unclear"
                if one.holder in named or (not named and _WHO.search(question))
            ]
            if found:
                yield option, found
