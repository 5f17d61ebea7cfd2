"""Finished papers onto a printer: each page as a picture in the printer's own fineness."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from strategikort.application.printing import page_count, render_page

_DPI_MOST: Final = 300


def page_picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """Page ``page`` (from 0) of a PDF as a picture. Raises IndexError when there is no such page."""
    width, height, dots = render_page(pdf, page, dpi)
    return QImage(dots, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def print_papers(printer: QPrinter, pdfs: Sequence[bytes]) -> int:
    """Print all pages of all papers in one job; gives the number of sheets sent, 0 if the printer does not answer."""
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    sheets = 0
    dpi = min(_DPI_MOST, printer.resolution())
    for pdf in pdfs:
        for page in range(page_count(pdf)):
            if sheets:
                printer.newPage()
            picture = page_picture(pdf, page, dpi)
            room = printer.pageLayout().fullRectPixels(printer.resolution())
            size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(0, 0, size.width(), size.height()), picture)
            sheets += 1
    painter.end()
    return sheets
