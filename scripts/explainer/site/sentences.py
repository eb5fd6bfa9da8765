"""What each sentence of a source has: the records that rest on it, and what is set aside of it. A
sentence is a source's id, the number of its paragraph and its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from ..text.spans import Span
from ..topic.evidence import Placed
from ..topic.settings import SetAside
from ..topic.site import Site


class Sentences:
    """The sentences of a site's sources."""

    def __init__(self, site: Site):
        self.site = site

    def notes_of(self, source: str, paragraph: int, sentence: int) -> list[str]:
        """What readers are told of a sentence, or of clauses of it, that no record has."""
        aside = self.set_aside.get((source, paragraph, sentence), ())
        return [item.note for item, _ in aside if item.what in ("sentence", "clause")]

    @cached_property
    def set_aside(self) -> dict[tuple[str, int, int], list[tuple[SetAside, Span]]]:
        """For each sentence, what is set aside of it, and where."""
        found: dict[tuple[str, int, int], list[tuple[SetAside, Span]]] = defaultdict(list)
        for name, aside in self.site.evidence.aside.items():
            for item, placed in aside:
                if isinstance(placed, Placed):
                    for sentence in range(placed.sentence, placed.sentence_end + 1):
                        span = Span(placed.spans[0].start, placed.spans[-1].end)
                        found[name, placed.paragraph, sentence].append((item, span))
        return found

    @cached_property
    def records(self) -> dict[tuple[str, int, int], list[tuple[str, str]]]:
        """For each sentence, the records whose words touch it, with the field."""
        found: dict[tuple[str, int, int], list[tuple[str, str]]] = defaultdict(list)
        for name, places in self.site.evidence.placed.items():
            if self.site.topic.records[name].draft:
                continue
            for key, placed in places.items():
                passages = self.site.topic.sources[placed.source].passages
                for sentence in {s for span in placed.spans for s in passages.sentences_of(span)}:
                    found[placed.source, sentence.paragraph, sentence.number].append(
                        (name, str(key[0]))
                    )
        return found
