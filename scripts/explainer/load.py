"""Files into the model, with the line of every key; nothing here compares a record with a source.

YAML is read event by event, before PyYAML would build anything: no anchors, aliases, tags or equal
keys, and every scalar stays the text that was written (``NO``, ``1.10`` and ``2025-08-17`` too);
the model converts where a field is a number. Size and depth are bounded before any parsing.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ValidationError

from .model import (
    KINDS,
    NOT_STATED,
    Cell,
    Flag,
    Frozen,
    Id,
    Option,
    Record,
    SetAside,
    Settings,
    Source,
    Text,
)
from .passages import Passages
from .problems import Problem

MAX_BYTES = 2_000_000
MAX_PAGE_BYTES = 200_000  # MkDocs takes long over a longer one
MAX_DEPTH = 12
_LONGEST = 500  # of a message that quotes what was written
MAX_NODES = 150_000
NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9]+)?")
# What systems and editors leave beside the files that they show or hold open.
LEFTOVER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\..+\.sw[a-p]|\.#.+|#.+#|.+~|4913")
CONTENT_FILES = {".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"}


class Mark(NamedTuple):
    """The line of a YAML list or table, and the marks of what is in it; a text's mark is its line,
    since there are many.
    """

    line: int
    inner: dict[str | int, Mark | int]


@dataclass(frozen=True)
class Where:
    """The file of a record and the lines of its keys."""

    path: str
    mark: Mark | int

    def line(self, *keys: str | int) -> int:
        """The line of a key, or of the nearest thing around it."""
        mark = self.mark
        for key in keys:
            if isinstance(mark, int) or key not in mark.inner:
                break
            mark = mark.inner[key]
        return mark if isinstance(mark, int) else mark.line


@dataclass(frozen=True)
class SourceText:
    """A source: its record, its text made searchable, its files."""

    id: str
    record: Source
    passages: Passages
    path: str
    where: Where
    sha256: str


class PageMeta(Frozen):
    """A content page's front matter."""

    title: Text
    description: Text
    contents: Flag = False
    person: Id | None = None


@dataclass(frozen=True)
class Page:
    """A page of ``content/``: its path there, front matter and its lines, Markdown body, and the
    body's first line.
    """

    path: str
    meta: PageMeta
    body: str
    first_line: int
    file: str
    where: Where


@dataclass(frozen=True)
class Topic:
    """Everything that was read. ``whole`` is false where something could not be, so that rules
    which need the whole (unknown ids, what is left out) do not add noise to the real fault.
    """

    root: Path
    settings: Settings
    sources: dict[str, SourceText]
    records: dict[str, Record]
    kinds: dict[str, str]
    where: dict[str, Where]
    pages: dict[str, Page]
    redirects: dict[str, str]
    assets: dict[str, Path] = field(default_factory=dict)
    whole: bool = True
    lost: frozenset[str] = frozenset()
    settings_where: Where = Where("seeds/settings.yml", Mark(0, {}))

    def unread(self, name: str) -> bool:
        """Whether there is such an id, but in a file or a record that cannot be read: no other
        fault for that.
        """
        return name in self.lost or (
            name in self.where and name not in self.records and name not in self.redirects
        )

    def of_kind(self, kind: str) -> list[Any]:
        """The records of one kind that may be published, in the order of files and lines."""
        return self._of_kind.get(kind, [])

    @cached_property
    def _of_kind(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for name, record in self.records.items():
            if not record.draft:
                found.setdefault(self.kinds[name], []).append(record)
        return found

    def with_value(self, kind: str, name: str) -> dict[str, list[Any]]:
        """The records of one kind by what they have in one field, so that a page a person need not
        look at all of them.
        """
        key = f"_{kind}_by_{name}"
        if key not in self.__dict__:
            found: dict[str, list[Any]] = {}
            for record in self.of_kind(kind):
                value = getattr(record, name, None)
                for one in dict.fromkeys(value if isinstance(value, tuple) else (value,)):
                    found.setdefault(one, []).append(record)
            self.__dict__[key] = found
        return self.__dict__[key]

    def source_of(self, record: Record, own: str | None = None) -> str | None:
        """The id of the source that a record's words are in; None where it is not said and there
        are several.
        """
        return (
            own or record.source or (next(iter(self.sources)) if len(self.sources) == 1 else None)
        )


def load(root: Path) -> tuple[Topic, list[Problem]]:
    """Read a whole site's ``seeds/`` and ``content/``. Every fault becomes a Problem; what can be
    read is returned.
    """
    return _Loader(root).run()


class _Loader:
    def __init__(self, root: Path):
        self.root = root.resolve()
        self.problems: list[Problem] = []
        self.records: dict[str, Record] = {}
        self.kinds: dict[str, str] = {}
        self.where: dict[str, Where] = {}
        self.redirects: dict[str, str] = {}

    def run(self) -> tuple[Topic, list[Problem]]:
        if not (self.root / "seeds").is_dir():
            self.problem(
                "seeds",
                0,
                "there is no folder seeds here",
                "name the site's folder with --root, or start one with `explainer new DIR`",
            )
        files = {name: sorted(self.files(name)) for name in ("seeds", "content")}
        settings, settings_where = (
            Settings(question="?", as_of="2000"),
            Where("seeds/settings.yml", Mark(0, {})),
        )
        sources: dict[str, SourceText] = {}
        texts = {p for p in files["seeds"] if p.startswith("seeds/sources/") and p.endswith(".txt")}
        for path in files["seeds"]:
            folder, _, name = path.rpartition("/")
            if path == "seeds/settings.yml":
                data, settings_where = self.yaml(path)
                settings = self.model(Settings, data, settings_where) or settings
            elif folder == "seeds/sources" and path.endswith(".yml"):
                self.source(path, texts, sources)
            elif folder == "seeds/facts" and path.endswith(".yml"):
                self.facts(path)
            elif path not in texts:
                self.problem(
                    path,
                    0,
                    "nothing reads this file",
                    "facts are seeds/facts/*.yml, a source is seeds/sources/ID.txt with ID.yml",
                )
        if (self.root / "seeds").is_dir() and "seeds/settings.yml" not in files["seeds"]:
            self.problem(
                "seeds/settings.yml",
                0,
                "the settings are missing",
                "write seeds/settings.yml with at least question and as_of",
            )
        for path in sorted(
            texts - {f"seeds/sources/{s}.txt" for s in sources} - {p.path for p in self.problems}
        ):
            if not (self.root / path).with_suffix(".yml").exists():
                self.problem(
                    path,
                    0,
                    "the source has no record",
                    f"run `explainer seal {Path(path).stem}` to start one, and fill it in",
                )
        pages, assets = {}, {}
        for path in files["content"]:
            if path.endswith(".md"):
                if page := self.page(path):
                    pages[page.path] = page
            else:
                assets[path.removeprefix("content/")] = self.root / path
        for path in sorted(pages):
            other = path.removesuffix(".md") + "/index.md"
            if other in pages:
                self.problem(
                    f"content/{path}",
                    0,
                    f"content/{other} has the same address",
                    "give one of the two another name",
                )
        topic = Topic(
            self.root,
            settings,
            sources,
            self.records,
            self.kinds,
            self.where,
            pages,
            self.redirects,
            assets,
            not self.problems,
            self.lost(),
            settings_where,
        )
        return topic, self.problems

    def lost(self) -> frozenset[str]:
        """What may be an id in the files of facts that have a fault."""
        paths = {p.path for p in self.problems if p.path.startswith("seeds/facts/")}
        raw = (
            self.raw(p) or b""
            for p in paths
            if (path := self.root / p).is_file() and not path.is_symlink()
        )
        return frozenset(
            name.decode()
            for text in raw
            for name in re.findall(rb"\bid:\s*[\"']?([a-z0-9-]+)", text)
        )

    def problem(self, path: str, line: int, message: str, help: str, **more: str) -> None:
        self.problems.append(Problem(path, line, message[:_LONGEST], help, "load", **more))

    # --- files ------------------------------------------------------------------------------------

    def files(self, folder: str) -> Iterator[str]:
        """The regular files below a folder of the root. A link, a device or an odd name is a
        problem, never followed.
        """
        seen: dict[str, str] = {}
        stack = [self.root / folder]
        if stack[0].is_symlink():
            self.problem(folder, 0, "this is a symbolic link", "put the folder itself here")
            return
        while stack:
            directory = stack.pop()
            try:
                entries = (
                    sorted(os.scandir(directory), key=lambda entry: entry.name)
                    if directory.is_dir()
                    else []
                )
            except OSError as error:
                self.problem(
                    self.relative(directory),
                    0,
                    f"the folder cannot be read: {error.strerror}",
                    "check its permissions",
                )
                continue
            for entry in entries:
                path = self.relative(Path(entry.path))
                if LEFTOVER.fullmatch(entry.name):
                    continue
                if (other := seen.setdefault(path.casefold(), path)) != path:
                    self.problem(
                        path,
                        0,
                        f"only capital letters tell this from {other}",
                        "give one of the two another name",
                    )
                elif entry.is_symlink():
                    self.problem(
                        path,
                        0,
                        "this is a symbolic link",
                        "put the file itself here; links are never followed",
                    )
                elif not NAME.fullmatch(entry.name):
                    self.problem(
                        path,
                        0,
                        "this file name cannot be used",
                        "use small letters a-z, digits and hyphens, and one ending",
                    )
                elif entry.is_dir():
                    stack.append(Path(entry.path))
                elif not Path(entry.path).is_file():
                    self.problem(path, 0, "this is not a regular file", "take it away")
                elif folder == "content" and Path(entry.name).suffix not in CONTENT_FILES:
                    self.problem(
                        path,
                        0,
                        "a file of this kind is not published",
                        f"content/ takes {', '.join(sorted(CONTENT_FILES))}",
                    )
                else:
                    yield path

    def relative(self, path: Path) -> str:
        name = path.relative_to(self.root).as_posix()
        return name.encode("utf-8", "backslashreplace").decode()

    def raw(self, path: str) -> bytes | None:
        """The first bytes of a file; None where it cannot be read."""
        try:
            with open(self.root / path, "rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError:
            return None

    def text(self, path: str) -> tuple[str, bytes] | None:
        """A file's text without a byte-order mark; None, and a Problem, where it cannot be one."""
        raw = self.raw(path)
        if raw is None:
            return self.problem(path, 0, "the file cannot be read", "check its permissions")
        if len(raw) > MAX_BYTES:
            return self.problem(path, 0, f"the file is larger than {MAX_BYTES} bytes", "divide it")
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            return self.problem(
                path,
                line,
                f"the byte 0x{raw[error.start]:02x} is not UTF-8",
                "save the file as UTF-8",
            )
        unseen = list(islice(refused(text), 20))
        for line, what, help in unseen:
            self.problem(path, line, what, help)
        return None if unseen else (text, raw)

    # --- YAML -------------------------------------------------------------------------------------

    def yaml(self, path: str) -> tuple[Any, Where]:
        """A YAML file as dicts, lists and strings, with the line of every key and item."""
        read = self.text(path)
        return self.parse(read[0], path) if read else (None, Where(path, Mark(0, {})))

    def parse(self, text: str, path: str, first_line: int = 1) -> tuple[Any, Where]:
        try:
            data, mark = _build(text, first_line)
            return data, Where(path, mark)
        except _YamlFault as fault:
            self.problem(path, fault.line + first_line, fault.message, fault.help)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = " ".join(filter(None, (error.context, error.problem)))
            help = next(
                (h for words, h in _YAML_HELP.items() if words in what),
                "compare the indentation, colons and quotation marks with the record above it",
            )
            self.problem(
                path, (mark.line if mark else 0) + first_line, f"this is not YAML: {what}", help
            )
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            self.problem(
                path,
                first_line,
                f"this is not YAML: {str(error).splitlines()[0]}",
                "compare it with another file of its kind",
            )
        return None, Where(path, Mark(0, {}))

    def model(self, kind: type[Frozen], data: Any, where: Where) -> Any:
        """``data`` as a model; every field that does not fit becomes a Problem on its own line."""
        if data is None:
            return None
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_context=True):
                if (
                    fault["type"] == "literal_error"
                    and fault["ctx"]["expected"] == f"'{NOT_STATED}'"
                ):
                    continue  # the other thing that may stand here has its own fault
                location = tuple(
                    part
                    for part in fault["loc"]
                    if not (isinstance(part, str) and ("[" in part or part in _UNION_PARTS))
                )
                self.problem(
                    where.path, where.line(*location), *_in_words(fault, location, kind, data)
                )
        return None

    # --- sources and facts ------------------------------------------------------------------------

    def source(self, path: str, texts: set[str], sources: dict[str, SourceText]) -> None:
        name = Path(path).stem
        data, where = self.yaml(path)
        text_path = f"seeds/sources/{name}.txt"
        record = self.model(Source, data, where)
        if text_path not in texts:
            self.problem(
                path,
                0,
                f"the source text {text_path} is missing",
                "put the text there, or take the record away",
            )
            return
        read = self.text(text_path)
        if record and read:
            sources[name] = SourceText(
                name,
                record,
                Passages(read[0], record.language),
                text_path,
                where,
                hashlib.sha256(read[1]).hexdigest(),
            )

    def facts(self, path: str) -> None:
        data, where = self.yaml(path)
        if data is None:
            return
        if not isinstance(data, dict):
            self.problem(
                path,
                1,
                "a file of facts begins with a kind of record",
                f"begin with one of: {', '.join(KINDS)}, then a list",
            )
            return
        default = data.pop("source", None)
        for kind, items in data.items():
            if kind not in KINDS:
                near = get_close_matches(str(kind), KINDS, 1)
                self.problem(
                    path,
                    where.line(kind),
                    f'there is no kind of record "{kind}"',
                    f"did you mean {near[0]}?" if near else f"the kinds are: {', '.join(KINDS)}",
                )
            elif not isinstance(items, list):
                if items != "":
                    self.problem(
                        path,
                        where.line(kind),
                        f"{kind} is not a list",
                        "begin each record with a hyphen: - id: …",
                    )
            else:
                for number, item in enumerate(items):
                    self.record(
                        kind, item, Where(path, where.mark.inner[kind].inner[number]), default
                    )

    def record(self, kind: str, item: Any, where: Where, default: Any) -> None:
        if isinstance(item, dict) and default and "source" in KINDS[kind].model_fields:
            item.setdefault("source", default)
        record = self.model(KINDS[kind], item, where)
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str) and name in self.where:
            first = self.where[name]
            self.problem(
                where.path,
                where.line("id"),
                f'the id "{name}" is taken already',
                f"it stands in {first.path}:{first.line('id')}; ids are unique over all kinds",
            )
        elif isinstance(name, str):
            self.where[name] = where
            if kind == "redirects":
                if record:
                    self.redirects[name] = record.to
            elif record:
                self.records[name], self.kinds[name] = record, kind

    # --- pages ------------------------------------------------------------------------------------

    def page(self, path: str) -> Page | None:
        read = self.text(path)
        if not read:
            return None
        if len(read[1]) > MAX_PAGE_BYTES:
            return self.problem(
                path, 0, f"the page is larger than {MAX_PAGE_BYTES} bytes", "divide it"
            )
        text = read[0].replace("\r\n", "\n").replace("\r", "\n")
        match = re.match(r"---\n(.*?)\n---(?:\n|$)", text, re.S)
        if not match:
            return self.problem(
                path,
                1,
                "the page has no front matter",
                "begin with --- , title: …, description: …, --- on lines of their own",
            )
        data, where = self.parse(match.group(1), path, 2)
        meta = self.model(PageMeta, data, where)
        body = text[match.end() :]
        if not meta:
            return None
        return Page(
            path.removeprefix("content/"),
            meta,
            body,
            text[: match.end()].count("\n") + 1,
            path,
            where,
        )


_YAML_HELP = {
    "mapping values are not allowed": (
        "a colon and a space stand within the text, or the indentation is wrong: put the whole text"
        ' in "quotation marks", or indent the line as those above it'
    ),
    "tab character": "the line begins with a tab: indent with spaces",
    "cannot start any token": 'put the whole text in "quotation marks"',
}
_UNION_PARTS = {"str", "Selector", "tuple", "constrained-str", "function-before", "literal"}


def _in_words(
    fault: dict[str, Any], location: tuple[Any, ...], kind: type[BaseModel], data: Any
) -> tuple[str, str]:
    """A Pydantic error as what is wrong and how to mend it."""
    name = ".".join(str(part) for part in location) or kind.__name__.lower()
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    inner = {"set_aside": SetAside, "options": Option, "cells": Cell}.get(
        str(location[0]) if len(location) > 1 else ""
    )
    fields = (inner or kind).model_fields
    described = fields[key].description if key in fields and fields[key].description else ""
    match fault["type"]:
        case "missing":
            return f'"{key}" is missing', described or f'add a line "{key}: …"'
        case "extra_forbidden":
            near = get_close_matches(key, fields, 1)
            return (
                f'there is no field "{name}" here',
                f"did you mean {near[0]}?" if near else f"the fields are: {', '.join(fields)}",
            )
        case "literal_error":
            return (
                f'"{name}" cannot be "{fault["input"]}"',
                f"choose one of: {fault['ctx']['expected']}",
            )
        case "string_pattern_mismatch" if "\\d{4}" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not a date: "{fault["input"]}"',
                "write 2025, 2025-08 or 2025-08-17, as exactly as it is known",
            )
        case "string_pattern_mismatch" if "a-z0-9-" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not an id: "{fault["input"]}"',
                "ids have small letters a-z, digits and hyphens",
            )
        case "string_too_short" | "too_short" | "string_pattern_mismatch" if (
            fault["ctx"].get("pattern", r"\S") == r"\S"
        ):
            return f'"{name}" is empty', described or "write something, or take the line away"
        case "string_pattern_mismatch" if "https?" in fault["ctx"]["pattern"]:
            return (
                f'"{name}" is not a web address: "{fault["input"]}"',
                "write the whole address, beginning with https://",
            )
        case "string_pattern_mismatch":
            return (
                f'"{name}" has not the form that it should have: "{fault["input"]}"',
                described or "compare it with another record of its kind",
            )
        case "model_type" | "dict_type":
            return (
                f"{name} is not a record",
                f"write its fields one a line; the fields are: {', '.join(fields)}",
            )
    return (
        f'"{name}" does not fit: {fault["msg"].removeprefix("Value error, ")}',
        described or "compare it with another record of its kind",
    )


# --- characters -----------------------------------------------------------------------------------

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    + "\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{17,}")
_OTHER = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff]"
)  # letters that look like Latin ones
_MIXED = re.compile(f"[A-Za-z]{_OTHER.pattern}|{_OTHER.pattern}[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]{0,40}")


def refused(text: str) -> Iterator[tuple[int, str, str]]:
    """Characters that a reviewer cannot see, and words that mix alphabets (look-alike letters),
    with their lines.

    Zero-width joiners are let pass between letters of scripts that are written with them.
    """
    letters = "".join(set(text))  # few; most texts give no cause to look through them
    for match in _UNSEEN.finditer(text) if _UNSEEN.search(letters) else ():
        char, at = match.group(), match.start()
        if (
            char in "\u200c\u200d"
            and 0 < at < len(text) - 1
            and min(text[at - 1], text[at + 1]) >= "\u0590"
        ):
            continue
        name = unicodedata.name(char, "control character")
        yield (
            _line(text, at),
            f"the character U+{ord(char):04X} ({name.lower()}) cannot be seen",
            "take it away",
        )
    for match in _MARKS.finditer(text):
        if sum(map(bool, map(unicodedata.combining, match.group()))) > 16:
            yield (
                _line(text, match.start()),
                "a letter has more than sixteen marks on it",
                "take them away",
            )
    end = 0
    for match in _MIXED.finditer(text) if _OTHER.search(letters) else ():
        if match.start() < end:
            continue
        before = _LETTERS.match(text[max(match.start() - 40, 0) : match.start()][::-1]).group()[
            ::-1
        ]  # type: ignore[union-attr]
        end = _LETTERS.match(text, match.start()).end()  # type: ignore[union-attr]
        yield (
            _line(text, match.start()),
            f'the word "{before}{text[match.start() : end]}" mixes letters of two alphabets',
            "write it with the letters of one alphabet",
        )


def _line(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1


# --- the strict YAML reader -----------------------------------------------------------------------


class _YamlFault(Exception):
    def __init__(self, line: int, message: str, help: str):
        self.line, self.message, self.help = line, message, help


def _build(text: str, first_line: int) -> tuple[Any, Mark | int]:
    """YAML events into dicts, lists and strings, with the marks of all of them."""
    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    count = 0

    def node(event: Any, depth: int) -> tuple[Any, Mark | int]:
        nonlocal count
        count += 1
        line = event.start_mark.line
        if count > MAX_NODES:
            raise _YamlFault(line, f"the file has more than {MAX_NODES} values", "divide it")
        if depth > MAX_DEPTH:
            raise _YamlFault(
                line,
                f"lists and fields are nested more than {MAX_DEPTH} deep",
                "a record needs no more than five levels",
            )
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _YamlFault(
                line,
                "anchors (&) and aliases (*) are not allowed",
                'write the value out; put a text that begins with & or * in "quotation marks"',
            )
        if event.tag:
            raise _YamlFault(
                line,
                f"tags such as {event.tag} are not allowed",
                'write the plain value; put a text that begins with ! in "quotation marks"',
            )
        if isinstance(event, yaml.ScalarEvent):
            for _, what, help in (
                refused(event.value) if event.style == '"' else ()
            ):  # "\u202e" is not seen before this
                raise _YamlFault(line, what, help)
            return event.value, line + first_line
        mark = Mark(line + first_line, {})
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                value, mark.inner[len(items)] = node(item, depth + 1)
                items.append(value)
            return items, mark
        table: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            line = key.start_mark.line
            if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag:
                raise _YamlFault(line, "a field's name must be plain words", "write name: value")
            if key.value in table:
                raise _YamlFault(
                    line, f'the field "{key.value}" stands twice', "keep one of the two"
                )
            table[key.value], inner = node(next(events), depth + 1)
            mark.inner[key.value] = (
                line + first_line
                if isinstance(inner, int)
                else Mark(line + first_line, inner.inner)
            )
        return table, mark

    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return {}, Mark(first_line, {})
    tree, marks = node(next(events), 0)
    next(events)
    if not isinstance(extra := next(events), yaml.StreamEndEvent):
        raise _YamlFault(
            extra.start_mark.line, "a second YAML document begins here", "take the line --- away"
        )
    return ({}, marks) if tree == "" else (tree, marks)
