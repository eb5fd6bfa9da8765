"""The live preview: one rebuild a save, a fault shown as a page and fixed at the next good save;
and builds that fail.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from explainer.commands.new import new
from explainer.commands.theme import OWN
from forked import build

pytestmark = pytest.mark.slow
MKDOCS = Path(sys.executable).parent / "mkdocs"
FACTS = "seeds/facts/river.yml"


class Preview:
    """A running `mkdocs serve`, with what it printed so far."""

    def __init__(self, site: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.site, self.address, self.log = site, f"http://127.0.0.1:{port}/", ""
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("SITE_URL", None)
        command = [MKDOCS, "serve", "-f", site / "mkdocs.yml", "-a", f"127.0.0.1:{port}"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:  # type: ignore[union-attr]
            self.log += line

    def get(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def until(self, words: str, path: str = "", seconds: float = 30) -> str:
        """The page, once it holds some words."""
        end, page = time.monotonic() + seconds, ""
        while time.monotonic() < end:
            try:
                page = self.get(path)
            except OSError:
                page = ""
            if words in page:
                return page
            time.sleep(0.1)
        pytest.fail(f"{words!r} did not come: {page[:2000]}\n{self.log}")

    def logged(self, words: str, seconds: float = 30) -> None:
        """Waits for some words in what was printed, which comes a moment after the page."""
        end = time.monotonic() + seconds
        while words not in self.log.replace("\n", " "):
            assert time.monotonic() < end, f"{words!r} was not printed: {self.log}"
            time.sleep(0.1)

    def builds(self) -> int:
        return self.log.count("Building documentation...")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.site / path).read_text("utf-8")
        assert old in text
        (self.site / path).write_text(text.replace(old, new, 1), "utf-8")

    def files(self) -> dict[Path, bytes]:
        """What an editor writes."""
        folders = (self.site / name for name in ("content", "seeds", "overrides"))
        some = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in (*some, self.site / "mkdocs.yml")}

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Preview]]:
    """Gives a preview of a new site: the one of the test before, if that left it as it was."""
    begun: list[tuple[Preview, dict[Path, bytes]]] = []

    def begin() -> Preview:
        if begun and begun[-1][0].process.poll() is None:
            if begun[-1][0].files() == begun[-1][1]:
                return begun[-1][0]
            begun[-1][0].end()
        site = tmp_path_factory.mktemp("preview") / "river"
        new(site)
        shutil.copytree(OWN, site / "overrides")
        settings = site / "mkdocs.yml"
        text = settings.read_text("utf-8")
        text = text.replace("name: material", "name: material\n  custom_dir: overrides")
        settings.write_text(text, "utf-8")
        preview = Preview(site)
        begun.append((preview, preview.files()))
        return preview

    yield begin
    for preview, _ in begun:
        preview.end()


@pytest.fixture
def preview(running: Callable[[], Preview]) -> Preview:
    preview = running()
    preview.until("412")
    return preview


def test_a_saved_fact_is_on_the_page_after_one_rebuild_and_a_fault_is_shown_until_it_is_mended(
    preview: Preview,
) -> None:
    assert preview.address in preview.get("data/feed.xml"), "links lead to the preview"
    before = preview.builds()
    preview.edit(
        FACTS, "It is asked to move the pump house.", "It was asked to move the pump house."
    )
    preview.until("It was asked to move the pump house.")
    time.sleep(2)  # a second rebuild, or an endless loop, would come now
    assert preview.builds() == before + 1, preview.log

    preview.edit(FACTS, "the meadows took", "the meadow took")
    page = preview.until("to be fixed")
    assert "the words are not in the source" in page
    assert "the meadows took the rest," in page, "the nearest words"
    assert FACTS in page and re.search(r"line \d+", page)
    assert "livereload" in page, "the page comes back by itself"
    assert "to be fixed" in preview.get("method/"), "on whatever page the editor is"
    assert "the words are not in the source" in preview.log

    preview.edit(FACTS, "the meadow took", "the meadows took")
    preview.until("It was asked to move the pump house.")
    assert preview.process.poll() is None

    before = preview.builds()
    preview.edit("content/index.md", "the water authority stated", "the water authority has stated")
    preview.until("the water authority has stated")
    time.sleep(2)
    assert preview.builds() == before + 1, preview.log


def test_a_preview_that_begins_with_a_fault_shows_it(tmp_path: Path) -> None:
    site = tmp_path / "river"
    new(site)
    facts = site / FACTS
    good = facts.read_text("utf-8")
    facts.write_text(good.replace("value: 412", "value: 421"), "utf-8")
    running = Preview(site)
    try:
        assert "reads as 412" in running.until("to be fixed")
        facts.write_text(good, "utf-8")
        running.until("How high did the river rise?</h1>")
    finally:
        running.end()


BROKEN = (
    ("nav:", "x: [\nnav:", "this is not YAML"),
    ("nav:", "x: !!python/name:os.system\nnav:", "tags such as"),
    ("nav:", "site_name: Another\nnav:", "appears twice"),
    ("name: material", "name: nothing", "theme.name may not have this value"),
    ("- Home: index.md", "- Home: [[index.md]]", "nav may not have this value"),
    ("plugins: [explainer]", "plugins: [explainer, other]", "the plugin other cannot work"),
)


def test_broken_settings_are_shown_until_they_are_mended(preview: Preview) -> None:
    words, other = "the water authority stated", "the authority has stated"
    for good, bad, said in BROKEN:
        preview.edit("mkdocs.yml", good, bad)
        page = preview.until(said)
        assert "mkdocs.yml" in page and "livereload" in page
        assert said in preview.get("method/")
        preview.logged(said)
        preview.edit("content/index.md", words, other)
        preview.until(said)
        preview.edit("mkdocs.yml", bad, good)
        preview.until(other)
        assert preview.process.poll() is None
        words, other = other, words


def test_settings_that_run_something_are_not_given_to_mkdocs(preview: Preview) -> None:
    ran = preview.site / "ran"
    (preview.site / "hook.py").write_text(f"import os; os.mkdir({str(ran)!r})\n", "utf-8")
    tag = f"!!python/object/apply:os.mkdir [{str(ran)!r}]"
    for bad, said in (
        (f"x: {tag}\nnav:", "tags such as"),
        ("hooks: [hook.py]\nnav:", "hooks may not be set here"),
    ):
        preview.edit("mkdocs.yml", "nav:", bad)
        preview.until(said)
        preview.edit("mkdocs.yml", bad, "nav:")
        preview.until("412")
    assert not ran.exists()


def test_what_was_away_for_a_while_is_seen_again(preview: Preview) -> None:
    site, away = preview.site, preview.site.parent / "away"
    edits = [
        (FACTS, "asked to move", "urged to move"),
        ("content/index.md", "the water authority stated", "the water authority has stated"),
        ("mkdocs.yml", "An example.", "Only an example."),
    ]
    for name in ("content", "seeds", "overrides", "mkdocs.yml"):
        (site / name).rename(away)
        preview.until("to be fixed")
        away.rename(site / name)
        preview.until("412")
        for path, before, after in edits:
            preview.edit(path, before, after)
            preview.until(after)
        edits = [(path, after, before) for path, before, after in edits]


def test_what_is_away_only_while_pages_are_built_is_seen_again(preview: Preview) -> None:
    look, away = preview.site / "overrides", preview.site.parent / "away"
    for words, others, pause in (
        ("An example.", "Only one.", 0.2),
        ("Only one.", "An example.", 0.35),
        ("An example.", "Only one.", 0.5),
    ):
        preview.edit("mkdocs.yml", words, others)
        time.sleep(pause)  # into the build that this sets off
        look.rename(away)
        preview.until("to be fixed")
        away.rename(look)
        preview.until("412", seconds=10)


def test_a_broken_template_is_shown_until_it_is_mended(preview: Preview) -> None:
    preview.edit("overrides/main.html", "{%- extends", "{% if %}{%- extends")
    assert "to be fixed" in preview.until("Expected an expression")
    preview.edit("overrides/main.html", "{% if %}{%- extends", "{%- extends")
    preview.until("How high did the river rise?</h1>")


def serve(site: Path, port: int) -> tuple[int, str]:
    """How a preview ends that cannot begin: its status and its words."""
    address = f"127.0.0.1:{port}"
    command = [MKDOCS, "serve", "-f", site / "mkdocs.yml", "-a", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    return done.returncode, done.stdout + done.stderr


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    new(tmp_path / "river")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = serve(tmp_path / "river", port)
    lines = [line for line in said.splitlines() if not line.startswith("INFO")]
    assert (code, lines) == (2, [f"port {port} is taken; make serve PORT={port + 1}"])
    code, said = serve(tmp_path / "river", 99999)
    assert code == 2 and "port 99999 is of no use at 127.0.0.1" in said and "Traceback" not in said


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    site = tmp_path / "river"
    new(site)

    def tree() -> dict[str, bytes]:
        return {
            str(p.relative_to(site)): p.read_bytes()
            for f in ("site", "build/docs")
            for p in (site / f).rglob("*")
            if p.is_file()
        }

    assert build(site).returncode == 0
    before = tree()
    facts = site / FACTS
    facts.write_text(
        facts.read_text("utf-8").replace("the meadows took", "the meadow took"), "utf-8"
    )
    failed = build(site)
    assert failed.returncode == 1
    assert (
        "the words are not in the source" in failed.stderr
        and "the last good site is still there" in failed.stderr
    )
    assert "Traceback" not in failed.stderr
    assert tree() == before

    # a page that only MkDocs finds fault with, a link to nowhere, is as bad
    facts.write_text(
        facts.read_text("utf-8").replace("the meadow took", "the meadows took"), "utf-8"
    )
    page = site / "content/index.md"
    page.write_text(page.read_text("utf-8") + "\n[Nowhere](nowhere.md)\n", "utf-8")
    failed = build(site)
    assert failed.returncode == 1 and "nowhere.md" in failed.stderr
    assert {k: v for k, v in tree().items() if k.startswith("site/")} == {
        k: v for k, v in before.items() if k.startswith("site/")
    }
