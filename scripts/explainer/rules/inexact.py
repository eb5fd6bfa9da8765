"""The rule on numbers that their facts have as no more than about, at least or at most so much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..text.languages import Language
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity, Value
from ..text.wider_words import all_at_once
from ..topic.apparatus import Reference
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.site import Site
from .cited import Cited, says_something, sentences_cited
from .known_numbers import reader_of
from .own_words import OwnWords, own_words
from .registry import rule

# Anywhere in a sentence these say that its numbers are no exact ones.
_LOOSELY = re.compile(
    r"\b(?:puts?|estimat\w*"
    r"|approximat\w*|roughly|rough|or so|or thereabouts|perhaps|maybe|reckon\w*"
    r"|guess\w*|some|round(?:ed)?|at least|at most|or more|or less|as (?:many|much|few) as|pass"
    r"|pass(?:es|ed|ing)|cross\w*|reach\w*|close to|barely|hardly|just|good|max\w*|min(?:imum)?"
    r"|limit\w*|capp?(?:ed)?|ceiling|up to|thousands|hundreds|dozens|geschätzt\w*|schätz\w*"
    r"|Schätzung\w*|mindestens|höchstens|oder (?:mehr|weniger)|erreich\w*|übertr[ao]f\w*"
    r"|übertrifft|überschr\w*|kaum|gut|gute|guten|gerade|Obergrenze|Grenze|estim\w*|franchi\w*"
    r"|attein\w*|à peine|plafond\w*|au (?:moins|plus|minimum|maximum)|ou (?:plus|moins)|al menos"
    r"|como (?:mínimo|máximo|mucho)|por lo menos|o (?:más|menos)|ronda\w*|alcanz\w*|apenas|tope"
    r"|pas(?:a|an|ó|aron|aban?|ado) de|super(?:a|an|ó|aron|aban?)|sobrepas\w*|exced\w*"
    r"|top(?:s|ped)|exceed\w*|beyond|hit|übersteig\w*|überstieg\w*|dépass\w*|excèd\w*|passent?"
    r"|unos|unas|una?s? \w+[ea]na)\b|[~≈]",
    re.I,
)
_AT_THE_END = re.compile(r"(?:\s[\w-]+){1,5}(?=\s*$|[,.;])")
_NEAR = 28  # characters before a number, and behind it
# What was named before: these 40 houses.
_THOSE = re.compile(
    r"\b(?:these|those|its|his|her|their|diese[rn]?|jene[rn]?|ces|est[oa]s|es[oa]s)\s$"
)
_WORDS = {
    "en": {"least": "at least, more than", "most": "at most, up to", "about": "about, nearly"},
    "de": {"least": "mindestens, mehr als", "most": "höchstens, bis zu", "about": "rund, fast"},
    "fr": {"least": "au moins, plus de", "most": "au plus, jusqu’à", "about": "environ, près de"},
    "es": {"least": "al menos, más de", "most": "como máximo, hasta", "about": "unos, casi"},
}
_HOW = {
    "at_least": "least",
    "more_than": "least",
    "at_most": "most",
    "less_than": "most",
    "about": "about",
}


@rule(whole=False)
def inexact_as_told(site: Site) -> Iterator[Problem]:
    """A number that the fact cited has as no more than about, at least or at most so much is said
    so in a sentence of a page: by a word beside it, or one that says that it is an estimate; not
    where another sentence of its paragraph says so of the same number. So is one that the words
    of another record have with such a word alone."""
    language = reader_of(site).language
    for own in own_words(site):
        parts = sentences_cited(site, own.shown) if own.shown and own.records else ()
        for part in parts:
            if found := _said_exactly(site, own, part):
                quantity, how = found
                words = _WORDS.get(language.code, _WORDS["en"])[how]
                yield own.problem(
                    f'the fact cited here does not have "{quantity.text}" as an exact number',
                    f"say how exact it is, as its qualifier or its words do: {words}",
                    part.text[:160],
                )


def _said_exactly(site: Site, own: OwnWords, part: Cited) -> tuple[Quantity, str] | None:
    """A number of a sentence that is said to be exact, and how exact it is."""
    reader = reader_of(site)
    cites = [name for name in part.cites if says_something(site, name)]
    elsewhere = any(isinstance(site.topic.records.get(n), Reference) for n in part.cites)
    above = " ".join((own.led, *own.heads))  # a list behind "at least:", a column of estimates
    if not cites or elsewhere or part.text.endswith("?"):
        return None
    loosely = _LOOSELY.search(f"{above} {part.text}") or _any(reader.language).search(above)
    inexact = _inexact(site, cites)
    text, dates = reader.text(own._replace(text=part.marked)) if inexact else ("", ())
    for one in find_quantities(text, reader.language):
        hows = [inexact.get(value, "") for value in one.values]
        if not all(hows) or one.parts or any(d.start <= one.start < d.end for d in dates):
            continue
        beside = text[max(one.start - _NEAR, 0) : one.start], text[one.end : one.end + _NEAR]
        bounded = one.bound or any(_any(reader.language).search(side) for side in beside)
        behind = _AT_THE_END.match(beside[1])  # two more winters at least
        if turned := _turned(reader.language, behind[0] if behind else "", {*hows}):
            return one, turned
        if not (
            loosely
            or bounded
            or _THOSE.search(beside[0])
            or _said_before(reader.language, own, one)
        ):
            return one, hows[0]
    return None


def _turned(language: Language, behind: str, hows: set[str]) -> str:
    """How exact a number is that is said to be so from the other side: at least, for at most."""
    how = next(iter(hows)) if len(hows) == 1 else ""
    other = {"least": "most", "most": "least"}.get(how)
    bounds = all_at_once(language).wider.bounds

    def there(one: str) -> bool:
        words = "|".join(bounds.get(one, ()))
        return bool(words and re.search(rf"(?i)(?<!\w)(?:{words})(?!\w)", behind))

    return how if other and there(other) and not there(how) else ""


def _inexact(site: Site, cites: list[str]) -> dict[Value, str]:
    """The numbers that some records have as inexact alone, and how exact they are."""
    found, exact = dict[Value, str](), set[Value]()
    for name in cites:
        record = site.topic.records[name]
        if isinstance(record, Figure) and record.value_max is None:
            how = _HOW.get(record.qualifier, "")
            if how:
                found[record.value] = how
            else:
                exact.add(record.value)
    for name in cites:
        for placed in site.evidence.of(name):
            language = site.topic.sources[placed.source].passages.language
            for one in find_quantities(readable(placed.exact, language), language):
                how = {"near": "about", "exact": ""}.get(one.bound, one.bound)
                for value in one.values:
                    if how in ("least", "most", "about"):
                        found.setdefault(value, how)
                    elif value not in found:
                        exact.add(value)
    return {value: how for value, how in found.items() if value not in exact}


def _said_before(language: Language, own: OwnWords, one: Quantity) -> bool:
    """Whether another sentence of a paragraph has a number with a word on how exact it is."""
    text = readable(own.text, language)
    return any(q.bound and q.values & one.values for q in find_quantities(text, language))


@cache
def _any(language: Language) -> re.Pattern[str]:
    """Any word of a language on how exact a number is."""
    bounds = all_at_once(language).wider.bounds
    words = "|".join(word for how, some in bounds.items() if how != "exact" for word in some)
    return re.compile(rf"\b(?:{words})(?!\w)", re.I)
