"""*Aftaler*: the agreements of a year; the chosen one is written, followed through its life, signed, seen as paper."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget
from typing_extensions import override

from strategikort.application.agreements import agreements_of
from strategikort.desktop.agreement.files import Files
from strategikort.desktop.agreement.paper import LivePaper
from strategikort.desktop.agreement.signatories import Signatories
from strategikort.desktop.agreement.steps import Steps
from strategikort.desktop.agreement.text_page import TextPage
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.choosing import name_of
from strategikort.desktop.fields.private_note import PrivateNote
from strategikort.desktop.forms.agreements_view import Ui_AgreementsViewForm
from strategikort.desktop.look.flowing import FlowLayout
from strategikort.desktop.look.settings import SHOW_PAPER, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.life_cycle import state_on
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

_ROLE = Qt.ItemDataRole.UserRole + 1
_STATE_ROLE = Qt.ItemDataRole.UserRole + 2
_SIZES = (240, 520, 380)
_LEAST_HIGH = 60
_LEAST_PAGE = 220
_ROOM_FOR_ALL = 1100
"""How broad the view is when list, text and paper stand beside each other."""


class AgreementsView(QWidget):
    """Follows the document; what is not seen is not worked out."""

    wanted = Signal(object)
    """The identity of a goal that shall be seen."""

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._stale = True
        self.form = form = Ui_AgreementsViewForm()
        form.setupUi(self)
        form.split.setSizes(_SIZES)
        form.pages.setMinimumHeight(_LEAST_PAGE)
        for row in (form.note_row, form.file_row):
            FlowLayout(row)
        form.agreements.headerItem().setText(0, f"{bridge.workspace.words.word('unit'):One}")
        for tree in (form.agreements, form.stops, form.signatories, form.files):
            tree.setProperty("framed", True)
            tree.setMinimumHeight(_LEAST_HIGH)
        form.agreements.header().setStretchLastSection(False)
        form.agreements.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        form.agreements.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.steps = Steps(bridge, form, self)
        self.signatories = Signatories(bridge, form, self)
        self.files = Files(bridge, settings, form, self)
        self.text = TextPage(bridge, theme, form.sheet, self)
        self.paper = LivePaper(bridge, form, self)
        self.note = PrivateNote(bridge, settings, form.one_side)
        form.one_layout.insertWidget(form.one_layout.indexOf(form.pages), self.note)
        form.show_paper.setChecked(settings.get(SHOW_PAPER))
        self._make_room()
        self._fill_filters()
        self._listen()
        self.fill()

    def _fill_filters(self) -> None:
        form, words = self.form, self._bridge.workspace.words
        form.state_filter.addItem(self.tr("All states"), None)
        for state in AgreementState:
            form.state_filter.addItem(words.text(f"agreement_state.{state.value}"), state)

    def _listen(self) -> None:
        form, bridge = self.form, self._bridge
        form.year.currentIndexChanged.connect(self._fill_list)
        form.state_filter.currentIndexChanged.connect(self._find)
        form.search.textChanged.connect(self._find)
        form.agreements.currentItemChanged.connect(self._show_one)
        form.show_paper.toggled.connect(self._toggle_paper)
        self.steps.goal_wanted.connect(self.go_to)
        self.steps.agreement_wanted.connect(self.choose)
        self.text.goal_wanted.connect(self.wanted)
        self.text.section_entered.connect(self.paper.look_for)
        bridge.changed.connect(self._outdated)
        bridge.checked.connect(self._outdated)
        bridge.refused.connect(self._say)

    @property
    def agreement(self) -> Agreement | None:
        """The agreement that is chosen."""
        item = self.form.agreements.currentItem()
        return self._bridge.document.get(Agreement, item.data(0, _ROLE)) if item else None

    def choose(self, agreement: Id) -> None:
        """Show an agreement."""
        found = self._bridge.document.get(Agreement, agreement)
        if found is not None:
            self.fill(year=found.valid_from.year, chosen=agreement)

    def show_signing(self) -> None:
        """Show who signs, and the papers."""
        self.form.pages.setCurrentWidget(self.form.signing_tab)

    def show_text(self) -> None:
        """Show the text."""
        self.form.pages.setCurrentWidget(self.form.text_tab)

    def go_to(self, record: Id) -> None:
        """Go to what a finding is about: a section here, a party, or a goal."""
        if self.text.go_to(record):
            self.show_text()
        elif self._bridge.document.get(Agreement, record):
            self.show_signing()
        else:
            self.wanted.emit(record)

    def _outdated(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self.fill()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.fill()

    def fill(self, *, year: int | None = None, chosen: Id | None = None) -> None:
        """Show the document as it stands."""
        self._stale = False
        form = self.form
        years = sorted({one.valid_from.year for one in self._bridge.document.all(Agreement).values()}, reverse=True)
        before = year or form.year.currentData() or self._bridge.workspace.today().year
        with QSignalBlocker(form.year):
            if years != [form.year.itemData(place) for place in range(form.year.count())]:
                form.year.clear()
                for one in years:
                    form.year.addItem(str(one), one)
            form.year.setCurrentIndex(max(0, form.year.findData(before)))
        self._fill_list(chosen=chosen)

    def _fill_list(self, *_: object, chosen: Id | None = None) -> None:
        form = self.form
        before = chosen or (self.agreement.id if self.agreement else None)
        with QSignalBlocker(form.agreements):
            form.agreements.clear()
            for one in agreements_of(self._bridge.document, form.year.currentData()):
                state = state_on(one, self._bridge.workspace.today())
                said = self._bridge.workspace.words.text(f"agreement_state.{state.value}")
                item = QTreeWidgetItem([self._named(one), said])
                item.setData(0, _ROLE, one.id)
                item.setData(0, _STATE_ROLE, state)
                form.agreements.addTopLevelItem(item)
                if one.id == before:
                    form.agreements.setCurrentItem(item)
            first = form.agreements.topLevelItem(0)
            if form.agreements.currentItem() is None and first is not None:
                form.agreements.setCurrentItem(first)
        self._find()
        self._show_one()

    def _named(self, agreement: Agreement) -> str:
        name = name_of(self._bridge.document, agreement.org)
        return f"{name} ({self._bridge.workspace.words.word('addendum').one})" if agreement.amends else name

    def _find(self, *_: object) -> None:
        wanted, state = folded(self.form.search.text()), self.form.state_filter.currentData()
        for place in range(self.form.agreements.topLevelItemCount()):
            item = self.form.agreements.topLevelItem(place)
            if item:
                fits = state is None or item.data(0, _STATE_ROLE) == state
                item.setHidden(not fits or wanted not in folded(item.text(0)))

    def _show_one(self, *_: object) -> None:
        agreement = self.agreement
        self.form.said.clear()
        for part in (self.steps, self.signatories, self.files, self.text):
            part.show_agreement(agreement)
        self.note.show_note(agreement.id if agreement else None, agreement.title if agreement else "")
        self.form.pages.setEnabled(agreement is not None)
        if self.form.show_paper.isChecked():
            self.paper.show_agreement(agreement)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        paper = self.form.show_paper.isChecked()
        self.form.paper_side.setVisible(paper)
        self.form.agreements_side.setVisible(not paper or self.width() >= _ROOM_FOR_ALL)

    def _toggle_paper(self, shown: bool) -> None:
        self._make_room()
        self._settings.put(SHOW_PAPER, shown)
        if shown:
            self.paper.show_agreement(self.agreement)

    def _say(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))
