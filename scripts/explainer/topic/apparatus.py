"""The records beside what a source says: works elsewhere, what was changed, and ids that were
removed. As in ``model``, only their shape is ruled here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .fieldtypes import (
    PASSAGES,
    Changed,
    Elsewhere,
    Former,
    Frozen,
    NotStated,
    Outside,
    RecordId,
    RecordKey,
    SomeOf,
    Url,
    When,
)
from .record import Record
from .roles import CHOICE, CODE, Free, Mark


class Reference(Record):
    """A record elsewhere. It corroborates, or gives background; it is never evidence for what a
    source says."""

    kind: Annotated[Literal["corroboration", "background"], CHOICE, Mark.FILTER] = Field(
        description=(
            "corroboration: it bears out the source; background: it explains more than the source"
            " says."
        )
    )
    title: Outside = Field(description="Its title.")
    publisher: Annotated[Outside, Mark.A_NAME] = Field(
        description="Who published it, and through whom it was read."
    )
    author: Annotated[Outside | None, Mark.A_NAME] = Field(None, description="Who wrote it.")
    issued: When | NotStated = Field(description="When it was published.")
    URL: Annotated[Url | None, CODE, Free("the same work at another address")] = Field(
        None, description="Its address."
    )
    confirms: Outside = Field(description="What it confirms or adds, in your own words.")
    quotes: Annotated[SomeOf[Elsewhere], PASSAGES] = Field(
        (),
        description=(
            "Its own words, at most 30 at a time, where title, confirms or note quote them, or give"
            " a number of a work that has no address."
        ),
    )


class Correction(Record):
    """What was changed after publication (schema.org CorrectionComment), or added."""

    kind: Annotated[
        Literal["correction", "addition", "wording"],
        CHOICE,
        Mark.FILTER,
        Free("how an entry is filed, not what it says"),
    ] = Field(
        "correction",
        description=(
            "correction: something was put right; addition: something was added; wording: it is"
            " only worded better, with nothing wrong before."
        ),
    )
    date: When = Field(description="The day of the change.")
    record: Annotated[RecordId, Mark.REMOVED, Mark.OF_SOURCE] = Field(
        description="The id of the record that was changed, or of the source."
    )
    what: Changed = Field(description="What was changed and why, in plain words.")
    before: Former | None = Field(None, description="How it read before.")
    after: Changed | None = Field(None, description="How it reads now.")

    @property
    def unseen(self) -> bool:
        """Whether it is on record for reviewers alone: nothing was wrong."""
        return self.kind == "wording"


class Redirect(Frozen):
    """A removed id and the record that replaces it now, so that links keep working."""

    id: RecordKey = Field(description="The id that was removed.")
    to: RecordId = Field(description="The id of the record that replaces it now.")
