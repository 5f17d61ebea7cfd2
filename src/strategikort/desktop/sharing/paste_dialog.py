"""A list from another program: what goals it would become, level by level, before any is made."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidgetItem, QWidget

from strategikort.application.drafting import drafts_of, kind_of, moved, without
from strategikort.application.listing import Line
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.paste_dialog import Ui_PasteDialogForm
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.own_keys import own_key
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.drafts import Draft
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import KindWords
from strategikort.domain.shape import room
from strategikort.domain.texts import one_line

_PLACE = Qt.ItemDataRole.UserRole
_GOAL, _LEVEL, _CODE, _DATE = range(4)


class PasteDialog(QDialog):
    """Shows lines as the goals that they would become. `chosen` hands out what was agreed on."""

    chosen = Signal(object, object)
    """The drafts (list of `Draft`), and the `Goal` that those at the top are to support, or None."""

    def __init__(
        self, bridge: Bridge, theme: Theme, lines: Sequence[Line], upper: Goal | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._theme, self._upper = bridge, theme, upper
        self.lines = list(lines)
        self.form = form = Ui_PasteDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        profile = bridge.workspace.profile
        for kind in profile.levels:
            form.top.addItem(mark_icon(kind, theme), f"{bridge.workspace.words.word(kind.value):One}", kind)
        form.top.setCurrentIndex(profile.levels.index(self._usual_top()))
        form.connect_top.setText(
            self.tr("Connect those at the left with »%1«").replace("%1", upper.title if upper else "")
        )
        form.codes.setVisible(any(line.code for line in lines))
        form.list.setStyleSheet("QTreeView::branch { image: none; }")
        form.list.header().setStretchLastSection(False)
        form.list.header().setSectionResizeMode(_GOAL, form.list.header().ResizeMode.Stretch)
        for column, width in ((_LEVEL, 130), (_CODE, 90), (_DATE, 110)):
            form.list.setColumnWidth(column, width)
        form.top.currentIndexChanged.connect(self._show)
        form.codes.toggled.connect(self._show)
        form.list.itemSelectionChanged.connect(self._can)
        form.list.itemChanged.connect(self._retitled)
        form.move_in.clicked.connect(self.move_in)
        form.move_out.clicked.connect(self.move_out)
        form.leave_out.clicked.connect(self.leave_out)
        form.cancel.clicked.connect(self.reject)
        form.paste.clicked.connect(self._paste)
        for keys, slot in (
            ("Alt+Shift+Right", self.move_in),
            ("Alt+Shift+Left", self.move_out),
            ("Del", self.leave_out),
        ):
            own_key(form.list, keys, slot)
        self._show()
        form.list.setFocus()

    @property
    def top(self) -> GoalKind:
        """What lines at the top become."""
        return GoalKind(self.form.top.currentData())

    @property
    def drafts(self) -> list[Draft]:
        """What would be made now."""
        return drafts_of(self.lines, self.top, self._bridge.workspace.profile, codes=self.form.codes.isChecked())

    def _usual_top(self) -> GoalKind:
        """The level under the goal that was selected, or that which a map is for."""
        levels = self._bridge.workspace.profile.levels
        if self._upper:
            return levels[min(levels.index(self._upper.kind) + 1, len(levels) - 1)]
        return GoalKind.CENTRE_GOAL if GoalKind.CENTRE_GOAL in levels else levels[0]

    def _show(self) -> None:
        """Show the lines as they are now; the same ones stay selected."""
        form, selected = self.form, {item.data(_GOAL, _PLACE) for item in self.form.list.selectedItems()}
        with QSignalBlocker(form.list):
            form.list.clear()
            above: list[QTreeWidgetItem] = []
            for place, line in enumerate(self.lines):
                item = self._item(place, line)
                del above[line.level :]
                (above[-1].addChild if above else form.list.addTopLevelItem)(item)
                above.append(item)
                item.setSelected(place in selected)
            form.list.expandAll()
        self._can()
        self._tell()

    def _item(self, place: int, line: Line) -> QTreeWidgetItem:
        words = self._bridge.workspace.words
        kind = kind_of(line, self.top, self._bridge.workspace.profile)
        code = line.code if self.form.codes.isChecked() else ""
        day = words.date(line.day) if line.day else ""
        item = QTreeWidgetItem([line.title, words.word(kind.value).one, code, day])
        item.setIcon(_GOAL, mark_icon(kind, self._theme))
        item.setData(_GOAL, _PLACE, place)
        item.setToolTip(_GOAL, line.note or line.title)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _tell(self) -> None:
        words = self._bridge.workspace.words
        counts = Counter(draft.kind for draft in self.drafts)
        said = (f"{number} {_form(words.word(kind.value), number)}" for kind, number in counts.items())
        self.form.summary.setText(", ".join(said))
        self.form.paste.setEnabled(bool(self.lines))
        upper, profile = self._upper, self._bridge.workspace.profile
        fits = upper is not None and profile.allows(LinkKind.REALISES, self.top, upper.kind)
        self.form.connect_top.setVisible(fits)

    def _can(self) -> None:
        some = bool(self.form.list.selectedItems())
        for button in (self.form.move_in, self.form.move_out, self.form.leave_out):
            button.setEnabled(some)

    def _chosen_places(self) -> list[int]:
        return [item.data(_GOAL, _PLACE) for item in self.form.list.selectedItems()]

    def move_in(self) -> None:
        """Let the selected lines, with those under them, be one level further down."""
        self.lines = moved(self.lines, self._chosen_places(), 1)
        self._show()

    def move_out(self) -> None:
        """Let the selected lines, with those under them, be one level further up."""
        self.lines = moved(self.lines, self._chosen_places(), -1)
        self._show()

    def leave_out(self) -> None:
        """Make no goals of the selected lines."""
        self.lines = without(self.lines, self._chosen_places())
        self.form.list.clearSelection()
        self._show()

    def _retitled(self, item: QTreeWidgetItem, column: int) -> None:
        """Keep a title that was written anew; the other columns say what follows from the line."""
        place, title = item.data(_GOAL, _PLACE), one_line(item.text(_GOAL))
        if column == _GOAL and title:
            self.lines[place] = replace(self.lines[place], title=title[: room(Goal, "title")])
        self._show()

    def _paste(self) -> None:
        wanted = self._upper if self.form.connect_top.isVisibleTo(self) and self.form.connect_top.isChecked() else None
        self.chosen.emit(self.drafts, wanted)
        self.accept()


def _form(word: KindWords, number: int) -> str:
    return word.one if number == 1 else word.many
