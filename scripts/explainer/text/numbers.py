"""Numbers as texts print them: found in running text, and read as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import normalize, numeric

from .languages import Language

_SPACES = " \u00a0\u202f\u2009"


_LONGEST = 200  # characters; a million trillion trillion … would be more than a Decimal holds


_DASHES = "-‐‑–—"


_FRACTIONS = "¼-¾⅐-⅞"


_MONEY = "[$€£¥]"


class Reading(NamedTuple):
    """What a printed number means; ``maximum`` only where it is a range."""

    value: Decimal
    maximum: Decimal | None = None


@cache
def _patterns(
    thousands: str,
    decimal: str,
    numbers: tuple[str, ...],
    after: tuple[str, ...],
    scales: tuple[str, ...],
    percent: tuple[str, ...],
    to: tuple[str, ...],
    joins: tuple[str, ...],
    parts: tuple[str, ...],
    suffixes: tuple[str, ...],
) -> tuple[re.Pattern[str], ...]:
    """What makes a percentage, a whole printed number, and any number in running text, for one
    language.
    """

    def either(words: tuple[str, ...]) -> str:
        forms = {form for w in words for form in (w, normalize("NFD", w))}
        return "|".join(re.escape(w) for w in sorted(forms, key=lambda w: (-len(w), w))) or "(?!)"

    group = f"[{re.escape(thousands)}{_SPACES if thousands.isspace() else ''}’']"
    digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{re.escape(decimal)}\d+)?|\d*[{_FRACTIONS}]|\d+(?:{re.escape(decimal)}\d+)?"
    word = rf"(?:{either(numbers)})(?:[{_DASHES} ](?:{either(numbers + after)}))?"
    scaled = rf"(?:[{_DASHES}{_SPACES}](?:{either(scales)})\b)"
    scale = f"{scaled}*"
    more = (  # two hundred and fifty thousand
        rf"(?:[{_SPACES}](?:(?:{either(joins)})[{_SPACES}])?(?:{word}){scale})*"
    )
    words = rf"\b(?:{either(parts)})[{_SPACES}](?:{either(scales)})\b|\b(?:{either(after)}){scaled}+{more}\b|\b(?:{word})(?:{scaled}+{more})?\b|\b(?:{either(scales)}){scale}{more}\b"
    behind_digits = (  # 1.2bn, 4,8 Mio
        rf"[{_SPACES}]?(?:{either(tuple(s for s in suffixes if len(s) > 1))})\b"
    )
    one = rf"(?:(?:{digits})(?:{behind_digits}|(?:{either(suffixes)})\b|{scale})|{words})"
    share = rf"(?:[{_SPACES}]?(?:{either(percent)}))?"
    between = rf"(?:(?P<ratio>[{_DASHES}](?:{either(to)})[{_DASHES}]|:)|[{_SPACES}](?:{either(to)}|and)[{_SPACES}]|[{_SPACES}]?[–—-][{_SPACES}]?)"
    money = rf"(?:[A-Z]{{0,3}}{_MONEY})?"
    whole = rf"(?P<sign>[-−+]?){money}(?P<first>{one}){share}(?:{between}{money}(?P<second>{one}))?{share}"
    ratio = rf"(?:[{_DASHES}](?:{either(to)})[{_DASHES}](?:{digits}))?"
    first = re.escape(
        "".join(
            sorted(
                {
                    normalize(form, w)[0]
                    for w in numbers + after + scales + parts
                    for form in ("NFC", "NFD")
                }
            )
        )
    )  # most places need no closer look
    anywhere = rf"(?=[\d{_FRACTIONS}{first}+−-])(?:(?<={_MONEY})(?:{digits})[{_SPACES}]?(?:{either(suffixes)})\b|(?:(?<![\w.,])[-−+])?(?:{digits})(?:{behind_digits}|{ratio}{scale})|\b(?:{either(scales)})s\b|{words})"
    behind = rf"[{_SPACES}]?(?:{either(percent)})(?!\w)"
    return tuple(re.compile(p, re.I) for p in (behind, whole, anywhere))


def _for(marks: Language) -> tuple[re.Pattern[str], ...]:
    return _patterns(
        marks.thousands,
        marks.decimal,
        tuple(marks.numbers),
        tuple(marks.after),
        tuple(marks.scales),
        marks.percent,
        marks.to,
        marks.joins,
        tuple(marks.parts),
        tuple(marks.suffixes),
    )


def find_numbers(text: str, marks: Language) -> Iterator[re.Match[str]]:
    """Every run of digits and every number word in a text; 3-to-1, 1 million, two hundred and
    fifty, −5 and millions are each one number.
    """
    return _for(marks)[2].finditer(text)


def percent_sign(number: re.Match[str], marks: Language) -> str:
    """The percent sign or word behind a number found in a text, if there is one."""
    sign = _for(marks)[0].match(number.string, number.end())
    return sign.group() if sign else ""


def read_number(printed: str, marks: Language) -> Reading | None:
    """What a printed number means (million, thousands separators, 2.4-to-1, number words,
    percentages, ranges); None if it is none.
    """
    words = re.sub(
        rf"[{_DASHES}{_SPACES}]", " ", normalize("NFC", printed.strip().lower()[: _LONGEST + 1])
    )
    if share := marks.fractions.get(words.removeprefix("a ").removeprefix("one ")):
        return Reading(Decimal(share))
    match = _for(marks)[1].fullmatch(normalize("NFC", printed.strip()[: _LONGEST + 1]))
    if not match or len(match.group()) > _LONGEST:
        return None
    first = _value(match["first"], marks)
    if match["sign"] in ("-", "−"):
        first = -first
    if not match["second"]:
        return Reading(first)
    second = _value(match["second"], marks)
    if match["ratio"]:
        return (
            Reading(round(first / second, 6)) if second else None
        )  # as many places as a record may have
    scale = re.search(r"[^\W\d_]+$", match["second"])
    scales = marks.scales | marks.suffixes
    if scale and scale.group().lower() in scales and not re.search(r"[^\W\d_]", match["first"]):
        first *= scales[scale.group().lower()]  # "1 to 2 million" means millions for both
    return Reading(first, second) if first < second else None  # 5-4 is a score or a vote


def _value(printed: str, marks: Language) -> Decimal:
    text, share = printed.lower(), Decimal(1)
    for words, part in marks.parts.items():
        if text.startswith(words + " "):
            text, share = text[len(words) :], Decimal(part)
    total = group = Decimal(0)  # what is above the last thousand or million, and what is below
    for token in re.findall(rf"[^\W\d_]+|[{_FRACTIONS}]|\d[\d.,’'\u00a0\u202f\u2009 ]*\d|\d", text):
        if scale := marks.scales.get(token) or marks.suffixes.get(token):
            if scale < 1000:
                group = (group or 1) * scale
            elif group or not total:
                total, group = total + (group or 1) * scale, Decimal(0)
            else:
                total *= scale
        elif token in marks.numbers or token in marks.after:
            group += marks.numbers.get(token) or marks.after.get(token, 0)
        elif re.fullmatch(f"[{_FRACTIONS}]", token):
            group += round(Decimal(numeric(token)), 6)
        elif token[0].isdigit():
            plain = re.sub(rf"[{_SPACES}’']", "", token.replace(marks.thousands, ""))
            group += Decimal(plain.replace(marks.decimal, "."))
    return (total + group) * share
