"""*Ordn*: arranging, pinning, aligning and distributing in the real window; each is one step."""

from itertools import pairwise

from strategikort.application.drawing.ground import STEP
from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.document import Document
from strategikort.domain.edits.maps import move_goals, places_on
from strategikort.domain.maps import MapPlace
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown

POLITICAL = ("Flere familier flytter til", "Alle unge får en uddannelse")


def do(shown: Shown, action: str) -> None:
    shown.window.actions_by_id[action].trigger()


def scene(shown: Shown) -> MapScene:
    return shown.window.map_area.view.map_scene


def select(shown: Shown, *titles: str) -> list[Id]:
    goals = [shown.goal(title) for title in titles]
    shown.bridge.select(goals)
    return goals


def put(shown: Shown, **where: tuple[int, int]) -> None:
    named = {shown.goal(title.replace("_", " ")): spot for title, spot in where.items()}
    map, new_id = scene(shown).map, shown.bridge.workspace.new_id
    assert map is not None
    shown.bridge.edit(lambda document: move_goals(document, map, named, new_id=new_id))


def test_the_map_is_arranged_in_one_step_and_again_nothing_moves(shown: Shown) -> None:
    put(shown, **{"Ny_legeplads": (-900, 40), "Flere_starter_hos_os": (900, 400)})
    before, spots = shown.document, dict(scene(shown).places.spots)
    do(shown, "arrange")
    assert scene(shown).places.spots != spots
    assert shown.session.undo_label.code == "edit.arrange"
    after = shown.document
    told: list[str] = []
    shown.window.arranging.told.connect(told.append)
    do(shown, "arrange")
    assert shown.document is after
    assert [words[:22] for words in told] == ["Alle mål står allerede"]
    shown.bridge.undo()
    assert shown.document == before
    assert scene(shown).places.spots == spots


def test_a_pinned_goal_stays_and_bears_a_needle_until_it_is_let_go(shown: Shown) -> None:
    (goal,) = select(shown, "Ny legeplads")
    put(shown, **{"Ny_legeplads": (-900, 40)})
    do(shown, "pin")
    assert scene(shown).item(goal).card.pinned
    shown.bridge.select(())
    do(shown, "arrange")
    assert scene(shown).places.spots[goal] == (-900, 40)
    select(shown, "Ny legeplads")
    do(shown, "pin")
    assert shown.session.undo_label.code == "edit.unpin"
    assert not scene(shown).item(goal).card.pinned
    shown.bridge.select(())
    do(shown, "arrange")
    assert scene(shown).places.spots[goal] != (-900, 40)


def test_a_goal_that_had_no_place_yet_is_pinned_where_it_is_seen(shown: Shown) -> None:
    (goal,) = select(shown, "Ny legeplads")
    spot = scene(shown).places.spots[goal]
    do(shown, "pin")
    (place,) = [one for one in shown.document.all(MapPlace).values() if one.goal == goal]
    assert (place.x, place.y, place.pinned) == (*spot, True)


def test_only_selected_goals_are_arranged(shown: Shown) -> None:
    put(shown, **{"Ny_legeplads": (-900, 40), "Flere_starter_hos_os": (900, 400), "Flere_vælger_skolen": (400, 200)})
    spots = dict(scene(shown).places.spots)
    chosen = select(shown, "Ny legeplads", "Flere starter hos os")
    do(shown, "arrange")
    after = scene(shown).places.spots
    assert {key for key in after if after[key] != spots[key]} <= set(chosen)
    assert after[chosen[1]] != spots[chosen[1]]


def test_a_map_of_everything_is_arranged_without_a_step(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    before = shown.document
    select(shown, *POLITICAL)
    do(shown, "align_left")
    assert len({scene(shown).places.spots[shown.goal(title)][0] for title in POLITICAL}) == 1
    shown.bridge.select(())
    do(shown, "arrange")
    assert len({scene(shown).places.spots[shown.goal(title)][0] for title in POLITICAL}) == 2
    assert shown.document is before


def test_goals_are_aligned_and_distributed_each_in_one_step(shown: Shown) -> None:
    put(shown, **{"Ny_legeplads": (0, 40), "Flere_starter_hos_os": (900, 0), "Flere_vælger_skolen": (412, 0)})
    goals = select(shown, "Ny legeplads", "Flere starter hos os", "Flere vælger skolen")
    map = scene(shown).map
    before = shown.document

    def places(document: Document) -> list[MapPlace]:
        return [places_on(document, map)[goal] for goal in goals]

    do(shown, "align_top")
    assert [one.y for one in places(shown.document)] == [0, 0, 0]
    do(shown, "align_left")
    assert {one.x for one in places(shown.document)} == {0}
    assert shown.session.undo_label.code == "edit.align"
    shown.bridge.undo()
    shown.bridge.undo()
    assert shown.document == before


def test_three_goals_in_a_row_get_equal_gaps(shown: Shown) -> None:
    titles = ("Ny legeplads", "Flere starter hos os")
    put(shown, **{"Ny_legeplads": (0, 0), "Flere_starter_hos_os": (900, 0)})
    assert not shown.window.actions_by_id["distribute_across"].isEnabled()
    shown.bridge.select([*select(shown, *titles), shown.goal("Flere vælger skolen")])
    assert shown.window.actions_by_id["distribute_across"].isEnabled()
    do(shown, "distribute_across")
    x = sorted(scene(shown).places.spots[shown.goal(title)][0] for title in titles)
    assert all(after - before >= STEP for before, after in pairwise(x))
