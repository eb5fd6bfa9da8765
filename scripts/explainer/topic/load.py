"""Files into the model, with the line of every key; nothing here compares a record with a source.

Size and depth are bounded before any parsing."""

from __future__ import annotations

import hashlib
import re
from difflib import get_close_matches
from functools import lru_cache
from itertools import count
from pathlib import Path

from ..text.days import day_beside
from ..text.languages import language
from ..text.passages import Passages
from ..text.tongue import language_of
from ..text.words import did_you_mean
from .apparatus import Redirect
from .fieldtypes import NOT_STATED, Frozen
from .files import Files
from .follows import followed
from .model import KINDS
from .page_reader import PageReader
from .problems import Problem
from .record import Record
from .repair import as_redirect, of_another_kind, unstated
from .resolve import Resolver, is_of
from .settings import Settings, Source, new_source
from .settings_unread import allowing
from .slips import AGAIN
from .topic import SETTINGS, SourceText, Topic
from .yaml import LineMap, Location, Tags, Tree, parse_yaml

_ID = re.compile(rb"\bid:\s*[\"']?([a-z0-9-]+)(?![\w ]*\w)")
Taken = tuple[str, str, Frozen, Location]  # a record's id, kind, itself and its lines

_MOST_KEPT = 256  # files
_kept: dict[tuple[str, bytes], list[Taken]] = {}  # by their paths and the hash of their bytes


def load(root: Path) -> tuple[Topic, list[Problem]]:
    """Read a whole site's ``seeds/`` and ``content/``. Every fault becomes a Problem; what can be
    read is returned."""
    loader = _Loader(root.resolve())
    return loader.topic(), loader.problems


def load_yaml(root: Path, path: str, tags: Tags) -> tuple[Tree | None, Location, list[Problem]]:
    """One YAML file of a site as ``seeds/`` are read, but with some tags: what it holds (None if it
    cannot be read), its lines, and its faults."""
    loader = _Loader(root.resolve(), tags)
    return *loader.yaml(path), loader.problems


_LED = 'the id "{}" is taken already, by a redirect to {}'


class _Loader(PageReader):
    def __init__(self, root: Path, tags: Tags | None = None):
        super().__init__(tags or {}, Files(root, self.of_file))
        self.root = root
        self.settings = Settings.model_validate({"question": "?", "as_of": "2000"})
        self.settings_where = SETTINGS
        self.unread_settings: set[str] = set()
        self.sources: dict[str, SourceText] = {}
        self.records: dict[str, Record] = {}
        self.kinds: dict[str, str] = {}
        self.where: dict[str, Location] = {}
        self.redirects: dict[str, str] = {}
        self.doubtful: dict[str, frozenset[str]] = {}
        self.misplaced = ("", "")  # the kinds of the record before: where it is, and its own
        self.refused: dict[str, str] = {}  # redirects of which a record has the id
        self.made_up: dict[str, str] = {}  # ids, for records with one that is taken
        self.taken: list[Taken] = []  # of the file that is read
        self.quotes: list[Tree] = []  # of the same, as they are written
        self.lists: dict[str, int] = {}  # the kinds in it, with their lines

    def topic(self) -> Topic:
        has_seeds = (self.root / "seeds").is_dir()
        if not has_seeds:
            help = "name the site's folder with --root, or start one with `explainer new DIR`"
            self.problem("seeds", 0, "there is no folder seeds here", help)
        seeds, content = (sorted(self.files.below(name)) for name in ("seeds", "content"))
        self.seeds(seeds)
        if has_seeds and SETTINGS.path not in seeds:
            help = "write seeds/settings.yml with at least question and as_of"
            self.problem(SETTINGS.path, 0, "the settings are missing", help)
        for path in seeds:
            if _is_text(path) and f"{path.removesuffix('.txt')}.yml" not in seeds:
                self.no_record(path)
        self.resolve()
        pages = self.pages(path for path in content if path.endswith(".md"))
        files = [path for path in content if not path.endswith(".md")]
        # A picture that is no good is there all the same; a style sheet is read.
        assets = [p for p in files if self.files.is_asset(p) or not p.endswith((".css", ".js"))]
        assets += (p for p in self.files.better_names if _is_asset(p))
        return Topic(
            root=self.root,
            settings=allowing(self.settings, self.unread_settings, self.records, pages),
            sources=self.sources,
            records=self.records,
            kinds=self.kinds,
            where=self.where,
            pages=pages,
            redirects=self.redirects,
            assets={path.removeprefix("content/"): self.root / path for path in assets},
            whole=len(self.problems) == self.minor,
            doubtful=self.doubtful,
            doubts=tuple(self.doubts),
            made_up=self.made_up,
            refused=self.refused,
            unreadable_ids=self.unreadable_ids(),
            settings_where=self.settings_where,
            actual=self.files.actual,
        )

    def of_file(self, path: str, line: int, message: str, help: str) -> None:
        """A problem of a file; one of a picture or the like, or of one that is read by a better
        name, leaves none of the facts unread."""
        self.problem(path, line, message, help)
        self.minor += _is_asset(path) or self.files.is_read(path)

    def led_back(self, problem: Problem) -> Problem:
        """Of an id that a redirect has, whose target is no record any more, that they may be the
        wrong way round."""
        for name, to in self.refused.items():
            if problem.message == _LED.format(name, to) and to not in self.records:
                turned = f"; if this is the new id, write - {{id: {to}, to: {name}}} there"
                return problem._replace(help=problem.help + turned)
        return problem

    def resolve(self) -> None:
        """Put the ids that were meant in the place of those that do not fit; and tell them."""
        known = Resolver(self.records, self.kinds, self.settings, self.sources, self.where)
        self.problems = [self.led_back(known.told(problem)) for problem in self.problems]
        for name, fields in [*self.doubtful.items()]:
            found, where = dict(known.meant(name, fields)), self.where[name]
            self.records[name] = self.records[name].model_copy(update=found)
            self.doubts = [d for d in self.doubts if not any(is_of(d, where, f) for f in found)]
            self.doubtful[name] = fields - found.keys()
        self.doubtful = {name: fields for name, fields in self.doubtful.items() if fields}

    def unreadable_ids(self) -> frozenset[str]:
        """What may be an id in the files of facts that have a fault."""
        found: set[str] = set()
        for path in {p.path for p in self.problems if p.path.startswith("seeds/facts/")}:
            if (self.root / path).is_file() and not (self.root / path).is_symlink():
                raw = self.files.start(path) or b""
                found.update(name.decode() for name in _ID.findall(raw))
        return frozenset(found)

    def no_record(self, path: str) -> None:
        """A text without a record: what to put there, with what can be known of the text."""
        record = f"{path.removesuffix('.txt')}.yml"
        if (read := self.files.text(path)) and self.has_words(path, read[0]):
            text, raw = read
            seal, tag = hashlib.sha256(raw).hexdigest(), language_of(text) or "en"
            help = f"put this into a file {record}, and fill in what the text says of itself"
            self.problem(path, 0, "the source has no record", help)
            taken = {source.record.label for source in self.sources.values()}
            paste = new_source(tag, seal, taken, day_beside(text, language(tag)) or NOT_STATED)
            self.problems[-1] = self.problems[-1]._replace(paste=paste)
            meant = Source.model_validate(parse_yaml(paste, 1)[0])
            source, where = Path(record).stem, Location(record)
            self.sources[source] = SourceText(
                source, meant, _passages(text, tag), path, where, seal
            )
            self.minor += 1  # all else that is to be done for it is said at once

    def has_words(self, path: str, text: str) -> bool:
        if not (words := bool(re.search(r"\w", text))):
            help = "put the words of the source there, paragraphs with an empty line between them"
            self.problem(path, 0, "the text is empty", help)
        return words

    # --- YAML -------------------------------------------------------------------------------------

    def yaml(self, path: str) -> tuple[Tree | None, Location]:
        """A YAML file as dicts, lists and strings, with the line of every key and item."""
        read = self.files.text(path)
        return self.parse(read[0], path, 1) if read else (None, Location(path))

    def unstated(self, item: Tree | None, where: Location) -> None:
        for field in unstated(item):
            what = f'"{field}" is said not to be stated, but not as it is read here'
            help = f"write {NOT_STATED}, with _ in it"
            self.minor_problem(where.path, where.line(field), what, help)

    # --- seeds ------------------------------------------------------------------------------------

    def seeds(self, paths: list[str]) -> None:
        # What follows from the texts of the sources need not be written in the facts.
        for path in sorted(paths, key=lambda path: path.startswith("seeds/facts/")):
            folder = path.rpartition("/")[0]
            if path == SETTINGS.path:
                data, where = self.yaml(path)
                self.settings_where, told = where, len(self.doubts)
                self.settings = self.model(Settings, data, where) or self.settings
                faulty = {word for doubt in self.doubts[told:] for word in doubt.words}
                self.unread_settings = faulty & Settings.model_fields.keys()
            elif folder == "seeds/sources" and path.endswith(".yml"):
                self.source(path, paths)
            elif folder == "seeds/facts" and path.endswith(".yml"):
                self.facts(path)
            elif not _is_text(path):
                help = "facts are seeds/facts/*.yml, a source is seeds/sources/ID.txt with ID.yml"
                self.minor_problem(path, 0, "nothing reads this file", help)

    def source(self, path: str, paths: list[str]) -> None:
        name, text_path = Path(path).stem, path.removesuffix(".yml") + ".txt"
        data, where = self.yaml(path)
        self.unstated(data, where)
        told, before = len(self.doubts), len(self.problems)
        record = self.model(Source, data, where)
        unread = {word for doubt in self.doubts[told:] for word in doubt.words}
        if text_path not in paths:
            what = f"the source text {text_path} is missing"
            self.problem(path, 0, what, "put the text there, or remove the record")
        elif (read := self.files.text(text_path)) and self.has_words(text_path, read[0]) and record:
            text, raw = read
            seal = hashlib.sha256(raw).hexdigest()
            known = {"sha256": seal} if "sha256" in unread else {}
            known |= {"language": language_of(text) or "en"} if "language" in unread else {}
            if "language" in known:
                self.paste_language(known["language"], before)
            record = record.model_copy(update=known)
            passages = _passages(text, record.language)
            self.sources[name] = SourceText(name, record, passages, text_path, where, seal)

    def paste_language(self, tag: str, since: int) -> None:
        """Puts the language that a text was read in beside the problem that none is named."""
        for i, one in enumerate(self.problems[since:], since):
            if one.message == '"language" is missing':
                self.problems[i] = one._replace(paste=f"language: {tag}\n")

    def facts(self, path: str) -> None:
        """The records of a file. Those of one without a fault are kept, for a preview: a file of
        the same bytes is not read again."""
        if not (read := self.files.text(path)):
            return
        seals = "".join(source.sha256 for source in self.sources.values()).encode()
        key, before = (path, hashlib.sha256(read[1] + seals).digest()), len(self.problems)
        self.taken = _kept.get(key, [])
        for one in self.taken:
            self.take(*one)
        if self.taken:
            return
        self.read_facts(read[0], path)
        if len(self.problems) == before:
            if len(_kept) >= _MOST_KEPT:
                _kept.clear()
            _kept[key] = self.taken

    def read_facts(self, text: str, path: str) -> None:
        data, where = self.parse(text, path, 1)
        if data is None:
            return
        if not isinstance(data, dict):
            help = f"begin with one of: {', '.join(KINDS)}, then a list"
            self.minor_problem(path, 1, "a file of facts begins with a kind of record", help)
            if isinstance(data, str):
                return
            data, where = {(kind := _kind_of(data, path)): data}, _under(kind, where)
        source = data.pop("source", None)
        quotes = data.get("quotes")
        self.quotes = quotes if isinstance(quotes, list) else []
        self.lists = {kind: where.line(kind) for kind in KINDS if kind in data}
        for key, items in data.items():
            kind = key.partition(AGAIN)[0]
            meant = kind if kind in KINDS else next(iter(get_close_matches(kind, KINDS, 1)), "")
            if meant != kind:
                help = did_you_mean(kind, KINDS, f"the kinds are: {', '.join(KINDS)}")
                what = f'there is no kind of record "{kind}"'
                self.minor_problem(path, where.line(key), what, help)
                meant = meant or _kind_of(items, path)
            if isinstance(items, list):
                for number, item in enumerate(items):
                    self.record(meant, item, where.inner(key, number), source)
            elif items != "":
                help = "begin each record with a hyphen: - id: …"
                self.minor_problem(path, where.line(key), f"{kind} is not a list", help)
                if isinstance(items, dict) and meant:
                    pairs = [{old: to} for old, to in items.items()] if meant == "redirects" else []
                    for item in pairs or [items]:
                        self.record(meant, item, where.inner(key), source)

    def record(self, kind: str, item: Tree, where: Location, source: Tree | None) -> None:
        if isinstance(item, dict) and source and "source" in KINDS[kind].model_fields:
            item.setdefault("source", source)
        if isinstance(item, dict):
            item |= followed(kind, item, self.quotes, self.sources)
        self.unstated(item, where)
        if kind == "redirects" and (led := as_redirect(item)):
            what = "a redirect has two fields, id: with the old id and to: with the new one"
            help = f"write - {{id: {led['id']}, to: {led['to']}}}"
            self.minor_problem(where.path, where.line(), what, help)
            item = led
        if other := of_another_kind(item, kind):
            if (kind, other) != self.misplaced:  # of several in a row it is said of the first
                what = f"these are the fields of {other}, and it is among the {kind}"
                help = f"put it below a line {other}: without a space before it"
                if line := self.lists.get(other):
                    help = f"put it under the line {other}: that is here already, line {line}"
                self.minor_problem(where.path, where.line(), what, help)
            self.misplaced, kind = (kind, other), other
        else:
            self.misplaced = ("", "")
        if record := self.model(KINDS[kind], item, where):
            name = getattr(record, "id", "")
            self.taken.append((name, kind, record, where))
            self.take(*self.taken[-1])
        elif isinstance(item, str):
            self.minor += 1  # it has nothing of which more could be said

    def take(self, name: str, kind: str, record: Frozen, where: Location) -> None:
        if first := self.where.get(name):
            at, held, to = where, first, self.redirects.get(name)
            twice = to and isinstance(record, Redirect)
            if isinstance(record, Redirect) and not to:  # it is told where the id is chosen
                at, held, to = first, where, record.to
            place = f"{held.path}:{held.line('id')}"
            message = f'the id "{name}" is taken already'
            help = f"it is in {place}; ids are unique over all kinds"
            if twice:
                help = f"remove this redirect, or that in {place}"
            elif to:
                message = _LED.format(name, to)
                older = "an older glossary entry" if name.startswith("term-") else "an older record"
                help = f"that was of {older}; choose another id, or remove the redirect in"
                help += f" {place} to take this one back"
            if "id" not in self.unfit:
                self.minor_problem(at.path, at.line("id"), message, help)
            if isinstance(record, Redirect):
                self.refused |= {} if twice else {name: record.to}
                return
            if name in self.redirects:
                self.refused[name] = self.redirects[name]
                del self.redirects[name], self.where[name]
        if name in self.where:
            other = next(n for n in (f"{name}-{i}" for i in count(2)) if n not in self.where)
            self.made_up[other] = name
            name, record = other, record.model_copy(update={"id": other})
        self.where[name] = where
        if isinstance(record, Redirect):
            self.redirects[name] = record.to
        elif isinstance(record, Record):
            self.records[name], self.kinds[name] = record, kind
            if self.unfit:
                self.doubtful[name] = self.unfit


def _kind_of(items: Tree, path: str) -> str:
    """The kind that records probably are, by the file's name or else by their fields."""
    if (stem := Path(path).stem) in KINDS:
        return stem
    first = items[0] if isinstance(items, list) and items else items
    fields = first.keys() if isinstance(first, dict) else set[str]()
    return max(KINDS, key=lambda kind: len(fields & KINDS[kind].model_fields.keys()))


def _under(kind: str, where: Location) -> Location:
    """Where a list is, as if it were below a kind."""
    return Location(where.path, LineMap(where.line(), {kind: where.lines}))


@lru_cache(1024)
def _passages(text: str, tag: str) -> Passages:
    """A source's passages, kept for a preview that reads it at each save."""
    return Passages(text, tag)


def _is_asset(path: str) -> bool:
    return path.startswith("content/") and not path.lower().endswith(".md")


def _is_text(path: str) -> bool:
    return path.startswith("seeds/sources/") and path.endswith(".txt")
