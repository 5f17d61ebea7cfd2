"""A glide of the map where it explains where one got to: to all of the map, and to a goal that a finding is about."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication, QGraphicsView, QStyle, QWidget

GLIDE_MS = 150


class _Sight(NamedTuple):
    """What of a map is seen: how large, and what is in the middle."""

    scale: float
    middle: QPointF


class Glide(QObject):
    """Lets a view go where its own ways lead, gliding. Whatever else moves the view meanwhile has the last word.

    ``look`` has the view see a place in its middle, at a scale.
    """

    def __init__(self, view: QGraphicsView, look: Callable[[float, QPointF], object]) -> None:
        super().__init__(view)
        self.allowed = False
        """Whether the user lets the map glide; what the system asks for counts beside it."""
        self._view, self._look_at = view, look
        self._way: tuple[_Sight, _Sight] | None = None
        self._arrive: Callable[[], object] | None = None
        self._at = self._sight()
        self._motion = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=GLIDE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._follow)
        self._motion.finished.connect(self._end)

    @property
    def gliding(self) -> bool:
        """Whether the map is on its way."""
        return self._way is not None

    def go(self, arrive: Callable[[], object]) -> None:
        """Go to what is seen once ``arrive`` was called."""
        self._way = None
        self._motion.stop()
        before = self._sight()
        arrive()
        after = self._sight()
        if before != after and self.allowed and self._view.isVisible() and not rest_wanted(self._view):
            self._way, self._arrive = (before, after), arrive
            self._look(before)
            self._motion.start()

    def _follow(self, share: object) -> None:
        if self._way is None or not isinstance(share, float):
            return
        if self._at != self._sight():
            self._way = None
            return
        start, end = self._way
        scale = start.scale * (end.scale / start.scale) ** share
        self._look(_Sight(scale, start.middle + (end.middle - start.middle) * share))

    def _end(self) -> None:
        if self._way is not None and self._arrive is not None:
            self._way = None
            self._arrive()

    def _look(self, sight: _Sight) -> None:
        self._look_at(*sight)
        self._at = self._sight()

    def _sight(self) -> _Sight:
        view = self._view
        return _Sight(view.transform().m11(), view.mapToScene(view.viewport().rect().center()))


def rest_wanted(widget: QWidget) -> bool:
    """Whether the system asks for less motion, as far as Qt hears of it."""
    if sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return True
    return not widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, widget)
