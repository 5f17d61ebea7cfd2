"""Import in the real window: a StratML plan and a CSV bundle through the dialog, each one step."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from strategikort.cascade.changed_above import questions_of
from strategikort.desktop.dialogs.messages import MessageDialog
from strategikort.desktop.program import Program
from strategikort.desktop.sharing.delivery_dialog import DeliveryDialog
from strategikort.desktop.sharing.import_dialog import ImportDialog
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.links import Link
from strategikort.domain.phrases import Phrase
from strategikort.exchange.snapshot import written_snapshot
from tests.desktop.conftest import dialogs

PLAN = Path(__file__).parents[1] / "exchange" / "files" / "plan.xml"


def asked(qtbot: QtBot, program: Program) -> tuple[DocumentWindow, ImportDialog]:
    """The dialog of a window, as the menu opens it."""
    window = program.open_sample()
    assert window is not None
    qtbot.waitExposed(window)
    window.actions_by_id["import"].trigger()
    dialog = window.findChild(ImportDialog)
    assert dialog.isVisible() and not dialog.form.bring_in.isEnabled()
    return window, dialog


def chosen(dialog: ImportDialog, button: QPushButton, source: Path) -> None:
    """A source picked in the file dialog that a button of the dialog opens."""
    button.click()
    files = dialog.findChild(QFileDialog)
    files.fileSelected.emit(str(source))
    files.close()


def lines(dialog: ImportDialog) -> str:
    """Everything that the list says, its lines under each other."""
    model = dialog.form.list.model()
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    below = [model.index(row, 0, head) for head in heads for row in range(model.rowCount(head))]
    return "\n".join(str(one.data()) for one in (*heads, *below))


def titles(window: DocumentWindow) -> set[str]:
    return {goal.title for goal in window.bridge.document.all(Goal).values()}


def test_a_stratml_plan_comes_in_as_one_step(qtbot: QtBot, program: Program) -> None:
    window, dialog = asked(qtbot, program)
    before = window.bridge.document
    chosen(dialog, dialog.form.choose_file, PLAN)
    assert dialog.form.source.text() == str(PLAN)
    assert dialog.form.summary.text().startswith("Indeholder 1 vision, ")
    left_out = lines(dialog)
    assert window.bridge.document is before, "looking changes nothing"
    dialog.form.bring_in.click()
    assert {"Flere cykler", "Sikker vej til skole"} <= titles(window)
    taken_in = "".join(repr(record) for record in window.bridge.document.records())
    for text in ("Se trafikplanen.", "Byens plan.", "En kommune ved vandet.", "bygger stierne"):
        assert text in left_out + taken_in, "no text is lost without a word"
    assert "plan.xml" in window.actions_by_id["undo"].text()
    window.actions_by_id["undo"].trigger()
    assert titles(window) == {goal.title for goal in before.all(Goal).values()}


def test_what_came_in_is_selected_shown_and_counted(qtbot: QtBot, program: Program) -> None:
    window, dialog = asked(qtbot, program)
    before = set(window.bridge.document.all(Goal))
    chosen(dialog, dialog.form.choose_file, PLAN)
    dialog.form.bring_in.click()
    fresh = set(window.bridge.document.all(Goal)) - before
    assert set(window.bridge.selection) == fresh
    assert window.map_area.view.map_scene.item(window.bridge.selection[0]) is not None
    told = window.findChild(MessageDialog)
    assert told.form.text.text().startswith("1 vision, ")
    assert told.form.text.text().endswith(" er kommet med.")
    told.accept()


def test_the_dialog_for_files_speaks_danish_also_where_qt_does_not(qtbot: QtBot, program: Program) -> None:
    _, dialog = asked(qtbot, program)
    dialog.form.choose_file.click()
    files = dialog.findChild(QFileDialog)
    labels = [label.text().replace("&", "") for label in files.findChildren(QLabel) if label.text()]
    assert labels == ["Mappe:", "Filnavn:", "Filtype:"]
    files.close()


def bundle(folder: Path, *, links: str) -> Path:
    folder.mkdir()
    goals = "id,kind,title\nP,political_goal,Flere unge i arbejde\nU,unit_goal,Bedre vejledning i jobcentret\n"
    (folder / "goals.csv").write_text(goals, encoding="utf-8")
    (folder / "links.csv").write_text(links, encoding="utf-8")
    return folder


def test_a_csv_bundle_comes_in_with_its_links(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window, dialog = asked(qtbot, program)
    links = len(window.bridge.document.all(Link))
    folder = bundle(tmp_path / "Øresø", links="from,to\nU,P\n")
    chosen(dialog, dialog.form.choose_folder, folder)
    assert dialog.form.bring_in.isEnabled()
    dialog.form.bring_in.click()
    assert {"Flere unge i arbejde", "Bedre vejledning i jobcentret"} <= titles(window)
    assert len(window.bridge.document.all(Link)) == links + 1


def test_picking_one_file_of_a_bundle_takes_the_bundle(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    _, dialog = asked(qtbot, program)
    folder = bundle(tmp_path / "Øresø", links="from,to\nU,P\n")
    chosen(dialog, dialog.form.choose_file, folder / "goals.csv")
    assert dialog.source == folder
    assert dialog.form.bring_in.isEnabled()


def test_a_link_that_leads_nowhere_is_listed_before_anything_comes_in(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    _, dialog = asked(qtbot, program)
    chosen(dialog, dialog.form.choose_folder, bundle(tmp_path / "Øresø", links="from,to\nU,P\nU,X9\n"))
    assert "X9" in lines(dialog)
    assert dialog.form.bring_in.isEnabled()


def test_a_source_that_cannot_be_used_is_told_and_changes_nothing(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window, dialog = asked(qtbot, program)
    before = window.bridge.document
    broken = tmp_path / "plan.xml"
    broken.write_bytes(PLAN.read_bytes()[:400])
    chosen(dialog, dialog.form.choose_file, broken)
    assert "plan.xml" in dialog.form.summary.text()
    assert not dialog.form.bring_in.isEnabled()
    dialog.bring_in()
    assert window.bridge.document is before


def test_a_newer_delivery_of_the_councils_goals_is_listed_before_it_is_taken_in_and_asked_about_after(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window, dialog = asked(qtbot, program)
    document = window.bridge.document
    [goal] = [one for one in document.all(Goal).values() if one.code == "POL-07"]
    newer = replace(goal, title="Borgerne får tre sunde leveår mere inden 2020")
    source = tmp_path / "byraadet.json"
    source.write_bytes(
        written_snapshot(document.with_changes(ChangeSet(Phrase("edit.import"), (Change(goal, newer),))))
    )
    chosen(dialog, dialog.form.choose_file, source)
    model = dialog.form.list.model()
    head = model.index(0, 0)
    assert head.data() == "Det nye i byrådets mål: 1" and model.rowCount(head) == 1
    first = model.index(0, 0, head)
    told = [model.index(row, 0, first).data() for row in range(model.rowCount(first))]
    assert first.data().startswith("Ændret: ") and "tre sunde leveår" in first.data()
    assert told[0] == "Nyt: »tre«" and told[1] == "Væk: »to«"
    hanging = model.index(2, 0, first)
    assert model.rowCount(hanging) > 10
    assert told[2:] == [f"Enhedsmål, der hænger på det: {model.rowCount(hanging)}"]
    assert not questions_of(window.bridge.document)
    dialog.form.bring_in.click()
    [question] = questions_of(window.bridge.document)
    assert question.upper == newer


def test_what_a_delivery_changed_stays_beside_the_window_and_leads_to_each_goal(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window, dialog = asked(qtbot, program)
    source = tmp_path / "leverance"
    source.mkdir()
    (source / "goals.csv").write_text(
        "id,kind,title\nPOL-07,political_goal,Borgerne får tre sunde leveår mere inden 2020\n", "utf-8"
    )
    (source / "links.csv").write_text("from,to\n", "utf-8")
    chosen(dialog, dialog.form.choose_folder, source)
    heads = [dialog.form.list.model().index(row, 0).data() for row in range(dialog.form.list.model().rowCount())]
    today, standing = window.bridge.workspace.today(), ("adopted", "proposed")
    councils = window.bridge.document.all(PoliticalGoal).values()
    others = sum(one.decision_status in standing and (one.valid_to or today) >= today for one in councils) - 1
    assert heads[:2] == ["Det nye i byrådets mål: 1", f"Står ikke i leverancen og er ikke ændret ({others})"]
    dialog.form.bring_in.click()
    (told,) = [one for one in dialogs() if isinstance(one, MessageDialog)]
    told.form.other.click()
    (beside,) = [one for one in dialogs() if isinstance(one, DeliveryDialog)]
    assert not beside.isModal()
    model = beside.model
    first = model.index(0, 0, model.index(0, 0))
    window.bridge.select([])
    beside.form.tree.clicked.emit(first)
    (goal,) = window.bridge.selection
    assert window.bridge.document.all(Goal)[goal].code == "POL-07"
    beside.form.close.click()
