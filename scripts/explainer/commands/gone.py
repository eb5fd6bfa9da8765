"""What problems say of records that are gone with a change."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..rules import paste
from ..text.folding import fold
from ..text.words import stands_in
from ..topic.evidence import selectors
from ..topic.load import load
from ..topic.problems import Problem
from ..topic.topic import Topic
from .diff import DiffError, extract

_ID = r"""(^|[ {,-])id: *["']?[a-z0-9-]+["']?([ ,}#]|$)"""  # of a record
_REMOVE = (
    "remove it here, on a page with the words that rest on it, or name a record that says the same;"
    " or put that record back"
)
_REDIRECT = "leave this line as it is, and put under redirects: what stands for it now"
_LEAD = "write in its place the record that stands for it now"
_OF_BEFORE = ("no-unrecorded-quotation", "share-set-aside")  # what these say takes a look back
_WHOSE = ("attribution-named-nearby", "described-as-named", "said-by-another")  # by a quotation
_GONE = re.compile(r'"([a-z0-9-]+)" is gone with this change')
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
    return problem._replace(message=f'"{named[1]}" is gone with this change', help=help)


def put_back(root: Path, base: str, new: Topic, problems: list[Problem]) -> list[Problem]:
    """Problems, with the record that is gone since a revision named where no other has its words in
    quotation marks, of one that is gone the one that has its words, and what is set aside too much
    where it is new. The same where git does not know the revision."""
    absent = {match[1] for problem in problems if (match := _GONE.match(problem.message))}
    if not absent and all(problem.rule not in (*_OF_BEFORE, *_WHOSE) for problem in problems):
        return problems
    with tempfile.TemporaryDirectory() as folder:
        try:
            extract(root, base, Path(folder))
        except DiffError:
            return problems
        old, _ = load(Path(folder))
    gone = {
        quote.id: fold(" ".join(words.exact for key, words in selectors(quote) if key[0] == "text"))
        for quote in old.of_kind("quotes")
        if quote.id not in new.records and not new.is_unreadable(quote.id)
    }
    instead = {name: paste.nearest(name, old, new) for name in absent if name in old.records}
    lead = {(new.where[n].path, new.where[n].line("to")) for n in new.redirects if n in new.where}
    problems = [
        p._replace(help=_LEAD) if _GONE.match(p.message) and (p.path, p.line) in lead else p
        for p in problems
    ]
    found = (_put_back(_instead(problem, instead), gone, new) for problem in problems)
    return [*_once([_at_what_is_new(problem, old, new) for problem in found])]


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Problems, those of one file that the same line mends as one, which names the others."""
    lines: dict[tuple[str, str], list[int]] = {}
    for p in problems:
        if p.help == _REDIRECT:
            lines.setdefault((p.path, p.paste), []).append(p.line)
    for p in problems:
        first, *others = lines.get((p.path, p.paste), [p.line]) if p.help == _REDIRECT else [p.line]
        if p.line == first:
            too = ", ".join(map(str, others))
            help = p.help.replace("this line", f"this line and {too}") if others else p.help
            yield p._replace(help=help.replace("it is", "they are") if others else help)


def _at_what_is_new(problem: Problem, old: Topic, new: Topic) -> Problem:
    """That too much is set aside, at the first entry that the change adds."""
    for name, source in new.sources.items() if problem.rule == "share-set-aside" else ():
        before = old.sources[name].record.set_aside if name in old.sources else ()
        known = {entry.exact for entry in before}
        added = (i for i, one in enumerate(source.record.set_aside) if one.exact not in known)
        if source.where.path == problem.path and (first := next(added, None)) is not None:
            return problem._replace(line=source.where.line("set_aside", first))
    return problem


def _instead(problem: Problem, instead: dict[str, str]) -> Problem:
    match = _GONE.match(problem.message)
    other = instead.get(match[1], paste.TO_FILL_IN) if match else paste.TO_FILL_IN
    if match and problem.help == _REDIRECT:
        return problem._replace(paste=paste.redirect(match[1], other))
    if match and problem.help == _LEAD and other != paste.TO_FILL_IN:
        return problem._replace(help=f"write {other} in its place, which has its words")
    if other == paste.TO_FILL_IN or problem.help != _REMOVE:
        return problem
    return problem._replace(help=f"name {other}, which has its words, or {_REMOVE}")


def _put_back(problem: Problem, gone: dict[str, str], new: Topic) -> Problem:
    words = fold(problem.wrote)
    if problem.rule == "no-unrecorded-quotation" and words:
        for name, text in gone.items():
            if stands_in(words, text):
                message = f'"{name}", which is gone with this change, was the only record of these'
                message += (
                    f" words in quotation marks{problem.message[problem.message.find(' (') :]}"
                )
                return problem._replace(message=message, help=f"put it back; or {problem.help}")
    if gone and problem.rule in _WHOSE:
        own = [fold(words) for words in _words_at(problem, new)]
        for name, text in gone.items():
            if any(stands_in(one, text) or stands_in(text, one) for one in own):
                message = f'{problem.message}: "{name}", which is gone with this change, did'
                help = f"put it back; or remove this too, with its words; or {problem.help}"
                return problem._replace(message=message, help=help)
    return problem


def _words_at(problem: Problem, topic: Topic) -> list[str]:
    """The words of the record that a problem is about."""
    above = [
        (topic.where[name].line(), name)
        for name in topic.records
        if topic.where[name].path == problem.path and topic.where[name].line() <= problem.line
    ]
    record = topic.records[max(above)[1]] if above else None
    return [words.exact for _, words in selectors(record)] if record else []
