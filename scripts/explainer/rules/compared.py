"""The rule on the options that a site compares, of which one is easily written for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..topic.model import Position, Term
from ..topic.problems import Problem
from ..topic.site import Site, kept
from .beside import resting_beside
from .own_words import OwnWords
from .registry import rule
from .rests import resting

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
_ENDING = "(?:s|es|n|en|e)?"  # of many, in the languages whose pages this project writes


@rule(whole=False)
def option_as_said(site: Site) -> Iterator[Problem]:
    """What is said of one of the options that a site compares rests on words that name it, where
    those name an option at all: by its label, or as a term with that label is called too; unless
    it is said that nothing is said of it."""
    for said in (*resting(site), *resting_beside(site)):
        ours = _named(site, _without_labels(site, said.text, said.own))
        if len(ours) != 1 or _SILENT.search(said.text):
            continue  # of two, either may be what is meant
        (option,) = ours
        theirs = frozenset[str]().union(*(_named(site, text) for text, _ in said.rests.around))
        stated = frozenset[str]().union(*(_named(site, text) for text in said.rests.own))
        if theirs and option not in theirs | stated | _about(site, said.own.records):
            labels = {one.id: one.label for one in site.topic.settings.options}
            others = " and ".join(f'"{labels[one]}"' for one in sorted(theirs))
            yield said.own.problem(
                f'this is said of "{labels[option]}", and the words that it rests on name {others}',
                "name what the words name, or cite the fact that says this of it",
                said.text[:160],
            )


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
