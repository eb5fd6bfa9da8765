"""The rule on words quoted from works that no stored text can check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.mentions import Names
from ..text.spans import Span
from ..text.speech import FIRST_PERSON
from ..text.voices import OTHER, Sentence
from ..text.words import stands_in
from ..topic.apparatus import Reference
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, OWN, values
from ..topic.site import Site
from .belonging import is_person
from .common import of_class
from .own_words import quotations_in, written_language
from .people import offices_of
from .prose_voices import marked
from .registry import rule
from .voices import agents_names

_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.I)
_HELP = "say in your own words what the work reports; quote only what a source here has"


@rule(whole=False)
def no_speech_from_elsewhere(site: Site) -> Iterator[Problem]:
    """Words quoted from a work elsewhere, which no text here can bear out, are the work's own: no
    person of the topic is named in the sentence that quotes them or in the words, and they are not
    in the first person. Words that a source has too may be anybody's."""
    names = agents_names(site)
    sources = [source.passages.folded for source in site.topic.sources.values()]
    for work in of_class(site, Reference):
        if work.draft:
            continue
        for key, text, spec in values(work):
            if spec.role is ELSEWHERE:
                spoken = FIRST_PERSON.search(text) or _person(site, fold(text), names)
                found = [text] if spoken and not _in_a_source(text, sources) else []
            else:
                own = spec.role in (OUTSIDE, OWN) and isinstance(text, str)
                short = 2 if text == work.title else 0  # a headline may have a word in marks
                found = [*_as_speech(site, text, names, sources, short)] if own else []
            for words in found:
                message = "no text here can show that these are the words of somebody in this topic"
                yield site.problem(work.id, key, message, _HELP, words)


def _as_speech(
    site: Site, text: str, names: Names, sources: list[str], short: int
) -> Iterator[str]:
    """The quotations in a text, longer than so many words, that are in no source, where their
    sentence has a person in it."""
    quoted = quotations_in(site, text)
    words = {span: text[span.start : span.end] for span in quoted}
    unknown = [
        s for s in quoted if not _in_a_source(words[s], sources) and words[s].count(" ") >= short
    ]
    if unknown:
        for sentence in marked(text, quoted, Span(-1, -1), written_language(site)):
            if OTHER in sentence and _person(site, sentence, names):
                yield text[unknown[0].start : unknown[0].end]
                return


def _person(site: Site, text: str, names: Names) -> bool:
    """Whether a person of the topic is in a text, by a name, an office or a pronoun."""
    mentions = Sentence(text, names, written_language(site)).mentions
    spoken_of = _PERSONAL.search(text) or offices_of(site).search(text)
    return bool(spoken_of) or any(is_person(site, m.whose) for m in mentions)


def _in_a_source(words: str, sources: list[str]) -> bool:
    return any(stands_in(fold(words).strip(" .,;:–—"), source) for source in sources)
