"""Expressions of many words: put together so that they are quick, they find what a plain list
does.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from explainer.text import judging, polarity, speech
from explainer.text.languages import LANGUAGES, language
from explainer.text.wider_words import all_at_once
from explainer.text.words import one_of, under_letters
from hypothesis import given
from hypothesis import strategies as st

LISTS = [
    [*table] for code in LANGUAGES for table in (language(code).numbers, language(code).scales)
]
LISTS += [[*all_at_once(language("en")).numbers.numbers], [*all_at_once(language("de")).wider.nth]]


def plain(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@pytest.mark.parametrize("words", LISTS, ids=lambda words: f"{len(words)} from {words[0]}")
def test_a_list_of_words_finds_the_longest_at_each_place(words):
    text = " ".join((*words, *map("".join, pairwise(words))))
    quick, slow = (re.compile(e, re.IGNORECASE) for e in (one_of(words), plain(words)))
    assert quick.findall(text) == slow.findall(text)
    assert all(quick.fullmatch(word) for word in words)


@given(st.lists(st.text("abundé -", min_size=1, max_size=5), min_size=1), st.text("abundé -"))
def test_any_words_are_found_as_in_a_plain_list(words, text):
    assert re.findall(one_of(words), text) == re.findall(plain([*{*words}]), text)


def test_no_words_are_found_nowhere():
    assert not re.search(one_of([]), "words")


@pytest.mark.parametrize(
    "expression",
    [
        judging._ENGLISH,
        judging._GERMAN,
        polarity._NEGATIVE_WORDS,
        polarity._UNSURE_WORDS,
        r"a|ab?|a?b|(?:x|a)y|[a|b]c|\|d|(a(b|c)|d)|éa|éb",
    ],
)
def test_words_under_letters_find_the_same_in_the_same_order(expression):
    text = " ".join((*re.findall(r"\w+", expression), "ab ay ac |d abd éa éb", speech.SAYS.pattern))
    for flags in (0, re.IGNORECASE):
        quick, slow = (
            [m.span() for m in re.finditer(rf"\b(?:{e})", text, flags)]
            for e in (under_letters(expression), expression)
        )
        assert quick == slow
