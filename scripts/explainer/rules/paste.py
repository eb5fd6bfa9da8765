"""Text that an editor need only put in its place: YAML that mends what is owed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import zip_longest

from ..text.spans import Cover, Span
from ..topic.evidence import MENTION, Evidence
from ..topic.settings import Bound, Settings
from ..topic.topic import Topic

_LONGEST = 300  # characters of a text that is put into an entry as a whole
_BESIDE = 6  # words on either side of what changed in a longer one
USUAL: dict[Bound, Decimal] = {
    "max_share_quoted": Decimal("0.6"),  # of a source's own prose
    "max_share_set_aside": Decimal("0.4"),  # of the words of all sources
    "most_words": Decimal(10_000),  # of all pages
}
Change = tuple[str, str]  # before and after; one of them may be empty


def place_of(topic: Topic, kind: str) -> str:
    """The file that has a kind of record, or would have it."""
    known = [topic.where[n].path for n, k in topic.kinds.items() if k == kind]
    if kind == "redirects":
        known = [topic.where[n].path for n in topic.redirects]
    return known[0] if known else "seeds/facts/corrections.yml"


def correction(name: str, changes: Iterable[Change], taken: Collection[str]) -> str:
    """An entry for each change of a record, with nothing left to fill in but what was wrong."""
    lines, ids = list[str](), {*taken}
    for before, after in changes:
        lines += [*_head(name, ids), "    what: ", sides(before, after).rstrip("\n")]
    return "".join(f"{line}\n" for line in lines)


def wording(name: str, taken: Collection[str]) -> str:
    """The entry for a record of which only the words are better, with nothing left to fill in."""
    lines = [*_head(name, {*taken}), "    kind: wording", "    what: Worded better."]
    return "".join(f"{line}\n" for line in lines)


def _head(name: str, taken: set[str]) -> list[str]:
    """How an entry on a record begins, by an id that is not taken yet."""
    number = 1
    while (entry := f"correction-{name[:60]}{f'-{number}' if number > 1 else ''}") in taken:
        number += 1
    taken.add(entry)
    return [f"  - id: {entry}", f"    date: {date.today().isoformat()}", f"    record: {name}"]


def sides(before: str, after: str) -> str:
    """What an entry says of a change: the lines before: and after:, those that it has."""
    some = (("before", before), ("after", after))
    return "".join(f"    {field}: {_quoted(text)}\n" for field, text in some if text)


def bounds(settings: Settings, raised: Mapping[Bound, Decimal]) -> str:
    """The lines that raise some bounds, and say why of those that are over what is usual: all of
    bounds_raised, with the reasons that are there already, so that it can be put in its place."""
    lines = [f"{name}: {value.normalize():f}" for name, value in raised.items()]
    reasons = [
        f"  {name}: "
        for name, value in raised.items()
        if value > USUAL[name] and name not in settings.bounds_raised
    ]
    known = [f"  {name}: {_quoted(why)}" for name, why in settings.bounds_raised.items()]
    reasons = ["bounds_raised:", *known, *reasons] if reasons else []
    return "".join(f"{line}\n" for line in [*lines, *reasons])


def redirect(name: str, to: str) -> str:
    return f"  - {{id: {name}, to: {to}}}\n"


def redirects(topic: Topic, name: str, to: str) -> tuple[str, str]:
    """How to lead the id of a record that is gone on, and what led to it before; and the lines."""
    help = f"put this under redirects: in {place_of(topic, 'redirects')}; to: is the record that"
    lines = [redirect(name, to)]
    if older := [one for one, leads in topic.redirects.items() if leads == name]:
        lines += (redirect(one, to) for one in older)
        at = ", ".join(str(topic.where[one].line()) for one in older)
        few = f"line {at}, which leads" if len(older) == 1 else f"lines {at}, which lead"
        return f"{help} replaces it; what is below the first in the place of {few} to it", "".join(
            lines
        )
    return f"{help} replaces it", lines[0]


def changes(said: Sequence[str], says: Sequence[str]) -> list[Change]:
    """What a text, or each value of a table, said and says, as pairs for entries: of several
    those that differ, of a long text the part that does."""
    gone = [v for v in said if v not in says] or said[-1:]
    come = [v for v in says if v not in said] or says[-1:]
    if gone == come:  # the same in another order
        gone, come = said[:1], says[:1]
    return [part(a, b) for a, b in zip_longest(gone, come, fillvalue="")]


def part(before: str, after: str) -> Change:
    """Two texts; of long ones what differs, with the words beside it."""
    if max(len(before), len(after)) <= _LONGEST or not (before and after):
        return before, after
    old, new = before.split(), after.split()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    first = blocks[0].size if blocks[0].a == blocks[0].b == 0 else 0
    final = blocks[-2] if len(blocks) > 1 else blocks[-1]
    ends = final.a + final.size == len(old) and final.b + final.size == len(new)
    last = min(final.size, len(old) - first, len(new) - first) if ends else 0
    start, stop = max(first - _BESIDE, 0), max(last - _BESIDE, 0)
    return " ".join(old[start : len(old) - stop]), " ".join(new[start : len(new) - stop])


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


TO_FILL_IN = "the-record-that-replaces-it"  # in a redirect that is offered
_MOST_OF_IT = 0.8  # of the words of a record, that another has
_LIKE = 0.6  # from where on an id is nearly another


def nearest(name: str, old: Topic, new: Topic) -> str:
    """The record that may stand for one that is gone: one with its words of the source, or of its
    kind one with nearly its id and some of these, if it has any; where there is none, a place to
    fill in."""
    kind, before, after = old.kinds[name], Evidence(old), Evidence(new)

    def words_of(evidence: Evidence, one: str) -> dict[str, Cover]:
        places = (*evidence.of(one), *evidence.of(one, MENTION))
        spans: dict[str, list[Span]] = {}
        for placed in places:
            spans.setdefault(placed.source, []).extend(placed.spans)
        return {source: Cover(some) for source, some in spans.items()}

    words = words_of(before, name)
    total = sum(end - start for cover in words.values() for start, end in cover.spans)

    def alike(other: str) -> tuple[float, ...]:
        own = words_of(after, other)
        shared = sum(
            end - start
            for source, cover in words.items()
            for start, end in (cover.common(own[source].spans) if source in own else ())
        )
        added, same = other not in old.records, new.kinds[other] == kind
        return (
            shared if shared > _MOST_OF_IT * total else 0,
            same and (shared > 0 or not total),
            added,
            SequenceMatcher(None, name, other).ratio(),
        )

    some = [n for n, r in new.records.items() if not r.draft and new.kinds[n] != "corrections"]
    best = max(some, key=alike, default="")
    shared, same, _, near = alike(best) if best else (0, 0, 0, 0)
    return best if shared or (same and near >= _LIKE) else TO_FILL_IN
