"""growth.svg: time against the number of facts, on logarithmic scales, drawn without a library."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, inf, log10
from typing import Any

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 440, 70, 190, 56, 56
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#22262e}"
    ".title{font-weight:600;font-size:15px}"
    ".quiet{fill:#5a606a}"
    ".grid{stroke:#d9dce1}"
    ".line{fill:none;stroke-width:2}"
    ".ours{stroke:#00627a}"
    ".own{stroke:#a34700;stroke-dasharray:6 4}"
    ".dot{fill:#fff;stroke-width:2}"
)


class _Scales:
    """Where a point of the plot lies in the picture."""

    def __init__(self, points: list[list[Any]]) -> None:
        self.facts = sorted({p[0] for p in points})
        seconds = [s for p in points for s in p[2:4]]
        self.low, self.high = floor(log10(min(seconds))), floor(log10(max(seconds))) + 1

    def x(self, facts: float) -> float:
        left, right = log10(self.facts[0]), log10(self.facts[-1])
        share = (log10(facts) - left) / max(right - left, 1e-9)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        share = (log10(seconds) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def growth(points: list[list[Any]]) -> str:
    """``points``: facts, sources, seconds of ``mkdocs build`` the whole way, and of
    that with stock Material."""
    scales = _Scales(points)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="t d">'
        ),
        '<title id="t">Time against number of facts</title>',
        f'<desc id="d">{_words(points)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text class="title" x="{LEFT}" y="24">Seconds against number of facts</text>',
        (
            f'<text class="quiet" x="{LEFT}" y="42">Both scales are logarithmic: a line that rises'
            " as the grid’s diagonal grows in proportion.</text>"
        ),
    ]
    return "\n".join([*parts, *_grid(scales), *_lines(scales, points), "</svg>"]) + "\n"


def _grid(scales: _Scales) -> Iterator[str]:
    """A line for each power of ten seconds and each number of facts, with its label."""
    for power in range(scales.low, scales.high + 1):
        y = scales.y(10**power)
        yield (
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}"'
            f' y2="{y:.1f}"/><text class="quiet" x="{LEFT - 8}"'
            f' y="{y + 4:.1f}" text-anchor="end">{10**power:g} s</text>'
        )
    for count in scales.facts:
        x = scales.x(count)
        yield (
            f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}"'
            f' y2="{HEIGHT - BOTTOM}"/><text class="quiet" x="{x:.1f}"'
            f' y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{count:,}</text>'
        )
    yield (
        f'<text class="quiet" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}"'
        ' text-anchor="middle">facts</text>'
    )


def _lines(scales: _Scales, points: list[list[Any]]) -> Iterator[str]:
    """Two lines for each number of sources, ours and MkDocs' own, with labels at their ends."""
    ends: list[tuple[float, str]] = []
    for many in sorted({p[1] for p in points}):
        some = sorted(p for p in points if p[1] == many)
        for column, kind, label in ((2, "ours", "ours"), (3, "own", "stock Material")):
            places = [(scales.x(p[0]), scales.y(p[column])) for p in some]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            yield f'<polyline class="line {kind}" points="{path}"/>'
            for x, y in places:
                yield f'<circle class="dot {kind}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
            ends.append((places[-1][1], f"{label}, {many:,} source{'s' if many > 1 else ''}"))
    last = -inf
    for wanted, label in sorted(ends):
        last = max(wanted, last + 15)  # moved apart where they would overlap
        yield f'<text x="{WIDTH - RIGHT + 10}" y="{last + 4:.1f}">{label}</text>'


def _words(points: list[list[Any]]) -> str:
    """The data in words, for those who do not see the picture."""
    return " ".join(
        f"{p[0]:,} facts, {p[1]:,} sources: {p[2]:.2f} s for mkdocs build, the whole way;"
        f" {p[3]:.2f} s with stock Material."
        for p in sorted(points)
    )
