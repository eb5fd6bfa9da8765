"""What corrections say, and which corrections and redirects a change owes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from ..text.languages import language
from ..text.quantities import find_quantities, readable
from ..topic.agents import Agent
from ..topic.apparatus import Correction
from ..topic.changes import differing_fields, published
from ..topic.fieldtypes import Frozen
from ..topic.problems import Problem
from ..topic.record import Record, Selector
from ..topic.roles import (
    ABOUT_SOURCE,
    ANY_RECORD,
    DATE,
    NUMBER,
    OWN,
    PRINTED,
    SOURCE,
    Mark,
    having,
    specs,
    values,
)
from ..topic.settings import Source
from ..topic.topic import Topic
from . import paste
from .correction_tells import is_of, is_told, within
from .only_worded import means_otherwise


class _Owed(NamedTuple):
    """What a record owes: the path of the field, what is wrong, how to fix it, and with what; the
    correction that is there and has to say it; and what may be put in its place, and when."""

    key: list[str]
    message: str
    help: str
    paste: str = ""
    entry: str = ""
    instead: str = ""


_GAP = " […] "  # between the passages of a list, as readers see them
_BETTER = "if nothing was wrong, and only the words are better, this in place of it:"
_NONE: Mapping[str, str] = {}
Field = tuple[str, str, str]  # its name, what it said, what it says


def _said(record: Record, topic: Topic, field: str = "") -> list[str]:
    """What a record says, in one field or in all, value by value; of an id also the names of whom
    it is."""
    found = []
    for key, value, spec in values(record):
        if field in ("", key[0]):
            found.append(value.exact if isinstance(value, Selector) else str(value))
            agent = topic.records.get(value) if spec.role and spec.role.refers else None
            if isinstance(agent, Agent):
                found += [agent.name, *agent.alternate_names]
    return found


def _shown(record: Record, topic: Topic, field: str) -> list[str]:
    """What a field says, value by value; of an id the name of whom it is."""
    return [
        agent.name
        if isinstance(agent := topic.records.get(v.value), Agent)
        else v.value.exact
        if isinstance(v.value, Selector)
        else str(v.value)
        for v in values(record)
        if v.key[0] == field
    ]


def _together(record: Record, topic: Topic, field: str) -> str:
    """What a field that is a list says, in one text; empty of a field that is none, or is a table,
    of which each value stands by itself."""
    some = [v for v in values(record) if v.key[0] == field]
    if not some or any(len(v.key) != 2 or isinstance(v.key[1], str) for v in some):
        return ""
    words = isinstance(some[0].value, Selector) or some[0].spec.role is SOURCE
    return (_GAP if words else ", ").join(_shown(record, topic, field))


def _lists(record: Record, topic: Topic) -> Iterator[str]:
    fields = dict.fromkeys(str(v.key[0]) for v in values(record))
    return filter(None, (_together(record, topic, field) for field in fields))


def _pairs(record: Record, now: Record, field: str, old: Topic, new: Topic) -> list[paste.Change]:
    """What a field said and says, to put into entries: a list as a whole."""
    both = _together(record, old, field), _together(now, new, field)
    if any(both):
        said, says = (
            text or ", ".join(_shown(one, topic, field))
            for text, one, topic in zip(both, (record, now), (old, new), strict=True)
        )
        return [paste.part(said, says)]
    return paste.changes(_shown(record, old, field), _shown(now, new, field))


def _all_said(name: str, topic: Topic) -> list[str]:
    """All that the record of an id says, or the source; nothing where there is none."""
    if source := topic.sources.get(name):
        about = [v for f in having(Source, ABOUT_SOURCE, DATE) if (v := getattr(source.record, f))]
        return [source.passages.text, source.record.URL, *about]
    record = topic.records.get(topic.redirects.get(name, name))
    return [*_said(record, topic), *_lists(record, topic)] if record else []


def owed(old: Topic, new: Topic, unsure: Collection[str] = ()) -> Iterator[Problem]:
    """What a change owes: a published record whose words or value changed, and a source whose text
    or origin did, a new correction; a removed record, and every redirect that there was, a
    redirect. A correction stays as it is, and so does a source's file. Of records that are
    ``unsure``, with a fault to fix first, nobody can tell yet what a correction is to say."""
    new = _as_meant(old, new)
    after, entries = published(new), _entries(old, new)
    to_mend: set[str] = set()
    # Of a record that is gone all that is owed is its redirect: what named it names another now.
    missing = [name for name in published(old) if not (name in after or name in new.redirects)]
    renamed = {name: paste.nearest(name, old, new) for name in missing}
    for name, record in published(old).items():
        if name not in after:
            gone = _gone(name, record, old, new, entries, renamed.get(name, ""))
        elif isinstance(record, Correction):
            gone = _altered(name, record, after[name], new)
        else:
            told = entries.get(name, [])
            gone = _uncorrected(record, after[name], old, new, told, renamed)
        if gone:
            to_mend.add(gone.entry)
            where = (new if gone.entry or name in after else old).where[gone.entry or name]
            line = where.line(*gone.key) if name in after or gone.entry else 0
            problem = Problem(where.path, line, gone.message, gone.help, "correction-owed")
            yield problem._replace(paste=gone.paste, instead=gone.instead)
    yield from _of_sources(old, new, entries)
    yield from _untrue(old, new, unsure, to_mend)
    yield from _of_pages(old, new)
    yield from _never_there(old, new)
    for name in old.redirects:
        if name not in new.redirects and name not in after:
            message = f'the redirect of "{name}" is gone'
            place = paste.place_of(new, "redirects")
            help = f"put it back under redirects: in {place}: links to the old address rest on it"
            problem = Problem(old.where[name].path, 0, message, help, "correction-owed")
            yield problem._replace(paste=paste.redirect(name, old.redirects[name]))


def _as_meant(old: Topic, new: Topic) -> Topic:
    """What is now, with redirects that lead from the new id of a record to its old one turned. The
    checks say that they are the wrong way round, and what else is owed is said beside that."""
    turned = {
        to: name
        for name, to in new.refused.items()
        if to in old.records and to not in (*new.records, *new.redirects)
    }
    return replace(new, redirects=new.redirects | turned)


def _entries(old: Topic, new: Topic) -> dict[str, list[Correction]]:
    """The corrections that the change adds, by the record they are about."""
    found: dict[str, list[Correction]] = {}
    for entry in _added(old, new):
        if entry.kind != "addition":
            found.setdefault(entry.record, []).append(entry)
    return found


def _added(old: Topic, new: Topic) -> list[Correction]:
    return [entry for entry in new.of_kind("corrections") if entry.id not in old.records]


def _of_sources(old: Topic, new: Topic, entries: dict[str, list[Correction]]) -> Iterator[Problem]:
    """A source that is gone, or that has other words, or is said to come from elsewhere, without a
    correction of its own that says what."""
    for name, before in old.sources.items():
        if (after := new.sources.get(name)) is None:
            message = f'the source "{name}" was published and is gone'
            help = (
                "put its files back; a source that nothing uses is set aside, sentence by sentence"
            )
            yield Problem(before.where.path, 0, message, help, "correction-owed")
            continue
        fields = [
            field
            for field, *_ in differing_fields(before.record, after.record)
            if field in having(Source, ABOUT_SOURCE, DATE) or field == "URL"
        ]
        altered = before.passages.folded != after.passages.folded
        texts = [s.passages.text for s in (before, after)]
        told = is_told(entries.get(name, []), texts[:1], texts[1:], "rights", Source)
        if (altered and not told) or (fields and not entries.get(name)):
            what = "text" if altered else ", ".join(fields)
            message = f'the source "{name}" was published and its {what} changed'
            help = f"restore it, or add an entry to corrections: id, date, record: {name}, what,"
            help += " before and after: what it says there, and why it was changed"
            line = after.where.line("sha256" if altered else fields[0])
            problem = Problem(after.where.path, line, message, help, "correction-owed")
            says = [_all_said(name, topic) for topic in (old, new)]
            pairs = paste.changes(texts[:1], texts[1:]) if altered else paste.changes(*says)
            entry = paste.correction(name, pairs, {*old.where, *new.where})
            yield problem._replace(paste=entry)


def _of_pages(old: Topic, new: Topic) -> Iterator[Problem]:
    """A page that is gone, or an old address, without a page to which it leads."""
    for path in dict.fromkeys([*old.pages, *old.settings.moved_pages]):
        if path not in new.pages and path not in new.settings.moved_pages:
            message = f"content/{path} was published and is gone"
            to = next(iter(get_close_matches(path, new.pages, 1, 0)), "index.md")
            help = "put this under moved_pages: in seeds/settings.yml, with the page that has its"
            help += " matter now"
            problem = Problem(new.settings_where.path, 0, message, help, "correction-owed")
            yield problem._replace(paste=f"  {path}: {to}\n")


def _never_there(old: Topic, new: Topic) -> Iterator[Problem]:
    """A new redirect, or a new address that leads on, of what was never published: an address says
    something too."""
    for name in new.redirects:
        if name not in old.redirects and name not in old.records:
            where = new.where[name]
            message = f'no record "{name}" was published'
            help = "remove the redirect: nobody has a link to it"
            yield Problem(where.path, where.line("id"), message, help, "correction-owed", name)
    moved = new.settings.moved_pages
    for path in moved:
        if path not in old.settings.moved_pages and path not in old.pages:
            where = new.settings_where
            message, help = f"no page content/{path} was published", "remove it from moved_pages"
            line = where.line("moved_pages", path)
            yield Problem(where.path, line, message, help, "correction-owed", path)


def _untrue(
    old: Topic, new: Topic, unsure: Collection[str], to_mend: Collection[str]
) -> Iterator[Problem]:
    """A new entry says what was published in before, and what is said now, which is something else,
    in after; it is not of a day before that for which what is published holds. Of those ``to_mend``
    it is said already what they have to say."""
    newest = old.as_of
    for entry in _added(old, new):
        if entry.id in unsure:
            continue
        if entry.date[: len(newest)] < newest[: len(entry.date)]:
            message = f"{entry.date} is before {newest}, for which what is published holds"
            where, help = new.where[entry.id], "write the day of the change"
            yield Problem(where.path, where.line("date"), message, help, "correction-owed")
        if number := _of_nothing(entry, old, new):
            where, help = new.where[entry.id], "take a number of theirs, or leave it out"
            message = (
                f'"{number}" is neither in what "{entry.record}" said nor in what stands for it'
            )
            yield Problem(where.path, where.line("what"), message, help, "correction-owed", number)
        if entry.before and entry.before == entry.after and entry.id not in to_mend:
            message = "before and after are the same, so that nothing was corrected"
            where, help = new.where[entry.id], "remove this entry"
            yield Problem(where.path, where.line("after"), message, help, "correction-owed")
        for field, topic, message in (
            ()
            if entry.id in to_mend
            else (
                ("before", old, f'"{entry.record}" does not say this in what is published'),
                ("after", new, f'"{entry.record}" does not say this now'),
            )
        ):
            text = getattr(entry, field)
            held = field == "before" or entry.record not in unsure
            if text and held and not within(text, _all_said(entry.record, topic)):
                where = new.where[entry.id]
                help = "copy the words of the record, or the part of them that changed"
                line = where.line(field)
                yield Problem(where.path, line, message, help, "correction-owed", text)


def _of_nothing(entry: Correction, old: Topic, new: Topic) -> str:
    """The first number that a new entry on a record that is gone has and neither this had nor what
    stands for it now: of old ones nobody asks that any more. Empty if there is none."""
    if entry.record not in new.redirects:
        return ""
    marks = language(new.written_in)
    said = "; ".join([*_all_said(entry.record, old), *_all_said(entry.record, new)])
    known = [one.values for one in find_quantities(readable(said, marks), marks)]
    for one in find_quantities(readable(entry.what, marks), marks):
        small = one.text.isalpha()  # it may count what was changed: two
        if not (small or any(one.values & some for some in known) or one.text in said):
            return one.text
    return ""


def _gone(
    name: str,
    record: Record,
    old: Topic,
    new: Topic,
    entries: dict[str, list[Correction]],
    nearest: str,
) -> _Owed | None:
    """A record that is gone owes a redirect; where the one that replaces it is new, it is the
    same record by another name, and what it says else owes a correction."""
    if isinstance(record, Correction):
        help = "put it back: what was corrected stays on record"
        return _Owed([], f'the correction "{name}" is gone', help)
    to = new.redirects.get(name)
    if to is None:
        return _Owed(
            [], f'"{name}" was published and is gone', *paste.redirects(new, name, nearest)
        )
    if to in old.records or to not in new.records:
        return None
    told = [*entries.get(name, []), *entries.get(to, [])]
    return _uncorrected(record, new.records[to], old, new, told)


def _altered(name: str, record: Record, now: Record, new: Topic) -> _Owed | None:
    free = {field for field, spec in specs(type(now)).items() if spec.free}
    fields = [
        field
        for field, *_ in differing_fields(record, now)
        if field not in free and not _only_renamed(record, now, field, new)
    ]
    if isinstance(record, Correction) and isinstance(now, Correction):
        told = record.before or record.after  # what readers were told stays where they see it
        fields += ["kind"] if told and now.unseen and not record.unseen else []
    if not fields:
        return None
    message = f'the correction "{name}" was public and its {", ".join(fields)} changed'
    return _Owed([fields[0]], message, "put it back, and add another correction")


def _uncorrected(
    record: Record,
    now: Record,
    old: Topic,
    new: Topic,
    entries: list[Correction],
    renamed: Mapping[str, str] = _NONE,
) -> _Owed | None:
    """A changed field owes a correction that says so, unless the model says why not. For editors'
    words that mean what they did, and are only better, an entry of kind wording is enough."""
    free = {field for field, spec in specs(type(now)).items() if spec.free}
    worded = any(entry.kind == "wording" for entry in entries)
    entries = [entry for entry in entries if entry.kind == "correction"]
    changed = [
        field
        for field, *_ in _as_printed(differing_fields(record, now), type(now))
        if (name := field.partition(".")[0]) not in free and name != "id"
        if not _only_renamed(record, now, name, new, renamed)
        if not (worded and _same_but_for_words(record, now, name, new))
        or _otherwise(record, now, name)
    ]
    says = {
        name: (_said(record, old, name), _said(now, new, name))
        for name in dict.fromkeys(field.partition(".")[0] for field in changed)
    }
    told = {name for name, both in says.items() if is_told(entries, *both, name, type(now))}
    fields = [field for field in changed if field.partition(".")[0] not in told]
    if not fields:
        return None
    message = f'"{record.id}" was published and its {", ".join(fields)} changed'
    why = (_otherwise(record, now, field.partition(".")[0]) for field in fields if worded)
    if meant := next(filter(None, why), ""):
        message += f": {meant}, for which an entry of kind: wording is not enough"
    place = paste.place_of(new, "corrections")
    help = f"put this under corrections: in {place}, and say in what: what was wrong"
    if entries:
        help = f"say it in a correction: before and after with what {fields[0]} was and is now"
    names = dict.fromkeys(field.partition(".")[0] for field in fields)
    pairs = [pair for name in names for pair in _pairs(record, now, name, old, new)]
    words, taken = all(_same_but_for_words(record, now, n, new) for n in names), {*old.where}
    pairs = [*dict.fromkeys(pairs)]
    for one in entries:
        if not any(is_of(one, *says[name]) for name in told):  # it is there for one of these
            written = f"{one.before} {one.after}"
            pairs.sort(key=lambda two: -SequenceMatcher(None, written, " ".join(two)).ratio())
            help = "put this in the place of its before: and after:"
            help += f"; the rest under corrections: in {place}" if pairs[1:] else ""
            lines = paste.sides(*pairs[0])
            lines += paste.correction(now.id, pairs[1:], taken | {*new.where})
            message = f'this does not say how "{record.id}" changed: its {", ".join(fields)}'
            return _Owed(["before" if one.before else "after"], message, help, lines, one.id)
    entry = paste.correction(now.id, pairs, taken | {*new.where})
    words = words and not meant
    better = f"{_BETTER}\n{paste.wording(now.id, taken | {*new.where})}" if words else ""
    return _Owed(fields[0].split("."), message, help, entry, instead=better)


def _as_printed(fields: Iterable[Field], kind: type[Record]) -> list[Field]:
    """Fields that differ, without the number where it differs as it is printed, which says it."""
    some, printed = [*fields], having(kind, PRINTED)
    told = any(name in printed for name, *_ in some)
    return [one for one in some if not (told and one[0] in having(kind, NUMBER))]


def _only_renamed(
    record: Frozen, now: Frozen, field: str, new: Topic, renamed: Mapping[str, str] = _NONE
) -> bool:
    """Whether nothing in a field differs but ids of records that have another id now."""
    now_is = {**renamed, **new.redirects}
    one, other = (
        [
            (*v.key[1:], now_is.get(v.value, v.value) if isinstance(v.value, str) else v.value)
            for v in values(r)
            if v.key[0] == field
        ]
        for r in (record, now)
    )
    return one == other


def _otherwise(record: Frozen, now: Frozen, field: str) -> str:
    """Why a field does not mean what it did, as far as words tell; empty if nothing tells."""
    said, says = ([v.value for v in values(one, OWN) if v.key[0] == field] for one in (record, now))
    cited = (v.value for v in values(now, SOURCE))
    return means_otherwise(said, says, " ".join(one.exact for one in cited if one))


def _same_but_for_words(record: Frozen, now: Frozen, field: str, new: Topic) -> bool:
    """Whether nothing in a field differs but the editors' words and the source's, and the ids of
    records that are gone by right: not who, how many, when, what kind, nor what a number counts."""
    one, other = (
        [
            (*filter(lambda step: isinstance(step, str), v.key), v.value)
            for v in values(r)
            if v.key[0] == field
            if v.spec.role not in (OWN, SOURCE) or Mark.COUNTED in v.spec.marks
            if not (v.spec.role is ANY_RECORD and v.value in new.redirects)
        ]
        for r in (record, now)
    )
    return one == other
