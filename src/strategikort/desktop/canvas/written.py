"""Texts on the drawing that are laid out once and painted often."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText, QTransform


class Written(NamedTuple):
    """A text on a card, laid out once: where, in which font and colour."""

    at: QPointF
    text: QStaticText
    font: QFont
    colour: QColor


def at_top(x: float, y: float, text: str, font: QFont, colour: QColor) -> Written:
    """A text whose upper left corner is at a point."""
    laid = QStaticText(text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.prepare(QTransform(), font)
    return Written(QPointF(x, y), laid, font, colour)


def at_base(x: float, y: float, text: str, font: QFont, colour: QColor) -> Written:
    """A text that begins at a point of its base line."""
    return at_top(x, y - QFontMetricsF(font).ascent(), text, font, colour)
