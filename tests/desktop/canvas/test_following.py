"""Whatever is done to the document, the map shows it, and nothing else."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategikort.application.drawing.shown import MOST_UNIT_GOALS
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits import goals, links, maps, records
from strategikort.domain.goals import Goal, GoalKind, GoalState, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.desktop.canvas.conftest import Drawn

FIELDS = {
    "cancel": ("state", (GoalState.CANCELLED, GoalState.ACTIVE)),
    "until": ("valid_to", (date(2014, 1, 1), None)),
    "code": ("code", ("X-1", "")),
}
CHANGES = (
    "add",
    "many",
    "link",
    "unlink",
    "rename",
    "move",
    "remove",
    "cancel",
    "owner",
    "until",
    "code",
    "unit",
    "put",
)
steps = st.lists(
    st.tuples(
        st.sampled_from([*CHANGES, "undo", "redo", "all", "map", "open"]),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_after_each_step_the_drawing_is_the_picture_made_anew(drawn: Drawn, done: list[tuple[str, int, int]]) -> None:
    for what, one, other in done:
        _do(drawn, what, one, other)
        assert drawn.is_the_document(), what


def _do(drawn: Drawn, what: str, one: int, other: int) -> None:
    bridge, space = drawn.bridge, drawn.bridge.workspace
    present = list(drawn.document.all(Goal).values())
    first = present[one % len(present)] if present else None
    second = present[other % len(present)] if present else None
    kinds = list(GoalKind)
    if what == "add":
        bridge.edit(
            lambda document: goals.add_goal(
                document,
                profile=space.profile,
                new_id=space.new_id,
                kind=kinds[one % 5],
                title=f"Mål {other}",
                under=first.id if first else None,
                map=drawn.map if other % 2 else None,
                at=(other * 10, 0),
            )
        )
    elif what == "undo":
        bridge.undo()
    elif what == "redo":
        bridge.redo()
    elif what in ("all", "map"):
        drawn.view.show_map(None if what == "all" else drawn.map)
    elif what == "open":
        drawn.view.map_scene.open_unit(_unit(drawn, one).id, opened=other % 2 == 0)
    elif what == "unit":
        unit = _unit(drawn, one)
        bridge.edit(lambda document: records.set_field(document, OrgUnit, unit.id, "name", f"Skole {other}"))
    elif first is None or second is None:
        return
    elif what == "many":
        bridge.edit(lambda _: _many(drawn, first, _unit(drawn, one).id))
    elif what in FIELDS:
        name, values = FIELDS[what]
        value = values[other % 2]
        bridge.edit(lambda document: records.set_field(document, type(first), first.id, name, value))
    elif what == "owner":
        unit = _unit(drawn, other)
        bridge.edit(lambda document: records.set_field(document, type(first), first.id, "owner", unit.id))
    elif what == "put":
        bridge.edit(lambda document: maps.take_off_map(document, drawn.map, [first.id]))
    elif what == "link":
        kind = list(LinkKind)[one % 2]
        bridge.edit(
            lambda document: links.link_goals(
                document, profile=space.profile, new_id=space.new_id, lower=first.id, upper=second.id, kind=kind
            )
        )
    elif what == "rename":
        bridge.edit(lambda document: records.set_field(document, type(first), first.id, "title", f"Nyt navn {other}"))
    elif what == "move":
        bridge.edit(
            lambda document: maps.move_goals(document, drawn.map, {first.id: (other * 20, one)}, new_id=space.new_id)
        )
    elif what == "remove":
        bridge.edit(lambda document: goals.remove_goals(document, [first.id]))
    elif what == "unlink":
        _unlink(drawn, one)


def _unit(drawn: Drawn, one: int) -> OrgUnit:
    units = list(drawn.document.all(OrgUnit).values())
    return units[one % len(units)]


def _many(drawn: Drawn, upper: Goal, owner: Id) -> ChangeSet:
    """More unit goals at once than are shown as cards of their own."""
    new_id = drawn.bridge.workspace.new_id
    made = [UnitGoal(id=new_id(), title=f"Mål nr. {number}", owner=owner) for number in range(MOST_UNIT_GOALS + 1)]
    ways = [Link(id=new_id(), lower=one.id, upper=upper.id) for one in made[1:]]
    return ChangeSet(phrase("edit.move_goals", n=len(made)), added([*made, *ways]))


def _unlink(drawn: Drawn, one: int) -> None:
    found = sorted(drawn.document.all(Link))
    if found:

        def cut(document: Document) -> object:
            return links.unlink(document, found[one % len(found)])

        drawn.bridge.edit(cut)


def test_a_map_with_very_many_unit_goals_shows_units_as_boxes_that_open(drawn: Drawn) -> None:
    space = drawn.bridge.workspace
    upper = drawn.goal("Flere vælger skolen")
    owner = drawn.document.get(Goal, drawn.goal("Ny legeplads")).owner
    for number in range(70):
        drawn.bridge.edit(
            lambda document, number=number: goals.add_goal(
                document,
                profile=space.profile,
                new_id=space.new_id,
                kind=GoalKind.UNIT_GOAL,
                title=f"Mål nr. {number}",
                under=upper,
                owner=owner,
            )
        )
    boxes = [item for item in drawn.view.map_scene.card_items() if item.card.is_box]
    assert [box.card.downs for box in boxes] == [72]
    assert drawn.is_the_document()
    drawn.view.map_scene.open_unit(owner)
    assert not [item for item in drawn.view.map_scene.card_items() if item.card.is_box]
    assert drawn.is_the_document()


def test_new_words_make_one_card_anew_and_leave_every_other_and_all_arrows_as_they_were(drawn: Drawn) -> None:
    scene, goal = drawn.view.map_scene, drawn.goal("Ny legeplads")
    before = scene.picture
    drawn.bridge.edit(lambda document: records.set_field(document, UnitGoal, goal, "title", "Nyt bibliotek"))
    assert [key for key, card in scene.picture.cards.items() if card is not before.cards[key]] == [goal]
    assert scene.picture.arrows is before.arrows
    assert scene.item(goal).card.title == "Nyt bibliotek"


def test_a_new_link_makes_anew_only_the_cards_at_its_ends_and_those_whose_thread_it_mends(drawn: Drawn) -> None:
    scene, space = drawn.view.map_scene, drawn.bridge.workspace
    before = scene.picture
    lower, upper = drawn.goal("Ny legeplads"), drawn.goal("Fravær opdages straks")
    drawn.bridge.edit(
        lambda document: links.link_goals(
            document, profile=space.profile, new_id=space.new_id, lower=lower, upper=upper, kind=LinkKind.REALISES
        )
    )
    assert {key for key, card in scene.picture.cards.items() if card is not before.cards[key]} == {lower, upper}
    assert all(scene.picture.arrows[key] is arrow for key, arrow in before.arrows.items())
