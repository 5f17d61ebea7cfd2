"""The code on a sheet that a scanner reads: a QR code as a drawing, made for the page that it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import zxingcpp

from strategikort.domain.shape import Id
from strategikort.reports.drawings import Drawing
from strategikort.reports.sheet_code import SheetCode

QUIET: Final = 4
"""How many dots of white stand around a code, as the standard asks."""

_DARK: Final = re.compile(rb"\0+")
_PIECE: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Barcode:
    """The code of a sheet, whose page is known when it is painted; ``said`` are its words."""

    agreement: str
    version: int
    check: str
    said: str

    def on(self, page: int, pages: int) -> Drawing:
        """The code on ``page`` of ``pages``, from 1."""
        return _drawn(
            SheetCode(agreement=Id(self.agreement), version=self.version, check=self.check, page=page, pages=pages).text
        )


@lru_cache(maxsize=32)
def _drawn(text: str) -> Drawing:
    """One path of black dots, those side by side as one, in white of its own width."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    dots = code.to_image(scale=1, add_quiet_zones=False)
    wide = dots.shape[1]
    flat = memoryview(dots).cast("B").tobytes()  # type: ignore[arg-type]
    rows = [flat[start : start + wide] for start in range(0, len(flat), wide)]
    side = len(rows) + 2 * QUIET
    return Drawing(width=side, height=side, code=f"0 g {' '.join(_boxes(rows))} f")


def _boxes(rows: list[bytes]) -> Iterator[str]:
    """The dark dots of each row. Equal pieces of rows come up again and again, so that they are worked out once."""
    for y, row in enumerate(rows, QUIET):
        pieces = (_piece(row[x : x + _PIECE], x) for x in range(0, len(row), _PIECE))
        yield "".join(pieces).replace("y", str(y))


@lru_cache(maxsize=8192)
def _piece(dots: bytes, start: int) -> str:
    """The boxes of some dots beside each other, dark ones together; their row is left open."""
    runs = _DARK.finditer(dots)
    return "".join(f"{start + run.start() + QUIET} y {run.end() - run.start()} 1 re " for run in runs)
