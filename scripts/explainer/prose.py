"""The rules on what editors write in their own words: the pages of ``content/`` and the statements of records."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

from .checks import _did_you_mean, at, rule
from .content import CITATION, FACT_LINK, Outline, Paragraph, Site
from .languages import Language, language
from .model import NOT_STATED, Record
from .numbers import find_numbers, read_number
from .passages import fold
from .problems import Problem

COPIED_WORDS = 8
_QUOTED = re.compile(r"“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|(?<![\w=])\"([^\"]*)\"")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# The fields in which a record speaks in the editors' words.
OWN_WORDS = ("statement", "description", "definition", "difference", "title", "label", "question", "note")


@rule(whole=True)
def expressions(site: Site) -> Iterator[Problem]:
    """A block of facts is one expression alone on its line: a known block, with known arguments of literal values."""
    for parts in site.outlines.values():
        yield from parts.problems


@rule(whole=True)
def citations(site: Site) -> Iterator[Problem]:
    """Every [^id] and every fact:id of a page is a published record, with words or a source of its own to show."""
    topic = site.topic
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            for name in [*paragraph.cites, *FACT_LINK.findall(paragraph.text)]:
                record = topic.records.get(name)
                if record is None and topic.redirects.get(name):
                    yield _in(parts, paragraph, f'"{name}" was removed', f"cite {topic.redirects[name]}", name)
                elif record is None:
                    yield _in(parts, paragraph, f'there is no record "{name}"', _did_you_mean(name, topic.records), name)
                elif record.draft:
                    yield _in(parts, paragraph, f'"{name}" is a draft and cannot be cited', "decide on the draft, and take draft: true away", name)
            if re.match(r"\[\^[^\]]*\]:", paragraph.text):
                yield _in(parts, paragraph, "footnotes are written by the build", "take the line away; cite the record's id")


@rule(whole=True)
def cite_every_paragraph(site: Site) -> Iterator[Problem]:
    """On the pages that the settings name, each paragraph cites a fact or a reference."""
    for path in site.topic.settings.cite_every_paragraph:
        if path not in site.outlines:
            yield Problem("seeds/settings.yml", 0, f"there is no page content/{path}", "mend cite_every_paragraph")
            continue
        parts = site.outlines[path]
        for paragraph in parts.paragraphs:
            if not paragraph.cites and not paragraph.heading and re.search(r"\w", _TAG.sub("", paragraph.text)):
                yield _in(parts, paragraph, "this paragraph cites nothing", "cite what it rests on: [^id] of a fact or reference", paragraph.text[:100])


@rule(whole=True)
def quotations_in_prose(site: Site) -> Iterator[Problem]:
    """Words in quotation marks, in a page or in a record's own words, are words of a fact cited in that paragraph, or of that record."""
    for problem, text, records in _own_words(site):
        known = [fold(p.exact) for r in records for p in site.evidence.of(r)]
        for match in _QUOTED.finditer(text):
            words = fold(next(filter(None, match.groups()), "")).strip(" .,;:!?–—")
            if words and not any(_part_of(words, k) for k in known):
                yield problem(f'the words in quotation marks are not words of {_list(records)}', "cite the fact whose words they are, or take the quotation marks away", words)


@rule(whole=True)
def numbers_in_prose(site: Site) -> Iterator[Problem]:
    """A number in a page or in a record's own words comes from a fact cited in that paragraph, or from that record."""
    for problem, text, records in _own_words(site):
        marks = _language(site, records)
        known: set[Any] = set()
        for name in records:
            known |= _numbers_of(site, name, marks)
        for match in find_numbers(text, marks):
            if _reading(match.group(), marks) not in known:
                yield problem(f'the number "{match.group()}" is in no fact cited here ({_list(records)})', "cite the fact it comes from in the same paragraph", match.group())


@rule(whole=True)
def copied_words(site: Site) -> Iterator[Problem]:
    """No run of eight or more of a source's words stands in the editors' own words without quotation marks."""
    for problem, text, _ in _own_words(site):
        words = re.sub(r"[^\w\s'’-]+(?=\s|$)", lambda m: m.group(), _QUOTED.sub(" \0 ", text)).split()
        for i in range(len(words) - COPIED_WORDS + 1):
            run = " ".join(words[i : i + COPIED_WORDS])
            if "\0" not in run and (source := next((s for s in site.topic.sources.values() if s.passages.slices(run)), None)):
                yield problem(f'these {COPIED_WORDS} words in a row are those of the source "{source.id}"', "say it in your own words, or quote them", run)
                break


@rule(whole=True)
def everything_shown(site: Site) -> Iterator[Problem]:
    """Every published record is shown by a block of some page, and is at home on only one."""
    for name, record in site.topic.records.items():
        if not record.draft and name not in site.homes:
            yield Problem(*at(site, name), f'no page shows "{name}"', f"put a block such as {{{{ {site.topic.kinds[name]}() }}}} into a page of content/")
    for name, path, line in site.second_homes:
        yield Problem(f"content/{path}", line, f'"{name}" is at home on content/{site.homes[name]} already', "add anchors=false to the block on one of the two pages")


@rule(whole=False)
def safe_markup(site: Site) -> Iterator[Problem]:
    """Markdown in content/ and nothing that could run, load from elsewhere or disturb the page: a safe set of HTML tags
    and attributes, and links to http, https, mailto, fact: or a file beside it."""
    for parts in site.outlines.values():
        body = "\n".join(t for p in parts.parts if isinstance(p, tuple) and len(p) == 2 for t in [p[1]])
        numbered = [p for p in parts.parts if not hasattr(p, "arguments")]
        fenced = False
        for number, line in numbered:  # type: ignore[misc]
            if re.match(r"\s*(```|~~~)", line):
                fenced = not fenced
            elif not fenced:
                for what, help in _unsafe(_CODE.sub("", line)):
                    yield Problem(parts.page.file, number, what, help, "", line.strip()[:120])
        if fenced:
            yield Problem(parts.page.file, body.count("\n") + parts.page.first_line, "a code fence is not closed", "close it with the same marks")


# --- markup --------------------------------------------------------------------------------------------------------

SAFE_TAGS = frozenset(
    "a abbr b blockquote br caption cite dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p q s section "
    "small span strong sub summary sup table tbody td tfoot th thead time tr ul var wbr".split()
)
SAFE_ATTRIBUTES = frozenset("alt cite class colspan datetime dir height href hreflang id lang markdown open rowspan scope src start title width".split())
_SAFE_URL = re.compile(r"(https?://|mailto:|fact:)|[^:]*$|[^:]*[/?#]", re.I)


def _unsafe(line: str) -> Iterator[tuple[str, str]]:
    """What in a line of Markdown may not be published, and how to mend it."""
    text = re.sub(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>", "", line)
    for match in re.finditer(r"<(?=[A-Za-z/!?])", text):
        tag = _TAG.match(text, match.start())
        if not tag:
            yield "this HTML is not closed on its line, or is a comment or declaration", "write < as &lt; or close the tag on the same line"
            continue
        parser = _Tag()
        parser.feed(tag.group())
        if parser.name not in SAFE_TAGS:
            yield f"the HTML tag <{parser.name or tag.group()[1:20]}> is not allowed in content", f"use Markdown, or one of: {', '.join(sorted(SAFE_TAGS))}"
        for name, value in parser.attributes:
            if name not in SAFE_ATTRIBUTES:
                yield f'the HTML attribute "{name}" is not allowed in content', f"take it away; the attributes are: {', '.join(sorted(SAFE_ATTRIBUTES))}"
            elif name in ("href", "src", "cite"):
                yield from _unsafe_address(value or "", loads=name == "src")
    for match in re.finditer(r"(!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)>]*)", text):
        yield from _unsafe_address(match.group(2).split(' "')[0].split(" '")[0], loads=bool(match.group(1)))
    if match := re.match(r"\s{0,3}\[[^\]^]+\]:\s*<?(\S+)", text):
        yield from _unsafe_address(match.group(1), loads=True)
    if re.search(r"<\s*[A-Za-z][\w+.-]*:(?!//)[^>]*>", text):
        yield "an address in angle brackets must begin with http:// or https://", "write [words](https://…)"
    for match in re.finditer(r"\{[^}]*\}?", text):
        if not re.fullmatch(r"\{:?(\s*[.#][\w-]+)*\s*\}", match.group()):
            yield "braces may hold only a class or an id", "write {.class} or {#id}; write a brace in text as &#123;"


def _unsafe_address(address: str, loads: bool) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"[\x00-\x20\x7f-\xa0\\]", "", html.unescape(html.unescape(address)))
    if not _SAFE_URL.match(plain) or plain.startswith("//"):
        yield f'the address "{plain[:60]}" is not allowed', "link with http://, https:// or mailto:, to fact:id, or to a page beside this one"
    elif loads and re.match(r"(?i)[a-z][a-z0-9+.-]*:", plain):
        yield "pictures are not loaded from elsewhere", "put the picture into content/ and name it without an address"


class _Tag(HTMLParser):
    name = ""
    attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, attrs

    def handle_endtag(self, tag: str) -> None:
        self.name = tag


# --- what editors write --------------------------------------------------------------------------------------------


def _own_words(site: Site) -> Iterator[tuple[Any, str, list[str]]]:
    """Each text in the editors' words: how to make a Problem of it, the bare text, and the records it may draw on."""
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            yield (lambda m, h, w="", p=parts, q=paragraph: _in(p, q, m, h, w)), _bare(paragraph.text), [c for c in paragraph.cites if c in site.topic.records]
    for name, record in site.topic.records.items():
        if site.topic.kinds[name] in ("references", "corrections"):
            continue
        draws = [n for n in (name, *getattr(record, "between", ()), *record.references) if n in site.topic.records]
        for key, text in _statements(record):
            yield (lambda m, h, w="", n=name, k=key: Problem(*at(site, n, *k), m, h, "", w)), text, draws


def _statements(record: Record) -> Iterator[tuple[tuple[str, ...], str]]:
    for field in OWN_WORDS:
        if isinstance(value := getattr(record, field, None), str):
            yield (field,), value
    for option, cell in getattr(record, "cells", {}).items():
        if cell.statement:
            yield ("cells", option, "statement"), cell.statement


def _bare(text: str) -> str:
    """A paragraph's words without citations, link addresses, tags, code and the marks of Markdown."""
    text = CITATION.sub("", _CODE.sub("", text))
    text = _LINK.sub(r"\1", text)
    return html.unescape(re.sub(r"^\s*(#+|[-*+]|\d+[.)])\s+|\{[:#.][^}]*\}", "", _TAG.sub("", text)))


def _numbers_of(site: Site, name: str, marks: Language) -> set[Any]:
    """The numbers that a record gives: in its words, its value, its dates and what it says of itself."""
    record = site.topic.records[name]
    texts = [p.exact for p in site.evidence.of(name)]
    kind = site.topic.kinds[name]
    for field, value in record:
        if kind in ("references", "corrections", "figures") or field.startswith(("date", "as_of", "issued")):
            if isinstance(value, str) and value != NOT_STATED:
                texts += [value, *(part.lstrip("0") for part in value.split("-"))] if re.fullmatch(r"[\d-]+", value) else [value]
    known = {_reading(m.group(), marks) for t in texts for m in find_numbers(t, marks)}
    known |= {Decimal(v) for f in ("value", "value_max") if (v := getattr(record, f, None)) is not None}
    scaled = {_reading(t, marks) for t in [getattr(record, "value_text", "")] if t}
    return known | scaled


def _reading(printed: str, marks: Language) -> Any:
    reading = read_number(printed, marks)
    return (reading.value if reading.maximum is None else reading) if reading else printed


def _language(site: Site, records: Iterable[str]) -> Language:
    """The language in which editors write: that of the first source."""
    return next((s.passages.language for s in site.topic.sources.values()), language("en"))


def _part_of(words: str, known: str) -> bool:
    at = known.find(words)
    while at >= 0:
        if not known[at - 1 : at].isalnum() and not known[at + len(words) : at + len(words) + 1].isalnum():
            return True
        at = known.find(words, at + 1)
    return False


def _list(records: list[str]) -> str:
    return ", ".join(records) or "none is cited"


def _in(parts: Outline, paragraph: Paragraph, message: str, help: str, wrote: str = "") -> Problem:
    return Problem(parts.page.file, paragraph.line, message, help, "", wrote)
