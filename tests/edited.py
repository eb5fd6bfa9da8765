"""How many lines an editor writes: a draft of a source held against the finished topic.

What counts is a line that is in the finished topic and not in the draft: each field of a record,
each item of a list of words, each line of an entry that is set aside. Removing a line (draft: true)
is no writing. Whoever likes the draft's id may keep it, so ids count where a record was not drafted
at all, and a field that names a record is the same if the record is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from explainer.drafting.draft import draft
from explainer.text.folding import fold
from explainer.topic.load import load
from explainer.topic.model import KINDS as MODELS

KINDS = ("people", "organisations", "quotes", "figures", "events", "positions", "claims", "terms")
Data = dict[str, Any]


@dataclass
class Edited:
    """What an editor wrote, by kind and field, for so many records and entries set aside."""

    records: int = 0
    asides: int = 0
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, lines: int) -> None:
        self.lines[what] = self.lines.get(what, 0) + lines

    @property
    def written(self) -> int:
        return sum(self.lines.values())

    @property
    def per_record(self) -> float:
        return self.written / self.records


def edited(root: Path, source: str) -> Edited:
    """What an editor wrote from the draft of a source to its part of a finished topic."""
    topic, problems = load(root)
    assert not problems, problems
    text = topic.sources[source]
    bare = replace(text, record=text.record.model_copy(update={"set_aside": ()}))
    made = draft(bare, {}, as_of=topic.settings.as_of)
    drafted: Data = yaml.safe_load(made.text)
    finished = _finished(root, source)
    same = dict(_pairs(drafted, finished))
    ids = {one: finished_id for (_, finished_id), one in same.items()}
    found = Edited()
    for kind, records in finished.items():
        by_id = {r["id"]: r for r in drafted.get(kind, ())}
        for record in records:
            found.records += 1
            before = by_id.get(same.get((kind, record["id"]), ""), {})
            for name, value in record.items():
                if (name == "id" and before) or value == MODELS[kind].model_fields[name].default:
                    continue  # what it is where nothing is written
                was = before.get(name)  # a unit may be called as a record is
                was = was if name == "unit" else _renamed(was, ids)
                found.add(f"{kind}.{name}", _lines(value, was))
    asides = yaml.safe_load((root / f"seeds/sources/{source}.yml").read_text("utf-8"))
    drafts = [yaml.safe_load(entry.yaml())[0] for entry in made.aside]
    for entry in asides.get("set_aside") or []:
        found.asides += 1
        match = next((d for d in drafts if _alike(d["exact"], entry["exact"])), {})
        for name in ("exact", "what", "reason", "note"):
            here = entry.get(name, "sentence")  # what: of a sentence
            found.add(
                f"set_aside.{name}",
                here not in (match.get(name), "sentence") and not (match and name == "exact"),
            )
    return found


def _finished(root: Path, source: str) -> dict[str, list[Data]]:
    """The records of a source, as they are written, by kind."""
    records: dict[str, list[Data]] = {}
    for path in sorted((root / "seeds/facts").glob("*.yml")):
        data = yaml.safe_load(path.read_text("utf-8")) or {}
        for kind in KINDS:
            for record in data.get(kind) or ():
                if record.get("source", data.get("source", source)) == source:
                    records.setdefault(kind, []).append(record)
    return records


def _pairs(drafted: Data, finished: dict[str, list[Data]]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each finished record with the draft that it was made of."""
    for kind, records in finished.items():
        left = list(drafted.get(kind, ()))
        for record in records:
            keys = {"quotes": "text", "figures": "value_text", "events": "date_text"}
            key = keys.get(kind, "name")
            match = next((d for d in left if _is_of(kind, key, d, record)), None)
            if match:
                left.remove(match)
                yield (kind, record["id"]), match["id"]


def _is_of(kind: str, key: str, one: Data, other: Data) -> bool:
    if kind in ("people", "organisations"):
        names = {*_texts(other.get("name")), *_texts(other.get("alternate_names"))}
        return any(
            fold(n).casefold() in {fold(m).casefold() for m in names} for n in _texts(one["name"])
        )
    if key not in one or key not in other:
        return False
    near = _overlap(one.get("evidence"), other.get("evidence"))
    return near and (
        _texts(one[key])[0] in _texts(other[key])[0] or _texts(other[key])[0] in _texts(one[key])[0]
    )


def _overlap(one: Any, other: Any) -> bool:
    return any(a in b or b in a for a in _texts(one) for b in _texts(other))


def _texts(words: Any) -> list[str]:
    """The words of a field, however it is written."""
    some = words if isinstance(words, list) else [words]
    return [fold(str(w["exact"] if isinstance(w, dict) else w)) for w in some if w is not None]


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, ids) for one in value]
    return ids.get(value, value) if isinstance(value, str) else value


def _lines(value: Any, before: Any) -> int:
    """How many lines of a field are not in the draft: one, or of a list one an item."""
    if isinstance(value, list) and all(isinstance(v, str) and " " not in v for v in value):
        return int(value != before and value != [before])  # [one, two] is a line
    some, old = (v if isinstance(v, list) else [v] for v in (value, before))
    known = {json.dumps(one, sort_keys=True, default=str) for one in old}
    return sum(
        json.dumps(one, sort_keys=True, default=str) not in known and not _same_words(one, old)
        for one in some
    )


def _same_words(one: Any, old: list[Any]) -> bool:
    """Whether words are those of the draft, with or without what places them."""
    return isinstance(one, (str, dict)) and _texts(one)[0] in {t for o in old for t in _texts(o)}


def _alike(one: str, other: str) -> bool:
    return fold(one).startswith(fold(other)) or fold(other).startswith(fold(one))


TESTS = Path(__file__).parent
TOPICS = {
    "digue": TESTS.parent / "examples/digue",
    "ferry": TESTS / "topics/ferry",
    **{path.name: path for path in sorted((TESTS / "drafts/finished").iterdir())},
}


def table() -> str:
    """What an editor wrote of each finished topic, as a Markdown table."""
    rows = ["| Text | Records | Set aside | Lines written | a record | most of them |"]
    rows.append("|" + " --- |" * 6)
    for name, root in TOPICS.items():
        made = edited(root, name)
        most = sorted(made.lines.items(), key=lambda one: -one[1])[:3]
        told = ", ".join(f"{what} {lines}" for what, lines in most)
        rows.append(
            f"| {name} | {made.records} | {made.asides} | {made.written} | {made.per_record:.1f} |"
            f" {told} |"
        )
    return "\n".join(rows)
