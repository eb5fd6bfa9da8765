"""Numbers as they are printed in each language: read, found in running text, and not mistaken."""

from __future__ import annotations

from decimal import Decimal

import pytest
from explainer.text.languages import LANGUAGES, language
from explainer.text.numbers import find_numbers, read_number
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import SITES, topic

QUICK = settings(max_examples=200, deadline=None)
TAGS = st.sampled_from([*LANGUAGES, "pl"])  # one that has only the default
whole_numbers = st.integers(0, 10**12)
decimals = st.decimals(0, 10**9, places=3, allow_nan=False).map(lambda d: d.normalize() + 0)


def printed(value: Decimal | int, tag: str, group: bool = True) -> str:
    """A value as a text in that language prints it."""
    marks = language(tag)
    whole, _, part = f"{value:,f}".partition(".")
    return whole.replace(",", marks.thousands if group else "") + (
        marks.decimal + part if part else ""
    )


def found(text: str, tag: str) -> list[str]:
    return [match.group() for match in find_numbers(text, language(tag))]


@QUICK
@given(TAGS, st.one_of(whole_numbers, decimals), st.booleans())
def test_a_number_printed_is_read_as_it_was(tag, value, group):
    text = printed(Decimal(value), tag, group)
    assert read_number(text, language(tag)) == (Decimal(value), None)
    assert found(f"({text})", tag) == [text]


@QUICK
@given(TAGS, decimals, st.sampled_from(["-", "−"]))
def test_a_sign_counts(tag, value, sign):
    assert read_number(sign + printed(value, tag), language(tag)).value == -value
    assert found(f"It was {sign}{printed(value, tag)} there.", tag) == [sign + printed(value, tag)]


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.integers(1, 999), st.data())
def test_millions_and_their_like(tag, value, data):
    marks = language(tag)
    word = data.draw(st.sampled_from(sorted(marks.scales)))
    text = f"{value} {word}"
    assert read_number(text, marks) == (value * marks.scales[word], None)
    assert found(f"x {text} y", tag) == [text]
    assert read_number(text.upper(), marks) == (value * marks.scales[word], None)


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.data())
def test_number_words(tag, data):
    marks = language(tag)
    word = data.draw(st.sampled_from(sorted(marks.numbers)))
    assert read_number(word, marks) == (marks.numbers[word], None)
    assert found(f"x {word} y", tag) == [word]
    assert found(f"x{word}y", tag) == []


@QUICK
@given(TAGS, whole_numbers, whole_numbers)
def test_ranges(tag, low, high):
    marks = language(tag)
    assert read_number(f"{printed(low, tag)}–{printed(high, tag)}", marks) == (
        (low, high) if low < high else None
    )


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.integers(1, 10**6), st.integers(1, 10**6))
def test_ratios(tag, a, b):
    marks = language(tag)
    text = f"{printed(a, tag)}-{marks.to[0]}-{printed(b, tag)}"
    assert read_number(text, marks).value == round(Decimal(a) / b, 6)
    assert found(f"x {text} y", tag) == [text]


@QUICK
@given(st.text(max_size=60), TAGS)
def test_any_text_can_be_asked(text, tag):
    read_number(text, language(tag))
    for match in find_numbers(text, language(tag)):
        assert match.group()


READ = [
    ("en", "1 million", 1_000_000, None),
    ("en", "2.4-to-1", "2.4", None),
    ("en", "3-to-1", 3, None),
    ("en", "400,000", 400_000, None),
    ("en", "$1.2 billion", 1_200_000_000, None),
    ("en", "twenty-one", 21, None),
    ("en", "forty one thousand", 41_000, None),
    ("en", "two dozen", 24, None),
    ("en", "two hundred thousand", 200_000, None),
    ("en", "two hundred and fifty", 250, None),
    ("en", "three hundred forty thousand", 340_000, None),
    ("en", "one million two hundred thousand", 1_200_000, None),
    ("en", "2 million million", 2_000_000_000_000, None),
    ("en", "half a million", 500_000, None),
    ("en", "10-to-3", "3.333333", None),
    ("en", "5-4", None, None),
    ("en", "£1.2bn", 1_200_000_000, None),
    ("en", "$900m", 900_000_000, None),
    ("en", "5k", 5000, None),
    ("en", "£3,000-£4,000", 3000, 4000),
    ("en", "$3–$4 million", 3_000_000, 4_000_000),
    ("en", "£300m and £350m", 300_000_000, 350_000_000),
    ("en", "US$5 million", 5_000_000, None),
    ("en", "10% to 15%", 10, 15),
    ("en", "a third", "0.333333", None),
    ("en", "Two-thirds", "0.666667", None),
    ("en", "half", "0.5", None),
    ("de", "4,8 Mio", 4_800_000, None),
    ("de", "zwei Drittel", "0.666667", None),
    ("de", "eine halbe Million", 500_000, None),
    ("fr", "un demi million", 500_000, None),
    ("en", "12 percent", 12, None),
    ("en", "12.5%", "12.5", None),
    ("en", "between 3 and 4", None, None),
    ("en", "1 to 2 million", 1_000_000, 2_000_000),
    ("en", "15–20", 15, 20),
    ("en", "two-million", 2_000_000, None),
    ("en", "million", 1_000_000, None),
    ("en", "½", "0.5", None),
    ("en", "2½ million", 2_500_000, None),
    ("en", "one", None, None),
    ("en", "many", None, None),
    ("en", "", None, None),
    ("de", "12,5 Millionen", 12_500_000, None),
    ("de", "14.000", 14_000, None),
    ("de", "vierundzwanzig", 24, None),
    ("de", "zwo\u0308lf", 12, None),
    ("de", "3 zu 1", None, None),
    ("de", "1 bis 3", 1, 3),
    ("de", "12,5 Prozent", "12.5", None),
    ("fr", "1\u202f200\u202f000", 1_200_000, None),
    ("fr", "1 200 000", 1_200_000, None),
    ("fr", "2,5 milliards", 2_500_000_000, None),
    ("fr", "deux cents", 200, None),
]


@pytest.mark.parametrize(
    ("tag", "text", "value", "maximum"), READ, ids=[f"{tag}: {text}" for tag, text, *_ in READ]
)
def test_read(tag, text, value, maximum):
    expected = (
        None if value is None else (Decimal(value), None if maximum is None else Decimal(maximum))
    )
    assert read_number(text, language(tag)) == expected


FOUND = [
    ("en", "One of them, and no one else, was first.", []),
    ("en", "Forty-one of 1,000 people", ["Forty-one", "1,000"]),
    ("en", "a million, or millions; two dozen", ["million", "millions", "two dozen"]),
    (
        "en",
        "two hundred and fifty of half a million; two and three",
        ["two hundred and fifty", "half a million", "two", "three"],
    ),
    ("en", "one hundred and the rest; half an hour", ["one hundred"]),
    ("en", "2025-08-17 at 10:30", ["2025", "08", "17", "10", "30"]),
    ("en", "The G7 met 3 times in 2024.", ["7", "3", "2024"]),
    ("en", "It fell by 5, not by -5 or −5.5.", ["5", "-5", "−5.5"]),
    ("en", "1 million and 400,000 and 3-to-1.", ["1 million", "400,000", "3-to-1"]),
    ("en", "Tension is often a bonus.", []),
    ("en", "£1.2bn, $5m and 400m of pipe, 3 mn", ["1.2bn", "5m", "400", "3 mn"]),
    ("en", "14.03.2024 or 12,0001", ["14.03", "2024", "12", "0001"]),
    ("de", "am 14.03.2024, 4,8 Mio. Euro", ["14", "03", "2024", "4,8 Mio"]),
    ("en", "¾ of it, or 2½", ["¾", "2½"]),
    ("de", "zwei von 14.000 Autos, Zweifel", ["zwei", "14.000"]),
    ("de", "zwo\u0308lf Busse", ["zwo\u0308lf"]),
]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"), FOUND, ids=[f"{tag}: {text[:30]}" for tag, text, _ in FOUND]
)
def test_found(tag, text, numbers):
    assert found(text, tag) == numbers


@pytest.mark.parametrize("name", SITES)
def test_every_figure_reads_as_its_value(name):
    read = topic(name)
    for figure in read.of_kind("figures"):
        marks = read.sources[read.source_of(figure, figure.evidence[0].source)].passages.language
        assert read_number(figure.value_text, marks) == (figure.value, figure.value_max), figure.id
