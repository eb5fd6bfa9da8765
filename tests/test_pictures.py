"""Pictures of records: what they show is what the records say, and they are no record's home."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from explainer.site.catalog import Catalog, Deployment
from explainer.site.kinds.reports import STANCES
from explainer.site.pages import render
from explainer.topic.blocks import Block, read_block
from explainer.topic.figures import comparable, counted, unlike
from explainer.topic.record import Record
from explainer.topic.site import Site
from explainer.topic.topic import Topic
from pages import Element, parse
from sites import topic, whole


def drawn(expression: str, read: Topic) -> Element:
    """A picture on a page of a site, on another page of which the records are at home."""
    bodies = {"index.md": expression, "record.md": "positions() }}\n\n{{ events()"}
    pages = {
        path: replace(read.pages[path], body=f"# x\n\n{{{{ {body} }}}}\n")
        for path, body in bodies.items()
    }
    text = dict(render(Catalog(Site(replace(read, pages=pages)), Deployment())))["index.md"]
    return parse(text[text.index('<div class="block') :])


def having(kind: str, some: list[dict[str, Any]], name: str = "lake") -> Topic:
    """A small site with other records of one kind: the first of its own, each time with other
    fields.
    """
    read = topic(name)
    first = read.of_kind(kind)[0]
    made = {
        f"made-{i}": first.model_copy(update={"id": f"made-{i}", **f}) for i, f in enumerate(some)
    }
    kept = {n: r for n, r in read.records.items() if read.kinds[n] != kind}
    return replace(
        read,
        records={**kept, **made},
        kinds={n: read.kinds[n] for n in kept} | dict.fromkeys(made, kind),
        where=read.where | dict.fromkeys(made, read.where[first.id]),
    )


def positions(*some: tuple[str, str, str], **more: Any) -> Topic:
    fields = ("holder", "topic", "stance")
    return having("positions", [dict(zip(fields, one, strict=True)) | more for one in some])


def events(as_of: str, *some: tuple[str, str]) -> Topic:
    """Events on days, months or years, each happened or expected."""
    read = having("events", [{"date": day, "status": status} for day, status in some])
    return replace(read, settings=read.settings.model_copy(update={"as_of": as_of}))


# --- who wants what -------------------------------------------------------------------------------


def test_each_cell_says_what_its_tile_shows_and_leads_to_the_position() -> None:
    table = drawn("stances()", topic("lake")).one("table")
    assert [th.text for th in table.all("th", scope="col")] == ["The warden", "The town council"]
    assert [th.text for th in table.all("th", scope="row")] == ["Open"]
    assert [td.text for td in table.all("td")][1:] == [STANCES["for"], STANCES["against"]]
    links = {f"#{r.id}" for r in topic("lake").of_kind("positions")}
    assert {f"#{a['href'].partition('#')[2]}" for a in table.all("a")} == links


def test_who_is_silent_is_said_to_be() -> None:
    read = positions(("warden", "open", "for"), ("council", "closed", "unclear"))
    rows = [[td.text for td in tr.all("td")] for tr in drawn("stances()", read).all("tr")]
    assert rows[1:] == [["For", "Not stated"], ["Not stated", STANCES["unclear"]]]


def test_two_positions_on_one_thing_stand_in_their_order() -> None:
    read = positions(("warden", "open", "was_for"), ("warden", "open", "appears_dropped"))
    (cell,) = [td for td in drawn("stances()", read).all("td") if td.all("a")]
    assert cell.text == f"{STANCES['was_for']}; {STANCES['appears_dropped']}"
    assert len(cell.all("a")) == 1


def test_the_key_has_each_mark_that_is_there_and_no_other() -> None:
    read = positions(("council", "open", "against_by_source"), ("warden", "open", "for"))
    key = drawn("stances()", read).one("ul")
    assert [li.text for li in key.all("li")] == ["For", "Against, by the report’s account"]


# --- before and after -----------------------------------------------------------------------------

TURN = 'before_after(event="closing")'


def test_who_changed_stands_between_whom_they_left_and_whom_they_joined() -> None:
    read = positions(
        ("warden", "open", "was_for"),
        ("warden", "closed", "appears_for"),
        ("council", "closed", "for"),
        ("lake-radio", "open", "for"),
        period="for years",
    )
    lanes = drawn(TURN, read).all("tr")[1:]
    names = {r.id: r.name for r in read.of_kind("people") + read.of_kind("organisations")}
    assert [tr.one("th").text for tr in lanes] == [
        names[n] for n in ("lake-radio", "warden", "council")
    ]
    assert [[td.text for td in tr.all("td")] for tr in lanes] == [
        ["Open for years"],
        ["Open for years", "", f"Closed for years {STANCES['appears_for'].lower()}"],
        ["Closed for years"],
    ]
    assert [td.get("colspan") for tr in lanes for td in tr.all("td")] == ["3", "", "", "", "3"]


def test_who_wants_neither_option_has_no_lane() -> None:
    read = positions(
        ("warden", "open", "for"), ("council", "open", "against"), ("lake-radio", "water", "for")
    )
    assert [tr.one("th").text for tr in drawn(TURN, read).all("tr")[1:]] == ["The warden"]


def test_it_names_the_event_and_its_day() -> None:
    caption = drawn(TURN, topic("lake")).one("caption")
    assert caption.text == "The lake stays closed, Monday 4 May 2020"
    assert caption.one("time")["datetime"] == "2020-05-04"


@pytest.mark.parametrize(
    ("stance", "as_of", "why"),
    [
        ("was_for", "2020-05-05", "after closing"),
        ("was_for", "2020-06", "after closing"),
        ("was_for", "2020-05", ""),
        ("was_for", "not_stated", ""),
        ("appears_for", "2020-05-03", "before closing"),
        ("appears_for", "2019", "before closing"),
        ("appears_for", "2020-05-04", ""),
        ("appears_for", "2020", ""),
    ],
)
def test_nothing_is_shown_on_the_wrong_side_of_the_event(stance, as_of, why) -> None:
    other = {"was_for": "for", "appears_for": "was_for"}[stance]
    some = [("warden", "open", stance, as_of), ("warden", "closed", other, "not_stated")]
    fields = ("holder", "topic", "stance", "as_of")
    read = having("positions", [dict(zip(fields, one, strict=True)) for one in some])
    block = read_block(TURN, 1, read.pages["index.md"], read)
    assert isinstance(block, Block) == (not why) and (not why or why in str(block))


# --- events to scale ------------------------------------------------------------------------------


def spans(picture: Element) -> list[tuple[float, float]]:
    """Where each event's mark is, from and to, in percent of the axis."""
    found = []
    for li in picture.all("li"):
        marks = li.all("circle", "rect")
        assert len(marks) == 1
        at = float(marks[0].get("cx").rstrip("%") or marks[0].get("x").rstrip("%"))
        found.append((at, at + float(marks[0].get("width", "0").rstrip("%"))))
    return found


def test_a_day_is_a_point_and_a_month_a_bar_as_long_as_its_days() -> None:
    read = events("2020-06-30", ("2020-06", "happened"), ("2020-06-16", "happened"))
    month, day = spans(drawn("timescale()", read))
    assert month == (2, 98)
    assert day[0] == day[1] == pytest.approx(2 + 96 * 15.5 / 30, abs=0.01)


def test_what_happened_did_so_by_the_day_of_the_site_and_what_is_expected_comes_after() -> None:
    read = events("2020-06-10", ("2020-06", "happened"), ("2020-06", "expected"))
    before, after = spans(drawn("timescale()", read))
    assert before == (2, pytest.approx(34, abs=0.01))
    assert after == (pytest.approx(2 + 96 * 9 / 30, abs=0.01), pytest.approx(98, abs=0.01))


@pytest.mark.parametrize(
    "days",
    [
        ["2020-05-04"],
        ["2020-05-04", "2020-05-05"],
        ["2020-02-27", "2020-03-02"],
        ["2020-05-01", "2020-06-11"],
        ["2020-11-20", "2021-01-03"],
        ["2019-12-31", "2020-05-04"],
        ["2018", "2020-05-04"],
        ["2003-03", "2020"],
        ["1899", "1955-05", "2020-05-04"],
        ["0001", "2020"],
    ],
)
def test_an_axis_names_a_few_days_where_they_are(days: list[str]) -> None:
    picture = drawn("timescale()", events("2020-12-31", *((d, "happened") for d in days)))
    axis, *tracks = picture.all("svg")
    at = [float(t["x"].rstrip("%")) for t in axis.all("text")]
    assert 1 <= len(at) <= 7 and at == sorted(set(at)) and at[0] >= 0 and at[-1] <= 100
    gaps = [b - a for a, b in pairwise(at)]
    assert min(gaps, default=100) > 10 and len({t.text for t in axis.all("text")}) == len(at)
    for track in tracks:
        lines = [float(t["x1"].rstrip("%")) for t in track.all("line") if t["class"] == "tick"]
        assert lines == at
    assert all(0 <= a <= b <= 100.01 for a, b in spans(picture))
    assert [b for _, b in spans(picture)] == sorted(b for _, b in spans(picture))


def test_without_events_there_is_nothing_to_scale() -> None:
    assert not spans(drawn("timescale()", having("events", [])))


def test_the_end_of_time_is_no_fault() -> None:
    read = events("9999-12-31", ("9999", "happened"), ("9998", "happened"))
    assert len(spans(drawn("timescale()", read))) == 2


# --- what numbers count ---------------------------------------------------------------------------


def figures(*some: tuple[str, str], unit: str = "heads") -> Topic:
    """Figures by what they count and of whom."""
    made = [
        {"label": f"Number {i}", "measure": what, "population": who, "unit": unit}
        for i, (what, who) in enumerate(some)
    ]
    return having("figures", made)


def test_numbers_that_differ_have_a_tick_for_each_thing_that_they_count() -> None:
    read = figures(("killed, wounded and captured", "the lake"), ("killed or wounded", "the lake"))
    picture = drawn("figures()", read)
    ticks = [tr for tr in picture.all("tr") if tr.get("class") == "ticks"]
    assert {tr.one("th").text: [td.text for td in tr.all("td")] for tr in ticks} == {
        "Killed": ["counted", "counted"],
        "Wounded": ["counted", "counted"],
        "Captured": ["counted", "not counted"],
    }
    assert picture.text.count("Not like for like") == 1


def test_there_are_no_ticks_where_nothing_is_counted_twice() -> None:
    picture = drawn("figures()", figures(("bathers", "the lake"), ("boats", "the lake")))
    (row,) = [tr for tr in picture.all("tr") if "What is counted" in tr.text]
    assert [td.text for td in row.all("td")] == ["bathers", "boats"]
    assert not [tr for tr in picture.all("tr") if tr.get("class") == "ticks"]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("killed and wounded", "a"), ("killed", "a"), ["measure"]),
        (("killed", "a"), ("killed", "b"), ["population"]),
        (("killed", "a"), ("killed", "a"), None),
        (("advantage in manpower", "a"), ("advantage in artillery", "a"), None),
        (("bathers", "a"), ("boats", "b"), None),
    ],
)
def test_only_what_counts_the_same_thing_is_warned_of(one, other, differ) -> None:
    found = [*unlike(figures(one, other).of_kind("figures"))]
    assert [fields for *_, fields in found] == ([differ] if differ else [])


def test_what_is_listed_together_is_set_side_by_side() -> None:
    read = figures(("bathers", "a"), ("boats", "b"))
    pairs = [(a.id, b.id) for a, b, _ in unlike(read.of_kind("figures"), [["made-0", "made-1"]])]
    assert pairs == [("made-0", "made-1")]
    ratios = figures(("bathers", "a"), ("boats", "b"), unit="to 1").of_kind("figures")
    assert not [*unlike(ratios, [["made-0", "made-1"]])]


def test_in_two_units_nobody_compares() -> None:
    a, b = (figures(("killed", "x"), unit=u).of_kind("figures")[0] for u in ("people", "percent"))
    assert comparable(a, a) and not comparable(a, b)


def test_what_is_counted_together_is_told_apart() -> None:
    def parts(measure: str) -> list[str]:
        return counted(figures((measure, "a")).of_kind("figures")[0])

    assert parts("killed, wounded, and captured") == ["killed", "wounded", "captured"]
    assert parts("Tote und Verletzte") == ["Tote", "Verletzte"]
    assert parts("sandstone cut") == ["sandstone cut"]


def test_a_card_has_no_field_that_is_not_stated_or_in_its_label() -> None:
    read = having("figures", [{"label": "Bathers of the lake", "period": "not_stated"}])
    names = [dt.text for dt in drawn("figures()", read).all("dt")]
    assert names == ["As of"]


# --- a picture is no home -------------------------------------------------------------------------


def test_a_picture_is_no_records_home() -> None:
    site = whole("lake")
    pictures = {
        name
        for parts in site.outlines.values()
        for block in parts.blocks
        if not block.home
        for name in block.ids
    }
    read = topic("lake")
    page = replace(read.pages["index.md"], body="# x\n\n{{ stances() }}\n\n{{ timescale() }}\n")
    alone = Site(replace(read, pages={"index.md": page}))
    shown: dict[str, Record] = {n: r for n, r in read.records.items() if n in pictures}
    assert shown and not alone.homes
    text = dict(render(Catalog(alone, Deployment())))["index.md"]
    assert not [name for name in shown if f'id="{name}"' in text]
