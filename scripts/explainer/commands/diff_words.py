"""A Difference in words: plain text, or Markdown for a pull request's summary."""

from __future__ import annotations

from collections.abc import Iterator

from .diff import Change, Difference


def as_words(difference: Difference, markdown: bool = False) -> str:
    """A Difference for people, one thing a line."""
    return "\n".join(_Words(markdown).lines(difference))


class _Words:
    def __init__(self, markdown: bool):
        self.markdown = markdown

    def safe(self, text: str) -> str:
        """Words of the site on one line, not too long and, in Markdown, without a meaning in it."""
        line = " ".join(text.split())
        cut = line if len(line) <= 300 else line[:300] + " …"
        if not self.markdown:
            return cut
        return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>&|~#!@" else c for c in cut)

    def lines(self, difference: Difference) -> Iterator[str]:
        yield f"{'## ' if self.markdown else ''}What this change does to the site"
        yield ""
        yield f"Compared with {difference.base}: {_counts(difference)}"
        yield ""
        for change in difference.changes:
            yield from self.change(change)
        for source, old, new in difference.texts:
            what = "added" if not old else "removed" if not new else "changed"
            yield f"- source text {source}: {what}"
            if old:
                yield f"    - before: {self.safe(old)}"
            if new:
                yield f"    - after: {self.safe(new)}"
        yield from _used("newly used", difference.newly_used)
        yield from _used("no longer used", difference.no_longer_used)
        for source, was, now in difference.shares:
            yield (
                f"- share of {source} published: {now.prose:.1%} of its own prose, before"
                f" {was.prose:.1%}; {now.all:.1%} of all its words, before {was.all:.1%}"
            )
        for name, words in dict.fromkeys(difference.newly_public):
            yield f"- words of the source newly public, in {name}: {self.safe(words)}"
        for problem in difference.owed:
            where = f"{problem.path}:{problem.line}"
            yield f"- owed: {self.safe(problem.message)} ({where}). {self.safe(problem.help)}"

    def change(self, change: Change) -> Iterator[str]:
        yield f"- {change.what}: {change.kind}, {self.safe(change.title)} ({change.id})"
        for field, old, new in change.fields:
            yield f"    - {field}"
            yield f"        - before: {self.safe(old) or '(nothing)'}"
            yield f"        - after: {self.safe(new) or '(nothing)'}"


def _counts(difference: Difference) -> str:
    records = [c.what for c in difference.changes if c.kind not in ("pages", "settings")]
    pages = sum(c.kind == "pages" for c in difference.changes)
    owed = len(difference.owed)
    each = (
        f"{_counted(records.count(what), 'record')} {what}"
        for what in ("added", "changed", "removed")
    )
    return (
        f"{', '.join(each)}; {_counted(pages, 'page')} added, changed or removed;"
        f" {_counted(len(difference.texts), 'change')} in source texts;"
        f" {_counted(owed, 'correction')} or redirect{'' if owed == 1 else 's'} owed."
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _used(label: str, sentences: list[tuple[str, int, int]]) -> Iterator[str]:
    each = [f"{source}, paragraph {p}, sentence {s}" for source, p, s in sentences]
    if each:
        yield f"- sentences {label}: {'; '.join(each)}"
