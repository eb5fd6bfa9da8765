"""Words found in the sources, with a record ready to paste; and the sealing of a source."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from .load import SourceText, Topic
from .passages import GAP, Span


def find(topic: Topic, words: str, limit: int = 10) -> Iterator[str]:
    """Each place where the words stand, or else the nearest in each source: where, and a record to
    paste.
    """
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
    kind, fields = "claims", [f"evidence: {selector}", "kind: fact", 'statement: ""']
    if quoted:
        context = passages.words(sentence.start, sentence.end)
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


def _yaml(text: str) -> str:
    """A text as YAML in double quotes: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def seal(root: Path, name: str) -> str:
    """Write a source text's sha256 into its record; start the record if there is none. Returns what
    was done.
    """
    text, record = root / f"seeds/sources/{name}.txt", root / f"seeds/sources/{name}.yml"
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    if not record.exists():
        record.write_text(_RECORD.format(digest=digest), "utf-8")
        return f"started seeds/sources/{name}.yml; fill in what the source states about itself"
    old = record.read_text("utf-8")
    new, count = re.subn(r"(?m)^sha256:.*$", f"sha256: {digest}", old)
    if not count:
        new = old.rstrip("\n") + f"\nsha256: {digest}\n"
    if new == old:
        return f"seeds/sources/{name}.yml: sealed already"
    record.write_text(new, "utf-8")
    return f"seeds/sources/{name}.yml: sealed the text as it is now"


_RECORD = """\
# yaml-language-server: $schema=../../schemas/source.schema.json
type: article-newspaper
title: not_stated
author: not_stated
publisher: not_stated
issued: not_stated
URL: not_stated
label: the article
language: en
rights: The words remain their publisher's; short passages are quoted here for comment.
sha256: {digest}
set_aside: []
"""
