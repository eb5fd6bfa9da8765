"""The rule on the options that a site compares, of which one is easily written for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.polarity import roots, stems
from ..topic.apparatus import Reference
from ..topic.model import Comparison, Position, Term
from ..topic.problems import Problem
from ..topic.site import Site, kept
from .beside import resting_beside
from .cited import says_something, sentences_cited
from .columns import cells
from .own_words import OwnWords, own_words
from .registry import rule
from .rests import of_records, resting

# That nothing is said of something rests on words about another thing.
_SILENT = re.compile(
    r"\b(?:whether|quoted as|nothing|silent|not (?:say|tell|mention|state)\w*|ob|nichts|sagt nicht"
    r"|nennt nicht|rien|ne (?:dit|précise|mentionne)|nada|no (?:dice|menciona|precisa))\b",
    re.I,
)

# At the head of a column, before what it is about.
_ON = re.compile(
    r"(?:on|about|what (?:of|about)|über|zu[rm]?|sur|à propos d[eu]|quant (?:à|aux?)|de(?:l| la)?"
    r"|sobre|acerca del?|en cuanto a) ?(?:[\w'’-]+ ?){1,5}$",
    re.I,
)
_ARTICLE = re.compile(r"^(?:l'|(?:an?|the|eine?|der|die|das|une?|les?|la|el|los|las)\s+)(?=\w)")
_CLEARLY = 2  # words that a text has of another cell, at least
_ENDING = "(?:s|es|n|en|e)?"  # of many, in the languages whose pages this project writes


@rule(whole=False)
def option_as_said(site: Site) -> Iterator[Problem]:
    """What is said of one of the options that a site compares rests on words that name it, where
    those name an option at all: by its label, or as a term with that label is called too; unless
    it is said that nothing is said of it. So does what stands under a tab, a fold, a note or the
    head of a column that names one option: where a row of the comparison is cited, it is its cell
    for that option."""
    labels = {one.id: one.label for one in site.topic.settings.options}
    for own, option, text, cites in _labelled(site):
        if other := _of_another(site, option, text, cites):
            yield own.problem(
                f'this stands under "{labels[option]}", and the words that it rests on are of'
                f' "{labels[other]}"',
                f'put it under "{labels[other]}", or cite the fact that says this of'
                f' "{labels[option]}"',
                text[:160],
            )
    for said in (*resting(site), *resting_beside(site)):
        ours = _named(site, _without_labels(site, said.text, said.own))
        if len(ours) != 1 or _SILENT.search(said.text):
            continue  # of two, either may be what is meant
        (option,) = ours
        theirs = frozenset[str]().union(*(_named(site, text) for text, _ in said.rests.around))
        stated = frozenset[str]().union(*(_named(site, text) for text in said.rests.own))
        if theirs and option not in theirs | stated | _about(site, said.own.records):
            others = " and ".join(f'"{labels[one]}"' for one in sorted(theirs))
            yield said.own.problem(
                f'this is said of "{labels[option]}", and the words that it rests on name {others}',
                "name what the words name, or cite the fact that says this of it",
                said.text[:160],
            )


def _labelled(site: Site) -> Iterator[tuple[OwnWords, str, str, list[str]]]:
    """The sentences and cells under a label that names one option, and name none themselves: the
    option, the words and what is cited."""
    for own in own_words(site):
        parts = [
            (own.over, part.text, part.cites or own.records)
            for part in (sentences_cited(site, own.shown) if own.over and own.records else ())
        ]
        parts += [(one.over, one.cell, one.cites) for one in cells(site, own)]
        for over, text, cites in parts:
            under = _named(site, over)
            says = [name for name in dict.fromkeys(cites) if says_something(site, name)]
            elsewhere = any(isinstance(site.topic.records.get(n), Reference) for n in cites)
            asks = text.rstrip().endswith("?") or _SILENT.search(text)
            if len(under) == 1 and says and not (elsewhere or asks or _named(site, text)):
                yield own, min(under), text, says


def _of_another(site: Site, option: str, text: str, cites: list[str]) -> str:
    """The option of which all that is cited speaks, and which another than this one is; empty if
    something cited may speak of this one."""
    found = set[str]()
    for name in cites:
        record = site.topic.records[name]
        if isinstance(record, Comparison):
            found.add(_cell_of(site, record, option, text))
        else:
            around = _named(site, " ".join(text for text, _ in of_records(site, (name,)).around))
            about = _about(site, [name]) or around
            found.add(min(about) if len(about) == 1 else option)
    return found.pop() if len(found) == 1 and option not in found else ""


def _cell_of(site: Site, row: Comparison, option: str, text: str) -> str:
    """The option in whose cell a row has more of the words of a text: this one, unless another has
    clearly more."""
    said, shared = {*roots(stems(text))}, dict[str, int]()
    for other, cell in row.cells.items():
        words = " ".join(p.exact for p in site.evidence.of(row.id, "cells", other, "evidence"))
        shared[other] = len(said & {*roots(stems(f"{cell.statement or ''} {words}"))})
    most = max(shared, key=lambda one: (shared[one], one == option))
    return most if shared[most] >= max(2 * shared.get(option, 0), _CLEARLY) else option


def _named(site: Site, text: str) -> frozenset[str]:
    """The options that a text names."""
    folded = fold(text).casefold()
    return frozenset(option for option, names in _names(site) if names.search(folded))


def _without_labels(site: Site, text: str, own: OwnWords) -> str:
    """The words of the head of a table without cells that only say what their column is about: On a
    ferry, Ferry."""
    if own.heads or " | " not in own.text:
        return text
    cells = (cell.strip() for cell in text.split(" | "))
    names = [names for _, names in _names(site)]
    return " | ".join(
        "" if _ON.match(cell) or any(one.fullmatch(_plain(cell)) for one in names) else cell
        for cell in cells
    )


def _about(site: Site, records: list[str]) -> frozenset[str]:
    """The options that records are about by themselves, whatever their words name."""
    found = (site.topic.records.get(name) for name in records)
    options = {one.id for one in site.topic.settings.options}
    return frozenset(r.topic for r in found if isinstance(r, Position) and r.topic in options)


@kept()
def _names(site: Site) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The options of a site, each with a pattern of all that it is called; none where there are
    not two."""
    options = site.topic.settings.options
    called = {plain: (one.id, {plain}) for one in options if (plain := _plain(one.label))}
    for term in site.topic.of_class(Term):
        names = {_plain(name) for name in (term.term, *term.alternate_names)}
        for label in names & called.keys():
            called[label][1].update(names)
    if len(called) < 2:
        return ()
    return tuple(
        (id, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))}){_ENDING}(?!\w)"))
        for id, names in called.values()
    )


def _plain(name: str) -> str:
    """A name as it is compared: without its article."""
    return _ARTICLE.sub("", fold(name).casefold())
