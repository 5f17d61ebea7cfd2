"""*Prøv det af* in the real window: seen before it is done, thrown away without a trace, done as one step."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.trying.dialog import TryingDialog
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind, GoalState, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement
from tests.desktop.conftest import Shown, dialogs, in_window, town_with_a_map

UPPER, LOWER = "Flere vælger skolen", "Flere starter hos os"
POLITICAL = ["Flere familier flytter til", "Alle unge får en uddannelse"]
LAPSE, REDATE, MOVE, MERGE = range(4)


@pytest.fixture
def two_schools(dress: None, qtbot: QtBot, tmp_path: Path, desk: Desk, settings: Settings) -> Iterator[Shown]:
    """The small town with a second centre and a second school."""
    town = town_with_a_map()
    other = town.org(OrgKind.CENTRE, "Center for Børn", "BU")
    school = town.org(OrgKind.UNIT, "Bakkeskolen", "DS-S2", other)
    town.goal(GoalKind.EFFORT, "Fælles læsebånd", owner=school)
    yield from in_window(town.document, qtbot, tmp_path, desk, settings)


def trying(shown: Shown) -> TryingDialog:
    shown.window.actions_by_id["try"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, TryingDialog)
    return dialog


def groups(dialog: TryingDialog) -> dict[str, list[str]]:
    """What stands under each heading, line by line; under what stands below a line, too."""
    return {top.text(0).rpartition(":")[0]: list(_under(top)) for top in _tops(dialog)}


def _under(item: QTreeWidgetItem) -> Iterator[str]:
    for number in range(item.childCount()):
        yield item.child(number).text(0)
        yield from _under(item.child(number))


def line(dialog: TryingDialog, group: str, text: str) -> QTreeWidgetItem:
    """The line under a heading that begins so."""
    [top] = [top for top in _tops(dialog) if top.text(0).startswith(group)]
    return next(top.child(n) for n in range(top.childCount()) if top.child(n).text(0).startswith(text))


def _tops(dialog: TryingDialog) -> list[QTreeWidgetItem]:
    tree = dialog.form.forecast
    return [top for row in range(tree.topLevelItemCount()) if (top := tree.topLevelItem(row))]


def choose_orgs(dialog: TryingDialog, kind: int, unit: str, into: str) -> None:
    dialog.form.what.setCurrentIndex(kind)
    dialog.form.unit.setCurrentText(unit)
    dialog.form.into.setCurrentText(into)
    assert (dialog.form.unit.currentText(), dialog.form.into.currentText()) == (unit, into)


@contextmanager
def a_disk_that_refuses(state: Path) -> Iterator[None]:
    """The table of goals is not where it should be in the work copy."""
    [work] = state.rglob("work.sqlite")
    with closing(sqlite3.connect(work)) as there:
        there.execute("ALTER TABLE goal RENAME TO gone")
        yield
        there.execute("ALTER TABLE gone RENAME TO goal")


def test_a_goal_that_would_lapse_shows_what_breaks_and_nothing_is_written_when_it_is_thrown_away(
    shown: Shown,
) -> None:
    [agreement] = shown.document.all(Agreement)
    shown.bridge.edit(lambda one: set_field(one, Agreement, agreement, "state", AgreementState.SIGNED))
    before = shown.document
    shown.bridge.select(shown.goal(title) for title in POLITICAL)
    dialog = trying(shown)
    assert dialog.form.goals.text() == ", ".join(POLITICAL) and not dialog.form.go.isEnabled()
    dialog.form.try_button.click()
    assert dialog.form.steps.item(0).text() == "Lad 2 mål bortfalde"
    told = groups(dialog)
    assert sorted(told["Mål, der mister den røde tråd"]) == [LOWER, UPPER] and told["Nye fund"]
    assert told["Mål, der er forbundet til et, som bortfalder"] == [
        f"Under »{POLITICAL[0]}«",
        f"{UPPER} (den røde tråd er brudt)",
        f"Under »{POLITICAL[1]}«",
        f"{UPPER} (den røde tråd er brudt)",
    ]
    assert _tops(dialog)[1].text(0).endswith(": 2")
    assert told["Aftaler, der kræver et tillæg"] == ["Strandskolen 2015"]
    dialog.form.take_back.click()
    assert dialog.form.forecast.topLevelItemCount() == 0
    dialog.form.try_button.click()
    dialog.form.discard.click()
    assert shown.document is before


def test_a_goal_in_the_middle_that_lapses_leaves_the_thread_whole_and_no_one_at_work_is_told(shown: Shown) -> None:
    shown.select(UPPER)
    dialog = trying(shown)
    dialog.form.try_button.click()
    told = groups(dialog)
    tied = [f"Under »{UPPER}«", f"{LOWER} (den røde tråd fører stadig op)"]
    assert told["Mål, der er forbundet til et, som bortfalder"] == tied
    assert told["Mål, der mister den røde tråd"] == [] and told["Politiske mål, som ingen arbejder med mere"] == []
    dialog.form.discard.click()
    shown.select(LOWER)
    dialog = trying(shown)
    dialog.form.try_button.click()
    assert sorted(groups(dialog)["Politiske mål, som ingen arbejder med mere"]) == sorted(POLITICAL)


def test_what_was_tried_is_carried_out_as_one_step(shown: Shown) -> None:
    before = shown.document
    goal = shown.select(UPPER)
    dialog = trying(shown)
    dialog.form.try_button.click()
    dialog.form.what.setCurrentIndex(REDATE)
    dialog.form.first.setText("ikke en dag")
    dialog.form.try_button.click()
    assert dialog.form.said.text() == "Skriv dagen som 1.8.2015." and dialog.form.steps.count() == 1
    dialog.form.first.setText("1.1.2015")
    dialog.form.last.setText("30.6.2015")
    dialog.form.try_button.click()
    assert dialog.form.steps.count() == 2
    forecast = dialog.trial.document
    dialog.form.go.click()
    assert shown.document == forecast and not dialog.isVisible()
    assert shown.document.all(Goal)[goal].state is GoalState.CANCELLED
    shown.bridge.undo()
    assert shown.document == before


def test_a_unit_moves_to_another_centre_and_back_with_all_that_belongs_to_it(two_schools: Shown) -> None:
    shown, before = two_schools, two_schools.document
    dialog = trying(shown)
    choose_orgs(dialog, MOVE, "Strandskolen", "Center for Børn")
    dialog.form.first.setText("1.8.2015")
    dialog.form.try_button.click()
    assert dialog.form.steps.item(0).text() == "Flyt Strandskolen til Center for Børn"
    dialog.form.go.click()
    [unit] = [key for key, one in before.all(OrgUnit).items() if one.name == "Strandskolen"]
    placed = {one.valid_from: one for one in shown.document.grouped(Placement, "unit")[unit]}
    assert {day and day.isoformat() for day in placed} == {None, "2015-08-01"}
    shown.bridge.undo()
    assert [shown.document.all(kind) == before.all(kind) for kind in (Goal, OrgUnit, Placement)] == [True] * 3


def test_a_unit_that_becomes_part_of_another_hands_over_its_goals_and_closes(two_schools: Shown) -> None:
    shown, before = two_schools, two_schools.document
    dialog = trying(shown)
    choose_orgs(dialog, MERGE, "Bakkeskolen", "Strandskolen")
    dialog.form.first.setText("1.8.2015")
    dialog.form.try_button.click()
    assert dialog.form.steps.item(0).text() == "Læg Bakkeskolen sammen med Strandskolen"
    dialog.form.go.click()
    units = {one.name: one for one in shown.document.all(OrgUnit).values()}
    assert str(units["Bakkeskolen"].active_to) == "2015-07-31"
    assert shown.record("Fælles læsebånd").owner == units["Strandskolen"].id
    shown.bridge.undo()
    assert [shown.document.all(kind) == before.all(kind) for kind in (Goal, OrgUnit, Placement)] == [True] * 3


def test_a_unit_that_becomes_part_of_itself_is_refused_in_a_sentence(shown: Shown) -> None:
    before = shown.document
    shown.bridge.select([])
    dialog = trying(shown)
    choose_orgs(dialog, MERGE, "Strandskolen", "Strandskolen")
    dialog.form.try_button.click()
    assert "Strandskolen" in dialog.form.said.text() and dialog.form.said.isVisible()
    assert dialog.form.steps.count() == 0 and not dialog.form.go.isEnabled()
    assert shown.document is before


def test_what_is_so_already_and_what_comes_to_nothing_is_said_where_one_is_looking(shown: Shown) -> None:
    goal = shown.select(LOWER)
    days = shown.document.all(UnitGoal)[goal]
    before = shown.document
    dialog = trying(shown)
    dialog.form.try_button.click()
    dialog.form.try_button.click()
    assert dialog.form.said.text() == "Det ændrer ikke noget: Sådan er det allerede."
    assert dialog.form.steps.count() == 1
    dialog.form.take_back.click()
    dialog.form.what.setCurrentIndex(REDATE)
    assert days.valid_from and days.valid_to
    for last in ("30.6.2015", "31.12.2015"):
        dialog.form.first.setText("1.1.2015")
        dialog.form.last.setText(last)
        dialog.form.try_button.click()
    dialog.form.go.click()
    assert dialog.form.said.text().startswith("Tilsammen ændrer det prøvede ikke noget.")
    assert dialog.isVisible() and dialog.form.steps.count() == 2 and shown.document is before


def test_a_step_that_the_disk_refuses_says_why_in_the_dialog_and_can_be_done_afterwards(
    shown: Shown, tmp_path: Path
) -> None:
    before = shown.document
    goal = shown.select(LOWER)
    dialog = trying(shown)
    dialog.form.try_button.click()
    with a_disk_that_refuses(tmp_path / "state"):
        dialog.form.go.click()
        assert dialog.isVisible() and dialog.form.said.isVisible()
        assert dialog.form.said.text() == shown.window.status.said.text()
        assert shown.document is before and dialog.form.steps.count() == 1
    dialog.form.go.click()
    assert not dialog.isVisible() and shown.document.all(Goal)[goal].state is GoalState.CANCELLED


def test_every_line_of_the_forecast_leads_to_its_goal(shown: Shown, qtbot: QtBot) -> None:
    shown.bridge.select(shown.goal(title) for title in POLITICAL)
    dialog = trying(shown)
    dialog.form.try_button.click()
    qtbot.waitUntil(dialog.isActiveWindow)
    tree = dialog.form.forecast
    tree.setFocus()
    tree.setCurrentItem(line(dialog, "Mål, der mister", LOWER))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert shown.bridge.selection == (shown.goal(LOWER),)
    assert dialog.form.steps.count() == 1, "no button was pressed by the same key"
    broken = line(dialog, "Nye fund", "Enhedsmålet")
    tree.scrollToItem(broken)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(broken).center())
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(broken).center())
    assert [shown.document.all(Goal)[one].title in broken.text(0) for one in shown.bridge.selection] == [True]
    chosen = shown.bridge.selection
    tree.setCurrentItem(_tops(dialog)[0])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert shown.bridge.selection == chosen and dialog.isVisible()
