"""growth.svg: time against the number of facts, both scales logarithmic, drawn without a library."""

from __future__ import annotations

from math import floor, log10
from typing import Any

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 440, 70, 190, 56, 56
STYLE = (
    "text{font:13px"
    " system-ui,sans-serif;fill:#22262e}.title{font-weight:600;font-size:15px}.quiet{fill:#5a606a}.grid{stroke:#d9dce1}.line{fill:none;stroke-width:2}.ours{stroke:#00627a}.own{stroke:#a34700;stroke-dasharray:6"
    " 4}.dot{fill:#fff;stroke-width:2}"
)


def growth(points: list[list[Any]]) -> str:
    """``points``: facts, sources, seconds of the pipeline, seconds of MkDocs' own build."""
    facts = [p[0] for p in points]
    seconds = [s for p in points for s in p[2:4]]
    low, high = floor(log10(min(seconds))), floor(log10(max(seconds))) + 1
    left, right = log10(min(facts)), log10(max(facts))

    def x(value: float) -> float:
        return LEFT + (log10(value) - left) / max(right - left, 1e-9) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

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
    for power in range(low, high + 1):
        parts.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(10**power):.1f}"'
            f' y2="{y(10**power):.1f}"/><text class="quiet" x="{LEFT - 8}"'
            f' y="{y(10**power) + 4:.1f}" text-anchor="end">{10**power:g} s</text>'
        )
    for count in sorted(set(facts)):
        parts.append(
            f'<line class="grid" x1="{x(count):.1f}" x2="{x(count):.1f}" y1="{TOP}"'
            f' y2="{HEIGHT - BOTTOM}"/><text class="quiet" x="{x(count):.1f}"'
            f' y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{count:,}</text>'
        )
    parts.append(
        f'<text class="quiet" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}"'
        ' text-anchor="middle">facts</text>'
    )
    ends = []
    for many in sorted({p[1] for p in points}):
        some = sorted(p for p in points if p[1] == many)
        for column, kind in ((2, "ours"), (3, "own")):
            path = " ".join(f"{x(p[0]):.1f},{y(p[column]):.1f}" for p in some)
            parts.append(f'<polyline class="line {kind}" points="{path}"/>')
            parts += [
                f'<circle class="dot {kind}" cx="{x(p[0]):.1f}" cy="{y(p[column]):.1f}" r="3.5"/>'
                for p in some
            ]
            label = "ours" if kind == "ours" else "MkDocs itself"
            ends.append([y(some[-1][column]), f"{label}, {many:,} source{'s' if many > 1 else ''}"])
    ends.sort()
    for i, end in enumerate(
        ends
    ):  # labels at the lines' ends, moved apart where they would overlap
        end[0] = max(end[0], ends[i - 1][0] + 15 if i else 0)
        parts.append(f'<text x="{WIDTH - RIGHT + 10}" y="{end[0] + 4:.1f}">{end[1]}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _words(points: list[list[Any]]) -> str:
    """The data in words, for those who do not see the picture."""
    return " ".join(
        f"{p[0]:,} facts, {p[1]:,} sources: {p[2]:.2f} s for check, render, export and stage;"
        f" {p[3]:.2f} s for MkDocs itself."
        for p in sorted(points)
    )
