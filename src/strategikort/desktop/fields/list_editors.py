"""Entry fields for values that are small lists: the milestones of an effort, and where a goal stands in the balance."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.editors import Editor
from strategikort.desktop.fields.entry import Choice, Line
from strategikort.desktop.look.days import day_text, read_day
from strategikort.domain.goals import Milestone
from strategikort.domain.profile import BalancePair
from strategikort.domain.shape import Field, Record
from strategikort.domain.texts import one_line

_TEXT_MOST = 200


class MilestonesEditor(Editor):
    """The milestones of an effort, one a line: a day and what has happened by then."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        whole = QWidget(self)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._rows: list[_MilestoneRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        box.addLayout(self._list)
        self.add = QPushButton(self.tr("Add milestone"), whole)
        self.add.setProperty("flat_link", True)
        self.add.clicked.connect(self._add_row)
        box.addWidget(self.add)
        self.place(whole)

    @override
    def display(self, value: object, *, same: bool) -> None:
        milestones = tuple(one for one in value if isinstance(one, Milestone)) if isinstance(value, tuple) else ()
        if same and self._written() == milestones:
            return
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for milestone in milestones:
            self._put_row(day_text(milestone.on), milestone.text)

    @override
    def commit(self) -> None:
        written = self._written()
        if written is not None:
            self.hint("")
            self.fill(tuple(sorted(written, key=lambda one: (one.on, one.text))))
        else:
            self.hint(self.tr("Write a day like 15.2.2015, and at most 200 characters."), wrong=True)

    def _written(self) -> tuple[Milestone, ...] | None:
        try:
            return tuple(one for row in self._rows if (one := row.milestone()) is not None)
        except ValueError:
            return None

    def _add_row(self) -> None:
        self._put_row(day_text(self.bridge.workspace.today()), "").text.setFocus()

    def _put_row(self, day: str, text: str) -> "_MilestoneRow":
        row = _MilestoneRow(day, text, self)
        row.day.left.connect(self.commit)
        row.text.left.connect(self.commit)
        row.remove.clicked.connect(self._remove_row)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove_row(self) -> None:
        row = self.sender().parent()
        self._rows = [one for one in self._rows if one is not row]
        if isinstance(row, QWidget):
            self._list.removeWidget(row)
            row.deleteLater()
        self.commit()


class _MilestoneRow(QWidget):
    """One milestone; a row without text is none."""

    def __init__(self, day: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.day = Line(self)
        self.day.setText(day)
        self.day.setFixedWidth(88)
        self.day.setAccessibleName(self.tr("Day"))
        self.text = Line(self)
        self.text.setText(text)
        self.text.setCursorPosition(0)
        self.text.setAccessibleName(self.tr("Milestone"))
        self.remove = QToolButton(self)
        self.remove.setText("×")
        self.remove.setProperty("plain", True)
        self.remove.setToolTip(self.tr("Remove milestone"))
        self.remove.setAccessibleName(self.tr("Remove milestone"))
        for widget in (self.day, self.text, self.remove):
            box.addWidget(widget)

    def milestone(self) -> Milestone | None:
        """What the row says. Raises ValueError if the day is none or the text too long."""
        text = one_line(self.text.text())
        if not text:
            return None
        day: date | None = read_day(self.day.text())
        if day is None or len(text) > _TEXT_MOST:
            raise ValueError(text)
        return Milestone(day, text)


class BalanceEditor(Editor):
    """For each balance pair of the model, which of its poles the goal is on, or neither."""

    def __init__(
        self,
        bridge: Bridge,
        kind: type[Record],
        field: Field,
        caption: str,
        parent: QWidget | None = None,
        *,
        pairs: Sequence[BalancePair],
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self._pairs = tuple(pairs)
        self._others: tuple[str, ...] = ()
        self._choices: list[Choice] = []
        whole = QWidget(self)
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, pair in enumerate(self._pairs):
            choice = Choice(whole)
            choice.addItems(["–", *pair.names])
            choice.setAccessibleName(" / ".join(pair.names))
            choice.activated.connect(self._chosen)
            name = QLabel(" / ".join(pair.names), whole)
            name.setProperty("caption", True)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setBuddy(choice)
            grid.addWidget(name, place // 2 * 2, place % 2)
            grid.addWidget(choice, place // 2 * 2 + 1, place % 2)
            self._choices.append(choice)
        if not self._pairs:
            grid.addWidget(QLabel("–", whole), 0, 0)
        self.place(whole)

    @override
    def display(self, value: object, *, same: bool) -> None:
        poles = tuple(str(one) for one in value) if isinstance(value, tuple) else ()
        known = {pole for pair in self._pairs for pole in pair.poles}
        self._others = tuple(pole for pole in poles if pole not in known)
        for pair, choice in zip(self._pairs, self._choices, strict=True):
            place = next((row for row, pole in enumerate(pair.poles, start=1) if pole in poles), 0)
            choice.setCurrentIndex(place)

    def _chosen(self) -> None:
        poles = [
            pair.poles[choice.currentIndex() - 1]
            for pair, choice in zip(self._pairs, self._choices, strict=True)
            if choice.currentIndex() > 0
        ]
        self.fill((*poles, *self._others))
