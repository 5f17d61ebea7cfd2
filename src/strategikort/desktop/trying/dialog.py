"""*Prøv det af*: what is tried, and what it would give; nothing is written until it is carried out."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from strategikort.application.trying import Trial
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.trying_dialog import Ui_TryingDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.own_keys import own_key
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.wrapping import wrapping
from strategikort.desktop.trying.lines import ForecastLines, goal_behind
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.restructure import lapse, merge_units, move_unit, redate
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_LAPSE, _REDATE, _MOVE, _MERGE = range(4)
_GOALS = (_LAPSE, _REDATE)
_READY_AFTER_MS = 60


class TryingDialog(QDialog):
    """Tries steps on a copy. When the document itself becomes another one meanwhile, the trial begins anew."""

    show_goal = Signal(object)
    """The identity of a goal that shall be brought into sight."""

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
        form.forecast.itemDoubleClicked.connect(self._show)
        for key in ("Return", "Enter"):  # as a shortcut, for Qt hands Enter on to the dialog, which presses a button
            own_key(form.forecast, key, self._show)
        self._lines = ForecastLines(bridge, self)
        self._ready_soon = QTimer(self)
        self._ready_soon.setSingleShot(True)
        self._ready_soon.setInterval(_READY_AFTER_MS)
        self._ready_soon.timeout.connect(self._ready)
        bridge.changed.connect(self.begin)
        bridge.refused.connect(self._refused)
        self.begin()

    def begin(self) -> None:
        """Begin a trial on the document as it stands now."""
        self.trial = Trial(self._bridge.document, self._bridge.forked_watch)
        self._ready_soon.start()
        self._ask()
        self._tell()

    def _ready(self) -> None:
        """Look at the document while the person is still choosing, so that the first forecast is as quick as others."""
        _ = self.trial.before

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
            tried = self.trial.try_(self._step())
        except EditRefused as refusal:
            self._say(self._bridge.say(refusal.phrase))
            return
        except ValueError:
            self._say(self.tr("Write the day as 1.8.2015."))
            return
        if tried:
            self._tell()
        else:
            self._say(self.tr("That changes nothing: it is so already."))

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
            form.forecast.addTopLevelItems(list(self._lines.of(self.trial)))
            form.forecast.expandAll()
        form.hint.setVisible(not steps)

    def _apply(self) -> None:
        """Do what was tried; where that is refused, or would be nothing, the dialog stays and says so."""
        change_set = self.trial.change_set(phrase("edit.trial"))
        if not change_set:
            self._say(self.tr("Together, what was tried changes nothing. Take the last back, or try something else."))
            return
        bridge = self._bridge
        bridge.changed.disconnect(self.begin)
        done = bridge.edit(lambda _: change_set)
        bridge.changed.connect(self.begin)
        if done is not None:
            self.accept()

    def _refused(self, why: Phrase) -> None:
        self._say(self._bridge.say(why))

    def _show(self) -> None:
        """Lead to the goal behind the current line, if there is one."""
        goal = goal_behind(self.form.forecast.currentItem())
        if goal:
            self.show_goal.emit(goal)


def _offer(choice: QComboBox, orgs: Iterable[OrgUnit]) -> None:
    """Offer organisations by name; what was chosen stays chosen."""
    before: Id | None = choice.currentData(Qt.ItemDataRole.UserRole)
    choice.clear()
    for one in sorted(orgs, key=lambda org: (sort_key(org.name), org.id)):
        choice.addItem(one.name, one.id)
    choice.setCurrentIndex(max(0, choice.findData(before)))
