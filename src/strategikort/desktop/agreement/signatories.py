"""Who signs an agreement: each with the day, the place and the way, noted here when it was signed on paper."""

from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.agreements_view import Ui_AgreementsViewForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.domain.agreements import Agreement, AgreementState, Signatory, SigningMethod
from strategikort.domain.edits.signing import sign, signatories_of, unsign
from strategikort.domain.organisation import Person

_ROLE = Qt.ItemDataRole.UserRole + 1


class Signatories(QObject):
    """The part of the view in which signatures are noted."""

    def __init__(self, bridge: Bridge, form: Ui_AgreementsViewForm, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._form = bridge, form
        self._agreement: Agreement | None = None
        for method in SigningMethod:
            form.method.addItem(bridge.workspace.words.text(f"signing.{method.value}"), method)
        form.day.setText(day_text(bridge.workspace.today()))
        for column in range(4):
            form.signatories.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        form.signatories.itemSelectionChanged.connect(self._can)
        form.day.textChanged.connect(self._can)
        form.sign.clicked.connect(self.sign)
        form.unsign.clicked.connect(self.unsign)

    @property
    def chosen(self) -> Signatory | None:
        """The one who is chosen, or the first who has not signed yet."""
        item = self._form.signatories.currentItem()
        return self._bridge.document.get(Signatory, item.data(0, _ROLE)) if item else None

    @property
    def day(self) -> date | None:
        """The day that is written, None while it can be read as none."""
        try:
            return read_day(self._form.day.text())
        except ValueError:
            return None

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show who signs ``agreement``; the first who has not is chosen."""
        before = self.chosen
        same = agreement is not None and self._agreement is not None and agreement.id == self._agreement.id
        self._agreement = agreement
        tree = self._form.signatories
        with QSignalBlocker(tree):
            tree.clear()
            found = signatories_of(self._bridge.document, agreement.id) if agreement else ()
            for one in found:
                tree.addTopLevelItem(self._line(one))
            waiting = [place for place, one in enumerate(found) if one.signed_on is None]
            kept = [place for place, one in enumerate(found) if same and before and one.id == before.id]
            line = tree.topLevelItem(next(iter(waiting or kept), 0))
            if line is not None:
                tree.setCurrentItem(line)
        self._can()

    def _line(self, one: Signatory) -> QTreeWidgetItem:
        words = self._bridge.workspace.words
        known = self._bridge.workspace.profile.words.get(one.role)
        role = f"{known:One}" if known else one.role
        person = self._bridge.document.get(Person, one.person)
        name = person.name if person else self.tr("(nobody)")
        day = words.date(one.signed_on) if one.signed_on else self.tr("not yet")
        how = words.text(f"signing.{one.method.value}") if one.method else ""
        how = ", ".join(filter(None, (how, one.evidence)))
        item = QTreeWidgetItem([role, name, day, one.place, how])
        item.setData(0, _ROLE, one.id)
        return item

    def _can(self) -> None:
        form, one = self._form, self.chosen
        ready = self._agreement is not None and self._agreement.state is AgreementState.READY
        late = self._agreement is not None and self._agreement.state.signed
        form.sign.setEnabled(one is not None and self.day is not None and one.signed_on is None and (ready or late))
        form.unsign.setEnabled(one is not None and one.signed_on is not None and not late)
        for field in (form.day, form.place, form.method):
            field.setEnabled(ready or late)

    def sign(self) -> None:
        """Note that the chosen one has signed."""
        one, form, day = self.chosen, self._form, self.day
        if one is None or day is None:
            return
        profile, method = self._bridge.workspace.profile, SigningMethod(form.method.currentData())
        place = form.place.text().strip()
        self._bridge.edit(lambda document: sign(document, one.id, on=day, method=method, profile=profile, place=place))

    def unsign(self) -> None:
        """Take back what was noted of the chosen one."""
        one = self.chosen
        if one is not None:
            self._bridge.edit(lambda document: unsign(document, one.id))
