"""What can be done with a folder of files: opened as one, read again, and each file opened to change it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.application.overlooking import OverviewSession
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog, tell
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.overview import files_dialog
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import Scope

_CHANGING = ("save", "save_as", "import", "new_goal", "new_kind", "paste", "paste_as", "new_map")
"""The actions that make something of nothing, or keep it: not in an overview. What changes a thing is refused."""


class OverviewCommands(QObject):
    """The overview that the window shows, if it is one; and the way to another."""

    folder_wanted = Signal()
    """A folder shall be chosen and shown as one municipality."""
    read = Signal()
    """The files have been read again, whatever has changed in them."""
    parts_wanted = Signal()
    """A file for each centre shall be saved."""
    file_wanted = Signal(object, object, object)
    """The `Path` of a file that shall be opened, and the map and the goal (or None) that shall be seen there."""

    def __init__(self, bridge: Bridge, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._area, self._window = bridge, map_area, window
        session = bridge.workspace.session
        self.session = session if isinstance(session, OverviewSession) else None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "open_folder": self.folder_wanted.emit,
            "overview_file": self._open_file,
            "overview_files": self._list_files,
            "overview_again": self.read_again,
            "part": self.parts_wanted.emit,
        }

    def able(self) -> Mapping[str, bool]:
        """An overview is read again, not changed."""
        overview, whose = self.session is not None, self._bridge.document.municipality
        return {
            "overview_file": self._file() is not None,
            "overview_files": overview,
            "overview_again": overview,
            "part": not overview and whose is not None and whose.scope is Scope.MUNICIPALITY,
            **dict.fromkeys(_CHANGING, not overview),
        }

    def read_again(self) -> None:
        """Read the files again; why that cannot be done is said, and what was read stays."""
        if self.session is None:
            return
        try:
            self.session.read_again()
        except KnownFailure as failure:
            tell(self.tr("The files cannot be read again"), self._bridge.say(failure.phrase), self._window)
        self.read.emit()

    def _file(self) -> Path | None:
        """The file in which what is chosen is changed: the goal, or else the map that is shown."""
        if self.session is None:
            return None
        goal, map = self._goal(), self._bridge.document.get(StrategyMap, self._area.map)
        if goal is not None:
            centre = centre_of(self._bridge.document, goal.owner, goal.valid_from)
            return self.session.overview.file_of(goal.id, centre.id if centre else None)
        return self.session.overview.file_of(map.id, map.centre) if map is not None else None

    def _goal(self) -> Goal | None:
        chosen = self._bridge.chosen(Goal)
        return self._bridge.document.get(Goal, chosen[0]) if len(chosen) == 1 else None

    def _open_file(self) -> None:
        file, goal = self._file(), self._goal()
        if file is not None:
            self.file_wanted.emit(file, self._area.map, goal.id if goal else None)

    def _list_files(self) -> None:
        if self.session is None:
            return
        dialog = files_dialog.FilesDialog(self._bridge, self.session, self._window)
        dialog.file_wanted.connect(self._open_listed)
        show_dialog(dialog)

    def _open_listed(self, file: Path) -> None:
        self.file_wanted.emit(file, None, None)
