"""A Difference in plain words, for a terminal; ``review`` is the page for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .diff import Change, Difference


def as_words(difference: Difference) -> str:
    """A Difference for people, one thing a line."""
    return "\n".join(_lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    yield "What this change does to the site"
    yield ""
    yield f"Compared with {difference.base}: {counts(difference)}"
    yield ""
    if difference.unread:
        files = ", ".join(difference.unread)
        yield f"What cannot be read is left out; run `explainer check` first: {files}"
        yield ""
    for change in difference.changes:
        yield from _change(change)
    for source, old, new in difference.texts:
        what = "added" if not old else "removed" if not new else "changed"
        yield f"- source text {source}: {what}"
        if old:
            yield f"    - before: {_line(old)}"
        if new:
            yield f"    - after: {_line(new)}"
    yield from _used("newly used", difference.newly_used)
    yield from _used("no longer used", difference.no_longer_used)
    for source, was, now in difference.shares:
        yield (
            f"- share of {source} published: {now.prose:.1%} of its own prose, before"
            f" {was.prose:.1%}; {now.all:.1%} of all its words, before {was.all:.1%}"
        )
    for name, words in dict.fromkeys(difference.newly_public):
        yield f"- words of the source newly public, in {name}: {_line(words)}"
    for what, path in difference.files:
        yield f"- {what}: {path}"
    for problem in difference.owed:
        where = f"{problem.path}:{problem.line}" if problem.line else problem.path
        yield f"- owed: {_line(problem.message)} ({where}). {_line(problem.help)}"
        for text in filter(None, (problem.paste, problem.instead)):
            yield from (f"    {line}" for line in text.rstrip("\n").split("\n"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _change(change: Change) -> Iterator[str]:
    yield f"- {change.what}: {change.kind}, {_line(change.title)} ({change.id})"
    for field, old, new in change.fields:
        yield f"    - {field}"
        if change.what != "added":
            yield f"        - before: {_line(old) or '(nothing)'}"
        if change.what != "removed":
            yield f"        - after: {_line(new) or '(nothing)'}"


def counts(difference: Difference) -> str:
    """How much changed, and how much is owed."""
    others = ("settings", "files", "redirects")
    some = Counter(
        f"{'page' if change.kind == 'pages' else 'record'} {change.what}"
        for change in difference.changes
        if change.kind not in others
    )
    some["change in source texts"] = len(difference.texts)
    each = [_of(number, what) for what, number in some.items() if number]
    owed = len(difference.owed)
    owes = f"{counted(owed, 'correction')} or redirect{'' if owed == 1 else 's'} owed"
    changed = ", ".join(each) or "no record, page or text changed"
    return f"{changed}; {owes if owed else 'nothing owed'}."


def _of(number: int, what: str) -> str:
    thing, space, rest = what.partition(" ")
    return f"{counted(number, thing)}{space}{rest}"


def counted(number: int, thing: str) -> str:
    """A number of things, with their plural where it is not one."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _used(label: str, sentences: list[tuple[str, int, int]]) -> Iterator[str]:
    each = [f"{source}, paragraph {p}, sentence {s}" for source, p, s in sentences]
    if each:
        yield f"- sentences {label}: {'; '.join(each)}"
