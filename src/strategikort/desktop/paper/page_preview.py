"""A paper seen page by page in a dialog, and what is to be known of its letters."""

from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTextBrowser, QWidget
from typing_extensions import override

from strategikort.desktop.paper import as_text
from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.reports import spoken
from strategikort.reports.model import Paper

_AROUND: Final = 40


class PreviewForm(Protocol):
    """A form in whose area ``preview`` a ``page`` is seen."""

    page: QLabel
    page_number: QLabel
    earlier: QPushButton
    later: QPushButton
    missing: QLabel
    preview: QScrollArea
    as_text: QPushButton
    text: QTextBrowser


class PagePreview(QObject):
    """Shows one page at a time; the dialog hands in the paper, and its dots an inch, when it is asked to."""

    wanted = Signal()
    """The page is to be shown: that of another paper, another page of it, or as large as there is room now."""

    def __init__(self, form: PreviewForm, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._form, self._dialog = form, dialog
        self._page = 0
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.wanted)
        self._written: bytes | None = None
        form.as_text.toggled.connect(self._turn_into_text)
        form.earlier.clicked.connect(self._earlier)
        form.later.clicked.connect(self._later)
        form.preview.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    @property
    def breadth(self) -> int:
        """How broad a page may be. A bar has room beside it, seen or not, so that none comes and goes by the page."""
        area = self._form.preview
        return area.maximumViewportSize().width() - area.verticalScrollBar().sizeHint().width() - _AROUND

    def begin(self) -> None:
        """The next paper is shown from its first page, as soon as all that is chosen with it is."""
        self._page = 0
        self._soon.start()

    def turn_to(self, page: int) -> None:
        """Show page ``page`` (from 0), or the last one if there are fewer."""
        if page != self._page:
            self._page = page
            self.wanted.emit()

    def show(self, paper: Paper, dots: float) -> None:
        """Show the page of ``paper`` that is current, ``dots`` to an inch of the screen, or all of it as text."""
        form = self._form
        if form.as_text.isChecked():
            self._show_text(paper)
            return
        self._page = max(0, min(self._page, paper.pages - 1))
        ratio = self._dialog.devicePixelRatioF()
        picture = page_picture(paper.pdf, self._page, dots * ratio)
        picture.setDevicePixelRatio(ratio)
        form.page.setPixmap(QPixmap.fromImage(picture))
        words = self.tr("Page %1 of %2").replace("%1", str(self._page + 1))
        form.page_number.setText(words.replace("%2", str(paper.pages)))
        form.earlier.setEnabled(self._page > 0)
        form.later.setEnabled(self._page < paper.pages - 1)
        self._tell_missing(paper)

    def _tell_missing(self, paper: Paper) -> None:
        form = self._form
        text = self.tr("These letters cannot be printed and are shown by number: %1")
        form.missing.setText(text.replace("%1", " ".join(paper.missing)) if paper.missing else "")

    def _show_text(self, paper: Paper) -> None:
        """The whole paper as text; made anew only for another paper, so that the place in it stays."""
        if self._written != paper.pdf:
            self._written = paper.pdf
            bar = self._form.text.verticalScrollBar()
            place = bar.value()
            self._form.text.setHtml(as_text.as_html(spoken.read_out(paper.pdf)))
            bar.setValue(place)
        self._tell_missing(paper)

    def _turn_into_text(self, text: bool) -> None:
        """Show the paper as text, or as pages again."""
        form = self._form
        form.text.setVisible(text)
        form.preview.setVisible(not text)
        for button in (form.earlier, form.later, form.page_number):
            button.setVisible(not text)
        self.wanted.emit()
        if text:
            form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _earlier(self) -> None:
        self._page -= 1
        self.wanted.emit()

    def _later(self) -> None:
        self._page += 1
        self.wanted.emit()
