"""Tracks on the map in the window: a goal dragged to another column gets its theme, in the same step as its place."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from strategikort.application.drawing.columns import strips
from strategikort.application.profiles import load_profile
from strategikort.application.session import Desk, Session
from strategikort.application.workspace import workspace
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look import theme
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.maps import add_map, places_on
from strategikort.domain.edits.organisation import found_municipality
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind, UnitGoal
from strategikort.domain.shape import Id
from tests.desktop.canvas.conftest import Drawn

PROFILE = load_profile("skanderborg")


def new_id() -> Id:
    return Id(str(uuid4()))


@pytest.fixture
def tracks(qtbot: object, tmp_path: Path) -> Iterator[Drawn]:
    """A map of two goals in the first track and one in the second."""
    desk = Desk(state_folder=tmp_path, who="prøve", clock=datetime.now, new_id=new_id)
    session = Session.create(None, found_municipality(profile=PROFILE, new_id=new_id, name="Søby"), desk=desk)
    map = add_map(new_id=new_id, title="Kort")
    session.edit(map)
    identity = map.changes[0].record.id
    for place, track in enumerate(("policy", "policy", "efficiency")):
        made = add_goal(
            session.document,
            profile=PROFILE,
            new_id=new_id,
            kind=GoalKind.UNIT_GOAL,
            title=f"Mål {place}",
            map=identity,
            at=(place * 240, 0),
        )
        session.edit(made)
        session.edit(set_field(session.document, UnitGoal, made.changes[0].record.id, "theme", track))
    bridge = Bridge(workspace(session, language="da", today=lambda: date(2015, 2, 15), new_id=new_id))
    view = MapView(bridge, theme.light())
    view.resize(1200, 760)
    view.show()
    view.show_map(identity)
    yield Drawn(bridge, view, identity, [])
    bridge.close()
    view.close()
    view.deleteLater()
    session.close(save=False)


def themes(drawn: Drawn) -> dict[str, str]:
    return {goal.title: goal.theme for goal in drawn.document.all(Goal).values()}


def test_the_columns_are_named_where_their_goals_stand(tracks: Drawn) -> None:
    names = [name for name, _ in tracks.view.map_scene.bands.columns]
    assert names == ["Fra politik til virkelighed", "Effektivisering"]
    assert not tracks.view.grab().isNull()


def test_a_goal_dragged_to_another_column_gets_its_theme_and_one_undo_brings_both_back(tracks: Drawn) -> None:
    scene = tracks.view.map_scene
    before = tracks.document
    spot = places_on(before, tracks.map)[tracks.goal("Mål 1")].x
    tracks.drag(tracks.at("Mål 1"), tracks.at("Mål 2", y=CARD_DOWN))
    assert themes(tracks) == {"Mål 0": "policy", "Mål 1": "efficiency", "Mål 2": "efficiency"}
    assert places_on(tracks.document, tracks.map)[tracks.goal("Mål 1")].x != spot
    assert [one.column for one in strips(scene.picture, scene.places.spots)] == [1, 2]
    assert tracks.is_the_document()
    tracks.bridge.undo()
    assert tracks.document == before


def test_a_goal_dragged_within_its_column_keeps_its_theme(tracks: Drawn) -> None:
    before = themes(tracks)
    tracks.drag(tracks.at("Mål 1"), tracks.at("Mål 1", y=CARD_DOWN))
    assert themes(tracks) == before


CARD_DOWN = 180.0
"""So far below the upper edge of a card that another one does not touch it."""
