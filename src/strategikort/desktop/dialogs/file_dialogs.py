"""The dialogs in which files and folders are chosen, in the user's language where Qt leaves its own."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def file_dialog(parent: QWidget | None, title: str, folder: str) -> QFileDialog:
    """A dialog that begins in ``folder`` and goes when it is closed."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileDialog", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileDialog", "Kind of file:"))
    return dialog


def folder_dialog(parent: QWidget | None, title: str, folder: str) -> QFileDialog:
    """A `file_dialog` in which a folder is chosen; nothing else is seen."""
    dialog = file_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def save_dialog(
    parent: QWidget | None, title: str, folder: str, *, name: str, suffix: str, kinds: Sequence[str]
) -> QFileDialog:
    """A `file_dialog` that asks where to save: under ``name``, and with ``suffix`` where none is written.

    ``kinds`` are what a file can be, as the dialog offers them.
    """
    dialog = file_dialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return dialog
