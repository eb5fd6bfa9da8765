"""The command line as an editor and a workflow use it: what it prints, what it writes, how it
exits.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from explainer.commands.cli import main, parser
from explainer.commands.find import whole_clause
from explainer.commands.schema import reference, schemas
from explainer.rules.only_worded import means_otherwise
from explainer.text.bounds import Clauses
from explainer.text.passages import Passages
from explainer.text.spans import Span
from explainer.text.tongue import language_of
from explainer.topic.blocks import PLAIN_BLOCKS, listings
from explainer.topic.load import load
from explainer.topic.model import KINDS, Cell
from explainer.topic.record import Selector
from explainer.topic.settings import Option, SetAside, Settings, Source
from forked import build
from sites import REAL, TESTS, committed, topic

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """The site that `explainer new` makes."""
    assert main(["new", str(tmp_path / "river")]) == 0
    return tmp_path / "river"


def run(capsys: pytest.CaptureFixture, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


# --- exit statuses, check, build ------------------------------------------------------------------


def test_the_folder_of_a_site_is_told_before_and_behind_what_mkdocs_is_to_do(capsys, tmp_path):
    gone = str(tmp_path / "gone")
    for words in (
        ["--root", gone, "build"],
        ["build", "--root", gone],
        [f"--root={gone}", "serve"],
    ):
        code, _, said = run(capsys, "mkdocs", *words)
        assert (code, said) == (2, f"explainer: there is no folder {gone}\n")


def test_exit_statuses(river: Path, capsys: pytest.CaptureFixture, tmp_path: Path) -> None:
    assert run(capsys, "check", "--root", str(river))[0] == 0
    edit(river / "seeds/facts/river.yml", "the meadows took", "the meadow took")
    assert run(capsys, "check", "--root", str(river))[0] == 1
    assert run(capsys, "check", "--root", str(tmp_path / "nowhere"))[0] == 2
    for wrong in (["check", "--format", "xml"], ["nonsense"], []):
        with pytest.raises(SystemExit) as left:
            main(wrong)
        assert left.value.code == 2


def test_the_command_itself_runs(river: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "explainer", "check", "--root", river],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "0 problems" in done.stdout


def test_a_misquotation_is_told_with_place_words_and_mending(
    river: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(river / "seeds/facts/river.yml", "the meadows took", "the meadow took")
    code, out, _ = run(capsys, "check", "--root", str(river))
    line = (river / "seeds/facts/river.yml").read_text().split("the meadow took")[0].count("\n") + 1
    assert code == 1
    assert f"seeds/facts/river.yml:{line}: the words are not in the source" in out
    assert re.search(
        r"wrote +We opened the lower gates at noon, and the meadow took the rest,", out
    )
    assert re.search(
        r"nearest +.*the meadows took the rest.* seeds/sources/river-1998.txt:5, paragraph 3,"
        r" sentence 1",
        out,
    )
    assert re.search(r"help +copy the source's words", out)


def test_formats(river: Path, capsys: pytest.CaptureFixture) -> None:
    edit(river / "seeds/facts/river.yml", "the meadows took", "the meadow took")
    github = run(capsys, "check", "--root", str(river), "--format", "github")[1]
    assert re.match(r"::error file=seeds/facts/river\.yml,line=\d+,title=exact-words::", github)
    problems = json.loads(run(capsys, "check", "--root", str(river), "--format", "json")[1])
    assert [p["rule"] for p in problems if p["nearest"]] == ["exact-words"]


def test_nothing_checked_is_a_failure(river: Path, capsys: pytest.CaptureFixture) -> None:
    shutil.rmtree(river / "seeds/facts")
    shutil.rmtree(river / "content")
    shutil.rmtree(river / "seeds/sources")
    (river / "seeds/settings.yml").write_text(
        "question: Is there anything?\nas_of: 2025\n", "utf-8"
    )
    code, out, _ = run(capsys, "check", "--root", str(river))
    assert code == 1 and "nothing was checked" in out


def test_a_failed_build_writes_nothing(river: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(capsys, "build", "--root", str(river))[0] == 0
    before = tree(river / "build/docs")
    assert "index.md" in before and "data/facts.json" in before
    edit(river / "seeds/facts/river.yml", "value: 412", "value: 421")
    code, out, err = run(capsys, "build", "--root", str(river))
    assert code == 1 and "reads as 412" in out and "last good" in err
    assert tree(river / "build/docs") == before


def test_an_edited_fact_restages_only_what_shows_it(
    river: Path, capsys: pytest.CaptureFixture
) -> None:
    run(capsys, "build", "--root", str(river))
    stamps = {p: p.stat().st_mtime_ns for p in (river / "build/docs").rglob("*") if p.is_file()}
    edit(
        river / "seeds/facts/river.yml",
        "It is asked to move the pump house.",
        "It was asked to move the pump house.",
    )
    run(capsys, "build", "--root", str(river))
    changed = {
        p.relative_to(river / "build/docs").as_posix()
        for p in (river / "build/docs").rglob("*")
        if p.is_file() and p.name != ".gitkeep" and stamps.get(p) != p.stat().st_mtime_ns
    }
    assert changed == {"index.md", "data/facts.json", "data/organisations.csv", "data/search.json"}


# --- find -----------------------------------------------------------------------------------------


def test_find_exact_gives_a_record_to_paste(river: Path, capsys: pytest.CaptureFixture) -> None:
    code, out, _ = run(capsys, "find", "built in 1887 by the town's own", "--root", str(river))
    assert code == 0
    assert "seeds/sources/river-1998.txt:3, paragraph 2, sentence 1" in out
    record = out[out.index("claims:") :]
    filled = record.replace("- id: ", "- id: bridge-built").replace(
        'statement: ""', "statement: The bridge is from 1887."
    )
    (river / "seeds/facts/more.yml").write_text(filled, "utf-8")
    edit(river / "seeds/settings.yml", "0.75", "0.95")
    code, out, _ = run(capsys, "check", "--root", str(river))
    # the sentence was set aside; now that a fact uses it, that is the one thing left to fix
    assert (
        code == 1 and "this sentence is used by bridge-built" in out and out.count("help ") == 1
    ), out


def test_find_in_a_quotation_gives_a_quotation(river: Path, capsys: pytest.CaptureFixture) -> None:
    out = run(capsys, "find", "meadows took the rest", "--root", str(river))[1]
    (record,) = yaml.safe_load(out[out.index("quotes:") :])["quotes"]
    assert record["text"] == "meadows took the rest,"
    assert {"speaker", "attributed_by", "said_via", "evidence"} <= set(record)


def test_find_tells_words_apart_that_stand_twice(
    river: Path, capsys: pytest.CaptureFixture
) -> None:
    out = run(capsys, "find", "the authority", "--root", str(river))[1]
    for block in re.findall(r"(?:claims|quotes):\n(?:  .*\n)+", out):
        ((record,),) = yaml.safe_load(block).values()
        passages = load(river)[0].sources["river-1998"].passages
        for piece in record["evidence"] if isinstance(record["evidence"], list) else ():
            marks = {k: v for k, v in piece.items() if k in ("exact", "prefix", "suffix")}
            assert len(passages.find(**marks)) == 1 and piece["highlight"] in piece["exact"]


@pytest.mark.parametrize("name", [REAL, "ferry", "lake", "rain"])
def test_find_gives_whole_clauses_with_their_subject(name: str) -> None:
    """Of each word of a source: what is found is one clause without a gap, to the letter."""
    read = topic(name)
    for source in read.sources.values():
        text = source.passages.text
        for sentence in source.passages.sentences:
            words = text[sentence.start : sentence.end].split()
            for word in words[:: max(len(words) // 4, 1)]:
                for span in source.passages.slices(word)[:1]:
                    clause = whole_clause(source.passages, span)
                    wrong = Clauses(source.passages, clause).fault((clause,))
                    around = sentence_of(source.passages, clause)
                    assert not wrong or clause == around, text[clause.start : clause.end]
                    before = text[around.start : clause.start].rstrip()
                    assert before[-1:] in ("", *",:;–—"), text[clause.start : clause.end]


def sentence_of(passages: Passages, span: Span) -> Span:
    some = passages.sentences_of(span)
    return Span(some[0].start, some[-1].end)


def test_find_begins_with_all_who_do_something(river: Path, capsys: pytest.CaptureFixture) -> None:
    source = river / "seeds/sources/river-1998.txt"
    line = "The mayor and Vice Mayor Ana Reed are expected to meet, just weeks after the flood."
    source.write_text(f"{source.read_text('utf-8')}\n{line}\n", "utf-8")
    out = run(capsys, "find", "are expected", "--root", str(river))[1]
    assert f"\n    {line}\n" in out


def test_find_nearest_and_nothing(river: Path, capsys: pytest.CaptureFixture) -> None:
    code, out, _ = run(capsys, "find", "We opened the upper gates at noon", "--root", str(river))
    assert (
        code == 0
        and "nearest: not the same words" in out
        and "We opened the lower gates at noon," in out
    )
    code, out, _ = run(capsys, "find", "zebra quagga okapi", "--root", str(river))
    assert code == 1 and "no source has words near these" in out


# --- diff and seal --------------------------------------------------------------------------------


@pytest.fixture
def kept(river: Path) -> Path:
    """The same site, committed."""
    return committed(river)


FACTS = "seeds/facts/river.yml"


def test_diff_of_nothing(kept: Path, capsys: pytest.CaptureFixture) -> None:
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 0 and "no record, page or text changed; nothing owed." in out


def test_changed_settings_of_mkdocs_are_said_key_by_key(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(kept / "mkdocs.yml", '!ENV [SITE_URL, ""]', "https://example.org/")
    edit(kept / "mkdocs.yml", "  language: en", "  language: de")
    pages = "".join(f"      - Page {i}: page-{i}.md\n" for i in range(60))
    edit(kept / "mkdocs.yml", "  - Home:", f"  - Facts:\n{pages}  - Home:")
    with (kept / "mkdocs.yml").open("a") as file:
        file.write("hooks: [hook.py]\n")
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 0 and "- changed: settings, How high did the river rise? (mkdocs.yml)" in out
    for key, before, after in (
        ("site_url", "!ENV [SITE_URL, '']", "https://example.org/"),
        ("theme", "language: en", "language: de"),
        ("nav", "(nothing)", "Facts: Page 59: page-59.md"),
        ("hooks", "(nothing)", "hook.py"),
    ):
        assert f"    - {key}\n        - before: {before}\n        - after: {after}\n" in out + "\n"
    edit(kept / "mkdocs.yml", "hooks: [hook.py]", "hooks: [")
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 1 and "left out; run `explainer check` first: mkdocs.yml\n" in out


def test_a_changed_value_owes_a_correction_until_it_has_one(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(kept / FACTS, "qualifier: exact", "qualifier: about")
    code, out, _ = run(capsys, "diff", "HEAD", "--root", str(kept))
    assert code == 1
    assert "changed: figures" in out and "before: exact" in out and "after: about" in out
    assert '"flood-mark" was published and its qualifier changed' in out
    log = kept / "seeds/facts/corrections.yml"
    entry = (
        "corrections:\n  - id: flood-mark-about\n    date: 2026-01-02\n    record: flood-mark\n   "
        " what: The mark is about right only.\n"
    )
    log.write_text(entry, "utf-8")  # this may be about anything
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 1
    log.write_text(f"{entry}    before: exact\n    after: about\n", "utf-8")
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 0


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("something else", "about", "does not say how"),
        ("exact", "at_least", "does not say how"),
        ("flood-mark", "flood-mark", "changed: its qualifier"),
    ],
)
def test_a_correction_says_what_was_published_and_what_is_said_now(
    before: str, after: str, said: str, kept: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(kept / FACTS, "qualifier: exact", "qualifier: about")
    (kept / "seeds/facts/corrections.yml").write_text(
        "corrections:\n  - id: about\n    date: 2026-01-02\n    record: flood-mark\n    what:"
        f" Spelling.\n    before: {before}\n    after: {after}\n",
        "utf-8",
    )
    code, out, _ = run(capsys, "diff", "HEAD", "--root", str(kept))
    assert code == 1 and said in out


@pytest.mark.parametrize("speaker", ["town-council", "Town council"])
def test_a_new_speaker_is_named_in_its_correction(
    speaker: str, kept: Path, capsys: pytest.CaptureFixture
) -> None:
    """By the id or by the name; words on something else do not do."""
    text = (kept / FACTS).read_text("utf-8")
    text = text.replace("speaker: water-authority", "speaker: town-council", 1)
    (kept / FACTS).write_text(text, "utf-8")
    log = kept / "seeds/facts/corrections.yml"
    entry = (
        "corrections:\n  - id: who\n    date: 2026-01-02\n    record: lower-gates\n    what:"
        " Spelling.\n"
    )
    log.write_text(entry, "utf-8")
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 1
    log.write_text(f"{entry}    before: Water authority\n    after: {speaker}\n", "utf-8")
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 0


def test_an_entry_of_wording_pays_for_own_words_alone(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    """Not for a number, a date or who says so; and readers see no entry of it."""
    text = (kept / FACTS).read_text("utf-8")
    label = re.search(r"id: flood-mark\n(?:.*\n)*?    label: (.*)\n", text)[1]
    edit(kept / FACTS, f"label: {label}", f"label: {label}, at last")
    log = kept / "seeds/facts/corrections.yml"
    entry = "  - {id: better, kind: wording, date: 2026-01-02, record: flood-mark, what: Better.}\n"
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 1
    log.write_text(f"corrections:\n{entry}", "utf-8")
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 0
    assert run(capsys, "check", "--root", str(kept))[0] == 0, "a page must show it"
    edit(kept / FACTS, f"{label}, at last", f"{label}, as was promised")
    code, out, _ = run(capsys, "diff", "HEAD", "--root", str(kept))
    assert code == 1 and "its label changed" in out and '"promised" is new' in out
    edit(kept / FACTS, f"{label}, as was promised", f"{label}, at last")
    edit(kept / FACTS, "qualifier: exact", "qualifier: about")
    code, out, _ = run(capsys, "diff", "HEAD", "--root", str(kept))
    assert code == 1 and "its qualifier changed" in out and "label" not in out.split("owed")[-1]


@pytest.mark.parametrize(
    ("before", "after", "cited", "why"),
    [
        ("Both must pay, he said.", "Both agreed to pay, he said.", "must pay", '"agreed"'),
        ("Beide müssen zahlen.", "Beide haben zugestimmt.", "müssen zahlen", '"zugestimmt"'),
        ("Les deux doivent payer.", "Les deux ont promis de payer.", "doivent", '"promis"'),
        ("Los dos deben pagar.", "Los dos han aceptado pagar.", "deben pagar", '"aceptado"'),
        ("He will not pay.", "He will pay.", "will not pay", "denies"),
        ("He seemed to agree.", "He agreed.", "seemed to agree", "leaves open"),
        ("Both must pay, he said.", "He said that both would have to pay.", "must pay", ""),
        ("He gave his word.", "He promised it.", "promised to pay", ""),
        ("He seemed to agree.", "He appeared to agree.", "seemed to agree", ""),
    ],
)
def test_words_that_mean_something_else_are_not_only_better(before, after, cited, why):
    found = means_otherwise([before], [after], cited)
    assert why in found and bool(found) == bool(why)


def test_a_published_correction_may_be_filed_as_wording_but_not_rewritten(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    log = kept / "seeds/facts/corrections.yml"
    entry = "id: better, date: 2026-01-02, record: flood-mark, what: Better."
    log.write_text(f"corrections:\n  - {{{entry}}}\n", "utf-8")
    commit = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qam", "second"]
    subprocess.run(["git", "-C", str(kept), "add", "."], check=True)
    subprocess.run(["git", "-C", str(kept), *commit], check=True)
    log.write_text(f"corrections:\n  - {{kind: wording, {entry}}}\n", "utf-8")
    assert run(capsys, "diff", "HEAD", "--root", str(kept))[0] == 0
    log.write_text(f"corrections:\n  - {{kind: wording, {entry.replace('Better', 'Best')}}}\n")
    code, out, _ = run(capsys, "diff", "HEAD", "--root", str(kept))
    assert code == 1 and "was public and its what changed" in out


def test_what_is_no_correction_pays_for_none(kept: Path, capsys: pytest.CaptureFixture) -> None:
    edit(kept / FACTS, "qualifier: exact", "qualifier: about")
    log = kept / "seeds/facts/corrections.yml"
    log.write_text(
        "corrections:\n  - id: mark\n    kind: addition\n    date: 2026-01-02\n    record:"
        " flood-mark\n    what: The mark.\n    before: exact\n    after: about\n",
        "utf-8",
    )
    assert run(capsys, "diff", "--root", str(kept))[0] == 1
    edit(log, "    kind: addition\n", "")
    assert run(capsys, "diff", "--root", str(kept))[0] == 0
    subprocess.run(["git", "-C", kept, "add", "-A"], check=True)
    subprocess.run(
        ["git", "-C", kept, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
        check=True,
    )
    edit(log, "The mark.", "Nothing.")
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 1 and 'the correction "mark" was public and its what changed' in out


def test_what_was_corrected_may_be_removed(kept: Path, capsys: pytest.CaptureFixture) -> None:
    (kept / "seeds/facts/corrections.yml").write_text(
        "corrections:\n  - id: c\n    date: 2026-01-02\n    record: old-warning\n    what: It was"
        " one.\n",
        "utf-8",
    )
    (kept / "seeds/facts/redirects.yml").write_text(
        "redirects:\n  - id: old-warning\n    to: a-warning\n", "utf-8"
    )
    edit(kept / "content/method.md", "{{ ledger() }}", "{{ ledger() }}\n\n{{ corrections() }}")
    code, out, _ = run(capsys, "build", "--root", str(kept))
    assert code == 0, out
    assert "#a-warning" in (kept / "build/docs/method.md").read_text("utf-8")


def test_settings_and_what_is_set_aside_are_told(kept: Path, capsys: pytest.CaptureFixture) -> None:
    edit(kept / "seeds/settings.yml", "question: How", "question: Just how")
    record = kept / "seeds/sources/river-1998.yml"
    record.write_text(
        re.sub(r"(?m)^( +note:) .*$", r"\1 Of no use.", record.read_text("utf-8"), count=1), "utf-8"
    )
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 0 and "no record, page or text changed; nothing owed." in out
    assert "(seeds/settings.yml)" in out and "after: Just how" in out
    assert "(seeds/sources/river-1998.yml)" in out and "Of no use." in out


def test_a_better_description_owes_nothing(kept: Path, capsys: pytest.CaptureFixture) -> None:
    edit(kept / FACTS, "It is asked to move", "It was asked to move")
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 0 and "1 record changed" in out


def test_a_removed_id_owes_a_redirect_until_it_has_one(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(kept / FACTS, "id: a-warning", "id: the-warning")
    code, out, _ = run(capsys, "diff", "--root", str(kept))
    assert code == 1 and '"a-warning" was published and is gone' in out
    (kept / "seeds/facts/redirects.yml").write_text(
        "redirects:\n  - id: a-warning\n    to: the-warning\n", "utf-8"
    )
    edit(kept / "content/index.md", "[^a-warning]", "[^the-warning]")
    assert run(capsys, "diff", "--root", str(kept))[0] == 0
    assert run(capsys, "build", "--root", str(kept))[0] == 0
    page = (kept / "build/docs/index.md").read_text("utf-8")
    assert 'id="the-warning"' in page and 'id="a-warning"' in page


def test_newly_used_sentences_are_named(kept: Path, capsys: pytest.CaptureFixture) -> None:
    with (kept / FACTS).open("a", encoding="utf-8") as file:
        file.write(
            "\n  - id: bridge-unharmed\n    kind: fact\n    statement: The bridge was not"
            " harmed.\n    evidence: and was not harmed.\n"
        )
    out = run(capsys, "diff", "--root", str(kept))[1]
    assert "added: claims, The bridge was not harmed." in out
    assert "sentences newly used: river-1998, paragraph 2, sentence 1" in out
    shares = re.search(
        r"share of river-1998 published: (\S+)% of its own prose, before (\S+)%", out
    )
    assert shares and float(shares[1]) > float(shares[2])
    assert "newly public, in bridge-unharmed: and was not harmed." in out


def test_a_changed_source_fails_until_sealed_and_diff_shows_it(
    kept: Path, capsys: pytest.CaptureFixture
) -> None:
    edit(kept / "seeds/sources/river-1998.txt", "not harmed", "hardly harmed")
    code, out, _ = run(capsys, "check", "--root", str(kept))
    assert code == 1 and "is not the text that was sealed" in out
    out = run(capsys, "diff", "--root", str(kept))[1]
    assert (
        "source text river-1998: changed" in out
        and "was not harmed" in out
        and "was hardly harmed" in out
    )
    assert run(capsys, "seal", "river-1998", "--root", str(kept))[0] == 0
    assert run(capsys, "check", "--root", str(kept))[0] == 0
    assert "sealed already" in run(capsys, "seal", "river-1998", "--root", str(kept))[1]


def test_seal_starts_a_record(river: Path, capsys: pytest.CaptureFixture) -> None:
    (river / "seeds/sources/second.txt").write_text("The gates are of oak.\n", "utf-8")
    assert (
        "started seeds/sources/second.yml" in run(capsys, "seal", "second", "--root", str(river))[1]
    )
    out = run(capsys, "check", "--root", str(river))[1]
    assert "is not the text that was sealed" not in out and "nothing uses any sentence" in out
    assert run(capsys, "seal", "third", "--root", str(river))[0] == 2


def test_diff_without_git_or_revision(river: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(capsys, "diff", "no-such-revision", "--root", str(river))[0] == 2
    assert run(capsys, "diff", "--root", str(river), "--", "--output=x")[0] == 2


def test_diff_names_the_revisions_that_there_are(
    kept: Path, capsys: pytest.CaptureFixture, tmp_path: Path
) -> None:
    subprocess.run(["git", "-C", str(kept), "branch", "-m", "harvest"], check=True)
    code, _, err = run(capsys, "diff", "main", "--root", str(kept))
    assert code == 2 and "there is no revision main here" in err and "such as: harvest, HEAD" in err
    subprocess.run(["git", "clone", "-q", str(kept), str(tmp_path / "clone")], check=True)
    clone = ["git", "-C", str(tmp_path / "clone")]
    subprocess.run([*clone, "checkout", "-q", "-b", "mine"], check=True)
    subprocess.run([*clone, "branch", "-q", "-D", "harvest"], check=True)
    err = run(capsys, "diff", "harvest", "--root", str(tmp_path / "clone"))[2]
    assert "compare with origin/harvest" in err


def test_new_prints_commands_that_run(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    out = run(capsys, "new", str(tmp_path / "hill"))[1]
    command = next(line.split()[2:] for line in out.split("\n") if "check it" in line)
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0 and "0 problems" in done.stdout


# --- draft, new, schema ---------------------------------------------------------------------------


def test_draft_is_listed_and_not_published(river: Path, capsys: pytest.CaptureFixture) -> None:
    run(capsys, "build", "--root", str(river))
    before = tree(river / "build/docs")
    assert run(capsys, "draft", "river-1998", "--root", str(river))[0] == 0
    code, out, _ = run(capsys, "check", "--root", str(river))
    assert code == 0, out
    assert "draft, left to decide:" in out
    run(capsys, "build", "--root", str(river))
    assert tree(river / "build/docs") == before
    assert run(capsys, "draft", "river-1998", "--root", str(river))[0] == 2  # it is there already
    assert run(capsys, "draft", "nothing", "--root", str(river))[0] == 2


def test_new_refuses_a_full_folder(river: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(capsys, "new", str(river))[0] == 2


def test_new_builds(river: Path) -> None:
    done = build(river)
    assert done.returncode == 0, done.stderr
    assert "412" in (river / "site/index.html").read_text("utf-8")


def test_a_page_on_who_makes_the_site_is_built(river: Path) -> None:
    (river / "content/about.md").write_text(
        "---\ntitle: About us\ndescription: Who makes this site.\n---\n\n# About us\n\nWe are seven"
        " people and meet on Mondays. CC BY 4.0, 2024. We write “sic”.\n",
        "utf-8",
    )
    edit(river / "seeds/settings.yml", "uncited_pages:\n", "uncited_pages:\n  about.md: us\n")
    edit(river / "mkdocs.yml", "nav:\n", "nav:\n  - About us: about.md\n")
    done = build(river)
    assert done.returncode == 0, done.stdout + done.stderr


def test_schemas_and_reference_are_those_of_the_model() -> None:
    for name, text in schemas().items():
        assert (ROOT / "schemas" / name).read_text("utf-8") == text, "run `explainer schema`"
    assert (ROOT / "docs/RECORDS.md").read_text("utf-8") == reference(), "run `explainer schema`"


@pytest.mark.parametrize(
    "model",
    [*KINDS.values(), Cell, Option, Selector, SetAside, Settings, Source],
    ids=lambda m: m.__name__,
)
def test_every_field_is_described(model: type) -> None:
    assert model.__doc__
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_readme_and_contributing_name_what_there_is() -> None:
    commands = set(parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr]
    readme, guide = ((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    table = set(
        re.findall(
            r"^\| `(\w+)",
            readme[readme.index("## The command line") : readme.index("## Another topic")],
            re.M,
        )
    )
    assert table == commands
    blocks = guide[guide.index("The blocks are") : guide.index("`ids=[")]
    assert set(re.findall(r"`(\w+)`", blocks)) == {*listings(), *PLAIN_BLOCKS}


# --- a text of one's own --------------------------------------------------------------------------

FLOOD = (
    "BELLMOOR, May 7 - The river rose on Tuesday.\n\n“We were ready,” said Mayor Anna Bell. About"
    " 40 boats were moved.\n\nIt was a long night.\n"
)


@pytest.fixture
def storm(river: Path) -> Path:
    """A new site with a text of the editor's own."""
    (river / "seeds/sources/storm.txt").write_text(FLOOD, "utf-8")
    return river


def test_the_first_problems_are_those_of_the_new_text(
    storm: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(capsys, "seal", "storm", "--root", str(storm))[0] == 0
    problems = json.loads(run(capsys, "check", "--format", "json", "--root", str(storm))[1])
    assert problems and {Path(p["path"]).stem for p in problems} == {"storm"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The boat was late, and it is said that the mayor was on it.", "en"),
        ("Der Fluss ist gestiegen, und die Stadt hat das nicht erwartet.", "de"),
        ("La rivière est montée et les habitants ne sont pas dans leurs maisons.", "fr"),
        ("El río ha crecido y los vecinos no están en las casas que hay en el valle.", "es"),
        ("Il fiume è salito e la gente non è più nelle case della valle.", "it"),
    ],
)
def test_seal_finds_the_language(
    river: Path, capsys: pytest.CaptureFixture, text: str, tag: str
) -> None:
    (river / "seeds/sources/new.txt").write_text(text, "utf-8")
    code, out, _ = run(capsys, "seal", "new", "--root", str(river))
    assert code == 0 and f"language: {tag};" in out and "issued:" in out
    record = yaml.safe_load((river / "seeds/sources/new.yml").read_text("utf-8"))
    assert record["language"] == tag
    code, _, err = run(capsys, "seal", "new", "--language", "pt-BR", "--root", str(river))
    assert code == 0, err
    assert "language: pt-BR\n" in (river / "seeds/sources/new.yml").read_text("utf-8")


def test_sixty_words_of_news_tell_their_language() -> None:
    """Sixty words running of each text with labels; of a language that is like one of them, they
    do not tell that one."""
    wrong, tried = [], 0
    for path in sorted((TESTS / "drafts").glob("*.txt")):
        labels = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
        words = path.read_text("utf-8").split()
        for at in range(0, max(len(words) - 60, 0) + 1, 30):
            tried += 1
            if (found := language_of(" ".join(words[at : at + 60]))) != labels.get(
                "language", "en"
            ):
                wrong.append((path.stem, at, found))
    assert tried > 100 and not wrong
    catalan = "Els veïns del barri van protestar contra la carretera que el govern vol construir"
    assert language_of(f"{catalan} a la vora del riu, però les obres no començaran.") != "es"
    assert not language_of("Bellmoor, La Coruña 412")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"Gr\xfc\xdfe aus der Stadt", "no UTF-8"),
        (b"Bellmoor 412", "--language"),
    ],
)
def test_seal_refuses_or_asks(
    river: Path, capsys: pytest.CaptureFixture, raw: bytes, said: str
) -> None:
    (river / "seeds/sources/new.txt").write_bytes(raw)
    code, _, err = run(capsys, "seal", "new", "--root", str(river))
    assert code == 1 and said in err and not (river / "seeds/sources/new.yml").exists()
    assert run(capsys, "seal", "new", "--language", "nonsense!", "--root", str(river))[0] == 1


def begun(root: Path, name: str, exact: str) -> None:
    """A source of which something is set aside already."""
    record = root / f"seeds/sources/{name}.yml"
    entry = f"{{exact: {exact}, what: sentence, reason: off_topic, note: Nothing of ours.}}"
    text = record.read_text("utf-8").replace("set_aside: []", f"set_aside: [{entry}]")
    record.write_text(text, "utf-8")


def test_problems_come_in_the_order_of_sentences(
    river: Path, capsys: pytest.CaptureFixture
) -> None:
    text = " ".join(f"{word} sank here at night." for word in "A B C D E F G H J K L M".split())
    (river / "seeds/sources/new.txt").write_text(text, "utf-8")
    run(capsys, "seal", "new", "--language", "en", "--root", str(river))
    begun(river, "new", "A sank")
    out = run(capsys, "check", "--root", str(river))[1]
    found = [int(n) for n in re.findall(r"nothing uses this sentence \(.*sentence (\d+)\)", out)]
    assert found == sorted(found) and len(found) == 11


def test_draft_says_what_is_missing_and_where_drafts_wait(
    storm: Path, capsys: pytest.CaptureFixture
) -> None:
    run(capsys, "seal", "storm", "--root", str(storm))
    code, out, _ = run(capsys, "draft", "storm", "--root", str(storm))
    assert code == 0 and "issued: is not stated" in out and "1 date " in out
    out = run(capsys, "check", "--root", str(storm))[1]
    assert re.search(
        r'decide on the draft "bell-we-were-ready" \(seeds/facts/storm-draft\.yml:', out
    )
    facts = storm / "seeds/facts/storm-draft.yml"
    edit(facts, 'description: "Appears in the text as Mayor."', "description: not_stated")
    out = run(capsys, "check", "--root", str(storm))[1]
    assert "(to be written: description)" in out
    assert "the note is still to be written" in out


def test_drafts_anew_keep_what_is_decided(storm: Path, capsys: pytest.CaptureFixture) -> None:
    run(capsys, "seal", "storm", "--root", str(storm))
    run(capsys, "draft", "storm", "--root", str(storm))
    facts, record = storm / "seeds/facts/storm-draft.yml", storm / "seeds/sources/storm.yml"
    assert run(capsys, "draft", "storm", "--root", str(storm))[0] == 2
    edit(facts, "  - id: anna-bell\n    draft: true\n", "  - id: anna-bell\n")
    edit(facts, 'description: "Appears in the text as Mayor."', "description: She is the mayor.")
    edit(record, "issued: not_stated", "issued: 2024-05-08")
    edit(record, "note: not_stated", "note: The night was long.")
    assert run(capsys, "draft", "storm", "--anew", "--root", str(storm))[0] == 0
    data = yaml.safe_load(facts.read_text("utf-8"))
    (bell,) = data["people"]
    assert bell["description"].startswith("She is") and "draft" not in bell
    assert [q["speaker"] for q in data["quotes"]] == ["anna-bell"]
    assert [e["date"].isoformat() for e in data["events"]] == ["2024-05-07"]
    notes = [a["note"] for a in yaml.safe_load(record.read_text("utf-8"))["set_aside"]]
    assert notes.count("The night was long.") == 1
    before = facts.read_text("utf-8"), record.read_text("utf-8")
    run(capsys, "draft", "storm", "--anew", "--root", str(storm))
    assert (facts.read_text("utf-8"), record.read_text("utf-8")) == before


def test_a_date_that_nothing_uses_is_to_be_an_event(
    storm: Path, capsys: pytest.CaptureFixture
) -> None:
    text = "The vote was held on 4 May 2000. Some 40 boats came. It rained.\n"
    (storm / "seeds/sources/storm.txt").write_text(text, "utf-8")
    run(capsys, "seal", "storm", "--root", str(storm))
    begun(storm, "storm", "It rained.")
    told = run(capsys, "check", "--root", str(storm))[1]
    assert "its date as an event; or" in told and "40 as a figure; or" in told
    assert "2000 as" not in told


def test_sentences_are_told_in_their_order(storm: Path, capsys: pytest.CaptureFixture) -> None:
    (storm / "seeds/sources/storm.txt").write_text(
        "The boats came back. " * 12 + "It rained.\n", "utf-8"
    )
    run(capsys, "seal", "storm", "--root", str(storm))
    begun(storm, "storm", "It rained.")
    told = run(capsys, "check", "--root", str(storm))[1]
    numbers = re.findall(r"nothing uses this sentence .*, sentence (\d+)\)", told)
    assert numbers == [str(n) for n in range(1, 13)]


def test_a_tab_is_told_as_one(river: Path, capsys: pytest.CaptureFixture) -> None:
    facts = river / "seeds/facts/river.yml"
    facts.write_text(facts.read_text("utf-8").replace("    label:", "\tlabel:", 1), "utf-8")
    told = run(capsys, "check", "--root", str(river))[1]
    assert "indented with a tab" in told and "indent with spaces" in told


def test_what_is_left_over_once_drafts_are_gone_is_set_aside_once(
    storm: Path, capsys: pytest.CaptureFixture
) -> None:
    """A sentence of which one quotation is dropped and another kept, a clause of it that no record
    has, a year: each is set aside, none twice."""
    text = (
        "Anna Bell called him “charming and kind”, and in a letter, Tom Hill said: “He is late.”"
        " Paul Reed, who came later, said nobody knew.\n\nJo Vane said: “It began in 1987.”\n"
    )
    (storm / "seeds/sources/storm.txt").write_text(text, "utf-8")
    for words in (("seal",), ("draft",), ("draft", "--aside", "bell-charming-and-kind")):
        assert run(capsys, words[0], "storm", *words[1:], "--root", str(storm))[0] == 0
    facts = storm / "seeds/facts/storm-draft.yml"
    facts.write_text(facts.read_text("utf-8").replace("    draft: true\n", ""), "utf-8")
    told = run(capsys, "check", "--root", str(storm))[1]
    assert "nothing uses" not in told and "set aside already" not in told
    record = yaml.safe_load((storm / "seeds/sources/storm.yml").read_text("utf-8"))
    assert ("number", "A year.") in [(a["what"], a["note"]) for a in record["set_aside"]]


def test_drafts_that_nobody_wants_are_set_aside(storm: Path, capsys: pytest.CaptureFixture) -> None:
    run(capsys, "seal", "storm", "--root", str(storm))
    run(capsys, "draft", "storm", "--root", str(storm))
    arguments = ["draft", "storm", "--root", str(storm), "--aside"]
    assert run(capsys, *arguments, "no-such-draft")[0] == 2
    facts = storm / "seeds/facts/storm-draft.yml"
    ids = [figure["id"] for figure in yaml.safe_load(facts.read_text("utf-8"))["figures"]]
    assert run(capsys, *arguments, *ids)[0] == 0
    assert "figures" not in yaml.safe_load(facts.read_text("utf-8"))
    record = yaml.safe_load((storm / "seeds/sources/storm.yml").read_text("utf-8"))
    assert {"exact": "About 40 boats were moved.", "what": "sentence"}.items() <= next(
        a for a in record["set_aside"] if "boats" in a["exact"]
    ).items()
