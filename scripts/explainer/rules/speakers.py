"""The rule on who said a quotation, by the words beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..text.bounds import left_over
from ..text.folding import fold
from ..text.mentions import Names
from ..text.passages import Passages
from ..text.sentences import Sentence as Place
from ..text.spans import Cover, Span
from ..text.speech import speech
from ..text.voices import Sentence
from ..text.words import meant, stands_in
from ..topic.agents import Agent
from ..topic.evidence import ATTRIBUTING, Placed, place_in
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.record import Selector
from ..topic.site import Site
from .belonging import may_be_of, related
from .common import names_of, of_class, published_agents, turn_of
from .registry import rule
from .voices import (
    EITHER,
    INFERRED,
    agents_names,
    another_since,
    is_named,
    named_before,
    only_passes_on,
    prose,
)


@rule(whole=False)
def speaker_named(site: Site) -> Iterator[Problem]:
    """The words that attribute a quotation name its speaker or sharer; where they have only a
    pronoun, resolved_from does. They are in the sentence of the quotation, where that says whose it
    is itself; in it or the one behind it, or
    else in the nearest before in which a person does something, and that person is the one; who
    says something right before goes on (she added). Nobody else is beside the quotation as its
    speaker: the head of a body does not speak as the body, nor the body as its head."""
    names = agents_names(site)
    for quote in of_class(site, Quote):
        who = site.topic.records.get(quote.shared_by or quote.speaker or "")
        text, said = site.evidence.of(quote.id, "text"), site.evidence.of(quote.id, "attributed_by")
        if quote.draft or not isinstance(who, Agent) or who.draft or not (text and said):
            continue
        passages = site.topic.sources[text[0].source].passages
        quoted = quote.reported_by and passages.quoted_in_turn(text[0].spans[0])
        if turn_of(site, text) and not quoted:  # whose a turn is, another rule says
            continue
        if unnamed := _unnamed(site, quote, who):
            beside = _anothers(quote, who, text, names, site)
            none = beside or quote.resolved_from
            words = "" if none else named_before(site, text[0], who, names)
            paste = f"    resolved_from: {json.dumps(words, ensure_ascii=False)}\n" if words else ""
            if either := words and _either(site, quote, who, words):
                unnamed = *unnamed[:2], f"{unnamed[2]}; {either}", *unnamed[3:]
                paste += "    inferred: [speaker]\n"
            lines = "" if words or quote.resolved_from else lines_that_attribute(site, quote)
            if any(stands_in(name, fold(lines)) for name in names_of(who)):
                paste = lines
            yield site.problem(quote.id, *unnamed)._replace(paste=paste)
        elif found := _beside_another(site, quote, who, names):
            yield site.problem(quote.id, *found)


def _either(site: Site, quote: Quote, who: Agent, words: str) -> str:
    """What is to be said, with some words that name who speaks, of others whom the pronoun beside a
    quotation may mean too; empty where it means nobody else."""
    text = site.evidence.of(quote.id, "text")
    source = site.topic.sources[text[0].source]
    naming = place_in(source, Selector.model_validate({"exact": words}))
    if not isinstance(naming, Placed) or quote.inferred:
        return ""
    spans = [span for placed in text for span in placed.spans]
    own = list(dict.fromkeys(s for span in spans for s in source.passages.sentences_of(span)))
    said = " ".join(p.exact for p in site.evidence.of(quote.id, "attributed_by"))
    wrong = another_since(site, who, source.passages, own, naming, said, False)
    return f"{wrong[0]}: {INFERRED}" if wrong and wrong[1] == EITHER else ""


def lines_that_attribute(site: Site, quote: Quote) -> str:
    """The fields that say whose a quotation is, to paste: the words of its sentence, or of the
    nearest of its paragraph, that say so and, where these have no name of its speaker, those that
    do. Empty where there are none."""
    placed = site.evidence.of(quote.id, "text")
    if not placed or placed[0].source not in site.topic.sources:
        return ""
    passages, at = site.topic.sources[placed[0].source].passages, placed[0].spans[0].start
    here = passages.sentence_at(at)
    people = {agent.id: agent for agent in published_agents(site)}
    who = people.get(meant(quote.shared_by or quote.speaker or "", people))
    names = names_of(who) if who else []
    says, speaking = speech(passages.language).says, Cover(passages.speech)
    near = [s for s in passages.sentences if s.paragraph == here.paragraph]
    runs = [
        (place, passages.words(*run))
        for place in sorted(near, key=lambda s: abs(s.number - here.number))
        for run in left_over(passages, Span(place.start, place.end), speaking, 0)
    ]
    own = [run for at, run in runs if at == here and any(stands_in(n, fold(run)) for n in names)]
    saying = [run for _, run in runs if says.search(run)]
    if not (words := next(iter(own or saying), "")):
        return ""
    named = ""
    if who and not any(stands_in(name, fold(words)) for name in names):
        named = named_before(site, placed[0], who, agents_names(site))
    fields = dict(zip(ATTRIBUTING, (words, named), strict=True))
    lines = (f"    {f}: {json.dumps(v, ensure_ascii=False)}\n" for f, v in fields.items() if v)
    return "".join(lines)


def _anothers(quote: Quote, who: Agent, text: list[Placed], names: Names, site: Site) -> bool:
    """Whether the sentence of a quotation has somebody else as its speaker."""
    passages = site.topic.sources[text[0].source].passages
    spans = [span for placed in text for span in placed.spans if placed.source == text[0].source]
    return any(
        voice.whose and voice.said and not related(site, voice.whose, who.id)
        for sentence in dict.fromkeys(s for span in spans for s in passages.sentences_of(span))
        for voice in Sentence(prose(passages, sentence, spans), names, passages.language).voices()
    )


def _unnamed(site: Site, quote: Quote, who: Agent) -> tuple[tuple[str, ...], str, str, str] | None:
    """What is wrong with a quotation whose words do not name whose it is."""
    if naming := _naming(site, quote, who):
        words = fold(naming.exact)
        if not only_passes_on(words, names_of(who)):
            return None
        help = "name whoever said it: add resolved_from: if these words have only him or her"
        return ("attributed_by",), f'"{who.id}" only passes these words on', help, naming.exact
    field = "resolved_from" if quote.resolved_from else "attributed_by"
    words = "; ".join(placed.exact for placed in site.evidence.of(quote.id, field))
    help = (
        "add resolved_from: with the words that name them, of the nearest sentence before in which"
        " a person does something; or the name used there to alternate_names"
    )
    return (field,), f'these words do not name "{who.id}"', help, words


def _naming(site: Site, quote: Quote, who: Agent) -> Placed | None:
    """The first words that attribute a quotation and name somebody."""
    said = [*site.evidence.of(quote.id, "attributed_by")]
    said += site.evidence.of(quote.id, "resolved_from")
    return next((placed for placed in said if is_named(who, placed)), None)


def _beside_another(
    site: Site, quote: Quote, who: Agent, names: Names
) -> tuple[tuple[str, ...], str, str, str] | None:
    """What is wrong where somebody else is named beside a quotation, or since its speaker was."""
    naming, text = _naming(site, quote, who), site.evidence.of(quote.id, "text")
    assert naming is not None
    resolved = naming in site.evidence.of(quote.id, "resolved_from")
    field = ("resolved_from",) if resolved else ("attributed_by",)
    if naming.source != text[0].source:
        return field, "these words are in another source", "name the speaker in the same", ""
    passages = site.topic.sources[naming.source].passages
    spans = [span for placed in text for span in placed.spans]
    own = list(dict.fromkeys(s for span in spans for s in passages.sentences_of(span)))
    said_by = site.evidence.of(quote.id, "attributed_by")
    if clause := _clause_of_its_own(passages, own, spans, said_by, names):
        message = "the sentence of this quotation says itself whose it is"
        help = "take its words that do; if they only have a pronoun, with resolved_from: for who is"
        return ("attributed_by",), message, f"{help} named before", clause
    for sentence in own:
        sentence_read = Sentence(prose(passages, sentence, spans), names, passages.language)
        for voice in sentence_read.voices():
            beside = voice.whose
            if beside and not may_be_of(site, beside, who.id, sentence_read):
                message = f'beside this quotation "{beside}" is named as its speaker'
                if related(site, beside, who.id):
                    message += f', not "{who.id}"'
                return (
                    field,
                    message,
                    "check whose words these are",
                    passages.words(sentence.start, sentence.end)[:160],
                )
            if voice.pronoun and _spoken_to(own, who, names, passages, spans):
                message = f'these words speak to or of "{who.id}"'
                return field, message, "check whose words these are", naming.exact
    said = " ".join(p.exact for p in site.evidence.of(quote.id, "attributed_by"))
    wrong = another_since(site, who, passages, own, naming, said, bool(quote.inferred))
    return (field, *wrong) if wrong else None


def _clause_of_its_own(
    passages: Passages, own: list[Place], spans: list[Span], said: list[Placed], names: Names
) -> str:
    """The sentence of a quotation that says whose it is, where none of the words that are to
    attribute it are of that sentence; empty where some are."""
    inside = any(s.start <= one.spans[0].start < s.end for s in own for one in said)
    for place in () if inside else own:
        if Sentence(prose(passages, place, spans), names, passages.language).reports():
            return passages.words(place.start, place.end)[-160:]
    return ""


def _spoken_to(
    own: list[Place], who: Agent, names: Names, passages: Passages, spans: list[Span]
) -> bool:
    """Whether the sentences of a quotation name somebody only as spoken to or of: she told X."""
    how = set()
    for place in own:
        sentence = Sentence(prose(passages, place, spans), names, passages.language)
        mine = [mention for mention in sentence.mentions if mention.whose == who.id]
        how |= {"speaks" if sentence.inverted(mention) else mention.how for mention in mine}
    return how == {"aside"}
