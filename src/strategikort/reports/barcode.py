"""The code on a sheet that a scanner reads: a QR code as a drawing, made for the page that it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import zxingcpp

from strategikort.domain.shape import Id
from strategikort.reports.drawings import Drawing
from strategikort.reports.sheet_code import SheetCode

QUIET = 4
"""How many dots of white stand around a code, as the standard asks."""


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
    boxes = " ".join(box for y, row in enumerate(rows) for box in _boxes(row, y + QUIET))
    return Drawing(width=side, height=side, code=f"0 g {boxes} f")


def _boxes(row: bytes, y: int) -> Iterator[str]:
    x = QUIET
    for dark, dots in groupby(dot == 0 for dot in row):
        count = sum(1 for _ in dots)
        if dark:
            yield f"{x} {y} {count} 1 re"
        x += count
