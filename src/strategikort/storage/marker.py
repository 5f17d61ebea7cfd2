"""The marker that stands beside a file for the second in which it is replaced."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from strategikort.storage.problems import FileProblem

STALE_AFTER: Final = 60.0
EMPTY_AFTER: Final = 5.0
"""After how many seconds a marker counts as left behind; one without a name was left while it was being made."""

_PAUSE: Final = 0.05


class Marker:
    """Only one at a time may replace a file; a marker that is a minute old was left by somebody who is gone.

    Without it two savers could each miss the other's work until the next opening; with it they take turns.
    """

    @staticmethod
    @contextmanager
    def beside(target: Path, own: str, patience: float) -> Iterator[None]:
        """Hold the marker beside ``target``. Waits up to ``patience`` seconds for another's.

        ``own`` names the work copy that saves: a marker of its own was left by a crash and is simply taken over.

        Raises:
            FileProblem: ``file.busy``, another is still saving.
            OSError: the folder cannot be written.
        """
        marker = target.with_name(f".{target.name}.saving")
        give_up = time.monotonic() + patience
        while not _made(marker, own):
            if _is_stale(marker):
                _removed(marker, own)
            elif time.monotonic() >= give_up:
                raise FileProblem("file.busy", path=str(target))
            else:
                time.sleep(_PAUSE)
        try:
            yield
        finally:
            with suppress(OSError):
                if marker.read_text() == own:
                    marker.unlink()


def clear_away(target: Path, own: str) -> None:
    """Remove what a save of the work copy ``own`` left beside ``target`` when its process ended; as far as possible."""
    with suppress(OSError, UnicodeDecodeError):
        target.with_name(f".{target.name}.{own}").unlink(missing_ok=True)
        marker = target.with_name(f".{target.name}.saving")
        if marker.read_text() == own:
            marker.unlink()


def _made(marker: Path, own: str) -> bool:
    try:
        handle = os.open(marker, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        with suppress(FileNotFoundError, UnicodeDecodeError):
            return marker.read_text() == own
        return False
    try:
        with os.fdopen(handle, "w") as file:
            file.write(own)
    except OSError:
        marker.unlink(missing_ok=True)  # a full disk takes the file but not its name
        raise
    return True


def _is_stale(marker: Path) -> bool:
    """Whether the marker is too old, by the clock of the drive that it is on: that of a file made just now."""
    fresh = marker.with_name(f"{marker.name}.{secrets.token_hex(8)}")
    try:
        fresh.touch()
        found = marker.stat()
        return fresh.stat().st_mtime - found.st_mtime > (STALE_AFTER if found.st_size else EMPTY_AFTER)
    except FileNotFoundError:
        return False
    finally:
        fresh.unlink(missing_ok=True)


def _removed(marker: Path, own: str) -> None:
    """Take a stale marker away; of several who try, one succeeds."""
    aside = marker.with_name(f"{marker.name}.{own}.stale")
    with suppress(FileNotFoundError):
        os.replace(marker, aside)
        aside.unlink()
