"""Names in what is copied: a name with its office cannot be said otherwise, so it is one word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..text.folding import fold, shown
from ..text.offices import ARTICLE, HOLDS, OF
from ..text.spans import Span
from ..topic.agents import Agent
from ..topic.model import Term
from ..topic.site import Site, kept
from .common import names_of

_LONGEST = 12  # words of a name with its office
_PLAIN = 5  # words of a name that has small letters: the council of the town
# A number is one word: 14,000, 3-to-1, 2.4-to-1. The accents of a word may be letters of their own.
_DIGITS = r"\d+(?:[.,]\d+)*"
_DASH = "[-\u2010\u2011\u2013]"
ROW = (
    rf"{_DIGITS}(?:{_DASH}(?:[^\W\d_]{{1,4}}{_DASH})?{_DIGITS})*(?!\w)"
    "|[\\w\u0300-\u036f\u00ad]+"
)
_WORD = re.compile(ROW)
_THE = ("the", "der", "die", "das", "le", "la", "les", "el", "los", "las")
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*\w"
_WITHIN = r"(?:of|for|the|de|du|des|la|le|les|del|las|los|van|von|der) "
_NAME = re.compile(rf"(?<!\w){_CAPITAL}(?: (?:{_WITHIN}){{0,2}}{_CAPITAL})+")
_JOINS = r"(?:and|or|but|though|while|when|as|that|und|oder|aber|dass|et|ou|mais|que|y|o|pero)"
_CUT = r"[^,.;:()“”„«»\"\n—–]"


def in_a_row(text: str) -> list[str]:
    """The words of a text as readers see them, whatever their case and the marks between them."""
    return _WORD.findall(shown(text).casefold())


def heavy(site: Site, words: Sequence[str], held: Collection[int], least: int) -> Iterator[Span]:
    """The stretches of some words that are ``held``, by their numbers, and have so many at least,
    each name as one."""
    phrases = _phrases(site)
    at = 0
    while at < len(words):
        start = at
        while at < len(words) and at in held:
            at += 1
        if at - start >= least and _count(words[start:at], phrases) >= least:
            yield Span(start, at)
        at += at == start


def _count(words: Sequence[str], phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """How many words there are, each name as one."""
    count = at = 0
    while at < len(words):
        some = phrases.get(words[at], ())
        longest = next((p for p in some if tuple(words[at : at + len(p)]) == p), words[at : at + 1])
        at += len(longest)
        count += 1
    return count


@kept()
def _phrases(site: Site) -> dict[str, list[tuple[str, ...]]]:
    """The names of records and sources, with the offices beside them, as words in a row: those that
    begin with a word, the longest first."""
    found = {words for name in _names(site) if 1 < len(words := (*in_a_row(name),)) <= _LONGEST}
    found |= {(one, *words) for words in found if words[0] not in _THE for one in _THE}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(found, key=lambda words: (-len(words), words)):
        phrases.setdefault(words[0], []).append(words)
    return phrases


def _names(site: Site) -> Iterator[str]:
    agents = [r for r in site.topic.records.values() if isinstance(r, Agent) and not r.draft]
    terms = [r for r in site.topic.of_class(Term) if not r.draft]
    known = {name for agent in agents for name in names_of(agent)}
    known |= {name for t in terms for name in (t.term, *t.alternate_names) if _NAME.fullmatch(name)}
    known = {fold(name) for name in known if _is_name(name)}
    yield from known
    people = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    office = (
        rf"(?i:(?:{ARTICLE} )?(?:(?!{_JOINS} )[\w-]+ ){{0,2}}{HOLDS})(?: {OF} {_CUT}{{2,40}}?)?"
    )
    for source in site.topic.sources.values():
        text = source.passages.folded
        german = source.passages.language.code == "de"  # where every noun has a capital letter
        own = [] if german else [m for m in _NAME.finditer(text) if not _opens(text, m.start())]
        yield from (match[0] for match in own)
        somebody = "|".join(filter(None, (people, "" if german else _NAME.pattern)))
        if somebody:
            named = rf"(?<!\w)(?:{somebody})(?!\w)"
            yield from (m[0] for m in re.finditer(rf"(?<!\w){office},? {named}", text))
            yield from (m[0] for m in re.finditer(rf"{named}, {office}(?=[,.;:])", text))


def _is_name(name: str) -> bool:
    """Whether it is written as a name, or short: no sentence is one."""
    words = [word for word in name.split() if len(word) > 3]
    return len(name.split()) <= _PLAIN or 2 * sum(w[0].isupper() for w in words) > len(words)


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence, which gives it its capital letter."""
    return not text[:at].rstrip("“”\"' \n") or text[:at].rstrip("“”\"' \n")[-1] in ".!?:"
