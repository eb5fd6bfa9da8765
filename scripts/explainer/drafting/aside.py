"""What no rule drafts a record of, as entries to set aside."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from ..text.bounds import left_over
from ..text.folding import fold
from ..text.mentions import Names
from ..text.mood import indirect
from ..text.printed import is_amount
from ..text.spans import Cover, Span
from ..text.spoken import spoken
from ..text.voices import Sentence
from ..topic.fieldtypes import NOT_STATED
from ..topic.topic import SourceText
from .placing import Placing, Words

_A_YEAR = {"en": "A year.", "de": "Ein Jahr.", "fr": "Une année.", "es": "Un año."}
_HEADLINE = {"en": "Headline:", "de": "Überschrift:", "fr": "Titre:", "es": "Titular:"}
_COPIED = 8  # words in a row are a quotation
UNDECIDED = frozenset({NOT_STATED, *_A_YEAR.values()})  # notes that nobody wrote
_FIRST = 6  # words are enough to find a sentence


class Aside(NamedTuple):
    """What may be set aside, a sentence, a clause or a number: enough of its words, the reason that
    is likely, and a note that somebody proposes, for an editor to take over."""

    exact: Words
    reason: str = "background"
    note: str = ""
    what: str = "sentence"
    told: str = NOT_STATED  # the note, where it is certain what it says
    said: str = ""  # what to decide, where somebody says it

    def yaml(self) -> str:
        """The entry, with its note still to be written."""
        words = self.exact if isinstance(self.exact, dict) else {"exact": self.exact}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in words.items()]
        told = json.dumps(self.told, ensure_ascii=False) if ": " in self.told else self.told
        proposed = f"  # decide: {self.note or self.said}" if self.note or self.said else ""
        lines += [f"what: {self.what}", f"reason: {self.reason}", f"note: {told}{proposed}"]
        return "  - " + "\n    ".join(lines) + "\n"


def set_aside(
    source: SourceText, placing: Placing, drafted: list[Span], numbers: list[Span]
) -> list[Aside]:
    """An entry for each sentence, and each clause of another, that nothing ``drafted`` has and
    nothing sets aside yet; and for each of the ``numbers`` that no figure can hold."""
    taken = [*drafted]
    for item in source.record.set_aside:
        if item.note in UNDECIDED:
            continue
        for place in source.passages.find(item.exact, item.prefix, item.suffix):
            spans = source.passages.sentences_of(Span(place[0].start, place[-1].end))
            whole = [Span(s.start, s.end) for s in spans]
            taken += whole if item.what == "sentence" else place
    covered, found, whole = Cover(taken), list[Aside](), list[Span]()
    for sentence in source.passages.sentences:
        span = Span(sentence.start, sentence.end)
        words = [*source.passages.words_in(*span)]
        if words and not any(map(covered.covers_middle_of, words)):
            choices = [
                Span(span.start, words[min(n, len(words)) - 1].end) for n in (_FIRST, 12, 400)
            ]
            if exact := placing.words(*choices):
                said = _said(source, span, span)
                found.append(_headline(source, span, exact) or Aside(exact, said=said))
                whole.append(span)
            continue
        for run in left_over(source.passages, span, covered):
            if exact := placing.words(run):
                found.append(Aside(exact, what="clause", said=_said(source, span, run)))
                whole.append(run)
    before = set(drafted)
    aside = Cover([*whole, *(t for t in taken if t not in before)])
    for number in numbers:
        exact = None if aside.touches(number) else placing.words(number)
        printed = source.passages.text[number.start : number.end]
        year = re.fullmatch(r"(?:1\d|20)\d\d[.,;:]?", printed)
        told = _A_YEAR.get(source.passages.language.code, NOT_STATED) if year else NOT_STATED
        reason = "background" if is_amount(source.passages.text, number) else "not_a_quantity"
        entry = Aside(exact, reason, what="number", told=told) if exact else None
        if entry and entry not in found:  # 3-2 may be two numbers
            found.append(entry)
    return found


def _said(source: SourceText, sentence: Span, part: Span) -> str:
    """What to decide on a part of a sentence that is somebody's words; empty where nobody says it,
    or all of it is quoted."""
    text = fold(source.passages.text[sentence.start : sentence.end])
    language = source.passages.language
    said = next((p.words.strip() for p in spoken(Sentence(text, Names(()), language))), "")
    own = any(not source.passages.quotation_at(*w) for w in source.passages.words_in(*part))
    if own and (said or (language.code == "de" and indirect(text))):
        by = f" ({said})" if said else ""
        return f"somebody says this{by}; record a claim of theirs, or say here who says it"
    return ""


def _headline(source: SourceText, span: Span, exact: Words) -> Aside | None:
    """The entry of a short headline, which readers are told as it is; none of another sentence."""
    text, words = source.passages.text, source.passages.text[span.start : span.end].strip()
    tag = source.passages.language.code
    own = span.end >= source.passages.paragraphs[0].end and not text[: span.start].strip()
    short = len(words.split()) < _COPIED and not re.search(r"[.!?:]$|[“”„«»\"]", words)
    if not (own and short and tag in _HEADLINE) or words.isupper():
        return None
    return Aside(exact, "repetition", told=f"{_HEADLINE[tag]} {words}.")


_NONE = re.compile(r"(?m)^set_aside:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$\n?")
_DRAFTED = re.compile(
    rf"(?m)^  - exact: .*\n(?:    (?:prefix|suffix): .*\n)*    what: \w+\n    reason: \w+\n"
    rf"    note: (?:{'|'.join(map(re.escape, UNDECIDED))})(?:  #.*)?\n"
)


def with_aside(record: str, entries: list[Aside]) -> str:
    """A source's record, as text, with entries at the end of what it sets aside, without
    those drafted before whose note nobody wrote."""
    record = record if record.endswith("\n") else record + "\n"
    record = _DRAFTED.sub("", record)
    drafted = "".join(entry.yaml() for entry in entries if entry.yaml() not in record)
    if not drafted:
        return re.sub(r"(?m)^set_aside:[ \t]*$(?!\n[ \t]*-)", "set_aside: []", record)
    head = _NONE.search(record)
    if not head:
        return f"{record}set_aside:\n{drafted}"
    rest = re.compile(r"(?m)^(?![ \t#-]|$)").search(record, head.end())
    stop = rest.start() if rest else len(record)
    return (
        f"{record[: head.start()]}set_aside:\n{record[head.end() : stop]}{drafted}{record[stop:]}"
    )
