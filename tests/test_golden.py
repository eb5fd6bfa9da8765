"""The staged pages and data of the example site, compared with those kept in tests/golden.

When a change of the pages is meant, look at it and keep it: EXPLAINER_KEEP_GOLDEN=1 pytest
tests/test_golden.py, then read the diff before committing it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from explainer.commands.build import check_site
from explainer.commands.new import new
from explainer.site.catalog import Catalog, Deployment
from explainer.site.data import export
from explainer.site.pages import render

GOLDEN = Path(__file__).parent / "golden"
DEPLOYMENT = Deployment(
    "https://example.org/river/",
    "How high did the river rise?",
    "https://github.com/example/river",
    "main",
    "0123abc",
    author="The river’s editors",
    rights="Our words: CC BY 4.0",
    changed="1998-04-02",
)


def staged(folder: Path) -> dict[str, str]:
    """Every text file that is staged for the site that `explainer new` makes."""
    new(folder)
    checked = check_site(folder)
    assert not checked.problems
    catalog = Catalog(checked.site, DEPLOYMENT)
    return dict(render(catalog)) | {
        path: content.decode() for path, content in export(catalog) if not path.endswith(".png")
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pages = staged(tmp_path_factory.mktemp("golden") / "river")
    if os.environ.get("EXPLAINER_KEEP_GOLDEN") == "1":
        for old in [p for p in GOLDEN.rglob("*") if p.is_file()]:
            old.unlink()
        for path, text in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(text.encode())
    return pages


def kept() -> list[str]:
    return sorted(p.relative_to(GOLDEN).as_posix() for p in GOLDEN.rglob("*") if p.is_file())


def test_the_same_files(pages: dict[str, str]) -> None:
    assert sorted(pages) == kept()


@pytest.mark.parametrize("path", kept())
def test_the_same_text(pages: dict[str, str], path: str) -> None:
    expected = (GOLDEN / path).read_bytes().decode()
    changes = difflib.unified_diff(
        expected.splitlines(), pages.get(path, "").splitlines(), "kept", "now", lineterm=""
    )
    assert pages.get(path) == expected, "\n".join(changes)
