"""The strict YAML reader.

YAML is read event by event, before PyYAML would build anything: no anchors, aliases, tags or equal
keys, and every scalar stays the text that was written (``NO``, ``1.10`` and ``2025-08-17`` too);
the model converts where a field is a number. Depth and size are bounded."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import yaml

from ..text.characters import refused

_NOTHING = {"null", "Null", "NULL", "~"}  # in YAML; editors' tools read them so
MAX_DEPTH = 12
MAX_NODES = 150_000
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

# A text has its line alone: there are many, and a LineMap for each would take much memory.
Lines: TypeAlias = "LineMap | int"


class LineMap(NamedTuple):
    """The line of a list or table, and the lines of what is in it, by index or key."""

    line: int
    inner: dict[str | int, Lines]


@dataclass(frozen=True)
class Location:
    """The file of a record and the lines of its keys."""

    path: str
    lines: Lines = 0

    def inner(self, *keys: str | int) -> Location:
        """Where the value of a key of a key … is, or the nearest thing around it."""
        lines = self.lines
        for key in keys:
            if isinstance(lines, int) or key not in lines.inner:
                break
            lines = lines.inner[key]
        return Location(self.path, lines)

    def line(self, *keys: str | int) -> int:
        """The line of a key, or of the nearest thing around it."""
        lines = self.inner(*keys).lines
        return lines if isinstance(lines, int) else lines.line

    def has(self, *keys: str | int) -> bool:
        """Whether a key of a key … is there, and not only something around it."""
        inner = self.inner(*keys[:-1]).lines
        return not isinstance(inner, int) and keys[-1] in inner.inner

    def call(self, names: dict[str, str]) -> None:
        """Find the lines of some keys by other names too."""
        if not isinstance(self.lines, int):
            inner = self.lines.inner
            inner.update({new: inner[old] for old, new in names.items() if old in inner})

    def gather(self, name: str, keys: Iterable[str]) -> None:
        """Find the lines of some keys below another as well."""
        if not isinstance(self.lines, int):
            inner = self.lines.inner
            below: dict[str | int, Lines] = {key: inner[key] for key in keys if key in inner}
            first = min((self.line(key) for key in below), default=self.lines.line)
            inner[name] = LineMap(first, below)

    def last(self) -> int:
        """The last line on which something in it begins."""
        if isinstance(self.lines, int):
            return self.lines
        return max([self.lines.line, *(self.inner(key).last() for key in self.lines.inner)])


_PUT = 'put the whole text in "quotation marks"'
# A text with the marks in which it should be put.
_VALUE = re.compile(r"[ ]*(?:- +)*(?P<key>[\w-]+): +(?P<value>(?!['\"|>]).*\".*\S)\s*$")

# What libyaml says, what that means to an editor, and how to fix it.
_SAYS = {
    "mapping values are not allowed": (
        "a colon and a space are within the text of this line, or its indentation is wrong",
        'put the whole text in "quotation marks", or indent the line as those above it',
    ),
    "tab character": ("this line is indented with a tab", "indent with spaces"),
    "cannot start any token": (
        "a text on this line begins with a character that has a meaning of its own",
        'put the whole text in "quotation marks"',
    ),
    "expected <block end>": (
        "this line is indented otherwise than those that belong with it",
        "indent each field of a record as the one above it; a text that goes on, more than those",
    ),
    "did not find expected '-' indicator": (
        "this line is indented otherwise than those that belong with it",
        "indent each field of a record as the one above it, and begin each record with - id:",
    ),
    "did not find expected key": (
        "this line is no field, or something in the lines above is not closed",
        'write name: value, indented as the line above; close "quotation marks" and [ ] there',
    ),
    "could not find expected ':'": (
        "this line, or the one above it, is no field: it has no colon",
        "write name: value; indent a text that goes on from the line above more than its name",
    ),
    "block sequence entries are not allowed": (
        "a hyphen begins a list in the middle of a line",
        'put each - on a line of its own, or the text in "quotation marks"',
    ),
    "found unexpected end of stream": (
        "a quotation mark is opened here and never closed",
        "put the same mark at the end of the text",
    ),
    "did not find expected ',' or ']'": (
        "a list in [ ] is not closed, or lacks a comma",
        "put commas between its items, and ] at its end",
    ),
    "did not find expected ',' or '}'": (
        "a table in { } is not closed, or lacks a comma",
        "put commas between its fields, and } at its end",
    ),
    "found unknown escape character": (
        'a backslash in "quotation marks" has a meaning of its own in YAML',
        "write two, or put the text in 'single quotation marks'",
    ),
}
_NOT_READ = "this line cannot be read"


# Spaces that look like one, and are none to YAML.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"[{_SPACES}]")

_MARKED = r"[ ]*(?:- +)?(?:[\w-]+: +)?[“”„«»‘’]"

# Lines that are no YAML, or not what they look like: what is wrong, and how to fix it.
_SLIPS = {
    rf"[ ]*(?:- *)?[\w-]*:?(?P<char>[{_SPACES}])": (
        "the character {char} is not the space that YAML needs here",
        "type a plain space",
    ),
    r"(?:<{7}|={7}|>{7})(?: .*)?$": (
        "two changes of these lines were not brought together",
        "keep one of the two, and remove the lines of <<<<<<<, ======= and >>>>>>>",
    ),
    r"[ ]*[–—−•*·] *[\w-]+:": (
        "a list item begins with a hyphen and a space",
        "write - in place of the mark before the name",
    ),
    r"[ ]*-[\w-]+:": ("a list item begins with a hyphen and a space", "put a space behind the -"),
    _MARKED: (
        "“ ” are quotation marks of a text, not those of YAML",
        'put the whole text, with its own marks, in "straight quotation marks"',
    ),
}

# A comment behind a text on its line: what it cuts off of "the mark is no #1 of all marks". Behind
# an id, a date or a number, and two spaces behind a single word, it may be meant as one.
_CUT = re.compile(r"(?P<apart>[ \t]+)#(?P<meant>[ \t]+[^\d\s]|[ \t]*$)?", re.M)

# What a tag that a file may hold makes of its value. It raises ValueError(message, help).
Tags: TypeAlias = Mapping[str, Callable[[Tree], str]]


class YamlFault(Exception):
    """Why a text is not YAML as we read it: the line, what is wrong, how to fix it; the line on
    which what cannot be read began; whether it is all there already, and whether nothing of the
    text can be read for it."""

    def __init__(
        self,
        line: int,
        message: str,
        help: str,
        began: int | None = None,
        *,
        twice: bool = False,
        hopeless: bool = False,
    ):
        self.line, self.message, self.help = line, message, help
        self.began = line if began is None else began
        self.twice, self.hopeless = twice, hopeless


_LONE_RETURN = re.compile(r"\r(?!\n)")
_NO_TAGS: Tags = MappingProxyType({})


def parse_yaml(text: str, first_line: int, tags: Tags = _NO_TAGS) -> tuple[Tree, Lines]:
    """YAML as dicts, lists and strings, with the lines of all of them; nothing at all is an empty
    dict. Raises YamlFault."""
    if lone := _LONE_RETURN.search(
        text
    ):  # what follows it in a comment would be read, and not seen
        raise YamlFault(
            first_line + text.count("\n", 0, lone.start()),
            "a carriage return without a line feed ends a line here, which editors do not show",
            "write the line anew; lines end with LF, or with CR and LF",
            hopeless=True,
        )
    try:
        return _Reader(text, first_line, tags).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(filter(None, (error.context, error.problem)))
        if "unexpected end of stream" in what:  # it began further above
            mark = error.context_mark or mark
        line = first_line + (mark.line if mark else 0)
        if slip := _slip(text.splitlines()[: line - first_line + 1]):
            raise YamlFault(first_line + slip[0], *slip[1:]) from error
        otherwise = "compare its indentation, colons and quotation marks with the record above it"
        said = next((said for words, said in _SAYS.items() if words in what), None)
        message, help = said or (_NOT_READ, f"{otherwise} ({what})")
        there = text.splitlines()[line - first_line : line - first_line + 1]
        if help.startswith(_PUT) and (match := _VALUE.match("".join(there))):
            inside = match["value"].replace("'", "''")
            help = help.replace(
                _PUT, f"put the whole text in straight marks, {match['key']}: '{inside}'"
            )
        began = first_line + error.context_mark.line if error.context_mark else line
        raise YamlFault(line, f"this is not YAML: {message}", help, began) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what = str(error).splitlines()[0]
        help = "compare it with another file of its kind"
        raise YamlFault(first_line, f"this is not YAML: {what}", help, hopeless=True) from error


def _slip(lines: list[str]) -> tuple[int, str, str] | None:
    """The last of some lines, by its index, that explains why what comes next is no YAML."""
    for i in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        for pattern, (what, help) in _SLIPS.items():
            if pattern is _MARKED and i < len(lines) - 1:
                continue  # it is no fault by itself
            if match := re.match(pattern, lines[i]):
                return i, what.format(char=_named(match)), help
    return None


def _named(match: re.Match[str]) -> str:
    char = match.groupdict().get("char")
    return f"U+{ord(char):04X} ({unicodedata.name(char).lower()})" if char else ""


class _Reader:
    def __init__(self, text: str, first_line: int, tags: Tags):
        self.tags, self.text = tags, text
        self.events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.first_line = first_line
        self.count = 0

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def document(self) -> tuple[Tree, Lines]:
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return {}, self.first_line
        tree, lines = self.node(next(self.events), 0)
        next(self.events)
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            line, help = self.line(extra), "remove the line ---"
            raise YamlFault(line, "a second YAML document begins here", help)
        return ({} if tree == "" else tree), lines

    def node(self, event: yaml.Event, depth: int) -> tuple[Tree, Lines]:
        self.count += 1
        line = self.line(event)
        if self.count > MAX_NODES:
            what = f"the file has more than {MAX_NODES} values"
            raise YamlFault(line, what, "divide it", hopeless=True)
        if depth > MAX_DEPTH:
            what = f"lists and fields are nested more than {MAX_DEPTH} deep"
            raise YamlFault(line, what, "a record needs no more than five levels")
        match event:
            case yaml.AliasEvent() | yaml.NodeEvent(anchor=str()):
                raise YamlFault(
                    line,
                    "anchors (&) and aliases (*) are not allowed",
                    'write the value out; put a text that begins with & or * in "quotation marks"',
                )
            case yaml.ScalarEvent(tag=str(tag)) | yaml.CollectionStartEvent(tag=str(tag)):
                if tag in self.tags:
                    event.tag = None
                    return self.tagged(tag, self.node(event, depth)[0], line), line
                raise YamlFault(
                    line,
                    f"tags such as {tag} are not allowed",
                    'write the plain value; put a text that begins with ! in "quotation marks"',
                )
            case yaml.ScalarEvent(value=text, style=style):
                if style == '"':  # "\u202e" is not seen before this
                    for _, what, help in refused(text):
                        raise YamlFault(line, what, help)
                if not style and text and event.end_mark:
                    end = event.end_mark
                    self.not_cut(text, end.index, self.first_line + end.line)
                return "" if not style and text in _NOTHING else text, line
            case yaml.SequenceStartEvent():
                return self.sequence(line, depth)
        return self.mapping(line, depth)

    def not_cut(self, text: str, end: int, line: int) -> None:
        cut = _CUT.match(self.text, end)
        apart = cut and (len(cut["apart"]) > 1 or re.fullmatch(r"[a-z0-9_.,:/-]+", text))
        if cut and (cut["meant"] is None or " " in text or not apart):
            what = "a space and # begin a comment in YAML: what follows is lost"
            help = 'put the text in "quotation marks", or the comment on a line of its own'
            raise YamlFault(line, what, help)

    def tagged(self, tag: str, value: Tree, line: int) -> str:
        try:
            return self.tags[tag](value)
        except ValueError as error:
            raise YamlFault(line, *error.args) from None

    def sequence(self, line: int, depth: int) -> tuple[list[Tree], LineMap]:
        items: list[Tree] = []
        lines = LineMap(line, {})
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item, lines.inner[len(items)] = self.node(event, depth + 1)
            items.append(item)
        return items, lines

    def mapping(self, line: int, depth: int) -> tuple[dict[str, Tree], LineMap]:
        table: dict[str, Tree] = {}
        lines = LineMap(line, {})
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            line = self.line(key)
            if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag:
                raise YamlFault(line, "a field's name must be plain words", "write name: value")
            if _ODD_SPACE.search(key.value) and (slip := _slip([key.value])):
                raise YamlFault(line, *slip[1:])
            if key.value in table:
                first = lines.inner[key.value]
                first = first if isinstance(first, int) else first.line
                what = f'the field "{key.value}" appears twice'
                help = f"keep one of the two, or put what is below this line under line {first}"
                raise YamlFault(line, what, help, twice=True)
            name = sys.intern(key.value)  # a few names, tens of thousands of times
            table[name], inner = self.node(next(self.events), depth + 1)
            lines.inner[name] = line if isinstance(inner, int) else inner._replace(line=line)
        return table, lines
