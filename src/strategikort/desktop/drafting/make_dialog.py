"""*Opret årets aftaler*: which units, what is common to them, and how many drafts it makes, before any is made."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHeaderView, QTreeWidgetItem, QWidget

from strategikort.application.agreements import agreements_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.choosing import centres, name_of
from strategikort.desktop.forms.make_agreements_dialog import Ui_MakeAgreementsDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.domain.agreements import Section
from strategikort.domain.edits.agreements import centre_of, holder_of, party_home
from strategikort.domain.edits.making import Common, CommonGoal, common_of, make_agreements, units_without
from strategikort.domain.goals import Goal, GoalKind, GoalState, list_order
from strategikort.domain.links import LinkKind
from strategikort.domain.organisation import OrgUnit, Person
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id, room

_ROLE = Qt.ItemDataRole.UserRole + 1
_TITLE, _UNDER, _CRITERION, _CENTRAL = range(4)


class MakeAgreementsDialog(QDialog):
    """Makes the drafts of a year in one step that can be undone."""

    def __init__(self, bridge: Bridge, centre: Id | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._texts: dict[str, str] = {}
        self._fixed: set[str] = set()
        self.form = form = Ui_MakeAgreementsDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        self._name_things()
        form.year.setValue(_usual_year(bridge))
        form.centre.addItem(self.tr("All"), None)
        for identity, name in centres(bridge.document):
            form.centre.addItem(name, identity)
        form.centre.setCurrentIndex(max(0, form.centre.findData(centre)))
        for section in bridge.workspace.profile.sections:
            if section.part != "signatures":
                form.section.addItem(section.heading, section.key)
        form.text.setProperty("most", room(Section, "text"))
        self._lay_out_lists()
        self._listen()
        self._show_units()
        self._show_text()

    def _name_things(self) -> None:
        words, form = self._bridge.workspace.words, self.form
        form.heading.setText(self.tr("Make the year's %1").replace("%1", words.word("unit_agreement").many))
        self.setWindowTitle(form.heading.text())
        unit, agreement = words.word("unit"), words.word("unit_agreement")
        form.units_label.setText(
            self.tr("&%1 that get %2").replace("%1", f"{unit:Many}").replace("%2", f"{agreement:a}")
        )
        form.units.headerItem().setText(0, f"{unit:One}")
        form.units.setAccessibleName(form.units_label.text().replace("&", ""))

    def _lay_out_lists(self) -> None:
        form = self.form
        for tree in (form.units, form.goals):
            tree.setProperty("framed", True)
            tree.header().setStretchLastSection(False)
            tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        form.units.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for column, width in ((_UNDER, 180), (_CRITERION, 130), (_CENTRAL, 110)):
            form.goals.setColumnWidth(column, width)

    def _listen(self) -> None:
        form = self.form
        form.year.valueChanged.connect(self._show_units)
        form.centre.currentIndexChanged.connect(self._show_units)
        form.units.itemChanged.connect(self._tell)
        form.all.clicked.connect(partial(self._tick, Qt.CheckState.Checked))
        form.none.clicked.connect(partial(self._tick, Qt.CheckState.Unchecked))
        form.add_goal.clicked.connect(partial(self.add_goal, None))
        form.last_year.clicked.connect(self.take_last_years)
        form.remove_goal.clicked.connect(self._remove_goal)
        form.goals.itemChanged.connect(self._tell)
        form.section.currentIndexChanged.connect(self._show_text)
        form.text.textChanged.connect(self._keep_text)
        form.fixed.toggled.connect(self._keep_fixed)
        form.cancel.clicked.connect(self.reject)
        form.make.clicked.connect(self.make)
        self._bridge.refused.connect(self._say)

    @property
    def chosen(self) -> list[Id]:
        """The units that get an agreement."""
        items = (self.form.units.topLevelItem(place) for place in range(self.form.units.topLevelItemCount()))
        return [item.data(0, _ROLE) for item in items if item and item.checkState(0) is Qt.CheckState.Checked]

    @property
    def common(self) -> Common:
        """What is written as common to all."""
        texts = {key: text for key, text in self._texts.items() if text.strip()}
        return Common(texts=texts, fixed=frozenset(self._fixed & texts.keys()), goals=tuple(self._goals()))

    def _goals(self) -> list[CommonGoal]:
        found = []
        for place in range(self.form.goals.topLevelItemCount()):
            item = self.form.goals.topLevelItem(place)
            box = self.form.goals.itemWidget(item, _UNDER) if item else None
            if item and item.text(_TITLE).strip() and isinstance(box, QComboBox):
                found.append(
                    CommonGoal(
                        title=item.text(_TITLE),
                        under=box.currentData(),
                        success_criterion=item.text(_CRITERION),
                        central=item.checkState(_CENTRAL) is Qt.CheckState.Checked,
                    )
                )
        return found

    def add_goal(self, goal: CommonGoal | None = None) -> None:
        """Let there be one more common goal, to be written here."""
        given = goal or CommonGoal(title="")
        item = QTreeWidgetItem([given.title, "", given.success_criterion, ""])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_CENTRAL, Qt.CheckState.Checked if given.central else Qt.CheckState.Unchecked)
        self.form.goals.addTopLevelItem(item)
        box = QComboBox(self.form.goals)
        box.setAccessibleName(self.tr("Supports"))
        for identity, name in self._above():
            box.addItem(name, identity)
        box.setCurrentIndex(max(0, box.findData(given.under)))
        self.form.goals.setItemWidget(item, _UNDER, box)
        if goal is None:
            self.form.goals.setCurrentItem(item)
            self.form.goals.editItem(item, _TITLE)
        self._tell()

    def _above(self) -> list[tuple[Id | None, str]]:
        """The goals that a unit's goal may support in this model, those of the chosen centre first."""
        document, profile = self._bridge.document, self._bridge.workspace.profile
        centre = self.form.centre.currentData()
        fitting = [
            goal
            for goal in document.all(Goal).values()
            if goal.state is GoalState.ACTIVE
            and goal.kind is not GoalKind.UNIT_GOAL
            and profile.allows(LinkKind.REALISES, GoalKind.UNIT_GOAL, goal.kind)
        ]
        fitting.sort(key=lambda goal: (-goal.kind.level, goal.owner != centre, list_order(goal)))
        return [(None, self.tr("(not chosen yet)")), *((goal.id, name_of(document, goal.id)) for goal in fitting)]

    def take_last_years(self) -> None:
        """Take over the common goals of the year before, of the chosen centre or of all."""
        document, profile = self._bridge.document, self._bridge.workspace.profile
        year, centre = self.form.year.value(), self.form.centre.currentData()
        first = profile.period(year)[0]
        before = [
            one
            for one in agreements_of(document, year - 1)
            if centre is None or ((home := centre_of(document, one.org, one.valid_from)) and home.id == centre)
        ]
        known = {goal.title for goal in self._goals()}
        fresh = [goal for goal in common_of(document, before, first) if goal.title not in known]
        for goal in fresh:
            self.add_goal(goal)
        if not fresh:
            self.form.said.setText(self.tr("There were no other common goals in %1.").replace("%1", str(year - 1)))

    def _remove_goal(self) -> None:
        chosen = self.form.goals.currentItem()
        if chosen is not None:
            self.form.goals.takeTopLevelItem(self.form.goals.indexOfTopLevelItem(chosen))
            self._tell()

    def _show_units(self) -> None:
        workspace, form = self._bridge.workspace, self.form
        centre = form.centre.currentData()
        with QSignalBlocker(form.units):
            form.units.clear()
            for unit in units_without(workspace.document, workspace.profile, form.year.value(), centre):
                item = QTreeWidgetItem([f"{unit.code} {unit.name}".strip(), self._signs(unit)])
                item.setData(0, _ROLE, unit.id)
                item.setCheckState(0, Qt.CheckState.Checked)
                form.units.addTopLevelItem(item)
        self._tell()

    def _signs(self, unit: OrgUnit) -> str:
        """Who signs, so that a missing leader is seen before the drafts are made."""
        document, profile = self._bridge.document, self._bridge.workspace.profile
        day = profile.period(self.form.year.value())[0]
        names = []
        for party in profile.signatories:
            person = document.get(
                Person, holder_of(document, party.role, party_home(document, unit.id, party.of, day), day)
            )
            names.append(person.name if person else self.tr("(nobody)"))
        return ", ".join(names)

    def _tick(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.form.units):
            for place in range(self.form.units.topLevelItemCount()):
                item = self.form.units.topLevelItem(place)
                if item:
                    item.setCheckState(0, state)
        self._tell()

    def _show_text(self) -> None:
        key, form = self.form.section.currentData(), self.form
        guide = next((one.guide for one in self._bridge.workspace.profile.sections if one.key == key), "")
        with QSignalBlocker(form.text), QSignalBlocker(form.fixed):
            form.text.setPlainText(self._texts.get(key, ""))
            form.text.setPlaceholderText(guide)
            form.fixed.setChecked(key in self._fixed)
        self._tell_texts()

    def _keep_text(self) -> None:
        self._texts[self.form.section.currentData()] = self.form.text.toPlainText()
        self._tell_texts()

    def _keep_fixed(self, on: bool) -> None:
        key = self.form.section.currentData()
        (self._fixed.add if on else self._fixed.discard)(key)

    def _tell_texts(self) -> None:
        written = [
            self.form.section.itemText(place)
            for place in range(self.form.section.count())
            if self._texts.get(self.form.section.itemData(place), "").strip()
        ]
        text = self.tr("Written for all: %1.").replace("%1", ", ".join(written))
        self.form.texts_said.setText(text if written else self.tr("Sections without a text here are left to the unit."))
        self._tell()

    def _tell(self) -> None:
        words, count, goals = self._bridge.workspace.words, len(self.chosen), len(self._goals())
        kind = words.word("unit_agreement")
        form = self.form
        form.make.setEnabled(count > 0)
        form.make.setText(self.tr("Make %1").replace("%1", f"{count} {kind.one if count == 1 else kind.many}"))
        if not form.units.topLevelItemCount():
            text = self.tr("All have %1 for %2 already.").replace("%1", f"{kind:a}")
            form.said.setText(text.replace("%2", str(form.year.value())))
        else:
            loose = sum(goal.under is None for goal in self._goals())
            said = self.tr("Each gets %1 common goals.").replace("%1", str(goals)) if goals else ""
            lacking = self.tr("%1 of them support no goal above yet.").replace("%1", str(loose)) if loose else ""
            form.said.setText(" ".join(filter(None, (said, lacking))))

    def make(self) -> None:
        """Make the drafts; what is refused is said here."""
        workspace, common, units = self._bridge.workspace, self.common, self.chosen
        year = self.form.year.value()
        made = self._bridge.edit(
            lambda document: make_agreements(
                document, profile=workspace.profile, new_id=workspace.new_id, units=units, year=year, common=common
            )
        )
        if made is not None:
            self.accept()

    def _say(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))


def _usual_year(bridge: Bridge) -> int:
    """The year after the latest of which every unit has an agreement, at least this one."""
    profile, document = bridge.workspace.profile, bridge.document
    today = bridge.workspace.today()
    year = profile.year_of(today)
    return year if units_without(document, profile, year) else year + 1
