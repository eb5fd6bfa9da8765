"""A date of a record is that of its source's words, in each listed language: day and month, the day
of the week, and the year that the source's own day tells. The source is of Saturday 2026-08-15."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, TESTS, run

ISSUED = "2026-08-15"
RULES = "valid-dates", "dates-worked-out", "dates-borne-out"
ROWS = [row.split(" | ") for row in (TESTS / "printed/dates.txt").read_text("utf-8").splitlines()]
ROWS = [row for row in ROWS if len(row) == 6]


def record(kind: str, name: str, date: str, words: str, text: str) -> dict[str, object]:
    """A figure of the number 412, an event or a quotation, with a date."""
    one: dict[str, object] = {"id": name}
    if kind == "figure":
        one |= {"label": "Count", "value": 412, "value_text": "412", "qualifier": "exact"}
        one |= {"unit": "not_stated", "measure": "count", "population": "not_stated"}
        one |= {"period": "not_stated", "as_of": date, "evidence": text}
        return one | {"attribution": "paper", "attribution_level": "stated_by"}
    if kind == "quote":
        quoted, said = words.split(" … ")
        one |= {"text": quoted, "kind": "spoken", "speaker": "paper", "attributed_by": said}
        return one | {"said_via": "not_stated", "date_said": date, "date_basis": "inferred"}
    basis = {"date_basis": "inferred"} | ({"date_text": words} if words != "-" else {})
    one |= {"title": f"Event {name}", "description": "It was.", "date": date, **basis}
    return one | {"status": kind, "evidence": text}


def site_of(root: Path) -> Site:
    """A site with a source of each row, and a record of each of its dates."""
    for part in ("seeds/sources", "seeds/facts", "content"):
        (root / part).mkdir(parents=True)
    for i, (tag, kind, text, words, right, wrong) in enumerate(ROWS):
        raw = (text.replace(" / ", "\n\n") + "\n").encode()
        sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(raw).hexdigest())
        sealed = sealed.replace("issued: not_stated", f"issued: {ISSUED}")
        (root / f"seeds/sources/t{i}.txt").write_bytes(raw)
        (root / f"seeds/sources/t{i}.yml").write_text(sealed, "utf-8")
        evidence = text.rpartition(". ")[2] if kind != "quote" else text
        dates = enumerate([*right.split(), *wrong.strip("- ").split()])
        found = [record(kind, f"r{i}-{n}", date, words, evidence) for n, date in dates]
        section = {"figure": "figures", "quote": "quotes"}.get(kind, "events")
        facts = {"source": f"t{i}", section: found}
        written = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
        (root / f"seeds/facts/t{i}.yml").write_text(written, "utf-8")
    (root / "seeds/settings.yml").write_text(f"question: Q?\nas_of: {ISSUED}\n", "utf-8")
    (root / "content/index.md").write_text("---\ntitle: Q\n---\n", "utf-8")
    return Site(load(root)[0])


def test_a_date_is_that_of_the_words(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert not site.evidence.faults, site.evidence.faults
    said = {(p.path, p.line): p.message for p in run(site, *RULES)}
    failed = []
    for i, (_, _, text, _, right, wrong) in enumerate(ROWS):
        for n, date in enumerate([*right.split(), *wrong.strip("- ").split()]):
            where = site.topic.where[f"r{i}-{n}"]
            lines = {where.line(key) for key in ("date", "date_text", "date_said", "as_of")}
            found = [m for (path, line), m in said.items() if path == where.path and line in lines]
            if (n < len(right.split())) == bool(found):
                failed.append(f"{text}: {date}: {found or 'passes'}")
    assert not failed, "\n".join(failed)


def test_what_is_to_come_is_told_by_its_date_and_tense(tmp_path: Path) -> None:
    lines = (Path(__file__).parent / "printed" / "coming.txt").read_text("utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    for part in ("seeds/sources", "seeds/facts", "content"):
        (tmp_path / part).mkdir(parents=True)
    for i, (tag, text, date, _) in enumerate(rows):
        sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
        sealed = sealed.replace("issued: not_stated", "issued: 2026-08-15")
        (tmp_path / f"seeds/sources/t{i}.txt").write_text(text, "utf-8")
        (tmp_path / f"seeds/sources/t{i}.yml").write_text(sealed, "utf-8")
        event = {"title": "T", "description": "D.", "date": date, "evidence": text}
        events = [{"id": f"{s}-{i}", "status": s, **event} for s in ("expected", "happened")]
        facts = yaml.safe_dump({"source": f"t{i}", "events": events}, allow_unicode=True)
        (tmp_path / f"seeds/facts/t{i}.yml").write_text(facts, "utf-8")
    (tmp_path / "seeds/settings.yml").write_text("question: Q?\nas_of: 2026-08-15\n", "utf-8")
    (tmp_path / "content/index.md").write_text("---\ntitle: Q\n---\n", "utf-8")
    site = Site(load(tmp_path)[0])
    said = {(p.path, p.line) for p in run(site, "status-borne-out", "valid-dates")}
    for i, (_, text, _, right) in enumerate(rows):
        for status in ("expected", "happened"):
            where = site.topic.where[f"{status}-{i}"]
            lines = {(where.path, where.line(key)) for key in ("date", "status")}
            assert bool(lines & said) == (status != right), (text, status)


# Sentences of a source of Saturday, 15 August 2026, and whether what they tell was on the Friday
# before it.
FRIDAYS = [
    ("en", "The conference, which was attended by 31 countries, ends on Friday.", False),
    ("de", "Die Konferenz endet am Freitag.", False),
    ("fr", "La conférence se termine vendredi.", False),
    ("es", "La conferencia termina el viernes.", False),
    ("en", "The conference, which 31 countries attend, ended on Friday.", True),
    ("de", "Die Konferenz endete am Freitag.", True),
    ("fr", "La conférence s’est terminée vendredi.", True),
    ("es", "La conferencia terminó el viernes.", True),
    ("en", "The office that meets visitors closed on Friday.", True),
]


@pytest.mark.parametrize(("tag", "text", "was"), FRIDAYS)
def test_what_ends_on_friday_did_not_end_on_the_one_before(tag, text, was, tmp_path: Path) -> None:
    for part in ("seeds/sources", "seeds/facts", "content"):
        (tmp_path / part).mkdir(parents=True)
    sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
    sealed = sealed.replace("issued: not_stated", "issued: 2026-08-15")
    (tmp_path / "seeds/sources/t.txt").write_text(text, "utf-8")
    (tmp_path / "seeds/sources/t.yml").write_text(sealed, "utf-8")
    event = {"id": "e", "title": "T", "description": "D.", "date": "2026-08-14", "evidence": text}
    facts = yaml.safe_dump({"source": "t", "events": [event]}, allow_unicode=True)
    (tmp_path / "seeds/facts/t.yml").write_text(facts, "utf-8")
    (tmp_path / "seeds/settings.yml").write_text("question: Q?\nas_of: 2026-08-15\n", "utf-8")
    (tmp_path / "content/index.md").write_text("---\ntitle: Q\n---\n", "utf-8")
    said = [p.message for p in run(Site(load(tmp_path)[0]), "status-borne-out")]
    assert (not said) == was, said
