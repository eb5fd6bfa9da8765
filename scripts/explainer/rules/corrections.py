"""Which corrections and redirects a change owes."""

from __future__ import annotations

from typing import Any

from ..topic.changes import differing_fields, published
from ..topic.problems import Problem
from ..topic.roles import specs
from ..topic.site import Site, at
from ..topic.topic import Topic


def owed(old: Topic, new: Topic) -> Any:
    """A published record whose words or value changed needs a new correction; a removed one, and
    every redirect that there was, a redirect.
    """
    site = Site(new)
    before, after = published(old), published(new)
    corrected = {
        c.record
        for c in new.of_kind("corrections")
        if c.id not in old.records and c.kind == "correction"
    }
    for name, record in before.items():
        if name in after and old.kinds[name] != "corrections":
            said = specs(type(after[name]))
            fields = [
                f
                for f, _, _ in differing_fields(record, after[name])
                if not said[f.partition(".")[0]].free
            ]
            if fields and name not in corrected:
                yield Problem(
                    *at(site, name, *fields[0].split(".")),
                    f'"{name}" was published and its {", ".join(fields)} changed',
                    "add an entry to corrections: record, date, what, before and after",
                    "correction-owed",
                )
        elif (
            name in after
            and old.kinds[name] == "corrections"
            and (changed := [f for f, *_ in differing_fields(record, after[name]) if f != "note"])
        ):
            yield Problem(
                *at(site, name, changed[0]),
                f'the correction "{name}" was public and its {", ".join(changed)} changed',
                "put it back, and add another correction",
                "correction-owed",
            )
        elif name not in after and old.kinds[name] == "corrections":
            yield Problem(
                old.where[name].path,
                0,
                f'the correction "{name}" is gone',
                "put it back: what was corrected stays on record",
                "correction-owed",
            )
        elif name not in after and name not in new.redirects:
            where = old.where[name]
            yield Problem(
                where.path,
                0,
                f'"{name}" was published and is gone',
                "add an entry to redirects: id (the old one) and to (the record that stands"
                " for it)",
                "correction-owed",
            )
    for name in old.redirects:
        if name not in new.redirects and name not in after:
            yield Problem(
                old.where[name].path,
                0,
                f'the redirect of "{name}" is gone',
                "put it back: links to the old address rest on it",
                "correction-owed",
            )
