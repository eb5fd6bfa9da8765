"""One way to build: ``mkdocs build`` and ``explainer build`` stage the same bytes, a site may be
started from an installed wheel, and neither replaces a folder that no build wrote.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from explainer.commands import new as new_module
from explainer.commands.cli import main
from explainer.commands.kept import Compiled, Rendered
from explainer.commands.new import new
from explainer.commands.plugin import ExplainerPlugin
from explainer.commands.theme import lean
from forked import keep_rules
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from sites import REAL, ROOT, SITES, copied, write_its_language

FROM_ENVIRONMENT = 'site_url: !ENV [SITE_URL, ""]'
NEW = "a new site"
# What SITE_URL is, and what the settings say of it.
ADDRESS_SET = {"set": ("https://build.example/a", FROM_ENVIRONMENT)}
ADDRESSES = {
    "unset": (None, FROM_ENVIRONMENT),
    **ADDRESS_SET,
    "in the file": ("https://build.example/a", "site_url: https://build.example/b"),
}


@pytest.fixture(scope="module", autouse=True)
def rules_kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        keep_rules(patch.setattr)
        yield


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def made(name: str, root: Path) -> Path:
    """A site to build: this repository's, one of tests/topics with the settings of a new site, or a
    new one.
    """
    new(root)
    if name != NEW:
        for part in ("seeds", "content"):
            shutil.rmtree(root / part)
        copied(SITES[name], root)
        settings = (ROOT if name == REAL else root) / "mkdocs.yml"
        text = settings.read_text("utf-8")
        kept = text if name == REAL else text.partition("nav:")[0]
        (root / "mkdocs.yml").write_text(kept, "utf-8")
        write_its_language(root)
    if name == REAL:
        shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def by_mkdocs(root: Path, **more: str) -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"), **more)
    build(config)
    return config


class Staged(Exception):
    """Raised by a build of MkDocs as soon as it looks for its pages."""


def staged_by_mkdocs(root: Path) -> None:
    def at_its_pages(*args, **more):
        raise Staged

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Staged):
        patch.setattr(ExplainerPlugin, "on_files", at_its_pages)
        by_mkdocs(root)


def by_explainer(root: Path) -> None:
    assert main(["build", "--root", str(root)]) == 0


@pytest.mark.parametrize("name", [*SITES, NEW])
def test_both_ways_stage_the_same_bytes(tmp_path, monkeypatch, name):
    """And the second reading of what MkDocs made of them, which is part of a build, finds nothing
    in a good site."""
    root = made(name, tmp_path / "site")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert FROM_ENVIRONMENT in settings
    monkeypatch.setenv("EXPLAINER_REPOSITORY", "https://github.com/example/river")
    staged = {}
    for case, (url, written) in (ADDRESSES if name == NEW else ADDRESS_SET).items():
        monkeypatch.delenv("SITE_URL", raising=False)
        if url:
            monkeypatch.setenv("SITE_URL", url)
        (root / "mkdocs.yml").write_text(settings.replace(FROM_ENVIRONMENT, written), "utf-8")
        ways = []
        for way in (staged_by_mkdocs if staged else by_mkdocs, by_explainer):
            shutil.rmtree(root / "build")
            (root / "build/docs").mkdir(parents=True)
            way(root)
            ways.append(tree(root / "build/docs"))
        assert list(ways[0]) == list(ways[1])
        assert [path for path in ways[0] if ways[0][path] != ways[1][path]] == []
        staged[case] = ways[0]
    theirs = load_config(str(root / "mkdocs.yml"))
    for files in staged.values():
        assert f"<title>{theirs.site_name}".encode() in files["data/feed.xml"]
    facts = {case: files["data/facts.json"] for case, files in staged.items()}
    assert b"https://build.example/a/" in facts["set"]
    if len(facts) > 1:
        assert b"build.example" not in facts["unset"]
        assert b"https://build.example/b/" in facts["in the file"]


@pytest.mark.parametrize(("language", "name"), [("ar", "pier"), ("de", "bruecke")])
def test_a_language_that_runs_from_right_to_left_does(tmp_path, language, name):
    root = made(name, tmp_path / name)
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("language: en", f"language: {language}"), "utf-8")
    by_mkdocs(root)
    page = (root / "site/index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    assert ('dir="rtl"' in page) == (language == "ar")


# --- from a wheel ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository, built without a network from a copy of what makes it."""
    copy = tmp_path_factory.mktemp("wheel") / "explainer"
    for name in ("scripts", "overrides", "requirements"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "-w", str(copy / "dist")]
    subprocess.run([*pip, "wheel", *options, str(copy)], check=True)
    (path,) = (copy / "dist").iterdir()
    return path


@pytest.mark.slow
def test_the_wheel_holds_every_module_and_the_look(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "scripts/explainer"
    files = {p.relative_to(package.parent) for p in package.rglob("*") if p.is_file()}
    files |= {
        Path("explainer/theme") / p.relative_to(ROOT / "overrides")
        for p in (ROOT / "overrides").rglob("*")
        if p.is_file()
    }
    wanted = {p.as_posix() for p in files if "__pycache__" not in p.parts}
    assert wanted - names == set()


@pytest.mark.slow
def test_a_site_started_from_an_installed_wheel_checks_and_builds(wheel, tmp_path):
    installed = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--no-deps", "--no-index", "--no-compile", "--target", installed, wheel], check=True
    )
    environment = os.environ | {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    assert f"a new site is in {tmp_path / 'river'}" in run("-m", "explainer", "new", "river")
    assert str(installed) in run("-c", "import explainer; print(explainer.__file__)")
    assert "0 problems" in run("-m", "explainer", "check", "--root", "river")
    run("-m", "mkdocs", "build", "--strict", "-f", "river/mkdocs.yml")
    assert "412" in (tmp_path / "river/site/index.html").read_text("utf-8")
    look = tmp_path / "river/site/assets"
    ours = (ROOT / "overrides/assets/site.js").read_text("utf-8")
    assert (look / "site.js").read_text("utf-8") == lean(ours)
    assert not (tmp_path / "river/overrides").exists()


@pytest.mark.parametrize("fails", ["copytree", "schemas"])
@pytest.mark.parametrize("where", ["river", "deep/er/river"])
def test_a_new_site_that_fails_half_way_leaves_nothing(tmp_path, monkeypatch, fails, where):
    calls = []

    def second(*arguments, **more):
        calls.append(arguments)
        if fails == "schemas" or len(calls) == 2:
            raise OSError(28, "No space left on device")
        return copy(*arguments, **more)

    copy = shutil.copytree
    with monkeypatch.context() as patch:
        patch.setattr(*((shutil, fails) if fails == "copytree" else (new_module, fails)), second)
        assert main(["new", str(tmp_path / where)]) == 1
    assert calls and list(tmp_path.iterdir()) == []
    assert main(["new", str(tmp_path / where)]) == 0
    assert main(["check", "--root", str(tmp_path / where)]) == 0


def test_a_new_site_after_one_that_was_killed(tmp_path):
    """What was left beside is removed; a link there is, and not what it leads to."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/words").touch()
    (tmp_path / ".river.new").symlink_to("kept")
    new(tmp_path / "river")
    (tmp_path / ".lake.new/content").mkdir(parents=True)
    new(tmp_path / "lake")
    assert {p.name for p in tmp_path.iterdir()} == {"kept", "river", "lake"}
    assert (tmp_path / "kept/words").exists()
    assert tree(tmp_path / "river") == tree(tmp_path / "lake")


def test_a_new_site_in_an_empty_folder_and_in_this_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == 0
    assert Path("mkdocs.yml").is_file() and main(["check"]) == 0
    assert main(["new", "."]) == 2


# --- what a build may replace ---------------------------------------------------------------------


@pytest.fixture
def river(tmp_path: Path) -> Path:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/words").write_text("mine")
    return made(NEW, tmp_path / "river")


def refused(root: Path, **more: str) -> str:
    """What MkDocs says of a build that must not change anything but ``build/``."""
    before = {p: v for p, v in tree(root.parent).items() if not p.startswith("river/build/")}
    with pytest.raises((MkDocsException, SystemExit)) as left:
        by_mkdocs(root, **more)
    after = {p: v for p, v in tree(root.parent).items() if not p.startswith("river/build/")}
    assert after == before
    return str(left.value)


@pytest.mark.parametrize(
    "folder", ["content", "seeds", "overrides", "../precious", "kept", "site/..", "."]
)
def test_no_site_dir_of_the_settings_is_replaced(river, folder):
    (river / "kept").mkdir()
    (river / "kept/words").touch()
    settings = (river / "mkdocs.yml").read_text("utf-8")
    (river / "mkdocs.yml").write_text(
        settings.replace("site_dir: site", f"site_dir: {folder}"), "utf-8"
    )
    assert "site_dir may not have this value" in refused(river)
    assert main(["check", "--root", str(river)]) == main(["build", "--root", str(river)]) == 1


@pytest.mark.parametrize("folder", ["content", "seeds", "../precious", "link", "file"])
def test_no_folder_of_the_command_line_is_replaced(river, folder):
    (river / "link").symlink_to("../precious")
    (river / "file").touch()
    assert "then build again" in refused(river, site_dir=str(river / folder))


def test_a_site_of_other_hands_is_not_replaced(river):
    (river / "site").mkdir()
    by_mkdocs(river)  # an empty folder is
    for name in ("notes.txt", "data/more.txt", ".git", "elsewhere"):
        path = river / "site" / name
        if name == "elsewhere":
            path.symlink_to("../../precious")
        else:
            path.write_text("mine")
        assert f"site holds {name}, which no build wrote" in refused(river)
        path.unlink()
    (river / "site/.DS_Store").touch()
    by_mkdocs(river)
    assert not (river / "site/.DS_Store").exists()
    shutil.rmtree(river / "site")
    (river / "site").symlink_to("../precious")
    assert "site is no folder of its own" in refused(river)


def test_pages_staged_by_other_hands_are_not_replaced(river, capsys):
    by_explainer(river)
    (river / "build/docs/notes.md").write_text("mine")
    before = tree(river)
    assert main(["build", "--root", str(river)]) == 1
    assert "build/docs holds notes.md, which no build wrote" in capsys.readouterr().err
    assert tree(river) == before


def test_a_site_of_the_version_before_is_replaced_and_one_elsewhere_is_not(river):
    by_mkdocs(river)
    for path in (river / ".site.built", river / "build/.docs.built"):
        path.unlink()
    (river / "site/old.html").touch()
    shutil.copytree(river / "site", river.parent / "precious/site")
    by_mkdocs(river)
    assert not (river / "site/old.html").exists()
    said = refused(river, site_dir=str(river.parent / "precious/site"))
    assert "which no build wrote" in said


def test_links_beside_the_site_are_not_followed(river):
    for name in (".site.new", ".site.old", ".site.list", "build/.docs.new", "build/.docs.old"):
        (river / name).symlink_to(river.parent / "precious")
    by_mkdocs(river)
    assert (river.parent / "precious/words").read_text() == "mine"
    assert (river / "site/index.html").is_file() and not (river / "site").is_symlink()


def test_another_folder_of_the_command_line_is_built_again_and_again(river):
    for question in ("How high did the river rise?", "How high did it rise?"):
        page = river / "content/index.md"
        page.write_text(
            page.read_text("utf-8").replace("How high did the river rise?", question), "utf-8"
        )
        config = by_mkdocs(river, site_dir=str(river.parent / "public"))
        assert config.site_dir == str(river.parent / "public"), "gh-deploy takes it from there"
    assert "How high did it rise?" in (river.parent / "public/index.html").read_text("utf-8")
    assert not (river / "site").exists()


def test_only_the_settings_that_are_checked_are_built(river, caplog):
    (river / "mkdocs.yml").rename(river / "other.yml")
    with pytest.raises(MkDocsException):
        build(load_config(str(river / "other.yml")))
    assert "the settings of a site are in mkdocs.yml, not in other.yml" in caplog.text
    assert not (river / "site").exists()


def previewed(root: Path, monkeypatch: pytest.MonkeyPatch) -> ExplainerPlugin:
    """MkDocs' own plugin after one more build of a preview, in the folder ``shown``."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "shown"))
    plugin = config.plugins["explainer"]  # one for all builds
    for name, value in (("preview", True), ("target", None), ("seen", {})):
        monkeypatch.setattr(plugin, name, value)
    build(config, serve_url="http://127.0.0.1:8000/")
    return plugin


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/index.md", "## Who is who", "## Who they are"),
        ("content/method.md", "# ", "# About the "),
        ("seeds/facts/river.yml", "It is asked to move", "It was asked to move"),
        ("mkdocs.yml", "site_name: ", "site_name: The "),
    ],
)
def test_what_a_preview_keeps_changes_no_page(tmp_path, monkeypatch, file, old, new):
    root = made(NEW, tmp_path / "site")
    text = (root / file).read_text("utf-8")
    assert old in text
    previewed(root, monkeypatch)
    before = tree(root / "shown")
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    plugin = previewed(root, monkeypatch)
    kept = tree(root / "shown")
    assert kept != before and plugin.rendered._kept and plugin.compiled._kept
    monkeypatch.setattr(plugin, "rendered", Rendered())
    monkeypatch.setattr(plugin, "compiled", Compiled())
    previewed(root, monkeypatch)
    assert tree(root / "shown") == kept
