"""A newcomer's way through the real windows: new, organisation, three goals, links, a loose end mended, print."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.cascade.findings import Severity
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.shape import Id


def begun(qtbot: QtBot, program: Program) -> DocumentWindow:
    """A new document by the start page."""
    start = program.show_start()
    qtbot.waitExposed(start)
    start.form.new_document.click()
    dialog = next(one for one in start.children() if type(one).__name__ == "NewDialog")
    QTest.keyClicks(dialog.form.name, "Prøveby Kommune")
    dialog.form.make.click()
    (window,) = program.windows
    qtbot.waitExposed(window)
    return window


def organised(window: DocumentWindow) -> Id:
    """A centre with a school, their leaders and the school's agreement; gives the school."""
    window.actions_by_id["organisation"].trigger()
    dialog = window.findChild(OrganisationDialog)
    for kind, name, code, leader in (
        (OrgKind.CENTRE, "Center for Skoler", "CS", "Mette Holm"),
        (OrgKind.UNIT, "Strandskolen", "CS-1", "Lone Berg"),
    ):
        dialog.form.kind.setCurrentIndex(dialog.form.kind.findData(kind))
        QTest.keyClicks(dialog.form.name, name)
        QTest.keyClicks(dialog.form.code, code)
        QTest.keyClicks(dialog.form.leader, leader)
        dialog.form.add.click()
    dialog.form.make_agreement.click()
    dialog.form.close.click()
    return next(one.id for one in window.bridge.document.all(OrgUnit).values() if one.name == "Strandskolen")


def written(window: DocumentWindow, kind: GoalKind, title: str) -> Id:
    """A goal made from the menu of the tool bar, its title typed on the map."""
    menu = window.goals.new_menu
    menu.triggered.emit(next(action for action in menu.actions() if action.data() == kind))
    editor = window.map_area.view.hand.editor
    assert editor is not None
    QTest.keyClicks(editor, title)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (goal,) = window.bridge.selection
    assert window.bridge.document.get(Goal, goal).title == title
    return goal


def linked(window: DocumentWindow, lower: Id, upper: Id) -> None:
    """Two goals connected by the panel."""
    window.bridge.select([lower])
    window.goal_panel.links.connect_button.click()
    dialog = next(one for one in window.findChildren(LinkDialog) if one.isVisible())
    dialog.choose(upper)
    dialog.form.connect_button.click()
    assert [link.upper for link in window.bridge.document.links_up(lower)] == [upper]


def test_a_newcomer_holds_a_printed_agreement(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = begun(qtbot, program)
    school = organised(window)
    vision = written(window, GoalKind.VISION_ELEMENT, "Sammen om løsninger")
    political = written(window, GoalKind.POLITICAL_GOAL, "Flere familier flytter til")
    centre = written(window, GoalKind.CENTRE_GOAL, "Flere vælger skolen")
    linked(window, political, vision)
    linked(window, centre, political)
    loose = written(window, GoalKind.UNIT_GOAL, "Flere starter hos os")
    owner = window.goal_panel.editors["owner"]
    owner.picker.line.setText("Strandskolen")
    owner.picker.line.setModified(True)
    owner.commit()
    assert window.bridge.document.get(Goal, loose).owner == school

    window.bridge.check_now()
    panel = window.findings
    finding = next(one for one in window.bridge.findings if one.rule == "TRA-001")
    assert finding.about == loose
    assert finding.severity is Severity.ERROR
    window.bridge.select([])
    show, connect = panel.delegate.ways_out(finding)
    panel.do(finding, show)
    assert window.bridge.selection == (loose,)
    panel.do(finding, connect)
    dialog = next(one for one in window.findChildren(LinkDialog) if one.isVisible())
    dialog.choose(centre)
    dialog.form.connect_button.click()
    window.bridge.check_now()
    assert not [one for one in window.bridge.findings if one.rule == "TRA-001"]

    window.actions_by_id["print"].trigger()
    paper = window.findChild(PrintDialog)
    assert [one.org for one in paper.chosen] == [school]
    paper.refresh()
    assert not paper.form.page.pixmap().isNull()
    target = tmp_path / "aftale.pdf"
    paper.form.save_pdf.click()
    files = next(one for one in paper.findChildren(QFileDialog))
    files.selectFile(str(target))
    files.accept()
    qtbot.waitUntil(lambda: not paper.batch.running)
    assert target.read_bytes().startswith(b"%PDF")
    paper.reject()

    steps = 0
    while window.bridge.workspace.session.undo_label is not None:
        window.undo()
        steps += 1
    assert steps >= 8
    assert not window.bridge.document.all(Goal)
    assert not window.bridge.document.all(Agreement)
