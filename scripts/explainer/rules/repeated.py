"""The rule on how much of a source editors' own words repeat, outside any evidence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..text.spans import Cover, Span, joined
from ..topic.problems import Problem
from ..topic.site import Site, kept
from ..topic.topic import SourceText
from .as_one import heavy, in_a_row
from .own_words import OwnWords, keywords, own_words, words_on_others
from .registry import rule
from .runs import SHORT_RUN, SOURCE_WORD, Runs, runs

CHANCE = Decimal("0.12")  # of a source's prose may be such runs outside evidence: names, notes
_NAMED = 4  # texts that are named besides
_SHOWN = 160  # characters of the words repeated


@rule(whole=True)
def share_repeated(site: Site) -> Iterator[Problem]:
    """The editors' words, notes on what is set aside included, have no more than 12 % of a source's
    own prose in runs of five words or more that no evidence has. The built site is held to the same
    with all that readers see."""
    for source in site.topic.sources.values():
        speech = Cover(source.passages.not_own)
        words = (Span(*m.span()) for m in SOURCE_WORD.finditer(source.passages.text))
        prose = sum(not speech.touches(word) for word in words)
        found = repeating(site, source)
        repeated = sorted(set().union(*(words for _, words in found)))
        if found and (share := Decimal(len(repeated)) / max(prose, 1)) > CHANCE:
            yield reword(
                source,
                found,
                f"our own words repeat {share:.1%} of the own prose of {source.path} outside"
                f" evidence, in runs of {SHORT_RUN} words and more; {CHANCE:.0%} may be:"
                f" {_words(math.ceil((share - CHANCE) * prose))} too many",
            )


def reword(source: SourceText, found: list[tuple[OwnWords, set[Span]]], message: str) -> Problem:
    """What is told of editors' texts that repeat a source: at the worst, with the next."""
    (worst, words), *others = found
    line = worst.line if isinstance(worst.line, int) else worst.line()
    also = ", ".join(
        f"{own.path}:{own.line if isinstance(own.line, int) else own.line()} ({_words(len(some))})"
        for own, some in others[:_NAMED]
    )
    help = "say it in other words here" + (f"; after this, in {also}" if also else "")
    longest = max((source.passages.words(*run) for run in joined(sorted(words))), key=len)
    message += f", most of them here ({_words(len(words))})"
    return Problem(worst.path, line, message, help, "", longest[:_SHOWN])


def repeating(
    site: Site, source: SourceText, length: int = SHORT_RUN
) -> list[tuple[OwnWords, set[Span]]]:
    """The texts in editors' words that have words of a source's own prose in runs, and which of
    these no evidence has; those with most of them first."""
    found = _repeating(site, length).get(source.id, [])
    return sorted(found, key=lambda one: (-len(one[1]), one[0].path))


@kept(2)
def _repeating(site: Site, length: int) -> dict[str, list[tuple[OwnWords, set[Span]]]]:
    """The same of every source, of which all texts are looked at once."""
    of_site, sources = Runs(site), site.topic.sources
    titles = {(source.where.path, source.record.title) for source in sources.values()}
    known = {run for words in of_site.words.values() for run in runs(words, length)}
    shared = [
        (own, some)
        for own in (*own_words(site), *words_on_others(site), *keywords(site))
        if (own.path, own.text) not in titles  # the source's own words, as what it is called
        if (some := known.intersection(runs(in_a_row(own.text), length)))
    ]
    known = set[int]().union(*(some for _, some in shared))  # of a large topic few of them all
    at = defaultdict[int, dict[str, list[int]]](dict)
    for name in sources:
        for i, run in enumerate(runs(of_site.words[name], length)):
            if run in known:
                at[run].setdefault(name, []).append(i)
    found = defaultdict[str, list[tuple[OwnWords, set[Span]]]](list)
    places = {
        name: [*of_site.places(name)] for name in {name for some in at.values() for name in some}
    }
    for own, some in shared:
        held = defaultdict[str, set[int]](set)
        for run in some:
            for name, starts in at[run].items():
                held[name].update(i + n for i in starts for n in range(length))
        for name, numbers in held.items():
            speech, covered = Cover(sources[name].passages.not_own), site.covered[name]
            stretches = heavy(site, of_site.words[name], numbers, length)
            words = (places[name][i] for a, b in stretches for i in range(a, b))
            if kept_words := {w for w in words if not speech.touches(w) and not covered.touches(w)}:
                found[name].append((own, kept_words))
    return found


def _words(number: int) -> str:
    return f"{number} word{'' if number == 1 else 's'}"
