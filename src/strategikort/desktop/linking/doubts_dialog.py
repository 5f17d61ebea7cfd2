"""*Passer jeres mål stadig?*: goals above that have changed, and the goals below that have to answer."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from strategikort.cascade.changed_above import Difference, Question, asked_over, differences, questions_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.doubts_dialog import Ui_DoubtsDialogForm
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.look.wrapping import wrapping
from strategikort.domain.edits.reviews import confirm_above
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id

_LINK_ROLE = Qt.ItemDataRole.UserRole + 1
_GOAL_ROLE = Qt.ItemDataRole.UserRole + 2


class DoubtsDialog(QDialog):
    """Lists what has changed above; *Ja, det passer* answers for what is chosen, a goal above for all below it."""

    show_goal = Signal(object)
    """The identity of a goal that shall be changed instead; the dialog closes."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.form = Ui_DoubtsDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        form = self.form
        form.heading.setText(self.windowTitle())
        form.tree.setProperty("framed", True)
        header = wrapping(form.tree)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        form.fits.setDefault(True)
        form.fits.clicked.connect(self._confirm)
        form.show_goal.clicked.connect(self._show)
        form.close.clicked.connect(self.reject)
        form.tree.itemSelectionChanged.connect(self._can)
        bridge.changed.connect(self.refresh)
        self.refresh()
        form.tree.setFocus()

    def refresh(self) -> None:
        """Ask what is to be asked of the document as it stands."""
        questions, form = questions_of(self._bridge.document), self.form
        form.tree.clear()
        form.tree.addTopLevelItems([self._asked(one) for one in questions])
        for above in self._above():
            above.setFirstColumnSpanned(True)
        form.tree.expandAll()
        open_ones = sum(len(one.links) for one in questions)
        form.said.setText(self.tr("%n goal(s) to answer for", "", open_ones) if open_ones else self.tr("All answered."))
        for first in self._above()[:1]:
            form.tree.setCurrentItem(first)
        self._can()

    def choose(self, goal: Id) -> None:
        """Mark the lines of a goal that is asked, or of those above it whose answers it waits for, if there are any."""
        tree = self.form.tree
        asked = asked_over(self._bridge.document, self._bridge.doubts, goal)
        lines = [line for above in self._above() for line in _children(above) if line.data(0, _GOAL_ROLE) in asked]
        if lines:
            tree.clearSelection()
            tree.setCurrentItem(lines[0])
            for line in lines:
                line.setSelected(True)

    def _above(self) -> list[QTreeWidgetItem]:
        tree = self.form.tree
        return [item for row in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(row)) is not None]

    def _asked(self, question: Question) -> QTreeWidgetItem:
        above = self._line(question.upper, "")
        for link in question.links:
            lower = self._bridge.document.all(Goal)[link.lower]
            told = " ".join(self._bridge.say(one) for one in _told(link, question.upper))
            line = self._line(lower, told)
            line.setData(0, _LINK_ROLE, link.id)
            above.addChild(line)
        return above

    def _line(self, goal: Goal, told: str) -> QTreeWidgetItem:
        owner = self._bridge.document.get(OrgUnit, goal.owner)
        named = f"{goal.code}  {goal.title}".strip() + (f"  ·  {owner.name}" if owner else "")
        line = QTreeWidgetItem([named, told])
        line.setIcon(0, mark_icon(goal.kind, self._theme))
        line.setData(0, _GOAL_ROLE, goal.id)
        for column, text in enumerate((named, told)):
            line.setToolTip(column, text)
        return line

    @property
    def _chosen(self) -> tuple[Id, ...]:
        """The links that are answered for: those of the chosen lines, under a goal above all of them."""
        lines: list[QTreeWidgetItem] = []
        for item in self.form.tree.selectedItems():
            lines += [item] if item.data(0, _LINK_ROLE) else _children(item)
        return tuple(dict.fromkeys(line.data(0, _LINK_ROLE) for line in lines))

    def _can(self) -> None:
        chosen = self._chosen
        self.form.fits.setEnabled(bool(chosen))
        self.form.show_goal.setEnabled(bool(chosen))

    def _confirm(self) -> None:
        self._bridge.edit(partial(confirm_above, links=self._chosen))

    def _show(self) -> None:
        item = next(iter(self.form.tree.selectedItems()), None)
        if item is not None:
            self.accept()
            self.show_goal.emit(item.data(0, _GOAL_ROLE))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [line for row in range(item.childCount()) if (line := item.child(row)) is not None]


def _told(link: Link, upper: Goal) -> Iterable[Phrase]:
    """What is new above a goal since it was linked or last confirmed."""
    for difference in differences(link, upper):
        if difference is Difference.TITLE:
            yield phrase("doubt.title", old=link.seen_title)
        elif difference is Difference.WORDS:
            yield phrase("doubt.words")
        elif upper.valid_from and upper.valid_to:
            yield phrase("doubt.days", first=upper.valid_from, last=upper.valid_to)
        else:
            yield phrase("doubt.open_days")
