"""The types that fields have: what may be written in one, and what it is (see ``roles``).

Dates are ISO 8601 with the precision they have: ``2025``, ``2025-08`` or ``2025-08-17`` (Extended
Date/Time Format, level 0)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
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
    SOUGHT,
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

    # Fields that need not be written where others, or the source, say them: topic/follows.py
    follows: ClassVar[frozenset[str]] = frozenset()

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
    flags = {"true": True, "True": True, "TRUE": True}
    flags |= {word: False for word in ("false", "False", "FALSE")}
    return flags.get(value, value) if isinstance(value, str) else value


# A number as editors' tools read it, in the core schema of YAML 1.2: they see what it is, not how
# it is written, and the checks take no other. No _ within it, no digits of other scripts.
_NUMBER = (
    r"[-+]?(\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,2})?"
    r"|0x[0-9a-fA-F]{1,14}|0o[0-7]{1,19}"
)
_LEAST_TOO_MUCH = 10**18


def _digits(value: Any) -> Any:
    """A number as written, in digits; Decimal itself would read 1_000 and other scripts too."""
    if isinstance(value, str):
        if not re.fullmatch(_NUMBER, value):
            raise ValueError(DIGITS)
        if value[:2] in ("0x", "0o"):
            return str(int(value, 0))
    return value


def _whole(value: Any) -> Any:
    """A whole number in digits, however it is written: where a year or an id may be one, editors'
    tools see no more of it."""
    if isinstance(value, str) and re.fullmatch(_NUMBER, value) and not value.isdecimal():
        number = Decimal(_digits(value))
        return f"{number:.0f}" if number == number.to_integral_value() else value
    return value


def _whole_id(value: Any) -> Any:
    """An id, which may be a whole number, and is nothing else that tools do not read as words."""
    if not isinstance(value, str) or not re.fullmatch("[a-z0-9-]+", value):
        return _whole(value)
    number = Decimal(_digits(value)) if re.fullmatch(_NUMBER, value) else Decimal()
    if value in ("true", "false") or number != number.to_integral_value():
        raise ValueError("other tools read this as no words; put letters before it")
    return value


DIGITS = "write digits, with a point before decimals and nothing else"

# An unquoted 2024 is a number to an editor's YAML tool and a string to ours, hence the two types in
# the schema.
LONGEST = 5000  # characters of a text
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"\S")]
Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80), BeforeValidator(_whole_id)
]

Date = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    BeforeValidator(_whole),
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
    Field(max_digits=80, allow_inf_nan=False, gt=-_LEAST_TOO_MUCH, lt=_LEAST_TOO_MUCH),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "number",
                    "exclusiveMinimum": -_LEAST_TOO_MUCH,
                    "exclusiveMaximum": _LEAST_TOO_MUCH,
                },
                {"type": "string", "pattern": f"^({_NUMBER})$"},
            ]
        }
    ),
]

Flag = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_flag),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "boolean"},
                {"type": "string", "pattern": "^(true|True|TRUE|false|False|FALSE)$"},
            ]
        }
    ),
]


def _of_one(most: float, written: str) -> WithJsonSchema:
    number: dict[str, JsonValue] = {"type": "number", "minimum": 0, "maximum": most}
    return WithJsonSchema({"anyOf": [number, {"type": "string", "pattern": f"^({written})$"}]})


Share = Annotated[
    Decimal,
    BeforeValidator(_digits),
    Field(ge=0, le=1),
    _of_one(1, r"0?\.[0-9]{1,18}|0|1(\.0{1,18})?"),
]
MOST_ASIDE = Decimal("0.6")  # whatever reason is given: else a source is mostly left out
ShareAside = Annotated[
    Decimal,
    BeforeValidator(_digits),
    Field(ge=0, le=MOST_ASIDE),
    _of_one(float(MOST_ASIDE), r"0?\.([0-5][0-9]{0,17}|60{0,17})|0"),
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
Keyword = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"\S"), SOUGHT]
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
