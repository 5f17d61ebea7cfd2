"""The follow-ups of a goal in its panel: when it is looked at, how it is going, what follows; all fields unfolded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import cross, flat
from strategikort.desktop.fields.editors import commit_all
from strategikort.desktop.fields.record_form import RecordForm
from strategikort.desktop.look.days import day_text
from strategikort.desktop.look.words import word_of
from strategikort.domain.agreements import FollowUp
from strategikort.domain.document import Document
from strategikort.domain.edits.records import add_records, remove_record
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.shape import Id

ROWS = (
    ("kind",),
    ("status",),
    ("planned_on", "done_on"),
    ("explanation",),
    ("next_step",),
    ("learning_point",),
    ("participants",),
    ("consequence",),
    ("consequence_text",),
)


def follow_ups_of(document: Document, goal: Id) -> tuple[FollowUp, ...]:
    """The follow-ups of a goal, the earliest first, those without a day last."""
    found = document.grouped(FollowUp, "goal").get(goal, ())
    return tuple(sorted(found, key=lambda one: (str(one.planned_on or one.done_on or "~"), one.id)))


class FollowUpCard(QFrame):
    """One follow-up."""

    def __init__(self, bridge: Bridge, follow_up: FollowUp, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._bridge = bridge
        self.follow_up = follow_up.id
        self.record_form: RecordForm | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 8, 10, 8)
        self._box.setSpacing(4)
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setProperty("strong", True)
        self.remove = cross(self.tr("Remove the follow-up"), self)
        self.remove.clicked.connect(self._take_away)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(row)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setProperty("muted", True)
        self._box.addWidget(self._said)
        self.toggle = flat(self.tr("Write the follow-up"), self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._unfold)
        self._box.addWidget(self.toggle)
        self.refresh()

    def refresh(self) -> None:
        """Show the follow-up as it stands now."""
        found = self._bridge.document.get(FollowUp, self.follow_up)
        if found is None:
            return
        day = found.done_on or found.planned_on
        status = self._bridge.workspace.words.text(f"status.{found.status.value}")
        parts = (word_of(found.kind), day_text(day) if day else "", status)
        self.head.setText(" · ".join(part for part in parts if part))
        self._said.setText(found.explanation)
        self._said.setVisible(bool(found.explanation) and not self.toggle.isChecked())
        if self.record_form is not None:
            self.record_form.show_record(found)

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self.record_form is None:
            self.record_form = RecordForm(self._bridge, FollowUp, ROWS, self)
            self._box.addWidget(self.record_form)
        if self.record_form is not None:
            commit_all(self.record_form)
            self.record_form.setVisible(unfolded)
        self.refresh()

    def _take_away(self) -> None:
        commit_all(self)
        gone = self.follow_up
        self._bridge.edit(lambda document: remove_record(document, FollowUp, gone, code="edit.remove_follow_up"))


class FollowUpsSection(QWidget):
    """The follow-ups of the goal that is shown, when its agreement is followed up, and a way to add one."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._goal: Goal | None = None
        self.cards: list[FollowUpCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 10, 0, 0)
        self._box.setSpacing(6)
        caption = QLabel(self.tr("Follow-ups"), self)
        caption.setProperty("caption", True)
        self.common = QLabel(self)
        self.common.setTextFormat(Qt.TextFormat.PlainText)
        self.common.setWordWrap(True)
        self.common.setProperty("muted", True)
        self.add = flat(self.tr("Add a follow-up"), self)
        self.add.clicked.connect(self._add)
        for widget in (caption, self.common, self.add):
            self._box.addWidget(widget)

    def show_goal(self, goal: Goal) -> None:
        """Show the follow-ups of ``goal`` as they stand now."""
        self._goal = goal
        found = follow_ups_of(self._bridge.document, goal.id)
        kept = {card.follow_up: card for card in self.cards}
        self.cards = [kept.pop(one.id) if one.id in kept else FollowUpCard(self._bridge, one, self) for one in found]
        for gone in kept.values():
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, card in enumerate(self.cards, start=2):
            self._box.insertWidget(place, card)
            card.refresh()
        self._show_common(goal)

    def _show_common(self, goal: Goal) -> None:
        """Say when the whole agreement is followed up, which holds for every goal in it."""
        agreement = goal.agreement if isinstance(goal, UnitGoal) else None
        papers = self._bridge.document.grouped(FollowUp, "agreement").get(agreement, ()) if agreement else ()
        days = sorted({one.planned_on for one in papers if one.goal is None and one.planned_on})
        text = self.tr("The whole agreement is followed up on %1.")
        self.common.setText(text.replace("%1", ", ".join(map(day_text, days))) if days else "")
        self.common.setVisible(bool(days))

    def _add(self) -> None:
        goal, workspace = self._goal, self._bridge.workspace
        if goal is None:
            return
        made = FollowUp(
            id=workspace.new_id(),
            goal=goal.id,
            agreement=goal.agreement if isinstance(goal, UnitGoal) else None,
            planned_on=workspace.today(),
        )
        if self._bridge.edit(lambda document: add_records("edit.add_follow_up", [made])) is not None:
            card = next(card for card in self.cards if card.follow_up == made.id)
            card.toggle.setChecked(True)
