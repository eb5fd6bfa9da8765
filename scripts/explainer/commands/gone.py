"""What problems say of records that are gone with a change."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..rules import paste
from ..rules.left_out import too_much_aside
from ..rules.share import too_much_published
from ..text.folding import fold
from ..text.words import stands_in
from ..topic.apparatus import Correction
from ..topic.evidence import selectors
from ..topic.load import load
from ..topic.problems import Problem
from ..topic.roles import REFERS, values
from ..topic.site import Site
from ..topic.topic import Topic
from .diff import DiffError, extract

_ID = r"""(^|[ {,-])id: *["']?[a-z0-9-]+["']?([ ,}#]|$)"""  # of a record
_REMOVE = (
    "remove it here, on a page with the words that rest on it, or name a record that says the same;"
    " or put that record back"
)
_REDIRECT = "leave this line as it is, and put under redirects: what stands for it now"
_LEAD = "write in its place the record that stands for it now"
# What a correction may be told of, though nothing of it changed.
_OF_WORDS = ("numbers-in-prose", "dates-in-prose", "amounts-in-prose", "quotations-in-prose")
_RESTED = ("dates-in-prose", "numbers-in-prose")
# What these say takes a look back.
_OF_BEFORE = (
    "no-unrecorded-quotation",
    "share-set-aside",
    "share-published",
    "no-unused-clause",
    *_OF_WORDS,
)
_WHOSE = ("attribution-named-nearby", "described-as-named", "said-by-another")  # by a quotation
_NO_WORDS = ", with what rests on it: no words beside its own say whose they are"
_GONE = re.compile(r'"([a-z0-9-]+)" is gone with this change')
_LEADS = re.compile(r'"([a-z0-9-]+)" (?:was removed|is now )')
_NOT_THERE = re.compile(r'there is no record "([a-z0-9-]+)"')
_TAKEN = re.compile(r'the id "([a-z0-9-]+)" is taken already, by a redirect to ([a-z0-9-]+)')
_MEANT = re.compile(r"did you mean ([a-z0-9-]+)\b")


def ids_at(root: Path, base: str) -> set[str]:
    """The ids in the files of facts of a revision; none where git does not know it."""
    command = ["git", "-C", str(root), "grep", "-hoE", _ID, base, "--", "seeds/facts"]
    done = subprocess.run(command, capture_output=True, check=False)
    lines = done.stdout.decode(errors="replace").split("\n")
    return {line.rpartition(":")[2].strip(" \"',}#") for line in lines if line}


def as_removed(problem: Problem, removed: set[str], before: set[str]) -> Problem:
    """A problem, with what to do where it names an id that the change has ``removed``: an id that
    was there ``before`` is another record, and not what was meant."""
    taken = _TAKEN.match(problem.message)
    if taken and taken[2] in removed:
        where = problem.help.partition("the redirect in ")[2].partition(" ")[0]
        help = f"write - {{id: {taken[2]}, to: {taken[1]}}} in its place"
        message = f"the redirect in {where} leads from the new id to the old one"
        return problem._replace(message=message, help=help)
    named = _NOT_THERE.match(problem.message)
    if not named or named[1] not in removed:
        return problem
    meant = _MEANT.search(problem.help)
    stays = " redirects: " in problem.help  # of a correction, which names what it was about
    if meant and meant[1] not in before and not stays:
        return problem
    help = _REMOVE
    if stays:
        help = _REDIRECT
    message = f'"{named[1]}" is gone with this change'
    return problem._replace(message=message, help=help, paste="")


def put_back(root: Path, base: str, new: Topic, problems: list[Problem]) -> list[Problem]:
    """Problems, with the record that is gone since a revision named where no other has its words,
    or what rested on it, of one that is gone the one that has its words, and what is set aside too
    much where it is new. The same where git does not know the revision."""
    absent = {match[1] for problem in problems if (match := _GONE.match(problem.message))}
    rules = (*_OF_BEFORE, *_WHOSE)
    if not absent and not any(p.rule in rules or _LEADS.match(p.message) for p in problems):
        return problems
    with tempfile.TemporaryDirectory() as folder:
        try:
            extract(root, base, Path(folder))
        except DiffError:
            return problems
        old, _ = load(Path(folder))
    gone = [n for n in old.records if n not in new.records and not new.is_unreadable(n)]
    instead = {name: paste.nearest(name, old, new) for name in absent if name in old.records}
    lead = {(new.where[n].path, new.where[n].line("to")) for n in new.redirects if n in new.where}
    problems = [
        p._replace(help=_LEAD) if _GONE.match(p.message) and (p.path, p.line) in lead else p
        for p in problems
    ]
    problems = [*_leading_on(problems, lead, instead, new)]
    problems = [_of_old_entry(problem, old, new) for problem in problems]
    found = (_put_back(_instead(p, instead, old, new), gone, old, new) for p in problems)
    return [*_once([_at_what_is_new(problem, old, new) for problem in found])]


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Problems, those of one file that the same lines mend, or that go with one record, as one,
    which names the others."""
    lines: dict[tuple[str, ...], list[int]] = {}
    for p in problems:
        if together := _together(p):
            lines.setdefault(together, []).append(p.line)
    for p in problems:
        first, *others = lines.get(_together(p), [p.line])
        if p.line == first:
            too = ", ".join(map(str, others))
            help = p.help
            if others and p.help == _REDIRECT:
                help = help.replace("this line", f"this line and {too}").replace(
                    "it is", "they are"
                )
            elif others:
                help += f" (line {too} is of the same record)"
            yield p._replace(help=help)


def _leading_on(
    problems: list[Problem], lead: set[tuple[str, int]], instead: dict[str, str], new: Topic
) -> Iterator[Problem]:
    """Problems, those of redirects to a record that is gone, and of corrections of it, as one: with
    the redirect that it needs itself."""
    led, told = {*new.redirects.values()}, set[str]()
    for p in problems:
        match = _GONE.match(p.message)
        name = match[1] if match and match[1] in led else ""
        if not name or not ((p.path, p.line) in lead or p.help == _REDIRECT):
            yield p
        elif name not in told:
            told.add(name)
            help, lines = paste.redirects(new, name, instead.get(name, paste.TO_FILL_IN))
            yield p._replace(help=help, paste=lines)


def _together(problem: Problem) -> tuple[str, ...]:
    """What the problems have alike that are one; empty of one that stands alone."""
    if problem.help == _REDIRECT or problem.help.endswith(_NO_WORDS):
        return problem.path, problem.paste, problem.help
    return ()


def _at_what_is_new(problem: Problem, old: Topic, new: Topic) -> Problem:
    """That too much is set aside, at the first entry that the change adds; that too much is
    published, at what the change added or changed."""
    if problem.rule == "share-published" and "are our own words" not in problem.message:
        touched = {n for n, one in new.records.items() if one != old.records.get(n)}
        for source in new.sources.values():
            if f"prose of {source.path}" in problem.message:
                told = too_much_published(Site(new), source, touched)
                return told._replace(rule=problem.rule)
    for name, source in new.sources.items() if problem.rule == "share-set-aside" else ():
        before = old.sources[name].record.set_aside if name in old.sources else ()
        known = {entry.exact for entry in before}
        added = (i for i, one in enumerate(source.record.set_aside) if one.exact not in known)
        if source.where.path == problem.path and (first := next(added, None)) is not None:
            too_much = too_much_aside(Site(new), name, [first, *added])
            return too_much._replace(rule=problem.rule)
    return problem


def _instead(problem: Problem, instead: dict[str, str], old: Topic, new: Topic) -> Problem:
    leads = _LEADS.match(problem.message)
    if leads and old.kinds.get(leads[1]) == "quotes" and problem.path.startswith("content/"):
        to = new.redirects.get(leads[1], "")
        if new.kinds.get(to) != "quotes":
            help = (
                f"take the quotation marks away from its words here and cite {to}, or put it back"
            )
            return problem._replace(help=f"no quotation record has them any more: {help}")
    match = _GONE.match(problem.message)
    other = instead.get(match[1], paste.TO_FILL_IN) if match else paste.TO_FILL_IN
    if match and problem.help == _REDIRECT:
        return problem._replace(paste=paste.redirect(match[1], other))
    known = other != paste.TO_FILL_IN
    if match and problem.help == _LEAD and known:
        return problem._replace(help=f"write {other} in its place, which has its words")
    if not match or problem.help != _REMOVE:
        return problem
    quoted = old.kinds.get(match[1]) == "quotes" and new.kinds.get(other) != "quotes"
    if quoted and problem.path.startswith("content/"):
        cite = f", and cite {other}" if known else " and this citation, with what rests on it"
        help = "no quotation record has its words any more: take their quotation marks away"
        return problem._replace(help=f"{help}{cite}; or put it back")
    return problem._replace(
        help=f"name {other}, which has its words, or {_REMOVE}" if known else _REMOVE
    )


def _of_old_entry(problem: Problem, old: Topic, new: Topic) -> Problem:
    """Of a correction that was published, which stays as it is, that another says what changed."""
    name = _record_at(problem, new) if problem.rule in _OF_WORDS else ""
    entry = new.records.get(name)
    if not isinstance(entry, Correction) or entry != old.records.get(name):
        return problem
    help = f"leave this as it is: it holds once a new correction of {entry.record} above it says in"
    return problem._replace(help=f"{help} before: what is here, and in after: what it says now")


def _put_back(problem: Problem, gone: list[str], old: Topic, new: Topic) -> Problem:
    words = fold(problem.wrote)
    if problem.rule == "no-unrecorded-quotation" and words:
        for name in gone:
            if stands_in(words, _text_of(name, old)):
                message = (
                    f'"{name}", which is gone with this change, was the only quotation that has'
                )
                message += " these words in quotation marks"
                message += problem.message[problem.message.find(" (") :]
                return problem._replace(message=message, help=f"put it back; or {problem.help}")
    if problem.rule == "no-unused-clause" and not problem.paste and words:
        for name in gone:
            own = [fold(one.exact) for _, one in selectors(old.records[name])]
            if any(stands_in(words.strip(' …"'), one) or stands_in(one, words) for one in own):
                part = ", or keep part of it as a quotation" if _text_of(name, old) else ""
                return problem._replace(help=f'put "{name}" back{part}; or {problem.help}')
    record = _record_at(problem, new) if problem.rule in (*_WHOSE, *_RESTED) else ""
    if problem.rule in _WHOSE and record:
        own = [fold(words.exact) for _, words in selectors(new.records[record])]
        for name in gone:
            text = _text_of(name, old)
            if text and any(stands_in(one, text) or stands_in(text, one) for one in own):
                message = f'{problem.message}: "{name}", which is gone with this change, did'
                help = f"put it back; or {problem.help}"
                if not problem.paste:
                    cell = new.kinds[record] == "comparisons"
                    help = "put not_stated: true in place of this cell" if cell else "remove this"
                    help = f"put it back; or {help}{_NO_WORDS}"
                return problem._replace(message=message, help=help)
    if problem.rule in _RESTED and record in old.records and problem.wrote:
        before = old.records[record]
        had = any(problem.wrote in str(v.value) for v in values(before))
        of = (n for n in gone if any(v.value == record for v in values(old.records[n], REFERS)))
        if had and (name := next(of, "")):
            message = f'"{problem.wrote}" rested on "{name}", which is gone with this change'
            help = f'put it back, or leave "{problem.wrote}" out here'
            return problem._replace(message=message, help=help)
    return problem


def _text_of(name: str, topic: Topic) -> str:
    """The words of a quotation, folded; empty of another record."""
    some = selectors(topic.records[name]) if topic.kinds.get(name) == "quotes" else ()
    return fold(" ".join(words.exact for key, words in some if key[0] == "text"))


def _record_at(problem: Problem, topic: Topic) -> str:
    """The id of the record that a problem is about; empty where it is about none."""
    above = [
        (topic.where[name].line(), name)
        for name in topic.records
        if topic.where[name].path == problem.path and topic.where[name].line() <= problem.line
    ]
    return max(above)[1] if above else ""
