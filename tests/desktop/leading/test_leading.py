"""*Ledelse* in the real window: the numbers are those of the tables, and each leads to what it counts."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from strategikort.application.comparing import Change, compare_years
from strategikort.application.leading.views import Gap, centres_view, gaps_view, matrix_view
from strategikort.cascade.checking import checked
from strategikort.cascade.coverage import Side
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.leading.model import HOLE
from strategikort.desktop.leading.page import NumbersPage
from strategikort.desktop.leading.view import LeadingView
from strategikort.domain.edits.links import unlink_all
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from tests.desktop.conftest import Shown


@pytest.fixture
def leading(sample_shown: Shown) -> Iterator[LeadingView]:
    sample_shown.window.actions_by_id["view_leading"].trigger()
    yield sample_shown.window.views.leading


def check_of(shown: Shown) -> Check:
    workspace = shown.bridge.workspace
    return Check(workspace.document, workspace.profile, today=date(2015, 2, 15), year=2015)


def cell(page: NumbersPage, code: str, column: str) -> QModelIndex:
    model = page.model
    row = next(n for n, cells in enumerate(model.sheet.rows) if cells[0] == code or cells[1] == code)
    return model.index(row, model.sheet.columns.index(column))


def test_the_numbers_on_the_screen_are_those_of_the_tables(sample_shown: Shown, leading: LeadingView) -> None:
    check, reading = check_of(sample_shown), sample_shown.bridge.workspace.reading
    found = checked(check.document, check.profile, reading.rulebook, today=check.today, year=2015)
    assert leading.centres.model.sheet == centres_view(reading, check, found).sheet
    assert leading.matrix.model.sheet == matrix_view(reading, check, Side.CENTRES).sheet
    model = leading.centres.model
    for row, cells in enumerate(model.sheet.rows):
        for column, number in enumerate(cells[1:], start=1):
            assert len(model.behind(model.index(row, column))) == number


def test_a_number_is_followed_to_its_goals_and_one_of_them_is_shown_on_the_map(
    sample_shown: Shown, leading: LeadingView
) -> None:
    page = leading.centres
    page.open_cell(cell(page, "Center for Dagtilbud og Skoler", "Uden rød tråd"))
    lines = [page.list.model().index(row, 0).data() for row in range(page.list.model().rowCount())]
    assert len(lines) == 2 and any("DS-D17-05" in line for line in lines)
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (goal,) = sample_shown.bridge.selection
    assert sample_shown.bridge.document.all(Goal)[goal].code in lines[0]
    assert sample_shown.window.views.currentWidget() is sample_shown.window.map_area


def test_a_hole_in_the_matrix_is_a_sign_and_goals_without_holes_can_be_put_away(leading: LeadingView) -> None:
    leading.tabs.setCurrentIndex(2)
    page = leading.matrix
    before = page.model.rowCount()
    assert cell(page, "POL-14", page.model.sheet.columns[3]).data() == HOLE
    leading.side.setCurrentIndex(2)
    assert page.model.sheet.columns[3:] != ()
    leading.holes.setChecked(True)
    assert 0 < page.model.rowCount() <= before


def test_a_cell_of_the_matrix_opens_the_unit_goals_that_it_counts(leading: LeadingView) -> None:
    page = leading.matrix
    model = page.model
    row, column = next(
        (row, column)
        for row, cells in enumerate(model.sheet.rows)
        for column in model.sheet.heat
        if isinstance(cells[column], int)
    )
    page.open_cell(model.index(row, column))
    assert page.list.model().rowCount() == model.sheet.rows[row][column]
    assert str(model.sheet.columns[column]) in page.heading.text()


def test_what_is_edited_is_counted_after_the_check(sample_shown: Shown, leading: LeadingView) -> None:
    page = leading.centres
    index = cell(page, "Center for Dagtilbud og Skoler", "Uden rød tråd")
    before = int(index.data())
    goal = next(one for one in sample_shown.bridge.document.all(Goal).values() if one.code == "DS-D1-01")
    link = sample_shown.bridge.document.links_up(goal.id)
    sample_shown.bridge.edit(lambda document: unlink_all(document, [one.id for one in link]))
    sample_shown.bridge.check_now()
    assert int(cell(page, "Center for Dagtilbud og Skoler", "Uden rød tråd").data()) == before + 1


def test_a_cell_is_read_out_with_its_row_and_column(leading: LeadingView) -> None:
    index = cell(leading.centres, "Center for Dagtilbud og Skoler", "Fejl")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Center for Dagtilbud og Skoler: Fejl: ")


def test_gaps_are_listed_each_way_and_each_leads_to_its_goal(sample_shown: Shown, leading: LeadingView) -> None:
    check, reading = check_of(sample_shown), sample_shown.bridge.workspace.reading
    found = sample_shown.bridge.settled()
    for place, gap in enumerate(Gap):
        leading.gap.setCurrentIndex(place)
        assert leading.gaps.model.sheet == gaps_view(reading, check, found, gap).sheet
        assert leading.gaps.model.rowCount() > 0
    row = leading.gaps.model.index(0, 0)
    leading.gaps.open_cell(row)
    assert row.data() in leading.gaps.list.model().index(0, 0).data()


def test_two_years_are_compared_and_so_are_an_earlier_version_and_now(
    sample_shown: Shown, leading: LeadingView
) -> None:
    leading.tabs.setCurrentWidget(leading.comparing)
    comparing, bridge = leading.comparing, sample_shown.bridge
    assert comparing.pairs.itemText(0) == "2014 – 2015"
    found = compare_years(sample_shown.document, bridge.workspace.profile, 2014, 2015)
    assert comparing.page.model.rowCount() == sum(len(found.of(one)) for one in Change if one is not Change.SAME)
    goal = min(sample_shown.document.all(Goal))
    old = sample_shown.document.all(Goal)[goal].title
    bridge.edit(lambda document: set_field(document, Goal, goal, "title", "Med helt andre ord"))
    sample_shown.session.save()
    comparing.refresh()
    version = next(n for n in range(comparing.pairs.count()) if comparing.pairs.itemText(n).endswith("– nu"))
    bridge.edit(lambda document: set_field(document, Goal, goal, "title", "Med helt tredje ord"))
    comparing.pairs.setCurrentIndex(version)
    comparing.pairs.activated.emit(version)
    [row] = comparing.page.model.sheet.rows
    assert row[0] == "≠ Ændret" and row[2] == "Med helt tredje ord"
    assert row[4] in (f"hed »{old}«", "hed »Med helt andre ord«")
    assert comparing.told.text().startswith("0 nye · 0 udgået · 1 ændret")
