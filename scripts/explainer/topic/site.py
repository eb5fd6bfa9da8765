"""What every rule and every page is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache, partial, wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from ..text.spans import Cover, Span
from .blocks import Block, part_of, places_told
from .evidence import MENTION, Evidence, Placed
from .mkdocs_yml import NO_SETTINGS, MkdocsYml
from .pages import outline
from .pieces import pieced
from .problems import Problem
from .roles import DATE, NUMBER, PRINTED, REFERS, SOURCE, SOURCE_ID, Key, having
from .topic import Topic

# What a record rests on: where that cannot be read, its own words cannot be held against it.
_RESTED_ON = (DATE, NUMBER, PRINTED, REFERS, SOURCE, SOURCE_ID)


class Shares(NamedTuple):
    """The share of a source's words that the site publishes, from 0 to 1: of its own prose, which
    appears outside its quotation marks, and of all of them; and of its own prose what evidence
    alone has, without what editors' words repeat."""

    prose: Decimal
    all: Decimal
    evidence: Decimal


class Site:
    """A topic with its words placed and its pages taken apart: what every rule and every page is
    made from. ``mkdocs`` is what its mkdocs.yml says."""

    def __init__(self, topic: Topic, mkdocs: MkdocsYml = NO_SETTINGS):
        self.topic, self.mkdocs = topic, mkdocs
        self.kept: dict[Callable[..., Any], Callable[..., Any]] = {}
        self.evidence = Evidence(topic)
        self.outlines = {path: outline(page, topic) for path, page in topic.pages.items()}
        self._spans: dict[tuple[str, bool], dict[str, list[Span]]] = {}
        self.homes: dict[str, str] = {}
        self.second_homes: list[tuple[str, str, int]] = []
        for path, parts in self.outlines.items():
            for block in parts.blocks:
                for name in block.ids if block.home else ():
                    if name in self.homes:
                        self.second_homes.append((name, path, block.line))
                    self.homes.setdefault(name, path)

    def spans(self, field: str = "", saying: bool = False) -> dict[str, list[Span]]:
        """The spans of all published records' words, or of those in one field, by source; with
        ``saying`` only of records that say something. Worked out once."""
        if (field, saying) not in self._spans:
            found: dict[str, list[Span]] = {name: [] for name in self.topic.sources}
            for name, places in self.evidence.placed.items():
                record = self.topic.records[name]
                if not record.draft and not (saying and record.only_names):
                    for key, placed in places.items():
                        if field == key[0] or (not field and key[0] != MENTION):
                            found[placed.source].extend(placed.spans)
            self._spans[field, saying] = found
        return self._spans[field, saying]

    def forget(self) -> None:
        """Drop what rules have kept for one another."""
        self.kept.clear()

    def problem(self, name: str, key: Key, message: str, help: str, *words: str) -> Problem:
        """A Problem at a record's field; ``words``: what was written, and the nearest words."""
        where = self.topic.where[name]
        return Problem(where.path, where.line(*key), message, help, "", *words)

    def is_told(self, source: str, place: str) -> bool:
        """Whether a sentence ("17.1") of a source, or a clause of it, is set aside with a note."""
        paragraph, sentence = map(int, place.split("."))
        return any(
            isinstance(placed, Placed)
            and item.what in ("sentence", "clause")
            and placed.paragraph == paragraph
            and placed.sentence <= sentence <= placed.sentence_end
            for item, placed in self.evidence.aside.get(source, ())
        )

    def told_of(self, told: Block) -> str:
        """The source of which a block tells: the one that it names, or else the first that has all
        of its sentences set aside; so that another source takes none of them away."""
        if "source" in told.arguments:
            return str(told.arguments["source"])
        places, sources = places_told(told.arguments), list(self.topic.sources)
        fit = [name for name in sources if all(self.is_told(name, place) for place in places)]
        return next(iter(fit + sources), "")

    def paragraphs(self, ledger: Block) -> dict[str, list[int]]:
        """The paragraphs that a ledger shows, by source: those of one source or of all, or those
        that begin in a part of their sentences."""
        names = (
            [ledger.arguments["source"]]
            if "source" in ledger.arguments
            else list(self.topic.sources)
        )
        shown: dict[str, list[int]] = {}
        sentences = [
            (name, s)
            for name in names
            if name in self.topic.sources
            for s in self.topic.sources[name].passages.sentences
        ]
        for name, sentence in part_of(sentences, ledger):
            if sentence.number == 1:
                shown.setdefault(name, []).append(sentence.paragraph)
        return shown

    @cached_property
    def ledgers(self) -> dict[tuple[str, int], list[tuple[str, int]]]:
        """For each paragraph of a source, the pages that have it in a ledger, with the ledger's
        line."""
        found: dict[tuple[str, int], list[tuple[str, int]]] = {}
        for path, parts in self.outlines.items():
            for block in parts.blocks:
                if block.name == "ledger":
                    for name, paragraphs in self.paragraphs(block).items():
                        for paragraph in paragraphs:
                            found.setdefault((name, paragraph), []).append((path, block.line))
        return found

    @cached_property
    def covered(self) -> dict[str, Cover]:
        """The words of each source that lie inside some published record's words."""
        return {name: Cover(spans) for name, spans in self.spans().items()}

    @cached_property
    def saying(self) -> dict[str, Cover]:
        """The words of each source that lie inside the words of a record that says something."""
        return {name: Cover(spans) for name, spans in self.spans(saying=True).items()}

    @cached_property
    def aside(self) -> dict[str, Cover]:
        """The sentences and clauses of each source that are set aside, or are meant to be by words
        with a slip."""
        found: dict[str, Cover] = {}
        for name, items in self.evidence.aside.items():
            passages, spans = self.topic.sources[name].passages, list[Span]()
            for item, placed in items:
                if item.what in ("sentence", "clause"):
                    for span in placed.spans if isinstance(placed, Placed) else placed.meant:
                        whole = passages.sentences_of(span) if item.what == "sentence" else ()
                        spans += [Span(s.start, s.end) for s in whole] or [span]
            found[name] = Cover(spans)
        return found

    @cached_property
    def counted_aside(self) -> dict[str, tuple[int, int]]:
        """How many words of each source are set aside in sentences and clauses, those apart that a
        record has all the same, which is a fault of its own; and how many it has."""
        found: dict[str, tuple[int, int]] = {}
        for name, source in self.topic.sources.items():
            words = (w for s in self.aside[name].spans for w in source.passages.words_in(*s))
            aside = sum(not self.saying[name].touches(word) for word in words)
            found[name] = aside, source.passages.count_words()
        return found

    @property
    def share_aside(self) -> Decimal:
        """The share of the words of all sources together that is set aside, from 0 to 1."""
        aside, words = map(sum, zip(*self.counted_aside.values(), strict=True))
        return Decimal(aside) / max(words, 1)

    @cached_property
    def unused(self) -> dict[str, Cover]:
        """The sentences of each source of which no record that says something has a word, and that
        are not set aside."""
        found: dict[str, Cover] = {}
        for name, source in self.topic.sources.items():
            covered = Cover([*self.saying[name].spans, *self.aside[name].spans])
            spans = (Span(s.start, s.end) for s in source.passages.sentences)
            found[name] = Cover(
                span
                for span in spans
                if not any(map(covered.covers_middle_of, source.passages.words_in(*span)))
            )
        return found

    @cached_property
    def highlighted(self) -> dict[str, Cover]:
        """The words of each source that some published record highlights."""
        found: dict[str, list[Span]] = {name: [] for name in self.topic.sources}
        for name, places in self.evidence.placed.items():
            for placed in places.values() if not self.topic.records[name].draft else ():
                slices = self.topic.sources[placed.source].passages.slices
                own = Cover(placed.spans)
                for words in placed.highlight:
                    found[placed.source] += own.common(slices(words))
        return {name: Cover(spans) for name, spans in found.items()}

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The records of which a field or the words cannot be read: what rests on them is held
        against all that their words may be."""
        doubtful = {
            name
            for name, fields in self.topic.doubtful.items()
            if not fields.isdisjoint(having(type(self.topic.records[name]), *_RESTED_ON))
        }
        return frozenset(doubtful) | self.evidence.lost | {*self._by_nobody()}

    def _by_nobody(self) -> Iterator[str]:
        """The quotations of which it is not said whose they are, which is the fault to fix."""
        for quote in self.topic.of_kind("quotes"):
            if not (quote.author and quote.shared_by if quote.kind == "shared" else quote.speaker):
                yield quote.id

    @cached_property
    def pieced(self) -> dict[str, list[Span]]:
        """The words of each source that editors' texts are pieced together of."""
        prose = [p.text for parts in self.outlines.values() for p in parts.paragraphs]
        return pieced(self.topic, prose)

    @cached_property
    def shares(self) -> dict[str, Shares]:
        """How much of each source is published inside some record's words; prefix and suffix, which
        the data publish, count beside them, and so do the words of a text that is pieced together
        of a source's."""
        beside: dict[str, list[Span]] = {name: [] for name in self.topic.sources}
        for name, places in self.evidence.placed.items():
            if not self.topic.records[name].draft:
                for placed in (p for key, p in places.items() if key[0] != MENTION):
                    start, end = placed.spans[0].start, placed.spans[-1].end
                    before, behind = len(placed.prefix), len(placed.suffix)
                    if before:
                        beside[placed.source].append(Span(max(start - before - 1, 0), start))
                    if behind:
                        beside[placed.source].append(Span(end, end + behind + 1))
        found = {}
        for name, source in self.topic.sources.items():
            count, speech = source.passages.count_words, source.passages.not_own
            prose = max(count() - sum(count(*span) for span in speech), 1)
            in_evidence = [*self.spans()[name], *beside[name]]
            evidence, both = Cover(in_evidence), Cover([*in_evidence, *self.pieced[name]])
            shown = sum(count(*span) for span in both.spans)
            alone, own = (
                Decimal(
                    sum(count(*span) for span in some.spans)
                    - sum(count(*span) for span in some.common(speech))
                )
                for some in (evidence, both)
            )
            found[name] = Shares(own / prose, Decimal(shown) / max(count(), 1), alone / prose)
        return found

    @cached_property
    def at_home(self) -> dict[str, list[str]]:
        """The records that are at home on each page, in the order of the files."""
        found: dict[str, list[str]] = {path: [] for path in self.outlines}
        for name in self.topic.records:
            if home := self.homes.get(name):
                found[home].append(name)
        return found


P = ParamSpec("P")
T = TypeVar("T")
Of = Callable[Concatenate[Site, P], T]


def kept(most: int = 1) -> Callable[[Of[P, T]], Of[P, T]]:
    """Keep what a function says of a site, the last ``most`` answers, with the site itself: several
    rules ask, and when all have run (``Site.forget``) nothing of it takes any memory."""

    def keep(work: Of[P, T]) -> Of[P, T]:
        @wraps(work)
        def asked(site: Site, /, *rest: P.args, **named: P.kwargs) -> T:
            if work not in site.kept:
                site.kept[work] = lru_cache(most)(partial(work, site))
            answer: T = site.kept[work](*rest, **named)
            return answer

        return asked

    return keep


def at(site: Site, name: str, *key: str | int) -> tuple[str, int]:
    """The file and line of a record's field."""
    where = site.topic.where[name]
    return where.path, where.line(*key)
