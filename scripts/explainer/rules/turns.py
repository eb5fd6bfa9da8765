"""The rules on turns of a transcript and on posts: whose they are stands before or behind them."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.passages import Passages
from ..text.said_so import speaker_says
from ..text.spans import Cover, Span
from ..text.turns import Turn
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.roles import Key, Mark, values
from ..topic.site import Site
from .belonging import belongs, related, says_it
from .common import label_of, names_of, of_class, published_agents, turn_of
from .dropped import as_long, says_so
from .registry import rule
from .voices import agents_names, prose


def called(agent: Agent, words: str) -> bool:
    """Whether words name somebody, in capitals too."""
    low = words.casefold()
    return any(stands_in(name.casefold(), low) for name in names_of(agent))


def speakers_of(site: Site, label: str) -> list[str]:
    """The ids of those whom a label names: those with the longest name in it."""
    found = [
        (max(len(n) for n in names_of(a) if stands_in(n.casefold(), label.casefold())), a.id)
        for a in published_agents(site)
        if called(a, label)
    ]
    longest = max((length for length, _ in found), default=0)
    return [name for length, name in found if length == longest]


@rule(whole=False)
def turns_of_their_speakers(site: Site) -> Iterator[Problem]:
    """A quotation from a turn of a transcript, or from a post, is of whoever is named before the
    colon or signs it: these words attribute it, and name its speaker, or resolved_from says who
    that is (the President). Where the words of a turn say that they quote somebody, that is the
    speaker, and the turn's reports it (reported_by). A post is written. What else rests on such
    words alone is ascribed to them, or to whoever they say said it."""
    for quote in of_class(site, Quote):
        if not quote.draft and (found := _wrong_speaker(site, quote)):
            field, message, help, words = found
            yield site.problem(quote.id, (field,), message, help, words)
    for name, record in site.topic.records.items():
        if record.draft or isinstance(record, Quote):
            continue
        turn = _turn_told(site, site.evidence.of(name))
        if not turn:
            continue
        label = label_of(*turn)
        theirs = speakers_of(site, label)
        own = [
            (key, who)
            for key, who, spec in values(record, Mark.ASCRIBED)
            if Mark.OWN_VOICE in spec.marks
        ]
        known = [(key, str(who)) for key, who in own if who in site.topic.records]
        if not theirs or not known:
            continue
        others = _second_hand_of(site, name, *turn)
        left = (one for one in others if not _among(site, one, known))
        if other := next(left, ""):
            message = f'"{other}" says so, as "{theirs[0]}" tells, and the record leaves them out'
            help = f"write attribution: [{other}, {theirs[0]}]"
            yield site.problem(name, known[0][0], message, help, known[0][1])
        elif not others and not any(_is_theirs(site, who, theirs) for _, who in known):
            key, who = known[0]
            message = f'"{theirs[0]}" says these words ({label}), not "{who}"'
            yield site.problem(name, key, message, "ascribe it to whoever says it", who)


def _turn_told(site: Site, placed: list[Placed]) -> tuple[Passages, Turn] | None:
    """The one turn or post that all of some words are in, with the words that say whose it is."""
    found = set[tuple[str, Turn | None]]()
    for one in placed:
        passages = site.topic.sources[one.source].passages
        for start, end in one.spans:
            turn = passages.turn_at(Span(end - 1, end))
            labels = (turn.label for turn in passages.turns)
            if turn or not any(label.start <= start and end <= label.end + 1 for label in labels):
                found.add((one.source, turn if turn and turn.label.start <= start else None))
    if len(found) != 1:
        return None
    source, turn = found.pop()
    return (site.topic.sources[source].passages, turn) if turn else None


def _wrong_speaker(site: Site, quote: Quote) -> tuple[str, str, str, str] | None:
    """What is wrong with whose a quotation from a turn or a post is: the field, what, how to fix
    it, the words."""
    found = turn_of(site, site.evidence.of(quote.id, "text"))
    who = site.topic.records.get(quote.speaker or quote.author or quote.shared_by or "")
    if not found or not isinstance(who, Agent) or who.draft:
        return None
    passages, turn = found
    label, said = label_of(passages, turn), site.evidence.of(quote.id, "attributed_by")
    theirs = speakers_of(site, label)
    if theirs and not _is_theirs(site, who.id, theirs):
        second_hand = _at_second_hand(site, quote, who, passages, theirs)
        if second_hand is not None:
            return second_hand or None
    if turn.posted and quote.kind == "spoken":
        return "kind", "these words are a post", "write kind: written", label
    if not any(Cover(p.spans).touches(turn.label) for p in said):
        help = f"take the words that say whose they are: {label}"
        return "attributed_by", "these words are not those beside the turn", help, label
    if theirs:
        own = _is_theirs(site, who.id, theirs)
        message = f'"{theirs[0]}" says these words, not "{who.id}"'
        return None if own else ("attributed_by", message, "check whose words these are", label)
    resolved = [p.exact for p in site.evidence.of(quote.id, "resolved_from")]
    if any(called(who, words) for words in resolved):
        return None
    help = "add resolved_from: with words that say who that is; or this name to alternate_names"
    return "attributed_by", f'these words do not name "{who.id}"', help, label


def _at_second_hand(
    site: Site, quote: Quote, who: Agent, passages: Passages, theirs: list[str]
) -> tuple[str, str, str, str] | tuple[()] | None:
    """What is wrong with a quotation within a turn that says whose it is: X told me, “…”; empty
    where the speaker of the turn is whoever reports it, None where nobody is quoted there."""
    spans = [span for placed in site.evidence.of(quote.id, "text") for span in placed.spans]
    if not passages.quoted_in_turn(spans[0]):
        return None
    for place in dict.fromkeys(s for span in spans for s in passages.sentences_of(span)):
        sentence = Sentence(prose(passages, place, spans), agents_names(site), passages.language)
        for voice in sentence.voices():
            saying = {voice.whose} if voice.said else says_it(sentence) - {voice.whose}
            named = saying and all(related(site, one, who.id) for one in saying)
            if not (named or (voice.pronoun and quote.resolved_from)):
                return None
        if speaker_says(sentence):
            return None
    if quote.reported_by and any(related(site, quote.reported_by, one) for one in theirs):
        return ()
    message = f'"{theirs[0]}" quotes these words of "{who.id}"'
    return "speaker", message, f"add reported_by: {theirs[0]}", passages.words(*spans[0])


def _among(site: Site, one: str, known: list[tuple[Key, str]]) -> bool:
    return any(related(site, one, who) for _, who in known)


def _is_theirs(site: Site, who: str, theirs: list[str]) -> bool:
    """Whether somebody is one of those who speak, or belongs to what speaks; whoever they belong to
    says nothing there."""
    return who in theirs or any(one in belongs(site, who) for one in theirs)


def _second_hand_of(site: Site, name: str, passages: Passages, turn: Turn) -> list[str]:
    """Those who say the number or the words of a record in a turn, as the turn tells: the engineers
    told us that …"""
    names, found = agents_names(site), list[str]()
    placed = [s for p in site.evidence.of(name) for s in p.spans]
    for span in [site.evidence.numbers[name][1]] if name in site.evidence.numbers else placed:
        for sentence in passages.sentences_of(span):
            place = Span(max(sentence.start, turn.words.start), sentence.end)
            read = Sentence(as_long(passages, place, True), names, passages.language)
            start, end = max(span.start, place.start), min(span.end, place.end)
            at = (start - place.start, end - place.start)
            found += [m.whose for m in read.sayers() if says_so(read, m, *at)]
    return found
