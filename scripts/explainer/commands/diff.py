"""What a change does to the site, against a base revision; and which corrections and redirects it
owes."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from ..rules.corrections import owed
from ..site.catalog import Catalog, Deployment
from ..text.bounds import left_over
from ..topic.apparatus import Correction
from ..topic.changes import all_fields, differing_fields, published
from ..topic.evidence import MENTION
from ..topic.fieldtypes import Frozen
from ..topic.load import load
from ..topic.mkdocs_yml import NAME, FromEnvironment, MkdocsYml, read_mkdocs_yml
from ..topic.problems import Problem, in_order
from ..topic.record import Record
from ..topic.roles import DATE, KEY, NUMBER, OWN, PRINTED, SOURCE, having, values
from ..topic.site import Shares, Site
from ..topic.topic import Page, PageMeta, Topic

_READ = ("seeds", "content")
_MOST_BRANCHES = 8  # that are named where a revision is not there


class DiffError(Exception):
    """Why there is nothing to compare with, for people."""


class Change(NamedTuple):
    """One record's change, or a page's."""

    what: str  # added, changed or removed
    id: str
    kind: str
    title: str
    fields: tuple[tuple[str, str, str], ...]  # the field, before, after


class Difference(NamedTuple):
    """All that differs, and what is owed."""

    base: str
    changes: list[Change]
    texts: list[tuple[str, str, str]]  # the source, before, after; one of them may be empty
    newly_used: list[tuple[str, int, int]]  # by records: the source, paragraph, sentence
    no_longer_used: list[tuple[str, int, int]]
    owed: list[Problem]
    before: Catalog
    after: Catalog
    shares: tuple[tuple[str, Shares, Shares], ...] = ()  # of each source published: before, after
    newly_public: tuple[tuple[str, str], ...] = ()  # words of a source, by the record that has them
    files: tuple[tuple[str, str], ...] = ()  # others: added, changed or removed, and the path
    unread: tuple[str, ...] = ()  # files that cannot be read whole: what is not is left out


def diff(root: Path, base: str, problems: Sequence[Problem] = ()) -> Difference:
    """Compare the site as it is now with the git revision ``base``; what cannot be read of it is
    left out, as if it had not changed, and nothing is owed for a field that has one of the
    ``problems``. Raises DiffError."""
    with tempfile.TemporaryDirectory() as folder:
        extract(root, base, Path(folder))
        old, _ = load(Path(folder))
        new, faults = load(root)
        new = _with_unread(old, new, faults)
        (mkdocs, _), (mkdocs_now, wrong) = (read_mkdocs_yml(p) for p in (Path(folder), root))
        if wrong and not mkdocs_now.keys:
            mkdocs_now = mkdocs
        before = Catalog(Site(old, mkdocs), Deployment())
        after = Catalog(Site(new, mkdocs_now), Deployment())
        used, uses = map(_used, (before, after))
        texts = list(_texts(old, new))
        moved = {source for source, _, _ in texts}  # their sentences have other numbers now
        return Difference(
            base=base,
            changes=[
                *_changes(before, after),
                *_redirects(old, new),
                *_settings(old, new),
                *_mkdocs(mkdocs, mkdocs_now),
                *_pages(old, new),
                *_assets(old, new),
            ],
            texts=texts,
            newly_used=[s for s in sorted(uses - used) if s[0] not in moved],
            no_longer_used=[s for s in sorted(used - uses) if s[0] not in moved],
            owed=in_order(owed(old, *_undoubted(old, new, problems))),
            before=before,
            after=after,
            shares=tuple(
                (name, was, now)
                for name, now in after.site.shares.items()
                if (was := before.site.shares.get(name, Shares(Decimal(), Decimal(), Decimal())))
                != now
            ),
            newly_public=tuple(_newly_public(before.site, after.site, moved)),
            files=tuple(f for f in changed_files(root, base) if not _is_read(f[1])),
            unread=tuple(dict.fromkeys(problem.path for problem in in_order([*wrong, *faults]))),
        )


def _used(catalog: Catalog) -> set[tuple[str, int, int]]:
    """The sentences that records rest on; where something is only named, nothing rests."""
    some = catalog.sentences.records
    return {place for place in some if any(field != MENTION for _, field in some[place])}


def _with_unread(old: Topic, new: Topic, faults: Sequence[Problem]) -> Topic:
    """The second reading with what it could not read, and the first could, as it was: that is not
    gone."""
    broken = {problem.path for problem in faults}
    unread = broken - {where.path for where in new.where.values()}
    names = [
        name
        for name, where in old.where.items()
        if name not in {*new.records, *new.redirects}
        if new.is_unreadable(name) or where.path in unread
    ]
    files = {name: {source.path, source.where.path} for name, source in old.sources.items()}
    return replace(
        new,
        settings=old.settings if new.settings_where.path in broken else new.settings,
        records={n: old.records[n] for n in names if n in old.records} | new.records,
        kinds={n: old.kinds[n] for n in names if n in old.kinds} | new.kinds,
        where={n: old.where[n] for n in names} | new.where,
        redirects={n: old.redirects[n] for n in names if n in old.redirects} | new.redirects,
        pages={n: page for n, page in old.pages.items() if page.file in broken} | new.pages,
        sources={n: s for n, s in old.sources.items() if files[n] & broken} | new.sources,
    )


def _undoubted(old: Topic, new: Topic, problems: Sequence[Problem]) -> tuple[Topic, frozenset[str]]:
    """A reading in which records are as they were of which a field does not fit, and fields that
    have a problem: they are to be changed again, so nothing is owed yet. And the ids of these."""
    at = {(problem.path, problem.line) for problem in problems}
    as_before = {name: old.records[name] for name in new.doubtful if name in old.records}
    for name, before in published(old).items():
        now, where = new.records.get(name), new.where.get(name)
        if name in as_before or now is None or where is None or type(now) is not type(before):
            continue
        lines = {v.key[0]: {where.line(str(v.key[0]))} for v in values(now)}
        for v in values(now):
            lines[v.key[0]].add(where.line(*v.key))
        wrong = [
            str(f) for f, some in lines.items() if any((where.path, one) in at for one in some)
        ]
        bound = having(type(now), NUMBER, PRINTED, SOURCE)  # a number and its words change together
        if not {*bound}.isdisjoint(wrong):
            wrong = [*dict.fromkeys([*wrong, *bound])]
        if wrong:
            update = {field: getattr(before, field) for field in wrong}
            as_before[name] = now.model_copy(update=update)
    filed = {*having(Correction, KEY, DATE)}  # of which it says nothing
    unsure = frozenset(as_before) | {
        name
        for name, fields in new.doubtful.items()
        if not (isinstance(new.records.get(name), Correction) and fields <= filed)
    }
    return replace(new, records=new.records | as_before), unsure


def changed_files(root: Path, base: str) -> Iterator[tuple[str, str]]:
    """The files that differ from a revision: added, changed or removed, and the path below the
    root. Nothing where git does not know the revision."""
    command = ["git", "-C", str(root), "diff", "--name-status", "--no-renames", "--relative", "-z"]
    done = subprocess.run([*command, base, "--", "."], capture_output=True, check=False)
    parts = done.stdout.decode(errors="backslashreplace").split("\0")
    for status, path in zip(parts[::2], parts[1::2], strict=False):
        yield {"A": "added", "D": "removed"}.get(status, "changed"), path


def _is_read(path: str) -> bool:
    """Whether a file is one of those of which is said what in it changed."""
    return path.split("/")[0] in _READ or path == NAME


def _newly_public(before: Site, after: Site, moved: set[str]) -> Iterator[tuple[str, str]]:
    """The words that a record publishes and no record did, of sources whose text is the same."""
    for name, places in after.evidence.placed.items():
        for key, placed in places.items() if not after.topic.records[name].draft else ():
            if placed.source in moved or placed.source not in before.covered or key[0] == MENTION:
                continue
            passages = after.topic.sources[placed.source].passages
            for span in placed.spans:
                for run in left_over(passages, span, before.covered[placed.source], 0):
                    yield name, passages.words(*run)


def extract(root: Path, base: str, folder: Path) -> None:
    """The seeds, content and settings of a revision, as git has them, without links and anything
    outside."""
    if base.startswith("-"):
        raise DiffError(f"{base} is not a revision")
    command = ["git", "-C", str(root), "archive", "--format=tar", base]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        what = "git is needed to compare with an earlier revision, and is not here"
        raise DiffError(what) from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        if "not a git repository" in said:
            raise DiffError(f"{root} is not under git, so there is nothing to compare with")
        raise DiffError(_no_revision(root, base, said))
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [m for m in archive.getmembers() if m.isfile() and _is_read(m.name)]
        # As the manual of tarfile has it: Debian's Python 3.11.2 has no filters yet.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(folder, members)
    (folder / "seeds").mkdir(exist_ok=True)


def _no_revision(root: Path, base: str, said: str) -> str:
    """Why git gives no such revision, and which there are."""
    command = ["git", "-C", str(root), "branch", "--all", "--format=%(refname:short)"]
    listed = subprocess.run(command, capture_output=True, check=False)
    branches = [b for b in listed.stdout.decode(errors="replace").split("\n") if b and "(" not in b]
    if base in branches:
        return f"git cannot give the revision {base}: {said}"
    if (far := f"origin/{base}") in branches:
        return f"there is no revision {base} here; compare with {far}"
    known = ", ".join([*branches[:_MOST_BRANCHES], "HEAD", "HEAD~1"])
    return f"there is no revision {base} here; compare with one that there is, such as: {known}"


def _changes(old_catalog: Catalog, new_catalog: Catalog) -> Iterator[Change]:
    before, after = published(old_catalog.topic), published(new_catalog.topic)
    titles = old_catalog.titles | new_catalog.titles
    renamed = {n: to for n in before if (to := _renamed(n, before, after, new_catalog.topic))}
    for name in dict.fromkeys([*before, *after]):
        if name in renamed:
            to = renamed[name]
            fields = _sure(differing_fields(before[name], after[to]), to, new_catalog.topic)
            yield Change("changed", to, new_catalog.topic.kinds[to], titles[to], fields)
        if name in renamed or name in renamed.values():
            continue
        kind = (new_catalog if name in after else old_catalog).topic.kinds[name]
        title = titles[name]
        if name not in before or name not in after:
            what, record = ("removed", before[name]) if name in before else ("added", after[name])
            all_of_it = all_fields(record, removed=name in before)
            yield Change(what, name, kind, title, _sure(all_of_it, name, new_catalog.topic))
        elif fields := _sure(differing_fields(before[name], after[name]), name, new_catalog.topic):
            yield Change("changed", name, kind, title, fields)


def _sure(
    fields: Iterator[tuple[str, str, str]], name: str, new: Topic
) -> tuple[tuple[str, str, str], ...]:
    """The fields of a record of which it can be read what they hold."""
    doubtful = new.doubtful.get(name, frozenset())
    return tuple(field for field in fields if field[0].partition(".")[0] not in doubtful)


def _renamed(name: str, before: dict[str, Record], after: dict[str, Record], new: Topic) -> str:
    """The id that a record has now; empty where it is still called as it was, or is gone."""
    to = new.redirects.get(name, "")
    same = name not in after and to in after and to not in before
    return to if same and type(before[name]) is type(after[to]) else ""


def _pages(old: Topic, new: Topic) -> Iterator[Change]:
    """Pages of content/ that came, went or changed, with the lines that did."""
    for path in sorted({*old.pages, *new.pages}):
        before, after = old.pages.get(path), new.pages.get(path)
        if before and after:
            if fields := tuple(_changed_lines(_lines(before), _lines(after))):
                yield Change("changed", f"content/{path}", "pages", after.meta.title, fields)
        elif page := before or after:
            what = "removed" if before else "added"
            yield Change(what, f"content/{path}", "pages", page.meta.title, ())


def _assets(old: Topic, new: Topic) -> Iterator[Change]:
    """Pictures and documents that came, went or changed, with their sizes: what is in them, only
    somebody who looks at them can tell."""
    for path in sorted({*old.assets, *new.assets}):
        files = [topic.assets.get(path) for topic in (old, new)]
        before, after = (file.read_bytes() if file else b"" for file in files)
        if before != after:
            what = "changed" if all(files) else "removed" if before else "added"
            was, now = (f"{len(raw):,} bytes" if raw else "" for raw in (before, after))
            kind = Path(path).suffix[1:].upper()
            yield Change(what, f"content/{path}", "files", kind, (("size", was, now),))


def _redirects(old: Topic, new: Topic) -> Iterator[Change]:
    """What now stands for the ids of removed records; those of which a record has the id too are
    still there."""
    was, now = (topic.refused | topic.redirects for topic in (old, new))
    for name in dict.fromkeys([*was, *now]):
        before, after = was.get(name, ""), now.get(name, "")
        if before != after:
            what = "changed" if before and after else "removed" if before else "added"
            yield Change(what, name, "redirects", name, (("to", before, after),))


def _lines(page: Page) -> list[tuple[int, str]]:
    """The lines of a page that are not empty, with their numbers, its title and description among
    them."""
    own = having(PageMeta, OWN)
    head = [(page.where.line(field), getattr(page.meta, field)) for field in own]
    body = enumerate(page.body.split("\n"), page.first_line)
    return [*head, *((number, line) for number, line in body if line.strip())]


def _changed_lines(
    before: list[tuple[int, str]], after: list[tuple[int, str]]
) -> Iterator[tuple[str, str, str]]:
    """The runs of lines that differ, each with the line where it is now, or was."""
    old, new = ([line for _, line in lines] for lines in (before, after))
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            number = after[k][0] if k < m else before[i][0]
            yield f"line {number}", "\n".join(old[i:j]), "\n".join(new[k:m])


def _settings(old: Topic, new: Topic) -> Iterator[Change]:
    """What changed in the settings and in the sources' own records, what is set aside above all."""
    pairs: list[tuple[str, Frozen, Frozen, str]] = [
        ("seeds/settings.yml", old.settings, new.settings, new.settings.question)
    ]
    for name in dict.fromkeys([*old.sources, *new.sources]):
        was, now = old.sources.get(name), new.sources.get(name)
        if was and now:
            pairs.append((now.where.path, was.record, now.record, now.record.label))
        elif (source := was or now) and (was or _is_there(new, source.where.path)):
            fields = (*all_fields(source.record, removed=not now),)
            what = "added" if now else "removed"
            yield Change(what, source.where.path, "settings", source.record.label, fields)
    for path, before, after, title in pairs:
        if fields := tuple(differing_fields(before, after)):
            yield Change("changed", path, "settings", title, fields)


def _is_there(topic: Topic, path: str) -> bool:
    """Whether a file is there, maybe by a name that cannot be used."""
    return (topic.root / topic.actual.get(path, path)).exists()


def _mkdocs(old: MkdocsYml, new: MkdocsYml) -> Iterator[Change]:
    """What changed in MkDocs' settings, each line of a key on its own."""
    fields = tuple(
        (str(key), before, after)
        for key in dict.fromkeys([*old.keys, *new.keys])
        for parts in _runs(list(_written(old.keys.get(key))), list(_written(new.keys.get(key))))
        for before, after in zip_longest(*parts, fillvalue="")
    )
    if fields:
        yield Change("changed", NAME, "settings", new.site_name, fields)


def _written(value: Any) -> Iterator[str]:
    """A value of mkdocs.yml in lines, each with the keys above it."""
    if isinstance(value, dict):
        yield from (f"{key}: {line}" for key, inner in value.items() for line in _written(inner))
    elif isinstance(value, list):
        yield from (line for inner in value for line in _written(inner))
    elif value is not None:
        yield value.written if isinstance(value, FromEnvironment) else str(value)


def _texts(old: Topic, new: Topic) -> Iterator[tuple[str, str, str]]:
    """Sentences of sources that came, went or changed."""
    for name in dict.fromkeys([*old.sources, *new.sources]):
        for before, after in _parts(_sentences(old, name), _sentences(new, name)):
            yield name, before, after


def _sentences(topic: Topic, name: str) -> list[str]:
    passages = topic.sources[name].passages if name in topic.sources else None
    return [passages.words(s.start, s.end) for s in passages.sentences] if passages else []


def _parts(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """The runs of lines that are not in both, before and after, each in one line."""
    yield from ((" ".join(a), " ".join(b)) for a, b in _runs(before, after))


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The runs of lines that are not in both, before and after."""
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield before[i:j], after[k:m]
