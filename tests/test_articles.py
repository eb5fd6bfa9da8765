"""A second source taken whole, as an editor does it who reads CONTRIBUTING: the text, its record,
its facts, a sentence on a page. What is wrong with all of it is told at one look, and when that is
mended nothing is left; and what the check accepts the build of the site accepts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from explainer.commands.build import check_site
from explainer.commands.cli import _in_order
from explainer.commands.diff import diff
from explainer.commands.length import too_long
from explainer.commands.review import review
from explainer.site.catalog import Deployment
from explainer.topic.load import load
from sites import (
    FIXED,
    PLAIN_SOURCE,
    append,
    built_by_mkdocs,
    committed,
    copied,
    problems,
    read_yaml,
    replaced,
)

ARTICLES = sorted((Path(__file__).parent / "articles").iterdir())


def add(root: Path, article: Path) -> dict[str, Path]:
    """Add an article to a site of one source; gives the files that its parts are in."""
    name = article.name
    page = root / "content/index.md"
    files = {
        "text": root / f"seeds/sources/{name}.txt",
        "source": root / f"seeds/sources/{name}.yml",
        "facts": root / f"seeds/facts/{name}.yml",
    }
    for part, path in files.items():
        written = article / ("text.txt" if part == "text" else f"{part}.yml")
        path.write_bytes(written.read_bytes())
    append(page, f"\n{(article / 'page.md').read_text('utf-8')}")
    return files | {"page": page}


@pytest.fixture
def small(rain: Path) -> Path:
    """The small site, whose records say whose words they are."""
    return _of_one_source(rain)


def _of_one_source(root: Path) -> Path:
    for path in (root / "seeds/facts").glob("*.yml"):
        path.write_text(f"source: rain-report\n{path.read_text('utf-8')}", "utf-8")
    replaced(root / "seeds/settings.yml", "max_share_quoted: 0.95", "max_share_quoted: 0.98")
    return root


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_all_that_is_wrong_with_a_new_source_is_told_at_one_look(
    small: Path, article: Path
) -> None:
    files = add(small, article)
    assert problems(small) == []
    for slip in (slips := read_yaml(article / "slips.yml")):
        replaced(files[slip["file"]], slip["right"], slip["wrong"])
    told = "\n".join(f"{p.message}\n{p.help}\n{p.paste}" for p in problems(small))
    assert [slip["told"] for slip in slips if slip["told"] not in told] == []


def test_what_the_check_accepts_the_build_of_the_site_accepts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _of_one_source(copied(FIXED["rain"], tmp_path / "all"))
    for article in ARTICLES:
        add(root, article)
    assert problems(root) == []
    monkeypatch.setitem(FIXED, "all", root)
    assert (built_by_mkdocs("all", tmp_path / "built", "", "  - index.md") / "index.html").is_file()


def named(name: str) -> Path:
    return next(article for article in ARTICLES if article.name == name)


def test_a_source_of_another_language_leaves_the_pages_theirs(small: Path) -> None:
    """Whatever the order of their names: aviso-temporal comes before rain-report."""
    add(small, named("aviso-temporal"))
    assert load(small)[0].written_in == "en"


def test_all_ids_that_a_block_names_in_vain_are_told_together(small: Path) -> None:
    block = '{{ figures(anchors=false, ids=["rain-in-one-nigt", "tons", "rise-of-the-river"]) }}'
    append(small / "content/index.md", f"\n{block}\n")
    (told,) = problems(small)
    assert '"rain-in-one-nigt"' in told.message and '"tons"' in told.message
    ids = '"rain-in-one-night", "rise-of-the-river"'
    assert told.paste == f"{{{{ figures(anchors=false, ids=[{ids}]) }}}}"


def test_a_pronoun_that_may_mean_two_is_told_with_the_words_that_name_one(small: Path) -> None:
    text = "Jo Finch said that he would call Al Weir. “It is dry,” he said.\n"
    append(small / "seeds/sources/rain-report.txt", f"\n\n{text}")
    replaced(
        small / "seeds/facts/quotes.yml",
        "quotes:\n",
        "quotes:\n  - id: it-is-dry\n    text: It is dry,\n    kind: spoken\n    speaker: finch\n"
        "    attributed_by: he said.\n    evidence: “It is dry,” he said.\n",
    )
    people = "people:\n"
    for id, name in (("finch", "Jo Finch"), ("weir", "Al Weir")):
        said = "Jo Finch said that he would call Al Weir."
        people += f"  - {{id: {id}, name: {name}, description: A man., evidence: {said}}}\n"
    (small / "seeds/facts/more.yml").write_text(f"source: rain-report\n{people}", "utf-8")
    (told,) = (p for p in problems(small) if p.rule == "speaker-named")
    assert told.paste.endswith("    inferred: [speaker]\n") and "may mean" in told.help
    replaced(
        small / "seeds/facts/quotes.yml",
        "    attributed_by: he",
        f"{told.paste}    attributed_by: he",
    )
    assert not [p for p in problems(small) if p.rule == "speaker-named"]
    aside = "{exact: Jo Finch said that he, what: sentence, reason: background, note: "
    aside += "'A call to Al Weir was planned, Jo Finch said.'}"
    append(small / "seeds/sources/rain-report.yml", f"  - {aside}\n")  # what else it says
    assert {p.rule for p in problems(small)} <= {"sealed-sources"}


def test_days_without_a_year_are_named_where_two_sources_have_no_date(small: Path) -> None:
    committed(small)
    files = add(small, named("aviso-temporal"))
    assert not any("states no date" in note for note in check_site(small).notes)
    replaced(files["source"], "issued: 2025-10-22", "issued: not_stated")
    said = [note for note in check_site(small).notes if "states no date" in note]
    assert [note.split(":")[0] for note in said] == [
        "seeds/sources/aviso-temporal.yml",
        "seeds/sources/rain-report.yml",
    ] and "(jueves, martes, viernes)" in said[0]
    page = review(diff(small, "HEAD"), [], Deployment())
    assert page.count("states no date") == 1


def test_pages_that_grow_too_long_are_told_before_they_are_built(small: Path) -> None:
    """With the source, while anything is to be mended, and by what they have when nothing is."""
    committed(small)
    assert too_long(check_site(small), "HEAD") == []
    replaced(
        small / "seeds/settings.yml", "max_share_quoted:", "most_words: 600\nmax_share_quoted:"
    )
    committed(small)
    files = add(small, named("council-hearing"))
    (told,) = too_long(check_site(small), "HEAD")
    assert told.line and told.paste.startswith("most_words: ")
    replaced(files["source"], "issued: 2025-10-14", "issued: 14 October 2025")
    (told,) = too_long(check_site(small), "HEAD")
    assert "with council-hearing the pages will have" in told.message
    replaced(small / "seeds/settings.yml", "most_words: 600\n", told.paste.partition("bounds")[0])
    assert too_long(check_site(small), "HEAD") == []


def test_one_figure_is_given_for_pages_that_grow_too_long(small: Path) -> None:
    settings = small / "seeds/settings.yml"
    replaced(settings, "max_share_quoted:", "most_words: 600\nmax_share_quoted:")
    committed(small)
    files = add(small, named("council-hearing"))
    files["facts"].unlink()
    text = files["source"].read_text("utf-8")
    files["source"].write_text(f"{text[: text.index('set_aside:')]}set_aside: []\n", "utf-8")
    files["page"].write_bytes((FIXED["rain"] / "content/index.md").read_bytes())
    checked = check_site(small)
    (told,) = too_long(checked, "HEAD")
    page = review(diff(small, "HEAD"), checked.problems, Deployment())
    given = [line.strip() for line in page.split("\n") if line.strip().startswith("most_words: ")]
    assert {*given} == {told.paste.split("\n")[0]}


def test_what_a_quotation_said_that_is_gone_is_told_with_its_name(small: Path) -> None:
    add(small, named("bridge-transcript"))
    committed(small)
    facts = small / "seeds/facts/bridge-transcript.yml"
    text = facts.read_text("utf-8")
    start = text.index("  - id: hale-17-of-96")
    facts.write_text(text[:start] + text[text.index("  - id: hale-nothing") :], "utf-8")
    told = [p for p in _in_order(check_site(small), "HEAD") if "hale-17-of-96" in p.message]
    assert told and all("put it back" in p.help or "set_aside" in p.help for p in told)


@pytest.mark.parametrize("written", ["1", "fine-of-the-operator", "brandt"])
def test_a_citation_of_nothing_is_told_the_fact_that_has_the_words(
    small: Path, written: str
) -> None:
    page = add(small, named("council-hearing"))["page"]
    replaced(page, "[^fine]", f"[^{written}]")
    (told,) = problems(small)
    assert "[^fine], which has most of these words" in told.help


def test_the_note_on_a_quotation_that_is_set_aside_names_who_went_on(small: Path) -> None:
    """And nobody else: “…,” he added says of nobody who it was."""
    text = "Jo Finch spoke of Al Weir. “It is dry,” he added.\n"
    append(small / "seeds/sources/rain-report.txt", f"\n\n{text}")
    people = "people:\n"
    for id, name in (("finch", "Jo Finch"), ("weir", "Al Weir")):
        said = "Jo Finch spoke of Al Weir."
        people += f"  - {{id: {id}, name: {name}, description: A man., evidence: {said}}}\n"
    (small / "seeds/facts/more.yml").write_text(f"source: rain-report\n{people}", "utf-8")
    entry = "  - {exact: 'It is dry,', what: quotation, reason: background, note: %s said so.}\n"
    append(small / "seeds/sources/rain-report.yml", entry % "Jo Finch")
    asked = ("aside-as-said", "people-borne-out")
    assert not [p for p in problems(small) if p.rule in asked]
    replaced(small / "seeds/sources/rain-report.yml", "note: Jo Finch", "note: Al Weir")
    (told,) = (p for p in problems(small) if p.rule in asked)
    assert '"Al Weir" (weir)' in told.message


# New sources, and the notes that an editor writes on what their first summary sets aside, by how
# the words begin.
FIRST_SAVES = {
    "council-hearing": {
        "By Ann Lee": "By Ann Lee for the Harbour Gazette, 14 October 2025.",
        "He rejected": "He did not want a second boat.",
    },
    "werk-mitteilung": {
        "Lahr, 3.": "Lahr, 3 November 2025.",
        "Der Betriebsrat": "The works council welcomed the decision.",
        "Eine Förderung": "It gets no money from the state for that.",
    },
    "aviso-temporal": {
        "Aviso": "The headline, an orange warning of rain.",
        "No hay": "Nobody died.",
    },
    "bolts": {"Nobody": "Nobody asked who is to pay for it."},
    "pont": {
        "qui a dirigé": "She led the service until 2019.",
        "Les commerçants": "The shopkeepers are protesting.",
    },
}
SHORT = {
    "bolts": (
        "en",
        "The bridge needs 61 new bolts, the county said on Monday.\n\n“We watched it for years,”"
        " Ida Quill, who led the office until 2019, told a meeting. Nobody asked who would pay.\n",
    ),
    "pont": (
        "fr",
        "La préfecture a annoncé lundi 61 jours de travaux.\n\n« Nous n’avions pas le choix »,"
        " a dit Marie Blanc, qui a dirigé le service jusqu’en 2019. Les commerçants protestent.\n",
    ),
}


def first_save(root: Path, name: str) -> None:
    """Add a new source without a record, as the first save has it."""
    if name in SHORT:
        tag, text = SHORT[name]
        record = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(text.encode()).hexdigest())
        record = record.replace("issued: not_stated", "issued: 2025-10-14")
        record += "set_aside: []\n"
    else:
        text = (named(name) / "text.txt").read_text("utf-8")
        given = (named(name) / "source.yml").read_text("utf-8")
        seal = re.search(r"(?m)^sha256: .*$", given)
        assert seal
        record = f"{given[: given.index('set_aside:')]}{seal[0]}\nset_aside: []\n"
    (root / f"seeds/sources/{name}.txt").write_text(text, "utf-8")
    (root / f"seeds/sources/{name}.yml").write_text(record, "utf-8")


def taken_over(root: Path, name: str, page: str) -> None:
    """Put all that a first summary gives where it says, with the notes of an editor."""
    for given in re.findall(r"(?s)```yaml\n(.*?)```", page[page.index("<details>") :]):
        if given.startswith("# yaml-language-server"):
            facts = given.replace("    draft: true\n", "")
            (root / f"seeds/facts/{name}.yml").write_text(facts, "utf-8")
        elif given.startswith("set_aside:"):
            entries = yaml.safe_load(given)
            for entry in entries["set_aside"]:
                begins = (b for b in FIRST_SAVES[name] if entry["exact"].startswith(b))
                if entry["note"] == "not_stated":
                    entry["note"] = FIRST_SAVES[name][next(begins)]
            written = yaml.safe_dump(entries, allow_unicode=True)
            replaced(root / f"seeds/sources/{name}.yml", "set_aside: []\n", written)
        elif given.startswith("{{"):
            append(root / "content/index.md", f"\n{given}")
        elif given.startswith("# content/"):
            for path, line, block in re.findall(r"# (.*), line (\d+)\n(.*)\n", given):
                lines = (root / path).read_text("utf-8").split("\n")
                lines[int(line) - 1] = block
                (root / path).write_text("\n".join(lines), "utf-8")
        else:
            pytest.fail(given)


@pytest.mark.parametrize("name", FIRST_SAVES)
def test_what_the_first_summary_gives_leaves_only_what_it_asks(small: Path, name: str) -> None:
    """Whoever takes all of it over is asked at the second save for what the drafts leave to them,
    and for nothing else."""
    committed(small)
    first_save(small, name)
    checked = check_site(small)
    taken_over(small, name, review(diff(small, "HEAD"), checked.problems, Deployment()))
    path = f"seeds/facts/{name}.yml"
    records = re.split(r"(?m)^(?=  - id: )", (small / path).read_text("utf-8"))
    ends = [sum(r.count("\n") for r in records[: n + 1]) for n in range(len(records))]
    told = check_site(small)
    for problem in [*told.problems, *too_long(told, "HEAD")]:
        record = next((r for r, end in zip(records, ends, strict=True) if problem.line <= end), "")
        asked = problem.rule == "no-placeholders" or "# decide, attribution:" in record
        assert problem.path == path and asked, problem
