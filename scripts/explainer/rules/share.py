"""The rule on how much of a source's own prose is published."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from ..text.bounds import Clauses
from ..text.clauses import condition_left_out
from ..text.folding import fold
from ..text.polarity import stems
from ..text.spans import Cover, Span, joined
from ..text.words import stands_in
from ..topic.evidence import MENTION
from ..topic.pieces import RUN
from ..topic.problems import Problem
from ..topic.roles import OWN, PRINTED, Mark, values
from ..topic.settings import Bound
from ..topic.site import Site
from ..topic.topic import SourceText
from . import paste
from .asides import Room
from .registry import rule
from .repeated import repeating, reword

_ROOM = 5  # other records that are named where room could be made
_JOINED = re.compile(
    r"(?:and|or|nor|if|unless|und|oder|wenn|falls|et|ou|si|s'il|y|e|o|u|a menos)\b", re.I
)
_LESS = "rest this on a clause that another record has"
_MORE = {  # whether over what is usual
    False: "put this into {}, in the place of the line there, which allows more",
    True: "put this into {}, in the place of the lines there, which allow more, with the reason why"
    " under bounds_raised:, which readers see",
}


@rule(whole=True)
def share_published(site: Site) -> Iterator[Problem]:
    """The site publishes no more of a source's own prose, what others say in it apart, than the
    settings allow (max_share_quoted); never the whole of its words."""
    bound = site.topic.settings.max_share_quoted
    for source in site.topic.sources.values():
        prose, everything, evidence = site.shares[source.id]
        if prose <= bound and everything < 1:
            continue
        if prose > max(bound, evidence) and (ours := repeating(site, source, RUN)):
            yield reword(
                source,
                ours,
                f"the site would publish {prose:.1%} of the own prose of {source.path}, and the"
                f" bound is {bound:.0%}; evidence has {evidence:.1%} of it, the rest are our own"
                f" words that repeat the source",
            )
            if evidence <= bound:
                continue
        yield too_much_published(site, source)


def too_much_published(site: Site, source: SourceText, among: Collection[str] = ()) -> Problem:
    """Says that evidence publishes more of a source than may be, at the record that alone has most
    of it, of those ``among`` which a change added or changed if any does."""
    bound = site.topic.settings.max_share_quoted
    prose, everything, evidence = site.shares[source.id]
    prose = evidence if evidence > bound else prose
    least = Decimal(math.ceil(prose * 100)) / 100
    passages, more = source.passages, bound < least < 1
    speech = sum(passages.count_words(*span) for span in passages.not_own)
    words = passages.count_words() - speech
    over = f", {math.ceil((prose - bound) * words)} words too many" if prose > bound else ""
    alone = _alone(site, source)
    counted = sorted(alone, key=lambda name: (-len(alone[name]), name))
    most = next(iter([*(n for n in counted if n in among), *counted]), "")
    own = " … ".join(passages.words(*run) for run in joined(alone[most])) if most else ""
    where = site.topic.where[most] if most else source.where
    others = ", ".join(
        f"{name} ({len(alone[name])})" for name in [n for n in counted if n != most][:_ROOM]
    )
    excess = math.ceil((prose - bound) * words)
    ways = [
        _LESS,
        *(_shorter(site, most, source, alone[most], excess) if most else ()),
        "make room elsewhere"
        + (f": words that one record alone publishes are in {others}" if others else ""),
    ]
    settings = site.topic.settings_where.path
    if more:
        ways.insert(0, f"{_MORE[least > paste.USUAL['max_share_quoted']].format(settings)}")
    problem = Problem(
        where.path if most else source.path,
        where.line("evidence") if most else 1,
        f"the site would publish {prose:.1%} of the own prose of {source.path}{over}; the"
        f" bound is {bound:.0%}, and never the whole ({everything:.1%} of all words)"
        + (f"; {len(alone[most])} of them no other record publishes" if most else ""),
        "; or ".join(ways),
        "",
        own,
    )
    raised: dict[Bound, Decimal] = {"max_share_quoted": least} if more else {}
    return problem._replace(paste=paste.bounds(site.topic.settings, raised))


def _shorter(
    site: Site, name: str, source: SourceText, alone: list[Span], excess: int
) -> Iterator[str]:
    """On which clause of its evidence a record could rest alone, where what else its sentence says
    could be set aside and that is enough: all that is marked, printed and told of it stays, and so
    does what "and", "or" or a condition joins to it."""
    evidence = site.evidence.of(name, "evidence")
    if len(evidence) != 1 or len(evidence[0].spans) != 1 or evidence[0].source != source.id:
        return
    whole, passages = evidence[0].spans[0], source.passages
    printed = (v.value for v in values(site.topic.records[name], PRINTED))
    needed = [*evidence[0].highlight, *(text for text in printed if isinstance(text, str))]
    told = {
        one
        for v in values(site.topic.records[name], OWN)
        if v.spec.marks & {Mark.UNIQUE, Mark.STATES}
        for one in stems(str(v.value))
    } & {*stems(passages.words(*whole))}
    clauses = Clauses(passages, whole)
    begins = [word.start for word in passages.words_in(*whole)][1:]
    cuts = [part.start for part in clauses if part.start in begins]
    held, room = Cover([whole]), Room(site)
    for cut in reversed(cuts):  # what comes last is most often what could be left out
        words = [*passages.words_in(whole.start, cut)]
        kept = passages.widened(words[0].start, words[-1].end)
        rest = Span(cut, whole.end)
        said = passages.words(*kept)
        if (
            clauses.parts_before(cut)
            and not any(clauses.fault((part,)) for part in (kept, rest))
            and all(stands_in(fold(text), fold(said)) for text in needed)
            and told <= {*stems(said)}
            and not _JOINED.match(passages.words(*rest))
            and not condition_left_out(passages, *kept)
            and sum(rest.start <= word.start for word in alone) >= excess
            and passages.count_words(*rest) <= room.left
            and held.holds(rest)
        ):
            yield f"rest this on “{said}” alone, and set “{passages.words(*rest)}” aside"
            return


def _alone(site: Site, source: SourceText) -> dict[str, list[Span]]:
    """The words of a source's own prose that one record alone publishes, by the record."""
    speech, holders = Cover(source.passages.not_own), dict[Span, set[str]]()
    for name, places in site.evidence.placed.items():
        spans = [
            span
            for key, placed in places.items()
            if placed.source == source.id and key[0] != MENTION
            for span in placed.spans
        ]
        for span in spans if not site.topic.records[name].draft else ():
            for word in source.passages.words_in(*span):
                if not speech.touches(word):
                    holders.setdefault(word, set()).add(name)
    found: dict[str, list[Span]] = {}
    for word, names in sorted(holders.items()):
        if len(names) == 1:
            found.setdefault(next(iter(names)), []).append(word)
    return found
