"""mkdocs.yml as it is read without MkDocs: the same name and address, and nothing that runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from explainer.commands.build import check_site, deployment
from explainer.topic.mkdocs_yml import read_mkdocs_yml
from mkdocs.config import load_config

NAME = "site_name: The river\n"
WORDS = {"FIRST": "https://first.example/a", "SECOND": "https://second.example/b/", "EMPTY": ""}


def problems(root: Path, text: str | bytes) -> list[tuple[int, str]]:
    (root / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_mkdocs_yml(root)[1]
    assert {(p.path, p.rule) for p in found} <= {("mkdocs.yml", "load")}
    assert all(p.help for p in found)
    return [(p.line, p.message) for p in found]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "site_url:",
        "site_url: null",
        "site_url: ~",
        'site_url: ""',
        "site_url: https://example.org",
        "site_url: https://example.org/x",
        "site_url: https://example.org/x/",
        'site_url: "https://example.org/x?"',
        "site_url: HTTPS://example.org/Ä b",
        "site_url: !ENV FIRST",
        "site_url: !ENV NOWHERE",
        "site_url: !ENV EMPTY",
        'site_url: !ENV [FIRST, ""]',
        "site_url: !ENV [NOWHERE, SECOND, https://third.example]",
        "site_url: !ENV [NOWHERE, https://third.example]",
        "site_url: !ENV [NOWHERE, null]",
        'site_url: !ENV [NOWHERE, ""]',
        'site_url: !ENV [EMPTY, "https://third.example"]',
        "site_url: !ENV [NOWHERE]",
        "site_url: !ENV\n  - NOWHERE\n  - FIRST\n  - https://third.example",
    ],
)
def test_the_address_is_the_one_that_mkdocs_makes_of_it(tmp_path, monkeypatch, address):
    for name, value in WORDS.items():
        monkeypatch.setenv(name, value)
    assert problems(tmp_path, f"{NAME}{address}\n") == []
    (tmp_path / "docs").mkdir()
    theirs = load_config(str(tmp_path / "mkdocs.yml"))
    ours = read_mkdocs_yml(tmp_path)[0]
    assert (ours.site_name, ours.site_url) == (theirs.site_name, theirs.site_url or "")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (f"{NAME}x: !!python/name:os.system\n", 2, "tags such as"),
        (f"{NAME}x: !!python/object/apply:os.system [ls]\n", 2, "tags such as"),
        (f"{NAME}x:\n  y: !relative $config_dir\n", 3, "tags such as"),
        (f"{NAME}x: !!str y\n", 2, "tags such as"),
        (f"{NAME}x: ! y\n", 2, "tags such as"),
        (f"%TAG ! tag:yaml.org,2002:python/\n---\n{NAME}x: !name:os.system\n", 4, "tags such as"),
        (f"{NAME}x: &a y\n", 2, "anchors"),
        (f"{NAME}x: !ENV &a y\n", 2, "anchors"),
        (f"{NAME}x: *a\n", 2, "anchors"),
        (f"{NAME}extra: 1\nsite_name: Another\n", 3, "stands twice"),
        (f"{NAME}extra:\n  a: 1\n  a: 2\n", 4, "stands twice"),
        (f"{NAME}x: [\n", 3, "this is not YAML"),
        (f"{NAME}---\n{NAME}", 2, "second YAML document"),
        (f"{NAME}x: a\u202eb\n", 2, "U+202E"),
        (b"site_name: \xff\n", 1, "not UTF-8"),
        (f"{NAME}x: !ENV\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV []\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV {{A: b}}\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV [A, [b]]\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV [A, !ENV [B, !!python/name:os.system c]]\n", 2, "tags such as"),
        (f"{NAME}INHERIT: other.yml\n", 2, "brought in from elsewhere"),
        (f"{NAME}<<: {{site_url: x}}\n", 2, "brought in from elsewhere"),
        ("site_url: https://example.org\n", 1, "the site has no name"),
        ("extra: 1\nsite_name: ~\n", 2, "the site has no name"),
        ("site_name: !ENV [NOWHERE, null]\n", 1, "the site has no name"),
        ("site_name: 2025\n", 1, "reads no text here"),
        ("site_name: yes\n", 1, "reads no text here"),
        (f"{NAME}site_url: example.org\n", 2, " is no address"),
        (f"{NAME}site_url: https://[x\n", 2, " is no address"),
        (f"{NAME}site_url: [https://example.org]\n", 2, "reads no text here"),
        ("- a list\n", 1, "no settings here"),
        ("", 1, "the site has no name"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, line, message):
    ((where, said), *_) = problems(tmp_path, text)
    assert where == line and message in said


@pytest.mark.parametrize(
    "folder",
    [
        ".git",
        "content",
        "seeds",
        "build",
        "site/deeper",
        "site/../content",
        "..",
        ".",
        "../precious",
        "/tmp",
        "/",
        "~",
        "",
        "[site]",
        "!ENV [NOWHERE, content]",
    ],
)
def test_a_site_dir_but_site_is_refused(tmp_path, folder):
    (where, said), *_ = problems(tmp_path, f"{NAME}extra: 1\nsite_dir: {folder}\n")
    assert where == 3 and "built into the folder site" in said


@pytest.mark.parametrize("folder", ["site", "./site", "site/", "!ENV [NOWHERE, site]"])
def test_site_is_the_site_dir(tmp_path, folder):
    assert problems(tmp_path, f"{NAME}site_dir: {folder}\n") == []


def test_every_key_is_given_with_its_line_and_its_words(tmp_path):
    nav = "nav:\n  - Home: index.md\n  - 1.10: no\n"
    text = f"{NAME}use_directory_urls: true\n{nav}extra: {{a: null}}\n"
    assert problems(tmp_path, text) == []
    ours = read_mkdocs_yml(tmp_path)[0]
    assert ours.keys == {
        "site_name": "The river",
        "use_directory_urls": "true",
        "nav": [{"Home": "index.md"}, {"1.10": "no"}],
        "extra": {"a": "null"},
    }
    assert [ours.where.line(key) for key in ours.keys] == [1, 2, 3, 6]
    assert ours.where.line("nav", 1) == 5


def test_only_a_file_is_read(tmp_path):
    assert read_mkdocs_yml(tmp_path)[1] == []
    (tmp_path / "other.yml").write_text(NAME)
    (tmp_path / "mkdocs.yml").symlink_to("other.yml")
    assert "this is no file" in read_mkdocs_yml(tmp_path)[1][0].message
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "mkdocs.yml").mkdir()
    assert "this is no file" in read_mkdocs_yml(tmp_path)[1][0].message


def test_the_check_tells_of_it_and_the_build_uses_it(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}site_url: https://example.org/x\nx: !y\n")
    assert ("mkdocs.yml", 3) in {(p.path, p.line) for p in check_site(tmp_path).problems}
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}site_url: https://example.org/x\n")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    where = deployment(check_site(tmp_path).mkdocs)
    assert (where.site_name, where.site_url) == ("The river", "https://example.org/x/")
