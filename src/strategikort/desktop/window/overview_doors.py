"""From a window to the files of a folder: seen as one municipality, opened each, made of the municipality's own."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from strategikort.application.parting import save_parts
from strategikort.desktop.dialogs.file_dialogs import folder_dialog
from strategikort.desktop.dialogs.messages import MessageDialog, show_dialog, tell
from strategikort.desktop.house import House
from strategikort.desktop.look.settings import FOLDER
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.overview_bar import OverviewBar
from strategikort.domain.failures import KnownFailure


class OverviewDoors(QObject):
    """Goes with one window; where that shows an overview, it begins with *Ledelse* and has a bar of its own."""

    folder_wanted = Signal()
    """A folder shall be chosen and shown as one municipality."""
    file_wanted = Signal(object, object, object)
    """The `Path` of a file or folder to be opened, and the map and the goal (or None) to be seen there."""

    def __init__(self, window: DocumentWindow, house: House) -> None:
        super().__init__(window)
        self._window, self._house = window, house
        window.overview.folder_wanted.connect(self.folder_wanted)
        window.overview.file_wanted.connect(self.file_wanted)
        window.overview.parts_wanted.connect(self._ask_where)
        if window.overview.session is not None:
            OverviewBar(window, window.overview.session, house.theme)
            window.actions_by_id["view_leading"].trigger()

    def _ask_where(self) -> None:
        title = self.tr("Save a file for each centre")
        dialog = folder_dialog(self._window, title, self._house.settings.get(FOLDER))
        dialog.fileSelected.connect(self.part)
        dialog.open()

    def part(self, folder: str) -> None:
        """Save a file for each centre in a folder, and say how many, or why not."""
        check = self._window.bridge.workspace.asking()
        self._window.setCursor(Qt.CursorShape.WaitCursor)
        try:
            files = save_parts(check, Path(folder), desk=self._house.desk)
        except KnownFailure as failure:
            tell(self.tr("The files cannot be saved"), self._window.bridge.say(failure.phrase), self._window)
            return
        finally:
            self._window.unsetCursor()
        text = self.tr("%n file(s) saved in “%1”.", "", len(files)).replace("%1", Path(folder).name)
        more = self.tr("Each holds what its centre needs. Put together again as an overview, they are the whole.")
        dialog = MessageDialog(
            self.tr("A file for each centre"), f"{text} {more}", self._window, other=self.tr("See them as overview")
        )
        dialog.accepted.connect(lambda: self.file_wanted.emit(Path(folder), None, None))
        show_dialog(dialog)
