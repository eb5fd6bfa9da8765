"""Help with whose a record is, where its sentence does not name those whom it is ascribed to."""

from __future__ import annotations

import json

from ..text.folding import fold
from ..text.passages import Passages
from ..text.said_so import a_body_gives, pronoun_says, reported, thereby
from ..text.spans import Cover
from ..text.spoken import somebody_gives
from ..text.voices import Sentence
from ..topic.agents import Agent, Organisation
from ..topic.evidence import Placed, place_in
from ..topic.model import Figure
from ..topic.record import Selector
from ..topic.roles import Key
from ..topic.site import Site
from ..topic.topic import SourceText
from .common import names_of, turn_of
from .reported import last_by_mood
from .voices import EITHER, agents_names, another_since, named_before, naming_words

TO_ITSELF = "remove the line attribution:, since the source gives it itself"


def who_says(
    site: Site, name: str, key: Key, who: str, sentences: list[Sentence]
) -> tuple[str, str]:
    """What to do, and the lines to paste, where no sentence of a record names ``who`` says so: the
    words before that name them, where a pronoun, a body or the mood of the sentence does; the
    source itself, where nobody does. Empty where neither is plain."""
    record, agent = site.topic.records[name], site.topic.records[who]
    placed = site.evidence.of(name, "evidence")
    if not placed or not isinstance(agent, Agent) or len(key) > 2:
        return "", ""
    source = site.topic.sources[placed[0].source]
    marked = Cover(source.passages.marked)
    if any(marked.touches(span) for span in placed[0].spans) and not isinstance(record, Figure):
        return "record the words in quotation marks as a quote of theirs first", ""
    printed = fold(record.value_text) if isinstance(record, Figure) else ""
    body = isinstance(agent, Organisation) and any(map(a_body_gives, sentences))
    given = body or any(map(pronoun_says, sentences)) or any(map(thereby, sentences))
    mood = not given and any(map(reported, sentences))
    given = given or mood or any(somebody_gives(s, printed) for s in sentences if printed)
    inferred = getattr(record, "inferred", ())
    if given:
        if any(one.sayers() for one in sentences):
            return "", ""  # somebody else does
        words = _naming_before(site, source.passages, placed[0], agent, mood)
        words = words or (_last_named(source, agent, placed[0].spans[0].start) if body else "")
        found = words and place_in(source, Selector.model_validate({"exact": words}))
        if not isinstance(found, Placed):
            return "", ""
        help = "if it is theirs, put this in, the words before that name them"
        lines = f"    resolved_from: {json.dumps(words, ensure_ascii=False)}\n"
        said = next(filter(None, map(pronoun_says, sentences)), "")
        own = source.passages.sentences_of(placed[0].spans[0])
        wrong = said and another_since(site, agent, source.passages, own, found, said, False)
        if wrong and wrong[1] != EITHER:
            return "", ""
        if mood or body or wrong:
            help += ", and add speaker to inferred:" if inferred else ""
            lines += "" if inferred else "    inferred: [speaker]\n"
        return help, lines
    if printed and not turn_of(site, placed) and not any(s.sayers() for s in sentences):
        return f"nobody is said to say it there: {TO_ITSELF}", ""
    return "", ""


def _naming_before(site: Site, passages: Passages, placed: Placed, agent: Agent, mood: bool) -> str:
    """The words before some others that name who says what these have; where only their mood tells
    that somebody does, those that the rule on it takes."""
    names = agents_names(site)
    if not mood:
        return named_before(site, placed, agent, names)
    own = passages.sentence_at(placed.spans[0].start)
    at = last_by_mood(site, passages, own, agent, names)
    return naming_words(passages, passages.sentences[at], agent) if at >= 0 else ""


def _last_named(source: SourceText, agent: Agent, before: int) -> str:
    """The last words that name somebody before a place, from where their sentence begins if the
    name alone is in several places; empty where there are none."""
    spans = (s for name in names_of(agent) for s in source.passages.slices(name))
    last = max((span for span in spans if span.end <= before), default=None)
    if last is None:
        return ""
    passages, start = source.passages, source.passages.sentence_at(last.start).start
    name = passages.words(*passages.widened(*last))
    once = isinstance(place_in(source, Selector.model_validate({"exact": name})), Placed)
    return name if once else passages.words(*passages.widened(start, last.end))
