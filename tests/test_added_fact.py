"""An editor who adds what is right need not touch the tests: to a copy of the real site one record
of each kind is added from its source and from a second one, and all that is asked of the real
records is asked of that copy.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from explainer.commands.cli import main
from explainer.topic.blocks import listings
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.record import Record
from explainer.topic.site import Site
from explainer.topic.topic import Topic
from forked import build
from sites import ROOT, TESTS

SECOND = "second-source"
TEXT = """\
The lighthouse of Sandhead was lit again on Monday, its keeper Nora Quillfeather told Sandhead
Radio.

“The lamp burns as it did, and every boat that comes home at night can see it from as far away as
ever,” Quillfeather said. It had been dark for 17 nights, she said.

Quillfeather wants a new lamp. Whoever walks there on a summer evening can see how the waves come
in from the west, long after the wind has gone down.
"""
SOURCE = {
    "type": "article-newspaper",
    **dict.fromkeys(("title", "author", "publisher", "issued", "URL"), "not_stated"),
    "label": "the second report",
    "language": "en",
    "rights": "Written for this test.",
    "provenance": "Written for this test.",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "set_aside": [
        {
            "exact": "Whoever walks there on a summer evening",
            "what": "sentence",
            "reason": "off_topic",
            "note": "How the waves look from there on a summer evening.",
        }
    ],
}
KEEPER, RADIO = "nora-quillfeather", "sandhead-radio"
LIT = (
    "The lighthouse of Sandhead was lit again on Monday, its keeper Nora Quillfeather told Sandhead"
    " Radio."
)
BURNS = (
    "The lamp burns as it did, and every boat that comes home at night can see it from as far away"
    " as ever,"
)


def new_records(read: Topic) -> dict[str, dict[str, Any]]:
    """A record of each kind on the second source, as an editor would write it."""
    day, options = read.settings.as_of, read.settings.options
    about = next(iter(read.settings.topics), options[0].id if options else "")
    known = next(iter(read.records))
    return {
        "people": {
            "id": KEEPER,
            "name": "Nora Quillfeather",
            "affiliation": RADIO,
            "description": "Keeps the lighthouse.",
            "mention": "Nora Quillfeather",
        },
        "organisations": {
            "id": RADIO,
            "name": "Sandhead Radio",
            "type": "media",
            "description": "It heard the keeper.",
            "mention": "Sandhead Radio.",
        },
        "quotes": {
            "id": "lamp-burns",
            "text": BURNS,
            "kind": "spoken",
            "speaker": KEEPER,
            "attributed_by": "Quillfeather said.",
            "said_via": "not_stated",
            "date_said": "not_stated",
            "evidence": f"“{BURNS}” Quillfeather said.",
        },
        "figures": {
            "id": "dark-nights",
            "label": "Nights without the lamp",
            "value": "17",
            "value_text": "17",
            "qualifier": "exact",
            "unit": "nights",
            "measure": "how long it had been dark",
            "population": "the lighthouse",
            "period": "not_stated",
            "as_of": "not_stated",
            "attribution": KEEPER,
            "attribution_level": "reported_by",
            "evidence": "It had been dark for 17 nights, she said.",
        },
        "events": {
            "id": "lighthouse-lit",
            "title": "The lighthouse of Sandhead is lit",
            "description": "Its keeper says so.",
            "date": day[:4],
            "date_text": "Monday",
            "date_basis": "inferred",
            "status": "happened",
            "participants": KEEPER,
            "evidence": LIT,
        },
        "positions": {
            "id": "keeper-lamp",
            "holder": KEEPER,
            "topic": about,
            "stance": "unclear",
            "statement": "Speaks of a lamp, not of this.",
            "evidence": "Quillfeather wants a new lamp.",
        },
        "claims": {
            "id": "lit-again",
            "statement": "The lighthouse is lit again.",
            "kind": "claim",
            "attribution": KEEPER,
            "evidence": LIT,
        },
        "comparisons": {
            "id": "compare-lamps",
            "question": "Does it need a lamp?",
            "cells": {
                option.id: {"not_stated": "true"}
                if i
                else {
                    "statement": "A new one, its keeper says.",
                    "kind": "claim",
                    "attribution": KEEPER,
                    "evidence": LIT,
                }
                for i, option in enumerate(options)
            },
        },
        "conflicts": {
            "id": "conflict-lamps",
            "title": "A lamp that burns, and one that is wanted",
            "between": ["lamp-burns", "keeper-lamp", known],
            "difference": "One speaks of the old lamp, one of a new one, one of something else.",
        },
        "terms": {
            "id": "term-lighthouse",
            "term": "Lighthouse",
            "definition": "A tower with a lamp for ships.",
            "mention": "lighthouse",
        },
        "references": {
            "id": "ref-lighthouses",
            "kind": "background",
            "title": "Lighthouses, and how they are kept",
            "publisher": "Museum of Lamps",
            "issued": "2018",
            "confirms": "How lamps are kept.",
        },
        "corrections": {
            "id": "addition-of-the-lamp",
            "kind": "addition",
            "date": day,
            "record": "lit-again",
            "what": "The lighthouse was added.",
        },
        "redirects": {"id": "lit-once-more", "to": "lit-again"},
    }


# Kinds whose words are of one record.
ONCE = ("quotes", "people", "organisations", "terms")
# What may not be the same in two records, with how the second one is told apart from the first.
TOLD_APART = ("name", "label", "title", "term", "question")


def again(read: Topic) -> Iterator[tuple[str, dict[str, Any]]]:
    """The last record of each kind that the site has, once more under another name: its words of
    the source are then used twice, as they are where an editor says one thing more of a sentence;
    but a quotation and a name have their words for themselves.
    """
    for kind in [kind for kind in KINDS if kind not in ONCE]:
        if records := [r for r in read.of_kind(kind) if isinstance(r, Record) and not r.draft]:
            record = records[-1]
            data = record.model_dump(mode="json", exclude_defaults=True)
            data["id"] = f"{record.id[:70]}-again"
            data["source"] = read.source_of(record)
            data |= {field: f"{data[field]} (again)" for field in TOLD_APART if data.get(field)}
            if "question" in data:  # which ends with its mark
                data["question"] = f"(Again) {record.model_dump()['question']}"
            if data.get("URL"):  # a work is cited once
                data["URL"] = f"{data['URL'].rstrip('/')}/again"
            yield kind, {field: value for field, value in data.items() if value is not None}


def add_to(root: Path) -> list[str]:
    """Add all this to a site and show it on pages; gives the new ids."""
    read, faults = load(root)
    assert not faults, faults
    second, first = new_records(read), list(again(read))
    assert second.keys() == KINDS.keys(), "a kind of record is new: say here how one is written"
    (root / f"seeds/sources/{SECOND}.txt").write_text(TEXT, "utf-8")
    write(root / f"seeds/sources/{SECOND}.yml", SOURCE)
    write(
        root / "seeds/facts/added.yml",
        {"source": SECOND} | {kind: [record] for kind, record in second.items()},
    )
    write(root / "seeds/facts/added-again.yml", {kind: [record] for kind, record in first})
    for path in (root / "seeds/facts").glob(
        "*.yml"
    ):  # now that there are two, each file says which
        text = path.read_text("utf-8")
        if "\nsource:" not in f"\n{text}" and not path.stem.startswith("added"):
            path.write_text(f"{text}\nsource: {next(iter(read.sources))}\n", "utf-8")
    make_room(root)
    shown = show(root)
    (root / "content/added.md").write_text(
        "---\ntitle: What was added\ndescription: What was added to this site.\n"
        "contents: true\n---\n\n"
        f"# What was added\n\n## Did Quillfeather say “The lamp burns as it did”?[^lamp-burns]\n\n"
        f"The lamp burns again.[^lit-again]\n\n## And the rest?\n\n{shown}{{{{ cite() }}}}\n",
        "utf-8",
    )
    home = root / "content/index.md"  # the menu, or another page, must lead to it
    home.write_text(home.read_text("utf-8") + "\n[What was added](added.md)\n", "utf-8")
    return [record["id"] for _, record in [*second.items(), *first]]


def make_room(root: Path) -> None:
    """Raise the bounds of the site by what an editor is told who has reached them, and say why."""
    settings = root / "seeds/settings.yml"
    text = re.sub(r"(?m)^(?:  )?most_words:.*\n", "", settings.read_text("utf-8"))
    text += "" if "\nbounds_raised:\n" in text else "\nbounds_raised:\n"
    why = "\nbounds_raised:\n  most_words: what these tests add\n"
    text = text.replace("\nbounds_raised:\n", why)
    settings.write_text(f"{text}\nmost_words: 100000\n", "utf-8")


def show(root: Path) -> str:
    """The blocks for what no page of the site shows by itself."""
    read, faults = load(root)
    assert not faults, faults
    homes = Site(read).homes
    blocks = {kind: block for block, (kind, _) in reversed(listings().items())}
    made = ""
    for kind, block in blocks.items():
        left = [
            r.id
            for r in read.of_kind(kind)
            if r.id not in homes and not r.draft and not getattr(r, "unseen", False)
        ]
        if left:
            made += f"{{{{ {block}(ids={json.dumps(left)}) }}}}\n\n"
    return made


def write(path: Path, data: dict[str, Any]) -> None:
    schema = "source" if path.parent.name == "sources" else "facts"
    head = f"# yaml-language-server: $schema=../../schemas/{schema}.schema.json\n"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(head + text, "utf-8")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site with what was added."""
    root = tmp_path_factory.mktemp("grown") / "site"
    for part in ("seeds", "content", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    add_to(root)
    return root


def test_the_check_finds_nothing_in_it(grown, capsys):
    code = main(["check", "--root", str(grown)])
    said = capsys.readouterr()
    assert code == 0 and " 0 problems" in said.out, said.out
    assert "2 source texts" in said.out


def test_something_was_added_of_each_kind(grown):
    read, faults = load(grown)
    assert not faults
    before, _ = load(ROOT)
    added = [name for name in read.records if name not in before.records]
    assert {read.kinds[name] for name in added} | {"redirects"} == set(KINDS)
    assert set(read.redirects) - set(before.redirects)
    for kind in {before.kinds[name] for name in before.records}:
        some = [name for name in added if read.kinds[name] == kind]
        assert len(some) == (1 if kind in ONCE else 2), kind


def test_it_is_built_as_a_pull_request_is(grown):
    (grown / "build/docs").mkdir(parents=True)
    done = build(grown)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (grown / "site/added/index.html").is_file()


def test_what_is_asked_of_the_real_records_holds_there_too(grown):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "real"]
    done = subprocess.run(
        [*command, TESTS / "test_real_records.py", TESTS / "test_messages.py"],
        cwd=ROOT,
        env=os.environ | {"EXPLAINER_SITE": str(grown)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
