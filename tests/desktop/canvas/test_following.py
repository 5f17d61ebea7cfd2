"""Whatever is done to the document, the map shows it, and nothing else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategikort.domain.document import Document
from strategikort.domain.edits import goals, links, maps, records
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from tests.desktop.canvas.conftest import Drawn

steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "link", "rename", "move", "remove", "unlink", "undo", "redo", "all", "map"]),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_scene_and_document_are_the_same_after_each_step(drawn: Drawn, done: list[tuple[str, int, int]]) -> None:
    for what, one, other in done:
        _do(drawn, what, one, other)
        assert drawn.is_the_document(), what
        items = drawn.view.map_scene.items()
        cards = [item for item in items if item in set(drawn.view.map_scene.card_items())]
        assert len(cards) == len(drawn.view.map_scene.picture.cards)


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
    elif first is None or second is None:
        return
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
