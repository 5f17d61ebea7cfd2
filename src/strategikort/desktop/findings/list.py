"""How a finding looks in the list: its sign, its sentence, and at the right its ways out, named by what they do."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from strategikort.cascade.findings import Finding, Mend, Severity
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.findings.mends import in_short
from strategikort.desktop.findings.model import EXEMPTION_ROLE, FINDING_ROLE, HEADING_ROLE, Heading
from strategikort.desktop.look.fonts import scaled
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.reviews import exemption_of
from strategikort.domain.goals import Goal
from strategikort.domain.reviews import Exemption

Index = QModelIndex | QPersistentModelIndex
_ROW = 29
_LOOKED_AT = 60
"""How many sentences decide whether the rows are two lines high."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be done about a finding: show, connect, a mend (then ``mend`` is set), or choose one.

    Others let it stand for a reason (``except``), and take that reason back (``drop``).
    """

    name: str
    what: str
    mend: Mend | None = None


STANDS = "✓"
"""The sign of a finding that somebody lets stand."""

SIGNS = {Severity.ERROR: "▲", Severity.WARNING: "!", Severity.INFO: "i"}


class FindingDelegate(QStyledItemDelegate):
    """Paints findings and hears clicks on their ways out."""

    asked = Signal(object, object)
    """A `Finding` and the `WayOut` that was clicked."""
    turned = Signal(object)
    """The `Heading` that was clicked."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme

    def ways_out(self, finding: Finding) -> list[WayOut]:
        """What can be done about a finding, *Vis* first."""
        ways = [WayOut(self.tr("Show"), "show")]
        if self.excepts(finding):
            return [*ways, WayOut(self.tr("Change reason ..."), "except"), WayOut(self.tr("Take back"), "drop")]
        ways += [WayOut(self._bridge.say(mend.label), "mend", mend) for mend in self._bridge.mends_of(finding)]
        if self._hangs_loose(finding):
            ways.append(WayOut(self.tr("Connect with ..."), "connect"))
        if finding.severity is not Severity.ERROR:
            ways.append(WayOut(self.tr("Let it stand ..."), "except"))
        return ways

    def excepts(self, finding: Finding) -> Exemption | None:
        """The reason for which a finding stands. An error has none: it cannot be excepted."""
        if finding.severity is Severity.ERROR:
            return None
        return exemption_of(self._bridge.document, finding.rule, finding.about)

    def short_ways_out(self, finding: Finding) -> list[WayOut]:
        """The ways out as they stand in the row: mends by short names, several of one kind as a choice among them."""
        ways = [way for way in self.ways_out(finding) if way.mend is None and way.what != "except"]
        for name, mends in in_short(self._bridge, finding):
            ways.append(WayOut(name, "mend", mends[0]) if len(mends) == 1 else WayOut(name, "choose"))
        return ways

    def _hangs_loose(self, finding: Finding) -> bool:
        document = self._bridge.document
        goal = document.get(Goal, finding.about)
        profile = self._bridge.workspace.profile
        if goal is None or not any(lower is goal.kind for _, lower, _ in profile.links):
            return False
        return finding.rule.startswith("TRA") and verdicts_of(document).of(goal.id) is Thread.NO_LINK_UP

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 1 if self._all_fit(index.model(), option.fontMetrics) else 2
        return QSize(200, max(_ROW, lines * option.fontMetrics.lineSpacing() + 10))

    def _all_fit(self, model: QAbstractItemModel, metrics: QFontMetrics) -> bool:
        """Whether one line is enough for each of the sentences that are seen first."""
        list_ = self.parent()
        assert isinstance(list_, QAbstractItemView)
        strong = QFontMetrics(scaled(list_.font(), 1.0, strong=True))
        whole = QRect(0, 0, list_.viewport().width(), _ROW)
        for row in range(min(model.rowCount(), _LOOKED_AT)):
            index = model.index(row, 0)
            if index.data(FINDING_ROLE) is None:
                continue
            room = self._room(index.data(FINDING_ROLE), whole, strong)
            if metrics.horizontalAdvance(str(index.data())) > room.width():
                return False
        return True

    def _room(self, finding: Finding, rect: QRect, metrics: QFontMetrics) -> QRect:
        """Where the sentence stands: between the sign and the ways out."""
        left = min((place.left() for place, _ in self._places(finding, rect, metrics)), default=rect.right() - 12)
        return QRect(rect.left() + 40, rect.top(), left - rect.left() - 56, rect.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding, heading = index.data(FINDING_ROLE), index.data(HEADING_ROLE)
        theme = self._theme
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_wash)
            painter.drawRoundedRect(QRectF(rect.adjusted(8, 1, -8, -1)), 5, 5)
        if isinstance(heading, Heading):
            self._paint_heading(painter, rect, option.font, heading, str(index.data()))
        elif isinstance(finding, Finding):
            self._paint_finding(painter, rect, option.font, finding, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, font: QFont, heading: Heading, text: str) -> None:
        painter.setPen(self._theme.text)
        painter.setFont(scaled(font, 1.0, strong=True))
        sign = QRect(rect.left() + 16, rect.top(), 16, rect.height())
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "▸" if heading.folded else "▾")
        room = rect.adjusted(40, 0, -12, 0)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)

    def _paint_finding(self, painter: QPainter, rect: QRect, font: QFont, finding: Finding, index: Index) -> None:
        theme = self._theme
        colours = {Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.INFO: theme.muted}
        stands = index.data(EXEMPTION_ROLE) is not None
        painter.setPen(theme.muted if stands else colours[finding.severity])
        painter.setFont(scaled(font, 1.0, strong=True))
        painter.drawText(
            QRect(rect.left() + 16, rect.top(), 16, rect.height()),
            Qt.AlignmentFlag.AlignCenter,
            STANDS if stands else SIGNS[finding.severity],
        )
        painter.setPen(theme.accent)
        for place, way in self._places(finding, rect, painter.fontMetrics()):
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, way.name)
        room = self._room(finding, rect, painter.fontMetrics())
        painter.setFont(font)
        painter.setPen(theme.muted if stands else theme.text)
        text = in_two_lines(str(index.data()), painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _places(self, finding: Finding, rect: QRect, metrics: QFontMetrics) -> list[tuple[QRect, WayOut]]:
        """Where the ways out stand: *Vis* in a column of its own, the others left of the right edge."""
        ways = self.short_ways_out(finding)[:3]
        places: list[tuple[QRect, WayOut]] = []
        right = rect.right() - 12
        column = metrics.horizontalAdvance(f"{self.tr('Connect with ...')}  ") + 12
        for number, way in enumerate(reversed(ways[1:])):
            width = metrics.horizontalAdvance(way.name) + 12
            width = max(width, column) if number == 0 else width
            places.append((QRect(right - width, rect.top(), width, rect.height()), way))
            right -= width
        if len(ways) == 1:
            right -= column
        width = metrics.horizontalAdvance(ways[0].name) + 16
        places.append((QRect(right - width, rect.top(), width, rect.height()), ways[0]))
        return places

    def way_at(self, finding: Finding, rect: QRect, place: QPoint, font_of: QWidget) -> WayOut | None:
        """The way out under ``place`` in a list whose font is that of ``font_of``."""
        metrics = QFontMetrics(scaled(font_of.font(), 1.0, strong=True))
        return next((way for room, way in self._places(finding, rect, metrics) if room.contains(place)), None)

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        finding, heading = index.data(FINDING_ROLE), index.data(HEADING_ROLE)
        released = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease
        if released and isinstance(heading, Heading):
            self.turned.emit(heading)
            return True
        if released and isinstance(event, QMouseEvent) and isinstance(finding, Finding):
            list_ = self.parent()
            assert isinstance(list_, QWidget)
            way = self.way_at(finding, option.rect, event.position().toPoint(), list_)
            if way is not None:
                self.asked.emit(finding, way)
                return True
        return super().editorEvent(event, model, option, index)


def in_two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """``text`` broken at a blank where it is wider than ``width``; what is too much for a second line too is cut."""
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= width:
        first = f"{first} {words.pop(0)}".lstrip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return "\n".join(part for part in (first, rest) if part)
