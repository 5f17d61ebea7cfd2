"""Calm dialogs: something that cannot be done and why; and what to do when the program itself is at fault."""

import platform
import sys
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from strategikort import __version__
from strategikort.desktop.forms.about_dialog import Ui_AboutDialogForm
from strategikort.desktop.forms.message_dialog import Ui_MessageDialogForm
from strategikort.desktop.forms.report_dialog import Ui_ReportDialogForm
from strategikort.desktop.look.room import fits_texts

SAVE: Final = 2
"""The result of a question with three answers that is neither accepted nor rejected."""

_HOME: Final = Path(__file__).parents[1]


class MessageDialog(QDialog):
    """One sentence and a way on; with ``other``, a second way, taken when the result is accepted.

    With ``cancel`` there is a third way, which is to do nothing; then the first one's result is `SAVE`.
    """

    def __init__(
        self,
        heading: str,
        text: str,
        parent: QWidget | None = None,
        *,
        other: str = "",
        close: str = "",
        cancel: str = "",
    ) -> None:
        super().__init__(parent)
        self.form = Ui_MessageDialogForm()
        self.form.setupUi(self)
        self.form.heading.setText(heading)
        self.form.text.setText(text)
        self.form.other.setText(other)
        self.form.other.setVisible(bool(other))
        if close:
            self.form.close.setText(close)
        self.form.close.setDefault(True)
        self.form.other.clicked.connect(self.accept)
        self.form.cancel.setText(cancel)
        self.form.cancel.setVisible(bool(cancel))
        self.form.cancel.clicked.connect(self.reject)
        self.form.close.clicked.connect(partial(self.done, SAVE) if cancel else self.reject)
        fits_texts(self, self.width())


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog that goes when it is closed; nothing waits for it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def tell(heading: str, text: str, parent: QWidget | None = None) -> MessageDialog:
    """Show a message that does not hold up anything."""
    dialog = MessageDialog(heading, text, parent)
    show_dialog(dialog)
    return dialog


def ask(window: QWidget, heading: str, text: str, *, go: str, stay: str, cancel: str = "") -> MessageDialog | None:
    """Ask whether to leave ``window``: accepted to go, rejected to stay; None if that is being asked already.

    With ``cancel``, that is what is rejected, and ``stay`` is answered with `SAVE`.

    Nothing waits here for the answer, so the program goes on, and later starts of it are heard.
    """
    if any(one.isVisible() for one in window.findChildren(MessageDialog, "leaving")):
        return None
    dialog = MessageDialog(heading, text, window, other=go, close=stay, cancel=cancel)
    dialog.setObjectName("leaving")
    show_dialog(dialog)
    return dialog


class ReportDialog(QDialog):
    """A fault of the program: the work is safe, and here is what to send to the makers."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ReportDialogForm()
        self.form.setupUi(self)
        self.form.details.setPlainText(details)
        self.form.copy.clicked.connect(self._copy)
        fits_texts(self, self.width())
        self.form.close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.details.toPlainText())


class AboutDialog(QDialog):
    """What the program is, which version, under which licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_AboutDialogForm()
        self.form.setupUi(self)
        self.form.version.setText(self.tr("Version %1").replace("%1", __version__))
        fits_texts(self, self.width())
        self.form.close.clicked.connect(self.accept)


def fault_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What happened, for the makers: places in the program and the kind of fault, no texts of the user's."""
    lines = [
        f"Strategikort {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {sys.platform}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        place = file.relative_to(_HOME).as_posix() if file.is_relative_to(_HOME) else file.name
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)
