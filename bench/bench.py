"""``make bench``: what this costs, measured on synthetic topics and on the real one, each against
something it is like.

It prints a table and writes ``results.json``, ``RESULTS.md`` and ``growth.svg`` beside this file,
and the page ``docs/COSTS.md``. Every figure is the median of several runs; two things compared are
run in turn, each in a process of its own, so that neither warms the machine for the other. Nothing
here needs a network.

    python bench/bench.py [--quick] [--only PART …] [--out DIR]
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import logging
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE)]
PARTS = ("overhead", "matching", "save", "weights", "paint")
KIB, MIB = 1024, 1024 * 1024
# As a published site: with addresses, edit links and sharing pictures.
PUBLISHED = {
    "SITE_URL": "https://example.org/explainer/",
    "EXPLAINER_REPOSITORY": "https://github.com/example/explainer",
    "NO_MKDOCS_2_WARNING": "1",
}


def row(
    part: str,
    what: str,
    value: float | None,
    unit: str,
    against: str,
    limit: float | None = None,
    note: str = "",
) -> dict[str, Any]:
    """One line of the table. ``against``: what it is compared with; ``limit``: the most that the
    project allows itself.
    """
    return {
        "part": part,
        "what": what,
        "value": None if value is None else float(f"{value:.4g}"),
        "unit": unit,
        "against": against,
        "limit": limit,
        "note": note,
        "met": None if limit is None or value is None else value <= limit,
    }


# --- workers: each runs in a process of its own and prints JSON -----------------------------------


def _peak() -> int:
    """The most memory that this process has had, in bytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB


def worker_idle(_: str) -> dict[str, Any]:
    """The package and what it needs, imported; nothing done."""
    import explainer.commands.build
    import explainer.site.data  # noqa: F401

    return {"peak": _peak()}


def worker_ours(root: str) -> dict[str, Any]:
    """check, render and export, stage: the pipeline, into an empty build/docs."""
    import explainer.commands.build as build
    from explainer.commands.stage import stage
    from explainer.site.catalog import Catalog
    from explainer.site.data import export
    from explainer.site.pages import render

    target = Path(root) / "build/docs"
    shutil.rmtree(target, ignore_errors=True)
    times = [time.perf_counter()]

    def lap() -> None:
        times.append(time.perf_counter())

    checked = build.check_site(Path(root).resolve())
    lap()
    assert not checked.problems, checked.problems[:3]
    catalog = Catalog(checked.site, build.deployment(checked.mkdocs))
    pages = [(path, text.encode()) for path, text in render(catalog)]
    lap()
    data = list(export(catalog))
    lap()
    stage(pages + data, target)
    lap()
    parts = dict(
        zip(
            ("check", "render", "export", "stage"),
            (b - a for a, b in itertools.pairwise(times)),
            strict=False,
        )
    )
    return {**parts, "total": times[-1] - times[0], "pages": len(pages)}


def worker_memory(root: str) -> dict[str, Any]:
    """The pipeline as the command and the plugin run it, for its memory."""
    from explainer.commands.build import build_site

    shutil.rmtree(Path(root) / "build/docs", ignore_errors=True)
    checked, _ = build_site(Path(root).resolve())
    assert not checked.problems, checked.problems[:3]
    return {"peak": _peak()}


def worker_mkdocs(root: str, stock: bool = False) -> dict[str, Any]:
    """MkDocs' own build of what is staged, without the plugin; ``stock``: with Material's own
    templates and search.
    """
    import material  # noqa: F401
    from explainer.rules.built import audit
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.disable(logging.CRITICAL)
    more: dict[str, Any] = (
        {"theme": {"name": "material", "font": False}, "plugins": ["search"]}
        if stock
        else {"plugins": []}
    )
    with tempfile.TemporaryDirectory() as target:
        config = load_config(str(Path(root) / "mkdocs.yml"), site_dir=target, **more)
        start = time.perf_counter()
        build(config)
        taken = time.perf_counter() - start
        largest = max(p.stat().st_size for p in Path(target).rglob("*.html"))
        start = time.perf_counter()
        audit(Path(target))
        looked = time.perf_counter() - start
    return {"total": taken, "largest": largest, "audit": looked}


def worker_stock(root: str) -> dict[str, Any]:
    return worker_mkdocs(root, True)


def worker_matching(root: str) -> dict[str, Any]:
    """A long source: every quotation placed, then each again with one letter wrong, which asks for
    the nearest words.
    """
    from explainer.commands.build import check_site
    from explainer.topic.evidence import Fault, Placed, place
    from explainer.topic.load import load
    from explainer.topic.model import Quote
    from explainer.topic.record import Selector

    topic, faults = load(Path(root))
    assert not faults, faults[:3]
    quotes = [r for r in topic.records.values() if isinstance(r, Quote)]
    start = time.perf_counter()
    right = [place(topic, q, q.text[0]) for q in quotes]
    matched = time.perf_counter()
    wrong = [place(topic, q, Selector(exact=_misspelt(q.text[0].exact))) for q in quotes]
    suggested = time.perf_counter()
    found = sum(isinstance(p, Fault) and bool(p.nearest) for p in wrong)
    assert all(isinstance(p, Placed) for p in right) and found > 0.9 * len(wrong), (
        "the measure itself is wrong"
    )
    checked = check_site(Path(root))
    assert not checked.problems, checked.problems[:3]
    return {
        "match": matched - start,
        "suggest": suggested - matched,
        "check": time.perf_counter() - suggested,
        "found": found,
    }


def _misspelt(text: str) -> str:
    """One letter in the middle of the words is another."""
    at = next(i for i in range(len(text) // 2, len(text)) if text[i].isalpha())
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def worker_restage(root: str) -> dict[str, Any]:
    """How much is staged anew after one word of one fact has changed."""
    from explainer.commands.build import build_site

    folder = Path(root).resolve()
    first, _ = build_site(folder)
    path, old, new = one_edit(folder)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    checked, changed = build_site(folder)
    assert not first.problems and not checked.problems, checked.problems[:3]
    path.write_text(path.read_text("utf-8").replace(new, old, 1), "utf-8")
    return {
        "pages": sum(p.endswith(".md") for p in changed),
        "of": len(checked.site.outlines),
        "data": sum(not p.endswith(".md") for p in changed),
    }


WORKERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "idle": worker_idle,
    "ours": worker_ours,
    "memory": worker_memory,
    "mkdocs": worker_mkdocs,
    "stock": worker_stock,
    "matching": worker_matching,
    "restage": worker_restage,
}


def run(worker: str, root: Path | str = "") -> dict[str, Any]:
    """A worker in a fresh process."""
    command = [sys.executable, str(HERE / "bench.py"), "--worker", worker, str(root)]
    done = subprocess.run(command, env=os.environ | PUBLISHED, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{worker} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout)


def in_turn(root: Path, times: int, *workers: str) -> list[dict[str, float]]:
    """Several workers, in turn, so often; for each of them the medians of what it printed."""
    runs: list[list[dict[str, Any]]] = [[] for _ in workers]
    for number in range(times):
        order = range(len(workers))
        for i in order if number % 2 == 0 else reversed(order):
            runs[i].append(run(workers[i], root))
    return [{key: median(r[key] for r in some) for key in some[0]} for some in runs]


# --- topics ---------------------------------------------------------------------------------------


def real(folder: Path) -> Path:
    """A copy of the real site, so that measuring disturbs nothing."""
    target = folder / "real"
    if not target.exists():
        for name in ("seeds", "content", "overrides", "schemas"):
            shutil.copytree(ROOT / name, target / name)
        shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
        (target / "build/docs").mkdir(parents=True)
    return target


def synthetic(folder: Path, facts: int, sources: int) -> Path:
    from synthetic import write

    target = folder / f"facts-{facts}-{sources}"
    if not target.exists():
        write(target, facts, sources)
    return target


def built(root: Path) -> Path:
    """The site of a topic, built as it is published."""
    site = root / "site"
    if not site.exists():
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml")],
            env=os.environ | PUBLISHED,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
    return site


def one_edit(root: Path) -> tuple[Path, str, str]:
    """A fact's own words to change: the file, the words as they appear in it, and others. The first
    claim's last word.
    """
    path = sorted((root / "seeds/facts").glob("claims*.yml"))[0]
    line = next(line for line in path.read_text("utf-8").split("\n") if "statement:" in line)
    words = line.strip().rstrip('"').rstrip(".")
    return path, words, words + " again"


# --- parts ----------------------------------------------------------------------------------------


AGAINST_MKDOCS = "MkDocs’ own build of the same staged Markdown, without the plugin"


def overhead(folder: Path, quick: bool) -> Iterator[dict[str, Any]]:
    """What the pipeline adds to MkDocs' own build; growth; memory."""
    facts, sources = ((100, 1000), (1, 10)) if quick else ((100, 1000, 10_000), (1, 10, 100))
    times: dict[tuple[int, int], tuple[float, float]] = {}
    idle = median(run("idle")["peak"] for _ in range(3))
    yield from _overhead_of_the_real_topic(real(folder), quick)
    for many in sources:
        for count in facts:
            root = synthetic(folder, count, many)
            ours, own = in_turn(
                root, 1 if quick else {100: 5, 1000: 3}.get(count, 2), "ours", "mkdocs"
            )
            times[count, many] = ours["total"], own["total"]
            yield row(
                "overhead",
                f"{count:,} facts, {_sources(many)}",
                100 * ours["total"] / own["total"],
                "%",
                AGAINST_MKDOCS,
                10,
                _laps(ours, own),
            )
            if count == max(facts) and many == 10:
                yield row(
                    "memory",
                    f"peak at {count:,} facts, {many} sources",
                    (median(run("memory", root)["peak"] for _ in range(1 if quick else 3)) - idle)
                    / MIB,
                    "MiB",
                    "an idle interpreter that has imported the package",
                    150,
                    f"idle: {idle / MIB:.0f} MiB",
                )
                yield _last_look(f"{count:,} facts", own)
                yield row(
                    "weights",
                    f"largest page at {count:,} facts ({ours['pages']:.0f} pages)",
                    own["largest"] / KIB,
                    "KiB of HTML",
                    "",
                    300,
                )
    for many in sources:
        for few, lots in itertools.pairwise(facts):
            yield row(
                "growth",
                f"{few:,} to {lots:,} facts, {_sources(many)}",
                times[lots, many][0] / times[few, many][0],
                "times",
                f"the time for {few:,} facts in this run",
                11,
            )
    yield {
        "part": "curve",
        "points": [[count, many, *pair] for (count, many), pair in sorted(times.items())],
    }


def _overhead_of_the_real_topic(root: Path, quick: bool) -> Iterator[dict[str, Any]]:
    ours, own, stock = in_turn(root, 1 if quick else 5, "ours", "mkdocs", "stock")
    yield row(
        "overhead",
        "the real topic",
        100 * ours["total"] / own["total"],
        "%",
        AGAINST_MKDOCS,
        5,
        _laps(ours, own),
    )
    yield _last_look("the real topic", own)
    yield row(
        "overhead",
        "the real topic, stock Material",
        100 * ours["total"] / stock["total"],
        "%",
        "the same with Material’s own templates and its search plugin",
        None,
        f"{stock['total']:.2f} s",
    )


def _last_look(topic: str, own: dict[str, float]) -> dict[str, Any]:
    """The row of the audit of a topic's built pages."""
    return row(
        "overhead",
        f"{topic}, the plugin’s last look at the built pages",
        100 * own["audit"] / own["total"],
        "%",
        AGAINST_MKDOCS,
        None,
        f"{own['audit']:.2f} s",
    )


def _sources(many: int) -> str:
    return f"{many:,} source{'s' if many > 1 else ''}"


def _laps(ours: dict[str, float], own: dict[str, float]) -> str:
    laps = ", ".join(f"{name} {ours[name]:.2f}" for name in ("check", "render", "export", "stage"))
    return f"{ours['total']:.2f} s ({laps}) against {own['total']:.2f} s"


def matching(folder: Path, quick: bool) -> Iterator[dict[str, Any]]:
    """Exact words and near matches in a long source, and what happens when it is twice as long."""
    from synthetic import write_long

    sizes = (10_000, 20_000) if quick else (100_000, 200_000)
    quotations = 100 if quick else 1000
    results = []
    for size in sizes:
        root = folder / f"words-{size}"
        write_long(root, size, quotations)
        results.append(in_turn(root, 1 if quick else 3, "matching")[0])
    small, large = results
    where = f"in a source of {sizes[1]:,} words"
    yield row(
        "matching",
        f"{quotations:,} quotations placed {where}",
        1000 * large["match"],
        "ms",
        f"{sizes[0]:,} words: {1000 * small['match']:.3g} ms",
    )
    yield row(
        "matching",
        f"nearest words for {quotations:,} slightly wrong ones {where}",
        large["suggest"],
        "s",
        f"{sizes[0]:,} words: {small['suggest']:.3g} s",
        None,
        f"found for {large['found']:,.0f} of them",
    )
    yield row(
        "matching",
        f"the whole check of that topic {where}",
        large["check"],
        "s",
        f"{sizes[0]:,} words: {small['check']:.3g} s",
    )
    for key, what in (
        ("match", "exact words"),
        ("suggest", "nearest words"),
        ("check", "the whole check"),
    ):
        yield row(
            "matching",
            f"{what}: a source twice as long",
            large[key] / small[key],
            "times",
            f"{sizes[0]:,} words in this run; 2 is in proportion, 4 would be quadratic",
            2.5,
        )


def save(folder: Path, quick: bool) -> Iterator[dict[str, Any]]:
    """From saving one fact to the new page: ``mkdocs serve`` with the plugin, and plain MkDocs for
    the same change of the same staged page.
    """
    for name, root in (
        ("the real topic", real(folder)),
        ("1,000 facts", synthetic(folder, 1000, 10)),
    ):
        staged = run("restage", root)
        yield row(
            "save",
            f"{name}: pages staged anew for one edited fact",
            staged["pages"],
            "pages",
            f"all {staged['of']} pages",
            None,
            f"and {staged['data']} data files",
        )
        ours, plain = [], []
        for _ in range(1 if quick else 3):
            ours.append(_save(root, plugin=True))
            plain.append(_save(root, plugin=False))
        yield row(
            "save",
            f"{name}: from save to page",
            median(ours),
            "s",
            f"plain MkDocs, the same words in the same staged page: {median(plain):.2f} s",
            None,
            f"{median(ours) - median(plain):+.2f} s",
        )


def _save(root: Path, plugin: bool) -> float:
    """Seconds from writing one file until the served page has the new words."""
    import socket
    import urllib.request

    from explainer.site.labels import page_url

    run("ours", root)
    path, old, new = one_edit(root)
    value = old.partition("statement:")[2].strip().strip('"')
    page = next(
        p for p in sorted((root / "build/docs").rglob("*.md")) if value in p.read_text("utf-8")
    )
    if not plugin:
        path, old, new = page, value, value + " again"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = root / "mkdocs.yml"
    if not plugin:
        settings = root / "plain.yml"
        text = (root / "mkdocs.yml").read_text("utf-8")
        settings.write_text(text.replace("plugins: [explainer]", "plugins: []"), "utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-f",
        str(settings),
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    environment = {k: v for k, v in os.environ.items() if k not in PUBLISHED} | {
        "NO_MKDOCS_2_WARNING": "1"
    }
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = (
        f"http://127.0.0.1:{port}/{page_url(page.relative_to(root / 'build/docs').as_posix())}"
    )
    wanted = value + " again"

    def has(words: str) -> bool:
        try:
            return words in urllib.request.urlopen(address, timeout=60).read().decode()
        except OSError:
            return False

    text = path.read_text("utf-8")
    try:
        _wait(lambda: has(value), 120)
        time.sleep(
            1.5
        )  # the watcher looks at the files from time to time; it must have seen the old ones
        start = time.perf_counter()
        path.write_text(text.replace(old, new), "utf-8")
        _wait(lambda: has(wanted), 120)
        return time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()
        path.write_text(text, "utf-8")


def _wait(until: Callable[[], bool], limit: float) -> None:
    end = time.monotonic() + limit
    while not until():
        if time.monotonic() > end:
            raise SystemExit("the preview did not answer in time")
        time.sleep(0.02)


def weights(folder: Path, quick: bool) -> Iterator[dict[str, Any]]:
    """What a reader downloads."""
    from browse import COMPRESSED, first_visit, serving

    site = built(real(folder))
    with serving(site) as address:
        home = first_visit(address)
    yield row(
        "weights",
        "home page, first visit",
        home["gzip"] / KIB,
        "KiB gzip",
        "stock Material: 88 KiB",
        70,
        ", ".join(home["files"]),
    )
    yield row("weights", "home page, requests", home["requests"], "requests", "", 10)
    yield row("weights", "home page, asked of other hosts", home["elsewhere"], "requests", "", 0)
    pages = {p: len(gzip.compress(p.read_bytes(), 6, mtime=0)) for p in site.rglob("*.html")}
    yield row(
        "weights",
        "a further page, all of them on average",
        sum(pages.values()) / len(pages) / KIB,
        "KiB gzip",
        "the home page’s first visit",
        None,
        f"{len(pages)} pages; styles and script are there already",
    )
    every = sum(
        (
            len(gzip.compress(p.read_bytes(), 6, mtime=0))
            if p.suffix in COMPRESSED
            else p.stat().st_size
        )
        for p in site.rglob("*")
        if p.is_file() and p.suffix != ".map"
    )
    yield row("weights", "every file of the site once", every / KIB, "KiB", "")
    yield row(
        "weights",
        "largest page of the real topic",
        max(p.stat().st_size for p in pages) / KIB,
        "KiB of HTML",
        "",
        300,
    )
    root = synthetic(folder, 1000 if quick else 10_000, 10)
    if not (root / "build/docs/data").exists():
        run("ours", root)
    for name, topic in (
        ("the real topic", real(folder)),
        (f"{_count(root, 'quotes'):,} quotations", root),
    ):
        raw = (topic / "build/docs/data/search.json").read_bytes()
        yield row(
            "weights",
            f"search index, {name}",
            len(gzip.compress(raw, 6, mtime=0)) / KIB,
            "KiB gzip",
            f"{len(raw) / KIB:.0f} KiB plain; fetched when search is used",
            1024,
        )


def _count(root: Path, kind: str) -> int:
    return len(json.loads((root / "build/docs/data/facts.json").read_bytes())[kind])


def paint(folder: Path, quick: bool) -> Iterator[dict[str, Any]]:
    """The home page's largest contentful paint against a bare hand-written page with the same
    words, throttled alike.
    """
    from browse import bare_page, largest_paint, serving

    site = built(real(folder))
    (site / "bare.html").write_text(bare_page((site / "index.html").read_text("utf-8")), "utf-8")
    pairs = []
    with serving(site, 3 * 0.15) as address:
        for _ in range(1 if quick else 7):
            pairs.append([largest_paint(address + name) for name in ("", "bare.html")])
    (site / "bare.html").unlink()
    ours, bare = (median(p[i]["paint"] for p in pairs) for i in (0, 1))
    how = (
        "Chromium, 412 by 823 pixels, 1.6 Mbit/s, 150 ms a round trip, three of them before the"
        " first request, processor four times slower"
    )
    yield row(
        "paint",
        "home page, largest contentful paint",
        ours / bare,
        "times",
        f"a bare hand-written page with the same words: {bare / 1000:.2f} s",
        1.6,
        f"{ours / 1000:.2f} s; {how}",
    )
    yield row(
        "paint", "home page, layout shift", median(p[0]["shift"] for p in pairs), "", "", 0, how
    )


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
        f"{one['part']}: {one['what']}",
        f"{value} {one['unit']}".strip(),
        limit,
        one["against"],
        one["note"],
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
            "Medians; what is compared was run in turn within one run. [NOTES.md](NOTES.md) says"
            " how to read it and what was learned."
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
        choices=PARTS,
        default=PARTS,
        metavar="PART",
        help=f"only these parts ({', '.join(PARTS)}); nothing is written",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="where to write (default: beside this file, and docs/COSTS.md)",
    )
    parser.add_argument("--worker", nargs=2, metavar=("NAME", "ROOT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        print(json.dumps(WORKERS[given.worker[0]](given.worker[1])))
        return
    start = time.monotonic()
    rows: list[dict[str, Any]] = []
    curve: list[Any] = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in given.only:
            for one in globals()[part](Path(scratch), given.quick):
                if one["part"] == "curve":
                    curve = one["points"]
                else:
                    rows.append(one)
                    print("  ".join(filter(None, shown(one)[:3])), file=sys.stderr, flush=True)
    print("\n" + table(rows))
    print(f"\n{len(rows)} rows in {time.monotonic() - start:.0f} s")
    if given.quick or tuple(given.only) != PARTS:
        return
    from costs import page
    from plot import growth

    results = {"date": date.today().isoformat(), "machine": machine(), "rows": rows, "curve": curve}
    texts = {
        "results.json": json.dumps(results, ensure_ascii=False, indent=1) + "\n",
        "RESULTS.md": markdown(results),
        "growth.svg": growth(curve),
        "COSTS.md": page(results),
    }
    for name, text in texts.items():
        folder = given.out or (ROOT / "docs" if name == "COSTS.md" else HERE)
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
