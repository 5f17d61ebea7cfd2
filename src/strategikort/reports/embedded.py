"""The files that a PDF carries inside: read from papers of ours, and from whatever else somebody hands in."""

import ctypes
import time
from collections.abc import Iterator, Mapping
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase

MOST_FILES: Final = 50
MOST_BYTES: Final = 20 << 20
"""How many files are read, and how large one may be."""

MOST_SECONDS: Final = 20.0
"""How long the pages of a file may take to be read."""


class NoPdf(KnownFailure):
    """Bytes that are no PDF, or one that is locked or damaged."""

    def __init__(self) -> None:
        super().__init__(phrase("pdf.unreadable"))


class Patience:
    """How long a file may keep us: asked after each of its pages, it raises `NoPdf` when that is over."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._until = time.monotonic() + seconds

    def ask(self) -> None:
        """Go on, or not."""
        if time.monotonic() > self._until:
            raise NoPdf


def embedded_files(pdf: bytes) -> Mapping[str, bytes]:
    """The files inside a PDF by name, the first fifty of them; larger ones than 20 MB are left out.

    Raises:
        NoPdf: it cannot be read.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as failure:
        raise NoPdf from failure
    try:
        return dict(_files(document))
    finally:
        document.close()


def _files(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    for place in range(min(document.count_attachments(), MOST_FILES)):
        one = document.get_attachment(place)
        size = ctypes.c_ulong()
        if raw.FPDFAttachment_GetFile(one.raw, None, 0, size) and 0 < size.value <= MOST_BYTES:
            yield one.get_name(), bytes(one.get_data())
