"""Pictures for sharing: what is written on them, and that it can be read there."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from explainer.commands.build import build_site
from explainer.site.cards import answer_of, card, missing, page_card, unwritten
from explainer.topic.site import Site
from PIL import Image
from sites import SITES, copied, topic

DAY = "2025-08-17"
LONG = "word " * 60
LETTERS = (
    "– — „ ‚ “ ” ‘ ’ « » … € £ ½ × • − ≥ ≤ ≈ ä ö ü ß é è ç ñ å ø œ æ š ž č ř ł ń ő ű ğ ş ı"
    " Жуковський їґє Ελλάδα ώ Việt ſ ₴ ▮ ■ ● ○"
)


def picture(*words: str) -> Image.Image:
    return Image.open(io.BytesIO(card(*words, DAY)))


def drawn(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part are not the paper's."""
    return sum(image.crop(box).histogram()[1:256])


def page(name: str, body: str, **settings: str) -> Site:
    read = topic(name)
    pages = {"index.md": replace(read.pages["index.md"], body=body)}
    return Site(replace(read, pages=pages, settings=read.settings.model_copy(update=settings)))


def test_the_fonts_have_the_letters_of_europe() -> None:
    assert missing(LETTERS) == ""


def test_what_the_fonts_lack_is_named_once() -> None:
    assert missing("橋 or bridge, 橋 or جسر") == "橋جسر"


def test_what_cannot_be_written_is_left_out_and_said() -> None:
    said = [*unwritten(page("rain", "# x\n", question="橋はいくら"))]
    assert len(said) == 1 and said[0].startswith("content/index.md: ")
    assert "leaves out the question" in said[0] and "no 橋 は い く ら (" in said[0]
    assert card("Words", "", "", "橋", DAY) == card("Words", "", "", "Words", DAY)


def test_many_letters_that_are_missing_are_not_all_named() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E20)))
    (said,) = unwritten(page("rain", "# x\n", question=letters))
    assert letters[9] not in said and "…" in said


def test_the_build_says_so(tmp_path) -> None:
    root = copied(SITES["rain"], tmp_path)
    settings = root / "seeds/settings.yml"
    settings.write_text(settings.read_text("utf-8").replace("too much rain", "橋"), "utf-8")
    checked, _ = build_site(root)
    assert not checked.problems
    assert [note for note in checked.notes if "picture for sharing" in note]


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("# x\n\n**Neither, so far.**[^mayor] More.\n", "Neither, so far."),
        ("# x\n\n**By May[^mayor] it was over.** More.\n", "By May it was over."),
        ("# x\n\nIt was **not** over.\n", ""),
        ("# x\n\nWords.\n\n**Bold.**\n", ""),
        ("# x\n", ""),
    ],
)
def test_the_answer_is_what_the_page_begins_with_in_bold(body: str, answer: str) -> None:
    site = page("rain", body)
    assert answer_of(site.outlines["index.md"]) == answer
    bare = page("rain", "# x\n").outlines["index.md"]
    parts = site.outlines["index.md"]
    assert (page_card(site, parts) == page_card(site, bare)) == (not answer)


@pytest.mark.parametrize(
    "words",
    [
        ("A title", "An answer.", "What it is.", "A question?"),
        (LONG, LONG, LONG, LONG),
        ("w" * 300, "w" * 300, "w" * 300, "w" * 300),
        ("W" * 300, "", "W" * 300, "W" * 300),
        (LETTERS, "", LETTERS, LETTERS),
    ],
)
def test_nothing_runs_out_of_the_picture_or_into_what_is_below(words: tuple[str, ...]) -> None:
    image = picture(*words[:3], f"{words[3]}?")
    assert image.size == (1200, 630)
    assert not drawn(image, (0, 17, 70, 630)) and not drawn(image, (1135, 17, 1200, 630))
    assert not drawn(image, (0, 606, 1200, 630))
    assert drawn(image, (70, 564, 1135, 606)), "the date"
    assert drawn(image, (70, 520, 1135, 556)), "the question"
    assert not drawn(image, (70, 502, 1135, 518)), "between answer and question"


def test_a_short_word_of_another_size_is_another_picture() -> None:
    """Each of the words is there."""
    words = ["Title", "Answer", "", "Question"]
    pictures = {card(*words[:i], "", *words[i + 1 :], DAY) for i in range(4)}
    assert len(pictures) == 4
