"""The legend of the map (*Tegnforklaring*): what the signs mean that are on it, and no others."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QGridLayout, QLabel
from typing_extensions import override

from strategikort.application.drawing.signs import DOUBT_SIGNS, ERROR_SIGN, WARNING_SIGN, Signs, signs_on
from strategikort.cascade.changed_above import Doubt
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.arrows import STYLES, paint_head
from strategikort.desktop.canvas.compared import paint_sign, way_pen
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look.clearing import clear
from strategikort.desktop.look.marks import paint_mark
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.comparing_bar import ComparingBar, Fate
from strategikort.desktop.maps.corner import AWAY, Corner
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind

_SIGN = QSize(36, 16)
_IDLE_MS = 150
Sign = GoalKind | LinkKind | Fate | str


class LegendCard(Corner):
    """One line a sign, with its name; in columns where the map is too low for one under another.

    It follows the map a moment after it has changed, and while it is shown only.
    """

    def __init__(self, bridge: Bridge, view: MapView, theme: Theme, comparing: ComparingBar) -> None:
        super().__init__(view, theme, Qt.AlignmentFlag.AlignLeft)
        self._bridge, self._scene = bridge, view.map_scene
        self._comparing = comparing
        self.signs = Signs()
        self._fates: tuple[Fate, ...] = ()
        self.names: list[str] = []
        self._rows = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 14, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self.setAccessibleName(self.tr("Legend"))
        self._soon = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._soon.timeout.connect(self.follow)
        self._scene.redrawn.connect(self._soon.start)
        bridge.checked.connect(self._soon.start)
        comparing.turned.connect(self.follow)

    def follow(self) -> None:
        """Explain what is on the map now."""
        if self.isHidden():
            return
        signs = signs_on(self._scene.picture, ((one.card, one.said) for one in self._scene.card_items()))
        if (signs, self._comparing.signs) != (self.signs, self._fates):
            self.signs, self._fates = signs, self._comparing.signs
            self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        self.names, self._rows = [], self._room_for()
        for place, (sign, name) in enumerate(self._lines()):
            picture, words = QLabel(self), QLabel(name, self)
            picture.setPixmap(self._picture(sign))
            words.setTextFormat(Qt.TextFormat.PlainText)
            column, row = divmod(place, self._rows)
            self._grid.addWidget(picture, row, 2 * column)
            self._grid.addWidget(words, row, 2 * column + 1)
            picture.show()
            words.show()
            self.names.append(name)
        self._grid.activate()
        self.setAccessibleDescription(" · ".join(self.names))
        self.put()

    def _room_for(self) -> int:
        """How many lines fit under each other in the view."""
        margins = self._grid.contentsMargins()
        line = max(_SIGN.height(), self.fontMetrics().height()) + self._grid.verticalSpacing()
        return max(1, (self.around.height() - 2 * AWAY - margins.top() - margins.bottom()) // line)

    @override
    def put(self) -> None:
        rows = min(self._room_for(), len(self.names))
        if not self.isHidden() and rows != min(self._rows, len(self.names)):
            self._fill()
            return
        super().put()

    def _lines(self) -> Iterator[tuple[Sign, str]]:
        words, signs = self._bridge.workspace.words, self.signs
        for kind in signs.kinds:
            yield kind, f"{words.word(kind.value):Many}"
        for link in signs.arrows:
            yield link, words.word(link.value).one
        for sign, there, name in (
            ("box", signs.box, words.text("sheet.box_long")),
            ("broken", signs.broken, words.text("sheet.broken_long")),
            ("error", signs.error, words.text("sheet.error")),
            ("warning", signs.warning, words.text("sheet.warning")),
            ("asked", signs.asked, words.text("sheet.asked")),
            ("waiting", signs.waiting, words.text("sheet.waiting")),
            ("pinned", signs.pinned, words.text("sheet.pinned")),
            ("locked", signs.locked, words.text("sheet.locked")),
        ):
            if there:
                yield sign, name
        for change, of_links in self._fates:
            yield (change, of_links), words.text(f"compared.{'link' if of_links else 'goal'}_{change.value}")

    def _picture(self, sign: Sign) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(_SIGN * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(sign, GoalKind):
            paint_mark(painter, sign, QRectF(13, 3, 10, 10), self.theme.of_kind(sign))
        elif isinstance(sign, LinkKind):
            self._paint_arrow(painter, sign)
        elif isinstance(sign, tuple):
            change, of_links = sign
            if of_links:
                painter.setPen(way_pen(change, self.theme))
                painter.drawLine(QPointF(2, 8), QPointF(34, 8))
            paint_sign(painter, change, QPointF(18, 8), 13.0, self.theme)
        else:
            self._paint_sign(painter, sign)
        painter.end()
        return picture

    def _paint_arrow(self, painter: QPainter, kind: LinkKind) -> None:
        head = QPolygonF([QPointF(27, 4), QPointF(34, 8), QPointF(27, 12)])
        pen = QPen(self.theme.link, 1.4, STYLES[kind])
        painter.setPen(pen)
        closed = kind in (LinkKind.REALISES, LinkKind.SUPERSEDES)
        painter.drawLine(QPointF(2, 8), QPointF(27 if closed else 33, 8))
        paint_head(painter, pen, kind, head)

    def _paint_sign(self, painter: QPainter, sign: str) -> None:
        theme, middle = self.theme, QRectF(8, 2, 20, 11)
        letters = {
            "error": (ERROR_SIGN, theme.error),
            "warning": (WARNING_SIGN, theme.warning),
            "asked": (DOUBT_SIGNS[Doubt.ASKED], theme.warning),
            "waiting": (DOUBT_SIGNS[Doubt.WAITING], theme.muted),
        }
        if sign in letters:
            painter.setPen(letters[sign][1])
            painter.drawText(QRectF(0, 0, 36, 16), Qt.AlignmentFlag.AlignCenter, letters[sign][0])
        elif sign == "broken":
            painter.setPen(QPen(theme.error, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(middle, 3, 3)
        elif sign == "box":
            painter.setPen(theme.muted)
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(middle.translated(2.5, 2.5), 3, 3)
            painter.drawRoundedRect(middle, 3, 3)
        elif sign == "pinned":
            painter.setPen(QPen(theme.muted, 1.6))
            painter.drawLine(QPointF(18, 9), QPointF(14, 14))
            painter.setBrush(theme.muted)
            painter.drawEllipse(QPointF(20, 6), 4, 4)
        else:
            painter.setPen(QPen(theme.muted, 1.6))
            painter.drawArc(QRectF(15, 2, 6, 8), 0, 180 * 16)
            painter.fillRect(QRectF(13, 7, 10, 7), theme.muted)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.signs = Signs()
            self._soon.start()

    @override
    def showEvent(self, event: object) -> None:
        self.follow()
        self.put()
