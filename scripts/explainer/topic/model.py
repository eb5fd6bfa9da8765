"""The records, frozen. The JSON Schema that editors' tools use is made from these same lines
(``explainer schema``).

Only the *shape* of a record is ruled here (fields, types, patterns), so that this model and the
JSON Schema agree; whatever compares a record with a source or with another record is a rule in
the rooms above.

Names follow schema.org, CSL-JSON and the W3C Web Annotation model (TextQuoteSelector: exact,
prefix, suffix) where they have a word for it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from .agents import Organisation, Person
from .apparatus import Correction, Redirect, Reference
from .fieldtypes import (
    FILING,
    NOT_STATED,
    PASSAGES,
    WORDING,
    AgentId,
    Flag,
    Frozen,
    Id,
    NotStated,
    OneOrMore,
    OrganisationId,
    Own,
    Quantity,
    RecordId,
    SomeOf,
    Text,
    TopicId,
    Verbatim,
    When,
)
from .record import Fact, Named, Record, Words
from .roles import CHOICE, PRINTED, Free, Mark

_BASIS = (
    "stated: the source gives the date; inferred: worked out from its words; reference: a record"
    " elsewhere gives it."
)

_CLAIM = (
    "fact: the source states it as one; claim: somebody in it says so; analysis: the source's own"
    " reasoning; characterisation: the source's own adjectives."
)

_RESOLVED = (
    "Where their words have only a pronoun for who says so (she said), or nobody: the source's"
    " words that name whom it means, of the nearest sentence before in which a person does"
    " something."
)
_INFERRED = (
    "speaker: who says so, named in resolved_from, is inferred from what the source tells; readers"
    " see it."
)
_HOW = Free("how it is known who speaks, not who does")


class Quote(Fact):
    """A quotation (schema.org Quotation). Of a turn of a transcript, attributed_by and evidence may
    be left out: they are the name before it, and both."""

    follows = frozenset({"attributed_by", "evidence"})

    text: Words = Field(
        description=(
            "The words quoted, without the outer quotation marks; a list where the source breaks"
            " them off and goes on."
        )
    )
    kind: Annotated[Literal["spoken", "written", "shared"], CHOICE, Mark.FILTER] = Field(
        description=(
            "spoken: said aloud; written: in a letter, a post, a statement; shared: somebody passed"
            " on the words of somebody else."
        )
    )
    speaker: Annotated[AgentId | None, Mark.ASCRIBED, Mark.FILTER] = Field(
        None, description="Whose words: the id of a person or organisation. Not for kind: shared."
    )
    author: Annotated[AgentId | NotStated | None, Mark.FILTER] = Field(
        None,
        description="Who wrote what was shared; not_stated where the source does not name them.",
    )
    author_description: Verbatim | None = Field(
        None, description="How the source describes an author whom it does not name."
    )
    shared_by: Annotated[AgentId | None, Mark.FILTER] = Field(
        None, description="Who shared it. Their sharing is not their speaking."
    )
    attributed_by: Annotated[Words, PASSAGES] = Field(
        description=(
            "The source's words that say whose words these are, in the same paragraph or a"
            " neighbour."
        )
    )
    resolved_from: Annotated[Words | tuple[()], PASSAGES] = Field(
        (),
        description=(
            "Where those words have only a pronoun (he added): the source's words that name whom it"
            " means, of the nearest sentence before in which a person does something."
        ),
    )
    inferred: Annotated[SomeOf[Literal["speaker"]], CHOICE, _HOW] = Field(
        (),
        description=(
            "speaker: the pronoun may mean several people named before, and which of them speaks"
            " is inferred from what the source tells; readers see it."
        ),
    )
    said_via: Annotated[OrganisationId | NotStated, Mark.ASCRIBED, Mark.FILTER] = Field(
        NOT_STATED, description="The programme or platform's id."
    )
    date_said: When | NotStated = Field(
        NOT_STATED, description="When the words were said, written or shared."
    )
    date_basis: Annotated[Literal["stated", "inferred", "reference"], CHOICE] = Field(
        "inferred", description=f"How the date is known; only where date_said has one. {_BASIS}"
    )
    reported_by: Annotated[AgentId | None, Mark.ASCRIBED, Mark.PRESENT] = Field(
        None, description="Through whom the source has it, if not at first hand."
    )


class Figure(Fact):
    """A number (schema.org Observation). A unit that is a sign in value_text (£, %) may be left
    out; attribution that is left out is, in a turn of a transcript that is quoted in the same file,
    its speaker, and else the source itself."""

    follows = frozenset({"unit", "attribution"})

    label: Annotated[Own, Mark.UNIQUE] = Field(description="What the number is, in a few words.")
    value: Quantity = Field(description="The number itself; of a ratio a-to-1 it is a.")
    value_max: Quantity | None = Field(
        None, description="The upper end, where the source gives a range."
    )
    value_against: Quantity | None = Field(
        None, description="The other side of a score or a vote: 4 of 5-4."
    )
    value_text: Annotated[Text, PRINTED] = Field(description="The number as the source prints it.")
    qualifier: Annotated[
        Literal["exact", "at_least", "more_than", "at_most", "less_than", "about"], CHOICE
    ] = Field(
        "exact",
        description=(
            "How exact the source says it is. exact: it says no more than the number; at_least:"
            " that many or more; more_than: over that many; at_most: up to that many; less_than:"
            " under that many; about: nearly, around, an estimate."
        ),
    )
    unit: Annotated[Own, Mark.COUNTED] = Field(
        description="What one of it is, as people or miles per hour; of 3-to-1 it is to 1."
    )
    measure: Annotated[Own, Mark.ALIKE, Mark.COUNTED] = Field(
        description="What is counted, for instance killed, wounded and captured."
    )
    population: Annotated[Own, Mark.ALIKE, Mark.COUNTED] = Field(
        description="Who or what is counted, for instance the residents of one town."
    )
    period: Annotated[Own, Mark.ALIKE, Mark.UNSTATED, Mark.COUNTED] = Field(
        NOT_STATED, description="Over what time."
    )
    inferred: Annotated[
        SomeOf[Literal["unit", "measure", "population", "period", "speaker"]],
        CHOICE,
        Free("how what the number counts is known, not what it counts"),
    ] = Field(
        (),
        description=(
            "Which of unit, measure, population and period are not in the words of the sentence but"
            " inferred; speaker: who gives it, named in resolved_from, is; readers see it."
        ),
    )
    as_of: When | NotStated = Field(NOT_STATED, description="The date for which the number holds.")
    attribution: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.OWN_VOICE] = Field(
        (),
        description=(
            "Who says so, if not the source itself: ids, nearest to the source text last."
        ),
    )
    attribution_level: Annotated[
        Literal["stated_by", "claimed_by", "estimated_by", "reported_by"], CHOICE
    ] = Field(
        "stated_by",
        description=(
            "How they say so. stated_by: as a fact; claimed_by: as what others may dispute;"
            " estimated_by: as an estimate; reported_by: as what they have from others, or in the"
            " source's own words."
        ),
    )
    resolved_from: Annotated[Words | tuple[()], PASSAGES] = Field((), description=_RESOLVED)

    @property
    def worked_out(self) -> tuple[str, ...]:
        """The fields of what is counted that are inferred."""
        return tuple(field for field in self.inferred if field != "speaker")


class Event(Fact):
    """Something that happened or was expected (schema.org Event)."""

    title: Annotated[Own, Mark.UNIQUE] = Field(description="What happened, in a few words.")
    description: Own = Field(description="What the source says of it, in your own words.")
    date: When = Field(description="The day, month or year.")
    date_text: Verbatim | None = Field(
        None, description="The date as the source gives it, for instance Friday."
    )
    date_basis: Annotated[Literal["stated", "inferred", "reference"], CHOICE] = Field(
        "inferred",
        description=(
            f"How the date is known; left out, it is stated where date_text has its year. {_BASIS}"
        ),
    )
    status: Annotated[Literal["happened", "expected"], CHOICE, Mark.FILTER] = Field(
        "happened",
        description=(
            "Whether it had happened when the source was written. happened: it had; expected: it"
            " was still to come."
        ),
    )
    participants: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.PRESENT, Mark.FILTER] = Field(
        (), description="Ids of those who took part."
    )

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        """Words that have the year of their date state it."""
        if isinstance(data, dict) and "date_basis" not in data:
            year, words = str(data.get("date", ""))[:4], str(data.get("date_text", ""))
            if year and re.search(rf"(?<!\d){re.escape(year)}(?!\d)", words):
                return {**data, "date_basis": "stated"}
        return data


class Position(Fact):
    """What a party wants."""

    holder: Annotated[AgentId, Mark.ASCRIBED, Mark.OWN_VOICE, Mark.FILTER] = Field(
        description="Whose position it is: the id of a person or organisation."
    )
    topic: Annotated[TopicId, Mark.FILTER] = Field(
        description="What it is about: the id of an option or a demand, the same for every party."
    )
    stance: Annotated[
        Literal[
            "for",
            "was_for",
            "appears_for",
            "against",
            "against_by_source",
            "appears_dropped",
            "conditional",
            "unclear",
        ],
        CHOICE,
    ] = Field(
        description=(
            "Where the holder stands. for: wants it; was_for: until a time that the statement"
            " gives; appears_for: the source hedges; against: does not want it; against_by_source:"
            " the source says so, the holder is not quoted; appears_dropped: was for it and appears"
            " to have given it up; conditional: only if something else is so; unclear: the source"
            " leaves it open."
        )
    )
    statement: Annotated[Own, Mark.STATES] = Field(description="The position, in your own words.")
    attribution: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.OWN_VOICE] = Field(
        (), description="Who says so, if not the source itself."
    )
    resolved_from: Annotated[Words | tuple[()], PASSAGES] = Field((), description=_RESOLVED)
    inferred: Annotated[SomeOf[Literal["speaker"]], CHOICE, _HOW] = Field((), description=_INFERRED)
    as_of: When | NotStated = Field(NOT_STATED, description="The date for which it holds.")
    period: Own | None = Field(
        None, description="Over what time, as far as the words say, for instance for months."
    )


class Claim(Fact):
    """A statement, labelled by what it is."""

    statement: Annotated[Own, Mark.STATES] = Field(description="What is said, in your own words.")
    kind: Annotated[
        Literal["fact", "claim", "analysis", "characterisation"], CHOICE, Mark.FILTER
    ] = Field("claim", description=_CLAIM)
    attribution: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.OWN_VOICE, Mark.FILTER] = Field(
        (), description="Who says so, if not the source itself."
    )
    resolved_from: Annotated[Words | tuple[()], PASSAGES] = Field((), description=_RESOLVED)
    inferred: Annotated[SomeOf[Literal["speaker"]], CHOICE, _HOW] = Field((), description=_INFERRED)
    about: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.FILTER] = Field(
        (), description="Ids of the people or organisations it is about."
    )
    as_of: When | NotStated = Field(NOT_STATED, description="The date for which it holds.")


class Cell(Frozen):
    """What the source says of one option; or that it says nothing."""

    statement: Annotated[Own | None, Mark.STATES] = Field(
        None, description="The answer for this option, in your own words."
    )
    kind: Annotated[Literal["fact", "claim", "analysis", "characterisation"] | None, CHOICE] = (
        Field(None, description=f"What the statement is, as for claims. {_CLAIM}")
    )
    attribution: Annotated[SomeOf[AgentId], Mark.ASCRIBED, Mark.OWN_VOICE] = Field(
        (), description="Who says so, if not the source itself."
    )
    resolved_from: Annotated[Words | tuple[()], PASSAGES] = Field((), description=_RESOLVED)
    inferred: Annotated[SomeOf[Literal["speaker"]], CHOICE, _HOW] = Field((), description=_INFERRED)
    evidence: Annotated[Words | tuple[()], PASSAGES] = Field(
        (), description="The source's exact words on which it rests."
    )
    not_stated: Annotated[Flag, CHOICE] = Field(
        False, description="true where the source says nothing of it."
    )


class Comparison(Record):
    """One row of the comparison: a question put to each option."""

    question: Annotated[Own, Mark.UNIQUE] = Field(
        description="The question, as a reader would ask it."
    )
    cells: dict[Id, Cell] = Field(description="For each option's id, what the source says.")


class Conflict(Record):
    """Records that do not sit together, and how they differ, without a verdict."""

    title: Annotated[Own, Mark.UNIQUE] = Field(
        description="What does not sit together, in a few words."
    )
    between: OneOrMore[RecordId] = Field(description="The ids of the two or more records.")
    difference: Own = Field(description="How they differ, without a verdict.")
    evidence: Annotated[Words | tuple[()], PASSAGES] = Field(
        (), description="The source's words where it remarks on the difference itself."
    )


class Term(Named):
    """A word that a reader may not know (schema.org DefinedTerm)."""

    term: Annotated[Own, Mark.UNIQUE] = Field(description="The word or name.")
    definition: Annotated[Own, WORDING] = Field(
        description="What it means, in one or two short sentences of your own."
    )
    alternate_names: Annotated[SomeOf[Own], FILING] = Field(
        (), description="Other forms by which readers may search."
    )


KINDS: dict[str, type[Frozen]] = {
    "people": Person,
    "organisations": Organisation,
    "quotes": Quote,
    "figures": Figure,
    "events": Event,
    "positions": Position,
    "claims": Claim,
    "comparisons": Comparison,
    "conflicts": Conflict,
    "terms": Term,
    "references": Reference,
    "corrections": Correction,
    "redirects": Redirect,
}
