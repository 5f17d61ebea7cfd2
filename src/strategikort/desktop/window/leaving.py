"""Closing a window whose work stands in no file: asked once, then saved and closed, thrown away, or left open."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from strategikort.desktop.dialogs.messages import SAVE, ask
from strategikort.desktop.window.main_window import DocumentWindow


class Leaving(QObject):
    """The question of one window, and what follows from the answer. It is a child of the window."""

    thrown_away = Signal()
    """The work is not wanted; the window may go."""
    stays = Signal()
    """The window stays open."""

    def __init__(self, window: DocumentWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask, if that is not being asked already; nothing waits for the answer."""
        dialog = ask(
            self._window,
            self.tr("Save the document in a file?"),
            self.tr("It has not been saved in a file yet. If you close now without saving, it is deleted."),
            go=self.tr("Do not save"),
            stay=self.tr("Save ..."),
            cancel=self.tr("Cancel"),
        )
        if dialog is None:
            self.deleteLater()
        else:
            dialog.finished.connect(self._answered)

    def _answered(self, answer: int) -> None:
        if answer == SAVE:
            self._save()
        elif answer == QDialog.DialogCode.Accepted:
            self.thrown_away.emit()
        else:
            self._stay()

    def _save(self) -> None:
        """Have the user choose a place; when the work is there, the window closes."""
        self._window.save()
        place = self._window.findChild(QFileDialog)
        if place is not None:
            place.rejected.connect(self._stay)
        self._window.keeper.failed.connect(self._stay)
        self._window.keeper.state_changed.connect(self._go_when_saved)

    def _go_when_saved(self) -> None:
        session = self._window.bridge.workspace.session
        if session.path is not None and not session.save_state.unsaved and not session.save_state.saving:
            self._window.keeper.state_changed.disconnect(self._go_when_saved)
            self._window.close()

    def _stay(self) -> None:
        self.stays.emit()
        self.deleteLater()
