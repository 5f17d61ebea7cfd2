"""The organisation: centres with their units and leaders, and the agreement of a unit for a year."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.organisation_dialog import Ui_OrganisationDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import add_agreement, centre_of, holder_of
from strategikort.domain.edits.maps import add_map
from strategikort.domain.edits.organisation import add_org, appoint
from strategikort.domain.organisation import OrgKind, OrgUnit, Person
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_ROLE = Qt.ItemDataRole.UserRole + 1


class OrganisationDialog(QDialog):
    """Adds a centre or a unit, with its leader; makes agreements, so that a new document can be worked in."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._words = bridge.workspace.words
        self.form = Ui_OrganisationDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self._model = QStandardItemModel(self)
        self.form.tree.setModel(self._model)
        self.form.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.form.parts.setStretch(0, 3)
        self.form.parts.setStretch(1, 2)
        for kind in OrgKind:
            self.form.kind.addItem(f"{self._words.word(kind.value):One}", kind)
        self.form.type.addItems(["", *bridge.workspace.profile.unit_types])
        self.form.name.setMaxLength(120)
        self.form.code.setMaxLength(12)
        self.form.leader.setMaxLength(120)
        self.form.year.setValue(bridge.workspace.today().year)
        self.form.add_head.setText(self.tr("Add"))
        self.form.make_agreement.setText(self.tr("Make %1").replace("%1", self._words.word("unit_agreement").one))
        self.form.agreement_head.setText(f"{self._words.word('unit_agreement'):One}")
        self.form.add.clicked.connect(self.add)
        self.form.make_agreement.clicked.connect(self.make_agreement)
        self.form.close.clicked.connect(self.accept)
        self.form.kind.currentIndexChanged.connect(self._can)
        self.form.name.textChanged.connect(self._can)
        self.form.name.returnPressed.connect(self.add)
        self.form.tree.selectionModel().currentChanged.connect(self._can)
        bridge.changed.connect(self.refresh)
        bridge.refused.connect(self._tell)
        self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        bar = self.form.right.verticalScrollBar().sizeHint().width()
        self.form.right.setMinimumWidth(self.form.right_content.minimumSizeHint().width() + bar)

    @property
    def current(self) -> OrgUnit | None:
        """The centre or unit that is marked."""
        identity = self.form.tree.currentIndex().data(_ROLE)
        return self._bridge.document.get(OrgUnit, Id(identity)) if identity else None

    def mark(self, org: Id) -> None:
        """Mark a centre or unit in the tree."""
        for item in self._items():
            if item.data(_ROLE) == org:
                self.form.tree.setCurrentIndex(item.index())

    def refresh(self) -> None:
        """Show the organisation as it stands now."""
        document, today = self._bridge.document, self._bridge.workspace.today()
        marked = self.current
        self._model.clear()
        orgs = sorted(
            document.all(OrgUnit).values(), key=lambda org: (org.position, sort_key(org.code), sort_key(org.name))
        )
        lines: dict[Id, QStandardItem] = {}
        for org in orgs:
            if org.kind is OrgKind.CENTRE:
                lines[org.id] = self._line(org, today)
                self._model.appendRow(lines[org.id])
        for org in orgs:
            if org.kind is not OrgKind.CENTRE:
                centre = centre_of(document, org.id, today)
                above = lines.get(centre.id) if centre else None
                (above or self._model.invisibleRootItem()).appendRow(self._line(org, today))
        self.form.tree.expandAll()
        if marked:
            self.mark(marked.id)
        self._can()

    def _items(self) -> list[QStandardItem]:
        found, waiting = [], [self._model.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            below = [item.child(row) for row in range(item.rowCount())]
            found += below
            waiting += below
        return found

    def _line(self, org: OrgUnit, today: date) -> QStandardItem:
        document = self._bridge.document
        role = "centre_chief" if org.kind is OrgKind.CENTRE else "unit_leader"
        leader = document.get(Person, holder_of(document, role, org.id, today))
        years = sorted({one.valid_from.year for one in document.all(Agreement).values() if one.org == org.id})
        parts = [f"{org.code}  {org.name}".strip(), leader.name if leader else "", ", ".join(map(str, years))]
        item = QStandardItem("  ·  ".join(part for part in parts if part))
        item.setData(org.id, _ROLE)
        return item

    @property
    def _parent(self) -> Id | None:
        marked = self.current
        if self.form.kind.currentData() == OrgKind.CENTRE or marked is None:
            return None
        centre = centre_of(self._bridge.document, marked.id, self._bridge.workspace.today())
        return centre.id if centre else None

    def _can(self) -> None:
        marked = self.current
        kind = OrgKind(self.form.kind.currentData())
        parent = self._bridge.document.get(OrgUnit, self._parent)
        self.form.type.setEnabled(kind is not OrgKind.CENTRE)
        role = "centre_chief" if kind is OrgKind.CENTRE else "unit_leader"
        self.form.leader_caption.setText(f"{self._words.word(role):One}")
        if kind is OrgKind.CENTRE:
            self.form.place.setText("")
        elif parent:
            self.form.place.setText(self.tr("Under %1").replace("%1", parent.name))
        else:
            centre = f"{self._words.word('centre'):a}"
            self.form.place.setText(self.tr("Mark %1 in the list first.").replace("%1", centre))
        self.form.add.setEnabled(bool(self.form.name.text().strip()) and (kind is OrgKind.CENTRE or parent is not None))
        self.form.make_agreement.setEnabled(marked is not None and marked.kind is not OrgKind.CENTRE)

    def add(self) -> None:
        """Add what is written, with its leader, and for a centre its first map; all of it one step."""
        if self.form.add.isEnabled():
            self.form.said.clear()
            made = self._bridge.edit(self._adding)
            if made is not None:
                org = next(one.record for one in made.changes if isinstance(one.record, OrgUnit))
                for line in (self.form.name, self.form.code, self.form.leader):
                    line.clear()
                self.mark(org.id)
                self.form.name.setFocus()

    def _adding(self, document: Document) -> ChangeSet:
        workspace, form = self._bridge.workspace, self.form
        new_id, today = workspace.new_id, workspace.today()
        kind = OrgKind(form.kind.currentData())
        made = add_org(
            document,
            new_id=new_id,
            kind=kind,
            name=form.name.text(),
            code=form.code.text(),
            type="" if kind is OrgKind.CENTRE else form.type.currentText(),
            parent=self._parent,
        )
        org = next(one.record for one in made.changes if isinstance(one.record, OrgUnit))
        changes = list(made.changes)
        if kind is OrgKind.CENTRE:
            first, last = workspace.profile.period(today.year)
            changes += add_map(new_id=new_id, title=org.name, centre=org.id, period=(first, last)).changes
        if form.leader.text().strip():
            role = "centre_chief" if kind is OrgKind.CENTRE else "unit_leader"
            since = workspace.profile.period(today.year)[0]
            after = document.with_changes(made)
            named = appoint(after, new_id=new_id, name=form.leader.text(), role=role, org=org.id, since=since)
            changes += named.changes
        return ChangeSet(made.label, tuple(changes))

    def make_agreement(self) -> None:
        """Make the agreement of the marked unit for the year that is written."""
        marked, workspace, year = self.current, self._bridge.workspace, self.form.year.value()
        if marked is None:
            return
        self.form.said.clear()

        def make(document: Document) -> ChangeSet:
            return add_agreement(
                document, profile=workspace.profile, new_id=workspace.new_id, unit=marked.id, year=year
            )

        if self._bridge.edit(make) is not None:
            text = self.tr("%1 for %2 is made.").replace("%1", f"{self._words.word('unit_agreement'):One}")
            self.form.said.setText(text.replace("%2", f"{marked.name} {year}"))

    def _tell(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))
