"""Import: a file or folder of another program's, what would come in, and what has no place; then one step."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QWidget

from strategikort.application.delivery import Delivered, delivery_of, missing_from
from strategikort.application.importing import plan_import
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import file_dialog
from strategikort.desktop.forms.import_dialog import Ui_ImportDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import FOLDER, Settings
from strategikort.desktop.sharing.delivery_lines import delivery_item, missing_item
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.kinds import KIND_NAMED
from strategikort.domain.phrases import Phrase
from strategikort.exchange.results import Imported


class ImportDialog(QDialog):
    """Shows what a source brings before it is taken in."""

    brought_in = Signal(object, str, object)
    """What has come in: the identity of its first goal, or None if it has none, and a sentence with the numbers.

    Last what it made of the council's goals: a tuple of `Delivered`, and one of the goals that it does not name.
    """

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._imported: Imported | None = None
        self._delivery: tuple[Delivered, ...] = ()
        self._missing: tuple[PoliticalGoal, ...] = ()
        self._planned_for: Document | None = None
        self.source: Path | None = None
        self.form = Ui_ImportDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self._model = QStandardItemModel(self)
        self.form.list.setModel(self._model)
        self.form.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.form.list.setWordWrap(True)
        self.form.bring_in.setEnabled(False)
        self.form.choose_file.clicked.connect(self._ask_file)
        self.form.choose_folder.clicked.connect(self._ask_folder)
        self.form.bring_in.clicked.connect(self.bring_in)
        self.form.cancel.clicked.connect(self.reject)

    def _ask_file(self) -> None:
        dialog = self._file_dialog()
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Goals of other programs (*.csv *.xml *.stratml *.json)"), self.tr("All files (*)")]
        )
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = self._file_dialog()
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _file_dialog(self) -> QFileDialog:
        dialog = file_dialog(self, self.tr("Import"), self._settings.get(FOLDER))
        dialog.fileSelected.connect(self.look_at)
        return dialog

    def look_at(self, name: str) -> None:
        """Read a source and show what it would bring; nothing is changed."""
        source = Path(name)
        self.source = source.parent if source.name in ("goals.csv", "links.csv") else source
        self.form.source.setText(str(self.source))
        self._plan()

    def _plan(self) -> None:
        workspace = self._bridge.workspace
        self._imported = None
        self._model.clear()
        if self.source is None:
            return
        self._planned_for = workspace.document
        try:
            self._imported = plan_import(
                self.source,
                workspace.document,
                profile=workspace.profile,
                new_id=workspace.new_id,
                year=workspace.today().year,
            )
        except KnownFailure as failure:
            self.form.summary.setText(self._bridge.say(failure.phrase))
        else:
            self._show(self._imported)
        self.form.bring_in.setEnabled(bool(self._imported and self._imported.change_set))

    def _show(self, imported: Imported) -> None:
        links = imported.added.get("link", 0)
        text = self.tr("Brings %1 and %n link(s).", "", links).replace("%1", self._counted(imported))
        if imported.skipped or imported.unresolved:
            text = " ".join((text, self.tr("Look at what is left out below.")))
        self.form.summary.setText(text)
        self._list_delivery(imported)
        for head, phrases in (
            (self.tr("Links that lead nowhere"), imported.unresolved),
            (self.tr("Left out: has no place here"), imported.skipped),
            (self.tr("Taken in another form"), imported.repaired),
        ):
            self._list(head, phrases)
        if self._model.rowCount() == 0:
            self._model.appendRow(QStandardItem(self.tr("Nothing is left out.")))

    def _counted(self, imported: Imported) -> str:
        """How many of each kind come in, links apart."""
        words = self._bridge.workspace.words
        counted = []
        for name, number in imported.added.items():
            if name in KIND_NAMED and name in self._bridge.workspace.profile.words:
                word = words.word(name)
                counted.append(f"{number} {word.one if number == 1 else word.many}")
        return ", ".join(counted) or self.tr("no goals")

    def _list(self, head: str, phrases: Iterable[Phrase]) -> None:
        said = [self._bridge.say(one) for one in phrases]
        if not said:
            return
        item = QStandardItem(f"{head} ({len(said)})")
        for text in said:
            item.appendRow(QStandardItem(text))
        self._model.appendRow(item)
        self.form.list.expand(item.index())

    def _list_delivery(self, imported: Imported) -> None:
        """What becomes of the council's goals, each with what hangs on it, and which are not named."""
        before = self._bridge.workspace.document
        self._delivery = delivery_of(before, imported.change_set)
        self._missing = missing_from(before, imported, self._bridge.workspace.today())
        if self._delivery:
            self._model.appendRow(head := delivery_item(self._bridge, self._delivery))
            self.form.list.expandRecursively(head.index(), 1)
        if self._missing:
            self._model.appendRow(missing_item(self._bridge, self._missing))

    def bring_in(self) -> None:
        """Take in what is shown, as one step."""
        if self._planned_for is not self._bridge.document:
            self._plan()
        imported = self._imported
        if imported is None:
            return

        def make(document: Document) -> ChangeSet:
            return imported.change_set

        if self._bridge.edit(make) is not None:
            self.accept()
            self._tell(imported)

    def _tell(self, imported: Imported) -> None:
        """Select what has come in, and say how much it is."""
        fresh = (change.after for change in imported.change_set.changes if change.before is None)
        goals = sorted((one for one in fresh if isinstance(one, Goal)), key=lambda one: (one.kind.level, one.code))
        self._bridge.select(goal.id for goal in goals)
        links = imported.added.get("link", 0)
        text = self.tr("%1 and %n link(s) have come in.", "", links).replace("%1", self._counted(imported))
        self.brought_in.emit(goals[0].id if goals else None, text, (self._delivery, self._missing))
