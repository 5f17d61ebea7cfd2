"""Where papers go from a dialog: to a printer that is asked for, or into files; and what is said of that."""

import errno
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.printing import put
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings


def ask_printer(parent: QWidget, printer: QPrinter, go: Callable[[], object]) -> QPrintDialog:
    """Ask for a printer, and then ``go``; nothing waits for the answer."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(go)
    QDialog.open(dialog)  # PySide hides it behind an `open` of the printer dialog's own
    return dialog


def sent_text(sheets: int) -> str:
    """What came of printing so many sheets; none means that the printer did not answer."""
    if not sheets:
        return QCoreApplication.translate("Outlets", "The printer does not answer.")
    return QCoreApplication.translate("Outlets", "%n sheet(s) sent to the printer", "", sheets)


def write_out(dialog: QWidget, settings: Settings, files: Iterable[tuple[Path, Callable[[], bytes]]]) -> str:
    """Write files, each made when its turn comes, and remember their folder; gives why not, nothing if all is well.

    Raises:
        KnownFailure: what is to be written cannot be made.
    """
    dialog.setCursor(Qt.CursorShape.WaitCursor)
    try:
        for path, made in files:
            put(path, made())
            settings.put(PRINT_FOLDER, str(path.parent))
    except OSError as failure:
        return unwritten(failure)
    finally:
        dialog.unsetCursor()
    return ""


def unwritten(failure: OSError) -> str:
    """Why a file was not written, and what to do."""
    if failure.errno == errno.EISDIR:
        text = QCoreApplication.translate("Outlets", "A folder has the name %1. Give the file another name.")
        return text.replace("%1", Path(failure.filename or "").name)
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return QCoreApplication.translate("Outlets", "There is no room on the drive. Choose another place.")
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return QCoreApplication.translate("Outlets", "You may not save there. Choose another place.")
    text = QCoreApplication.translate("Outlets", "It cannot be written there: %1. Choose another place.")
    return text.replace("%1", failure.strerror or "")
