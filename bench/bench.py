"""``make bench``: what people wait for, measured on synthetic topics and on the real one, each
against what they would use otherwise.

It prints a table and writes ``results.json``, ``RESULTS.md`` and ``growth.svg`` beside this file,
and the page ``docs/COSTS.md``. What is compared is run in turn, in processes of their own, so that
neither warms the machine for the other. Only Lighthouse needs a network, the first time.

    python bench/bench.py [--quick] [--only PART …] [--out DIR]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from parts import APART, PARTS  # noqa: E402 (the folder is no package)

ROOT = HERE.parent


# --- results --------------------------------------------------------------------------------------


def machine() -> dict[str, str]:
    """What it was measured on, without names."""
    from browse import browser_version

    found = {
        "cores": str(len(os.sched_getaffinity(0))),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }
    for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "pyyaml", "pillow"):
        found[name] = version(name)
    return found | {"Chromium": browser_version()}


def shown(one: dict[str, Any]) -> tuple[str, str, str, str, str]:
    """A row as words: what, value, limit, against, note."""
    value = (
        "not measured"
        if one["value"] is None
        else f"{one['value']:.3g}"
        if one["value"] < 100
        else f"{one['value']:,.0f}"
    )
    limit = (
        ""
        if one["limit"] is None
        else f"at most {one['limit']:g}: {'met' if one['met'] else 'missed'}"
    )
    return (
        f"{one['who']}: {one['what']}",
        f"{value} {one['unit']}".strip(),
        limit,
        one["against"],
        "; ".join(filter(None, (one["note"], f"on {day}" if (day := one.get("measured")) else ""))),
    )


def markdown(results: dict[str, Any]) -> str:
    """RESULTS.md."""
    on = ", ".join(
        (
            f"{name} {value}"
            if name not in ("cores", "system")
            else (f"{value} cores" if name == "cores" else value)
        )
        for name, value in results["machine"].items()
    )
    lines = [
        "# Measured",
        "",
        f"Made by `make bench` on {results['date']}; do not edit. {on}.",
        (
            "What is compared was run in turn within one run. [NOTES.md](NOTES.md) says how to read"
            " it and what was learned."
        ),
        "",
        "![Time against number of facts, both scales logarithmic](growth.svg)",
        "",
        "| what | measured | limit | compared with | note |",
        "| --- | --- | --- | --- | --- |",
    ]
    return (
        "\n".join(
            [
                *lines,
                *(
                    "| " + " | ".join(cell.replace("|", "/") for cell in shown(one)) + " |"
                    for one in results["rows"]
                ),
            ]
        )
        + "\n"
    )


def table(rows: list[dict[str, Any]]) -> str:
    """The table for a terminal."""
    cells = [shown(one)[:4] for one in rows]
    widths = [max(len(c[i]) for c in cells) for i in range(3)]
    return "\n".join(
        "  ".join(
            [c[0].ljust(widths[0]), c[1].rjust(widths[1]), c[2].ljust(widths[2]), c[3]]
        ).rstrip()
        for c in cells
    )


def kept(rows: list[dict[str, Any]], parts: list[str]) -> list[dict[str, Any]]:
    """The rows of a run, and of the last one those of the parts that were not run now, marked with
    the day on which they were measured; in the order of the parts."""
    path, order = HERE / "results.json", [*PARTS, *APART]
    last = json.loads(path.read_text("utf-8")) if path.exists() else {"rows": []}
    rest = [one for one in last["rows"] if one.get("part") in {*order} - {*parts}]
    for one in rest:
        one.setdefault("measured", last["date"])
    return sorted([*rows, *rest], key=lambda one: order.index(one["part"]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=(
            "Measure, print a table, write results.json, RESULTS.md, growth.svg and docs/COSTS.md."
        )
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="a smoke test: small topics, one run of each, nothing is written",
    )
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[*PARTS, *APART],
        default=[*PARTS],
        metavar="PART",
        help=f"only these parts ({', '.join([*PARTS, *APART])}); the rows of the others stay as"
        f" they were measured last. {', '.join(APART)} is run only when it is named",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="where to write (default: beside this file, and docs/COSTS.md)",
    )
    given = parser.parse_args()
    start = time.monotonic()
    rows: list[dict[str, Any]] = []
    curve: list[Any] = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in given.only:
            for one in (PARTS | APART)[part](Path(scratch), given.quick):
                if "curve" in one:
                    curve = one["curve"]
                else:
                    rows.append({"part": part, **one})
                    print("  ".join(filter(None, shown(one)[:3])), file=sys.stderr, flush=True)
    print("\n" + table(rows))
    print(f"\n{len(rows)} rows in {time.monotonic() - start:.0f} s")
    if not given.quick:
        write(kept(rows, given.only), curve, given.out)


def write(rows: list[dict[str, Any]], curve: list[Any], out: Path | None) -> None:
    """The files of a run; without a ``curve`` that of the last one stays."""
    from costs import page
    from plot import growth

    if not curve:
        curve = json.loads((HERE / "results.json").read_text("utf-8"))["curve"]
    results = {"date": date.today().isoformat(), "machine": machine(), "rows": rows, "curve": curve}
    texts = {
        "results.json": json.dumps(results, ensure_ascii=False, indent=1) + "\n",
        "RESULTS.md": markdown(results),
        "growth.svg": growth(curve),
        "COSTS.md": page(results),
    }
    for name, text in texts.items():
        folder = out or (ROOT / "docs" if name == "COSTS.md" else HERE)
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
