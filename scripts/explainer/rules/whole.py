"""The rule on all of some things, where the words say so of a part of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.parts import Amount, parts_in, wholes_in
from ..text.polarity import is_meta, roots, stems
from ..topic.problems import Problem
from ..topic.site import Site
from .beside import resting_beside
from .registry import rule
from .rests import Said, resting

_SHARED = 2  # words that both have: of what it is said, and what


@rule(whole=False)
def part_not_whole(site: Site) -> Iterator[Problem]:
    """What the words say of some, most or three of several things is not said in our words of all,
    every one or none of them: in a record by its evidence, on a page by the facts cited in the
    sentence. Not where we say "some" too, or "not all" and "all but two"."""
    for said in (*resting(site), *resting_beside(site)):
        if found := _whole(said):
            part, whole = found
            yield said.own.problem(
                f'what this rests on says "{part.word}" of these, and this says "{whole.word}"',
                f'say it with "{part.word}", or in words that mean no more',
                said.text[:160],
            )


def _whole(said: Said) -> tuple[Amount, Amount] | None:
    """A word for a part of something in the words cited, and that for the whole in a text."""
    wholes = wholes_in(said.marked)
    if not wholes or is_meta(said.text):
        return None
    around = [text for text, _ in said.rests.around]
    known = {one for text in around for whole in wholes_in(text) for one in whole.of[:1]}
    told = {*roots(stems(said.marked))}
    for whole in wholes:
        for part in (one for text in around for one in parts_in(text)):
            same = ({*whole.of[:1]} & {*part.of} or {*whole.of[1:2]} & {*part.of[:1]}) - known
            again = any(same & {*one.of[:2]} for one in parts_in(said.marked))
            theirs = {*roots(one for text in around if same for one in stems(text))}
            if same and not again and len(theirs & told) >= _SHARED:
                return part, whole
    return None
