"""Files onto the disk, whole or not at all: what was there stays until everything new is written.

A folder is written beside the old one and put in its place in one step where the system can (Linux,
macOS), in two renames elsewhere; a run that was killed between the two is mended by the next.
Unchanged files keep their time stamp, so that a live preview rebuilds only what changed; what is no
longer written is gone.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

KEPT = ".gitkeep"


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
    holds the lock.
    """
    recover(target)
    old = (
        {
            p.relative_to(target).as_posix(): p
            for p in target.rglob("*")
            if p.is_file() and not p.is_symlink()
        }
        if target.is_dir()
        else {}
    )
    new, changed = _beside(target, "new"), []
    try:
        shutil.rmtree(new, ignore_errors=True)
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


def swap(new: Path, target: Path) -> None:
    """Put the folder ``new`` in the place of ``target``; what was there before is deleted
    afterwards.
    """
    old = _beside(target, "old")
    shutil.rmtree(old, ignore_errors=True)
    if not target.exists():
        os.rename(new, target)
        return
    if _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
        return
    os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """After a build that was killed between two renames, put the last good folder back."""
    old = _beside(target, "old")
    if old.is_dir() and not target.exists():
        os.rename(old, target)


def stage_beside(target: Path) -> Path:
    """A folder beside ``target`` to write a new one into, for ``swap``."""
    return _beside(target, "new")


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")


def _copy(old: Path, new: Path) -> None:
    """An unchanged file once more: as a link, or copied with its time stamp on a disk that has no
    links.
    """
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _same(path: Path, content: bytes) -> bool:
    return path.stat().st_size == len(content) and path.read_bytes() == content


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS. False where
    there is no such thing.
    """
    system = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    at_cwd, swap_them = -100, 2
    if hasattr(system, "renameat2"):
        return system.renameat2(at_cwd, os.fsencode(a), at_cwd, os.fsencode(b), swap_them) == 0
    return (
        hasattr(system, "renamex_np")
        and system.renamex_np(os.fsencode(a), os.fsencode(b), swap_them) == 0
    )
