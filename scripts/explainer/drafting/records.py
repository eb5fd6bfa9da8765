"""What the drafts of all kinds share: where words are placed, and records of those who speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..text.spans import Span
from ..topic.fieldtypes import NOT_STATED
from ..topic.record import Record
from ..topic.topic import SourceText
from .attribution import Reading
from .draft_file import DraftFile, Field
from .mentions import ORGANISATIONS, PEOPLE
from .name_words import type_of
from .placing import Placing, Words
from .tokens import Agent, looked_up

_SPEAKS_FOR = (  # of whoever is named by that alone, and how to say it
    (r"(?:The )?[Ss]pokes(?:man|woman|person) (?:for|of) (?=the |[A-Z])", "Speaks for "),
    (r"(?:(?:Le|La) )?[Pp]orte-parole de (?=la |l['’])", "Parle pour "),
    (r"(?:(?:Le|La) )?[Pp]orte-parole du ", "Parle pour le "),
    (r"(?:(?:Le|La) )?[Pp]orte-parole des ", "Parle pour les "),
    (r"(?:(?:El|La) )?[Pp]ortavoz de (?=la |las |los )", "Habla por "),
    (r"(?:(?:El|La) )?[Pp]ortavoz del ", "Habla por el "),
    (r"(?:(?:Der|Die) )?Sprecher(?:in)? von (?=[A-ZÄÖÜ])", "Spricht für "),
    (r"(?:(?:Der|Die) )?Sprecher(?:in)? der (?=[A-ZÄÖÜ])", "Spricht für die "),
)


_AS = {
    "en": "Appears in the text as",
    "de": "Erscheint im Text als",
    "fr": "Apparaît dans le texte comme",
    "es": "Aparece en el texto como",
}
_SIDES = {
    "Prosecuting": "Spoke for the prosecution.",
    "Defending": "Spoke for the defence.",
    "Mitigating": "Spoke for the defence.",
}
_SIDE = re.compile(rf"\b({'|'.join(_SIDES)}),\s$")


def speaks_for(name: str) -> str:
    """What a name that is a description says of somebody: a spokesman for the council."""
    for begins, says in _SPEAKS_FOR:
        if match := re.match(begins, name[:1].upper() + name[1:]):
            return f"{says}{name[match.end() :]}."
    return ""


class Records(Reading):
    """A source that is read, and the file of what is drafted from it."""

    def __init__(self, source: SourceText, known: Mapping[str, Record], taken: Iterable[str] = ()):
        super().__init__(source, known)
        self.placing = Placing(self)
        self.file = DraftFile(known, {source.id, *taken})
        self.translated = False  # whether pages are in another language than the source
        self.said_on = set[int]()  # where the days are on which something quoted was said

    def id_of(self, agent: Agent) -> str:
        """The id of somebody's record, drafted at the first use; empty where no words place it."""
        named = self._named(agent)
        if not agent.id and (words := named or self.placing.words(*self.clauses(agent.at))):
            itself = agent.about or speaks_for(agent.name)
            itself = itself or (self._told_of(agent) if agent.kind == PEOPLE else "")
            itself = "" if self.translated else itself
            known = type_of(agent.name)
            known = "programme" if "programme" in agent.roles else known
            fields: dict[str, Field] = {
                "name": self.file.unused(agent.name[0].upper() + agent.name[1:]),
                "type": (known or "other") if agent.kind == ORGANISATIONS else "",
                "job_title": "" if agent.kind == ORGANISATIONS else agent.title,
                "description": itself or NOT_STATED,
                "mention" if named else "evidence": words,
            }
            self.file.published += [] if named else self._places(words)
            decide = {"description": ""} if itself else {}
            decide |= {"type": ""} if known else {}
            agent.id = self.file.add(agent.kind, agent.name, fields, decide)
        return agent.id

    def _told_of(self, agent: Agent) -> str:
        """What the words before a name say that somebody is: an office; whom they speak for in a
        court."""
        before = self.text[max(0, agent.at.start - 20) : agent.at.start]
        side = _SIDE.search(before)
        if side:
            return _SIDES[side[1]]
        told = _AS.get(self.source.record.language[:2], "")
        return f"{told} {agent.title}." if told and agent.title else ""

    def cover(self, *words: Field) -> None:
        """Keep which words of the text a draft has."""
        for some in words:
            for one in some if isinstance(some, list) else [some]:
                places = self._places(one)
                self.file.spans += places
                self.file.published += places

    def _places(self, words: Words) -> list[Span]:
        """Where some words of a draft are."""
        fields = words if isinstance(words, dict) else {"exact": words}
        exact, prefix, suffix = map(fields.get, ("exact", "prefix", "suffix"))
        found = self.passages.find(exact, prefix, suffix) if exact else []
        return [span for place in found for span in place]

    def _named(self, agent: Agent) -> Words | None:
        """The place of a name, where its words are the name and nothing else."""
        start, end = agent.at
        at = self.text.find(agent.name, start, end)
        if at < 0 and looked_up(self.text[start:end]) != looked_up(agent.name):
            return None
        words = self.placing.words(Span(at, at + len(agent.name)) if at >= 0 else agent.at)
        exact = words["exact"] if isinstance(words, dict) else words or ""
        alone = re.sub(r"[’']s$|[.,;:!?]+$", "", exact)
        return words if looked_up(alone) == looked_up(agent.name) else None

    def clauses(self, span: Span) -> list[Span]:
        """The whole clause around some words, and the words alone if no record can hold it."""
        return [self.placing.clause(span), span]
