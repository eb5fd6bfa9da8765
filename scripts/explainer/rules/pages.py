"""The rules on pages: their blocks, citations and links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..text.markdown import FACT_LINK, TAG
from ..text.words import did_you_mean
from ..topic.evidence import selectors
from ..topic.pages import Outline, Paragraph
from ..topic.problems import Problem
from ..topic.site import Site, at
from .registry import rule

# What was meant for a citation, perhaps: several ids or a space in one, the brackets of another
# kind, the ^ forgotten.
_NO_CITATION_YET = re.compile(
    r"(?P<odd>\[\^[^\[\]]*[\s,;][^\[\]]*\]|\(\^[a-z0-9-]+\))|(?<![\]\w!])\[(?P<name>[a-z0-9-]+)\](?![(\[:])"
)

_BLOCK_OR_CITATION = re.compile(
    r"<(/?)(caption|dd|details|div|dl|dt|figcaption|figure|h[2-4]|li|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b([^<>]{0,2000})>|\[\^",
    re.I,
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
                if record is None and topic.is_unreadable(name):
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


def _in(parts: Outline, paragraph: Paragraph, message: str, help: str, wrote: str = "") -> Problem:
    return Problem(parts.page.file, paragraph.line, message, help, "", wrote)
