"""One goal of an agreement as it is printed: its thread, its reason, its figures, its efforts."""

from collections.abc import Iterable
from dataclasses import replace

from strategikort.application.drawing.dress import OF_KIND
from strategikort.application.paper.contents import efforts_under, follow_ups
from strategikort.application.paper.effort_rows import EffortRows
from strategikort.application.paper.indicator_rows import IndicatorRows
from strategikort.application.paper.people import named_person, target_groups
from strategikort.application.reading import Reading
from strategikort.cascade.breaks import reason
from strategikort.cascade.paths import threads
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.domain.agreements import Agreement, FollowUp
from strategikort.domain.edits.measures import indicators_of
from strategikort.domain.goals import DecidedAt, DecisionStatus, Effort, Goal, GoalKind, Origin, PoliticalGoal, UnitGoal
from strategikort.domain.organisation import Committee
from strategikort.domain.shape import Id
from strategikort.reports.model import GoalBlock, IndicatorRow, Mark, Step

MOST_THREADS = 3

_MARKS = {
    GoalKind.VISION_ELEMENT: Mark.SQUARE,
    GoalKind.POLITICAL_GOAL: Mark.SQUARE,
    GoalKind.CENTRE_GOAL: Mark.CIRCLE,
    GoalKind.UNIT_GOAL: Mark.DIAMOND,
    GoalKind.EFFORT: Mark.TRIANGLE,
}


class GoalBlocks:
    """Makes the printed blocks of one agreement's goals."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._reading, self._agreement = reading, agreement
        self._document, self._words = reading.document, reading.words
        self._rows, self._efforts = IndicatorRows(reading, agreement), EffortRows(reading, agreement)

    def block(self, goal: UnitGoal, number: str) -> GoalBlock:
        """The block of one goal under its number in the agreement."""
        document, words = self._document, self._words
        found = self._threads(goal)
        broken = None if found else reason(document, goal.id)
        efforts = efforts_under(document, goal.id)
        return GoalBlock(
            number=number,
            title=goal.title,
            code=goal.code,
            note=self._note(goal),
            threads=tuple(tuple(replace(self.step(step), note="", text="") for step in path[:-1]) for path in found),
            thread_note=words.say(broken) if broken else words.text(self._traced(goal)) if found else "",
            why=_joined(goal.why, goal.description, *self._contributions(goal)),
            affects=target_groups(self._reading, goal.affects),
            success=goal.success_criterion,
            indicators=self._indicators(goal, efforts),
            efforts=tuple(self._efforts.row(one) for one in efforts),
            follow_up=self._follow_up(goal),
        )

    def _traced(self, goal: UnitGoal) -> str:
        """What is said of a goal whose thread reaches: whether the council has adopted any goal that it reaches."""
        proposed = verdicts_of(self._document).of(goal.id) is Thread.RESTS_ON_PROPOSED
        return "paper.traced_to_proposal" if proposed else "paper.traced"

    def _threads(self, goal: UnitGoal) -> list[tuple[Goal, ...]]:
        """The threads that are printed: the first, with primary links, for each political goal, a few at the most."""
        kept: dict[Id, tuple[Goal, ...]] = {}
        for path in threads(self._document, goal.id):
            top = next((step.id for step in path if step.kind is GoalKind.POLITICAL_GOAL), path[0].id)
            kept.setdefault(top, path)
        return list(kept.values())[:MOST_THREADS]

    def step(self, goal: Goal) -> Step:
        """One goal from above, with what the council has decided and what it means."""
        return Step(
            mark=_MARKS[goal.kind],
            kind=self._reading.profile.words[goal.kind.value].one,
            title=goal.title,
            note=self._decision(goal),
            text="\n".join(filter(None, (goal.description, goal.why))),
            colour=OF_KIND[goal.kind],
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
        day, text = goal.decided_on, self._words.text
        said = text("paper.adopted_by", day=day, body=body) if body else text("paper.adopted", day=day)
        return text("paper.in_case", what=said, case=goal.decision_case) if goal.decision_case else said

    def _indicators(self, goal: UnitGoal, efforts: Iterable[Effort]) -> tuple[IndicatorRow, ...]:
        """The goal's own indicators, then those of its efforts."""
        own = tuple(self._rows.row(one) for one in indicators_of(self._document, goal.id))
        theirs = tuple(
            self._rows.row(one, effort=effort.title)
            for effort in efforts
            for one in indicators_of(self._document, effort.id)
        )
        return own + theirs

    def _follow_up(self, goal: UnitGoal) -> str:
        """Who carries the goal, and when it is looked at."""
        own = [one for one in self._document.grouped(FollowUp, "goal").get(goal.id, ()) if one.planned_on]
        planned = sorted(own, key=lambda one: str(one.planned_on)) or follow_ups(self._document, self._agreement)
        dates = [
            self._words.text(
                "paper.follow_ups",
                kind=self._words.text(f"paper.meeting_kind.{one.kind.value}"),
                day=one.planned_on,
            )
            for one in planned
            if one.planned_on
        ]
        person = named_person(self._reading, goal.responsible)
        carried = self._words.text("paper.responsible", person=person) if person else ""
        return " · ".join(filter(None, (carried, *dates)))

    def _contributions(self, goal: UnitGoal) -> list[str]:
        """What is said of how the goal supports those above it."""
        found = [(link.note, self._document.get(Goal, link.upper)) for link in self._document.links_up(goal.id)]
        said = [(upper.title, note) for note, upper in found if upper and note]
        return [self._words.text("paper.contribution", goal=title, text=note) for title, note in sorted(said)]

    def _note(self, goal: UnitGoal) -> str:
        """Whose goal it is, where that is not a matter of course."""
        own = self._words.text("paper.own") if goal.origin is Origin.OWN else ""
        central = self._words.text("paper.central") if goal.decided_at is DecidedAt.CENTRAL else ""
        return " · ".join(filter(None, (own, central)))


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
