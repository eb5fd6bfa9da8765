"""What readers are told of words that are set aside: tests/asides has sentences of sources, in
braces what is set aside of them, each with notes that may stand there (+) and that may not (-)."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, TESTS, run

RULES = (
    "aside-as-said",
    "not-turned-round",
    "as-sure-as-said",
    "not-the-contrary",
    "done-by-the-same",
    "order-of-time",
    "numbers-in-prose",
    "known-to-the-sources",
    "inexact-as-told",
    "offices-whole",
)
LANGUAGES = sorted(path.stem for path in (TESTS / "asides").glob("*.txt"))


class Row(NamedTuple):
    """A note, whether it may stand there (+), and what it is on, in its sentences."""

    source: str
    sign: str
    note: str


def read(tag: str) -> tuple[list[tuple[str, ...]], list[Row]]:
    """Those whom a table names, each as its kind and names; and its rows."""
    agents, rows, source = list[tuple[str, ...]](), list[Row](), ""
    for line in (TESTS / "asides" / f"{tag}.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            kind, names = line[2:].split(" ", 1)
            agents.append((kind, *names.split(" = ")))
        elif line.startswith("> "):
            source = line[2:]
        else:
            rows.append(Row(source, line[0], line[2:]))
    return agents, rows


def outcomes(tag: str, root: Path) -> list[tuple[Row, list[str]]]:
    """Each row with what the rules say of it, all on one site."""
    agents, rows = read(tag)
    for folder in ("seeds/facts", "seeds/sources", "content"):
        (root / folder).mkdir(parents=True)
    settings = (TESTS / "topics/rain/seeds/settings.yml").read_text("utf-8")
    (root / "seeds/settings.yml").write_text(f"{settings}language: {tag}\n", "utf-8")
    (root / "content/index.md").write_text("---\ntitle: T\ndescription: D\n---\n\n# T\n", "utf-8")
    for i, row in enumerate(rows):
        text = f"{row.source.translate({ord('{'): None, ord('}'): None})}\n"
        record = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
        exact = row.source[row.source.index("{") + 1 : row.source.index("}")]
        what = "sentence" if exact[-1] in ".!?" and exact[0].isupper() else "clause"
        entry = {"exact": exact, "what": what, "reason": "background", "note": row.note}
        record += f"set_aside: {json.dumps([entry])}\n"
        (root / f"seeds/sources/t{i}.txt").write_text(text, "utf-8")
        (root / f"seeds/sources/t{i}.yml").write_text(record, "utf-8")
    known = {"people": list[dict[str, object]](), "organisations": list[dict[str, object]]()}
    for kind, name, *others in agents:
        i, place = next((i, r.source) for i, r in enumerate(rows) if name.split()[-1] in r.source)
        word = name.split()[-1] if name not in place else name
        record = {"id": name.lower().replace(" ", "-"), "name": name, "alternate_names": others}
        record |= {"description": "-", "source": f"t{i}", "mention": word}
        group = "people" if kind == "person" else "organisations"
        known[group].append(record if kind == "person" else {**record, "type": kind})
    (root / "seeds/facts/agents.yml").write_text(json.dumps(known), "utf-8")
    topic, faults = load(root)
    assert not faults, faults
    found: dict[str, list[str]] = {}
    for problem in run(Site(topic), *RULES):
        said = f"{problem.rule}: {problem.message}"
        found.setdefault(Path(problem.path).stem, []).append(said)
    return [(row, found.get(f"t{i}", [])) for i, row in enumerate(rows)]


def wrong_in(tag: str, folder: Path) -> list[str]:
    """The rows of a table that are refused and may stand, or stand and may not."""
    return [
        f"{'passes' if row.sign == '-' else 'refused'}: {row.note} [{row.source}] {said}"
        for row, said in outcomes(tag, folder)
        if bool(said) != (row.sign == "-")
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_note_says_what_the_words_set_aside_say(tag, tmp_path):
    wrong = wrong_in(tag, tmp_path)
    assert not wrong, "\n" + "\n".join(wrong)


if __name__ == "__main__":
    for tag in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            rows = Counter(row.sign for row in read(tag)[1])
            wrong = wrong_in(tag, Path(folder))
        sys.stdout.write("\n  ".join((f"{tag}: {dict(rows)}, {len(wrong)} wrong", *wrong)) + "\n")
