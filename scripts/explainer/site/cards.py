"""Pictures for sharing."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont


@cache
def _font(size: int) -> Any:
    """Pillow's own font: part of a locked dependency, so pictures are the same everywhere and
    nothing is fetched."""
    return ImageFont.load_default(size)


@cache
def card(title: str, question: str, line: str) -> bytes:
    """A page's picture for sharing (Open Graph), 1200 by 630 pixels: its title, the question, and
    a line on the date it holds for."""
    image = _plain_card(question if question != title else "", line).copy()
    _write(image, _wrap(title, 72)[:4], 90, 72, 88, 1)
    out = io.BytesIO()
    image.save(
        out, "PNG", compress_type=3
    )  # run lengths suit flat colour: a quarter faster, hardly larger
    return out.getvalue()


@cache
def _plain_card(question: str, line: str) -> Image.Image:
    """What all pages' pictures have in common."""
    image = Image.new("P", (1200, 630), 0)
    image.putpalette(
        [250, 248, 243, 20, 24, 31, 90, 96, 106, 10, 104, 104, 156, 65, 12]
    )  # the site's own colours
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 600, 16), fill=3)
    draw.rectangle((600, 0, 1200, 16), fill=4)
    _write(image, _wrap(question, 36)[:2], 470, 36, 46, 2)
    _write(image, [line], 566, 28, 0, 2)
    return image


def _write(
    image: Image.Image, lines: list[str], top: int, size: int, height: int, colour: int
) -> None:
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((70, top + number * height), line, fill=colour, font=_font(size))


def _wrap(text: str, size: int) -> list[str]:
    """A text in lines of at most 1,060 pixels."""
    lines: list[str] = []
    for word in text.split():
        if lines and _font(size).getlength(f"{lines[-1]} {word}") <= 1060:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
