"""What a source denies, refuses or rejects is not said as if it were so, and may be said with a
"not": tests/denials has sentences of sources, each with what may be said of it and what may not;
tests/across the same where pages are in another language (de-en: German sources, English pages)."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from explainer.rules.translated import likely_wrong
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, TESTS, run

RULES = ("not-turned-round", "not-the-contrary")
LANGUAGES = sorted(path.stem for path in (TESTS / "denials").glob("*.txt"))
ACROSS = sorted(path.stem for path in (TESTS / "across").glob("*.txt"))
RULES_ACROSS = (*RULES, "as-sure-as-said", "numbers-in-prose", "amounts-in-prose")


def rows(name: str) -> list[tuple[str, str, str]]:
    """Each statement of a table, with its sentence and its sign: + for true, - for false."""
    found, sentence = [], ""
    folder = "across" if "-" in name else "denials"
    for line in (TESTS / folder / f"{name}.txt").read_text("utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            found.append((sentence, line[0], line[2:]))
        else:
            sentence = line
    return found


def said_of(root: Path, name: str) -> dict[tuple[str, str], list[str]]:
    """What the rules say of each statement: one source for each, since what others say of the same
    words counts as well."""
    (root / "seeds/facts").mkdir(parents=True)
    (root / "seeds/sources").mkdir()
    (root / "content").mkdir()
    settings = (TESTS / "topics/rain/seeds/settings.yml").read_text("utf-8")
    tag, _, pages = name.partition("-")
    (root / "seeds/settings.yml").write_text(f"{settings}language: {pages or tag}\n", "utf-8")
    (root / "content/index.md").write_text("# Home\n", "utf-8")
    for i, (sentence, _, statement) in enumerate(rows(name)):
        text = sentence + "\n"
        record = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
        (root / f"seeds/sources/t{i}.txt").write_text(text, "utf-8")
        (root / f"seeds/sources/t{i}.yml").write_text(record, "utf-8")
        fact = f'source: t{i}\nclaims:\n  - id: c{i}\n    statement: "{statement}"\n'
        fact += f'    kind: fact\n    as_of: not_stated\n    evidence: "{sentence}"\n'
        (root / f"seeds/facts/t{i}.yml").write_text(fact, "utf-8")
    read, _ = load(root)
    assert len(read.records) == len(rows(name))
    said: dict[str, list[str]] = {}
    for problem in run(Site(read), *(RULES_ACROSS if pages else RULES)):
        said.setdefault(Path(problem.path).stem, []).append(f"{problem.rule}: {problem.message}")
    for text, why in likely_wrong(Site(read)) if pages else ():
        for i, (_, _, statement) in enumerate(rows(name)):
            if statement == text:
                said.setdefault(f"t{i}", []).append(f"likely: {why}")
    return {(s, t): said.get(f"t{i}", []) for i, (s, _, t) in enumerate(rows(name))}


@pytest.mark.parametrize("name", LANGUAGES + ACROSS)
def test_denials_are_kept(name, tmp_path):
    said = said_of(tmp_path, name)
    wrong = [
        f"{'passes' if sign == '-' else 'refused'}: {statement} [{sentence}] {found}"
        for sentence, sign, statement in rows(name)
        if bool(found := said[sentence, statement]) != (sign == "-")
    ]
    assert not wrong, "\n" + "\n".join(wrong)
