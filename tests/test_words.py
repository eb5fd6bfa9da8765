"""The first promise, proved by trying: no checked word can be changed by one character and pass."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from typing import Any

import pytest
from explainer.commands.cli import main
from explainer.text.folding import fold
from explainer.topic.evidence import Fault, place, place_in, selectors
from explainer.topic.record import Record, Selector
from explainer.topic.topic import Topic
from sites import FIXED, SITES, changes, copied, narrowed, run, topic, whole
from test_wrong_speakers import problems_of

OF_A_RECORD = (
    "exact-words",
    "quoted-in-source",
    "quotation-order",
    "quotation-attribution",
    "value-as-printed",
)
KINDS = {"case", "digit", "sign", "look-alike", "deletion", "doubling", "swap"}


def with_selector(record: Record, key: tuple, exact: str) -> Record:
    """The record with one of its selectors' words changed."""
    field = "cells" if key[0] == "cells" else key[0]
    if field == "cells":
        cell = record.cells[key[1]]
        words = tuple(
            s.model_copy(update={"exact": exact}) if i == key[3] else s
            for i, s in enumerate(cell.evidence)
        )
        return record.model_copy(
            update={"cells": record.cells | {key[1]: cell.model_copy(update={"evidence": words})}}
        )
    words = tuple(
        s.model_copy(update={"exact": exact}) if i == key[1] else s
        for i, s in enumerate(getattr(record, field))
    )
    return record.model_copy(update={field: words})


def checked_strings(read: Topic) -> Iterator[tuple[str, str, str, Callable[[str], Any]]]:
    """Each checked string of a site: where it stands, its field, itself, and how to ask whether a
    change of it is caught.
    """
    for name, record in read.records.items():
        for key, selector in selectors(record):
            passages = read.sources[read.source_of(record, selector.source)].passages

            def words_caught(
                changed: str, record=record, key=key, selector=selector, passages=passages
            ) -> Any:
                # The quick way first: what appears in the source not once is a fault of `place`
                # (proved below).
                return len(passages.find(changed, selector.prefix, selector.suffix)) != 1 or run(
                    narrowed(read, with_selector(record, key, changed)), *OF_A_RECORD
                )

            yield f"{name}, {'.'.join(map(str, key))}", key[-2], selector.exact, words_caught
        for field in ("value_text", "date_text", "author_description"):
            if text := getattr(record, field, None):

                def field_caught(changed: str, record=record, field=field) -> Any:
                    return run(
                        narrowed(read, record.model_copy(update={field: changed})), *OF_A_RECORD
                    )

                yield f"{name}, {field}", field, text, field_caught
    for source in read.sources.values():
        for i, item in enumerate(source.record.set_aside):

            def aside_caught(changed: str, source=source, i=i, item=item) -> Any:
                if len(source.passages.find(changed, item.prefix, item.suffix)) != 1:
                    return True
                aside = tuple(
                    o.model_copy(update={"exact": changed}) if k == i else o
                    for k, o in enumerate(source.record.set_aside)
                )
                other = replace(
                    source, record=source.record.model_copy(update={"set_aside": aside})
                )
                site = whole_of(read)
                site.topic, site.evidence = (
                    replace(read, sources=read.sources | {source.id: other}),
                    copy(site.evidence),
                )
                site.evidence.aside = site.evidence.aside | {
                    source.id: [(o, place_in(other, o)) for o in aside]
                }
                return run(
                    site,
                    "needless-set-aside",
                    "no-unused-clause",
                    "no-unrecorded-quotation",
                    "no-unrecorded-number",
                )

            yield f"{source.id}, set_aside.{i}", "set_aside", item.exact, aside_caught


def whole_of(read: Topic):
    """A copy of the placed site, so that its topic can be exchanged."""
    name = next(n for n in SITES if topic(n) is read)
    site = object.__new__(type(whole(name)))
    site.__dict__.update(whole(name).__dict__)
    return site


@pytest.mark.parametrize("name", SITES)
def test_every_change_of_one_character_is_caught(name, record_property, capsys):
    tried: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    survived = []
    for where, field, text, caught in checked_strings(topic(name)):
        same = fold(text)
        for kind, changed in changes(text):
            if fold(changed) == same:  # the same words: nothing was changed
                continue
            tried[kind] += 1
            fields[field] += 1
            if not caught(changed):
                survived.append(f"{where}: {kind}\n    {text}\n    {changed}")
    assert not survived, (
        f"{len(survived)} of {tried.total()} changes were not noticed:\n" + "\n".join(survived[:20])
    )
    assert KINDS - set(tried) <= {"sign"}, "a kind of change was never tried"
    assert {"evidence", "text", "attributed_by", "value_text", "set_aside"} <= set(fields)
    counted = (
        f"{name}: {tried.total()} changes tried, all caught"
        f" ({', '.join(f'{n} {k}' for k, n in tried.items())})"
    )
    record_property("changes caught", counted)
    with capsys.disabled():
        print(f"\n{counted}")


@pytest.mark.parametrize("name", SITES)
def test_every_checked_string_passes_as_it_is(name):
    """Else the test above could catch everything and prove nothing."""
    for where, _, text, caught in checked_strings(topic(name)):
        assert not caught(text), where


@pytest.mark.parametrize("name", FIXED)
def test_words_that_do_not_stand_once_are_a_fault_of_place(name):
    """What the test above takes for granted on its quick way, shown on every thirtieth change."""
    read, count = topic(name), 0
    for record in read.records.values():
        for _, selector in selectors(record):
            for number, (_, changed) in enumerate(changes(selector.exact)):
                passages = read.sources[read.source_of(record, selector.source)].passages
                if (
                    number % 30 == 0
                    and len(passages.find(changed, selector.prefix, selector.suffix)) != 1
                ):
                    assert isinstance(
                        place(read, record, selector.model_copy(update={"exact": changed})), Fault
                    )
                    count += 1
    assert count > 50


def test_the_shape_of_what_is_folded_passes():
    """White space, line ends, the shape of quotation marks, decomposed accents and soft hyphens are
    no change.
    """
    read = topic("bruecke")
    for exact in (
        "„Die Brücke ist am Ende“,",
        '"Die Bru\u0308cke ist am Ende",',
        "“Die  Brücke\n ist am\u00a0Ende”,",
        "„Die Brü\u00adcke ist am Ende“,",
    ):
        record = next(iter(read.records.values()))
        assert (
            place(read, record, Selector(exact=exact)).exact == "„Die Bru\u0308cke ist am Ende“,"
        )  # always as the source has it


# --- on the command line --------------------------------------------------------------------------


def misquoted(target, every: int) -> list[tuple[str, int]]:
    """Change one letter in the YAML of every so many passages of a copied site; gives their files
    and lines.
    """
    read, changed = topic("ferry"), []
    wanted = [(i, k, s) for i, r in read.records.items() for k, s in selectors(r)]
    for name, key, selector in wanted[::every]:
        where = read.where[name]
        path, line = target / where.path, where.line(*key)
        rows = path.read_text("utf-8").split("\n")
        words = [w for w in selector.exact.split() if w.isalpha() and w.isascii() and len(w) > 3]
        for at in range(line - 1, min(line + 3, len(rows))):
            if found := next(
                (
                    w
                    for w in words
                    if w in rows[at].partition(":")[2 if ":" in rows[at] and at == line - 1 else 0]
                ),
                None,
            ):
                head, _, tail = rows[at].rpartition(found)
                rows[at] = head + found[:2] + ("q" if found[2] != "q" else "x") + found[3:] + tail
                path.write_text("\n".join(rows), "utf-8")
                changed.append((where.path, line))
                break
    return sorted(set(changed))


def test_the_command_line_reports_each_with_file_line_and_nearest_words(tmp_path, capsys):
    copied(SITES["ferry"], tmp_path)
    places = misquoted(tmp_path, 2)
    assert len(places) > 20
    assert main(["check", "--root", str(tmp_path)]) == 1
    blocks = capsys.readouterr().out.split("\nseeds/")
    blocks = [blocks[0], *(f"seeds/{block}" for block in blocks[1:])]
    heads = [tuple(block.split(":")[:2]) for block in blocks]
    for path, line in places:
        block = next(
            (
                b
                for b, head in zip(blocks, heads, strict=False)
                if head == (path, str(line)) and "\n    wrote    " in b and "\n    help     " in b
            ),
            None,
        )
        assert block, f"{path}:{line} is not reported"
    nearest = [b for b in blocks if "\n    nearest  " in b and "seeds/sources/ferry.txt:" in b]
    pasted = [b for b in blocks if "\n    paste" in b and b not in nearest]
    assert len(nearest) + len(pasted) >= 0.9 * len(places)
    ordered = [(path, int(line)) for path, line in heads if line.isdigit()]
    assert ordered == sorted(ordered)


def test_the_command_itself_exits_with_status_1_and_shows_the_nearest_words(tmp_path):
    copied(SITES["rain"], tmp_path)
    quotes = tmp_path / "seeds/facts/quotes.yml"
    quotes.write_text(
        quotes.read_text("utf-8").replace(
            "text: We have never measured more,", "text: We have never measured mote,"
        ),
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "check", "--root", str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout.startswith(
        'seeds/facts/quotes.yml:3: the words are not in the source "rain-report"\n    wrote    We'
        " have never measured mote,\n    nearest  We have never measured more,   "
        " seeds/sources/rain-report.txt:2, paragraph 1, sentence 2\n    help     copy the source's"
        " words, or cite another source\n"
    ), done.stdout


def test_a_source_that_changes_by_one_character_is_noticed(tmp_path):
    """Whatever changes in a sealed text, white space too."""
    copied(SITES["pier"], tmp_path)
    text = tmp_path / "seeds/sources/pier.txt"
    before = text.read_bytes()
    for changed in (
        before + b"\n",
        before.replace(b" ", b"  ", 1),
        before.replace(b"north", b"South", 1),
        before.replace(b"\n", b"\r\n"),
    ):
        text.write_bytes(changed)
        assert main(["check", "--root", str(tmp_path)]) == 1
    text.write_bytes(before)
    assert main(["check", "--root", str(tmp_path)]) == 0


LONG = "Bureau of Inquiry into the Safety of Lifts and Bridges"


@pytest.mark.parametrize(
    ("about", "copied"),
    [
        ("It looks into accidents.", False),
        (f"The {LONG} looks into accidents.", False),
        ("It found that the gate had not been looked at for a year.", True),
    ],
)
def test_a_long_name_of_an_organisation_is_no_copied_run(about, copied, tmp_path):
    text = f"The {LONG} found that the gate had not been looked at for a year.\n"
    record = {"id": "bureau", "name": LONG, "type": "office", "description": about}
    facts = {"organisations": [{**record, "mention": LONG}]}
    assert bool(problems_of(tmp_path, "en", text, facts, "no-copied-words")) is copied
