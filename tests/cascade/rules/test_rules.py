"""Every rule: its fault is planted in a healthy municipality, and it alone is found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from strategikort.cascade.rules import RULES
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.goals import (
    CentreGoal,
    DecisionStatus,
    Effort,
    GoalKind,
    GoalState,
    Origin,
    PoliticalGoal,
    UnitGoal,
    VisionElement,
)
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import MapPlace
from strategikort.domain.organisation import OrgUnit, Placement, Scope
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.conftest import Checking
from tests.cascade.town import Town, healthy

Model = Callable[[Profile], Profile]


def as_it_is(profile: Profile) -> Profile:
    return profile


def with_own_goals(profile: Profile) -> Profile:
    return replace(profile, own_goals=True)


def without_centre_level(profile: Profile) -> Profile:
    levels = tuple(level for level in profile.levels if level is not GoalKind.CENTRE_GOAL)
    links = frozenset(link for link in profile.links if GoalKind.CENTRE_GOAL not in link)
    return replace(profile, levels=levels, links=links)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault, the rule that must find it, on what, and which other rules the same fault breaks by their conditions."""

    rule: str
    town: Callable[[], Town]
    about: tuple[str, ...]
    beside: frozenset[str] = frozenset()
    model: Model = as_it_is


def extra(town: Town, *, links: str = "", **values: object) -> Town:
    """One more unit goal of the school, ``x``."""
    town.goal(UnitGoal, "x", owner=Id("skole"), agreement=Id("skole2015"))
    town.change("x", **values)
    return town.link(*links.split())


def proposed() -> Town:
    town = healthy().goal(PoliticalGoal, "new", decision_status=DecisionStatus.PROPOSED)
    return extra(town.goal(CentreGoal, "cnew", owner=Id("skolecenter")), links="cnew>new x>cnew")


def cause(town: Town, *pairs: str) -> Town:
    return town.link(*pairs, kind=LinkKind.CAUSES)


def two_on_a_map() -> Town:
    town = healthy().goal(CentreGoal, "c2", owner=Id("skolecenter")).link("c2>pa", "ea>c2")
    return town.add(MapPlace(id=Id("c2@kort"), map=Id("kort"), goal=Id("c2")))


def same_title_in_three_units() -> Town:
    town = healthy()
    for name in ("one", "two", "three"):
        town.add(
            OrgUnit(id=Id(name), name=name),
            Placement(id=Id(f"{name}@"), unit=Id(name), parent=Id("skolecenter")),
            Agreement(id=Id(f"{name}2015"), org=Id(name), valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31)),
        )
        town.goal(UnitGoal, f"u{name}", owner=Id(name), agreement=Id(f"{name}2015")).link(f"u{name}>ca")
        town.change(f"u{name}", title="Flere  børn læser" if name == "one" else "FLERE børn læser ")
    return town


def effort_ring() -> Town:
    return healthy().goal(Effort, "e1", "e2", "e3").link("e1>e2", "e2>e3", "e3>e1", "e1>ua")


FAULTS = (
    Fault(rule="TRA-001", town=lambda: extra(healthy()), about=("x",)),
    Fault(
        rule="TRA-001",
        town=lambda: extra(healthy(), links="x>cx").goal(CentreGoal, "cx"),
        about=("x",),
        beside=frozenset({"TRA-002"}),
    ),
    Fault(rule="TRA-001", town=lambda: extra(healthy(), origin=Origin.OWN), about=("x",)),
    Fault(rule="TRA-002", town=lambda: healthy().goal(CentreGoal, "cx").link("ea>cx"), about=("cx",)),
    Fault(rule="TRA-003", town=lambda: healthy().goal(Effort, "ex"), about=("ex",)),
    Fault(rule="TRA-003", town=lambda: healthy().goal(Effort, "ex", "ey").link("ey>ex"), about=("ex", "ey")),
    Fault(rule="TRA-004", town=proposed, about=("cnew", "x")),
    Fault(rule="TRA-005", town=lambda: extra(healthy(), links="x>cb"), about=("x",)),
    Fault(
        rule="TRA-006",
        town=lambda: extra(
            healthy().goal(CentreGoal, "c1", "c2").link("c1>pa", "c2>pb", "ea>c1", "ea>c2"), links="x>ca x>cb x>c1 x>c2"
        ),
        about=("x",),
    ),
    Fault(rule="TRA-007", town=lambda: extra(healthy(), origin=Origin.OWN), about=("x",), model=with_own_goals),
    Fault(
        rule="TRA-010",
        town=lambda: healthy().goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED),
        about=("px",),
        beside=frozenset({"TRA-011"}),
    ),
    Fault(
        rule="TRA-011",
        town=lambda: (
            healthy()
            .goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED)
            .goal(CentreGoal, "cx", owner=Id("skolecenter"))
            .goal(Effort, "ex")
            .link("cx>px", "ex>cx")
        ),
        about=("px",),
    ),
    Fault(rule="TRA-012", town=lambda: healthy().goal(CentreGoal, "cx").link("cx>pa"), about=("cx",)),
    Fault(
        rule="TRA-013",
        town=lambda: healthy().change("pa", responsible_centres=(Id("skolecenter"), Id("kulturcenter"))),
        about=("pa",),
    ),
    Fault(rule="TRA-014", town=lambda: healthy().goal(VisionElement, "vx"), about=("vx",)),
    Fault(rule="STR-001", town=effort_ring, about=("e1",)),
    Fault(rule="STR-001", town=lambda: healthy().link("ea>ea"), about=("ea",)),
    Fault(rule="STR-002", town=lambda: healthy().link("cb>ua"), about=("cb",)),
    Fault(rule="STR-003", town=lambda: healthy().link("ea>pb"), about=("ea",)),
    Fault(rule="STR-004", town=lambda: healthy().link("ua>pa"), about=("ua",)),
    Fault(rule="STR-005", town=lambda: healthy().link("ua>ub"), about=("ua",)),
    Fault(rule="STR-005", town=lambda: healthy().link("pa>pb"), about=("pa",)),
    Fault(rule="STR-005", town=lambda: healthy().link("ea>ub", kind=LinkKind.COORDINATES), about=("ea",)),
    Fault(rule="STR-006", town=lambda: cause(two_on_a_map().without("c2@kort"), "c2>ca"), about=("c2",)),
    Fault(rule="STR-007", town=lambda: cause(two_on_a_map(), "c2>ca", "ca>c2"), about=("c2",)),
    Fault(rule="STR-008", town=lambda: extra(healthy(), title="mål  UA", links="x>ca"), about=("ua",)),
    Fault(rule="STR-008", town=lambda: two_on_a_map().change("c2", title="mål ca"), about=("ca",)),
    Fault(rule="STR-009", town=same_title_in_three_units, about=("uthree",)),
)


def test_the_healthy_municipality_has_no_findings(findings: Checking) -> None:
    assert findings(healthy()) == ()
    assert findings(two_on_a_map()) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_planted_fault_is_found_by_its_rule_alone(fault: Fault, findings: Checking, profile: Profile) -> None:
    found = findings(fault.town(), profile=fault.model(profile))
    told = tuple(sorted(finding.about for finding in found if finding.rule == fault.rule))
    assert told == tuple(sorted(fault.about))
    assert {finding.rule for finding in found} == {fault.rule} | fault.beside


def test_every_rule_has_a_planted_fault() -> None:
    assert {fault.rule for fault in FAULTS} == set(RULES)


def test_nothing_is_asked_of_a_cancelled_goal_or_agreement(findings: Checking) -> None:
    assert findings(extra(healthy(), state=GoalState.CANCELLED)) == ()
    dropped = extra(healthy(), links="x>ca").without("x>ca").change("skole2015", state=AgreementState.CANCELLED)
    assert {finding.rule for finding in findings(dropped)} == {"TRA-011"}


def test_a_part_of_an_effort_is_tied_through_the_whole(findings: Checking) -> None:
    assert findings(healthy().goal(Effort, "part", "detail").link("part>ea", "detail>part")) == ()


def test_the_gap_downward_is_not_asked_in_one_centres_file(findings: Checking) -> None:
    loose = healthy().goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED)
    assert findings(loose.change("kommune", scope=Scope.CENTRE, centre=Id("skolecenter"))) == ()
    assigned = loose.change("px", responsible_centres=(Id("skolecenter"), Id("kulturcenter")))
    assert [finding.rule for finding in findings(assigned)] == ["TRA-013"]


def test_a_model_without_centres_goes_straight_to_the_political_goals(findings: Checking, profile: Profile) -> None:
    town = healthy().without("ua>ca", "ub>cb", "ca", "cb", "ca>pa", "cb>pb", "ca@kort").link("ua>pa", "ub>pb")
    assert findings(town, profile=without_centre_level(profile)) == ()


def test_the_year_decides_whether_a_political_goal_is_worked_on(findings: Checking) -> None:
    assert {finding.rule for finding in findings(healthy(), year=2016)} == {"TRA-011"}
    assert (
        findings(
            healthy().change("pa", valid_to=date(2015, 12, 31)).change("pb", valid_to=date(2015, 12, 31)), year=2016
        )
        == ()
    )


def test_a_political_goal_that_is_over_is_asked_nothing(findings: Checking) -> None:
    town = healthy().goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED, valid_to=date(2014, 12, 31))
    assert findings(town) == ()
