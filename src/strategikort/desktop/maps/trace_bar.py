"""The red thread on the map (*Følg den røde tråd*): whether it is followed, which way, and how far."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from strategikort.application.drawing.looking import Direction, Look
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.fields.entry import Choice

_WAYS = (Direction.BOTH, Direction.UP, Direction.DOWN)
DEEPEST = 9


class TraceBar(QObject):
    """Changes how a scene is looked at; its `parts` but the switch are in sight while a thread is followed."""

    turned = Signal()
    """A thread is followed, or no longer."""

    def __init__(self, scene: MapScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene, self._parent = scene, parent
        self._steps = QWidget(parent)
        box = QHBoxLayout(self._steps)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.switch = self._button(self.tr("Red thread"), self.tr("Follow the red thread of what is selected"))
        self.switch.setCheckable(True)
        self.switch.clicked.connect(self.toggle)
        self.way = Choice(parent)
        self.way.setAccessibleName(self.tr("Direction of the thread"))
        self.way.addItems([self.tr("Up and down"), self.tr("Up"), self.tr("Down")])
        self.way.activated.connect(self._choose_way)
        self.less = self._button("−", self.tr("One step less"))
        self.less.clicked.connect(self.shallower)
        self.far = QLabel(self._steps)
        self.more = self._button("+", self.tr("One step further"))
        self.more.clicked.connect(self.deeper)
        for widget in (self.less, self.far, self.more):
            box.addWidget(widget)
        self.parts: Sequence[QWidget] = (self.switch, self.way, self._steps)
        """What stands in the map's bar, from left to right."""
        self._tell()

    @property
    def look(self) -> Look:
        """How the scene is looked at."""
        return self._scene.look

    def toggle(self) -> None:
        """Follow the threads of what is selected, or no longer."""
        self._scene.look_at(replace(self.look, following=not self.look.following))
        self._scene.follow_selection(self._scene.bridge.selection)
        self._tell()
        self.turned.emit()

    def turn(self) -> None:
        """Follow up and down, only up, only down, in turn."""
        self._choose_way((_WAYS.index(self.look.direction) + 1) % len(_WAYS))

    def deeper(self) -> None:
        """One step further; after the last all the way."""
        depth = self.look.depth
        self._reach(None if depth is None or depth >= DEEPEST else depth + 1)

    def shallower(self) -> None:
        """One step less, at least one."""
        self._reach(DEEPEST if self.look.depth is None else max(1, self.look.depth - 1))

    def hide_rest(self) -> None:
        """Do not draw what steps back, or let it be seen again."""
        self._scene.look_at(replace(self.look, alone=not self.look.alone))
        self.turned.emit()

    def _choose_way(self, place: int) -> None:
        self._scene.look_at(replace(self.look, direction=_WAYS[place]))
        self._tell()

    def _reach(self, depth: int | None) -> None:
        self._scene.look_at(replace(self.look, depth=depth))
        self._tell()

    def _tell(self) -> None:
        look = self.look
        self.switch.setChecked(look.following)
        self.way.setCurrentIndex(_WAYS.index(look.direction))
        far = self.tr("all steps") if look.depth is None else self.tr("%n step(s)", "", look.depth)
        self.far.setText(far)
        self.less.setEnabled(look.depth != 1)
        self.more.setEnabled(look.depth is not None)
        for widget in (self.way, self._steps):
            widget.setVisible(look.following)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self._parent)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("framed", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
