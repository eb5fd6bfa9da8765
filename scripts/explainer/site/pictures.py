"""Pictures of records that are at home elsewhere: who wants what, before and after an event, events
to scale.

Each is HTML, and is read as what it shows: a table, or a list. Only marks are drawn, as SVG, whose
lengths are attributes, because the pages' policy allows no style attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import SimpleNamespace as View
from typing import Any

from ..topic.blocks import Block
from ..topic.words import Words
from .catalog import Views
from .kinds.reports import STANCES, grid

Context = dict[str, Any]

_TICKS = 6  # of an axis, at most
_ROOM = 40  # percent of an axis that the name of a month takes on a phone
_MARGIN = 2.0  # percent of an axis on either side of what is on it, so that no mark is cut


def _stances(views: Views, block: Block, items: list[View]) -> Context:
    """Parties by what they may want, and what each mark means that is there."""
    shown, used = grid(items), {v.stance: v.stance_label for v in items}
    order = sorted(used, key=lambda stance: STANCES.index(stance.removesuffix("_by_source")))
    return shown | {
        "legend": {stance: used[stance] for stance in order},
        "silent": not all(cell for row in shown["rows"] for cell in row.cells),
    }


def _before_after(views: Views, block: Block, items: list[View]) -> Context:
    """A lane for each party: what it wanted before an event and since, or all the time. Who wanted
    the first option all the time comes first, then who changed from it, so that each is beside
    whom they left and whom they joined."""
    order = {option.id: number for number, option in enumerate(views.catalog.options)}
    lanes = []
    for name in dict.fromkeys(v.holder.id for v in items):
        theirs = [v for v in items if v.holder.id == name]
        before = [v for v in theirs if v.stance == "was_for"]
        since = [v for v in theirs if v.stance != "was_for"]
        lanes.append(View(holder=theirs[0].holder, before=before, since=since))

    def place(lane: View) -> list[list[int]]:
        return [
            [order[v.topic.id] for v in some] for some in (lane.before or lane.since, lane.since)
        ]

    event = views.of(str(block.arguments["event"]))
    return {"event": event, "lanes": sorted(lanes, key=place)}


def _timescale(views: Views, block: Block, items: list[View]) -> Context:
    """Events on one axis, each as exactly as its date is known: a day as a point, a month or a year
    as a bar. What has happened did so by the day for which the site holds, what is expected comes
    after it."""
    as_of = _begin(views.topic.as_of), _end(views.topic.as_of)
    for v in items:
        v.begin, v.end = _begin(v.datetime), _end(v.datetime)
        if v.status == "happened":
            v.end = max(min(v.end, as_of[1]), _next(v.begin))
        else:
            v.begin = min(max(v.begin, as_of[0]), v.end - timedelta(1))
    items = sorted(items, key=lambda v: (v.begin, v.end))
    if not items:
        return {"items": [], "ticks": []}
    begin, end = items[0].begin, max(v.end for v in items)

    def at(day: date, half: float = 0) -> float:
        share: float = ((day - begin).days + half) / (end - begin).days
        return round(_MARGIN + (100 - 2 * _MARGIN) * share, 2)

    for v in items:
        v.at, v.to, v.middle = at(v.begin), at(v.end), at(v.begin, 0.5)
        v.label = _label(views.catalog.words, v)
    ticks = [
        View(at=at(day), label=label) for day, label in _ticks(views.catalog.words, begin, end)
    ]
    return {"items": items, "ticks": ticks}


def _label(words: Words, v: View) -> View:
    """An event's date in the picture: in a bar that is long enough, else beside the mark, on the
    side where there is more room."""
    ends = (v.middle, v.middle) if v.precision == "day" else (v.at, v.to)
    within, left = ends[1] - ends[0] > _ROOM, ends[0] > 100 - ends[1]
    at, dx = (ends[0], 0.5) if within else (ends[0], -0.9) if left else (ends[1], 0.9)
    return View(text=words.short_date(v.datetime), at=at, dx=dx, within=within)


def _begin(value: str) -> date:
    return date.fromisoformat(f"{value}-01-01"[:10])


def _end(value: str) -> date:
    """The day after the last of a day, a month or a year."""
    begin = _begin(value)
    if len(value) == 10:
        return _next(begin)
    return _months(begin, 1 if len(value) == 7 else 12)


def _next(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _months(day: date, number: int) -> date:
    """The first of the month so many months after that of a day."""
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _ticks(words: Words, begin: date, end: date) -> Iterator[tuple[date, str]]:
    """Days to name on an axis, at steps that people count in, with what they are called."""
    days, months = (end - begin).days, 12 * (end.year - begin.year) + end.month - begin.month
    for step in (1, 2, 7):
        if days / step <= _TICKS:
            for n in range(0, days, step):
                day = begin + timedelta(n)
                yield day, words.short_day(day)
            return
    step = next(s for s in (1, 3, 6, *(12 * y for y in _YEARS)) if months / s <= _TICKS)
    first = _months(begin, 0 if begin.day == 1 else 1)
    first = _months(first, -(first.month - 1 + 12 * first.year) % step)
    while first < end:
        yield first, words.date(first.isoformat()[: 7 if step < 12 else 4])
        first = _months(first, step)


_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)

DRAWN: dict[str, Callable[[Views, Block, list[View]], Context]] = {
    "stances": _stances,
    "before_after": _before_after,
    "timescale": _timescale,
}
