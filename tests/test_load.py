"""Files into the model: what is read, with its lines; and what is refused, whatever it is."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from explainer.topic import load as loading
from explainer.topic.files import MAX_BYTES
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.yaml import MAX_DEPTH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import SITES, copied, problems

CLAIM = (
    "  - id: {id}\n    statement: Something of it.\n    kind: fact\n    evidence: It is dry"
    " again.\n"
)


def faults(root: Path) -> list[Problem]:
    return load(root)[1]


def only(root: Path) -> Problem:
    found = faults(root)
    assert len(found) == 1, found
    assert found[0].message and found[0].help and found[0].rule == "load"
    return found[0]


# --- what is read ---------------------------------------------------------------------------------


def test_scalars_stay_as_they_were_written(rain):
    (rain / "seeds/facts/more.yml").write_text(
        "terms:\n  - id: no\n    term: NO\n    definition: 1.10\n    note: 2025-08-17\n   "
        " evidence: It is dry again.\n    alternate_names: [on, 0x10, 1e3, \"null\", '~', 1:30]\n",
        "utf-8",
    )
    topic, found = load(rain)
    term = topic.records["no"]
    assert not found
    assert (term.term, term.definition, term.note) == ("NO", "1.10", "2025-08-17")
    assert term.alternate_names == ("on", "0x10", "1e3", "null", "~", "1:30")


def test_a_file_of_the_same_bytes_is_not_read_again(rain, monkeypatch):
    """What is wrong is told each time, and so is an id that another file takes."""
    read = []
    parse = loading.parse_yaml
    monkeypatch.setattr(loading, "parse_yaml", lambda *a: read.append(a[0]) or parse(*a))
    files = {path: path.read_text("utf-8") for path in sorted((rain / "seeds/facts").glob("*"))}
    first, _ = load(rain)
    read.clear()
    again, found = load(rain)
    assert not found and again.records == first.records and again.where == first.where
    assert not {*files.values()} & {*read}
    path, text = next(iter(files.items()))
    path.write_text(text + "x: y\n", "utf-8")
    assert load(rain)[1] == load(rain)[1] != []
    path.write_text(text, "utf-8")
    (rain / "seeds/facts/more.yml").write_text("claims:\n" + CLAIM.format(id="mayor"), "utf-8")
    assert "is taken already" in only(rain).message and "is taken already" in only(rain).message


def test_every_key_and_item_has_its_line(rain):
    where = load(rain)[0].where["compare-who-wants-it"]
    rows = (rain / where.path).read_text("utf-8").split("\n")
    assert rows[where.line() - 1] == "  - id: compare-who-wants-it"
    assert (
        rows[where.line("cells", "wall", "statement") - 1].strip()
        == "statement: A resident, in a post."
    )
    assert rows[where.line("cells", "meadow") - 1].strip() == "meadow:"
    assert where.line("cells", "wall", "no such thing") == where.line("cells", "wall")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_line_ends_byte_order_mark_and_composition_change_nothing(tmp_path, end, mark, form):
    """All files of a site saved another way: the same records, the same lines, and every word
    found.
    """
    copied(SITES["pier"], tmp_path)
    first = load(SITES["pier"])[0]
    for path in sorted(tmp_path.rglob("*.*")):
        if path.suffix in (".yml", ".md"):
            text = unicodedata.normalize(form, path.read_text("utf-8"))
            path.write_bytes((mark + text.replace("\n", end)).encode())
    assert problems(tmp_path) == []
    again = load(tmp_path)[0]
    assert {i: w.line() for i, w in again.where.items()} == {
        i: w.line() for i, w in first.where.items()
    }
    assert {p: page.first_line for p, page in again.pages.items()} == {
        p: page.first_line for p, page in first.pages.items()
    }


def test_one_item_needs_no_list_and_the_file_may_name_the_source(tmp_path):
    copied(SITES["two-sources"], tmp_path)
    records = load(tmp_path)[0].records
    assert records["price"].attribution == ("the-gazette",)
    assert (records["price"].source, records["prix"].source) == ("gazette", "journal")
    assert [selector.source for selector in records["council"].mention] == [None, "journal"]


def test_a_record_that_names_no_source_among_several_is_told_so(tmp_path):
    copied(SITES["two-sources"], tmp_path)
    path = tmp_path / "seeds/facts/journal.yml"
    path.write_text(path.read_text("utf-8").replace("source: journal\n", ""), "utf-8")
    found = problems(tmp_path)
    assert "it is not said which source these words are in" in {p.message for p in found}
    told = [(p.help, p.paste) for p in found if p.rule == "exact-words"]
    assert told == [("begin the file with this line", "source: journal\n")]
    assert len([p for p in found if p.rule == "exact-words"]) == 1  # once a file


# --- what is refused ------------------------------------------------------------------------------


def test_a_folder_without_seeds(tmp_path):
    assert [(p.path, p.message) for p in faults(tmp_path)] == [
        ("seeds", "there is no folder seeds here")
    ]


@pytest.mark.parametrize(
    "place",
    ["seeds/facts/link.yml", "seeds/sources/link.txt", "content/link.md", "content/link.png"],
)
def test_links_are_never_followed(rain, tmp_path_factory, place):
    outside = tmp_path_factory.mktemp("outside") / "secret"
    outside.write_text("secret", "utf-8")
    (rain / place).symlink_to(outside)
    assert only(rain)[:3] == (place, 0, "this is a symbolic link")


@pytest.mark.parametrize("folder", ["seeds", "content", "seeds/facts"])
def test_linked_folders_are_not_followed_either(tmp_path, folder):
    rain = copied(SITES["rain"], tmp_path / "site")
    (rain / folder).rename(tmp_path / "elsewhere")
    (rain / folder).symlink_to(tmp_path / "elsewhere")
    assert (folder, "this is a symbolic link") in {(p.path, p.message) for p in faults(rain)}


def test_what_is_no_file_is_not_opened(rain):
    os.mkfifo(rain / "seeds/facts/pipe.yml")  # reading it would wait for ever
    assert only(rain)[:3] == ("seeds/facts/pipe.yml", 0, "this is not a regular file")


@pytest.mark.parametrize(
    "name", ["Facts.yml", "fa cts.yml", "fäcts.yml", ".facts.yml", "-facts.a.yml", "fac\nts.yml"]
)
def test_odd_names(rain, name):
    (rain / "seeds/facts" / name).write_text("", "utf-8")
    assert only(rain).message == "this file name cannot be used"


@pytest.mark.parametrize(
    "name", ["facts.yml~", ".facts.yml.swp", ".#facts.yml", "#facts.yml#", ".DS_Store", "Thumbs.db"]
)
def test_what_editors_and_systems_leave_beside_a_file_is_let_be(rain, name):
    (rain / "seeds/facts" / name).write_text("quotes: [", "utf-8")
    assert faults(rain) == []


def test_a_name_that_is_no_text(rain):
    Path(os.fsdecode(os.fsencode(rain / "seeds/facts") + b"/\xff.yml")).write_text("", "utf-8")
    assert only(rain)[:3] == ("seeds/facts/\\udcff.yml", 0, "this file name cannot be used")


def test_names_that_only_capitals_tell_apart(rain):
    (rain / "seeds/facts/agents.YML").write_text("", "utf-8")
    assert "only capital letters tell this from seeds/facts/agents.YML" in {
        p.message for p in faults(rain)
    }


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"claims:\n  - \xff\n", 2, "the byte 0xff is not UTF-8"),
        (b"a\r\nb\x00\n", 2, "the character U+0000 (control character) cannot be seen"),
    ],
)
@pytest.mark.parametrize(
    "place",
    [
        "seeds/facts/more.yml",
        "content/more.md",
        "seeds/sources/rain-report.txt",
        "seeds/settings.yml",
    ],
)
def test_what_is_no_text(rain, place, raw, line, message):
    (rain / place).write_bytes(raw)
    assert (place, line, message) in {p[:3] for p in faults(rain)}


def test_a_return_alone_ends_no_line_that_editors_see(rain):
    """In a comment of one line for git there could be a field for YAML."""
    text = b"claims:\n  - id: a # description: none\r    draft: true\n"
    (rain / "seeds/facts/more.yml").write_bytes(text)
    (told,) = [p for p in faults(rain) if p.path == "seeds/facts/more.yml"]
    assert told.line == 2 and "a carriage return without a line feed" in told.message


def test_a_file_too_large_is_not_read(rain):
    with open(rain / "seeds/facts/more.yml", "wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert only(rain)[:3] == (
        "seeds/facts/more.yml",
        0,
        f"the file is larger than {MAX_BYTES} bytes",
    )


DEEP = "[" * 100_000
BOMB = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (DEEP, f"nested more than {MAX_DEPTH} deep"),
        ("claims: " + DEEP, f"nested more than {MAX_DEPTH} deep"),
        ("{a: " * 20, f"nested more than {MAX_DEPTH} deep"),
        (BOMB.partition("\n")[0], "anchors (&) and aliases (*) are not allowed"),
        ("claims: !!python/object/apply:os.system [ls]\n", "tags such as"),
        ("? [a, b]\n: c\n", "a field's name must be plain words"),
        ("claims:\n  <<: *x\n", "anchors (&) and aliases (*)"),
        ("claims: []\nclaims: []\n", 'the field "claims" appears twice'),
        ("%YAML 9.9\n---\nclaims: []\n", "this is not YAML"),
        ("- [\n", "this is not YAML"),
        ("claims: 'x\n", "this is not YAML"),
        ("just words\n", "a file of facts begins with a kind of record"),
    ],
)
def test_yaml_that_is_refused(rain, text, part):
    (rain / "seeds/facts/more.yml").write_text(text, "utf-8")
    assert part in only(rain).message


def test_each_anchor_is_refused_and_none_is_followed(rain):
    (rain / "seeds/facts/more.yml").write_text(BOMB, "utf-8")
    found = faults(rain)
    assert [p.line for p in found] == [1, 2, 3]
    assert {p.message for p in found} == {"anchors (&) and aliases (*) are not allowed"}


@pytest.mark.parametrize(
    "slip",
    [
        "\t- id: x\n    kind: fact\n",
        "  – id: x\n    kind: fact\n",
        "  -id: x\n    kind: fact\n",
        "  - id: x\n    kind:\u00a0fact\n",
        "  - id: x\n   kind: fact\n",
        "  - id: x\n    kind: fact\n    note: One: two.\n",
        "  - id: x\n    kind: fact\n    note: @two\n",
    ],
)
def test_a_slip_of_one_line_is_told_with_what_else_is_wrong(rain, slip):
    (rain / "seeds/facts/more.yml").write_text(f"claims:\n{slip}", "utf-8")
    first, *others = faults(rain)
    assert '"' not in first.message.replace('"id"', "")
    missing = {'"statement" is missing', '"evidence" is missing'}
    assert {p.message for p in others} == missing and len(others) == 2


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "claims:\n", "claims: []\n"])
def test_nothing_is_no_fault(rain, text):
    (rain / "seeds/facts/more.yml").write_text(text, "utf-8")
    assert faults(rain) == []


def test_an_id_twice_names_the_first(rain):
    (rain / "seeds/facts/more.yml").write_text(
        "claims:\n" + CLAIM.format(id="once") + CLAIM.format(id="once"), "utf-8"
    )
    assert only(rain)[:4] == (
        "seeds/facts/more.yml",
        6,
        'the id "once" is taken already',
        "it is in seeds/facts/more.yml:2; ids are unique over all kinds",
    )


@pytest.mark.parametrize("file", ["a.yml", "zz.yml"])
def test_an_id_of_a_redirect_is_told_where_it_is_chosen(rain, file):
    """Whichever of the two files is read first."""
    line = "redirects:\n  - {id: dry-again, to: mayor}\n"
    (rain / "seeds/facts" / file).write_text(line, "utf-8")
    where = load(rain)[0].where
    told = next(p for p in faults(rain) if "is taken already" in p.message)
    assert "dry-again" in where and told.path != f"seeds/facts/{file}"
    assert told.message.endswith("by a redirect to mayor")
    help = (
        "that was of an older record; choose another id, or remove the redirect in"
        f" seeds/facts/{file}:2 to take this one back"
    )
    assert told.help == help  # and no word of leading a record that is there to this one
    (rain / "seeds/facts" / file).write_text(line.replace("mayor", "gone-now"), "utf-8")
    told = next(p for p in faults(rain) if "is taken already" in p.message)
    assert (
        told.help == f"{help}; if this is the new id, write - {{id: gone-now, to: dry-again}} there"
    )


def test_a_redirect_twice_names_the_first(rain):
    line = "  - {id: wet, to: flood-mark}\n"
    (rain / "seeds/facts/more.yml").write_text(f"redirects:\n{line}{line}", "utf-8")
    told = only(rain)
    assert (told.path, told.line) == ("seeds/facts/more.yml", 3)
    assert told.help == "remove this redirect, or that in seeds/facts/more.yml:2"


def test_all_faults_of_a_record_are_told_at_once(rain):
    (rain / "seeds/facts/more.yml").write_text(
        "claims:\n  - id: A B\n    kind: opinion\n    colour: red\n", "utf-8"
    )
    assert {(p.line, p.message.split(" ")[0]) for p in faults(rain)} == {
        (2, '"id"'),
        (3, '"kind"'),
        (4, "there"),
        (2, '"statement"'),
        (2, '"evidence"'),
    }


def test_what_can_be_read_is_read_all_the_same(rain):
    (rain / "seeds/facts/more.yml").write_text("claims: [\n", "utf-8")
    topic, found = load(rain)
    assert found and not topic.whole and "mayor" in topic.records and "index.md" in topic.pages


# --- whatever is put there ------------------------------------------------------------------------

ANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = [
    "claims:",
    "quotes:",
    "- id: a",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    "text: b",
    "evidence: It is dry again.",
    "evidence:",
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    '"',
    "'",
    "#",
    "draft: true",
    "value: 1",
    "\t",
    "null",
    "\u202e",
    "—",
]
yaml_like = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
markdown_like = st.lists(
    st.sampled_from(
        [
            "# ",
            "{{ quotes() }}",
            "{{",
            "}}",
            "[^dry-again]",
            "[^",
            "](fact:",
            "“",
            "”",
            "<q>",
            "<",
            ">",
            "`",
            "```",
            "\n",
            "\n\n",
            "40",
            "| ",
            "words ",
            "&#x",
            "&lt;",
            "*",
            "_",
            "\\",
        ]
    ),
    max_size=40,
).map("".join)


@ANY
@given(text=st.one_of(yaml_like, st.text(max_size=100)))
def test_no_yaml_breaks_the_check(rain, text):
    (rain / "seeds/facts/more.yml").write_text(text, "utf-8", newline="")
    for problem in problems(rain):
        assert problem.path and problem.line >= 0 and problem.message and problem.help


@ANY
@given(text=st.one_of(markdown_like, st.text(max_size=100)))
def test_no_page_breaks_the_check(rain, text):
    (rain / "content/more.md").write_text(
        f"---\ntitle: More\ndescription: More.\n---\n{text}", "utf-8", newline=""
    )
    for problem in problems(rain):
        assert problem.path and problem.line >= 0 and problem.message and problem.help


@ANY
@given(raw=st.one_of(st.binary(max_size=100), yaml_like.map(str.encode)))
@pytest.mark.parametrize(
    "place",
    ["seeds/settings.yml", "seeds/sources/rain-report.yml", "seeds/sources/rain-report.txt"],
)
def test_no_bytes_break_the_check(rain, place, raw):
    (rain / place).write_bytes(raw)
    assert problems(rain)
