"""The rules on what a page says came first, and on parts of a month."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from ..text.days import day_of
from ..text.folding import fold
from ..text.polarity import LIGHT, stem, stems
from ..text.times_alike import moves_alike
from ..text.wider_words import WIDER
from ..text.words import when_needed
from ..topic.apparatus import Reference
from ..topic.model import Event
from ..topic.problems import Problem
from ..topic.roles import DATE, OUTSIDE, values
from ..topic.site import Site
from .beside import resting_aside
from .cited import Cited, sentences_cited
from .common import sentences_around
from .own_words import own_words
from .registry import rule

_EARLIER = r"before|prior to|ahead of|until|till|vor|bevor|bis zu|avant|antes del?"
_LATER = r"after|following|since|nach|nachdem|seit|après|depuis|después del?|tras"
_MEANWHILE = r"during|in the course of|während|pendant|durante|au cours d(?:e|u|es)"
# How long before or after, and how soon.
_BY = (
    r"(?:(?:on|only|just|even|right|long|shortly|soon|immediately|the|a|few|some|several|many|two"
    r"|three|four|five|six|\d+|hours?|days?|nights?|weeks?|months?|years?|kurz|gleich|lange|tage?"
    r"|wochen?|peu|longtemps|jours?|semaines?)\s)*"
)
# In the words between two citations: … [a] before … [b]. Behind "and", it is of something else.
_BETWEEN = when_needed(
    rf"^\W*(?:(?:had |has |have )?(?:been |come |came |happened "
    rf"|took place )?{_BY})(?:(?P<earlier>{_EARLIER})"
    rf"|(?P<later>{_LATER}|followed(?! by)))\s(?!that\b|this\b|which\b|then\b|wards)[^,;:]*\W*$",
    re.I,
)
# Before the first: Before … [a], … [b]; or set off by a comma.
_AHEAD = when_needed(
    rf"(?:^|,\s){_BY}(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER}))\s(?!that\b|this\b|which\b)"
    rf"(?:[^,;:]|,\s?\d)*,?\W*$",
    re.I,
)
# Said of the second: … [a]; … [b] came earlier.
_SECOND = re.compile(
    r"\b(?:(?P<earlier>came (?:earlier|first|before)|(?:before|prior to) that|previously|zuvor"
    r"|auparavant)|(?P<later>came (?:later|after|second)|after (?:that|this|which)|afterwards"
    r"|thereafter|danach|ensuite))\b",
    re.I,
)
_NEXT = re.compile(
    r"\bthe (?:day|night) (?:before|after)\b|\bthe (?:next|following|previous) day\b"
    r"|\ba day (?:later|earlier|before|after)\b|\bam Tag (?:davor|danach|darauf)\b"
    r"|\ble lendemain\b|\bla veille\b",
    re.I,
)
_MONTHS = {word: n for one in WIDER.values() for word, n in one.months.items()}
_PART = re.compile(
    rf"\b(?:(early|anfang|début)|(mid|middle|mitte|mi)|(late|ende|fin)|(?:the )?(?:(beginning"
    rf"|start)|(middle)|(end)) of)"
    rf"[\s-]({'|'.join(map(re.escape, _MONTHS))})\b",
    re.I,
)
_DAYS = ((1, 12), (8, 23), (19, 31))  # of a month: early, in the middle, late


class Dated(NamedTuple):
    """What is cited at one place of a sentence, and when that was, as the records write it."""

    place: int
    dates: list[str]


# What moves with the day on which it is read.
_MOVING = re.compile(
    r"\b(?:repeatedly|again and again|time and again|constantly|this (?:year|month|week)|(?:last"
    r"|next|this (?:coming )?) ?(?:weekend|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)|for the (?:second|third|fourth|fifth|sixth"
    r"|\d+(?:nd|rd|th)) time|every (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|week|month|year)|dieses Jahr|diese Woche|zum (?:zweiten|dritten) Mal|cette (?:année"
    r"|semaine)|ce mois-ci)\b"
)

_MOVES = "say when it was as the words cited do, or give the date; or leave it out"
_IN_ORDER = "say it in the order of the dates cited"
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:going |due |expected |set )?to|plans? to|werden|wird|vont|va)\s"
    r"(?:soon\s|again\s)?(\w{3,})"
)


@rule(whole=False)
def order_of_time(site: Site) -> Iterator[Problem]:
    """What is said to be before or after something, with a citation of each, was by their dates;
    where the words of a fact say after a meeting, it is not said to be before that. The day before
    or after is one day away, and a date early in a month is in its first days. A time that moves
    with the reader (this year, last Friday), or how often (repeatedly), is said only where the fact
    has it, and nothing that happened is still to come."""
    for own in own_words(site):
        for part in sentences_cited(site, own.shown) if own.shown and own.records else ():
            cites = [name for name in part.cites if name in site.topic.records]
            known = cites == part.cites and _MOVING.search(part.marked)
            if known and not _has_moving(site, known.group(), cites):
                message = f'no fact cited here says "{known.group()}"'
                yield own.problem(message, _MOVES, part.text[:160])
            elif message := _wrong(site, part) if cites == part.cites else "":
                yield own.problem(message, _IN_ORDER, part.text[:160])
    for said in resting_aside(site):
        words = [text for text, _ in said.rests.exact]
        if message := _at_another_time(said.marked, words):
            yield said.own.problem(
                message.replace("cited", "set aside"),
                "say when it was as these words do",
                said.text,
            )


def _wrong(site: Site, part: Cited) -> str:
    """What is wrong with the times that a sentence tells; empty if nothing is."""
    return (
        _out_of_order(site, part)
        or _not_a_day(site, part)
        or _turned(site, part)
        or _still_to_come(site, part)
    )


def _has_moving(site: Site, words: str, cites: list[str]) -> bool:
    """Whether a fact cited has a time that moves with the reader, in any language; so if none is
    cited."""
    texts = [text.lower() for name in cites for text in sentences_around(site, name)]
    own = words.lower()
    return not cites or any(own in text or moves_alike(own, text) for text in texts)


def _still_to_come(site: Site, part: Cited) -> str:
    """What is said to be still to come, of events alone that have all happened."""
    events = [site.topic.records[name] for name in part.cites]
    if not events or not all(isinstance(e, Event) and e.status == "happened" for e in events):
        return ""
    titles = {one for e in events if isinstance(e, Event) for one in stems(e.title)}
    for match in _TO_COME.finditer(part.marked):
        if stem(match[1]) in titles:
            return f'"{match.group()}" says that what happened is still to come'
    return ""


def _out_of_order(site: Site, part: Cited) -> str:
    """What is wrong with what is said to be before or after something else that is cited."""
    dated = [*_dated(site, part)]
    if len(dated) != 2 or any(len(one.dates) != 1 for one in dated):
        return ""
    (a, (first,)), (b, (second,)) = dated
    if first.startswith(second) or second.startswith(first):
        return ""
    text = part.marked
    begin = max([p for p in part.places if p < a], default=0)
    behind = text[a:b].strip()
    between = _BETWEEN().match(behind)  # of the first
    ahead = _AHEAD().search(text[begin:a]) if re.search(r"\w", behind) else None
    found = between or ahead or _SECOND.search(behind)  # else of the second
    if found is None or ((first < second) == (bool(found["earlier"]) == bool(between))):
        return ""
    word = found["earlier"] or found["later"]
    return f'"{word}" does not fit the dates cited: {first} and {second}'


def _dated(site: Site, part: Cited) -> Iterator[Dated]:
    """The places of a sentence where dated records are cited, with their dates."""
    for place in dict.fromkeys(part.places):
        names = [name for at, name in zip(part.places, part.cites, strict=True) if at == place]
        if dates := sorted({day for name in names for day in _dates(site, name)}):
            yield Dated(place, dates)


def _dates(site: Site, name: str) -> list[str]:
    record = site.topic.records[name]
    return [
        value
        for _, value, _ in values(record, DATE)
        if isinstance(value, str) and re.match(r"\d{4}-\d\d", value)
    ]


def _not_a_day(site: Site, part: Cited) -> str:
    """What is wrong with the day before or after, or with a part of a month."""
    found = [day_of(value) for name in part.cites for value in _dates(site, name)]
    whole = [
        date(d.year, d.month, d.day)
        for d in found
        if d.year and d.month and d.day and d.weekday is not None
    ]
    apart = {abs((a - b).days) for a, b in combinations(sorted(set(whole)), 2)}
    if (match := _NEXT.search(part.marked)) and apart and 1 not in apart:
        return f'the dates cited are not a day apart, as "{match.group()}" says'
    for match in _PART.finditer(part.marked):
        which = next(i for i in range(6) if match[i + 1]) % 3
        month = _MONTHS[match[7].lower()]
        days = [d.day for d in whole if d.month == month]
        low, high = _DAYS[which]
        if days and not any(low <= day <= high for day in days):
            return f'"{match.group()}" is not when it was: the date cited has day {days[0]}'
    return ""


def _turned(site: Site, part: Cited) -> str:
    """What is said to be before something that the words cited say it was after, or the like."""
    words = [placed.exact for name in part.cites for placed in site.evidence.of(name)]
    works = (r for n in part.cites if isinstance(r := site.topic.records[n], Reference))
    words += [v.value for work in works for v in values(work, OUTSIDE)]
    return _at_another_time(part.marked, words)


def _at_another_time(text: str, words: list[str]) -> str:
    """What a text says to be before, during or after something of which some words say otherwise;
    told by the word behind, such as meeting."""
    told = {(word, when) for word, some in _times(text).items() for when in some}
    if len({*_WHEN.findall(fold(text).lower())}) > 1 or len({when for _, when in told}) != 1:
        return ""
    source = [_times(one) for one in words]
    if any(when in some.get(word, ()) for some in source for word, when in told):
        return ""
    other = next((min(some[word]) for word, _ in told for some in source if word in some), "")
    return f"the words cited say that this was {other} that" if other else ""


_TIME = rf"(?:(?P<before>{_EARLIER})|(?P<after>{_LATER})|(?P<during>{_MEANWHILE}))"
_A_WAR = frozenset({"war"})  # which is a verb in German
_NEXT_WORDS = 3  # behind, that tell what it is
_WHEN = re.compile(rf"\b(?:{_EARLIER}|{_LATER}|{_MEANWHILE})\b", re.I)
_BEHIND = re.compile(
    rf"(?<!not )\b{_TIME}\s(?P<words>(?:(?!(?:{_EARLIER}|{_LATER}|{_MEANWHILE})\b)"
    r"[\w'-]+\s?){1,6})",
    re.I,
)


def _times(text: str) -> dict[str, set[str]]:
    """The words that a text has behind before, during and after, with which of these it is."""
    found = defaultdict[str, set[str]](set)
    for match in _BEHIND.finditer(fold(text)):
        when = next(one for one in ("before", "after", "during") if match[one])
        behind = (stem(w) for w in match["words"].split() if w in _A_WAR or w.lower() not in LIGHT)
        for word in [*behind][:_NEXT_WORDS]:
            found[word].add(when)
    return found
