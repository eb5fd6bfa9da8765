"""Whom a pronoun beside a quotation may mean, of those who do something in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..text.given_names import sex_of
from ..text.offices import describes, sex_of_office
from ..text.voices import Sentence
from ..topic.agents import Person
from ..topic.site import Site
from .common import names_of

# Who speaks, before who is spoken to or whose somebody is: she told him, said his wife.
_SUBJECTS = (
    re.compile(r"\b(?:she|sie|elle|ella)\b", re.I),
    re.compile(r"\b(?:he|er|il|él)\b", re.I),
)
_BY = r"(?:by|in)(?=\s\w+ (?:own )?(?:words|account|view|opinion|estimate))"
_GIVES = (
    r"(?:\w+ )?(?:Angaben?|Worten?|Auskunft|Ansicht|Meinung|Einschätzung|Schätzung|Darstellung)"
)
_OBJECTS = (
    re.compile(
        rf"\b(?:her(?= as\b)|according to her|{_BY} her|laut ihr|ihr zufolge"
        rf"|(?:nach|laut) ihre[nr] {_GIVES}|ihre[nr] {_GIVES} (?:nach|zufolge))\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:him|ihm|ihn|according to his|{_BY} his|(?:selon|d'après) lui"
        rf"|(?:nach|laut) seine[nr] {_GIVES}|seine[nr] {_GIVES} (?:nach|zufolge))\b",
        re.I,
    ),
)
_A_WOMANS = r"(?:Mrs|Ms|Miss|Lady|Frau|Mme|Madame|Sra|Señora|Doña)"
_A_MANS = r"(?:Mr|Sir|Lord|Herrn?|M|Monsieur|Sr|Señor|Don)"


def may_be_meant(site: Site, words: str, before: Iterable[Sentence], folded: str) -> list[str]:
    """The people who do something in the sentences ``before`` and whom the pronoun in the ``words``
    that attribute a quotation fits; without a pronoun (lamentó) all of them. ``folded``: the text,
    whose titles tell women from men where given names do not."""
    doing = dict.fromkeys(m.whose for sentence in before for m in sentence.doing())
    return [
        name
        for name in doing
        if isinstance(person := site.topic.records[name], Person) and fits(words, person, folded)
    ]


def fits(words: str, person: Person, folded: str) -> bool:
    """Whether the pronoun in the words that attribute a quotation may mean somebody."""
    she = None
    for woman, man in (_SUBJECTS, _OBJECTS):
        found = bool(woman.search(words)), bool(man.search(words))
        if any(found):
            she = _sex(*found)
            break
    return None in (she, own := _sex_of(person, folded)) or own == she


def _sex_of(person: Person, folded: str) -> bool | None:
    """Whether somebody is a woman, by the given name or a title before a name in the text."""
    names = names_of(person)
    if describes(names[0]):
        return sex_of_office(names[0])
    given = {sex_of(name.split()[0]) for name in names if len(name.split()) > 1} - {None}
    if len(given) == 1:
        return given.pop()
    lasts = "|".join({re.escape(name.split()[-1]) for name in names})
    if person.job_title and (by_office := sex_of_office(person.job_title)) is not None:
        return by_office
    woman, man = (
        bool(re.search(rf"\b{title}\.? (?:{lasts})\b", folded)) for title in (_A_WOMANS, _A_MANS)
    )
    return _sex(woman, man)


def _sex(woman: bool, man: bool) -> bool | None:
    return None if woman == man else woman
