"""Which of two numbers of a sentence a figure's name says that it is: the earlier or the later, of
two of which the one came in the place of the other, or is only compared with it."""

from __future__ import annotations

import re
from functools import cached_property

from ..text.before_after import AFTER, AGAINST, BEFORE, CAME_FROM, EARLIER, INSTEAD, LATER, PLANNED
from ..text.counted import Counted
from ..text.spans import Span
from ..text.words import are_forms
from .own_part import OwnPart

_MARKS = re.compile(r"[,;:!?]|\.(?!\d)")
_COMPARES = re.compile(r"(?i)(?<!\w)(?:than|as|als|wie|que|qu)(?!\w)")
_OWNER = re.compile(  # who has a part: lawyer for nine of the 21, Gray, lawyer for nine
    r"(?:(?P<name>(?:[^\W\d_]\w*\s)*[^\W\d_]\w*),\s)?(?P<noun>[^\W\d_]{4,})\s(?:of|for|von|de|d['’])\s?$"
)


class OwnSide(OwnPart):
    """Which of two numbers a name says that it is."""

    @cached_property
    def _two(self) -> tuple[Counted, Counted, Span] | None:
        """Of the own number and another the earlier and the later, and where the words of the
        earlier are; None where there are no two."""
        order = sorted(self.numbers, key=lambda n: n.start)
        for at, one in enumerate(order):
            begins = order[at - 1].end if at else 0
            before = self.own.text[begins : one.start]
            instead, against = INSTEAD.search(before), AGAINST.search(before)
            came = CAME_FROM.search(self.own.text[: one.start]) if at else None
            if not (instead or against or came):
                continue
            found = instead or against
            start = begins + found.start() if found else one.start
            near = ([order[at - 1]] if at else []) + (order[at + 1 : at + 2] if instead else [])
            alike = [o for o in near if self._is_same_kind(one, o)]
            if alike and self.own.one in (one, alike[0]):
                return one, alike[0], Span(start, self._ends(one, alike[0].end < one.start))
        return None

    def _is_same_kind(self, one: Counted, other: Counted) -> bool:
        """Whether two numbers may be of one thing: in one unit, as far as both say it."""
        units = {kind for kind in (one.unit, other.unit) if kind is not None}
        return len(units) < 2 and one.percent == other.percent

    def _ends(self, one: Counted, last: bool) -> int:
        """Where the words of an earlier number end: at the next mark, or before a verb where the
        later number is still to come."""
        text = self.own.text
        mark = _MARKS.search(text, one.end)
        ends = [mark.start() if mark else len(text)]
        ends += [n.start for n in self.numbers if n.start >= one.end]
        verbs = (p for w, p in self.own.words if w in self.own.row.verbs and p >= one.end)
        return min([*ends, *([] if last else verbs)])

    def wrong_side(self, text: str) -> str:
        """What is wrong with a name that says that the earlier of two numbers is the later, or the
        reverse: new, of what it was before; or planned, where only the other is."""
        if self._two is None or _COMPARES.search(text):
            return ""
        earlier, _, place = self._two
        phrase = self.own.text[slice(*place)]
        rest = self.own.text[: place.start] + " " + self.own.text[place.end :]
        if self.own.one is earlier:
            bad = [LATER, PLANNED] if EARLIER.search(phrase) else [LATER]
            good, own, which = EARLIER, phrase, "earlier"
        else:
            only = PLANNED.search(phrase) and not PLANNED.search(rest)
            bad = [EARLIER, PLANNED] if only else [EARLIER]
            good, own, which = LATER, rest, "later"
        if good.search(text) or (BEFORE if own is phrase else AFTER).search(text):
            return ""
        said = [word.lower() for word in re.findall(r"[^\W\d_]+", own)]
        for table in bad:
            if found := table.search(text):
                words = [w.lower() for w in re.findall(r"[^\W\d_]{3,}", found[0])]
                if not words or not all(any(are_forms(w, s) for s in said) for w in words):
                    return (
                        f'"{self._printed()}" is the {which} of two numbers, and not "{found[0]}"'
                    )
        return ""

    def _owner_of_part(self, text: str) -> str:
        """Whoever has only a part, where this is the whole: the lawyer for nine of the 21."""
        for part in (o for o in self.numbers if o.part_of == self._index):
            if owner := _OWNER.search(self.own.text[: part.start]):
                named = re.findall(r"[^\W\d_]{3,}", owner["name"] or "")
                names = [name.lower() for name in named if name[0].isupper()]
                for word in self._content(text):
                    if are_forms(word, owner["noun"].lower()) or word in names:
                        return f'"{word}" has "{self._printed(part)}" of "{self._printed()}"'
        return ""
