"""Two builds of one commit are equal to the byte: in other folders, time zones, locales and with
other hash seeds.

Everything is compared: pages, sitemap (also the compressed one), feed, search index, tables and the
sharing pictures.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TAKEN = ("seeds", "content", "overrides", "mkdocs.yml")
BUILDS = {
    "one": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "1",
        "LANGUAGE": "en",
    },
    # Not even UTF-8 is the locale's encoding here, and the folder has a space and a letter with an
    # accent.
    "the other, réally": {
        "TZ": "Pacific/Pago_Pago",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "4242",
        "COLUMNS": "40",
    },
}
# What must be among the files, or the comparison would prove less than it says.
EXPECTED = (
    "index.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "data/feed.xml",
    "data/search.json",
    "data/facts.json",
    "assets/cards/index.png",
)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_equal_to_the_byte(tmp_path):
    running = []
    for depth, (name, differs) in enumerate(BUILDS.items()):
        root = tmp_path / name / "/".join("abc"[: depth * 3]) / "site"
        for part in TAKEN:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            (root / part).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / part, root / part)
        (root / "build" / "docs").mkdir(parents=True)
        environment = (
            os.environ
            | {
                "NO_MKDOCS_2_WARNING": "1",
                "SOURCE_DATE_EPOCH": "1755400000",
                "SITE_URL": "https://example.github.io/explainer/",
            }
            | differs
        )
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        running.append(
            (
                root,
                subprocess.Popen(
                    command,
                    cwd=root,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                ),
            )
        )
    for _root, build in running:
        said = build.communicate()[0].decode(errors="replace")
        assert build.returncode == 0, said
    for folder in ("build/docs", "site"):
        one, other = (contents(root / folder) for root, _ in running)
        assert list(one) == list(other)
        assert not [path for path in one if one[path] != other[path]]
    assert not [path for path in EXPECTED if path not in one]
    words = str(tmp_path).encode()
    assert not [
        path for path, content in one.items() if words in content or os.fsencode(ROOT) in content
    ], "a path of this machine is in the site"


def test_the_command_speaks_where_the_locale_is_not_utf_8(tmp_path):
    """Problems quote sources; a terminal that lacks a character must not stop the check."""
    (tmp_path / "seeds" / "facts").mkdir(parents=True)
    (tmp_path / "seeds" / "settings.yml").write_text(
        "question: Wie hoch stieg der Fluß? \u00ab\u0416\u00bb\nas_of: Ж\n", "utf-8"
    )
    environment = os.environ | BUILDS["the other, réally"]
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "check"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
    )
    assert done.returncode == 1 and b"Traceback" not in done.stderr, done.stderr
    assert b'seeds/settings.yml:2: "as_of" is not a date: "\\u0416"' in done.stdout
