"""The review of a map, offline and in the file: sent, remarked on, returned with a reason or approved."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from strategikort.application.map_review import Remark, remarks_on, state_told
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.forms.review_dialog import Ui_ReviewDialogForm
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.look.wrapping import wrapping
from strategikort.domain.document import map_titled
from strategikort.domain.edits.reviews import (
    approve_map,
    close_remark,
    remark,
    remove_remark,
    reopen_remark,
    return_map,
    send_map,
)
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.reviews import Comment
from strategikort.domain.shape import Id

_COMMENT_ROLE = Qt.ItemDataRole.UserRole + 1
_GOAL_ROLE = Qt.ItemDataRole.UserRole + 2


class ReviewDialog(QDialog):
    """Stands beside the window, so that goals can be chosen while one writes; follows the document."""

    show_goal = Signal(object)
    """The identity of a goal that was remarked on and shall be seen on the map."""

    def __init__(self, bridge: Bridge, theme: Theme, map: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self.map = bridge, theme, map
        self.form = form = Ui_ReviewDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.tree.setProperty("framed", True)
        header = wrapping(form.tree)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        form.closed_too.toggled.connect(self.refresh)
        form.tree.itemSelectionChanged.connect(self._can)
        form.text.textChanged.connect(self._can)
        form.show_goal.clicked.connect(self._show)
        form.close_remark.clicked.connect(self._close_or_reopen)
        form.remove.clicked.connect(self._remove)
        form.say.clicked.connect(self._say)
        form.answer.clicked.connect(self._answer)
        form.send.clicked.connect(self._send)
        form.approve.clicked.connect(self._approve)
        form.send_back.clicked.connect(self._ask_why)
        form.close.clicked.connect(self.reject)
        for button in (form.show_goal, form.close_remark, form.remove, form.say, form.answer, form.send, form.approve):
            button.setAutoDefault(False)
        form.send.setText(self.tr("Send to %1").replace("%1", f"{bridge.workspace.words.word('director'):the}"))
        bridge.changed.connect(self.refresh)
        bridge.selected.connect(self._offer)
        self.refresh()
        self._offer()

    def refresh(self) -> None:
        """Show the map and what is said of it as they are now; a map that is gone closes the dialog."""
        map, form = self._bridge.document.get(StrategyMap, self.map), self.form
        if map is None:
            self.reject()
            return
        form.heading.setText(map_titled(self._bridge.document, map))
        form.state.setText(" ".join(self._bridge.say(one) for one in state_told(map)))
        form.send.setVisible(map.state is MapState.DRAFT)
        form.approve.setVisible(map.state is MapState.WITH_DIRECTOR)
        form.send_back.setVisible(map.state is MapState.WITH_DIRECTOR)
        chosen = self._comment
        form.tree.clear()
        for one in remarks_on(self._bridge.document, self.map, closed=form.closed_too.isChecked()):
            form.tree.addTopLevelItem(self._line(one))
        form.tree.expandAll()
        self._choose(chosen.id if chosen else None)
        self._can()

    def _line(self, one: Remark) -> QTreeWidgetItem:
        said, goal = one.comment, one.goal
        text = f"{goal.title or goal.code}: {said.text}" if goal and not said.answers else said.text
        day = self._bridge.workspace.words.date(said.said_at.date()) if said.said_at else ""
        ended = self.tr("closed by %1").replace("%1", said.closed_by or "?") if said.closed_on else ""
        line = QTreeWidgetItem([text, ", ".join(part for part in (said.who, day, ended) if part)])
        if goal and not said.answers:
            line.setIcon(0, mark_icon(goal.kind, self._theme))
        line.setToolTip(0, text)
        line.setData(0, _COMMENT_ROLE, said.id)
        line.setData(0, _GOAL_ROLE, said.goal)
        line.addChildren([self._line(answer) for answer in one.answers])
        return line

    @property
    def _comment(self) -> Comment | None:
        """The remark that is chosen in the list."""
        item = next(iter(self.form.tree.selectedItems()), None)
        return self._bridge.document.get(Comment, item.data(0, _COMMENT_ROLE)) if item else None

    def _choose(self, comment: Id | None) -> None:
        tree = self.form.tree
        for row in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(row)
            if item is not None and item.data(0, _COMMENT_ROLE) == comment:
                tree.setCurrentItem(item)

    def _offer(self) -> None:
        """Offer the whole map and the goal that is chosen in the window; that goal first, if there is one."""
        about, goals = self.form.about, self._bridge.chosen(Goal)
        about.clear()
        if len(goals) == 1:
            goal = self._bridge.document.all(Goal)[goals[0]]
            about.addItem(mark_icon(goal.kind, self._theme), f"{goal.code}  {goal.title}".strip(), goal.id)
        about.addItem(self.tr("The whole map"), None)

    def _can(self) -> None:
        form, chosen = self.form, self._comment
        written = bool(form.text.toPlainText().strip())
        form.say.setEnabled(written)
        form.answer.setEnabled(written and chosen is not None)
        form.remove.setEnabled(chosen is not None)
        form.close_remark.setEnabled(chosen is not None and chosen.answers is None)
        form.show_goal.setEnabled(chosen is not None and chosen.goal is not None)
        closed = chosen is not None and chosen.closed_on is not None
        form.close_remark.setText(self.tr("Open again") if closed else self.tr("Close remark"))

    def _write(self, goal: Id | None, answers: Id | None) -> None:
        space = self._bridge.workspace
        made = partial(
            remark,
            map=self.map,
            text=self.form.text.toPlainText().strip(),
            who=space.session.who,
            now=space.session.now(),
            new_id=space.new_id,
            goal=goal,
            answers=answers,
        )
        if self._bridge.edit(made):
            self.form.text.clear()

    def _say(self) -> None:
        self._write(self.form.about.currentData(), None)

    def _answer(self) -> None:
        chosen = self._comment
        if chosen is not None:
            self._write(chosen.goal, chosen.answers or chosen.id)

    def _close_or_reopen(self) -> None:
        chosen, space = self._comment, self._bridge.workspace
        if chosen is None:
            return
        if chosen.closed_on:
            self._bridge.edit(partial(reopen_remark, comment=chosen.id))
        else:
            made = partial(close_remark, comment=chosen.id, who=space.session.who, today=space.today())
            self._bridge.edit(made)

    def _remove(self) -> None:
        chosen = self._comment
        if chosen is not None:
            self._bridge.edit(partial(remove_remark, comment=chosen.id))

    def _show(self) -> None:
        chosen = self._comment
        if chosen is not None and chosen.goal is not None:
            self._bridge.select([chosen.goal])
            self.show_goal.emit(chosen.goal)

    def _send(self) -> None:
        self._bridge.edit(partial(send_map, map=self.map, today=self._bridge.workspace.today()))

    def _approve(self) -> None:
        space = self._bridge.workspace
        self._bridge.edit(partial(approve_map, map=self.map, who=space.session.who, today=space.today()))

    def _ask_why(self) -> None:
        dialog = ReasonDialog(
            self.tr("Why is the map returned?"),
            self.tr("The centre reads the reason first. It stands among the remarks and is never printed."),
            go=self.tr("Return"),
            who=self._bridge.workspace.session.who,
            parent=self,
        )
        dialog.setObjectName("return")
        dialog.accepted.connect(partial(self._return, dialog))
        show_dialog(dialog)

    def _return(self, dialog: ReasonDialog) -> None:
        space = self._bridge.workspace
        made = partial(
            return_map,
            map=self.map,
            why=dialog.why,
            who=dialog.who,
            today=space.today(),
            now=space.session.now(),
            new_id=space.new_id,
        )
        self._bridge.edit(made)
