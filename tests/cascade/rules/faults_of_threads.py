"""Faults of red threads, ties and titles (TRA and STR-001 to 009)."""

from dataclasses import replace
from datetime import date

from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import (
    CentreGoal,
    DecisionStatus,
    Effort,
    GoalKind,
    Origin,
    PoliticalGoal,
    UnitGoal,
    VisionElement,
)
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import MapPlace
from strategikort.domain.organisation import OrgUnit, Placement
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town, healthy


def with_own_goals(profile: Profile) -> Profile:
    return replace(profile, own_goals=True)


def without_centre_level(profile: Profile) -> Profile:
    levels = tuple(level for level in profile.levels if level is not GoalKind.CENTRE_GOAL)
    links = frozenset(link for link in profile.links if GoalKind.CENTRE_GOAL not in link)
    return replace(profile, levels=levels, links=links)


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
            OrgUnit(id=Id(name), name=name.capitalize()),
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
