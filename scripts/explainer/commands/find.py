"""Words found in the sources, with a record ready to paste."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..text.bounds import Clauses
from ..text.passages import GAP, Passages
from ..text.spans import Span
from ..topic.topic import SourceText, Topic

# What opens a sentence and is followed by a comma and the clause itself; and what may be left out
# behind a comma.
_LEADS = (
    "Despite|Though|Although|While|When|After|Before|Since|If|As|Even|In|On|At|According|Because"
)
_GOES_ON = "while|although|though|because|which|even|despite|saying|whereas|if|unless"


def find(topic: Topic, words: str, limit: int = 10) -> Iterator[str]:
    """Each place where the words stand, or else the nearest in each source: where, and a record to
    paste."""
    words = words.strip().strip('"“”„«»') or words  # the marks around a quotation are not its words
    exact = [(s, span) for s in topic.sources.values() for span in s.passages.slices(words)[:limit]]
    if not exact and GAP in words:
        exact = [
            (s, Span(m[0].start, m[-1].end))
            for s in topic.sources.values()
            for m in s.passages.find(words)
        ]
    for source, span in exact:
        yield _hit(source, span, "")
    if not exact:
        for source in topic.sources.values():
            if near := source.passages.nearest(words):
                yield _hit(source, near[1], " (nearest: not the same words)")


def _hit(source: SourceText, span: Span, note: str) -> str:
    passages = source.passages
    start, end = passages.widened(*span)
    quoted = next((q for q in passages.quoted if q.start <= start and end <= q.end), None)
    found = passages.words(start, end)
    if not quoted:  # what is quoted is as short as it is; evidence is a whole clause
        start, end = whole_clause(passages, span)
    exact = passages.words(start, end)
    several = len(passages.find(exact)) > 1
    sentence = passages.sentence_at(start)
    selector = _yaml(exact)
    if several:
        before = [
            *passages.words_in(
                sentence.start if sentence.start < start else max(0, start - 80), start
            )
        ][-3:]
        after = [*passages.words_in(end, min(len(passages.text), end + 80))][:3]
        side, words = ("prefix", before) if before else ("suffix", after)
        selector = (
            f"\n      - exact: {_yaml(exact)}\n        {side}:"
            f" {_yaml(passages.words(words[0].start, words[-1].end))}"
            if words
            else selector
        )
    marked = f"\n        highlight: {_yaml(found)}" if found not in (exact, "") else ""
    if marked and "exact:" not in selector:
        selector = f"\n      - exact: {selector}"
    kind, fields = "claims", [f"evidence: {selector}{marked}", "kind: fact", 'statement: ""']
    if quoted:
        whole = Clauses(passages, span).widened((Span(sentence.start, sentence.end),))
        context = passages.words(*whole)
        kind, fields = (
            "quotes",
            [
                f"text: {selector}",
                f"evidence: {_yaml(context)}",
                "kind: spoken",
                "speaker:",
                'attributed_by: ""',
                "said_via: not_stated",
                "date_said: not_stated",
            ],
        )
    several_sources = f"source: {source.id}"
    return (
        f"{source.path}:{passages.line_at(start)}, paragraph {sentence.paragraph}, sentence"
        f" {sentence.number}{note}\n    {exact}\n{kind}:\n  - id: \n    {several_sources}\n"
        + "".join(f"    {field}\n" for field in fields)
    )


def whole_clause(passages: Passages, words: Span) -> Span:
    """The shortest clause around some words that plainly begins with its subject and ends where
    nothing goes on; else their whole sentence."""
    clauses, text = Clauses(passages, words), passages.text
    joining, (low, high) = clauses.joining, clauses.whole
    if not joining.subjects:  # a language of which the checks know only the marks
        return clauses.widened((words,))
    begins, nouns = "|".join(joining.subjects), "|".join(joining.before_nouns - {"by", "of"})
    opens = re.compile(
        rf"(?:[;:—–]|(?P<comma>,))\s+(?=(?P<whom>(?:{begins})\b|(?:{nouns})\s|[A-Z]))"
    )
    ends = re.compile(rf"(?=[;:—–])|,(?=\s(?:{_GOES_ON})\b|\s(?:and|but)\s(?:{begins})\b)")
    led = re.match(rf"(?:{_LEADS})\b", text[low:high])  # "Despite …, somebody did": a comma ends it
    starts = [low] + [
        m.end() for m in opens.finditer(text, low, words.start + 1) if led or not m["comma"]
    ]
    stops = [m.end() for m in ends.finditer(text, words.end, high)] + [high]
    for start in reversed(starts):
        for stop in stops if start <= words.start else ():
            span = Span(start, stop)
            if not (clauses.fault((span,)) or passages.splits_quotation((span,))):
                return span
    return Span(low, high)


def _yaml(text: str) -> str:
    """A text as YAML in double quotes: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)
