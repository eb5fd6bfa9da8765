"""What a record says that none of its words do, for a person to look at: a day that is only the
site's, that nothing is said of what is recorded, and words under another option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..rules.common import of_class, sentences_of_words
from ..rules.known_dates import dates_in, issued_of
from ..rules.own_words import written_language
from ..rules.parties import belonging
from ..rules.voices import agents_names
from ..text.days import find_dates
from ..text.folding import fold
from ..text.spans import Cover
from ..text.speech import speech
from ..text.weekdays import weekdays_in
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Comparison, Event, Figure, Position
from ..topic.record import Fact, Record
from ..topic.roles import DATE, OWN, Mark, values
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
    """The options of which a row of the comparison says nothing, or nobody, with what is recorded
    of them: of whom its question names, or where it asks who, the positions of all."""
    question = fold(row.question)
    named = {m.whose for m in agents_names(site).within(question, speech(written_language(site)))}
    named = {one for who in named for one in belonging(site, who)}  # a ministry is its state’s
    for option, cell in row.cells.items():
        if cell.not_stated or _NOBODY.match(cell.statement or ""):
            found = [
                one.id
                for one in of_class(site, Fact)
                if not one.draft and not isinstance(one, Comparison)
                if _is_of(site, one, named) and _speaks_of(site, one, option)
            ]
            if not named and _WHO.search(question):
                positions = (p for p in of_class(site, Position) if not p.draft)
                found = [p.id for p in positions if p.topic == option and p.stance != "unclear"]
            if found:
                yield option, found


def _is_of(site: Site, record: Record, named: set[str]) -> bool:
    """Whether a record is one of those who are named here: what they hold, say or do."""
    return any(v.value in named for v in values(record, Mark.ASCRIBED, Mark.OWN_VOICE))


def _speaks_of(site: Site, record: Record, option: str) -> bool:
    """Whether a record is on an option: it says so, or its words have the name of the option."""
    if isinstance(record, Position):
        return record.topic == option
    label = next((fold(o.label) for o in site.topic.settings.options if o.id == option), option)
    texts = [*(p.exact for p in site.evidence.of(record.id))]
    texts += [v.value for v in values(record, OWN)]
    return any(re.search(rf"(?i)\b{re.escape(label)}", fold(text)) for text in texts)


def under_another(site: Site, row: Comparison) -> Iterator[tuple[str, str, str]]:
    """The options of a row whose words stand under another option in another row: the option, the
    other one, and the question of that row."""
    for option in row.cells:
        words = site.evidence.of(row.id, "cells", option, "evidence")
        for other in of_class(site, Comparison):
            if other.draft or other.id == row.id or _rests_on(site, other, option, words):
                continue
            for far in other.cells:
                if _rests_on(site, other, far, words):
                    yield option, far, other.question


def _rests_on(site: Site, row: Comparison, option: str, words: Sequence[Placed]) -> bool:
    """Whether a cell rests on some of these words."""
    placed = site.evidence.of(row.id, "cells", option, "evidence")
    covers = [(one.source, Cover(one.spans)) for one in placed]
    return any(
        name == one.source and cover.touches(span)
        for one in words
        for span in one.spans
        for name, cover in covers
    )
