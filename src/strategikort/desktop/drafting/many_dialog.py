"""*Ret i flere udkast*: what would become of each draft is seen first; what a leader has rewritten is left."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from strategikort.application.agreements import agreements_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.choosing import centres, name_of
from strategikort.desktop.forms.change_drafts_dialog import Ui_ChangeDraftsDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.domain.agreements import Agreement, FollowUpKind
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.many import (
    Fate,
    FollowUpDay,
    GoalText,
    Proposal,
    SectionText,
    Value,
    What,
    change_drafts,
    common_goals,
    proposals,
    usual,
)
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id

_ROLE = Qt.ItemDataRole.UserRole + 1
_ORDER = (Fate.REWRITTEN, Fate.CHANGED, Fate.LOCKED, Fate.ABSENT, Fate.SAME)
"""What somebody has to look at comes first."""


class ChangeDraftsDialog(QDialog):
    """Replaces a section, a common goal or a day in many drafts, in one step that can be undone."""

    agreement_wanted = Signal(object)
    """The identity of an agreement that shall be seen."""

    def __init__(self, bridge: Bridge, theme: Theme, centre: Id | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._also: set[Id] = set()
        self._told: tuple[Proposal, ...] = ()
        self.form = form = Ui_ChangeDraftsDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.drafts.setProperty("framed", True)
        header = form.drafts.header()
        header.setStretchLastSection(True)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        form.drafts.headerItem().setText(0, f"{bridge.workspace.words.word('unit'):One}")
        self._fill(centre)
        self._listen()
        self._offer()

    def _fill(self, centre: Id | None) -> None:
        form, document = self.form, self._bridge.document
        years = sorted({one.valid_from.year for one in document.all(Agreement).values()}, reverse=True)
        for year in years:
            form.year.addItem(str(year), year)
        form.centre.addItem(self.tr("All"), None)
        for identity, name in centres(document):
            form.centre.addItem(name, identity)
        form.centre.setCurrentIndex(max(0, form.centre.findData(centre)))

    def _listen(self) -> None:
        form = self.form
        form.year.currentIndexChanged.connect(self._offer)
        form.centre.currentIndexChanged.connect(self._offer)
        form.what.currentIndexChanged.connect(self._begin)
        form.text.textChanged.connect(self.show_drafts)
        form.day.textChanged.connect(self.show_drafts)
        form.drafts.itemChanged.connect(self._ticked)
        form.drafts.itemSelectionChanged.connect(self._can)
        form.show.clicked.connect(self._show_agreement)
        form.cancel.clicked.connect(self.reject)
        form.change.clicked.connect(self.change)
        self._bridge.changed.connect(self.show_drafts)
        self._bridge.refused.connect(self._say)

    @property
    def agreements(self) -> list[Agreement]:
        """The agreements of the chosen year and centre."""
        document, centre = self._bridge.document, self.form.centre.currentData()
        found = agreements_of(document, self.form.year.currentData())
        return [
            one
            for one in found
            if centre is None or ((home := centre_of(document, one.org, one.valid_from)) and home.id == centre)
        ]

    @property
    def what(self) -> What | None:
        """What is to be replaced."""
        found = self.form.what.currentData()
        return found if isinstance(found, SectionText | GoalText | FollowUpDay) else None

    @property
    def value(self) -> Value:
        """What it shall say, None while no day can be read."""
        if not isinstance(self.what, FollowUpDay):
            return self.form.text.toPlainText().strip()
        try:
            return read_day(self.form.day.text())
        except ValueError:
            return None

    def _offer(self) -> None:
        """List what can be replaced in the chosen agreements."""
        form, workspace = self.form, self._bridge.workspace
        chosen = self.what
        with QSignalBlocker(form.what):
            form.what.clear()
            for section in workspace.profile.sections:
                name = self.tr("%1 (section)").replace("%1", section.heading)
                form.what.addItem(name, SectionText(section.key, section.heading))
            for title in common_goals(workspace.document, self.agreements):
                form.what.addItem(self.tr("Common goal: %1").replace("%1", title), GoalText(title))
                text = self.tr("Success criterion of: %1").replace("%1", title)
                form.what.addItem(text, GoalText(title, "success_criterion"))
            for kind in (FollowUpKind.MIDYEAR, FollowUpKind.YEAREND):
                meeting = workspace.words.text(f"paper.meeting_kind.{kind.value}")
                form.what.addItem(self.tr("Day: %1").replace("%1", meeting), FollowUpDay(kind))
            place = next((n for n in range(form.what.count()) if form.what.itemData(n) == chosen), 0)
            form.what.setCurrentIndex(place)
        self._begin()

    def _begin(self) -> None:
        """Begin with what most of the drafts say."""
        what, form = self.what, self.form
        self._also = set()
        is_day = isinstance(what, FollowUpDay)
        form.day.setVisible(is_day)
        form.text.setVisible(not is_day)
        form.value_label.setText(self.tr("&New day") if is_day else self.tr("&New text"))
        form.value_label.setBuddy(form.day if is_day else form.text)
        before = usual(self._bridge.document, self.agreements, what) if what else ""
        with QSignalBlocker(form.day), QSignalBlocker(form.text):
            form.day.setText(day_text(before) if isinstance(before, date) else "")
            form.text.setPlainText(before if isinstance(before, str) else "")
        self.show_drafts()

    def show_drafts(self) -> None:
        """Show what would become of each draft as things are written now."""
        what, form = self.what, self.form
        self._told = (
            proposals(self._bridge.document, self.agreements, what, self.value, also=self._also) if what else ()
        )
        with QSignalBlocker(form.drafts):
            form.drafts.clear()
            order = sorted(self._told, key=lambda one: _ORDER.index(one.fate))
            form.drafts.addTopLevelItems([self._line(one) for one in order])
        self._tell()

    def _line(self, one: Proposal) -> QTreeWidgetItem:
        before = day_text(one.before) if isinstance(one.before, date) else str(one.before or "")
        fate = self._fate_said(one.fate)
        item = QTreeWidgetItem([name_of(self._bridge.document, one.agreement.org), fate, " ".join(before.split())])
        item.setToolTip(2, before)
        item.setData(0, _ROLE, one.agreement.id)
        if one.fate in (Fate.CHANGED, Fate.REWRITTEN):
            item.setCheckState(0, Qt.CheckState.Checked if one.fate is Fate.CHANGED else Qt.CheckState.Unchecked)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        if one.fate is Fate.REWRITTEN:
            item.setForeground(1, QBrush(self._theme.warning))
        return item

    def _fate_said(self, fate: Fate) -> str:
        return {
            Fate.CHANGED: self.tr("is replaced"),
            Fate.SAME: self.tr("says so already"),
            Fate.REWRITTEN: self.tr("rewritten by the leader, is left"),
            Fate.LOCKED: self.tr("locked, is left"),
            Fate.ABSENT: self.tr("does not have it"),
        }[fate]

    def _ticked(self, item: QTreeWidgetItem) -> None:
        """Replace a text that was rewritten all the same, or leave one out."""
        agreement = item.data(0, _ROLE)
        wanted = item.checkState(0) is Qt.CheckState.Checked
        fate = next(one.fate for one in self._told if one.agreement.id == agreement)
        if wanted and fate is Fate.REWRITTEN:
            self._also.add(agreement)
        elif not wanted and agreement in self._also:
            self._also.discard(agreement)
        else:
            self._tell()
            return
        self.show_drafts()

    def _doomed(self) -> list[Proposal]:
        """The drafts that are ticked."""
        form = self.form
        items = [form.drafts.topLevelItem(place) for place in range(form.drafts.topLevelItemCount())]
        ticked = {one.data(0, _ROLE) for one in items if one and one.checkState(0) is Qt.CheckState.Checked}
        return [one for one in self._told if one.fate is Fate.CHANGED and one.agreement.id in ticked]

    def _tell(self) -> None:
        form, count = self.form, len(self._doomed())
        left = sum(one.fate is Fate.REWRITTEN for one in self._told)
        form.change.setEnabled(count > 0 and self.value is not None)
        draft = self.tr("1 draft") if count == 1 else self.tr("%1 drafts").replace("%1", str(count))
        form.change.setText(self.tr("Change %1").replace("%1", draft))
        said = ""
        if left:
            said = self.tr("%1 were rewritten and are left as they are.").replace("%1", str(left))
            if left == 1:
                said = self.tr("One was rewritten and is left as it is.")
        if self.value is None:
            said = self.tr("Write a day such as 15.6.2015.")
        form.said.setText(said)
        self._can()

    def _can(self) -> None:
        self.form.show.setEnabled(bool(self.form.drafts.selectedItems()))

    def _show_agreement(self) -> None:
        for item in self.form.drafts.selectedItems()[:1]:
            self.agreement_wanted.emit(item.data(0, _ROLE))
            self.reject()

    def change(self) -> None:
        """Replace it in the drafts that are ticked."""
        what, doomed, value = self.what, self._doomed(), self.value
        if what is None or not doomed:
            return
        new_id: Callable[[], Id] = self._bridge.workspace.new_id
        if self._bridge.edit(lambda document: change_drafts(document, doomed, what, value, new_id=new_id)) is not None:
            self.accept()

    def _say(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))
