"""What is said of a site only because something else in it cannot be read: nobody has to mend that,
so it is left out. One mistake is one problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..topic.agents import Organisation, Person
from ..topic.blocks import listings
from ..topic.evidence import Fault
from ..topic.model import KINDS, Term
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.repair import UNREAD
from ..topic.roles import CHOICE, DATE, KEY, SOURCE, Mark, having, specs
from ..topic.settings import Settings
from ..topic.site import Site

_SHOWN = "every-record-shown"
UNKNOWN = re.compile(r'there is no record "([a-z0-9-]+)"')
_NOWHERE = "the words are not in"  # whatever else is wrong with them
_SLIP = 0.85  # of an id's letters
_DATED = ("site-dated", "dates-worked-out")  # by the dates of other records
_NAMING = {
    *(field for kind in KINDS.values() for field in having(kind, KEY)),
    *(f for kind in (Organisation, Person, Term) for f in having(kind, Mark.UNIQUE, Mark.FILTER)),
    "alternate_names",
}
_NAMED = ("named-in-source", "offices-held")

# What these say, they say of words that no record at all has, where one that is cited is not known.
SURE = ("quotations-in-prose", "numbers-in-prose")

_REPLACED, _OF_ENTRIES = "needless-set-aside", ("load", "aside-as-said", "plainly-said")

# Rules that say of words of a source that no record has them.
_MISSED = ("no-unused-clause", "no-unrecorded-quotation", "no-unrecorded-number")


def without_what_follows(site: Site, found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems but for those of fields that do not fit, and those of words of a source that no
    record has, where so many records have words that cannot be found: it may be theirs."""
    missed: dict[tuple[str, str], list[Problem]] = {}
    some = [problem for problem in found if not site.topic.is_doubted(problem)]
    elsewhere = _of_unread_names(site, some)
    follow = _of_unread_fields(site, some)
    for problem in some:
        said = problem.rule not in (*SURE, "known-names", _SHOWN) and elsewhere
        if said and said.search(problem.message):
            continue
        unfound = problem.nearest or problem.message.startswith(_NOWHERE)
        if (problem.path, problem.rule) in follow and not unfound:
            continue
        if site.topic.doubts and (UNREAD in problem.message or _is_chosen_by_unread(site, problem)):
            continue
        if problem.rule in _MISSED:
            missed.setdefault((problem.rule, problem.path), []).append(problem)
        else:
            yield from _with_own_id(site, problem)
    unread = len(site.topic.unreadable_ids - site.topic.where.keys() - site.topic.redirects.keys())
    set_aside = [placed for items in site.evidence.aside.values() for _, placed in items]
    aside = sum(isinstance(placed, Fault) and not placed.meant for placed in set_aside)
    for (rule, _), of_source in missed.items():
        lost = {
            "no-unused-clause": _without_words(site),
            "no-unrecorded-quotation": _without_text(site),
            "no-unrecorded-number": _without_number(site),
        }[rule]
        if len(of_source) > lost + unread + aside:
            yield from of_source


def without_replaced(site: Site, found: list[Problem]) -> Iterator[Problem]:
    """The problems but for those of an entry of what is set aside that another problem replaces as
    a whole: its lines are no more."""
    places = {(p.path, p.line) for p in found if p.rule == _REPLACED and "what:" in p.paste}
    gone = {
        (source.where.path, line)
        for source in site.topic.sources.values()
        for i in range(len(source.record.set_aside))
        if (source.where.path, (entry := source.where.inner("set_aside", i)).line()) in places
        for line in range(entry.line(), entry.last() + 1)
    }
    for problem in found:
        if problem.rule not in _OF_ENTRIES or (problem.path, problem.line) not in gone:
            yield problem


def _of_unread_fields(site: Site, found: list[Problem]) -> set[tuple[str, str]]:
    """Rules that may only follow from a field that cannot be read, and the files of which they say
    something then: on dates worked out from others, on what is set aside twice, on whether a name
    is one of somebody's."""
    topic = site.topic
    dates = {*having(Settings, DATE), *(n for k in KINDS.values() for n in having(k, DATE))}
    paths = {p.path for p in found}
    follow: set[tuple[str, str]] = set()
    for doubt in topic.doubts:
        if doubt.words & dates:
            follow |= {(path, rule) for path in paths for rule in _DATED}
        if "issued" in doubt.words and doubt.path.startswith("seeds/sources/"):
            follow |= {(path, "dates-borne-out") for path in paths}
        if "what" in doubt.words:
            follow.add((doubt.path, "needless-set-aside"))
        if "status" in doubt.words:
            follow |= {(doubt.path, rule) for rule in ("valid-dates", "site-dated")}
        if "id" in doubt.words:  # what a link leads to
            follow |= {(path, "pages-reachable") for path in paths}
        if doubt.words & _NAMING:
            follow |= {(doubt.path, rule) for rule in _NAMED}
    named = {p.path for p in found if p.rule == "known-names"}
    follow |= {(path, rule) for path in named for rule in _NAMED}
    return follow


def _of_unread_names(site: Site, found: list[Problem]) -> re.Pattern[str] | None:
    """What is named where something is said of those whose names cannot be read or are nobody's, or
    of ids that may be those of records of which the id cannot be read."""
    topic = site.topic
    names = {
        name
        for name, fields in topic.doubtful.items()
        if _NAMING.intersection(fields, _not_chosen(type(topic.records[name])))
    }
    unknown = [(UNKNOWN.match(p.message), p.help) for p in found]
    missing = {match[1] for match, help in unknown if match and not _is_a_slip(match[1], help)}
    if len(missing) <= sum("id" in fields for fields in topic.doubtful.values()):
        names |= missing
    either = "|".join(map(re.escape, sorted(names)))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if names else None


def _not_chosen(kind: type[Record]) -> set[str]:
    """The fields of a kind that hold more than one of a few words."""
    return {*specs(kind)} - {*having(kind, CHOICE)}


def _is_chosen_by_unread(site: Site, problem: Problem) -> bool:
    """Whether a record is on no page of which a field cannot be read by which pages choose."""
    if problem.rule != _SHOWN:
        return False
    blocks = [block for parts in site.outlines.values() for block in parts.blocks]
    return any(
        f'"{name}"' in problem.message
        and listings().get(block.name, ("",))[0] == site.topic.kinds[name]
        and not fields.isdisjoint(block.arguments)
        for name, fields in site.topic.doubtful.items()
        for block in blocks
    )


def _is_a_slip(name: str, help: str) -> bool:
    """Whether an id is nearly the one that is meant for it."""
    near = help.removeprefix("did you mean ").rstrip("?")
    return SequenceMatcher(None, name, near, autojunk=False).ratio() > _SLIP


def _with_own_id(site: Site, problem: Problem) -> Iterator[Problem]:
    """A problem of a record whose id is taken, with that id in place of the one made up for it; but
    a page is to show it by that one, which is offered."""
    for made_up, own in site.topic.made_up.items() if problem.rule != _SHOWN else ():
        problem = problem._replace(message=problem.message.replace(made_up, own))
    yield problem


def _without_words(site: Site) -> int:
    """How many records that say something have words that are not found."""
    doubtful = (
        name
        for name, fields in site.topic.doubtful.items()
        if name in site.topic.records
        if fields.intersection(having(type(site.topic.records[name]), SOURCE))
    )
    records = (site.topic.records[name] for name in {*site.evidence.lost, *doubtful})
    return sum(not (record.draft or record.only_names) for record in records)


_OF_A_DATE = 2  # numbers: the day and the year


def _without_text(site: Site) -> int:
    quotes = site.topic.of_kind("quotes")
    return sum(not site.evidence.of(quote.id, "text") for quote in quotes)


def _without_number(site: Site) -> int:
    numbers, unsure = site.evidence.numbers, site.unsure
    dated = sum(event.id in unsure for event in site.topic.of_kind("events"))
    figures = sum(figure.id not in numbers for figure in site.topic.of_kind("figures"))
    return figures + _OF_A_DATE * dated
