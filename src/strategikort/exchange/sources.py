"""Files from outside as bytes: regular files of a bearable size, and nothing else."""

import os
import stat
from pathlib import Path
from typing import Final

from strategikort.exchange.results import refused

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 50 * MEGABYTE
"""How large a file from outside may be."""


def source_bytes(source: Path, *, most: int = MOST_BYTES) -> bytes:
    """The content of the regular file at ``source``.

    Raises:
        ImportProblem: missing, no regular file, not readable, empty, or over ``most`` bytes.
    """
    try:
        with open(source, "rb", opener=_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise refused("no_file", file=source.name)
            if about.st_size > most:
                raise refused("too_large", file=source.name, most=most // MEGABYTE)
            content = file.read(most + 1)
    except FileNotFoundError as failure:
        raise refused("missing", file=source.name) from failure
    except OSError as failure:
        raise refused("no_file" if source.is_dir() else "unreadable", file=source.name) from failure
    if len(content) > most:
        raise refused("too_large", file=source.name, most=most // MEGABYTE)
    if not content.strip():
        raise refused("empty", file=source.name)
    return content


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
