"""A second source taken whole, as an editor does it who reads CONTRIBUTING: the text, its record,
its facts, a sentence on a page. What is wrong with all of it is told at one look, and when that is
mended nothing is left; and what the check accepts the build of the site accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import FIXED, append, built_by_mkdocs, copied, problems, read_yaml, replaced

ARTICLES = sorted((Path(__file__).parent / "articles").iterdir())


def add(root: Path, article: Path) -> dict[str, Path]:
    """Add an article to a site of one source; gives the files that its parts are in."""
    name = article.name
    page = root / "content/index.md"
    files = {
        "text": root / f"seeds/sources/{name}.txt",
        "source": root / f"seeds/sources/{name}.yml",
        "facts": root / f"seeds/facts/{name}.yml",
    }
    for part, path in files.items():
        written = article / ("text.txt" if part == "text" else f"{part}.yml")
        path.write_bytes(written.read_bytes())
    append(page, f"\n{(article / 'page.md').read_text('utf-8')}")
    return files | {"page": page}


@pytest.fixture
def small(rain: Path) -> Path:
    """The small site, whose records say whose words they are."""
    return _of_one_source(rain)


def _of_one_source(root: Path) -> Path:
    for path in (root / "seeds/facts").glob("*.yml"):
        path.write_text(f"source: rain-report\n{path.read_text('utf-8')}", "utf-8")
    replaced(root / "seeds/settings.yml", "max_share_quoted: 0.95", "max_share_quoted: 0.98")
    return root


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_all_that_is_wrong_with_a_new_source_is_told_at_one_look(
    small: Path, article: Path
) -> None:
    files = add(small, article)
    assert problems(small) == []
    for slip in (slips := read_yaml(article / "slips.yml")):
        replaced(files[slip["file"]], slip["right"], slip["wrong"])
    told = "\n".join(f"{p.message}\n{p.help}\n{p.paste}" for p in problems(small))
    assert [slip["told"] for slip in slips if slip["told"] not in told] == []


def test_what_the_check_accepts_the_build_of_the_site_accepts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _of_one_source(copied(FIXED["rain"], tmp_path / "all"))
    for article in ARTICLES:
        add(root, article)
    assert problems(root) == []
    monkeypatch.setitem(FIXED, "all", root)
    assert (built_by_mkdocs("all", tmp_path / "built", "", "  - index.md") / "index.html").is_file()
