"""With the keys alone: a new document, its organisation, ten linked goals, findings mended, layout, a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from strategikort.domain.document import Document
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id
from tests.desktop.hands import Hands

BELOW = {
    "Flere vælger skolen": ["Åbent hus hvert forår", "Nye familier får et besøg", "Skolen er åben om lørdagen"],
    "Fravær opdages straks": [
        "Ring hjem samme dag",
        "Møde efter fem dage",
        "En plan efter ti dage",
        "Alle børn spørges hver uge",
        "Legeplads med noget for alle",
    ],
}


def begun(hands: Hands, program: Program) -> DocumentWindow:
    start = program.show_start()
    hands.wait(lambda: QApplication.activeWindow() is start)
    hands.press("Ctrl+N")
    hands.wait(lambda: hands.focus.objectName() == "name")
    hands.write("Prøveby Kommune")
    hands.press("Return")
    (window,) = program.windows
    hands.wait(lambda: QApplication.activeWindow() is window)
    return window


def organised(hands: Hands) -> None:
    """A centre and its school, with the school's agreement."""
    hands.command("organisation")
    hands.wait_for(OrganisationDialog)
    for kind_steps, name, code in ((0, "Center for Skoler", "CS"), (1, "Strandskolen", "CS-1")):
        hands.tab_to("kind")
        hands.press("Home", *["Down"] * kind_steps)
        hands.tab_to("name")
        hands.write(name)
        hands.tab_to("code")
        hands.write(code)
        hands.tab_to("add")
        hands.press("Space")
    hands.tab_to("make_agreement")
    hands.press("Space")
    hands.press("Esc")


def title(hands: Hands, text: str) -> None:
    hands.wait(lambda: type(hands.focus).__name__ == "TitleEditor")
    hands.write(text)
    hands.press("Return")


def named(document: Document, text: str) -> Id:
    return next(goal.id for goal in document.all(Goal).values() if goal.title == text)


def built(hands: Hands) -> None:
    """Two centre goals side by side, and under them eight unit goals: ten goals, eight links."""
    hands.command("nyt mål centermål")
    for row, (upper, lowers) in enumerate(BELOW.items()):
        if row:
            hands.press("Ctrl+Up", "Return")
        title(hands, upper)
        hands.press("Tab")
        title(hands, lowers[0])
        for lower in lowers[1:]:
            hands.press("Return")
            title(hands, lower)


def test_by_keys_alone_ten_linked_goals_are_built_checked_mended_laid_out_and_printed(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    hands = Hands(qtbot)
    window = begun(hands, program)
    bridge = window.bridge
    organised(hands)
    hands.back_to(window)
    hands.command("center for skoler")
    (map,) = bridge.document.all(StrategyMap)
    assert window.map_area.map == map
    built(hands)
    assert len(bridge.document.all(Goal)) == 10
    for upper, lowers in BELOW.items():
        under = {link.lower for link in bridge.document.links_down(named(bridge.document, upper))}
        assert under == {named(bridge.document, lower) for lower in lowers}

    hands.command("nyt mål politisk mål")
    title(hands, "Flere familier flytter til")
    loose = {named(bridge.document, upper) for upper in BELOW}

    def broken() -> set[Id]:
        return {one.about for one in bridge.findings if one.about in loose and one.rule == "TRA-002"}

    hands.wait(lambda: broken() == loose)
    for _ in loose:
        for _ in range(len(bridge.findings)):
            hands.press("F4")
            if window.bridge.selection and window.bridge.selection[0] in broken():
                break
        before = broken()
        hands.press("L", "Return")
        hands.wait(lambda before=before: len(broken()) == len(before) - 1)
    assert not broken()

    hands.press("Ctrl+Shift+O")
    assert places_on(bridge.document, map).keys() >= loose
    printed(hands, bridge.document, tmp_path / "aftale.pdf")
    hands.back_to(window)
    steps = 0
    while bridge.document.all(Goal):
        hands.press("Ctrl+Z")
        steps += 1
        assert steps < 60
    assert steps >= 12


def printed(hands: Hands, document: Document, target: Path) -> None:
    """The agreement as a PDF file."""
    hands.press("Ctrl+P")
    hands.wait_for(PrintDialog)
    paper = hands.focus.window()
    hands.tab_to("save_pdf")
    hands.press("Space")
    hands.wait_for(QFileDialog)
    hands.tab_to("fileNameEdit")
    hands.press("Ctrl+A")
    hands.write(str(target))
    hands.press("Return")
    hands.wait(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    hands.back_to(paper)
    hands.press("Esc")
    assert {goal.kind for goal in document.all(Goal).values()} >= {GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL}
