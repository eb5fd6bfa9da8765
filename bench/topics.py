"""The sites that are measured, and the same pages for MkDocs with stock Material."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# As a published site: with addresses, edit links and sharing pictures.
PUBLISHED = {
    "SITE_URL": "https://example.org/explainer/",
    "EXPLAINER_REPOSITORY": "https://github.com/example/explainer",
    "NO_MKDOCS_2_WARNING": "1",
}


def real(folder: Path) -> Path:
    """A copy of the real site, so that measuring disturbs nothing."""
    target = folder / "real"
    if not target.exists():
        for name in ("seeds", "content", "schemas"):
            shutil.copytree(ROOT / name, target / name)
        shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
        (target / "overrides").mkdir()  # the look is that of the package
        (target / "build/docs").mkdir(parents=True)
    return target


def synthetic(folder: Path, facts: int, sources: int = 10) -> Path:
    from synthetic import write

    target = folder / f"facts-{facts}-{sources}"
    if not target.exists():
        write(target, facts, sources)
    return target


def stock(root: Path) -> Path:
    """Settings beside a topic's own, with Material's own templates and search in place of the
    plugin and the look: for the same pages of ``build/docs``."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    theme = "theme: {name: material, font: false}\n\n"
    text, themes = re.subn(r"(?ms)^theme:.*?(?=^\w)", theme, text)
    text, plugins = re.subn(r"(?m)^plugins:.*$", "plugins: [search]", text)
    text, targets = re.subn(r"(?m)^site_dir:.*$", "site_dir: stock", text)
    assert (themes, plugins, targets) == (1, 1, 1), "mkdocs.yml is written in another way"
    path = root / "stock.yml"
    path.write_text(text, "utf-8")
    return path


def built(root: Path, settings: str = "mkdocs.yml") -> Path:
    """The site of a topic, built as it is published; or with stock Material, which is not asked to
    find no fault."""
    site = root / ("site" if settings == "mkdocs.yml" else Path(settings).stem)
    if not site.exists():
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-f", str(root / settings)],
            env=os.environ | PUBLISHED,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
    return site


def one_edit(root: Path) -> tuple[Path, str, str]:
    """A fact's own words to change: the file, the words as they appear in it, and others. The first
    claim's last word."""
    path = sorted((root / "seeds/facts").glob("claims*.yml"))[0]
    line = next(line for line in path.read_text("utf-8").split("\n") if "statement:" in line)
    words = line.strip().rstrip('"').rstrip(".")
    return path, words, words + " again"


def count(root: Path, kind: str) -> int:
    """How many records of a kind a staged topic has."""
    return len(json.loads((root / "build/docs/data/facts.json").read_bytes())[kind])
