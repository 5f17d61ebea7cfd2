"""A director's morning: ten files, three numbers followed to their goals, one map returned, one approved, a paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.map_review import remarks_on
from strategikort.application.parting import save_parts
from strategikort.application.profiles import load_profile
from strategikort.application.session import Desk, read_document
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.leading.page import NumbersPage
from strategikort.desktop.maps.review_dialog import ReviewDialog
from strategikort.desktop.paper.leading_print_dialog import LeadingPrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.overview_bar import OverviewBar
from strategikort.domain.document import Document
from strategikort.domain.edits.records import set_field
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from tests.desktop.conftest import sample
from tests.reports import reading

SCHOOLS, CULTURE = "Center for Dagtilbud og Skoler", "Center for Kultur, Idræt og Fritid"


def map_of(document: Document, centre: str) -> StrategyMap:
    """The map of a centre, which each has one of."""
    (unit,) = (one.id for one in document.all(OrgUnit).values() if one.name == centre)
    (found,) = (one for one in document.all(StrategyMap).values() if one.centre == unit)
    return found


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    """The ten centres' files; two centres have sent their map to the director."""
    document = sample()
    for centre in (SCHOOLS, CULTURE):
        document = document.with_changes(
            set_field(document, StrategyMap, map_of(document, centre).id, "state", MapState.WITH_DIRECTOR)
        )
    made = tmp_path / "centre"
    made.mkdir()
    save_parts(Check(document, load_profile("helsingoer"), today=SAMPLE_DAY, year=2015), made, desk=desk)
    return made


class Director:
    """One person with a mouse and a keyboard in front of the overview."""

    def __init__(self, program: Program, window: DocumentWindow, qtbot: QtBot) -> None:
        self.program, self.window, self._qtbot = program, window, qtbot

    @property
    def page(self) -> NumbersPage:
        return self.window.views.leading.centres

    def number(self, centre: str, column: str) -> int:
        sheet = self.page.model.sheet
        row = next(cells for cells in sheet.rows if cells[0] == centre)
        number = row[sheet.columns.index(column)]
        assert isinstance(number, int)
        return number

    def opens(self, centre: str, column: str) -> list[str]:
        """A click on a number; gives the lines of its list."""
        self.window.actions_by_id["view_leading"].trigger()
        model, table = self.page.model, self.page.table
        row = next(place for place, cells in enumerate(model.sheet.rows) if cells[0] == centre)
        index = model.index(row, model.sheet.columns.index(column))
        table.scrollTo(index)
        where = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        lines = self.page.list.model()
        return [lines.index(line, 0).data() for line in range(lines.rowCount())]

    def goes_to(self, line: int) -> None:
        """Enter on a line of the list."""
        self.page.list.setFocus()
        self.page.list.setCurrentIndex(self.page.list.model().index(line, 0))
        QTest.keyClick(self.page.list, Qt.Key.Key_Return)

    def opens_its_file(self) -> DocumentWindow:
        """The button of the bar; gives the window of the centre's file."""
        action = self.window.actions_by_id["overview_file"]
        bar = self.window.findChild(OverviewBar)
        button = bar.widgetForAction(action)
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.program.windows[-1]

    def reviews(self, opened: DocumentWindow) -> ReviewDialog:
        opened.actions_by_id["review_map"].trigger()
        return opened.findChild(ReviewDialog)

    def saves_and_closes(self, opened: DocumentWindow) -> None:
        opened.actions_by_id["save"].trigger()
        self._qtbot.waitUntil(lambda: not opened.bridge.workspace.session.save_state.unsaved, timeout=10_000)
        opened.close()
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowActivate))

    def prints_for(self, committee: str, file: Path) -> str:
        """The committee's paper, by the button of *Ledelse*, printed and saved; gives its letters."""
        leading = self.window.views.leading
        leading.tabs.setCurrentIndex(1)
        QTest.mouseClick(leading.print, Qt.MouseButton.LeftButton)
        (dialog,) = self.window.findChildren(LeadingPrintDialog)
        dialog.form.part.setCurrentIndex(dialog.form.part.findText(committee))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file.with_stem("printer")))
        assert dialog.print_on(printer) == dialog.paper.pages
        dialog.save_file(str(file))
        dialog.reject()
        return reading.letters(reading.tree_text(reading.opened(file.read_bytes())))


def goals_seen(director: Director, centre: str, column: str, line: int = 0) -> Id:
    """A number is opened, has as many lines as it says, and a line of it brings its goal into sight on the map."""
    lines = director.opens(centre, column)
    assert len(lines) == director.number(centre, column) > 0
    director.goes_to(line)
    window = director.window
    (goal,) = window.bridge.selection
    assert window.views.currentWidget() is window.map_area
    view = window.map_area.view
    item = view.map_scene.item(goal)
    assert item is not None and view.seen.intersects(item.rect)
    return goal


def test_a_directors_morning(program: Program, folder: Path, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    untouched = {one: one.read_bytes() for one in folder.iterdir() if one.stem not in (SCHOOLS, CULTURE)}
    window = program.open_file(folder)
    assert window is not None
    window.resize(1440, 900)
    director = Director(program, window, qtbot)

    loose = goals_seen(director, SCHOOLS, "Uden rød tråd")
    faulty = goals_seen(director, SCHOOLS, "Fejl")
    doubtful = goals_seen(director, CULTURE, "Advarsler", line=1)
    assert len({loose, faulty, doubtful}) >= 2

    assert len(director.opens(SCHOOLS, "Kort hos direktøren")) == 1
    director.goes_to(0)
    assert window.map_area.map == map_of(sample(), SCHOOLS).id
    opened = director.opens_its_file()
    assert opened.path == folder / f"{SCHOOLS}.strategikort" and opened.map_area.map == window.map_area.map
    review = director.reviews(opened)
    opened.bridge.select([loose])
    review.form.text.setPlainText("Hvilket politisk mål hører det til?")
    review.form.say.click()
    review.form.send_back.click()
    reason = review.findChild(ReasonDialog, "return")
    reason.form.why.setPlainText("Et mål hænger løst.")
    reason.form.go.click()
    director.saves_and_closes(opened)

    director.opens(CULTURE, "Kort hos direktøren")
    director.goes_to(0)
    opened = director.opens_its_file()
    director.reviews(opened).form.approve.click()
    director.saves_and_closes(opened)

    assert window.findChild(OverviewBar).told.text().endswith("Filerne er ændret, siden de blev læst.")
    window.actions_by_id["overview_again"].trigger()
    window.actions_by_id["view_leading"].trigger()
    qtbot.waitUntil(lambda: director.number(SCHOOLS, "Kort hos direktøren") == 0, timeout=10_000)
    assert director.number(CULTURE, "Kort hos direktøren") == 0
    returned, approved = (map_of(window.bridge.document, one) for one in (SCHOOLS, CULTURE))
    assert (returned.state, approved.state) == (MapState.DRAFT, MapState.APPROVED)
    said = [one.comment.text for one in remarks_on(window.bridge.document, returned.id, closed=True)]
    assert said == ["Et mål hænger løst.", "Hvilket politisk mål hører det til?"]
    in_file = read_document(folder / f"{SCHOOLS}.strategikort", desk)
    assert map_of(in_file, SCHOOLS).state is MapState.DRAFT

    paper = director.prints_for("Kulturudvalget", tmp_path / "dagsorden.pdf")
    seen = window.views.leading.goals.model.sheet
    title, total = (seen.columns.index(one) for one in ("Politisk mål", "Enhedsmål"))
    museums = next(row for row in seen.rows if row[title] == "Museerne får 700.000 besøg om året i 2020")
    assert reading.letters(f"{museums[title]}{museums[total]}") in paper
    assert reading.letters("Flere borgere forsørger sig selv") not in paper

    assert {one: one.read_bytes() for one in untouched} == untouched
    assert len(list(folder.iterdir())) == 10
