"""What is measured within a process of its own: each worker takes a topic's folder and prints JSON.

python bench/workers.py NAME FOLDER
"""

from __future__ import annotations

import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from topics import PUBLISHED, one_edit  # noqa: E402 (the folder is no package)

Figures = dict[str, float]
REPEATED, SLOWEST = 6000, 8  # characters; how many of the slowest are taken twice as long


def _peak() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _build(settings: Path, mark: Callable[[str], None] | None = None) -> Figures:
    """``mkdocs build`` in this process; its processor time, and its peak of memory over what the
    imported programs take. ``mark`` is told of each part of the plugin's work that ends."""
    import explainer.commands.plugin
    import explainer.site.data  # noqa: F401
    import material  # noqa: F401
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.disable(logging.CRITICAL)
    idle, start = _peak(), time.process_time()
    config = load_config(str(settings))
    config.plugins.on_startup(command="build", dirty=False)
    if mark:
        for event in ("pre_build", "post_build"):
            config.plugins.events[event].append(lambda *, event=event, **_: mark(event))
            config.plugins.events[event].insert(0, lambda *, event=event, **_: mark(""))
    build(config)
    taken = time.process_time() - start
    pages = Path(config.site_dir).rglob("*.html")
    return {
        "total": taken,
        "memory": _peak() - idle,
        "idle": idle,
        "largest": max(page.stat().st_size for page in pages),
    }


def whole(root: Path) -> Figures:
    """The whole way: ``mkdocs build`` with the plugin, its last look at the built pages included;
    and the parts of it that are the plugin's."""
    laps: Figures = {}
    last = time.process_time()

    def mark(event: str) -> None:
        nonlocal last
        if event:
            laps[event] = time.process_time() - last
            laps[f"{event} peak"] = _peak()
        last = time.process_time()

    return _build(root / "mkdocs.yml", mark) | laps


def stock(root: Path) -> Figures:
    """``mkdocs build`` of what is staged with Material's own templates and search, without the
    plugin."""
    return _build(root / "stock.yml")


def matching(root: Path) -> Figures:
    """A long source: every quotation placed, then each again with one letter wrong, which asks for
    the nearest words."""
    from explainer.commands.build import check_site
    from explainer.topic.evidence import Fault, Placed, place
    from explainer.topic.load import load
    from explainer.topic.model import Quote
    from explainer.topic.record import Selector

    topic, faults = load(root)
    assert not faults, faults[:3]
    quotes = [r for r in topic.records.values() if isinstance(r, Quote)]
    start = time.process_time()
    right = [place(topic, q, q.text[0]) for q in quotes]
    matched = time.process_time()
    wrong = [place(topic, q, Selector(exact=misspelt(q.text[0].exact))) for q in quotes]
    suggested = time.process_time()
    found = sum(isinstance(p, Fault) and bool(p.nearest) for p in wrong)
    sound = all(isinstance(p, Placed) for p in right) and found > 0.9 * len(wrong)
    assert sound, "the measure itself is wrong"
    checked = check_site(root)
    assert not checked.problems, checked.problems[:3]
    return {
        "match": matched - start,
        "suggest": suggested - matched,
        "check": time.process_time() - suggested,
        "found": found,
    }


def repetitions(root: Path) -> Figures:
    """One sign or word again and again (the table of ``tests/repetitions.py``): how long the check
    of the slowest takes, and how much longer with twice as much of it."""
    import tempfile

    sys.path[:0] = [str(HERE.parent / "tests")]
    from explainer.commands.build import check_site
    from repetitions import UNITS, repeated

    def taken(unit: str, length: int) -> float:
        with tempfile.TemporaryDirectory() as folder:
            repeated(root, Path(folder), unit, length)
            start = time.process_time()
            assert check_site(Path(folder)).problems, "what is repeated is not read at all"
            return time.process_time() - start

    check_site(root)  # what is worked out once
    times = {unit: taken(unit, REPEATED) for unit in UNITS}
    slow = sorted(UNITS, key=times.__getitem__)[-SLOWEST:]
    again = {unit: taken(unit, 2 * REPEATED) for unit in slow}
    return {
        "units": len(UNITS),
        "slowest": max(times.values()),
        "twice": max(again.values()),
        "ratio": max(again[unit] / times[unit] for unit in slow),
    }


def misspelt(text: str) -> str:
    """One letter in the middle of the words is another."""
    at = next(i for i in range(len(text) // 2, len(text)) if text[i].isalpha())
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def staged(root: Path) -> Figures:
    """A topic's pages staged, as they are now."""
    from explainer.commands.build import build_site

    checked, changed = build_site(root)
    assert not checked.problems, checked.problems[:3]
    return {"changed": len(changed)}


def restage(root: Path) -> Figures:
    """How much is staged anew after one word of one fact has changed."""
    from explainer.commands.build import build_site

    first, _ = build_site(root)
    path, old, new = one_edit(root)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    checked, changed = build_site(root)
    assert not first.problems and not checked.problems, checked.problems[:3]
    path.write_text(path.read_text("utf-8").replace(new, old, 1), "utf-8")
    return {
        "pages": sum(p.endswith(".md") for p in changed),
        "of": len(checked.site.outlines),
        "data": sum(not p.endswith(".md") for p in changed),
    }


WORKERS: dict[str, Callable[[Path], Figures]] = {
    one.__name__: one for one in (whole, stock, matching, repetitions, staged, restage)
}


def run(worker: str, root: Path) -> Any:
    """A worker in a fresh process."""
    command = [sys.executable, str(HERE / "workers.py"), worker, str(root)]
    done = subprocess.run(command, env=os.environ | PUBLISHED, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{worker} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout)


def in_turn(root: Path, times: int, *workers: str) -> list[Figures]:
    """Several workers, in turn, so often; for each of them the medians of what it printed."""
    runs: list[list[Figures]] = [[] for _ in workers]
    for number in range(times):
        order = range(len(workers))
        for i in order if number % 2 == 0 else reversed(order):
            runs[i].append(run(workers[i], root))
    return [{key: median(r[key] for r in some) for key in some[0]} for some in runs]


def processor(times: int, *commands: Sequence[str]) -> list[float]:
    """Commands in fresh processes, in turn, so often; the least processor time of each."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(times):
        for some, command in zip(taken, commands, strict=True):
            before = spent()
            done = subprocess.run(
                command, env=os.environ | PUBLISHED, capture_output=True, text=True
            )
            if done.returncode:
                raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr[-3000:]}")
            some.append(spent() - before)
    return [min(some) for some in taken]


if __name__ == "__main__":
    print(json.dumps(WORKERS[sys.argv[1]](Path(sys.argv[2]).resolve())))
