"""Who says what in whole paragraphs: tests/speakers has texts of each language, with statements,
each of which is ascribed to whoever says it, and then to everybody else whom the text names, and
to nobody; only the first may pass."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from explainer.rules.registry import check
from sites import TESTS, read_yaml, run
from test_wrong_speakers import BOATS, site_of

QUOTE_RULES = ("quotation-attribution", "attribution-named-nearby", "speaker-named")
RULES = (
    "attribution-named-nearby",
    "attribution-resolved",
    "said-by-another",
    "claim-attributed",
    "attribution-kept",
    "attribution-told",
)
TEXTS = [
    (path.stem, i, one)
    for path in sorted((TESTS / "speakers").glob("*.yml"))
    for i, one in enumerate(read_yaml(path))
]
FACTS = (TESTS / "speakers/facts.txt").read_text("utf-8").splitlines()
LANGUAGES = ("de", "en", "es", "fr")
# A statement that nobody is said to make, among those who may be its speakers.
NOBODY = "nobody"


# Who says something is said wrong once of each record, whatever rules find it.
WHOSE = {"said-by-another", "attribution-kept", "attribution-told", "attribution-resolved"}


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _mention(text: str, name: str) -> dict[str, str]:
    at = re.search(rf"(?i:{re.escape(name[0])}){re.escape(name[1:])}", text)
    assert at, f"the text does not name {name}"
    behind = text[at.end() :].split("\n")[0].split()[:4]
    return {"exact": at[0], "suffix": " ".join(behind)}


def _agents(text: str, one: dict[str, Any]) -> dict[str, Any]:
    def record(name: str) -> dict[str, Any]:
        own = {"id": _id(name), "name": name, "description": "D.", "mention": _mention(text, name)}
        return own | {"alternate_names": others} if (others := _others(one, name)) else own

    return {
        "people": [record(name) for name in one.get("people", ())],
        "organisations": [{**record(name), "type": "company"} for name in one.get("bodies", ())],
    }


def _others(one: dict[str, Any], name: str) -> list[str]:
    return list(one.get("also", {}).get(name, ()))


def _candidates(one: dict[str, Any]) -> list[str]:
    return [_id(name) for name in (*one.get("people", ()), *one.get("bodies", ()))]


def _naming(text: str, one: dict[str, Any], who: str, words: str) -> str:
    """The words before some others that name somebody, from there to where the clause ends."""
    names = [n for n in (*one.get("people", ()), *one.get("bodies", ())) if _id(n) == who]
    names += _others(one, names[0])
    before = text[: text.index(words)]
    found = [m for n in names for m in re.finditer(rf"\b{re.escape(n)}[^.;:\n]*[.;:]?", before)]
    return max(found, key=lambda m: m.start())[0].split(" “")[0] if found else ""


def _record(says: dict[str, Any], who: str, resolved: str, inferred: bool) -> dict[str, Any]:
    """A statement, a number or a quotation, ascribed to somebody."""
    own: dict[str, Any] = {"evidence": says["words"]}
    if resolved:
        own["resolved_from"] = resolved
    if inferred:
        own["inferred"] = ["speaker"]
    if "quote" in says:
        more = {"said_via": "not_stated", "date_said": "not_stated", "kind": "spoken"}
        return {**own, **more, "text": says["quote"], "speaker": who, "attributed_by": says["by"]}
    given = {} if who == NOBODY else {"attribution": who}
    if "number" in says:
        value = float(re.sub(r"[^\d.]", "", str(says["number"])) or 1)
        level = {} if given else {"attribution_level": "stated_by"}
        number = {k: v for k, v in BOATS.items() if k != "attribution_level"} | level
        return {**own, **number, **given, "value": value, "value_text": str(says["number"])}
    kind = "fact" if who == NOBODY else "claim"
    stated = says.get("statement", "It is so.")
    return {**own, **given, "kind": kind, "statement": stated, "as_of": "not_stated"}


def _field(says: dict[str, Any]) -> str:
    return "quotes" if "quote" in says else "figures" if "number" in says else "claims"


def _record_at(root: Path, line: int) -> str:
    """The id of the record in which a line of the facts stands."""
    lines = (root / "seeds/facts/facts.yml").read_text("utf-8").splitlines()
    line += lines[line - 1].startswith("{")  # of the whole record, whose id comes first
    return re.findall(r'^"id": "(.*)"', "\n".join(lines[:line]), re.M)[-1]


def tried(root: Path, tag: str, one: dict[str, Any]) -> list[str]:
    """What is refused of what is right in a text, and what passes of what is wrong."""
    text = one["text"].strip() + "\n"
    wrong, agents = [], _agents(text, one)
    for quotes in (True, False):
        facts: dict[str, list[dict[str, Any]]] = {k: list(v) for k, v in agents.items()}
        told: dict[str, tuple[bool, str]] = {}
        for i, says in enumerate(one["says"]):
            assert says["words"] in text, says["words"]
            rights = says["by_whom"] if isinstance(says["by_whom"], list) else [says["by_whom"]]
            rights = [NOBODY if r == NOBODY else _id(r) for r in rights]
            resolved, inferred = says.get("from", ""), says.get("inferred", False)
            of_a_quote = "quote" in says
            if of_a_quote != quotes:
                if of_a_quote and rights:
                    own = _record(says, rights[0], resolved, inferred)
                    facts.setdefault("quotes", []).append({"id": f"q{i}", **own})
                continue
            tries = [(r, resolved if r != NOBODY else "", inferred, True) for r in rights]
            others = [who for who in [*_candidates(one), NOBODY] if who not in rights]
            others = [who for who in others if not (of_a_quote and who == NOBODY)]
            for who in others:
                ways = (
                    {""}
                    if who == NOBODY
                    else {"", resolved, _naming(text, one, who, says["words"])}
                )
                tries += [(who, way, False, False) for way in sorted(ways)]
            for number, (who, way, marked, right) in enumerate(tries):
                name = f"s{i}-{number}"
                what = f"{tag} {says.get('quote') or says.get('number') or says['words'][:60]!r}"
                told[name] = right, f"{what} by {who}{' from ' + repr(way) if way else ''}"
                record = {"id": name, **_record(says, who, way, marked)}
                facts.setdefault(_field(says), []).append(record)
        site = site_of(root / str(quotes), tag, text, facts)
        found: dict[str, list[str]] = {}
        for problem in run(site, *(QUOTE_RULES if quotes else RULES)):
            told_of = _record_at(root / str(quotes), problem.line)
            found.setdefault(told_of, []).append(f"{problem.rule}: {problem.message}")
        for name, (right, what) in told.items():
            if right and name in found:
                wrong.append(f"REFUSED {what}: {'; '.join(found[name])}")
            if not right and name not in found:
                wrong.append(f"PASSED {what}")
    return wrong


@pytest.mark.parametrize(
    ("tag", "one"), [(t, o) for t, _, o in TEXTS], ids=[f"{t}-{i}" for t, i, _ in TEXTS]
)
def test_only_who_says_it_is_taken_for_its_speaker(tag, one, tmp_path):
    assert tried(tmp_path, tag, one) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_whose_words_they_are_is_said_once(tag, tmp_path):
    """Of a statement and a number that are ascribed to everybody wrong, and to the source."""
    one = next(one for t, _, one in TEXTS if t == tag)
    text = one["text"].strip() + "\n"
    facts: dict[str, list[dict[str, Any]]] = {k: list(v) for k, v in _agents(text, one).items()}
    for i, says in enumerate(s for s in one["says"] if "quote" not in s):
        rights = says["by_whom"] if isinstance(says["by_whom"], list) else [says["by_whom"]]
        for number, who in enumerate([*_candidates(one), NOBODY]):
            if who not in map(_id, rights):
                record = _record(says, who, says.get("from", "") if who != NOBODY else "", False)
                facts.setdefault(_field(says), []).append({"id": f"s{i}-{number}", **record})
    found = [p for p in check(site_of(tmp_path, tag, text, facts)) if p.rule in WHOSE]
    rules: dict[str, set[str]] = {}
    for problem in found:
        rules.setdefault(_record_at(tmp_path, problem.line), set()).add(problem.rule)
    assert len(rules) > 20
    assert {record: some for record, some in rules.items() if len(some) > 1} == {}


def refused_facts(root: Path, tag: str) -> list[str]:
    """The sentences of a language that are refused as a fact of the source's own."""
    own = [line[3:] for line in FACTS if line.startswith(f"{tag} ")]
    facts = {
        "claims": [
            {"id": f"c{i}", "kind": "fact", "statement": "So.", "evidence": line[2:]}
            for i, line in enumerate(own)
        ]
    }
    site = site_of(root, tag, "\n\n".join(line[2:] for line in own) + "\n", facts)
    found = {_record_at(root, problem.line) for problem in run(site, "attribution-kept")}
    return [line for i, line in enumerate(own) if f"c{i}" in found]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_a_sentence_only_has_somebody_say_is_no_fact(tag, tmp_path):
    own = [line[3:] for line in FACTS if line.startswith(f"{tag} ")]
    assert refused_facts(tmp_path, tag) == [line for line in own if line[0] == "-"]


if __name__ == "__main__":
    for tag in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            refused = refused_facts(Path(folder), tag)
        for line in (one[3:] for one in FACTS if one.startswith(f"{tag} ")):
            if (line in refused) != (line[0] == "-"):
                print("FACT", tag, line)
    for tag, number, one in TEXTS:
        if all(word in f"{tag}-{number}" for word in sys.argv[1:2]):
            with tempfile.TemporaryDirectory() as folder:
                for line in tried(Path(folder), tag, one):
                    print(f"{tag}-{number}", line)
