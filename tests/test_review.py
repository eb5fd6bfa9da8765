"""The page for a reviewer: what is on it of a change, and that nothing of a change is cut."""

from __future__ import annotations

import html
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from explainer.commands import markdown as module
from explainer.commands.build import check_site
from explainer.commands.cli import main
from explainer.commands.contrasts import _same_order as same_order
from explainer.commands.contrasts import contrasts
from explainer.commands.diff import diff
from explainer.commands.far_words import dropped_words, new_deeds
from explainer.commands.markdown import marked_words
from explainer.commands.meant import in_statement
from explainer.commands.review import review
from explainer.commands.statements import Statement, differences, of_record
from explainer.site.catalog import Deployment
from explainer.text.causes import causes_in
from explainer.text.changed import changed_words, shortened
from explainer.text.languages import language
from explainer.topic.load import load
from explainer.topic.problems import Problem
from explainer.topic.site import Site
from sites import FIXED, SITES, committed, copied, problems, replaced, topic, whole

LONG = [f"word{i}" for i in range(400)]
AT = Deployment(repository="https://github.com/example/site", revision="abc")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A small site, committed."""
    return committed(copied(FIXED["ferry"], tmp_path / "site"))


def page(root: Path, *problems: Problem) -> str:
    return review(diff(root, "HEAD"), problems, AT)


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [0, 1, 14, 15, 16, 200, 383, 384, 385, 398, 399])
@pytest.mark.parametrize("new", [[], ["another"], [f"new{i}" for i in range(100)]])
def test_a_change_anywhere_in_a_long_text_is_shown_whole(at: int, new: list[str]) -> None:
    after = [*LONG[:at], *new, *LONG[at + 1 :]]
    shown = marked_words(" ".join(LONG), " ".join(after))
    assert f"<del>word{at}</del>" in shown
    assert not new or f"<ins>{' '.join(new)}</ins>" in shown
    assert "words …" in shown and len(shown.split()) < 60 + 2 * len(new)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b: c", "a b; c", "a <del>b&#58;</del> <ins>b;</ins> c"),
        ("said so.[^one] And", "said it.[^one] And", "said <del>so.</del> <ins>it.</ins>"),
        ("it is so.", "it is so.[^one]", "it is so.<ins>&#91;&#94;one&#93;</ins>"),
        (
            "On 15 August 2025, he",
            "On 16 August 2024, he",
            "On <del>15 August 2025,</del> <ins>16 August 2024,</ins> he",
        ),
        (
            "over 3 million dead",
            "over 30 million dead",
            "over <del>3 million</del> <ins>30 million",
        ),
        ("by Anna Bell, who", "by Anna Kling, who", "by <del>Anna Bell,</del> <ins>Anna Kling,"),
        ("400,000[^a] men", "40,000[^a] men", "<del>400,000</del> <ins>40,000</ins>"),
        ("one  two", "one two", "one two (other white space)"),
        ("", "new", "<ins>new</ins>"),
        ("old", "", "<del>old</del>"),
    ],
)
def test_only_the_changed_words_are_marked(before: str, after: str, shown: str) -> None:
    assert marked_words(before, after).startswith(shown)


def test_both_texts_can_be_read_off_what_is_marked() -> None:
    for read in map(topic, FIXED):
        texts = [record.model_dump_json() for record in read.records.values()][:12]
        for before in texts:
            for after in texts[:3]:
                words = [*shortened(changed_words(before, after))]
                for side, text in (("gone", before), ("new", after)):
                    said = "".join(w.text for w in words if w.what in (side, "both"))
                    whole = " ".join(text.split())
                    some = "left" in {w.what for w in words}
                    assert some or said.replace(" ", "") == whole.replace(" ", "")


# --- the page -------------------------------------------------------------------------------------


def test_a_changed_record_is_beside_its_clause_with_who_cites_it(ferry: Path) -> None:
    name, record = next((r.id, r) for r in topic("ferry").of_kind("claims") if r.evidence)
    replaced(ferry / "seeds/facts/facts.yml", record.statement, f"{record.statement} It is not so.")
    said = page(ferry)
    assert "<ins>It is not so.</ins>" in said and f"#### Changed: {record.statement[:20]}" in said
    assert f"<b>{record.evidence[0].exact[:20]}" in said
    assert "only the statement has&#58; not" in said
    assert "### Owed before this is merged" in said and f"record: {name}" in said
    assert "/blob/abc/seeds/facts/facts.yml#L" in said


@pytest.mark.parametrize(
    ("old", "new", "listed"),
    [
        ("description: What one article says", "description: All that one article says", "descr"),
        ("## What changed in Port Ellis?", "## What gave way in Port Ellis?", "“What gave way"),
        ("A ship that goes to and fro.", "A ship that goes slowly.", "“A ship that goes slowly"),
    ],
)
def test_what_is_said_anew_is_named_though_no_word_gives_a_reason(
    ferry: Path, old: str, new: str, listed: str
) -> None:
    replaced(ferry / "content/index.md", old, new)
    said = page(ferry).partition("No word of these shows")[2].partition("\n#")[0]
    assert f"- {listed}" in said


def test_what_a_label_adds_to_its_clause_is_to_be_looked_at_first(ferry: Path) -> None:
    replaced(ferry / "seeds/facts/facts.yml", "label: Ferry passengers so far", "label: Stowaways")
    look = page(ferry).partition("### What to look at")[2].partition("No check can tell")[0]
    assert "label “Stowaways”&#58; &#34;Stowaways&#34; is not in its sentence" in look
    assert "population" not in look  # as it was


def test_an_added_record_is_there_whole_and_a_removed_one_too(ferry: Path) -> None:
    entry = (
        "  - id: new-here\n    kind: claim\n    statement: All of it is new.\n    note: A note.\n"
        "    evidence: no such words\n"
    )
    replaced(ferry / "seeds/facts/facts.yml", "claims:\n", f"claims:\n{entry}")
    said = page(ferry)
    for words in ("All of it is new.", "A note.", "no such words", "| kind | claim |"):
        assert words in said
    assert "Cited by nothing." in said or "Cited by: content/" in said
    subprocess.run(["git", "-C", str(ferry), "add", "-A"], check=True)
    commit = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "second"]
    subprocess.run(["git", "-C", str(ferry), *commit], check=True)
    replaced(ferry / "seeds/facts/facts.yml", entry, "")
    said = page(ferry)
    assert "#### Removed: All of it is new." in said and "A note." in said
    assert "{id: new-here, to: " in said


def test_a_record_with_another_id_is_one_change(ferry: Path) -> None:
    record = topic("ferry").of_kind("claims")[0]
    facts = ferry / "seeds/facts/facts.yml"
    replaced(facts, f"id: {record.id}\n", "id: by-another-name\n")
    with facts.open("a", encoding="utf-8") as file:
        file.write(f"\nredirects:\n  - {{id: {record.id}, to: by-another-name}}\n")
    said = page(ferry)
    assert f"| id | <del>{record.id}</del> <ins>by-another-name</ins> |" in said
    assert "#### Added" not in said and "#### Removed" not in said


def test_a_changed_sentence_of_a_page_is_beside_the_clauses_that_it_cites(ferry: Path) -> None:
    site = whole("ferry")
    path, paragraph = next(
        (path, p)
        for path, parts in site.outlines.items()
        for p in parts.paragraphs
        if p.cites and site.evidence.of(p.cites[0]) and not p.level
    )
    start = paragraph.text.split()[0]
    line = next(
        line for line in topic("ferry").pages[path].body.split("\n") if line.startswith(start)
    )
    replaced(ferry / "content" / path, line, f"{line} Nobody was there, not even on a Sunday.")
    said = page(ferry)
    assert "<ins>Nobody was there, not even on a Sunday.</ins>" in said
    assert f"/blob/abc/content/{path}?plain=1#L" in said
    assert "<b>" in said.split("### Pages")[1]


def test_settings_files_and_numbers_that_cannot_be_compared_are_named(ferry: Path) -> None:
    settings = ferry / "seeds/settings.yml"
    settings.write_text(settings.read_text("utf-8") + "most_words: 4000\n", "utf-8")
    (ferry / "content/plan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (ferry / "script.py").write_text("print()\n", "utf-8")
    subprocess.run(["git", "-C", str(ferry), "add", "-A"], check=True)
    figures = topic("ferry").of_kind("figures")
    other = next(figure for figure in figures if figure.unit != figures[0].unit)
    replaced(ferry / "seeds/facts/facts.yml", f"unit: {other.unit}\n", f"unit: {figures[0].unit}\n")
    said = page(ferry)
    assert "| most&#95;words | <del>10000</del> <ins>4000</ins> |" in said
    assert "is each of the new bounds and lists meant?" in said
    assert "content/plan.pdf" in said and "what does it show" in said
    assert "- added: [script.py]" in said and "read them as code" in said
    assert f"Not like for like with: {figures[0].id} &#40;" in said.replace("(", "&#40;")


def test_all_problems_are_in_it_with_links(ferry: Path) -> None:
    problems = [
        Problem("content/index.md", i, f"problem {i}", "fix it", "", "wrote so", "wrote it")
        for i in range(1, 40)
    ]
    said = page(ferry, *problems)
    assert "### To fix: 39 problems" in said and "problem 39" in said
    assert "(https://github.com/example/site/blob/abc/content/index.md?plain=1#L39)" in said
    assert "wrote <del>so</del> <ins>it</ins>" in said


def test_what_is_more_than_github_takes_is_counted(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    more = "".join(
        f"  - id: new-{i}\n    kind: claim\n    statement: New.\n    evidence: no such words\n"
        for i in range(50)
    )
    replaced(facts, "claims:\n", f"claims:\n{more}")
    whole_page = page(ferry)
    assert len(whole_page.encode()) < 1_048_576
    monkeypatch.setattr(module, "MOST", 5000)
    cut = page(ferry)
    assert len(cut.encode()) < 5400 and "more parts of this summary: too long" in cut


# --- statements beside their clauses --------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("{}", ""),
        ("It is not so that {}", "only the statement has: not"),
        ("Perhaps {}", "only the statement has: perhaps"),
        ("{} That took 77 hours.", "only the statement has: 77"),
        ("{} Clara Okonjo was there.", "only the statement has: Clara Okonjo"),
    ],
)
def test_what_only_one_of_the_two_has_is_named(statement: str, line: str) -> None:
    site = whole("ferry")
    plain = next(
        said
        for name in site.topic.records
        for said in of_record(site, name)
        if said.placed and said.text and not differences(site, said)
    )
    said = plain._replace(text=statement.format(plain.placed[0].exact), whose=())
    found = [d for d in differences(site, said) if not d.startswith("pronouns")]
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("The mayor did not say that the ferry stops.", True),
        ("He said the ferry stops, and did not say who pays for the road.", False),
    ],
)
def test_a_not_before_other_words_is_to_be_looked_at(statement: str, told: bool) -> None:
    site = whole("ferry")
    placed = next(p for n in site.topic.records for p in site.evidence.of(n))
    clause = placed._replace(
        exact="He said that the ferry stops, but did not say who pays for the road."
    )
    found = differences(site, Statement("", statement, (clause,)))
    assert told == any("denies is not what" in line for line in found)


def test_pronouns_are_named_with_whom_they_are_taken_to_mean() -> None:
    site = whole("ferry")
    found = [
        line
        for name in site.topic.records
        for said in of_record(site, name)
        for line in differences(site, said)
        if line.startswith("pronouns in the clause")
    ]
    assert any(re.search(r"whom they may mean: .*\(.*\)", line) for line in found)


# --- the command ----------------------------------------------------------------------------------


def test_what_cannot_be_read_is_left_out_of_the_summary_and_all_else_is_there(
    ferry: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    """Nothing that a fault hides is said to be gone, or to owe anything."""
    replaced(ferry / "seeds/facts/facts.yml", "claims:\n", "claims:\n  - – x\n")
    index = ferry / "content/index.md"
    index.write_text(index.read_text("utf-8") + "\nThis is a new line.\n", "utf-8")
    (ferry / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    summary = tmp_path / "summary.md"
    code = main(["diff", "HEAD", "--root", str(ferry), "--summary", str(summary)])
    capsys.readouterr()
    said = summary.read_text("utf-8")
    assert code == 1
    assert "### To fix: " in said
    assert "Below is what can be read; what cannot, in mkdocs.yml, seeds/facts/facts.yml," in said
    assert "<ins>This is a new line.</ins>" in said
    assert "Removed: " not in said and "Owed" not in said


def test_a_field_that_does_not_fit_is_no_change(ferry: Path, tmp_path: Path) -> None:
    """What is put there in its place owes nothing and is not shown; the rest of the record is."""
    replaced(ferry / "seeds/facts/facts.yml", "kind: fact\n", "kind: zzz\n    note: A new note.\n")
    summary = tmp_path / "summary.md"
    main(["diff", "HEAD", "--root", str(ferry), "--summary", str(summary)])
    said = summary.read_text("utf-8")
    assert "| note | <ins>A new note.</ins> |" in said
    assert "| kind |" not in said and "Owed" not in said


def test_problems_of_changed_files_come_first_and_the_tenth_counts_the_rest(
    ferry: Path, capsys: pytest.CaptureFixture
) -> None:
    index = ferry / "content/index.md"
    bad = "".join(f"\n“Words of nobody, {i} of them.”\n" for i in range(101, 120))
    index.write_text(index.read_text("utf-8") + bad, "utf-8")
    text = next((ferry / "seeds/sources").glob("*.txt"))
    replaced(text, " ", "  ")
    subprocess.run(["git", "-C", str(ferry), "add", str(text)], check=True)
    commit = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "second"]
    subprocess.run(["git", "-C", str(ferry), *commit], check=True)
    for base in ([], ["--base", "HEAD"]):
        assert main(["check", "--root", str(ferry), "--format", "github", *base]) == 1
        lines = [x for x in capsys.readouterr().out.split("\n") if x.startswith("::error")]
        assert len(lines) == 10
        assert "title=" in lines[9] and " more problems::and " in lines[9]
    assert all("file=content/index.md" in line for line in lines[:9])
    assert "seeds/sources/" in lines[9]


def put_gates(ferry: Path, text: str) -> None:
    """Put a second source there, with its record and none of facts."""
    (ferry / "seeds/sources/gates.txt").write_text(text, "utf-8")
    record = dict.fromkeys(("title", "author", "publisher", "issued", "URL"), "not_stated")
    record |= {"type": "report", "label": "the report", "language": "en", "rights": "Ours."}
    lines = (f"{field}: {value}\n" for field, value in record.items())
    (ferry / "seeds/sources/gates.yml").write_text("".join(lines), "utf-8")


def test_a_source_without_records_comes_with_its_drafts_and_their_places(ferry: Path) -> None:
    text = "The gates are of oak.\n\n“They were made here,” Ida Quill said on Monday.\n"
    put_gates(ferry, text)
    said = page(ferry)
    drafts = said[said.index("<details>") : said.index("</details>")]
    ids = re.findall(r"(?m)^  - id: (.*)$", drafts)
    assert ids and "draft: true" in drafts
    assert "Drafts to paste for gates" in said[: said.index("<details>")]
    assert '{{ quotes(source="gates") }}' in drafts
    older = re.findall(r"# content/(.*), line (\d+)\n(\{\{ .* \}\})", drafts)
    for path, line, block in older:  # as it stands there, with the source that it shows now
        there = (ferry / "content" / path).read_text("utf-8").split("\n")[int(line) - 1]
        assert re.sub(r'(?:, )?source="ferry"', "", block) == there.strip()
    assert {block[3:].partition("(")[0] for *_, block in older} >= {"quotes", "people", "claims"}
    assert "is gates word for word what was published?" in said


def test_the_room_that_is_named_for_a_source_holds_its_drafts(ferry: Path) -> None:
    text = "Of 40 gates 12 are of oak.\n\nThe others were made of iron, 28 in number, on Monday.\n"
    put_gates(ferry, text)
    said = page(ferry)
    drafts = re.findall(r"(?s)```yaml\n(.*?)```", said[said.index("<details>") :])[0]
    facts = ferry / "seeds/facts/gates.yml"
    facts.write_text(drafts.replace("    draft: true\n", ""), "utf-8")
    (bound,) = re.findall(r"(?m)^max_share_quoted: (.*)$", said)
    share = Site(load(ferry)[0]).shares["gates"].prose
    assert share <= Decimal(bound) <= share + Decimal("0.08") or bound == "0.95"
    assert share > Decimal("0.5")


def test_new_words_that_nothing_has_are_named_to_be_read(ferry: Path) -> None:
    """A slip with what it may be; no word of a source, of what was written before, or a form."""
    said = (
        "Okonjo named the brigde to the quarreling ministers of the ferries, while nobody else did."
    )
    more = f"\n\n## The next tram\n\n{said}[^okonjo-takes-time]\n"
    (ferry / "content/people.md").open("a", encoding="utf-8").write(more)
    shown = page(ferry)
    (line,) = (one for one in shown.split("\n") if one.startswith("Nothing at hand"))
    assert "brigde (bridge?)" in line and "tram: [content/people.md, line" in line
    assert not re.search("ferries|okonjo|ministers|while|nobody|else", line)
    subprocess.run(["git", "checkout", "-q", "."], cwd=ferry, check=True)
    assert "### New words" not in page(ferry)


def test_a_removed_record_is_to_be_looked_at(ferry: Path) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    text = facts.read_text("utf-8")
    start = text.index("  - id: okonjo-changed-course\n")
    facts.write_text(text[:start] + text[text.index("\n  - id: ", start + 5) + 1 :], "utf-8")
    look = page(ferry).partition("### What to look at")[2].partition("### ")[0]
    assert "- removed&#58; " in look


def test_what_a_picture_shows_is_no_part_of_the_sentence_behind_it(ferry: Path) -> None:
    shown = "\n\n![Two people by a river](a.png) It will take time.[^okonjo-takes-time]\n"
    (ferry / "content/people.md").open("a", encoding="utf-8").write(shown)
    assert "\nIt will take time.\n" in page(ferry)


def test_a_date_that_is_none_is_no_change_of_the_settings(ferry: Path) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    text = facts.read_text("utf-8")
    facts.write_text(re.sub(r"as_of: 20\S+", "as_of: some day", text, count=1), "utf-8")
    assert facts.read_text("utf-8") != text
    assert "seeds/settings.yml" not in page(ferry)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Lindqvist was arrested in Port Ellis.", "no word cited is near: arrested"),
        ("Okonjo bought the ferry and the bridge.", "no word cited is near: bought"),
        ("Okonjo met Lindqvist in Port Ellis.", ""),
        ("Okonjo and Lindqvist held talks in Port Ellis.", ""),
        ("Was Lindqvist arrested?", ""),
    ],
)
def test_words_that_nothing_cited_has_come_first(ferry: Path, sentence: str, line: str) -> None:
    """Of what somebody is said to have done; a word that news has for another, and a question, are
    nothing to look at."""
    with (ferry / "content/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}[^port-ellis-meeting]\n")
    said = page(ferry)
    look = said.partition("### What to look at\n")[2].partition("### Pages")[0]
    assert ("no word cited is near" in said) == bool(line)
    assert look.strip().startswith(f"- “{sentence}”: {line.replace(':', '&#58;')}" if line else "")


@pytest.mark.parametrize(
    ("now", "new"),
    [
        ("The ferry sank because of the storm.", "cause, the clause none: because"),
        ("Okonjo met Lindqvist in Port Ellis in secret.", "new, and in no word cited: secret"),
        ("Okonjo agreed with Lindqvist in Port Ellis.", "no clause cited has: agreed"),
        ("In Port Ellis, Okonjo met Lindqvist.", ""),
    ],
)
def test_of_a_sentence_that_was_published_the_new_words_come_first(
    ferry: Path, now: str, new: str
) -> None:
    index = ferry / "content/index.md"
    text = index.read_text("utf-8")
    was = "Okonjo met Lindqvist in Port Ellis." if "Okonjo" in now else "The ferry sank."
    index.write_text(f"{text}\n{was}[^port-ellis-meeting]\n", "utf-8")
    committed(ferry)
    index.write_text(f"{text}\n{now}[^port-ellis-meeting]\n", "utf-8")
    look = page(ferry).partition("### What to look at\n")[2].partition("### Pages")[0]
    assert look.strip().startswith(f"- “{now}”: " if new else "No check can tell")
    assert (new.replace(":", "&#58;") or "as it was") in f"{look} as it was"


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Okonjo offered Lindqvist a tunnel.", ["no clause cited has: offered"]),
        ("Lindqvist walked out in Port Ellis.", ["no clause cited has: walked out"]),
        ("Okonjo met Lindqvist in a bakery.", ["bakery"]),
        ("Okonjo met Lindqvist in Port Ellis.", []),
        ("Okonjo met Lindqvist in Port Ellis. [People](people.md)", []),
    ],
)
def test_all_words_of_a_new_sentence_that_nothing_cited_has_are_named(
    ferry: Path, sentence: str, lines: list[str]
) -> None:
    """What somebody is said to do first; a link behind the sentence is no part of it."""
    said, _, link = sentence.partition(" [")
    with (ferry / "content/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{said}[^port-ellis-meeting]{f' [{link}' if link else ''}\n")
    look = html.unescape(first_looks(ferry))
    assert all(line in look for line in lines)
    assert lines or not re.search("no (?:word|clause) cited", look)


def test_what_only_another_clause_of_the_sentence_says_is_not_cited(ferry: Path) -> None:
    """The clause cited has that she met him; that she asked for a bridge another one of it has."""
    site = whole("ferry")
    (placed,) = site.evidence.of("port-ellis-meeting")[:1]
    short = placed._replace(exact="her meeting with Mayor Tomas Lindqvist of Norrey")
    assert new_deeds(site, "Okonjo asked Lindqvist for it.", "", [short]) == ["asked"]
    asked = placed._replace(exact="for years she had asked for a larger ferry")
    assert new_deeds(site, "Okonjo asked Lindqvist for it.", "", [asked]) == []


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        ("For years she asked for a larger ferry.", "She asked for a ferry.", ["years", "larger"]),
        (
            "She asked for a ferry, but then for a bridge.",
            "She asked for a ferry.",
            ["what stood behind “but”", "bridge"],
        ),
        ("She asked for a larger ferry.", "A larger ferry was what she asked for.", []),
    ],
)
def test_words_that_are_no_longer_said_are_named(before: str, after: str, gone: list[str]) -> None:
    site = whole("ferry")
    assert dropped_words(site, after, before, site.evidence.of("port-ellis-meeting")) == gone


def test_a_row_of_a_table_is_shown_with_its_heads_cell_by_cell(ferry: Path) -> None:
    table = "| | Ferry | Bridge |\n| --- | --- | --- |\n| In a storm | It sank.[^compare-storms]"
    with (ferry / "content/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{table} | It stays open.[^compare-storms] |\n")
    shown = html.unescape(page(ferry))
    assert "In a storm, Ferry: It sank." in shown and "In a storm, Bridge: It stays open." in shown


def test_after_and_before_in_one_order_are_no_contrast() -> None:
    site = whole("ferry")
    (placed,) = site.evidence.of("port-ellis-meeting")[:1]
    assert not contrasts(site, "Okonjo asked for a ferry before her meeting with him.", [placed])
    clause = "On Friday night, after the meeting, a storm stopped the ferry."
    pair = ("after", "before")
    assert same_order(clause, "The meeting was before the storm.", *pair)
    assert not same_order(clause, "A storm came before the meeting.", *pair)


def test_a_changed_sentence_is_not_set_beside_one_that_is_still_there(ferry: Path) -> None:
    index = ferry / "content/index.md"
    text = index.read_text("utf-8")
    index.write_text(f"{text}\nOkonjo met Lindqvist.[^port-ellis-meeting]\n", "utf-8")
    committed(ferry)
    more = "Okonjo met Lindqvist.[^okonjo-bridge]\n\nOkonjo met Lindqvist there."
    index.write_text(f"{text}\n{more}[^port-ellis-meeting]\n", "utf-8")
    assert "no longer said" not in first_looks(ferry)


def test_a_quotation_of_a_day_that_no_word_gives_is_looked_at(ferry: Path) -> None:
    """Unless a note says how it is known, or a word of the sentence gives it."""
    file = ferry / "seeds/facts/facts.yml"
    for name, told in (("okonjo-long-way-off", True), ("shepherd-our-quiet", False)):
        text = file.read_text("utf-8")
        before, _, rest = text.partition(f"  - id: {name}\n")
        file.write_text(f"{before}  - id: {name}\n    keywords: [new]\n{rest}", "utf-8")
        assert ("no word around these gives the day" in page(ferry)) == told
        note = "    keywords: [new]\n    note: How it is known.\n"
        noted = f"{before}  - id: {name}\n{note}{rest}"
        file.write_text(noted, "utf-8")
        assert "no word around these gives the day" not in page(ferry)
        file.write_text(text, "utf-8")


def test_what_speaks_of_one_source_is_listed_when_there_is_another(ferry: Path) -> None:
    (ferry / "content/index.md").open("a").write("\nThis site rests on one article.\n")
    assert "of one source" not in page(ferry)
    put_gates(ferry, "The gates are of oak.\n")
    look = page(ferry).partition("### What to look at\n")[2].partition("\n### ")[0]
    assert "of one source: This site rests on one article." in look


def test_a_number_without_its_word_of_exactness_is_named_with_both(ferry: Path) -> None:
    with (ferry / "content/index.md").open("a", encoding="utf-8") as file:
        file.write("\nThe company says that it has carried 1 million people.[^passengers-so-far]\n")
    assert 'the clause has "have surpassed 1 million", the sentence "1 million"' in html.unescape(
        page(ferry)
    )


def test_a_description_that_reads_otherwise_is_to_be_looked_at(ferry: Path) -> None:
    """It owes no correction; of one that was not published before nothing is asked."""
    agents = ferry / "seeds/facts/agents.yml"
    replaced(agents, "He speaks for the island", "He spoke for the island")
    assert "its description was published&#58; is it only worded better?" in page(ferry)


def test_a_note_on_a_sentence_is_held_against_all_of_it(ferry: Path) -> None:
    """Not only against the words that find it; who is named is as the two write it."""
    source = ferry / "seeds/sources/ferry.yml"
    replaced(source, "Sheep do not matter here.", "The island is known for sheep, says Maro.")
    looks = page(ferry)
    assert "only the statement has&#58; Maro\n" in looks
    assert "Ines" not in looks.partition("only the statement has")[2].partition("\n")[0]
    replaced(source, "is known for sheep, says Maro", "has sheep, and is known for them")
    assert "only the statement has" not in page(ferry)


def test_a_text_that_is_new_is_named_as_one(ferry: Path) -> None:
    put_gates(ferry, "The gates are of oak.\n")
    look = page(ferry).partition("### What to look at\n")[2].partition("\n### ")[0]
    assert "- the text of gates\n" in look


def first_looks(root: Path) -> str:
    """What the summary names first."""
    return page(root).partition("### What to look at\n")[2].partition("\nNo check can")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Did Okonjo meet Lindqvist? Yes.[^port-ellis-meeting]",
            "Yes to “Did Okonjo meet Lindqvist?”",
        ),
        (
            "### Did Okonjo meet Vane?\n\nNo, Lindqvist.[^port-ellis-meeting]",
            "No to “Did Okonjo meet Vane?”",
        ),
        (
            '??? question "Did Okonjo meet Lindqvist?"\n\n    Yes, on Friday.[^port-ellis-meeting]',
            "Yes to “Did Okonjo meet Lindqvist?”",
        ),
    ],
)
def test_a_yes_or_no_is_named_with_its_question(ferry: Path, words: str, said: str) -> None:
    file = ferry / "content/quotes.md"
    file.write_text(f"{file.read_text('utf-8')}\n\n{words}\n", "utf-8")
    assert f"answers {said}&#58; does the clause say so?" in first_looks(ferry)
    committed(ferry)
    assert "answers" not in first_looks(ferry)


def test_a_source_that_changes_the_day_of_the_site_says_so_first(ferry: Path) -> None:
    put_gates(ferry, "The gates are of oak.\n")
    assert "The site’s day" not in page(ferry)
    replaced(ferry / "seeds/sources/gates.yml", "issued: not_stated", "issued: 2026-10-12")
    line = first_looks(ferry).strip().split("\n")[0]
    assert line.startswith("- The site’s day changes from ")
    assert line.endswith(" to Monday 12 October 2026: every citation will say so")


def test_what_speaks_of_one_source_is_a_note_of_the_check_when_there_is_another(
    ferry: Path,
) -> None:
    (ferry / "content/index.md").open("a").write("\nThis site rests on one article.\n")
    put_gates(ferry, "The gates are of oak.\n")
    line = (ferry / "content/index.md").read_text("utf-8").count("\n")
    said = "this speaks of one source, and there are several: This site rests on one article."
    assert f"content/index.md:{line}: {said}" in check_site(ferry).notes


def test_a_quotation_set_aside_is_named_with_what_says_that_all_stand_here(ferry: Path) -> None:
    all_here = "Every passage in which the article quotes somebody stands here."
    file = ferry / "content/quotes.md"
    file.write_text(f"{file.read_text('utf-8')}\n\n{all_here}\n", "utf-8")
    assert "newly set aside" not in page(ferry)
    source = next((ferry / "seeds/sources").glob("*.yml"))
    aside = "set_aside:\n  - {exact: severe delays, what: quotation, reason: background, note: So.}"
    replaced(source, "set_aside:", aside)
    look = first_looks(ferry)
    assert "newly set aside, so that no page has it: “severe delays”" in look
    assert "- is it still so, with that set aside? " in look and f": “{all_here}”" in look


def test_how_much_is_set_aside_is_said_with_what_it_was_and_the_bound(ferry: Path) -> None:
    (said,) = re.findall(r"Set aside of the words of all sources: (.*)", page(ferry))
    assert re.fullmatch(r"\d+\.\d%, as before \(at most 40%\)", said)
    text = next((ferry / "seeds/sources").glob("*.txt"))
    text.write_text(text.read_text("utf-8") + "\nGoats graze here.\n", "utf-8")
    entry = "{exact: Goats graze here., reason: off_topic, note: Of goats.}"
    replaced(text.with_suffix(".yml"), "set_aside:", f"set_aside:\n  - {entry}")
    (now,) = re.findall(r"Set aside of the words of all sources: (.*)", page(ferry))
    assert f"before {said.split(',')[0]} (at most 40%)" in now


@pytest.mark.parametrize(
    ("as_of", "told"), [("not_stated", False), ("2020-05", True), ("2020-05-17", True)]
)
def test_a_date_of_a_number_that_no_word_gives_is_looked_at(
    ferry: Path, as_of: str, told: bool
) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    text = facts.read_text("utf-8")
    at = text.index("  - id: passengers-so-far")
    end = text.index("  - id:", at + 9)
    own = re.sub(r"\n    as_of: .*", "", text[at:end]).rstrip() + f"\n    as_of: {as_of}\n"
    facts.write_text(f"{text[:at]}{own}{text[end:]}", "utf-8")
    assert (f"no word around these gives as_of: {as_of}" in html.unescape(page(ferry))) == told


# --- what a change takes away from the eye --------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("[All quotations](quotes.md)", False),
        ("[All quotations](quotes.md), [the timeline](timeline.md).", False),
        ("[Who wants what](quotes.md)", False),
        ("[Okonjo wants a bridge](quotes.md)", True),
        ("[More than 3 million](quotes.md)", True),
        ("[No bridge](quotes.md)", True),
        ("See [all quotations](quotes.md).", True),
    ],
)
def test_a_link_that_only_leads_somewhere_states_nothing(
    ferry: Path, words: str, listed: bool
) -> None:
    text = f"\n\nOkonjo asked for a larger ferry for years.[^okonjo-ferry] {words}\n"
    (ferry / "content/quotes.md").open("a", encoding="utf-8").write(text)
    plain = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", words)
    assert (f"\n{plain}\n" in page(ferry)) == listed


def test_two_sentences_the_first_of_which_ends_in_a_cited_quotation_are_two(ferry: Path) -> None:
    text = "\n\nOkonjo said: “We’re still a long way off.”[^okonjo-long-way-off] "
    text += "A storm stopped the ferry.[^storm-stops-ferry]\n"
    (ferry / "content/quotes.md").open("a", encoding="utf-8").write(text)
    said = page(ferry).partition("\nA storm stopped the ferry.\n")[2]
    assert said and "long way off" not in said


def test_a_redirect_that_is_still_there_is_not_said_to_be_removed(ferry: Path) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    lead = "redirects:\n  - {id: term-oxen, to: term-ferry}\n"
    (ferry / "seeds/facts/led.yml").write_text(lead, "utf-8")
    committed(ferry)
    replaced(facts, "  - id: term-strait\n", "  - id: term-oxen\n")
    assert "redirect removed: term-oxen" not in page(ferry)
    (ferry / "seeds/facts/led.yml").unlink()
    assert "redirect removed: term-oxen" in page(ferry)


def test_a_sentence_in_which_something_is_only_named_is_not_newly_used(ferry: Path) -> None:
    source = ferry / "seeds/sources/ferry.yml"
    term = "  - {id: term-sheep, term: Sheep, definition: Animals with wool., mention: sheep}\n"
    replaced(ferry / "seeds/facts/facts.yml", "terms:\n", f"terms:\n{term}")
    assert source.exists() and "Sentences newly used" not in page(ferry)


def test_a_record_that_a_block_of_the_page_shows_is_shown(ferry: Path) -> None:
    facts = ferry / "seeds/facts/facts.yml"
    timeline = ferry / "content/timeline.md"
    text = "\n\nA storm stopped the ferry.[^storm-stops-ferry]\n"
    timeline.open("a", encoding="utf-8").write(text)
    replaced(facts, "  - id: storm-stops-ferry\n", "  - id: storm-stops-ferry\n    note: So.\n")
    (cited,) = re.findall(r"Changed: .*storm.*\n(?:.*\n)*?Cited by: (.*)", page(ferry))
    assert "content/timeline.md (shown)" in cited
    assert "content/timeline.md (1)" not in cited


def test_the_same_names_in_another_order_are_nothing_to_look_at(ferry: Path) -> None:
    text = "\n\nLindqvist and Okonjo met in Port Ellis on Friday.[^port-ellis-meeting]\n"
    (ferry / "content/quotes.md").open("a", encoding="utf-8").write(text)
    assert "Lindqvist, Okonjo" not in html.unescape(page(ferry))


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Lindqvist met Okonjo, and he left.", "he (Tomas Lindqvist)"),
        ("Lindqvist met Bo Okonjo's aide before he left.", "he (Tomas Lindqvist)"),
        ("Lindqvist met Okonjo; she and he left.", "she (Clara Okonjo); he (Tomas Lindqvist)"),
        ("Harbour Radio asked Okonjo, it says.", "it (Harbour Radio)"),
        ("Okonjo came, the article says, and it goes on.", ""),
        ("Lindqvist and Jo Vane say he did.", "he (Tomas Lindqvist or Jo Vane)"),
    ],
)
def test_every_one_whom_a_pronoun_fits_is_named(words: str, clause: str) -> None:
    """It is no person, and she is no man."""
    assert in_statement(whole("ferry"), words, ()) == clause


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("de", "Er ging, weil es regnete."),
        ("de", "Deshalb ging er, und infolge des Sturms auch sie."),
        ("de", "Es regnete, daher ging er."),
        ("fr", "Il est parti parce qu’il pleuvait."),
        ("fr", "Il pleuvait, donc il est parti à cause de la pluie."),
        ("es", "Se fue porque llovía."),
        ("es", "Llovía; por eso se fue, debido a la lluvia."),
        ("en", "He left because it rained."),
        ("en", "It rained, so that he left; as a result it ended."),
        ("en", "The storm led to delays."),
    ],
)
def test_words_of_cause_are_known(name: str, says: str) -> None:
    assert causes_in(says, language(name))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("en", "He left after it rained, and led the council."),
        ("de", "Er ging nach dem Regen und führte den Rat. Damit begann es."),
        ("fr", "Il est parti après la pluie en car."),
        ("es", "Se fue después de la lluvia por la noche."),
    ],
)
def test_what_only_comes_after_is_no_cause(name: str, says: str) -> None:
    assert not causes_in(says, language(name))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A storm stopped the ferry because of the bridge.[^storm-stops-ferry]", True),
        ("After the meeting a storm stopped the ferry.[^storm-stops-ferry]", False),
        ("Why did a storm stop the ferry, and because of whom?[^storm-stops-ferry]", False),
    ],
)
def test_a_cause_that_no_clause_gives_is_told_first(ferry: Path, sentence: str, told: bool) -> None:
    (ferry / "content/quotes.md").open("a", encoding="utf-8").write(f"\n\n{sentence}\n")
    assert (
        "the statement gives a cause, the clause none&#58; because" in first_looks(ferry)
    ) == told


ROW = """comparisons:
  - id: compare-more
    question: {question}
    cells:
      ferry:
        {ferry}
      bridge:
        {bridge}
"""
SILENT = "not_stated: true"
YES = "statement: Yes.\n        kind: fact\n        evidence: "


@pytest.mark.parametrize(
    ("question", "cells", "told"),
    [
        (
            "What does Okonjo say of it?",
            (SILENT, SILENT),
            "nobody, or nothing, of bridge, and these are recorded: okonjo-takes-time",
        ),
        ("What does Okonjo say of it?", (SILENT, SILENT), "of ferry, and these are recorded: okon"),
        ("What does Jo Vane say of it?", (SILENT, SILENT), ""),
        (
            "Does it sail?",
            (f"{YES}A bridge would likely stay open in storms,", SILENT),
            "the words under ferry stand under bridge in “",
        ),
        ("Does it sail?", (f"{YES}a storm stopped the ferry.", SILENT), ""),
    ],
)
def test_a_cell_that_is_silent_of_what_is_recorded_or_in_the_wrong_column_is_told_first(
    ferry: Path, question: str, cells: tuple[str, str], told: str
) -> None:
    row = ROW.format(question=question, ferry=cells[0], bridge=cells[1])
    (ferry / "seeds/facts/row.yml").write_text(row, "utf-8")
    look = html.unescape(first_looks(ferry))
    assert told in look
    assert told or not re.search("are recorded|stand under", look)
    committed(ferry)
    replaced(ferry / "seeds/facts/row.yml", "    question", "    keywords: [more]\n    question")
    assert not re.search("are recorded|stand under", first_looks(ferry))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "Lindqvist keeps the meadows.[^lindqvist-land]",
            "Jo Vane keeps the meadows.[^lindqvist-land]",
            True,
        ),
        (
            "Lindqvist keeps the meadows.[^lindqvist-land]",
            "Lindqvist keeps all meadows.[^lindqvist-land]",
            False,
        ),
    ],
)
def test_a_pronoun_behind_another_name_is_told_though_its_sentence_is_as_it_was(
    ferry: Path, before: str, after: str, told: bool
) -> None:
    file = ferry / "content/quotes.md"
    rest = " He has warned of “severe delays”.[^lindqvist-severe-delays]"
    file.open("a", encoding="utf-8").write(f"\n\n{before}{rest}\n")
    committed(ferry)
    replaced(file, before, after)
    look = html.unescape(first_looks(ferry))
    line = "is as it was, and Jo Vane stands before it now, not Tomas Lindqvist"
    assert (line in look) == told == ("does “He” still mean whom it meant?" in look)


def test_what_a_block_shows_too_of_a_new_source_is_named(tmp_path: Path) -> None:
    root = copied(SITES["two-sources"], tmp_path / "site")
    facts = root / "seeds/facts/journal.yml"
    text = facts.read_text("utf-8")
    start, end = text.index("figures:"), len(text)
    facts.write_text(text[:start], "utf-8")
    index = root / "content/index.md"
    line = index.read_text("utf-8").split("\n").index("{{ figures() }}") + 1
    replaced(index, "which both reports say.[^prix]", "one report says.[^price]")
    committed(root)
    facts.write_text(text[:end], "utf-8")
    shown = f"/index.md?plain=1#L{line}) by {{{{ figures() }}}}: prix"
    found = [one for one in page(root).split("\n") if "also shown now on" in one]
    assert [shown in html.unescape(one) for one in found] == [True], found
    replaced(
        index, "{{ figures() }}", '{{ figures(source="gazette") }}\n\n{{ figures(ids=["prix"]) }}'
    )
    assert "also shown now on" not in page(root)


def test_a_block_chooses_by_the_source(tmp_path: Path) -> None:
    root = copied(SITES["two-sources"], tmp_path / "site")
    index = root / "content/index.md"
    replaced(index, "{{ figures() }}", '{{ figures(source="gazette") }}')
    replaced(index, "{{ quotes() }}", '{{ quotes(source=["gazette", "journal"]) }}')
    (missing,) = (p.message for p in problems(root))
    assert missing == 'no page shows "prix"'
    replaced(index, 'figures(source="gazette")', 'figures(source="gazete")')
    told = next(p for p in problems(root) if p.rule == "valid-blocks")
    assert "the sources are gazette, journal" in told.message


def test_a_list_that_was_of_one_source_is_narrowed_to_it(tmp_path: Path) -> None:
    root = copied(SITES["two-sources"], tmp_path / "site")
    other = "---\ntitle: Prices\ndescription: One price.\n---\n\n# Prices\n\nOne price.[^prix]\n"
    (root / "content/prices.md").write_text(f'{other}\n{{{{ figures(ids=["prix"]) }}}}\n', "utf-8")
    index = root / "content/index.md"
    (told,) = (p for p in problems(root) if p.rule == "every-record-shown")
    assert told.path == "content/index.md"
    assert told.paste.strip() == '{{ figures(source="gazette") }}'
    replaced(index, "{{ figures() }}", told.paste.strip())
    assert not [p for p in problems(root) if p.rule == "every-record-shown"]


def test_what_is_said_in_another_language_is_listed_beside_its_clause(tmp_path: Path) -> None:
    """No check compares words across languages: a reviewer is told to read all of it."""
    root = committed(copied(FIXED["two-sources"], tmp_path / "site"))
    replaced(root / "seeds/facts/journal.yml", "Price in the French report", "Price of the mill")
    text = html.unescape(page(root))
    listed = text.split("No check compares words across languages: read all of these.")[1]
    clause = "La mairie a vendu le moulin pour 1 200 000 dollars."
    assert "Price of the mill" in listed.split(clause)[0]
    assert text.index("### What to look at") < text.index("No check compares words")


def test_what_is_said_in_the_same_language_is_not(ferry: Path) -> None:
    replaced(ferry / "seeds/facts/facts.yml", "A bridge would", "A bridge might")
    assert "across languages" not in page(ferry)


def test_names_and_offices_of_another_language_are_asked_for(tmp_path: Path) -> None:
    root = committed(copied(FIXED["two-sources"], tmp_path / "site"))
    people = (
        "people:\n  - id: the-clerk\n    name: Court clerk\n    alternate_names: [le greffier]\n"
        "    job_title: Clerk\n    description: Spoke.\n    mention: greffier\n"
    )
    with (root / "seeds/facts/journal.yml").open("a", encoding="utf-8") as file:
        file.write(people)
    text = html.unescape(page(root))
    assert "name: does “le greffier” mean “Court clerk”?" in text
