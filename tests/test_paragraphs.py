"""Whose each part of a paragraph of news is: right it passes, and as anybody else's it is refused,
whichever words are given for that. The paragraphs are in tests/paragraphs, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import TESTS, read_yaml
from test_wrong_speakers import BOATS, problems_of

RULES = (
    "quotation-attribution",
    "attribution-named-nearby",
    "speaker-named",
    "attribution-resolved",
    "said-by-another",
    "claim-attributed",
)
ROWS = [
    (path.stem, row, part)
    for path in sorted((TESTS / "paragraphs").glob("*.yml"))
    for row in read_yaml(path)
    for part in row["said"]
]


def words_of(part: dict[str, Any]) -> str:
    return next(part[kind] for kind in ("quote", "number", "claim") if kind in part)


def agents_of(row: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The people and bodies of a row, as records."""
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, those in (("people", "people"), ("organisations", "bodies")):
        for id, (name, *more) in row.get(those, {}).items():
            agent = {"id": id, "name": name[:1].upper() + name[1:], "description": "D."}
            agent |= {"mention": name}
            if kind == "people":
                agent |= {"job_title": more[0]} if more else {}
                agent |= {"affiliation": to} if (to := row.get("heads", {}).get(id)) else {}
            else:
                agent |= {"alternate_names": [name], "type": "other"}
            found.setdefault(kind, []).append(agent)
    return found


def said_of(
    folder: Path, tag: str, row: dict, part: dict, who: str, words: str, inferred: bool
) -> str:
    """What the rules say of a part of a paragraph that is given to somebody."""
    record = {"id": "it"}
    record |= {"resolved_from": words} if words else {}
    record |= {"inferred": "speaker"} if inferred else {}
    whole = {"evidence": words_of(part)}
    if "quote" in part:
        kind, not_stated = "quotes", dict.fromkeys(("said_via", "date_said"), "not_stated")
        by = {"speaker": who, "attributed_by": part["by"]}
        record |= {"text": part["quote"], "kind": "spoken", **by, **not_stated, **whole}
    elif "number" in part:
        kind = "figures"
        record |= BOATS | {"attribution": who} | whole
        at = re.search(r"61(?:\.000)?", part["number"]).group()
        record |= {"value_text": at, "value": int(at.replace(".", ""))}
    else:
        kind = "claims"
        record |= {"statement": "S.", "kind": "claim", "attribution": who, **whole}
    return problems_of(folder, tag, row["text"], agents_of(row) | {kind: [record]}, *RULES)


def wrongly(row: dict, part: dict) -> Iterator[tuple[str, str, bool]]:
    """Everybody else whom a part may be given to, the words that may be given for it, and whether
    that is said to be inferred."""
    sentences = re.split(r"(?<=[.”“»]) (?=[A-ZÀ-Þ„“«])", row["text"])
    agents = {**row.get("people", {}), **row.get("bodies", {})}
    for who, (name, *_) in agents.items():
        if who == part["of"] or who in part.get("or", ()):
            continue
        last = name.split()[-1]
        naming = [one for one in sentences if re.search(rf"{re.escape(last)}s?\b", one)]
        yield who, "", False
        for words in {*naming, part.get("from", "")} - {""}:
            if row["text"].count(words) == 1:
                yield who, words, False
                if who not in part.get("maybe", ()):  # it may mean them too, which readers see
                    yield who, words, True


@pytest.mark.parametrize(
    ("tag", "text", "quote"),
    [
        ("de", "„Wir gehen“, sagte er. Helene Krüger wies das zurück.", "Wir gehen"),
        ("en", "“We go,” he said. Helene Krüger rejected that.", "We go,"),
        ("fr", "« Nous partons », a-t-il dit. Helene Krüger le nie.", "Nous partons"),
        ("es", "«Nos vamos», dijo él. Helene Krüger lo niega.", "Nos vamos"),
    ],
)
def test_who_is_named_behind_a_pronoun_is_not_whom_it_means(tag, text, quote, tmp_path):
    row = {"text": text, "people": {"krueger": ["Helene Krüger"]}}
    part = {"quote": quote, "by": text.split(". ")[1]}
    assert "says itself whose it is" in said_of(tmp_path, tag, row, part, "krueger", "", False)


@pytest.mark.parametrize(
    ("tag", "row", "part"), ROWS, ids=[f"{tag} {words_of(part)[:40]}" for tag, _, part in ROWS]
)
def test_a_part_of_a_paragraph_is_of_whoever_says_it_and_nobody_else(tag, row, part, tmp_path):
    for words in (words_of(part), part.get("by", words_of(part)), part.get("from", words_of(part))):
        assert row["text"].count(words) == 1, words
    own = part.get("from", ""), part.get("inferred", False)
    assert said_of(tmp_path, tag, row, part, part["of"], *own) == ""
    passed = [one for one in wrongly(row, part) if not said_of(tmp_path, tag, row, part, *one)]
    assert not passed


def test_a_message_tells_whom_a_pronoun_is_taken_to_mean(tmp_path):
    text = "Anna Bell was sorry. Carl Dunn had gone. There were 61 boats, she said."
    row = {"text": text, "people": {"bell": ["Anna Bell"], "dunn": ["Carl Dunn"]}}
    number = {"number": "There were 61 boats, she said."}
    found = said_of(tmp_path, "en", row, number, "dunn", "Carl Dunn had gone.", False)
    assert found == 'the pronoun in these words does not mean "dunn", but "bell"'
