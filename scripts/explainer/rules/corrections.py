"""Which corrections and redirects a change owes."""

from __future__ import annotations

from collections.abc import Iterator

from ..topic.changes import differing_fields, published
from ..topic.model import Correction, Record
from ..topic.problems import Problem
from ..topic.roles import specs
from ..topic.topic import Topic


def owed(old: Topic, new: Topic) -> Iterator[Problem]:
    """What a change owes: a published record whose words or value changed a new correction; a
    removed one, and every redirect that there was, a redirect. A correction stays as it is.
    """
    after = published(new)
    corrected = {
        c.record
        for c in new.of_kind("corrections")
        if c.id not in old.records and c.kind == "correction"
    }
    for name, record in published(old).items():
        if name not in after:
            gone = _gone(name, record, new)
        elif isinstance(record, Correction):
            gone = _altered(name, record, after[name], new)
        else:
            gone = None if name in corrected else _uncorrected(name, record, after[name], new)
        if gone:
            key, message, help = gone
            where = (new if name in after else old).where[name]
            line = where.line(*key) if name in after else 0
            yield Problem(where.path, line, message, help, "correction-owed")
    for name in old.redirects:
        if name not in new.redirects and name not in after:
            message = f'the redirect of "{name}" is gone'
            help = "put it back: links to the old address rest on it"
            yield Problem(old.where[name].path, 0, message, help, "correction-owed")


def _gone(name: str, record: Record, new: Topic) -> tuple[list[str], str, str] | None:
    if isinstance(record, Correction):
        help = "put it back: what was corrected stays on record"
        return [], f'the correction "{name}" is gone', help
    if name in new.redirects:
        return None
    help = "add an entry to redirects: id (the old one) and to (the record that stands for it)"
    return [], f'"{name}" was published and is gone', help


def _altered(
    name: str, record: Record, now: Record, new: Topic
) -> tuple[list[str], str, str] | None:
    fields = [field for field, *_ in differing_fields(record, now) if field != "note"]
    if not fields:
        return None
    message = f'the correction "{name}" was public and its {", ".join(fields)} changed'
    return [fields[0]], message, "put it back, and add another correction"


def _uncorrected(
    name: str, record: Record, now: Record, new: Topic
) -> tuple[list[str], str, str] | None:
    """A changed field owes a correction unless the model says why not."""
    free = {field for field, spec in specs(type(now)).items() if spec.free}
    fields = [f for f, *_ in differing_fields(record, now) if f.partition(".")[0] not in free]
    if not fields:
        return None
    message = f'"{name}" was published and its {", ".join(fields)} changed'
    help = "add an entry to corrections: record, date, what, before and after"
    return fields[0].split("."), message, help
