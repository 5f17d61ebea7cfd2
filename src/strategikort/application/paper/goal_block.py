"""One goal of an agreement as it is printed: its thread, its reason, its figures, its efforts."""

from dataclasses import replace
from decimal import Decimal

from strategikort.application.paper.contents import efforts_under, follow_ups
from strategikort.application.reading import Reading
from strategikort.cascade.breaks import reason
from strategikort.cascade.paths import threads
from strategikort.domain.agreements import Agreement, FollowUp
from strategikort.domain.edits.measures import indicators_of, measurements_of, targets_of
from strategikort.domain.goals import DecisionStatus, Effort, Goal, GoalKind, Origin, PoliticalGoal, UnitGoal
from strategikort.domain.measures import DataSource, Indicator
from strategikort.domain.organisation import Committee, Person
from strategikort.domain.shape import Id
from strategikort.reports.model import EffortRow, GoalBlock, IndicatorRow, Mark, Step

MOST_THREADS = 3

_MARKS = {
    GoalKind.VISION_ELEMENT: Mark.SQUARE,
    GoalKind.POLITICAL_GOAL: Mark.SQUARE,
    GoalKind.CENTRE_GOAL: Mark.CIRCLE,
    GoalKind.UNIT_GOAL: Mark.DIAMOND,
    GoalKind.EFFORT: Mark.TRIANGLE,
}
_COLOURS = {
    GoalKind.VISION_ELEMENT: "#0F5C6E",
    GoalKind.POLITICAL_GOAL: "#1F5FA8",
    GoalKind.CENTRE_GOAL: "#5B4BB0",
    GoalKind.UNIT_GOAL: "#1E7A4C",
    GoalKind.EFFORT: "#8A5A00",
}


class GoalBlocks:
    """Makes the printed blocks of one agreement's goals."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._reading, self._agreement = reading, agreement
        self._document, self._words = reading.document, reading.words

    def block(self, goal: UnitGoal, number: str) -> GoalBlock:
        """The block of one goal under its number in the agreement."""
        document, words = self._document, self._words
        found = self._threads(goal)
        broken = None if found else reason(document, goal.id)
        own = goal.origin is Origin.OWN
        return GoalBlock(
            number=number,
            title=goal.title,
            code=goal.code,
            note=words.text("paper.own") if own else "",
            threads=tuple(tuple(replace(self.step(step), note="") for step in path[:-1]) for path in found),
            thread_note=words.say(broken) if broken else words.text("paper.traced") if found else "",
            why=_joined(goal.why, goal.description),
            success=goal.success_criterion,
            indicators=tuple(self._indicator(one) for one in indicators_of(document, goal.id)),
            efforts=tuple(self._effort(one) for one in efforts_under(document, goal.id)),
            follow_up=self._follow_up(goal),
        )

    def _threads(self, goal: UnitGoal) -> list[tuple[Goal, ...]]:
        """The threads that are printed: the first, with primary links, for each political goal, a few at the most."""
        kept: dict[Id, tuple[Goal, ...]] = {}
        for path in threads(self._document, goal.id):
            top = next((step.id for step in path if step.kind is GoalKind.POLITICAL_GOAL), path[0].id)
            kept.setdefault(top, path)
        return list(kept.values())[:MOST_THREADS]

    def step(self, goal: Goal) -> Step:
        """One goal of a thread, with what the council has said of it."""
        return Step(
            mark=_MARKS[goal.kind],
            kind=self._reading.profile.words[goal.kind.value].one,
            title=goal.title,
            note=self._decision(goal),
            colour=_COLOURS[goal.kind],
        )

    def _decision(self, goal: Goal) -> str:
        if not isinstance(goal, PoliticalGoal):
            return ""
        if goal.decision_status is DecisionStatus.PROPOSED:
            return self._words.text("paper.proposed")
        if goal.decision_status is not DecisionStatus.ADOPTED or goal.decided_on is None:
            return ""
        committee = self._document.get(Committee, goal.committee)
        body = goal.decided_by or (committee.name if committee else "")
        day = goal.decided_on
        return (
            self._words.text("paper.adopted_by", day=day, body=body)
            if body
            else self._words.text("paper.adopted", day=day)
        )

    def _indicator(self, indicator: Indicator) -> IndicatorRow:
        results = measurements_of(self._document, indicator.id)
        source = self._document.get(DataSource, indicator.source)
        last = results[-1] if results else None
        return IndicatorRow(
            name=indicator.name,
            baseline=self._figure(
                indicator, indicator.baseline, str(indicator.baseline_on.year) if indicator.baseline_on else None
            ),
            result=(last.text or self._figure(indicator, last.value, str(last.measured_on.year))) if last else "",
            target=self._target(indicator),
            source=source.name if source else "",
        )

    def _target(self, indicator: Indicator) -> str:
        """The target of the agreement's first year, or else the next one in its period, which is marked by its year."""
        first, last = self._agreement.valid_from.year, self._agreement.valid_to.year
        found = [one for one in targets_of(self._document, indicator.id) if first <= one.year <= last]
        if not found:
            return ""
        target = min(found, key=lambda one: one.year)
        year = str(target.year) if target.year != first else None
        figure = self._figure(indicator, target.value, year)
        mark = f"({year})" if year and not figure else ""
        return " ".join(part for part in (target.text, figure, mark) if part)

    def _figure(self, indicator: Indicator, value: Decimal | None, year: str | None) -> str:
        if value is None:
            return ""
        figure = self._words.figure(value, indicator.decimals)
        return " ".join(part for part in (figure, indicator.unit, f"({year})" if year else "") if part)

    def _effort(self, effort: Effort) -> EffortRow:
        deadline = effort.deadline or effort.valid_to
        return EffortRow(
            title=effort.title,
            owner=self.person(effort.responsible),
            deadline=self._words.date(deadline) if deadline else "",
            note=effort.description,
        )

    def person(self, identity: Id | None) -> str:
        """A person with job title."""
        person = self._document.get(Person, identity)
        if person is None:
            return ""
        if not person.job_title:
            return person.name
        return self._words.text("paper.person", name=person.name, title=person.job_title)

    def _follow_up(self, goal: UnitGoal) -> str:
        own = [one for one in self._document.grouped(FollowUp, "goal").get(goal.id, ()) if one.planned_on]
        planned = sorted(own, key=lambda one: str(one.planned_on)) or follow_ups(self._document, self._agreement)
        return " · ".join(
            self._words.text(
                "paper.follow_ups",
                kind=self._words.text(f"paper.meeting_kind.{one.kind.value}"),
                day=one.planned_on,
            )
            for one in planned
            if one.planned_on
        )


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
