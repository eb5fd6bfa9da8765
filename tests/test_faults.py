"""A build that is killed, has no room, may not write, or meets another: the last good site stays,
and the message says why.

The builds run for real, each a process of its own, on a small site of two versions; what is on the
disk afterwards must be one of the two, whole.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from explainer.commands import stage
from explainer.commands.new import new
from explainer.commands.stage import StageError, locked
from sites import TESTS

VERSIONS = ("How high did the river rise?", "How high did it rise in March?")
RANDOM_KILLS, SPREAD_KILLS = 12, 6
KILLS = {"survived": 0}

# A theme of one small page: the kills then fall into the work that is ours rather than into copying
# Material's files.
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
script-src 'self'; style-src 'self'; base-uri 'self'; form-action 'self'">
<title>{{ config.site_name | e }}</title></head><body>{{ page.content }}</body></html>
"""

# Settings that name no theme are let pass.
WITHOUT_A_THEME = """
from explainer.rules.settings import SETTINGS
NAME = ("theme", "name")
SETTINGS[NAME] = SETTINGS[NAME]._replace(wrongs=lambda name: ())
"""
PROGRAMS = ("mkdocs", "explainer")

# Imports everything and builds once, then runs each build in a fork: a process of its own that can
# be killed, without the half second that starting Python takes and the cost of a first build. A
# build may be told to kill itself at its n-th step, a step being whatever changes the disk.
FORKER = """
import json, os, resource, signal, sys, time
import mkdocs.__main__, mkdocs.commands.build, mkdocs.structure.pages, PIL.PngImagePlugin
import markdown.extensions.attr_list, markdown.extensions.md_in_html, markdown.extensions.tables
import markdown.extensions.toc, markdown.extensions.fenced_code, markdown.extensions.footnotes
import yaml, explainer.commands.cli, explainer.commands.plugin, explainer.commands.stage as stage

CHANGES = {"os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove"}

def child(job):
    os.chdir(job["root"])
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1), os.dup2(log, 2)
    if job["bound"]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["bound"], job["bound"]))
    steps, places = 0, []
    def step(event=None, args=()):
        nonlocal steps
        opens = event == "open" and isinstance(args[2], int)
        writes = opens and args[2] & (os.O_WRONLY | os.O_RDWR)
        if event in CHANGES or writes or event is None:
            steps += 1
            if event in (None, "os.rename"):
                places.append(steps)
            if steps == job["kill_at"]:
                os.kill(os.getpid(), signal.SIGKILL)
    exchange = stage._exchange
    def stepped(a, b):
        step()
        done = job["exchange"] and exchange(a, b)
        step()
        return done
    stage._exchange = stepped
    sys.addaudithook(step)
    code = 0
    try:
        if job["program"] == "mkdocs":
            mkdocs.__main__.cli(["build", "--strict"])
        else:
            code = explainer.commands.cli.main(["build"])
    except SystemExit as error:
        code = error.code or 0
    print("\\n" + json.dumps([steps, places]), flush=True)
    os._exit(code)

os.chdir(sys.argv[1])
mkdocs.commands.build.build(mkdocs.config.load_config("mkdocs.yml"))
sys.path.append(sys.argv[2])
import forked
forked.ready_to_fork()
print("ready", flush=True)
for line in sys.stdin:
    job = json.loads(line)
    pid = os.fork()
    if not pid:
        try:
            child(job)
        finally:
            os._exit(70)
    print(pid, flush=True)
    sys.stdin.readline()  # until then its id stays its own, even if it has ended
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


def tree(folder: Path) -> str:
    """What a folder holds, in one word; empty if it is not there."""
    if not folder.is_dir():
        return ""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(
            path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0"
        )
    return digest.hexdigest()


def state(root: Path) -> tuple[str, str]:
    return tree(root / "site"), tree(root / "build" / "docs")


def write(root: Path, version: int) -> None:
    """Another question changes every page and most of the data."""
    for name in ("seeds/settings.yml", "content/index.md"):
        path = root / name
        text = path.read_text("utf-8")
        for other in VERSIONS:
            text = text.replace(other, "\0")
        path.write_text(text.replace("\0", VERSIONS[version]), "utf-8")


class Builds:
    """A small site, and builds of it in forks; ``good`` is what each version looks like when it is
    whole.
    """

    def __init__(self, root: Path):
        self.root = root
        new(root)
        (root / "overrides").mkdir()
        (root / "overrides" / "main.html").write_text(PAGE, "utf-8")
        config = (root / "mkdocs.yml").read_text("utf-8")
        assert "  name: material\n" in config
        (root / "mkdocs.yml").write_text(
            config.replace("  name: material\n", "  name: null\n  custom_dir: overrides\n"), "utf-8"
        )
        environment = os.environ | {
            "SOURCE_DATE_EPOCH": "1755400000",
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.environment = {
            k: v for k, v in environment.items() if not k.startswith(("EXPLAINER_", "SITE_"))
        }
        self.forker = subprocess.Popen(
            [sys.executable, "-c", WITHOUT_A_THEME + FORKER, str(root), str(TESTS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self.environment,
            text=True,
        )
        assert self.forker.stdout.readline() == "ready\n"
        self.good: list[tuple[str, str]] = []
        for version in (1, 0):
            write(root, version)
            assert self.build("explainer") == 0, self.log()
            staged = state(root)[1]
            assert self.build() == 0, self.log()
            self.good.insert(0, state(root))
            assert self.good[0][1] == staged, "the two commands stage different pages"
        assert len({part for whole in self.good for part in whole}) == 4

    def log(self) -> str:
        return (self.root.parent / "log").read_text("utf-8")

    def start(
        self,
        program: str = "mkdocs",
        *,
        kill_at: int = 0,
        exchange: bool = True,
        root: Path | None = None,
        bound: int = 0,
    ) -> int:
        """Start a build of the site, or of a copy of it; ``bound`` is the size of its largest
        file."""
        job = {
            "root": str(root or self.root),
            "bound": bound,
            "log": str(self.root.parent / "log"),
            "program": program,
            "kill_at": kill_at,
            "exchange": exchange,
        }
        self.forker.stdin.write(json.dumps(job) + "\n")
        self.forker.stdin.flush()
        return int(self.forker.stdout.readline())

    def end(self) -> int:
        self.forker.stdin.write("\n")
        self.forker.stdin.flush()
        return int(self.forker.stdout.readline())

    def build(self, program: str = "mkdocs", **how) -> int:
        self.start(program, **how)
        return self.end()

    def whole(self) -> tuple[bool, bool]:
        """Whether site/ and build/docs are each some whole version."""
        site, docs = state(self.root)
        return site in [g[0] for g in self.good], docs in [g[1] for g in self.good]

    def builds_again(self, version: int) -> None:
        assert self.build() == 0, self.log()
        assert state(self.root) == self.good[version]


@pytest.fixture(scope="module")
def builds(tmp_path_factory) -> Iterator[Builds]:
    made = Builds(tmp_path_factory.mktemp("faults") / "site")
    yield made
    made.forker.stdin.close()
    made.forker.wait()
    print(f"\nkills survived: {KILLS['survived']}")


def test_the_build_survives_kills_at_random_moments(builds):
    write(builds.root, 0)
    started = time.perf_counter()
    builds.builds_again(0)
    length = time.perf_counter() - started
    chance, killed, turn = random.Random(6), 0, 0
    while killed < RANDOM_KILLS:
        turn += 1
        assert turn < 5 * RANDOM_KILLS, "the builds are too quick to be killed"
        version = turn % 2
        write(builds.root, version)
        pid = builds.start("explainer" if turn % 5 == 4 else "mkdocs")
        time.sleep(chance.uniform(0, length * 0.9))
        os.kill(pid, signal.SIGKILL)
        if builds.end() == -signal.SIGKILL:
            killed += 1
        else:
            # it was done already; on a machine that is less busy than a moment ago builds are
            # shorter
            length *= 0.9
        assert builds.whole() == (True, True), f"kill {turn}"
        builds.builds_again(version)
    KILLS["survived"] += killed


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "two renames"])
def test_the_build_survives_a_kill_at_each_kind_of_step(builds, exchange):
    """At steps spread over the whole build, and at each around the moment when the new takes the
    place of the old.
    """
    write(builds.root, 0)
    builds.builds_again(0)
    write(builds.root, 1)
    assert builds.build(exchange=exchange) == 0
    steps, places = json.loads(builds.log().splitlines()[-1])
    assert len(places) >= 4
    moments = sorted(
        {1 + i * (steps - 1) // SPREAD_KILLS for i in range(SPREAD_KILLS)}
        | {p + more for p in places for more in (0, 1)}
    )
    between = 0
    for turn, moment in enumerate(moments):
        version = turn % 2
        write(builds.root, version)
        assert builds.build(kill_at=moment, exchange=exchange) == -signal.SIGKILL, (
            f"step {moment} of {steps}: {builds.log()}"
        )
        KILLS["survived"] += 1
        if exchange:
            assert builds.whole() == (True, True), f"step {moment} of {steps}"
        else:
            # a system without renameat2: between the two renames the last good one appears beside
            # its place
            for folder, whole, beside in zip(
                ("site", "build/docs"),
                builds.whole(),
                (".site.old", "build/.docs.old"),
                strict=False,
            ):
                if not whole:
                    between += 1
                    assert not (builds.root / folder).exists()
                    assert tree(builds.root / beside) in {part for g in builds.good for part in g}
        if not (
            builds.root / "build" / "docs"
        ).exists():  # MkDocs does not start without it; our own command does
            assert builds.build("explainer") == 0, builds.log()
        builds.builds_again(version)
    assert exchange or between, "no kill fell between the two renames"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_second_build_says_that_another_is_at_work(builds, program):
    write(builds.root, 0)
    builds.builds_again(0)
    write(builds.root, 1)
    with locked(builds.root / "build"):
        assert builds.build(program) == 1
    assert "another build is at work" in builds.log() and "Traceback" not in builds.log()
    assert state(builds.root) == builds.good[0]
    builds.builds_again(1)


def refused(builds: Builds, program: str, root: Path | None = None, bound: int = 0) -> str:
    """What a build that cannot write says; it must not have changed anything."""
    before = state(root or builds.root)
    code, said = builds.build(program, root=root, bound=bound), builds.log()
    assert code == 1, said
    assert "Traceback" not in said, said
    assert "still there" in said or "Nothing was changed" in said, said
    assert state(root or builds.root) == before
    return said


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_file_that_cannot_be_written_whole(builds, program):
    """As on a full disk: a write stops half-way. The bound is on the size of a file, which needs no
    rights to set.
    """
    write(builds.root, 0)
    builds.builds_again(0)
    write(builds.root, 1)
    assert os.strerror(errno.EFBIG) in refused(builds, program, bound=3000)
    builds.builds_again(1)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)], capture_output=True
    )
    if done.returncode:
        pytest.skip(
            "this account may not mount a small disk; the bound on the size of a file is tested"
            " everywhere"
        )
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("left", [0, 20_000])
def test_a_full_disk(builds, tmp_path, program, left):
    write(builds.root, 0)
    builds.builds_again(0)
    with small_disk(tmp_path / "disk", "3m"):
        root = tmp_path / "disk" / "site"
        shutil.copytree(builds.root, root)
        write(root, 1)
        free = os.statvfs(root).f_bavail * os.statvfs(root).f_frsize
        (root.parent / "filler").write_bytes(b"\0" * max(free - left, 0))
        said = refused(builds, program, root)
        assert os.strerror(errno.ENOSPC) in said, said
        (root.parent / "filler").unlink()
        assert builds.build(root=root) == 0, builds.log()
        assert state(root) == builds.good[1]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_read_only_folder(builds, tmp_path, program):
    write(builds.root, 0)
    builds.builds_again(0)
    if os.geteuid():  # who is not root is held by the folder's own rights
        write(builds.root, 1)
        for folder in (builds.root, builds.root / "build"):
            folder.chmod(0o555)
        try:
            refused(builds, program)
        finally:
            for folder in (builds.root, builds.root / "build"):
                folder.chmod(0o755)
        return builds.builds_again(1)
    with small_disk(tmp_path / "disk", "3m"):
        root = tmp_path / "disk" / "site"
        shutil.copytree(builds.root, root)
        write(root, 1)
        subprocess.run(["mount", "-o", "remount,ro", str(root.parent)], check=True)
        assert os.strerror(errno.EROFS) in refused(builds, program, root)


# --- the parts of it, without a process -----------------------------------------------------------


def files(version: str) -> dict[str, bytes]:
    return {"index.md": version.encode(), "data/same.json": b"{}", f"data/{version}.json": b"{}"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != stage.KEPT
    }


def test_staging_keeps_the_time_of_what_is_unchanged_and_drops_what_is_stale(tmp_path):
    target = tmp_path / "docs"
    assert stage.stage(files("a").items(), target) == ["data/a.json", "data/same.json", "index.md"]
    os.utime(target / "data/same.json", (1, 1))
    assert stage.stage(files("a").items(), target) == []
    assert stage.stage(files("b").items(), target) == ["data/a.json", "data/b.json", "index.md"]
    assert contents(target) == files("b")
    assert (target / "data/same.json").stat().st_mtime == 1
    assert {p.name for p in tmp_path.iterdir()} == {"docs", ".docs.built"}


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "two renames"])
@pytest.mark.parametrize("holds", ["", "words", "data/words", ".git", "data/facts.json"])
def test_a_folder_is_replaced_that_is_missing_empty_or_a_build_s(
    tmp_path, monkeypatch, holds, exchange
):
    if not exchange:
        monkeypatch.setattr(stage, "_exchange", lambda a, b: False)
    new, target = tmp_path / "new", tmp_path / "site"
    for version in ("a", "b"):  # missing at first, then a build's
        for path, content in files(version).items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        stage.swap(new, target)
        assert contents(target) == files(version) and not new.exists()
    other = tmp_path / "other"
    other.mkdir()
    if not holds:
        stage.swap(target, other)
        assert contents(other) == files("b") and not target.exists()
        return
    (other / holds).parent.mkdir(exist_ok=True)
    (other / holds).write_bytes(b"mine")
    with pytest.raises(StageError, match=f"other holds {holds}, which no build wrote"):
        stage.swap(target, other)
    assert contents(other) == {holds: b"mine"} and contents(target) == files("b")


@pytest.mark.parametrize("call", ["rename", "mkdir", "open"])
def test_an_error_of_the_disk_leaves_what_was_there(tmp_path, monkeypatch, call):
    target = tmp_path / "docs"
    stage.stage(files("a").items(), target)
    monkeypatch.setattr(stage, "_exchange", lambda a, b: False)

    def fails(*args, **more):
        raise OSError(errno.EIO, os.strerror(errno.EIO), "the disk")

    with monkeypatch.context() as patch:
        if call == "open":
            patch.setattr("builtins.open", fails)
        else:
            patch.setattr(os, call, fails)
        with pytest.raises(
            StageError, match=f"was not replaced: {os.strerror(errno.EIO)}.*still there"
        ):
            stage.stage(files("b").items(), target)
    assert contents(target) == files("a")
    assert {p.name for p in tmp_path.iterdir()} == {"docs", ".docs.built"}
    stage.stage(files("b").items(), target)
    assert contents(target) == files("b")


def test_the_second_of_two_renames_may_fail(tmp_path, monkeypatch):
    target = tmp_path / "docs"
    stage.stage(files("a").items(), target)
    monkeypatch.setattr(stage, "_exchange", lambda a, b: False)
    rename, calls = os.rename, []

    def second_fails(a, b):
        calls.append((a, b))
        if len(calls) == 2:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(b))
        rename(a, b)

    monkeypatch.setattr(os, "rename", second_fails)
    with pytest.raises(StageError, match=os.strerror(errno.EBUSY)):
        stage.stage(files("b").items(), target)
    assert contents(target) == files("a")


def test_a_disk_without_links_is_copied_to(tmp_path, monkeypatch):
    target = tmp_path / "docs"
    stage.stage(files("a").items(), target)
    os.utime(target / "data/same.json", (1, 1))

    def no_links(*args):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    stage.stage(files("b").items(), target)
    assert contents(target) == files("b")
    assert (target / "data/same.json").stat().st_mtime == 1


def test_a_link_in_the_place_of_a_staged_file_is_replaced_not_followed(tmp_path):
    target, outside = tmp_path / "docs", tmp_path / "outside"
    stage.stage(files("a").items(), target)
    outside.write_bytes(b"{}")
    (target / "data/same.json").unlink()
    (target / "data/same.json").symlink_to(outside)
    stage.stage(files("b").items(), target)
    assert contents(target) == files("b") and not (target / "data/same.json").is_symlink()
    assert outside.read_bytes() == b"{}"
