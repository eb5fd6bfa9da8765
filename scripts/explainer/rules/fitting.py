"""What a text that cites nothing may rest on: whose words have most of its own. It only helps, and
names nothing that would be refused there as carrying no statement."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..text.folding import fold
from ..topic.evidence import Placed
from ..topic.record import Fact
from ..topic.roles import OWN, values
from ..topic.site import Site, kept
from .cited import says_something

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_STEM = 5  # letters, as many as words of one stem have in common
_SHARED = 2  # words that two texts have in common at least
_PART = 0.5  # of a text, as its words are rare, that another has


Fits = Callable[[str], bool]


class _Held:
    """The stems of what is said of each fact, and of each place where words are set aside."""

    def __init__(self, texts: Iterator[tuple[str, list[str]]]):
        self.stems = {name: _stems(" ".join(some)) for name, some in texts}
        self.counts = Counter(stem for held in self.stems.values() for stem in held)

    def nearest(self, text: str, first: Iterable[str], fits: Fits) -> str:
        """What has most of a text's words, the rare ones before all, of what ``fits``, and of
        several that have as many the ``first``; empty where nothing plainly does."""
        asked, before = _stems(text), {*first}
        least = _PART * sum(map(self._weight, asked))
        score = {n: sum(map(self._weight, asked & held)) for n, held in self.stems.items()}
        for best in sorted(score, key=lambda name: (score[name], name in before), reverse=True):
            if score[best] < least or len(asked & self.stems[best]) < _SHARED:
                return ""
            if ":" in best or fits(best):
                return best
        return ""

    def _weight(self, stem: str) -> float:
        return math.log(1 + len(self.stems) / max(self.counts[stem], 1))


def to_cite(
    site: Site, help: str, text: str, kind: str = "", fits: Fits = lambda name: True
) -> str:
    """What to do for a text that must cite a fact, with which one that ``fits`` has its words, of a
    ``kind`` before others, or where they are set aside, where that is plain."""
    first = (name for name, k in site.topic.kinds.items() if k == kind)
    found = _held(site).nearest(text, first, fits)
    if ":" not in found:
        return f"{help}; perhaps [^{found}], which has most of these words" if found else help
    aside = f"{help}; its words are set aside at {found}: first make a fact of them"
    source = next(s.id for s in site.topic.sources.values() if found.startswith(s.where.path))
    page = next((p for (name, _), at in site.ledgers.items() if name == source for p, _ in at), "")
    return f"{aside}, or link to {page}, where readers are told of them" if page else aside


def aside_at(site: Site, text: str) -> str:
    """The place of the entry of set_aside: that has the words of a text; empty where none plainly
    does."""
    return _held(site).nearest(text, (), lambda name: False)


@kept()
def _held(site: Site) -> _Held:
    return _Held(_texts(site))


def _texts(site: Site) -> Iterator[tuple[str, list[str]]]:
    for name, record in site.topic.records.items():
        if isinstance(record, Fact) and not record.draft and says_something(site, name):
            said = [placed.exact for placed in site.evidence.of(name)]
            yield name, said + [v for _, v, spec in values(record) if spec.role is OWN]
    for source in site.topic.sources.values():
        for i, (item, placed) in enumerate(site.evidence.aside[source.id]):
            if isinstance(placed, Placed) and item.what in ("sentence", "clause"):
                sentences = source.passages.sentences_of(placed.spans[0])
                words = [source.passages.text[s.start : s.end] for s in sentences]
                words = [placed.exact] if item.what == "clause" else words
                yield (
                    f"{source.where.path}:{source.where.line('set_aside', i)}",
                    [*words, item.note],
                )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(fold(text)))
