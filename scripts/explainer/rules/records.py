"""The rules on records and what they name."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import look
from ..text.words import did_you_mean
from ..topic.fieldtypes import NOT_STATED, Frozen
from ..topic.model import Comparison, Figure, Term
from ..topic.problems import Problem
from ..topic.record import Named
from ..topic.roles import DATE, OWN, REFERS, SOURCE_ID, TOPIC, Key, Mark, Spec, having, values
from ..topic.site import Site, at
from ..topic.topic import Topic
from ..topic.yaml import Location
from .common import of_class
from .paste import TO_FILL_IN, redirect
from .registry import rule
from .unrecorded import ITSELF, Missing, is_agent, is_itself, with_entries

_STAYS = (
    "If that is the record's new id, or it was removed, leave this line as it is, and put under"
    " redirects: what is there now"
)


@rule(whole=False)
def known_ids(site: Site) -> Iterator[Problem]:
    """Every id that a record, a page or a source names exists and is of the right kind, and is no
    draft unless a draft names it; in a list it is named once. Subjects, topics and options are in
    the settings. No record has the id of a source."""
    topic = site.topic
    named = {o.id for o in topic.settings.options} | set(topic.settings.topics)
    told: set[tuple[str, str]] = set()
    missing: list[Missing] = []
    for holder, where, draft in _holders(topic):
        seen: set[tuple[Key, str]] = set()
        for key, value, spec in values(holder, TOPIC, SOURCE_ID, REFERS):
            wrong = None
            names = spec.role is TOPIC or (spec.role and spec.role.refers)
            if names and isinstance(key[-1], int) and (key[:-1], value) in seen:
                wrong = f'"{value}" is in this list already', "remove one of the two"
            elif spec.role is TOPIC and topic.whole and value not in named:
                wrong = f'there is no topic "{value}" in the settings', did_you_mean(value, named)
            elif spec.role is SOURCE_ID:
                wrong = _no_source(topic, value) if len(key) == 1 else None
                wrong = wrong if (where.path, value) not in told else None
                if wrong and not isinstance(where.lines, int) and "source" not in where.lines.inner:
                    told.add((where.path, value))  # at the head of the file, once for all
            elif spec.role and spec.role.refers and not _gone_by_right(topic, value, spec):
                wrong = _unknown(topic, value, spec.role.kinds, draft)
                if wrong and value not in topic.kinds and Mark.REMOVED in spec.marks:
                    wrong = wrong[0], f"{wrong[1]} {_STAYS}"
            seen.add((key[:-1], value) if names else (key, ""))
            if wrong and is_agent(spec) and wrong[0].startswith("there is no record"):
                problem = Problem(where.path, where.line(*key), *wrong)
                missing.append(Missing(value, problem, spec.role.kinds if spec.role else ()))
            elif wrong:
                yield Problem(where.path, where.line(*key), *wrong)
    yield from with_entries(topic, missing)
    for name in topic.sources.keys() & topic.kinds.keys():
        yield site.problem(name, ("id",), f'"{name}" is the id of a source', "choose another id")
    yield from _leading_nowhere(site)


def _leading_nowhere(site: Site) -> Iterator[Problem]:
    """Redirects to what is no record; those to one that was removed as one problem."""
    topic, told = site.topic, set[str]()
    for old, to in topic.redirects.items():
        if (wrong := _unknown(topic, to, (), False)) and to not in told:
            message, help, lines = *wrong, ""
            if last := topic.redirects.get(to):
                told.add(to)
                some = [name for name, leads in topic.redirects.items() if leads == to]
                at = ", ".join(str(topic.where[name].line()) for name in some[1:])
                help = "put this in its place" + (f", and in that of line {at}" if at else "")
                lines = "".join(redirect(name, last) for name in some)
                message = f'"{to}" is now {last}; '
                message += "older redirects still lead to it" if at else "this still leads to it"
            yield site.problem(old, ("to",), message, help)._replace(paste=lines)


def _holders(topic: Topic) -> Iterator[tuple[Frozen, Location, bool]]:
    """All that names ids: what it is, where it is, and whether it is a draft."""
    for name, record in topic.records.items():
        yield record, topic.where[name], record.draft
    for page in topic.pages.values():
        yield page.meta, page.where, False
    for source in topic.sources.values():
        yield source.record, source.where, False


def _gone_by_right(topic: Topic, name: str, spec: Spec) -> bool:
    """Whether it is no id, or one of a source or a record that was corrected, which stays on record
    whatever became of it."""
    return (
        name == NOT_STATED
        or (Mark.REMOVED in spec.marks and name in topic.redirects)
        or (Mark.OF_SOURCE in spec.marks and name in topic.sources)
    )


def _no_source(topic: Topic, name: str) -> tuple[str, str] | None:
    """What is wrong with a source's id."""
    if name in topic.sources or (topic.root / f"seeds/sources/{name}.yml").is_file():
        return None  # or it cannot be read, which is the fault to fix
    return f'there is no source "{name}"', did_you_mean(name, topic.sources)


def _unknown(
    topic: Topic, name: str, kinds: tuple[str, ...], draft: bool
) -> tuple[str, str] | None:
    """What is wrong with an id that should be of one of some kinds (none: of any), and the help."""
    kind = topic.kinds.get(name)
    if not kind and topic.whole and name in topic.redirects:
        to = topic.redirects[name]
        if is_itself(topic, name):
            return f'"{name}" was removed', ITSELF
        if not kinds or topic.kinds.get(to) in kinds:
            return f'"{name}" was removed', f"name {to}"
        return f'"{name}" was removed', f"name one of the {' or '.join(kinds)}"
    if kind and topic.records[name].draft and not draft:
        return (
            f'"{name}" is a draft and cannot be named',
            "decide on the draft, and remove draft: true",
        )
    if kind in kinds or (not kinds and kind) or topic.is_unreadable(name):
        return None
    if kind:
        return (
            f'"{name}" is one of the {kind}, not of the {" or ".join(kinds)}',
            "name a record of the right kind",
        )
    if name == TO_FILL_IN:
        help = "put the id of a record in the place of these words"
        return f'"{name}" is to be filled in', help
    known = [i for i, k in topic.kinds.items() if (k in kinds if kinds else k != "corrections")]
    files = dict.fromkeys(topic.where[i].path for i, k in topic.kinds.items() if k in kinds)
    help = f"name one of the {' or '.join(kinds)}: {', '.join(files)}" if files else _NO_ID
    return f'there is no record "{name}"', did_you_mean(name, known, help)


@rule(whole=False)
def complete_rows(site: Site) -> Iterator[Problem]:
    """A row of the comparison has a cell for each option, each with a statement and its evidence,
    or not_stated: true."""
    options = [o.id for o in site.topic.settings.options]
    for row in of_class(site, Comparison):
        if site.topic.whole and sorted(row.cells) != sorted(options):
            yield site.problem(
                row.id,
                ("cells",),
                f"the cells are {', '.join(row.cells) or 'none'}, the options"
                f" {', '.join(options) or 'none'}",
                "write one cell for each option of seeds/settings.yml",
            )
        for option, cell in row.cells.items():
            if cell.not_stated and (cell.statement or cell.evidence):
                yield site.problem(
                    row.id,
                    ("cells", option),
                    "the cell says something and not_stated too",
                    "keep one of the two",
                )
            unsaid = cell.statement == NOT_STATED
            if not cell.not_stated and (unsaid or not (cell.statement and cell.evidence)):
                yield site.problem(
                    row.id,
                    ("cells", option, *(("statement",) if unsaid else ())),
                    "the cell says not_stated as if it were a statement"
                    if unsaid
                    else "the cell has no statement with evidence",
                    "write not_stated: true in place of this line"
                    if unsaid
                    else "add statement: and evidence:, or not_stated: true",
                )


@rule(whole=False)
def conflict_of_two(site: Site) -> Iterator[Problem]:
    """A conflict names two or more different records, each of which says something: none is a
    person, an organisation or a term."""
    for conflict in site.topic.of_kind("conflicts"):
        if len(set(conflict.between)) < 2:
            yield site.problem(
                conflict.id,
                ("between",),
                "a conflict is between two or more records",
                "name them by their ids",
            )
        for i, name in enumerate(conflict.between):
            if isinstance(site.topic.records.get(name), Named):
                message = f'"{name}" only names something, and says nothing'
                help = "name the records that do not sit together"
                yield site.problem(conflict.id, ("between", i), message, help, name)


_NO_ID = "check how its id is written where it is recorded; what is gone has a redirect"
_DECIDE_COUNTED = (
    "say what the number counts, as the source calls it; if the sentence does not say so and you"
    " conclude it, name it in a line inferred: [{name}]"
)


@rule(whole=False)
def no_placeholders(site: Site) -> Iterator[Problem]:
    """No placeholder of a draft is published: own words that are not_stated, a date 0000, a range
    that ends before it begins."""
    for name, record in site.topic.records.items():
        if record.draft:
            continue
        for key, value, spec in values(record):
            cell = isinstance(record, Comparison) and len(key) > 1  # complete_rows says it
            if cell and value == NOT_STATED:
                continue
            if spec.role is OWN and value == NOT_STATED and Mark.UNSTATED not in spec.marks:
                field = type(record).model_fields.get(str(key[0]))
                help = "say it in your own words, or give the record draft: true again"
                if Mark.COUNTED in spec.marks:
                    help = _DECIDE_COUNTED.format(name=spec.name)
                elif field and not field.is_required():
                    help = "remove this line: it may be left out"
                yield site.problem(name, key, f"{spec.name} is still to be decided", help)
            elif spec.role is DATE and value == "0000":
                yield site.problem(
                    name,
                    key,
                    "the date is still to be decided",
                    "write the year, month or day, as exactly as it is known",
                )
        if isinstance(record, Figure) and record.value >= (record.value_max or record.value + 1):
            yield site.problem(
                name,
                ("value_max",),
                "the range ends before it begins",
                "value is the lower end, value_max the upper",
            )


@rule(whole=False)
def unique_names(site: Site) -> Iterator[Problem]:
    """No two people, organisations, figures, events, terms, conflicts or rows of the comparison
    have the same name, or names that look the same, so that readers can tell them apart."""
    seen: dict[tuple[str, str], str] = {}
    for name, record in site.topic.records.items():
        for field in having(type(record), Mark.UNIQUE):
            first = seen.setdefault((site.topic.kinds[name], look(getattr(record, field))), name)
            if first != name:
                if isinstance(record, Term) and not record.draft:
                    continue  # of all its forms no-shared-names says it
                path, line = at(site, first, field)
                yield site.problem(
                    name,
                    (field,),
                    f'"{first}" is called the same',
                    "make the two names different, or, if they are one, change the first and"
                    f" remove this: {path}:{line}",
                )
