"""Words in a row that are a source's: names with their offices and numbers are one, the rest is
said at once, and the built site is read the same way.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from explainer.rules.as_one import heavy, in_a_row
from explainer.rules.repeated import repeating
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import SITES, append, copied, run

HEAD = """\
type: report
title: not_stated
author: not_stated
publisher: not_stated
issued: 2020-05-17
URL: not_stated
label: the report
language: {tag}
rights: Written for these tests.
set_aside: []
"""
TOLD = "these {} words in a row are those of the source"


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    return copied(SITES["rain"], tmp_path)


def site_of(rain: Path, tag: str, source: str, who: str, text: str) -> Site:
    """A site with a second source, a record of somebody, and a text on a page."""
    (rain / "seeds/sources/second.txt").write_text(f"{source}\n", "utf-8")
    (rain / "seeds/sources/second.yml").write_text(HEAD.format(tag=tag), "utf-8")
    if who:
        kind = "organisations" if "Institute" in who else "people"
        more = "\n    type: other" if kind == "organisations" else ""
        record = f"source: second\n{kind}:\n  - id: somebody\n    name: {who}{more}\n"
        record += f"    description: Somebody.\n    mention: {who}\n"
        (rain / "seeds/facts/second.yml").write_text(record, "utf-8")
    append(rain / "content/index.md", f"\n{text}\n")
    return Site(load(rain)[0])


def told(site: Site) -> list[Problem]:
    return run(site, "no-copied-words")


STUDY = (
    "A study by the Harbour Institute for Straits and Islands estimated that 400,000 guests came."
)
MAYOR = (
    "Pavel Moor, the deputy mayor of Aldham, welcomed the report and said that it came too late."
)
LEAD = "The town has a 3-to-1 lead in boats and a 2.4-to-1 lead in crews."
KAHL = (
    "Petra Kahl, die Sprecherin der Stadtwerke Brackwasser, sagte am Montag, dass sie alle fehlen."
)
MOREL = (
    "Selon Jean Morel, le maire de la ville de Brest, deux bateaux manquent depuis le mois de mai."
)
RUIZ = "Ana Ruiz, la alcaldesa de la ciudad de Cádiz, dijo el lunes que faltan dos barcos."
INSTITUTE = "Harbour Institute for Straits and Islands"


@pytest.mark.parametrize(
    ("tag", "source", "who", "text", "wrote"),
    [
        ("en", STUDY, INSTITUTE, f"It was by the {INSTITUTE} estimated.", ""),
        ("en", STUDY, "", f"It was by the {INSTITUTE} estimated.", ""),
        ("en", STUDY, INSTITUTE, f"{STUDY[:-1]} in all.", "a study by the harbour institute"),
        ("en", MAYOR, "Pavel Moor", "Pavel Moor, the deputy mayor of Aldham, welcomed it.", ""),
        ("en", MAYOR, "Pavel Moor", f"On Friday {MAYOR[:-1]} by a week.", "pavel moor the deputy"),
        (
            "en",
            MAYOR,
            "Pavel Moor",
            "The mayor of Aldham, welcomed the report and said that it was so.",
            "mayor of aldham welcomed the report and said that it",
        ),
        ("en", LEAD, "", "Of all, it has a 3-to-1 lead in boats and is first.", ""),
        (
            "en",
            LEAD,
            "",
            "Of all, the town has a 3-to-1 lead in boats and a lot.",
            "the town has a 3-to",
        ),
        (
            "de",
            KAHL,
            "Petra Kahl",
            "Petra Kahl, die Sprecherin der Stadtwerke Brackwasser, sagte es.",
            "",
        ),
        ("de", KAHL, "Petra Kahl", f"So: {KAHL}", "petra kahl die sprecherin"),
        ("fr", MOREL, "Jean Morel", "Selon Jean Morel, le maire de la ville de Brest, oui.", ""),
        ("fr", MOREL, "Jean Morel", f"Oui : {MOREL}", "selon jean morel le maire"),
        ("es", RUIZ, "Ana Ruiz", "Ana Ruiz, la alcaldesa de la ciudad de Cádiz, dijo eso.", ""),
        ("es", RUIZ, "Ana Ruiz", f"Eso: {RUIZ}", "ana ruiz la alcaldesa"),
    ],
)
def test_a_name_with_its_office_and_a_number_are_one_word(
    rain: Path, tag: str, source: str, who: str, text: str, wrote: str
) -> None:
    found = told(site_of(rain, tag, source, who, text))
    assert [p.wrote.startswith(wrote) for p in found] == [True] * bool(wrote), found


def test_all_that_a_line_copies_is_said_at_once(rain: Path) -> None:
    text = (
        "He welcomed the report and said that it came too late, and the town has a 3-to-1 lead in"
    )
    (one,) = told(site_of(rain, "en", f"{MAYOR}\n\n{LEAD}", "", f"{text} boats and more."))
    assert one.message.startswith("these runs of 8 words or more are those of the source")
    first, second = one.wrote.split(" | ")
    assert first == "welcomed the report and said that it came too late"
    assert second == "the town has a 3-to-1 lead in boats and"


def test_a_sentence_is_no_name_and_hides_nothing(rain: Path) -> None:
    """Whatever a record calls a person."""
    words = "welcomed the report and said that it came too late"
    assert told(site_of(rain, "en", MAYOR, words, f"He {words} then."))


def test_what_is_repeated_and_published_counts_names_likewise(rain: Path) -> None:
    note = "By the Harbour Institute for Straits and Islands estimated."
    site = site_of(rain, "en", STUDY, INSTITUTE, note)
    second = site.topic.sources["second"]
    assert repeating(site, second) == []
    words = in_a_row(STUDY)
    assert words == re.findall(r"[\w,]+", STUDY.lower().rstrip("."))
    assert [*heavy(site, words, range(2, 10), 8)] == [] and [*heavy(site, words, range(16), 8)]
    (rain / "seeds/facts/second.yml").unlink()
    plain = Site(load(rain)[0])
    assert repeating(plain, plain.topic.sources["second"])
