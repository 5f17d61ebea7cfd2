"""*Prøv det af*: what is tried, and what it would give; nothing is written until it is carried out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QTreeWidgetItem, QWidget

from strategikort.application.trying import Forecast, trial
from strategikort.cascade.checking import plan_year
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.trying_dialog import Ui_TryingDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.wrapping import wrapping
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.restructure import lapse, merge_units, move_unit, redate
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_LAPSE, _REDATE, _MOVE, _MERGE = range(4)
_GOALS = (_LAPSE, _REDATE)


class TryingDialog(QDialog):
    """Tries steps on a copy. When the document itself becomes another one meanwhile, the trial begins anew."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.form = form = Ui_TryingDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        wrapping(form.forecast)
        form.forecast.setProperty("framed", True)
        form.steps.setProperty("framed", True)
        form.steps.setWordWrap(True)
        names = (
            self.tr("The chosen goals lapse"),
            self.tr("The chosen goals get other dates"),
            self.tr("A unit moves to another centre"),
            self.tr("A unit becomes part of another"),
        )
        form.what.addItems(names)
        self._goals = bridge.chosen(Goal)
        form.first.setText(day_text(bridge.workspace.today()))
        form.what.setCurrentIndex(_LAPSE if self._goals else _MOVE)
        form.what.currentIndexChanged.connect(self._ask)
        form.try_button.clicked.connect(self._try)
        form.take_back.clicked.connect(self._take_back)
        form.go.clicked.connect(self._apply)
        form.discard.clicked.connect(self.reject)
        bridge.changed.connect(self.begin)
        self.begin()

    def begin(self) -> None:
        """Begin a trial on the document as it stands now."""
        space = self._bridge.workspace
        today, profile = space.today(), space.profile
        year = plan_year(space.document, profile, today)
        self.trial = trial(space.reading, lambda document: Check(document, profile, today=today, year=year))
        self._ask()
        self._tell()

    def _ask(self) -> None:
        """Ask for what the chosen kind of step needs."""
        form, kind = self.form, self.form.what.currentIndex()
        needed: dict[QWidget, bool] = dict.fromkeys((form.unit, form.into, form.into_label), kind not in _GOALS)
        needed |= dict.fromkeys((form.first, form.first_label), kind != _LAPSE)
        needed |= dict.fromkeys((form.last, form.last_label), kind == _REDATE)
        for field, wanted in needed.items():
            field.setVisible(wanted)
        goals = [goal_titled(self._bridge.document, one) for one in self._goals]
        form.goals.setText(", ".join(goals) or self.tr("Choose goals on the map or in the list first."))
        form.goals.setVisible(kind in _GOALS)
        units = [one for one in self._bridge.document.all(OrgUnit).values() if one.kind is not OrgKind.CENTRE]
        centres = [one for one in self._bridge.document.all(OrgUnit).values() if one.kind is OrgKind.CENTRE]
        _offer(form.unit, units)
        _offer(form.into, centres if kind == _MOVE else units)
        form.try_button.setEnabled(kind not in _GOALS or bool(self._goals))

    def _step(self) -> Callable[[Document], ChangeSet]:
        """What is to be tried. Raises ValueError for what is no day."""
        form, kind = self.form, self.form.what.currentIndex()
        if kind == _LAPSE:
            return partial(lapse, goals=self._goals)
        first = read_day(form.first.text())
        if kind == _REDATE:
            return partial(redate, goals=self._goals, first=first, last=read_day(form.last.text()))
        day, unit, other = first or self._bridge.workspace.today(), form.unit.currentData(), form.into.currentData()
        if kind == _MOVE:
            return partial(move_unit, unit=unit, centre=other, day=day, new_id=self._bridge.workspace.new_id)
        return partial(merge_units, units=[unit], into=other, day=day)

    def _try(self) -> None:
        try:
            self.trial.try_(self._step())
        except EditRefused as refusal:
            self._say(self._bridge.say(refusal.phrase))
            return
        except ValueError:
            self._say(self.tr("Write the day as 1.8.2015."))
            return
        self._tell()

    def _say(self, text: str) -> None:
        """Say why something was not tried."""
        self.form.said.setText(text)
        self.form.said.show()

    def _take_back(self) -> None:
        self.trial.take_back()
        self._tell()

    def _tell(self) -> None:
        form, steps = self.form, self.trial.steps
        form.said.hide()
        form.steps.clear()
        form.steps.addItems([self._bridge.say(one) for one in steps])
        form.take_back.setEnabled(bool(steps))
        form.go.setEnabled(bool(steps))
        form.forecast.clear()
        if steps:
            form.forecast.addTopLevelItems(list(self._lines(self.trial.forecast())))
            form.forecast.expandAll()
        form.hint.setVisible(not steps)

    def _lines(self, found: Forecast) -> Iterator[QTreeWidgetItem]:
        say, now = self._bridge.say, self.trial.document
        groups: tuple[tuple[str, Iterable[str]], ...] = (
            (self.tr("Goals that lose their red thread"), (goal_titled(now, one) for one in found.broken)),
            (self.tr("Goals right under one that lapses"), (goal_titled(now, one) for one in found.hanging)),
            (
                self.tr("Political goals without anybody at work"),
                (goal_titled(now, one) for one in found.uncovered),
            ),
            (self.tr("Agreements that need an addendum"), (self._agreement(one) for one in found.addenda)),
            (self.tr("Goals that get a red thread"), (goal_titled(now, one) for one in found.mended)),
            (self.tr("New findings"), (say(one.message) for one in found.appear)),
            (self.tr("Findings that go away"), (say(one.message) for one in found.vanish)),
        )
        for name, lines in groups:
            told = list(lines)
            group = QTreeWidgetItem([f"{name}: {len(told)}"])
            font = group.font(0)
            font.setBold(bool(told))
            group.setFont(0, font)
            group.addChildren([QTreeWidgetItem([line]) for line in told])
            yield group

    def _agreement(self, agreement: Id) -> str:
        found = self._bridge.document.get(Agreement, agreement)
        org = self._bridge.document.get(OrgUnit, found.org) if found else None
        return f"{org.name if org else '?'} {found.valid_from.year if found else ''}".strip()

    def _apply(self) -> None:
        change_set = self.trial.change_set(phrase("edit.trial"))
        self._bridge.changed.disconnect(self.begin)
        if self._bridge.edit(lambda _: change_set) is not None:
            self.accept()
        else:
            self._bridge.changed.connect(self.begin)


def _offer(choice: QComboBox, orgs: Iterable[OrgUnit]) -> None:
    """Offer organisations by name; what was chosen stays chosen."""
    before: Id | None = choice.currentData(Qt.ItemDataRole.UserRole)
    choice.clear()
    for one in sorted(orgs, key=lambda org: (sort_key(org.name), org.id)):
        choice.addItem(one.name, one.id)
    choice.setCurrentIndex(max(0, choice.findData(before)))
