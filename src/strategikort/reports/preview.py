"""Pages of a PDF as pictures, for the window's preview and for printers."""

from io import BytesIO
from typing import Final

from PIL import Image
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from strategikort.reports.pictures import NoPicture

MOST_DOTS: Final = 100_000_000


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    document = PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render_page(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """Page ``page`` (from 0) at ``dpi``: its width and height in dots, and three bytes red, green, blue for each dot.

    Raises:
        IndexError: when there is no such page.
    """
    document = PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(f"there is no page {page}")
        document.init_forms()  # or what stands in signed fields is not seen
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True, force_bitmap_format=2)
        return bitmap.width, bitmap.height, _packed(bytes(bitmap.buffer), bitmap.width * 3, bitmap.stride)
    finally:
        document.close()


def page_with(pdf: bytes, text: str) -> int | None:
    """The first page after the cover (from 0) on which ``text`` stands; None if it stands on none."""
    document = PdfDocument(pdf)
    try:
        for place in range(1, len(document)):
            words = document[place].get_textpage()
            found = words.search(text, match_case=True).get_next()
            words.close()
            if found is not None:
                return place
        return None
    finally:
        document.close()


def _packed(rows: bytes, width: int, stride: int) -> bytes:
    """The rows without the bytes that fill each up to a multiple of four."""
    if width == stride:
        return rows
    return b"".join(rows[start : start + width] for start in range(0, len(rows), stride))


def render_png(pdf: bytes, page: int, dpi: float) -> bytes:
    """Page ``page`` (from 0) as a PNG that knows its size in millimetres.

    Raises:
        IndexError: when there is no such page.
        NoPicture: when it would have more than a hundred million dots.
    """
    wide, high = page_size(pdf, page)
    if wide * high * (dpi / 72) ** 2 > MOST_DOTS:
        raise NoPicture(f"more than {MOST_DOTS} dots")
    width, height, dots = render_page(pdf, page, dpi)
    made = BytesIO()
    Image.frombytes("RGB", (width, height), dots).save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """The width and height of page ``page`` (from 0) in points. Raises IndexError when there is no such page."""
    document = PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(f"there is no page {page}")
        width, height = document[page].get_size()
        return float(width), float(height)
    finally:
        document.close()
