"""Who says it where words stand between the name and the verb, or others are spoken to: the one
passes, and others are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_givers import RULES
from test_wrong_speakers import BOATS, problems_of

NAMES = {
    "people": {"hill": "Hill", "anna-dunn": "Anna Dunn"},
    "organisations": {"mill": "Mill Ltd", "beacon": "Beacon"},
}
RIGHT = [
    ("en", "Hill told reporters that 61 boats had left.", "hill"),
    ("en", "Hill told councillors 61 boats had left.", "hill"),
    ("en", "61 boats had left, Hill told reporters.", "hill"),
    ("en", "Hill told the Beacon that 61 boats had left.", "hill"),
    ("en", "Hill told lawyers on Monday that 61 boats had left.", "hill"),
    ("en", "Hill later told journalists that 61 boats had left.", "hill"),
    ("en", "Hill has told MPs that 61 boats left.", "hill"),
    ("de", "Hill sagte Journalisten, es seien 61 Boote.", "hill"),
    ("de", "Hill sagte vor Reportern, 61 Boote fehlten.", "hill"),
    ("fr", "Hill a dit aux journalistes que 61 bateaux manquent.", "hill"),
    ("es", "Hill dijo a periodistas que faltan 61 barcos.", "hill"),
    ("en", "Hill, the head of Mill Ltd, said 61 boats had left.", "hill"),
    ("en", "Hill, who runs Mill Ltd, said 61 boats had left.", "hill"),
    ("en", "61 boats had left, said Hill, the head of Mill Ltd.", "hill"),
    ("en", "61 boats had left, Hill, the head of Mill Ltd, said.", "hill"),
    ("fr", "Hill, qui dirige Mill Ltd, a annoncé que 61 bateaux manquent.", "hill"),
    ("es", "Hill, jefe de Mill Ltd, aseguró que faltan 61 barcos.", "hill"),
    ("de", "Hill, der Chef von Mill Ltd, erklärte, es seien 61 Boote.", "hill"),
    ("en", "In a survey by Mill Ltd, 61 people agreed.", "mill"),
    ("de", "In einer Umfrage von Mill Ltd stimmten 61 Leute zu.", "mill"),
]
WRONG = [
    ("en", "Hill told reporters that 61 boats had left, Anna Dunn wept.", "anna-dunn"),
    ("en", "Hill, the head of Mill Ltd, said 61 boats had left.", "mill"),
    ("en", "Hill, who runs Mill Ltd, said 61 boats had left.", "mill"),
    ("en", "Hill, who runs Mill Ltd, told Anna Dunn 61 boats had left.", "anna-dunn"),
    ("fr", "Hill, qui dirige Mill Ltd, a annoncé que 61 bateaux manquent.", "mill"),
    ("de", "Hill, der Chef von Mill Ltd, erklärte, es seien 61 Boote.", "mill"),
    ("es", "Hill, jefe de Mill Ltd, aseguró que faltan 61 barcos.", "mill"),
    ("en", "The plan angered Hill, the head of Mill Ltd, said Anna Dunn of the 61 boats.", "hill"),
    ("en", "In a survey by Mill Ltd, 61 people agreed with Hill.", "hill"),
]


def said_by(folder: Path, tag: str, text: str, who: str) -> str:
    """What is said of a number of a sentence that is given to somebody."""
    number = {**BOATS, "id": "it", "attribution": who, "evidence": text}
    facts = {
        kind: [
            {"id": id, "name": name, "description": "D.", "mention": name}
            | ({"type": "company"} if kind == "organisations" else {})
            for id, name in names.items()
            if name in text
        ]
        for kind, names in NAMES.items()
    }
    return problems_of(folder, tag, text, facts | {"figures": [number]}, *RULES)


@pytest.mark.parametrize("tag, text, who", RIGHT)
def test_whoever_says_it_passes(tag, text, who, tmp_path):
    assert said_by(tmp_path, tag, text, who) == ""


@pytest.mark.parametrize("tag, text, who", WRONG)
def test_whoever_does_not_say_it_is_refused(tag, text, who, tmp_path):
    assert said_by(tmp_path, tag, text, who)
