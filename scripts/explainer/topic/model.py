"""The records, frozen. The JSON Schema that editors' tools use is made from these same lines
(``explainer schema``).

Only the *shape* of a record is ruled here (fields, types, patterns), so that this model and the
JSON Schema agree; whatever compares a record with a source or with another record is a rule in
``checks``.

Names follow schema.org, CSL-JSON and the W3C Web Annotation model (TextQuoteSelector: exact,
prefix, suffix) where they have a word for it. Dates are ISO 8601 with the precision they have:
``2025``, ``2025-08`` or ``2025-08-17`` (Extended Date/Time Format, level 0).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def __getattr__(self, name: str) -> Any:
        """There are no private attributes, for which Pydantic looks first; rules ask many records
        for fields that they have not, and this answers three times as fast.
        """
        raise AttributeError(name)


def _listed(value: Any) -> Any:
    """One item may be written without the list around it."""
    return value if isinstance(value, (list, tuple)) else [value]


def _selector(value: Any) -> Any:
    """Bare words are a selector with nothing but its exact words."""
    return {"exact": value} if isinstance(value, str) else value


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _digits(value: Any) -> Any:
    """Only what the schema allows: Decimal itself would read 1e3, 1_000 and digits of other scripts
    too.
    """
    if isinstance(value, str) and not re.fullmatch(_NUMBER, value):
        raise ValueError("write digits, with a point before decimals and nothing else")
    return value


def one_or_more(item: Any) -> Any:
    """A tuple of ``item`` that may be written as a single one; the schema says so too."""
    return Annotated[tuple[item, ...], BeforeValidator(_listed), Field(min_length=1)]


_NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,6})?"


# An unquoted 2024 is a number to an editor's YAML tool and a string to ours, hence the two types in
# the schema.
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000, pattern=r"\S")]


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]


Date = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
]


Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'\\]+$", max_length=500)]


Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


Number = Annotated[
    Decimal,
    BeforeValidator(_digits),
    Field(max_digits=24, allow_inf_nan=False),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_NUMBER}$"}]}),
]


Flag = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["true", "false"]}]}),
]


Share = Annotated[
    Decimal,
    BeforeValidator(_digits),
    Field(ge=0, le=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^(0(\.[0-9]{1,6})?|1(\.0{1,6})?)$"},
            ]
        }
    ),
]


_BASIS = (
    "stated: the source gives the date; inferred: worked out from its words; reference: a record"
    " elsewhere gives it."
)


NOT_STATED = "not_stated"


NotStated = Literal["not_stated"]


class Selector(Frozen):
    """Exact words of a source (W3C TextQuoteSelector)."""

    exact: Text = Field(
        description="The source's exact words. […] leaves words out within one paragraph."
    )
    prefix: Text | None = Field(
        None, description="The words right before, where the exact words stand more than once."
    )
    suffix: Text | None = Field(
        None, description="The words right after, where the exact words stand more than once."
    )
    source: Id | None = Field(
        None, description="The source's id, where it is not the record's own source."
    )


Words = one_or_more(Annotated[Selector, BeforeValidator(_selector)])


Ids = one_or_more(Id)


class Record(Frozen):
    """What every record has."""

    id: Id = Field(
        description="Permanent: it is the address of the fact. Small letters, digits and hyphens."
    )
    source: Id | None = Field(
        None, description="The source's id; may be left out where the site has one source."
    )
    draft: Flag = Field(
        False, description="A draft is checked but never published; decide and take the line away."
    )
    note: Text | None = Field(None, description="A note for readers, in your own words.")
    subjects: Ids | tuple[()] = Field((), description="Subjects to filter by, as ids.")
    references: Ids | tuple[()] = Field(
        (), description="Ids of references elsewhere that corroborate this."
    )


class Fact(Record):
    """A record that rests on words of a source."""

    evidence: Words = Field(
        description="The source's exact words on which this rests: one passage or a list."
    )


class Agent(Fact):
    """Somebody or something that can speak, act, hold a position or be the source of a number."""

    name: Text = Field(description="The full name to show.")
    alternate_names: one_or_more(Text) | tuple[()] = Field(
        (), description="Other names by which readers may search."
    )
    description: Text = Field(description="Who this is in this story, in your own words.")


class Person(Agent):
    """A person (schema.org Person)."""

    job_title: Text | None = Field(None, description="The office or role that the source gives.")
    affiliation: Id | None = Field(None, description="The organisation's id.")


class Organisation(Agent):
    """An organisation, state, office, programme or publication (schema.org Organization)."""

    type: Literal[
        "state",
        "office",
        "forces",
        "media",
        "programme",
        "platform",
        "research",
        "court",
        "alliance",
        "other",
    ] = Field(description="What kind of organisation it is.")
    parent: Id | None = Field(None, description="The organisation's id that this one belongs to.")


class Quote(Fact):
    """A quotation (schema.org Quotation)."""

    text: Words = Field(
        description=(
            "The words quoted, without the outer quotation marks; a list where the source breaks"
            " them off and goes on."
        )
    )
    kind: Literal["spoken", "written", "shared"] = Field(
        description="shared: somebody passed on the words of somebody else."
    )
    speaker: Id | None = Field(
        None, description="Whose words: the id of a person or organisation. Not for kind: shared."
    )
    author: Id | NotStated | None = Field(
        None,
        description="Who wrote what was shared; not_stated where the source does not name them.",
    )
    author_description: Text | None = Field(
        None, description="How the source describes an author whom it does not name."
    )
    shared_by: Id | None = Field(
        None, description="Who shared it. Their sharing is not their speaking."
    )
    attributed_by: Words = Field(
        description=(
            "The source's words that say whose words these are, in the same paragraph or a"
            " neighbour."
        )
    )
    said_via: Id | NotStated = Field(description="The programme or platform's id, or not_stated.")
    date_said: Date | NotStated = Field(description="When the words were said, written or shared.")
    date_basis: Literal["stated", "inferred", "reference"] = Field("inferred", description=_BASIS)
    reported_by: Id | None = Field(
        None, description="Through whom the source has it, if not at first hand."
    )


class Figure(Fact):
    """A number (schema.org Observation)."""

    label: Text = Field(description="What the number is, in a few words.")
    value: Number = Field(description="The number itself; of a ratio a-to-1 it is a.")
    value_max: Number | None = Field(
        None, description="The upper end, where the source gives a range."
    )
    value_text: Text = Field(description="The number as the source prints it.")
    qualifier: Literal["exact", "at_least", "at_most", "about"] = Field(
        description="How exact the source says it is."
    )
    unit: Text = Field(description="What one of it is, for instance people, hours or to 1.")
    measure: Text = Field(description="What is counted, for instance killed, wounded and captured.")
    population: Text = Field(
        description="Who or what is counted, for instance the residents of one town."
    )
    period: Text = Field(description="Over what time, or not_stated.")
    as_of: Date | NotStated = Field(description="The date for which the number holds.")
    attribution: Ids = Field(description="Who says so: ids, nearest to the source text last.")
    attribution_level: Literal["stated_by", "claimed_by", "estimated_by", "reported_by"] = Field(
        description="How they say so."
    )


class Event(Fact):
    """Something that happened or was expected (schema.org Event)."""

    title: Text = Field(description="What happened, in a few words.")
    description: Text = Field(description="What the source says of it, in your own words.")
    date: Date = Field(description="The day, month or year.")
    date_text: Text | None = Field(
        None, description="The date as the source gives it, for instance Friday."
    )
    date_basis: Literal["stated", "inferred", "reference"] = Field(description=_BASIS)
    status: Literal["happened", "expected"] = Field(
        description="Whether it had happened when the source was written."
    )
    participants: Ids | tuple[()] = Field((), description="Ids of those who took part.")


class Position(Fact):
    """What a party wants."""

    holder: Id = Field(description="Whose position it is: the id of a person or organisation.")
    topic: Id = Field(
        description="What it is about: the id of an option or a demand, the same for every party."
    )
    stance: Literal["for", "against", "conditional", "unclear"] = Field(
        description="Where the holder stands."
    )
    statement: Text = Field(description="The position, in your own words.")
    attribution: Ids | tuple[()] = Field((), description="Who says so, if not the source itself.")
    as_of: Date | NotStated = Field(NOT_STATED, description="The date for which it holds.")


class Claim(Fact):
    """A statement, labelled by what it is."""

    statement: Text = Field(description="What is said, in your own words.")
    kind: Literal["fact", "claim", "analysis", "characterisation"] = Field(
        description=(
            "fact: the source states it as one; claim: somebody in it says so; analysis: the"
            " source's own reasoning; characterisation: the source's own adjectives."
        )
    )
    attribution: Ids | tuple[()] = Field((), description="Who says so, if not the source itself.")
    about: Ids | tuple[()] = Field(
        (), description="Ids of the people or organisations it is about."
    )
    as_of: Date | NotStated = Field(NOT_STATED, description="The date for which it holds.")


class Cell(Frozen):
    """What the source says of one option; or that it says nothing."""

    statement: Text | None = Field(
        None, description="The answer for this option, in your own words."
    )
    kind: Literal["fact", "claim", "analysis", "characterisation"] | None = Field(
        None, description="What the statement is, as for claims."
    )
    attribution: Ids | tuple[()] = Field((), description="Who says so, if not the source itself.")
    evidence: Words | tuple[()] = Field(
        (), description="The source's exact words on which it rests."
    )
    not_stated: Flag = Field(False, description="true where the source says nothing of it.")


class Comparison(Record):
    """One row of the comparison: a question put to each option."""

    question: Text = Field(description="The question, as a reader would ask it.")
    cells: dict[Id, Cell] = Field(description="For each option's id, what the source says.")


class Conflict(Record):
    """Records that do not sit together, and how they differ, without a verdict."""

    title: Text = Field(description="What does not sit together, in a few words.")
    between: Ids = Field(description="The ids of the two or more records.")
    difference: Text = Field(description="How they differ, without a verdict.")
    evidence: Words | tuple[()] = Field(
        (), description="The source's words where it remarks on the difference itself."
    )


class Term(Fact):
    """A word that a reader may not know (schema.org DefinedTerm)."""

    term: Text = Field(description="The word or name.")
    definition: Text = Field(
        description="What it means, in one or two short sentences of your own."
    )
    alternate_names: one_or_more(Text) | tuple[()] = Field(
        (), description="Other forms by which readers may search."
    )


class Reference(Record):
    """A record elsewhere. It corroborates, or gives background; it is never evidence for what a
    source says.
    """

    kind: Literal["corroboration", "background"] = Field(
        description=(
            "corroboration: it bears out the source; background: it explains more than the source"
            " says."
        )
    )
    title: Text = Field(description="Its title.")
    publisher: Text = Field(description="Who published it, and through whom it was read.")
    author: Text | None = Field(None, description="Who wrote it.")
    issued: Date | NotStated = Field(description="When it was published.")
    URL: Url | None = Field(None, description="Its address.")
    confirms: Text = Field(description="What it confirms or adds, in your own words.")


class Correction(Record):
    """What was changed after publication (schema.org CorrectionComment), or added."""

    kind: Literal["correction", "addition"] = Field(
        "correction", description="Whether something was put right or added."
    )
    date: Date = Field(description="The day of the change.")
    record: Id = Field(description="The id of the record that was changed.")
    what: Text = Field(description="What was changed and why, in plain words.")
    before: Text | None = Field(None, description="How it read before.")
    after: Text | None = Field(None, description="How it reads now.")


class Redirect(Frozen):
    """A removed id and the record that stands for it now, so that links keep working."""

    id: Id = Field(description="The id that was removed.")
    to: Id = Field(description="The id of the record that stands for it now.")


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


class SetAside(Frozen):
    """Words of a source that no record uses, and why."""

    exact: Text = Field(
        description="Words of the sentence, quotation or number; enough to find it."
    )
    prefix: Text | None = Field(
        None, description="The words right before, where the exact words stand more than once."
    )
    suffix: Text | None = Field(
        None, description="The words right after, where the exact words stand more than once."
    )
    what: Literal["sentence", "quotation", "number"] = Field(
        description="What is set aside. A sentence takes the numbers and quotations in it along."
    )
    reason: Literal[
        "repetition", "background", "off_topic", "scare_quotes", "title_of_a_work", "not_a_quantity"
    ] = Field(description="Why, in a word.")
    note: Text = Field(description="Why, in a few words that readers see.")


class Source(Frozen):
    """The citation record of a source text (CSL-JSON names) and what is set aside of it."""

    type: Literal[
        "article-newspaper",
        "article-magazine",
        "article-journal",
        "report",
        "speech",
        "interview",
        "webpage",
        "document",
    ] = Field(description="The kind of work (CSL).")
    title: Text | NotStated = Field(description="Its title, or not_stated.")
    author: Text | NotStated = Field(description="Its author, or not_stated.")
    publisher: Text | NotStated = Field(description="Its publisher, or not_stated.")
    issued: Date | NotStated = Field(description="When it was published, or not_stated.")
    URL: Url | NotStated = Field(description="Its address, or not_stated.")
    label: Text = Field(description="What pages call it, for instance: the article.")
    language: Tag = Field(description="The language it is in (BCP 47), for instance en or de.")
    rights: Text = Field(description="Whose the words are, and on what ground some are quoted.")
    note: Text | None = Field(None, description="What readers should know of the text.")
    sha256: Sha256 = Field(description="The seal; written by `explainer seal`, never by hand.")
    relies_on: Ids | tuple[()] = Field(
        (), description="Ids of those on whom the source itself relies."
    )
    set_aside: tuple[SetAside, ...] = Field(
        (), description="What no record uses, each with a reason."
    )


class Option(Frozen):
    """One side of the comparison, with the one mark that stands for it everywhere."""

    id: Id = Field(description="The id that comparisons and positions use.")
    label: Text = Field(description="Its name on the pages.")
    mark: Annotated[str, StringConstraints(min_length=1, max_length=4)] = Field(
        description="One sign that stands for it beside its colour."
    )
    description: Text = Field(description="What it is, in one line.")


class Settings(Frozen):
    """``seeds/settings.yml``: what the checks and pages need to know of this topic."""

    question: Text = Field(description="The question that the site answers.")
    as_of: Date = Field(description="The date of the newest word in the sources.")
    language: Tag | None = Field(
        None,
        description=(
            "The language in which the pages are written (BCP 47), where it is not that of the"
            " first source."
        ),
    )
    options: tuple[Option, ...] = Field(
        (), description="The sides of the comparison, in their order."
    )
    topics: dict[Id, Text] = Field({}, description="Labels for the ids used as topic and subjects.")
    max_share_quoted: Share = Field(
        Decimal("0.5"),
        description="The largest share of a source's words that the site may publish, from 0 to 1.",
    )
    cite_every_paragraph: one_or_more(Text) | tuple[()] = Field(
        (), description="Pages in content/ where each paragraph must cite a fact or a reference."
    )
