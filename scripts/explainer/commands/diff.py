"""What a change does to the site, in words, against a base revision; and which corrections and redirects
it owes."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from ..rules.corrections import owed
from ..site.catalog import Catalog, Deployment
from ..topic.changes import differing_fields, published
from ..topic.load import load
from ..topic.problems import Problem, in_order
from ..topic.site import Site
from ..topic.topic import Topic


class DiffError(Exception):
    """Why there is nothing to compare with, for people."""


class Change(NamedTuple):
    """One record's change: added, changed or removed, its kind and title, and (field, before,
    after) of each field.
    """

    what: str
    id: str
    kind: str
    title: str
    fields: tuple[tuple[str, str, str], ...]


class Difference(NamedTuple):
    """All that differs: records and pages; source texts (source, before, after; one of them may be
    empty); the sentences (source, paragraph, sentence) that records use now and did not, and the
    other way round; what is owed.
    """

    base: str
    changes: list[Change]
    texts: list[tuple[str, str, str]]
    newly_used: list[tuple[str, int, int]]
    no_longer_used: list[tuple[str, int, int]]
    owed: list[Problem]


def diff(root: Path, base: str) -> Difference:
    """Compare the site as it stands with the git revision ``base``."""
    with tempfile.TemporaryDirectory() as folder:
        _extract(root, base, Path(folder))
        old, _ = load(Path(folder))
        new, faults = load(root)
        if faults:
            raise DiffError("the site as it stands cannot be read; run `explainer check` first")
        before, after = Catalog(Site(old), Deployment()), Catalog(Site(new), Deployment())
        used, uses = set(before.in_sentence), set(after.in_sentence)
        texts = list(_texts(old, new))
        moved = {source for source, _, _ in texts}  # their sentences have other numbers now
        newly, no_longer = (
            [s for s in sorted(some) if s[0] not in moved] for some in (uses - used, used - uses)
        )
        return Difference(
            base,
            [*_changes(before, after), *_settings(old, new), *_pages(old, new)],
            texts,
            newly,
            no_longer,
            in_order(owed(old, new)),
        )


def _extract(root: Path, base: str, folder: Path) -> None:
    """The seeds and content of a revision, as git has them; links and anything outside are left out
    by tar's filter.
    """
    if base.startswith("-"):
        raise DiffError(f"{base} is not a revision")
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "archive", "--format=tar", base],
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise DiffError(
            "git is needed to compare with an earlier revision, and is not here"
        ) from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        if "not a git repository" in said:
            raise DiffError(f"{root} is not under git, so there is nothing to compare with")
        raise DiffError(f"git cannot give the revision {base}: {said}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [
            m
            for m in archive.getmembers()
            if m.isfile() and m.name.split("/")[0] in ("seeds", "content")
        ]
        archive.extractall(folder, members, filter="data")
    (folder / "seeds").mkdir(exist_ok=True)


def _changes(old_catalog: Catalog, new_catalog: Catalog) -> list[Change]:
    old, new = old_catalog.topic, new_catalog.topic
    before, after = published(old), published(new)
    titles = old_catalog.titles | new_catalog.titles
    changes = []
    for name in dict.fromkeys([*before, *after]):
        kind = (new if name in after else old).kinds[name]
        if name not in before:
            changes.append(Change("added", name, kind, titles[name], ()))
        elif name not in after:
            changes.append(Change("removed", name, kind, titles[name], ()))
        elif fields := tuple(differing_fields(before[name], after[name])):
            changes.append(Change("changed", name, kind, titles[name], fields))
    return changes


def _pages(old: Topic, new: Topic) -> Iterator[Change]:
    """Pages of content/ that came, went or changed, with the lines that did."""
    for path in sorted({*old.pages, *new.pages}):
        a, b = old.pages.get(path), new.pages.get(path)
        if not (a and b):
            yield Change(
                "removed" if a else "added", f"content/{path}", "pages", (a or b).meta.title, ()
            )  # type: ignore[union-attr]
            continue
        lines = [
            [page.meta.title, page.meta.description, *filter(None, page.body.split("\n"))]
            for page in (a, b)
        ]
        parts = SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
        if fields := tuple(
            ("words", " ".join(lines[0][i:j]), " ".join(lines[1][k:m]))
            for tag, i, j, k, m in parts
            if tag != "equal"
        ):
            yield Change("changed", f"content/{path}", "pages", b.meta.title, fields)


def _settings(old: Topic, new: Topic) -> Iterator[Change]:
    """What changed in the settings and in the sources' own records, what is set aside above all."""
    pairs = [("seeds/settings.yml", old.settings, new.settings, new.settings.question)]
    pairs += [
        (f"seeds/sources/{name}.yml", old.sources[name].record, source.record, source.record.label)
        for name, source in new.sources.items()
        if name in old.sources
    ]
    for path, a, b, title in pairs:
        if fields := tuple(differing_fields(a, b)):
            yield Change("changed", path, "settings", title, fields)


def _texts(old: Topic, new: Topic) -> Any:
    """Sentences of sources that came, went or changed."""
    for name in dict.fromkeys([*old.sources, *new.sources]):
        a, b = (_sentences(t, name) for t in (old, new))
        for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                yield name, " ".join(a[i:j]), " ".join(b[k:m])


def _sentences(topic: Topic, name: str) -> list[str]:
    passages = topic.sources[name].passages if name in topic.sources else None
    return [passages.words(s.start, s.end) for s in passages.sentences] if passages else []


def as_words(d: Difference, markdown: bool = False) -> str:
    """A Difference for people: plain text, or Markdown for a pull request's summary."""

    def safe(text: str) -> str:
        line = " ".join(text.split())
        cut = line if len(line) <= 300 else line[:300] + " …"
        return (
            "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>&|~#!@" else c for c in cut)
            if markdown
            else cut
        )

    def counted(number: int, one: str, more: str = "") -> str:
        return f"{number} {one if number == 1 else f'{one}s'}{more}"

    records = {
        what: sum(c.what == what and c.kind not in ("pages", "settings") for c in d.changes)
        for what in ("added", "changed", "removed")
    }
    pages = counted(sum(c.kind == "pages" for c in d.changes), "page", " added, changed or removed")
    rest = (
        f"{pages}; {counted(len(d.texts), 'change', ' in source texts')};"
        f" {counted(len(d.owed), 'correction')} or redirect{'' if len(d.owed) == 1 else 's'} owed."
    )
    lines = [
        f"{'## ' if markdown else ''}What this change does to the site",
        "",
        f"Compared with {d.base}: "
        + ", ".join(counted(n, "record", f" {what}") for what, n in records.items())
        + f"; {rest}",
        "",
    ]
    for change in d.changes:
        lines.append(f"- {change.what}: {change.kind}, {safe(change.title)} ({change.id})")
        for field, old, new in change.fields:
            lines += [
                f"    - {field}",
                f"        - before: {safe(old) or '(nothing)'}",
                f"        - after: {safe(new) or '(nothing)'}",
            ]
    for source, old, new in d.texts:
        lines.append(
            f"- source text {source}: "
            + ("added" if not old else "removed" if not new else "changed")
        )
        lines += [f"    - before: {safe(old)}"] * bool(old) + [f"    - after: {safe(new)}"] * bool(
            new
        )
    for label, sentences in (("newly used", d.newly_used), ("no longer used", d.no_longer_used)):
        if sentences:
            lines.append(
                f"- sentences {label}: "
                + "; ".join(f"{source}, paragraph {p}, sentence {s}" for source, p, s in sentences)
            )
    for problem in d.owed:
        lines.append(
            f"- owed: {safe(problem.message)} ({problem.path}:{problem.line}). {safe(problem.help)}"
        )
    return "\n".join(lines)
