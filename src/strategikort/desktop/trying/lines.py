"""A forecast as lines under headings, each line a door to its goal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTreeWidgetItem

from strategikort.application.behind import goals_of
from strategikort.application.trying import Forecast, Tied, Trial
from strategikort.cascade.findings import Finding
from strategikort.desktop.bridge import Bridge
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class _Line:
    """What is said, the records that it is about, the nearest first, and the lines below it."""

    text: str
    about: tuple[Id, ...]
    below: tuple["_Line", ...] = ()


class ForecastLines(QObject):
    """Says what a trial would give."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def of(self, trial: Trial) -> Iterator[QTreeWidgetItem]:
        """The groups of the forecast, each with how many there are, and their lines."""
        for name, lines in self._groups(trial.forecast(), trial.document):
            told = list(lines)
            number = sum(len(one.below) or 1 for one in told)
            group = QTreeWidgetItem([f"{name}: {number}"])
            font = group.font(0)
            font.setBold(bool(told))
            group.setFont(0, font)
            group.addChildren([self._item(one) for one in told])
            yield group

    def _item(self, line: _Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line.text])
        document = self._bridge.document
        goal = next((one for one in goals_of(document, line.about) if document.get(Goal, one)), None)
        item.setData(0, Qt.ItemDataRole.UserRole, goal)
        item.addChildren([self._item(one) for one in line.below])
        return item

    def _groups(self, found: Forecast, now: Document) -> tuple[tuple[str, Iterable[_Line]], ...]:
        def goals(among: Iterable[Id]) -> Iterator[_Line]:
            return (_Line(goal_titled(now, one), (one,)) for one in among)

        def findings(among: Iterable[Finding]) -> Iterator[_Line]:
            return (_Line(self._bridge.say(one.message), one.records) for one in among)

        addenda = (_Line(self._agreement(now, one), (one,)) for one in found.addenda)
        return (
            (self.tr("Goals that lose their red thread"), goals(found.broken)),
            (self.tr("Goals tied to one that lapses"), self._tied(found.hanging, now)),
            (self.tr("Political goals without anybody at work"), goals(found.uncovered)),
            (self.tr("Agreements that need an addendum"), addenda),
            (self.tr("Goals that get a red thread"), goals(found.mended)),
            (self.tr("New findings"), findings(found.appear)),
            (self.tr("Findings that go away"), findings(found.vanish)),
        )

    def _tied(self, ties: Iterable[Tied], now: Document) -> Iterator[_Line]:
        """A line for each goal that lapses, and under it the goals that would stand there."""
        for upper, under in groupby(ties, key=lambda one: one.upper):
            below = tuple(_Line(self._hanging(one, now), (one.goal,)) for one in under)
            yield _Line(self.tr("Under “{upper}”").format(upper=goal_titled(now, upper)), (upper,), below)

    def _hanging(self, tie: Tied, now: Document) -> str:
        text = self.tr("{goal} (still traced)") if tie.reaches else self.tr("{goal} (red thread broken)")
        return text.format(goal=goal_titled(now, tie.goal))

    @staticmethod
    def _agreement(now: Document, agreement: Id) -> str:
        found = now.get(Agreement, agreement)
        org = now.get(OrgUnit, found.org) if found else None
        return f"{org.name if org else '?'} {found.valid_from.year if found else ''}".strip()


def goal_behind(line: QTreeWidgetItem | None) -> Id | None:
    """The goal that a line leads to; None for a heading, and for what no goal is behind."""
    goal: Id | None = line.data(0, Qt.ItemDataRole.UserRole) if line else None
    return goal
