"""For every pair of kinds the map offers exactly the links that the steering model allows, by mouse and by keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.domain.edits import maps, records
from strategikort.domain.goals import Goal, GoalKind, PoliticalGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id
from tests.desktop.canvas.conftest import Drawn, on_screen
from tests.domain.town import PROFILE, Town

VISION, POLITICAL, CENTRE, UNIT, EFFORT = GoalKind
OFFERED = REALISES, CAUSES, COORDINATES = (LinkKind.REALISES, LinkKind.CAUSES, LinkKind.COORDINATES)
ALLOWED = {
    (POLITICAL, VISION): REALISES,
    (POLITICAL, POLITICAL): REALISES,
    (CENTRE, POLITICAL): REALISES,
    (UNIT, CENTRE): REALISES,
    (UNIT, POLITICAL): REALISES,
    (EFFORT, UNIT): REALISES,
    (EFFORT, CENTRE): REALISES,
    (EFFORT, EFFORT): REALISES,
    (CENTRE, CENTRE): CAUSES,
    (UNIT, UNIT): COORDINATES,
}
"""The links of the field's own table that are drawn by hand, lower kind and upper kind."""
TYPES = {"mål a": "objective", "mål b": "vision_goal", "mål c": ""}
ORDER = frozenset({("objective", "vision_goal")})


def expected(one: Goal, other: Goal) -> tuple[LinkKind, Id, Id] | None:
    """The link that may be drawn from ``one`` to ``other``."""
    same = one.kind is other.kind
    if isinstance(one, PoliticalGoal) and isinstance(other, PoliticalGoal):
        lower, upper = (one, other) if one.type == "objective" else (other, one)
        return (REALISES, lower.id, upper.id) if (lower.type, upper.type) in ORDER else None
    if same and one.kind is UNIT and one.owner == other.owner:
        return None
    lower, upper = (one, other) if same or (one.kind, other.kind) in ALLOWED else (other, one)
    kind = ALLOWED.get((lower.kind, upper.kind))
    return (kind, lower.id, upper.id) if kind else None


@pytest.fixture(scope="module")
def every_kind(dress: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawn]:
    """Three goals of each kind on one map; two of the unit goals belong to one unit."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    units = [town.org(OrgKind.UNIT, name, code, centre) for name, code in (("Strandskolen", "S1"), ("Bakken", "S2"))]
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort", centre=centre)).changes[0].record.id
    for kind in GoalKind:
        owners = {CENTRE: [centre] * 3, UNIT: [units[0], units[0], units[1]]}.get(kind, [None] * 3)
        for place, letter in enumerate("abc"):
            goal = town.goal(
                kind, f"{kind.value} {letter}", owner=owners[place], map=map, at=(place * (CARD_WIDTH + 60), 0)
            )
            if kind is POLITICAL:
                type = TYPES[f"mål {letter}"]
                town.do(records.set_field(town.document, PoliticalGoal, goal, "type", type))
    profile = replace(PROFILE, political_order=ORDER)
    with on_screen(town, map, Path(tmp_path_factory.mktemp("kinds")), profile) as drawn:
        yield drawn


def test_the_model_allows_what_the_field_s_table_does() -> None:
    assert {(lower, upper): kind for kind, lower, upper in PROFILE.links if kind in OFFERED} == ALLOWED


def links_of(drawn: Drawn) -> set[tuple[LinkKind, Id, Id]]:
    return {(link.kind, link.lower, link.upper) for link in drawn.document.all(Link).values()}


def pairs(drawn: Drawn, kind: GoalKind) -> Iterator[tuple[Goal, Goal]]:
    goals = list(drawn.document.all(Goal).values())
    yield from ((one, other) for one in goals if one.kind is kind for other in goals if other is not one)


def handle(drawn: Drawn, goal: Goal) -> QPoint:
    return drawn.at(goal.title, CARD_WIDTH / 2, CARD_HEIGHT if goal.kind is VISION else 0)


@pytest.mark.parametrize("kind", list(GoalKind))
def test_a_link_drawn_to_any_other_goal_is_lit_and_made_or_dark_and_explained(
    every_kind: Drawn, kind: GoalKind
) -> None:
    drawn, said = every_kind, list[str]()
    drawn.view.hint.connect(said.append)
    before = drawn.document
    for one, other in pairs(drawn, kind):
        wanted = expected(one, other)
        drawn.bridge.select([one.id])
        drawn.press(handle(drawn, one))
        drawn.move(drawn.at(other.title))
        assert drawn.view.map_scene.item(other.id).lit is (wanted is not None), (one.title, other.title)
        assert bool(said[-1]) is (wanted is None), (one.title, other.title)
        drawn.release(drawn.at(other.title))
        assert links_of(drawn) == ({wanted} if wanted else set()), (one.title, other.title)
        if wanted:
            drawn.bridge.undo()
    assert drawn.document == before


@pytest.mark.parametrize("kind", list(GoalKind))
def test_by_keys_the_same_ends_can_be_chosen_and_no_others(every_kind: Drawn, kind: GoalKind) -> None:
    drawn = every_kind
    for one in [goal for goal in drawn.document.all(Goal).values() if goal.kind is kind]:
        wanted = {
            other.id: link for start, other in pairs(drawn, kind) if start is one and (link := expected(one, other))
        }
        offered: set[Id] = set()
        for step in range(len(wanted) + 1):
            drawn.bridge.select([one.id])
            drawn.keys(Qt.Key.Key_L, *[Qt.Key.Key_Right] * step, Qt.Key.Key_Return)
            (made,) = links_of(drawn) or {None}
            if made is not None:
                offered.add(made[2] if made[1] == one.id else made[1])
                assert made in wanted.values()
                drawn.bridge.undo()
        assert offered == wanted.keys()
