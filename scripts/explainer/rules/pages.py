"""The rules on pages: their blocks, citations and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from ..text.folding import fold
from ..text.html import BLOCK, CITED, CITES, FACT, SPACE, Paragraph
from ..text.markdown import CITATION
from ..text.words import did_you_mean
from ..topic.apparatus import Correction
from ..topic.blocks import Block, listings, places_told, sources_of
from ..topic.evidence import Fault, selectors
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.site import Site, at
from ..topic.topic import Page, Topic
from .common import having_words
from .fitting import to_cite
from .leading import only_leads
from .markup import MOST_FAULTS, OF_CITATIONS
from .own_words import quotations_in
from .registry import rule

_NO_ID = "check how its id is written where it is recorded; what is gone has a redirect"
_BY_ID = (
    "cite a fact by its id: [^id]; the build numbers the notes, and a note of your own goes into"
    " the text"
)

# What was meant for a citation, perhaps: several ids or a space in one, the brackets of another
# kind, the ^ forgotten.
_NO_CITATION_YET = re.compile(
    r"(?P<whole>\[\^[^\[\]\s,;]*\])|(?P<odd>\[\^[^\[\]]*[\s,;][^\[\]]*\]|\(\^[a-z0-9-]+\))"
    r"|(?<![\]\w!])\[(?P<name>[a-z0-9-]+)\](?![(\[:])"
)


@rule(whole=True)
def valid_blocks(site: Site) -> Iterator[Problem]:
    """A block of facts is one expression alone on its line: a known block, with known arguments of
    literal values. What told() tells is set aside in its sentence."""
    aside = (placed for items in site.evidence.aside.values() for _, placed in items)
    lost = any(isinstance(placed, Fault) for placed in aside)  # which is the fault to fix
    for path, parts in site.outlines.items():
        yield from parts.problems
        for block in parts.blocks:
            told = block.name == "told" and not lost
            for place in places_told(block.arguments) if told else ():
                if not site.is_told(site.told_of(block), place):
                    yield Problem(
                        f"content/{path}",
                        block.line,
                        f"nothing is told of sentence {place}: a record has it, or it is not there",
                        f'take "{place}" out of this block; it tells of sentences of which'
                        " set_aside: has a note, as the ledger numbers them",
                        "",
                        place,
                    )


@rule(whole=False)
def citations(site: Site) -> Iterator[Problem]:
    """Every [^id] and every fact:id of a page is a published record, with words or a source of its
    own to show."""
    topic = site.topic
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            linked = [
                one.address.removeprefix("fact:")
                for one in paragraph.links
                if one.address.startswith("fact:")
            ]
            for name in [*paragraph.cites, *linked]:
                if wrong := _wrong_record(topic, name, cites=name in paragraph.cites):
                    if name not in topic.records and (meant := _quoted_by(site, paragraph, name)):
                        wrong = wrong[0], f"did you mean {meant}?"
                    elif name not in {*topic.records, *topic.redirects}:
                        wrong = wrong[0], _by_words(site, paragraph, name, wrong[1])
                    yield _in(parts, paragraph, *wrong, name)
            for match in _NO_CITATION_YET.finditer(paragraph.text):
                name = match["name"] or ""
                if match["whole"] or match["odd"] or name in topic.records or name.isdigit():
                    yield _in(parts, paragraph, *_misread(parts, paragraph, match))
        left = (n for n, (kind, _) in enumerate(parts.faults) if kind in OF_CITATIONS)
        for number in islice(left, MOST_FAULTS):
            kind, name = parts.faults[number]
            line = parts.line_of_fault(number)
            said = _LEFT_OVER[kind, name if kind == "leak" else ""]
            yield Problem(parts.page.file, line, *said, "", _written(parts, line))


def _by_words(site: Site, paragraph: Paragraph, name: str, help: str) -> str:
    """What to do about a citation of an id that nobody knows: the fact that has the words before,
    unless the id is nearly one that is there."""
    near = _NEAR.fullmatch(help)
    if near and SequenceMatcher(None, name, near[1], autojunk=False).ratio() > _SLIP:
        return help
    before = CITES.sub("\n", paragraph.shown.split(f"{CITED}{name}")[0]).strip()
    said = to_cite(site, "", re.split(r"(?<=[.!?])\s|\n", before)[-1])
    words = said.removeprefix("; ")
    if not words:
        return help
    return words if near else f"{help}; {words}"


def _quoted_by(site: Site, paragraph: Paragraph, name: str) -> str:
    """The fact that has the words which are quoted right before an id that nobody knows, or the
    nearest, with these."""
    before = SPACE.sub(" ", CITES.sub("", paragraph.shown.split(f"{CITED}{name}")[0]))
    quoted = [fold(before[a:b]).strip(" .,;:–—") for a, b in quotations_in(site, before)]
    words = quoted[-1] if quoted else ""
    if words and (found := having_words(site, words)):
        return f"{found[0]}, which has the words quoted here"
    for source in site.topic.sources.values() if words else ():
        near = source.passages.nearest(words)
        plain = fold(near[0]).strip(' .,;:–—"') if near else ""
        if plain and (found := having_words(site, plain)):
            return f"{found[0]}, which has “{plain}”"
    return ""


def _misread(parts: Outline, paragraph: Paragraph, match: re.Match[str]) -> tuple[str, str, str]:
    """What is wrong with a citation that readers see as words, what to do, and what was written."""
    if not match["whole"]:
        if (match["name"] or "").isdigit():
            return "this is not read as a citation", _BY_ID, match.group()
        return (
            "this is not read as a citation",
            "write [^id], and for several [^one][^two], without spaces",
            match.group(),
        )
    tag, wrote = f"<{paragraph.tag}", _written(parts, parts.line(paragraph))
    if paragraph.tag == "abbr":
        help = "cite where the abbreviation is used"
        return "what an abbreviation stands for cannot cite", help, paragraph.text
    if tag in parts.text:
        return f"a citation within {tag}> is not read as one", f"write {tag} markdown>", wrote
    return "this citation is not read as one", "write it outside code, without a backslash", wrote


_LEFT_OVER = {
    ("note", ""): ("footnotes are written by the build", "remove the line; cite the record's id"),
    ("leak", CITED): (
        "a citation in an address or in the words of a picture is not read as one",
        "cite behind the link or the picture",
    ),
    ("leak", FACT): (
        "a link to a fact is not read as one here",
        "write [words](fact:id) outside code; within an HTML tag, write <div markdown>",
    ),
    ("leak", BLOCK): ("a block of facts cannot be put into code", "put the line outside the code"),
}


_NEAR = re.compile(r"did you mean ([a-z0-9-]+)\?")
_SLIP = 0.8  # of an id's letters


def _wrong_record(topic: Topic, name: str, cites: bool) -> tuple[str, str] | None:
    """Why a page may not cite a record or link to it, and what to do."""
    record = topic.records.get(name)
    if record is None and topic.is_unreadable(name):
        return None
    if record is None and topic.redirects.get(name):
        return f'"{name}" was removed', f"cite {topic.redirects[name]}"
    if record is None and name.isdigit():
        return f'there is no record "{name}"', _BY_ID
    if record is None:
        known = (i for i, kind in topic.kinds.items() if kind != "corrections")
        return f'there is no record "{name}"', did_you_mean(name, known, _NO_ID)
    if record.draft:
        return (
            f'"{name}" is a draft and cannot be cited',
            "decide on the draft, and remove draft: true",
        )
    if (
        cites
        and topic.kinds[name] not in ("references", "conflicts")
        and not any(selectors(record))
        and name not in topic.doubtful
    ):
        return (
            f'"{name}" has no words of a source to show',
            "cite a record with evidence, or a reference; link to this one with [words](fact:id)",
        )
    return None


@rule(whole=True)
def cite_every_paragraph(site: Site) -> Iterator[Problem]:
    """On the pages that the settings name, each paragraph cites a fact or a reference; words that
    lead to a list or a table, and its head, if each of its items or rows does."""
    for path in site.topic.settings.cite_every_paragraph:
        if path not in site.outlines:
            yield Problem(
                "seeds/settings.yml",
                0,
                f"there is no page content/{path}",
                "fix cite_every_paragraph",
            )
            continue
        parts = site.outlines[path]
        for i, paragraph in enumerate(parts.paragraphs):
            words = re.search(r"\w", paragraph.text) and not CITATION.search(paragraph.text)
            leads = only_leads(parts.paragraphs, i, lambda one: bool(one.cites))
            if words and not paragraph.cites and not paragraph.heads and not leads:
                yield _in(
                    parts,
                    paragraph,
                    "this paragraph cites nothing",
                    to_cite(
                        site, "cite what it rests on: [^id] of a fact or reference", paragraph.text
                    ),
                    _written(parts, parts.line(paragraph)),
                )


@rule(whole=True)
def every_record_shown(site: Site) -> Iterator[Problem]:
    """Every published record is shown whole by a block of one page, where it is at home; on any
    other there is a line of it and a link. What was only worded better readers need not see."""
    broken = " ".join(p.wrote for parts in site.outlines.values() for p in parts.problems)
    unread = {kind for name, (kind, _) in listings().items() if f"{name}(" in broken}
    missing: dict[tuple[str | None, ...], list[str]] = {}
    for name, record in site.topic.records.items():
        unseen = isinstance(record, Correction) and record.unseen
        kind = site.topic.kinds[name]
        if not record.draft and not unseen and name not in site.homes and kind not in unread:
            apart = name if name in site.topic.doubtful else ""  # it may be shown as it was meant
            together = (kind, site.topic.source_of(record), site.topic.where[name].path, apart)
            missing.setdefault(together, []).append(name)
    for names in missing.values():
        help, paste = _where_to_show(site, names, site.topic.kinds[names[0]])
        problem = Problem(*at(site, names[0]), f"no page shows {_quoted(names)}", help)
        yield problem._replace(paste=paste)
    again: dict[tuple[str, str, int], list[str]] = {}
    for name, path, line in site.second_homes:
        again.setdefault((site.homes[name], path, line), []).append(name)
    for (home, path, line), names in again.items():
        yield _twice_at_home(site, names, home, path, line)


def _quoted(names: list[str]) -> str:
    """Ids as a list in words."""
    *first, last = (f'"{name}"' for name in names)
    return f"{', '.join(first)} and {last}" if first else last


def _twice_at_home(site: Site, names: list[str], home: str, path: str, line: int) -> Problem:
    """Says that two pages show records whole, at the block that need not: of the two the one that
    names them, and is no list of all. A list that was of another source is narrowed to that."""
    first = next(b for b in site.outlines[home].blocks if b.home and names[0] in b.ids)
    second = next(b for b in site.outlines[path].blocks if b.line == line and names[0] in b.ids)
    if "ids" in first.arguments and "ids" not in second.arguments:
        home, path, first, second = path, home, second, first
    own = {one for name in names for one in sources_of(site.topic.records[name], site.topic)}
    others = [n for n in first.ids if own.isdisjoint(sources_of(site.topic.records[n], site.topic))]
    are = "is" if len(names) == 1 else "are"
    if others and "ids" in second.arguments and not {"ids", "source"} & {*first.arguments}:
        source = next(iter(sources_of(site.topic.records[others[0]], site.topic)), "")
        page = site.outlines[home].page
        problem = Problem(
            page.file,
            first.line,
            f"{_quoted(names)} {are} at home on content/{path} already",
            "this block shows records of another source too: look at its heading, and show here"
            f" only those of one, or let a line and a link stand on content/{path}, with"
            " anchors=false",
        )
        return problem._replace(
            paste=block_with(page, first, f'source="{source}"') if source else ""
        )
    page = site.outlines[path].page
    problem = Problem(
        page.file,
        second.line,
        f"{_quoted(names)} {are} at home on content/{home} already",
        f"let a line and a link stand here, or on content/{home}, with anchors=false; or narrow one"
        " of the two blocks to what its heading says (source=, kind=, ids=)",
    )
    return problem._replace(paste=block_with(page, second, "anchors=false"))


def block_with(page: Page, block: Block, argument: str) -> str:
    """The line of a block with an argument more."""
    written = page.body.split("\n")[block.line - page.first_line].strip()
    before, _, behind = written.rpartition(")")
    return f"{before}{', ' if block.arguments else ''}{argument}){behind}" if before else ""


def _where_to_show(site: Site, ids: list[str], kind: str) -> tuple[str, str]:
    """Where records of a kind and a source can be shown, and what to put there: the list that the
    page which shows such records of their source has, with their ids, or a block of their own."""
    names = [block for block, (listed, _) in listings().items() if listed == kind]
    blocks = [(path, b) for path, parts in site.outlines.items() for b in parts.blocks]
    of_kind = [(p, b) for p, b in blocks if b.name in names and b.arguments.get("anchors", True)]
    own = [(p, b) for p, b in of_kind if any(_of_one_source(site, ids[0], one) for one in b.ids)]
    these, it = ", ".join(f'"{name}"' for name in ids), ("it" if len(ids) == 1 else "them")
    for path, block in own:
        page = site.outlines[path].page
        line = page.body.split("\n")[block.line - page.first_line].strip()
        if "]" in line and isinstance(block.arguments.get("ids"), list | tuple):
            start, _, end = line.rpartition("]")
            its = "its id" if it == "it" else "their ids"
            return (
                f"add {its} to the list at content/{path}:{block.line}",
                f"{start}, {these}]{end}",
            )
    page_file = next((path for path, _ in own or of_kind), "index.md")
    return (
        f"put {it} on a page, for instance content/{page_file}, on a line of its own",
        f"{{{{ {names[0]}(ids=[{these}]) }}}}",
    )


def _of_one_source(site: Site, name: str, other: str) -> bool:
    records = site.topic.records
    return other in records and len({site.topic.source_of(records[n]) for n in (name, other)}) == 1


@rule(whole=True)
def complete_ledger(site: Site) -> Iterator[Problem]:
    """Some page has the ledger: every paragraph of every source, in all its parts together, and
    each only once."""
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
                    "remove one of the two, or give each another source= or part=",
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
def complete_index(site: Site) -> Iterator[Problem]:
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


def _written(parts: Outline, line: int) -> str:
    return parts.lines[line - parts.page.first_line].strip()[:100]


def _in(parts: Outline, paragraph: Paragraph, message: str, help: str, wrote: str = "") -> Problem:
    return Problem(parts.page.file, parts.line(paragraph), message, help, "", wrote)
