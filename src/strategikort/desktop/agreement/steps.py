"""Where an agreement is in its life, the ways on from there, and what stands in the way of them."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QPushButton, QTreeWidgetItem, QWidget

from strategikort.application.life_cycle import Step, moving, steps
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.fields.choosing import name_of
from strategikort.desktop.forms.agreements_view import Ui_AgreementsViewForm
from strategikort.desktop.look.clearing import clear
from strategikort.desktop.look.flowing import FlowLayout
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.life_cycle import cancel_agreement, state_on
from strategikort.domain.edits.signing import add_addendum, approve
from strategikort.domain.profile import Feature
from strategikort.domain.shape import Id

_ROLE = Qt.ItemDataRole.UserRole + 1
_BY_THEMSELVES = (AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.AMENDED)
"""States that come with the last signature, the first day, the addendum."""


class Steps(QObject):
    """The head of the view: state, buttons for the ways on, and the list of what is missing, which leads there."""

    goal_wanted = Signal(object)
    """The identity of the record that a finding is about."""
    agreement_wanted = Signal(object)
    """The identity of an agreement that was made."""

    def __init__(self, bridge: Bridge, form: Ui_AgreementsViewForm, view: QWidget) -> None:
        super().__init__(view)
        self._bridge, self._form, self._view = bridge, form, view
        self._agreement: Agreement | None = None
        self._steps: tuple[Step, ...] = ()
        self._row = FlowLayout(form.steps)
        form.stops.setHeaderHidden(True)
        form.stops.setWordWrap(True)
        form.stops.itemActivated.connect(lambda item: self.goal_wanted.emit(item.data(0, _ROLE)))

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show where ``agreement`` is as the document stands."""
        form, self._agreement = self._form, agreement
        form.title.setText(agreement.title if agreement else self.tr("There are no agreements yet."))
        self._steps = steps(self._bridge.workspace, agreement, self._bridge.findings) if agreement else ()
        form.state.setText(self._state_said(agreement) if agreement else "")
        self._show_steps()
        form.stops.clear()
        for finding in dict.fromkeys(one for step in self._steps for one in step.stops):
            item = QTreeWidgetItem([self._bridge.say(finding.message)])
            item.setToolTip(0, item.text(0))
            item.setData(0, _ROLE, finding.about)
            form.stops.addTopLevelItem(item)
        count = form.stops.topLevelItemCount()
        form.stops.setVisible(count > 0)
        form.stops.setMaximumHeight(min(count, 4) * form.stops.sizeHintForRow(0) + 12 if count else 0)

    def _state_said(self, agreement: Agreement) -> str:
        words = self._bridge.workspace.words
        state = words.text(f"agreement_state.{state_on(agreement, self._bridge.workspace.today()).value}")
        text = self.tr("%1. %2, version %3.").replace("%1", name_of(self._bridge.document, agreement.org))
        said = [text.replace("%2", state).replace("%3", str(agreement.version))]
        if agreement.approved_on:
            text = self.tr("Approved by %1 on %2.").replace("%1", agreement.approved_by or "?")
            said.append(text.replace("%2", words.date(agreement.approved_on)))
        return " ".join(filter(None, (*said, agreement.cancelled_why)))

    def _show_steps(self) -> None:
        """A button for each way on; what stands in the way of one is listed below."""
        agreement = self._agreement
        clear(self._row)
        if agreement is None:
            return
        for step in self._steps:
            if step.to in _BY_THEMSELVES:
                continue
            button = self._add(f"step_{step.to.value}", self._step_said(agreement, step))
            button.setEnabled(not step.stops)
            if step.stops:
                button.setToolTip(self.tr("See below what stands in the way."))
            button.clicked.connect(partial(self.go_on, step.to))
        if agreement.state.signed and agreement.state is not AgreementState.ARCHIVED:
            self._add("addendum", self.tr("Make an addendum")).clicked.connect(self.add_addendum)
        if self._waits_for_committee(agreement):
            self._add("approve", self.tr("Note the committee's approval ...")).clicked.connect(self.ask_approval)

    def _waits_for_committee(self, agreement: Agreement) -> bool:
        asked = Feature.APPROVAL in self._bridge.workspace.profile.features
        return asked and agreement.state is AgreementState.READY and agreement.approved_on is None

    def _add(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self._view)
        button.setObjectName(name)
        self._row.addWidget(button)
        button.show()
        return button

    def _step_said(self, agreement: Agreement, step: Step) -> str:
        back = step.to is AgreementState.IN_DIALOGUE and agreement.state is not AgreementState.DRAFT
        return self._bridge.workspace.words.text(f"agreement_step.{'back' if back else step.to.value}")

    def go_on(self, to: AgreementState) -> None:
        """Let the agreement go on; one that lapses needs a reason."""
        agreement = self._agreement
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
            parent=self._view,
        )
        dialog.setObjectName("lapse")
        dialog.accepted.connect(
            lambda: self._bridge.edit(lambda document: cancel_agreement(document, agreement.id, why=dialog.why))
        )
        show_dialog(dialog)

    def ask_approval(self) -> None:
        """Ask which committee has approved the agreement."""
        agreement = self._agreement
        if agreement is None:
            return
        dialog = QInputDialog(self._view)
        dialog.setObjectName("approval")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(agreement.title)
        dialog.setLabelText(self.tr("Which committee has approved the agreement?"))
        dialog.textValueSelected.connect(partial(self.approve, agreement.id))
        dialog.open()

    def approve(self, agreement: Id, by: str) -> None:
        """Note that a committee has approved an agreement today."""
        today = self._bridge.workspace.today()
        self._bridge.edit(lambda document: approve(document, agreement, on=today, by=by.strip()))

    def add_addendum(self) -> None:
        """Make the draft of an addendum to the agreement, and show it."""
        agreement, workspace = self._agreement, self._bridge.workspace
        if agreement is None:
            return
        made = self._bridge.edit(
            lambda document: add_addendum(
                document, agreement.id, today=workspace.today(), profile=workspace.profile, new_id=workspace.new_id
            )
        )
        if made is not None:
            self.agreement_wanted.emit(made.changes[0].record.id)
