"""Words of a source that appear in what editors write: a source may be published piece by piece."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.folding import WORD, fold
from ..text.languages import language
from ..text.quotations import quotations
from ..text.spans import Span
from ..text.words import stands_in
from .fieldtypes import Frozen
from .roles import ABOUT_SOURCE, CHANGE, ELSEWHERE, FORMER, OUTSIDE, OWN, SOUGHT, values
from .topic import SourceText, Topic

RUN = 4  # words in a row that are a source's
COPIED_WORDS = 8  # in a row; so many are a quotation
_PIECED = 14  # so many of them, if they are half of a text
_EDITORS = frozenset((OWN, ABOUT_SOURCE, OUTSIDE, CHANGE, FORMER, SOUGHT))

_EDGES = " .,;:…–—“”„‟«»‹›\"'"
Run = int  # the hash of some words: as tuples those of a large topic take five times the memory


class _Written(NamedTuple):
    """The runs of words of a text; of one that is quoted each counts."""

    runs: array[int]
    quoted: bool


def made_of(text: str, words: Iterable[str]) -> bool:
    """Whether a text is some words and nothing else, with […] between those of several places."""
    parts = [fold(part).strip(_EDGES) for part in text.split("[…]")]
    folded = [*map(fold, words)]
    return all(part and any(stands_in(part, one) for one in folded) for part in parts)


def is_quotation(topic: Topic, text: str) -> bool:
    """Whether what a correction says of before or after are words of a source and nothing else, and
    so many that they are quoted: of the field of a record that has them."""
    sources = (source.passages.text for source in topic.sources.values())
    return len(WORD.findall(text)) >= COPIED_WORDS and made_of(text, sources)


def pieced(topic: Topic, prose: Iterable[str]) -> dict[str, list[Span]]:
    """For each source, its words that texts have in runs of four or more: texts that are mostly
    made of them, and what a correction quotes as former words, or a reference as its own."""
    texts = [*_fields(topic), *(_Written(_runs(_words(text)), False) for text in prose)]
    wanted = {run for text in texts for run in text.runs}
    found: dict[str, list[Span]] = {}
    for name, source in topic.sources.items():
        places = _places(source, wanted)
        taken = {run for text in texts for run in _taken(text, places)} if places else set()
        found[name] = [span for run in taken for span in places[run]]
    return found


def _taken(text: _Written, places: dict[Run, list[Span]]) -> Iterator[Run]:
    """The runs that a text has of a source, if it is quoted or mostly made of its words."""
    runs = [(i, run) for i, run in enumerate(text.runs) if run in places]
    copied = len({i + j for i, _ in runs for j in range(RUN)})
    if text.quoted or (copied >= _PIECED and 2 * copied >= len(text.runs) + RUN - 1):
        yield from (run for _, run in runs)


def _places(source: SourceText, wanted: set[Run]) -> dict[Run, list[Span]]:
    """Where in a source some runs of words are."""
    words = [*WORD.finditer(source.passages.text)]
    places: dict[Run, list[Span]] = {}
    for i, run in enumerate(_runs(fold(word.group()) for word in words)):
        if run in wanted:
            span = Span(words[i].start(), words[i + RUN - 1].end())
            places.setdefault(run, []).append(span)
    return places


def _fields(topic: Topic) -> Iterator[_Written]:
    """What editors write in fields: all of one field together, a list or a table too."""
    holders: list[Frozen] = [r for r in topic.records.values() if not r.draft]
    holders += [topic.settings, *(source.record for source in topic.sources.values())]
    holders += [page.meta for page in topic.pages.values()]
    for holder in holders:
        fields: dict[str | int, list[str]] = {}
        for key, value, spec in values(holder, *_EDITORS, ELSEWHERE, FORMER):
            if spec.role in _EDITORS:
                fields.setdefault(key[0], []).append(value)
            if spec.role in (ELSEWHERE, FORMER):
                parts = [value] if spec.role is ELSEWHERE else _quoted(topic, value)
                yield from (_Written(_runs(_words(part)), True) for part in parts)
        yield from (_Written(_runs(_words(" ".join(some))), False) for some in fields.values())


def _quoted(topic: Topic, text: str) -> list[str]:
    if is_quotation(topic, text):
        return [text]
    tags = [topic.settings.language, *(s.record.language for s in topic.sources.values()), "en"]
    marks = language(next(filter(None, tags)))
    return [text[a:b] for a, b in quotations(text, [Span(0, len(text))], marks)]


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _runs(words: Iterable[str]) -> array[int]:
    lower = [word.lower() for word in words]
    return array("q", map(hash, zip(*(lower[i:] for i in range(RUN)), strict=False)))
