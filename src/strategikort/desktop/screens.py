"""Pictures of every view and dialog with the sample municipality, for the README and for eyes."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.findings_grouped import Grouping
from strategikort.application.pasting import parsed
from strategikort.application.session import Desk
from strategikort.application.starting import sample_file
from strategikort.desktop.app import application, dressed
from strategikort.desktop.dialogs.messages import AboutDialog, MessageDialog, ReportDialog
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.goal.story_dialog import StoryDialog
from strategikort.desktop.house import House
from strategikort.desktop.keys.palette import Palette
from strategikort.desktop.keys.sheet import KeySheet
from strategikort.desktop.linking.doubts_dialog import DoubtsDialog
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.look.settings import LESS_MOTION, TEXT_SIZE, Settings
from strategikort.desktop.look.theme import Theme, contrast, dark, light
from strategikort.desktop.maps.dialog import MapDialog
from strategikort.desktop.maps.in_words_dialog import MapInWordsDialog
from strategikort.desktop.maps.presenting import Presenting
from strategikort.desktop.overview.files_dialog import FilesDialog
from strategikort.desktop.paper.leading_print_dialog import LeadingPrintDialog
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog
from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.sharing.import_dialog import ImportDialog
from strategikort.desktop.sharing.paste_choice import PasteChoice
from strategikort.desktop.sharing.paste_dialog import PasteDialog
from strategikort.desktop.staged import (
    certifying,
    change_above,
    checked,
    drafting,
    excepted,
    parted,
    reviewed,
    rewritten,
    settle,
    signed_half,
    succeeding_goal,
    telling_goal,
    tried,
)
from strategikort.desktop.start.new_dialog import NewDialog
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from strategikort.desktop.window.preferences_dialog import PreferencesDialog
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

_LIST: Final = """A1 Flere unge i job eller uddannelse
	A1.1 Alle får vejledning inden 15. februar 2015
		Åbent hus på erhvervsskolen 1-5-2015
		Brev til alle hjem
A2 Bolig til alle
	Rækkehuse ved havnen"""
SIZES: Final = {"": QSize(1440, 900), "-small": QSize(1280, 720)}
_DPI: Final = 110
_SMALL_TOO: Final = "", "-dark"
_SPACE: Final = UUID("1d4f3a52-2f0e-4c56-9a0b-6d6f8b1f7c11")


def write_screens(directory: Path, *, language: str = "da") -> list[Path]:
    """Write a PNG of every view and dialog into ``directory`` in each of the looks, and small; gives the files."""
    directory.mkdir(parents=True, exist_ok=True)
    app = application()
    written: list[Path] = []
    for name, (theme, percent) in _looks().items():
        dressed(app, language, theme, percent)
        with sample_program(theme, language, percent) as program:
            for picture, widget in scenes(program, sizes=SIZES if name in _SMALL_TOO else {"": SIZES[""]}):
                file = directory / f"{picture}{name}.png"
                widget.grab().save(str(file))
                written.append(file)
    return written


def _looks() -> dict[str, tuple[Theme, int]]:
    return {"": (light(), 100), "-dark": (dark(), 100), "-contrast": (contrast(), 100), "-large": (light(), 200)}


@contextmanager
def sample_program(theme: Theme, language: str, percent: int = 100) -> Iterator[Program]:
    """A program of its own, on the sample's day, that leaves nothing behind."""
    numbers = count()

    def new_id() -> Id:
        return Id(str(uuid5(_SPACE, str(next(numbers)))))

    def noon() -> datetime:
        return datetime(SAMPLE_DAY.year, SAMPLE_DAY.month, SAMPLE_DAY.day, 14, 32)

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(state_folder=Path(folder), who="Lone Berg", clock=noon, new_id=new_id)
        settings = Settings(desk.state_folder)
        settings.put(LESS_MOTION, True)
        settings.put(TEXT_SIZE, str(percent))
        house = House(desk=desk, language=language, theme=theme, settings=settings, today=lambda: SAMPLE_DAY)
        program = Program(house)
        yield program
        for window in list(program.windows):
            window.bridge.workspace.session.close(save=False)
            window.keeper.stop()
            window.bridge.close()
            window.closing.disconnect()
            window.close()
            window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def scenes(program: Program, *, sizes: dict[str, QSize]) -> Iterator[tuple[str, QWidget]]:
    """Every window, view and dialog with the name of its picture, each shown until the next is asked for."""
    _used_before(program)
    start = program.show_start()
    start.resize(SIZES[""])
    settle()
    yield "start", start
    window = program.open_sample()
    assert window is not None, "there is room for the sample"
    goal = telling_goal(window)
    for name, size in sizes.items():
        window.resize(size)
        window.bridge.select([goal])
        settle()
        window.show_goal(goal)
        settle()
        yield f"map{name}", window
    window.resize(SIZES[""])
    window.bridge.select([])
    window.map_area.open_map(None)
    settle()
    yield "map-all", window
    window.bridge.select([goal])
    window.goal_panel.form.more.setChecked(True)
    settle()
    yield "goal-more", window
    window.goal_panel.form.more.setChecked(False)
    yield "findings-excepted", excepted(window)
    window.findings.model.group(Grouping.CENTRE)
    settle()
    yield "findings-grouped", window
    window.findings.model.group(None)
    window.actions_by_id["view_thread"].trigger()
    settle()
    yield "thread", window
    yield from _leading(window)
    yield from _agreements(window, program.house.desk.state_folder)
    window.show_map()
    yield "workshop", _workshop(window)
    window.workshop.end()
    yield from _by_keys(window, goal)
    yield from _dialogs(program, window, goal)
    yield from _help(program)
    yield from _overview(program)


def _overview(program: Program) -> Iterator[tuple[str, QWidget]]:
    """The centres' files as one municipality, and the list of the files."""
    window = parted(program)
    settle()
    yield "overview", window
    window.actions_by_id["overview_files"].trigger()
    settle()
    dialog = window.findChild(FilesDialog)
    assert dialog is not None, "it has just been opened"
    yield "dialog-overview-files", dialog
    dialog.close()


def _leading(window: DocumentWindow) -> Iterator[tuple[str, QWidget]]:
    """The pages of *Ledelse*, the first with a number opened."""
    window.actions_by_id["view_leading"].trigger()
    leading = window.views.leading
    leading.centres.open_cell(leading.centres.model.index(0, 1))
    for number, name in enumerate(("centres", "goals", "matrix", "gaps", "changes", "balance")):
        leading.tabs.setCurrentIndex(number)
        settle()
        yield f"leading-{name}", window
    leading.tabs.setCurrentWidget(leading.comparing)
    leading.comparing.to_map.click()
    settle()
    yield "map-compared", window
    window.map_area.comparing.leave()


def _used_before(program: Program) -> None:
    """Two files that were opened lately."""
    desk = program.house.desk
    for name, size in (("Øresø Kommune", "helsingoer"), ("Center for Børn", 120)):
        file = desk.state_folder / f"{name}.strategikort"
        sample_file(file, desk=desk, size=size)
        window = program.open_file(file)
        assert window is not None, "the sample can be opened"
        window.close()


def _workshop(window: DocumentWindow) -> DocumentWindow:
    """The window in the middle of a workshop."""
    window.bridge.select([])
    window.workshop.toggle()
    window.ideas.add(("Flere cykler til skole", "Åbent hus i alle børnehuse", "Færre breve, flere samtaler"))
    settle()
    window.map_area.view.fit()
    settle()
    return window


def _by_keys(window: DocumentWindow, goal: Id) -> Iterator[tuple[str, QWidget]]:
    """What the keys bring up over the window: the palette with something typed, the sheet of keys, a goal presented."""
    window.map_area.open_map(window.map_area.first_map())
    window.bridge.select([goal])
    kinds: dict[str, type[QWidget]] = {"palette": Palette, "keys": KeySheet, "present": Presenting}
    for picture, kind in kinds.items():
        window.actions_by_id[picture].trigger()
        settle()
        shown = next(one for one in window.findChildren(kind) if one.isVisible())
        if isinstance(shown, Palette):
            shown.line.setText("kort")
            settle()
        yield picture, shown
        shown.close()
        settle()


def _agreements(window: DocumentWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """The view *Aftaler*: the text with the paper beside it, then who signs."""
    window.actions_by_id["view_agreements"].trigger()
    view = window.views.agreements
    settle()
    yield "agreements-text", window
    view.form.show_paper.setChecked(True)
    settle()
    yield "agreements-paper", window
    view.form.show_paper.setChecked(False)
    signed_half(window, folder)
    settle()
    yield "agreements-signatures", window
    window.show_map()


def _dialogs(program: Program, window: DocumentWindow, goal: Id) -> Iterator[tuple[str, QWidget]]:
    bridge, settings = window.bridge, program.house.settings
    chosen = bridge.document.all(Goal)[goal]
    makers: dict[str, Callable[[], QDialog]] = {
        "print": lambda: PrintDialog(bridge, settings, window),
        "print-map": lambda: MapPrintDialog(bridge, settings, window.map_area, window),
        "print-numbers": lambda: LeadingPrintDialog(bridge, settings, "goals", window),
        "print-thread": lambda: LeadingPrintDialog(bridge, settings, "thread", window),
        "print-matrix": lambda: LeadingPrintDialog(bridge, settings, "coverage", window),
        "import": lambda: ImportDialog(bridge, settings, window),
        "organisation": lambda: OrganisationDialog(bridge, window),
        "connect": lambda: LinkDialog(bridge, program.house.theme, chosen, parent=window),
        "doubts": lambda: DoubtsDialog(bridge, program.house.theme, window),
        "words": lambda: MapInWordsDialog(bridge, settings, window.map_area.map, window.map_area.comparing, window),
        "map": lambda: MapDialog(bridge, window),
        "story": lambda: StoryDialog(bridge, succeeding_goal(window), window),
        "review": lambda: reviewed(window, program.house.theme, goal),
        "trying": lambda: tried(window, goal),
        "paste": lambda: PasteDialog(bridge, program.house.theme, parsed(_LIST), None, window),
        "paste-choice": lambda: PasteChoice(3, window),
        "make-agreements": lambda: drafting(window),
        "verify": lambda: checked(window, settings, program.house.desk.state_folder / "aftale.pdf"),
        "certificate": lambda: certifying(window, settings),
        "change-drafts": lambda: rewritten(window, program.house.theme),
        "new": lambda: NewDialog(settings, program.house.language, window),
        "about": lambda: AboutDialog(window),
        "fault": lambda: ReportDialog("Strategikort\nbuiltins.ValueError\n  main_window.py:1 save", window),
        "preferences": lambda: PreferencesDialog(settings, "lobe", window),
        "reason": lambda: ReasonDialog(
            "Hvorfor må det stå?", bridge.say(bridge.findings[0].message), go="Lad stå", who="Lone Berg", parent=window
        ),
        "message": lambda: MessageDialog("Strategikort", bridge.say(bridge.findings[0].message), window),
    }
    change_above(window, goal)
    settle()
    yield "map-doubts", window
    for name, make in makers.items():
        dialog = make()
        dialog.show()
        settle()
        yield f"dialog-{name}", dialog
        dialog.close()
        dialog.deleteLater()


def _help(program: Program) -> Iterator[tuple[str, QWidget]]:
    """The help where it was asked for, a role's sheet in it, and that sheet as it is printed."""
    for picture, target in {"help": "map#link", "help-sheet": "sheet_chief"}.items():
        window = program.help.show_page(target)
        settle()
        yield picture, window
    program.help.close()
    dialog = program.help.print_sheet("sheet_chief")
    settle()
    yield "dialog-sheet", dialog
    page = QLabel()
    page.setPixmap(QPixmap.fromImage(page_picture(dialog.paper.pdf, 0, _DPI)))
    page.setFixedSize(page.pixmap().size())
    page.show()
    settle()
    yield "paper-sheet", page
    page.close()
    dialog.close()


if __name__ == "__main__":
    write_screens(Path(sys.argv[1]))
