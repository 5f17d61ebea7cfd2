"""The letters of the window: the same family as on paper, with the system's own behind it."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from strategikort.application.resources import resource, resource_files

FAMILY: Final = "Source Sans 3"
LEAST_POINTS: Final = 10.5


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the fonts that ship with the program known to Qt; gives their families, none if there are no fonts."""
    families: list[str] = []
    if not resource("fonts").is_dir():
        return ()
    for file in resource_files("fonts", suffix=".ttf"):
        number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def window_font(system: QFont, families: tuple[str, ...], percent: int = 100) -> QFont:
    """The font for all widgets: at least as large as the system's, so that it follows the user's choice there too."""
    font = QFont(system)
    if FAMILY in families:
        fallbacks = [family for family in families if family != FAMILY]
        font.setFamilies([FAMILY, *fallbacks, system.family()])
    font.setPointSizeF(max(system.pointSizeF(), LEAST_POINTS) * percent / 100)
    return font


def enlarged(font: QFont) -> float:
    """How many times as large as usual the texts of the window are in ``font``, never less than once."""
    return max(1.0, font.pointSizeF() / LEAST_POINTS)


def scaled(font: QFont, factor: float, *, strong: bool = False) -> QFont:
    """``font`` larger or smaller by ``factor``, semi-bold if ``strong``."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    if strong:
        other.setWeight(QFont.Weight.DemiBold)
    return other


def in_pixels(font: QFont, pixels: float, weight: QFont.Weight) -> QFont:
    """``font`` so many pixels large, for what is drawn in the scene's own units."""
    other = QFont(font)
    other.setPixelSize(round(pixels))
    other.setWeight(weight)
    return other
