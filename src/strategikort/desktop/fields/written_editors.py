"""Entry fields for values that are written as text and may be written wrongly: days and figures."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.editors import Editor, pause_timer
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.look.days import day_text, figure_text, read_day, read_figure
from strategikort.domain.shape import Field, Record


class WrittenEditor(Editor):
    """A value that is written as text and may be written wrongly: a day or a figure."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self.line = Line(self)
        self._pause = pause_timer(self)
        self._pause.timeout.connect(self.commit)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self.leave)

    @property
    @override
    def pending(self) -> bool:
        return self._pause.isActive()

    def written(self, value: object) -> str:
        """How ``value`` is written."""
        raise NotImplementedError

    def read(self, text: str) -> object:
        """The value that ``text`` says. Raises ValueError if it says none."""
        raise NotImplementedError

    def complaint(self) -> str:
        """What is said of a text that says no value."""
        raise NotImplementedError

    @override
    def display(self, value: object, *, same: bool) -> None:
        if same and (self.pending or self.line.hasFocus()):
            return
        self._pause.stop()
        self.line.setText(self.written(value))
        self._judge()

    @override
    def commit(self) -> None:
        self._pause.stop()
        if self._judge():
            self.fill(self.read(self.line.text()))

    def leave(self) -> None:
        """Keep what was written, and show it as it is usually written."""
        self.commit()
        if not self.line.property("wrong"):
            self.line.setText(self.written(self._shown))

    def _typed(self) -> None:
        self._pause.start()
        self.bridge.typing.emit()

    def _judge(self) -> bool:
        try:
            self.read(self.line.text())
        except ValueError:
            wrong = True
        else:
            wrong = False
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        self.hint(self.complaint() if wrong else "", wrong=wrong)
        return not wrong


class DayEditor(WrittenEditor):
    """A day, written as 15.2.2015 or picked from a calendar; empty for none where none is allowed."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self.line.setPlaceholderText(self.tr("d.m.yyyy"))
        box.addWidget(self.line, 1)
        self._button = QToolButton(row)
        self._button.setProperty("plain", True)
        self._button.setArrowType(Qt.ArrowType.DownArrow)
        self._button.setToolTip(self.tr("Choose in the calendar"))
        self._button.setAccessibleName(self.tr("Choose in the calendar"))
        self._button.clicked.connect(self._open_calendar)
        box.addWidget(self._button)
        self.place(row)
        self.caption.setBuddy(self.line)
        self.line.setAccessibleName(caption)

    @override
    def written(self, value: object) -> str:
        return day_text(value) if isinstance(value, date) else ""

    @override
    def read(self, text: str) -> object:
        day = read_day(text)
        if day is None and not self.field.optional:
            raise ValueError(text)
        return day

    @override
    def complaint(self) -> str:
        return self.tr("Write a day like 15.2.2015.")

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        day = self._shown if isinstance(self._shown, date) else self.bridge.workspace.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(self._picked)
        calendar.clicked.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _picked(self, picked: QDate) -> None:
        self.line.setText(day_text(date(picked.year(), picked.month(), picked.day())))
        self.commit()


class FigureEditor(WrittenEditor):
    """A figure, with decimal comma; whole numbers where the field holds only those."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self.place(self.line)

    @override
    def written(self, value: object) -> str:
        return figure_text(value) if isinstance(value, (Decimal, int)) else ""

    @override
    def read(self, text: str) -> object:
        figure = read_figure(text)
        if figure is None and not self.field.optional:
            raise ValueError(text)
        if figure is not None and self.field.type is int:
            if figure != figure.to_integral_value() or abs(figure) > 10**9:
                raise ValueError(text)
            return int(figure)
        return figure

    @override
    def complaint(self) -> str:
        return self.tr("Write a whole number.") if self.field.type is int else self.tr("Write a figure like 82,5.")
