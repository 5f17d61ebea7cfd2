"""Sheets that were scanned in: which page of which agreement each is, by its code, and parts cut out of the pile."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Final

import zxingcpp
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument, PdfiumError  # type: ignore[import-untyped]

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase
from strategikort.reports.embedded import NoPdf
from strategikort.reports.sheet_code import SheetCode, read_sheet_code

MOST_PAGES: Final = 3_000
_MOST_DOTS: Final = 30_000_000
_TRIES: Final = (200, 300, 150, 100)
"""Dots an inch at which a page is looked at, until its code is read."""
_INCH: Final = 72
_KINDS: Final = zxingcpp.barcode_formats_from_str("QRCode")


@contextmanager
def _pile(pdf: bytes) -> Iterator[PdfDocument]:
    try:
        document = PdfDocument(pdf)
    except PdfiumError as failure:
        raise NoPdf from failure
    try:
        if len(document) > MOST_PAGES:
            raise KnownFailure(phrase("scan.too_many", n=len(document), most=MOST_PAGES))
        yield document
    finally:
        document.close()


def codes_of(pdf: bytes) -> Iterator[SheetCode | None]:
    """The code of each page in order, None for one on which none can be read. Memory: one page at a time.

    Raises:
        NoPdf: it cannot be read.
        KnownFailure: it has too many pages.
    """
    with _pile(pdf) as document:
        for page in range(len(document)):
            yield _code_on(document, page)


def _code_on(document: PdfDocument, page: int) -> SheetCode | None:
    for dots in _TRIES:
        picture = _picture(document, page, dots)
        for seen in (picture, picture.filter(ImageFilter.MedianFilter(3))):
            for found in zxingcpp.read_barcodes(seen, formats=_KINDS):
                code = read_sheet_code(found.text)
                if code is not None:
                    return code
    return None


def _picture(document: PdfDocument, page: int, dots: int) -> Image.Image:
    """A page in grey, smaller where it would have more than thirty million dots."""
    one = document[page]
    wide, high = one.get_size()
    scale = dots / _INCH
    scale = min(scale, (_MOST_DOTS / max(1.0, wide * high)) ** 0.5)
    picture: Image.Image = one.render(scale=scale, grayscale=True).to_pil().convert("L")
    one.close()
    return picture


def cut_out(pdf: bytes, pages: Sequence[int]) -> bytes:
    """A PDF of some pages (from 0) of another, in that order. Raises NoPdf."""
    with _pile(pdf) as document:
        part = PdfDocument.new()
        try:
            part.import_pages(document, list(pages))
            out = BytesIO()
            part.save(out)
            return out.getvalue()
        finally:
            part.close()
