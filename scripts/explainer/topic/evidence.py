"""The words of every record, placed in their source. Checks, pages and exports all read the same
placements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from ..text.bounds import Clauses
from ..text.folding import fold
from ..text.languages import KEPT
from ..text.passages import GAP, MOST_PARTS, Passages
from ..text.spans import Span
from ..text.words import meant
from .record import Record, Selector
from .roles import PRINTED, Key, having, values
from .settings import SetAside
from .topic import SourceText, Topic

OUTER_MARKS = "\"“”„«»'‘’"  # in which editors may put words that they copied
MENTION = "mention"  # the field with the place of a name
ATTRIBUTING = ("attributed_by", "resolved_from")  # what says whose words are beside it
_NAME = 4  # words that a name may have
_MEANT = 0.8  # from where on words are those of the source, with a slip
_LONGEST = 1000  # characters of such words; no clause is as long
# What YAML does not read as words where they are not in quotation marks.
NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|^[-?:,\[\]{}#&*!|>'\"%@`]")
_COPY, _WHOLE = "copy this, with ", "take whole words, with the punctuation attached"
_MARKS = {",": "the comma", ".": "the full stop", ":": "the colon", ";": "the semicolon"}
_DOTS = r"\[?\.\s?\.\s?\.\]?|…(?!\])|(?<!\[)…|\(…\)"


class Placed(NamedTuple):
    """Words where they stand: paragraph and sentences are numbered from 1, a sentence within its
    paragraph.

    ``exact`` is printed from the source itself, white space aside; ``spans`` are offsets into its
    text. ``highlight``: the words among them that decide."""

    source: str
    paragraph: int
    sentence: int
    sentence_end: int
    exact: str
    prefix: str
    suffix: str
    spans: tuple[Span, ...]
    highlight: tuple[str, ...] = ()


class Fault(NamedTuple):
    """Why words could not be placed: what is wrong, how to fix it, and the nearest words with
    their offset; ``meant`` is where these are, if there is little doubt that they were meant;
    ``twice``: they stand in several places; ``elsewhere``: the source that has them instead."""

    message: str
    help: str
    source: str | None = None
    nearest: str = ""
    at: int = -1
    meant: tuple[Span, ...] = ()
    twice: bool = False
    elsewhere: str = ""


class Evidence:
    """Every selector of every record, and all that sources set aside: placed, or the reason why
    not. Words with a slip are placed where they were meant as well, so that all else that is wrong
    is said at once; ``lost`` are the records with words of which that is not known."""

    def __init__(self, topic: Topic):
        self.placed: dict[str, dict[Key, Placed]] = {}
        self.faults: list[tuple[str, Key, Selector, Fault]] = []
        self.lost: set[str] = set()
        self.aside = {
            name: [(item, place_in(source, item)) for item in source.record.set_aside]
            for name, source in topic.sources.items()
        }
        # Each with its number where it is, or was meant by words with a slip.
        self.aside_meant = {
            name: [
                (i, item, placed)
                for i, (item, found) in enumerate(items)
                if (placed := _meant_aside(topic.sources[name], item, found))
            ]
            for name, items in self.aside.items()
        }
        # Where the number that a record has as the source prints it appears, by the record's id.
        self.numbers: dict[str, tuple[str, Span]] = {}
        for name, record in topic.records.items():
            self.placed[name] = {}
            some = [(*one, _place(topic, record, *one)) for one in selectors(record)]
            around = [p for *_, p in some if isinstance(p, Placed)]
            for key, selector, found in some:
                result: Placed | Fault | None = found
                if isinstance(found, Fault) and found.nearest and around:
                    beside = frozenset(p.paragraph for p in around if p.source == found.source)
                    result = place_in(topic.sources[found.source or ""], selector, beside)
                if isinstance(result, Fault) and not result.twice:
                    other = _elsewhere(topic, result.source, selector)
                    if isinstance(other, Placed):
                        result = result._replace(elsewhere=other.source)
                    if result.source not in topic.sources or isinstance(other, Placed):
                        self.faults.append((name, key, selector, result))
                        result = other
                only_names = record.only_names and is_short(key, selector)
                if isinstance(result, Fault):
                    fault, result = _as_meant(topic, key, selector, result)
                    result = None if only_names else result
                    self.faults.append((name, key, selector, fault))
                if result:
                    self.placed[name][key] = result
                elif not only_names:
                    self.lost.add(name)
            for field in having(type(record), PRINTED):
                if number := _number(topic, getattr(record, field), self.of(name, "evidence")):
                    self.numbers[name] = number

    def of(self, name: str, *key: str | int) -> list[Placed]:
        """The placed words of a record, or of one of its fields, in their order. Only where they
        are asked for: a mention, which is a place and no words; and of a fact, what says who says
        so in a sentence before."""
        placed = self.placed.get(name, {})
        if not key:
            beside = {MENTION} if ("attributed_by", 0) in placed else {MENTION, "resolved_from"}
            return [p for k, p in placed.items() if not beside & {*k}]
        return [p for k, p in placed.items() if k[: len(key)] == key]

    def shown(self, name: str) -> list[Placed]:
        """All words of a record that readers see with it."""
        return [p for k, p in self.placed.get(name, {}).items() if k[0] != MENTION]


def attributes(key: Key) -> bool:
    """Whether a field has words that say whose others are."""
    return not {*ATTRIBUTING}.isdisjoint(key)


def selectors(record: Record) -> Iterator[tuple[Key, Selector]]:
    """Each of a record's selectors with the path of its field."""
    return ((v.key, v.value) for v in values(record) if isinstance(v.value, Selector))


def place(topic: Topic, record: Record, selector: Selector) -> Placed | Fault:
    """One selector in its source."""
    name = topic.source_of(record, selector.source)
    if name is None:
        return Fault(
            "it is not said which source these words are in",
            "begin the file with a line source:, for all its records, or give this record one; the"
            f" sources are: {', '.join(topic.sources)}",
        )
    if name not in topic.sources:
        return Fault(
            f'there is no source "{name}"', "the sources are: " + ", ".join(topic.sources), name
        )
    return place_in(topic.sources[name], selector)


def _place(topic: Topic, record: Record, key: Key, selector: Selector) -> Placed | Fault:
    """One selector of a field in its source: of a mention, which is a place and a name, the marks
    attached to it there need not be written."""
    found = place(topic, record, selector)
    if key[0] != MENTION or isinstance(found, Placed) or found.source not in topic.sources:
        return found
    if fold(found.nearest).strip(_BESIDE_NAMES) != fold(selector.exact) or found.twice:
        return found
    with_marks = selector.model_copy(update={"exact": found.nearest})
    placed = place_in(topic.sources[found.source], with_marks)
    return placed if isinstance(placed, Placed) else found


def _meant_aside(source: SourceText, item: SetAside, found: Placed | Fault) -> Placed | None:
    """Words that are set aside where they are, or were meant; None where that is not known."""
    if isinstance(found, Fault):
        text = _Text(source.id, source.passages)
        return _placed(text, _words(item), found.meant) if found.meant else None
    return found


def _elsewhere(topic: Topic, name: str | None, selector: Selector) -> Placed | Fault | None:
    """Words that are not in their source, or whose source is not there or not named, in the first
    of the others that has them; or why they are not in the one that was meant. None where that is
    not known."""
    for source in topic.sources.values():
        if isinstance(placed := place_in(source, selector), Placed):
            return placed
    sources = [*topic.sources]
    only = sources[0] if len(sources) == 1 else meant(name or "", sources)
    return place_in(topic.sources[only], selector) if only else None


class _Text(NamedTuple):
    id: str
    passages: Passages


class _Words(NamedTuple):
    exact: str
    prefix: str | None
    suffix: str | None
    highlight: tuple[str, ...]
    near: frozenset[int]


def place_in(
    source: SourceText, selector: Selector | SetAside, near: frozenset[int] = frozenset()
) -> Placed | Fault:
    """Words in one source; where it has none of them, with the nearest, those of some paragraphs
    first. What was found is kept, for a preview: the same words are not looked for in the same text
    again."""
    return _found(_Text(source.id, source.passages), _words(selector, near))


def _words(selector: Selector | SetAside, near: frozenset[int] = frozenset()) -> _Words:
    highlight = getattr(selector, "highlight", ())
    return _Words(selector.exact, selector.prefix, selector.suffix, highlight, near)


@lru_cache(KEPT)
def _found(source: _Text, selector: _Words) -> Placed | Fault:
    name = source.id
    if selector.exact != selector.exact.strip():
        return Fault("the words begin or end with white space", "remove it", name)
    if selector.exact.count(GAP) >= MOST_PARTS:
        return Fault(
            f"the words are divided by {GAP} more than {MOST_PARTS - 1} times",
            "make several pieces of evidence of them",
            name,
        )
    passages = source.passages
    found = passages.find(selector.exact, selector.prefix, selector.suffix)
    if len(found) > 1:
        return Fault(
            f'these words appear more than once in the source "{name}"',
            "write it in two lines, - exact: with these words and below it prefix: or suffix: with"
            " the words right before or after",
            name,
            twice=True,
        )
    if not found:
        return _why_not(source, selector)
    spans = found[0]
    if passages.splits_quotation(spans):
        return Fault(
            "the words take one quotation mark of a pair and leave the other",
            "begin and end on the same side of both marks",
            name,
        )
    return _placed(source, selector, spans)


def _placed(source: _Text, selector: _Words, spans: tuple[Span, ...]) -> Placed:
    passages = source.passages
    touched = [s for span in spans for s in passages.sentences_of(span)]
    exact = f" {GAP} ".join(passages.words(*span) for span in spans)
    return Placed(
        source.id,
        touched[0].paragraph,
        touched[0].number,
        touched[-1].number,
        exact,
        selector.prefix or "",
        selector.suffix or "",
        spans,
        selector.highlight,
    )


def _as_meant(
    topic: Topic, key: Key, selector: Selector, fault: Fault
) -> tuple[Fault, Placed | None]:
    """Words with a slip, placed where they were meant, and the fault with words that will do: of
    evidence whole clauses."""
    if not fault.meant or key[0] == MENTION or len(selector.exact) > _LONGEST:
        return _only_what_will_do(topic, key, fault), None
    text, spans = topic.sources[fault.source or ""], fault.meant
    source = _Text(text.id, text.passages)
    clauses, clause = Clauses(source.passages, spans[0]), not attributes(key)
    wrong = source.passages.splits_quotation(spans) or clauses.fault(spans, clause)
    if key[0] != "text" and wrong:
        spans = (clauses.widened(spans, clause),)
        words = source.passages.words(*spans[0])
        help = "take the whole clause, as above"
        fault = fault._replace(nearest=words, at=spans[0].start, help=help)
    if NOT_PLAIN.search(fault.nearest):
        fault = fault._replace(help=f'{fault.help}, and put all of it in "straight marks" for YAML')
    return fault, _placed(source, _words(selector), spans)


_BESIDE_NAMES = " .,;:!?…()[]"  # marks that no name begins or ends with


def is_short(key: Key, selector: Selector) -> bool:
    """Whether words that place somebody or something can only be a name."""
    return key[0] == MENTION or (key[0] == "evidence" and len(selector.exact.split()) <= _NAME)


def _only_what_will_do(topic: Topic, key: Key, fault: Fault) -> Fault:
    """A fault without words that would not pass either once they are put in the place of those that
    were written."""
    if not fault.nearest or fault.source not in topic.sources:
        return fault
    passages = topic.sources[fault.source].passages
    found, clause = passages.find(fault.nearest), not attributes(key)
    if len(found) == 1 and not passages.splits_quotation(found[0]):
        if key[0] in ("text", MENTION):
            return fault
        if not Clauses(passages, found[0][0]).fault(found[0], clause):
            return fault
        whole = Clauses(passages, found[0][0]).widened(found[0], clause)
        if not Clauses(passages, whole).fault((whole,), clause):
            return fault._replace(nearest=passages.words(*whole), at=whole.start)
    help = _WHOLE if fault.help.startswith(_COPY) else fault.help  # nothing to copy
    return fault._replace(nearest="", at=-1, help=help)


def _why_not(source: _Text, selector: _Words) -> Fault:
    passages, name = source.passages, source.id
    if (selector.prefix or selector.suffix) and passages.find(selector.exact):
        return Fault(
            f'the words are in the source "{name}", but not with this prefix or suffix',
            "copy the words right before or after them",
            name,
        )
    slices = [] if GAP in selector.exact else passages.slices(selector.exact)
    if slices:
        start, end = slices[0]
        whole = passages.widened(start, end)
        some = any(passages.words_in(start, end))
        mark = passages.text[end : whole.end].strip()
        named = _MARKS.get(mark, f"the {mark} behind it") if start == whole.start else ""
        only = named and not re.search(r"\w", mark)
        return Fault(
            "the words begin or stop inside a word, or leave out a mark attached to one",
            f"{_COPY}{named}" if only and some else _WHOLE,
            name,
            passages.words(*whole) if some else "",
            whole.start,
            (whole,) if some and len(slices) == 1 else (),
        )
    undotted = re.sub(rf"^\W*(?:{_DOTS}|\[…\])|(?:{_DOTS}|\[…\])\W*$", "", selector.exact)
    near = passages.nearest(undotted, selector.near)
    bare = selector.exact.strip(OUTER_MARKS)
    if undotted != selector.exact:
        help = "remove the dots: words begin and end where they do, without a sign for the rest"
    elif re.search(_DOTS, selector.exact):
        help = f"write {GAP} where words are left out, one character in square brackets"
    elif bare != selector.exact and passages.find(bare):
        help = "remove the quotation marks around the words: they are not the source's"
        near = bare, passages.find(bare)[0][0]
    else:
        help = "copy the source's words, or cite another source"
    return Fault(
        f'the words are not in the source "{name}"',
        help,
        name,
        near[0] if near else "",
        near[1].start if near else -1,
        (near[1],) if near and _is_meant(undotted, near[0]) else (),
    )


def _is_meant(written: str, near: str) -> bool:
    one, other = fold(written), fold(near)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MEANT


# What makes a number longer, or another: 3rd of 3, 1990s of 1990. A unit does not (40km,
# nine-hour).
_BEFORE, _AFTER = (
    re.compile(r"[\w.,$€£+−-]"),
    re.compile(r"[\d%万億萬亿千百]|[.,]\d|[-‐‑–—](?:\d|to\b)|(?:st|nd|rd|th|s|er|e)\b"),
)


def _number(topic: Topic, value_text: str, evidence: list[Placed]) -> tuple[str, Span] | None:
    """Where a figure's value_text appears in its evidence, and is no part of a longer number or
    word."""
    forms = (
        r"\s+".join(map(re.escape, normalize(form, value_text).split(" ")))
        for form in ("NFC", "NFD")
    )
    printed = re.compile("|".join(forms))
    for placed in evidence:
        passages = topic.sources[placed.source].passages
        for span in placed.spans:
            for match in printed.finditer(passages.text, *span):
                if (
                    match.start() and _BEFORE.match(passages.text, match.start() - 1)
                ) or _AFTER.match(passages.text, match.end()):
                    continue
                if passages.whole_numbers(here := Span(*match.span())):
                    return placed.source, here
    return None
