"""Drafts of a source's records: by rules, or from somebody's answer to a brief."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..drafting.aside import with_aside
from ..drafting.draft import Drafted, draft
from ..topic.load import load
from ..topic.record import Record
from ..topic.site import Site
from ..topic.topic import Topic


class DraftError(Exception):
    """Why nothing can be drafted, as it is told."""


def draft_source(root: Path, name: str, anew: bool = False) -> str:
    """Draft a source's records into ``seeds/facts/NAME-draft.yml`` and what may be set aside into
    its record; returns what to tell. ``anew`` replaces the drafts nobody has decided on."""
    topic = _topic(root, name)
    path = root / f"seeds/facts/{name}-draft.yml"
    if path.exists() and not anew:
        raise DraftError(
            f"{path.relative_to(root)} is there already; `explainer draft {name} --anew` makes its"
            " drafts anew and keeps what you have decided"
        )
    before = path.read_text("utf-8") if path.exists() else ""
    known = _decided(topic, path.relative_to(root).as_posix())
    drafted = draft(topic.sources[name], known, Site(topic).saying[name].spans)
    return _write(root, name, drafted, before)


def _topic(root: Path, name: str) -> Topic:
    topic, _ = load(root)
    if name not in topic.sources:
        if (root / f"seeds/sources/{name}.txt").is_file():
            raise DraftError(
                f"seeds/sources/{name}.txt has no record that can be read; run `explainer seal"
                f" {name}` first, then `explainer check`"
            )
        raise DraftError(
            f'there is no source "{name}"; the sources are: {", ".join(topic.sources) or "none"}'
        )
    return topic


def _decided(topic: Topic, path: str) -> Mapping[str, Record]:
    """All records but the drafts in a file that is to be drafted anew."""
    return {
        id: record
        for id, record in topic.records.items()
        if not (record.draft and topic.where[id].path == path)
    }


def _write(root: Path, name: str, drafted: Drafted, before: str) -> str:
    facts, record = root / f"seeds/facts/{name}-draft.yml", root / f"seeds/sources/{name}.yml"
    facts.write_text(_merged(before, drafted.text), "utf-8")
    old = record.read_text("utf-8")
    new = with_aside(old, drafted.aside)
    if new != old:
        record.write_text(new, "utf-8")
    told = [f"wrote seeds/facts/{name}-draft.yml: {_counted(drafted.text)}"]
    if drafted.aside:
        several = len(drafted.aside) > 1
        told.append(
            f"{len(drafted.aside)} {'sentences' if several else 'sentence'} of which nothing was"
            f" drafted {'are' if several else 'is'} under set_aside: in seeds/sources/{name}.yml;"
            " write a note for each, or record it and remove the entry"
        )
    told += drafted.notes
    return "\n".join([*told, "`explainer check` lists what is left to decide"])


def _counted(text: str) -> str:
    """What was drafted, in a few words."""
    kinds, speakers = dict[str, int](), 0
    kind = ""
    for line in text.splitlines():
        if match := re.fullmatch(r"(\w+):", line):
            kind = match[1]
        elif line.startswith("  - id: "):
            kinds[kind] = kinds.get(kind, 0) + 1
        elif re.match("    (?:speaker|shared_by): ", line):
            speakers += 1
    found = [f"{number} {kind}" for kind, number in kinds.items()]
    missing = kinds.get("quotes", 0) - speakers
    return ", ".join(found or ["nothing"]) + (
        f" ({missing} of the quotes without a speaker: it is not certain who)" if missing else ""
    )


def _merged(before: str, after: str) -> str:
    """New drafts with the records of the file before that somebody has decided on."""
    kept = {
        kind: [b for b in some if "\n    draft: true" not in b] for kind, some in _blocks(before)
    }
    if not any(kept.values()):
        return after
    lines = after.split("\n")
    for kind, blocks in kept.items():
        if blocks:
            if f"{kind}:" not in lines:
                lines[3:3] = [f"{kind}:"]
            at = lines.index(f"{kind}:") + 1
            lines[at:at] = [line for block in blocks for line in block.rstrip("\n").split("\n")]
    return "\n".join(lines)


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """The records of a file of facts as they are written, by their kind."""
    parts = re.split(r"(?m)^(\w+):[ \t]*\n(?=  -)", text)
    return [
        (kind, [b for b in re.split(r"(?m)^(?=  - )", body) if b.startswith("  - ")])
        for kind, body in zip(parts[1::2], parts[2::2], strict=True)
    ]
