"""The records of this repository, one by one, and what becomes of the site without any one of them.

Nothing here is a list of records: who adds one need not touch the tests. What can only be known by
reading is listed for the fixed sites, in test_fixed_records.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from explainer.rules.common import of_class, sentences_around
from explainer.rules.registry import RULES
from explainer.site.catalog import Catalog, Deployment, Views
from explainer.text.folding import fold
from explainer.text.spans import Cover, Span
from explainer.topic.model import Figure
from explainer.topic.problems import as_text
from explainer.topic.record import Record
from sites import REAL, first_problem, may_be_given_to, narrowed, others, run, topic, whole, without

pytestmark = pytest.mark.real

READ = topic(REAL)
# The rules that a record must keep when it stands alone, so that no other one hides its fault.
BY_ITSELF = (
    "exact-words",
    "quoted-in-source",
    "speaker-required",
    "quotation-order",
    "quotation-attribution",
    "value-as-printed",
    "complete-rows",
    "conflict-of-two",
    "valid-dates",
)


def test_each_record_by_itself():
    alone = [narrowed(READ, record) for record in READ.records.values()]
    assert not (said := [problem for site in alone for problem in run(site, *BY_ITSELF)]), as_text(
        said
    )


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_all_records_together(rule):
    assert not (said := run(whole(REAL), rule)), as_text(said)


# --- removal --------------------------------------------------------------------------------------

# The fields in which a record names another one.
NAMES = (
    "speaker",
    "author",
    "shared_by",
    "said_via",
    "reported_by",
    "affiliation",
    "parent",
    "holder",
    "attribution",
    "participants",
    "about",
    "references",
    "between",
)


def named_by(record: Record) -> Iterator[str]:
    for part in (record, *getattr(record, "cells", {}).values()):
        for field in NAMES:
            value = getattr(part, field, None) or ()
            yield from (value,) if isinstance(value, str) else value


def named() -> dict[str, str]:
    """The records that something else names, with what does: a record, a source, a page."""
    site = whole(REAL)
    found = {new: f"the redirect {old}" for old, new in READ.redirects.items()}
    for name, record in READ.records.items():
        found |= {other: name for other in named_by(record) if other != name}
    for source in READ.sources.values():
        found |= dict.fromkeys(source.record.relies_on, source.id)
    for path, parts in site.outlines.items():
        linked = [to.removeprefix("fact:") for p in parts.paragraphs for to, *_ in p.links]
        listed = [other for block in parts.blocks for other in _chosen(block)]
        person = READ.pages[path].meta.person
        found |= dict.fromkeys([*parts.cited(), *linked, *listed, person], path)
    return found


def _chosen(block) -> list[str]:
    """The records that an editor has chosen for a block by their ids."""
    ids = block.arguments.get("ids", ())
    return [ids] if isinstance(ids, str) else list(ids)


def saying(name: str) -> dict[str, list[Span]]:
    """The words that a record rests on, by source; none if it only names what it speaks of."""
    found: dict[str, list[Span]] = {source: [] for source in READ.sources}
    if not READ.records[name].only_names and not READ.records[name].draft:
        for placed in whole(REAL).evidence.placed[name].values():
            found[placed.source] += placed.spans
    return found


def alone() -> dict[str, str]:
    """The records that are the only ones to have words of a sentence, a quotation or a number."""
    found = {}
    spans = {name: saying(name) for name in READ.records}
    for source in READ.sources.values():
        covers = {name: Cover(some[source.id]) for name, some in spans.items()}
        for part in (*source.passages.sentences, *source.passages.quoted, *source.passages.numbers):
            span = Span(part[0], part[1])
            having = [name for name, cover in covers.items() if cover.touches(span)]
            if len(having) == 1:
                found[having[0]] = source.passages.text[span.start : span.end]
    return found


def test_no_record_that_is_needed_can_go_unnoticed():
    """Needed is what something else names, and what alone has words that must be accounted for."""
    needed = alone() | named()
    # `explainer diff` owes a correction to those; nothing on the site needs them.
    names = [n for n in READ.records if n in needed and READ.kinds[n] != "corrections"]
    assert names
    unnoticed = [f"{n} ({needed[n]})" for n in names if not first_problem(without(READ, n))]
    assert unnoticed == []


# --- whose words ----------------------------------------------------------------------------------


def named_in(words: str) -> set[str]:
    """The people of whose names the last word appears in some words."""
    found = set()
    for person in READ.of_kind("people"):
        last = {fold(name).split()[-1] for name in (person.name, *person.alternate_names)}
        if last & set(re.findall(r"[\w-]+", fold(words))):
            found.add(person.id)
    return found


def test_no_quotation_changes_hands():
    """Where the words that attribute a quotation name its speaker, it can be given to nobody whom
    they do not name; where they say "he", only a human can see whose it is.
    """
    tried: Counter[str] = Counter()
    passed = []
    for quote in READ.of_kind("quotes"):
        said = named_in(" ".join(part.exact for part in quote.attributed_by))
        if {quote.speaker, quote.shared_by} & said:
            for other in others(READ, quote.id):
                if other not in said:
                    tried[quote.id] += 1
                    if may_be_given_to(READ, quote.id, other):
                        passed.append(f"{quote.id} to {other}")
    assert tried
    assert passed == []


def test_as_printed_a_number_has_a_word_of_its_sentence_or_the_one_of_its_card():
    site = whole(REAL)
    catalog = Catalog(site, Deployment("https://example.org/", "The site"))
    for figure in of_class(site, Figure):
        view = catalog.kind_of(figure.id).view(figure, Views(catalog, "index.md"))
        printed, said = view["qualifier_printed"], " ".join(sentences_around(site, figure.id))
        assert printed == view["qualifier_label"] or printed.lower() in said.lower(), figure.id
