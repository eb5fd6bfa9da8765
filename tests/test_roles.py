"""Closed by default: what a field says of itself is what the rules hold it to.

Each value of a small site with one of everything (tests/topics/lake) is replaced by something
false, and some rule must see it. A field that is added to the model is tried here without a change.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, Literal, get_args

import pytest
from explainer.rules.corrections import owed
from explainer.rules.keywords import keywords_plain
from explainer.rules.registry import check
from explainer.topic.apparatus import Redirect
from explainer.topic.fieldtypes import NOT_STATED, AgentId, Frozen, Own, Text, Verbatim, When
from explainer.topic.load import load
from explainer.topic.model import KINDS, Cell
from explainer.topic.problems import Problem
from explainer.topic.record import Fact
from explainer.topic.roles import (
    ABOUT_SOURCE,
    ANY_RECORD,
    CHANGE,
    CHOICE,
    CODE,
    DATE,
    ELSEWHERE,
    FORMER,
    KEY,
    NUMBER,
    OUTSIDE,
    OWN,
    PRINTED,
    SOUGHT,
    SOURCE,
    SOURCE_ID,
    TOPIC,
    Key,
    Mark,
    Role,
    Spec,
    specs,
    values,
)
from explainer.topic.settings import Option, SetAside, Settings, Source
from explainer.topic.site import Site
from explainer.topic.topic import PageMeta, Topic
from sites import ROOT, SITES, copied, problems, topic

PACKAGE = ROOT / "scripts" / "explainer"
LAKE = topic("lake")
QUOTED, NUMBER_NOBODY_GAVE = "“nobody ever said this”", "7654321"
# Holders of values: where they are in a topic, and how to put another in their place.
PLACES = {
    **{("record", name): record for name, record in LAKE.records.items() if not record.draft},
    **{("source", name): source.record for name, source in LAKE.sources.items()},
    **{("page", path): page.meta for path, page in LAKE.pages.items()},
    ("settings", ""): LAKE.settings,
}


def within(record: Frozen, above: Key = ()) -> Iterator[tuple[Key, Frozen]]:
    """A record and the models in it that have fields of their own, with where they are."""
    yield above, record
    for name, spec in specs(type(record)).items():
        inside = getattr(record, name) if spec.nested else ()
        for key, item in inside.items() if isinstance(inside, dict) else enumerate(inside):
            yield from within(item, (*above, name, key))


def slots() -> Iterator[tuple[tuple[str, str], Key, Spec]]:
    """Each field of each model once, with a place where it has a value, or could have one."""
    found: dict[tuple[type, str], tuple[int, tuple[str, str], Key, Spec]] = {}
    for place, record in PLACES.items():
        for key, model in within(record):
            for name, spec in specs(type(model)).items():
                value = getattr(model, name)
                if spec.nested:
                    continue
                rank, path = (1, (*key, name)) if value in (None, (), {}) else (0, (*key, name))
                if isinstance(value, tuple) and value:
                    path = (*path, 0)
                elif isinstance(value, dict) and value:
                    path = (*path, next(iter(value)))
                if (type(model), name) not in found or found[type(model), name][0] > rank:
                    found[type(model), name] = rank, place, path, spec
    for _, place, path, spec in found.values():
        yield place, path, spec


ALL = list(slots())


def of_role(*roles: Role | str) -> list[Any]:
    return [
        pytest.param(place, key, spec, id=f"{place[1] or place[0]}.{'.'.join(map(str, key))}")
        for place, key, spec in ALL
        if spec.role in roles or (spec.role and spec.role.kinds and "kinds" in roles)
    ]


def changed(record: Frozen, key: Key, value: Any) -> Frozen:
    """A record with one value replaced."""
    data = record.model_dump()

    def put(inside: Any, path: Key) -> Any:
        if not path:
            return value
        if isinstance(inside, dict):
            return inside | {path[0]: put(inside.get(path[0]), path[1:])}
        return [put(item, path[1:]) if i == path[0] else item for i, item in enumerate(inside)]

    return type(record).model_validate(put(data, key))


def with_value(place: tuple[str, str], key: Key, value: Any) -> Topic:
    """The lake with one value replaced."""
    what, name = place
    new = changed(PLACES[place], key, value)
    if what == "record":
        return replace(LAKE, records=LAKE.records | {name: new})
    if what == "source":
        return replace(LAKE, sources=LAKE.sources | {name: replace(LAKE.sources[name], record=new)})
    if what == "page":
        return replace(LAKE, pages=LAKE.pages | {name: replace(LAKE.pages[name], meta=new)})
    return replace(LAKE, settings=new)


def seen(place: tuple[str, str], key: Key, value: Any) -> list[Problem]:
    """The problems on the value's own line that the site had not before."""
    what, name = place
    where = {
        "record": lambda: LAKE.where[name],
        "source": lambda: LAKE.sources[name].where,
        "page": lambda: LAKE.pages[name].where,
        "settings": lambda: LAKE.settings_where,
    }[what]()
    at = (where.path, where.line(*key))
    return [p for p in check(Site(with_value(place, key, value))) if (p.path, p.line) == at]


def test_every_field_of_every_model_is_tried_here():
    models = {type(m) for record in PLACES.values() for _, m in within(record)}
    others = {Cell, Option, SetAside, Settings, Source, PageMeta}
    assert models == {*KINDS.values()} - {Redirect} | others
    wanted = sum(not spec.nested for model in models for spec in specs(model).values())
    assert len(ALL) == wanted


@pytest.mark.parametrize(("place", "key", "spec"), of_role(OWN, ABOUT_SOURCE))
def test_own_words_may_hold_no_invented_quotation_or_number(place, key, spec):
    if key[-1] == "mark":  # a sign of at most four characters
        assert any(p.rule == "numbers-in-prose" for p in seen(place, key, "9 Mn"))
        return
    rules = {p.rule for p in seen(place, key, f"There are {NUMBER_NOBODY_GAVE} of {QUOTED} here")}
    assert {"numbers-in-prose", "quotations-in-prose"} <= rules


@pytest.mark.parametrize(("place", "key", "spec"), of_role(OUTSIDE, CHANGE))
def test_words_on_others_may_hold_no_invented_quotation(place, key, spec):
    rules = {p.rule for p in seen(place, key, f"There are {NUMBER_NOBODY_GAVE} of {QUOTED} here")}
    assert "quotations-in-prose" in rules
    assert ("numbers-in-prose" in rules) == (spec.role is CHANGE)  # a reference can be looked up


def test_a_reference_that_nobody_can_look_up_gives_no_number():
    reference = LAKE.records["ref-water"].model_copy(update={"URL": None})
    read = replace(LAKE, records=LAKE.records | {"ref-water": reference})
    assert "numbers-in-prose" not in {p.rule for p in check(Site(read))}
    told = reference.model_copy(update={"confirms": f"It counted {NUMBER_NOBODY_GAVE} swans."})
    read = replace(LAKE, records=LAKE.records | {"ref-water": told})
    assert "numbers-in-prose" in {p.rule for p in check(Site(read))}
    quoted = told.model_copy(update={"quotes": (f"{NUMBER_NOBODY_GAVE} swans",)})
    read = replace(LAKE, records=LAKE.records | {"ref-water": quoted})
    assert "numbers-in-prose" not in {p.rule for p in check(Site(read))}


@pytest.mark.parametrize(("place", "key", "spec"), of_role(ELSEWHERE, FORMER, OWN, CHANGE))
def test_words_of_a_source_count_wherever_they_are_published(place, key, spec):
    words = (
        "The lake lies north of the town; open lake would suit the bathers; a closed one, the swans"
    )
    if key[-1] == "mark":
        return
    value = f"“{words}”" if spec.role is FORMER else words
    name = next(iter(LAKE.sources))
    assert Site(with_value(place, key, value)).pieced[name]


@pytest.mark.parametrize(
    ("place", "key", "spec"), of_role(OUTSIDE, OWN, ABOUT_SOURCE, CHANGE, FORMER)
)
def test_no_words_of_a_source_are_copied_into_a_field(place, key, spec):
    source = next(iter(LAKE.sources.values()))
    run = next(
        words
        for sentence in source.passages.sentences
        if len(
            words := re.findall(r"[^\W\d]+", source.passages.text[sentence.start : sentence.end])
        )
        > 8
        and not re.search(r"\d|[“”\"]", source.passages.text[sentence.start : sentence.end])
    )
    if key[-1] != "mark":
        assert any(p.rule == "no-copied-words" for p in seen(place, key, " ".join(run)))


@pytest.mark.parametrize(("place", "key", "spec"), of_role(SOUGHT))
def test_words_to_search_by_say_nothing(place, key, spec):
    for words in (QUOTED, NUMBER_NOBODY_GAVE, "as Macron has it", "Nobody came."):
        (problem,) = keywords_plain(Site(with_value(place, key, words)))
        assert problem.wrote == words
    assert [*keywords_plain(Site(with_value(place, key, "plain words")))] == []


def test_words_of_a_source_count_among_words_to_search_by():
    words = [
        "An open lake would suit the",
        "bathers; a closed one, the swans",
        "The lake lies north of",
    ]
    read = with_value(("record", "water-is-clean"), ("keywords",), words)
    assert Site(read).pieced["lake"]


@pytest.mark.parametrize(("place", "key", "spec"), of_role(SOURCE, PRINTED))
def test_words_of_a_source_are_in_it(place, key, spec):
    rules = {p.rule for p in seen(place, key, "98765 that nobody wrote")}
    assert rules & {"exact-words", "value-as-printed", "needless-set-aside"}


@pytest.mark.parametrize(("place", "key", "spec"), of_role(ANY_RECORD, TOPIC, SOURCE_ID, "kinds"))
def test_an_id_is_that_of_something(place, key, spec):
    if spec.role is SOURCE_ID:  # what is said is said of the words that are in no such source
        found = check(Site(with_value(place, key, "nobody-of-this-id")))
        assert {p.rule for p in found} & {"exact-words", "known-ids"}
    else:
        assert "known-ids" in {p.rule for p in seen(place, key, "nobody-of-this-id")}


@pytest.mark.parametrize(("place", "key", "spec"), of_role(DATE))
def test_a_date_is_a_day_of_the_calendar(place, key, spec):
    assert any(p.rule == "valid-dates" for p in seen(place, key, "2019-02-30"))


@cache
def facts_that_change() -> dict[type[Frozen], list[tuple[str, str, Spec]]]:
    """For each class of record, one record, and the fields of it that have a value."""
    found: dict[type[Frozen], dict[str, tuple[str, str, Spec]]] = {}
    for (what, name), record in PLACES.items():
        if what == "record":
            for field, spec in specs(type(record)).items():
                if getattr(record, field) not in (None, ()):
                    found.setdefault(type(record), {}).setdefault(field, (name, field, spec))
    return {model: list(fields.values()) for model, fields in found.items()}


def another(record: Frozen, field: str) -> Iterator[Any]:
    """Other values that a field may take: the first that the model accepts is used."""
    value, spec = getattr(record, field), specs(type(record))[field]
    if spec.role in (OWN, OUTSIDE, CHANGE, FORMER, SOURCE, PRINTED, CODE) and isinstance(
        value, str
    ):
        yield value + "x"
    yield from (
        v
        for v in ("2019", "2018-01", "true", "some-other-id", 17, ["some-other-id"], "Other words.")
        if v != value
    )
    annotation = type(record).model_fields[field].annotation
    yield from (v for v in get_args(annotation) if isinstance(v, str) and v != value)
    if isinstance(value, dict):
        yield {name: {"not_stated": True} for name in value}
    yield ()


@pytest.mark.parametrize(
    ("name", "field", "spec"),
    [
        pytest.param(*one, id=f"{model.__name__}.{one[1]}")
        for model, fields in facts_that_change().items()
        for one in fields
        if one[1] != "id"
    ],
)
def test_a_change_owes_a_correction_or_says_why_not(name, field, spec):
    record = LAKE.records[name]
    new = None
    for value in another(record, field):
        try:
            new = type(record).model_validate(record.model_dump() | {field: value})
        except ValueError:
            continue
        if new != record:
            break
    assert new is not None and new != record, f"no other value for {field} was found"
    after = replace(LAKE, records=LAKE.records | {name: new})
    found = [p.rule for p in owed(LAKE, after)]
    assert found == [] if spec.free else found == ["correction-owed"]


def test_every_reason_to_owe_nothing_is_a_sentence():
    free = {s.free for kind in KINDS.values() for s in specs(kind).values() if s.free}
    assert all(len(why.split()) >= 3 for why in free) and len(free) <= 8


# --- a field says what it is, or cannot be declared -----------------------------------------------


def test_a_field_without_a_role_cannot_be_declared():
    with pytest.raises(TypeError, match=r"Nothing\.words says nothing of what it holds"):

        class Nothing(Fact):
            words: Text


def test_a_field_with_two_roles_cannot_be_declared():
    with pytest.raises(TypeError, match=r"Both\.words says several things"):

        class Both(Fact):
            words: Annotated[Own, SOURCE]


def test_a_field_in_a_model_within_needs_a_role_too():
    with pytest.raises(TypeError, match=r"Inner\.words says nothing"):

        class Inner(Frozen):
            words: Text | None = None


def test_every_role_is_tried_here():
    tried = {OWN, ABOUT_SOURCE, OUTSIDE, CHANGE, FORMER, ELSEWHERE, SOURCE, SOUGHT, PRINTED}
    tried |= {ANY_RECORD, TOPIC, SOURCE_ID, DATE}
    by_others = {KEY, NUMBER, CHOICE, CODE}  # the loader and the model themselves
    roles = {spec.role for _, _, spec in ALL if not (spec.role and spec.role.kinds)}
    assert roles == tried | by_others


# --- a kind that nobody has heard of --------------------------------------------------------------


class Document(Fact):
    """A kind made up for this test: nothing in the rules knows it."""

    title: Annotated[Own, Mark.UNIQUE]
    summary: Own
    issuer: Annotated[AgentId, Mark.ASCRIBED]
    dated: When
    words: Verbatim
    kind: Annotated[Literal["letter", "report"], CHOICE]


DOCUMENT = """\
documents:
  - id: flood-report
    title: A report of 7,000 pages
    summary: It has 9,999 pages and says “nothing at all of this”.
    issuer: nobody-of-this-id
    dated: 2019-02-31
    words: never written there
    kind: report
    evidence: It is dry again.
"""


@pytest.fixture
def rain(tmp_path, monkeypatch):
    monkeypatch.setitem(KINDS, "documents", Document)
    copied(SITES["rain"], tmp_path)
    return tmp_path


def test_a_new_kind_is_checked_by_every_rule(rain):
    (rain / "seeds/facts/documents.yml").write_text(DOCUMENT, "utf-8")
    found = {(p.line, p.rule) for p in problems(rain) if p.path.endswith("documents.yml")}
    assert found >= {
        (2, "every-record-shown"),
        (3, "numbers-in-prose"),
        (4, "numbers-in-prose"),
        (4, "quotations-in-prose"),
        (5, "known-ids"),
        (6, "valid-dates"),
        (7, "exact-words"),
    }


def test_a_new_kind_is_ascribed_dated_and_told_apart_as_others_are(rain):
    good = (
        DOCUMENT.replace("A report of 7,000 pages", "A report")
        .replace("It has 9,999 pages and says “nothing at all of this”.", "The town wrote it.")
        .replace("nobody-of-this-id", "director")
        .replace("2019-02-31", "2031")
        .replace("never written there", "dry again")
    )
    again = "".join(good.splitlines(True)[1:]).replace("flood-report", "same-report")
    (rain / "seeds/facts/documents.yml").write_text(good + again, "utf-8")
    found = {(p.line, p.rule) for p in problems(rain) if p.path.endswith("documents.yml")}
    assert found == {
        (2, "every-record-shown"),
        (5, "attribution-named-nearby"),
        (6, "valid-dates"),
        (6, "dates-borne-out"),
        (11, "unique-names"),
        (13, "attribution-named-nearby"),
        (14, "valid-dates"),
        (14, "dates-borne-out"),
    }


def test_a_change_of_a_new_kind_owes_a_correction(rain):
    path = rain / "seeds/facts/documents.yml"
    path.write_text(DOCUMENT, "utf-8")
    before, _ = load(rain)
    path.write_text(DOCUMENT.replace("nobody-of-this-id", "mayor"), "utf-8")
    after, _ = load(rain)
    (problem,) = owed(before, after)
    assert problem.message == '"flood-report" was published and its issuer changed'


def test_not_stated_is_no_id_and_no_date():
    assert NOT_STATED in {value for r in LAKE.records.values() for _, value, _ in values(r)}


# --- what is still named by hand ----------------------------------------------------------------

# The groups of fields that code outside the model, the class of a kind and the drafts (which write
# records) names by hand, and why.
BY_HAND = {
    ("topic/wording.py", "set_aside options cells"): "where a field holds records of its own",
    ("site/data.py", "id label evidence"): "what a topic of the settings is in the data",
    ("topic/load.py", "question as_of"): "the settings of a site whose settings cannot be read",
    ("topic/evidence.py", "attributed_by resolved_from"): "words that only say whose others are",
    (
        "rules/paste.py",
        "max_share_quoted max_share_set_aside most_words",
    ): "the bounds that need a reason",
    ("rules/own_name.py", "measure label"): "what a figure is called",
    ("commands/build.py", "speaker shared_by"): "what a draft of a quotation lacks most often",
}


def groups_by_hand() -> set[tuple[str, str]]:
    """Each list, tuple, set or table of two or more names that are all fields of the model."""
    models = {type(m) for record in PLACES.values() for _, m in within(record)}
    fields = {name for model in models for name in specs(model)}
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if place.startswith(("topic/model", "topic/settings", "site/kinds/", "drafting/")):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            parts = getattr(node, "elts", getattr(node, "keys", ()))
            words = [getattr(part, "value", None) for part in parts]
            if len(words) > 1 and all(isinstance(w, str) and w in fields for w in words):
                found.add((place, " ".join(words)))
    return found


def test_few_groups_of_fields_are_named_by_hand():
    assert groups_by_hand() == set(BY_HAND) and len(BY_HAND) <= 8
