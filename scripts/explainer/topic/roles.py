"""What a field of a record is. Rules, corrections, exports and links derive from it.

Each field says in its type what it holds: ``Annotated[Text, OWN]`` are the editors' own words,
``Annotated[Id, refers("people")]`` is the id of a person. A field that says nothing, or two things,
cannot be declared, so that no field is read by no rule. Marks beside the role say more about it
(``ASCRIBED``, ``UNIQUE`` …). A change of a field owes a correction, unless it is marked with the
reason why not (``Free``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

Key = tuple[
    str | int, ...
]  # the path of a value in its record: ("cells", "some-option", "statement")


@dataclass(frozen=True)
class Role:
    """What a value is; ``kinds`` are those whose ids it may be, where it is the id of a record."""

    what: str
    kinds: tuple[str, ...] = ()

    @property
    def refers(self) -> bool:
        """Whether it is the id of a record."""
        return bool(self.kinds) or self is ANY_RECORD


KEY = Role("the id of the record itself")
OWN = Role("the editors' own words")
ABOUT_SOURCE = Role("what is known of a source: its title, author, publisher")
OUTSIDE = Role("words on what appears outside the sources: what a reference is and confirms")
ELSEWHERE = Role("words quoted from a record elsewhere")
CHANGE = Role("words on a change: what it was, and how a record reads now")
FORMER = Role("words of a record before it was changed")
SOUGHT = Role("words by which readers search: never shown, and never evidence")
SOURCE = Role("words of a source")
PRINTED = Role("a number as the source prints it")
NUMBER = Role("a number")
DATE = Role("a date")
CHOICE = Role("one of a few words that the model lists, or true or false")
CODE = Role("an address, a checksum, a language, a sign or a page's file")
TOPIC = Role("the id of an option or a topic of the settings")
SOURCE_ID = Role("the id of a source")
ANY_RECORD = Role("the id of a record of any kind")
REFERS = Role("the id of a record, whatever its kinds")  # of no field: asks for all such roles


def refers(*kinds: str) -> Role:
    """The role of an id of a record of one of some kinds."""
    return Role("the id of a record", kinds)


class Mark(Enum):
    """What else a field is."""

    ASCRIBED = "somebody is said to have said, held or done it: they are named near the words"
    PRESENT = "who this is, is named in the sentence itself, by a name of their own"
    OWN_VOICE = "may also be ascribed to whoever speaks in the words themselves"
    STATES = "says in our words what the words beneath it say"
    UNIQUE = "no two records of a kind have the same"
    ALIKE = "must be the same in two figures before they can be compared"
    COUNTED = "what a number counts: its sentence says it, or it is marked as inferred"
    FILTER = "editors may choose by it which records a block lists"
    UNSTATED = "may be not_stated, though it is text"
    A_NAME = "a plain name, that says nothing of what it names"
    REMOVED = "may be the id of a record that is there no more"
    OF_SOURCE = "may be the id of a source too"


@dataclass(frozen=True)
class Free:
    """Why a change of a field owes no correction."""

    why: str


class Spec(NamedTuple):
    """A field's role and marks; ``free`` says why a change of it owes no correction."""

    name: str
    role: Role | None
    marks: frozenset[Mark]
    free: str
    nested: bool


class Value(NamedTuple):
    """One value of a record: its path, itself, and what it is."""

    key: Key
    value: Any
    spec: Spec


def parts(annotation: Any) -> Iterator[Any]:
    """All that an annotation is made of: types, roles and marks, but no models' own fields."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        yield from parts(inner)
        yield from metadata
    elif get_origin(annotation) in (Union, UnionType, tuple, dict):
        for part in get_args(annotation):
            yield from parts(part)
    elif isinstance(annotation, TypeVar):
        raise TypeError(f"{annotation} stands for no type")
    else:
        yield annotation


@cache
def specs(model: type[BaseModel]) -> dict[str, Spec]:
    """Each field's Spec. Raises TypeError where a field has no role, or more than one.

    A field that holds other models has no role of its own: theirs count."""
    found = {}
    for name, field in model.model_fields.items():
        said = [*parts(field.annotation), *field.metadata]
        roles = {part for part in said if isinstance(part, Role)}
        nested = any(isinstance(p, type) and issubclass(p, BaseModel) for p in said)
        if len(roles) > 1 or not (roles or nested):
            raise TypeError(
                f"{model.__name__}.{name} says {'several things' if roles else 'nothing'} of what"
                " it holds: write Annotated[…] with one role of topic/roles.py"
            )
        free = next((part.why for part in said if isinstance(part, Free)), "")
        marks = frozenset(part for part in said if isinstance(part, Mark))
        found[name] = Spec(name, next(iter(roles), None), marks, free, nested and not roles)
    return found


def values(record: BaseModel, *wanted: Role | Mark) -> Iterator[Value]:
    """Every value of a record that is there, lists and tables item by item, with its path; or only
    those with one of the roles or marks that are ``wanted``, which looks at no others.

    Models within it (the cells of a comparison) are entered; a field that has a role and holds
    models (words of a source) gives these models."""
    return _values_of(record, (), wanted)


def _values_of(record: BaseModel, above: Key, wanted: tuple[Role | Mark, ...]) -> Iterator[Value]:
    fields = record.__dict__
    for name, spec in _among(type(record), wanted):
        value = fields[name]
        if value is None or value == ():  # as many are
            continue
        if spec.nested or isinstance(value, tuple | dict):
            yield from _items(value, (*above, name), spec, wanted)
        else:
            yield Value((*above, name), value, spec)


def _items(value: Any, key: Key, spec: Spec, wanted: tuple[Role | Mark, ...]) -> Iterator[Value]:
    if value is None:
        return
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _items(item, (*key, i), spec, wanted)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _items(item, (*key, name), spec, wanted)
    elif spec.nested:
        yield from _values_of(value, key, wanted)
    else:
        yield Value(key, value, spec)


def names_in(record: BaseModel) -> set[str]:
    """The ids of records that a record names."""
    refers = (value for value in values(record) if value.spec.role and value.spec.role.refers)
    return {value.value for value in refers}


@cache
def _among(model: type[BaseModel], wanted: tuple[Role | Mark, ...]) -> tuple[tuple[str, Spec], ...]:
    """A model's fields that have what is wanted, or hold models that may have it."""
    among = {*wanted}
    return (
        *(
            (name, spec)
            for name, spec in specs(model).items()
            if not among
            or spec.nested
            or spec.role in among
            or spec.marks & among
            or (REFERS in among and spec.role and spec.role.refers)
        ),
    )


@cache
def having(model: type[BaseModel], *wanted: Role | Mark) -> tuple[str, ...]:
    """The names of a model's fields that have one of some roles or marks, in their order."""
    return (
        *(
            name
            for name, spec in specs(model).items()
            if spec.role in wanted
            or spec.marks & {*wanted}
            or (REFERS in wanted and spec.role and spec.role.refers)
        ),
    )
