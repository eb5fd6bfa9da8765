"""The parts of ``make bench``: each measures some rows of the table, in a folder of its own."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from topics import PUBLISHED, ROOT, built, count, one_edit, real, stock, synthetic
from workers import in_turn, processor, run

KIB, MIB = 1024, 1024 * 1024
Row = dict[str, Any]


def row(
    who: str,
    what: str,
    value: float | None,
    unit: str,
    against: str = "",
    limit: float | None = None,
    note: str = "",
) -> Row:
    """One line of the table. ``who`` waits; ``against``: what it is compared with; ``limit``: the
    most that the project allows itself."""
    return {
        "who": who,
        "what": what,
        "value": None if value is None else float(f"{value:.4g}"),
        "unit": unit,
        "against": against,
        "limit": limit,
        "note": note,
        "met": None if limit is None or value is None else value <= limit,
    }


STOCK = "mkdocs build of the same staged Markdown with Material’s own templates and search"


def _staged(root: Path) -> None:
    """See that a topic's pages are there."""
    if not (root / "build/docs/data").exists():
        run("staged", root)


# --- the machine ----------------------------------------------------------------------------------


def growth(folder: Path, quick: bool) -> Iterator[Row]:
    """``mkdocs build`` the whole way, with more and more facts, and the memory it takes."""
    sizes = (100, 1000) if quick else (100, 1000, 10_000)
    points, last = [], 0.0
    for facts in sizes:
        root = synthetic(folder, facts)
        stock(root)
        times = 1 if quick else {100: 5, 1000: 2}.get(facts, 1)
        ours, plain = in_turn(root, times, "whole", "stock")
        points.append([facts, 10, ours["total"], plain["total"]])
        yield row(
            "machine",
            f"mkdocs build of {facts:,} facts, the whole way",
            ours["total"],
            "s",
            f"{STOCK}: {plain['total']:.3g} s",
            None,
            f"of it check, render, export and stage {ours['pre_build']:.2f} s, stylesheet and"
            f" last look at the built pages {ours['post_build']:.2f} s",
        )
        if last:
            few = f"the time for {facts // 10:,} facts in this run"
            yield row(
                "machine",
                f"ten times the facts: {facts:,}",
                ours["total"] / last,
                "times",
                few,
                10.5,
            )
        last = ours["total"]
    yield row(
        "machine",
        f"peak memory of check, render, export and stage at {facts:,} facts",
        (ours["pre_build peak"] - ours["idle"]) / MIB,
        "MiB",
        "MkDocs and the plugin, imported",
        None if quick else 150,
        f"imported: {ours['idle'] / MIB:.0f} MiB",
    )
    yield row(
        "machine",
        f"peak memory of the whole build at {facts:,} facts",
        ours["memory"] / MIB,
        "MiB",
        f"stock Material: {plain['memory'] / MIB:.0f} MiB",
    )
    yield row(
        "machine", f"largest page at {facts:,} facts", ours["largest"] / KIB, "KiB of HTML", "", 300
    )
    yield {"curve": points}


def matching(folder: Path, quick: bool) -> Iterator[Row]:
    """Exact words and near matches in a long source, and what happens when it is twice as long."""
    from synthetic import write_long

    sizes = (20_000, 40_000) if quick else (100_000, 200_000)
    quotations = 100 if quick else 1000
    results = []
    for size in sizes:
        root = folder / f"words-{size}"
        write_long(root, size, quotations)
        results.append(in_turn(root, 1 if quick else 2, "matching")[0])
    small, large = results
    for key, what in (
        ("match", f"{quotations:,} quotations placed"),
        ("suggest", f"nearest words for {large['found']:,.0f} slightly wrong ones"),
        ("check", "the whole check of that topic"),
    ):
        yield row(
            "machine",
            f"{what}: {sizes[1]:,} words of source in place of {sizes[0]:,}",
            large[key] / small[key],
            "times",
            f"{small[key]:.3g} s; 2 is in proportion, 4 would be quadratic",
            2.5,
            f"{large[key]:.3g} s",
        )


def repetitions(folder: Path, quick: bool) -> Iterator[Row]:
    """What took some part of the way through the square of its length or worse: one sign or word
    again and again."""
    from explainer.commands.new import new

    base = folder / "new"
    if not base.exists():
        new(base)
    found = run("repetitions", base)
    yield row(
        "machine",
        f"the check of 12,000 characters of one sign or word in place of 6,000, the worst of"
        f" {found['units']:.0f}",
        found["ratio"],
        "times",
        f"the slowest of 6,000: {found['slowest']:.3g} s; 2 is in proportion, 4 would be quadratic",
        2.5,
        f"the slowest of 12,000: {found['twice']:.3g} s",
    )


# --- editors and reviewers ------------------------------------------------------------------------


def check(folder: Path, quick: bool) -> Iterator[Row]:
    """``explainer check`` in a fresh process, importing included."""
    python = sys.executable
    large = synthetic(folder, 1000 if quick else 10_000)
    for root, name, limit in (
        (real(folder), "the real topic", 0.8),
        (large, "", None if quick else 6),
    ):
        _staged(root)
        settings = stock(root)
        ours, plain = processor(
            1 if quick or not name else 5,
            [python, "-m", "explainer", "check", "--root", str(root)],
            [python, "-m", "mkdocs", "build", "-f", str(settings)],
        )
        yield row(
            "editor",
            f"explainer check, {name or f'{1000 if quick else 10_000:,} facts'}",
            ours,
            "s",
            f"{STOCK}: {plain:.2f} s",
            limit,
            f"{ours / plain:.2f} times; processor time, the least of several",
        )


def site(folder: Path, quick: bool) -> Iterator[Row]:
    """``make site`` of what was built before."""
    root = real(folder)
    built(root)
    ours, plain = processor(
        1 if quick else 5,
        ["make", "-s", "-C", str(ROOT), "site", f"ROOT={root}"],
        [sys.executable, "-m", "mkdocs", "build", "-f", str(stock(root))],
    )
    yield row(
        "reviewer",
        "second make site, the real topic",
        ours / plain,
        "times",
        f"{STOCK}: {plain:.2f} s",
        1.3,
        f"{ours:.2f} s; processor time, the least of several",
    )


def save(folder: Path, quick: bool) -> Iterator[Row]:
    """From saving one fact to the new page: ``mkdocs serve`` with the plugin, and with stock
    Material for the same change of the same staged page."""
    topics = (real(folder), "the real topic", 1.0), (synthetic(folder, 1000), "1,000 facts", 1.2)
    for root, name, limit in topics:
        staged = run("restage", root)
        ours, plain = [], []
        for _ in range(1 if quick else 3):
            ours.append(_save(root, root / "mkdocs.yml"))
            plain.append(_save(root, stock(root)))
        yield row(
            "editor",
            f"save to page, {name}",
            median(ours) / median(plain),
            "times",
            f"mkdocs serve with stock Material, the same words in the same staged page:"
            f" {median(plain):.2f} s",
            limit,
            f"{median(ours):.2f} s; {staged['pages']:.0f} of {staged['of']:.0f} pages and"
            f" {staged['data']:.0f} data files are staged anew",
        )


def _save(root: Path, settings: Path) -> float:
    """Seconds from writing one file until the served page has the new words."""
    from explainer.site.labels import page_url

    run("staged", root)  # what was staged last may have the new words
    path, old, new = one_edit(root)
    value = old.partition("statement:")[2].strip().strip('"')
    docs = root / "build/docs"
    page = next(p for p in sorted(docs.rglob("*.md")) if value in p.read_text("utf-8"))
    if settings.name != "mkdocs.yml":
        path, old, new = page, value, value + " again"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(settings)]
    process = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"],
        env={k: v for k, v in os.environ.items() if k not in PUBLISHED}
        | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/{page_url(page.relative_to(docs).as_posix())}"

    def has(words: str) -> bool:
        try:
            return words in urllib.request.urlopen(address, timeout=60).read().decode()
        except OSError:
            return False

    text = path.read_text("utf-8")
    try:
        _wait(lambda: has(value))
        time.sleep(1.5)  # the watcher must have seen the files as they were
        start = time.perf_counter()
        path.write_text(text.replace(old, new), "utf-8")
        _wait(lambda: has(value + " again"))
        return time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()
        path.write_text(text, "utf-8")


def _wait(until: Callable[[], bool], limit: float = 120) -> None:
    end = time.monotonic() + limit
    while not until():
        if time.monotonic() > end:
            raise SystemExit("the preview did not answer in time")
        time.sleep(0.02)


# --- readers --------------------------------------------------------------------------------------


def weights(folder: Path, quick: bool) -> Iterator[Row]:
    """What a reader downloads."""
    from browse import COMPRESSED, first_visit, serving

    root = real(folder)
    folders = built(root), built(root, stock(root).name)
    visits = []
    for one in folders:
        with serving(one) as address:
            visits.append(first_visit(address))
    (home, plain), home_files = visits, visits[0]["files"]
    stocks = f"stock Material: {plain['before'] / KIB:.0f} KiB, {plain['after'] / KIB:.0f} KiB"
    unit = "KiB gzip"
    yield row(
        "reader",
        "home page before the first touch",
        home["before"] / KIB,
        unit,
        stocks,
        40,
        ", ".join(home_files["before"]),
    )
    yield row(
        "reader",
        "home page, all that comes after the first touch, search opened",
        home["after"] / KIB,
        unit,
        stocks,
        120,
        ", ".join(home_files["after"]),
    )
    yield row("reader", "home page, requests", home["requests"], "requests", "", 10)
    yield row("reader", "home page, asked of other hosts", home["elsewhere"], "requests", "", 0)
    yield row("reader", "stock Material’s home page, first visit", plain["before"] / KIB, unit)
    pages = {p: _gzip(p) for p in folders[0].rglob("*.html")}
    yield row(
        "reader",
        "a further page, all of them on average",
        sum(pages.values()) / len(pages) / KIB,
        unit,
        "the home page’s first visit",
        None,
        f"{len(pages)} pages; styles and script are there already",
    )
    files = [p for p in folders[0].rglob("*") if p.is_file() and p.suffix != ".map"]
    every = sum(_gzip(p) if p.suffix in COMPRESSED else p.stat().st_size for p in files)
    yield row("reader", "every file of the site once", every / KIB, "KiB")
    largest = max(p.stat().st_size for p in pages) / KIB
    yield row("reader", "largest page of the real topic", largest, "KiB of HTML", "", 300)
    for name, topic in _indexes(folder, quick):
        path = topic / "build/docs/data/search.json"
        plainly = f"{path.stat().st_size / KIB:.0f} KiB plain; fetched when search is used"
        yield row("reader", f"search index, {name}", _gzip(path) / KIB, unit, plainly, 1024)


def _gzip(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _indexes(folder: Path, quick: bool) -> Iterator[tuple[str, Path]]:
    """The topics whose search is measured, staged."""
    root = synthetic(folder, 1000 if quick else 10_000)
    for one in (real(folder), root):
        _staged(one)
    yield "the real topic", real(folder)
    yield f"{count(root, 'quotes'):,} quotations", root


def search(folder: Path, quick: bool) -> Iterator[Row]:
    """From the last key to the first hit, in the box of the home page."""
    from browse import first_hits, serving

    page = built(real(folder))
    for (name, topic), limit in zip(_indexes(folder, quick), (50, 200), strict=True):
        copy = folder / "searched"
        shutil.copytree(page, copy, dirs_exist_ok=True)
        shutil.copy(topic / "build/docs/data/search.json", copy / "data/search.json")
        with serving(copy) as address:
            times = first_hits(address, copy / "data/search.json", 3 if quick else 15)
        yield row(
            "reader",
            f"first hit after the last key, {name}",
            median(times),
            "ms",
            "",
            limit,
            f"processor four times slower; median of {len(times)}, {min(times):.0f} to"
            f" {max(times):.0f}",
        )


def paint(folder: Path, quick: bool) -> Iterator[Row]:
    """Lighthouse's largest contentful paint against a bare hand-written page with the same words,
    and its marks."""
    from browse import bare_page, lighthouse, serving

    site = built(real(folder))
    (site / "bare.html").write_text(bare_page((site / "index.html").read_text("utf-8")), "utf-8")
    pages = sorted(site.rglob("*.html"), key=lambda p: p.read_text("utf-8").count("<th"))
    compared = pages[-1].relative_to(site).as_posix().removesuffix("index.html")
    times = 1 if quick else 5
    try:
        with serving(site) as address:
            runs = [
                [lighthouse(address + one) for one in ("", "bare.html", compared)]
                for _ in range(times)
            ]
    except OSError as error:
        runs, missing = [], f"not measured: {error}"
    finally:
        (site / "bare.html").unlink()
    how = "Lighthouse 12, mobile, simulated; median" if runs else missing
    ours, bare = (median(r[i]["paint"] for r in runs) if runs else 1 for i in (0, 1))
    yield row(
        "reader",
        "home page, largest contentful paint",
        ours / bare if runs else None,
        "times",
        f"a bare hand-written page with the same words: {bare / 1000:.2f} s" if runs else "",
        1.4,
        f"{ours / 1000:.2f} s; {how}" if runs else how,
    )
    for name, i in (("home page", 0), ("the page with the largest table", 2)):
        less = [r[i]["least"] for r in runs if r[i]["least"] < 100]
        yield row(
            "reader",
            f"{name}, runs of Lighthouse below 100 in any of four",
            len(less) if runs else None,
            f"of {times}" if runs else "",
            "",
            0,
            (f"the least: {min(less)}" if less else "") if runs else how,
        )


def tests(_: Path, quick: bool) -> Iterator[Row]:
    """``make test``, which takes about as long as all the rest together."""
    start = time.monotonic()
    done = subprocess.run(["make", "-s", "-C", str(ROOT), "test"], capture_output=True, text=True)
    said = done.stdout.strip().rpartition("\n")[2].strip("= ")
    yield row(
        "engineer",
        "make test",
        (time.monotonic() - start) / 60 if done.returncode == 0 else None,
        "min",
        f"{len(os.sched_getaffinity(0))} cores",
        5,
        said if done.returncode == 0 else f"it fails: {said}",
    )


PARTS = {
    one.__name__: one
    for one in (growth, matching, repetitions, check, site, save, weights, search, paint)
}
APART = {"tests": tests}  # only when it is named
