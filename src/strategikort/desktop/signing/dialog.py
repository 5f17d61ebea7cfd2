"""*Underskrifter*: where each agreement is in its life, who has signed it, and its papers, out and back."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QInputDialog, QPushButton, QTreeWidgetItem, QWidget

from strategikort.application.agreements import agreements_of
from strategikort.application.life_cycle import Step, moving, steps
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.fields.choosing import name_of
from strategikort.desktop.forms.signing_dialog import Ui_SigningDialogForm
from strategikort.desktop.look.clearing import clear
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.signing.files import Files
from strategikort.desktop.signing.signatories import Signatories
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.life_cycle import cancel_agreement, state_on
from strategikort.domain.edits.signing import add_addendum, approve
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Feature
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

_ROLE = Qt.ItemDataRole.UserRole + 1


class SigningDialog(QDialog):
    """Stands beside the window and follows the document."""

    goal_wanted = Signal(object)
    """The identity of a goal that a finding is about, or of another record."""

    def __init__(self, bridge: Bridge, settings: Settings, agreement: Id | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._steps: tuple[Step, ...] = ()
        self.form = form = Ui_SigningDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.agreements.headerItem().setText(0, f"{bridge.workspace.words.word('unit'):One}")
        for tree in (form.agreements, form.stops, form.signatories, form.files):
            tree.setProperty("framed", True)
            tree.header().setStretchLastSection(True)
        form.agreements.header().setStretchLastSection(False)
        form.agreements.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        form.agreements.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        form.stops.setHeaderHidden(True)
        form.stops.setWordWrap(True)
        self.signatories = Signatories(bridge, form, self)
        self.files = Files(bridge, settings, form, self)
        self._fill_years(agreement)
        self._listen()
        self._fill(agreement)

    def _fill_years(self, agreement: Id | None) -> None:
        document, form = self._bridge.document, self.form
        years = sorted({one.valid_from.year for one in document.all(Agreement).values()}, reverse=True)
        for year in years:
            form.year.addItem(str(year), year)
        chosen = document.get(Agreement, agreement)
        today = self._bridge.workspace.today().year
        form.year.setCurrentIndex(max(0, form.year.findData(chosen.valid_from.year if chosen else today)))

    def _listen(self) -> None:
        form, bridge = self.form, self._bridge
        form.year.currentIndexChanged.connect(partial(self._fill, None))
        form.search.textChanged.connect(self._find)
        form.agreements.currentItemChanged.connect(self._show_one)
        form.stops.itemActivated.connect(self._show_stop)
        form.close.clicked.connect(self.reject)
        bridge.changed.connect(self.refresh)
        bridge.checked.connect(self.refresh)
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
            self.form.year.setCurrentIndex(max(0, self.form.year.findData(found.valid_from.year)))
            self._fill(agreement)

    def _fill(self, chosen: Id | None, *_: object) -> None:
        form = self.form
        before = chosen or (self.agreement.id if self.agreement else None)
        with QSignalBlocker(form.agreements):
            form.agreements.clear()
            for one in agreements_of(self._bridge.document, form.year.currentData()):
                item = QTreeWidgetItem([self._named(one), self._state(one)])
                item.setData(0, _ROLE, one.id)
                form.agreements.addTopLevelItem(item)
                if one.id == before:
                    form.agreements.setCurrentItem(item)
            first = form.agreements.topLevelItem(0)
            if form.agreements.currentItem() is None and first is not None:
                form.agreements.setCurrentItem(first)
        self._find(form.search.text())
        self._show_one()

    def _named(self, agreement: Agreement) -> str:
        name = name_of(self._bridge.document, agreement.org)
        return f"{name} ({self._bridge.workspace.words.word('addendum').one})" if agreement.amends else name

    def _state(self, agreement: Agreement) -> str:
        state = state_on(agreement, self._bridge.workspace.today())
        return self._bridge.workspace.words.text(f"agreement_state.{state.value}")

    def _find(self, text: str) -> None:
        wanted = folded(text)
        for place in range(self.form.agreements.topLevelItemCount()):
            item = self.form.agreements.topLevelItem(place)
            if item:
                item.setHidden(wanted not in folded(item.text(0)))

    def refresh(self) -> None:
        """Show the document as it stands."""
        self._fill(None)

    def _show_one(self, *_: object) -> None:
        agreement, form = self.agreement, self.form
        self.signatories.show_agreement(agreement)
        self.files.show_agreement(agreement)
        form.said.clear()
        form.title.setText(agreement.title if agreement else self.tr("There are no agreements yet."))
        self._steps = steps(self._bridge.workspace, agreement, self._bridge.findings) if agreement else ()
        form.state.setText(self._state_said(agreement) if agreement else "")
        self._show_steps(agreement)
        form.stops.clear()
        for finding in dict.fromkeys(one for step in self._steps for one in step.stops):
            item = QTreeWidgetItem([self._bridge.say(finding.message)])
            item.setToolTip(0, item.text(0))
            item.setData(0, _ROLE, finding.about)
            form.stops.addTopLevelItem(item)
        form.stops.setVisible(form.stops.topLevelItemCount() > 0)

    def _state_said(self, agreement: Agreement) -> str:
        words = self._bridge.workspace.words
        unit, state = name_of(self._bridge.document, agreement.org), self._state(agreement)
        text = self.tr("%1. %2, version %3.").replace("%1", unit).replace("%2", state)
        said = [text.replace("%3", str(agreement.version))]
        if agreement.approved_on:
            text = self.tr("Approved by %1 on %2.").replace("%1", agreement.approved_by or "?")
            said.append(text.replace("%2", words.date(agreement.approved_on)))
        if agreement.cancelled_why:
            said.append(agreement.cancelled_why)
        return " ".join(said)

    def _show_steps(self, agreement: Agreement | None) -> None:
        """A button for each way on; what stands in the way of one is listed below."""
        layout = self.form.steps
        clear(layout)
        if agreement is None:
            return
        for step in self._steps:
            if step.to in (AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.AMENDED):
                continue
            button = self._add_step(f"step_{step.to.value}", self._step_said(agreement, step))
            if step.stops:
                button.setEnabled(False)
                button.setToolTip(self.tr("See below what stands in the way."))
            button.clicked.connect(partial(self.go_on, step.to))
        if agreement.state.signed and agreement.state is not AgreementState.ARCHIVED:
            self._add_step("addendum", self.tr("Make an addendum")).clicked.connect(self.add_addendum)
        if self._waits_for_committee(agreement):
            self._add_step("approve", self.tr("Note the committee's approval ...")).clicked.connect(self.ask_approval)
        layout.addStretch(1)

    def _waits_for_committee(self, agreement: Agreement) -> bool:
        asked = Feature.APPROVAL in self._bridge.workspace.profile.features
        return asked and agreement.state is AgreementState.READY and agreement.approved_on is None

    def _add_step(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setObjectName(name)
        self.form.steps.addWidget(button)
        return button

    def _step_said(self, agreement: Agreement, step: Step) -> str:
        back = step.to is AgreementState.IN_DIALOGUE and agreement.state is not AgreementState.DRAFT
        code = "back" if back else step.to.value
        return self._bridge.workspace.words.text(f"agreement_step.{code}")

    def go_on(self, to: AgreementState) -> None:
        """Let the agreement go on; one that lapses needs a reason."""
        agreement = self.agreement
        if agreement is None:
            return
        if to is AgreementState.CANCELLED:
            self._ask_why(agreement)
            return
        self._bridge.edit(moving(self._bridge.workspace, agreement.id, to, self._bridge.findings))

    def _ask_why(self, agreement: Agreement) -> None:
        dialog = ReasonDialog(
            self.tr("Why does it lapse?"),
            agreement.title,
            go=self._bridge.workspace.words.text("agreement_step.cancelled"),
            who=self._bridge.workspace.session.who,
            parent=self,
        )
        dialog.setObjectName("lapse")
        dialog.accepted.connect(
            lambda: self._bridge.edit(lambda document: cancel_agreement(document, agreement.id, why=dialog.why))
        )
        show_dialog(dialog)

    def ask_approval(self) -> None:
        """Ask which committee has approved the agreement; it is noted for the day that is written below."""
        agreement = self.agreement
        if agreement is None:
            return
        dialog = QInputDialog(self)
        dialog.setObjectName("approval")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(agreement.title)
        dialog.setLabelText(self.tr("Which committee has approved the agreement?"))
        dialog.textValueSelected.connect(partial(self.approve, agreement.id))
        dialog.open()

    def approve(self, agreement: Id, by: str) -> None:
        """Note that a committee has approved an agreement."""
        day = self.signatories.day or self._bridge.workspace.today()
        self._bridge.edit(lambda document: approve(document, agreement, on=day, by=by.strip()))

    def add_addendum(self) -> None:
        """Make the draft of an addendum to the agreement, and show it."""
        agreement, workspace = self.agreement, self._bridge.workspace
        if agreement is None:
            return
        made = self._bridge.edit(
            lambda document: add_addendum(
                document, agreement.id, today=workspace.today(), profile=workspace.profile, new_id=workspace.new_id
            )
        )
        if made is not None:
            self.choose(made.changes[0].record.id)

    def _show_stop(self, item: QTreeWidgetItem) -> None:
        self.goal_wanted.emit(item.data(0, _ROLE))

    def _say(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))
