"""A new site: a skeleton with one short source of its own as the example, and the look of the site
it is made from.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from shlex import quote

from .schema import schemas

_HERE = Path(__file__).parent
_OVERRIDES = _HERE.parents[2] / "overrides"

_IGNORED = (
    "/.venv/\n/site/\n/build/*\n!/build/docs/\n/build/docs/*\n!/build/docs/.gitkeep\n__pycache__/\n"
)


def new(folder: Path) -> str:
    """Write a working site into an empty folder; returns what to do next. It uses the installed
    explainer.
    """
    shutil.copytree(_HERE / "skeleton", folder, dirs_exist_ok=True)
    shutil.copytree(_OVERRIDES, folder / "overrides")
    (folder / "hook.py").write_text(
        '"""MkDocs runs the explainer\'s pipeline."""\n\nfrom explainer.commands.plugin import *  # noqa:'
        " F403\n",
        "utf-8",
    )
    (folder / "build" / "docs").mkdir(parents=True)
    (folder / "build" / "docs" / ".gitkeep").touch()
    (folder / ".gitignore").write_text(_IGNORED, "utf-8")
    (folder / ".gitattributes").write_text(
        "# A source is sealed byte for byte: git must not change its line"
        " ends.\nseeds/sources/*.txt -text\n",
        "utf-8",
    )
    (folder / "schemas").mkdir()
    for name, text in schemas().items():
        (folder / "schemas" / name).write_text(text, "utf-8")
    return (
        f"a new site is in {folder}\n  look at it       make serve ROOT={quote(str(folder))}\n "
        f" check it         make check ROOT={quote(str(folder))}\nthen put your own text into"
        f" seeds/sources/, and:\n  explainer seal ID --root {quote(str(folder))}\n  explainer draft"
        f" ID --root {quote(str(folder))}\nAt the end take the example away: its source, its facts,"
        " its pages; and write your own question and as_of into\nseeds/settings.yml, site_name and"
        " base_note into mkdocs.yml."
    )
