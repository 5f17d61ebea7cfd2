"""A locked goal shows its lock on the map and in its panel, where a sentence says who may change it."""

from dataclasses import replace

from strategikort.application.drawing.hearing import goal_heard
from strategikort.application.drawing.prose import prose_of
from strategikort.desktop.fields.editors import Editor
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.organisation import Scope
from strategikort.domain.phrases import phrase
from tests.desktop.conftest import Shown


def of_the_centre(shown: Shown) -> None:
    before = shown.document.municipality
    after = replace(before, scope=Scope.CENTRE)
    shown.bridge.edit(lambda _: ChangeSet(phrase("edit.field"), (Change(before, after),)))


def title_of(shown: Shown) -> Editor:
    return shown.window.goal_panel.editors["title"]


def test_in_a_centres_file_the_councils_goals_have_a_lock_and_say_why(shown: Shown) -> None:
    scene, panel = shown.window.map_area.view.map_scene, shown.window.goal_panel
    political = shown.select("Flere familier flytter til")
    assert not scene.item(political).card.locked
    assert not panel.lock_row.isVisible()
    of_the_centre(shown)
    assert scene.item(political).card.locked
    assert panel.lock_row.isVisible()
    assert "byrådet" in panel.lock.text()
    assert not title_of(shown).isEnabled()
    own = shown.select("Flere vælger skolen")
    assert not scene.item(own).card.locked
    assert not panel.lock_row.isVisible()
    assert title_of(shown).isEnabled()


def test_a_lock_is_heard_and_stands_in_the_map_in_words(shown: Shown) -> None:
    space, goal = shown.bridge.workspace, shown.record("Flere familier flytter til")

    def heard() -> tuple[bool, bool]:
        space = shown.bridge.workspace
        said = goal_heard(space.document, space.profile, space.words, goal)
        line = next(
            one for one in prose_of(space.document, space.profile, space.words, None).splitlines() if goal.title in one
        )
        return "Låst" in said, "Det kan ikke ændres i denne fil." in line

    assert heard() == (False, False)
    of_the_centre(shown)
    assert heard() == (True, True)
    assert "kan ikke ændres" not in goal_heard(
        space.document, space.profile, space.words, shown.record("Flere vælger skolen")
    )
