"""Searching, filtering and following a thread: on the map and in the outline alike, and on paper as it is seen."""

from dataclasses import replace

from strategikort.application.drawing.looking import Direction
from strategikort.application.drawing.searching import Wanted
from strategikort.cascade.findings import Severity
from strategikort.desktop.paper.map_print_dialog import faded_on
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown

THREAD = {
    "Sammen om løsninger",
    "Flere familier flytter til",
    "Alle unge får en uddannelse",
    "Flere vælger skolen",
    "Flere starter hos os",
    "Åbent hus med dagtilbuddene",
}


def bright(shown: Shown) -> set[str]:
    """The titles of the cards that do not step back."""
    return {one.card.title for one in shown.window.map_area.view.map_scene.card_items() if not one.dimmed}


def drawn(shown: Shown) -> set[str]:
    return {one.card.title for one in shown.window.map_area.view.map_scene.card_items() if not one.hidden}


def press(shown: Shown, action: str) -> None:
    shown.window.actions_by_id[action].trigger()


def selected(shown: Shown) -> str:
    return shown.document.all(Goal)[shown.bridge.selection[0]].title


def test_a_search_dims_all_but_the_hits_and_their_way_up(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    shown.window.search.setText("ÅBENT")
    assert bright(shown) == THREAD
    assert "Ny legeplads" in drawn(shown)
    shown.window.search.setText("")
    assert "Ny legeplads" in bright(shown)


def test_the_rest_can_be_hidden_and_cannot_be_hit_then(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    scene = shown.window.map_area.view.map_scene
    loose = scene.item(shown.goal("Ny legeplads"))
    assert loose is not None
    shown.window.search.setText("åbent")
    press(shown, "hide_rest")
    assert drawn(shown) == THREAD
    assert scene.card_at(loose.middle) is None
    press(shown, "hide_rest")
    assert scene.card_at(loose.middle) is loose


def test_f3_steps_through_the_hits_and_says_which_of_how_many(shown: Shown) -> None:
    shown.window.search.setText("flere")
    told: list[str] = []
    shown.window.search.told.connect(told.append)
    titles = []
    for _ in range(4):
        press(shown, "find_next")
        titles.append(selected(shown))
    assert titles == ["Flere familier flytter til", "Flere vælger skolen", "Flere starter hos os", titles[0]]
    press(shown, "find_previous")
    assert selected(shown) == "Flere starter hos os"
    assert told == [f"{n} af 3 fundne" for n in (1, 2, 3, 1, 3)]


def test_hits_follow_the_document(shown: Shown) -> None:
    shown.window.search.setText("legeplads")
    goal = shown.goal("Ny legeplads")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Ny gymnastiksal"))
    assert shown.window.outline.model.rowCount() == 0
    shown.bridge.undo()
    assert shown.window.outline.model.place_of(goal).isValid()


def test_the_outline_is_filtered_by_level_unit_and_finding(shown: Shown) -> None:
    outline = shown.window.outline
    found: list[object] = []
    outline.found.connect(found.append)

    def hits() -> set[str]:
        assert isinstance(found[-1], list)
        return {shown.document.all(Goal)[one].title for one in found[-1]}

    outline.filter.want(Wanted(kind=GoalKind.EFFORT))
    assert hits() == {"Åbent hus med dagtilbuddene"}
    assert outline.filter.text().startswith("Kun: ")
    school = next(goal.owner for goal in shown.document.all(Goal).values() if goal.kind is GoalKind.UNIT_GOAL)
    outline.filter.want(Wanted(kind=GoalKind.UNIT_GOAL, unit=school))
    assert hits() == {"Flere starter hos os", "Ny legeplads"}
    shown.bridge.check_now()
    outline.filter.want(Wanted(severity=Severity.ERROR))
    errors = {one.about for one in shown.bridge.findings if one.severity is Severity.ERROR}
    assert set(found[-1] or ()) == errors & shown.document.all(Goal).keys()
    outline.filter.clear()
    assert found[-1] is None
    assert outline.filter.accessibleName() == "Filtrér"


def test_the_menu_of_the_filter_offers_levels_units_and_findings(shown: Shown) -> None:
    menu = shown.window.outline.filter.choices
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions() if action.menu()]
    assert titles == ["Niveau", "Enhed", "Tjek"]


def test_a_thread_is_followed_from_the_keys_as_far_as_is_wanted(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    shown.select("Flere vælger skolen")
    assert bright(shown) == THREAD
    press(shown, "trace")
    bar = shown.window.map_area.trace
    assert bar.far.text() == "alle led"
    for _ in range(9):
        press(shown, "trace_shallower")
    assert bar.far.text() == "1 led"
    assert bright(shown) == THREAD - {"Sammen om løsninger", "Åbent hus med dagtilbuddene"}
    press(shown, "trace_way")
    assert bar.look.direction is Direction.UP
    assert bright(shown) == {"Flere vælger skolen", "Flere familier flytter til", "Alle unge får en uddannelse"}
    press(shown, "trace_way")
    press(shown, "trace_deeper")
    assert bright(shown) == {"Flere vælger skolen", "Flere starter hos os", "Åbent hus med dagtilbuddene"}
    shown.bridge.select([])
    assert "Ny legeplads" not in bright(shown), "the thread stays when nothing is selected"
    press(shown, "trace")
    assert "Ny legeplads" in bright(shown)


def test_a_followed_thread_is_followed_on_along_with_the_selection_and_after_changes(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    scene = shown.window.map_area.view.map_scene
    shown.select("Flere starter hos os")
    press(shown, "trace")
    scene.look_at(replace(scene.look, depth=1))
    shown.select("Åbent hus med dagtilbuddene")
    assert bright(shown) == {"Åbent hus med dagtilbuddene", "Flere starter hos os"}
    link = next(iter(shown.document.links_up(Id(shown.goal("Åbent hus med dagtilbuddene")))))
    shown.bridge.select([link.id])
    press(shown, "delete")
    assert bright(shown) == {"Åbent hus med dagtilbuddene"}


def test_paper_fades_what_the_screen_fades(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    shown.window.search.setText("åbent")
    assert shown.goal("Ny legeplads") in faded_on(shown.window.map_area.view.map_scene)
    assert shown.goal("Flere vælger skolen") not in faded_on(shown.window.map_area.view.map_scene)
