"""What the drafts must know of a language: which words name people and bodies, say who speaks, and
join the two.

Each word has at most one sign; a sentence is then read as a row of signs, and ``attribution``
looks for the few rows in which it is certain who speaks. A language is a table of words; one
without a table gets quotations and numbers, and nobody who says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

# The signs. A name, a description of a person ("the mayor") or of a body (OFFICE), a pronoun, a
# verb of saying or its participle ("adding"), "according to", a verb of sharing, of quoting
# somebody else, and the words around them: determiner, preposition, conjunction, relative,
# auxiliary, "be", adverb, "not", object pronoun, a noun for a person, for a body, for something
# written; any other word. A name that owns something, a quotation, a word with a capital.
NAME, DESCRIBED, PRONOUN, SAYS, SAYING, ACCORDING, SHARES, QUOTES = "NRHVGTSC"
THE, AT, AND, WHO, HAS, IS, ADVERB, NOT, HIM, ROLE, BODY, PAPER, WORD = "dpcrbia!~mBPx"
OWNER, QUOTED, CAPITAL, OFFICE = "nqXO"
UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"


def words(text: str) -> list[str]:
    return text.split()


@dataclass(frozen=True)
class Grammar:
    """The words of one language, in small letters but for ``titles``."""

    says: frozenset[str]
    saying: frozenset[str]  # participles, whose subject is the sentence's
    nouns_too: frozenset[str]  # of says: nouns as well (claims, reports)
    never_before: frozenset[str]  # of says: not before whoever says it (told)
    goes_on: frozenset[str]  # of says: whoever spoke last says more (added)
    written: re.Pattern[str]
    signs: Mapping[str, str]
    phrases: re.Pattern[str]  # more than one word; the group names the sign
    pronouns: Mapping[str, bool | None]  # whether it is a woman; None: several people
    roles: frozenset[str]
    women: frozenset[str]  # roles and titles of women
    men: frozenset[str]
    bodies: frozenset[str]
    titles: re.Pattern[str]  # before a name, and no part of it
    heads: re.Pattern[str]  # with it a name is that of a body
    small: frozenset[str]  # no names, although they begin a sentence
    indefinite: frozenset[str]
    owners: frozenset[str]  # his, her, its
    months: str
    days: str
    articles: frozenset[str] = frozenset("a an une un ein eine una".split())  # of what somebody is
    holders: frozenset[str] = frozenset("the le la der die el".split())  # of the one who is it
    no_subject: frozenset[str] = frozenset()  # determiners of what is no subject: den, dem
    nouns_up: bool = False  # every noun has a capital
    doubts: frozenset[str] = frozenset()  # with them it may not have been said: denied, whether
    turns_away: frozenset[str] = frozenset()  # of says: what others say (dismissed)
    as_what: frozenset[str] = frozenset()  # but not with them: dismissed it as
    of: frozenset[str] = frozenset()  # accused of saying
    naming: frozenset[str] = frozenset()  # right before what is only a name: so-called
    while_: frozenset[str] = frozenset()  # begins what happens beside
    gives: frozenset[str] = frozenset()  # to have something of one's own read: issued a note saying
    heads_first: bool = False  # what a body is stands before its name
    verb_first: bool = False  # a verb may come before whoever says it, anywhere
    no_pronoun: bool = False  # a verb may have no pronoun

    def sign(self, word: str) -> str:
        """The sign of a word that is no name."""
        low = word.lower()
        if found := self.signs.get(low):
            return found
        if low in self.says:
            return SAYS
        if low in self.saying:
            return SAYING
        if self.is_role(low):
            return ROLE
        if low in self.bodies:
            return BODY
        return CAPITAL if word[:1].isupper() else WORD

    def is_role(self, low: str) -> bool:
        low = low if low in self.roles else low.rpartition("-")[2]
        return low in self.roles or any(
            low.endswith(end) and ((low == end and self.nouns_up) or len(low) > len(end) + 2)
            for end in self._role_ends
        )

    @cached_property
    def _role_ends(self) -> tuple[str, ...]:
        return tuple(role[1:] for role in self.roles if role.startswith("*"))

    def is_woman(self, word: str) -> bool | None:
        """Whether a title or role is a woman's; None for what may be either's."""
        low = word.lower().rstrip(".")
        if word in self.women or low in self.women or (self.nouns_up and low.endswith("in")):
            return True
        return False if low in self.men else None

    @cached_property
    def all_signs(self) -> frozenset[str]:
        """Every word that has a sign of its own, and so is no name."""
        return frozenset({*self.signs, *self.small})


def signs(by_sign: Mapping[str, str]) -> dict[str, str]:
    """Words by their sign, as a table of words."""
    return {word: sign for sign, text in by_sign.items() for word in text.split()}


def forms(verbs: str, *endings: tuple[str, str]) -> set[str]:
    """Forms of regular verbs: for each pair, the ending of the verb and those put in its place."""
    found = set[str]()
    for verb in verbs.split():
        for ending, others in endings:
            if verb.endswith(ending):
                stem = verb[: len(verb) - len(ending)]
                found |= {stem + other.strip("-") for other in others.split()}
                break
    return found


def either(some: Iterable[str]) -> str:
    """Words as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(some, key=len, reverse=True))
