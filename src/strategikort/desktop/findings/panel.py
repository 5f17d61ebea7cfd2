"""The findings panel (*Tjek*): each finding as a sentence with its ways out, filtered by severity and words.

Findings that somebody lets stand for a reason are counted apart, and shown when asked for.
"""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from strategikort.application.behind import goals_behind
from strategikort.cascade.findings import Finding, Severity
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.findings.grouping_button import GroupingButton
from strategikort.desktop.findings.list import FindingDelegate, WayOut
from strategikort.desktop.findings.model import FINDING_ROLE, HEADING_ROLE, FindingsModel, Heading
from strategikort.desktop.forms.findings_panel import Ui_FindingsPanelForm
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.own_keys import own_key
from strategikort.desktop.look.settings import FINDINGS_SHOWN, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.reviews import drop_exemption, except_finding
from strategikort.domain.goals import Goal

_LEAST = 36
"""The least height of the list, so that the window fits a small screen with large letters."""


class FindingsPanel(QWidget):
    """Shows what the check found, and mends it where one step is enough."""

    closed = Signal()
    """The user closed the panel."""
    show_goal = Signal(object)
    """The identity of a goal that shall be brought into sight."""

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._settings = settings
        self.form = Ui_FindingsPanelForm()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = self.form.list
        self.model = FindingsModel(bridge, self)
        self.list.setModel(self.model)
        self.delegate = FindingDelegate(bridge, theme, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(_LEAST)
        self.delegate.asked.connect(self.do)
        self.delegate.turned.connect(self._turn)
        self.list.activated.connect(self._activated)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        own_key(self.list, "Space", self._show_current)
        for key, folded in (("Left", True), ("Right", False)):
            slot = partial(self._fold_current, folded=folded)
            own_key(self.list, key, slot)
        self.grouping = GroupingButton(settings, self)
        self.grouping.chosen.connect(self.model.group)
        self.form.head_box.insertWidget(self.form.head_box.indexOf(self.form.search), self.grouping)
        self.model.group(self.grouping.grouping)
        self.form.close.setIcon(icon("close", theme, size=16, color=theme.muted))
        self.form.close.clicked.connect(self.closed)
        shown: list[str] = settings.get(FINDINGS_SHOWN)
        for severity, button in self._filters().items():
            colour = {Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.INFO: theme.muted}[
                severity
            ]
            button.setIcon(icon(severity.value, theme, size=14, color=colour))
            button.setChecked(severity.value in shown)
            button.setMinimumWidth(1)
            button.toggled.connect(self._filter)
        self.form.excepted.setIcon(icon("good", theme, size=14, color=theme.muted))
        self.form.excepted.toggled.connect(self._filter)
        self.form.search.textChanged.connect(self._filter)
        bridge.checked.connect(self._tell)
        self._filter()

    def _filters(self) -> dict[Severity, QToolButton]:
        return {Severity.ERROR: self.form.errors, Severity.WARNING: self.form.warnings, Severity.INFO: self.form.hints}

    def _filter(self) -> None:
        wanted = {severity for severity, button in self._filters().items() if button.isChecked()}
        self._settings.put(FINDINGS_SHOWN, [severity.value for severity in Severity if severity in wanted])
        self.model.want(wanted, self.form.search.text(), excepted=self.form.excepted.isChecked())
        self._tell()

    def _tell(self) -> None:
        self._name_filters()
        empty = self.model.rowCount() == 0
        sought = bool(self.form.search.text().strip())
        self.form.good_text.setText(
            self.tr("No finding has these words in it.") if sought else self.tr("Nothing to mend here.")
        )
        self.form.pages.setCurrentWidget(self.form.good_page if empty else self.form.list_page)

    def _name_filters(self) -> None:
        """Say in each filter how many there are: in words, or by number alone where the panel is narrow."""
        counts = self.model.counts()
        names = {
            Severity.ERROR: self.tr("%n error(s)", "", counts[Severity.ERROR]),
            Severity.WARNING: self.tr("%n warning(s)", "", counts[Severity.WARNING]),
            Severity.INFO: self.tr("%n piece(s) of good advice", "", counts[Severity.INFO]),
        }
        excepted, form = len(self._bridge.excepted), self.form
        form.excepted.setVisible(excepted > 0 or form.excepted.isChecked())
        told = [(button, names[severity], counts[severity]) for severity, button in self._filters().items()]
        told.append((form.excepted, self.tr("%n exception(s)", "", excepted), excepted))
        for button, name, _ in told:
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(name)
        shown = [(button, number) for button, _, number in told if not button.isHidden()]
        others = form.heading.sizeHint().width() + form.close.sizeHint().width() + 60
        wanted = self._wide([*(button for button, _ in shown), self.grouping]) + form.search.minimumWidth()
        if wanted + others > self.width():
            for button, number in shown:
                button.setText(str(number))
        room = self.width() - self._wide([button for button, _ in shown]) - others
        self.grouping.setVisible(room >= self._wide([self.grouping]))
        room -= self._wide([self.grouping])
        form.search.setVisible(room >= form.search.minimumWidth() or bool(form.search.text()))

    @staticmethod
    def _wide(buttons: list[QToolButton]) -> int:
        return sum(button.sizeHint().width() + 8 for button in buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_filters()
        self.list.scheduleDelayedItemsLayout()

    def finding_at(self, row: int) -> Finding | None:
        """The finding in a line of the list."""
        found = self.model.index(row, 0).data(FINDING_ROLE)
        return found if isinstance(found, Finding) else None

    def next_finding(self) -> None:
        """Go to the next finding and show what it is about."""
        self.model.unfold_all()
        rows, here = self.model.rowCount(), self.list.currentIndex().row()
        order = ((here + step) % rows for step in range(1, rows + 1))
        row = next((row for row in order if self.finding_at(row)), None)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))
            self._show_current()

    def do(self, finding: Finding, way: WayOut) -> None:
        """Go a way out of a finding."""
        if way.mend is not None:
            self._bridge.edit(way.mend.make)
        elif way.what == "connect":
            self._connect(finding)
        elif way.what == "choose":
            self._open_menu_of(finding, QCursor.pos())
        elif way.what == "except":
            self._ask_why(finding)
        elif way.what == "drop" and (given := self.delegate.excepts(finding)):
            self._bridge.edit(partial(drop_exemption, exemption=given.id))
        else:
            self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Select what a finding is about and bring it into sight."""
        goals = goals_behind(self._bridge.document, finding)
        if goals:
            self._bridge.select(goals[:1])
            self.show_goal.emit(goals[0])

    def _ask_why(self, finding: Finding) -> None:
        """Ask for the reason why a finding may stand."""
        space, given = self._bridge.workspace, self.delegate.excepts(finding)
        dialog = ReasonDialog(
            self.tr("Why may this stand?"),
            self._bridge.say(finding.message),
            go=self.tr("Let it stand"),
            who=space.session.who,
            why=given.why if given else "",
            parent=self,
        )
        dialog.setObjectName("except")
        dialog.accepted.connect(partial(self._except, dialog, finding))
        show_dialog(dialog)

    def _except(self, dialog: ReasonDialog, finding: Finding) -> None:
        space = self._bridge.workspace
        made = partial(
            except_finding,
            rule=finding.rule,
            record=finding.about,
            why=dialog.why,
            who=dialog.who,
            today=space.today(),
            new_id=space.new_id,
        )
        self._bridge.edit(made)

    def _connect(self, finding: Finding) -> None:
        goal = self._bridge.document.get(Goal, finding.about)
        if goal is not None:
            self.show_finding(finding)
            dialog = LinkDialog(self._bridge, self._theme, goal, self._bridge.say(finding.message), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _activated(self) -> None:
        self._show_current()

    def _show_current(self) -> None:
        index = self.list.currentIndex()
        finding, heading = self.finding_at(index.row()), index.data(HEADING_ROLE)
        if finding is not None:
            self.show_finding(finding)
        elif isinstance(heading, Heading):
            self._turn(heading)

    def _turn(self, heading: Heading) -> None:
        """Fold a group away, or show it again; its heading stays where the keys are."""
        self._fold(heading, folded=not heading.folded)

    def _fold_current(self, *, folded: bool) -> None:
        heading = self.list.currentIndex().data(HEADING_ROLE)
        if isinstance(heading, Heading):
            self._fold(heading, folded=folded)

    def _fold(self, heading: Heading, *, folded: bool) -> None:
        self.model.fold(heading.group.key, folded=folded)
        self.list.setCurrentIndex(self.model.index(self.model.row_of_heading(heading.group.key), 0))

    def _open_menu(self, place: QPoint) -> None:
        finding = self.finding_at(self.list.indexAt(place).row())
        if finding is not None:
            self._open_menu_of(finding, self.list.viewport().mapToGlobal(place))

    def _open_menu_of(self, finding: Finding, place: QPoint) -> None:
        """Every way out of a finding by its full name, in a menu at a place of the screen."""
        menu = QMenu(self)
        for way in self.delegate.ways_out(finding):
            action = QAction(way.name, menu)
            action.setData((finding, way))
            menu.addAction(action)
        menu.triggered.connect(self._menu_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _menu_chosen(self, action: QAction) -> None:
        finding, way = action.data()
        self.do(finding, way)
