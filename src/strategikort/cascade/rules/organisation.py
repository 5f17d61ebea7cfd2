"""Units, centres and those who answer for them (ORG)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import count

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import overlap
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.periods import said
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.cascade.verdicts import adopted, counts
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.map_set import map_period
from strategikort.domain.edits.maps import add_map, last_position
from strategikort.domain.edits.records import derived_id
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement, RoleHolding
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id


def _day(check: Check) -> date:
    return check.plan_period[0] or check.today


def _active(unit: OrgUnit, day: date) -> bool:
    return overlap((unit.active_from, unit.active_to), (day, day))


@rule_of_all("ORG-001", OrgUnit, Placement, Agreement)
def not_in_one_centre(check: Check) -> Iterator[Hit]:
    """Units that belong to no centre, or to two, on the first day of the year. Only where there are centres."""
    day, units = _day(check), check.document.all(OrgUnit).values()
    if not any(one.kind is OrgKind.CENTRE for one in units):
        return
    for unit in units:
        if unit.kind is OrgKind.UNIT and _active(unit, day):
            placements = check.of(Placement, "unit", unit.id)
            parents = {one.parent for one in placements if overlap((one.valid_from, one.valid_to), (day, day))}
            if len(parents) != 1 or check.places.centre_of(unit.id, day) is None:
                yield hit(unit.id, unit=unit.name or unit.code)


@rule_of_all("ORG-002", OrgUnit, RoleHolding, Agreement)
def without_leader(check: Check) -> Iterator[Hit]:
    """Centres and units under agreement steering with nobody in the role that signs for them on the first day."""
    day = _day(check)
    roles = {"centre": set[str](), "unit": set[str]()}
    for one in check.profile.signatories:
        if one.required and one.of in roles:
            roles[one.of].add(one.role)
    for unit in check.document.all(OrgUnit).values():
        asked = roles["centre"] if unit.kind is OrgKind.CENTRE else roles["unit"] if unit.has_agreement else set()
        if unit.kind is OrgKind.STAFF or not asked or not _active(unit, day):
            continue
        holdings = check.of(RoleHolding, "org", unit.id)
        held = {one.role for one in holdings if overlap((one.valid_from, one.valid_to), (day, day))}
        if not asked <= held:
            yield hit(unit.id, unit=unit.name or unit.code)


@rule_of_all("ORG-003", OrgUnit, Placement, StrategyMap, Agreement)
def without_map(check: Check) -> Iterator[Hit]:
    """Centres with units and no map for the year."""
    period = check.plan_period
    for centre in check.document.all(OrgUnit).values():
        if centre.kind is not OrgKind.CENTRE or not overlap((centre.active_from, centre.active_to), period):
            continue
        placements = check.of(Placement, "parent", centre.id)
        maps = [one for one in check.of(StrategyMap, "centre", centre.id) if one.state is not MapState.REPLACED]
        has_units = any(overlap((one.valid_from, one.valid_to), period) for one in placements)
        if has_units and not any(overlap((one.valid_from, one.valid_to), period) for one in maps):
            mends = (_map_made(check, centre),) if check.year is not None else ()
            yield hit(centre.id, mends=mends, centre=centre.name or centre.code, period=said(period))


def _map_made(check: Check, centre: OrgUnit) -> Mend:
    """A map of the centre as long as the model's maps are, on which its goals stand by themselves."""
    assert check.year is not None, "a map is for a year"
    make = partial(_make_map, centre=centre.id, period=map_period(check.profile, check.year))
    return Mend(phrase("mend.make_map", centre=centre.name or centre.code), make)


def _make_map(document: Document, *, centre: Id, period: tuple[date, date]) -> ChangeSet:
    org = existing(document, OrgUnit, centre)
    names = (derived_id("map", centre, period[0].isoformat(), str(number)) for number in count())
    new_id = partial(next, (one for one in names if document.get(StrategyMap, one) is None))
    title = org.name or org.code
    return add_map(new_id=new_id, title=title, centre=centre, period=period, position=last_position(document))


@rule("ORG-004", PoliticalGoal)
def not_decided_by_anybody(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Political goals without a committee, or adopted without a day."""
    for goal in goals:
        if counts(goal) and (goal.committee is None or (adopted(goal) and goal.decided_on is None)):
            yield hit(goal.id, goal=name_of(goal))


@rule_of_all("ORG-005", OrgUnit, Agreement)
def closed_with_agreement(check: Check) -> Iterator[Hit]:
    """Units that close before their agreement is over."""
    for agreement in check.document.all(Agreement).values():
        unit = check.document.get(OrgUnit, agreement.org)
        in_force = agreement.state.signed and agreement.state is not AgreementState.EVALUATED
        if not (unit and unit.active_to and in_force and check.stands(agreement.id)):
            continue
        if unit.active_to < agreement.valid_to:
            yield hit(unit.id, agreement.id, unit=unit.name or unit.code)


def _of_staff(check: Check) -> Iterator[Goal]:
    for unit in check.document.all(OrgUnit).values():
        if unit.kind is OrgKind.STAFF:
            yield from check.of(UnitGoal, "owner", unit.id)
            yield from check.of(Effort, "owner", unit.id)


@rule(
    "ORG-006",
    (UnitGoal, Effort),
    way(Link, "lower"),
    way(OrgUnit, (UnitGoal, "owner")),
    way(OrgUnit, (Effort, "owner")),
    way(Agreement, (UnitGoal, "agreement")),
    among=_of_staff,
)
def staff_for_itself(check: Check, goals: Iterable[Goal]) -> Iterator[Hit]:
    """Goals and efforts of a staff unit that neither assist a unit's goal nor carry out one."""
    for goal in goals:
        unit = check.document.get(OrgUnit, goal.owner)
        if unit and unit.kind is OrgKind.STAFF and check.asks(goal):
            links = check.document.links_of(goal.id)
            up = [link for link in links if link.lower == goal.id]
            if not any(link.kind in (LinkKind.ASSISTS, LinkKind.REALISES) for link in up):
                yield hit(goal.id, effort=name_of(goal), unit=unit.name or unit.code)
