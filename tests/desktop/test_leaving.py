"""Leaving: what is in no file is asked about once; who stays stays, and an untouched sample just closes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.desktop.dialogs.messages import MessageDialog
from strategikort.desktop.program import Program
from tests.desktop.conftest import dialogs, touched
from tests.desktop.starts import LIMIT_MS


def test_leaving_goes_on_through_every_window(program: Program, file: Path) -> None:
    program.open_file(file)
    touched(program.open_sample())
    touched(program.open_sample())
    program.quit()
    for left in (2, 1):
        (question,) = dialogs()
        assert isinstance(question, MessageDialog)
        question.form.other.click()
        assert len(program.windows) == (left if left > 1 else 0)
    assert dialogs() == []


def test_a_sample_that_nobody_touched_closes_without_a_question(program: Program) -> None:
    window = program.open_sample()
    assert window is not None
    window.close()
    assert dialogs() == []
    assert program.windows == []


def test_work_in_no_file_is_saved_where_the_user_says_and_the_window_then_closes(
    qtbot: QtBot, program: Program, file: Path
) -> None:
    window = touched(program.open_sample())
    place = file.with_name("gemt.strategikort")
    window.close()
    (question,) = dialogs()
    assert isinstance(question, MessageDialog)
    buttons = (question.form.other, question.form.cancel, question.form.close)
    assert [button.text() for button in buttons] == ["Gem ikke", "Annuller", "Gem ..."]
    question.form.cancel.click()
    assert program.windows == [window]
    window.close()
    (question,) = dialogs()
    assert isinstance(question, MessageDialog)
    question.form.close.click()
    window.findChild(QFileDialog).fileSelected.emit(str(place))
    qtbot.waitUntil(lambda: program.windows == [], timeout=LIMIT_MS)
    assert place.exists()


def test_who_regrets_to_save_stays(program: Program) -> None:
    window = touched(program.open_sample())
    window.close()
    (question,) = dialogs()
    assert isinstance(question, MessageDialog)
    question.form.close.click()
    window.findChild(QFileDialog).reject()
    assert program.windows == [window]
    assert window.isVisible()


def test_who_stays_stops_the_leaving(program: Program, file: Path) -> None:
    program.open_file(file)
    touched(program.open_sample())
    program.quit()
    (question,) = dialogs()
    question.reject()
    assert len(program.windows) == 2
    assert dialogs() == []
    program.windows[0].close()
    assert [window.path for window in program.windows] == [None]
