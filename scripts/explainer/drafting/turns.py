"""Whose the turns of a transcript and signed posts are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.given_names import is_given_name
from ..text.spans import Span
from ..text.turns import Turn
from .grammar import UP
from .meaning import Meaning, Said
from .mentions import PEOPLE
from .tokens import SHORT, Agent, looked_up

# Those who are nobody in particular.
_NOBODY = frozenset(
    "q a question answer frage antwort pregunta respuesta speaker audience reporter journalist"
    " unidentified unknown male female voice participant caller guest all crowd".split()
)
# Parts in a conversation.
_LEADS = frozenset(
    "presenter host moderator anchor narrator operator interviewer chair moderatorin"
    " sprecher sprecherin interviewerin modérateur modératrice présentateur présentatrice"
    " animateur animatrice"
    " moderador moderadora presentador presentadora locutor locutora entrevistador"
    " entrevistadora".split()
)
_ADDRESSES = frozenset("Madam Madame Sir Dear Monsieur Señor Señora Herr Frau Lady Lord".split())
_HANDLE = re.compile(r"\(?@\w+\)?.*$")
_BRACKETS = re.compile(r"\s*[(\[].*$")


class Turns(Meaning):
    """A source as read for turns and posts too."""

    def turn_said(self, span: Span) -> Said | None:
        """Whose the turn or post is that a quotation is all of."""
        turn = self.turn_of(span)
        who = self._labelled(turn) if turn else None
        if not turn or not who:
            return None
        start, end = turn.label
        colon = re.compile(r"(?:, [^:\n]{1,80})?[ \u00a0\u202f]?:").match(self.text, end)
        end = colon.end() if colon and not turn.posted else end
        return Said(who, Span(start, end), "wrote" if turn.posted else "")

    def signs(self, at: int) -> bool:
        """Whether an offset lies in the signature of a post."""
        return any(t.posted and t.label.start <= at < t.label.end for t in self.turns.values())

    def label_turns(self) -> None:
        """Make those known whom the labels of turns name."""
        for turn in self.turns.values():
            self._labelled(turn)

    def turn_of(self, span: Span) -> Turn | None:
        """The turn or the post that a quotation is all of."""
        return self.turns.get(span)

    def _labelled(self, turn: Turn) -> Agent | None:
        """Whom a label names; nobody where it is a letter or a role in the conversation."""
        label = self.text[slice(*turn.label)]
        bare = _BRACKETS.sub("", _HANDLE.sub("", label)).split(",")[0].strip(" :—–-")
        parts = bare.split()
        if not parts or {p.lower().strip(".0123456789") for p in parts} & (_NOBODY | {""}):
            return None
        words = [self._as_written(p) if p.isupper() else p for p in parts]
        words[0] = words[0][:1].upper() + words[0][1:]
        short = words[0].rstrip(".") in SHORT and len(words) > 1
        name = " ".join(words[1:] if short else words)
        start = turn.label.start + label.find(parts[1 if short else 0])
        known = self.agents.get(looked_up(name)) or self.by_last_name(words)
        if known and known.kind:
            return known
        if not known and len(parts) == 1 and (full := self._in_full(words[0])):
            who = Agent(self.text[slice(*full)], PEOPLE, full)
            self.agents[looked_up(who.name)] = who
            self.add(who)
            return who
        if self._is_office(words) or (not self._is_person(words) and (not turn.posted or known)):
            return None
        at = Span(start, turn.label.start + label.find(bare) + len(bare))
        kind = PEOPLE if self._is_person(words) else "organisations"
        who = Agent(name[:1].upper() + name[1:], kind, at)
        if (short and len(words) > 2) or (not short and len(words) > 1):
            self.agents[looked_up(name)] = who
        self.add(who)
        return who

    def holding(self, turn: Turn) -> Iterator[Agent]:
        """Those of whom the text says that they have the office that a label is."""
        words = set(re.findall(r"\w+", self.text[slice(*turn.label)].lower()))
        return (a for a in self.agents.values() if a.kind == PEOPLE and words & a.roles)

    def _is_office(self, words: list[str]) -> bool:
        """Whether a label has only an office or a part in the conversation, with an article or not:
        it says by what somebody speaks, not who they are."""
        assert self.grammar
        articles = self.grammar.holders | self.grammar.articles
        low = [word.lower() for word in words if word.lower() not in articles]
        return all(word in _LEADS or self.grammar.is_role(word) for word in low)

    def _in_full(self, last: str) -> Span | None:
        """The first and last name, in what is said in a turn, of whom a label has the last name
        alone; nothing where several have it, or what stands before it may be no name."""
        assert self.grammar
        if self.grammar.is_role(last.lower()):
            return None
        name = re.compile(rf"(?<=[\w,] )([{UP}][^\W\d_]+) {re.escape(last)}(?![\w-])")
        found = [m for m in name.finditer(self.text) if not self._no_first_name(m[1])]
        return Span(*found[0].span()) if len({m[1] for m in found}) == 1 else None

    def _no_first_name(self, word: str) -> bool:
        assert self.grammar
        titled = self.grammar.titles.fullmatch(f"{word} ") or word in SHORT | _ADDRESSES
        small = word.isupper() or word.lower() in self.grammar.all_signs
        return bool(titled) or small or self.grammar.is_role(word.lower())

    def _as_written(self, part: str) -> str:
        """A word in capitals as it is written elsewhere: LA ALCALDESA, MAYOR ADAMS, J. REED."""
        assert self.grammar
        low = part.lower()
        article = low in self.grammar.holders | self.grammar.articles
        role = not self.grammar.nouns_up and self.grammar.is_role(low)
        titled = self.grammar.titles.fullmatch(f"{part.capitalize()} ")
        if article or (role and not titled):
            return low
        return part.title() if len(part.strip(".")) > 1 and "’" not in part else part.capitalize()

    def _is_person(self, words: list[str]) -> bool:
        """Whether the words of a label are a person's name, with a title or not."""
        assert self.grammar
        name = " ".join(words)
        if self.grammar.heads.search(name):
            return False
        titled = bool(self.grammar.titles.match(f"{words[0]} "))
        return titled or is_given_name(words[0]) or len(words) in (2, 3)
