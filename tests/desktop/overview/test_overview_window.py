"""Ten centres' files in a folder, seen in the window as one municipality: to be read, and to be opened each."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.overlooking import OverviewSession
from strategikort.application.parting import save_parts
from strategikort.application.profiles import load_profile
from strategikort.application.session import Desk, Session
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.dialogs.messages import MessageDialog
from strategikort.desktop.overview.files_dialog import FilesDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.overview_bar import OverviewBar
from strategikort.desktop.window.overview_doors import OverviewDoors
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import CentreGoal, Goal, PoliticalGoal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from tests.desktop.conftest import dialogs, sample


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    made = tmp_path / "centre"
    made.mkdir()
    save_parts(Check(sample(), load_profile("helsingoer"), today=SAMPLE_DAY, year=2015), made, desk=desk)
    return made


def overview(program: Program, folder: Path) -> DocumentWindow:
    window = program.open_file(folder)
    assert window is not None and window.overview.session is not None
    return window


def told(window: DocumentWindow) -> str:
    return window.findChild(OverviewBar).told.text()


def entered(window: DocumentWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def edited(file: Path, desk: Desk, title: str, value: str, field: str = "title") -> None:
    session = Session.open(file, desk=desk)
    goal = next(one for one in session.document.all(Goal).values() if one.title == title)
    session.edit(set_field(session.document, Goal, goal.id, field, value))
    session.close()


def test_a_folder_is_seen_as_one_municipality_that_begins_with_the_numbers(program: Program, folder: Path) -> None:
    window = overview(program, folder)
    assert window.bridge.document.all(Goal) == sample().all(Goal)
    assert window.views.currentWidget() is window.views.leading
    assert told(window) == "10 filer i »centre« set som én kommune. Kun til læsning."
    assert window.windowTitle() == "Øresø Kommune – centre[*]" and not window.isWindowModified()
    assert program.open_file(folder) is window and program.windows == [window]
    assert program.house.settings.recent()[0] == folder
    window.close()
    assert program.windows == [] and dialogs() == []


def test_nothing_can_be_changed_and_it_is_said_where_it_can(program: Program, folder: Path) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}
    window = overview(program, folder)
    off = [name for name in ("save", "save_as", "import", "new_goal", "new_map", "paste", "part")]
    assert [name for name in off if window.actions_by_id[name].isEnabled()] == []
    goal = next(iter(window.bridge.document.all(CentreGoal)))
    said: list[str] = []
    window.bridge.refused.connect(lambda phrase: said.append(window.bridge.say(phrase)))
    unit = next(iter(window.bridge.document.all(OrgUnit)))
    window.bridge.edit(lambda document: set_field(document, OrgUnit, unit, "name", "Nyt"))
    window.bridge.edit(lambda document: set_field(document, Goal, goal, "title", "Nyt"))
    window.bridge.select([goal])
    window.actions_by_id["delete"].trigger()
    assert said[0].startswith("Her kan intet ændres") and "kan ikke ændres her" in said[1]
    assert len(said) == 3
    assert not window.goal_panel.lock_row.isHidden() and "Åbn filen" in window.goal_panel.lock.text()
    assert window.bridge.document.all(Goal) == sample().all(Goal)
    assert window.bridge.document.all(OrgUnit) == sample().all(OrgUnit)
    window.bridge.undo()
    window.keeper.save_quietly()
    window.close()
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_the_file_a_goal_stands_in_is_opened_at_that_goal(program: Program, folder: Path) -> None:
    window = overview(program, folder)
    document = window.bridge.document
    goal = next(
        one for one in document.all(CentreGoal).values() if document.all(OrgUnit)[one.owner].name.endswith("Omsorg")
    )
    assert not _enabled(window, "overview_file") or window.map_area.map is not None
    window.bridge.select([goal.id])
    window.actions_by_id["overview_file"].trigger()
    assert len(program.windows) == 2
    opened = program.windows[-1]
    assert opened.path == folder / "Center for Sundhed og Omsorg.strategikort"
    assert opened.bridge.selection == (goal.id,) and opened.map_area.view.map_scene.item(goal.id) is not None
    window.bridge.select([next(iter(document.all(PoliticalGoal)))])
    assert not _enabled(window, "overview_file"), "what all files hold is changed in none of them"


def test_files_that_were_saved_since_are_told_and_read_again(program: Program, folder: Path, desk: Desk) -> None:
    window = overview(program, folder)
    goal = next(iter(sorted(one.title for one in window.bridge.document.all(CentreGoal).values())))
    held = window.overview.session.overview
    record = next(one for one in window.bridge.document.all(CentreGoal).values() if one.title == goal)
    (file,) = held.holders[record.id]
    edited(file, desk, goal, "Rettet i centrets fil")
    assert "ændret" not in told(window)
    entered(window)
    assert told(window).endswith("Filerne er ændret, siden de blev læst.")
    window.actions_by_id["overview_again"].trigger()
    assert window.bridge.document.all(Goal)[record.id].title == "Rettet i centrets fil"
    assert told(window).endswith("Kun til læsning.")
    (folder / "ny.strategikort").write_bytes(b"ikke en fil")
    entered(window)
    window.actions_by_id["overview_again"].trigger()
    assert "1 fil kunne ikke læses." in told(window) and told(window).endswith("Kun til læsning.")
    for one in folder.iterdir():
        one.unlink()
    window.actions_by_id["overview_again"].trigger()
    (dialog,) = dialogs()
    assert isinstance(dialog, MessageDialog) and "ingen strategikort-filer" in dialog.form.text.text()
    assert window.bridge.document.all(Goal)[record.id].title == "Rettet i centrets fil"


def test_what_differs_between_files_is_listed_under_the_file_that_gives_way(
    program: Program, folder: Path, desk: Desk
) -> None:
    (folder / "gammel.strategikort").write_bytes(b"ikke en fil")
    changed = folder / "Center for Job og Uddannelse.strategikort"
    session = Session.open(changed, desk=desk)
    after = session.document
    unit = next(one for one in after.all(OrgUnit).values() if one.name == "Center for Job og Uddannelse")
    session.edit(set_field(after, OrgUnit, unit.id, "name", "Center for Job og Læring"))
    session.close()
    window = overview(program, folder)
    (dialog,) = dialogs()
    assert isinstance(dialog, MessageDialog) and dialog.form.text.text().startswith("gammel.strategikort er ikke med: ")
    dialog.reject()
    window.actions_by_id["overview_files"].trigger()
    files = window.findChild(FilesDialog)
    tree = files.form.tree
    lines = {tree.topLevelItem(row).text(0): tree.topLevelItem(row) for row in range(tree.topLevelItemCount())}
    assert len(lines) == 11 and lines["Center for Job og Uddannelse"].text(1) == "Center for Job og Læring"
    clashing = {name: line.child(0).text(1) for name, line in lines.items() if line.childCount()}
    later = "står anderledes i Center for Job og Uddannelse, som er gemt senere, og som derfor vises"
    assert set(clashing.values()) == {later}
    tree.setCurrentItem(lines["Center for Job og Uddannelse"])
    files.form.open_file.click()
    assert program.windows[-1].path == changed


def test_a_municipality_is_parted_into_files_that_are_seen_as_overview(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "delt"
    folder.mkdir()
    window = program.open_sample()
    assert window is not None
    window.findChild(OverviewDoors).part(str(folder))
    (dialog,) = dialogs()
    assert dialog.form.text.text().startswith("10 filer er gemt i »delt«.")
    dialog.form.other.click()
    seen = program.windows[-1]
    assert isinstance(seen.bridge.workspace.session, OverviewSession)
    assert seen.bridge.document.all(StrategyMap) == sample().all(StrategyMap)
    window.findChild(OverviewDoors).part(str(folder))
    assert [one for one in dialogs() if "allerede en fil med navnet" in one.form.text.text()]


def _enabled(window: DocumentWindow, name: str) -> bool:
    action: QAction = window.actions_by_id[name]
    return action.isEnabled()
