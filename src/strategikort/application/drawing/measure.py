"""The sizes of the drawing, in scene units: one pixel at 100 %. Everything stands on a grid of four."""

from typing import Final

from strategikort.domain.maps import CARD_SIZE

CARD_WIDTH, CARD_HEIGHT = CARD_SIZE
GAP: Final = 20
ROW_GAP: Final = 28
BAND_PAD: Final = 22
BAND_LABEL: Final = 32
BAND_LEAST: Final = CARD_HEIGHT + 2 * BAND_PAD
CORNER: Final = 7.0
PAD: Final = 10
MARK: Final = 10
HANDLE: Final = 5.0
GRID: Final = 4

FAR: Final = 0.4
"""Below this scale cards are blocks without text."""


def snapped(value: float) -> int:
    """``value`` on the grid."""
    return round(value / GRID) * GRID
