"""The rules on what editors write in their own words: the pages of ``content/`` and the statements
of records.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, partial
from typing import Any, NamedTuple

from .checks import at, beside_a_month, did_you_mean, rule, stands_in
from .content import FACT_LINK, Block, Outline, Paragraph, Site
from .evidence import selectors
from .languages import Language, language
from .markup import TAG, bare
from .model import NOT_STATED, Record
from .numbers import find_numbers, percent_sign, read_number
from .passages import Span, fold, quotations
from .problems import Problem

COPIED_WORDS = 8
# What was meant for a citation, perhaps: several ids or a space in one, the brackets of another
# kind, the ^ forgotten.
_NO_CITATION_YET = re.compile(
    r"(?P<odd>\[\^[^\[\]]*[\s,;][^\[\]]*\]|\(\^[a-z0-9-]+\))|(?<![\]\w!])\[(?P<name>[a-z0-9-]+)\](?![(\[:])"
)
# Marks that are nothing but quotation marks, and ‘ where it opens: a lonely one is half of
# something not checked.
_MARK = re.compile(
    r"""[“”„‟«»‹›‚‛「」『』《》〈〉⟨⟩⟪⟫〝〞〟❛❜❝❞❮❯＂＇′″‴‵ʺˮ˝〃🙶🙷🙸"´]|['‘’]{2}|,,|(?<!\w)‘(?=\w)"""
)
_BLOCK_OR_CITATION = re.compile(
    r"<(/?)(caption|dd|details|div|dl|dt|figcaption|figure|h[2-4]|li|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b([^<>]{0,2000})>|\[\^",
    re.I,
)
_BLOCK_QUOTATION = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*>")
# The fields in which a record speaks in the editors' words.
OWN_WORDS = (
    "statement",
    "description",
    "definition",
    "difference",
    "title",
    "label",
    "question",
    "note",
    "name",
    "job_title",
    "term",
    "unit",
    "measure",
    "population",
    "period",
)


@rule(whole=True)
def expressions(site: Site) -> Iterator[Problem]:
    """A block of facts is one expression alone on its line: a known block, with known arguments of
    literal values.
    """
    for parts in site.outlines.values():
        yield from parts.problems


@rule(whole=False)
def citations(site: Site) -> Iterator[Problem]:
    """Every [^id] and every fact:id of a page is a published record, with words or a source of its
    own to show.
    """
    topic = site.topic
    for parts in site.outlines.values():
        blocks: list[tuple[str, bool]] = []
        for paragraph in parts.paragraphs:
            for name in [*paragraph.cites, *FACT_LINK.findall(paragraph.text)]:
                record = topic.records.get(name)
                if record is None and topic.unread(name):
                    continue
                if record is None and topic.redirects.get(name):
                    yield _in(
                        parts,
                        paragraph,
                        f'"{name}" was removed',
                        f"cite {topic.redirects[name]}",
                        name,
                    )
                elif record is None:
                    yield _in(
                        parts,
                        paragraph,
                        f'there is no record "{name}"',
                        did_you_mean(name, topic.records),
                        name,
                    )
                elif record.draft:
                    yield _in(
                        parts,
                        paragraph,
                        f'"{name}" is a draft and cannot be cited',
                        "decide on the draft, and take draft: true away",
                        name,
                    )
                elif (
                    name in paragraph.cites
                    and topic.kinds[name] not in ("references", "conflicts")
                    and not any(selectors(record))
                ):
                    yield _in(
                        parts,
                        paragraph,
                        f'"{name}" has no words of a source to show',
                        "cite a record with evidence, or a reference; link to this one with"
                        " [words](fact:id)",
                        name,
                    )
            if raw := _raw_citation(paragraph.text, blocks):
                yield _in(
                    parts,
                    paragraph,
                    f"a citation within <{raw}> is not read as one",
                    f"write <{raw} markdown>",
                    paragraph.text[:100],
                )
            for match in _NO_CITATION_YET.finditer(paragraph.text):
                if match.group("odd") or match.group("name") in topic.records:
                    yield _in(
                        parts,
                        paragraph,
                        "this is not read as a citation",
                        "write [^id], and for several [^one][^two], without spaces",
                        match.group(),
                    )
            if re.match(r"\[\^[^\]]*\]:", paragraph.text):
                yield _in(
                    parts,
                    paragraph,
                    "footnotes are written by the build",
                    "take the line away; cite the record's id",
                )


def _raw_citation(text: str, blocks: list[tuple[str, bool]]) -> str | None:
    """The HTML block without the attribute markdown that a citation stands in; ``blocks`` are those
    open, and whether each has the attribute.
    """
    within = None
    for match in _BLOCK_OR_CITATION.finditer(text):
        closes, tag, attributes = match.groups()
        if not tag:
            within = within or next((name for name, markdown in blocks if not markdown), None)
        elif not closes:
            blocks.append((tag, bool(re.search(r"\smarkdown\b", attributes))))
        elif blocks:
            blocks.pop()
    return within


@rule(whole=True)
def cite_every_paragraph(site: Site) -> Iterator[Problem]:
    """On the pages that the settings name, each paragraph cites a fact or a reference."""
    for path in site.topic.settings.cite_every_paragraph:
        if path not in site.outlines:
            yield Problem(
                "seeds/settings.yml",
                0,
                f"there is no page content/{path}",
                "mend cite_every_paragraph",
            )
            continue
        parts = site.outlines[path]
        for paragraph in parts.paragraphs:
            if (
                not paragraph.cites
                and not paragraph.heading
                and re.search(r"\w", TAG.sub("", paragraph.text))
            ):
                yield _in(
                    parts,
                    paragraph,
                    "this paragraph cites nothing",
                    "cite what it rests on: [^id] of a fact or reference",
                    paragraph.text[:100],
                )


@rule(whole=True)
def quotations_in_prose(site: Site) -> Iterator[Problem]:
    """Words in quotation marks, in a page or in a record's own words, are words of a fact cited in
    that paragraph, or of that record. A quotation mark has its partner in the same paragraph. A
    block quotation is put in by a block of facts.
    """
    for parts in site.outlines.values():
        for part in parts.parts:
            if not isinstance(part, Block) and _BLOCK_QUOTATION.match(part[1]):
                yield Problem(
                    parts.page.file,
                    part[0],
                    "a block quotation is put in by its record",
                    "write {{ quotes(ids=[…]) }}, or take the > away",
                    "",
                    part[1].strip()[:120],
                )
    for own in _own_words(site):
        spans = _quotations(site, own.text)
        for start, end in spans:
            words = fold(own.text[start:end]).strip(" .,;:–—")
            if words and not any(stands_in(words, fold(known)) for known in _words_of(site, own)):
                yield own.problem(
                    "the words in quotation marks are in no fact cited here"
                    f" ({_list(own.records)})",
                    "cite the fact whose words they are, or take the quotation marks away",
                    words,
                )
        paired = {offset for start, end in spans for offset in (start - 1, end)}
        for match in _MARK.finditer(own.text):
            if match.start() not in paired:
                yield own.problem(
                    f"the quotation mark {match.group()} has no partner here",
                    "open and close a quotation in one paragraph, with the marks of the language",
                    own.text[max(match.start() - 20, 0) : match.end() + 20],
                )


@rule(whole=True)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words comes from a fact cited in that paragraph, or
    from that record; a percentage from one that has it as a percentage.
    """
    marks = _language(site)
    known, days = cache(partial(_numbers_of, site, marks=marks)), cache(partial(_days_of, site))
    for own in _own_words(site):
        for match in find_numbers(own.text, marks):
            sign = percent_sign(match, marks)
            number = _reading(match.group(), marks), bool(sign)
            if (printed := _printed(match)) != match.group() and not any(
                stands_in(fold(printed), fold(words)) for words in _words_of(site, own)
            ):
                yield own.problem(
                    f'"{printed}" is in no fact cited here as it is written ({_list(own.records)})',
                    "write the number as the source does, with its sign and scale, or as the fact"
                    " has it",
                    printed,
                )
                continue
            known_here = any(number in known(name) for name in own.records) or any(
                number in _readings(words, marks) for words in own.words
            )
            if not known_here and not (
                _day(own.text, match, marks)
                and any(number[0] in days(name) for name in own.records)
            ):
                yield own.problem(
                    f'the number "{match.group()}{sign}" is in no fact cited here'
                    f" ({_list(own.records)})",
                    "cite the fact it comes from in the same paragraph",
                    match.group() + sign,
                )


# Right behind digits: an ordinal or a decade is the same number, other letters are a scale or a
# unit (3bn, 5k, 40mph).
_SAME = re.compile(r"(?:st|nd|rd|th|s)\b")
_GLUED = re.compile(r"[^\W\d_]+|‰|\s(?:bn|tn|mn|mln|lakh|crore)\b")


def _printed(number: re.Match[str]) -> str:
    """A number as it is printed in running text, with the currency before it and the letters right
    behind its digits.
    """
    text, start, end = number.string, number.start(), number.end()
    behind = (
        None if not text[end - 1].isdigit() or _SAME.match(text, end) else _GLUED.match(text, end)
    )
    return text[
        start - (text[start - 1 : start] in tuple("$€£¥")) : behind.end() if behind else end
    ]


@rule(whole=True)
def copied_words(site: Site) -> Iterator[Problem]:
    """No run of eight or more words of a source's sentence stands in the editors' own words without
    quotation marks; nor in what is said of a reference or a correction.
    """
    written: dict[tuple[str, ...], dict[int, _Own]] = defaultdict(dict)
    for own in (*_own_words(site), *_words_on_others(site)):
        kept, after = "", 0
        for start, end in _quotations(site, own.text):
            if start > after:  # those inside another went with it
                kept, after = f"{kept}{own.text[after : start - 1]} \0 ", end + 1
        for run in _runs(kept + own.text[after:]):
            written[run][id(own)] = own
    told: set[int] = set()
    for source in (
        site.topic.sources.values()
    ):  # a source may be long; what editors write is the smaller side to keep
        for a, b, *_ in source.passages.sentences:
            for run in _runs(source.passages.text[a:b]):
                for name, own in written.pop(run, {}).items():
                    if name not in told:
                        told.add(name)
                        yield own.problem(
                            f"these {COPIED_WORDS} words in a row are those of the source"
                            f' "{source.id}"',
                            "say it in your own words, or quote them",
                            " ".join(run),
                        )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of so many words of a text, whatever their case and punctuation."""
    words = re.findall(r"\w+|\0", fold(text).lower())
    runs = zip(*(words[i:] for i in range(COPIED_WORDS)))
    return (run for run in runs if "\0" not in run) if "\0" in words else runs


@rule(whole=True)
def everything_shown(site: Site) -> Iterator[Problem]:
    """Every published record is shown by a block of some page, and is at home on only one."""
    for name, record in site.topic.records.items():
        if not record.draft and name not in site.homes:
            yield Problem(
                *at(site, name),
                f'no page shows "{name}"',
                f"put a block such as {{{{ {site.topic.kinds[name]}() }}}} into a page of content/",
            )
    for name, path, line in site.second_homes:
        yield Problem(
            f"content/{path}",
            line,
            f'"{name}" is at home on content/{site.homes[name]} already',
            "add anchors=false to the block on one of the two pages",
        )


@rule(whole=True)
def links_within(site: Site) -> Iterator[Problem]:
    """A link or picture that leads to a file beside the page leads to a page of content/, a file
    there, or the data.
    """
    pages, files = site.outlines, site.topic.assets
    for path, parts in pages.items():
        for paragraph in parts.paragraphs:
            for match in re.finditer(r"\]\(\s*<?([^)\s>#?]+)", paragraph.text):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match.group(1)))
                if (
                    re.match(r"[a-z][a-z0-9+.-]*:|/", match.group(1), re.I)
                    or target in pages
                    or target in files
                    or target.startswith(("data/", "assets/"))
                ):
                    continue
                near = get_close_matches(target, [*pages, *files], 1)
                yield _in(
                    parts,
                    paragraph,
                    f"there is no {target} in content/",
                    (
                        "did you mean"
                        f" {posixpath.relpath(near[0], posixpath.dirname(path) or '.')}?"
                        if near
                        else "link to a page's file, such as people.md"
                    ),
                    match.group(1),
                )


@rule(whole=True)
def whole_ledger(site: Site) -> Iterator[Problem]:
    """Some page has the ledger: every paragraph of every source, in all its parts together, and
    each only once.
    """
    ledgers = [
        (path, block.line)
        for path, parts in site.outlines.items()
        for block in parts.blocks
        if block.name == "ledger"
    ]
    told: set[tuple[str, int]] = set()
    for (name, paragraph), places in site.ledgers.items():
        for path, line in places[1:]:
            if (path, line) not in told:
                told.add((path, line))
                yield Problem(
                    f"content/{path}",
                    line,
                    f'paragraph {paragraph} of the source "{name}" is in the ledger of'
                    f" content/{places[0][0]}:{places[0][1]} already",
                    "take one of the two away, or give each another source= or part=",
                )
    for name, source in site.topic.sources.items():
        missing = [
            p
            for p in range(1, len(source.passages.paragraphs) + 1)
            if (name, p) not in site.ledgers
        ]
        if not ledgers and site.outlines:
            yield Problem(
                "content",
                0,
                f'no page has the ledger of the source "{name}"',
                "put {{ ledger() }} into a page, so that readers see what became of each sentence",
            )
        elif missing and ledgers:
            path, line = ledgers[0]
            yield Problem(
                f"content/{path}",
                line,
                f'no ledger has paragraph {missing[0]} of the source "{name}"'
                + (f" and {len(missing) - 1} more" if missing[1:] else ""),
                "add the ledger of that source, or the part that is missing",
            )


@rule(whole=True)
def whole_index(site: Site) -> Iterator[Problem]:
    """Of an index in parts there is every part."""
    blocks = [
        (path, b)
        for path, parts in site.outlines.items()
        for b in parts.blocks
        if b.name == "index" and "part" in b.arguments
    ]
    indexes = [(path, b.line, b.arguments["part"].partition(" of ")) for path, b in blocks]
    for path, line, (_, _, parts) in indexes[:1]:
        if missing := sorted(
            set(range(1, int(parts) + 1))
            - {int(part[0]) for *_, part in indexes if part[2] == parts}
        ):
            yield Problem(
                f"content/{path}",
                line,
                f"no page has part {missing[0]} of {parts} of the index"
                + (f" and {len(missing) - 1} more" if missing[1:] else ""),
                f'add {{{{ index(part="{missing[0]} of {parts}") }}}}',
            )


# --- what editors write ---------------------------------------------------------------------------


class _Own(NamedTuple):
    """A text in the editors' words: where it stands, the bare text, the records and other words it
    may draw on.
    """

    path: str
    line: int
    text: str
    records: list[str]
    words: tuple[str, ...] = ()

    def problem(self, message: str, help: str, wrote: str) -> Problem:
        return Problem(self.path, self.line, message, help, "", wrote)


def _own_words(site: Site) -> Iterator[_Own]:
    """Each text in the editors' words on what the sources say. A page's title and description may
    draw on all that the page cites or shows, the settings and what is said of a source on all
    records, what is said of words set aside on those too.
    """
    topic = site.topic
    for parts in site.outlines.values():
        page = parts.page
        shown = [
            n
            for n in (*parts.cited(), *(i for b in parts.blocks for i in b.ids))
            if n in topic.records
        ]
        for field in ("title", "description"):
            yield _Own(page.file, page.where.line(field), getattr(page.meta, field), shown)
        for paragraph in parts.paragraphs:
            yield _Own(
                page.file,
                paragraph.line,
                bare(paragraph.text),
                [c for c in paragraph.cites if c in topic.records],
            )
    published = [name for name, record in topic.records.items() if not record.draft]
    for name in published:
        record = topic.records[name]
        if topic.kinds[name] not in ("references", "corrections"):
            draws = [
                n
                for n in (name, *getattr(record, "between", ()), *record.references)
                if n in topic.records
            ]
            yield from (
                _Own(*at(site, name, *key), text, draws) for key, text in _statements(record)
            )
    settings, where = topic.settings, topic.settings_where
    texts = {("question",): settings.question} | {
        ("topics", name): text for name, text in settings.topics.items()
    }
    texts |= {
        ("options", i, field): getattr(option, field)
        for i, option in enumerate(settings.options)
        for field in ("label", "description")
    }
    for key, text in texts.items():
        yield _Own(where.path, where.line(*key), text, published)
    for source in topic.sources.values():
        for field in ("label", "rights", "note"):
            yield _Own(
                source.where.path,
                source.where.line(field),
                getattr(source.record, field) or "",
                published,
            )
        for i, (item, placed) in enumerate(site.evidence.aside[source.id]):
            around = tuple(
                source.passages.text[s.start : s.end]
                for span in getattr(placed, "spans", ())
                for s in source.passages.sentences_of(span)
            )
            yield _Own(
                source.where.path,
                source.where.line("set_aside", i, "note"),
                item.note,
                published,
                around,
            )


def _words_on_others(site: Site) -> Iterator[_Own]:
    """What editors say of records elsewhere and of their own corrections, which may have numbers
    and words of neither source.
    """
    for kind, fields in (("references", ("title", "confirms")), ("corrections", ("what", "after"))):
        for record in site.topic.of_kind(kind):
            for field in fields:
                yield _Own(*at(site, record.id, field), getattr(record, field) or "", [])


def _words_of(site: Site, own: _Own) -> Iterator[str]:
    yield from own.words
    yield from (placed.exact for name in own.records for placed in site.evidence.of(name))


def _statements(record: Record) -> Iterator[tuple[tuple[str, ...], str]]:
    for field in OWN_WORDS:
        if isinstance(value := getattr(record, field, None), str):
            yield (field,), value
    for option, cell in getattr(record, "cells", {}).items():
        if cell.statement:
            yield ("cells", option, "statement"), cell.statement


def _quotations(site: Site, text: str) -> list[Span]:
    """The words in quotation marks, without the marks; found as in a source."""
    return sorted(quotations(text, [Span(0, len(text))], _language(site)))


def _numbers_of(site: Site, name: str, marks: Language) -> set[Any]:
    """The numbers that a record gives: in its words, its value, the years of its dates and what it
    says of itself.
    """
    record = site.topic.records[name]
    texts = [p.exact for p in site.evidence.of(name)]
    kind = site.topic.kinds[name]
    for field, value in record:
        if (kind in ("references", "corrections") and field != "URL") or field.startswith(
            ("date", "as_of", "issued", "unit")
        ):
            if isinstance(value, str) and value != NOT_STATED:
                texts.append(value[:4] if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else value)
    known = {number for t in texts for number in _readings(t, marks)}
    if kind == "figures":
        percent = any(
            percent_sign(m, marks)
            for m in find_numbers(f"1 {record.unit}; {record.value_text}", marks)
        )
        values = {
            v
            for v in (record.value, record.value_max, _reading(record.value_text, marks))
            if v is not None
        }
        known |= {(value, share) for value in values for share in {False, percent}}
    return known


def _days_of(site: Site, name: str) -> set[Decimal]:
    """The days of the month in a record's dates."""
    return {
        Decimal(value[8:])
        for _, value in site.topic.records[name]
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    }


def _day(text: str, number: re.Match[str], marks: Language) -> bool:
    """Whether a number stands beside the name of a month; in a language whose months are not known
    here it may.
    """
    return marks is not language("en") or beside_a_month(text, number.span())


def _readings(text: str, marks: Language) -> set[tuple[Any, bool]]:
    """The numbers of a text, and whether each is a percentage; what is one may be cited without the
    sign too.
    """
    found = [
        (_reading(m.group(), marks), bool(percent_sign(m, marks)))
        for m in find_numbers(text, marks)
    ]
    return {*found, *((number, False) for number, _ in found)}


def _reading(printed: str, marks: Language) -> Any:
    reading = read_number(printed, marks)
    return (reading.value if reading.maximum is None else reading) if reading else printed.lower()


def _language(site: Site) -> Language:
    """The language in which editors write: what the settings say, else that of the first source."""
    return (
        language(site.topic.settings.language)
        if site.topic.settings.language
        else next((s.passages.language for s in site.topic.sources.values()), language("en"))
    )


def _list(records: list[str]) -> str:
    several = list(dict.fromkeys(records))
    return (
        ", ".join([*several[:5], *([f"{len(several) - 5} more"] if len(several) > 5 else [])])
        or "none is cited"
    )


def _in(parts: Outline, paragraph: Paragraph, message: str, help: str, wrote: str = "") -> Problem:
    return Problem(parts.page.file, paragraph.line, message, help, "", wrote)
