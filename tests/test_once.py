"""Each thing once: a record whole on one page, a quotation on few, pages that are soon read; and
what readers see of evidence: whole clauses, marked, and the place of what is only named.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from explainer.commands.build import build_site
from explainer.rules.built import audit
from explainer.rules.once import MOST_PAGES, Once
from explainer.site.catalog import Catalog, Deployment
from explainer.site.labels import marked
from explainer.text.bounds import Clauses
from explainer.text.passages import Passages
from explainer.text.spans import Cover, Span
from explainer.topic.evidence import Placed
from pages import FILES, PAGES, called
from sites import SITES, copied, whole

SAID = "Our goal here is a bridge, and a bridge takes time"
SCREENS, WIDTH, HEIGHT = 8, 390, 844  # a phone's


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(SITES["ferry"], tmp_path_factory.mktemp("once"))
    assert build_site(root)[0].problems == []
    return root / "build/docs"


def read(*bodies: str) -> list[str]:
    once = Once(whole("ferry"))
    for i, body in enumerate(bodies):
        once.read(f"{i}/index.html", f"<html><main id=x>{body}</main></html>")
        once.count(f"{i}.md", body)
    return list(once.faults())


def test_a_quotation_is_on_few_pages():
    page = f"<p>She said: “{SAID}”.</p>"
    assert read(*[page] * MOST_PAGES) == []
    (fault,) = read(*[page] * (MOST_PAGES + 1))
    assert '"okonjo-takes-time" are on 5 pages' in fault
    notes = f'<p>No.</p><details class="notes"><p>{SAID}</p></details>'
    index = f'<div class="block record-index"><p>{SAID}</p></div>'
    ear = f'<p>No.<span class="vh">{SAID}</span></p>'
    assert read(*[page] * MOST_PAGES, notes, index, ear) == []


def test_pages_have_so_many_words_together():
    assert read("word " * 5000, "word " * 5000) == []
    (fault,) = read("word " * 5000, "word " * 5001)
    assert "10,001 words together" in fault and "allow 10,000" in fault


def test_elsewhere_a_record_is_a_line_and_a_link(staged):
    page = (staged / "people/tomas-lindqvist.md").read_text("utf-8")
    assert 'class="block lines"' in page and "#lindqvist-land" in page
    assert "<article" not in page and "blockquote" not in page


def test_a_stance_has_its_note_and_a_work_says_what_it_confirms_at_its_place(tmp_path):
    root = copied(SITES["lake"], tmp_path)
    facts = root / "seeds/facts/facts.yml"
    stance = "    statement: Takes the water for clean.\n"
    more = f"{stance}    note: He is alone in this.\n    references: ref-water\n"
    facts.write_text(facts.read_text("utf-8").replace(stance, more), "utf-8")
    assert build_site(root)[0].problems == []
    pages = [path.read_text("utf-8") for path in (root / "build/docs").rglob("*.md")]
    (matrix,) = (page for page in pages if 'class="block matrix"' in page)
    _, _, row = matrix.partition('id="warden-for-opening"')
    row = row.partition("</td>")[0]
    assert "He is alone in this." in row and re.search(r"See also: <a [^>]*#ref-water", row)
    confirmed = [page for page in pages if "clean a year before" in re.sub(r"\[\^.*", "", page)]
    assert len(confirmed) == 1 and 'class="block references"' in confirmed[0]


def test_an_old_address_leads_on_and_may_be_published(staged, tmp_path):
    page = (staged / "old/said/index.html").read_text("utf-8")
    assert 'content="0; url=../../people/#clara-okonjo"' in page and "noindex" in page
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert audit(tmp_path) == []
    assert "old/said" not in (staged / "data/search.json").read_text("utf-8")


def test_what_decides_is_marked_and_a_name_is_a_place(staged):
    facts = json.loads((staged / "data/facts.json").read_text("utf-8"))
    (claim,) = [one for one in facts["claims"] if one["id"] == "okonjo-changed-course"]
    assert claim["evidence"][0]["highlight"] == ["change of course"]
    (chirp,) = [one for one in facts["organisations"] if one["id"] == "chirp"]
    assert chirp["mention"] is True and chirp["evidence"][0]["exact"] == "Chirp"
    (post,) = [one for one in facts["organisations"] if one["id"] == "island-post"]
    assert (post["evidence"][0]["prefix"], post["evidence"][0]["paragraph"]) == ("", 4)
    home = (staged / "index.md").read_text("utf-8")
    assert "her <mark>change of course</mark>&#58;</q>" in home
    people = (staged / "people.md").read_text("utf-8")
    assert 'example, in the article, <a href="../record/#ferry.p5.s1">' not in people
    named = (
        'example, in </span><a href="../record/#ferry.p1.s1">paragraph 1<span class="vh">, sentence'
    )
    assert named in people


def test_marks_keep_the_letters_of_the_source():
    placed = Placed("x", 1, 1, 1, "She said “no” twice.", "", "", (), ('"no"',))
    assert marked(placed, str) == "She said <mark>“no”</mark> twice."


def test_a_mention_covers_and_counts_nothing():
    site = whole("ferry")
    passages = site.topic.sources["ferry"].passages
    (at,) = passages.find("Chirp")
    own = [p for p in site.evidence.placed["chirp"].values()]
    assert own[0].spans == at and site.evidence.of("chirp") == []
    assert not Cover(site.spans()["ferry"]).touches(Span(0, 0))
    catalog = Catalog(site, Deployment())
    assert ("chirp", "mention") in catalog.sentences.records["ferry", 5, 2]


@pytest.mark.parametrize(
    ("text", "piece", "fault"),
    [
        ("The harbour office closed the pier on Tuesday.", "closed the pier", "middle"),
        ("People fear the flood, and they stay.", "and they stay.", ""),
        ("He stays because people fear the flood.", "because people fear the flood.", ""),
        (
            "Ann, whose house burned down, said that Ben may go.",
            "Ann, […] said that Ben may go.",
            "",
        ),
        ("Ann, whose house burned down, said that Ben may go.", "Ben may go.", "whose"),
        ("They met Ben, who is wanted abroad, on Monday.", "Ben, who is wanted abroad,", ""),
        ("They met Ben, who is wanted abroad, on Monday.", "is wanted abroad,", "middle"),
        ("They met Ben, who is wanted abroad, on Monday.", "who is wanted abroad,", "subject"),
        ("“Who pays for it all?” Ann said.", "Who pays for it all?", ""),
        ("On the other hand, the dam held.", "On the other hand,", "phrase"),
        ("La mairie a vendu le moulin, et il pleut.", "La mairie a vendu le moulin,", ""),
    ],
)
def test_what_is_a_whole_clause(text, piece, fault):
    passages = Passages(text, "fr" if text.startswith("La") else "en")
    (spans,) = passages.find(piece)
    said = Clauses(passages, Span(spans[0].start, spans[-1].end)).fault(spans)
    assert (fault in said) if fault else said == ""


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("url", PAGES, ids=called)
def test_no_page_is_longer_than_eight_screens_of_a_phone(page, url):
    """With its folds closed; the index of all records is apart."""
    if "{{ index(" in Path(FILES[url]).read_text("utf-8"):
        pytest.skip("the index of records")
    tab = page(url, width=WIDTH, height=HEIGHT)
    height = tab.evaluate("document.querySelector('main').getBoundingClientRect().height")
    assert height <= SCREENS * HEIGHT, f"{height / HEIGHT:.1f} screens"
