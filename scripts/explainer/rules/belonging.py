"""Who belongs to whom, and whose words the words of one may be called for all that."""

from __future__ import annotations

import re

from ..text.voices import Sentence
from ..topic.agents import Organisation, Person
from ..topic.site import Site

# Who speaks for a body in its name: its words are the body's.
SPEAKS_FOR = re.compile(
    r"(?i)\b(?:spokes(?:man|woman|person|people)|(?:speak(?:s|ing)|spoke) for|on behalf of"
    r"|\w*sprecher(?:in|s)?|spr[aei]+ch\w* für|im Namen|porte-parole|au nom d[eu']|portavoz"
    r"|voceros?|vocera|en nombre de)(?!\w)"
)


def is_person(site: Site, name: str) -> bool:
    return isinstance(site.topic.records.get(name), Person)


def related(site: Site, one: str, other: str) -> bool:
    """Whether two are one, or one of them belongs to the other."""
    return one == other or other in belongs(site, one) or one in belongs(site, other)


def belongs(site: Site, name: str) -> list[str]:
    """Those to whom somebody belongs."""
    agent = site.topic.records.get(name)
    of = getattr(agent, "affiliation", None) or getattr(agent, "parent", None)
    return [of] if of else []


def says_it(sentence: Sentence) -> set[str]:
    """The ids of those who say something in a sentence."""
    return {mention.whose for mention in sentence.sayers()}


def may_be_of(site: Site, says: str, who: str, sentence: Sentence) -> bool:
    """Whether what one ``says`` in a sentence is of somebody: of the same, of a body of which the
    other is a part, or of one whose spokesman says it; not of a body whose head does, nor of
    its head where only the body does."""
    if says == who or not related(site, says, who):
        return says == who
    one, other = site.topic.records.get(says), site.topic.records.get(who)
    if isinstance(one, Person) and isinstance(other, Organisation):
        return who in says_it(sentence) or bool(SPEAKS_FOR.search(sentence.text))
    return not isinstance(other, Person) or who in says_it(sentence)
