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
    she = sex_said(words)
    return None in (she, own := read_as(person, folded)[0]) or own == she


def sex_said(words: str) -> bool | None:
    """Whether the pronoun in some words is a woman's; None where there is none, or both."""
    for woman, man in (_SUBJECTS, _OBJECTS):
        found = bool(woman.search(words)), bool(man.search(words))
        if any(found):
            return _sex(*found)
    return None


def read_as(person: Person, folded: str) -> tuple[bool | None, str]:
    """Whether somebody is a woman, by the given name, a title before a name in the text, or the
    office; and the words that tell."""
    names = names_of(person)
    if describes(names[0]):
        return sex_of_office(names[0]), names[0]
    given = {n.split()[0]: sex_of(n.split()[0]) for n in names if len(n.split()) > 1}
    told = {name: sex for name, sex in given.items() if sex is not None}
    if len({*told.values()}) == 1:
        name, sex = next(iter(told.items()))
        return sex, name
    lasts = "|".join({re.escape(name.split()[-1]) for name in names})
    woman, man = (
        re.search(rf"\b{title}\.? (?:{lasts})\b", folded) for title in (_A_WOMANS, _A_MANS)
    )
    if (titled := woman or man) and not (woman and man):
        return bool(woman), titled.group()
    office = person.job_title or ""
    return sex_of_office(office), office


def _sex(woman: bool, man: bool) -> bool | None:
    return None if woman == man else woman
