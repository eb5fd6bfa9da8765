"""What a reader of the fixed sites in tests/topics can know of their records, and no program can
work out: which of them nothing would miss, and whose words might be taken for somebody else's.

The lists are exact, so a rule that grows blind shows here as one that sees more. What is asked of
the real records is in test_real_records.
"""

from __future__ import annotations

import pytest
from explainer.topic.problems import as_text
from sites import FIXED, first_problem, may_be_given_to, others, topic, without

_ROW = "its words serve other records too, or it has none; the row is what the editors ask of them"
_POSITION = "a position drawn from words on which something else rests as well"
_TERM = "a word explained; the sentence serves other records too"
_SAME_SENTENCE = "one of several records of the same sentence, each saying something else of it"
_INSIDE = "a quotation within another one, which has all its words"
_BETWEEN = "what it is between stands without it"
_NAMED = "named in the source, but speaks, holds and does nothing that a record names"
_BACKGROUND = "not of the source, and cited nowhere"
_CORRECTION = "the site is whole without it; `explainer diff` owes it to the readers"
_DRAFT = "a draft, which nothing may rest on"
HARMLESS = {
    "bruecke": {"stadt": _NAMED},
    "council": {"signed": _SAME_SENTENCE},
    "ferry": {
        "ines-maro": _NAMED,
        "okonjo-bridge": _POSITION,
        "compare-storms": _ROW,
        "compare-who-pays": _ROW,
        "conflict-land": _BETWEEN,
        "term-strait": _TERM,
        "term-passengers": _TERM,
        "term-chirp": _TERM,
        "ref-ferries": _BACKGROUND,
        "correction-of-delays": _CORRECTION,
    },
    "lake": {
        "council-against-opening": _POSITION,
        "not-decided": _DRAFT,
        "whom-it-suits": _ROW,
        "clean-or-premature": _BETWEEN,
        "correction-of-monday": _CORRECTION,
        "addition-of-swans": _CORRECTION,
    },
    "pier": {"harbour-office": _NAMED, "traders": _NAMED, "until-spring": _INSIDE},
    "rain": {
        "night-of-rain": _SAME_SENTENCE,
        "mayor-on-the-flood": _POSITION,
        "compare-who-wants-it": _ROW,
        "warning-or-sponge": _BETWEEN,
        "term-wall": _TERM,
        "ref-rainfall": _BACKGROUND,
        "correction-1": _CORRECTION,
    },
    "two-sources": {"council": _NAMED},
}


@pytest.mark.parametrize("name", FIXED)
def test_no_record_can_go_unnoticed(name):
    read = topic(name)
    for record in read.records:
        missed = first_problem(without(read, record))
        if record in HARMLESS[name]:
            assert not missed, f"{record} is missed after all:\n{as_text([missed])}"
        else:
            assert missed, f"nothing misses {record}"


@pytest.mark.parametrize("name", FIXED)
def test_no_quotation_changes_hands(name):
    read = topic(name)
    passed = {
        (quote.id, other)
        for quote in read.of_kind("quotes")
        for other in others(read, quote.id)
        if may_be_given_to(read, quote.id, other)
    }
    assert passed == set()


def test_the_lists_name_records():
    for name, listed in HARMLESS.items():
        assert listed.keys() <= topic(name).records.keys()
