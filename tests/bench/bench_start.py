"""From start to a painted window with the sample: the processor's seconds, beside those of a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime
from itertools import count
from pathlib import Path

from strategikort.application.session import Desk, Session
from strategikort.domain.shape import Id
from tests.bench.bench_canvas import plain_document

TIMES = 5
GOALS = 2_000

PAINTED = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Painted(QObject):
    "Tells the seconds spent when a window has been painted and nothing more waits, and ends the process."

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print(time.process_time(), flush=True)
        os._exit(0)
"""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
painted = Painted()
window = QMainWindow()
window.installEventFilter(painted)
window.resize(1440, 900)
window.show()
app.exec()
"""

BOXES = """
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow
app = QApplication([])
painted = Painted()
window = QMainWindow()
window.installEventFilter(painted)
scene = QGraphicsScene(window)
for number in range(2_000):
    x, y = number % 60 * 208, number // 60 * 120
    scene.addRect(x, y, 188, 92)
    scene.addLine(x, y, x + 100, y - 28)
view = QGraphicsView(scene)
view.scale(0.1, 0.1)
window.setCentralWidget(view)
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
from strategikort import __main__ as program
opened = program.open_window

def watched(files, **given):
    program.windows()
    exec(PAINTED, globals())
    painted = Painted()
    from strategikort.desktop import program as room
    shown = room._raise

    def watched_and_shown(window):
        window.installEventFilter(painted)
        shown(window)

    room._raise = watched_and_shown
    return opened(files, **given)

program.open_window = watched
program.main()
"""


def rows() -> list[tuple[str, str, str]]:
    """The work, what it measured, and the aim."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "prøve.strategikort"
        home = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STRATEGIKORT_STATE": str(Path(folder) / "state")}
        subprocess.run(
            [sys.executable, "-m", "strategikort", "sample", str(file)], env=home, check=True, stdout=sys.stderr
        )
        bare, ours = [], []
        for _ in range(TIMES):
            bare.append(_seconds(BARE, file, home))
            ours.append(_seconds(OURS, file, home))
        large = Path(folder) / "stor.strategikort"
        _store(large)
        boxes, cards = [], []
        for _ in range(TIMES):
            boxes.append(_seconds(BOXES, large, home))
            cards.append(_seconds(OURS, large, home))
    return [
        ("start to a painted window with the sample", _beside(ours, bare), "beside a bare window"),
        (f"start to a painted map of {GOALS:,} goals, beside a bare scene", _beside(cards, boxes), "<= 1.5x"),
    ]


def _beside(ours: list[float], bare: list[float]) -> str:
    one, other = statistics.median(ours), statistics.median(bare)
    return f"{one:.2f} s of processor beside {other:.2f} s ({one / other:.1f}x)"


def _store(file: Path) -> None:
    """A file with a large cascade, each goal of which is a card."""
    numbers = count()
    desk = Desk(state_folder=file.parent / "made", who="", clock=datetime.now, new_id=lambda: Id(f"n{next(numbers)}"))
    Session.create(file, plain_document(GOALS), desk=desk).close()


def _seconds(program: str, file: Path, environment: dict[str, str]) -> float:
    """What one start spends, its imports included."""
    given = f"PAINTED = {PAINTED!r}\n{program}" if program is OURS else PAINTED + program
    command = [sys.executable, "-c", given, str(file)]
    return float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
