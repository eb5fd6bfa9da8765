"""Files into the model, with the line of every key; nothing here compares a record with a source.

Size and depth are bounded before any parsing.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..text.characters import refused
from ..text.passages import Passages
from .model import KINDS, NOT_STATED, Frozen, Record, Settings, Source
from .problems import Problem
from .topic import Page, PageMeta, SourceText, Topic
from .wording import UNION_PARTS, in_words
from .yaml import YAML_HELP, Mark, Tags, Where, YamlFault, parse_yaml

MAX_BYTES = 2_000_000


MAX_PAGE_BYTES = 200_000  # MkDocs takes long over a longer one


_LONGEST = 500  # of a message that quotes what was written


NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9]+)?")


# What systems and editors leave beside the files that they show or hold open.
LEFTOVER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\..+\.sw[a-p]|\.#.+|#.+#|.+~|4913")


CONTENT_FILES = {".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"}


def load(root: Path) -> tuple[Topic, list[Problem]]:
    """Read a whole site's ``seeds/`` and ``content/``. Every fault becomes a Problem; what can be
    read is returned.
    """
    return _Loader(root).run()


def load_yaml(root: Path, path: str, tags: Tags) -> tuple[Any, Where, list[Problem]]:
    """One YAML file of a site as ``seeds/`` are read, but with some tags: what it holds (None if it
    cannot be read), its lines, and its faults.
    """
    loader = _Loader(root, tags)
    return *loader.yaml(path), loader.problems


class _Loader:
    def __init__(self, root: Path, tags: Tags | None = None):
        self.root, self.tags = root.resolve(), tags or {}
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
            data, mark = parse_yaml(text, first_line, self.tags)
            return data, Where(path, mark)
        except YamlFault as fault:
            self.problem(path, fault.line + first_line, fault.message, fault.help)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = " ".join(filter(None, (error.context, error.problem)))
            help = next(
                (h for words, h in YAML_HELP.items() if words in what),
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
                    if not (isinstance(part, str) and ("[" in part or part in UNION_PARTS))
                )
                self.problem(
                    where.path, where.line(*location), *in_words(fault, location, kind, data)
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
