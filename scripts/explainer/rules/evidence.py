"""The rules on exact words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..text.folding import fold
from ..text.passages import GAP
from ..text.words import stands_in
from ..topic.problems import Problem
from ..topic.roles import SOURCE, values
from ..topic.site import Site
from .common import describe, sentences_around
from .registry import rule


@rule(whole=False)
def exact_words(site: Site) -> Iterator[Problem]:
    """Every text, evidence and attributed_by stands in its source word for word, once, as whole
    words with their punctuation; white space, Unicode composition, the shape of quotation marks and
    soft hyphens aside. A date_text or author_description stands in the sentences that those words
    are in.
    """
    told: set[str] = set()  # the files of which it was said that they do not name their source
    for name, key, selector, fault in site.evidence.faults:
        if fault.source is None:
            if not site.topic.sources or site.topic.where[name].path in told:
                # no source can be read, which is the fault to mend, or this was said of this file
                continue
            told.add(site.topic.where[name].path)
        elif (
            fault.source not in site.topic.sources
            and (site.topic.root / f"seeds/sources/{fault.source}.yml").is_file()
        ):
            continue  # that source cannot be read, which is the fault to mend
        source = site.topic.sources.get(fault.source or "")
        place = describe(source, fault.at) if source and fault.at >= 0 else ""
        yield site.problem(
            name, key, fault.message, fault.help, selector.exact, fault.nearest, place
        )
    yield from _verbatim(site)


def _verbatim(site: Site) -> Iterator[Problem]:
    """What else is a source's words: they appear in the sentences of the record's evidence."""
    for name, record in site.topic.records.items():
        for key, words, spec in values(record):
            if spec.role is not SOURCE or not isinstance(words, str):
                continue
            if record.draft or not site.evidence.placed[name]:
                continue
            if words != words.strip() or not any(
                stands_in(fold(words), s) for s in sentences_around(site, name)
            ):
                yield site.problem(
                    name,
                    key,
                    f"{spec.name} does not stand in the sentences of this record's evidence",
                    "copy the source's words, or cite the sentence that has them",
                    words,
                )


@rule(whole=False)
def nothing_turned_round(site: Site) -> Iterator[Problem]:
    """What […] leaves out is not just the word that turns a sentence round (not, no, never …): of
    six words or fewer none is one, nor are they part of one.
    """
    for name, places in site.evidence.placed.items():
        for key, placed in places.items():
            passages = site.topic.sources[placed.source].passages
            for a, b in pairwise(placed.spans):
                left = fold(passages.text[a.end : b.start])
                words = re.findall(r"\w+", left.lower())
                if len(words) <= 6 and (
                    passages.language.negations & set(words) or re.search(r"n't\b", left)
                ):
                    yield site.problem(
                        name,
                        key,
                        f'{GAP} leaves out "{left}", without which these words may say the'
                        " contrary",
                        "keep the words",
                        placed.exact,
                    )
