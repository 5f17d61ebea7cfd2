"""What a delivery made of the council's goals, once it has come in: each line is a door to its goal."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from strategikort.application.delivery import Delivered
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.delivery_dialog import Ui_DeliveryDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.sharing.delivery_lines import GOAL_ROLE, delivery_item, missing_item
from strategikort.domain.goals import Goal, PoliticalGoal


class DeliveryDialog(QDialog):
    """Stays beside the window until it is closed, so that goal after goal can be looked at."""

    wanted = Signal(object)
    """The identity of a goal that shall be brought into sight."""

    def __init__(
        self,
        bridge: Bridge,
        delivery: tuple[Delivered, ...],
        missing: tuple[PoliticalGoal, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.form = Ui_DeliveryDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.heading.setText(self.windowTitle())
        tree = self.form.tree
        tree.setProperty("framed", True)
        self.model = QStandardItemModel(self)
        tree.setModel(self.model)
        tree.setWordWrap(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if delivery:
            self.model.appendRow(delivery_item(bridge, delivery))
        if missing:
            self.model.appendRow(missing_item(bridge, missing))
        tree.expandToDepth(1)
        tree.activated.connect(self._show)
        tree.clicked.connect(self._show)
        self.form.close.clicked.connect(self.reject)

    def _show(self, index: QModelIndex) -> None:
        goal = index.data(GOAL_ROLE)
        if goal and self._bridge.document.get(Goal, goal):
            self._bridge.select([goal])
            self.wanted.emit(goal)
