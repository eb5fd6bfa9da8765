"""A built page as a browser reads it: its elements, attributes and words, in their order.

It is taken apart by lexbor, which follows the HTML standard (section 13.2) to the letter. Python's
own parser does not: what the two read differently could be shown to readers and to no rule. Where a
browser reads other elements than those that are written, or in another order, the page is not
nested as it seems, and that is a fault whatever comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .html import DRAWN, VOID, Fault

# A tag as it is written (the same, section 13.2.5): what is in quotation marks does not end it.
_TAG = re.compile(r"""<(/?[A-Za-z][^\t\n\f\r />]*)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""")

# What a browser puts into a table that has none (section 13.2.6.4.9).
_IMPLIED = frozenset(("tbody", "/tbody", "colgroup", "/colgroup"))


class Reads(Protocol):
    """What is told of a page: where each element begins, with its attributes, and where it ends,
    if it can have anything in it; and the words between. The lines are those of the tags."""

    def start(self, tag: str, given: dict[str, str], line: int) -> None: ...
    def end(self, tag: str, line: int) -> None: ...
    def words(self, said: str) -> None: ...


def read_page(text: str, *readers: Reads) -> Fault | None:
    """Tell readers of a whole page; returns where a browser first reads another element than is
    written, if it does: what comes from there on has that line."""
    written = _Written(text)
    node: LexborNode | None = LexborHTMLParser(text).root
    behind: list[LexborNode | None] = []  # what comes after each element that is open
    while node or behind:
        if node is None:
            node, tag = behind.pop(), written.open[-1]
            line = written.line_of(f"/{tag}")
            written.open.pop()
            for reader in readers:
                reader.end(tag, line)
            continue
        tag, after = node.tag or "", node.next
        if tag == "-text":
            said = node.text_content or ""
            for reader in readers:
                reader.words(said)
        elif tag and tag[0] != "-":  # no comment
            tag = tag if tag.islower() else _lower(tag)
            if tag in VOID and node.first_child is not None:  # in SVG some may have
                tag = f"{tag} with something in it"
            given = {  # of which some of SVG's have capital letters
                name if name.islower() else _lower(name): value or ""
                for name, value in node.attributes.items()
            }
            line = written.line_of(tag)
            for reader in readers:
                reader.start(tag, given, line)
            if tag not in VOID:
                behind.append(after)
                written.open.append(tag)
                after = node.first_child
                if after is None and tag == "template":  # what is in it is apart from the page
                    after = next((part.first_child for part in node.template_fragments()), None)
        node = after
    written.line_of("")  # that is all, and nothing more is written
    return written.fault


@cache
def _lower(name: str) -> str:
    """A name with small letters for A to Z, and for nothing else: so HTML compares them."""
    return name.encode().lower().decode()


class _Written:
    """The tags of a page as they are written, held against those that a browser reads."""

    def __init__(self, text: str):
        self.open: list[str] = []  # as the browser has them
        self.fault: Fault | None = None
        self._tags, self._line = _tags(text), 1
        self._next = next(self._tags, ("", 1))

    def line_of(self, read: str) -> int:
        """The line of the tag that is read next; an end has a slash before its name."""
        written, line = self._next
        if self.fault is None and written == read:
            self._line = line
            self._next = next(self._tags, ("", line))
        elif self.fault is None and read not in _IMPLIED:
            self._line, self.fault = line, self._fault(read, written, line)
        return self._line

    def _fault(self, read: str, written: str, line: int) -> Fault:
        inside = self.open[-1] if self.open else ""
        if not written:
            return Fault("unclosed", inside, line)
        if written.startswith("/"):
            return Fault("closes", written[1:], line, "" if inside == written[1:] else inside)
        if not read.startswith("/"):
            where = f"a browser has <{read}> before <{written}>"
            return Fault("other", f"{where}: write it there, or where it may be", line)
        return Fault("within", written, line)


def _tags(text: str) -> Iterator[tuple[str, int]]:
    line, at = 1, 0
    for match in _TAG.finditer(text):
        name, inside = match.groups()
        line, at = line + text.count("\n", at, match.start()), match.start()
        yield (name := _lower(name)), line
        if name in DRAWN and inside.endswith("/"):  # of other elements browsers do not see it
            yield f"/{name}", line
