"""The rule on all of some things, where the words say so of a part of them, or of one side."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.both import both_sides, has_several, is_nobody, only_of
from ..text.folding import fold
from ..text.parts import Amount, parts_in, wholes_in
from ..text.polarity import is_meta, roots, stems
from ..text.voices import Sentence
from ..topic.agents import Organisation
from ..topic.apparatus import Reference
from ..topic.problems import Problem
from ..topic.roles import Mark, values
from ..topic.site import Site
from .beside import resting_beside
from .parties import belonging
from .registry import rule
from .rests import Said, resting
from .voices import agents_names

_SHARED = 2  # words that both have: of what it is said, and what


@rule(whole=False)
def part_not_whole(site: Site) -> Iterator[Problem]:
    """What the words say of some, most or three of several things is not said in our words of all,
    every one or none of them: in a record by its evidence, on a page by the facts cited in the
    sentence. Not where we say "some" too, or "not all" and "all but two". Nor is what is cited of
    one side said of both, of neither or of nobody; nor are three of several the only ones."""
    for said in (*resting(site), *resting_beside(site)):
        if both := _of_both(site, said):
            yield said.own.problem(
                f'this says "{both}", and the words that it rests on speak of one side',
                "name whom they speak of, or cite a fact on the other side too",
                said.text[:160],
            )
            continue
        if only := _only(said):
            yield said.own.problem(
                f'what this rests on says "{only[0]}" of these, and this says "{only[1]}"',
                f'say it with "{only[0]}", or in words that mean no more',
                said.text[:160],
            )
            continue
        if found := _whole(said):
            part, whole = found
            yield said.own.problem(
                f'what this rests on says "{part.word}" of these, and this says "{whole.word}"',
                f'say it with "{part.word}", or in words that mean no more',
                said.text[:160],
            )


def _of_both(site: Site, said: Said) -> str:
    """A word for both of two sides as the subject of a text, where all that it rests on is about
    one: nothing cited has a word for several, and one state alone, or who belongs to it, is named
    there besides those who say so; else empty."""
    both = both_sides(said.marked)
    texts = [*(text for text, _ in said.rests.exact), *said.rests.own, *said.rests.stated]
    if not both or is_meta(said.text) or any(map(has_several, texts)):
        return ""
    named = {
        one.whose
        for text, language in said.rests.exact
        for one in Sentence(fold(text), agents_names(site), language).mentions
    }
    records = [site.topic.records[n] for n in said.own.records if n in site.topic.records]
    ascribed = {v.value for record in records for v in values(record, Mark.ASCRIBED)}
    parties = {_party(site, who) for who in named - ascribed or named}
    elsewhere = any(isinstance(record, Reference) for record in records)
    if len(parties) != 1 or elsewhere:
        return ""
    party = site.topic.records.get(*parties)
    state = isinstance(party, Organisation) and party.type == "state"
    return both if state or not is_nobody(both) else ""  # nobody is more than the other side


def _party(site: Site, who: str) -> str:
    """The state to which somebody belongs, or else the last of those to whom they do."""
    all_of = [*belonging(site, who)]
    agents = ((one, site.topic.records.get(one)) for one in all_of)
    states = [n for n, one in agents if isinstance(one, Organisation) and one.type == "state"]
    return states[0] if states else all_of[-1]


def _only(said: Said) -> tuple[str, str] | None:
    """A word for some of several in the words cited, and the words that say they are all."""
    texts = (text for text, _ in said.rests.around)
    return next(filter(None, (only_of(said.marked, text) for text in texts)), None)


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
