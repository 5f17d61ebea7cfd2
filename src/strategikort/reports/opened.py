"""A PDF from anywhere, opened to be looked at closely: within limits, with one answer to whatever is wrong in it."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdfium2 import raw

from strategikort.domain.failures import KnownFailure
from strategikort.reports.embedded import NoPdf

MOST_BYTES: Final = 50 << 20
MOST_STATES: Final = 60
MOST_OBJECTS: Final = 200_000
"""How large a file may be, how often it may have been added to, and of how many objects it may be made."""

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfFileReader]:
    """The file, read strictly.

    Raises:
        NoPdf: it is none, locked, damaged or beyond the limits, or turns out to be so while it is looked at.
    """
    try:
        _limit(pdf)
        reader = PdfFileReader(BytesIO(pdf), strict=True)
        if reader.encrypted or reader.xrefs.hybrid_xrefs_present:
            raise NoPdf
        yield reader
    except (KnownFailure, OSError, KeyboardInterrupt):
        raise
    except Exception as failure:
        raise NoPdf from failure


def signature_count(pdf: bytes) -> int:
    """How many signatures a file has, read as leniently as programs that show it do.

    Raises:
        NoPdf: it cannot be read even so.
    """
    _limit(pdf)
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as failure:
        raise NoPdf from failure
    try:
        if len(document) == 0:
            raise NoPdf
        return int(raw.FPDF_GetSignatureCount(document.raw))
    finally:
        document.close()


def _limit(pdf: bytes) -> None:
    if len(pdf) > MOST_BYTES or pdf.count(b"startxref") > MOST_STATES or not pdf.startswith(b"%PDF-"):
        raise NoPdf
    if len(re.findall(rb"\d obj\b", pdf)) > MOST_OBJECTS:
        raise NoPdf


def states(pdf: bytes) -> Iterator[bytes]:
    """The states that a file has been finished in, the earliest first; a finished file is the last of them itself."""
    for end in re.finditer(rb"%%EOF(?:\r\n|\n|\r|$)", pdf):
        yield pdf[: end.end()]
