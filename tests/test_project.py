"""The project's own files: the locks, the workflows, the commands and files that the documents
name; and the tests' instruments.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tomllib
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = Path(sys.executable).parent
# What sets the project up: none of it may say where packages come from.
SETS_UP = [
    ROOT / "Makefile",
    ROOT / "pyproject.toml",
    ROOT / ".pre-commit-config.yaml",
    *(
        path
        for name in (".ci", ".devcontainer", ".github", "requirements")
        for path in sorted((ROOT / name).rglob("*"))
    ),
]
# One locked package: its line, a marker perhaps, and its hashes on the lines that follow.
LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+?)(?: ; (?P<marker>.+?))?(?P<hashes>(?: \\\n   "
    r" --hash=sha256:[0-9a-f]{64})+)$"
)
PHONY = re.search(
    r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
)[1].split()


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def locked(path: Path) -> dict[str, str]:
    """The versions of a lock, by package; fails on any line that is neither a locked package nor a
    comment.
    """
    text = re.sub(r"^ *#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip("\n"))
    matches = [LOCKED.match(entry) for entry in entries]
    bad = [
        entry.splitlines()[0] for entry, match in zip(entries, matches, strict=False) if not match
    ]
    assert not bad, f"not a version locked with its hashes: {bad}"
    names = [match["name"] for match in matches]
    twice = sorted({name for name in names if names.count(name) > 1})
    assert not twice, (
        f"two versions for different machines, which would then build different sites: {twice}; run"
        " `make lock`"
    )
    return {match["name"]: match["version"] for match in matches}


@pytest.mark.parametrize("path", [path for path in SETS_UP if path.is_file()], ids=named)
def test_nothing_says_where_packages_come_from(path):
    text = path.read_text(encoding="utf-8")
    hosts = re.findall(
        r"\b[\w.-]*(?:pypi|pythonhosted|npmjs|debian|ubuntu)\.(?:org|com|net)\b", text
    )
    options = re.findall(
        r"(?<!no-emit-)(?<!emit-)\b(?:extra-)?(?:index-url|find-links|trusted-host)\b", text
    )
    assert not hosts + options


def test_what_is_installed_is_what_is_locked() -> None:
    """Every installation in the Makefile goes through its one line that wants hashes and takes
    wheels only, or fetches nothing.
    """
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^LOCKED = \$\(PIP\) --require-hashes --only-binary :all:$", makefile, re.M)
    for line in re.findall(r"^\t.*(?:\$\(PIP\)|pip install).*$", makefile, re.M):
        assert "--no-deps --no-build-isolation --editable ." in line or "$(LOCKED)" in line, line


def test_a_weakness_can_be_reported_in_private() -> None:
    assert "private" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", LOCKS, ids=named)
def test_locks_hold_versions_with_hashes_and_nothing_else(path):
    assert locked(path)
    wanted = path.with_suffix(".in").read_text(encoding="utf-8")
    names = {
        match.lower()
        for match in re.findall(r"^([A-Za-z0-9-]+)", wanted, re.MULTILINE)
        if not match.startswith("-")
    }
    assert names and names <= locked(path).keys(), (
        "the lock lacks what its .in asks for; run `make lock`"
    )


def test_the_tests_run_with_the_versions_that_build_the_site():
    site, test = (locked(ROOT / "requirements" / name) for name in ("site.txt", "test.txt"))
    assert site == {name: test.get(name) for name in site}


def test_the_code_is_checked_with_the_versions_that_it_runs_with():
    """What the tools for checking need too is installed over what the tests have."""
    test, lint = (locked(ROOT / "requirements" / name) for name in ("test.txt", "lint.txt"))
    both = test.keys() & lint.keys()
    assert {name: lint[name] for name in both} == {name: test[name] for name in both}
    assert {"coverage", "mypy", "ruff"} <= lint.keys() - test.keys()


def parts_of(target: str) -> list[str]:
    """What a target of the Makefile waits for."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.search(rf"^{target}:(.*)$", makefile, re.MULTILINE)[1].split()


def test_what_runs_before_a_commit_is_make_lint():
    """No hook of others, which would name a version a second time; no target that is not there."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert [hook["entry"] for hook in hooks] == [f"make {part}" for part in parts_of("lint")]
    assert {*parts_of("lint")} <= {*PHONY}


def test_ci_checks_the_code_first_and_ends_with_the_count_of_the_tests():
    ran = re.findall(
        r"^(?:exec )?make (.+) </dev/null$", (ROOT / ".ci/run").read_text("utf-8"), re.M
    )
    assert ran == ["lint", "test"]


def test_a_pull_request_is_checked_with_make_lint_and_make_test():
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    ran = [step.get("run") for job in workflow["jobs"].values() for step in job["steps"]]
    assert {"make lint", "make test"} <= {*ran}


def test_coverage_has_a_floor_and_counts_tests_that_exist():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert 90 <= project["tool"]["coverage"]["report"]["fail_under"] <= 100
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    counted = re.search(r"^COUNTED = (.+)$", makefile, re.MULTILINE)[1].split()
    assert counted
    assert [name for name in counted if not (ROOT / f"tests/test_{name}.py").is_file()] == []


def test_the_changelog_ends_where_the_version_does():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$", changelog, re.MULTILINE)
    assert parts[0] == ("Unreleased", "")
    assert parts[1][0] == project["project"]["version"]
    dates = [day for _, day in parts[1:]]
    assert all(dates) and dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_workflows_are_pinned_and_hold_no_secret(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    assert "secrets." not in path.read_text(encoding="utf-8")
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    for step in steps:
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_only_the_job_that_publishes_may_write(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    may_write = {
        name for name, job in workflow["jobs"].items() if "write" in job["permissions"].values()
    }
    assert may_write == ({"deploy"} if path.name == "deploy.yml" else set())
    for name in may_write:
        assert all("run" not in step for step in workflow["jobs"][name]["steps"]), (
            "a job that may publish runs nothing of ours"
        )


def test_zizmor_finds_nothing():
    command = [
        SCRIPTS / "zizmor",
        "--offline",
        "--strict-collection",
        "--no-progress",
        "--persona=pedantic",
        ROOT / ".github",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in WORKFLOWS:
        assert named(path) in done.stderr, f"zizmor did not look at {named(path)}"


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.github-issue-config", [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"]),
        (
            "vendor.github-issue-forms",
            sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml")),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_files_that_github_reads_fit_their_schemas(schema, paths):
    command = [SCRIPTS / "check-jsonschema", "--builtin-schema", schema, *paths]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_form_has_the_fields_that_report_a_problem_fills_in():
    form = yaml.safe_load(
        (ROOT / ".github" / "ISSUE_TEMPLATE" / "report-a-problem.yml").read_text(encoding="utf-8")
    )
    # GitHub fills in text from an address, by the field's id; it does not tick boxes or choose from
    # lists.
    assert {field["id"] for field in form["body"] if field["type"] in ("input", "textarea")} == {
        "fact",
        "page",
        "wrong",
        "words",
    }


def test_pull_request_templates_link_to_each_other():
    folder = ROOT / ".github" / "PULL_REQUEST_TEMPLATE"
    default = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert set(re.findall(r"template=([\w.-]+)", default)) == {
        path.name for path in folder.iterdir()
    }
    for path in folder.iterdir():
        for name in re.findall(r"template=([\w.-]+)", path.read_text(encoding="utf-8")):
            assert (folder / name).is_file(), f"{named(path)} links to {name}"


def test_editors_get_schemas_that_exist():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file(), f"{schema} is missing; run `explainer schema`"
        assert list(ROOT.glob(pattern)), f"no file is like {pattern}"


def test_every_command_that_the_documents_name_exists():
    documents = [
        path
        for path in (
            *ROOT.glob("*.md"),
            *(ROOT / ".github").rglob("*"),
            *ROOT.glob(".devcontainer/*"),
            *ROOT.glob(".vscode/*"),
        )
        if path.is_file()
    ]
    used = {
        (named(path), target)
        for path in documents
        for target in re.findall(
            r"(?:`|\$ |\"|run: |^ *)make ([a-z]+)(?=[`\"]| *(?:#.*)?$)",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    assert used and not [(name, target) for name, target in used if target not in PHONY]
    for target in PHONY:
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("target", "runs"), [("test", ["pytest"]), ("lint", ["ruff", "mypy", "coverage"])]
)
def test_a_second_run_sets_nothing_up(target, runs):
    if not (ROOT / ".venv" / f".{target}-stamp").is_file():
        pytest.skip(f"not set up by `make {target}`")
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "pip install" not in done.stdout and all(name in done.stdout for name in runs)


def test_who_may_not_install_is_told_who_has_to_install_what(tmp_path):
    """As a user without sudo, on a machine with and without apt-get."""
    programs, makefile = tmp_path / "bin", tmp_path / "Makefile"
    programs.mkdir()
    makefile.write_text(f"include {ROOT}/Makefile\ntry:\n\t@$(call debian,chromium,a browser)\n")
    for name in ("sh", "bash", "git", "echo"):
        (programs / name).symlink_to(shutil.which(name))
    for name, text in (("id", "echo 1000"), ("apt-get", 'echo ran "$@"')):
        command = [shutil.which("make"), "-s", "-f", str(makefile), "try"]
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
        done = subprocess.run(command, env={"PATH": str(programs)}, capture_output=True, text=True)
        assert done.returncode and "ran" not in done.stdout
        assert "apt-get install --no-install-recommends chromium" in done.stderr
        assert "Installing" not in done.stdout


def test_every_file_that_the_documents_for_engineers_name_exists():
    """A path in its backticks begins at the root or, as `topic/model.py`, in the package."""
    text = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    homes = (ROOT, ROOT / "scripts/explainer")
    paths = set(re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", text))
    paths = {path for path in paths if "/" in path or path.endswith((".py", ".md", ".toml"))}
    assert len(paths) > 20
    elsewhere = {"data/facts.json", "src/"}  # in the built site; the name that was not taken
    assert elsewhere <= paths
    elsewhere |= {path for path in paths if path.startswith(("assets/", "data/"))}
    missing = {path for path in paths if not any((home / path).exists() for home in homes)}
    assert missing - {"build/.docs.built"} == elsewhere  # the list is there once something is built


def test_the_package_asks_for_what_the_site_is_locked_with():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["dynamic"]["dependencies"]["file"] == [
        "requirements/site.in"
    ]
    for target in project["project"]["scripts"].values():
        assert importlib.util.find_spec(target.split(":")[0])


# The instruments: a test that relies on one which sees nothing would pass for ever.

GOOD = (
    "<!doctype html><html lang=en><head><title>A page</title><link rel=icon"
    " href=data:,></head><body><main><h1>A page</h1>%s</main></body></html>"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "404.html").write_text(GOOD % "<p>Nothing here.</p>", encoding="utf-8")
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "data.json").write_text("{}", encoding="utf-8")
    (tmp_path / "index.html").write_text(GOOD % "<p>Words.</p>", encoding="utf-8")
    return tmp_path


def test_the_server_answers_as_github_pages_does(folder, serve):
    (folder.parent / "outside.html").write_text("outside", encoding="utf-8")
    with serve(folder) as address:
        parts = urlsplit(address)

        def get(path: str) -> tuple[int, str]:
            connection = HTTPConnection(parts.hostname, parts.port, timeout=5)
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read().decode()
            connection.close()
            return answer.status, body

        assert get("/explainer/") == (200, GOOD % "<p>Words.</p>")
        assert get("/explainer/part/data.json") == (200, "{}")
        assert get("/explainer/part")[0] == 301
        for path in (
            "/explainer/nowhere/",
            "/explainer/part/",
            "/explainer/../outside.html",
            "/index.html",
            "/",
        ):
            assert get(path) == (404, GOOD % "<p>Nothing here.</p>"), path


def test_the_browser_takes_a_missing_page_that_was_expected(folder, serve, tabs):
    with serve(folder) as address:
        assert (
            "Nothing here."
            in tabs("nowhere/", address=address, status=404, javascript=False).content()
        )


@pytest.mark.parametrize(
    ("body", "noted"),
    [
        (
            "<img src='https://elsewhere.example/dot.png' alt=''>",
            "asks another host: https://elsewhere.example/dot.png",
        ),
        ("<script>console.error('broken')</script>", "console: broken"),
        ("<script>nowhere()</script>", "nowhere is not defined"),
        ("<img src='missing.png' alt=''>", "404"),
    ],
)
def test_the_browser_notes_what_no_page_may_do(folder, serve, tabs, body, noted):
    (folder / "index.html").write_text(GOOD % body, encoding="utf-8")
    with serve(folder) as address:
        tab = tabs(address=address, lenient=True)
        tab.wait_for_timeout(100)
        assert any(noted in line for line in tabs.problems(tab)), tabs.problems(tab)


def test_axe_sees_a_fault_behind_a_strict_policy(folder, serve, tabs, axe):
    policy = (
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self';"
        ' img-src data:">'
    )
    (folder / "index.html").write_text(
        (GOOD % "<p>Words.</p>").replace("<title>", policy + "<title>"), encoding="utf-8"
    )
    (folder / "bad.html").write_text(
        (GOOD % "<img src=data:,>").replace("<title>", policy + "<title>"), encoding="utf-8"
    )
    with serve(folder) as address:
        assert axe(tabs(address=address)) == []
        assert "image-alt" in [
            one["id"] for one in axe(tabs("bad.html", address=address, lenient=True))
        ]
