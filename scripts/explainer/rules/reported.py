"""Who says what a sentence only reports by its mood: whoever the sentences before it have speak."""

from __future__ import annotations

from bisect import bisect_left

from ..text.languages import LANGUAGES
from ..text.mentions import Names
from ..text.passages import Passages
from ..text.said_so import pronoun_says, spoke_of, takes_a_stand
from ..text.sentences import Sentence as Place
from ..text.speech import speech
from ..text.voices import Sentence
from ..topic.agents import Agent
from ..topic.site import Site
from .belonging import related, says_it
from .voices import prose, who_acts


def german(sentence: Sentence) -> bool:
    """Whether a sentence is read as German, which reports by a mood that has no other use."""
    return sentence.words is speech(LANGUAGES["de"])


def opens_a_report(sentence: Sentence) -> set[str]:
    """The ids of those whose words the next sentence may report: they say something, or take a
    stand of which it has the grounds (X defended the fee. It would pay for two nurses)."""
    return says_it(sentence) | spoke_of(sentence) or takes_a_stand(sentence)


def last_by_mood(site: Site, passages: Passages, own: Place, who: Agent, names: Names) -> int:
    """The number of the nearest sentence before another in its paragraph in which somebody says
    something or takes a stand, or, in German, in which a person does something if nobody does;
    -1 where that is not ``who``, or where there is none."""
    first = bisect_left(passages.sentences, own)
    doing = -1
    for number in range(first - 1, -1, -1):
        place = passages.sentences[number]
        if place.paragraph != own.paragraph:
            break
        sentence = Sentence(prose(passages, place, []), names, passages.language)
        sayers = opens_a_report(sentence)
        if sayers or pronoun_says(sentence):
            return number if any(related(site, one, who.id) for one in sayers) else -1
        somebody = who_acts(site, sentence, who) if german(sentence) else ""
        if somebody and doing == -1:
            doing = number if somebody == who.id else -2
    return max(doing, -1)
