"""*Opret årets aftaler*: the drafts of a year made for many units at once, with what is common to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import add_agreement, agreement_in, centre_of, within
from strategikort.domain.edits.goals import add_goal, free_code
from strategikort.domain.edits.records import checked
from strategikort.domain.edits.refusal import EditRefused, NewId
from strategikort.domain.goals import DecidedAt, Goal, GoalKind, GoalState, Origin, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import code_key


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonGoal:
    """A goal that each of the agreements gets. ``under`` is the goal above; ``central``: no unit changes it."""

    title: str
    under: Id | None = None
    success_criterion: str = ""
    central: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What the agreements of a year have in common: texts by the key of their section, and goals.

    The texts whose keys are ``fixed`` are not rewritten in one unit.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    goals: tuple[CommonGoal, ...] = ()


def units_without(document: Document, profile: Profile, year: int, centre: Id | None = None) -> tuple[OrgUnit, ...]:
    """The units under agreement steering that have no agreement for ``year`` yet, by code; of one centre if asked."""
    first, last = profile.period(year)
    found = (
        unit
        for unit in document.all(OrgUnit).values()
        if unit.kind is OrgKind.UNIT and unit.has_agreement and _active(unit, first, last)
    )
    lacking = (one for one in found if agreement_in(document, one.id, first, last) is None)
    return tuple(
        sorted(
            (one for one in lacking if centre is None or _stands_in(document, one, centre, first)),
            key=lambda one: (code_key(one.code), one.name, one.id),
        )
    )


def _active(unit: OrgUnit, first: date, last: date) -> bool:
    return within(first, unit.active_from, unit.active_to) or within(last, unit.active_from, unit.active_to)


def _stands_in(document: Document, unit: OrgUnit, centre: Id, on: date) -> bool:
    found = centre_of(document, unit.id, on)
    return found is not None and found.id == centre


def common_of(document: Document, agreements: Sequence[Agreement], on: date) -> tuple[CommonGoal, ...]:
    """The common goals of some agreements, to be had again: those that stand in several, or all if it is only one.

    The goal above comes with them if it still holds ``on``.
    """
    found: dict[str, list[UnitGoal]] = {}
    for agreement in agreements:
        for goal in document.grouped(UnitGoal, "agreement").get(agreement.id, ()):
            if goal.origin is Origin.COMMON and goal.state is not GoalState.CANCELLED:
                found.setdefault(goal.title, []).append(goal)
    least = min(2, len(agreements))
    return tuple(
        CommonGoal(
            title=title,
            under=_still_above(document, goals[0], on),
            success_criterion=goals[0].success_criterion,
            central=goals[0].decided_at is DecidedAt.CENTRAL,
        )
        for title, goals in found.items()
        if len(goals) >= least
    )


def _still_above(document: Document, goal: UnitGoal, on: date) -> Id | None:
    for link in document.links_up(goal.id):
        above = document.get(Goal, link.upper)
        if above and above.state is GoalState.ACTIVE and within(on, above.valid_from, above.valid_to):
            return above.id
    return None


def make_agreements(
    document: Document,
    *,
    profile: Profile,
    new_id: NewId,
    units: Sequence[Id],
    year: int,
    common: Common,
) -> ChangeSet:
    """Make the year's draft for each of ``units``: texts, common goals, parties and dates filled in. One step.

    Cost: 30 agreements with five goals each take some 200 ms beside 10,000 goals.

    Raises:
        EditRefused: ``agreement.no_units``, or as `add_agreement` and `add_goal` say.
    """
    if not units:
        raise EditRefused("agreement.no_units")
    records: list[Record] = []
    for unit in units:
        made = add_agreement(document, profile=profile, new_id=new_id, unit=unit, year=year)
        records += [_written(change.record, common) for change in made.changes]
    label = phrase("edit.make_agreements", n=len(units), year=str(year))
    drafts = ChangeSet(label, added(records))
    after = document.with_changes(drafts)
    agreements = [one for one in records if isinstance(one, Agreement)]
    goals = [one for goal in common.goals for one in _given(after, goal, agreements, profile, new_id)]
    return ChangeSet(label, (*drafts.changes, *added(_coded(after, goals))))


def _written(record: Record, common: Common) -> Record:
    if not isinstance(record, Section) or record.key not in common.texts:
        return record
    return checked(replace(record, text=common.texts[record.key], fixed=record.key in common.fixed))


def _given(
    document: Document, goal: CommonGoal, agreements: Sequence[Agreement], profile: Profile, new_id: NewId
) -> Iterator[Record]:
    """The goal in each agreement, with its link; all but the first are taken from the first."""
    first: Id | None = None
    for agreement in agreements:
        made = add_goal(
            document,
            profile=profile,
            new_id=new_id,
            kind=GoalKind.UNIT_GOAL,
            title=goal.title,
            under=goal.under,
            agreement=agreement.id,
        )
        for change in made.changes:
            record = change.record
            if isinstance(record, UnitGoal):
                decided = DecidedAt.CENTRAL if goal.central else DecidedAt.LOCAL
                record = checked(
                    replace(
                        record,
                        origin=Origin.COMMON,
                        decided_at=decided,
                        common_goal=first,
                        success_criterion=goal.success_criterion,
                    )
                )
                first = first or record.id
            yield record


def _coded(document: Document, records: Sequence[Record]) -> Iterator[Record]:
    """The records, each goal with a code that none of the others has."""
    taken: set[str] = set()
    for record in records:
        if isinstance(record, UnitGoal):
            record = replace(record, code=free_code(document, record, taken))
            taken.add(record.code)
        yield record
