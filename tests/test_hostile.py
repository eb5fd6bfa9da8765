"""Whoever means harm: every attack in ``attacks/`` ends as a problem on its line, or as words that
do nothing.

That words do nothing is shown in a real browser, with the pages' policy switched off, so that the
escaping alone has to hold, and then on. That the policy holds alone is shown as well, on pages that
nobody escaped.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
from bibliographies import as_printed, bibtex_entries, ris_records
from explainer.commands.build import check_site
from explainer.commands.diff import Change, Difference
from explainer.commands.new import new
from explainer.commands.review import review
from explainer.commands.stage import stage
from explainer.commands.theme import OWN
from explainer.rules.built import INLINE, audit, loose_policy
from explainer.site.catalog import Catalog, Deployment
from explainer.site.data import export
from explainer.site.pages import render
from explainer.topic.blocks import PICTURES
from explainer.topic.load import load
from explainer.topic.model import KINDS
from explainer.topic.problems import Problem, as_github, as_json, as_text
from explainer.topic.site import Site
from forked import build
from pages import MOVED, PAGES, ROOT
from sites import as_published, read_yaml, run, topic

ATTACKS = Path(__file__).parent / "attacks"
TRIED: Counter[str] = Counter()


@cache
def attacks(name: str) -> list:
    return read_yaml(ATTACKS / f"{name}.yml")


def text_of(attack: dict, key: str = "text") -> str:
    part, times = attack.get("repeat", ["", 0])
    return attack.get("before", "") + attack.get(key, "") + part * times + attack.get("after", "")


def named(attack: dict) -> str:
    return attack["name"]


@pytest.fixture(scope="session", autouse=True)
def figures() -> Iterator[None]:
    yield
    print(
        f"\nattacks tried: {sum(TRIED.values())}"
        f" ({', '.join(f'{n} {k}' for k, n in sorted(TRIED.items()))}); all refused or harmless"
    )


@pytest.fixture(scope="session")
def skeleton(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("skeleton") / "site"
    new(root)
    assert check_site(root).problems == []
    return root


@pytest.fixture
def root(skeleton, tmp_path) -> Path:
    """A small good site to attack."""
    for part in ("seeds", "content"):
        shutil.copytree(skeleton / part, tmp_path / part)
    return tmp_path


def problems_of(root: Path) -> list[Problem]:
    checked = check_site(root)
    for form in (as_text, as_github, as_json):
        assert form(checked.problems)
    return checked.problems


def expect(found: list[Problem], path: str, line: int, says: str, rule: str) -> None:
    assert [
        p
        for p in found
        if (p.path, p.line, p.rule) == (path, line, rule) and says.lower() in p.message.lower()
    ], as_text(found)[:2000]


# --- refused, with the line -----------------------------------------------------------------------


@pytest.mark.parametrize("attack", attacks("loader"), ids=named)
def test_a_hostile_file_is_refused_on_its_line(root, attack):
    path = root / attack["path"]
    path.write_bytes(
        bytes.fromhex(attack["hex"]) if "hex" in attack else text_of(attack).encode("utf-8")
    )
    TRIED["files"] += 1
    told = attack.get("told", attack["path"])
    expect(problems_of(root), told, attack["line"], attack["says"], attack.get("rule", "load"))


@pytest.fixture(scope="module")
def attacked(skeleton, tmp_path_factory) -> dict[str, list[Problem]]:
    """What is said of each page of a site with an attack on each, by its name."""
    root = tmp_path_factory.mktemp("attacked")
    for part in ("seeds", "content"):
        shutil.copytree(skeleton / part, root / part)
    for i, attack in enumerate(attacks("expressions")):
        line = attack.get("whole") or "{{ " + text_of(attack) + " }}"
        (root / f"content/expression-{i}.md").write_text(f"{HEAD}\n{line}\n", "utf-8")
    for i, attack in enumerate(attacks("markup")):
        body = text_of(attack, "body")
        (root / f"content/markup-{i}.md").write_text(f"{HEAD}{body}\n", "utf-8")
    told: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems_of(root):
        told[problem.path].append(problem)
    return told


HEAD = "---\ntitle: x\ndescription: x\n---\n"


@pytest.mark.parametrize("attack", attacks("expressions"), ids=named)
def test_a_hostile_expression_is_refused_on_its_line(attacked, attack):
    path = f"content/expression-{attacks('expressions').index(attack)}.md"
    TRIED["valid-blocks"] += 1
    expect(attacked[path], path, 6, "this expression cannot be used", "valid-blocks")


@pytest.mark.parametrize("attack", attacks("markup"), ids=named)
def test_hostile_markup_is_refused_on_its_line(attacked, attack):
    path, line = f"content/markup-{attacks('markup').index(attack)}.md", 4 + attack.get("line", 1)
    TRIED["markup"] += 1
    rule = attack.get("rule", "safe-markup")
    expect(attacked[path], path, line, attack["says"], rule)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory) -> Path:
    """What MkDocs makes of each, without our hook."""
    root = tmp_path_factory.mktemp("harmless") / "site"
    new(root)
    for number, attack in enumerate(attacks("harmless")):
        page = root / f"build/docs/x-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: x\ndescription: x\n---\n{attack['body']}\n", "utf-8")
    built(root, "x")
    return root / "site"


@pytest.mark.slow
@pytest.mark.parametrize("attack", attacks("harmless"), ids=named)
def test_what_is_called_harmless_is_words(root, harmless, attack):
    """And not refused as markup: else it belongs among the attacks."""
    (root / "content/x.md").write_text(
        f"---\ntitle: x\ndescription: x\n---\n{attack['body']}\n", "utf-8"
    )
    assert not [p for p in problems_of(root) if p.rule == "safe-markup"]
    number = attacks("harmless").index(attack)
    page = harmless / f"x-{number}/index.html"
    made = as_published(attack["body"])
    assert made in page.read_text("utf-8")
    shown = Shown(made)
    assert shown.tags <= {"p", "pre", "code"}
    assert ("window.__hit=1" in shown.text or "<!ENTITY" in shown.text) and "<" in shown.text
    assert not [line for line in audit(harmless) if line.startswith(f"x-{number}/")]
    TRIED["harmless markup"] += 1


def link_to_a_file(root):
    (root / "seeds/facts/x.yml").symlink_to("/etc/passwd")


def link_to_a_folder(root):
    (root / "content/x").symlink_to("/etc")


def link_within(root):
    (root / "content/x.md").symlink_to("index.md")


def link_to_nothing(root):
    (root / "content/x.md").symlink_to("nowhere")


def link_for_the_folder(root):
    (root / "seeds").rename(root / "other")
    (root / "seeds").symlink_to("other")


def pipe(root):
    os.mkfifo(root / "seeds/facts/x.yml")


def socket(root):
    import socket

    here = os.getcwd()
    os.chdir(root / "seeds/facts")  # an address of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind("x.yml")
    finally:
        os.chdir(here)


def capitals(root):
    (root / "content/X.md").write_text("x")


def only_capitals(root):
    (root / "content/Index.md").write_text("x")


def hidden(root):
    (root / "content/.htaccess").write_text("x")


def up(root):
    (root / "content/..x.md").write_text("x")


def two_endings(root):
    (root / "content/x.html.md").write_text("x")


def line_end_in_name(root):
    (root / "content/x\n::error::y.md").write_text("x")


def bytes_in_name(root):
    (root / "content" / os.fsdecode(b"x\xff.md")).write_text("x")


def look_alike_name(root):
    (root / "content/indеx.md").write_text("x")


def escape_in_name(root):
    (root / "content/\x1b[2Jx.md").write_text("x")


def space_in_name(root):
    (root / "content/x y.md").write_text("x")


def page_of_html(root):
    (root / "content/x.html").write_text("<script>window.__hit=1</script>")


def drawing(root):
    (root / "content/x.svg").write_text("<svg onload='window.__hit=1'/>")


def script_file(root):
    (root / "content/x.js").write_text("window.__hit=1")


def python_in_seeds(root):
    (root / "seeds/x.py").write_text("x")


def facts_in_a_folder(root):
    (root / "seeds/facts/more").mkdir()
    (root / "seeds/facts/more/x.yml").write_text("people:\n")


def text_without_a_record(root):
    (root / "seeds/sources/x.txt").write_text("Words.")


def record_without_a_text(root):
    shutil.copy(root / "seeds/sources/river-1998.yml", root / "seeds/sources/x.yml")


def two_pages_for_one_address(root):
    (root / "content/method").mkdir()
    shutil.copy(root / "content/method.md", root / "content/method/index.md")


def another_text(root):
    with open(root / "seeds/sources/river-1998.txt", "a") as file:
        file.write("\nIt did not rise.\n")


def no_folder(root):
    shutil.rmtree(root / "seeds")


PLACES = {
    link_to_a_file: ("seeds/facts/x.yml", "symbolic link"),
    link_to_a_folder: ("content/x", "symbolic link"),
    link_within: ("content/x.md", "symbolic link"),
    link_to_nothing: ("content/x.md", "symbolic link"),
    link_for_the_folder: ("seeds", "symbolic link"),
    pipe: ("seeds/facts/x.yml", "not a regular file"),
    socket: ("seeds/facts/x.yml", "not a regular file"),
    capitals: ("content/X.md", "cannot be used"),
    only_capitals: ("content/index.md", "capital letters"),
    hidden: ("content/.htaccess", "cannot be used"),
    up: ("content/..x.md", "cannot be used"),
    two_endings: ("content/x.html.md", "cannot be used"),
    line_end_in_name: ("content/x\n::error::y.md", "cannot be used"),
    bytes_in_name: ("content/x\\udcff.md", "cannot be used"),
    look_alike_name: ("content/indеx.md", "cannot be used"),
    escape_in_name: ("content/\x1b[2Jx.md", "cannot be used"),
    space_in_name: ("content/x y.md", "cannot be used"),
    page_of_html: ("content/x.html", "not published"),
    drawing: ("content/x.svg", "not published"),
    script_file: ("content/x.js", "no setting names"),
    python_in_seeds: ("seeds/x.py", "nothing reads"),
    facts_in_a_folder: ("seeds/facts/more/x.yml", "nothing reads"),
    text_without_a_record: ("seeds/sources/x.txt", "no record"),
    record_without_a_text: ("seeds/sources/x.yml", "missing"),
    two_pages_for_one_address: ("content/method.md", "same address"),
    another_text: ("seeds/sources/river-1998.yml", "not the text that was sealed"),
    no_folder: ("seeds", "no folder"),
}


@pytest.mark.parametrize("attack", PLACES, ids=lambda attack: attack.__name__)
def test_a_hostile_place_is_refused_by_its_name(root, attack):
    path, says = PLACES[attack]
    attack(root)
    TRIED["places"] += 1
    found = problems_of(root)
    assert [p for p in found if p.path == path and says in p.message], found
    printed = as_text(found).splitlines() + as_github(found).splitlines()
    assert not [
        line
        for line in printed
        if line.lstrip().startswith("::") and not line.startswith("::error file=")
    ]


def test_a_file_that_may_not_be_read_is_a_problem(root, monkeypatch):
    """For whoever is not root; root may read all there is, so here the system says no instead."""
    opened = open

    def closed(path, *args, **more):
        if str(path).endswith("river.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **more)

    monkeypatch.setattr("builtins.open", closed)
    assert [p.message for p in problems_of(root) if p.path == "seeds/facts/river.yml"] == [
        "the file cannot be read"
    ]


# --- harmless: what is left of words in logs and summaries ----------------------------------------

WORDS = attacks("words")


@pytest.mark.parametrize("words", WORDS)
def test_words_in_a_log_are_no_command(words):
    problem = Problem(words, 1, words, words, words, words, words, words)
    lines = as_github([problem, problem]).split("\n")
    assert len(lines) == 2 and all(line.startswith("::error file=") for line in lines)
    # GitHub's runner takes off white space before it looks for "::" (actions/runner,
    # ActionCommand.cs).
    assert not [line for line in as_text([problem]).split("\n") if line.strip().startswith("::")]
    assert all(char.isprintable() or char == "\n" for char in as_text([problem]))
    assert json.loads(as_json([problem]))[0]["message"] == words
    TRIED["words in a log"] += 1


@pytest.mark.parametrize("words", WORDS)
def test_words_in_the_summary_of_a_pull_request_are_words(words):
    """GitHub's summaries are Markdown. Python-Markdown appears in for GitHub's reader here: it lets
    more HTML through. GitHub has no marks of Material's manual.
    """
    catalog = Catalog(Site(topic("ferry")), Deployment())
    changes = [
        Change(what, name, catalog.topic.kinds.get(name, "settings"), words, ((words, words, "x"),))
        for name in (next(iter(catalog.topic.records)), "mkdocs.yml")
        for what in ("changed", "added", "removed")
    ]
    problem = Problem("seeds/facts/x.yml", 1, words, words, "", words, "x", words)
    texts, files = [("x", words, "x")], (("added", words),)
    difference = Difference(
        words, changes, texts, [("x", 1, 1)], [], [problem], catalog, catalog, files=files
    )
    summary = review(difference, [problem], Deployment())
    page = Shown(markdown.markdown(summary, extensions=["tables", "fenced_code", "md_in_html"]))
    assert not page.tags & {
        "script",
        "img",
        "a",
        "svg",
        "div",
        "code",
        "pre",
        "iframe",
        "title",
        "style",
    }, page.tags
    assert " ".join(words.split()) in page.text
    TRIED["words in a summary"] += 1


class Shown(HTMLParser):
    """The text of some HTML, its tags, and the data in its scripts."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.data: list[str] = []
        self.script = self.linked = False
        self.feed(html)
        self.close()
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.script = tag == "script"
        self.linked = ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag):
        self.script = False

    def handle_data(self, data):
        if not self.script:
            self.words.append(data)
        elif self.linked:
            self.data.append(data)


# --- harmless: every field of a site, in the browser ----------------------------------------------


def hostile_site(root: Path) -> None:
    """Every word of the list in every kind of field; each appears in the source too, so that it is
    published.
    """
    new(root)
    shutil.rmtree(root / "seeds")
    shutil.rmtree(root / "content")

    def write(path: str, data, head: str = "", tail: str = "") -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(
            head + json.dumps(data, ensure_ascii=False, indent=1) + "\n" + tail, "utf-8"
        )  # JSON is YAML

    sentences = [
        f"Number {i} begins {' '.join(words.split())} and ends {i}."
        for i, words in enumerate(WORDS)
    ]
    (root / "seeds/sources").mkdir(parents=True)
    (root / "seeds/sources/all.txt").write_text("\n\n".join(sentences) + "\n", "utf-8")
    everything = " · ".join(WORDS)
    write(
        "seeds/sources/all.yml",
        {
            "type": "webpage",
            "title": everything,
            "author": everything,
            "publisher": everything,
            "issued": "1998",
            "URL": "https://example.org/?x=1&y=(2)",
            "label": everything,
            "language": "en",
            "rights": everything,
            "note": everything,
            "sha256": "0" * 64,
            "set_aside": [
                {
                    "exact": sentences[0],
                    "what": "sentence",
                    "reason": "off_topic",
                    "note": everything,
                }
            ],
        },
    )
    options = [
        {"id": f"option-{i}", "label": words, "mark": words[:4], "description": words}
        for i, words in enumerate(WORDS[:2])
    ]
    write(
        "seeds/settings.yml",
        {
            "question": everything[:4000],
            "as_of": "1998",
            "options": options,
            "topics": {f"topic-{i}": words for i, words in enumerate(WORDS)},
        },
    )
    facts: dict[str, list] = {kind: [] for kind in KINDS if kind != "redirects"}
    for i, words in enumerate(WORDS):
        base = {
            "evidence": sentences[i],
            "note": words,
            "subjects": [f"topic-{i}"],
            "references": [f"reference-{i}"],
        }
        own = {
            "id": f"person-{i}",
            "name": words,
            "alternate_names": [words],
            "description": words,
            "job_title": words,
            "affiliation": f"organisation-{i}",
        }
        facts["people"].append(own | base)
        facts["organisations"].append(
            {
                "id": f"organisation-{i}",
                "name": words,
                "alternate_names": [words],
                "description": words,
                "type": "media",
            }
            | base
        )
        shared = (
            {
                "kind": "shared",
                "author": "not_stated",
                "author_description": words,
                "shared_by": f"person-{i}",
            }
            if i % 2
            else {"kind": "spoken", "speaker": f"person-{i}"}
        )
        facts["quotes"].append(
            {
                "id": f"quote-{i}",
                "text": sentences[i],
                "attributed_by": sentences[i],
                "said_via": f"organisation-{i}",
                "date_said": "1998",
            }
            | shared
            | base
        )
        facts["figures"].append(
            {
                "id": f"figure-{i}",
                "label": words,
                "value": str(-7 if i == 0 else 20 + i),
                "value_text": words,
                "qualifier": "about",
                "unit": "men" if i % 2 else words,
                "measure": words,
                "population": words,
                "period": words,
                "as_of": "1998",
                "attribution": [f"person-{i}", f"organisation-{i}"],
                "attribution_level": "stated_by",
            }
            | base
        )
        facts["events"].append(
            {
                "id": f"event-{i}",
                "title": words,
                "description": words,
                "date": "1998",
                "date_text": words,
                "date_basis": "stated",
                "status": "happened",
                "participants": [f"person-{i}"],
            }
            | base
        )
        facts["positions"].append(
            {
                "id": f"position-{i}",
                "holder": f"person-{i}",
                "topic": f"topic-{i % 8}" if i % 2 else "option-0",
                "stance": "for",
                "statement": words,
                "period": words,
                "attribution": [f"person-{i}"],
                "as_of": "1998",
            }
            | base
        )
        facts["claims"].append(
            {
                "id": f"claim-{i}",
                "kind": "claim",
                "statement": words,
                "attribution": [f"person-{i}"],
                "about": [f"person-{i}"],
                "as_of": "1998",
            }
            | base
        )
        cell = {
            "statement": words,
            "evidence": sentences[i],
            "attribution": [f"person-{i}"],
            "kind": "claim",
        }
        facts["comparisons"].append(
            {
                "id": f"comparison-{i}",
                "question": words,
                "cells": {"option-0": cell, "option-1": {"not_stated": "true"}},
                "note": words,
            }
        )
        facts["conflicts"].append(
            {
                "id": f"conflict-{i}",
                "title": words,
                "between": [f"claim-{i}", f"figure-{i}"],
                "difference": words,
            }
            | base
        )
        facts["terms"].append(
            {"id": f"term-{i}", "term": words, "definition": words, "alternate_names": [words]}
            | base
        )
        facts["references"].append(
            {
                "id": f"reference-{i}",
                "kind": "background",
                "title": words,
                "publisher": words,
                "author": words,
                "issued": "1998",
                "URL": f"https://example.org/{i}?a=1&b=2'",
                "confirms": words,
            }
        )
        facts["corrections"].append(
            {
                "id": f"correction-{i}",
                "date": "1998-03-04",
                "record": f"claim-{i}",
                "what": words,
                "before": words,
                "after": words,
            }
        )
    for item in facts["references"]:
        item["URL"] = item["URL"].removesuffix("'")
    for item in (*facts["comparisons"], *facts["corrections"], *facts["references"]):
        item.setdefault("note", WORDS[0])
    write("seeds/facts/all.yml", {"source": "all", **facts})

    def page(path: str, number: int, body: str) -> None:
        part = " · ".join(WORDS[number::8])
        write(
            f"content/{path}.md",
            {"title": part, "description": part},
            "---\n",
            f"---\n\n# Page\n\n{body}\n",
        )

    plain = ["sources", "ledger", "counts", "downloads", "cite", "index"]
    blocks = [*facts, *plain, "matrix", *PICTURES]
    blocks.remove("comparisons"), blocks.remove("figures")
    for number, block in enumerate([*blocks, "figures", "comparison"]):
        given = {"matrix": "anchors=false", "before_after": 'event="event-0"'}.get(block, "")
        page(
            f"{block.replace('_', '-')}-page" if block != "index" else "index-page",
            number % 8,
            "{{ " + block + f"({given})" + " }}",
        )
    cited = "\n\n".join(
        f"Words.[^{kind}-{i}]"
        for kind in ("quote", "claim", "figure", "reference", "term", "person")
        for i in range(len(WORDS))
    )
    terms = "\n".join(f"- [words {i}](fact:term-{i})" for i in range(len(WORDS)))
    page("index", 7, f'<div class="search-here"></div>\n\n{terms}\n\n{cited}')
    page("search", 6, "Find.")
    page("editors", 5, EDITORS)


# What an editor may write although it looks like an attack.
EDITORS = """
Escaped: &lt;script&gt;window.__hit=1&lt;/script&gt; `code` \\`and\\` more and &quot;marks&quot;.

[words](index.md "' onmouseover='window.__hit=1") <https://example.org/onclick> [words](https://example.org/?q=javascript:window.__hit=1){.quiet #b}

<details class="quiet"><summary><abbr title="onclick=window.__hit=1">More</abbr></summary><p>Words</p></details>

| javascript: | data: |
| --- | --- |
| onerror=window.__hit=1 | < 5 and > 4 |
"""  # noqa: E501


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("hostile") / "site"
    hostile_site(root)
    topic, faults = load(root)
    assert faults == [], as_text(faults)
    site = Site(topic)
    assert site.evidence.faults == []
    assert run(site, "safe-markup", "valid-blocks") == []
    deployment = Deployment(
        "https://example.github.io/explainer/",
        WORDS[1],
        "https://github.com/example/explainer",
        "main",
        "main",
    )
    catalog = Catalog(site, deployment)
    stage(
        [*((path, text.encode()) for path, text in render(catalog)), *export(catalog)],
        root / "build" / "docs",
    )
    built(root, WORDS[1])
    TRIED["words in every field of a site"] += len(WORDS)
    return root


def built(root: Path, name: str) -> None:
    """MkDocs without our plugin, so without any check."""
    config = (root / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    config = config.replace('!ENV [SITE_URL, ""]', "https://example.github.io/explainer/")
    config = config.replace("plugins: [explainer]", "plugins: []")
    config = config.replace("name: material", f"name: material\n  custom_dir: {OWN}")
    named = re.sub("(?m)^site_name: .*", lambda _: f"site_name: {json.dumps(name)}", config)
    assert named != config
    (root / "mkdocs.yml").write_text(named, "utf-8")
    done = build(root, strict=False)
    assert done.returncode == 0 and "WARNING" not in done.stderr, done.stderr


@pytest.mark.slow
def test_the_audit_finds_nothing_in_what_was_escaped(hostile):
    assert audit(hostile / "site") == []


@pytest.mark.slow
def test_hostile_words_are_shown_as_they_are(hostile):
    """On the page of each kind of record all of the words, nothing less and nothing turned into
    markup.
    """
    for name in (
        "people",
        "organisations",
        "quotes",
        "figures",
        "events",
        "positions",
        "claims",
        "comparison",
        "conflicts",
        "terms",
        "references",
        "corrections",
        "timescale",
        "index-page",
    ):
        folder = name if name == "index-page" else f"{name}-page"
        page = Shown((hostile / "site" / folder / "index.html").read_text("utf-8"))
        missing = [words for words in WORDS if " ".join(words.split()) not in page.text]
        if name == "index-page":  # titles are cut
            missing = [words for words in missing if len(words) < 40]
        assert not missing, (name, missing)
    home = Shown((hostile / "site" / "index.html").read_text("utf-8"))
    assert not [s for s in WORDS if " ".join(s.split()) not in home.text], "a footnote lost words"


@pytest.mark.slow
def test_data_for_machines_is_whole(hostile):
    site = hostile / "site"
    for path in sorted(site.rglob("*.html")):
        for data in Shown(path.read_text("utf-8")).data:
            assert json.loads(data)["@context"] == "https://schema.org"
    people = json.loads((site / "data/facts.json").read_text("utf-8"))["people"]
    assert [person["name"] for person in people] == WORDS
    linked = Shown((site / "people-page" / "index.html").read_text("utf-8")).data
    assert [one["name"] for one in json.loads(linked[0])["mentions"]] == WORDS
    for path in sorted(site.glob("data/*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        assert len(rows) == len(WORDS) + 1 and len({len(row) for row in rows}) == 1
        risky = [
            cell
            for row in rows
            for cell in row
            if cell[:1] in tuple("=+-@＝＋－＠\t\r\n") and not re.fullmatch(r"-?[\d.]+", cell)
        ]
        assert not risky, (path.name, risky)
    assert [
        row[rows[0].index("value")]
        for rows in [
            list(csv.reader(io.StringIO((site / "data/figures.csv").read_text("utf-8-sig"))))
        ]
        for row in rows[1:2]
    ] == ["-7"]
    feed = ElementTree.parse(site / "data/feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    told = [entry.findtext(f"{atom}content") for entry in feed.iter(f"{atom}entry")]
    forms = [{f"{w} Before: {w} After: {w}", f"{w} Before: “{w}” After: “{w}”"} for w in WORDS]
    assert len(told) == len(WORDS) and all(form & {*told} for form in forms)
    assert not list(feed.iter("script"))
    (entry,) = bibtex_entries((site / "data/sources.bib").read_text("utf-8")).values()
    (record,) = ris_records((site / "data/sources.ris").read_bytes().decode())
    title = " ".join(" · ".join(WORDS).split())
    assert as_printed(entry["title"]) == record["TI"] == title
    assert json.loads((site / "data/sources.csl.json").read_text("utf-8"))[0][
        "title"
    ] == " · ".join(WORDS)
    search = json.loads((site / "data/search.json").read_text("utf-8"))
    others = ("Answer", "Page", "Section", "From the rest of the article", "Source")
    assert len([one for one in search if one["k"] not in others]) == 12 * len(WORDS)
    ElementTree.parse(site / "sitemap.xml")


HIT = "() => window.__hit"


@pytest.mark.parametrize("policy", ["off", "on"])
def test_nothing_runs_in_the_browser(hostile, serve, tabs, policy):
    """Every page is opened, every part of it unfolded, pointed at and used. Tabs fail on a script's
    error, on a question to another host, and on what the policy had to stop.
    """
    with serve(hostile / "site") as address:
        pages = sorted(
            p.relative_to(hostile / "site").as_posix().removesuffix("index.html")
            for p in (hostile / "site").rglob("index.html")
        )
        assert len(pages) > 20
        tab = tabs(address=address, bypass_csp=policy == "off", javascript=True)
        dialogs = []
        tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for page in pages:
            tab.goto(address + page, wait_until="load")
            tab.evaluate("""() => {
                for (const details of document.querySelectorAll("details")) details.open = true;
                const used = "button[data-token], button[data-copy]";
                for (const element of document.querySelectorAll("main *")) {
                    for (const type of ["mouseover", "focus", "toggle"])
                        element.dispatchEvent(new Event(type));
                }
                for (const button of document.querySelectorAll(used)) button.click();
                const reference = document.querySelector("a.footnote-ref, a.term");
                if (reference) reference.click();
            }""")
            assert tab.evaluate(HIT) is None, page
            assert (
                tab.evaluate(
                    "() => ['script', 'img', 'iframe', 'style', '[style]', '[onclick]',"
                    " '[onmouseover]', '[onfocus]'].reduce((sum, one) => sum +"
                    " document.querySelectorAll(`.md-content__inner ${one}`).length, 0)"
                )
                == 0
            ), page
        for query in ("window", "script", "hit", "calc"):
            tab.goto(f"{address}search/?q={query}", wait_until="load")
            tab.wait_for_selector(HITS)
            assert tab.evaluate(HIT) is None
            assert (
                tab.evaluate(
                    "() => document.querySelectorAll('.md-search-result script, .md-search-result"
                    " img, .md-search-result svg').length"
                )
                == 0
            )
        assert not dialogs
    TRIED[f"pages of hostile words opened with the policy {policy}"] += len(pages)


HITS = ".md-search-result__item a"


# What nobody escaped: the policy alone must hold, and the audit must see it.
RAW = {
    "script": "<script>window.__hit=1</script>",
    "img": "<img src=x.png alt=x onerror=window.__hit=1>",
    "svg": "<svg onload=window.__hit=1></svg>",
    "iframe": "<iframe srcdoc='<script>parent.__hit=1</script>'></iframe>",
    "object": "<object data='data:text/html,<script>parent.__hit=1</script>'></object>",
    "style": "<style>body { background: url(https://hit.example/x.png) }</style>",
    "picture": "<img src=https://hit.example/x.png alt=x>",
    "link": "<link rel=stylesheet href=https://hit.example/x.css>",
    "far": "<script src=https://hit.example/x.js></script>",
    "details": "<details ontoggle=window.__hit=1 open>x</details>",
}


@pytest.mark.parametrize("policy", ["off", "on"])
def test_the_policy_holds_alone(hostile, serve, tabs, tmp_path, policy):
    """The same raw pages with the policy off show that they would hit: a test that sees nothing
    would pass for ever.
    """
    page = (hostile / "site" / "search" / "index.html").read_text("utf-8")
    for name, raw in RAW.items():
        (tmp_path / f"{name}.html").write_text(page.replace("Find.", raw), "utf-8")
        assert raw in (tmp_path / f"{name}.html").read_text("utf-8")
    (tmp_path / "404.html").write_text(page, "utf-8")
    shutil.copytree(
        hostile / "site" / "assets",
        tmp_path / "assets",
        ignore=shutil.ignore_patterns("cards", "javascripts"),
    )
    found = {line.split(".html")[0] for line in audit(tmp_path)}
    assert found >= set(RAW)
    hits = set()
    with serve(tmp_path, "/") as address:
        tab = tabs("404.html", address=address, bypass_csp=policy == "off", lenient=True)
        for name in RAW:
            before = len(tabs.problems(tab))
            tab.goto(f"{address}{name}.html", wait_until="load")
            tab.wait_for_timeout(60)
            # A question that the policy stops does not leave the browser, but Playwright may tell
            # of it.
            asked = [
                line
                for line in tabs.problems(tab)[before:]
                if "asks another host" in line and policy == "off"
            ]
            if tab.evaluate(HIT) or asked:
                hits.add(name)
    assert hits == (set(RAW) - {"object"} if policy == "off" else set()), hits
    TRIED[f"raw pages opened with the policy {policy}"] += len(RAW)


# --- the audit of built pages ---------------------------------------------------------------------

POLICY = (
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; script-src 'self';"
    " style-src 'self'; base-uri 'self'; form-action 'self'\">"
)
WHOLE = (
    "<!doctype html><html lang=en><head>"
    + POLICY
    + "<title>x</title></head>\n<body>%s</body></html>"
)
BAD = [
    ("<script>x</script>", "a script in the page"),
    ("<script type=module>x</script>", "a script in the page"),
    ('<script type=\'application/ld+json\'>{"a": "<b>"}</script>', "markup in a script"),
    ("<script type='application/json' src=//hit.example/x.js></script>", "<script> loads"),
    ("<script src=//hit.example/x.js></script>", "<script> loads"),
    ("<script src='/\\hit.example/x.js'></script>", "<script> loads"),
    ("<script src=https:hit.example/x.js></script>", "<script> loads"),
    ("<script src='\thttps://hit.example/x.js'></script>", "<script> loads"),
    ("<script src=x.png></script>", "<script> loads"),
    ("<script src=data:text/javascript,x></script>", "<script> loads"),
    ("<iframe src=x></iframe>", "<iframe>"),
    ("<object data=x></object>", "<object>"),
    ("<embed src=x>", "<embed>"),
    ("<base href=x>", "<base>"),
    ("<style>x</style>", "<style>"),
    ("<applet></applet>", "<applet>"),
    ("<frameset></frameset>", "<frameset>"),
    ("<template></template>", "<template>"),
    ("<math></math>", "<math>"),
    ("<portal></portal>", "<portal>"),
    ("<svg><use href=x></use></svg>", "<use>"),
    ("<svg><image href=x></image></svg>", "<image>"),
    ("<svg><animate values=x></animate></svg>", "<animate>"),
    ("<svg><foreignObject></foreignObject></svg>", "<foreignobject>"),
    ("<b onclick=x>x</b>", "the attribute onclick"),
    ("<b ONCLICK=x>x</b>", "the attribute onclick"),
    ("<b style=x>x</b>", "the attribute style"),
    ("<a srcdoc=x>x</a>", "the attribute srcdoc"),
    ("<img srcset=x alt=x>", "the attribute srcset"),
    ("<a ping=x>x</a>", "the attribute ping"),
    ("<a target=_blank>x</a>", "the attribute target"),
    ("<table><tr><td background=x>x</td></tr></table>", "the attribute background"),
    ("<td>x</td>", "<td> is within an element that a browser ends"),
    ("<button formaction=x>x</button>", "the attribute formaction"),
    ("<svg><a xlink:href=x>x</a></svg>", "the attribute xlink:href"),
    ("<a href=javascript:x>x</a>", "the address javascript:x"),
    ("<a href='java\nscript:x'>x</a>", "the address java"),
    ("<a href=' JAVASCRIPT:x'>x</a>", "the address"),
    ("<a href='&#106;avascript:x'>x</a>", "the address javascript:x"),
    ("<a href=data:text/html,x>x</a>", "the address data:"),
    ("<a href=fact:x>x</a>", "the address fact:x"),
    ("<a href=javascript:x href=ok>x</a>", "the address javascript:x"),
    ("<blockquote cite=javascript:x>x</blockquote>", "the address javascript:x"),
    ("<img src=https://hit.example/x alt=x>", "<img> loads"),
    ("<img src=//hit.example/x alt=x>", "<img> loads"),
    ("<img src='\\\\hit.example/x' alt=x>", "<img> loads"),
    ("<img src=data:x alt=x>", "<img> loads"),
    ("<form action=https://hit.example/></form>", "<form> loads"),
    ("<link rel=stylesheet href=//hit.example/x>", "<link> loads"),
    ("<link rel='canonical preload' href=//hit.example/x>", "<link> loads"),
    ("<link rel=prefetch href=https://hit.example/>", "<link> loads"),
    ("<link href=https://hit.example/>", "<link> loads"),
    ("<svg><path fill='url(https://hit.example/#x)'/></svg>", "the attribute fill loads"),
    ("<meta http-equiv=refresh content='0;url=//hit.example'>", "a redirect to elsewhere"),
    ("<meta http-equiv=refresh content='0;url=https://hit.example'>", "a redirect to elsewhere"),
    ("<meta http-equiv=Refresh content='0; URL=/\\hit.example'>", "a redirect to elsewhere"),
    ("<meta http-equiv=set-cookie content=x>", "<meta http-equiv=set-cookie>"),
    (
        '<meta http-equiv=Content-Security-Policy content="default-src *">',
        "the Content-Security-Policy is loose",
    ),
    ("<!-- x -->", "<!-- x -->"),
    ("<!-- --!><img src=x onerror=x>-->", "<!-- --!>"),
    ("<!-->", "<!-->"),
    ("</ x>", "</ x>"),
    ("<!doctype html><!DOCTYPE x>", "<!DOCTYPE x>"),
    ("<![CDATA[x]]>", "<![CDATA[x]]>"),
    ("<?php x ?>", "<?php"),
    ("<![x[ y", "<![x[ y"),
    ("<![<b>", "<![<b>"),
    ("<!ENTITY x>", "<!ENTITY x>"),
    ("<!-- never closed", "<!-- never closed"),
    ("<svg><script src=../assets/x.js>x</script></svg>", "a script in the page"),
    ("<svg><script href=../assets/x.js></script></svg>", "a script in the page"),
    ("<svg><template><b onclick=x>x</b></template></svg>", "the attribute onclick"),
    ("<template id=later><b onclick=x>x</b></template>", "the attribute onclick"),
    ("<noscript><p title='</noscript><b onclick=x>'>x</p></noscript>", "within <noscript>"),
    ("<svg><link>x</svg>", "<link with something in it>"),
    ("<svg><input><path onclick=x /></input></svg>", "the attribute onclick"),
    ("<meta charset=iso-2022-jp>", "the charset iso-2022-jp"),
    ("<p>a<ul><li>b</li></ul></p>", "<ul> is within an element that a browser ends"),
    ("<p><table><tr><td>x</td></tr></table></p>", "<table> is within"),
    ("<ul><li>a<li>b</ul>", "<li> is within an element that a browser ends"),
    ("<form><form></form></form>", "<form> is within an element that a browser ends"),
    ("<table><tr><td>x</td></tr><b>y</b></table>", "a browser has <b> before <table>"),
    ("<b><p>x</b>y</p>", "<p> is within an element that a browser ends"),
    ("<svg><p>x</p></svg>", "<p> is within an element that a browser ends"),
    ("<title>x<b>y</b></title>", "<b> is within an element that a browser ends"),
    ("<p title=x' y='><b>'>x</p>", "<b> is within an element that a browser ends"),
    ("<svg><path fill=none/><path d=x></path></svg>", "</path> closes no <path>"),
    ("<body class=x>", "<body> is within an element that a browser ends"),
    ("</br>", "</br> closes no <br>"),
    ("<p>x</p></body></html><p>y</p>", "</body> closes no <body>"),
    ("<h2 id=x>a</h2><p id=y>b</p><p id=x>c</p>", 'the id "x" for the second time'),
    ("<div><details></div></details>", "</div> closes no <div>, as <details> is open"),
    ("<div>x</div></div>", "</div> closes no <div>"),
    ("</p>", "</p> closes no <p>"),
    ("<section>x", "</body> closes no <body>, as <section> is open: close"),
    ("<div/>", "</body> closes no <body>, as <div> is open"),
    ("<p>a<div>b</div></p>", "<div> is within an element that a browser ends"),
    ("<a href=x>a<b><a href=y>b</a></b></a>", "<a> is within an element that a browser ends"),
    ("<b>" * 101 + "</b>" * 101, "<b> is nested too deeply"),
]
GOOD = [
    "<a href=https://example.org/ rel=external>x</a>",
    "<a href=mailto:x@example.org>x</a>",
    "<a href=../x/#y>x</a>",
    "<img src=x.png alt=x>",
    "<form action=../search/ role=search><input name=q></form>",
    "<script src=../assets/site.js defer></script>",
    "<script src=/explainer/assets/site.js?v=1></script>",
    '<script type="application/ld+json">{"a":"\\u003c"}</script>',
    "<meta http-equiv=refresh content='0; url=../x/'>",
    "<svg viewBox='0 0 1 1'><path d='M0 0' fill=none /></svg>",
    "<link rel=canonical href=https://example.org/>",
    "<link rel=icon href=x.svg>",
    "<b data-copy='<script>' aria-label=x class=y>x</b>",
    "<p>&lt;script&gt;</p>",
    "<details><summary>x</summary><ul><li>a<ul><li>b</li></ul></li></ul></details>",
    "<p>a<br>b<br/>c</p><svg><path d='M0 0'/></svg>",
    "<a href='&#" + "1" * 5000 + ";'>&copy 1 &amp;lt;b></a>",
    "<table><tr><td>x</td></tr></table>",  # a browser makes a <tbody> here, which may be left out
    "<p>a<svg viewBox='0 0 1 1'><title>b</title></svg></p>",
    "<a href=x href=javascript:x>x</a>",  # no browser takes the second
    "<noscript><p title=x>y</p></noscript>",
    "<P CLASS=x>a</P>",
]


@pytest.mark.parametrize(("body", "says"), BAD)
def test_the_audit_finds_what_may_not_be_published(tmp_path, body, says):
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "index.html").write_text(WHOLE % body, "utf-8")
    found = audit(tmp_path)
    assert [line for line in found if line.startswith("part/index.html:2: ") and says in line] or (
        says == "not whole" and says in found[0]
    ), found
    TRIED["built pages"] += 1


@pytest.mark.parametrize("body", GOOD)
def test_the_audit_takes_what_may(tmp_path, body):
    (tmp_path / "index.html").write_text(WHOLE % body, "utf-8")
    assert audit(tmp_path) == []


def test_the_audit_wants_a_policy_before_all_else(tmp_path):
    (tmp_path / "a.html").write_text((WHOLE % "x").replace(POLICY, ""), "utf-8")
    (tmp_path / "b.html").write_text(
        (WHOLE % POLICY).replace(POLICY, "<script src=x.js></script>", 1), "utf-8"
    )
    (tmp_path / "c.html").write_bytes(b"\xff" + (WHOLE % "x").encode())
    (tmp_path / "d.htm").write_text("<p>x", "utf-8")
    found = audit(tmp_path)
    assert "a.html:2: there is no Content-Security-Policy" in found
    assert "b.html:1: <script> comes before the Content-Security-Policy" in found
    assert [line for line in found if line.startswith("c.html:1: what cannot be read")]
    assert {
        "d.htm:1: the page is not whole",
        "d.htm:1: there is no Content-Security-Policy",
    } <= set(found)


KNOWN = " ".join(f"'{one}'" for some in INLINE.values() for one in some)
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'self'; form-action 'none'"
)


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        ("", "default-src"),
        (STRICT.replace("'none'; script", "'self'; script"), "default-src"),
        (STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), "unsafe-inline"),
        (STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"), "unsafe-eval"),
        (STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), "unsafe-inline"),
        (STRICT.replace("script-src 'self'", "script-src https:"), "https:"),
        (STRICT.replace("script-src 'self'", "script-src *"), "*"),
        (STRICT.replace("script-src 'self'", "script-src 'self' data:"), "data:"),
        (STRICT.replace("script-src 'self';", ""), "script-src is not said"),
        (STRICT.replace("base-uri 'self';", ""), "base-uri is not said"),
        (STRICT.replace("; form-action 'none'", ""), "form-action is not said"),
        (STRICT + "; img-src https://hit.example", "https://hit.example"),
        (STRICT + "; connect-src 'self' wss:", "wss:"),
    ],
)
def test_a_loose_policy_is_told(policy, says):
    assert says in loose_policy(policy)
    assert (
        loose_policy(STRICT)
        == loose_policy(STRICT + f"; img-src 'self' data:; script-src-elem 'self' {KNOWN}")
        == ""
    )
    assert "sha256-AAAA=" in loose_policy(STRICT + "; script-src-elem 'self' 'sha256-AAAA='")


# --- the site itself ------------------------------------------------------------------------------


def test_every_page_of_the_site_has_a_strict_policy_and_no_script_of_its_own(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) == len(PAGES) + len(MOVED) + 1 and any(
        page.name == "404.html" for page in pages
    )
    for page in pages:
        text = page.read_text("utf-8")
        policies = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text
        )
        assert (
            len(policies) == 1 and loose_policy(policies[0]) == "" and "unsafe" not in policies[0]
        ), page
        assert text.index("Content-Security-Policy") < re.search("<script|<link", text).start()
        scripts = re.findall(r"<script([^>]*)>(.*?)</script>", text, re.S)
        for attributes, body in scripts:
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert (
                'type="application/' in attributes
                or ('src="' in attributes and not body)
                or f"'sha256-{digest}'" in KNOWN
            ), page
    assert audit(site) == []


def test_the_scripts_in_pages_are_those_that_the_project_holds():
    """By their hashes: in the code, in the policy of the template, and of the files themselves."""
    places = {"overrides": ROOT / "overrides", "material": files("material") / "templates"}
    for name, hashes in INLINE.items():
        top, _, rest = name.partition("/")
        text = (places[top] / rest).read_text("utf-8")
        found = re.findall(r"<script[^>]*>(.*?)</script>", text, re.S)
        made = (hashlib.sha256(script.encode()).digest() for script in found)
        assert tuple(f"sha256-{base64.b64encode(one).decode()}" for one in made) == hashes, name
    policy = re.search(
        r"script-src 'self' ([^;]*);", (ROOT / "overrides/main.html").read_text("utf-8")
    )
    assert policy
    said = re.findall(r"'(sha256-[^']*)'", policy[1])
    assert said == [one for some in INLINE.values() for one in some]


def test_reading_the_site_leaves_no_trace(site, page):
    """No cookie, no other host (the tabs see to that), nothing kept but the choice of colours, and
    that only once made.
    """
    tab = page(scheme="light")
    kept = (
        "async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await"
        " indexedDB.databases()).length, (await caches.keys()).length, (await"
        " navigator.serviceWorker.getRegistrations()).length, document.cookie]"
    )
    nothing = [[], [], 0, 0, 0, ""]
    start = tab.url
    for path in PAGES:
        tab.goto(start + path, wait_until="load")
        tab.evaluate(
            "() => { for (const details of document.querySelectorAll('details')) details.open ="
            " true; document.querySelector('a.footnote-ref, a.term')?.click(); }"
        )
    tab.goto(f"{start}search/?q=a", wait_until="load")
    tab.wait_for_selector(HITS)
    assert tab.evaluate(kept) == nothing
    tab.goto(start, wait_until="load")
    tab.click("[data-md-component=palette] label:visible")
    tab.wait_for_function("() => localStorage.length")
    assert tab.evaluate(kept) == [["/explainer/.__palette"], *nothing[1:]]
    assert tab.context.cookies() == []
