"""Pages are checked as what is published: the HTML that Python-Markdown makes of them."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest
from explainer.commands.build import check_site
from explainer.commands.new import new
from explainer.rules.built import audit
from explainer.rules.extensions import LAYOUT
from explainer.text import markdown
from explainer.text.html import EDITORS, Reader, Walker
from explainer.text.layout import leave_notes
from explainer.text.markdown import EXTENSIONS
from explainer.topic import pages
from explainer.topic.load import load
from explainer.topic.mkdocs_yml import read_mkdocs_yml
from explainer.topic.problems import Problem, as_text
from explainer.topic.site import Site
from forked import build
from markdown import Markdown
from sites import REAL, ROOT, SITES, as_published, whole

PROSE = sorted((Path(__file__).parent / "prose").glob("*.md"))
SKELETON = ROOT / "scripts/explainer/commands/skeleton"


@pytest.fixture
def root(tmp_path) -> Path:
    new(tmp_path / "site")
    return tmp_path / "site"


def written(root: Path, body: str, page: str = "x") -> list[Problem]:
    """What is wrong with a page of these lines; its first line is line 5."""
    (root / f"content/{page}.md").write_text(
        f"---\ntitle: x\ndescription: x\n---\n{body}\n", "utf-8"
    )
    return [p for p in check_site(root).problems if p.path == f"content/{page}.md"]


@pytest.mark.parametrize("folder", [ROOT, SKELETON], ids=["this site", "a new site"])
def test_pages_are_read_with_the_extensions_of_the_site(folder):
    """In the order in which they are registered: some have the same place in it."""
    named = read_mkdocs_yml(folder)[0].keys["markdown_extensions"]
    options = dict(next(iter(one.items())) if isinstance(one, dict) else (one, {}) for one in named)
    assert [*options] == [*EXTENSIONS, LAYOUT]
    for name, wanted in EXTENSIONS.items():
        assert wanted.items() <= options[name].items(), name


def test_prose_raises_no_false_alarm(root):
    """Lists, tables, code, quotations with citations and all else that honest pages have."""
    assert len(PROSE) == 3
    for page in PROSE:
        assert len(page.read_text("utf-8").split()) > 300
        shutil.copy(page, root / "content")
    assert as_text(check_site(root).problems) == ""


@pytest.mark.parametrize("name", SITES)
def test_a_page_without_a_problem_is_made_into_html_once(name, monkeypatch):
    made: list[str] = []

    def counted(text: str, abbreviations: dict[str, str]) -> markdown.Rendered:
        made.append(text)
        return render(text, abbreviations)

    render = markdown.render
    monkeypatch.setattr(pages, "render", counted)
    pages._seen.cache_clear()  # what other tests have read
    checked = check_site(SITES[name])
    assert checked.problems == []
    assert len(made) == len(checked.site.outlines) > 0


# --- what is checked is what is published ---------------------------------------------------------


def published(page: Path) -> list:
    """The paragraphs of a built page, without the numbers of its citations and the meaning that a
    link to a term shows.
    """
    text = page.read_text("utf-8")
    text = re.sub(r'<sup id="fnref[^>]*><a [^>]*>\d+</a></sup>', "", text)
    text = re.sub(r'(<a class="term" [^>]*?) title="[^"]*"', r"\1", text)
    return [(p.level, p.text, p.id if p.level else "") for p in Reader(text).paragraphs]


def assert_published(site: Site, built: Path) -> None:
    for path, outline in site.outlines.items():
        address = path.removesuffix("index.md").removesuffix(".md")
        shown = iter(published(built / address / "index.html"))
        for paragraph in outline.paragraphs:
            wanted = paragraph.level, paragraph.text, paragraph.id if paragraph.level else ""
            assert wanted in shown, (path, wanted)  # each behind the one before


def test_the_prose_that_is_checked_is_what_is_published(root):
    for page in PROSE:
        shutil.copy(page, root / "content")
    done = build(root)
    assert done.returncode == 0, done.stderr
    assert_published(Site(load(root)[0]), root / "site")


def test_the_pages_of_this_site_are_published_as_they_were_checked(site):
    assert_published(whole(REAL), site)


# --- lines ----------------------------------------------------------------------------------------

BEFORE = """# Title

Words
over two lines.

- an item
- another

    with a paragraph

```
code

with "an empty line" and # no heading
```

| a | b |
|---|---|
| c | d |

<div markdown>

### Within

Words within.

</div>

Underlined
----------

1. one item

{{ figures(anchors=false) }}
"""
FAULTS = [
    ("There were 77.", 1),
    ("Words\nand 77.", 1),
    ("- a\n- There were 77.", 2),
    ("- a\n\n    There were 77.\n\n- b", 3),
    ("| 1 |\n|---|\n| x |\n| 77 |", 4),
    ("## There were 77", 1),
    ("There were 77\n===", 1),
    ("<div markdown>\n\nWords.\n\nThere were 77.\n\n</div>", 5),
    ("<section>\n<p>a</p>\n<p>77</p>\n</section>", 3),
    ("```\n77\n```", 1),
    ("{.quiet}\n\n77", 3),
    ("![77](x.png)", 1),
    ("77", 1),
    ("<details markdown>\n<summary>Words</summary>\n\nThere were 77.\n\n</details>", 4),
    ('!!! note "Words"\n\n    Words.\n\n    There were 77.', 5),
    ('??? tip "There were 77"\n\n    Words.', 1),
    ('=== "Words"\n\n    Words.\n\n=== "There were 77"\n\n    Words.', 5),
    ('=== "Words"\n\n    There were 77.\n\n=== "Others"\n\n    Words.', 3),
    ("- [ ] words\n- [x] There were 77", 2),
    ("Words\n:   Others\n\n    There were 77.", 4),
    ("Words.\n\nThe SEA was there.\n\n*[SEA]: There were 77", 3),
]


BEHIND = ["", "\n\nMore words.\n\n- and\n- a list\n\n## The end\n\nEnd."]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize(("body", "line"), FAULTS)
def test_a_problem_is_told_on_the_line_of_its_paragraph(told, body, line, behind):
    found = [p.line for p in told[f"{BEFORE}\n{body}{behind}"] if '"77"' in p.message]
    assert found == [4 + BEFORE.count("\n") + 1 + line]


def test_lines_are_found_in_what_cannot_be_cut(root):
    rows = "\n".join(f"| row {'x' * n} |" for n in range(40))
    found = written(root, f"<div markdown>\n\n| a |\n|---|\n{rows}\n| 77 |\n{rows}\n\n</div>")
    assert [p.line for p in found if "77" in p.message] == [5 + 4 + 40]
    found = written(root, "<div markdown>\n\n" + "x\n\n" * 50 + "<b style=x>y</b>\n\n</div>")
    found = [p for p in found if p.rule != "every-page-cites"]
    assert [(p.line, p.message[:24]) for p in found] == [(5 + 102, 'the HTML attribute "styl')]


def test_the_rows_of_a_long_table_are_found_at_once(root, monkeypatch):
    """Each has its problem on its line, and the page is not made into HTML for each of them."""
    rendered = []
    render = pages.render
    monkeypatch.setattr(pages, "render", lambda *a: rendered.append(1) or render(*a))
    rows = "\n".join(f"| | {n} |" for n in range(300, 500))
    found = written(root, f"Words.\n\n| a | b |\n|---|---|\n{rows}\n\nMore words.\n")
    numbers = [p for p in found if p.rule == "numbers-in-prose"]
    assert [p.line for p in numbers] == [*range(5 + 4, 5 + 4 + 200)]
    assert len(rendered) < 40


ABBREVIATIONS = "".join(f"*[a{i:02}]: {'b' * 140}\n" for i in range(99))
HOSTILE = {
    "notes of one line": "!!! note\n" * 290,
    "notes": "!!! note\n    x\n" * 290 + "x" * 40_000,
    "tabs": '=== "a"\n    x\n\n' * 290 + "x " * 20_000,
    "notes in notes": "".join(" " * 4 * i + "!!! note\n\n" for i in range(150)),
    "tabs in tabs": "".join(" " * 4 * i + '=== "x"\n\n' for i in range(150)),
    "a note of many types": "!!! " + "a " * 24_000 + "!",
    "a fold of many spaces": "??? a" + " " * 49_000 + "!",
    "terms": "a\n" + ":   words\n\n" * 4_000,
    "marked words": "==marked words==\n\n" * 2_700,
    "abbreviations": f"{ABBREVIATIONS}\n" + "a01 " * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_marks_of_a_hostile_page_do_not_take_long(name):
    """As long as a page may be that has more marks than anybody writes."""
    started = time.process_time()
    text = HOSTILE[name][:50_000]
    pages._read(text, ()) if not [*markdown.excess(text)] else None
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("==a ", "marks"),
        (":a: ", "marks"),
        ("!!! note\n    x\n\n", "boxes"),
        ('=== "a"\n\n', "boxes"),
        ("*[ab]: c\n\n", "abbreviations"),
        (f"*[ab]: {'c' * 200}\n\n", "expansion"),
    ],
)
def test_too_many_marks_are_told_and_not_read(unit, kind):
    assert kind in {found for _, found in markdown.excess(unit * (50_000 // len(unit)))}


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["- 77 and 88\n", "77 and 88\n\n", "| 77 |\n", "<b x>y</b>\n\n", "> 77\n"]
)
def test_a_long_page_full_of_problems_does_not_take_long(root, unit):
    """Not all of its lines can be looked for; what is left is told on a line near by."""
    started = time.process_time()
    found = written(root, "| a |\n|---|\n" * unit.startswith("|") + unit * (30_000 // len(unit)))
    assert found and time.process_time() - started < 8
    assert all(5 <= p.line <= 5 + 30_000 for p in found)


# --- what an imitation of Markdown did not see ----------------------------------------------------

SHOWN = [
    "`[^“I⠀will⠀surrender⠀on⠀day⠀900”]`",
    "\\[^“I-will-surrender-on-day-900”]",
    "`[x](https://x.example/ “I will surrender” 900,000)`",
    "`<b lang=“I will surrender”>`",
    "<https://putin-said-“I-surrender”-900000.example/>",
    "Killed {#9-million-dead} soldiers.",
    "<p>99. That many</p>",
    "99) That many",
    '<div markdown="1">\n> words\n</div>',
    "“<del>not</del> a warning”[^a-warning]",
    "Words.\n\n[It is said]: nobody",
]


@pytest.mark.parametrize("body", SHOWN)
def test_what_readers_see_is_read(told, body):
    assert told[body]


# --- marks of Material’s manual ------------------------------------------------------------------


def test_what_marks_are_made_of_is_no_word_and_no_fault():
    """On the site these are elements, classes and ids that no editor may write."""
    body = (SITES["ferry"] / "content/marks.md").read_text("utf-8").split("---\n", 2)[2]
    body = re.sub(r"(?m)^\{\{.*\}\}$", "", body)
    read = Reader(markdown.render(body).html)
    assert read.faults == []
    built = as_published(markdown.CITATION.sub("", body))
    for part in ("admonition", "details", "tabbed-set", "task-list", "<svg", "<mark", "<abbr"):
        assert part in built, part
    shown = [p for p in Reader(built).paragraphs if p.text]
    assert sorted(p.text for p in shown) == sorted(p.text for p in read.paragraphs if p.text)
    assert {p.tag for p in read.paragraphs} >= {"label", "summary", "abbr", "dt", "dd", "li", "pre"}
    heads = [p.text for p in read.paragraphs if p.heads and not p.level and p.tag != "abbr"]
    assert heads[:2] == ["What Okonjo asks for", "Warning"] and "A bridge" in heads


def test_the_notes_of_a_page_have_no_abbreviations():
    """They are the build's words, and are looked for in the built page as it wrote them."""
    md = Markdown(extensions=["abbr", "footnotes"])
    leave_notes(md)
    made = md.convert("The SEA.[^x]\n\n*[SEA]: words\n\n[^x]: On the SEA.")
    assert made.count('<abbr title="words">SEA</abbr>') == 1 and "On the SEA." in made


# --- numbers of lists -----------------------------------------------------------------------------


UNPRINTED = [
    ("1998. The river rose.[^flood]", 1),
    ("17. August was dry.", 1),
    ("5. The river rose.", 1),
    ("- a\n1998. The river rose.", 2),
    ("1. a\n2. b\n\n17. August was dry.", 4),
    ("Words.\n\n- a\n    - b\n    7. c", 5),
]


@pytest.mark.parametrize(("body", "line"), UNPRINTED)
def test_a_number_that_a_list_does_not_print_is_refused(told, body, line):
    said = [(p.line, p.message) for p in told[body] if "does not print" in p.message]
    assert [n for n, _ in said] == [4 + line]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, list[Problem]]:
    """What is wrong with each of many pages, which stand in one site, by their lines."""
    root = tmp_path_factory.mktemp("told") / "site"
    new(root)
    bodies = [f"{BEFORE}\n{body}{behind}" for body, _ in FAULTS for behind in BEHIND]
    bodies += [*SHOWN, *(body for body, _ in UNPRINTED)]
    pages = {f"content/x{i}.md": body for i, body in enumerate(dict.fromkeys(bodies))}
    for path, body in pages.items():
        head = "---\ntitle: x\ndescription: x\n---\n"
        (root / path).write_text(f"{head}{body}\n", "utf-8")
    found = check_site(root).problems
    return {body: [p for p in found if p.path == path] for path, body in pages.items()}


def test_honest_numbers_pass(root):
    body = (
        "1. a\n2. b\n3. c\n\nWords.\n\n1. a\n1. b\n\n    1. c\n    2. d\n\n3. e\n\n"
        "1998\\. The river rose.[^flood]\n\nIn the year\n1998. It was so.[^flood]"
    )
    assert as_text(written(root, body)) == ""


def test_a_year_with_its_backslash_is_a_number(root):
    found = [p.message for p in written(root, "1997\\. The river rose.[^flood]")]
    assert found == ['the number "1997" is in no fact cited here (flood)']


# --- what is nested -------------------------------------------------------------------------------


def test_a_heading_within_an_element_breaks_no_home_page(root):
    """A box is opened with each heading of the page itself, not within an editor's element."""
    page = root / "content/index.md"
    text = page.read_text("utf-8").replace(
        "## How high\n",
        "<details markdown>\n<summary markdown>More on this.[^flood]</summary>\n\n"
        "## What else?\n\nWords.[^flood]\n\n</details>\n\n## How high\n",
    )
    page.write_text(text, "utf-8")
    assert as_text(check_site(root).problems) == ""
    done = build(root)
    assert done.returncode == 0, done.stderr
    home = (root / "site/index.html").read_text("utf-8")
    assert len(re.findall('<div class="question">', home)) == len(re.findall("(?m)^## ", text)) - 1
    assert audit(root / "site") == []


def test_the_walker_goes_on_behind_what_is_not_nested():
    walker = Walker(EDITORS)
    walker.read("<div><b>x</div><p>y</p></b><ul><li>a<li>b</li></li></ul><i>")
    assert [(f.kind, f.name, f.inside) for f in walker.faults] == [
        ("closes", "div", "b"),
        ("closes", "b", ""),
        ("within", "li", ""),
        ("unclosed", "i", ""),
    ]
