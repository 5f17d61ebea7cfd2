"""The real program, started as a process of its own; what is waited for has a limit, and nothing outlives its test."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from strategikort.__main__ import desk, open_window
from strategikort.desktop.app import application
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal

LIMIT_MS = 30_000
ACKNOWLEDGED = "edited"
"""The file in the state folder that says that the edit was made."""

Process = subprocess.Popen[str]


@contextmanager
def started(state: Path, *files: Path, title: str = "") -> Iterator[Process]:
    """The program with ``files``; with ``title`` a person in it gives the first goal that title."""
    module = "tests.desktop.starts" if title else "strategikort"
    arguments = [sys.executable, "-m", module, *([title] if title else []), *map(str, files)]
    environment = {**os.environ, "STRATEGIKORT_STATE": str(state), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=LIMIT_MS / 1000)


def edit(title: str) -> None:
    """Give the first goal of the window that is open a title, and say so in a file; look again if there is none yet."""
    app = application()
    window = next((one for one in app.topLevelWidgets() if isinstance(one, DocumentWindow)), None)
    if window is None:
        QTimer.singleShot(20, partial(edit, title))
        return
    goal = min(window.bridge.document.all(Goal))
    if window.bridge.edit(lambda one: set_field(one, Goal, goal, "title", title)):
        (desk().state_folder / ACKNOWLEDGED).touch()


def main(title: str, files: Sequence[str]) -> int:
    """The program as it is started, with a person in it."""
    application()
    QTimer.singleShot(0, partial(edit, title))
    return open_window([Path(file) for file in files], desk=desk(), language="da")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
