"""Pages of a PDF as pictures, for the window's preview and for printers."""

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]


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
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True, force_bitmap_format=2)
        return bitmap.width, bitmap.height, _packed(bytes(bitmap.buffer), bitmap.width * 3, bitmap.stride)
    finally:
        document.close()


def _packed(rows: bytes, width: int, stride: int) -> bytes:
    """The rows without the bytes that fill each up to a multiple of four."""
    if width == stride:
        return rows
    return b"".join(rows[start : start + width] for start in range(0, len(rows), stride))
