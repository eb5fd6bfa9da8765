"""The types that fields have: what may be written in one, and what it is (see ``roles``).

Dates are ISO 8601 with the precision they have: ``2025``, ``2025-08`` or ``2025-08-17`` (Extended
Date/Time Format, level 0)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from .roles import (
    ABOUT_SOURCE,
    ANY_RECORD,
    CHANGE,
    CODE,
    DATE,
    ELSEWHERE,
    FORMER,
    KEY,
    NUMBER,
    OUTSIDE,
    OWN,
    SOURCE,
    SOURCE_ID,
    TOPIC,
    Free,
    refers,
    specs,
)

_NOT_ASKED: set[str] = set()


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def __getattr__(self, name: str) -> Any:
        """There are no private attributes, for which Pydantic looks first; rules ask many records
        for fields that they have not, and this answers three times as fast."""
        raise AttributeError(name)

    def model_post_init(self, _: Any) -> None:
        """Which fields were written nobody asks: a set for each would take a tenth of the memory
        of a topic."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_ASKED)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """A field without a role cannot be declared."""
        specs(cls)


def _listed(value: Any) -> Any:
    """One item may be written without the list around it."""
    return value if isinstance(value, (list, tuple)) else [value]


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _digits(value: Any) -> Any:
    """Only what the schema allows: Decimal itself would read 1e3, 1_000 and digits of other scripts
    too."""
    if isinstance(value, str) and not re.fullmatch(_NUMBER, value):
        raise ValueError(DIGITS)
    return value


DIGITS = "write digits, with a point before decimals and nothing else"
_NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,6})?"

# An unquoted 2024 is a number to an editor's YAML tool and a string to ours, hence the two types in
# the schema.
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000, pattern=r"\S")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]

Date = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]

# The host is a name with a dot in it, no number and no machine of one's own; nobody logs in.
_HOST = r"[^\s<>\"'\\/?#@:\[\]]+\.[^\s<>\"'\\/?#@:\[\].0-9][^\s<>\"'\\/?#@:\[\].]+"
Url = Annotated[
    str,
    StringConstraints(
        pattern=rf"^https?://{_HOST}(:[0-9]{{1,5}})?([/?#][^\s<>\"'\\]*)?$", max_length=500
    ),
]
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

NOT_STATED = "not_stated"
NotStated = Literal["not_stated"]
T = TypeVar("T")

# A tuple that may be written as a single item; the schema says so too.
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_listed), Field(min_length=1)]
SomeOf = OneOrMore[T] | tuple[()]

# --- types with their roles -----------------------------------------------------------------------
RecordKey = Annotated[Id, KEY]
Own = Annotated[Text, OWN]
Outside = Annotated[Text, OUTSIDE]
Elsewhere = Annotated[
    str, StringConstraints(max_length=500, pattern=r"^\s*\S+(\s+\S+){0,29}\s*$"), ELSEWHERE
]
Changed = Annotated[Text, CHANGE]
Former = Annotated[Text, FORMER]
OfSource = Annotated[Text, ABOUT_SOURCE]
Verbatim = Annotated[Text, SOURCE]
When = Annotated[Date, DATE]
Quantity = Annotated[Number, NUMBER]
SourceId = Annotated[Id, SOURCE_ID]
TopicId = Annotated[Id, TOPIC]
RecordId = Annotated[Id, ANY_RECORD]
AgentId = Annotated[Id, refers("people", "organisations")]
PersonId = Annotated[Id, refers("people")]
OrganisationId = Annotated[Id, refers("organisations")]
ReferenceId = Annotated[Id, refers("references")]
ReliedOn = Annotated[Id, refers("people", "organisations", "references")]
PageFile = Annotated[Text, CODE]
# What owes no correction when it changes, and why.
WORDING = Free("a better description of who or what this is")
PASSAGES = Free("more or other words shown beside the same statement")
A_NOTE = Free("a note beside the record, not what it says")
FILING = Free("by what a record is found or grouped, not what it says")
