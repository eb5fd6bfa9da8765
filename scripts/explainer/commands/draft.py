"""Drafts of a source's records: by rules, or from somebody's answer to a brief."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from ..drafting.aside import Aside, with_aside
from ..drafting.brief import brief
from ..drafting.draft import Drafted, draft
from ..topic.load import load
from ..topic.record import Record
from ..topic.roles import names_in
from ..topic.site import Site
from ..topic.topic import Topic
from .answer import MAX_ANSWER, take_answer
from .as_published import marked, without
from .put_aside import drafts_aside


class DraftError(Exception):
    """Why nothing can be drafted, as it is told; ``usage`` where another command would do."""

    def __init__(self, message: str, usage: bool = True):
        super().__init__(message)
        self.usage = usage


def brief_of(root: Path, name: str) -> str:
    """The text that asks anybody for the records of a source."""
    topic = _topic(root, name)
    return brief(topic.sources[name], topic.records, topic.settings)


def draft_source(root: Path, name: str, anew: bool = False, answer: str | None = None) -> str:
    """Draft a source's records into ``seeds/facts/NAME-draft.yml`` and what may be set aside into
    its record, by rules or from the text of an ``answer``; returns what to tell. ``anew`` replaces
    the drafts nobody has decided on."""
    topic = _topic(root, name)
    path = root / f"seeds/facts/{name}-draft.yml"
    if path.exists() and not anew:
        raise DraftError(
            f"{path.relative_to(root)} is there already; `explainer draft {name} --anew` makes its"
            " drafts anew and keeps what you have decided"
        )
    before = path.read_text("utf-8") if path.exists() else ""
    known = _decided(topic, path.relative_to(root).as_posix())
    made_anew = topic.records.keys() - known
    taken = {*topic.where, *topic.sources, *topic.redirects} - made_anew
    before = without(before, made_anew)
    if answer is None:
        used, as_of = Site(topic).saying[name].spans, topic.settings.as_of
        drafted = draft(topic.sources[name], known, used, as_of, taken, topic.written_in)
        drafted = drafted._replace(text=marked(root, name, drafted.text, before))
        return _write(root, name, drafted, before)
    checked = take_answer(root, topic.sources[name], known, answer, taken, before)
    refused = [
        f"left out: {one.what}: {one.why}"
        + (f"\n    nearest  {one.nearest}" if one.nearest else "")
        for one in checked.refused
    ]
    if not checked.kept and not checked.drafted.aside:
        why = "nothing of the answer holds, and nothing is written"
        raise DraftError("\n".join([why, *refused]), usage=False)
    return "\n".join([*refused, _write(root, name, checked.drafted, before)])


def put_aside(root: Path, name: str, ids: list[str]) -> str:
    """Put drafts of a source, by their ids, under what it sets aside: the sentence, where no other
    record has it; else the quotation or the number. Returns what to tell."""
    topic = _topic(root, name)
    facts, record = root / f"seeds/facts/{name}-draft.yml", root / f"seeds/sources/{name}.yml"
    at = facts.relative_to(root).as_posix()
    drafts = {i for i, r in topic.records.items() if r.draft and topic.where[i].path == at}
    if unknown := [id for id in ids if id not in drafts]:
        raise DraftError(f"there is no draft {', '.join(unknown)} in {at}")
    text, entries = facts.read_text("utf-8"), list[Aside]()
    named = ((other, id) for other in topic.records if other not in ids for id in ids)
    if found := next(((o, i) for o, i in named if i in names_in(topic.records[o])), None):
        raise DraftError(f"{found[0]} names {found[1]}; set it aside too, or change what it names")
    text = without(text, ids)
    for one in drafts_aside(Site(topic), topic.sources[name], ids):
        if one not in entries:
            entries.append(one)
    facts.write_text(text, "utf-8")
    record.write_text(with_aside(record.read_text("utf-8"), entries), "utf-8")
    where = record.relative_to(root).as_posix()
    return f"put {', '.join(ids)} under set_aside: in {where}; write a note for each"


def read_answer_file(name: str) -> str:
    """The text of a file with an answer, or of the standard input."""
    raw = sys.stdin.buffer.read(MAX_ANSWER + 1) if name == "-" else _start_of(Path(name))
    if len(raw) > MAX_ANSWER:
        raise DraftError(f"the answer is larger than {MAX_ANSWER} bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DraftError("the answer is no UTF-8 text; save it as UTF-8") from None


def _start_of(path: Path) -> bytes:
    if not path.is_file():
        raise DraftError(f"there is no file {path}")
    with path.open("rb") as file:
        return file.read(MAX_ANSWER + 1)


def _topic(root: Path, name: str) -> Topic:
    topic, problems = load(root)
    at = f"seeds/facts/{name}-draft.yml"
    if wrong := next((p for p in problems if p.path == at), None):
        raise DraftError(f"{at}:{wrong.line}: {wrong.message}; {wrong.help}")
    if name not in topic.sources or not (root / f"seeds/sources/{name}.yml").is_file():
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
    """All records but the drafts in a file that is to be drafted anew; with those drafts, though,
    that what was decided names."""
    anew = {i for i, r in topic.records.items() if r.draft and topic.where[i].path == path}
    left = [record for id, record in topic.records.items() if id not in anew]
    while left:
        named = {name for record in left for name in names_in(record)} & anew
        anew -= named
        left = [topic.records[name] for name in named]
    return {id: record for id, record in topic.records.items() if id not in anew}


def _write(root: Path, name: str, drafted: Drafted, before: str) -> str:
    facts, record = root / f"seeds/facts/{name}-draft.yml", root / f"seeds/sources/{name}.yml"
    old = record.read_text("utf-8")  # what cannot be read leaves nothing behind
    new = with_aside(old, drafted.aside)
    facts.write_text(_merged(before, drafted.text), "utf-8")
    if new != old:
        record.write_text(new, "utf-8")
    told = [f"wrote seeds/facts/{name}-draft.yml: {_counted(drafted.text)}"]
    if drafted.aside:
        several = len(drafted.aside) > 1
        told.append(
            f"{len(drafted.aside)} {'entries are' if several else 'entry is'} under set_aside:"
            f" in seeds/sources/{name}.yml; write a note for each, or record what it says and"
            " remove the entry"
        )
    if said := sum(bool(one.said) for one in drafted.aside):
        told.append(
            f"{said} of them {'are' if said > 1 else 'is'} what somebody says: better a claim with"
            " attribution: than set aside"
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
    """New drafts with the records that are kept of the file before."""
    kept = {kind: blocks for kind, blocks in _blocks(before) if blocks}
    if not kept:
        return after
    lines = after.split("\n")
    for kind, blocks in kept.items():
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
