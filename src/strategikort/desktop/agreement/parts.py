"""What the model makes for the sections of an agreement: its goals, money, promises, hearings, days, parties."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from strategikort.application.agreements import goals_of
from strategikort.application.room_to_decide import room_to_decide
from strategikort.desktop.agreement.record_cards import RecordCards
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import GoalButton
from strategikort.desktop.fields.record_form import RecordForm
from strategikort.desktop.look.clearing import clear
from strategikort.desktop.look.days import day_text
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.look.words import word_of
from strategikort.domain.agreements import Agreement, Commitment, FollowUp, Involvement
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.organisation import Person
from strategikort.domain.shape import Id

_MONEY = (("budget_amount", "budget_year"), ("price_level",))
_PROMISE = (("title",), ("description",), ("responsible", "deadline"))
_HEARING = (("kind", "body"), ("sent_on", "due_on"), ("answered_on",), ("text",), ("waived",), ("waived_why",))
_DAY = (("kind",), ("planned_on", "done_on"), ("participants",))


R = TypeVar("R", Commitment, Involvement)


class Parts(QObject):
    """The widgets of the generated parts, by the name of the part; they follow the agreement that is shown."""

    goal_wanted = Signal(object)
    """The identity of a goal that shall be seen."""

    def __init__(self, bridge: Bridge, theme: Theme, content: QWidget) -> None:
        super().__init__(content)
        self._bridge, self._theme = bridge, theme
        self._agreement: Agreement | None = None
        self.goals = QWidget(content)
        self._goals = QVBoxLayout(self.goals)
        self._goals.setContentsMargins(0, 0, 0, 0)
        self._goals.setSpacing(2)
        self.parties = self._label(content)
        self.money = RecordForm(bridge, Agreement, _MONEY, content)
        self.promises = RecordCards(
            bridge,
            Commitment,
            _PROMISE,
            said=self._promise_said,
            found=lambda: self._own(Commitment),
            made=lambda: Commitment(id=self._new(), agreement=self._id, position=len(self._own(Commitment))),
            add=self.tr("Add a promise from the centre"),
            parent=content,
        )
        self.hearings = RecordCards(
            bridge,
            Involvement,
            _HEARING,
            said=self._hearing_said,
            found=lambda: self._own(Involvement),
            made=lambda: Involvement(id=self._new(), agreement=self._id, position=len(self._own(Involvement))),
            add=self.tr("Add somebody who is heard or told"),
            parent=content,
        )
        self.days = RecordCards(
            bridge,
            FollowUp,
            _DAY,
            said=self._day_said,
            found=self._meetings,
            made=lambda: FollowUp(id=self._new(), agreement=self._id, planned_on=bridge.workspace.today()),
            add=self.tr("Add a follow-up of the agreement"),
            parent=content,
        )
        self._by_name: Mapping[str, QWidget] = {
            "parties": self.parties,
            "goals": self.goals,
            "budget": self.money,
            "commitments": self.promises,
            "involvements": self.hearings,
            "follow_up": self.days,
        }
        self.loosen(content)

    def _label(self, content: QWidget) -> QLabel:
        label = QLabel(content)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def of(self, part: str) -> QWidget | None:
        """The widget of a part; None for one that is only seen on paper."""
        found = self._by_name.get(part)
        if found is not None:
            found.show()
        return found

    def loosen(self, content: QWidget) -> None:
        """Take all parts out of their sections, out of sight."""
        for widget in self._by_name.values():
            widget.setParent(content)
            widget.hide()

    def holds(self, part: QWidget, record: Id) -> bool:
        """Whether a part shows this record."""
        return isinstance(part, RecordCards) and part.holds(record)

    def show_agreement(self, agreement: Agreement, *, locked: bool) -> None:
        """Show the parts of ``agreement`` as the document stands; ``locked`` ones are only read."""
        self._agreement = agreement
        self._show_goals(agreement)
        self._show_parties(agreement)
        self.money.show_record(agreement)
        self.money.setEnabled(not locked)
        for cards in (self.promises, self.hearings, self.days):
            cards.refresh(locked=locked and cards is self.promises)

    def _show_goals(self, agreement: Agreement) -> None:
        clear(self._goals)
        for goal in goals_of(self._bridge.document, agreement):
            button = GoalButton(goal, self._theme, self.goals)
            button.wanted.connect(self.goal_wanted)
            self._goals.addWidget(button)
        for said in room_to_decide(self._bridge.document, agreement):
            label = self._label(self.goals)
            label.setProperty("muted", True)
            label.setText(self._bridge.say(said))
            self._goals.addWidget(label)

    def _show_parties(self, agreement: Agreement) -> None:
        words = self._bridge.workspace.profile.words
        lines = []
        for one in signatories_of(self._bridge.document, agreement.id):
            person = self._bridge.document.get(Person, one.person)
            role = words.get(one.role)
            name = person.name if person else self.tr("(nobody yet)")
            lines.append(f"{f'{role:One}' if role else one.role}: {name}")
        self.parties.setText("\n".join(lines))

    @property
    def _id(self) -> Id:
        assert self._agreement is not None, "a part is written under an agreement"
        return self._agreement.id

    def _new(self) -> Id:
        return self._bridge.workspace.new_id()

    def _own(self, kind: type[R]) -> tuple[R, ...]:
        found = self._bridge.document.grouped(kind, "agreement").get(self._id, ())
        return tuple(sorted(found, key=lambda one: (one.position, one.id)))

    def _meetings(self) -> tuple[FollowUp, ...]:
        found = self._bridge.document.grouped(FollowUp, "agreement").get(self._id, ())
        return tuple(sorted((one for one in found if one.goal is None), key=lambda one: (str(one.planned_on), one.id)))

    def _promise_said(self, one: Commitment) -> str:
        person = self._bridge.document.get(Person, one.responsible)
        who = ", ".join(filter(None, (person.name if person else "", day_text(one.deadline))))
        return " · ".join(filter(None, (one.title, who)))

    def _hearing_said(self, one: Involvement) -> str:
        day = day_text(one.answered_on or one.due_on)
        return " · ".join(filter(None, (word_of(one.kind), one.body, day)))

    def _day_said(self, one: FollowUp) -> str:
        return " · ".join(filter(None, (word_of(one.kind), day_text(one.done_on or one.planned_on))))
