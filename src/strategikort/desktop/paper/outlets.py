"""Where papers go from a dialog: to a printer that is asked for, or into files; and what is said of that."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


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


def unwritten_text(failure: OSError) -> str:
    """Why a file was not written, and what to do."""
    text = QCoreApplication.translate("Outlets", "It cannot be written there: %1. Choose another place.")
    return text.replace("%1", failure.strerror or "")
