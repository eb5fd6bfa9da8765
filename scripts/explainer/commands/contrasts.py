"""Where a statement and its clause have words that mean the contrary of each other, or tell of
another number of things, or have the one do what the other does: each pair named.

What the rules refuse is certain; these lines are for what is only likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..rules.common import sentences_of_words
from ..rules.own_words import written_language
from ..rules.voices import agents_names
from ..text.directions import ways
from ..text.done_to import deeds
from ..text.folding import fold
from ..text.languages import Language
from ..text.opposites import contraries_between
from ..text.parts import parts_in, wholes_in
from ..text.polarity import stems
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity
from ..text.roles_named import may_be, roles_saying
from ..text.voices import Sentence
from ..topic.evidence import Placed
from ..topic.site import Site

_AFTER = re.compile(r"after|since|nach|nachdem|seit|après|depuis|tras|después|desde", re.I)
_BEFORE = re.compile(r"before|until|ahead of|vor|bevor|ehe|avant|antes|bis", re.I)
_NEAR = 6  # words


def contrasts(site: Site, text: str, placed: Sequence[Placed]) -> list[str]:
    """A line for each pair of words of which the sentences of some words have one and a text the
    other."""
    source = site.topic.sources[placed[0].source].passages.language
    clause, own = " ".join(sentences_of_words(site, placed)), written_language(site)
    pairs = [
        *(
            pair
            for pair in contraries_between(clause, fold(text))
            if not _same_order(clause, fold(text), *pair)
        ),
        *_which_way(clause, source, text, own),
        *_how_many(clause, text),
        *_how_exact(clause, source, text, own),
        *_crossed(site, clause, source, text, own),
    ]
    lines = [f'the clause has "{theirs}", the sentence "{ours}"' for theirs, ours in pairs]
    lines += (
        f'"{word}" speaks in the sentence, and no word of the clause is near that'
        for role, word, _ in roles_saying(text)
        if not may_be(role, clause)
    )
    return [*dict.fromkeys(lines)]


def _same_order(clause: str, text: str, theirs: str, ours: str) -> bool:
    """Whether a clause with "after" and a text with "before", or the other way round, have the same
    order: what stands behind the one stands before the other."""
    after = next((one for one in (theirs, ours) if _AFTER.fullmatch(one)), "")
    before = next((one for one in (theirs, ours) if _BEFORE.fullmatch(one)), "")
    if not (after and before):
        return False
    first, second = (clause, text) if after == theirs else (text, clause)
    earlier = stems(re.split(rf"(?i)\b{re.escape(after)}\b", first)[-1].split(",")[0])[:_NEAR]
    told_first = stems(re.split(rf"(?i)\b{re.escape(before)}\b", second)[0])[-_NEAR:]
    return bool({*earlier} & {*told_first})


def _which_way(
    clause: str, source: Language, text: str, own: Language
) -> Iterator[tuple[str, str]]:
    """Words by which a number goes up in the one and down in the other."""
    theirs = ways(clause, source)
    for one in ways(text, own):
        yield from ((o.word, one.word) for o in theirs if o.value == one.value and o.up != one.up)


def _how_many(clause: str, text: str) -> Iterator[tuple[str, str]]:
    """Words for a part of something and for the whole."""
    if wholes_in(text) and parts_in(clause) and not wholes_in(clause):
        yield parts_in(clause)[0].word, wholes_in(text)[0].word


def _how_exact(
    clause: str, source: Language, text: str, own: Language
) -> Iterator[tuple[str, str]]:
    """Numbers that one of the two has with a word on how exact they are, or each with another."""
    there, here = readable(clause, source), readable(text, own)
    theirs = find_quantities(there, source)
    for one in find_quantities(here, own):
        same = [other for other in theirs if other.values & one.values]
        if same and all(other.bound != one.bound for other in same):
            yield _with_its_word(there, same[0]), _with_its_word(here, one)


def _with_its_word(text: str, one: Quantity) -> str:
    """A number with the words right before it, if one of them says how exact it is."""
    before = " ".join(text[: one.start].split()[-2:])
    return f"{before} {one.text}" if one.bound else one.text


def _crossed(
    site: Site, clause: str, source: Language, text: str, own: Language
) -> Iterator[tuple[str, str]]:
    """Those who are named in both and of whom the other does it to the one; in which order alone
    says nothing."""
    names = agents_names(site)
    one, other = Sentence(clause, names, source), Sentence(fold(text), names, own)
    theirs, ours = named_as_written(site, one.text), named_as_written(site, other.text)
    there, here = ([*filter(b.__contains__, a)] for a, b in ((theirs, ours), (ours, theirs)))
    if {(d.whom, d.who) for d in deeds(one)} & {(d.who, d.whom) for d in deeds(other)}:
        yield ", ".join(map(theirs.__getitem__, there)), ", ".join(map(ours.__getitem__, here))


def named_as_written(site: Site, text: str) -> dict[str, str]:
    """Those who are named in a text, in order, each with the first name that it has for them."""
    text, found = fold(text), dict[str, str]()
    for one in Sentence(text, agents_names(site), written_language(site)).mentions:
        found.setdefault(one.whose, text[one.start : one.end])
    return found
