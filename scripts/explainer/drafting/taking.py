"""The records of an answer with every word looked up in the source, and their ids made fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from ..text.spans import Span
from ..topic.agents import Organisation, Person
from ..topic.model import KINDS
from ..topic.record import Record
from ..topic.settings import SetAside
from ..topic.topic import SourceText
from ..topic.yaml import Tree
from .answer import SET_ASIDE, Answer, Given
from .attribution import Reading
from .placing import Placing, Words
from .tokens import looked_up

_WORDS = ("text", "evidence", "mention", "attributed_by", "resolved_from")
_AGENTS = frozenset(
    "speaker author shared_by reported_by attribution holder participants about affiliation parent"
    " said_via".split()
)
_NAMES = {"people": "name", "organisations": "name", "figures": "label", "events": "title"}
_NAMES |= {"terms": "term", "claims": "statement", "positions": "statement"}


class Taken(NamedTuple):
    """A record whose words are all in the source, with its fields as they will be written."""

    kind: str
    id: str
    fields: dict[str, Tree]


class Refused(NamedTuple):
    """A record that is left out: what it is, why, and the source's words nearest to its own."""

    what: str
    why: str
    nearest: str = ""


class Taking:
    """Takes an answer record by record; ``taken`` holds, ``refused`` does not."""

    def __init__(self, source: SourceText, known: Mapping[str, Record], taken: Iterable[str] = ()):
        self.source, self.known, self.not_free = source, known, taken
        self.reading = Reading(source, known)
        self.placing = Placing(self.reading)
        self.said = {
            q.parts[0]: q.said.who
            for q in self.reading.quotations()
            if q.said and not q.said.shared
        }
        self.taken: list[Taken] = []
        self.aside: list[tuple[Words, str, str]] = []  # exact words, reason, the note proposed
        self.refused: list[Refused] = []
        self.ids: dict[str, str] = {}  # ids and names of the answer, and the ids they became
        self.names: dict[str, str] = {}  # of people and organisations, by their id

    def take(self, answer: Answer) -> None:
        for id, record in self.known.items():
            self.ids[id] = id
            if isinstance(record, (Person, Organisation)):
                self.ids.setdefault(looked_up(record.name), id)
                self.names[id] = " ".join([record.name, *record.alternate_names])
        used = {*self.known, *self.not_free, self.source.id}
        given = [(one, self._id(one, used)) for one in answer.records if one.kind != SET_ASIDE]
        for one, id in given:
            self._record(one, id)
        for one in answer.records:
            if one.kind == SET_ASIDE:
                self._set_aside(one)
        self.refused += [Refused("a part of the answer", why) for why in answer.unread]

    def _id(self, given: Given, used: set[str]) -> str:
        """An id for a record: its own where that is fit and free."""
        own = str(given.fields.get("id", ""))
        name = str(given.fields.get(_NAMES.get(given.kind, "id"), ""))
        stem = own or name or given.kind
        stem = re.sub(r"[^a-z0-9]+", "-", stem.lower().encode("ascii", "ignore").decode())
        stem = stem[:60].strip("-") or given.kind
        if given.kind in ("people", "organisations") and looked_up(name) in self.ids:
            return self.ids[looked_up(name)]  # somebody who is recorded already
        id, n = stem, 2
        while id in used:
            id, n = f"{stem}-{n}", n + 1
        used.add(id)
        if own:
            self.ids.setdefault(own, id)
        if given.kind in ("people", "organisations") and name:
            self.ids.setdefault(looked_up(name), id)
            self.names[id] = f"{name} {given.fields.get('alternate_names', '')}"
        return id

    def _record(self, given: Given, id: str) -> None:
        if id in self.known:
            return
        what = f"{given.kind} {id}"
        fields: dict[str, Tree] = {}
        places: list[Span] = []
        for key, value in given.fields.items():
            if key in ("id", "draft", "source") or value in ("", [], {}):
                continue
            if key not in KINDS[given.kind].model_fields:
                self.refused.append(Refused(what, f"{given.kind} have no field {key[:40]}"))
                return
            if key in _WORDS:
                placed = self._words(value, places)
                if isinstance(placed, Refused):
                    self.refused.append(placed._replace(what=f"{what}, {key}"))
                    return
                value = placed
            elif key in _AGENTS:
                value = self._agents(value)
            fields[key] = value
        if wrong := self._another_speaker(given.kind, fields, places):
            self.refused.append(Refused(what, wrong))
            return
        self.taken.append(Taken(given.kind, id, fields))

    def _agents(self, value: Tree) -> Tree:
        """Ids in place of ids or names of the answer."""
        if isinstance(value, list):
            return [self._agents(one) for one in value]
        return self.ids.get(str(value)) or self.ids.get(looked_up(str(value))) or str(value)

    # --- words ------------------------------------------------------------------------------------

    def _words(self, value: Tree, places: list[Span]) -> Tree | Refused:
        """Words, or a list of them, as a record may hold them; why not, where it may not."""
        if isinstance(value, list):
            some = [self._words(one, places) for one in value]
            wrong = next((one for one in some if isinstance(one, Refused)), None)
            return wrong or [one for one in some if not isinstance(one, Refused)]
        fields = value if isinstance(value, dict) else {"exact": value}
        exact = " ".join(str(fields.get("exact", "")).split())
        beside = {k: str(v) for k, v in fields.items() if k in ("prefix", "suffix")}
        found = self.source.passages.find(exact, beside.get("prefix"), beside.get("suffix"))
        if len(found) == 1:
            places.append(Span(found[0][0].start, found[0][-1].end))
            marked = {k: v for k, v in fields.items() if k == "highlight"}
            return {"exact": exact, **beside, **marked} if beside or marked else exact
        return self._placed(exact, len(found), places)

    def _placed(self, exact: str, several: int, places: list[Span]) -> Tree | Refused:
        """Words that are there more than once, or not as whole words: the one place that is
        meant, if that is plain."""
        passages = self.source.passages
        spans = passages.slices(exact) if exact else []
        near = [s for s in spans if any(abs(s.start - p.start) < 600 for p in places)]
        spans = near if len(near) == 1 else spans
        words = self.placing.words(spans[0]) if len(spans) == 1 else None
        if words:
            places.append(spans[0])
            return dict(words) if isinstance(words, dict) else words
        if several or len(spans) > 1:
            why = f'these words are there more than once, and it is not said where: "{exact[:80]}"'
            return Refused("", why)
        nearest = passages.nearest(exact) if exact else None
        why = f'these words are not in the article: "{exact[:160]}"'
        return Refused("", why, nearest[0] if nearest else "")

    # --- who says it ------------------------------------------------------------------------------

    def _another_speaker(self, kind: str, fields: dict[str, Tree], places: list[Span]) -> str:
        """Who else says what is quoted, where the words around it leave no doubt."""
        speaker = str(fields.get("speaker", ""))
        if kind != "quotes" or not speaker:
            return ""
        named = set(re.findall(r"\w+", looked_up(self.names.get(speaker, speaker))))
        for span, agent in self.said.items():
            inside = any(span.start <= p.start and p.end <= span.end for p in places)
            if inside and not named & {*looked_up(agent.name).split(), *agent.roles}:
                return f'by the words around it {agent.name} says this, not "{speaker}"'
        return ""

    def _set_aside(self, given: Given) -> None:
        words = self._words(given.fields.get("exact", ""), [])
        note = " ".join(str(given.fields.get("note", "")).split())
        reason = str(given.fields.get("reason", "background"))
        if isinstance(words, Refused):
            self.refused.append(words._replace(what="set_aside"))
        elif isinstance(words, (str, dict)):
            exact: Words = (
                words if isinstance(words, str) else {k: str(v) for k, v in words.items()}
            )
            reasons = get_args(SetAside.model_fields["reason"].annotation)
            reason = reason if reason in reasons else "background"
            self.aside.append((exact, reason, note))
