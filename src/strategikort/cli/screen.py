"""Whether a window could be shown here: asked of the screen itself, for Qt ends the process where none answers."""

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_PATIENCE: Final = 3.0
"""Seconds in which a screen on another machine has to answer."""
_FIRST_PORT: Final = 6000


def has_screen(environment: Mapping[str, str]) -> bool:
    """Always on Windows and macOS; elsewhere if the display that the environment names answers."""
    if sys.platform in ("win32", "darwin"):
        return True
    return _wayland_answers(environment) or _x_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    return bool(name) and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/run"), str(name))))


def _x_answers(display: str) -> bool:
    named = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(?:\.\d+)?", display)
    if named is None:
        return False
    host, number = named["host"].rpartition("/")[2], int(named["number"])
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X itself has it
        return _answers(path) or _answers(f"\0{path}")
    try:
        socket.create_connection((host, _FIRST_PORT + number), timeout=_PATIENCE).close()
    except OSError:
        return False
    return True


def _answers(path: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as there:
            there.settimeout(_PATIENCE)
            there.connect(path)
    except OSError:
        return False
    return True
