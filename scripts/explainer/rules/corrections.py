"""What corrections say, and which corrections and redirects a change owes."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.words import stands_in
from ..topic.changes import differing_fields, published
from ..topic.model import Agent, Correction, Record, Selector
from ..topic.problems import Problem
from ..topic.roles import ABOUT_SOURCE, DATE, having, specs, values
from ..topic.settings import Source
from ..topic.topic import Topic

_EDGES = " .,;:…–—|“”\"'"


def _said(record: Record, topic: Topic, field: str = "") -> list[str]:
    """What a record says, in one field or in all, value by value; of an id also the names of whom
    it is.
    """
    found = []
    for key, value, spec in values(record):
        if field in ("", key[0]):
            found.append(value.exact if isinstance(value, Selector) else str(value))
            agent = topic.records.get(value) if spec.role and spec.role.refers else None
            if isinstance(agent, Agent):
                found += [agent.name, *agent.alternate_names]
    return found


def _all_said(name: str, topic: Topic) -> list[str]:
    """All that the record of an id says, or the source; nothing where there is none."""
    if source := topic.sources.get(name):
        about = [v for f in having(Source, ABOUT_SOURCE, DATE) if (v := getattr(source.record, f))]
        return [source.passages.text, source.record.URL, *about]
    record = topic.records.get(topic.redirects.get(name, name))
    return _said(record, topic) if record else []


def _within(part: str, wholes: list[str]) -> bool:
    """Whether words are among others, whatever their case and the marks around them."""
    words = fold(part).casefold().strip(_EDGES)
    return bool(words) and any(stands_in(words, fold(whole).casefold()) for whole in wholes)


def owed(old: Topic, new: Topic) -> Iterator[Problem]:
    """What a change owes: a published record whose words or value changed, and a source whose text
    or origin did, a new correction; a removed record, and every redirect that there was, a
    redirect. A correction stays as it is, and so does a source's file.
    """
    after, entries = published(new), _entries(old, new)
    for name, record in published(old).items():
        if name not in after:
            gone = _gone(name, record, new)
        elif isinstance(record, Correction):
            gone = _altered(name, record, after[name])
        else:
            gone = _uncorrected(record, after[name], old, new, entries.get(name, []))
        if gone:
            key, message, help = gone
            where = (new if name in after else old).where[name]
            line = where.line(*key) if name in after else 0
            yield Problem(where.path, line, message, help, "correction-owed")
    yield from _of_sources(old, new, entries)
    yield from _untrue(old, new, entries)
    for name in old.redirects:
        if name not in new.redirects and name not in after:
            message = f'the redirect of "{name}" is gone'
            help = "put it back: links to the old address rest on it"
            yield Problem(old.where[name].path, 0, message, help, "correction-owed")


def _entries(old: Topic, new: Topic) -> dict[str, list[Correction]]:
    """The corrections that the change adds, by the record they are about."""
    found: dict[str, list[Correction]] = {}
    for entry in new.of_kind("corrections"):
        if entry.id not in old.records and entry.kind == "correction":
            found.setdefault(entry.record, []).append(entry)
    return found


def _of_sources(old: Topic, new: Topic, entries: dict[str, list[Correction]]) -> Iterator[Problem]:
    """A source that is gone, or that has other words, or is said to come from elsewhere, without a
    correction of its own that says what.
    """
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
        told = any(entry.before or entry.after for entry in entries.get(name, []))
        if (altered and not told) or (fields and not entries.get(name)):
            what = "text" if altered else ", ".join(fields)
            message = f'the source "{name}" was published and its {what} changed'
            help = f"restore it, or add an entry to corrections with record: {name}, what, before"
            help += " and after: what it says there, and why it was changed"
            line = after.where.line("sha256" if altered else fields[0])
            yield Problem(after.where.path, line, message, help, "correction-owed")


def _untrue(old: Topic, new: Topic, entries: dict[str, list[Correction]]) -> Iterator[Problem]:
    """A new correction says in before what was published, and in after what is said now."""
    for entry in (entry for some in entries.values() for entry in some):
        for field, topic, message in (
            ("before", old, f'"{entry.record}" does not say this in what is published'),
            ("after", new, f'"{entry.record}" does not say this now'),
        ):
            text = getattr(entry, field)
            if text and not _within(text, _all_said(entry.record, topic)):
                where = new.where[entry.id]
                help = "copy the words of the record, or the part of them that changed"
                line = where.line(field)
                yield Problem(where.path, line, message, help, "correction-owed", text)


def _gone(name: str, record: Record, new: Topic) -> tuple[list[str], str, str] | None:
    if isinstance(record, Correction):
        help = "put it back: what was corrected stays on record"
        return [], f'the correction "{name}" is gone', help
    if name in new.redirects:
        return None
    help = "add an entry to redirects: id (the old one) and to (the record that stands for it)"
    return [], f'"{name}" was published and is gone', help


def _altered(name: str, record: Record, now: Record) -> tuple[list[str], str, str] | None:
    fields = [field for field, *_ in differing_fields(record, now) if field != "note"]
    if not fields:
        return None
    message = f'the correction "{name}" was public and its {", ".join(fields)} changed'
    return [fields[0]], message, "put it back, and add another correction"


def _uncorrected(
    record: Record, now: Record, old: Topic, new: Topic, entries: list[Correction]
) -> tuple[list[str], str, str] | None:
    """A changed field owes a correction that says so, unless the model says why not."""
    free = {field for field, spec in specs(type(now)).items() if spec.free}
    fields = [
        field
        for field, *_ in differing_fields(record, now)
        if (name := field.partition(".")[0]) not in free
        and not any(_covers(entry, name, record, now, old, new) for entry in entries)
    ]
    if not fields:
        return None
    message = f'"{now.id}" was published and its {", ".join(fields)} changed'
    help = "add an entry to corrections: record, date, what, before and after"
    if entries:
        help = f"say it in a correction: before and after with what {fields[0]} was and is now"
    return fields[0].split("."), message, help


def _covers(
    entry: Correction, field: str, record: Record, now: Record, old: Topic, new: Topic
) -> bool:
    """Whether a correction says what a field said before, and what it says now: words that only
    the one has, and words that only the other has.
    """
    said, says = _said(record, old, field), _said(now, new, field)
    before, after = entry.before or "", entry.after or ""
    told = [_tells(before, said), _tells(after, says)]
    return all(told) and not (_within(before, says) and _within(after, said))


def _tells(text: str, said: list[str]) -> bool:
    """Whether a text is, or holds, what a field says; it is empty where the field is."""
    return _within(text, said) or any(_within(one, [text]) for one in said) if said else not text
