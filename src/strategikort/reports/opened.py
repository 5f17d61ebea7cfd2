"""A PDF from anywhere, opened to be looked at closely: within limits, with one answer to whatever is wrong in it."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfDecodeLimitError
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdfium2 import raw

from strategikort.domain.failures import KnownFailure
from strategikort.reports.embedded import NoPdf

MOST_BYTES: Final = 25 << 20
MOST_STATES: Final = 60
MOST_OBJECTS: Final = 200_000
"""How large a file may be, how often it may have been added to, and of how many objects it may be made."""

_UNPACKED: Final = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=16 << 20), document_budget=DocumentDecodeBudget(64 << 20, 4)
)
"""How large its parts may be when they are unpacked, one and all."""

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


class TooMuch(NoPdf):
    """A file beyond the limits, which no other program of ours shall try to read."""


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfFileReader]:
    """The file, read strictly.

    Raises:
        NoPdf: it is none, locked, damaged or beyond the limits, or turns out to be so while it is looked at.
    """
    try:
        _limit(pdf)
        _unpack_metadata(_reader(pdf))
        reader = _reader(pdf)
        if reader.encrypted or reader.xrefs.hybrid_xrefs_present:
            raise NoPdf
        yield reader
    except (KnownFailure, OSError, KeyboardInterrupt):
        raise
    except PdfDecodeLimitError as failure:
        raise TooMuch from failure
    except Exception as failure:
        raise NoPdf from failure


def _reader(pdf: bytes) -> PdfFileReader:
    return PdfFileReader(BytesIO(pdf), strict=True, decode_limits=_UNPACKED)


def _unpack_metadata(reader: PdfFileReader) -> None:
    """See that they can be unpacked; the reader is of no other use afterwards, for it keeps them unpacked."""
    if "/Metadata" in reader.root:
        _ = reader.root["/Metadata"].data


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
    if not pdf.startswith(b"%PDF-"):
        raise NoPdf
    many = pdf.count(b"startxref") > MOST_STATES or len(re.findall(rb"\d obj\b", pdf)) > MOST_OBJECTS
    if len(pdf) > MOST_BYTES or many:
        raise TooMuch
