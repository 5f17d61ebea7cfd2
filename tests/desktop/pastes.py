"""A person who copies or pastes in a process of their own: ``copy FILE TITLE``, or ``paste FILE``.

The copier stays, as a window does that is left open, and with ``leave`` for ``copy`` goes; what each has done it says
on a line.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from strategikort.__main__ import desk, open_window
from strategikort.desktop.app import application
from strategikort.desktop.sharing.clipboard import taken
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.goals import Goal


def act(what: str, title: str) -> None:
    """Copy the goal with a title, or paste; look again if there is no window yet, or nothing to paste."""
    window = next((one for one in application().topLevelWidgets() if isinstance(one, DocumentWindow)), None)
    if window is None or (what == "paste" and taken() is None):
        QTimer.singleShot(50, partial(act, what, title))
        return
    if what != "paste":
        goals = window.bridge.document.all(Goal).values()
        window.bridge.select([goal.id for goal in goals if goal.title == title])
    window.actions_by_id["paste" if what == "paste" else "copy"].trigger()
    chosen = [window.bridge.document.all(Goal)[one].title for one in window.bridge.selection]
    print(f"{what} {chosen}", flush=True)
    if what != "copy":
        QTimer.singleShot(0, window.close)


def main(what: str, file: str, rest: Sequence[str]) -> int:
    """The program as it is started, with a person in it."""
    application()
    QTimer.singleShot(0, partial(act, what, *(rest or [""])))
    return open_window([Path(file)], desk=desk(), language="da")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
