"""One rule, one generator; its docstring is the rule in words.

Rules read the model and know no topic. They yield Problems and print nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..text.folding import fold
from ..text.words import stands_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Comparison
from ..topic.problems import Problem, in_order
from ..topic.roles import Mark, values
from ..topic.site import Site
from .unread import SURE, UNKNOWN, without_what_follows


class Rule(NamedTuple):
    """A rule. One that needs the ``whole`` site is not run while some file cannot be read."""

    name: str
    text: str
    whole: bool
    run: Callable[[Site], Iterator[Problem]]


RULES: list[Rule] = []


def rule(
    whole: bool,
) -> Callable[[Callable[[Site], Iterator[Problem]]], Callable[[Site], Iterator[Problem]]]:
    """Add a generator to the rules; its name and docstring are the rule's."""

    def add(run: Callable[[Site], Iterator[Problem]]) -> Callable[[Site], Iterator[Problem]]:
        RULES.append(Rule(run.__name__.replace("_", "-"), (run.__doc__ or "").strip(), whole, run))
        return run

    return add


# What follows from other faults of the same line, and goes when they are mended: who puts a
# citation behind a quotation or a number has cited for the name beside it as well.
_UNCITED = ("quotations-in-prose", "numbers-in-prose", "dates-in-prose")
_FOLLOWS = {
    "named-and-cited": _UNCITED,
    "cite-every-paragraph": _UNCITED,
    "answers-rest-on-something": (*_UNCITED, "cite-every-paragraph"),
    "people-borne-out": ("named-in-its-words", "aside-as-said"),
    "offices-borne-out": ("no-placeholders",),
    "judging-words-borne-out": ("offices-borne-out", "named-and-cited"),
    "valid-dates": ("exact-words",),
    "part-not-whole": ("not-turned-round",),
    "pronouns-as-cited": ("voices-in-prose",),
    "quotations-in-prose": ("lines-as-meant",),
    "numbers-in-prose": ("lines-as-meant",),
}

# Whose words a record has is said once of each part of it, by the first of these that says it.
_WHOSE = ("said-by-another", "attribution-kept", "attribution-told", "attribution-resolved")

# Where an id is named that is not there: each of these places is to be mended.
_NAMES = ("known-ids", "citations", "valid-blocks")
_MEANT = re.compile(r"did you mean ([a-z0-9-]+)\b")


def check(site: Site) -> list[Problem]:
    """Every problem that any rule finds, in the order of files and lines; but none that is there
    only for another."""
    found = [
        problem._replace(rule=one.name)
        for one in RULES
        if site.topic.whole or not one.whole
        for problem in one.run(site)
    ]
    site.forget()
    at = {(problem.path, problem.line, problem.rule) for problem in found}
    renamed = _renamed(found)
    by_nobody = {*_by_nobody(site)}
    undenied = {
        (p.path, p.line) for p in found if p.rule == "aside-as-said" and _DENIED in p.message
    }
    misquoted = [p for p in found if p.rule == "quotations-in-prose" and _CITE in p.help]
    bracketed = {(p.path, p.line, p.wrote) for p in found if p.rule == "citations"}
    left = (
        p
        for p in found
        if _NO_STATEMENT in p.message
        or not any((p.path, p.line, r) in at for r in _FOLLOWS.get(p.rule, ()))
        if p.rule in (*_NAMES, *SURE) or not (renamed and renamed.search(p.message))
        if not _is_of_another(p, misquoted)
        if not (p.rule == "not-turned-round" and (p.path, p.line) in undenied)
        if not (p.rule in _SAYING and by_nobody & {*_IDS.findall(p.message)})
        if not (p.rule == "numbers-in-prose" and (p.path, p.line, f"[{p.wrote}]") in bracketed)
    )
    return in_order(without_what_follows(site, _of_unrecorded([*_whose_once(site, [*left])])))


def _whose_once(site: Site, found: list[Problem]) -> Iterator[Problem]:
    """The problems, without what a second rule says of whose words a part of a record has."""
    said = [p for p in found if p.rule in _WHOSE]
    parts = _parts(site) if len({p.rule for p in said}) > 1 else []
    of = {id(p): bisect_right(parts, (p.path, p.line)) for p in said} if parts else {}
    first: dict[int, str] = {}
    for problem in sorted(said, key=lambda p: _WHOSE.index(p.rule)):
        first.setdefault(of.get(id(problem), 0), problem.rule)
    return (p for p in found if id(p) not in of or first[of[id(p)]] == p.rule)


def _parts(site: Site) -> list[tuple[str, int]]:
    """Where each record begins, and each cell of a comparison: files and lines, in order."""
    found = [(where.path, where.line()) for where in site.topic.where.values()]
    for one in site.topic.of_class(Comparison):
        where = site.topic.where[one.id]
        found += [(where.path, where.line("cells", option)) for option in one.cells]
    return sorted(found)


# What is said of a whole sentence by the facts that it cites, which are others where its quotation
# is another's.
_OF_SENTENCES = (
    "option-as-said",
    "not-turned-round",
    "not-the-contrary",
    "as-sure-as-said",
    "not-exchanged",
    "and-or-as-there",
)
_NO_STATEMENT = "carries no statement"  # of what is cited: another citation does not mend it
_DENIED = ", and denies nothing"  # of a note, with the word that it should deny with
_CITE = "right behind them: [^"  # of a quotation that another fact has


def _is_of_another(problem: Problem, misquoted: list[Problem]) -> bool:
    """Whether a problem is of a sentence that cites another fact than that which it quotes."""
    said = fold(problem.wrote) if problem.rule in _OF_SENTENCES and misquoted else ""
    return bool(said) and any(
        (p.path, p.line) == (problem.path, problem.line) and fold(p.wrote) in said
        for p in misquoted
    )


_SAYING = ("voices-in-prose", "credited-to-sayers")
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _by_nobody(site: Site) -> Iterator[str]:
    """The records that ascribe something to an id that is nobody's, which is the fault to fix: who
    says what they have is not known."""
    known = site.topic.kinds.keys() | site.topic.sources.keys() | {NOT_STATED}
    for name, record in site.topic.records.items():
        if any(v.value not in known for v in values(record, Mark.ASCRIBED)):
            yield name


_QUOTING = ("quotations-in-prose", "voices-in-prose")
_NAMED = 4  # places that are named besides


def _of_unrecorded(found: list[Problem]) -> Iterator[Problem]:
    """The problems, of a quotation that no record has one alone: with where else it is quoted, of
    which each says that no fact has it, or that it is nobody's."""
    unrecorded = {
        words: i
        for i, problem in enumerate(found)
        if problem.rule == "no-unrecorded-quotation"
        if (words := _words(problem.wrote))
    }
    quoting: dict[int, list[Problem]] = {}
    for problem in found if unrecorded else ():
        inside = _words(problem.wrote) if problem.rule in _QUOTING else ""
        for words, i in unrecorded.items():
            if stands_in(words, inside):
                quoting.setdefault(i, []).append(problem)
                break
    left = {id(problem) for some in quoting.values() for problem in some}
    for i, problem in enumerate(found):
        if places := [*dict.fromkeys(f"{p.path}:{p.line}" for p in quoting.get(i, ()))]:
            more = f" and {len(places) - _NAMED} more" if places[_NAMED:] else ""
            also = f"; until a quote has it, it cannot be quoted: {', '.join(places[:_NAMED])}"
            problem = problem._replace(help=f"{problem.help}{also}{more}")
        if id(problem) not in left:
            yield problem


def _words(text: str) -> str:
    return fold(text).casefold().strip(" .,;:!?")


def _renamed(problems: list[Problem]) -> re.Pattern[str] | None:
    """The ids that are named and not there, and those that are meant: what else is said of them
    follows from that."""
    unknown = [(p, UNKNOWN.match(p.message)) for p in problems if p.rule in _NAMES]
    names = {match[1] for _, match in unknown if match}
    names |= {meant[1] for p, match in unknown if match and (meant := _MEANT.match(p.help))}
    either = "|".join(map(re.escape, sorted(names)))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if names else None
