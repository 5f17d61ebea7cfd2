"""The program with windows: Qt set up, then everything to `Program`."""

import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from strategikort import __version__
from strategikort.application.session import Desk
from strategikort.desktop.canvas.heard_map import interface_of
from strategikort.desktop.dialogs.messages import ReportDialog, fault_report
from strategikort.desktop.house import House
from strategikort.desktop.look.dress import chosen_theme, put_on
from strategikort.desktop.look.settings import TEXT_SIZE, Settings
from strategikort.desktop.look.theme import Theme, system_theme
from strategikort.desktop.look.translating import translate
from strategikort.desktop.neighbours import Doorkeeper, handed_over
from strategikort.desktop.preferences import spoken
from strategikort.desktop.program import Program
from strategikort.domain.collecting import settle

_LOG = logging.getLogger(__name__)
_SETTLED_MS = 2_000
"""After so long the first window is painted, and rubbish is looked for."""
_OF_ITS_OWN = frozenset(("offscreen", "minimal"))
"""Platforms whose clipboard ends with the process."""


def open_window(files: Sequence[Path], *, desk: Desk, language: str, today: date | None = None) -> int:
    """Show ``files``, or the start page; gives the exit code when the last window is closed.

    ``today`` is what counts as this day, by default the desk's. If the program runs already, it shows them.
    """
    app = application()
    if handed_over(files, desk.state_folder):
        return 0
    desk.state_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    door = Doorkeeper(desk.state_folder, app)
    if not door.listening:
        if handed_over(files, desk.state_folder):
            return 0
        door.take_over()
    settings = Settings(desk.state_folder)
    house = House(
        desk=desk,
        language=language,
        theme=dressed(app, spoken(settings, language), chosen_theme(app, settings), int(settings.get(TEXT_SIZE))),
        settings=settings,
        today=(lambda: today) if today else (lambda: desk.clock().date()),
    )
    program = Program(house, app)
    app.aboutToQuit.connect(_leave_clipboard)
    door.asked.connect(program.raise_or_open)
    usual, sys.excepthook = sys.excepthook, fault_hook(app)
    try:
        QTimer.singleShot(0, partial(program.begin, files))
        QTimer.singleShot(_SETTLED_MS, settle)
        return app.exec()
    finally:
        sys.excepthook = usual
        door.close()


def application() -> QApplication:
    """Qt's application, made if there is none yet."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(["strategikort"])
    app.setApplicationName("Strategikort")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("strategikort")
    return app


def dressed(app: QApplication, language: str, theme: Theme | None = None, percent: int = 100) -> Theme:
    """Have ``app`` look and speak as this program does, in the system's colours if no theme is given."""
    chosen = theme or system_theme(app)
    put_on(app, chosen, percent)
    translate(app, language)
    _make_maps_heard(app)
    return chosen


def _make_maps_heard(app: QApplication) -> None:
    """Have Qt ask us for what a map says to assistive technology; once for an application, for it never forgets."""
    if not app.property("maps_heard"):
        QAccessible.installFactory(interface_of)
        app.setProperty("maps_heard", True)


def _leave_clipboard() -> None:
    """What quitting does to the clipboard: the system keeps what it can, text and pictures for other programs.

    Where there is no system's clipboard it is emptied: Qt takes it down after what lies on it, and breaks over that.
    """
    if QGuiApplication.platformName() in _OF_ITS_OWN:
        QGuiApplication.clipboard().clear()


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def fault_hook(app: QApplication) -> Hook:
    """What is done about a fault of ours: it is logged without the user's texts, and told once at a time."""
    shown: list[ReportDialog] = []

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        report = fault_report(kind, trace)
        _LOG.error("%s", report)
        if issubclass(kind, KeyboardInterrupt):
            app.quit()
        elif not (shown and shown[0].isVisible()):
            dialog = ReportDialog(report, app.activeWindow())
            shown[:] = [dialog]
            dialog.open()

    return hook
