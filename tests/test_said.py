"""What titles, descriptions, sentences, rows and items say is borne out by the words they rest on:
tests/said has sentences of sources, each with what may be said of it (+) and what may not (-)."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, TESTS, run

RULES = (
    "named-in-its-words",
    "named-together",
    "known-to-the-sources",
    "not-turned-round",
    "as-sure-as-said",
    "not-the-contrary",
    "status-borne-out",
    "done-by-the-same",
    "credited-to-sayers",
    "judging-words-borne-out",
    "described-as-named",
    "people-borne-out",
    "inexact-as-told",
    "part-not-whole",
    "roles-of-speakers",
    "wanted-by-its-holder",
    "pronouns-as-cited",
    "offices-whole",
    "order-of-time",
)
_HEAD = "---\ntitle: T\ndescription: D\n---\n\n"
LANGUAGES = sorted(path.stem for path in (TESTS / "said").glob("*.txt"))


class Row(NamedTuple):
    """Something said: on what words of a source, as what, whether it may be, and whose post these
    words have that somebody only shared; ``held_by``: whose position it is."""

    source: str
    sign: str
    what: str
    text: str
    shared_by: str
    held_by: str = ""


def read(tag: str) -> tuple[dict[str, tuple[str, str]], list[Row]]:
    """Those whom a table names, by their ids, with their kinds and names; and its rows."""
    agents, rows, source, shared, held = dict[str, tuple[str, str]](), list[Row](), "", "", ""
    for line in (TESTS / "said" / f"{tag}.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            kind, name = line[2:].split(" ", 1)
            agents[_id(name)] = kind, name
        elif line.startswith("> "):
            source, shared, held = line[2:], "", ""
        elif line.startswith("~ shared "):
            shared = _id(line.removeprefix("~ shared "))
        elif line.startswith("~ held "):
            held = _id(line.removeprefix("~ held "))
        else:
            what, text = line[2:].split(": ", 1)
            rows.append(Row(source, line[0], what, text, shared, held))
    return agents, rows


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _evidence(source: str) -> str:
    return source[source.index("{") + 1 : source.index("}")]


def _source(source: str) -> str:
    return source.translate({ord("{"): None, ord("}"): None}) + "\n"


def _fact(row: Row, i: int) -> dict[str, Any]:
    """The record that a row is, or that it cites."""
    words = _evidence(row.source)
    if row.shared_by:
        quoted = re.search("[“„«]\\s?(.*?)\\s?[”“»]", words)
        assert quoted
        own = {"text": quoted[1], "kind": "shared", "author": "not_stated"}
        own |= {
            "shared_by": row.shared_by,
            "attributed_by": words.split(quoted[1])[0].rstrip(" «“„"),
        }
        own |= {"author_description": "somebody", "said_via": "not_stated"}
        return {"quotes": [{"id": f"c{i}", **own, "date_said": "not_stated", "evidence": words}]}
    if row.what in ("title", "description"):
        own = {"title": f"No. {i}", "description": f"No. {i}", row.what: row.text}
        own |= {"date": "2020-05", "date_basis": "inferred", "status": "happened"}
        return {"events": [{"id": f"c{i}", **own, "evidence": words}]}
    if row.held_by:
        own = {"statement": words, "holder": row.held_by, "topic": "flood", "stance": "for"}
        return {"positions": [{"id": f"c{i}", **own, "evidence": words}]}
    own = {"statement": words, "kind": "fact", "as_of": "not_stated"}
    return {"claims": [{"id": f"c{i}", **own, "evidence": words}]}


def _page(row: Row, i: int) -> str:
    """The page that says what a row does, if it is said on one."""
    if row.what == "row":
        cells = row.text.split(" | ")
        return f"| What | Said |\n| --- | --- |\n| {cells[0]} | {cells[1]}[^c{i}] |"
    if row.what == "listed":  # the words before a list, and an item of it
        lead, item = row.text.split(" | ")
        return f"{lead}\n\n- {item}[^c{i}]"
    return f"{'- ' * (row.what == 'item')}{row.text}[^c{i}]" if row.what in ("page", "item") else ""


def _agent(one: str, kind: str, name: str, about: str, rows: list[Row]) -> dict[str, Any]:
    """The record of somebody, with a description, which may say nothing."""
    i, first = next((i, _source(r.source)) for i, r in enumerate(rows) if _last(name) in r.source)
    at = first.index(_last(name))
    place = {"exact": _last(name), "suffix": first[at + len(_last(name)) :].strip()}
    place |= {"prefix": first[:at].strip()} if at else {}
    record = {"id": one, "name": name, "description": about or "-", "source": f"t{i}"}
    record |= {"mention": place}
    return record if kind == "person" else {**record, "type": kind}


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def problems_of(root: Path, tag: str, rows: list[Row]) -> list[list[str]]:
    """What the rules say of each of some rows of a table, all on one site."""
    for folder in ("seeds/facts", "seeds/sources", "content"):
        (root / folder).mkdir(parents=True)
    settings = (TESTS / "topics/rain/seeds/settings.yml").read_text("utf-8")
    (root / "seeds/settings.yml").write_text(f"{settings}language: {tag}\n", "utf-8")
    about = {_id(r.what[7:]): r.text for r in rows if r.what.startswith("person ")}
    (root / "content/index.md").write_text(_HEAD + "# Home\n", "utf-8")
    for i, row in enumerate(rows):
        text = _source(row.source)
        record = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
        (root / f"seeds/sources/t{i}.txt").write_text(text, "utf-8")
        (root / f"seeds/sources/t{i}.yml").write_text(record, "utf-8")
        if page := _page(row, i):
            (root / f"content/t{i}.md").write_text(f"{_HEAD}# T\n\n{page}\n", "utf-8")
        if not row.what.startswith("person "):
            facts = {"source": f"t{i}", **_fact(row, i)}
            (root / f"seeds/facts/t{i}.yml").write_text(json.dumps(facts), "utf-8")
    known = {"people": list[dict[str, Any]](), "organisations": list[dict[str, Any]]()}
    for one, (kind, name) in read(tag)[0].items():
        if any(_last(name) in row.source for row in rows):
            group = "people" if kind == "person" else "organisations"
            known[group].append(_agent(one, kind, name, about.get(one, ""), rows))
    (root / "seeds/facts/agents.yml").write_text(json.dumps(known), "utf-8")
    topic, faults = load(root)
    assert not faults, faults
    assert not Site(topic).evidence.lost
    found: dict[str, list[Problem]] = {}
    for problem in run(Site(topic), *RULES):
        found.setdefault(Path(problem.path).stem, []).append(problem)
    said = [[f"{p.rule}: {p.message}" for p in found.get(f"t{i}", ())] for i in range(len(rows))]
    for i, row in enumerate(rows):
        if row.what.startswith("person "):
            said[i] += [f"{p.rule}: {p.message}" for p in found.get("agents", ())]
    return said


def outcomes(tag: str, folder: Path) -> list[tuple[Row, list[str]]]:
    """Each row with what is said of it: descriptions of people each on a site of its own."""
    rows = read(tag)[1]
    alone = [row for row in rows if row.what.startswith("person ")]
    others = [row for row in rows if row not in alone]
    found = [*zip(others, problems_of(folder / "all", tag, others), strict=True)]
    for i, row in enumerate(alone):
        found.append((row, problems_of(folder / str(i), tag, [row])[0]))
    return found


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_said_is_borne_out(tag, tmp_path):
    wrong = [
        f"{'passes' if row.sign == '-' else 'refused'}: {row.what}: {row.text} [{row.source}]"
        f" {said}"
        for row, said in outcomes(tag, tmp_path)
        if bool(said) != (row.sign == "-")
    ]
    assert not wrong, "\n" + "\n".join(wrong)


if __name__ == "__main__":
    for tag in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            found = outcomes(tag, Path(folder))
        counts = Counter((row.sign, bool(said)) for row, said in found)
        sys.stdout.write(
            f"{tag}: {counts['-', True]} of {counts['-', True] + counts['-', False]} stopped,"
            f" {counts['+', True]} of {counts['+', True] + counts['+', False]} refused\n"
        )
        for row, said in found:
            if bool(said) != (row.sign == "-"):
                sys.stdout.write(
                    f"  {row.sign} {row.what}: {row.text}  [{_evidence(row.source)}] {said}\n"
                )
