"""The steps of the workflows, run as GitHub's runner would: by bash, with its environment, in a
clone. What they ask of GitHub is answered by programs that stand in for curl and gh."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from explainer.commands.by_file import lead_to_files
from sites import FIXED, ROOT, copied

WORKFLOWS = {
    name: yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
    for name in ("check", "deploy")
}
FACTS = "seeds/facts/facts.yml"
# It passes the check, and owes a correction.
CHANGE = ("probably stay open in storms", "probably be open in storms")


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    done = subprocess.run(["git", "-C", root, *who, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


class Runner:
    """A clone of a small site, and a folder of programs that answer for others."""

    def __init__(self, folder: Path):
        self.origin, self.root, self.programs = (
            folder / name for name in ("origin", "clone", "programs")
        )
        copied(FIXED["ferry"], self.origin)
        git(self.origin, "init", "-q", "-b", "main")
        self.commit(self.origin, "first")
        git(folder, "clone", "-q", str(self.origin), str(self.root))
        (self.root / ".venv/bin").mkdir(parents=True)
        script = f'#!/bin/sh\nexec {sys.executable} -m explainer "$@"\n'
        self.program(self.root / ".venv/bin/explainer", script)
        self.programs.mkdir()

    def program(self, path: Path, text: str) -> None:
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def answers(self, name: str, text: str) -> None:
        self.program(self.programs / name, f"#!/bin/bash\n{text}\n")

    def commit(self, root: Path, message: str) -> str:
        git(root, "add", "-A")
        git(root, "commit", "-q", "--allow-empty", "-m", message)
        return git(root, "rev-parse", "HEAD")

    def run(
        self, workflow: str, job: str, step: str, **env: str
    ) -> tuple[int, dict[str, str], str]:
        """A step's exit code, its outputs, and what it printed and put into the summary."""
        steps = WORKFLOWS[workflow]["jobs"][job]["steps"]
        (found,) = (s for s in steps if s["name"] == step)
        assert {*found.get("env", {})} <= {*env, "GH_TOKEN"}, "not given by the test"
        output, summary = (self.root.parent / name for name in ("output", "summary"))
        output.write_text("")
        summary.write_text("")
        given = {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "HOME": str(self.root.parent),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "example/site",
            **env,
        }
        # as the runner does: docs.github.com, "jobs.<job_id>.steps[*].shell"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]]
        done = subprocess.run(command, cwd=self.root, env=given, capture_output=True, text=True)
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done.returncode, outputs, done.stdout + done.stderr + summary.read_text("utf-8")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


# --- a pull request -------------------------------------------------------------------------------


def began(runner: Runner) -> str:
    """Where a change began, as the workflow finds it in the merge that GitHub makes of it."""
    code, outputs, said = runner.run(
        "check", "records", "Find where the change began", BASE="origin/main"
    )
    assert code == 0, said
    return outputs["revision"]


def merged(runner: Runner) -> None:
    """A branch with one change, merged with a main branch that went on, without their histories'
    other branches: what GitHub checks out."""
    git(runner.root, "checkout", "-q", "-b", "change")
    edit(runner.root / FACTS, *CHANGE)
    runner.commit(runner.root, "change")
    (runner.origin / "content/later.md").write_text(
        "---\ntitle: Later\ndescription: Later.\n---\n\n# Later\n", "utf-8"
    )
    runner.commit(runner.origin, "later")
    git(runner.root, "fetch", "-q", "origin")
    git(runner.root, "checkout", "-q", "--detach", "origin/main")
    git(runner.root, "merge", "-q", "--no-edit", "change")


def test_what_came_to_main_since_is_no_part_of_a_change(runner: Runner) -> None:
    merged(runner)
    where = began(runner)
    assert where == git(runner.root, "rev-parse", "origin/main")
    code, _, said = runner.run(
        "check",
        "records",
        "Say what this change does to the site, and what it owes",
        BEGAN=where,
        CHECKED="success",
    )
    assert code == 1 and "later" not in said.lower()
    assert "::error file=seeds/facts/facts.yml,line=" in said and "### Owed before" in said
    assert "record: " in said and "after: " in said


def test_a_site_that_cannot_be_read_is_red_once(runner: Runner) -> None:
    where = began(runner)
    edit(runner.root / FACTS, "figures:\n", "figures:\n  - – id: x\n")
    code, _, said = runner.run("check", "records", "Check the records and settings", BEGAN=where)
    assert code == 1 and "::error file=seeds/facts/facts.yml" in said
    code, _, said = runner.run(
        "check",
        "records",
        "Say what this change does to the site, and what it owes",
        BEGAN=where,
        CHECKED="failure",
    )
    assert code == 0 and "### To fix: " in said


def test_the_site_is_kept_when_something_is_owed_and_no_commit_is_checked_twice() -> None:
    check: dict[Any, Any] = WORKFLOWS["check"]
    assert {*check[True]} == {"pull_request", "merge_group"}  # YAML 1.1 reads "on" as true
    steps = {s["name"]: s for s in check["jobs"]["records"]["steps"]}
    assert "make test" not in str(check["jobs"]["records"])
    assert "steps.check.outcome" in steps["Build the site"]["if"]
    for name in ("Build the site", "Keep the site to look at", "Link the preview"):
        assert steps[name]["if"].startswith("${{ !cancelled() &&")


# --- the preview ----------------------------------------------------------------------------------


def test_every_link_of_a_preview_leads_to_a_file(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    assert lead_to_files(folder) == len([*folder.rglob("*.html")])
    before = {path: path.read_bytes() for path in folder.rglob("*.html")}
    lead_to_files(folder)
    assert before == {path: path.read_bytes() for path in folder.rglob("*.html")}
    followed = 0
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8") if path.name != "404.html" else ""
        for name, address in re.findall(r'\s(href|src|action|content)="(?:0; url=)?([^"]*)"', text):
            link = urlsplit(html.unescape(address))
            if name == "content" and "/index.html" not in link.path:
                continue
            if link.path and not link.scheme and not link.netloc:
                followed += 1
                assert (path.parent / unquote(link.path)).is_file(), (path, link.path)
    assert followed


def test_a_preview_is_walked_through_without_a_server(site: Path, tmp_path: Path, browser) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    lead_to_files(folder)
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((folder / "index.html").as_uri())
    link = tab.locator("main p a[href*='/index.html']:visible").first
    address = link.evaluate("link => link.href")
    link.click()
    tab.wait_for_url(address)
    assert address.startswith("file:") and tab.locator("h1").count() == 1
    assert tab.evaluate("document.styleSheets.length")
    context.close()


# --- publishing -----------------------------------------------------------------------------------


def published(runner: Runner, **env: str) -> tuple[int, dict[str, str], str]:
    given = {"SITE": "https://example.org", "GIVEN": ""} | env
    return runner.run("deploy", "build", "Find what is published", **given)


def serve(runner: Runner, status: int, body: str = "") -> None:
    """A curl that writes a body to the file asked for, and prints the status."""
    runner.answers(
        "curl",
        'while [ "$1" ]; do [ "$1" = --output ] && out=$2; shift; done\n'
        f"printf '%s' '{body}' > \"$out\"\nprintf {status}",
    )


def hold_back(runner: Runner, revision: str) -> tuple[int, str]:
    name = "Hold back what owes a correction"
    code, _, said = runner.run("deploy", "build", name, PUBLISHED=revision)
    return code, said


def test_where_nothing_is_published_nothing_is_compared(runner: Runner) -> None:
    serve(runner, 404)
    assert published(runner)[:2] == (0, {})


def test_what_was_held_back_is_held_back_at_the_next_push_too(runner: Runner) -> None:
    first = git(runner.root, "rev-parse", "HEAD")
    edit(runner.root / FACTS, *CHANGE)
    runner.commit(runner.root, "a change that owes a correction")
    with (runner.root / "content/index.md").open("a", encoding="utf-8") as page:
        page.write("\n")
    runner.commit(runner.root, "a typo")
    serve(runner, 200, f'{{"schema_version": 1, "revision": "{first}"}}')
    code, outputs, said = published(runner)
    assert (code, outputs) == (0, {"revision": first}), said
    code, said = hold_back(runner, first)
    assert code == 1 and "its statement changed" in said


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, '{"schema_version": 1}'), (200, "<html>"), (200, '{"revision": "main"}'), (503, "")],
)
def test_an_answer_without_a_revision_stops(runner: Runner, status: int, body: str) -> None:
    serve(runner, status, body)
    code, outputs, _ = published(runner)
    assert code != 0 and outputs == {}


def test_no_answer_stops_and_a_revision_may_be_given_by_hand(runner: Runner) -> None:
    runner.answers("curl", "exit 6")
    assert published(runner)[0] != 0
    first = git(runner.root, "rev-parse", "HEAD")
    assert published(runner, GIVEN=first)[:2] == (0, {"revision": first})


def test_a_published_revision_is_found_behind_a_rewritten_branch(runner: Runner) -> None:
    edit(runner.origin / FACTS, *CHANGE)
    gone = runner.commit(runner.origin, "published, then rewritten")
    git(runner.origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(runner.origin, "reset", "-q", "--hard", "HEAD~1")
    runner.answers("gh", "exit 0")
    code, outputs, said = published(runner, GIVEN=gone)
    assert (code, outputs) == (0, {"revision": gone}), said
    assert hold_back(runner, gone)[0] == 1
    assert published(runner, GIVEN="0" * 40)[0] != 0


@pytest.mark.parametrize(
    ("said", "code", "outputs"),
    [
        ("exit 0", 0, {"on": "true"}),
        ("echo 'gh: Not Found (HTTP 404)' >&2; exit 1", 0, {}),
        ("echo 'gh: Bad credentials (HTTP 401)' >&2; exit 1", 1, {}),
    ],
)
def test_a_fork_without_pages_is_told_and_not_red(
    runner: Runner, said: str, code: int, outputs: dict[str, str]
) -> None:
    runner.answers("gh", said)
    done = runner.run("deploy", "pages", "Ask")
    assert done[:2] == (code, outputs)
    assert ("::notice title=Nothing is published::" in done[2]) == (outputs == {} and code == 0)
