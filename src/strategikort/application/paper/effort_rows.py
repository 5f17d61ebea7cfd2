"""One effort as it is printed: what is done, how, by whom and by when."""

from strategikort.application.paper.people import named_person, target_groups
from strategikort.application.reading import Reading
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import Effort
from strategikort.reports.model import EffortRow

_LABELLED = (
    ("why", "paper.effort_why"),
    ("current_practice", "paper.current_practice"),
    ("new_practice", "paper.new_practice"),
    ("method", "paper.method"),
    ("method_reason", "paper.method_reason"),
    ("evidence", "paper.evidence"),
    ("success_criterion", "paper.effort_success"),
)


class EffortRows:
    """Makes the printed rows of the efforts of one agreement."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._reading, self._agreement = reading, agreement
        self._words = reading.words

    def row(self, effort: Effort) -> EffortRow:
        """The row of one effort; all that is said of it stands below its title."""
        return EffortRow(
            title=effort.title,
            owner=named_person(self._reading, effort.responsible),
            deadline=self._deadline(effort),
            note="\n".join(filter(None, self._notes(effort))),
        )

    def _deadline(self, effort: Effort) -> str:
        deadline = effort.deadline or effort.valid_to
        start = effort.start if effort.start and effort.start > self._agreement.valid_from else None
        lines = (
            self._words.date(deadline) if deadline else "",
            self._words.text("paper.starts", day=start) if start else "",
        )
        return "\n".join(filter(None, lines))

    def _notes(self, effort: Effort) -> list[str]:
        text = self._words.text
        found = [effort.description]
        found += [text(code, text=said) for name, code in _LABELLED if (said := getattr(effort, name))]
        if groups := target_groups(self._reading, effort.affects):
            found.append(text("paper.effort_affects", text=groups.replace("\n", " · ")))
        if effort.milestones:
            steps = sorted(effort.milestones, key=lambda step: (step.on, step.text))
            said = " · ".join(text("paper.milestone", text=step.text, day=step.on) for step in steps)
            found.append(text("paper.milestones", text=said))
        return found
