"""What is seen while the steps about the beginning, maps, goals, lists and threads are walked."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QApplication

from strategikort.application.drawing.looking import Direction
from strategikort.cascade.changed_above import asked_of, doubts_of
from strategikort.cascade.findings import Severity
from strategikort.desktop.canvas.title_editor import TitleEditor
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.goal.story_dialog import StoryDialog
from strategikort.desktop.keys.palette import Palette
from strategikort.desktop.linking.doubts_dialog import DoubtsDialog
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.linking.move_dialog import MoveDialog
from strategikort.desktop.linking.move_end_dialog import MoveEndDialog
from strategikort.desktop.maps.dialog import MapDialog
from strategikort.desktop.maps.review_dialog import ReviewDialog
from strategikort.desktop.start.new_dialog import NewDialog
from strategikort.desktop.trying.dialog import TryingDialog
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.map_set import change_map, ordered_maps
from strategikort.domain.edits.maps import add_map, places_on, take_off_map
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import OrgKind
from tests.desktop.conftest import TODAY
from tests.desktop.help.stage import Stage, walk

LOOSE, LINKED, CENTRE = "Ny legeplads", "Flere starter hos os", "Flere vælger skolen"


def uppers(stage: Stage, title: str) -> set[str]:
    """The titles of what a goal supports."""
    links = stage.document.links_up(stage.goal(title))
    return {stage.document.all(Goal)[link.upper].title for link in links}


def chosen(stage: Stage) -> list[str]:
    """The titles of the goals that are selected."""
    return [stage.document.all(Goal)[one].title for one in stage.bridge.selection]


def writes_title() -> bool:
    """Whether the title of a goal is being written on its card."""
    return isinstance(QApplication.focusWidget(), TitleEditor)


@walk("start#new")
def _new(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(NewDialog)
    yield
    assert dialog.name == "Øresø Kommune"
    yield
    new = stage.program.windows[-1]
    assert new is not stage.window and new.bridge.document.municipality is not None
    assert new.bridge.document.municipality.name == "Øresø Kommune"
    assert not new.bridge.document.all(Goal), "the way begins with an empty document"


@walk("start#file")
def _file(stage: Stage) -> Iterator[None]:
    yield
    yield
    file = stage.folder / "Strategikort 2027.strategikort"
    stage.wait(lambda: stage.window.path == file)
    assert file.exists()


@walk("organisation#centre")
def _organisation(stage: Stage) -> Iterator[None]:
    agreements = len(stage.document.all(Agreement))
    yield
    dialog = stage.seen(OrganisationDialog)
    for _ in range(3):
        yield
    yield
    assert dialog.current is not None and dialog.current.kind is OrgKind.CENTRE, "the centre is marked on the list"
    assert (dialog.current.name, dialog.current.code) == ("Center for Skoler", "CS")
    centre = dialog.current.id
    for _ in range(3):
        yield
    yield
    unit = dialog.current
    assert unit is not None and (unit.name, unit.code) == ("Strandskolen", "CS-1")
    above = centre_of(stage.document, unit.id, TODAY)
    assert above is not None and above.id == centre
    yield
    made = [one for one in stage.document.all(Agreement).values() if one.org == unit.id]
    assert [one.valid_from.year for one in made] == [dialog.form.year.value()]
    assert len(stage.document.all(Agreement)) == agreements + 1
    yield
    assert stage.alone


@walk("map#first")
def _first(stage: Stage) -> Iterator[None]:
    yield
    stage.seen(Palette)
    yield
    assert writes_title()
    yield
    assert stage.record("Flere læser til daglig").kind is GoalKind.CENTRE_GOAL


@walk("map#more")
def _more(stage: Stage) -> Iterator[None]:
    stage.select(CENTRE)
    yield
    assert writes_title()
    yield
    assert stage.record("Læsevenner på alle skoler").kind is GoalKind.UNIT_GOAL
    assert uppers(stage, "Læsevenner på alle skoler") == {CENTRE}
    yield
    assert writes_title()
    yield
    assert stage.record("Bøger med hjem i ferien").kind is GoalKind.UNIT_GOAL
    assert uppers(stage, "Bøger med hjem i ferien") == {CENTRE}


@walk("map#link")
def _link(stage: Stage) -> Iterator[None]:
    stage.select(LOOSE)
    yield
    dialog = stage.seen(LinkDialog)
    yield
    assert dialog.chosen == stage.goal(CENTRE)
    yield
    assert uppers(stage, LOOSE) == {CENTRE}


@walk("map#rename")
def _rename(stage: Stage) -> Iterator[None]:
    goal = stage.select(LOOSE)
    yield
    assert writes_title()
    yield
    assert stage.document.all(Goal)[goal].title == "Ny legeplads for alle"


@walk("map#delete")
def _delete(stage: Stage) -> Iterator[None]:
    goal, linked = stage.select(LINKED), uppers(stage, LINKED)
    assert "forbindelse" in stage.window.actions_by_id["delete"].text()
    yield
    assert stage.document.get(Goal, goal) is None
    yield
    assert uppers(stage, LINKED) == linked


@walk("map#walk")
def _walk(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    yield
    assert chosen(stage) == [CENTRE]
    yield
    assert chosen(stage) == [LINKED]


@walk("map#zoom")
def _zoom(stage: Stage) -> Iterator[None]:
    view = stage.window.map_area.view
    view.zoom_in()
    yield
    whole = view.transform().m11()
    assert all(view.seen.contains(one.rect) for one in view.map_scene.card_items())
    yield
    assert view.transform().m11() > whole
    yield
    assert view.transform().m11() == 1


@walk("maps#new")
def _new_map(stage: Stage) -> Iterator[None]:
    yield
    stage.seen(MapDialog)
    yield
    yield
    assert stage.map.title == "Kort over dagtilbud", "the new map is shown"


@walk("maps#review")
def _review(stage: Stage) -> Iterator[None]:
    map = stage.window.map_area.map
    goal = stage.select(LINKED)
    yield
    dialog = stage.seen(ReviewDialog)
    yield
    assert dialog.form.send.text() == "Send til direktøren"
    dialog.form.send.click()
    yield
    assert dialog.form.about.currentData() == goal
    dialog.form.text.setPlainText("Hvem hjælper jer?")
    dialog.form.say.click()
    yield
    dialog.form.approve.click()
    assert stage.document.all(StrategyMap)[map].state is MapState.APPROVED
    dialog.close()
    for _ in range(3):
        stage.bridge.undo()


@walk("maps#put")
def _put(stage: Stage) -> Iterator[None]:
    goal, map = stage.goal(LOOSE), stage.map.id
    stage.bridge.edit(lambda document: take_off_map(document, map, [goal]))
    on_map = stage.window.map_area.view.map_scene
    assert on_map.item(goal) is None
    stage.bridge.select([goal])
    yield
    assert on_map.item(goal) is not None
    yield
    assert on_map.item(goal) is None and stage.document.get(Goal, goal) is not None


@walk("maps#period")
def _period(stage: Stage) -> Iterator[None]:
    map, year = stage.map, (date(2015, 1, 1), date(2015, 12, 31))
    stage.bridge.edit(lambda document: change_map(document, map.id, title="Skoler 2015", period=year))
    yield
    dialog = stage.seen(MapDialog)
    first, last = dialog.period
    assert first is not None and first.year == 2016 and str(first.year) in dialog.title
    yield
    assert (stage.map.valid_from, stage.map.valid_to) == (first, last)
    assert len(stage.document.all(StrategyMap)) == 2


@walk("maps#order")
def _order(stage: Stage) -> Iterator[None]:
    new_id = stage.bridge.workspace.new_id
    made = stage.bridge.edit(lambda _: add_map(new_id=new_id, title="Kort nummer to", position=9))
    assert made is not None
    map = made.changes[0].record.id
    stage.window.map_area.open_map(map)
    assert [one.id for one in ordered_maps(stage.document)].index(map) == 1
    yield
    assert [one.id for one in ordered_maps(stage.document)].index(map) == 0
    yield
    assert [one.id for one in ordered_maps(stage.document)].index(map) == 1


@walk("arrange#all")
def _arrange(stage: Stage) -> Iterator[None]:
    stage.disarrange()
    before = stage.spots
    yield
    assert stage.spots != before
    yield
    assert stage.spots == before


@walk("arrange#pin")
def _pin(stage: Stage) -> Iterator[None]:
    stage.disarrange()
    goal = stage.select(CENTRE)
    before = stage.spots
    yield
    assert places_on(stage.document, stage.map.id)[goal].pinned
    yield
    assert stage.spots[goal] == before[goal]


@walk("arrange#align")
def _align(stage: Stage) -> Iterator[None]:
    two = [stage.goal(LOOSE), stage.goal(LINKED)]
    stage.disarrange()
    stage.bridge.select(two)
    assert len({stage.spots[one][0] for one in two}) == 2
    yield
    assert len({stage.spots[one][0] for one in two}) == 1
    yield
    assert len({stage.spots[one][1] for one in two}) == 1


@walk("arrange#ends")
def _ends(stage: Stage) -> Iterator[None]:
    goal = stage.made(GoalKind.CENTRE_GOAL, "Skolen er åben", under="Flere familier flytter til")
    (link,) = stage.document.links_up(goal)
    stage.bridge.select([link.id])
    yield
    stage.seen(MoveEndDialog)
    yield
    yield
    assert uppers(stage, "Skolen er åben") == {"Alle unge får en uddannelse"}
    assert stage.document.get(Link, link.id) is not None, "it is the same connection, with its note"


@walk("outline#find")
def _find(stage: Stage) -> Iterator[None]:
    yield
    assert QApplication.focusWidget() is stage.window.search
    yield
    yield
    assert chosen(stage) == [LOOSE]


@walk("outline#under")
def _under(stage: Stage) -> Iterator[None]:
    stage.select(LOOSE)
    yield
    dialog = stage.seen(MoveDialog)
    yield
    assert dialog.chosen == stage.goal(CENTRE)
    yield
    assert uppers(stage, LOOSE) == {CENTRE}


@walk("outline#move")
def _move(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    yield
    assert CENTRE not in uppers(stage, LINKED)
    assert stage.record(LINKED).kind is GoalKind.UNIT_GOAL, "the level stays"
    yield
    assert uppers(stage, LINKED) == {CENTRE}


@walk("goal#fields")
def _fields(stage: Stage) -> Iterator[None]:
    stage.select(LOOSE)
    yield
    yield
    yield
    assert stage.record(LOOSE).short_title == "Legeplads"


@walk("goal#indicator")
def _indicator(stage: Stage) -> Iterator[None]:
    goal = stage.select(LOOSE)
    yield
    yield
    yield
    made = [one for one in stage.document.all(Indicator).values() if one.goal == goal]
    assert [one.name for one in made] == ["Børn, der bruger legepladsen"]


@walk("goal#story")
def _story(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    yield
    dialog = stage.seen(StoryDialog)
    assert dialog.form.heading.text() == LINKED and LINKED in dialog.form.text.toPlainText()
    dialog.close()


@walk("findings#next")
def _findings(stage: Stage) -> Iterator[None]:
    list = stage.window.findings.list
    list.setCurrentIndex(list.model().index(-1, 0))
    assert len(stage.bridge.findings) > 1
    yield
    assert list.currentIndex().row() == 0 and stage.bridge.selection
    yield
    assert list.currentIndex().row() == 1


@walk("findings#mend")
def _mend(stage: Stage) -> Iterator[None]:
    goal = stage.select(LOOSE)
    assert any(one.rule == "TRA-001" for one in stage.bridge.findings_of(goal))
    yield
    stage.seen(LinkDialog)
    yield
    stage.bridge.check_now()
    assert not any(one.rule == "TRA-001" for one in stage.bridge.findings_of(goal))


@walk("findings#stand")
def _stand(stage: Stage) -> Iterator[None]:
    panel = stage.window.findings
    warning = next(one for one in stage.bridge.findings if one.severity is Severity.WARNING)
    ways = panel.delegate.ways_out(warning)
    panel.do(warning, next(way for way in ways if way.name == "Lad stå ..."))
    yield
    dialog = stage.seen(ReasonDialog)
    dialog.form.why.setPlainText("Aftalt med direktionen")
    yield
    dialog.form.go.click()
    yield
    stage.bridge.check_now()
    assert warning in [finding for finding, _ in stage.bridge.excepted]


@walk("thread#see")
def _see(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    window = stage.window
    yield
    assert window.views.currentWidget() is window.thread_view
    assert window.thread_view._heading.text() == LINKED
    yield
    assert window.views.currentWidget() is window.map_area


@walk("thread#fits")
def _fits(stage: Stage) -> Iterator[None]:
    document = stage.document
    link = next(one for one in document.all(Link).values() if asked_of(document, one.lower) == () and one.seen_title)
    stage.bridge.edit(lambda one: set_field(one, Goal, link.upper, "title", "Et mål med andre ord"))
    yield
    dialog = stage.seen(DoubtsDialog)
    assert dialog.form.fits.isEnabled()
    yield
    dialog.form.fits.click()
    assert not doubts_of(stage.document).asked
    dialog.close()
    stage.bridge.undo()
    stage.bridge.undo()


@walk("thread#follow")
def _follow(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    bar, scene = stage.window.map_area.trace, stage.window.map_area.view.map_scene
    yield
    assert bar.look.following
    clear = {one.card.key for one in scene.card_items() if not one.dimmed}
    assert {stage.goal(LINKED), stage.goal(CENTRE)} <= clear and stage.goal(LOOSE) not in clear
    yield
    assert bar.look.depth is not None
    yield
    assert bar.look.direction is not Direction.BOTH
    yield
    assert not bar.look.following


@walk("leading#try")
def _try(stage: Stage) -> Iterator[None]:
    before = stage.document
    stage.select(LINKED)
    yield
    dialog = stage.seen(TryingDialog)
    yield
    assert dialog.form.steps.item(0).text() == f"Lad »{LINKED}« bortfalde"
    assert dialog.form.forecast.topLevelItemCount() > 0
    yield
    assert stage.document is before and stage.alone


@walk("leading#see")
def _leading(stage: Stage) -> Iterator[None]:
    window = stage.window
    yield
    assert window.views.currentWidget() is window.views.leading
    assert window.views.leading.centres.isVisible()
    yield
    assert window.views.currentWidget() is window.map_area


@walk("leading#changes_on_map")
def _compared(stage: Stage) -> Iterator[None]:
    stage.bridge.workspace.session.save()
    goal = stage.goal(LINKED)
    stage.bridge.edit(lambda document: set_field(document, Goal, goal, "why", "Af en ny grund"))
    window, bar = stage.window, stage.window.map_area.comparing
    yield
    leading = window.views.leading
    leading.tabs.setCurrentWidget(leading.comparing)
    names = [leading.comparing.pairs.itemText(row) for row in range(leading.comparing.pairs.count())]
    version = next(row for row, name in enumerate(names) if name.endswith("– nu"))
    leading.comparing.pairs.setCurrentIndex(version)
    leading.comparing.pairs.activated.emit(version)
    yield
    assert bar.isVisible() and window.views.currentWidget() is window.map_area
    assert bar.compared is not None and goal in bar.compared.marks
    yield
    assert stage.bridge.selection
    yield
    assert bar.isHidden() and bar.compared is None
    stage.bridge.undo()
