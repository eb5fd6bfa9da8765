"""The files of a site, found and read without following a link or trusting a size or a name."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings

from ..text.characters import refused

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 2_000_000
MAX_ASSET = 5_000_000  # of a picture or PDF
MAX_LOOK = 100_000  # of a style sheet or script
_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9]+)?")

# What systems and editors leave beside the files that they show or hold open.
LEFTOVER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\..+\.sw[a-p]|\.#.+|#.+#|.+~|4913")

# How a file of each kind begins and ends: one with something else in it is not what its name says.
_JPEG = re.compile(rb"\xff\xd8\xff.*\xff\xd9\0*", re.S)
_KINDS = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n\0\0\0\rIHDR.*\0\0\0\0IEND.{4}", re.S),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".webp": re.compile(rb"RIFF(?P<size>.{4})WEBPVP8.*", re.S),
    ".gif": re.compile(rb"GIF8[79]a.*;", re.S),
    ".pdf": re.compile(rb"%PDF-[12]\.\d.*%%EOF\s*", re.S),
}
_LOOKS = {".css", ".js"}  # those that mkdocs.yml names (rules/looks.py)
_READ = (".md", ".txt", ".yml")
_CONTENT = {".md", *_KINDS, *_LOOKS}
_ACTS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")  # in a PDF

MOST_PIXELS = 8000  # on a side: no page shows more
MOST_BESIDE = 1000  # bytes beside the picture itself, in which it may have words
_UNPACKED = 20  # times as long packed words may be
_PLACE = 0x8825  # where a camera was (Exif 2.3, GPS IFD)
_OF_A_PNG = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs tIME".split()
)

# Names that Windows keeps for devices, whatever their ending: a checkout there would break.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")

# Folders of content/ whose files would not be published, or would take the place of what is.
_TAKEN = {
    "content/templates": "MkDocs leaves out a folder of this name",
    "content/assets/cards": "the build writes the pages' pictures for sharing there",
}


class Files:
    """The files below a folder. ``problem`` is called with the path, line, message and help of
    each fault; paths are relative to the folder."""

    def __init__(self, root: Path, problem: Callable[[str, int, str, str], None]):
        self.root, self.problem = root, problem
        self.better_names: dict[str, str] = {}  # of files with a name that cannot be used
        self.actual: dict[str, str] = {}  # of those that are read by a better one: their own

    def below(self, folder: str) -> Iterator[str]:
        """The regular files below a folder of the root. A link, a device or an odd name is a
        problem, never followed; a text of which a better name is near is read by that."""
        seen: dict[str, str] = {}
        paths: set[str] = set()
        stack = [self.root / folder]
        if stack[0].is_symlink():
            self.problem(folder, 0, "this is a symbolic link", "put the folder itself here")
            return
        while stack:
            for entry in self._entries(stack.pop()):
                path = self._relative(Path(entry.path))
                paths.add(path)
                if (other := seen.setdefault(path.casefold(), path)) != path:
                    what = f"only capital letters tell this from {other}"
                    self.problem(path, 0, what, "give one of the two another name")
                elif fault := self._fault(entry, folder):
                    if (name := better_name(entry.name)) and entry.is_file(follow_symlinks=False):
                        self.better_names[path] = f"{path.rpartition('/')[0]}/{name}"
                    self.problem(path, 0, *fault)
                elif entry.is_dir():
                    stack.append(Path(entry.path))
                else:
                    yield path
        for path, name in self.better_names.items():
            mine = path.startswith(f"{folder}/") and self.is_read(path)
            if mine and name not in paths and name not in self.actual:
                self.actual[name] = path
                yield name

    def is_read(self, path: str) -> bool:
        """Whether a file with a name that cannot be used is read by a better one."""
        return self.better_names.get(path, "").endswith(_READ)

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            entries = os.scandir(folder) if folder.is_dir() else ()
            kept = (entry for entry in entries if not LEFTOVER.fullmatch(entry.name))
            return sorted(kept, key=lambda entry: entry.name)
        except OSError as error:
            what = f"the folder cannot be read: {error.strerror}"
            self.problem(self._relative(folder), 0, what, "check its permissions")
            return []

    def _fault(self, entry: os.DirEntry[str], folder: str) -> tuple[str, str] | None:
        taken = _TAKEN.get(self._relative(Path(entry.path))) if entry.is_dir() else None
        return (taken, "give the folder another name") if taken else _fault(entry, folder)

    def _relative(self, path: Path) -> str:
        name = path.relative_to(self.root).as_posix()
        return name.encode("utf-8", "backslashreplace").decode()

    def start(self, path: str, most: int = MAX_BYTES) -> bytes | None:
        """The first bytes of a file, one more than it may have; None where it cannot be read."""
        try:
            with open(self.root / self.actual.get(path, path), "rb") as file:
                return file.read(most + 1)
        except OSError:
            return None

    def is_asset(self, path: str) -> bool:
        """Whether a file is the picture, PDF or text that its name says; a problem where it is
        not."""
        raw, ending = self.start(path, MAX_ASSET), Path(path).suffix
        if ending in _LOOKS:
            if raw and len(raw) > MAX_LOOK:
                self.problem(path, 0, f"the file is larger than {MAX_LOOK} bytes", "shorten it")
                return False
            return self.text(path) is not None
        if raw is None:
            self.problem(path, 0, "the file cannot be read", "check its permissions")
        elif len(raw) > MAX_ASSET:
            what = f"the file is larger than {MAX_ASSET} bytes"
            self.problem(path, 0, what, "make the picture smaller, or divide the document")
        elif not (match := _KINDS[ending].fullmatch(raw)) or (
            ending == ".webp" and int.from_bytes(match["size"], "little") != len(raw) - 8
        ):
            help = "save it again as what its name says, with nothing before or behind it"
            self.problem(path, 0, f"this is no {ending[1:].upper()} file", help)
        elif ending == ".pdf" and (acts := _ACTS.search(raw)):
            what = f"this document does something when it is opened ({acts[1].decode()})"
            self.problem(path, 0, what, "save it without scripts and without files in it")
        elif ending != ".pdf" and (wrong := _as_picture(raw)):
            help = "save it smaller, as one picture, without what the camera or editor adds to it"
            self.problem(path, 0, wrong, help)
        else:
            return True
        return False

    def text(self, path: str) -> tuple[str, bytes] | None:
        """A file's text without a byte-order mark, and its bytes; None, and a problem, where it
        cannot be one."""
        raw = self.start(path)
        if raw is None:
            self.problem(path, 0, "the file cannot be read", "check its permissions")
            return None
        decoded = _decoded(raw)
        if isinstance(decoded, str):
            return decoded, raw
        for fault in decoded:
            self.problem(path, *fault)
        return None


def _as_picture(raw: bytes) -> str:
    """What is wrong with a picture, seen as one: it cannot be read, is larger than any page shows,
    moves, or has words or a place beside it; empty if nothing is."""
    from PIL import Image, UnidentifiedImageError  # only where there are pictures

    try:
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(raw)) as picture:
            if max(picture.size) > MOST_PIXELS:
                return f"this picture is {max(picture.size)} pixels long, over {MOST_PIXELS}"
            if getattr(picture, "is_animated", False):
                return "this picture moves"
            beside = sum(len(text) for text in _beside(picture, raw))
            if picture.getexif().get_ifd(_PLACE):
                return "this picture says where it was taken"
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "this picture cannot be read"
    except Image.DecompressionBombError:
        return "this picture is too large"
    return f"this picture has {beside} bytes of other things beside it" * (beside > MOST_BESIDE)


def _beside(picture: Image.Image, raw: bytes) -> Iterator[bytes]:
    """What a picture's file has beside the picture: words, what a camera adds, what a program
    keeps."""
    if picture.format == "PNG":  # what stands behind the picture is not read otherwise
        at = 8
        while at + 8 <= len(raw):
            length, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
            if kind not in _OF_A_PNG:
                packed = _UNPACKED if kind == b"zTXt" else 1
                yield raw[at + 8 : at + 8 + length] * packed
            at += length + 12
    elif picture.format == "JPEG":
        yield from (data for _, data in getattr(picture, "applist", ()) if data[:4] != b"ICC_")
    else:
        for name in ("exif", "xmp", "comment"):
            yield bytes(picture.info.get(name, b""))


def _fault(entry: os.DirEntry[str], folder: str) -> tuple[str, str] | None:
    """Why an entry of a folder cannot be used, and how to fix it."""
    if entry.is_symlink():
        return "this is a symbolic link", "put the file itself here; links are never followed"
    if not _NAME.fullmatch(entry.name) or entry.name.endswith(".yaml"):
        better = better_name(entry.name)
        help = "use small letters a-z, digits and hyphens, and one ending"
        return "this file name cannot be used", f"{help}: {better}" if better else help
    if _RESERVED.fullmatch(entry.name):
        return "Windows keeps this name for a device", "give the file another name"
    if entry.is_dir():
        return None
    if not Path(entry.path).is_file():
        return "this is not a regular file", "remove it"
    if folder == "content" and Path(entry.name).suffix not in _CONTENT:
        help = f"content/ takes {', '.join(sorted(_CONTENT))}"
        return "a file of this kind is not published", help
    return None


def better_name(name: str) -> str:
    """A name that can be used, for one that cannot; empty for one that can, or if none is near."""
    stem, dot, ending = name.lower().rpartition(".")
    plain = re.sub(r"[^a-z0-9]+", "-", stem or ending).strip("-")
    ending = re.sub(r"[^a-z0-9]", "", ending) if stem else ""
    better = f"{plain}{dot if ending else ''}{'yml' if ending == 'yaml' else ending}"
    return better if plain and plain.isascii() and better != name else ""


def _decoded(raw: bytes) -> str | list[tuple[int, str, str]]:
    """The text of some bytes, or the lines of what makes them none, with what is wrong there and
    how to fix it."""
    if len(raw) > MAX_BYTES:
        return [(0, f"the file is larger than {MAX_BYTES} bytes", "divide it")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        return [(line, what, "save the file as UTF-8")]
    return list(islice(refused(text), 20)) or text
