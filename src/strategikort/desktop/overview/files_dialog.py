"""The files of an overview: whose each is, when it was saved, and where it says something else than a later one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from strategikort.application.overlooking import OverviewSession
from strategikort.application.overview import Clash, name_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.overview_files_dialog import Ui_OverviewFilesDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.wrapping import wrapping
from strategikort.domain.organisation import OrgUnit

_FILE_ROLE = Qt.ItemDataRole.UserRole + 1


class FilesDialog(QDialog):
    """Lists the files, the last saved first; below each what a file that was saved later says otherwise."""

    file_wanted = Signal(object)
    """The `Path` of a file that shall be opened; the dialog closes."""

    def __init__(self, bridge: Bridge, session: OverviewSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._session = bridge, session
        self.form = form = Ui_OverviewFilesDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.heading.setText(session.path.name)
        form.tree.setProperty("framed", True)
        header = wrapping(form.tree)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        form.tree.itemSelectionChanged.connect(self._can)
        form.tree.itemActivated.connect(self._open)
        form.open_file.clicked.connect(self._open)
        form.close.clicked.connect(self.reject)
        self._list()
        form.tree.setFocus()

    def _list(self) -> None:
        overview, tree = self._session.overview, self.form.tree
        why = dict(overview.problems)
        for file, stamp in overview.stamps.items():
            told = self._bridge.say(why[file]) if file in why else self._whose(file)
            saved = datetime.fromtimestamp(stamp / 1e9).astimezone()
            when = f"{self._bridge.workspace.words.date(saved.date())} {saved:%H.%M}"
            line = self._line(file, file.stem, told, when)
            line.addChildren([self._clash(file, one) for one in overview.clashes if one.left == file])
            tree.addTopLevelItem(line)
        tree.setRootIsDecorated(bool(overview.clashes))
        tree.expandAll()
        tree.setCurrentIndex(tree.model().index(0, 0))

    def _whose(self, file: Path) -> str:
        centre = self._bridge.document.get(OrgUnit, self._session.overview.centres[file])
        return centre.name if centre else self.tr("The whole municipality")

    def _clash(self, file: Path, clash: Clash) -> QTreeWidgetItem:
        later = self.tr("differs from %1, which was saved later and is the one that is shown")
        return self._line(file, name_of(self._bridge.document, clash.record), later.replace("%1", clash.kept.stem), "")

    def _line(self, file: Path, *texts: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem(list(texts))
        line.setData(0, _FILE_ROLE, str(file))
        for column, text in enumerate(texts):
            line.setToolTip(column, text)
        return line

    def _can(self) -> None:
        self.form.open_file.setEnabled(bool(self.form.tree.selectedItems()))

    def _open(self) -> None:
        item = next(iter(self.form.tree.selectedItems()), None)
        if item is not None:
            self.accept()
            self.file_wanted.emit(Path(item.data(0, _FILE_ROLE)))
