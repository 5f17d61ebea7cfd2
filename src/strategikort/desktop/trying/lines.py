"""A forecast as lines under headings, each line a door to its goal."""

from collections.abc import Iterable, Iterator

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

_Line = tuple[str, tuple[Id, ...]]
"""What is said, and the records that it is about, the nearest first."""


class ForecastLines(QObject):
    """Says what a trial would give."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def of(self, trial: Trial) -> Iterator[QTreeWidgetItem]:
        """The groups of the forecast with their lines; an empty group says that there is none."""
        for name, lines in self._groups(trial.forecast(), trial.document):
            told = list(lines)
            group = QTreeWidgetItem([f"{name}: {len(told)}"])
            font = group.font(0)
            font.setBold(bool(told))
            group.setFont(0, font)
            group.addChildren([self._line(text, about) for text, about in told])
            yield group

    def _line(self, text: str, about: Iterable[Id]) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        document = self._bridge.document
        goal = next((one for one in goals_of(document, about) if document.get(Goal, one)), None)
        item.setData(0, Qt.ItemDataRole.UserRole, goal)
        return item

    def _groups(self, found: Forecast, now: Document) -> tuple[tuple[str, Iterable[_Line]], ...]:
        def goals(among: Iterable[Id]) -> Iterator[_Line]:
            return ((goal_titled(now, one), (one,)) for one in among)

        def findings(among: Iterable[Finding]) -> Iterator[_Line]:
            return ((self._bridge.say(one.message), one.records) for one in among)

        return (
            (self.tr("Goals that lose their red thread"), goals(found.broken)),
            (self.tr("Goals tied to one that lapses"), ((self._tied(now, one), (one.goal,)) for one in found.hanging)),
            (self.tr("Political goals without anybody at work"), goals(found.uncovered)),
            (
                self.tr("Agreements that need an addendum"),
                ((self._agreement(now, one), (one,)) for one in found.addenda),
            ),
            (self.tr("Goals that get a red thread"), goals(found.mended)),
            (self.tr("New findings"), findings(found.appear)),
            (self.tr("Findings that go away"), findings(found.vanish)),
        )

    def _tied(self, now: Document, tie: Tied) -> str:
        text = (
            self.tr("{goal} - tied to “{upper}”, which lapses. The red thread still leads up.")
            if tie.reaches
            else self.tr("{goal} - tied to “{upper}”, which lapses. The red thread is broken.")
        )
        return text.format(goal=goal_titled(now, tie.goal), upper=goal_titled(now, tie.upper))

    @staticmethod
    def _agreement(now: Document, agreement: Id) -> str:
        found = now.get(Agreement, agreement)
        org = now.get(OrgUnit, found.org) if found else None
        return f"{org.name if org else '?'} {found.valid_from.year if found else ''}".strip()


def goal_behind(line: QTreeWidgetItem | None) -> Id | None:
    """The goal that a line leads to; None for a heading, and for what no goal is behind."""
    goal: Id | None = line.data(0, Qt.ItemDataRole.UserRole) if line else None
    return goal
