"""A paper seen page by page in a dialog, and what is to be known of its letters."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

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


class PagePreview(QObject):
    """Shows one page at a time; the dialog hands in the paper, and its dots an inch, when it is asked to."""

    turned = Signal()
    """Another page is to be shown."""

    def __init__(self, parts: PreviewParts, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._parts, self._dialog = parts, dialog
        self._page = 0
        parts.earlier.clicked.connect(self._earlier)
        parts.later.clicked.connect(self._later)

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
