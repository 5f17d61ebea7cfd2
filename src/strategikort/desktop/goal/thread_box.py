"""The red thread of a goal, from the vision down to it: the first thing about a goal."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from strategikort.cascade.breaks import reason
from strategikort.cascade.paths import all_threads
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.look.fonts import enlarged, scaled
from strategikort.desktop.look.marks import paint_mark
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id

_SHOWN = 3
_EDGE = 12
_MARK = 11
_LEAST_ROW = 24


class ThreadBox(QWidget):
    """The first few threads of one goal, step by step; a click on a step selects that goal."""

    wanted = Signal(object)
    """The identity of the goal that was clicked."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._rows: list[tuple[Goal | None, bool, bool]] = []
        self._verdict = ""
        self._good = True
        self._reason = ""
        self._more = ""
        self._places: list[tuple[QRect, Id]] = []
        self._goal: Id | None = None
        self._focused = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_goal(self, goal: Goal) -> None:
        """Show the threads of ``goal``."""
        document = self._bridge.document
        self._goal = goal.id
        found = all_threads(document, goal.id, limit=_SHOWN)
        self._rows = []
        for path in found.shown:
            for place, step in enumerate(path):
                self._rows.append((step, place > 0, place == len(path) - 1))
        more = found.total - len(found.shown)
        self._more = self.tr("and %n more way(s)", "", more) if more > 0 else ""
        self._judge(goal)
        self._focused = 0
        self.setAccessibleName(self.tr("Red thread"))
        spoken = [step.title or step.code for step, _, _ in self._rows if step]
        self.setAccessibleDescription(". ".join([self._verdict, *spoken, self._reason]))
        self.updateGeometry()
        self.setFixedHeight(self._height(max(self.width(), 200)))
        self.update()

    def _judge(self, goal: Goal) -> None:
        document, words = self._bridge.document, self._bridge.workspace.words
        self._reason = ""
        if goal.kind is GoalKind.VISION_ELEMENT or not goal.title:  # its first title is just being written
            self._good, self._verdict = True, ""
            return
        verdict = verdicts_of(document).of(goal.id)
        political = f"{words.word('political_goal'):a}"
        self._good = not verdict.broken
        if goal.kind is GoalKind.POLITICAL_GOAL:
            self._verdict = "" if self._good else self.tr("does not count")
        elif verdict is Thread.REACHES:
            self._verdict = self.tr("✓ reaches %1").replace("%1", political)
        elif verdict is Thread.RESTS_ON_PROPOSED:
            self._verdict = self.tr("✓ reaches a proposal")
        else:
            self._verdict = self.tr("▲ broken thread")
        why = None if self._good else reason(document, goal.id)
        self._reason = self._bridge.say(why) if why else ""

    @property
    def _row(self) -> int:
        """The height of a step: that of its text, and some air."""
        return max(_LEAST_ROW, round(self.fontMetrics().height() * 1.2))

    @property
    def _mark(self) -> int:
        """The size of a mark, as large as the texts beside it."""
        return round(_MARK * enlarged(self.font()))

    def _head_rows(self, width: int) -> int:
        """How many rows the head takes: two where what it says does not fit beside the name."""
        strong = QFontMetrics(scaled(self.font(), 0.95, strong=True))
        wide = strong.horizontalAdvance(self.tr("Red thread")) + strong.horizontalAdvance(self._verdict) + _EDGE
        return 2 if self._verdict and wide > width - 2 * _EDGE else 1

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._rows:
            self.setFixedHeight(self._height(max(self.width(), 200)))

    def _height(self, width: int) -> int:
        height = (
            _EDGE
            + self._row * (self._head_rows(width) + len(self._rows))
            + (self._row if self._more else 0)
            + _EDGE
            - 4
        )
        return height + (self._reason_rect(width, 0).height() + 4 if self._reason else 0)

    def _reason_rect(self, width: int, top: int) -> QRect:
        room = QRect(_EDGE, top, max(60, width - 2 * _EDGE), 1000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._reason)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self._height(max(self.width(), 200)))

    @override
    def resizeEvent(self, event: object) -> None:
        height = self._height(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_wash)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        self._paint_head(painter)
        top = _EDGE + self._row * self._head_rows(self.width()) - 2
        self._places = []
        for step, joined, last in self._rows:
            self._paint_step(painter, step, top, joined=joined, last=last)
            top += self._row
        painter.setFont(self.font())
        if self._more:
            painter.setPen(theme.muted)
            painter.drawText(
                QRect(_EDGE, top, self.width() - 2 * _EDGE, self._row), Qt.AlignmentFlag.AlignVCenter, self._more
            )
            top += self._row
        if self._reason:
            painter.setPen(theme.text)
            painter.drawText(self._reason_rect(self.width(), top), Qt.TextFlag.TextWordWrap, self._reason)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        room = QRect(_EDGE, _EDGE - 4, self.width() - 2 * _EDGE, self._row)
        painter.setFont(scaled(self.font(), 0.95, strong=True))
        painter.setPen(self._theme.accent)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.tr("Red thread"))
        painter.setPen(self._theme.good if self._good else self._theme.error)
        if self._head_rows(self.width()) > 1:
            room.translate(0, self._row)
            side = Qt.AlignmentFlag.AlignLeft
        else:
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self._verdict)

    def _paint_step(self, painter: QPainter, step: Goal | None, top: int, *, joined: bool, last: bool) -> None:
        if step is None:
            return
        theme = self._theme
        middle = top + self._row / 2
        size = self._mark
        mark = QRectF(_EDGE, middle - size / 2, size, size)
        if joined:
            painter.setPen(QPen(theme.good if self._good else theme.error, 1.4))
            above = top - self._row / 2 + size / 2 + 2
            painter.drawLine(QPointF(mark.center().x(), above), QPointF(mark.center().x(), mark.top() - 2))
        paint_mark(painter, step.kind, mark, theme.of_kind(step.kind))
        own = step.id == self._goal
        text = self.tr("this goal") if own and last else step.title or step.code
        room = QRect(_EDGE + size + 9, top, self.width() - 2 * _EDGE - size - 9, self._row)
        painter.setFont(scaled(self.font(), 1.0, strong=own))
        painter.setPen(theme.text)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if not own:
            self._places.append((QRect(0, top, self.width(), self._row), step.id))
            if self.hasFocus() and self._focused == len(self._places) - 1:
                painter.setPen(QPen(theme.accent, 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(room).adjusted(-4, 2, 2, -2), 4, 4)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = any(place.contains(event.position().toPoint()) for place, _ in self._places)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, goal in self._places:
            if place.contains(event.position().toPoint()):
                self.wanted.emit(goal)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._places:
            self._focused = (self._focused + steps[Qt.Key(event.key())]) % len(self._places)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._places:
            self.wanted.emit(self._places[min(self._focused, len(self._places) - 1)][1])
        else:
            super().keyPressEvent(event)
