"""Files onto the disk, whole or not at all: what was there stays until everything new is written.

A folder is written beside the old one and put in its place in one step where the system can (Linux,
macOS), in two renames elsewhere; a run that was killed between the two is put right by the next.
Unchanged files keep their time stamp, so that a live preview rebuilds only what changed; what is no
longer written is gone. Nothing is removed but what an earlier build wrote: a list of its files lies
beside the folder, where nobody publishes it."""

from __future__ import annotations

import ctypes
import os
import posixpath
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..topic.files import LEFTOVER

KEPT = ".gitkeep"


# How the data begin that every build writes; a folder of the version before has no list beside it.
FACTS, BEGINNING = "data/facts.json", b'{\n"schema_version": 1,\n"question": '


class StageError(Exception):
    """Why nothing was written, for people; what was there before is still there."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One build at a time. The lock ends with the process, however it ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StageError(
            f"{folder} cannot be written: {error.strerror}. Nothing was changed."
        ) from error
    try:
        _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no flock; two builds at once are then the editor's to avoid
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StageError(
            f"another build is at work in {folder}. Wait for it, then try again. Nothing was"
            " changed."
        ) from error


def stage(files: Iterable[tuple[str, bytes]], target: Path) -> list[str]:
    """Make ``target`` hold exactly ``files`` (path, content) and .gitkeep; returns the paths that
    changed.

    Files are taken one at a time, so that a large site is never in memory as a whole. The caller
    holds the lock. Raises StageError."""
    new, changed = prepare(target), []
    old = {p: target / p for p in _files(target) if not (target / p).is_symlink()}
    try:
        new.mkdir(parents=True)
        (new / KEPT).touch()
        old.pop(KEPT, None)
        for path, content in files:
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            before = old.pop(path, None)
            if before and _same(before, content):
                _copy(before, place)
            else:
                changed.append(path)
                with open(place, "wb") as file:
                    file.write(content)
        changed += old  # what is no longer written
        if changed:
            swap(new, target)
    except OSError as error:
        raise StageError(not_replaced(target, error)) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return sorted(changed)


def not_replaced(target: Path, error: OSError) -> str:
    """What went wrong, for people."""
    return (
        f"{target} was not replaced:"
        f" {error.strerror or error}{f' ({error.filename})' if error.filename else ''}. The last"
        " good one is still there."
    )


def beside(target: Path, what: str = "new") -> Path:
    """Where something about a folder is kept while a build is at work: ``new`` is what ``swap``
    puts in its place."""
    return target.with_name(f".{target.name}.{what}")


def prepare(target: Path) -> Path:
    """Put right what a killed build left, and give the path beside ``target`` to write a new folder
    to; nothing is there. Raises StageError where ``target`` is not a build's to replace."""
    old, new = beside(target, "old"), beside(target)
    try:
        if old.is_dir() and not old.is_symlink() and not target.exists():
            os.rename(old, target)
        _held(target)
        remove(new)
    except OSError as error:
        raise StageError(not_replaced(target, error)) from error
    return new


def swap(new: Path, target: Path) -> None:
    """Put the folder ``new`` in the place of ``target``, which is missing, empty, or what an
    earlier build wrote; that is deleted afterwards. Raises StageError if it is anything else."""
    written = sorted(_held(target) | _files(new))
    mark, old = beside(target, "list"), beside(target, "old")
    mark.unlink(missing_ok=True)
    with open(mark, "x", encoding="utf-8", errors="surrogateescape") as file:
        file.write("\n".join(written))
    os.replace(mark, beside(target, "built"))
    remove(old)
    if not target.exists():
        os.rename(new, target)
        return
    if _exchange(new, target):
        remove(new)
        return
    os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old, target)
        raise
    remove(old)


def remove(path: Path) -> None:
    """Delete a folder that a build made; a link in its place is deleted, not followed."""
    if path.is_symlink():
        path.unlink()
    shutil.rmtree(path, ignore_errors=True)


def _held(target: Path) -> set[str]:
    """The files that a folder holds, every one written by an earlier build; else a StageError."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise StageError(f"{target} is no folder of its own: remove it, then build again")
    files, mark = _files(target), beside(target, "built")
    if mark.is_file():
        written = set(mark.read_text("utf-8", "surrogateescape").split("\n"))
    else:
        written = files if _of_the_version_before(target) else set()
    unknown = sorted(files - written - {KEPT})
    if foreign := next((f for f in unknown if not LEFTOVER.fullmatch(posixpath.basename(f))), ""):
        raise StageError(
            f"{target} holds {foreign}, which no build wrote: move it elsewhere, or remove the"
            " folder, then build again"
        )
    return files


def _of_the_version_before(target: Path) -> bool:
    at_home = any((folder / "seeds").is_dir() for folder in (target.parent, target.parent.parent))
    try:
        return at_home and (target / FACTS).read_bytes().startswith(BEGINNING)
    except OSError:
        return False


def _files(folder: Path) -> set[str]:
    """The paths of everything below a folder that is no folder itself; links are not followed."""
    return {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_symlink() or not p.is_dir()
    }


def _copy(old: Path, new: Path) -> None:
    """An unchanged file once more: as a link, or copied with its time stamp on a disk that has no
    links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _same(path: Path, content: bytes) -> bool:
    return path.stat().st_size == len(content) and path.read_bytes() == content


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS. False where
    there is no such thing."""
    system: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    here, there, at_cwd, exchange = os.fsencode(a), os.fsencode(b), -100, 2
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(at_cwd, here, at_cwd, there, exchange) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(here, there, exchange) == 0)
