"""What was read of files, made to fit the model; and what is wrong with it, told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_origin

from pydantic import ValidationError

from .fieldtypes import Frozen
from .meant import as_id, is_beyond_doubt
from .problems import Problem
from .record import PLACE, Named
from .repair import renamed, repaired
from .roles import SOURCE, having
from .salvage import salvaged
from .topic import Doubt, bare
from .wording import INNER, Keys, in_words
from .yaml import Location, Tags, Tree

_LONGEST = 500  # of a message that quotes what was written
Model = TypeVar("Model", bound=Frozen)


class Fitting:
    """Makes models of YAML. ``problems`` are all that is wrong, ``minor`` is how many of them leave
    nothing unread."""

    def __init__(self, tags: Tags):
        self.tags = tags
        self.problems: list[Problem] = []
        self.minor = 0
        self.doubts: list[Doubt] = []
        self.left_out: dict[str, frozenset[int]] = {}  # of files: lines that cannot be read
        self.slips: set[tuple[str, int]] = set()  # lines that are no YAML, mended
        self.unfit: frozenset[str] = frozenset()  # fields of the record that is read

    def problem(self, path: str, line: int, message: str, help: str) -> None:
        self.problems.append(Problem(path, line, message[:_LONGEST], help, "load"))

    def minor_problem(self, path: str, line: int, message: str, help: str) -> None:
        """A problem for which nothing is missing: all else is read. Of a line that is no YAML,
        enough is said."""
        named = message.endswith("is missing") or help.startswith("did you mean ")
        if (path, line) not in self.slips or named:
            self.problem(path, line, message, help)
            self.minor += 1

    def parse(self, text: str, path: str, first_line: int) -> tuple[Tree | None, Location]:
        read = salvaged(text, first_line, self.tags)
        for fault in read.faults:
            self.problem(path, fault.line, fault.message, fault.help)
        if read.data is not None:
            self.minor += len(read.faults)
            self.slips |= {(path, fault.line) for fault in read.faults}
        self.left_out[path] = read.left_out
        return read.data, Location(path, read.lines)

    def model(self, model: type[Model], data: Tree | None, where: Location) -> Model | None:
        """``data`` as a model. Every field that does not fit becomes a Problem on its own line, and
        has something else in its place; None where there is nothing to read."""
        self.unfit = frozenset()
        if data is None:
            return None
        if isinstance(data, dict):
            data = self.put_below(model, data, where)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            names = renamed(model, data) if isinstance(data, dict) else {}
            told = [*in_words(error, model, data if isinstance(data, dict) else {}, names)]
        if isinstance(data, dict) and names:
            data = {names.get(field, field): value for field, value in data.items()}
            where.call(names)
            told += self.of_renamed(model, data, names)
        lost = self.left_out.get(where.path, frozenset()).intersection(
            range(where.line(), where.last() + 2)
        )
        for keys, what, help in told:
            line = where.line(*keys)
            if not (lost and what.endswith("is missing")):  # it may be what cannot be read
                self.minor_problem(where.path, line, what, help)
        if not lost and isinstance(data, dict) and _is_nowhere(model, data):
            self.minor_problem(where.path, where.line(), "nothing places this in a source", PLACE)
        places = [keys for keys, *_ in told]
        record = repaired(model, data, places) if isinstance(data, dict) else None
        if record is None or not isinstance(data, dict):
            self.minor -= 1
        else:
            sure: list[Keys] = [(name,) for name in names]
            sure += [keys for keys in places if is_beyond_doubt(keys, data, record)]
            self.doubt(record, [keys for keys in places if keys not in sure], where)
        return record

    def put_below(
        self, model: type[Model], data: dict[str, Tree], where: Location
    ) -> dict[str, Tree]:
        """The fields of a record, those that stand beside it below the one that they belong to:
        cells of a comparison."""
        for field, info in model.model_fields.items():
            tables = field in INNER and get_origin(info.annotation) is dict and field not in data
            beside = {k: v for k, v in data.items() if tables and k not in model.model_fields}
            beside = {k: v for k, v in beside.items() if isinstance(v, dict)}
            if beside:
                first = next(iter(beside))
                what = f'"{first}" stands beside the fields of the record, not below {field}:'
                help = f"put a line {field}: above it, and indent all below that by two spaces more"
                self.minor_problem(where.path, where.line(first), what, help)
                where.gather(field, beside)
                data = {k: v for k, v in data.items() if k not in beside} | {field: {**beside}}
        for field in INNER.keys() & data.keys():
            if isinstance(below := data[field], dict):  # by ids, as they are put in their place
                where.inner(field).call({key: as_id(key) for key in below})
        return data

    def of_renamed(
        self, model: type[Model], data: dict[str, Tree], names: dict[str, str]
    ) -> Iterator[tuple[Keys, str, str]]:
        """What else is wrong in fields whose names are misspelt."""
        try:
            model.model_validate(data)
        except ValidationError as error:
            yield from (
                told
                for told in in_words(error, model, data)
                if told[0][:1] and told[0][0] in names.values()
            )

    def doubt(self, record: Frozen, faults: list[Keys], where: Location) -> None:
        """Keep in mind which fields of a record have something else in their place."""
        for keys in filter(None, faults):
            value: Any = record
            for key in keys:
                value = _inside(value, key)
            around = where.inner(*keys[:2]) if keys[0] in INNER else where
            words = {key for key in keys if isinstance(key, str)}
            if isinstance(value, str) and keys[-1] != "id":  # by its id all of it is told
                words.add(bare(value))
            line = where.line(*keys) if where.has(*keys) else 0  # else it is not written
            place = where.path, line, around.line(), around.last()
            self.doubts.append(Doubt(*place, frozenset(words)))
        self.unfit = frozenset(str(keys[0]) for keys in faults if keys)


def _is_nowhere(model: type[Frozen], data: dict[str, Any]) -> bool:
    """Whether a name, which needs one of the two, has neither words that name it nor others, also
    not by a field's name that cannot be read."""
    fields = model.model_fields.keys()
    return (
        issubclass(model, Named)
        and data.keys() <= fields
        and data.keys().isdisjoint(having(model, SOURCE))
    )


def _inside(value: Any, key: str | int) -> Any:
    """What a record, table or list has by a name or number; None where it has nothing."""
    if isinstance(value, tuple):
        return value[key] if isinstance(key, int) and key < len(value) else None
    return (value if isinstance(value, dict) else getattr(value, "__dict__", {})).get(key)
