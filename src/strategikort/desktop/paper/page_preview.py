"""A paper seen page by page in a dialog, and what is to be known of its letters."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget
from typing_extensions import override

from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.reports.model import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewParts:
    """The parts of a form that a preview fills."""

    page: QLabel
    page_number: QLabel
    earlier: QAbstractButton
    later: QAbstractButton
    missing: QLabel
    area: QAbstractScrollArea | None = None
    """What the page is seen in, where its size decides how large the page is."""


class PagePreview(QObject):
    """Shows one page at a time; the dialog hands in the paper, and its dots an inch, when it is asked to."""

    turned = Signal()
    """Another page is to be shown."""
    resized = Signal()
    """The area in which the page is seen has another size."""

    def __init__(self, parts: PreviewParts, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._parts, self._dialog = parts, dialog
        self._page = 0
        parts.earlier.clicked.connect(self._earlier)
        parts.later.clicked.connect(self._later)
        if parts.area is not None:
            parts.area.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.resized.emit()
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """The next paper is shown from its first page."""
        self._page = 0

    def show(self, paper: Paper, dots: float) -> None:
        """Show the page of ``paper`` that is current, ``dots`` to an inch of the screen."""
        parts = self._parts
        self._page = max(0, min(self._page, paper.pages - 1))
        ratio = self._dialog.devicePixelRatioF()
        picture = page_picture(paper.pdf, self._page, dots * ratio)
        picture.setDevicePixelRatio(ratio)
        parts.page.setPixmap(QPixmap.fromImage(picture))
        words = self.tr("Page %1 of %2").replace("%1", str(self._page + 1))
        parts.page_number.setText(words.replace("%2", str(paper.pages)))
        parts.earlier.setEnabled(self._page > 0)
        parts.later.setEnabled(self._page < paper.pages - 1)
        text = self.tr("These letters cannot be printed and are shown by number: %1")
        parts.missing.setText(text.replace("%1", " ".join(paper.missing)) if paper.missing else "")

    def _earlier(self) -> None:
        self._page -= 1
        self.turned.emit()

    def _later(self) -> None:
        self._page += 1
        self.turned.emit()
