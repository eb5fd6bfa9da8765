"""Quotations that a change sets aside, and the sentences of pages that say that all stand there;
words that it makes a record of, and the sentences that say what is told in our words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.own_words import own_words
from ..text.spans import Cover, Span
from ..topic.evidence import Placed
from ..topic.site import Site

_ALL = (
    r"(?:every|all|each|only|jede\w*|alle\w*|sämtliche\w*|nur|chaque|tou(?:te?s?|s)|seule?s?|cada"
    r"|tod[oa]s?|sol[oa]s?)"
)
_QUOTED = (
    r"(?:quotations?|quotes|passages?|numbers?|clauses?|Zitate?n?|Passagen?|Zahlen?|Teils[aä]tze?"
    r"|citations?|nombres?|chiffres?|propositions?|citas?|pasajes?|números?|cifras?)"
)
_ALL_QUOTED = re.compile(  # one within three words of the other
    rf"(?i)\b{_ALL}\W+(?:[\w’'-]+\W+){{0,2}}{_QUOTED}\b|\b{_QUOTED}\W+(?:[\w’'-]+\W+){{0,2}}{_ALL}\b"
)
_NOT = re.compile(r"(?i)\b(?:not|nicht|pas|no)\W+$")  # not every clause: true all the more
_THE_REST = re.compile(  # not every clause; the rest … told, … in our words
    r"(?i)\b(?:not every|nicht jede[rsn]?|pas chaque|no cada) (?:clause|sentence|passage"
    r"|Teilsatz|Satz|phrase|proposition|frase)\b"
    r"|\b(?:the rest|der Rest|le reste|el resto)\b.*\b(?:told|our words|erzählt|Worten|mots|raconté"
    r"|palabras|cuenta)\b"
)
_FEW = 3  # words that only name somebody
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def newly_aside(before: Site, after: Site) -> Iterator[str]:
    """The words of quotations that are set aside now and were not."""
    for name, source in after.topic.sources.items():
        old = before.topic.sources.get(name)
        known = {old.passages.text[s.start : s.end] for s in _aside(before, name)} if old else ()
        for span in _aside(after, name):
            if (words := source.passages.text[span.start : span.end]) not in known:
                yield words


def _aside(site: Site, name: str) -> Iterator[Span]:
    alone = (p for item, p in site.evidence.aside[name] if item.what == "quotation")
    spans = [span for placed in alone if isinstance(placed, Placed) for span in placed.spans]
    gone = Cover([*site.aside[name].spans, *spans])
    return (span for span in site.topic.sources[name].passages.quoted if gone.touches(span))


def says_all(site: Site) -> Iterator[tuple[str, int, str]]:
    """The sentences of pages that say that all quotations are somewhere: file, line, words."""
    for own in own_words(site):
        for sentence in _SENTENCE.split(own.text) if own.path.startswith("content/") else ():
            found = _ALL_QUOTED.search(sentence)
            if found and not _NOT.search(sentence[: found.start()]):
                yield own.path, own.problem("", "", "").line, sentence


def newly_recorded(before: Site, after: Site) -> Iterator[str]:
    """The words that were set aside as a sentence or a clause, and that a record has now."""
    for name, source in after.topic.sources.items():
        old = before.topic.sources.get(name)
        if old is None or old.passages.text != source.passages.text:
            continue
        left, said = after.aside[name], after.saying[name]
        for span in before.aside[name].spans:
            words = [w for w in source.passages.words_in(*span) if said.holds(w)]
            if len(words) > _FEW and not all(left.holds(w) for w in words):
                yield source.passages.text[words[0].start : words[-1].end]


def says_the_rest(site: Site) -> Iterator[tuple[str, int, str]]:
    """The sentences of pages that say what is told in our words alone, each with the next, which
    may list it: file, line, words."""
    for own in own_words(site):
        sentences = _SENTENCE.split(own.text) if own.path.startswith("content/") else []
        for i, sentence in enumerate(sentences):
            if _THE_REST.search(sentence):
                yield own.path, own.problem("", "", "").line, " ".join(sentences[i : i + 2])
