"""Presenting a map: goal by goal down the red thread on a whole screen, in large letters; nothing can be edited."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.application.drawing.telling import Told, told
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.look.fonts import in_pixels
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id

MOST_BELOW: Final = 6
MOST_TEXT: Final = 320
_LINES: Final = 30
"""So many lines of running text would fill the screen from top to bottom."""
_SMALLER: Final = 0.9
_LEAST: Final = 12
"""Letters become smaller by this much at a time where a page has no room, but not below so many pixels a line."""


def second_screen(own: QScreen) -> QScreen:
    """Another screen than the person's own, where there is one: the projector."""
    return next((one for one in QGuiApplication.screens() if one is not own), own)


class Presenting(QWidget):
    """A window of its own on one screen. It follows the document, and the keys of `KEYS`."""

    ended = Signal(object)
    """The identity of the goal that was shown last."""

    def __init__(self, bridge: Bridge, theme: Theme, scene: MapScene, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._bridge, self._theme, self._scene = bridge, theme, scene
        self.told: Sequence[Told] = ()
        self.place = 0
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(title)
        self._map, self._count, self.words = QLabel(title, self), QLabel(self), QWidget(self)
        self.end_button = QPushButton(self.tr("End"), self)
        self.end_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.end_button.setToolTip(self.tr("End presenting (Esc)"))
        self.end_button.clicked.connect(self.close)
        self._lay_out()
        bridge.changed.connect(self._follow)

    def _lay_out(self) -> None:
        for label in (self._map, self._count):
            label.setProperty("muted", True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(self._map, 1)
        head.addWidget(self._count)
        head.addSpacing(24)
        head.addWidget(self.end_button)
        self._box = QVBoxLayout(self)
        self._box.addLayout(head)
        self._box.addWidget(self.words, 1)

    def begin(self, goal: Id | None, screen: QScreen) -> None:
        """Fill ``screen``, with ``goal`` first if the map shows it; with no goal there is nothing to show, so end."""
        self._tell()
        if not self.told:
            self.close()
            return
        self.place = next((row for row, one in enumerate(self.told) if one.goal.id == goal), 0)
        self._go_to(screen)
        self._show()
        self.setFocus()

    @property
    def goal(self) -> Goal:
        """The goal that is shown."""
        return self.told[self.place].goal

    def step(self, by: int) -> None:
        """Show the goal so many steps further on; the first and the last are the ends."""
        self.place = max(0, min(len(self.told) - 1, self.place + by))
        self._show()

    def other_screen(self) -> None:
        """Go on, on the next screen."""
        screens = QGuiApplication.screens()
        self._go_to(screens[(screens.index(self.screen()) + 1) % len(screens)])

    def _go_to(self, screen: QScreen) -> None:
        self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def _tell(self) -> None:
        self.told = told(self._bridge.document, self._scene.picture.card_of)

    def _follow(self) -> None:
        if not self.told:
            return
        here = self.goal.id
        self._tell()
        if not self.told:
            self.close()
            return
        at = next((row for row, one in enumerate(self.told) if one.goal.id == here), self.place)
        self.place = min(at, len(self.told) - 1)
        self._show()

    def _show(self) -> None:
        now = self.told[self.place]
        count = self.tr("%1 of %2").replace("%1", str(self.place + 1)).replace("%2", str(len(self.told)))
        self._count.setText(count)
        self.setAccessibleName(f"{now.goal.title or now.goal.code}. {count}")
        page = self._fitting(now)
        self._box.replaceWidget(self.words, page)
        self.words.hide()
        self.words.deleteLater()
        self.words = page
        self._box.setStretchFactor(page, 1)

    def _fitting(self, now: Told) -> "TellingPage":
        """The page in the largest letters with which all of it has room."""
        line = self.height() / _LINES
        edges = self._box.contentsMargins()
        wide = self.width() - edges.left() - edges.right()
        high = self.height() - edges.top() - edges.bottom() - self.end_button.sizeHint().height() - self._box.spacing()
        page = TellingPage(now, self._bridge, self._theme, line, self)
        while page.heightForWidth(wide) > high and line > _LEAST:
            page.deleteLater()
            line *= _SMALLER
            page = TellingPage(now, self._bridge, self._theme, line, self)
        return page

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = self.height() / _LINES
        edge = round(line * 1.2)
        self._box.setContentsMargins(2 * edge, edge, 2 * edge, edge)
        for widget in (self._map, self._count, self.end_button):
            widget.setFont(_letters(self.font(), line * 0.6))
        if self.told:
            self._show()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no key of the window behind may change anything
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _ACTS.get(QKeySequence(event.key()).toString())
        if act is not None:
            act(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.step(1 if event.button() is Qt.MouseButton.LeftButton else -1)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._bridge.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.ended.emit(self.goal.id if self.told else None)


KEYS: Final[tuple[tuple[str, tuple[str, ...], Callable[[Presenting], object]], ...]] = (
    (
        QT_TRANSLATE_NOOP("Presenting", "The next goal"),
        ("PgDown", "Space", "Right", "Down", "Return", "Enter"),
        lambda shown: shown.step(1),
    ),
    (
        QT_TRANSLATE_NOOP("Presenting", "The goal before"),
        ("PgUp", "Backspace", "Left", "Up"),
        lambda shown: shown.step(-1),
    ),
    (QT_TRANSLATE_NOOP("Presenting", "The first goal"), ("Home",), lambda shown: shown.step(-len(shown.told))),
    (QT_TRANSLATE_NOOP("Presenting", "The last goal"), ("End",), lambda shown: shown.step(len(shown.told))),
    (QT_TRANSLATE_NOOP("Presenting", "On the next screen"), ("S",), Presenting.other_screen),
    (QT_TRANSLATE_NOOP("Presenting", "End presenting"), ("Esc", "F5"), Presenting.close),
)
"""What each key does while goals are presented."""
_ACTS: Final = {QKeySequence(key).toString(): act for _, keys, act in KEYS for key in keys}


class TellingPage(QWidget):
    """One goal in large letters: the way down to it, what it is, what supports it."""

    def __init__(self, now: Told, bridge: Bridge, theme: Theme, line: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._line = bridge, theme, line
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, round(line / 2), 0, 0)
        self._column.setSpacing(round(line * 0.3))
        for upper in now.way:
            self._goal_line(upper, 0.8)
        self._column.addStretch(2)
        goal, words = now.goal, bridge.workspace.words
        owner = bridge.document.get(OrgUnit, goal.owner)
        kind = f"{words.word(goal.kind.value):One}"
        about = " · ".join(part for part in (goal.code, kind, owner.name if owner else "") if part)
        self._mark_line(goal, about, 0.8).setStyleSheet(f"color: {theme.of_kind(goal.kind).name()};")
        self._text(goal.title or goal.code, 2.1, strong=True)
        if goal.description or goal.why:
            self._text(_cut(goal.description or goal.why), 1.0)
        self._column.addStretch(3)
        if now.below:
            self._text(self.tr("Supported by"), 0.8, muted=True)
        for lower in now.below[:MOST_BELOW]:
            self._goal_line(lower, 0.8)
        more = len(now.below) - MOST_BELOW
        if more > 0:
            self._text(self.tr("and %n more", "", more), 0.8, muted=True)

    def _goal_line(self, goal: Goal, size: float) -> None:
        self._mark_line(goal, goal.title or goal.code, size)

    def _mark_line(self, goal: Goal, text: str, size: float) -> QLabel:
        row = QHBoxLayout()
        row.setSpacing(round(self._line * 0.4))
        mark = QLabel(self)
        edge = round(self._line * size)
        mark.setPixmap(mark_icon(goal.kind, self._theme, size=edge).pixmap(edge, edge))
        row.addWidget(mark)
        label = self._label(text, size)
        row.addWidget(label, 1)
        self._column.addLayout(row)
        return label

    def _text(self, text: str, size: float, *, strong: bool = False, muted: bool = False) -> None:
        label = self._label(text, size, strong=strong)
        label.setProperty("muted", muted)
        self._column.addWidget(label)

    def _label(self, text: str, size: float, *, strong: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(_letters(self.font(), self._line * size, strong=strong))
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        label.setSizePolicy(policy)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label


def _letters(base: QFont, pixels: float, *, strong: bool = False) -> QFont:
    return in_pixels(base, max(10, pixels), QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def _cut(text: str) -> str:
    """Not more of a long text than a room reads."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_TEXT else f"{line[:MOST_TEXT].rsplit(' ', 1)[0]} …"
