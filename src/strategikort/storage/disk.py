"""Files as bytes: copied whole, made durable, replaced in one step, locked for one process."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from strategikort.storage.problems import FileProblem, not_read

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LARGEST: Final = 1 << 30
"""The size in bytes above which a file is not opened: a hundred times the largest municipality's."""

_PIECE: Final = 1 << 20
_ATTEMPTS: Final = 3
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY


def copy_in(source: Path, target: Path) -> None:
    """Copy the file of a user to ``target``, a private place of ours. The source is only read.

    Raises:
        FileProblem: it is missing, a folder, a symbolic link, no regular file, empty, too large, changing or not
            readable.
    """
    for _ in range(_ATTEMPTS):
        try:
            if _copied_in(source, target):
                return
        except OSError as failure:
            raise not_read(source, failure) from failure
    raise FileProblem("file.changing", path=str(source))


def _copied_in(source: Path, target: Path) -> bool:
    look = source.lstat()
    if stat.S_ISLNK(look.st_mode):
        raise FileProblem("file.link", path=str(source))
    if stat.S_ISDIR(look.st_mode):
        raise FileProblem("file.folder", path=str(source))
    if not stat.S_ISREG(look.st_mode):
        raise FileProblem("file.special", path=str(source))
    handle = os.open(source, os.O_RDONLY | _NO_LINK)
    with os.fdopen(handle, "rb") as taken:
        before = os.fstat(handle)
        if before.st_size == 0:
            raise FileProblem("file.empty", path=str(source))
        if before.st_size > LARGEST:
            raise FileProblem("file.large", path=str(source), mb=LARGEST >> 20)
        copied = 0
        with private(target) as kept:
            while piece := taken.read(_PIECE):
                copied += len(piece)
                kept.write(piece)
                if copied > LARGEST:
                    return False
        after = os.fstat(handle)
    unchanged = (before.st_size, before.st_mtime_ns) == (
        after.st_size,
        after.st_mtime_ns,
    )
    return unchanged and copied == before.st_size


def private(target: Path) -> BinaryIO:
    """``target`` opened for writing from the start, for the user's eyes alone."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    return os.fdopen(handle, "wb")


def copy_out(source: Path, target: Path, *, mode: int) -> None:
    """Copy ``source`` to ``target``, see it safe on the disk, and read it back to compare. Raises OSError."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    with open(source, "rb") as ours:
        with os.fdopen(handle, "wb") as theirs:
            while piece := ours.read(_PIECE):
                theirs.write(piece)
            theirs.flush()
            flush(theirs.fileno())
        ours.seek(0)
        with open(target, "rb") as written:
            while True:
                one, other = ours.read(_PIECE), written.read(_PIECE)
                if one != other:
                    raise OSError(errno.EIO, "what was written is not what was read back")
                if not one:
                    return


def replace(source: Path, target: Path, *, wait: Callable[[float], None] = time.sleep) -> None:
    """Put ``source`` in the place of ``target`` in one step. Waits while another program holds it (Windows)."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8, 1.6):
        try:
            os.replace(source, target)
            break
        except PermissionError:
            if sys.platform != "win32":
                raise
            wait(pause)
    else:
        os.replace(source, target)
    sync_folder(target.parent)


def flush(handle: int) -> None:
    """See what was written safe on the disk itself; macOS has a call of its own for that. Raises OSError."""
    if sys.platform == "darwin":
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """See the names in ``folder`` safe on the disk, where the system knows how."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as failure:
        if failure.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def write_note(target: Path, text: str) -> None:
    """Write a small file of ours in one step. Raises OSError."""
    fresh = target.with_name(f"{target.name}.new")
    with private(fresh) as note:
        note.write(text.encode())
        note.flush()
        flush(note.fileno())
    os.replace(fresh, target)
    sync_folder(target.parent)


class FileLock:
    """A lock that the system drops when its process ends, however it ends."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def taken(cls, path: Path) -> "FileLock | None":
        """The lock on ``path``, or None while another process or session holds it. Raises OSError."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return None
        return cls(handle)

    def release(self) -> None:
        """Let others have it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
