"""What only the mood of a sentence reports is of whoever the sentence before has take a stand; and
what is offered to paste there passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import run
from test_givers import ROWS, RULES
from test_wrong_speakers import BOATS, problems_of

# Sentences of a text; then who says what the last of them reports, the words that name them, and
# somebody who does not say it, with words that name those.
STANDS = [
    *(
        (
            "de",
            f"Karl Dorn ging. Anna Bell {stand}. Seit 2019 seien 61 Boote gesunken.",
            f"Anna Bell {stand}.",
        )
        for stand in (
            "verteidigte die höhere Gebühr",
            "begründete die höhere Gebühr",
            "warb für die Gebühr",
            "verwies auf die Kosten",
            "widersprach der Opposition",
            "kritisierte die Gebühr",
            "lobte die Gebühr",
            "(61, frei) rechtfertigte die Gebühr",
            "war nicht zufrieden",
        )
    ),
    *(
        (
            "en",
            f"Carl Dunn left. Anna Bell {stand}. There would be 61 boats.",
            f"Anna Bell {stand}.",
        )
        for stand in (
            "defended the higher fee",
            "justified the fee",
            "argued for the fee",
            "pointed to the costs",
            "criticised the plan",
            "has praised the plan",
        )
    ),
    *(
        (
            "fr",
            f"Luc Petit est parti. Anne Roux {stand}. Il faudrait 61 bateaux.",
            f"Anne Roux {stand}.",
        )
        for stand in (
            "défendit la taxe",
            "justifia la taxe",
            "a critiqué la taxe",
            "justifie la taxe",
        )
    ),
    *(
        ("es", f"Luis Gil se fue. Ana Ruiz {stand}. Costaría 61 barcos.", f"Ana Ruiz {stand}.")
        for stand in ("defendió la tasa", "justificó la tasa", "criticó la tasa", "rechazó la tasa")
    ),
]
NAMES = {
    "de": ("Anna Bell", "Karl Dorn"),
    "en": ("Anna Bell", "Carl Dunn"),
    "fr": ("Anne Roux", "Luc Petit"),
    "es": ("Ana Ruiz", "Luis Gil"),
}


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _facts(text: str, last: str, names: tuple[str, ...], who: str, **more: object) -> dict:
    people = [
        {"id": _id(n), "name": n, "description": "D.", "mention": {"exact": n, "prefix": ""}}
        for n in names
    ]
    for person, name in zip(people, names, strict=True):
        behind = text[text.index(name) + len(name) :].lstrip()[:8].split()[0]
        person["mention"] = {"exact": name, "suffix": behind}
    it = {**BOATS, "id": "it", "attribution": _id(who), "evidence": last, **more}
    return {"people": people, "figures": [it]}


@pytest.mark.parametrize("row", STANDS, ids=lambda row: f"{row[0]} {row[2]}")
def test_who_takes_a_stand_says_what_the_next_sentence_reports(row, tmp_path):
    tag, text, words = row
    who, other = NAMES[tag]
    last = text[text.index(words) + len(words) + 1 :]

    def told(one: str, naming: str, **more: object) -> str:
        facts = _facts(text, last, NAMES[tag], one, resolved_from=naming, **more)
        return problems_of(tmp_path, tag, text, facts, *RULES)

    assert told(who, words, inferred="speaker") == ""
    assert told(who, words)  # that it is concluded, readers see
    assert told(other, text[: text.index(words) - 1], inferred="speaker")
    assert told(other, words, inferred="speaker")


def test_german_grounds_are_of_who_takes_the_stand_and_not_of_who_spoke_before(tmp_path):
    text = "Karl Dorn sagte nichts. Anna Bell verteidigte die Gebühr. Es seien 61 Boote gesunken."
    facts = _facts(
        text,
        "Es seien 61 Boote gesunken.",
        NAMES["de"],
        "Karl Dorn",
        resolved_from="Karl Dorn sagte nichts.",
        inferred="speaker",
    )
    assert "anna-bell" in problems_of(tmp_path, "de", text, facts, *RULES)


def _pasted(folder: Path, tag: str, text: str, facts: dict) -> tuple[bool, str]:
    """Whether lines are offered for the figure of some facts, and what is said once they are in."""
    problems_of(folder, tag, text, facts, *RULES)
    found = run(Site(load(folder)[0]), *RULES)
    pastes = [p.paste for p in found if p.paste and p.paste.lstrip().startswith("resolved_from")]
    if not pastes:
        return False, ""
    lines = (line.strip().split(": ", 1) for line in pastes[0].splitlines())
    new = {k: v if k == "inferred" else json.loads(v) for k, v in lines}
    new = {k: ["speaker"] if k == "inferred" else v for k, v in new.items()}
    facts["figures"][0] |= new
    return True, problems_of(folder, tag, text, facts, *RULES)


@pytest.mark.parametrize("row", STANDS, ids=lambda row: f"{row[0]} {row[2]}")
def test_lines_offered_for_who_takes_a_stand_pass(row, tmp_path):
    tag, text, words = row
    last = text[text.index(words) + len(words) + 1 :]
    offered, told = _pasted(tmp_path, tag, text, _facts(text, last, NAMES[tag], NAMES[tag][0]))
    assert (offered, told) == (True, "")
    offered, told = _pasted(tmp_path, tag, text, _facts(text, last, NAMES[tag], NAMES[tag][1]))
    assert (offered, told) == (False, "")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.tag} {row.text[-40:]}")
def test_whatever_is_offered_to_name_who_says_it_passes(row, tmp_path):
    names = {name for one in ROWS for name, _ in (one.right, *one.wrong)}
    people = tuple(sorted(name for name in names if name in row.text))
    marks = (f"{mark} " for mark in ".?!”»“")
    last = row.text[max(row.text.rfind(m, 0, row.text.index("61")) for m in marks) + 2 :]
    for who in people:
        assert _pasted(tmp_path, row.tag, row.text, _facts(row.text, last, people, who))[1] == ""
