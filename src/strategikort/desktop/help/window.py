"""The window of the help: contents and search to the left, the page as text to the right."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from strategikort.application.help.book import Book
from strategikort.application.help.pages import Page
from strategikort.application.help.searching import hits
from strategikort.application.help.showing import html
from strategikort.desktop.help.names import WindowNames
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme

_SIZE = QSize(980, 720)
_CONTENTS_LEAST = 180
_TARGET = Qt.ItemDataRole.UserRole + 1


class HelpWindow(QWidget):
    """Shows the pages of a book. It has no parent, so that no dialog shuts it off, and keeps no program running.

    ``whole`` is false while the help is not written in the user's language.
    """

    closed = Signal()
    sheet_wanted = Signal(str)
    """A sheet is to be printed: the one that is read, or any."""

    def __init__(self, book: Book, theme: Theme, *, whole: bool = True) -> None:
        super().__init__()
        self._book, self._names, self._theme = book, WindowNames(), theme
        self._past: list[str] = []
        self.target = ""
        self.setWindowTitle(self.tr("Help"))
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.search, self.contents, self.text = QLineEdit(self), QListWidget(self), QTextBrowser(self)
        self.back, self.sheet = QPushButton(self.tr("&Back"), self), QPushButton(self)
        self._said = QLabel(self)
        self._make_contents()
        self._make_text()
        self._lay_out(whole)
        for keys, act in (("Ctrl+F", self.search.setFocus), ("Alt+Left", self.go_back), ("Esc", self.close)):
            QShortcut(QKeySequence(keys), self, act)
        open_within_screen(self, _SIZE)
        self._list("")

    def _make_contents(self) -> None:
        self.search.setPlaceholderText(self.tr("Search in the help"))
        self.search.setAccessibleName(self.tr("Search in the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._open_first)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setProperty("framed", True)
        self.contents.itemActivated.connect(self._open)
        self.contents.itemClicked.connect(self._open)
        self._said.setProperty("muted", True)
        self.back.clicked.connect(self.go_back)
        self.sheet.clicked.connect(lambda: self.sheet_wanted.emit(self._sheet))

    def _make_text(self) -> None:
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        flags = Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.text.setTextInteractionFlags(flags)
        self.text.document().setDocumentMargin(18)

    def _lay_out(self, whole: bool) -> None:
        left = QVBoxLayout()
        for widget in (self.search, self._said, self.contents, self.back, self.sheet):
            left.addWidget(widget)
        right = QVBoxLayout()
        if not whole:
            right.addWidget(QLabel(self.tr("The help is written in Danish only so far."), self))
        right.addWidget(self.text)
        box = QHBoxLayout(self)
        self.contents.setMinimumWidth(_CONTENTS_LEAST)
        box.addLayout(left, 3)
        box.addLayout(right, 7)

    def show_page(self, target: str) -> None:
        """Show ``page`` or ``page#anchor``; a place that is not there is not gone to."""
        page = self._book.page(target)
        if page is None:
            return
        if self.target and self.target != target:
            self._past.append(self.target)
        self.target = target
        self.back.setEnabled(bool(self._past))
        self._name_sheet()
        self.setWindowTitle(f"{page.title} – {self.tr('Help')}")
        self.text.setAccessibleName(page.title)
        self._set(page)
        anchor = target.partition("#")[2]
        if anchor:
            self.text.scrollToAnchor(anchor)
        self._mark()

    @property
    def _sheet(self) -> str:
        """The sheet for a role that is read, or nothing."""
        name = self.target.partition("#")[0]
        return name if name in self._book.sheets else ""

    def _name_sheet(self) -> None:
        title = self._book.pages[self._sheet].title if self._sheet else self.tr("Sheet for a role")
        words = self.tr("&Print %1 ...")
        self.sheet.setText(words.replace("%1", f"{title[:1].lower()}{title[1:]}"))

    def _set(self, page: Page) -> None:
        colour = self._theme.accent.name()
        self.text.document().setDefaultStyleSheet(
            f"h1, a {{ color: {colour}; }} h1, h2, b {{ font-weight: 600; }} h2 {{ margin-top: 18px; }}"
            " p, li { margin-bottom: 6px; }"
        )
        self.text.setHtml(html(page, self._names))

    def go_back(self) -> None:
        """Show the page before."""
        if self._past:
            self.target = ""
            self.show_page(self._past.pop())
            self.back.setEnabled(bool(self._past))

    def _list(self, wanted: str) -> None:
        """List all pages, or the sections that have the words."""
        self.contents.clear()
        found = [(hit.target, hit.title) for hit in hits(self._book, wanted, self._names)]
        pages = [(page.name, page.title) for page in self._book.pages.values()]
        for target, title in found if wanted.strip() else pages:
            item = QListWidgetItem(title, self.contents)
            item.setData(_TARGET, target)
        self._said.setText(self.tr("%n place(s) found", "", len(found)) if wanted.strip() else self.tr("Contents"))
        self._mark()

    def _mark(self) -> None:
        """Mark what is shown in the list."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_TARGET) in (self.target, self.target.partition("#")[0]):
                self.contents.setCurrentRow(row)
                return

    def _open(self, item: QListWidgetItem) -> None:
        self.show_page(item.data(_TARGET))

    def _open_first(self) -> None:
        if self.contents.count():
            self._open(self.contents.item(0))
            self.text.setFocus()

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.toString())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours, which may become others."""
        super().changeEvent(event)
        page = self._book.page(self.target) if event.type() is QEvent.Type.StyleChange and self.target else None
        if page is not None:
            self._set(page)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
