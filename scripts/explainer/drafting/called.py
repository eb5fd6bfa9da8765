"""What a number may be called where the words beside it say so for certain: somebody's age, what a
sum of money is (a fine of £300)."""

from __future__ import annotations

import re

from ..text.spans import Span
from ..text.units import is_currency, unit_of
from .draft_file import Field
from .grammar import NAME
from .mentions import PEOPLE
from .records import Records

_AGE = {  # by language: of years, what it is, and how it is called
    "en": ("years", "age", "Age of {}"),
    "de": ("Jahre", "Alter", "Alter von {}"),
    "fr": ("ans", "âge", "Âge de {}"),
    "es": ("años", "edad", "Edad de {}"),
}
_BEFORE_AGE = re.compile(r",\s(?:de\s|aged\s)?|\s\(")
_BEHIND_AGE = re.compile(r"\s?(?:,|\)|\.|ans\b|años\b|Jahre\b|years old\b)")
_OLDEST = 110
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|up to|at least|more than|over|less than|rund|etwa|mindestens"
    r"|höchstens|knapp|fast|mehr als|bis zu|environ|près de|plus de|moins de|au moins|unos|casi"
    r"|cerca de|hasta|más de|al menos)\s)?$"
)
_SUM_OF = {  # a fine of £300; Kosten von rund 300 Euro
    "en": re.compile(rf"\b(?:an?|the|his|her|its|their)\s(?:[a-z]+\s)?([a-z]{{4,}}) of {_ABOUT}"),
    "de": re.compile(rf"\b([A-ZÄÖÜ][a-zäöüß]{{3,}}) (?:von|in Höhe von) {_ABOUT}"),
    "fr": re.compile(rf"\b(?:une?|la|le|sa|son) ([a-zà-ÿ]{{4,}}) de {_ABOUT}"),
    "es": re.compile(rf"\b(?:una?|la|el|su) ([a-zà-ÿ]{{4,}}) de {_ABOUT}"),
}
_NO_SUMS = frozenset(
    "total number some part because average minimum maximum instead rest form value worth kind"
    " Summe Höhe Wert Preis total somme valeur hauteur moyenne partie suma total valor media parte"
    " empresa fábrica entreprise société company firm project projet proyecto Projekt".split()
)


def age_of(draft: Records, span: Span) -> dict[str, Field]:
    """The fields of a number that is somebody's age, right behind the name; none if it is not."""
    tag = draft.source.record.language[:2]
    printed = draft.text[span.start : span.end]
    before = [t for t in draft.between(max(0, span.start - 80), span.start) if t.sign == NAME]
    who = before[-1].whose if before else None
    if not (who and who.kind == PEOPLE and tag in _AGE and printed.isdecimal()):
        return {}
    gap = draft.text[before[-1].end : span.start]
    behind = _BEHIND_AGE.match(draft.text, span.end)
    if not (behind and _BEFORE_AGE.fullmatch(gap) and int(printed) < _OLDEST):
        return {}
    start, end = draft.passages.sentence_at(span.start)[:2]
    called = next((n for n in (who.name, who.last_name) if n in draft.text[start:end]), "")
    if not called:
        return {}
    unit, measure, label = _AGE[tag]
    inferred = ["measure"] if unit in behind.group() else ["unit", "measure"]
    label = "Âge d’{}" if tag == "fr" and called[0] in "AEIOUÉÈÂÎÔH" else label
    return {
        "label": label.format(called),
        "unit": unit,
        "measure": measure,
        "population": called,
        "inferred": [*inferred],
    }


def sum_of(draft: Records, span: Span, unit: str) -> str:
    """What a sum of money is, where a noun before it says so; else nothing."""
    kind, tag = unit_of(unit), draft.source.record.language[:2]
    if kind is None or not is_currency(kind) or tag not in _SUM_OF:
        return ""
    start = draft.passages.sentence_at(span.start).start
    found = _SUM_OF[tag].search(draft.text[start : span.start].replace("\n", " "))
    return found[1] if found and found[1] not in _NO_SUMS else ""
