"""mkdocs.yml as it is read without MkDocs: the same name and address, and nothing that runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from explainer.commands.build import build_site, check_settings, check_site, deployment
from explainer.commands.cli import main
from explainer.commands.new import new
from explainer.rules.extensions import LAYOUT
from explainer.rules.material import PALETTE
from explainer.rules.menu import DATA
from explainer.rules.settings import SETTINGS
from explainer.text.markdown import EXTENSIONS
from explainer.topic import mkdocs_yml
from explainer.topic.mkdocs_yml import VARIABLES, MkdocsYml, read_mkdocs_yml
from explainer.topic.model import KINDS
from explainer.topic.yaml import Location
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from sites import ROOT, SITES, copied

CHECKS = ("make check", ".venv/bin/explainer check")

NAME = "site_name: The river\n"
WORDS = {
    "SITE_URL": "https://first.example/a",
    "EXPLAINER_REPOSITORY": "https://second.example/b/",
    "EXPLAINER_LINKS": "",
}


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
        "site_url: !ENV SITE_URL",
        "site_url: !ENV EXPLAINER_BRANCH",
        "site_url: !ENV EXPLAINER_LINKS",
        'site_url: !ENV [SITE_URL, ""]',
        "site_url: !ENV [EXPLAINER_BRANCH, EXPLAINER_REPOSITORY, https://third.example]",
        "site_url: !ENV [EXPLAINER_BRANCH, https://third.example]",
        "site_url: !ENV [EXPLAINER_BRANCH, null]",
        'site_url: !ENV [EXPLAINER_BRANCH, ""]',
        'site_url: !ENV [EXPLAINER_LINKS, "https://third.example"]',
        "site_url: !ENV [EXPLAINER_BRANCH]",
        "site_url: !ENV\n  - EXPLAINER_BRANCH\n  - SITE_URL\n  - https://third.example",
    ],
)
def test_the_address_is_the_one_that_mkdocs_makes_of_it(tmp_path, monkeypatch, address):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
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
        (f"{NAME}extra: 1\nsite_name: Another\n", 3, "appears twice"),
        (f"{NAME}extra:\n  a: 1\n  a: 2\n", 4, "appears twice"),
        (f"{NAME}x: [\n", 3, "this is not YAML"),
        (f"{NAME}---\n{NAME}", 2, "second YAML document"),
        (f"{NAME}x: a\u202eb\n", 2, "U+202E"),
        (b"site_name: \xff\n", 1, "not UTF-8"),
        (f"{NAME}x: !ENV\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV []\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV {{A: b}}\n", 2, "!ENV does not name"),
        (f"{NAME}x: !ENV [[SITE_URL], b]\n", 2, "!ENV does not name"),
        (f"{NAME}x: 2025-13-45\n", 1, "MkDocs cannot read this"),
        (f"{NAME}x: {'y' * 50_000}\n", 0, "larger than 50000 bytes"),
        (
            f"{NAME}x: !ENV [SITE_URL, !ENV [SITE_URL, !!python/name:os.system c]]\n",
            2,
            "tags such as",
        ),
        ("site_url: https://example.org\n", 1, "the site has no name"),
        ("extra: 1\nsite_name: ~\n", 2, "the site has no name"),
        ("site_name: !ENV [EXPLAINER_BRANCH, null]\n", 1, "the site has no name"),
        (f"{NAME}site_url: example.org\n", 2, " is no address"),
        (f"{NAME}site_url: https://[x\n", 2, " is no address"),
        ("- a list\n", 1, "no settings here"),
        ("", 1, "the site has no name"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, line, message):
    ((where, said), *_) = problems(tmp_path, text)
    assert where == line and message in said


@pytest.mark.parametrize("value", ["!ENV [HOME, x]", "!ENV PATH", "!ENV [SITE_URL, HOME, x]"])
def test_no_other_variable_of_the_machine_is_read(tmp_path, value):
    for key in ("site_url", "site_description", "extra"):
        assert (
            "is no variable that a build knows"
            in problems(tmp_path, f"{NAME}{key}: {value}\n")[0][1]
        )


def test_where_mkdocs_reads_something_else_its_reading_counts(tmp_path, monkeypatch):
    """Its parser is in Python, ours in C: what may be said is compared with what it reads."""
    (tmp_path / "mkdocs.yml").write_text(NAME, "utf-8")
    real = mkdocs_yml._as_mkdocs
    monkeypatch.setattr(mkdocs_yml, "_as_mkdocs", lambda raw: real(raw) | {"hooks": ["x.py"]})
    assert [p.message for p in check_settings(tmp_path) if "hooks" in p.message]
    assert issubclass(mkdocs_yml._Loader, yaml.SafeLoader)
    assert mkdocs_yml._Loader.parse_node is yaml.Loader.parse_node
    kept = set(mkdocs_yml._Loader.yaml_constructors) - set(yaml.SafeLoader.yaml_constructors)
    names = {"twemoji", "to_svg"}
    icons = {f"tag:yaml.org,2002:python/name:material.extensions.emoji.{name}" for name in names}
    assert kept == {"!ENV"} | icons


def test_the_two_tags_of_icons_are_read_as_names_and_no_other(tmp_path):
    icons = "!!python/name:material.extensions.emoji"
    assert problems(tmp_path, f"{NAME}x: !!python/name:material.extensions.emoji.twemoji\n") == []
    assert read_mkdocs_yml(tmp_path)[0].keys["x"] == "material.extensions.emoji.twemoji"
    for value in (f"{icons}.to_svg x", f"{icons}.twemoji [x]", f"{icons}.os", f"{icons}.to_svg.x"):
        assert problems(tmp_path, f"{NAME}x: {value}\n"), value


def test_every_key_is_given_with_its_line_as_mkdocs_takes_it(tmp_path):
    nav = "nav:\n  - Home: index.md\n  - 1.10: no\n"
    text = f"{NAME}use_directory_urls: true\n{nav}extra: {{a: null}}\n"
    assert problems(tmp_path, text) == []
    ours = read_mkdocs_yml(tmp_path)[0]
    assert ours.keys == {
        "site_name": "The river",
        "use_directory_urls": True,
        "nav": [{"Home": "index.md"}, {1.1: False}],
        "extra": {"a": None},
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
    (tmp_path / "mkdocs.yaml").symlink_to("other.yml")  # MkDocs takes it where the other is not
    assert "are in mkdocs.yml" in read_mkdocs_yml(tmp_path)[1][0].message


def test_the_check_tells_of_it_and_the_build_uses_it(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}site_url: https://example.org/x\nx: !y\n")
    assert ("mkdocs.yml", 3) in {(p.path, p.line) for p in check_site(tmp_path).problems}
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}site_url: https://example.org/x\n")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    where = deployment(check_site(tmp_path).mkdocs)
    assert (where.site_name, where.site_url) == ("The river", "https://example.org/x/")


# --- values of any shape -------------------------------------------------------------------------

SHAPES = st.recursive(
    st.sampled_from([None, True, 0, 1.5, "", "x", '"', "material/check", "(prefers-color-scheme)"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["icon", "name", "link", "media", "scheme", "toggle", True, 1, "toc"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(keys=st.lists(st.sampled_from(list(SETTINGS)), min_size=1, max_size=5), value=SHAPES)
def test_a_setting_of_any_shape_is_told_or_fits(keys, value):
    for key in keys:
        assert all(wrong.help for wrong in SETTINGS[key].wrongs(value))
    read = MkdocsYml({key[0]: value for key in keys}, Location("mkdocs.yml", 1))
    assert all(isinstance(text, str) for _, text in (*read.texts, *read.files))


@pytest.mark.parametrize("value", [[], None, "x", [1], {"toggle": 1}, {True: 1}, [{"media": {}}]])
def test_no_palette_of_another_shape_fits(value):
    assert [*PALETTE.wrongs(value)]


# --- what MkDocs does before any plugin of it is asked --------------------------------------------


def test_a_plain_build_is_refused_before_hooks_run(tmp_path):
    root = tmp_path / "river"
    new(root)
    (root / "hook.py").write_text(f"import os; os.mkdir({str(tmp_path / 'ran')!r})\n", "utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}hooks: [hook.py]\n", "utf-8")
    with pytest.raises(PluginError, match="hooks may not be set here"):
        load_config(str(root / "mkdocs.yml"))
    assert not (tmp_path / "ran").exists() and not (root / "site").exists()


def test_the_settings_alone_are_checked_without_a_word(tmp_path, capsys):
    root = tmp_path / "river"
    new(root)
    shutil.rmtree(root / "seeds/facts")  # of no concern here
    assert main(["check", "--settings", "--root", str(root)]) == 0
    assert capsys.readouterr().out == ""
    with (root / "mkdocs.yml").open("a") as file:
        file.write("site_authors: Somebody\n")
    assert main(["check", "--settings", "--root", str(root)]) == 1
    assert "site_authors may not be set here" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["build", "serve"])
def test_mkdocs_opens_no_settings_that_are_not_as_they_may_be(tmp_path, capsys, command):
    root = tmp_path / "river"
    new(root)
    with (root / "mkdocs.yml").open("a") as file:
        file.write(f"x: !!python/object/apply:os.mkdir [{tmp_path / 'ran'}]\n")
    assert main(["mkdocs", "--root", str(root), command]) == 1
    assert "python/object" in capsys.readouterr().out
    assert not (tmp_path / "ran").exists() and not (root / "site").exists()


def test_mkdocs_opens_them_where_somebody_removed_all_that_is_made(tmp_path, monkeypatch):
    root = tmp_path / "river"
    new(root)
    shutil.rmtree(root / "build")
    opened = []

    def cli(arguments, prog_name):
        opened.append(load_config(arguments[arguments.index("-f") + 1]).docs_dir)

    monkeypatch.setattr("mkdocs.__main__.cli", cli)
    assert main(["mkdocs", "--root", str(root), "build"]) == 0
    assert opened == [str(root / "build/docs")]


def test_the_makefile_and_the_workflows_check_them_first():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("site", "serve", "test", "bench"):
        (recipe,) = re.findall(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.M)
        assert recipe.startswith(("\t@$(SETTINGS) ", "\t@$(MKDOCS) ")), target
    for name in ("check", "deploy"):
        workflow = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
        jobs = [[str(s.get("run")) for s in job["steps"]] for job in workflow["jobs"].values()]
        (ran,) = (runs for runs in jobs if any(run.startswith("make site") for run in runs))
        checked = next(i for i, run in enumerate(ran) if run.startswith(CHECKS))
        built = [i for i, run in enumerate(ran) if run.startswith(("make test", "make site"))]
        assert checked < min(built)


def test_what_readers_of_the_footer_may_be_led_to_is_written(tmp_path):
    """The data that a link may lead to are those that a build writes."""
    root = copied(SITES["lake"], tmp_path)
    checked, changed = build_site(root)
    assert checked.problems == []
    written = {path for path in changed if path.startswith("data/")}
    known = {f"data/{name}" for name in (*DATA, *(f"{kind}.csv" for kind in KINDS))}
    assert written <= known and {f"data/{name}" for name in DATA} <= written


def test_markdown_is_read_in_the_tests_as_on_the_site():
    read = load_config(str(ROOT / "mkdocs.yml"))
    assert {*read.markdown_extensions} == {*EXTENSIONS, LAYOUT, "fenced_code"}  # which MkDocs adds
