"""What every record has, and how it names the words of a source: what the kinds in ``model`` are
made from."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from .fieldtypes import (
    A_NOTE,
    FILING,
    PASSAGES,
    Flag,
    Frozen,
    Keyword,
    OneOrMore,
    Own,
    RecordKey,
    ReferenceId,
    SomeOf,
    SourceId,
    TopicId,
    Verbatim,
)
from .roles import CHOICE, SOURCE

KEYWORDS = (
    "Words that readers type who do not know those of the record, each a few of them; for the"
    " search alone, shown on no page (schema.org keywords)."
)


class Selector(Frozen):
    """Exact words of a source (W3C TextQuoteSelector)."""

    exact: Verbatim = Field(
        description="The source's exact words. […] leaves words out within one paragraph."
    )
    prefix: Verbatim | None = Field(
        None, description="The words right before, where the exact words appear more than once."
    )
    suffix: Verbatim | None = Field(
        None, description="The words right after, where the exact words appear more than once."
    )
    highlight: SomeOf[Verbatim] = Field(
        (), description="Exact words within these that decide; readers see them marked."
    )
    source: SourceId | None = Field(
        None, description="The source's id, where it is not the record's own source."
    )


def _selector(value: Any) -> Any:
    """Bare words are a selector with nothing but its exact words."""
    return {"exact": value} if isinstance(value, str) else value


Words = Annotated[OneOrMore[Annotated[Selector, BeforeValidator(_selector)]], SOURCE]


class Record(Frozen):
    """What every record has."""

    # Whether a record of the kind only names what a sentence is about, and says nothing of it.
    only_names: ClassVar[bool] = False

    id: RecordKey = Field(
        description="Permanent: it is the address of the fact. Small letters, digits and hyphens."
    )
    source: SourceId | None = Field(
        None, description="The source's id; may be left out where the site has one source."
    )
    draft: Annotated[Flag, CHOICE] = Field(
        False, description="A draft is checked but never published; decide and remove the line."
    )
    note: Annotated[Own | None, A_NOTE] = Field(
        None, description="A note for readers, in your own words."
    )
    subjects: Annotated[SomeOf[TopicId], FILING] = Field(
        (), description="Subjects to filter by, as ids."
    )
    references: Annotated[SomeOf[ReferenceId], FILING] = Field(
        (), description="Ids of references elsewhere that corroborate this."
    )
    keywords: Annotated[SomeOf[Keyword], FILING] = Field((), description=KEYWORDS)


class Fact(Record):
    """A record that rests on words of a source."""

    evidence: Annotated[Words, PASSAGES] = Field(
        description="The source's exact words on which this rests: one passage or a list."
    )


PLACE = (
    "write mention: with its name where the source has it, or evidence: with a clause that says who"
    " or what it is; one of the two"
)


class Named(Fact):
    """A record that only names what a source speaks of, by a mention or a passage."""

    only_names = True

    evidence: Annotated[Words | tuple[()], PASSAGES] = Field(
        (), description="The source's exact words that say who or what this is, if some do."
    )
    mention: Annotated[Words | tuple[()], PASSAGES] = Field(
        (),
        description=(
            "In place of evidence: where the source names it, by its name or an alternate one. A"
            " place, and no words to show."
        ),
    )
