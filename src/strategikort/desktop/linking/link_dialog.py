"""Choosing the goal that another shall support: only goals that the municipality's model allows are offered."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.link_dialog import Ui_LinkDialogForm
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.links import link_goals, why_not
from strategikort.domain.goals import Goal
from strategikort.domain.links import LinkKind
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded, sort_key

_ROLE = Qt.ItemDataRole.UserRole + 1


def possible_uppers(bridge: Bridge, lower: Goal) -> list[Goal]:
    """The goals that ``lower`` may be linked to, the nearest level first, then by code and title."""
    document, profile = bridge.document, bridge.workspace.profile
    kinds = {kind for kind in profile.levels if profile.allows(LinkKind.REALISES, lower.kind, kind)}
    found = [
        goal
        for goal in document.all(Goal).values()
        if goal.kind in kinds
        and why_not(document, profile=profile, kind=LinkKind.REALISES, lower=lower, upper=goal) is None
    ]
    return nearest_first(found)


def nearest_first(goals: Iterable[Goal]) -> list[Goal]:
    """Goals in the order in which they are offered."""
    return sorted(goals, key=lambda goal: (-goal.kind.level, sort_key(goal.code), sort_key(goal.title), goal.id))


class LinkDialog(QDialog):
    """Offers the goals that one goal can support; `chosen` is the one picked."""

    def __init__(
        self, bridge: Bridge, theme: Theme, lower: Goal, reason: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._lower = lower
        self.form = Ui_LinkDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.heading.setText(self._heading())
        self.form.reason.setText(reason)
        self.form.reason.setVisible(bool(reason))
        self.form.connect_button.setDefault(True)
        self.form.cancel.clicked.connect(self.reject)
        self.form.connect_button.clicked.connect(self._connect)
        self.form.search.textChanged.connect(self._filter)
        self._theme = theme
        self._goals = self._offered()
        self._model = QStandardItemModel(self)
        self.form.list.setModel(self._model)
        self.form.list.setUniformItemSizes(True)
        self.form.list.setEditTriggers(self.form.list.EditTrigger.NoEditTriggers)
        self.form.list.doubleClicked.connect(self._connect)
        self.form.list.selectionModel().currentChanged.connect(self._can)
        self._filter("")
        self.form.search.setFocus()

    def _heading(self) -> str:
        return self.tr("Which goal does »%1« support?").replace("%1", self._lower.title or self._lower.code)

    def _offered(self) -> list[Goal]:
        return possible_uppers(self._bridge, self._lower)

    def _made(self, document: Document, chosen: Id) -> ChangeSet:
        space = self._bridge.workspace
        return link_goals(document, profile=space.profile, new_id=space.new_id, lower=self._lower.id, upper=chosen)

    @property
    def chosen(self) -> Id | None:
        """The goal that is marked in the list."""
        index = self.form.list.currentIndex()
        return index.data(_ROLE) if index.isValid() else None

    def choose(self, goal: Id) -> None:
        """Mark a goal in the list, if it is there."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(_ROLE) == goal:
                self.form.list.setCurrentIndex(index)

    def _filter(self, text: str) -> None:
        wanted = folded(text)
        self._model.clear()
        orgs = self._bridge.document.all(OrgUnit)
        for goal in self._goals:
            owner = orgs.get(goal.owner) if goal.owner else None
            words = f"{goal.code}  {goal.title}" + (f"  ·  {owner.name}" if owner else "")
            if wanted in folded(words):
                item = QStandardItem(mark_icon(goal.kind, self._theme), words)
                item.setData(goal.id, _ROLE)
                self._model.appendRow(item)
        self.form.none.setVisible(self._model.rowCount() == 0)
        if self._model.rowCount():
            self.form.list.setCurrentIndex(self._model.index(0, 0))
        self._can()

    def _can(self) -> None:
        self.form.connect_button.setEnabled(self.chosen is not None)

    def _connect(self) -> None:
        chosen = self.chosen
        if chosen is not None and self._bridge.edit(lambda document: self._made(document, chosen)) is not None:
            self.accept()
