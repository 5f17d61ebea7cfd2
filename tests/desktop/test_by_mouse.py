"""With the mouse alone, but for the letters of the names: ten linked goals, findings mended, layout, a PDF."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.application.session import Desk, Session
from strategikort.desktop.look.settings import PRINT_FOLDER
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.edits import agreements, maps
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id
from tests.desktop.test_by_keys import BELOW
from tests.domain.town import PROFILE, Town

LEFT = Qt.MouseButton.LeftButton
YEAR = date(2015, 1, 1).year


class Mouse:
    """One hand on a mouse, over the window's map, menus and dialogs."""

    def __init__(self, window: DocumentWindow) -> None:
        self.window, self.view = window, window.map_area.view

    def goal(self, title: str) -> Id:
        return next(one.id for one in self.window.bridge.document.all(Goal).values() if one.title == title)

    def at(self, goal: Id, x: float = CARD_WIDTH / 2, y: float = CARD_HEIGHT / 2) -> QPoint:
        card = self.view.map_scene.item(goal)
        return self.view.mapFromScene(card.x + x, card.y + y)

    def in_band(self, kind: GoalKind, x: float) -> QPoint:
        return self.view.mapFromScene(x, self.view.map_scene.bands.bands[kind].top + 40)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, pos=place or widget.rect().center())

    def drag(self, start: QPoint, end: QPoint) -> None:
        screen = self.view.viewport()
        QTest.mouseMove(screen, start)
        QTest.mousePress(screen, LEFT, pos=start)
        QTest.mouseMove(screen, (start + end) / 2)
        QTest.mouseMove(screen, end)
        QTest.mouseRelease(screen, LEFT, pos=end)

    def write(self, title: str) -> None:
        """The letters of a name; a click beside it keeps them."""
        editor = self.view.hand.editor
        assert editor is not None, "a title is written"
        editor.setText("")
        QTest.keyClicks(editor, title)
        self.click(self.view.viewport(), QPoint(self.view.viewport().width() - 6, 6))

    def menu(self, name: str) -> None:
        """An action, by its line in the menu bar."""
        action = self.window.actions_by_id[name]
        bar = self.window.menuBar()
        head = next(one for one in bar.actions() if action in one.menu().actions())
        self.click(bar, bar.actionGeometry(head).center())
        menu = head.menu()
        assert isinstance(menu, QMenu)
        self.click(menu, menu.actionGeometry(action).center())


def opened(program: Program, desk: Desk, folder: Path) -> DocumentWindow:
    """A municipality with a centre, its map and a school with an agreement, and no goals."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "CS")
    school = town.org(OrgKind.UNIT, "Strandskolen", "CS-1", centre)
    town.do(maps.add_map(new_id=town.new_id, title="Kort over skolerne", centre=centre))
    town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=YEAR))
    file = folder / "by.strategikort"
    Session.create(file, town.document, desk=desk).close()
    window = program.open_file(file)
    assert window is not None
    return window


def built(mouse: Mouse) -> None:
    """Goals by double clicks, and links dropped on empty ground."""
    for column, (upper, lowers) in enumerate(BELOW.items()):
        place = mouse.in_band(GoalKind.CENTRE_GOAL, column * 700)
        QTest.mouseDClick(mouse.view.viewport(), LEFT, pos=place)
        mouse.write(upper)
        for row, lower in enumerate(lowers):
            mouse.view.fit()
            start = mouse.at(mouse.goal(upper))
            mouse.click(mouse.view.viewport(), start)
            empty = mouse.in_band(GoalKind.UNIT_GOAL, (column * 3 + row) * (CARD_WIDTH + 30))
            mouse.drag(mouse.at(mouse.goal(upper), CARD_WIDTH / 2, CARD_HEIGHT), empty)
            mouse.write(lower)


def test_by_mouse_alone_ten_linked_goals_are_built_checked_mended_laid_out_and_printed(
    qtbot: QtBot, program: Program, desk: Desk, tmp_path: Path
) -> None:
    program.house.settings.put(PRINT_FOLDER, str(tmp_path))
    window = opened(program, desk, tmp_path)
    bridge, mouse = window.bridge, Mouse(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    (map,) = bridge.document.all(StrategyMap)
    assert window.map_area.map == map
    built(mouse)
    assert len(bridge.document.all(Goal)) == 10
    for upper, lowers in BELOW.items():
        under = {link.lower for link in bridge.document.links_down(mouse.goal(upper))}
        assert under == {mouse.goal(lower) for lower in lowers}

    mouse.view.fit()
    QTest.mouseDClick(mouse.view.viewport(), LEFT, pos=mouse.in_band(GoalKind.POLITICAL_GOAL, 300))
    mouse.write("Flere familier flytter til")
    bridge.check_now()
    for upper in BELOW:
        goal, panel = mouse.goal(upper), window.findings
        row = next(
            row
            for row in range(panel.model.rowCount())
            if (found := panel.finding_at(row)) and found.rule == "TRA-002" and found.about == goal
        )
        index = panel.model.index(row, 0)
        panel.list.scrollTo(index)
        mouse.click(panel.list.viewport(), panel.list.visualRect(index).center())
        mouse.view.fit()
        mouse.click(mouse.view.viewport(), mouse.at(goal))
        mouse.drag(mouse.at(goal, CARD_WIDTH / 2, 0), mouse.at(mouse.goal("Flere familier flytter til")))
        bridge.check_now()
    assert not [one for one in bridge.findings if one.rule == "TRA-002"]

    mouse.menu("arrange")
    assert places_on(bridge.document, map).keys() >= {mouse.goal(upper) for upper in BELOW}
    mouse.menu("print")
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is not None)
    paper = window.findChild(PrintDialog)
    mouse.click(paper.form.save_pdf)
    files = next(one for one in paper.findChildren(QFileDialog))
    save = files.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    mouse.click(save)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))))
    assert next(tmp_path.glob("*.pdf")).read_bytes().startswith(b"%PDF")
    mouse.click(paper.form.cancel)
    assert QApplication.activePopupWidget() is None
