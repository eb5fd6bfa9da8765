"""A day beside which words tell the year (9 January last year) is of that year: in records by the
day of the source, in pages by the date for which the site holds."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from explainer.text.languages import language
from explainer.text.tenses import dated_to_come
from explainer.text.told_years import told_years
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, run

TOLD = [
    ("en", "It came on 9 January last year, when it rained.", "2024"),
    ("en", "Last year, on 9 January, it came.", "2024"),
    ("en", "It came on January 9 of last year.", "2024"),
    ("en", "It opened on 20 January this year.", "2025"),
    ("en", "It opens in March next year.", "2026"),
    ("de", "Es kam am 9. Januar vergangenen Jahres.", "2024"),
    ("de", "Im letzten Jahr, am 9. Januar, kam es.", "2024"),
    ("de", "Am 5. März kommenden Jahres wird es eröffnet.", "2026"),
    ("fr", "Il est venu le 9 janvier de l’an dernier.", "2024"),
    ("fr", "L’année dernière, le 9 janvier, il est venu.", "2024"),
    ("fr", "Il ouvrira le 5 mars de l’année prochaine.", "2026"),
    ("es", "Llegó el 9 de enero del año pasado.", "2024"),
    ("es", "Abrirá el 5 de marzo del próximo año.", "2026"),
    ("en", "It came on 9 January, and left last year.", ""),
    ("en", "In January last year’s crop was sold.", ""),
    ("en", "It came on 9 January 2020, last year it left.", ""),
]


@pytest.mark.parametrize(("tag", "text", "year"), TOLD, ids=[text for _, text, _ in TOLD])
def test_the_year_is_that_of_the_words_beside_the_day(tag: str, text: str, year: str) -> None:
    found = [str(one.day.year) for one in told_years(text, language(tag), "2025-02-06")]
    assert found == ([year] if year else [])
    assert not told_years(text, language(tag), "not_stated")


EVENT = """  - id: came-{date}
    title: It came
    description: It came.
    date: {date}
    date_basis: inferred
    status: {status}
    evidence: "{text}"
"""


def site_of(
    folder: Path, text: str, dates: list[str], page: str = "", status: str = "happened"
) -> Site:
    """A site of one sentence with an event of each of some dates, and a page."""
    for part in ("seeds/sources", "seeds/facts", "content"):
        (folder / part).mkdir(parents=True)
    raw = f"{text}\n".encode()
    sealed = PLAIN_SOURCE.format(tag="en", sha256=hashlib.sha256(raw).hexdigest())
    sealed = sealed.replace("issued: not_stated", "issued: 2025-02-06")
    (folder / "seeds/sources/text.txt").write_bytes(raw)
    (folder / "seeds/sources/text.yml").write_text(sealed, "utf-8")
    events = "".join(EVENT.format(date=date, text=text, status=status) for date in dates)
    (folder / "seeds/facts/facts.yml").write_text(f"events:\n{events}", "utf-8")
    (folder / "seeds/settings.yml").write_text("question: Q?\nas_of: 2025-02-06\n", "utf-8")
    page = f"---\ntitle: Q\ndescription: D\n---\n\n# Q\n\n{page}\n"
    (folder / "content/index.md").write_text(page, "utf-8")
    read, faults = load(folder)
    assert not faults, faults
    return Site(read)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The flood came on 9 January last year.", ["2024-01-09", "2024-01", "2024"]),
        ("The flood came on 9 January this year.", ["2025-01-09", "2025"]),
        ("The flood came on 9 January.", ["2024-01-09", "2025-01-09"]),
        ("It fell on 9 January last year and on 9 January.", ["2024-01-09", "2025-01-09"]),
    ],
)
def test_a_record_has_the_year_that_its_words_tell(
    tmp_path: Path, text: str, right: list[str]
) -> None:
    dates = ["2024-01-09", "2025-01-09", "2024-01", "2025-01", "2024", "2025"]
    site = site_of(tmp_path, text, dates)
    wrong = {p.message for p in run(site, "dates-borne-out") if "its source is of" in p.message}
    lines = {p.line for p in run(site, "dates-borne-out") if p.message in wrong}
    refused = [d for d in dates if site.topic.where[f"came-{d}"].line("date") in lines]
    assert not set(refused) & set(right)
    assert ("last year" not in text or "and on" in text) or "2025-01-09" in refused
    assert "this year" not in text or "2024-01-09" in refused


@pytest.mark.parametrize(
    ("page", "passes"),
    [
        ("It came on 9 January last year.", True),
        ("It came on 9 January 2024.", True),
        ("It came on 9 January this year.", False),
        ("It came on 9 January next year.", False),
        ("It came on 9 January 2025.", False),
    ],
)
def test_a_page_has_the_year_that_its_words_tell(tmp_path: Path, page: str, passes: bool) -> None:
    text = "The flood came on 9 January last year."
    site = site_of(tmp_path, text, ["2024-01-09"], f"{page}[^came-2024-01-09]")
    assert (not run(site, "dates-in-prose")) == passes


LATER = [
    ("de", "Die Stadtwerke verlangen ab dem 1. Januar 2025 mehr.", True),
    ("de", "Am 1. Januar 2025 tritt die Satzung in Kraft.", True),
    ("de", "Ab dem 1. Januar kostet der Kubikmeter mehr.", True),
    ("fr", "Le prix augmente à partir du 1er janvier 2025.", True),
    ("fr", "La loi entre en vigueur le 1er janvier 2025.", True),
    ("es", "El precio sube a partir del 1 de enero de 2025.", True),
    ("en", "The company charges more from 1 January 2025.", True),
    ("en", "The pool shuts on 1 January 2025.", True),
    ("en", "The pool shuts in January 2025.", True),
    ("de", "Der Kreistag berät am 1. Januar über die Klage.", True),
    ("en", "The board meets on 1 January.", True),
    ("en", "The board meets on 1 January, since the plan was rejected.", True),
    ("en", "The rejected plan comes back on 1 January.", True),
    ("fr", "Le conseil se réunit le 1er janvier.", True),
    ("es", "El consejo se reúne el 1 de enero.", True),
    ("en", "The board met on 1 January.", False),
    ("de", "Der Kreistag hat am 1. Januar beraten.", False),
    ("fr", "Le conseil a voté le 1er janvier.", False),
    ("en", "The company charged more from 1 January.", False),
    ("de", "Die Stadtwerke verlangten ab dem 1. Januar mehr.", False),
    ("fr", "Le prix a augmenté à partir du 1er janvier.", False),
    ("en", "The pool shut on 1 January.", False),
    ("en", "The pool shuts on 2 January 2025.", False),
]


@pytest.mark.parametrize(("tag", "text", "later"), LATER, ids=[text for _, text, _ in LATER])
def test_a_date_after_the_text_is_to_come_in_the_present_too(tag, text, later) -> None:
    value = "2025-01" if " in January" in text else "2025-01-01"
    assert dated_to_come(text, value, "2024-12-12", language(tag)) == later
    assert not dated_to_come(text, value, "2025-03-01", language(tag))


def test_an_event_of_that_date_is_expected(tmp_path: Path) -> None:
    rules = "status-borne-out", "valid-dates", "site-dated"
    text = "From 1 January 2026 it costs more."
    for status, passes in (("expected", True), ("happened", False)):
        site = site_of(tmp_path / status, text, ["2026-01-01"], status=status)
        assert (not run(site, *rules)) == passes
    past = site_of(tmp_path / "past", "It shut on 1 May 2024.", ["2024-05-01"], status="expected")
    assert run(past, "status-borne-out")


STATUS = [
    ("It came out on Tuesday, a day after the council rejected a plan to close a gap.", True),
    ("On Tuesday ministers backed the council's plans to close a road.", True),
    ("On Tuesday the board threw out plans to sell a park.", True),
    ("On Tuesday the council plans to close a road.", False),
    ("On Tuesday ministers plan to close a road.", False),
    ("The board will meet on Tuesday.", False),
]


@pytest.mark.parametrize(("text", "passes"), STATUS, ids=[text for text, _ in STATUS])
def test_what_a_plan_is_for_says_nothing_of_when_something_was(tmp_path, text, passes) -> None:
    site = site_of(tmp_path, text, ["2025-02-04"])
    assert (not run(site, "status-borne-out")) == passes


AWAY = [
    ("The figures came out on Tuesday, a day after the vote.", "2025-02-03"),
    ("The vote was two days earlier, on Tuesday it was known.", "2025-02-02"),
    ("On Tuesday, a week after the vote, nobody came.", "2025-01-28"),
    ("Am Dienstag, einen Tag nach der Wahl, begann es.", "2025-02-03"),
    ("Mardi, un jour après le vote, on a compté.", "2025-02-03"),
    ("El martes, dos días después de la votación, se contó.", "2025-02-02"),
]


@pytest.mark.parametrize(("text", "day"), AWAY, ids=[text for text, _ in AWAY])
def test_a_day_may_be_counted_from_a_day_of_the_week(tmp_path, text, day) -> None:
    for date, passes in ((day, True), ("2025-02-04", True), ("2025-02-01", False)):
        assert (not run(site_of(tmp_path / date, text, [date]), "dates-worked-out")) == passes
