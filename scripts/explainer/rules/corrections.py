"""Which corrections and redirects a change owes."""

from __future__ import annotations

from typing import Any

from ..topic.changes import differing_fields, published
from ..topic.problems import Problem
from ..topic.site import Site, at
from ..topic.topic import Topic

# What readers rely on. A change in one of these, once published, is a correction; a better
# description is not.
SUBSTANCE = frozenset(
    "difference evidence text attributed_by kind speaker author shared_by said_via date_said value"
    " value_max value_text qualifier unit measure population period as_of attribution"
    " attribution_level date status holder stance statement cells between".split()
)


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
        if name in after and old.kinds[name] not in ("corrections", "references"):
            fields = [
                f
                for f, _, _ in differing_fields(record, after[name])
                if f.partition(".")[0] in SUBSTANCE
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
