"""Pictures for sharing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from ..topic.pages import Outline
from ..topic.site import Site
from ..topic.words import words_of

_SIZE, _LEFT, _WIDTH, _INDENT = (1200, 630), 70, 1060, 34
_INK, _QUIET, _FIRST, _SECOND = 1, 2, 3, 4
# The site's own colours, in this order behind the paper's.
_PALETTE = [250, 248, 243, 20, 24, 31, 90, 96, 106, 10, 104, 104, 156, 65, 12]
_NAMED = 9  # letters of those that are missing
_FONTS = Path(__file__).parent / "fonts"


class Style(NamedTuple):
    """How a text is set: the font's file, its size, the height of a line, its colour, and how many
    lines there may be."""

    font: str
    size: int
    height: int
    colour: int
    lines: int


_TITLE = Style("DejaVuSerif-Bold.ttf", 54, 66, _INK, 3)
_ANSWER = Style("DejaVuSans.ttf", 38, 52, _INK, 4)
_DESCRIPTION = _ANSWER._replace(size=34, height=46, colour=_QUIET)
_QUESTION = Style("DejaVuSans.ttf", 27, 36, _INK, 1)
_DATE = _QUESTION._replace(colour=_QUIET)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of our own, so that pictures are the same everywhere and nothing is fetched."""
    return ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def answer_of(page: Outline) -> str:
    """The answer with which a page begins: the bold words at the head of its first paragraph."""
    first = next((p for p in page.paragraphs if not p.level), None)
    bold = first.stressed[0] if first and first.stressed else ""
    return bold if first and bold and first.text.startswith(bold) else ""


def unwritten(site: Site) -> Iterator[str]:
    """What pages' pictures leave out because the fonts lack letters of it, a line each."""
    for page in site.outlines.values():
        for what, words in _words(site, page).items():
            if letters := missing(words):
                yield (
                    f"{page.page.file}: the picture for sharing leaves out the {what}, since its"
                    f" fonts have no {' '.join(letters[:_NAMED])}"
                    f"{' …' if letters[_NAMED:] else ''} (see explainer/site/fonts/README.md)"
                )


def page_card(site: Site, page: Outline) -> bytes:
    """A page's picture for sharing."""
    return card(*_words(site, page).values(), _line(site))


def said_by(site: Site, page: Outline) -> str:
    """What the picture says, for those who cannot see it."""
    words, line = _words(site, page), _line(site)
    told = [words["title"], words["answer"] or words["description"], words["question"], line]
    return " ".join(text if text[-1:] in ".?!" else f"{text}." for text in dict.fromkeys(told))


def _line(site: Site) -> str:
    words = words_of(site.topic.written_in)
    return words("card", date=words.date(site.topic.as_of))


def _words(site: Site, page: Outline) -> dict[str, str]:
    return {
        "title": page.page.meta.title,
        "answer": answer_of(page),
        "description": page.page.meta.description,
        "question": site.topic.settings.question,
    }


def missing(text: str) -> str:
    """The letters of a text that the fonts have no sign for, each once."""
    return "".join(dict.fromkeys(filter(_is_missing, text)))


@cache
def _is_missing(letter: str) -> bool:
    drawn = [bytes(_font(_TITLE.font, 40).getmask(one)) for one in (letter, "\U0010ffff")]
    return drawn[0] == drawn[1]


@cache
def card(title: str, answer: str, description: str, question: str, line: str) -> bytes:
    """A page's picture for sharing (Open Graph), 1200 by 630 pixels: its title, its answer or else
    its description, the question of the site, a line on the date it holds for. What cannot be
    written is left out."""
    image = _plain(question if question != title else "", line).copy()
    draw = ImageDraw.Draw(image)
    top = 26 + _write(draw, _lines(title, _TITLE), _TITLE, _LEFT, 62)
    if answered := _lines(answer, _ANSWER, _WIDTH - _INDENT):
        end = _write(draw, answered, _ANSWER, _LEFT + _INDENT, top)
        middle = (top + end) // 2
        for begin, bottom, colour in ((top, middle, _FIRST), (middle, end, _SECOND)):
            draw.rectangle((_LEFT, begin + 4, _LEFT + 8, bottom + 4), fill=colour)
    else:
        _write(draw, _lines(description, _DESCRIPTION), _DESCRIPTION, _LEFT, top)
    out = io.BytesIO()
    image.save(
        out, "PNG", compress_type=3
    )  # run lengths suit flat colour: a quarter faster, hardly larger
    return out.getvalue()


@cache
def _plain(question: str, line: str) -> Image.Image:
    """What all pages' pictures have in common."""
    image = Image.new("P", _SIZE, 0)
    image.putpalette(_PALETTE)
    draw = ImageDraw.Draw(image)
    for left, colour in ((0, _FIRST), (600, _SECOND)):
        draw.rectangle((left, 0, left + 600, 16), fill=colour)
    _write(draw, _lines(question, _QUESTION), _QUESTION, _LEFT, 518)
    _write(draw, [line], _DATE, _LEFT, 564)
    return image


def _write(draw: ImageDraw.ImageDraw, lines: list[str], style: Style, left: int, top: int) -> int:
    """Write some lines; returns where they end."""
    font = _font(style.font, style.size)
    for number, line in enumerate(lines):
        draw.text((left, top + number * style.height), line, fill=style.colour, font=font)
    return top + len(lines) * style.height


def _lines(text: str, style: Style, width: int = _WIDTH) -> list[str]:
    """A text in lines of so many pixels; one that has too many lines ends with an ellipsis, one
    that cannot be written has none."""
    if missing(text):
        return []
    length = _font(style.font, style.size).getlength
    lines: list[str] = []
    for word in _pieces(text, length, width):
        if lines and length(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > style.lines:
        last = lines[style.lines - 1]
        while length(f"{last} …") > width:
            last = last[:-1]
        lines[style.lines - 1 :] = [f"{last.rstrip(' .,;:')} …"]
    return lines


def _pieces(text: str, length: Callable[[str], float], width: int) -> Iterator[str]:
    """The words of a text; what is longer than a line is cut where the line is full."""
    for word in text.split():
        while length(word) > width:
            end = next(n for n in range(2, len(word) + 1) if length(word[:n]) > width) - 1
            yield word[:end]
            word = word[end:]
        yield word
