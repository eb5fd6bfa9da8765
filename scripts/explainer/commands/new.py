"""A new site: a skeleton with one short source of its own as the example. Its look stays in the
package."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from shlex import quote

from .schema import schemas
from .stage import beside, remove

_PACKAGE = Path(__file__).parents[1]


_IGNORED = """\
/.venv/
/site/
/.site.*
/build/*
!/build/docs/
/build/docs/*
!/build/docs/.gitkeep
__pycache__/
"""


_ATTRIBUTES = """\
# A source is sealed byte for byte: git must not change its line ends.
seeds/sources/*.txt -text
"""


def new(folder: Path) -> str:
    """Put a working site into a folder that is missing or empty; returns what to do next. It is
    made beside it first, so that an error leaves nothing behind."""
    folder = folder.resolve()
    made = beside(next(p for p in folder.parents if p.exists()) / folder.name)
    remove(made)
    try:
        _write(made)
        if folder.exists():  # a shell may be at work in it, so it is filled and not replaced
            for part in list(made.iterdir()):
                part.rename(folder / part.name)
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            made.rename(folder)
    finally:
        remove(made)
    root = quote(str(folder))
    explainer, mkdocs = _command("explainer"), _command("mkdocs")
    return f"""\
a new site is in {folder}
  look at it       {mkdocs} serve -f {quote(str(folder / "mkdocs.yml"))}
  check it         {explainer} check --root {root}
then put your own text into seeds/sources/, and:
  {explainer} seal ID --root {root}
  {explainer} draft ID --root {root}
At the end remove the example: its source, its facts, its pages; and write your own question and
as_of into seeds/settings.yml, site_name and base_note into mkdocs.yml."""


def _command(name: str) -> str:
    """How a command is called: by its name where a shell finds it, else with its folder, which is
    that of this Python."""
    beside = Path(sys.executable).with_name(name)
    found = shutil.which(name)
    return quote(str(beside)) if beside.is_file() and found != str(beside) else name


def _write(folder: Path) -> None:
    shutil.copytree(_PACKAGE / "commands/skeleton", folder)
    files = {".gitignore": _IGNORED, ".gitattributes": _ATTRIBUTES, "build/docs/.gitkeep": ""}
    for name, text in (files | {f"schemas/{n}": text for n, text in schemas().items()}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
