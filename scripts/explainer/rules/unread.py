"""What is said of a site only because something else in it cannot be read: nobody has to mend that,
so it is left out. One mistake is one problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..topic.model import Figure, Quote
from ..topic.problems import Problem
from ..topic.site import Site
from .common import of_class

# Rules that say of words of a source that no record has them.
_MISSED = ("no-unused-clause", "no-unrecorded-quotation", "no-unrecorded-number")


def without_what_follows(site: Site, found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems but for those of fields that do not fit, and those of words of a source that no
    record has, where so many records have words that cannot be found: it may be theirs."""
    missed: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        if site.topic.is_doubted(problem):
            continue
        if problem.rule in _MISSED:
            missed.setdefault((problem.rule, problem.path), []).append(problem)
        else:
            yield from _with_own_id(site, problem)
    unread = len(site.topic.unreadable_ids - site.topic.where.keys() - site.topic.redirects.keys())
    for (rule, _), some in missed.items():
        lost = {
            "no-unused-clause": _without_words(site),
            "no-unrecorded-quotation": _without_text(site),
            "no-unrecorded-number": _without_number(site),
        }[rule]
        if len(some) > lost + unread:
            yield from some


def _with_own_id(site: Site, problem: Problem) -> Iterator[Problem]:
    """A problem of a record whose id is taken, with that id in place of the one made up for it; but
    none of which page shows it."""
    for made_up, own in site.topic.made_up.items():
        if f'"{made_up}"' in problem.message and problem.rule == "every-record-shown":
            return
        problem = problem._replace(message=problem.message.replace(made_up, own))
    yield problem


def _without_words(site: Site) -> int:
    """How many records that say something have words that are not found."""
    records = (site.topic.records[name] for name in site.unsure if not site.evidence.of(name))
    return sum(not (record.draft or record.only_names) for record in records)


def _without_text(site: Site) -> int:
    quotes = (quote for quote in of_class(site, Quote) if not quote.draft)
    return sum(not site.evidence.of(quote.id, "text") for quote in quotes)


def _without_number(site: Site) -> int:
    numbers = site.evidence.numbers
    return sum(f.id not in numbers and not f.draft for f in of_class(site, Figure))
